import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { fileFault } from './file-fault.js';
import type { Source } from './table.js';
import { withoutBrokenEnd } from './text-encoding.js';

/** Bytes that are worked on at once: what stands between two chances to stop. */
const PIECE = 65_536;

/** The first bytes of a file; all of it where it is shorter. */
export async function readHead(source: Source, length: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of bytesOf(source)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= length) break;
  }
  return Buffer.concat(pieces).subarray(0, length);
}

/** The bytes of a file in pieces of a bounded size, whatever the stream makes of them; it is closed when the reader stops. */
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
    }
    signal?.throwIfAborted();
  } finally {
    signal?.removeEventListener('abort', abort);
    stream.destroy();
  }
}

/**
 * The text of a file as UTF-8 without a byte order mark. Bytes that the encoding does not know are an error that names
 * their line, never a replacement character.
 */
export async function* textOfFile(source: Source, encoding: string, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
  let isFirst = true;
  for await (const piece of encoding === 'utf-8' ? checkedUtf8(source, signal) : recoded(source, encoding, signal)) {
    const text = isFirst && piece.length >= 3 && piece.readUIntBE(0, 3) === 0xefbbbf ? piece.subarray(3) : piece;
    isFirst = false;
    if (text.length > 0) yield text;
  }
}

async function* checkedUtf8(source: Source, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
  const lines = new LineCounter();
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of bytesOf(source, signal)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
    const whole = withoutBrokenEnd(bytes);
    rest = Buffer.from(bytes.subarray(whole.length));
    if (!isUtf8(whole)) throw wrongBytes('utf-8', lines.lineOf(whole.subarray(0, validLength(whole))));
    lines.count(whole);
    if (whole.length > 0) yield whole;
  }
  if (rest.length > 0) throw wrongBytes('utf-8', lines.line);
}

/** How many bytes are UTF-8 before those that are not. */
function validLength(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(withoutBrokenEnd(bytes.subarray(0, middle)))) good = middle;
    else bad = middle;
  }
  return good;
}

async function* recoded(source: Source, encoding: string, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
  const decode = decoderOf(encoding);
  const lines = new LineCounter();
  for await (const piece of bytesOf(source, signal)) {
    const text = Buffer.from(decode(piece, lines));
    lines.count(text);
    if (text.length > 0) yield text;
  }
  const text = Buffer.from(decode(null, lines));
  if (text.length > 0) yield text;
}

/** Decodes piece by piece; null ends it. */
function decoderOf(encoding: string): (piece: Buffer | null, lines: LineCounter) => string {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    return (piece, lines) => {
      try {
        return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
      } catch {
        throw wrongBytes(encoding, lines.line);
      }
    };
  }
  const decoder = iconv.getDecoder(encoding);
  return (piece, lines) => {
    const text = piece ? decoder.write(piece) : (decoder.end() ?? '');
    const bad = text.indexOf('\uFFFD');
    if (bad >= 0) throw wrongBytes(encoding, lines.lineOf(Buffer.from(text.slice(0, bad))));
    return text;
  };
}

const wrongBytes = (encoding: string, line: number) => fileFault('WRONG_ENCODING', { encoding, line });

/** Counts ends of lines: LF, CR LF and CR. */
class LineCounter {
  /** The line that what comes next stands on. */
  line = 1;
  private endsInReturn = false;

  count(text: Buffer): void {
    this.line = this.lineOf(text);
    this.endsInReturn = text.length > 0 ? text.at(-1) === 13 : this.endsInReturn;
  }

  /** The line that follows `text`, without counting it. */
  lineOf(text: Buffer): number {
    let line = this.line;
    for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, at + 1)) line++;
    for (let at = text.indexOf(13); at >= 0; at = text.indexOf(13, at + 1)) if (text[at + 1] !== 10) line++;
    // The two halves of an end of line that came in two pieces are one.
    return this.endsInReturn && text[0] === 10 ? line - 1 : line;
  }
}
