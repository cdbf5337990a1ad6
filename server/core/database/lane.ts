import type { ConnectionOptions } from './connection.js';
import { createReachability } from './reachability.js';
import type { Rows } from './rows.js';
import { openSession, watchSessions, type Call, type Session } from './session.js';

/** Sessions with many calls under way at once. */
export interface Lane {
  /** Sends calls on the session with the fewest before them. */
  run(calls: readonly Call[]): Promise<Rows>;
  /** Passes on a place that is waited for, and turns BUSY into UNAVAILABLE when the database is away. */
  whileReachable<T>(place: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createLane(options: ConnectionOptions & { connections: number }): Lane {
  const slots: (Promise<Session> | null)[] = Array.from({ length: options.connections }, () => null);
  const open: (Session | null)[] = slots.map(() => null);
  /** Calls under way by slot, those that wait for its session to open too. */
  const loads = slots.map(() => 0);
  const sessions = { [Symbol.iterator]: () => open.filter((session) => session !== null)[Symbol.iterator]() };
  const watch = watchSessions(sessions, options.statementTimeoutMs);

  const connect = (index: number): Promise<Session> => {
    // A session may say more than once that it is over, and another may have its place by then.
    const lost = (): void => {
      if (slots[index] !== pending) return;
      slots[index] = null;
      open[index] = null;
    };
    const pending = openSession(options, lost, 'BY_TURN').then((session) => (open[index] = session));
    slots[index] = pending;
    pending.catch(lost);
    return pending;
  };

  /** A session that is open is better than one that is not, but not than one with a call less. */
  const leastBusy = (): number => {
    let best = 0;
    let least = Infinity;
    for (let index = 0; index < slots.length; index++) {
      const load = loads[index]! + (open[index] ? 0 : 0.5);
      if (load < least) [best, least] = [index, load];
    }
    return best;
  };

  return {
    async run(calls) {
      const index = leastBusy();
      loads[index]!++;
      try {
        const session = open[index] ?? (await (slots[index] ?? connect(index)));
        return await session.run(calls);
      } finally {
        loads[index]!--;
      }
    },
    whileReachable: createReachability(options, sessions),
    async close() {
      watch.stop();
      await Promise.allSettled(slots.map(async (slot) => (await slot)?.end()));
    },
  };
}
