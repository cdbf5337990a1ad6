import type { WriteContext } from '../context.js';
import { fieldType } from '../field-types.js';
import type { Field, Module } from '../registry.js';
import type { PendingRow } from './check.js';

/** Writes new rows: one statement of a fixed text per module, whatever the rows hold. */
export async function insertRows(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<void> {
  const fields = storedFields(module);
  const records = rows.map((row) => record(module, row, fields));
  const custom = customColumn(module);
  const columns = ['id', ...fields.map(({ column }) => column), ...(custom ? ['custom'] : [])];
  const text = `INSERT INTO ${module.table} (org, ${columns.join(', ')}) SELECT $1::uuid, ${columns
    .map((column) => (column === 'custom' ? `coalesce(r.custom, '{}')` : `r.${column}`))
    .join(', ')} FROM json_to_recordset($2::json) AS r(${recordTypes(fields, custom)})`;
  context.tally.statements++;
  await context.transaction.run(text, [context.viewer.org, JSON.stringify(records)]);
}

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
    const custom = changed.length > fields.length;
    const assignments = [
      ...fields.map(({ column }) => `${column} = r.${column}`),
      ...(custom ? [`custom = jsonb_strip_nulls(t.custom || r.custom)`] : []),
    ];
    const text = `UPDATE ${module.table} t SET ${assignments.join(', ')} FROM json_to_recordset($2::json) AS r(${recordTypes(fields, custom)}) WHERE t.org = $1::uuid AND t.id = r.id`;
    context.tally.statements++;
    await context.transaction.run(text, [context.viewer.org, JSON.stringify(group.map((row) => record(module, row, fields)))]);
  }
}

/** Moves rows to the bin, or out of it. */
export async function setDeleted(context: WriteContext, module: Module, ids: readonly string[], deleted: boolean): Promise<void> {
  const text = `UPDATE ${module.table} SET deleted_at = ${deleted ? 'now()' : 'NULL'} WHERE org = $1::uuid AND id = ANY($2::uuid[]) AND deleted_at IS ${deleted ? '' : 'NOT '}NULL`;
  context.tally.statements++;
  await context.transaction.run(text, [context.viewer.org, `{${ids.join(',')}}`]);
}

const storedFields = (module: Module): Field[] => [...module.fields.values()].filter((field) => field.writable && !field.custom);
const customColumn = (module: Module): boolean => module.fields.has('owner');

const recordTypes = (fields: readonly Field[], custom: boolean): string =>
  ['id uuid', ...fields.map((field) => `${field.column} ${fieldType(field).sql}`), ...(custom ? ['custom jsonb'] : [])].join(', ');

function record(module: Module, row: PendingRow, fields: readonly Field[]): Record<string, unknown> {
  const values: Record<string, unknown> = { id: row.id };
  for (const { name, column } of fields) values[column] = row.values.get(name) ?? null;
  let custom: Record<string, unknown> | undefined;
  for (const field of module.fields.values()) {
    if (field.custom && row.values.has(field.name)) (custom ??= {})[field.column] = row.values.get(field.name);
  }
  // A new row holds only what it has; a change says null to clear.
  if (custom) values['custom'] = row.current ? custom : Object.fromEntries(Object.entries(custom).filter(([, value]) => value !== null));
  return values;
}
