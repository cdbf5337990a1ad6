import { Migration } from '@mikro-orm/migrations';

export class Migration20261123224752 extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE organization (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  name text COLLATE "und-x-icu" NOT NULL,
  base_currency text COLLATE "C" NOT NULL,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE organization ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE organization FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE POLICY organization_org ON organization FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY organization_system ON organization FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON organization TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON organization TO crm_system`);
    this.addSql(`CREATE TABLE app_user (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  first_name text COLLATE "und-x-icu",
  last_name text COLLATE "und-x-icu" NOT NULL,
  full_name text COLLATE "und-x-icu",
  email text COLLATE "und-x-icu" NOT NULL,
  status text COLLATE "C" NOT NULL DEFAULT 'ACTIVE',
  manager_id uuid,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE app_user ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE app_user FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX app_user_manager_id_idx ON app_user (org, manager_id, id)`);
    this.addSql(`CREATE UNIQUE INDEX app_user_email_key ON app_user (org, lower(email))`);
    this.addSql(`CREATE POLICY app_user_org ON app_user FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY app_user_system ON app_user FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON app_user TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON app_user TO crm_system`);
    this.addSql(`CREATE TABLE pipeline (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  key text COLLATE "und-x-icu" NOT NULL,
  name text COLLATE "und-x-icu" NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  place integer NOT NULL,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE pipeline ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE pipeline FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE UNIQUE INDEX pipeline_key_key ON pipeline (org, key)`);
    this.addSql(`CREATE POLICY pipeline_org ON pipeline FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY pipeline_system ON pipeline FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON pipeline TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON pipeline TO crm_system`);
    this.addSql(`CREATE TABLE pipeline_stage (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  pipeline_id uuid NOT NULL,
  key text COLLATE "und-x-icu" NOT NULL,
  label text COLLATE "und-x-icu" NOT NULL,
  place integer NOT NULL,
  probability integer NOT NULL,
  category text COLLATE "C" NOT NULL,
  forecast_category text COLLATE "C" NOT NULL,
  color text COLLATE "und-x-icu",
  is_retired boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE pipeline_stage ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE pipeline_stage FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX pipeline_stage_pipeline_id_idx ON pipeline_stage (org, pipeline_id, id)`);
    this.addSql(`CREATE UNIQUE INDEX pipeline_stage_pipeline_id_key_key ON pipeline_stage (org, pipeline_id, key)`);
    this.addSql(`CREATE POLICY pipeline_stage_org ON pipeline_stage FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY pipeline_stage_system ON pipeline_stage FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON pipeline_stage TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON pipeline_stage TO crm_system`);
    this.addSql(`CREATE TABLE account (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  owner_id uuid NOT NULL,
  currency text COLLATE "C" NOT NULL,
  exchange_rate numeric NOT NULL,
  account_name text COLLATE "und-x-icu" NOT NULL,
  parent_account_id uuid,
  account_number text COLLATE "und-x-icu",
  account_site text COLLATE "und-x-icu",
  account_type text COLLATE "C",
  industry text COLLATE "C",
  ownership text COLLATE "C",
  rating text COLLATE "C",
  annual_revenue numeric,
  annual_revenue_base numeric,
  employees integer,
  ticker_symbol text COLLATE "und-x-icu",
  sic_code integer,
  phone text COLLATE "und-x-icu",
  fax text COLLATE "und-x-icu",
  website text COLLATE "und-x-icu",
  billing_street text COLLATE "und-x-icu",
  billing_city text COLLATE "und-x-icu",
  billing_state text COLLATE "und-x-icu",
  billing_code text COLLATE "und-x-icu",
  billing_country text COLLATE "und-x-icu",
  shipping_street text COLLATE "und-x-icu",
  shipping_city text COLLATE "und-x-icu",
  shipping_state text COLLATE "und-x-icu",
  shipping_code text COLLATE "und-x-icu",
  shipping_country text COLLATE "und-x-icu",
  description text COLLATE "und-x-icu",
  custom jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE account ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE account FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX account_owner_id_idx ON account (org, owner_id, id)`);
    this.addSql(`CREATE INDEX account_parent_account_id_idx ON account (org, parent_account_id, id)`);
    this.addSql(`CREATE INDEX account_account_name_idx ON account (org, account_name, id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE INDEX account_modified_at_idx ON account (org, modified_at, id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY account_org ON account FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY account_system ON account FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON account TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON account TO crm_system`);
    this.addSql(`CREATE TABLE contact (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  owner_id uuid NOT NULL,
  salutation text COLLATE "C",
  first_name text COLLATE "und-x-icu",
  last_name text COLLATE "und-x-icu" NOT NULL,
  full_name text COLLATE "und-x-icu",
  account_id uuid,
  reporting_to_id uuid,
  title text COLLATE "und-x-icu",
  department text COLLATE "und-x-icu",
  assistant text COLLATE "und-x-icu",
  asst_phone text COLLATE "und-x-icu",
  email text COLLATE "und-x-icu",
  secondary_email text COLLATE "und-x-icu",
  phone text COLLATE "und-x-icu",
  home_phone text COLLATE "und-x-icu",
  other_phone text COLLATE "und-x-icu",
  mobile text COLLATE "und-x-icu",
  fax text COLLATE "und-x-icu",
  date_of_birth date,
  lead_source text COLLATE "C",
  email_opt_out boolean NOT NULL DEFAULT false,
  skype_id text COLLATE "und-x-icu",
  twitter text COLLATE "und-x-icu",
  mailing_street text COLLATE "und-x-icu",
  mailing_city text COLLATE "und-x-icu",
  mailing_state text COLLATE "und-x-icu",
  mailing_zip text COLLATE "und-x-icu",
  mailing_country text COLLATE "und-x-icu",
  other_street text COLLATE "und-x-icu",
  other_city text COLLATE "und-x-icu",
  other_state text COLLATE "und-x-icu",
  other_zip text COLLATE "und-x-icu",
  other_country text COLLATE "und-x-icu",
  description text COLLATE "und-x-icu",
  custom jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE contact ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE contact FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX contact_owner_id_idx ON contact (org, owner_id, id)`);
    this.addSql(`CREATE INDEX contact_account_id_idx ON contact (org, account_id, id)`);
    this.addSql(`CREATE INDEX contact_reporting_to_id_idx ON contact (org, reporting_to_id, id)`);
    this.addSql(`CREATE INDEX contact_last_name_idx ON contact (org, last_name, id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE INDEX contact_email_idx ON contact (org, email, id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY contact_org ON contact FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY contact_system ON contact FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON contact TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON contact TO crm_system`);
    this.addSql(`CREATE TABLE deal (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  owner_id uuid NOT NULL,
  currency text COLLATE "C" NOT NULL,
  exchange_rate numeric NOT NULL,
  deal_name text COLLATE "und-x-icu" NOT NULL,
  account_id uuid,
  contact_id uuid,
  amount numeric,
  amount_base numeric,
  closing_date date NOT NULL,
  pipeline_id uuid NOT NULL,
  stage_id uuid NOT NULL,
  probability integer,
  expected_revenue numeric,
  expected_revenue_base numeric,
  type text COLLATE "C",
  lead_source text COLLATE "C",
  next_step text COLLATE "und-x-icu",
  reason_for_loss text COLLATE "C",
  description text COLLATE "und-x-icu",
  custom jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE deal ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE deal FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX deal_owner_id_idx ON deal (org, owner_id, id)`);
    this.addSql(`CREATE INDEX deal_account_id_idx ON deal (org, account_id, id)`);
    this.addSql(`CREATE INDEX deal_contact_id_idx ON deal (org, contact_id, id)`);
    this.addSql(`CREATE INDEX deal_pipeline_id_idx ON deal (org, pipeline_id, id)`);
    this.addSql(`CREATE INDEX deal_stage_id_idx ON deal (org, stage_id, id)`);
    this.addSql(`CREATE INDEX deal_closing_date_idx ON deal (org, closing_date, id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE INDEX deal_amount_base_idx ON deal (org, amount_base, id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY deal_org ON deal FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY deal_system ON deal FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON deal TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON deal TO crm_system`);
    this.addSql(`CREATE TABLE deal_stage_history (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  deal_id uuid NOT NULL,
  stage_id uuid NOT NULL,
  amount numeric,
  amount_base numeric,
  probability integer,
  expected_revenue numeric,
  expected_revenue_base numeric,
  closing_date date,
  duration_in_stage integer,
  currency text COLLATE "C" NOT NULL,
  exchange_rate numeric NOT NULL,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE deal_stage_history ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE deal_stage_history FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX deal_stage_history_deal_id_idx ON deal_stage_history (org, deal_id, id)`);
    this.addSql(`CREATE POLICY deal_stage_history_org ON deal_stage_history FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY deal_stage_history_system ON deal_stage_history FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON deal_stage_history TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON deal_stage_history TO crm_system`);
    this.addSql(`CREATE TABLE change (
  id bigint GENERATED ALWAYS AS IDENTITY,
  org uuid NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT now(),
  module text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  version integer NOT NULL,
  operation text COLLATE "C" NOT NULL,
  was jsonb NOT NULL,
  became jsonb NOT NULL,
  actor_id uuid,
  cause text,
  PRIMARY KEY (at, id)
) PARTITION BY RANGE (at)`);
    this.addSql(`ALTER TABLE change ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE change FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX change_record_idx ON change (org, record_id, version)`);
    this.addSql(`CREATE POLICY change_org ON change FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY change_system ON change FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT ON change TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT ON change TO crm_system`);
    this.addSql(`CREATE TABLE picklist_value (
  org uuid NOT NULL,
  picklist text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  label text NOT NULL,
  labels jsonb NOT NULL DEFAULT '{}',
  place integer NOT NULL,
  color text,
  is_retired boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org, picklist, key)
)`);
    this.addSql(`ALTER TABLE picklist_value ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE picklist_value FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE POLICY picklist_value_org ON picklist_value FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY picklist_value_system ON picklist_value FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT ON picklist_value TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON picklist_value TO crm_system`);
    this.addSql(`CREATE TABLE credential (
  org uuid NOT NULL,
  user_id uuid NOT NULL,
  password_hash text NOT NULL,
  changed_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (org, user_id)
)`);
    this.addSql(`ALTER TABLE credential ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE credential FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE POLICY credential_system ON credential FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON credential TO crm_system`);
    this.addSql(`CREATE TABLE signing_key (
  id text NOT NULL,
  secret bytea NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (id)
)`);
    this.addSql(`ALTER TABLE signing_key ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE signing_key FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE POLICY signing_key_system ON signing_key FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT ON signing_key TO crm_system`);
    this.addSql(`ALTER TABLE organization ADD CONSTRAINT organization_single CHECK (org = id)`);
    this.addSql(`ALTER TABLE app_user ADD CONSTRAINT app_user_manager_id_fk FOREIGN KEY (org, manager_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE pipeline_stage ADD CONSTRAINT pipeline_stage_pipeline_id_fk FOREIGN KEY (org, pipeline_id) REFERENCES pipeline (org, id)`);
    this.addSql(`ALTER TABLE account ADD CONSTRAINT account_owner_id_fk FOREIGN KEY (org, owner_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE account ADD CONSTRAINT account_parent_account_id_fk FOREIGN KEY (org, parent_account_id) REFERENCES account (org, id)`);
    this.addSql(`ALTER TABLE contact ADD CONSTRAINT contact_owner_id_fk FOREIGN KEY (org, owner_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE contact ADD CONSTRAINT contact_account_id_fk FOREIGN KEY (org, account_id) REFERENCES account (org, id)`);
    this.addSql(`ALTER TABLE contact ADD CONSTRAINT contact_reporting_to_id_fk FOREIGN KEY (org, reporting_to_id) REFERENCES contact (org, id)`);
    this.addSql(`ALTER TABLE deal ADD CONSTRAINT deal_owner_id_fk FOREIGN KEY (org, owner_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE deal ADD CONSTRAINT deal_account_id_fk FOREIGN KEY (org, account_id) REFERENCES account (org, id)`);
    this.addSql(`ALTER TABLE deal ADD CONSTRAINT deal_contact_id_fk FOREIGN KEY (org, contact_id) REFERENCES contact (org, id)`);
    this.addSql(`ALTER TABLE deal ADD CONSTRAINT deal_pipeline_id_fk FOREIGN KEY (org, pipeline_id) REFERENCES pipeline (org, id)`);
    this.addSql(`ALTER TABLE deal ADD CONSTRAINT deal_stage_id_fk FOREIGN KEY (org, stage_id) REFERENCES pipeline_stage (org, id)`);
    this.addSql(`ALTER TABLE deal_stage_history ADD CONSTRAINT deal_stage_history_deal_id_fk FOREIGN KEY (org, deal_id) REFERENCES deal (org, id)`);
    this.addSql(`ALTER TABLE deal_stage_history ADD CONSTRAINT deal_stage_history_stage_id_fk FOREIGN KEY (org, stage_id) REFERENCES pipeline_stage (org, id)`);
    this.addSql(`ALTER TABLE credential ADD CONSTRAINT credential_user_fk FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)`);
    this.addSql(`CREATE OR REPLACE FUNCTION crm_decimals(currency text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN currency IN ('BIF','CLP','DJF','GNF','ISK','JPY','KMF','KRW','PYG','RWF','UGX','UYI','VND','VUV','XAF','XOF','XPF') THEN 0
    WHEN currency IN ('BHD','IQD','JOD','KWD','LYD','OMR','TND') THEN 3
    ELSE 2 END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION crm_uuid7() RETURNS uuid LANGUAGE sql VOLATILE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION crm_base_currency(organization uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT o.base_currency FROM organization o WHERE o.org = organization);
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION crm_picklist_label(organization uuid, list text, value text) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF value IS NULL THEN RETURN NULL; END IF;
  RETURN (SELECT v.label FROM picklist_value v WHERE v.org = organization AND v.picklist = list AND v.key = value);
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION organization_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
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
    this.addSql(`CREATE OR REPLACE FUNCTION organization_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Organization', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('name', n.name, 'baseCurrency', n.base_currency)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION organization_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.name IS DISTINCT FROM old.name THEN was := was || jsonb_build_object('name', old.name); became := became || jsonb_build_object('name', new.name); END IF;
  IF new.base_currency IS DISTINCT FROM old.base_currency THEN was := was || jsonb_build_object('baseCurrency', old.base_currency); became := became || jsonb_build_object('baseCurrency', new.base_currency); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Organization', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION app_user_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
  new.full_name := trim(coalesce(new.first_name, '') || ' ' || new.last_name);
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
    this.addSql(`CREATE OR REPLACE FUNCTION app_user_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'User', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('firstName', n.first_name, 'lastName', n.last_name, 'fullName', n.full_name, 'email', n.email, 'status', n.status, 'managerId', n.manager_id)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION app_user_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.first_name IS DISTINCT FROM old.first_name THEN was := was || jsonb_build_object('firstName', old.first_name); became := became || jsonb_build_object('firstName', new.first_name); END IF;
  IF new.last_name IS DISTINCT FROM old.last_name THEN was := was || jsonb_build_object('lastName', old.last_name); became := became || jsonb_build_object('lastName', new.last_name); END IF;
  IF new.full_name IS DISTINCT FROM old.full_name THEN was := was || jsonb_build_object('fullName', old.full_name); became := became || jsonb_build_object('fullName', new.full_name); END IF;
  IF new.email IS DISTINCT FROM old.email THEN was := was || jsonb_build_object('email', old.email); became := became || jsonb_build_object('email', new.email); END IF;
  IF new.status IS DISTINCT FROM old.status THEN was := was || jsonb_build_object('status', old.status); became := became || jsonb_build_object('status', new.status); END IF;
  IF new.manager_id IS DISTINCT FROM old.manager_id THEN was := was || jsonb_build_object('managerId', old.manager_id); became := became || jsonb_build_object('managerId', new.manager_id); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'User', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION pipeline_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
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
    this.addSql(`CREATE OR REPLACE FUNCTION pipeline_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Pipeline', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('key', n.key, 'name', n.name, 'isDefault', n.is_default, 'place', n.place)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION pipeline_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.key IS DISTINCT FROM old.key THEN was := was || jsonb_build_object('key', old.key); became := became || jsonb_build_object('key', new.key); END IF;
  IF new.name IS DISTINCT FROM old.name THEN was := was || jsonb_build_object('name', old.name); became := became || jsonb_build_object('name', new.name); END IF;
  IF new.is_default IS DISTINCT FROM old.is_default THEN was := was || jsonb_build_object('isDefault', old.is_default); became := became || jsonb_build_object('isDefault', new.is_default); END IF;
  IF new.place IS DISTINCT FROM old.place THEN was := was || jsonb_build_object('place', old.place); became := became || jsonb_build_object('place', new.place); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Pipeline', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION pipeline_stage_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
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
    this.addSql(`CREATE OR REPLACE FUNCTION pipeline_stage_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'PipelineStage', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('pipelineId', n.pipeline_id, 'key', n.key, 'label', n.label, 'place', n.place, 'probability', n.probability, 'category', n.category, 'forecastCategory', n.forecast_category, 'color', n.color, 'isRetired', n.is_retired)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION pipeline_stage_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.pipeline_id IS DISTINCT FROM old.pipeline_id THEN was := was || jsonb_build_object('pipelineId', old.pipeline_id); became := became || jsonb_build_object('pipelineId', new.pipeline_id); END IF;
  IF new.key IS DISTINCT FROM old.key THEN was := was || jsonb_build_object('key', old.key); became := became || jsonb_build_object('key', new.key); END IF;
  IF new.label IS DISTINCT FROM old.label THEN was := was || jsonb_build_object('label', old.label); became := became || jsonb_build_object('label', new.label); END IF;
  IF new.place IS DISTINCT FROM old.place THEN was := was || jsonb_build_object('place', old.place); became := became || jsonb_build_object('place', new.place); END IF;
  IF new.probability IS DISTINCT FROM old.probability THEN was := was || jsonb_build_object('probability', old.probability); became := became || jsonb_build_object('probability', new.probability); END IF;
  IF new.category IS DISTINCT FROM old.category THEN was := was || jsonb_build_object('category', old.category); became := became || jsonb_build_object('category', new.category); END IF;
  IF new.forecast_category IS DISTINCT FROM old.forecast_category THEN was := was || jsonb_build_object('forecastCategory', old.forecast_category); became := became || jsonb_build_object('forecastCategory', new.forecast_category); END IF;
  IF new.color IS DISTINCT FROM old.color THEN was := was || jsonb_build_object('color', old.color); became := became || jsonb_build_object('color', new.color); END IF;
  IF new.is_retired IS DISTINCT FROM old.is_retired THEN was := was || jsonb_build_object('isRetired', old.is_retired); became := became || jsonb_build_object('isRetired', new.is_retired); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'PipelineStage', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
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
    this.addSql(`CREATE OR REPLACE FUNCTION account_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Account', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'accountName', n.account_name, 'parentAccountId', n.parent_account_id, 'accountNumber', n.account_number, 'accountSite', n.account_site, 'accountType', n.account_type, 'industry', n.industry, 'ownership', n.ownership, 'rating', n.rating, 'annualRevenue', n.annual_revenue, 'annualRevenueInBaseCurrency', n.annual_revenue_base, 'employees', n.employees, 'tickerSymbol', n.ticker_symbol, 'sicCode', n.sic_code, 'phone', n.phone, 'fax', n.fax, 'website', n.website, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION account_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.owner_id IS DISTINCT FROM old.owner_id THEN was := was || jsonb_build_object('ownerId', old.owner_id); became := became || jsonb_build_object('ownerId', new.owner_id); END IF;
  IF new.currency IS DISTINCT FROM old.currency THEN was := was || jsonb_build_object('currency', old.currency); became := became || jsonb_build_object('currency', new.currency); END IF;
  IF new.exchange_rate IS DISTINCT FROM old.exchange_rate THEN was := was || jsonb_build_object('exchangeRate', old.exchange_rate); became := became || jsonb_build_object('exchangeRate', new.exchange_rate); END IF;
  IF new.account_name IS DISTINCT FROM old.account_name THEN was := was || jsonb_build_object('accountName', old.account_name); became := became || jsonb_build_object('accountName', new.account_name); END IF;
  IF new.parent_account_id IS DISTINCT FROM old.parent_account_id THEN was := was || jsonb_build_object('parentAccountId', old.parent_account_id); became := became || jsonb_build_object('parentAccountId', new.parent_account_id); END IF;
  IF new.account_number IS DISTINCT FROM old.account_number THEN was := was || jsonb_build_object('accountNumber', old.account_number); became := became || jsonb_build_object('accountNumber', new.account_number); END IF;
  IF new.account_site IS DISTINCT FROM old.account_site THEN was := was || jsonb_build_object('accountSite', old.account_site); became := became || jsonb_build_object('accountSite', new.account_site); END IF;
  IF new.account_type IS DISTINCT FROM old.account_type THEN was := was || jsonb_build_object('accountType', old.account_type); became := became || jsonb_build_object('accountType', new.account_type); END IF;
  IF new.industry IS DISTINCT FROM old.industry THEN was := was || jsonb_build_object('industry', old.industry); became := became || jsonb_build_object('industry', new.industry); END IF;
  IF new.ownership IS DISTINCT FROM old.ownership THEN was := was || jsonb_build_object('ownership', old.ownership); became := became || jsonb_build_object('ownership', new.ownership); END IF;
  IF new.rating IS DISTINCT FROM old.rating THEN was := was || jsonb_build_object('rating', old.rating); became := became || jsonb_build_object('rating', new.rating); END IF;
  IF new.annual_revenue IS DISTINCT FROM old.annual_revenue THEN was := was || jsonb_build_object('annualRevenue', old.annual_revenue); became := became || jsonb_build_object('annualRevenue', new.annual_revenue); END IF;
  IF new.annual_revenue_base IS DISTINCT FROM old.annual_revenue_base THEN was := was || jsonb_build_object('annualRevenueInBaseCurrency', old.annual_revenue_base); became := became || jsonb_build_object('annualRevenueInBaseCurrency', new.annual_revenue_base); END IF;
  IF new.employees IS DISTINCT FROM old.employees THEN was := was || jsonb_build_object('employees', old.employees); became := became || jsonb_build_object('employees', new.employees); END IF;
  IF new.ticker_symbol IS DISTINCT FROM old.ticker_symbol THEN was := was || jsonb_build_object('tickerSymbol', old.ticker_symbol); became := became || jsonb_build_object('tickerSymbol', new.ticker_symbol); END IF;
  IF new.sic_code IS DISTINCT FROM old.sic_code THEN was := was || jsonb_build_object('sicCode', old.sic_code); became := became || jsonb_build_object('sicCode', new.sic_code); END IF;
  IF new.phone IS DISTINCT FROM old.phone THEN was := was || jsonb_build_object('phone', old.phone); became := became || jsonb_build_object('phone', new.phone); END IF;
  IF new.fax IS DISTINCT FROM old.fax THEN was := was || jsonb_build_object('fax', old.fax); became := became || jsonb_build_object('fax', new.fax); END IF;
  IF new.website IS DISTINCT FROM old.website THEN was := was || jsonb_build_object('website', old.website); became := became || jsonb_build_object('website', new.website); END IF;
  IF new.billing_street IS DISTINCT FROM old.billing_street THEN was := was || jsonb_build_object('billingStreet', old.billing_street); became := became || jsonb_build_object('billingStreet', new.billing_street); END IF;
  IF new.billing_city IS DISTINCT FROM old.billing_city THEN was := was || jsonb_build_object('billingCity', old.billing_city); became := became || jsonb_build_object('billingCity', new.billing_city); END IF;
  IF new.billing_state IS DISTINCT FROM old.billing_state THEN was := was || jsonb_build_object('billingState', old.billing_state); became := became || jsonb_build_object('billingState', new.billing_state); END IF;
  IF new.billing_code IS DISTINCT FROM old.billing_code THEN was := was || jsonb_build_object('billingCode', old.billing_code); became := became || jsonb_build_object('billingCode', new.billing_code); END IF;
  IF new.billing_country IS DISTINCT FROM old.billing_country THEN was := was || jsonb_build_object('billingCountry', old.billing_country); became := became || jsonb_build_object('billingCountry', new.billing_country); END IF;
  IF new.shipping_street IS DISTINCT FROM old.shipping_street THEN was := was || jsonb_build_object('shippingStreet', old.shipping_street); became := became || jsonb_build_object('shippingStreet', new.shipping_street); END IF;
  IF new.shipping_city IS DISTINCT FROM old.shipping_city THEN was := was || jsonb_build_object('shippingCity', old.shipping_city); became := became || jsonb_build_object('shippingCity', new.shipping_city); END IF;
  IF new.shipping_state IS DISTINCT FROM old.shipping_state THEN was := was || jsonb_build_object('shippingState', old.shipping_state); became := became || jsonb_build_object('shippingState', new.shipping_state); END IF;
  IF new.shipping_code IS DISTINCT FROM old.shipping_code THEN was := was || jsonb_build_object('shippingCode', old.shipping_code); became := became || jsonb_build_object('shippingCode', new.shipping_code); END IF;
  IF new.shipping_country IS DISTINCT FROM old.shipping_country THEN was := was || jsonb_build_object('shippingCountry', old.shipping_country); became := became || jsonb_build_object('shippingCountry', new.shipping_country); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF new.custom IS DISTINCT FROM old.custom THEN
    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became
      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;
  END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Account', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION contact_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
  new.full_name := concat_ws(' ', crm_picklist_label(new.org, 'Salutation', new.salutation), nullif(new.first_name, ''), new.last_name);
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
    this.addSql(`CREATE OR REPLACE FUNCTION contact_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Contact', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'salutation', n.salutation, 'firstName', n.first_name, 'lastName', n.last_name, 'fullName', n.full_name, 'accountId', n.account_id, 'reportingToId', n.reporting_to_id, 'title', n.title, 'department', n.department, 'assistant', n.assistant, 'asstPhone', n.asst_phone, 'email', n.email, 'secondaryEmail', n.secondary_email, 'phone', n.phone, 'homePhone', n.home_phone, 'otherPhone', n.other_phone, 'mobile', n.mobile, 'fax', n.fax, 'dateOfBirth', n.date_of_birth, 'leadSource', n.lead_source, 'emailOptOut', n.email_opt_out, 'skypeId', n.skype_id, 'twitter', n.twitter, 'mailingStreet', n.mailing_street, 'mailingCity', n.mailing_city, 'mailingState', n.mailing_state, 'mailingZip', n.mailing_zip, 'mailingCountry', n.mailing_country, 'otherStreet', n.other_street, 'otherCity', n.other_city, 'otherState', n.other_state, 'otherZip', n.other_zip, 'otherCountry', n.other_country, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.salutation IS DISTINCT FROM old.salutation THEN was := was || jsonb_build_object('salutation', old.salutation); became := became || jsonb_build_object('salutation', new.salutation); END IF;
  IF new.first_name IS DISTINCT FROM old.first_name THEN was := was || jsonb_build_object('firstName', old.first_name); became := became || jsonb_build_object('firstName', new.first_name); END IF;
  IF new.last_name IS DISTINCT FROM old.last_name THEN was := was || jsonb_build_object('lastName', old.last_name); became := became || jsonb_build_object('lastName', new.last_name); END IF;
  IF new.full_name IS DISTINCT FROM old.full_name THEN was := was || jsonb_build_object('fullName', old.full_name); became := became || jsonb_build_object('fullName', new.full_name); END IF;
  IF new.account_id IS DISTINCT FROM old.account_id THEN was := was || jsonb_build_object('accountId', old.account_id); became := became || jsonb_build_object('accountId', new.account_id); END IF;
  IF new.reporting_to_id IS DISTINCT FROM old.reporting_to_id THEN was := was || jsonb_build_object('reportingToId', old.reporting_to_id); became := became || jsonb_build_object('reportingToId', new.reporting_to_id); END IF;
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
  RETURN NULL;
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
    this.addSql(`CREATE OR REPLACE FUNCTION deal_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Deal', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'dealName', n.deal_name, 'accountId', n.account_id, 'contactId', n.contact_id, 'amount', n.amount, 'amountInBaseCurrency', n.amount_base, 'closingDate', n.closing_date, 'pipelineId', n.pipeline_id, 'stageId', n.stage_id, 'probability', n.probability, 'expectedRevenue', n.expected_revenue, 'expectedRevenueInBaseCurrency', n.expected_revenue_base, 'type', n.type, 'leadSource', n.lead_source, 'nextStep', n.next_step, 'reasonForLoss', n.reason_for_loss, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.next_step IS DISTINCT FROM old.next_step THEN was := was || jsonb_build_object('nextStep', old.next_step); became := became || jsonb_build_object('nextStep', new.next_step); END IF;
  IF new.reason_for_loss IS DISTINCT FROM old.reason_for_loss THEN was := was || jsonb_build_object('reasonForLoss', old.reason_for_loss); became := became || jsonb_build_object('reasonForLoss', new.reason_for_loss); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF new.custom IS DISTINCT FROM old.custom THEN
    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became
      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;
  END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Deal', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_stage_history_append() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'UPDATE' THEN
    IF (new.stage_id, new.amount, new.probability, new.closing_date) IS NOT DISTINCT FROM (old.stage_id, old.amount, old.probability, old.closing_date) THEN
      RETURN NULL;
    END IF;
    UPDATE deal_stage_history h SET duration_in_stage = extract(day FROM now() - h.created_at)::int
      WHERE h.org = new.org AND h.deal_id = new.id AND h.duration_in_stage IS NULL;
  END IF;
  INSERT INTO deal_stage_history (org, id, deal_id, stage_id, amount, probability, closing_date, currency, exchange_rate)
    VALUES (new.org, crm_uuid7(), new.id, new.stage_id, new.amount, new.probability, new.closing_date, new.currency, new.exchange_rate);
  RETURN NULL;
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
    this.addSql(`CREATE OR REPLACE FUNCTION deal_stage_history_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'DealStageHistory', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('dealId', n.deal_id, 'stageId', n.stage_id, 'amount', n.amount, 'amountInBaseCurrency', n.amount_base, 'probability', n.probability, 'expectedRevenue', n.expected_revenue, 'expectedRevenueInBaseCurrency', n.expected_revenue_base, 'closingDate', n.closing_date, 'durationInStage', n.duration_in_stage, 'currency', n.currency, 'exchangeRate', n.exchange_rate)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_stage_history_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.deal_id IS DISTINCT FROM old.deal_id THEN was := was || jsonb_build_object('dealId', old.deal_id); became := became || jsonb_build_object('dealId', new.deal_id); END IF;
  IF new.stage_id IS DISTINCT FROM old.stage_id THEN was := was || jsonb_build_object('stageId', old.stage_id); became := became || jsonb_build_object('stageId', new.stage_id); END IF;
  IF new.amount IS DISTINCT FROM old.amount THEN was := was || jsonb_build_object('amount', old.amount); became := became || jsonb_build_object('amount', new.amount); END IF;
  IF new.amount_base IS DISTINCT FROM old.amount_base THEN was := was || jsonb_build_object('amountInBaseCurrency', old.amount_base); became := became || jsonb_build_object('amountInBaseCurrency', new.amount_base); END IF;
  IF new.probability IS DISTINCT FROM old.probability THEN was := was || jsonb_build_object('probability', old.probability); became := became || jsonb_build_object('probability', new.probability); END IF;
  IF new.expected_revenue IS DISTINCT FROM old.expected_revenue THEN was := was || jsonb_build_object('expectedRevenue', old.expected_revenue); became := became || jsonb_build_object('expectedRevenue', new.expected_revenue); END IF;
  IF new.expected_revenue_base IS DISTINCT FROM old.expected_revenue_base THEN was := was || jsonb_build_object('expectedRevenueInBaseCurrency', old.expected_revenue_base); became := became || jsonb_build_object('expectedRevenueInBaseCurrency', new.expected_revenue_base); END IF;
  IF new.closing_date IS DISTINCT FROM old.closing_date THEN was := was || jsonb_build_object('closingDate', old.closing_date); became := became || jsonb_build_object('closingDate', new.closing_date); END IF;
  IF new.duration_in_stage IS DISTINCT FROM old.duration_in_stage THEN was := was || jsonb_build_object('durationInStage', old.duration_in_stage); became := became || jsonb_build_object('durationInStage', new.duration_in_stage); END IF;
  IF new.currency IS DISTINCT FROM old.currency THEN was := was || jsonb_build_object('currency', old.currency); became := became || jsonb_build_object('currency', new.currency); END IF;
  IF new.exchange_rate IS DISTINCT FROM old.exchange_rate THEN was := was || jsonb_build_object('exchangeRate', old.exchange_rate); became := became || jsonb_build_object('exchangeRate', new.exchange_rate); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  IF new.version = old.version THEN operation := 'DERIVED'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'DealStageHistory', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE TRIGGER organization_before BEFORE INSERT OR UPDATE ON organization FOR EACH ROW EXECUTE FUNCTION organization_before()`);
    this.addSql(`CREATE TRIGGER organization_log_insert AFTER INSERT ON organization REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION organization_log_insert()`);
    this.addSql(`CREATE TRIGGER organization_log_update AFTER UPDATE ON organization FOR EACH ROW EXECUTE FUNCTION organization_log_update()`);
    this.addSql(`CREATE TRIGGER app_user_before BEFORE INSERT OR UPDATE ON app_user FOR EACH ROW EXECUTE FUNCTION app_user_before()`);
    this.addSql(`CREATE TRIGGER app_user_log_insert AFTER INSERT ON app_user REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION app_user_log_insert()`);
    this.addSql(`CREATE TRIGGER app_user_log_update AFTER UPDATE ON app_user FOR EACH ROW EXECUTE FUNCTION app_user_log_update()`);
    this.addSql(`CREATE TRIGGER pipeline_before BEFORE INSERT OR UPDATE ON pipeline FOR EACH ROW EXECUTE FUNCTION pipeline_before()`);
    this.addSql(`CREATE TRIGGER pipeline_log_insert AFTER INSERT ON pipeline REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION pipeline_log_insert()`);
    this.addSql(`CREATE TRIGGER pipeline_log_update AFTER UPDATE ON pipeline FOR EACH ROW EXECUTE FUNCTION pipeline_log_update()`);
    this.addSql(`CREATE TRIGGER pipeline_stage_before BEFORE INSERT OR UPDATE ON pipeline_stage FOR EACH ROW EXECUTE FUNCTION pipeline_stage_before()`);
    this.addSql(`CREATE TRIGGER pipeline_stage_log_insert AFTER INSERT ON pipeline_stage REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION pipeline_stage_log_insert()`);
    this.addSql(`CREATE TRIGGER pipeline_stage_log_update AFTER UPDATE ON pipeline_stage FOR EACH ROW EXECUTE FUNCTION pipeline_stage_log_update()`);
    this.addSql(`CREATE TRIGGER account_before BEFORE INSERT OR UPDATE ON account FOR EACH ROW EXECUTE FUNCTION account_before()`);
    this.addSql(`CREATE TRIGGER account_log_insert AFTER INSERT ON account REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION account_log_insert()`);
    this.addSql(`CREATE TRIGGER account_log_update AFTER UPDATE ON account FOR EACH ROW EXECUTE FUNCTION account_log_update()`);
    this.addSql(`CREATE TRIGGER contact_before BEFORE INSERT OR UPDATE ON contact FOR EACH ROW EXECUTE FUNCTION contact_before()`);
    this.addSql(`CREATE TRIGGER contact_log_insert AFTER INSERT ON contact REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION contact_log_insert()`);
    this.addSql(`CREATE TRIGGER contact_log_update AFTER UPDATE ON contact FOR EACH ROW EXECUTE FUNCTION contact_log_update()`);
    this.addSql(`CREATE TRIGGER deal_before BEFORE INSERT OR UPDATE ON deal FOR EACH ROW EXECUTE FUNCTION deal_before()`);
    this.addSql(`CREATE TRIGGER deal_log_insert AFTER INSERT ON deal REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION deal_log_insert()`);
    this.addSql(`CREATE TRIGGER deal_log_update AFTER UPDATE ON deal FOR EACH ROW EXECUTE FUNCTION deal_log_update()`);
    this.addSql(`CREATE TRIGGER deal_stage_history AFTER INSERT OR UPDATE ON deal FOR EACH ROW EXECUTE FUNCTION deal_stage_history_append()`);
    this.addSql(`CREATE TRIGGER deal_stage_history_before BEFORE INSERT OR UPDATE ON deal_stage_history FOR EACH ROW EXECUTE FUNCTION deal_stage_history_before()`);
    this.addSql(`CREATE TRIGGER deal_stage_history_log_insert AFTER INSERT ON deal_stage_history REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION deal_stage_history_log_insert()`);
    this.addSql(`CREATE TRIGGER deal_stage_history_log_update AFTER UPDATE ON deal_stage_history FOR EACH ROW EXECUTE FUNCTION deal_stage_history_log_update()`);
  }
}
