import { Busy, defineError, Unavailable, type CrmError } from '../errors.js';

export const Timeout = defineError<object>('TIMEOUT', {
  status: 503,
  retryable: true,
  description: 'The database did not answer in time. Nothing was written.',
});

/** Errors that lose the connection, not only the statement. */
const LOST = /^(08...|57P0[1-5]|53300)$/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT']);

/** The API's error for a failure of the database that a caller can do something about; null for any other. */
export function knownFailure(error: unknown): CrmError | null {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (
    LOST.test(code) ||
    NETWORK.has(code) ||
    /^Connection terminated|not queryable|timeout expired|timeout exceeded|Query read timeout/.test(message)
  )
    return Unavailable({});
  // 23505: somebody took a unique value between our look and our write, time and again.
  if (code === '23505' || code === '40001' || code === '40P01' || code === '55P03') return Busy({});
  if (code === '57014') return Timeout({});
  return null;
}
