import { randomUUID } from 'node:crypto';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError, hasCode, unless } from './failure.js';
import { identify, isAlive, type ProcessIdentity } from './process-identity.js';

/**
 * Runs `work` while no other process (nor another call in this one) holds the lock file `path`.
 *
 * The lock of a process that was killed is recognised and taken away; of several that notice it at once only one
 * takes it away, so none can remove the lock of the next holder by mistake.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await acquire(path);
  try {
    return await work();
  } finally {
    // the folder may have been deleted meanwhile, and the lock with it
    await unlink(path).catch(unless('ENOENT'));
  }
}

interface Holder extends ProcessIdentity {
  readonly id: string;
}

const patience = 120_000;

async function acquire(path: string): Promise<void> {
  const id = randomUUID();
  const draft = `${path}.${id}.draft`;
  const deadline = Date.now() + patience;
  await writeFile(draft, JSON.stringify({ id, ...identify(process.pid) }));
  try {
    while (!(await appears(draft, path))) {
      const holder = await holderOf(path);
      if (holder && !(await isAlive(holder))) {
        await takeAway(path, holder);
      } else if (Date.now() > deadline) {
        throw new EmbeddedPostgresError(
          `Process ${holder?.pid} has been starting or stopping the database for ${patience / 1000} s.`,
          `See what it is doing; if it hangs, end it and try again (${path} is its lock).`,
        );
      } else {
        await sleep(10);
      }
    }
  } finally {
    await unlink(draft).catch(unless('ENOENT'));
  }
}

/** A hard link, because it comes with its whole content or not at all. */
async function appears(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Guarded by a lock of its own, named after the dead holder: a lock that carries this name can't be anybody else's. */
async function takeAway(path: string, dead: Holder): Promise<void> {
  await withLock(`${path}.${dead.id}`, async () => {
    if ((await holderOf(path))?.id === dead.id) await unlink(path);
  });
}

async function holderOf(path: string): Promise<Holder | null> {
  const text = await readFile(path, 'utf8').catch(unless('ENOENT'));
  if (text === null) return null;
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return { id: 'torn', pid: 0, started: null, seenAt: 0 }; // the machine went down before the content reached the disk
  }
}
