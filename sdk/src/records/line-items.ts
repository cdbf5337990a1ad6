// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { InvoiceFilter, InvoiceOrder, InvoiceShape } from './invoices.js';
import type { PriceBookFilter, PriceBookOrder, PriceBookShape } from './price-books.js';
import type { ProductFilter, ProductOrder, ProductShape } from './products.js';
import type { PurchaseOrderFilter, PurchaseOrderOrder, PurchaseOrderShape } from './purchase-orders.js';
import type { QuoteFilter, QuoteOrder, QuoteShape } from './quotes.js';
import type { SalesOrderFilter, SalesOrderOrder, SalesOrderShape } from './sales-orders.js';
import type { DateBucket, DateTimeFilter, DecimalFilter, DiscountKind, DiscountKindFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder, StringFilter } from './shared.js';
import type { StockMovementConnectionShape, StockMovementListArgs, StockMovementListFilter } from './stock-movements.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: LineItemShape;
  readonly list: LineItemListArgs;
  readonly aggregate: LineItemAggregateShape;
  readonly group: LineItemGroupShape;
  readonly groups: LineItemGroupsArgs;
}

/** What can be done with lineItems. */
export interface LineItems extends Reads<Types> {}

/** Selected unless said otherwise. */
export const lineItemFields = 'createdAt createdById currency deletedAt discount discountInBaseCurrency discountKind discountPercent exchangeRate id invoiceId listPrice listPriceInBaseCurrency modifiedAt modifiedById netTotal netTotalInBaseCurrency priceBookId productDescription productId purchaseOrderId quantity quantityInStock quoteId salesOrderId sequenceNumber tax taxInBaseCurrency taxes total totalAfterDiscount totalAfterDiscountInBaseCurrency totalInBaseCurrency unitPrice unitPriceInBaseCurrency version';

/** A line of a quote, an order or an invoice (modules.md 13). `lineItems(crm).list()` and what else there is. */
export const lineItems = /* @__PURE__ */ record('LineItem', 'lineItem', 'lineItems', lineItemFields) as (crm: Crm) => LineItems;


type Names1 = 'discount' | 'discountPercent' | 'exchangeRate' | 'listPrice' | 'netTotal' | 'quantity' | 'quantityInStock' | 'sequenceNumber' | 'tax' | 'total' | 'totalAfterDiscount' | 'unitPrice' | 'version';

type Names2 = 'createdById' | 'currency' | 'discount' | 'discountKind' | 'discountPercent' | 'exchangeRate' | 'invoiceId' | 'listPrice' | 'modifiedById' | 'netTotal' | 'priceBookId' | 'productId' | 'purchaseOrderId' | 'quantity' | 'quantityInStock' | 'quoteId' | 'salesOrderId' | 'sequenceNumber' | 'tax' | 'total' | 'totalAfterDiscount' | 'unitPrice' | 'version';

type Names3 = 'discount' | 'discountPercent' | 'exchangeRate' | 'listPrice' | 'netTotal' | 'quantity' | 'quantityInStock' | 'tax' | 'total' | 'totalAfterDiscount' | 'unitPrice';

/** A line of a quote, an order or an invoice (modules.md 13). */
export interface LineItem {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** The currency of its amounts: that of the document. */
  readonly currency: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** What is taken off the total: an amount, or what percent or the price book come to. */
  readonly discount: string | null;
  /** `discount` in the organisation's base currency, at the record's exchange rate. */
  readonly discountInBaseCurrency: string | null;
  /** Where the discount comes from; null: there is none. */
  readonly discountKind: DiscountKind | (string & {}) | null;
  /** The discount in percent of the total. An amount given as `discount` takes its place. */
  readonly discountPercent: string | null;
  /** Units of the currency for one of the base currency: the document's. */
  readonly exchangeRate: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** The id of `invoice`, without reading it. */
  readonly invoiceId: string | null;
  /** The price of one. Default: that of the price book, else the unit price. */
  readonly listPrice: string | null;
  /** `listPrice` in the organisation's base currency, at the record's exchange rate. */
  readonly listPriceInBaseCurrency: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The total after the discount, with its taxes. */
  readonly netTotal: string | null;
  /** `netTotal` in the organisation's base currency, at the record's exchange rate. */
  readonly netTotalInBaseCurrency: string | null;
  /** The id of `priceBook`, without reading it. */
  readonly priceBookId: string | null;
  /** What the document says about the product. */
  readonly productDescription: string | null;
  /** The id of `product`, without reading it. */
  readonly productId: string | null;
  /** The id of `purchaseOrder`, without reading it. */
  readonly purchaseOrderId: string | null;
  /** How many. */
  readonly quantity: string | null;
  /** How many were in stock when the line was written. */
  readonly quantityInStock: string | null;
  /** The id of `quote`, without reading it. */
  readonly quoteId: string | null;
  /** The id of `salesOrder`, without reading it. */
  readonly salesOrderId: string | null;
  /** Its place among the lines. Default: after those that are there. */
  readonly sequenceNumber: number | null;
  /** What the taxes come to. */
  readonly tax: string | null;
  /** `tax` in the organisation's base currency, at the record's exchange rate. */
  readonly taxInBaseCurrency: string | null;
  /** The taxes on the total after the discount. */
  readonly taxes: readonly { readonly taxId: string; readonly name: string; readonly percentage: string; readonly compound: boolean; readonly value: string }[] | null;
  /** quantity × list price. */
  readonly total: string | null;
  /** The total less the discount. */
  readonly totalAfterDiscount: string | null;
  /** `totalAfterDiscount` in the organisation's base currency, at the record's exchange rate. */
  readonly totalAfterDiscountInBaseCurrency: string | null;
  /** `total` in the organisation's base currency, at the record's exchange rate. */
  readonly totalInBaseCurrency: string | null;
  /** The product's own price at the time, in the document's currency. */
  readonly unitPrice: string | null;
  /** `unitPrice` in the organisation's base currency, at the record's exchange rate. */
  readonly unitPriceInBaseCurrency: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface LineItemShape {
  readonly fields: LineItem;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly invoice: InvoiceShape | null;
    readonly modifiedBy: UserShape | null;
    readonly priceBook: PriceBookShape | null;
    readonly product: ProductShape | null;
    readonly purchaseOrder: PurchaseOrderShape | null;
    readonly quote: QuoteShape | null;
    readonly salesOrder: SalesOrderShape | null;
    readonly stockMovements: (StockMovementConnectionShape & { readonly args: StockMovementListArgs }) | null;
  };
}

export interface LineItemAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: LineItemAvgShape;
    readonly countDistinct: LineItemCountDistinctShape;
    readonly max: LineItemMaxShape;
    readonly min: LineItemMinShape;
    readonly sum: LineItemSumShape;
  };
}

export interface LineItemAvgShape {
  readonly fields: Alike<Names1, string | null>;
  readonly links: {};
}

export interface LineItemConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: LineItemAggregateShape;
    readonly edges: readonly LineItemEdgeShape[];
    readonly groups: readonly ((LineItemGroupShape & { readonly args: LineItemGroupsArgs }))[];
    readonly nodes: readonly LineItemShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface LineItemListArgs extends ListArguments { readonly filter?: LineItemFilter | null; readonly orderBy?: readonly LineItemOrder[] | null; }
export interface LineItemGroupsArgs { readonly by: readonly LineItemGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: LineItemGroupHaving | null; readonly orderBy?: readonly LineItemGroupOrder[] | null; }

export interface LineItemCountDistinctShape {
  readonly fields: Alike<Names2, number | null>;
  readonly links: {};
}

export interface LineItemEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: LineItemShape | null;
  };
}

/** Conditions on lineItems; all given ones must hold. */
export interface LineItemFilter extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<Names3, DecimalFilter | null>>, Partial<Alike<'id' | 'invoiceId' | 'priceBookId' | 'productId' | 'purchaseOrderId' | 'quoteId' | 'salesOrderId', IDFilter | null>> {
  readonly and?: readonly LineItemFilter[] | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly currency?: CurrencyCodeFilter | null;
  readonly discountKind?: DiscountKindFilter | null;
  readonly invoice?: InvoiceFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly not?: LineItemFilter | null;
  readonly or?: readonly LineItemFilter[] | null;
  readonly priceBook?: PriceBookFilter | null;
  readonly product?: ProductFilter | null;
  readonly productDescription?: StringFilter | null;
  readonly purchaseOrder?: PurchaseOrderFilter | null;
  readonly quote?: QuoteFilter | null;
  readonly salesOrder?: SalesOrderFilter | null;
  readonly sequenceNumber?: IntFilter | null;
  readonly stockMovements?: StockMovementListFilter | null;
  readonly version?: IntFilter | null;
}

export interface LineItemGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: LineItemAggregateShape;
    readonly inOwnCurrency: LineItemMoneyAggregateShape;
    readonly key: LineItemGroupKeyShape;
  };
}

/** One thing that lineItems are grouped by. */
export interface LineItemGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: LineItemGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface LineItemGroupCountHaving extends Partial<Alike<Names2, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface LineItemGroupCountOrder extends Partial<Alike<Names2, SortOrder | null>> {
}

/** What lineItems can be grouped by. */
export type LineItemGroupField = 'CREATED_AT' | 'CREATED_BY' | 'CURRENCY' | 'DELETED_AT' | 'DISCOUNT_KIND' | 'INVOICE' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'PRICE_BOOK' | 'PRODUCT' | 'PURCHASE_ORDER' | 'QUOTE' | 'SALES_ORDER' | 'SEQUENCE_NUMBER' | 'VERSION';

/** Conditions on the figures of groups of lineItems; all given ones must hold. */
export interface LineItemGroupHaving {
  readonly and?: readonly LineItemGroupHaving[] | null;
  readonly avg?: LineItemGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: LineItemGroupCountHaving | null;
  readonly max?: LineItemGroupRangeHaving | null;
  readonly min?: LineItemGroupRangeHaving | null;
  readonly not?: LineItemGroupHaving | null;
  readonly or?: readonly LineItemGroupHaving[] | null;
  readonly sum?: LineItemGroupNumberHaving | null;
}

export interface LineItemGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'currency' | 'deletedAt' | 'invoiceId' | 'modifiedAt' | 'modifiedById' | 'priceBookId' | 'productId' | 'purchaseOrderId' | 'quoteId' | 'salesOrderId', string | null> & { readonly discountKind: DiscountKind | (string & {}) | null; readonly sequenceNumber: number | null; readonly version: number | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly invoice: InvoiceShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly priceBook: PriceBookShape | null;
    readonly product: ProductShape | null;
    readonly purchaseOrder: PurchaseOrderShape | null;
    readonly quote: QuoteShape | null;
    readonly salesOrder: SalesOrderShape | null;
  };
}

/** By one of the keys of groups of lineItems: exactly one of those they are grouped by. */
export interface LineItemGroupKeyOrder extends Partial<Alike<'createdAt' | 'currency' | 'deletedAt' | 'discountKind' | 'modifiedAt' | 'sequenceNumber' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly invoice?: InvoiceOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly priceBook?: PriceBookOrder | null;
  readonly product?: ProductOrder | null;
  readonly purchaseOrder?: PurchaseOrderOrder | null;
  readonly quote?: QuoteOrder | null;
  readonly salesOrder?: SalesOrderOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface LineItemGroupNumberHaving extends Partial<Alike<Names1, DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface LineItemGroupNumberOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** One term of an order of groups of lineItems: exactly one figure or key. */
export interface LineItemGroupOrder {
  readonly avg?: LineItemGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: LineItemGroupCountOrder | null;
  readonly key?: LineItemGroupKeyOrder | null;
  readonly max?: LineItemGroupRangeOrder | null;
  readonly min?: LineItemGroupRangeOrder | null;
  readonly sum?: LineItemGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface LineItemGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<Names3, DecimalFilter | null>> {
  readonly sequenceNumber?: IntFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface LineItemGroupRangeOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'discount' | 'discountPercent' | 'exchangeRate' | 'listPrice' | 'modifiedAt' | 'netTotal' | 'quantity' | 'quantityInStock' | 'sequenceNumber' | 'tax' | 'total' | 'totalAfterDiscount' | 'unitPrice' | 'version', SortOrder | null>> {
}

/** Conditions on a list of lineItems. */
export type LineItemListFilter = Quantified<LineItemFilter>;

export interface LineItemMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'discount' | 'discountPercent' | 'exchangeRate' | 'listPrice' | 'modifiedAt' | 'netTotal' | 'quantity' | 'quantityInStock' | 'tax' | 'total' | 'totalAfterDiscount' | 'unitPrice', string | null> & { readonly sequenceNumber: number | null; readonly version: number | null; };
  readonly links: {};
}

export type LineItemMinShape = LineItemMaxShape;

export interface LineItemMoneyAggregateShape {
  readonly fields: {  };
  readonly links: {
    readonly avg: LineItemMoneyFiguresShape;
    readonly max: LineItemMoneyFiguresShape;
    readonly min: LineItemMoneyFiguresShape;
    readonly sum: LineItemMoneyFiguresShape;
  };
}

export interface LineItemMoneyFiguresShape {
  readonly fields: Alike<'discount' | 'listPrice' | 'netTotal' | 'tax' | 'total' | 'totalAfterDiscount' | 'unitPrice', string | null>;
  readonly links: {};
}

/** A new lineItem of the invoice in whose input it stands. Lists of its own are edited in a call of their own. */
export interface LineItemOfInvoiceCreateInput {
  /** What is taken off the total: an amount, or what percent or the price book come to. */
  readonly discount?: string | number | null;
  /** The discount in percent of the total. An amount given as `discount` takes its place. */
  readonly discountPercent?: string | number | null;
  /** The price of one. Default: that of the price book, else the unit price. */
  readonly listPrice?: string | number | null;
  /** The price book whose price and discount it has. The id of a priceBook. */
  readonly priceBookId?: string | null;
  /** What the document says about the product. At most 32,000 characters. */
  readonly productDescription?: string | null;
  /** What it is about. The id of a product. */
  readonly productId: string;
  /** How many. */
  readonly quantity: string | number;
  /** Its place among the lines. Default: after those that are there. */
  readonly sequenceNumber?: number | null;
  /** The taxes on the total after the discount. */
  readonly taxes?: readonly { readonly taxId: string; readonly percentage?: string | number | null }[] | null;
}

/** Changes of a lineItem of the invoice in whose input they stand: a field that is absent stays, null clears it. */
export interface LineItemOfInvoiceUpdateInput extends Omit<LineItemOfInvoiceCreateInput, 'productId' | 'quantity'> {
  /** What it is about. The id of a product. */
  readonly productId?: string | null;
  /** How many. */
  readonly quantity?: string | number | null;
}

/** One lineItem to change. */
export interface LineItemOfInvoiceUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  readonly expectedVersion?: number | null;
  /** The lineItem. */
  readonly id: string;
  /** The changes. */
  readonly input: LineItemOfInvoiceUpdateInput;
}

/** A new lineItem of the purchaseOrder in whose input it stands. Lists of its own are edited in a call of their own. */
export interface LineItemOfPurchaseOrderCreateInput {
  /** What is taken off the total: an amount, or what percent or the price book come to. */
  readonly discount?: string | number | null;
  /** The discount in percent of the total. An amount given as `discount` takes its place. */
  readonly discountPercent?: string | number | null;
  /** The price of one. Default: that of the price book, else the unit price. */
  readonly listPrice?: string | number | null;
  /** The price book whose price and discount it has. The id of a priceBook. */
  readonly priceBookId?: string | null;
  /** What the document says about the product. At most 32,000 characters. */
  readonly productDescription?: string | null;
  /** What it is about. The id of a product. */
  readonly productId: string;
  /** How many. */
  readonly quantity: string | number;
  /** Its place among the lines. Default: after those that are there. */
  readonly sequenceNumber?: number | null;
  /** The taxes on the total after the discount. */
  readonly taxes?: readonly { readonly taxId: string; readonly percentage?: string | number | null }[] | null;
}

/** Changes of a lineItem of the purchaseOrder in whose input they stand: a field that is absent stays, null clears it. */
export interface LineItemOfPurchaseOrderUpdateInput extends Omit<LineItemOfPurchaseOrderCreateInput, 'productId' | 'quantity'> {
  /** What it is about. The id of a product. */
  readonly productId?: string | null;
  /** How many. */
  readonly quantity?: string | number | null;
}

/** One lineItem to change. */
export interface LineItemOfPurchaseOrderUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  readonly expectedVersion?: number | null;
  /** The lineItem. */
  readonly id: string;
  /** The changes. */
  readonly input: LineItemOfPurchaseOrderUpdateInput;
}

/** A new lineItem of the quote in whose input it stands. Lists of its own are edited in a call of their own. */
export interface LineItemOfQuoteCreateInput {
  /** What is taken off the total: an amount, or what percent or the price book come to. */
  readonly discount?: string | number | null;
  /** The discount in percent of the total. An amount given as `discount` takes its place. */
  readonly discountPercent?: string | number | null;
  /** The price of one. Default: that of the price book, else the unit price. */
  readonly listPrice?: string | number | null;
  /** The price book whose price and discount it has. The id of a priceBook. */
  readonly priceBookId?: string | null;
  /** What the document says about the product. At most 32,000 characters. */
  readonly productDescription?: string | null;
  /** What it is about. The id of a product. */
  readonly productId: string;
  /** How many. */
  readonly quantity: string | number;
  /** Its place among the lines. Default: after those that are there. */
  readonly sequenceNumber?: number | null;
  /** The taxes on the total after the discount. */
  readonly taxes?: readonly { readonly taxId: string; readonly percentage?: string | number | null }[] | null;
}

/** Changes of a lineItem of the quote in whose input they stand: a field that is absent stays, null clears it. */
export interface LineItemOfQuoteUpdateInput extends Omit<LineItemOfQuoteCreateInput, 'productId' | 'quantity'> {
  /** What it is about. The id of a product. */
  readonly productId?: string | null;
  /** How many. */
  readonly quantity?: string | number | null;
}

/** One lineItem to change. */
export interface LineItemOfQuoteUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  readonly expectedVersion?: number | null;
  /** The lineItem. */
  readonly id: string;
  /** The changes. */
  readonly input: LineItemOfQuoteUpdateInput;
}

/** A new lineItem of the salesOrder in whose input it stands. Lists of its own are edited in a call of their own. */
export interface LineItemOfSalesOrderCreateInput {
  /** What is taken off the total: an amount, or what percent or the price book come to. */
  readonly discount?: string | number | null;
  /** The discount in percent of the total. An amount given as `discount` takes its place. */
  readonly discountPercent?: string | number | null;
  /** The price of one. Default: that of the price book, else the unit price. */
  readonly listPrice?: string | number | null;
  /** The price book whose price and discount it has. The id of a priceBook. */
  readonly priceBookId?: string | null;
  /** What the document says about the product. At most 32,000 characters. */
  readonly productDescription?: string | null;
  /** What it is about. The id of a product. */
  readonly productId: string;
  /** How many. */
  readonly quantity: string | number;
  /** Its place among the lines. Default: after those that are there. */
  readonly sequenceNumber?: number | null;
  /** The taxes on the total after the discount. */
  readonly taxes?: readonly { readonly taxId: string; readonly percentage?: string | number | null }[] | null;
}

/** Changes of a lineItem of the salesOrder in whose input they stand: a field that is absent stays, null clears it. */
export interface LineItemOfSalesOrderUpdateInput extends Omit<LineItemOfSalesOrderCreateInput, 'productId' | 'quantity'> {
  /** What it is about. The id of a product. */
  readonly productId?: string | null;
  /** How many. */
  readonly quantity?: string | number | null;
}

/** One lineItem to change. */
export interface LineItemOfSalesOrderUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  readonly expectedVersion?: number | null;
  /** The lineItem. */
  readonly id: string;
  /** The changes. */
  readonly input: LineItemOfSalesOrderUpdateInput;
}

/** One term of an order of lineItems: exactly one field. */
export interface LineItemOrder extends Partial<Alike<'createdAt' | 'currency' | 'deletedAt' | 'discount' | 'discountKind' | 'discountPercent' | 'exchangeRate' | 'id' | 'listPrice' | 'modifiedAt' | 'netTotal' | 'quantity' | 'quantityInStock' | 'sequenceNumber' | 'tax' | 'total' | 'totalAfterDiscount' | 'unitPrice' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly invoice?: InvoiceOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly priceBook?: PriceBookOrder | null;
  readonly product?: ProductOrder | null;
  readonly purchaseOrder?: PurchaseOrderOrder | null;
  readonly quote?: QuoteOrder | null;
  readonly salesOrder?: SalesOrderOrder | null;
}

/** One lineItem, perhaps at a known version. */
export interface LineItemReference {
  /** Refuse with CONFLICT unless the record still has this version. */
  readonly expectedVersion?: number | null;
  /** The lineItem. */
  readonly id: string;
}

export type LineItemSumShape = LineItemAvgShape;
