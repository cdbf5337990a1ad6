import { Migration } from '@mikro-orm/migrations';

export class Migration20261201030000 extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE campaign_member ADD COLUMN person_id uuid`);
    this.addSql(`ALTER TABLE campaign_member ADD COLUMN person_module text COLLATE "C"`);
    this.addSql(`ALTER TABLE product_link ADD COLUMN record_id uuid`);
    this.addSql(`ALTER TABLE product_link ADD COLUMN record_module text COLLATE "C"`);
    // Written by hand: links that were there before keep their record. No change of theirs.
    for (const [table, name, modules] of [
      ['campaign_member', 'person', ['lead', 'contact']],
      ['product_link', 'record', ['lead', 'account', 'contact', 'deal', 'vendor']],
    ] as const) {
      const ids = modules.map((module) => `${module}_id`).join(', ');
      const module = modules.map((one) => `WHEN ${one}_id IS NOT NULL THEN '${one}'`).join(' ');
      this.addSql(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
      this.addSql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      this.addSql(`UPDATE ${table} SET ${name}_id = coalesce(${ids}), ${name}_module = CASE ${module} END`);
      this.addSql(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      this.addSql(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      for (const column of [`${name}_id`, `${name}_module`]) this.addSql(`ALTER TABLE ${table} ALTER COLUMN ${column} SET NOT NULL`);
      // The checks and keys of these columns go with them.
      for (const one of modules) this.addSql(`ALTER TABLE ${table} DROP COLUMN ${one}_id`);
    }
    this.addSql(`ALTER TABLE campaign_member ADD CONSTRAINT campaign_member_person_module_check CHECK (person_module IN ('lead', 'contact'))`);
    this.addSql(`ALTER TABLE product_link ADD CONSTRAINT product_link_record_module_check CHECK (record_module IN ('lead', 'account', 'contact', 'deal', 'vendor'))`);
    this.addSql(`CREATE INDEX campaign_member_person_id_idx ON campaign_member (org, person_id, id)`);
    this.addSql(`CREATE UNIQUE INDEX campaign_member_campaign_id_person_id_key ON campaign_member (org, campaign_id, person_id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE INDEX product_link_record_id_idx ON product_link (org, record_id, id)`);
    this.addSql(`CREATE UNIQUE INDEX product_link_product_id_record_id_key ON product_link (org, product_id, record_id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE OR REPLACE FUNCTION campaign_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE campaign_member p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM lead o WHERE o.org = p.org AND o.id = p.person_id UNION ALL SELECT o.deleted_at FROM contact o WHERE o.org = p.org AND o.id = p.person_id) e) END WHERE p.org = new.org AND p.campaign_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM campaign_member x WHERE x.org = p.org AND x.campaign_id = p.campaign_id AND x.person_id = p.person_id AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION vendor_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE product_link p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM product o WHERE o.org = p.org AND o.id = p.product_id) e) END WHERE p.org = new.org AND p.record_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.record_id = p.record_id AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION account_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE product_link p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM product o WHERE o.org = p.org AND o.id = p.product_id) e) END WHERE p.org = new.org AND p.record_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.record_id = p.record_id AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION contact_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE deal_contact_role p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM deal o WHERE o.org = p.org AND o.id = p.deal_id) e) END WHERE p.org = new.org AND p.contact_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM deal_contact_role x WHERE x.org = p.org AND x.deal_id = p.deal_id AND x.contact_id = p.contact_id AND x.deleted_at IS NULL));
    UPDATE campaign_member p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM campaign o WHERE o.org = p.org AND o.id = p.campaign_id) e) END WHERE p.org = new.org AND p.person_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM campaign_member x WHERE x.org = p.org AND x.campaign_id = p.campaign_id AND x.person_id = p.person_id AND x.deleted_at IS NULL));
    UPDATE product_link p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM product o WHERE o.org = p.org AND o.id = p.product_id) e) END WHERE p.org = new.org AND p.record_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.record_id = p.record_id AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE deal_contact_role p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM contact o WHERE o.org = p.org AND o.id = p.contact_id) e) END WHERE p.org = new.org AND p.deal_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM deal_contact_role x WHERE x.org = p.org AND x.deal_id = p.deal_id AND x.contact_id = p.contact_id AND x.deleted_at IS NULL));
    UPDATE product_link p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM product o WHERE o.org = p.org AND o.id = p.product_id) e) END WHERE p.org = new.org AND p.record_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.record_id = p.record_id AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION lead_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE campaign_member p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM campaign o WHERE o.org = p.org AND o.id = p.campaign_id) e) END WHERE p.org = new.org AND p.person_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM campaign_member x WHERE x.org = p.org AND x.campaign_id = p.campaign_id AND x.person_id = p.person_id AND x.deleted_at IS NULL));
    UPDATE product_link p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM product o WHERE o.org = p.org AND o.id = p.product_id) e) END WHERE p.org = new.org AND p.record_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.record_id = p.record_id AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION campaign_member_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'CampaignMember', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('campaignId', n.campaign_id, 'personId', n.person_module || '_' || n.person_id, 'memberStatus', n.member_status, 'statusChangedAt', n.status_changed_at)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.person_id IS DISTINCT FROM old.person_id THEN was := was || jsonb_build_object('personId', old.person_module || '_' || old.person_id); became := became || jsonb_build_object('personId', new.person_module || '_' || new.person_id); END IF;
  IF new.member_status IS DISTINCT FROM old.member_status THEN was := was || jsonb_build_object('memberStatus', old.member_status); became := became || jsonb_build_object('memberStatus', new.member_status); END IF;
  IF new.status_changed_at IS DISTINCT FROM old.status_changed_at THEN was := was || jsonb_build_object('statusChangedAt', old.status_changed_at); became := became || jsonb_build_object('statusChangedAt', new.status_changed_at); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'CampaignMember', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION product_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE product_tax p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM tax o WHERE o.org = p.org AND o.id = p.tax_id) e) END WHERE p.org = new.org AND p.product_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_tax x WHERE x.org = p.org AND x.product_id = p.product_id AND x.tax_id = p.tax_id AND x.deleted_at IS NULL));
    UPDATE product_link p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM lead o WHERE o.org = p.org AND o.id = p.record_id UNION ALL SELECT o.deleted_at FROM account o WHERE o.org = p.org AND o.id = p.record_id UNION ALL SELECT o.deleted_at FROM contact o WHERE o.org = p.org AND o.id = p.record_id UNION ALL SELECT o.deleted_at FROM deal o WHERE o.org = p.org AND o.id = p.record_id UNION ALL SELECT o.deleted_at FROM vendor o WHERE o.org = p.org AND o.id = p.record_id) e) END WHERE p.org = new.org AND p.product_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.record_id = p.record_id AND x.deleted_at IS NULL));
    UPDATE list_price p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM price_book o WHERE o.org = p.org AND o.id = p.price_book_id) e) END WHERE p.org = new.org AND p.product_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM list_price x WHERE x.org = p.org AND x.price_book_id = p.price_book_id AND x.product_id = p.product_id AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION product_link_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'ProductLink', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('productId', n.product_id, 'recordId', n.record_module || '_' || n.record_id, 'description', n.description)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION product_link_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.product_id IS DISTINCT FROM old.product_id THEN was := was || jsonb_build_object('productId', old.product_id); became := became || jsonb_build_object('productId', new.product_id); END IF;
  IF new.record_id IS DISTINCT FROM old.record_id THEN was := was || jsonb_build_object('recordId', old.record_module || '_' || old.record_id); became := became || jsonb_build_object('recordId', new.record_module || '_' || new.record_id); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'ProductLink', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
  }
}
