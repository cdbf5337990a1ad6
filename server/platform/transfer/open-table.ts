import { Readable } from 'node:stream';
import { say } from '../../core/messages.js';
import { detectDelimiter, namedDelimiter } from './detect-delimiter.js';
import { detectFormat } from './detect-format.js';
import { fileFault, type CellFault } from './file-fault.js';
import { unguarded } from './formula-guard.js';
import { isOurs } from './own-files.js';
import { standardLimits, type Limits } from './limits.js';
import { readCsv } from './read-csv.js';
import { readSheet } from './read-sheet.js';
import { cardColumns, readCards } from './read-cards.js';
import type { Look, Source, Table, TableOptions, TableRow } from './table.js';
import { detectEncoding } from './detect-encoding.js';
import { knownEncoding } from './text-encoding.js';
import { readHead, textOfFile, withoutBadBytes } from './text-source.js';

/** So many names of sheets are told. */
const MAX_TOLD = 20;
/** What encoding, format and delimiter are told from. */
const HEAD = 1_000_000;
/** What the delimiter is told from; less than any encoding makes of the head, so that its cut end is not reached. */
const SAMPLE = 300_000;
/** Rows that are handed on together, at least; small pieces of a file must not cost a turn each. */
const BATCH = 500;

/** Rows as a format gives them, before they are put against the columns. */
type Rows = AsyncIterable<readonly TableRow[]>;

/**
 * Opens a file as a table: finds its format by its content, its encoding and delimiter where they are not given, and its
 * columns. A file that is no table (empty, binary, without rows or with two columns of one name) is refused here.
 */
export async function openTable(source: Source, options: TableOptions = {}): Promise<Table> {
  const limits = { ...standardLimits, ...options.limits };
  const head = await readHead(source, HEAD);
  const given = options.encoding === undefined ? undefined : knownEncoding(options.encoding);
  const format = detectFormat(head, options.format, given);
  const { owner, isPatient, signal } = options;
  if (format === 'xlsx') {
    const { rows, ...sheets } = await readSheet(source, { sheet: options.sheet, limits, owner, isPatient, signal });
    return tableOf({ format, encoding: null, delimiter: null, ...sheets }, rows, options, limits);
  }
  const encoding = given ?? (await detectEncoding(source, head, head.length < HEAD));
  const text = (): AsyncIterable<string> => upTo(textOfFile(source, encoding, signal), options.look);
  if (format === 'vcard') {
    const rows = (): Rows => readCards(text(), limits, { owner, isPatient, signal });
    return tableOf({ format, encoding, delimiter: null, columns: cardColumns, ...noSheets }, rows, options, limits);
  }
  const start = await firstText(
    textOfFile(() => Readable.from([head]), encoding),
    SAMPLE,
  );
  const { delimiter = detectDelimiter(start.text, quoteOf(options), start.isWhole) } = options;
  const quote = quoteOf(options);
  if (Buffer.byteLength(delimiter) === 0 || /[\r\n]/.test(delimiter) || delimiter === quote)
    throw fileFault('WRONG_OPTION', { option: 'delimiter' });
  if (quote !== null && (quote.length !== 1 || /[\r\n]/.test(quote))) throw fileFault('WRONG_OPTION', { option: 'quote' });
  // `sep=;` is no row of the table.
  const skipped = namedDelimiter(start.text) ? /^.*?(?:\r\n|\n|\r|$)/.exec(start.text)![0].length : 0;
  const rows = (): Rows => readCsv(inTurns(without(text(), skipped)), { delimiter, quote, limits, firstLine: skipped > 0 ? 2 : 1 });
  return tableOf({ format, encoding, delimiter, ...noSheets }, rows, options, limits);
}

const quoteOf = ({ quote = '"' }: TableOptions): string | null => quote;

const noSheets = { sheet: null, otherSheets: [] };

async function firstText(pieces: AsyncIterable<string>, length: number): Promise<{ text: string; isWhole: boolean }> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length >= length) break;
  }
  return { text, isWhole: text.length < length };
}

/** A text without its first characters, which stand in its first piece. */
async function* without(text: AsyncIterable<string>, length: number): AsyncGenerator<string, void, undefined> {
  let left = length;
  for await (const piece of text) {
    if (left < piece.length) yield piece.slice(left);
    left = Math.max(0, left - piece.length);
  }
}

/** The look into a file has ended before the file. */
class LookEnded extends Error {}

/** A text as far as it is looked into. What is cut is no end of the file: it must not look like one. */
async function* upTo(text: AsyncIterable<string>, look: Look | undefined): AsyncGenerator<string, void, undefined> {
  let left = look?.bytes ?? Number.POSITIVE_INFINITY;
  for await (const piece of text) {
    if (left <= 0) throw new LookEnded();
    left -= piece.length;
    yield piece;
  }
}

/** Lines that are parsed at once. Short ones cost as much as long ones, and a piece of a file can be nothing but ends of lines. */
const LINES_AT_ONCE = 500;

/** Cuts pieces of many lines, and lets others have their turn in between. */
async function* inTurns(text: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  for await (const piece of text) {
    let [start, lines] = [0, 0];
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (code !== 10 && code !== 13) continue;
      if (++lines < LINES_AT_ONCE) continue;
      yield piece.slice(start, at + 1);
      [start, lines] = [at + 1, 0];
      await new Promise(setImmediate);
    }
    if (start < piece.length) yield piece.slice(start);
  }
}

type Found = Pick<Table, 'format' | 'encoding' | 'delimiter' | 'sheet' | 'otherSheets'> & { readonly columns?: readonly string[] };

/** Reads the columns and makes sure that there is a row. */
async function tableOf(found: Found, open: () => Rows, options: TableOptions, limits: Limits): Promise<Table> {
  const isTitled = !found.columns && (options.hasHeader ?? true);
  let { isGuarded = false } = options;
  let columns = found.columns ?? null;
  let hasRow = false;
  const isFilled = filter(limits, options.look);
  try {
    for await (const row of filledRows(open(), isFilled)) {
      if (columns === null) {
        if (row.fault) throw fileFault(row.fault.code === 'INVALID_FORMAT' ? 'QUOTE_NOT_CLOSED' : 'DAMAGED', { line: row.line });
        if (!row.cells.every((cell) => cell.isWellFormed()))
          throw fileFault('WRONG_ENCODING', { encoding: found.encoding!, line: row.line });
        isGuarded = options.isGuarded ?? (isTitled && isOurs(row.cells, found.format));
        columns = isTitled ? titles(row, isGuarded ? unguarded : null, limits) : numbered(row, limits);
        if (isTitled) continue;
      }
      hasRow = true;
      break;
    }
  } catch (error) {
    if (error instanceof LookEnded) throw fileFault('STARTS_TOO_LATE', { ...options.look });
    throw error;
  }
  if (columns === null || !hasRow) {
    const others = found.otherSheets.slice(0, MAX_TOLD);
    throw fileFault(
      columns === null || found.columns ? 'EMPTY' : 'HEADER_ONLY',
      others.length > 0 ? { sheet: found.sheet!, sheets: others } : {},
    );
  }
  const [names, skipped] = [columns, isTitled ? 1 : 0];
  const finish = rowFinisher(names, isGuarded ? unguarded : null, found.encoding);
  const rows = (from = 0): Rows => tableRows(open(), skipped + from, finish, filter(limits, options.look));
  return { ...found, columns: names, isGuarded, rows };
}

/** The names of columns; those without a name are numbered. Columns at the end that have neither a name nor cells are none. */
function titles({ line, cells }: TableRow, restore: ((text: string) => string) | null, limits: Limits): string[] {
  const names = cells.slice(0, lastFilled(cells) + 1).map((cell) => (restore ? restore(cell) : cell).trim().replace(/\s+/gu, ' '));
  if (names.length > limits.columns) throw fileFault('TOO_MANY_COLUMNS', { line, limit: limits.columns, given: names.length });
  const twice = [...Map.groupBy(names, (name) => name.toLowerCase())].filter(([name, same]) => name !== '' && same.length > 1);
  if (twice.length > 0) throw fileFault('DUPLICATE_COLUMNS', { line, columns: twice.map(([, [name]]) => name!).slice(0, 20) });
  const taken = new Set(names.map((name) => name.toLowerCase()));
  return names.map((name, index) => name || freeName(index, taken));
}

function numbered({ line, cells }: TableRow, limits: Limits): string[] {
  if (cells.length > limits.columns) throw fileFault('TOO_MANY_COLUMNS', { line, limit: limits.columns, given: cells.length });
  return cells.map((_, index) => `Column ${index + 1}`);
}

function freeName(index: number, taken: Set<string>): string {
  for (let name = `Column ${index + 1}`; ; name += '*') {
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function lastFilled(cells: readonly string[]): number {
  let last = cells.length - 1;
  while (last >= 0 && cells[last]!.trim() === '') last--;
  return last;
}

type Filter = (row: TableRow) => boolean;

/** Tells rows that hold something from blank ones, and ends a file or a look into it that has too many. */
function filter({ blankRows }: Limits, look: Look | undefined): Filter {
  let [seen, blank] = [0, 0];
  return (row) => {
    if (++seen > (look?.rows ?? Number.POSITIVE_INFINITY)) throw new LookEnded();
    if (row.fault !== undefined || row.cells.some((cell) => cell !== '' && cell.trim() !== '')) return true;
    if (++blank > blankRows) throw fileFault('TOO_MANY_BLANK_ROWS', { line: row.line, limit: blankRows });
    return false;
  };
}

async function* filledRows(rows: Rows, isFilled: Filter): AsyncGenerator<TableRow, void, undefined> {
  for await (const batch of rows) for (const row of batch) if (isFilled(row)) yield row;
}

async function* tableRows(
  rows: Rows,
  skipped: number,
  finish: (row: TableRow) => TableRow,
  isFilled: Filter,
): AsyncGenerator<readonly TableRow[], void, undefined> {
  let left = skipped;
  let ready: TableRow[] = [];
  const take = (row: TableRow): void => {
    if (!isFilled(row)) return;
    if (left > 0) left--;
    else ready.push(finish(row));
  };
  try {
    for await (const batch of rows) {
      for (const row of batch) take(row);
      if (ready.length < BATCH) continue;
      yield ready;
      ready = [];
    }
  } catch (error) {
    // What was read before the fault is read.
    if (ready.length > 0) yield ready;
    if (error instanceof LookEnded) return;
    throw error;
  }
  if (ready.length > 0) yield ready;
}

/** Puts a row against the columns: takes guards off, names the cells that are no text, and says where there are too few or too many. */
function rowFinisher(columns: readonly string[], restore: ((text: string) => string) | null, encoding: string | null) {
  return (row: TableRow): TableRow => {
    const { line, fault } = row;
    const restored = restore ? row.cells.map(restore) : row.cells;
    const isText = restored.every((cell) => cell.isWellFormed());
    const cells = isText ? restored : restored.map(withoutBadBytes);
    const wrong = fault ?? (isText ? undefined : wrongBytes(restored, columns, encoding));
    if (wrong) return { line, cells, fault: wrong };
    if (cells.length === columns.length) return cells === row.cells ? row : { ...row, cells };
    if (cells.length < columns.length) return { line, cells, fault: wrongCount('TOO_FEW', cells.length, columns.length) };
    // Empty cells too many are dropped.
    const filled = lastFilled(cells) + 1;
    if (filled > columns.length) return { line, cells, fault: wrongCount('TOO_MANY', filled, columns.length) };
    return { ...row, cells: cells.slice(0, columns.length) };
  };
}

function wrongBytes(cells: readonly string[], columns: readonly string[], encoding: string | null): CellFault {
  const wrong = cells.flatMap((cell, index) => (cell.isWellFormed() ? [] : [columns[index] ?? `Column ${index + 1}`]));
  return {
    code: 'INVALID_CHARACTER',
    message: say('faults.cellEncoding', { columns: wrong.slice(0, 10), encoding: encoding ?? 'Unicode' }),
  };
}

const wrongCount = (kind: 'TOO_FEW' | 'TOO_MANY', given: number, columns: number): CellFault => ({
  code: kind === 'TOO_MANY' ? 'TOO_MANY' : 'INVALID_FORMAT',
  message: kind === 'TOO_MANY' ? say('faults.tooManyCells', { given, columns }) : say('faults.tooFewCells', { given, columns }),
  details: { given, columns },
});
