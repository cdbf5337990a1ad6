import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { parse, type OperationDefinitionNode } from 'graphql';
import { sql, type Selectable } from 'kysely';
import type { Context, Services, Viewer, WriteContext } from '../../core/context.js';
import { knownFailure } from '../../core/database/failures.js';
import type { Transaction, Transactions } from '../../core/database/transactions.js';
import { transactionDb, type AllTables, type Db } from '../../core/database/typed-sql.js';
import { CrmError, defineError, Internal } from '../../core/errors.js';
import { newRowId } from '../../core/ids.js';
import { SOURCE_LANGUAGE, textOf } from '../../core/messages.js';
import type { Model } from '../../core/read/plan.js';
import { createRecordLoader } from '../../core/read/record-loader.js';
import type { Log } from '../http/log.js';
import { jobWireId } from './control.js';
import type { JobStateName } from './states.js';
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
  readonly attempt: number;
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
      await transactions.run(scope, (transaction) => expectMine(transaction, jobId, run));
      return contextOf(of, null);
    },
    async step(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          const of = await standing();
          const afterCommit: (() => void)[] = [];
          const done = await transactions.run(scope, async (transaction) => {
            await expectMine(transaction, jobId, run);
            const context = { ...contextOf(of, transaction), afterCommit } as WriteContext;
            const step = await work(context);
            await save(transaction, jobId, run, step);
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
async function begin(
  transactions: Transactions,
  scope: { org: string; actor: null; cause: string },
  { jobId, ticket }: JobTicket,
): Promise<Run | null> {
  return transactions.run(scope, async (transaction): Promise<Run | null> => {
    const db = transactionDb(transaction);
    await lockJob(db, jobId);
    const found = await db
      .updateTable('job_run')
      .set({
        attempt: sql`attempt + 1`,
        is_claimed: true,
        claimed_at: sql`now()`,
        lost_workers: sql`lost_workers + is_claimed::int`,
      })
      .where('job_id', '=', jobId)
      .where('ticket', '=', ticket)
      .where('is_live', '=', true)
      .returning(['kind', 'user_id as userId', 'parameters', 'cursor', 'attempt', 'is_undo as isUndo', 'lost_workers as lostWorkers'])
      .executeTakeFirst();
    if (!found) return null;
    const kind = kindOf(found.kind);
    if (!kind) throw new RunLater(`This version of the program does not know jobs of the kind ${found.kind}.`);
    await db
      .updateTable('job')
      .set({ state: found.isUndo ? 'UNDOING' : 'RUNNING', started_at: sql`coalesce(started_at, now())` })
      .where('id', '=', jobId)
      .execute();
    return { ...found, kind };
  });
}

/** Whoever changes the state of a job locks it first. */
const lockJob = (db: Db, jobId: string): Promise<unknown> =>
  db.selectFrom('job').select('id').where('id', '=', jobId).forNoKeyUpdate().execute();

/** Notes that a job was given back, not lost. */
async function release(
  transactions: Transactions,
  scope: { org: string; actor: string; cause: string },
  jobId: string,
  { attempt }: Run,
): Promise<void> {
  await transactions.run(scope, (transaction) =>
    transactionDb(transaction)
      .updateTable('job_run')
      .set({ is_claimed: false })
      .where('job_id', '=', jobId)
      .where('attempt', '=', attempt)
      .where('is_live', '=', true)
      .execute(),
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
    const db = transactionDb(transaction);
    await lockJob(db, jobId);
    const mine = await db
      .updateTable('job_run')
      .set({ is_claimed: false, ticket: sql`gen_random_uuid()` })
      .where('job_id', '=', jobId)
      .where('attempt', '=', attempt)
      .where('is_live', '=', true)
      .executeTakeFirst();
    if (mine.numUpdatedRows === 0n) return;
    await db.updateTable('job').set({ state: 'QUEUED' }).where('id', '=', jobId).where('state', '=', 'RUNNING').execute();
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
async function expectMine(transaction: Transaction, jobId: string, { attempt }: Run): Promise<void> {
  const mine = await transactionDb(transaction)
    .selectFrom('job_run')
    .select('job_id')
    .where('job_id', '=', jobId)
    .where('attempt', '=', attempt)
    .where('is_live', '=', true)
    .executeTakeFirst();
  if (!mine) throw new RunEnded();
}

/**
 * Saves a step with what it wrote. A job that was paused or cancelled meanwhile keeps the step; one that somebody else has
 * taken over does not: they do it again.
 */
async function save(transaction: Transaction, jobId: string, { attempt }: Run, step: Step<unknown>): Promise<void> {
  const { counts = {}, rows = [], retold = [] } = step;
  const db = transactionDb(transaction);
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await insertRows(db, jobId, rows.slice(at, at + ROWS_AT_ONCE));
  if (retold.length > 0) await updateRows(db, jobId, retold);
  const added = (column: 'processed' | 'created' | 'updated' | 'unchanged' | 'failed') =>
    sql<number>`${sql.ref(column)} + ${counts[column] ?? 0}::int`;
  await db
    .updateTable('job')
    .set({
      processed: added('processed'),
      created: added('created'),
      updated: added('updated'),
      unchanged: added('unchanged'),
      failed: added('failed'),
      ...(step.total !== undefined && { total: step.total }),
      ...(step.result !== undefined && { result: JSON.stringify(step.result) }),
      ...(step.fileId != null && { file_id: step.fileId }),
    })
    .where('id', '=', jobId)
    .execute();
  const cursor = step.cursor === undefined ? null : sql<string>`${JSON.stringify(step.cursor)}::jsonb`;
  const saved = await db
    .updateTable('job_run')
    .set(
      cursor === null
        ? { attempt }
        : { cursor, lost_workers: sql`CASE WHEN cursor IS DISTINCT FROM ${cursor} THEN 0 ELSE lost_workers END` },
    )
    .where('job_id', '=', jobId)
    .where('attempt', '=', attempt)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) throw new RunEnded();
}

/** Adds what became of rows, thousands in one statement. */
export async function insertRows(db: Db, jobId: string, rows: readonly JobRowInput[]): Promise<void> {
  await db
    .insertInto('job_row')
    .columns(['id', 'job_id', 'place', 'outcome', 'record_id', 'error_code', 'error_message', 'faults'])
    .expression(
      db
        .selectFrom(recordset(rows))
        .select([
          'r.id',
          sql<string>`${jobId}::uuid`.as('job_id'),
          'r.place',
          'r.outcome',
          'r.record_id',
          'r.error_code',
          'r.error_message',
          'r.faults',
        ]),
    )
    .execute();
}

async function updateRows(db: Db, jobId: string, rows: readonly JobRowInput[]): Promise<void> {
  await db
    .updateTable('job_row as t')
    .from(recordset(rows))
    .set((eb) => ({
      outcome: eb.ref('r.outcome'),
      record_id: eb.ref('r.record_id'),
      error_code: eb.ref('r.error_code'),
      error_message: eb.ref('r.error_message'),
      faults: eb.ref('r.faults'),
    }))
    .where('t.job_id', '=', jobId)
    .whereRef('t.place', '=', 'r.place')
    .where('t.deleted_at', 'is', null)
    .execute();
}

type JobRow = Selectable<AllTables['job_row']>;

interface RecordsetRow extends Pick<JobRow, 'id' | 'place' | 'outcome' | 'record_id' | 'error_code' | 'error_message'> {
  readonly faults: string;
}

function recordset(rows: readonly JobRowInput[]) {
  const values = rows.map(({ place, outcome, recordId, errorCode, errorMessage, faults }) => ({
    id: newRowId(),
    place,
    outcome,
    record_id: recordId ?? undefined,
    error_code: errorCode ?? undefined,
    error_message: errorMessage ?? undefined,
    faults: faults ?? undefined,
  }));
  return sql<RecordsetRow>`jsonb_to_recordset(${JSON.stringify(values)}::jsonb)`.as<'r'>(
    sql`r (id uuid, place int, outcome text, record_id text, error_code text, error_message text, faults jsonb)`,
  );
}

async function end(
  transactions: Transactions,
  scope: { org: string; actor: string; cause: string },
  jobId: string,
  { attempt }: Run,
  { state, code = null, message = null }: { state: JobStateName; code?: string | null; message?: string | null },
): Promise<void> {
  await transactions.run(scope, async (transaction) => {
    const db = transactionDb(transaction);
    await lockJob(db, jobId);
    const mine = await db
      .updateTable('job_run')
      .set({ is_live: false, is_claimed: false })
      .where('job_id', '=', jobId)
      .where('attempt', '=', attempt)
      .where('is_live', '=', true)
      .executeTakeFirst();
    if (mine.numUpdatedRows === 0n) return;
    await db
      .updateTable('job')
      .set({ state, finished_at: sql`now()`, error_code: code, error_message: message })
      .where('id', '=', jobId)
      .execute();
  });
}

const isLostRace = (error: unknown): boolean => ['40001', '40P01', '55P03', '23505'].includes(String((error as { code?: unknown }).code));

function report(log: Log, jobId: string, error: unknown): string {
  const errorId = randomUUID();
  const { name = '', message = String(error), stack = '' } = error as Partial<Error>;
  log.error('job.fault', { errorId, jobId, errorName: name, message, stack });
  return errorId;
}
