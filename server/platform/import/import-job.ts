import { sql } from 'kysely';
import { setTimeout as delay } from 'node:timers/promises';
import type { WriteContext } from '../../core/context.js';
import { keepAlive } from '../../core/database/keep-alive.js';
import { rowIdOf } from '../../core/ids.js';
import { organizationDb, transactionDb, type Db } from '../../core/typed-sql.js';
import { textOf } from '../../core/messages.js';
import { defineJob, type JobCounts, type JobRowInput, type RunningJob } from '../jobs/kinds.js';
import { completeRows } from './complete-rows.js';
import { convertRows, type ConvertedRow } from './convert-rows.js';
import type { Column, ImportFile } from './import-file.js';
import { inHalves } from './in-halves.js';
import { keepRejected } from './keep-rejected.js';
import { goThrough, openFile, type Cursor, type PlacedRow, type Portion } from './passes.js';
import { surveyFiles, type FileReport } from './survey-files.js';
import type { SurveyedFile } from './survey.js';
import { undoImport } from './undo-import.js';
import { unwritable, writeRows } from './write-rows.js';

export interface ImportParameters {
  readonly files: readonly ImportFile[];
  /** Everything is done and undone: the report is all that stays. */
  readonly isTrial: boolean;
}

export type ImportRun = RunningJob<ImportParameters, Cursor>;

/** So much of a step's time an import rests after it: whoever reads meanwhile has the processor. */
const REST = 0.35;

/** Reads files into records. Each step writes some rows and says so, or neither: a kill in between loses and doubles nothing. */
export const importJob = defineJob<ImportParameters, Cursor>({
  kind: 'IMPORT',
  async run(job) {
    const { isTrial } = job.parameters;
    const { files, reports } = await surveyFiles(job);
    // A trial is one step: done once, it is not done again by who takes over.
    if (!isTrial) await write(job, files);
    else if (!job.cursor) await tryOut(job, files, reports);
    await keepRejected(job, files, reports);
  },
  undo: undoImport,
});

async function write(job: ImportRun, files: readonly SurveyedFile[]): Promise<void> {
  let rows = 0;
  let known = 0;
  await goThrough(files, job.cursor, {
    open: async (file) => openFile(await job.reading(), file, job.signal),
    waiting: (rows, columns) => readWaiting(job, rows, columns),
    incomplete: (rows, columns) => readIncomplete(job, rows, columns),
    async take(portion, behind) {
      const began = performance.now();
      let taken = 0;
      await job.step(async (context) => {
        const results = await writePortion(context, portion, portion.rows);
        const counts = countsOf(results);
        taken = results.length - counts.failed;
        const cursor = behind(taken);
        if (portion.pass === 'FIRST') return { cursor, counts, rows: results };
        // Each was counted once, when it was first told of.
        const again = portion.pass === 'COMPLETE' ? {} : { ...counts, processed: 0, failed: -taken };
        return { cursor, counts: again, retold: results };
      });
      rows += portion.rows.length;
      if (rows >= 10 * known) {
        await analyze(job, [portion.file]);
        known = rows;
      }
      await delay((performance.now() - began) * REST, undefined, { signal: job.signal });
      return taken;
    },
  });
  if (rows > known) await analyze(job, files);
}

/**
 * Has PostgreSQL look at the tables that have grown: what it plans for an empty table reads the whole of a full one, and it
 * would not look by itself for up to a minute.
 */
async function analyze(job: ImportRun, files: readonly ImportFile[]): Promise<void> {
  const { services, model } = await job.reading();
  const tables = new Set(files.map(({ module }) => model.registry.module(module).table));
  for (const table of [...tables, 'unique_value', 'job_row'])
    await services.systemTransactions.run({ org: job.org, actor: null, cause: job.id }, (transaction) =>
      sql`SELECT crm_analyze(${table})`.execute(transactionDb(transaction)),
    );
}

/**
 * The same in one transaction that is undone but for its report: what a row finds is what the rows before it have left, as in
 * the real run.
 */
async function tryOut(job: ImportRun, files: readonly SurveyedFile[], reports: readonly FileReport[]): Promise<void> {
  await job.step(async (context) => {
    const db = organizationDb(context);
    await sql`SAVEPOINT trial`.execute(db);
    const report = new Map<number, JobRowInput>();
    let cursor: Cursor | undefined;
    await goThrough(files, null, {
      open: (file) => keepAlive(context.transaction, () => openFile(context, file, job.signal)),
      waiting: (rows, columns) =>
        Promise.resolve(new Set(rows.map(({ place }) => place).filter((place) => waits(report.get(place)!, columns)))),
      incomplete: (rows, columns) => {
        const told = rows.map(({ place }) => report.get(place)!).filter(({ faults }) => lacks(faults, columns));
        return Promise.resolve(new Map(told.map((one) => [one.place, one])));
      },
      async take(portion, behind) {
        job.signal.throwIfAborted();
        const results = await writePortion(context, portion, portion.rows);
        for (const one of results) report.set(one.place, one);
        const taken = results.length - countsOf(results).failed;
        cursor = behind(taken);
        return taken;
      },
    });
    await sql`ROLLBACK TO SAVEPOINT trial`.execute(db);
    // The records of the report do not exist.
    const rows = [...report.values()].map((one) => (one.outcome === 'CREATED' ? { ...one, recordId: null } : one));
    return { ...(cursor && { cursor }), counts: countsOf(rows), rows, result: { isTrial: true, files: reports } };
  });
}

const writePortion = (context: WriteContext, portion: Portion, rows: readonly PlacedRow[]): Promise<JobRowInput[]> =>
  inHalves(
    context,
    rows,
    (some) => writeRead(context, portion, some),
    ({ place }, error) => unwritable(context, place, error),
  );

async function writeRead(
  context: WriteContext,
  { file, awaiting, pass, told }: Portion,
  rows: readonly PlacedRow[],
): Promise<JobRowInput[]> {
  const isWaitedFor = ({ column }: Column): boolean => awaiting.includes(column) && (pass === 'FIRST' || pass === 'AGAIN');
  const history = { ...context, bringsHistory: file.bringsHistory && context.viewer.isAdministrator };
  const converted = await convertRows(history, file, rows, (column) => file.skipsMissingReferences && !isWaitedFor(column));
  const results =
    pass === 'COMPLETE' ? await completeRows(history, file, converted, awaiting, told) : await writeRows(history, file, converted);
  return noted(results, converted, context.viewer.language);
}

/** Says at rows that were taken what was left out of them. */
function noted(results: readonly JobRowInput[], rows: readonly ConvertedRow[], language: string): JobRowInput[] {
  const leftOut = new Map(rows.map((row) => [row.place, row.leftOut] as const));
  return results.map((one) => {
    const own = one.outcome === 'REJECTED' ? [] : leftOut.get(one.place)!;
    if (own.length === 0) return one;
    return {
      ...one,
      faults: own.map(({ column, message, value, code = 'LEFT_OUT' }) => ({
        inputPath: column,
        code,
        message: textOf(message, language),
        ...(value !== undefined && { value }),
      })),
    };
  });
}

function countsOf(rows: readonly JobRowInput[]): Required<JobCounts> {
  const count = (outcome: JobRowInput['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    processed: rows.length,
    created: count('CREATED'),
    updated: count('UPDATED'),
    unchanged: count('UNCHANGED'),
    failed: count('REJECTED'),
  };
}

/** Whether a row was rejected for references of these columns alone. */
const waits = ({ outcome, faults }: JobRowInput, columns: readonly string[]): boolean =>
  outcome === 'REJECTED' &&
  !!faults?.length &&
  (faults as { inputPath: string; code: string }[]).every(
    ({ inputPath, code }) => code === 'REFERENCE_NOT_FOUND' && columns.includes(inputPath),
  );

/** Whether a row was taken without a reference of these columns: only those have a value. */
const lacks = (faults: JobRowInput['faults'], columns: readonly string[]): boolean =>
  !!faults &&
  (faults as { inputPath: string; value?: string }[]).some(({ inputPath, value }) => value !== undefined && columns.includes(inputPath));

/** The rows of which that is so, by place, of those whose report is saved. */
async function readIncomplete(
  job: ImportRun,
  rows: readonly PlacedRow[],
  columns: readonly string[],
): Promise<ReadonlyMap<number, JobRowInput>> {
  const found = await inReport(job, (db) =>
    reportOf(db, job, rows)
      .select(['r.place', 'r.outcome', 'r.record_id as recordId'])
      .where('r.outcome', '!=', 'REJECTED')
      .where('r.record_id', 'is not', null)
      .where(
        sql<boolean>`EXISTS (SELECT FROM jsonb_to_recordset(r.faults) AS f ("inputPath" text, value text) WHERE f.value IS NOT NULL AND f."inputPath" = ANY (${columns}::text[]))`,
      )
      .execute(),
  );
  return new Map(found.map((one) => [one.place, one]));
}

/** Which rows wait, of those whose report is saved. */
async function readWaiting(job: ImportRun, rows: readonly PlacedRow[], columns: readonly string[]): Promise<ReadonlySet<number>> {
  const found = await inReport(job, (db) =>
    reportOf(db, job, rows)
      .select('r.place')
      .where('r.outcome', '=', 'REJECTED')
      .where(sql<number>`jsonb_array_length(r.faults)`, '>', 0)
      .where(
        sql<boolean>`NOT EXISTS (SELECT FROM jsonb_to_recordset(r.faults) AS f ("inputPath" text, code text) WHERE f.code <> 'REFERENCE_NOT_FOUND' OR NOT f."inputPath" = ANY (${columns}::text[]))`,
      )
      .execute(),
  );
  return new Set(found.map(({ place }) => place));
}

/** Reads the report of the job in a transaction of its own. */
async function inReport<T>(job: ImportRun, read: (db: Db) => Promise<T>): Promise<T> {
  const { services, viewer } = await job.reading();
  return services.transactions.run({ org: job.org, actor: viewer!.userId, cause: job.id }, (transaction) =>
    read(transactionDb(transaction)),
  );
}

/** What the report says of rows, by their places. */
const reportOf = (db: Db, job: ImportRun, rows: readonly PlacedRow[]) =>
  db
    .selectFrom('job_row as r')
    .where('r.job_id', '=', rowIdOf({ prefix: 'job' }, job.id)!)
    .where('r.deleted_at', 'is', null)
    .where('r.place', '>=', rows[0]!.place)
    .where('r.place', '<=', rows.at(-1)!.place);
