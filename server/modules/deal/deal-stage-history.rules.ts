import type { WriteContext } from '../../core/context.js';
import { label, say } from '../../core/messages.js';
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
  async settle({ transaction, viewer }, rows) {
    const list = (values: readonly unknown[]): string => `{${[...new Set(values)].join(',')}}`;
    const parameters = [viewer.org, list(rows.map(({ values }) => values.get('deal'))), list(rows.map(({ id }) => id))];
    // What the import of a deal took for the time of its stage gives way to what the other system knows.
    await transaction.run(
      `UPDATE deal_stage_history h SET deleted_at = now(), version = h.version + 1
         FROM deal d
        WHERE h.org = $1::uuid AND h.deal_id = ANY($2::uuid[]) AND h.id <> ALL($3::uuid[]) AND h.deleted_at IS NULL
          AND d.org = $1::uuid AND d.id = h.deal_id AND d.stage_id = h.stage_id
          AND EXISTS (SELECT FROM deal_stage_history o WHERE o.org = $1::uuid AND o.id = ANY($3::uuid[]) AND o.deleted_at IS NULL AND o.deal_id = h.deal_id AND o.stage_id = h.stage_id)
          AND EXISTS (SELECT FROM change c JOIN change made ON made.org = $1::uuid AND made.record_id = h.deal_id AND made.operation = 'CREATE' AND made.cause = c.cause
                       WHERE c.org = $1::uuid AND c.record_id = h.id AND c.operation = 'CREATE' AND c.cause LIKE 'job\\_%')`,
      parameters,
    );
    const ofDeals = parameters.slice(0, 2);
    await transaction.run(
      `WITH row AS (
         SELECT s.id, s.deal_id, s.created_at, s.stage_id IS DISTINCT FROM lag(s.stage_id) OVER (PARTITION BY s.deal_id ORDER BY s.created_at, s.id) AS enters
           FROM deal_stage_history s WHERE s.org = $1::uuid AND s.deal_id = ANY($2::uuid[]) AND s.deleted_at IS NULL),
       entry AS (
         SELECT r.id, deal_stage_seconds(r.created_at, lead(r.created_at) OVER (PARTITION BY r.deal_id ORDER BY r.created_at, r.id)) AS seconds
           FROM row r WHERE r.enters)
       UPDATE deal_stage_history h SET is_stage_entry = r.enters, seconds_in_stage = e.seconds
         FROM row r LEFT JOIN entry e ON e.id = r.id WHERE h.org = $1::uuid AND h.id = r.id`,
      ofDeals,
    );
    await transaction.run(
      `UPDATE deal d SET stage_entered_at = e.created_at
         FROM (SELECT DISTINCT ON (h.deal_id) h.deal_id, h.stage_id, h.created_at FROM deal_stage_history h
                WHERE h.org = $1::uuid AND h.deal_id = ANY($2::uuid[]) AND h.is_stage_entry AND h.deleted_at IS NULL
                ORDER BY h.deal_id, h.created_at DESC, h.id DESC) e
        WHERE d.org = $1::uuid AND d.id = e.deal_id AND d.stage_id = e.stage_id`,
      ofDeals,
    );
  },
});

interface Deal {
  readonly currency: string;
  readonly exchangeRate: string;
  /** Row ids of the stages of its pipeline, by key. */
  readonly stages: Map<string, string>;
}

async function readDeals({ transaction, viewer }: WriteContext, rows: readonly PendingRow[]): Promise<Map<string, Deal>> {
  const ids = [...new Set(rows.flatMap(({ values }) => (values.get('deal') as string | undefined) ?? []))];
  const found = await transaction.run(
    `SELECT d.id::text, d.currency, d.exchange_rate::text, s.key, s.id::text
       FROM deal d JOIN pipeline_stage s ON s.org = $1::uuid AND s.pipeline_id = d.pipeline_id AND s.deleted_at IS NULL
      WHERE d.org = $1::uuid AND d.id = ANY($2::uuid[])`,
    [viewer.org, `{${ids.join(',')}}`],
  );
  const deals = new Map<string, Deal>();
  for (const [id, currency, exchangeRate, key, stage] of found) {
    const deal = deals.get(id!) ?? { currency: currency!, exchangeRate: exchangeRate!, stages: new Map<string, string>() };
    deal.stages.set(key!, stage!);
    deals.set(id!, deal);
  }
  return deals;
}
