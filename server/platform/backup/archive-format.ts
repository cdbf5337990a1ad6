/**
 * The file of a backup. What every format keeps: the first 16 bytes, which name the format, and the last 40, the SHA-256
 * of everything before them and a mark. So any program tells a whole file from one that was cut off or damaged.
 *
 *     RELATA BACKUP 1\n   16 bytes
 *     length              4 bytes, big endian
 *     header              that many bytes of JSON: `ArchiveHeader`
 *     body                entries, compressed with zstd as one stream
 *     digest              SHA-256, 32 bytes
 *     RELATAND            8 bytes
 *
 * An entry is a letter, a length in 4 bytes and its content. Tables come in an order in which they can be loaded: each
 * after the ones it refers to. A reader refuses letters it does not know: files will get one.
 */
export const FORMAT = 1;
export const MAGIC = 'RELATA BACKUP ';
export const MAGIC_LENGTH = 16;
export const END_MARK = 'RELATAND';
export const TRAILER_LENGTH = 32 + END_MARK.length;

/** A letter for each kind of entry. */
export const entryKinds = {
  /** `TableEntry` as JSON: what follows are its rows. */
  table: 'T',
  /** Whole rows in the text format of COPY, columns as the table's entry names them. */
  rows: 'D',
  /** `TableEnd` as JSON. */
  tableEnd: 'E',
  /** `ArchiveEnd` as JSON; nothing follows. */
  end: 'Z',
} as const;

export const ENTRY_HEAD = 5;
/** No cell of PostgreSQL is larger than 1 GB. */
export const MAX_ENTRY = 0x7fff_ffff;
export const MAX_HEADER = 16 * 1024 * 1024;

export interface ArchiveHeader {
  readonly product: 'relata';
  /** Of the program that wrote it. */
  readonly version: string;
  readonly madeAt: string;
  /** Of the database it came from: 18.4, say. */
  readonly postgres: string;
  /** All that the database had had applied, oldest first. */
  readonly migrations: readonly string[];
  /** Everything, or the named organisations alone. */
  readonly isWhole: boolean;
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly tables: readonly TableEntry[];
}

export interface TableEntry {
  readonly name: string;
  /** `org` comes first where there is one. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

export interface TableEnd {
  readonly rows: number;
  readonly bytes: number;
  /** Identity column → where its numbers had got to. */
  readonly sequences: Readonly<Record<string, string>>;
}

export interface ArchiveEnd {
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
}

/** Whose rows a table holds is told by its first column. */
export const hasOrg = (table: TableEntry): boolean => table.columns[0]?.name === 'org';
