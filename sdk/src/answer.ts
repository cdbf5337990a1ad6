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
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly [GraphQLErrorObject, ...GraphQLErrorObject[]];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Reads an answer of GraphQL; undefined for anything else. */
export function read({ status, headers }: Response, text: string): Outcome | undefined {
  const body = parse(text);
  if (body?.errors) {
    const [{ message, extensions }] = body.errors;
    const { code = 'NOT_GRAPHQL', retryable, ...details } = (extensions ?? {}) as { code?: string; retryable?: boolean };
    const about = { status, requestId: headers.get('x-request-id'), details, errors: body.errors, data: body.data };
    const error = new CrmError(code, message, about);
    return { error, extensions: body.extensions, isRetryable: retryable ?? false, isUndone: status === 429 };
  }
  if (body && 'data' in body) return { data: body.data, extensions: body.extensions, isRetryable: false };
  return undefined;
}

function parse(text: string): Body | undefined {
  try {
    const body = JSON.parse(text) as Body | null;
    return body ?? undefined;
  } catch {
    return undefined;
  }
}

/** How many milliseconds an answer asks to wait. `Retry-After` is seconds, or a date: by the clock of the server, since ours may be wrong. */
export function waitOf(headers: Headers): number {
  const given = headers.get('retry-after') ?? '';
  const milliseconds = /^\d+$/.test(given.trim()) ? Number(given) * 1000 : Date.parse(given) - Date.parse(headers.get('date') ?? '');
  return milliseconds > 0 ? milliseconds : 0;
}
