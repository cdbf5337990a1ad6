// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Clones, Upserts, UpsertsMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { LineItemConnectionShape, LineItemListArgs, LineItemListFilter } from './line-items.js';
import type { ListPriceConnectionShape, ListPriceListArgs, ListPriceListFilter } from './list-prices.js';
import type { BooleanFilter, CrmRecord, DateBucket, DateTimeFilter, DecimalFilter, ExternalIdsFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, ListPricesOfPriceBookInput, NewListPricesOfPriceBookInput, NewPricingDetailsOfPriceBookInput, PageInfo, PageInfoShape, PriceRangeConnectionShape, PriceRangeListArgs, PriceRangeListFilter, PricingDetailsOfPriceBookInput, PricingModel, PricingModelFilter, RangeBasis, RangeBasisFilter, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: PriceBookShape;
  readonly list: PriceBookListArgs;
  readonly aggregate: PriceBookAggregateShape;
  readonly group: PriceBookGroupShape;
  readonly groups: PriceBookGroupsArgs;
}

/** What can be done with priceBooks. */
export interface PriceBooks extends Reads<Types>, Creates<Types, PriceBookCreateInput>, CreatesMany<Types, PriceBookCreateInput>, Updates<Types, PriceBookUpdateInput>, UpdatesMany<Types, PriceBookUpdateInput>, Clones<Types, PriceBookUpdateInput>, Upserts<Types, PriceBookUpsertBy, PriceBookUpdateInput>, UpsertsMany<Types, PriceBookUpsertBy, PriceBookUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const priceBookFields = 'active createdAt createdById deletedAt description displayName externalIds id modifiedAt modifiedById ownerId priceBookName pricingModel rangeBasis version';

/** Prices for a kind of customer, with discounts by quantity or amount (modules.md 8). `priceBooks(crm).list()` and what else there is. */
export const priceBooks = /* @__PURE__ */ record('PriceBook', 'priceBook', 'priceBooks', priceBookFields) as (crm: Crm) => PriceBooks;


type Names1 = 'createdById' | 'modifiedById' | 'ownerId' | 'priceBookName' | 'pricingModel' | 'rangeBasis' | 'version';

/** Prices for a kind of customer, with discounts by quantity or amount (modules.md 8). */
export interface PriceBook extends CrmRecord {
  /** False: it is on no new line of a document. */
  readonly active: boolean | null;
  /** Anything worth knowing. */
  readonly description: string | null;
  /** What it is called. */
  readonly priceBookName: string | null;
  /** How it discounts. */
  readonly pricingModel: PricingModel | (string & {}) | null;
  /** What its ranges are ranges of. */
  readonly rangeBasis: RangeBasis | (string & {}) | null;
}
export interface PriceBookShape {
  readonly fields: PriceBook;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly lineItems: (LineItemConnectionShape & { readonly args: LineItemListArgs }) | null;
    readonly listPrices: (ListPriceConnectionShape & { readonly args: ListPriceListArgs }) | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly pricingDetails: (PriceRangeConnectionShape & { readonly args: PriceRangeListArgs }) | null;
  };
}

export interface PriceBookAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: PriceBookAvgShape;
    readonly countDistinct: PriceBookCountDistinctShape;
    readonly max: PriceBookMaxShape;
    readonly min: PriceBookMinShape;
    readonly sum: PriceBookSumShape;
  };
}

export interface PriceBookAvgShape {
  readonly fields: { readonly version: string | null; };
  readonly links: {};
}

export interface PriceBookConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: PriceBookAggregateShape;
    readonly edges: readonly PriceBookEdgeShape[];
    readonly groups: readonly ((PriceBookGroupShape & { readonly args: PriceBookGroupsArgs }))[];
    readonly nodes: readonly PriceBookShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface PriceBookListArgs extends ListArguments { readonly filter?: PriceBookFilter | null; readonly orderBy?: readonly PriceBookOrder[] | null; }
export interface PriceBookGroupsArgs { readonly by: readonly PriceBookGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: PriceBookGroupHaving | null; readonly orderBy?: readonly PriceBookGroupOrder[] | null; }

export interface PriceBookCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

/** A new priceBook. */
export interface PriceBookCreateInput {
  /** False: it is on no new line of a document. Default: true. */
  readonly active?: boolean | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description?: string | null;
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  readonly externalIds?: Readonly<Record<string, string | null>> | null;
  /** The products in it, and what they cost. Made together with the priceBook, or not at all. */
  readonly listPrices?: NewListPricesOfPriceBookInput | null;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  readonly ownerId?: string | null;
  /** What it is called. At most 50 characters. */
  readonly priceBookName: string;
  /** Its discounts, by range. Made together with the priceBook, or not at all. */
  readonly pricingDetails?: NewPricingDetailsOfPriceBookInput | null;
  /** How it discounts. Default: FLAT. */
  readonly pricingModel?: PricingModel | null;
  /** What its ranges are ranges of. Default: QUANTITY. */
  readonly rangeBasis?: RangeBasis | null;
}

export interface PriceBookEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: PriceBookShape | null;
  };
}

/** Conditions on priceBooks; all given ones must hold. */
export interface PriceBookFilter extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserFilter | null>>, Partial<Alike<'createdById' | 'modifiedById' | 'ownerId', UserIDFilter | null>> {
  readonly active?: BooleanFilter | null;
  readonly and?: readonly PriceBookFilter[] | null;
  readonly description?: StringFilter | null;
  readonly externalIds?: ExternalIdsFilter | null;
  readonly id?: IDFilter | null;
  readonly lineItems?: LineItemListFilter | null;
  readonly listPrices?: ListPriceListFilter | null;
  readonly not?: PriceBookFilter | null;
  readonly or?: readonly PriceBookFilter[] | null;
  readonly priceBookName?: StringFilter | null;
  readonly pricingDetails?: PriceRangeListFilter | null;
  readonly pricingModel?: PricingModelFilter | null;
  readonly rangeBasis?: RangeBasisFilter | null;
  readonly version?: IntFilter | null;
}

export interface PriceBookGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: PriceBookAggregateShape;
    readonly key: PriceBookGroupKeyShape;
  };
}

/** One thing that priceBooks are grouped by. */
export interface PriceBookGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: PriceBookGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface PriceBookGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface PriceBookGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What priceBooks can be grouped by. */
export type PriceBookGroupField = 'ACTIVE' | 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'OWNER' | 'PRICE_BOOK_NAME' | 'PRICING_MODEL' | 'RANGE_BASIS' | 'VERSION';

/** Conditions on the figures of groups of priceBooks; all given ones must hold. */
export interface PriceBookGroupHaving {
  readonly and?: readonly PriceBookGroupHaving[] | null;
  readonly avg?: PriceBookGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: PriceBookGroupCountHaving | null;
  readonly max?: PriceBookGroupRangeHaving | null;
  readonly min?: PriceBookGroupRangeHaving | null;
  readonly not?: PriceBookGroupHaving | null;
  readonly or?: readonly PriceBookGroupHaving[] | null;
  readonly sum?: PriceBookGroupNumberHaving | null;
}

export interface PriceBookGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'deletedAt' | 'modifiedAt' | 'modifiedById' | 'ownerId' | 'priceBookName', string | null> & { readonly active: boolean | null; readonly pricingModel: PricingModel | (string & {}) | null; readonly rangeBasis: RangeBasis | (string & {}) | null; readonly version: number | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
  };
}

/** By one of the keys of groups of priceBooks: exactly one of those they are grouped by. */
export interface PriceBookGroupKeyOrder extends Partial<Alike<'active' | 'createdAt' | 'deletedAt' | 'modifiedAt' | 'priceBookName' | 'pricingModel' | 'rangeBasis' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface PriceBookGroupNumberHaving {
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface PriceBookGroupNumberOrder {
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of priceBooks: exactly one figure or key. */
export interface PriceBookGroupOrder {
  readonly avg?: PriceBookGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: PriceBookGroupCountOrder | null;
  readonly key?: PriceBookGroupKeyOrder | null;
  readonly max?: PriceBookGroupRangeOrder | null;
  readonly min?: PriceBookGroupRangeOrder | null;
  readonly sum?: PriceBookGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface PriceBookGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly priceBookName?: StringFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface PriceBookGroupRangeOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'priceBookName' | 'version', SortOrder | null>> {
}

/** What priceBooks can be looked for by: what the organisation has made unique. */
export type PriceBookKeyField = 'PRICE_BOOK_NAME';

/** Conditions on a list of priceBooks. */
export type PriceBookListFilter = Quantified<PriceBookFilter>;

export interface PriceBookMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'priceBookName', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type PriceBookMinShape = PriceBookMaxShape;

/** One term of an order of priceBooks: exactly one field. */
export interface PriceBookOrder extends Partial<Alike<'active' | 'createdAt' | 'deletedAt' | 'id' | 'modifiedAt' | 'priceBookName' | 'pricingModel' | 'rangeBasis' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
}

export type PriceBookSumShape = PriceBookAvgShape;

/** Changes of a priceBook: a field that is absent stays, null clears it. */
export interface PriceBookUpdateInput extends Omit<PriceBookCreateInput, 'active' | 'listPrices' | 'priceBookName' | 'pricingDetails' | 'pricingModel' | 'rangeBasis'> {
  /** False: it is on no new line of a document. */
  readonly active?: boolean | null;
  /** The products in it, and what they cost. Changed together with the priceBook, or not at all; the version of the priceBook rises only with its own fields. */
  readonly listPrices?: ListPricesOfPriceBookInput | null;
  /** What it is called. At most 50 characters. */
  readonly priceBookName?: string | null;
  /** Its discounts, by range. Changed together with the priceBook, or not at all; the version of the priceBook rises only with its own fields. */
  readonly pricingDetails?: PricingDetailsOfPriceBookInput | null;
  /** How it discounts. */
  readonly pricingModel?: PricingModel | null;
  /** What its ranges are ranges of. */
  readonly rangeBasis?: RangeBasis | null;
}

/** What a priceBook is looked for by: exactly one of these. */
export interface PriceBookUpsertBy {
  /** The key of this source, in `externalIds` of the input. */
  readonly externalId?: string | null;
  /** This field: one that is unique, or the one that tells duplicates. */
  readonly field?: PriceBookKeyField | null;
}
