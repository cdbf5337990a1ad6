import { sql, type RawBuilder } from 'kysely';
import type { WriteContext } from '../../core/context.js';
import { rowIdOf } from '../../core/ids.js';
import { organizationDb, type Db } from '../../core/typed-sql.js';
import type { Pricing } from './price-ranges.js';

/** What has to be known of everything that lines name. Ids are row ids; what is not there is missing: lines may keep what went to the bin. */
export interface DocumentFacts {
  readonly products: ReadonlyMap<string, ProductFacts>;
  readonly priceBooks: ReadonlyMap<string, PriceBookFacts>;
  readonly taxes: ReadonlyMap<string, TaxFacts>;
}

export interface ProductFacts {
  readonly isActive: boolean;
  readonly isTaxable: boolean;
  /** Null where the caller may not see it. */
  readonly name: string | null;
  /** Null where it has none, or the caller may not see it; so is what is in stock. */
  readonly price: Price | null;
  readonly qtyInStock: string | null;
  /** The taxes of its new lines, and the only ones that its lines may have; none: all of them. */
  readonly taxIds: readonly string[];
}

export interface PriceBookFacts {
  readonly isActive: boolean;
  readonly pricing: Pricing;
  /** By product; null where it has no price of its own there. */
  readonly prices: ReadonlyMap<string, Price | null>;
}

export interface TaxFacts {
  readonly name: string;
  readonly percentage: string;
  readonly compound: boolean;
  readonly place: number;
  /** Only what has it already may keep it. */
  readonly isDeleted: boolean;
}

/** An amount in a currency, and units of that for one of the base currency. */
export interface Price {
  readonly amount: string;
  readonly currency: string;
  readonly rate: string;
}

interface Named {
  readonly products: Iterable<string>;
  readonly priceBooks: Iterable<string>;
  /** On the wire, whatever the caller gave. */
  readonly taxes: Iterable<string>;
}

/** What a field says as JSON; nothing where it is hidden from the caller. */
const seen = ({ model, viewer }: Pick<WriteContext, 'model' | 'viewer'>, module: string, name: string, value: RawBuilder<unknown>): RawBuilder<unknown> => {
  const of = model.registry.module(module);
  return viewer.access.isHidden(of, of.fields.get(name)!) ? sql`NULL` : value;
};

const priceSql = (alias: string, column: string): RawBuilder<unknown> =>
  sql`CASE WHEN ${sql.ref(`${alias}.${column}`)} IS NOT NULL THEN json_build_object('amount', ${sql.ref(`${alias}.${column}`)}::text, 'currency', ${sql.ref(`${alias}.currency`)}, 'rate', ${sql.ref(`${alias}.exchange_rate`)}::text) END`;

/** Reads them, in one statement. What the caller may not see, or newly names and is in the recycle bin, the check of references refuses. */
export async function readFacts(context: WriteContext, named: Named): Promise<DocumentFacts> {
  const db = organizationDb(context);
  const products = [...new Set(named.products)];
  const taxIds = [...named.taxes].flatMap((id) => rowIdOf(context.model.registry.module('Tax'), id) ?? []);
  const rows = await productFacts(context, db, products)
    .unionAll(priceBookFacts(context, db, [...new Set(named.priceBooks)], products))
    .unionAll(taxFacts(db, taxIds, products))
    .execute();
  const ofKind = <T>(kind: string): Map<string, T> => new Map(rows.filter((row) => row.kind === kind).map(({ id, facts }) => [id, facts as T]));
  type Listed = Omit<PriceBookFacts, 'prices'> & { readonly prices: readonly (readonly [string, Price | null])[] };
  return {
    products: ofKind('product'),
    priceBooks: new Map([...ofKind<Listed>('priceBook')].map(([id, book]) => [id, { ...book, prices: new Map(book.prices) }])),
    taxes: ofKind('tax'),
  };
}

function productFacts(context: WriteContext, db: Db, ids: readonly string[]) {
  const name = seen(context, 'Product', 'productName', sql.ref('p.product_name'));
  const unitPrice = seen(context, 'Product', 'unitPrice', priceSql('p', 'unit_price'));
  const inStock = seen(context, 'Product', 'qtyInStock', sql`p.qty_in_stock::text`);
  const facts = sql`json_build_object('isActive', p.product_active, 'isTaxable', p.taxable, 'name', ${name}, 'price', ${unitPrice}, 'qtyInStock', ${inStock},
    'taxIds', coalesce((SELECT json_agg(t.tax_id) FROM ${sql.table('product_tax')} t WHERE t.product_id = p.id AND t.deleted_at IS NULL), '[]'))`;
  return db
    .selectFrom('product as p')
    .select([sql<string>`'product'::text`.as('kind'), 'p.id', facts.as('facts')])
    .where('p.id', 'in', ids);
}

/** Prices and ranges that went to the recycle bin with their price book or their product are among them. */
function priceBookFacts(context: WriteContext, db: Db, ids: readonly string[], products: readonly string[]) {
  const listPrice = seen(context, 'ListPrice', 'listPrice', priceSql('l', 'list_price'));
  const ranges = sql`coalesce((SELECT json_agg(json_build_object('from', r.from_range::text, 'to', r.to_range::text, 'discount', r.discount::text) ORDER BY r.from_range)
    FROM ${sql.table('price_range')} r WHERE r.price_book_id = b.id AND r.deleted_at IS NOT DISTINCT FROM b.deleted_at), '[]')`;
  const prices = sql`coalesce((SELECT json_agg(json_build_array(l.product_id, ${listPrice})) FROM ${sql.table('list_price')} l WHERE l.price_book_id = b.id AND l.product_id = ANY(${products}::uuid[])
    AND (l.deleted_at IS NULL OR l.deleted_at = b.deleted_at OR l.deleted_at = (SELECT p.deleted_at FROM ${sql.table('product')} p WHERE p.id = l.product_id))), '[]')`;
  const facts = sql`json_build_object('isActive', b.active, 'pricing', json_build_object('model', b.pricing_model, 'basis', b.range_basis, 'ranges', ${ranges}), 'prices', ${prices})`;
  return db
    .selectFrom('price_book as b')
    .select([sql<string>`'priceBook'::text`.as('kind'), 'b.id', facts.as('facts')])
    .where('b.id', 'in', ids);
}

/** The taxes that are named, and those of the products. */
function taxFacts(db: Db, ids: readonly string[], products: readonly string[]) {
  const facts = sql`json_build_object('name', t.name, 'percentage', t.percentage::text, 'compound', t.compound, 'place', t.place, 'isDeleted', t.deleted_at IS NOT NULL)`;
  const ofProducts = db.selectFrom('product_tax as o').select('o.tax_id').where('o.product_id', 'in', products).where('o.deleted_at', 'is', null);
  return db
    .selectFrom('tax as t')
    .select([sql<string>`'tax'::text`.as('kind'), 't.id', facts.as('facts')])
    .where('t.id', '=', sql<string>`ANY(${ids}::uuid[] || ARRAY${ofProducts})`);
}
