import { Migration } from '@mikro-orm/migrations';

export class Migration20261125064028 extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE organization ADD COLUMN fiscal_year_start integer NOT NULL DEFAULT 1`);
    this.addSql(`ALTER TABLE organization ADD COLUMN week_start text COLLATE "C" NOT NULL DEFAULT 'MONDAY'`);
    this.addSql(`ALTER TABLE organization ADD COLUMN time_zone text COLLATE "und-x-icu" NOT NULL DEFAULT 'UTC'`);
    this.addSql(`ALTER TABLE organization ADD COLUMN language text COLLATE "und-x-icu" NOT NULL DEFAULT 'en'`);
    this.addSql(`ALTER TABLE organization ADD COLUMN date_format text COLLATE "C" NOT NULL DEFAULT 'YMD_DASHES'`);
    this.addSql(`ALTER TABLE organization ADD COLUMN time_format text COLLATE "C" NOT NULL DEFAULT 'H24'`);
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
    this.addSql(`CREATE POLICY role_system ON role FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
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
    this.addSql(`CREATE POLICY profile_system ON profile FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON profile TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON profile TO crm_system`);
    this.addSql(`ALTER TABLE app_user ADD COLUMN role_id uuid NOT NULL`);
    this.addSql(`ALTER TABLE app_user ADD COLUMN profile_id uuid NOT NULL`);
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
    this.addSql(`CREATE POLICY currency_system ON currency FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
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
    this.addSql(`CREATE POLICY exchange_rate_system ON exchange_rate FOR ALL TO crm_system USING (true) WITH CHECK (true)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON exchange_rate TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON exchange_rate TO crm_system`);
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
    this.addSql(`CREATE OR REPLACE FUNCTION organization_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Organization', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('name', n.name, 'baseCurrency', n.base_currency, 'fiscalYearStart', n.fiscal_year_start, 'weekStart', n.week_start, 'timeZone', n.time_zone, 'language', n.language, 'dateFormat', n.date_format, 'timeFormat', n.time_format, 'numberFormat', n.number_format)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  }
}
