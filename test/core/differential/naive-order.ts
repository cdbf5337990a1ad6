import { fingerprint } from '../../../server/core/read/cursor.js';
import type { Field, Module } from '../../../server/core/registry.js';
import { byBytes, byLanguage, comparison, type Compare } from './compare.js';
import type { Row } from './content.js';
import { compared, valueOf, type Rows } from './naive-rows.js';

/** A total order of rows, and the name it has in cursors. */
export interface Order {
  readonly terms: readonly Term[];
  readonly print: string;
}

interface Term {
  readonly value: (row: Row) => string | null;
  readonly compare: Compare;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** One term of `orderBy`: a field with its direction, or a lookup with a term of its own. */
export type OrderTerm = { readonly [name: string]: string | OrderTerm };

/** What of a row the order looks at, as PostgreSQL prints it. */
export type Key = readonly (string | null)[];

/** The order of a list: the terms asked for or the module's own, and the id in the direction of the last one. */
export function orderOf(rows: Rows, module: Module, orderBy: readonly OrderTerm[]): Order {
  const names: string[] = [];
  const items = orderBy.length > 0 ? orderBy : module.order.map((name) => ({ [name]: 'ASC' }));
  const terms = items.flatMap((item) => termsOf(rows, module, item, names, (row) => row));
  const descending = terms.at(-1)?.descending ?? true;
  terms.push({ value: (row) => row.id, compare: byBytes, descending, nullsFirst: descending });
  return { terms, print: fingerprint(module.name, names.join(',')) };
}

function termsOf(rows: Rows, module: Module, item: OrderTerm, names: string[], reach: (row: Row) => Row | undefined): Term[] {
  const [name, direction] = Object.entries(item)[0]!;
  const field = module.fields.get(name)!;
  if (typeof direction !== 'string') {
    names.push(name);
    return termsOf(rows, rows.registry.target(field), direction, names, (row) => {
      const from = reach(row);
      return from && rows.target(field, from);
    });
  }
  if (field.kind === 'reference') {
    names.push(name, direction);
    return nameTerms(
      rows,
      field,
      (row) => {
        const from = reach(row);
        return from && rows.referred(field, from);
      },
      direction,
    );
  }
  return (field.sortedBy ?? [name]).map((one) => {
    const by = module.fields.get(one)!;
    names.push(one, direction);
    return {
      value(row) {
        const reached = reach(row);
        if (!reached) return null;
        return by.kind === 'picklist' ? placeOf(rows, by, reached) : compared(module, by, reached);
      },
      compare: comparison(by),
      ...directionOf(direction),
    };
  });
}

/** The order by the display names of the records that a reference leads to. */
export function nameTerms<Of>(
  rows: Rows,
  field: Field,
  referred: (of: Of) => { readonly module: Module; readonly row: Row } | undefined,
  direction: string,
): { value: (of: Of) => string | null; compare: Compare; descending: boolean; nullsFirst: boolean }[] {
  const fieldsOf = ({ displayName, fields }: Module): Field[] =>
    displayName ? (displayName.sortedBy ?? [displayName.name]).map((one) => fields.get(one)!) : [];
  const length = Math.max(...rows.registry.targets(field).map((target) => fieldsOf(target).length));
  return Array.from({ length }, (_, at) => ({
    value(of) {
      const found = referred(of);
      const by = found && fieldsOf(found.module)[at];
      return by ? compared(found.module, by, found.row) : null;
    },
    compare: byLanguage,
    ...directionOf(direction),
  }));
}

/** What a sort order says. */
export function directionOf(direction: string): { descending: boolean; nullsFirst: boolean } {
  const [way, , nulls] = direction.split('_');
  return { descending: way === 'DESC', nullsFirst: nulls ? nulls === 'FIRST' : way === 'DESC' };
}

/** A value that is no longer in its list has no place. */
export const placeOf = (rows: Rows, field: Field, row: Row): string | null => rows.picklistValue(field, valueOf(field, row))?.place ?? null;

export const keyOf = ({ terms }: Order, row: Row): Key => terms.map(({ value }) => value(row));

/** The values in a cursor, read the way its form says. */
export const cursorKey = (cursor: string): Key => (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as (string | null)[]).slice(1);

export function compareKeys({ terms }: Order, a: Key, b: Key): number {
  for (const [index, { compare, descending, nullsFirst }] of terms.entries()) {
    const [x, y] = [a[index] ?? null, b[index] ?? null];
    if (x === null && y === null) continue;
    if (x === null || y === null) return (x === null) === nullsFirst ? -1 : 1;
    const difference = compare(x, y);
    if (difference !== 0) return descending ? -difference : difference;
  }
  return 0;
}
