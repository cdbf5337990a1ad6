import { createHmac } from 'node:crypto';
import type pg from 'pg';
import type { Client } from '../../core/context.js';
import type { Transaction, Transactions } from '../../core/database/transactions.js';
import { defineError } from '../../core/errors.js';
import { newRowId } from '../../core/ids.js';
import { audit } from './audit.js';
import { bytes, digestOf, isSecret, newSecret } from './secrets.js';

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
  { org, userId }: Person,
  { address, userAgent }: Client,
  days: number,
): Promise<OpenSession> {
  const [id, refreshToken] = [newRowId(), newSecret()];
  const [row] = await transaction.run(
    `WITH s AS (
       INSERT INTO session (org, id, user_id, address, user_agent, expires_at) VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, now() + make_interval(days => $6::int)) RETURNING org, id, expires_at
     ), t AS (INSERT INTO refresh_token (org, hash, session_id) SELECT s.org, $7::bytea, s.id FROM s)
     SELECT (extract(epoch FROM s.expires_at) * 1000)::bigint::text FROM s`,
    [org, id, userId, address, textOf(userAgent), String(days), bytes(digestOf(refreshToken))],
  );
  return { id, refreshToken, refreshExpiresAt: new Date(Number(row![0])) };
}

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
  const nextHash = bytes(digestOf(refreshToken));
  const session = await transactions.run({ org, actor: userId, cause }, async (transaction) => {
    // Of several at once one is the first; the others wait here until it is done.
    const used = await transaction.run(
      `UPDATE refresh_token t SET used_at = $3::timestamptz WHERE t.org = $1::uuid AND t.hash = $2::bytea AND t.used_at IS NULL RETURNING 1::text`,
      [org, bytes(hash), now.toISOString()],
    );
    const isFirst = used.length > 0;
    if (!isFirst && !(await isRepeated(transaction, { org, hash: bytes(hash), nextHash, now }))) {
      const ended = await endSessions(transaction, { org, userId }, { only: sessionId });
      if (ended.length > 0) await audit(transaction, { org, userId }, 'session.reused', { sessionId: `session_${sessionId}` });
      return 'reused' as const;
    }
    const [row] = await transaction.run(
      `UPDATE session s SET last_used_at = now(), expires_at = now() + make_interval(days => $4::int), address = $5, user_agent = $6
         FROM app_user u JOIN organization o ON o.org = u.org AND o.deleted_at IS NULL
        WHERE s.org = $1::uuid AND s.id = $2::uuid AND s.ended_at IS NULL AND s.expires_at > now()
          AND u.org = $1::uuid AND u.id = s.user_id AND u.id = $3::uuid AND u.status = 'ACTIVE' AND u.deleted_at IS NULL
       RETURNING (extract(epoch FROM s.expires_at) * 1000)::bigint::text`,
      [org, sessionId, userId, String(days), address, textOf(userAgent)],
    );
    if (!row) return 'ended' as const;
    if (isFirst) {
      await transaction.run(
        `WITH old AS (DELETE FROM refresh_token WHERE org = $1::uuid AND session_id = $3::uuid AND used_at < $4::timestamptz - interval '7 days')
         INSERT INTO refresh_token (org, hash, session_id) VALUES ($1::uuid, $2::bytea, $3::uuid)`,
        [org, nextHash, sessionId, now.toISOString()],
      );
    }
    return { id: sessionId, refreshToken, refreshExpiresAt: new Date(Number(row[0])), org, userId };
  });
  if (session === 'reused') throw RefreshTokenReused({});
  if (session === 'ended') throw RefreshTokenInvalid({});
  return session;
}

/** Whether a token was used just now, and the next one not yet. */
async function isRepeated(
  transaction: Transaction,
  { org, hash, nextHash, now }: { org: string; hash: string; nextHash: string; now: Date },
): Promise<boolean> {
  const rows = await transaction.run(
    `SELECT 1::text FROM refresh_token t JOIN refresh_token n ON n.org = t.org AND n.session_id = t.session_id AND n.hash = $3::bytea AND n.used_at IS NULL
      WHERE t.org = $1::uuid AND t.hash = $2::bytea AND t.used_at > $4::timestamptz`,
    [org, hash, nextHash, new Date(now.getTime() - GRACE_MS).toISOString()],
  );
  return rows.length > 0;
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
  { org, userId }: Person,
  { only = null, except = null }: { only?: string | null; except?: string | null } = {},
): Promise<string[]> {
  const rows = await transaction.run(
    `UPDATE session SET ended_at = now(), expires_at = now() WHERE org = $1::uuid AND user_id = $2::uuid AND ended_at IS NULL AND expires_at > now()
        AND ($3::uuid IS NULL OR id = $3::uuid) AND ($4::uuid IS NULL OR id <> $4::uuid) RETURNING id::text`,
    [org, userId, only, except],
  );
  return rows.map(([id]) => id!);
}

/** Whose session it is, as far as it is still open. */
export async function ownerOfSession(transaction: Transaction, org: string, id: string): Promise<string | null> {
  const [row] = await transaction.run(
    `SELECT s.user_id::text FROM session s WHERE s.org = $1::uuid AND s.id = $2::uuid AND s.ended_at IS NULL AND s.expires_at > now()`,
    [org, id],
  );
  return row?.[0] ?? null;
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
export async function listSessions(transaction: Transaction, { org, userId }: Person, id: string | null = null): Promise<SessionRow[]> {
  const rows = await transaction.run(
    `SELECT s.id::text, ${instant('s.created_at')}, ${instant('s.last_used_at')}, ${instant('s.expires_at')}, s.address, s.user_agent FROM session s
      WHERE s.org = $1::uuid AND s.user_id = $2::uuid AND ($3::uuid IS NULL OR s.id = $3::uuid) AND s.ended_at IS NULL AND s.expires_at > now()
      ORDER BY s.last_used_at DESC, s.id DESC`,
    [org, userId, id],
  );
  return rows.map(([rowId, createdAt, lastUsedAt, expiresAt, address, userAgent]) => ({
    id: rowId!,
    userId,
    createdAt: createdAt!,
    lastUsedAt: lastUsedAt!,
    expiresAt: expiresAt!,
    address: address!,
    userAgent: userAgent!,
  }));
}

/** A moment as the API says it. */
export const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
