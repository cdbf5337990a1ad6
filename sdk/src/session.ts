import type { AuthReason } from './auth.js';
import { createClient, type ClientOptions } from './client.js';
import { isCrmError } from './errors.js';
import { refreshSession, signIn, signOut, type SignInPayload } from './records/shared.js';

/** What a session lives by. Whoever has it is signed in: keep it as you would a password. */
export interface SessionTokens {
  readonly token: string;
  /** Good once: each refresh gives the next one. */
  readonly refreshToken: string;
}

export interface SessionOptions extends Omit<ClientOptions, 'auth'> {
  /** What `onTokens` was told last, to go on with a session after a restart. */
  readonly tokens?: SessionTokens | null;
  /** Told of every new pair, and of null when the session is over. Save them before anything else: the old pair is worth nothing any more. */
  readonly onTokens?: (tokens: SessionTokens | null) => void | Promise<void>;
}

/** Somebody signed in, whose tokens are refreshed when the server says that they have expired; no clock of ours takes part. */
export interface Session {
  /** For `createClient`: `createClient({ url, auth: session.auth })`. */
  readonly auth: (reason: AuthReason) => Promise<string | undefined>;
  /** Undefined before somebody signs in and after the session is over. */
  readonly tokens: SessionTokens | undefined;
  /** The id of the user who signed in. Fails with ORGANIZATION_NEEDED, whose details name them, for an address that is in several. */
  signIn(credentials: { readonly email: string; readonly password: string; readonly organizationId?: string }): Promise<string | null>;
  /** Ends the session, here and on the server. */
  signOut(): Promise<void>;
}

/** A session on one server. */
export function createSession({ tokens: saved, onTokens, ...options }: SessionOptions): Session {
  const crm = createClient(options);
  let tokens = saved ?? undefined;

  const keep = async (next: SessionTokens | undefined): Promise<void> => {
    tokens = next;
    await onTokens?.(next ?? null);
  };
  const accept = async ({ token, refreshToken, userId }: SignInPayload): Promise<string | null> => {
    if (token !== null && refreshToken !== null) await keep({ token, refreshToken });
    return userId;
  };

  return {
    get tokens() {
      return tokens;
    },
    async auth(reason) {
      if (reason === 'expired' && tokens) {
        try {
          await accept(await refreshSession(crm, { refreshToken: tokens.refreshToken }));
        } catch (error) {
          if (isCrmError(error, 'REFRESH_TOKEN_INVALID') || isCrmError(error, 'REFRESH_TOKEN_REUSED')) await keep(undefined);
          throw error;
        }
      }
      return tokens?.token;
    },
    signIn: async (credentials) => accept(await signIn(crm, credentials)),
    async signOut() {
      const { token } = tokens ?? {};
      if (token === undefined) return;
      await keep(undefined);
      await signOut(createClient({ ...options, auth: token }));
    },
  };
}
