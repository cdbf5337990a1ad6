import { timingSafeEqual } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { fullAccess, memberAccess, type Credential } from '../../core/access.js';
import { weekdays } from '../../core/calendar.js';
import type { Viewer } from '../../core/context.js';
import type { CrmError, UnauthenticatedReason } from '../../core/errors.js';
import { createFairQueue } from '../../core/fair-queue.js';
import { chooseLanguage } from '../../core/messages.js';
import { networkOf } from '../http/network.js';
import { keyPrefix } from './api-keys.js';
import { digestOf } from './secrets.js';
import type { SigningKeys } from './signing-keys.js';

/** How long a credential's standing is believed before it is read again: what is revoked acts for no longer. */
const BELIEVED_MS = 5000;
const MAX_KNOWN = 10_000;

/** Counts the requests of an address whose caller is not known; the limiter does. */
export interface OpenRequests {
  countOpenRequest(address: string): CrmError | null;
  uncountOpenRequest(address: string): void;
}

/** Who a bearer of tokens and API keys is, as they stand now. */
export interface Standing {
  viewerOf(token: string, address?: string): Promise<Viewer | null>;
  /** Why nobody was found for a token. */
  refusalReason(token: string): UnauthenticatedReason;
  /** A user as they stand at this moment, for what acts in their name; null when they may not come in. */
  viewerOfUser(org: string, userId: string): Promise<Viewer | null>;
  /** Reads a user, or everybody of an organisation, again when they ask next. */
  forget(org: string, userId?: string): void;
}

/** A token or key that was found good once. A known one costs no signature and no statement for some seconds. */
interface Known {
  readonly viewer: Viewer;
  readonly until: number;
}

/**
 * @param system who comes with a token has no organisation yet
 * @param limiter keeps those who make credentials up from costing a statement each
 */
export function createStanding(system: pg.Pool, keys: SigningKeys, limiter?: OpenRequests): Standing {
  const known = new LRUCache<string, Known>({ max: MAX_KNOWN });
  const claims = new LRUCache<string, Claims>({ max: MAX_KNOWN });
  const reading = new Map<string, Promise<Viewer | null>>();
  // By hash: what strangers send may be long.
  const refusals = new LRUCache<string, UnauthenticatedReason>({ max: MAX_KNOWN });
  /** API keys that were good once. */
  const proven = new LRUCache<string, true>({ max: MAX_KNOWN });
  const lookups = createFairQueue({ places: 2, placesPerKey: 1, maxWaiting: 1000, maxWaitingPerKey: 100, maxWaitMs: 5000 });

  /**
   * Runs the statement that a credential is looked up with. A session's token is signed and a key that was good once is known, so
   * these are always looked up; anything else may be made up, and is counted for its address before.
   */
  async function lookUp<T>(isSuspect: boolean, address: string | undefined, statement: () => Promise<T>): Promise<T> {
    if (!isSuspect || address === undefined) return statement();
    const refused = limiter?.countOpenRequest(address);
    if (refused) throw refused;
    try {
      return await lookups.run(networkOf(address), statement);
    } finally {
      // The server counts the request itself, by what has been found.
      limiter?.uncountOpenRequest(address);
    }
  }

  async function readToken(token: string, id: string, address: string | undefined): Promise<Viewer | UnauthenticatedReason> {
    const found = claims.get(token) ?? (await verifyToken(token, keys));
    if (typeof found === 'string') return found;
    if (found.expires <= Date.now()) return 'EXPIRED';
    claims.set(token, found);
    return (await lookUp(refusals.has(id), address, () => readSession(system, found))) ?? 'INVALID';
  }

  async function readKey(key: string, id: string, address: string | undefined): Promise<Viewer | UnauthenticatedReason> {
    const prefix = keyPrefix(key);
    if (!prefix) return 'MALFORMED';
    const found = await lookUp(!proven.has(id), address, () => readApiKey(system, prefix, key));
    if (typeof found === 'string') proven.delete(id);
    else proven.set(id, true);
    return found;
  }

  async function read(token: string, address: string | undefined): Promise<Viewer | null> {
    const id = digestOf(token).toString('base64');
    const found = await (token.startsWith('rlt_') ? readKey(token, id, address) : readToken(token, id, address));
    if (typeof found === 'string') {
      known.delete(token);
      refusals.set(id, found);
      return null;
    }
    refusals.delete(id);
    const { expiresAt } = found.credential;
    known.set(token, { viewer: found, until: Math.min(Date.now() + BELIEVED_MS, expiresAt === null ? Infinity : Date.parse(expiresAt)) });
    return found;
  }

  return {
    viewerOf(token, address) {
      const found = known.get(token);
      if (found && Date.now() < found.until) return Promise.resolve(found.viewer);
      let pending = reading.get(token);
      if (!pending) {
        pending = read(token, address).finally(() => reading.delete(token));
        reading.set(token, pending);
      }
      return pending;
    },
    refusalReason: (token) => refusals.get(digestOf(token).toString('base64')) ?? 'INVALID',
    viewerOfUser: (org, userId) => readUser(system, org, userId),
    forget(org, userId) {
      for (const [token, { viewer }] of known.entries())
        if (viewer.org === org && (userId === undefined || viewer.userId === userId)) known.delete(token);
    },
  };
}

/** What an access token says. */
interface Claims {
  readonly org: string;
  readonly userId: string;
  readonly sessionId: string;
  /** The key that it is signed with. */
  readonly kid: string;
  /** Milliseconds. */
  readonly expires: number;
}

/** Signs an access token of a session. */
export async function signToken(
  keys: SigningKeys,
  { org, userId, sessionId }: Pick<Claims, 'org' | 'userId' | 'sessionId'>,
  lifetimeMinutes: number,
): Promise<{ token: string; expiresAt: Date }> {
  const { id, secret } = await keys.current();
  const expiresAt = new Date(Math.floor(Date.now() / 1000 + lifetimeMinutes * 60) * 1000);
  const token = await new SignJWT({ org, sid: sessionId })
    .setProtectedHeader({ alg: 'HS256', kid: id })
    .setSubject(userId)
    .setIssuedAt()
    .setExpirationTime(expiresAt)
    .sign(secret);
  return { token, expiresAt };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

async function verifyToken(token: string, keys: SigningKeys): Promise<Claims | UnauthenticatedReason> {
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) return 'MALFORMED';
  const kid = keyIdOf(token);
  const key = kid === null ? null : await keys.find(kid);
  if (!key) return 'INVALID';
  try {
    const { payload } = await jwtVerify(token, key.secret, { algorithms: ['HS256'], requiredClaims: ['sub', 'org', 'sid', 'exp'] });
    const { sub, org, sid, exp } = payload as { sub: unknown; org: unknown; sid: unknown; exp: number };
    if (![sub, org, sid].every((id) => typeof id === 'string' && UUID.test(id))) return 'INVALID';
    return { org: org as string, userId: sub as string, sessionId: sid as string, kid: key.id, expires: exp * 1000 };
  } catch (error) {
    // Its signature has been found right before.
    return error instanceof errors.JWTExpired ? 'EXPIRED' : 'INVALID';
  }
}

function keyIdOf(token: string): string | null {
  try {
    const { kid, alg } = decodeProtectedHeader(token);
    return alg === 'HS256' && typeof kid === 'string' ? kid : null;
  } catch {
    return null;
  }
}

/** What is read of a person, whatever they came in with: their standing and settings, their own over the organisation's. */
const COLUMNS = `(SELECT json_object_agg(f.module, f.fields) FROM (SELECT module, json_agg(field) AS fields FROM unique_field WHERE org = u.org GROUP BY module) f) AS "uniqueFields", u.org, u.id AS "userId", o.base_currency AS "baseCurrency", p.kind, o.time_zone AS "organizationTimeZone",
       coalesce(u.time_zone, o.time_zone) AS "timeZone", coalesce(u.week_start, o.week_start) AS "weekStart",
       o.fiscal_year_start AS "fiscalYearStart", u.language AS own, o.language AS ours, coalesce(u.name_format, o.name_format) AS "nameFormat"`;
const PEOPLE = `app_user u JOIN organization o ON o.org = u.org AND o.deleted_at IS NULL JOIN profile p ON p.org = u.org AND p.id = u.profile_id`;
const IS_ACTIVE = `u.status = 'ACTIVE' AND u.deleted_at IS NULL`;
/** The last use of a credential is noted at most once a minute. */
const isNoted = (alias: string): string => `coalesce(${alias}.last_used_at > now() - interval '1 minute', false) AS "isNoted"`;

interface PersonRow {
  readonly org: string;
  readonly userId: string;
  readonly baseCurrency: string;
  readonly uniqueFields: Readonly<Record<string, string[]>> | null;
  readonly kind: string;
  readonly organizationTimeZone: string;
  readonly timeZone: string;
  readonly weekStart: (typeof weekdays)[number];
  readonly fiscalYearStart: number;
  readonly own: string | null;
  readonly ours: string;
  readonly nameFormat: string;
}

interface CredentialRow extends PersonRow {
  readonly isNoted: boolean;
}

const viewerOf = (row: PersonRow, credential: Credential): Viewer => ({
  org: row.org,
  userId: row.userId,
  baseCurrency: row.baseCurrency,
  uniqueFields: new Map(Object.entries(row.uniqueFields ?? {})),
  isAdministrator: row.kind === 'ADMINISTRATOR',
  credential,
  calendar: { timeZone: row.timeZone, fiscalYearStart: row.fiscalYearStart, weekStart: weekdays.indexOf(row.weekStart) + 1 },
  organizationTimeZone: row.organizationTimeZone,
  language: chooseLanguage(undefined, row.own, row.ours),
  nameFormat: row.nameFormat,
  access: row.kind === 'ADMINISTRATOR' ? fullAccess : memberAccess,
  values: { self: [row.userId] },
});

async function readSession(system: pg.Pool, { org, userId, sessionId, kid, expires }: Claims): Promise<Viewer | null> {
  const { rows } = await system.query<CredentialRow>({
    name: 'session_standing',
    text: `SELECT ${COLUMNS}, ${isNoted('s')} FROM ${PEOPLE} JOIN session s ON s.org = u.org AND s.user_id = u.id
      WHERE u.org = $1 AND u.id = $2 AND s.id = $3 AND s.ended_at IS NULL AND s.expires_at > now() AND ${IS_ACTIVE}
        AND EXISTS (SELECT FROM signing_key k WHERE k.id = $4 AND (k.expires_at IS NULL OR k.expires_at > now()))`,
    values: [org, userId, sessionId, kid],
  });
  const [row] = rows;
  if (!row) return null;
  if (!row.isNoted) await noteUse(system, 'session', org, sessionId);
  return viewerOf(row, { kind: 'SESSION', id: sessionId, isReadOnly: false, expiresAt: new Date(expires).toISOString() });
}

async function readUser(system: pg.Pool, org: string, userId: string): Promise<Viewer | null> {
  const { rows } = await system.query<PersonRow>({
    name: 'user_standing',
    text: `SELECT ${COLUMNS} FROM ${PEOPLE} WHERE u.org = $1 AND u.id = $2 AND ${IS_ACTIVE}`,
    values: [org, userId],
  });
  return rows[0] ? viewerOf(rows[0], { kind: 'SESSION', id: userId, isReadOnly: false, expiresAt: null }) : null;
}

interface KeyRow extends CredentialRow {
  readonly keyId: string;
  readonly hash: Buffer;
  readonly isReadOnly: boolean;
  readonly expiresAt: Date | null;
  readonly isExpired: boolean;
}

async function readApiKey(system: pg.Pool, prefix: string, key: string): Promise<Viewer | UnauthenticatedReason> {
  const { rows } = await system.query<KeyRow>({
    name: 'api_key_standing',
    text: `SELECT ${COLUMNS}, ${isNoted('k')}, k.id AS "keyId", k.hash, k.is_read_only AS "isReadOnly", k.expires_at AS "expiresAt",
         coalesce(k.expires_at <= now(), false) AS "isExpired"
       FROM ${PEOPLE} JOIN api_key k ON k.org = u.org AND k.user_id = u.id
      WHERE k.prefix = $1 AND k.revoked_at IS NULL AND ${IS_ACTIVE}`,
    values: [prefix],
  });
  const [row] = rows;
  if (!row || !timingSafeEqual(row.hash, digestOf(key))) return 'INVALID';
  if (row.isExpired) return 'EXPIRED';
  if (!row.isNoted) await noteUse(system, 'api_key', row.org, row.keyId);
  const { keyId: id, isReadOnly, expiresAt } = row;
  return viewerOf(row, { kind: 'KEY', id, isReadOnly, expiresAt: expiresAt?.toISOString() ?? null });
}

const noteUse = (system: pg.Pool, table: 'session' | 'api_key', org: string, id: string): Promise<unknown> =>
  system.query(
    `UPDATE ${table} SET last_used_at = now() WHERE org = $1 AND id = $2 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
    [org, id],
  );
