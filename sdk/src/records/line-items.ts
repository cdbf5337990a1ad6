// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Needs, Quantified, Takes } from '../shape.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { InvoiceLists, InvoiceShape } from './invoices.js';
import type { PriceBookLists, PriceBookShape } from './price-books.js';
import type { ProductLists, ProductShape } from './products.js';
import type { PurchaseOrderLists, PurchaseOrderShape } from './purchase-orders.js';
import type { QuoteLists, QuoteShape } from './quotes.js';
import type { SalesOrderLists, SalesOrderShape } from './sales-orders.js';
import type { DiscountKind, DiscountKindFilter } from './shared.js';
import type { StockMovementLists } from './stock-movements.js';
import type { UserShape } from './users.js';

type Types = TypesOf<LineItemLists>;

/** What can be done with lineItems. */
export interface LineItems extends Reads<Types> {}

/** Selected unless said otherwise. */
const lineItemFields = 'createdAt createdById currency deletedAt discount discountInBaseCurrency discountKind discountPercent documentDiscount documentDiscountInBaseCurrency exchangeRate id invoiceId listPrice listPriceInBaseCurrency modifiedAt modifiedById netTotal netTotalInBaseCurrency priceBookId productDescription productId productName purchaseOrderId quantity quantityInStock quoteId salesOrderId sequenceNumber tax taxInBaseCurrency taxableAmount taxableAmountInBaseCurrency taxes total totalAfterDiscount totalAfterDiscountInBaseCurrency totalInBaseCurrency unitPrice unitPriceInBaseCurrency version';

/** A line of a quote, an order or an invoice (modules.md 13). `lineItems(crm).list()` and what else there is. */
export const lineItems = /* @__PURE__ */ record('LineItem', 'lineItem', 'lineItems', lineItemFields) as (crm: Crm) => LineItems;


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
  /** The line's share of the document's discount, where that is taken off before tax. */
  readonly documentDiscount: string | null;
  /** `documentDiscount` in the organisation's base currency, at the record's exchange rate. */
  readonly documentDiscountInBaseCurrency: string | null;
  /** Units of the currency for one of the base currency: the document's. */
  readonly exchangeRate: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** The id of `invoice`, without reading it. */
  readonly invoiceId: string | null;
  /** Price of one, with up to six decimals. Default: that of the price book, otherwise the unit price. */
  readonly listPrice: string | null;
  /** `listPrice` in the organisation's base currency, at the record's exchange rate. */
  readonly listPriceInBaseCurrency: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The total after the line's own discount, with its taxes. */
  readonly netTotal: string | null;
  /** `netTotal` in the organisation's base currency, at the record's exchange rate. */
  readonly netTotalInBaseCurrency: string | null;
  /** The id of `priceBook`, without reading it. */
  readonly priceBookId: string | null;
  /** What the document says about the product. */
  readonly productDescription: string | null;
  /** The id of `product`, without reading it. */
  readonly productId: string | null;
  /** Name of the product when it was put on the line; a new name of the product does not change it. */
  readonly productName: string | null;
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
  /** Amount that is taxed: after all discounts taken off before tax, without tax. */
  readonly taxableAmount: string | null;
  /** `taxableAmount` in the organisation's base currency, at the record's exchange rate. */
  readonly taxableAmountInBaseCurrency: string | null;
  /** Taxes on the total after the discount. Default: those of the product; an empty list means none. */
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
  readonly links: LineItemShapeLinks;
}
export interface LineItemShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** The invoice that it is a line of. */
  readonly invoice: InvoiceShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The price book whose price and discount it has. */
  readonly priceBook: PriceBookShape | null;
  /** What it is about. */
  readonly product: ProductShape | null;
  /** The purchase order that it is a line of. */
  readonly purchaseOrder: PurchaseOrderShape | null;
  /** The quote that it is a line of. */
  readonly quote: QuoteShape | null;
  /** The sales order that it is a line of. */
  readonly salesOrder: SalesOrderShape | null;
  /** What the line did to the stock. */
  readonly stockMovements: ListOf<StockMovementLists> | null;
}

/** `LineItem` in lists. */
export interface LineItemLists extends Lists<LineItemShape, LineItemFilter, LineItemOrder, LineItemGroupField> {
  readonly text: 'productName';
  readonly longText: 'productDescription';
  readonly whole: 'sequenceNumber';
  readonly decimal: 'discountPercent' | 'exchangeRate' | 'quantity' | 'quantityInStock';
  readonly money: 'discount' | 'documentDiscount' | 'listPrice' | 'netTotal' | 'tax' | 'taxableAmount' | 'total' | 'totalAfterDiscount' | 'unitPrice';
  readonly codes: { readonly currency: CurrencyCodeFilter; readonly discountKind: DiscountKindFilter; };
  readonly lookups: { readonly invoice: InvoiceLists; readonly priceBook: PriceBookLists; readonly product: ProductLists; readonly purchaseOrder: PurchaseOrderLists; readonly quote: QuoteLists; readonly salesOrder: SalesOrderLists; };
  readonly lists: { readonly stockMovements: StockMovementLists; };
}
export type LineItemListArgs = ListArgs<LineItemLists>;
export type LineItemGroupsArgs = GroupsArgs<LineItemLists>;

/** Conditions on lineItems; all given ones must hold. */
export interface LineItemFilter extends FilterOf<LineItemLists>, Combined<LineItemFilter> {}

export type LineItemGroupBy = GroupBy<LineItemLists>;

/** What lineItems can be grouped by. */
export type LineItemGroupField = CommonGroupField | 'CURRENCY' | 'DISCOUNT_KIND' | 'INVOICE' | 'PRICE_BOOK' | 'PRODUCT' | 'PRODUCT_NAME' | 'PURCHASE_ORDER' | 'QUOTE' | 'SALES_ORDER' | 'SEQUENCE_NUMBER';

export type LineItemGroupHaving = GroupHaving<LineItemLists>;

export type LineItemGroupOrder = GroupOrder<LineItemLists>;

export type LineItemListFilter = Quantified<LineItemFilter>;

/** A new lineItem of the invoice in whose input it stands. Lists of its own are edited in a call of their own. */
export interface LineItemOfInvoiceCreateInput extends Takes<LineItem, 'discount' | 'discountPercent' | 'listPrice', string | number>, Needs<LineItem, 'quantity', string | number>, Takes<LineItem, 'sequenceNumber', number>, Takes<LineItem, 'taxes', readonly { readonly taxId: string; readonly percentage?: string | number | null }[]> {
  /** The price book whose price and discount it has. The id of a priceBook. */
  priceBookId?: string | null | undefined;
  /** What the document says about the product. At most 32,000 characters. */
  productDescription?: string | null | undefined;
  /** What it is about. The id of a product. */
  productId: string;
}

/** Changes of a lineItem of the invoice in whose input they stand: a field that is absent stays, null clears it. */
export interface LineItemOfInvoiceUpdateInput extends Takes<LineItem, 'discount' | 'discountPercent' | 'listPrice' | 'quantity', string | number>, Takes<LineItem, 'sequenceNumber', number>, Takes<LineItem, 'taxes', readonly { readonly taxId: string; readonly percentage?: string | number | null }[]> {
  /** The price book whose price and discount it has. The id of a priceBook. */
  priceBookId?: string | null | undefined;
  /** What the document says about the product. At most 32,000 characters. */
  productDescription?: string | null | undefined;
  /** What it is about. The id of a product. */
  productId?: string | null | undefined;
}

/** One lineItem to change. */
export interface LineItemOfInvoiceUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The lineItem. */
  id: string;
  /** The changes. */
  input: LineItemOfInvoiceUpdateInput;
}

/** A new lineItem of the purchaseOrder in whose input it stands. Lists of its own are edited in a call of their own. */
export interface LineItemOfPurchaseOrderCreateInput extends Takes<LineItem, 'discount' | 'discountPercent' | 'listPrice', string | number>, Needs<LineItem, 'quantity', string | number>, Takes<LineItem, 'sequenceNumber', number>, Takes<LineItem, 'taxes', readonly { readonly taxId: string; readonly percentage?: string | number | null }[]> {
  /** The price book whose price and discount it has. The id of a priceBook. */
  priceBookId?: string | null | undefined;
  /** What the document says about the product. At most 32,000 characters. */
  productDescription?: string | null | undefined;
  /** What it is about. The id of a product. */
  productId: string;
}

/** Changes of a lineItem of the purchaseOrder in whose input they stand: a field that is absent stays, null clears it. */
export interface LineItemOfPurchaseOrderUpdateInput extends Takes<LineItem, 'discount' | 'discountPercent' | 'listPrice' | 'quantity', string | number>, Takes<LineItem, 'sequenceNumber', number>, Takes<LineItem, 'taxes', readonly { readonly taxId: string; readonly percentage?: string | number | null }[]> {
  /** The price book whose price and discount it has. The id of a priceBook. */
  priceBookId?: string | null | undefined;
  /** What the document says about the product. At most 32,000 characters. */
  productDescription?: string | null | undefined;
  /** What it is about. The id of a product. */
  productId?: string | null | undefined;
}

/** One lineItem to change. */
export interface LineItemOfPurchaseOrderUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The lineItem. */
  id: string;
  /** The changes. */
  input: LineItemOfPurchaseOrderUpdateInput;
}

/** A new lineItem of the quote in whose input it stands. Lists of its own are edited in a call of their own. */
export interface LineItemOfQuoteCreateInput extends Takes<LineItem, 'discount' | 'discountPercent' | 'listPrice', string | number>, Needs<LineItem, 'quantity', string | number>, Takes<LineItem, 'sequenceNumber', number>, Takes<LineItem, 'taxes', readonly { readonly taxId: string; readonly percentage?: string | number | null }[]> {
  /** The price book whose price and discount it has. The id of a priceBook. */
  priceBookId?: string | null | undefined;
  /** What the document says about the product. At most 32,000 characters. */
  productDescription?: string | null | undefined;
  /** What it is about. The id of a product. */
  productId: string;
}

/** Changes of a lineItem of the quote in whose input they stand: a field that is absent stays, null clears it. */
export interface LineItemOfQuoteUpdateInput extends Takes<LineItem, 'discount' | 'discountPercent' | 'listPrice' | 'quantity', string | number>, Takes<LineItem, 'sequenceNumber', number>, Takes<LineItem, 'taxes', readonly { readonly taxId: string; readonly percentage?: string | number | null }[]> {
  /** The price book whose price and discount it has. The id of a priceBook. */
  priceBookId?: string | null | undefined;
  /** What the document says about the product. At most 32,000 characters. */
  productDescription?: string | null | undefined;
  /** What it is about. The id of a product. */
  productId?: string | null | undefined;
}

/** One lineItem to change. */
export interface LineItemOfQuoteUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The lineItem. */
  id: string;
  /** The changes. */
  input: LineItemOfQuoteUpdateInput;
}

/** A new lineItem of the salesOrder in whose input it stands. Lists of its own are edited in a call of their own. */
export interface LineItemOfSalesOrderCreateInput extends Takes<LineItem, 'discount' | 'discountPercent' | 'listPrice', string | number>, Needs<LineItem, 'quantity', string | number>, Takes<LineItem, 'sequenceNumber', number>, Takes<LineItem, 'taxes', readonly { readonly taxId: string; readonly percentage?: string | number | null }[]> {
  /** The price book whose price and discount it has. The id of a priceBook. */
  priceBookId?: string | null | undefined;
  /** What the document says about the product. At most 32,000 characters. */
  productDescription?: string | null | undefined;
  /** What it is about. The id of a product. */
  productId: string;
}

/** Changes of a lineItem of the salesOrder in whose input they stand: a field that is absent stays, null clears it. */
export interface LineItemOfSalesOrderUpdateInput extends Takes<LineItem, 'discount' | 'discountPercent' | 'listPrice' | 'quantity', string | number>, Takes<LineItem, 'sequenceNumber', number>, Takes<LineItem, 'taxes', readonly { readonly taxId: string; readonly percentage?: string | number | null }[]> {
  /** The price book whose price and discount it has. The id of a priceBook. */
  priceBookId?: string | null | undefined;
  /** What the document says about the product. At most 32,000 characters. */
  productDescription?: string | null | undefined;
  /** What it is about. The id of a product. */
  productId?: string | null | undefined;
}

/** One lineItem to change. */
export interface LineItemOfSalesOrderUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The lineItem. */
  id: string;
  /** The changes. */
  input: LineItemOfSalesOrderUpdateInput;
}

/** One term of an order of lineItems: exactly one field. */
export interface LineItemOrder extends OrderOf<LineItemLists>, OrderById {}

/** One lineItem, perhaps at a known version. */
export interface LineItemReference {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The lineItem. */
  id: string;
}
