import type pg from 'pg';
import { transactionDb } from '../../core/database/typed-sql.js';
import type { Auth, Client, SignedIn } from '../../core/context.js';
import type { Transaction, Transactions } from '../../core/database/transactions.js';
import { defineError } from '../../core/errors.js';
import { hasForbiddenCharacter } from '../../core/text.js';
import { createAttempts } from './attempts.js';
import { useLink } from './links.js';
import { isPassword } from './passwords.js';
import { openSession, rotateRefreshToken, type OpenSession, type Person } from './sessions.js';
import { createSigningKeys } from './signing-keys.js';
import { createStanding, signToken, type OpenRequests } from './standing.js';

export const SignInFailed = defineError<object>('SIGN_IN_FAILED', {
  status: 401,
  description: 'The e-mail address and password do not belong together. The answer is the same for unknown addresses.',
});

export const OrganizationNeeded = defineError<{ organizations: readonly { id: string; name: string }[] }>('ORGANIZATION_NEEDED', {
  status: 409,
  description: 'The address and password are right in several organisations: name one.',
});

export interface AuthOptions {
  /** A pool in the system role: who signs in has no organisation yet. */
  readonly system: pg.Pool;
  /** Transactions in the system role: once the organisation is known, its wall holds. */
  readonly transactions: Transactions;
  /** How long an access token is good. */
  readonly lifetimeMinutes: number;
  /** How long a session lives without being used. */
  readonly sessionDays: number;
  readonly clock?: () => Date;
  /** Counts those who come with an unknown credential; nobody is counted without it. */
  readonly limiter?: OpenRequests;
}

interface Candidate extends Person {
  readonly organization: string;
  readonly hash: string;
}

/** Who people are: passwords, sessions, links, keys. */
export function createAuth({ system, transactions, lifetimeMinutes, sessionDays, clock = () => new Date(), limiter }: AuthOptions): Auth {
  const keys = createSigningKeys(system);
  const standing = createStanding(system, keys, limiter);
  const attempts = createAttempts(system, () => keys.attempts());

  const signedIn = async ({ id, org, userId, refreshToken, refreshExpiresAt }: OpenSession & Person): Promise<SignedIn> => ({
    ...(await signToken(keys, { org, userId, sessionId: id }, lifetimeMinutes)),
    refreshToken,
    refreshExpiresAt,
    org,
    userId,
  });

  return {
    async signIn(client, { email, password, org }) {
      const matching = await attempts.guarded(client, email.slice(0, MAX_EMAIL), async () => {
        const found = await matchingUsers(system, email, password, org);
        return found.length > 0 ? found : null;
      });
      const [user] = matching ?? [];
      if (!user) throw SignInFailed({});
      if (matching!.length > 1) {
        throw OrganizationNeeded({ organizations: matching!.map((one) => ({ id: `organization_${one.org}`, name: one.organization })) });
      }
      const person = { org: user.org, userId: user.userId };
      const scope = { org: user.org, actor: user.userId, cause: client.cause };
      const session = await transactions.run(scope, async (transaction) =>
        (await isStill(transaction, user)) ? openSession(transaction, person, client, sessionDays) : null,
      );
      if (!session) throw SignInFailed({});
      return signedIn({ ...session, ...person });
    },

    refresh: async (client, token) =>
      signedIn(
        await rotateRefreshToken(system, transactions, token, client, { key: await keys.refresh(), days: sessionDays, now: clock() }),
      ),

    useLink: async (client, kind, token, password) =>
      signedIn(await useLink(system, transactions, client, { kind, token, password, days: sessionDays })),

    async isPasswordOf(client: Client, { org, userId }, password) {
      const { rows } = await system.query<{ hash: string }>(
        'SELECT password_hash AS hash FROM credential WHERE org = $1 AND user_id = $2',
        [org, userId],
      );
      const isRight = await attempts.guarded(client, userId, async () =>
        (await isPassword(rows[0]?.hash ?? null, password)) ? true : null,
      );
      return isRight ?? false;
    },

    viewerOf: (token, address) => standing.viewerOf(token, address),
    refusalReason: (token) => standing.refusalReason(token),
    viewerOfUser: (org, userId) => standing.viewerOfUser(org, userId),
    forget: (org, userId) => standing.forget(org, userId),
  };
}

async function matchingUsers(system: pg.Pool, email: string, password: string, org: string | null): Promise<Candidate[]> {
  const candidates = await findUsers(system, email, org);
  const matching: Candidate[] = [];
  // Always one verification at least, so that unknown addresses take as long. One after the other: a sign-in has one place.
  for (const one of candidates.length > 0 ? candidates : [null])
    if ((await isPassword(one?.hash ?? null, password)) && one) matching.push(one);
  return matching;
}

/** Whether the password that was right a moment ago still is: a change of it, or a suspension, ends the sessions it finds. */
async function isStill(transaction: Transaction, { userId, hash }: Candidate): Promise<boolean> {
  const user = await transactionDb(transaction)
    .selectFrom('app_user as u')
    .innerJoin('credential as c', 'c.user_id', 'u.id')
    .select('u.id')
    .where('u.id', '=', userId)
    .where('u.status', '=', 'ACTIVE')
    .where('u.deleted_at', 'is', null)
    .where('c.password_hash', '=', hash)
    .forShare()
    .executeTakeFirst();
  return user !== undefined;
}

const MAX_EMAIL = 200;
/** At most so many organisations are tried for one address. */
const MAX_CANDIDATES = 5;

async function findUsers(system: pg.Pool, email: string, org: string | null): Promise<Candidate[]> {
  if (hasForbiddenCharacter(email) || email.length > MAX_EMAIL) return [];
  const { rows } = await system.query<Candidate>(
    `SELECT u.org, o.name AS organization, u.id AS "userId", c.password_hash AS hash
       FROM app_user u JOIN credential c ON c.org = u.org AND c.user_id = u.id JOIN organization o ON o.org = u.org AND o.deleted_at IS NULL
      WHERE lower(u.email) = lower($1 COLLATE "und-x-icu") AND u.status = 'ACTIVE' AND u.deleted_at IS NULL AND ($2::uuid IS NULL OR u.org = $2::uuid)
      ORDER BY u.org LIMIT ${MAX_CANDIDATES}`,
    [email, org],
  );
  return rows;
}
