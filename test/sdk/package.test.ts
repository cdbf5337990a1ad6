import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { generate } from '@graphql-codegen/cli';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createApiKey, createClient } from '../../sdk/src/index.js';
import { listeningServer } from './support/listening-server.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = (name: string) => join(root, 'node_modules', name);
const execute = promisify(execFile);

/** Runs a program of Node's. What it prints is what it says when it fails. */
async function run(script: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  try {
    const { stdout } = await execute(process.execPath, [script, ...args], { cwd, env: { ...process.env, NODE_OPTIONS: '', ...env } });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${script} ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}

/** The snippets of a page, in its order. */
const snippetsOf = (page: string): string[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/```ts\n([^`]*(?:`(?!``)[^`]*)*)```/g)].map(([, text]) => text!);

let folder: string;
let archive: string;
/** An empty project, in which the package is installed. */
let consumer: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relata-sdk-'));
  // A copy: other tests may be building as well.
  const source = join(folder, 'sdk');
  cpSync(join(root, 'sdk'), source, { recursive: true, filter: (path) => !/sdk[\\/](node_modules|dist)$/.test(path) });
  cpSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  await run(bin('tsdown/dist/run.mjs'), [], source);
  const { stdout } = await execute('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: source });
  archive = join(folder, (JSON.parse(stdout) as [{ filename: string }])[0].filename);

  consumer = join(folder, 'app');
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'app', private: true, type: 'module' }));
  await execute('npm', ['install', '--offline', '--no-audit', '--no-fund', archive], { cwd: consumer });
  mkdirSync(join(consumer, 'node_modules/@types'));
  symlinkSync(bin('@types/node'), join(consumer, 'node_modules/@types/node'));
  symlinkSync(bin('undici-types'), join(consumer, 'node_modules/undici-types'));
  const compilerOptions = {
    ...{ target: 'ES2022', module: 'NodeNext', strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ noPropertyAccessFromIndexSignature: true, verbatimModuleSyntax: true, skipLibCheck: false, types: ['node'] },
  };
  writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the package holds what is used of it and nothing else', () => {
  const installed = join(consumer, 'node_modules/@relata/sdk');
  const files = globSync('**/*', { cwd: installed }).filter((file) => statSync(join(installed, file)).isFile());
  expect(files.filter((file) => !/^dist\/.*\.(js|d\.ts)$/.test(file)).sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'package.json',
  ]);
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, unknown>;
  expect([dependencies, peerDependencies]).toEqual([undefined, undefined]);
  const declared = files.filter((file) => file.endsWith('.d.ts')).reduce((sum, file) => sum + statSync(join(installed, file)).size, 0);
  process.stdout.write(`Declarations of the SDK: ${Math.round(declared / 1000)} KB\n`);
  expect(declared).toBeLessThanOrEqual(500_000);
});

test('publint and Are the Types Wrong find nothing', async () => {
  const strict = await run(bin('publint/src/cli.js'), ['run', archive, '--strict'], folder);
  expect(strict).toContain('All good!');
  await run(bin('@arethetypeswrong/cli/dist/index.js'), [archive, '--profile', 'esm-only'], folder);
});

test.each(['README.md', 'sdk/README.md'])('what %s shows compiles in a strict project and runs against the server', async (page) => {
  // Imports are jobs.
  await using server = await listeningServer({ config: { jobs: { areInside: true, atOnce: 1 } } });
  const { email, password, token } = server.company.chief;
  const { key } = await createApiKey(createClient({ url: server.url, auth: token }), { name: 'README', isReadOnly: false });
  const snippets = snippetsOf(page).filter((text) => !text.startsWith('// codegen'));
  expect(snippets.length).toBeGreaterThan(0);
  const program = snippets
    .join('\n')
    .replaceAll('http://127.0.0.1:4000/graphql', server.url)
    .replaceAll('ada@example.com', email)
    .replaceAll('correct horse battery', password);
  const file = join(consumer, 'main.ts');
  writeFileSync(file, program);
  await run(bin('typescript/bin/tsc'), ['-p', '.'], consumer);
  const output = await run('main.js', [], consumer, { RELATA_KEY: key! });
  expect(output).toContain('Lighthouse');
});

test('a first app imports at most eight names', () => {
  for (const page of ['README.md', 'sdk/README.md']) {
    const names = /import \{ ([^}]+) \} from '@relata\/sdk'/.exec(snippetsOf(page)[0]!)![1]!.split(', ');
    expect(names.length).toBeLessThanOrEqual(8);
  }
});

test("a user's own graphql-codegen takes the scalars, and its documents are typed by them", async () => {
  const config = snippetsOf('sdk/README.md').find((text) => text.startsWith('// codegen'))!;
  writeFileSync(join(consumer, 'codegen.mjs'), config);
  const { default: own } = (await import(pathToFileURL(join(consumer, 'codegen.mjs')).href)) as { default: any };
  const [output] = (await generate(
    { ...own, schema: join(root, 'schema/schema.graphql'), documents: join(root, 'test/sdk/documents/*.graphql'), cwd: root, silent: true },
    false,
  )) as [{ content: string }];
  expect(output.content).toContain('amount: string | null');
  expect(output.content).toMatch(/leadSource:[^;]*'COLD_CALL'/);
  expect(output.content).toContain('closesBefore?: string | null');
});
