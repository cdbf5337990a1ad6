import type { Context } from '../../core/context.js';
import { rowIdOf } from '../../core/ids.js';
import { fileIds } from '../files/files.js';
import type { Table, TableRow } from '../transfer/table.js';
import { openStored, type ImportFile } from './import-file.js';

/** Where an import goes on: behind so many rows of a file. */
export interface Cursor {
  /** How often it has gone through all files; from the second time on only rows that wait for others are tried. */
  readonly pass: number;
  /** Nothing more is waited for. */
  readonly isLast: boolean;
  readonly file: number;
  readonly row: number;
  /** Rows that had waited and were taken in this pass. */
  readonly taken: number;
  /** How many rows the files have that were read to their end. */
  readonly lengths: readonly number[];
}

/** A row and its place among the rows of all files, counted from 1. */
export interface PlacedRow {
  readonly place: number;
  readonly row: TableRow;
}

/** Rows that are written together. */
export interface Portion {
  readonly file: ImportFile;
  readonly rows: readonly PlacedRow[];
  /** Columns that may name what comes later: their references are waited for, even where they may be missing. */
  readonly awaiting: readonly string[];
  /** The rows have been tried before. */
  readonly isRetry: boolean;
}

/** What is done on the way. */
export interface Walk {
  open(file: ImportFile): Promise<Table>;
  /** Which of the rows were rejected for references of these columns, and for nothing else. */
  waiting(rows: readonly PlacedRow[], columns: readonly string[]): Promise<ReadonlySet<number>>;
  /**
   * Takes a portion.
   *
   * @param behind where the walk goes on when so many of its rows were taken
   * @returns how many were taken
   */
  take(portion: Portion, behind: (taken: number) => Cursor): Promise<number>;
}

/** So many rows are written in one transaction. */
export const STEP_ROWS = 1000;
const START: Cursor = { pass: 0, isLast: false, file: 0, row: 0, taken: 0, lengths: [] };

/**
 * Goes through the files of an import. Rows may name records that later rows make: they are rejected until those are there,
 * and tried again as long as that takes some of them. Where references may be missing, the rest is taken without them.
 */
export async function goThrough(files: readonly ImportFile[], from: Cursor | null, walk: Walk): Promise<void> {
  const awaiting = files.map((file) => awaitingColumns(files, file));
  for (let at: Cursor | null = from ?? START; at; at = nextPass(files, awaiting, at))
    while (at.file < files.length) at = await throughFile(files[at.file]!, awaiting[at.file]!, at, walk);
}

async function throughFile(file: ImportFile, awaiting: readonly string[], from: Cursor, walk: Walk): Promise<Cursor> {
  const isRetry = from.pass > 0;
  let at = from;
  if (!isRetry || awaiting.length > 0) {
    const before = at.lengths.slice(0, at.file).reduce((sum, length) => sum + length, 0);
    const table = await walk.open(file);
    for await (const rows of inSteps(table.rows(at.row))) {
      const start = at;
      const all = rows.map((row, index): PlacedRow => ({ place: before + start.row + index + 1, row }));
      const waiting = isRetry ? await walk.waiting(all, awaiting) : null;
      const some = waiting ? all.filter(({ place }) => waiting.has(place)) : all;
      const behind = (taken: number): Cursor => ({ ...start, row: start.row + rows.length, taken: start.taken + (isRetry ? taken : 0) });
      at = behind(some.length === 0 ? 0 : await walk.take({ file, rows: some, awaiting: at.isLast ? [] : awaiting, isRetry }, behind));
    }
  }
  return { ...at, file: at.file + 1, row: 0, lengths: isRetry ? at.lengths : [...at.lengths, at.row] };
}

function nextPass(files: readonly ImportFile[], awaiting: readonly (readonly string[])[], done: Cursor): Cursor | null {
  const next = { ...START, pass: done.pass + 1, lengths: done.lengths };
  if (done.isLast || awaiting.every((columns) => columns.length === 0)) return null;
  if (done.pass === 0 || done.taken > 0) return next;
  return files.some(({ skipsMissingReferences }) => skipsMissingReferences) ? { ...next, isLast: true } : null;
}

/** The columns of a file that name records of modules that are imported with it. */
const awaitingColumns = (files: readonly ImportFile[], { columns }: ImportFile): string[] =>
  columns.filter(({ refersTo }) => files.some(({ module }) => module === refersTo)).map(({ column }) => column);

/** Opens a file in a job, which waits for a thread as long as it takes. */
export const openFile = (context: Context, file: ImportFile, signal: AbortSignal): Promise<Table> =>
  openStored(context, rowIdOf(fileIds, file.fileId)!, file.fileName, file.reading, { isPatient: true, signal });

export async function* inSteps(batches: AsyncIterable<readonly TableRow[]>): AsyncGenerator<TableRow[], void, undefined> {
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
