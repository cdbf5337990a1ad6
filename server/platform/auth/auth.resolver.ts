import { GraphQLID, GraphQLString } from 'graphql';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { access } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { rowIdOf } from '../../core/ids.js';
import { DateTimeScalar } from '../../core/scalars.js';
import { SignInFailed } from './auth.js';

@ObjectType({ description: 'A way in.' })
class SignInPayload {
  @Field(() => GraphQLString, { nullable: true, description: 'Send it along: `Authorization: Bearer <token>`.' }) token!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it stops being good.' }) expiresAt!: string;
  @Field(() => GraphQLID, { nullable: true, description: 'Who signed in.' }) userId!: string;
}

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
    const session = await context.services.auth.signIn({ email, password, org });
    return { token: session.token, expiresAt: session.expiresAt.toISOString(), userId: `user_${session.userId}` };
  }
}
