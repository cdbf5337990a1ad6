import type { Readable } from 'node:stream';
import type { Message } from '../../core/messages.js';
import type { CellFault } from './file-fault.js';
import type { ThreadUser } from './file-threads.js';
import type { Limits } from './limits.js';

export type FileFormat = 'csv' | 'xlsx' | 'vcard';

/** One row of a table. */
export interface TableRow {
  /** Where it begins in the file, from 1: the line of a text, the row of a sheet. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Its cells do not fit the columns, or it can not be read; the rows after it are fine. */
  readonly fault?: CellFault;
  /** What was left out of a row that is taken all the same, by column. */
  readonly notes?: readonly RowNote[];
  /** The cells that are numbers of a sheet, by their index; with the sign of their currency or of percent where their format has one. */
  readonly numbers?: ReadonlyMap<number, string>;
}

export interface RowNote {
  readonly column: string;
  readonly message: Message;
}

/** A file opened as a table; nothing of it is held in memory but what is being read (of a sheet: its packed rows). */
export interface Table {
  readonly format: FileFormat;
  /** Of a text: what its bytes were read by, as given or as detected. */
  readonly encoding: string | null;
  /** Of CSV. */
  readonly delimiter: string | null;
  readonly columns: readonly string[];
  /** Of a workbook: the sheet that is read, and the names of the others. */
  readonly sheet: string | null;
  readonly otherSheets: readonly string[];
  /** Whether guards are taken off, as asked or as found. */
  readonly isGuarded: boolean;
  /**
   * The rows after the first `from`, in batches, as fast as they are taken. Each call reads the file anew. Rows without a
   * cell that says something are left out and not counted; a fault of a row is noted at it, one of the file is thrown.
   */
  rows(from?: number): AsyncIterable<readonly TableRow[]>;
}

export interface TableOptions extends ThreadUser {
  /** Only a hint: the content decides. */
  readonly fileName?: string;
  /** Refuses a file whose content is of another format. */
  readonly format?: FileFormat;
  /** `utf-8`, `utf-16le`, `windows-1252` … Detected where it is not given; refused with the choices where it is not clear. */
  readonly encoding?: string;
  /** One character. Detected where it is not given. */
  readonly delimiter?: string;
  /** One character, or null for a file where quotes mean nothing. */
  readonly quote?: string | null;
  /** False: columns are numbered, and the first row is a row. */
  readonly hasHeader?: boolean;
  /** Name or number (from 1) of the sheet. Default: the first that is not hidden. */
  readonly sheet?: string | number;
  /**
   * Takes off what the export put before texts that a spreadsheet would take for a formula. Default: in files that we wrote,
   * as far as their columns tell.
   */
  readonly isGuarded?: boolean;
  readonly limits?: Partial<Limits>;
  /** Looks only into the beginning of the file: `rows` ends there, and a file without a row there is refused. */
  readonly look?: Look;
}

/** How much of a file is looked at. */
export interface Look {
  readonly bytes: number;
  /** Rows, blank ones too. */
  readonly rows: number;
}

/** Opens the file at its first byte, each time it is called. */
export type Source = () => Readable | Promise<Readable>;
