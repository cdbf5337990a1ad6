import { Migration } from '@mikro-orm/migrations';

export class Migration20261129160539 extends Migration {
  override up(): void {
    this.addSql(`ALTER TABLE organization ADD COLUMN allows_edited_tax_rates boolean NOT NULL DEFAULT false`);
    this.addSql(`ALTER TABLE vendor ADD COLUMN unsubscribed_mode text COLLATE "C"`);
    this.addSql(`ALTER TABLE vendor ADD COLUMN unsubscribed_at timestamptz(3)`);
    this.addSql(`CREATE TABLE tax (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  name text COLLATE "und-x-icu" NOT NULL,
  percentage numeric NOT NULL,
  compound boolean NOT NULL DEFAULT false,
  place integer NOT NULL DEFAULT 0,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE tax ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE tax FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE UNIQUE INDEX tax_name_key ON tax (org, lower(name COLLATE "und-x-icu")) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY tax_org ON tax FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY tax_system ON tax FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON tax TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON tax TO crm_system`);
    this.addSql(`ALTER TABLE product ADD COLUMN qty_in_stock numeric NOT NULL DEFAULT 0`);
    this.addSql(`ALTER TABLE product ADD COLUMN qty_ordered numeric NOT NULL DEFAULT 0`);
    this.addSql(`ALTER TABLE product ADD COLUMN qty_in_demand numeric NOT NULL DEFAULT 0`);
    this.addSql(`ALTER TABLE product ADD COLUMN reorder_quantity numeric`);
    this.addSql(`ALTER TABLE product ADD COLUMN is_below_reorder_level boolean NOT NULL DEFAULT false`);
    this.addSql(`ALTER TABLE product ADD COLUMN qty_to_order numeric NOT NULL DEFAULT 0`);
    this.addSql(`CREATE INDEX product_is_below_reorder_level_idx ON product (org, is_below_reorder_level, id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE TABLE product_tax (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  product_id uuid NOT NULL,
  tax_id uuid NOT NULL,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE product_tax ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE product_tax FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX product_tax_product_id_idx ON product_tax (org, product_id, id)`);
    this.addSql(`CREATE INDEX product_tax_tax_id_idx ON product_tax (org, tax_id, id)`);
    this.addSql(`CREATE UNIQUE INDEX product_tax_product_id_tax_id_key ON product_tax (org, product_id, tax_id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY product_tax_org ON product_tax FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY product_tax_system ON product_tax FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON product_tax TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON product_tax TO crm_system`);
    this.addSql(`CREATE TABLE product_link (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  product_id uuid NOT NULL,
  lead_id uuid,
  account_id uuid,
  contact_id uuid,
  deal_id uuid,
  vendor_id uuid,
  description text COLLATE "und-x-icu",
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE product_link ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE product_link FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX product_link_product_id_idx ON product_link (org, product_id, id)`);
    this.addSql(`CREATE INDEX product_link_lead_id_idx ON product_link (org, lead_id, id)`);
    this.addSql(`CREATE INDEX product_link_account_id_idx ON product_link (org, account_id, id)`);
    this.addSql(`CREATE INDEX product_link_contact_id_idx ON product_link (org, contact_id, id)`);
    this.addSql(`CREATE INDEX product_link_deal_id_idx ON product_link (org, deal_id, id)`);
    this.addSql(`CREATE INDEX product_link_vendor_id_idx ON product_link (org, vendor_id, id)`);
    this.addSql(`CREATE UNIQUE INDEX product_link_product_id_lead_id_key ON product_link (org, product_id, lead_id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE UNIQUE INDEX product_link_product_id_account_id_key ON product_link (org, product_id, account_id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE UNIQUE INDEX product_link_product_id_contact_id_key ON product_link (org, product_id, contact_id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE UNIQUE INDEX product_link_product_id_deal_id_key ON product_link (org, product_id, deal_id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE UNIQUE INDEX product_link_product_id_vendor_id_key ON product_link (org, product_id, vendor_id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY product_link_org ON product_link FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY product_link_system ON product_link FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON product_link TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON product_link TO crm_system`);
    this.addSql(`CREATE TABLE price_book (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  owner_id uuid NOT NULL,
  external_ids jsonb,
  price_book_name text COLLATE "und-x-icu" NOT NULL,
  active boolean NOT NULL DEFAULT true,
  pricing_model text COLLATE "C" NOT NULL DEFAULT 'FLAT',
  range_basis text COLLATE "C" NOT NULL DEFAULT 'QUANTITY',
  description text COLLATE "und-x-icu",
  custom jsonb NOT NULL DEFAULT '{}',
  duplicate_key text COLLATE "C",
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE price_book ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE price_book FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX price_book_owner_id_idx ON price_book (org, owner_id, id)`);
    this.addSql(`CREATE INDEX price_book_duplicate_key_idx ON price_book (org, duplicate_key) WHERE deleted_at IS NULL AND duplicate_key IS NOT NULL`);
    this.addSql(`CREATE INDEX price_book_price_book_name_idx ON price_book (org, price_book_name, id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY price_book_org ON price_book FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY price_book_system ON price_book FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON price_book TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON price_book TO crm_system`);
    this.addSql(`CREATE TABLE price_range (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  price_book_id uuid NOT NULL,
  from_range numeric NOT NULL,
  to_range numeric NOT NULL,
  discount numeric NOT NULL,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE price_range ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE price_range FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX price_range_price_book_id_idx ON price_range (org, price_book_id, id)`);
    this.addSql(`CREATE POLICY price_range_org ON price_range FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY price_range_system ON price_range FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON price_range TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON price_range TO crm_system`);
    this.addSql(`CREATE TABLE list_price (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  price_book_id uuid NOT NULL,
  product_id uuid NOT NULL,
  list_price numeric,
  list_price_base numeric,
  currency text COLLATE "C" NOT NULL,
  exchange_rate numeric NOT NULL,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE list_price ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE list_price FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX list_price_price_book_id_idx ON list_price (org, price_book_id, id)`);
    this.addSql(`CREATE INDEX list_price_product_id_idx ON list_price (org, product_id, id)`);
    this.addSql(`CREATE UNIQUE INDEX list_price_price_book_id_product_id_key ON list_price (org, price_book_id, product_id) WHERE deleted_at IS NULL`);
    this.addSql(`CREATE POLICY list_price_org ON list_price FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY list_price_system ON list_price FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON list_price TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON list_price TO crm_system`);
    this.addSql(`CREATE TABLE document_setting (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  document text COLLATE "C" NOT NULL,
  number_prefix text COLLATE "und-x-icu",
  next_number integer NOT NULL DEFAULT 1,
  terms_and_conditions text COLLATE "und-x-icu",
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE document_setting ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE document_setting FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE UNIQUE INDEX document_setting_document_key ON document_setting (org, document)`);
    this.addSql(`CREATE POLICY document_setting_org ON document_setting FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY document_setting_system ON document_setting FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON document_setting TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON document_setting TO crm_system`);
    this.addSql(`CREATE TABLE quote (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  owner_id uuid NOT NULL,
  external_ids jsonb,
  currency text COLLATE "C" NOT NULL,
  exchange_rate numeric NOT NULL,
  subject text COLLATE "und-x-icu" NOT NULL,
  contact_id uuid,
  carrier text COLLATE "C",
  billing_street text COLLATE "und-x-icu",
  billing_city text COLLATE "und-x-icu",
  billing_state text COLLATE "und-x-icu",
  billing_code text COLLATE "und-x-icu",
  billing_country text COLLATE "und-x-icu",
  shipping_street text COLLATE "und-x-icu",
  shipping_city text COLLATE "und-x-icu",
  shipping_state text COLLATE "und-x-icu",
  shipping_code text COLLATE "und-x-icu",
  shipping_country text COLLATE "und-x-icu",
  sub_total numeric,
  sub_total_base numeric,
  sub_total_excl_tax numeric,
  sub_total_excl_tax_base numeric,
  discount numeric,
  discount_base numeric,
  discount_percent numeric,
  taxes jsonb,
  tax numeric,
  tax_base numeric,
  adjustment numeric,
  adjustment_base numeric,
  discount_total numeric,
  discount_total_base numeric,
  tax_total numeric,
  tax_total_base numeric,
  grand_total numeric,
  grand_total_base numeric,
  terms_and_conditions text COLLATE "und-x-icu",
  description text COLLATE "und-x-icu",
  quote_number text COLLATE "und-x-icu",
  account_id uuid NOT NULL,
  deal_id uuid,
  quote_stage text COLLATE "C" NOT NULL DEFAULT 'DRAFT',
  valid_till date,
  team text COLLATE "und-x-icu",
  shipping text COLLATE "und-x-icu",
  inventory_manager text COLLATE "und-x-icu",
  custom jsonb NOT NULL DEFAULT '{}',
  duplicate_key text COLLATE "C",
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE quote ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE quote FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX quote_owner_id_idx ON quote (org, owner_id, id)`);
    this.addSql(`CREATE INDEX quote_contact_id_idx ON quote (org, contact_id, id)`);
    this.addSql(`CREATE INDEX quote_account_id_idx ON quote (org, account_id, id)`);
    this.addSql(`CREATE INDEX quote_deal_id_idx ON quote (org, deal_id, id)`);
    this.addSql(`CREATE INDEX quote_duplicate_key_idx ON quote (org, duplicate_key) WHERE deleted_at IS NULL AND duplicate_key IS NOT NULL`);
    this.addSql(`CREATE UNIQUE INDEX quote_quote_number_key ON quote (org, quote_number)`);
    this.addSql(`CREATE POLICY quote_org ON quote FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY quote_system ON quote FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON quote TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON quote TO crm_system`);
    this.addSql(`CREATE TABLE sales_order (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  owner_id uuid NOT NULL,
  external_ids jsonb,
  currency text COLLATE "C" NOT NULL,
  exchange_rate numeric NOT NULL,
  subject text COLLATE "und-x-icu" NOT NULL,
  contact_id uuid,
  carrier text COLLATE "C",
  billing_street text COLLATE "und-x-icu",
  billing_city text COLLATE "und-x-icu",
  billing_state text COLLATE "und-x-icu",
  billing_code text COLLATE "und-x-icu",
  billing_country text COLLATE "und-x-icu",
  shipping_street text COLLATE "und-x-icu",
  shipping_city text COLLATE "und-x-icu",
  shipping_state text COLLATE "und-x-icu",
  shipping_code text COLLATE "und-x-icu",
  shipping_country text COLLATE "und-x-icu",
  sub_total numeric,
  sub_total_base numeric,
  sub_total_excl_tax numeric,
  sub_total_excl_tax_base numeric,
  discount numeric,
  discount_base numeric,
  discount_percent numeric,
  taxes jsonb,
  tax numeric,
  tax_base numeric,
  adjustment numeric,
  adjustment_base numeric,
  discount_total numeric,
  discount_total_base numeric,
  tax_total numeric,
  tax_total_base numeric,
  grand_total numeric,
  grand_total_base numeric,
  terms_and_conditions text COLLATE "und-x-icu",
  description text COLLATE "und-x-icu",
  so_number text COLLATE "und-x-icu",
  account_id uuid NOT NULL,
  deal_id uuid,
  quote_id uuid,
  status text COLLATE "C" NOT NULL DEFAULT 'CREATED',
  customer_no text COLLATE "und-x-icu",
  purchase_order text COLLATE "und-x-icu",
  due_date date,
  pending text COLLATE "und-x-icu",
  sales_commission numeric,
  excise_duty numeric,
  custom jsonb NOT NULL DEFAULT '{}',
  duplicate_key text COLLATE "C",
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE sales_order ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE sales_order FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX sales_order_owner_id_idx ON sales_order (org, owner_id, id)`);
    this.addSql(`CREATE INDEX sales_order_contact_id_idx ON sales_order (org, contact_id, id)`);
    this.addSql(`CREATE INDEX sales_order_account_id_idx ON sales_order (org, account_id, id)`);
    this.addSql(`CREATE INDEX sales_order_deal_id_idx ON sales_order (org, deal_id, id)`);
    this.addSql(`CREATE INDEX sales_order_quote_id_idx ON sales_order (org, quote_id, id)`);
    this.addSql(`CREATE INDEX sales_order_duplicate_key_idx ON sales_order (org, duplicate_key) WHERE deleted_at IS NULL AND duplicate_key IS NOT NULL`);
    this.addSql(`CREATE UNIQUE INDEX sales_order_so_number_key ON sales_order (org, so_number)`);
    this.addSql(`CREATE POLICY sales_order_org ON sales_order FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY sales_order_system ON sales_order FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON sales_order TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON sales_order TO crm_system`);
    this.addSql(`CREATE TABLE purchase_order (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  owner_id uuid NOT NULL,
  external_ids jsonb,
  currency text COLLATE "C" NOT NULL,
  exchange_rate numeric NOT NULL,
  subject text COLLATE "und-x-icu" NOT NULL,
  contact_id uuid,
  carrier text COLLATE "C",
  billing_street text COLLATE "und-x-icu",
  billing_city text COLLATE "und-x-icu",
  billing_state text COLLATE "und-x-icu",
  billing_code text COLLATE "und-x-icu",
  billing_country text COLLATE "und-x-icu",
  shipping_street text COLLATE "und-x-icu",
  shipping_city text COLLATE "und-x-icu",
  shipping_state text COLLATE "und-x-icu",
  shipping_code text COLLATE "und-x-icu",
  shipping_country text COLLATE "und-x-icu",
  sub_total numeric,
  sub_total_base numeric,
  sub_total_excl_tax numeric,
  sub_total_excl_tax_base numeric,
  discount numeric,
  discount_base numeric,
  discount_percent numeric,
  taxes jsonb,
  tax numeric,
  tax_base numeric,
  adjustment numeric,
  adjustment_base numeric,
  discount_total numeric,
  discount_total_base numeric,
  tax_total numeric,
  tax_total_base numeric,
  grand_total numeric,
  grand_total_base numeric,
  terms_and_conditions text COLLATE "und-x-icu",
  description text COLLATE "und-x-icu",
  po_number text COLLATE "und-x-icu",
  vendor_id uuid NOT NULL,
  status text COLLATE "C" NOT NULL DEFAULT 'CREATED',
  requisition_no text COLLATE "und-x-icu",
  tracking_number text COLLATE "und-x-icu",
  po_date date,
  due_date date,
  sales_commission numeric,
  excise_duty numeric,
  custom jsonb NOT NULL DEFAULT '{}',
  duplicate_key text COLLATE "C",
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE purchase_order ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE purchase_order FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX purchase_order_owner_id_idx ON purchase_order (org, owner_id, id)`);
    this.addSql(`CREATE INDEX purchase_order_contact_id_idx ON purchase_order (org, contact_id, id)`);
    this.addSql(`CREATE INDEX purchase_order_vendor_id_idx ON purchase_order (org, vendor_id, id)`);
    this.addSql(`CREATE INDEX purchase_order_duplicate_key_idx ON purchase_order (org, duplicate_key) WHERE deleted_at IS NULL AND duplicate_key IS NOT NULL`);
    this.addSql(`CREATE UNIQUE INDEX purchase_order_po_number_key ON purchase_order (org, po_number)`);
    this.addSql(`CREATE POLICY purchase_order_org ON purchase_order FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY purchase_order_system ON purchase_order FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON purchase_order TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON purchase_order TO crm_system`);
    this.addSql(`CREATE TABLE invoice (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  owner_id uuid NOT NULL,
  external_ids jsonb,
  currency text COLLATE "C" NOT NULL,
  exchange_rate numeric NOT NULL,
  subject text COLLATE "und-x-icu" NOT NULL,
  contact_id uuid,
  carrier text COLLATE "C",
  billing_street text COLLATE "und-x-icu",
  billing_city text COLLATE "und-x-icu",
  billing_state text COLLATE "und-x-icu",
  billing_code text COLLATE "und-x-icu",
  billing_country text COLLATE "und-x-icu",
  shipping_street text COLLATE "und-x-icu",
  shipping_city text COLLATE "und-x-icu",
  shipping_state text COLLATE "und-x-icu",
  shipping_code text COLLATE "und-x-icu",
  shipping_country text COLLATE "und-x-icu",
  sub_total numeric,
  sub_total_base numeric,
  sub_total_excl_tax numeric,
  sub_total_excl_tax_base numeric,
  discount numeric,
  discount_base numeric,
  discount_percent numeric,
  taxes jsonb,
  tax numeric,
  tax_base numeric,
  adjustment numeric,
  adjustment_base numeric,
  discount_total numeric,
  discount_total_base numeric,
  tax_total numeric,
  tax_total_base numeric,
  grand_total numeric,
  grand_total_base numeric,
  terms_and_conditions text COLLATE "und-x-icu",
  description text COLLATE "und-x-icu",
  invoice_number text COLLATE "und-x-icu",
  account_id uuid NOT NULL,
  deal_id uuid,
  quote_id uuid,
  sales_order_id uuid,
  status text COLLATE "C" NOT NULL DEFAULT 'CREATED',
  purchase_order text COLLATE "und-x-icu",
  invoice_date date,
  due_date date,
  sales_commission numeric,
  excise_duty numeric,
  custom jsonb NOT NULL DEFAULT '{}',
  duplicate_key text COLLATE "C",
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE invoice ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE invoice FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX invoice_owner_id_idx ON invoice (org, owner_id, id)`);
    this.addSql(`CREATE INDEX invoice_contact_id_idx ON invoice (org, contact_id, id)`);
    this.addSql(`CREATE INDEX invoice_account_id_idx ON invoice (org, account_id, id)`);
    this.addSql(`CREATE INDEX invoice_deal_id_idx ON invoice (org, deal_id, id)`);
    this.addSql(`CREATE INDEX invoice_quote_id_idx ON invoice (org, quote_id, id)`);
    this.addSql(`CREATE INDEX invoice_sales_order_id_idx ON invoice (org, sales_order_id, id)`);
    this.addSql(`CREATE INDEX invoice_duplicate_key_idx ON invoice (org, duplicate_key) WHERE deleted_at IS NULL AND duplicate_key IS NOT NULL`);
    this.addSql(`CREATE UNIQUE INDEX invoice_invoice_number_key ON invoice (org, invoice_number)`);
    this.addSql(`CREATE POLICY invoice_org ON invoice FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY invoice_system ON invoice FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON invoice TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON invoice TO crm_system`);
    this.addSql(`CREATE TABLE line_item (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  quote_id uuid,
  sales_order_id uuid,
  purchase_order_id uuid,
  invoice_id uuid,
  product_id uuid NOT NULL,
  product_description text COLLATE "und-x-icu",
  quantity numeric NOT NULL,
  unit_price numeric,
  unit_price_base numeric,
  list_price numeric,
  list_price_base numeric,
  price_book_id uuid,
  discount numeric,
  discount_base numeric,
  discount_percent numeric,
  discount_kind text COLLATE "C",
  taxes jsonb,
  quantity_in_stock numeric,
  total numeric,
  total_base numeric,
  total_after_discount numeric,
  total_after_discount_base numeric,
  tax numeric,
  tax_base numeric,
  net_total numeric,
  net_total_base numeric,
  sequence_number integer NOT NULL,
  currency text COLLATE "C" NOT NULL,
  exchange_rate numeric NOT NULL,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE line_item ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE line_item FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX line_item_quote_id_idx ON line_item (org, quote_id, id)`);
    this.addSql(`CREATE INDEX line_item_sales_order_id_idx ON line_item (org, sales_order_id, id)`);
    this.addSql(`CREATE INDEX line_item_purchase_order_id_idx ON line_item (org, purchase_order_id, id)`);
    this.addSql(`CREATE INDEX line_item_invoice_id_idx ON line_item (org, invoice_id, id)`);
    this.addSql(`CREATE INDEX line_item_product_id_idx ON line_item (org, product_id, id)`);
    this.addSql(`CREATE INDEX line_item_price_book_id_idx ON line_item (org, price_book_id, id)`);
    this.addSql(`CREATE POLICY line_item_org ON line_item FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY line_item_system ON line_item FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON line_item TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON line_item TO crm_system`);
    this.addSql(`CREATE TABLE stock_adjustment (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  product_id uuid NOT NULL,
  quantity numeric NOT NULL,
  reason text COLLATE "und-x-icu" NOT NULL,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE stock_adjustment ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE stock_adjustment FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX stock_adjustment_product_id_idx ON stock_adjustment (org, product_id, id)`);
    this.addSql(`CREATE POLICY stock_adjustment_org ON stock_adjustment FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY stock_adjustment_system ON stock_adjustment FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON stock_adjustment TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON stock_adjustment TO crm_system`);
    this.addSql(`CREATE TABLE stock_movement (
  org uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by_id uuid,
  modified_at timestamptz(3) NOT NULL,
  modified_by_id uuid,
  deleted_at timestamptz(3),
  product_id uuid NOT NULL,
  line_item_id uuid,
  document text COLLATE "C",
  document_number text COLLATE "und-x-icu",
  adjustment_id uuid,
  in_stock numeric NOT NULL,
  ordered numeric NOT NULL,
  in_demand numeric NOT NULL,
  PRIMARY KEY (org, id)
)`);
    this.addSql(`ALTER TABLE stock_movement ENABLE ROW LEVEL SECURITY`);
    this.addSql(`ALTER TABLE stock_movement FORCE ROW LEVEL SECURITY`);
    this.addSql(`CREATE INDEX stock_movement_product_id_idx ON stock_movement (org, product_id, id)`);
    this.addSql(`CREATE INDEX stock_movement_line_item_id_idx ON stock_movement (org, line_item_id, id)`);
    this.addSql(`CREATE POLICY stock_movement_org ON stock_movement FOR ALL TO crm_app USING (org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`CREATE POLICY stock_movement_system ON stock_movement FOR ALL TO crm_system USING (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid) WITH CHECK (nullif(current_setting('app.org', true), '')::uuid IS NULL OR org = nullif(current_setting('app.org', true), '')::uuid)`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON stock_movement TO crm_app`);
    this.addSql(`GRANT SELECT, INSERT, UPDATE ON stock_movement TO crm_system`);
    this.addSql(`ALTER TABLE product_tax ADD CONSTRAINT product_tax_product_id_fk FOREIGN KEY (org, product_id) REFERENCES product (org, id)`);
    this.addSql(`ALTER TABLE product_tax ADD CONSTRAINT product_tax_tax_id_fk FOREIGN KEY (org, tax_id) REFERENCES tax (org, id)`);
    this.addSql(`ALTER TABLE product_link ADD CONSTRAINT product_link_product_id_fk FOREIGN KEY (org, product_id) REFERENCES product (org, id)`);
    this.addSql(`ALTER TABLE product_link ADD CONSTRAINT product_link_lead_id_fk FOREIGN KEY (org, lead_id) REFERENCES lead (org, id)`);
    this.addSql(`ALTER TABLE product_link ADD CONSTRAINT product_link_account_id_fk FOREIGN KEY (org, account_id) REFERENCES account (org, id)`);
    this.addSql(`ALTER TABLE product_link ADD CONSTRAINT product_link_contact_id_fk FOREIGN KEY (org, contact_id) REFERENCES contact (org, id)`);
    this.addSql(`ALTER TABLE product_link ADD CONSTRAINT product_link_deal_id_fk FOREIGN KEY (org, deal_id) REFERENCES deal (org, id)`);
    this.addSql(`ALTER TABLE product_link ADD CONSTRAINT product_link_vendor_id_fk FOREIGN KEY (org, vendor_id) REFERENCES vendor (org, id)`);
    this.addSql(`ALTER TABLE product_link ADD CONSTRAINT product_link_one_of CHECK (num_nonnulls(lead_id, account_id, contact_id, deal_id, vendor_id) = 1)`);
    this.addSql(`ALTER TABLE price_book ADD CONSTRAINT price_book_owner_id_fk FOREIGN KEY (org, owner_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE price_range ADD CONSTRAINT price_range_price_book_id_fk FOREIGN KEY (org, price_book_id) REFERENCES price_book (org, id)`);
    this.addSql(`ALTER TABLE list_price ADD CONSTRAINT list_price_price_book_id_fk FOREIGN KEY (org, price_book_id) REFERENCES price_book (org, id)`);
    this.addSql(`ALTER TABLE list_price ADD CONSTRAINT list_price_product_id_fk FOREIGN KEY (org, product_id) REFERENCES product (org, id)`);
    this.addSql(`ALTER TABLE quote ADD CONSTRAINT quote_owner_id_fk FOREIGN KEY (org, owner_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE quote ADD CONSTRAINT quote_contact_id_fk FOREIGN KEY (org, contact_id) REFERENCES contact (org, id)`);
    this.addSql(`ALTER TABLE quote ADD CONSTRAINT quote_account_id_fk FOREIGN KEY (org, account_id) REFERENCES account (org, id)`);
    this.addSql(`ALTER TABLE quote ADD CONSTRAINT quote_deal_id_fk FOREIGN KEY (org, deal_id) REFERENCES deal (org, id)`);
    this.addSql(`ALTER TABLE sales_order ADD CONSTRAINT sales_order_owner_id_fk FOREIGN KEY (org, owner_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE sales_order ADD CONSTRAINT sales_order_contact_id_fk FOREIGN KEY (org, contact_id) REFERENCES contact (org, id)`);
    this.addSql(`ALTER TABLE sales_order ADD CONSTRAINT sales_order_account_id_fk FOREIGN KEY (org, account_id) REFERENCES account (org, id)`);
    this.addSql(`ALTER TABLE sales_order ADD CONSTRAINT sales_order_deal_id_fk FOREIGN KEY (org, deal_id) REFERENCES deal (org, id)`);
    this.addSql(`ALTER TABLE sales_order ADD CONSTRAINT sales_order_quote_id_fk FOREIGN KEY (org, quote_id) REFERENCES quote (org, id)`);
    this.addSql(`ALTER TABLE purchase_order ADD CONSTRAINT purchase_order_owner_id_fk FOREIGN KEY (org, owner_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE purchase_order ADD CONSTRAINT purchase_order_contact_id_fk FOREIGN KEY (org, contact_id) REFERENCES contact (org, id)`);
    this.addSql(`ALTER TABLE purchase_order ADD CONSTRAINT purchase_order_vendor_id_fk FOREIGN KEY (org, vendor_id) REFERENCES vendor (org, id)`);
    this.addSql(`ALTER TABLE invoice ADD CONSTRAINT invoice_owner_id_fk FOREIGN KEY (org, owner_id) REFERENCES app_user (org, id)`);
    this.addSql(`ALTER TABLE invoice ADD CONSTRAINT invoice_contact_id_fk FOREIGN KEY (org, contact_id) REFERENCES contact (org, id)`);
    this.addSql(`ALTER TABLE invoice ADD CONSTRAINT invoice_account_id_fk FOREIGN KEY (org, account_id) REFERENCES account (org, id)`);
    this.addSql(`ALTER TABLE invoice ADD CONSTRAINT invoice_deal_id_fk FOREIGN KEY (org, deal_id) REFERENCES deal (org, id)`);
    this.addSql(`ALTER TABLE invoice ADD CONSTRAINT invoice_quote_id_fk FOREIGN KEY (org, quote_id) REFERENCES quote (org, id)`);
    this.addSql(`ALTER TABLE invoice ADD CONSTRAINT invoice_sales_order_id_fk FOREIGN KEY (org, sales_order_id) REFERENCES sales_order (org, id)`);
    this.addSql(`ALTER TABLE line_item ADD CONSTRAINT line_item_quote_id_fk FOREIGN KEY (org, quote_id) REFERENCES quote (org, id)`);
    this.addSql(`ALTER TABLE line_item ADD CONSTRAINT line_item_sales_order_id_fk FOREIGN KEY (org, sales_order_id) REFERENCES sales_order (org, id)`);
    this.addSql(`ALTER TABLE line_item ADD CONSTRAINT line_item_purchase_order_id_fk FOREIGN KEY (org, purchase_order_id) REFERENCES purchase_order (org, id)`);
    this.addSql(`ALTER TABLE line_item ADD CONSTRAINT line_item_invoice_id_fk FOREIGN KEY (org, invoice_id) REFERENCES invoice (org, id)`);
    this.addSql(`ALTER TABLE line_item ADD CONSTRAINT line_item_product_id_fk FOREIGN KEY (org, product_id) REFERENCES product (org, id)`);
    this.addSql(`ALTER TABLE line_item ADD CONSTRAINT line_item_price_book_id_fk FOREIGN KEY (org, price_book_id) REFERENCES price_book (org, id)`);
    this.addSql(`ALTER TABLE line_item ADD CONSTRAINT line_item_one_of CHECK (num_nonnulls(quote_id, sales_order_id, purchase_order_id, invoice_id) = 1)`);
    this.addSql(`ALTER TABLE stock_adjustment ADD CONSTRAINT stock_adjustment_product_id_fk FOREIGN KEY (org, product_id) REFERENCES product (org, id)`);
    this.addSql(`ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_product_id_fk FOREIGN KEY (org, product_id) REFERENCES product (org, id)`);
    this.addSql(`ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_line_item_id_fk FOREIGN KEY (org, line_item_id) REFERENCES line_item (org, id)`);
    this.addSql(`ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_adjustment_id_fk FOREIGN KEY (org, adjustment_id) REFERENCES stock_adjustment (org, id)`);
    this.addSql(`CREATE OR REPLACE FUNCTION organization_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Organization', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('name', n.name, 'baseCurrency', n.base_currency, 'fiscalYearStart', n.fiscal_year_start, 'weekStart', n.week_start, 'timeZone', n.time_zone, 'language', n.language, 'dateFormat', n.date_format, 'timeFormat', n.time_format, 'requiresLeadCompany', n.requires_lead_company, 'requiresReasonForLoss', n.requires_reason_for_loss, 'allowsEditedTaxRates', n.allows_edited_tax_rates, 'numberFormat', n.number_format)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.number_format IS DISTINCT FROM old.number_format THEN was := was || jsonb_build_object('numberFormat', old.number_format); became := became || jsonb_build_object('numberFormat', new.number_format); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Organization', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION campaign_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE campaign_member p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM lead o WHERE o.org = p.org AND o.id = p.lead_id UNION ALL SELECT o.deleted_at FROM contact o WHERE o.org = p.org AND o.id = p.contact_id) e) END WHERE p.org = new.org AND p.campaign_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM campaign_member x WHERE x.org = p.org AND x.campaign_id = p.campaign_id AND x.lead_id = p.lead_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM campaign_member x WHERE x.org = p.org AND x.campaign_id = p.campaign_id AND x.contact_id = p.contact_id AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION vendor_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Vendor', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'vendorName', n.vendor_name, 'email', n.email, 'phone', n.phone, 'website', n.website, 'glAccount', n.gl_account, 'category', n.category, 'street', n.street, 'city', n.city, 'state', n.state, 'zipCode', n.zip_code, 'country', n.country, 'emailOptOut', n.email_opt_out, 'unsubscribedMode', n.unsubscribed_mode, 'unsubscribedAt', n.unsubscribed_at, 'description', n.description)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
    this.addSql(`CREATE OR REPLACE FUNCTION vendor_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE product_link p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM product o WHERE o.org = p.org AND o.id = p.product_id UNION ALL SELECT o.deleted_at FROM lead o WHERE o.org = p.org AND o.id = p.lead_id UNION ALL SELECT o.deleted_at FROM account o WHERE o.org = p.org AND o.id = p.account_id UNION ALL SELECT o.deleted_at FROM contact o WHERE o.org = p.org AND o.id = p.contact_id UNION ALL SELECT o.deleted_at FROM deal o WHERE o.org = p.org AND o.id = p.deal_id) e) END WHERE p.org = new.org AND p.vendor_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.lead_id = p.lead_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.account_id = p.account_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.contact_id = p.contact_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.deal_id = p.deal_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.vendor_id = p.vendor_id AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION account_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE product_link p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM product o WHERE o.org = p.org AND o.id = p.product_id UNION ALL SELECT o.deleted_at FROM lead o WHERE o.org = p.org AND o.id = p.lead_id UNION ALL SELECT o.deleted_at FROM contact o WHERE o.org = p.org AND o.id = p.contact_id UNION ALL SELECT o.deleted_at FROM deal o WHERE o.org = p.org AND o.id = p.deal_id UNION ALL SELECT o.deleted_at FROM vendor o WHERE o.org = p.org AND o.id = p.vendor_id) e) END WHERE p.org = new.org AND p.account_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.lead_id = p.lead_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.account_id = p.account_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.contact_id = p.contact_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.deal_id = p.deal_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.vendor_id = p.vendor_id AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION contact_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE deal_contact_role p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM deal o WHERE o.org = p.org AND o.id = p.deal_id) e) END WHERE p.org = new.org AND p.contact_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM deal_contact_role x WHERE x.org = p.org AND x.deal_id = p.deal_id AND x.contact_id = p.contact_id AND x.deleted_at IS NULL));
    UPDATE campaign_member p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM campaign o WHERE o.org = p.org AND o.id = p.campaign_id UNION ALL SELECT o.deleted_at FROM lead o WHERE o.org = p.org AND o.id = p.lead_id) e) END WHERE p.org = new.org AND p.contact_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM campaign_member x WHERE x.org = p.org AND x.campaign_id = p.campaign_id AND x.lead_id = p.lead_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM campaign_member x WHERE x.org = p.org AND x.campaign_id = p.campaign_id AND x.contact_id = p.contact_id AND x.deleted_at IS NULL));
    UPDATE product_link p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM product o WHERE o.org = p.org AND o.id = p.product_id UNION ALL SELECT o.deleted_at FROM lead o WHERE o.org = p.org AND o.id = p.lead_id UNION ALL SELECT o.deleted_at FROM account o WHERE o.org = p.org AND o.id = p.account_id UNION ALL SELECT o.deleted_at FROM deal o WHERE o.org = p.org AND o.id = p.deal_id UNION ALL SELECT o.deleted_at FROM vendor o WHERE o.org = p.org AND o.id = p.vendor_id) e) END WHERE p.org = new.org AND p.contact_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.lead_id = p.lead_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.account_id = p.account_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.contact_id = p.contact_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.deal_id = p.deal_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.vendor_id = p.vendor_id AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION deal_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE deal_contact_role p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM contact o WHERE o.org = p.org AND o.id = p.contact_id) e) END WHERE p.org = new.org AND p.deal_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM deal_contact_role x WHERE x.org = p.org AND x.deal_id = p.deal_id AND x.contact_id = p.contact_id AND x.deleted_at IS NULL));
    UPDATE product_link p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM product o WHERE o.org = p.org AND o.id = p.product_id UNION ALL SELECT o.deleted_at FROM lead o WHERE o.org = p.org AND o.id = p.lead_id UNION ALL SELECT o.deleted_at FROM account o WHERE o.org = p.org AND o.id = p.account_id UNION ALL SELECT o.deleted_at FROM contact o WHERE o.org = p.org AND o.id = p.contact_id UNION ALL SELECT o.deleted_at FROM vendor o WHERE o.org = p.org AND o.id = p.vendor_id) e) END WHERE p.org = new.org AND p.deal_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.lead_id = p.lead_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.account_id = p.account_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.contact_id = p.contact_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.deal_id = p.deal_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.vendor_id = p.vendor_id AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION lead_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE campaign_member p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM campaign o WHERE o.org = p.org AND o.id = p.campaign_id UNION ALL SELECT o.deleted_at FROM contact o WHERE o.org = p.org AND o.id = p.contact_id) e) END WHERE p.org = new.org AND p.lead_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM campaign_member x WHERE x.org = p.org AND x.campaign_id = p.campaign_id AND x.lead_id = p.lead_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM campaign_member x WHERE x.org = p.org AND x.campaign_id = p.campaign_id AND x.contact_id = p.contact_id AND x.deleted_at IS NULL));
    UPDATE product_link p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM product o WHERE o.org = p.org AND o.id = p.product_id UNION ALL SELECT o.deleted_at FROM account o WHERE o.org = p.org AND o.id = p.account_id UNION ALL SELECT o.deleted_at FROM contact o WHERE o.org = p.org AND o.id = p.contact_id UNION ALL SELECT o.deleted_at FROM deal o WHERE o.org = p.org AND o.id = p.deal_id UNION ALL SELECT o.deleted_at FROM vendor o WHERE o.org = p.org AND o.id = p.vendor_id) e) END WHERE p.org = new.org AND p.lead_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.lead_id = p.lead_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.account_id = p.account_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.contact_id = p.contact_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.deal_id = p.deal_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.vendor_id = p.vendor_id AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION tax_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
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
    this.addSql(`CREATE OR REPLACE FUNCTION tax_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'Tax', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('name', n.name, 'percentage', n.percentage, 'compound', n.compound, 'place', n.place)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION tax_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.name IS DISTINCT FROM old.name THEN was := was || jsonb_build_object('name', old.name); became := became || jsonb_build_object('name', new.name); END IF;
  IF new.percentage IS DISTINCT FROM old.percentage THEN was := was || jsonb_build_object('percentage', old.percentage); became := became || jsonb_build_object('percentage', new.percentage); END IF;
  IF new.compound IS DISTINCT FROM old.compound THEN was := was || jsonb_build_object('compound', old.compound); became := became || jsonb_build_object('compound', new.compound); END IF;
  IF new.place IS DISTINCT FROM old.place THEN was := was || jsonb_build_object('place', old.place); became := became || jsonb_build_object('place', new.place); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'Tax', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION tax_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE product_tax p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM product o WHERE o.org = p.org AND o.id = p.product_id) e) END WHERE p.org = new.org AND p.tax_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_tax x WHERE x.org = p.org AND x.product_id = p.product_id AND x.tax_id = p.tax_id AND x.deleted_at IS NULL));
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
    this.addSql(`CREATE OR REPLACE FUNCTION product_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE product_tax p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM tax o WHERE o.org = p.org AND o.id = p.tax_id) e) END WHERE p.org = new.org AND p.product_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_tax x WHERE x.org = p.org AND x.product_id = p.product_id AND x.tax_id = p.tax_id AND x.deleted_at IS NULL));
    UPDATE product_link p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM lead o WHERE o.org = p.org AND o.id = p.lead_id UNION ALL SELECT o.deleted_at FROM account o WHERE o.org = p.org AND o.id = p.account_id UNION ALL SELECT o.deleted_at FROM contact o WHERE o.org = p.org AND o.id = p.contact_id UNION ALL SELECT o.deleted_at FROM deal o WHERE o.org = p.org AND o.id = p.deal_id UNION ALL SELECT o.deleted_at FROM vendor o WHERE o.org = p.org AND o.id = p.vendor_id) e) END WHERE p.org = new.org AND p.product_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.lead_id = p.lead_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.account_id = p.account_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.contact_id = p.contact_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.deal_id = p.deal_id AND x.deleted_at IS NULL)) AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM product_link x WHERE x.org = p.org AND x.product_id = p.product_id AND x.vendor_id = p.vendor_id AND x.deleted_at IS NULL));
    UPDATE list_price p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM price_book o WHERE o.org = p.org AND o.id = p.price_book_id) e) END WHERE p.org = new.org AND p.product_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM list_price x WHERE x.org = p.org AND x.price_book_id = p.price_book_id AND x.product_id = p.product_id AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION product_tax_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
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
    this.addSql(`CREATE OR REPLACE FUNCTION product_tax_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'ProductTax', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('productId', n.product_id, 'taxId', n.tax_id)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION product_tax_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.product_id IS DISTINCT FROM old.product_id THEN was := was || jsonb_build_object('productId', old.product_id); became := became || jsonb_build_object('productId', new.product_id); END IF;
  IF new.tax_id IS DISTINCT FROM old.tax_id THEN was := was || jsonb_build_object('taxId', old.tax_id); became := became || jsonb_build_object('taxId', new.tax_id); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'ProductTax', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION product_link_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
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
    this.addSql(`CREATE OR REPLACE FUNCTION product_link_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'ProductLink', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('productId', n.product_id, 'leadId', n.lead_id, 'accountId', n.account_id, 'contactId', n.contact_id, 'dealId', n.deal_id, 'vendorId', n.vendor_id, 'description', n.description)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.lead_id IS DISTINCT FROM old.lead_id THEN was := was || jsonb_build_object('leadId', old.lead_id); became := became || jsonb_build_object('leadId', new.lead_id); END IF;
  IF new.account_id IS DISTINCT FROM old.account_id THEN was := was || jsonb_build_object('accountId', old.account_id); became := became || jsonb_build_object('accountId', new.account_id); END IF;
  IF new.contact_id IS DISTINCT FROM old.contact_id THEN was := was || jsonb_build_object('contactId', old.contact_id); became := became || jsonb_build_object('contactId', new.contact_id); END IF;
  IF new.deal_id IS DISTINCT FROM old.deal_id THEN was := was || jsonb_build_object('dealId', old.deal_id); became := became || jsonb_build_object('dealId', new.deal_id); END IF;
  IF new.vendor_id IS DISTINCT FROM old.vendor_id THEN was := was || jsonb_build_object('vendorId', old.vendor_id); became := became || jsonb_build_object('vendorId', new.vendor_id); END IF;
  IF new.description IS DISTINCT FROM old.description THEN was := was || jsonb_build_object('description', old.description); became := became || jsonb_build_object('description', new.description); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'ProductLink', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION price_book_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
  new.duplicate_key := new.price_book_name::text;
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
      SELECT n.org, u.module, u.field, k.value, n.id FROM inserted n JOIN unique_field u ON u.org = n.org AND u.module = 'PriceBook' CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'priceBookName' THEN n.price_book_name::text END) k(value) WHERE k.value IS NOT NULL AND n.deleted_at IS NULL;
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
        SELECT u.org, u.module, u.field, k.value, new.id FROM unique_field u CROSS JOIN LATERAL (SELECT CASE u.field WHEN 'priceBookName' THEN new.price_book_name::text END) k(value) WHERE u.org = new.org AND u.module = 'PriceBook' AND k.value IS NOT NULL;
    END IF;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION price_book_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE price_range p SET deleted_at = new.deleted_at WHERE p.org = new.org AND p.price_book_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at;
    UPDATE list_price p SET deleted_at = CASE WHEN new.deleted_at IS NOT NULL THEN new.deleted_at ELSE (SELECT max(e.deleted_at) FROM (SELECT o.deleted_at FROM product o WHERE o.org = p.org AND o.id = p.product_id) e) END WHERE p.org = new.org AND p.price_book_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at AND (new.deleted_at IS NOT NULL OR NOT EXISTS (SELECT FROM list_price x WHERE x.org = p.org AND x.price_book_id = p.price_book_id AND x.product_id = p.product_id AND x.deleted_at IS NULL));
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION price_range_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
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
    this.addSql(`CREATE OR REPLACE FUNCTION price_range_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'PriceRange', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('priceBookId', n.price_book_id, 'fromRange', n.from_range, 'toRange', n.to_range, 'discount', n.discount)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION price_range_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.price_book_id IS DISTINCT FROM old.price_book_id THEN was := was || jsonb_build_object('priceBookId', old.price_book_id); became := became || jsonb_build_object('priceBookId', new.price_book_id); END IF;
  IF new.from_range IS DISTINCT FROM old.from_range THEN was := was || jsonb_build_object('fromRange', old.from_range); became := became || jsonb_build_object('fromRange', new.from_range); END IF;
  IF new.to_range IS DISTINCT FROM old.to_range THEN was := was || jsonb_build_object('toRange', old.to_range); became := became || jsonb_build_object('toRange', new.to_range); END IF;
  IF new.discount IS DISTINCT FROM old.discount THEN was := was || jsonb_build_object('discount', old.discount); became := became || jsonb_build_object('discount', new.discount); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'PriceRange', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
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
  new.list_price := round(new.list_price, crm_decimals(new.currency));
  new.list_price_base := round(new.list_price / new.exchange_rate, crm_decimals(base_currency));
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
    this.addSql(`CREATE OR REPLACE FUNCTION list_price_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'ListPrice', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('priceBookId', n.price_book_id, 'productId', n.product_id, 'listPrice', n.list_price, 'listPriceInBaseCurrency', n.list_price_base, 'currency', n.currency, 'exchangeRate', n.exchange_rate)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION list_price_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.price_book_id IS DISTINCT FROM old.price_book_id THEN was := was || jsonb_build_object('priceBookId', old.price_book_id); became := became || jsonb_build_object('priceBookId', new.price_book_id); END IF;
  IF new.product_id IS DISTINCT FROM old.product_id THEN was := was || jsonb_build_object('productId', old.product_id); became := became || jsonb_build_object('productId', new.product_id); END IF;
  IF new.list_price IS DISTINCT FROM old.list_price THEN was := was || jsonb_build_object('listPrice', old.list_price); became := became || jsonb_build_object('listPrice', new.list_price); END IF;
  IF new.list_price_base IS DISTINCT FROM old.list_price_base THEN was := was || jsonb_build_object('listPriceInBaseCurrency', old.list_price_base); became := became || jsonb_build_object('listPriceInBaseCurrency', new.list_price_base); END IF;
  IF new.currency IS DISTINCT FROM old.currency THEN was := was || jsonb_build_object('currency', old.currency); became := became || jsonb_build_object('currency', new.currency); END IF;
  IF new.exchange_rate IS DISTINCT FROM old.exchange_rate THEN was := was || jsonb_build_object('exchangeRate', old.exchange_rate); became := became || jsonb_build_object('exchangeRate', new.exchange_rate); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'ListPrice', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
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
    SELECT n.org, 'DocumentSetting', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('document', n.document, 'numberPrefix', n.number_prefix, 'nextNumber', n.next_number, 'termsAndConditions', n.terms_and_conditions)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.next_number IS DISTINCT FROM old.next_number THEN was := was || jsonb_build_object('nextNumber', old.next_number); became := became || jsonb_build_object('nextNumber', new.next_number); END IF;
  IF new.terms_and_conditions IS DISTINCT FROM old.terms_and_conditions THEN was := was || jsonb_build_object('termsAndConditions', old.terms_and_conditions); became := became || jsonb_build_object('termsAndConditions', new.terms_and_conditions); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  IF new.version = old.version THEN operation := 'DERIVED'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'DocumentSetting', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
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
  new.tax_total := round(new.tax_total, crm_decimals(new.currency));
  new.grand_total := round(new.grand_total, crm_decimals(new.currency));
  new.sub_total_base := round(new.sub_total / new.exchange_rate, crm_decimals(base_currency));
  new.sub_total_excl_tax_base := round(new.sub_total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.discount_base := round(new.discount / new.exchange_rate, crm_decimals(base_currency));
  new.tax_base := round(new.tax / new.exchange_rate, crm_decimals(base_currency));
  new.adjustment_base := round(new.adjustment / new.exchange_rate, crm_decimals(base_currency));
  new.discount_total_base := round(new.discount_total / new.exchange_rate, crm_decimals(base_currency));
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
    SELECT n.org, 'Quote', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'subject', n.subject, 'contactId', n.contact_id, 'carrier', n.carrier, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'subTotal', n.sub_total, 'subTotalInBaseCurrency', n.sub_total_base, 'subTotalExclTax', n.sub_total_excl_tax, 'subTotalExclTaxInBaseCurrency', n.sub_total_excl_tax_base, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'taxes', n.taxes, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'adjustment', n.adjustment, 'adjustmentInBaseCurrency', n.adjustment_base, 'discountTotal', n.discount_total, 'discountTotalInBaseCurrency', n.discount_total_base, 'taxTotal', n.tax_total, 'taxTotalInBaseCurrency', n.tax_total_base, 'grandTotal', n.grand_total, 'grandTotalInBaseCurrency', n.grand_total_base, 'termsAndConditions', n.terms_and_conditions, 'description', n.description, 'quoteNumber', n.quote_number, 'accountId', n.account_id, 'dealId', n.deal_id, 'quoteStage', n.quote_stage, 'validTill', n.valid_till, 'team', n.team, 'shipping', n.shipping, 'inventoryManager', n.inventory_manager)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.tax_total IS DISTINCT FROM old.tax_total THEN was := was || jsonb_build_object('taxTotal', old.tax_total); became := became || jsonb_build_object('taxTotal', new.tax_total); END IF;
  IF new.tax_total_base IS DISTINCT FROM old.tax_total_base THEN was := was || jsonb_build_object('taxTotalInBaseCurrency', old.tax_total_base); became := became || jsonb_build_object('taxTotalInBaseCurrency', new.tax_total_base); END IF;
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
    this.addSql(`CREATE OR REPLACE FUNCTION quote_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE line_item p SET deleted_at = new.deleted_at WHERE p.org = new.org AND p.quote_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at;
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
  new.tax_total := round(new.tax_total, crm_decimals(new.currency));
  new.grand_total := round(new.grand_total, crm_decimals(new.currency));
  new.sub_total_base := round(new.sub_total / new.exchange_rate, crm_decimals(base_currency));
  new.sub_total_excl_tax_base := round(new.sub_total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.discount_base := round(new.discount / new.exchange_rate, crm_decimals(base_currency));
  new.tax_base := round(new.tax / new.exchange_rate, crm_decimals(base_currency));
  new.adjustment_base := round(new.adjustment / new.exchange_rate, crm_decimals(base_currency));
  new.discount_total_base := round(new.discount_total / new.exchange_rate, crm_decimals(base_currency));
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
    SELECT n.org, 'SalesOrder', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'subject', n.subject, 'contactId', n.contact_id, 'carrier', n.carrier, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'subTotal', n.sub_total, 'subTotalInBaseCurrency', n.sub_total_base, 'subTotalExclTax', n.sub_total_excl_tax, 'subTotalExclTaxInBaseCurrency', n.sub_total_excl_tax_base, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'taxes', n.taxes, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'adjustment', n.adjustment, 'adjustmentInBaseCurrency', n.adjustment_base, 'discountTotal', n.discount_total, 'discountTotalInBaseCurrency', n.discount_total_base, 'taxTotal', n.tax_total, 'taxTotalInBaseCurrency', n.tax_total_base, 'grandTotal', n.grand_total, 'grandTotalInBaseCurrency', n.grand_total_base, 'termsAndConditions', n.terms_and_conditions, 'description', n.description, 'soNumber', n.so_number, 'accountId', n.account_id, 'dealId', n.deal_id, 'quoteId', n.quote_id, 'status', n.status, 'customerNo', n.customer_no, 'purchaseOrder', n.purchase_order, 'dueDate', n.due_date) || jsonb_build_object('pending', n.pending, 'salesCommission', n.sales_commission, 'exciseDuty', n.excise_duty)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.tax_total IS DISTINCT FROM old.tax_total THEN was := was || jsonb_build_object('taxTotal', old.tax_total); became := became || jsonb_build_object('taxTotal', new.tax_total); END IF;
  IF new.tax_total_base IS DISTINCT FROM old.tax_total_base THEN was := was || jsonb_build_object('taxTotalInBaseCurrency', old.tax_total_base); became := became || jsonb_build_object('taxTotalInBaseCurrency', new.tax_total_base); END IF;
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
    this.addSql(`CREATE OR REPLACE FUNCTION sales_order_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE line_item p SET deleted_at = new.deleted_at WHERE p.org = new.org AND p.sales_order_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION sales_order_stock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was text := stock_category(new.org, 'sales_order', old.status);
  became text := stock_category(new.org, 'sales_order', new.status);
BEGIN
  INSERT INTO stock_movement (org, id, product_id, line_item_id, document, document_number, in_stock, ordered, in_demand)
    SELECT d.org, crm_uuid7(), d.product_id, d.id, upper(d.kind), d.number, d.in_stock, d.ordered, d.in_demand FROM (
      SELECT l.org, l.product_id, l.id, 'sales_order' AS kind, new.so_number AS number, n.in_stock - o.in_stock AS in_stock, n.ordered - o.ordered AS ordered, n.in_demand - o.in_demand AS in_demand
        FROM line_item l 
          CROSS JOIN LATERAL stock_meaning('sales_order', became, l.quantity) n
          CROSS JOIN LATERAL stock_meaning('sales_order', was, l.quantity) o
       WHERE l.org = new.org AND l.sales_order_id = new.id AND l.deleted_at IS NULL
    ) d WHERE d.in_stock <> 0 OR d.ordered <> 0 OR d.in_demand <> 0;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION sales_order_status_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stock_movement (org, id, product_id, line_item_id, document, document_number, in_stock, ordered, in_demand)
    SELECT d.org, crm_uuid7(), d.product_id, d.id, upper(d.kind), d.number, d.in_stock, d.ordered, d.in_demand FROM (
      SELECT l.org, l.product_id, l.id, 'sales_order' AS kind, c.so_number AS number, n.in_stock - o.in_stock AS in_stock, n.ordered - o.ordered AS ordered, n.in_demand - o.in_demand AS in_demand
        FROM line_item l JOIN sales_order c ON c.org = new.org AND c.status = new.key
          CROSS JOIN LATERAL stock_meaning('sales_order', new.category, l.quantity) n
          CROSS JOIN LATERAL stock_meaning('sales_order', old.category, l.quantity) o
       WHERE l.org = new.org AND l.sales_order_id = c.id AND l.deleted_at IS NULL
    ) d WHERE d.in_stock <> 0 OR d.ordered <> 0 OR d.in_demand <> 0;
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
  new.tax_total := round(new.tax_total, crm_decimals(new.currency));
  new.grand_total := round(new.grand_total, crm_decimals(new.currency));
  new.sub_total_base := round(new.sub_total / new.exchange_rate, crm_decimals(base_currency));
  new.sub_total_excl_tax_base := round(new.sub_total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.discount_base := round(new.discount / new.exchange_rate, crm_decimals(base_currency));
  new.tax_base := round(new.tax / new.exchange_rate, crm_decimals(base_currency));
  new.adjustment_base := round(new.adjustment / new.exchange_rate, crm_decimals(base_currency));
  new.discount_total_base := round(new.discount_total / new.exchange_rate, crm_decimals(base_currency));
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
    SELECT n.org, 'PurchaseOrder', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'subject', n.subject, 'contactId', n.contact_id, 'carrier', n.carrier, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'subTotal', n.sub_total, 'subTotalInBaseCurrency', n.sub_total_base, 'subTotalExclTax', n.sub_total_excl_tax, 'subTotalExclTaxInBaseCurrency', n.sub_total_excl_tax_base, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'taxes', n.taxes, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'adjustment', n.adjustment, 'adjustmentInBaseCurrency', n.adjustment_base, 'discountTotal', n.discount_total, 'discountTotalInBaseCurrency', n.discount_total_base, 'taxTotal', n.tax_total, 'taxTotalInBaseCurrency', n.tax_total_base, 'grandTotal', n.grand_total, 'grandTotalInBaseCurrency', n.grand_total_base, 'termsAndConditions', n.terms_and_conditions, 'description', n.description, 'poNumber', n.po_number, 'vendorId', n.vendor_id, 'status', n.status, 'requisitionNo', n.requisition_no, 'trackingNumber', n.tracking_number, 'poDate', n.po_date, 'dueDate', n.due_date, 'salesCommission', n.sales_commission) || jsonb_build_object('exciseDuty', n.excise_duty)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.tax_total IS DISTINCT FROM old.tax_total THEN was := was || jsonb_build_object('taxTotal', old.tax_total); became := became || jsonb_build_object('taxTotal', new.tax_total); END IF;
  IF new.tax_total_base IS DISTINCT FROM old.tax_total_base THEN was := was || jsonb_build_object('taxTotalInBaseCurrency', old.tax_total_base); became := became || jsonb_build_object('taxTotalInBaseCurrency', new.tax_total_base); END IF;
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
    this.addSql(`CREATE OR REPLACE FUNCTION purchase_order_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE line_item p SET deleted_at = new.deleted_at WHERE p.org = new.org AND p.purchase_order_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION purchase_order_stock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was text := stock_category(new.org, 'purchase_order', old.status);
  became text := stock_category(new.org, 'purchase_order', new.status);
BEGIN
  INSERT INTO stock_movement (org, id, product_id, line_item_id, document, document_number, in_stock, ordered, in_demand)
    SELECT d.org, crm_uuid7(), d.product_id, d.id, upper(d.kind), d.number, d.in_stock, d.ordered, d.in_demand FROM (
      SELECT l.org, l.product_id, l.id, 'purchase_order' AS kind, new.po_number AS number, n.in_stock - o.in_stock AS in_stock, n.ordered - o.ordered AS ordered, n.in_demand - o.in_demand AS in_demand
        FROM line_item l 
          CROSS JOIN LATERAL stock_meaning('purchase_order', became, l.quantity) n
          CROSS JOIN LATERAL stock_meaning('purchase_order', was, l.quantity) o
       WHERE l.org = new.org AND l.purchase_order_id = new.id AND l.deleted_at IS NULL
    ) d WHERE d.in_stock <> 0 OR d.ordered <> 0 OR d.in_demand <> 0;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION purchase_order_status_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stock_movement (org, id, product_id, line_item_id, document, document_number, in_stock, ordered, in_demand)
    SELECT d.org, crm_uuid7(), d.product_id, d.id, upper(d.kind), d.number, d.in_stock, d.ordered, d.in_demand FROM (
      SELECT l.org, l.product_id, l.id, 'purchase_order' AS kind, c.po_number AS number, n.in_stock - o.in_stock AS in_stock, n.ordered - o.ordered AS ordered, n.in_demand - o.in_demand AS in_demand
        FROM line_item l JOIN purchase_order c ON c.org = new.org AND c.status = new.key
          CROSS JOIN LATERAL stock_meaning('purchase_order', new.category, l.quantity) n
          CROSS JOIN LATERAL stock_meaning('purchase_order', old.category, l.quantity) o
       WHERE l.org = new.org AND l.purchase_order_id = c.id AND l.deleted_at IS NULL
    ) d WHERE d.in_stock <> 0 OR d.ordered <> 0 OR d.in_demand <> 0;
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
  new.tax_total := round(new.tax_total, crm_decimals(new.currency));
  new.grand_total := round(new.grand_total, crm_decimals(new.currency));
  new.sub_total_base := round(new.sub_total / new.exchange_rate, crm_decimals(base_currency));
  new.sub_total_excl_tax_base := round(new.sub_total_excl_tax / new.exchange_rate, crm_decimals(base_currency));
  new.discount_base := round(new.discount / new.exchange_rate, crm_decimals(base_currency));
  new.tax_base := round(new.tax / new.exchange_rate, crm_decimals(base_currency));
  new.adjustment_base := round(new.adjustment / new.exchange_rate, crm_decimals(base_currency));
  new.discount_total_base := round(new.discount_total / new.exchange_rate, crm_decimals(base_currency));
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
    SELECT n.org, 'Invoice', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('ownerId', n.owner_id, 'externalIds', n.external_ids, 'currency', n.currency, 'exchangeRate', n.exchange_rate, 'subject', n.subject, 'contactId', n.contact_id, 'carrier', n.carrier, 'billingStreet', n.billing_street, 'billingCity', n.billing_city, 'billingState', n.billing_state, 'billingCode', n.billing_code, 'billingCountry', n.billing_country, 'shippingStreet', n.shipping_street, 'shippingCity', n.shipping_city, 'shippingState', n.shipping_state, 'shippingCode', n.shipping_code, 'shippingCountry', n.shipping_country, 'subTotal', n.sub_total, 'subTotalInBaseCurrency', n.sub_total_base, 'subTotalExclTax', n.sub_total_excl_tax, 'subTotalExclTaxInBaseCurrency', n.sub_total_excl_tax_base, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'taxes', n.taxes, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'adjustment', n.adjustment, 'adjustmentInBaseCurrency', n.adjustment_base, 'discountTotal', n.discount_total, 'discountTotalInBaseCurrency', n.discount_total_base, 'taxTotal', n.tax_total, 'taxTotalInBaseCurrency', n.tax_total_base, 'grandTotal', n.grand_total, 'grandTotalInBaseCurrency', n.grand_total_base, 'termsAndConditions', n.terms_and_conditions, 'description', n.description, 'invoiceNumber', n.invoice_number, 'accountId', n.account_id, 'dealId', n.deal_id, 'quoteId', n.quote_id, 'salesOrderId', n.sales_order_id, 'status', n.status, 'purchaseOrder', n.purchase_order, 'invoiceDate', n.invoice_date) || jsonb_build_object('dueDate', n.due_date, 'salesCommission', n.sales_commission, 'exciseDuty', n.excise_duty)) || n.custom, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
  IF new.tax_total IS DISTINCT FROM old.tax_total THEN was := was || jsonb_build_object('taxTotal', old.tax_total); became := became || jsonb_build_object('taxTotal', new.tax_total); END IF;
  IF new.tax_total_base IS DISTINCT FROM old.tax_total_base THEN was := was || jsonb_build_object('taxTotalInBaseCurrency', old.tax_total_base); became := became || jsonb_build_object('taxTotalInBaseCurrency', new.tax_total_base); END IF;
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
    this.addSql(`CREATE OR REPLACE FUNCTION invoice_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.deleted_at IS DISTINCT FROM old.deleted_at THEN
    UPDATE line_item p SET deleted_at = new.deleted_at WHERE p.org = new.org AND p.invoice_id = new.id AND p.deleted_at IS NOT DISTINCT FROM old.deleted_at;
  END IF;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION invoice_stock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was text := stock_category(new.org, 'invoice', old.status);
  became text := stock_category(new.org, 'invoice', new.status);
BEGIN
  INSERT INTO stock_movement (org, id, product_id, line_item_id, document, document_number, in_stock, ordered, in_demand)
    SELECT d.org, crm_uuid7(), d.product_id, d.id, upper(d.kind), d.number, d.in_stock, d.ordered, d.in_demand FROM (
      SELECT l.org, l.product_id, l.id, 'invoice' AS kind, new.invoice_number AS number, n.in_stock - o.in_stock AS in_stock, n.ordered - o.ordered AS ordered, n.in_demand - o.in_demand AS in_demand
        FROM line_item l 
          CROSS JOIN LATERAL stock_meaning('invoice', became, l.quantity) n
          CROSS JOIN LATERAL stock_meaning('invoice', was, l.quantity) o
       WHERE l.org = new.org AND l.invoice_id = new.id AND l.deleted_at IS NULL
    ) d WHERE d.in_stock <> 0 OR d.ordered <> 0 OR d.in_demand <> 0;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION invoice_status_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stock_movement (org, id, product_id, line_item_id, document, document_number, in_stock, ordered, in_demand)
    SELECT d.org, crm_uuid7(), d.product_id, d.id, upper(d.kind), d.number, d.in_stock, d.ordered, d.in_demand FROM (
      SELECT l.org, l.product_id, l.id, 'invoice' AS kind, c.invoice_number AS number, n.in_stock - o.in_stock AS in_stock, n.ordered - o.ordered AS ordered, n.in_demand - o.in_demand AS in_demand
        FROM line_item l JOIN invoice c ON c.org = new.org AND c.status = new.key
          CROSS JOIN LATERAL stock_meaning('invoice', new.category, l.quantity) n
          CROSS JOIN LATERAL stock_meaning('invoice', old.category, l.quantity) o
       WHERE l.org = new.org AND l.invoice_id = c.id AND l.deleted_at IS NULL
    ) d WHERE d.in_stock <> 0 OR d.ordered <> 0 OR d.in_demand <> 0;
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
  new.unit_price := round(new.unit_price, crm_decimals(new.currency));
  new.list_price := round(new.list_price, crm_decimals(new.currency));
  new.discount := round(new.discount, crm_decimals(new.currency));
  new.total := round(new.total, crm_decimals(new.currency));
  new.total_after_discount := round(new.total_after_discount, crm_decimals(new.currency));
  new.tax := round(new.tax, crm_decimals(new.currency));
  new.net_total := round(new.net_total, crm_decimals(new.currency));
  new.unit_price_base := round(new.unit_price / new.exchange_rate, crm_decimals(base_currency));
  new.list_price_base := round(new.list_price / new.exchange_rate, crm_decimals(base_currency));
  new.discount_base := round(new.discount / new.exchange_rate, crm_decimals(base_currency));
  new.total_base := round(new.total / new.exchange_rate, crm_decimals(base_currency));
  new.total_after_discount_base := round(new.total_after_discount / new.exchange_rate, crm_decimals(base_currency));
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
    SELECT n.org, 'LineItem', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('quoteId', n.quote_id, 'salesOrderId', n.sales_order_id, 'purchaseOrderId', n.purchase_order_id, 'invoiceId', n.invoice_id, 'productId', n.product_id, 'productDescription', n.product_description, 'quantity', n.quantity, 'unitPrice', n.unit_price, 'unitPriceInBaseCurrency', n.unit_price_base, 'listPrice', n.list_price, 'listPriceInBaseCurrency', n.list_price_base, 'priceBookId', n.price_book_id, 'discount', n.discount, 'discountInBaseCurrency', n.discount_base, 'discountPercent', n.discount_percent, 'discountKind', n.discount_kind, 'taxes', n.taxes, 'quantityInStock', n.quantity_in_stock, 'total', n.total, 'totalInBaseCurrency', n.total_base, 'totalAfterDiscount', n.total_after_discount, 'totalAfterDiscountInBaseCurrency', n.total_after_discount_base, 'tax', n.tax, 'taxInBaseCurrency', n.tax_base, 'netTotal', n.net_total, 'netTotalInBaseCurrency', n.net_total_base, 'sequenceNumber', n.sequence_number, 'currency', n.currency, 'exchangeRate', n.exchange_rate)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
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
    this.addSql(`CREATE OR REPLACE FUNCTION stock_meaning(kind text, category text, quantity numeric, OUT in_stock numeric, OUT ordered numeric, OUT in_demand numeric) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT
    CASE kind WHEN 'purchase_order' THEN CASE WHEN category = 'DELIVERED' THEN quantity ELSE 0 END WHEN 'invoice' THEN CASE WHEN category = 'CANCELLED' THEN 0 ELSE -quantity END ELSE 0 END,
    CASE kind WHEN 'purchase_order' THEN CASE WHEN category IN ('DELIVERED', 'CANCELLED') THEN 0 ELSE quantity END ELSE 0 END,
    CASE kind WHEN 'sales_order' THEN CASE WHEN category IN ('DELIVERED', 'CANCELLED') THEN 0 ELSE quantity END ELSE 0 END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION stock_category(organization uuid, kind text, status text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  found text;
BEGIN
  SELECT v.category INTO found FROM picklist_value v WHERE v.org = organization AND v.key = status
    AND v.picklist = CASE kind WHEN 'sales_order' THEN 'SalesOrderStatus' WHEN 'purchase_order' THEN 'PurchaseOrderStatus' WHEN 'invoice' THEN 'InvoiceStatus' END FOR SHARE;
  RETURN found;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION line_item_stock_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stock_movement (org, id, product_id, line_item_id, document, document_number, in_stock, ordered, in_demand)
    SELECT d.org, crm_uuid7(), d.product_id, d.id, upper(d.kind), d.number, d.in_stock, d.ordered, d.in_demand FROM (
      SELECT l.org, l.product_id, l.id, o.kind, o.number, sum(l.sign * m.in_stock) AS in_stock, sum(l.sign * m.ordered) AS ordered, sum(l.sign * m.in_demand) AS in_demand
        FROM (SELECT r.org, r.id, r.product_id, r.quantity, r.sales_order_id, r.purchase_order_id, r.invoice_id, 1 AS sign FROM became r WHERE r.deleted_at IS NULL AND r.quote_id IS NULL) l
          CROSS JOIN LATERAL (SELECT 'sales_order' AS kind, d.org, d.id, d.status, d.so_number AS number FROM sales_order d WHERE d.org = l.org AND d.id = l.sales_order_id UNION ALL SELECT 'purchase_order' AS kind, d.org, d.id, d.status, d.po_number AS number FROM purchase_order d WHERE d.org = l.org AND d.id = l.purchase_order_id UNION ALL SELECT 'invoice' AS kind, d.org, d.id, d.status, d.invoice_number AS number FROM invoice d WHERE d.org = l.org AND d.id = l.invoice_id) o
          CROSS JOIN LATERAL stock_meaning(o.kind, stock_category(l.org, o.kind, o.status), l.quantity) m
       GROUP BY l.org, l.product_id, l.id, o.kind, o.number
    ) d WHERE d.in_stock <> 0 OR d.ordered <> 0 OR d.in_demand <> 0;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION line_item_stock_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stock_movement (org, id, product_id, line_item_id, document, document_number, in_stock, ordered, in_demand)
    SELECT d.org, crm_uuid7(), d.product_id, d.id, upper(d.kind), d.number, d.in_stock, d.ordered, d.in_demand FROM (
      SELECT l.org, l.product_id, l.id, o.kind, o.number, sum(l.sign * m.in_stock) AS in_stock, sum(l.sign * m.ordered) AS ordered, sum(l.sign * m.in_demand) AS in_demand
        FROM (SELECT r.org, r.id, r.product_id, r.quantity, r.sales_order_id, r.purchase_order_id, r.invoice_id, 1 AS sign FROM became r WHERE r.deleted_at IS NULL AND r.quote_id IS NULL UNION ALL SELECT r.org, r.id, r.product_id, r.quantity, r.sales_order_id, r.purchase_order_id, r.invoice_id, -1 AS sign FROM was r WHERE r.deleted_at IS NULL AND r.quote_id IS NULL) l
          CROSS JOIN LATERAL (SELECT 'sales_order' AS kind, d.org, d.id, d.status, d.so_number AS number FROM sales_order d WHERE d.org = l.org AND d.id = l.sales_order_id UNION ALL SELECT 'purchase_order' AS kind, d.org, d.id, d.status, d.po_number AS number FROM purchase_order d WHERE d.org = l.org AND d.id = l.purchase_order_id UNION ALL SELECT 'invoice' AS kind, d.org, d.id, d.status, d.invoice_number AS number FROM invoice d WHERE d.org = l.org AND d.id = l.invoice_id) o
          CROSS JOIN LATERAL stock_meaning(o.kind, stock_category(l.org, o.kind, o.status), l.quantity) m
       GROUP BY l.org, l.product_id, l.id, o.kind, o.number
    ) d WHERE d.in_stock <> 0 OR d.ordered <> 0 OR d.in_demand <> 0;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION stock_adjustment_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
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
    this.addSql(`CREATE OR REPLACE FUNCTION stock_adjustment_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'StockAdjustment', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('productId', n.product_id, 'quantity', n.quantity, 'reason', n.reason)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION stock_adjustment_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.product_id IS DISTINCT FROM old.product_id THEN was := was || jsonb_build_object('productId', old.product_id); became := became || jsonb_build_object('productId', new.product_id); END IF;
  IF new.quantity IS DISTINCT FROM old.quantity THEN was := was || jsonb_build_object('quantity', old.quantity); became := became || jsonb_build_object('quantity', new.quantity); END IF;
  IF new.reason IS DISTINCT FROM old.reason THEN was := was || jsonb_build_object('reason', old.reason); became := became || jsonb_build_object('reason', new.reason); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'StockAdjustment', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION stock_adjustment_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stock_movement (org, id, product_id, adjustment_id, in_stock, ordered, in_demand)
    SELECT a.org, crm_uuid7(), a.product_id, a.id, a.quantity, 0, 0 FROM adjusted a;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION stock_movement_before() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
BEGIN
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
    this.addSql(`CREATE OR REPLACE FUNCTION stock_movement_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    SELECT n.org, 'StockMovement', n.id, n.version, 'CREATE', '{}', jsonb_strip_nulls(jsonb_build_object('productId', n.product_id, 'lineItemId', n.line_item_id, 'document', n.document, 'documentNumber', n.document_number, 'adjustmentId', n.adjustment_id, 'inStock', n.in_stock, 'ordered', n.ordered, 'inDemand', n.in_demand)), nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), '') FROM inserted n;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION stock_movement_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := '{}';
  became jsonb := '{}';
  operation text := 'UPDATE';
BEGIN
  IF new.product_id IS DISTINCT FROM old.product_id THEN was := was || jsonb_build_object('productId', old.product_id); became := became || jsonb_build_object('productId', new.product_id); END IF;
  IF new.line_item_id IS DISTINCT FROM old.line_item_id THEN was := was || jsonb_build_object('lineItemId', old.line_item_id); became := became || jsonb_build_object('lineItemId', new.line_item_id); END IF;
  IF new.document IS DISTINCT FROM old.document THEN was := was || jsonb_build_object('document', old.document); became := became || jsonb_build_object('document', new.document); END IF;
  IF new.document_number IS DISTINCT FROM old.document_number THEN was := was || jsonb_build_object('documentNumber', old.document_number); became := became || jsonb_build_object('documentNumber', new.document_number); END IF;
  IF new.adjustment_id IS DISTINCT FROM old.adjustment_id THEN was := was || jsonb_build_object('adjustmentId', old.adjustment_id); became := became || jsonb_build_object('adjustmentId', new.adjustment_id); END IF;
  IF new.in_stock IS DISTINCT FROM old.in_stock THEN was := was || jsonb_build_object('inStock', old.in_stock); became := became || jsonb_build_object('inStock', new.in_stock); END IF;
  IF new.ordered IS DISTINCT FROM old.ordered THEN was := was || jsonb_build_object('ordered', old.ordered); became := became || jsonb_build_object('ordered', new.ordered); END IF;
  IF new.in_demand IS DISTINCT FROM old.in_demand THEN was := was || jsonb_build_object('inDemand', old.in_demand); became := became || jsonb_build_object('inDemand', new.in_demand); END IF;
  IF old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN operation := 'DELETE'; END IF;
  IF old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN operation := 'RESTORE'; END IF;
  INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause)
    VALUES (new.org, 'StockMovement', new.id, new.version, operation, was, became, nullif(current_setting('app.actor', true), '')::uuid, nullif(current_setting('app.cause', true), ''));
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE OR REPLACE FUNCTION stock_movement_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM product p WHERE (p.org, p.id) IN (SELECT m.org, m.product_id FROM moved m) ORDER BY p.id FOR NO KEY UPDATE;
  UPDATE product p SET qty_in_stock = trim_scale(p.qty_in_stock + m.in_stock), qty_ordered = trim_scale(p.qty_ordered + m.ordered), qty_in_demand = trim_scale(p.qty_in_demand + m.in_demand)
    FROM (SELECT m.org, m.product_id, sum(m.in_stock) AS in_stock, sum(m.ordered) AS ordered, sum(m.in_demand) AS in_demand FROM moved m GROUP BY m.org, m.product_id) m
   WHERE p.org = m.org AND p.id = m.product_id;
  RETURN NULL;
END
$$`);
    this.addSql(`CREATE TRIGGER campaign_parts AFTER UPDATE OF deleted_at ON campaign FOR EACH ROW EXECUTE FUNCTION campaign_parts()`);
    this.addSql(`CREATE TRIGGER vendor_parts AFTER UPDATE OF deleted_at ON vendor FOR EACH ROW EXECUTE FUNCTION vendor_parts()`);
    this.addSql(`CREATE TRIGGER account_parts AFTER UPDATE OF deleted_at ON account FOR EACH ROW EXECUTE FUNCTION account_parts()`);
    this.addSql(`CREATE TRIGGER contact_parts AFTER UPDATE OF deleted_at ON contact FOR EACH ROW EXECUTE FUNCTION contact_parts()`);
    this.addSql(`CREATE TRIGGER deal_parts AFTER UPDATE OF deleted_at ON deal FOR EACH ROW EXECUTE FUNCTION deal_parts()`);
    this.addSql(`CREATE TRIGGER lead_parts AFTER UPDATE OF deleted_at ON lead FOR EACH ROW EXECUTE FUNCTION lead_parts()`);
    this.addSql(`CREATE TRIGGER tax_before BEFORE INSERT OR UPDATE ON tax FOR EACH ROW EXECUTE FUNCTION tax_before()`);
    this.addSql(`CREATE TRIGGER tax_log_insert AFTER INSERT ON tax REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION tax_log_insert()`);
    this.addSql(`CREATE TRIGGER tax_log_update AFTER UPDATE ON tax FOR EACH ROW EXECUTE FUNCTION tax_log_update()`);
    this.addSql(`CREATE TRIGGER tax_parts AFTER UPDATE OF deleted_at ON tax FOR EACH ROW EXECUTE FUNCTION tax_parts()`);
    this.addSql(`CREATE TRIGGER product_parts AFTER UPDATE OF deleted_at ON product FOR EACH ROW EXECUTE FUNCTION product_parts()`);
    this.addSql(`CREATE TRIGGER product_tax_before BEFORE INSERT OR UPDATE ON product_tax FOR EACH ROW EXECUTE FUNCTION product_tax_before()`);
    this.addSql(`CREATE TRIGGER product_tax_log_insert AFTER INSERT ON product_tax REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION product_tax_log_insert()`);
    this.addSql(`CREATE TRIGGER product_tax_log_update AFTER UPDATE ON product_tax FOR EACH ROW EXECUTE FUNCTION product_tax_log_update()`);
    this.addSql(`CREATE TRIGGER product_link_before BEFORE INSERT OR UPDATE ON product_link FOR EACH ROW EXECUTE FUNCTION product_link_before()`);
    this.addSql(`CREATE TRIGGER product_link_log_insert AFTER INSERT ON product_link REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION product_link_log_insert()`);
    this.addSql(`CREATE TRIGGER product_link_log_update AFTER UPDATE ON product_link FOR EACH ROW EXECUTE FUNCTION product_link_log_update()`);
    this.addSql(`CREATE TRIGGER price_book_before BEFORE INSERT OR UPDATE ON price_book FOR EACH ROW EXECUTE FUNCTION price_book_before()`);
    this.addSql(`CREATE TRIGGER price_book_log_insert AFTER INSERT ON price_book REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION price_book_log_insert()`);
    this.addSql(`CREATE TRIGGER price_book_log_update AFTER UPDATE ON price_book FOR EACH ROW EXECUTE FUNCTION price_book_log_update()`);
    this.addSql(`CREATE TRIGGER price_book_parts AFTER UPDATE OF deleted_at ON price_book FOR EACH ROW EXECUTE FUNCTION price_book_parts()`);
    this.addSql(`CREATE TRIGGER price_range_before BEFORE INSERT OR UPDATE ON price_range FOR EACH ROW EXECUTE FUNCTION price_range_before()`);
    this.addSql(`CREATE TRIGGER price_range_log_insert AFTER INSERT ON price_range REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION price_range_log_insert()`);
    this.addSql(`CREATE TRIGGER price_range_log_update AFTER UPDATE ON price_range FOR EACH ROW EXECUTE FUNCTION price_range_log_update()`);
    this.addSql(`CREATE TRIGGER list_price_before BEFORE INSERT OR UPDATE ON list_price FOR EACH ROW EXECUTE FUNCTION list_price_before()`);
    this.addSql(`CREATE TRIGGER list_price_log_insert AFTER INSERT ON list_price REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION list_price_log_insert()`);
    this.addSql(`CREATE TRIGGER list_price_log_update AFTER UPDATE ON list_price FOR EACH ROW EXECUTE FUNCTION list_price_log_update()`);
    this.addSql(`CREATE TRIGGER document_setting_before BEFORE INSERT OR UPDATE ON document_setting FOR EACH ROW EXECUTE FUNCTION document_setting_before()`);
    this.addSql(`CREATE TRIGGER document_setting_log_insert AFTER INSERT ON document_setting REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION document_setting_log_insert()`);
    this.addSql(`CREATE TRIGGER document_setting_log_update AFTER UPDATE ON document_setting FOR EACH ROW EXECUTE FUNCTION document_setting_log_update()`);
    this.addSql(`CREATE TRIGGER quote_before BEFORE INSERT OR UPDATE ON quote FOR EACH ROW EXECUTE FUNCTION quote_before()`);
    this.addSql(`CREATE TRIGGER quote_log_insert AFTER INSERT ON quote REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION quote_log_insert()`);
    this.addSql(`CREATE TRIGGER quote_log_update AFTER UPDATE ON quote FOR EACH ROW EXECUTE FUNCTION quote_log_update()`);
    this.addSql(`CREATE TRIGGER quote_parts AFTER UPDATE OF deleted_at ON quote FOR EACH ROW EXECUTE FUNCTION quote_parts()`);
    this.addSql(`CREATE TRIGGER sales_order_before BEFORE INSERT OR UPDATE ON sales_order FOR EACH ROW EXECUTE FUNCTION sales_order_before()`);
    this.addSql(`CREATE TRIGGER sales_order_log_insert AFTER INSERT ON sales_order REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION sales_order_log_insert()`);
    this.addSql(`CREATE TRIGGER sales_order_log_update AFTER UPDATE ON sales_order FOR EACH ROW EXECUTE FUNCTION sales_order_log_update()`);
    this.addSql(`CREATE TRIGGER sales_order_parts AFTER UPDATE OF deleted_at ON sales_order FOR EACH ROW EXECUTE FUNCTION sales_order_parts()`);
    this.addSql(`CREATE TRIGGER sales_order_stock AFTER UPDATE ON sales_order FOR EACH ROW WHEN (old.status IS DISTINCT FROM new.status) EXECUTE FUNCTION sales_order_stock()`);
    this.addSql(`CREATE TRIGGER sales_order_status_stock AFTER UPDATE ON picklist_value FOR EACH ROW WHEN (new.picklist = 'SalesOrderStatus' AND old.category IS DISTINCT FROM new.category) EXECUTE FUNCTION sales_order_status_stock()`);
    this.addSql(`CREATE TRIGGER purchase_order_before BEFORE INSERT OR UPDATE ON purchase_order FOR EACH ROW EXECUTE FUNCTION purchase_order_before()`);
    this.addSql(`CREATE TRIGGER purchase_order_log_insert AFTER INSERT ON purchase_order REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION purchase_order_log_insert()`);
    this.addSql(`CREATE TRIGGER purchase_order_log_update AFTER UPDATE ON purchase_order FOR EACH ROW EXECUTE FUNCTION purchase_order_log_update()`);
    this.addSql(`CREATE TRIGGER purchase_order_parts AFTER UPDATE OF deleted_at ON purchase_order FOR EACH ROW EXECUTE FUNCTION purchase_order_parts()`);
    this.addSql(`CREATE TRIGGER purchase_order_stock AFTER UPDATE ON purchase_order FOR EACH ROW WHEN (old.status IS DISTINCT FROM new.status) EXECUTE FUNCTION purchase_order_stock()`);
    this.addSql(`CREATE TRIGGER purchase_order_status_stock AFTER UPDATE ON picklist_value FOR EACH ROW WHEN (new.picklist = 'PurchaseOrderStatus' AND old.category IS DISTINCT FROM new.category) EXECUTE FUNCTION purchase_order_status_stock()`);
    this.addSql(`CREATE TRIGGER invoice_before BEFORE INSERT OR UPDATE ON invoice FOR EACH ROW EXECUTE FUNCTION invoice_before()`);
    this.addSql(`CREATE TRIGGER invoice_log_insert AFTER INSERT ON invoice REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION invoice_log_insert()`);
    this.addSql(`CREATE TRIGGER invoice_log_update AFTER UPDATE ON invoice FOR EACH ROW EXECUTE FUNCTION invoice_log_update()`);
    this.addSql(`CREATE TRIGGER invoice_parts AFTER UPDATE OF deleted_at ON invoice FOR EACH ROW EXECUTE FUNCTION invoice_parts()`);
    this.addSql(`CREATE TRIGGER invoice_stock AFTER UPDATE ON invoice FOR EACH ROW WHEN (old.status IS DISTINCT FROM new.status) EXECUTE FUNCTION invoice_stock()`);
    this.addSql(`CREATE TRIGGER invoice_status_stock AFTER UPDATE ON picklist_value FOR EACH ROW WHEN (new.picklist = 'InvoiceStatus' AND old.category IS DISTINCT FROM new.category) EXECUTE FUNCTION invoice_status_stock()`);
    this.addSql(`CREATE TRIGGER line_item_before BEFORE INSERT OR UPDATE ON line_item FOR EACH ROW EXECUTE FUNCTION line_item_before()`);
    this.addSql(`CREATE TRIGGER line_item_log_insert AFTER INSERT ON line_item REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION line_item_log_insert()`);
    this.addSql(`CREATE TRIGGER line_item_log_update AFTER UPDATE ON line_item FOR EACH ROW EXECUTE FUNCTION line_item_log_update()`);
    this.addSql(`CREATE TRIGGER line_item_stock_insert AFTER INSERT ON line_item REFERENCING NEW TABLE AS became FOR EACH STATEMENT EXECUTE FUNCTION line_item_stock_insert()`);
    this.addSql(`CREATE TRIGGER line_item_stock_update AFTER UPDATE ON line_item REFERENCING OLD TABLE AS was NEW TABLE AS became FOR EACH STATEMENT EXECUTE FUNCTION line_item_stock_update()`);
    this.addSql(`CREATE TRIGGER stock_adjustment_before BEFORE INSERT OR UPDATE ON stock_adjustment FOR EACH ROW EXECUTE FUNCTION stock_adjustment_before()`);
    this.addSql(`CREATE TRIGGER stock_adjustment_log_insert AFTER INSERT ON stock_adjustment REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION stock_adjustment_log_insert()`);
    this.addSql(`CREATE TRIGGER stock_adjustment_log_update AFTER UPDATE ON stock_adjustment FOR EACH ROW EXECUTE FUNCTION stock_adjustment_log_update()`);
    this.addSql(`CREATE TRIGGER stock_adjustment_stock AFTER INSERT ON stock_adjustment REFERENCING NEW TABLE AS adjusted FOR EACH STATEMENT EXECUTE FUNCTION stock_adjustment_stock()`);
    this.addSql(`CREATE TRIGGER stock_movement_before BEFORE INSERT OR UPDATE ON stock_movement FOR EACH ROW EXECUTE FUNCTION stock_movement_before()`);
    this.addSql(`CREATE TRIGGER stock_movement_log_insert AFTER INSERT ON stock_movement REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION stock_movement_log_insert()`);
    this.addSql(`CREATE TRIGGER stock_movement_log_update AFTER UPDATE ON stock_movement FOR EACH ROW EXECUTE FUNCTION stock_movement_log_update()`);
    this.addSql(`CREATE TRIGGER stock_movement_count AFTER INSERT ON stock_movement REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION stock_movement_count()`);
  }
}
