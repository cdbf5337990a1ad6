import type { WriteContext } from '../core/context.js';
import { createRecords } from '../core/write/operations.js';
import { addressFault } from '../modules/user/user.rules.js';
import { audit } from '../platform/auth/audit.js';
import { makeLink } from '../platform/auth/links.js';

/** A user who can be asked in: the row id, and the link that sets the password. */
export interface UserLink {
  readonly userId: string;
  readonly token: string;
  readonly url: string;
  readonly expiresAt: string;
}

/** Makes a user who may set a password by a link; the link is answered once and only here. */
export async function inviteUser(context: WriteContext, input: Readonly<Record<string, unknown>>): Promise<UserLink> {
  const { transaction, viewer, services, model } = context;
  const [made] = await createRecords(context, model.registry.module('User'), [input], { path: 'input', many: false }, 'ABORT').catch(
    (error: unknown) => {
      throw addressFault(error) ?? error;
    },
  );
  const person = { org: viewer.org, userId: made!.id! };
  const link = await makeLink(transaction, person, 'INVITATION');
  await audit(transaction, person, 'user.invited');
  return { ...link, userId: person.userId, url: `${services.publicUrl}/account#invite=${link.token}` };
}
