import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { installedBinaries } from './binaries.js';
import { execute } from './execute.js';
import { isSameFolder } from './postmaster.js';
import { commandOf, isAlive, type ProcessIdentity } from './process-identity.js';

/**
 * Ends a server in order: sessions are cut and everything is written (a fast shutdown). One that does not obey in
 * time is ended without a last checkpoint, which loses nothing either, and then by force. (PostgreSQL 18 was seen to
 * wait for ever when it was told to stop while it was recovering from the crash of a session.)
 */
export async function shutDown(postmaster: ProcessIdentity, cluster: string): Promise<void> {
  if (process.platform === 'win32') {
    // there are no signals there; PostgreSQL has a pipe instead, which pg_ctl knows
    const { pgCtl } = await installedBinaries();
    await execute(pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w'], null);
    return;
  }
  for (const [signal, seconds] of steps) {
    kill(postmaster.pid, signal);
    if (await isGoneWithin(postmaster, seconds * 1000)) return;
  }
}

/**
 * Ends the sessions that a killed postmaster left behind. They notice its death only when they next wait for
 * something, and a new server refuses to start as long as one of them lives. (Linux only; elsewhere one has to wait.)
 */
export async function killOrphans(cluster: string): Promise<void> {
  if (process.platform !== 'linux') return;
  for (const name of await readdir('/proc')) {
    const isSession = /^\d+$/.test(name) && (await commandOf(Number(name)))?.startsWith('postgres: ');
    if (isSession && isSameFolder(`/proc/${name}/cwd`, cluster)) kill(Number(name), 'SIGKILL');
  }
}

const steps = [
  ['SIGINT', 10],
  ['SIGQUIT', 10],
  ['SIGKILL', 5],
] as const;

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // gone already
  }
}

async function isGoneWithin(process: ProcessIdentity, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (await isAlive(process)) {
    if (Date.now() > deadline) return false;
    await sleep(5);
  }
  return true;
}
