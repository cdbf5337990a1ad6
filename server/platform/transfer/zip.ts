import { crc32, inflateRawSync } from 'node:zlib';

/** A file of an archive, unpacked. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The archive is damaged, or holds more than it may. */
export class ZipFault extends Error {
  constructor(readonly reason: 'DAMAGED' | 'FILE_TOO_LARGE') {
    super(reason);
  }
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Unpacks the files of an archive whose name `isWanted`, as its directory lists them. What the directory says of sizes is
 * summed before anything is unpacked, and nothing unpacks to more than it says there.
 */
export function unzip(archive: Buffer, isWanted: (name: string) => boolean, maxBytes: number): ZipFile[] {
  const entries = directoryOf(archive).filter(({ name }) => isWanted(name));
  if (entries.reduce((sum, { size }) => sum + size, 0) > maxBytes) throw new ZipFault('FILE_TOO_LARGE');
  return entries.map((entry) => ({ name: entry.name, bytes: unpacked(archive, entry) }));
}

/** An archive that packs nothing: what reads it has nothing to unpack. */
export function zipStored(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2); // the name is UTF-8
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([signature(LOCAL), common, label]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([signature(ENTRY), common.subarray(0, 2), common, entry, label]));
    parts.push(local, bytes);
    offset += local.length + bytes.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, list, signature(END), end]);
}

const signature = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

function directoryOf(archive: Buffer): Entry[] {
  const end = archive.lastIndexOf(signature(END));
  if (end < 0 || end + 22 > archive.length) throw new ZipFault('DAMAGED');
  const entries: Entry[] = [];
  const names = new Set<string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > end || archive.readUInt32LE(at) !== ENTRY) throw new ZipFault('DAMAGED');
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place)) as [number, number, number];
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (names.has(name)) throw new ZipFault('DAMAGED');
    names.add(name);
    entries.push({
      name,
      isEncrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

function unpacked(archive: Buffer, { method, isEncrypted, packed, size, offset }: Entry): Buffer {
  if (isEncrypted || offset + 30 > archive.length || archive.readUInt32LE(offset) !== LOCAL) throw new ZipFault('DAMAGED');
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const bytes = archive.subarray(start, start + packed);
  if (bytes.length !== packed) throw new ZipFault('DAMAGED');
  if (method === 0 && packed === size) return bytes;
  if (method !== 8) throw new ZipFault('DAMAGED');
  let whole: Buffer;
  try {
    whole = inflateRawSync(bytes, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    // It unpacks to more than the directory says: made to deceive.
    throw new ZipFault((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'FILE_TOO_LARGE' : 'DAMAGED');
  }
  if (whole.length !== size) throw new ZipFault('DAMAGED');
  return whole;
}
