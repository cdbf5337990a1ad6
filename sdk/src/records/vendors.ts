// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, WritesAndUpserts } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Needs, Quantified, Takes, UpsertBy } from '../shape.js';
import type { ContactLists } from './contacts.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { ProductLinkLists } from './product-links.js';
import type { ProductLists } from './products.js';
import type { PurchaseOrderLists } from './purchase-orders.js';
import type { CrmRecord, ExternalIdsFilter, GlAccount, GlAccountFilter, UnsubscribedMode, UnsubscribedModeFilter } from './shared.js';
import type { UserLists, UserShape } from './users.js';

type Types = TypesOf<VendorLists>;

/** What can be done with vendors. */
export interface Vendors extends Reads<Types>, WritesAndUpserts<Types, VendorCreateInput, VendorUpdateInput, VendorUpsertBy> {}

/** Selected unless said otherwise. */
const vendorFields = 'category city country createdAt createdById currency deletedAt description displayName email emailOptOut exchangeRate externalIds glAccount glAccountLabel id modifiedAt modifiedById ownerId phone state street unsubscribedAt unsubscribedMode unsubscribedModeLabel vatNumber vendorName version website zipCode';

/** A company that we buy from (modules.md 9). `vendors(crm).list()` and what else there is. */
export const vendors = /* @__PURE__ */ record('Vendor', 'vendor', 'vendors', vendorFields) as (crm: Crm) => Vendors;


/** A company that we buy from (modules.md 9). */
export interface Vendor extends CrmRecord {
  /** What the company deals in. At most 50 characters. */
  readonly category: string | null;
  /** City. At most 100 characters. */
  readonly city: string | null;
  /** Country. At most 100 characters. */
  readonly country: string | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description: string | null;
  /** E-mail. At most 100 characters. */
  readonly email: string | null;
  /** True: no mass mail and no automatic answer. */
  readonly emailOptOut: boolean | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate: string | null;
  /** The account of the general ledger that what is bought is booked on. */
  readonly glAccount: GlAccount | null;
  /** The label of `glAccount` in the reader's language. */
  readonly glAccountLabel: string | null;
  /** Telephone. At most 30 characters. */
  readonly phone: string | null;
  /** State or province. At most 100 characters. */
  readonly state: string | null;
  /** Street. At most 250 characters. */
  readonly street: string | null;
  /** When the company asked for no more mail. */
  readonly unsubscribedAt: string | null;
  /** How the company asked for no more mail. */
  readonly unsubscribedMode: UnsubscribedMode | null;
  /** The label of `unsubscribedMode` in the reader's language. */
  readonly unsubscribedModeLabel: string | null;
  /** VAT number, in capitals without spaces or dots; of an EU country in the form of that country: `NL123456789B01`. At most 30 characters. */
  readonly vatNumber: string | null;
  /** The name of the company. At most 100 characters. */
  readonly vendorName: string | null;
  /** Web site. At most 255 characters. */
  readonly website: string | null;
  /** Postal code. At most 30 characters. */
  readonly zipCode: string | null;
}
export interface VendorShape {
  readonly fields: Vendor;
  readonly links: VendorShapeLinks;
}
export interface VendorShapeLinks {
  /** The people we know there. */
  readonly contacts: ListOf<ContactLists> | null;
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** Who is responsible for the record. Default: whoever makes it. */
  readonly owner: UserShape | null;
  /** The linked products; an account's include those of its contacts. */
  readonly productLinks: ListOf<ProductLinkLists> | null;
  /** What we buy from the company. */
  readonly products: ListOf<ProductLists> | null;
  /** What we ordered from the company. */
  readonly purchaseOrders: ListOf<PurchaseOrderLists> | null;
}

/** `Vendor` in lists. */
export interface VendorLists extends Lists<VendorShape, VendorFilter, VendorOrder, VendorGroupField> {
  readonly text: 'category' | 'city' | 'country' | 'email' | 'phone' | 'state' | 'street' | 'vatNumber' | 'vendorName' | 'website' | 'zipCode';
  readonly longText: 'description';
  readonly flag: 'emailOptOut';
  readonly moment: 'unsubscribedAt';
  readonly decimal: 'exchangeRate';
  readonly codes: { readonly currency: CurrencyCodeFilter; };
  readonly picklists: { readonly glAccount: GlAccountFilter; readonly unsubscribedMode: UnsubscribedModeFilter; };
  readonly lookups: { readonly owner: UserLists; };
  readonly lists: { readonly contacts: ContactLists; readonly productLinks: ProductLinkLists; readonly products: ProductLists; readonly purchaseOrders: PurchaseOrderLists; };
}
export type VendorListArgs = ListArgs<VendorLists>;
export type VendorGroupsArgs = GroupsArgs<VendorLists>;

/** A new vendor. */
export interface VendorCreateInput extends Takes<Vendor, 'category' | 'city' | 'country' | 'currency' | 'description' | 'email' | 'phone' | 'state' | 'street' | 'vatNumber' | 'website' | 'zipCode', string>, Takes<Vendor, 'exchangeRate', string | number>, Takes<Vendor, 'externalIds', Readonly<Record<string, string | null>>>, Takes<Vendor, 'glAccount', GlAccount>, Takes<Vendor, 'unsubscribedAt', string | Date>, Takes<Vendor, 'unsubscribedMode', UnsubscribedMode>, Needs<Vendor, 'vendorName', string> {
  /** True: no mass mail and no automatic answer. Default: false. */
  emailOptOut?: boolean | null | undefined;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  ownerId?: string | null | undefined;
}

/** Conditions on vendors; all given ones must hold. */
export interface VendorFilter extends FilterOf<VendorLists>, Combined<VendorFilter> {
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  externalIds?: ExternalIdsFilter | null | undefined;
}

export type VendorGroupBy = GroupBy<VendorLists>;

/** What vendors can be grouped by. */
export type VendorGroupField = CommonGroupField | VendorKeyField | 'CURRENCY' | 'EMAIL_OPT_OUT' | 'GL_ACCOUNT' | 'OWNER' | 'UNSUBSCRIBED_AT' | 'UNSUBSCRIBED_MODE';

export type VendorGroupHaving = GroupHaving<VendorLists>;

export type VendorGroupOrder = GroupOrder<VendorLists>;

/** What vendors can be looked for by: vendorName, and what the organisation has made unique. */
export type VendorKeyField = 'CATEGORY' | 'CITY' | 'COUNTRY' | 'EMAIL' | 'PHONE' | 'STATE' | 'STREET' | 'VAT_NUMBER' | 'VENDOR_NAME' | 'WEBSITE' | 'ZIP_CODE';

export type VendorListFilter = Quantified<VendorFilter>;

/** One term of an order of vendors: exactly one field. */
export interface VendorOrder extends OrderOf<VendorLists>, OrderById {}

/** Changes of a vendor: a field that is absent stays, null clears it. */
export interface VendorUpdateInput extends Omit<VendorCreateInput, 'emailOptOut' | 'vendorName'>, Takes<Vendor, 'emailOptOut', boolean>, Takes<Vendor, 'vendorName', string> {}

export type VendorUpsertBy = UpsertBy<VendorKeyField>;
