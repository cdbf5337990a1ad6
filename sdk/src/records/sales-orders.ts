// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Clones, Upserts, UpsertsMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { AccountFilter, AccountOrder, AccountShape } from './accounts.js';
import type { ContactFilter, ContactOrder, ContactShape } from './contacts.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { DealFilter, DealOrder, DealShape } from './deals.js';
import type { InvoiceConnectionShape, InvoiceListArgs, InvoiceListFilter } from './invoices.js';
import type { LineItemConnectionShape, LineItemListArgs, LineItemListFilter } from './line-items.js';
import type { QuoteFilter, QuoteOrder, QuoteShape } from './quotes.js';
import type { Carrier, CarrierFilter, CrmRecord, DateBucket, DateFilter, DateTimeFilter, DecimalFilter, ExternalIdsFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, LineItemsOfSalesOrderInput, NewLineItemsOfSalesOrderInput, OrderStatus, OrderStatusFilter, PageInfo, PageInfoShape, SalesDocument, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: SalesOrderShape;
  readonly list: SalesOrderListArgs;
  readonly aggregate: SalesOrderAggregateShape;
  readonly group: SalesOrderGroupShape;
  readonly groups: SalesOrderGroupsArgs;
}

/** What can be done with salesOrders. */
export interface SalesOrders extends Reads<Types>, Creates<Types, SalesOrderCreateInput>, CreatesMany<Types, SalesOrderCreateInput>, Updates<Types, SalesOrderUpdateInput>, UpdatesMany<Types, SalesOrderUpdateInput>, Clones<Types, SalesOrderUpdateInput>, Upserts<Types, SalesOrderUpsertBy, SalesOrderUpdateInput>, UpsertsMany<Types, SalesOrderUpsertBy, SalesOrderUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const salesOrderFields = 'accountId adjustment adjustmentInBaseCurrency billingCity billingCode billingCountry billingState billingStreet carrier carrierLabel contactId createdAt createdById currency customerNo dealId deletedAt description discount discountInBaseCurrency discountPercent discountTotal discountTotalInBaseCurrency displayName dueDate exchangeRate exciseDuty externalIds grandTotal grandTotalInBaseCurrency id modifiedAt modifiedById ownerId pending purchaseOrder quoteId salesCommission shippingCity shippingCode shippingCountry shippingState shippingStreet soNumber status statusLabel subTotal subTotalExclTax subTotalExclTaxInBaseCurrency subTotalInBaseCurrency subject tax taxInBaseCurrency taxTotal taxTotalInBaseCurrency taxes termsAndConditions version';

/** What a customer has ordered (modules.md 11). What it is about is in demand until it is delivered or cancelled. `salesOrders(crm).list()` and what else there is. */
export const salesOrders = /* @__PURE__ */ record('SalesOrder', 'salesOrder', 'salesOrders', salesOrderFields) as (crm: Crm) => SalesOrders;


type Names1 = 'adjustment' | 'discount' | 'discountPercent' | 'discountTotal' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'salesCommission' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal' | 'version';

type Names2 = 'accountId' | 'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrier' | 'contactId' | 'createdById' | 'currency' | 'customerNo' | 'dealId' | 'discount' | 'discountPercent' | 'discountTotal' | 'dueDate' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'modifiedById' | 'ownerId' | 'pending' | 'purchaseOrder' | 'quoteId' | 'salesCommission' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'soNumber' | 'status' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal' | 'version';

type Names3 = 'adjustment' | 'discount' | 'discountPercent' | 'discountTotal' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'salesCommission' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal';

/** What a customer has ordered (modules.md 11). What it is about is in demand until it is delivered or cancelled. */
export interface SalesOrder extends CrmRecord, SalesDocument {
  /** The id of `account`, without reading it. */
  readonly accountId: string | null;
  /** Our number for the customer. */
  readonly customerNo: string | null;
  /** The id of `deal`, without reading it. */
  readonly dealId: string | null;
  /** When it is due. */
  readonly dueDate: string | null;
  /** Excise duty. */
  readonly exciseDuty: string | null;
  /** What it waits for. */
  readonly pending: string | null;
  /** The number of the customer's own purchase order. */
  readonly purchaseOrder: string | null;
  /** The id of `quote`, without reading it. */
  readonly quoteId: string | null;
  /** What whoever sold it gets. */
  readonly salesCommission: string | null;
  /** Its number, given by the organisation. */
  readonly soNumber: string | null;
  /** How far it has come. */
  readonly status: OrderStatus | null;
  /** The label of `status` in the reader's language. */
  readonly statusLabel: string | null;
}
export interface SalesOrderShape {
  readonly fields: SalesOrder;
  readonly links: {
    readonly account: AccountShape | null;
    readonly contact: ContactShape | null;
    readonly createdBy: UserShape | null;
    readonly deal: DealShape | null;
    readonly invoices: (InvoiceConnectionShape & { readonly args: InvoiceListArgs }) | null;
    readonly lineItems: (LineItemConnectionShape & { readonly args: LineItemListArgs }) | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly quote: QuoteShape | null;
  };
}

export interface SalesOrderAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: SalesOrderAvgShape;
    readonly countDistinct: SalesOrderCountDistinctShape;
    readonly max: SalesOrderMaxShape;
    readonly min: SalesOrderMinShape;
    readonly sum: SalesOrderSumShape;
  };
}

export interface SalesOrderAvgShape {
  readonly fields: Alike<Names1, string | null>;
  readonly links: {};
}

export interface SalesOrderConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: SalesOrderAggregateShape;
    readonly edges: readonly SalesOrderEdgeShape[];
    readonly groups: readonly ((SalesOrderGroupShape & { readonly args: SalesOrderGroupsArgs }))[];
    readonly nodes: readonly SalesOrderShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface SalesOrderListArgs extends ListArguments { readonly filter?: SalesOrderFilter | null; readonly orderBy?: readonly SalesOrderOrder[] | null; }
export interface SalesOrderGroupsArgs { readonly by: readonly SalesOrderGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: SalesOrderGroupHaving | null; readonly orderBy?: readonly SalesOrderGroupOrder[] | null; }

export interface SalesOrderCountDistinctShape {
  readonly fields: Alike<Names2, number | null>;
  readonly links: {};
}

/** A new salesOrder. */
export interface SalesOrderCreateInput {
  /** The company that ordered. The id of an account. */
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
  /** Our number for the customer. At most 50 characters. */
  readonly customerNo?: string | null;
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
  /** What it is about, line by line; at most 200. Made together with the salesOrder, or not at all. */
  readonly lineItems?: NewLineItemsOfSalesOrderInput | null;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  readonly ownerId?: string | null;
  /** What it waits for. At most 50 characters. */
  readonly pending?: string | null;
  /** The number of the customer's own purchase order. At most 50 characters. */
  readonly purchaseOrder?: string | null;
  /** The quote that it follows. The id of a quote. */
  readonly quoteId?: string | null;
  /** What whoever sold it gets. */
  readonly salesCommission?: string | number | null;
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

export interface SalesOrderEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: SalesOrderShape | null;
  };
}

/** Conditions on salesOrders; all given ones must hold. */
export interface SalesOrderFilter extends Partial<Alike<'accountId' | 'contactId' | 'dealId' | 'id' | 'quoteId', IDFilter | null>>, Partial<Alike<Names3, DecimalFilter | null>>, Partial<Alike<'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'customerNo' | 'description' | 'pending' | 'purchaseOrder' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'soNumber' | 'subject' | 'termsAndConditions', StringFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserFilter | null>>, Partial<Alike<'createdById' | 'modifiedById' | 'ownerId', UserIDFilter | null>> {
  readonly account?: AccountFilter | null;
  readonly and?: readonly SalesOrderFilter[] | null;
  readonly carrier?: CarrierFilter | null;
  readonly contact?: ContactFilter | null;
  readonly currency?: CurrencyCodeFilter | null;
  readonly deal?: DealFilter | null;
  readonly dueDate?: DateFilter | null;
  readonly externalIds?: ExternalIdsFilter | null;
  readonly invoices?: InvoiceListFilter | null;
  readonly lineItems?: LineItemListFilter | null;
  readonly not?: SalesOrderFilter | null;
  readonly or?: readonly SalesOrderFilter[] | null;
  readonly quote?: QuoteFilter | null;
  readonly status?: OrderStatusFilter | null;
  readonly version?: IntFilter | null;
}

export interface SalesOrderGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: SalesOrderAggregateShape;
    readonly inOwnCurrency: SalesOrderMoneyAggregateShape;
    readonly key: SalesOrderGroupKeyShape;
  };
}

/** One thing that salesOrders are grouped by. */
export interface SalesOrderGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: SalesOrderGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface SalesOrderGroupCountHaving extends Partial<Alike<Names2, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface SalesOrderGroupCountOrder extends Partial<Alike<Names2, SortOrder | null>> {
}

/** What salesOrders can be grouped by. */
export type SalesOrderGroupField = 'ACCOUNT' | 'BILLING_CITY' | 'BILLING_CODE' | 'BILLING_COUNTRY' | 'BILLING_STATE' | 'BILLING_STREET' | 'CARRIER' | 'CONTACT' | 'CREATED_AT' | 'CREATED_BY' | 'CURRENCY' | 'CUSTOMER_NO' | 'DEAL' | 'DELETED_AT' | 'DUE_DATE' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'OWNER' | 'PENDING' | 'PURCHASE_ORDER' | 'QUOTE' | 'SHIPPING_CITY' | 'SHIPPING_CODE' | 'SHIPPING_COUNTRY' | 'SHIPPING_STATE' | 'SHIPPING_STREET' | 'SO_NUMBER' | 'STATUS' | 'SUBJECT' | 'VERSION';

/** Conditions on the figures of groups of salesOrders; all given ones must hold. */
export interface SalesOrderGroupHaving {
  readonly and?: readonly SalesOrderGroupHaving[] | null;
  readonly avg?: SalesOrderGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: SalesOrderGroupCountHaving | null;
  readonly max?: SalesOrderGroupRangeHaving | null;
  readonly min?: SalesOrderGroupRangeHaving | null;
  readonly not?: SalesOrderGroupHaving | null;
  readonly or?: readonly SalesOrderGroupHaving[] | null;
  readonly sum?: SalesOrderGroupNumberHaving | null;
}

export interface SalesOrderGroupKeyShape {
  readonly fields: Alike<'accountId' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrierLabel' | 'contactId' | 'createdAt' | 'createdById' | 'currency' | 'customerNo' | 'dealId' | 'deletedAt' | 'dueDate' | 'modifiedAt' | 'modifiedById' | 'ownerId' | 'pending' | 'purchaseOrder' | 'quoteId' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'soNumber' | 'statusLabel' | 'subject', string | null> & { readonly carrier: Carrier | null; readonly status: OrderStatus | null; readonly version: number | null; };
  readonly links: {
    readonly account: AccountShape | null;
    readonly contact: ContactShape | null;
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deal: DealShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly dueDatePeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly quote: QuoteShape | null;
  };
}

/** By one of the keys of groups of salesOrders: exactly one of those they are grouped by. */
export interface SalesOrderGroupKeyOrder extends Partial<Alike<'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrier' | 'createdAt' | 'currency' | 'customerNo' | 'deletedAt' | 'dueDate' | 'modifiedAt' | 'pending' | 'purchaseOrder' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'soNumber' | 'status' | 'subject' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly account?: AccountOrder | null;
  readonly contact?: ContactOrder | null;
  readonly deal?: DealOrder | null;
  readonly quote?: QuoteOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface SalesOrderGroupNumberHaving extends Partial<Alike<Names1, DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface SalesOrderGroupNumberOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** One term of an order of groups of salesOrders: exactly one figure or key. */
export interface SalesOrderGroupOrder {
  readonly avg?: SalesOrderGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: SalesOrderGroupCountOrder | null;
  readonly key?: SalesOrderGroupKeyOrder | null;
  readonly max?: SalesOrderGroupRangeOrder | null;
  readonly min?: SalesOrderGroupRangeOrder | null;
  readonly sum?: SalesOrderGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface SalesOrderGroupRangeHaving extends Partial<Alike<Names3, DecimalFilter | null>>, Partial<Alike<'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'customerNo' | 'pending' | 'purchaseOrder' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'soNumber' | 'subject', StringFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly dueDate?: DateFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface SalesOrderGroupRangeOrder extends Partial<Alike<'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'createdAt' | 'customerNo' | 'deletedAt' | 'discount' | 'discountPercent' | 'discountTotal' | 'dueDate' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'modifiedAt' | 'pending' | 'purchaseOrder' | 'salesCommission' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'soNumber' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal' | 'version', SortOrder | null>> {
}

/** What salesOrders can be looked for by: subject, and what the organisation has made unique. */
export type SalesOrderKeyField = 'BILLING_CITY' | 'BILLING_CODE' | 'BILLING_COUNTRY' | 'BILLING_STATE' | 'BILLING_STREET' | 'CUSTOMER_NO' | 'PENDING' | 'PURCHASE_ORDER' | 'SHIPPING_CITY' | 'SHIPPING_CODE' | 'SHIPPING_COUNTRY' | 'SHIPPING_STATE' | 'SHIPPING_STREET' | 'SUBJECT';

/** Conditions on a list of salesOrders. */
export type SalesOrderListFilter = Quantified<SalesOrderFilter>;

export interface SalesOrderMaxShape {
  readonly fields: Alike<'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'createdAt' | 'customerNo' | 'deletedAt' | 'discount' | 'discountPercent' | 'discountTotal' | 'dueDate' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'modifiedAt' | 'pending' | 'purchaseOrder' | 'salesCommission' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'soNumber' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type SalesOrderMinShape = SalesOrderMaxShape;

export interface SalesOrderMoneyAggregateShape {
  readonly fields: {  };
  readonly links: {
    readonly avg: SalesOrderMoneyFiguresShape;
    readonly max: SalesOrderMoneyFiguresShape;
    readonly min: SalesOrderMoneyFiguresShape;
    readonly sum: SalesOrderMoneyFiguresShape;
  };
}

export interface SalesOrderMoneyFiguresShape {
  readonly fields: Alike<'adjustment' | 'discount' | 'discountTotal' | 'grandTotal' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal', string | null>;
  readonly links: {};
}

/** One term of an order of salesOrders: exactly one field. */
export interface SalesOrderOrder extends Partial<Alike<'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrier' | 'createdAt' | 'currency' | 'customerNo' | 'deletedAt' | 'discount' | 'discountPercent' | 'discountTotal' | 'dueDate' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'id' | 'modifiedAt' | 'pending' | 'purchaseOrder' | 'salesCommission' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'soNumber' | 'status' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly account?: AccountOrder | null;
  readonly contact?: ContactOrder | null;
  readonly deal?: DealOrder | null;
  readonly quote?: QuoteOrder | null;
}

export type SalesOrderSumShape = SalesOrderAvgShape;

/** Changes of a salesOrder: a field that is absent stays, null clears it. */
export interface SalesOrderUpdateInput extends Omit<SalesOrderCreateInput, 'accountId' | 'currency' | 'lineItems' | 'status' | 'subject'> {
  /** The company that ordered. The id of an account. */
  readonly accountId?: string | null;
  /** What it is about, line by line; at most 200. Changed together with the salesOrder, or not at all; the version of the salesOrder rises only with its own fields. */
  readonly lineItems?: LineItemsOfSalesOrderInput | null;
  /** How far it has come. */
  readonly status?: OrderStatus | null;
  /** What it is about. At most 120 characters. */
  readonly subject?: string | null;
}

/** What a salesOrder is looked for by: exactly one of these. */
export interface SalesOrderUpsertBy {
  /** The key of this source, in `externalIds` of the input. */
  readonly externalId?: string | null;
  /** This field: one that is unique, or the one that tells duplicates. */
  readonly field?: SalesOrderKeyField | null;
}
