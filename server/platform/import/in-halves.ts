import { sql } from 'kysely';
import { organizationDb } from '../../core/typed-sql.js';
import type { WriteContext } from '../../core/context.js';

/**
 * Writes rows together; where that fails for a reason that nobody foresaw, in halves, until it is known which row it is.
 *
 * @param refuse what becomes of a row that can not be written
 */
export async function inHalves<Row, Result>(
  context: WriteContext,
  rows: readonly Row[],
  write: (rows: readonly Row[]) => Promise<Result[]>,
  refuse: (row: Row, error: unknown) => Result,
): Promise<Result[]> {
  const db = organizationDb(context);
  await sql`SAVEPOINT step`.execute(db);
  try {
    const results = await write(rows);
    await sql`RELEASE SAVEPOINT step`.execute(db);
    return results;
  } catch (error) {
    if (isForAll(error)) throw error;
    await sql`ROLLBACK TO SAVEPOINT step`.execute(db);
    if (rows.length === 1) return [refuse(rows[0]!, error)];
  }
  const half = Math.ceil(rows.length / 2);
  const halves = [rows.slice(0, half), rows.slice(half)];
  const results: Result[] = [];
  for (const some of halves) results.push(...(await inHalves(context, some, write, refuse)));
  return results;
}

/** Failures that have nothing to do with a row: lost races, which are run again, and a database that is away. */
const isForAll = (error: unknown): boolean =>
  /^(40001|40P01|55P03|23505|57014|08...|57P0.)$/.test(String((error as { code?: unknown }).code));
