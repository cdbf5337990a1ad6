import type { Transaction } from './transactions.js';

/** Less than the time after which PostgreSQL ends an idle transaction. */
const EVERY_MS = 3000;

/** Runs work that takes long outside the database while a transaction is open, and keeps the transaction from being ended as idle. */
export async function keepAlive<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    // A transaction that has failed says so at its next statement.
    transaction.run('SELECT 1::text', []).catch(() => undefined);
  }, EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
