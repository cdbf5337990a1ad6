import { parseDay, type DateOrder } from './parse-date.js';
import { parseNumber, type NumberFormat } from './parse-number.js';

const dateOrders: readonly DateOrder[] = ['DMY', 'MDY', 'YMD'];
const numberFormats: readonly NumberFormat[] = [
  'COMMA_POINT',
  'POINT_COMMA',
  'SPACE_COMMA',
  'SPACE_POINT',
  'APOSTROPHE_POINT',
  'COMMA_POINT_INDIAN',
];

/**
 * What texts speak for: a letter for each candidate, the same letter where candidates read the same value, `-` where one
 * reads none. `aab` is 3 for two of them and 4 for the third.
 */
type Readings = string;

/** The values of a column, or of all columns of a file, counted by how they can be read. Its size does not depend on their number. */
export interface Tally<T extends string> {
  readonly candidates: readonly T[];
  readonly counts: Map<Readings, number>;
}

export interface Decision<T extends string> {
  readonly value: T;
  /** Values that there are. */
  readonly values: number;
  /** Values that would be something else in another form. */
  readonly either: number;
  /** Values that the form cannot read. */
  readonly unreadable: number;
  /** Whether the values themselves leave no other form: else it comes from the settings. */
  readonly isProven: boolean;
}

export const dateTally = (): Tally<DateOrder> => ({ candidates: dateOrders, counts: new Map() });
export const numberTally = (): Tally<NumberFormat> => ({ candidates: numberFormats, counts: new Map() });

export const countDate = (tally: Tally<DateOrder>, text: string): void => count(tally, readingsOfDate(text));

/** @param isWhole whether only whole numbers are meant: `1.500` are 1500 then, or nothing */
export const countNumber = (tally: Tally<NumberFormat>, text: string, isWhole = false): void =>
  count(tally, readingsOfNumber(text, isWhole));

function count<T extends string>({ counts }: Tally<T>, readings: Readings | null): void {
  if (readings !== null) counts.set(readings, (counts.get(readings) ?? 0) + 1);
}

/** Whether a text is another date in another order. */
export const isAmbiguousDate = (text: string): boolean => isAmbiguous(readingsOfDate(text));

/** Whether a text is another number in another format. */
export const isAmbiguousNumber = (text: string, isWhole: boolean): boolean => isAmbiguous(readingsOfNumber(text, isWhole));

const isAmbiguous = (readings: Readings | null): boolean => new Set(readings?.replaceAll('-', '')).size > 1;

/** The date in figures that a text is or begins with. */
export const figuresOfDate = (text: string): string | null => FIGURES.exec(text.trim())?.[0] ?? null;

/** Whether a text has both the signs that separate thousands and decimals. */
export const isNumberWithBothSigns = (text: string): boolean =>
  /^\D{0,4}\d{1,3}(?:([.,'’\s])\d{3})+(?!\1)[.,]\d{1,6}\D{0,4}$/u.test(text.trim());

/** A tally of all values of several. */
export function together<T extends string>(tallies: readonly Tally<T>[], empty: Tally<T>): Tally<T> {
  for (const { counts } of tallies)
    for (const [readings, times] of counts) empty.counts.set(readings, (empty.counts.get(readings) ?? 0) + times);
  return empty;
}

/** So many values that only another form reads make a column one of its own: it may come from another system than its neighbours. */
const OWN_FORM = 3;

/**
 * The form that reads the most values of the file; of several that do, the first of the likely ones. A column whose values
 * all have another form, and say so more than by mistake, is read in that.
 *
 * @param likely the settings of the viewer, then those of the organization
 * @param asked what the caller says it is: the values are only counted then
 */
export function decide<T extends string>(column: Tally<T>, file: Tally<T>, likely: readonly T[], asked?: T): Decision<T> {
  const { candidates } = file;
  const preferred = [...new Set([...likely, ...candidates])].filter((one) => candidates.includes(one));
  const best = readersOfMost(file, preferred);
  const own = readersOfMost(column, preferred);
  const fromFile = best.find((one) => own.includes(one)) ?? best[0]!;
  const isOwn = unreadable(column, own[0]!) === 0 && unreadable(column, fromFile) >= OWN_FORM;
  const value = asked ?? (isOwn ? own[0]! : fromFile);
  const rivals = isOwn ? own : best;
  return {
    value,
    values: sum(column, () => true),
    either: sum(column, (readings) => new Set(readings.replaceAll('-', '')).size > 1 && letter(column, readings, value) !== '-'),
    unreadable: unreadable(column, value),
    isProven: sum(column, (readings) => new Set(rivals.map((one) => letter(column, readings, one))).size > 1) === 0,
  };
}

const letter = <T extends string>({ candidates }: Tally<T>, readings: Readings, one: T): string => readings[candidates.indexOf(one)]!;

const sum = <T extends string>({ counts }: Tally<T>, isMeant: (readings: Readings) => boolean): number =>
  [...counts].reduce((total, [readings, times]) => total + (isMeant(readings) ? times : 0), 0);

const unreadable = <T extends string>(tally: Tally<T>, one: T): number => sum(tally, (readings) => letter(tally, readings, one) === '-');

function readersOfMost<T extends string>(tally: Tally<T>, candidates: readonly T[]): T[] {
  const failures = candidates.map((one) => unreadable(tally, one));
  const least = Math.min(...failures);
  return candidates.filter((_, index) => failures[index] === least);
}

const isEmpty = (text: string): boolean => text === '' || text === '-None-';

function readings<T extends string>(candidates: readonly T[], read: (candidate: T) => string | null): Readings {
  const values: string[] = [];
  const found = candidates.map((candidate) => {
    const value = read(candidate);
    if (value === null) return '-';
    if (!values.includes(value)) values.push(value);
    return String.fromCharCode(97 + values.indexOf(value));
  });
  return found.join('');
}

/** A date whose order matters: figures, the year behind them or in two digits. */
const FIGURES = /^\d{1,2}([-/.\s])\s?\d{1,2}\1\s?\d{2,4}(?!\d)/;

const knownDates = new Map<string, Readings>();
const knownNumbers = new Map<string, Readings>();
/** So many forms are remembered; the days and the shapes of numbers of a file are fewer. */
const MAX_KNOWN = 50_000;

function remembered(known: Map<string, Readings>, key: string, work: () => Readings): Readings {
  let found = known.get(key);
  if (found === undefined) {
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(key, (found = work()));
  }
  return found;
}

function readingsOfDate(given: string): Readings | null {
  const text = given.trim();
  if (isEmpty(text)) return null;
  // Only what has no order of its own is worth reading in each.
  const day = FIGURES.exec(text)?.[0];
  if (day === undefined) return parseDay(text, { order: 'YMD' }) === null ? '---' : 'aaa';
  return remembered(knownDates, day, () => readings(dateOrders, (order) => parseDay(day, { order })));
}

function readingsOfNumber(given: string, isWhole: boolean): Readings | null {
  const text = given.trim();
  if (isEmpty(text)) return null;
  if (text.length > 40) return '------';
  // How a number is read depends on where its digits stand and not on which they are, but for zeros.
  const shape = text.replace(/[1-9]/g, '7');
  return remembered(knownNumbers, `${isWhole ? 'w' : ''}${shape}`, () =>
    readings(numberFormats, (format) => {
      const number = parseNumber(shape, format)?.text ?? null;
      return number !== null && isWhole && !/^-?\d+(?:\.0*)?$/.test(number) ? null : (number?.replace(/\.0*$|(?<=\.\d*?)0+$/, '') ?? null);
    }),
  );
}
