import { Migration } from '@mikro-orm/migrations';

export class Migration20261125065524 extends Migration {
  override up(): void {
    this.addSql(`DROP POLICY organization_system ON organization`);
    this.addSql(`CREATE POLICY organization_system ON organization FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
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
    this.addSql(`ALTER TABLE app_user ADD COLUMN role_id uuid NOT NULL`);
    this.addSql(`ALTER TABLE app_user ADD COLUMN profile_id uuid NOT NULL`);
    this.addSql(`CREATE INDEX app_user_role_id_idx ON app_user (org, role_id, id)`);
    this.addSql(`CREATE INDEX app_user_profile_id_idx ON app_user (org, profile_id, id)`);
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
    this.addSql(`ALTER TABLE role ADD CONSTRAINT role_reports_to_id_fk FOREIGN KEY (org, reports_to_id) REFERENCES role (org, id)`);
    this.addSql(`ALTER TABLE app_user ADD CONSTRAINT app_user_role_id_fk FOREIGN KEY (org, role_id) REFERENCES role (org, id)`);
    this.addSql(`ALTER TABLE app_user ADD CONSTRAINT app_user_profile_id_fk FOREIGN KEY (org, profile_id) REFERENCES profile (org, id)`);
    this.addSql(`ALTER TABLE session ADD CONSTRAINT session_user_fk FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE refresh_token ADD CONSTRAINT refresh_token_session_fk FOREIGN KEY (org, session_id) REFERENCES session (org, id) ON DELETE CASCADE`);
    this.addSql(`ALTER TABLE one_time_token ADD CONSTRAINT one_time_token_user_fk FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE api_key ADD CONSTRAINT api_key_user_fk FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)`);
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
    SELECT n.org, 'User', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('firstName', n.first_name, 'lastName', n.last_name, 'fullName', n.full_name, 'email', n.email, 'status', n.status, 'roleId', n.role_id, 'profileId', n.profile_id, 'managerId', n.manager_id)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'User', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE TRIGGER role_before BEFORE INSERT OR UPDATE ON role FOR EACH ROW EXECUTE FUNCTION role_before()`);
    this.addSql(`CREATE TRIGGER role_log_insert AFTER INSERT ON role REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION role_log_insert()`);
    this.addSql(`CREATE TRIGGER role_log_update AFTER UPDATE ON role FOR EACH ROW EXECUTE FUNCTION role_log_update()`);
    this.addSql(`CREATE TRIGGER profile_before BEFORE INSERT OR UPDATE ON profile FOR EACH ROW EXECUTE FUNCTION profile_before()`);
    this.addSql(`CREATE TRIGGER profile_log_insert AFTER INSERT ON profile REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION profile_log_insert()`);
    this.addSql(`CREATE TRIGGER profile_log_update AFTER UPDATE ON profile FOR EACH ROW EXECUTE FUNCTION profile_log_update()`);
  }
}
