// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Creates, CreatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Quantified } from '../shape.js';
import type { ProductLists, ProductShape } from './products.js';
import type { TaxLists, TaxShape } from './taxes.js';
import type { UserShape } from './users.js';

type Types = TypesOf<ProductTaxLists>;

/** What can be done with productTaxes. */
export interface ProductTaxes extends Reads<Types>, Creates<Types, ProductTaxCreateInput>, CreatesMany<Types, ProductTaxCreateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
const productTaxFields = 'createdAt createdById deletedAt id modifiedAt modifiedById productId taxId version';

/** A tax of a product: new lines have it unless they name other taxes. Lines may have no tax that is not among those of their product, if it has any. `productTaxes(crm).list()` and what else there is. */
export const productTaxes = /* @__PURE__ */ record('ProductTax', 'productTax', 'productTaxes', productTaxFields) as (crm: Crm) => ProductTaxes;


/** A tax of a product: new lines have it unless they name other taxes. Lines may have no tax that is not among those of their product, if it has any. */
export interface ProductTax {
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
  /** The id of `tax`, without reading it. */
  readonly taxId: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface ProductTaxShape {
  readonly fields: ProductTax;
  readonly links: ProductTaxShapeLinks;
}
export interface ProductTaxShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The product. */
  readonly product: ProductShape | null;
  /** The tax. */
  readonly tax: TaxShape | null;
}

/** `ProductTax` in lists. */
export interface ProductTaxLists extends Lists<ProductTaxShape, ProductTaxFilter, ProductTaxOrder, ProductTaxGroupField> {
  readonly lookups: { readonly product: ProductLists; readonly tax: TaxLists; };
}
export type ProductTaxListArgs = ListArgs<ProductTaxLists>;
export type ProductTaxGroupsArgs = GroupsArgs<ProductTaxLists>;

/** A new productTax. */
export interface ProductTaxCreateInput {
  /** The product. The id of a product. */
  productId: string;
  /** The tax. The id of a tax. */
  taxId: string;
}

/** Conditions on productTaxes; all given ones must hold. */
export interface ProductTaxFilter extends FilterOf<ProductTaxLists>, Combined<ProductTaxFilter> {}

export type ProductTaxGroupBy = GroupBy<ProductTaxLists>;

/** What productTaxes can be grouped by. */
export type ProductTaxGroupField = CommonGroupField | 'PRODUCT' | 'TAX';

export type ProductTaxGroupHaving = GroupHaving<ProductTaxLists>;

export type ProductTaxGroupOrder = GroupOrder<ProductTaxLists>;

export type ProductTaxListFilter = Quantified<ProductTaxFilter>;

/** A new productTax of the product in whose input it stands. Lists of its own are edited in a call of their own. */
export interface ProductTaxOfProductCreateInput extends Omit<ProductTaxCreateInput, 'productId'> {}

/** One term of an order of productTaxes: exactly one field. */
export interface ProductTaxOrder extends OrderOf<ProductTaxLists>, OrderById {}

/** One productTax, perhaps at a known version. */
export interface ProductTaxReference {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The productTax. */
  id: string;
}
