import { Temporal } from 'temporal-polyfill';

/** The days of a week, as ISO counts them: the first is 1. */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

/** How days are counted for a reader: their zone, and the organisation's year and week. */
export interface Calendar {
  /** IANA name. */
  readonly timeZone: string;
  /** The month that the fiscal year begins with, 1 to 12. */
  readonly fiscalYearStart: number;
  /** The day that a week begins with, as ISO counts: 1 is Monday, 7 Sunday. */
  readonly weekStart: number;
}

export const standardCalendar: Calendar = { timeZone: 'UTC', fiscalYearStart: 1, weekStart: 1 };

/** Today in a zone, `YYYY-MM-DD`. */
export const todayIn = (timeZone: string, now = new Date()): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** Whether a text is the name of a time zone, in any case: `Europe/Amsterdam`, `UTC`; an offset is none. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}
