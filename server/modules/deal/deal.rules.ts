import type { WriteContext } from '../../core/context.js';
import { rowIdOf } from '../../core/ids.js';
import { say } from '../../core/messages.js';
import { addFault, type PendingRow } from '../../core/write/check.js';
import { defineRules } from '../../core/write/rules.js';

interface Stage {
  readonly id: string;
  readonly pipelineId: string;
  readonly key: string;
  readonly probability: number;
  readonly isRetired: boolean;
  readonly isPipelineRetired: boolean;
}

/**
 * A deal stands in a stage of its pipeline (modules.md 5). Its probability follows the stage unless it is given
 * (modules.md 4); a change of the pipeline needs a stage of the new one in the same call.
 */
defineRules('Deal', {
  reads: ['pipeline', 'stage'],
  async prepare(context, rows) {
    const moving = rows.filter((row) => !row.current || row.values.has('pipeline') || 'stage' in row.input);
    if (moving.length === 0) return;
    const { stages, defaultPipeline } = await readStages(context);
    for (const row of moving) place(context, row, stages, defaultPipeline);
  },
});

function place(context: WriteContext, row: PendingRow, stages: readonly Stage[], defaultPipeline: string | null): void {
  const given = row.input['pipelineId'];
  const named = typeof given === 'string' ? rowIdOf(context.model.registry.module('Pipeline'), given) : null;
  if (typeof given === 'string' && !named) return;
  const pipeline = named ?? row.current?.get('pipeline') ?? defaultPipeline;
  const key = row.input['stage'];
  if (typeof key !== 'string') {
    if (row.current && named && named !== row.current.get('pipeline')) {
      addFault(row, 'stage', 'REQUIRED', 'Another pipeline needs a stage of that pipeline in the same call.');
    }
    return;
  }
  if (!pipeline) return addFault(row, 'pipelineId', 'REQUIRED', 'There is no default pipeline: name one.');
  const ofPipeline = stages.filter((stage) => stage.pipelineId === pipeline);
  const stage = ofPipeline.find((one) => one.key === key);
  const isKept = stage !== undefined && stage.id === row.current?.get('stage');
  if (!stage || (stage.isRetired && !isKept)) {
    const known = ofPipeline.filter(({ isRetired }) => !isRetired).map((one) => one.key);
    // A pipeline that is not there at all is refused as a reference.
    if (ofPipeline.length === 0 && named) return;
    return addFault(row, 'stage', 'UNKNOWN_PICKLIST_VALUE', `The pipeline has no stage ${JSON.stringify(key)}; it has ${known.join(', ')}.`, { value: key });
  }
  if (stage.isPipelineRetired && row.current?.get('pipeline') !== pipeline) {
    return addFault(row, 'pipelineId', 'CONTRADICTION', say('faults.pipelineRetired'));
  }
  row.values.set('pipeline', pipeline);
  row.values.set('stage', stage.id);
  if (!isKept && !row.values.has('probability')) row.values.set('probability', stage.probability);
}

async function readStages({ transaction, viewer, tally }: WriteContext): Promise<{ stages: Stage[]; defaultPipeline: string | null }> {
  tally.statements++;
  const rows = await transaction.run(
    `SELECT s.id, s.pipeline_id, s.key, s.probability, s.is_retired::text, p.is_default::text, p.is_retired::text FROM pipeline_stage s
       JOIN pipeline p ON p.org = s.org AND p.id = s.pipeline_id AND p.deleted_at IS NULL
      WHERE s.org = $1::uuid AND s.deleted_at IS NULL`,
    [viewer.org],
  );
  return {
    stages: rows.map(([id, pipelineId, key, probability, retired, , pipelineRetired]) => ({
      id: id!,
      pipelineId: pipelineId!,
      key: key!,
      probability: Number(probability),
      isRetired: retired === 'true',
      isPipelineRetired: pipelineRetired === 'true',
    })),
    defaultPipeline: rows.find((row) => row[5] === 'true')?.[1] ?? null,
  };
}
