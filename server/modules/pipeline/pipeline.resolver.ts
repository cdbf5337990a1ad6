import { GraphQLID, GraphQLInt, type GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, Info, InputType, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { access } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { arg, crud } from '../../core/crud.js';
import { writeContext } from '../../core/execute.js';
import { rowIdOf } from '../../core/ids.js';
import { moduleTypes } from '../../core/schema/declare-types.js';
import { deletePipeline, type PipelineTransfer } from '../../workflows/delete-pipeline.js';
import { reorderPipelines } from './reorder.js';
import { Pipeline } from './pipeline.js';

@InputType({ description: 'Where the deals of one stage go.' })
class StageTransferInput {
  @Field(() => GraphQLID, { description: 'The stage, by its id or its key.' }) from!: string;
  @Field(() => GraphQLID, { description: 'The stage of the other pipeline, by its id or its key.' }) to!: string;
}

@InputType({ description: 'Where the deals of a pipeline go.' })
class PipelineTransferInput {
  @Field(() => GraphQLID, { description: 'The other pipeline.' }) pipelineId!: string;
  @Field(() => [StageTransferInput], { description: 'A stage of it for each stage that deals stand in.' }) stages!: StageTransferInput[];
}

@ObjectType({ description: 'The pipelines as they are after the mutation.' })
export class PipelinesPayload {
  @Field(() => [Pipeline], { nullable: true, description: 'All of them, in their order.' }) pipelines!: object[];
  /** Row ids. */
  ids!: readonly string[];
}

const administrators = { isForAdministrators: true };

@Resolver(() => PipelinesPayload)
export class PipelinesPayloadResolver {
  @FieldResolver()
  pipelines(@Root() { ids }: PipelinesPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<(object | null)[]> {
    return Promise.all(ids.map((id) => context.records.load('Pipeline', id, info)));
  }
}

/** Pipelines are made with their stages, and go when their deals have gone elsewhere. */
@Resolver()
export class PipelineResolver extends crud(Pipeline, administrators, { verbs: ['create', 'update'], isForMany: false }) {
  @access(administrators)
  @Mutation(() => moduleTypes('Pipeline').payload, {
    description: 'Moves a pipeline with its stages to the bin, once its deals have gone to another one: those in the bin too, each with a row in its history. The default pipeline stays. For administrators.',
  })
  async deletePipeline(
    @Ctx() context: Context,
    @arg('id', () => GraphQLID, 'The id of the pipeline.') id: string,
    @arg('transfer', () => PipelineTransferInput, 'Where its deals go; needed when it has any.', true) transfer: PipelineTransfer | null,
    @arg('expectedVersion', () => GraphQLInt, 'Refuse with CONFLICT unless the record still has this version.', true) expectedVersion: number | null,
  ): Promise<object> {
    const write = writeContext(context);
    await deletePipeline(write, { id, transfer: transfer ?? null, expectedVersion: expectedVersion ?? null });
    return { pipeline: rowIdOf(write.model.registry.module('Pipeline'), id) };
  }

  @access(administrators)
  @Mutation(() => PipelinesPayload, { description: 'Puts the pipelines in an order. For administrators.' })
  async reorderPipelines(@Ctx() context: Context, @arg('ids', () => [GraphQLID], 'The ids of all pipelines in their new order.') ids: string[]): Promise<object> {
    return { ids: await reorderPipelines(writeContext(context), ids) };
  }
}
