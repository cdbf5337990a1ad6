import { isUtf8 } from 'node:buffer';
import { ReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import type { Source } from './table.js';
import { utf8Length, withoutBrokenEnd } from './text-encoding.js';

/** Bytes that are worked on at once: what stands between two chances to stop. */
const PIECE = 65_536;

/** The first bytes of a file; all of it where it is shorter. */
export async function readHead(source: Source, length: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of bytesOf(source)) {
    pieces.push(Buffer.from(piece));
    size += piece.length;
    if (size >= length) break;
  }
  return Buffer.concat(pieces).subarray(0, length);
}

/**
 * The bytes of a file in pieces of a bounded size, whatever the stream makes of them; it is closed when the reader stops.
 * Whoever keeps a piece must copy it: its memory is freed when the next one is asked for, as the collector comes too late for many files.
 */
export async function* bytesOf(source: Source, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
  signal?.throwIfAborted();
  const stream = await source();
  const abort = (): void => void stream.destroy(signal?.reason instanceof Error ? signal.reason : new Error('Aborted.'));
  signal?.addEventListener('abort', abort, { once: true });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer | Uint8Array | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      for (let at = 0; at < bytes.length; at += PIECE) {
        signal?.throwIfAborted();
        yield bytes.subarray(at, at + PIECE);
      }
      // What others send may be part of something larger, or theirs to use again.
      if (stream instanceof ReadStream && bytes.byteLength === bytes.buffer.byteLength) (bytes.buffer as ArrayBuffer).transfer(0);
    }
    signal?.throwIfAborted();
  } finally {
    signal?.removeEventListener('abort', abort);
    stream.destroy();
  }
}

/**
 * The text of a file without a byte order mark. A byte that the encoding does not know becomes half of a surrogate pair, which
 * no text has otherwise: `isWellFormed` finds it, so that it is a fault of its cell and not of the file.
 */
export async function* textOfFile(source: Source, encoding: string, signal?: AbortSignal): AsyncGenerator<string, void, undefined> {
  const decode = decoderOf(encoding);
  let isFirst = true;
  const take = (bytes: Buffer | null): string => {
    const text = decode(bytes);
    if (!isFirst || text === '') return text;
    isFirst = false;
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  };
  for await (const piece of bytesOf(source, signal)) {
    const text = take(piece);
    if (text !== '') yield text;
  }
  const text = take(null);
  if (text !== '') yield text;
}

/** What stands for bytes that are no text, so that it can be shown and saved. */
export const withoutBadBytes = (text: string): string => text.toWellFormed();

/** Decodes piece by piece; null ends it. */
type Decode = (piece: Buffer | null) => string;

/** Bytes that are no text, as Python's `surrogateescape` writes them: 0x81 → U+DC81. */
const bad = (bytes: Buffer): string => Array.from(bytes, (byte) => String.fromCharCode(0xdc00 + byte)).join('');

function decoderOf(encoding: string): Decode {
  if (encoding === 'utf-8') return utf8Decoder();
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16Decoder(encoding === 'utf-16be');
  const decoder = iconv.getDecoder(encoding);
  return (piece) => {
    const text = piece ? decoder.write(piece) : (decoder.end() ?? '');
    return text.includes('\uFFFD') ? text.replaceAll('\uFFFD', '\uDCFF') : text;
  };
}

function utf8Decoder(): Decode {
  let rest: Buffer = Buffer.alloc(0);
  return (piece) => {
    if (!piece) return bad(rest);
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const whole = withoutBrokenEnd(bytes);
    rest = Buffer.from(bytes.subarray(whole.length));
    return isUtf8(whole) ? whole.toString() : escapedUtf8(whole);
  };
}

function escapedUtf8(bytes: Buffer): string {
  let [text, start] = ['', 0];
  for (let at = 0; at < bytes.length;) {
    const length = utf8Length(bytes, at);
    if (length > 0) at += length;
    else {
      text += bytes.toString('utf8', start, at) + bad(bytes.subarray(at, at + 1));
      start = ++at;
    }
  }
  return text + bytes.toString('utf8', start);
}

/** In UTF-16 every two bytes are a unit, and halves of surrogate pairs stay what they are. */
function utf16Decoder(isBigEndian: boolean): Decode {
  let rest: Buffer = Buffer.alloc(0);
  return (piece) => {
    // Twice: the unit before it may be the first half of a pair.
    if (!piece) return bad(rest) + bad(rest);
    const bytes = Buffer.concat([rest, piece]);
    const even = bytes.length & ~1;
    rest = Buffer.from(bytes.subarray(even));
    const units = bytes.subarray(0, even);
    return (isBigEndian ? units.swap16() : units).toString('utf16le');
  };
}
