import type { AuthReason } from './auth.js';
import { createClient, type ClientOptions } from './client.js';
import { isCrmError } from './errors.js';
import { alone } from './lock.js';
import { refreshSession, signIn, signOut, type SignInPayload } from './records/shared.js';
import { sleep } from './sleep.js';

/** What a session lives by. Whoever has it is signed in: keep it as you would a password. */
export interface SessionTokens {
  readonly token: string;
  /** Good once: each refresh gives the next one. */
  readonly refreshToken: string;
}

/** Where tokens are kept: `localStorage`, or anything with these functions, such as React Native's `AsyncStorage`. */
export interface TokenStorage {
  getItem(key: string): string | null | Promise<string | null>;
  setItem(key: string, value: string): unknown;
  removeItem(key: string): unknown;
}

export interface SessionOptions extends Omit<ClientOptions, 'auth'> {
  /**
   * Keeps the tokens for all tabs and processes that share it: one of them refreshes, the others go on with what it got. In a
   * browser `localStorage`.
   */
  readonly storage?: TokenStorage | undefined;
  /** Under which name they are kept. Default: `relata.session`. */
  readonly storageKey?: string | undefined;
  /** What `onTokens` was told last, to go on with a session after a restart. What is in `storage` comes first. */
  readonly tokens?: SessionTokens | null | undefined;
  /**
   * Told of every new pair, and of null when the session is over, also where another tab has refreshed it or signed out.
   * Without a `storage`, save them before anything else: the old pair is worth nothing any more.
   */
  readonly onTokens?: ((tokens: SessionTokens | null) => void | Promise<void>) | undefined;
}

interface StorageEvent {
  readonly key: string | null;
}

/** Somebody signed in, whose tokens are refreshed when the server says that they have expired; no clock of ours takes part. */
export interface ClientSession {
  /** For `createClient`: `createClient({ url, auth: session.auth })`. */
  readonly auth: (reason: AuthReason) => Promise<string | undefined>;
  /** Undefined before somebody signs in and after the session is over. From a storage that answers later, they are there after the first call. */
  readonly tokens: SessionTokens | undefined;
  /** The id of the user who signed in. Fails with ORGANIZATION_NEEDED, whose details name them, for an address that is in several. */
  signIn(credentials: { readonly email: string; readonly password: string; readonly organizationId?: string }): Promise<string | null>;
  /** Ends the session, here and on the server. */
  signOut(): Promise<void>;
}

/** A session on one server. */
export function createSession({
  storage,
  storageKey = 'relata.session',
  tokens: saved,
  onTokens,
  ...options
}: SessionOptions): ClientSession {
  const crm = createClient(options);
  const first = storage?.getItem(storageKey);
  /** What the storage held when we last looked. */
  let seen = typeof first === 'string' ? first : null;
  let tokens = parse(seen) ?? saved ?? undefined;
  let writes = 0;

  const keep = async (next: SessionTokens | undefined): Promise<void> => {
    tokens = next;
    if (storage) {
      const text = next ? JSON.stringify(next) : null;
      writes++;
      await (text === null ? storage.removeItem(storageKey) : storage.setItem(storageKey, text));
      writes++;
      seen = text;
    }
    await onTokens?.(next ?? null);
  };
  /** Takes over what others have put into the storage. */
  const look = async (): Promise<void> => {
    const before = writes;
    const text = (await storage?.getItem(storageKey)) ?? null;
    // What was read while we wrote may be of before.
    if (text === seen || before !== writes) return;
    seen = text;
    tokens = parse(text);
    await onTokens?.(tokens ?? null);
  };
  const accept = async ({ token, refreshToken, userId }: SignInPayload): Promise<string | null> => {
    if (token !== null && refreshToken !== null) await keep({ token, refreshToken });
    return userId;
  };
  const refresh = async (refused: SessionTokens, hasWaited: boolean): Promise<void> => {
    await look();
    // What another one got while this one waited may still be on its way here.
    for (let looks = hasWaited ? 20 : 0; looks > 0 && tokens?.token === refused.token; looks--) {
      await sleep(50, undefined);
      await look();
    }
    // Another one has refreshed it, or signed out.
    if (tokens?.token !== refused.token) return;
    const { refreshToken } = tokens;
    try {
      await accept(await refreshSession(crm, { refreshToken }));
    } catch (error) {
      if (!isCrmError(error, 'REFRESH_TOKEN_INVALID') && !isCrmError(error, 'REFRESH_TOKEN_REUSED')) throw error;
      // Where no lock keeps tabs apart, another one may be about to store what it got for the same token.
      if (storage) await sleep(STORING_MS, undefined);
      await look();
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- another tab may have signed out
      if (tokens?.refreshToken !== refreshToken) return;
      await keep(undefined);
      throw error;
    }
  };
  /** Of all that share the storage, one at a time. */
  const together = <Result>(work: (hasWaited: boolean) => Promise<Result>): Promise<Result> =>
    storage ? alone(storageKey, work) : work(false);

  const { addEventListener } = globalThis as { addEventListener?: (type: 'storage', listener: (event: StorageEvent) => void) => void };
  // `key` is null where all of it was cleared.
  if (storage) addEventListener?.('storage', ({ key }) => void ((key ?? storageKey) === storageKey && look()));

  return {
    get tokens() {
      return tokens;
    },
    async auth(reason) {
      if (reason === 'request') await look();
      else if (tokens) {
        // As it is before the lock: while this one waits, another one may refresh.
        const refused = tokens;
        await together((hasWaited) => refresh(refused, hasWaited));
      }
      return tokens?.token;
    },
    async signIn(credentials) {
      const payload = await signIn(crm, credentials);
      return together(() => accept(payload));
    },
    async signOut() {
      const token = await together(async () => {
        await look();
        const had = tokens?.token;
        if (had !== undefined) await keep(undefined);
        return had;
      });
      if (token !== undefined) await signOut(createClient({ ...options, auth: token }));
    },
  };
}

const STORING_MS = 300;

/** The tokens in a text; none in one that is something else. */
function parse(text: string | null): SessionTokens | undefined {
  try {
    const { token, refreshToken } = JSON.parse(text ?? '') as SessionTokens;
    return token && refreshToken ? { token, refreshToken } : undefined;
  } catch {
    return undefined;
  }
}
