import type { WriteContext } from '../context.js';
import { fieldType, uniqueKey } from '../field-types.js';
import { inputName } from '../fields.js';
import { label, say, type Said } from '../messages.js';
import { arrayLiteral } from '../read/statement.js';
import type { Field, Module } from '../registry.js';
import { addFault, type PendingRow } from './check.js';
import { externalField, type ExternalIds } from '../external-ids.js';

/**
 * Refuses values that another record has already, where the module says that no two records share them. Two callers who
 * take the same value at once are told apart by the index behind it: the later one is run again and then finds it here.
 *
 * @param leaving rows that go to the bin before these are written
 */
export async function checkUnique(
  context: WriteContext,
  module: Module,
  rows: readonly PendingRow[],
  leaving: readonly PendingRow[] = [],
): Promise<void> {
  for (const names of module.unique) await checkKey(context, module, names, rows, module.uniqueOutsideBin ? leaving : []);
  await checkValues(context, module, rows);
}

async function checkKey(
  context: WriteContext,
  module: Module,
  names: readonly string[],
  rows: readonly PendingRow[],
  leaving: readonly PendingRow[],
): Promise<void> {
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
  const text = `SELECT k.id::text FROM unnest($2::uuid[], ${types.map((type, at) => `$${at + 3}::${type}[]`).join(', ')}) k(id, ${fields.map((_, at) => `v${at}`).join(', ')}) JOIN ${module.table} t ON t.org = $1::uuid AND ${same.join(' AND ')} WHERE t.id <> k.id${module.uniqueOutsideBin ? ' AND t.deleted_at IS NULL' : ''}${leaving.length > 0 ? ` AND t.id <> ALL($${fields.length + 3}::uuid[])` : ''}`;
  context.tally.statements++;
  const found = await context.transaction.run(text, [
    context.viewer.org,
    arrayLiteral(taking.map(({ id }) => id)),
    ...fields.map((field) => arrayLiteral(taking.map((row) => valueOf(row, field)))),
    ...(leaving.length > 0 ? [arrayLiteral(leaving.map(({ id }) => id))] : []),
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

/** Keys of other systems, and what the organisation has made unique: the database keeps them beside the records (`unique_value`). */
async function checkValues(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<void> {
  const names = context.viewer.uniqueFields.get(module.name) ?? [];
  const taking = rows.filter(({ faults }) => faults.length === 0).flatMap((row) => takenValues(module, names, row));
  if (taking.length === 0) return;

  const column = (part: (one: Taken) => string) => arrayLiteral(taking.map(part));
  context.tally.statements++;
  // PostgreSQL says what is the same, here as in the triggers.
  const found = await context.transaction.run(
    `SELECT k.place, n.value, EXISTS (SELECT FROM unique_value u WHERE u.org = $1::uuid AND u.module = $2 AND u.field = k.field AND u.value = n.value AND u.record_id <> k.id)::text
       FROM unnest($3::text[], $4::text[], $5::uuid[], $6::boolean[]) WITH ORDINALITY AS k(field, value, id, any_case, place)
      CROSS JOIN LATERAL (SELECT CASE WHEN k.any_case THEN lower(k.value COLLATE "und-x-icu") COLLATE "C" ELSE k.value END) n(value) ORDER BY k.place`,
    [
      context.viewer.org,
      module.name,
      column(({ field }) => field),
      column(({ value }) => value),
      column(({ row }) => row.id),
      column(({ anyCase }) => String(anyCase)),
    ],
  );
  const seen = new Set<string>();
  for (const [at, one] of taking.entries()) {
    const [, value, isTaken] = found[at]!;
    const key = JSON.stringify([one.field, value]);
    if (isTaken === 'true' || seen.has(key)) {
      const name = one.row.current && one.row.values.size === 0 ? 'id' : one.input;
      addFault(one.row, name, 'NOT_UNIQUE', say('faults.notUnique', { fields: [one.said] }));
    }
    seen.add(key);
  }
}

interface Taken {
  readonly row: PendingRow;
  /** As `unique_value` has it. */
  readonly field: string;
  readonly value: string;
  readonly anyCase: boolean;
  readonly input: string;
  readonly said: Said | string;
}

/** What a row takes that no other may have. One that comes out of the bin takes its own again, but for the keys that it kept. */
function takenValues(module: Module, names: readonly string[], row: PendingRow): Taken[] {
  const taken: Taken[] = [];
  const isRestored = row.current !== null && row.values.size === 0;
  for (const name of names) {
    const field = module.fields.get(name);
    const value = (!field ? null : isRestored ? row.current.get(name) : row.values.get(name)) as string | number | null | undefined;
    if (value !== null && value !== undefined)
      taken.push({
        row,
        field: name,
        value: String(value),
        anyCase: field!.anyCase ?? false,
        input: inputName(field!),
        said: label(module.name, name),
      });
  }
  const external = row.values.get('externalIds');
  for (const [source, value] of Object.entries((external as ExternalIds | null | undefined) ?? {}))
    taken.push({ row, field: externalField(source), value, anyCase: false, input: `externalIds.${source}`, said: source });
  return taken;
}

/** What is the same whatever its case is so here as in the index. */
const fieldEquals = (field: Field, column: string, given: string): string =>
  field.anyCase ? `${uniqueKey(field, column)} = lower(${given} COLLATE "und-x-icu")` : `${column} = ${given}`;
const keyOf = ({ anyCase }: Field, value: string): string => (anyCase ? value.toLowerCase() : value);
