import type { WriteContext } from '../../core/context.js';
import { NotFound } from '../../core/errors.js';
import { rowIdOf } from '../../core/ids.js';
import { organizationDb } from '../../core/typed-sql.js';
import { checkOrder, savePlaces } from '../../core/write/places.js';
import { lockPipelines } from './pipeline.rules.js';

/**
 * Puts all pipelines in an order.
 *
 * @returns their row ids
 */
export async function reorderPipelines(context: WriteContext, ids: readonly string[]): Promise<readonly string[]> {
  await lockPipelines(context);
  const pipelines = await organizationDb(context).selectFrom('pipeline as p').select(['p.id', 'p.name']).where('p.deleted_at', 'is', null).execute();
  return order(context, context.model.registry.module('Pipeline'), ids, new Map(pipelines.map(({ id, name }) => [id, name])));
}

/**
 * Puts all stages of a pipeline in an order.
 *
 * @returns the row id of the pipeline
 */
export async function reorderStages(context: WriteContext, pipelineId: string, ids: readonly string[]): Promise<string> {
  await lockPipelines(context);
  const { registry } = context.model;
  const pipeline = rowIdOf(registry.module('Pipeline'), pipelineId);
  if (!pipeline) throw NotFound({ id: pipelineId });
  const rows = await organizationDb(context)
    .selectFrom('pipeline as p')
    .leftJoin('pipeline_stage as s', (join) => join.onRef('s.pipeline_id', '=', 'p.id').on('s.deleted_at', 'is', null))
    .select(['s.id', 's.label'])
    .where('p.id', '=', pipeline)
    .where('p.deleted_at', 'is', null)
    .execute();
  if (rows.length === 0) throw NotFound({ id: pipelineId });
  const stages = rows.flatMap(({ id, label }) => (id === null ? [] : [[id, label!] as const]));
  await order(context, registry.module('PipelineStage'), ids, new Map(stages));
  return pipeline;
}

async function order(context: WriteContext, module: Parameters<typeof savePlaces>[1], ids: readonly string[], names: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const given = ids.map((id) => rowIdOf(module, id));
  checkOrder('ids', given, names);
  const rowIds = given.filter((id) => id !== null);
  await savePlaces(context, module, rowIds);
  return rowIds;
}
