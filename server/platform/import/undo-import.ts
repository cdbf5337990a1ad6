import { sql, type ExpressionBuilder } from 'kysely';
import type { WriteContext } from '../../core/context.js';
import { idName } from '../../core/fields.js';
import { wireId } from '../../core/ids.js';
import { organizationDb, recordTable, type AllTables } from '../../core/typed-sql.js';
import { leadsToRecord, type Field, type Module } from '../../core/registry.js';
import { updateRecords, type Change } from '../../core/write/operations.js';
import { rulesOf } from '../../core/write/rules.js';
import { deleteRecords } from '../../core/write/recycle.js';
import type { JobRowInput, RunningJob } from '../jobs/kinds.js';
import { removeUnused } from '../picklists/change-picklists.js';
import { inHalves } from './in-halves.js';
import { recordOfHistory, unwritable } from './write-rows.js';

/** What an undo did, over all its steps. */
interface UndoCounts {
  /** Records that the import had created, now in the recycle bin. */
  readonly removed: number;
  /** Records that got back what they had before. */
  readonly restored: number;
  /** Records of which something stays, because it has been changed since or could not be taken back; the rows say why. */
  readonly kept: number;
  /** Picklist values that were removed again. */
  readonly picklistValues: number;
}

/** The entry of the change log that was undone last. */
interface Cursor extends UndoCounts {
  readonly id: string | null;
}

const START: Cursor = { id: null, removed: 0, restored: 0, kept: 0, picklistValues: 0 };

/** So many entries of the log are taken back in one transaction. */
const STEP = 500;

/**
 * Reverts an import, latest change first: records that it created go to the recycle bin, fields that it changed get back what they had,
 * picklist values that it added are removed. A value that somebody has changed since stays, and is reported.
 */
export async function undoImport(job: RunningJob): Promise<void> {
  const state = { isDone: false };
  while (!state.isDone) {
    await job.step(async (context) => {
      const before = (job.cursor as Cursor | null) ?? START;
      const entries = await readEntries(context, job.id, before.id);
      state.isDone = entries.length < STEP;
      const rows = await takeBack(context, entries);
      const cursor = { ...added(before, rows), id: entries.at(-1)?.id ?? before.id };
      return { cursor, rows, result: { undo: countsOf(cursor) } };
    });
  }
  await job.step(async (context) => {
    const before = (job.cursor as Cursor | null) ?? START;
    const cursor = { ...before, picklistValues: before.picklistValues + (await removeAddedValues(context, job.id)) };
    return { cursor, result: { undo: countsOf(cursor) } };
  });
}

const countsOf = ({ removed, restored, kept, picklistValues }: UndoCounts): UndoCounts => ({ removed, restored, kept, picklistValues });

function added(counts: Cursor, rows: readonly JobRowInput[]): Cursor {
  const count = (...outcomes: JobRowInput['outcome'][]): number => rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    ...counts,
    removed: counts.removed + count('REMOVED'),
    restored: counts.restored + count('UPDATED'),
    kept: counts.kept + count('UNCHANGED', 'REJECTED'),
  };
}

/** Removes the picklist values that an import added, unless other records hold them. @returns how many were removed */
async function removeAddedValues(context: WriteContext, cause: string): Promise<number> {
  const db = organizationDb(context);
  const of = (key: 'picklist' | 'key') => sql<string>`c.became->>${sql.lit(key)}`;
  const values = await db
    .selectFrom('change as c')
    .select([of('picklist').as('picklist'), of('key').as('key')])
    .where('c.cause', '=', cause)
    .where('c.operation', '=', 'EVENT')
    .where(sql<string>`c.became->>'event'`, '=', 'picklistValue.created')
    .where((eb) =>
      eb.exists(
        eb.selectFrom('picklist_value as v').select('v.key').where('v.picklist', '=', of('picklist')).where('v.key', '=', of('key')),
      ),
    )
    .orderBy('c.id', 'desc')
    .execute();
  let removed = 0;
  for (const { picklist, key } of values) if (await removeUnused(context, picklist, key, cause)) removed++;
  return removed;
}

/** One entry of the log that the import has made. */
interface Entry {
  readonly id: string;
  readonly module: string;
  readonly recordId: string;
  readonly operation: string;
  /** What the changed fields had before, as text. */
  readonly was: Readonly<Record<string, string | null>>;
  /** Fields that others have changed since. */
  readonly since: ReadonlySet<string>;
  readonly isTouched: boolean;
}

async function readEntries(context: WriteContext, cause: string, before: string | null): Promise<Entry[]> {
  const change = sql.table('change');
  // A field counts as changed when its latest value is another than the import has left: what others changed and gave back is no longer
  // in the way.
  const since = sql<string[] | null>`(SELECT json_agg(latest.key) FROM (
      SELECT DISTINCT ON (k.key) k.key, k.value FROM ${change} later, jsonb_each(later.became) k
       WHERE later.record_id = c.record_id AND later.id > c.id AND later.operation <> 'DERIVED'
         AND EXISTS (SELECT FROM ${change} other WHERE other.record_id = c.record_id AND other.id > c.id
                        AND other.cause IS DISTINCT FROM ${cause} AND other.operation <> 'DERIVED' AND other.became ? k.key)
       ORDER BY k.key, later.id DESC) latest
     WHERE coalesce(latest.value, 'null') IS DISTINCT FROM coalesce((
       SELECT mine.became->latest.key FROM ${change} mine
        WHERE mine.record_id = c.record_id AND mine.id >= c.id AND mine.cause = ${cause} AND mine.became ? latest.key
        ORDER BY mine.id DESC LIMIT 1), 'null'))`;
  const rows = await organizationDb(context)
    .selectFrom('change as c')
    .select(['c.id', 'c.module', 'c.record_id as recordId', 'c.operation'])
    .select(sql<Record<string, string | null> | null>`(SELECT json_object_agg(e.key, e.value) FROM jsonb_each_text(c.was) e)`.as('was'))
    .select(since.as('since'))
    .where('c.cause', '=', cause)
    .where('c.cause', 'like', 'job\\_%')
    .where('c.operation', 'in', ['CREATE', 'UPDATE'])
    .$if(before !== null, (qb) => qb.where('c.id', '<', before!))
    .orderBy('c.id', 'desc')
    .limit(STEP)
    .execute();
  return rows.map(({ was, since: changed, ...entry }) => ({
    ...entry,
    was: was ?? {},
    since: new Set(changed),
    isTouched: changed !== null,
  }));
}

async function takeBack(context: WriteContext, entries: readonly Entry[]): Promise<JobRowInput[]> {
  const results: JobRowInput[] = [];
  const { registry } = context.model;
  for (const name of new Set(entries.map(({ module }) => module))) {
    const module = registry.modules.get(name);
    const own = entries.filter((entry) => entry.module === name);
    if (module?.isHistory) {
      results.push(
        ...(await removeHistory(
          context,
          module,
          own.filter(({ operation }) => operation === 'CREATE'),
        )),
      );
      continue;
    }
    if (!module?.isImportable) continue;
    // Of several changes of one record the latest is taken back first.
    for (const some of inRounds(own.filter(({ operation }) => operation === 'UPDATE')))
      results.push(...(await oneByOneAtWorst(context, module, some, restoreChanged)));
    // What is made and changed by the same import goes last: in the bin it could not be changed any more.
    results.push(
      ...(await oneByOneAtWorst(
        context,
        module,
        own.filter(({ operation }) => operation === 'CREATE'),
        removeMade,
      )),
    );
  }
  return results;
}

/** A record that can't be taken back is told, and keeps none of the others. */
async function oneByOneAtWorst(
  context: WriteContext,
  module: Module,
  entries: readonly Entry[],
  takeBack: (context: WriteContext, module: Module, entries: readonly Entry[]) => Promise<JobRowInput[]>,
): Promise<JobRowInput[]> {
  const parts = await inHalves(
    context,
    entries,
    async (some) => [await takeBack(context, module, some)],
    ({ recordId }, error) => [{ ...unwritable(context, 0, error), recordId: wireId(module, recordId) }],
  );
  return parts.flat();
}

function inRounds(entries: readonly Entry[]): Entry[][] {
  const rounds: Entry[][] = [];
  const count = new Map<string, number>();
  for (const entry of entries) {
    const round = count.get(entry.recordId) ?? 0;
    count.set(entry.recordId, round + 1);
    (rounds[round] ??= []).push(entry);
  }
  return rounds;
}

const row = (place: number, outcome: JobRowInput['outcome'], recordId: string, more: Partial<JobRowInput> = {}): JobRowInput => ({
  place,
  outcome,
  recordId,
  ...more,
});

async function removeMade(context: WriteContext, module: Module, entries: readonly Entry[]): Promise<JobRowInput[]> {
  const untouched = entries.filter(({ isTouched }) => !isTouched);
  const kept = entries.filter(({ isTouched }) => isTouched);
  const references = untouched.map(({ recordId }) => ({ id: wireId(module, recordId) }));
  if (module.hasExternalIds && untouched.length > 0) await releaseExternalIds(context, module, untouched);
  const outcomes = await deleteRecords(context, module, references, { path: 'rows', many: true }, 'CONTINUE');
  return [
    ...outcomes.map(({ index, error }) =>
      error
        ? row(0, 'REJECTED', references[index]!.id, { errorCode: error.code, errorMessage: error.message })
        : row(0, 'REMOVED', references[index]!.id),
    ),
    ...kept.map(({ recordId }) => row(0, 'UNCHANGED', wireId(module, recordId), { errorCode: 'CHANGED_SINCE' })),
  ];
}

/** Rows of the past go, and those come back that gave way to them. No input makes or removes either. */
async function removeHistory(context: WriteContext, module: Module, entries: readonly Entry[]): Promise<JobRowInput[]> {
  const of = recordOfHistory(module);
  const db = organizationDb(context);
  const table = `${recordTable(module)} as t` as const;
  const record = sql<string>`${sql.ref(`t.${of.column}`)}`;
  const gone = await db
    .updateTable(table)
    .set({ deleted_at: sql`now()`, version: sql`t.version + 1` })
    .where(
      't.id',
      'in',
      entries.map(({ recordId }) => recordId),
    )
    .where('t.deleted_at', 'is', null)
    .returning(['t.id', record.as('record')])
    .execute();
  if (gone.length === 0) return [];
  const logged = (operation: string) => (eb: ExpressionBuilder<AllTables & { t: AllTables['record'] }, 't'>) =>
    eb.exists(
      eb
        .selectFrom('change as c')
        .select('c.id')
        .whereRef('c.record_id', '=', 't.id')
        .where('c.cause', '=', context.requestId)
        .where('c.operation', '=', operation),
    );
  await db
    .updateTable(table)
    .set({ deleted_at: null, version: sql`t.version + 1` })
    .where(
      record,
      'in',
      gone.map((one) => one.record),
    )
    .where('t.deleted_at', 'is not', null)
    .where(logged('DELETE'))
    .where((eb) => eb.not(logged('CREATE')(eb)))
    .execute();
  await rulesOf(module.name)?.settle?.(
    context,
    gone.map((one) => ({ id: one.id, values: new Map([[of.name, one.record]]) })),
  );
  return gone.map(({ id }) => row(0, 'REMOVED', wireId(module, id)));
}

/** Empties the external ids, which no other record could have while these are in the recycle bin, so that the file can be imported again. */
async function releaseExternalIds(context: WriteContext, module: Module, entries: readonly Entry[]): Promise<void> {
  const { name, column } = module.fields.get('externalIds')!;
  const rows = await organizationDb(context)
    .selectFrom(`${recordTable(module)} as t` as const)
    .select('t.id')
    .where(
      't.id',
      'in',
      entries.map(({ recordId }) => recordId),
    )
    .where('t.deleted_at', 'is', null)
    .where(sql.ref(`t.${column}`), 'is not', null)
    .execute();
  const changes = rows.map(({ id }): Change => ({ id: wireId(module, id), input: {}, values: new Map([[name, null]]) }));
  if (changes.length > 0) await updateRecords(context, module, changes, { path: 'rows', many: true }, 'CONTINUE');
}

/** A value of the log as an input gives it. */
function given({ kind, scalar }: Field, text: string | null): unknown {
  if (text === null || !(kind === 'externalIds' || kind === 'json')) return text;
  const value: unknown = JSON.parse(text);
  // Of a structure only what an input may set: what is worked out is worked out again.
  return kind === 'json' && scalar ? scalar.parseValue(value) : value;
}

async function restoreChanged(context: WriteContext, module: Module, entries: readonly Entry[]): Promise<JobRowInput[]> {
  const kept: JobRowInput[] = [];
  const changes = entries.flatMap(({ recordId, was, since }): Change[] => {
    const values = new Map<string, unknown>();
    for (const field of module.fields.values()) {
      const name = leadsToRecord(field) ? idName(field) : field.name;
      if (!(name in was) || since.has(name) || !field.writable || field.formula) continue;
      values.set(field.name, given(field, was[name] ?? null));
    }
    const id = wireId(module, recordId);
    if (Object.keys(was).some((name) => since.has(name))) kept.push(row(0, 'UNCHANGED', id, { errorCode: 'CHANGED_SINCE' }));
    return values.size > 0 ? [{ id, input: {}, values }] : [];
  });
  const outcomes = await updateRecords(context, module, changes, { path: 'rows', many: true }, 'CONTINUE');
  return [
    ...kept,
    ...outcomes.map(({ index, error }) => {
      const { id } = changes[index]!;
      return error ? row(0, 'REJECTED', id, { errorCode: error.code, errorMessage: error.message }) : row(0, 'UPDATED', id);
    }),
  ];
}
