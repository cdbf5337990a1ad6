import { defineError, type CrmError, type FaultCode } from '../../core/errors.js';
import { say, type Message } from '../../core/messages.js';

/** Why a file can not be read, and the text that says it. */
const texts = {
  EMPTY: 'file.empty',
  HEADER_ONLY: 'file.headerOnly',
  DUPLICATE_COLUMNS: 'file.duplicateColumns',
  TOO_MANY_COLUMNS: 'file.tooManyColumns',
  TOO_MANY_ROWS: 'file.tooManyRows',
  TOO_MANY_BLANK_ROWS: 'file.tooManyBlankRows',
  STARTS_TOO_LATE: 'file.startsTooLate',
  CELL_TOO_LARGE: 'file.cellTooLarge',
  ROW_TOO_LARGE: 'file.rowTooLarge',
  FILE_TOO_LARGE: 'file.tooLarge',
  QUOTE_NOT_CLOSED: 'file.quoteNotClosed',
  WRONG_ENCODING: 'file.wrongEncoding',
  UNCLEAR_ENCODING: 'file.unclearEncoding',
  UNKNOWN_SHEET: 'file.unknownSheet',
  UNKNOWN_ENCODING: 'file.unknownEncoding',
  UNKNOWN_FORMAT: 'file.unknownFormat',
  WRONG_FORMAT: 'file.wrongFormat',
  WRONG_OPTION: 'file.wrongOption',
  DAMAGED: 'file.damaged',
} as const;

export type FileReason = keyof typeof texts;

type FileDetails = { readonly reason: FileReason; readonly line?: number } & Readonly<Record<string, string | number | readonly string[]>>;

const isEmpty = (reason: FileReason): boolean => reason === 'EMPTY' || reason === 'HEADER_ONLY';

/** A file as a whole can not be read; what is wrong with one row stands with the row. */
export const FileUnreadable = defineError<FileDetails>('FILE_UNREADABLE', {
  status: 422,
  description: 'The file can not be read. `reason` says why, `line` where.',
  message: ({ reason, ...details }) => say(`texts.${'sheets' in details && isEmpty(reason) ? 'file.emptySheet' : texts[reason]}`, details),
});

/** The error for a file that can not be read. */
export const fileFault = (reason: FileReason, details: Readonly<Record<string, string | number | readonly string[]>> = {}): CrmError =>
  FileUnreadable({ reason, ...details });

/** What is wrong with a row or a cell; the engine adds where it stands. */
export interface CellFault {
  readonly code: FaultCode;
  readonly message: Message;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}
