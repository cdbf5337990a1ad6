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
  readonly category: string;
  readonly isRetired: boolean;
}

/** What the rules know of the organisation. */
interface Known {
  readonly stages: readonly Stage[];
  readonly defaultPipeline: string | null;
  readonly requiresReason: boolean;
}

/**
 * A deal stands in a stage of its pipeline (modules.md 5). Its probability follows the stage unless it is given
 * (modules.md 4); a change of the pipeline needs a stage of the new one in the same call. A deal that is lost has a reason
 * when the organisation wants one, and no other deal has (workflows.md 7).
 */
defineRules('Deal', {
  reads: ['pipeline', 'stage', 'stageCategory', 'reasonForLoss'],
  async prepare(context, rows) {
    const isMoving = (row: PendingRow): boolean => !row.current || row.values.has('pipeline') || 'stage' in row.input;
    const moving = rows.filter((row) => isMoving(row) || row.input['reasonForLoss'] === null);
    const known = moving.length > 0 ? await readStages(context) : null;
    for (const row of rows) {
      if (known && isMoving(row)) place(context, row, known);
      checkReason(row, known);
    }
  },
});

function checkReason(row: PendingRow, known: Known | null): void {
  const stage = known?.stages.find(({ id }) => id === row.values.get('stage'));
  const category = stage?.category ?? row.current?.get('stageCategory');
  // A stage that there is not is refused already.
  if (!category || ('stage' in row.input && !stage)) return;
  const given = row.input['reasonForLoss'];
  if (category !== 'LOST') {
    if (typeof given === 'string') addFault(row, 'reasonForLoss', 'CONTRADICTION', say('faults.reasonOfDealNotLost'));
    return;
  }
  const isAsked = given === null || (stage !== undefined && stage.id !== row.current?.get('stage'));
  const reason = given === undefined ? row.current?.get('reasonForLoss') : given;
  if (isAsked && !reason && known?.requiresReason) addFault(row, 'reasonForLoss', 'REQUIRED', say('faults.reasonForLossRequired'));
}

function place(context: WriteContext, row: PendingRow, { stages, defaultPipeline }: Known): void {
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
  row.values.set('pipeline', pipeline);
  row.values.set('stage', stage.id);
  if (!isKept && !row.values.has('probability')) row.values.set('probability', stage.probability);
}

async function readStages({ transaction, viewer, tally }: WriteContext): Promise<Known> {
  tally.statements++;
  const rows = await transaction.run(
    `SELECT s.id, s.pipeline_id, s.key, s.probability, s.is_retired::text, s.category, p.is_default::text, o.requires_reason_for_loss::text FROM pipeline_stage s
       JOIN pipeline p ON p.org = s.org AND p.id = s.pipeline_id AND p.deleted_at IS NULL
       JOIN organization o ON o.org = s.org
      WHERE s.org = $1::uuid AND s.deleted_at IS NULL ORDER BY s.place`,
    [viewer.org],
  );
  return {
    stages: rows.map(([id, pipelineId, key, probability, retired, category]) => ({
      id: id!,
      pipelineId: pipelineId!,
      key: key!,
      probability: Number(probability),
      category: category!,
      isRetired: retired === 'true',
    })),
    defaultPipeline: rows.find((row) => row[6] === 'true')?.[1] ?? null,
    requiresReason: rows[0]?.[7] === 'true',
  };
}
