import { sql } from 'kysely';
import { transactionDb } from '../../core/database/typed-sql.js';
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
  { userId }: { readonly userId: string },
  event: AuditEvent,
  details: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<void> {
  await transactionDb(transaction)
    .insertInto('change')
    .columns(['module', 'record_id', 'version', 'operation', 'was', 'became', 'actor_id', 'cause'])
    .expression((eb) =>
      eb
        .selectFrom('app_user as u')
        .select([sql.lit('User').as('module'), 'u.id', 'u.version', sql.lit('EVENT').as('operation')])
        .select([sql<string>`'{}'::jsonb`.as('was'), sql<string>`${JSON.stringify({ event, ...details })}::jsonb`.as('became')])
        .select([
          sql<string | null>`nullif(current_setting('app.actor', true), '')::uuid`.as('actor_id'),
          sql<string | null>`nullif(current_setting('app.cause', true), '')`.as('cause'),
        ])
        .where('u.id', '=', userId),
    )
    .execute();
}
