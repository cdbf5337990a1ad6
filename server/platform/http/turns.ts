import { watchCallers } from '../../core/callers.js';

/**
 * Shares of the main thread. A request is read, checked and planned in one go, and nothing else happens meanwhile; so callers
 * (organizations, and addresses before sign-in) take turns for it, and between two rounds of turns the server hears everybody else.
 */
export interface Turns {
  /**
   * The time of this caller to work has come; what they do until they next wait for something is their turn.
   *
   * @param extraMs what the turn costs others later, in ms; charged with the time that it takes
   */
  take(key: string, extraMs?: number): Promise<void> | undefined;
}

export interface TurnsOptions {
  /** The length of a round in ms, a longer last turn aside: where callers share the thread, and where one is alone. */
  readonly roundMs?: number;
  readonly roundAloneMs?: number;
  /** What a turn may take, in ms; more is charged. */
  readonly freeMs?: number;
  /** What a caller may be charged at once beside others, in ms. */
  readonly creditMs?: number;
  /** How much of their credit callers get back in a ms. */
  readonly share?: number;
  readonly now?: () => number;
}

/** How often those are looked at again who have used up their credit, in ms. */
const OVERDRAWN_MS = 5;
/** Callers whose charges are known; beyond that those are forgotten who came first. */
const MAX_CHARGED = 10_000;

interface Account {
  credit: number;
  at: number;
}

export function createTurns({
  roundMs = 1,
  roundAloneMs = 4,
  freeMs = 2,
  creditMs = 100,
  share = 1 / 3,
  now = () => performance.now(),
}: TurnsOptions = {}): Turns {
  /** In the order of their next turns. */
  const waiting = new Map<string, { readonly start: () => void; readonly extraMs: number }[]>();
  /** Of those who have been charged lately. */
  const accounts = new Map<string, Account>();
  let used = 0;
  let isRoundOpen = false;
  let isTurn = false;
  let timer: NodeJS.Timeout | undefined;
  /** Who had the last turn. */
  let last = '';
  const callers = watchCallers(now);

  /** What is left of a caller's credit; all of it when nobody else is there. */
  const creditOf = (key: string): number => {
    const account = accounts.get(key);
    if (!account) return creditMs;
    const at = now();
    account.credit = Math.min(creditMs, account.credit + (at - account.at) * share);
    account.at = at;
    if (account.credit < creditMs) return account.credit;
    accounts.delete(key);
    return creditMs;
  };
  const isRoundOver = (): boolean => used >= roundMs && (used >= roundAloneMs || !callers.isAlone(last));
  const mayWork = (key: string): boolean => !accounts.has(key) || creditOf(key) >= 0 || callers.isAlone(key);

  function charge(key: string, ms: number): void {
    if (ms <= freeMs) return;
    const credit = creditOf(key) - (ms - freeMs);
    if (!accounts.has(key) && accounts.size >= MAX_CHARGED) accounts.delete(accounts.keys().next().value!);
    // Who overdraws far is not shut out for long.
    accounts.set(key, { credit: Math.max(credit, -creditMs), at: now() });
  }

  /** Begins a turn, which ends when everything has run that waits for nothing but itself. */
  function begin(key: string, extraMs: number): void {
    if (!isRoundOpen) {
      isRoundOpen = true;
      setImmediate(nextRound);
    }
    isTurn = true;
    const began = now();
    last = key;
    callers.saw(key);
    queueMicrotask(() =>
      process.nextTick(() => {
        isTurn = false;
        const ms = now() - began;
        used += ms;
        charge(key, ms + extraMs);
        if (waiting.size > 0) serve();
      }),
    );
  }

  function nextRound(): void {
    isRoundOpen = false;
    used = 0;
    if (waiting.size > 0) serve();
  }

  /** Gives the next who may work a turn, unless the round is over. */
  function serve(): void {
    if (isTurn || isRoundOver()) return;
    for (const [key, queue] of waiting) {
      if (!mayWork(key)) continue;
      waiting.delete(key);
      const { start, extraMs } = queue.shift()!;
      // The key goes to the end of the line.
      if (queue.length > 0) waiting.set(key, queue);
      begin(key, extraMs);
      return start();
    }
    // All of them have used up their credit.
    timer ??= setTimeout(() => {
      timer = undefined;
      serve();
    }, OVERDRAWN_MS).unref();
  }

  return {
    take(key, extraMs = 0) {
      if (!isTurn && waiting.size === 0 && !isRoundOver() && mayWork(key)) return void begin(key, extraMs);
      return new Promise((start) => {
        const queue = waiting.get(key);
        if (queue) queue.push({ start, extraMs });
        else waiting.set(key, [{ start, extraMs }]);
        if (!isRoundOpen) serve();
      });
    },
  };
}
