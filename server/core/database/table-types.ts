import type { Field, Module, Registry } from '../registry.js';
import { schemaModel, type TableModel } from './schema-model.js';

/** The source of `tables.generated.ts`: the tables of the database as types of the query builder. */
export function tableTypes(registry: Registry): string {
  const { tables } = schemaModel(registry);
  const modules = new Map([...registry.modules.values()].map((module) => [module.table, module]));
  const names = Object.keys(tables).sort();
  const shared = names.filter((name) => !tables[name]!.columns['org']);
  return [
    '/** Written by `npm run schema` from the registry and the platform’s own tables. Do not edit. */',
    `import type { ColumnType, Generated, GeneratedAlways } from 'kysely';`,
    '',
    '/** An exact number: a text, as a double cannot hold it. */',
    'type Numeric = ColumnType<string, string | number, string | number>;',
    '/** RFC 3339 in UTC. */',
    'type Instant = ColumnType<string, string | Date, string | Date>;',
    '/** Read as a value, written as JSON text. */',
    'type Json = ColumnType<unknown, string, string>;',
    '/** Filled in by default or by a trigger unless it is given. */',
    'type Filled<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : Generated<T>;',
    '/** Worked out by a trigger. */',
    'type Computed<T> = T extends ColumnType<infer S, unknown, unknown> ? GeneratedAlways<S> : GeneratedAlways<T>;',
    '',
    '/** The tables and their columns. `org` is added by the query builder. */',
    'export interface Tables {',
    ...names.flatMap((name) => [
      `  ${name}: {`,
      ...Object.entries(tables[name]!.columns).map(
        ([column, sql]) => `    ${column}: ${columnType(column, sql, tables[name]!, modules.get(name))};`,
      ),
      '  };',
    ]),
    '}',
    '',
    '/** The tables that belong to no organization. */',
    `export const sharedTables: ReadonlySet<string> = new Set([${shared.map(quote).join(', ')}]);`,
    '',
    'export const tableNames: ReadonlySet<string> = new Set([',
    ...names.map((name) => `  ${quote(name)},`),
    ']);',
    '',
  ].join('\n');
}

function columnType(column: string, sql: string, table: TableModel, module: Module | undefined): string {
  if (column === 'org') return 'GeneratedAlways<string>';
  const field = module && [...module.fields.values()].find((one) => one.column === column);
  const type = valueType(sql, field);
  const isNullable = !sql.includes('NOT NULL') && !table.primaryKey.includes(column);
  if (sql.includes('GENERATED ALWAYS')) return `Computed<${type}>`;
  // A formula that starts from the value itself keeps what is written.
  if (field?.formula && !field.formula.includes(`new.${column}`)) return `Computed<${type}${isNullable ? ' | null' : ''}>`;
  if (isNullable) return `${type} | null`;
  return sql.includes('DEFAULT') || field?.filledIn || (field?.system && column !== 'id') ? `Filled<${type}>` : type;
}

function valueType(sql: string, field: Field | undefined): string {
  if (field?.kind === 'enum') return Object.keys(field.enum!.values).map(quote).join(' | ');
  const type = /^[a-z]+/.exec(sql)![0];
  switch (type) {
    case 'boolean':
      return 'boolean';
    case 'integer':
    case 'smallint':
      return 'number';
    case 'numeric':
    case 'bigint':
      return 'Numeric';
    case 'timestamptz':
      return 'Instant';
    case 'jsonb':
    case 'json':
      return 'Json';
    case 'bytea':
      return 'Buffer';
    case 'text':
    case 'uuid':
    case 'date':
      return 'string';
    default:
      throw new Error(`${sql}: no type of a column is known for it.`);
  }
}

const quote = (text: string): string => `'${text}'`;
