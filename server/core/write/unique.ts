import type { WriteContext } from '../context.js';
import { fieldType } from '../field-types.js';
import { inputName } from '../fields.js';
import { label, say } from '../messages.js';
import { arrayLiteral } from '../read/statement.js';
import type { Field, Module } from '../registry.js';
import { addFault, type PendingRow } from './check.js';

/**
 * Refuses values that another record has already, where the module says that no two records share them. Two callers who
 * take the same value at once are told apart by the index behind it: the later one is run again and then finds it here.
 */
export async function checkUnique(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<void> {
  for (const names of module.unique) await checkKey(context, module, names, rows);
}

async function checkKey(context: WriteContext, module: Module, names: readonly string[], rows: readonly PendingRow[]): Promise<void> {
  const fields = names.map((name) => module.fields.get(name)!);
  const valueOf = (row: PendingRow, { name }: Field): string | null => {
    const value = row.values.has(name) ? row.values.get(name) : row.current?.get(name);
    return value === null || value === undefined ? null : `${value as string | number | boolean}`;
  };
  // A row that a fault of its own keeps out takes no value from anybody; one that comes out of the bin takes its own again.
  const taking = rows.filter(
    (row) =>
      row.faults.length === 0 &&
      fields.every((field) => valueOf(row, field) !== null) &&
      (!row.current || row.values.size === 0 || names.some((name) => row.values.has(name))),
  );
  if (taking.length === 0) return;

  const types = fields.map((field) => fieldType(field).sql);
  const same = fields.map((field, at) => fieldEquals(field, `t.${field.column}`, `k.v${at}`));
  const text = `SELECT k.id::text FROM unnest($2::uuid[], ${types.map((type, at) => `$${at + 3}::${type}[]`).join(', ')}) k(id, ${fields.map((_, at) => `v${at}`).join(', ')}) JOIN ${module.table} t ON t.org = $1::uuid AND ${same.join(' AND ')} WHERE t.id <> k.id${module.uniqueOutsideBin ? ' AND t.deleted_at IS NULL' : ''}`;
  context.tally.statements++;
  const found = await context.transaction.run(text, [
    context.viewer.org,
    arrayLiteral(taking.map(({ id }) => id)),
    ...fields.map((field) => arrayLiteral(taking.map((row) => valueOf(row, field)))),
  ]);
  const taken = new Set(found.map(([id]) => id));
  const seen = new Set<string>();
  for (const row of taking) {
    const key = JSON.stringify(fields.map((field) => keyOf(field, valueOf(row, field)!)));
    if (taken.has(row.id) || seen.has(key)) {
      const name = row.current && row.values.size === 0 ? 'id' : inputName(fields.at(-1)!);
      addFault(row, name, 'NOT_UNIQUE', say('faults.notUnique', { fields: fields.map(({ name }) => label(module.name, name)) }));
    }
    seen.add(key);
  }
}

/** Addresses are the same whatever their case, as in the index. */
const fieldEquals = ({ kind }: Field, column: string, given: string): string =>
  kind === 'email' ? `lower(${column}) = lower(${given} COLLATE "und-x-icu")` : `${column} = ${given}`;
const keyOf = ({ kind }: Field, value: string): string => (kind === 'email' ? value.toLowerCase() : value);
