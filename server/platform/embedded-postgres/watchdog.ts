import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { plainEnvironment } from './execute.js';

export interface Watchdog {
  isRunning(): boolean;
  /** Ends it without its doing anything. */
  dismiss(): Promise<void>;
}

/**
 * Starts a child that gives our lease back when we can't: it waits on a pipe that the system closes however we end,
 * kill -9 included.
 *
 * Until then it is a shell, which takes a megabyte where a waiting Node would take forty; only in the end it becomes
 * the program that does the work.
 */
export function startWatchdog(lease: string, folder: string, lock: string): Watchdog {
  const command = [process.execPath, ...loader(), script, lease, folder, lock];
  const [program, ...args] =
    process.platform === 'win32' ? command : ['/bin/sh', '-c', 'read -r dismissed && exit; exec "$@"', 'watchdog', ...command];
  const child = spawn(program!, args, {
    cwd: '/',
    detached: true, // a Ctrl-C is not meant for it
    env: { ...plainEnvironment, TMPDIR: tmpdir() },
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  });
  child.on('error', () => {}); // no shell, say: isRunning tells
  child.stdin.on('error', () => {});
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  return { isRunning: () => isRunning(child), dismiss: () => dismiss(child) };
}

const here = fileURLToPath(import.meta.url);
const script = join(dirname(here), `watchdog-main${extname(here)}`);

/** From sources (tests, development) the child needs the loader for TypeScript; compiled, nothing. */
function loader(): string[] {
  if (extname(here) !== '.ts') return [];
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
}

const isRunning = (child: ChildProcess) => child.pid !== undefined && child.exitCode === null && child.signalCode === null;

async function dismiss(child: ChildProcess & { stdin: NodeJS.WritableStream }): Promise<void> {
  if (!isRunning(child)) return;
  child.ref();
  const exit = once(child, 'exit');
  child.stdin.end('dismissed\n');
  await exit;
}
