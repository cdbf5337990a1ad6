import type { WriteContext } from '../../core/context.js';
import { defineError, fault, Forbidden, type CrmError } from '../../core/errors.js';
import { wireId } from '../../core/ids.js';
import { label, say } from '../../core/messages.js';
import { arrayLiteral } from '../../core/read/statement.js';
import { addFault, type PendingRow } from '../../core/write/check.js';
import { defineRules } from '../../core/write/rules.js';

export const LastAdministrator = defineError<{ id: string }>('LAST_ADMINISTRATOR', {
  status: 409,
  description: 'The user is the only active administrator left: make another one first.',
});

/**
 * An address is unique in its organisation, whatever its case. There is always an active administrator, and nobody changes
 * their own role or profile, or suspends themselves (modules.md 22). A new user is invited first.
 */
defineRules('User', {
  reads: ['status', 'role', 'profile'],
  async prepare(context, rows) {
    for (const row of rows) if (!row.current) row.values.set('status', 'INVITED');
    await checkAddresses(context, rows);
    await keepAnAdministrator(context, rows);
    for (const row of rows) checkSelf(context, row);
    const { afterCommit, services, viewer } = context;
    afterCommit.push(() => rows.forEach(({ id }) => services.auth.forget(viewer.org, id)));
  },
});

const changes = (row: PendingRow, field: string): boolean => row.current !== null && row.values.has(field) && row.values.get(field) !== row.current.get(field);

function checkSelf({ viewer }: WriteContext, row: PendingRow): void {
  if (row.id !== viewer.userId) return;
  if (changes(row, 'role') || changes(row, 'profile')) throw Forbidden({ reason: say('faults.ownRoleOrProfile') });
  if (changes(row, 'status')) throw Forbidden({ reason: say('faults.ownSuspension') });
}

/** Two demotions at once would each leave the other administrator: an organisation's administrators change one at a time. */
async function keepAnAdministrator({ transaction, viewer, model }: WriteContext, rows: readonly PendingRow[]): Promise<void> {
  const leaving = rows.filter((row) => changes(row, 'profile') || (changes(row, 'status') && row.values.get('status') !== 'ACTIVE'));
  if (leaving.length === 0) return;
  await transaction.run(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text`, [`${viewer.org}/administrators`]);
  const becoming = (field: string): string[] => leaving.map(({ values, current }) => (values.get(field) as string | undefined) ?? current!.get(field)!);
  const [left] = await transaction.run(
    `SELECT count(*)::text FROM app_user u LEFT JOIN unnest($2::uuid[], $3::uuid[], $4::text[]) AS c(id, profile_id, status) ON c.id = u.id
       JOIN profile p ON p.org = $1::uuid AND p.id = coalesce(c.profile_id, u.profile_id)
      WHERE u.org = $1::uuid AND u.deleted_at IS NULL AND coalesce(c.status, u.status) = 'ACTIVE' AND p.kind = 'ADMINISTRATOR'`,
    [viewer.org, arrayLiteral(leaving.map(({ id }) => id)), arrayLiteral(becoming('profile')), arrayLiteral(becoming('status'))],
  );
  if (Number(left![0]) === 0) throw LastAdministrator({ id: wireId(model.registry.module('User'), leaving[0]!.id) });
}

async function checkAddresses({ transaction, viewer }: WriteContext, rows: readonly PendingRow[]): Promise<void> {
  const given = rows.filter((row) => typeof row.values.get('email') === 'string');
  if (given.length === 0) return;
  const taken = await transaction.run(
    `SELECT n.place::text FROM unnest($2::text[], $3::uuid[]) WITH ORDINALITY AS n(email, id, place)
      WHERE EXISTS (SELECT FROM app_user u WHERE u.org = $1::uuid AND u.email_key = crm_fold(n.email) AND u.id <> n.id)`,
    [viewer.org, arrayLiteral(given.map((row) => String(row.values.get('email')))), arrayLiteral(given.map(({ id }) => id))],
  );
  for (const [place] of taken) addFault(given[Number(place) - 1]!, 'email', 'NOT_UNIQUE', addressTaken());
}

const addressTaken = () => say('faults.notUnique', { fields: [label('User', 'email')] });

/** What a lost race for an address becomes: the unique index has the last word. Null for any other error. */
export function addressFault(error: unknown): CrmError | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'app_user_email_key' ? fault('input.email', 'NOT_UNIQUE', addressTaken()) : null;
}
