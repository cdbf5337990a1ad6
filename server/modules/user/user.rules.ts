import { sql } from 'kysely';
import type { WriteContext } from '../../core/context.js';
import { defineError, fault, Forbidden, type CrmError } from '../../core/errors.js';
import { wireId } from '../../core/ids.js';
import { label, say } from '../../core/messages.js';
import { organizationDb } from '../../core/typed-sql.js';
import { lockAdministration } from '../../core/write/administration-lock.js';
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
async function keepAnAdministrator(context: WriteContext, rows: readonly PendingRow[]): Promise<void> {
  const leaving = rows.filter((row) => changes(row, 'profile') || (changes(row, 'status') && row.values.get('status') !== 'ACTIVE'));
  if (leaving.length === 0) return;
  await lockAdministration(context, 'administrators');
  const becoming = (field: string): string[] => leaving.map(({ values, current }) => (values.get(field) as string | undefined) ?? current!.get(field)!);
  const changed = sql<{ id: string; profile_id: string; status: string }>`unnest(${leaving.map(({ id }) => id)}::uuid[], ${becoming('profile')}::uuid[], ${becoming('status')}::text[])`;
  const left = await organizationDb(context)
    .selectFrom('app_user as u')
    .leftJoin(changed.as<'c'>(sql`c(id, profile_id, status)`), 'c.id', 'u.id')
    .innerJoin('profile as p', (join) => join.on('p.id', '=', (eb) => eb.fn.coalesce('c.profile_id', 'u.profile_id')))
    .select('u.id')
    .where('u.deleted_at', 'is', null)
    .where((eb) => eb.fn.coalesce('c.status', 'u.status'), '=', 'ACTIVE')
    .where('p.kind', '=', 'ADMINISTRATOR')
    .limit(1)
    .execute();
  if (left.length === 0) throw LastAdministrator({ id: wireId(context.model.registry.module('User'), leaving[0]!.id) });
}

async function checkAddresses(context: WriteContext, rows: readonly PendingRow[]): Promise<void> {
  const given = rows.filter((row) => typeof row.values.get('email') === 'string');
  if (given.length === 0) return;
  const named = sql<{ email: string; id: string; position: string }>`unnest(${given.map((row) => String(row.values.get('email')))}::text[], ${given.map(({ id }) => id)}::uuid[]) with ordinality`;
  const taken = await organizationDb(context)
    .selectFrom(named.as<'n'>(sql`n(email, id, position)`))
    .select('n.position')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('app_user as u')
          .select('u.id')
          .where('u.email_key', '=', sql<string>`crm_fold(n.email)`)
          .whereRef('u.id', '!=', 'n.id'),
      ),
    )
    .execute();
  for (const { position } of taken) addFault(given[Number(position) - 1]!, 'email', 'NOT_UNIQUE', addressTaken());
}

const addressTaken = () => say('faults.notUnique', { fields: [label('User', 'email')] });

/** What a lost race for an address becomes: the unique index has the last word. Null for any other error. */
export function addressFault(error: unknown): CrmError | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'app_user_email_key' ? fault('input.email', 'NOT_UNIQUE', addressTaken()) : null;
}
