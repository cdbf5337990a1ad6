import { say, type Message } from '../../core/messages.js';
import type { CellFault } from './file-fault.js';
import type { Limits } from './limits.js';

/** One record of a text: its cells, and the line that it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: string[];
  readonly fault?: CellFault;
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
 * The records of a text, in batches of what one piece of it holds; a blank line is a record of one empty cell.
 *
 * Our own reader, because the libraries give a file up where a quoted cell is broken, or take the rest of it for that cell.
 * Here a broken cell is a fault of the line that it begins on, and the next line is read as if nothing had been. What is well
 * formed (RFC 4180) is read as they read it. A quote inside an unquoted cell is a character; `="007"`, the text formula of
 * spreadsheets, is its text.
 */
export async function* readCsv(text: AsyncIterable<string>, options: CsvOptions): AsyncGenerator<CsvRecord[], void, undefined> {
  const reader = recordReader(options);
  let rest = '';
  // A record that goes on is looked at again when there is twice as much of it, so that the work stays in proportion.
  let enough = 0;
  for await (const piece of text) {
    rest += piece;
    if (rest.length < enough) continue;
    const { records, end } = reader(rest, false);
    rest = rest.slice(end);
    enough = rest.length * 2;
    yield* inBatches(records);
  }
  yield* inBatches(reader(rest, true).records);
}

/** Records that are handed on together, at most. */
const BATCH = 5_000;

function* inBatches(records: readonly CsvRecord[]): Generator<CsvRecord[], void, undefined> {
  for (let at = 0; at < records.length; at += BATCH) yield records.slice(at, at + BATCH);
}

interface Read {
  /** Behind its end of a line. */
  readonly end: number;
  readonly cells: string[];
  readonly fault?: CellFault;
  readonly lines: number;
  /** An unquoted cell ends with a quote, as the last line of a cell does. */
  readonly isRest: boolean;
}

interface Quoted {
  readonly end: number;
  readonly cell: string;
  /** Ends of lines in it. */
  readonly lines: number;
}

/** A cell of so many lines that all look like rows is taken for a quote that does not close. */
const MANY_LINES = 10;

/** Characters that may be read in vain, for quotes that turn out not to close, before cells of several lines are no longer looked for. */
const PATIENCE = 64_000_000;

function recordReader({ delimiter, quote, limits, firstLine = 1 }: CsvOptions) {
  let line = firstLine;
  /** The cells of the first record, which most have. */
  let width = 0;
  /** Behind a broken cell, whose rest may look like a row. */
  let isLost = false;
  let wasted = 0;
  let isSkipping = false;

  return (text: string, isWhole: boolean): { records: CsvRecord[]; end: number } => {
    const records: CsvRecord[] = [];
    const find = finder(text, delimiter);
    let at = 0;
    const add = (cells: string[], fault?: CellFault): void => void records.push(fault ? { line, cells, fault } : { line, cells });
    while (at < text.length) {
      if (isSkipping) {
        // The rest of a line that was too long to be held.
        const end = find.lineEnd(at);
        if (end < 0) return { records, end: text.length };
        const next = find.afterLineEnd(end, isWhole);
        if (next < 0) return { records, end };
        [at, isSkipping] = [next, false];
        line++;
        continue;
      }
      const found = readRecord(text, at, find, isWhole);
      if (found === 'MORE' || found === 'BROKEN') {
        const end = find.lineEnd(at);
        const isTooLarge = text.length - at > limits.row;
        if (!isWhole && !isTooLarge && (found === 'MORE' || end < 0)) return { records, end: at };
        if (found === 'MORE') wasted += limits.row;
        if (end < 0 && !isWhole) {
          add([], tooLong(say('faults.rowTooLarge', { limit: limits.row }), limits.row));
          isSkipping = true;
          continue;
        }
        const next = end < 0 ? text.length : find.afterLineEnd(end, isWhole);
        if (next < 0) return { records, end: at };
        add(text.slice(at, end < 0 ? undefined : end).split(delimiter), { code: 'INVALID_FORMAT', message: say('faults.brokenQuote') });
        [at, isLost] = [next, true];
        line++;
        continue;
      }
      const { end, cells, fault, lines, isRest } = found;
      width ||= cells.length;
      if (isLost && cells.length === width) {
        isLost = false;
        add(cells, isRest ? { code: 'INVALID_FORMAT', message: say('faults.brokenQuoteRest') } : fault);
      } else add(cells, fault);
      at = end;
      line += lines;
    }
    return { records, end: at };
  };

  /** One record from a place on; `MORE` where the text ends before it does, `BROKEN` where a quoted cell is not closed. */
  function readRecord(text: string, from: number, find: Finder, isWhole: boolean): Read | 'MORE' | 'BROKEN' {
    const cells: string[] = [];
    let [at, lines, isTooLarge, isRest] = [from, 1, false, false];
    for (;;) {
      const quoted = quote === null ? null : readQuoted(text, at, find, isWhole);
      if (quoted === 'MORE') return quoted;
      if (quoted === 'BROKEN') return broken(text, from);
      let end: number;
      if (quoted) {
        ({ end } = quoted);
        lines += quoted.lines;
        cells.push(quoted.cell);
      } else {
        end = find.cellEnd(at);
        if (end < 0 && !isWhole) return 'MORE';
        if (end < 0) end = text.length;
        cells.push(text.slice(at, end));
        if (quote !== null && text[end - 1] === quote && end > at) isRest = true;
      }
      if (cells.at(-1)!.length > limits.cell) isTooLarge = true;
      if (text.startsWith(delimiter, end) && end < text.length) {
        at = end + delimiter.length;
        // Behind the last delimiter there is one more cell, which may still come.
        if (at >= text.length && !isWhole) return 'MORE';
        continue;
      }
      const next = end >= text.length ? end : find.afterLineEnd(end, isWhole);
      if (next < 0) return 'MORE';
      if (lines > 1 && isSwallowing(text.slice(from, end), cells.length)) return broken(text, from);
      if (!isTooLarge) return { end: next, cells, lines, isRest };
      const short = cells.map((cell) => (cell.length > limits.cell ? '' : cell));
      return { end: next, cells: short, lines, isRest, fault: tooLong(say('faults.cellTooLarge', { limit: limits.cell }), limits.cell) };
    }
  }

  /** The quoted cell that begins at a place; null where none does, or where its quotes are characters of it. */
  function readQuoted(text: string, from: number, find: Finder, isWhole: boolean): Quoted | 'MORE' | 'BROKEN' | null {
    const opening = openingOf(text, from);
    if (opening < 0) return null;
    // Only a quote that begins the cell may hold several lines; behind a blank or `=` it has to close on its own.
    const mayHoldLines = opening === from && wasted < PATIENCE;
    const otherwise = opening === from ? 'BROKEN' : null;
    const lineEnd = find.lineEnd(opening);
    const closing = closingOf(text, opening + 1);
    const hasLines = lineEnd >= 0 && (closing < 0 || lineEnd < closing);
    if (hasLines && !mayHoldLines) return otherwise;
    const end = closing < 0 ? text.length : afterBlanks(text, closing + 1);
    if (!isWhole && text.length - end < delimiter.length) return text.length - opening > 2 * limits.cell + 2 ? otherwise : 'MORE';
    if (closing < 0 || !(end >= text.length || isEnd(text, end))) return otherwise;
    const cell = text.slice(opening + 1, closing).replaceAll(quote! + quote!, quote!);
    return { end, cell: opening === from ? plainText(cell) : cell, lines: hasLines ? endsOfLines(cell) : 0 };
  }

  /** Whether a record of several lines has taken in rows: then a quote in its first line does not close. */
  function isSwallowing(record: string, count: number): boolean {
    if (width < 2) return false;
    const inner = record.split(/\r\n|\n|\r/).slice(1);
    const isRow = (line: string): boolean => line.split(delimiter).length === width;
    return count === width ? inner.length > MANY_LINES && inner.slice(0, -1).every(isRow) : inner.some(isRow);
  }

  function broken(text: string, from: number): 'BROKEN' {
    wasted += Math.min(text.length - from, 2 * limits.cell);
    return 'BROKEN';
  }

  /** Where the quote of a quoted cell stands: at its beginning, or behind blanks or the `=` of a text formula. */
  function openingOf(text: string, from: number): number {
    const first = text[from];
    if (first === quote) return from;
    if (first !== ' ' && first !== '=' && first !== '\t') return -1;
    let at = afterBlanks(text, from);
    if (text[at] === '=') at++;
    return text[at] === quote ? at : -1;
  }

  function closingOf(text: string, from: number): number {
    let at = text.indexOf(quote!, from);
    while (at >= 0 && text[at + 1] === quote) at = text.indexOf(quote, at + 2);
    return at;
  }

  function afterBlanks(text: string, from: number): number {
    let at = from;
    while ((text[at] === ' ' || text[at] === '\t') && text[at] !== delimiter) at++;
    return at;
  }

  function isEnd(text: string, at: number): boolean {
    return text[at] === '\n' || text[at] === '\r' || text.startsWith(delimiter, at);
  }
}

/** `="007"` is how spreadsheets keep a text that looks like a number. */
const plainText = (cell: string): string => /^="((?:[^"]|"")*)"$/.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;

const tooLong = (message: Message, limit: number): CellFault => ({ code: 'TOO_LONG', message, details: { limit } });

const endsOfLines = (cell: string): number => cell.match(/\r\n|\n|\r/g)?.length ?? 0;

interface Finder {
  /** Where a cell that begins here ends: a delimiter or the end of its line; -1 where the text ends first. */
  cellEnd(from: number): number;
  lineEnd(from: number): number;
  /** Behind an end of a line; -1 where half of it may still come. */
  afterLineEnd(at: number, isWhole: boolean): number;
}

/** Finds what ends cells and lines; each place is looked for once, however many cells stand before it. */
function finder(text: string, delimiter: string): Finder {
  const next = (wanted: string) => {
    let [known, since] = [-2, 0];
    return (from: number): number => {
      if (known === -2 || from < since || (known >= 0 && known < from)) [known, since] = [text.indexOf(wanted, from), from];
      return known;
    };
  };
  const [lineFeed, carriageReturn, mark] = [next('\n'), next('\r'), next(delimiter)];
  const first = (a: number, b: number): number => (a < 0 ? b : b < 0 ? a : Math.min(a, b));
  const lineEnd = (from: number): number => first(lineFeed(from), carriageReturn(from));
  return {
    lineEnd,
    cellEnd: (from) => first(lineEnd(from), mark(from)),
    afterLineEnd(at, isWhole) {
      if (text[at] !== '\r') return at + 1;
      if (at + 1 >= text.length && !isWhole) return -1;
      return text[at + 1] === '\n' ? at + 2 : at + 1;
    },
  };
}
