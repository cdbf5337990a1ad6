import { GraphQLID, GraphQLInt, GraphQLString } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, InputType, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { access, secret } from '../../core/access.js';
import type { Context, FileDetails } from '../../core/context.js';
import { Unauthenticated } from '../../core/errors.js';
import { writeContext } from '../../core/execute.js';
import { rowIdOf, wireId } from '../../core/ids.js';
import { DateTimeScalar } from '../../core/scalars.js';
import { fileIds, findFile } from './files.js';
import { makeTicket } from './tickets.js';

@ObjectType({ description: 'A file that the server keeps for a while: its content is uploaded and downloaded by plain HTTP.' })
class File {
  @Field(() => GraphQLID, { description: 'The id: `file_<uuid>`.' }) id!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'Its name, as whoever made it calls it.' }) fileName!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'What it holds, as a media type.' }) contentType!: string;
  @Field(() => GraphQLInt, { nullable: true, description: 'How many bytes it has.' }) size!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was stored.' }) createdAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is removed.' }) expiresAt!: string;
}

@InputType({ description: 'The file that is to be uploaded.' })
class CreateUploadInput {
  @Field(() => GraphQLString, { description: 'Its name. At most 255 characters.' }) fileName!: string;
  @Field(() => GraphQLInt, { description: 'How many bytes it has.' }) size!: number;
  @Field(() => GraphQLString, { description: 'What it holds, as a media type: `text/csv`.' }) contentType!: string;
}

@ObjectType({ description: 'Where to upload a file to. This answer is the only one that has the address.' })
class CreateUploadPayload {
  @secret()
  @Field(() => GraphQLString, {
    nullable: true,
    description: 'PUT the content here, once, with the content type that was announced. 201 says that it is stored.',
  })
  url!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the address stops being good.' }) expiresAt!: string;
  @Field(() => GraphQLID, { nullable: true, description: 'The id that the file has once it is stored.' }) fileId!: string;
}

@Resolver(() => File)
export class FileResolver {
  @Query(() => File, { nullable: true, description: 'A file of yours, or for administrators of anybody; null when there is none.' })
  async file(
    @Ctx() context: Context,
    @Arg('id', () => GraphQLID, { description: 'The id of the file.' }) id: string,
  ): Promise<File | null> {
    const { viewer, services, metrics, now, requestId } = context;
    if (!viewer) throw Unauthenticated({});
    const rowId = rowIdOf(fileIds, id);
    if (!rowId) return null;
    const found = await services.transactions.run({ org: viewer.org, actor: viewer.userId, cause: requestId, metrics }, (transaction) =>
      findFile(transaction, rowId, now),
    );
    return found && (viewer.isAdministrator || found.userId === viewer.userId) ? fileObject(found) : null;
  }

  @FieldResolver(() => GraphQLString, {
    nullable: true,
    description: 'Where you, and nobody else, read the content within the next five minutes.',
  })
  async downloadUrl(@Ctx() { viewer, services }: Context, @Root() { id }: File): Promise<string> {
    if (!viewer) throw Unauthenticated({});
    return services.files.downloadUrl(viewer, rowIdOf(fileIds, id)!, services.publicUrl);
  }

  @Mutation(() => CreateUploadPayload, { description: 'Makes an address that one file can be uploaded to, once, within 15 minutes.' })
  @access({ writesSecrets: true })
  async createUpload(
    @Ctx() context: Context,
    @Arg('input', () => CreateUploadInput, { description: 'The file.' }) input: CreateUploadInput,
  ): Promise<CreateUploadPayload> {
    const { viewer, transaction, services, now } = writeContext(context);
    const { token, fileId, expiresAt } = await makeTicket(transaction, viewer, input, { maxBytes: services.files.maxBytes, now });
    return {
      url: `${services.publicUrl}/uploads/${token}`,
      expiresAt: expiresAt.toISOString(),
      fileId: wireId(fileIds, fileId),
    };
  }
}

const fileObject = ({ id, userId: _, ...details }: FileDetails): File => ({ id: wireId(fileIds, id), ...details });
