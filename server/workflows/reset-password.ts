import type { WriteContext } from '../core/context.js';
import { defineError, NotFound } from '../core/errors.js';
import { rowIdOf } from '../core/ids.js';
import { organizationDb } from '../core/typed-sql.js';
import { audit } from '../platform/auth/audit.js';
import { makeLink } from '../platform/auth/links.js';
import type { UserLink } from './invite-user.js';

export const UserSuspended = defineError<{ id: string }>('USER_SUSPENDED', {
  status: 409,
  description: 'The user is suspended and can not sign in: reactivate them first.',
});

/**
 * Makes the link that a user sets a password with: a new one, or the first again where the invitation was not taken up.
 * The old password and the sessions stay good until it is used.
 */
export async function resetPassword(context: WriteContext, id: string): Promise<UserLink> {
  const { transaction, viewer, services, model } = context;
  const userId = rowIdOf(model.registry.module('User'), id);
  const user = await organizationDb(context)
    .selectFrom('app_user as u')
    .select('u.status')
    .where('u.id', '=', userId)
    .where('u.deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!userId || !user) throw NotFound({ id });
  const { status } = user;
  if (status === 'DISABLED') throw UserSuspended({ id });
  const person = { org: viewer.org, userId };
  const isInvited = status === 'INVITED';
  const link = await makeLink(transaction, person, isInvited ? 'INVITATION' : 'PASSWORD_RESET');
  await audit(transaction, person, isInvited ? 'user.invited' : 'user.passwordResetMade');
  return { ...link, userId, url: `${services.publicUrl}/account#${isInvited ? 'invite' : 'reset'}=${link.token}` };
}
