import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { fileFault } from './file-fault.js';

/** The encoding by its common name; refuses what we can not read. */
export function knownEncoding(name: string): string {
  const plain = name.trim().toLowerCase().replace(/_/g, '-');
  const known = aliases[plain] ?? name.trim().toLowerCase();
  if (!iconv.encodingExists(known) || notText.has(known)) throw fileFault('UNKNOWN_ENCODING', { encoding: name.slice(0, 60) });
  return known;
}

const aliases: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16le',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  ucs2: 'utf-16le',
  cp1252: 'windows-1252',
  win1252: 'windows-1252',
  latin1: 'iso-8859-1',
  'iso8859-1': 'iso-8859-1',
};

/** What Node calls encodings and iconv-lite takes over. */
const notText = new Set(['base64', 'base64url', 'hex', 'binary', 'utf7', 'utf-7', 'utf-7-imap', 'utf7imap']);

/** UTF-16 by its mark, or by every other byte being 0. */
export function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const length = Math.min(head.length, 4096) & ~1;
  for (let index = 0; index < length; index++) if (head[index] === 0) zeros[index & 1]!++;
  const [even, odd] = zeros.map((count) => count / (length / 2)) as [number, number];
  if (odd > 0.4 && even < 0.05) return 'utf-16le';
  return even > 0.4 && odd < 0.05 ? 'utf-16be' : null;
}

/** Bytes of UTF-8 without the beginning of a character at their end. */
export function withoutBrokenEnd(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

/** How many bytes the character that begins at a place has in UTF-8; 0 where none does. */
export function utf8Length(bytes: Buffer, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first >= 0xf5 || first < 0xc2 ? 0 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (length === 0 || at + length > bytes.length) return 0;
  return isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}
