import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, giveTo } from './account.js';
import { unless } from './failure.js';
import { type Home, homeIn } from './home.js';
import { launchMark } from './launch.js';
import { findPostmaster, type Postmaster } from './postmaster.js';
import { identify, isAlive, type ProcessIdentity } from './process-identity.js';
import { killOrphans, shutDown } from './shut-down.js';

/** Notes down, in a file of its own, that this process uses the server; the path is the lease. */
export async function takeLease(home: Home, account: Account | null): Promise<string> {
  await mkdir(home.leases, { recursive: true, mode: 0o700 });
  const lease = join(home.leases, `${process.pid}-${randomUUID()}.json`);
  await writeFile(lease, JSON.stringify({ ...identify(process.pid), folder: home.folder }), { mode: 0o600 });
  await giveTo(account, home.leases);
  return lease;
}

/**
 * Gives a lease back; with the last one the server goes down. Call it under the lock. Doing it twice, or when the
 * server is gone already, is no fault: a process and its watchdog may both try.
 */
export async function giveBack(lease: string, folder: string): Promise<void> {
  const home = homeIn(folder);
  await rm(lease, { force: true });
  if (await isLeased(home)) return;
  const postmaster = await findOrAwait(home);
  await rm(launchMark(home), { force: true });
  if (postmaster) await shutDown(postmaster, home.cluster);
  else await killOrphans(home.cluster);
}

interface Holder extends ProcessIdentity {
  readonly folder: string;
}

/** Leases of dead processes, or of a folder that was moved since, count for nothing and are cleared away. */
async function isLeased({ leases, folder }: Home): Promise<boolean> {
  for (const name of (await readdir(leases).catch(unless('ENOENT'))) ?? []) {
    const path = join(leases, name);
    const holder = await readHolder(path);
    if (holder?.folder === folder && (await isAlive(holder))) return true;
    await rm(path, { force: true });
  }
  return false;
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return null; // its process was killed while writing it
  }
}

/** Whoever launched it may have been killed before it could write its postmaster.pid. */
async function findOrAwait(home: Home): Promise<Postmaster | null> {
  const deadline = Date.now() + 5000;
  for (;;) {
    const postmaster = await findPostmaster(home.cluster);
    const mayAppear = (await readFile(launchMark(home)).catch(unless('ENOENT'))) !== null && Date.now() < deadline;
    if (postmaster || !mayAppear) return postmaster;
    await sleep(10);
  }
}
