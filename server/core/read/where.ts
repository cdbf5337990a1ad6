import { fault } from '../errors.js';
import { externalField } from '../external-ids.js';
import { fieldType } from '../field-types.js';
import { idName } from '../fields.js';
import { rowIdIn, rowIdOf, uuidOf } from '../ids.js';
import { say } from '../messages.js';
import { camelCase, screamingCase } from '../names.js';
import { leadsToRecord, type Field, type Module, type Registry, type RelatedList } from '../registry.js';
import type { Input } from './input.js';
import { peopleCondition } from './people.js';
import { rangeCondition } from './relative.js';
import {
  belongsTo,
  columnOf,
  comparedColumn,
  idIn,
  refuseHidden,
  valueOf,
  visible,
  type Compilation,
  type FilterCompilation,
} from './scope.js';
import { arrayLiteral, bindLanguage, bindOrg, literal, type Binder, type Run } from './statement.js';

/** Figures for the cost of an operation. */
export interface FilterCost {
  /** How many related lists and records the filter looks into. */
  relations: number;
}

/**
 * The SQL of a module's filter over the rows of `alias`. Logic is two-valued: an empty value is different from every
 * value, so `not` and `notEq` keep the rows that people expect to keep.
 */
export function where(compilation: FilterCompilation, module: Module, alias: string, filter: Input, cost: FilterCost): string {
  if (filter.value === null) throw nullOperand(filter);
  const fields = filter.fields();
  if (fields.length === 0) compilation.meter.addConditions(1, filter);
  const conditions = fields.map(([name, input]) => condition(compilation, module, alias, name, input, cost));
  return conditions.length === 0 ? 'true' : conditions.length === 1 ? conditions[0]! : `(${conditions.join(' AND ')})`;
}

function condition(compilation: FilterCompilation, module: Module, alias: string, name: string, input: Input, cost: FilterCost): string {
  if (input.value === null) throw nullOperand(input);
  const nested = (one: Input) => where(compilation, module, alias, one, cost);
  switch (name) {
    case 'and':
      return input.items().length === 0 ? 'true' : `(${input.items().map(nested).join(' AND ')})`;
    case 'or':
      return input.items().length === 0 ? 'false' : `(${input.items().map(nested).join(' OR ')})`;
    case 'not':
      return `(${nested(input)}) IS NOT TRUE`;
  }
  const list = module.relatedLists.get(name);
  if (list) return listCondition(compilation, list, alias, input, cost);
  const field = module.fields.get(name);
  if (field?.kind === 'lookup') {
    refuseHidden(compilation, module, field, input.path);
    return recordCondition(compilation, field, compilation.registry.target(field), alias, input, cost);
  }
  if (field?.kind === 'reference') return referenceCondition(compilation, module, field, alias, input, cost);
  if (field?.kind === 'externalIds') {
    refuseHidden(compilation, module, field, input.path);
    return externalCondition(compilation, module, field, alias, input, cost);
  }
  const compared = field ?? [...module.fields.values()].find((one) => leadsToRecord(one) && idName(one) === name)!;
  refuseHidden(compilation, module, compared, input.path);
  if (compared.kind === 'reference') return referenceIdCondition(compilation, compared, alias, input);
  // Readers look for what they see. Where nothing is asked, what that needs would be bound for nothing.
  const column =
    compared.shown && input.fields().length > 0
      ? `(${compared.shown(compilation, alias, module.fields)}) COLLATE ${fieldType(compared).collate ?? '"C"'}`
      : comparedColumn(compared, alias);
  return valueCondition(compilation, module, compared, column, input, cost);
}

/** The record that a lookup or a reference leads to is of `target` and meets a filter. */
function recordCondition(
  compilation: FilterCompilation,
  field: Field,
  target: Module,
  alias: string,
  input: Input,
  cost: FilterCost,
): string {
  if (input.value === null) throw nullOperand(input);
  cost.relations++;
  const inner = compilation.statement.alias();
  const predicates = [
    `${inner}.id = ${idIn(field, target, alias)}`,
    ...visible(compilation, target, inner, 'WITHOUT'),
    where(compilation, target, inner, input, cost),
  ];
  return `EXISTS (SELECT 1 FROM ${target.table} ${inner} WHERE ${predicates.join(' AND ')})`;
}

/** Conditions on the record of a reference: on its module, and on its fields where it is of a module. */
function referenceCondition(
  compilation: FilterCompilation,
  module: Module,
  field: Field,
  alias: string,
  input: Input,
  cost: FilterCost,
): string {
  refuseHidden(compilation, module, field, input.path);
  const { registry, meter } = compilation;
  const fields = input.fields();
  if (fields.length === 0) meter.addConditions(1, input);
  const conditions = fields.map(([name, one]) => {
    const target = registry.targets(field).find((module) => camelCase(module.name) === name);
    if (target) return recordCondition(compilation, field, target, alias, one, cost);
    if (one.value === null) throw nullOperand(one);
    return valueCondition(compilation, module, MODULE, `${alias}.${field.moduleColumn!}`, one, cost);
  });
  return conditions.length === 0 ? 'true' : `(${conditions.join(' AND ')})`;
}

/** Conditions on the id of a reference's record: its column has the index, and what is read of it names the module too. */
function referenceIdCondition({ registry, meter, statement }: FilterCompilation, field: Field, alias: string, input: Input): string {
  const fields = input.fields();
  const targets = registry.targets(field);
  meter.addConditions(Math.max(1, fields.length), input);
  const conditions = fields.map(([operator, operand]) => {
    if (operand.value === null) throw nullOperand(operand);
    if (operator === 'isNull') return `${columnOf(field, alias)} IS ${operand.value ? '' : 'NOT '}NULL`;
    if (operator === 'in' || operator === 'notIn') meter.addList(operand);
    const known = (run: Run) => [operand.read(run.variables)].flat().filter((id) => rowIdIn(targets, id) !== null) as string[];
    const rowIds = statement.bind((run) => arrayLiteral(known(run).map(uuidOf)), 'uuid[]');
    const ids = statement.bind((run) => arrayLiteral(known(run)), 'text[]');
    const isOne = `(${columnOf(field, alias)} = ANY(${rowIds}) AND ${valueOf(field, alias)} = ANY(${ids}))`;
    return operator === 'eq' || operator === 'in' ? isOne : `${isOne} IS NOT TRUE`;
  });
  return conditions.length === 0 ? 'true' : `(${conditions.join(' AND ')})`;
}

/** The module of a reference's record: a value of the enum `RecordModule`, stored as the prefix of its ids. */
const MODULE = { kind: 'enum' } as Field;

const prefixOfKey = (registry: Registry, key: string): string =>
  [...registry.modules.values()].find(({ name }) => screamingCase(name) === key)!.prefix;

function listCondition(compilation: FilterCompilation, list: RelatedList, alias: string, input: Input, cost: FilterCost): string {
  const module = compilation.registry.module(list.module);
  refuseHidden(compilation, module, list.via, input.path);
  const fields = input.fields();
  if (fields.length === 0) compilation.meter.addConditions(1, input);
  const conditions = fields.map(([quantifier, filter]) => {
    if (filter.value === null) throw nullOperand(filter);
    cost.relations++;
    const inner = compilation.statement.alias();
    const met = where(compilation, module, inner, filter, cost);
    const rows = [belongsTo(compilation, list, inner, alias), ...visible(compilation, module, inner, 'WITHOUT')];
    const exists = (...more: string[]) => `EXISTS (SELECT 1 FROM ${module.table} ${inner} WHERE ${[...rows, ...more].join(' AND ')})`;
    if (quantifier === 'some') return exists(met);
    if (quantifier === 'none') return `NOT ${exists(met)}`;
    return `NOT ${exists(`(${met}) IS NOT TRUE`)}`;
  });
  return conditions.length === 0 ? 'true' : `(${conditions.join(' AND ')})`;
}

/** Records by keys of other systems: found where the database keeps them unique. */
function externalCondition(
  compilation: FilterCompilation,
  module: Module,
  field: Field,
  alias: string,
  input: Input,
  cost: FilterCost,
): string {
  const { statement, meter } = compilation;
  const fields = input.fields();
  meter.addConditions(Math.max(1, fields.length), input);
  const conditions = fields.map(([operator, operand]) => {
    if (operand.value === null) throw nullOperand(operand);
    if (operator === 'isNull') return `${columnOf(field, alias)} IS ${operand.value ? '' : 'NOT '}NULL`;
    cost.relations++;
    meter.addList(operand);
    const pairs = (run: Run) =>
      [operand.read(run.variables)].flat().flatMap((ids, group) =>
        Object.entries(ids as Record<string, string | null>).map(([source, key], _, { length }) => {
          if (key === null) throw nullOperand(operand);
          return { field: externalField(source), key: meter.text(key, operand.path), group, size: length };
        }),
      );
    const column = (part: keyof ReturnType<typeof pairs>[number], type: string) =>
      statement.bind((run) => arrayLiteral(pairs(run).map((pair) => String(pair[part]))), `${type}[]`);
    const wanted = `unnest(${column('field', 'text')}, ${column('key', 'text')}, ${column('group', 'integer')}, ${column('size', 'integer')}) p(field, value, place, size)`;
    return `${alias}.id = ANY(ARRAY(SELECT u.record_id FROM ${wanted} JOIN unique_value u ON u.org = ${statement.bind(bindOrg, 'uuid')} AND u.module = ${literal(module.name)} AND u.field = p.field AND u.value = p.value GROUP BY u.record_id, p.place, p.size HAVING count(*) = p.size))`;
  });
  return conditions.length === 0 ? 'true' : `(${conditions.join(' AND ')})`;
}

/** The operators of one value's filter over a column, or another expression of the field's type. */
export function valueCondition(
  compilation: FilterCompilation,
  module: Module,
  field: Field,
  column: string,
  input: Input,
  cost: FilterCost,
): string {
  const fields = input.fields();
  compilation.meter.addConditions(Math.max(1, fields.length), input);
  const conditions = fields.map(([operator, operand]) => {
    if (operand.value === null) throw nullOperand(operand);
    return operate(compilation, module, field, column, operator, operand, cost);
  });
  return conditions.length === 0 ? 'true' : `(${conditions.join(' AND ')})`;
}

const comparisons: Readonly<Record<string, string>> = { eq: '=', gt: '>', gte: '>=', lt: '<', lte: '<=' };

function operate(
  compilation: FilterCompilation,
  module: Module,
  field: Field,
  column: string,
  operator: string,
  operand: Input,
  cost: FilterCost,
): string {
  const { statement } = compilation;
  const range = rangeCondition(statement, field, column, operator, operand);
  if (range) return range;
  const people = peopleCondition(compilation, column, operator, operand);
  if (people) {
    // Finding out who is in a team reads other tables; who I am is known.
    if (operator !== 'isMe') cost.relations++;
    return people;
  }
  const type = fieldType(field);
  const bind = (binder: Binder, suffix = '') => statement.bind(binder, `${type.sql}${suffix}`);
  const one = toText(compilation, module, field, operand.path);
  const single = () => bind((run) => one(operand.read(run.variables)));
  // An id that belongs elsewhere equals nothing, as one that never was.
  const many = () => bind((run) => arrayLiteral([operand.read(run.variables)].flat().flatMap((value) => one(value) ?? [])), '[]');
  const pattern = (before: string, after: string) =>
    bind((run) => `${before}${(one(operand.read(run.variables)) ?? '').replace(/[\\%_]/g, '\\$&')}${after}`);
  switch (operator) {
    case 'isNull':
      return `${column} IS ${operand.value ? '' : 'NOT '}NULL`;
    case 'notEq':
      return field.kind === 'lookup' || field.kind === 'id'
        ? `(${column} = ${single()}) IS NOT TRUE`
        : `${column} IS DISTINCT FROM ${single()}`;
    case 'in':
      compilation.meter.addList(operand);
      return `${column} = ANY(${many()})`;
    case 'notIn':
      compilation.meter.addList(operand);
      return `(${column} = ANY(${many()})) IS NOT TRUE`;
    case 'equalsIgnoreCase':
      return `lower(${column}) = lower(${single()} COLLATE ${type.collate})`;
    case 'contains':
      return `${column} ILIKE ${pattern('%', '%')}`;
    case 'notContains':
      return `(${column} ILIKE ${pattern('%', '%')}) IS NOT TRUE`;
    case 'startsWith':
      return `${column} ILIKE ${pattern('', '%')}`;
    case 'endsWith':
      return `${column} ILIKE ${pattern('%', '')}`;
    case 'labelContains':
      cost.relations++;
      return `${column} = ANY(ARRAY(${labelled(compilation, field, pattern('%', '%'))}))`;
    default:
      return `${column} ${comparisons[operator]!} ${single()}`;
  }
}

/** The keys of a picklist whose labels, as the reader sees them, are like a pattern: found once a statement. */
const labelled = ({ statement }: Compilation, field: Field, pattern: string): string =>
  `SELECT v.key FROM picklist_value v WHERE v.org = ${statement.bind(bindOrg, 'uuid')} AND v.picklist = ${literal(field.picklist!.name)} AND coalesce(v.labels->>${statement.bind(bindLanguage, 'text')}, v.label) COLLATE "und-x-icu" ILIKE ${pattern}`;

/** How an operand of a field's filter becomes a parameter's text. */
function toText(compilation: FilterCompilation, module: Module, field: Field, path: string): (value: unknown) => string | null {
  if (field === MODULE) return (value) => prefixOfKey(compilation.registry, value as string);
  if (field.kind === 'id') return (value) => rowIdOf(module, value);
  if (field.kind === 'lookup') return (value) => rowIdOf(compilation.registry.target(field), value);
  // Texts are stored in this form; people see no difference.
  const isText = fieldType(field).sql === 'text';
  return (value) => {
    const text = compilation.meter.text(value, path);
    return isText ? text.normalize('NFC') : text;
  };
}

export const nullOperand = (input: Input) => fault(input.path, 'NULL_OPERAND', say('faults.nullOperand', { path: input.path }));
