import { GraphQLBoolean, GraphQLID, GraphQLString } from 'graphql';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { access, secret, costs } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { NotFound, Unauthenticated } from '../../core/errors.js';
import { writeContext } from '../../core/execute.js';
import { rowIdOf, wireId } from '../../core/ids.js';
import { DateTimeScalar } from '../../core/scalars.js';
import { apiKeyIds, insertApiKey, listApiKeys, markRevoked, ownerOfApiKey, type ApiKeyRow } from './api-keys.js';
import { audit } from './audit.js';
import { ownerAsked } from './owner.js';

@ObjectType({ description: 'A key for a program: it acts as its owner, with the rights they have now.' })
class ApiKey {
  @Field(() => GraphQLID, { description: 'The id: `key_<uuid>`.' }) id!: string;
  @Field(() => GraphQLID, { nullable: true, description: 'Whom it acts as.' }) userId!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'What it is for.' }) name!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'How the key begins, to tell it by.' }) prefix!: string;
  @Field(() => GraphQLBoolean, { nullable: true, description: 'Whether it may only read.' }) isReadOnly!: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made.' }) createdAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it stops being good; null when it does not.' }) expiresAt!:
    string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used, to the minute.' }) lastUsedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null while it is good.' }) revokedAt!: string | null;
}

@InputType({ description: 'A new API key.' })
class ApiKeyCreateInput {
  @Field(() => GraphQLString, { description: 'What it is for. At most 100 characters.' }) name!: string;
  @Field(() => GraphQLBoolean, { description: 'Whether it may only read.' }) isReadOnly!: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it stops being good. Default: never.' }) expiresAt?: string | null;
}

@ObjectType({ description: 'A new API key.' })
class CreateApiKeyPayload {
  @Field(() => ApiKey, { nullable: true, description: 'What is known of it.' }) apiKey!: ApiKey;
  @secret()
  @Field(() => GraphQLString, { nullable: true, description: 'The whole key. This answer is the only one that has it.' })
  key!: string;
}

@ObjectType({ description: 'The API key as it is after the mutation.' })
class RevokeApiKeyPayload {
  @Field(() => ApiKey, { nullable: true, description: 'The key.' }) apiKey!: ApiKey;
}

@Resolver()
export class ApiKeyResolver {
  @costs(100)
  @Query(() => [ApiKey], { nullable: true, description: 'The API keys of a user, newest first; null when there is no such user.' })
  async apiKeys(
    @Ctx() context: Context,
    @Arg('userId', () => GraphQLID, { nullable: true, description: 'Whose. Default: your own; of others for administrators.' })
    userId: string | null,
  ): Promise<ApiKey[] | null> {
    const { viewer, services, metrics, requestId } = context;
    if (!viewer) throw Unauthenticated({});
    const owner = ownerAsked(context, userId);
    if (!owner) return null;
    const found = await services.systemTransactions.run(
      { org: viewer.org, actor: viewer.userId, cause: requestId, metrics },
      (transaction) => listApiKeys(transaction, { org: viewer.org, userId: owner }),
    );
    return found.map(apiKeyObject);
  }

  @Mutation(() => CreateApiKeyPayload, { description: 'Makes an API key that acts as you. Not by an API key.' })
  @access({ needsPassword: true, writesSecrets: true })
  async createApiKey(
    @Ctx() context: Context,
    @Arg('input', () => ApiKeyCreateInput, { description: 'The new key.' }) input: ApiKeyCreateInput,
  ): Promise<CreateApiKeyPayload> {
    const { transaction, viewer } = writeContext(context);
    const { id, key, prefix } = await insertApiKey(transaction, viewer, input);
    await audit(transaction, viewer, 'key.created', { keyId: wireId(apiKeyIds, id), prefix, isReadOnly: input.isReadOnly });
    const [made] = await listApiKeys(transaction, viewer, id);
    return { apiKey: apiKeyObject(made!), key };
  }

  @Mutation(() => RevokeApiKeyPayload, { description: 'Makes an API key useless; those of others for administrators.' })
  @access({ writesSecrets: true })
  async revokeApiKey(
    @Ctx() context: Context,
    @Arg('id', () => GraphQLID, { description: 'The id of the key.' }) id: string,
  ): Promise<RevokeApiKeyPayload> {
    const { transaction, viewer, services, afterCommit } = writeContext(context);
    const rowId = rowIdOf(apiKeyIds, id);
    const owner = rowId && (await ownerOfApiKey(transaction, rowId));
    // Whose it is stays unsaid to who may not revoke it.
    if (!rowId || !owner || (owner !== viewer.userId && !viewer.isAdministrator)) throw NotFound({ id });
    const person = { org: viewer.org, userId: owner };
    if (await markRevoked(transaction, rowId)) await audit(transaction, person, 'key.revoked', { keyId: id });
    afterCommit.push(() => services.auth.forget(viewer.org, owner));
    const [revoked] = await listApiKeys(transaction, person, rowId);
    return { apiKey: apiKeyObject(revoked!) };
  }
}

const apiKeyObject = ({ id, userId, ...row }: ApiKeyRow): ApiKey => ({ ...row, id: wireId(apiKeyIds, id), userId: `user_${userId}` });
