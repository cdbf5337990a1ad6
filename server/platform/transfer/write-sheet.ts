import type { OutColumn, OutRow } from './cell-kind.js';
import { fileFault } from './file-fault.js';
import { standardLimits, type Limits } from './limits.js';
import { workOnSheet, type ThreadUser } from './file-threads.js';

export interface SheetOutput extends ThreadUser {
  readonly sheetName?: string;
  /** The zone that moments are shown in, and read back in: a sheet's have none. */
  readonly timeZone?: string;
  readonly limits?: Partial<Limits>;
}

/** Wide enough for most, narrow enough for a screen. */
const [NARROWEST, WIDEST] = [8, 60];

/**
 * A table as XLSX, made in a thread of its own; its rows are in memory, so there may not be more than `sheetRows`. Numbers,
 * booleans and dates are such in the sheet, moments are on the clocks of the zone; a number of more digits than a sheet keeps stays a
 * text. No text is ever a formula.
 */
export async function writeSheet(
  columns: readonly OutColumn[],
  batches: AsyncIterable<readonly OutRow[]>,
  { sheetName = 'Sheet1', timeZone = 'UTC', limits, ...user }: SheetOutput = {},
): Promise<Buffer> {
  const { sheetRows, unpackedBytes } = { ...standardLimits, ...limits };
  const widths = columns.map(({ name }) => name.length);
  const packed: Uint8Array<ArrayBuffer>[] = [];
  let [count, size] = [0, 0];
  for await (const rows of batches) {
    user.signal?.throwIfAborted();
    count += rows.length;
    if (count > sheetRows) throw fileFault('TOO_MANY_ROWS', { limit: sheetRows });
    for (const row of rows) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell?.length ?? 0)));
    // In a buffer of its own, which can move to the thread.
    const bytes = new TextEncoder().encode(JSON.stringify(rows));
    size += bytes.length;
    if (size > unpackedBytes) throw fileFault('FILE_TOO_LARGE', { limit: unpackedBytes });
    packed.push(bytes);
  }
  const task = {
    batches: packed,
    columns: columns.map(({ name, kind }, index) => ({ name, kind, width: Math.min(WIDEST, Math.max(NARROWEST, widths[index]! + 2)) })),
    sheetName: sheetNameOf(sheetName),
    timeZone,
  };
  const made = (await workOnSheet(task, packed, user)) as Uint8Array;
  return Buffer.from(made.buffer, made.byteOffset, made.byteLength);
}

/** What Excel takes as the name of a sheet. */
const sheetNameOf = (name: string): string =>
  name
    .replace(/[[\]/\\:*?]+/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31) || 'Sheet1';
