import type { WriteContext } from '../context.js';
import { externalField, type ExternalIds } from '../external-ids.js';
import { fieldType, foldSql, isFolded, keyColumn } from '../field-types.js';
import { inputName } from '../fields.js';
import { uuidOf } from '../ids.js';
import { label, say, type Said } from '../messages.js';
import { arrayLiteral } from '../read/statement.js';
import type { Field, Module } from '../registry.js';
import { addFault, type PendingRow } from './check.js';

/** The rows of one module that a call writes. */
export interface WrittenRows {
  readonly module: Module;
  readonly created: readonly PendingRow[];
  readonly changed: readonly PendingRow[];
  readonly restored: readonly PendingRow[];
  readonly deleted: readonly PendingRow[];
}

/**
 * Refuses values that two records would share once the call is through, where the module says that no two do. A value that
 * a row of the call gives up may go to another one. Two callers who take the same value at once are told apart by the index
 * behind it: the later one is run again and then finds it here.
 *
 * @returns whether a value goes over from one record to another: then the indexes must wait for the end of the call
 */
export async function checkUnique(context: WriteContext, rows: WrittenRows): Promise<boolean> {
  let isHandedOver = false;
  for (const names of rows.module.unique) isHandedOver = (await checkKey(context, names, rows)) || isHandedOver;
  return (await checkValues(context, rows)) || isHandedOver;
}

async function checkKey(context: WriteContext, names: readonly string[], rows: WrittenRows): Promise<boolean> {
  const { module, created, changed, restored, deleted } = rows;
  const fields = names.map((name) => module.fields.get(name)!);
  const valueOf = (row: PendingRow, { name, kind }: Field): string | null => {
    const value = row.values.has(name) ? row.values.get(name) : row.current?.get(name);
    if (value === null || value === undefined) return null;
    return kind === 'reference' ? uuidOf(value as string) : `${value as string | number | boolean}`;
  };
  const moving = changed.filter(({ values }) => names.some((name) => values.has(name)));
  const taking = [...moving, ...restored, ...created].filter((row) => fields.every((field) => valueOf(row, field) !== null));
  if (taking.length === 0) return false;

  const types = fields.map((field) => fieldType(field).sql);
  const keys = fields.map((field, at) => `${isFolded(field) ? foldSql(`g.v${at}`) : `g.v${at}`} AS v${at}`);
  const same = fields.map((field, at) => `t.${keyColumn(field)} = k.v${at}`);
  const given = `unnest($2::uuid[], ${types.map((type, at) => `$${at + 3}::${type}[]`).join(', ')}) WITH ORDINALITY g(id, ${fields.map((_, at) => `v${at}, `).join('')}place)`;
  // Made before the join: behind row level security only a comparison of plain columns uses the index.
  const text = `WITH k AS MATERIALIZED (SELECT g.place, g.id, ${keys.join(', ')} FROM ${given})
    SELECT k.place::text, jsonb_build_array(${fields.map((_, at) => `k.v${at}`).join(', ')})::text, t.id::text
      FROM k LEFT JOIN ${module.table} t ON t.org = $1::uuid AND ${same.join(' AND ')} AND t.id <> k.id${module.uniqueOutsideBin ? ' AND t.deleted_at IS NULL' : ''} ORDER BY k.place`;
  const found = await context.transaction.run(text, [
    context.viewer.org,
    arrayLiteral(taking.map(({ id }) => id)),
    ...fields.map((field) => arrayLiteral(taking.map((row) => valueOf(row, field)))),
  ]);
  const said = fields.map(({ name }) => label(module.name, name));
  const released = new Set([...moving, ...(module.uniqueOutsideBin ? deleted : [])].map(({ id }) => id));
  return settle(
    found.map(([place, key, holder]) => {
      const row = taking[Number(place) - 1]!;
      return { row, input: restored.includes(row) ? 'id' : inputName(fields.at(-1)!), said, key: key!, holder: holder ?? null };
    }),
    ({ holder }) => released.has(holder),
  );
}

/** A value that a row takes, and who has it now. */
interface Claim {
  readonly row: PendingRow;
  readonly input: string;
  readonly said: readonly (Said | string)[];
  /** The same for the same value. */
  readonly key: string;
  /** The row id of another record; null: nobody has it. */
  readonly holder: string | null;
}

/** Notes the claims that can not be met. @returns whether one is met by what a row gives up */
function settle<C extends Claim>(claims: readonly C[], isGivenUp: (claim: C & { readonly holder: string }) => boolean): boolean {
  const takers = new Map<string, PendingRow>();
  let isHandedOver = false;
  for (const claim of claims) {
    const { row, key, holder } = claim;
    const isFree = holder === null || isGivenUp({ ...claim, holder });
    if (isFree && (takers.get(key) ?? row).id === row.id) {
      takers.set(key, row);
      isHandedOver ||= holder !== null;
    } else addFault(row, claim.input, 'NOT_UNIQUE', say('faults.notUnique', { fields: claim.said }));
  }
  return isHandedOver;
}

/** Keys of other systems, and what the organisation has made unique: the database keeps them beside the records (`unique_value`). */
async function checkValues(context: WriteContext, rows: WrittenRows): Promise<boolean> {
  const { module, created, changed, restored, deleted } = rows;
  const names = context.viewer.uniqueFields.get(module.name) ?? [];
  const taking = [
    ...[...changed, ...created].flatMap((row) => takenValues(module, names, row, false)),
    ...restored.flatMap((row) => takenValues(module, names, row, true)),
  ];
  if (taking.length === 0) return false;

  const column = (part: (one: Taken) => string) => arrayLiteral(taking.map(part));
  // PostgreSQL says what is the same, here as in the triggers.
  const found = await context.transaction.run(
    `SELECT k.place::text, jsonb_build_array(k.field, n.value)::text,
            (SELECT u.record_id FROM unique_value u WHERE u.org = $1::uuid AND u.module = $2 AND u.field = k.field AND u.value = n.value AND u.record_id <> k.id)::text
       FROM unnest($3::text[], $4::text[], $5::uuid[], $6::boolean[]) WITH ORDINALITY AS k(field, value, id, is_folded, place)
      CROSS JOIN LATERAL (SELECT CASE WHEN k.is_folded THEN ${foldSql('k.value')} ELSE k.value END) n(value) ORDER BY k.place`,
    [
      context.viewer.org,
      module.name,
      column(({ field }) => field),
      column(({ value }) => value),
      column(({ row }) => row.id),
      column((one) => String(one.isFolded)),
    ],
  );
  const before = new Map(changed.map((row) => [row.id, row]));
  const left = new Set(deleted.map(({ id }) => id));
  return settle(
    found.map(([place, key, holder]) => {
      const { row, input, said, name } = taking[Number(place) - 1]!;
      return { row, input, said: [said], name, key: key!, holder: holder ?? null };
    }),
    // Keys of other systems are kept in the bin.
    ({ holder, name }) => before.get(holder)?.values.has(name) ?? (name !== 'externalIds' && left.has(holder)),
  );
}

interface Taken {
  readonly row: PendingRow;
  /** As `unique_value` has it. */
  readonly field: string;
  /** The field of the module. */
  readonly name: string;
  readonly value: string;
  readonly isFolded: boolean;
  readonly input: string;
  readonly said: Said | string;
}

/** What a row takes that no other may have. One that comes out of the bin takes its own again, but for the keys that it kept. */
function takenValues(module: Module, names: readonly string[], row: PendingRow, isRestored: boolean): Taken[] {
  const taken: Taken[] = [];
  for (const name of names) {
    const field = module.fields.get(name);
    const value = (!field ? null : isRestored ? row.current!.get(name) : row.values.get(name)) as string | number | null | undefined;
    if (value !== null && value !== undefined)
      taken.push({
        row,
        field: name,
        name,
        value: String(value),
        isFolded: isFolded(field!),
        input: isRestored ? 'id' : inputName(field!),
        said: label(module.name, name),
      });
  }
  const external = row.values.get('externalIds');
  for (const [source, value] of Object.entries((external as ExternalIds | null | undefined) ?? {}))
    taken.push({
      row,
      field: externalField(source),
      name: 'externalIds',
      value,
      isFolded: false,
      input: `externalIds.${source}`,
      said: source,
    });
  return taken;
}
