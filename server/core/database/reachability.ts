import { CrmError, Unavailable } from '../errors.js';
import type { ConnectionOptions } from './connection.js';
import { openSession, type Session } from './session.js';

/** A database whose sessions answered so lately is there. */
const RECENT_MS = 1500;

/**
 * Tells a database that cannot be reached from one that has too much to do, for those who waited in vain for their turn.
 *
 * @returns passes on what a place was waited for, and turns BUSY into UNAVAILABLE when the database is away
 */
export function createReachability(options: ConnectionOptions, sessions: Iterable<Session>) {
  let asking: Promise<boolean> | null = null;

  /** Asks with a connection of its own, as all others may be at work; one asks for all who want to know. */
  const ask = async (): Promise<boolean> => {
    try {
      const session = await openSession({ ...options, name: `${options.name} check` }, () => undefined);
      session.end().catch(() => undefined);
      return true;
    } catch {
      return false;
    } finally {
      asking = null;
    }
  };

  const isReachable = (): boolean | Promise<boolean> => {
    for (const { answeredAt } of sessions) if (performance.now() - answeredAt < RECENT_MS) return true;
    return (asking ??= ask());
  };

  return async <T>(place: Promise<T>): Promise<T> => {
    try {
      return await place;
    } catch (error) {
      if (error instanceof CrmError && error.code === 'BUSY' && !(await isReachable())) throw Unavailable({});
      throw error;
    }
  };
}
