import type { Row } from './rows.js';
import type { Transaction } from './transactions.js';

/** A row of a compiled read, for whoever compiled it. */
export type CompiledRow = Row;

/**
 * Opens a cursor over a compiled read in a transaction. It sees what was there when it was opened, however long it takes to read.
 *
 * @param size rows of a batch
 * @returns reads the next batch; it is empty at the end
 */
export async function openCursor(
  transaction: Transaction,
  { text, values }: { readonly text: string; readonly values: readonly (string | null)[] },
  size: number,
): Promise<() => Promise<CompiledRow[]>> {
  // PostgreSQL takes it that the first rows are wanted soon; here all are wanted.
  await transaction.run('SET LOCAL cursor_tuple_fraction = 1', []);
  await transaction.run(`DECLARE whole NO SCROLL CURSOR FOR ${text}`, values);
  return () => transaction.run(`FETCH ${size} FROM whole`, []);
}
