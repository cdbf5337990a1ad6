import type { MigrationObject } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { Registry } from '../registry.js';
import { createOrm } from './orm.js';
import { createRolesSql } from './roles.js';

/** Any two servers that start together migrate one after the other. */
const MIGRATION_LOCK = 7_341_001;
/** Months of the change log that are kept ready ahead of time. */
const MONTHS_AHEAD = 24;

/**
 * Brings the database to the newest schema: the roles, the migrations, the log's months.
 *
 * @param url a login that owns the tables and may make roles
 */
export async function migrate(options: { registry: Registry; url: string; migrations: MigrationObject[] }): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: options.url, application_name: 'relata migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(createRolesSql);
    const orm = await createOrm(options);
    try {
      const applied = await orm.migrator.up();
      await client.query(partitionsSql(new Date()));
      return applied.map(({ name }) => name);
    } finally {
      await orm.close();
    }
  } finally {
    await client.end();
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
