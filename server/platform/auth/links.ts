import { sql } from 'kysely';
import type pg from 'pg';
import { transactionDb } from '../../core/database/typed-sql.js';
import type { Client, LinkKind } from '../../core/context.js';
import type { Transaction, Transactions } from '../../core/database/transactions.js';
import { defineError } from '../../core/errors.js';
import { audit } from './audit.js';
import { networkOf } from '../http/network.js';
import { checkPassword, hashing, hashPassword } from './passwords.js';
import { digestOf, isSecret, newSecret } from './secrets.js';
import { endSessions, openSession, type OpenSession, type Person } from './sessions.js';

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
export async function makeLink(transaction: Transaction, { userId }: Person, kind: LinkKind): Promise<Link> {
  const db = transactionDb(transaction);
  const token = newSecret();
  await db.deleteFrom('one_time_token').where('user_id', '=', userId).where('kind', '=', kind).execute();
  const { expiresAt } = await db
    .insertInto('one_time_token')
    .values({ hash: digestOf(token), user_id: userId, kind, expires_at: sql`now() + ${lifetimes[kind]}::interval` })
    .returning('expires_at as expiresAt')
    .executeTakeFirstOrThrow();
  return { token, expiresAt };
}

/** Makes all links of a user useless. */
export const dropLinks = async (transaction: Transaction, { userId }: Person): Promise<void> =>
  void (await transactionDb(transaction).deleteFrom('one_time_token').where('user_id', '=', userId).execute());

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
    const used = await transactionDb(transaction)
      .deleteFrom('one_time_token')
      .where('hash', '=', hash)
      .where('kind', '=', kind)
      .where('expires_at', '>', sql<string>`now()`)
      .executeTakeFirst();
    if (used.numDeletedRows === 0n || !(await isWelcome(transaction, { org, userId }, kind))) return null;
    if (passwordHash !== null) {
      await setPassword(transaction, { org, userId }, passwordHash);
      if (kind === 'PASSWORD_RESET') await endSessions(transaction, { org, userId });
      await dropLinks(transaction, { org, userId });
      await audit(transaction, { userId }, kind === 'INVITATION' ? 'user.joined' : 'user.passwordReset');
    }
    return { ...(await openSession(transaction, { org, userId }, client, days)), org, userId };
  });
  if (!session) throw LinkInvalid({});
  return session;
}

/** Whether the user is still one that the link is for; who was invited becomes active. */
async function isWelcome(transaction: Transaction, { userId }: Person, kind: LinkKind): Promise<boolean> {
  const db = transactionDb(transaction);
  if (kind === 'INVITATION') {
    const joined = await db
      .updateTable('app_user')
      .set({ status: 'ACTIVE' })
      .where('id', '=', userId)
      .where('deleted_at', 'is', null)
      .where('status', '=', 'INVITED')
      .executeTakeFirst();
    return joined.numUpdatedRows > 0n;
  }
  const active = await db
    .selectFrom('app_user')
    .select('id')
    .where('id', '=', userId)
    .where('deleted_at', 'is', null)
    .where('status', '=', 'ACTIVE')
    .forUpdate()
    .executeTakeFirst();
  return active !== undefined;
}

/** Sets the password of a user, whether they had one or not. */
export async function setPassword(transaction: Transaction, { userId }: Person, hash: string): Promise<void> {
  await transactionDb(transaction)
    .insertInto('credential')
    .values({ user_id: userId, password_hash: hash })
    .onConflict((conflict) =>
      conflict
        .columns(['org', 'user_id'])
        .doUpdateSet((eb) => ({ password_hash: eb.ref('excluded.password_hash'), changed_at: sql`now()` })),
    )
    .execute();
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
