import { sql } from 'kysely';
import { organizationDb } from '../../core/typed-sql.js';
import type { WriteContext } from '../../core/context.js';
import { Busy, defineError, NotFound } from '../../core/errors.js';
import { newRowId, wireId } from '../../core/ids.js';
import { lockRows } from '../../core/write/lock.js';
import { kindOf, type JobKind } from './kinds.js';
import type { JobStateName } from './states.js';

export const JobStateConflict = defineError<{ id: string; state: string }>('JOB_STATE', {
  status: 409,
  description: 'The job is in a state in which this can not be done with it.',
});

export const JobNotUndoable = defineError<{ id: string; kind: string }>('JOB_NOT_UNDOABLE', {
  status: 409,
  description: 'What jobs of this kind do can not be taken back.',
});

const live: readonly JobStateName[] = ['QUEUED', 'RUNNING'];

/** Jobs of one organization that may wait or run. */
const MAX_LIVE_JOBS = 1000;
/** About as long as some of so many jobs need. */
const RETRY_AFTER_SECONDS = 60;

/**
 * Notes work to be done, in the transaction of the mutation that wants it: what is rolled back was never wanted.
 *
 * @returns the row id of the job
 * @throws BUSY when the organization has too many jobs that wait
 */
export async function enqueueJob<Parameters>(
  context: WriteContext,
  { kind }: Pick<JobKind<Parameters, never>, 'kind'>,
  parameters: Parameters,
  { total = null }: { readonly total?: number | null } = {},
): Promise<string> {
  const db = organizationDb(context);
  const id = newRowId();
  await db.insertInto('job').values({ id, kind, total }).execute();
  const added = await db
    .insertInto('job_run')
    .columns(['job_id', 'kind', 'user_id', 'parameters', 'ticket'])
    .expression((eb) =>
      eb
        .selectFrom((inner) => inner.selectFrom('job_run').select('job_id').where('is_live', '=', true).limit(MAX_LIVE_JOBS).as('live'))
        .select([
          sql<string>`${id}::uuid`.as('job_id'),
          sql<string>`${kind}::text`.as('kind'),
          sql<string>`${context.viewer.userId}::uuid`.as('user_id'),
        ])
        .select([sql<string>`${JSON.stringify(parameters)}::jsonb`.as('parameters'), sql<string>`gen_random_uuid()`.as('ticket')])
        .having((one) => one.fn.countAll<string>(), '<', String(MAX_LIVE_JOBS)),
    )
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) throw Busy({ retryAfterSeconds: RETRY_AFTER_SECONDS });
  wakeAfter(context);
  return id;
}

/** A job that runs ends its step first; nothing of the step is lost. */
export const pauseJob = (context: WriteContext, id: string): Promise<string> =>
  change(context, id, live, { state: 'PAUSED', isLive: false });

/** A job that runs ends its step first. What it has done stays. */
export const cancelJob = (context: WriteContext, id: string): Promise<string> =>
  change(context, id, [...live, 'PAUSED'], { state: 'CANCELLED', isLive: false, isOver: true });

/** Goes on after the last step that was saved: what rested, or what could not go on. */
export const resumeJob = (context: WriteContext, id: string): Promise<string> =>
  change(context, id, ['PAUSED', 'FAILED'], { state: 'QUEUED', isLive: true });

export const undoJob = (context: WriteContext, id: string): Promise<string> =>
  change(context, id, ['DONE', 'FAILED', 'CANCELLED'], { state: 'UNDOING', isLive: true, isUndo: true });

interface Change {
  readonly state: JobStateName;
  readonly isLive: boolean;
  readonly isOver?: boolean;
  readonly isUndo?: boolean;
}

/** Locks the job, looks at its state, and changes it. A new ticket makes sure that only one worker goes on from here. */
async function change(context: WriteContext, id: string, from: readonly JobStateName[], to: Change): Promise<string> {
  const module = context.model.registry.module('Job');
  const locked = await lockRows(context, module, [id], 'WITHOUT', ['state']);
  const [row] = locked.values();
  if (!row) throw NotFound({ id });
  const state = row.current.get('state')!;
  if (!(from as readonly string[]).includes(state)) throw JobStateConflict({ id, state });
  const db = organizationDb(context);
  const { kind, wasUndo } = await db
    .selectFrom('job_run')
    .select(['kind', 'is_undo as wasUndo'])
    .where('job_id', '=', row.rowId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (to.isUndo && !kindOf(kind)?.undo) throw JobNotUndoable({ id, kind });
  // Somebody who resumes a job gives it as many new tries as a new one has. A step that is still under way is not saved into an undo.
  const startsUndo = sql<boolean>`(${to.isUndo ?? false}::boolean AND NOT is_undo)`;
  await db
    .updateTable('job_run')
    .set({
      is_live: to.isLive,
      is_claimed: false,
      lost_workers: 0,
      ticket: sql`gen_random_uuid()`,
      attempt: sql`attempt + ${startsUndo}::int`,
      cursor: sql`CASE WHEN ${startsUndo} THEN NULL ELSE cursor END`,
      is_undo: sql`is_undo OR ${to.isUndo ?? false}::boolean`,
    })
    .where('job_id', '=', row.rowId)
    .execute();
  await db
    .updateTable('job')
    .set({
      state: to.state === 'QUEUED' && wasUndo ? 'UNDOING' : to.state,
      finished_at: to.isOver ? sql`now()` : null,
      error_code: null,
      error_message: null,
    })
    .where('id', '=', row.rowId)
    .execute();
  if (to.isLive) wakeAfter(context);
  return row.rowId;
}

function wakeAfter({ services, afterCommit }: WriteContext): void {
  afterCommit.push(() => services.jobs.wake());
}

export const jobWireId = (rowId: string): string => wireId({ prefix: 'job' }, rowId);
