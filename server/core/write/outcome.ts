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
  /** With CONFLICT: the record that has moved on, the row's own or a nested one. With PARENT_IN_BIN: the parent. */
  readonly recordId?: string;
  readonly currentVersion?: number;
  readonly changedFields?: readonly string[];
}

export type OnErrorMode = 'ABORT' | 'CONTINUE';

/** A row that can't be written, and the error that says why. */
export interface Refusal {
  readonly index: number;
  readonly error: CrmError;
}

/**
 * The refusals of a call, one an index: those that are known already, and the faults of its rows. A refusal for another
 * reason than wrong values comes before those.
 */
export function refusalsOf(known: readonly Refusal[], batches: readonly { readonly rows: readonly PendingRow[] }[]): Refusal[] {
  const refused = new Map(known.toReversed().map((refusal) => [refusal.index, refusal]));
  const faults = new Map<number, Fault[]>();
  for (const { rows } of batches) {
    for (const row of rows) {
      if (row.faults.length > 0) faults.set(row.index, [...(faults.get(row.index) ?? []), ...row.faults]);
    }
  }
  for (const [index, fields] of faults) if (!refused.has(index)) refused.set(index, { index, error: ValidationFailed({ fields }) });
  return [...refused.values()];
}

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
    ...('parents' in extensions && { recordId: (extensions['parents'] as { id: string }[])[0]!.id }),
    ...('currentVersion' in extensions && {
      recordId: extensions['id'] as string,
      currentVersion: extensions['currentVersion'] as number,
      changedFields: extensions['changedFields'] as string[],
    }),
  };
}
