import { fault } from '../errors.js';
import { fieldType, fieldTypes } from '../field-types.js';
import { say } from '../messages.js';
import { fingerprint, readCursor } from './cursor.js';
import type { Field, Module } from '../registry.js';
import type { Input } from './input.js';
import { asCell, comparedColumn, picklistPlace, refuseHidden, valueOf, type Scope } from './scope.js';
import type { Binder, Statement } from './statement.js';

export const MAX_TERMS = 10;

/** One term of an order, as SQL. */
export interface Term {
  readonly expression: string;
  /** What a cursor holds of it. */
  readonly cell: string;
  readonly sql: string;
  readonly collate?: string;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
  /** Whether the expression can be null; row comparisons need that it can't. */
  readonly nullable: boolean;
}

/** A total order: the terms asked for, and the id last. */
export interface Order {
  readonly terms: readonly Term[];
  /** Names the list and its order in cursors. */
  readonly print: string;
}

/** The order of a list; without terms the module's own, or the newest record first (ids sort by creation). */
export function orderOf(scope: Scope, orderBy: Input | undefined): Order {
  const items = orderBy?.value === null ? [] : (orderBy?.items() ?? []);
  if (items.length > MAX_TERMS)
    throw fault(orderBy!.path, 'TOO_MANY', say('faults.tooManyTerms', { path: orderBy!.path, limit: MAX_TERMS }), { limit: MAX_TERMS });
  const names: string[] = [];
  const terms =
    items.length > 0
      ? items.flatMap((item) => termsOf(scope, item, names))
      : scope.module.order.map((name) => fieldTerm(scope, scope.module.fields.get(name)!, 'ASC', names));
  const descending = terms.at(-1)?.descending ?? true;
  const id: Term = {
    expression: `${scope.alias}.id`,
    cell: `${scope.alias}.id`,
    sql: 'uuid',
    descending,
    nullsFirst: descending,
    nullable: false,
  };
  return { terms: [...terms, id], print: fingerprint(scope.module.name, names.join(',')) };
}

/** The one field that an input of an order has. */
export function onlyField(item: Input): [name: string, value: Input] {
  const given = item.value === null ? [] : item.fields();
  const [only] = given;
  if (given.length === 1 && only && only[1].value !== null) return only;
  throw fault(item.path, 'CONTRADICTION', say('faults.oneFieldATerm', { path: item.path }));
}

/** A term by an expression of a type, empty where there is nothing. */
export function sorted(expression: string, sql: string, sortOrder: string): Term {
  const [direction, , nulls] = sortOrder.split('_');
  const descending = direction === 'DESC';
  return { expression, cell: expression, sql, descending, nullsFirst: nulls ? nulls === 'FIRST' : descending, nullable: true };
}

/** What one input of an order means for the rows of `scope`, mostly one term; `names` gathers what a cursor calls them. */
export function termsOf(scope: Scope, item: Input, names: string[], optional = false): Term[] {
  const [name, input] = onlyField(item);
  const field = scope.module.fields.get(name)!;
  refuseHidden(scope.compilation, scope.module, field, input.path);
  if (field.kind === 'lookup') {
    names.push(name);
    return termsOf(scope.join(field), input, names, true);
  }
  if (field.kind === 'reference') return nameTerms(scope, field, input, names);
  return (field.sortedBy ?? [name]).map((one) => {
    const by = scope.module.fields.get(one)!;
    refuseHidden(scope.compilation, scope.module, by, input.path);
    return fieldTerm(scope, by, input.value as string, names, optional);
  });
}

/** The fields that the display name of a module's records is sorted by. */
const nameFields = ({ displayName, fields }: Module): Field[] =>
  displayName ? (displayName.sortedBy ?? [displayName.name]).map((name) => fields.get(name)!) : [];

/** The order by the display names of a reference's records, whichever module they are of. */
function nameTerms(scope: Scope, field: Field, input: Input, names: string[]): Term[] {
  const { compilation } = scope;
  const parts = compilation.registry.targets(field).map((target) => {
    const joined = scope.join(field, target);
    return nameFields(target).map((by) => {
      refuseHidden(compilation, target, by, input.path);
      return comparedColumn(by, joined.alias);
    });
  });
  names.push(field.name, input.value as string);
  return Array.from({ length: Math.max(...parts.map(({ length }) => length)) }, (_, at) => {
    const expression = `coalesce(${parts.flatMap((columns) => columns[at] ?? []).join(', ')})`;
    return { ...sorted(expression, 'text', input.value as string), collate: fieldTypes.text.collate! };
  });
}

function fieldTerm(scope: Scope, field: Field, sortOrder: string, names: string[], optional = false): Term {
  const [direction, , nulls] = sortOrder.split('_');
  names.push(field.name, sortOrder);
  const column = comparedColumn(field, scope.alias);
  const isPicklist = field.kind === 'picklist';
  const { sql, collate } = fieldType(field);
  const descending = direction === 'DESC';
  const expression = isPicklist ? picklistPlace(scope.compilation, field, column) : column;
  return {
    expression,
    cell: isPicklist ? expression : field.custom ? valueOf(field, scope.alias) : asCell(column, sql),
    sql: isPicklist ? 'integer' : sql,
    ...(!isPicklist && collate && { collate }),
    descending,
    nullsFirst: nulls ? nulls === 'FIRST' : descending,
    nullable: optional || isPicklist || !field.required,
  };
}

/** The same order from its other end. */
export const reversed = (order: Order): Order => ({
  ...order,
  terms: order.terms.map((one) => ({ ...one, descending: !one.descending, nullsFirst: !one.nullsFirst })),
});

/** `ORDER BY` without its keyword. What PostgreSQL does anyway is left out, so that plans and snapshots read well. */
export const orderSql = ({ terms }: Pick<Order, 'terms'>): string =>
  terms
    .map(({ expression, descending, nullsFirst, nullable }) => {
      const nulls = nullable && nullsFirst !== descending ? ` NULLS ${nullsFirst ? 'FIRST' : 'LAST'}` : '';
      return `${expression}${descending ? ' DESC' : ''}${nulls}`;
    })
    .join(', ');

/** The cells that a cursor of the order is made of. */
export const cursorCells = (scope: Scope, { terms }: Order): number[] => terms.map(({ cell }) => scope.cell(cell));

/**
 * Rows strictly after the cursor in `order`. Which of its values are null is part of the plan's key; the values bind.
 */
export function afterCursor(statement: Statement, order: Order, cursor: Input): string {
  let last: { text: unknown; values: (string | null)[] } | undefined;
  const valuesOf = (text: unknown) => {
    if (last?.text !== text) last = { text, values: readCursor(text, order.print, order.terms, cursor.path) };
    return last!.values;
  };
  const isNull = valuesOf(cursor.value).map((value) => value === null);
  const value = (index: number): string => {
    const binder: Binder = (run) => valuesOf(cursor.read(run.variables))[index]!;
    const { sql, collate } = order.terms[index]!;
    return `${statement.bind(binder, sql)}${collate ? ` COLLATE ${collate}` : ''}`;
  };
  return after(order.terms, isNull, value, 0);
}

function after(terms: readonly Term[], isNull: readonly boolean[], value: (index: number) => string, index: number): string {
  const rest = terms.slice(index);
  const { expression, descending, nullsFirst, nullable } = terms[index]!;
  if (rest.every((one) => !one.nullable && one.descending === descending) && !isNull.slice(index).includes(true)) {
    // One comparison of rows is a range of the index; the nested form below would be a filter.
    const values = rest.map((_, offset) => value(index + offset));
    const comparison = descending ? '<' : '>';
    return rest.length === 1
      ? `${expression} ${comparison} ${values[0]!}`
      : `(${rest.map((one) => one.expression).join(', ')}) ${comparison} (${values.join(', ')})`;
  }
  const isLast = index === terms.length - 1;
  if (isNull[index]) {
    const beyond = nullsFirst ? `${expression} IS NOT NULL` : 'false';
    return isLast ? beyond : `(${beyond} OR (${expression} IS NULL AND ${after(terms, isNull, value, index + 1)}))`;
  }
  const bound = value(index);
  const beyond = `${expression} ${descending ? '<' : '>'} ${bound}`;
  const nulls = nullable && !nullsFirst ? ` OR ${expression} IS NULL` : '';
  if (isLast) return `(${beyond}${nulls})`;
  return `(${beyond}${nulls} OR (${expression} = ${bound} AND ${after(terms, isNull, value, index + 1)}))`;
}
