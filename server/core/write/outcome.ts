import { localized, ValidationFailed, type CrmError, type Fault } from '../errors.js';
import type { PendingRow } from './check.js';

/** What became of one row. */
export interface Outcome {
  readonly index: number;
  /** The row id, null when the row was refused. */
  readonly id: string | null;
  readonly error: RowError | null;
}

/** Why a row was refused; the same facts as the error of a call for one. */
export interface RowError {
  readonly code: string;
  readonly message: string;
  readonly fields: readonly Fault[];
  readonly currentVersion?: number;
  readonly changedFields?: readonly string[];
}

export type OnErrorMode = 'ABORT' | 'CONTINUE';

/** A row that can't be written, and the error that says why. */
export interface Refusal {
  readonly index: number;
  readonly error: CrmError;
}

/** The faults of a row as a refusal; null when there are none. */
export const refusalOf = (row: PendingRow): Refusal | null =>
  row.faults.length > 0 ? { index: row.index, error: ValidationFailed({ fields: row.faults }) } : null;

/** The error that a whole call fails with: all wrong values at once, or the first other refusal. */
export function abortError(refusals: readonly Refusal[]): CrmError {
  const other = refusals.find(({ error }) => error.code !== 'VALIDATION_FAILED');
  if (other) return other.error;
  return ValidationFailed({ fields: refusals.flatMap(({ error }) => error.extensions['fields'] as Fault[]) });
}

/** The error in the words of the reader. */
export function rowError(error: CrmError, language: string): RowError {
  const { message, extensions } = localized(error, language);
  return {
    code: error.code,
    message,
    fields: (extensions['fields'] as Fault[] | undefined) ?? [],
    ...('currentVersion' in extensions && {
      currentVersion: extensions['currentVersion'] as number,
      changedFields: extensions['changedFields'] as string[],
    }),
  };
}
