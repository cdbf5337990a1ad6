import type { ImportRun } from './import-job.js';
import type { ImportFile } from './import-file.js';
import { openFile } from './passes.js';
import { needsSurvey, survey, type ColumnReading } from './survey.js';

/** How a file was read, for the job's result. */
export interface FileReport {
  readonly fileName: string;
  readonly encoding: string | null;
  readonly sheet: string | null;
  readonly otherSheets: readonly string[];
  readonly columns: readonly ColumnReading[];
}

/**
 * Reads the files once before anything is written, so that the last row has its say in how the first is read; the job's
 * result tells what was decided. A run that takes over finds the same.
 */
export async function surveyFiles(job: ImportRun): Promise<{ files: readonly ImportFile[]; reports: readonly FileReport[] }> {
  const files: ImportFile[] = [];
  const reports: FileReport[] = [];
  for (const asked of job.parameters.files) {
    const context = await job.reading();
    const { registry } = context.model;
    const table = await openFile(context, asked, job.signal);
    const isOpen = needsSurvey(registry, asked);
    const { file, readings } = isOpen
      ? await survey(registry, asked, untilAborted(table.rows(), job.signal))
      : { file: asked, readings: [] };
    files.push(file);
    const { encoding, sheet, otherSheets } = table;
    reports.push({ fileName: file.fileName, encoding, sheet, otherSheets, columns: readings });
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
