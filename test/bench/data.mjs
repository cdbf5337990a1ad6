/** The organisations that the bench reads, written straight into the tables with every value that the triggers would leave. */
import pg from 'pg';

export const sizes = { accounts: 20_000, contacts: 100_000, deals: 100_000 };

/** When the first record of each organisation was made; each next one came a second later. */
const BEGAN = Date.UTC(2024, 0, 1);

/** `id(kind, org, n)` is a version 7 uuid that sorts by n; `pick(list, key)` one item, always the same one for the key. */
const helpers = `
CREATE FUNCTION pg_temp.id(kind text, org int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex(${BEGAN} + n * 1000), 12, '0') || '7' || substr(md5(kind || org || '/' || n), 1, 3) || '8' || substr(md5(kind || org || '/' || n), 4, 15))::uuid
$$;
CREATE FUNCTION pg_temp.dice(key text, sides bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT ((hashtextextended(key, 7) & 9223372036854775807) % sides) + 1
$$;
CREATE FUNCTION pg_temp.pick(list text[], key text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT list[pg_temp.dice(key, cardinality(list))]
$$`;

const at = (n) => `to_timestamp(${BEGAN / 1000} + ${n})`;
const list = (items) => `ARRAY[${items.map((item) => `'${item.replaceAll("'", "''")}'`).join(', ')}]::text[]`;
const names = list([
  'Nordwind',
  'Blaue Brücke',
  'Kestrel & Daughters',
  'O’Hara',
  'Société Mistral',
  'Łódź Works',
  'Meridian "M"',
  '東海商事',
  'Harbour',
  'Vela',
  'Quarry Hill',
  'Tern',
  'Ostrava Glass',
  'Lumen',
  'Fjord',
]);
const trades = list(['Foods', 'Logistics', 'Instruments', 'Software', 'Textiles', 'Energy', 'Paper', 'Pharma', 'Optics', 'Rail']);
const cities = list(['Utrecht', 'Kraków', 'Lyon', 'Aarhus', 'Porto', 'Leeds', '大阪', 'Austin', 'Graz', 'Ghent']);
const firstNames = list(['Ada', 'Søren', 'Mei', 'José', 'Łucja', 'Tom', 'Priya', 'Anaïs', 'Kofi', 'Noor', 'Ewa', 'Hiro']);
const lastNames = list([
  'Lovelace',
  'Kjær',
  'Wang',
  'Muñoz',
  'Nowak',
  'Baker',
  'Rao',
  'Lefèvre',
  'Mensah',
  'de Vries',
  'Lis',
  'Tanaka',
  'Weiß',
]);
const industries = list(['LARGE_ENTERPRISE', 'SERVICE_PROVIDER', 'STORAGE_EQUIPMENT', 'MANAGEMENTISV']);

/** An account's columns by its number n, for the organisation bound as $1, its number $2 and its users $3. */
const accountColumns = {
  org: '$1::uuid',
  id: `pg_temp.id('account', $2, n)`,
  version: '1',
  created_at: at('n'),
  created_by_id: `($3::uuid[])[pg_temp.dice('maker' || n, cardinality($3::uuid[]))]`,
  modified_at: at('n'),
  owner_id: `($3::uuid[])[pg_temp.dice('owner' || n, cardinality($3::uuid[]))]`,
  currency: `CASE WHEN n % 5 = 0 THEN 'USD' ELSE 'EUR' END`,
  exchange_rate: 'CASE WHEN n % 5 = 0 THEN 1.25 ELSE 1 END',
  account_name: `pg_temp.pick(${names}, 'name' || n) || ' ' || pg_temp.pick(${trades}, 'trade' || n) || ' ' || pg_temp.dice('number' || n, 100000)`,
  parent_account_id: `CASE WHEN n % 10 = 0 THEN pg_temp.id('account', $2, n - 1) END`,
  account_number: `lpad(n::text, 8, '0')`,
  account_type: `pg_temp.pick(${list(['CUSTOMER', 'PROSPECT', 'PARTNER', 'SUPPLIER'])}, 'type' || n)`,
  industry: `CASE WHEN n % 7 > 0 THEN pg_temp.pick(${industries}, 'industry' || n) END`,
  ownership: `CASE WHEN n % 3 > 0 THEN pg_temp.pick(${list(['PUBLIC', 'PRIVATE'])}, 'ownership' || n) END`,
  rating: `CASE WHEN n % 2 > 0 THEN pg_temp.pick(${list(['ACTIVE', 'ACQUIRED', 'MARKET_FAILED'])}, 'rating' || n) END`,
  annual_revenue: `round(pg_temp.dice('revenue' || n, 900000000) / 100.0, 2)`,
  annual_revenue_base: `round(round(pg_temp.dice('revenue' || n, 900000000) / 100.0, 2) / CASE WHEN n % 5 = 0 THEN 1.25 ELSE 1 END, 2)`,
  employees: `pg_temp.dice('employees' || n, 20000)::int`,
  phone: `'+31 20 ' || pg_temp.dice('phone' || n, 9999999)`,
  website: `CASE WHEN n % 4 > 0 THEN 'https://www.example.com/' || n END`,
  billing_street: `'Quay ' || pg_temp.dice('street' || n, 300)`,
  billing_city: `pg_temp.pick(${cities}, 'city' || n)`,
  billing_code: `pg_temp.dice('code' || n, 99999)::text`,
  billing_country: `pg_temp.pick(${list(['NL', 'PL', 'FR', 'DK'])}, 'country' || n)`,
  description: `CASE WHEN n % 3 = 0 THEN 'Met at the fair; wants a quote' || E'\\nand a call "soon".' END`,
};

/** $4: how many accounts there are. */
const contactColumns = {
  org: '$1::uuid',
  id: `pg_temp.id('contact', $2, n)`,
  version: '1',
  created_at: at('n'),
  created_by_id: accountColumns.created_by_id,
  modified_at: at('n'),
  owner_id: accountColumns.owner_id,
  first_name: `pg_temp.pick(${firstNames}, 'first' || n)`,
  last_name: `pg_temp.pick(${lastNames}, 'last' || n)`,
  full_name: `pg_temp.pick(${firstNames}, 'first' || n) || ' ' || pg_temp.pick(${lastNames}, 'last' || n)`,
  account_id: `pg_temp.id('account', $2, pg_temp.dice('account' || n, $4))`,
  title: `pg_temp.pick(${list(['Buyer', 'Head of IT', 'Director', 'Engineer'])}, 'title' || n)`,
  department: `CASE WHEN n % 3 > 0 THEN pg_temp.pick(${list(['Sales', 'IT', 'Finance'])}, 'department' || n) END`,
  email: `'person' || n || '@example.com'`,
  phone: `'+31 6 ' || pg_temp.dice('mobile' || n, 99999999)`,
  date_of_birth: `CASE WHEN n % 4 = 0 THEN date '1950-01-01' + pg_temp.dice('birth' || n, 18000)::int END`,
  lead_source: `pg_temp.pick(${list(['TRADE_SHOW', 'ADVERTISEMENT', 'PARTNER'])}, 'source' || n)`,
  email_opt_out: 'n % 9 = 0',
  mailing_city: `pg_temp.pick(${cities}, 'mail' || n)`,
};

/** $4: how many contacts and accounts there are; $5: the pipeline; $6 and $7: its stages and their probabilities. */
const dealColumns = {
  org: '$1::uuid',
  id: `pg_temp.id('deal', $2, n)`,
  version: '1',
  created_at: at('n'),
  created_by_id: accountColumns.created_by_id,
  modified_at: at('n'),
  owner_id: accountColumns.owner_id,
  currency: accountColumns.currency,
  exchange_rate: accountColumns.exchange_rate,
  deal_name: `pg_temp.pick(${trades}, 'deal' || n) || ' deal ' || n`,
  account_id: `pg_temp.id('account', $2, pg_temp.dice('account' || pg_temp.dice('contact' || n, ($4::bigint[])[1]), ($4::bigint[])[2]))`,
  contact_id: `pg_temp.id('contact', $2, pg_temp.dice('contact' || n, ($4::bigint[])[1]))`,
  amount: `CASE WHEN n % 11 > 0 THEN round(pg_temp.dice('amount' || n, 5000000) / 100.0, 2) END`,
  amount_base: `CASE WHEN n % 11 > 0 THEN round(round(pg_temp.dice('amount' || n, 5000000) / 100.0, 2) / CASE WHEN n % 5 = 0 THEN 1.25 ELSE 1 END, 2) END`,
  closing_date: `date '2025-01-01' + pg_temp.dice('closing' || n, 700)::int`,
  pipeline_id: '$5::uuid',
  stage_id: `($6::uuid[])[pg_temp.dice('stage' || n, cardinality($6::uuid[]))]`,
  probability: `($7::int[])[pg_temp.dice('stage' || n, cardinality($6::uuid[]))]`,
  expected_revenue: `CASE WHEN n % 11 > 0 THEN round(round(pg_temp.dice('amount' || n, 5000000) / 100.0, 2) * ($7::int[])[pg_temp.dice('stage' || n, cardinality($6::uuid[]))] / 100, 2) END`,
  expected_revenue_base: `CASE WHEN n % 11 > 0 THEN round(round(round(pg_temp.dice('amount' || n, 5000000) / 100.0, 2) * ($7::int[])[pg_temp.dice('stage' || n, cardinality($6::uuid[]))] / 100, 2) / CASE WHEN n % 5 = 0 THEN 1.25 ELSE 1 END, 2) END`,
  type: `CASE WHEN n % 2 = 0 THEN 'NEW_BUSINESS' ELSE 'EXISTING_BUSINESS' END`,
  lead_source: `CASE WHEN n % 3 > 0 THEN 'TRADE_SHOW' END`,
  next_step: `CASE WHEN n % 2 = 0 THEN 'Call ' || pg_temp.pick(${firstNames}, 'step' || n) || ' back' END`,
};

/**
 * Fills organisations that exist already.
 *
 * @param {string} superuserUrl of the database that holds them; triggers and row level security are off for the while
 * @param {readonly { org: string, accounts: number, contacts: number, deals: number }[]} organizations
 */
export async function fill(superuserUrl, organizations) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(
      `SET session_replication_role = replica; SET maintenance_work_mem = '512MB'; SET synchronous_commit = off; SET timezone = 'UTC'; SET jit = off`,
    );
    await client.query(helpers);
    const indexes = await dropIndexes(client);
    for (const [number, { org, accounts, contacts, deals }] of organizations.entries()) {
      const users = await column(client, 'SELECT id FROM app_user WHERE org = $1 ORDER BY id', [org]);
      const { rows: stages } = await client.query(
        'SELECT s.id, s.probability, s.pipeline_id FROM pipeline_stage s JOIN pipeline p ON p.id = s.pipeline_id WHERE s.org = $1 AND p.is_default ORDER BY s.place',
        [org],
      );
      const common = [org, number, users];
      await insert(client, 'account', accountColumns, accounts, common);
      await insert(client, 'contact', contactColumns, contacts, [...common, accounts]);
      await insert(client, 'deal', dealColumns, deals, [
        ...common,
        [contacts, accounts],
        stages[0].pipeline_id,
        stages.map(({ id }) => id),
        stages.map(({ probability }) => probability),
      ]);
    }
    for (const definition of indexes) await client.query(definition);
    await client.query('VACUUM (ANALYZE)');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

async function insert(client, table, columns, rows, values) {
  if (rows === 0) return;
  await client.query(
    `INSERT INTO ${table} (${Object.keys(columns).join(', ')}) SELECT ${Object.values(columns).join(', ')} FROM generate_series(1, ${rows}) n`,
    values,
  );
}

/** Indexes are made after their rows: several times as fast. The primary keys stay. */
async function dropIndexes(client) {
  const { rows } = await client.query(
    `SELECT i.indexname AS name, i.indexdef AS definition FROM pg_indexes i
      WHERE i.schemaname = 'public' AND i.tablename IN ('account', 'contact', 'deal') AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname)`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

async function column(client, sql, values) {
  const { rows } = await client.query({ text: sql, values, rowMode: 'array' });
  return rows.map(([value]) => value);
}
