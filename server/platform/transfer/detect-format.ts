import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { fileFault } from './file-fault.js';
import type { FileFormat } from './table.js';
import { utf16Of, withoutBrokenEnd } from './text-encoding.js';

const formatNames: Readonly<Record<FileFormat, string>> = { csv: 'CSV', xlsx: 'XLSX', vcard: 'vCard' };

/** What begins like this is neither a text nor a sheet that we read. */
const others: readonly (readonly [name: string, ...bytes: number[]])[] = [
  ['XLS', 0xd0, 0xcf, 0x11, 0xe0],
  ['PDF', 0x25, 0x50, 0x44, 0x46],
  ['PNG', 0x89, 0x50, 0x4e, 0x47],
  ['JPEG', 0xff, 0xd8, 0xff],
  ['GIF', 0x47, 0x49, 0x46, 0x38],
  ['gzip', 0x1f, 0x8b],
  ['bzip2', 0x42, 0x5a, 0x68, 0x39],
  ['xz', 0xfd, 0x37, 0x7a, 0x58],
  ['7z', 0x37, 0x7a, 0xbc, 0xaf],
  ['RAR', 0x52, 0x61, 0x72, 0x21, 0x1a],
  ['ELF', 0x7f, 0x45, 0x4c, 0x46],
  ['SQLite', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
];

/**
 * The format of a file by its first bytes; its name says nothing.
 *
 * @param wanted the format that it must have
 * @param encoding what a text is encoded by, when that is known
 */
export function detectFormat(head: Buffer, wanted?: FileFormat, encoding?: string): FileFormat {
  const found = formatOf(head, encoding);
  if (wanted && wanted !== found) throw fileFault('WRONG_FORMAT', { wanted: formatNames[wanted], found: formatNames[found] });
  return found;
}

function formatOf(head: Buffer, encoding: string | undefined): FileFormat {
  if (head.length === 0) throw fileFault('EMPTY');
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return 'xlsx';
  // A zip without entries begins with its end.
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0005\u0006'))) throw fileFault('UNKNOWN_FORMAT', { found: 'ZIP' });
  const other = others.find(([, ...bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (other) throw fileFault('UNKNOWN_FORMAT', { found: other[0] });
  const known = encoding ?? utf16Of(head);
  if (!known && isBinary(head)) throw fileFault('UNKNOWN_FORMAT', { found: 'unknown' });
  const start = iconv.decode(head.subarray(0, 200), known ?? 'utf-8');
  return /^\uFEFF?\s*BEGIN:VCARD\b/i.test(start) ? 'vcard' : 'csv';
}

/** Texts hold hardly a control character but tabs and ends of lines; one may stand in a cell. */
function isBinary(head: Buffer): boolean {
  let controls = 0;
  // An iterator would take ten times as long for a megabyte, and nothing else happens meanwhile.
  for (let at = 0; at < head.length; at++) {
    const byte = head[at]!;
    if (byte < 32 && (byte < 9 || byte > 13)) controls++;
  }
  const isText = isUtf8(withoutBrokenEnd(head));
  return controls > head.length * (isText ? 0.3 : 0.02);
}
