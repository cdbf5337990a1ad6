import { open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, giveTo } from './account.js';
import type { Binaries } from './binaries.js';
import { execute } from './execute.js';
import { EmbeddedPostgresError, unless } from './failure.js';
import type { Home, Log } from './home.js';

export const superuser = 'postgres';

/**
 * Makes the cluster when there is none, and refuses one that these binaries can't open.
 *
 * initdb works under a passing name; only a cluster that is complete and on the disk gets its own. So what a kill
 * leaves behind is never taken for a cluster, and is cleared away the next time.
 */
export async function ensureCluster(home: Home, binaries: Binaries, password: string, account: Account | null, log: Log): Promise<void> {
  const made = await readFile(join(home.cluster, 'PG_VERSION'), 'utf8').catch(unless('ENOENT', 'ENOTDIR'));
  if (made !== null) {
    refuseOtherMajor(home, binaries, made.trim());
    return;
  }
  log('making a new database', { folder: home.cluster });
  await clearAway(home);
  const draft = join(home.folder, `cluster.${process.pid}-${Date.now()}.draft`);
  await initialize(draft, home, binaries, password, account);
  await rename(draft, home.cluster);
  await syncFolder(home.folder);
}

function refuseOtherMajor({ cluster, folder }: Home, { version }: Binaries, made: string): void {
  const major = version.split('.')[0];
  if (made === major) return;
  throw new EmbeddedPostgresError(
    `The database in ${cluster} was made by PostgreSQL ${made}; the installed programs are PostgreSQL ${version} and can't open it.`,
    `Go back to the version of the server that made it and move its data over (pg_dump, pg_upgrade), or move ${folder} away to begin with an empty database.`,
  );
}

async function initialize(draft: string, home: Home, { initdb }: Binaries, password: string, account: Account | null): Promise<void> {
  const passwordFile = join(home.folder, 'password.draft');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await giveTo(account, passwordFile);
  const options = [
    '--username',
    superuser,
    '--pwfile',
    passwordFile,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // one order of text for every machine: ICU's root; libc's share of it is fixed to C
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=und',
    '--data-checksums',
    '--no-instructions',
  ];
  try {
    // one sync at the end instead of one per step
    await mustRun(initdb, ['--pgdata', draft, ...options, '--no-sync'], account);
    await mustRun(initdb, ['--pgdata', draft, '--sync-only'], account);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function mustRun(program: string, args: string[], account: Account | null): Promise<void> {
  const remedy = 'If the reason above does not help, set DATABASE_URL to a PostgreSQL of your own, version 15 or newer.';
  const { code, output } = await execute(program, args, account).catch((error: unknown) => {
    const musl = process.platform === 'linux' && (process.report.getReport() as { header: object }).header;
    const hint = musl && !('glibcVersionRuntime' in musl) ? 'They need glibc, which this Linux (Alpine?) does not have. ' : '';
    throw new EmbeddedPostgresError(`PostgreSQL's programs do not run here: ${String(error)}`, hint + remedy);
  });
  if (code !== 0) throw new EmbeddedPostgresError(`PostgreSQL could not make a database (initdb ended with ${code}):`, remedy, output);
}

async function clearAway({ folder }: Home): Promise<void> {
  const drafts = (await readdir(folder)).filter((name) => name.startsWith('cluster.') && name.endsWith('.draft'));
  // an initdb whose starter was killed may still write there for a moment; then the rest goes the next time
  await Promise.allSettled(drafts.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

/** A renamed folder survives a power cut once the one it is in is on the disk. Windows can't be asked and need not be. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
