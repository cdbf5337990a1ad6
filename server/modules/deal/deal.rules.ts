import type { WriteContext } from '../../core/context.js';
import { rowIdOf } from '../../core/ids.js';
import { label, say } from '../../core/messages.js';
import { organizationDb } from '../../core/typed-sql.js';
import { addFault, type PendingRow } from '../../core/write/check.js';
import { defineRules } from '../../core/write/rules.js';
import { inheritCurrency } from '../inherited-currency.js';
import { closedProbability } from '../pipeline/pipeline-stage.js';
import { organizationSetting } from '../organization-setting.js';

interface Stage {
  readonly id: string;
  readonly pipelineId: string;
  readonly key: string;
  readonly probability: number;
  readonly isRetired: boolean;
  readonly isPipelineRetired: boolean;
  readonly category: string;
}

/**
 * A deal stands in a stage of its pipeline (modules.md 5). Its probability follows the stage unless it is given
 * (modules.md 4); a change of the pipeline needs a stage of the new one in the same call. A reason for loss belongs to
 * lost deals alone, and the organisation may ask for one (workflows.md 7).
 */
defineRules('Deal', {
  reads: ['pipeline', 'stage', 'reasonForLoss', 'probability'],
  follows: { probability: 'stage', reasonForLoss: 'stage' },
  async prepare(context, rows) {
    await inheritCurrency(context, 'Deal', rows, ['account']);
    const moving = rows.filter((row) => !row.current || ['pipelineId', 'stage', 'reasonForLoss', 'probability'].some((name) => name in row.input));
    if (moving.length === 0) return;
    const { stages, defaultPipeline } = await readStages(context);
    for (const row of moving) place(context, row, stages, defaultPipeline);
    for (const row of moving) closeProbability(row, stages);
    const lost = moving.filter((row) => explainLoss(row, stages));
    if (lost.length === 0 || !(await organizationSetting(context, 'requiresReasonForLoss'))) return;
    for (const row of lost) addFault(row, 'reasonForLoss', 'REQUIRED', say('faults.needed', { name: label('Deal', 'reasonForLoss') }));
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
      addFault(row, 'stage', 'REQUIRED', say('faults.stageOfPipeline'));
    }
    return;
  }
  if (!pipeline) return addFault(row, 'pipelineId', 'REQUIRED', say('faults.noDefaultPipeline'));
  const ofPipeline = stages.filter((stage) => stage.pipelineId === pipeline);
  const stage = ofPipeline.find((one) => one.key === key);
  const isKept = stage !== undefined && stage.id === row.current?.get('stage');
  const isCopied = pipeline === row.original?.get('pipeline');
  if (!stage || (stage.isRetired && !isKept && !(isCopied && key === row.original.get('stage')))) {
    const known = ofPipeline.filter(({ isRetired }) => !isRetired).map((one) => one.key);
    // A pipeline that is not there at all is refused as a reference.
    if (ofPipeline.length === 0 && named) return;
    return addFault(row, 'stage', 'UNKNOWN_PICKLIST_VALUE', say('faults.noSuchStage', { value: JSON.stringify(key), stages: known }), { value: key });
  }
  if (stage.isPipelineRetired && row.current?.get('pipeline') !== pipeline && !isCopied) {
    return addFault(row, 'pipelineId', 'CONTRADICTION', say('faults.pipelineRetired'));
  }
  row.values.set('pipeline', pipeline);
  row.values.set('stage', stage.id);
  if (!isKept && !row.values.has('probability')) row.values.set('probability', stage.probability);
}

/**
 * Holds a closed deal to the probability of its category; only that of an open deal is for people to judge.
 */
function closeProbability(row: PendingRow, stages: readonly Stage[]): void {
  const stage = row.values.get('stage') ?? row.current?.get('stage');
  const probability = closedProbability[stages.find(({ id }) => id === stage)?.category ?? ''];
  if (probability === undefined) return;
  const given = row.input['probability'];
  if (typeof given === 'number' && given !== probability) addFault(row, 'probability', 'CONTRADICTION', say('faults.closedProbability', { label: label('Deal', 'probability'), probability }), { probability });
  else row.values.set('probability', probability);
}

/**
 * Keeps the reason for loss with lost deals: one that is won or open again forgets it.
 *
 * @returns whether the deal is lost without a reason
 */
function explainLoss(row: PendingRow, stages: readonly Stage[]): boolean {
  const stage = row.values.get('stage') ?? row.current?.get('stage');
  const category = stages.find(({ id }) => id === stage)?.category;
  if (!category) return false;
  const given = row.values.get('reasonForLoss');
  if (category === 'LOST') return !(row.values.has('reasonForLoss') ? given : row.current?.get('reasonForLoss'));
  if (given) addFault(row, 'reasonForLoss', 'CONTRADICTION', say('faults.reasonNotLost', { label: label('Deal', 'reasonForLoss') }));
  else if (row.current?.get('reasonForLoss')) row.values.set('reasonForLoss', null);
  return false;
}

async function readStages(context: WriteContext): Promise<{ stages: Stage[]; defaultPipeline: string | null }> {
  const rows = await organizationDb(context)
    .selectFrom('pipeline_stage as s')
    .innerJoin('pipeline as p', (join) => join.onRef('p.id', '=', 's.pipeline_id').on('p.deleted_at', 'is', null))
    .select(['s.id', 's.pipeline_id as pipelineId', 's.key', 's.probability', 's.is_retired as isRetired', 's.category'])
    .select(['p.is_default as isDefault', 'p.is_retired as isPipelineRetired'])
    .where('s.deleted_at', 'is', null)
    .orderBy('s.place')
    .orderBy('s.id')
    .execute();
  return { stages: rows, defaultPipeline: rows.find(({ isDefault }) => isDefault)?.pipelineId ?? null };
}
