import { fieldType } from '../../../server/core/field-types.js';
import { camelCase, screamingCase } from '../../../server/core/names.js';
import type { Field, Module } from '../../../server/core/registry.js';
import { byBytes, comparison, isoInstant } from './compare.js';
import type { Row } from './content.js';
import { dayFrom, localDay, spanOf } from './naive-calendar.js';
import { isInTeam } from './naive-people.js';
import { compared, fieldNamed, seenValue, postgresInstant, valueOf, type Rows } from './naive-rows.js';

/** A filter as graphql-js coerced it. */
export type Filter = Readonly<Record<string, unknown>>;

/** Whether a row meets a filter. Logic is two-valued: an empty value is different from every value. */
export function matches(rows: Rows, module: Module, row: Row, filter: Filter): boolean {
  const { registry } = rows;
  return Object.entries(filter).every(([name, condition]) => {
    if (name === 'and') return (condition as Filter[]).every((one) => matches(rows, module, row, one));
    if (name === 'or') return (condition as Filter[]).some((one) => matches(rows, module, row, one));
    if (name === 'not') return !matches(rows, module, row, condition as Filter);
    const list = module.relatedLists.get(name);
    if (list) return matchesList(rows, registry.module(list.module), rows.related(list, row), condition as Filter);
    const field = fieldNamed(module, name);
    if (field.kind === 'lookup' && name === field.name) {
      const record = rows.target(field, row);
      return record !== undefined && matches(rows, registry.target(field), record, condition as Filter);
    }
    if (field.kind === 'reference' && name === field.name) {
      const value = valueOf(field, row);
      const record = rows.referred(field, row);
      return Object.entries(condition as Filter).every(([part, one]) => {
        const target = registry.targets(field).find((of) => camelCase(of.name) === part);
        if (target) return record?.module === target && matches(rows, target, record.row, one as Filter);
        const prefix = value?.slice(0, value.lastIndexOf('_'));
        const of = registry.targets(field).find((found) => found.prefix === prefix);
        const key = of ? screamingCase(of.name) : null;
        return Object.entries(one as Filter).every(([operator, operand]) => holds(rows, module, MODULE, key, operator, operand));
      });
    }
    const value = field.shown ? seenValue(rows, module, field, row) : compared(module, field, row);
    return Object.entries(condition as Filter).every(([operator, operand]) => holds(rows, module, field, value, operator, operand));
  });
}

const MODULE = { kind: 'enum' } as Field;

function matchesList(rows: Rows, module: Module, related: readonly Row[], condition: Filter): boolean {
  const seen = related.filter((row) => rows.isVisible(module, row, 'WITHOUT'));
  return Object.entries(condition).every(([quantifier, filter]) => {
    const one = (row: Row): boolean => matches(rows, module, row, filter as Filter);
    if (quantifier === 'some') return seen.some(one);
    if (quantifier === 'none') return !seen.some(one);
    return seen.every(one);
  });
}

/** Whether a value, as PostgreSQL prints it, meets one operator. */
export function holds(rows: Rows, module: Module, field: Field, value: string | null, operator: string, operand: unknown): boolean {
  const compare = field.kind === 'picklist' ? byBytes : comparison(field);
  const difference = (one: unknown): number => (value === null ? NaN : compare(value, operandText(rows, module, field, one)));
  const equals = (one: unknown): boolean => difference(one) === 0;
  const text = value === null ? null : value.toLowerCase();
  const lower = typeof operand === 'string' ? operand.normalize('NFC').toLowerCase() : '';
  const { calendar, now, userId } = rows.viewer;
  const day = (): number => (field.kind === 'instant' ? localDay(isoInstant(value!), calendar.timeZone) : dayFrom(value!));
  const today = localDay(now, calendar.timeZone);
  /** Whether these are the record's keys, as far as they go. */
  const has = (pairs: unknown): boolean => {
    const own = value === null ? {} : (JSON.parse(value) as Record<string, string>);
    return Object.entries(pairs as Record<string, string>).every(([source, key]) => own[source] === key);
  };
  switch (operator) {
    case 'has':
      return has(operand);
    case 'hasAny':
      return (operand as unknown[]).some(has);
    case 'within':
    case 'inLast':
    case 'inNext': {
      if (value === null) return false;
      const { from, to } = spanOf(operator, operand, today, calendar)!;
      return from <= day() && day() <= to;
    }
    case 'ageInDays':
    case 'dueInDays': {
      const counts = Object.entries(operand as Readonly<Record<string, number>>);
      if (value === null) return counts.length === 0;
      const days = operator === 'ageInDays' ? today - day() : day() - today;
      return counts.every(([comparison, count]) => counted[comparison]!(days, count));
    }
    case 'between':
    case 'notBetween': {
      const { from, to } = operand as { from: unknown; to: unknown };
      return (difference(from) >= 0 && difference(to) <= 0) === (operator === 'between');
    }
    case 'labelContains':
      return rows.picklistValue(field, value)?.label.toLowerCase().includes(lower) ?? false;
    case 'isMe':
      return (value === userId) === operand;
    case 'inTeamOf':
    case 'inRole':
    case 'inRoleOrBelow':
      return value !== null && isInTeam(rows, operator, value, String(operand));
    case 'isNull':
      return (value === null) === operand;
    case 'eq':
      return equals(operand);
    case 'notEq':
      return !equals(operand);
    case 'in':
      return (operand as unknown[]).some(equals);
    case 'notIn':
      return !(operand as unknown[]).some(equals);
    case 'gt':
      return difference(operand) > 0;
    case 'gte':
      return difference(operand) >= 0;
    case 'lt':
      return difference(operand) < 0;
    case 'lte':
      return difference(operand) <= 0;
    case 'equalsIgnoreCase':
      return text === lower;
    case 'contains':
      return text !== null && text.includes(lower);
    case 'notContains':
      return text === null || !text.includes(lower);
    case 'startsWith':
      return text !== null && text.startsWith(lower);
    case 'endsWith':
      return text !== null && text.endsWith(lower);
    default:
      throw new Error(`The naive server knows no operator ${operator}.`);
  }
}

const counted: Readonly<Record<string, (days: number, count: number) => boolean>> = {
  eq: (days, count) => days === count,
  gt: (days, count) => days > count,
  gte: (days, count) => days >= count,
  lt: (days, count) => days < count,
  lte: (days, count) => days <= count,
};

/** An operand in the form of the values it is compared with. An id of another module is nobody's. */
function operandText({ registry }: Rows, module: Module, field: Field, operand: unknown): string {
  // As texts are stored.
  const text = fieldType(field).sql === 'text' ? String(operand).normalize('NFC') : String(operand);
  if (field.kind === 'instant') return postgresInstant(text);
  if (field.kind === 'reference') return registry.targets(field).some(({ prefix }) => text.startsWith(`${prefix}_`)) ? text : 'nobody_';
  if (field.kind !== 'id' && field.kind !== 'lookup') return text;
  const { prefix } = field.kind === 'id' ? module : registry.target(field);
  return text.startsWith(`${prefix}_`) ? text.slice(prefix.length + 1) : 'nobody';
}
