import type { Transaction } from '../../core/database/transactions.js';

/** What happens to people and their ways in and is worth being found later. */
export type AuditEvent =
  | 'user.invited'
  | 'user.joined'
  | 'user.suspended'
  | 'user.reactivated'
  | 'user.passwordResetMade'
  | 'user.passwordReset'
  | 'user.passwordChanged'
  | 'session.ended'
  | 'session.reused'
  | 'key.created'
  | 'key.revoked';

/**
 * Adds an event of a user to the change log, in the transaction that makes it true. The log is readable: no secrets in it.
 *
 * @param details plain values
 */
export async function audit(
  transaction: Transaction,
  { org, userId }: { readonly org: string; readonly userId: string },
  event: AuditEvent,
  details: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<void> {
  await transaction.run(
    `INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
     SELECT u.org, 'User', u.id, u.version, 'EVENT', '{}', $3::jsonb, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '')
       FROM app_user u WHERE u.org = $1::uuid AND u.id = $2::uuid`,
    [org, userId, JSON.stringify({ event, ...details })],
  );
}
