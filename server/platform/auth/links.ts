import type pg from 'pg';
import type { Client, LinkKind } from '../../core/context.js';
import type { Transaction, Transactions } from '../../core/database/transactions.js';
import { defineError } from '../../core/errors.js';
import { audit } from './audit.js';
import { networkOf } from '../http/network.js';
import { checkPassword, hashing, hashPassword } from './passwords.js';
import { bytes, digestOf, isSecret, newSecret } from './secrets.js';
import { endSessions, instant, openSession, type OpenSession, type Person } from './sessions.js';

export const LinkInvalid = defineError<object>('LINK_INVALID', {
  status: 401,
  description: 'The link is not one of ours, was used already, or has expired. Ask for a new one.',
});

/** How long each kind is good for. */
const lifetimes: Readonly<Record<LinkKind, string>> = { INVITATION: '7 days', PASSWORD_RESET: '1 day', SIGN_IN: '10 minutes' };

/** A secret that is good once, for one thing. */
export interface Link {
  readonly token: string;
  readonly expiresAt: string;
}

/** Makes a link for a user; older ones of its kind stop being good. */
export async function makeLink(transaction: Transaction, { org, userId }: Person, kind: LinkKind): Promise<Link> {
  const token = newSecret();
  await transaction.run('DELETE FROM one_time_token WHERE org = $1::uuid AND user_id = $2::uuid AND kind = $3', [org, userId, kind]);
  const [row] = await transaction.run(
    `INSERT INTO one_time_token (org, hash, user_id, kind, expires_at) VALUES ($1::uuid, $2::bytea, $3::uuid, $4, now() + interval '${lifetimes[kind]}') RETURNING ${instant('expires_at')}`,
    [org, bytes(digestOf(token)), userId, kind],
  );
  return { token, expiresAt: row![0]! };
}

/** Makes all links of a user useless. */
export const dropLinks = async (transaction: Transaction, { org, userId }: Person): Promise<void> =>
  void (await transaction.run('DELETE FROM one_time_token WHERE org = $1::uuid AND user_id = $2::uuid', [org, userId]));

interface Found extends Person {
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string;
}

/**
 * Uses a link up, sets the password that it is for, and begins a session: all or nothing, and once, also when two come
 * at the same moment. A password that is refused leaves the link good.
 *
 * @param system finds whose link it is: who comes with one has no organisation yet
 */
export async function useLink(
  system: pg.Pool,
  transactions: Transactions,
  client: Client,
  { kind, token, password, days }: { kind: LinkKind; token: string; password: string | null; days: number },
): Promise<OpenSession & Person> {
  const hash = digestOf(token);
  const found = isSecret(token) ? await findLink(system, kind, hash) : null;
  if (!found) throw LinkInvalid({});
  const { org, userId } = found;
  if (password !== null) await checkPassword(password, found, 'password');
  const passwordHash = password === null ? null : await hashing.run(networkOf(client.address), () => hashPassword(password));
  const session = await transactions.run({ org, actor: userId, cause: client.cause }, async (transaction) => {
    const used = await transaction.run(
      'DELETE FROM one_time_token WHERE org = $1::uuid AND hash = $2::bytea AND kind = $3 AND expires_at > now() RETURNING 1::text',
      [org, bytes(hash), kind],
    );
    if (used.length === 0 || !(await isWelcome(transaction, { org, userId }, kind))) return null;
    if (passwordHash !== null) {
      await setPassword(transaction, { org, userId }, passwordHash);
      if (kind === 'PASSWORD_RESET') await endSessions(transaction, { org, userId });
      await dropLinks(transaction, { org, userId });
      await audit(transaction, { org, userId }, kind === 'INVITATION' ? 'user.joined' : 'user.passwordReset');
    }
    return { ...(await openSession(transaction, { org, userId }, client, days)), org, userId };
  });
  if (!session) throw LinkInvalid({});
  return session;
}

/** Whether the user is still one that the link is for; who was invited becomes active. */
async function isWelcome(transaction: Transaction, { org, userId }: Person, kind: LinkKind): Promise<boolean> {
  const where = `org = $1::uuid AND id = $2::uuid AND deleted_at IS NULL`;
  const rows =
    kind === 'INVITATION'
      ? await transaction.run(`UPDATE app_user SET status = 'ACTIVE' WHERE ${where} AND status = 'INVITED' RETURNING 1::text`, [
          org,
          userId,
        ])
      : await transaction.run(`SELECT 1::text FROM app_user WHERE ${where} AND status = 'ACTIVE' FOR UPDATE`, [org, userId]);
  return rows.length > 0;
}

/** Sets the password of a user, whether they had one or not. */
export async function setPassword(transaction: Transaction, { org, userId }: Person, hash: string): Promise<void> {
  await transaction.run(
    `INSERT INTO credential (org, user_id, password_hash) VALUES ($1::uuid, $2::uuid, $3)
     ON CONFLICT (org, user_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = now()`,
    [org, userId, hash],
  );
}

async function findLink(system: pg.Pool, kind: LinkKind, hash: Buffer): Promise<Found | null> {
  const { rows } = await system.query<Found>(
    `SELECT t.org, t.user_id AS "userId", u.email, u.first_name AS "firstName", u.last_name AS "lastName"
       FROM one_time_token t JOIN app_user u ON u.org = t.org AND u.id = t.user_id JOIN organization o ON o.org = t.org AND o.deleted_at IS NULL
      WHERE t.hash = $1 AND t.kind = $2 AND t.expires_at > now()`,
    [hash, kind],
  );
  return rows[0] ?? null;
}
