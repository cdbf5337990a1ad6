import type { Calendar } from '../../../server/core/calendar.js';

/** Days by their number, 0 being 1970-01-01: a second calendar, without Temporal and without PostgreSQL. */
const DAY_MS = 86_400_000;

export function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime() / DAY_MS;
}

const partsOf = (day: number): { year: number; month: number; day: number } => {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
};

/** `2027-01-31` → its number. */
export const dayFrom = (text: string): number => dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)));

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

export function dayText(day: number): string {
  const { year, month, day: date } = partsOf(day);
  return `${padded(year, 4)}-${padded(month + 1, 2)}-${padded(date, 2)}`;
}

export const FIRST_DAY = dayFrom('0001-01-01');
export const LAST_DAY = dayFrom('9999-12-31');
const clamped = (day: number): number => Math.min(Math.max(day, FIRST_DAY), LAST_DAY);

const formats = new Map<string, Intl.DateTimeFormat>();
const localDays = new Map<string, number>();

/** The day that an instant is on in a zone; days that no date can show are the nearest that one can. */
export function localDay(iso: string, timeZone: string): number {
  const key = `${timeZone} ${iso}`;
  const known = localDays.get(key);
  if (known !== undefined) return known;
  const day = clamped(localDayAt(Date.parse(iso), timeZone));
  localDays.set(key, day);
  return day;
}

function localDayAt(time: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, era: 'short', year: 'numeric', month: 'numeric', day: 'numeric' });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const year = parts['era']!.startsWith('B') ? 1 - Number(parts['year']) : Number(parts['year']);
  return dayOf(year, Number(parts['month']) - 1, Number(parts['day']));
}

const begins = new Map<string, string>();

/** The first instant of a day in a zone, found by trying. */
export function firstInstant(day: number, timeZone: string): string {
  const key = `${timeZone} ${day}`;
  let found = begins.get(key);
  if (!found) {
    let [before, after] = [day * DAY_MS - 30 * 3_600_000, day * DAY_MS + 30 * 3_600_000];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (localDayAt(middle, timeZone) >= day) after = middle;
      else before = middle;
    }
    found = new Date(Math.max(after, FIRST_DAY * DAY_MS)).toISOString();
    begins.set(key, found);
  }
  return found;
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

/** Months are counted on, from January of the year 0. */
const monthOf = (day: number): number => partsOf(day).year * 12 + partsOf(day).month;
const firstOf = (month: number): number => dayOf(Math.floor(month / 12), modulo(month, 12), 1);

const unitMonths: Readonly<Record<string, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12, FISCAL_QUARTER: 3, FISCAL_YEAR: 12 };

export interface Bucket {
  /** Not yet cut to the years that dates can show. */
  readonly from: number;
  readonly to: number;
}

/** The bucket that a day is in; `steps` further on. */
export function bucketAt(day: number, unit: string, { fiscalYearStart, weekStart }: Calendar, steps = 0): Bucket {
  if (unit === 'DAY') return { from: day + steps, to: day + steps };
  if (unit === 'WEEK') {
    // 1970-01-01 was a Thursday.
    const from = day - modulo(modulo(day + 3, 7) + 1 - weekStart, 7) + 7 * steps;
    return { from, to: from + 6 };
  }
  const length = unitMonths[unit]!;
  const shift = unit.startsWith('FISCAL') ? fiscalYearStart - 1 : 0;
  const month = monthOf(day);
  const start = month - modulo(month - shift, length) + length * steps;
  return { from: firstOf(start), to: firstOf(start + length) - 1 };
}

export const bucketDays = ({ from, to }: Bucket): { from: string; to: string } => ({
  from: dayText(clamped(from)),
  to: dayText(clamped(to)),
});

export function bucketName({ from, to }: Bucket, unit: string, { fiscalYearStart }: Calendar): string {
  const { year, month } = partsOf(from);
  // A fiscal year is named by the year that it ends in.
  const fiscal = fiscalYearStart === 1 || month < fiscalYearStart - 1 ? year : year + 1;
  switch (unit) {
    case 'DAY':
      return dayText(from);
    case 'WEEK': {
      const most = partsOf(from + 3).year;
      return `${padded(most, 4)}-W${padded(Math.floor((from + 3 - dayOf(most, 0, 1)) / 7) + 1, 2)}`;
    }
    case 'MONTH':
      return `${padded(year, 4)}-${padded(month + 1, 2)}`;
    case 'QUARTER':
      return `${padded(year, 4)}-Q${month / 3 + 1}`;
    case 'YEAR':
      return padded(year, 4);
    case 'FISCAL_QUARTER':
      return `FY${padded(fiscal, 4)}-Q${modulo(month - fiscalYearStart + 1, 12) / 3 + 1}`;
    default:
      return `FY${padded(partsOf(to).year, 4)}`;
  }
}

/** So many months further, on the same day or the last of a shorter month. */
function monthsLater(day: number, months: number): number {
  const month = monthOf(day) + months;
  return Math.min(firstOf(month) + partsOf(day).day - 1, firstOf(month + 1) - 1);
}

function later(day: number, amount: number, unit: string): number {
  if (unit === 'DAY' || unit === 'WEEK') return day + amount * (unit === 'WEEK' ? 7 : 1);
  return monthsLater(day, amount * unitMonths[unit]!);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The days that `within`, `inLast` and `inNext` ask for; null for other operators. */
export function spanOf(operator: string, operand: unknown, today: number, calendar: Calendar): Span | null {
  if (operator === 'within') {
    const name = operand as string;
    if (name === 'TILL_YESTERDAY') return { from: -Infinity, to: today - 1 };
    if (name === 'STARTING_TOMORROW') return { from: today + 1, to: Infinity };
    const day = ['YESTERDAY', 'TODAY', 'TOMORROW'].indexOf(name);
    if (day >= 0) return { from: today + day - 1, to: today + day - 1 };
    return bucketAt(today, name.slice(5), calendar, { THIS: 0, LAST: -1, NEXT: 1 }[name.slice(0, 4)]);
  }
  if (operator !== 'inLast' && operator !== 'inNext') return null;
  const { amount, unit } = operand as { amount: number; unit: string };
  return operator === 'inLast' ? { from: later(today, -amount, unit) + 1, to: today } : { from: today, to: later(today, amount, unit) - 1 };
}
