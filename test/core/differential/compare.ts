import { Decimal } from 'decimal.js';
import type { Field } from '../../../server/core/registry.js';

/** Arithmetic with room for every digit that PostgreSQL's numeric keeps here. */
export const Exact = Decimal.clone({ precision: 200, toExpNeg: -1000, toExpPos: 1000 });

export type Compare = (a: string, b: string) => number;

/** The root collation of CLDR: no locale of ours tailors it for English. */
const collator = new Intl.Collator('en');

/** By code points. */
export const byBytes: Compare = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
export const byLanguage: Compare = (a, b) => collator.compare(a, b) || byBytes(a, b);
/** Ids on the wire, as PostgreSQL orders what it keeps of them. */
const byUuid: Compare = (a, b) => byBytes(a.slice(a.indexOf('_') + 1), b.slice(b.indexOf('_') + 1));
const byNumber: Compare = (a, b) => new Exact(a).comparedTo(b);
const byInstant: Compare = (a, b) => Date.parse(isoInstant(a)) - Date.parse(isoInstant(b));

/** How PostgreSQL orders the values of a field, given as it prints them. Picklists are compared by their places instead. */
export function comparison({ kind }: Field): Compare {
  switch (kind) {
    case 'integer':
    case 'decimal':
    case 'money':
    case 'picklist':
      return byNumber;
    case 'instant':
      return byInstant;
    case 'reference':
      return byUuid;
    case 'id':
    case 'lookup':
    case 'date':
    case 'boolean':
    case 'enum':
    case 'currency':
      return byBytes;
    default:
      return byLanguage;
  }
}

/** `2027-01-31 09:30:00.5+00` → `2027-01-31T09:30:00.500Z`. */
export const isoInstant = (text: string): string => new Date(text.replace(' ', 'T').replace('+00', 'Z')).toISOString();

/** Whether values of the field are numbers: `1.0` and `1` are the same one. */
export const isNumeric = ({ kind }: Field): boolean => ['integer', 'decimal', 'money'].includes(kind);

/** The average to six decimals, as PostgreSQL has it: a quotient carries some 16 significant digits, then it is rounded. */
export function average(values: readonly string[]): string {
  const sum = Exact.sum(...values);
  const scale = Math.max(...values.map((value) => value.split('.')[1]?.length ?? 0));
  return sum
    .div(values.length)
    .toDecimalPlaces(quotientScale(sum, values.length, scale), Decimal.ROUND_HALF_UP)
    .toDecimalPlaces(6, Decimal.ROUND_HALF_UP)
    .toString();
}

/** `select_div_scale` of PostgreSQL's numeric.c: how many decimals a quotient gets. Digits there are to the base 10,000. */
function quotientScale(dividend: Decimal, divisor: number, scale: number): number {
  const [a, b] = [leadingDigit(dividend), leadingDigit(new Exact(divisor))];
  const weight = a.weight - b.weight - (a.digit <= b.digit ? 1 : 0);
  return Math.max(16 - weight * 4, scale, 0);
}

function leadingDigit(value: Decimal): { weight: number; digit: number } {
  if (value.isZero()) return { weight: 0, digit: 0 };
  const weight = Math.floor(value.abs().e / 4);
  return {
    weight,
    digit: value
      .abs()
      .div(new Exact(10).pow(weight * 4))
      .floor()
      .toNumber(),
  };
}
