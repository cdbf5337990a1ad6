import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { AccessShape } from '../access.js';
import { fault } from '../errors.js';
import { fieldType } from '../field-types.js';
import { idName, labelName } from '../fields.js';
import { rowIdOf, prefixOf } from '../ids.js';
import { say } from '../messages.js';
import { TYPE_KEY } from '../record.js';
import { leadsToRecord, type Field, type Module, type Registry } from '../registry.js';
import { compileConnection } from './connection.js';
import type { FilterMeter } from './filter-meter.js';
import { inputsOf, magnitude, type Input } from './input.js';
import type { ChoiceOutput, Constant, Output, RootOutput } from './output.js';
import { picklistLabel, Scope, valueOf, visible, type FilterCompilation, type Deleted } from './scope.js';
import { selectedFields, selectionSets, type Reading, type Selected } from './selection.js';
import { bindIds, jsonArray, Statement, type Binder } from './statement.js';
import { compileSummary } from './summary.js';

/** A root field's way to its module, by the field's name. */
export type Root = { readonly kind: 'one' | 'list' | 'singleton'; readonly module: string } | { readonly kind: 'node' | 'nodes' };

/** A root field, compiled: one statement and what its rows become. */
export interface Compiled {
  readonly text: string;
  readonly binders: readonly Binder[];
  readonly output: RootOutput;
  /** Paths of fields that are hidden from the viewer and read as null, from the root field down. */
  readonly hidden: readonly (readonly string[])[];
  /** What running it may cost, in points (design.md 8). */
  readonly cost: number;
  /** The list that costs most of it. */
  readonly costliest?: CostlyField | null;
}

/** A field with its share of the cost of an operation. */
export interface CostlyField {
  /** From the root field down: `accounts.contacts`. */
  readonly field: string;
  readonly cost: number;
}

/** What is compiled for whom. */
export interface CompileRequest {
  readonly reading: Reading;
  readonly registry: Registry;
  readonly access: AccessShape;
  /** Counts the filters of all root fields of the operation together. */
  readonly meter: FilterMeter;
  /** graphql-js walks the answer: a record says its type where it may be of several. */
  readonly isWalked?: boolean;
  /** The whole list of a root, not a page of it. */
  readonly isWhole?: boolean;
}

/** Points of what a selection costs beyond its rows. */
export const points = { totalCount: 50, figures: 100, relation: 100 } as const;

/** A compilation on its way through the selection. */
export class Selecting implements FilterCompilation {
  readonly statement = new Statement();
  readonly hidden: string[][] = [];
  cost = 0;
  costliest: CostlyField | null = null;
  constructor(private readonly request: CompileRequest) {}

  /** Notes what a list costs. */
  spend(path: readonly string[], cost: number): void {
    this.cost += cost;
    if (cost > (this.costliest?.cost ?? 0)) this.costliest = { field: path.join('.'), cost };
  }

  get registry(): Registry {
    return this.request.registry;
  }
  get access(): AccessShape {
    return this.request.access;
  }
  get meter(): FilterMeter {
    return this.request.meter;
  }
  get isWhole(): boolean {
    return this.request.isWhole ?? false;
  }
  get reading(): Reading {
    return this.request.reading;
  }

  objectType(name: string): GraphQLObjectType {
    return this.reading.schema.getType(name) as GraphQLObjectType;
  }

  fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selected[] {
    return selectedFields(this.reading, type, sets);
  }

  inputs(type: GraphQLObjectType, selected: Selected, path: string): ReadonlyMap<string, Input> {
    return inputsOf(type.getFields()[selected.name]!, selected.nodes[0]!.arguments ?? [], this.reading.variables, path);
  }

  /** The fields of a record selected by `sets`, read from the rows of `scope`. */
  record(scope: Scope, sets: readonly SelectionSetNode[], path: readonly string[], multiplier: number): Output[] {
    const type = this.objectType(scope.module.name);
    return this.fieldsOf(type, sets).map((selected) => this.recordField(scope, type, selected, [...path, selected.key], multiplier));
  }

  private recordField(scope: Scope, type: GraphQLObjectType, selected: Selected, path: readonly string[], multiplier: number): Output {
    const { key, name } = selected;
    const { module, alias } = scope;
    if (name === '__typename') return { kind: 'constant', key, json: JSON.stringify(module.name) };
    const list = module.relatedLists.get(name);
    if (list) {
      const target = this.registry.module(list.module);
      if (this.access.isHidden(target, list.via)) return this.hide(key, path);
      const inputs = this.inputs(type, selected, path.slice(1).join('.'));
      const { sql, connection } = compileConnection(this, target, selected, inputs, path, multiplier, { list, parent: alias });
      return { kind: 'connection', key, cell: scope.cell(sql), connection };
    }
    const summary = module.summaries.find((one) => one.name === name);
    if (summary) return compileSummary(this, scope, summary, selected, path, multiplier);
    const field = module.fields.get(name) ?? derivedFrom(module, name)!;
    if (this.access.isHidden(module, field)) return this.hide(key, path);
    return this.value(scope, field, selected, path, multiplier);
  }

  /** A field that the viewer may not see: it reads as null. */
  hide(key: string, path: readonly string[]): Constant {
    // The alternatives of a reference may all hide it.
    if (!this.hidden.some((known) => known.length === path.length && known.every((part, at) => part === path[at])))
      this.hidden.push([...path]);
    return { kind: 'constant', key, json: 'null' };
  }

  private value(scope: Scope, field: Field, selected: Selected, path: readonly string[], multiplier: number): Output {
    const { key, name } = selected;
    const { module, alias } = scope;
    if (field.kind === 'lookup') {
      if (name === idName(field))
        return { kind: 'leaf', key, cell: scope.cell(valueOf(field, alias)), format: 'id', prefix: this.registry.target(field).prefix };
      const joined = scope.join(field);
      const fields = this.record(joined, selectionSets(selected), path, multiplier);
      return { kind: 'record', key, presence: scope.cell(`${joined.alias}.id`), fields };
    }
    if (field.kind === 'reference' && name === field.name) return this.reference(scope, field, selected, path, multiplier);
    if (field.kind === 'picklist' && name === labelName(field)) {
      return { kind: 'leaf', key, cell: scope.cell(picklistLabel(this, field, valueOf(field, alias))), format: 'text' };
    }
    return {
      kind: 'leaf',
      key,
      cell: scope.cell(field.shown ? field.shown(this, alias, module.fields) : valueOf(field, alias)),
      format: fieldType(field).format,
      holds: field.kind,
      ...(field.kind === 'id' && { prefix: module.prefix }),
    };
  }

  /** The record that a reference leads to: a join for each module that it may be of, with what is selected of that one. */
  reference(scope: Scope, field: Field, selected: Selected, path: readonly string[], multiplier: number): ChoiceOutput {
    const alternatives = this.registry.targets(field).map((target) => {
      const joined = scope.join(field, target);
      const fields = this.record(joined, selectionSets(selected), path, multiplier);
      const marked = this.request.isWalked ? [typeMark(target), ...fields] : fields;
      return { presence: scope.cell(`${joined.alias}.id`), fields: marked };
    });
    return { kind: 'choice', key: selected.key, alternatives };
  }
}

/** Where the type of a walked record stands. */
const typeMark = ({ name }: Module): Constant => ({ kind: 'constant', key: TYPE_KEY, json: JSON.stringify(name) });

/** The field that `accountId`, `industryLabel` and `displayName` belong to. */
export function derivedFrom(module: Module, name: string): Field | undefined {
  if (name === 'displayName') return module.displayName ?? undefined;
  for (const field of module.fields.values()) {
    if ((leadsToRecord(field) && idName(field) === name) || (field.kind === 'picklist' && labelName(field) === name)) return field;
  }
  return undefined;
}

/** Compiles one root field of a query. */
export function compileRoot(request: CompileRequest, parent: GraphQLObjectType, root: Root, selected: Selected): Compiled {
  const selecting = new Selecting(request);
  const inputs = selecting.inputs(parent, selected, '');
  const path = [selected.key];
  switch (root.kind) {
    case 'one': {
      const module = selecting.registry.module(root.module);
      return compileOne(selecting, module, selected, path, inputs.get('id'), deletedMode(inputs));
    }
    case 'singleton':
      return compileOne(selecting, selecting.registry.module(root.module), selected, path, null, 'WITHOUT');
    case 'node': {
      const module = moduleOf(selecting.registry, inputs.get('id')?.value);
      if (!module) return { text: '', binders: [], output: { kind: 'null' }, hidden: [], cost: 1 };
      return compileOne(selecting, module, selected, path, inputs.get('id'), 'WITHOUT');
    }
    case 'nodes':
      return compileNodes(selecting, selected, path, inputs.get('ids')!);
    case 'list': {
      const module = selecting.registry.module(root.module);
      const { sql, connection, flat } = compileConnection(selecting, module, selected, inputs, path, 1);
      return finish(selecting, sql, { kind: 'list', flat: flat ?? false, connection });
    }
  }
}

/** Compiles a selection on records of one module that are given by their row ids (`Run.ids`), in that order. */
export function compileByIds(
  request: CompileRequest,
  module: Module,
  sets: readonly SelectionSetNode[],
  path: readonly string[],
): Compiled {
  const selecting = new Selecting(request);
  const slot = byIdsSlot(selecting, module, sets, path, bindIds, 'WITH', 1);
  return finish(selecting, `SELECT ${slot.sql}`, { kind: 'byIds', modules: [slot.module] });
}

function compileOne(
  selecting: Selecting,
  module: Module,
  selected: Selected,
  path: readonly string[],
  id: Input | undefined | null,
  deleted: Deleted,
): Compiled {
  const { statement } = selecting;
  const scope = new Scope(selecting, module, statement.alias());
  const predicates = visible(selecting, module, scope.alias, deleted);
  if (id) predicates.push(`${scope.alias}.id = ${statement.bind((run) => rowIdOf(module, id.read(run.variables)), 'uuid')}`);
  selecting.cost += 1;
  const fields = selecting.record(scope, selectionSets(selected), path, 1);
  const cells = scope.cells.length === 0 ? ['1'] : scope.cells;
  return finish(selecting, `SELECT ${cells.join(', ')} FROM ${scope.from()} WHERE ${predicates.join(' AND ')}`, {
    kind: 'one',
    cells: cells.length,
    fields,
  });
}

const MAX_NODES = 500;

function compileNodes(selecting: Selecting, selected: Selected, path: readonly string[], ids: Input): Compiled {
  const given = [ids.value].flat();
  const tooMany = () => fault(ids.path, 'TOO_MANY', say('faults.tooManyIds', { path: ids.path, limit: MAX_NODES }), { limit: MAX_NODES });
  if (given.length > MAX_NODES) throw tooMany();
  const modules = [...new Set(given.map((id) => moduleOf(selecting.registry, id)))].filter((module) => module !== undefined);
  const slots = modules.map((module) => {
    const binder: Binder = (run) => {
      const all = [ids.read(run.variables)].flat();
      if (all.length > MAX_NODES) throw tooMany();
      return `{${all.flatMap((id) => rowIdOf(module, id) ?? []).join(',')}}`;
    };
    return byIdsSlot(selecting, module, selectionSets(selected), path, binder, 'WITHOUT', magnitude(given.length));
  });
  const sql = slots.length > 0 ? `SELECT ${slots.map((slot) => slot.sql).join(', ')}` : '';
  selecting.cost += magnitude(given.length);
  return finish(selecting, sql, { kind: 'byIds', modules: slots.map((slot) => slot.module) });
}

function byIdsSlot(
  selecting: Selecting,
  module: Module,
  sets: readonly SelectionSetNode[],
  path: readonly string[],
  ids: Binder,
  deleted: Deleted,
  multiplier: number,
) {
  const { statement } = selecting;
  const scope = new Scope(selecting, module, statement.alias());
  scope.cell(`${scope.alias}.id`);
  const predicates = [...visible(selecting, module, scope.alias, deleted), `${scope.alias}.id = ANY(${statement.bind(ids, 'uuid[]')})`];
  const fields = selecting.record(scope, sets, path, multiplier);
  return {
    sql: `(SELECT coalesce(json_agg(${jsonArray(scope.cells)}), '[]') FROM ${scope.from()} WHERE ${predicates.join(' AND ')})`,
    module: { prefix: module.prefix, cells: scope.cells.length, fields },
  };
}

const finish = (selecting: Selecting, text: string, output: RootOutput): Compiled => ({
  text,
  binders: selecting.statement.binders,
  output,
  hidden: selecting.hidden,
  cost: selecting.cost,
  costliest: selecting.costliest,
});

export const deletedMode = (inputs: ReadonlyMap<string, Input>): Deleted =>
  (inputs.get('deleted')?.value as Deleted | undefined) ?? 'WITHOUT';

/** The module an id names by its prefix, as far as `node` may read it. */
function moduleOf(registry: Registry, id: unknown): Module | undefined {
  const module = registry.byPrefix(prefixOf(id) ?? '');
  return module?.roots ? module : undefined;
}
