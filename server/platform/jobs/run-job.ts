import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { parse, type OperationDefinitionNode } from 'graphql';
import type { Context, Services, Viewer, WriteContext } from '../../core/context.js';
import { knownFailure } from '../../core/database/failures.js';
import type { Transaction, Transactions } from '../../core/database/transactions.js';
import { CrmError, defineError, Internal } from '../../core/errors.js';
import { newRowId } from '../../core/ids.js';
import { SOURCE_LANGUAGE, textOf } from '../../core/messages.js';
import type { Model } from '../../core/read/plan.js';
import { createRecordLoader } from '../../core/read/record-loader.js';
import type { Log } from '../http/log.js';
import { jobWireId } from './control.js';
import { kindOf, type JobKind, type JobRowInput, type RunningJob, type Step } from './kinds.js';

export const JobOwnerSuspended = defineError<object>('JOB_OWNER_SUSPENDED', {
  status: 403,
  description: 'Who started the job may not act any more. It can be resumed when they may again.',
});

export const JobWorkerLost = defineError<{ times: number }>('JOB_WORKER_LOST', {
  status: 500,
  description:
    'The process that worked on the job ended or stopped responding, several times at the same step. Rows written before stay. The job can be resumed or undone.',
});

/** What a run needs of the server. */
export interface Workplace {
  /** With transactions that may take as long as jobs do. */
  readonly services: Services;
  readonly modelOf: (viewer: Viewer) => Model;
  readonly log: Log;
  readonly clock: () => Date;
}

/** Which job, and at which place in the queue: an older place is of no use any more. */
export interface JobTicket {
  readonly org: string;
  readonly jobId: string;
  readonly ticket: string;
}

/** A run's place among the others. */
export interface Turn {
  /** Aborted when the server stops. */
  readonly signal: AbortSignal;
  /** Whether another organization waits for the place. */
  readonly isTurnOver: () => boolean;
}

/** How a run ended; a job that was queued again has a new ticket. */
export type RunOutcome = 'ENDED' | 'GIVEN_BACK' | 'QUEUED_AGAIN';

/** The run ends here, and not because of a fault: paused, cancelled, taken over, or the server stops. */
class RunEnded extends Error {}

/** The run goes on later, after its last saved step: another organization has its turn. */
class TurnEnded extends Error {}

/** The database was not there: the queue tries again in a while. */
export class RunLater extends Error {}

interface Run {
  readonly kind: JobKind;
  readonly userId: string;
  readonly parameters: unknown;
  readonly cursor: unknown;
  readonly attempt: string;
  readonly isUndo: boolean;
  /** How often a worker was lost since the last step that moved the cursor. */
  readonly lostWorkers: number;
}

/** What kills its worker so often will kill the next one too. */
const MAX_LOST_WORKERS = 3;
/** How often we try to tell a database that does not answer that a job was given back. */
const RELEASE_EVERY_MS = 1000;
const MAX_ATTEMPTS = 5;
/** Rows that one statement saves. */
const ROWS_AT_ONCE = 5000;
const document = parse('mutation Job { __typename }');
const operation = document.definitions[0] as OperationDefinitionNode;

/**
 * Works on a job until it is done, fails, is told to stop, or its turn is over.
 *
 * @throws RunLater when the database could not be reached
 */
export async function runJob(place: Workplace, { org, jobId, ticket }: JobTicket, { signal, isTurnOver }: Turn): Promise<RunOutcome> {
  const { services, log } = place;
  const { transactions } = services;
  const id = jobWireId(jobId);
  const run = await begin(transactions, { org, actor: null, cause: id }, { org, jobId, ticket });
  if (!run) return 'ENDED';
  let cursor = run.cursor;
  let viewer: Viewer | null = null;
  let hasMoved = false;
  const scope = { org, actor: run.userId, cause: id };

  const standing = async (): Promise<Viewer> => {
    if (signal.aborted) throw new RunEnded();
    // A run that has moved nothing would begin again at the same place, and never get on.
    if (hasMoved && isTurnOver()) throw new TurnEnded();
    const found = await services.auth.viewerOfUser(org, run.userId);
    if (!found) throw JobOwnerSuspended({});
    return (viewer = found);
  };
  const contextOf = (of: Viewer, transaction: Transaction | null): Context => {
    const context: Context = {
      requestId: id,
      services,
      model: place.modelOf(of),
      viewer: of,
      address: '',
      userAgent: '',
      language: of.language,
      idempotencyKey: null,
      now: place.clock(),
      maxCost: Number.MAX_SAFE_INTEGER,
      hasOpenSchema: false,
      metrics: { statementCount: 0 },
      parseDocument: parse,
      reportFault: (error) => report(log, id, error),
      document,
      operation,
      variables: {},
      plan: null,
      transaction,
      records: createRecordLoader(() => context),
      isDryRun: false,
      hidden: [],
      afterCommit: [],
    };
    return context;
  };

  const job: RunningJob = {
    id,
    org,
    userId: run.userId,
    parameters: run.parameters,
    get cursor() {
      return cursor;
    },
    signal,
    async reading() {
      const of = await standing();
      await transactions.run(scope, (transaction) => expectMine(transaction, org, jobId, run));
      return contextOf(of, null);
    },
    async step(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          const of = await standing();
          const afterCommit: (() => void)[] = [];
          const done = await transactions.run(scope, async (transaction) => {
            await expectMine(transaction, org, jobId, run);
            const context = { ...contextOf(of, transaction), afterCommit } as WriteContext;
            const step = await work(context);
            await save(transaction, org, jobId, run, step);
            return step;
          });
          if (done.cursor !== undefined) {
            cursor = done.cursor;
            hasMoved = true;
          }
          for (const act of afterCommit) act();
          return;
        } catch (error) {
          if (!isLostRace(error) || attempt === MAX_ATTEMPTS) throw error;
          await delay(20 * attempt + Math.random() * 40 * attempt);
        }
      }
    },
  };

  // At once, as the process may be killed before the present step is saved: a worker that was told to stop is not lost.
  const releaseEarly = (): void => void release(transactions, scope, jobId, run).catch(() => undefined);
  signal.addEventListener('abort', releaseEarly, { once: true });
  try {
    if (run.lostWorkers >= MAX_LOST_WORKERS) {
      log.warn('jobs.worker_lost', { jobId: id, message: `${run.kind.kind} lost its worker ${run.lostWorkers} times at the same step.` });
      viewer = await services.auth.viewerOfUser(org, run.userId);
      throw JobWorkerLost({ times: run.lostWorkers });
    }
    if (run.isUndo) await run.kind.undo!(job);
    else await run.kind.run(job);
    await end(transactions, scope, jobId, run, { state: run.isUndo ? 'UNDONE' : 'DONE' });
    return 'ENDED';
  } catch (error) {
    // Whatever a run that is to end throws, waiting or half-way through a file: it is given back.
    if (signal.aborted) {
      await release(transactions, scope, jobId, run).catch(() => undefined);
      return 'GIVEN_BACK';
    }
    if (error instanceof RunEnded) return 'ENDED';
    if (error instanceof TurnEnded) {
      await queueAgain(transactions, scope, jobId, run);
      return 'QUEUED_AGAIN';
    }
    const known = error instanceof CrmError ? error : knownFailure(error);
    if (known?.definition.retryable) {
      await releaseWhenPossible(transactions, scope, jobId, run, signal);
      throw new RunLater(known.code, { cause: error });
    }
    const told = known ?? Internal({ errorId: report(log, id, error) });
    const language = viewer?.language ?? SOURCE_LANGUAGE;
    await end(transactions, scope, jobId, run, { state: 'FAILED', code: told.code, message: textOf(told.said, language) });
    return 'ENDED';
  } finally {
    signal.removeEventListener('abort', releaseEarly);
  }
}

/**
 * Takes the job up; null when there is nothing to do with this ticket. A job that is claimed although nobody works on it has
 * lost its worker.
 */
async function begin(transactions: Transactions, scope: { org: string; actor: null; cause: string }, { org, jobId, ticket }: JobTicket) {
  const row = await transactions.run(scope, async (transaction) => {
    await transaction.run('SELECT FROM job WHERE org = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE', [org, jobId]);
    const [found] = await transaction.run(
      `UPDATE job_run SET attempt = attempt + 1, is_claimed = true, claimed_at = now(), lost_workers = lost_workers + is_claimed::int
        WHERE org = $1::uuid AND job_id = $2::uuid AND ticket = $3::uuid AND is_live
       RETURNING kind, user_id::text, parameters::text, cursor::text, attempt::text, is_undo::text, lost_workers::text`,
      [org, jobId, ticket],
    );
    if (!found) return null;
    if (!kindOf(found[0]!)) throw new RunLater(`This version of the program does not know jobs of the kind ${found[0]!}.`);
    await transaction.run(`UPDATE job SET state = $3, started_at = coalesce(started_at, now()) WHERE org = $1::uuid AND id = $2::uuid`, [
      org,
      jobId,
      found[5] === 'true' ? 'UNDOING' : 'RUNNING',
    ]);
    return found;
  });
  if (!row) return null;
  const [kind, userId, parameters, cursor, attempt, isUndo, lostWorkers] = row;
  return {
    kind: kindOf(kind!)!,
    userId: userId!,
    parameters: JSON.parse(parameters!) as unknown,
    cursor: JSON.parse(cursor ?? 'null') as unknown,
    attempt: attempt!,
    isUndo: isUndo === 'true',
    lostWorkers: Number(lostWorkers),
  } satisfies Run;
}

/** Notes that a job was given back, not lost. */
async function release(
  transactions: Transactions,
  scope: { org: string; actor: string; cause: string },
  jobId: string,
  { attempt }: Run,
): Promise<void> {
  await transactions.run(scope, (transaction) =>
    transaction.run('UPDATE job_run SET is_claimed = false WHERE org = $1::uuid AND job_id = $2::uuid AND attempt = $3::int AND is_live', [
      scope.org,
      jobId,
      attempt,
    ]),
  );
}

/** The same, and the job waits for another turn. Its new ticket can be taken up at once, where a failed one would be delayed. */
async function queueAgain(
  transactions: Transactions,
  scope: { org: string; actor: string; cause: string },
  jobId: string,
  { attempt }: Run,
): Promise<void> {
  await transactions.run(scope, async (transaction) => {
    await transaction.run('SELECT FROM job WHERE org = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE', [scope.org, jobId]);
    const mine = await transaction.run(
      'UPDATE job_run SET is_claimed = false, ticket = gen_random_uuid() WHERE org = $1::uuid AND job_id = $2::uuid AND attempt = $3::int AND is_live RETURNING 1::text',
      [scope.org, jobId, attempt],
    );
    if (mine.length === 0) return;
    await transaction.run(`UPDATE job SET state = 'QUEUED' WHERE org = $1::uuid AND id = $2::uuid AND state = 'RUNNING'`, [
      scope.org,
      jobId,
    ]);
  });
}

/** The same where the database may be away: its absence is no fault of the job, and must not count as a lost worker. */
async function releaseWhenPossible(
  transactions: Transactions,
  scope: { org: string; actor: string; cause: string },
  jobId: string,
  run: Run,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      return await release(transactions, scope, jobId, run);
    } catch (error) {
      if (!knownFailure(error)?.definition.retryable) throw error;
      await delay(RELEASE_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Whether the job is still to be worked on, and by us. */
async function expectMine(transaction: Transaction, org: string, jobId: string, { attempt }: Run): Promise<void> {
  const rows = await transaction.run(
    'SELECT 1::text FROM job_run WHERE org = $1::uuid AND job_id = $2::uuid AND attempt = $3::int AND is_live',
    [org, jobId, attempt],
  );
  if (rows.length === 0) throw new RunEnded();
}

/**
 * Saves a step with what it wrote. A job that was paused or cancelled meanwhile keeps the step; one that somebody else has
 * taken over does not: they do it again.
 */
async function save(transaction: Transaction, org: string, jobId: string, { attempt }: Run, step: Step<unknown>): Promise<void> {
  const { counts = {}, rows = [], retold = [] } = step;
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await insertRows(transaction, org, jobId, rows.slice(at, at + ROWS_AT_ONCE));
  if (retold.length > 0) await updateRows(transaction, org, jobId, retold);
  const text = (value: number | undefined): string => String(value ?? 0);
  await transaction.run(
    `UPDATE job SET processed = processed + $3::int, created = created + $4::int, updated = updated + $5::int, unchanged = unchanged + $6::int,
       failed = failed + $7::int, total = coalesce($8::int, total), result = coalesce($9::jsonb, result), file_id = coalesce($10, file_id)
      WHERE org = $1::uuid AND id = $2::uuid`,
    [
      org,
      jobId,
      ...[counts.processed, counts.created, counts.updated, counts.unchanged, counts.failed].map(text),
      step.total === undefined ? null : String(step.total),
      step.result === undefined ? null : JSON.stringify(step.result),
      step.fileId ?? null,
    ],
  );
  const saved = await transaction.run(
    `UPDATE job_run SET cursor = CASE WHEN $4::boolean THEN $5::jsonb ELSE cursor END,
       lost_workers = CASE WHEN $4::boolean AND cursor IS DISTINCT FROM $5::jsonb THEN 0 ELSE lost_workers END
      WHERE org = $1::uuid AND job_id = $2::uuid AND attempt = $3::int RETURNING 1::text`,
    [org, jobId, attempt, String(step.cursor !== undefined), JSON.stringify(step.cursor ?? null)],
  );
  if (saved.length === 0) throw new RunEnded();
}

/** Adds what became of rows, thousands in one statement. */
export async function insertRows(transaction: Transaction, org: string, jobId: string, rows: readonly JobRowInput[]): Promise<void> {
  await transaction.run(
    `INSERT INTO job_row (org, id, job_id, place, outcome, record_id, error_code, error_message, faults)
     SELECT $1::uuid, r.id, $2::uuid, r.place, r.outcome, r.record_id, r.error_code, r.error_message, r.faults FROM ${RECORDSET}`,
    [org, jobId, recordset(rows)],
  );
}

async function updateRows(transaction: Transaction, org: string, jobId: string, rows: readonly JobRowInput[]): Promise<void> {
  await transaction.run(
    `UPDATE job_row t SET outcome = r.outcome, record_id = r.record_id, error_code = r.error_code, error_message = r.error_message, faults = r.faults
       FROM ${RECORDSET} WHERE t.org = $1::uuid AND t.job_id = $2::uuid AND t.place = r.place AND t.deleted_at IS NULL`,
    [org, jobId, recordset(rows)],
  );
}

const RECORDSET = `jsonb_to_recordset($3::jsonb) AS r (id uuid, place int, outcome text, record_id text, error_code text, error_message text, faults jsonb)`;
const recordset = (rows: readonly JobRowInput[]): string =>
  JSON.stringify(
    rows.map(({ place, outcome, recordId, errorCode, errorMessage, faults }) => ({
      id: newRowId(),
      place,
      outcome,
      record_id: recordId ?? undefined,
      error_code: errorCode ?? undefined,
      error_message: errorMessage ?? undefined,
      faults: faults ?? undefined,
    })),
  );

async function end(
  transactions: Transactions,
  scope: { org: string; actor: string; cause: string },
  jobId: string,
  { attempt }: Run,
  { state, code = null, message = null }: { state: string; code?: string | null; message?: string | null },
): Promise<void> {
  await transactions.run(scope, async (transaction) => {
    await transaction.run('SELECT FROM job WHERE org = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE', [scope.org, jobId]);
    const mine = await transaction.run(
      'UPDATE job_run SET is_live = false, is_claimed = false WHERE org = $1::uuid AND job_id = $2::uuid AND attempt = $3::int AND is_live RETURNING 1::text',
      [scope.org, jobId, attempt],
    );
    if (mine.length === 0) return;
    await transaction.run(
      'UPDATE job SET state = $3, finished_at = now(), error_code = $4, error_message = $5 WHERE org = $1::uuid AND id = $2::uuid',
      [scope.org, jobId, state, code, message],
    );
  });
}

const isLostRace = (error: unknown): boolean => ['40001', '40P01', '55P03', '23505'].includes(String((error as { code?: unknown }).code));

function report(log: Log, jobId: string, error: unknown): string {
  const errorId = randomUUID();
  const { name = '', message = String(error), stack = '' } = error as Partial<Error>;
  log.error('job.fault', { errorId, jobId, errorName: name, message, stack });
  return errorId;
}
