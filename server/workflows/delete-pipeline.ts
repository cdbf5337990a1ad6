import { sql } from 'kysely';
import type { WriteContext } from '../core/context.js';
import { fault, NotFound, ValidationFailed, type Fault } from '../core/errors.js';
import { rowIdOf } from '../core/ids.js';
import { say } from '../core/messages.js';
import { organizationDb } from '../core/typed-sql.js';
import { deleteRecords } from '../core/write/recycle.js';
import { lockPipelines } from '../modules/pipeline/pipeline.rules.js';

/** Where the deals of a pipeline that is deleted go. */
export interface PipelineTransfer {
  readonly pipelineId: string;
  /** Stages by id or key: of the one pipeline, of the other. */
  readonly stages: readonly { readonly from: string; readonly to: string }[];
}

interface Stage {
  readonly id: string;
  readonly pipelineId: string;
  readonly key: string;
  readonly label: string;
  readonly category: string;
  readonly isRetired: boolean;
}

/** A stage whose deals go to another. */
interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * Deletes a stage; its deals, those in the bin too, go to another stage of the same pipeline. Whoever is putting a deal
 * into it at this moment is waited for, and later ones are refused, so that no deal is left behind.
 */
export async function deletePipelineStage(
  context: WriteContext,
  { id, transferTo, expectedVersion }: { id: string; transferTo: string | null; expectedVersion: number | null },
): Promise<void> {
  await lockPipelines(context);
  const module = context.model.registry.module('PipelineStage');
  const stages = await readStages(context);
  const rowId = rowIdOf(module, id);
  const stage = stages.find((one) => one.id === rowId);
  if (!stage) throw NotFound({ id });
  const others = stages.filter((one) => one.pipelineId === stage.pipelineId && one !== stage);
  if (!stage.isRetired && !others.some((one) => one.category === stage.category && !one.isRetired))
    throw fault('id', 'CONTRADICTION', say('faults.stageCategoryNeeded', { category: stage.category }), { category: stage.category });

  const faults: Fault[] = [];
  const target = transferTo === null ? null : findTarget(context, others, transferTo, 'transferTo', faults);
  const deals = (await lockAndCount(context, [stage.id])).get(stage.id) ?? 0;
  if (deals > 0 && transferTo === null)
    faults.push({
      inputPath: 'transferTo',
      code: 'REQUIRED',
      message: say('faults.transferNeeded', { count: deals, stage: stage.label }),
      details: { stage: stage.key, deals },
    });
  if (faults.length > 0) throw ValidationFailed({ fields: faults });
  if (deals > 0) await moveDeals(context, [{ from: stage.id, to: target!.id }]);
  await deleteRecords(context, module, [{ id, expectedVersion }], { path: 'id', many: false }, 'ABORT');
}

/**
 * Deletes a pipeline with its stages; the deals of each go to the stage of the other pipeline that the transfer says,
 * those in the bin too. All stages with deals that it does not say are told at once.
 */
export async function deletePipeline(
  context: WriteContext,
  { id, transfer, expectedVersion }: { id: string; transfer: PipelineTransfer | null; expectedVersion: number | null },
): Promise<void> {
  await lockPipelines(context);
  const { registry } = context.model;
  const module = registry.module('Pipeline');
  const pipelines = await readPipelines(context);
  const rowId = rowIdOf(module, id);
  const isDefault = pipelines.get(rowId ?? '');
  if (isDefault === undefined) throw NotFound({ id });
  if (isDefault) throw fault('id', 'CONTRADICTION', say('faults.defaultPipelineNeeded'));

  const stages = await readStages(context);
  const own = stages.filter(({ pipelineId }) => pipelineId === rowId);
  const faults: Fault[] = [];
  const moves = transfer ? checkTransfer(context, transfer, { rowId: rowId!, pipelines, stages, own }, faults) : [];
  const deals = await lockAndCount(
    context,
    own.map((stage) => stage.id),
  );
  for (const stage of own) {
    const count = deals.get(stage.id) ?? 0;
    const isNamed = transfer?.stages.some(({ from }) => isStage(context, stage, from)) ?? false;
    if (count > 0 && !isNamed)
      faults.push({
        inputPath: transfer ? 'transfer.stages' : 'transfer',
        code: 'REQUIRED',
        message: say('faults.transferNeeded', { count, stage: stage.label }),
        details: { stage: stage.key, deals: count },
      });
  }
  if (faults.length > 0) throw ValidationFailed({ fields: faults });
  if (moves.length > 0 && deals.size > 0) await moveDeals(context, moves);
  const stageModule = registry.module('PipelineStage');
  const references = own.map((stage) => ({ id: `${stageModule.prefix}_${stage.id}` }));
  if (references.length > 0) await deleteRecords(context, stageModule, references, { path: 'stages', many: true }, 'ABORT');
  await deleteRecords(context, module, [{ id, expectedVersion }], { path: 'id', many: false }, 'ABORT');
}

interface Pipelines {
  readonly rowId: string;
  readonly pipelines: ReadonlyMap<string, boolean>;
  readonly stages: readonly Stage[];
  readonly own: readonly Stage[];
}

function checkTransfer(
  context: WriteContext,
  transfer: PipelineTransfer,
  { rowId, pipelines, stages, own }: Pipelines,
  faults: Fault[],
): Move[] {
  const other = rowIdOf(context.model.registry.module('Pipeline'), transfer.pipelineId);
  if (other === null || !pipelines.has(other)) {
    faults.push({ inputPath: 'transfer.pipelineId', code: 'REFERENCE_NOT_FOUND', message: say('faults.noSuchPipeline') });
    return [];
  }
  if (other === rowId) {
    faults.push({ inputPath: 'transfer.pipelineId', code: 'CONTRADICTION', message: say('faults.otherPipelineNeeded') });
    return [];
  }
  const targets = stages.filter(({ pipelineId }) => pipelineId === other);
  const seen = new Set<Stage>();
  return transfer.stages.slice(0, MAX_MOVES).flatMap(({ from, to }, index) => {
    const path = `transfer.stages.${index}`;
    const source = own.find((stage) => isStage(context, stage, from));
    if (!source) faults.push({ inputPath: `${path}.from`, code: 'REFERENCE_NOT_FOUND', message: noSuchStage(from, own) });
    else if (seen.has(source))
      faults.push({ inputPath: `${path}.from`, code: 'CONTRADICTION', message: say('faults.orderTwice', { name: source.label }) });
    if (source) seen.add(source);
    const target = findTarget(context, targets, to, `${path}.to`, faults);
    return source && target ? [{ from: source.id, to: target.id }] : [];
  });
}

/** As many as a pipeline may have stages, and some more to be told about. */
const MAX_MOVES = 500;

/** The stage that deals are to go to; what speaks against it is noted. */
function findTarget(context: WriteContext, stages: readonly Stage[], given: string, path: string, faults: Fault[]): Stage | null {
  const found = stages.find((stage) => isStage(context, stage, given));
  if (!found) faults.push({ inputPath: path, code: 'REFERENCE_NOT_FOUND', message: noSuchStage(given, stages) });
  else if (found.isRetired)
    faults.push({ inputPath: path, code: 'CONTRADICTION', message: say('faults.retiredTarget', { name: found.label }) });
  return found && !found.isRetired ? found : null;
}

const isStage = ({ model }: WriteContext, { id, key }: Stage, given: string): boolean =>
  key === given || id === rowIdOf(model.registry.module('PipelineStage'), given);

const noSuchStage = (given: string, stages: readonly Stage[]) =>
  say('faults.noSuchStage', {
    value: JSON.stringify(given.slice(0, 120)),
    stages: stages.filter(({ isRetired }) => !isRetired).map(({ key }) => key),
  });

function readStages(context: WriteContext): Promise<Stage[]> {
  return organizationDb(context)
    .selectFrom('pipeline_stage as s')
    .select(['s.id', 's.pipeline_id as pipelineId', 's.key', 's.label', 's.category', 's.is_retired as isRetired'])
    .where('s.deleted_at', 'is', null)
    .orderBy('s.place')
    .orderBy('s.id')
    .execute();
}

/** Row id → whether it is the default. */
async function readPipelines(context: WriteContext): Promise<Map<string, boolean>> {
  const rows = await organizationDb(context)
    .selectFrom('pipeline as p')
    .select(['p.id', 'p.is_default as isDefault'])
    .where('p.deleted_at', 'is', null)
    .execute();
  return new Map(rows.map(({ id, isDefault }) => [id, isDefault]));
}

/** How many deals are in the stages, those in the recycle bin too, once nobody can put another one there. */
async function lockAndCount(context: WriteContext, stages: readonly string[]): Promise<Map<string, number>> {
  const db = organizationDb(context);
  await db.selectFrom('pipeline_stage as s').select('s.id').where('s.id', 'in', stages).orderBy('s.id').forUpdate().execute();
  const rows = await db
    .selectFrom('deal as d')
    .select((eb) => ['d.stage_id as stage', eb.fn.countAll<string>().as('count')])
    .where('d.stage_id', 'in', stages)
    .groupBy('d.stage_id')
    .execute();
  return new Map(rows.map(({ stage, count }) => [stage, Number(count)]));
}

/** The deals that one statement moves at most, so that none runs into the time limit of statements. */
const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Moves deals, a batch at a time. */
async function moveDeals(context: WriteContext, moves: readonly Move[]): Promise<void> {
  for (let last: string | null = FIRST; last !== null;) last = await moveBatch(context, moves, last);
}

/**
 * Moves deals as a change of stage does: with the new stage's probability, and a reason for loss only where the deal stays
 * lost. Triggers write the history and the log.
 *
 * @returns the last deal of the batch; null when there are no more
 */
async function moveBatch(context: WriteContext, moves: readonly Move[], after: string): Promise<string | null> {
  const [from, to] = [moves.map((move) => move.from), moves.map((move) => move.to)];
  const move = sql<{ source: string; target: string }>`unnest(${from}::uuid[], ${to}::uuid[])`.as<'m'>(sql`m(source, target)`);
  const last = await organizationDb(context)
    .with('batch', (qb) =>
      qb
        .selectFrom('deal as d')
        .select('d.id')
        .where('d.stage_id', 'in', from)
        .where('d.id', '>', after)
        .orderBy('d.id')
        .limit(BATCH)
        .forNoKeyUpdate(),
    )
    .with('moved', (qb) =>
      qb
        .updateTable('deal as d')
        .from('batch as b')
        .innerJoin(move, (join) => join.onTrue())
        .innerJoin('pipeline_stage as s', 's.id', 'm.target')
        .set({
          pipeline_id: sql`s.pipeline_id`,
          stage_id: sql`s.id`,
          probability: sql`CASE s.category WHEN 'WON' THEN 100 WHEN 'LOST' THEN 0 ELSE s.probability END`,
          reason_for_loss: sql`CASE WHEN s.category = 'LOST' THEN d.reason_for_loss END`,
        })
        .whereRef('d.id', '=', 'b.id')
        .whereRef('d.stage_id', '=', 'm.source'),
    )
    .selectFrom('batch as b')
    .select('b.id')
    .orderBy('b.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.id ?? null;
}
