import type { WriteContext } from '../../core/context.js';
import { label, say } from '../../core/messages.js';
import { isColor } from '../../core/text.js';
import { organizationDb } from '../../core/typed-sql.js';
import { addFault, type PendingRow } from '../../core/write/check.js';
import { defineRules } from '../../core/write/rules.js';
import { closedProbability } from './pipeline-stage.js';
import { isSameName, lockPipelines, setKey, setPlace } from './pipeline.rules.js';

export const MAX_STAGES = 100;

/** Which forecast categories go with a category, the usual one first (modules.md 4). */
export const forecastsOf: Readonly<Record<string, readonly string[]>> = {
  OPEN: ['PIPELINE', 'BEST_CASE', 'COMMITTED'],
  WON: ['CLOSED'],
  LOST: ['OMITTED'],
};

/** A stage as its pipeline knows it, while rows are checked one after the other. */
interface Known {
  readonly id: string;
  readonly pipelineId: string;
  readonly key: string;
  label: string;
  category: string;
  isRetired: boolean;
  readonly isDeleted: boolean;
}

/**
 * What a pipeline asks of its stages: keys and labels of its own, a forecast category that goes with the category, an
 * active stage of each category that it had one of, and no other category for a stage that deals stand in.
 */
defineRules('PipelineStage', {
  reads: ['pipeline', 'label', 'category', 'forecastCategory', 'isRetired'],
  begin: lockPipelines,
  async prepare(context, rows) {
    const known = await readStages(context, rows);
    for (const row of rows) await prepareRow(context, row, known);
  },
});

async function prepareRow(context: WriteContext, row: PendingRow, known: Known[]): Promise<void> {
  const pipelineId = (row.values.get('pipeline') ?? row.current?.get('pipeline')) as string | undefined;
  const ofPipeline = known.filter((stage) => stage.pipelineId === pipelineId);
  const present = ofPipeline.filter(({ isDeleted }) => !isDeleted);
  const others = present.filter(({ id }) => id !== row.id);
  const after = (name: string): string | undefined => (row.values.get(name) ?? row.current?.get(name) ?? undefined) as string | undefined;
  if (!row.current && present.length >= MAX_STAGES) {
    row.faults.push({ inputPath: row.path, code: 'TOO_MANY', message: say('faults.tooManyStages', { limit: MAX_STAGES }) });
    return;
  }

  const name = after('label');
  const isRetired = (row.values.get('isRetired') ?? row.current?.get('isRetired') === 'true') as boolean;
  const isNamed = row.values.has('label') || row.values.has('isRetired');
  if (name && isNamed && !isRetired && others.some((one) => !one.isRetired && isSameName(one.label, name))) addFault(row, row.values.has('label') ? 'label' : 'isRetired', 'NOT_UNIQUE', say('faults.nameTaken', { name }), { value: name });
  if (!row.current) setKey(row, 'PipelineStage', name ?? '', new Set(ofPipeline.map(({ key }) => key)));
  const color = row.values.get('color');
  if (typeof color === 'string' && !isColor(color)) addFault(row, 'color', 'INVALID_FORMAT', say('faults.colorForm', { field: label('PipelineStage', 'color') }));

  const category = after('category');
  if (category) checkForecast(row, category, after('forecastCategory'));
  if (category) checkProbability(row, closedProbability[category]);
  if (row.current) await checkCategories(context, row, category!, isRetired, others);
  if (row.faults.length > 0) return;

  await setPlace(
    context,
    row,
    'PipelineStage',
    present.map(({ id }) => id),
  );
  const noted = present.find(({ id }) => id === row.id);
  if (noted) Object.assign(noted, { label: name!, category: category!, isRetired });
  else known.push({ id: row.id, pipelineId: pipelineId!, key: String(row.values.get('key')), label: name!, category: category!, isRetired, isDeleted: false });
}

function checkForecast(row: PendingRow, category: string, forecast: string | undefined): void {
  const allowed = forecastsOf[category]!;
  if (forecast && allowed.includes(forecast)) return;
  // Another category brings its own, unless one is asked for.
  if (!row.values.has('forecastCategory')) row.values.set('forecastCategory', allowed[0]);
  else addFault(row, 'forecastCategory', 'CONTRADICTION', say('faults.forecastMisfit', { forecast: forecast ?? '', category, allowed }));
}

/** Another category brings its own probability, unless one is asked for. */
function checkProbability(row: PendingRow, closed: number | undefined): void {
  if (closed === undefined) return;
  const given = row.values.get('probability');
  if (given === undefined && row.current) row.values.set('probability', closed);
  else if (typeof given === 'number' && given !== closed) addFault(row, 'probability', 'CONTRADICTION', say('faults.closedProbability', { label: label('PipelineStage', 'probability'), probability: closed }), { probability: closed });
}

async function checkCategories(context: WriteContext, row: PendingRow, category: string, isRetired: boolean, others: readonly Known[]): Promise<void> {
  const before = row.current!.get('category')!;
  const wasActive = row.current!.get('isRetired') !== 'true';
  const isLost = wasActive && (isRetired || category !== before);
  if (isLost && !others.some((one) => one.category === before && !one.isRetired)) addFault(row, isRetired ? 'isRetired' : 'category', 'CONTRADICTION', say('faults.stageCategoryNeeded', { category: before }), { category: before });
  if (category === before) return;
  const deals = await countDeals(context, row.id);
  if (deals > 0) addFault(row, 'category', 'CONTRADICTION', say('faults.stageCategoryInUse', { count: deals, category: before }), { deals });
}

/** Deals in a stage, those in the recycle bin too; deals that would enter it meanwhile wait. */
async function countDeals(context: WriteContext, stageId: string): Promise<number> {
  const db = organizationDb(context);
  await db.selectFrom('pipeline_stage as s').select('s.id').where('s.id', '=', stageId).forUpdate().execute();
  const { count } = await db
    .selectFrom('deal as d')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('d.stage_id', '=', stageId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

function readStages(context: WriteContext, rows: readonly PendingRow[]): Promise<Known[]> {
  const pipelines = new Set(rows.map((row) => row.values.get('pipeline') ?? row.current?.get('pipeline')).filter((id) => typeof id === 'string'));
  return organizationDb(context)
    .selectFrom('pipeline_stage as s')
    .select((eb) => ['s.id', 's.pipeline_id as pipelineId', 's.key', 's.label', 's.category', 's.is_retired as isRetired', eb('s.deleted_at', 'is not', null).as('isDeleted')])
    .$castTo<Known>()
    .where('s.pipeline_id', 'in', [...pipelines])
    .orderBy('s.place')
    .orderBy('s.id')
    .execute();
}
