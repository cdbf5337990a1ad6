import { defineError } from '../../core/errors.js';
import type { Table } from '../transfer/table.js';
import type { ImportRun } from './import-job.js';
import { openFile } from './passes.js';
import { surveyTable, type ColumnReading, type Repeated, type SurveyedFile } from './survey.js';

/** Values of a file can be read in several ways, and the import was told to stop then. */
export const FileAmbiguous = defineError<{ fileName: string; columns: readonly string[] }>('FILE_AMBIGUOUS', {
  status: 422,
  description:
    'Dates or numbers of the file can be read in several ways, nothing in it tells in which, and the import was to stop then. `columns` says where.',
});

/** How a file was read, for the job's result. */
export interface FileReport {
  readonly fileName: string;
  readonly encoding: string | null;
  readonly sheet: string | null;
  readonly otherSheets: readonly string[];
  readonly columns: readonly ColumnReading[];
  /** Columns that go nowhere, and why: null where the caller left them out. */
  readonly ignored: readonly { readonly column: string; readonly reason: string | null }[];
  /** Rows that share a key, counted before anything is written. */
  readonly repeated: readonly Repeated[];
}

/**
 * Reads the files once before anything is written, so that the last row has its say in how the first is read; the job's
 * result tells what was decided. A run that takes over finds the same.
 */
export async function surveyFiles(job: ImportRun): Promise<{ files: readonly SurveyedFile[]; reports: readonly FileReport[] }> {
  const files: SurveyedFile[] = [];
  const reports: FileReport[] = [];
  for (const asked of job.parameters.files) {
    const context = await job.reading();
    let table!: Table;
    const { file, readings, repeated } = await surveyTable(context, asked, async (as) => {
      table = await openFile(context, as, job.signal);
      return { rows: () => untilAborted(table.rows(), job.signal) };
    });
    files.push(file);
    const { encoding, sheet, otherSheets } = table;
    const ignored = file.columns.flatMap(({ column, target, reason }) => (target ? [] : [{ column, reason }]));
    reports.push({ fileName: file.fileName, encoding, sheet, otherSheets, columns: readings, ignored, repeated });
  }
  await job.step(() => Promise.resolve({ result: { isTrial: job.parameters.isTrial, files: reports } }));
  for (const [at, { columns, fileName }] of reports.entries()) {
    const unclear = columns.filter(({ decidedBy, either }) => decidedBy === 'SETTINGS' && either > 0).map(({ column }) => column);
    if (files[at]!.stopsIfAmbiguous && unclear.length > 0) throw FileAmbiguous({ fileName, columns: unclear });
  }
  return { files, reports };
}

async function* untilAborted<T>(batches: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T, void, undefined> {
  for await (const batch of batches) {
    signal.throwIfAborted();
    yield batch;
  }
}
