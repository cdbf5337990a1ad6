import { GraphQLID, GraphQLInt, GraphQLString, type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, Info, InputType, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { access, secret } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { arg, reads } from '../../core/crud.js';
import { writeContext } from '../../core/execute.js';
import { wireId } from '../../core/ids.js';
import { DateTimeScalar } from '../../core/scalars.js';
import { moduleTypes } from '../../core/schema/declare-types.js';
import { updateRecords } from '../../core/write/operations.js';
import { inviteUser, type UserLink } from '../../workflows/invite-user.js';
import { resetPassword } from '../../workflows/reset-password.js';
import { reactivateUser, suspendUser } from '../../workflows/suspend-user.js';
import { addressFault } from './user.rules.js';
import { User } from './user.js';

@ObjectType({ description: 'A user, and the link that they set their password with. This answer is the only one that has it.' })
class UserLinkPayload {
  @secret() @Field(() => GraphQLString, { nullable: true, description: 'The secret of the link.' }) token!: string;
  @secret() @Field(() => GraphQLString, { nullable: true, description: 'The link to send them.' }) url!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the link stops being good; it is good once.' }) expiresAt!: string;
  readonly userId!: string;
}

@Resolver(() => UserLinkPayload)
export class UserLinkResolver {
  @FieldResolver(() => User, { nullable: true, description: 'The user.' })
  user(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Root() { userId }: UserLinkPayload): Promise<object | null> {
    return context.records.load('User', userId, info);
  }
}

@InputType({ description: 'What users may change of themselves: a field that is absent stays, null clears it.' })
class ViewerUpdateInput {
  @Field(() => GraphQLString, { nullable: true, description: 'Given name. At most 50 characters.' }) firstName?: string | null;
  @Field(() => GraphQLString, { nullable: true, description: 'Family name. At most 50 characters.' }) lastName?: string | null;
}

const payload = () => moduleTypes('User').payload;
const USER_ID = { description: 'The id of the user.' };
const VERSION = { nullable: true, description: 'Refuse with CONFLICT unless the user still has this version.' };

async function change(context: Context, id: string, input: Readonly<Record<string, unknown>>, expectedVersion: number | null) {
  const items = [{ id, input, expectedVersion }];
  const place = { path: 'input', many: false };
  const [changed] = await updateRecords(writeContext(context), context.model.registry.module('User'), items, place, 'ABORT').catch((error: unknown) => {
    throw addressFault(error) ?? error;
  });
  return { user: changed!.id };
}

/** Users are never made or deleted like other records: they are invited and suspended. */
@Resolver(() => User)
export class UserResolver extends reads(User) {
  @Mutation(() => UserLinkPayload, { description: 'Makes a user who sets a password by a link, good for 7 days. For administrators, not by an API key.' })
  @access({ isForAdministrators: true, needsPassword: true, writesSecrets: true })
  inviteUser(@Ctx() context: Context, @arg('input', () => moduleTypes('User').createInput, 'The new user.') input: Record<string, unknown>): Promise<UserLink> {
    return inviteUser(writeContext(context), input);
  }

  @Mutation(() => UserLinkPayload, {
    description: 'Makes a link, good for a day, by which a user sets a new password; to who was invited and has none, the invitation again. For administrators, not by an API key.',
  })
  @access({ isForAdministrators: true, needsPassword: true, writesSecrets: true })
  resetPassword(@Ctx() context: Context, @Arg('userId', () => GraphQLID, USER_ID) userId: string): Promise<UserLink> {
    return resetPassword(writeContext(context), userId);
  }

  @Mutation(payload, { description: 'Changes a user. For administrators.' })
  @access({ isForAdministrators: true })
  updateUser(
    @Ctx() context: Context,
    @Arg('id', () => GraphQLID, USER_ID) id: string,
    @arg('input', () => moduleTypes('User').updateInput, 'The changes.') input: Record<string, unknown>,
    @Arg('expectedVersion', () => GraphQLInt, VERSION) expectedVersion: number | null,
  ): Promise<object> {
    return change(context, id, input, expectedVersion);
  }

  @Mutation(payload, { description: 'Changes your own name.' })
  updateViewer(@Ctx() context: Context, @arg('input', () => ViewerUpdateInput, 'The changes.') input: Record<string, unknown>): Promise<object> {
    const { viewer, model } = writeContext(context);
    return change(context, wireId(model.registry.module('User'), viewer.userId), input, null);
  }

  @Mutation(payload, { description: 'Shuts a user out within seconds: sessions and links end, API keys rest. For administrators.' })
  @access({ isForAdministrators: true, writesSecrets: true })
  async suspendUser(@Ctx() context: Context, @Arg('id', () => GraphQLID, USER_ID) id: string, @Arg('expectedVersion', () => GraphQLInt, VERSION) expectedVersion: number | null): Promise<object> {
    return { user: await suspendUser(writeContext(context), id, expectedVersion ?? null) };
  }

  @Mutation(payload, { description: 'Lets a suspended user in again. For administrators.' })
  @access({ isForAdministrators: true, writesSecrets: true })
  async reactivateUser(@Ctx() context: Context, @Arg('id', () => GraphQLID, USER_ID) id: string, @Arg('expectedVersion', () => GraphQLInt, VERSION) expectedVersion: number | null): Promise<object> {
    return { user: await reactivateUser(writeContext(context), id, expectedVersion ?? null) };
  }
}
