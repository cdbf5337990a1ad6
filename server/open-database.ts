import type { Config } from './config.js';
import { startEmbeddedPostgres } from './platform/embedded-postgres/embedded-postgres.js';
import type { Log } from './platform/http/log.js';

/** A database that is there to be used. */
export interface Where {
  readonly urls: { readonly owner: string; readonly app: string; readonly system: string };
  /** Gives back what was started. */
  release(): Promise<void>;
}

/** Something that whoever starts the program can put right; its message is all they need. */
export class StartError extends Error {}

/** The database that the configuration names; the embedded one is started, or shared when a server has started it. */
export async function openDatabase({ database }: Pick<Config, 'database'>, log: Pick<Log, 'info'>): Promise<Where> {
  if (database.kind === 'external') {
    const { url, directUrl, roles } = database;
    return { urls: { owner: directUrl, app: roles?.appUrl ?? url, system: roles?.systemUrl ?? url }, release: () => Promise.resolve() };
  }
  const embedded = await startEmbeddedPostgres({ dataDir: database.dataDir, log: (message) => log.info('database.embedded', { message }) });
  return { urls: { owner: embedded.url, app: embedded.url, system: embedded.url }, release: () => embedded.stop() };
}

/** A database of the user's own that can not be used: what to look at, without the URL and its password. */
export function databaseError(error: unknown, { database }: Pick<Config, 'database'>): unknown {
  const { code = '', message } = error as { code?: string; message: string };
  if (database.kind === 'embedded') return error;
  if (/^E[A-Z]+$|^08|^28|^3D000|^42501|^57P0/.test(code))
    return new StartError(`The database of DATABASE_URL can not be used: ${message || code}`);
  return error;
}
