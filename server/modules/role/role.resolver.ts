import { GraphQLID, GraphQLInt } from 'graphql';
import { Ctx, Mutation, Resolver } from 'type-graphql';
import { access } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { arg, crud } from '../../core/crud.js';
import { writeContext } from '../../core/execute.js';
import { rowIdOf } from '../../core/ids.js';
import { moduleTypes } from '../../core/schema/declare-types.js';
import { deleteRole } from '../../workflows/delete-role.js';
import { Role } from './role.js';

const administrators = { isForAdministrators: true };

/** Roles; one goes when its users have another. */
@Resolver()
export class RoleResolver extends crud(Role, administrators, { verbs: ['create', 'update', 'restore'] }) {
  @access(administrators)
  @Mutation(() => moduleTypes('Role').payload, {
    description: 'Moves a role to the bin, once its users have another one; the roles right below report to the role above it. The last role at the top stays. For administrators.',
  })
  async deleteRole(
    @Ctx() context: Context,
    @arg('id', () => GraphQLID, 'The id of the role.') id: string,
    @arg('transferTo', () => GraphQLID, 'The role that its users get; needed when it has any.', true) transferTo: string | null,
    @arg('expectedVersion', () => GraphQLInt, 'Refuse with CONFLICT unless the record still has this version.', true) expectedVersion: number | null,
  ): Promise<object> {
    const write = writeContext(context);
    await deleteRole(write, { id, transferTo: transferTo ?? null, expectedVersion: expectedVersion ?? null });
    return { role: rowIdOf(write.model.registry.module('Role'), id) };
  }
}
