import type { Context } from '../../core/context.js';
import { rowIdOf } from '../../core/ids.js';
import { fileIds } from '../files/files.js';
import type { JobRowInput } from '../jobs/kinds.js';
import type { Table, TableRow } from '../transfer/table.js';
import { openStored, type ImportFile } from './import-file.js';
import type { SurveyedFile } from './survey.js';

/**
 * What a walk through all files is for: every row; those that wait for others, as often as that takes some of them; the rest
 * of those without what they wait for; and once more those, which may find it by now.
 */
export type Pass = 'FIRST' | 'AGAIN' | 'WITHOUT' | 'COMPLETE';

/** Where an import goes on: behind so many rows of a file. */
export interface Cursor {
  readonly pass: Pass;
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
  readonly file: SurveyedFile;
  readonly rows: readonly PlacedRow[];
  /** Columns that may name what comes later: their references are waited for, even where they may be missing. */
  readonly awaiting: readonly string[];
  readonly pass: Pass;
  /** What was told of rows that are to be completed, by place. */
  readonly told: ReadonlyMap<number, JobRowInput>;
}

/** What is done on the way. */
export interface Walk {
  open(file: ImportFile): Promise<Table>;
  /** Which of the rows were rejected for references of these columns, and for nothing else. */
  waiting(rows: readonly PlacedRow[], columns: readonly string[]): Promise<ReadonlySet<number>>;
  /** Which of the rows were taken without references of these columns, and what was told of them, by place. */
  incomplete(rows: readonly PlacedRow[], columns: readonly string[]): Promise<ReadonlyMap<number, JobRowInput>>;
  /**
   * Takes a portion.
   *
   * @param behind where the walk goes on when so many of its rows were taken
   * @returns how many were taken
   */
  take(portion: Portion, behind: (taken: number) => Cursor): Promise<number>;
}

/** Rows that are written in one transaction. Larger steps are somewhat faster (1,000: an eighth), and others wait longer for the main thread. */
export const STEP_ROWS = 250;
const START: Cursor = { pass: 'FIRST', file: 0, row: 0, taken: 0, lengths: [] };

/**
 * Goes through the files of an import. Rows may name records that later rows make: they are rejected until those are there,
 * and tried again as long as that takes some of them. Where references may be missing, the rest is taken without them; what
 * was made only then is put in where it was missing.
 */
export async function goThrough(files: readonly SurveyedFile[], from: Cursor | null, walk: Walk): Promise<void> {
  const awaiting = files.map((file) => awaitingColumns(files, file));
  for (let at: Cursor | null = from ?? START; at; at = nextPass(files, awaiting, at))
    while (at.file < files.length) at = await throughFile(files[at.file]!, awaiting[at.file]!, at, walk);
}

async function throughFile(file: SurveyedFile, awaiting: readonly string[], from: Cursor, walk: Walk): Promise<Cursor> {
  const { pass } = from;
  const isFirst = pass === 'FIRST';
  let at = from;
  if (isFirst || awaiting.length > 0) {
    const before = at.lengths.slice(0, at.file).reduce((sum, length) => sum + length, 0);
    const table = await walk.open(file);
    for await (const rows of inSteps(table.rows(at.row))) {
      const start = at;
      const all = rows.map((row, index): PlacedRow => ({ place: before + start.row + index + 1, row }));
      const told = pass === 'COMPLETE' ? await walk.incomplete(all, awaiting) : NOTHING_TOLD;
      const chosen = isFirst ? null : pass === 'COMPLETE' ? told : await walk.waiting(all, awaiting);
      const some = chosen ? all.filter(({ place }) => chosen.has(place)) : all;
      const behind = (taken: number): Cursor => ({ ...start, row: start.row + rows.length, taken: start.taken + (isFirst ? 0 : taken) });
      at = behind(some.length === 0 ? 0 : await walk.take({ file, rows: some, awaiting, pass, told }, behind));
    }
  }
  return { ...at, file: at.file + 1, row: 0, lengths: isFirst ? [...at.lengths, at.row] : at.lengths };
}

const NOTHING_TOLD: ReadonlyMap<number, JobRowInput> = new Map();

function nextPass(files: readonly ImportFile[], awaiting: readonly (readonly string[])[], { pass, taken, lengths }: Cursor): Cursor | null {
  const next = (to: Pass): Cursor => ({ ...START, pass: to, lengths });
  if (awaiting.every((columns) => columns.length === 0)) return null;
  if (pass === 'FIRST' || (pass === 'AGAIN' && taken > 0)) return next('AGAIN');
  if (pass === 'AGAIN' && files.some(({ skipsMissingReferences }) => skipsMissingReferences)) return next('WITHOUT');
  return pass === 'WITHOUT' && taken > 0 ? next('COMPLETE') : null;
}

/** The columns of a file that name records of modules that are imported with it. */
const awaitingColumns = (files: readonly ImportFile[], { columns }: ImportFile): string[] =>
  columns.filter(({ refersTo }) => files.some(({ module }) => refersTo.includes(module))).map(({ column }) => column);

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
