import type pg from 'pg';
import { tablesOfOrganizations } from './two-organizations.js';

/**
 * Returns a line for each table that holds rows of organizations, the change log included: the number of rows and their digest.
 * The last use of a session or a key is left out: the server notes it behind a request, when a minute has passed.
 */
export async function tableDigests(system: pg.Pool): Promise<string[]> {
  const { rows: tables } = await system.query<{ name: string }>(tablesOfOrganizations);
  return Promise.all(
    tables.map(async ({ name }) => {
      const row = ['session', 'api_key'].includes(name) ? `(to_jsonb(t) - 'last_used_at')` : 't';
      const { rows } = await system.query<{ digest: string }>(
        `SELECT count(*) || ' ' || md5(coalesce(string_agg(${row}::text, '|' ORDER BY ${row}::text), '')) AS digest FROM ${name} t`,
      );
      return `${name} ${rows[0]!.digest}`;
    }),
  );
}
