import type pg from 'pg';
import { SYSTEM_ROLE } from './roles.js';

/** Where pg-boss keeps its tables: apart from ours, owned by whoever migrates, used by the system role alone. */
export const QUEUE_SCHEMA = 'pgboss';
/** The one queue: which job comes next. What it is and how far it is stands in our own tables. */
export const JOB_QUEUE = 'job';
/** What pg-boss calls the version of its tables. A server that finds it need not load pg-boss to look. */
export const QUEUE_VERSION = 46;

/** A worker says so often that it lives; one that does not loses its job, which another takes up. */
export const HEARTBEAT_SECONDS = 10;

const queue = {
  heartbeatSeconds: HEARTBEAT_SECONDS,
  // A run may last; its steps are short, and the heartbeat tells who is gone.
  expireInSeconds: 86_000,
  retryLimit: 100_000,
  retryDelay: 1,
  deleteAfterSeconds: 3600,
} as const;

/** Makes the queue's tables, or brings them to the newest version. */
export async function migrateQueue(client: pg.Client): Promise<void> {
  if ((await versionOf(client)) === QUEUE_VERSION) return;
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values) },
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  const failures: Error[] = [];
  boss.on('error', (error) => failures.push(error));
  await boss.start();
  try {
    await boss.createQueue(JOB_QUEUE, queue);
    await boss.updateQueue(JOB_QUEUE, queue);
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
  if (failures[0]) throw failures[0];
  await client.query(`
    GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${SYSTEM_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${SYSTEM_ROLE};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${SYSTEM_ROLE}`);
}

async function versionOf(client: pg.Client): Promise<number | null> {
  const { rows: found } = await client.query<{ table: string | null }>(`SELECT to_regclass('${QUEUE_SCHEMA}.version')::text AS table`);
  if (!found[0]?.table) return null;
  const { rows } = await client.query<{ version: number }>(`SELECT version FROM ${QUEUE_SCHEMA}.version`);
  return Number(rows[0]?.version);
}
