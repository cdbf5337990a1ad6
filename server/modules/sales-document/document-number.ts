import type { WriteContext } from '../../core/context.js';
import { newRowId } from '../../core/ids.js';
import { snakeCase } from '../../core/names.js';
import type { PendingRow } from '../../core/write/check.js';
import { standardDocumentSettings } from './document-setting.js';

/**
 * Gives new documents their numbers, in their order. Whoever numbers a kind of document holds its setting until the
 * transaction ends: a document that is not saved takes no number. Numbers that an import has brought along are passed over.
 *
 * @param table of the documents
 * @param document their kind
 */
export async function numberDocuments(context: WriteContext, { table, field, document }: { readonly table: string; readonly field: string; readonly document: string }, rows: readonly PendingRow[]): Promise<void> {
  const unnumbered = rows.filter((row) => !row.current && !row.values.get(field) && row.faults.length === 0);
  if (unnumbered.length === 0) return;
  const column = snakeCase(field);
  const take = async (): Promise<string[]> => {
    context.tally.statements++;
    const taken = await context.transaction.run(
      `WITH s AS MATERIALIZED (SELECT id, coalesce(number_prefix, '') AS prefix, next_number FROM document_setting WHERE org = $1::uuid AND document = $2 AND deleted_at IS NULL FOR UPDATE),
         n AS MATERIALIZED (SELECT c.number, c.g FROM (SELECT s.prefix || g AS number, g FROM (SELECT s.prefix, generate_series(s.next_number::bigint, 9007199254740991) AS g FROM s) s) c
           WHERE (SELECT count(*) FROM ${table} d WHERE d.org = $1::uuid AND d.${column} = c.number) = 0 LIMIT $3::int),
         u AS (UPDATE document_setting d SET next_number = (SELECT max(n.g) + 1 FROM n) FROM s WHERE d.org = $1::uuid AND d.id = s.id)
       SELECT n.number FROM n ORDER BY n.g`,
      [context.viewer.org, document, String(unnumbered.length)],
    );
    return taken.map(([number]) => number!);
  };
  let numbers = await take();
  if (numbers.length === 0) {
    await addSetting(context, document);
    numbers = await take();
  }
  for (const [at, row] of unnumbered.entries()) row.values.set(field, numbers[at]!);
}

/** For who locks anything that documents lock after their numbers: whoever makes documents of the kind waits, before either holds the rest. */
export async function lockNumbers({ transaction, viewer, tally }: WriteContext, document: string): Promise<void> {
  tally.statements++;
  await transaction.run('SELECT s.id::text FROM document_setting s WHERE s.org = $1::uuid AND s.document = $2 AND s.deleted_at IS NULL FOR UPDATE', [viewer.org, document]);
}

/** An organisation that was there before its documents had settings gets the standard one. */
async function addSetting({ transaction, viewer, tally }: WriteContext, document: string): Promise<void> {
  const prefix = standardDocumentSettings.find((one) => one.document === document)!.numberPrefix;
  tally.statements++;
  await transaction.run(`INSERT INTO document_setting (org, id, document, number_prefix) VALUES ($1::uuid, $2::uuid, $3, $4) ON CONFLICT DO NOTHING`, [viewer.org, newRowId(), document, prefix]);
}
