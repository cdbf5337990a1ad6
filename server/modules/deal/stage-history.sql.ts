import type { RecordSql } from '../../core/registry.js';

/**
 * Appends to a deal's stage history when its stage, amount, probability or closing date changes. The time in a stage runs from the
 * row that entered it to the row that left it, whatever else changed meanwhile. In the database, so that imports and workflows leave the same history as a mutation.
 */
export const stageHistorySql: RecordSql = {
  functions: {
    deal_stage_category: `CREATE OR REPLACE FUNCTION deal_stage_category(organization uuid, stage uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT s.category FROM pipeline_stage s WHERE s.org = organization AND s.id = stage);
END
$$`,
    deal_stage_seconds: `CREATE OR REPLACE FUNCTION deal_stage_seconds(entered timestamptz, until timestamptz) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT least(2147483647, greatest(0, floor(extract(epoch FROM until - entered))))::int
$$`,
    deal_stage_history_append: `CREATE OR REPLACE FUNCTION deal_stage_history_append() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'UPDATE' THEN
    IF (new.stage_id, new.amount, new.probability, new.closing_date) IS NOT DISTINCT FROM (old.stage_id, old.amount, old.probability, old.closing_date) THEN
      RETURN NULL;
    END IF;
    IF new.stage_id IS DISTINCT FROM old.stage_id THEN
      UPDATE deal_stage_history h SET seconds_in_stage = deal_stage_seconds(h.created_at, now())
        WHERE h.org = new.org AND h.deal_id = new.id AND h.is_stage_entry AND h.seconds_in_stage IS NULL AND h.deleted_at IS NULL;
    END IF;
  END IF;
  -- A deal that an import has brought along came to its stage when it was closed there, or when it was made.
  INSERT INTO deal_stage_history (org, id, deal_id, stage_id, amount, probability, closing_date, currency, exchange_rate, is_stage_entry, created_at)
    VALUES (new.org, crm_uuid7(), new.id, new.stage_id, new.amount, new.probability, new.closing_date, new.currency, new.exchange_rate,
      tg_op = 'INSERT' OR new.stage_id IS DISTINCT FROM old.stage_id,
      CASE WHEN tg_op = 'INSERT' THEN coalesce(new.closed_at, new.created_at) END);
  RETURN NULL;
END
$$`,
  },
  triggers: {
    deal_stage_history: 'AFTER INSERT OR UPDATE ON deal FOR EACH ROW EXECUTE FUNCTION deal_stage_history_append()',
  },
};
