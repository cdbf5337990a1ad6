import { Migration } from '@mikro-orm/migrations';

export class Migration20261123221254 extends Migration {
  override up(): void {
    this.addSql(`CREATE OR REPLACE FUNCTION account_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  base_currency text := crm_base_currency(new.org);
BEGIN
  IF tg_op = 'INSERT' THEN
    new.currency := coalesce(new.currency, base_currency);
    new.exchange_rate := coalesce(new.exchange_rate, 1);
  END IF;
  new.annual_revenue := round(new.annual_revenue, crm_decimals(new.currency));
  new.annual_revenue_base := round(new.annual_revenue / new.exchange_rate, crm_decimals(base_currency));
  IF tg_op = 'INSERT' THEN
    new.version := 1;
    new.created_at := coalesce(new.created_at, now());
    new.created_by_id := coalesce(new.created_by_id, actor);
  ELSE
    IF new IS NOT DISTINCT FROM old THEN RETURN NULL; END IF;
    new.version := old.version + 1;
    new.created_at := old.created_at;
    new.created_by_id := old.created_by_id;
  END IF;
  new.modified_at := now();
  new.modified_by_id := coalesce(actor, new.modified_by_id);
  RETURN new;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  base_currency text := crm_base_currency(new.org);
BEGIN
  IF tg_op = 'INSERT' THEN
    new.currency := coalesce(new.currency, base_currency);
    new.exchange_rate := coalesce(new.exchange_rate, 1);
  END IF;
  new.amount := round(new.amount, crm_decimals(new.currency));
  new.amount_base := round(new.amount / new.exchange_rate, crm_decimals(base_currency));
  new.expected_revenue := round(new.amount * new.probability / 100, crm_decimals(new.currency));
  new.expected_revenue_base := round(new.expected_revenue / new.exchange_rate, crm_decimals(base_currency));
  IF tg_op = 'INSERT' THEN
    new.version := 1;
    new.created_at := coalesce(new.created_at, now());
    new.created_by_id := coalesce(new.created_by_id, actor);
  ELSE
    IF new IS NOT DISTINCT FROM old THEN RETURN NULL; END IF;
    new.version := old.version + 1;
    new.created_at := old.created_at;
    new.created_by_id := old.created_by_id;
  END IF;
  new.modified_at := now();
  new.modified_by_id := coalesce(actor, new.modified_by_id);
  RETURN new;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_stage_history_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  probe deal_stage_history;
  base_currency text := crm_base_currency(new.org);
BEGIN
  IF tg_op = 'INSERT' THEN
    new.currency := coalesce(new.currency, base_currency);
    new.exchange_rate := coalesce(new.exchange_rate, 1);
  END IF;
  new.amount := round(new.amount, crm_decimals(new.currency));
  new.amount_base := round(new.amount / new.exchange_rate, crm_decimals(base_currency));
  new.expected_revenue := round(new.amount * new.probability / 100, crm_decimals(new.currency));
  new.expected_revenue_base := round(new.expected_revenue / new.exchange_rate, crm_decimals(base_currency));
  IF tg_op = 'INSERT' THEN
    new.version := 1;
    new.created_at := coalesce(new.created_at, now());
    new.created_by_id := coalesce(new.created_by_id, actor);
  ELSE
    IF new IS NOT DISTINCT FROM old THEN RETURN NULL; END IF;
    probe := new;
    probe.duration_in_stage := old.duration_in_stage;
    -- Derived values alone are no change of the record.
    IF probe IS NOT DISTINCT FROM old THEN RETURN new; END IF;
    new.version := old.version + 1;
    new.created_at := old.created_at;
    new.created_by_id := old.created_by_id;
  END IF;
  new.modified_at := now();
  new.modified_by_id := coalesce(actor, new.modified_by_id);
  RETURN new;
END
$$`);
  }
}
