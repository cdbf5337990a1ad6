import { Unavailable } from '../errors.js';
import type { ConnectionOptions } from './connection.js';
import type { Rows } from './rows.js';
import { openSession, type NamedStatement, type Session } from './session.js';

/** Runs compiled reads. Every read carries its organisation; nothing of it stays on the connection. */
export interface Reader {
  read(org: string, statement: NamedStatement, values: readonly (string | null)[]): Promise<Rows>;
  close(): Promise<void>;
}

/** Reads that may wait for answers at once; more are refused rather than queued without end. */
const MAX_IN_FLIGHT = 2000;
const SET_ORG: NamedStatement = { name: 'set_org', text: `SELECT set_config('app.org', $1, true)` };

/**
 * A few sessions, each with many reads under way at once: `set_config` for the organisation and the statement go out
 * under one Sync, which makes them one implicit transaction. So the organisation is gone when the read is over, also
 * behind a transaction pooler.
 *
 * @param connections few are faster than many: 2 to 4 (design.md 4)
 */
export function createReader(options: ConnectionOptions & { connections: number }): Reader {
  const slots: (Promise<Session> | null)[] = Array.from({ length: options.connections }, () => null);
  const open = new Map<number, Session>();
  let inFlight = 0;
  let closed = false;

  const connect = (index: number): Promise<Session> => {
    // A session may say more than once that it is over, and another may have its place by then.
    const lost = (): void => {
      if (slots[index] !== pending) return;
      slots[index] = null;
      open.delete(index);
    };
    const pending = openSession(options, lost).then((session) => {
      open.set(index, session);
      return session;
    });
    slots[index] = pending;
    pending.catch(lost);
    return pending;
  };

  const leastBusy = (): Promise<Session> => {
    let best = 0;
    let load = Infinity;
    for (let index = 0; index < slots.length; index++) {
      const waiting = open.get(index)?.waiting ?? (slots[index] ? 0.5 : 1);
      if (waiting < load) [best, load] = [index, waiting];
    }
    return slots[best] ?? connect(best);
  };

  const watchdog = setInterval(() => {
    for (const session of open.values()) session.dropIfStuck(options.statementTimeoutMs + 2000);
  }, 1000);
  watchdog.unref();

  return {
    async read(org, statement, values) {
      if (closed || inFlight >= MAX_IN_FLIGHT) throw Unavailable({});
      inFlight++;
      try {
        const session = await leastBusy();
        return await session.run([
          { statement: SET_ORG, values: [org] },
          { statement, values },
        ]);
      } finally {
        inFlight--;
      }
    },
    async close() {
      closed = true;
      clearInterval(watchdog);
      await Promise.allSettled(slots.map(async (slot) => (await slot)?.end()));
    },
  };
}
