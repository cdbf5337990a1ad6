import { sql } from 'kysely';
import { transactionDb, type Db } from '../../core/typed-sql.js';
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

async function readLeftOut(job: ImportRun, reader: Reader): Promise<LeftOut[]> {
  const named = (db: Db) =>
    reportOf(db, job)
      .innerJoinLateral(
        sql<{ inputPath: string; value: string | null; code: string }>`jsonb_to_recordset(r.faults)`.as<'f'>(
          sql`f ("inputPath" text, value text, code text)`,
        ),
        (join) => join.onTrue(),
      )
      .select((eb) => ['f.inputPath as column', 'f.value', eb.fn.countAll<string>().as('count')])
      .where('r.outcome', '!=', 'REJECTED')
      .where('f.code', '=', 'LEFT_OUT')
      .groupBy(['f.inputPath', 'f.value']);
  const rows = await inReport(job, reader, (db) =>
    db
      .selectFrom(named(db).as('v'))
      .select(['v.column', 'v.value', 'v.count', sql<string>`sum(v.count) OVER (PARTITION BY v.column)`.as('total')])
      .orderBy('v.column')
      .orderBy('v.count', 'desc')
      .orderBy('v.value')
      .execute(),
  );
  return [...Map.groupBy(rows, ({ column }) => column)].map(([column, own]) => {
    const values = own.flatMap(({ value, count }) => (value === null ? [] : [{ value, count: Number(count) }])).slice(0, MAX_VALUES);
    return { column, count: Number(own[0]!.total), ...(values.length > 0 && { values }) };
  });
}

/** How many records were made although one of their name was there before. */
async function countAlike(job: ImportRun, reader: Reader): Promise<number> {
  const { count } = await inReport(job, reader, (db) =>
    reportOf(db, job)
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('r.outcome', '=', 'CREATED')
      .where(sql<boolean>`r.faults @> '[{"code": "ALIKE"}]'`)
      .executeTakeFirstOrThrow(),
  );
  return Number(count);
}

/** Reads the report of a job in a transaction of its own. */
const inReport = <T>({ id, org }: ImportRun, { services, viewer }: Reader, read: (db: Db) => Promise<T>): Promise<T> =>
  services.transactions.run({ org, actor: viewer!.userId, cause: id }, (transaction) => read(transactionDb(transaction)));

const reportOf = (db: Db, { id }: ImportRun) =>
  db
    .selectFrom('job_row as r')
    .where('r.job_id', '=', rowIdOf({ prefix: 'job' }, id)!)
    .where('r.deleted_at', 'is', null);

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
  job: ImportRun,
  reader: Reader,
  from: number,
  to: number,
  limit = STEP_ROWS,
): Promise<[place: number, message: string][]> {
  const rows = await inReport(job, reader, (db) =>
    reportOf(db, job)
      .select(['r.place', 'r.error_message as message'])
      .where('r.outcome', '=', 'REJECTED')
      .where('r.place', '>', sql<number>`${from}::bigint`)
      .where('r.place', '<=', sql<number>`${to}::bigint`)
      .limit(limit)
      .execute(),
  );
  return rows.map(({ place, message }) => [place, message ?? '']);
}
