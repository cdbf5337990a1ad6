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
  const { viewer, transaction } = context;
  const id = newRowId();
  await transaction.run(`INSERT INTO job (org, id, kind, total) VALUES ($1::uuid, $2::uuid, $3, $4::int)`, [
    viewer.org,
    id,
    kind,
    total === null ? null : String(total),
  ]);
  const added = await transaction.run(
    `INSERT INTO job_run (org, job_id, kind, user_id, parameters, ticket)
     SELECT $1::uuid, $2::uuid, $3, $4::uuid, $5::jsonb, gen_random_uuid()
      WHERE (SELECT count(*) FROM (SELECT FROM job_run WHERE org = $1::uuid AND is_live LIMIT ${MAX_LIVE_JOBS}) l) < ${MAX_LIVE_JOBS}
     RETURNING 1::text`,
    [viewer.org, id, kind, viewer.userId, JSON.stringify(parameters)],
  );
  if (added.length === 0) throw Busy({ retryAfterSeconds: RETRY_AFTER_SECONDS });
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
  const { transaction, viewer } = context;
  const locked = await lockRows(context, module, [id], 'WITHOUT', ['state']);
  const [row] = locked.values();
  if (!row) throw NotFound({ id });
  const state = row.current.get('state')!;
  if (!(from as readonly string[]).includes(state)) throw JobStateConflict({ id, state });
  const [run] = await transaction.run('SELECT kind, is_undo::text FROM job_run WHERE org = $1::uuid AND job_id = $2::uuid FOR UPDATE', [
    viewer.org,
    row.rowId,
  ]);
  const [kind, wasUndo] = [run![0]!, run![1] === 'true'];
  if (to.isUndo && !kindOf(kind)?.undo) throw JobNotUndoable({ id, kind });
  // Somebody who resumes a job gives it as many new tries as a new one has. A step that is still under way is not saved into an undo.
  await transaction.run(
    `UPDATE job_run SET is_live = $3::boolean, is_claimed = false, lost_workers = 0, ticket = gen_random_uuid(), attempt = attempt + ($4::boolean AND NOT is_undo)::int,
       cursor = CASE WHEN $4::boolean AND NOT is_undo THEN NULL ELSE cursor END, is_undo = is_undo OR $4::boolean WHERE org = $1::uuid AND job_id = $2::uuid`,
    [viewer.org, row.rowId, String(to.isLive), String(to.isUndo ?? false)],
  );
  await transaction.run(
    `UPDATE job SET state = $3, finished_at = CASE WHEN $4::boolean THEN now() END, error_code = NULL, error_message = NULL WHERE org = $1::uuid AND id = $2::uuid`,
    [viewer.org, row.rowId, to.state === 'QUEUED' && wasUndo ? 'UNDOING' : to.state, String(to.isOver ?? false)],
  );
  if (to.isLive) wakeAfter(context);
  return row.rowId;
}

function wakeAfter({ services, afterCommit }: WriteContext): void {
  afterCommit.push(() => services.jobs.wake());
}

export const jobWireId = (rowId: string): string => wireId({ prefix: 'job' }, rowId);
