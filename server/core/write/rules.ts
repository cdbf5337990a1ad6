import type { WriteContext } from '../context.js';
import type { CrmError } from '../errors.js';
import type { PendingRow } from './check.js';

/** What a module does beyond its fields when its rows are written. */
export interface WriteRules {
  /** Fields of the row as it stands that `refuse` and `prepare` look at. */
  readonly reads: readonly string[];
  /** Why a record can be neither changed nor deleted as it stands; null where it can. */
  readonly refuse?: (id: string, current: ReadonlyMap<string, string | null>) => CrmError | null;
  /** Completes and checks the rows, all at once; faults are noted on the rows. */
  prepare(context: WriteContext, rows: readonly PendingRow[]): Promise<void>;
}

const rules = new Map<string, WriteRules>();

/** Declares the rules of a module, beside its record. */
export function defineRules(module: string, given: WriteRules): void {
  rules.set(module, given);
}

export const rulesOf = (module: string): WriteRules | undefined => rules.get(module);
