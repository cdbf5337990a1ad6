import { createHash, randomBytes } from 'node:crypto';
import { constants as fsConstants } from 'node:fs';
import { access, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { END_MARK, ENTRY_HEAD, FORMAT, MAGIC, MAGIC_LENGTH, type ArchiveHeader } from './archive-format.js';
import { BackupError, fileFailure } from './failure.js';

/** What the compressor gives at once, at most. */
const CHUNK = 256 * 1024;

/**
 * Writes an archive of these entries. It is complete and on the disk when it appears under its name; whatever goes wrong
 * before leaves nothing behind.
 *
 * @returns the size of the file
 */
export async function writeArchive(
  path: string,
  header: ArchiveHeader,
  entries: AsyncIterable<Buffer>,
  { isOverwriting = false, signal }: { isOverwriting?: boolean; signal?: AbortSignal | undefined } = {},
): Promise<number> {
  const target = resolve(path);
  const draft = `${target}.${process.pid}-${randomBytes(3).toString('hex')}.draft`;
  if (!isOverwriting) await refuseExisting(target);
  let file: FileHandle | undefined;
  try {
    // Hashes of passwords are inside: nobody but its owner reads it.
    file = await open(draft, 'wx', 0o600);
    const size = await writeAll(file, header, entries, signal);
    await file.sync();
    await file.close();
    file = undefined;
    await rename(draft, target);
    await syncFolder(dirname(target));
    return size;
  } catch (error) {
    await file?.close().catch(() => undefined);
    await rm(draft, { force: true }).catch(() => undefined);
    if (signal?.aborted) throw new BackupError('Stopped. Nothing was left behind.');
    throw fileFailure(error, target) ?? error;
  }
}

/** Finds out before the work begins; the file itself is opened when there is something to write. */
export async function refuseExisting(path: string): Promise<void> {
  const target = resolve(path);
  const found = await stat(target).catch(() => null);
  if (found?.isDirectory()) throw new BackupError(`${target} is a folder. Name a file.`);
  if (found) throw new BackupError(`${target} exists already. Name another file, or say --overwrite.`);
  await access(dirname(target), fsConstants.W_OK).catch((error: unknown) => {
    throw fileFailure(error, target) ?? error;
  });
}

async function writeAll(
  file: FileHandle,
  header: ArchiveHeader,
  entries: AsyncIterable<Buffer>,
  signal: AbortSignal | undefined,
): Promise<number> {
  const hash = createHash('sha256');
  let size = 0;
  const write = async (bytes: Buffer): Promise<void> => {
    hash.update(bytes);
    size += bytes.length;
    await file.appendFile(bytes);
  };
  await write(headBytes(header));
  const compressor = createZstdCompress({ chunkSize: CHUNK, params: { [constants.ZSTD_c_compressionLevel]: 1 } });
  const sink = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const bytes of source) await write(bytes);
  };
  await pipeline(entries, compressor, sink, ...(signal ? [{ signal }] : []));
  const trailer = Buffer.concat([hash.digest(), Buffer.from(END_MARK)]);
  await file.appendFile(trailer);
  return size + trailer.length;
}

function headBytes(header: ArchiveHeader): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const magic = Buffer.from(`${MAGIC}${FORMAT}\n`.padEnd(MAGIC_LENGTH));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([magic, length, json]);
}

/** An entry of JSON. */
export function entry(kind: string, content: object): Buffer {
  return withHead(kind, Buffer.from(JSON.stringify(content)));
}

function withHead(kind: string, content: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(ENTRY_HEAD + content.length);
  bytes.write(kind, 0, 'latin1');
  bytes.writeUInt32BE(content.length, 1);
  content.copy(bytes, ENTRY_HEAD);
  return bytes;
}

/** A renamed file survives a power cut once its folder is on the disk. Windows can't be asked and need not be. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
