import { expect, test } from '@jest/globals';
import pg from 'pg';
import { migrate } from '../../server/core/database/migrate.js';
import { migrations } from '../../server/migrations/index.js';
import { registry } from '../../server/modules/index.js';
import { createApp } from '../../server/app.js';
import { createLog } from '../../server/platform/http/log.js';
import { createBareDatabase } from '../support/database.js';

const org = '0192a000-0000-7000-8000-000000000001';
const [first, second, pipeline, won] = [1, 2, 3, 4].map((n) => `0192a000-0000-7000-8000-00000000010${n}`);

test('an organisation of the first release gets roles, profiles, currencies and picklists, and its deals the day they closed', async () => {
  const bare = await createBareDatabase();
  const url = bare.url;
  await migrate({ registry, url, migrations, upTo: migrations.names[0]! });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SET ROLE crm_system');
    const insert = (table: string, values: Record<string, unknown>) =>
      client.query(
        `INSERT INTO ${table} (org, ${Object.keys(values).join(', ')}) VALUES ('${org}', ${Object.keys(values)
          .map((_, at) => `$${at + 1}`)
          .join(', ')})`,
        Object.values(values),
      );
    await insert('organization', { id: org, name: 'Old', base_currency: 'EUR' });
    for (const id of [first, second]) await insert('app_user', { id, last_name: 'Old', email: `${id!}@old.example.com` });
    await insert('pipeline', { id: pipeline, key: 'P', name: 'P', is_default: true, place: 1 });
    await insert('pipeline_stage', {
      id: won,
      pipeline_id: pipeline,
      key: 'WON',
      label: 'Won',
      place: 1,
      probability: 100,
      category: 'WON',
      forecast_category: 'CLOSED',
    });
    await insert('deal', {
      id: first,
      deal_name: 'x',
      closing_date: '2026-01-01',
      pipeline_id: pipeline,
      stage_id: won,
      owner_id: first,
      currency: 'USD',
      exchange_rate: '1.1',
      created_at: '2026-01-01T00:00:00Z',
    });
    await client.query('RESET ROLE');

    const urls = { owner: url, app: url, system: url };
    const limits = {
      maxTokens: 2000,
      maxDepth: 12,
      maxAliases: 15,
      maxDirectives: 20,
      maxVariableDepth: 32,
      maxCost: 50_000,
      maxConditions: 500,
      maxOperand: 1000,
    };
    const pools = { readPool: 1, writePool: 1, statementTimeoutMs: 5000 };
    const config = { limits, bodyLimitBytes: 1_000_000, ...pools, tokenLifetimeMinutes: 10, sessionLifetimeDays: 30 };
    const app = await createApp({ urls, log: createLog('silent'), config });
    await app.close();

    await client.query('SET ROLE crm_system');
    const rows = async (sql: string) => (await client.query<Record<string, unknown>>(sql)).rows;
    expect(
      await rows(
        'SELECT p.kind, r.name FROM app_user u JOIN profile p ON p.id = u.profile_id JOIN role r ON r.id = u.role_id ORDER BY u.id',
      ),
    ).toEqual([
      { kind: 'ADMINISTRATOR', name: 'CEO' },
      { kind: 'STANDARD', name: 'CEO' },
    ]);
    expect(await rows('SELECT iso_code FROM currency ORDER BY 1')).toEqual([{ iso_code: 'EUR' }, { iso_code: 'USD' }]);
    expect(await rows('SELECT version, closed_at = modified_at AS closed, sales_cycle_duration > 300 AS long FROM deal')).toEqual([
      { version: 1, closed: true, long: true },
    ]);
    expect(await rows(`SELECT label, labels->>'nl' AS nl FROM picklist_value WHERE picklist = 'LeadStatus' AND key = 'CONTACTED'`)).toEqual(
      [{ label: 'Contacted', nl: 'Contact gehad' }],
    );
    expect(
      await rows(
        `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND relrowsecurity AND NOT relforcerowsecurity`,
      ),
    ).toEqual([]);
  } finally {
    await client.end();
    await bare.drop();
  }
});

test('documents of an earlier release stay worked out as they were, and say their taxes by rate; vendors are in base currency', async () => {
  const bare = await createBareDatabase();
  const client = new pg.Client({ connectionString: bare.url });
  const before = migrations.names[migrations.names.findIndex((name) => name.endsWith('_money_and_totals')) - 1]!;
  await migrate({ registry, url: bare.url, migrations, upTo: before });
  await client.connect();
  try {
    const insert = (table: string, values: Record<string, unknown>) =>
      client.query(
        `INSERT INTO ${table} (org, ${Object.keys(values).join(', ')}) VALUES ('${org}', ${Object.keys(values)
          .map((_, at) => `$${at + 1}`)
          .join(', ')})`,
        Object.values(values),
      );
    // What they refer to, and what the triggers would work out, are of no matter here.
    const tables = ['organization', 'vendor', 'quote', 'line_item'];
    for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    const { rows: keys } = await client.query<{ sql: string }>(
      `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS sql FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text = ANY($1)`,
      [tables],
    );
    for (const { sql } of keys) await client.query(sql);
    await client.query('SET ROLE crm_system');
    await insert('organization', { id: org, name: 'Old', base_currency: 'EUR', version: 1, created_at: 'now', modified_at: 'now' });
    const made = {
      version: 1,
      created_at: '2026-11-01T00:00:00Z',
      modified_at: '2026-11-01T00:00:00Z',
      currency: 'USD',
      exchange_rate: '2',
    };
    const owned = { ...made, owner_id: first, custom: '{}' };
    await insert('vendor', { id: first, vendor_name: 'Old', owner_id: first, email_opt_out: false, custom: '{}', version: 1, created_at: made.created_at, modified_at: made.modified_at }); // prettier-ignore
    const sums = { sub_total: '235.10', sub_total_excl_tax: '200.00', discount: '10.00', tax_total: '57.61' };
    const own = JSON.stringify([{ taxId: 'tax_9', name: 'Own', percentage: '10', compound: false, value: '22.51' }]);
    await insert('quote', { id: first, subject: 'Old', account_id: first, quote_stage: 'DRAFT', ...owned, ...sums, taxes: own });
    await insert('quote', { id: second, subject: 'Plain', account_id: first, quote_stage: 'DRAFT', ...owned, sub_total_excl_tax: '5.00' });
    const vat = (value: string) => ({ taxId: 'tax_1', name: 'VAT', percentage: '10', compound: false, value });
    const line = { product_id: first, quantity: '1', ...made };
    const taxes = [{ taxId: 'tax_2', name: 'Top', percentage: '10', compound: true, value: '11.00' }, vat('10.00')];
    await insert('line_item', { id: first, quote_id: first, sequence_number: 1, total_after_discount: '100.00', taxes: JSON.stringify(taxes), ...line }); // prettier-ignore
    await insert('line_item', { id: second, quote_id: first, sequence_number: 2, total_after_discount: '100.00', taxes: JSON.stringify([vat('10.10')]), ...line }); // prettier-ignore
    await insert('line_item', { id: won, quote_id: second, sequence_number: 1, total_after_discount: '5.00', ...line });
    await client.query('RESET ROLE');

    await migrate({ registry, url: bare.url, migrations });
    await client.query('SET ROLE crm_system');
    const rows = async (sql: string) => (await client.query<Record<string, unknown>>(sql)).rows;
    expect(await rows('SELECT currency, exchange_rate, version FROM vendor')).toEqual([
      { currency: 'EUR', exchange_rate: '1', version: 1 },
    ]);
    expect(
      await rows(
        'SELECT discount_timing, prices_include_tax, total_excl_tax, total_excl_tax_base, tax_breakdown, version FROM quote ORDER BY id',
      ),
    ).toEqual([
      {
        discount_timing: 'AFTER_TAX_PER_LINE',
        prices_include_tax: false,
        total_excl_tax: '190.00',
        total_excl_tax_base: '95.00',
        tax_breakdown: [
          { taxId: 'tax_2', name: 'Top', percentage: '10', compound: true, base: '110.00', amount: '11.00' },
          { taxId: 'tax_1', name: 'VAT', percentage: '10', compound: false, base: '200.00', amount: '20.10' },
          { taxId: 'tax_9', name: 'Own', percentage: '10', compound: false, base: '225.10', amount: '22.51' },
        ],
        version: 1,
      },
      {
        discount_timing: 'AFTER_TAX_PER_LINE',
        prices_include_tax: false,
        total_excl_tax: '5.00',
        total_excl_tax_base: '2.50',
        tax_breakdown: [{ taxId: null, name: null, percentage: '0', compound: false, base: '5.00', amount: '0.00' }],
        version: 1,
      },
    ]);
    expect(await rows('SELECT document_discount, taxable_amount, version FROM line_item ORDER BY id LIMIT 1')).toEqual([
      { document_discount: '0.00', taxable_amount: '100.00', version: 1 },
    ]);
    expect(await rows('SELECT count(*)::int AS changes FROM change')).toEqual([{ changes: 0 }]);
  } finally {
    await client.end();
    await bare.drop();
  }
});

test('records of an earlier release are found by keys that ignore what has no width; they are not changed', async () => {
  const bare = await createBareDatabase();
  const client = new pg.Client({ connectionString: bare.url });
  const before = migrations.names[migrations.names.findIndex((name) => name.endsWith('_fold_without_width')) - 1]!;
  await migrate({ registry, url: bare.url, migrations, upTo: before });
  await client.connect();
  try {
    const { rows: keys } = await client.query<{ sql: string }>(
      `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS sql FROM pg_constraint WHERE contype = 'f' AND conrelid = 'product'::regclass`,
    );
    for (const { sql } of keys) await client.query(sql);
    await client.query('SET ROLE crm_system');
    const made = `'${org}', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', '{}', 'EUR', '1', '${first!}'`;
    await client.query(
      `INSERT INTO product (org, created_at, modified_at, custom, currency, exchange_rate, owner_id, id, product_name, product_code)
         VALUES (${made}, '${first!}', E'De\\u200bsk', E'SKU\\u20601'), (${made}, '${second!}', 'Lamp', 'SKU2')`,
    );
    await client.query(
      `INSERT INTO unique_value (org, module, field, value, record_id) VALUES ('${org}', 'Product', 'productName', E'de\\u200bsk', '${first!}'), ('${org}', 'Product', 'external:erp', E'a\\u200bb', '${first!}')`,
    );
    await client.query('RESET ROLE');
    const changes = 'SELECT count(*)::int AS count FROM change';
    const counted = (await client.query(changes)).rows as unknown[];

    await migrate({ registry, url: bare.url, migrations });
    await client.query('SET ROLE crm_system');
    const rows = async (sql: string) => (await client.query<Record<string, unknown>>(sql)).rows;
    expect(await rows('SELECT product_code, product_code_key, duplicate_key, version FROM product ORDER BY id')).toEqual([
      { product_code: 'SKU\u20601', product_code_key: 'sku1', duplicate_key: 'desk', version: 1 },
      { product_code: 'SKU2', product_code_key: 'sku2', duplicate_key: 'lamp', version: 1 },
    ]);
    expect(await rows(`SELECT value FROM unique_value WHERE record_id = '${first!}' ORDER BY field`)).toEqual([
      { value: 'a\u200bb' },
      { value: 'desk' },
    ]);
    await client.query('RESET ROLE');
    expect((await client.query(changes)).rows).toEqual(counted);
  } finally {
    await client.end();
    await bare.drop();
  }
});
