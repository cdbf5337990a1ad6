import { say, textOf, type Message } from '../../core/messages.js';
import type { OutColumn, OutRow } from './cell-kind.js';
import { isReasonColumn } from './own-files.js';
import { writeCsv, type CsvOutput } from './write-csv.js';

/** A row that was not taken, and why. */
export interface RejectedRow {
  readonly cells: readonly string[];
  readonly reasons: readonly Message[];
}

/**
 * The rows that were not taken, as they stood in the file, with the reasons behind them: to be put right and given again.
 * Every cell is guarded, since nothing is known of what it holds; the column of reasons is what such a file is known by when
 * it is given again, and takes the place of an earlier one. What a row has more than the columns is told in the reason.
 */
export function writeRejected(
  columns: readonly string[],
  batches: AsyncIterable<readonly RejectedRow[]>,
  { language, ...output }: CsvOutput & { readonly language: string },
): AsyncGenerator<Buffer, void, undefined> {
  const kept = columns.flatMap((name, index) => (isReasonColumn(name) ? [] : [index]));
  const names = [...kept.map((index) => columns[index]!), textOf(say('texts.file.reason'), language)];
  const rows = rowsOf(batches, columns.length, kept, language);
  return writeCsv(
    names.map((name): OutColumn => ({ name, kind: 'text' })),
    rows,
    output,
  );
}

async function* rowsOf(
  batches: AsyncIterable<readonly RejectedRow[]>,
  columns: number,
  kept: readonly number[],
  language: string,
): AsyncGenerator<readonly OutRow[], void, undefined> {
  for await (const rows of batches) {
    yield rows.map(({ cells, reasons }) => {
      const said = reasons.map((reason) => textOf(reason, language));
      const extra = cells.slice(columns);
      if (extra.length > 0) said.push(extra.join(' | '));
      return [...kept.map((index) => cells[index] ?? ''), said.join(' ')];
    });
  }
}
