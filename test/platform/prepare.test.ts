import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

interface Entry {
  readonly version: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

const prepareFile = fileURLToPath(new URL('../../server/tools/prepare.mjs', import.meta.url));

/** `server` runs, `tool` is for development, `native` is for another platform. */
const wanted: Record<string, Entry> = {
  'node_modules/server': { version: '1.0.0' },
  'node_modules/native': { version: '1.0.0', optional: true },
  'node_modules/tool': { version: '1.0.0', dev: true },
  'node_modules/server/node_modules/nested': { version: '2.0.0' },
};
const runtime = ['node_modules/server', 'node_modules/server/node_modules/nested'];
const everything = [...runtime, 'node_modules/tool'];

/** Stands in for npm: notes how it was called and places what the real one would. */
const fakeNpm = `
  const { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
  const args = process.argv.slice(2);
  appendFileSync('calls', args.join(' ') + '\\n');
  if (process.env.FAKE_NPM === 'fails') process.exit(7);
  if (args[0] === 'ci') rmSync('node_modules', { recursive: true, force: true });
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const placed = Object.entries(packages).filter(([path, { dev, optional }]) => path && !optional && (!dev || args.includes('--include=dev')));
  for (const [path, entry] of placed) {
    mkdirSync(path, { recursive: true });
    writeFileSync(path + '/package.json', JSON.stringify(entry));
    if (process.env.FAKE_NPM === 'dies') process.kill(process.pid, 'SIGKILL');
  }
  const ends = () => writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: Object.fromEntries(placed) }));
  process.env.FAKE_NPM === 'slow' ? setTimeout(ends, 8000) : ends();
`;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'relata-prepare-'));
  await write('package-lock.json', { packages: { '': {}, ...wanted } });
  await writeFile(join(root, 'npm-cli.js'), fakeNpm);
});
afterEach(() => rm(root, { recursive: true }));

async function write(path: string, content: object): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), JSON.stringify(content));
}

/** What `npm start`, or `npm test`, runs first, with what it printed. */
async function prepare(options: { readonly withTools?: boolean; readonly npm?: 'fails' | 'dies' | 'slow' } = {}) {
  const { withTools = false, npm = '' } = options;
  const script = `import { prepare } from ${JSON.stringify(prepareFile)}; process.exitCode = (await prepare(${JSON.stringify({ root, withTools })})) ? 0 : 1;`;
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    npm_execpath: join(root, 'npm-cli.js'),
    npm_node_execpath: process.execPath,
    FAKE_NPM: npm,
  };
  return new Promise<{ isReady: boolean; output: string }>((resolve) =>
    execFile(process.execPath, ['--input-type=module', '--eval', script], { env }, (error, stdout, stderr) =>
      resolve({ isReady: error === null, output: stdout + stderr }),
    ),
  );
}

/** The command of each call of npm, and whether it took the tools for development. */
const calls = async () =>
  existsSync(join(root, 'calls'))
    ? (await readFile(join(root, 'calls'), 'utf8'))
        .trim()
        .split('\n')
        .map((line) => line.replace(/--(?!include|omit|no-save)\S+ ?/g, '').trim())
    : [];

test('a start installs what it runs, tests add the rest, and from then on nobody installs', async () => {
  const first = await prepare();
  expect(first).toMatchObject({ isReady: true });
  expect(first.output).toContain('Installing 2 packages');
  expect(runtime.every((path) => existsSync(join(root, path)))).toBe(true);
  expect(existsSync(join(root, 'node_modules/tool'))).toBe(false);
  await writeFile(join(root, 'node_modules/server/in-use'), '');

  expect(await prepare()).toEqual({ isReady: true, output: '' });
  expect((await prepare({ withTools: true })).output).toContain('Adding 1 packages');
  expect(everything.every((path) => existsSync(join(root, path)))).toBe(true);
  // a server that was running meanwhile has kept its files
  expect(existsSync(join(root, 'node_modules/server/in-use'))).toBe(true);
  expect(await prepare()).toEqual({ isReady: true, output: '' });
  expect(await prepare({ withTools: true })).toEqual({ isReady: true, output: '' });
  expect(await calls()).toEqual(['ci --omit=dev', 'install --no-save --include=dev']);
});

test('packages that are not those of the lock file are installed anew, with the tools where they were', async () => {
  await prepare({ withTools: true });
  await write('package-lock.json', { packages: { '': {}, ...wanted, 'node_modules/server': { version: '1.0.1' } } });
  expect(await prepare()).toMatchObject({ isReady: true });
  await rm(join(root, 'node_modules/tool'), { recursive: true });
  expect(await prepare()).toMatchObject({ isReady: true });
  expect(await calls()).toEqual(['ci --include=dev', 'ci --include=dev', 'ci --include=dev']);
});

test('an installation that broke off is not trusted', async () => {
  expect(await prepare({ npm: 'dies' })).toMatchObject({ isReady: false });
  expect(existsSync(join(root, 'node_modules/server/package.json'))).toBe(true);
  expect(await prepare()).toMatchObject({ isReady: true });

  // half a tool: what runs is whole, so a start goes on; tests begin anew
  await mkdir(join(root, 'node_modules/tool'));
  expect(await prepare()).toEqual({ isReady: true, output: '' });
  expect(await prepare({ withTools: true })).toMatchObject({ isReady: true });
  expect(await calls()).toEqual(['ci --omit=dev', 'ci --omit=dev', 'ci --include=dev']);

  // of the old packages nothing is believed once npm has begun to remove them
  await write('package-lock.json', { packages: { '': {}, ...wanted, 'node_modules/server': { version: '1.0.1' } } });
  const failed = await prepare({ npm: 'fails' });
  expect(failed.isReady).toBe(false);
  expect(failed.output).toContain('`npm ci` failed: exit code 7.');
  await write('package-lock.json', { packages: { '': {}, ...wanted } });
  expect((await prepare()).output).toContain('Installing');
});

test('two at the same time install once, and each says how far it is', async () => {
  const both = await Promise.all([prepare({ npm: 'slow' }), prepare({ npm: 'slow' })]);
  expect(both.map(({ isReady }) => isReady)).toEqual([true, true]);
  const [worker, waiter] = both
    .map(({ output }) => output)
    .sort((a, b) => (a.startsWith('Installing') ? -1 : b.startsWith('Installing') ? 1 : 0));
  expect(worker).toMatch(/^Installing 2 packages.*\n {2}2 of 2 packages, finishing, \d+ s\n/);
  expect(waiter).toMatch(/^Another process installs packages in this folder\. Waiting for it\.\n {2}still waiting, 5 s\n/);
  expect(await calls()).toEqual(['ci --omit=dev']);
});

test('every script that runs a tool for development installs the tools first', async () => {
  const { scripts } = JSON.parse(await readFile(join(dirname(prepareFile), '../../package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const runTools = Object.keys(scripts).filter((name) => /\b(tsx|jest|eslint|tsc|graphql-codegen)\b/.test(scripts[name]!));
  expect(runTools).toEqual(expect.arrayContaining(['test', 'dev', 'migration', 'schema', 'codegen', 'typecheck', 'lint']));
  for (const name of runTools) expect(scripts[`pre${name}`]).toBe('node server/tools/prepare.mjs --with-tools');
  expect(scripts['prestart']).toBe('node server/tools/prepare.mjs');
});
