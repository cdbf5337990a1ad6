import { Migration } from '@mikro-orm/migrations';

export class Migration20261125155752 extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE job (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  kind text COLLATE "und-x-icu" NOT NULL,
  state text COLLATE "C" NOT NULL DEFAULT 'QUEUED',
  total integer,
  processed integer NOT NULL DEFAULT 0,
  created integer NOT NULL DEFAULT 0,
  updated integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  failed integer NOT NULL DEFAULT 0,
  started_at timestamptz(3),
  finished_at timestamptz(3),
  error_code text COLLATE "und-x-icu",
  error_message text COLLATE "und-x-icu",
  file_id text COLLATE "und-x-icu",
  result jsonb,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE job ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE job FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE POLICY job_org ON job FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY job_system ON job FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON job TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON job TO crm_system`);
    this.addSql(`CREATE TABLE job_row (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  job_id uuid NOT NULL,
  place integer NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  record_id text COLLATE "und-x-icu",
  error_code text COLLATE "und-x-icu",
  error_message text COLLATE "und-x-icu",
  faults jsonb,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE job_row ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE job_row FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX job_row_job_id_idx ON job_row (org, job_id, id)`);
    this.addSql(`CREATE POLICY job_row_org ON job_row FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY job_row_system ON job_row FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON job_row TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON job_row TO crm_system`);
    this.addSql(`CREATE TABLE job_run (
  org uuid NOT NULL,
  job_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  user_id uuid NOT NULL,
  parameters jsonb NOT NULL,
  cursor jsonb,
  is_undo boolean NOT NULL DEFAULT false,
  is_live boolean NOT NULL DEFAULT true,
  ticket uuid NOT NULL,
  attempt integer NOT NULL DEFAULT 0,
  PRIMARY KEY (org, job_id)
)`);
    this.addSql(`ALTER TABLE job_run ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE job_run FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX job_run_live_idx ON job_run (org, job_id) WHERE is_live`);
    this.addSql(`CREATE POLICY job_run_org ON job_run FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY job_run_system ON job_run FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON job_run TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON job_run TO crm_system`);
    this.addSql(`CREATE TABLE file (
  org uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  file_name text NOT NULL,
  content_type text COLLATE "C" NOT NULL,
  size bigint NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE file ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE file FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE UNIQUE INDEX file_key_key ON file (key)`);
    this.addSql(`CREATE INDEX file_expires_idx ON file (expires_at)`);
    this.addSql(`CREATE POLICY file_org ON file FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY file_system ON file FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT ON file TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON file TO crm_system`);
    this.addSql(`CREATE TABLE upload_ticket (
  org uuid NOT NULL,
  hash bytea NOT NULL,
  user_id uuid NOT NULL,
  file_id uuid NOT NULL,
  file_name text NOT NULL,
  content_type text COLLATE "C" NOT NULL,
  size bigint NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  PRIMARY KEY (hash)
)`);
    this.addSql(`ALTER TABLE upload_ticket ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE upload_ticket FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX upload_ticket_expires_idx ON upload_ticket (expires_at)`);
    this.addSql(`CREATE POLICY upload_ticket_system ON upload_ticket FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON upload_ticket TO crm_system`);
    this.addSql(`ALTER TABLE job_row ADD CONSTRAINT job_row_job_id_fk FOREIGN KEY (org, job_id) REFERENCES job (org, id)`);
    this.addSql(`ALTER TABLE job_run ADD CONSTRAINT job_run_job_fk FOREIGN KEY (org, job_id) REFERENCES job (org, id)`);
    this.addSql(`ALTER TABLE job_run ADD CONSTRAINT job_run_user_fk FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE file ADD CONSTRAINT file_user_fk FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE upload_ticket ADD CONSTRAINT upload_ticket_user_fk FOREIGN KEY (org, user_id) REFERENCES app_user (org, id)`);
    this.addSql(`CREATE OR REPLACE FUNCTION job_before() RETURNS trigger LANGUAGE plpgsql AS $$
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
    this.addSql(`CREATE OR REPLACE FUNCTION job_row_before() RETURNS trigger LANGUAGE plpgsql AS $$
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
    this.addSql(`CREATE TRIGGER job_before BEFORE INSERT OR UPDATE ON job FOR EACH ROW EXECUTE FUNCTION job_before()`);
    this.addSql(`CREATE TRIGGER job_row_before BEFORE INSERT OR UPDATE ON job_row FOR EACH ROW EXECUTE FUNCTION job_row_before()`);
  }
}
