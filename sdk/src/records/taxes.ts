// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments } from '../shape.js';
import type { ProductTaxConnectionShape, ProductTaxListArgs, ProductTaxListFilter } from './product-taxes.js';
import type { BooleanFilter, DateBucket, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: TaxShape;
  readonly list: TaxListArgs;
  readonly aggregate: TaxAggregateShape;
  readonly group: TaxGroupShape;
  readonly groups: TaxGroupsArgs;
}

/** What can be done with taxes. */
export interface Taxes extends Reads<Types>, Creates<Types, TaxCreateInput>, CreatesMany<Types, TaxCreateInput>, Updates<Types, TaxUpdateInput>, UpdatesMany<Types, TaxUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const taxFields = 'compound createdAt createdById deletedAt id modifiedAt modifiedById name percentage place version';

/** A tax that may be put on lines and documents (modules.md 13). A document keeps the rate of the day it was written. `taxes(crm).list()` and what else there is. */
export const taxes = /* @__PURE__ */ record('Tax', 'tax', 'taxes', taxFields) as (crm: Crm) => Taxes;


type Names1 = 'createdById' | 'modifiedById' | 'name' | 'percentage' | 'place' | 'version';

/** A tax that may be put on lines and documents (modules.md 13). A document keeps the rate of the day it was written. */
export interface Tax {
  /** True: it is put on the amount together with the taxes that are not compound, and the compound ones before it. */
  readonly compound: boolean | null;
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** What it is called: "VAT". No two taxes share a name. */
  readonly name: string | null;
  /** The rate, in percent. */
  readonly percentage: string | null;
  /** Its place among the taxes; compound ones are worked out in this order. */
  readonly place: number | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface TaxShape {
  readonly fields: Tax;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly modifiedBy: UserShape | null;
    readonly products: (ProductTaxConnectionShape & { readonly args: ProductTaxListArgs }) | null;
  };
}

export interface TaxAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: TaxAvgShape;
    readonly countDistinct: TaxCountDistinctShape;
    readonly max: TaxMaxShape;
    readonly min: TaxMinShape;
    readonly sum: TaxSumShape;
  };
}

export interface TaxAvgShape {
  readonly fields: Alike<'percentage' | 'place' | 'version', string | null>;
  readonly links: {};
}

export interface TaxConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: TaxAggregateShape;
    readonly edges: readonly TaxEdgeShape[];
    readonly groups: readonly ((TaxGroupShape & { readonly args: TaxGroupsArgs }))[];
    readonly nodes: readonly TaxShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface TaxListArgs extends ListArguments { readonly filter?: TaxFilter | null; readonly orderBy?: readonly TaxOrder[] | null; }
export interface TaxGroupsArgs { readonly by: readonly TaxGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: TaxGroupHaving | null; readonly orderBy?: readonly TaxGroupOrder[] | null; }

export interface TaxCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

/** A new tax. */
export interface TaxCreateInput {
  /** True: it is put on the amount together with the taxes that are not compound, and the compound ones before it. Default: false. */
  readonly compound?: boolean | null;
  /** What it is called: "VAT". No two taxes share a name. At most 50 characters. */
  readonly name: string;
  /** The rate, in percent. */
  readonly percentage: string | number;
  /** Its place among the taxes; compound ones are worked out in this order. Default: 0. */
  readonly place?: number | null;
}

export interface TaxEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: TaxShape | null;
  };
}

/** Conditions on taxes; all given ones must hold. */
export interface TaxFilter extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly and?: readonly TaxFilter[] | null;
  readonly compound?: BooleanFilter | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly id?: IDFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly name?: StringFilter | null;
  readonly not?: TaxFilter | null;
  readonly or?: readonly TaxFilter[] | null;
  readonly percentage?: DecimalFilter | null;
  readonly place?: IntFilter | null;
  readonly products?: ProductTaxListFilter | null;
  readonly version?: IntFilter | null;
}

export interface TaxGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: TaxAggregateShape;
    readonly key: TaxGroupKeyShape;
  };
}

/** One thing that taxes are grouped by. */
export interface TaxGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: TaxGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface TaxGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface TaxGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What taxes can be grouped by. */
export type TaxGroupField = 'COMPOUND' | 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'NAME' | 'PLACE' | 'VERSION';

/** Conditions on the figures of groups of taxes; all given ones must hold. */
export interface TaxGroupHaving {
  readonly and?: readonly TaxGroupHaving[] | null;
  readonly avg?: TaxGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: TaxGroupCountHaving | null;
  readonly max?: TaxGroupRangeHaving | null;
  readonly min?: TaxGroupRangeHaving | null;
  readonly not?: TaxGroupHaving | null;
  readonly or?: readonly TaxGroupHaving[] | null;
  readonly sum?: TaxGroupNumberHaving | null;
}

export interface TaxGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'deletedAt' | 'modifiedAt' | 'modifiedById' | 'name', string | null> & { readonly compound: boolean | null; readonly place: number | null; readonly version: number | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
  };
}

/** By one of the keys of groups of taxes: exactly one of those they are grouped by. */
export interface TaxGroupKeyOrder extends Partial<Alike<'compound' | 'createdAt' | 'deletedAt' | 'modifiedAt' | 'name' | 'place' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface TaxGroupNumberHaving extends Partial<Alike<'percentage' | 'place' | 'version', DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface TaxGroupNumberOrder extends Partial<Alike<'percentage' | 'place' | 'version', SortOrder | null>> {
}

/** One term of an order of groups of taxes: exactly one figure or key. */
export interface TaxGroupOrder {
  readonly avg?: TaxGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: TaxGroupCountOrder | null;
  readonly key?: TaxGroupKeyOrder | null;
  readonly max?: TaxGroupRangeOrder | null;
  readonly min?: TaxGroupRangeOrder | null;
  readonly sum?: TaxGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface TaxGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly name?: StringFilter | null;
  readonly percentage?: DecimalFilter | null;
  readonly place?: IntFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface TaxGroupRangeOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'name' | 'percentage' | 'place' | 'version', SortOrder | null>> {
}

export interface TaxMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'name' | 'percentage', string | null> & { readonly place: number | null; readonly version: number | null; };
  readonly links: {};
}

export type TaxMinShape = TaxMaxShape;

/** One term of an order of taxes: exactly one field. */
export interface TaxOrder extends Partial<Alike<'compound' | 'createdAt' | 'deletedAt' | 'id' | 'modifiedAt' | 'name' | 'percentage' | 'place' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

export type TaxSumShape = TaxAvgShape;

/** Changes of a tax: a field that is absent stays, null clears it. */
export interface TaxUpdateInput extends Omit<TaxCreateInput, 'compound' | 'name' | 'percentage' | 'place'> {
  /** True: it is put on the amount together with the taxes that are not compound, and the compound ones before it. */
  readonly compound?: boolean | null;
  /** What it is called: "VAT". No two taxes share a name. At most 50 characters. */
  readonly name?: string | null;
  /** The rate, in percent. */
  readonly percentage?: string | number | null;
  /** Its place among the taxes; compound ones are worked out in this order. */
  readonly place?: number | null;
}
