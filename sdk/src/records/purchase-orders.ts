// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, WritesAndUpserts } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { LabelledEquality, Needs, Quantified, Takes, UpsertBy } from '../shape.js';
import type { ContactLists, ContactShape } from './contacts.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { LineItemLists } from './line-items.js';
import type { Carrier, CarrierFilter, CrmRecord, DiscountTiming, DiscountTimingFilter, ExternalIdsFilter, LineItemsOfPurchaseOrderInput, NewLineItemsOfPurchaseOrderInput, SalesDocument } from './shared.js';
import type { UserLists, UserShape } from './users.js';
import type { VendorLists, VendorShape } from './vendors.js';

type Types = TypesOf<PurchaseOrderLists>;

/** What can be done with purchaseOrders. */
export interface PurchaseOrders extends Reads<Types>, WritesAndUpserts<Types, PurchaseOrderCreateInput, PurchaseOrderUpdateInput, PurchaseOrderUpsertBy, PurchaseOrderUpsertInput> {}

/** Selected unless said otherwise. */
const purchaseOrderFields = 'adjustment adjustmentInBaseCurrency billingCity billingCode billingCountry billingState billingStreet carrier carrierLabel contactId createdAt createdById currency deletedAt description discount discountInBaseCurrency discountPercent discountTiming discountTotal discountTotalInBaseCurrency displayName dueDate exchangeRate exciseDuty exciseDutyInBaseCurrency externalIds grandTotal grandTotalInBaseCurrency id modifiedAt modifiedById ownerId poDate poNumber pricesIncludeTax requisitionNo salesCommission salesCommissionInBaseCurrency shippingCity shippingCode shippingCountry shippingState shippingStreet status statusLabel subTotal subTotalExclTax subTotalExclTaxInBaseCurrency subTotalInBaseCurrency subject tax taxBreakdown taxInBaseCurrency taxTotal taxTotalInBaseCurrency taxes termsAndConditions totalExclTax totalExclTaxInBaseCurrency trackingNumber vendorId version';

/** What we order from a vendor (modules.md 12). What it is about comes into stock when it is delivered. `purchaseOrders(crm).list()` and what else there is. */
export const purchaseOrders = /* @__PURE__ */ record('PurchaseOrder', 'purchaseOrder', 'purchaseOrders', purchaseOrderFields, 'PurchaseOrderUpsertInput') as (crm: Crm) => PurchaseOrders;


/** What we order from a vendor (modules.md 12). What it is about comes into stock when it is delivered. */
export interface PurchaseOrder extends CrmRecord, SalesDocument {
  /** Billing address: city. At most 100 characters. */
  readonly billingCity: string | null;
  /** Billing address: postal code. At most 30 characters. */
  readonly billingCode: string | null;
  /** Billing address: country. At most 100 characters. */
  readonly billingCountry: string | null;
  /** Billing address: state or province. At most 100 characters. */
  readonly billingState: string | null;
  /** Billing address: street. Copied, as all of the address, when the company is chosen. At most 250 characters. */
  readonly billingStreet: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description: string | null;
  /** When it is due. */
  readonly dueDate: string | null;
  /** Excise duty. */
  readonly exciseDuty: string | null;
  /** `exciseDuty` in the organisation's base currency, at the record's exchange rate. */
  readonly exciseDutyInBaseCurrency: string | null;
  /** Order date. Default: today, in the time zone of the organization. */
  readonly poDate: string | null;
  /** Its number, given by the organisation. */
  readonly poNumber: string | null;
  /** The number of the requisition. At most 20 characters. */
  readonly requisitionNo: string | null;
  /** Sales commission. */
  readonly salesCommission: string | null;
  /** `salesCommission` in the organisation's base currency, at the record's exchange rate. */
  readonly salesCommissionInBaseCurrency: string | null;
  /** Shipping address: city. At most 100 characters. */
  readonly shippingCity: string | null;
  /** Shipping address: postal code. At most 30 characters. */
  readonly shippingCode: string | null;
  /** Shipping address: country. At most 100 characters. */
  readonly shippingCountry: string | null;
  /** Shipping address: state or province. At most 100 characters. */
  readonly shippingState: string | null;
  /** Shipping address: street. At most 250 characters. */
  readonly shippingStreet: string | null;
  /** How far it has come. */
  readonly status: PurchaseOrderStatus | null;
  /** The label of `status` in the reader's language. */
  readonly statusLabel: string | null;
  /** What it is about. At most 120 characters. */
  readonly subject: string | null;
  /** Terms and conditions. Default: the organisation's for such documents. At most 32,000 characters. */
  readonly termsAndConditions: string | null;
  /** The number that the carrier knows it by. At most 50 characters. */
  readonly trackingNumber: string | null;
  /** The id of `vendor`, without reading it. */
  readonly vendorId: string | null;
}
export interface PurchaseOrderShape {
  readonly fields: PurchaseOrder;
  readonly links: PurchaseOrderShapeLinks;
}
export interface PurchaseOrderShapeLinks {
  /** The person that it goes to. */
  readonly contact: ContactShape | null;
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** What it is about, line by line; at most 200. */
  readonly lineItems: ListOf<LineItemLists> | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** Who is responsible for the record. Default: whoever makes it. */
  readonly owner: UserShape | null;
  /** Whom we order from. */
  readonly vendor: VendorShape | null;
}

/** `PurchaseOrder` in lists. */
export interface PurchaseOrderLists extends Lists<PurchaseOrderShape, PurchaseOrderFilter, PurchaseOrderOrder, PurchaseOrderGroupField> {
  readonly text: 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'poNumber' | 'requisitionNo' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subject' | 'trackingNumber';
  readonly longText: 'description' | 'termsAndConditions';
  readonly flag: 'pricesIncludeTax';
  readonly day: 'dueDate' | 'poDate';
  readonly decimal: 'discountPercent' | 'exchangeRate';
  readonly money: 'adjustment' | 'discount' | 'discountTotal' | 'exciseDuty' | 'grandTotal' | 'salesCommission' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal' | 'totalExclTax';
  readonly codes: { readonly currency: CurrencyCodeFilter; readonly discountTiming: DiscountTimingFilter; };
  readonly picklists: { readonly carrier: CarrierFilter; readonly status: PurchaseOrderStatusFilter; };
  readonly lookups: { readonly contact: ContactLists; readonly owner: UserLists; readonly vendor: VendorLists; };
  readonly lists: { readonly lineItems: LineItemLists; };
}
export type PurchaseOrderListArgs = ListArgs<PurchaseOrderLists>;
export type PurchaseOrderGroupsArgs = GroupsArgs<PurchaseOrderLists>;

/** A new purchaseOrder. */
export interface PurchaseOrderCreateInput extends Takes<PurchaseOrder, 'adjustment' | 'discount' | 'discountPercent' | 'exchangeRate' | 'exciseDuty' | 'salesCommission', string | number>, Takes<PurchaseOrder, 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'currency' | 'description' | 'dueDate' | 'poDate' | 'requisitionNo' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'termsAndConditions' | 'trackingNumber', string>, Takes<PurchaseOrder, 'carrier', Carrier>, Takes<PurchaseOrder, 'externalIds', Readonly<Record<string, string | null>>>, Needs<PurchaseOrder, 'subject', string>, Takes<PurchaseOrder, 'taxes', readonly { readonly taxId: string; readonly percentage?: string | number | null }[]> {
  /** The person that it goes to. The id of a contact. */
  contactId?: string | null | undefined;
  /** When the document's discount is taken off. Default: that of the order or quote it follows, otherwise the organization's. Default: BEFORE_TAX. */
  discountTiming?: DiscountTiming | null | undefined;
  /** What it is about, line by line; at most 200. Made together with the purchaseOrder, or not at all. */
  lineItems: NewLineItemsOfPurchaseOrderInput;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  ownerId?: string | null | undefined;
  /** Whether the prices of the lines include tax. Default: that of the order or quote it follows, otherwise the organization's. Default: false. */
  pricesIncludeTax?: boolean | null | undefined;
  /** How far it has come. Default: CREATED. */
  status?: PurchaseOrderStatus | null | undefined;
  /** Whom we order from. The id of a vendor. */
  vendorId: string;
}

/** Conditions on purchaseOrders; all given ones must hold. */
export interface PurchaseOrderFilter extends FilterOf<PurchaseOrderLists>, Combined<PurchaseOrderFilter> {
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  externalIds?: ExternalIdsFilter | null | undefined;
}

export type PurchaseOrderGroupBy = GroupBy<PurchaseOrderLists>;

/** What purchaseOrders can be grouped by. */
export type PurchaseOrderGroupField = CommonGroupField | PurchaseOrderKeyField | 'CARRIER' | 'CONTACT' | 'CURRENCY' | 'DISCOUNT_TIMING' | 'DUE_DATE' | 'OWNER' | 'PO_DATE' | 'PO_NUMBER' | 'PRICES_INCLUDE_TAX' | 'STATUS' | 'VENDOR';

export type PurchaseOrderGroupHaving = GroupHaving<PurchaseOrderLists>;

export type PurchaseOrderGroupOrder = GroupOrder<PurchaseOrderLists>;

/** What purchaseOrders can be looked for by: subject, and what the organisation has made unique. */
export type PurchaseOrderKeyField = 'BILLING_CITY' | 'BILLING_CODE' | 'BILLING_COUNTRY' | 'BILLING_STATE' | 'BILLING_STREET' | 'REQUISITION_NO' | 'SHIPPING_CITY' | 'SHIPPING_CODE' | 'SHIPPING_COUNTRY' | 'SHIPPING_STATE' | 'SHIPPING_STREET' | 'SUBJECT' | 'TRACKING_NUMBER';

export type PurchaseOrderListFilter = Quantified<PurchaseOrderFilter>;

/** One term of an order of purchaseOrders: exactly one field. */
export interface PurchaseOrderOrder extends OrderOf<PurchaseOrderLists>, OrderById {}

/** How far a purchase order has come. The key of a value; the organisation may change the list. Standard: CREATED, APPROVED, DELIVERED, CANCELLED. */
export type PurchaseOrderStatus = 'CREATED' | 'APPROVED' | 'DELIVERED' | 'CANCELLED' | (string & {});

export type PurchaseOrderStatusFilter = LabelledEquality<PurchaseOrderStatus>;

/** Changes of a purchaseOrder: a field that is absent stays, null clears it. */
export interface PurchaseOrderUpdateInput extends Omit<PurchaseOrderCreateInput, 'currency' | 'discountTiming' | 'lineItems' | 'pricesIncludeTax' | 'status' | 'subject' | 'vendorId'>, Takes<PurchaseOrder, 'discountTiming', DiscountTiming>, Takes<PurchaseOrder, 'pricesIncludeTax', boolean>, Takes<PurchaseOrder, 'status', PurchaseOrderStatus>, Takes<PurchaseOrder, 'subject', string> {
  /** What it is about, line by line; at most 200. Changed together with the purchaseOrder, or not at all; the version of the purchaseOrder rises only with its own fields. */
  lineItems?: LineItemsOfPurchaseOrderInput | null | undefined;
  /** Whom we order from. The id of a vendor. */
  vendorId?: string | null | undefined;
}

export type PurchaseOrderUpsertBy = UpsertBy<PurchaseOrderKeyField>;

/** What makes or changes a purchaseOrder: a field that is absent stays, null clears it. What is said when it is made must be what stands there already. */
export interface PurchaseOrderUpsertInput extends PurchaseOrderUpdateInput, Takes<PurchaseOrder, 'currency', string> {}
