/**
 * How much each caller may ask for in a minute: requests, and the cost of their operations. Somebody who is signed in uses up three
 * budgets together: of the session or API key, of the user, of the organization. A further key is no further budget.
 *
 * Counting happens in the process, so a request waits for nobody. About once a second the counts go to the database,
 * where those of the other servers come back from: replicas agree within a second or two, and a server that has lost its
 * database goes on with what it counted itself.
 */
import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Caller, Limiter } from '../../core/context.js';
import { defineError, type CrmError } from '../../core/errors.js';
import type { Log } from './log.js';
import { networkOf } from './network.js';

/** Whose budget is used up. */
export type BudgetScope = 'CREDENTIAL' | 'USER' | 'ORGANIZATION' | 'ADDRESS';

/** Callers are told how long to wait, in `retryAfterSeconds` and in the header Retry-After. */
export const TooManyRequests = defineError<{ limit: number; scope: BudgetScope; retryAfterSeconds: number }>('TOO_MANY_REQUESTS', {
  status: 429,
  retryable: true,
  description:
    'More requests than a minute allows: of the credential, user, organization or address that `scope` names. Nothing of this one was run; try again after `retryAfterSeconds`.',
});

export const CostBudgetExceeded = defineError<{
  cost: number;
  remaining: number;
  limit: number;
  scope: BudgetScope;
  retryAfterSeconds: number;
}>('COST_BUDGET_EXCEEDED', {
  status: 429,
  retryable: true,
  description:
    'The operation costs more than is left of the minute of the credential, user or organization that `scope` names. Nothing of it was run or charged; try again after `retryAfterSeconds`, or ask for no more than `remaining`.',
});

/** What can be used up in a minute; 0 is no limit. */
export interface Budgets {
  /** Of a session or an API key, and of a user with all of theirs. */
  readonly requestsPerMinute: number;
  /** Of an address whose caller is not signed in. */
  readonly openRequestsPerMinute: number;
  /** Of a session or an API key, and of a user with all of theirs. */
  readonly costPerMinute: number;
  /** Of an organization with all of its users. */
  readonly organizationRequestsPerMinute: number;
  readonly organizationCostPerMinute: number;
}

export interface RequestLimiter extends Limiter {
  /** Counts a request of somebody who is signed in, or says why it is one too many. */
  countRequest(caller: Caller): CrmError | null;
  /** Counts a request of somebody who is not, by the address that it comes from. */
  countOpenRequest(address: string): CrmError | null;
  /** Takes back that a request was counted for an address: its caller turned out to be somebody. */
  uncountOpenRequest(address: string): void;
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
/** Callers that are counted at once; beyond that those are forgotten who have not come for the longest time. */
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

/** One of the budgets that a request is taken from. */
interface Budget {
  readonly scope: BudgetScope;
  readonly limit: number;
  readonly count: Count;
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
    if (count) counts.delete(caller);
    else {
      if (counts.size >= MAX_CALLERS) counts.delete(counts.keys().next().value!);
      count = { requests: 0, cost: 0, otherRequests: 0, otherCost: 0 };
    }
    counts.set(caller, count);
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

  /** The budget with the least left of those that have a limit, the narrowest first. Nothing is taken yet. */
  const tightest = (budgets: readonly Budget[], left: (budget: Budget) => number): Budget | null =>
    budgets.reduce<Budget | null>((least, one) => (least && left(least) <= left(one) ? least : one), null);

  const requestsLeft = ({ count, limit }: Budget): number => Math.max(0, limit - count.requests - count.otherRequests);
  const costLeft = ({ count, limit }: Budget): number => Math.max(0, limit - count.cost - count.otherCost);

  const budgetsOf = ({ org, userId, credential }: Caller, own: number, organization: number): Budget[] =>
    [
      { scope: 'CREDENTIAL' as const, name: `credential ${credential.id}`, limit: own },
      { scope: 'USER' as const, name: `user ${org} ${userId}`, limit: own },
      { scope: 'ORGANIZATION' as const, name: `organization ${org}`, limit: organization },
    ].flatMap(({ scope, name, limit }) => (limit === 0 ? [] : [{ scope, limit, count: touch(name) }]));

  const openBudget = (address: string): Budget[] => {
    const limit = budgets.openRequestsPerMinute;
    return limit === 0 ? [] : [{ scope: 'ADDRESS', limit, count: touch(`network ${networkOf(address)}`) }];
  };

  const countRequests = (all: readonly Budget[]): CrmError | null => {
    const least = tightest(all, requestsLeft);
    if (least && requestsLeft(least) === 0)
      return TooManyRequests({ limit: least.limit, scope: least.scope, retryAfterSeconds: secondsLeft() });
    for (const { count } of all) count.requests++;
    return null;
  };

  return {
    countRequest: (caller) => countRequests(budgetsOf(caller, budgets.requestsPerMinute, budgets.organizationRequestsPerMinute)),
    countOpenRequest: (address) => countRequests(openBudget(address)),
    uncountOpenRequest(address) {
      for (const { count } of openBudget(address)) count.requests = Math.max(0, count.requests - 1);
    },
    spend(caller, cost) {
      const all = budgetsOf(caller, budgets.costPerMinute, budgets.organizationCostPerMinute);
      const least = tightest(all, costLeft);
      if (!least) return null;
      const { scope, limit } = least;
      const left = costLeft(least);
      const { resetAt } = window;
      if (cost > left) {
        const refusal = CostBudgetExceeded({ cost, remaining: left, limit, scope, retryAfterSeconds: secondsLeft() });
        return { remaining: left, resetAt, refusal };
      }
      for (const { count } of all) count.cost += cost;
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
