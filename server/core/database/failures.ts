import { Busy, defineError, Unavailable, type CrmError } from '../errors.js';

export const Timeout = defineError<object>('TIMEOUT', {
  status: 503,
  retryable: true,
  description: 'The database did not answer in time. Nothing was written.',
});

export const TooLarge = defineError<object>('TOO_LARGE', {
  status: 400,
  description: 'The operation has more or larger values than the database takes at once, or is nested too deeply for it.',
});

/** Errors that make a session useless: it is lost, or takes no writes, which the next one may. */
const LOST = /^(08...|57P0[1-5]|53300|25006)$/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT']);
/** No disk space or memory left, too many connections or files, failures of the disk, an object that others use. */
const EXHAUSTED = /^(53...|58...|55006)$/;

interface Failure {
  readonly code?: string;
  readonly message?: string;
}

/** Whether the session that failed is of no more use. */
export function isSessionLost(error: unknown): boolean {
  const { code = '', message = '' } = error as Failure;
  return (
    LOST.test(code) ||
    NETWORK.has(code) ||
    /^Connection terminated|not queryable|timeout expired|timeout exceeded|Query read timeout/.test(message)
  );
}

/** The API's error for a failure of the database that a caller can do something about; null for any other. */
export function knownFailure(error: unknown): CrmError | null {
  const { code = '' } = error as Failure;
  if (isSessionLost(error) || EXHAUSTED.test(code)) return Unavailable({});
  // 23505: somebody took a unique value between our look and our write, time and again.
  if (code === '23505' || code === '40001' || code === '40P01' || code === '55P03') return Busy({});
  if (code === '57014') return Timeout({});
  // Limits of PostgreSQL: nesting, parameters, columns.
  if (/^54...$/.test(code)) return TooLarge({});
  return null;
}
