import type { WriteContext } from '../../core/context.js';
import { idName } from '../../core/fields.js';
import { wireId } from '../../core/ids.js';
import type { Field, Module } from '../../core/registry.js';
import { updateRecords, type Change } from '../../core/write/operations.js';
import { deleteRecords } from '../../core/write/recycle.js';
import type { JobRowInput, RunningJob } from '../jobs/kinds.js';
import { inHalves } from './in-halves.js';
import { unwritable } from './write-rows.js';

/** Behind so many entries of the change log. */
interface Cursor {
  readonly id: string;
}

/** So many entries of the log are taken back in one transaction. */
const STEP = 500;

/**
 * Takes back what an import did, latest first: records that it made go to the bin, fields that it changed get what they had.
 * What somebody has changed since stays, and is told.
 */
export async function undoImport(job: RunningJob): Promise<void> {
  const state = { isDone: false };
  while (!state.isDone) {
    await job.step(async (context) => {
      const before = (job.cursor as Cursor | null)?.id ?? null;
      const entries = await readEntries(context, job.id, before);
      state.isDone = entries.length < STEP;
      const rows = await takeBack(context, entries);
      return { ...(entries.length > 0 && { cursor: { id: entries.at(-1)!.id } }), rows };
    });
  }
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

async function readEntries({ transaction, viewer, tally }: WriteContext, cause: string, before: string | null): Promise<Entry[]> {
  tally.statements++;
  const rows = await transaction.run(
    `SELECT c.id::text, c.module, c.record_id::text, c.operation,
            (SELECT json_object_agg(e.key, e.value) FROM jsonb_each_text(c.was) e)::text,
            (SELECT json_agg(DISTINCT k) FROM change later, jsonb_object_keys(later.became) k WHERE later.org = $1::uuid AND later.record_id = c.record_id AND later.id > c.id AND later.cause IS DISTINCT FROM $2 AND later.operation <> 'DERIVED')::text
       FROM change c WHERE c.org = $1::uuid AND c.cause = $2 AND c.cause LIKE 'job\\_%' AND c.operation IN ('CREATE', 'UPDATE') AND c.id < coalesce($3::bigint, 9223372036854775807)
      ORDER BY c.id DESC LIMIT ${STEP}`,
    [viewer.org, cause, before],
  );
  return rows.map(([id, module, recordId, operation, was, since]) => ({
    id: id!,
    module: module!,
    recordId: recordId!,
    operation: operation!,
    was: JSON.parse(was ?? '{}') as Record<string, string | null>,
    since: new Set(since ? (JSON.parse(since) as string[]) : []),
    isTouched: since !== null && since !== undefined,
  }));
}

async function takeBack(context: WriteContext, entries: readonly Entry[]): Promise<JobRowInput[]> {
  const results: JobRowInput[] = [];
  const { registry } = context.model;
  for (const name of new Set(entries.map(({ module }) => module))) {
    const module = registry.modules.get(name);
    if (!module?.fields.has('externalIds')) continue;
    const own = entries.filter((entry) => entry.module === name);
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
      const name = field.kind === 'lookup' ? idName(field) : field.name;
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
