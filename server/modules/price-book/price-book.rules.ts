import { Decimal } from 'decimal.js';
import type { WriteContext } from '../../core/context.js';
import { label, say } from '../../core/messages.js';
import { organizationDb } from '../../core/typed-sql.js';
import { addFault, type PendingRow } from '../../core/write/check.js';
import { defineRules } from '../../core/write/rules.js';

/** Ranges of a price book end after they begin, and do not overlap: their ends belong to them (modules.md 8). */
defineRules('PriceBook', {
  reads: [],
  async complete(context, _rows, nested) {
    const list = nested.find(({ module }) => module.name === 'PriceRange');
    const written = list ? [...list.changed, ...list.created] : [];
    if (written.length === 0) return [];
    const stored = await readRanges(context, written);
    const ofBook = new Map<string, Range[]>();
    const gone = new Set(list!.deleted.map(({ id }) => id));
    for (const [id, range] of stored) if (!gone.has(id) && !written.some((row) => row.id === id)) add(ofBook, range);
    for (const row of written) {
      const before = stored.get(row.id);
      const bound = (name: 'fromRange' | 'toRange'): Decimal | null => {
        const given = row.values.get(name) as string | undefined;
        return given === undefined ? (before?.[name] ?? null) : new Decimal(given);
      };
      const [fromRange, toRange] = [bound('fromRange'), bound('toRange')];
      if (!fromRange || !toRange) continue;
      if (toRange.lt(fromRange)) {
        addFault(row, 'toRange', 'CONTRADICTION', say('faults.rangeEnds', { label: label('PriceRange', 'toRange'), other: label('PriceRange', 'fromRange') }));
        continue;
      }
      const range = { book: row.within!.row.id, fromRange, toRange };
      const other = ofBook.get(range.book)?.find((one) => one.fromRange.lte(toRange) && fromRange.lte(one.toRange));
      if (other) addFault(row, 'fromRange', 'CONTRADICTION', say('faults.rangesOverlap', { from: other.fromRange.toFixed(), to: other.toRange.toFixed() }));
      add(ofBook, range);
    }
    return [];
  },
});

interface Range {
  readonly book: string;
  readonly fromRange: Decimal;
  readonly toRange: Decimal;
}

function add(ofBook: Map<string, Range[]>, range: Range): void {
  const ranges = ofBook.get(range.book);
  if (ranges) ranges.push(range);
  else ofBook.set(range.book, [range]);
}

async function readRanges(context: WriteContext, written: readonly PendingRow[]): Promise<Map<string, Range>> {
  const books = [...new Set(written.flatMap(({ within }) => (within!.row.current ? [within!.row.id] : [])))];
  if (books.length === 0) return new Map();
  const rows = await organizationDb(context).selectFrom('price_range as r').select(['r.id', 'r.price_book_id as book', 'r.from_range', 'r.to_range']).where('r.price_book_id', 'in', books).where('r.deleted_at', 'is', null).execute();
  return new Map(rows.map(({ id, book, from_range, to_range }) => [id, { book, fromRange: new Decimal(from_range), toRange: new Decimal(to_range) }]));
}

/** A product comes into a price book with its own price, in its own currency (modules.md 8), as far as the caller may see that. */
defineRules('ListPrice', {
  reads: [],
  async prepare(context, rows) {
    const { viewer, model } = context;
    const product = model.registry.module('Product');
    const isPriceHidden = viewer.access.isHidden(product, product.fields.get('unitPrice')!);
    const taking = rows.filter(({ current, values }) => !current && values.get('product') && (values.get('listPrice') == null || !values.has('currency')));
    if (taking.length === 0) return;
    const found = await organizationDb(context)
      .selectFrom('product as p')
      .select(['p.id', 'p.unit_price', 'p.currency', 'p.exchange_rate'])
      .where('p.id', 'in', [...new Set(taking.map(({ values }) => values.get('product') as string))])
      .where('p.deleted_at', 'is', null)
      .execute();
    const products = new Map(found.map((product) => [product.id, product]));
    for (const { values } of taking) {
      const known = products.get(values.get('product') as string);
      if (!known) continue;
      const { unit_price: unitPrice, currency, exchange_rate: rate } = known;
      const isSame = (values.get('currency') ?? currency) === currency;
      if (!values.has('currency')) {
        values.set('currency', currency);
        if (!values.has('exchangeRate') && currency === viewer.baseCurrency) values.set('exchangeRate', rate);
      }
      if (values.get('listPrice') == null && isSame && !isPriceHidden) values.set('listPrice', unitPrice);
    }
  },
});
