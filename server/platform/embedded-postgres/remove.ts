import { readdir, realpath, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError, unless } from './failure.js';
import { homeIn } from './home.js';
import { withLock } from './lock.js';
import { findPostmaster } from './postmaster.js';

/**
 * Removes the database of a data folder, wherever it lies. What else is in the folder stays.
 *
 * @param besides files in the data folder that are worth nothing without the database
 * @returns whether there was one
 */
export async function removeEmbeddedPostgres(dataDir: string, besides: readonly string[]): Promise<boolean> {
  const door = join(dataDir, 'postgres');
  const folder = await realpath(door).catch(unless('ENOENT'));
  if (!folder) return false;
  const lock = join(dataDir, 'postgres.lock');
  await withLock(lock, async () => {
    if (await findPostmaster(homeIn(folder).cluster))
      throw new EmbeddedPostgresError(`A server is using ${dataDir}.`, 'Stop it first (Ctrl-C where it runs), then try again.');
    await rm(folder, { recursive: true, force: true });
    await rm(door, { force: true, recursive: true });
    for (const name of besides) await rm(join(dataDir, name), { force: true });
  });
  await rm(lock, { force: true, recursive: true });
  if ((await readdir(dataDir)).length === 0) await rmdir(dataDir);
  return true;
}
