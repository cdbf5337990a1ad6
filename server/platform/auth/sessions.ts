import { sql, type RawBuilder } from 'kysely';
import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { transactionDb, type Db } from '../../core/database/typed-sql.js';
import type { Client } from '../../core/context.js';
import type { Transaction, Transactions } from '../../core/database/transactions.js';
import { defineError } from '../../core/errors.js';
import { newRowId } from '../../core/ids.js';
import { audit } from './audit.js';
import { digestOf, isSecret, newSecret } from './secrets.js';

export const RefreshTokenInvalid = defineError<object>('REFRESH_TOKEN_INVALID', {
  status: 401,
  description: 'The refresh token is not one of ours, or its session has ended. Sign in again.',
});

export const RefreshTokenReused = defineError<object>('REFRESH_TOKEN_REUSED', {
  status: 401,
  description:
    'The refresh token was used before, and is not the previous one of the last 30 seconds: somebody else may have it. Its session has ended; sign in again.',
});

/** How ids of sessions begin on the wire. */
export const sessionIds = { prefix: 'session' };

/** A session with the token that the next pair is fetched with. */
export interface OpenSession {
  readonly id: string;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
}

export interface Person {
  readonly org: string;
  readonly userId: string;
}

const MAX_USER_AGENT = 300;

/** Begins a session and its family of refresh tokens. */
export async function openSession(
  transaction: Transaction,
  { userId }: Person,
  { address, userAgent }: Client,
  days: number,
): Promise<OpenSession> {
  const [id, refreshToken] = [newRowId(), newSecret()];
  const session = await transactionDb(transaction)
    .with('s', (qb) =>
      qb
        .insertInto('session')
        .values({ id, user_id: userId, address, user_agent: textOf(userAgent), expires_at: inDays(days) })
        .returning(['id', 'expires_at']),
    )
    .with('t', (qb) =>
      qb
        .insertInto('refresh_token')
        .columns(['hash', 'session_id'])
        .expression((eb) => eb.selectFrom('s').select([sql<Buffer>`${digestOf(refreshToken)}::bytea`.as('hash'), 's.id'])),
    )
    .selectFrom('s')
    .select('s.expires_at')
    .executeTakeFirstOrThrow();
  return { id, refreshToken, refreshExpiresAt: new Date(session.expires_at) };
}

const inDays = (days: number): RawBuilder<string> => sql`now() + make_interval(days => ${days}::int)`;

/** What a browser says of itself, as far as it can be stored. */
const textOf = (userAgent: string): string => userAgent.slice(0, MAX_USER_AGENT).toWellFormed().replaceAll('\0', '');

/** For so long the previous refresh token is answered once more: two tabs refresh at once, an answer gets lost. */
const GRACE_MS = 30_000;

/**
 * The token that follows another one. Only hashes are kept, so that it is derived anew where it is asked for again. That needs the
 * token before it and a key of the server: whoever reads the database has hashes of tokens only, and whoever has an old token
 * no key. A random one would have to be kept, encrypted, in a column of its own.
 */
const successorOf = (token: string, key: Uint8Array): string => createHmac('sha256', key).update(token).digest('base64url');

export interface RefreshOptions {
  /** What successors are derived with; all servers have the same one. */
  readonly key: Uint8Array;
  readonly days: number;
  readonly now: Date;
}

/**
 * Trades a refresh token for the next one. Within `GRACE_MS` the previous token is answered with the same next one, as long as that
 * was not used itself. Any other token that was used before ends its session.
 *
 * @param system finds whose token it is: who comes with one has no organisation yet
 */
export async function rotateRefreshToken(
  system: pg.Pool,
  transactions: Transactions,
  token: string,
  { address, userAgent, cause }: Client,
  { key, days, now }: RefreshOptions,
): Promise<OpenSession & Person> {
  const hash = digestOf(token);
  const found = isSecret(token) ? await findSession(system, hash) : null;
  if (!found) throw RefreshTokenInvalid({});
  const { org, userId, sessionId } = found;
  const refreshToken = successorOf(token, key);
  const nextHash = digestOf(refreshToken);
  const session = await transactions.run({ org, actor: userId, cause }, async (transaction) => {
    // Of several at once one is the first; the others wait here until it is done.
    const db = transactionDb(transaction);
    const used = await db
      .updateTable('refresh_token as t')
      .set({ used_at: now })
      .where('t.hash', '=', hash)
      .where('t.used_at', 'is', null)
      .executeTakeFirst();
    const isFirst = used.numUpdatedRows > 0n;
    if (!isFirst && !(await isRepeated(db, { hash, nextHash, now }))) {
      const ended = await endSessions(transaction, { org, userId }, { only: sessionId });
      if (ended.length > 0) await audit(transaction, { userId }, 'session.reused', { sessionId: `session_${sessionId}` });
      return 'reused' as const;
    }
    const prolonged = await db
      .updateTable('session as s')
      .from('app_user as u')
      .innerJoin('organization as o', (join) => join.onRef('o.org', '=', 'u.org').on('o.deleted_at', 'is', null))
      .set({ last_used_at: sql`now()`, expires_at: inDays(days), address, user_agent: textOf(userAgent) })
      .where('s.id', '=', sessionId)
      .where('s.ended_at', 'is', null)
      .where('s.expires_at', '>', sql<string>`now()`)
      .whereRef('u.id', '=', 's.user_id')
      .where('u.id', '=', userId)
      .where('u.status', '=', 'ACTIVE')
      .where('u.deleted_at', 'is', null)
      .returning('s.expires_at')
      .executeTakeFirst();
    if (!prolonged) return 'ended' as const;
    if (isFirst) {
      const weekAgo = new Date(now.getTime() - 7 * 86_400_000).toISOString();
      await db
        .with('old', (qb) => qb.deleteFrom('refresh_token').where('session_id', '=', sessionId).where('used_at', '<', weekAgo))
        .insertInto('refresh_token')
        .values({ hash: nextHash, session_id: sessionId })
        .execute();
    }
    return { id: sessionId, refreshToken, refreshExpiresAt: new Date(prolonged.expires_at), org, userId };
  });
  if (session === 'reused') throw RefreshTokenReused({});
  if (session === 'ended') throw RefreshTokenInvalid({});
  return session;
}

/** Whether a token was used just now, and the next one not yet. */
async function isRepeated(db: Db, { hash, nextHash, now }: { hash: Buffer; nextHash: Buffer; now: Date }): Promise<boolean> {
  const repeated = await db
    .selectFrom('refresh_token as t')
    .innerJoin('refresh_token as n', (join) =>
      join.onRef('n.session_id', '=', 't.session_id').on('n.hash', '=', nextHash).on('n.used_at', 'is', null),
    )
    .select('t.session_id')
    .where('t.hash', '=', hash)
    .where('t.used_at', '>', new Date(now.getTime() - GRACE_MS).toISOString())
    .executeTakeFirst();
  return repeated !== undefined;
}

async function findSession(system: pg.Pool, hash: Buffer): Promise<(Person & { sessionId: string }) | null> {
  const { rows } = await system.query<Person & { sessionId: string }>(
    `SELECT t.org, s.user_id AS "userId", s.id AS "sessionId" FROM refresh_token t JOIN session s ON s.org = t.org AND s.id = t.session_id WHERE t.hash = $1`,
    [hash],
  );
  return rows[0] ?? null;
}

/**
 * Ends sessions of a user: all, all but one, or one.
 *
 * @returns the row ids of those that were still open
 */
export async function endSessions(
  transaction: Transaction,
  { userId }: Person,
  { only = null, except = null }: { only?: string | null; except?: string | null } = {},
): Promise<string[]> {
  const ended = await transactionDb(transaction)
    .updateTable('session')
    .set({ ended_at: sql`now()`, expires_at: sql`now()` })
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .$if(only !== null, (qb) => qb.where('id', '=', only!))
    .$if(except !== null, (qb) => qb.where('id', '!=', except!))
    .returning('id')
    .execute();
  return ended.map(({ id }) => id);
}

/** Whose session it is, as far as it is still open. */
export async function ownerOfSession(transaction: Transaction, id: string): Promise<string | null> {
  const session = await transactionDb(transaction)
    .selectFrom('session as s')
    .select('s.user_id')
    .where('s.id', '=', id)
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', sql<string>`now()`)
    .executeTakeFirst();
  return session?.user_id ?? null;
}

/** A session as its user sees it. */
export interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
  readonly address: string;
  readonly userAgent: string;
}

/** The open sessions of a user, the one used last first. */
export function listSessions(transaction: Transaction, { userId }: Person, id: string | null = null): Promise<SessionRow[]> {
  return transactionDb(transaction)
    .selectFrom('session as s')
    .select(['s.id', 's.user_id as userId', 's.created_at as createdAt', 's.last_used_at as lastUsedAt', 's.expires_at as expiresAt'])
    .select(['s.address', 's.user_agent as userAgent'])
    .where('s.user_id', '=', userId)
    .$if(id !== null, (qb) => qb.where('s.id', '=', id!))
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', sql<string>`now()`)
    .orderBy('s.last_used_at', 'desc')
    .orderBy('s.id', 'desc')
    .execute();
}
