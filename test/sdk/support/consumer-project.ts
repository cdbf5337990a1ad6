import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const bin = (name: string): string => join(root, 'node_modules', name);
const execute = promisify(execFile);

/** Runs a program of Node's. What it prints is what it says when it fails. */
export async function run(
  script: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  node = process.execPath,
): Promise<string> {
  try {
    const { stdout } = await execute(node, [script, ...args], { cwd, env: { ...process.env, NODE_OPTIONS: '', ...env } });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${script} ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}

/** The snippets of a page, in its order. */
export const snippetsOf = (page: string): string[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/```ts\n([^`]*(?:`(?!``)[^`]*)*)```/g)].map(([, text]) => text!);

/** What a strict project sets. */
export const strictOptions = {
  ...{ target: 'ES2022', module: 'NodeNext', strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
  ...{ noPropertyAccessFromIndexSignature: true, verbatimModuleSyntax: true, skipLibCheck: false, types: ['node'] },
};

/** A project of its own in which the packed SDK is installed. */
export interface ConsumerProject extends AsyncDisposable {
  /** Where the project is. */
  readonly folder: string;
  /** What `npm publish` would send. */
  readonly archive: string;
}

export async function consumerProject(): Promise<ConsumerProject> {
  const scratch = await mkdtemp(join(tmpdir(), 'relata-sdk-'));
  // A copy: other tests may be building as well.
  const source = join(scratch, 'sdk');
  cpSync(join(root, 'sdk'), source, { recursive: true, filter: (path) => !/sdk[\\/](node_modules|dist)$/.test(path) });
  cpSync(join(root, 'tsconfig.json'), join(scratch, 'tsconfig.json'));
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'));
  await run(bin('tsdown/dist/run.mjs'), [], source);
  const { stdout } = await execute('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], { cwd: source });
  const archive = join(scratch, (JSON.parse(stdout) as [{ filename: string }])[0].filename);

  const folder = join(scratch, 'app');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'app', private: true, type: 'module' }));
  await execute('npm', ['install', '--offline', '--no-audit', '--no-fund', archive], { cwd: folder });
  mkdirSync(join(folder, 'node_modules/@types'));
  symlinkSync(bin('@types/node'), join(folder, 'node_modules/@types/node'));
  symlinkSync(bin('undici-types'), join(folder, 'node_modules/undici-types'));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: strictOptions, include: ['*.ts'] }));
  return { folder, archive, [Symbol.asyncDispose]: () => rm(scratch, { recursive: true, force: true }) };
}
