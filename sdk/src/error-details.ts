import type { FaultCode } from './records/error-codes.js';

/** One thing wrong with an input, named by its place. */
export interface Fault {
  /** From the arguments of the operation down: `input.amount`, `inputs.3.accountId`. */
  readonly inputPath: string;
  readonly code: FaultCode | (string & {});
  /** For people, in their language. */
  readonly message: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

interface Wait {
  readonly retryAfterSeconds: number;
}

/** A value that several records have. */
export interface Clash {
  readonly value: string;
  readonly count: number;
  /** Ten of them at most. */
  readonly ids: readonly string[];
}

/** What errors say besides their code and message. */
export interface ErrorDetails {
  readonly BAD_REQUEST: { readonly reason: string };
  readonly BUSY: Partial<Wait>;
  readonly CONFLICT: { readonly id: string; readonly currentVersion: number; readonly changedFields: readonly string[] };
  readonly COST_BUDGET_EXCEEDED: Wait & {
    readonly cost: number;
    readonly remaining: number;
    readonly limit: number;
    readonly scope: 'CREDENTIAL' | 'USER' | 'ORGANIZATION';
  };
  readonly COST_EXCEEDED: {
    readonly cost: number;
    readonly limit: number;
    readonly unit: 'POINTS' | 'CONDITIONS' | 'VALUES';
    /** The first condition too many. */
    readonly inputPath?: string;
    /** The list that costs most, by its path. */
    readonly costliest?: { readonly field: string; readonly cost: number };
  };
  readonly DOCUMENT_TOO_DEEP: {
    readonly limit: number;
    readonly actual?: number;
    readonly field?: string;
    readonly line?: number;
    readonly column?: number;
  };
  readonly FIELD_HAS_DUPLICATES: { readonly field: string; readonly clashes: readonly Clash[] };
  readonly FORBIDDEN: { readonly reason: string };
  readonly HOST_NOT_ALLOWED: { readonly host: string };
  readonly INTERNAL: { readonly errorId: string };
  readonly LAST_ADMINISTRATOR: { readonly id: string };
  readonly MUST_STAND_ALONE: { readonly field: string };
  readonly NOT_FOUND: { readonly id: string };
  readonly ORGANIZATION_NEEDED: { readonly organizations: readonly { readonly id: string; readonly name: string }[] };
  readonly ORIGIN_NOT_ALLOWED: { readonly origin: string };
  readonly SIGN_IN_LOCKED: { readonly retryAfter: number };
  readonly TOO_MANY_GROUPS: { readonly limit: number };
  readonly TOO_MANY_REQUESTS: Wait & { readonly limit: number; readonly scope: 'CREDENTIAL' | 'USER' | 'ORGANIZATION' | 'ADDRESS' };
  readonly UNAUTHENTICATED: { readonly reason: 'MISSING' | 'MALFORMED' | 'EXPIRED' | 'INVALID' };
  readonly USER_SUSPENDED: { readonly id: string };
  readonly VALIDATION_FAILED: { readonly fields: readonly Fault[] };
}
