import type { ErrorDetails } from './error-details.js';
import type { ErrorCode } from './records/error-codes.js';

/** What the SDK itself answers with when the server could not be asked or understood. */
export type ClientErrorCode =
  /** A number that is not what somebody wrote, but what arithmetic has left. Nothing was sent. */
  | 'INEXACT_NUMBER'
  /** No answer, or half of one: the server is gone, the connection broke, the time was up, or the browser keeps the answer to itself. */
  | 'NO_ANSWER'
  /** The answer is not one of a GraphQL server: a page of a proxy, most often. */
  | 'NOT_GRAPHQL'
  /** The write was done, and took the record out of the caller's sight. */
  | 'RESULT_HIDDEN';

/** The codes of today's server, and any other string: a code that is added breaks nothing. */
export type CrmErrorCode = ErrorCode | ClientErrorCode | (string & {});

/** What an error of a code says besides; anything where it is not known. */
export type DetailsOf<Code extends string> = Code extends keyof ErrorDetails ? ErrorDetails[Code] : Readonly<Record<string, unknown>>;

/** An error as GraphQL carries it. */
export interface GraphQLErrorObject {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface CrmErrorOptions {
  readonly details?: object;
  readonly status?: number | undefined;
  readonly requestId?: string | null | undefined;
  readonly errors?: readonly GraphQLErrorObject[];
  readonly data?: unknown;
  readonly cause?: unknown;
}

const brand = Symbol.for('relata.CrmError');

/** Whatever goes wrong with a call, except that its `signal` was aborted: then the call fails with the reason of that. */
export class CrmError<Code extends string = CrmErrorCode> extends Error {
  declare readonly name: 'CrmError';
  declare readonly [brand]: true;
  declare readonly code: Code;
  /** Typed by the code: narrow with `isCrmError(error, 'CONFLICT')`. */
  declare readonly details: DetailsOf<Code>;
  /** The HTTP status, where there was an answer. */
  declare readonly status: number | undefined;
  /** What the server logged the request under. */
  declare readonly requestId: string | null | undefined;
  /** All errors of the answer; this one is made of the first. */
  declare readonly errors: readonly GraphQLErrorObject[];
  /** What came beside the errors. */
  declare readonly data: unknown;

  constructor(code: Code, message: string, { cause, details = {}, errors = [], ...about }: CrmErrorOptions = {}) {
    super(message, { cause });
    Object.assign(this, { name: 'CrmError', [brand]: true, code, details, errors }, about);
  }
}

/** Whether something thrown is an error of this SDK, with this code if one is named. It may come from another copy of the package. */
export function isCrmError<Code extends CrmErrorCode = CrmErrorCode>(error: unknown, code?: Code): error is CrmError<Code> {
  return typeof error === 'object' && error !== null && brand in error && (code === undefined || (error as CrmError).code === code);
}
