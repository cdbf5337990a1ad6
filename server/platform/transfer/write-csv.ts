import { stringify } from 'csv-stringify/sync';
import type { CellKind, OutColumn, OutRow } from './cell-kind.js';
import { guarded } from './formula-guard.js';

export interface CsvOutput {
  readonly delimiter?: string;
  /** The mark that spreadsheets know UTF-8 by. */
  readonly hasMark?: boolean;
  /** False: texts are written as they are, for programs that take no formulas. */
  readonly isGuarded?: boolean;
}

/**
 * A table as CSV (RFC 4180, UTF-8), made as fast as it is taken. Texts that a spreadsheet would run get a `'` before them;
 * reading with `isGuarded` takes it off, so that what is written is what is read, whatever it is. Telephone numbers and
 * negative amounts stay as they are.
 */
export async function* writeCsv(
  columns: readonly OutColumn[],
  batches: AsyncIterable<readonly OutRow[]>,
  { delimiter = ',', hasMark = false, isGuarded = true }: CsvOutput = {},
): AsyncGenerator<Buffer, void, undefined> {
  const cell = (text: string | null, kind: CellKind): string => {
    if (!text) return '';
    return isGuarded && !isHarmless(text, kind) ? guarded(text) : text;
  };
  const written = (rows: readonly OutRow[], kindOf: (index: number) => CellKind): string =>
    stringify(
      rows.map((row) => columns.map((_, index) => cell(row[index] ?? null, kindOf(index)))),
      { delimiter, record_delimiter: '\r\n', quoted_match: [QUOTED], quoted_empty: columns.length === 1 },
    );
  const titles = written([columns.map(({ name }) => name)], () => 'text');
  yield Buffer.from(`${hasMark ? '\uFEFF' : ''}${titles}`);
  for await (const rows of batches) {
    if (rows.length > 0) yield Buffer.from(written(rows, (index) => columns[index]!.kind));
  }
}

/** Ends of lines of any kind, and what would be taken for a mark of the file; a row of one empty cell is quoted too. */
const QUOTED = /[\r\n]|^\uFEFF|^sep=/;

const NUMBER = /^-?\d+(?:\.\d+)?$/;
/** Arithmetic at most, which a telephone number is to a spreadsheet. */
const PHONE = /^\+[\d\s()./,;#*-]*(?:(?:ext|x|tst)\.?\s?\d*)?$/i;

/** Nothing that a spreadsheet could run, whatever it begins with. Of what other columns hold, nothing begins like a formula. */
function isHarmless(text: string, kind: CellKind): boolean {
  if (kind === 'number') return NUMBER.test(text);
  return kind === 'phone' && PHONE.test(text);
}
