import { Migration } from '@mikro-orm/migrations';

export class Migration20261129150835 extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE product ADD COLUMN reorder_quantity numeric`);
    this.addSql(`ALTER TABLE product ADD COLUMN is_below_reorder_level boolean NOT NULL DEFAULT false`);
    this.addSql(`ALTER TABLE product ADD COLUMN qty_to_order numeric NOT NULL DEFAULT 0`);
    this.addSql(`CREATE INDEX product_is_below_reorder_level_idx ON product (org, is_below_reorder_level, id) WHERE deleted_at IS NULL`);
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
  new.unit_price := round(new.unit_price, crm_decimals(new.currency));
  new.commission_rate := round(new.commission_rate, crm_decimals(new.currency));
  new.unit_price_base := round(new.unit_price / new.exchange_rate, crm_decimals(base_currency));
  new.commission_rate_base := round(new.commission_rate / new.exchange_rate, crm_decimals(base_currency));
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
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'Product' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'productName' THEN lower(n.product_name COLLATE "und-x-icu") WHEN 'productCode' THEN n.product_code::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'productName' THEN lower(new.product_name COLLATE "und-x-icu") WHEN 'productCode' THEN new.product_code::text END) k(value) WHERE u.org = new.org AND u.module = 'Product' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    // Products that are there already; a change of nothing else is no change of theirs.
    this.addSql(`ALTER TABLE product NO FORCE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE product DISABLE TRIGGER USER`);
    this.addSql(`UPDATE product SET is_below_reorder_level = coalesce(qty_in_stock < reorder_level, false), qty_to_order = trim_scale(greatest(reorder_level - (qty_in_stock + qty_ordered - qty_in_demand), 0)) WHERE reorder_level IS NOT NULL`);
    this.addSql(`ALTER TABLE product ENABLE TRIGGER USER`);
    this.addSql(`ALTER TABLE product FORCE ROW LEVEL SECURITY`);
  }
}
