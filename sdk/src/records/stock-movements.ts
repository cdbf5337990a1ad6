// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Quantified } from '../shape.js';
import type { LineItemLists, LineItemShape } from './line-items.js';
import type { ProductLists, ProductShape } from './products.js';
import type { DocumentKind, DocumentKindFilter } from './shared.js';
import type { StockAdjustmentLists, StockAdjustmentShape } from './stock-adjustments.js';
import type { UserShape } from './users.js';

type Types = TypesOf<StockMovementLists>;

/** What can be done with stockMovements. */
export interface StockMovements extends Reads<Types> {}

/** Selected unless said otherwise. */
const stockMovementFields = 'adjustmentId createdAt createdById deletedAt document documentNumber id inDemand inStock lineItemId modifiedAt modifiedById ordered productId version';

/** What a line of a document or an adjustment did to the stock of a product, and when (workflows.md 3). The counters of the product are the sums. `stockMovements(crm).list()` and what else there is. */
export const stockMovements = /* @__PURE__ */ record('StockMovement', 'stockMovement', 'stockMovements', stockMovementFields) as (crm: Crm) => StockMovements;


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
  /** The kind of the document; null: an adjustment did it. */
  readonly document: DocumentKind | (string & {}) | null;
  /** The number of the document, which stays when the document goes. */
  readonly documentNumber: string | null;
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
  readonly links: StockMovementShapeLinks;
}
export interface StockMovementShapeLinks {
  /** The adjustment that did it. */
  readonly adjustment: StockAdjustmentShape | null;
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** The line of a document that did it. */
  readonly lineItem: LineItemShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The product. */
  readonly product: ProductShape | null;
}

/** `StockMovement` in lists. */
export interface StockMovementLists extends Lists<StockMovementShape, StockMovementFilter, StockMovementOrder, StockMovementGroupField> {
  readonly text: 'documentNumber';
  readonly decimal: 'inDemand' | 'inStock' | 'ordered';
  readonly codes: { readonly document: DocumentKindFilter; };
  readonly lookups: { readonly adjustment: StockAdjustmentLists; readonly lineItem: LineItemLists; readonly product: ProductLists; };
}
export type StockMovementListArgs = ListArgs<StockMovementLists>;
export type StockMovementGroupsArgs = GroupsArgs<StockMovementLists>;

/** Conditions on stockMovements; all given ones must hold. */
export interface StockMovementFilter extends FilterOf<StockMovementLists>, Combined<StockMovementFilter> {}

export type StockMovementGroupBy = GroupBy<StockMovementLists>;

/** What stockMovements can be grouped by. */
export type StockMovementGroupField = CommonGroupField | 'ADJUSTMENT' | 'DOCUMENT' | 'DOCUMENT_NUMBER' | 'LINE_ITEM' | 'PRODUCT';

export type StockMovementGroupHaving = GroupHaving<StockMovementLists>;

export type StockMovementGroupOrder = GroupOrder<StockMovementLists>;

export type StockMovementListFilter = Quantified<StockMovementFilter>;

/** One term of an order of stockMovements: exactly one field. */
export interface StockMovementOrder extends OrderOf<StockMovementLists>, OrderById {}
