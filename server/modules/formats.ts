import { weekdays } from '../core/calendar.js';
import { defineEnum } from '../core/enums.js';

export const Weekday = defineEnum('Weekday', 'A day of the week.', {
  MONDAY: 'Monday.',
  TUESDAY: 'Tuesday.',
  WEDNESDAY: 'Wednesday.',
  THURSDAY: 'Thursday.',
  FRIDAY: 'Friday.',
  SATURDAY: 'Saturday.',
  SUNDAY: 'Sunday.',
} satisfies Record<(typeof weekdays)[number], string>);

export const DateFormat = defineEnum('DateFormat', 'How people see dates; the API itself always speaks `YYYY-MM-DD`.', {
  YMD_DASHES: '2027-01-31.',
  YMD_SLASHES: '2027/01/31.',
  YMD_DOTS: '2027.01.31.',
  DMY_DASHES: '31-01-2027.',
  DMY_SLASHES: '31/01/2027.',
  DMY_DOTS: '31.01.2027.',
  DMY_WORDS: '31 Jan 2027, the month in the language of the reader.',
  MDY_DASHES: '01-31-2027.',
  MDY_SLASHES: '01/31/2027.',
  MDY_WORDS: 'Jan 31, 2027, the month in the language of the reader.',
});

export const TimeFormat = defineEnum('TimeFormat', 'How people see times of the day.', {
  H24: '14:30.',
  H12: '2:30 PM.',
});

export const NumberFormat = defineEnum('NumberFormat', 'How people see numbers; the API itself always uses a point and no groups.', {
  COMMA_POINT: '1,234,567.89.',
  POINT_COMMA: '1.234.567,89.',
  SPACE_COMMA: '1 234 567,89.',
  SPACE_POINT: '1 234 567.89.',
  APOSTROPHE_POINT: "1'234'567.89.",
  COMMA_POINT_INDIAN: '12,34,567.89: groups of two above the thousands.',
});

export const NameFormat = defineEnum('NameFormat', 'The order in which people see the parts of names.', {
  SALUTATION_FIRST_LAST: 'Ms. Ada Lovelace.',
  SALUTATION_LAST_FIRST: 'Ms. Lovelace Ada.',
  FIRST_LAST_SALUTATION: 'Ada Lovelace Ms.',
});

/** The forms that are common where a language is spoken: what a new organisation starts with. */
export function formatsOf(language: string): { readonly dateFormat: string; readonly timeFormat: string; readonly numberFormat: string } {
  const parts = new Intl.DateTimeFormat(language, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(0);
  const order = parts.flatMap(({ type }) => ({ year: 'Y', month: 'M', day: 'D' })[type as string] ?? []).join('');
  const mark = parts.find(({ type }) => type === 'literal')?.value.trim() ?? '';
  const dateFormat = `${order}_${{ '-': 'DASHES', '/': 'SLASHES', '.': 'DOTS' }[mark] ?? ''}`;
  const { hourCycle = 'h23' } = new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions();
  const number = new Intl.NumberFormat(language, { useGrouping: true }).formatToParts(1_234_567.5);
  const text = (wanted: string): string => number.find(({ type }) => type === wanted)?.value ?? '';
  const isIndian = number[0]?.value.length === 2;
  const group = { ',': 'COMMA', '.': 'POINT', '’': 'APOSTROPHE', "'": 'APOSTROPHE' }[text('group')] ?? 'SPACE';
  const numberFormat = `${group}_${text('decimal') === ',' ? 'COMMA' : 'POINT'}${isIndian ? '_INDIAN' : ''}`;
  return {
    dateFormat: dateFormat in DateFormat.values ? dateFormat : 'YMD_DASHES',
    timeFormat: hourCycle.startsWith('h1') ? 'H12' : 'H24',
    numberFormat: numberFormat in NumberFormat.values ? numberFormat : 'COMMA_POINT',
  };
}
