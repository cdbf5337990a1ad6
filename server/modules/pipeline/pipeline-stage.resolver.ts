import { GraphQLID, GraphQLInt } from 'graphql';
import { Ctx, Mutation, Resolver } from 'type-graphql';
import { access } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { arg, crud } from '../../core/crud.js';
import { writeContext } from '../../core/execute.js';
import { rowIdOf } from '../../core/ids.js';
import { moduleTypes } from '../../core/schema/declare-types.js';
import { deletePipelineStage } from '../../workflows/delete-pipeline.js';
import { reorderStages } from './reorder.js';
import { PipelineStage } from './pipeline-stage.js';

const administrators = { isForAdministrators: true };

/** Stages of pipelines; one goes when its deals have gone to another. */
@Resolver()
export class PipelineStageResolver extends crud(PipelineStage, administrators, { verbs: ['create', 'update'], isForMany: false }) {
  @access(administrators)
  @Mutation(() => moduleTypes('PipelineStage').payload, {
    description: 'Moves a stage to the bin, once its deals have gone to another one: those in the bin too, each with a row in its history. Histories name a deleted stage no more; retire it to keep its name there. For administrators.',
  })
  async deletePipelineStage(
    @Ctx() context: Context,
    @arg('id', () => GraphQLID, 'The id of the stage.') id: string,
    @arg('transferTo', () => GraphQLID, 'The stage of the same pipeline that its deals go to, by its id or its key; needed when it has any.', true)
    transferTo: string | null,
    @arg('expectedVersion', () => GraphQLInt, 'Refuse with CONFLICT unless the record still has this version.', true) expectedVersion: number | null,
  ): Promise<object> {
    const write = writeContext(context);
    await deletePipelineStage(write, { id, transferTo: transferTo ?? null, expectedVersion: expectedVersion ?? null });
    return { pipelineStage: rowIdOf(write.model.registry.module('PipelineStage'), id) };
  }

  @access(administrators)
  @Mutation(() => moduleTypes('Pipeline').payload, { description: 'Puts the stages of a pipeline in an order. For administrators.' })
  async reorderPipelineStages(
    @Ctx() context: Context,
    @arg('pipelineId', () => GraphQLID, 'The id of the pipeline.') pipelineId: string,
    @arg('ids', () => [GraphQLID], 'The ids of all its stages, retired ones too, in their new order.') ids: string[],
  ): Promise<object> {
    return { pipeline: await reorderStages(writeContext(context), pipelineId, ids) };
  }
}
