import type { Context } from '../../core/context.js';
import type { Module } from '../../core/registry.js';
import { isGuardedText, isFormulaLike } from '../transfer/formula-guard.js';
import {
  countDate,
  countNumber,
  dateTally,
  decide,
  figuresOfDate,
  isNumberWithBothSigns,
  numberTally,
  together,
  type Decision,
  type Tally,
} from '../transfer/guess-format.js';
import type { DateOrder } from '../transfer/parse-date.js';
import type { NumberFormat } from '../transfer/parse-number.js';
import type { Table, TableRow } from '../transfer/table.js';
import { cellText } from './cell-text.js';
import { fieldOfInput, type Column, type ImportFile } from './import-file.js';
import { keyColumns, keysOfRow, type KeyColumn } from './row-keys.js';

/** How the values of a column were read, and how many of them could have been read in another way. */
export interface ColumnReading {
  readonly column: string;
  readonly kind: 'DATE' | 'NUMBER';
  readonly readAs: DateOrder | NumberFormat;
  readonly decidedBy: 'CALLER' | 'FILE' | 'SETTINGS';
  readonly values: number;
  readonly either: number;
  readonly unreadable: number;
}

/** Rows that have a value of another row before them, in a column by which records are looked for. */
export interface Repeated {
  readonly column: string;
  readonly rows: number;
  /** Whether they are taken for the record of that row; otherwise each is one of its own. */
  readonly isOneRecord: boolean;
}

/** A file of which all rows have been looked at. */
export interface SurveyedFile extends ImportFile {
  readonly keys: readonly KeyColumn[];
  /** The keys that several rows have although they are not unique. */
  readonly sharedKeys: ReadonlySet<number>;
}

export interface Surveyed {
  readonly file: SurveyedFile;
  /** Texts that a spreadsheet would run have guards, whether or not anything says that we wrote the file. */
  readonly isGuarded: boolean;
  readonly readings: readonly ColumnReading[];
  readonly repeated: readonly Repeated[];
}

interface Counted {
  readonly at: number;
  readonly column: Column;
  readonly dates: Tally<DateOrder> | null;
  readonly numbers: Tally<NumberFormat> | null;
  readonly isWhole: boolean;
}

/** Rows that are looked at in one go. */
const ROWS_AT_ONCE = 50;

/** Surveys a file as `open` opens it; once more without its guards where only its texts tell that it has them. */
export async function surveyTable(
  context: Pick<Context, 'model' | 'viewer'>,
  file: ImportFile,
  open: (file: ImportFile) => Promise<Pick<Table, 'rows'>>,
): Promise<Surveyed> {
  const { rows } = await open(file);
  const found = await survey(context, file, rows());
  const isNew = found.isGuarded && !file.reading.isGuarded && file.asked.isGuarded === undefined;
  return isNew ? surveyTable(context, { ...file, reading: { ...file.reading, isGuarded: true } }, open) : found;
}

/**
 * Looks through rows for what tells how dates and numbers are written – the values of all columns together, then the settings
 * of the viewer and the organization – and for keys that several rows have.
 */
export async function survey(
  { model: { registry }, viewer }: Pick<Context, 'model' | 'viewer'>,
  file: ImportFile,
  batches: AsyncIterable<readonly TableRow[]>,
  maxRows = Infinity,
): Promise<Surveyed> {
  const module = registry.module(file.module);
  const counted = countedColumns(module, file);
  const keys = countKeys(file, keyColumns(viewer!, module, file));
  const others = countOthers(file);
  const guards = countGuards();
  let rows = 0;
  for await (const batch of batches) {
    const some = batch.slice(0, maxRows - rows);
    for (const [at, row] of some.entries()) {
      // Others have their turn in between.
      if (at % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await new Promise(setImmediate);
      if (!row.fault) for (const column of counted) count(file, column, row);
      keys.count(row);
      others.count(row);
      guards.count(row);
    }
    rows += some.length;
    if (rows >= maxRows) break;
  }
  const dates = together([...counted.flatMap((one) => one.dates ?? []), ...others.dates()], dateTally());
  const numbers = together([...counted.flatMap((one) => one.numbers ?? []), ...others.numbers()], numberTally());
  const readings: ColumnReading[] = [];
  const columns = [...file.columns];
  for (const { at, column, ...own } of counted) {
    const { asked, likely } = file;
    const tell = <T extends DateOrder | NumberFormat>(
      kind: ColumnReading['kind'],
      by: T | undefined,
      { value, isProven, ...counts }: Decision<T>,
    ) => {
      readings.push({ column: column.column, kind, readAs: value, decidedBy: by ? 'CALLER' : isProven ? 'FILE' : 'SETTINGS', ...counts });
      return { value, isAmbiguous: !by && !isProven, either: counts.either, unreadable: counts.unreadable };
    };
    if (own.dates) {
      const { value, ...more } = tell('DATE', asked.dateOrder, decide(own.dates, dates, likely.dateOrders, asked.dateOrder));
      columns[at] = { ...column, ...more, dateOrder: value };
    } else if (own.numbers) {
      const { value, ...more } = tell('NUMBER', asked.numberFormat, decide(own.numbers, numbers, likely.numberFormats, asked.numberFormat));
      columns[at] = { ...column, ...more, numberFormat: value };
    }
  }
  return {
    file: { ...file, columns, keys: keys.columns, sharedKeys: keys.shared },
    readings,
    repeated: keys.repeated(),
    isGuarded: guards.areAll(),
  };
}

function countKeys(file: ImportFile, columns: readonly KeyColumn[]) {
  const seen = new Set<number>();
  const shared = new Set<number>();
  const repeats = new Map<KeyColumn, number>();
  return {
    columns,
    shared: shared as ReadonlySet<number>,
    count(row: TableRow): void {
      for (const [index, { of, mark }] of keysOfRow(file, columns, row).entries()) {
        if (!seen.has(mark)) seen.add(mark);
        else {
          if (!of.isUnique) shared.add(mark);
          if (of.isUnique || index === 0) repeats.set(of, (repeats.get(of) ?? 0) + 1);
        }
      }
    },
    repeated: (): Repeated[] =>
      [...repeats].map(([{ column, isUnique }, rows]) => ({ column: column.column, rows, isOneRecord: isUnique })),
  };
}

/**
 * What columns say that go nowhere: one whose values all are dates in figures, and numbers that have both signs. Other numbers
 * may be anything: versions, chapters, keys.
 */
function countOthers({ columns }: ImportFile) {
  const others = columns.flatMap(({ target }, at) => (target ? [] : [{ at, dates: dateTally(), numbers: numberTally(), areDates: true }]));
  return {
    count({ cells, fault, numbers: exact }: TableRow): void {
      if (fault) return;
      for (const other of others) {
        const text = cells[other.at]?.trim() ?? '';
        if (text === '' || exact?.has(other.at)) continue;
        other.areDates &&= figuresOfDate(text) !== null;
        if (other.areDates) countDate(other.dates, text);
        else if (isNumberWithBothSigns(text)) countNumber(other.numbers, text);
      }
    },
    dates: () => others.filter(({ areDates }) => areDates).map(({ dates }) => dates),
    numbers: () => others.map(({ numbers }) => numbers),
  };
}

/** Whether there are guards, and no more texts without one than with one: then somebody has put them there for all, and added a few. */
function countGuards() {
  let [withGuard, without] = [0, 0];
  return {
    count({ cells }: TableRow): void {
      for (const cell of cells) {
        if (isGuardedText(cell)) withGuard++;
        else if (isFormulaLike(cell)) without++;
      }
    },
    areAll: () => withGuard > 0 && withGuard >= without,
  };
}

/** The columns whose values can be written in several ways. */
export function countedColumns(module: Module, file: ImportFile): Counted[] {
  return file.columns.flatMap((column, at): Counted[] => {
    const field = column.target && 'field' in column.target ? fieldOfInput(module, column.target.field, true) : undefined;
    if (field?.kind === 'date' || field?.kind === 'instant') return [{ at, column, dates: dateTally(), numbers: null, isWhole: false }];
    if (field?.kind === 'integer' || field?.kind === 'decimal' || field?.kind === 'money')
      return [{ at, column, dates: null, numbers: numberTally(), isWhole: field.kind === 'integer' }];
    return [];
  });
}

function count(file: ImportFile, { at, column, dates, numbers, isWhole }: Counted, { cells, numbers: exact }: TableRow): void {
  // A number of a sheet is written in one way only.
  if (exact?.has(at)) return;
  const text = cellText(file, column, cells[at]);
  if (dates) countDate(dates, text);
  else if (numbers) countNumber(numbers, text, isWhole);
}
