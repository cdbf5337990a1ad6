import { expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../server/core/calendar.js';
import { DateBucket, RelativePeriod, type DateBucketName, type RelativePeriodName } from '../../server/core/enums.js';
import { bucketStart, dayBegins, dayEnds, lastDays, nextDays, relativePeriod, todayIn, type Days } from '../../server/core/periods.js';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const calendar = (change: Partial<Calendar> = {}): Calendar => ({ timeZone: 'UTC', fiscalYearStart: 1, weekStart: 1, ...change });
const asText = ({ from, to }: Days): string => `${from?.toString() ?? '…'} ${to?.toString() ?? '…'}`;
const period = (name: RelativePeriodName, today: string, change?: Partial<Calendar>): string =>
  asText(relativePeriod(name, day(today), calendar(change)));

test('a fiscal year that starts in February runs to the end of January, and its quarters with it', () => {
  const february = { fiscalYearStart: 2 };
  expect(period('THIS_FISCAL_YEAR', '2027-01-31', february)).toBe('2026-02-01 2027-01-31');
  expect(period('THIS_FISCAL_YEAR', '2027-02-01', february)).toBe('2027-02-01 2028-01-31');
  expect(period('LAST_FISCAL_YEAR', '2027-02-01', february)).toBe('2026-02-01 2027-01-31');
  // Its last quarter goes over the end of the calendar year.
  expect(period('THIS_FISCAL_QUARTER', '2026-12-31', february)).toBe('2026-11-01 2027-01-31');
  expect(period('THIS_FISCAL_QUARTER', '2027-01-01', february)).toBe('2026-11-01 2027-01-31');
  expect(period('NEXT_FISCAL_QUARTER', '2027-01-31', february)).toBe('2027-02-01 2027-04-30');
  expect(period('LAST_FISCAL_QUARTER', '2027-02-01', february)).toBe('2026-11-01 2027-01-31');
});

test('a fiscal year that starts in October, one that starts in March of a leap year, and the calendar year', () => {
  expect(period('THIS_FISCAL_YEAR', '2026-09-30', { fiscalYearStart: 10 })).toBe('2025-10-01 2026-09-30');
  expect(period('THIS_FISCAL_QUARTER', '2026-11-24', { fiscalYearStart: 10 })).toBe('2026-10-01 2026-12-31');
  expect(period('THIS_FISCAL_YEAR', '2028-02-29', { fiscalYearStart: 3 })).toBe('2027-03-01 2028-02-29');
  expect(period('THIS_FISCAL_QUARTER', '2028-02-29', { fiscalYearStart: 12 })).toBe('2027-12-01 2028-02-29');
  expect(period('THIS_FISCAL_YEAR', '2026-11-24')).toBe(period('THIS_YEAR', '2026-11-24'));
  expect(period('THIS_QUARTER', '2026-11-24', { fiscalYearStart: 2 })).toBe('2026-10-01 2026-12-31');
});

test('weeks begin on the day that the organisation says', () => {
  // 2026-11-24 is a Tuesday.
  expect(period('THIS_WEEK', '2026-11-24')).toBe('2026-11-23 2026-11-29');
  expect(period('THIS_WEEK', '2026-11-24', { weekStart: 7 })).toBe('2026-11-22 2026-11-28');
  expect(period('THIS_WEEK', '2026-11-24', { weekStart: 6 })).toBe('2026-11-21 2026-11-27');
  expect(period('THIS_WEEK', '2026-11-22', { weekStart: 7 })).toBe('2026-11-22 2026-11-28');
  expect(period('LAST_WEEK', '2027-01-01', { weekStart: 7 })).toBe('2026-12-20 2026-12-26');
  expect(period('NEXT_WEEK', '2026-12-27')).toBe('2026-12-28 2027-01-03');
});

test('the last so many days end with today and the next ones begin with it', () => {
  const today = day('2026-03-31');
  expect(asText(lastDays(7, 'DAY', today))).toBe('2026-03-25 2026-03-31');
  expect(asText(nextDays(7, 'DAY', today))).toBe('2026-03-31 2026-04-06');
  expect(asText(lastDays(2, 'WEEK', today))).toBe('2026-03-18 2026-03-31');
  expect(asText(lastDays(1, 'MONTH', today))).toBe('2026-03-01 2026-03-31');
  expect(asText(nextDays(1, 'MONTH', day('2026-01-31')))).toBe('2026-01-31 2026-02-27');
  expect(asText(lastDays(1, 'QUARTER', today))).toBe('2026-01-01 2026-03-31');
  expect(asText(lastDays(1, 'YEAR', day('2028-02-29')))).toBe('2027-03-01 2028-02-29');
  expect(period('TILL_YESTERDAY', '2026-03-31')).toBe('… 2026-03-30');
  expect(period('STARTING_TOMORROW', '2026-03-31')).toBe('2026-04-01 …');
});

test('days that no calendar here has are refused, however far away', () => {
  const today = day('2026-11-24');
  for (const make of [lastDays, nextDays])
    for (const unit of ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const)
      for (const amount of [0, -1, 1_000_000_000, 2_147_483_647]) expect(() => make(amount, unit, today)).toThrow(RangeError);
  expect(() => period('NEXT_YEAR', '9999-06-01')).toThrow(RangeError);
  expect(() => period('LAST_YEAR', '0001-06-01')).toThrow(RangeError);
});

test('every day is in one bucket of each kind, the days of a bucket lie together, and buckets follow each other', () => {
  for (let fiscalYearStart = 1; fiscalYearStart <= 12; fiscalYearStart++) {
    const each = calendar({ fiscalYearStart, weekStart: (fiscalYearStart % 7) + 1 });
    for (const bucket of Object.keys(DateBucket.values) as DateBucketName[]) {
      let start = bucketStart(day('2027-10-25'), bucket, each);
      for (let at = day('2027-10-25'); Temporal.PlainDate.compare(at, day('2028-03-10')) < 0; at = at.add({ days: 1 })) {
        const found = bucketStart(at, bucket, each);
        // Either the bucket of the day before, or a new one that begins with this day.
        if (!found.equals(start) && !found.equals(at)) expect([bucket, String(found)]).toEqual([bucket, String(at)]);
        start = found;
      }
    }
  }
});

test('this period follows the last one and is followed by the next one', () => {
  const units = Object.keys(RelativePeriod.values).flatMap((name) => (name.startsWith('THIS_') ? [name.slice(5)] : []));
  expect(units).toHaveLength(6);
  for (let at = day('2027-12-20'); at.year < 2029; at = at.add({ days: 11 })) {
    for (const unit of units) {
      const each = calendar({ fiscalYearStart: (at.day % 12) + 1, weekStart: (at.day % 7) + 1 });
      const [last, current, next] = ['LAST', 'THIS', 'NEXT'].map((which) =>
        relativePeriod(`${which}_${unit}` as RelativePeriodName, at, each),
      );
      expect(String(last!.to!.add({ days: 1 }))).toBe(String(current!.from));
      expect(String(current!.to!.add({ days: 1 }))).toBe(String(next!.from));
      expect(Temporal.PlainDate.compare(current!.from!, at) <= 0 && Temporal.PlainDate.compare(at, current!.to!) <= 0).toBe(true);
    }
  }
});

test('a day begins with its first moment: also where midnight is missing or comes twice, and days have 23 to 25 hours', () => {
  const hours = (text: string, zone: string) => (Date.parse(dayEnds(day(text), zone)) - Date.parse(dayBegins(day(text), zone))) / 3_600_000;
  expect(dayBegins(day('2018-11-04'), 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00Z');
  expect(hours('2018-11-04', 'America/Sao_Paulo')).toBe(23);
  expect(hours('2018-02-17', 'America/Sao_Paulo')).toBe(25);
  expect(dayBegins(day('2026-03-29'), 'Asia/Beirut')).toBe('2026-03-28T22:00:00Z');
  expect(hours('2026-03-29', 'Asia/Beirut')).toBe(23);
  expect(dayBegins(day('2025-11-02'), 'America/Havana')).toBe('2025-11-02T04:00:00Z');
  expect(hours('2025-11-02', 'America/Havana')).toBe(25);
  expect(dayBegins(day('0001-01-01'), 'Asia/Tokyo')).toBe('-infinity');
  expect(dayEnds(day('9999-12-31'), 'America/New_York')).toBe('infinity');
  expect(String(todayIn(new Date('2026-11-24T22:30:00Z'), calendar({ timeZone: 'Asia/Kathmandu' })))).toBe('2026-11-25');
});
