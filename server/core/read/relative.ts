import { Decimal } from 'decimal.js';
import { Temporal } from 'temporal-polyfill';
import type { DateUnitName, RelativePeriodName } from '../enums.js';
import { fault } from '../errors.js';
import { fieldType } from '../field-types.js';
import { say } from '../messages.js';
import { dayAfter, dayBegins, dayEnds, lastDays, nextDays, relativePeriod, todayIn, type Days } from '../periods.js';
import type { Field } from '../registry.js';
import type { Input } from './input.js';
import type { Run, Statement } from './statement.js';

/** Which days a condition asks for, for the reader and on the day of a run. */
export type DaysOf = (run: Run) => Days;

/** The condition of an operator about days or a range; null where the operator is another one. */
export function rangeCondition(statement: Statement, field: Field, column: string, operator: string, operand: Input): string | null {
  switch (operator) {
    case 'between':
      return between(statement, field, column, operand);
    case 'notBetween':
      // An empty value lies between nothing.
      return `(${between(statement, field, column, operand)}) IS NOT TRUE`;
    case 'ageInDays':
    case 'dueInDays': {
      const conditions = operand.fields().map(([comparison, count]) => {
        refuseNull(count);
        return daysCondition(
          statement,
          field,
          column,
          countedDays(operator === 'ageInDays', comparison, count),
          endsOf(operator, comparison),
        );
      });
      return conditions.length === 0 ? 'true' : conditions.join(' AND ');
    }
    default: {
      const days = daysAsked(operator, operand);
      return days && daysCondition(statement, field, column, days, endsOf(operator, operand.value));
    }
  }
}

type End = 'from' | 'to';

function endsOf(operator: string, value: unknown): readonly End[] {
  if (operator === 'within') return value === 'TILL_YESTERDAY' ? ['to'] : value === 'STARTING_TOMORROW' ? ['from'] : ['from', 'to'];
  if (operator === 'inLast' || operator === 'inNext' || value === 'eq') return ['from', 'to'];
  const isLater = value === 'gt' || value === 'gte';
  return isLater === (operator === 'dueInDays') ? ['from'] : ['to'];
}

/** The days that `within`, `inLast` and `inNext` ask for; null for other operators. */
function daysAsked(operator: string, operand: Input): DaysOf | null {
  if (operator === 'within') {
    const name = operand.value as RelativePeriodName;
    return remembered((run) => relativePeriod(name, todayIn(run.now, run.calendar), run.calendar), operand);
  }
  if (operator !== 'inLast' && operator !== 'inNext') return null;
  const [amount, unit] = ['amount', 'unit'].map((name) => operand.get(name)!);
  [amount!, unit!].forEach(refuseNull);
  const name = unit!.value as DateUnitName;
  const make = operator === 'inLast' ? lastDays : nextDays;
  return remembered((run) => make(amount!.read(run.variables) as number, name, todayIn(run.now, run.calendar)), amount!);
}

/** Days by their distance from today. */
function countedDays(isAge: boolean, comparison: string, count: Input): DaysOf {
  return remembered((run) => {
    const distance = count.read(run.variables) as number;
    const strict = comparison === 'gt' ? 1 : comparison === 'lt' ? -1 : 0;
    const day = dayAfter(todayIn(run.now, run.calendar), isAge ? -distance - strict : distance + strict);
    return { from: day, to: day };
  }, count);
}

/** Computes once a run; days that no calendar of ours has are a fault of the operand. */
function remembered(make: DaysOf, { path }: Input): DaysOf {
  let last: { run: Run; days: Days } | undefined;
  return (run) => {
    if (last?.run === run) return last.days;
    try {
      last = { run, days: make(run) };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw fault(path, 'OUT_OF_RANGE', say('faults.daysOutOfRange', { path }));
    }
    return last.days;
  };
}

function daysCondition(statement: Statement, field: Field, column: string, days: DaysOf, ends: readonly End[]): string {
  const { sql } = fieldType(field);
  const isInstant = field.kind === 'instant';
  const conditions = ends.map((end) => {
    if (!isInstant) return `${column} ${end === 'from' ? '>=' : '<='} ${statement.bind((run) => String(days(run)[end]), sql)}`;
    return end === 'from'
      ? `${column} >= ${statement.bind((run) => dayBegins(days(run).from!, run.calendar.timeZone), sql)}`
      : `${column} < ${statement.bind((run) => dayEnds(days(run).to!, run.calendar.timeZone), sql)}`;
  });
  return conditions.length === 1 ? conditions[0]! : `(${conditions.join(' AND ')})`;
}

function between(statement: Statement, field: Field, column: string, operand: Input): string {
  const { sql } = fieldType(field);
  const [from, to] = endsOfRange(operand);
  const low = statement.bind((run) => {
    const [a, b] = [from.read(run.variables), to.read(run.variables)];
    if (isGreater(a, b, sql)) throw fault(operand.path, 'CONTRADICTION', say('faults.rangeReversed', { path: operand.path }));
    return String(a);
  }, sql);
  return `${column} BETWEEN ${low} AND ${statement.bind((run) => String(to.read(run.variables)), sql)}`;
}

function endsOfRange(operand: Input): [from: Input, to: Input] {
  const [from, to] = [operand.get('from')!, operand.get('to')!];
  [from, to].forEach(refuseNull);
  return [from, to];
}

/** Dates and instants are written so that their texts sort as they do. */
function isGreater(a: unknown, b: unknown, sql: string): boolean {
  return sql === 'numeric' || sql === 'integer' ? new Decimal(String(a)).greaterThan(String(b)) : String(a) > String(b);
}

/** Both variables that may have a default and be null nevertheless, and literals. */
function refuseNull(input: Input): void {
  if (input.value === null) throw fault(input.path, 'NULL_OPERAND', say('faults.nullOperand', { path: input.path }));
}

/**
 * The days that a filter of a list allows a field at most, as far as its own conditions on the field say so: `within`,
 * `inLast`, `inNext` and `between`. Null where they say nothing.
 */
export function daysOfFilter(field: Field, filter: Input | undefined): DaysOf | null {
  const conditions = filter?.get(field.name);
  if (!conditions || conditions.value === null) return null;
  const asked = conditions.fields().flatMap(([operator, operand]): DaysOf[] => {
    if (operand.value === null) return [];
    if (operator === 'between') return [daysBetween(field, operand)];
    const days = daysAsked(operator, operand);
    return days ? [days] : [];
  });
  if (asked.length === 0) return null;
  return (run) => asked.map((days) => days(run)).reduce(common);
}

function daysBetween(field: Field, operand: Input): DaysOf {
  const [from, to] = endsOfRange(operand);
  const dayOf = (run: Run, input: Input): Temporal.PlainDate => {
    const text = String(input.read(run.variables));
    return field.kind === 'instant' ? todayIn(new Date(text), run.calendar) : Temporal.PlainDate.from(text);
  };
  return (run) => ({ from: dayOf(run, from), to: dayOf(run, to) });
}

function common(a: Days, b: Days): Days {
  const pick = (x: Temporal.PlainDate | null, y: Temporal.PlainDate | null, sign: number) =>
    !x || !y ? (x ?? y) : Temporal.PlainDate.compare(x, y) * sign > 0 ? x : y;
  return { from: pick(a.from, b.from, 1), to: pick(a.to, b.to, -1) };
}
