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
