import { parseDay, type DateOrder } from './parse-date.js';
import { parseNumber, type NumberFormat } from './parse-number.js';

/** What the samples of a column speak for. */
export interface Guess<T extends string> {
  readonly value: T;
  /** Others that read every sample as well, perhaps to other values: ask, or take the organisation's own. */
  readonly alternatives: readonly T[];
}

const orders: readonly DateOrder[] = ['YMD', 'DMY', 'MDY'];
const formats: readonly NumberFormat[] = [
  'COMMA_POINT',
  'POINT_COMMA',
  'SPACE_COMMA',
  'SPACE_POINT',
  'APOSTROPHE_POINT',
  'COMMA_POINT_INDIAN',
];

/**
 * The order of day, month and year that reads the samples.
 *
 * @param likely what to take where several do: the organisation's own order
 * @returns null where none reads nine in ten
 */
export const guessDateOrder = (samples: readonly string[], likely: DateOrder): Guess<DateOrder> | null =>
  guess(samples, [likely, ...orders], (sample, order) => parseDay(sample, { order }));

/** The number format that reads the samples. */
export const guessNumberFormat = (samples: readonly string[], likely: NumberFormat): Guess<NumberFormat> | null =>
  guess(samples, [likely, ...formats], (sample, format) => parseNumber(sample, format)?.text ?? null);

const ENOUGH = 0.9;

function guess<T extends string>(
  samples: readonly string[],
  candidates: readonly T[],
  read: (sample: string, candidate: T) => string | null,
): Guess<T> | null {
  const given = samples.filter((sample) => sample.trim() !== '' && sample.trim() !== '-None-');
  if (given.length === 0) return null;
  const results = [...new Set(candidates)].map((value) => {
    const values = given.map((sample) => read(sample, value));
    return { value, values, read: values.filter((one) => one !== null).length };
  });
  const most = Math.max(...results.map((one) => one.read));
  if (most < given.length * ENOUGH) return null;
  const [best, ...others] = results.filter((one) => one.read === most);
  // Those that read the same values are no other answer.
  const alternatives = others.filter(({ values }) => values.some((value, index) => value !== best!.values[index]));
  return { value: best!.value, alternatives: alternatives.map(({ value }) => value) };
}
