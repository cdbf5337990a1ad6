import type { ImportRun } from './import-job.js';
import { openFile } from './passes.js';
import { survey, type ColumnReading, type Repeated, type SurveyedFile } from './survey.js';

/** How a file was read, for the job's result. */
export interface FileReport {
  readonly fileName: string;
  readonly encoding: string | null;
  readonly sheet: string | null;
  readonly otherSheets: readonly string[];
  readonly columns: readonly ColumnReading[];
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
    const table = await openFile(context, asked, job.signal);
    const { file, readings, repeated } = await survey(context, asked, untilAborted(table.rows(), job.signal));
    files.push(file);
    const { encoding, sheet, otherSheets } = table;
    reports.push({ fileName: file.fileName, encoding, sheet, otherSheets, columns: readings, repeated });
  }
  await job.step(() => Promise.resolve({ result: { isTrial: job.parameters.isTrial, files: reports } }));
  return { files, reports };
}

async function* untilAborted<T>(batches: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T, void, undefined> {
  for await (const batch of batches) {
    signal.throwIfAborted();
    yield batch;
  }
}
