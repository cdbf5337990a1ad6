import { setTimeout as delay } from 'node:timers/promises';
import type { Context, StoredContent, WriteContext } from '../../core/context.js';
import { newRowId, rowIdOf, wireId } from '../../core/ids.js';
import { fileIds } from '../files/files.js';
import { defineJob, type JobCounts, type JobRowInput, type RunningJob } from '../jobs/kinds.js';
import type { Table, TableRow } from '../transfer/table.js';
import { writeRejected, type RejectedRow } from '../transfer/write-rejected.js';
import { convertRows } from './convert-rows.js';
import { openStored, type ImportFile } from './import-file.js';
import { undoImport } from './undo-import.js';
import { unwritable, writeRows } from './write-rows.js';

export interface ImportParameters {
  readonly files: readonly ImportFile[];
  /** Everything is done and undone: the report is all that stays. */
  readonly isTrial: boolean;
}

/** Where an import goes on: behind so many rows of a file. */
interface Cursor {
  readonly file: number;
  readonly row: number;
  /** Of the rows of all files before this one. */
  readonly before: number;
}

/** So many rows are written in one transaction. */
const STEP_ROWS = 1000;
/** So much of a step's time an import rests after it: whoever reads meanwhile has the processor. */
const REST = 0.35;
/** Rejected rows stay as long as this to be fetched. */
const REJECTED_MINUTES = 7 * 24 * 60;

/** Reads files into records. Each step writes some rows and says so, or neither: a kill in between loses and doubles nothing. */
export const importJob = defineJob<ImportParameters, Cursor>({
  kind: 'IMPORT',
  async run(job) {
    const { files, isTrial } = job.parameters;
    // A trial is one step: done once, it is not done again by who takes over.
    if (!isTrial) await write(job, files);
    else if (!job.cursor) await tryOut(job, files);
    await keepRejected(job, files);
  },
  undo: undoImport,
});

type ImportRun = RunningJob<ImportParameters, Cursor>;

async function write(job: ImportRun, files: readonly ImportFile[]): Promise<void> {
  const from = job.cursor ?? { file: 0, row: 0, before: 0 };
  let { before } = from;
  for (let at = from.file; at < files.length; at++) {
    const table = await open(job, files[at]!);
    let row = at === from.file ? from.row : 0;
    for await (const rows of inSteps(table.rows(row))) {
      const [first, offset] = [row, before];
      row += rows.length;
      const began = performance.now();
      await job.step(async (context) => {
        const results = await writeStep(context, files[at]!, placed(rows, offset + first));
        return { cursor: { file: at, row, before: offset }, counts: countsOf(results), rows: results };
      });
      await delay((performance.now() - began) * REST, undefined, { signal: job.signal });
    }
    before += row;
    // A row of the next file may name one of this.
    const [next, done] = [at + 1, before];
    if (next < files.length) await job.step(() => Promise.resolve({ cursor: { file: next, row: 0, before: done } }));
  }
}

/**
 * The same in one transaction that is undone but for its report: what a row finds is what the rows before it have left, as in
 * the real run.
 */
async function tryOut(job: ImportRun, files: readonly ImportFile[]): Promise<void> {
  await job.step(async (context) => {
    await context.transaction.run('SAVEPOINT trial', []);
    const results: JobRowInput[] = [];
    for (const file of files) {
      const table = await open(job, file);
      for await (const rows of inSteps(table.rows())) {
        job.signal.throwIfAborted();
        const offset = results.length;
        results.push(...(await writeStep(context, file, placed(rows, offset))));
      }
    }
    await context.transaction.run('ROLLBACK TO SAVEPOINT trial', []);
    // The records of the report do not exist.
    const rows = results.map((one) => (one.outcome === 'CREATED' ? { ...one, recordId: null } : one));
    return { cursor: { file: files.length, row: 0, before: results.length }, counts: countsOf(results), rows, result: { isTrial: true } };
  });
}

async function open(job: ImportRun, file: ImportFile): Promise<Table> {
  const context: Context = await job.reading();
  return openStored(context, rowIdOf(fileIds, file.fileId)!, file.fileName, file.reading);
}

const placed = (rows: readonly TableRow[], before: number) => rows.map((row, index) => ({ place: before + index + 1, row }));

async function* inSteps(batches: AsyncIterable<readonly TableRow[]>): AsyncGenerator<TableRow[], void, undefined> {
  let pending: TableRow[] = [];
  for await (const batch of batches) {
    pending.push(...batch);
    while (pending.length >= STEP_ROWS) {
      yield pending.slice(0, STEP_ROWS);
      pending = pending.slice(STEP_ROWS);
    }
  }
  if (pending.length > 0) yield pending;
}

type PlacedRow = ReturnType<typeof placed>[number];

/** Writes rows together; where the database refuses them for a reason of its own, in halves, until it is known which row it is. */
async function writeStep(context: WriteContext, file: ImportFile, rows: readonly PlacedRow[]): Promise<JobRowInput[]> {
  const { transaction } = context;
  await transaction.run('SAVEPOINT step', []);
  try {
    const results = await writeRows(context, file, await convertRows(context, file, rows));
    await transaction.run('RELEASE SAVEPOINT step', []);
    return results;
  } catch (error) {
    if (isForAll(error)) throw error;
    await transaction.run('ROLLBACK TO SAVEPOINT step', []);
    if (rows.length === 1) return [unwritable(context, rows[0]!.place, error)];
    const half = Math.ceil(rows.length / 2);
    return [...(await writeStep(context, file, rows.slice(0, half))), ...(await writeStep(context, file, rows.slice(half)))];
  }
}

/** Failures that have nothing to do with a row: lost races, which are run again, and a database that is away. */
const isForAll = (error: unknown): boolean =>
  /^(40001|40P01|55P03|23505|57014|08...|57P0.)$/.test(String((error as { code?: unknown }).code));

function countsOf(rows: readonly JobRowInput[]): JobCounts {
  const count = (outcome: JobRowInput['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return {
    processed: rows.length,
    created: count('CREATED'),
    updated: count('UPDATED'),
    unchanged: count('UNCHANGED'),
    failed: count('REJECTED'),
  };
}

/**
 * Keeps the rejected rows of each file, as they stood there, with the reasons behind them: to be mended and imported again.
 * The job names the first of these files; its result names all.
 */
async function keepRejected(job: ImportRun, files: readonly ImportFile[]): Promise<void> {
  const { services, viewer } = await job.reading();
  const total = await readRejected(job, { services, viewer }, 0, Number.MAX_SAFE_INTEGER, 1);
  if (total.length === 0) return;
  const kept: { fileName: string; fileId: string; content: StoredContent }[] = [];
  let before = 0;
  for (const file of files) {
    const table = await open(job, file);
    const rejected = rejectedRows(job, { services, viewer }, table, before);
    const first = await rejected.rows.next();
    if (!first.done) {
      const batches = startingWith(first.value, rejected.rows);
      kept.push({
        fileName: `${file.fileName.replace(/\.\w+$/, '')}-rejected.csv`,
        fileId: newRowId(),
        content: await services.files.write(writeRejected(table.columns, batches, { language: viewer!.language })),
      });
    }
    before += rejected.count();
  }
  await job.step(async ({ transaction }) => {
    for (const { fileName, fileId: id, content } of kept)
      await services.files.keep(transaction, content, {
        id,
        org: job.org,
        userId: job.userId,
        fileName,
        contentType: 'text/csv',
        lifetimeMinutes: REJECTED_MINUTES,
      });
    const rejected = kept.map(({ fileName, fileId }) => ({ fileName, fileId: wireId(fileIds, fileId) }));
    return { fileId: rejected[0]!.fileId, result: { isTrial: job.parameters.isTrial, rejected } };
  });
}

type Reader = Pick<Context, 'services' | 'viewer'>;

/** The rejected rows of one file, and how many rows it has once they have been read. */
function rejectedRows(job: ImportRun, reader: Reader, table: Table, before: number) {
  let place = before;
  async function* read(): AsyncGenerator<RejectedRow[], void, undefined> {
    for await (const rows of inSteps(table.rows())) {
      const found = new Map(await readRejected(job, reader, place, place + rows.length));
      const rejected = rows.flatMap(({ cells }, index) => {
        const message = found.get(place + index + 1);
        return message === undefined ? [] : [{ cells, reasons: [message] }];
      });
      place += rows.length;
      if (rejected.length > 0) yield rejected;
    }
  }
  return { rows: read(), count: () => place - before };
}

async function* startingWith<T>(first: T, others: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  yield first;
  yield* others;
}

/** The places of rejected rows and what was said of them: behind one place, up to another. */
async function readRejected(
  { id, org }: ImportRun,
  { services, viewer }: Reader,
  from: number,
  to: number,
  limit = STEP_ROWS,
): Promise<[place: number, message: string][]> {
  const rows = await services.transactions.run({ org, actor: viewer!.userId, cause: id }, (transaction) =>
    transaction.run(
      `SELECT r.place::text, r.error_message FROM job_row r WHERE r.org = $1::uuid AND r.job_id = $2::uuid AND r.outcome = 'REJECTED' AND r.place > $3::bigint AND r.place <= $4::bigint LIMIT $5::int`,
      [org, rowIdOf({ prefix: 'job' }, id)!, String(from), String(to), String(limit)],
    ),
  );
  return rows.map(([place, message]) => [Number(place), message ?? '']);
}
