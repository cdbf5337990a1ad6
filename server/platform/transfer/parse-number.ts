import { currencySigns } from './currency-signs.js';

/** How numbers are written in a file; the same names as in the settings of people. */
export type NumberFormat = 'COMMA_POINT' | 'POINT_COMMA' | 'SPACE_COMMA' | 'SPACE_POINT' | 'APOSTROPHE_POINT' | 'COMMA_POINT_INDIAN';

/** A number in each format, to show. */
export const numberExamples: Readonly<Record<NumberFormat, string>> = {
  COMMA_POINT: '1,234.56',
  POINT_COMMA: '1.234,56',
  SPACE_COMMA: '1 234,56',
  SPACE_POINT: '1 234.56',
  APOSTROPHE_POINT: "1'234.56",
  COMMA_POINT_INDIAN: '1,23,456.78',
};

export interface ParsedNumber {
  /** Exact, as `Decimal` takes it: `-1234.50`. */
  readonly text: string;
  /** The sign or the code of a currency beside it, as it is written: `USD 5`, `€ 5`. */
  readonly currency?: string;
  /** It has a sign of percent. */
  readonly isPercent?: true;
}

/**
 * A number as people write it: `$1,234.56`, `1.234,56 €`, `(1,234)`, `1 234-`, `25,-`, `12%`, `1.5E+3`. Groups must stand
 * where they belong, so that `1.234` is never mistaken for `1,234`. Null where it is no number.
 */
export function parseNumber(given: string, format: NumberFormat): ParsedNumber | null {
  const trimmed = given.trim();
  if (trimmed.length > LONGEST) return null;
  const isBracketed = /^\(.*\)$/s.test(trimmed);
  const { text, minus, signs, currency, isPercent } = bare(isBracketed ? trimmed.slice(1, -1).trim() : trimmed, shapes[format].point);
  if (signs + Number(isBracketed) > 1) return null;
  const plain = plainDigits(text, format);
  if (plain === null) return null;
  const isNegative = (isBracketed || minus > 0) && /[1-9]/.test(plain);
  return { text: isNegative ? `-${plain}` : plain, ...(currency && { currency }), ...(isPercent && { isPercent }) };
}

/** Longer than any number that a field holds, however it is written. */
const LONGEST = 100;

/** `25,-`, `25.--` and `25,–`: a dash after the decimal point stands for the cents, not for a minus. */
const NO_CENTS = { ',': /(?<=\d),\s?(?:[-−–—]{1,2}|=)$/u, '.': /(?<=\d)\.\s?(?:[-−–—]{1,2}|=)$/u } as const;
const MINUS = /^[-−–]|(?<=[\d\s])[-−–]$/u;

interface Bare {
  readonly text: string;
  readonly minus: number;
  readonly signs: number;
  readonly currency: string | undefined;
  readonly isPercent: boolean;
}

/** A number without its sign and currency, which stand before or after it in any order: `-$5`, `$-5`, `5- EUR`. */
function bare(number: string, point: ',' | '.'): Bare {
  let text = number;
  const take = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) text = text.replace(pattern, '').trim();
    return found;
  };
  const isPlain = /^[\d.,]*$/.test(text);
  const found = isPlain
    ? []
    : Array.from({ length: 3 }, () => {
        take(NO_CENTS[point]);
        return {
          minus: take(MINUS),
          plus: take(/^\+/),
          currency: take(/^[A-Z]{3}(?=[^A-Za-z])|(?<=[^A-Za-z])[A-Z]{3}$/) ?? take(SIGN),
        };
      });
  const isPercent = take(/%$/) !== undefined;
  const minus = found.filter((round) => round.minus !== undefined).length;
  const plus = found.filter((round) => round.plus !== undefined).length;
  const currencies = new Set(found.flatMap((round) => round.currency ?? []));
  // `US$ 5 EUR` is no amount; `€ 5 EUR` says it twice.
  return { text, minus, signs: minus + plus, currency: [...currencies].join(' ') || undefined, isPercent };
}

const signs = currencySigns.map((sign) => sign.replace(/[$.]/g, '\\$&')).join('|');
const SIGN = new RegExp(`^(?:${signs}|\\p{Sc})(?=[\\s\\d.,(−+-])|(?<=[\\s\\d.,−–—=-])(?:${signs}|\\p{Sc})$`, 'u');

/** A number does not begin with a group of thousands that is 0: `0.500` is a half, wherever it was written. */
const shapes: Readonly<Record<NumberFormat, { readonly grouped: RegExp; readonly group: RegExp; readonly point: ',' | '.' }>> = {
  COMMA_POINT: { grouped: /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/, group: /,/g, point: '.' },
  POINT_COMMA: { grouped: /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?$/, group: /\./g, point: ',' },
  SPACE_COMMA: { grouped: /^[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3})+(?:,\d*)?$/, group: /[ \u00a0\u202f\u2009]/g, point: ',' },
  SPACE_POINT: { grouped: /^[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3})+(?:\.\d*)?$/, group: /[ \u00a0\u202f\u2009]/g, point: '.' },
  APOSTROPHE_POINT: { grouped: /^[1-9]\d{0,2}(?:['’]\d{3})+(?:\.\d*)?$/, group: /['’]/g, point: '.' },
  COMMA_POINT_INDIAN: { grouped: /^[1-9]\d?(?:,\d{2})*,\d{3}(?:\.\d*)?$/, group: /,/g, point: '.' },
};

function plainDigits(text: string, format: NumberFormat): string | null {
  if (/^\d+$/.test(text)) return text;
  const { grouped, group, point } = shapes[format];
  const joined = grouped.test(text) ? text.replace(group, '') : text;
  const pattern = point === '.' ? /^(\d*)(?:\.(\d*))?(?:E([+-]?\d{1,2}))?$/i : /^(\d*)(?:,(\d*))?(?:E([+-]?\d{1,2}))?$/i;
  const found = pattern.exec(joined);
  if (!found) return null;
  const [, whole = '', fraction = '', exponent] = found;
  if (whole === '' && fraction === '') return null;
  if (exponent !== undefined) return shifted(whole, fraction, Number(exponent));
  return fraction === '' ? whole : `${whole || '0'}.${fraction}`;
}

/** Moves the point, so that no digit is lost to a float. */
function shifted(whole: string, fraction: string, places: number): string {
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const place = Math.max(point, 1);
  const [left, right] = [padded.slice(0, place).replace(/^0+(?=\d)/, ''), padded.slice(place).replace(/0+$/, '')];
  return right === '' ? left : `${left}.${right}`;
}
