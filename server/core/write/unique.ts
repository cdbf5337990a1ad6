import type { WriteContext } from '../context.js';
import { uniqueIndex, uniqueKey } from '../database/schema-model.js';
import { fault, type CrmError, type Fault } from '../errors.js';
import { fieldType } from '../field-types.js';
import { inputName } from '../fields.js';
import { wireId } from '../ids.js';
import { label, say } from '../messages.js';
import { runOf } from '../read/run.js';
import { visible } from '../read/scope.js';
import { arrayLiteral, Statement } from '../read/statement.js';
import type { Field, Module } from '../registry.js';
import type { PendingRow } from './check.js';

/** A row that is to have a combination of values that must be its own. */
interface Claim {
  readonly row: PendingRow;
  readonly values: readonly string[];
}

/** What one row's claim met. */
interface Met {
  /** The combination as the index compares it. */
  readonly key: string;
  readonly isTaken: boolean;
  /** The row id of who has it, as far as the caller may see that record. */
  readonly holder: string | null;
}

/**
 * Refuses rows that would have what another record has alone (`unique` in its declaration), and of two rows of the call the
 * later one. One statement for all rows, none when no such field is written. What a row of the same call gives up is still
 * taken: PostgreSQL looks at one row after the other.
 *
 * @param isRestored the rows come back from the bin with the values they have
 */
export async function checkUnique(
  context: WriteContext,
  module: Module,
  rows: readonly PendingRow[],
  { isRestored = false }: { isRestored?: boolean } = {},
): Promise<void> {
  const sets = module.unique
    .map((names) => names.map((name) => module.fields.get(name)!))
    .map((fields) => ({ fields, claims: rows.flatMap((row) => claimOf(fields, row, isRestored) ?? []) }))
    .filter(({ claims }) => claims.length > 0);
  if (sets.length === 0) return;
  const met = await look(context, module, sets);
  for (const [at, { fields, claims }] of sets.entries()) {
    const own = met.get(at)!;
    const names = fields.map(({ name }) => label(module.name, name));
    for (const { row } of claims) {
      const { isTaken, holder } = own.get(row.index)!;
      if (isTaken)
        note(
          fields,
          row,
          say('faults.notUnique', { module: label(module.name), fields: names }),
          holder ? { id: wireId(module, holder) } : null,
        );
    }
    const first = new Set<string>();
    for (const { row } of claims) {
      const { key } = own.get(row.index)!;
      if (row.faults.length > 0) continue;
      if (first.has(key)) note(fields, row, say('faults.notUniqueInCall', { fields: names }), null);
      else first.add(key);
    }
  }
}

/** The values that a row is to have; null where one is empty, or where it has them already. */
function claimOf(fields: readonly Field[], row: PendingRow, isRestored: boolean): Claim | null {
  const current = ({ name }: Field): string | null => row.current?.get(name) ?? null;
  const values = fields.map((field) => (row.values.has(field.name) ? textOf(row.values.get(field.name)) : current(field)));
  if (values.includes(null)) return null;
  const isChanged = fields.some((field, index) => values[index] !== current(field));
  return isChanged || isRestored ? { row, values: values as string[] } : null;
}

const textOf = (value: unknown): string | null => (value == null ? null : `${value as string | number | boolean}`);

/** Where something is wrong: the last field of the combination that the input names, else the row itself. */
function note(fields: readonly Field[], row: PendingRow, message: Fault['message'], details: { id: string } | null): void {
  row.faults.push({ inputPath: placeOf(fields, row), code: 'NOT_UNIQUE', message, ...(details && { details }) });
}

function placeOf(fields: readonly Field[], row: PendingRow): string {
  const given = fields.findLast((field) => inputName(field) in row.input);
  return given ? `${row.path}.${inputName(given)}` : row.path;
}

interface ClaimedSet {
  readonly fields: readonly Field[];
  readonly claims: readonly Claim[];
}

/** Who has the values already, by set and row. */
async function look(context: WriteContext, module: Module, sets: readonly ClaimedSet[]): Promise<Map<number, Map<number, Met>>> {
  const statement = new Statement();
  const compilation = { statement, registry: context.model.registry, access: context.viewer.access };
  const parts = sets.map(({ fields, claims }, at) => {
    const alias = statement.alias();
    const bind = (values: readonly string[], type: string): string => statement.bind(() => arrayLiteral(values), `${type}[]`);
    const columns = fields.map((field, index) => ({ field, own: `k.v${index}`, theirs: `${alias}.${field.column}` }));
    const keyOf = (field: Field, sql: string): string => {
      const { collate } = fieldType(field);
      return uniqueKey(field, field.kind === 'email' ? `${sql} COLLATE ${collate!}` : sql);
    };
    const arrays = [
      bind(
        claims.map(({ row }) => String(row.index)),
        'integer',
      ),
      bind(
        claims.map(({ row }) => row.id),
        'uuid',
      ),
      ...fields.map((field, index) =>
        bind(
          claims.map(({ values }) => values[index]!),
          fieldType(field).sql,
        ),
      ),
    ];
    // Who may not see the holder learns that there is one, and nothing else.
    const [org, bin, ...seen] = visible(compilation, module, alias, 'WITHOUT');
    const on = [
      org,
      bin,
      ...columns.map(({ field, own, theirs }) => `${uniqueKey(field, theirs)} = ${keyOf(field, own)}`),
      `${alias}.id <> k.id`,
    ];
    const holder = seen.length > 0 ? `CASE WHEN ${seen.join(' AND ')} THEN ${alias}.id::text END` : `${alias}.id::text`;
    const key = `json_build_array(${columns.map(({ field, own }) => keyOf(field, own)).join(', ')})::text`;
    return `SELECT '${at}', k.n::text, ${key}, (${alias}.id IS NOT NULL)::text, ${holder} FROM unnest(${arrays.join(', ')}) AS k(n, id, ${columns.map((_, index) => `v${index}`).join(', ')}) LEFT JOIN ${module.table} ${alias} ON ${on.join(' AND ')}`;
  });
  const run = runOf(context, context.viewer);
  context.tally.statements++;
  const rows = await context.transaction.run(
    parts.join(' UNION ALL '),
    statement.binders.map((binder) => binder(run)),
  );
  const met = new Map(sets.map((_, at) => [at, new Map<number, Met>()]));
  for (const [at, index, key, isTaken, holder] of rows)
    met.get(Number(at))!.set(Number(index), { key: key!, isTaken: isTaken === 'true', holder: holder ?? null });
  return met;
}

/**
 * What PostgreSQL's refusal at one of the module's unique indexes means: somebody else took the value after the check. Null
 * for any other failure. The operation is run again, and then the check finds it (`execute.ts`).
 */
export function uniqueClash(module: Module, rows: readonly PendingRow[], error: unknown): CrmError | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== '23505') return null;
  const names = module.unique.find((one) => uniqueIndex(module, one) === constraint);
  if (!names) return null;
  const fields = names.map((name) => module.fields.get(name)!);
  const row = rows.find(({ input }) => fields.some((field) => inputName(field) in input)) ?? rows[0]!;
  const message = say('faults.notUnique', { module: label(module.name), fields: names.map((name) => label(module.name, name)) });
  return Object.assign(fault(placeOf(fields, row), 'NOT_UNIQUE', message), { cause: error });
}
