import { Unavailable } from '../errors.js';
import { createFairQueue, type FairQueue } from '../fair-queue.js';
import type { ConnectionOptions } from './connection.js';
import { createLane, type Lane } from './lane.js';
import { createReadHistories, type ReadHistory } from './read-history.js';
import type { Rows } from './rows.js';
import type { Call, NamedStatement } from './session.js';

/** Runs compiled reads. Every read carries its organisation; nothing of it stays on the connection. */
export interface Reader {
  read(org: string, statement: NamedStatement, values: readonly (string | null)[]): Promise<Rows>;
  close(): Promise<void>;
}

/** The longest a statement may take in the quick lane, where others wait behind it. */
const QUICK_LANE_MS = 250;
/** Reads under way on one session of the quick lane: enough for it never to wait for the next. */
const PIPELINE_DEPTH = 16;
export const SLOW_SESSIONS = 2;

const SET_ORG: NamedStatement = { name: 'set_org', text: `SELECT set_config('app.org', $1, true)` };
/** PostgreSQL's codes for a statement that was cancelled, and for one whose parsing was, before a read with the same got there. */
const CANCELLED = '57014';
const NOT_PARSED = '26000';

/**
 * Reads in two lanes, so that slow ones do not hold up the others.
 *
 * The quick lane is a few sessions, each with some reads under way at once: `set_config` for the organisation and the
 * statement go out under one Sync, which makes them one implicit transaction. So the organisation is gone when the read
 * is over, also behind a transaction pooler. What takes too long there is cancelled, and run again in the slow lane: two
 * sessions with one read at a time, and one at a time of an organization. What is known to be slow goes there directly,
 * and what nobody knows yet is tried in the quick lane by a few reads at a time.
 *
 * In each lane organizations take turns; who waits too long is told to come back.
 *
 * @param connections of the quick lane: few are faster than many, 2 to 4
 */
export function createReader(options: ConnectionOptions & { connections: number; now?: () => number }): Reader {
  const { connections, statementTimeoutMs } = options;
  const quickLane = createLane({ ...options, name: 'read', statementTimeoutMs: Math.min(QUICK_LANE_MS, statementTimeoutMs) });
  const slowLane = createLane({ ...options, name: 'slow read', connections: SLOW_SESSIONS });
  const wait = { maxWaiting: 2000, maxWaitingPerKey: 500, maxWaitMs: statementTimeoutMs };
  const places = connections * PIPELINE_DEPTH;
  const quick = createFairQueue({ ...wait, places, placesPerKey: places / 2 });
  // One session is left to what is known to be quick.
  const trials = createFairQueue({ ...wait, places: Math.max(1, connections - 1), placesPerKey: Math.max(1, Math.floor(connections / 2)) });
  const slow = createFairQueue({ ...wait, places: SLOW_SESSIONS, placesPerKey: 1, maxWaiting: 200, maxWaitingPerKey: 50 });
  const historyOf = createReadHistories(options.now);
  let closed = false;

  const waitFor = (queue: FairQueue, lane: Lane, org: string): Promise<() => void> => lane.whileReachable(queue.take(org));

  /** @returns null where the read belongs in the slow lane */
  async function readQuickly(org: string, name: string, calls: readonly Call[], history: ReadHistory): Promise<Rows | null> {
    const free = quick.tryTake(org);
    const release = free ?? (await waitFor(quick, quickLane, org));
    try {
      if (!free && history.laneOf(name) === 'SLOW') return null;
      const rows = await quickLane.run(calls);
      history.ran(name, rows.ms);
      return rows;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === CANCELLED) history.wasCancelled(name);
      if ((code !== CANCELLED && code !== NOT_PARSED) || statementTimeoutMs <= QUICK_LANE_MS) throw error;
      return null;
    } finally {
      release();
    }
  }

  async function tryOut(org: string, name: string, calls: readonly Call[], history: ReadHistory): Promise<Rows | null> {
    const release = trials.tryTake(org) ?? (await waitFor(trials, quickLane, org));
    try {
      // Another read may have found out meanwhile.
      const lane = history.laneOf(name);
      if (lane === 'SLOW') return null;
      if (lane === 'QUICK') release();
      return await readQuickly(org, name, calls, history);
    } finally {
      release();
    }
  }

  async function readSlowly(org: string, name: string, calls: readonly Call[], history: ReadHistory): Promise<Rows> {
    const release = slow.tryTake(org) ?? (await waitFor(slow, slowLane, org));
    try {
      const rows = await slowLane.run(calls);
      if (rows.ms < QUICK_LANE_MS) history.ran(name, rows.ms);
      else history.wasSlow(name);
      return rows;
    } catch (error) {
      if ((error as { code?: string }).code === CANCELLED) history.wasSlow(name);
      throw error;
    } finally {
      release();
    }
  }

  return {
    async read(org, statement, values) {
      if (closed) throw Unavailable({});
      const { name } = statement;
      const calls = [
        { statement: SET_ORG, values: [org] },
        { statement, values },
      ];
      const history = historyOf(org);
      const lane = history.laneOf(name);
      const attempt = lane === 'SLOW' ? null : lane === 'QUICK' ? readQuickly : tryOut;
      return (await attempt?.(org, name, calls, history)) ?? readSlowly(org, name, calls, history);
    },
    async close() {
      closed = true;
      await Promise.all([quickLane.close(), slowLane.close()]);
    },
  };
}
