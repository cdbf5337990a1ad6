import type { WriteContext } from '../core/context.js';
import { rowIdOf } from '../core/ids.js';
import { organizationDb } from '../core/typed-sql.js';
import { updateRecords } from '../core/write/operations.js';
import '../modules/user/user.rules.js';
import { audit, type AuditEvent } from '../platform/auth/audit.js';
import { dropLinks } from '../platform/auth/links.js';
import { endSessions } from '../platform/auth/sessions.js';

/** Shuts a user out: their sessions and links end, their keys rest; what they own stays. */
export async function suspendUser(context: WriteContext, id: string, expectedVersion: number | null): Promise<string> {
  const userId = await setStatus(context, id, 'DISABLED', 'user.suspended', expectedVersion);
  const { transaction, viewer, services, afterCommit } = context;
  const person = { org: viewer.org, userId };
  await endSessions(transaction, person);
  await dropLinks(transaction, person);
  afterCommit.push(() => services.auth.forget(viewer.org, userId));
  return userId;
}

/** Lets a suspended user in again: as before where they had a password, else as somebody invited. */
export async function reactivateUser(context: WriteContext, id: string, expectedVersion: number | null): Promise<string> {
  const userId = rowIdOf(context.model.registry.module('User'), id);
  const user = await organizationDb(context)
    .selectFrom('app_user as u')
    .select((eb) => [
      'u.status',
      eb.exists(eb.selectFrom('credential as c').select('c.user_id').whereRef('c.user_id', '=', 'u.id')).as('hasPassword'),
    ])
    .where('u.id', '=', userId)
    .executeTakeFirst();
  const current = user?.status ?? 'DISABLED';
  const status = current !== 'DISABLED' ? current : user?.hasPassword ? 'ACTIVE' : 'INVITED';
  return setStatus(context, id, status, 'user.reactivated', expectedVersion);
}

async function setStatus(
  context: WriteContext,
  id: string,
  status: string,
  event: AuditEvent,
  expectedVersion: number | null,
): Promise<string> {
  const { transaction, model } = context;
  const change = { id, input: {}, expectedVersion, values: new Map([['status', status]]) };
  const [changed] = await updateRecords(context, model.registry.module('User'), [change], { path: 'id', many: false }, 'ABORT');
  const userId = changed!.id!;
  await audit(transaction, { userId }, event);
  return userId;
}
