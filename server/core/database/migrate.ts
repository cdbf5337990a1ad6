import type { MigrationObject } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { Registry } from '../registry.js';
import { migrateQueue } from './job-queue.js';
import { createRolesSql } from './roles.js';

/** The migrations of the product. Loading them loads the ORM. */
export interface Migrations {
  /** Oldest first. */
  readonly names: readonly string[];
  readonly load: () => Promise<MigrationObject[]>;
}

/** Any two servers that start together migrate one after the other. */
const MIGRATION_LOCK = 7_341_001;
/** Months of the change log that are kept ready ahead of time. */
const MONTHS_AHEAD = 24;

/**
 * Brings the database to the newest schema: the roles, the migrations, the log's months, the queue of jobs.
 *
 * @param url a login that owns the tables and may make roles
 * @param upTo the last migration to apply; default: the newest
 */
export async function migrate(options: {
  registry: Registry;
  url: string;
  migrations: Migrations;
  upTo?: string;
}): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: options.url, application_name: 'relata migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(createRolesSql);
    const applied = (await isAtHead(client, options.migrations)) ? [] : await runMigrations(options);
    await client.query(partitionsSql(new Date()));
    await migrateQueue(client);
    return applied;
  } finally {
    await client.end();
  }
}

/** Whether nothing is left to do; then the ORM need not be loaded, which saves a start some 30 MB. */
async function isAtHead(client: pg.Client, { names }: Migrations): Promise<boolean> {
  const { rows: tables } = await client.query<{ found: string | null }>(`SELECT to_regclass('migration')::text AS found`);
  if (!tables[0]?.found) return false;
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migration');
  const done = new Set(rows.map(({ name }) => name));
  return names.every((name) => done.has(name));
}

async function runMigrations({
  registry,
  url,
  migrations,
  upTo,
}: {
  registry: Registry;
  url: string;
  migrations: Migrations;
  upTo?: string;
}): Promise<string[]> {
  const { createOrm } = await import('./orm.js');
  const orm = await createOrm({ registry, url, migrations: await migrations.load() });
  try {
    return (await orm.migrator.up(upTo ? { to: upTo } : undefined)).map(({ name }) => name);
  } finally {
    await orm.close();
  }
}

/** The change log by month: from the month before `today` to two years on; a default part takes what lies outside. */
function partitionsSql(today: Date): string {
  const statements = [`CREATE TABLE IF NOT EXISTS change_other PARTITION OF change DEFAULT`];
  for (let offset = -1; offset <= MONTHS_AHEAD; offset++) {
    const [from, to] = [offset, offset + 1].map((month) =>
      new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + month, 1)).toISOString().slice(0, 10),
    );
    statements.push(
      `CREATE TABLE IF NOT EXISTS change_${from!.slice(0, 7).replace('-', '_')} PARTITION OF change FOR VALUES FROM ('${from!}') TO ('${to!}')`,
    );
  }
  return statements.join(';\n');
}
