import { chown, lstat, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execute } from './execute.js';

/** The operating system's account that PostgreSQL runs as, when it can't be our own. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root hands it to somebody else: the owner of an existing cluster, else of the
 * folder that the data go into, else nobody. Null for everyone but root (and on Windows): then it simply runs as us.
 */
export async function accountFor(dataDir: string, home: string): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const accounts = await knownAccounts();
  const owner = (await ownerOf(home)) || (await ownerOf(dataDir));
  return (
    accounts.find(({ uid }) => owner > 0 && uid === owner) ?? accounts.find(({ name }) => name === 'nobody') ?? { uid: 65534, gid: 65534 }
  );
}

/** Whether the account can enter a folder; asked of the system itself, which also knows of access lists and mounts. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  return (await execute('/bin/sh', ['-c', 'cd -- "$0"', folder], account).catch(() => null))?.code === 0;
}

/** Gives a folder and all in it to the account; symbolic links are left alone. */
export async function giveTo(account: Account | null, path: string): Promise<void> {
  if (!account) return;
  const entry = await lstat(path);
  if (entry.isSymbolicLink()) return;
  await chown(path, account.uid, account.gid);
  if (entry.isDirectory()) for (const name of await readdir(path)) await giveTo(account, join(path, name));
}

/** 0 when nothing is there up to the root of the file system, or when it is root's. */
async function ownerOf(path: string): Promise<number> {
  try {
    return (await stat(path)).uid;
  } catch {
    return dirname(path) === path ? 0 : ownerOf(dirname(path));
  }
}

/** initdb wants its account to have a name, so a number from a mounted folder that nobody here knows won't do. */
async function knownAccounts(): Promise<(Account & { name: string | undefined })[]> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return passwd
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
