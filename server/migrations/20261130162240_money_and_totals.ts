import { Migration } from '@mikro-orm/migrations';

export class Migration20261130162240 extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE organization ADD COLUMN discount_timing text COLLATE "C" NOT NULL DEFAULT 'BEFORE_TAX'`);
    this.addSql(`ALTER TABLE organization ADD COLUMN prices_include_tax boolean NOT NULL DEFAULT false`);
    // Written by hand: vendors that were there before are in base currency.
    this.addSql(`ALTER TABLE vendor ADD COLUMN currency text COLLATE "C"`);
    this.addSql(`ALTER TABLE vendor ADD COLUMN exchange_rate numeric`);
    forRowsOf(this, ['organization', 'vendor'], () => this.addSql(`UPDATE vendor SET currency = crm_base_currency(org), exchange_rate = 1`));
    this.addSql(`ALTER TABLE vendor ALTER COLUMN currency SET NOT NULL`);
    this.addSql(`ALTER TABLE vendor ALTER COLUMN exchange_rate SET NOT NULL`);
    // Written by hand: documents that were there before stay worked out as they were; new ones take the discount off before tax.
    this.addSql(`ALTER TABLE quote ADD COLUMN prices_include_tax boolean NOT NULL DEFAULT false`);
    this.addSql(`ALTER TABLE quote ADD COLUMN discount_timing text COLLATE "C" NOT NULL DEFAULT 'AFTER_TAX_PER_LINE'`);
    this.addSql(`ALTER TABLE quote ALTER COLUMN discount_timing SET DEFAULT 'BEFORE_TAX'`);
    this.addSql(`ALTER TABLE quote ADD COLUMN total_excl_tax numeric`);
    this.addSql(`ALTER TABLE quote ADD COLUMN total_excl_tax_base numeric`);
    this.addSql(`ALTER TABLE quote ADD COLUMN tax_breakdown jsonb`);
    this.addSql(`ALTER TABLE sales_order ADD COLUMN prices_include_tax boolean NOT NULL DEFAULT false`);
    this.addSql(`ALTER TABLE sales_order ADD COLUMN discount_timing text COLLATE "C" NOT NULL DEFAULT 'AFTER_TAX_PER_LINE'`);
    this.addSql(`ALTER TABLE sales_order ALTER COLUMN discount_timing SET DEFAULT 'BEFORE_TAX'`);
    this.addSql(`ALTER TABLE sales_order ADD COLUMN total_excl_tax numeric`);
    this.addSql(`ALTER TABLE sales_order ADD COLUMN total_excl_tax_base numeric`);
    this.addSql(`ALTER TABLE sales_order ADD COLUMN tax_breakdown jsonb`);
    this.addSql(`ALTER TABLE purchase_order ADD COLUMN prices_include_tax boolean NOT NULL DEFAULT false`);
    this.addSql(`ALTER TABLE purchase_order ADD COLUMN discount_timing text COLLATE "C" NOT NULL DEFAULT 'AFTER_TAX_PER_LINE'`);
    this.addSql(`ALTER TABLE purchase_order ALTER COLUMN discount_timing SET DEFAULT 'BEFORE_TAX'`);
    this.addSql(`ALTER TABLE purchase_order ADD COLUMN total_excl_tax numeric`);
    this.addSql(`ALTER TABLE purchase_order ADD COLUMN total_excl_tax_base numeric`);
    this.addSql(`ALTER TABLE purchase_order ADD COLUMN tax_breakdown jsonb`);
    this.addSql(`ALTER TABLE invoice ADD COLUMN prices_include_tax boolean NOT NULL DEFAULT false`);
    this.addSql(`ALTER TABLE invoice ADD COLUMN discount_timing text COLLATE "C" NOT NULL DEFAULT 'AFTER_TAX_PER_LINE'`);
    this.addSql(`ALTER TABLE invoice ALTER COLUMN discount_timing SET DEFAULT 'BEFORE_TAX'`);
    this.addSql(`ALTER TABLE invoice ADD COLUMN total_excl_tax numeric`);
    this.addSql(`ALTER TABLE invoice ADD COLUMN total_excl_tax_base numeric`);
    this.addSql(`ALTER TABLE invoice ADD COLUMN tax_breakdown jsonb`);
    this.addSql(`ALTER TABLE line_item ADD COLUMN document_discount numeric`);
    this.addSql(`ALTER TABLE line_item ADD COLUMN document_discount_base numeric`);
    this.addSql(`ALTER TABLE line_item ADD COLUMN taxable_amount numeric`);
    this.addSql(`ALTER TABLE line_item ADD COLUMN taxable_amount_base numeric`);
    this.addSql(`CREATE OR REPLACE FUNCTION crm_price(value numeric, decimals int, currency text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT round(value, greatest(crm_decimals(currency), scale(trim_scale(round(value, decimals)))))
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION organization_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Organization', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('name', n.name, 'baseCurrency', n.base_currency, 'fiscalYearStart', n.fiscal_year_start, 'weekStart', n.week_start, 'timeZone', n.time_zone, 'language', n.language, 'dateFormat', n.date_format, 'timeFormat', n.time_format, 'requiresLeadCompany', n.requires_lead_company, 'requiresReasonForLoss', n.requires_reason_for_loss, 'allowsEditedTaxRates', n.allows_edited_tax_rates, 'discountTiming', n.discount_timing, 'pricesIncludeTax', n.prices_include_tax, 'numberFormat', n.number_format)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.number_format IS DISTINCT FROM old.number_format THEN was := was || jsonb_build_object('numberFormat', old.number_format); became := became || jsonb_build_object('numberFormat', new.number_format); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Organization', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
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
    SELECT n.org, 'Vendor', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'vendorName', n.vendor_name, 'email', n.email, 'phone', n.phone, 'website', n.website, 'glAccount', n.gl_account, 'category', n.category, 'street', n.street, 'city', n.city, 'state', n.state, 'zipCode', n.zip_code, 'country', n.country, 'emailOptOut', n.email_opt_out, 'unsubscribedMode', n.unsubscribed_mode, 'unsubscribedAt', n.unsubscribed_at, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.currency IS DISTINCT FROM old.currency THEN was := was || jsonb_build_object('currency', old.currency); became := became || jsonb_build_object('currency', new.currency); END IF;
  IF new.exchange_rate IS DISTINCT FROM old.exchange_rate THEN was := was || jsonb_build_object('exchangeRate', old.exchange_rate); became := became || jsonb_build_object('exchangeRate', new.exchange_rate); END IF;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'vendorName' THEN lower(new.vendor_name COLLATE "und-x-icu") WHEN 'email' THEN lower(new.email COLLATE "und-x-icu") WHEN 'phone' THEN new.phone::text WHEN 'website' THEN new.website::text WHEN 'category' THEN new.category::text WHEN 'street' THEN new.street::text WHEN 'city' THEN new.city::text WHEN 'state' THEN new.state::text WHEN 'zipCode' THEN new.zip_code::text WHEN 'country' THEN new.country::text END) k(value) WHERE u.org = new.org AND u.module = 'Vendor' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
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
  new.duplicate_key := lower(new.product_name COLLATE "und-x-icu");
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
    this.addSql(`CREATE OR REPLACE FUNCTION list_price_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  base_currency text := crm_base_currency(new.org);
BEGIN
  IF tg_op = 'INSERT' THEN
    new.currency := coalesce(new.currency, base_currency);
    new.exchange_rate := coalesce(new.exchange_rate, 1);
  END IF;
  new.list_price := crm_price(new.list_price, 6, new.currency);
  new.list_price_base := crm_price(new.list_price / new.exchange_rate, 6, base_currency);
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
  new.duplicate_key := new.subject::text;
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
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Quote' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN n.subject::text WHEN 'billingStreet' THEN n.billing_street::text WHEN 'billingCity' THEN n.billing_city::text WHEN 'billingState' THEN n.billing_state::text WHEN 'billingCode' THEN n.billing_code::text WHEN 'billingCountry' THEN n.billing_country::text WHEN 'shippingStreet' THEN n.shipping_street::text WHEN 'shippingCity' THEN n.shipping_city::text WHEN 'shippingState' THEN n.shipping_state::text WHEN 'shippingCode' THEN n.shipping_code::text WHEN 'shippingCountry' THEN n.shipping_country::text WHEN 'team' THEN n.team::text WHEN 'shipping' THEN n.shipping::text WHEN 'inventoryManager' THEN n.inventory_manager::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN new.subject::text WHEN 'billingStreet' THEN new.billing_street::text WHEN 'billingCity' THEN new.billing_city::text WHEN 'billingState' THEN new.billing_state::text WHEN 'billingCode' THEN new.billing_code::text WHEN 'billingCountry' THEN new.billing_country::text WHEN 'shippingStreet' THEN new.shipping_street::text WHEN 'shippingCity' THEN new.shipping_city::text WHEN 'shippingState' THEN new.shipping_state::text WHEN 'shippingCode' THEN new.shipping_code::text WHEN 'shippingCountry' THEN new.shipping_country::text WHEN 'team' THEN new.team::text WHEN 'shipping' THEN new.shipping::text WHEN 'inventoryManager' THEN new.inventory_manager::text END) k(value) WHERE u.org = new.org AND u.module = 'Quote' AND k.value IS NOT NULL;
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
  new.sub_total_base := round(new.sub_total / new.exchange_rate, crm_decimals(base_currency));
  new.sub_total_excl_tax_base := round(new.sub_total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.discount_base := round(new.discount / new.exchange_rate, crm_decimals(base_currency));
  new.tax_base := round(new.tax / new.exchange_rate, crm_decimals(base_currency));
  new.adjustment_base := round(new.adjustment / new.exchange_rate, crm_decimals(base_currency));
  new.discount_total_base := round(new.discount_total / new.exchange_rate, crm_decimals(base_currency));
  new.total_excl_tax_base := round(new.total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.tax_total_base := round(new.tax_total / new.exchange_rate, crm_decimals(base_currency));
  new.grand_total_base := round(new.grand_total / new.exchange_rate, crm_decimals(base_currency));
  new.duplicate_key := new.subject::text;
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
    SELECT n.org, 'SalesOrder', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'subject', n.subject, 'contactId', n.contact_id, 'carrier', n.carrier, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'pricesIncludeTax', n.prices_include_tax, 'discountTiming', n.discount_timing, 'subTotal', n.sub_total, 'subTotalInBaseCurrency', n.sub_total_base, 'subTotalExclTax', n.sub_total_excl_tax, 'subTotalExclTaxInBaseCurrency', n.sub_total_excl_tax_base, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'taxes', n.taxes, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'adjustment', n.adjustment, 'adjustmentInBaseCurrency', n.adjustment_base, 'discountTotal', n.discount_total, 'discountTotalInBaseCurrency', n.discount_total_base, 'totalExclTax', n.total_excl_tax, 'totalExclTaxInBaseCurrency', n.total_excl_tax_base, 'taxTotal', n.tax_total, 'taxTotalInBaseCurrency', n.tax_total_base, 'taxBreakdown', n.tax_breakdown, 'grandTotal', n.grand_total, 'grandTotalInBaseCurrency', n.grand_total_base, 'termsAndConditions', n.terms_and_conditions, 'description', n.description, 'soNumber', n.so_number, 'accountId', n.account_id, 'dealId', n.deal_id) || jsonb_build_object('quoteId', n.quote_id, 'status', n.status, 'customerNo', n.customer_no, 'purchaseOrder', n.purchase_order, 'dueDate', n.due_date, 'pending', n.pending, 'salesCommission', n.sales_commission, 'exciseDuty', n.excise_duty)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'SalesOrder', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'SalesOrder', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'SalesOrder') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'SalesOrder' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN n.subject::text WHEN 'billingStreet' THEN n.billing_street::text WHEN 'billingCity' THEN n.billing_city::text WHEN 'billingState' THEN n.billing_state::text WHEN 'billingCode' THEN n.billing_code::text WHEN 'billingCountry' THEN n.billing_country::text WHEN 'shippingStreet' THEN n.shipping_street::text WHEN 'shippingCity' THEN n.shipping_city::text WHEN 'shippingState' THEN n.shipping_state::text WHEN 'shippingCode' THEN n.shipping_code::text WHEN 'shippingCountry' THEN n.shipping_country::text WHEN 'customerNo' THEN n.customer_no::text WHEN 'purchaseOrder' THEN n.purchase_order::text WHEN 'pending' THEN n.pending::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
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
  IF new.excise_duty IS DISTINCT FROM old.excise_duty THEN was := was || jsonb_build_object('exciseDuty', old.excise_duty); became := became || jsonb_build_object('exciseDuty', new.excise_duty); END IF;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN new.subject::text WHEN 'billingStreet' THEN new.billing_street::text WHEN 'billingCity' THEN new.billing_city::text WHEN 'billingState' THEN new.billing_state::text WHEN 'billingCode' THEN new.billing_code::text WHEN 'billingCountry' THEN new.billing_country::text WHEN 'shippingStreet' THEN new.shipping_street::text WHEN 'shippingCity' THEN new.shipping_city::text WHEN 'shippingState' THEN new.shipping_state::text WHEN 'shippingCode' THEN new.shipping_code::text WHEN 'shippingCountry' THEN new.shipping_country::text WHEN 'customerNo' THEN new.customer_no::text WHEN 'purchaseOrder' THEN new.purchase_order::text WHEN 'pending' THEN new.pending::text END) k(value) WHERE u.org = new.org AND u.module = 'SalesOrder' AND k.value IS NOT NULL;
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
  new.sub_total_base := round(new.sub_total / new.exchange_rate, crm_decimals(base_currency));
  new.sub_total_excl_tax_base := round(new.sub_total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.discount_base := round(new.discount / new.exchange_rate, crm_decimals(base_currency));
  new.tax_base := round(new.tax / new.exchange_rate, crm_decimals(base_currency));
  new.adjustment_base := round(new.adjustment / new.exchange_rate, crm_decimals(base_currency));
  new.discount_total_base := round(new.discount_total / new.exchange_rate, crm_decimals(base_currency));
  new.total_excl_tax_base := round(new.total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.tax_total_base := round(new.tax_total / new.exchange_rate, crm_decimals(base_currency));
  new.grand_total_base := round(new.grand_total / new.exchange_rate, crm_decimals(base_currency));
  new.duplicate_key := new.subject::text;
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
    SELECT n.org, 'PurchaseOrder', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'subject', n.subject, 'contactId', n.contact_id, 'carrier', n.carrier, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'pricesIncludeTax', n.prices_include_tax, 'discountTiming', n.discount_timing, 'subTotal', n.sub_total, 'subTotalInBaseCurrency', n.sub_total_base, 'subTotalExclTax', n.sub_total_excl_tax, 'subTotalExclTaxInBaseCurrency', n.sub_total_excl_tax_base, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'taxes', n.taxes, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'adjustment', n.adjustment, 'adjustmentInBaseCurrency', n.adjustment_base, 'discountTotal', n.discount_total, 'discountTotalInBaseCurrency', n.discount_total_base, 'totalExclTax', n.total_excl_tax, 'totalExclTaxInBaseCurrency', n.total_excl_tax_base, 'taxTotal', n.tax_total, 'taxTotalInBaseCurrency', n.tax_total_base, 'taxBreakdown', n.tax_breakdown, 'grandTotal', n.grand_total, 'grandTotalInBaseCurrency', n.grand_total_base, 'termsAndConditions', n.terms_and_conditions, 'description', n.description, 'poNumber', n.po_number, 'vendorId', n.vendor_id, 'status', n.status) || jsonb_build_object('requisitionNo', n.requisition_no, 'trackingNumber', n.tracking_number, 'poDate', n.po_date, 'dueDate', n.due_date, 'salesCommission', n.sales_commission, 'exciseDuty', n.excise_duty)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'PurchaseOrder', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'PurchaseOrder', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'PurchaseOrder') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'PurchaseOrder' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN n.subject::text WHEN 'billingStreet' THEN n.billing_street::text WHEN 'billingCity' THEN n.billing_city::text WHEN 'billingState' THEN n.billing_state::text WHEN 'billingCode' THEN n.billing_code::text WHEN 'billingCountry' THEN n.billing_country::text WHEN 'shippingStreet' THEN n.shipping_street::text WHEN 'shippingCity' THEN n.shipping_city::text WHEN 'shippingState' THEN n.shipping_state::text WHEN 'shippingCode' THEN n.shipping_code::text WHEN 'shippingCountry' THEN n.shipping_country::text WHEN 'requisitionNo' THEN n.requisition_no::text WHEN 'trackingNumber' THEN n.tracking_number::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
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
  IF new.excise_duty IS DISTINCT FROM old.excise_duty THEN was := was || jsonb_build_object('exciseDuty', old.excise_duty); became := became || jsonb_build_object('exciseDuty', new.excise_duty); END IF;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN new.subject::text WHEN 'billingStreet' THEN new.billing_street::text WHEN 'billingCity' THEN new.billing_city::text WHEN 'billingState' THEN new.billing_state::text WHEN 'billingCode' THEN new.billing_code::text WHEN 'billingCountry' THEN new.billing_country::text WHEN 'shippingStreet' THEN new.shipping_street::text WHEN 'shippingCity' THEN new.shipping_city::text WHEN 'shippingState' THEN new.shipping_state::text WHEN 'shippingCode' THEN new.shipping_code::text WHEN 'shippingCountry' THEN new.shipping_country::text WHEN 'requisitionNo' THEN new.requisition_no::text WHEN 'trackingNumber' THEN new.tracking_number::text END) k(value) WHERE u.org = new.org AND u.module = 'PurchaseOrder' AND k.value IS NOT NULL;
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
  new.sub_total_base := round(new.sub_total / new.exchange_rate, crm_decimals(base_currency));
  new.sub_total_excl_tax_base := round(new.sub_total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.discount_base := round(new.discount / new.exchange_rate, crm_decimals(base_currency));
  new.tax_base := round(new.tax / new.exchange_rate, crm_decimals(base_currency));
  new.adjustment_base := round(new.adjustment / new.exchange_rate, crm_decimals(base_currency));
  new.discount_total_base := round(new.discount_total / new.exchange_rate, crm_decimals(base_currency));
  new.total_excl_tax_base := round(new.total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.tax_total_base := round(new.tax_total / new.exchange_rate, crm_decimals(base_currency));
  new.grand_total_base := round(new.grand_total / new.exchange_rate, crm_decimals(base_currency));
  new.duplicate_key := new.subject::text;
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
    SELECT n.org, 'Invoice', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'subject', n.subject, 'contactId', n.contact_id, 'carrier', n.carrier, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'pricesIncludeTax', n.prices_include_tax, 'discountTiming', n.discount_timing, 'subTotal', n.sub_total, 'subTotalInBaseCurrency', n.sub_total_base, 'subTotalExclTax', n.sub_total_excl_tax, 'subTotalExclTaxInBaseCurrency', n.sub_total_excl_tax_base, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'taxes', n.taxes, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'adjustment', n.adjustment, 'adjustmentInBaseCurrency', n.adjustment_base, 'discountTotal', n.discount_total, 'discountTotalInBaseCurrency', n.discount_total_base, 'totalExclTax', n.total_excl_tax, 'totalExclTaxInBaseCurrency', n.total_excl_tax_base, 'taxTotal', n.tax_total, 'taxTotalInBaseCurrency', n.tax_total_base, 'taxBreakdown', n.tax_breakdown, 'grandTotal', n.grand_total, 'grandTotalInBaseCurrency', n.grand_total_base, 'termsAndConditions', n.terms_and_conditions, 'description', n.description, 'invoiceNumber', n.invoice_number, 'accountId', n.account_id, 'dealId', n.deal_id) || jsonb_build_object('quoteId', n.quote_id, 'salesOrderId', n.sales_order_id, 'status', n.status, 'purchaseOrder', n.purchase_order, 'invoiceDate', n.invoice_date, 'dueDate', n.due_date, 'salesCommission', n.sales_commission, 'exciseDuty', n.excise_duty)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'Invoice', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'Invoice', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'Invoice') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Invoice' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN n.subject::text WHEN 'billingStreet' THEN n.billing_street::text WHEN 'billingCity' THEN n.billing_city::text WHEN 'billingState' THEN n.billing_state::text WHEN 'billingCode' THEN n.billing_code::text WHEN 'billingCountry' THEN n.billing_country::text WHEN 'shippingStreet' THEN n.shipping_street::text WHEN 'shippingCity' THEN n.shipping_city::text WHEN 'shippingState' THEN n.shipping_state::text WHEN 'shippingCode' THEN n.shipping_code::text WHEN 'shippingCountry' THEN n.shipping_country::text WHEN 'purchaseOrder' THEN n.purchase_order::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
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
  IF new.due_date IS DISTINCT FROM old.due_date THEN was := was || jsonb_build_object('dueDate', old.due_date); became := became || jsonb_build_object('dueDate', new.due_date); END IF;
  IF new.sales_commission IS DISTINCT FROM old.sales_commission THEN was := was || jsonb_build_object('salesCommission', old.sales_commission); became := became || jsonb_build_object('salesCommission', new.sales_commission); END IF;
  IF new.excise_duty IS DISTINCT FROM old.excise_duty THEN was := was || jsonb_build_object('exciseDuty', old.excise_duty); became := became || jsonb_build_object('exciseDuty', new.excise_duty); END IF;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN new.subject::text WHEN 'billingStreet' THEN new.billing_street::text WHEN 'billingCity' THEN new.billing_city::text WHEN 'billingState' THEN new.billing_state::text WHEN 'billingCode' THEN new.billing_code::text WHEN 'billingCountry' THEN new.billing_country::text WHEN 'shippingStreet' THEN new.shipping_street::text WHEN 'shippingCity' THEN new.shipping_city::text WHEN 'shippingState' THEN new.shipping_state::text WHEN 'shippingCode' THEN new.shipping_code::text WHEN 'shippingCountry' THEN new.shipping_country::text WHEN 'purchaseOrder' THEN new.purchase_order::text END) k(value) WHERE u.org = new.org AND u.module = 'Invoice' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION line_item_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  base_currency text := crm_base_currency(new.org);
BEGIN
  IF tg_op = 'INSERT' THEN
    new.currency := coalesce(new.currency, base_currency);
    new.exchange_rate := coalesce(new.exchange_rate, 1);
  END IF;
  new.unit_price := crm_price(new.unit_price, 6, new.currency);
  new.list_price := crm_price(new.list_price, 6, new.currency);
  new.discount := round(new.discount, crm_decimals(new.currency));
  new.total := round(new.total, crm_decimals(new.currency));
  new.total_after_discount := round(new.total_after_discount, crm_decimals(new.currency));
  new.document_discount := round(new.document_discount, crm_decimals(new.currency));
  new.taxable_amount := round(new.taxable_amount, crm_decimals(new.currency));
  new.tax := round(new.tax, crm_decimals(new.currency));
  new.net_total := round(new.net_total, crm_decimals(new.currency));
  new.unit_price_base := crm_price(new.unit_price / new.exchange_rate, 6, base_currency);
  new.list_price_base := crm_price(new.list_price / new.exchange_rate, 6, base_currency);
  new.discount_base := round(new.discount / new.exchange_rate, crm_decimals(base_currency));
  new.total_base := round(new.total / new.exchange_rate, crm_decimals(base_currency));
  new.total_after_discount_base := round(new.total_after_discount / new.exchange_rate, crm_decimals(base_currency));
  new.document_discount_base := round(new.document_discount / new.exchange_rate, crm_decimals(base_currency));
  new.taxable_amount_base := round(new.taxable_amount / new.exchange_rate, crm_decimals(base_currency));
  new.tax_base := round(new.tax / new.exchange_rate, crm_decimals(base_currency));
  new.net_total_base := round(new.net_total / new.exchange_rate, crm_decimals(base_currency));
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
    this.addSql(`CREATE OR REPLACE FUNCTION line_item_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'LineItem', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('quoteId', n.quote_id, 'salesOrderId', n.sales_order_id, 'purchaseOrderId', n.purchase_order_id, 'invoiceId', n.invoice_id, 'productId', n.product_id, 'productDescription', n.product_description, 'quantity', n.quantity, 'unitPrice', n.unit_price, 'unitPriceInBaseCurrency', n.unit_price_base, 'listPrice', n.list_price, 'listPriceInBaseCurrency', n.list_price_base, 'priceBookId', n.price_book_id, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'discountKind', n.discount_kind, 'taxes', n.taxes, 'quantityInStock', n.quantity_in_stock, 'total', n.total, 'totalInBaseCurrency', n.total_base, 'totalAfterDiscount', n.total_after_discount, 'totalAfterDiscountInBaseCurrency', n.total_after_discount_base, 'documentDiscount', n.document_discount, 'documentDiscountInBaseCurrency', n.document_discount_base, 'taxableAmount', n.taxable_amount, 'taxableAmountInBaseCurrency', n.taxable_amount_base, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'netTotal', n.net_total, 'netTotalInBaseCurrency', n.net_total_base, 'sequenceNumber', n.sequence_number, 'currency', n.currency, 'exchangeRate', n.exchange_rate)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION line_item_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.quote_id IS DISTINCT FROM old.quote_id THEN was := was || jsonb_build_object('quoteId', old.quote_id); became := became || jsonb_build_object('quoteId', new.quote_id); END IF;
  IF new.sales_order_id IS DISTINCT FROM old.sales_order_id THEN was := was || jsonb_build_object('salesOrderId', old.sales_order_id); became := became || jsonb_build_object('salesOrderId', new.sales_order_id); END IF;
  IF new.purchase_order_id IS DISTINCT FROM old.purchase_order_id THEN was := was || jsonb_build_object('purchaseOrderId', old.purchase_order_id); became := became || jsonb_build_object('purchaseOrderId', new.purchase_order_id); END IF;
  IF new.invoice_id IS DISTINCT FROM old.invoice_id THEN was := was || jsonb_build_object('invoiceId', old.invoice_id); became := became || jsonb_build_object('invoiceId', new.invoice_id); END IF;
  IF new.product_id IS DISTINCT FROM old.product_id THEN was := was || jsonb_build_object('productId', old.product_id); became := became || jsonb_build_object('productId', new.product_id); END IF;
  IF new.product_description IS DISTINCT FROM old.product_description THEN was := was || jsonb_build_object('productDescription', old.product_description); became := became || jsonb_build_object('productDescription', new.product_description); END IF;
  IF new.quantity IS DISTINCT FROM old.quantity THEN was := was || jsonb_build_object('quantity', old.quantity); became := became || jsonb_build_object('quantity', new.quantity); END IF;
  IF new.unit_price IS DISTINCT FROM old.unit_price THEN was := was || jsonb_build_object('unitPrice', old.unit_price); became := became || jsonb_build_object('unitPrice', new.unit_price); END IF;
  IF new.unit_price_base IS DISTINCT FROM old.unit_price_base THEN was := was || jsonb_build_object('unitPriceInBaseCurrency', old.unit_price_base); became := became || jsonb_build_object('unitPriceInBaseCurrency', new.unit_price_base); END IF;
  IF new.list_price IS DISTINCT FROM old.list_price THEN was := was || jsonb_build_object('listPrice', old.list_price); became := became || jsonb_build_object('listPrice', new.list_price); END IF;
  IF new.list_price_base IS DISTINCT FROM old.list_price_base THEN was := was || jsonb_build_object('listPriceInBaseCurrency', old.list_price_base); became := became || jsonb_build_object('listPriceInBaseCurrency', new.list_price_base); END IF;
  IF new.price_book_id IS DISTINCT FROM old.price_book_id THEN was := was || jsonb_build_object('priceBookId', old.price_book_id); became := became || jsonb_build_object('priceBookId', new.price_book_id); END IF;
  IF new.discount IS DISTINCT FROM old.discount THEN was := was || jsonb_build_object('discount', old.discount); became := became || jsonb_build_object('discount', new.discount); END IF;
  IF new.discount_base IS DISTINCT FROM old.discount_base THEN was := was || jsonb_build_object('discountInBaseCurrency', old.discount_base); became := became || jsonb_build_object('discountInBaseCurrency', new.discount_base); END IF;
  IF new.discount_percent IS DISTINCT FROM old.discount_percent THEN was := was || jsonb_build_object('discountPercent', old.discount_percent); became := became || jsonb_build_object('discountPercent', new.discount_percent); END IF;
  IF new.discount_kind IS DISTINCT FROM old.discount_kind THEN was := was || jsonb_build_object('discountKind', old.discount_kind); became := became || jsonb_build_object('discountKind', new.discount_kind); END IF;
  IF new.taxes IS DISTINCT FROM old.taxes THEN was := was || jsonb_build_object('taxes', old.taxes); became := became || jsonb_build_object('taxes', new.taxes); END IF;
  IF new.quantity_in_stock IS DISTINCT FROM old.quantity_in_stock THEN was := was || jsonb_build_object('quantityInStock', old.quantity_in_stock); became := became || jsonb_build_object('quantityInStock', new.quantity_in_stock); END IF;
  IF new.total IS DISTINCT FROM old.total THEN was := was || jsonb_build_object('total', old.total); became := became || jsonb_build_object('total', new.total); END IF;
  IF new.total_base IS DISTINCT FROM old.total_base THEN was := was || jsonb_build_object('totalInBaseCurrency', old.total_base); became := became || jsonb_build_object('totalInBaseCurrency', new.total_base); END IF;
  IF new.total_after_discount IS DISTINCT FROM old.total_after_discount THEN was := was || jsonb_build_object('totalAfterDiscount', old.total_after_discount); became := became || jsonb_build_object('totalAfterDiscount', new.total_after_discount); END IF;
  IF new.total_after_discount_base IS DISTINCT FROM old.total_after_discount_base THEN was := was || jsonb_build_object('totalAfterDiscountInBaseCurrency', old.total_after_discount_base); became := became || jsonb_build_object('totalAfterDiscountInBaseCurrency', new.total_after_discount_base); END IF;
  IF new.document_discount IS DISTINCT FROM old.document_discount THEN was := was || jsonb_build_object('documentDiscount', old.document_discount); became := became || jsonb_build_object('documentDiscount', new.document_discount); END IF;
  IF new.document_discount_base IS DISTINCT FROM old.document_discount_base THEN was := was || jsonb_build_object('documentDiscountInBaseCurrency', old.document_discount_base); became := became || jsonb_build_object('documentDiscountInBaseCurrency', new.document_discount_base); END IF;
  IF new.taxable_amount IS DISTINCT FROM old.taxable_amount THEN was := was || jsonb_build_object('taxableAmount', old.taxable_amount); became := became || jsonb_build_object('taxableAmount', new.taxable_amount); END IF;
  IF new.taxable_amount_base IS DISTINCT FROM old.taxable_amount_base THEN was := was || jsonb_build_object('taxableAmountInBaseCurrency', old.taxable_amount_base); became := became || jsonb_build_object('taxableAmountInBaseCurrency', new.taxable_amount_base); END IF;
  IF new.tax IS DISTINCT FROM old.tax THEN was := was || jsonb_build_object('tax', old.tax); became := became || jsonb_build_object('tax', new.tax); END IF;
  IF new.tax_base IS DISTINCT FROM old.tax_base THEN was := was || jsonb_build_object('taxInBaseCurrency', old.tax_base); became := became || jsonb_build_object('taxInBaseCurrency', new.tax_base); END IF;
  IF new.net_total IS DISTINCT FROM old.net_total THEN was := was || jsonb_build_object('netTotal', old.net_total); became := became || jsonb_build_object('netTotal', new.net_total); END IF;
  IF new.net_total_base IS DISTINCT FROM old.net_total_base THEN was := was || jsonb_build_object('netTotalInBaseCurrency', old.net_total_base); became := became || jsonb_build_object('netTotalInBaseCurrency', new.net_total_base); END IF;
  IF new.sequence_number IS DISTINCT FROM old.sequence_number THEN was := was || jsonb_build_object('sequenceNumber', old.sequence_number); became := became || jsonb_build_object('sequenceNumber', new.sequence_number); END IF;
  IF new.currency IS DISTINCT FROM old.currency THEN was := was || jsonb_build_object('currency', old.currency); became := became || jsonb_build_object('currency', new.currency); END IF;
  IF new.exchange_rate IS DISTINCT FROM old.exchange_rate THEN was := was || jsonb_build_object('exchangeRate', old.exchange_rate); became := became || jsonb_build_object('exchangeRate', new.exchange_rate); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'LineItem', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    // Written by hand: what documents say from now on, for those that were there before. No change of theirs.
    forRowsOf(this, ['organization', 'line_item', ...documents], () => {
      this.addSql(`UPDATE line_item SET document_discount = round(0.0, crm_decimals(currency)), document_discount_base = round(0.0, crm_decimals(crm_base_currency(org))),
  taxable_amount = total_after_discount, taxable_amount_base = total_after_discount_base`);
      for (const table of documents)
        this.addSql(`UPDATE ${table} d SET total_excl_tax = d.sub_total_excl_tax - coalesce(d.discount, 0),
  total_excl_tax_base = round((d.sub_total_excl_tax - coalesce(d.discount, 0)) / d.exchange_rate, crm_decimals(crm_base_currency(d.org))), tax_breakdown = (${breakdownOf(table)})`);
    });
  }
}

const documents = ['quote', 'sales_order', 'purchase_order', 'invoice'];

/** Writes to rows of every organization, without the triggers that would log it as a change. */
function forRowsOf(migration: Migration, tables: readonly string[], write: () => void): void {
  for (const table of tables) {
    migration.addSql(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    migration.addSql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  }
  write();
  for (const table of tables) {
    migration.addSql(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    migration.addSql(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }
}

/** The taxes of the document `d` by tax and rate, as they were worked out: first those of its lines, then its own, then the lines without. */
function breakdownOf(table: string): string {
  const lines = `line_item l WHERE l.org = d.org AND l.${table}_id = d.id AND l.deleted_at IS NOT DISTINCT FROM d.deleted_at`;
  // A compound tax is on the others before it as well.
  const before = (taxes: string): string =>
    `CASE WHEN (t.tax->>'compound')::boolean THEN (SELECT coalesce(sum((o.tax->>'value')::numeric), 0) FROM jsonb_array_elements(${taxes}) WITH ORDINALITY o(tax, place) WHERE NOT (o.tax->>'compound')::boolean OR o.place < t.place) ELSE 0 END`;
  const entries = [
    `SELECT 1 AS part, t.place, t.tax, l.total_after_discount + ${before('l.taxes')} AS base FROM ${lines.replace('line_item l', 'line_item l CROSS JOIN LATERAL jsonb_array_elements(l.taxes) WITH ORDINALITY t(tax, place)')}`,
    `SELECT 2, t.place, t.tax, d.sub_total - coalesce(d.discount, 0) + ${before('d.taxes')} FROM jsonb_array_elements(d.taxes) WITH ORDINALITY t(tax, place)`,
    `SELECT 3, 1, jsonb_build_object('taxId', NULL, 'name', NULL, 'percentage', '0', 'compound', false, 'value', round(0.0, crm_decimals(d.currency))::text), l.total_after_discount FROM ${lines} AND l.taxes IS NULL AND d.taxes IS NULL`,
  ];
  const same = `e.part, e.tax->>'taxId', (e.tax->>'percentage')::numeric, e.tax->>'compound'`;
  return `SELECT coalesce(jsonb_agg(b.entry ORDER BY b.part, b.place), '[]') FROM (
    SELECT e.part, min(e.place) AS place, (array_agg(e.tax))[1] - 'value' || jsonb_build_object('base', sum(e.base)::text, 'amount', sum((e.tax->>'value')::numeric)::text) AS entry
      FROM (${entries.join(' UNION ALL ')}) e GROUP BY ${same}) b`;
}
