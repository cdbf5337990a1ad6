// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, WritesAndUpserts } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { LabelledEquality, Needs, Quantified, Takes, UpsertBy } from '../shape.js';
import type { AccountLists, AccountShape } from './accounts.js';
import type { ContactLists, ContactShape } from './contacts.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { DealLists, DealShape } from './deals.js';
import type { InvoiceLists } from './invoices.js';
import type { LineItemLists } from './line-items.js';
import type { QuoteLists, QuoteShape } from './quotes.js';
import type { Carrier, CarrierFilter, CrmRecord, DiscountTiming, DiscountTimingFilter, ExternalIdsFilter, LineItemsOfSalesOrderInput, NewLineItemsOfSalesOrderInput, SalesDocument } from './shared.js';
import type { UserLists, UserShape } from './users.js';

type Types = TypesOf<SalesOrderLists>;

/** What can be done with salesOrders. */
export interface SalesOrders extends Reads<Types>, WritesAndUpserts<Types, SalesOrderCreateInput, SalesOrderUpdateInput, SalesOrderUpsertBy, SalesOrderUpsertInput> {}

/** Selected unless said otherwise. */
const salesOrderFields = 'accountId adjustment adjustmentInBaseCurrency billingCity billingCode billingCountry billingState billingStreet carrier carrierLabel contactId createdAt createdById currency customerNo dealId deletedAt description discount discountInBaseCurrency discountPercent discountTiming discountTotal discountTotalInBaseCurrency displayName dueDate exchangeRate exciseDuty exciseDutyInBaseCurrency externalIds grandTotal grandTotalInBaseCurrency id modifiedAt modifiedById ownerId pending pricesIncludeTax purchaseOrder quoteId salesCommission salesCommissionInBaseCurrency shippingCity shippingCode shippingCountry shippingState shippingStreet soNumber status statusLabel subTotal subTotalExclTax subTotalExclTaxInBaseCurrency subTotalInBaseCurrency subject tax taxBreakdown taxInBaseCurrency taxTotal taxTotalInBaseCurrency taxes termsAndConditions totalExclTax totalExclTaxInBaseCurrency version';

/** What a customer has ordered (modules.md 11). What it is about is in demand until it is delivered or cancelled. `salesOrders(crm).list()` and what else there is. */
export const salesOrders = /* @__PURE__ */ record('SalesOrder', 'salesOrder', 'salesOrders', salesOrderFields, 'SalesOrderUpsertInput') as (crm: Crm) => SalesOrders;


/** What a customer has ordered (modules.md 11). What it is about is in demand until it is delivered or cancelled. */
export interface SalesOrder extends CrmRecord, SalesDocument {
  /** The id of `account`, without reading it. */
  readonly accountId: string | null;
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
  /** Our number for the customer. At most 50 characters. */
  readonly customerNo: string | null;
  /** The id of `deal`, without reading it. */
  readonly dealId: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description: string | null;
  /** When it is due. */
  readonly dueDate: string | null;
  /** Excise duty. */
  readonly exciseDuty: string | null;
  /** `exciseDuty` in the organisation's base currency, at the record's exchange rate. */
  readonly exciseDutyInBaseCurrency: string | null;
  /** What it waits for. At most 50 characters. */
  readonly pending: string | null;
  /** The number of the customer's own purchase order. At most 50 characters. */
  readonly purchaseOrder: string | null;
  /** The id of `quote`, without reading it. */
  readonly quoteId: string | null;
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
  /** Its number, given by the organisation. */
  readonly soNumber: string | null;
  /** How far it has come. */
  readonly status: SalesOrderStatus | null;
  /** The label of `status` in the reader's language. */
  readonly statusLabel: string | null;
  /** What it is about. At most 120 characters. */
  readonly subject: string | null;
  /** Terms and conditions. Default: the organisation's for such documents. At most 32,000 characters. */
  readonly termsAndConditions: string | null;
}
export interface SalesOrderShape {
  readonly fields: SalesOrder;
  readonly links: SalesOrderShapeLinks;
}
export interface SalesOrderShapeLinks {
  /** The company that ordered. */
  readonly account: AccountShape | null;
  /** The person that it goes to. */
  readonly contact: ContactShape | null;
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** The deal that it is part of. */
  readonly deal: DealShape | null;
  /** The invoices that followed. */
  readonly invoices: ListOf<InvoiceLists> | null;
  /** What it is about, line by line; at most 200. */
  readonly lineItems: ListOf<LineItemLists> | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** Who is responsible for the record. Default: whoever makes it. */
  readonly owner: UserShape | null;
  /** The quote that it follows. */
  readonly quote: QuoteShape | null;
}

/** `SalesOrder` in lists. */
export interface SalesOrderLists extends Lists<SalesOrderShape, SalesOrderFilter, SalesOrderOrder, SalesOrderGroupField> {
  readonly text: 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'customerNo' | 'pending' | 'purchaseOrder' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'soNumber' | 'subject';
  readonly longText: 'description' | 'termsAndConditions';
  readonly flag: 'pricesIncludeTax';
  readonly day: 'dueDate';
  readonly decimal: 'discountPercent' | 'exchangeRate';
  readonly money: 'adjustment' | 'discount' | 'discountTotal' | 'exciseDuty' | 'grandTotal' | 'salesCommission' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal' | 'totalExclTax';
  readonly codes: { readonly currency: CurrencyCodeFilter; readonly discountTiming: DiscountTimingFilter; };
  readonly picklists: { readonly carrier: CarrierFilter; readonly status: SalesOrderStatusFilter; };
  readonly lookups: { readonly account: AccountLists; readonly contact: ContactLists; readonly deal: DealLists; readonly owner: UserLists; readonly quote: QuoteLists; };
  readonly lists: { readonly invoices: InvoiceLists; readonly lineItems: LineItemLists; };
}
export type SalesOrderListArgs = ListArgs<SalesOrderLists>;
export type SalesOrderGroupsArgs = GroupsArgs<SalesOrderLists>;

/** A new salesOrder. */
export interface SalesOrderCreateInput extends Takes<SalesOrder, 'adjustment' | 'discount' | 'discountPercent' | 'exchangeRate' | 'exciseDuty' | 'salesCommission', string | number>, Takes<SalesOrder, 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'currency' | 'customerNo' | 'description' | 'dueDate' | 'pending' | 'purchaseOrder' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'termsAndConditions', string>, Takes<SalesOrder, 'carrier', Carrier>, Takes<SalesOrder, 'externalIds', Readonly<Record<string, string | null>>>, Needs<SalesOrder, 'subject', string>, Takes<SalesOrder, 'taxes', readonly { readonly taxId: string; readonly percentage?: string | number | null }[]> {
  /** The company that ordered. The id of an account. */
  accountId: string;
  /** The person that it goes to. The id of a contact. */
  contactId?: string | null | undefined;
  /** The deal that it is part of. The id of a deal. */
  dealId?: string | null | undefined;
  /** When the document's discount is taken off. Default: that of the order or quote it follows, otherwise the organization's. Default: BEFORE_TAX. */
  discountTiming?: DiscountTiming | null | undefined;
  /** What it is about, line by line; at most 200. Made together with the salesOrder, or not at all. */
  lineItems: NewLineItemsOfSalesOrderInput;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  ownerId?: string | null | undefined;
  /** Whether the prices of the lines include tax. Default: that of the order or quote it follows, otherwise the organization's. Default: false. */
  pricesIncludeTax?: boolean | null | undefined;
  /** The quote that it follows. The id of a quote. */
  quoteId?: string | null | undefined;
  /** How far it has come. Default: CREATED. */
  status?: SalesOrderStatus | null | undefined;
}

/** Conditions on salesOrders; all given ones must hold. */
export interface SalesOrderFilter extends FilterOf<SalesOrderLists>, Combined<SalesOrderFilter> {
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  externalIds?: ExternalIdsFilter | null | undefined;
}

export type SalesOrderGroupBy = GroupBy<SalesOrderLists>;

/** What salesOrders can be grouped by. */
export type SalesOrderGroupField = CommonGroupField | SalesOrderKeyField | 'ACCOUNT' | 'CARRIER' | 'CONTACT' | 'CURRENCY' | 'DEAL' | 'DISCOUNT_TIMING' | 'DUE_DATE' | 'OWNER' | 'PRICES_INCLUDE_TAX' | 'QUOTE' | 'SO_NUMBER' | 'STATUS';

export type SalesOrderGroupHaving = GroupHaving<SalesOrderLists>;

export type SalesOrderGroupOrder = GroupOrder<SalesOrderLists>;

/** What salesOrders can be looked for by: subject, and what the organisation has made unique. */
export type SalesOrderKeyField = 'BILLING_CITY' | 'BILLING_CODE' | 'BILLING_COUNTRY' | 'BILLING_STATE' | 'BILLING_STREET' | 'CUSTOMER_NO' | 'PENDING' | 'PURCHASE_ORDER' | 'SHIPPING_CITY' | 'SHIPPING_CODE' | 'SHIPPING_COUNTRY' | 'SHIPPING_STATE' | 'SHIPPING_STREET' | 'SUBJECT';

export type SalesOrderListFilter = Quantified<SalesOrderFilter>;

/** One term of an order of salesOrders: exactly one field. */
export interface SalesOrderOrder extends OrderOf<SalesOrderLists>, OrderById {}

/** How far a sales order has come. The key of a value; the organisation may change the list. Standard: CREATED, APPROVED, DELIVERED, CANCELLED. */
export type SalesOrderStatus = 'CREATED' | 'APPROVED' | 'DELIVERED' | 'CANCELLED' | (string & {});

export type SalesOrderStatusFilter = LabelledEquality<SalesOrderStatus>;

/** Changes of a salesOrder: a field that is absent stays, null clears it. */
export interface SalesOrderUpdateInput extends Omit<SalesOrderCreateInput, 'accountId' | 'currency' | 'discountTiming' | 'lineItems' | 'pricesIncludeTax' | 'status' | 'subject'>, Takes<SalesOrder, 'discountTiming', DiscountTiming>, Takes<SalesOrder, 'pricesIncludeTax', boolean>, Takes<SalesOrder, 'status', SalesOrderStatus>, Takes<SalesOrder, 'subject', string> {
  /** The company that ordered. The id of an account. */
  accountId?: string | null | undefined;
  /** What it is about, line by line; at most 200. Changed together with the salesOrder, or not at all; the version of the salesOrder rises only with its own fields. */
  lineItems?: LineItemsOfSalesOrderInput | null | undefined;
}

export type SalesOrderUpsertBy = UpsertBy<SalesOrderKeyField>;

/** What makes or changes a salesOrder: a field that is absent stays, null clears it. What is said when it is made must be what stands there already. */
export interface SalesOrderUpsertInput extends SalesOrderUpdateInput, Takes<SalesOrder, 'currency', string> {}
