// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { LineItemFilter, LineItemOrder, LineItemShape } from './line-items.js';
import type { ProductFilter, ProductOrder, ProductShape } from './products.js';
import type { DateBucket, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder } from './shared.js';
import type { StockAdjustmentFilter, StockAdjustmentOrder, StockAdjustmentShape } from './stock-adjustments.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: StockMovementShape;
  readonly list: StockMovementListArgs;
  readonly aggregate: StockMovementAggregateShape;
  readonly group: StockMovementGroupShape;
  readonly groups: StockMovementGroupsArgs;
}

/** What can be done with stockMovements. */
export interface StockMovements extends Reads<Types> {}

/** Selected unless said otherwise. */
export const stockMovementFields = 'adjustmentId createdAt createdById deletedAt id inDemand inStock lineItemId modifiedAt modifiedById ordered productId version';

/** What a line of a document or an adjustment did to the stock of a product, and when (workflows.md 3). The counters of the product are the sums. `stockMovements(crm).list()` and what else there is. */
export const stockMovements = /* @__PURE__ */ record('StockMovement', 'stockMovement', 'stockMovements', stockMovementFields) as (crm: Crm) => StockMovements;


type Names1 = 'inDemand' | 'inStock' | 'ordered' | 'version';

type Names2 = 'adjustmentId' | 'createdById' | 'inDemand' | 'inStock' | 'lineItemId' | 'modifiedById' | 'ordered' | 'productId' | 'version';

/** What a line of a document or an adjustment did to the stock of a product, and when (workflows.md 3). The counters of the product are the sums. */
export interface StockMovement {
  /** The id of `adjustment`, without reading it. */
  readonly adjustmentId: string | null;
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** So many more are ordered by customers. */
  readonly inDemand: string | null;
  /** So many more are in stock. */
  readonly inStock: string | null;
  /** The id of `lineItem`, without reading it. */
  readonly lineItemId: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** So many more are on order from vendors. */
  readonly ordered: string | null;
  /** The id of `product`, without reading it. */
  readonly productId: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface StockMovementShape {
  readonly fields: StockMovement;
  readonly links: {
    readonly adjustment: StockAdjustmentShape | null;
    readonly createdBy: UserShape | null;
    readonly lineItem: LineItemShape | null;
    readonly modifiedBy: UserShape | null;
    readonly product: ProductShape | null;
  };
}

export interface StockMovementAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: StockMovementAvgShape;
    readonly countDistinct: StockMovementCountDistinctShape;
    readonly max: StockMovementMaxShape;
    readonly min: StockMovementMinShape;
    readonly sum: StockMovementSumShape;
  };
}

export interface StockMovementAvgShape {
  readonly fields: Alike<Names1, string | null>;
  readonly links: {};
}

export interface StockMovementConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: StockMovementAggregateShape;
    readonly edges: readonly StockMovementEdgeShape[];
    readonly groups: readonly ((StockMovementGroupShape & { readonly args: StockMovementGroupsArgs }))[];
    readonly nodes: readonly StockMovementShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface StockMovementListArgs extends ListArguments { readonly filter?: StockMovementFilter | null; readonly orderBy?: readonly StockMovementOrder[] | null; }
export interface StockMovementGroupsArgs { readonly by: readonly StockMovementGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: StockMovementGroupHaving | null; readonly orderBy?: readonly StockMovementGroupOrder[] | null; }

export interface StockMovementCountDistinctShape {
  readonly fields: Alike<Names2, number | null>;
  readonly links: {};
}

export interface StockMovementEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: StockMovementShape | null;
  };
}

/** Conditions on stockMovements; all given ones must hold. */
export interface StockMovementFilter extends Partial<Alike<'adjustmentId' | 'id' | 'lineItemId' | 'productId', IDFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'inDemand' | 'inStock' | 'ordered', DecimalFilter | null>> {
  readonly adjustment?: StockAdjustmentFilter | null;
  readonly and?: readonly StockMovementFilter[] | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly lineItem?: LineItemFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly not?: StockMovementFilter | null;
  readonly or?: readonly StockMovementFilter[] | null;
  readonly product?: ProductFilter | null;
  readonly version?: IntFilter | null;
}

export interface StockMovementGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: StockMovementAggregateShape;
    readonly key: StockMovementGroupKeyShape;
  };
}

/** One thing that stockMovements are grouped by. */
export interface StockMovementGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: StockMovementGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface StockMovementGroupCountHaving extends Partial<Alike<Names2, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface StockMovementGroupCountOrder extends Partial<Alike<Names2, SortOrder | null>> {
}

/** What stockMovements can be grouped by. */
export type StockMovementGroupField = 'ADJUSTMENT' | 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'LINE_ITEM' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'PRODUCT' | 'VERSION';

/** Conditions on the figures of groups of stockMovements; all given ones must hold. */
export interface StockMovementGroupHaving {
  readonly and?: readonly StockMovementGroupHaving[] | null;
  readonly avg?: StockMovementGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: StockMovementGroupCountHaving | null;
  readonly max?: StockMovementGroupRangeHaving | null;
  readonly min?: StockMovementGroupRangeHaving | null;
  readonly not?: StockMovementGroupHaving | null;
  readonly or?: readonly StockMovementGroupHaving[] | null;
  readonly sum?: StockMovementGroupNumberHaving | null;
}

export interface StockMovementGroupKeyShape {
  readonly fields: Alike<'adjustmentId' | 'createdAt' | 'createdById' | 'deletedAt' | 'lineItemId' | 'modifiedAt' | 'modifiedById' | 'productId', string | null> & { readonly version: number | null; };
  readonly links: {
    readonly adjustment: StockAdjustmentShape | null;
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly lineItem: LineItemShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly product: ProductShape | null;
  };
}

/** By one of the keys of groups of stockMovements: exactly one of those they are grouped by. */
export interface StockMovementGroupKeyOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'version', SortOrder | null>> {
  readonly adjustment?: StockAdjustmentOrder | null;
  readonly createdBy?: UserOrder | null;
  readonly lineItem?: LineItemOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly product?: ProductOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface StockMovementGroupNumberHaving extends Partial<Alike<Names1, DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface StockMovementGroupNumberOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** One term of an order of groups of stockMovements: exactly one figure or key. */
export interface StockMovementGroupOrder {
  readonly avg?: StockMovementGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: StockMovementGroupCountOrder | null;
  readonly key?: StockMovementGroupKeyOrder | null;
  readonly max?: StockMovementGroupRangeOrder | null;
  readonly min?: StockMovementGroupRangeOrder | null;
  readonly sum?: StockMovementGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface StockMovementGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'inDemand' | 'inStock' | 'ordered', DecimalFilter | null>> {
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface StockMovementGroupRangeOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'inDemand' | 'inStock' | 'modifiedAt' | 'ordered' | 'version', SortOrder | null>> {
}

/** Conditions on a list of stockMovements. */
export type StockMovementListFilter = Quantified<StockMovementFilter>;

export interface StockMovementMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'inDemand' | 'inStock' | 'modifiedAt' | 'ordered', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type StockMovementMinShape = StockMovementMaxShape;

/** One term of an order of stockMovements: exactly one field. */
export interface StockMovementOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'id' | 'inDemand' | 'inStock' | 'modifiedAt' | 'ordered' | 'version', SortOrder | null>> {
  readonly adjustment?: StockAdjustmentOrder | null;
  readonly createdBy?: UserOrder | null;
  readonly lineItem?: LineItemOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly product?: ProductOrder | null;
}

export type StockMovementSumShape = StockMovementAvgShape;
