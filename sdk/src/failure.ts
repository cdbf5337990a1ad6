/** What can be said of a request that GraphQL did not answer. */
export interface Failure {
  readonly code: 'NO_ANSWER' | 'NOT_GRAPHQL';
  /** For people. */
  readonly message: string;
  readonly about?: { readonly status: number | undefined; readonly requestId: string | null | undefined };
  readonly isRetryable: boolean;
  /** Whether the server certainly did nothing. */
  readonly isUndone?: boolean;
  /** Whether the program is at fault, not the network. */
  readonly isBug?: boolean;
}

export interface Attempt {
  readonly url: string | URL;
  /** From 1. */
  readonly attempt: number;
  /** What `fetch` failed with. */
  readonly cause: unknown;
  readonly response: Response | undefined;
  readonly text: string | undefined;
  /** Whether the server has let this page read an answer before. */
  readonly hasAnswered: boolean;
}

const PROBE_MS = 5000;

/** Says what became of a request that GraphQL did not answer. Loaded when the first one fails. */
export async function explain(failed: Attempt): Promise<Failure> {
  const { response, text, cause } = failed;
  const about = { status: response?.status, requestId: response?.headers.get('x-request-id') };
  if (response && text !== undefined) return { about, ...read(response, text) };
  const reason = reasonOf(cause);
  if (isBug(cause, reason)) return { code: 'NO_ANSWER', message: reason, isRetryable: false, isBug: true };
  return { code: 'NO_ANSWER', about, ...(await silence(failed, reason)) };
}

/** What came instead of GraphQL. */
function read({ status, ok, headers }: Response, text: string): Failure {
  // Half of a JSON text is a connection that broke where nobody noticed.
  if (ok && /json/.test(headers.get('content-type') ?? ''))
    return { code: 'NO_ANSWER', message: 'The answer ends in the middle.', isRetryable: true };
  return {
    code: 'NOT_GRAPHQL',
    message: `The server answered ${status} with something that is not GraphQL: ${text.slice(0, 200)}`,
    isRetryable: status === 429 || status >= 500,
    isUndone: status === 429,
  };
}

/**
 * Why nothing came. Browsers tell a page neither that a server does not allow its origin nor that there is no network: both
 * look alike. But a request whose answer nobody may read still tells whether the server is there.
 */
async function silence({ url, attempt, cause, hasAnswered }: Attempt, reason: string): Promise<Omit<Failure, 'code'>> {
  const origin = !hasAnswered && cause instanceof TypeError ? foreignOrigin(url) : undefined;
  if (origin === undefined || !(await isThere(url)))
    return { message: `No answer from ${String(url)}: ${reason}`, isRetryable: true, isUndone: UNSENT.test(reason) };
  return {
    message: `${String(url)} is there, but the browser does not let this page read its answer: the server may not allow the origin ${origin} (CORS). Add it to RELATA_CORS_ORIGINS of the server.`,
    // Once, for a network that was away for a moment.
    isRetryable: attempt < 2,
  };
}

/** Only Node, Deno and Bun tell. */
const UNSENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT|ConnectionRefused|tcp connect error/;

/** What engines and `fetch` say of a program that is wrong. A broken connection is a TypeError as well. */
const MISTAKE =
  /is not (?:an? (?:function|constructor|object|valid)|iterable|defined|valid)|^Cannot |(?:undefined|null) is not|(?:is|of) (?:undefined|null)\b|Failed to (?:parse|execute|construct)|Invalid (?:URL|argument|header|character)|Illegal invocation/i;

const isBug = (cause: unknown, reason: string): boolean =>
  cause instanceof ReferenceError ||
  cause instanceof SyntaxError ||
  cause instanceof RangeError ||
  (cause instanceof TypeError && MISTAKE.test(reason));

function reasonOf(cause: unknown): string {
  const { message, code, cause: deeper } = Object(cause) as { message?: string; code?: string | number; cause?: unknown };
  return [message, code, deeper && reasonOf(deeper)].filter(Boolean).join(', ');
}

/** The origin of the page, where the server has another one; undefined outside of browsers. */
function foreignOrigin(url: string | URL): string | undefined {
  const { location } = globalThis as { location?: { readonly href: string; readonly origin: string } };
  return location && new URL(url, location.href).origin !== location.origin ? location.origin : undefined;
}

async function isThere(url: string | URL): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PROBE_MS);
  });
  const there = fetch(url, { method: 'HEAD', mode: 'no-cors', credentials: 'omit', cache: 'no-store' }).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([there, late]);
  } finally {
    clearTimeout(timer);
  }
}
