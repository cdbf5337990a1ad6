import type { Registry } from '../../core/registry.js';
import { countDate, countNumber, dateTally, decide, numberTally, together, type Decision, type Tally } from '../transfer/guess-format.js';
import type { DateOrder } from '../transfer/parse-date.js';
import type { NumberFormat } from '../transfer/parse-number.js';
import type { TableRow } from '../transfer/table.js';
import { replaced } from './convert-rows.js';
import { fieldOfInput, type Column, type ImportFile } from './import-file.js';

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

export interface Surveyed {
  readonly file: ImportFile;
  readonly readings: readonly ColumnReading[];
  /** Rows that were looked at. */
  readonly rows: number;
}

interface Counted {
  readonly at: number;
  readonly column: Column;
  readonly dates: Tally<DateOrder> | null;
  readonly numbers: Tally<NumberFormat> | null;
  readonly isWhole: boolean;
}

/**
 * Looks through rows for what tells how dates and numbers are written: the values of all columns together, then the settings
 * of the viewer and the organization.
 */
export async function survey(
  registry: Registry,
  file: ImportFile,
  batches: AsyncIterable<readonly TableRow[]>,
  maxRows = Infinity,
): Promise<Surveyed> {
  const counted = countedColumns(registry, file);
  let rows = 0;
  for await (const batch of batches) {
    const some = batch.slice(0, maxRows - rows);
    for (const row of some) if (!row.fault) for (const column of counted) count(column, row);
    rows += some.length;
    if (rows >= maxRows) break;
  }
  const dates = together(
    counted.flatMap((one) => one.dates ?? []),
    dateTally(),
  );
  const numbers = together(
    counted.flatMap((one) => one.numbers ?? []),
    numberTally(),
  );
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
  return { file: { ...file, columns }, readings, rows };
}

function countedColumns({ modules }: Registry, file: ImportFile): Counted[] {
  const module = modules.get(file.module)!;
  return file.columns.flatMap((column, at): Counted[] => {
    const field = column.target && 'field' in column.target ? fieldOfInput(module, column.target.field, true) : undefined;
    if (field?.kind === 'date' || field?.kind === 'instant') return [{ at, column, dates: dateTally(), numbers: null, isWhole: false }];
    if (field?.kind === 'integer' || field?.kind === 'decimal' || field?.kind === 'money')
      return [{ at, column, dates: null, numbers: numberTally(), isWhole: field.kind === 'integer' }];
    return [];
  });
}

function count({ at, column, dates, numbers, isWhole }: Counted, { cells, numbers: exact }: TableRow): void {
  // A number of a sheet is written in one way only.
  if (exact?.has(at)) return;
  const text = replaced(column, cells[at] ?? '');
  if (dates) countDate(dates, text);
  else if (numbers) countNumber(numbers, text, isWhole);
}

/** Whether there is a column that the rows have to tell about. */
export const needsSurvey = (registry: Registry, file: ImportFile): boolean =>
  countedColumns(registry, file).some(({ dates }) => (dates ? !file.asked.dateOrder : !file.asked.numberFormat));
