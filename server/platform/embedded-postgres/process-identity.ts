import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { hasCode } from './failure.js';

/**
 * One process beyond doubt. A pid alone may belong to another program by the time somebody reads it from a file.
 *
 * Linux tells the exact start (`started`: boot and clock tick). Elsewhere a process that began after it was noted
 * down (`seenAt`) cannot be the one that was meant.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string | null;
  readonly seenAt: number;
}

/** Who runs under this pid now, or null when nobody does. */
export function identify(pid: number): ProcessIdentity | null {
  if (!isTaken(pid)) return null;
  const stat = procStat(pid);
  if (stat?.isZombie) return null;
  return { pid, started: stat?.started ?? null, seenAt: Date.now() };
}

/** Whether exactly this process still runs. A zombie that nobody reaps (a container's pid 1 may not) counts as dead. */
export async function isAlive({ pid, started, seenAt }: ProcessIdentity): Promise<boolean> {
  const now = identify(pid);
  if (!now) return false;
  if (started && now.started) return started === now.started;
  if (pid === process.pid || hasProc) return true;
  const since = await startTime(pid);
  return since === null || since <= seenAt + 2000;
}

/** Whether the system has given this pid away, be it to a zombie. */
export function isTaken(pid: number): boolean {
  if (!(pid > 0)) return false; // kill(0) would mean our own group
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** The command line of a process as one string; null when it is gone or hidden. */
export async function commandOf(pid: number): Promise<string | null> {
  try {
    if (hasProc) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return (await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)])).stdout.trim() || null;
  } catch {
    return null;
  }
}

const run = promisify(execFile);
const hasProc = existsSync('/proc/self/stat');
const boot = hasProc ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() : '';

function procStat(pid: number): { isZombie: boolean; started: string } | null {
  if (!hasProc) return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the program's name stands in parentheses and may hold anything, so count from its end
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { isZombie: fields[0] === 'Z' || fields[0] === 'X', started: `${boot}:${fields[19]}` };
  } catch {
    return null;
  }
}

async function startTime(pid: number): Promise<number | null> {
  const [command, args] =
    process.platform === 'win32'
      ? ['powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.ToUniversalTime().ToString('o')`]]
      : ['ps', ['-o', 'lstart=', '-p', String(pid)]];
  try {
    const time = Date.parse((await run(command, args)).stdout.trim());
    return Number.isNaN(time) ? null : time;
  } catch {
    return null;
  }
}
