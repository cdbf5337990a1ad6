import { Migration } from '@mikro-orm/migrations';

export class Migration20261125145153 extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE idempotency_key (
  org uuid NOT NULL,
  credential_id uuid NOT NULL,
  key bytea NOT NULL,
  fingerprint bytea NOT NULL,
  access text COLLATE "C" NOT NULL,
  answer text COLLATE "C",
  withheld jsonb,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (org, credential_id, key)
)`);
    this.addSql(`ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX idempotency_key_created_idx ON idempotency_key (created_at)`);
    this.addSql(`CREATE POLICY idempotency_key_org ON idempotency_key FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY idempotency_key_system ON idempotency_key FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON idempotency_key TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO crm_system`);
  }
}
