import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.js';
import type { DateBucketName, DateUnitName, RelativePeriodName } from './enums.js';

/** Days from one to another, both among them; null: without an end on that side. */
export interface Days {
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
}

/** The days that dates and instants of records lie between. */
const FIRST = Temporal.PlainDate.from('0001-01-01');
const LAST = Temporal.PlainDate.from('9999-12-31');

/** The day it is for the reader. */
export const todayIn = (now: Date, { timeZone }: Calendar): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();

/** The first day of the bucket that a day is in. */
export function bucketStart(day: Temporal.PlainDate, bucket: DateBucketName, { weekStart, fiscalYearStart }: Calendar): Temporal.PlainDate {
  switch (bucket) {
    case 'DAY':
      return day;
    case 'WEEK':
      return day.subtract({ days: (day.dayOfWeek - weekStart + 7) % 7 });
    case 'MONTH':
      return day.with({ day: 1 });
    case 'QUARTER':
      return monthsBack(day, (day.month - 1) % 3);
    case 'YEAR':
      return monthsBack(day, day.month - 1);
    case 'FISCAL_QUARTER':
      return monthsBack(day, (day.month - fiscalYearStart + 12) % 3);
    case 'FISCAL_YEAR':
      return monthsBack(day, (day.month - fiscalYearStart + 12) % 12);
  }
}

const monthsBack = (day: Temporal.PlainDate, months: number): Temporal.PlainDate => day.with({ day: 1 }).subtract({ months });

const lengths: Readonly<Record<DateBucketName, Temporal.DurationLike>> = {
  DAY: { days: 1 },
  WEEK: { weeks: 1 },
  MONTH: { months: 1 },
  QUARTER: { months: 3 },
  YEAR: { years: 1 },
  FISCAL_QUARTER: { months: 3 },
  FISCAL_YEAR: { years: 1 },
};

/**
 * The days of a period as seen from today.
 *
 * @throws RangeError where they would lie outside of the years 0001 to 9999
 */
export function relativePeriod(name: RelativePeriodName, today: Temporal.PlainDate, calendar: Calendar): Days {
  if (name === 'TILL_YESTERDAY') return within({ from: null, to: today.subtract({ days: 1 }) });
  if (name === 'STARTING_TOMORROW') return within({ from: today.add({ days: 1 }), to: null });
  const [which, bucket] = whichOf(name);
  const start = bucketStart(today, bucket, calendar);
  const from = which === 'LAST' ? start.subtract(lengths[bucket]) : which === 'NEXT' ? start.add(lengths[bucket]) : start;
  return within({ from, to: from.add(lengths[bucket]).subtract({ days: 1 }) });
}

function whichOf(name: RelativePeriodName): [which: 'THIS' | 'LAST' | 'NEXT', bucket: DateBucketName] {
  if (name === 'TODAY') return ['THIS', 'DAY'];
  if (name === 'YESTERDAY') return ['LAST', 'DAY'];
  if (name === 'TOMORROW') return ['NEXT', 'DAY'];
  return [name.slice(0, 4) as 'THIS', name.slice(5) as DateBucketName];
}

/** So many units of whole days that end with today. */
export const lastDays = (amount: number, unit: DateUnitName, today: Temporal.PlainDate): Days =>
  within({ from: today.subtract(span(amount, unit)).add({ days: 1 }), to: today });

/** So many units of whole days that begin with today. */
export const nextDays = (amount: number, unit: DateUnitName, today: Temporal.PlainDate): Days =>
  within({ from: today, to: today.add(span(amount, unit)).subtract({ days: 1 }) });

function span(amount: number, unit: DateUnitName): Temporal.DurationLike {
  if (amount < 1) throw new RangeError('At least one.');
  return unit === 'QUARTER' ? { months: amount * 3 } : { [`${unit.toLowerCase()}s`]: amount };
}

/** A day so many days after another; before it when negative. */
export const dayAfter = (day: Temporal.PlainDate, days: number): Temporal.PlainDate => checked(day.add({ days }));

function within(days: Days): Days {
  if (days.from) checked(days.from);
  if (days.to) checked(days.to);
  return days;
}

function checked(day: Temporal.PlainDate): Temporal.PlainDate {
  if (Temporal.PlainDate.compare(day, FIRST) < 0 || Temporal.PlainDate.compare(day, LAST) > 0) throw new RangeError('Out of the years.');
  return day;
}

/**
 * The first instant of a day in a zone, as PostgreSQL reads it: where midnight does not exist the one that the day begins
 * with, where it comes twice the first. Before the first and after the last day of all there is no bound.
 */
export function dayBegins(day: Temporal.PlainDate, timeZone: string): string {
  if (Temporal.PlainDate.compare(day, FIRST) <= 0) return '-infinity';
  if (Temporal.PlainDate.compare(day, LAST) > 0) return 'infinity';
  return day.toZonedDateTime(timeZone).toInstant().toString();
}

/** The first instant after a day. */
export const dayEnds = (day: Temporal.PlainDate, timeZone: string): string => dayBegins(day.add({ days: 1 }), timeZone);
