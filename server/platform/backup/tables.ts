import { schemaModel, type TableModel } from '../../core/database/schema-model.js';
import type { Registry } from '../../core/registry.js';
import type { TableEntry } from './archive-format.js';

const referencesOf = ({ constraints }: TableModel): string[] =>
  Object.values(constraints).flatMap((sql) => /REFERENCES (\w+)/.exec(sql)?.[1] ?? []);

/** Every table of the schema, each after the ones it refers to; a table that refers to itself is no circle. */
function inOrder(tables: Readonly<Record<string, TableModel>>): [string, TableModel][] {
  const done = new Map<string, TableModel>();
  const visit = (name: string, path: readonly string[]): void => {
    if (done.has(name)) return;
    if (path.includes(name)) throw new Error(`The tables refer to each other in a circle: ${[...path, name].join(', ')}.`);
    for (const target of referencesOf(tables[name]!)) if (target !== name) visit(target, [...path, name]);
    done.set(name, tables[name]!);
  };
  Object.keys(tables).forEach((name) => visit(name, []));
  return [...done];
}

/** The tables that hold rows of organisations, those that no backup keeps too, in an order to fill them in. */
export const organizationTables = (registry: Registry): string[] =>
  inOrder(schemaModel(registry).tables).flatMap(([name, { columns }]) => (columns['org'] ? [name] : []));

/**
 * What a backup holds, in an order it can be loaded in.
 *
 * @param isWhole also what belongs to no organisation
 */
export function backedUpTables(registry: Registry, isWhole: boolean): TableEntry[] {
  return inOrder(schemaModel(registry).tables)
    .filter(([, table]) => !table.isTransient && (isWhole || table.columns['org']))
    .map(([name, { columns }]) => ({
      name,
      columns: Object.entries(columns)
        .map(([column, type]) => ({ name: column, type }))
        .sort((a, b) => Number(b.name === 'org') - Number(a.name === 'org')),
    }));
}

/** The columns of a table whose numbers the database itself gives. */
export const identityColumns = (table: TableEntry): string[] =>
  table.columns.filter(({ type }) => /GENERATED \w+ (AS|BY DEFAULT AS) IDENTITY/.test(type)).map(({ name }) => name);

export const columnList = ({ columns }: TableEntry): string => columns.map(({ name }) => name).join(', ');
