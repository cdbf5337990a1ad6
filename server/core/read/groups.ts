import type { GraphQLObjectType } from 'graphql';
import type { DateBucketName } from '../enums.js';
import { defineError, fault } from '../errors.js';
import { fieldType } from '../field-types.js';
import { idName, labelName } from '../fields.js';
import { say } from '../messages.js';
import { screamingCase } from '../names.js';
import type { Field, Module } from '../registry.js';
import { bucketOf, groupedColumn, isBucketed, periodName, valueOfDay, type Bucket } from './buckets.js';
import { derivedFrom, points, type Selecting } from './compile.js';
import { aggregateFields, moneyFields } from './figures.js';
import { groupOrder } from './group-order.js';
import { havingSql } from './having.js';
import type { Input } from './input.js';
import { predicates, type List } from './list.js';
import type { ConnectionPart, Output } from './output.js';
import { daysOfFilter } from './relative.js';
import { asCell, picklistLabel, refuseHidden, Scope, valueOf } from './scope.js';
import { selectionSets, type Selected } from './selection.js';
import { jsonArray, type Binder, type Statement } from './statement.js';

export const MAX_GROUPS = 1000;
const MAX_GROUP_FIELDS = 5;

export const TooManyGroups = defineError<{ limit: number }>('TOO_MANY_GROUPS', {
  status: 400,
  description: 'The list falls into more groups than one answer holds.',
});

/** One thing that a list is grouped by. */
export interface GroupKey {
  readonly field: Field;
  readonly bucket: Bucket | null;
}

/** Columns of the inner statement that the outer one sorts and filters by: the SQL of each, in its place. */
export type RawFigures = (sql: string) => string;

/** `groups(by:)`: the list by the values of some fields, with figures for each. */
export function compileGroups(
  selecting: Selecting,
  connection: GraphQLObjectType,
  list: List,
  field: Selected,
  path: readonly string[],
  multiplier: number,
  slots: string[],
): ConnectionPart {
  const { module } = list;
  const { statement } = selecting;
  const type = selecting.objectType(`${module.name}Group`);
  const inputs = selecting.inputs(connection, field, path.slice(1).join('.'));
  const by = inputs.get('by')!;
  const keys = keysOf(selecting, module, by);
  const filled = inputs.get('emptyBuckets')?.value === true ? bucketToFill(keys, inputs.get('emptyBuckets')!) : null;
  const first = firstOf(inputs.get('first'));
  selecting.cost += points.figures * multiplier * (filled === null ? 1 : 2);

  // Inside, the rows are grouped; outside, the groups are chosen and sorted, and the records that keys name are joined.
  const alias = statement.alias();
  const grouped = statement.alias();
  const figures: string[] = [];
  const outer = new Scope(selecting, grouping(module, keys), grouped);
  const offset = (output: Output): Output =>
    output.kind === 'leaf'
      ? { ...output, cell: outer.cell(`${grouped}.f${output.cell}`) }
      : output.kind === 'record'
        ? { ...output, fields: output.fields.map(offset) }
        : output;
  const fields = selecting.fieldsOf(type, selectionSets(field)).map((part): Output => {
    const { key, name } = part;
    if (name === '__typename') return { kind: 'constant', key, json: JSON.stringify(type.name) };
    const object = (made: readonly Output[]): Output => ({ kind: 'record', key, presence: null, fields: made });
    if (name === 'aggregate') return object(aggregateFields(selecting, module, part, alias, figures).map(offset));
    if (name === 'inOwnCurrency') {
      if (!keys.some((one) => one.field.kind === 'currency'))
        throw fault(by.path, 'CONTRADICTION', say('faults.ownCurrency', { path: by.path }));
      return object(moneyFields(selecting, module, part, alias, figures).map(offset));
    }
    return object(groupKey(selecting, outer, { module, keys, by: by.path }, part, [...path, key], multiplier * (first ?? MAX_GROUPS)));
  });
  const raws: string[] = [];
  const raw: RawFigures = (sql) => {
    const known = raws.indexOf(sql);
    return `${grouped}.o${known >= 0 ? known : raws.push(sql) - 1}`;
  };
  const having = havingSql(selecting, module, inputs.get('having'), alias, raw, multiplier);
  const order = groupOrder(outer, keys, inputs.get('orderBy'), alias, raw);

  // The record of a reference is its module and its id.
  const modules = keys.flatMap(({ field }, index) => (field.moduleColumn ? [index] : []));
  const columns = [
    ...keys.map((key, index) => ({ name: `k${index}`, sql: groupedColumn(key.field, key.bucket, alias) })),
    ...modules.map((index) => ({ name: `m${index}`, sql: `${alias}.${keys[index]!.field.moduleColumn!}` })),
    ...figures.map((sql, index) => ({ name: `f${index}`, sql })),
    ...raws.map((sql, index) => ({ name: `o${index}`, sql })),
  ];
  const inner = `SELECT ${columns.map(({ name, sql }) => `${sql} AS ${name}`).join(', ')} FROM ${module.table} ${alias} WHERE ${predicates(selecting, list, alias, multiplier).join(' AND ')} GROUP BY ${[...keys, ...modules].map((_, index) => index + 1).join(', ')}`;
  const cells = outer.cells.length > 0 ? outer.cells : ['1'];
  const rowsFrom = (source: string): string =>
    `(SELECT coalesce(json_agg(p.r), '[]') FROM (SELECT ${jsonArray(cells)} AS r FROM ${source} ${grouped}${outer.joinSql()}${having ? ` WHERE ${having}` : ''} ORDER BY ${order} LIMIT ${first ?? MAX_GROUPS + 1}) p)`;
  const sql = filled === null ? rowsFrom(`(${inner})`) : withEmpty(statement, list, keys, filled, columns, inner, rowsFrom('filled'));
  return {
    kind: 'groups',
    key: field.key,
    slot: slots.push(sql) - 1,
    cells: cells.length,
    limit: MAX_GROUPS,
    isCounted: filled !== null,
    fields,
  };
}

function keysOf(selecting: Selecting, module: Module, by: Input): GroupKey[] {
  const items = by.items();
  const keys: GroupKey[] = [];
  for (const item of items) {
    const [name, unit] = [item.get('field')?.value, item.get('bucket')?.value ?? null];
    // A variable with a default may be null where none is taken.
    if (item.value === null || typeof name !== 'string') throw fault(item.path, 'REQUIRED', say('faults.neededHere', { path: item.path }));
    const field = [...module.fields.values()].find((one) => screamingCase(one.name) === name)!;
    refuseHidden(selecting, module, field, item.path);
    if (unit !== null && !isBucketed(field)) throw fault(`${item.path}.bucket`, 'CONTRADICTION', say('faults.noBucket', { field: name }));
    if (unit === null && field.kind === 'instant')
      throw fault(`${item.path}.bucket`, 'REQUIRED', say('faults.bucketNeeded', { field: name }));
    const known = keys.find((key) => key.field === field);
    if (known && (known.bucket?.unit ?? null) !== unit)
      throw fault(item.path, 'CONTRADICTION', say('faults.groupedTwice', { field: name }));
    if (!known) keys.push({ field, bucket: unit === null ? null : bucketOf(selecting.statement, field, unit as DateBucketName) });
  }
  if (keys.length === 0 || keys.length > MAX_GROUP_FIELDS) {
    throw fault(
      by.path,
      keys.length === 0 ? 'REQUIRED' : 'TOO_MANY',
      say('faults.groupFields', { path: by.path, limit: MAX_GROUP_FIELDS }),
      {
        limit: MAX_GROUP_FIELDS,
      },
    );
  }
  return keys;
}

/** The place of the key whose empty buckets are asked for. */
function bucketToFill(keys: readonly GroupKey[], { path }: Input): number {
  const places = keys.flatMap(({ bucket }, index) => (bucket ? [index] : []));
  if (places.length !== 1) throw fault(path, 'CONTRADICTION', say('faults.oneBucket', { path, count: places.length }));
  return places[0]!;
}

function firstOf(input: Input | undefined): number | null {
  if (!input || input.value === null) return null;
  const size = input.value as number;
  if (size >= 1 && size <= MAX_GROUPS) return size;
  const { path } = input;
  throw fault(path, 'OUT_OF_RANGE', say('faults.sizeOutOfRange', { path, min: 1, max: MAX_GROUPS, given: size }), {
    min: 1,
    max: MAX_GROUPS,
  });
}

/** The groups as if they were a module: its columns are the keys. */
const grouping = (module: Module, keys: readonly GroupKey[]): Module => ({
  ...module,
  fields: new Map(
    keys.map(({ field }, index) => [
      field.name,
      { ...field, column: `k${index}`, ...(field.moduleColumn && { moduleColumn: `m${index}` }), custom: false },
    ]),
  ),
});

interface Column {
  readonly name: string;
  readonly sql: string;
}

/**
 * The groups with the buckets in which there is nothing: `[how many there are, rows]`. Buckets are made for what occurs of
 * the other keys, and only until it is sure that there are too many: a record of the year 1 and one of the year 9999 do
 * not make three million days.
 */
function withEmpty(
  statement: Statement,
  list: List,
  keys: readonly GroupKey[],
  place: number,
  columns: readonly Column[],
  inner: string,
  rows: string,
): string {
  const { field, bucket } = keys[place]!;
  const { step, type } = bucket!;
  const others = columns.map(({ name }) => name).filter((name) => /^[km]/.test(name) && name !== `k${place}`);
  const days = daysOfFilter(field, list.inputs.get('filter'));
  const bound = (end: 'from' | 'to', found: string): string => {
    if (!days) return found;
    const binder: Binder = (run) => days(run)[end]?.toString() ?? null;
    return `coalesce(${valueOfDay(bucket!, statement, field, binder)}, ${found})`;
  };
  const ends = `e AS (SELECT (${bound('from', `min(k${place})`)})::timestamp AS low, (${bound('to', `max(k${place})`)})::timestamp AS high FROM g)`;
  const combinations = others.length > 0 ? `c AS (SELECT DISTINCT ${others.join(', ')} FROM g), ` : '';
  const count = others.length > 0 ? '(SELECT count(*)::integer FROM c)' : '1';
  const series = `s AS (SELECT generate_series(low, least(high, low + ${step} * (${MAX_GROUPS} / greatest(n.of, 1) + 1)), ${step})::${type} AS k${place} FROM e, n WHERE n.of <= ${MAX_GROUPS})`;
  const shown = columns.map(({ name, sql }) => {
    if (name === `k${place}`) return `s.${name}`;
    if (others.includes(name)) return `c.${name}`;
    return sql.startsWith('count(') ? `coalesce(g.${name}, 0) AS ${name}` : `g.${name}`;
  });
  const same = [`g.k${place} = s.k${place}`, ...others.map((name) => `g.${name} IS NOT DISTINCT FROM c.${name}`)].join(' AND ');
  const names = columns.map(({ name }) => `g.${name}`).join(', ');
  return `(WITH g AS (${inner}), ${combinations}n AS (SELECT ${count} AS of), ${ends}, ${series}, filled AS (SELECT ${shown.join(', ')} FROM s${others.length > 0 ? ' CROSS JOIN c' : ''} LEFT JOIN g ON ${same} UNION ALL SELECT ${names} FROM g WHERE g.k${place} IS NULL) SELECT json_build_array(greatest((SELECT count(*) FROM filled), (SELECT n.of FROM n)), ${rows}))`;
}

interface Grouped {
  readonly module: Module;
  readonly keys: readonly GroupKey[];
  /** Where the keys stand in the arguments. */
  readonly by: string;
}

function groupKey(
  selecting: Selecting,
  scope: Scope,
  { module, keys, by }: Grouped,
  selected: Selected,
  path: readonly string[],
  multiplier: number,
): Output[] {
  const type = selecting.objectType(`${scope.module.name}GroupKey`);
  return selecting.fieldsOf(type, selectionSets(selected)).map((part): Output => {
    const { key, name } = part;
    if (name === '__typename') return { kind: 'constant', key, json: JSON.stringify(type.name) };
    const period = [...module.fields.values()].find((field) => isBucketed(field) && periodName(field) === name);
    const asked = period ?? module.fields.get(name) ?? derivedFrom(module, name)!;
    const known = keys.find((one) => one.field.name === asked.name);
    // A key that nothing is grouped by has no value: an empty one would be taken for what the records have.
    if (!known || (period && !known.bucket)) {
      const told = { path: by, key: name, field: screamingCase(asked.name) };
      throw fault(by, 'CONTRADICTION', period ? say('faults.periodNotGrouped', told) : say('faults.keyNotGrouped', told));
    }
    const field = scope.module.fields.get(asked.name)!;
    const column = `${scope.alias}.${field.column}`;
    const { bucket } = known;
    if (period) return periodOutput(selecting, scope, bucket!, column, part);
    if (bucket)
      return {
        kind: 'leaf',
        key,
        cell: scope.cell(asCell(`(${bucket.key(column)})`, fieldType(field).sql)),
        format: fieldType(field).format,
      };
    if (field.kind === 'lookup' && name !== idName(field)) {
      const joined = scope.join(field);
      return {
        kind: 'record',
        key,
        presence: scope.cell(`${joined.alias}.id`),
        fields: selecting.record(joined, selectionSets(part), [...path, key], multiplier),
      };
    }
    if (field.kind === 'reference' && name !== idName(field)) return selecting.reference(scope, field, part, [...path, key], multiplier);
    if (field.kind === 'picklist' && name === labelName(field))
      return { kind: 'leaf', key, cell: scope.cell(picklistLabel(selecting, field, column)), format: 'text' };
    if (field.kind === 'lookup')
      return { kind: 'leaf', key, cell: scope.cell(column), format: 'id', prefix: selecting.registry.target(field).prefix };
    return { kind: 'leaf', key, cell: scope.cell(valueOf(field, scope.alias)), format: fieldType(field).format };
  });
}

/** The days of a bucket and what it is called. */
function periodOutput(selecting: Selecting, scope: Scope, bucket: Bucket, column: string, selected: Selected): Output {
  const type = selecting.objectType('GroupPeriod');
  const fields = selecting.fieldsOf(type, selectionSets(selected)).map(({ key, name }): Output => {
    if (name === '__typename') return { kind: 'constant', key, json: JSON.stringify(type.name) };
    if (name === 'name') return { kind: 'leaf', key, cell: scope.cell(bucket.label(column)), format: 'quoted' };
    const day = name === 'from' ? bucket.from(column) : bucket.to(column);
    return { kind: 'leaf', key, cell: scope.cell(`(${day})::text`), format: 'quoted' };
  });
  return { kind: 'record', key: selected.key, presence: scope.cell(column), fields };
}
