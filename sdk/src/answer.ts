import { CrmError, type GraphQLErrorObject } from './errors.js';

/** What came back, and what may be done about it. */
export interface Outcome {
  readonly data?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly error?: CrmError;
  /** Whether the same request may do better later. */
  readonly isRetryable: boolean;
  /** Whether the server certainly did nothing. */
  readonly isUndone?: boolean;
  /** How long the server asks to wait. */
  readonly retryAfterMs?: number | undefined;
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly [GraphQLErrorObject, ...GraphQLErrorObject[]];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Reads an answer. Only a connection that breaks meanwhile is thrown. */
export async function read(response: Response): Promise<Outcome> {
  const { status, headers } = response;
  const text = await response.text();
  const about = { status, requestId: headers.get('x-request-id') };
  const isJson = /json/.test(headers.get('content-type') ?? '');
  const body = isJson ? parse(text) : undefined;
  const retryAfterMs = waitOf(headers);
  if (body?.errors) {
    const [{ message, extensions }] = body.errors;
    const { code = 'NOT_GRAPHQL', retryable, ...details } = (extensions ?? {}) as { code?: string; retryable?: boolean };
    const error = new CrmError(code, message, { ...about, details, errors: body.errors, data: body.data });
    return { error, extensions: body.extensions, isRetryable: retryable ?? false, isUndone: status === 429, retryAfterMs };
  }
  if (body && 'data' in body) return { data: body.data, extensions: body.extensions, isRetryable: false };
  // Half of a JSON text is a connection that broke where nobody noticed.
  const isCut = isJson && response.ok;
  const error = isCut
    ? new CrmError('NO_ANSWER', 'The answer ends in the middle.', about)
    : new CrmError('NOT_GRAPHQL', `The server answered ${status} with something that is not GraphQL: ${text.slice(0, 200)}`, about);
  return { error, isRetryable: isCut || status === 429 || status >= 500, isUndone: status === 429, retryAfterMs };
}

function parse(text: string): Body | undefined {
  try {
    const body = JSON.parse(text) as Body | null;
    return body ?? undefined;
  } catch {
    return undefined;
  }
}

/** `Retry-After` is seconds, or a date: by the clock of the server, since ours may be wrong. */
function waitOf(headers: Headers): number | undefined {
  const given = headers.get('retry-after');
  if (given === null) return undefined;
  const milliseconds = /^\d+$/.test(given.trim()) ? Number(given) * 1000 : Date.parse(given) - Date.parse(headers.get('date') ?? '');
  return milliseconds >= 0 ? milliseconds : undefined;
}
