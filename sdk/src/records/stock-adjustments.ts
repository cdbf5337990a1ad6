// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Creates, CreatesMany } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Needs, Quantified } from '../shape.js';
import type { ProductLists, ProductShape } from './products.js';
import type { UserShape } from './users.js';

type Types = TypesOf<StockAdjustmentLists>;

/** What can be done with stockAdjustments. */
export interface StockAdjustments extends Reads<Types>, Creates<Types, StockAdjustmentCreateInput>, CreatesMany<Types, StockAdjustmentCreateInput> {}

/** Selected unless said otherwise. */
const stockAdjustmentFields = 'createdAt createdById deletedAt id modifiedAt modifiedById productId quantity reason version';

/** A correction of what is in stock: counted, lost, found (workflows.md 3). It stays; a wrong one is corrected by another. `stockAdjustments(crm).list()` and what else there is. */
export const stockAdjustments = /* @__PURE__ */ record('StockAdjustment', 'stockAdjustment', 'stockAdjustments', stockAdjustmentFields) as (crm: Crm) => StockAdjustments;


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
  /** Why. At most 255 characters. */
  readonly reason: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface StockAdjustmentShape {
  readonly fields: StockAdjustment;
  readonly links: StockAdjustmentShapeLinks;
}
export interface StockAdjustmentShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The product. */
  readonly product: ProductShape | null;
}

/** `StockAdjustment` in lists. */
export interface StockAdjustmentLists extends Lists<StockAdjustmentShape, StockAdjustmentFilter, StockAdjustmentOrder, StockAdjustmentGroupField> {
  readonly text: 'reason';
  readonly decimal: 'quantity';
  readonly lookups: { readonly product: ProductLists; };
}
export type StockAdjustmentListArgs = ListArgs<StockAdjustmentLists>;
export type StockAdjustmentGroupsArgs = GroupsArgs<StockAdjustmentLists>;

/** A new stockAdjustment. */
export interface StockAdjustmentCreateInput extends Needs<StockAdjustment, 'quantity', string | number>, Needs<StockAdjustment, 'reason', string> {
  /** The product. The id of a product. */
  productId: string;
}

/** Conditions on stockAdjustments; all given ones must hold. */
export interface StockAdjustmentFilter extends FilterOf<StockAdjustmentLists>, Combined<StockAdjustmentFilter> {}

export type StockAdjustmentGroupBy = GroupBy<StockAdjustmentLists>;

/** What stockAdjustments can be grouped by. */
export type StockAdjustmentGroupField = CommonGroupField | 'PRODUCT' | 'REASON';

export type StockAdjustmentGroupHaving = GroupHaving<StockAdjustmentLists>;

export type StockAdjustmentGroupOrder = GroupOrder<StockAdjustmentLists>;

export type StockAdjustmentListFilter = Quantified<StockAdjustmentFilter>;

/** One term of an order of stockAdjustments: exactly one field. */
export interface StockAdjustmentOrder extends OrderOf<StockAdjustmentLists>, OrderById {}
