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
 * @param yearOf the year of a document, for numbers that begin again each year
 */
export async function numberDocuments(context: WriteContext, { table, field, document }: { readonly table: string; readonly field: string; readonly document: string }, rows: readonly PendingRow[], yearOf: (row: PendingRow) => string): Promise<void> {
  const unnumbered = rows.filter((row) => !row.current && !row.values.get(field) && row.faults.length === 0);
  if (unnumbered.length === 0) return;
  const column = snakeCase(field);
  // The counter holds at least so many digits as the pattern has zeros.
  const take = async (year: string, count: number): Promise<string[]> => {
    const taken = await context.transaction.run(
      `WITH s AS MATERIALIZED (SELECT id, number_prefix, next_number, number_reset = 'YEARLY' AS yearly, coalesce(next_number_by_year, '{}') AS years,
           regexp_match(replace(replace(number_pattern, '{yyyy}', $4), '{yy}', right($4, 2)), '^(.*)\\{(0+)\\}(.*)$') AS pattern
           FROM document_setting WHERE org = $1::uuid AND document = $2 AND deleted_at IS NULL FOR UPDATE),
         p AS MATERIALIZED (SELECT s.*, CASE WHEN s.yearly THEN coalesce((s.years->>$4)::bigint, 1) ELSE s.next_number END AS first,
           coalesce(s.pattern[1], s.number_prefix, '') AS head, coalesce(length(s.pattern[2]), 1) AS digits, coalesce(s.pattern[3], '') AS tail FROM s),
         n AS MATERIALIZED (SELECT c.number, c.g FROM (SELECT p.head || lpad(g::text, greatest(p.digits, length(g::text)), '0') || p.tail AS number, g FROM (SELECT p.*, generate_series(p.first, 9007199254740991) AS g FROM p) p) c
           WHERE (SELECT count(*) FROM ${table} d WHERE d.org = $1::uuid AND d.${column} = c.number) = 0 LIMIT $3::int),
         u AS (UPDATE document_setting d SET
           next_number = CASE WHEN p.yearly AND $4 < (SELECT max(y) FROM jsonb_object_keys(p.years) y) THEN d.next_number ELSE (SELECT max(n.g) + 1 FROM n) END,
           next_number_by_year = CASE WHEN p.yearly THEN p.years || jsonb_build_object($4::text, (SELECT max(n.g) + 1 FROM n)) ELSE d.next_number_by_year END
           FROM p WHERE d.org = $1::uuid AND d.id = p.id)
       SELECT n.number FROM n ORDER BY n.g`,
      [context.viewer.org, document, String(count), year],
    );
    return taken.map(([number]) => number!);
  };
  for (const [year, ofYear] of Map.groupBy(unnumbered, yearOf)) {
    let numbers = await take(year, ofYear.length);
    if (numbers.length === 0) {
      await addSetting(context, document);
      numbers = await take(year, ofYear.length);
    }
    for (const [at, row] of ofYear.entries()) row.values.set(field, numbers[at]!);
  }
}

/** For who locks anything that documents lock after their numbers: whoever makes documents of the kind waits, before either holds the rest. */
export async function lockNumbers({ transaction, viewer }: WriteContext, document: string): Promise<void> {
  await transaction.run('SELECT s.id::text FROM document_setting s WHERE s.org = $1::uuid AND s.document = $2 AND s.deleted_at IS NULL FOR UPDATE', [viewer.org, document]);
}

/** An organisation that was there before its documents had settings gets the standard one. */
async function addSetting({ transaction, viewer }: WriteContext, document: string): Promise<void> {
  const prefix = standardDocumentSettings.find((one) => one.document === document)!.numberPrefix;
  await transaction.run(`INSERT INTO document_setting (org, id, document, number_prefix) VALUES ($1::uuid, $2::uuid, $3, $4) ON CONFLICT DO NOTHING`, [viewer.org, newRowId(), document, prefix]);
}
