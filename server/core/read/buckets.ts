import type { DateBucketName } from '../enums.js';
import type { Field } from '../registry.js';
import { columnOf } from './scope.js';
import type { Binder, Statement } from './statement.js';

/** Whether values of a field can be put together by days. */
export const isBucketed = ({ kind }: Field): boolean => kind === 'date' || kind === 'instant';

/** The name of the key that tells the days of a bucket. */
export const periodName = (field: Field): string => `${field.name}Period`;

/**
 * A bucket in SQL. Rows are grouped by `value`: the bucket's begin, moved so that its weeks begin on Monday and its fiscal
 * years in January, which is what `date_trunc` can do for each row without more. Everything else is made of that, once a
 * group.
 */
export interface Bucket {
  readonly unit: DateBucketName;
  /** The value of a row, from its own column or from another date. */
  value(column: string): string;
  /** Its type. */
  readonly type: 'date' | 'timestamp';
  /** From one value to the next. */
  readonly step: string;
  /** The first day. */
  from(value: string): string;
  /** The last day. */
  to(value: string): string;
  /** What the key shows: the first day, or the first moment of it. */
  key(value: string): string;
  /** `2027-Q1`. */
  label(value: string): string;
}

const bindZone: Binder = (run) => run.calendar.timeZone;
/** From the day that weeks begin with to the next Monday. */
const bindWeek: Binder = (run) => `${(8 - run.calendar.weekStart) % 7} days`;
/** From January to the month that the fiscal year begins with. */
const bindFiscal: Binder = (run) => `${run.calendar.fiscalYearStart - 1} months`;
/** A fiscal year is named by the calendar year that it ends in. */
const bindFiscalName: Binder = (run) => (run.calendar.fiscalYearStart === 1 ? '0' : '1 year');

const units: Readonly<Record<DateBucketName, { trunc: string; step: string; label: string }>> = {
  DAY: { trunc: 'day', step: '1 day', label: 'YYYY-MM-DD' },
  WEEK: { trunc: 'week', step: '7 days', label: '' },
  MONTH: { trunc: 'month', step: '1 month', label: 'YYYY-MM' },
  QUARTER: { trunc: 'quarter', step: '3 months', label: 'YYYY"-Q"Q' },
  YEAR: { trunc: 'year', step: '1 year', label: 'YYYY' },
  FISCAL_QUARTER: { trunc: 'quarter', step: '3 months', label: '"FY"YYYY"-Q"Q' },
  FISCAL_YEAR: { trunc: 'year', step: '1 year', label: '"FY"YYYY' },
};

const FIRST = `'0001-01-01'`;
const LAST = `'9999-12-31'`;

/** GREATEST and LEAST pass over what is empty; here it stays empty. */
const unlessEmpty = (value: string, sql: string): string => `CASE WHEN ${value} IS NOT NULL THEN ${sql} END`;

/** The bucket of a field's values in the reader's calendar. */
export function bucketOf(statement: Statement, field: Field, unit: DateBucketName): Bucket {
  const { trunc, step, label } = units[unit];
  const isInstant = field.kind === 'instant';
  const isFiscal = unit.startsWith('FISCAL');
  const zone = () => statement.bind(bindZone, 'text');
  const [there, back] = isFiscal
    ? [() => ` - ${statement.bind(bindFiscal, 'interval')}`, () => ` + ${statement.bind(bindFiscal, 'interval')}`]
    : unit === 'WEEK'
      ? [() => ` + ${statement.bind(bindWeek, 'interval')}`, () => ` - ${statement.bind(bindWeek, 'interval')}`]
      : [() => '', () => ''];
  // Days of years that no date of ours can show count as the nearest that one can.
  const local = (column: string) =>
    unlessEmpty(column, `greatest(least(${column} AT TIME ZONE ${zone()}, '9999-12-31 23:59:59.999'::timestamp), ${FIRST}::timestamp)`);
  const truncated = (sql: string, isDate: boolean): string => {
    if (unit === 'DAY') return isDate ? sql : `(${sql})::date`;
    const shift = there();
    return `date_trunc('${trunc}', ${isDate && !shift ? `${sql}::timestamp` : `${sql}${shift}`})`;
  };
  const from = (value: string) => unlessEmpty(value, `greatest((${value}${back()})::date, ${FIRST}::date)`);
  return {
    unit,
    type: unit === 'DAY' ? 'date' : 'timestamp',
    step: `'${step}'::interval`,
    value: (column) => truncated(isInstant ? local(column) : column, !isInstant),
    from: unit === 'DAY' ? (value) => value : from,
    to: (value) =>
      unit === 'DAY' ? value : unlessEmpty(value, `least((${value} + '${step}'::interval${back()})::date - 1, ${LAST}::date)`),
    key(value) {
      const first = unit === 'DAY' ? value : from(value);
      return isInstant ? firstMoment(`(${first})::timestamp`, zone()) : first;
    },
    label(value) {
      if (unit !== 'WEEK')
        return `to_char(${value}${isFiscal ? ` + ${statement.bind(bindFiscalName, 'interval')}` : '::timestamp'}, '${label}')`;
      const middle = `(${value}${back()} + '3 days'::interval)`;
      // PostgreSQL writes the year before the first as 0001 too.
      const year = `CASE WHEN ${middle} < ${FIRST} THEN '0000' ELSE to_char(${middle}, 'YYYY') END`;
      return `(${year} || '-W' || lpad(((extract(doy FROM ${middle})::integer + 6) / 7)::text, 2, '0'))`;
    },
  };
}

/** The first moment of a local day. Where clocks go back at midnight it comes twice, and PostgreSQL takes the second. */
function firstMoment(midnight: string, zone: string): string {
  const taken = `(${midnight} AT TIME ZONE ${zone})`;
  const earlier = `(${taken} - '1 hour'::interval)`;
  const first = `CASE WHEN ${earlier} AT TIME ZONE ${zone} >= ${midnight} THEN ${earlier} ELSE ${taken} END`;
  return unlessEmpty(midnight, `greatest(${first}, '0001-01-01 00:00+00'::timestamptz)`);
}

/** The value of a bucket that a calendar day is in. */
export const valueOfDay = (bucket: Bucket, statement: Statement, field: Field, day: Binder): string =>
  bucketOf(statement, { ...field, kind: 'date' }, bucket.unit).value(statement.bind(day, 'date'));

/** What rows are grouped by. */
export const groupedColumn = (field: Field, bucket: Bucket | null, alias: string): string =>
  bucket ? bucket.value(columnOf(field, alias)) : columnOf(field, alias);
