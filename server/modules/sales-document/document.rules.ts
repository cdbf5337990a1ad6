import type { WriteContext } from '../../core/context.js';
import { currencyDecimals } from '../../core/currency-decimals.js';
import { newRowId, rowIdOf } from '../../core/ids.js';
import { label, say } from '../../core/messages.js';
import { camelCase, screamingCase, snakeCase } from '../../core/names.js';
import { addFault, type PendingRow } from '../../core/write/check.js';
import { MAX_NESTED, type NestedRows } from '../../core/write/nested.js';
import { defineRules } from '../../core/write/rules.js';
import { organizationSetting } from '../organization-setting.js';
import type { AppliedTax, ChosenTax } from './applied-taxes.js';
import { readFacts, type DocumentFacts } from './document-facts.js';
import { numberDocuments } from './document-number.js';
import { appliedTaxes, lineValues, priceLine, ratesOf, refuseBoth, type LineBefore, type LineDraft, type LinesOf, type NamedRate, type PricedLine, type Refuse } from './price-line.js';
import { documentTotals } from './totals.js';

/** What differs from one kind of document to another. */
interface DocumentRules {
  /** The field that holds its number. */
  readonly number: string;
  /** The lookup to the company that it goes to, whose address it takes over, and where that stands in it. */
  readonly company: string;
  readonly address: Readonly<Record<string, string>>;
  /** Whether it can be part of a deal. */
  readonly hasDeal: boolean;
}

const parts = ['Street', 'City', 'State', 'Code', 'Country'];
const ofAccount = Object.fromEntries(['billing', 'shipping'].flatMap((kind) => parts.map((part) => [`${kind}${part}`, `${kind}${part}`])));
const ofVendor = { billingStreet: 'street', billingCity: 'city', billingState: 'state', billingCode: 'zipCode', billingCountry: 'country' };

const kinds: Readonly<Record<string, DocumentRules>> = {
  Quote: { number: 'quoteNumber', company: 'account', address: ofAccount, hasDeal: true },
  SalesOrder: { number: 'soNumber', company: 'account', address: ofAccount, hasDeal: true },
  PurchaseOrder: { number: 'poNumber', company: 'vendor', address: ofVendor, hasDeal: false },
  Invoice: { number: 'invoiceNumber', company: 'account', address: ofAccount, hasDeal: true },
};

/** What a document comes to depends on these, beside its lines. */
const totalled = ['discount', 'discountPercent', 'taxes', 'adjustment', 'exchangeRate'];

for (const [module, rules] of Object.entries(kinds))
  defineRules(module, {
    reads: [rules.company, 'discount', 'discountPercent', 'taxes', 'adjustment', ...(rules.hasDeal ? ['deal'] : [])],
    async complete(context, rows, nested) {
      const written = nested.find((list) => list.module.name === 'LineItem') ?? noLines(context);
      const documents = rows.map((row): Document => {
        const isOf = (line: PendingRow): boolean => line.within!.row === row;
        return { row, created: written.created.filter(isOf), changed: written.changed.filter(isOf), deleted: written.deleted.filter(isOf) };
      });
      await takeOver(context, module, rules, rows);
      const moving = documents.filter(isMoving);
      const more: PendingRow[] = [];
      if (moving.length > 0) more.push(...(await addUp(context, module, rules, moving)));
      const good = documents.filter(({ created, changed }) => [...created, ...changed].every(({ faults }) => faults.length === 0));
      await numberDocuments(
        context,
        { table: snakeCase(module), field: rules.number, document: screamingCase(module) },
        good.map(({ row }) => row),
      );
      return more.length > 0 ? [{ ...noLines(context), changed: more }] : [];
    },
  });

/** A document with the lines that a call writes. */
interface Document {
  readonly row: PendingRow;
  readonly created: readonly PendingRow[];
  readonly changed: readonly PendingRow[];
  readonly deleted: readonly PendingRow[];
}

const noLines = ({ model }: WriteContext): NestedRows => ({ module: model.registry.module('LineItem'), created: [], changed: [], deleted: [] });

const isMoving = ({ row, created, changed, deleted }: Document): boolean => !row.current || created.length + changed.length + deleted.length > 0 || totalled.some((name) => row.values.has(name));

/** A line that stands in the database. */
interface StoredLine extends LineBefore {
  readonly id: string;
  readonly sequenceNumber: number;
  readonly netTotal: string;
}

/**
 * Works out what documents come to, and checks their lines.
 *
 * @returns lines that nobody has named and that change with their document
 */
async function addUp(context: WriteContext, module: string, rules: DocumentRules, documents: readonly Document[]): Promise<PendingRow[]> {
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
    };
    const kept = linesOf(document).filter(({ id }) => ![...document.changed, ...document.deleted].some((line) => line.id === id));
    if (!addUpOne(lines, document, drafts, kept) || !row.values.has('exchangeRate') || !row.current) continue;
    // Lines count in base currency as well.
    for (const { id } of kept) more.push(lineOf(context, module, row, id, exchangeRate));
  }
  if (rules.hasDeal) await keepPriceBook(context, documents, drafts, stored);
  return more;
}

/** Adds one document up; its rows take the amounts. False where something is wrong with it. */
function addUpOne(of: LinesOf, { row, created, changed }: Document, drafts: ReadonlyMap<PendingRow, LineDraft>, kept: readonly StoredLine[]): boolean {
  const written = [...changed, ...created];
  if (written.length + kept.length === 0) addFault(row, 'lineItems', 'REQUIRED', say('faults.needed', { name: label('LineItem') }));
  if (written.length + kept.length > MAX_NESTED) addFault(row, 'lineItems', 'TOO_MANY', say('faults.tooManyLines', { limit: MAX_NESTED, given: written.length + kept.length }), { limit: MAX_NESTED });
  const refuseAt =
    (pending: PendingRow): Refuse =>
    (input, code, message) =>
      addFault(pending, input, code, message);
  const refuse = refuseAt(row);
  const priced = written.map((line) => priceLine(of, drafts.get(line)!, refuseAt(line)));

  const given = row.values;
  refuseBoth({ discount: given.get('discount') as string | null, discountPercent: given.get('discountPercent') as string | null }, refuse);
  const stored = row.current;
  const before = stored?.get('taxes') ? (JSON.parse(stored.get('taxes')!) as AppliedTax[]) : [];
  const rates = ratesOf(of, { given: given.get('taxes') as ChosenTax[] | null | undefined, before, product: null, isOther: false }, refuse);
  const percent = given.get('discount') != null ? null : (valueOf(row, 'discountPercent') as string | null);
  const isFine = row.faults.length === 0 && written.every(({ faults }) => faults.length === 0) && priced.every((line) => line !== null);
  if (!isFine) return false;

  const totals = documentTotals({
    decimals: of.decimals,
    lines: [...(priced as PricedLine[]).map(({ toTotal }) => toTotal), ...kept.map(({ quantity, listPrice, discount, taxes }) => ({ quantity, listPrice: listPrice!, discount, taxes }))],
    discountPercent: percent,
    // What percent came to before is worth nothing once they are gone.
    discount: given.has('discountPercent') && given.get('discountPercent') === null && stored?.get('discountPercent') && !given.has('discount') ? null : (valueOf(row, 'discount') as string | null),
    taxes: rates,
    adjustment: valueOf(row, 'adjustment') as string | null,
  });
  for (const { line } of totals.overdrawn) {
    const pending = line === null ? row : (written[line] ?? row);
    addFault(pending, pending.values.get('discountPercent') != null ? 'discountPercent' : 'discount', 'OUT_OF_RANGE', say('faults.discountOverTotal'));
  }
  for (const [at, line] of written.entries()) {
    for (const [name, value] of Object.entries(lineValues(priced[at]!, totals.lines[at]!))) line.values.set(name, value);
    line.values.set('currency', of.currency);
    line.values.set('exchangeRate', of.exchangeRate);
  }
  let last = Math.max(0, ...kept.map(({ sequenceNumber }) => sequenceNumber), ...written.map((line) => Number(line.values.get('sequenceNumber') ?? 0)));
  for (const line of created) if (!line.values.has('sequenceNumber')) line.values.set('sequenceNumber', ++last);
  takeTotals(row, rates, percent, totals);
  return true;
}

function takeTotals(row: PendingRow, rates: readonly NamedRate[], percent: string | null, totals: ReturnType<typeof documentTotals>): void {
  const hasDiscount = percent !== null || valueOf(row, 'discount') !== null;
  const values = {
    subTotal: totals.subTotal,
    subTotalExclTax: totals.subTotalExclTax,
    discount: hasDiscount ? totals.discount : null,
    discountPercent: percent,
    taxes: rates.length > 0 ? appliedTaxes(rates, totals.taxes) : null,
    tax: totals.tax,
    discountTotal: totals.discountTotal,
    taxTotal: totals.taxTotal,
    grandTotal: totals.grandTotal,
  };
  for (const [name, value] of Object.entries(values)) row.values.set(name, value);
}

const valueOf = (row: PendingRow, name: string): unknown => (row.values.has(name) ? row.values.get(name) : row.current?.get(name)) ?? null;

const hasEditedRate = (one: LineDraft | ReadonlyMap<string, unknown>): boolean => {
  const taxes = (one instanceof Map ? one.get('taxes') : (one as LineDraft).taxes) as readonly ChosenTax[] | null | undefined;
  return taxes?.some(({ percentage }) => percentage !== null) ?? false;
};

function draftOf({ values }: PendingRow, before: StoredLine | null): LineDraft {
  const names = ['product', 'quantity', 'listPrice', 'priceBook', 'discount', 'discountPercent', 'taxes'];
  return { ...Object.fromEntries(names.filter((name) => values.has(name)).map((name) => [name, values.get(name)])), before };
}

/** A stored line that changes with its document. */
const lineOf = ({ model }: WriteContext, module: string, row: PendingRow, id: string, exchangeRate: string): PendingRow => ({
  index: row.index,
  path: `${row.path}.lineItems`,
  id,
  input: {},
  values: new Map([['exchangeRate', exchangeRate]]),
  faults: [],
  current: new Map(),
  within: { row, via: model.registry.module('LineItem').fields.get(camelCase(module))! },
});

async function readLines(context: WriteContext, module: string, documents: readonly Document[]): Promise<ReadonlyMap<string, StoredLine[]>> {
  const ids = documents.flatMap(({ row }) => (row.current ? [row.id] : []));
  const lines = new Map<string, StoredLine[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return lines;
  const column = `${snakeCase(module)}_id`;
  context.tally.statements++;
  const rows = await context.transaction.run(
    `SELECT l.${column}::text, l.id::text, l.product_id::text, l.quantity::text, l.list_price::text, l.price_book_id::text, l.discount::text, l.discount_percent::text, l.discount_kind, l.taxes::text, l.sequence_number::text, l.net_total::text
       FROM line_item l WHERE l.org = $1::uuid AND l.${column} = ANY($2::uuid[]) AND l.deleted_at IS NULL ORDER BY l.sequence_number, l.id`,
    [context.viewer.org, `{${ids.join(',')}}`],
  );
  for (const [document, id, product, quantity, listPrice, priceBook, discount, discountPercent, discountKind, taxes, place, netTotal] of rows)
    lines.get(document!)!.push({
      id: id!,
      product: product!,
      quantity: quantity!,
      listPrice: listPrice ?? null,
      priceBook: priceBook ?? null,
      discount: discount ?? null,
      discountPercent: discountPercent ?? null,
      discountKind: discountKind ?? null,
      taxes: taxes ? (JSON.parse(taxes) as AppliedTax[]) : [],
      sequenceNumber: Number(place),
      netTotal: netTotal!,
    });
  return lines;
}

function factsFor(context: WriteContext, documents: readonly Document[], drafts: readonly LineDraft[]): Promise<DocumentFacts> | DocumentFacts {
  const own = documents.flatMap(({ row }) => (row.values.get('taxes') as ChosenTax[] | null | undefined) ?? []);
  const named = {
    products: drafts.flatMap(({ product, before }) => product ?? before?.product ?? []),
    priceBooks: drafts.flatMap(({ priceBook, before }) => (priceBook === undefined ? before?.priceBook : priceBook) ?? []),
    taxes: [...own, ...drafts.flatMap(({ taxes }) => taxes ?? [])].map(({ taxId }) => taxId),
  };
  if (named.products.length + named.taxes.length === 0) return { products: new Map(), priceBooks: new Map(), taxes: new Map() };
  return readFacts(context, named);
}

/** The address of the company that a document is for, and the terms of new ones: unless the caller says otherwise. */
async function takeOver(context: WriteContext, module: string, { company, address }: DocumentRules, rows: readonly PendingRow[]): Promise<void> {
  const chosen = rows.filter((row) => row.values.get(company) && row.values.get(company) !== row.current?.get(company));
  const unsaid = rows.filter((row) => !row.current && !row.values.has('termsAndConditions'));
  if (chosen.length + unsaid.length === 0) return;
  const pairs = Object.values(address).map((name) => `'${name}', c.${snakeCase(name)}`);
  context.tally.statements++;
  const found = await context.transaction.run(
    `SELECT c.id::text, json_build_object(${pairs.join(', ')})::text FROM ${company} c WHERE c.org = $1::uuid AND c.id = ANY($2::uuid[]) AND c.deleted_at IS NULL
     UNION ALL SELECT NULL, d.terms_and_conditions FROM document_setting d WHERE d.org = $1::uuid AND d.document = $3 AND d.deleted_at IS NULL`,
    [context.viewer.org, `{${[...new Set(chosen.map((row) => row.values.get(company) as string))].join(',')}}`, screamingCase(module)],
  );
  const companies = new Map(found.map(([id, text]) => [id, text]));
  for (const row of chosen) {
    const text = companies.get(row.values.get(company) as string);
    if (!text) continue;
    const from = JSON.parse(text) as Record<string, string | null>;
    for (const [name, source] of Object.entries(address)) if (!(name in row.input)) row.values.set(name, from[source] ?? null);
  }
  const terms = companies.get(null) ?? null;
  for (const row of unsaid) row.values.set('termsAndConditions', terms);
}

/** Products on the documents of a deal come from one price book (modules.md 8). */
async function keepPriceBook(context: WriteContext, documents: readonly Document[], drafts: ReadonlyMap<PendingRow, LineDraft>, stored: ReadonlyMap<string, readonly StoredLine[]>): Promise<void> {
  const bookOf = (line: PendingRow): string | null => {
    const { priceBook, before } = drafts.get(line)!;
    return (priceBook === undefined ? before?.priceBook : priceBook) ?? null;
  };
  const dealOf = ({ row }: Document): string | null => valueOf(row, 'deal') as string | null;
  const booked = documents.filter((document) => dealOf(document) && [...document.created, ...document.changed].some((line) => bookOf(line)));
  if (booked.length === 0) return;
  const deals = [...new Set(booked.map((document) => dealOf(document)!))];
  // Two documents of a deal at once see each other's price book.
  context.tally.statements += 2;
  await context.transaction.run(`SELECT d.id FROM deal d WHERE d.org = $1::uuid AND d.id = ANY($2::uuid[]) ORDER BY d.id FOR NO KEY UPDATE`, [context.viewer.org, `{${deals.join(',')}}`]);
  const written = documents.map(({ row }) => row.id);
  const union = ['quote', 'sales_order', 'invoice'].map(
    (table) =>
      `SELECT DISTINCT d.deal_id::text, l.price_book_id::text FROM ${table} d JOIN line_item l ON l.org = $1::uuid AND l.${table}_id = d.id WHERE d.org = $1::uuid AND d.deal_id = ANY($2::uuid[]) AND d.deleted_at IS NULL AND l.deleted_at IS NULL AND l.price_book_id IS NOT NULL AND d.id <> ALL($3::uuid[])`,
  );
  const found = await context.transaction.run(union.join(' UNION '), [context.viewer.org, `{${deals.join(',')}}`, `{${written.join(',')}}`]);
  const books = new Map<string, string>(found.map(([deal, book]) => [deal!, book!]));
  for (const document of documents) {
    const deal = dealOf(document);
    if (!deal) continue;
    const gone = new Set([...document.changed, ...document.deleted].map(({ id }) => id));
    for (const { id, priceBook } of stored.get(document.row.id) ?? []) if (priceBook && !gone.has(id) && !books.has(deal)) books.set(deal, priceBook);
    for (const line of [...document.changed, ...document.created]) {
      const book = bookOf(line);
      if (!book) continue;
      if ((books.get(deal) ?? book) !== book) addFault(line, 'priceBookId', 'CONTRADICTION', say('faults.onePriceBook'));
      else books.set(deal, book);
    }
  }
}
