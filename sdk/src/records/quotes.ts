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
import type { SalesOrderLists } from './sales-orders.js';
import type { Carrier, CarrierFilter, CrmRecord, DiscountTiming, DiscountTimingFilter, ExternalIdsFilter, LineItemsOfQuoteInput, NewLineItemsOfQuoteInput, SalesDocument } from './shared.js';
import type { UserLists, UserShape } from './users.js';

type Types = TypesOf<QuoteLists>;

/** What can be done with quotes. */
export interface Quotes extends Reads<Types>, WritesAndUpserts<Types, QuoteCreateInput, QuoteUpdateInput, QuoteUpsertBy, QuoteUpsertInput> {}

/** Selected unless said otherwise. */
const quoteFields = 'accountId adjustment adjustmentInBaseCurrency billingCity billingCode billingCountry billingState billingStreet carrier carrierLabel contactId createdAt createdById currency dealId deletedAt description discount discountInBaseCurrency discountPercent discountTiming discountTotal discountTotalInBaseCurrency displayName exchangeRate externalIds grandTotal grandTotalInBaseCurrency id inventoryManager modifiedAt modifiedById ownerId pricesIncludeTax quoteNumber quoteStage quoteStageLabel shipping shippingCity shippingCode shippingCountry shippingState shippingStreet subTotal subTotalExclTax subTotalExclTaxInBaseCurrency subTotalInBaseCurrency subject tax taxBreakdown taxInBaseCurrency taxTotal taxTotalInBaseCurrency taxes team termsAndConditions totalExclTax totalExclTaxInBaseCurrency validTill version';

/** An offer to sell (modules.md 10). `quotes(crm).list()` and what else there is. */
export const quotes = /* @__PURE__ */ record('Quote', 'quote', 'quotes', quoteFields, 'QuoteUpsertInput') as (crm: Crm) => Quotes;


/** An offer to sell (modules.md 10). */
export interface Quote extends CrmRecord, SalesDocument {
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
  /** Who looks after the stock for it. At most 50 characters. */
  readonly inventoryManager: string | null;
  /** Its number, given by the organisation. */
  readonly quoteNumber: string | null;
  /** How far it has come. */
  readonly quoteStage: QuoteStage | null;
  /** The label of `quoteStage` in the reader's language. */
  readonly quoteStageLabel: string | null;
  /** How it is shipped. At most 50 characters. */
  readonly shipping: string | null;
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
  /** What it is about. At most 120 characters. */
  readonly subject: string | null;
  /** The team that looks after it. At most 50 characters. */
  readonly team: string | null;
  /** Terms and conditions. Default: the organisation's for such documents. At most 32,000 characters. */
  readonly termsAndConditions: string | null;
  /** Until when the offer holds. */
  readonly validTill: string | null;
}
export interface QuoteShape {
  readonly fields: Quote;
  readonly links: QuoteShapeLinks;
}
export interface QuoteShapeLinks {
  /** The company that it is for. */
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
  /** The orders that followed. */
  readonly salesOrders: ListOf<SalesOrderLists> | null;
}

/** `Quote` in lists. */
export interface QuoteLists extends Lists<QuoteShape, QuoteFilter, QuoteOrder, QuoteGroupField> {
  readonly text: 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'inventoryManager' | 'quoteNumber' | 'shipping' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'subject' | 'team';
  readonly longText: 'description' | 'termsAndConditions';
  readonly flag: 'pricesIncludeTax';
  readonly day: 'validTill';
  readonly decimal: 'discountPercent' | 'exchangeRate';
  readonly money: 'adjustment' | 'discount' | 'discountTotal' | 'grandTotal' | 'subTotal' | 'subTotalExclTax' | 'tax' | 'taxTotal' | 'totalExclTax';
  readonly codes: { readonly currency: CurrencyCodeFilter; readonly discountTiming: DiscountTimingFilter; };
  readonly picklists: { readonly carrier: CarrierFilter; readonly quoteStage: QuoteStageFilter; };
  readonly lookups: { readonly account: AccountLists; readonly contact: ContactLists; readonly deal: DealLists; readonly owner: UserLists; };
  readonly lists: { readonly invoices: InvoiceLists; readonly lineItems: LineItemLists; readonly salesOrders: SalesOrderLists; };
}
export type QuoteListArgs = ListArgs<QuoteLists>;
export type QuoteGroupsArgs = GroupsArgs<QuoteLists>;

/** A new quote. */
export interface QuoteCreateInput extends Takes<Quote, 'adjustment' | 'discount' | 'discountPercent' | 'exchangeRate', string | number>, Takes<Quote, 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'currency' | 'description' | 'inventoryManager' | 'shipping' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'team' | 'termsAndConditions' | 'validTill', string>, Takes<Quote, 'carrier', Carrier>, Takes<Quote, 'externalIds', Readonly<Record<string, string | null>>>, Needs<Quote, 'subject', string>, Takes<Quote, 'taxes', readonly { readonly taxId: string; readonly percentage?: string | number | null }[]> {
  /** The company that it is for. The id of an account. */
  accountId: string;
  /** The person that it goes to. The id of a contact. */
  contactId?: string | null | undefined;
  /** The deal that it is part of. The id of a deal. */
  dealId?: string | null | undefined;
  /** When the document's discount is taken off. Default: that of the order or quote it follows, otherwise the organization's. Default: BEFORE_TAX. */
  discountTiming?: DiscountTiming | null | undefined;
  /** What it is about, line by line; at most 200. Made together with the quote, or not at all. */
  lineItems: NewLineItemsOfQuoteInput;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  ownerId?: string | null | undefined;
  /** Whether the prices of the lines include tax. Default: that of the order or quote it follows, otherwise the organization's. Default: false. */
  pricesIncludeTax?: boolean | null | undefined;
  /** How far it has come. Default: DRAFT. */
  quoteStage?: QuoteStage | null | undefined;
}

/** Conditions on quotes; all given ones must hold. */
export interface QuoteFilter extends FilterOf<QuoteLists>, Combined<QuoteFilter> {
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  externalIds?: ExternalIdsFilter | null | undefined;
}

export type QuoteGroupBy = GroupBy<QuoteLists>;

/** What quotes can be grouped by. */
export type QuoteGroupField = CommonGroupField | QuoteKeyField | 'ACCOUNT' | 'CARRIER' | 'CONTACT' | 'CURRENCY' | 'DEAL' | 'DISCOUNT_TIMING' | 'OWNER' | 'PRICES_INCLUDE_TAX' | 'QUOTE_NUMBER' | 'QUOTE_STAGE' | 'VALID_TILL';

export type QuoteGroupHaving = GroupHaving<QuoteLists>;

export type QuoteGroupOrder = GroupOrder<QuoteLists>;

/** What quotes can be looked for by: subject, and what the organisation has made unique. */
export type QuoteKeyField = 'BILLING_CITY' | 'BILLING_CODE' | 'BILLING_COUNTRY' | 'BILLING_STATE' | 'BILLING_STREET' | 'INVENTORY_MANAGER' | 'SHIPPING' | 'SHIPPING_CITY' | 'SHIPPING_CODE' | 'SHIPPING_COUNTRY' | 'SHIPPING_STATE' | 'SHIPPING_STREET' | 'SUBJECT' | 'TEAM';

export type QuoteListFilter = Quantified<QuoteFilter>;

/** One term of an order of quotes: exactly one field. */
export interface QuoteOrder extends OrderOf<QuoteLists>, OrderById {}

/** How far a quote has come. The key of a value; the organisation may change the list. Standard: DRAFT, NEGOTIATION, DELIVERED, ON_HOLD, CONFIRMED, CLOSED_WON, CLOSED_LOST. */
export type QuoteStage = 'DRAFT' | 'NEGOTIATION' | 'DELIVERED' | 'ON_HOLD' | 'CONFIRMED' | 'CLOSED_WON' | 'CLOSED_LOST' | (string & {});

export type QuoteStageFilter = LabelledEquality<QuoteStage>;

/** Changes of a quote: a field that is absent stays, null clears it. */
export interface QuoteUpdateInput extends Omit<QuoteCreateInput, 'accountId' | 'currency' | 'discountTiming' | 'lineItems' | 'pricesIncludeTax' | 'quoteStage' | 'subject'>, Takes<Quote, 'discountTiming', DiscountTiming>, Takes<Quote, 'pricesIncludeTax', boolean>, Takes<Quote, 'quoteStage', QuoteStage>, Takes<Quote, 'subject', string> {
  /** The company that it is for. The id of an account. */
  accountId?: string | null | undefined;
  /** What it is about, line by line; at most 200. Changed together with the quote, or not at all; the version of the quote rises only with its own fields. */
  lineItems?: LineItemsOfQuoteInput | null | undefined;
}

export type QuoteUpsertBy = UpsertBy<QuoteKeyField>;

/** What makes or changes a quote: a field that is absent stays, null clears it. What is said when it is made must be what stands there already. */
export interface QuoteUpsertInput extends QuoteUpdateInput, Takes<Quote, 'currency', string> {}
