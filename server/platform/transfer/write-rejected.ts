import { say, textOf, type Message } from '../../core/messages.js';
import type { OutColumn, OutRow } from './cell-kind.js';
import { writeCsv, type CsvOutput } from './write-csv.js';

/** A row that was not taken, and why. */
export interface RejectedRow {
  readonly cells: readonly string[];
  readonly reasons: readonly Message[];
}

/**
 * The rows that were not taken, as they stood in the file, with the reasons behind them: to be put right and given again.
 * Every cell is guarded, since nothing is known of what it holds; give it again with `isGuarded`. What a row has more than
 * the columns is told in the reason.
 */
export function writeRejected(
  columns: readonly string[],
  batches: AsyncIterable<readonly RejectedRow[]>,
  { language, ...output }: CsvOutput & { readonly language: string },
): AsyncGenerator<Buffer, void, undefined> {
  return writeCsv(outColumns(columns, language), rowsOf(batches, columns.length, language), output);
}

function outColumns(columns: readonly string[], language: string): OutColumn[] {
  let reason = textOf(say('texts.file.reason'), language);
  // A file given again has this column already.
  while (columns.some((name) => name.toLowerCase() === reason.toLowerCase())) reason += '*';
  return [...columns, reason].map((name) => ({ name, kind: 'text' }));
}

async function* rowsOf(
  batches: AsyncIterable<readonly RejectedRow[]>,
  columns: number,
  language: string,
): AsyncGenerator<readonly OutRow[], void, undefined> {
  for await (const rows of batches) {
    yield rows.map(({ cells, reasons }) => {
      const said = reasons.map((reason) => textOf(reason, language));
      const extra = cells.slice(columns);
      if (extra.length > 0) said.push(extra.join(' | '));
      return [...Array.from({ length: columns }, (_, index) => cells[index] ?? ''), said.join(' ')];
    });
  }
}
