import { Migration } from '@mikro-orm/migrations';

export class Migration20261130204300 extends Migration {
  override up(): void {
    this.addSql(`CREATE OR REPLACE FUNCTION crm_fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN value COLLATE "C" ~ '^[!-~]+( [!-~]+)*$' THEN lower(value COLLATE "C")
    ELSE lower(btrim(regexp_replace(normalize(translate(value, U&'\\200B\\2060\\FEFF', ''), NFC) COLLATE "C", '[\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+', ' ', 'g')) COLLATE "und-x-icu") COLLATE "C" END
$$`);
    // Written by hand: records that were there before are found by the same keys. No change of theirs.
    const hasNoWidth = (column: string): string => `${column} ~ '[\\u200b\\u2060\\ufeff]'`;
    for (const [table, key, column] of [
      ['account', 'duplicate_key', 'account_name'],
      ['campaign', 'duplicate_key', 'campaign_name'],
      ['contact', 'duplicate_key', 'email'],
      ['deal', 'duplicate_key', 'deal_name'],
      ['invoice', 'duplicate_key', 'subject'],
      ['lead', 'duplicate_key', 'email'],
      ['price_book', 'duplicate_key', 'price_book_name'],
      ['product', 'duplicate_key', 'product_name'],
      ['purchase_order', 'duplicate_key', 'subject'],
      ['quote', 'duplicate_key', 'subject'],
      ['sales_order', 'duplicate_key', 'subject'],
      ['vendor', 'duplicate_key', 'vendor_name'],
      ['app_user', 'email_key', 'email'],
      ['import_mapping', 'name_key', 'name'],
      ['product', 'product_code_key', 'product_code'],
      ['tax', 'name_key', 'name'],
      ['unique_value', 'value', 'value'],
    ] as const) {
      const isTaken = table === 'unique_value' ? `field NOT LIKE 'external:%'` : `${key} IS NOT NULL`;
      this.addSql(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
      this.addSql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      this.addSql(`UPDATE ${table} SET ${key} = crm_fold(${column}) WHERE ${isTaken} AND ${hasNoWidth(column)}`);
      this.addSql(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      this.addSql(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    }
  }
}
