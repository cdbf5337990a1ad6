import type { GraphQLObjectType } from 'graphql';
import { defineError, fault } from '../errors.js';
import { fieldType, type Aggregate } from '../field-types.js';
import { idName, labelName, partName } from '../fields.js';
import { say } from '../messages.js';
import { screamingCase } from '../names.js';
import type { Field, Module } from '../registry.js';
import { deletedMode, derivedFrom, points, type Selecting } from './compile.js';
import type { Input } from './input.js';
import { afterCursor, cursorCells, orderOf, orderSql, reversed, type Order } from './order.js';
import type { Connection, ConnectionPart, EdgePart, Output, Page, PageInfoPart } from './output.js';
import { asCell, columnOf, comparedColumn, picklistLabel, picklistPlace, refuseHidden, Scope, valueOf, visible } from './scope.js';
import { selectionSets, type Selected } from './selection.js';
import { jsonArray } from './statement.js';
import { where } from './where.js';

export const DEFAULT_PAGE = 50;
export const MAX_PAGE = 500;
export const MAX_GROUPS = 1000;
const MAX_GROUP_FIELDS = 5;

export const TooManyGroups = defineError<{ limit: number }>('TOO_MANY_GROUPS', {
  status: 400,
  description: 'The list falls into more groups than one answer holds.',
});

/** Where a related list hangs: the lookup that leads to the parent, and the parent's alias. */
interface Link {
  readonly via: Field;
  readonly parent: string;
}

type Inputs = ReadonlyMap<string, Input>;

/**
 * Compiles a list: its page, its figures, its groups. A page alone, at the root, is the statement's own rows; all else
 * travels as JSON in slots, so that an empty page still has its totals.
 */
export function compileConnection(
  selecting: Selecting,
  module: Module,
  selected: Selected,
  inputs: Inputs,
  path: readonly string[],
  multiplier: number,
  link?: Link,
): { sql: string; connection: Connection; flat?: boolean } {
  const type = selecting.objectType(`${module.name}Connection`);
  const fields = selecting.fieldsOf(type, selectionSets(selected));
  const slots: string[] = [];
  const page = fields.some(({ name }) => ['nodes', 'edges', 'pageInfo'].includes(name))
    ? new PageCompiler(selecting, module, inputs, path, multiplier, link, fields)
    : null;
  const list = { module, inputs, link };
  // A list of which only a cursor error could be learnt is still checked.
  if (!page) pageSize(inputs, path);
  const parts = fields.map((field): ConnectionPart => {
    const { key, name } = field;
    if (name === '__typename') return { kind: 'constant', key, json: JSON.stringify(type.name) };
    if (name === 'nodes' || name === 'edges' || name === 'pageInfo') return page!.part(field);
    if (name === 'groups') return groups(selecting, type, list, field, [...path, key], multiplier, slots);
    return figures(selecting, list, field, multiplier, slots);
  });
  if (page && slots.length === 0) {
    const flat = !link;
    return { sql: flat ? page.rows() : page.json(), connection: { page: page.output(0), parts, slots: 0 }, flat };
  }
  const pageSlot = page ? slots.push(page.json()) - 1 : null;
  const connection: Connection = { page: page && page.output(pageSlot!), parts, slots: slots.length };
  return link
    ? { sql: slots.length === 0 ? `'[]'::json` : jsonArray(slots), connection }
    : { sql: `SELECT ${slots.length === 0 ? '1' : slots.join(', ')}`, connection, flat: false };
}

/** The predicates of a list: its parent, the walls, the bin, the filter. */
function predicates(
  selecting: Selecting,
  { module, inputs, link }: { module: Module; inputs: Inputs; link: Link | undefined },
  alias: string,
  multiplier: number,
): string[] {
  const found = [
    ...(link ? [`${columnOf(link.via, alias)} = ${link.parent}.id`] : []),
    ...visible(selecting, module, alias, deletedMode(inputs)),
  ];
  const filter = inputs.get('filter');
  if (filter && filter.value !== null) {
    const cost = { relations: 0 };
    const condition = where(selecting, module, alias, filter, cost);
    if (condition !== 'true') found.push(condition);
    selecting.cost += cost.relations * points.relation * multiplier;
  }
  return found;
}

/** How many rows are asked for, and from which end. */
function pageSize(inputs: Inputs, path: readonly string[]): { size: number; backward: boolean } {
  const [first, last] = [inputs.get('first'), inputs.get('last')];
  const given = [first, last].filter((input) => input && input.value !== null);
  const at = (input: Input) => input.path || path.join('.');
  if (given.length === 2) throw fault(at(last!), 'CONTRADICTION', say('faults.firstOrLast'));
  const [input] = given;
  if (!input) return { size: DEFAULT_PAGE, backward: false };
  const size = input.value as number;
  if (size < 1 || size > MAX_PAGE)
    throw fault(at(input), 'OUT_OF_RANGE', say('faults.pageSize', { path: at(input), min: 1, max: MAX_PAGE, given: size }), {
      min: 1,
      max: MAX_PAGE,
    });
  return { size, backward: input === last };
}

/** Compiles the page of a list. */
class PageCompiler {
  private readonly scope: Scope;
  private readonly order: Order;
  private readonly size: number;
  private readonly backward: boolean;
  private readonly probed: boolean;
  private readonly hasAfter: boolean;
  private readonly hasBefore: boolean;
  private readonly predicates: string[];
  private cursor: number[] | null = null;

  constructor(
    private readonly selecting: Selecting,
    module: Module,
    inputs: Inputs,
    private readonly path: readonly string[],
    private readonly multiplier: number,
    link: Link | undefined,
    fields: readonly Selected[],
  ) {
    const { statement } = selecting;
    ({ size: this.size, backward: this.backward } = pageSize(inputs, path));
    selecting.cost += this.size * multiplier;
    this.scope = new Scope(selecting, module, statement.alias());
    const order = orderOf(this.scope, inputs.get('orderBy'));
    this.predicates = predicates(selecting, { module, inputs, link }, this.scope.alias, multiplier);
    const [after, before] = [given(inputs, 'after'), given(inputs, 'before')];
    if (after) this.predicates.push(afterCursor(statement, order, after));
    if (before) this.predicates.push(afterCursor(statement, reversed(order), before));
    this.hasAfter = after !== undefined;
    this.hasBefore = before !== undefined;
    this.order = this.backward ? reversed(order) : order;
    this.probed = this.selects(fields, 'pageInfo', this.backward ? ['hasPreviousPage'] : ['hasNextPage']);
    if (this.selects(fields, 'edges', ['cursor']) || this.selects(fields, 'pageInfo', ['startCursor', 'endCursor'])) {
      this.cursor = cursorCells(this.scope, order);
    }
  }

  private selects(fields: readonly Selected[], part: string, names: readonly string[]): boolean {
    const type = this.selecting.objectType(part === 'pageInfo' ? 'PageInfo' : `${this.scope.module.name}Edge`);
    return fields.some(
      (field) => field.name === part && this.selecting.fieldsOf(type, selectionSets(field)).some(({ name }) => names.includes(name)),
    );
  }

  part(field: Selected): ConnectionPart {
    const { key, name } = field;
    const path = [...this.path, key];
    if (name === 'nodes') return { kind: 'nodes', key, fields: this.record(field, path) };
    if (name === 'edges') {
      const type = this.selecting.objectType(`${this.scope.module.name}Edge`);
      const fields = this.selecting.fieldsOf(type, selectionSets(field)).map((part): EdgePart => {
        if (part.name === '__typename') return { kind: 'constant', key: part.key, json: JSON.stringify(type.name) };
        if (part.name === 'cursor') return { kind: 'cursor', key: part.key };
        return { kind: 'node', key: part.key, fields: this.record(part, [...path, part.key]) };
      });
      return { kind: 'edges', key, fields };
    }
    const type = this.selecting.objectType('PageInfo');
    const fields = this.selecting.fieldsOf(type, selectionSets(field)).map((part): PageInfoPart => {
      if (part.name === '__typename') return { kind: 'constant', key: part.key, json: '"PageInfo"' };
      // The end that was not probed: whether there are others follows from the cursor that bounds it.
      if (part.name === 'hasNextPage' && this.backward) return { kind: 'constant', key: part.key, json: String(this.hasBefore) };
      if (part.name === 'hasPreviousPage' && !this.backward) return { kind: 'constant', key: part.key, json: String(this.hasAfter) };
      return { kind: part.name as 'startCursor', key: part.key };
    });
    return { kind: 'pageInfo', key, fields };
  }

  private record(field: Selected, path: readonly string[]): Output[] {
    return this.selecting.record(this.scope, selectionSets(field), path, this.multiplier * this.size);
  }

  /** Each row of the page as a row of its own. */
  rows(): string {
    return this.sql(this.allCells().join(', '));
  }

  /** The page as a JSON array of rows. */
  json(): string {
    return `(SELECT coalesce(json_agg(p.r), '[]') FROM (${this.sql(`${jsonArray(this.allCells())} AS r`)}) p)`;
  }

  output(slot: number): Page {
    return {
      slot,
      size: this.size,
      probed: this.probed,
      backward: this.backward,
      cells: this.allCells().length,
      cursor: this.cursor && { print: this.order.print, cells: this.cursor },
    };
  }

  private allCells(): string[] {
    return this.scope.cells.length > 0 ? this.scope.cells : ['1'];
  }

  private sql(cells: string): string {
    // The page size stands in the text: PostgreSQL plans LIMIT $n as a tenth of the table.
    return `SELECT ${cells} FROM ${this.scope.from()} WHERE ${this.predicates.join(' AND ')} ORDER BY ${orderSql(this.order)} LIMIT ${this.size + (this.probed ? 1 : 0)}`;
  }
}

const given = (inputs: Inputs, name: string): Input | undefined => {
  const input = inputs.get(name);
  return input && input.value !== null ? input : undefined;
};

interface List {
  readonly module: Module;
  readonly inputs: Inputs;
  readonly link: Link | undefined;
}

/** `totalCount` and `aggregate`: one scan of the whole list. */
function figures(selecting: Selecting, list: List, field: Selected, multiplier: number, slots: string[]): ConnectionPart {
  const alias = selecting.statement.alias();
  const cells: string[] = [];
  const fields = field.name === 'totalCount' ? null : aggregateFields(selecting, list.module, field, alias, cells);
  if (!fields) cells.push('count(*)');
  selecting.cost += (fields ? points.figures : points.totalCount) * multiplier;
  const from = `FROM ${list.module.table} ${alias} WHERE ${predicates(selecting, list, alias, multiplier).join(' AND ')}`;
  // Without any figure it must still be one row.
  const slot = slots.push(`(SELECT ${jsonArray(cells.length > 0 ? cells : ['count(*)'])} ${from})`) - 1;
  return { kind: 'figures', key: field.key, slot, cells: Math.max(cells.length, 1), fields };
}

/** The fields of an aggregate, each as a cell over the rows of `alias`. */
function aggregateFields(selecting: Selecting, module: Module, field: Selected, alias: string, cells: string[]): Output[] {
  const type = selecting.objectType(`${module.name}Aggregate`);
  const cell = (sql: string): number => {
    const known = cells.indexOf(sql);
    return known >= 0 ? known : cells.push(sql) - 1;
  };
  return selecting.fieldsOf(type, selectionSets(field)).map((part): Output => {
    if (part.name === '__typename') return { kind: 'constant', key: part.key, json: JSON.stringify(type.name) };
    if (part.name === 'count') return { kind: 'leaf', key: part.key, cell: cell('count(*)'), format: 'plain' };
    const partType = selecting.objectType(partName(module.name, part.name));
    const fields = selecting.fieldsOf(partType, selectionSets(part)).map((one): Output => {
      if (one.name === '__typename') return { kind: 'constant', key: one.key, json: JSON.stringify(partType.name) };
      const aggregated = module.fields.get(one.name) ?? derivedFrom(module, one.name)!;
      refuseHidden(selecting, module, aggregated, `${part.name}.${one.name}`);
      const { sql, format } = aggregateSql(part.name as Aggregate, aggregated, alias);
      return { kind: 'leaf', key: one.key, cell: cell(sql), format };
    });
    return { kind: 'record', key: part.key, presence: null, fields };
  });
}

function aggregateSql(part: Aggregate, field: Field, alias: string) {
  const column = comparedColumn(field, alias);
  const type = fieldType(field);
  switch (part) {
    case 'countDistinct':
      return { sql: `count(DISTINCT ${column})`, format: 'plain' } as const;
    case 'sum':
      return { sql: type.sql === 'integer' ? `sum(${column})::text` : `trim_scale(sum(${column}))::text`, format: 'quoted' } as const;
    case 'avg':
      return { sql: `trim_scale(round(avg(${column}), 6))::text`, format: 'quoted' } as const;
    default:
      return { sql: asCell(`${part}(${column})`, type.sql), format: type.format };
  }
}

/** `groups(by:)`: the list by the values of some fields, with figures for each. */
function groups(
  selecting: Selecting,
  connection: GraphQLObjectType,
  list: List,
  field: Selected,
  path: readonly string[],
  multiplier: number,
  slots: string[],
): ConnectionPart {
  const { module } = list;
  const type = selecting.objectType(`${module.name}Group`);
  const keyType = selecting.objectType(`${module.name}GroupKey`);
  const by = selecting.inputs(connection, field, path.slice(1).join('.')).get('by')!;
  const names = [...new Set([by.value].flat() as string[])];
  if (names.length === 0 || names.length > MAX_GROUP_FIELDS) {
    throw fault(
      by.path,
      names.length === 0 ? 'REQUIRED' : 'TOO_MANY',
      say('faults.groupFields', { path: by.path, limit: MAX_GROUP_FIELDS }),
      {
        limit: MAX_GROUP_FIELDS,
      },
    );
  }
  const keys = names.map((name) => [...module.fields.values()].find((one) => screamingCase(one.name) === name)!);
  keys.forEach((key) => refuseHidden(selecting, module, key, by.path));
  selecting.cost += points.figures * multiplier;

  // Inside, the rows are grouped; outside, the records that keys name are joined to the groups.
  const alias = selecting.statement.alias();
  const grouped = selecting.statement.alias();
  const figureCells: string[] = [];
  const outer = new Scope(selecting, grouping(module, keys), grouped);
  const fields = selecting.fieldsOf(type, selectionSets(field)).map((part): Output => {
    if (part.name === '__typename') return { kind: 'constant', key: part.key, json: JSON.stringify(type.name) };
    if (part.name === 'aggregate') {
      const offset = (output: Output): Output =>
        output.kind === 'leaf'
          ? { ...output, cell: outer.cell(`${grouped}.f${output.cell}`) }
          : output.kind === 'record'
            ? { ...output, fields: output.fields.map(offset) }
            : output;
      return {
        kind: 'record',
        key: part.key,
        presence: null,
        fields: aggregateFields(selecting, module, part, alias, figureCells).map(offset),
      };
    }
    return {
      kind: 'record',
      key: part.key,
      presence: null,
      fields: groupKey(selecting, outer, keyType, keys, part, [...path, part.key], multiplier),
    };
  });
  const inner = [
    ...keys.map((key, index) => `${columnOf(key, alias)} AS k${index}`),
    ...figureCells.map((sql, index) => `${sql} AS f${index}`),
  ];
  const order = keys.map((key, index) =>
    key.kind === 'picklist' ? `${picklistPlace(selecting, key, `${grouped}.k${index}`)}, ${grouped}.k${index}` : `${grouped}.k${index}`,
  );
  const innerSql = `SELECT ${inner.join(', ')} FROM ${module.table} ${alias} WHERE ${predicates(selecting, list, alias, multiplier).join(' AND ')} GROUP BY ${keys.map((_, index) => index + 1).join(', ')}`;
  const cells = outer.cells.length > 0 ? outer.cells : ['1'];
  const sql = `(SELECT coalesce(json_agg(p.r), '[]') FROM (SELECT ${jsonArray(cells)} AS r FROM (${innerSql}) ${grouped}${outer.joinSql()} ORDER BY ${order.join(', ')} LIMIT ${MAX_GROUPS + 1}) p)`;
  return { kind: 'groups', key: field.key, slot: slots.push(sql) - 1, cells: cells.length, limit: MAX_GROUPS, fields };
}

/** The groups as if they were a module: its columns are the keys. */
const grouping = (module: Module, keys: readonly Field[]): Module => ({
  ...module,
  fields: new Map(keys.map((key, index) => [key.name, { ...key, column: `k${index}`, custom: false }])),
});

function groupKey(
  selecting: Selecting,
  scope: Scope,
  type: GraphQLObjectType,
  keys: readonly Field[],
  selected: Selected,
  path: readonly string[],
  multiplier: number,
): Output[] {
  return selecting.fieldsOf(type, selectionSets(selected)).map((part): Output => {
    const { key, name } = part;
    if (name === '__typename') return { kind: 'constant', key, json: JSON.stringify(type.name) };
    const field = scope.module.fields.get(name) ?? derivedFrom(scope.module, name);
    if (!field || !keys.some((one) => one.name === field.name)) return { kind: 'constant', key, json: 'null' };
    if (field.kind === 'lookup' && name !== idName(field)) {
      const joined = scope.join(field);
      return {
        kind: 'record',
        key,
        presence: scope.cell(`${joined.alias}.id`),
        fields: selecting.record(joined, selectionSets(part), [...path, key], multiplier * MAX_GROUPS),
      };
    }
    const column = `${scope.alias}.${field.column}`;
    if (field.kind === 'picklist' && name === labelName(field))
      return { kind: 'leaf', key, cell: scope.cell(picklistLabel(selecting, field, column)), format: 'text' };
    if (field.kind === 'lookup')
      return { kind: 'leaf', key, cell: scope.cell(column), format: 'id', prefix: selecting.registry.target(field).prefix };
    return { kind: 'leaf', key, cell: scope.cell(valueOf(field, scope.alias)), format: fieldType(field).format };
  });
}
