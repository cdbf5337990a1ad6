import { randomBytes, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { fullAccess } from '../../core/access.js';
import { weekdays } from '../../core/calendar.js';
import type { Auth, Viewer } from '../../core/context.js';
import { defineError } from '../../core/errors.js';
import { chooseLanguage } from '../../core/messages.js';
import { hasForbiddenCharacter } from '../../core/text.js';
import { isPassword } from './passwords.js';

export const SignInFailed = defineError<object>('SIGN_IN_FAILED', {
  status: 401,
  description: 'The e-mail address and password do not belong together. The answer is the same for unknown addresses.',
});

export const OrganizationNeeded = defineError<{ organizations: readonly { id: string; name: string }[] }>('ORGANIZATION_NEEDED', {
  status: 409,
  description: 'The address and password are right in several organisations: name one.',
});

interface Candidate {
  readonly org: string;
  readonly organization: string;
  readonly userId: string;
  readonly hash: string;
}

/** How long a user's standing is believed before it is read again. */
const STANDING_MS = 5000;

/**
 * @param system a pool in the system role: who signs in has no organisation yet
 */
export function createAuth(system: pg.Pool, options: { lifetimeMinutes: number }): Auth {
  const key = signingKey(system);
  const tokens = new LRUCache<string, { org: string; userId: string; expires: number }>({ max: 5000 });
  const viewers = new LRUCache<string, Viewer>({ max: 5000, ttl: STANDING_MS });

  return {
    async signIn({ email, password, org }) {
      const candidates = await findUsers(system, email, org);
      // Always one verification at least, so that unknown addresses take as long.
      const checked = await Promise.all(
        (candidates.length > 0 ? candidates : [null]).map(async (one) => ((await isPassword(one?.hash ?? null, password)) ? one : null)),
      );
      const matching = checked.filter((one) => one !== null);
      const [user] = matching;
      if (!user) throw SignInFailed({});
      if (matching.length > 1) {
        throw OrganizationNeeded({ organizations: matching.map((one) => ({ id: `organization_${one.org}`, name: one.organization })) });
      }
      const expiresAt = new Date(Math.floor(Date.now() / 1000 + options.lifetimeMinutes * 60) * 1000);
      const { id, secret } = await key();
      const token = await new SignJWT({ org: user.org })
        .setProtectedHeader({ alg: 'HS256', kid: id })
        .setSubject(user.userId)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime(expiresAt)
        .sign(secret);
      return { token, expiresAt, org: user.org, userId: user.userId };
    },

    async viewerOf(token) {
      let known = tokens.get(token);
      if (!known) {
        const claims = await verifyToken(token, (await key()).secret);
        if (!claims) return null;
        known = claims;
        tokens.set(token, known);
      }
      if (known.expires * 1000 <= Date.now()) return null;
      const cached = viewers.get(`${known.org}/${known.userId}`);
      if (cached) return cached;
      const viewer = await readViewer(system, known.org, known.userId);
      if (viewer) viewers.set(`${known.org}/${known.userId}`, viewer);
      return viewer;
    },

    forget(org, userId) {
      for (const known of viewers.keys()) if (known.startsWith(`${org}/${userId ?? ''}`)) viewers.delete(known);
    },
  };
}

async function verifyToken(token: string, secret: Uint8Array): Promise<{ org: string; userId: string; expires: number } | null> {
  try {
    const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'], requiredClaims: ['sub', 'org', 'exp'] });
    return { org: payload['org'] as string, userId: payload.sub!, expires: payload.exp! };
  } catch {
    return null;
  }
}

/** At most so many organisations are tried for one address. */
const MAX_CANDIDATES = 5;

async function findUsers(system: pg.Pool, email: string, org: string | null): Promise<Candidate[]> {
  if (hasForbiddenCharacter(email) || email.length > 200) return [];
  const { rows } = await system.query<Candidate>(
    `SELECT u.org, o.name AS organization, u.id AS "userId", c.password_hash AS hash
       FROM app_user u JOIN credential c ON c.org = u.org AND c.user_id = u.id JOIN organization o ON o.org = u.org
      WHERE lower(u.email) = lower($1 COLLATE "und-x-icu") AND u.status = 'ACTIVE' AND u.deleted_at IS NULL AND ($2::uuid IS NULL OR u.org = $2::uuid)
      ORDER BY u.org LIMIT ${MAX_CANDIDATES}`,
    [email, org],
  );
  return rows;
}

/** A user's standing and settings, their own over the organisation's. */
interface StandingRow {
  readonly base: string;
  readonly kind: string;
  readonly organizationTimeZone: string;
  readonly timeZone: string;
  readonly weekStart: (typeof weekdays)[number];
  readonly fiscalYearStart: number;
  readonly own: string | null;
  readonly ours: string;
}

async function readViewer(system: pg.Pool, org: string, userId: string): Promise<Viewer | null> {
  const { rows } = await system.query<StandingRow>(
    `SELECT o.base_currency AS base, p.kind, o.time_zone AS "organizationTimeZone", coalesce(u.time_zone, o.time_zone) AS "timeZone",
            coalesce(u.week_start, o.week_start) AS "weekStart", o.fiscal_year_start AS "fiscalYearStart", u.language AS own, o.language AS ours
       FROM app_user u JOIN organization o ON o.org = u.org JOIN profile p ON p.org = u.org AND p.id = u.profile_id
      WHERE u.org = $1 AND u.id = $2 AND u.status = 'ACTIVE' AND u.deleted_at IS NULL AND o.deleted_at IS NULL`,
    [org, userId],
  );
  const [row] = rows;
  if (!row) return null;
  return {
    org,
    userId,
    baseCurrency: row.base,
    isAdministrator: row.kind === 'ADMINISTRATOR',
    credential: { kind: 'SESSION', id: userId, isReadOnly: false },
    calendar: { timeZone: row.timeZone, fiscalYearStart: row.fiscalYearStart, weekStart: weekdays.indexOf(row.weekStart) + 1 },
    organizationTimeZone: row.organizationTimeZone,
    language: chooseLanguage(undefined, row.own, row.ours),
    access: fullAccess,
    values: {},
  };
}

/** The key that tokens are signed with: in the database, so that all servers of it agree; made by the first. */
function signingKey(system: pg.Pool): () => Promise<{ id: string; secret: Uint8Array }> {
  let known: { id: string; secret: Uint8Array } | undefined;
  return async () => {
    if (known) return known;
    // One id for the first key: of servers that start together one makes it and the others wait for it.
    await system.query(`INSERT INTO signing_key (id, secret) VALUES ('first', $1) ON CONFLICT (id) DO NOTHING`, [randomBytes(32)]);
    const { rows } = await system.query<{ id: string; secret: Buffer }>(
      'SELECT id, secret FROM signing_key ORDER BY created_at, id LIMIT 1',
    );
    known = { id: rows[0]!.id, secret: new Uint8Array(rows[0]!.secret) };
    return known;
  };
}
