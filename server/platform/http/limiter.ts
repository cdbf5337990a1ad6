/**
 * How much each caller may ask for in a minute: requests, and the cost of their operations.
 *
 * Counting happens in the process, so a request waits for nobody. About once a second the counts go to the database,
 * where those of the other servers come back from: replicas agree within a second or two, and a server that has lost its
 * database goes on with what it counted itself.
 */
import { createHash, randomUUID } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type pg from 'pg';
import type { Limiter } from '../../core/context.js';
import { defineError, type CrmError } from '../../core/errors.js';
import type { Log } from './log.js';

/** Callers are told how long to wait, in `retryAfterSeconds` and in the header Retry-After. */
export const TooManyRequests = defineError<{ limit: number; retryAfterSeconds: number }>('TOO_MANY_REQUESTS', {
  status: 429,
  retryable: true,
  description: 'The caller sent more requests than it may in a minute. Nothing of this one was run; try again after `retryAfterSeconds`.',
});

export const CostBudgetExceeded = defineError<{ cost: number; remaining: number; limit: number; retryAfterSeconds: number }>(
  'COST_BUDGET_EXCEEDED',
  {
    status: 429,
    retryable: true,
    description:
      'The operation costs more than the caller has left of its minute. Nothing of it was run or charged; try again after `retryAfterSeconds`, or ask for no more than `remaining`.',
  },
);

/** What one caller may use up in a minute; 0 is no limit. */
export interface Budgets {
  readonly requestsPerMinute: number;
  /** Of an address whose caller is not signed in. */
  readonly openRequestsPerMinute: number;
  readonly costPerMinute: number;
}

export interface RequestLimiter extends Limiter {
  /** Counts a request of somebody who is signed in, or says why it is one too many. */
  countRequest(credentialId: string): CrmError | null;
  /** Counts a request of somebody who is not, by the address that it comes from. */
  countOpenRequest(address: string): CrmError | null;
  /** Hands in what is counted and ends. */
  stop(): Promise<void>;
}

export interface LimiterOptions {
  readonly budgets: Budgets;
  readonly log: Log;
  /** The clock, in milliseconds. */
  readonly now?: () => number;
}

const WINDOW_MS = 60_000;
const SETTLE_MS = 1000;
/** Callers that are counted at once; beyond that those are forgotten who came first. */
const MAX_CALLERS = 50_000;
/** Callers that are settled in one statement; the others follow in the next. */
const MAX_SETTLED = 1000;

/** What a caller used up in the window, here and on the other servers. */
interface Count {
  requests: number;
  cost: number;
  otherRequests: number;
  otherCost: number;
}

/**
 * @param system a pool in the system role: callers of all organisations, and of none, are counted together
 */
export function createLimiter(system: pg.Pool, { budgets, log, now = Date.now }: LimiterOptions): RequestLimiter {
  const server = randomUUID();
  const counts = new Map<string, Count>();
  const unsettled = new Set<string>();
  let window = windowAt(0);
  let timer: NodeJS.Timeout | undefined;
  let settling: Promise<void> = Promise.resolve();
  let isStopped = false;
  let isFailing = false;

  /** The caller's count in the window of this moment, about to change. */
  const touch = (caller: string): Count => {
    const at = now();
    if (at >= window.endsAt || at < window.startsAt) {
      window = windowAt(at);
      counts.clear();
      unsettled.clear();
    }
    let count = counts.get(caller);
    if (!count) {
      if (counts.size >= MAX_CALLERS) counts.delete(counts.keys().next().value!);
      counts.set(caller, (count = { requests: 0, cost: 0, otherRequests: 0, otherCost: 0 }));
    }
    unsettled.add(caller);
    if (!timer && !isStopped) timer = setTimeout(settleLater, SETTLE_MS).unref();
    return count;
  };

  const settleLater = (): void => {
    settling = settle().finally(() => {
      timer = undefined;
      if (unsettled.size > 0 && !isStopped) timer = setTimeout(settleLater, SETTLE_MS).unref();
    });
  };

  /** Counts are handed in whole, not as differences: an answer that got lost changes nothing. */
  const settle = async (): Promise<void> => {
    const { startsAt } = window;
    const callers = [...unsettled].slice(0, MAX_SETTLED).filter((caller) => counts.has(caller));
    const byHash = new Map(callers.map((caller) => [hashOf(caller), counts.get(caller)!]));
    for (const caller of callers) unsettled.delete(caller);
    try {
      if (callers.length > 0) {
        const mine = [...byHash.values()];
        const { rows } = await system.query<{ caller: string; requests: string; cost: string }>(SETTLE, [
          new Date(startsAt),
          server,
          [...byHash.keys()],
          mine.map(({ requests }) => requests),
          mine.map(({ cost }) => cost),
        ]);
        // When the window is over, these counts are not looked at any more.
        for (const { caller, requests, cost } of rows)
          Object.assign(byHash.get(caller)!, { otherRequests: Number(requests), otherCost: Number(cost) });
      }
      isFailing = false;
    } catch (error) {
      if (startsAt === window.startsAt) for (const caller of callers) unsettled.add(caller);
      if (!isFailing) log.warn('limiter.unsettled', { message: String(error) });
      isFailing = true;
    }
  };

  const secondsLeft = (): number => Math.max(1, Math.ceil((window.endsAt - now()) / 1000));

  const countRequests = (caller: string, limit: number): CrmError | null => {
    if (limit === 0) return null;
    const count = touch(caller);
    if (count.requests + count.otherRequests >= limit) return TooManyRequests({ limit, retryAfterSeconds: secondsLeft() });
    count.requests++;
    return null;
  };

  return {
    countRequest: (credentialId) => countRequests(`credential ${credentialId}`, budgets.requestsPerMinute),
    countOpenRequest: (address) => countRequests(`network ${networkOf(address)}`, budgets.openRequestsPerMinute),
    spend(credentialId, cost) {
      const limit = budgets.costPerMinute;
      if (limit === 0) return null;
      const count = touch(`credential ${credentialId}`);
      const left = Math.max(0, limit - count.cost - count.otherCost);
      const { resetAt } = window;
      if (cost > left) {
        const refusal = CostBudgetExceeded({ cost, remaining: left, limit, retryAfterSeconds: secondsLeft() });
        return { remaining: left, resetAt, refusal };
      }
      count.cost += cost;
      return { remaining: left - cost, resetAt, refusal: null };
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await settling;
      await settle();
    },
  };
}

/** The counts of the others are as old as the statement: its snapshot holds what they had handed in. Minutes that are over go. */
const SETTLE = `
WITH gone AS (DELETE FROM limiter_window WHERE starts_at < $1::timestamptz - interval '5 minutes')
INSERT INTO limiter_window AS mine (starts_at, caller, server, requests, cost)
SELECT $1::timestamptz, caller, $2::uuid, requests, cost FROM unnest($3::text[], $4::bigint[], $5::bigint[]) AS counted (caller, requests, cost)
ON CONFLICT (starts_at, caller, server) DO UPDATE SET requests = excluded.requests, cost = excluded.cost
RETURNING caller,
  (SELECT coalesce(sum(other.requests), 0) FROM limiter_window other
    WHERE other.starts_at = mine.starts_at AND other.caller = mine.caller AND other.server <> mine.server) AS requests,
  (SELECT coalesce(sum(other.cost), 0) FROM limiter_window other
    WHERE other.starts_at = mine.starts_at AND other.caller = mine.caller AND other.server <> mine.server) AS cost`;

interface Window {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly resetAt: string;
}

/** Minutes of the clock, so that all servers mean the same one. */
function windowAt(now: number): Window {
  const startsAt = now - (now % WINDOW_MS);
  const endsAt = startsAt + WINDOW_MS;
  return { startsAt, endsAt, resetAt: new Date(endsAt).toISOString() };
}

/** Neither addresses nor the ids of sessions lie about in the database. */
const hashOf = (caller: string): string => createHash('sha256').update(caller).digest('base64url');

/** Who has one IPv6 address has the 2^64 that begin alike. */
function networkOf(address: string): string {
  const ipv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (!isIPv6(ipv4)) return ipv4.slice(0, 64);
  const { hostname } = new URL(`http://[${address.split('%')[0]!}]`);
  const [start = '', end] = hostname.slice(1, -1).split('::');
  const groups = start === '' ? [] : start.split(':');
  const missing = end === undefined ? 0 : 8 - groups.length - (end === '' ? 0 : end.split(':').length);
  return [...groups, ...Array<string>(missing).fill('0'), ...(end ? end.split(':') : [])].slice(0, 4).join(':');
}
