import type { WriteContext } from '../../core/context.js';
import { rowIdOf } from '../../core/ids.js';
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

const list = (ids: Iterable<string>): string => `{${[...new Set(ids)].join(',')}}`;

/** What a field says as JSON; nothing where it is hidden from the caller. */
const seen = ({ model, viewer }: Pick<WriteContext, 'model' | 'viewer'>, module: string, name: string, sql: string): string => {
  const of = model.registry.module(module);
  return viewer.access.isHidden(of, of.fields.get(name)!) ? 'NULL' : sql;
};

const price = (alias: string, column: string): string => `CASE WHEN ${alias}.${column} IS NOT NULL THEN json_build_object('amount', ${alias}.${column}::text, 'currency', ${alias}.currency, 'rate', ${alias}.exchange_rate::text) END`;

/** Reads them, in one statement. What the caller may not see, or newly names and is in the bin, the check of references refuses. */
export async function readFacts(context: WriteContext, named: Named): Promise<DocumentFacts> {
  const { model, transaction, viewer } = context;
  const unitPrice = seen(context, 'Product', 'unitPrice', price('p', 'unit_price'));
  const listPrice = seen(context, 'ListPrice', 'listPrice', price('l', 'list_price'));
  const qtyInStock = seen(context, 'Product', 'qtyInStock', 'p.qty_in_stock::text');
  const name = seen(context, 'Product', 'productName', 'p.product_name');
  const taxIds = [...named.taxes].flatMap((id) => rowIdOf(model.registry.module('Tax'), id) ?? []);
  const rows = await transaction.run(
    `SELECT 'product', p.id::text, json_build_object('isActive', p.product_active, 'isTaxable', p.taxable, 'name', ${name}, 'price', ${unitPrice}, 'qtyInStock', ${qtyInStock},
         'taxIds', coalesce((SELECT json_agg(t.tax_id) FROM product_tax t WHERE t.org = $1::uuid AND t.product_id = p.id AND t.deleted_at IS NULL), '[]'))::text
       FROM product p WHERE p.org = $1::uuid AND p.id = ANY($2::uuid[])
     UNION ALL SELECT 'priceBook', b.id::text, json_build_object('isActive', b.active, 'pricing', json_build_object('model', b.pricing_model, 'basis', b.range_basis, 'ranges',
         coalesce((SELECT json_agg(json_build_object('from', r.from_range::text, 'to', r.to_range::text, 'discount', r.discount::text) ORDER BY r.from_range) FROM price_range r WHERE r.org = $1::uuid AND r.price_book_id = b.id AND r.deleted_at IS NOT DISTINCT FROM b.deleted_at), '[]')),
         'prices', coalesce((SELECT json_agg(json_build_array(l.product_id, ${listPrice})) FROM list_price l WHERE l.org = $1::uuid AND l.price_book_id = b.id AND l.product_id = ANY($2::uuid[])
           AND (l.deleted_at IS NULL OR l.deleted_at = b.deleted_at OR l.deleted_at = (SELECT p.deleted_at FROM product p WHERE p.org = $1::uuid AND p.id = l.product_id))), '[]'))::text
       FROM price_book b WHERE b.org = $1::uuid AND b.id = ANY($3::uuid[])
     UNION ALL SELECT 'tax', t.id::text, json_build_object('name', t.name, 'percentage', t.percentage::text, 'compound', t.compound, 'place', t.place, 'isDeleted', t.deleted_at IS NOT NULL)::text
       FROM tax t WHERE t.org = $1::uuid
         AND t.id = ANY($4::uuid[] || ARRAY(SELECT o.tax_id FROM product_tax o WHERE o.org = $1::uuid AND o.product_id = ANY($2::uuid[]) AND o.deleted_at IS NULL))`,
    [viewer.org, list(named.products), list(named.priceBooks), list(taxIds)],
  );
  const ofKind = <T>(kind: string): Map<string, T> => new Map(rows.filter(([one]) => one === kind).map(([, id, facts]) => [id!, JSON.parse(facts!) as T]));
  type Listed = Omit<PriceBookFacts, 'prices'> & { readonly prices: readonly (readonly [string, Price | null])[] };
  return {
    products: ofKind('product'),
    priceBooks: new Map([...ofKind<Listed>('priceBook')].map(([id, book]) => [id, { ...book, prices: new Map(book.prices) }])),
    taxes: ofKind('tax'),
  };
}
