import type pg from 'pg';

/** So often a server looks for what has expired, and so many rows of a table go at a time, so many times. */
const EVERY_MS = 60_000;
const MAX_ROWS = 5000;
const MAX_TIMES = 20;

/** What is of no more use, table by table. A session that has ended stays a day, so that a late refresh is told apart. */
const expired = {
  session: `expires_at < now() - interval '1 day'`,
  one_time_token: `expires_at < now()`,
  api_key: `least(expires_at, revoked_at) < now() - interval '90 days'`,
  sign_in_attempt: `forget_at < now()`,
  // Callers may count on a day (reliability.md 2).
  idempotency_key: `created_at < now() - interval '2 days'`,
} as const;

/**
 * Removes what has expired, now and every minute.
 *
 * @param system a pool in the system role
 * @returns ends it
 */
export function startCleaning(system: pg.Pool): () => Promise<void> {
  let running = Promise.resolve();
  const clean = async (): Promise<void> => {
    for (const [table, condition] of Object.entries(expired)) {
      const some = `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${table} WHERE ${condition} LIMIT ${MAX_ROWS})) AND ${condition}`;
      for (let left = MAX_TIMES; left > 0 && (await system.query(some)).rowCount === MAX_ROWS;) left--;
    }
  };
  const start = (): void => {
    // A database that is away is cleaned when it is back.
    running = running.then(clean).catch(() => undefined);
  };
  const timer = setInterval(start, EVERY_MS);
  timer.unref();
  start();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
