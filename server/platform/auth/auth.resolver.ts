import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString, type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, Info, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { transactionDb } from '../../core/database/typed-sql.js';
import { access, costs } from '../../core/access.js';
import type { Client, Context, SignedIn, Viewer } from '../../core/context.js';
import { defineEnum } from '../../core/enums.js';
import { fault, Forbidden, NotFound, Unauthenticated } from '../../core/errors.js';
import { writeContext } from '../../core/execute.js';
import { rowIdOf, wireId } from '../../core/ids.js';
import { say } from '../../core/messages.js';
import { classOf } from '../../core/registry.js';
import { DateTimeScalar } from '../../core/scalars.js';
import { networkOf } from '../http/network.js';
import { audit } from './audit.js';
import { SignInFailed } from './auth.js';
import { setPassword } from './links.js';
import { isLoopback } from './loopback.js';
import { ownerAsked } from './owner.js';
import { checkPassword, hashing, hashPassword } from './passwords.js';
import { endSessions, listSessions, ownerOfSession, sessionIds, type SessionRow } from './sessions.js';

@ObjectType({ description: 'A way in.' })
class SignInPayload {
  @Field(() => GraphQLString, { nullable: true, description: 'Send it along: `Authorization: Bearer <token>`.' }) token!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the token stops being good; some minutes from now.' })
  expiresAt!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'Good once, for the next pair: `refreshSession(refreshToken)`.' })
  refreshToken!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the session ends if it is not refreshed.' }) refreshExpiresAt!: string;
  @Field(() => GraphQLID, { nullable: true, description: 'Who signed in.' }) userId!: string;
}

@ObjectType({ description: 'Somebody being signed in, on one device or in one program.' })
class Session {
  @Field(() => GraphQLID, { description: 'The id: `session_<uuid>`.' }) id!: string;
  @Field(() => GraphQLID, { nullable: true, description: 'Whose it is.' }) userId!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it began.' }) createdAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used, to the minute.' }) lastUsedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends if it is not refreshed.' }) expiresAt!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'The network address it was last refreshed from.' }) address!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'The program it was last refreshed with, as that names itself.' })
  userAgent!: string;
  @Field(() => GraphQLBoolean, { nullable: true, description: 'Whether it is the one that asks.' }) isCurrent!: boolean;
}

@ObjectType({ description: 'The session that was ended.' })
class EndSessionPayload {
  @Field(() => GraphQLID, { nullable: true, description: 'Its id.' }) sessionId!: string;
}

@ObjectType({ description: 'Sessions that were ended.' })
class EndSessionsPayload {
  @Field(() => GraphQLInt, { nullable: true, description: 'How many.' }) ended!: number;
}

export const CredentialKind = defineEnum('CredentialKind', 'How somebody came in.', {
  SESSION: 'By signing in.',
  KEY: 'With an API key.',
});

@ObjectType({ description: 'What the request was sent with.' })
class Credential {
  @Field(() => GraphQLID, { description: 'The id of the session or the API key.' }) id!: string;
  @Field(() => CredentialKind.values, { nullable: true, description: 'Whether it is a session or an API key.' }) kind!: string;
  @Field(() => GraphQLBoolean, { nullable: true, description: 'Whether it may only read.' }) isReadOnly!: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the token or the key stops being good; null for a key that does not.' })
  expiresAt!: string | null;
}

@ObjectType('Viewer', { description: 'Who asks.' })
class ViewerObject {
  @Field(() => GraphQLBoolean, { nullable: true, description: 'Whether they may do what is for administrators.' })
  isAdministrator!: boolean;
  @Field(() => Credential, { nullable: true, description: 'What the request was sent with.' }) credential!: Credential;
}

/** The user and the organisation are records: read as the selection asks. */
@Resolver(() => ViewerObject)
export class ViewerResolver {
  @FieldResolver(() => classOf('User'), { nullable: true, description: 'The user.' })
  user(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.records.load('User', viewerOf(context).userId, info);
  }

  @FieldResolver(() => classOf('Organization'), { nullable: true, description: 'The organisation they work in.' })
  organization(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.records.load('Organization', viewerOf(context).org, info);
  }

  @Query(() => ViewerObject, { nullable: true, description: 'Who asks, and with what.' })
  viewer(@Ctx() context: Context): ViewerObject {
    const { isAdministrator, credential } = viewerOf(context);
    const { id, kind, isReadOnly, expiresAt } = credential;
    return { isAdministrator, credential: { id: wireId({ prefix: kind === 'KEY' ? 'key' : 'session' }, id), kind, isReadOnly, expiresAt } };
  }
}

const clientOf = ({ address, userAgent, requestId }: Context): Client => ({ address, userAgent, cause: requestId });

const viewerOf = ({ viewer }: Context): Viewer => {
  if (!viewer) throw Unauthenticated({});
  return viewer;
};

const payload = ({ token, expiresAt, refreshToken, refreshExpiresAt, userId }: SignedIn): SignInPayload => ({
  token,
  expiresAt: expiresAt.toISOString(),
  refreshToken,
  refreshExpiresAt: refreshExpiresAt.toISOString(),
  userId: `user_${userId}`,
});

@Resolver()
export class AuthResolver {
  @Mutation(() => SignInPayload, { description: 'Trades an e-mail address and a password for a bearer token.' })
  @access({ isOpen: true })
  async signIn(
    @Ctx() context: Context,
    @Arg('email', () => GraphQLString, { description: 'The e-mail address of the user.' }) email: string,
    @Arg('password', () => GraphQLString, { description: 'The password.' }) password: string,
    @Arg('organizationId', () => GraphQLID, { nullable: true, description: 'Which organisation, for an address that is in several.' })
    organizationId: string | null,
  ): Promise<SignInPayload> {
    const org = organizationId ? rowIdOf(context.model.registry.module('Organization'), organizationId) : null;
    if (organizationId && !org) throw SignInFailed({});
    return payload(await context.services.auth.signIn(clientOf(context), { email, password, org }));
  }

  @Mutation(() => SignInPayload, {
    description: 'Trades a refresh token for a new pair. A refresh token is good once: a second use ends its session.',
  })
  @access({ isOpen: true })
  async refreshSession(
    @Ctx() context: Context,
    @Arg('refreshToken', () => GraphQLString, { description: 'The newest of the session.' }) refreshToken: string,
  ): Promise<SignInPayload> {
    return payload(await context.services.auth.refresh(clientOf(context), refreshToken));
  }

  @Mutation(() => SignInPayload, { description: 'Takes up an invitation: sets the first password and signs in.' })
  @access({ isOpen: true })
  async acceptInvitation(
    @Ctx() context: Context,
    @Arg('token', () => GraphQLString, { description: 'What stands in the link.' }) token: string,
    @Arg('password', () => GraphQLString, {
      description: 'The password to be: 10 to 200 characters, not your address or name, nor a common one.',
    })
    password: string,
  ): Promise<SignInPayload> {
    return payload(await context.services.auth.useLink(clientOf(context), 'INVITATION', token, password));
  }

  @Mutation(() => SignInPayload, {
    description: 'Sets a new password by the link of an administrator, ends all sessions of the user and signs in.',
  })
  @access({ isOpen: true })
  async completePasswordReset(
    @Ctx() context: Context,
    @Arg('token', () => GraphQLString, { description: 'What stands in the link.' }) token: string,
    @Arg('password', () => GraphQLString, {
      description: 'The password to be: 10 to 200 characters, not your address or name, nor a common one.',
    })
    password: string,
  ): Promise<SignInPayload> {
    return payload(await context.services.auth.useLink(clientOf(context), 'PASSWORD_RESET', token, password));
  }

  @Mutation(() => SignInPayload, {
    description: 'Signs in by the link that the server prints when it starts. Good once, for ten minutes, from this machine only.',
  })
  @access({ isOpen: true })
  async signInWithLink(
    @Ctx() context: Context,
    @Arg('token', () => GraphQLString, { description: 'What stands in the link.' }) token: string,
  ): Promise<SignInPayload> {
    if (!isLoopback(context.address)) throw Forbidden({ reason: say('faults.linkFromElsewhere') });
    return payload(await context.services.auth.useLink(clientOf(context), 'SIGN_IN', token, null));
  }

  @costs(100)
  @Query(() => [Session], {
    nullable: true,
    description: 'The open sessions of a user, the one used last first; null when there is no such user.',
  })
  async sessions(
    @Ctx() context: Context,
    @Arg('userId', () => GraphQLID, { nullable: true, description: 'Whose. Default: your own; of others for administrators.' })
    userId: string | null,
  ): Promise<Session[] | null> {
    const viewer = viewerOf(context);
    const owner = ownerAsked(context, userId);
    if (!owner) return null;
    const found = await context.services.systemTransactions.run(
      { org: viewer.org, actor: viewer.userId, cause: context.requestId, metrics: context.metrics },
      (transaction) => listSessions(transaction, { org: viewer.org, userId: owner }),
    );
    return found.map((row) => sessionObject(row, viewer));
  }

  @Mutation(() => EndSessionPayload, { description: 'Ends the session that asks: its tokens are good no more.' })
  @access({ needsPassword: true, writesSecrets: true })
  async signOut(@Ctx() context: Context): Promise<EndSessionPayload> {
    const { transaction, viewer, services, afterCommit } = writeContext(context);
    await endSessions(transaction, viewer, { only: viewer.credential.id });
    afterCommit.push(() => services.auth.forget(viewer.org, viewer.userId));
    return { sessionId: wireId(sessionIds, viewer.credential.id) };
  }

  @Mutation(() => EndSessionPayload, { description: 'Ends one of your sessions; of others for administrators.' })
  @access({ writesSecrets: true })
  async endSession(
    @Ctx() context: Context,
    @Arg('id', () => GraphQLID, { description: 'The id of the session.' }) id: string,
  ): Promise<EndSessionPayload> {
    const { transaction, viewer, services, afterCommit } = writeContext(context);
    const rowId = rowIdOf(sessionIds, id);
    const owner = rowId && (await ownerOfSession(transaction, rowId));
    // Whose it is stays unsaid to who may not end it.
    if (!rowId || !owner || (owner !== viewer.userId && !viewer.isAdministrator)) throw NotFound({ id });
    await endSessions(transaction, { org: viewer.org, userId: owner }, { only: rowId });
    if (owner !== viewer.userId) await audit(transaction, { userId: owner }, 'session.ended', { sessionId: id });
    afterCommit.push(() => services.auth.forget(viewer.org, owner));
    return { sessionId: id };
  }

  @Mutation(() => EndSessionsPayload, { description: 'Ends all your sessions but the one that asks.' })
  @access({ writesSecrets: true })
  async endSessions(@Ctx() context: Context): Promise<EndSessionsPayload> {
    const { transaction, viewer, services, afterCommit } = writeContext(context);
    const ended = await endSessions(transaction, viewer, { except: viewer.credential.id });
    afterCommit.push(() => services.auth.forget(viewer.org, viewer.userId));
    return { ended: ended.length };
  }

  @Mutation(() => EndSessionsPayload, { description: 'Changes your password and ends your other sessions.' })
  @access({ needsPassword: true, writesSecrets: true })
  async changePassword(
    @Ctx() context: Context,
    @Arg('currentPassword', () => GraphQLString, { description: 'The password as it is.' }) currentPassword: string,
    @Arg('newPassword', () => GraphQLString, {
      description: 'The password to be: 10 to 200 characters, not your address or name, nor a common one.',
    })
    newPassword: string,
  ): Promise<EndSessionsPayload> {
    const { transaction, viewer, services, afterCommit } = writeContext(context);
    // The hashes are made before the first statement: no transaction is open meanwhile.
    if (!(await services.auth.isPasswordOf(clientOf(context), viewer, currentPassword)))
      throw fault('currentPassword', 'CONTRADICTION', say('faults.passwordWrong'));
    const hash = await hashing.run(networkOf(context.address), () => hashPassword(newPassword.slice(0, 1000)));
    const user = await transactionDb(transaction)
      .selectFrom('app_user as u')
      .select(['u.email', 'u.first_name as firstName', 'u.last_name as lastName'])
      .where('u.id', '=', viewer.userId)
      .executeTakeFirstOrThrow();
    await checkPassword(newPassword, user, 'newPassword');
    await setPassword(transaction, viewer, hash);
    const ended = await endSessions(transaction, viewer, { except: viewer.credential.id });
    await audit(transaction, viewer, 'user.passwordChanged');
    afterCommit.push(() => services.auth.forget(viewer.org, viewer.userId));
    return { ended: ended.length };
  }
}

const sessionObject = ({ id, userId, ...row }: SessionRow, { credential }: Viewer): Session => ({
  ...row,
  id: wireId(sessionIds, id),
  userId: `user_${userId}`,
  isCurrent: id === credential.id,
});
