import type { Summary } from '../registry.js';
import { points, type Selecting } from './compile.js';
import type { Constant, Leaf, SummaryOutput } from './output.js';
import { visible, type Scope } from './scope.js';
import { selectionSets, type Selected } from './selection.js';
import { bindOrg, jsonArray } from './statement.js';

/** The figures of a summary that are asked for, counted for each row of the scope. */
export function compileSummary(
  selecting: Selecting,
  scope: Scope,
  { type: typeName, figures, from, of: ofAll }: Summary,
  selected: Selected,
  path: readonly string[],
  multiplier: number,
): SummaryOutput {
  const { statement, registry, access } = selecting;
  const type = selecting.objectType(typeName);
  const isHidden = (name: string): boolean => {
    const [module, field] = name.split('.') as [string, string];
    return access.isHidden(registry.module(module), registry.module(module).fields.get(field)!);
  };
  const cells: string[] = [];
  const fields = selecting.fieldsOf(type, selectionSets(selected)).map(({ key, name }): Leaf | Constant => {
    if (name === '__typename') return { kind: 'constant', key, json: JSON.stringify(typeName) };
    const { kind, sql, of } = figures[name]!;
    if ([...ofAll, ...of].some(isHidden)) return selecting.hide(key, [...path, key]);
    const [cell, format] = kind === 'integer' ? [sql, 'plain' as const] : [`trim_scale(${sql})::text`, 'quoted' as const];
    return { kind: 'leaf', key, cell: cells.push(cell) - 1, format, holds: kind };
  });
  selecting.cost += points.figures * multiplier;
  const rows = (name: string): string => {
    const [module, alias] = [registry.module(name), statement.alias()];
    return `(SELECT * FROM ${module.table} ${alias} WHERE ${visible(selecting, module, alias, 'WITHOUT').join(' AND ')})`;
  };
  const source = from({ alias: scope.alias, org: statement.bind(bindOrg, 'uuid'), rows });
  const cell = scope.cell(`(SELECT ${jsonArray(cells.length > 0 ? cells : ['1'])} ${source})`);
  return { kind: 'summary', key: selected.key, cell, cells: Math.max(cells.length, 1), fields };
}
