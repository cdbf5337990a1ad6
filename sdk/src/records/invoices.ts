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
import type { LineItemLists } from './line-items.js';
import type { QuoteLists, QuoteShape } from './quotes.js';
import type { SalesOrderLists, SalesOrderShape } from './sales-orders.js';
import type { Carrier, CarrierFilter, CrmRecord, DiscountTiming, DiscountTimingFilter, ExternalIdsFilter, LineItemsOfInvoiceInput, NewLineItemsOfInvoiceInput, PaymentTermBasis, PaymentTermBasisFilter, SalesDocument } from './shared.js';
import type { UserLists, UserShape } from './users.js';

type Types = TypesOf<InvoiceLists>;

/** What can be done with invoices. */
export interface Invoices extends Reads<Types>, WritesAndUpserts<Types, InvoiceCreateInput, InvoiceUpdateInput, InvoiceUpsertBy, InvoiceUpsertInput> {}

/** Selected unless said otherwise. */
const invoiceFields = 'accountId adjustment adjustmentInBaseCurrency billingCity billingCode billingCountry billingState billingStreet carrier carrierLabel contactId createdAt createdById currency dealId deletedAt description discount discountInBaseCurrency discountPercent discountTiming discountTotal discountTotalInBaseCurrency displayName dueDate exchangeRate exciseDuty exciseDutyInBaseCurrency externalIds grandTotal grandTotalInBaseCurrency id invoiceDate invoiceNumber modifiedAt modifiedById ownerId paymentTermBasis paymentTermDays pricesIncludeTax purchaseOrder quoteId salesCommission salesCommissionInBaseCurrency salesOrderId shippingCity shippingCode shippingCountry shippingState shippingStreet status statusLabel subTotal subTotalExclTax subTotalExclTaxInBaseCurrency subTotalInBaseCurrency subject tax taxBreakdown taxInBaseCurrency taxTotal taxTotalInBaseCurrency taxes termsAndConditions totalExclTax totalExclTaxInBaseCurrency version';

/** What a customer is to pay (modules.md 12). What it is about leaves the stock, whatever its status, until it is cancelled. `invoices(crm).list()` and what else there is. */
export const invoices = /* @__PURE__ */ record('Invoice', 'invoice', 'invoices', invoiceFields, 'InvoiceUpsertInput') as (crm: Crm) => Invoices;


/** What a customer is to pay (modules.md 12). What it is about leaves the stock, whatever its status, until it is cancelled. */
export interface Invoice extends CrmRecord, SalesDocument {
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
  /** The id of `deal`, without reading it. */
  readonly dealId: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description: string | null;
  /** Due date. Default: by the payment term; it moves with the term and the invoice date until another is given. */
  readonly dueDate: string | null;
  /** Excise duty. */
  readonly exciseDuty: string | null;
  /** `exciseDuty` in the organisation's base currency, at the record's exchange rate. */
  readonly exciseDutyInBaseCurrency: string | null;
  /** Invoice date. Default: today, in the time zone of the organization. */
  readonly invoiceDate: string | null;
  /** Its number, given by the organisation. */
  readonly invoiceNumber: string | null;
  /** Day that the payment term counts from. Default: as the term, otherwise the invoice date. */
  readonly paymentTermBasis: PaymentTermBasis | (string & {}) | null;
  /** Payment term in days. Default: the account's, otherwise that of the invoices' document setting. */
  readonly paymentTermDays: number | null;
  /** The number of the customer's own purchase order. At most 50 characters. */
  readonly purchaseOrder: string | null;
  /** The id of `quote`, without reading it. */
  readonly quoteId: string | null;
  /** Sales commission. */
  readonly salesCommission: string | null;
  /** `salesCommission` in the organisation's base currency, at the record's exchange rate. */
  readonly salesCommissionInBaseCurrency: string | null;
  /** The id of `salesOrder`, without reading it. */
  readonly salesOrderId: string | null;
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
  readonly status: InvoiceStatus | null;
  /** The label of `status` in the reader's language. */
  readonly statusLabel: string | null;
  /** What it is about. At most 120 characters. */
  readonly subject: string | null;
  /** Terms and conditions. Default: the organisation's for such documents. At most 32,000 characters. */
  readonly termsAndConditions: string | null;
}
export interface InvoiceShape {
  readonly fields: Invoice;
  readonly links: InvoiceShapeLinks;
}
export interface InvoiceShapeLinks {
  /** The company that is to pay. */
  readonly account: AccountShape | null;
  /** The person that it goes to. */
  readonly contact: ContactShape | null;
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** The deal that it is part of. */
  readonly deal: DealShape | null;
  /** What it is about, line by line; at most 200. */
  readonly lineItems: ListOf<LineItemLists> | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** Who is responsible for the record. Default: whoever makes it. */
  readonly owner: UserShape | null;
  /** The quote that it follows. */
  readonly quote: QuoteShape | null;
  /** The order that it follows. */
  readonly salesOrder: SalesOrderShape | null;
}

/** `Invoice` in lists. */
export interface InvoiceLists extends Lists<InvoiceShape, InvoiceFilter, InvoiceOrder, InvoiceGroupField> {
  readonly text: 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'invoiceNumber' | 'purchaseOrder' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subject';
  readonly longText: 'description' | 'termsAndConditions';
  readonly flag: 'pricesIncludeTax';
  readonly day: 'dueDate' | 'invoiceDate';
  readonly whole: 'paymentTermDays';
  readonly decimal: 'discountPercent' | 'exchangeRate';
  readonly money: 'adjustment' | 'discount' | 'discountTotal' | 'exciseDuty' | 'grandTotal' | 'salesCommission' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal' | 'totalExclTax';
  readonly codes: { readonly currency: CurrencyCodeFilter; readonly discountTiming: DiscountTimingFilter; readonly paymentTermBasis: PaymentTermBasisFilter; };
  readonly picklists: { readonly carrier: CarrierFilter; readonly status: InvoiceStatusFilter; };
  readonly lookups: { readonly account: AccountLists; readonly contact: ContactLists; readonly deal: DealLists; readonly owner: UserLists; readonly quote: QuoteLists; readonly salesOrder: SalesOrderLists; };
  readonly lists: { readonly lineItems: LineItemLists; };
}
export type InvoiceListArgs = ListArgs<InvoiceLists>;
export type InvoiceGroupsArgs = GroupsArgs<InvoiceLists>;

/** A new invoice. */
export interface InvoiceCreateInput extends Takes<Invoice, 'adjustment' | 'discount' | 'discountPercent' | 'exchangeRate' | 'exciseDuty' | 'salesCommission', string | number>, Takes<Invoice, 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'currency' | 'description' | 'dueDate' | 'invoiceDate' | 'purchaseOrder' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'termsAndConditions', string>, Takes<Invoice, 'carrier', Carrier>, Takes<Invoice, 'externalIds', Readonly<Record<string, string | null>>>, Takes<Invoice, 'paymentTermBasis', PaymentTermBasis>, Takes<Invoice, 'paymentTermDays', number>, Needs<Invoice, 'subject', string>, Takes<Invoice, 'taxes', readonly { readonly taxId: string; readonly percentage?: string | number | null }[]> {
  /** The company that is to pay. The id of an account. */
  accountId: string;
  /** The person that it goes to. The id of a contact. */
  contactId?: string | null | undefined;
  /** The deal that it is part of. The id of a deal. */
  dealId?: string | null | undefined;
  /** When the document's discount is taken off. Default: that of the order or quote it follows, otherwise the organization's. Default: BEFORE_TAX. */
  discountTiming?: DiscountTiming | null | undefined;
  /** What it is about, line by line; at most 200. Made together with the invoice, or not at all. */
  lineItems: NewLineItemsOfInvoiceInput;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  ownerId?: string | null | undefined;
  /** Whether the prices of the lines include tax. Default: that of the order or quote it follows, otherwise the organization's. Default: false. */
  pricesIncludeTax?: boolean | null | undefined;
  /** The quote that it follows. The id of a quote. */
  quoteId?: string | null | undefined;
  /** The order that it follows. The id of a salesOrder. */
  salesOrderId?: string | null | undefined;
  /** How far it has come. Default: CREATED. */
  status?: InvoiceStatus | null | undefined;
}

/** Conditions on invoices; all given ones must hold. */
export interface InvoiceFilter extends FilterOf<InvoiceLists>, Combined<InvoiceFilter> {
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  externalIds?: ExternalIdsFilter | null | undefined;
}

export type InvoiceGroupBy = GroupBy<InvoiceLists>;

/** What invoices can be grouped by. */
export type InvoiceGroupField = CommonGroupField | InvoiceKeyField | 'ACCOUNT' | 'CARRIER' | 'CONTACT' | 'CURRENCY' | 'DEAL' | 'DISCOUNT_TIMING' | 'DUE_DATE' | 'INVOICE_DATE' | 'INVOICE_NUMBER' | 'OWNER' | 'PAYMENT_TERM_BASIS' | 'PRICES_INCLUDE_TAX' | 'QUOTE' | 'SALES_ORDER' | 'STATUS';

export type InvoiceGroupHaving = GroupHaving<InvoiceLists>;

export type InvoiceGroupOrder = GroupOrder<InvoiceLists>;

/** What invoices can be looked for by: subject, and what the organisation has made unique. */
export type InvoiceKeyField = 'BILLING_CITY' | 'BILLING_CODE' | 'BILLING_COUNTRY' | 'BILLING_STATE' | 'BILLING_STREET' | 'PAYMENT_TERM_DAYS' | 'PURCHASE_ORDER' | 'SHIPPING_CITY' | 'SHIPPING_CODE' | 'SHIPPING_COUNTRY' | 'SHIPPING_STATE' | 'SHIPPING_STREET' | 'SUBJECT';

export type InvoiceListFilter = Quantified<InvoiceFilter>;

/** One term of an order of invoices: exactly one field. */
export interface InvoiceOrder extends OrderOf<InvoiceLists>, OrderById {}

/** How far an invoice has come. The key of a value; the organisation may change the list. Standard: CREATED, APPROVED, DELIVERED, CANCELLED. */
export type InvoiceStatus = 'CREATED' | 'APPROVED' | 'DELIVERED' | 'CANCELLED' | (string & {});

export type InvoiceStatusFilter = LabelledEquality<InvoiceStatus>;

/** Changes of an invoice: a field that is absent stays, null clears it. */
export interface InvoiceUpdateInput extends Omit<InvoiceCreateInput, 'accountId' | 'currency' | 'discountTiming' | 'lineItems' | 'pricesIncludeTax' | 'status' | 'subject'>, Takes<Invoice, 'discountTiming', DiscountTiming>, Takes<Invoice, 'pricesIncludeTax', boolean>, Takes<Invoice, 'status', InvoiceStatus>, Takes<Invoice, 'subject', string> {
  /** The company that is to pay. The id of an account. */
  accountId?: string | null | undefined;
  /** What it is about, line by line; at most 200. Changed together with the invoice, or not at all; the version of the invoice rises only with its own fields. */
  lineItems?: LineItemsOfInvoiceInput | null | undefined;
}

export type InvoiceUpsertBy = UpsertBy<InvoiceKeyField>;

/** What makes or changes an invoice: a field that is absent stays, null clears it. What is said when it is made must be what stands there already. */
export interface InvoiceUpsertInput extends InvoiceUpdateInput, Takes<Invoice, 'currency', string> {}
