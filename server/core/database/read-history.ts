import { LRUCache } from 'lru-cache';

/** What an organization's reads were like lately: which statements are known to be quick, and which were slow. */
export interface ReadHistory {
  /** Where a statement belongs; null where nobody knows, or where it is neither quick nor slow. */
  laneOf(name: string): 'QUICK' | 'SLOW' | null;
  /** Notes a read that did not take long, and how long PostgreSQL had it. */
  ran(name: string, ms: number): void;
  /** Notes a read that the quick lane cancelled. */
  wasCancelled(name: string): void;
  /** Notes a read that took long in the slow lane. */
  wasSlow(name: string): void;
}

/** A statement is quick when its last run took less. */
const QUICK_MS = 50;
/** How long a slow statement stays in the slow lane before it is tried again. */
const SLOW_FOR_MS = 10 * 60_000;
/** How long an organization stays on probation after a slow statement: only what is known to be quick passes the quick lane. */
const PROBATION_MS = 60_000;
/** After so many in a probation, what is known to be quick is tried as if nobody knew: other values may make it slow. */
const MAX_STRIKES = 3;
/** A machine that was busy for a moment makes statements slow; they are believed to be quick again, unless that happens time and again. */
const MAX_PARDONS = 3;
const MAX_STATEMENTS = 500;
const MAX_ORGANIZATIONS = 2000;

/** Finds the history of an organization. */
export function createReadHistories(now: () => number = Date.now): (org: string) => ReadHistory {
  const histories = new LRUCache<string, ReadHistory>({ max: MAX_ORGANIZATIONS });
  return (org) => {
    let history = histories.get(org);
    if (!history) histories.set(org, (history = createHistory(now)));
    return history;
  };
}

function createHistory(now: () => number): ReadHistory {
  const quick = new Set<string>();
  /** In the order of their last time. */
  const slow = new Map<string, { readonly at: number; readonly cancellations: number; readonly isPardoned: boolean }>();
  let probationUntil = 0;
  let strikes = 0;

  const recent = (name: string) => {
    const found = slow.get(name);
    return found && now() < found.at + SLOW_FOR_MS ? found : null;
  };
  const isSlow = (name: string): boolean => recent(name)?.isPardoned === false;

  function markSlow(name: string, more: number): void {
    const cancellations = (recent(name)?.cancellations ?? 0) + more;
    quick.delete(name);
    slow.delete(name);
    slow.set(name, { at: now(), cancellations, isPardoned: false });
    dropOldest(slow);
  }

  function putOnProbation(): void {
    if (now() >= probationUntil) strikes = 0;
    probationUntil = now() + PROBATION_MS;
  }

  return {
    laneOf(name) {
      if (strikes < MAX_STRIKES && quick.has(name)) return 'QUICK';
      const isOnProbation = now() < probationUntil;
      if (!isOnProbation) strikes = 0;
      if (quick.has(name)) return isOnProbation ? null : 'QUICK';
      return isOnProbation || isSlow(name) ? 'SLOW' : null;
    },
    ran(name, ms) {
      if (ms >= QUICK_MS) return void quick.delete(name);
      if (quick.has(name)) return;
      const before = recent(name);
      if (before && before.cancellations > MAX_PARDONS) return;
      if (before) slow.set(name, { ...before, isPardoned: true });
      quick.add(name);
      dropOldest(quick);
    },
    wasCancelled(name) {
      putOnProbation();
      strikes++;
      markSlow(name, 1);
    },
    wasSlow(name) {
      // What is known to be slow disturbs nobody.
      if (!isSlow(name)) putOnProbation();
      markSlow(name, 0);
    },
  };
}

function dropOldest(names: Set<string> | Map<string, unknown>): void {
  if (names.size > MAX_STATEMENTS) names.delete(names.keys().next().value!);
}
