import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { createFairQueue } from '../../core/fair-queue.js';
import type { CardResult, CardTask } from './card-worker.js';
import { fileFault } from './file-fault.js';
import type { ReadResult, SheetTask } from './sheet-worker.js';

const extension = extname(fileURLToPath(import.meta.url));
const programOf = (name: string): string => new URL(`./${name}${extension}`, import.meta.url).href;

/** How long a thread may work on one task; the wait for the thread does not count. */
const PATIENCE_MS = 120_000;

/**
 * One thread for files that are taken apart or made: a sheet is in memory as a whole, many times its size. It has a heap of its
 * own, so that a file that does not fit ends its task and nothing else; it steps back for everything else, and ends when there is
 * nothing to do.
 */
const threads = new Piscina({
  // From sources a thread needs the process's loader for TypeScript; compiled, nothing of what the process was started with.
  execArgv: extension === '.ts' ? process.execArgv : [],
  minThreads: 0,
  maxThreads: 1,
  idleTimeout: 10_000,
  niceIncrement: 10,
  resourceLimits: { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 64 },
});

// A thread that dies fails its task, and the next task gets a new one; without a listener it would end the process.
threads.on('error', () => undefined);

const queue = createFairQueue({ places: 1, placesPerKey: 1, maxWaiting: 200, maxWaitingPerKey: 10, maxWaitMs: 30_000 });

/** Who wants a thread, and how they wait for it. */
export interface ThreadUser {
  /** The organization: organizations take turns. */
  readonly owner?: string | undefined;
  /** Waits as long as it takes, as jobs do; requests are refused with BUSY when too many wait. */
  readonly isPatient?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Has a thread work on a sheet; a sheet that needs too much memory or time is refused as too large. */
export const workOnSheet = (task: SheetTask, buffers: readonly Uint8Array[], user: ThreadUser): Promise<ReadResult | Uint8Array> =>
  inThread('sheet-worker', task, buffers, user);

/** Has a thread take cards apart, with the same limits. */
export const workOnCards = (task: CardTask, user: ThreadUser): Promise<readonly CardResult[]> => inThread('card-worker', task, [], user);

function inThread<Result>(
  name: 'sheet-worker' | 'card-worker',
  task: SheetTask | CardTask,
  buffers: readonly Uint8Array[],
  { owner = '', isPatient = false, signal }: ThreadUser,
): Promise<Result> {
  const work = async (): Promise<Result> => {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    try {
      return (await threads.run(task, {
        filename: programOf(name),
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
        transferList: buffers.map(({ buffer }) => buffer as ArrayBuffer),
      })) as Result;
    } catch (error) {
      signal?.throwIfAborted();
      if (patience.aborted || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') throw fileFault('FILE_TOO_LARGE');
      throw error;
    }
  };
  return queue.run(owner, work, signal, { isPatient });
}

/** Ends the thread; the process would wait for it a while. */
export const stopFileThreads = (): Promise<void> => threads.close({ force: true });
