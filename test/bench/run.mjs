/**
 * `npm run bench`: ours beside PostGraphile 5 and beside a bare server on the same database, and our own targets.
 *
 *   npm run bench              all of it, some seven minutes
 *   npm run bench -- --quick   shorter rounds, under two minutes
 *   npm run bench -- --write   puts the table into README.md
 *   npm run bench -- --reads   the reads alone, five minutes, with --quick one
 *   npm run bench -- --backup  backups alone, half a minute
 *   npm run bench -- --documents  documents alone, a minute; not part of the rest
 *   npm run bench -- --sdk     the SDK alone, half a minute
 *   npm run bench -- --data    imports and exports alone, some ten minutes; not part of the rest
 *
 * Plain JavaScript that any Node from 20 on starts: it installs what is missing and goes on with the project's own Node.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../server/tools/build.mjs';
import { prepare, projectNode } from '../../server/tools/prepare.mjs';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const known = ['--quick', '--write', '--backup', '--data', '--documents', '--reads', '--sdk'];
const unknown = process.argv.slice(2).filter((option) => !known.includes(option));
if (unknown.length > 0) stop(`The bench does not know ${unknown.join(' ')}; it takes ${known.join(', ')}.`);
if (!(await prepare())) process.exit(1);
if (realpathSync(process.execPath) === projectNode()) {
  if (!arePeersInstalled()) installPeers();
  await build();
  const { bench } = await import('./bench.mjs');
  const has = (option) => process.argv.includes(option);
  const only = ['backup', 'data', 'documents', 'reads', 'sdk'].find((part) => has(`--${part}`)) ?? null;
  const isGood = await bench({ isQuick: has('--quick'), isWritten: has('--write') && only === null, only });
  process.exit(isGood ? 0 : 1);
}
handOver();

/** Runs this file once more, on the project's own Node. */
function handOver() {
  const child = spawn(projectNode(), process.argv.slice(1), { stdio: 'inherit' });
  // A terminal's Ctrl-C reaches the child too; it cleans up, and we end when it has.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** Compares what npm noted of the last installation with the lock file. */
function arePeersInstalled() {
  const packages = (path) => Object.entries(JSON.parse(readFileSync(join(here, path), 'utf8')).packages);
  if (!existsSync(join(here, 'node_modules/.package-lock.json'))) return false;
  const present = new Map(packages('node_modules/.package-lock.json'));
  return packages('package-lock.json').every(
    ([path, { version, optional }]) => path === '' || optional || present.get(path)?.version === version,
  );
}

function installPeers() {
  console.log('Installing the peers into test/bench; only this once.');
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const isScript = script?.endsWith('npm-cli.js');
  const [program, all] = isScript ? [node ?? process.execPath, [script, ...args]] : ['npm', args];
  const { status } = spawnSync(program, all, { cwd: here, stdio: 'inherit', shell: !isScript && process.platform === 'win32' });
  if (status !== 0) stop('`npm ci` in test/bench failed. Run it by hand to see why, then try again.');
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
