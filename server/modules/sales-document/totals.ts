import { Decimal } from 'decimal.js';

/**
 * What the lines of a quote, an order or an invoice come to (modules.md 8 and 13). Exact decimals, half up to the decimals of
 * the currency at each step, so that what is printed adds up. Amounts are decimal strings.
 */
export interface DocumentToTotal {
  /** Decimals of the currency: 0, 2 or 3. */
  readonly decimals: number;
  readonly lines: readonly LineToTotal[];
  /** On the sub total: an amount, or percent of it; not both. */
  readonly discount?: string | null;
  readonly discountPercent?: string | null;
  /** On the sub total after the discount. */
  readonly taxes?: readonly TaxRate[];
  /** Added at the end; may be negative. */
  readonly adjustment?: string | null;
}

export interface LineToTotal {
  readonly quantity: string;
  readonly listPrice: string;
  /** An amount, percent of the total, or what a price book grants: one of them. */
  readonly discount?: string | null;
  readonly discountPercent?: string | null;
  readonly pricing?: Pricing | null;
  readonly taxes?: readonly TaxRate[];
}

export interface TaxRate {
  readonly name: string;
  /** In percent. */
  readonly percentage: string;
  /** On the amount together with the taxes before it: those that are not compound, then the compound ones in their order. */
  readonly compound?: boolean;
}

/** How a price book discounts: by the range that the line falls into, or each part of the line by the range that it lies in. */
export interface Pricing {
  readonly model: 'FLAT' | 'DIFFERENTIAL';
  /** What the ranges are ranges of: the quantity of the line, or its total. */
  readonly basis: 'QUANTITY' | 'AMOUNT';
  readonly ranges: readonly PriceRange[];
}

export interface PriceRange {
  /** Both ends are in the range. */
  readonly from: string;
  readonly to: string;
  /** In percent. */
  readonly discount: string;
}

export interface TaxValue {
  readonly name: string;
  readonly percentage: string;
  readonly value: string;
}

export interface LineTotals {
  /** quantity × list price. */
  readonly total: string;
  readonly discount: string;
  readonly totalAfterDiscount: string;
  readonly taxes: readonly TaxValue[];
  readonly tax: string;
  /** The total after the discount, with its taxes. */
  readonly netTotal: string;
}

export interface DocumentTotals {
  readonly lines: readonly LineTotals[];
  /** The sum of the net totals: it holds the lines' discounts and taxes. */
  readonly subTotal: string;
  /** The same without taxes. */
  readonly subTotalExclTax: string;
  /** The document's own discount. */
  readonly discount: string;
  /** The document's own taxes. */
  readonly taxes: readonly TaxValue[];
  readonly tax: string;
  /** Discounts of the lines and of the document. */
  readonly discountTotal: string;
  /** Taxes of the lines and of the document. */
  readonly taxTotal: string;
  readonly adjustment: string;
  readonly grandTotal: string;
  /** Discounts that are more than what they are taken from; `line` is null for the document's own. */
  readonly overdrawn: readonly { readonly line: number | null }[];
}

// Room for every digit of a product of the longest quantity and price.
const Exact = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -100, toExpPos: 100 });
const exact = (value: string | null | undefined): Decimal => new Exact(value ?? 0);
/** Percent as a factor: a product is exact where a quotient is searched for digit by digit. */
const PERCENT = new Exact('0.01');
const sum = (values: readonly Decimal[]): Decimal => values.reduce((all, one) => all.plus(one), new Exact(0));

/** Adds up a document. The order of its lines does not matter. */
export function documentTotals({ decimals, lines, adjustment, ...document }: DocumentToTotal): DocumentTotals {
  const rounded = (value: Decimal): Decimal => value.toDecimalPlaces(decimals);
  const text = (value: Decimal): string => value.toFixed(decimals);
  const overdrawn: { line: number | null }[] = [];

  const totalled = lines.map((line, index) => {
    const total = rounded(exact(line.quantity).times(exact(line.listPrice)));
    const after = afterDiscount(total, discountOf(line, total, decimals), rounded);
    const discount = total.minus(after);
    if (after.isNegative() && !after.isZero()) overdrawn.push({ line: index });
    const taxes = taxesOn(after, line.taxes ?? [], rounded);
    const tax = sum(taxes.map(({ value }) => value));
    return { total, discount, after, taxes, tax, net: after.plus(tax) };
  });

  const subTotal = sum(totalled.map(({ net }) => net));
  const own = document.discountPercent ? { granted: subTotal.times(exact(document.discountPercent)).times(PERCENT) } : { amount: exact(document.discount) };
  const after = afterDiscount(subTotal, own, rounded);
  const discount = subTotal.minus(after);
  if (after.isNegative() && !after.isZero()) overdrawn.push({ line: null });
  const taxes = taxesOn(after, document.taxes ?? [], rounded);
  const tax = sum(taxes.map(({ value }) => value));
  const adjusted = rounded(exact(adjustment));
  const asText = (values: readonly RoundedTax[]): TaxValue[] => values.map(({ value, ...rate }) => ({ ...rate, value: text(value) }));
  return {
    lines: totalled.map((line) => ({
      total: text(line.total),
      discount: text(line.discount),
      totalAfterDiscount: text(line.after),
      taxes: asText(line.taxes),
      tax: text(line.tax),
      netTotal: text(line.net),
    })),
    subTotal: text(subTotal),
    subTotalExclTax: text(sum(totalled.map((line) => line.after))),
    discount: text(discount),
    taxes: asText(taxes),
    tax: text(tax),
    discountTotal: text(sum(totalled.map((line) => line.discount)).plus(discount)),
    taxTotal: text(sum(totalled.map((line) => line.tax)).plus(tax)),
    adjustment: text(adjusted),
    grandTotal: text(after.plus(tax).plus(adjusted)),
    overdrawn,
  };
}

interface RoundedTax {
  readonly name: string;
  readonly percentage: string;
  readonly value: Decimal;
}

/** Each tax by itself, in the given order. */
function taxesOn(amount: Decimal, rates: readonly TaxRate[], rounded: (value: Decimal) => Decimal): RoundedTax[] {
  const values = new Map<TaxRate, Decimal>();
  for (const isCompound of [false, true]) {
    for (const rate of rates) {
      if ((rate.compound ?? false) !== isCompound) continue;
      const base = isCompound ? amount.plus(sum([...values.values()])) : amount;
      values.set(rate, rounded(base.times(exact(rate.percentage)).times(PERCENT)));
    }
  }
  return rates.map((rate) => ({ name: rate.name, percentage: rate.percentage, value: values.get(rate)! }));
}

/** A discount: an amount that somebody named, or a part of what it is taken from. */
type Discount = { readonly amount: Decimal } | { readonly granted: Decimal };

/** An amount is rounded by itself. Of a part, what is left is rounded, so that the price is the one that the percentage makes. */
const afterDiscount = (total: Decimal, discount: Discount, rounded: (value: Decimal) => Decimal): Decimal => ('amount' in discount ? total.minus(rounded(discount.amount)) : rounded(total.minus(discount.granted)));

function discountOf({ quantity, listPrice, discount, discountPercent, pricing }: LineToTotal, total: Decimal, decimals: number): Discount {
  if (discountPercent) return { granted: total.times(exact(discountPercent)).times(PERCENT) };
  if (!pricing) return { amount: exact(discount) };
  const isQuantity = pricing.basis === 'QUANTITY';
  const measured = isQuantity ? exact(quantity) : total;
  const priceOf = (part: Decimal): Decimal => (isQuantity ? part.times(exact(listPrice)) : part);
  if (pricing.model === 'FLAT') {
    const range = pricing.ranges.find(({ from, to }) => measured.gte(exact(from)) && measured.lte(exact(to)));
    return { granted: range ? total.times(exact(range.discount)).times(PERCENT) : new Exact(0) };
  }
  const step = isQuantity ? new Exact(1) : new Exact(10).pow(-decimals);
  const parts = partsOf(pricing.ranges, measured, step, isQuantity);
  return { granted: sum(parts.map(({ part, range }) => priceOf(part).times(exact(range.discount)).times(PERCENT))) };
}

/**
 * How much of what is measured lies in each range. A range that begins one step after the one before (11 after 10, 1000.01
 * after 1000) begins where that one ends. After a gap, the eleventh piece is the one above ten.
 */
function partsOf(ranges: readonly PriceRange[], measured: Decimal, step: Decimal, isQuantity: boolean): { range: PriceRange; part: Decimal }[] {
  const sorted = ranges.toSorted((a, b) => exact(a.from).comparedTo(exact(b.from)));
  return sorted.map((range, index) => {
    const [from, to] = [exact(range.from), exact(range.to)];
    const before = index > 0 ? exact(sorted[index - 1]!.to) : null;
    const isNext = before !== null && from.minus(before).lte(step);
    const start = isNext ? before : isQuantity ? Decimal.max(from.minus(step), 0) : from;
    return { range, part: Decimal.max(Decimal.min(measured, to).minus(start), 0) };
  });
}
