import { createHash } from 'node:crypto';
import { fault, type CrmError } from '../errors.js';
import { say } from '../messages.js';
import { hasForbiddenCharacter } from '../text.js';

/** What one term of an order leaves in a cursor. */
export interface CursorTerm {
  /** The PostgreSQL type its text is cast to. */
  readonly sql: string;
}

/** Identifies a list and its order, so that a cursor of another one is refused instead of misread. */
export const fingerprint = (module: string, order: string): string =>
  createHash('sha256').update(`${module}|${order}`).digest('base64url').slice(0, 6);

/** A cursor is a starting point, not a permission: it is readable and not signed, and every value is checked when it comes back. */
export const encodeCursor = (print: string, values: readonly (string | number | null)[]): string =>
  // A number of a nested row is a number in its JSON and text in a row of the statement: one record has one cursor.
  Buffer.from(JSON.stringify([print, ...values.map((value) => (typeof value === 'number' ? String(value) : value))])).toString('base64url');

/** The sort values of a cursor, null where it is not one at all. */
export function decodeCursor(cursor: unknown): { print: string; values: (string | null)[] } | null {
  if (typeof cursor !== 'string' || cursor.length > 50_000 || !/^[\w-]+$/.test(cursor)) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed) || parsed.length < 2) return null;
    const [print, ...values] = parsed as unknown[];
    if (typeof print !== 'string' || !values.every((value) => value === null || typeof value === 'string' || typeof value === 'number'))
      return null;
    return { print, values: values.map((value) => (value === null ? null : String(value))) };
  } catch {
    return null;
  }
}

/** Which of a cursor's values are null: that decides the text of the statement. */
export const cursorShape = (cursor: unknown): string =>
  decodeCursor(cursor)
    ?.values.map((value) => (value === null ? 'n' : 'v'))
    .join('') ?? '!';

/** The values of a cursor of exactly this list and order, each of its term's type. */
export function readCursor(cursor: unknown, print: string, terms: readonly CursorTerm[], path: string): (string | null)[] {
  const decoded = decodeCursor(cursor);
  if (!decoded) throw invalid(path, 'cursorDamaged');
  if (decoded.print !== print || decoded.values.length !== terms.length) {
    throw invalid(path, 'cursorOfAnother');
  }
  decoded.values.forEach((value, index) => {
    if (value !== null && !isOfType(value, terms[index]!.sql)) throw invalid(path, 'cursorDamaged');
  });
  return decoded.values;
}

const invalid = (path: string, key: 'cursorDamaged' | 'cursorOfAnother'): CrmError => fault(path, 'INVALID_CURSOR', say(`faults.${key}`));

const DAY = String.raw`(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const forms: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  integer: /^-?\d{1,10}$/,
  numeric: /^-?\d{1,40}(\.\d{1,40})?$/,
  boolean: /^(true|false)$/,
  date: new RegExp(`^${DAY}$`),
  'timestamptz(3)': new RegExp(String.raw`^${DAY} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?\+00$`),
};

function isOfType(value: string, sql: string): boolean {
  const form = forms[sql];
  if (!form) return !hasForbiddenCharacter(value);
  if (!form.test(value)) return false;
  if (sql === 'integer') return (Number(value) | 0) === Number(value);
  // PostgreSQL refuses days that do not exist, like 2026-02-30.
  return !sql.startsWith('date') && !sql.startsWith('time')
    ? true
    : new Date(`${value.slice(0, 10)}T00:00:00Z`).getUTCDate() === Number(value.slice(8, 10));
}
