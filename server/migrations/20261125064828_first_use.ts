import { Migration } from '@mikro-orm/migrations';

export class Migration20261125064828 extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE organization ADD COLUMN fiscal_year_start integer NOT NULL DEFAULT 1`);
    this.addSql(`ALTER TABLE organization ADD COLUMN week_start text COLLATE "C" NOT NULL DEFAULT 'MONDAY'`);
    this.addSql(`ALTER TABLE organization ADD COLUMN time_zone text COLLATE "und-x-icu" NOT NULL DEFAULT 'UTC'`);
    this.addSql(`ALTER TABLE organization ADD COLUMN language text COLLATE "und-x-icu" NOT NULL DEFAULT 'en'`);
    this.addSql(`ALTER TABLE organization ADD COLUMN date_format text COLLATE "C" NOT NULL DEFAULT 'YMD_DASHES'`);
    this.addSql(`ALTER TABLE organization ADD COLUMN time_format text COLLATE "C" NOT NULL DEFAULT 'H24'`);
    this.addSql(`ALTER TABLE organization ADD COLUMN requires_lead_company boolean NOT NULL DEFAULT true`);
    this.addSql(`ALTER TABLE organization ADD COLUMN requires_reason_for_loss boolean NOT NULL DEFAULT false`);
    this.addSql(`ALTER TABLE organization ADD COLUMN number_format text COLLATE "C" NOT NULL DEFAULT 'COMMA_POINT'`);
    this.addSql(`CREATE TABLE role (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  name text COLLATE "und-x-icu" NOT NULL,
  reports_to_id uuid,
  share_with_peers boolean NOT NULL DEFAULT false,
  description text COLLATE "und-x-icu",
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE role ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE role FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX role_reports_to_id_idx ON role (org, reports_to_id, id)`);
    this.addSql(`CREATE POLICY role_org ON role FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY role_system ON role FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON role TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON role TO crm_system`);
    this.addSql(`CREATE TABLE profile (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  name text COLLATE "und-x-icu" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  description text COLLATE "und-x-icu",
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE profile ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE profile FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE UNIQUE INDEX profile_name_key ON profile (org, name)`);
    this.addSql(`CREATE POLICY profile_org ON profile FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY profile_system ON profile FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON profile TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON profile TO crm_system`);
    this.addSql(`ALTER TABLE app_user ADD COLUMN role_id uuid`);
    this.addSql(`ALTER TABLE app_user ADD COLUMN profile_id uuid`);
    this.addSql(`ALTER TABLE app_user ADD COLUMN language text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE app_user ADD COLUMN time_zone text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE app_user ADD COLUMN week_start text COLLATE "C"`);
    this.addSql(`ALTER TABLE app_user ADD COLUMN date_format text COLLATE "C"`);
    this.addSql(`ALTER TABLE app_user ADD COLUMN time_format text COLLATE "C"`);
    this.addSql(`ALTER TABLE app_user ADD COLUMN number_format text COLLATE "C"`);
    this.addSql(`CREATE INDEX app_user_role_id_idx ON app_user (org, role_id, id)`);
    this.addSql(`CREATE INDEX app_user_profile_id_idx ON app_user (org, profile_id, id)`);
    this.addSql(`CREATE TABLE currency (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  iso_code text COLLATE "C" NOT NULL,
  name text COLLATE "und-x-icu",
  symbol text COLLATE "und-x-icu",
  is_active boolean NOT NULL DEFAULT true,
  decimals integer,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE currency ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE currency FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE UNIQUE INDEX currency_iso_code_key ON currency (org, iso_code) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY currency_org ON currency FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY currency_system ON currency FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON currency TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON currency TO crm_system`);
    this.addSql(`CREATE TABLE exchange_rate (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  currency_id uuid NOT NULL,
  valid_from date NOT NULL,
  rate numeric NOT NULL,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE exchange_rate ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE exchange_rate FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX exchange_rate_currency_id_idx ON exchange_rate (org, currency_id, id)`);
    this.addSql(`CREATE UNIQUE INDEX exchange_rate_currency_id_valid_from_key ON exchange_rate (org, currency_id, valid_from) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY exchange_rate_org ON exchange_rate FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY exchange_rate_system ON exchange_rate FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON exchange_rate TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON exchange_rate TO crm_system`);
    this.addSql(`ALTER TABLE deal ADD COLUMN closed_at timestamptz(3)`);
    this.addSql(`ALTER TABLE deal ADD COLUMN sales_cycle_duration integer`);
    this.addSql(`CREATE TABLE deal_contact_role (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  deal_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  role text COLLATE "C",
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE deal_contact_role ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE deal_contact_role FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX deal_contact_role_deal_id_idx ON deal_contact_role (org, deal_id, id)`);
    this.addSql(`CREATE INDEX deal_contact_role_contact_id_idx ON deal_contact_role (org, contact_id, id)`);
    this.addSql(`CREATE UNIQUE INDEX deal_contact_role_deal_id_contact_id_key ON deal_contact_role (org, deal_id, contact_id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY deal_contact_role_org ON deal_contact_role FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY deal_contact_role_system ON deal_contact_role FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON deal_contact_role TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON deal_contact_role TO crm_system`);
    this.addSql(`CREATE TABLE lead (
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
  salutation text COLLATE "C",
  first_name text COLLATE "und-x-icu",
  last_name text COLLATE "und-x-icu" NOT NULL,
  full_name text COLLATE "und-x-icu",
  company text COLLATE "und-x-icu",
  designation text COLLATE "und-x-icu",
  email text COLLATE "und-x-icu",
  secondary_email text COLLATE "und-x-icu",
  phone text COLLATE "und-x-icu",
  mobile text COLLATE "und-x-icu",
  fax text COLLATE "und-x-icu",
  website text COLLATE "und-x-icu",
  lead_source text COLLATE "C",
  lead_status text COLLATE "C" DEFAULT 'NOT_CONTACTED',
  industry text COLLATE "C",
  rating text COLLATE "C",
  annual_revenue numeric,
  annual_revenue_base numeric,
  no_of_employees integer,
  email_opt_out boolean NOT NULL DEFAULT false,
  unsubscribed_mode text COLLATE "C",
  unsubscribed_at timestamptz(3),
  skype_id text COLLATE "und-x-icu",
  twitter text COLLATE "und-x-icu",
  street text COLLATE "und-x-icu",
  city text COLLATE "und-x-icu",
  state text COLLATE "und-x-icu",
  zip_code text COLLATE "und-x-icu",
  country text COLLATE "und-x-icu",
  description text COLLATE "und-x-icu",
  converted boolean NOT NULL DEFAULT false,
  converted_at timestamptz(3),
  converted_account_id uuid,
  converted_contact_id uuid,
  converted_deal_id uuid,
  custom jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE lead ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE lead FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX lead_owner_id_idx ON lead (org, owner_id, id)`);
    this.addSql(`CREATE INDEX lead_last_name_idx ON lead (org, last_name, id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE INDEX lead_email_idx ON lead (org, email, id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE INDEX lead_lead_status_idx ON lead (org, lead_status, id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY lead_org ON lead FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY lead_system ON lead FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON lead TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON lead TO crm_system`);
    this.addSql(`CREATE TABLE brought_labels (
  digest text COLLATE "C" NOT NULL,
  PRIMARY KEY (digest)
)`);
    this.addSql(`ALTER TABLE brought_labels ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE brought_labels FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE POLICY brought_labels_system ON brought_labels FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT ON brought_labels TO crm_system`);
    this.addSql(`CREATE TABLE limiter_window (
  starts_at timestamptz(3) NOT NULL,
  caller text COLLATE "C" NOT NULL,
  server uuid NOT NULL,
  requests bigint NOT NULL,
  cost bigint NOT NULL,
  PRIMARY KEY (starts_at, caller, server)
)`);
    this.addSql(`ALTER TABLE limiter_window ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE limiter_window FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE POLICY limiter_window_system ON limiter_window FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON limiter_window TO crm_system`);
    this.addSql(`ALTER TABLE role ADD CONSTRAINT role_reports_to_id_fk FOREIGN KEY (org, reports_to_id) REFERENCES role (org, id)`);
    this.addSql(`ALTER TABLE app_user ADD CONSTRAINT app_user_role_id_fk FOREIGN KEY (org, role_id) REFERENCES role (org, id)`);
    this.addSql(`ALTER TABLE app_user ADD CONSTRAINT app_user_profile_id_fk FOREIGN KEY (org, profile_id) REFERENCES profile (org, id)`);
    this.addSql(`ALTER TABLE exchange_rate ADD CONSTRAINT exchange_rate_currency_id_fk FOREIGN KEY (org, currency_id) REFERENCES currency (org, id)`);
    this.addSql(`ALTER TABLE deal_contact_role ADD CONSTRAINT deal_contact_role_deal_id_fk FOREIGN KEY (org, deal_id) REFERENCES deal (org, id)`);
    this.addSql(`ALTER TABLE deal_contact_role ADD CONSTRAINT deal_contact_role_contact_id_fk FOREIGN KEY (org, contact_id) REFERENCES contact (org, id)`);
    this.addSql(`ALTER TABLE lead ADD CONSTRAINT lead_owner_id_fk FOREIGN KEY (org, owner_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE lead ADD CONSTRAINT lead_converted_account_id_fk FOREIGN KEY (org, converted_account_id) REFERENCES account (org, id)`);
    this.addSql(`ALTER TABLE lead ADD CONSTRAINT lead_converted_contact_id_fk FOREIGN KEY (org, converted_contact_id) REFERENCES contact (org, id)`);
    this.addSql(`ALTER TABLE lead ADD CONSTRAINT lead_converted_deal_id_fk FOREIGN KEY (org, converted_deal_id) REFERENCES deal (org, id)`);
    this.addSql(`CREATE OR REPLACE FUNCTION organization_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Organization', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('name', n.name, 'baseCurrency', n.base_currency, 'fiscalYearStart', n.fiscal_year_start, 'weekStart', n.week_start, 'timeZone', n.time_zone, 'language', n.language, 'dateFormat', n.date_format, 'timeFormat', n.time_format, 'requiresLeadCompany', n.requires_lead_company, 'requiresReasonForLoss', n.requires_reason_for_loss, 'numberFormat', n.number_format)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.fiscal_year_start IS DISTINCT FROM old.fiscal_year_start THEN was := was || jsonb_build_object('fiscalYearStart', old.fiscal_year_start); became := became || jsonb_build_object('fiscalYearStart', new.fiscal_year_start); END IF;
  IF new.week_start IS DISTINCT FROM old.week_start THEN was := was || jsonb_build_object('weekStart', old.week_start); became := became || jsonb_build_object('weekStart', new.week_start); END IF;
  IF new.time_zone IS DISTINCT FROM old.time_zone THEN was := was || jsonb_build_object('timeZone', old.time_zone); became := became || jsonb_build_object('timeZone', new.time_zone); END IF;
  IF new.language IS DISTINCT FROM old.language THEN was := was || jsonb_build_object('language', old.language); became := became || jsonb_build_object('language', new.language); END IF;
  IF new.date_format IS DISTINCT FROM old.date_format THEN was := was || jsonb_build_object('dateFormat', old.date_format); became := became || jsonb_build_object('dateFormat', new.date_format); END IF;
  IF new.time_format IS DISTINCT FROM old.time_format THEN was := was || jsonb_build_object('timeFormat', old.time_format); became := became || jsonb_build_object('timeFormat', new.time_format); END IF;
  IF new.requires_lead_company IS DISTINCT FROM old.requires_lead_company THEN was := was || jsonb_build_object('requiresLeadCompany', old.requires_lead_company); became := became || jsonb_build_object('requiresLeadCompany', new.requires_lead_company); END IF;
  IF new.requires_reason_for_loss IS DISTINCT FROM old.requires_reason_for_loss THEN was := was || jsonb_build_object('requiresReasonForLoss', old.requires_reason_for_loss); became := became || jsonb_build_object('requiresReasonForLoss', new.requires_reason_for_loss); END IF;
  IF new.number_format IS DISTINCT FROM old.number_format THEN was := was || jsonb_build_object('numberFormat', old.number_format); became := became || jsonb_build_object('numberFormat', new.number_format); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Organization', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION role_before() RETURNS trigger LANGUAGE plpgsql AS $$
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
    this.addSql(`CREATE OR REPLACE FUNCTION role_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Role', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('name', n.name, 'reportsToId', n.reports_to_id, 'shareWithPeers', n.share_with_peers, 'description', n.description)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION role_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.name IS DISTINCT FROM old.name THEN was := was || jsonb_build_object('name', old.name); became := became || jsonb_build_object('name', new.name); END IF;
  IF new.reports_to_id IS DISTINCT FROM old.reports_to_id THEN was := was || jsonb_build_object('reportsToId', old.reports_to_id); became := became || jsonb_build_object('reportsToId', new.reports_to_id); END IF;
  IF new.share_with_peers IS DISTINCT FROM old.share_with_peers THEN was := was || jsonb_build_object('shareWithPeers', old.share_with_peers); became := became || jsonb_build_object('shareWithPeers', new.share_with_peers); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Role', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION profile_before() RETURNS trigger LANGUAGE plpgsql AS $$
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
    this.addSql(`CREATE OR REPLACE FUNCTION profile_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Profile', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('name', n.name, 'kind', n.kind, 'description', n.description)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION profile_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.name IS DISTINCT FROM old.name THEN was := was || jsonb_build_object('name', old.name); became := became || jsonb_build_object('name', new.name); END IF;
  IF new.kind IS DISTINCT FROM old.kind THEN was := was || jsonb_build_object('kind', old.kind); became := became || jsonb_build_object('kind', new.kind); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Profile', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION app_user_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'User', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('firstName', n.first_name, 'lastName', n.last_name, 'fullName', n.full_name, 'email', n.email, 'status', n.status, 'roleId', n.role_id, 'profileId', n.profile_id, 'managerId', n.manager_id, 'language', n.language, 'timeZone', n.time_zone, 'weekStart', n.week_start, 'dateFormat', n.date_format, 'timeFormat', n.time_format, 'numberFormat', n.number_format)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.role_id IS DISTINCT FROM old.role_id THEN was := was || jsonb_build_object('roleId', old.role_id); became := became || jsonb_build_object('roleId', new.role_id); END IF;
  IF new.profile_id IS DISTINCT FROM old.profile_id THEN was := was || jsonb_build_object('profileId', old.profile_id); became := became || jsonb_build_object('profileId', new.profile_id); END IF;
  IF new.manager_id IS DISTINCT FROM old.manager_id THEN was := was || jsonb_build_object('managerId', old.manager_id); became := became || jsonb_build_object('managerId', new.manager_id); END IF;
  IF new.language IS DISTINCT FROM old.language THEN was := was || jsonb_build_object('language', old.language); became := became || jsonb_build_object('language', new.language); END IF;
  IF new.time_zone IS DISTINCT FROM old.time_zone THEN was := was || jsonb_build_object('timeZone', old.time_zone); became := became || jsonb_build_object('timeZone', new.time_zone); END IF;
  IF new.week_start IS DISTINCT FROM old.week_start THEN was := was || jsonb_build_object('weekStart', old.week_start); became := became || jsonb_build_object('weekStart', new.week_start); END IF;
  IF new.date_format IS DISTINCT FROM old.date_format THEN was := was || jsonb_build_object('dateFormat', old.date_format); became := became || jsonb_build_object('dateFormat', new.date_format); END IF;
  IF new.time_format IS DISTINCT FROM old.time_format THEN was := was || jsonb_build_object('timeFormat', old.time_format); became := became || jsonb_build_object('timeFormat', new.time_format); END IF;
  IF new.number_format IS DISTINCT FROM old.number_format THEN was := was || jsonb_build_object('numberFormat', old.number_format); became := became || jsonb_build_object('numberFormat', new.number_format); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'User', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION currency_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
  new.decimals := crm_decimals(new.iso_code);
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
    this.addSql(`CREATE OR REPLACE FUNCTION currency_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Currency', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('isoCode', n.iso_code, 'name', n.name, 'symbol', n.symbol, 'isActive', n.is_active, 'decimals', n.decimals)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION currency_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.iso_code IS DISTINCT FROM old.iso_code THEN was := was || jsonb_build_object('isoCode', old.iso_code); became := became || jsonb_build_object('isoCode', new.iso_code); END IF;
  IF new.name IS DISTINCT FROM old.name THEN was := was || jsonb_build_object('name', old.name); became := became || jsonb_build_object('name', new.name); END IF;
  IF new.symbol IS DISTINCT FROM old.symbol THEN was := was || jsonb_build_object('symbol', old.symbol); became := became || jsonb_build_object('symbol', new.symbol); END IF;
  IF new.is_active IS DISTINCT FROM old.is_active THEN was := was || jsonb_build_object('isActive', old.is_active); became := became || jsonb_build_object('isActive', new.is_active); END IF;
  IF new.decimals IS DISTINCT FROM old.decimals THEN was := was || jsonb_build_object('decimals', old.decimals); became := became || jsonb_build_object('decimals', new.decimals); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Currency', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION exchange_rate_before() RETURNS trigger LANGUAGE plpgsql AS $$
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
    this.addSql(`CREATE OR REPLACE FUNCTION exchange_rate_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'ExchangeRate', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('currencyId', n.currency_id, 'validFrom', n.valid_from, 'rate', n.rate)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION exchange_rate_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.currency_id IS DISTINCT FROM old.currency_id THEN was := was || jsonb_build_object('currencyId', old.currency_id); became := became || jsonb_build_object('currencyId', new.currency_id); END IF;
  IF new.valid_from IS DISTINCT FROM old.valid_from THEN was := was || jsonb_build_object('validFrom', old.valid_from); became := became || jsonb_build_object('validFrom', new.valid_from); END IF;
  IF new.rate IS DISTINCT FROM old.rate THEN was := was || jsonb_build_object('rate', old.rate); became := became || jsonb_build_object('rate', new.rate); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'ExchangeRate', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
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
  new.closed_at := CASE WHEN deal_stage_category(new.org, new.stage_id) = 'OPEN' THEN NULL ELSE coalesce(old.closed_at, now()) END;
  new.sales_cycle_duration := CASE WHEN new.closed_at IS NOT NULL THEN greatest(0, extract(day FROM new.closed_at - coalesce(new.created_at, now()))::int) END;
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
    SELECT n.org, 'Deal', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'dealName', n.deal_name, 'accountId', n.account_id, 'contactId', n.contact_id, 'amount', n.amount, 'amountInBaseCurrency', n.amount_base, 'closingDate', n.closing_date, 'pipelineId', n.pipeline_id, 'stageId', n.stage_id, 'probability', n.probability, 'expectedRevenue', n.expected_revenue, 'expectedRevenueInBaseCurrency', n.expected_revenue_base, 'type', n.type, 'leadSource', n.lead_source, 'nextStep', n.next_step, 'reasonForLoss', n.reason_for_loss, 'closedAt', n.closed_at, 'salesCycleDuration', n.sales_cycle_duration, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_stage_category(organization uuid, stage uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT s.category FROM pipeline_stage s WHERE s.org = organization AND s.id = stage);
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_contact_role_before() RETURNS trigger LANGUAGE plpgsql AS $$
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
    this.addSql(`CREATE OR REPLACE FUNCTION deal_contact_role_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'DealContactRole', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('dealId', n.deal_id, 'contactId', n.contact_id, 'role', n.role)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_contact_role_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.deal_id IS DISTINCT FROM old.deal_id THEN was := was || jsonb_build_object('dealId', old.deal_id); became := became || jsonb_build_object('dealId', new.deal_id); END IF;
  IF new.contact_id IS DISTINCT FROM old.contact_id THEN was := was || jsonb_build_object('contactId', old.contact_id); became := became || jsonb_build_object('contactId', new.contact_id); END IF;
  IF new.role IS DISTINCT FROM old.role THEN was := was || jsonb_build_object('role', old.role); became := became || jsonb_build_object('role', new.role); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'DealContactRole', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION lead_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  base_currency text := crm_base_currency(new.org);
BEGIN
  IF tg_op = 'INSERT' THEN
    new.currency := coalesce(new.currency, base_currency);
    new.exchange_rate := coalesce(new.exchange_rate, 1);
  END IF;
  new.annual_revenue := round(new.annual_revenue, crm_decimals(new.currency));
  new.full_name := concat_ws(' ', crm_picklist_label(new.org, 'Salutation', new.salutation), nullif(new.first_name, ''), new.last_name);
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
    this.addSql(`CREATE OR REPLACE FUNCTION lead_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Lead', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'salutation', n.salutation, 'firstName', n.first_name, 'lastName', n.last_name, 'fullName', n.full_name, 'company', n.company, 'designation', n.designation, 'email', n.email, 'secondaryEmail', n.secondary_email, 'phone', n.phone, 'mobile', n.mobile, 'fax', n.fax, 'website', n.website, 'leadSource', n.lead_source, 'leadStatus', n.lead_status, 'industry', n.industry, 'rating', n.rating, 'annualRevenue', n.annual_revenue, 'annualRevenueInBaseCurrency', n.annual_revenue_base, 'noOfEmployees', n.no_of_employees, 'emailOptOut', n.email_opt_out, 'unsubscribedMode', n.unsubscribed_mode, 'unsubscribedAt', n.unsubscribed_at, 'skypeId', n.skype_id, 'twitter', n.twitter, 'street', n.street, 'city', n.city, 'state', n.state, 'zipCode', n.zip_code, 'country', n.country, 'description', n.description, 'converted', n.converted, 'convertedAt', n.converted_at, 'convertedAccountId', n.converted_account_id, 'convertedContactId', n.converted_contact_id, 'convertedDealId', n.converted_deal_id)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE TRIGGER role_before BEFORE INSERT OR UPDATE ON role FOR EACH ROW EXECUTE FUNCTION role_before()`);
    this.addSql(`CREATE TRIGGER role_log_insert AFTER INSERT ON role REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION role_log_insert()`);
    this.addSql(`CREATE TRIGGER role_log_update AFTER UPDATE ON role FOR EACH ROW EXECUTE FUNCTION role_log_update()`);
    this.addSql(`CREATE TRIGGER profile_before BEFORE INSERT OR UPDATE ON profile FOR EACH ROW EXECUTE FUNCTION profile_before()`);
    this.addSql(`CREATE TRIGGER profile_log_insert AFTER INSERT ON profile REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION profile_log_insert()`);
    this.addSql(`CREATE TRIGGER profile_log_update AFTER UPDATE ON profile FOR EACH ROW EXECUTE FUNCTION profile_log_update()`);
    this.addSql(`CREATE TRIGGER currency_before BEFORE INSERT OR UPDATE ON currency FOR EACH ROW EXECUTE FUNCTION currency_before()`);
    this.addSql(`CREATE TRIGGER currency_log_insert AFTER INSERT ON currency REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION currency_log_insert()`);
    this.addSql(`CREATE TRIGGER currency_log_update AFTER UPDATE ON currency FOR EACH ROW EXECUTE FUNCTION currency_log_update()`);
    this.addSql(`CREATE TRIGGER exchange_rate_before BEFORE INSERT OR UPDATE ON exchange_rate FOR EACH ROW EXECUTE FUNCTION exchange_rate_before()`);
    this.addSql(`CREATE TRIGGER exchange_rate_log_insert AFTER INSERT ON exchange_rate REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION exchange_rate_log_insert()`);
    this.addSql(`CREATE TRIGGER exchange_rate_log_update AFTER UPDATE ON exchange_rate FOR EACH ROW EXECUTE FUNCTION exchange_rate_log_update()`);
    this.addSql(`CREATE TRIGGER deal_contact_role_before BEFORE INSERT OR UPDATE ON deal_contact_role FOR EACH ROW EXECUTE FUNCTION deal_contact_role_before()`);
    this.addSql(`CREATE TRIGGER deal_contact_role_log_insert AFTER INSERT ON deal_contact_role REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION deal_contact_role_log_insert()`);
    this.addSql(`CREATE TRIGGER deal_contact_role_log_update AFTER UPDATE ON deal_contact_role FOR EACH ROW EXECUTE FUNCTION deal_contact_role_log_update()`);
    this.addSql(`CREATE TRIGGER lead_before BEFORE INSERT OR UPDATE ON lead FOR EACH ROW EXECUTE FUNCTION lead_before()`);
    this.addSql(`CREATE TRIGGER lead_log_insert AFTER INSERT ON lead REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION lead_log_insert()`);
    this.addSql(`CREATE TRIGGER lead_log_update AFTER UPDATE ON lead FOR EACH ROW EXECUTE FUNCTION lead_log_update()`);
    this.addSql(`ALTER TABLE pipeline ADD COLUMN is_retired boolean NOT NULL DEFAULT false`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON picklist_value TO crm_app`);
    this.addSql(`CREATE OR REPLACE FUNCTION pipeline_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Pipeline', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('key', n.key, 'name', n.name, 'isDefault', n.is_default, 'place', n.place, 'isRetired', n.is_retired)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.is_retired IS DISTINCT FROM old.is_retired THEN was := was || jsonb_build_object('isRetired', old.is_retired); became := became || jsonb_build_object('isRetired', new.is_retired); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Pipeline', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`DROP POLICY organization_system ON organization`);
    this.addSql(`CREATE POLICY organization_system ON organization FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`DROP POLICY app_user_system ON app_user`);
    this.addSql(`CREATE POLICY app_user_system ON app_user FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`DROP POLICY pipeline_system ON pipeline`);
    this.addSql(`CREATE POLICY pipeline_system ON pipeline FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`DROP POLICY pipeline_stage_system ON pipeline_stage`);
    this.addSql(`CREATE POLICY pipeline_stage_system ON pipeline_stage FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`DROP POLICY account_system ON account`);
    this.addSql(`CREATE POLICY account_system ON account FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`DROP POLICY contact_system ON contact`);
    this.addSql(`CREATE POLICY contact_system ON contact FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`DROP POLICY deal_system ON deal`);
    this.addSql(`CREATE POLICY deal_system ON deal FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`DROP POLICY deal_stage_history_system ON deal_stage_history`);
    this.addSql(`CREATE POLICY deal_stage_history_system ON deal_stage_history FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`DROP POLICY change_system ON change`);
    this.addSql(`CREATE POLICY change_system ON change FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`DROP POLICY picklist_value_system ON picklist_value`);
    this.addSql(`CREATE POLICY picklist_value_system ON picklist_value FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`DROP POLICY credential_system ON credential`);
    this.addSql(`CREATE POLICY credential_system ON credential FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`ALTER TABLE signing_key ADD COLUMN purpose text NOT NULL DEFAULT 'TOKEN'`);
    this.addSql(`ALTER TABLE signing_key ADD COLUMN expires_at timestamptz(3)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON signing_key TO crm_system`);
    this.addSql(`CREATE TABLE session (
  org uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  last_used_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  address text NOT NULL,
  user_agent text NOT NULL,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE session ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE session FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX session_user_idx ON session (org, user_id)`);
    this.addSql(`CREATE INDEX session_expires_idx ON session (expires_at)`);
    this.addSql(`CREATE POLICY session_system ON session FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON session TO crm_system`);
    this.addSql(`CREATE TABLE refresh_token (
  org uuid NOT NULL,
  hash bytea NOT NULL,
  session_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  used_at timestamptz(3),
  PRIMARY KEY (hash)
)`);
    this.addSql(`ALTER TABLE refresh_token ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE refresh_token FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX refresh_token_session_idx ON refresh_token (org, session_id)`);
    this.addSql(`CREATE POLICY refresh_token_system ON refresh_token FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON refresh_token TO crm_system`);
    this.addSql(`CREATE TABLE one_time_token (
  org uuid NOT NULL,
  hash bytea NOT NULL,
  user_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  PRIMARY KEY (hash)
)`);
    this.addSql(`ALTER TABLE one_time_token ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE one_time_token FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX one_time_token_user_idx ON one_time_token (org, user_id, kind)`);
    this.addSql(`CREATE INDEX one_time_token_expires_idx ON one_time_token (expires_at)`);
    this.addSql(`CREATE POLICY one_time_token_system ON one_time_token FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, DELETE ON one_time_token TO crm_system`);
    this.addSql(`CREATE TABLE api_key (
  org uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  name text NOT NULL,
  prefix text COLLATE "C" NOT NULL,
  hash bytea NOT NULL,
  is_read_only boolean NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE api_key ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE api_key FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE UNIQUE INDEX api_key_prefix_key ON api_key (prefix)`);
    this.addSql(`CREATE INDEX api_key_user_idx ON api_key (org, user_id)`);
    this.addSql(`CREATE POLICY api_key_system ON api_key FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON api_key TO crm_system`);
    this.addSql(`CREATE TABLE sign_in_attempt (
  hash bytea NOT NULL,
  kind text COLLATE "C" NOT NULL,
  failures integer NOT NULL,
  failed_at timestamptz(3) NOT NULL DEFAULT now(),
  forget_at timestamptz(3) NOT NULL,
  PRIMARY KEY (hash)
)`);
    this.addSql(`ALTER TABLE sign_in_attempt ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE sign_in_attempt FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX sign_in_attempt_forget_idx ON sign_in_attempt (forget_at)`);
    this.addSql(`CREATE POLICY sign_in_attempt_system ON sign_in_attempt FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt TO crm_system`);
    this.addSql(`ALTER TABLE session ADD CONSTRAINT session_user_fk FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE refresh_token ADD CONSTRAINT refresh_token_session_fk FOREIGN KEY (org, session_id) REFERENCES session (org, id) ON DELETE CASCADE`);
    this.addSql(`ALTER TABLE one_time_token ADD CONSTRAINT one_time_token_user_fk FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE api_key ADD CONSTRAINT api_key_user_fk FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)`);
    // Written by hand: organisations that were there before get what new ones begin with. Behind its own wall the owner
    // would change no row, and triggers would take it for changes that somebody made.
    const filled = ['organization', 'app_user', 'role', 'profile', 'currency', 'account', 'deal', 'pipeline_stage'];
    for (const table of filled) this.addSql(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    for (const table of ['app_user', 'deal']) this.addSql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    this.addSql(`INSERT INTO role (org, id, name) SELECT org, crm_uuid7(), 'CEO' FROM organization`);
    this.addSql(`INSERT INTO profile (org, id, name, kind, description)
  SELECT o.org, crm_uuid7(), p.name, p.kind, p.description FROM organization o
    CROSS JOIN (VALUES ('Administrator', 'ADMINISTRATOR', 'May do everything.'), ('Standard', 'STANDARD', 'Works with records.')) p(name, kind, description)`);
    // Whoever was there first runs the organisation; the others get the same rights from them.
    this.addSql(`UPDATE app_user u SET role_id = r.id, profile_id = p.id FROM role r, profile p
  WHERE r.org = u.org AND p.org = u.org
    AND p.kind = CASE WHEN u.id = (SELECT first.id FROM app_user first WHERE first.org = u.org ORDER BY first.id LIMIT 1) THEN 'ADMINISTRATOR' ELSE 'STANDARD' END`);
    this.addSql(`ALTER TABLE app_user ALTER COLUMN role_id SET NOT NULL, ALTER COLUMN profile_id SET NOT NULL`);
    this.addSql(`INSERT INTO currency (org, id, iso_code, name, symbol)
  SELECT org, crm_uuid7(), code, code, code FROM (
    SELECT org, base_currency AS code FROM organization UNION SELECT org, currency FROM account UNION SELECT org, currency FROM deal) used`);
    this.addSql(`UPDATE deal d SET closed_at = d.modified_at, sales_cycle_duration = greatest(0, extract(day FROM d.modified_at - d.created_at)::int)
  FROM pipeline_stage s WHERE s.org = d.org AND s.id = d.stage_id AND s.category <> 'OPEN'`);
    for (const table of ['app_user', 'deal']) this.addSql(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    for (const table of filled) this.addSql(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }
}
