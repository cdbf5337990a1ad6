// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, WritesAndUpserts } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Needs, Quantified, Takes, UpsertBy } from '../shape.js';
import type { LineItemLists } from './line-items.js';
import type { ListPriceLists } from './list-prices.js';
import type { CrmRecord, ExternalIdsFilter, ListPricesOfPriceBookInput, NewListPricesOfPriceBookInput, NewPricingDetailsOfPriceBookInput, PriceRangeLists, PricingDetailsOfPriceBookInput, PricingModel, PricingModelFilter, RangeBasis, RangeBasisFilter } from './shared.js';
import type { UserLists, UserShape } from './users.js';

type Types = TypesOf<PriceBookLists>;

/** What can be done with priceBooks. */
export interface PriceBooks extends Reads<Types>, WritesAndUpserts<Types, PriceBookCreateInput, PriceBookUpdateInput, PriceBookUpsertBy> {}

/** Selected unless said otherwise. */
const priceBookFields = 'active createdAt createdById deletedAt description displayName externalIds id modifiedAt modifiedById ownerId priceBookName pricingModel rangeBasis version';

/** Prices for a kind of customer, with discounts by quantity or amount (modules.md 8). `priceBooks(crm).list()` and what else there is. */
export const priceBooks = /* @__PURE__ */ record('PriceBook', 'priceBook', 'priceBooks', priceBookFields) as (crm: Crm) => PriceBooks;


/** Prices for a kind of customer, with discounts by quantity or amount (modules.md 8). */
export interface PriceBook extends CrmRecord {
  /** False: it is on no new line of a document. */
  readonly active: boolean | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description: string | null;
  /** What it is called. At most 50 characters. */
  readonly priceBookName: string | null;
  /** How it discounts. */
  readonly pricingModel: PricingModel | (string & {}) | null;
  /** What its ranges are ranges of. */
  readonly rangeBasis: RangeBasis | (string & {}) | null;
}
export interface PriceBookShape {
  readonly fields: PriceBook;
  readonly links: PriceBookShapeLinks;
}
export interface PriceBookShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** The lines that have its price. */
  readonly lineItems: ListOf<LineItemLists> | null;
  /** The products in it, and what they cost. */
  readonly listPrices: ListOf<ListPriceLists> | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** Who is responsible for the record. Default: whoever makes it. */
  readonly owner: UserShape | null;
  /** Its discounts, by range. */
  readonly pricingDetails: ListOf<PriceRangeLists> | null;
}

/** `PriceBook` in lists. */
export interface PriceBookLists extends Lists<PriceBookShape, PriceBookFilter, PriceBookOrder, PriceBookGroupField> {
  readonly text: 'priceBookName';
  readonly longText: 'description';
  readonly flag: 'active';
  readonly codes: { readonly pricingModel: PricingModelFilter; readonly rangeBasis: RangeBasisFilter; };
  readonly lookups: { readonly owner: UserLists; };
  readonly lists: { readonly lineItems: LineItemLists; readonly listPrices: ListPriceLists; readonly pricingDetails: PriceRangeLists; };
}
export type PriceBookListArgs = ListArgs<PriceBookLists>;
export type PriceBookGroupsArgs = GroupsArgs<PriceBookLists>;

/** A new priceBook. */
export interface PriceBookCreateInput extends Takes<PriceBook, 'description', string>, Takes<PriceBook, 'externalIds', Readonly<Record<string, string | null>>>, Needs<PriceBook, 'priceBookName', string> {
  /** False: it is on no new line of a document. Default: true. */
  active?: boolean | null | undefined;
  /** The products in it, and what they cost. Made together with the priceBook, or not at all. */
  listPrices?: NewListPricesOfPriceBookInput | null | undefined;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  ownerId?: string | null | undefined;
  /** Its discounts, by range. Made together with the priceBook, or not at all. */
  pricingDetails?: NewPricingDetailsOfPriceBookInput | null | undefined;
  /** How it discounts. Default: FLAT. */
  pricingModel?: PricingModel | null | undefined;
  /** What its ranges are ranges of. Default: QUANTITY. */
  rangeBasis?: RangeBasis | null | undefined;
}

/** Conditions on priceBooks; all given ones must hold. */
export interface PriceBookFilter extends FilterOf<PriceBookLists>, Combined<PriceBookFilter> {
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  externalIds?: ExternalIdsFilter | null | undefined;
}

export type PriceBookGroupBy = GroupBy<PriceBookLists>;

/** What priceBooks can be grouped by. */
export type PriceBookGroupField = CommonGroupField | PriceBookKeyField | 'ACTIVE' | 'OWNER' | 'PRICING_MODEL' | 'RANGE_BASIS';

export type PriceBookGroupHaving = GroupHaving<PriceBookLists>;

export type PriceBookGroupOrder = GroupOrder<PriceBookLists>;

/** What priceBooks can be looked for by: priceBookName, and what the organisation has made unique. */
export type PriceBookKeyField = 'PRICE_BOOK_NAME';

export type PriceBookListFilter = Quantified<PriceBookFilter>;

/** One term of an order of priceBooks: exactly one field. */
export interface PriceBookOrder extends OrderOf<PriceBookLists>, OrderById {}

/** Changes of a priceBook: a field that is absent stays, null clears it. */
export interface PriceBookUpdateInput extends Takes<PriceBook, 'active', boolean>, Takes<PriceBook, 'description' | 'priceBookName', string>, Takes<PriceBook, 'externalIds', Readonly<Record<string, string | null>>>, Takes<PriceBook, 'pricingModel', PricingModel>, Takes<PriceBook, 'rangeBasis', RangeBasis> {
  /** The products in it, and what they cost. Changed together with the priceBook, or not at all; the version of the priceBook rises only with its own fields. */
  listPrices?: ListPricesOfPriceBookInput | null | undefined;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  ownerId?: string | null | undefined;
  /** Its discounts, by range. Changed together with the priceBook, or not at all; the version of the priceBook rises only with its own fields. */
  pricingDetails?: PricingDetailsOfPriceBookInput | null | undefined;
}

export type PriceBookUpsertBy = UpsertBy<PriceBookKeyField>;
