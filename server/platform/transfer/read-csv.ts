import { CsvError, parse, type Parser } from 'csv-parse';
import { fileFault } from './file-fault.js';
import type { Limits } from './limits.js';

/** One record of a text: its cells, and the line that it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: string[];
}

export interface CsvOptions {
  readonly delimiter: string;
  /** Null where quotes mean nothing. */
  readonly quote: string | null;
  readonly limits: Pick<Limits, 'cell' | 'row'>;
  /** The line that the text begins on. */
  readonly firstLine?: number;
}

/**
 * The records of a text, in batches of what one piece of it holds; a blank line is a record of one empty cell. A quote that
 * does not close, or closes in the middle of a cell, and a cell over the limit end it with an error that names the line.
 *
 * @param text UTF-8 without a byte order mark
 */
export async function* readCsv(
  text: AsyncIterable<Buffer>,
  { delimiter, quote, limits, firstLine = 1 }: CsvOptions,
): AsyncGenerator<CsvRecord[], void, undefined> {
  let records: CsvRecord[] = [];
  // Where the next record begins. `counted` is what the parser makes of it, which is more after CR LF inside quotes.
  let [line, counted] = [firstLine, 0];
  const parser = parse({
    delimiter,
    quote: quote ?? false,
    escape: quote ?? false,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: limits.row,
    on_record(cells: string[], { lines }) {
      const begins = line;
      line += lines - counted === 1 ? 1 : 1 + cells.reduce((sum, cell) => sum + endsOfLines(cell), 0);
      counted = lines;
      for (const cell of cells) if (cell.length > limits.cell) throw fileFault('CELL_TOO_LARGE', { line: begins, limit: limits.cell });
      records.push({ line: begins, cells });
      return null;
    },
  });
  // Told by the callback of the write as well.
  parser.on('error', () => undefined);
  const faultOf = (error: unknown): unknown => (error instanceof CsvError ? csvFault(error, line, limits) : error);
  try {
    for await (const piece of text) {
      const error = await feed(parser, piece);
      const batch = records;
      records = [];
      if (batch.length > 0) yield batch;
      if (error) throw faultOf(error);
    }
    const error = await finish(parser);
    if (records.length > 0) yield records;
    if (error) throw faultOf(error);
  } finally {
    parser.destroy();
  }
}

const endsOfLines = (cell: string): number => cell.match(/\r\n|\n|\r/g)?.length ?? 0;

const feed = (parser: Parser, piece: Buffer): Promise<Error | null> =>
  new Promise((resolve) => {
    parser.write(piece, (error) => resolve(error ?? null));
  });

const finish = (parser: Parser): Promise<Error | null> =>
  new Promise((resolve) => {
    parser.once('error', resolve);
    parser.once('end', () => resolve(null));
    parser.resume();
    parser.end();
  });

function csvFault(error: CsvError, line: number, limits: Pick<Limits, 'row'>): Error {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return fileFault('QUOTE_NOT_CLOSED', { line });
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return fileFault('STRAY_QUOTE', { line });
    case 'CSV_MAX_RECORD_SIZE':
      return fileFault('ROW_TOO_LARGE', { line, limit: limits.row });
    default:
      return error;
  }
}
