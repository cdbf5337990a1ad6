// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Clones, Upserts, UpsertsMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { AccountFilter, AccountOrder, AccountShape } from './accounts.js';
import type { ContactFilter, ContactOrder, ContactShape } from './contacts.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { DealFilter, DealOrder, DealShape } from './deals.js';
import type { LineItemConnectionShape, LineItemListArgs, LineItemListFilter } from './line-items.js';
import type { QuoteFilter, QuoteOrder, QuoteShape } from './quotes.js';
import type { SalesOrderFilter, SalesOrderOrder, SalesOrderShape } from './sales-orders.js';
import type { Carrier, CarrierFilter, CrmRecord, DateBucket, DateFilter, DateTimeFilter, DecimalFilter, ExternalIdsFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, LineItemsOfInvoiceInput, NewLineItemsOfInvoiceInput, OrderStatus, OrderStatusFilter, PageInfo, PageInfoShape, SalesDocument, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: InvoiceShape;
  readonly list: InvoiceListArgs;
  readonly aggregate: InvoiceAggregateShape;
  readonly group: InvoiceGroupShape;
  readonly groups: InvoiceGroupsArgs;
}

/** What can be done with invoices. */
export interface Invoices extends Reads<Types>, Creates<Types, InvoiceCreateInput>, CreatesMany<Types, InvoiceCreateInput>, Updates<Types, InvoiceUpdateInput>, UpdatesMany<Types, InvoiceUpdateInput>, Clones<Types, InvoiceUpdateInput>, Upserts<Types, InvoiceUpsertBy, InvoiceUpdateInput>, UpsertsMany<Types, InvoiceUpsertBy, InvoiceUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const invoiceFields = 'accountId adjustment adjustmentInBaseCurrency billingCity billingCode billingCountry billingState billingStreet carrier carrierLabel contactId createdAt createdById currency dealId deletedAt description discount discountInBaseCurrency discountPercent discountTotal discountTotalInBaseCurrency displayName dueDate exchangeRate exciseDuty externalIds grandTotal grandTotalInBaseCurrency id invoiceDate invoiceNumber modifiedAt modifiedById ownerId purchaseOrder quoteId salesCommission salesOrderId shippingCity shippingCode shippingCountry shippingState shippingStreet status statusLabel subTotal subTotalExclTax subTotalExclTaxInBaseCurrency subTotalInBaseCurrency subject tax taxInBaseCurrency taxTotal taxTotalInBaseCurrency taxes termsAndConditions version';

/** What a customer is to pay (modules.md 12). What it is about leaves the stock, whatever its status, until it is cancelled. `invoices(crm).list()` and what else there is. */
export const invoices = /* @__PURE__ */ record('Invoice', 'invoice', 'invoices', invoiceFields) as (crm: Crm) => Invoices;


type Names1 = 'adjustment' | 'discount' | 'discountPercent' | 'discountTotal' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'salesCommission' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal' | 'version';

type Names2 = 'accountId' | 'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrier' | 'contactId' | 'createdById' | 'currency' | 'dealId' | 'discount' | 'discountPercent' | 'discountTotal' | 'dueDate' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'invoiceDate' | 'invoiceNumber' | 'modifiedById' | 'ownerId' | 'purchaseOrder' | 'quoteId' | 'salesCommission' | 'salesOrderId' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'status' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal' | 'version';

type Names3 = 'adjustment' | 'discount' | 'discountPercent' | 'discountTotal' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'salesCommission' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal';

/** What a customer is to pay (modules.md 12). What it is about leaves the stock, whatever its status, until it is cancelled. */
export interface Invoice extends CrmRecord, SalesDocument {
  /** The id of `account`, without reading it. */
  readonly accountId: string | null;
  /** The id of `deal`, without reading it. */
  readonly dealId: string | null;
  /** When it is due. */
  readonly dueDate: string | null;
  /** Excise duty. */
  readonly exciseDuty: string | null;
  /** The day that it bears. */
  readonly invoiceDate: string | null;
  /** Its number, given by the organisation. */
  readonly invoiceNumber: string | null;
  /** The number of the customer's own purchase order. */
  readonly purchaseOrder: string | null;
  /** The id of `quote`, without reading it. */
  readonly quoteId: string | null;
  /** What whoever sold it gets. */
  readonly salesCommission: string | null;
  /** The id of `salesOrder`, without reading it. */
  readonly salesOrderId: string | null;
  /** How far it has come. */
  readonly status: OrderStatus | null;
  /** The label of `status` in the reader's language. */
  readonly statusLabel: string | null;
}
export interface InvoiceShape {
  readonly fields: Invoice;
  readonly links: {
    readonly account: AccountShape | null;
    readonly contact: ContactShape | null;
    readonly createdBy: UserShape | null;
    readonly deal: DealShape | null;
    readonly lineItems: (LineItemConnectionShape & { readonly args: LineItemListArgs }) | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly quote: QuoteShape | null;
    readonly salesOrder: SalesOrderShape | null;
  };
}

export interface InvoiceAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: InvoiceAvgShape;
    readonly countDistinct: InvoiceCountDistinctShape;
    readonly max: InvoiceMaxShape;
    readonly min: InvoiceMinShape;
    readonly sum: InvoiceSumShape;
  };
}

export interface InvoiceAvgShape {
  readonly fields: Alike<Names1, string | null>;
  readonly links: {};
}

export interface InvoiceConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: InvoiceAggregateShape;
    readonly edges: readonly InvoiceEdgeShape[];
    readonly groups: readonly ((InvoiceGroupShape & { readonly args: InvoiceGroupsArgs }))[];
    readonly nodes: readonly InvoiceShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface InvoiceListArgs extends ListArguments { readonly filter?: InvoiceFilter | null; readonly orderBy?: readonly InvoiceOrder[] | null; }
export interface InvoiceGroupsArgs { readonly by: readonly InvoiceGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: InvoiceGroupHaving | null; readonly orderBy?: readonly InvoiceGroupOrder[] | null; }

export interface InvoiceCountDistinctShape {
  readonly fields: Alike<Names2, number | null>;
  readonly links: {};
}

/** A new invoice. */
export interface InvoiceCreateInput {
  /** The company that is to pay. The id of an account. */
  readonly accountId: string;
  /** Added at the end; may be negative. */
  readonly adjustment?: string | number | null;
  /** Billing address: city. At most 100 characters. */
  readonly billingCity?: string | null;
  /** Billing address: postal code. At most 30 characters. */
  readonly billingCode?: string | null;
  /** Billing address: country. At most 100 characters. */
  readonly billingCountry?: string | null;
  /** Billing address: state or province. At most 100 characters. */
  readonly billingState?: string | null;
  /** Billing address: street. Copied, as all of the address, when the company is chosen. At most 250 characters. */
  readonly billingStreet?: string | null;
  /** Who brings the goods. */
  readonly carrier?: Carrier | null;
  /** The person that it goes to. The id of a contact. */
  readonly contactId?: string | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency?: string | null;
  /** The deal that it is part of. The id of a deal. */
  readonly dealId?: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description?: string | null;
  /** The document's own discount on the sub total: an amount, or what `discountPercent` comes to. */
  readonly discount?: string | number | null;
  /** The document's own discount in percent of the sub total. An amount given as `discount` takes its place. */
  readonly discountPercent?: string | number | null;
  /** When it is due. */
  readonly dueDate?: string | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate?: string | number | null;
  /** Excise duty. */
  readonly exciseDuty?: string | number | null;
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  readonly externalIds?: Readonly<Record<string, string | null>> | null;
  /** The day that it bears. */
  readonly invoiceDate?: string | null;
  /** What it is about, line by line; at most 200. Made together with the invoice, or not at all. */
  readonly lineItems?: NewLineItemsOfInvoiceInput | null;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  readonly ownerId?: string | null;
  /** The number of the customer's own purchase order. At most 50 characters. */
  readonly purchaseOrder?: string | null;
  /** The quote that it follows. The id of a quote. */
  readonly quoteId?: string | null;
  /** What whoever sold it gets. */
  readonly salesCommission?: string | number | null;
  /** The order that it follows. The id of a salesOrder. */
  readonly salesOrderId?: string | null;
  /** Shipping address: city. At most 100 characters. */
  readonly shippingCity?: string | null;
  /** Shipping address: postal code. At most 30 characters. */
  readonly shippingCode?: string | null;
  /** Shipping address: country. At most 100 characters. */
  readonly shippingCountry?: string | null;
  /** Shipping address: state or province. At most 100 characters. */
  readonly shippingState?: string | null;
  /** Shipping address: street. At most 250 characters. */
  readonly shippingStreet?: string | null;
  /** How far it has come. Default: CREATED. */
  readonly status?: OrderStatus | null;
  /** What it is about. At most 120 characters. */
  readonly subject: string;
  /** The document's own taxes, on the sub total after the discount. */
  readonly taxes?: readonly { readonly taxId: string; readonly percentage?: string | number | null }[] | null;
  /** Terms and conditions. Default: the organisation's for such documents. At most 32,000 characters. */
  readonly termsAndConditions?: string | null;
}

export interface InvoiceEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: InvoiceShape | null;
  };
}

/** Conditions on invoices; all given ones must hold. */
export interface InvoiceFilter extends Partial<Alike<'accountId' | 'contactId' | 'dealId' | 'id' | 'quoteId' | 'salesOrderId', IDFilter | null>>, Partial<Alike<Names3, DecimalFilter | null>>, Partial<Alike<'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'description' | 'invoiceNumber' | 'purchaseOrder' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subject' | 'termsAndConditions', StringFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserFilter | null>>, Partial<Alike<'createdById' | 'modifiedById' | 'ownerId', UserIDFilter | null>> {
  readonly account?: AccountFilter | null;
  readonly and?: readonly InvoiceFilter[] | null;
  readonly carrier?: CarrierFilter | null;
  readonly contact?: ContactFilter | null;
  readonly currency?: CurrencyCodeFilter | null;
  readonly deal?: DealFilter | null;
  readonly dueDate?: DateFilter | null;
  readonly externalIds?: ExternalIdsFilter | null;
  readonly invoiceDate?: DateFilter | null;
  readonly lineItems?: LineItemListFilter | null;
  readonly not?: InvoiceFilter | null;
  readonly or?: readonly InvoiceFilter[] | null;
  readonly quote?: QuoteFilter | null;
  readonly salesOrder?: SalesOrderFilter | null;
  readonly status?: OrderStatusFilter | null;
  readonly version?: IntFilter | null;
}

export interface InvoiceGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: InvoiceAggregateShape;
    readonly inOwnCurrency: InvoiceMoneyAggregateShape;
    readonly key: InvoiceGroupKeyShape;
  };
}

/** One thing that invoices are grouped by. */
export interface InvoiceGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: InvoiceGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface InvoiceGroupCountHaving extends Partial<Alike<Names2, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface InvoiceGroupCountOrder extends Partial<Alike<Names2, SortOrder | null>> {
}

/** What invoices can be grouped by. */
export type InvoiceGroupField = 'ACCOUNT' | 'BILLING_CITY' | 'BILLING_CODE' | 'BILLING_COUNTRY' | 'BILLING_STATE' | 'BILLING_STREET' | 'CARRIER' | 'CONTACT' | 'CREATED_AT' | 'CREATED_BY' | 'CURRENCY' | 'DEAL' | 'DELETED_AT' | 'DUE_DATE' | 'INVOICE_DATE' | 'INVOICE_NUMBER' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'OWNER' | 'PURCHASE_ORDER' | 'QUOTE' | 'SALES_ORDER' | 'SHIPPING_CITY' | 'SHIPPING_CODE' | 'SHIPPING_COUNTRY' | 'SHIPPING_STATE' | 'SHIPPING_STREET' | 'STATUS' | 'SUBJECT' | 'VERSION';

/** Conditions on the figures of groups of invoices; all given ones must hold. */
export interface InvoiceGroupHaving {
  readonly and?: readonly InvoiceGroupHaving[] | null;
  readonly avg?: InvoiceGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: InvoiceGroupCountHaving | null;
  readonly max?: InvoiceGroupRangeHaving | null;
  readonly min?: InvoiceGroupRangeHaving | null;
  readonly not?: InvoiceGroupHaving | null;
  readonly or?: readonly InvoiceGroupHaving[] | null;
  readonly sum?: InvoiceGroupNumberHaving | null;
}

export interface InvoiceGroupKeyShape {
  readonly fields: Alike<'accountId' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrierLabel' | 'contactId' | 'createdAt' | 'createdById' | 'currency' | 'dealId' | 'deletedAt' | 'dueDate' | 'invoiceDate' | 'invoiceNumber' | 'modifiedAt' | 'modifiedById' | 'ownerId' | 'purchaseOrder' | 'quoteId' | 'salesOrderId' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'statusLabel' | 'subject', string | null> & { readonly carrier: Carrier | null; readonly status: OrderStatus | null; readonly version: number | null; };
  readonly links: {
    readonly account: AccountShape | null;
    readonly contact: ContactShape | null;
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deal: DealShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly dueDatePeriod: GroupPeriodShape | null;
    readonly invoiceDatePeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly quote: QuoteShape | null;
    readonly salesOrder: SalesOrderShape | null;
  };
}

/** By one of the keys of groups of invoices: exactly one of those they are grouped by. */
export interface InvoiceGroupKeyOrder extends Partial<Alike<'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrier' | 'createdAt' | 'currency' | 'deletedAt' | 'dueDate' | 'invoiceDate' | 'invoiceNumber' | 'modifiedAt' | 'purchaseOrder' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'status' | 'subject' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly account?: AccountOrder | null;
  readonly contact?: ContactOrder | null;
  readonly deal?: DealOrder | null;
  readonly quote?: QuoteOrder | null;
  readonly salesOrder?: SalesOrderOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface InvoiceGroupNumberHaving extends Partial<Alike<Names1, DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface InvoiceGroupNumberOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** One term of an order of groups of invoices: exactly one figure or key. */
export interface InvoiceGroupOrder {
  readonly avg?: InvoiceGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: InvoiceGroupCountOrder | null;
  readonly key?: InvoiceGroupKeyOrder | null;
  readonly max?: InvoiceGroupRangeOrder | null;
  readonly min?: InvoiceGroupRangeOrder | null;
  readonly sum?: InvoiceGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface InvoiceGroupRangeHaving extends Partial<Alike<Names3, DecimalFilter | null>>, Partial<Alike<'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'invoiceNumber' | 'purchaseOrder' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subject', StringFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly dueDate?: DateFilter | null;
  readonly invoiceDate?: DateFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface InvoiceGroupRangeOrder extends Partial<Alike<'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'createdAt' | 'deletedAt' | 'discount' | 'discountPercent' | 'discountTotal' | 'dueDate' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'invoiceDate' | 'invoiceNumber' | 'modifiedAt' | 'purchaseOrder' | 'salesCommission' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal' | 'version', SortOrder | null>> {
}

/** What invoices can be looked for by: subject, and what the organisation has made unique. */
export type InvoiceKeyField = 'BILLING_CITY' | 'BILLING_CODE' | 'BILLING_COUNTRY' | 'BILLING_STATE' | 'BILLING_STREET' | 'PURCHASE_ORDER' | 'SHIPPING_CITY' | 'SHIPPING_CODE' | 'SHIPPING_COUNTRY' | 'SHIPPING_STATE' | 'SHIPPING_STREET' | 'SUBJECT';

/** Conditions on a list of invoices. */
export type InvoiceListFilter = Quantified<InvoiceFilter>;

export interface InvoiceMaxShape {
  readonly fields: Alike<'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'createdAt' | 'deletedAt' | 'discount' | 'discountPercent' | 'discountTotal' | 'dueDate' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'invoiceDate' | 'invoiceNumber' | 'modifiedAt' | 'purchaseOrder' | 'salesCommission' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type InvoiceMinShape = InvoiceMaxShape;

export interface InvoiceMoneyAggregateShape {
  readonly fields: {  };
  readonly links: {
    readonly avg: InvoiceMoneyFiguresShape;
    readonly max: InvoiceMoneyFiguresShape;
    readonly min: InvoiceMoneyFiguresShape;
    readonly sum: InvoiceMoneyFiguresShape;
  };
}

export interface InvoiceMoneyFiguresShape {
  readonly fields: Alike<'adjustment' | 'discount' | 'discountTotal' | 'grandTotal' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal', string | null>;
  readonly links: {};
}

/** One term of an order of invoices: exactly one field. */
export interface InvoiceOrder extends Partial<Alike<'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrier' | 'createdAt' | 'currency' | 'deletedAt' | 'discount' | 'discountPercent' | 'discountTotal' | 'dueDate' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'id' | 'invoiceDate' | 'invoiceNumber' | 'modifiedAt' | 'purchaseOrder' | 'salesCommission' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'status' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly account?: AccountOrder | null;
  readonly contact?: ContactOrder | null;
  readonly deal?: DealOrder | null;
  readonly quote?: QuoteOrder | null;
  readonly salesOrder?: SalesOrderOrder | null;
}

export type InvoiceSumShape = InvoiceAvgShape;

/** Changes of an invoice: a field that is absent stays, null clears it. */
export interface InvoiceUpdateInput extends Omit<InvoiceCreateInput, 'accountId' | 'currency' | 'lineItems' | 'status' | 'subject'> {
  /** The company that is to pay. The id of an account. */
  readonly accountId?: string | null;
  /** What it is about, line by line; at most 200. Changed together with the invoice, or not at all; the version of the invoice rises only with its own fields. */
  readonly lineItems?: LineItemsOfInvoiceInput | null;
  /** How far it has come. */
  readonly status?: OrderStatus | null;
  /** What it is about. At most 120 characters. */
  readonly subject?: string | null;
}

/** What an invoice is looked for by: exactly one of these. */
export interface InvoiceUpsertBy {
  /** The key of this source, in `externalIds` of the input. */
  readonly externalId?: string | null;
  /** This field: one that is unique, or the one that tells duplicates. */
  readonly field?: InvoiceKeyField | null;
}
