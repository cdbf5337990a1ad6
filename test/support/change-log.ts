import { rowId } from './records.js';
import type { Workspace } from './workspace.js';

/** A row of the change log; values as PostgreSQL's text, so that no digit is lost. */
export interface Change {
  readonly module: string;
  readonly version: number;
  readonly operation: 'CREATE' | 'UPDATE' | 'DELETE' | 'RESTORE' | 'DERIVED';
  readonly was: Readonly<Record<string, string | null>>;
  readonly became: Readonly<Record<string, string | null>>;
  readonly actor: string | null;
  readonly cause: string | null;
}

const texts = (column: string): string => `(SELECT coalesce(jsonb_object_agg(e.key, e.value), '{}') FROM jsonb_each_text(c.${column}) e)`;

/** What the log says of a record, oldest first. */
export async function changesOf(crm: Workspace, id: string): Promise<Change[]> {
  const { rows } = await crm.app.database.system.query<Change>(
    `SELECT c.module, c.version, c.operation, ${texts('was')} AS was, ${texts('became')} AS became, c.actor_id AS actor, c.cause FROM change c WHERE c.record_id = $1 ORDER BY c.id`,
    [rowId(id)],
  );
  return rows;
}

/** How many rows the log has of an organisation. */
export async function changesIn(crm: Workspace, org: string): Promise<number> {
  const { rows } = await crm.app.database.system.query<{ count: number }>('SELECT count(*)::int AS count FROM change WHERE org = $1', [
    org,
  ]);
  return rows[0]!.count;
}
