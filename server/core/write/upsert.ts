import { createHash } from 'node:crypto';
import type { Viewer, WriteContext } from '../context.js';
import { fault, type CrmError } from '../errors.js';
import { externalField } from '../external-ids.js';
import { fieldType, foldSql, isFolded, keyColumn } from '../field-types.js';
import { canBeUnique, inputName } from '../fields.js';
import { rowIdOf, wireId } from '../ids.js';
import { label, say } from '../messages.js';
import { screamingCase } from '../names.js';
import { runOf } from '../read/run.js';
import { refuseHidden, visible } from '../read/scope.js';
import { arrayLiteral, literal, Statement } from '../read/statement.js';
import { cleanText, foldText, hasForbiddenCharacter } from '../text.js';
import { isAlwaysUnique, type Field, type Module } from '../registry.js';
import {
  limitNested,
  limitRows,
  pathOf,
  placed,
  planCreates,
  planUpdates,
  write,
  type Change,
  type Place,
  type Placed,
  type WritePlan,
} from './operations.js';
import type { OnErrorMode, Outcome, Refusal } from './outcome.js';
import { rulesOf } from './rules.js';

type Input = Readonly<Record<string, unknown>>;

/**
 * What records are looked for by: a field, by its name in GraphQL's enum; the key of a source; only what is unique. Null: what
 * is unique, else what tells duplicates.
 */
export type UpsertBy = { readonly field: string } | { readonly externalId: string } | 'UNIQUE' | null;

/** What is done with records that are there, and that are not. */
export interface UpsertPolicy {
  /** ADD leaves those that are there alone, UPDATE makes none. */
  readonly mode: 'BOTH' | 'ADD' | 'UPDATE';
  /** CLONE makes another one beside it. */
  readonly onDuplicate: 'OVERWRITE' | 'SKIP' | 'CLONE';
}

const standardPolicy: UpsertPolicy = { mode: 'BOTH', onDuplicate: 'OVERWRITE' };

/** What stands beside the inputs of a call, by their index. */
export interface Beside {
  /** What no input sets, by field name, if the input makes a record. */
  readonly beside?: (index: number) => Change['values'];
  /**
   * Whether others of the same source have what tells duplicates too, in this call or before: each is a record of its own.
   * Which of them a record is that was there before, nobody can tell.
   */
  readonly isShared?: (index: number) => boolean;
}

/** What became of a row: made, changed, or as it was. */
export interface UpsertOutcome extends Outcome {
  readonly outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED' | null;
}

/**
 * Makes the records that are not there and changes those that are. A record is looked for by what the call names; else by
 * the fields that are unique, then by the field that tells the module's duplicates (modules.md 0.2).
 * Whoever looks for the same at the same time waits, so that two callers make one record.
 *
 */
export async function upsertRecords(
  context: WriteContext,
  module: Module,
  by: UpsertBy,
  inputs: readonly Input[],
  place: Place,
  onError: OnErrorMode,
  { mode, onDuplicate }: UpsertPolicy = standardPolicy,
  { beside, isShared = () => false }: Beside = {},
): Promise<UpsertOutcome[]> {
  limitRows(inputs.length, place);
  const keysOf = keysBy(context, module, by);
  await rulesOf(module.name)?.begin?.(context);
  const path = (index: number): string => pathOf(place, index);
  limitNested(module, inputs, place, path);

  const refusals: Refusal[] = [];
  const wanted: Wanted[] = [];
  const seen = new Set<string>();
  for (const { index, row } of placed(inputs)) {
    const keys = keysOf(row, path(index));
    if (!Array.isArray(keys)) {
      refusals.push({ index, error: keys });
      continue;
    }
    // Nobody can look for a text that the database cannot keep.
    const unusable = keys.find(({ value }) => hasForbiddenCharacter(value));
    if (unusable) {
      refusals.push({
        index,
        error: fault(unusable.path, 'INVALID_CHARACTER', say('faults.forbiddenCharacter', { label: unusable.said })),
      });
      continue;
    }
    const marks = keys.map(markOf);
    const hasShared = keys[0]?.way === 'DUPLICATE' && isShared(index);
    if (!hasShared && marks.some((mark) => seen.has(mark)))
      refusals.push({ index, error: fault(keys[0]!.path, 'CONTRADICTION', say('faults.twice', { id: keys[0]!.value })) });
    else wanted.push({ index, input: row, keys, hasShared });
    for (const mark of marks) seen.add(mark);
  }
  await lockKeys(context, module, seen);
  const matches = await findMatches(context, module, wanted);

  const creates: Placed<Input>[] = [];
  const changes: Placed<Change>[] = [];
  const left: UpsertOutcome[] = [];
  const taken = new Set<string>();
  for (const { index, input, keys, hasShared } of wanted) {
    const found = matches.get(index);
    const refuse = (error: CrmError): void => void refusals.push({ index, error });
    const leave = (id: string | null): void => void left.push({ index, id, error: null, outcome: 'UNCHANGED' });
    if (!found && mode === 'UPDATE') leave(null);
    else if (!found || onDuplicate === 'CLONE') creates.push({ index, row: input });
    else if (found.ids.length > 1) refuse(fault(keys[0]!.path, 'NOT_UNIQUE', say('faults.severalMatch', { count: found.ids.length })));
    else if (found.isHidden) refuse(fault(keys[0]!.path, 'NOT_UNIQUE', say('faults.notUnique', { fields: [keys[0]!.said] })));
    else if (taken.has(found.ids[0]!)) refuse(fault(keys[0]!.path, 'CONTRADICTION', say('faults.twice', { id: keys[0]!.value })));
    else if (mode === 'ADD' || onDuplicate === 'SKIP') leave(found.ids[0]!);
    else if (hasShared) refuse(fault(keys[0]!.path, 'NOT_UNIQUE', say('faults.sharedByRows')));
    else {
      taken.add(found.ids[0]!);
      changes.push({ index, row: { id: wireId(module, found.ids[0]!), input } });
    }
  }
  const plans = [
    ...(creates.length > 0 ? [await planCreates(context, module, creates, place, beside)] : []),
    ...(changes.length > 0 ? [await planUpdates(context, module, changes, place, path)] : []),
  ];
  const noRows: WritePlan = { own: { module, kind: 'changed', rows: [], save: () => Promise.resolve() }, nested: [], refusals };
  const before = await versionsOf(context, module, changes);
  const outcomes = await write(context, [...plans, noRows], onError);
  const after = await versionsOf(context, module, changes);
  const made = new Set(creates.map(({ index }) => index));
  const isNested = ({ index }: Outcome): boolean => module.nestedLists.some(({ name }) => inputs[index]![name] != null);
  const written = outcomes.map((one): UpsertOutcome => ({
    ...one,
    outcome:
      one.id === null
        ? null
        : made.has(one.index)
          ? 'CREATED'
          : before.get(one.id) !== after.get(one.id) || isNested(one)
            ? 'UPDATED'
            : 'UNCHANGED',
  }));
  return left.length === 0 ? written : [...written, ...left].sort((a, b) => a.index - b.index);
}

/** What a record is looked for by. */
interface Key {
  /** Where it is looked for: in `unique_value`, in a column that is always unique, among what tells duplicates. */
  readonly way: 'VALUE' | 'COLUMN' | 'DUPLICATE';
  /** Of another system's key, as `unique_value` has it. */
  readonly field: string;
  readonly value: string;
  /** Whether it is the same whatever its case and blanks. */
  readonly isFolded: boolean;
  /** Where it stands in the arguments. */
  readonly path: string;
  readonly said: string | ReturnType<typeof label>;
}

/** What is the same for keys that are. */
const markOf = ({ field, value, isFolded }: Key): string => `${field}/${isFolded ? foldText(value) : value}`;

interface Wanted {
  readonly index: number;
  readonly input: Input;
  readonly keys: readonly Key[];
  /** Others have the key too, and are records of their own. */
  readonly hasShared: boolean;
}

/** The fields that records are looked for by because no two have the same: those that always are unique, and those that the organisation has made so. */
export const uniqueFieldsOf = ({ uniqueFields }: Pick<Viewer, 'uniqueFields'>, module: Module): Field[] =>
  [...module.fields.values()].filter(
    (field) => canBeUnique(field) && (isAlwaysUnique(module, field) || uniqueFields.get(module.name)?.includes(field.name)),
  );

/** The keys of an input, or why it has none. An input that names nothing to look for makes a record, where the call did not say by what. */
function keysBy({ viewer }: WriteContext, module: Module, by: UpsertBy): (input: Input, path: string) => Key[] | CrmError {
  const unique = uniqueFieldsOf(viewer, module);
  const own = viewer.uniqueFields.get(module.name) ?? [];
  const keyOf = (field: Field, input: Input, path: string): Key[] => {
    const given = input[inputName(field)] as string | number | null | undefined;
    const value = typeof given === 'string' ? cleanText(given) : given;
    if (value === undefined || value === null) return [];
    refuseHidden(viewer, module, field, `${path}.${inputName(field)}`);
    return [
      {
        way: own.includes(field.name) ? 'VALUE' : unique.includes(field) ? 'COLUMN' : 'DUPLICATE',
        field: field.name,
        value: field.format ? field.format.normalize(String(value)) : String(value),
        isFolded: isFolded(field),
        path: `${path}.${inputName(field)}`,
        said: label(module.name, field.name),
      },
    ];
  };
  if (by && by !== 'UNIQUE' && 'externalId' in by) {
    const source = by.externalId;
    refuseHidden(viewer, module, module.fields.get('externalIds')!, 'by.externalId');
    return (input, path) => {
      const value = (input['externalIds'] as Readonly<Record<string, string | null>> | null | undefined)?.[source];
      const at = `${path}.externalIds.${source}`;
      if (typeof value !== 'string') return fault(at, 'REQUIRED', say('faults.needed', { name: source }));
      return [{ way: 'VALUE', field: externalField(source), value, isFolded: false, path: at, said: source }];
    };
  }
  if (by && by !== 'UNIQUE') {
    const field = [...module.fields.values()].find(({ name }) => screamingCase(name) === by.field)!;
    if (field !== module.duplicateCheck && !unique.includes(field))
      throw fault('by.field', 'CONTRADICTION', say('faults.notAKey', { label: label(module.name, field.name) }));
    return (input, path) => {
      const keys = keyOf(field, input, path);
      return keys.length > 0
        ? keys
        : fault(`${path}.${inputName(field)}`, 'REQUIRED', say('faults.needed', { name: label(module.name, field.name) }));
    };
  }
  return (input, path) => {
    const keys = unique.flatMap((field) => keyOf(field, input, path));
    const { duplicateCheck } = module;
    return keys.length > 0 || by === 'UNIQUE' || !duplicateCheck ? keys : keyOf(duplicateCheck, input, path);
  };
}

/** So many locks a call takes at most; who shares one by chance waits a little. */
const STRIPES = 64;

/** Lets one call at a time look for the same keys: always in the same order, so that two never wait for each other. */
async function lockKeys({ transaction, viewer }: WriteContext, { name }: Module, keys: ReadonlySet<string>): Promise<void> {
  if (keys.size === 0) return;
  const stripes = new Set([...keys].map((key) => createHash('sha1').update(key).digest()[0]! % STRIPES));
  await transaction.run(
    `SELECT pg_advisory_xact_lock(hashtextextended($1 || '/upsert/' || $2 || '/' || s.stripe, 0))::text FROM (SELECT stripe FROM unnest($3::int[]) stripe ORDER BY stripe) s`,
    [viewer.org, name, `{${[...stripes].sort((a, b) => a - b).join(',')}}`],
  );
}

/** So many duplicates of one key are counted. */
const MAX_MATCHES = 10;

interface Match {
  readonly ids: string[];
  /** Somebody has it whom the caller may not see, or who is in the bin. */
  isHidden: boolean;
}

/**
 * The records that have the keys, by row of the call. Of a key that others of the same source have too, those that this has
 * made for the others are left out.
 */
async function findMatches(context: WriteContext, module: Module, wanted: readonly Wanted[]): Promise<ReadonlyMap<number, Match>> {
  // However many share a key, it is looked for once.
  const shared = new Map<string, number>();
  const keys = wanted.flatMap(({ index, keys: of, hasShared }) => {
    const mark = hasShared ? markOf(of[0]!) : '';
    if (hasShared && shared.has(mark)) return [];
    if (hasShared) shared.set(mark, index);
    return of.map((key) => ({ index, hasShared, ...key }));
  });
  const found = new Map<number, Match>();
  if (keys.length === 0) return found;
  const statement = new Statement();
  const compilation = { statement, registry: context.model.registry, access: context.viewer.access };
  const alias = statement.alias();
  const seen = visible(compilation, module, alias, 'WITHOUT').join(' AND ');
  const org = statement.bind(() => context.viewer.org, 'uuid');
  const column = (part: (key: (typeof keys)[number]) => string | null, type: string) =>
    statement.bind(() => arrayLiteral(keys.map(part)), `${type}[]`);
  // The database says what is the same, here as in the triggers.
  const value = `CASE WHEN u.is_folded THEN ${foldSql('u.value')} ELSE u.value END`;
  const list = `(SELECT u.place, u.way, u.field, ${value} AS value, u.has_shared FROM unnest(${column(({ index }) => String(index), 'integer')}, ${column(({ way }) => way, 'text')}, ${column(({ field }) => field, 'text')}, ${column((key) => key.value, 'text')}, ${column((key) => String(key.isFolded), 'boolean')}, ${column((key) => String(key.hasShared), 'boolean')}) u(place, way, field, value, is_folded, has_shared)) k`;
  const { duplicateCheck } = module;
  // One look into the index for each key: as a plain join, PostgreSQL may read the whole table for a thousand keys.
  const holder = `SELECT u.record_id FROM unique_value u WHERE u.org = ${org} AND u.module = ${literal(module.name)} AND u.field = k.field AND u.value = k.value LIMIT 1`;
  const madeBy = (cause: string): string =>
    `EXISTS (SELECT FROM change c WHERE c.org = ${org} AND c.record_id = ${alias}.id AND c.cause = ${cause} AND c.operation = 'CREATE')`;
  const columns = [...module.fields.values()].filter(({ name }) => keys.some(({ way, field }) => way === 'COLUMN' && field === name));
  const parts = [
    `SELECT k.place, u.record_id AS id, ${alias}.id IS NULL AS hidden FROM ${list} CROSS JOIN LATERAL (${holder}) u LEFT JOIN ${module.table} ${alias} ON ${alias}.id = u.record_id AND ${seen} WHERE k.way = 'VALUE'`,
    ...columns.map((field) => {
      const same = `t.${keyColumn(field)} = k.value::${fieldType(field).sql}`;
      const other = `SELECT t.id FROM ${module.table} t WHERE t.org = ${org} AND ${same}${module.uniqueOutsideBin ? ' AND t.deleted_at IS NULL' : ''} LIMIT 1`;
      return `SELECT k.place, h.id, ${alias}.id IS NULL FROM ${list} CROSS JOIN LATERAL (${other}) h LEFT JOIN ${module.table} ${alias} ON ${alias}.id = h.id AND ${seen} WHERE k.way = 'COLUMN' AND k.field = ${literal(field.name)}`;
    }),
    ...(duplicateCheck
      ? [
          `SELECT k.place, d.id, false FROM ${list} CROSS JOIN LATERAL (SELECT ${alias}.id FROM ${module.table} ${alias} WHERE ${seen} AND ${alias}.duplicate_key = k.value AND NOT (k.has_shared AND ${madeBy(statement.bind(() => context.requestId, 'text'))}) LIMIT ${MAX_MATCHES}) d WHERE k.way = 'DUPLICATE'`,
        ]
      : []),
  ];
  const run = runOf(context, context.viewer);
  const rows = await context.transaction.run(
    `SELECT DISTINCT place::text, id::text, hidden::text FROM (${parts.join(' UNION ALL ')}) m ORDER BY 2`,
    statement.binders.map((binder) => binder(run)),
  );
  for (const [place, id, hidden] of rows) {
    const match = found.get(Number(place)) ?? { ids: [], isHidden: false };
    if (!match.ids.includes(id!)) match.ids.push(id!);
    match.isHidden ||= hidden === 'true';
    found.set(Number(place), match);
  }
  for (const { index, keys: of, hasShared } of wanted) {
    const same = hasShared && found.get(shared.get(markOf(of[0]!))!);
    if (same) found.set(index, same);
  }
  return found;
}

/** The versions of the records that are changed, by row id. */
export async function versionsOf(
  context: WriteContext,
  module: Module,
  changes: readonly Placed<Change>[],
): Promise<ReadonlyMap<string, string>> {
  if (changes.length === 0) return new Map();
  const ids = changes.flatMap(({ row: { id } }) => rowIdOf(module, id) ?? []);
  const rows = await context.transaction.run(
    `SELECT t.id::text, t.version::text FROM ${module.table} t WHERE t.org = $1::uuid AND t.id = ANY($2::uuid[])`,
    [context.viewer.org, `{${ids.join(',')}}`],
  );
  return new Map(rows.map(([id, version]) => [id!, version!]));
}
