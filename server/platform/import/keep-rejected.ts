import type { Context, StoredContent } from '../../core/context.js';
import { newRowId, rowIdOf, wireId } from '../../core/ids.js';
import { fileIds } from '../files/files.js';
import type { Table, TableRow } from '../transfer/table.js';
import { writeRejected, type RejectedRow } from '../transfer/write-rejected.js';
import type { ImportRun } from './import-job.js';
import { clearCells } from './clear-cells.js';
import type { SurveyedFile } from './survey.js';
import { inSteps, openFile, STEP_ROWS } from './passes.js';
import type { FileReport } from './survey-files.js';

/** Rejected rows stay as long as this to be fetched. */
const REJECTED_MINUTES = 7 * 24 * 60;

/**
 * Keeps the rejected rows of each file, as they stood there or clearer, with the reasons behind them: to be mended and imported again.
 * The job names the first of these files; its result names all, and counts what was left out of rows that were taken.
 */
export async function keepRejected(job: ImportRun, files: readonly SurveyedFile[], reports: readonly FileReport[]): Promise<void> {
  const { services, viewer } = await job.reading();
  const leftOut = await readLeftOut(job, { services, viewer });
  const alike = await countAlike(job, { services, viewer });
  const total = await readRejected(job, { services, viewer }, 0, Number.MAX_SAFE_INTEGER, 1);
  const kept: { fileName: string; fileId: string; content: StoredContent }[] = [];
  let before = 0;
  for (const file of total.length === 0 ? [] : files) {
    const context = await job.reading();
    const table = await openFile(context, file, job.signal);
    const clear = clearCells(context.model.registry.module(file.module), file);
    const rejected = rejectedRows(job, { services, viewer }, table, before, clear);
    const first = await rejected.rows.next();
    if (!first.done) {
      const batches = startingWith(first.value, rejected.rows);
      kept.push({
        fileName: `${file.fileName.replace(/\.\w+$/, '').replace(/(?:-rejected)+$/, '')}-rejected.csv`,
        fileId: newRowId(),
        content: await services.files.write(writeRejected(table.columns, batches, { language: viewer!.language })),
      });
    }
    before += rejected.count();
  }
  if (kept.length === 0 && leftOut.length === 0 && alike === 0) return;
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
    return {
      ...(rejected[0] && { fileId: rejected[0].fileId }),
      result: {
        isTrial: job.parameters.isTrial,
        files: reports,
        ...(rejected.length > 0 && { rejected }),
        ...(leftOut.length > 0 && { leftOut }),
        ...(alike > 0 && { alike }),
      },
    };
  });
}

/** What was left out of rows that were taken: of which column, how often, and the values that name nothing, the most frequent first. */
interface LeftOut {
  readonly column: string;
  readonly count: number;
  readonly values?: readonly { readonly value: string; readonly count: number }[];
}

/** So many values of a column are told. */
const MAX_VALUES = 50;

async function readLeftOut({ id, org }: ImportRun, { services, viewer }: Reader): Promise<LeftOut[]> {
  const rows = await services.transactions.run({ org, actor: viewer!.userId, cause: id }, (transaction) =>
    transaction.run(
      `SELECT v.column_name, sum(v.count) OVER (PARTITION BY v.column_name)::text, v.value, v.count::text
         FROM (SELECT f."inputPath" AS column_name, f.value, count(*) AS count, row_number() OVER (PARTITION BY f."inputPath" ORDER BY count(*) DESC, f.value) AS place
                 FROM job_row r CROSS JOIN LATERAL jsonb_to_recordset(r.faults) AS f ("inputPath" text, value text, code text)
                WHERE r.org = $1::uuid AND r.job_id = $2::uuid AND r.deleted_at IS NULL AND r.outcome <> 'REJECTED' AND f.code = 'LEFT_OUT'
                GROUP BY 1, 2) v
        ORDER BY v.column_name, v.count DESC, v.value`,
      [org, rowIdOf({ prefix: 'job' }, id)!],
    ),
  );
  const columns = Map.groupBy(rows, ([column]) => column!);
  return [...columns].map(([column, own]) => {
    const values = own
      .flatMap(([, , value, count]) => (value === null ? [] : [{ value: value!, count: Number(count) }]))
      .slice(0, MAX_VALUES);
    return { column, count: Number(own[0]![1]), ...(values.length > 0 && { values }) };
  });
}

/** How many records were made although one of their name was there before. */
async function countAlike({ id, org }: ImportRun, { services, viewer }: Reader): Promise<number> {
  const [[count]] = (await services.transactions.run({ org, actor: viewer!.userId, cause: id }, (transaction) =>
    transaction.run(
      `SELECT count(*)::text FROM job_row r WHERE r.org = $1::uuid AND r.job_id = $2::uuid AND r.deleted_at IS NULL AND r.outcome = 'CREATED' AND r.faults @> '[{"code": "ALIKE"}]'`,
      [org, rowIdOf({ prefix: 'job' }, id)!],
    ),
  )) as [[string]];
  return Number(count);
}

type Reader = Pick<Context, 'services' | 'viewer'>;

/** The rejected rows of one file, and how many rows it has once they have been read. */
function rejectedRows(job: ImportRun, reader: Reader, table: Table, before: number, clear: (row: TableRow) => string[]) {
  let place = before;
  async function* read(): AsyncGenerator<RejectedRow[], void, undefined> {
    for await (const rows of inSteps(table.rows())) {
      const found = new Map(await readRejected(job, reader, place, place + rows.length));
      const rejected = rows.flatMap((row, index) => {
        const message = found.get(place + index + 1);
        return message === undefined ? [] : [{ cells: clear(row), reasons: [message] }];
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
      `SELECT r.place::text, r.error_message FROM job_row r WHERE r.org = $1::uuid AND r.job_id = $2::uuid AND r.deleted_at IS NULL AND r.outcome = 'REJECTED' AND r.place > $3::bigint AND r.place <= $4::bigint LIMIT $5::int`,
      [org, rowIdOf({ prefix: 'job' }, id)!, String(from), String(to), String(limit)],
    ),
  );
  return rows.map(([place, message]) => [Number(place), message ?? '']);
}
