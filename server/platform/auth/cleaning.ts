import type pg from 'pg';

/** At most so often a server looks for what has expired, and at most so many rows go at a time. */
const EVERY_MS = 60_000;
const MAX_ROWS = 200;

/** What is of no more use, table by table. A session that has ended stays a day, so that a late refresh is told apart. */
const expired = {
  session: `expires_at < now() - interval '1 day'`,
  one_time_token: `expires_at < now()`,
  api_key: `least(expires_at, revoked_at) < now() - interval '90 days'`,
  sign_in_attempt: `forget_at < now()`,
} as const;

/**
 * Removes what has expired, now and then: called with every sign-in, it does something once a minute.
 *
 * @param system a pool in the system role
 */
export function createCleaning(system: pg.Pool): () => Promise<void> {
  let next = 0;
  return async () => {
    if (Date.now() < next) return;
    next = Date.now() + EVERY_MS;
    for (const [table, condition] of Object.entries(expired))
      await system.query(
        `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${table} WHERE ${condition} LIMIT ${MAX_ROWS})) AND ${condition}`,
      );
  };
}
