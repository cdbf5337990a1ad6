import { fileFault } from './file-fault.js';
import { workOnSheet, type ThreadUser } from './file-threads.js';
import type { Limits } from './limits.js';
import type { ReadResult } from './sheet-worker.js';
import type { Source, TableRow } from './table.js';
import { bytesOf } from './text-source.js';

interface SheetOptions extends ThreadUser {
  /** Name or number, from 1. */
  readonly sheet?: string | number | undefined;
  readonly limits: Limits;
}

/**
 * Reads a sheet in a thread of its own and gives its rows, as often as asked. Dates are `2027-01-31` or
 * `2027-01-31T17:04:00`, numbers have a point and all their digits, whatever they look like in the sheet.
 */
export async function readSheet(
  source: Source,
  { sheet = 1, limits, ...user }: SheetOptions,
): Promise<() => AsyncIterable<readonly TableRow[]>> {
  const { signal } = user;
  const archive = await wholeFile(source, limits.sheetBytes, signal);
  const { unpackedBytes, sheetRows, columns, cell } = limits;
  const result = (await workOnSheet(
    { archive, sheet, limits: { unpackedBytes, sheetRows, columns, cell } },
    [archive],
    user,
  )) as ReadResult;
  if ('reason' in result) throw fileFault(result.reason, { ...result.details });
  return () => rowsOf(result.batches, signal);
}

async function* rowsOf(batches: readonly Uint8Array[], signal?: AbortSignal): AsyncGenerator<readonly TableRow[], void, undefined> {
  let line = 1;
  for (const batch of batches) {
    signal?.throwIfAborted();
    const rows = JSON.parse(Buffer.from(batch.buffer, batch.byteOffset, batch.byteLength).toString()) as string[][];
    yield rows.map((cells) => ({ line: line++, cells }));
    // JSON of a batch takes a moment: others get their turn.
    await new Promise(setImmediate);
  }
}

/** In a buffer of its own, which can move to the thread. */
async function wholeFile(source: Source, limit: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of bytesOf(source, signal)) {
    size += piece.length;
    if (size > limit) throw fileFault('FILE_TOO_LARGE', { limit });
    pieces.push(piece);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
