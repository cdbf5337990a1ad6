import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createApiKey, createClient } from '../../sdk/src/index.js';
import { bin, consumerProject, root, run, snippetsOf, type ConsumerProject } from './support/consumer-project.js';
import { listeningServer } from './support/listening-server.js';

let project: ConsumerProject;
beforeAll(async () => {
  project = await consumerProject();
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

test('the package holds what is used of it and nothing else', () => {
  const installed = join(project.folder, 'node_modules/@relata/sdk');
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
  const strict = await run(bin('publint/src/cli.js'), ['run', project.archive, '--strict'], project.folder);
  expect(strict).toContain('All good!');
  await run(bin('@arethetypeswrong/cli/dist/index.js'), [project.archive, '--profile', 'esm-only'], project.folder);
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
  const file = join(project.folder, 'main.ts');
  writeFileSync(file, program);
  await run(bin('typescript/bin/tsc'), ['-p', '.'], project.folder);
  const output = await run('main.js', [], project.folder, { RELATA_KEY: key! });
  expect(output).toContain('Lighthouse');
});

test('a CommonJS program can require it, on every Node that package.json names', async () => {
  writeFileSync(
    join(project.folder, 'main.cjs'),
    "const { createClient, deals, isCrmError } = require('@relata/sdk');\nconsole.log([createClient, deals, isCrmError].map((one) => typeof one).join());",
  );
  const { engines } = JSON.parse(readFileSync(join(root, 'sdk/package.json'), 'utf8')) as { engines: { node: string } };
  expect(engines.node).toBe('^20.19.0 || >=22.12.0');
  const others = ['node20', 'node22'].map((name) => join(root, 'test/runtimes/node_modules', name, 'bin/node'));
  for (const node of [process.execPath, ...others]) {
    if (!existsSync(node)) process.stdout.write(`Left out: require on ${node.split('/').at(-3)}, which is not here; see test/runtimes.\n`);
    else expect(await run('main.cjs', [], project.folder, {}, node)).toBe('function,function,function\n');
  }
});

test('a first app imports at most eight names', () => {
  for (const page of ['README.md', 'sdk/README.md']) {
    const names = /import \{ ([^}]+) \} from '@relata\/sdk'/.exec(snippetsOf(page)[0]!)![1]!.split(', ');
    expect(names.length).toBeLessThanOrEqual(8);
  }
});

test("a user's own graphql-codegen takes the scalars, and its documents are typed by them", async () => {
  const config = snippetsOf('sdk/README.md').find((text) => text.startsWith('// codegen'))!;
  writeFileSync(join(project.folder, 'codegen.mjs'), config);
  const { default: own } = (await import(pathToFileURL(join(project.folder, 'codegen.mjs')).href)) as { default: any };
  const [output] = (await generate(
    { ...own, schema: join(root, 'schema/schema.graphql'), documents: join(root, 'test/sdk/documents/*.graphql'), cwd: root, silent: true },
    false,
  )) as [{ content: string }];
  expect(output.content).toContain('amount: string | null');
  expect(output.content).toMatch(/leadSource:[^;]*'COLD_CALL'/);
  expect(output.content).toContain('closesBefore?: string | null');
});
