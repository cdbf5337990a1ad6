import type { Decimal } from 'decimal.js';
import { allocate } from './allocate.js';
import { Exact, exact, percentOf, sum } from './exact-decimal.js';
import { discountByRanges, type Pricing } from './price-ranges.js';
import { taxLines, type KeyedTax, type LineToTax, type TaxedLines } from './tax-lines.js';

/** Where the discount of a document stands in its calculation; `../discount-timing.ts` describes the three. */
export type DiscountTiming = 'BEFORE_TAX' | 'AFTER_TAX' | 'AFTER_TAX_PER_LINE';

/**
 * What the lines of a quote, an order or an invoice come to. Exact decimals, rounded half up to the decimals of the currency
 * at each step, so that what is printed adds up. Amounts are decimal strings.
 */
export interface DocumentToTotal {
  /** Decimals of the currency: 0, 2 or 3. */
  readonly decimals: number;
  readonly lines: readonly LineToTotal[];
  /** The document's own discount: an amount, or percent of what it is taken from; not both. */
  readonly discount?: string | null;
  readonly discountPercent?: string | null;
  /** Default: before tax. */
  readonly discountTiming?: DiscountTiming;
  /** Whether list prices hold the taxes. */
  readonly pricesIncludeTax?: boolean;
  /** The document's own taxes, on all of its lines. */
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
  readonly taxId?: string;
  readonly name: string;
  /** In percent. */
  readonly percentage: string;
  /** On the amount together with the taxes before it: those that are not compound, then the compound ones in their order. */
  readonly compound?: boolean;
}

export interface TaxValue {
  readonly name: string;
  readonly percentage: string;
  readonly value: string;
}

/** A tax over the whole document; without a name: the lines that no tax is on. */
export interface TaxBreakdownEntry {
  readonly taxId: string | null;
  readonly name: string | null;
  readonly percentage: string;
  readonly compound: boolean;
  /** The amount that it is on, without the tax itself. */
  readonly base: string;
  readonly amount: string;
}

export interface LineTotals {
  /** quantity × list price. */
  readonly total: string;
  readonly discount: string;
  readonly totalAfterDiscount: string;
  /** The line's share of the document's discount, where that is before tax. */
  readonly documentDiscount: string;
  /** What the taxes are on: after all discounts, without any tax. */
  readonly taxableAmount: string;
  readonly taxes: readonly TaxValue[];
  readonly tax: string;
  /** The total after the line's own discount, with its taxes. */
  readonly netTotal: string;
}

export interface DocumentTotals {
  readonly lines: readonly LineTotals[];
  /** The sum of the net totals: it holds the lines' discounts and taxes. */
  readonly subTotal: string;
  /** The lines without taxes, before the document's discount. */
  readonly subTotalExclTax: string;
  /** The document's own discount. */
  readonly discount: string;
  /** The document's own taxes. */
  readonly taxes: readonly TaxValue[];
  readonly tax: string;
  /** Discounts of the lines and of the document. */
  readonly discountTotal: string;
  /** What is left after all discounts, without taxes. */
  readonly totalExclTax: string;
  /** Taxes of the lines and of the document. */
  readonly taxTotal: string;
  readonly taxBreakdown: readonly TaxBreakdownEntry[];
  readonly adjustment: string;
  /** totalExclTax + taxTotal + adjustment. */
  readonly grandTotal: string;
  /** Discounts that are more than what they are taken from; `line` is null for the document's own. */
  readonly overdrawn: readonly { readonly line: number | null }[];
}

/** Adds up a document. The order of its lines decides only which of them gets a unit that can not be split. */
export function documentTotals({ decimals, lines, adjustment, discountTiming = 'BEFORE_TAX', pricesIncludeTax = false, ...document }: DocumentToTotal): DocumentTotals {
  const rounded = (value: Decimal): Decimal => value.toDecimalPlaces(decimals);
  const isBeforeTax = discountTiming === 'BEFORE_TAX';
  const ownTaxes = keyed(document.taxes ?? [], 'document');
  // Prices hold the document's taxes too; and a discount before tax is one before all of them.
  const isOnLines = isBeforeTax || pricesIncludeTax;

  const priced = lines.map((line) => {
    const total = rounded(exact(line.quantity).times(exact(line.listPrice)));
    const after = afterDiscount(total, discountOf(line, total), rounded);
    return { total, discount: total.minus(after), after, taxes: keyed(line.taxes ?? [], 'line') };
  });
  const afters = priced.map(({ after }) => after);
  const tax = (amounts: readonly Decimal[], more: readonly OwnTax[]): TaxedLines =>
    taxAll(
      priced.map(({ taxes }, at) => ({ amount: amounts[at]!, taxes: [...taxes, ...more] })),
      { decimals, isIncluded: pricesIncludeTax, isPerLine: discountTiming === 'AFTER_TAX_PER_LINE' },
    );
  const own: Discount = document.discountPercent ? { percent: document.discountPercent } : { amount: exact(document.discount) };
  const discounted = (from: Decimal) => {
    const after = afterDiscount(from, own, rounded);
    return { after, discount: from.minus(after) };
  };

  const early = isBeforeTax ? discounted(sum(afters)) : null;
  const shares = allocate(early?.discount ?? new Exact(0), afters, decimals);
  const taxed = tax(
    afters.map((after, at) => after.minus(shares[at]!)),
    isOnLines ? ownTaxes : [],
  );
  const linesExclTax = !pricesIncludeTax ? sum(afters) : basesOf(early?.discount.isZero() === false ? tax(afters, ownTaxes) : taxed);

  const each = priced.map(({ taxes, ...line }, at) => {
    const { base, values } = taxed.lines[at]!;
    const ownValues = taxes.map(({ key }) => values.get(key)!);
    const ofLine = sum(ownValues);
    return { ...line, rates: taxes, values: ownValues, tax: ofLine, share: shares[at]!, base, net: pricesIncludeTax ? line.after : line.after.plus(ofLine) };
  });
  const subTotal = sum(each.map(({ net }) => net));
  const { after, discount } = early ?? discounted(subTotal);
  // After tax, the document's taxes are on all that is left, the lines' taxes included.
  const late = isOnLines ? null : taxLines([{ amount: after, taxes: ownTaxes }], decimals, false);
  const sums = new Map([...taxed.taxes, ...(late?.taxes ?? [])]);
  const ownAmounts = ownTaxes.map(({ key }) => sums.get(key)?.amount ?? new Exact(0));
  const ownTax = sum(ownAmounts);
  const taxTotal = sum(each.map((line) => line.tax)).plus(ownTax);
  const totalExclTax = basesOf(taxed).minus(early ? 0 : discount);
  const adjusted = rounded(exact(adjustment));

  const isOverdrawn = (one: { readonly after: Decimal; readonly discount: Decimal }): boolean => one.discount.gt(0) && one.after.lt(0);
  const overdrawn = [...each.flatMap((line, at) => (isOverdrawn(line) ? [{ line: at }] : [])), ...(isOverdrawn({ after, discount }) ? [{ line: null }] : [])];
  const text = (value: Decimal): string => value.toFixed(decimals);
  const taxValues = (rates: readonly OwnTax[], values: readonly Decimal[]): TaxValue[] => {
    const named = rates.map(({ rate: { name, percentage }, place }, at) => ({ place, value: { name, percentage, value: text(values[at]!) } }));
    return named.sort((a, b) => a.place - b.place).map(({ value }) => value);
  };
  const untaxed = each.filter(({ rates }) => rates.length === 0 && ownTaxes.length === 0);
  return {
    lines: each.map((line) => ({
      total: text(line.total),
      discount: text(line.discount),
      totalAfterDiscount: text(line.after),
      documentDiscount: text(line.share),
      taxableAmount: text(line.base),
      taxes: taxValues(line.rates, line.values),
      tax: text(line.tax),
      netTotal: text(line.net),
    })),
    subTotal: text(subTotal),
    subTotalExclTax: text(linesExclTax),
    discount: text(discount),
    taxes: taxValues(ownTaxes, ownAmounts),
    tax: text(ownTax),
    discountTotal: text(sum(each.map((line) => line.discount)).plus(discount)),
    totalExclTax: text(totalExclTax),
    taxTotal: text(taxTotal),
    taxBreakdown: [
      ...breakdown([...each.flatMap(({ rates }) => rates), ...ownTaxes], sums, text),
      ...(untaxed.length > 0 ? [{ taxId: null, name: null, percentage: '0', compound: false, base: text(sum(untaxed.map(({ base }) => base))), amount: text(new Exact(0)) }] : []),
    ],
    adjustment: text(adjusted),
    grandTotal: text(totalExclTax.plus(taxTotal).plus(adjusted)),
    overdrawn,
  };
}

const basesOf = ({ lines }: TaxedLines): Decimal => sum(lines.map(({ base }) => base));

/** A tax as it was given, with the key that stands for it and its place among those that were given with it. */
type OwnTax = KeyedTax & { readonly rate: TaxRate; readonly place: number };

/** Taxes in the order that they are worked out in. The same tax at the same rate is one tax, wherever it stands on the lines. */
function keyed(rates: readonly TaxRate[], of: 'line' | 'document'): OwnTax[] {
  const all = rates.map((rate, place): OwnTax => {
    const { taxId, name, percentage, compound = false } = rate;
    return { key: JSON.stringify([of, taxId ?? name, exact(percentage).toFixed(), compound]), percentage, compound, rate, place };
  });
  return [...all.filter(({ compound }) => !compound), ...all.filter(({ compound }) => compound)];
}

interface HowTaxed {
  readonly decimals: number;
  readonly isIncluded: boolean;
  /** Whether the taxes of each line are worked out, and rounded, by themselves. */
  readonly isPerLine: boolean;
}

function taxAll(lines: readonly LineToTax[], { decimals, isIncluded, isPerLine }: HowTaxed): TaxedLines {
  if (!isPerLine) return taxLines(lines, decimals, isIncluded);
  const each = lines.map((line) => taxLines([line], decimals, isIncluded));
  const taxes = new Map<string, { base: Decimal; amount: Decimal }>();
  for (const [key, { base, amount }] of each.flatMap((one) => [...one.taxes])) {
    const known = taxes.get(key);
    taxes.set(key, { base: base.plus(known?.base ?? 0), amount: amount.plus(known?.amount ?? 0) });
  }
  return { lines: each.flatMap((one) => one.lines), taxes };
}

function breakdown(taxes: readonly OwnTax[], sums: TaxedLines['taxes'], text: (value: Decimal) => string): TaxBreakdownEntry[] {
  const different = new Map(taxes.map((tax) => [tax.key, tax.rate]));
  return [...different].map(([key, { taxId = null, name, percentage, compound = false }]) => {
    const { base, amount } = sums.get(key)!;
    return { taxId, name, percentage, compound, base: text(base), amount: text(amount) };
  });
}

/** A discount: an amount that somebody named, percent of what it is taken from, or what a price book grants of it. */
type Discount = { readonly amount: Decimal } | { readonly percent: string } | { readonly granted: Decimal };

/** An amount is rounded by itself. Of a part, what is left is rounded, so that the price is the one that the percentage makes. */
function afterDiscount(total: Decimal, discount: Discount, rounded: (value: Decimal) => Decimal): Decimal {
  if ('amount' in discount) return total.minus(rounded(discount.amount));
  return rounded(total.minus('granted' in discount ? discount.granted : percentOf(total, discount.percent)));
}

function discountOf({ quantity, listPrice, discount, discountPercent, pricing }: LineToTotal, total: Decimal): Discount {
  if (discountPercent) return { percent: discountPercent };
  if (pricing) return { granted: discountByRanges(pricing, { quantity: exact(quantity), listPrice: exact(listPrice), total }) };
  return { amount: exact(discount) };
}
