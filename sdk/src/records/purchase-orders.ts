// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Clones, Upserts, UpsertsMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { ContactFilter, ContactOrder, ContactShape } from './contacts.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { LineItemConnectionShape, LineItemListArgs, LineItemListFilter } from './line-items.js';
import type { Carrier, CarrierFilter, CrmRecord, DateBucket, DateFilter, DateTimeFilter, DecimalFilter, ExternalIdsFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, LineItemsOfPurchaseOrderInput, NewLineItemsOfPurchaseOrderInput, OrderStatus, OrderStatusFilter, PageInfo, PageInfoShape, SalesDocument, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';
import type { VendorFilter, VendorOrder, VendorShape } from './vendors.js';

interface Types {
  readonly shape: PurchaseOrderShape;
  readonly list: PurchaseOrderListArgs;
  readonly aggregate: PurchaseOrderAggregateShape;
  readonly group: PurchaseOrderGroupShape;
  readonly groups: PurchaseOrderGroupsArgs;
}

/** What can be done with purchaseOrders. */
export interface PurchaseOrders extends Reads<Types>, Creates<Types, PurchaseOrderCreateInput>, CreatesMany<Types, PurchaseOrderCreateInput>, Updates<Types, PurchaseOrderUpdateInput>, UpdatesMany<Types, PurchaseOrderUpdateInput>, Clones<Types, PurchaseOrderUpdateInput>, Upserts<Types, PurchaseOrderUpsertBy, PurchaseOrderUpdateInput>, UpsertsMany<Types, PurchaseOrderUpsertBy, PurchaseOrderUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const purchaseOrderFields = 'adjustment adjustmentInBaseCurrency billingCity billingCode billingCountry billingState billingStreet carrier carrierLabel contactId createdAt createdById currency deletedAt description discount discountInBaseCurrency discountPercent discountTotal discountTotalInBaseCurrency displayName dueDate exchangeRate exciseDuty externalIds grandTotal grandTotalInBaseCurrency id modifiedAt modifiedById ownerId poDate poNumber requisitionNo salesCommission shippingCity shippingCode shippingCountry shippingState shippingStreet status statusLabel subTotal subTotalExclTax subTotalExclTaxInBaseCurrency subTotalInBaseCurrency subject tax taxInBaseCurrency taxTotal taxTotalInBaseCurrency taxes termsAndConditions trackingNumber vendorId version';

/** What we order from a vendor (modules.md 12). What it is about comes into stock when it is delivered. `purchaseOrders(crm).list()` and what else there is. */
export const purchaseOrders = /* @__PURE__ */ record('PurchaseOrder', 'purchaseOrder', 'purchaseOrders', purchaseOrderFields) as (crm: Crm) => PurchaseOrders;


type Names1 = 'adjustment' | 'discount' | 'discountPercent' | 'discountTotal' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'salesCommission' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal' | 'version';

type Names2 = 'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrier' | 'contactId' | 'createdById' | 'currency' | 'discount' | 'discountPercent' | 'discountTotal' | 'dueDate' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'modifiedById' | 'ownerId' | 'poDate' | 'poNumber' | 'requisitionNo' | 'salesCommission' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'status' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal' | 'trackingNumber' | 'vendorId' | 'version';

type Names3 = 'adjustment' | 'discount' | 'discountPercent' | 'discountTotal' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'salesCommission' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal';

/** What we order from a vendor (modules.md 12). What it is about comes into stock when it is delivered. */
export interface PurchaseOrder extends CrmRecord, SalesDocument {
  /** When it is due. */
  readonly dueDate: string | null;
  /** Excise duty. */
  readonly exciseDuty: string | null;
  /** When it was ordered. */
  readonly poDate: string | null;
  /** Its number, given by the organisation. */
  readonly poNumber: string | null;
  /** The number of the requisition. */
  readonly requisitionNo: string | null;
  /** What whoever sold it gets. */
  readonly salesCommission: string | null;
  /** How far it has come. */
  readonly status: OrderStatus | null;
  /** The label of `status` in the reader's language. */
  readonly statusLabel: string | null;
  /** The number that the carrier knows it by. */
  readonly trackingNumber: string | null;
  /** The id of `vendor`, without reading it. */
  readonly vendorId: string | null;
}
export interface PurchaseOrderShape {
  readonly fields: PurchaseOrder;
  readonly links: {
    readonly contact: ContactShape | null;
    readonly createdBy: UserShape | null;
    readonly lineItems: (LineItemConnectionShape & { readonly args: LineItemListArgs }) | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly vendor: VendorShape | null;
  };
}

export interface PurchaseOrderAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: PurchaseOrderAvgShape;
    readonly countDistinct: PurchaseOrderCountDistinctShape;
    readonly max: PurchaseOrderMaxShape;
    readonly min: PurchaseOrderMinShape;
    readonly sum: PurchaseOrderSumShape;
  };
}

export interface PurchaseOrderAvgShape {
  readonly fields: Alike<Names1, string | null>;
  readonly links: {};
}

export interface PurchaseOrderConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: PurchaseOrderAggregateShape;
    readonly edges: readonly PurchaseOrderEdgeShape[];
    readonly groups: readonly ((PurchaseOrderGroupShape & { readonly args: PurchaseOrderGroupsArgs }))[];
    readonly nodes: readonly PurchaseOrderShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface PurchaseOrderListArgs extends ListArguments { readonly filter?: PurchaseOrderFilter | null; readonly orderBy?: readonly PurchaseOrderOrder[] | null; }
export interface PurchaseOrderGroupsArgs { readonly by: readonly PurchaseOrderGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: PurchaseOrderGroupHaving | null; readonly orderBy?: readonly PurchaseOrderGroupOrder[] | null; }

export interface PurchaseOrderCountDistinctShape {
  readonly fields: Alike<Names2, number | null>;
  readonly links: {};
}

/** A new purchaseOrder. */
export interface PurchaseOrderCreateInput {
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
  /** What it is about, line by line; at most 200. Made together with the purchaseOrder, or not at all. */
  readonly lineItems?: NewLineItemsOfPurchaseOrderInput | null;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  readonly ownerId?: string | null;
  /** When it was ordered. */
  readonly poDate?: string | null;
  /** The number of the requisition. At most 20 characters. */
  readonly requisitionNo?: string | null;
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
  /** The number that the carrier knows it by. At most 50 characters. */
  readonly trackingNumber?: string | null;
  /** Whom we order from. The id of a vendor. */
  readonly vendorId: string;
}

export interface PurchaseOrderEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: PurchaseOrderShape | null;
  };
}

/** Conditions on purchaseOrders; all given ones must hold. */
export interface PurchaseOrderFilter extends Partial<Alike<Names3, DecimalFilter | null>>, Partial<Alike<'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'description' | 'poNumber' | 'requisitionNo' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subject' | 'termsAndConditions' | 'trackingNumber', StringFilter | null>>, Partial<Alike<'contactId' | 'id' | 'vendorId', IDFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserFilter | null>>, Partial<Alike<'createdById' | 'modifiedById' | 'ownerId', UserIDFilter | null>> {
  readonly and?: readonly PurchaseOrderFilter[] | null;
  readonly carrier?: CarrierFilter | null;
  readonly contact?: ContactFilter | null;
  readonly currency?: CurrencyCodeFilter | null;
  readonly dueDate?: DateFilter | null;
  readonly externalIds?: ExternalIdsFilter | null;
  readonly lineItems?: LineItemListFilter | null;
  readonly not?: PurchaseOrderFilter | null;
  readonly or?: readonly PurchaseOrderFilter[] | null;
  readonly poDate?: DateFilter | null;
  readonly status?: OrderStatusFilter | null;
  readonly vendor?: VendorFilter | null;
  readonly version?: IntFilter | null;
}

export interface PurchaseOrderGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: PurchaseOrderAggregateShape;
    readonly inOwnCurrency: PurchaseOrderMoneyAggregateShape;
    readonly key: PurchaseOrderGroupKeyShape;
  };
}

/** One thing that purchaseOrders are grouped by. */
export interface PurchaseOrderGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: PurchaseOrderGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface PurchaseOrderGroupCountHaving extends Partial<Alike<Names2, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface PurchaseOrderGroupCountOrder extends Partial<Alike<Names2, SortOrder | null>> {
}

/** What purchaseOrders can be grouped by. */
export type PurchaseOrderGroupField = 'BILLING_CITY' | 'BILLING_CODE' | 'BILLING_COUNTRY' | 'BILLING_STATE' | 'BILLING_STREET' | 'CARRIER' | 'CONTACT' | 'CREATED_AT' | 'CREATED_BY' | 'CURRENCY' | 'DELETED_AT' | 'DUE_DATE' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'OWNER' | 'PO_DATE' | 'PO_NUMBER' | 'REQUISITION_NO' | 'SHIPPING_CITY' | 'SHIPPING_CODE' | 'SHIPPING_COUNTRY' | 'SHIPPING_STATE' | 'SHIPPING_STREET' | 'STATUS' | 'SUBJECT' | 'TRACKING_NUMBER' | 'VENDOR' | 'VERSION';

/** Conditions on the figures of groups of purchaseOrders; all given ones must hold. */
export interface PurchaseOrderGroupHaving {
  readonly and?: readonly PurchaseOrderGroupHaving[] | null;
  readonly avg?: PurchaseOrderGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: PurchaseOrderGroupCountHaving | null;
  readonly max?: PurchaseOrderGroupRangeHaving | null;
  readonly min?: PurchaseOrderGroupRangeHaving | null;
  readonly not?: PurchaseOrderGroupHaving | null;
  readonly or?: readonly PurchaseOrderGroupHaving[] | null;
  readonly sum?: PurchaseOrderGroupNumberHaving | null;
}

export interface PurchaseOrderGroupKeyShape {
  readonly fields: Alike<'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrierLabel' | 'contactId' | 'createdAt' | 'createdById' | 'currency' | 'deletedAt' | 'dueDate' | 'modifiedAt' | 'modifiedById' | 'ownerId' | 'poDate' | 'poNumber' | 'requisitionNo' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'statusLabel' | 'subject' | 'trackingNumber' | 'vendorId', string | null> & { readonly carrier: Carrier | null; readonly status: OrderStatus | null; readonly version: number | null; };
  readonly links: {
    readonly contact: ContactShape | null;
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly dueDatePeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly poDatePeriod: GroupPeriodShape | null;
    readonly vendor: VendorShape | null;
  };
}

/** By one of the keys of groups of purchaseOrders: exactly one of those they are grouped by. */
export interface PurchaseOrderGroupKeyOrder extends Partial<Alike<'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrier' | 'createdAt' | 'currency' | 'deletedAt' | 'dueDate' | 'modifiedAt' | 'poDate' | 'poNumber' | 'requisitionNo' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'status' | 'subject' | 'trackingNumber' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly contact?: ContactOrder | null;
  readonly vendor?: VendorOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface PurchaseOrderGroupNumberHaving extends Partial<Alike<Names1, DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface PurchaseOrderGroupNumberOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** One term of an order of groups of purchaseOrders: exactly one figure or key. */
export interface PurchaseOrderGroupOrder {
  readonly avg?: PurchaseOrderGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: PurchaseOrderGroupCountOrder | null;
  readonly key?: PurchaseOrderGroupKeyOrder | null;
  readonly max?: PurchaseOrderGroupRangeOrder | null;
  readonly min?: PurchaseOrderGroupRangeOrder | null;
  readonly sum?: PurchaseOrderGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface PurchaseOrderGroupRangeHaving extends Partial<Alike<Names3, DecimalFilter | null>>, Partial<Alike<'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'poNumber' | 'requisitionNo' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subject' | 'trackingNumber', StringFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly dueDate?: DateFilter | null;
  readonly poDate?: DateFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface PurchaseOrderGroupRangeOrder extends Partial<Alike<'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'createdAt' | 'deletedAt' | 'discount' | 'discountPercent' | 'discountTotal' | 'dueDate' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'modifiedAt' | 'poDate' | 'poNumber' | 'requisitionNo' | 'salesCommission' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal' | 'trackingNumber' | 'version', SortOrder | null>> {
}

/** What purchaseOrders can be looked for by: subject, and what the organisation has made unique. */
export type PurchaseOrderKeyField = 'BILLING_CITY' | 'BILLING_CODE' | 'BILLING_COUNTRY' | 'BILLING_STATE' | 'BILLING_STREET' | 'REQUISITION_NO' | 'SHIPPING_CITY' | 'SHIPPING_CODE' | 'SHIPPING_COUNTRY' | 'SHIPPING_STATE' | 'SHIPPING_STREET' | 'SUBJECT' | 'TRACKING_NUMBER';

/** Conditions on a list of purchaseOrders. */
export type PurchaseOrderListFilter = Quantified<PurchaseOrderFilter>;

export interface PurchaseOrderMaxShape {
  readonly fields: Alike<'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'createdAt' | 'deletedAt' | 'discount' | 'discountPercent' | 'discountTotal' | 'dueDate' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'modifiedAt' | 'poDate' | 'poNumber' | 'requisitionNo' | 'salesCommission' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal' | 'trackingNumber', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type PurchaseOrderMinShape = PurchaseOrderMaxShape;

export interface PurchaseOrderMoneyAggregateShape {
  readonly fields: {  };
  readonly links: {
    readonly avg: PurchaseOrderMoneyFiguresShape;
    readonly max: PurchaseOrderMoneyFiguresShape;
    readonly min: PurchaseOrderMoneyFiguresShape;
    readonly sum: PurchaseOrderMoneyFiguresShape;
  };
}

export interface PurchaseOrderMoneyFiguresShape {
  readonly fields: Alike<'adjustment' | 'discount' | 'discountTotal' | 'grandTotal' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal', string | null>;
  readonly links: {};
}

/** One term of an order of purchaseOrders: exactly one field. */
export interface PurchaseOrderOrder extends Partial<Alike<'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrier' | 'createdAt' | 'currency' | 'deletedAt' | 'discount' | 'discountPercent' | 'discountTotal' | 'dueDate' | 'exchangeRate' | 'exciseDuty' | 'grandTotal' | 'id' | 'modifiedAt' | 'poDate' | 'poNumber' | 'requisitionNo' | 'salesCommission' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'status' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal' | 'trackingNumber' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly contact?: ContactOrder | null;
  readonly vendor?: VendorOrder | null;
}

export type PurchaseOrderSumShape = PurchaseOrderAvgShape;

/** Changes of a purchaseOrder: a field that is absent stays, null clears it. */
export interface PurchaseOrderUpdateInput extends Omit<PurchaseOrderCreateInput, 'currency' | 'lineItems' | 'status' | 'subject' | 'vendorId'> {
  /** What it is about, line by line; at most 200. Changed together with the purchaseOrder, or not at all; the version of the purchaseOrder rises only with its own fields. */
  readonly lineItems?: LineItemsOfPurchaseOrderInput | null;
  /** How far it has come. */
  readonly status?: OrderStatus | null;
  /** What it is about. At most 120 characters. */
  readonly subject?: string | null;
  /** Whom we order from. The id of a vendor. */
  readonly vendorId?: string | null;
}

/** What a purchaseOrder is looked for by: exactly one of these. */
export interface PurchaseOrderUpsertBy {
  /** The key of this source, in `externalIds` of the input. */
  readonly externalId?: string | null;
  /** This field: one that is unique, or the one that tells duplicates. */
  readonly field?: PurchaseOrderKeyField | null;
}
