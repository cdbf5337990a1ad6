/** Why a token is asked for: for the next request, or because the server refused the last one. */
export type AuthReason = 'request' | 'expired';

/**
 * What goes into `Authorization: Bearer …`: an API key, or a function that knows a token. When the server refuses it, the
 * function is asked once more with `expired`, once for all requests that wait for it.
 */
export type Auth = string | ((reason: AuthReason) => string | undefined | Promise<string | undefined>);

/** Hands out tokens; of many requests that were refused, one fetches the new token and all go on with it. */
export function createTokens(auth: Auth | undefined) {
  let refreshing: Promise<string | undefined> | undefined;
  let replaced: { readonly old: string | undefined; readonly by: string | undefined } | undefined;

  const refresh = async (ask: Exclude<Auth, string>, old: string | undefined): Promise<string | undefined> => {
    try {
      const by = await ask('expired');
      replaced = { old, by };
      return by;
    } finally {
      refreshing = undefined;
    }
  };

  return {
    /** The token for a request; waits for a new one that is on its way. */
    current: async (): Promise<string | undefined> => (typeof auth === 'function' ? (refreshing ?? auth('request')) : auth),
    /** The token after `refused`; the same one when there is no other. */
    async next(refused: string | undefined): Promise<string | undefined> {
      if (typeof auth !== 'function') return auth;
      const current = await (refreshing ?? auth('request'));
      if (current !== refused) return current;
      // Somebody's refresh may have ended while the function was looking up the old token.
      if (replaced && replaced.old === refused) return replaced.by;
      return (refreshing ??= refresh(auth, refused));
    },
  };
}
