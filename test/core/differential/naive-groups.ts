import { GraphQLError } from 'graphql';
import { screamingCase } from '../../../server/core/names.js';
import type { Field, Module } from '../../../server/core/registry.js';
import { average, byBytes, comparison, Exact, isNumeric, isoInstant, type Compare } from './compare.js';
import type { Row } from './content.js';
import {
  bucketAt,
  bucketDays,
  bucketName,
  dayFrom,
  firstInstant,
  FIRST_DAY,
  LAST_DAY,
  localDay,
  spanOf,
  type Bucket,
} from './naive-calendar.js';
import { holds, type Filter } from './naive-filter.js';
import { directionOf, nameTerms, placeOf, type OrderTerm } from './naive-order.js';
import { compared, fieldNamed, rowOf, valueOf, type Rows } from './naive-rows.js';

/** What `groups` is asked with, as graphql-js coerced it. */
export interface GroupsArgs {
  readonly by: readonly { readonly field: string; readonly bucket?: string | null }[];
  readonly emptyBuckets?: boolean;
  readonly orderBy?: readonly GroupTerm[] | null;
  readonly having?: Filter | null;
  readonly first?: number | null;
}

type GroupTerm = Readonly<Record<string, string | OrderTerm>>;

interface Key {
  readonly field: Field;
  readonly unit: string | null;
}

/** What the rows of a group share, one value for each key, and its rows: none in an empty bucket. */
export interface Group {
  readonly values: readonly (string | null)[];
  readonly buckets: readonly (Bucket | null)[];
  readonly list: readonly Row[];
}

export interface Groups {
  readonly keys: readonly Key[];
  readonly groups: readonly Group[];
}

export const TOO_MANY = 'TOO_MANY_GROUPS';
const MAX_GROUPS = 1000;

const tooMany = () => new GraphQLError('Too many groups.', { extensions: { code: TOO_MANY } });

/** The groups of a list, in their order. */
export function groupsOf(rows: Rows, module: Module, list: readonly Row[], args: GroupsArgs, filter: Filter): Groups {
  const keys: Key[] = [];
  for (const { field: name, bucket } of args.by) {
    const field = [...module.fields.values()].find((one) => screamingCase(one.name) === name)!;
    if (!keys.some((key) => key.field === field)) keys.push({ field, unit: bucket ?? null });
  }
  const found = new Map<string, Group & { list: Row[] }>();
  for (const row of list) {
    const buckets = keys.map(({ field, unit }) => (unit ? bucketOfRow(rows, field, unit, row) : null));
    const values = keys.map(({ field, unit }, index) => (unit ? shown(rows, field, buckets[index]!) : valueOf(field, row)));
    const key = JSON.stringify([values, buckets.map((bucket) => bucket?.from ?? null)]);
    const group = found.get(key) ?? { values, buckets, list: [] };
    group.list.push(row);
    found.set(key, group);
  }
  const all: Group[] = args.emptyBuckets ? withEmpty(rows, keys, [...found.values()], filter) : [...found.values()];
  const kept = all.filter((group) => meets(rows, module, group, args.having ?? {}));
  if (!args.first && kept.length > MAX_GROUPS) throw tooMany();
  const sorted = kept.sort(orderOf(rows, module, keys, args.orderBy ?? []));
  return { keys, groups: args.first ? sorted.slice(0, args.first) : sorted };
}

function bucketOfRow({ viewer }: Rows, field: Field, unit: string, row: Row): Bucket | null {
  const value = valueOf(field, row);
  if (value === null) return null;
  const day = field.kind === 'instant' ? localDay(isoInstant(value), viewer.calendar.timeZone) : dayFrom(value);
  return bucketAt(day, unit, viewer.calendar);
}

/** What the key of a bucket shows, as its resolver would return it. */
function shown({ viewer }: Rows, field: Field, bucket: Bucket | null): string | null {
  if (!bucket) return null;
  if (field.kind === 'date') return bucketDays(bucket).from;
  return firstInstant(Math.max(bucket.from, FIRST_DAY), viewer.calendar.timeZone);
}

export function periodOf({ viewer }: Rows, bucket: Bucket, unit: string): Record<string, string> {
  return { ...bucketDays(bucket), name: bucketName(bucket, unit, viewer.calendar) };
}

function withEmpty(rows: Rows, keys: readonly Key[], found: readonly Group[], filter: Filter): Group[] {
  const { viewer } = rows;
  const place = keys.findIndex(({ unit }) => unit);
  const { field, unit } = keys[place]!;
  const there = found.filter(({ buckets }) => buckets[place]);
  let [low, high] = [-Infinity, Infinity];
  for (const [operator, operand] of Object.entries((filter[field.name] ?? {}) as Filter)) {
    const span =
      operator === 'between' ? rangeDays(rows, field, operand as Range) : spanOf(operator, operand, today(rows), viewer.calendar);
    if (span) [low, high] = [Math.max(low, span.from), Math.min(high, span.to)];
  }
  const starts = there.map(({ buckets }) => buckets[place]!.from);
  if (low === -Infinity) low = Math.min(...starts);
  if (high === Infinity) high = Math.max(...starts);
  const combinations = new Map(found.map(({ values }) => [JSON.stringify(values.filter((_, index) => index !== place)), values]));
  if (keys.length === 1) combinations.set('[]', [null]);
  const known = new Map(
    there.map((group) => [`${group.buckets[place]!.from} ${JSON.stringify(group.values.filter((_, index) => index !== place))}`, group]),
  );
  const filled: Group[] = found.filter(({ buckets }) => !buckets[place]);
  if (combinations.size > MAX_GROUPS || filled.length > MAX_GROUPS) throw tooMany();
  if (!Number.isFinite(low) || !Number.isFinite(high)) return filled;
  const last = bucketAt(high, unit!, viewer.calendar).from;
  for (let bucket = bucketAt(low, unit!, viewer.calendar); bucket.from <= last; bucket = bucketAt(bucket.to + 1, unit!, viewer.calendar)) {
    for (const [key, values] of combinations) {
      filled.push(
        known.get(`${bucket.from} ${key}`) ?? {
          values: values.map((value, index) => (index === place ? shown(rows, field, bucket) : value)),
          buckets: keys.map((_, index) => (index === place ? bucket : null)),
          list: [],
        },
      );
    }
    if (filled.length > MAX_GROUPS) throw tooMany();
  }
  return filled;
}

interface Range {
  readonly from: string;
  readonly to: string;
}

function rangeDays({ viewer }: Rows, field: Field, { from, to }: Range): { from: number; to: number } {
  const day = (text: string): number => (field.kind === 'instant' ? localDay(text, viewer.calendar.timeZone) : dayFrom(text));
  return { from: Math.max(day(from), FIRST_DAY), to: Math.min(day(to), LAST_DAY) };
}

const today = ({ viewer }: Rows): number => localDay(viewer.now, viewer.calendar.timeZone);

/** A figure as its value would be compared; null where there is none. */
export function figureOf(module: Module, list: readonly Row[], part: string, name: string): string | null {
  const field = fieldNamed(module, name);
  return figureOfValues(
    field,
    list.map((row) => compared(module, field, row)),
    part,
  );
}

export function figureOfValues(field: Field, cells: readonly (string | null)[], part: string): string | null {
  const values = cells.filter((value) => value !== null);
  if (part === 'countDistinct')
    return String(new Set(values.map((value) => (isNumeric(field) ? new Exact(value).toString() : value))).size);
  if (values.length === 0) return null;
  if (part === 'sum') return Exact.sum(...values).toString();
  if (part === 'avg') return average(values);
  const compare = comparison(field);
  const sign = part === 'min' ? 1 : -1;
  return values.reduce((best, value) => (compare(value, best) * sign < 0 ? value : best));
}

const COUNT = { kind: 'integer' } as Field;
const NUMBER = { kind: 'decimal' } as Field;
const comparedAs = (module: Module, part: string, name: string): Field =>
  part === 'countDistinct' ? COUNT : part === 'min' || part === 'max' ? fieldNamed(module, name) : NUMBER;

function meets(rows: Rows, module: Module, group: Group, having: Filter): boolean {
  const all = (field: Field, value: string | null, conditions: Filter): boolean =>
    Object.entries(conditions).every(([operator, operand]) => holds(rows, module, field, value, operator, operand));
  return Object.entries(having).every(([name, condition]) => {
    if (name === 'and') return (condition as Filter[]).every((one) => meets(rows, module, group, one));
    if (name === 'or') return (condition as Filter[]).some((one) => meets(rows, module, group, one));
    if (name === 'not') return !meets(rows, module, group, condition as Filter);
    if (name === 'count') return all(COUNT, String(group.list.length), condition as Filter);
    return Object.entries(condition as Filter).every(([field, conditions]) =>
      all(comparedAs(module, name, field), figureOf(module, group.list, name, field), conditions as Filter),
    );
  });
}

interface Term {
  readonly value: (group: Group) => string | null;
  readonly compare: Compare;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

function orderOf(rows: Rows, module: Module, keys: readonly Key[], orderBy: readonly GroupTerm[]): (a: Group, b: Group) => number {
  const keyTerms = (key: Key, direction: string): Term[] => {
    const index = keys.indexOf(key);
    const { field, unit } = key;
    if (unit) {
      const value = ({ buckets }: Group): string | null => (buckets[index] ? String(buckets[index].from) : null);
      return [{ value, compare: comparison(NUMBER), ...directionOf(direction) }];
    }
    const value = ({ values }: Group): string | null => values[index]!;
    if (field.kind !== 'picklist') return [{ value, compare: comparison(field), ...directionOf(direction) }];
    const place = (group: Group): string | null => rows.picklistValue(field, value(group))?.place ?? null;
    return [
      { value: place, compare: comparison(NUMBER), ...directionOf(direction) },
      { value, compare: byBytes, ...directionOf(direction) },
    ];
  };
  const through = (field: Field, index: number, term: OrderTerm): Term[] => {
    const [name, below] = Object.entries(term)[0]!;
    let at = rows.registry.target(field).fields.get(name)!;
    let next: string | OrderTerm = below;
    const path: Field[] = [];
    while (typeof next !== 'string') {
      path.push(at);
      const [one, further]: [string, string | OrderTerm] = Object.entries(next)[0]!;
      at = rows.registry.target(at).fields.get(one)!;
      next = further;
    }
    const owner = path.reduce((_, one) => rows.registry.target(one), rows.registry.target(field));
    const sorted = (at.sortedBy ?? [at.name]).map((one) => owner.fields.get(one)!);
    const direction = directionOf(next);
    return sorted.map((one) => ({
      value({ values }) {
        let row = rows.record(field, values[index]!);
        for (const step of path) row = row && rows.target(step, row);
        if (!row) return null;
        return one.kind === 'picklist' ? placeOf(rows, one, row) : compared(owner, one, row);
      },
      compare: comparison(one),
      ...direction,
    }));
  };
  const terms = orderBy.flatMap((term): Term[] => {
    const [part, below] = Object.entries(term)[0]!;
    if (typeof below === 'string') return [{ value: ({ list }) => String(list.length), compare: comparison(COUNT), ...directionOf(below) }];
    const [name, direction] = Object.entries(below)[0]!;
    if (part === 'key') {
      const key = keys.find(({ field }) => field.name === name)!;
      if (key.field.kind === 'reference') {
        const index = keys.indexOf(key);
        const referred = ({ values }: Group) => rows.referred(key.field, rowOf(key.field, values[index]!));
        return nameTerms(rows, key.field, referred, direction as string);
      }
      return typeof direction === 'string' ? keyTerms(key, direction) : through(key.field, keys.indexOf(key), direction);
    }
    return [
      {
        value: ({ list }) => figureOf(module, list, part, name),
        compare: comparison(comparedAs(module, part, name)),
        ...directionOf(direction as string),
      },
    ];
  });
  terms.push(...keys.flatMap((key) => keyTerms(key, 'ASC')));
  return (a, b) => {
    for (const { value, compare, descending, nullsFirst } of terms) {
      const [x, y] = [value(a), value(b)];
      if (x === null && y === null) continue;
      if (x === null || y === null) return (x === null) === nullsFirst ? -1 : 1;
      const difference = compare(x, y);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  };
}
