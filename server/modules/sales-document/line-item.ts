import { currency, decimal, enumeration, integer, json, lookup, money, price, text, textarea } from '../../core/fields.js';
import { defineEnum } from '../../core/enums.js';
import { BaseRecord, record } from '../../core/record.js';
import { Invoice } from './invoice.js';
import { PriceBook } from '../price-book/price-book.js';
import { Product } from '../product/product.js';
import { PurchaseOrder } from './purchase-order.js';
import { Quote } from './quote.js';
import { SalesOrder } from './sales-order.js';
import { stockOfLines } from './stock.sql.js';
import { AppliedTaxesScalar, type AppliedTax } from './applied-taxes.js';

const DiscountKind = defineEnum('DiscountKind', 'Where the discount of a line comes from.', {
  AMOUNT: 'An amount was given.',
  PERCENT: 'Percent were given.',
  PRICE_BOOK: 'The price book grants it.',
});

/** The lines of a document: they are written with it, and never alone. */
const lines = { name: 'lineItems', description: 'What it is about, line by line; at most 200.', nested: true, parts: true, needed: true } as const;

@record({
  prefix: 'line',
  name: 'LineItem',
  plural: 'lineItems',
  description: 'A line of a quote, an order or an invoice (modules.md 13).',
  order: ['sequenceNumber'],
  oneOf: ['quote', 'salesOrder', 'purchaseOrder', 'invoice'],
  sql: stockOfLines,
})
export class LineItem extends BaseRecord {
  @lookup(() => Quote, { description: 'The quote that it is a line of.', fixed: true, inverse: lines }) quote?: Quote | null;
  @lookup(() => SalesOrder, { description: 'The sales order that it is a line of.', fixed: true, inverse: lines }) salesOrder?: SalesOrder | null;
  @lookup(() => PurchaseOrder, { description: 'The purchase order that it is a line of.', fixed: true, inverse: lines })
  purchaseOrder?: PurchaseOrder | null;
  @lookup(() => Invoice, { description: 'The invoice that it is a line of.', fixed: true, inverse: lines }) invoice?: Invoice | null;
  @lookup(() => Product, {
    description: 'What it is about.',
    required: true,
    inverse: { name: 'lineItems', description: 'The lines of documents that are about the product.' },
  })
  product!: Product;
  @text({ description: 'Name of the product when it was put on the line; a new name of the product does not change it.', max: 200, writable: false }) productName?: string | null;
  @textarea({ description: 'What the document says about the product.' }) productDescription?: string | null;
  @decimal({ description: 'How many.', required: true, positive: true, range: [0, 1e12] }) quantity!: string;
  @price({ description: "The product's own price at the time, in the document's currency.", writable: false }) unitPrice?: string | null;
  @price({ description: 'Price of one, with up to six decimals. Default: that of the price book, otherwise the unit price.', range: [0, 1e15] }) listPrice?: string | null;
  @lookup(() => PriceBook, { description: 'The price book whose price and discount it has.', inverse: { name: 'lineItems', description: 'The lines that have its price.' } })
  priceBook?: PriceBook | null;
  @money({ description: 'What is taken off the total: an amount, or what percent or the price book come to.', range: [0, 1e15] }) discount?: string | null;
  @decimal({ description: 'The discount in percent of the total. An amount given as `discount` takes its place.', range: [0, 100] })
  discountPercent?: string | null;
  @enumeration(DiscountKind, { description: 'Where the discount comes from; null: there is none.', writable: false }) discountKind?: string | null;
  @json({ description: 'Taxes on the total after the discount. Default: those of the product; an empty list means none.', scalar: AppliedTaxesScalar }) taxes?: AppliedTax[] | null;
  @decimal({ description: 'How many were in stock when the line was written.', writable: false }) quantityInStock?: string | null;
  @money({ description: 'quantity × list price.', writable: false }) total?: string | null;
  @money({ description: 'The total less the discount.', writable: false }) totalAfterDiscount?: string | null;
  @money({ description: "The line's share of the document's discount, where that is taken off before tax.", writable: false }) documentDiscount?: string | null;
  @money({ description: 'Amount that is taxed: after all discounts taken off before tax, without tax.', writable: false }) taxableAmount?: string | null;
  @money({ description: 'What the taxes come to.', writable: false }) tax?: string | null;
  @money({ description: "The total after the line's own discount, with its taxes.", writable: false }) netTotal?: string | null;
  @integer({ description: 'Its place among the lines. Default: after those that are there.', required: true, filledIn: true, range: [0, 1_000_000_000] })
  sequenceNumber!: number;
  @currency({ description: 'The currency of its amounts: that of the document.', required: true, writable: false }) currency!: string;
  @decimal({ description: "Units of the currency for one of the base currency: the document's.", required: true, writable: false })
  exchangeRate!: string;
}
