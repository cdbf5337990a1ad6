import type { Context } from '../../core/context.js';
import { Forbidden, Unauthenticated } from '../../core/errors.js';
import { rowIdOf } from '../../core/ids.js';
import { say } from '../../core/messages.js';

/**
 * The row id of the user whose sessions or keys are asked for: one's own unless an id is given; of others only for
 * administrators.
 *
 * @returns null for what is no id of a user
 */
export function ownerAsked({ viewer, model }: Context, userId: string | null | undefined): string | null {
  if (!viewer) throw Unauthenticated({});
  if (userId === null || userId === undefined) return viewer.userId;
  const owner = rowIdOf(model.registry.module('User'), userId);
  if (owner !== viewer.userId && !viewer.isAdministrator) throw Forbidden({ reason: say('faults.ownOnly') });
  return owner;
}
