import { Decimal } from 'decimal.js';
import { InvalidInputError, InvalidSpreadsheetError, readSheet, SheetNotFoundError } from 'read-excel-file/node';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { move } from 'piscina';
import { Temporal } from 'temporal-polyfill';
import type { CellKind } from './cell-kind.js';
import { checkXml } from './check-xml.js';
import type { FileReason } from './file-fault.js';
import { chooseSheet, stylesPart, textOfPart, UnknownSheet, withFormats, type ChosenSheet } from './sheet-parts.js';
import { readFormats, shownNumber, type SheetFormat } from './sheet-formats.js';
import { unzip, zipStored, ZipFault, type ZipFile } from './zip.js';

/** What a thread for sheets does: takes one apart, or makes one. */
export type SheetTask = ReadTask | WriteTask;

interface ReadTask {
  readonly archive: Uint8Array;
  /** Null: the first that is not hidden. */
  readonly sheet: string | number | null;
  readonly limits: { readonly unpackedBytes: number; readonly sheetRows: number; readonly columns: number; readonly cell: number };
}

interface WriteTask {
  /** Batches of rows, each as JSON: rows cross between threads packed. */
  readonly batches: readonly Uint8Array[];
  readonly columns: readonly { readonly name: string; readonly kind: CellKind; readonly width: number }[];
  readonly sheetName: string;
  /** The zone that moments are shown in. */
  readonly timeZone: string;
}

/** Batches of rows, each as JSON, and the sheets of the workbook; or why there are none. */
export type ReadResult =
  | { readonly batches: readonly Uint8Array[]; readonly sheet: string; readonly otherSheets: readonly string[] }
  | { readonly reason: FileReason; readonly details?: Readonly<Record<string, string | number | readonly string[]>> };

/** A cell: its text, or a number with the sign of its currency, which may be none. */
export type SheetCell = string | readonly [number: string, sign: string];

const BATCH = 1_000;

export default async function work(task: SheetTask): Promise<ReadResult | Uint8Array> {
  if ('archive' in task) return read(task);
  // A copy of its own: what is part of a pool can not move.
  return move(new Uint8Array(await write(task))) as Uint8Array;
}

async function read({ archive, sheet, limits }: ReadTask): Promise<ReadResult> {
  let rows: readonly (readonly unknown[])[];
  let sheets: ChosenSheet;
  try {
    const files = unzip(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength), isRead, limits.unpackedBytes);
    for (const { bytes } of files) {
      const reason = checkXml(bytes);
      if (reason === 'TOO_MANY_ROWS') return { reason, details: { limit: limits.sheetRows } };
      if (reason) return { reason };
    }
    const far = farCell(files, limits);
    if (far) return far;
    if (files.some(({ bytes }) => bytes.includes('formatCode') && LONG_FORMAT.test(bytes.toString('latin1')))) return { reason: 'DAMAGED' };
    sheets = chooseSheet(files, sheet);
    const formats = readFormats(textOfPart(files, stylesPart(files)));
    rows = await readSheet<NumberCell>(zipStored(withFormats(files, sheets.part, formats)), sheets.position, {
      trim: false,
      parseNumber: (text) => numberCell(text, formats),
    });
  } catch (error) {
    if (error instanceof ZipFault)
      return { reason: error.reason, ...(error.reason === 'FILE_TOO_LARGE' && { details: { limit: limits.unpackedBytes } }) };
    if (error instanceof UnknownSheet) return { reason: 'UNKNOWN_SHEET', details: { sheets: error.sheets } };
    if (error instanceof SheetNotFoundError) return { reason: 'WRONG_OPTION', details: { option: 'sheet' } };
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) return { reason: 'DAMAGED' };
    // What the reader stumbles over is no sheet: a file of the archive is missing or is not XML.
    if (error instanceof Error) return { reason: 'DAMAGED' };
    throw error;
  }
  // A header stands above the rows.
  if (rows.length > limits.sheetRows + 1) return { reason: 'TOO_MANY_ROWS', details: { limit: limits.sheetRows } };
  const batches: Uint8Array[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH).map((row) => row.map(cellText));
    const large = batch.findIndex((row) => row.some((cell) => typeof cell === 'string' && cell.length > limits.cell));
    if (large >= 0) return { reason: 'CELL_TOO_LARGE', details: { line: start + large + 1, limit: limits.cell } };
    batches.push(Buffer.from(JSON.stringify(batch)));
  }
  return { batches, sheet: sheets.name, otherSheets: sheets.others };
}

/** A row beyond all that a sheet can have, and a filled cell in a column or a row that may be beyond what a table has. */
const LOST_ROW = /<row\b[^<>]*?\sr="\d{8,}"/;
const FAR_CELL = /<c\b[^<>]{0,100}?\sr="([A-Z]{1,3})(\d{1,7})"[^<>]{0,100}>\s{0,100}<(?:v|is|f)\b/g;
const FAR_HINT = /\sr="(?:[A-Z]{3}\d|[A-Z]{1,2}\d{6})/;

/** A number format has 255 characters at most; the reader's time grows with the square of their number. */
const LONG_FORMAT = /formatCode\s{0,9}=\s{0,9}(?:"[^"]{5000}|'[^']{5000})/;

/**
 * Refuses a sheet with a cell far away before it is read: the reader makes every cell before it. In a file of several
 * sheets it may stand in one that is not asked for; then the memory of the thread is what there is.
 */
function farCell(files: readonly ZipFile[], limits: ReadTask['limits']): ReadResult | null {
  const sheets = files.filter(({ bytes }) => bytes.includes('<sheetData'));
  for (const { bytes } of sheets) {
    const text = bytes.toString('latin1');
    if (LOST_ROW.test(text)) return { reason: 'DAMAGED' };
    if (sheets.length > 1 || !FAR_HINT.test(text)) continue;
    for (const [, letters, row] of text.matchAll(FAR_CELL)) {
      // A header stands above the rows.
      if (Number(row) > limits.sheetRows + 1) return { reason: 'TOO_MANY_ROWS', details: { limit: limits.sheetRows } };
      const column = Array.from(letters!).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      if (column > limits.columns)
        return { reason: 'TOO_MANY_COLUMNS', details: { line: Number(row), limit: limits.columns, given: column } };
    }
  }
  return null;
}

/** Of pictures, macros and what other programs keep in the file nothing is unpacked. */
const isRead = (name: string): boolean => (name.endsWith('.xml') || name.endsWith('.xml.rels')) && !/^(?:customXml|docProps)\//i.test(name);

/** Significant digits that a spreadsheet itself keeps; what is beyond them in a fraction is the noise of binary floats. */
const DIGITS = 15;
const MAX_EXPONENT = 308;

/** A number of a spreadsheet: it has no more digits than these, and no greater exponent. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d{1,3})?$/i;
const MAX_NUMBER_LENGTH = 400;

/**
 * A number as the file has it, without an exponent: `1E-3` → `0.001`, `0.30000000000000004` → `0.3`. What no spreadsheet can
 * hold stays as it is written, a text that no field of numbers takes: written out it could have millions of digits.
 */
function plainNumber(text: string): string {
  if (/^-?\d{1,15}$/.test(text)) return text;
  if (text.length > MAX_NUMBER_LENGTH || !NUMBER.test(text)) return text;
  const number = new Decimal(text);
  if (number.e > MAX_EXPONENT || number.e < -MAX_EXPONENT) return text;
  return (number.isInteger() ? number : number.toSignificantDigits(DIGITS)).toFixed();
}

/** A number of a sheet; its sign is null where its format makes a text of it. */
class NumberCell {
  constructor(
    readonly text: string,
    readonly sign: string | null,
  ) {}
}

/** @param text a number, and behind a blank the style of its cell where that matters */
function numberCell(text: string, formats: ReadonlyMap<string, SheetFormat>): NumberCell {
  const [number = '', style] = text.split(' ');
  const format = style === undefined ? undefined : formats.get(style);
  const plain = plainNumber(number);
  const shown = format ? shownNumber(plain, format) : { text: plain, sign: '' };
  return new NumberCell(shown.text, shown.sign);
}

function cellText(value: unknown): SheetCell {
  if (value instanceof NumberCell) return value.sign === null ? value.text : [value.text, value.sign];
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : '';
}

/** What a spreadsheet shows for a date before its first or after its last one. */
const NO_DATE = '#VALUE!';

/** A sheet's date has no zone: `2027-01-31`, `2027-01-31T17:04:00`, or a time of the day alone, which counts from day 0. */
function dateText(value: Date): string {
  const year = value.getUTCFullYear();
  // Not empty: the cell holds something that cannot be kept.
  if (Number.isNaN(year) || year < 1899 || year > 9999) return NO_DATE;
  // To the second: a fraction of a day is not exact.
  const text = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString();
  const [day, time] = [text.slice(0, 10), text.slice(11, 19)];
  if (year < 1900) return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}

async function write({ batches, columns, sheetName, timeZone }: WriteTask): Promise<Buffer> {
  const rows: Cell[][] = [columns.map(({ name }) => ({ type: String, value: written(name), fontWeight: 'bold' }))];
  for (const batch of batches) {
    for (const row of JSON.parse(Buffer.from(batch.buffer, batch.byteOffset, batch.byteLength).toString()) as (string | null)[][])
      rows.push(row.map((text, index) => sheetCell(text, columns[index]!.kind, timeZone)));
  }
  return writeXlsxFile(rows, { sheet: sheetName, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 }).toBuffer();
}

function sheetCell(text: string | null, kind: CellKind, timeZone: string): Cell {
  if (text === null || text === '') return null;
  switch (kind) {
    case 'number':
      return isExact(text) ? { type: Number, value: Number(text) } : { type: String, value: written(text) };
    case 'boolean':
      return { type: Boolean, value: text === 'true' };
    case 'date':
    case 'instant': {
      const date = new Date(kind === 'date' ? `${text}T00:00:00Z` : wallTime(text, timeZone));
      // Sheets count days from 1900 on.
      if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1901) return { type: String, value: written(text) };
      return { type: Date, value: date, format: kind === 'date' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss' };
    }
    default:
      return { type: String, value: written(text) };
  }
}

/** A text as a sheet has it: what XML does not keep, or what looks like such, as `_xHHHH_`. */
function written(text: string): string {
  // The writer looks texts up in a plain object, which has these already (write-excel-file 4.1.1).
  if (text in Object.prototype) return escapes(text[0]!) + text.slice(1);
  return text.replace(/_(?=x[\dA-F]{4}_)/gi, escapes).replace(UNKEPT, escapes);
}

const escapes = (one: string): string =>
  Array.from({ length: one.length }, (_, at) => `_x${one.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}_`).join('');

/** Controls but tab and line feed, and what is no character of Unicode. */
const UNKEPT = /[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}|\uFFFD/gu;

/** What the clocks of a zone show at a moment, as if it were UTC: a sheet's dates have no zone. */
const wallTime = (moment: string, timeZone: string): string =>
  timeZone === 'UTC' ? moment : `${Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDateTime().toString()}Z`;

/** Whether a sheet gives back every digit. */
function isExact(text: string): boolean {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return false;
  return new Decimal(text).precision(true) <= DIGITS;
}
