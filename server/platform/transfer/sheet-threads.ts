import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { fileFault } from './file-fault.js';
import type { ReadResult, SheetTask } from './sheet-worker.js';

const extension = extname(fileURLToPath(import.meta.url));

/** How long a thread may work on one sheet. */
const PATIENCE = 120_000;

/**
 * One thread for sheets: one is in memory as a whole, many times its size. It has a heap of its own, so that a sheet that
 * does not fit ends its task and nothing else; it steps back for everything else, and ends when there is nothing to do.
 */
const threads = new Piscina<SheetTask, ReadResult | Uint8Array>({
  filename: new URL(`./sheet-worker${extension}`, import.meta.url).href,
  // From sources a thread needs the process's loader for TypeScript; compiled, nothing of what the process was started with.
  execArgv: extension === '.ts' ? process.execArgv : [],
  minThreads: 0,
  maxThreads: 1,
  maxQueue: 100,
  idleTimeout: 10_000,
  niceIncrement: 10,
  resourceLimits: { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 64 },
});

// A thread that dies fails its task, and the next task gets a new one; without a listener it would end the process.
threads.on('error', () => undefined);

/** Has a thread work on a sheet; one that is too much for it, in memory or in time, is refused as too large. */
export async function workOnSheet(task: SheetTask, buffers: readonly Uint8Array[], signal?: AbortSignal): Promise<ReadResult | Uint8Array> {
  const patience = AbortSignal.timeout(PATIENCE);
  try {
    return await threads.run(task, {
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
      transferList: buffers.map(({ buffer }) => buffer as ArrayBuffer),
    });
  } catch (error) {
    signal?.throwIfAborted();
    if (patience.aborted || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') throw fileFault('FILE_TOO_LARGE');
    throw error;
  }
}

/** Ends the thread; the process would wait for it a while. */
export const stopSheetThreads = (): Promise<void> => threads.close({ force: true });
