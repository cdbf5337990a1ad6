import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Account, canEnter } from './account.js';
import { EmbeddedPostgresError, unless } from './failure.js';
import { findPostmaster } from './postmaster.js';

/** Where everything of one embedded PostgreSQL lies. */
export interface Home {
  readonly folder: string;
  readonly cluster: string;
  readonly log: string;
  readonly state: string;
  readonly leases: string;
}

export type Log = (message: string, details?: object) => void;

/** Folders for clusters that can't lie in their data folder, best first: these outlive a restart of the machine. */
export const outsideFolders: readonly string[] = ['/var/lib/relata', '/var/tmp/relata'];

export function homeIn(folder: string): Home {
  return {
    folder,
    cluster: join(folder, 'cluster'),
    log: join(folder, 'postgres.log'),
    state: join(folder, 'state.json'),
    leases: join(folder, 'leases'),
  };
}

/** Makes the data folder when it is missing, and what root makes in somebody's folder is theirs; gives its real path. */
export async function makeDataDir(path: string): Promise<string> {
  const made = await mkdir(path, { recursive: true });
  const dataDir = await realpath(path);
  if (made && process.getuid?.() === 0) {
    const { uid, gid } = await stat(dirname(made));
    for (let folder = dataDir; folder.startsWith(await realpath(made)); folder = dirname(folder)) await chown(folder, uid, gid);
  }
  return dataDir;
}

/**
 * The home of a data folder, made when it is not there: `postgres` inside it.
 *
 * When PostgreSQL must run as an account that can't enter the data folder (one below /root, say), `postgres` is a
 * symbolic link to a folder outside. The link is what counts: moving the data folder keeps the database, and
 * deleting it begins anew, as it would without a link.
 */
export async function openHome(dataDir: string, account: Account | null, outside: readonly string[], log: Log): Promise<Home> {
  const door = join(dataDir, 'postgres');
  const found = await lstat(door).catch(unless('ENOENT'));
  if (found?.isSymbolicLink()) {
    const folder = await realpath(door).catch(unless('ENOENT'));
    if (folder) return homeIn(folder);
    log('the folder of the database is gone, beginning with an empty one', { link: door });
    await rm(door);
    return openHome(dataDir, account, outside, log);
  }
  if (account && !(await admit(account, dataDir)) && !(await findPostmaster(homeIn(door).cluster))?.isStaying) {
    return homeIn(await settleOutside(dataDir, door, account, outside, log));
  }
  if (!found) await make(door, account);
  else if (!account && process.getuid && found.uid !== process.getuid()) {
    throw new EmbeddedPostgresError(`${door} belongs to another user (uid ${found.uid}).`, 'Start as that user, or as root.');
  }
  return homeIn(await realpath(door));
}

/**
 * Whether the account can enter the folder. One that was root's alone (made by mkdtemp, or under a strict umask) is
 * opened for it to pass through, not to look around, where that is all it takes.
 */
async function admit(account: Account, dataDir: string): Promise<boolean> {
  if (await canEnter(account, dataDir)) return true;
  const { uid, mode } = await stat(dataDir);
  if (uid !== 0 || (mode & 0o077) !== 0 || !(await canEnter(account, dirname(dataDir)))) return false;
  await chown(dataDir, uid, account.gid);
  await chmod(dataDir, 0o710);
  return canEnter(account, dataDir);
}

async function settleOutside(dataDir: string, door: string, account: Account, outside: readonly string[], log: Log): Promise<string> {
  const folder = join(await outsideFolder(account, outside), createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  const isInUse = (await findPostmaster(homeIn(folder).cluster)) !== null;
  if (!isInUse && (await lstat(folder).catch(unless('ENOENT')))) {
    log('the data folder was deleted since, setting its old database aside', { as: `${folder}.old` });
    await rm(`${folder}.old`, { recursive: true, force: true });
    await rename(folder, `${folder}.old`);
  }
  if (await lstat(door).catch(unless('ENOENT'))) {
    await rename(door, folder).catch((error: unknown) => {
      throw new EmbeddedPostgresError(
        `PostgreSQL runs as uid ${account.uid} here, which can't enter ${dataDir}, and moving the database failed: ${String(error)}`,
        `Make ${dataDir} enterable for that user, or move ${door} to ${folder} and put a symbolic link in its place.`,
      );
    });
  } else if (!isInUse) {
    await make(folder, account);
  }
  await writeFile(join(folder, 'belongs-to.txt'), `${dataDir}\n`);
  await symlink(folder, door);
  log('the database lies outside the data folder, which its user cannot enter', { folder });
  return folder;
}

/** Only a folder that is root's own will do: in /var/tmp anybody could have made it first. */
async function outsideFolder(account: Account, candidates: readonly string[]): Promise<string> {
  for (const folder of candidates) {
    try {
      await mkdir(folder, { recursive: true });
      const { uid } = await lstat(folder);
      if (uid !== 0) continue;
      await chmod(folder, 0o755);
      if (await canEnter(account, folder)) return await realpath(folder);
    } catch {
      continue;
    }
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL runs as uid ${account.uid} here and can enter neither the data folder nor ${candidates.join(' nor ')}.`,
    'Use a data folder that this user can enter, start as another user than root, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

async function make(folder: string, account: Account | null): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);
}
