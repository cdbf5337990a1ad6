import { fault } from '../errors.js';
import { say } from '../messages.js';
import type { Module } from '../registry.js';
import type { Selecting } from './compile.js';
import { figures } from './figures.js';
import { compileGroups } from './groups.js';
import type { Input } from './input.js';
import { predicates, type Link } from './list.js';
import { afterCursor, cursorCells, orderOf, orderSql, reversed, type Order } from './order.js';
import type { Connection, ConnectionPart, EdgePart, Output, Page, PageInfoPart } from './output.js';
import { Scope } from './scope.js';
import { selectionSets, type Selected } from './selection.js';
import { jsonArray } from './statement.js';

export const DEFAULT_PAGE = 50;
export const MAX_PAGE = 500;

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
    if (name === 'groups') return compileGroups(selecting, type, list, field, [...path, key], multiplier, slots);
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

/** A whole list has no pages. */
function wholeSize(inputs: Inputs): { size: number; backward: boolean } {
  for (const name of ['first', 'last', 'after', 'before']) {
    const input = inputs.get(name);
    if (input && input.value !== null) throw fault(input.path, 'CONTRADICTION', say('faults.wholeList', { name }));
  }
  return { size: Number.MAX_SAFE_INTEGER, backward: false };
}

/** Compiles the page of a list. */
class PageCompiler {
  private readonly scope: Scope;
  private readonly order: Order;
  private readonly isWhole: boolean;
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
    this.isWhole = selecting.isWhole && !link;
    ({ size: this.size, backward: this.backward } = this.isWhole ? wholeSize(inputs) : pageSize(inputs, path));
    selecting.spend(path, (this.isWhole ? MAX_PAGE : this.size) * multiplier);
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
    return `SELECT ${cells} FROM ${this.scope.from()} WHERE ${this.predicates.join(' AND ')} ORDER BY ${orderSql(this.order)}${this.isWhole ? '' : ` LIMIT ${this.size + (this.probed ? 1 : 0)}`}`;
  }
}

const given = (inputs: Inputs, name: string): Input | undefined => {
  const input = inputs.get(name);
  return input && input.value !== null ? input : undefined;
};
