import { read, waitOf, type Outcome } from './answer.js';
import { createTokens, type Auth } from './auth.js';
import { textOf, type Document } from './document.js';
import { CrmError, type CrmErrorCode } from './errors.js';
import { exactNumber } from './exact-number.js';
import type { Failure } from './failure.js';
import { idempotencyKey } from './idempotency-key.js';
import { kindOf, type OperationKind } from './operation.js';
import { sleep } from './sleep.js';
import { throwIfAborted, timeLimit } from './time-limit.js';

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
  /** How long one attempt may take, above 0. A whole call is limited by its `signal`. */
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

/**
 * A client of one server. It keeps no state but its token and how long the server wants it to pause.
 *
 * @throws a TypeError for an address or a header that no request can have
 */
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
  // A `fetch` of the caller's own may know what to do with other addresses.
  if (send === fetch) new Request(url);
  const tokens = createTokens(auth);
  let pausedUntil = 0;
  let hasAnswered = false;

  return {
    async request<Data, Variables>(
      document: Document<Data, Variables>,
      variables?: Variables,
      options: RequestOptions = {},
    ): Promise<Data> {
      const { signal, operationName, timeoutMs = ownTimeoutMs } = options;
      const query = typeof document === 'string' ? document : await textOf(document as Document);
      const kind = options.kind ?? kindOf(query, operationName);
      const body = JSON.stringify({ query, variables, operationName }, exactNumber);
      const operation = operationName ?? /^\W*(?:query|mutation)\s+(\w+)/.exec(query)?.[1];
      const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json', ...ownHeaders };
      if (kind === 'mutation') headers['idempotency-key'] = options.idempotencyKey ?? idempotencyKey();

      const attempt = async (event: RequestEvent): Promise<Outcome & { readonly retryAfterMs: number }> => {
        const start = performance.now();
        let response: Response | undefined;
        let text: string | undefined;
        let outcome: Outcome | undefined;
        let cause: unknown;
        onRequest?.(event);
        const sent = token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` };
        // What cannot be sent fails here, where nothing is tried again.
        new Headers(sent);
        if (!(timeoutMs > 0)) throw new TypeError('timeoutMs');
        const limit = timeLimit(timeoutMs, signal);
        try {
          response = await send(url, { method: 'POST', headers: sent, body, signal: limit.signal });
          text = await response.text();
          outcome = read(response, text);
        } catch (thrown) {
          throwIfAborted(signal);
          cause = thrown;
        } finally {
          limit.end();
        }
        if (!outcome) {
          const failed = { url, attempt: event.attempt, cause, response, text, hasAnswered };
          const { code, message, about, isBug, ...rest }: Failure = await import('./failure.js').then(
            ({ explain }) => explain(failed),
            // A page that has lost its network loads no more of its program.
            () => ({ code: 'NO_ANSWER', message: String(cause), isRetryable: true }),
          );
          if (isBug) throw cause;
          outcome = { error: new CrmError(code, message, { ...about, cause }), ...rest };
        }
        hasAnswered ||= !!response;
        const { error, extensions } = outcome;
        onResponse?.({ ...event, milliseconds: performance.now() - start, status: response?.status, error, extensions });
        return { ...outcome, retryAfterMs: response ? waitOf(response.headers) : 0 };
      };

      let token = await tokens.current();
      let hasNewToken = false;
      for (let number = 1; ; number++) {
        // Others may make the pause longer meanwhile.
        for (let wait; (wait = pausedUntil - performance.now()) > 0;) await sleep(wait, signal);
        throwIfAborted(signal);
        const event = { operation, kind, attempt: number };
        const { data, error, isRetryable, isUndone, retryAfterMs } = await attempt(event);
        if (!error) return data as Data;
        if (!hasNewToken && isRefused(error) && kind !== 'open') {
          hasNewToken = true;
          const refused = token;
          token = await tokens.next(refused);
          if (token !== refused) continue;
        }
        const isWorthIt = isRetryable && (kind !== 'open' || isUndone) && number <= retries && retryAfterMs <= maxWaitMs;
        if (retryAfterMs <= maxWaitMs) pausedUntil = Math.max(pausedUntil, performance.now() + retryAfterMs);
        if (!isWorthIt) throw error;
        // Anywhere below twice the last limit, so that callers who failed together do not come back together.
        const waitMs = Math.random() * Math.min(10_000, 250 * 2 ** (number - 1));
        onRetry?.({ ...event, error, waitMs: waitMs + retryAfterMs });
        await sleep(Math.max(0, pausedUntil - performance.now()) + waitMs, signal);
      }
    },
  };
}

const isRefused = ({ code, status, errors }: CrmError): boolean =>
  code === ('UNAUTHENTICATED' satisfies CrmErrorCode) || (status === 401 && errors.length === 0);
