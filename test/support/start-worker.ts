import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

let workers: ChildProcess[] = [];

export interface WorkerOptions {
  /** 2 unless told. */
  readonly atOnce?: number;
  readonly turnMs?: number;
}

/** Starts a process that works on the jobs of a database. */
export async function startWorker(url: string, options: WorkerOptions = {}): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('job-worker.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--import', new URL('runner/hooks.mjs', import.meta.url).href, file, url, JSON.stringify(options)],
    {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  workers.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', () => reject(new Error('The worker ended.')));
  });
  return child;
}

/** What a process ends with; null where it was killed. */
export const exitOf = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null ? Promise.resolve(child.exitCode) : new Promise((resolve) => child.once('exit', (code) => resolve(code)));

/** Ends those that a test has left. */
export function endWorkers(): void {
  for (const child of workers) if (child.exitCode === null) child.kill('SIGKILL');
  workers = [];
}
