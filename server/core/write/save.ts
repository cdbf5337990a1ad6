import type { WriteContext } from '../context.js';
import { fieldType } from '../field-types.js';
import { prefixOf, uuidOf } from '../ids.js';
import { arrayLiteral } from '../read/statement.js';
import { isTie, type Field, type Module } from '../registry.js';
import type { PendingRow } from './check.js';

/** Writes new rows in one statement: the columns that any of them has, one array of values each. */
export async function insertRows(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<void> {
  const fields = storedFields(module).filter(({ name }) => rows.some((row) => row.values.get(name) != null));
  const stored = fields.flatMap(columnsOf);
  const columns = ['id', ...stored.map(({ column }) => column)];
  const types = ['uuid', ...stored.map(({ sql }) => sql)];
  const values = [rows.map(({ id }) => id), ...stored.map(({ valueOf }) => rows.map((row) => textOf(valueOf(row))))];
  if (module.isRecord && rows.some((row) => customOf(module, row))) {
    columns.push('custom');
    types.push('jsonb');
    values.push(rows.map((row) => JSON.stringify(withoutNulls(customOf(module, row) ?? {}))));
  }
  const arrays = types.map((type, index) => `$${index + 2}::${type}[]`);
  const text = `INSERT INTO ${module.table} (org, ${columns.join(', ')}) SELECT $1::uuid, * FROM unnest(${arrays.join(', ')})`;
  await context.transaction.run(text, [context.viewer.org, ...values.map(arrayLiteral)]);
}

/** A column to write, and the value of a row for it. */
interface StoredColumn {
  readonly column: string;
  readonly sql: string;
  readonly valueOf: (row: PendingRow) => unknown;
}

/** The columns that store a field: two for a reference (module and id), one for any other. */
function columnsOf(field: Field): StoredColumn[] {
  const { name, kind, column, moduleColumn } = field;
  const valueOf = (row: PendingRow): unknown => row.values.get(name);
  if (kind !== 'reference') return [{ column, sql: fieldType(field).sql, valueOf }];
  const id = (row: PendingRow): string | null => (valueOf(row) as string | null | undefined) ?? null;
  return [
    { column, sql: 'uuid', valueOf: (row) => uuidOf(id(row)) },
    { column: moduleColumn!, sql: 'text', valueOf: (row) => prefixOf(id(row)) },
  ];
}

/** A checked value as PostgreSQL's text. */
const textOf = (value: unknown): string | null =>
  value == null ? null : typeof value === 'object' ? JSON.stringify(value) : `${value as string | number | boolean}`;

/** Writes changes: rows that change the same fields share a statement. */
export async function updateRows(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<void> {
  const groups = new Map<string, PendingRow[]>();
  for (const row of rows) {
    const key = [...row.values.keys()].sort().join(',');
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  for (const group of groups.values()) {
    const changed = [...module.fields.values()].filter((field) => group[0]!.values.has(field.name));
    const fields = changed.filter((field) => !field.custom);
    const stored = fields.flatMap(columnsOf);
    const custom = changed.length > fields.length;
    const assignments = [
      ...stored.map(({ column }) => `${column} = r.${column}`),
      ...(custom ? [`custom = jsonb_strip_nulls(t.custom || r.custom)`] : []),
    ];
    const text = `UPDATE ${module.table} t SET ${assignments.join(', ')} FROM json_to_recordset($2::json) AS r(${recordTypes(stored, custom)}) WHERE t.org = $1::uuid AND t.id = r.id`;
    await context.transaction.run(text, [context.viewer.org, JSON.stringify(group.map((row) => record(module, row, stored)))]);
  }
}

/** Moves rows to the bin, or out of it. */
export async function setDeleted(context: WriteContext, module: Module, ids: readonly string[], deleted: boolean): Promise<void> {
  // What goes by itself does not come back with what it is tied to, though that may go in the same transaction.
  const isTied = [...module.fields.values()].some((field) => isTie(module, field));
  const now = isTied ? `now() - interval '1 ms'` : 'now()';
  const text = `UPDATE ${module.table} SET deleted_at = ${deleted ? now : 'NULL'} WHERE org = $1::uuid AND id = ANY($2::uuid[]) AND deleted_at IS ${deleted ? '' : 'NOT '}NULL`;
  await context.transaction.run(text, [context.viewer.org, `{${ids.join(',')}}`]);
}

/** Rules may give a new row what no input sets. */
const storedFields = (module: Module): Field[] =>
  [...module.fields.values()].filter((field) => (!field.formula || field.historical) && !field.custom && !field.virtual);

const recordTypes = (columns: readonly StoredColumn[], custom: boolean): string =>
  ['id uuid', ...columns.map(({ column, sql }) => `${column} ${sql}`), ...(custom ? ['custom jsonb'] : [])].join(', ');

function record(module: Module, row: PendingRow, columns: readonly StoredColumn[]): Record<string, unknown> {
  const values: Record<string, unknown> = { id: row.id };
  for (const { column, valueOf } of columns) values[column] = valueOf(row) ?? null;
  const custom = customOf(module, row);
  return custom ? { ...values, custom } : values;
}

/** The values of the organisation's own fields; undefined when none is given. */
function customOf(module: Module, row: PendingRow): Record<string, unknown> | undefined {
  let custom: Record<string, unknown> | undefined;
  for (const field of module.fields.values()) {
    if (field.custom && row.values.has(field.name)) (custom ??= {})[field.column] = row.values.get(field.name);
  }
  return custom;
}

/** A new row holds only what it has; in a change, null clears. */
const withoutNulls = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
