import type { Context } from '../../core/context.js';
import { keepAlive } from '../../core/database/keep-alive.js';
import { openCursor, type CompiledRow } from '../../core/database/cursor.js';
import { newRowId } from '../../core/ids.js';
import { planWholeList, type WholeList } from '../../core/read/whole-list.js';
import { defineJob, type RunningJob } from '../jobs/kinds.js';
import { cellKind, type OutColumn, type OutRow } from '../transfer/cell-kind.js';
import { writeCsv } from '../transfer/write-csv.js';
import { writeNdjson } from '../transfer/write-ndjson.js';
import { writeSheet } from '../transfer/write-sheet.js';

export interface ExportParameters {
  /** A query of one list, as text. */
  readonly document: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly format: 'CSV' | 'NDJSON' | 'XLSX';
  readonly fileName: string;
  readonly isGuarded: boolean;
}

/** So many rows are held at a time. */
const FETCHED = 1000;
/** A file can be fetched for a day. */
const LIFETIME_MINUTES = 24 * 60;

const contentTypes = {
  CSV: 'text/csv',
  NDJSON: 'application/x-ndjson',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Writes a list to a file, from one snapshot. A run that was interrupted begins again: half a file is none. */
export const exportJob = defineJob<ExportParameters, null>({
  kind: 'EXPORT',
  async run(job) {
    const context = await job.reading();
    const { services } = context;
    const { format, fileName } = job.parameters;
    const list = planWholeList(
      context,
      context.parseDocument(job.parameters.document),
      job.parameters.operationName,
      job.parameters.variables,
    );
    const count = { rows: 0 };
    const scope = { org: job.org, actor: job.userId, cause: job.id };
    const content = await services.transactions.run(scope, async (transaction) => {
      const batches = read(job, await openCursor(transaction, list, FETCHED), count);
      return keepAlive(transaction, () => services.files.write(contentOf(context, list, job, batches)));
    });
    const id = newRowId();
    await job.step(async ({ transaction }) => {
      const file = { id, org: job.org, userId: job.userId, fileName, contentType: contentTypes[format], lifetimeMinutes: LIFETIME_MINUTES };
      await services.files.keep(transaction, content, file);
      return { fileId: `file_${id}`, total: count.rows, counts: { processed: count.rows } };
    });
  },
});

async function* read(
  job: RunningJob<ExportParameters, null>,
  fetch: () => Promise<CompiledRow[]>,
  count: { rows: number },
): AsyncGenerator<CompiledRow[], void, undefined> {
  const ask = (): Promise<CompiledRow[]> => {
    const asked = fetch();
    // Noticed when it is waited for, if it is.
    asked.catch(() => undefined);
    return asked;
  };
  for (let asked = ask(); ;) {
    job.signal.throwIfAborted();
    const rows = await asked;
    if (rows.length === 0) return;
    count.rows += rows.length;
    // PostgreSQL reads on while these are written.
    asked = ask();
    yield rows;
    // Also the moment to notice that the job is to stop.
    if (count.rows % (50 * FETCHED) === 0) await job.step(() => Promise.resolve({ result: { rows: count.rows } }));
  }
}

async function* contentOf(
  { viewer }: Context,
  list: WholeList,
  { org, parameters: { format, isGuarded }, signal }: RunningJob<ExportParameters, null>,
  batches: AsyncIterable<readonly CompiledRow[]>,
): AsyncGenerator<Buffer, void, undefined> {
  const columns: OutColumn[] = list.columns.map(({ name, kind }) => ({ name, kind: cellKind(kind) }));
  const rows = mapped(batches, (row): OutRow => list.valuesOf(row as (string | null)[]));
  if (format === 'CSV') yield* writeCsv(columns, rows, { isGuarded });
  else if (format === 'XLSX')
    yield await writeSheet(columns, rows, { timeZone: viewer!.calendar.timeZone, owner: org, isPatient: true, signal });
  else yield* writeNdjson(mapped(batches, (row) => list.objectOf(row as (string | null)[])));
}

async function* mapped<T>(
  batches: AsyncIterable<readonly CompiledRow[]>,
  map: (row: CompiledRow) => T,
): AsyncGenerator<T[], void, undefined> {
  for await (const rows of batches) yield rows.map(map);
}
