import { Migration } from '@mikro-orm/migrations';

export class Migration20261129091807 extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE campaign (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  owner_id uuid NOT NULL,
  external_ids jsonb,
  currency text COLLATE "C" NOT NULL,
  exchange_rate numeric NOT NULL,
  campaign_name text COLLATE "und-x-icu" NOT NULL,
  type text COLLATE "C",
  status text COLLATE "C",
  start_date date,
  end_date date,
  expected_revenue numeric,
  expected_revenue_base numeric,
  budgeted_cost numeric,
  budgeted_cost_base numeric,
  actual_cost numeric,
  actual_cost_base numeric,
  expected_response integer,
  num_sent integer,
  parent_campaign_id uuid,
  description text COLLATE "und-x-icu",
  custom jsonb NOT NULL DEFAULT '{}',
  duplicate_key text COLLATE "C",
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE campaign ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE campaign FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX campaign_owner_id_idx ON campaign (org, owner_id, id)`);
    this.addSql(`CREATE INDEX campaign_parent_campaign_id_idx ON campaign (org, parent_campaign_id, id)`);
    this.addSql(`CREATE INDEX campaign_duplicate_key_idx ON campaign (org, duplicate_key) WHERE deleted_at IS NULL AND duplicate_key IS NOT NULL`);
    this.addSql(`CREATE INDEX campaign_campaign_name_idx ON campaign (org, campaign_name, id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE INDEX campaign_start_date_idx ON campaign (org, start_date, id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY campaign_org ON campaign FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY campaign_system ON campaign FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON campaign TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON campaign TO crm_system`);
    this.addSql(`CREATE TABLE vendor (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  owner_id uuid NOT NULL,
  external_ids jsonb,
  vendor_name text COLLATE "und-x-icu" NOT NULL,
  email text COLLATE "und-x-icu",
  phone text COLLATE "und-x-icu",
  website text COLLATE "und-x-icu",
  gl_account text COLLATE "C",
  category text COLLATE "und-x-icu",
  street text COLLATE "und-x-icu",
  city text COLLATE "und-x-icu",
  state text COLLATE "und-x-icu",
  zip_code text COLLATE "und-x-icu",
  country text COLLATE "und-x-icu",
  email_opt_out boolean NOT NULL DEFAULT false,
  description text COLLATE "und-x-icu",
  custom jsonb NOT NULL DEFAULT '{}',
  duplicate_key text COLLATE "C",
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE vendor ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE vendor FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX vendor_owner_id_idx ON vendor (org, owner_id, id)`);
    this.addSql(`CREATE INDEX vendor_duplicate_key_idx ON vendor (org, duplicate_key) WHERE deleted_at IS NULL AND duplicate_key IS NOT NULL`);
    this.addSql(`CREATE INDEX vendor_vendor_name_idx ON vendor (org, vendor_name, id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY vendor_org ON vendor FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY vendor_system ON vendor FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON vendor TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON vendor TO crm_system`);
    this.addSql(`ALTER TABLE contact ADD COLUMN vendor_id uuid`);
    this.addSql(`CREATE INDEX contact_vendor_id_idx ON contact (org, vendor_id, id)`);
    this.addSql(`ALTER TABLE deal ADD COLUMN campaign_source_id uuid`);
    this.addSql(`CREATE INDEX deal_campaign_source_id_idx ON deal (org, campaign_source_id, id)`);
    this.addSql(`ALTER TABLE lead ADD COLUMN campaign_source_id uuid`);
    this.addSql(`CREATE INDEX lead_campaign_source_id_idx ON lead (org, campaign_source_id, id)`);
    this.addSql(`CREATE TABLE campaign_member (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  campaign_id uuid NOT NULL,
  lead_id uuid,
  contact_id uuid,
  member_status text COLLATE "C" NOT NULL DEFAULT 'PLANNED',
  status_changed_at timestamptz(3),
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE campaign_member ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE campaign_member FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX campaign_member_campaign_id_idx ON campaign_member (org, campaign_id, id)`);
    this.addSql(`CREATE INDEX campaign_member_lead_id_idx ON campaign_member (org, lead_id, id)`);
    this.addSql(`CREATE INDEX campaign_member_contact_id_idx ON campaign_member (org, contact_id, id)`);
    this.addSql(`CREATE UNIQUE INDEX campaign_member_campaign_id_lead_id_key ON campaign_member (org, campaign_id, lead_id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE UNIQUE INDEX campaign_member_campaign_id_contact_id_key ON campaign_member (org, campaign_id, contact_id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY campaign_member_org ON campaign_member FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY campaign_member_system ON campaign_member FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON campaign_member TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON campaign_member TO crm_system`);
    this.addSql(`CREATE TABLE product (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  owner_id uuid NOT NULL,
  external_ids jsonb,
  currency text COLLATE "C" NOT NULL,
  exchange_rate numeric NOT NULL,
  product_name text COLLATE "und-x-icu" NOT NULL,
  product_code text COLLATE "und-x-icu",
  product_active boolean NOT NULL DEFAULT true,
  vendor_id uuid,
  product_category text COLLATE "C",
  manufacturer text COLLATE "C",
  sales_start_date date,
  sales_end_date date,
  support_start_date date,
  support_expiry_date date,
  unit_price numeric,
  unit_price_base numeric,
  commission_rate numeric,
  commission_rate_base numeric,
  taxable boolean NOT NULL DEFAULT true,
  usage_unit text COLLATE "C",
  reorder_level numeric,
  handler_id uuid,
  description text COLLATE "und-x-icu",
  custom jsonb NOT NULL DEFAULT '{}',
  duplicate_key text COLLATE "C",
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE product ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE product FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX product_owner_id_idx ON product (org, owner_id, id)`);
    this.addSql(`CREATE INDEX product_vendor_id_idx ON product (org, vendor_id, id)`);
    this.addSql(`CREATE INDEX product_duplicate_key_idx ON product (org, duplicate_key) WHERE deleted_at IS NULL AND duplicate_key IS NOT NULL`);
    this.addSql(`CREATE UNIQUE INDEX product_product_code_key ON product (org, product_code) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE INDEX product_product_name_idx ON product (org, product_name, id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY product_org ON product FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY product_system ON product FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON product TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON product TO crm_system`);
    this.addSql(`ALTER TABLE picklist_value ADD COLUMN category text COLLATE "C"`);
    this.addSql(`ALTER TABLE campaign ADD CONSTRAINT campaign_owner_id_fk FOREIGN KEY (org, owner_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE campaign ADD CONSTRAINT campaign_parent_campaign_id_fk FOREIGN KEY (org, parent_campaign_id) REFERENCES campaign (org, id)`);
    this.addSql(`ALTER TABLE vendor ADD CONSTRAINT vendor_owner_id_fk FOREIGN KEY (org, owner_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE contact ADD CONSTRAINT contact_vendor_id_fk FOREIGN KEY (org, vendor_id) REFERENCES vendor (org, id)`);
    this.addSql(`ALTER TABLE deal ADD CONSTRAINT deal_campaign_source_id_fk FOREIGN KEY (org, campaign_source_id) REFERENCES campaign (org, id)`);
    this.addSql(`ALTER TABLE lead ADD CONSTRAINT lead_campaign_source_id_fk FOREIGN KEY (org, campaign_source_id) REFERENCES campaign (org, id)`);
    this.addSql(`ALTER TABLE campaign_member ADD CONSTRAINT campaign_member_campaign_id_fk FOREIGN KEY (org, campaign_id) REFERENCES campaign (org, id)`);
    this.addSql(`ALTER TABLE campaign_member ADD CONSTRAINT campaign_member_lead_id_fk FOREIGN KEY (org, lead_id) REFERENCES lead (org, id)`);
    this.addSql(`ALTER TABLE campaign_member ADD CONSTRAINT campaign_member_contact_id_fk FOREIGN KEY (org, contact_id) REFERENCES contact (org, id)`);
    this.addSql(`ALTER TABLE campaign_member ADD CONSTRAINT campaign_member_one_of CHECK (num_nonnulls(lead_id, contact_id) = 1)`);
    this.addSql(`ALTER TABLE product ADD CONSTRAINT product_owner_id_fk FOREIGN KEY (org, owner_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE product ADD CONSTRAINT product_vendor_id_fk FOREIGN KEY (org, vendor_id) REFERENCES vendor (org, id)`);
    this.addSql(`ALTER TABLE product ADD CONSTRAINT product_handler_id_fk FOREIGN KEY (org, handler_id) REFERENCES app_user (org, id)`);
    this.addSql(`CREATE OR REPLACE FUNCTION campaign_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  base_currency text := crm_base_currency(new.org);
BEGIN
  IF tg_op = 'INSERT' THEN
    new.currency := coalesce(new.currency, base_currency);
    new.exchange_rate := coalesce(new.exchange_rate, 1);
  END IF;
  new.expected_revenue := round(new.expected_revenue, crm_decimals(new.currency));
  new.budgeted_cost := round(new.budgeted_cost, crm_decimals(new.currency));
  new.actual_cost := round(new.actual_cost, crm_decimals(new.currency));
  new.expected_revenue_base := round(new.expected_revenue / new.exchange_rate, crm_decimals(base_currency));
  new.budgeted_cost_base := round(new.budgeted_cost / new.exchange_rate, crm_decimals(base_currency));
  new.actual_cost_base := round(new.actual_cost / new.exchange_rate, crm_decimals(base_currency));
  new.duplicate_key := new.campaign_name::text;
  IF tg_op = 'INSERT' THEN
    new.version := 1;
    new.created_at := coalesce(new.created_at, now());
    new.created_by_id := coalesce(new.created_by_id, actor);
    new.modified_at := coalesce(new.modified_at, now());
    new.modified_by_id := coalesce(new.modified_by_id, actor);
  ELSE
    IF new IS NOT DISTINCT FROM old THEN RETURN NULL; END IF;
    new.version := old.version + 1;
    new.created_at := old.created_at;
    new.created_by_id := old.created_by_id;
    new.modified_at := now();
    new.modified_by_id := coalesce(actor, new.modified_by_id);
  END IF;
  RETURN new;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION campaign_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Campaign', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'campaignName', n.campaign_name, 'type', n.type, 'status', n.status, 'startDate', n.start_date, 'endDate', n.end_date, 'expectedRevenue', n.expected_revenue, 'expectedRevenueInBaseCurrency', n.expected_revenue_base, 'budgetedCost', n.budgeted_cost, 'budgetedCostInBaseCurrency', n.budgeted_cost_base, 'actualCost', n.actual_cost, 'actualCostInBaseCurrency', n.actual_cost_base, 'expectedResponse', n.expected_response, 'numSent', n.num_sent, 'parentCampaignId', n.parent_campaign_id, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'Campaign', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'Campaign', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'Campaign') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Campaign' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'campaignName' THEN n.campaign_name::text WHEN 'expectedResponse' THEN n.expected_response::text WHEN 'numSent' THEN n.num_sent::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION campaign_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.owner_id IS DISTINCT FROM old.owner_id THEN was := was || jsonb_build_object('ownerId', old.owner_id); became := became || jsonb_build_object('ownerId', new.owner_id); END IF;
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN was := was || jsonb_build_object('externalIds', old.external_ids); became := became || jsonb_build_object('externalIds', new.external_ids); END IF;
  IF new.currency IS DISTINCT FROM old.currency THEN was := was || jsonb_build_object('currency', old.currency); became := became || jsonb_build_object('currency', new.currency); END IF;
  IF new.exchange_rate IS DISTINCT FROM old.exchange_rate THEN was := was || jsonb_build_object('exchangeRate', old.exchange_rate); became := became || jsonb_build_object('exchangeRate', new.exchange_rate); END IF;
  IF new.campaign_name IS DISTINCT FROM old.campaign_name THEN was := was || jsonb_build_object('campaignName', old.campaign_name); became := became || jsonb_build_object('campaignName', new.campaign_name); END IF;
  IF new.type IS DISTINCT FROM old.type THEN was := was || jsonb_build_object('type', old.type); became := became || jsonb_build_object('type', new.type); END IF;
  IF new.status IS DISTINCT FROM old.status THEN was := was || jsonb_build_object('status', old.status); became := became || jsonb_build_object('status', new.status); END IF;
  IF new.start_date IS DISTINCT FROM old.start_date THEN was := was || jsonb_build_object('startDate', old.start_date); became := became || jsonb_build_object('startDate', new.start_date); END IF;
  IF new.end_date IS DISTINCT FROM old.end_date THEN was := was || jsonb_build_object('endDate', old.end_date); became := became || jsonb_build_object('endDate', new.end_date); END IF;
  IF new.expected_revenue IS DISTINCT FROM old.expected_revenue THEN was := was || jsonb_build_object('expectedRevenue', old.expected_revenue); became := became || jsonb_build_object('expectedRevenue', new.expected_revenue); END IF;
  IF new.expected_revenue_base IS DISTINCT FROM old.expected_revenue_base THEN was := was || jsonb_build_object('expectedRevenueInBaseCurrency', old.expected_revenue_base); became := became || jsonb_build_object('expectedRevenueInBaseCurrency', new.expected_revenue_base); END IF;
  IF new.budgeted_cost IS DISTINCT FROM old.budgeted_cost THEN was := was || jsonb_build_object('budgetedCost', old.budgeted_cost); became := became || jsonb_build_object('budgetedCost', new.budgeted_cost); END IF;
  IF new.budgeted_cost_base IS DISTINCT FROM old.budgeted_cost_base THEN was := was || jsonb_build_object('budgetedCostInBaseCurrency', old.budgeted_cost_base); became := became || jsonb_build_object('budgetedCostInBaseCurrency', new.budgeted_cost_base); END IF;
  IF new.actual_cost IS DISTINCT FROM old.actual_cost THEN was := was || jsonb_build_object('actualCost', old.actual_cost); became := became || jsonb_build_object('actualCost', new.actual_cost); END IF;
  IF new.actual_cost_base IS DISTINCT FROM old.actual_cost_base THEN was := was || jsonb_build_object('actualCostInBaseCurrency', old.actual_cost_base); became := became || jsonb_build_object('actualCostInBaseCurrency', new.actual_cost_base); END IF;
  IF new.expected_response IS DISTINCT FROM old.expected_response THEN was := was || jsonb_build_object('expectedResponse', old.expected_response); became := became || jsonb_build_object('expectedResponse', new.expected_response); END IF;
  IF new.num_sent IS DISTINCT FROM old.num_sent THEN was := was || jsonb_build_object('numSent', old.num_sent); became := became || jsonb_build_object('numSent', new.num_sent); END IF;
  IF new.parent_campaign_id IS DISTINCT FROM old.parent_campaign_id THEN was := was || jsonb_build_object('parentCampaignId', old.parent_campaign_id); became := became || jsonb_build_object('parentCampaignId', new.parent_campaign_id); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF new.custom IS DISTINCT FROM old.custom THEN
    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became
      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;
  END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Campaign', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field LIKE 'external:%';
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT new.org, 'Campaign', 'external:' || e.key, e.value, new.id FROM jsonb_each_text(new.external_ids) e;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(new.org::text || '/unique/' || 'Campaign', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = new.org AND u.module = 'Campaign') THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field NOT LIKE 'external:%';
    IF new.deleted_at IS NULL THEN
      INSERT INTO unique_value (org, module, field, value, record_id)
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'campaignName' THEN new.campaign_name::text WHEN 'expectedResponse' THEN new.expected_response::text WHEN 'numSent' THEN new.num_sent::text END) k(value) WHERE u.org = new.org AND u.module = 'Campaign' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION vendor_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
  new.duplicate_key := lower(new.vendor_name COLLATE "und-x-icu");
  IF tg_op = 'INSERT' THEN
    new.version := 1;
    new.created_at := coalesce(new.created_at, now());
    new.created_by_id := coalesce(new.created_by_id, actor);
    new.modified_at := coalesce(new.modified_at, now());
    new.modified_by_id := coalesce(new.modified_by_id, actor);
  ELSE
    IF new IS NOT DISTINCT FROM old THEN RETURN NULL; END IF;
    new.version := old.version + 1;
    new.created_at := old.created_at;
    new.created_by_id := old.created_by_id;
    new.modified_at := now();
    new.modified_by_id := coalesce(actor, new.modified_by_id);
  END IF;
  RETURN new;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION vendor_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Vendor', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'vendorName', n.vendor_name, 'email', n.email, 'phone', n.phone, 'website', n.website, 'glAccount', n.gl_account, 'category', n.category, 'street', n.street, 'city', n.city, 'state', n.state, 'zipCode', n.zip_code, 'country', n.country, 'emailOptOut', n.email_opt_out, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'Vendor', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'Vendor', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'Vendor') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Vendor' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'vendorName' THEN lower(n.vendor_name COLLATE "und-x-icu") WHEN 'email' THEN lower(n.email COLLATE "und-x-icu") WHEN 'phone' THEN n.phone::text WHEN 'website' THEN n.website::text WHEN 'category' THEN n.category::text WHEN 'street' THEN n.street::text WHEN 'city' THEN n.city::text WHEN 'state' THEN n.state::text WHEN 'zipCode' THEN n.zip_code::text WHEN 'country' THEN n.country::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION vendor_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.owner_id IS DISTINCT FROM old.owner_id THEN was := was || jsonb_build_object('ownerId', old.owner_id); became := became || jsonb_build_object('ownerId', new.owner_id); END IF;
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN was := was || jsonb_build_object('externalIds', old.external_ids); became := became || jsonb_build_object('externalIds', new.external_ids); END IF;
  IF new.vendor_name IS DISTINCT FROM old.vendor_name THEN was := was || jsonb_build_object('vendorName', old.vendor_name); became := became || jsonb_build_object('vendorName', new.vendor_name); END IF;
  IF new.email IS DISTINCT FROM old.email THEN was := was || jsonb_build_object('email', old.email); became := became || jsonb_build_object('email', new.email); END IF;
  IF new.phone IS DISTINCT FROM old.phone THEN was := was || jsonb_build_object('phone', old.phone); became := became || jsonb_build_object('phone', new.phone); END IF;
  IF new.website IS DISTINCT FROM old.website THEN was := was || jsonb_build_object('website', old.website); became := became || jsonb_build_object('website', new.website); END IF;
  IF new.gl_account IS DISTINCT FROM old.gl_account THEN was := was || jsonb_build_object('glAccount', old.gl_account); became := became || jsonb_build_object('glAccount', new.gl_account); END IF;
  IF new.category IS DISTINCT FROM old.category THEN was := was || jsonb_build_object('category', old.category); became := became || jsonb_build_object('category', new.category); END IF;
  IF new.street IS DISTINCT FROM old.street THEN was := was || jsonb_build_object('street', old.street); became := became || jsonb_build_object('street', new.street); END IF;
  IF new.city IS DISTINCT FROM old.city THEN was := was || jsonb_build_object('city', old.city); became := became || jsonb_build_object('city', new.city); END IF;
  IF new.state IS DISTINCT FROM old.state THEN was := was || jsonb_build_object('state', old.state); became := became || jsonb_build_object('state', new.state); END IF;
  IF new.zip_code IS DISTINCT FROM old.zip_code THEN was := was || jsonb_build_object('zipCode', old.zip_code); became := became || jsonb_build_object('zipCode', new.zip_code); END IF;
  IF new.country IS DISTINCT FROM old.country THEN was := was || jsonb_build_object('country', old.country); became := became || jsonb_build_object('country', new.country); END IF;
  IF new.email_opt_out IS DISTINCT FROM old.email_opt_out THEN was := was || jsonb_build_object('emailOptOut', old.email_opt_out); became := became || jsonb_build_object('emailOptOut', new.email_opt_out); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF new.custom IS DISTINCT FROM old.custom THEN
    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became
      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;
  END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Vendor', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field LIKE 'external:%';
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT new.org, 'Vendor', 'external:' || e.key, e.value, new.id FROM jsonb_each_text(new.external_ids) e;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(new.org::text || '/unique/' || 'Vendor', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = new.org AND u.module = 'Vendor') THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field NOT LIKE 'external:%';
    IF new.deleted_at IS NULL THEN
      INSERT INTO unique_value (org, module, field, value, record_id)
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'vendorName' THEN lower(new.vendor_name COLLATE "und-x-icu") WHEN 'email' THEN lower(new.email COLLATE "und-x-icu") WHEN 'phone' THEN new.phone::text WHEN 'website' THEN new.website::text WHEN 'category' THEN new.category::text WHEN 'street' THEN new.street::text WHEN 'city' THEN new.city::text WHEN 'state' THEN new.state::text WHEN 'zipCode' THEN new.zip_code::text WHEN 'country' THEN new.country::text END) k(value) WHERE u.org = new.org AND u.module = 'Vendor' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION contact_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Contact', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'salutation', n.salutation, 'firstName', n.first_name, 'lastName', n.last_name, 'fullName', n.full_name, 'accountId', n.account_id, 'reportingToId', n.reporting_to_id, 'vendorId', n.vendor_id, 'title', n.title, 'department', n.department, 'assistant', n.assistant, 'asstPhone', n.asst_phone, 'email', n.email, 'secondaryEmail', n.secondary_email, 'phone', n.phone, 'homePhone', n.home_phone, 'otherPhone', n.other_phone, 'mobile', n.mobile, 'fax', n.fax, 'dateOfBirth', n.date_of_birth, 'leadSource', n.lead_source, 'emailOptOut', n.email_opt_out, 'skypeId', n.skype_id, 'twitter', n.twitter, 'mailingStreet', n.mailing_street, 'mailingCity', n.mailing_city, 'mailingState', n.mailing_state, 'mailingZip', n.mailing_zip, 'mailingCountry', n.mailing_country, 'otherStreet', n.other_street, 'otherCity', n.other_city, 'otherState', n.other_state, 'otherZip', n.other_zip, 'otherCountry', n.other_country, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'Contact', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'Contact', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'Contact') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Contact' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'firstName' THEN n.first_name::text WHEN 'lastName' THEN n.last_name::text WHEN 'title' THEN n.title::text WHEN 'department' THEN n.department::text WHEN 'assistant' THEN n.assistant::text WHEN 'asstPhone' THEN n.asst_phone::text WHEN 'email' THEN lower(n.email COLLATE "und-x-icu") WHEN 'secondaryEmail' THEN lower(n.secondary_email COLLATE "und-x-icu") WHEN 'phone' THEN n.phone::text WHEN 'homePhone' THEN n.home_phone::text WHEN 'otherPhone' THEN n.other_phone::text WHEN 'mobile' THEN n.mobile::text WHEN 'fax' THEN n.fax::text WHEN 'skypeId' THEN n.skype_id::text WHEN 'twitter' THEN n.twitter::text WHEN 'mailingStreet' THEN n.mailing_street::text WHEN 'mailingCity' THEN n.mailing_city::text WHEN 'mailingState' THEN n.mailing_state::text WHEN 'mailingZip' THEN n.mailing_zip::text WHEN 'mailingCountry' THEN n.mailing_country::text WHEN 'otherStreet' THEN n.other_street::text WHEN 'otherCity' THEN n.other_city::text WHEN 'otherState' THEN n.other_state::text WHEN 'otherZip' THEN n.other_zip::text WHEN 'otherCountry' THEN n.other_country::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION contact_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.owner_id IS DISTINCT FROM old.owner_id THEN was := was || jsonb_build_object('ownerId', old.owner_id); became := became || jsonb_build_object('ownerId', new.owner_id); END IF;
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN was := was || jsonb_build_object('externalIds', old.external_ids); became := became || jsonb_build_object('externalIds', new.external_ids); END IF;
  IF new.salutation IS DISTINCT FROM old.salutation THEN was := was || jsonb_build_object('salutation', old.salutation); became := became || jsonb_build_object('salutation', new.salutation); END IF;
  IF new.first_name IS DISTINCT FROM old.first_name THEN was := was || jsonb_build_object('firstName', old.first_name); became := became || jsonb_build_object('firstName', new.first_name); END IF;
  IF new.last_name IS DISTINCT FROM old.last_name THEN was := was || jsonb_build_object('lastName', old.last_name); became := became || jsonb_build_object('lastName', new.last_name); END IF;
  IF new.full_name IS DISTINCT FROM old.full_name THEN was := was || jsonb_build_object('fullName', old.full_name); became := became || jsonb_build_object('fullName', new.full_name); END IF;
  IF new.account_id IS DISTINCT FROM old.account_id THEN was := was || jsonb_build_object('accountId', old.account_id); became := became || jsonb_build_object('accountId', new.account_id); END IF;
  IF new.reporting_to_id IS DISTINCT FROM old.reporting_to_id THEN was := was || jsonb_build_object('reportingToId', old.reporting_to_id); became := became || jsonb_build_object('reportingToId', new.reporting_to_id); END IF;
  IF new.vendor_id IS DISTINCT FROM old.vendor_id THEN was := was || jsonb_build_object('vendorId', old.vendor_id); became := became || jsonb_build_object('vendorId', new.vendor_id); END IF;
  IF new.title IS DISTINCT FROM old.title THEN was := was || jsonb_build_object('title', old.title); became := became || jsonb_build_object('title', new.title); END IF;
  IF new.department IS DISTINCT FROM old.department THEN was := was || jsonb_build_object('department', old.department); became := became || jsonb_build_object('department', new.department); END IF;
  IF new.assistant IS DISTINCT FROM old.assistant THEN was := was || jsonb_build_object('assistant', old.assistant); became := became || jsonb_build_object('assistant', new.assistant); END IF;
  IF new.asst_phone IS DISTINCT FROM old.asst_phone THEN was := was || jsonb_build_object('asstPhone', old.asst_phone); became := became || jsonb_build_object('asstPhone', new.asst_phone); END IF;
  IF new.email IS DISTINCT FROM old.email THEN was := was || jsonb_build_object('email', old.email); became := became || jsonb_build_object('email', new.email); END IF;
  IF new.secondary_email IS DISTINCT FROM old.secondary_email THEN was := was || jsonb_build_object('secondaryEmail', old.secondary_email); became := became || jsonb_build_object('secondaryEmail', new.secondary_email); END IF;
  IF new.phone IS DISTINCT FROM old.phone THEN was := was || jsonb_build_object('phone', old.phone); became := became || jsonb_build_object('phone', new.phone); END IF;
  IF new.home_phone IS DISTINCT FROM old.home_phone THEN was := was || jsonb_build_object('homePhone', old.home_phone); became := became || jsonb_build_object('homePhone', new.home_phone); END IF;
  IF new.other_phone IS DISTINCT FROM old.other_phone THEN was := was || jsonb_build_object('otherPhone', old.other_phone); became := became || jsonb_build_object('otherPhone', new.other_phone); END IF;
  IF new.mobile IS DISTINCT FROM old.mobile THEN was := was || jsonb_build_object('mobile', old.mobile); became := became || jsonb_build_object('mobile', new.mobile); END IF;
  IF new.fax IS DISTINCT FROM old.fax THEN was := was || jsonb_build_object('fax', old.fax); became := became || jsonb_build_object('fax', new.fax); END IF;
  IF new.date_of_birth IS DISTINCT FROM old.date_of_birth THEN was := was || jsonb_build_object('dateOfBirth', old.date_of_birth); became := became || jsonb_build_object('dateOfBirth', new.date_of_birth); END IF;
  IF new.lead_source IS DISTINCT FROM old.lead_source THEN was := was || jsonb_build_object('leadSource', old.lead_source); became := became || jsonb_build_object('leadSource', new.lead_source); END IF;
  IF new.email_opt_out IS DISTINCT FROM old.email_opt_out THEN was := was || jsonb_build_object('emailOptOut', old.email_opt_out); became := became || jsonb_build_object('emailOptOut', new.email_opt_out); END IF;
  IF new.skype_id IS DISTINCT FROM old.skype_id THEN was := was || jsonb_build_object('skypeId', old.skype_id); became := became || jsonb_build_object('skypeId', new.skype_id); END IF;
  IF new.twitter IS DISTINCT FROM old.twitter THEN was := was || jsonb_build_object('twitter', old.twitter); became := became || jsonb_build_object('twitter', new.twitter); END IF;
  IF new.mailing_street IS DISTINCT FROM old.mailing_street THEN was := was || jsonb_build_object('mailingStreet', old.mailing_street); became := became || jsonb_build_object('mailingStreet', new.mailing_street); END IF;
  IF new.mailing_city IS DISTINCT FROM old.mailing_city THEN was := was || jsonb_build_object('mailingCity', old.mailing_city); became := became || jsonb_build_object('mailingCity', new.mailing_city); END IF;
  IF new.mailing_state IS DISTINCT FROM old.mailing_state THEN was := was || jsonb_build_object('mailingState', old.mailing_state); became := became || jsonb_build_object('mailingState', new.mailing_state); END IF;
  IF new.mailing_zip IS DISTINCT FROM old.mailing_zip THEN was := was || jsonb_build_object('mailingZip', old.mailing_zip); became := became || jsonb_build_object('mailingZip', new.mailing_zip); END IF;
  IF new.mailing_country IS DISTINCT FROM old.mailing_country THEN was := was || jsonb_build_object('mailingCountry', old.mailing_country); became := became || jsonb_build_object('mailingCountry', new.mailing_country); END IF;
  IF new.other_street IS DISTINCT FROM old.other_street THEN was := was || jsonb_build_object('otherStreet', old.other_street); became := became || jsonb_build_object('otherStreet', new.other_street); END IF;
  IF new.other_city IS DISTINCT FROM old.other_city THEN was := was || jsonb_build_object('otherCity', old.other_city); became := became || jsonb_build_object('otherCity', new.other_city); END IF;
  IF new.other_state IS DISTINCT FROM old.other_state THEN was := was || jsonb_build_object('otherState', old.other_state); became := became || jsonb_build_object('otherState', new.other_state); END IF;
  IF new.other_zip IS DISTINCT FROM old.other_zip THEN was := was || jsonb_build_object('otherZip', old.other_zip); became := became || jsonb_build_object('otherZip', new.other_zip); END IF;
  IF new.other_country IS DISTINCT FROM old.other_country THEN was := was || jsonb_build_object('otherCountry', old.other_country); became := became || jsonb_build_object('otherCountry', new.other_country); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF new.custom IS DISTINCT FROM old.custom THEN
    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became
      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;
  END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Contact', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field LIKE 'external:%';
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT new.org, 'Contact', 'external:' || e.key, e.value, new.id FROM jsonb_each_text(new.external_ids) e;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(new.org::text || '/unique/' || 'Contact', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = new.org AND u.module = 'Contact') THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field NOT LIKE 'external:%';
    IF new.deleted_at IS NULL THEN
      INSERT INTO unique_value (org, module, field, value, record_id)
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'firstName' THEN new.first_name::text WHEN 'lastName' THEN new.last_name::text WHEN 'title' THEN new.title::text WHEN 'department' THEN new.department::text WHEN 'assistant' THEN new.assistant::text WHEN 'asstPhone' THEN new.asst_phone::text WHEN 'email' THEN lower(new.email COLLATE "und-x-icu") WHEN 'secondaryEmail' THEN lower(new.secondary_email COLLATE "und-x-icu") WHEN 'phone' THEN new.phone::text WHEN 'homePhone' THEN new.home_phone::text WHEN 'otherPhone' THEN new.other_phone::text WHEN 'mobile' THEN new.mobile::text WHEN 'fax' THEN new.fax::text WHEN 'skypeId' THEN new.skype_id::text WHEN 'twitter' THEN new.twitter::text WHEN 'mailingStreet' THEN new.mailing_street::text WHEN 'mailingCity' THEN new.mailing_city::text WHEN 'mailingState' THEN new.mailing_state::text WHEN 'mailingZip' THEN new.mailing_zip::text WHEN 'mailingCountry' THEN new.mailing_country::text WHEN 'otherStreet' THEN new.other_street::text WHEN 'otherCity' THEN new.other_city::text WHEN 'otherState' THEN new.other_state::text WHEN 'otherZip' THEN new.other_zip::text WHEN 'otherCountry' THEN new.other_country::text END) k(value) WHERE u.org = new.org AND u.module = 'Contact' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Deal', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'dealName', n.deal_name, 'accountId', n.account_id, 'contactId', n.contact_id, 'amount', n.amount, 'amountInBaseCurrency', n.amount_base, 'closingDate', n.closing_date, 'pipelineId', n.pipeline_id, 'stageId', n.stage_id, 'probability', n.probability, 'expectedRevenue', n.expected_revenue, 'expectedRevenueInBaseCurrency', n.expected_revenue_base, 'type', n.type, 'leadSource', n.lead_source, 'campaignSourceId', n.campaign_source_id, 'nextStep', n.next_step, 'reasonForLoss', n.reason_for_loss, 'closedAt', n.closed_at, 'salesCycleDuration', n.sales_cycle_duration, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'Deal', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'Deal', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'Deal') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Deal' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'dealName' THEN n.deal_name::text WHEN 'probability' THEN n.probability::text WHEN 'nextStep' THEN n.next_step::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.owner_id IS DISTINCT FROM old.owner_id THEN was := was || jsonb_build_object('ownerId', old.owner_id); became := became || jsonb_build_object('ownerId', new.owner_id); END IF;
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN was := was || jsonb_build_object('externalIds', old.external_ids); became := became || jsonb_build_object('externalIds', new.external_ids); END IF;
  IF new.currency IS DISTINCT FROM old.currency THEN was := was || jsonb_build_object('currency', old.currency); became := became || jsonb_build_object('currency', new.currency); END IF;
  IF new.exchange_rate IS DISTINCT FROM old.exchange_rate THEN was := was || jsonb_build_object('exchangeRate', old.exchange_rate); became := became || jsonb_build_object('exchangeRate', new.exchange_rate); END IF;
  IF new.deal_name IS DISTINCT FROM old.deal_name THEN was := was || jsonb_build_object('dealName', old.deal_name); became := became || jsonb_build_object('dealName', new.deal_name); END IF;
  IF new.account_id IS DISTINCT FROM old.account_id THEN was := was || jsonb_build_object('accountId', old.account_id); became := became || jsonb_build_object('accountId', new.account_id); END IF;
  IF new.contact_id IS DISTINCT FROM old.contact_id THEN was := was || jsonb_build_object('contactId', old.contact_id); became := became || jsonb_build_object('contactId', new.contact_id); END IF;
  IF new.amount IS DISTINCT FROM old.amount THEN was := was || jsonb_build_object('amount', old.amount); became := became || jsonb_build_object('amount', new.amount); END IF;
  IF new.amount_base IS DISTINCT FROM old.amount_base THEN was := was || jsonb_build_object('amountInBaseCurrency', old.amount_base); became := became || jsonb_build_object('amountInBaseCurrency', new.amount_base); END IF;
  IF new.closing_date IS DISTINCT FROM old.closing_date THEN was := was || jsonb_build_object('closingDate', old.closing_date); became := became || jsonb_build_object('closingDate', new.closing_date); END IF;
  IF new.pipeline_id IS DISTINCT FROM old.pipeline_id THEN was := was || jsonb_build_object('pipelineId', old.pipeline_id); became := became || jsonb_build_object('pipelineId', new.pipeline_id); END IF;
  IF new.stage_id IS DISTINCT FROM old.stage_id THEN was := was || jsonb_build_object('stageId', old.stage_id); became := became || jsonb_build_object('stageId', new.stage_id); END IF;
  IF new.probability IS DISTINCT FROM old.probability THEN was := was || jsonb_build_object('probability', old.probability); became := became || jsonb_build_object('probability', new.probability); END IF;
  IF new.expected_revenue IS DISTINCT FROM old.expected_revenue THEN was := was || jsonb_build_object('expectedRevenue', old.expected_revenue); became := became || jsonb_build_object('expectedRevenue', new.expected_revenue); END IF;
  IF new.expected_revenue_base IS DISTINCT FROM old.expected_revenue_base THEN was := was || jsonb_build_object('expectedRevenueInBaseCurrency', old.expected_revenue_base); became := became || jsonb_build_object('expectedRevenueInBaseCurrency', new.expected_revenue_base); END IF;
  IF new.type IS DISTINCT FROM old.type THEN was := was || jsonb_build_object('type', old.type); became := became || jsonb_build_object('type', new.type); END IF;
  IF new.lead_source IS DISTINCT FROM old.lead_source THEN was := was || jsonb_build_object('leadSource', old.lead_source); became := became || jsonb_build_object('leadSource', new.lead_source); END IF;
  IF new.campaign_source_id IS DISTINCT FROM old.campaign_source_id THEN was := was || jsonb_build_object('campaignSourceId', old.campaign_source_id); became := became || jsonb_build_object('campaignSourceId', new.campaign_source_id); END IF;
  IF new.next_step IS DISTINCT FROM old.next_step THEN was := was || jsonb_build_object('nextStep', old.next_step); became := became || jsonb_build_object('nextStep', new.next_step); END IF;
  IF new.reason_for_loss IS DISTINCT FROM old.reason_for_loss THEN was := was || jsonb_build_object('reasonForLoss', old.reason_for_loss); became := became || jsonb_build_object('reasonForLoss', new.reason_for_loss); END IF;
  IF new.closed_at IS DISTINCT FROM old.closed_at THEN was := was || jsonb_build_object('closedAt', old.closed_at); became := became || jsonb_build_object('closedAt', new.closed_at); END IF;
  IF new.sales_cycle_duration IS DISTINCT FROM old.sales_cycle_duration THEN was := was || jsonb_build_object('salesCycleDuration', old.sales_cycle_duration); became := became || jsonb_build_object('salesCycleDuration', new.sales_cycle_duration); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF new.custom IS DISTINCT FROM old.custom THEN
    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became
      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;
  END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Deal', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field LIKE 'external:%';
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT new.org, 'Deal', 'external:' || e.key, e.value, new.id FROM jsonb_each_text(new.external_ids) e;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(new.org::text || '/unique/' || 'Deal', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = new.org AND u.module = 'Deal') THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field NOT LIKE 'external:%';
    IF new.deleted_at IS NULL THEN
      INSERT INTO unique_value (org, module, field, value, record_id)
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'dealName' THEN new.deal_name::text WHEN 'probability' THEN new.probability::text WHEN 'nextStep' THEN new.next_step::text END) k(value) WHERE u.org = new.org AND u.module = 'Deal' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION lead_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Lead', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'salutation', n.salutation, 'firstName', n.first_name, 'lastName', n.last_name, 'fullName', n.full_name, 'company', n.company, 'designation', n.designation, 'email', n.email, 'secondaryEmail', n.secondary_email, 'phone', n.phone, 'mobile', n.mobile, 'fax', n.fax, 'website', n.website, 'leadSource', n.lead_source, 'campaignSourceId', n.campaign_source_id, 'leadStatus', n.lead_status, 'industry', n.industry, 'rating', n.rating, 'annualRevenue', n.annual_revenue, 'annualRevenueInBaseCurrency', n.annual_revenue_base, 'noOfEmployees', n.no_of_employees, 'emailOptOut', n.email_opt_out, 'unsubscribedMode', n.unsubscribed_mode, 'unsubscribedAt', n.unsubscribed_at, 'skypeId', n.skype_id, 'twitter', n.twitter, 'street', n.street, 'city', n.city, 'state', n.state, 'zipCode', n.zip_code, 'country', n.country, 'description', n.description, 'converted', n.converted, 'convertedAt', n.converted_at, 'convertedAccountId', n.converted_account_id, 'convertedContactId', n.converted_contact_id, 'convertedDealId', n.converted_deal_id)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'Lead', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'Lead', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'Lead') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Lead' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'firstName' THEN n.first_name::text WHEN 'lastName' THEN n.last_name::text WHEN 'company' THEN n.company::text WHEN 'designation' THEN n.designation::text WHEN 'email' THEN lower(n.email COLLATE "und-x-icu") WHEN 'secondaryEmail' THEN lower(n.secondary_email COLLATE "und-x-icu") WHEN 'phone' THEN n.phone::text WHEN 'mobile' THEN n.mobile::text WHEN 'fax' THEN n.fax::text WHEN 'website' THEN n.website::text WHEN 'noOfEmployees' THEN n.no_of_employees::text WHEN 'skypeId' THEN n.skype_id::text WHEN 'twitter' THEN n.twitter::text WHEN 'street' THEN n.street::text WHEN 'city' THEN n.city::text WHEN 'state' THEN n.state::text WHEN 'zipCode' THEN n.zip_code::text WHEN 'country' THEN n.country::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION lead_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.owner_id IS DISTINCT FROM old.owner_id THEN was := was || jsonb_build_object('ownerId', old.owner_id); became := became || jsonb_build_object('ownerId', new.owner_id); END IF;
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN was := was || jsonb_build_object('externalIds', old.external_ids); became := became || jsonb_build_object('externalIds', new.external_ids); END IF;
  IF new.currency IS DISTINCT FROM old.currency THEN was := was || jsonb_build_object('currency', old.currency); became := became || jsonb_build_object('currency', new.currency); END IF;
  IF new.exchange_rate IS DISTINCT FROM old.exchange_rate THEN was := was || jsonb_build_object('exchangeRate', old.exchange_rate); became := became || jsonb_build_object('exchangeRate', new.exchange_rate); END IF;
  IF new.salutation IS DISTINCT FROM old.salutation THEN was := was || jsonb_build_object('salutation', old.salutation); became := became || jsonb_build_object('salutation', new.salutation); END IF;
  IF new.first_name IS DISTINCT FROM old.first_name THEN was := was || jsonb_build_object('firstName', old.first_name); became := became || jsonb_build_object('firstName', new.first_name); END IF;
  IF new.last_name IS DISTINCT FROM old.last_name THEN was := was || jsonb_build_object('lastName', old.last_name); became := became || jsonb_build_object('lastName', new.last_name); END IF;
  IF new.full_name IS DISTINCT FROM old.full_name THEN was := was || jsonb_build_object('fullName', old.full_name); became := became || jsonb_build_object('fullName', new.full_name); END IF;
  IF new.company IS DISTINCT FROM old.company THEN was := was || jsonb_build_object('company', old.company); became := became || jsonb_build_object('company', new.company); END IF;
  IF new.designation IS DISTINCT FROM old.designation THEN was := was || jsonb_build_object('designation', old.designation); became := became || jsonb_build_object('designation', new.designation); END IF;
  IF new.email IS DISTINCT FROM old.email THEN was := was || jsonb_build_object('email', old.email); became := became || jsonb_build_object('email', new.email); END IF;
  IF new.secondary_email IS DISTINCT FROM old.secondary_email THEN was := was || jsonb_build_object('secondaryEmail', old.secondary_email); became := became || jsonb_build_object('secondaryEmail', new.secondary_email); END IF;
  IF new.phone IS DISTINCT FROM old.phone THEN was := was || jsonb_build_object('phone', old.phone); became := became || jsonb_build_object('phone', new.phone); END IF;
  IF new.mobile IS DISTINCT FROM old.mobile THEN was := was || jsonb_build_object('mobile', old.mobile); became := became || jsonb_build_object('mobile', new.mobile); END IF;
  IF new.fax IS DISTINCT FROM old.fax THEN was := was || jsonb_build_object('fax', old.fax); became := became || jsonb_build_object('fax', new.fax); END IF;
  IF new.website IS DISTINCT FROM old.website THEN was := was || jsonb_build_object('website', old.website); became := became || jsonb_build_object('website', new.website); END IF;
  IF new.lead_source IS DISTINCT FROM old.lead_source THEN was := was || jsonb_build_object('leadSource', old.lead_source); became := became || jsonb_build_object('leadSource', new.lead_source); END IF;
  IF new.campaign_source_id IS DISTINCT FROM old.campaign_source_id THEN was := was || jsonb_build_object('campaignSourceId', old.campaign_source_id); became := became || jsonb_build_object('campaignSourceId', new.campaign_source_id); END IF;
  IF new.lead_status IS DISTINCT FROM old.lead_status THEN was := was || jsonb_build_object('leadStatus', old.lead_status); became := became || jsonb_build_object('leadStatus', new.lead_status); END IF;
  IF new.industry IS DISTINCT FROM old.industry THEN was := was || jsonb_build_object('industry', old.industry); became := became || jsonb_build_object('industry', new.industry); END IF;
  IF new.rating IS DISTINCT FROM old.rating THEN was := was || jsonb_build_object('rating', old.rating); became := became || jsonb_build_object('rating', new.rating); END IF;
  IF new.annual_revenue IS DISTINCT FROM old.annual_revenue THEN was := was || jsonb_build_object('annualRevenue', old.annual_revenue); became := became || jsonb_build_object('annualRevenue', new.annual_revenue); END IF;
  IF new.annual_revenue_base IS DISTINCT FROM old.annual_revenue_base THEN was := was || jsonb_build_object('annualRevenueInBaseCurrency', old.annual_revenue_base); became := became || jsonb_build_object('annualRevenueInBaseCurrency', new.annual_revenue_base); END IF;
  IF new.no_of_employees IS DISTINCT FROM old.no_of_employees THEN was := was || jsonb_build_object('noOfEmployees', old.no_of_employees); became := became || jsonb_build_object('noOfEmployees', new.no_of_employees); END IF;
  IF new.email_opt_out IS DISTINCT FROM old.email_opt_out THEN was := was || jsonb_build_object('emailOptOut', old.email_opt_out); became := became || jsonb_build_object('emailOptOut', new.email_opt_out); END IF;
  IF new.unsubscribed_mode IS DISTINCT FROM old.unsubscribed_mode THEN was := was || jsonb_build_object('unsubscribedMode', old.unsubscribed_mode); became := became || jsonb_build_object('unsubscribedMode', new.unsubscribed_mode); END IF;
  IF new.unsubscribed_at IS DISTINCT FROM old.unsubscribed_at THEN was := was || jsonb_build_object('unsubscribedAt', old.unsubscribed_at); became := became || jsonb_build_object('unsubscribedAt', new.unsubscribed_at); END IF;
  IF new.skype_id IS DISTINCT FROM old.skype_id THEN was := was || jsonb_build_object('skypeId', old.skype_id); became := became || jsonb_build_object('skypeId', new.skype_id); END IF;
  IF new.twitter IS DISTINCT FROM old.twitter THEN was := was || jsonb_build_object('twitter', old.twitter); became := became || jsonb_build_object('twitter', new.twitter); END IF;
  IF new.street IS DISTINCT FROM old.street THEN was := was || jsonb_build_object('street', old.street); became := became || jsonb_build_object('street', new.street); END IF;
  IF new.city IS DISTINCT FROM old.city THEN was := was || jsonb_build_object('city', old.city); became := became || jsonb_build_object('city', new.city); END IF;
  IF new.state IS DISTINCT FROM old.state THEN was := was || jsonb_build_object('state', old.state); became := became || jsonb_build_object('state', new.state); END IF;
  IF new.zip_code IS DISTINCT FROM old.zip_code THEN was := was || jsonb_build_object('zipCode', old.zip_code); became := became || jsonb_build_object('zipCode', new.zip_code); END IF;
  IF new.country IS DISTINCT FROM old.country THEN was := was || jsonb_build_object('country', old.country); became := became || jsonb_build_object('country', new.country); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF new.converted IS DISTINCT FROM old.converted THEN was := was || jsonb_build_object('converted', old.converted); became := became || jsonb_build_object('converted', new.converted); END IF;
  IF new.converted_at IS DISTINCT FROM old.converted_at THEN was := was || jsonb_build_object('convertedAt', old.converted_at); became := became || jsonb_build_object('convertedAt', new.converted_at); END IF;
  IF new.converted_account_id IS DISTINCT FROM old.converted_account_id THEN was := was || jsonb_build_object('convertedAccountId', old.converted_account_id); became := became || jsonb_build_object('convertedAccountId', new.converted_account_id); END IF;
  IF new.converted_contact_id IS DISTINCT FROM old.converted_contact_id THEN was := was || jsonb_build_object('convertedContactId', old.converted_contact_id); became := became || jsonb_build_object('convertedContactId', new.converted_contact_id); END IF;
  IF new.converted_deal_id IS DISTINCT FROM old.converted_deal_id THEN was := was || jsonb_build_object('convertedDealId', old.converted_deal_id); became := became || jsonb_build_object('convertedDealId', new.converted_deal_id); END IF;
  IF new.custom IS DISTINCT FROM old.custom THEN
    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became
      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;
  END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Lead', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field LIKE 'external:%';
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT new.org, 'Lead', 'external:' || e.key, e.value, new.id FROM jsonb_each_text(new.external_ids) e;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(new.org::text || '/unique/' || 'Lead', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = new.org AND u.module = 'Lead') THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field NOT LIKE 'external:%';
    IF new.deleted_at IS NULL THEN
      INSERT INTO unique_value (org, module, field, value, record_id)
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'firstName' THEN new.first_name::text WHEN 'lastName' THEN new.last_name::text WHEN 'company' THEN new.company::text WHEN 'designation' THEN new.designation::text WHEN 'email' THEN lower(new.email COLLATE "und-x-icu") WHEN 'secondaryEmail' THEN lower(new.secondary_email COLLATE "und-x-icu") WHEN 'phone' THEN new.phone::text WHEN 'mobile' THEN new.mobile::text WHEN 'fax' THEN new.fax::text WHEN 'website' THEN new.website::text WHEN 'noOfEmployees' THEN new.no_of_employees::text WHEN 'skypeId' THEN new.skype_id::text WHEN 'twitter' THEN new.twitter::text WHEN 'street' THEN new.street::text WHEN 'city' THEN new.city::text WHEN 'state' THEN new.state::text WHEN 'zipCode' THEN new.zip_code::text WHEN 'country' THEN new.country::text END) k(value) WHERE u.org = new.org AND u.module = 'Lead' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION campaign_member_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
  new.status_changed_at := CASE WHEN tg_op = 'INSERT' THEN coalesce(new.status_changed_at, now()) WHEN new.member_status IS DISTINCT FROM old.member_status THEN now() ELSE old.status_changed_at END;
  IF tg_op = 'INSERT' THEN
    new.version := 1;
    new.created_at := coalesce(new.created_at, now());
    new.created_by_id := coalesce(new.created_by_id, actor);
    new.modified_at := coalesce(new.modified_at, now());
    new.modified_by_id := coalesce(new.modified_by_id, actor);
  ELSE
    IF new IS NOT DISTINCT FROM old THEN RETURN NULL; END IF;
    new.version := old.version + 1;
    new.created_at := old.created_at;
    new.created_by_id := old.created_by_id;
    new.modified_at := now();
    new.modified_by_id := coalesce(actor, new.modified_by_id);
  END IF;
  RETURN new;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION campaign_member_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'CampaignMember', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('campaignId', n.campaign_id, 'leadId', n.lead_id, 'contactId', n.contact_id, 'memberStatus', n.member_status, 'statusChangedAt', n.status_changed_at)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION campaign_member_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.campaign_id IS DISTINCT FROM old.campaign_id THEN was := was || jsonb_build_object('campaignId', old.campaign_id); became := became || jsonb_build_object('campaignId', new.campaign_id); END IF;
  IF new.lead_id IS DISTINCT FROM old.lead_id THEN was := was || jsonb_build_object('leadId', old.lead_id); became := became || jsonb_build_object('leadId', new.lead_id); END IF;
  IF new.contact_id IS DISTINCT FROM old.contact_id THEN was := was || jsonb_build_object('contactId', old.contact_id); became := became || jsonb_build_object('contactId', new.contact_id); END IF;
  IF new.member_status IS DISTINCT FROM old.member_status THEN was := was || jsonb_build_object('memberStatus', old.member_status); became := became || jsonb_build_object('memberStatus', new.member_status); END IF;
  IF new.status_changed_at IS DISTINCT FROM old.status_changed_at THEN was := was || jsonb_build_object('statusChangedAt', old.status_changed_at); became := became || jsonb_build_object('statusChangedAt', new.status_changed_at); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'CampaignMember', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION product_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  base_currency text := crm_base_currency(new.org);
BEGIN
  IF tg_op = 'INSERT' THEN
    new.currency := coalesce(new.currency, base_currency);
    new.exchange_rate := coalesce(new.exchange_rate, 1);
  END IF;
  new.unit_price := round(new.unit_price, crm_decimals(new.currency));
  new.commission_rate := round(new.commission_rate, crm_decimals(new.currency));
  new.unit_price_base := round(new.unit_price / new.exchange_rate, crm_decimals(base_currency));
  new.commission_rate_base := round(new.commission_rate / new.exchange_rate, crm_decimals(base_currency));
  new.duplicate_key := lower(new.product_name COLLATE "und-x-icu");
  IF tg_op = 'INSERT' THEN
    new.version := 1;
    new.created_at := coalesce(new.created_at, now());
    new.created_by_id := coalesce(new.created_by_id, actor);
    new.modified_at := coalesce(new.modified_at, now());
    new.modified_by_id := coalesce(new.modified_by_id, actor);
  ELSE
    IF new IS NOT DISTINCT FROM old THEN RETURN NULL; END IF;
    new.version := old.version + 1;
    new.created_at := old.created_at;
    new.created_by_id := old.created_by_id;
    new.modified_at := now();
    new.modified_by_id := coalesce(actor, new.modified_by_id);
  END IF;
  RETURN new;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION product_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Product', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'productName', n.product_name, 'productCode', n.product_code, 'productActive', n.product_active, 'vendorId', n.vendor_id, 'productCategory', n.product_category, 'manufacturer', n.manufacturer, 'salesStartDate', n.sales_start_date, 'salesEndDate', n.sales_end_date, 'supportStartDate', n.support_start_date, 'supportExpiryDate', n.support_expiry_date, 'unitPrice', n.unit_price, 'unitPriceInBaseCurrency', n.unit_price_base, 'commissionRate', n.commission_rate, 'commissionRateInBaseCurrency', n.commission_rate_base, 'taxable', n.taxable, 'usageUnit', n.usage_unit, 'reorderLevel', n.reorder_level, 'handlerId', n.handler_id, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'Product', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'Product', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'Product') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Product' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'productName' THEN lower(n.product_name COLLATE "und-x-icu") WHEN 'productCode' THEN n.product_code::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION product_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.owner_id IS DISTINCT FROM old.owner_id THEN was := was || jsonb_build_object('ownerId', old.owner_id); became := became || jsonb_build_object('ownerId', new.owner_id); END IF;
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN was := was || jsonb_build_object('externalIds', old.external_ids); became := became || jsonb_build_object('externalIds', new.external_ids); END IF;
  IF new.currency IS DISTINCT FROM old.currency THEN was := was || jsonb_build_object('currency', old.currency); became := became || jsonb_build_object('currency', new.currency); END IF;
  IF new.exchange_rate IS DISTINCT FROM old.exchange_rate THEN was := was || jsonb_build_object('exchangeRate', old.exchange_rate); became := became || jsonb_build_object('exchangeRate', new.exchange_rate); END IF;
  IF new.product_name IS DISTINCT FROM old.product_name THEN was := was || jsonb_build_object('productName', old.product_name); became := became || jsonb_build_object('productName', new.product_name); END IF;
  IF new.product_code IS DISTINCT FROM old.product_code THEN was := was || jsonb_build_object('productCode', old.product_code); became := became || jsonb_build_object('productCode', new.product_code); END IF;
  IF new.product_active IS DISTINCT FROM old.product_active THEN was := was || jsonb_build_object('productActive', old.product_active); became := became || jsonb_build_object('productActive', new.product_active); END IF;
  IF new.vendor_id IS DISTINCT FROM old.vendor_id THEN was := was || jsonb_build_object('vendorId', old.vendor_id); became := became || jsonb_build_object('vendorId', new.vendor_id); END IF;
  IF new.product_category IS DISTINCT FROM old.product_category THEN was := was || jsonb_build_object('productCategory', old.product_category); became := became || jsonb_build_object('productCategory', new.product_category); END IF;
  IF new.manufacturer IS DISTINCT FROM old.manufacturer THEN was := was || jsonb_build_object('manufacturer', old.manufacturer); became := became || jsonb_build_object('manufacturer', new.manufacturer); END IF;
  IF new.sales_start_date IS DISTINCT FROM old.sales_start_date THEN was := was || jsonb_build_object('salesStartDate', old.sales_start_date); became := became || jsonb_build_object('salesStartDate', new.sales_start_date); END IF;
  IF new.sales_end_date IS DISTINCT FROM old.sales_end_date THEN was := was || jsonb_build_object('salesEndDate', old.sales_end_date); became := became || jsonb_build_object('salesEndDate', new.sales_end_date); END IF;
  IF new.support_start_date IS DISTINCT FROM old.support_start_date THEN was := was || jsonb_build_object('supportStartDate', old.support_start_date); became := became || jsonb_build_object('supportStartDate', new.support_start_date); END IF;
  IF new.support_expiry_date IS DISTINCT FROM old.support_expiry_date THEN was := was || jsonb_build_object('supportExpiryDate', old.support_expiry_date); became := became || jsonb_build_object('supportExpiryDate', new.support_expiry_date); END IF;
  IF new.unit_price IS DISTINCT FROM old.unit_price THEN was := was || jsonb_build_object('unitPrice', old.unit_price); became := became || jsonb_build_object('unitPrice', new.unit_price); END IF;
  IF new.unit_price_base IS DISTINCT FROM old.unit_price_base THEN was := was || jsonb_build_object('unitPriceInBaseCurrency', old.unit_price_base); became := became || jsonb_build_object('unitPriceInBaseCurrency', new.unit_price_base); END IF;
  IF new.commission_rate IS DISTINCT FROM old.commission_rate THEN was := was || jsonb_build_object('commissionRate', old.commission_rate); became := became || jsonb_build_object('commissionRate', new.commission_rate); END IF;
  IF new.commission_rate_base IS DISTINCT FROM old.commission_rate_base THEN was := was || jsonb_build_object('commissionRateInBaseCurrency', old.commission_rate_base); became := became || jsonb_build_object('commissionRateInBaseCurrency', new.commission_rate_base); END IF;
  IF new.taxable IS DISTINCT FROM old.taxable THEN was := was || jsonb_build_object('taxable', old.taxable); became := became || jsonb_build_object('taxable', new.taxable); END IF;
  IF new.usage_unit IS DISTINCT FROM old.usage_unit THEN was := was || jsonb_build_object('usageUnit', old.usage_unit); became := became || jsonb_build_object('usageUnit', new.usage_unit); END IF;
  IF new.reorder_level IS DISTINCT FROM old.reorder_level THEN was := was || jsonb_build_object('reorderLevel', old.reorder_level); became := became || jsonb_build_object('reorderLevel', new.reorder_level); END IF;
  IF new.handler_id IS DISTINCT FROM old.handler_id THEN was := was || jsonb_build_object('handlerId', old.handler_id); became := became || jsonb_build_object('handlerId', new.handler_id); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF new.custom IS DISTINCT FROM old.custom THEN
    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became
      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;
  END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Product', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field LIKE 'external:%';
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT new.org, 'Product', 'external:' || e.key, e.value, new.id FROM jsonb_each_text(new.external_ids) e;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(new.org::text || '/unique/' || 'Product', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = new.org AND u.module = 'Product') THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field NOT LIKE 'external:%';
    IF new.deleted_at IS NULL THEN
      INSERT INTO unique_value (org, module, field, value, record_id)
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'productName' THEN lower(new.product_name COLLATE "und-x-icu") WHEN 'productCode' THEN new.product_code::text END) k(value) WHERE u.org = new.org AND u.module = 'Product' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE TRIGGER campaign_before BEFORE INSERT OR UPDATE ON campaign FOR EACH ROW EXECUTE FUNCTION campaign_before()`);
    this.addSql(`CREATE TRIGGER campaign_log_insert AFTER INSERT ON campaign REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION campaign_log_insert()`);
    this.addSql(`CREATE TRIGGER campaign_log_update AFTER UPDATE ON campaign FOR EACH ROW EXECUTE FUNCTION campaign_log_update()`);
    this.addSql(`CREATE TRIGGER vendor_before BEFORE INSERT OR UPDATE ON vendor FOR EACH ROW EXECUTE FUNCTION vendor_before()`);
    this.addSql(`CREATE TRIGGER vendor_log_insert AFTER INSERT ON vendor REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION vendor_log_insert()`);
    this.addSql(`CREATE TRIGGER vendor_log_update AFTER UPDATE ON vendor FOR EACH ROW EXECUTE FUNCTION vendor_log_update()`);
    this.addSql(`CREATE TRIGGER campaign_member_before BEFORE INSERT OR UPDATE ON campaign_member FOR EACH ROW EXECUTE FUNCTION campaign_member_before()`);
    this.addSql(`CREATE TRIGGER campaign_member_log_insert AFTER INSERT ON campaign_member REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION campaign_member_log_insert()`);
    this.addSql(`CREATE TRIGGER campaign_member_log_update AFTER UPDATE ON campaign_member FOR EACH ROW EXECUTE FUNCTION campaign_member_log_update()`);
    this.addSql(`CREATE TRIGGER product_before BEFORE INSERT OR UPDATE ON product FOR EACH ROW EXECUTE FUNCTION product_before()`);
    this.addSql(`CREATE TRIGGER product_log_insert AFTER INSERT ON product REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION product_log_insert()`);
    this.addSql(`CREATE TRIGGER product_log_update AFTER UPDATE ON product FOR EACH ROW EXECUTE FUNCTION product_log_update()`);
  }
}
