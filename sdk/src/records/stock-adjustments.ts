// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { ProductFilter, ProductOrder, ProductShape } from './products.js';
import type { DateBucket, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: StockAdjustmentShape;
  readonly list: StockAdjustmentListArgs;
  readonly aggregate: StockAdjustmentAggregateShape;
  readonly group: StockAdjustmentGroupShape;
  readonly groups: StockAdjustmentGroupsArgs;
}

/** What can be done with stockAdjustments. */
export interface StockAdjustments extends Reads<Types>, Creates<Types, StockAdjustmentCreateInput>, CreatesMany<Types, StockAdjustmentCreateInput> {}

/** Selected unless said otherwise. */
export const stockAdjustmentFields = 'createdAt createdById deletedAt id modifiedAt modifiedById productId quantity reason version';

/** A correction of what is in stock: counted, lost, found (workflows.md 3). It stays; a wrong one is corrected by another. `stockAdjustments(crm).list()` and what else there is. */
export const stockAdjustments = /* @__PURE__ */ record('StockAdjustment', 'stockAdjustment', 'stockAdjustments', stockAdjustmentFields) as (crm: Crm) => StockAdjustments;


type Names1 = 'createdById' | 'modifiedById' | 'productId' | 'quantity' | 'reason' | 'version';

/** A correction of what is in stock: counted, lost, found (workflows.md 3). It stays; a wrong one is corrected by another. */
export interface StockAdjustment {
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
  /** The id of `product`, without reading it. */
  readonly productId: string | null;
  /** How many more, or less, there are. */
  readonly quantity: string | null;
  /** Why. */
  readonly reason: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface StockAdjustmentShape {
  readonly fields: StockAdjustment;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly modifiedBy: UserShape | null;
    readonly product: ProductShape | null;
  };
}

export interface StockAdjustmentAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: StockAdjustmentAvgShape;
    readonly countDistinct: StockAdjustmentCountDistinctShape;
    readonly max: StockAdjustmentMaxShape;
    readonly min: StockAdjustmentMinShape;
    readonly sum: StockAdjustmentSumShape;
  };
}

export interface StockAdjustmentAvgShape {
  readonly fields: { readonly quantity: string | null; readonly version: string | null; };
  readonly links: {};
}

export interface StockAdjustmentConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: StockAdjustmentAggregateShape;
    readonly edges: readonly StockAdjustmentEdgeShape[];
    readonly groups: readonly ((StockAdjustmentGroupShape & { readonly args: StockAdjustmentGroupsArgs }))[];
    readonly nodes: readonly StockAdjustmentShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface StockAdjustmentListArgs extends ListArguments { readonly filter?: StockAdjustmentFilter | null; readonly orderBy?: readonly StockAdjustmentOrder[] | null; }
export interface StockAdjustmentGroupsArgs { readonly by: readonly StockAdjustmentGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: StockAdjustmentGroupHaving | null; readonly orderBy?: readonly StockAdjustmentGroupOrder[] | null; }

export interface StockAdjustmentCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

/** A new stockAdjustment. */
export interface StockAdjustmentCreateInput {
  /** The product. The id of a product. */
  readonly productId: string;
  /** How many more, or less, there are. */
  readonly quantity: string | number;
  /** Why. At most 255 characters. */
  readonly reason: string;
}

export interface StockAdjustmentEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: StockAdjustmentShape | null;
  };
}

/** Conditions on stockAdjustments; all given ones must hold. */
export interface StockAdjustmentFilter extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly and?: readonly StockAdjustmentFilter[] | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly id?: IDFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly not?: StockAdjustmentFilter | null;
  readonly or?: readonly StockAdjustmentFilter[] | null;
  readonly product?: ProductFilter | null;
  readonly productId?: IDFilter | null;
  readonly quantity?: DecimalFilter | null;
  readonly reason?: StringFilter | null;
  readonly version?: IntFilter | null;
}

export interface StockAdjustmentGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: StockAdjustmentAggregateShape;
    readonly key: StockAdjustmentGroupKeyShape;
  };
}

/** One thing that stockAdjustments are grouped by. */
export interface StockAdjustmentGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: StockAdjustmentGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface StockAdjustmentGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface StockAdjustmentGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What stockAdjustments can be grouped by. */
export type StockAdjustmentGroupField = 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'PRODUCT' | 'REASON' | 'VERSION';

/** Conditions on the figures of groups of stockAdjustments; all given ones must hold. */
export interface StockAdjustmentGroupHaving {
  readonly and?: readonly StockAdjustmentGroupHaving[] | null;
  readonly avg?: StockAdjustmentGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: StockAdjustmentGroupCountHaving | null;
  readonly max?: StockAdjustmentGroupRangeHaving | null;
  readonly min?: StockAdjustmentGroupRangeHaving | null;
  readonly not?: StockAdjustmentGroupHaving | null;
  readonly or?: readonly StockAdjustmentGroupHaving[] | null;
  readonly sum?: StockAdjustmentGroupNumberHaving | null;
}

export interface StockAdjustmentGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'deletedAt' | 'modifiedAt' | 'modifiedById' | 'productId' | 'reason', string | null> & { readonly version: number | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly product: ProductShape | null;
  };
}

/** By one of the keys of groups of stockAdjustments: exactly one of those they are grouped by. */
export interface StockAdjustmentGroupKeyOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'reason' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly product?: ProductOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface StockAdjustmentGroupNumberHaving {
  readonly quantity?: DecimalFilter | null;
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface StockAdjustmentGroupNumberOrder {
  readonly quantity?: SortOrder | null;
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of stockAdjustments: exactly one figure or key. */
export interface StockAdjustmentGroupOrder {
  readonly avg?: StockAdjustmentGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: StockAdjustmentGroupCountOrder | null;
  readonly key?: StockAdjustmentGroupKeyOrder | null;
  readonly max?: StockAdjustmentGroupRangeOrder | null;
  readonly min?: StockAdjustmentGroupRangeOrder | null;
  readonly sum?: StockAdjustmentGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface StockAdjustmentGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly quantity?: DecimalFilter | null;
  readonly reason?: StringFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface StockAdjustmentGroupRangeOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'quantity' | 'reason' | 'version', SortOrder | null>> {
}

/** Conditions on a list of stockAdjustments. */
export type StockAdjustmentListFilter = Quantified<StockAdjustmentFilter>;

export interface StockAdjustmentMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'quantity' | 'reason', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type StockAdjustmentMinShape = StockAdjustmentMaxShape;

/** One term of an order of stockAdjustments: exactly one field. */
export interface StockAdjustmentOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'id' | 'modifiedAt' | 'quantity' | 'reason' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly product?: ProductOrder | null;
}

export type StockAdjustmentSumShape = StockAdjustmentAvgShape;
