import type { WriteContext } from '../context.js';
import type { PendingRow } from './check.js';
import type { NestedRows } from './nested.js';

/** What a module does beyond its fields when its rows are written. */
export interface WriteRules {
  /** Fields of the row as it stands that `prepare` looks at. */
  readonly reads: readonly string[];
  /** What comes before any row is read or locked, a lock of the organisation's for instance. */
  begin?(context: WriteContext): Promise<void>;
  /**
   * Fields whose value belongs to that of another, by name: `probability: 'stage'`. A clone that is given another stage does
   * not take over the old one's probability.
   */
  readonly follows?: Readonly<Record<string, string>>;
  /** Fields that the module fills in where a new record says nothing: a copy of a record where they are empty says so. */
  readonly fillsIn?: readonly string[];
  /** What a copy takes over of a record and of its parts: values that were worked out for the record are none that a caller may give. */
  copied?(input: Record<string, unknown>): Record<string, unknown>;
  /** Completes and checks the rows, all at once; faults are noted on the rows. A row may be nested `within` another that is not written yet. */
  prepare?(context: WriteContext, rows: readonly PendingRow[]): Promise<void>;
  /**
   * Completes and checks rows together with what is nested in them, once all of them are checked by themselves; faults are
   * noted on the rows.
   *
   * @returns rows that change with them
   */
  complete?(context: WriteContext, rows: readonly PendingRow[], nested: readonly NestedRows[]): Promise<readonly NestedRows[]>;
  /** Looks at rows once all of a call are written, for what only shows then; throws where the call must not have happened. */
  verify?(context: WriteContext, rows: readonly PendingRow[]): Promise<void>;
  /** What follows once rows of the past that an import has brought along are written, or gone again. */
  settle?(context: WriteContext, rows: readonly Pick<PendingRow, 'id' | 'values'>[]): Promise<void>;
  /** Checks rows that are to go to the bin; faults are noted on the rows. */
  prepareDelete?(context: WriteContext, rows: readonly PendingRow[]): Promise<void>;
  /** Checks rows that are to come back from the bin, as `prepareDelete`. */
  prepareRestore?(context: WriteContext, rows: readonly PendingRow[]): Promise<void>;
}

const rules = new Map<string, WriteRules>();

/** Declares the rules of a module, beside its record. */
export function defineRules(module: string, given: WriteRules): void {
  rules.set(module, given);
}

export const rulesOf = (module: string): WriteRules | undefined => rules.get(module);
