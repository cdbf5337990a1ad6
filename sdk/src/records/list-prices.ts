// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { PriceBookFilter, PriceBookOrder, PriceBookShape } from './price-books.js';
import type { ProductFilter, ProductOrder, ProductShape } from './products.js';
import type { DateBucket, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: ListPriceShape;
  readonly list: ListPriceListArgs;
  readonly aggregate: ListPriceAggregateShape;
  readonly group: ListPriceGroupShape;
  readonly groups: ListPriceGroupsArgs;
}

/** What can be done with listPrices. */
export interface ListPrices extends Reads<Types>, Creates<Types, ListPriceCreateInput>, CreatesMany<Types, ListPriceCreateInput>, Updates<Types, ListPriceUpdateInput>, UpdatesMany<Types, ListPriceUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const listPriceFields = 'createdAt createdById currency deletedAt exchangeRate id listPrice listPriceInBaseCurrency modifiedAt modifiedById priceBookId productId version';

/** What a product costs by a price book: once in each (modules.md 8). `listPrices(crm).list()` and what else there is. */
export const listPrices = /* @__PURE__ */ record('ListPrice', 'listPrice', 'listPrices', listPriceFields) as (crm: Crm) => ListPrices;


type Names1 = 'createdById' | 'currency' | 'exchangeRate' | 'listPrice' | 'modifiedById' | 'priceBookId' | 'productId' | 'version';

/** What a product costs by a price book: once in each (modules.md 8). */
export interface ListPrice {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** The currency of the price. Default: that of the product. */
  readonly currency: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Units of the currency for one of the base currency. Default: the rate of the day, when the currency is set. */
  readonly exchangeRate: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** The price of one. Default: the product's own, in its currency. */
  readonly listPrice: string | null;
  /** `listPrice` in the organisation's base currency, at the record's exchange rate. */
  readonly listPriceInBaseCurrency: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The id of `priceBook`, without reading it. */
  readonly priceBookId: string | null;
  /** The id of `product`, without reading it. */
  readonly productId: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface ListPriceShape {
  readonly fields: ListPrice;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly modifiedBy: UserShape | null;
    readonly priceBook: PriceBookShape | null;
    readonly product: ProductShape | null;
  };
}

export interface ListPriceAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: ListPriceAvgShape;
    readonly countDistinct: ListPriceCountDistinctShape;
    readonly max: ListPriceMaxShape;
    readonly min: ListPriceMinShape;
    readonly sum: ListPriceSumShape;
  };
}

export interface ListPriceAvgShape {
  readonly fields: Alike<'exchangeRate' | 'listPrice' | 'version', string | null>;
  readonly links: {};
}

export interface ListPriceConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: ListPriceAggregateShape;
    readonly edges: readonly ListPriceEdgeShape[];
    readonly groups: readonly ((ListPriceGroupShape & { readonly args: ListPriceGroupsArgs }))[];
    readonly nodes: readonly ListPriceShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface ListPriceListArgs extends ListArguments { readonly filter?: ListPriceFilter | null; readonly orderBy?: readonly ListPriceOrder[] | null; }
export interface ListPriceGroupsArgs { readonly by: readonly ListPriceGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: ListPriceGroupHaving | null; readonly orderBy?: readonly ListPriceGroupOrder[] | null; }

export interface ListPriceCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

/** A new listPrice. */
export interface ListPriceCreateInput {
  /** The currency of the price. Default: that of the product. */
  readonly currency?: string | null;
  /** Units of the currency for one of the base currency. Default: the rate of the day, when the currency is set. */
  readonly exchangeRate?: string | number | null;
  /** The price of one. Default: the product's own, in its currency. */
  readonly listPrice?: string | number | null;
  /** The price book. The id of a priceBook. */
  readonly priceBookId: string;
  /** The product. The id of a product. */
  readonly productId: string;
}

export interface ListPriceEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: ListPriceShape | null;
  };
}

/** Conditions on listPrices; all given ones must hold. */
export interface ListPriceFilter extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'id' | 'priceBookId' | 'productId', IDFilter | null>> {
  readonly and?: readonly ListPriceFilter[] | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly currency?: CurrencyCodeFilter | null;
  readonly exchangeRate?: DecimalFilter | null;
  readonly listPrice?: DecimalFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly not?: ListPriceFilter | null;
  readonly or?: readonly ListPriceFilter[] | null;
  readonly priceBook?: PriceBookFilter | null;
  readonly product?: ProductFilter | null;
  readonly version?: IntFilter | null;
}

export interface ListPriceGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: ListPriceAggregateShape;
    readonly inOwnCurrency: ListPriceMoneyAggregateShape;
    readonly key: ListPriceGroupKeyShape;
  };
}

/** One thing that listPrices are grouped by. */
export interface ListPriceGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: ListPriceGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface ListPriceGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface ListPriceGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What listPrices can be grouped by. */
export type ListPriceGroupField = 'CREATED_AT' | 'CREATED_BY' | 'CURRENCY' | 'DELETED_AT' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'PRICE_BOOK' | 'PRODUCT' | 'VERSION';

/** Conditions on the figures of groups of listPrices; all given ones must hold. */
export interface ListPriceGroupHaving {
  readonly and?: readonly ListPriceGroupHaving[] | null;
  readonly avg?: ListPriceGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: ListPriceGroupCountHaving | null;
  readonly max?: ListPriceGroupRangeHaving | null;
  readonly min?: ListPriceGroupRangeHaving | null;
  readonly not?: ListPriceGroupHaving | null;
  readonly or?: readonly ListPriceGroupHaving[] | null;
  readonly sum?: ListPriceGroupNumberHaving | null;
}

export interface ListPriceGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'currency' | 'deletedAt' | 'modifiedAt' | 'modifiedById' | 'priceBookId' | 'productId', string | null> & { readonly version: number | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly priceBook: PriceBookShape | null;
    readonly product: ProductShape | null;
  };
}

/** By one of the keys of groups of listPrices: exactly one of those they are grouped by. */
export interface ListPriceGroupKeyOrder extends Partial<Alike<'createdAt' | 'currency' | 'deletedAt' | 'modifiedAt' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly priceBook?: PriceBookOrder | null;
  readonly product?: ProductOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface ListPriceGroupNumberHaving extends Partial<Alike<'exchangeRate' | 'listPrice' | 'version', DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface ListPriceGroupNumberOrder extends Partial<Alike<'exchangeRate' | 'listPrice' | 'version', SortOrder | null>> {
}

/** One term of an order of groups of listPrices: exactly one figure or key. */
export interface ListPriceGroupOrder {
  readonly avg?: ListPriceGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: ListPriceGroupCountOrder | null;
  readonly key?: ListPriceGroupKeyOrder | null;
  readonly max?: ListPriceGroupRangeOrder | null;
  readonly min?: ListPriceGroupRangeOrder | null;
  readonly sum?: ListPriceGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface ListPriceGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly exchangeRate?: DecimalFilter | null;
  readonly listPrice?: DecimalFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface ListPriceGroupRangeOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'exchangeRate' | 'listPrice' | 'modifiedAt' | 'version', SortOrder | null>> {
}

/** Conditions on a list of listPrices. */
export type ListPriceListFilter = Quantified<ListPriceFilter>;

export interface ListPriceMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'exchangeRate' | 'listPrice' | 'modifiedAt', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type ListPriceMinShape = ListPriceMaxShape;

export interface ListPriceMoneyAggregateShape {
  readonly fields: {  };
  readonly links: {
    readonly avg: ListPriceMoneyFiguresShape;
    readonly max: ListPriceMoneyFiguresShape;
    readonly min: ListPriceMoneyFiguresShape;
    readonly sum: ListPriceMoneyFiguresShape;
  };
}

export interface ListPriceMoneyFiguresShape {
  readonly fields: { readonly listPrice: string | null; };
  readonly links: {};
}

/** A new listPrice of the priceBook in whose input it stands. Lists of its own are edited in a call of their own. */
export interface ListPriceOfPriceBookCreateInput {
  /** The currency of the price. Default: that of the product. */
  readonly currency?: string | null;
  /** Units of the currency for one of the base currency. Default: the rate of the day, when the currency is set. */
  readonly exchangeRate?: string | number | null;
  /** The price of one. Default: the product's own, in its currency. */
  readonly listPrice?: string | number | null;
  /** The product. The id of a product. */
  readonly productId: string;
}

/** Changes of a listPrice of the priceBook in whose input they stand: a field that is absent stays, null clears it. */
export interface ListPriceOfPriceBookUpdateInput extends Omit<ListPriceOfPriceBookCreateInput, 'productId'> {
}

/** One listPrice to change. */
export interface ListPriceOfPriceBookUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  readonly expectedVersion?: number | null;
  /** The listPrice. */
  readonly id: string;
  /** The changes. */
  readonly input: ListPriceOfPriceBookUpdateInput;
}

/** One term of an order of listPrices: exactly one field. */
export interface ListPriceOrder extends Partial<Alike<'createdAt' | 'currency' | 'deletedAt' | 'exchangeRate' | 'id' | 'listPrice' | 'modifiedAt' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly priceBook?: PriceBookOrder | null;
  readonly product?: ProductOrder | null;
}

/** One listPrice, perhaps at a known version. */
export interface ListPriceReference {
  /** Refuse with CONFLICT unless the record still has this version. */
  readonly expectedVersion?: number | null;
  /** The listPrice. */
  readonly id: string;
}

export type ListPriceSumShape = ListPriceAvgShape;

/** Changes of a listPrice: a field that is absent stays, null clears it. */
export interface ListPriceUpdateInput extends Omit<ListPriceCreateInput, 'priceBookId' | 'productId'> {
}
