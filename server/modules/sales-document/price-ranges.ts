import type { Decimal } from 'decimal.js';
import { Exact, exact, percentOf, sum } from './exact-decimal.js';

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

/** What a price book takes off a line, unrounded. */
export function discountByRanges({ model, basis, ranges }: Pricing, line: { readonly quantity: Decimal; readonly listPrice: Decimal; readonly total: Decimal }): Decimal {
  const isQuantity = basis === 'QUANTITY';
  const measured = isQuantity ? line.quantity : line.total;
  const connected = connect(ranges);
  if (model === 'FLAT') {
    const range = connected.find(({ start, isNext, to }) => (isNext ? measured.gt(start) : measured.gte(start)) && measured.lte(to));
    return range ? percentOf(line.total, range.discount) : new Exact(0);
  }
  const priceOf = (part: Decimal): Decimal => (isQuantity ? part.times(line.listPrice) : part);
  return sum(
    connected.map(({ start, isNext, to, discount }) => {
      // After a gap, the eleventh piece is the one above ten.
      const begin = isQuantity && !isNext ? Exact.max(start.minus(STEP), 0) : start;
      return percentOf(priceOf(Exact.max(Exact.min(measured, to).minus(begin), 0)), discount);
    }),
  );
}

/** A range that begins at most this far after the one before has no gap before it: 11 after 10, 1000.01 after 1000. */
const STEP = new Exact(1);

interface ConnectedRange {
  /** Where it begins: at the end of the range before, which belongs to that one, if it is the next. */
  readonly start: Decimal;
  readonly isNext: boolean;
  readonly to: Decimal;
  readonly discount: string;
}

function connect(ranges: readonly PriceRange[]): ConnectedRange[] {
  const sorted = ranges.toSorted((a, b) => exact(a.from).comparedTo(exact(b.from)));
  return sorted.map(({ from, to, discount }, at) => {
    const before = at > 0 ? exact(sorted[at - 1]!.to) : null;
    const isNext = before !== null && exact(from).minus(before).lte(STEP);
    return { start: isNext ? before : exact(from), isNext, to: exact(to), discount };
  });
}
