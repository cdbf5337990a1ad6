import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../server/core/database/migrate.js';
import { migrations } from '../../server/migrations/index.js';
import { registry } from '../../server/modules/index.js';

/** The server the tests run on: what `globalSetup` started, or the one that DATABASE_URL names. */
export function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  if (!url) throw new Error('test/support/global-setup.mjs has not run: start the tests with npm test.');
  return url;
}

const withDatabase = (url: string, database: string): string => {
  const made = new URL(url);
  made.pathname = `/${database}`;
  return made.toString();
};

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated, empty database that each test file gets a copy of. */
export const TEMPLATE = 'relata_test_template';

/** Runs statements on the server's own database. */
async function onServer(statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}

export async function createTemplate(): Promise<void> {
  await onServer([`DROP DATABASE IF EXISTS ${TEMPLATE}`, `CREATE DATABASE ${TEMPLATE} TEMPLATE template0 ENCODING 'UTF8'`]);
  await migrate({ registry, url: withDatabase(serverUrl(), TEMPLATE), migrations });
}

/** A database of its own, gone when the caller is done. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `relata_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  // Another file may be copying the template at this moment.
  await retried(() => onServer([`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`]));
  return {
    url: withDatabase(serverUrl(), name),
    drop: dropping(name),
  };
}

/** A copy of a test's database. Nobody may be connected to it while it is copied. */
export async function copyDatabase(url: string): Promise<TestDatabase> {
  const source = new URL(url).pathname.slice(1);
  const name = `relata_copy_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  await retried(() => onServer([`CREATE DATABASE ${name} TEMPLATE ${source}`]));
  return { url: withDatabase(serverUrl(), name), drop: dropping(name) };
}

/** A database of its own with nothing in it, not even our tables. */
export async function createBareDatabase(): Promise<TestDatabase> {
  const name = `relata_bare_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  await onServer([`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`]);
  return {
    url: withDatabase(serverUrl(), name),
    drop: dropping(name),
  };
}

/** The server's own housekeeping, which only its superuser may end, can be in the database that goes: it is asked again. */
const dropping = (name: string) => (): Promise<void> => retried(() => onServer([`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`]));

const MAX_ATTEMPTS = 20;

async function retried(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === MAX_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 * attempt));
    }
  }
}

/** Trades durability for speed: nobody reads the databases of a test run after the machine has crashed. */
export async function forgetDurability(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) await client.query(`ALTER SYSTEM SET ${setting} = off`);
    await client.query('SELECT pg_reload_conf()');
  } finally {
    await client.end();
  }
}
