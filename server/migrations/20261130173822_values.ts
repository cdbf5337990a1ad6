import { Migration } from '@mikro-orm/migrations';

export class Migration20261130173822 extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE organization ADD COLUMN name_format text COLLATE "C" NOT NULL DEFAULT 'SALUTATION_FIRST_LAST'`);
    this.addSql(`ALTER TABLE app_user ADD COLUMN name_format text COLLATE "C"`);
    this.addSql(`ALTER TABLE app_user ADD COLUMN email_key text COLLATE "C"`);
    this.addSql(`DROP INDEX app_user_email_key`);
    this.addSql(`ALTER TABLE deal ADD COLUMN stage_entered_at timestamptz(3)`);
    this.addSql(`ALTER TABLE deal_stage_history ADD COLUMN is_stage_entry boolean NOT NULL DEFAULT true`);
    this.addSql(`ALTER TABLE deal_stage_history ADD COLUMN seconds_in_stage integer`);
    this.addSql(`ALTER TABLE tax ADD COLUMN name_key text COLLATE "C"`);
    this.addSql(`DROP INDEX tax_name_key`);
    this.addSql(`ALTER TABLE product ADD COLUMN product_code_key text COLLATE "C"`);
    this.addSql(`DROP INDEX product_product_code_key`);
    this.addSql(`ALTER TABLE import_mapping ADD COLUMN name_key text COLLATE "C"`);
    this.addSql(`DROP INDEX import_mapping_name_key`);
    this.addSql(`ALTER TABLE unique_value DROP CONSTRAINT unique_value_pkey, ADD PRIMARY KEY (org, module, field, value) DEFERRABLE`);
    this.addSql(`ALTER TABLE app_user ADD CONSTRAINT app_user_email_key UNIQUE (org, email_key) DEFERRABLE`);
    this.addSql(`ALTER TABLE tax ADD CONSTRAINT tax_name_key UNIQUE (org, name_key) DEFERRABLE`);
    this.addSql(`ALTER TABLE product ADD CONSTRAINT product_product_code_key UNIQUE (org, product_code_key) DEFERRABLE`);
    this.addSql(`ALTER TABLE import_mapping ADD CONSTRAINT import_mapping_name_key UNIQUE (org, name_key) DEFERRABLE`);
    this.addSql(`CREATE OR REPLACE FUNCTION crm_fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN value COLLATE "C" ~ '^[!-~]+( [!-~]+)*$' THEN lower(value COLLATE "C")
    ELSE lower(btrim(regexp_replace(normalize(value, NFC) COLLATE "C", '[\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+', ' ', 'g')) COLLATE "und-x-icu") COLLATE "C" END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION organization_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Organization', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('name', n.name, 'baseCurrency', n.base_currency, 'fiscalYearStart', n.fiscal_year_start, 'weekStart', n.week_start, 'timeZone', n.time_zone, 'language', n.language, 'dateFormat', n.date_format, 'timeFormat', n.time_format, 'requiresLeadCompany', n.requires_lead_company, 'requiresReasonForLoss', n.requires_reason_for_loss, 'allowsEditedTaxRates', n.allows_edited_tax_rates, 'discountTiming', n.discount_timing, 'pricesIncludeTax', n.prices_include_tax, 'nameFormat', n.name_format, 'numberFormat', n.number_format, 'legalName', n.legal_name, 'street', n.street, 'city', n.city, 'state', n.state, 'postalCode', n.postal_code, 'country', n.country, 'phone', n.phone, 'email', n.email, 'website', n.website, 'vatNumber', n.vat_number, 'chamberOfCommerceNumber', n.chamber_of_commerce_number, 'iban', n.iban, 'bic', n.bic)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.allows_edited_tax_rates IS DISTINCT FROM old.allows_edited_tax_rates THEN was := was || jsonb_build_object('allowsEditedTaxRates', old.allows_edited_tax_rates); became := became || jsonb_build_object('allowsEditedTaxRates', new.allows_edited_tax_rates); END IF;
  IF new.discount_timing IS DISTINCT FROM old.discount_timing THEN was := was || jsonb_build_object('discountTiming', old.discount_timing); became := became || jsonb_build_object('discountTiming', new.discount_timing); END IF;
  IF new.prices_include_tax IS DISTINCT FROM old.prices_include_tax THEN was := was || jsonb_build_object('pricesIncludeTax', old.prices_include_tax); became := became || jsonb_build_object('pricesIncludeTax', new.prices_include_tax); END IF;
  IF new.name_format IS DISTINCT FROM old.name_format THEN was := was || jsonb_build_object('nameFormat', old.name_format); became := became || jsonb_build_object('nameFormat', new.name_format); END IF;
  IF new.number_format IS DISTINCT FROM old.number_format THEN was := was || jsonb_build_object('numberFormat', old.number_format); became := became || jsonb_build_object('numberFormat', new.number_format); END IF;
  IF new.legal_name IS DISTINCT FROM old.legal_name THEN was := was || jsonb_build_object('legalName', old.legal_name); became := became || jsonb_build_object('legalName', new.legal_name); END IF;
  IF new.street IS DISTINCT FROM old.street THEN was := was || jsonb_build_object('street', old.street); became := became || jsonb_build_object('street', new.street); END IF;
  IF new.city IS DISTINCT FROM old.city THEN was := was || jsonb_build_object('city', old.city); became := became || jsonb_build_object('city', new.city); END IF;
  IF new.state IS DISTINCT FROM old.state THEN was := was || jsonb_build_object('state', old.state); became := became || jsonb_build_object('state', new.state); END IF;
  IF new.postal_code IS DISTINCT FROM old.postal_code THEN was := was || jsonb_build_object('postalCode', old.postal_code); became := became || jsonb_build_object('postalCode', new.postal_code); END IF;
  IF new.country IS DISTINCT FROM old.country THEN was := was || jsonb_build_object('country', old.country); became := became || jsonb_build_object('country', new.country); END IF;
  IF new.phone IS DISTINCT FROM old.phone THEN was := was || jsonb_build_object('phone', old.phone); became := became || jsonb_build_object('phone', new.phone); END IF;
  IF new.email IS DISTINCT FROM old.email THEN was := was || jsonb_build_object('email', old.email); became := became || jsonb_build_object('email', new.email); END IF;
  IF new.website IS DISTINCT FROM old.website THEN was := was || jsonb_build_object('website', old.website); became := became || jsonb_build_object('website', new.website); END IF;
  IF new.vat_number IS DISTINCT FROM old.vat_number THEN was := was || jsonb_build_object('vatNumber', old.vat_number); became := became || jsonb_build_object('vatNumber', new.vat_number); END IF;
  IF new.chamber_of_commerce_number IS DISTINCT FROM old.chamber_of_commerce_number THEN was := was || jsonb_build_object('chamberOfCommerceNumber', old.chamber_of_commerce_number); became := became || jsonb_build_object('chamberOfCommerceNumber', new.chamber_of_commerce_number); END IF;
  IF new.iban IS DISTINCT FROM old.iban THEN was := was || jsonb_build_object('iban', old.iban); became := became || jsonb_build_object('iban', new.iban); END IF;
  IF new.bic IS DISTINCT FROM old.bic THEN was := was || jsonb_build_object('bic', old.bic); became := became || jsonb_build_object('bic', new.bic); END IF;
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
  new.full_name := concat_ws(' ', new.first_name, new.last_name);
  new.email_key := crm_fold(new.email);
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
    this.addSql(`CREATE OR REPLACE FUNCTION app_user_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'User', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('firstName', n.first_name, 'lastName', n.last_name, 'fullName', n.full_name, 'email', n.email, 'status', n.status, 'roleId', n.role_id, 'profileId', n.profile_id, 'managerId', n.manager_id, 'language', n.language, 'timeZone', n.time_zone, 'weekStart', n.week_start, 'dateFormat', n.date_format, 'timeFormat', n.time_format, 'numberFormat', n.number_format, 'nameFormat', n.name_format)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.name_format IS DISTINCT FROM old.name_format THEN was := was || jsonb_build_object('nameFormat', old.name_format); became := became || jsonb_build_object('nameFormat', new.name_format); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'User', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION currency_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE exchange_rate p SET deleted_at = new.deleted_at WHERE p.org = new.org AND p.currency_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM exchange_rate x WHERE x.org = p.org AND x.currency_id = p.currency_id AND x.valid_from = p.valid_from AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
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
  new.duplicate_key := crm_fold(new.campaign_name);
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
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Campaign' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'campaignName' THEN crm_fold(n.campaign_name) WHEN 'expectedResponse' THEN n.expected_response::text WHEN 'numSent' THEN n.num_sent::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'campaignName' THEN crm_fold(new.campaign_name) WHEN 'expectedResponse' THEN new.expected_response::text WHEN 'numSent' THEN new.num_sent::text END) k(value) WHERE u.org = new.org AND u.module = 'Campaign' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION vendor_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  base_currency text := crm_base_currency(new.org);
BEGIN
  IF tg_op = 'INSERT' THEN
    new.currency := coalesce(new.currency, base_currency);
    new.exchange_rate := coalesce(new.exchange_rate, 1);
  END IF;
  new.duplicate_key := crm_fold(new.vendor_name);
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
    SELECT n.org, 'Vendor', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'vendorName', n.vendor_name, 'email', n.email, 'phone', n.phone, 'website', n.website, 'glAccount', n.gl_account, 'vatNumber', n.vat_number, 'category', n.category, 'street', n.street, 'city', n.city, 'state', n.state, 'zipCode', n.zip_code, 'country', n.country, 'emailOptOut', n.email_opt_out, 'unsubscribedMode', n.unsubscribed_mode, 'unsubscribedAt', n.unsubscribed_at, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'Vendor', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'Vendor', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'Vendor') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Vendor' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'vendorName' THEN crm_fold(n.vendor_name) WHEN 'email' THEN crm_fold(n.email) WHEN 'phone' THEN crm_fold(n.phone) WHEN 'website' THEN crm_fold(n.website) WHEN 'vatNumber' THEN crm_fold(n.vat_number) WHEN 'category' THEN crm_fold(n.category) WHEN 'street' THEN crm_fold(n.street) WHEN 'city' THEN crm_fold(n.city) WHEN 'state' THEN crm_fold(n.state) WHEN 'zipCode' THEN crm_fold(n.zip_code) WHEN 'country' THEN crm_fold(n.country) END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
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
  IF new.currency IS DISTINCT FROM old.currency THEN was := was || jsonb_build_object('currency', old.currency); became := became || jsonb_build_object('currency', new.currency); END IF;
  IF new.exchange_rate IS DISTINCT FROM old.exchange_rate THEN was := was || jsonb_build_object('exchangeRate', old.exchange_rate); became := became || jsonb_build_object('exchangeRate', new.exchange_rate); END IF;
  IF new.vendor_name IS DISTINCT FROM old.vendor_name THEN was := was || jsonb_build_object('vendorName', old.vendor_name); became := became || jsonb_build_object('vendorName', new.vendor_name); END IF;
  IF new.email IS DISTINCT FROM old.email THEN was := was || jsonb_build_object('email', old.email); became := became || jsonb_build_object('email', new.email); END IF;
  IF new.phone IS DISTINCT FROM old.phone THEN was := was || jsonb_build_object('phone', old.phone); became := became || jsonb_build_object('phone', new.phone); END IF;
  IF new.website IS DISTINCT FROM old.website THEN was := was || jsonb_build_object('website', old.website); became := became || jsonb_build_object('website', new.website); END IF;
  IF new.gl_account IS DISTINCT FROM old.gl_account THEN was := was || jsonb_build_object('glAccount', old.gl_account); became := became || jsonb_build_object('glAccount', new.gl_account); END IF;
  IF new.vat_number IS DISTINCT FROM old.vat_number THEN was := was || jsonb_build_object('vatNumber', old.vat_number); became := became || jsonb_build_object('vatNumber', new.vat_number); END IF;
  IF new.category IS DISTINCT FROM old.category THEN was := was || jsonb_build_object('category', old.category); became := became || jsonb_build_object('category', new.category); END IF;
  IF new.street IS DISTINCT FROM old.street THEN was := was || jsonb_build_object('street', old.street); became := became || jsonb_build_object('street', new.street); END IF;
  IF new.city IS DISTINCT FROM old.city THEN was := was || jsonb_build_object('city', old.city); became := became || jsonb_build_object('city', new.city); END IF;
  IF new.state IS DISTINCT FROM old.state THEN was := was || jsonb_build_object('state', old.state); became := became || jsonb_build_object('state', new.state); END IF;
  IF new.zip_code IS DISTINCT FROM old.zip_code THEN was := was || jsonb_build_object('zipCode', old.zip_code); became := became || jsonb_build_object('zipCode', new.zip_code); END IF;
  IF new.country IS DISTINCT FROM old.country THEN was := was || jsonb_build_object('country', old.country); became := became || jsonb_build_object('country', new.country); END IF;
  IF new.email_opt_out IS DISTINCT FROM old.email_opt_out THEN was := was || jsonb_build_object('emailOptOut', old.email_opt_out); became := became || jsonb_build_object('emailOptOut', new.email_opt_out); END IF;
  IF new.unsubscribed_mode IS DISTINCT FROM old.unsubscribed_mode THEN was := was || jsonb_build_object('unsubscribedMode', old.unsubscribed_mode); became := became || jsonb_build_object('unsubscribedMode', new.unsubscribed_mode); END IF;
  IF new.unsubscribed_at IS DISTINCT FROM old.unsubscribed_at THEN was := was || jsonb_build_object('unsubscribedAt', old.unsubscribed_at); became := became || jsonb_build_object('unsubscribedAt', new.unsubscribed_at); END IF;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'vendorName' THEN crm_fold(new.vendor_name) WHEN 'email' THEN crm_fold(new.email) WHEN 'phone' THEN crm_fold(new.phone) WHEN 'website' THEN crm_fold(new.website) WHEN 'vatNumber' THEN crm_fold(new.vat_number) WHEN 'category' THEN crm_fold(new.category) WHEN 'street' THEN crm_fold(new.street) WHEN 'city' THEN crm_fold(new.city) WHEN 'state' THEN crm_fold(new.state) WHEN 'zipCode' THEN crm_fold(new.zip_code) WHEN 'country' THEN crm_fold(new.country) END) k(value) WHERE u.org = new.org AND u.module = 'Vendor' AND k.value IS NOT NULL;
    END IF;
  END IF;
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
  new.duplicate_key := crm_fold(new.account_name);
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
    this.addSql(`CREATE OR REPLACE FUNCTION account_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Account', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'accountName', n.account_name, 'parentAccountId', n.parent_account_id, 'accountNumber', n.account_number, 'accountSite', n.account_site, 'accountType', n.account_type, 'industry', n.industry, 'ownership', n.ownership, 'rating', n.rating, 'annualRevenue', n.annual_revenue, 'annualRevenueInBaseCurrency', n.annual_revenue_base, 'employees', n.employees, 'tickerSymbol', n.ticker_symbol, 'sicCode', n.sic_code, 'vatNumber', n.vat_number, 'paymentTermDays', n.payment_term_days, 'paymentTermBasis', n.payment_term_basis, 'phone', n.phone, 'fax', n.fax, 'website', n.website, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'Account', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'Account', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'Account') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Account' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'accountName' THEN crm_fold(n.account_name) WHEN 'accountNumber' THEN crm_fold(n.account_number) WHEN 'accountSite' THEN crm_fold(n.account_site) WHEN 'employees' THEN n.employees::text WHEN 'tickerSymbol' THEN crm_fold(n.ticker_symbol) WHEN 'sicCode' THEN crm_fold(n.sic_code) WHEN 'vatNumber' THEN crm_fold(n.vat_number) WHEN 'paymentTermDays' THEN n.payment_term_days::text WHEN 'phone' THEN crm_fold(n.phone) WHEN 'fax' THEN crm_fold(n.fax) WHEN 'website' THEN crm_fold(n.website) WHEN 'billingStreet' THEN crm_fold(n.billing_street) WHEN 'billingCity' THEN crm_fold(n.billing_city) WHEN 'billingState' THEN crm_fold(n.billing_state) WHEN 'billingCode' THEN crm_fold(n.billing_code) WHEN 'billingCountry' THEN crm_fold(n.billing_country) WHEN 'shippingStreet' THEN crm_fold(n.shipping_street) WHEN 'shippingCity' THEN crm_fold(n.shipping_city) WHEN 'shippingState' THEN crm_fold(n.shipping_state) WHEN 'shippingCode' THEN crm_fold(n.shipping_code) WHEN 'shippingCountry' THEN crm_fold(n.shipping_country) END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
  END IF;
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
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN was := was || jsonb_build_object('externalIds', old.external_ids); became := became || jsonb_build_object('externalIds', new.external_ids); END IF;
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
  IF new.vat_number IS DISTINCT FROM old.vat_number THEN was := was || jsonb_build_object('vatNumber', old.vat_number); became := became || jsonb_build_object('vatNumber', new.vat_number); END IF;
  IF new.payment_term_days IS DISTINCT FROM old.payment_term_days THEN was := was || jsonb_build_object('paymentTermDays', old.payment_term_days); became := became || jsonb_build_object('paymentTermDays', new.payment_term_days); END IF;
  IF new.payment_term_basis IS DISTINCT FROM old.payment_term_basis THEN was := was || jsonb_build_object('paymentTermBasis', old.payment_term_basis); became := became || jsonb_build_object('paymentTermBasis', new.payment_term_basis); END IF;
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
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field LIKE 'external:%';
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT new.org, 'Account', 'external:' || e.key, e.value, new.id FROM jsonb_each_text(new.external_ids) e;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(new.org::text || '/unique/' || 'Account', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = new.org AND u.module = 'Account') THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field NOT LIKE 'external:%';
    IF new.deleted_at IS NULL THEN
      INSERT INTO unique_value (org, module, field, value, record_id)
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'accountName' THEN crm_fold(new.account_name) WHEN 'accountNumber' THEN crm_fold(new.account_number) WHEN 'accountSite' THEN crm_fold(new.account_site) WHEN 'employees' THEN new.employees::text WHEN 'tickerSymbol' THEN crm_fold(new.ticker_symbol) WHEN 'sicCode' THEN crm_fold(new.sic_code) WHEN 'vatNumber' THEN crm_fold(new.vat_number) WHEN 'paymentTermDays' THEN new.payment_term_days::text WHEN 'phone' THEN crm_fold(new.phone) WHEN 'fax' THEN crm_fold(new.fax) WHEN 'website' THEN crm_fold(new.website) WHEN 'billingStreet' THEN crm_fold(new.billing_street) WHEN 'billingCity' THEN crm_fold(new.billing_city) WHEN 'billingState' THEN crm_fold(new.billing_state) WHEN 'billingCode' THEN crm_fold(new.billing_code) WHEN 'billingCountry' THEN crm_fold(new.billing_country) WHEN 'shippingStreet' THEN crm_fold(new.shipping_street) WHEN 'shippingCity' THEN crm_fold(new.shipping_city) WHEN 'shippingState' THEN crm_fold(new.shipping_state) WHEN 'shippingCode' THEN crm_fold(new.shipping_code) WHEN 'shippingCountry' THEN crm_fold(new.shipping_country) END) k(value) WHERE u.org = new.org AND u.module = 'Account' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION contact_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
  new.full_name := concat_ws(' ', new.first_name, new.last_name);
  new.duplicate_key := crm_fold(new.email);
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
    this.addSql(`CREATE OR REPLACE FUNCTION contact_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Contact', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'salutation', n.salutation, 'firstName', n.first_name, 'lastName', n.last_name, 'fullName', n.full_name, 'accountId', n.account_id, 'reportingToId', n.reporting_to_id, 'vendorId', n.vendor_id, 'title', n.title, 'department', n.department, 'assistant', n.assistant, 'asstPhone', n.asst_phone, 'email', n.email, 'secondaryEmail', n.secondary_email, 'phone', n.phone, 'homePhone', n.home_phone, 'otherPhone', n.other_phone, 'mobile', n.mobile, 'fax', n.fax, 'dateOfBirth', n.date_of_birth, 'leadSource', n.lead_source, 'emailOptOut', n.email_opt_out, 'unsubscribedMode', n.unsubscribed_mode, 'unsubscribedAt', n.unsubscribed_at, 'skypeId', n.skype_id, 'twitter', n.twitter, 'mailingStreet', n.mailing_street, 'mailingCity', n.mailing_city, 'mailingState', n.mailing_state, 'mailingZip', n.mailing_zip, 'mailingCountry', n.mailing_country, 'otherStreet', n.other_street, 'otherCity', n.other_city, 'otherState', n.other_state, 'otherZip', n.other_zip, 'otherCountry', n.other_country, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'Contact', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'Contact', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'Contact') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Contact' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'firstName' THEN crm_fold(n.first_name) WHEN 'lastName' THEN crm_fold(n.last_name) WHEN 'title' THEN crm_fold(n.title) WHEN 'department' THEN crm_fold(n.department) WHEN 'assistant' THEN crm_fold(n.assistant) WHEN 'asstPhone' THEN crm_fold(n.asst_phone) WHEN 'email' THEN crm_fold(n.email) WHEN 'secondaryEmail' THEN crm_fold(n.secondary_email) WHEN 'phone' THEN crm_fold(n.phone) WHEN 'homePhone' THEN crm_fold(n.home_phone) WHEN 'otherPhone' THEN crm_fold(n.other_phone) WHEN 'mobile' THEN crm_fold(n.mobile) WHEN 'fax' THEN crm_fold(n.fax) WHEN 'skypeId' THEN crm_fold(n.skype_id) WHEN 'twitter' THEN crm_fold(n.twitter) WHEN 'mailingStreet' THEN crm_fold(n.mailing_street) WHEN 'mailingCity' THEN crm_fold(n.mailing_city) WHEN 'mailingState' THEN crm_fold(n.mailing_state) WHEN 'mailingZip' THEN crm_fold(n.mailing_zip) WHEN 'mailingCountry' THEN crm_fold(n.mailing_country) WHEN 'otherStreet' THEN crm_fold(n.other_street) WHEN 'otherCity' THEN crm_fold(n.other_city) WHEN 'otherState' THEN crm_fold(n.other_state) WHEN 'otherZip' THEN crm_fold(n.other_zip) WHEN 'otherCountry' THEN crm_fold(n.other_country) END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
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
  IF new.unsubscribed_mode IS DISTINCT FROM old.unsubscribed_mode THEN was := was || jsonb_build_object('unsubscribedMode', old.unsubscribed_mode); became := became || jsonb_build_object('unsubscribedMode', new.unsubscribed_mode); END IF;
  IF new.unsubscribed_at IS DISTINCT FROM old.unsubscribed_at THEN was := was || jsonb_build_object('unsubscribedAt', old.unsubscribed_at); became := became || jsonb_build_object('unsubscribedAt', new.unsubscribed_at); END IF;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'firstName' THEN crm_fold(new.first_name) WHEN 'lastName' THEN crm_fold(new.last_name) WHEN 'title' THEN crm_fold(new.title) WHEN 'department' THEN crm_fold(new.department) WHEN 'assistant' THEN crm_fold(new.assistant) WHEN 'asstPhone' THEN crm_fold(new.asst_phone) WHEN 'email' THEN crm_fold(new.email) WHEN 'secondaryEmail' THEN crm_fold(new.secondary_email) WHEN 'phone' THEN crm_fold(new.phone) WHEN 'homePhone' THEN crm_fold(new.home_phone) WHEN 'otherPhone' THEN crm_fold(new.other_phone) WHEN 'mobile' THEN crm_fold(new.mobile) WHEN 'fax' THEN crm_fold(new.fax) WHEN 'skypeId' THEN crm_fold(new.skype_id) WHEN 'twitter' THEN crm_fold(new.twitter) WHEN 'mailingStreet' THEN crm_fold(new.mailing_street) WHEN 'mailingCity' THEN crm_fold(new.mailing_city) WHEN 'mailingState' THEN crm_fold(new.mailing_state) WHEN 'mailingZip' THEN crm_fold(new.mailing_zip) WHEN 'mailingCountry' THEN crm_fold(new.mailing_country) WHEN 'otherStreet' THEN crm_fold(new.other_street) WHEN 'otherCity' THEN crm_fold(new.other_city) WHEN 'otherState' THEN crm_fold(new.other_state) WHEN 'otherZip' THEN crm_fold(new.other_zip) WHEN 'otherCountry' THEN crm_fold(new.other_country) END) k(value) WHERE u.org = new.org AND u.module = 'Contact' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  probe deal;
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
  new.closed_at := CASE WHEN deal_stage_category(new.org, new.stage_id) = 'OPEN' THEN NULL ELSE coalesce(new.closed_at, now()) END;
  new.stage_entered_at := CASE WHEN tg_op = 'INSERT' THEN coalesce(new.closed_at, new.created_at, now()) WHEN new.stage_id IS DISTINCT FROM old.stage_id THEN now() ELSE new.stage_entered_at END;
  new.sales_cycle_duration := CASE WHEN new.closed_at IS NOT NULL THEN greatest(0, extract(day FROM new.closed_at - coalesce(new.created_at, now()))::int) END;
  new.duplicate_key := crm_fold(new.deal_name);
  IF tg_op = 'INSERT' THEN
    new.version := 1;
    new.created_at := coalesce(new.created_at, now());
    new.created_by_id := coalesce(new.created_by_id, actor);
    new.modified_at := coalesce(new.modified_at, now());
    new.modified_by_id := coalesce(new.modified_by_id, actor);
  ELSE
    IF new IS NOT DISTINCT FROM old THEN RETURN NULL; END IF;
    probe := new;
    probe.stage_entered_at := old.stage_entered_at;
    -- Derived values alone are no change of the record.
    IF probe IS NOT DISTINCT FROM old THEN RETURN new; END IF;
    new.version := old.version + 1;
    new.created_at := old.created_at;
    new.created_by_id := old.created_by_id;
    new.modified_at := now();
    new.modified_by_id := coalesce(actor, new.modified_by_id);
  END IF;
  RETURN new;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Deal', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'dealName', n.deal_name, 'accountId', n.account_id, 'contactId', n.contact_id, 'amount', n.amount, 'amountInBaseCurrency', n.amount_base, 'closingDate', n.closing_date, 'pipelineId', n.pipeline_id, 'stageId', n.stage_id, 'probability', n.probability, 'expectedRevenue', n.expected_revenue, 'expectedRevenueInBaseCurrency', n.expected_revenue_base, 'type', n.type, 'leadSource', n.lead_source, 'campaignSourceId', n.campaign_source_id, 'nextStep', n.next_step, 'reasonForLoss', n.reason_for_loss, 'closedAt', n.closed_at, 'stageEnteredAt', n.stage_entered_at, 'salesCycleDuration', n.sales_cycle_duration, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'Deal', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'Deal', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'Deal') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Deal' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'dealName' THEN crm_fold(n.deal_name) WHEN 'probability' THEN n.probability::text WHEN 'nextStep' THEN crm_fold(n.next_step) END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
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
  IF new.stage_entered_at IS DISTINCT FROM old.stage_entered_at THEN was := was || jsonb_build_object('stageEnteredAt', old.stage_entered_at); became := became || jsonb_build_object('stageEnteredAt', new.stage_entered_at); END IF;
  IF new.sales_cycle_duration IS DISTINCT FROM old.sales_cycle_duration THEN was := was || jsonb_build_object('salesCycleDuration', old.sales_cycle_duration); became := became || jsonb_build_object('salesCycleDuration', new.sales_cycle_duration); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF new.custom IS DISTINCT FROM old.custom THEN
    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became
      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;
  END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  IF new.version = old.version THEN operation := 'DERIVED'; END IF;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'dealName' THEN crm_fold(new.deal_name) WHEN 'probability' THEN new.probability::text WHEN 'nextStep' THEN crm_fold(new.next_step) END) k(value) WHERE u.org = new.org AND u.module = 'Deal' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_stage_seconds(entered timestamptz, until timestamptz) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT least(2147483647, greatest(0, floor(extract(epoch FROM until - entered))))::int
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_stage_history_append() RETURNS trigger LANGUAGE plpgsql AS $$
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
  new.duration_in_stage := new.seconds_in_stage / 86400;
  IF tg_op = 'INSERT' THEN
    new.version := 1;
    new.created_at := coalesce(new.created_at, now());
    new.created_by_id := coalesce(new.created_by_id, actor);
    new.modified_at := coalesce(new.modified_at, now());
    new.modified_by_id := coalesce(new.modified_by_id, actor);
  ELSE
    IF new IS NOT DISTINCT FROM old THEN RETURN NULL; END IF;
    probe := new;
    probe.is_stage_entry := old.is_stage_entry;
    probe.seconds_in_stage := old.seconds_in_stage;
    probe.duration_in_stage := old.duration_in_stage;
    -- Derived values alone are no change of the record.
    IF probe IS NOT DISTINCT FROM old THEN RETURN new; END IF;
    new.version := old.version + 1;
    new.created_at := old.created_at;
    new.created_by_id := old.created_by_id;
    new.modified_at := now();
    new.modified_by_id := coalesce(actor, new.modified_by_id);
  END IF;
  RETURN new;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_stage_history_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'DealStageHistory', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('dealId', n.deal_id, 'stageId', n.stage_id, 'amount', n.amount, 'amountInBaseCurrency', n.amount_base, 'probability', n.probability, 'expectedRevenue', n.expected_revenue, 'expectedRevenueInBaseCurrency', n.expected_revenue_base, 'closingDate', n.closing_date, 'isStageEntry', n.is_stage_entry, 'secondsInStage', n.seconds_in_stage, 'durationInStage', n.duration_in_stage, 'currency', n.currency, 'exchangeRate', n.exchange_rate)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.is_stage_entry IS DISTINCT FROM old.is_stage_entry THEN was := was || jsonb_build_object('isStageEntry', old.is_stage_entry); became := became || jsonb_build_object('isStageEntry', new.is_stage_entry); END IF;
  IF new.seconds_in_stage IS DISTINCT FROM old.seconds_in_stage THEN was := was || jsonb_build_object('secondsInStage', old.seconds_in_stage); became := became || jsonb_build_object('secondsInStage', new.seconds_in_stage); END IF;
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
  new.full_name := concat_ws(' ', new.first_name, new.last_name);
  new.annual_revenue_base := round(new.annual_revenue / new.exchange_rate, crm_decimals(base_currency));
  new.duplicate_key := crm_fold(new.email);
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
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Lead' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'firstName' THEN crm_fold(n.first_name) WHEN 'lastName' THEN crm_fold(n.last_name) WHEN 'company' THEN crm_fold(n.company) WHEN 'designation' THEN crm_fold(n.designation) WHEN 'email' THEN crm_fold(n.email) WHEN 'secondaryEmail' THEN crm_fold(n.secondary_email) WHEN 'phone' THEN crm_fold(n.phone) WHEN 'mobile' THEN crm_fold(n.mobile) WHEN 'fax' THEN crm_fold(n.fax) WHEN 'website' THEN crm_fold(n.website) WHEN 'noOfEmployees' THEN n.no_of_employees::text WHEN 'skypeId' THEN crm_fold(n.skype_id) WHEN 'twitter' THEN crm_fold(n.twitter) WHEN 'street' THEN crm_fold(n.street) WHEN 'city' THEN crm_fold(n.city) WHEN 'state' THEN crm_fold(n.state) WHEN 'zipCode' THEN crm_fold(n.zip_code) WHEN 'country' THEN crm_fold(n.country) END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'firstName' THEN crm_fold(new.first_name) WHEN 'lastName' THEN crm_fold(new.last_name) WHEN 'company' THEN crm_fold(new.company) WHEN 'designation' THEN crm_fold(new.designation) WHEN 'email' THEN crm_fold(new.email) WHEN 'secondaryEmail' THEN crm_fold(new.secondary_email) WHEN 'phone' THEN crm_fold(new.phone) WHEN 'mobile' THEN crm_fold(new.mobile) WHEN 'fax' THEN crm_fold(new.fax) WHEN 'website' THEN crm_fold(new.website) WHEN 'noOfEmployees' THEN new.no_of_employees::text WHEN 'skypeId' THEN crm_fold(new.skype_id) WHEN 'twitter' THEN crm_fold(new.twitter) WHEN 'street' THEN crm_fold(new.street) WHEN 'city' THEN crm_fold(new.city) WHEN 'state' THEN crm_fold(new.state) WHEN 'zipCode' THEN crm_fold(new.zip_code) WHEN 'country' THEN crm_fold(new.country) END) k(value) WHERE u.org = new.org AND u.module = 'Lead' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION tax_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
  new.name_key := CASE WHEN new.deleted_at IS NULL THEN crm_fold(new.name) END;
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
    this.addSql(`CREATE OR REPLACE FUNCTION product_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  probe product;
  base_currency text := crm_base_currency(new.org);
BEGIN
  IF tg_op = 'INSERT' THEN
    new.currency := coalesce(new.currency, base_currency);
    new.exchange_rate := coalesce(new.exchange_rate, 1);
  END IF;
  new.unit_price := crm_price(new.unit_price, 6, new.currency);
  new.commission_rate := crm_price(new.commission_rate, 6, new.currency);
  new.unit_price_base := crm_price(new.unit_price / new.exchange_rate, 6, base_currency);
  new.commission_rate_base := crm_price(new.commission_rate / new.exchange_rate, 6, base_currency);
  new.is_below_reorder_level := coalesce(new.qty_in_stock < new.reorder_level, false);
  new.qty_to_order := CASE WHEN new.reorder_level > (new.qty_in_stock + new.qty_ordered - new.qty_in_demand) THEN trim_scale(greatest(new.reorder_quantity, new.reorder_level - (new.qty_in_stock + new.qty_ordered - new.qty_in_demand))) ELSE 0 END;
  new.duplicate_key := crm_fold(new.product_name);
  new.product_code_key := CASE WHEN new.deleted_at IS NULL THEN crm_fold(new.product_code) END;
  IF tg_op = 'INSERT' THEN
    new.version := 1;
    new.created_at := coalesce(new.created_at, now());
    new.created_by_id := coalesce(new.created_by_id, actor);
    new.modified_at := coalesce(new.modified_at, now());
    new.modified_by_id := coalesce(new.modified_by_id, actor);
  ELSE
    IF new IS NOT DISTINCT FROM old THEN RETURN NULL; END IF;
    probe := new;
    probe.qty_in_stock := old.qty_in_stock;
    probe.qty_ordered := old.qty_ordered;
    probe.qty_in_demand := old.qty_in_demand;
    probe.is_below_reorder_level := old.is_below_reorder_level;
    probe.qty_to_order := old.qty_to_order;
    -- Derived values alone are no change of the record.
    IF probe IS NOT DISTINCT FROM old THEN RETURN new; END IF;
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
    SELECT n.org, 'Product', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'productName', n.product_name, 'productCode', n.product_code, 'productActive', n.product_active, 'vendorId', n.vendor_id, 'productCategory', n.product_category, 'manufacturer', n.manufacturer, 'salesStartDate', n.sales_start_date, 'salesEndDate', n.sales_end_date, 'supportStartDate', n.support_start_date, 'supportExpiryDate', n.support_expiry_date, 'unitPrice', n.unit_price, 'unitPriceInBaseCurrency', n.unit_price_base, 'commissionRate', n.commission_rate, 'commissionRateInBaseCurrency', n.commission_rate_base, 'taxable', n.taxable, 'usageUnit', n.usage_unit, 'qtyInStock', n.qty_in_stock, 'qtyOrdered', n.qty_ordered, 'qtyInDemand', n.qty_in_demand, 'reorderLevel', n.reorder_level, 'reorderQuantity', n.reorder_quantity, 'isBelowReorderLevel', n.is_below_reorder_level, 'qtyToOrder', n.qty_to_order, 'handlerId', n.handler_id, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'Product', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'Product', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'Product') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Product' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'productName' THEN crm_fold(n.product_name) WHEN 'productCode' THEN crm_fold(n.product_code) END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
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
  IF new.qty_in_stock IS DISTINCT FROM old.qty_in_stock THEN was := was || jsonb_build_object('qtyInStock', old.qty_in_stock); became := became || jsonb_build_object('qtyInStock', new.qty_in_stock); END IF;
  IF new.qty_ordered IS DISTINCT FROM old.qty_ordered THEN was := was || jsonb_build_object('qtyOrdered', old.qty_ordered); became := became || jsonb_build_object('qtyOrdered', new.qty_ordered); END IF;
  IF new.qty_in_demand IS DISTINCT FROM old.qty_in_demand THEN was := was || jsonb_build_object('qtyInDemand', old.qty_in_demand); became := became || jsonb_build_object('qtyInDemand', new.qty_in_demand); END IF;
  IF new.reorder_level IS DISTINCT FROM old.reorder_level THEN was := was || jsonb_build_object('reorderLevel', old.reorder_level); became := became || jsonb_build_object('reorderLevel', new.reorder_level); END IF;
  IF new.reorder_quantity IS DISTINCT FROM old.reorder_quantity THEN was := was || jsonb_build_object('reorderQuantity', old.reorder_quantity); became := became || jsonb_build_object('reorderQuantity', new.reorder_quantity); END IF;
  IF new.is_below_reorder_level IS DISTINCT FROM old.is_below_reorder_level THEN was := was || jsonb_build_object('isBelowReorderLevel', old.is_below_reorder_level); became := became || jsonb_build_object('isBelowReorderLevel', new.is_below_reorder_level); END IF;
  IF new.qty_to_order IS DISTINCT FROM old.qty_to_order THEN was := was || jsonb_build_object('qtyToOrder', old.qty_to_order); became := became || jsonb_build_object('qtyToOrder', new.qty_to_order); END IF;
  IF new.handler_id IS DISTINCT FROM old.handler_id THEN was := was || jsonb_build_object('handlerId', old.handler_id); became := became || jsonb_build_object('handlerId', new.handler_id); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF new.custom IS DISTINCT FROM old.custom THEN
    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became
      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;
  END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  IF new.version = old.version THEN operation := 'DERIVED'; END IF;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'productName' THEN crm_fold(new.product_name) WHEN 'productCode' THEN crm_fold(new.product_code) END) k(value) WHERE u.org = new.org AND u.module = 'Product' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION price_book_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
  new.duplicate_key := crm_fold(new.price_book_name);
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
    this.addSql(`CREATE OR REPLACE FUNCTION price_book_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'PriceBook', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'priceBookName', n.price_book_name, 'active', n.active, 'pricingModel', n.pricing_model, 'rangeBasis', n.range_basis, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'PriceBook', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'PriceBook', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'PriceBook') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'PriceBook' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'priceBookName' THEN crm_fold(n.price_book_name) END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION price_book_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.owner_id IS DISTINCT FROM old.owner_id THEN was := was || jsonb_build_object('ownerId', old.owner_id); became := became || jsonb_build_object('ownerId', new.owner_id); END IF;
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN was := was || jsonb_build_object('externalIds', old.external_ids); became := became || jsonb_build_object('externalIds', new.external_ids); END IF;
  IF new.price_book_name IS DISTINCT FROM old.price_book_name THEN was := was || jsonb_build_object('priceBookName', old.price_book_name); became := became || jsonb_build_object('priceBookName', new.price_book_name); END IF;
  IF new.active IS DISTINCT FROM old.active THEN was := was || jsonb_build_object('active', old.active); became := became || jsonb_build_object('active', new.active); END IF;
  IF new.pricing_model IS DISTINCT FROM old.pricing_model THEN was := was || jsonb_build_object('pricingModel', old.pricing_model); became := became || jsonb_build_object('pricingModel', new.pricing_model); END IF;
  IF new.range_basis IS DISTINCT FROM old.range_basis THEN was := was || jsonb_build_object('rangeBasis', old.range_basis); became := became || jsonb_build_object('rangeBasis', new.range_basis); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF new.custom IS DISTINCT FROM old.custom THEN
    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became
      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;
  END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'PriceBook', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field LIKE 'external:%';
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT new.org, 'PriceBook', 'external:' || e.key, e.value, new.id FROM jsonb_each_text(new.external_ids) e;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(new.org::text || '/unique/' || 'PriceBook', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = new.org AND u.module = 'PriceBook') THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field NOT LIKE 'external:%';
    IF new.deleted_at IS NULL THEN
      INSERT INTO unique_value (org, module, field, value, record_id)
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'priceBookName' THEN crm_fold(new.price_book_name) END) k(value) WHERE u.org = new.org AND u.module = 'PriceBook' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION quote_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  base_currency text := crm_base_currency(new.org);
BEGIN
  IF tg_op = 'INSERT' THEN
    new.currency := coalesce(new.currency, base_currency);
    new.exchange_rate := coalesce(new.exchange_rate, 1);
  END IF;
  new.sub_total := round(new.sub_total, crm_decimals(new.currency));
  new.sub_total_excl_tax := round(new.sub_total_excl_tax, crm_decimals(new.currency));
  new.discount := round(new.discount, crm_decimals(new.currency));
  new.tax := round(new.tax, crm_decimals(new.currency));
  new.adjustment := round(new.adjustment, crm_decimals(new.currency));
  new.discount_total := round(new.discount_total, crm_decimals(new.currency));
  new.total_excl_tax := round(new.total_excl_tax, crm_decimals(new.currency));
  new.tax_total := round(new.tax_total, crm_decimals(new.currency));
  new.grand_total := round(new.grand_total, crm_decimals(new.currency));
  new.sub_total_base := round(new.sub_total / new.exchange_rate, crm_decimals(base_currency));
  new.sub_total_excl_tax_base := round(new.sub_total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.discount_base := round(new.discount / new.exchange_rate, crm_decimals(base_currency));
  new.tax_base := round(new.tax / new.exchange_rate, crm_decimals(base_currency));
  new.adjustment_base := round(new.adjustment / new.exchange_rate, crm_decimals(base_currency));
  new.discount_total_base := round(new.discount_total / new.exchange_rate, crm_decimals(base_currency));
  new.total_excl_tax_base := round(new.total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.tax_total_base := round(new.tax_total / new.exchange_rate, crm_decimals(base_currency));
  new.grand_total_base := round(new.grand_total / new.exchange_rate, crm_decimals(base_currency));
  new.duplicate_key := crm_fold(new.subject);
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
    this.addSql(`CREATE OR REPLACE FUNCTION quote_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Quote', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'subject', n.subject, 'contactId', n.contact_id, 'carrier', n.carrier, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'pricesIncludeTax', n.prices_include_tax, 'discountTiming', n.discount_timing, 'subTotal', n.sub_total, 'subTotalInBaseCurrency', n.sub_total_base, 'subTotalExclTax', n.sub_total_excl_tax, 'subTotalExclTaxInBaseCurrency', n.sub_total_excl_tax_base, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'taxes', n.taxes, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'adjustment', n.adjustment, 'adjustmentInBaseCurrency', n.adjustment_base, 'discountTotal', n.discount_total, 'discountTotalInBaseCurrency', n.discount_total_base, 'totalExclTax', n.total_excl_tax, 'totalExclTaxInBaseCurrency', n.total_excl_tax_base, 'taxTotal', n.tax_total, 'taxTotalInBaseCurrency', n.tax_total_base, 'taxBreakdown', n.tax_breakdown, 'grandTotal', n.grand_total, 'grandTotalInBaseCurrency', n.grand_total_base, 'termsAndConditions', n.terms_and_conditions, 'description', n.description, 'quoteNumber', n.quote_number, 'accountId', n.account_id, 'dealId', n.deal_id) || jsonb_build_object('quoteStage', n.quote_stage, 'validTill', n.valid_till, 'team', n.team, 'shipping', n.shipping, 'inventoryManager', n.inventory_manager)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'Quote', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'Quote', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'Quote') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Quote' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN crm_fold(n.subject) WHEN 'billingStreet' THEN crm_fold(n.billing_street) WHEN 'billingCity' THEN crm_fold(n.billing_city) WHEN 'billingState' THEN crm_fold(n.billing_state) WHEN 'billingCode' THEN crm_fold(n.billing_code) WHEN 'billingCountry' THEN crm_fold(n.billing_country) WHEN 'shippingStreet' THEN crm_fold(n.shipping_street) WHEN 'shippingCity' THEN crm_fold(n.shipping_city) WHEN 'shippingState' THEN crm_fold(n.shipping_state) WHEN 'shippingCode' THEN crm_fold(n.shipping_code) WHEN 'shippingCountry' THEN crm_fold(n.shipping_country) WHEN 'team' THEN crm_fold(n.team) WHEN 'shipping' THEN crm_fold(n.shipping) WHEN 'inventoryManager' THEN crm_fold(n.inventory_manager) END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION quote_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.owner_id IS DISTINCT FROM old.owner_id THEN was := was || jsonb_build_object('ownerId', old.owner_id); became := became || jsonb_build_object('ownerId', new.owner_id); END IF;
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN was := was || jsonb_build_object('externalIds', old.external_ids); became := became || jsonb_build_object('externalIds', new.external_ids); END IF;
  IF new.currency IS DISTINCT FROM old.currency THEN was := was || jsonb_build_object('currency', old.currency); became := became || jsonb_build_object('currency', new.currency); END IF;
  IF new.exchange_rate IS DISTINCT FROM old.exchange_rate THEN was := was || jsonb_build_object('exchangeRate', old.exchange_rate); became := became || jsonb_build_object('exchangeRate', new.exchange_rate); END IF;
  IF new.subject IS DISTINCT FROM old.subject THEN was := was || jsonb_build_object('subject', old.subject); became := became || jsonb_build_object('subject', new.subject); END IF;
  IF new.contact_id IS DISTINCT FROM old.contact_id THEN was := was || jsonb_build_object('contactId', old.contact_id); became := became || jsonb_build_object('contactId', new.contact_id); END IF;
  IF new.carrier IS DISTINCT FROM old.carrier THEN was := was || jsonb_build_object('carrier', old.carrier); became := became || jsonb_build_object('carrier', new.carrier); END IF;
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
  IF new.prices_include_tax IS DISTINCT FROM old.prices_include_tax THEN was := was || jsonb_build_object('pricesIncludeTax', old.prices_include_tax); became := became || jsonb_build_object('pricesIncludeTax', new.prices_include_tax); END IF;
  IF new.discount_timing IS DISTINCT FROM old.discount_timing THEN was := was || jsonb_build_object('discountTiming', old.discount_timing); became := became || jsonb_build_object('discountTiming', new.discount_timing); END IF;
  IF new.sub_total IS DISTINCT FROM old.sub_total THEN was := was || jsonb_build_object('subTotal', old.sub_total); became := became || jsonb_build_object('subTotal', new.sub_total); END IF;
  IF new.sub_total_base IS DISTINCT FROM old.sub_total_base THEN was := was || jsonb_build_object('subTotalInBaseCurrency', old.sub_total_base); became := became || jsonb_build_object('subTotalInBaseCurrency', new.sub_total_base); END IF;
  IF new.sub_total_excl_tax IS DISTINCT FROM old.sub_total_excl_tax THEN was := was || jsonb_build_object('subTotalExclTax', old.sub_total_excl_tax); became := became || jsonb_build_object('subTotalExclTax', new.sub_total_excl_tax); END IF;
  IF new.sub_total_excl_tax_base IS DISTINCT FROM old.sub_total_excl_tax_base THEN was := was || jsonb_build_object('subTotalExclTaxInBaseCurrency', old.sub_total_excl_tax_base); became := became || jsonb_build_object('subTotalExclTaxInBaseCurrency', new.sub_total_excl_tax_base); END IF;
  IF new.discount IS DISTINCT FROM old.discount THEN was := was || jsonb_build_object('discount', old.discount); became := became || jsonb_build_object('discount', new.discount); END IF;
  IF new.discount_base IS DISTINCT FROM old.discount_base THEN was := was || jsonb_build_object('discountInBaseCurrency', old.discount_base); became := became || jsonb_build_object('discountInBaseCurrency', new.discount_base); END IF;
  IF new.discount_percent IS DISTINCT FROM old.discount_percent THEN was := was || jsonb_build_object('discountPercent', old.discount_percent); became := became || jsonb_build_object('discountPercent', new.discount_percent); END IF;
  IF new.taxes IS DISTINCT FROM old.taxes THEN was := was || jsonb_build_object('taxes', old.taxes); became := became || jsonb_build_object('taxes', new.taxes); END IF;
  IF new.tax IS DISTINCT FROM old.tax THEN was := was || jsonb_build_object('tax', old.tax); became := became || jsonb_build_object('tax', new.tax); END IF;
  IF new.tax_base IS DISTINCT FROM old.tax_base THEN was := was || jsonb_build_object('taxInBaseCurrency', old.tax_base); became := became || jsonb_build_object('taxInBaseCurrency', new.tax_base); END IF;
  IF new.adjustment IS DISTINCT FROM old.adjustment THEN was := was || jsonb_build_object('adjustment', old.adjustment); became := became || jsonb_build_object('adjustment', new.adjustment); END IF;
  IF new.adjustment_base IS DISTINCT FROM old.adjustment_base THEN was := was || jsonb_build_object('adjustmentInBaseCurrency', old.adjustment_base); became := became || jsonb_build_object('adjustmentInBaseCurrency', new.adjustment_base); END IF;
  IF new.discount_total IS DISTINCT FROM old.discount_total THEN was := was || jsonb_build_object('discountTotal', old.discount_total); became := became || jsonb_build_object('discountTotal', new.discount_total); END IF;
  IF new.discount_total_base IS DISTINCT FROM old.discount_total_base THEN was := was || jsonb_build_object('discountTotalInBaseCurrency', old.discount_total_base); became := became || jsonb_build_object('discountTotalInBaseCurrency', new.discount_total_base); END IF;
  IF new.total_excl_tax IS DISTINCT FROM old.total_excl_tax THEN was := was || jsonb_build_object('totalExclTax', old.total_excl_tax); became := became || jsonb_build_object('totalExclTax', new.total_excl_tax); END IF;
  IF new.total_excl_tax_base IS DISTINCT FROM old.total_excl_tax_base THEN was := was || jsonb_build_object('totalExclTaxInBaseCurrency', old.total_excl_tax_base); became := became || jsonb_build_object('totalExclTaxInBaseCurrency', new.total_excl_tax_base); END IF;
  IF new.tax_total IS DISTINCT FROM old.tax_total THEN was := was || jsonb_build_object('taxTotal', old.tax_total); became := became || jsonb_build_object('taxTotal', new.tax_total); END IF;
  IF new.tax_total_base IS DISTINCT FROM old.tax_total_base THEN was := was || jsonb_build_object('taxTotalInBaseCurrency', old.tax_total_base); became := became || jsonb_build_object('taxTotalInBaseCurrency', new.tax_total_base); END IF;
  IF new.tax_breakdown IS DISTINCT FROM old.tax_breakdown THEN was := was || jsonb_build_object('taxBreakdown', old.tax_breakdown); became := became || jsonb_build_object('taxBreakdown', new.tax_breakdown); END IF;
  IF new.grand_total IS DISTINCT FROM old.grand_total THEN was := was || jsonb_build_object('grandTotal', old.grand_total); became := became || jsonb_build_object('grandTotal', new.grand_total); END IF;
  IF new.grand_total_base IS DISTINCT FROM old.grand_total_base THEN was := was || jsonb_build_object('grandTotalInBaseCurrency', old.grand_total_base); became := became || jsonb_build_object('grandTotalInBaseCurrency', new.grand_total_base); END IF;
  IF new.terms_and_conditions IS DISTINCT FROM old.terms_and_conditions THEN was := was || jsonb_build_object('termsAndConditions', old.terms_and_conditions); became := became || jsonb_build_object('termsAndConditions', new.terms_and_conditions); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF new.quote_number IS DISTINCT FROM old.quote_number THEN was := was || jsonb_build_object('quoteNumber', old.quote_number); became := became || jsonb_build_object('quoteNumber', new.quote_number); END IF;
  IF new.account_id IS DISTINCT FROM old.account_id THEN was := was || jsonb_build_object('accountId', old.account_id); became := became || jsonb_build_object('accountId', new.account_id); END IF;
  IF new.deal_id IS DISTINCT FROM old.deal_id THEN was := was || jsonb_build_object('dealId', old.deal_id); became := became || jsonb_build_object('dealId', new.deal_id); END IF;
  IF new.quote_stage IS DISTINCT FROM old.quote_stage THEN was := was || jsonb_build_object('quoteStage', old.quote_stage); became := became || jsonb_build_object('quoteStage', new.quote_stage); END IF;
  IF new.valid_till IS DISTINCT FROM old.valid_till THEN was := was || jsonb_build_object('validTill', old.valid_till); became := became || jsonb_build_object('validTill', new.valid_till); END IF;
  IF new.team IS DISTINCT FROM old.team THEN was := was || jsonb_build_object('team', old.team); became := became || jsonb_build_object('team', new.team); END IF;
  IF new.shipping IS DISTINCT FROM old.shipping THEN was := was || jsonb_build_object('shipping', old.shipping); became := became || jsonb_build_object('shipping', new.shipping); END IF;
  IF new.inventory_manager IS DISTINCT FROM old.inventory_manager THEN was := was || jsonb_build_object('inventoryManager', old.inventory_manager); became := became || jsonb_build_object('inventoryManager', new.inventory_manager); END IF;
  IF new.custom IS DISTINCT FROM old.custom THEN
    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became
      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;
  END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Quote', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field LIKE 'external:%';
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT new.org, 'Quote', 'external:' || e.key, e.value, new.id FROM jsonb_each_text(new.external_ids) e;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(new.org::text || '/unique/' || 'Quote', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = new.org AND u.module = 'Quote') THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field NOT LIKE 'external:%';
    IF new.deleted_at IS NULL THEN
      INSERT INTO unique_value (org, module, field, value, record_id)
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN crm_fold(new.subject) WHEN 'billingStreet' THEN crm_fold(new.billing_street) WHEN 'billingCity' THEN crm_fold(new.billing_city) WHEN 'billingState' THEN crm_fold(new.billing_state) WHEN 'billingCode' THEN crm_fold(new.billing_code) WHEN 'billingCountry' THEN crm_fold(new.billing_country) WHEN 'shippingStreet' THEN crm_fold(new.shipping_street) WHEN 'shippingCity' THEN crm_fold(new.shipping_city) WHEN 'shippingState' THEN crm_fold(new.shipping_state) WHEN 'shippingCode' THEN crm_fold(new.shipping_code) WHEN 'shippingCountry' THEN crm_fold(new.shipping_country) WHEN 'team' THEN crm_fold(new.team) WHEN 'shipping' THEN crm_fold(new.shipping) WHEN 'inventoryManager' THEN crm_fold(new.inventory_manager) END) k(value) WHERE u.org = new.org AND u.module = 'Quote' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION sales_order_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  base_currency text := crm_base_currency(new.org);
BEGIN
  IF tg_op = 'INSERT' THEN
    new.currency := coalesce(new.currency, base_currency);
    new.exchange_rate := coalesce(new.exchange_rate, 1);
  END IF;
  new.sub_total := round(new.sub_total, crm_decimals(new.currency));
  new.sub_total_excl_tax := round(new.sub_total_excl_tax, crm_decimals(new.currency));
  new.discount := round(new.discount, crm_decimals(new.currency));
  new.tax := round(new.tax, crm_decimals(new.currency));
  new.adjustment := round(new.adjustment, crm_decimals(new.currency));
  new.discount_total := round(new.discount_total, crm_decimals(new.currency));
  new.total_excl_tax := round(new.total_excl_tax, crm_decimals(new.currency));
  new.tax_total := round(new.tax_total, crm_decimals(new.currency));
  new.grand_total := round(new.grand_total, crm_decimals(new.currency));
  new.sales_commission := round(new.sales_commission, crm_decimals(new.currency));
  new.excise_duty := round(new.excise_duty, crm_decimals(new.currency));
  new.sub_total_base := round(new.sub_total / new.exchange_rate, crm_decimals(base_currency));
  new.sub_total_excl_tax_base := round(new.sub_total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.discount_base := round(new.discount / new.exchange_rate, crm_decimals(base_currency));
  new.tax_base := round(new.tax / new.exchange_rate, crm_decimals(base_currency));
  new.adjustment_base := round(new.adjustment / new.exchange_rate, crm_decimals(base_currency));
  new.discount_total_base := round(new.discount_total / new.exchange_rate, crm_decimals(base_currency));
  new.total_excl_tax_base := round(new.total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.tax_total_base := round(new.tax_total / new.exchange_rate, crm_decimals(base_currency));
  new.grand_total_base := round(new.grand_total / new.exchange_rate, crm_decimals(base_currency));
  new.sales_commission_base := round(new.sales_commission / new.exchange_rate, crm_decimals(base_currency));
  new.excise_duty_base := round(new.excise_duty / new.exchange_rate, crm_decimals(base_currency));
  new.duplicate_key := crm_fold(new.subject);
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
    this.addSql(`CREATE OR REPLACE FUNCTION sales_order_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'SalesOrder', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'subject', n.subject, 'contactId', n.contact_id, 'carrier', n.carrier, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'pricesIncludeTax', n.prices_include_tax, 'discountTiming', n.discount_timing, 'subTotal', n.sub_total, 'subTotalInBaseCurrency', n.sub_total_base, 'subTotalExclTax', n.sub_total_excl_tax, 'subTotalExclTaxInBaseCurrency', n.sub_total_excl_tax_base, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'taxes', n.taxes, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'adjustment', n.adjustment, 'adjustmentInBaseCurrency', n.adjustment_base, 'discountTotal', n.discount_total, 'discountTotalInBaseCurrency', n.discount_total_base, 'totalExclTax', n.total_excl_tax, 'totalExclTaxInBaseCurrency', n.total_excl_tax_base, 'taxTotal', n.tax_total, 'taxTotalInBaseCurrency', n.tax_total_base, 'taxBreakdown', n.tax_breakdown, 'grandTotal', n.grand_total, 'grandTotalInBaseCurrency', n.grand_total_base, 'termsAndConditions', n.terms_and_conditions, 'description', n.description, 'soNumber', n.so_number, 'accountId', n.account_id, 'dealId', n.deal_id) || jsonb_build_object('quoteId', n.quote_id, 'status', n.status, 'customerNo', n.customer_no, 'purchaseOrder', n.purchase_order, 'dueDate', n.due_date, 'pending', n.pending, 'salesCommission', n.sales_commission, 'salesCommissionInBaseCurrency', n.sales_commission_base, 'exciseDuty', n.excise_duty, 'exciseDutyInBaseCurrency', n.excise_duty_base)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'SalesOrder', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'SalesOrder', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'SalesOrder') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'SalesOrder' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN crm_fold(n.subject) WHEN 'billingStreet' THEN crm_fold(n.billing_street) WHEN 'billingCity' THEN crm_fold(n.billing_city) WHEN 'billingState' THEN crm_fold(n.billing_state) WHEN 'billingCode' THEN crm_fold(n.billing_code) WHEN 'billingCountry' THEN crm_fold(n.billing_country) WHEN 'shippingStreet' THEN crm_fold(n.shipping_street) WHEN 'shippingCity' THEN crm_fold(n.shipping_city) WHEN 'shippingState' THEN crm_fold(n.shipping_state) WHEN 'shippingCode' THEN crm_fold(n.shipping_code) WHEN 'shippingCountry' THEN crm_fold(n.shipping_country) WHEN 'customerNo' THEN crm_fold(n.customer_no) WHEN 'purchaseOrder' THEN crm_fold(n.purchase_order) WHEN 'pending' THEN crm_fold(n.pending) END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION sales_order_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.owner_id IS DISTINCT FROM old.owner_id THEN was := was || jsonb_build_object('ownerId', old.owner_id); became := became || jsonb_build_object('ownerId', new.owner_id); END IF;
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN was := was || jsonb_build_object('externalIds', old.external_ids); became := became || jsonb_build_object('externalIds', new.external_ids); END IF;
  IF new.currency IS DISTINCT FROM old.currency THEN was := was || jsonb_build_object('currency', old.currency); became := became || jsonb_build_object('currency', new.currency); END IF;
  IF new.exchange_rate IS DISTINCT FROM old.exchange_rate THEN was := was || jsonb_build_object('exchangeRate', old.exchange_rate); became := became || jsonb_build_object('exchangeRate', new.exchange_rate); END IF;
  IF new.subject IS DISTINCT FROM old.subject THEN was := was || jsonb_build_object('subject', old.subject); became := became || jsonb_build_object('subject', new.subject); END IF;
  IF new.contact_id IS DISTINCT FROM old.contact_id THEN was := was || jsonb_build_object('contactId', old.contact_id); became := became || jsonb_build_object('contactId', new.contact_id); END IF;
  IF new.carrier IS DISTINCT FROM old.carrier THEN was := was || jsonb_build_object('carrier', old.carrier); became := became || jsonb_build_object('carrier', new.carrier); END IF;
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
  IF new.prices_include_tax IS DISTINCT FROM old.prices_include_tax THEN was := was || jsonb_build_object('pricesIncludeTax', old.prices_include_tax); became := became || jsonb_build_object('pricesIncludeTax', new.prices_include_tax); END IF;
  IF new.discount_timing IS DISTINCT FROM old.discount_timing THEN was := was || jsonb_build_object('discountTiming', old.discount_timing); became := became || jsonb_build_object('discountTiming', new.discount_timing); END IF;
  IF new.sub_total IS DISTINCT FROM old.sub_total THEN was := was || jsonb_build_object('subTotal', old.sub_total); became := became || jsonb_build_object('subTotal', new.sub_total); END IF;
  IF new.sub_total_base IS DISTINCT FROM old.sub_total_base THEN was := was || jsonb_build_object('subTotalInBaseCurrency', old.sub_total_base); became := became || jsonb_build_object('subTotalInBaseCurrency', new.sub_total_base); END IF;
  IF new.sub_total_excl_tax IS DISTINCT FROM old.sub_total_excl_tax THEN was := was || jsonb_build_object('subTotalExclTax', old.sub_total_excl_tax); became := became || jsonb_build_object('subTotalExclTax', new.sub_total_excl_tax); END IF;
  IF new.sub_total_excl_tax_base IS DISTINCT FROM old.sub_total_excl_tax_base THEN was := was || jsonb_build_object('subTotalExclTaxInBaseCurrency', old.sub_total_excl_tax_base); became := became || jsonb_build_object('subTotalExclTaxInBaseCurrency', new.sub_total_excl_tax_base); END IF;
  IF new.discount IS DISTINCT FROM old.discount THEN was := was || jsonb_build_object('discount', old.discount); became := became || jsonb_build_object('discount', new.discount); END IF;
  IF new.discount_base IS DISTINCT FROM old.discount_base THEN was := was || jsonb_build_object('discountInBaseCurrency', old.discount_base); became := became || jsonb_build_object('discountInBaseCurrency', new.discount_base); END IF;
  IF new.discount_percent IS DISTINCT FROM old.discount_percent THEN was := was || jsonb_build_object('discountPercent', old.discount_percent); became := became || jsonb_build_object('discountPercent', new.discount_percent); END IF;
  IF new.taxes IS DISTINCT FROM old.taxes THEN was := was || jsonb_build_object('taxes', old.taxes); became := became || jsonb_build_object('taxes', new.taxes); END IF;
  IF new.tax IS DISTINCT FROM old.tax THEN was := was || jsonb_build_object('tax', old.tax); became := became || jsonb_build_object('tax', new.tax); END IF;
  IF new.tax_base IS DISTINCT FROM old.tax_base THEN was := was || jsonb_build_object('taxInBaseCurrency', old.tax_base); became := became || jsonb_build_object('taxInBaseCurrency', new.tax_base); END IF;
  IF new.adjustment IS DISTINCT FROM old.adjustment THEN was := was || jsonb_build_object('adjustment', old.adjustment); became := became || jsonb_build_object('adjustment', new.adjustment); END IF;
  IF new.adjustment_base IS DISTINCT FROM old.adjustment_base THEN was := was || jsonb_build_object('adjustmentInBaseCurrency', old.adjustment_base); became := became || jsonb_build_object('adjustmentInBaseCurrency', new.adjustment_base); END IF;
  IF new.discount_total IS DISTINCT FROM old.discount_total THEN was := was || jsonb_build_object('discountTotal', old.discount_total); became := became || jsonb_build_object('discountTotal', new.discount_total); END IF;
  IF new.discount_total_base IS DISTINCT FROM old.discount_total_base THEN was := was || jsonb_build_object('discountTotalInBaseCurrency', old.discount_total_base); became := became || jsonb_build_object('discountTotalInBaseCurrency', new.discount_total_base); END IF;
  IF new.total_excl_tax IS DISTINCT FROM old.total_excl_tax THEN was := was || jsonb_build_object('totalExclTax', old.total_excl_tax); became := became || jsonb_build_object('totalExclTax', new.total_excl_tax); END IF;
  IF new.total_excl_tax_base IS DISTINCT FROM old.total_excl_tax_base THEN was := was || jsonb_build_object('totalExclTaxInBaseCurrency', old.total_excl_tax_base); became := became || jsonb_build_object('totalExclTaxInBaseCurrency', new.total_excl_tax_base); END IF;
  IF new.tax_total IS DISTINCT FROM old.tax_total THEN was := was || jsonb_build_object('taxTotal', old.tax_total); became := became || jsonb_build_object('taxTotal', new.tax_total); END IF;
  IF new.tax_total_base IS DISTINCT FROM old.tax_total_base THEN was := was || jsonb_build_object('taxTotalInBaseCurrency', old.tax_total_base); became := became || jsonb_build_object('taxTotalInBaseCurrency', new.tax_total_base); END IF;
  IF new.tax_breakdown IS DISTINCT FROM old.tax_breakdown THEN was := was || jsonb_build_object('taxBreakdown', old.tax_breakdown); became := became || jsonb_build_object('taxBreakdown', new.tax_breakdown); END IF;
  IF new.grand_total IS DISTINCT FROM old.grand_total THEN was := was || jsonb_build_object('grandTotal', old.grand_total); became := became || jsonb_build_object('grandTotal', new.grand_total); END IF;
  IF new.grand_total_base IS DISTINCT FROM old.grand_total_base THEN was := was || jsonb_build_object('grandTotalInBaseCurrency', old.grand_total_base); became := became || jsonb_build_object('grandTotalInBaseCurrency', new.grand_total_base); END IF;
  IF new.terms_and_conditions IS DISTINCT FROM old.terms_and_conditions THEN was := was || jsonb_build_object('termsAndConditions', old.terms_and_conditions); became := became || jsonb_build_object('termsAndConditions', new.terms_and_conditions); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF new.so_number IS DISTINCT FROM old.so_number THEN was := was || jsonb_build_object('soNumber', old.so_number); became := became || jsonb_build_object('soNumber', new.so_number); END IF;
  IF new.account_id IS DISTINCT FROM old.account_id THEN was := was || jsonb_build_object('accountId', old.account_id); became := became || jsonb_build_object('accountId', new.account_id); END IF;
  IF new.deal_id IS DISTINCT FROM old.deal_id THEN was := was || jsonb_build_object('dealId', old.deal_id); became := became || jsonb_build_object('dealId', new.deal_id); END IF;
  IF new.quote_id IS DISTINCT FROM old.quote_id THEN was := was || jsonb_build_object('quoteId', old.quote_id); became := became || jsonb_build_object('quoteId', new.quote_id); END IF;
  IF new.status IS DISTINCT FROM old.status THEN was := was || jsonb_build_object('status', old.status); became := became || jsonb_build_object('status', new.status); END IF;
  IF new.customer_no IS DISTINCT FROM old.customer_no THEN was := was || jsonb_build_object('customerNo', old.customer_no); became := became || jsonb_build_object('customerNo', new.customer_no); END IF;
  IF new.purchase_order IS DISTINCT FROM old.purchase_order THEN was := was || jsonb_build_object('purchaseOrder', old.purchase_order); became := became || jsonb_build_object('purchaseOrder', new.purchase_order); END IF;
  IF new.due_date IS DISTINCT FROM old.due_date THEN was := was || jsonb_build_object('dueDate', old.due_date); became := became || jsonb_build_object('dueDate', new.due_date); END IF;
  IF new.pending IS DISTINCT FROM old.pending THEN was := was || jsonb_build_object('pending', old.pending); became := became || jsonb_build_object('pending', new.pending); END IF;
  IF new.sales_commission IS DISTINCT FROM old.sales_commission THEN was := was || jsonb_build_object('salesCommission', old.sales_commission); became := became || jsonb_build_object('salesCommission', new.sales_commission); END IF;
  IF new.sales_commission_base IS DISTINCT FROM old.sales_commission_base THEN was := was || jsonb_build_object('salesCommissionInBaseCurrency', old.sales_commission_base); became := became || jsonb_build_object('salesCommissionInBaseCurrency', new.sales_commission_base); END IF;
  IF new.excise_duty IS DISTINCT FROM old.excise_duty THEN was := was || jsonb_build_object('exciseDuty', old.excise_duty); became := became || jsonb_build_object('exciseDuty', new.excise_duty); END IF;
  IF new.excise_duty_base IS DISTINCT FROM old.excise_duty_base THEN was := was || jsonb_build_object('exciseDutyInBaseCurrency', old.excise_duty_base); became := became || jsonb_build_object('exciseDutyInBaseCurrency', new.excise_duty_base); END IF;
  IF new.custom IS DISTINCT FROM old.custom THEN
    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became
      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;
  END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'SalesOrder', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field LIKE 'external:%';
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT new.org, 'SalesOrder', 'external:' || e.key, e.value, new.id FROM jsonb_each_text(new.external_ids) e;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(new.org::text || '/unique/' || 'SalesOrder', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = new.org AND u.module = 'SalesOrder') THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field NOT LIKE 'external:%';
    IF new.deleted_at IS NULL THEN
      INSERT INTO unique_value (org, module, field, value, record_id)
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN crm_fold(new.subject) WHEN 'billingStreet' THEN crm_fold(new.billing_street) WHEN 'billingCity' THEN crm_fold(new.billing_city) WHEN 'billingState' THEN crm_fold(new.billing_state) WHEN 'billingCode' THEN crm_fold(new.billing_code) WHEN 'billingCountry' THEN crm_fold(new.billing_country) WHEN 'shippingStreet' THEN crm_fold(new.shipping_street) WHEN 'shippingCity' THEN crm_fold(new.shipping_city) WHEN 'shippingState' THEN crm_fold(new.shipping_state) WHEN 'shippingCode' THEN crm_fold(new.shipping_code) WHEN 'shippingCountry' THEN crm_fold(new.shipping_country) WHEN 'customerNo' THEN crm_fold(new.customer_no) WHEN 'purchaseOrder' THEN crm_fold(new.purchase_order) WHEN 'pending' THEN crm_fold(new.pending) END) k(value) WHERE u.org = new.org AND u.module = 'SalesOrder' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION purchase_order_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  base_currency text := crm_base_currency(new.org);
BEGIN
  IF tg_op = 'INSERT' THEN
    new.currency := coalesce(new.currency, base_currency);
    new.exchange_rate := coalesce(new.exchange_rate, 1);
  END IF;
  new.sub_total := round(new.sub_total, crm_decimals(new.currency));
  new.sub_total_excl_tax := round(new.sub_total_excl_tax, crm_decimals(new.currency));
  new.discount := round(new.discount, crm_decimals(new.currency));
  new.tax := round(new.tax, crm_decimals(new.currency));
  new.adjustment := round(new.adjustment, crm_decimals(new.currency));
  new.discount_total := round(new.discount_total, crm_decimals(new.currency));
  new.total_excl_tax := round(new.total_excl_tax, crm_decimals(new.currency));
  new.tax_total := round(new.tax_total, crm_decimals(new.currency));
  new.grand_total := round(new.grand_total, crm_decimals(new.currency));
  new.sales_commission := round(new.sales_commission, crm_decimals(new.currency));
  new.excise_duty := round(new.excise_duty, crm_decimals(new.currency));
  new.sub_total_base := round(new.sub_total / new.exchange_rate, crm_decimals(base_currency));
  new.sub_total_excl_tax_base := round(new.sub_total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.discount_base := round(new.discount / new.exchange_rate, crm_decimals(base_currency));
  new.tax_base := round(new.tax / new.exchange_rate, crm_decimals(base_currency));
  new.adjustment_base := round(new.adjustment / new.exchange_rate, crm_decimals(base_currency));
  new.discount_total_base := round(new.discount_total / new.exchange_rate, crm_decimals(base_currency));
  new.total_excl_tax_base := round(new.total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.tax_total_base := round(new.tax_total / new.exchange_rate, crm_decimals(base_currency));
  new.grand_total_base := round(new.grand_total / new.exchange_rate, crm_decimals(base_currency));
  new.sales_commission_base := round(new.sales_commission / new.exchange_rate, crm_decimals(base_currency));
  new.excise_duty_base := round(new.excise_duty / new.exchange_rate, crm_decimals(base_currency));
  new.duplicate_key := crm_fold(new.subject);
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
    this.addSql(`CREATE OR REPLACE FUNCTION purchase_order_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'PurchaseOrder', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'subject', n.subject, 'contactId', n.contact_id, 'carrier', n.carrier, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'pricesIncludeTax', n.prices_include_tax, 'discountTiming', n.discount_timing, 'subTotal', n.sub_total, 'subTotalInBaseCurrency', n.sub_total_base, 'subTotalExclTax', n.sub_total_excl_tax, 'subTotalExclTaxInBaseCurrency', n.sub_total_excl_tax_base, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'taxes', n.taxes, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'adjustment', n.adjustment, 'adjustmentInBaseCurrency', n.adjustment_base, 'discountTotal', n.discount_total, 'discountTotalInBaseCurrency', n.discount_total_base, 'totalExclTax', n.total_excl_tax, 'totalExclTaxInBaseCurrency', n.total_excl_tax_base, 'taxTotal', n.tax_total, 'taxTotalInBaseCurrency', n.tax_total_base, 'taxBreakdown', n.tax_breakdown, 'grandTotal', n.grand_total, 'grandTotalInBaseCurrency', n.grand_total_base, 'termsAndConditions', n.terms_and_conditions, 'description', n.description, 'poNumber', n.po_number, 'vendorId', n.vendor_id, 'status', n.status) || jsonb_build_object('requisitionNo', n.requisition_no, 'trackingNumber', n.tracking_number, 'poDate', n.po_date, 'dueDate', n.due_date, 'salesCommission', n.sales_commission, 'salesCommissionInBaseCurrency', n.sales_commission_base, 'exciseDuty', n.excise_duty, 'exciseDutyInBaseCurrency', n.excise_duty_base)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'PurchaseOrder', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'PurchaseOrder', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'PurchaseOrder') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'PurchaseOrder' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN crm_fold(n.subject) WHEN 'billingStreet' THEN crm_fold(n.billing_street) WHEN 'billingCity' THEN crm_fold(n.billing_city) WHEN 'billingState' THEN crm_fold(n.billing_state) WHEN 'billingCode' THEN crm_fold(n.billing_code) WHEN 'billingCountry' THEN crm_fold(n.billing_country) WHEN 'shippingStreet' THEN crm_fold(n.shipping_street) WHEN 'shippingCity' THEN crm_fold(n.shipping_city) WHEN 'shippingState' THEN crm_fold(n.shipping_state) WHEN 'shippingCode' THEN crm_fold(n.shipping_code) WHEN 'shippingCountry' THEN crm_fold(n.shipping_country) WHEN 'requisitionNo' THEN crm_fold(n.requisition_no) WHEN 'trackingNumber' THEN crm_fold(n.tracking_number) END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION purchase_order_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.owner_id IS DISTINCT FROM old.owner_id THEN was := was || jsonb_build_object('ownerId', old.owner_id); became := became || jsonb_build_object('ownerId', new.owner_id); END IF;
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN was := was || jsonb_build_object('externalIds', old.external_ids); became := became || jsonb_build_object('externalIds', new.external_ids); END IF;
  IF new.currency IS DISTINCT FROM old.currency THEN was := was || jsonb_build_object('currency', old.currency); became := became || jsonb_build_object('currency', new.currency); END IF;
  IF new.exchange_rate IS DISTINCT FROM old.exchange_rate THEN was := was || jsonb_build_object('exchangeRate', old.exchange_rate); became := became || jsonb_build_object('exchangeRate', new.exchange_rate); END IF;
  IF new.subject IS DISTINCT FROM old.subject THEN was := was || jsonb_build_object('subject', old.subject); became := became || jsonb_build_object('subject', new.subject); END IF;
  IF new.contact_id IS DISTINCT FROM old.contact_id THEN was := was || jsonb_build_object('contactId', old.contact_id); became := became || jsonb_build_object('contactId', new.contact_id); END IF;
  IF new.carrier IS DISTINCT FROM old.carrier THEN was := was || jsonb_build_object('carrier', old.carrier); became := became || jsonb_build_object('carrier', new.carrier); END IF;
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
  IF new.prices_include_tax IS DISTINCT FROM old.prices_include_tax THEN was := was || jsonb_build_object('pricesIncludeTax', old.prices_include_tax); became := became || jsonb_build_object('pricesIncludeTax', new.prices_include_tax); END IF;
  IF new.discount_timing IS DISTINCT FROM old.discount_timing THEN was := was || jsonb_build_object('discountTiming', old.discount_timing); became := became || jsonb_build_object('discountTiming', new.discount_timing); END IF;
  IF new.sub_total IS DISTINCT FROM old.sub_total THEN was := was || jsonb_build_object('subTotal', old.sub_total); became := became || jsonb_build_object('subTotal', new.sub_total); END IF;
  IF new.sub_total_base IS DISTINCT FROM old.sub_total_base THEN was := was || jsonb_build_object('subTotalInBaseCurrency', old.sub_total_base); became := became || jsonb_build_object('subTotalInBaseCurrency', new.sub_total_base); END IF;
  IF new.sub_total_excl_tax IS DISTINCT FROM old.sub_total_excl_tax THEN was := was || jsonb_build_object('subTotalExclTax', old.sub_total_excl_tax); became := became || jsonb_build_object('subTotalExclTax', new.sub_total_excl_tax); END IF;
  IF new.sub_total_excl_tax_base IS DISTINCT FROM old.sub_total_excl_tax_base THEN was := was || jsonb_build_object('subTotalExclTaxInBaseCurrency', old.sub_total_excl_tax_base); became := became || jsonb_build_object('subTotalExclTaxInBaseCurrency', new.sub_total_excl_tax_base); END IF;
  IF new.discount IS DISTINCT FROM old.discount THEN was := was || jsonb_build_object('discount', old.discount); became := became || jsonb_build_object('discount', new.discount); END IF;
  IF new.discount_base IS DISTINCT FROM old.discount_base THEN was := was || jsonb_build_object('discountInBaseCurrency', old.discount_base); became := became || jsonb_build_object('discountInBaseCurrency', new.discount_base); END IF;
  IF new.discount_percent IS DISTINCT FROM old.discount_percent THEN was := was || jsonb_build_object('discountPercent', old.discount_percent); became := became || jsonb_build_object('discountPercent', new.discount_percent); END IF;
  IF new.taxes IS DISTINCT FROM old.taxes THEN was := was || jsonb_build_object('taxes', old.taxes); became := became || jsonb_build_object('taxes', new.taxes); END IF;
  IF new.tax IS DISTINCT FROM old.tax THEN was := was || jsonb_build_object('tax', old.tax); became := became || jsonb_build_object('tax', new.tax); END IF;
  IF new.tax_base IS DISTINCT FROM old.tax_base THEN was := was || jsonb_build_object('taxInBaseCurrency', old.tax_base); became := became || jsonb_build_object('taxInBaseCurrency', new.tax_base); END IF;
  IF new.adjustment IS DISTINCT FROM old.adjustment THEN was := was || jsonb_build_object('adjustment', old.adjustment); became := became || jsonb_build_object('adjustment', new.adjustment); END IF;
  IF new.adjustment_base IS DISTINCT FROM old.adjustment_base THEN was := was || jsonb_build_object('adjustmentInBaseCurrency', old.adjustment_base); became := became || jsonb_build_object('adjustmentInBaseCurrency', new.adjustment_base); END IF;
  IF new.discount_total IS DISTINCT FROM old.discount_total THEN was := was || jsonb_build_object('discountTotal', old.discount_total); became := became || jsonb_build_object('discountTotal', new.discount_total); END IF;
  IF new.discount_total_base IS DISTINCT FROM old.discount_total_base THEN was := was || jsonb_build_object('discountTotalInBaseCurrency', old.discount_total_base); became := became || jsonb_build_object('discountTotalInBaseCurrency', new.discount_total_base); END IF;
  IF new.total_excl_tax IS DISTINCT FROM old.total_excl_tax THEN was := was || jsonb_build_object('totalExclTax', old.total_excl_tax); became := became || jsonb_build_object('totalExclTax', new.total_excl_tax); END IF;
  IF new.total_excl_tax_base IS DISTINCT FROM old.total_excl_tax_base THEN was := was || jsonb_build_object('totalExclTaxInBaseCurrency', old.total_excl_tax_base); became := became || jsonb_build_object('totalExclTaxInBaseCurrency', new.total_excl_tax_base); END IF;
  IF new.tax_total IS DISTINCT FROM old.tax_total THEN was := was || jsonb_build_object('taxTotal', old.tax_total); became := became || jsonb_build_object('taxTotal', new.tax_total); END IF;
  IF new.tax_total_base IS DISTINCT FROM old.tax_total_base THEN was := was || jsonb_build_object('taxTotalInBaseCurrency', old.tax_total_base); became := became || jsonb_build_object('taxTotalInBaseCurrency', new.tax_total_base); END IF;
  IF new.tax_breakdown IS DISTINCT FROM old.tax_breakdown THEN was := was || jsonb_build_object('taxBreakdown', old.tax_breakdown); became := became || jsonb_build_object('taxBreakdown', new.tax_breakdown); END IF;
  IF new.grand_total IS DISTINCT FROM old.grand_total THEN was := was || jsonb_build_object('grandTotal', old.grand_total); became := became || jsonb_build_object('grandTotal', new.grand_total); END IF;
  IF new.grand_total_base IS DISTINCT FROM old.grand_total_base THEN was := was || jsonb_build_object('grandTotalInBaseCurrency', old.grand_total_base); became := became || jsonb_build_object('grandTotalInBaseCurrency', new.grand_total_base); END IF;
  IF new.terms_and_conditions IS DISTINCT FROM old.terms_and_conditions THEN was := was || jsonb_build_object('termsAndConditions', old.terms_and_conditions); became := became || jsonb_build_object('termsAndConditions', new.terms_and_conditions); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF new.po_number IS DISTINCT FROM old.po_number THEN was := was || jsonb_build_object('poNumber', old.po_number); became := became || jsonb_build_object('poNumber', new.po_number); END IF;
  IF new.vendor_id IS DISTINCT FROM old.vendor_id THEN was := was || jsonb_build_object('vendorId', old.vendor_id); became := became || jsonb_build_object('vendorId', new.vendor_id); END IF;
  IF new.status IS DISTINCT FROM old.status THEN was := was || jsonb_build_object('status', old.status); became := became || jsonb_build_object('status', new.status); END IF;
  IF new.requisition_no IS DISTINCT FROM old.requisition_no THEN was := was || jsonb_build_object('requisitionNo', old.requisition_no); became := became || jsonb_build_object('requisitionNo', new.requisition_no); END IF;
  IF new.tracking_number IS DISTINCT FROM old.tracking_number THEN was := was || jsonb_build_object('trackingNumber', old.tracking_number); became := became || jsonb_build_object('trackingNumber', new.tracking_number); END IF;
  IF new.po_date IS DISTINCT FROM old.po_date THEN was := was || jsonb_build_object('poDate', old.po_date); became := became || jsonb_build_object('poDate', new.po_date); END IF;
  IF new.due_date IS DISTINCT FROM old.due_date THEN was := was || jsonb_build_object('dueDate', old.due_date); became := became || jsonb_build_object('dueDate', new.due_date); END IF;
  IF new.sales_commission IS DISTINCT FROM old.sales_commission THEN was := was || jsonb_build_object('salesCommission', old.sales_commission); became := became || jsonb_build_object('salesCommission', new.sales_commission); END IF;
  IF new.sales_commission_base IS DISTINCT FROM old.sales_commission_base THEN was := was || jsonb_build_object('salesCommissionInBaseCurrency', old.sales_commission_base); became := became || jsonb_build_object('salesCommissionInBaseCurrency', new.sales_commission_base); END IF;
  IF new.excise_duty IS DISTINCT FROM old.excise_duty THEN was := was || jsonb_build_object('exciseDuty', old.excise_duty); became := became || jsonb_build_object('exciseDuty', new.excise_duty); END IF;
  IF new.excise_duty_base IS DISTINCT FROM old.excise_duty_base THEN was := was || jsonb_build_object('exciseDutyInBaseCurrency', old.excise_duty_base); became := became || jsonb_build_object('exciseDutyInBaseCurrency', new.excise_duty_base); END IF;
  IF new.custom IS DISTINCT FROM old.custom THEN
    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became
      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;
  END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'PurchaseOrder', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field LIKE 'external:%';
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT new.org, 'PurchaseOrder', 'external:' || e.key, e.value, new.id FROM jsonb_each_text(new.external_ids) e;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(new.org::text || '/unique/' || 'PurchaseOrder', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = new.org AND u.module = 'PurchaseOrder') THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field NOT LIKE 'external:%';
    IF new.deleted_at IS NULL THEN
      INSERT INTO unique_value (org, module, field, value, record_id)
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN crm_fold(new.subject) WHEN 'billingStreet' THEN crm_fold(new.billing_street) WHEN 'billingCity' THEN crm_fold(new.billing_city) WHEN 'billingState' THEN crm_fold(new.billing_state) WHEN 'billingCode' THEN crm_fold(new.billing_code) WHEN 'billingCountry' THEN crm_fold(new.billing_country) WHEN 'shippingStreet' THEN crm_fold(new.shipping_street) WHEN 'shippingCity' THEN crm_fold(new.shipping_city) WHEN 'shippingState' THEN crm_fold(new.shipping_state) WHEN 'shippingCode' THEN crm_fold(new.shipping_code) WHEN 'shippingCountry' THEN crm_fold(new.shipping_country) WHEN 'requisitionNo' THEN crm_fold(new.requisition_no) WHEN 'trackingNumber' THEN crm_fold(new.tracking_number) END) k(value) WHERE u.org = new.org AND u.module = 'PurchaseOrder' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION invoice_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  base_currency text := crm_base_currency(new.org);
BEGIN
  IF tg_op = 'INSERT' THEN
    new.currency := coalesce(new.currency, base_currency);
    new.exchange_rate := coalesce(new.exchange_rate, 1);
  END IF;
  new.sub_total := round(new.sub_total, crm_decimals(new.currency));
  new.sub_total_excl_tax := round(new.sub_total_excl_tax, crm_decimals(new.currency));
  new.discount := round(new.discount, crm_decimals(new.currency));
  new.tax := round(new.tax, crm_decimals(new.currency));
  new.adjustment := round(new.adjustment, crm_decimals(new.currency));
  new.discount_total := round(new.discount_total, crm_decimals(new.currency));
  new.total_excl_tax := round(new.total_excl_tax, crm_decimals(new.currency));
  new.tax_total := round(new.tax_total, crm_decimals(new.currency));
  new.grand_total := round(new.grand_total, crm_decimals(new.currency));
  new.sales_commission := round(new.sales_commission, crm_decimals(new.currency));
  new.excise_duty := round(new.excise_duty, crm_decimals(new.currency));
  new.sub_total_base := round(new.sub_total / new.exchange_rate, crm_decimals(base_currency));
  new.sub_total_excl_tax_base := round(new.sub_total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.discount_base := round(new.discount / new.exchange_rate, crm_decimals(base_currency));
  new.tax_base := round(new.tax / new.exchange_rate, crm_decimals(base_currency));
  new.adjustment_base := round(new.adjustment / new.exchange_rate, crm_decimals(base_currency));
  new.discount_total_base := round(new.discount_total / new.exchange_rate, crm_decimals(base_currency));
  new.total_excl_tax_base := round(new.total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.tax_total_base := round(new.tax_total / new.exchange_rate, crm_decimals(base_currency));
  new.grand_total_base := round(new.grand_total / new.exchange_rate, crm_decimals(base_currency));
  new.sales_commission_base := round(new.sales_commission / new.exchange_rate, crm_decimals(base_currency));
  new.excise_duty_base := round(new.excise_duty / new.exchange_rate, crm_decimals(base_currency));
  new.duplicate_key := crm_fold(new.subject);
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
    this.addSql(`CREATE OR REPLACE FUNCTION invoice_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Invoice', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'subject', n.subject, 'contactId', n.contact_id, 'carrier', n.carrier, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'pricesIncludeTax', n.prices_include_tax, 'discountTiming', n.discount_timing, 'subTotal', n.sub_total, 'subTotalInBaseCurrency', n.sub_total_base, 'subTotalExclTax', n.sub_total_excl_tax, 'subTotalExclTaxInBaseCurrency', n.sub_total_excl_tax_base, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'taxes', n.taxes, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'adjustment', n.adjustment, 'adjustmentInBaseCurrency', n.adjustment_base, 'discountTotal', n.discount_total, 'discountTotalInBaseCurrency', n.discount_total_base, 'totalExclTax', n.total_excl_tax, 'totalExclTaxInBaseCurrency', n.total_excl_tax_base, 'taxTotal', n.tax_total, 'taxTotalInBaseCurrency', n.tax_total_base, 'taxBreakdown', n.tax_breakdown, 'grandTotal', n.grand_total, 'grandTotalInBaseCurrency', n.grand_total_base, 'termsAndConditions', n.terms_and_conditions, 'description', n.description, 'invoiceNumber', n.invoice_number, 'accountId', n.account_id, 'dealId', n.deal_id) || jsonb_build_object('quoteId', n.quote_id, 'salesOrderId', n.sales_order_id, 'status', n.status, 'purchaseOrder', n.purchase_order, 'invoiceDate', n.invoice_date, 'paymentTermDays', n.payment_term_days, 'paymentTermBasis', n.payment_term_basis, 'dueDate', n.due_date, 'salesCommission', n.sales_commission, 'salesCommissionInBaseCurrency', n.sales_commission_base, 'exciseDuty', n.excise_duty, 'exciseDutyInBaseCurrency', n.excise_duty_base)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'Invoice', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'Invoice', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'Invoice') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Invoice' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN crm_fold(n.subject) WHEN 'billingStreet' THEN crm_fold(n.billing_street) WHEN 'billingCity' THEN crm_fold(n.billing_city) WHEN 'billingState' THEN crm_fold(n.billing_state) WHEN 'billingCode' THEN crm_fold(n.billing_code) WHEN 'billingCountry' THEN crm_fold(n.billing_country) WHEN 'shippingStreet' THEN crm_fold(n.shipping_street) WHEN 'shippingCity' THEN crm_fold(n.shipping_city) WHEN 'shippingState' THEN crm_fold(n.shipping_state) WHEN 'shippingCode' THEN crm_fold(n.shipping_code) WHEN 'shippingCountry' THEN crm_fold(n.shipping_country) WHEN 'purchaseOrder' THEN crm_fold(n.purchase_order) WHEN 'paymentTermDays' THEN n.payment_term_days::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION invoice_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.owner_id IS DISTINCT FROM old.owner_id THEN was := was || jsonb_build_object('ownerId', old.owner_id); became := became || jsonb_build_object('ownerId', new.owner_id); END IF;
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN was := was || jsonb_build_object('externalIds', old.external_ids); became := became || jsonb_build_object('externalIds', new.external_ids); END IF;
  IF new.currency IS DISTINCT FROM old.currency THEN was := was || jsonb_build_object('currency', old.currency); became := became || jsonb_build_object('currency', new.currency); END IF;
  IF new.exchange_rate IS DISTINCT FROM old.exchange_rate THEN was := was || jsonb_build_object('exchangeRate', old.exchange_rate); became := became || jsonb_build_object('exchangeRate', new.exchange_rate); END IF;
  IF new.subject IS DISTINCT FROM old.subject THEN was := was || jsonb_build_object('subject', old.subject); became := became || jsonb_build_object('subject', new.subject); END IF;
  IF new.contact_id IS DISTINCT FROM old.contact_id THEN was := was || jsonb_build_object('contactId', old.contact_id); became := became || jsonb_build_object('contactId', new.contact_id); END IF;
  IF new.carrier IS DISTINCT FROM old.carrier THEN was := was || jsonb_build_object('carrier', old.carrier); became := became || jsonb_build_object('carrier', new.carrier); END IF;
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
  IF new.prices_include_tax IS DISTINCT FROM old.prices_include_tax THEN was := was || jsonb_build_object('pricesIncludeTax', old.prices_include_tax); became := became || jsonb_build_object('pricesIncludeTax', new.prices_include_tax); END IF;
  IF new.discount_timing IS DISTINCT FROM old.discount_timing THEN was := was || jsonb_build_object('discountTiming', old.discount_timing); became := became || jsonb_build_object('discountTiming', new.discount_timing); END IF;
  IF new.sub_total IS DISTINCT FROM old.sub_total THEN was := was || jsonb_build_object('subTotal', old.sub_total); became := became || jsonb_build_object('subTotal', new.sub_total); END IF;
  IF new.sub_total_base IS DISTINCT FROM old.sub_total_base THEN was := was || jsonb_build_object('subTotalInBaseCurrency', old.sub_total_base); became := became || jsonb_build_object('subTotalInBaseCurrency', new.sub_total_base); END IF;
  IF new.sub_total_excl_tax IS DISTINCT FROM old.sub_total_excl_tax THEN was := was || jsonb_build_object('subTotalExclTax', old.sub_total_excl_tax); became := became || jsonb_build_object('subTotalExclTax', new.sub_total_excl_tax); END IF;
  IF new.sub_total_excl_tax_base IS DISTINCT FROM old.sub_total_excl_tax_base THEN was := was || jsonb_build_object('subTotalExclTaxInBaseCurrency', old.sub_total_excl_tax_base); became := became || jsonb_build_object('subTotalExclTaxInBaseCurrency', new.sub_total_excl_tax_base); END IF;
  IF new.discount IS DISTINCT FROM old.discount THEN was := was || jsonb_build_object('discount', old.discount); became := became || jsonb_build_object('discount', new.discount); END IF;
  IF new.discount_base IS DISTINCT FROM old.discount_base THEN was := was || jsonb_build_object('discountInBaseCurrency', old.discount_base); became := became || jsonb_build_object('discountInBaseCurrency', new.discount_base); END IF;
  IF new.discount_percent IS DISTINCT FROM old.discount_percent THEN was := was || jsonb_build_object('discountPercent', old.discount_percent); became := became || jsonb_build_object('discountPercent', new.discount_percent); END IF;
  IF new.taxes IS DISTINCT FROM old.taxes THEN was := was || jsonb_build_object('taxes', old.taxes); became := became || jsonb_build_object('taxes', new.taxes); END IF;
  IF new.tax IS DISTINCT FROM old.tax THEN was := was || jsonb_build_object('tax', old.tax); became := became || jsonb_build_object('tax', new.tax); END IF;
  IF new.tax_base IS DISTINCT FROM old.tax_base THEN was := was || jsonb_build_object('taxInBaseCurrency', old.tax_base); became := became || jsonb_build_object('taxInBaseCurrency', new.tax_base); END IF;
  IF new.adjustment IS DISTINCT FROM old.adjustment THEN was := was || jsonb_build_object('adjustment', old.adjustment); became := became || jsonb_build_object('adjustment', new.adjustment); END IF;
  IF new.adjustment_base IS DISTINCT FROM old.adjustment_base THEN was := was || jsonb_build_object('adjustmentInBaseCurrency', old.adjustment_base); became := became || jsonb_build_object('adjustmentInBaseCurrency', new.adjustment_base); END IF;
  IF new.discount_total IS DISTINCT FROM old.discount_total THEN was := was || jsonb_build_object('discountTotal', old.discount_total); became := became || jsonb_build_object('discountTotal', new.discount_total); END IF;
  IF new.discount_total_base IS DISTINCT FROM old.discount_total_base THEN was := was || jsonb_build_object('discountTotalInBaseCurrency', old.discount_total_base); became := became || jsonb_build_object('discountTotalInBaseCurrency', new.discount_total_base); END IF;
  IF new.total_excl_tax IS DISTINCT FROM old.total_excl_tax THEN was := was || jsonb_build_object('totalExclTax', old.total_excl_tax); became := became || jsonb_build_object('totalExclTax', new.total_excl_tax); END IF;
  IF new.total_excl_tax_base IS DISTINCT FROM old.total_excl_tax_base THEN was := was || jsonb_build_object('totalExclTaxInBaseCurrency', old.total_excl_tax_base); became := became || jsonb_build_object('totalExclTaxInBaseCurrency', new.total_excl_tax_base); END IF;
  IF new.tax_total IS DISTINCT FROM old.tax_total THEN was := was || jsonb_build_object('taxTotal', old.tax_total); became := became || jsonb_build_object('taxTotal', new.tax_total); END IF;
  IF new.tax_total_base IS DISTINCT FROM old.tax_total_base THEN was := was || jsonb_build_object('taxTotalInBaseCurrency', old.tax_total_base); became := became || jsonb_build_object('taxTotalInBaseCurrency', new.tax_total_base); END IF;
  IF new.tax_breakdown IS DISTINCT FROM old.tax_breakdown THEN was := was || jsonb_build_object('taxBreakdown', old.tax_breakdown); became := became || jsonb_build_object('taxBreakdown', new.tax_breakdown); END IF;
  IF new.grand_total IS DISTINCT FROM old.grand_total THEN was := was || jsonb_build_object('grandTotal', old.grand_total); became := became || jsonb_build_object('grandTotal', new.grand_total); END IF;
  IF new.grand_total_base IS DISTINCT FROM old.grand_total_base THEN was := was || jsonb_build_object('grandTotalInBaseCurrency', old.grand_total_base); became := became || jsonb_build_object('grandTotalInBaseCurrency', new.grand_total_base); END IF;
  IF new.terms_and_conditions IS DISTINCT FROM old.terms_and_conditions THEN was := was || jsonb_build_object('termsAndConditions', old.terms_and_conditions); became := became || jsonb_build_object('termsAndConditions', new.terms_and_conditions); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF new.invoice_number IS DISTINCT FROM old.invoice_number THEN was := was || jsonb_build_object('invoiceNumber', old.invoice_number); became := became || jsonb_build_object('invoiceNumber', new.invoice_number); END IF;
  IF new.account_id IS DISTINCT FROM old.account_id THEN was := was || jsonb_build_object('accountId', old.account_id); became := became || jsonb_build_object('accountId', new.account_id); END IF;
  IF new.deal_id IS DISTINCT FROM old.deal_id THEN was := was || jsonb_build_object('dealId', old.deal_id); became := became || jsonb_build_object('dealId', new.deal_id); END IF;
  IF new.quote_id IS DISTINCT FROM old.quote_id THEN was := was || jsonb_build_object('quoteId', old.quote_id); became := became || jsonb_build_object('quoteId', new.quote_id); END IF;
  IF new.sales_order_id IS DISTINCT FROM old.sales_order_id THEN was := was || jsonb_build_object('salesOrderId', old.sales_order_id); became := became || jsonb_build_object('salesOrderId', new.sales_order_id); END IF;
  IF new.status IS DISTINCT FROM old.status THEN was := was || jsonb_build_object('status', old.status); became := became || jsonb_build_object('status', new.status); END IF;
  IF new.purchase_order IS DISTINCT FROM old.purchase_order THEN was := was || jsonb_build_object('purchaseOrder', old.purchase_order); became := became || jsonb_build_object('purchaseOrder', new.purchase_order); END IF;
  IF new.invoice_date IS DISTINCT FROM old.invoice_date THEN was := was || jsonb_build_object('invoiceDate', old.invoice_date); became := became || jsonb_build_object('invoiceDate', new.invoice_date); END IF;
  IF new.payment_term_days IS DISTINCT FROM old.payment_term_days THEN was := was || jsonb_build_object('paymentTermDays', old.payment_term_days); became := became || jsonb_build_object('paymentTermDays', new.payment_term_days); END IF;
  IF new.payment_term_basis IS DISTINCT FROM old.payment_term_basis THEN was := was || jsonb_build_object('paymentTermBasis', old.payment_term_basis); became := became || jsonb_build_object('paymentTermBasis', new.payment_term_basis); END IF;
  IF new.due_date IS DISTINCT FROM old.due_date THEN was := was || jsonb_build_object('dueDate', old.due_date); became := became || jsonb_build_object('dueDate', new.due_date); END IF;
  IF new.sales_commission IS DISTINCT FROM old.sales_commission THEN was := was || jsonb_build_object('salesCommission', old.sales_commission); became := became || jsonb_build_object('salesCommission', new.sales_commission); END IF;
  IF new.sales_commission_base IS DISTINCT FROM old.sales_commission_base THEN was := was || jsonb_build_object('salesCommissionInBaseCurrency', old.sales_commission_base); became := became || jsonb_build_object('salesCommissionInBaseCurrency', new.sales_commission_base); END IF;
  IF new.excise_duty IS DISTINCT FROM old.excise_duty THEN was := was || jsonb_build_object('exciseDuty', old.excise_duty); became := became || jsonb_build_object('exciseDuty', new.excise_duty); END IF;
  IF new.excise_duty_base IS DISTINCT FROM old.excise_duty_base THEN was := was || jsonb_build_object('exciseDutyInBaseCurrency', old.excise_duty_base); became := became || jsonb_build_object('exciseDutyInBaseCurrency', new.excise_duty_base); END IF;
  IF new.custom IS DISTINCT FROM old.custom THEN
    SELECT was || coalesce(jsonb_object_agg(k, old.custom->k), '{}'), became || coalesce(jsonb_object_agg(k, new.custom->k), '{}') INTO was, became
      FROM jsonb_object_keys(old.custom || new.custom) k WHERE old.custom->k IS DISTINCT FROM new.custom->k;
  END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Invoice', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  IF new.external_ids IS DISTINCT FROM old.external_ids THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field LIKE 'external:%';
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT new.org, 'Invoice', 'external:' || e.key, e.value, new.id FROM jsonb_each_text(new.external_ids) e;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(new.org::text || '/unique/' || 'Invoice', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = new.org AND u.module = 'Invoice') THEN
    DELETE FROM unique_value u WHERE u.org = new.org AND u.record_id = new.id AND u.field NOT LIKE 'external:%';
    IF new.deleted_at IS NULL THEN
      INSERT INTO unique_value (org, module, field, value, record_id)
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN crm_fold(new.subject) WHEN 'billingStreet' THEN crm_fold(new.billing_street) WHEN 'billingCity' THEN crm_fold(new.billing_city) WHEN 'billingState' THEN crm_fold(new.billing_state) WHEN 'billingCode' THEN crm_fold(new.billing_code) WHEN 'billingCountry' THEN crm_fold(new.billing_country) WHEN 'shippingStreet' THEN crm_fold(new.shipping_street) WHEN 'shippingCity' THEN crm_fold(new.shipping_city) WHEN 'shippingState' THEN crm_fold(new.shipping_state) WHEN 'shippingCode' THEN crm_fold(new.shipping_code) WHEN 'shippingCountry' THEN crm_fold(new.shipping_country) WHEN 'purchaseOrder' THEN crm_fold(new.purchase_order) WHEN 'paymentTermDays' THEN new.payment_term_days::text END) k(value) WHERE u.org = new.org AND u.module = 'Invoice' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION import_mapping_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
  new.name_key := CASE WHEN new.deleted_at IS NULL THEN crm_fold(new.name) END;
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
    this.addSql(`CREATE TRIGGER currency_parts AFTER UPDATE OF deleted_at ON currency FOR EACH ROW EXECUTE FUNCTION currency_parts()`);
  }
}
