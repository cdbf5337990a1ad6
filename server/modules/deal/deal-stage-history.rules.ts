import { sql } from 'kysely';
import type { WriteContext } from '../../core/context.js';
import { label, say } from '../../core/messages.js';
import { organizationDb } from '../../core/typed-sql.js';
import { addFault, type PendingRow } from '../../core/write/check.js';
import { defineRules } from '../../core/write/rules.js';

const MODULE = 'DealStageHistory';

/**
 * The stages that deals went through in another system, as an administrator's import brings them along: each says which
 * deal, which stage of its pipeline, and since when (modules.md 4).
 */
defineRules(MODULE, {
  reads: [],
  async prepare(context, rows) {
    const deals = await readDeals(context, rows);
    for (const row of rows) {
      for (const name of ['deal', 'stage', 'createdAt']) if (!row.values.get(name)) addFault(row, name, 'REQUIRED', say('faults.needed', { name: label(MODULE, name) }));
      const deal = deals.get(row.values.get('deal') as string);
      const key = row.values.get('stage') as string | undefined;
      if (!deal || !key) continue;
      const stage = deal.stages.get(key);
      if (!stage) {
        const said = say('faults.noSuchStage', { value: JSON.stringify(key), stages: [...deal.stages.keys()] });
        addFault(row, 'stage', 'UNKNOWN_PICKLIST_VALUE', said, { value: key });
        continue;
      }
      row.values.set('stage', stage);
      row.values.set('currency', deal.currency);
      row.values.set('exchangeRate', deal.exchangeRate);
    }
  },
  async settle(context, rows) {
    const ids = rows.map(({ id }) => id);
    const deals = [...new Set(rows.map(({ values }) => values.get('deal') as string))];
    await removeGuessed(context, ids, deals);
    await timeStages(context, deals);
    await enterStages(context, deals);
  },
});

/** What the import of a deal took for the time of its stage gives way to what the other system knows. */
async function removeGuessed(context: WriteContext, ids: readonly string[], deals: readonly string[]): Promise<void> {
  await organizationDb(context)
    .updateTable('deal_stage_history as h')
    .from('deal as d')
    .set({ deleted_at: sql`now()`, version: sql`h.version + 1` })
    .where('h.deal_id', 'in', deals)
    .where('h.id', 'not in', ids)
    .where('h.deleted_at', 'is', null)
    .whereRef('d.id', '=', 'h.deal_id')
    .whereRef('d.stage_id', '=', 'h.stage_id')
    .where((eb) => eb.exists(eb.selectFrom('deal_stage_history as o').select('o.id').where('o.id', 'in', ids).where('o.deleted_at', 'is', null).whereRef('o.deal_id', '=', 'h.deal_id').whereRef('o.stage_id', '=', 'h.stage_id')))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('change as c')
          .innerJoin('change as made', (join) => join.onRef('made.record_id', '=', 'h.deal_id').on('made.operation', '=', 'CREATE').onRef('made.cause', '=', 'c.cause'))
          .select('c.id')
          .whereRef('c.record_id', '=', 'h.id')
          .where('c.operation', '=', 'CREATE')
          .where('c.cause', 'like', 'job\\_%'),
      ),
    )
    .execute();
}

/** Says of each row whether the deal entered a stage with it, and how long it stayed there. */
async function timeStages(context: WriteContext, deals: readonly string[]): Promise<void> {
  await organizationDb(context)
    .with('row', (qb) =>
      qb
        .selectFrom('deal_stage_history as s')
        .select(['s.id', 's.deal_id', 's.created_at'])
        .select(sql<boolean>`s.stage_id IS DISTINCT FROM lag(s.stage_id) OVER (PARTITION BY s.deal_id ORDER BY s.created_at, s.id)`.as('enters'))
        .where('s.deal_id', 'in', deals)
        .where('s.deleted_at', 'is', null),
    )
    .with('entry', (qb) =>
      qb
        .selectFrom('row as r')
        .select('r.id')
        .select(sql<string>`deal_stage_seconds(r.created_at, lead(r.created_at) OVER (PARTITION BY r.deal_id ORDER BY r.created_at, r.id))`.as('seconds'))
        .where('r.enters', '=', true),
    )
    .updateTable('deal_stage_history as h')
    .from('row as r')
    .leftJoin('entry as e', 'e.id', 'r.id')
    .set((eb) => ({ is_stage_entry: eb.ref('r.enters'), seconds_in_stage: sql`e.seconds` }))
    .whereRef('h.id', '=', 'r.id')
    .execute();
}

/** The stage that a deal stands in was entered with the last row that says so. */
async function enterStages(context: WriteContext, deals: readonly string[]): Promise<void> {
  await organizationDb(context)
    .updateTable('deal as d')
    .from((eb) =>
      eb
        .selectFrom('deal_stage_history as h')
        .distinctOn('h.deal_id')
        .select(['h.deal_id', 'h.stage_id', 'h.created_at'])
        .where('h.deal_id', 'in', deals)
        .where('h.is_stage_entry', '=', true)
        .where('h.deleted_at', 'is', null)
        .orderBy('h.deal_id')
        .orderBy('h.created_at', 'desc')
        .orderBy('h.id', 'desc')
        .as('e'),
    )
    .set((eb) => ({ stage_entered_at: eb.ref('e.created_at') }))
    .whereRef('d.id', '=', 'e.deal_id')
    .whereRef('d.stage_id', '=', 'e.stage_id')
    .execute();
}

interface Deal {
  readonly currency: string;
  readonly exchangeRate: string;
  /** Row ids of the stages of its pipeline, by key. */
  readonly stages: Map<string, string>;
}

async function readDeals(context: WriteContext, rows: readonly PendingRow[]): Promise<Map<string, Deal>> {
  const ids = [...new Set(rows.flatMap(({ values }) => (values.get('deal') as string | undefined) ?? []))];
  const found = await organizationDb(context)
    .selectFrom('deal as d')
    .innerJoin('pipeline_stage as s', (join) => join.onRef('s.pipeline_id', '=', 'd.pipeline_id').on('s.deleted_at', 'is', null))
    .select(['d.id', 'd.currency', 'd.exchange_rate as exchangeRate', 's.key', 's.id as stageId'])
    .where('d.id', 'in', ids)
    .execute();
  const deals = new Map<string, Deal>();
  for (const { id, currency, exchangeRate, key, stageId } of found) {
    const deal = deals.get(id) ?? { currency, exchangeRate, stages: new Map<string, string>() };
    deal.stages.set(key, stageId);
    deals.set(id, deal);
  }
  return deals;
}
