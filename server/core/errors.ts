import { GraphQLError } from 'graphql';
import { say, textOf, type Message, type SayArgument } from './messages.js';

/** What every error of the catalogue carries on the wire, under `extensions`. */
export interface ErrorDefinition {
  readonly code: string;
  /** The HTTP status this would be alone; GraphQL answers stay 200 with `errors`. */
  readonly status: number;
  readonly description: string;
  readonly retryable: boolean;
}

const catalogue = new Map<string, ErrorDefinition>();
const withoutMessage = new Set<string>();

/** An error that the API may answer with; it carries its code, and `details` typed by its definition. */
export class CrmError extends GraphQLError {
  constructor(
    readonly definition: ErrorDefinition,
    /** What to tell people; `message` is its English. */
    readonly said: Message,
    details: object,
  ) {
    const { stackTraceLimit } = Error;
    // It says what a caller did, not where we are: writing a stack down costs more than the refusal.
    Error.stackTraceLimit = 0;
    super(String(said), { extensions: { code: definition.code, ...(definition.retryable && { retryable: true }), ...details } });
    Error.stackTraceLimit = stackTraceLimit;
  }

  get code(): string {
    return this.definition.code;
  }
}

/** Runs what makes many errors of callers' mistakes; whoever made them, their stacks are nobody's business. */
export function withoutStacks<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * Declares an error once, beside the code that throws it. The code is the contract; the message is for people and stands
 * in the catalogues under `errors.CODE`, where its details fill the places.
 *
 * @returns a factory: details in, error out; `details` become `extensions` beside `code`
 */
export function defineError<Details extends object>(
  code: string,
  options: { status: number; description: string; retryable?: boolean; message?: (details: Details) => Message },
): (details: Details) => CrmError {
  const definition: ErrorDefinition = {
    code,
    status: options.status,
    description: options.description,
    retryable: options.retryable ?? false,
  };
  declareError(definition);
  if (!options.message) withoutMessage.add(code);
  const message = options.message ?? ((details) => say(`errors.${code}`, details as Record<string, SayArgument>));
  return (details) => new CrmError(definition, message(details), details);
}

/** Notes a code that others answer with: graphql-js, Apollo, the limits on documents. */
export function declareError(definition: ErrorDefinition): ErrorDefinition {
  catalogue.set(definition.code, definition);
  return definition;
}

/** The codes of the errors whose message is the text of the catalogue under their code. */
export const codesWithoutMessage = (): string[] => [...withoutMessage];

/** The HTTP status that an error would have alone; 500 for an unknown code. */
export const statusOf = (code = ''): number => catalogue.get(code)?.status ?? 500;

/** Every error declared so far, sorted by code: what `schema/errors.json` holds. */
export const errorCatalogue = (): ErrorDefinition[] => [...catalogue.values()].sort((a, b) => (a.code < b.code ? -1 : 1));

/** One thing wrong with an input, named by its place. */
export interface Fault {
  /** From the operation's arguments down: `input.amount`, `inputs.3.accountId`. */
  readonly inputPath: string;
  readonly code: FaultCode;
  readonly message: Message;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** What can be wrong with one value; stable, part of the contract. */
export const faultCodes = {
  REQUIRED: 'The value is missing, null or blank where one is needed.',
  WRONG_TYPE: 'The value is not of the declared type.',
  UNKNOWN_FIELD: 'The input has no such field.',
  TOO_LONG: 'The text has more characters than the field holds.',
  TOO_SHORT: 'The text has fewer characters than are needed.',
  TOO_COMMON: 'The password is on a list of common ones, or nearly one of them.',
  OUT_OF_RANGE: 'The number or date lies outside what the field holds.',
  TOO_MANY_DECIMALS: 'The amount has more decimals than its currency, or the price more than six.',
  INVALID_FORMAT: 'The text does not have the form the field asks for.',
  INVALID_CHARACTER: 'The text holds NUL or half of a surrogate pair.',
  UNKNOWN_PICKLIST_VALUE: 'The picklist has no such value in this organisation, or it is retired.',
  REFERENCE_NOT_FOUND: 'There is no such record to refer to.',
  CYCLE: 'The record would become its own ancestor.',
  UNKNOWN_CURRENCY: 'The organisation has no such currency, or has retired it.',
  UNKNOWN_TIME_ZONE: 'There is no time zone of this name.',
  UNKNOWN_LANGUAGE: 'The product does not speak this language.',
  INACTIVE: 'The user is suspended and can not be chosen.',
  IN_USE: 'Records still use it; details say how many.',
  NOT_UNIQUE: 'Another record has this value already.',
  NULL_OPERAND: 'A filter operand is null; ask with isNull.',
  CONTACT_OF_OTHER_ACCOUNT: 'The contact works for another company than the record is for.',
  CONTRADICTION: 'The value does not go together with another one.',
  INVALID_CURSOR: 'The cursor is damaged or belongs to another list or order.',
  TOO_MANY: 'The list has more items than one call takes.',
} as const;
export type FaultCode = keyof typeof faultCodes;

export const ValidationFailed = defineError<{ fields: readonly Fault[] }>('VALIDATION_FAILED', {
  status: 400,
  description: 'The input is wrong. `fields` names every fault by its place in the input.',
  message: ({ fields }) => say('errors.VALIDATION_FAILED', { count: fields.length, first: fields[0]?.message ?? '' }),
});

/** The error for a single fault. */
export const fault = (inputPath: string, code: FaultCode, message: Message, details?: Fault['details']): CrmError =>
  ValidationFailed({ fields: [{ inputPath, code, message, ...(details && { details }) }] });

export const NotFound = defineError<{ id: string }>('NOT_FOUND', {
  status: 404,
  description: 'There is no such record, or the caller may not see it.',
});

export const Conflict = defineError<{ id: string; currentVersion: number; changedFields: readonly string[] }>('CONFLICT', {
  status: 409,
  description: 'The record has changed since the version that the caller expected.',
});

/** Why a request has no viewer. */
export type UnauthenticatedReason = 'MISSING' | 'MALFORMED' | 'EXPIRED' | 'INVALID';

/** Code that only knows that there is no viewer leaves the reason to the edge, which fills it in. */
export const Unauthenticated = defineError<{ reason?: UnauthenticatedReason }>('UNAUTHENTICATED', {
  status: 401,
  description:
    'The operation needs a valid bearer token. `reason` says what is wrong with the one that came: MISSING, MALFORMED, EXPIRED, or INVALID, which it also is after the end of its session.',
});

export const Forbidden = defineError<{ reason: Message }>('FORBIDDEN', {
  status: 403,
  description: 'The caller may not do this.',
  message: ({ reason }) => reason,
});

export const Busy = defineError<{ retryAfterSeconds?: number }>('BUSY', {
  status: 503,
  retryable: true,
  description:
    'The records are being changed by others just now, or the server has as much to do as it can for this caller. Nothing was written; try again, after `retryAfterSeconds` where it is given.',
});

export const Unavailable = defineError<object>('UNAVAILABLE', {
  status: 503,
  retryable: true,
  description: 'The database cannot be reached, did not answer in time, or takes no writes.',
});

const costExceeded = declareError({
  code: 'COST_EXCEEDED',
  status: 400,
  retryable: false,
  description:
    'The operation could read more rows, has more filter conditions, or more values in its body, than one operation may. `unit` says which; `costliest` is the list that costs most, where one is known. The same operation is never run.',
});

/** @param details `costliest` is the list that costs most, where one is known */
export const TooComplex = (details: { cost: number; limit: number; costliest?: { field: string; cost: number } }): CrmError => {
  const { cost, limit, costliest } = details;
  const said = costliest
    ? say('texts.costliest', { cost, limit, field: costliest.field, most: costliest.cost })
    : say('errors.COST_EXCEEDED', { cost, limit });
  return new CrmError(costExceeded, said, { ...details, unit: 'POINTS' });
};

/** @param inputPath the first condition too many */
export const TooManyConditions = (limit: number, inputPath: string): CrmError =>
  new CrmError(costExceeded, say('texts.cost.conditions', { limit, path: inputPath }), {
    cost: limit + 1,
    limit,
    unit: 'CONDITIONS',
    inputPath,
  });

/** @param limit room for values in the body of a request */
export const TooManyValues = (limit: number): CrmError =>
  new CrmError(costExceeded, say('texts.cost.values', { limit }), { cost: limit + 1, limit, unit: 'VALUES' });

export const Internal = defineError<{ errorId: string }>('INTERNAL', {
  status: 500,
  description: 'A fault of the server. It was logged under `errorId`.',
});

/** The error in the language of whoever reads it: its message, and those of the faults it names. */
export function localized(error: GraphQLError, language: string): GraphQLError {
  const said = saidBy(error);
  const { fields, reason, ...details } = error.extensions as { fields?: readonly Fault[]; reason?: Message };
  if (!said && !fields) return error;
  const message = said ? textOf(said, language) : error.message;
  const extensions = {
    ...details,
    ...(reason !== undefined && { reason: textOf(reason, language) }),
    ...(fields && { fields: fields.map((one) => ({ ...one, message: textOf(one.message, language) })) }),
  };
  const { nodes, path = null, originalError = null } = error;
  return withoutStacks(() => new GraphQLError(message, { ...(nodes && { nodes }), path, originalError, extensions }));
}

/** What an error says, also where graphql-js or we have wrapped it. */
function saidBy(error: unknown): Message | null {
  if (error instanceof CrmError) return error.said;
  const { originalError } = error as { originalError?: unknown };
  return originalError ? saidBy(originalError) : null;
}
