import { read, type Outcome } from './answer.js';
import { createTokens, type Auth } from './auth.js';
import { textOf, type Document } from './document.js';
import { CrmError, type CrmErrorCode } from './errors.js';
import { idempotencyKey } from './idempotency-key.js';
import { kindOf, type OperationKind } from './operation.js';
import { sleep } from './sleep.js';

/** One attempt to get an answer. */
export interface RequestEvent {
  /** The name of the operation, if it has one. */
  readonly operation: string | undefined;
  readonly kind: OperationKind;
  /** From 1. */
  readonly attempt: number;
}

export interface ResponseEvent extends RequestEvent {
  readonly milliseconds: number;
  /** The HTTP status, unless nothing came. */
  readonly status: number | undefined;
  readonly error: CrmError | undefined;
  /** What the server says besides: `cost`, `dryRun`, `idempotency`. */
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
}

export interface RetryEvent extends RequestEvent {
  readonly error: CrmError;
  readonly waitMs: number;
}

export interface ClientOptions {
  /** Where GraphQL is answered: `https://crm.example.com/graphql`. */
  readonly url: string | URL;
  readonly auth?: Auth;
  /** Sent with every request: `{ 'accept-language': 'nl' }`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How long one attempt may take. A whole call is limited by its `signal`. */
  readonly timeoutMs?: number;
  /** How often a call is tried again; 0 is never. */
  readonly retries?: number;
  /** Longest wait that the server may ask for; a call that should wait longer fails at once. */
  readonly maxWaitMs?: number;
  /** For tests, proxies, and logging of another kind. */
  readonly fetch?: typeof fetch;
  /** For logging: what is about to be sent. */
  readonly onRequest?: (event: RequestEvent) => void;
  /** What came of it. */
  readonly onResponse?: (event: ResponseEvent) => void;
  /** That it will be tried again, why and when. */
  readonly onRetry?: (event: RetryEvent) => void;
}

/** What any call takes. */
export interface CallOptions {
  /** Ends the call, also while it waits. */
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  /**
   * Makes a mutation happen once, however often it is sent, also by another process. A mutation without one gets a key of
   * its own, which its retries carry.
   */
  readonly idempotencyKey?: string | undefined;
}

export interface RequestOptions extends CallOptions {
  /** Which operation of the document, if it has several. */
  readonly operationName?: string | undefined;
  /** Found out from the document unless given. */
  readonly kind?: OperationKind | undefined;
}

export interface Crm {
  /** Sends any document. Fails with a CrmError when the answer has errors. */
  request<Data = unknown, Variables = object>(
    document: Document<Data, Variables>,
    variables?: Variables,
    options?: RequestOptions,
  ): Promise<Data>;
}

/** A client of one server. It keeps no state but its token and how long the server wants it to pause. */
export function createClient({
  url,
  auth,
  headers: ownHeaders = {},
  timeoutMs: ownTimeoutMs = 30_000,
  retries = 4,
  maxWaitMs = 60_000,
  fetch: send = fetch,
  onRequest,
  onResponse,
  onRetry,
}: ClientOptions): Crm {
  const tokens = createTokens(auth);
  let pausedUntil = 0;

  return {
    async request<Data, Variables>(
      document: Document<Data, Variables>,
      variables?: Variables,
      options: RequestOptions = {},
    ): Promise<Data> {
      const { signal, operationName, timeoutMs = ownTimeoutMs } = options;
      const query = typeof document === 'string' ? document : await textOf(document as Document);
      const kind = options.kind ?? kindOf(query, operationName);
      const body = JSON.stringify({ query, variables, operationName });
      const operation = operationName ?? /^\W*(?:query|mutation)\s+(\w+)/.exec(query)?.[1];
      const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json', ...ownHeaders };
      if (kind === 'mutation') headers['idempotency-key'] = options.idempotencyKey ?? idempotencyKey();

      const attempt = async (event: RequestEvent, token: string | undefined): Promise<Outcome> => {
        const start = performance.now();
        let response: Response | undefined;
        let outcome: Outcome;
        onRequest?.(event);
        try {
          const timeout = AbortSignal.timeout(timeoutMs);
          response = await send(url, {
            method: 'POST',
            headers: token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` },
            body,
            signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
          });
          outcome = await read(response);
        } catch (cause) {
          signal?.throwIfAborted();
          const error = new CrmError('NO_ANSWER', `No answer from ${String(url)}: ${reasonOf(cause)}`, { status: response?.status, cause });
          outcome = { error, isRetryable: true, isUndone: isUnsent(cause) };
        }
        const { error, extensions } = outcome;
        onResponse?.({ ...event, milliseconds: performance.now() - start, status: response?.status, error, extensions });
        return outcome;
      };

      let token = await tokens.current();
      let hasNewToken = false;
      for (let number = 1; ; number++) {
        // Others may make the pause longer meanwhile.
        for (let wait; (wait = pausedUntil - performance.now()) > 0;) await sleep(wait, signal);
        signal?.throwIfAborted();
        const event = { operation, kind, attempt: number };
        const { data, error, isRetryable, isUndone, retryAfterMs } = await attempt(event, token);
        if (!error) return data as Data;
        if (!hasNewToken && isRefused(error) && kind !== 'open') {
          hasNewToken = true;
          const refused = token;
          token = await tokens.next(refused);
          if (token !== refused) continue;
        }
        const isWorthIt = isRetryable && (kind !== 'open' || isUndone) && number <= retries && (retryAfterMs ?? 0) <= maxWaitMs;
        if (retryAfterMs !== undefined && retryAfterMs <= maxWaitMs) pausedUntil = Math.max(pausedUntil, performance.now() + retryAfterMs);
        if (!isWorthIt) throw error;
        // Anywhere below twice the last limit, so that callers who failed together do not come back together.
        const waitMs = Math.random() * Math.min(10_000, 250 * 2 ** (number - 1));
        onRetry?.({ ...event, error, waitMs: waitMs + (retryAfterMs ?? 0) });
        await sleep(Math.max(0, pausedUntil - performance.now()) + waitMs, signal);
      }
    },
  };
}

const isRefused = ({ code, status, errors }: CrmError): boolean =>
  code === ('UNAUTHENTICATED' satisfies CrmErrorCode) || (status === 401 && errors.length === 0);

/** Whether the connection was never made. Only Node, Deno and Bun tell. */
const isUnsent = (cause: unknown): boolean =>
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT|ConnectionRefused|tcp connect error/.test(reasonOf(cause));

function reasonOf(cause: unknown): string {
  const { message, code, cause: deeper } = Object(cause) as { message?: string; code?: string | number; cause?: unknown };
  return [message, code, deeper && reasonOf(deeper)].filter(Boolean).join(', ');
}
