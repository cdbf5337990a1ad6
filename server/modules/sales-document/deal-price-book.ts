import { sql } from 'kysely';
import type { WriteContext } from '../../core/context.js';
import { ValidationFailed } from '../../core/errors.js';
import { say } from '../../core/messages.js';
import { snakeCase } from '../../core/names.js';
import { organizationDb, type Db } from '../../core/typed-sql.js';
import { addFault, type PendingRow } from '../../core/write/check.js';
import { valueOf, type Document, type StoredLine } from './add-up.js';
import type { LineDraft } from './price-line.js';

const documentsOfDeals = ['quote', 'sales_order', 'invoice'] as const;
type DocumentTable = (typeof documentsOfDeals)[number];

/** Products on the documents of a deal come from one price book (modules.md 8). */
export async function keepPriceBook(context: WriteContext, module: string, documents: readonly Document[], drafts: ReadonlyMap<PendingRow, LineDraft>, stored: ReadonlyMap<string, readonly StoredLine[]>): Promise<void> {
  if (!context.model.registry.module(module).fields.has('deal')) return;
  // A document that is refused stays as it is.
  const good = documents.filter(({ row, created, changed }) => [row, ...created, ...changed].every(({ faults }) => faults.length === 0));
  const booked = good.flatMap((document) => {
    const deal = valueOf(document.row, 'deal') as string | null;
    const lines = booksOf(document, drafts, stored.get(document.row.id) ?? []);
    return deal && lines.length > 0 ? [{ deal, row: document.row, lines }] : [];
  });
  await refuseSecondBook(context, booked, 'dealId');
}

/** A document that comes back from the bin meets what its deal has by now. */
export async function keepRestoredPriceBook(context: WriteContext, module: string, rows: readonly PendingRow[]): Promise<void> {
  const ofDeals = new Map(rows.filter(({ current }) => current?.get('deal')).map((row) => [row.id, row]));
  if (ofDeals.size === 0) return;
  const table = snakeCase(module) as DocumentTable;
  // Its lines went to the recycle bin with it.
  const found = await organizationDb(context)
    .selectFrom(`${table as 'quote'} as d` as const)
    .innerJoin('line_item as l', (join) => join.onRef(`l.${table as 'quote'}_id` as const, '=', 'd.id').on('l.deleted_at', 'is not distinct from', sql.ref('d.deleted_at')))
    .select(['d.id', 'l.price_book_id as book'])
    .distinct()
    .where('d.id', 'in', [...ofDeals.keys()])
    .where('l.price_book_id', 'is not', null)
    .execute();
  const booked = found.map(({ id, book }) => {
    const row = ofDeals.get(id)!;
    return { deal: row.current!.get('deal')!, row, lines: [{ line: null, book: book! }] };
  });
  await refuseSecondBook(context, booked, 'id');
}

/** Documents that a call makes and others that it changes do not see each other before they are written. */
export async function verifyPriceBooks(context: WriteContext, module: string, rows: readonly PendingRow[]): Promise<void> {
  const deals = rows.map((row) => (valueOf(row, 'deal') as string | null) ?? '').filter((deal) => deal !== '');
  if (rows.length < 2 || deals.length === 0 || !context.model.registry.module(module).fields.has('deal')) return;
  const db = organizationDb(context);
  const found = await db
    .selectFrom(bookedBy(db, deals, []).as('b'))
    .select('b.deal')
    .groupBy('b.deal')
    .having((eb) => eb.fn.countAll<string>(), '>', '1')
    .limit(1)
    .executeTakeFirst();
  if (!found) return;
  const row = rows.findLast((one) => valueOf(one, 'deal') === found.deal)!;
  throw ValidationFailed({ fields: [{ inputPath: `${row.path}.dealId`, code: 'CONTRADICTION', message: say('faults.onePriceBook') }] });
}

/** A document of a deal, and the price books on its lines. */
interface Booked {
  readonly deal: string;
  readonly row: PendingRow;
  readonly lines: readonly Line[];
}

interface Line {
  /** Null where nobody writes it. */
  readonly line: PendingRow | null;
  readonly book: string;
}

/** @param at the input that is wrong where no line is written */
async function refuseSecondBook(context: WriteContext, booked: readonly Booked[], at: string): Promise<void> {
  if (booked.length === 0) return;
  const books = await booksOfDeals(
    context,
    [...new Set(booked.map(({ deal }) => deal))],
    booked.map(({ row }) => row.id),
  );
  for (const { deal, row, lines } of booked) {
    for (const { line, book } of lines) {
      const known = books.get(deal);
      if (known === undefined) books.set(deal, book);
      else if (known !== book) addFault(line ?? row, line ? 'priceBookId' : at, 'CONTRADICTION', say('faults.onePriceBook'));
    }
  }
}

/** The price books on the lines of a document as it will be, those that stay first. */
function booksOf({ changed, created, deleted }: Document, drafts: ReadonlyMap<PendingRow, LineDraft>, stored: readonly StoredLine[]): Line[] {
  const named = new Set([...changed, ...deleted].map(({ id }) => id));
  const kept = stored.filter(({ id }) => !named.has(id)).map(({ priceBook }) => ({ line: null, book: priceBook }));
  // A price book that is refused is none to compare with.
  const written = [...changed, ...created]
    .filter(({ faults }) => faults.length === 0)
    .map((line) => {
      const { priceBook, before } = drafts.get(line)!;
      return { line, book: (priceBook === undefined ? before?.priceBook : priceBook) ?? null };
    });
  return [...kept, ...written].flatMap(({ line, book }) => (book ? [{ line, book }] : []));
}

/** Which price books are on the documents of the deals, other than `except`, each once. */
const bookedBy = (db: Db, deals: readonly string[], except: readonly string[]) =>
  documentsOfDeals
    .map((table) =>
      db
        .selectFrom(`${table as 'quote'} as d` as const)
        .innerJoin('line_item as l', `l.${table as 'quote'}_id` as const, 'd.id')
        .select(['d.deal_id as deal', 'l.price_book_id as book'])
        .where('d.deal_id', 'in', deals)
        .where('d.id', 'not in', except)
        .where('d.deleted_at', 'is', null)
        .where('l.deleted_at', 'is', null)
        .where('l.price_book_id', 'is not', null),
    )
    .reduce((all, one) => all.union(one));

/** The price book of each deal's other documents. Two documents of a deal at once see each other's: the deals stay locked. */
async function booksOfDeals(context: WriteContext, deals: readonly string[], except: readonly string[]): Promise<Map<string, string>> {
  const db = organizationDb(context);
  await db.selectFrom('deal as d').select('d.id').where('d.id', 'in', deals).orderBy('d.id').forNoKeyUpdate().execute();
  const found = await bookedBy(db, deals, except).execute();
  return new Map(found.map(({ deal, book }) => [deal!, book!]));
}
