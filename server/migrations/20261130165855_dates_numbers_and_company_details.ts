import { Migration } from '@mikro-orm/migrations';

export class Migration20261130165855 extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE organization ADD COLUMN legal_name text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE organization ADD COLUMN street text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE organization ADD COLUMN city text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE organization ADD COLUMN state text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE organization ADD COLUMN postal_code text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE organization ADD COLUMN country text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE organization ADD COLUMN phone text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE organization ADD COLUMN email text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE organization ADD COLUMN website text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE organization ADD COLUMN vat_number text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE organization ADD COLUMN chamber_of_commerce_number text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE organization ADD COLUMN iban text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE organization ADD COLUMN bic text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE vendor ADD COLUMN vat_number text COLLATE "und-x-icu"`);
    // Written by hand: codes keep what they have; zeros that a number lost are not made up.
    this.addSql(`ALTER TABLE account ALTER COLUMN sic_code TYPE text COLLATE "und-x-icu" USING sic_code::text`);
    this.addSql(`ALTER TABLE account ADD COLUMN vat_number text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE account ADD COLUMN payment_term_days integer`);
    this.addSql(`ALTER TABLE account ADD COLUMN payment_term_basis text COLLATE "C"`);
    this.addSql(`ALTER TABLE contact ADD COLUMN unsubscribed_mode text COLLATE "C"`);
    this.addSql(`ALTER TABLE contact ADD COLUMN unsubscribed_at timestamptz(3)`);
    this.addSql(`ALTER TABLE document_setting ADD COLUMN number_pattern text COLLATE "und-x-icu"`);
    this.addSql(`ALTER TABLE document_setting ADD COLUMN number_reset text COLLATE "C" NOT NULL DEFAULT 'NEVER'`);
    this.addSql(`ALTER TABLE document_setting ADD COLUMN next_number_by_year jsonb`);
    this.addSql(`ALTER TABLE document_setting ADD COLUMN payment_term_days integer`);
    this.addSql(`ALTER TABLE document_setting ADD COLUMN payment_term_basis text COLLATE "C"`);
    this.addSql(`ALTER TABLE sales_order ADD COLUMN sales_commission_base numeric`);
    this.addSql(`ALTER TABLE sales_order ADD COLUMN excise_duty_base numeric`);
    this.addSql(`ALTER TABLE purchase_order ADD COLUMN sales_commission_base numeric`);
    this.addSql(`ALTER TABLE purchase_order ADD COLUMN excise_duty_base numeric`);
    this.addSql(`ALTER TABLE invoice ADD COLUMN payment_term_days integer`);
    this.addSql(`ALTER TABLE invoice ADD COLUMN payment_term_basis text COLLATE "C"`);
    this.addSql(`ALTER TABLE invoice ADD COLUMN sales_commission_base numeric`);
    this.addSql(`ALTER TABLE invoice ADD COLUMN excise_duty_base numeric`);
    this.addSql(`ALTER TABLE line_item ADD COLUMN product_name text COLLATE "und-x-icu"`);
    this.addSql(`CREATE OR REPLACE FUNCTION organization_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Organization', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('name', n.name, 'baseCurrency', n.base_currency, 'fiscalYearStart', n.fiscal_year_start, 'weekStart', n.week_start, 'timeZone', n.time_zone, 'language', n.language, 'dateFormat', n.date_format, 'timeFormat', n.time_format, 'requiresLeadCompany', n.requires_lead_company, 'requiresReasonForLoss', n.requires_reason_for_loss, 'allowsEditedTaxRates', n.allows_edited_tax_rates, 'discountTiming', n.discount_timing, 'pricesIncludeTax', n.prices_include_tax, 'numberFormat', n.number_format, 'legalName', n.legal_name, 'street', n.street, 'city', n.city, 'state', n.state, 'postalCode', n.postal_code, 'country', n.country, 'phone', n.phone, 'email', n.email, 'website', n.website, 'vatNumber', n.vat_number, 'chamberOfCommerceNumber', n.chamber_of_commerce_number, 'iban', n.iban, 'bic', n.bic)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Vendor' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'vendorName' THEN lower(n.vendor_name COLLATE "und-x-icu") WHEN 'email' THEN lower(n.email COLLATE "und-x-icu") WHEN 'phone' THEN n.phone::text WHEN 'website' THEN n.website::text WHEN 'vatNumber' THEN n.vat_number::text WHEN 'category' THEN n.category::text WHEN 'street' THEN n.street::text WHEN 'city' THEN n.city::text WHEN 'state' THEN n.state::text WHEN 'zipCode' THEN n.zip_code::text WHEN 'country' THEN n.country::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'vendorName' THEN lower(new.vendor_name COLLATE "und-x-icu") WHEN 'email' THEN lower(new.email COLLATE "und-x-icu") WHEN 'phone' THEN new.phone::text WHEN 'website' THEN new.website::text WHEN 'vatNumber' THEN new.vat_number::text WHEN 'category' THEN new.category::text WHEN 'street' THEN new.street::text WHEN 'city' THEN new.city::text WHEN 'state' THEN new.state::text WHEN 'zipCode' THEN new.zip_code::text WHEN 'country' THEN new.country::text END) k(value) WHERE u.org = new.org AND u.module = 'Vendor' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
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
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Account' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'accountName' THEN lower(n.account_name COLLATE "und-x-icu") WHEN 'accountNumber' THEN n.account_number::text WHEN 'accountSite' THEN n.account_site::text WHEN 'employees' THEN n.employees::text WHEN 'tickerSymbol' THEN n.ticker_symbol::text WHEN 'sicCode' THEN n.sic_code::text WHEN 'vatNumber' THEN n.vat_number::text WHEN 'paymentTermDays' THEN n.payment_term_days::text WHEN 'phone' THEN n.phone::text WHEN 'fax' THEN n.fax::text WHEN 'website' THEN n.website::text WHEN 'billingStreet' THEN n.billing_street::text WHEN 'billingCity' THEN n.billing_city::text WHEN 'billingState' THEN n.billing_state::text WHEN 'billingCode' THEN n.billing_code::text WHEN 'billingCountry' THEN n.billing_country::text WHEN 'shippingStreet' THEN n.shipping_street::text WHEN 'shippingCity' THEN n.shipping_city::text WHEN 'shippingState' THEN n.shipping_state::text WHEN 'shippingCode' THEN n.shipping_code::text WHEN 'shippingCountry' THEN n.shipping_country::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'accountName' THEN lower(new.account_name COLLATE "und-x-icu") WHEN 'accountNumber' THEN new.account_number::text WHEN 'accountSite' THEN new.account_site::text WHEN 'employees' THEN new.employees::text WHEN 'tickerSymbol' THEN new.ticker_symbol::text WHEN 'sicCode' THEN new.sic_code::text WHEN 'vatNumber' THEN new.vat_number::text WHEN 'paymentTermDays' THEN new.payment_term_days::text WHEN 'phone' THEN new.phone::text WHEN 'fax' THEN new.fax::text WHEN 'website' THEN new.website::text WHEN 'billingStreet' THEN new.billing_street::text WHEN 'billingCity' THEN new.billing_city::text WHEN 'billingState' THEN new.billing_state::text WHEN 'billingCode' THEN new.billing_code::text WHEN 'billingCountry' THEN new.billing_country::text WHEN 'shippingStreet' THEN new.shipping_street::text WHEN 'shippingCity' THEN new.shipping_city::text WHEN 'shippingState' THEN new.shipping_state::text WHEN 'shippingCode' THEN new.shipping_code::text WHEN 'shippingCountry' THEN new.shipping_country::text END) k(value) WHERE u.org = new.org AND u.module = 'Account' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'firstName' THEN new.first_name::text WHEN 'lastName' THEN new.last_name::text WHEN 'title' THEN new.title::text WHEN 'department' THEN new.department::text WHEN 'assistant' THEN new.assistant::text WHEN 'asstPhone' THEN new.asst_phone::text WHEN 'email' THEN lower(new.email COLLATE "und-x-icu") WHEN 'secondaryEmail' THEN lower(new.secondary_email COLLATE "und-x-icu") WHEN 'phone' THEN new.phone::text WHEN 'homePhone' THEN new.home_phone::text WHEN 'otherPhone' THEN new.other_phone::text WHEN 'mobile' THEN new.mobile::text WHEN 'fax' THEN new.fax::text WHEN 'skypeId' THEN new.skype_id::text WHEN 'twitter' THEN new.twitter::text WHEN 'mailingStreet' THEN new.mailing_street::text WHEN 'mailingCity' THEN new.mailing_city::text WHEN 'mailingState' THEN new.mailing_state::text WHEN 'mailingZip' THEN new.mailing_zip::text WHEN 'mailingCountry' THEN new.mailing_country::text WHEN 'otherStreet' THEN new.other_street::text WHEN 'otherCity' THEN new.other_city::text WHEN 'otherState' THEN new.other_state::text WHEN 'otherZip' THEN new.other_zip::text WHEN 'otherCountry' THEN new.other_country::text END) k(value) WHERE u.org = new.org AND u.module = 'Contact' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION document_setting_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  probe document_setting;
BEGIN
  IF tg_op = 'INSERT' THEN
    new.version := 1;
    new.created_at := coalesce(new.created_at, now());
    new.created_by_id := coalesce(new.created_by_id, actor);
    new.modified_at := coalesce(new.modified_at, now());
    new.modified_by_id := coalesce(new.modified_by_id, actor);
  ELSE
    IF new IS NOT DISTINCT FROM old THEN RETURN NULL; END IF;
    probe := new;
    probe.next_number := old.next_number;
    probe.next_number_by_year := old.next_number_by_year;
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
    this.addSql(`CREATE OR REPLACE FUNCTION document_setting_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'DocumentSetting', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('document', n.document, 'numberPrefix', n.number_prefix, 'numberPattern', n.number_pattern, 'numberReset', n.number_reset, 'nextNumber', n.next_number, 'nextNumberByYear', n.next_number_by_year, 'termsAndConditions', n.terms_and_conditions, 'paymentTermDays', n.payment_term_days, 'paymentTermBasis', n.payment_term_basis)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION document_setting_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.document IS DISTINCT FROM old.document THEN was := was || jsonb_build_object('document', old.document); became := became || jsonb_build_object('document', new.document); END IF;
  IF new.number_prefix IS DISTINCT FROM old.number_prefix THEN was := was || jsonb_build_object('numberPrefix', old.number_prefix); became := became || jsonb_build_object('numberPrefix', new.number_prefix); END IF;
  IF new.number_pattern IS DISTINCT FROM old.number_pattern THEN was := was || jsonb_build_object('numberPattern', old.number_pattern); became := became || jsonb_build_object('numberPattern', new.number_pattern); END IF;
  IF new.number_reset IS DISTINCT FROM old.number_reset THEN was := was || jsonb_build_object('numberReset', old.number_reset); became := became || jsonb_build_object('numberReset', new.number_reset); END IF;
  IF new.next_number IS DISTINCT FROM old.next_number THEN was := was || jsonb_build_object('nextNumber', old.next_number); became := became || jsonb_build_object('nextNumber', new.next_number); END IF;
  IF new.next_number_by_year IS DISTINCT FROM old.next_number_by_year THEN was := was || jsonb_build_object('nextNumberByYear', old.next_number_by_year); became := became || jsonb_build_object('nextNumberByYear', new.next_number_by_year); END IF;
  IF new.terms_and_conditions IS DISTINCT FROM old.terms_and_conditions THEN was := was || jsonb_build_object('termsAndConditions', old.terms_and_conditions); became := became || jsonb_build_object('termsAndConditions', new.terms_and_conditions); END IF;
  IF new.payment_term_days IS DISTINCT FROM old.payment_term_days THEN was := was || jsonb_build_object('paymentTermDays', old.payment_term_days); became := became || jsonb_build_object('paymentTermDays', new.payment_term_days); END IF;
  IF new.payment_term_basis IS DISTINCT FROM old.payment_term_basis THEN was := was || jsonb_build_object('paymentTermBasis', old.payment_term_basis); became := became || jsonb_build_object('paymentTermBasis', new.payment_term_basis); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  IF new.version = old.version THEN operation := 'DERIVED'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'DocumentSetting', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
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
    SELECT n.org, 'SalesOrder', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'subject', n.subject, 'contactId', n.contact_id, 'carrier', n.carrier, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'pricesIncludeTax', n.prices_include_tax, 'discountTiming', n.discount_timing, 'subTotal', n.sub_total, 'subTotalInBaseCurrency', n.sub_total_base, 'subTotalExclTax', n.sub_total_excl_tax, 'subTotalExclTaxInBaseCurrency', n.sub_total_excl_tax_base, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'taxes', n.taxes, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'adjustment', n.adjustment, 'adjustmentInBaseCurrency', n.adjustment_base, 'discountTotal', n.discount_total, 'discountTotalInBaseCurrency', n.discount_total_base, 'totalExclTax', n.total_excl_tax, 'totalExclTaxInBaseCurrency', n.total_excl_tax_base, 'taxTotal', n.tax_total, 'taxTotalInBaseCurrency', n.tax_total_base, 'taxBreakdown', n.tax_breakdown, 'grandTotal', n.grand_total, 'grandTotalInBaseCurrency', n.grand_total_base, 'termsAndConditions', n.terms_and_conditions, 'description', n.description, 'soNumber', n.so_number, 'accountId', n.account_id, 'dealId', n.deal_id) || jsonb_build_object('quoteId', n.quote_id, 'status', n.status, 'customerNo', n.customer_no, 'purchaseOrder', n.purchase_order, 'dueDate', n.due_date, 'pending', n.pending, 'salesCommission', n.sales_commission, 'salesCommissionInBaseCurrency', n.sales_commission_base, 'exciseDuty', n.excise_duty, 'exciseDutyInBaseCurrency', n.excise_duty_base)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
    SELECT n.org, 'PurchaseOrder', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'subject', n.subject, 'contactId', n.contact_id, 'carrier', n.carrier, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'pricesIncludeTax', n.prices_include_tax, 'discountTiming', n.discount_timing, 'subTotal', n.sub_total, 'subTotalInBaseCurrency', n.sub_total_base, 'subTotalExclTax', n.sub_total_excl_tax, 'subTotalExclTaxInBaseCurrency', n.sub_total_excl_tax_base, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'taxes', n.taxes, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'adjustment', n.adjustment, 'adjustmentInBaseCurrency', n.adjustment_base, 'discountTotal', n.discount_total, 'discountTotalInBaseCurrency', n.discount_total_base, 'totalExclTax', n.total_excl_tax, 'totalExclTaxInBaseCurrency', n.total_excl_tax_base, 'taxTotal', n.tax_total, 'taxTotalInBaseCurrency', n.tax_total_base, 'taxBreakdown', n.tax_breakdown, 'grandTotal', n.grand_total, 'grandTotalInBaseCurrency', n.grand_total_base, 'termsAndConditions', n.terms_and_conditions, 'description', n.description, 'poNumber', n.po_number, 'vendorId', n.vendor_id, 'status', n.status) || jsonb_build_object('requisitionNo', n.requisition_no, 'trackingNumber', n.tracking_number, 'poDate', n.po_date, 'dueDate', n.due_date, 'salesCommission', n.sales_commission, 'salesCommissionInBaseCurrency', n.sales_commission_base, 'exciseDuty', n.excise_duty, 'exciseDutyInBaseCurrency', n.excise_duty_base)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
    SELECT n.org, 'Invoice', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'subject', n.subject, 'contactId', n.contact_id, 'carrier', n.carrier, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'pricesIncludeTax', n.prices_include_tax, 'discountTiming', n.discount_timing, 'subTotal', n.sub_total, 'subTotalInBaseCurrency', n.sub_total_base, 'subTotalExclTax', n.sub_total_excl_tax, 'subTotalExclTaxInBaseCurrency', n.sub_total_excl_tax_base, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'taxes', n.taxes, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'adjustment', n.adjustment, 'adjustmentInBaseCurrency', n.adjustment_base, 'discountTotal', n.discount_total, 'discountTotalInBaseCurrency', n.discount_total_base, 'totalExclTax', n.total_excl_tax, 'totalExclTaxInBaseCurrency', n.total_excl_tax_base, 'taxTotal', n.tax_total, 'taxTotalInBaseCurrency', n.tax_total_base, 'taxBreakdown', n.tax_breakdown, 'grandTotal', n.grand_total, 'grandTotalInBaseCurrency', n.grand_total_base, 'termsAndConditions', n.terms_and_conditions, 'description', n.description, 'invoiceNumber', n.invoice_number, 'accountId', n.account_id, 'dealId', n.deal_id) || jsonb_build_object('quoteId', n.quote_id, 'salesOrderId', n.sales_order_id, 'status', n.status, 'purchaseOrder', n.purchase_order, 'invoiceDate', n.invoice_date, 'paymentTermDays', n.payment_term_days, 'paymentTermBasis', n.payment_term_basis, 'dueDate', n.due_date, 'salesCommission', n.sales_commission, 'salesCommissionInBaseCurrency', n.sales_commission_base, 'exciseDuty', n.excise_duty, 'exciseDutyInBaseCurrency', n.excise_duty_base)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  IF EXISTS (SELECT FROM inserted n WHERE n.external_ids IS NOT NULL) THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, 'Invoice', 'external:' || e.key, e.value, n.id FROM inserted n, jsonb_each_text(n.external_ids) e WHERE n.external_ids IS NOT NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(current_setting('app.org', true) || '/unique/' || 'Invoice', 0));
  IF EXISTS (SELECT FROM unique_field u WHERE u.org = nullif(current_setting('app.org', true), '')::uuid AND u.module = 'Invoice') THEN
    INSERT INTO unique_value (org, module, field, value, record_id)
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Invoice' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN n.subject::text WHEN 'billingStreet' THEN n.billing_street::text WHEN 'billingCity' THEN n.billing_city::text WHEN 'billingState' THEN n.billing_state::text WHEN 'billingCode' THEN n.billing_code::text WHEN 'billingCountry' THEN n.billing_country::text WHEN 'shippingStreet' THEN n.shipping_street::text WHEN 'shippingCity' THEN n.shipping_city::text WHEN 'shippingState' THEN n.shipping_state::text WHEN 'shippingCode' THEN n.shipping_code::text WHEN 'shippingCountry' THEN n.shipping_country::text WHEN 'purchaseOrder' THEN n.purchase_order::text WHEN 'paymentTermDays' THEN n.payment_term_days::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'subject' THEN new.subject::text WHEN 'billingStreet' THEN new.billing_street::text WHEN 'billingCity' THEN new.billing_city::text WHEN 'billingState' THEN new.billing_state::text WHEN 'billingCode' THEN new.billing_code::text WHEN 'billingCountry' THEN new.billing_country::text WHEN 'shippingStreet' THEN new.shipping_street::text WHEN 'shippingCity' THEN new.shipping_city::text WHEN 'shippingState' THEN new.shipping_state::text WHEN 'shippingCode' THEN new.shipping_code::text WHEN 'shippingCountry' THEN new.shipping_country::text WHEN 'purchaseOrder' THEN new.purchase_order::text WHEN 'paymentTermDays' THEN new.payment_term_days::text END) k(value) WHERE u.org = new.org AND u.module = 'Invoice' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION line_item_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'LineItem', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('quoteId', n.quote_id, 'salesOrderId', n.sales_order_id, 'purchaseOrderId', n.purchase_order_id, 'invoiceId', n.invoice_id, 'productId', n.product_id, 'productName', n.product_name, 'productDescription', n.product_description, 'quantity', n.quantity, 'unitPrice', n.unit_price, 'unitPriceInBaseCurrency', n.unit_price_base, 'listPrice', n.list_price, 'listPriceInBaseCurrency', n.list_price_base, 'priceBookId', n.price_book_id, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'discountKind', n.discount_kind, 'taxes', n.taxes, 'quantityInStock', n.quantity_in_stock, 'total', n.total, 'totalInBaseCurrency', n.total_base, 'totalAfterDiscount', n.total_after_discount, 'totalAfterDiscountInBaseCurrency', n.total_after_discount_base, 'documentDiscount', n.document_discount, 'documentDiscountInBaseCurrency', n.document_discount_base, 'taxableAmount', n.taxable_amount, 'taxableAmountInBaseCurrency', n.taxable_amount_base, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'netTotal', n.net_total, 'netTotalInBaseCurrency', n.net_total_base, 'sequenceNumber', n.sequence_number, 'currency', n.currency, 'exchangeRate', n.exchange_rate)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.product_name IS DISTINCT FROM old.product_name THEN was := was || jsonb_build_object('productName', old.product_name); became := became || jsonb_build_object('productName', new.product_name); END IF;
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
    // Written by hand: what records say from now on, for those that were there before. No change of theirs.
    forRowsOf(this, ['organization', 'product', 'line_item', ...documents], () => {
      this.addSql(`UPDATE line_item l SET product_name = p.product_name FROM product p WHERE p.org = l.org AND p.id = l.product_id`);
      for (const table of documents)
        this.addSql(`UPDATE ${table} SET sales_commission_base = round(sales_commission / exchange_rate, crm_decimals(crm_base_currency(org))),
  excise_duty_base = round(excise_duty / exchange_rate, crm_decimals(crm_base_currency(org))) WHERE num_nonnulls(sales_commission, excise_duty) > 0`);
    });
  }
}

const documents = ['sales_order', 'purchase_order', 'invoice'];

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
