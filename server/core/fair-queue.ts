import { ALONE_AFTER_MS, watchCallers } from './callers.js';
import { Busy } from './errors.js';

export interface FairQueueOptions {
  /** Tasks that run at the same time. */
  readonly places: number;
  /** Tasks of one key that run at the same time. */
  readonly placesPerKey: number;
  /** The same while another key has a task, or began one in the last second. Default: `placesPerKey`. */
  readonly placesBesideOthers?: number;
  /** Tasks that may wait, over all keys; more are refused at once. */
  readonly maxWaiting: number;
  /** Tasks of one key that may wait. */
  readonly maxWaitingPerKey: number;
  /** The longest wait for a place, in ms; unlimited unless set. */
  readonly maxWaitMs?: number;
}

/** A limited number of places, shared fairly: the keys that wait (organizations, addresses) take turns. */
export interface FairQueue {
  readonly running: number;
  readonly waiting: number;
  /**
   * Waits for a place.
   *
   * @returns gives the place back; calling it again has no effect
   * @throws BUSY with `retryAfterSeconds` when too many wait, or the wait was too long
   */
  take(key: string, signal?: AbortSignal, options?: TakeOptions): Promise<() => void>;
  /** Takes a place if one is free and nobody of this key waits for one; costs no promise and no timer. */
  tryTake(key: string): (() => void) | null;
  /** Runs a task when it has a place. */
  run<T>(key: string, task: () => Promise<T>, signal?: AbortSignal, options?: TakeOptions): Promise<T>;
}

export interface TakeOptions {
  /** Waits as long as it takes and does not count among those that wait: for background work, whose number is limited elsewhere. */
  readonly isPatient?: boolean;
}

interface Waiter {
  readonly isPatient: boolean;
  readonly grant: () => void;
}

/** Callers that are refused try again after this time; it is about as long as a full queue needs. */
const RETRY_AFTER_SECONDS = 1;

export function createFairQueue({
  places,
  placesPerKey,
  placesBesideOthers = placesPerKey,
  maxWaiting,
  maxWaitingPerKey,
  maxWaitMs,
}: FairQueueOptions): FairQueue {
  /** In the order of their next turns. */
  const waitersOf = new Map<string, Set<Waiter>>();
  const runningOf = new Map<string, number>();
  const callers = watchCallers();
  let running = 0;
  let waiting = 0;
  let later: NodeJS.Timeout | undefined;

  const runningBy = (key: string): number => runningOf.get(key) ?? 0;
  const hasPlace = (key: string): boolean => {
    if (running >= places) return false;
    const own = runningBy(key);
    return own < placesBesideOthers || (own < placesPerKey && own === running && callers.isAlone(key));
  };

  function occupy(key: string): () => void {
    running++;
    callers.saw(key);
    runningOf.set(key, runningBy(key) + 1);
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      running--;
      if (runningBy(key) > 1) runningOf.set(key, runningBy(key) - 1);
      else runningOf.delete(key);
      serve();
    };
  }

  function serve(): void {
    while (waitersOf.size > 0 && running < places) {
      const next = [...waitersOf].find(([key]) => hasPlace(key));
      if (!next) return serveLater();
      const [key, waiters] = next;
      const [first] = waiters;
      remove(key, first!);
      const rest = waitersOf.get(key);
      // The key goes to the end of the line.
      if (rest && waitersOf.delete(key)) waitersOf.set(key, rest);
      first!.grant();
    }
  }

  /** Places are free, but only for a key that is alone: one of those that wait may be alone in a second. */
  function serveLater(): void {
    if (placesBesideOthers < placesPerKey)
      later ??= setTimeout(() => {
        later = undefined;
        serve();
      }, ALONE_AFTER_MS + 1).unref();
  }

  function remove(key: string, waiter: Waiter): void {
    const waiters = waitersOf.get(key);
    if (!waiters?.delete(waiter)) return;
    if (!waiter.isPatient) waiting--;
    if (waiters.size === 0) waitersOf.delete(key);
  }

  const waitingBy = (waiters: ReadonlySet<Waiter>): number => [...waiters].filter(({ isPatient }) => !isPatient).length;
  const tryTake = (key: string): (() => void) | null => (hasPlace(key) && !waitersOf.has(key) ? occupy(key) : null);

  function take(key: string, signal?: AbortSignal, { isPatient = false }: TakeOptions = {}): Promise<() => void> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    const free = tryTake(key);
    if (free) return Promise.resolve(free);
    const waiters = waitersOf.get(key) ?? new Set<Waiter>();
    if (!isPatient && (waiting >= maxWaiting || waitingBy(waiters) >= maxWaitingPerKey))
      return Promise.reject(Busy({ retryAfterSeconds: RETRY_AFTER_SECONDS }));
    return new Promise((resolve, reject) => {
      const leave = (reason: Error): void => {
        remove(key, waiter);
        settle();
        reject(reason);
      };
      const abort = (): void => leave(signal!.reason as Error);
      const timer =
        isPatient || maxWaitMs === undefined
          ? undefined
          : setTimeout(() => leave(Busy({ retryAfterSeconds: RETRY_AFTER_SECONDS })), maxWaitMs);
      const settle = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      };
      const waiter: Waiter = {
        isPatient,
        grant: () => {
          settle();
          resolve(occupy(key));
        },
      };
      signal?.addEventListener('abort', abort);
      waiters.add(waiter);
      waitersOf.set(key, waiters);
      if (!isPatient) waiting++;
      if (running < places) serveLater();
    });
  }

  return {
    get running() {
      return running;
    },
    get waiting() {
      return waiting;
    },
    take,
    tryTake,
    async run(key, task, signal, options) {
      const release = await take(key, signal, options);
      try {
        return await task();
      } finally {
        release();
      }
    },
  };
}
