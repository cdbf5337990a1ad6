// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Quantified, Takes } from '../shape.js';
import type { AccountLists, AccountShape } from './accounts.js';
import type { ContactLists, ContactShape } from './contacts.js';
import type { DealLists, DealShape } from './deals.js';
import type { LeadLists, LeadShape } from './leads.js';
import type { ProductLists, ProductShape } from './products.js';
import type { UserShape } from './users.js';
import type { VendorLists, VendorShape } from './vendors.js';

type Types = TypesOf<ProductLinkLists>;

/** What can be done with productLinks. */
export interface ProductLinks extends Reads<Types>, Creates<Types, ProductLinkCreateInput>, CreatesMany<Types, ProductLinkCreateInput>, Updates<Types, ProductLinkUpdateInput>, UpdatesMany<Types, ProductLinkUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
const productLinkFields = 'accountId contactId createdAt createdById dealId deletedAt description id leadId modifiedAt modifiedById productId vendorId version';

/** That somebody has to do with a product: a lead, an account, a contact, a deal or a vendor; each once (modules.md 7). `productLinks(crm).list()` and what else there is. */
export const productLinks = /* @__PURE__ */ record('ProductLink', 'productLink', 'productLinks', productLinkFields) as (crm: Crm) => ProductLinks;


/** That somebody has to do with a product: a lead, an account, a contact, a deal or a vendor; each once (modules.md 7). */
export interface ProductLink {
  /** The id of `account`, without reading it. */
  readonly accountId: string | null;
  /** The id of `contact`, without reading it. */
  readonly contactId: string | null;
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** The id of `deal`, without reading it. */
  readonly dealId: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** The id of `lead`, without reading it. */
  readonly leadId: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The id of `product`, without reading it. */
  readonly productId: string | null;
  /** The id of `vendor`, without reading it. */
  readonly vendorId: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface ProductLinkShape {
  readonly fields: ProductLink;
  readonly links: ProductLinkShapeLinks;
}
export interface ProductLinkShapeLinks {
  /** The account. */
  readonly account: AccountShape | null;
  /** The contact. */
  readonly contact: ContactShape | null;
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** The deal. */
  readonly deal: DealShape | null;
  /** The lead. */
  readonly lead: LeadShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The product. */
  readonly product: ProductShape | null;
  /** The vendor. */
  readonly vendor: VendorShape | null;
}

/** `ProductLink` in lists. */
export interface ProductLinkLists extends Lists<ProductLinkShape, ProductLinkFilter, ProductLinkOrder, ProductLinkGroupField> {
  readonly longText: 'description';
  readonly lookups: { readonly account: AccountLists; readonly contact: ContactLists; readonly deal: DealLists; readonly lead: LeadLists; readonly product: ProductLists; readonly vendor: VendorLists; };
}
export type ProductLinkListArgs = ListArgs<ProductLinkLists>;
export type ProductLinkGroupsArgs = GroupsArgs<ProductLinkLists>;

/** A new productLink. */
export interface ProductLinkCreateInput extends Takes<ProductLink, 'description', string> {
  /** The account. The id of an account. */
  accountId?: string | null | undefined;
  /** The contact. The id of a contact. */
  contactId?: string | null | undefined;
  /** The deal. The id of a deal. */
  dealId?: string | null | undefined;
  /** The lead. The id of a lead. */
  leadId?: string | null | undefined;
  /** The product. The id of a product. */
  productId: string;
  /** The vendor. The id of a vendor. */
  vendorId?: string | null | undefined;
}

/** Conditions on productLinks; all given ones must hold. */
export interface ProductLinkFilter extends FilterOf<ProductLinkLists>, Combined<ProductLinkFilter> {}

export type ProductLinkGroupBy = GroupBy<ProductLinkLists>;

/** What productLinks can be grouped by. */
export type ProductLinkGroupField = CommonGroupField | 'ACCOUNT' | 'CONTACT' | 'DEAL' | 'LEAD' | 'PRODUCT' | 'VENDOR';

export type ProductLinkGroupHaving = GroupHaving<ProductLinkLists>;

export type ProductLinkGroupOrder = GroupOrder<ProductLinkLists>;

export type ProductLinkListFilter = Quantified<ProductLinkFilter>;

/** One term of an order of productLinks: exactly one field. */
export interface ProductLinkOrder extends OrderOf<ProductLinkLists>, OrderById {}

/** Changes of a productLink: a field that is absent stays, null clears it. */
export interface ProductLinkUpdateInput extends Omit<ProductLinkCreateInput, 'accountId' | 'contactId' | 'dealId' | 'leadId' | 'productId' | 'vendorId'> {}
