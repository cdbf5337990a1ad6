/**
 * `npm start`, and `npm run worker` with `--worker`: builds what changed and runs the server or a worker, on the project's own Node where npm runs on an older one.
 *
 * However the stop is asked for, the server is told exactly once, so that it drains in peace: a Ctrl-C under npm
 * arrives twice (from the terminal, and forwarded), and a SIGTERM to npm may not arrive at all (a shell between us
 * does not forward it), which shows in the death of our parent.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { mallocSettings } from './malloc.mjs';
import { isRecent, prepare, projectNode, projectRoot } from './prepare.mjs';

const stopSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const handedOver = '--handed-over';
const isWorker = process.argv.includes('--worker');

// npm leaves `prestart` out when ignore-scripts is set; where it ran this takes some milliseconds
if (!(await prepare())) process.exit(1);
if (isRecent(process.version)) {
  restartWithMallocSettings();
  await runHere();
} else handOver();

async function runHere() {
  process.setSourceMapsEnabled(true);
  // whoever reads our output may go before we have drained
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  if (!existsSync(join(projectRoot, 'build', 'server'))) console.log('Compiling the server …');
  await build();
  // in any other mode graphql-js looks for a second copy of itself at each step of each check
  process.env.NODE_ENV ??= 'production';
  tellOnce();
  if (process.argv.includes(handedOver) || process.env.npm_lifecycle_event) watchParents(() => process.emit('SIGTERM', 'SIGTERM'));
  const entry = isWorker ? ['tools', 'worker.js'] : ['main.js'];
  await import(pathToFileURL(join(projectRoot, 'build', 'server', ...entry)).href);
}

/** Begins this process once more with settings for glibc. It stays the same process for whoever started it. */
function restartWithMallocSettings() {
  const names = Object.keys(mallocSettings);
  if (names.every((name) => process.env[name] === mallocSettings[name])) {
    // Not for PostgreSQL, which we may start.
    for (const name of names) delete process.env[name];
    return;
  }
  // Settings that are there already stay; and a new beginning would lose the IPC channel of a parent.
  if (process.platform !== 'linux' || process.channel || !process.execve || names.some((name) => name in process.env)) return;
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)], {
    ...process.env,
    ...mallocSettings,
  });
}

/** Runs this file once more, on a Node that is new enough and with the same options, and passes signals on. */
function handOver() {
  const child = spawn(projectNode(), [...process.execArgv, fileURLToPath(import.meta.url), handedOver, ...(isWorker ? ['--worker'] : [])], {
    detached: process.platform !== 'win32', // out of the terminal's reach: only we tell it to stop
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let isTold = false;
  /** @param {NodeJS.Signals} signal */
  const tell = (signal) => {
    if (!isTold) child.kill(signal);
    isTold = true;
  };
  for (const signal of stopSignals) process.on(signal, tell);
  if (process.env.npm_lifecycle_event) watchParents(() => tell('SIGTERM'));
  child.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? exitCodeOf(signal ?? 'SIGTERM')));
}

/** Lets only the first signal through to the server; before the server listens for any, it simply ends us. */
function tellOnce() {
  let isTold = false;
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, first);
  // the terminal was closed: a server knows of no difference
  process.on('SIGHUP', () => process.emit('SIGTERM', 'SIGTERM'));

  /** @param {NodeJS.Signals} signal */
  function first(signal) {
    if (isTold) return;
    if (process.listenerCount(signal) === 1) process.exit(exitCodeOf(signal));
    isTold = true;
    // the listeners of this signal are being called all the same; from now on only this one hears any
    for (const each of ['SIGINT', 'SIGTERM']) {
      process.removeAllListeners(each);
      process.on(each, first);
    }
  }
}

/**
 * Calls back when npm, or the shell that it started us with, is gone.
 *
 * @param {() => void} onDeath
 */
function watchParents(onDeath) {
  const { ppid } = process;
  const pids = parents(ppid);
  if (pids.length === 0) return;
  const timer = setInterval(() => {
    if (process.ppid === ppid && pids.every(exists)) return;
    clearInterval(timer);
    onDeath();
  }, 250);
  timer.unref();
}

/**
 * The process that started us, and the one before it where that is but a shell. None for a child of pid 1, which may
 * be an orphan already.
 *
 * @param {number} ppid
 */
function parents(ppid) {
  if (ppid <= 1) return [];
  const stat = `/proc/${ppid}/stat`;
  const [, shell, grandparent] = (existsSync(stat) && /\((\w*sh|busybox)\) \S (\d+)/.exec(readFileSync(stat, 'utf8'))) || [];
  return shell && Number(grandparent) > 1 ? [ppid, Number(grandparent)] : [ppid];
}

/** @param {number} pid */
function exists(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** @param {NodeJS.Signals} signal */
function exitCodeOf(signal) {
  return 128 + constants.signals[signal];
}
