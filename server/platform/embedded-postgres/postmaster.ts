import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode, unless } from './failure.js';
import { commandOf, identify, isTaken, type ProcessIdentity } from './process-identity.js';

/** PostgreSQL's first process, as its cluster's postmaster.pid tells of it. */
export interface Postmaster extends ProcessIdentity {
  readonly port: number;
  readonly isReady: boolean;
  /** It is on its way up or serving; otherwise it is on its way down. */
  readonly isStaying: boolean;
}

/**
 * The server that runs on this cluster, or null. The file alone proves nothing: after a kill it stays behind, and its
 * pid may belong to another program by now, even to the server of another cluster.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const file = await readPidFile(cluster);
  const identity = file && identify(file.pid);
  if (!file || !identity || !(await serves(file.pid, cluster))) return null;
  const { port, status, folder } = file;
  // a folder moved under its running server: that one gives up soon, its port is of no use any more
  const isMoved = isGone(folder);
  return { ...identity, port, isReady: status === 'ready' && !isMoved, isStaying: status !== 'stopping' && !isMoved };
}

/**
 * The pid in postmaster.pid when it is not the cluster's server, though PostgreSQL would believe so: it only asks
 * whether the pid is taken, and another program has it now, or a zombie.
 */
export async function misleadingPid(cluster: string): Promise<number | null> {
  const file = await readPidFile(cluster);
  return file && isTaken(file.pid) && !(await findPostmaster(cluster)) ? file.pid : null;
}

interface PidFile {
  readonly pid: number;
  readonly folder: string;
  readonly port: number;
  readonly status: string;
}

async function readPidFile(cluster: string): Promise<PidFile | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(unless('ENOENT', 'ENOTDIR'));
  if (!text) return null;
  const [pid = '', folder = '', , port = '', , , , status = ''] = text.split('\n');
  return { pid: Math.abs(Number(pid)), folder: folder.trim(), port: Number(port), status: status.trim() };
}

async function serves(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'win32') return true; // PostgreSQL checks by itself there, through a named pipe
  const [, folder] = / -D (.+?) -p \d+ /.exec((await commandOf(pid)) ?? '') ?? [];
  return folder !== undefined && (isSameFolder(folder, cluster) || isGone(folder));
}

function isGone(folder: string): boolean {
  try {
    statSync(folder);
    return false;
  } catch (error) {
    return hasCode(error, 'ENOENT');
  }
}

/** By what they are, not by their names: either may be reached through a link. */
export function isSameFolder(one: string, other: string): boolean {
  try {
    const [a, b] = [statSync(one), statSync(other)];
    return a.ino === b.ino && a.dev === b.dev;
  } catch {
    return false;
  }
}
