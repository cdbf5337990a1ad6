import { Temporal } from 'temporal-polyfill';

/** The order of day, month and year in a file. Dates that begin with four digits are read as such in any. */
export type DateOrder = 'YMD' | 'DMY' | 'MDY';

/** A date in each order, to show. */
export const dateExamples: Readonly<Record<DateOrder, string>> = { YMD: '2027-01-31', DMY: '31-01-2027', MDY: '01/31/2027' };

export interface DateOptions {
  readonly order: DateOrder;
  /** Two-digit years are the ones up to this, and the 99 before it; by default 20 years from now. */
  readonly lastYear?: number;
  /** A day that two-digit years do not lead beyond: `31/12/40` is a birthday of 1940. */
  readonly latest?: string;
}

/**
 * A day as people write it, as `2027-01-31`: with `-`, `/`, `.` or blanks, with the month in figures or by its English or
 * Dutch name, with or without a time, which is left out. Null where there is no such day.
 */
export function parseDay(given: string, options: DateOptions): string | null {
  const { day, rest } = dayOf(given.trim(), options) ?? {};
  return day !== undefined && (rest === '' || clockOf(rest!)) ? day : null;
}

/**
 * A moment as people write it, as RFC 3339 in UTC: a day and perhaps a time of 24 or 12 hours, with an offset or in the given
 * zone. A time that the zone skips is the one an hour later; of a time that it has twice, the first. Null where there is none.
 */
export function parseInstant(given: string, options: DateOptions & { readonly timeZone: string }): string | null {
  const { day, rest } = dayOf(given.trim(), options) ?? {};
  const clock = day === undefined ? null : rest === '' ? MIDNIGHT : clockOf(rest!);
  if (day === undefined || !clock) return null;
  const local = Temporal.PlainDateTime.from(`${day}T${clock.time}`);
  const zoned = local.toZonedDateTime(clock.offset ?? options.timeZone);
  const instant = new Date(zoned.epochMilliseconds);
  // An offset may lead out of the years that can be written.
  return instant.getUTCFullYear() >= 1 && instant.getUTCFullYear() <= 9999 ? instant.toISOString() : null;
}

interface Clock {
  readonly time: string;
  readonly offset?: string;
}
const MIDNIGHT: Clock = { time: '00:00:00' };

const CLOCK =
  /^(?:T|,?\s+|,)?\s*(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?)?\s*([ap]\.?\s?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;

function clockOf(text: string): Clock | null {
  const found = CLOCK.exec(text);
  if (!found) return null;
  const [, hours = '', minutes = '00', seconds = '00', fraction = '', half, zone] = found;
  // A bare number is no time of the day unless it says which half.
  if (found[2] === undefined && !half) return null;
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const time = `${String(hour).padStart(2, '0')}:${minutes}:${seconds}${fraction && `.${fraction}`}`;
  if (!zone) return { time };
  if (/^[A-Z]/i.test(zone)) return { time, offset: 'UTC' };
  const [, sign, ahead, more = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)!;
  return Number(ahead) <= 23 && Number(more) <= 59 ? { time, offset: `${sign}${ahead}:${more}` } : null;
}

const YEAR_FIRST = /^(\d{4})([-/.\s])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=$|T)/;
const FIGURES = /^(\d{1,2})([-/.\s])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/;
const DAY_WORD = /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|e|\.)?[-/.\s]*(\p{L}+)\.?[-/.,\s]*(\d{4}|\d{2})(?!\d)/iu;
const WORD_DAY = /^(?:\p{L}+\.?,\s+)?(\p{L}+)\.?[-/.\s]*(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]+(\d{4}|\d{2})(?![\d:])/iu;
const YEAR_WORD = /^(\d{4})[-/.\s]+(\p{L}+)\.?[-/.\s]+(\d{1,2})(?!\d)/u;

/** The day that a text begins with, and what stands after it. */
function dayOf(text: string, options: DateOptions): { day: string; rest: string } | null {
  if (text.length > 60) return null;
  const found = (match: RegExpExecArray, year: string, month: number, day: string) => {
    const full = fullYear(year, options);
    const likely = dayText(full, month, Number(day));
    const isTooLate = year.length === 2 && likely !== null && options.latest !== undefined && likely > options.latest;
    const written = isTooLate ? dayText(full - 100, month, Number(day)) : likely;
    return written === null ? null : { day: written, rest: text.slice(match[0].length) };
  };
  let match = YEAR_FIRST.exec(text);
  if (match) return found(match, match[1]!, Number(match[3]), match[4]!);
  match = COMPACT.exec(text);
  if (match) return found(match, match[1]!, Number(match[2]), match[3]!);
  match = FIGURES.exec(text);
  if (match) {
    const [first, second, third] = [match[1]!, match[3]!, match[4]!];
    if (options.order === 'YMD') return third.length === 2 ? found(match, first, Number(second), third) : null;
    const [day, month] = options.order === 'DMY' ? [first, second] : [second, first];
    return found(match, third, Number(month), day);
  }
  match = YEAR_WORD.exec(text);
  if (match) return found(match, match[1]!, monthOf(match[2]!), match[3]!);
  match = DAY_WORD.exec(text);
  // `January 31st 2027` has a day and letters after it as well, which are no month.
  if (match && monthOf(match[2]!) > 0) return found(match, match[3]!, monthOf(match[2]!), match[1]!);
  match = WORD_DAY.exec(text);
  return match && found(match, match[3]!, monthOf(match[1]!), match[2]!);
}

function fullYear(text: string, { lastYear = new Date().getUTCFullYear() + 20 }: DateOptions): number {
  const year = Number(text);
  if (text.length === 4) return year;
  const guess = lastYear - (lastYear % 100) + year;
  return guess > lastYear ? guess - 100 : guess;
}

function dayText(year: number, month: number, day: number): string | null {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** By the first three letters; what is left must go on as the name does. */
const months: readonly (readonly string[])[] = [
  ['january', 'januari'],
  ['february', 'februari'],
  ['march', 'maart', 'mrt'],
  ['april'],
  ['may', 'mei'],
  ['june', 'juni'],
  ['july', 'juli'],
  ['august', 'augustus'],
  ['september', 'sept'],
  ['october', 'oktober'],
  ['november'],
  ['december'],
];

function monthOf(name: string): number {
  const word = name.toLowerCase();
  if (word.length < 3) return 0;
  return months.findIndex((names) => names.some((full) => full.startsWith(word))) + 1;
}
