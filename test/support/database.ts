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

/** All databases of a run begin with this; two runs may share a server. */
const prefix = (): string => `relata_test_${process.env['TEST_RUN'] ?? process.pid}_`;
const newName = (): string => prefix() + randomUUID().replaceAll('-', '').slice(0, 16);
/** The migrated, empty database that others are copies of. */
const template = (): string => `${prefix()}template`;

/** Runs statements on the server's own database. */
async function onServer(...statements: readonly string[]): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    let rows: Record<string, string>[] = [];
    for (const sql of statements) ({ rows } = await client.query<Record<string, string>>(sql));
    return rows;
  } finally {
    await client.end();
  }
}

export async function createTemplate(): Promise<void> {
  await onServer(`CREATE DATABASE ${template()} TEMPLATE template0 ENCODING 'UTF8'`);
  await migrate({ registry, url: withDatabase(serverUrl(), template()), migrations });
}

/** Drops what the run has left: the template, the databases of shared servers, and those of files that were ended. */
export async function dropDatabases(): Promise<void> {
  const rows = await onServer(`SELECT datname AS name FROM pg_database WHERE starts_with(datname, '${prefix()}')`);
  for (const { name } of rows) await dropping(name!)();
}

/** A database of its own, gone when the caller is done. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = newName();
  // Another file may be copying the template at this moment.
  await retried(() => onServer(`CREATE DATABASE ${name} TEMPLATE ${template()}`));
  return {
    url: withDatabase(serverUrl(), name),
    drop: dropping(name),
  };
}

/** A copy of a test's database. Nobody may be connected to it while it is copied. */
export async function copyDatabase(url: string): Promise<TestDatabase> {
  const source = new URL(url).pathname.slice(1);
  const name = newName();
  await retried(() => onServer(`CREATE DATABASE ${name} TEMPLATE ${source}`));
  return { url: withDatabase(serverUrl(), name), drop: dropping(name) };
}

/** A database of its own with nothing in it, not even our tables. */
export async function createBareDatabase(): Promise<TestDatabase> {
  const name = newName();
  await onServer(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  return {
    url: withDatabase(serverUrl(), name),
    drop: dropping(name),
  };
}

/** The server's own housekeeping, which only its superuser may end, can be in the database that goes: it is asked again. */
const dropping = (name: string) => (): Promise<void> => retried(() => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));

const MAX_ATTEMPTS = 20;

async function retried(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work();
      return;
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
