import { fileFault } from './file-fault.js';
import { workOnSheet, type ThreadUser } from './file-threads.js';
import type { Limits } from './limits.js';
import type { ReadResult, SheetCell } from './sheet-worker.js';
import type { Source, TableRow } from './table.js';
import { bytesOf } from './text-source.js';

interface SheetOptions extends ThreadUser {
  /** Name or number, from 1. */
  readonly sheet?: string | number | undefined;
  readonly limits: Limits;
}

/**
 * Reads a sheet in a thread of its own and gives its rows, as often as asked. Dates are `2027-01-31` or
 * `2027-01-31T17:04:00`, numbers have a point and all their digits, as they are shown: 1 in the format `0%` is 100, 2035 in the
 * format `00000` is `02035`.
 */
export async function readSheet(
  source: Source,
  { sheet, limits, ...user }: SheetOptions,
): Promise<{ rows: () => AsyncIterable<readonly TableRow[]>; sheet: string; otherSheets: readonly string[] }> {
  const { signal } = user;
  const archive = await wholeFile(source, limits.sheetBytes, signal);
  const { unpackedBytes, sheetRows, columns, cell } = limits;
  const result = (await workOnSheet(
    { archive, sheet: sheet ?? null, limits: { unpackedBytes, sheetRows, columns, cell } },
    [archive],
    user,
  )) as ReadResult;
  if ('reason' in result) throw fileFault(result.reason, { ...result.details });
  const { batches, ...sheets } = result;
  return { ...sheets, rows: () => rowsOf(batches, signal) };
}

async function* rowsOf(batches: readonly Uint8Array[], signal?: AbortSignal): AsyncGenerator<readonly TableRow[], void, undefined> {
  let line = 1;
  for (const batch of batches) {
    signal?.throwIfAborted();
    const rows = JSON.parse(Buffer.from(batch.buffer, batch.byteOffset, batch.byteLength).toString()) as SheetCell[][];
    yield rows.map((cells) => rowOf(line++, cells));
    // JSON of a batch takes a moment: others get their turn.
    await new Promise(setImmediate);
  }
}

function rowOf(line: number, cells: readonly SheetCell[]): TableRow {
  const numbers = new Map(cells.flatMap((cell, index) => (typeof cell === 'string' ? [] : [[index, cell[1]] as const])));
  const texts = cells.map((cell) => (typeof cell === 'string' ? cell : cell[0]));
  return numbers.size > 0 ? { line, cells: texts, numbers } : { line, cells: texts };
}

/** In a buffer of its own, which can move to the thread. */
async function wholeFile(source: Source, limit: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of bytesOf(source, signal)) {
    size += piece.length;
    if (size > limit) throw fileFault('FILE_TOO_LARGE', { limit });
    pieces.push(Buffer.from(piece));
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
