import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import {
  END_MARK,
  ENTRY_HEAD,
  entryKinds,
  FORMAT,
  MAGIC,
  MAGIC_LENGTH,
  MAX_ENTRY,
  MAX_HEADER,
  TRAILER_LENGTH,
  type ArchiveEnd,
  type ArchiveHeader,
  type TableEnd,
  type TableEntry,
} from './archive-format.js';
import { BackupError, fileFailure } from './failure.js';

/** An archive whose every byte is the one that was written. */
export interface Archive extends AsyncDisposable {
  readonly path: string;
  readonly size: number;
  readonly header: ArchiveHeader;
  /** The tables with their rows, in an order in which they can be loaded. Each must be read to its end before the next. */
  tables(): AsyncIterable<ArchivedTable>;
}

export interface ArchivedTable {
  readonly table: TableEntry;
  /** Pieces of whole rows. */
  rows(): AsyncIterable<Buffer>;
  /** Known once the rows have been read. */
  end(): TableEnd;
}

const CHUNK = 1024 * 1024;
const UUID_LENGTH = 36;
const NEWLINE = 0x0a;

/**
 * Opens an archive and reads all of it once: what was cut off, damaged or written by something else is refused here.
 *
 * @param progress called with the bytes read so far, of how many
 */
export async function openArchive(path: string, progress: (bytes: number, of: number) => void = () => {}): Promise<Archive> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw fileFailure(error, resolve(path)) ?? error;
  });
  try {
    const size = await sizeOf(file, path);
    const head = await readAt(file, 0, Math.min(MAGIC_LENGTH + 4, size));
    checkMagic(head, path);
    if (size < MAGIC_LENGTH + 4 + TRAILER_LENGTH) throw cutOff(path);
    const trailer = await readAt(file, size - TRAILER_LENGTH, TRAILER_LENGTH);
    if (trailer.toString('latin1', 32) !== END_MARK) throw cutOff(path);
    const digest = trailer.subarray(0, 32);
    if (!(await digestOf(file, size - TRAILER_LENGTH, progress)).equals(digest)) throw damaged(path);

    checkFormat(head, path);
    const { header, bodyAt } = await readHeader(file, head, size, path);
    return {
      path: resolve(path),
      size,
      header,
      tables: () => readTables(file, { path, header, bodyAt, bodyEnd: size - TRAILER_LENGTH, digest }),
      [Symbol.asyncDispose]: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw fileFailure(error, resolve(path)) ?? error;
  }
}

/** The rows of these organisations alone. */
export async function* rowsOf(
  rows: AsyncIterable<Buffer>,
  orgs: ReadonlySet<string>,
  count: (rows: number) => void,
): AsyncIterable<Buffer> {
  for await (const piece of rows) {
    const kept: Buffer[] = [];
    let from = 0;
    let isKeeping = false;
    for (let at = 0; at < piece.length;) {
      const next = piece.indexOf(NEWLINE, at) + 1;
      const isWanted = orgs.has(piece.toString('latin1', at, at + UUID_LENGTH));
      if (isWanted) count(1);
      if (isWanted !== isKeeping) {
        if (isKeeping) kept.push(piece.subarray(from, at));
        from = at;
        isKeeping = isWanted;
      }
      at = next;
    }
    if (isKeeping) kept.push(piece.subarray(from));
    if (kept.length > 0) yield kept.length === 1 ? kept[0]! : Buffer.concat(kept);
  }
}

async function sizeOf(file: FileHandle, path: string): Promise<number> {
  const found = await file.stat();
  if (found.isDirectory()) throw new BackupError(`${resolve(path)} is a folder. Name the file of a backup.`);
  if (!found.isFile()) throw new BackupError(`${resolve(path)} is no plain file. Name the file of a backup.`);
  if (found.size === 0) throw new BackupError(`${resolve(path)} is empty. Name the file of a backup.`);
  return found.size;
}

function checkMagic(head: Buffer, path: string): void {
  const expected = MAGIC.slice(0, head.length);
  if (head.toString('latin1', 0, expected.length) !== expected)
    throw new BackupError(`${resolve(path)} is not a backup of Relata: it begins with other bytes. Name the file of a backup.`);
}

function checkFormat(head: Buffer, path: string): void {
  const format = head.toString('latin1', MAGIC.length, MAGIC_LENGTH).trim();
  if (format !== String(FORMAT))
    throw new BackupError(
      `${resolve(path)} is written in format ${format}; this version of Relata reads format ${FORMAT}. Update Relata, then try again.`,
    );
}

const cutOff = (path: string): BackupError =>
  new BackupError(`${resolve(path)} is not complete: its end is missing. Copy it again from where it was made, or use another backup.`);

const damaged = (path: string): BackupError =>
  new BackupError(
    `${resolve(path)} is damaged: its content is not what was written. Copy it again from where it was made, or use another backup.`,
  );

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(buffer, read, length - read, position + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return buffer.subarray(0, read);
}

async function digestOf(file: FileHandle, length: number, progress: (bytes: number, of: number) => void): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const bytes of piecesOf(file, 0, length)) {
    hash.update(bytes.piece);
    progress(bytes.position, length);
  }
  return hash.digest();
}

async function* piecesOf(file: FileHandle, from: number, to: number): AsyncGenerator<{ piece: Buffer; position: number }> {
  for (let position = from; position < to;) {
    const piece = await readAt(file, position, Math.min(CHUNK, to - position));
    if (piece.length === 0) return;
    position += piece.length;
    yield { piece, position };
  }
}

async function readHeader(file: FileHandle, head: Buffer, size: number, path: string): Promise<{ header: ArchiveHeader; bodyAt: number }> {
  const length = head.readUInt32BE(MAGIC_LENGTH);
  const bodyAt = MAGIC_LENGTH + 4 + length;
  if (length > MAX_HEADER || bodyAt > size - TRAILER_LENGTH) throw damaged(path);
  let header: unknown;
  try {
    header = JSON.parse((await readAt(file, MAGIC_LENGTH + 4, length)).toString());
  } catch {
    throw damaged(path);
  }
  if (!isHeader(header)) throw damaged(path);
  return { header, bodyAt };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const NAME = /^[a-z_][a-z0-9_]*$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Names become part of SQL, so they are looked at closely, whoever signed them. */
function isHeader(value: unknown): value is ArchiveHeader {
  const { product, version, madeAt, postgres, migrations, isWhole, organizations, tables } = (value ?? {}) as Partial<ArchiveHeader>;
  return (
    product === 'relata' &&
    [version, madeAt, postgres].every(isText) &&
    typeof isWhole === 'boolean' &&
    Array.isArray(migrations) &&
    migrations.every(isText) &&
    Array.isArray(organizations) &&
    (organizations as unknown[]).every(isOrganization) &&
    Array.isArray(tables) &&
    tables.every(isTable)
  );
}

function isOrganization(value: unknown): boolean {
  const { id, name } = (value ?? {}) as { id?: unknown; name?: unknown };
  return isText(name) && isText(id) && UUID.test(id);
}

function isColumn(value: unknown): boolean {
  const { name, type } = (value ?? {}) as { name?: unknown; type?: unknown };
  return isText(name) && NAME.test(name) && isText(type);
}

function isTable(value: unknown): value is TableEntry {
  const { name, columns } = (value ?? {}) as Partial<TableEntry>;
  return isText(name) && NAME.test(name) && Array.isArray(columns) && columns.length > 0 && (columns as unknown[]).every(isColumn);
}

interface Body {
  readonly path: string;
  readonly header: ArchiveHeader;
  readonly bodyAt: number;
  readonly bodyEnd: number;
  readonly digest: Buffer;
}

async function* readTables(file: FileHandle, body: Body): AsyncGenerator<ArchivedTable> {
  const entries = readEntries(file, body);
  const next = async () => {
    const { value, done } = await entries.next();
    if (done) throw damaged(body.path);
    return value;
  };
  const sum = { tables: 0, rows: 0, bytes: 0 };
  try {
    for (const expected of body.header.tables) {
      const begin = await next();
      if (begin.kind !== entryKinds.table || begin.content.toString() !== JSON.stringify(expected)) throw unknown(begin.kind, body.path);
      let end: TableEnd | undefined;
      yield {
        table: expected,
        async *rows() {
          let rows = 0;
          let bytes = 0;
          let part = await next();
          for (; part.kind === entryKinds.rows; part = await next()) {
            rows += countRows(part.content, body.path);
            bytes += part.content.length;
            yield part.content;
          }
          if (part.kind !== entryKinds.tableEnd) throw unknown(part.kind, body.path);
          const read = JSON.parse(part.content.toString()) as TableEnd;
          if (read.rows !== rows || read.bytes !== bytes) throw damaged(body.path);
          end = read;
        },
        end() {
          if (!end) throw new Error(`The rows of ${expected.name} have not been read.`);
          return end;
        },
      };
      if (!end) throw new Error(`The rows of ${expected.name} have not been read.`);
      sum.tables++;
      sum.rows += end.rows;
      sum.bytes += end.bytes;
    }
    const last = await next();
    if (last.kind !== entryKinds.end) throw unknown(last.kind, body.path);
    const { tables, rows, bytes } = JSON.parse(last.content.toString()) as ArchiveEnd;
    if (tables !== sum.tables || rows !== sum.rows || bytes !== sum.bytes) throw damaged(body.path);
    if (!(await entries.next()).done) throw damaged(body.path);
  } finally {
    await entries.return(undefined);
  }
}

const unknown = (kind: string, path: string): BackupError =>
  Object.values<string>(entryKinds).includes(kind)
    ? damaged(path)
    : new BackupError(`${resolve(path)} holds things that this version of Relata does not know. Update Relata, then try again.`);

function countRows(content: Buffer, path: string): number {
  if (content.at(-1) !== NEWLINE) throw damaged(path);
  let rows = 0;
  for (let at = content.indexOf(NEWLINE); at >= 0; at = content.indexOf(NEWLINE, at + 1)) rows++;
  return rows;
}

/** The body's entries. The digest is computed once more on the way: the file may have been changed since it was opened. */
async function* readEntries(
  file: FileHandle,
  { path, bodyAt, bodyEnd, digest }: Body,
): AsyncGenerator<{ kind: string; content: Buffer }, undefined> {
  const hash = createHash('sha256');
  hash.update(await readAt(file, 0, bodyAt));
  const compressed = Readable.from(
    (async function* () {
      for await (const { piece } of piecesOf(file, bodyAt, bodyEnd)) {
        hash.update(piece);
        yield piece;
      }
    })(),
    { objectMode: false },
  );
  const plain = compressed.pipe(createZstdDecompress({ chunkSize: CHUNK }));
  compressed.on('error', (error) => plain.destroy(error));
  let parts: Buffer[] = [];
  let size = 0;
  let needed = ENTRY_HEAD;
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      parts.push(chunk);
      size += chunk.length;
      if (size < needed) continue;
      let bytes = parts.length === 1 ? chunk : Buffer.concat(parts, size);
      needed = ENTRY_HEAD;
      while (bytes.length >= ENTRY_HEAD) {
        const length = bytes.readUInt32BE(1);
        if (length > MAX_ENTRY) throw damaged(path);
        needed = ENTRY_HEAD + length;
        if (bytes.length < needed) break;
        yield { kind: bytes.toString('latin1', 0, 1), content: bytes.subarray(ENTRY_HEAD, needed) };
        bytes = bytes.subarray(needed);
        needed = ENTRY_HEAD;
      }
      parts = bytes.length > 0 ? [bytes] : [];
      size = bytes.length;
    }
  } catch (error) {
    if (/^(ZSTD_|ERR_ZSTD)/.test((error as NodeJS.ErrnoException).code ?? '')) throw damaged(path);
    throw error;
  } finally {
    compressed.destroy();
    plain.destroy();
  }
  if (size > 0 || !hash.digest().equals(digest)) throw damaged(path);
  return undefined;
}
