import { isDeepStrictEqual } from 'node:util';
import type { WriteContext } from '../../core/context.js';
import { currencyDecimals } from '../../core/currency-decimals.js';
import { rowIdOf, wireId } from '../../core/ids.js';
import { label, say } from '../../core/messages.js';
import { camelCase, snakeCase } from '../../core/names.js';
import { organizationDb } from '../../core/typed-sql.js';
import { addFault, type PendingRow } from '../../core/write/check.js';
import { MAX_NESTED } from '../../core/write/nested.js';
import { organizationSetting } from '../organization-setting.js';
import type { AppliedTax, ChosenTax } from './applied-taxes.js';
import { keepPriceBook } from './deal-price-book.js';
import { readFacts, type DocumentFacts } from './document-facts.js';
import { appliedTaxes, isSame, lineValues, priceLine, ratesOf, refuseBoth, taxedValues, type LineBefore, type LineDraft, type LinesOf, type NamedRate, type Refuse } from './price-line.js';
import { documentTotals, type DiscountTiming, type DocumentTotals } from './totals.js';

/** A document with the lines that a call writes. */
export interface Document {
  readonly row: PendingRow;
  readonly created: readonly PendingRow[];
  readonly changed: readonly PendingRow[];
  readonly deleted: readonly PendingRow[];
}

/** What a document comes to depends on these, and which price book it may have on the last; beside its lines. */
const totalled = ['discount', 'discountPercent', 'discountTiming', 'pricesIncludeTax', 'taxes', 'adjustment', 'exchangeRate', 'deal'];

/** Whether what it comes to may change. */
export const isMoving = ({ row, created, changed, deleted }: Document): boolean => !row.current || created.length + changed.length + deleted.length > 0 || totalled.some((name) => row.values.has(name));

/** A line that stands in the database. */
export interface StoredLine extends LineBefore {
  readonly id: string;
  readonly sequenceNumber: number;
  /** What depends on the rest of the document: its share of the discount and of the taxes. */
  readonly taxed: Readonly<Record<string, unknown>>;
}

/**
 * Works out what documents come to, and checks their lines.
 *
 * @returns lines that nobody has named and that change with their document
 */
export async function addUp(context: WriteContext, module: string, documents: readonly Document[]): Promise<PendingRow[]> {
  const stored = await readLines(context, module, documents);
  const linesOf = (document: Document): StoredLine[] => stored.get(document.row.id) ?? [];
  const drafts = new Map<PendingRow, LineDraft>();
  for (const document of documents) {
    for (const line of document.created) drafts.set(line, draftOf(line, null));
    for (const line of document.changed)
      drafts.set(
        line,
        draftOf(
          line,
          linesOf(document).find(({ id }) => id === line.id)!,
        ),
      );
  }
  const facts = await factsFor(context, documents, [...drafts.values()]);
  const mayEdit = [...drafts.values(), ...documents.map(({ row }) => row.values)].some((one) => hasEditedRate(one)) ? await organizationSetting(context, 'allowsEditedTaxRates') : false;
  const more: PendingRow[] = [];
  for (const document of documents) {
    const { row } = document;
    const currency = (valueOf(row, 'currency') as string | null) ?? context.viewer.baseCurrency;
    const exchangeRate = (valueOf(row, 'exchangeRate') as string | null) ?? '1';
    const lines: LinesOf = {
      facts,
      currency,
      exchangeRate,
      decimals: currencyDecimals(currency),
      allowsEditedTaxRates: mayEdit,
      taxRow: (id) => rowIdOf(context.model.registry.module('Tax'), id),
      taxId: (row) => wireId(context.model.registry.module('Tax'), row),
    };
    const changes = addUpOne(lines, document, drafts, linesOf(document));
    // Lines count in base currency as well.
    const rate = row.current && row.values.has('exchangeRate') ? { exchangeRate } : {};
    for (const [id, values] of changes) {
      const changed = { ...values, ...rate };
      if (Object.keys(changed).length > 0) more.push(lineOf(context, module, row, id, changed));
    }
  }
  await keepPriceBook(context, module, documents, drafts, stored);
  return more;
}

/**
 * Adds one document up; its rows take the amounts.
 *
 * @returns what changes of the lines that the call leaves as they are, by their ids; nothing where something is wrong with it
 */
function addUpOne(of: LinesOf, document: Document, drafts: ReadonlyMap<PendingRow, LineDraft>, before: readonly StoredLine[]): Map<string, Record<string, unknown>> {
  const { row, created, changed } = document;
  const kept = keptLines(document, before);
  const written = [...changed, ...created];
  if (written.length + kept.length === 0) addFault(row, 'lineItems', 'REQUIRED', say('faults.needed', { name: label('LineItem') }));
  if (written.length + kept.length > MAX_NESTED) addFault(row, 'lineItems', 'TOO_MANY', say('faults.tooManyLines', { limit: MAX_NESTED, given: written.length + kept.length }), { limit: MAX_NESTED });
  const refuseAt =
    (pending: PendingRow): Refuse =>
    (input, code, message) =>
      addFault(pending, input, code, message);
  const refuse = refuseAt(row);
  const priced = written.map((line) => priceLine(of, drafts.get(line)!, refuseAt(line)));

  const discount = discountOf(row);
  const stored = (row.current ?? row.original)?.get('taxes');
  const taxesBefore = stored ? (JSON.parse(stored) as AppliedTax[]) : [];
  const given = row.values.get('taxes') as ChosenTax[] | null | undefined;
  const rates = ratesOf(of, { given, before: taxesBefore, product: null, isOther: false }, refuse);
  const isFine = row.faults.length === 0 && written.every(({ faults }) => faults.length === 0) && priced.every((line) => line !== null);
  if (!isFine) {
    if ([row, ...written].every(({ faults }) => faults.length === 0)) throw new Error('A line could not be worked out, and nothing says why.');
    return new Map();
  }

  const totals = documentTotals({
    decimals: of.decimals,
    lines: [...priced.map(({ toTotal }) => toTotal), ...kept.map(({ quantity, listPrice, discount, taxes }) => ({ quantity, listPrice: listPrice!, discount, taxes }))],
    discountPercent: discount.percent,
    discount: discount.percent === null ? discount.amount : null,
    discountTiming: valueOf(row, 'discountTiming') as DiscountTiming,
    pricesIncludeTax: String(valueOf(row, 'pricesIncludeTax')) === 'true',
    taxes: rates,
    adjustment: valueOf(row, 'adjustment') as string | null,
  });
  if (row.values.get('discountPercent') != null && discount.amount !== null && !isSame(discount.amount, totals.discount)) refuseBoth(refuse);
  // A line that comes to less than nothing can make the document come to less than nothing.
  const isOfLine = totals.overdrawn.some(({ line }) => line !== null);
  for (const { line } of totals.overdrawn) {
    if (line === null && isOfLine) continue;
    const pending = line === null ? row : (written[line] ?? row);
    addFault(pending, pending.values.get('discountPercent') != null ? 'discountPercent' : 'discount', 'OUT_OF_RANGE', say('faults.discountOverTotal'));
  }
  for (const [at, line] of written.entries()) {
    for (const [name, value] of Object.entries(lineValues(priced[at]!, totals.lines[at]!))) line.values.set(name, value);
    line.values.set('currency', of.currency);
    line.values.set('exchangeRate', of.exchangeRate);
  }
  const placeOf = ({ id, values }: PendingRow): number => Number(values.get('sequenceNumber') ?? before.find((line) => line.id === id)?.sequenceNumber ?? 0);
  let last = Math.max(0, ...kept.map(({ sequenceNumber }) => sequenceNumber), ...written.map(placeOf));
  for (const line of created) if (!line.values.has('sequenceNumber')) line.values.set('sequenceNumber', ++last);
  takeTotals(row, rates, discount, totals);
  return new Map(kept.map((line, at) => [line.id, changesOf(line, taxedValues(line.taxes, totals.lines[written.length + at]!))]));
}

/** What of a line is another value now. */
const changesOf = ({ taxed }: StoredLine, now: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(now).filter(([name, value]) => !isDeepStrictEqual(value, taxed[name])));

/** The lines that a call leaves as they are. */
const keptLines = ({ changed, deleted }: Document, stored: readonly StoredLine[]): StoredLine[] => stored.filter(({ id }) => ![...changed, ...deleted].some((line) => line.id === id));

interface Discount {
  readonly amount: string | null;
  readonly percent: string | null;
}

/** The document's own discount: what is said of either form replaces both. */
function discountOf({ values, current }: PendingRow): Discount {
  const source: { get(name: string): unknown } | null = values.has('discount') || values.has('discountPercent') ? values : current;
  const text = (name: string): string | null => (source?.get(name) as string | null | undefined) ?? null;
  return { amount: text('discount'), percent: text('discountPercent') };
}

function takeTotals(row: PendingRow, rates: readonly NamedRate[], { amount, percent }: Discount, totals: DocumentTotals): void {
  const values = {
    subTotal: totals.subTotal,
    subTotalExclTax: totals.subTotalExclTax,
    discount: amount === null && percent === null ? null : totals.discount,
    discountPercent: percent,
    taxes: rates.length > 0 ? appliedTaxes(rates, totals.taxes) : null,
    tax: totals.tax,
    discountTotal: totals.discountTotal,
    totalExclTax: totals.totalExclTax,
    taxTotal: totals.taxTotal,
    taxBreakdown: totals.taxBreakdown,
    grandTotal: totals.grandTotal,
  };
  for (const [name, value] of Object.entries(values)) row.values.set(name, value);
}

export const valueOf = (row: PendingRow, name: string): unknown => (row.values.has(name) ? row.values.get(name) : row.current?.get(name)) ?? null;

const hasEditedRate = (one: LineDraft | ReadonlyMap<string, unknown>): boolean => {
  const taxes = (one instanceof Map ? one.get('taxes') : (one as LineDraft).taxes) as readonly ChosenTax[] | null | undefined;
  return taxes?.some(({ percentage }) => percentage !== null) ?? false;
};

function draftOf({ values, original }: PendingRow, before: StoredLine | null): LineDraft {
  const names = ['product', 'quantity', 'listPrice', 'priceBook', 'discount', 'discountPercent', 'taxes'];
  return { ...Object.fromEntries(names.filter((name) => values.has(name)).map((name) => [name, values.get(name)])), before, original: original ? originalOf(original) : null };
}

function originalOf(original: NonNullable<PendingRow['original']>): NonNullable<LineDraft['original']> {
  const taxes = original.get('taxes');
  return { product: original.get('product')!, priceBook: original.get('priceBook') ?? null, taxes: taxes ? (JSON.parse(taxes) as AppliedTax[]) : [] };
}

/** A stored line that changes with its document. */
const lineOf = ({ model }: WriteContext, module: string, row: PendingRow, id: string, values: Record<string, unknown>): PendingRow => ({
  index: row.index,
  path: `${row.path}.lineItems`,
  id,
  input: {},
  values: new Map(Object.entries(values)),
  faults: [],
  current: new Map(),
  within: { row, via: model.registry.module('LineItem').fields.get(camelCase(module))! },
});

async function readLines(context: WriteContext, module: string, documents: readonly Document[]): Promise<ReadonlyMap<string, StoredLine[]>> {
  const ids = documents.flatMap(({ row }) => (row.current ? [row.id] : []));
  const lines = new Map<string, StoredLine[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return lines;
  const column = `${snakeCase(module) as 'quote'}_id` as const;
  const rows = await organizationDb(context)
    .selectFrom('line_item as l')
    .select((eb) => [
      eb.ref(`l.${column}`).as('document'),
      'l.id',
      'l.product_id as product',
      'l.quantity',
      'l.list_price as listPrice',
      'l.price_book_id as priceBook',
      'l.discount',
      'l.discount_percent as discountPercent',
      'l.discount_kind as discountKind',
      'l.taxes',
      'l.sequence_number as sequenceNumber',
    ])
    .select(['l.document_discount as documentDiscount', 'l.taxable_amount as taxableAmount', 'l.tax', 'l.net_total as netTotal'])
    .where(`l.${column}`, 'in', ids)
    .where('l.deleted_at', 'is', null)
    .orderBy('l.sequence_number')
    .orderBy('l.id')
    .execute();
  for (const { document, documentDiscount, taxableAmount, tax, netTotal, taxes: stored, ...line } of rows) {
    const taxes = stored as AppliedTax[] | null;
    lines.get(document!)!.push({ ...line, taxes: taxes ?? [], taxed: { documentDiscount, taxableAmount, taxes, tax, netTotal } });
  }
  return lines;
}

function factsFor(context: WriteContext, documents: readonly Document[], drafts: readonly LineDraft[]): Promise<DocumentFacts> | DocumentFacts {
  const own = documents.flatMap(({ row }) => (row.values.get('taxes') as ChosenTax[] | null | undefined) ?? []);
  const named = {
    products: drafts.flatMap(({ product, before }) => [product, before?.product].filter((id) => id !== undefined)),
    priceBooks: drafts.flatMap(({ priceBook, before }) => (priceBook === undefined ? before?.priceBook : priceBook) ?? []),
    taxes: [...own, ...drafts.flatMap(({ taxes }) => taxes ?? [])].map(({ taxId }) => taxId),
  };
  if (named.products.length + named.taxes.length === 0) return { products: new Map(), priceBooks: new Map(), taxes: new Map() };
  return readFacts(context, named);
}
