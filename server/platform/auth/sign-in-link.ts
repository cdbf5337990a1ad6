import type { Database } from '../../core/database/database.js';
import { makeLink } from './links.js';

/**
 * Makes the link that the terminal shows: it signs an administrator in, once, within ten minutes, from this machine.
 *
 * @param email whom; without it the administrator who has been there longest
 * @returns the secret; null when there is no such administrator
 */
export async function makeSignInLink({ system, systemTransactions }: Database, email: string | null): Promise<string | null> {
  const { rows } = await system.query<{ org: string; userId: string }>(
    `SELECT u.org, u.id AS "userId" FROM app_user u JOIN profile p ON p.org = u.org AND p.id = u.profile_id JOIN organization o ON o.org = u.org AND o.deleted_at IS NULL
      WHERE u.status = 'ACTIVE' AND u.deleted_at IS NULL AND p.kind = 'ADMINISTRATOR' AND ($1::text IS NULL OR u.email = $1) ORDER BY u.created_at, u.id LIMIT 1`,
    [email],
  );
  const [person] = rows;
  if (!person) return null;
  const scope = { org: person.org, actor: person.userId, cause: 'start' };
  return (await systemTransactions.run(scope, (transaction) => makeLink(transaction, person, 'SIGN_IN'))).token;
}
