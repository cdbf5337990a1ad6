import { fieldType, type Aggregate } from '../field-types.js';
import { partName } from '../fields.js';
import type { Field, Module } from '../registry.js';
import { derivedFrom, points, type Selecting } from './compile.js';
import { predicates, type List } from './list.js';
import type { ConnectionPart, Leaf, Output } from './output.js';
import { asCell, columnOf, comparedColumn, refuseHidden } from './scope.js';
import { selectionSets, type Selected } from './selection.js';
import { jsonArray } from './statement.js';

/** `totalCount` and `aggregate`: one scan of the whole list. */
export function figures(selecting: Selecting, list: List, field: Selected, multiplier: number, slots: string[]): ConnectionPart {
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

/** The place of a cell; the same SQL is read once. */
const placeIn =
  (cells: string[]) =>
  (sql: string): number => {
    const known = cells.indexOf(sql);
    return known >= 0 ? known : cells.push(sql) - 1;
  };

/** The fields of an aggregate, each as a cell over the rows of `alias`. */
export function aggregateFields(selecting: Selecting, module: Module, field: Selected, alias: string, cells: string[]): Output[] {
  const type = selecting.objectType(`${module.name}Aggregate`);
  const cell = placeIn(cells);
  return selecting.fieldsOf(type, selectionSets(field)).map((part): Output => {
    if (part.name === '__typename') return { kind: 'constant', key: part.key, json: JSON.stringify(type.name) };
    if (part.name === 'count') return { kind: 'leaf', key: part.key, cell: cell('count(*)'), format: 'plain' };
    return partOf(selecting, module, partName(module.name, part.name), part, (aggregated) => {
      const { sql, format } = shown(part.name as Aggregate, aggregated, alias);
      return { cell: cell(sql), format };
    });
  });
}

/** The figures of `inOwnCurrency`, each as a cell over the rows of `alias`. */
export function moneyFields(selecting: Selecting, module: Module, field: Selected, alias: string, cells: string[]): Output[] {
  const type = selecting.objectType(`${module.name}MoneyAggregate`);
  const cell = placeIn(cells);
  return selecting.fieldsOf(type, selectionSets(field)).map((part): Output => {
    if (part.name === '__typename') return { kind: 'constant', key: part.key, json: JSON.stringify(type.name) };
    return partOf(selecting, module, `${module.name}MoneyFigures`, part, (money) => ({
      cell: cell(`${trimmed(figureSql(part.name as Aggregate, money, columnOf(money, alias)), part.name)}::text`),
      format: 'quoted',
    }));
  });
}

const trimmed = (sql: string, part: string): string => (part === 'sum' || part === 'avg' ? `trim_scale(${sql})` : sql);

/** One part of an aggregate: a figure for each of its fields. */
function partOf(
  selecting: Selecting,
  module: Module,
  typeName: string,
  part: Selected,
  figure: (field: Field) => Pick<Leaf, 'cell' | 'format'>,
): Output {
  const type = selecting.objectType(typeName);
  const fields = selecting.fieldsOf(type, selectionSets(part)).map((one): Output => {
    if (one.name === '__typename') return { kind: 'constant', key: one.key, json: JSON.stringify(type.name) };
    const aggregated = module.fields.get(one.name) ?? derivedFrom(module, one.name)!;
    refuseHidden(selecting, module, aggregated, `${part.name}.${one.name}`);
    return { kind: 'leaf', key: one.key, ...figure(aggregated) };
  });
  return { kind: 'record', key: part.key, presence: null, fields };
}

/** A figure as a value that can be compared. */
export const figureOf = (part: Aggregate, field: Field, alias: string): string => figureSql(part, field, comparedColumn(field, alias));

function figureSql(part: Aggregate, field: Field, column: string): string {
  switch (part) {
    case 'countDistinct':
      return `count(DISTINCT ${column})`;
    case 'avg':
      return `round(avg(${column}), 6)`;
    default:
      return `${part}(${column})`;
  }
}

/** A figure as a cell. */
function shown(part: Aggregate, field: Field, alias: string): { sql: string; format: Leaf['format'] } {
  const sql = figureOf(part, field, alias);
  const type = fieldType(field);
  switch (part) {
    case 'countDistinct':
      return { sql, format: 'plain' };
    case 'sum':
      return { sql: type.sql === 'integer' ? `${sql}::text` : `trim_scale(${sql})::text`, format: 'quoted' };
    case 'avg':
      return { sql: `trim_scale(${sql})::text`, format: 'quoted' };
    default:
      return { sql: asCell(sql, type.sql), format: type.format };
  }
}
