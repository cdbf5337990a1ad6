import { Decimal } from 'decimal.js';

// Room for every digit of a product of the longest quantity and price.
export const Exact = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -100, toExpPos: 100 });

export const exact = (value: string | null | undefined): Decimal => new Exact(value ?? 0);

export const sum = (values: readonly Decimal[]): Decimal => values.reduce((all, one) => all.plus(one), new Exact(0));

/** Percent as a factor: a product is exact where a quotient is searched for digit by digit. */
const PERCENT = new Exact('0.01');

export const percentOf = (value: Decimal, percent: string | Decimal): Decimal => value.times(percent).times(PERCENT);
