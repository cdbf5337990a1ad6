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
import type { SalesOrderConnectionShape, SalesOrderListArgs, SalesOrderListFilter } from './sales-orders.js';
import type { Carrier, CarrierFilter, CrmRecord, DateBucket, DateFilter, DateTimeFilter, DecimalFilter, ExternalIdsFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, LineItemsOfQuoteInput, NewLineItemsOfQuoteInput, PageInfo, PageInfoShape, SalesDocument, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: QuoteShape;
  readonly list: QuoteListArgs;
  readonly aggregate: QuoteAggregateShape;
  readonly group: QuoteGroupShape;
  readonly groups: QuoteGroupsArgs;
}

/** What can be done with quotes. */
export interface Quotes extends Reads<Types>, Creates<Types, QuoteCreateInput>, CreatesMany<Types, QuoteCreateInput>, Updates<Types, QuoteUpdateInput>, UpdatesMany<Types, QuoteUpdateInput>, Clones<Types, QuoteUpdateInput>, Upserts<Types, QuoteUpsertBy, QuoteUpdateInput>, UpsertsMany<Types, QuoteUpsertBy, QuoteUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const quoteFields = 'accountId adjustment adjustmentInBaseCurrency billingCity billingCode billingCountry billingState billingStreet carrier carrierLabel contactId createdAt createdById currency dealId deletedAt description discount discountInBaseCurrency discountPercent discountTotal discountTotalInBaseCurrency displayName exchangeRate externalIds grandTotal grandTotalInBaseCurrency id inventoryManager modifiedAt modifiedById ownerId quoteNumber quoteStage quoteStageLabel shipping shippingCity shippingCode shippingCountry shippingState shippingStreet subTotal subTotalExclTax subTotalExclTaxInBaseCurrency subTotalInBaseCurrency subject tax taxInBaseCurrency taxTotal taxTotalInBaseCurrency taxes team termsAndConditions validTill version';

/** An offer to sell (modules.md 10). `quotes(crm).list()` and what else there is. */
export const quotes = /* @__PURE__ */ record('Quote', 'quote', 'quotes', quoteFields) as (crm: Crm) => Quotes;


type Names1 = 'adjustment' | 'discount' | 'discountPercent' | 'discountTotal' | 'exchangeRate' | 'grandTotal' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal' | 'version';

type Names2 = 'accountId' | 'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrier' | 'contactId' | 'createdById' | 'currency' | 'dealId' | 'discount' | 'discountPercent' | 'discountTotal' | 'exchangeRate' | 'grandTotal' | 'inventoryManager' | 'modifiedById' | 'ownerId' | 'quoteNumber' | 'quoteStage' | 'shipping' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal' | 'team' | 'validTill' | 'version';

type Names3 = 'adjustment' | 'discount' | 'discountPercent' | 'discountTotal' | 'exchangeRate' | 'grandTotal' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal';

/** An offer to sell (modules.md 10). */
export interface Quote extends CrmRecord, SalesDocument {
  /** The id of `account`, without reading it. */
  readonly accountId: string | null;
  /** The id of `deal`, without reading it. */
  readonly dealId: string | null;
  /** Who looks after the stock for it. */
  readonly inventoryManager: string | null;
  /** Its number, given by the organisation. */
  readonly quoteNumber: string | null;
  /** How far it has come. */
  readonly quoteStage: QuoteStage | null;
  /** The label of `quoteStage` in the reader's language. */
  readonly quoteStageLabel: string | null;
  /** How it is shipped. */
  readonly shipping: string | null;
  /** The team that looks after it. */
  readonly team: string | null;
  /** Until when the offer holds. */
  readonly validTill: string | null;
}
export interface QuoteShape {
  readonly fields: Quote;
  readonly links: {
    readonly account: AccountShape | null;
    readonly contact: ContactShape | null;
    readonly createdBy: UserShape | null;
    readonly deal: DealShape | null;
    readonly invoices: (InvoiceConnectionShape & { readonly args: InvoiceListArgs }) | null;
    readonly lineItems: (LineItemConnectionShape & { readonly args: LineItemListArgs }) | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly salesOrders: (SalesOrderConnectionShape & { readonly args: SalesOrderListArgs }) | null;
  };
}

export interface QuoteAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: QuoteAvgShape;
    readonly countDistinct: QuoteCountDistinctShape;
    readonly max: QuoteMaxShape;
    readonly min: QuoteMinShape;
    readonly sum: QuoteSumShape;
  };
}

export interface QuoteAvgShape {
  readonly fields: Alike<Names1, string | null>;
  readonly links: {};
}

export interface QuoteConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: QuoteAggregateShape;
    readonly edges: readonly QuoteEdgeShape[];
    readonly groups: readonly ((QuoteGroupShape & { readonly args: QuoteGroupsArgs }))[];
    readonly nodes: readonly QuoteShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface QuoteListArgs extends ListArguments { readonly filter?: QuoteFilter | null; readonly orderBy?: readonly QuoteOrder[] | null; }
export interface QuoteGroupsArgs { readonly by: readonly QuoteGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: QuoteGroupHaving | null; readonly orderBy?: readonly QuoteGroupOrder[] | null; }

export interface QuoteCountDistinctShape {
  readonly fields: Alike<Names2, number | null>;
  readonly links: {};
}

/** A new quote. */
export interface QuoteCreateInput {
  /** The company that it is for. The id of an account. */
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
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate?: string | number | null;
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  readonly externalIds?: Readonly<Record<string, string | null>> | null;
  /** Who looks after the stock for it. At most 50 characters. */
  readonly inventoryManager?: string | null;
  /** What it is about, line by line; at most 200. Made together with the quote, or not at all. */
  readonly lineItems?: NewLineItemsOfQuoteInput | null;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  readonly ownerId?: string | null;
  /** How far it has come. Default: DRAFT. */
  readonly quoteStage?: QuoteStage | null;
  /** How it is shipped. At most 50 characters. */
  readonly shipping?: string | null;
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
  /** What it is about. At most 120 characters. */
  readonly subject: string;
  /** The document's own taxes, on the sub total after the discount. */
  readonly taxes?: readonly { readonly taxId: string; readonly percentage?: string | number | null }[] | null;
  /** The team that looks after it. At most 50 characters. */
  readonly team?: string | null;
  /** Terms and conditions. Default: the organisation's for such documents. At most 32,000 characters. */
  readonly termsAndConditions?: string | null;
  /** Until when the offer holds. */
  readonly validTill?: string | null;
}

export interface QuoteEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: QuoteShape | null;
  };
}

/** Conditions on quotes; all given ones must hold. */
export interface QuoteFilter extends Partial<Alike<'accountId' | 'contactId' | 'dealId' | 'id', IDFilter | null>>, Partial<Alike<Names3, DecimalFilter | null>>, Partial<Alike<'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'description' | 'inventoryManager' | 'quoteNumber' | 'shipping' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subject' | 'team' | 'termsAndConditions', StringFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserFilter | null>>, Partial<Alike<'createdById' | 'modifiedById' | 'ownerId', UserIDFilter | null>> {
  readonly account?: AccountFilter | null;
  readonly and?: readonly QuoteFilter[] | null;
  readonly carrier?: CarrierFilter | null;
  readonly contact?: ContactFilter | null;
  readonly currency?: CurrencyCodeFilter | null;
  readonly deal?: DealFilter | null;
  readonly externalIds?: ExternalIdsFilter | null;
  readonly invoices?: InvoiceListFilter | null;
  readonly lineItems?: LineItemListFilter | null;
  readonly not?: QuoteFilter | null;
  readonly or?: readonly QuoteFilter[] | null;
  readonly quoteStage?: QuoteStageFilter | null;
  readonly salesOrders?: SalesOrderListFilter | null;
  readonly validTill?: DateFilter | null;
  readonly version?: IntFilter | null;
}

export interface QuoteGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: QuoteAggregateShape;
    readonly inOwnCurrency: QuoteMoneyAggregateShape;
    readonly key: QuoteGroupKeyShape;
  };
}

/** One thing that quotes are grouped by. */
export interface QuoteGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: QuoteGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface QuoteGroupCountHaving extends Partial<Alike<Names2, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface QuoteGroupCountOrder extends Partial<Alike<Names2, SortOrder | null>> {
}

/** What quotes can be grouped by. */
export type QuoteGroupField = 'ACCOUNT' | 'BILLING_CITY' | 'BILLING_CODE' | 'BILLING_COUNTRY' | 'BILLING_STATE' | 'BILLING_STREET' | 'CARRIER' | 'CONTACT' | 'CREATED_AT' | 'CREATED_BY' | 'CURRENCY' | 'DEAL' | 'DELETED_AT' | 'INVENTORY_MANAGER' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'OWNER' | 'QUOTE_NUMBER' | 'QUOTE_STAGE' | 'SHIPPING' | 'SHIPPING_CITY' | 'SHIPPING_CODE' | 'SHIPPING_COUNTRY' | 'SHIPPING_STATE' | 'SHIPPING_STREET' | 'SUBJECT' | 'TEAM' | 'VALID_TILL' | 'VERSION';

/** Conditions on the figures of groups of quotes; all given ones must hold. */
export interface QuoteGroupHaving {
  readonly and?: readonly QuoteGroupHaving[] | null;
  readonly avg?: QuoteGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: QuoteGroupCountHaving | null;
  readonly max?: QuoteGroupRangeHaving | null;
  readonly min?: QuoteGroupRangeHaving | null;
  readonly not?: QuoteGroupHaving | null;
  readonly or?: readonly QuoteGroupHaving[] | null;
  readonly sum?: QuoteGroupNumberHaving | null;
}

export interface QuoteGroupKeyShape {
  readonly fields: Alike<'accountId' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrierLabel' | 'contactId' | 'createdAt' | 'createdById' | 'currency' | 'dealId' | 'deletedAt' | 'inventoryManager' | 'modifiedAt' | 'modifiedById' | 'ownerId' | 'quoteNumber' | 'quoteStageLabel' | 'shipping' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subject' | 'team' | 'validTill', string | null> & { readonly carrier: Carrier | null; readonly quoteStage: QuoteStage | null; readonly version: number | null; };
  readonly links: {
    readonly account: AccountShape | null;
    readonly contact: ContactShape | null;
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deal: DealShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly validTillPeriod: GroupPeriodShape | null;
  };
}

/** By one of the keys of groups of quotes: exactly one of those they are grouped by. */
export interface QuoteGroupKeyOrder extends Partial<Alike<'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrier' | 'createdAt' | 'currency' | 'deletedAt' | 'inventoryManager' | 'modifiedAt' | 'quoteNumber' | 'quoteStage' | 'shipping' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subject' | 'team' | 'validTill' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly account?: AccountOrder | null;
  readonly contact?: ContactOrder | null;
  readonly deal?: DealOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface QuoteGroupNumberHaving extends Partial<Alike<Names1, DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface QuoteGroupNumberOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** One term of an order of groups of quotes: exactly one figure or key. */
export interface QuoteGroupOrder {
  readonly avg?: QuoteGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: QuoteGroupCountOrder | null;
  readonly key?: QuoteGroupKeyOrder | null;
  readonly max?: QuoteGroupRangeOrder | null;
  readonly min?: QuoteGroupRangeOrder | null;
  readonly sum?: QuoteGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface QuoteGroupRangeHaving extends Partial<Alike<Names3, DecimalFilter | null>>, Partial<Alike<'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'inventoryManager' | 'quoteNumber' | 'shipping' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subject' | 'team', StringFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly validTill?: DateFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface QuoteGroupRangeOrder extends Partial<Alike<'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'createdAt' | 'deletedAt' | 'discount' | 'discountPercent' | 'discountTotal' | 'exchangeRate' | 'grandTotal' | 'inventoryManager' | 'modifiedAt' | 'quoteNumber' | 'shipping' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal' | 'team' | 'validTill' | 'version', SortOrder | null>> {
}

/** What quotes can be looked for by: subject, and what the organisation has made unique. */
export type QuoteKeyField = 'BILLING_CITY' | 'BILLING_CODE' | 'BILLING_COUNTRY' | 'BILLING_STATE' | 'BILLING_STREET' | 'INVENTORY_MANAGER' | 'SHIPPING' | 'SHIPPING_CITY' | 'SHIPPING_CODE' | 'SHIPPING_COUNTRY' | 'SHIPPING_STATE' | 'SHIPPING_STREET' | 'SUBJECT' | 'TEAM';

/** Conditions on a list of quotes. */
export type QuoteListFilter = Quantified<QuoteFilter>;

export interface QuoteMaxShape {
  readonly fields: Alike<'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'createdAt' | 'deletedAt' | 'discount' | 'discountPercent' | 'discountTotal' | 'exchangeRate' | 'grandTotal' | 'inventoryManager' | 'modifiedAt' | 'quoteNumber' | 'shipping' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal' | 'team' | 'validTill', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type QuoteMinShape = QuoteMaxShape;

export interface QuoteMoneyAggregateShape {
  readonly fields: {  };
  readonly links: {
    readonly avg: QuoteMoneyFiguresShape;
    readonly max: QuoteMoneyFiguresShape;
    readonly min: QuoteMoneyFiguresShape;
    readonly sum: QuoteMoneyFiguresShape;
  };
}

export interface QuoteMoneyFiguresShape {
  readonly fields: Alike<'adjustment' | 'discount' | 'discountTotal' | 'grandTotal' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal', string | null>;
  readonly links: {};
}

/** One term of an order of quotes: exactly one field. */
export interface QuoteOrder extends Partial<Alike<'adjustment' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'carrier' | 'createdAt' | 'currency' | 'deletedAt' | 'discount' | 'discountPercent' | 'discountTotal' | 'exchangeRate' | 'grandTotal' | 'id' | 'inventoryManager' | 'modifiedAt' | 'quoteNumber' | 'quoteStage' | 'shipping' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subTotal' | 'subTotalExclTax' | 'subject' | 'tax' | 'taxTotal' | 'team' | 'validTill' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly account?: AccountOrder | null;
  readonly contact?: ContactOrder | null;
  readonly deal?: DealOrder | null;
}

/** How far a quote has come. The key of a value; the organisation may change the list. Standard: DRAFT, NEGOTIATION, DELIVERED, ON_HOLD, CONFIRMED, CLOSED_WON, CLOSED_LOST. */
export type QuoteStage = 'DRAFT' | 'NEGOTIATION' | 'DELIVERED' | 'ON_HOLD' | 'CONFIRMED' | 'CLOSED_WON' | 'CLOSED_LOST' | (string & {});

/** Conditions on one QuoteStage value; all given ones must hold. */
export interface QuoteStageFilter {
  readonly eq?: QuoteStage | null;
  readonly in?: readonly QuoteStage[] | null;
  readonly isNull?: boolean | null;
  readonly labelContains?: string | null;
  readonly notEq?: QuoteStage | null;
  readonly notIn?: readonly QuoteStage[] | null;
}

export type QuoteSumShape = QuoteAvgShape;

/** Changes of a quote: a field that is absent stays, null clears it. */
export interface QuoteUpdateInput extends Omit<QuoteCreateInput, 'accountId' | 'currency' | 'lineItems' | 'quoteStage' | 'subject'> {
  /** The company that it is for. The id of an account. */
  readonly accountId?: string | null;
  /** What it is about, line by line; at most 200. Changed together with the quote, or not at all; the version of the quote rises only with its own fields. */
  readonly lineItems?: LineItemsOfQuoteInput | null;
  /** How far it has come. */
  readonly quoteStage?: QuoteStage | null;
  /** What it is about. At most 120 characters. */
  readonly subject?: string | null;
}

/** What a quote is looked for by: exactly one of these. */
export interface QuoteUpsertBy {
  /** The key of this source, in `externalIds` of the input. */
  readonly externalId?: string | null;
  /** This field: one that is unique, or the one that tells duplicates. */
  readonly field?: QuoteKeyField | null;
}
