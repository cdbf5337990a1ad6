// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Quantified, ReferenceShape, Takes } from '../shape.js';
import type { LeadOrAccountOrContactOrDealOrVendorFilter, LeadOrAccountOrContactOrDealOrVendorTypes } from './leads.js';
import type { ProductLists, ProductShape } from './products.js';
import type { CrmRecordShape } from './shared.js';
import type { UserShape } from './users.js';

type Types = TypesOf<ProductLinkLists>;

/** What can be done with productLinks. */
export interface ProductLinks extends Reads<Types>, Creates<Types, ProductLinkCreateInput>, CreatesMany<Types, ProductLinkCreateInput>, Updates<Types, ProductLinkUpdateInput>, UpdatesMany<Types, ProductLinkUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
const productLinkFields = 'createdAt createdById deletedAt description id modifiedAt modifiedById productId recordId version';

/** Links a product to a lead, account, contact, deal or vendor. A pair is linked once. `productLinks(crm).list()` and what else there is. */
export const productLinks = /* @__PURE__ */ record('ProductLink', 'productLink', 'productLinks', productLinkFields) as (crm: Crm) => ProductLinks;


/** Links a product to a lead, account, contact, deal or vendor. A pair is linked once. */
export interface ProductLink {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The id of `product`, without reading it. */
  readonly productId: string | null;
  /** The id of `record`, without reading it. */
  readonly recordId: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface ProductLinkShape {
  readonly fields: ProductLink;
  readonly links: ProductLinkShapeLinks;
}
export interface ProductLinkShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The product. */
  readonly product: ProductShape | null;
  /** The linked record. */
  readonly record: ReferenceShape<CrmRecordShape, LeadOrAccountOrContactOrDealOrVendorTypes> | null;
}

/** `ProductLink` in lists. */
export interface ProductLinkLists extends Lists<ProductLinkShape, ProductLinkFilter, ProductLinkOrder, ProductLinkGroupField> {
  readonly longText: 'description';
  readonly lookups: { readonly product: ProductLists; };
  readonly references: { readonly record: LeadOrAccountOrContactOrDealOrVendorFilter; };
}
export type ProductLinkListArgs = ListArgs<ProductLinkLists>;
export type ProductLinkGroupsArgs = GroupsArgs<ProductLinkLists>;

/** A new productLink. */
export interface ProductLinkCreateInput extends Takes<ProductLink, 'description', string> {
  /** The product. The id of a product. */
  productId: string;
  /** The linked record. The id of a lead, an account, a contact, a deal, or a vendor. */
  recordId: string;
}

/** Conditions on productLinks; all given ones must hold. */
export interface ProductLinkFilter extends FilterOf<ProductLinkLists>, Combined<ProductLinkFilter> {}

export type ProductLinkGroupBy = GroupBy<ProductLinkLists>;

/** What productLinks can be grouped by. */
export type ProductLinkGroupField = CommonGroupField | 'PRODUCT' | 'RECORD';

export type ProductLinkGroupHaving = GroupHaving<ProductLinkLists>;

export type ProductLinkGroupOrder = GroupOrder<ProductLinkLists>;

export type ProductLinkListFilter = Quantified<ProductLinkFilter>;

/** One term of an order of productLinks: exactly one field. */
export interface ProductLinkOrder extends OrderOf<ProductLinkLists>, OrderById {}

/** Changes of a productLink: a field that is absent stays, null clears it. */
export interface ProductLinkUpdateInput extends Omit<ProductLinkCreateInput, 'productId' | 'recordId'> {}
