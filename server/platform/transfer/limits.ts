/** What a file may hold. Each can be lowered or raised for one table. */
export interface Limits {
  /** Columns of a table. */
  readonly columns: number;
  /** Characters of one cell. */
  readonly cell: number;
  /** Characters of one row. */
  readonly row: number;
  /** Characters of one card without its pictures. */
  readonly card: number;
  /** Rows without anything in them; a spreadsheet may write as many as it has room for. */
  readonly blankRows: number;
  /** Rows of a sheet: it is in memory as a whole. */
  readonly sheetRows: number;
  /** Cards of a file. */
  readonly cards: number;
  /** Bytes of a sheet's file. */
  readonly sheetBytes: number;
  /** Bytes of what lies packed in a sheet's file. */
  readonly unpackedBytes: number;
}

export const standardLimits: Limits = {
  columns: 1_000,
  cell: 1_000_000,
  row: 16_000_000,
  card: 2_000_000,
  blankRows: 1_100_000,
  sheetRows: 100_000,
  cards: 100_000,
  sheetBytes: 50_000_000,
  unpackedBytes: 150_000_000,
};
