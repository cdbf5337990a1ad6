import { MAX_COLUMNS, type Rows } from '../database/rows.js';
import { TooManyGroups } from './groups.js';
import { encodeCursor } from './cursor.js';

/**
 * What the generated writers call: JSON is written straight from the bytes of the rows, so that a value becomes neither a
 * string nor an object on its way. One answer is written at a time, without a pause, so all share one buffer.
 */
let out = Buffer.allocUnsafe(512 * 1024);
let at = 0;

/** Where the cells of the current row lie. */
let row: Buffer = out;
const starts = new Int32Array(MAX_COLUMNS);
const lengths = new Int32Array(MAX_COLUMNS);

/** Beyond this the buffer is given back after the answer. */
const KEEP_BYTES = 4 * 1024 * 1024;

function reserve(bytes: number): void {
  if (at + bytes <= out.length) return;
  const larger = Buffer.allocUnsafe(Math.max(out.length * 2, at + bytes));
  out.copy(larger, 0, 0, at);
  out = larger;
}

/** Short runs are copied by hand: a call into native code costs more than it saves. */
function copy(source: Uint8Array, from: number, length: number): void {
  if (length > 64) {
    out.set(source.subarray(from, from + length), at);
    at += length;
    return;
  }
  const [target, shift] = [out, at - from];
  for (let index = from; index < from + length; index++) target[index + shift] = source[index]!;
  at += length;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NULL = Buffer.from('null');
/** What JSON.stringify writes for the bytes that it escapes. */
const escapes = Array.from({ length: BACKSLASH + 1 }, (_, code) => Buffer.from(JSON.stringify(String.fromCharCode(code)).slice(1, -1)));

function writeNull(): void {
  reserve(4);
  copy(NULL, 0, 4);
}

export const jsonBytes = {
  /** Begins an answer. */
  begin(): void {
    at = 0;
  },
  /** The answer so far. */
  end(): Buffer {
    const answer = Buffer.from(out.subarray(0, at));
    if (out.length > KEEP_BYTES) out = Buffer.allocUnsafe(KEEP_BYTES);
    return answer;
  },
  locate(rows: Rows, index: number): void {
    row = rows.locate(index, starts, lengths);
  },
  isNull: (cell: number): boolean => lengths[cell]! < 0,
  /** A cell as a string, for what can't be written from its bytes. */
  string(cell: number): string | null {
    return lengths[cell]! < 0 ? null : row.toString('utf8', starts[cell], starts[cell]! + lengths[cell]!);
  },

  /** JSON text that is there already. */
  put(text: string): void {
    reserve(text.length * 3);
    at += out.write(text, at, 'utf8');
  },
  raw(bytes: Uint8Array): void {
    reserve(bytes.length);
    copy(bytes, 0, bytes.length);
  },
  /** A number or Boolean. */
  plain(cell: number): void {
    const length = lengths[cell]!;
    if (length < 0) return writeNull();
    reserve(length);
    copy(row, starts[cell]!, length);
  },
  /** Text that holds nothing to escape, behind a prefix. */
  quoted(cell: number, prefix: Uint8Array): void {
    const length = lengths[cell]!;
    if (length < 0) return writeNull();
    reserve(length + prefix.length + 2);
    out[at++] = QUOTE;
    copy(prefix, 0, prefix.length);
    copy(row, starts[cell]!, length);
    out[at++] = QUOTE;
  },
  /** JSON as PostgreSQL prints it, without its spaces. */
  json(cell: number): void {
    const text = jsonBytes.string(cell);
    jsonBytes.put(text === null ? 'null' : JSON.stringify(JSON.parse(text)));
  },
  text(cell: number): void {
    const length = lengths[cell]!;
    if (length < 0) return writeNull();
    reserve(length * 6 + 2);
    // Locals: what stands outside of the function costs a look-up for each byte.
    const [source, target, start] = [row, out, starts[cell]!];
    let end = at;
    target[end++] = QUOTE;
    for (let index = start; index < start + length; index++) {
      const byte = source[index]!;
      if (byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH) target[end++] = byte;
      else for (const escaped of escapes[byte]!) target[end++] = escaped;
    }
    target[end++] = QUOTE;
    at = end;
  },
  /** PostgreSQL's `2027-01-31 09:30:00.5+00` as RFC 3339 with milliseconds. */
  instant(cell: number): void {
    const length = lengths[cell]!;
    if (length < 0) return writeNull();
    reserve(26);
    const start = starts[cell]!;
    out[at++] = QUOTE;
    copy(row, start, 19);
    out[at - 9] = 0x54; // T
    out[at++] = 0x2e; // .
    // Between the seconds and "+00" stand a point and one to three digits, or nothing.
    for (let digit = 0; digit < 3; digit++) out[at++] = digit + 20 < length - 3 ? row[start + 20 + digit]! : 0x30;
    out[at++] = 0x5a; // Z
    out[at++] = QUOTE;
  },
};

/** The same in strings, for what lies inside JSON cells: related lists, figures, records by ids. */
export const jsonText = {
  string: (value: string): string => JSON.stringify(value),
  instant: (value: string): string =>
    `${value.slice(0, 10)}T${value.slice(11, 19)}${value[19] === '.' ? value.slice(19, -3).padEnd(4, '0') : '.000'}Z`,
  cursor: encodeCursor,
  tooManyGroups: (limit: number): Error => TooManyGroups({ limit }),
};
