import { sql } from 'kysely';
import type { WriteContext } from '../../core/context.js';
import { newRowId } from '../../core/ids.js';
import { snakeCase } from '../../core/names.js';
import { organizationDb } from '../../core/typed-sql.js';
import type { PendingRow } from '../../core/write/check.js';
import { standardDocumentSettings, type DocumentKindName } from './document-setting.js';

/**
 * Gives new documents their numbers, in their order. Whoever numbers a kind of document holds its setting until the
 * transaction ends: a document that is not saved takes no number. Numbers that an import has brought along are passed over.
 *
 * @param table of the documents
 * @param document their kind
 * @param yearOf the year of a document, for numbers that begin again each year
 */
export async function numberDocuments(context: WriteContext, { table, field, document }: { readonly table: string; readonly field: string; readonly document: DocumentKindName }, rows: readonly PendingRow[], yearOf: (row: PendingRow) => string): Promise<void> {
  const unnumbered = rows.filter((row) => !row.current && !row.values.get(field) && row.faults.length === 0);
  if (unnumbered.length === 0) return;
  const take = (year: string, count: number): Promise<string[]> => takeNumbers(context, { table, column: snakeCase(field), document, year, count });
  for (const [year, ofYear] of Map.groupBy(unnumbered, yearOf)) {
    let numbers = await take(year, ofYear.length);
    if (numbers.length === 0) {
      await addSetting(context, document);
      numbers = await take(year, ofYear.length);
    }
    for (const [at, row] of ofYear.entries()) row.values.set(field, numbers[at]!);
  }
}

interface Wanted {
  readonly table: string;
  readonly column: string;
  readonly document: DocumentKindName;
  readonly year: string;
  readonly count: number;
}

/** The next numbers by the setting of a kind of document; none where it has no setting. The counter holds at least so many digits as the pattern has zeros. */
async function takeNumbers(context: WriteContext, { table, column, document, year, count }: Wanted): Promise<string[]> {
  const ofYear = sql<string>`${year}::text`;
  const numbers = await organizationDb(context)
    .with(
      (cte) => cte('s').materialized(),
      (qb) =>
        qb
          .selectFrom('document_setting as d')
          .select(['d.id', 'd.number_prefix', 'd.next_number'])
          .select([
            sql<boolean>`d.number_reset = 'YEARLY'`.as('yearly'),
            sql`coalesce(d.next_number_by_year, '{}')`.as('years'),
            sql<string[] | null>`regexp_match(replace(replace(d.number_pattern, '{yyyy}', ${ofYear}), '{yy}', right(${ofYear}, 2)), '^(.*)\\{(0+)\\}(.*)$')`.as('pattern'),
          ])
          .where('d.document', '=', document)
          .where('d.deleted_at', 'is', null)
          .forUpdate(),
    )
    .with(
      (cte) => cte('p').materialized(),
      () =>
        sql<{ id: string }>`(SELECT s.*, CASE WHEN s.yearly THEN coalesce((s.years->>${ofYear})::bigint, 1) ELSE s.next_number END AS first,
          coalesce(s.pattern[1], s.number_prefix, '') AS head, coalesce(length(s.pattern[2]), 1) AS digits, coalesce(s.pattern[3], '') AS tail FROM s)`,
    )
    .with(
      (cte) => cte('n').materialized(),
      () =>
        sql<{ number: string; g: string }>`(SELECT c.number, c.g
          FROM (SELECT p.head || lpad(g::text, greatest(p.digits, length(g::text)), '0') || p.tail AS number, g FROM (SELECT p.*, generate_series(p.first, 9007199254740991) AS g FROM p) p) c
          WHERE (SELECT count(*) FROM ${sql.table(table)} d WHERE ${sql.ref(`d.${column}`)} = c.number) = 0 LIMIT ${count}::int)`,
    )
    .with('u', (qb) =>
      qb
        .updateTable('document_setting as d')
        .from('p')
        .set({
          next_number: sql`CASE WHEN p.yearly AND ${ofYear} < (SELECT max(y) FROM jsonb_object_keys(p.years) y) THEN d.next_number ELSE (SELECT max(n.g) + 1 FROM n) END`,
          next_number_by_year: sql`CASE WHEN p.yearly THEN p.years || jsonb_build_object(${ofYear}, (SELECT max(n.g) + 1 FROM n)) ELSE d.next_number_by_year END`,
        })
        .whereRef('d.id', '=', 'p.id'),
    )
    .selectFrom('n')
    .select('n.number')
    .orderBy('n.g')
    .execute();
  return numbers.map(({ number }) => number);
}

/** For who locks anything that documents lock after their numbers: whoever makes documents of the kind waits, before either holds the rest. */
export async function lockNumbers(context: WriteContext, document: DocumentKindName): Promise<void> {
  await organizationDb(context).selectFrom('document_setting as s').select('s.id').where('s.document', '=', document).where('s.deleted_at', 'is', null).forUpdate().execute();
}

/** An organization that was there before its documents had settings gets the standard one. */
async function addSetting(context: WriteContext, document: DocumentKindName): Promise<void> {
  const prefix = standardDocumentSettings.find((one) => one.document === document)!.numberPrefix;
  await organizationDb(context)
    .insertInto('document_setting')
    .values({ id: newRowId(), document, number_prefix: prefix })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
