import type { WriteContext } from '../../core/context.js';
import { NotFound } from '../../core/errors.js';
import { rowIdOf } from '../../core/ids.js';
import { checkOrder, savePlaces } from '../../core/write/places.js';
import { lockPipelines } from './pipeline.rules.js';

/**
 * Puts all pipelines in an order.
 *
 * @returns their row ids
 */
export async function reorderPipelines(context: WriteContext, ids: readonly string[]): Promise<readonly string[]> {
  await lockPipelines(context);
  const { transaction, viewer, model } = context;
  const rows = await transaction.run(`SELECT p.id, p.name FROM pipeline p WHERE p.org = $1::uuid AND p.deleted_at IS NULL`, [viewer.org]);
  return order(context, model.registry.module('Pipeline'), ids, rows);
}

/**
 * Puts all stages of a pipeline in an order.
 *
 * @returns the row id of the pipeline
 */
export async function reorderStages(context: WriteContext, pipelineId: string, ids: readonly string[]): Promise<string> {
  await lockPipelines(context);
  const { transaction, viewer, model } = context;
  const pipeline = rowIdOf(model.registry.module('Pipeline'), pipelineId);
  if (!pipeline) throw NotFound({ id: pipelineId });
  const rows = await transaction.run(
    `SELECT p.id, s.id, s.label FROM pipeline p LEFT JOIN pipeline_stage s ON s.org = $1::uuid AND s.pipeline_id = p.id AND s.deleted_at IS NULL
      WHERE p.org = $1::uuid AND p.id = $2::uuid AND p.deleted_at IS NULL`,
    [viewer.org, pipeline],
  );
  if (rows.length === 0) throw NotFound({ id: pipelineId });
  const stages = rows.flatMap(([, id, label]) => (id === null ? [] : [[id!, label!]]));
  await order(context, model.registry.module('PipelineStage'), ids, stages);
  return pipeline;
}

async function order(context: WriteContext, module: Parameters<typeof savePlaces>[1], ids: readonly string[], rows: readonly (readonly (string | null)[])[]): Promise<readonly string[]> {
  const given = ids.map((id) => rowIdOf(module, id));
  checkOrder('ids', given, new Map(rows.map(([id, name]) => [id!, name!])));
  const rowIds = given.filter((id) => id !== null);
  await savePlaces(context, module, rowIds);
  return rowIds;
}
