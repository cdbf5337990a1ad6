import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { idName } from '../../server/core/fields.js';
import { leadsToRecord, type Field } from '../../server/core/registry.js';
import { registry } from '../../server/modules/index.js';
import { codesOf } from '../support/answers.js';
import { changesIn, changesOf, type Change } from '../support/change-log.js';
import { create, createMany, read, remove, restore, rowId, tryCreate, update } from '../support/records.js';
import { checkProperty } from '../support/seed.js';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
let ada: Person;

beforeAll(async () => {
  crm = await workspace({ database: 'own' });
  acme = await crm.company('acme');
  ada = acme.chief;
});
afterAll(() => crm.close());

/** Runs SQL as the role that serves requests, in a transaction of the organisation. */
const asApp = (sql: string, values: (string | null)[] = [], cause = 'import:7') =>
  crm.app.services.transactions.run({ org: acme.org, actor: ada.userId, cause }, (transaction) => transaction.run(sql, values));

test('a new record leaves one row with every value it has, computed ones too', async () => {
  const { id } = await create(ada, 'Contact', { salutation: 'MS', lastName: 'Noether', firstName: 'Emmy', dateOfBirth: '1882-03-23' });
  expect(await changesOf(crm, id)).toEqual([
    {
      module: 'Contact',
      version: 1,
      operation: 'CREATE',
      was: {},
      became: {
        ownerId: ada.userId,
        salutation: 'MS',
        lastName: 'Noether',
        firstName: 'Emmy',
        fullName: 'Emmy Noether',
        dateOfBirth: '1882-03-23',
        emailOptOut: 'false',
      },
      actor: ada.userId,
      cause: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
  ]);
});

test('a change leaves one row with the old and the new value of every field that changed, and of no other', async () => {
  const account = await create(ada, 'Account', { accountName: 'Old', phone: '1', annualRevenue: '10.50' });
  await update(ada, 'Account', account['id'], {
    accountName: 'New',
    phone: null,
    website: 'example.com',
    annualRevenue: '10.5',
    currency: 'USD',
    exchangeRate: '2',
  });
  const [, changed, ...more] = await changesOf(crm, account['id']);
  expect(more).toEqual([]);
  expect(changed).toMatchObject({ version: 2, operation: 'UPDATE', actor: ada.userId });
  expect(changed!.was).toEqual({
    accountName: 'Old',
    phone: '1',
    website: null,
    currency: 'EUR',
    exchangeRate: '1',
    annualRevenueInBaseCurrency: '10.50',
  });
  expect(changed!.became).toEqual({
    accountName: 'New',
    phone: null,
    website: 'example.com',
    currency: 'USD',
    exchangeRate: '2',
    annualRevenueInBaseCurrency: '5.25',
  });
});

test('moving to the bin and back are operations of their own, without values', async () => {
  const { id } = await create(ada, 'Account', { accountName: 'There and back' });
  await remove(ada, 'Account', id);
  await restore(ada, 'Account', id);
  expect((await changesOf(crm, id)).slice(1)).toMatchObject([
    { version: 2, operation: 'DELETE', was: {}, became: {} },
    { version: 3, operation: 'RESTORE', was: {}, became: {} },
  ]);
});

test('what the platform keeps up is logged as derived and is no change of the record', async () => {
  const deal = await create(ada, 'Deal', { dealName: 'Pilot', closingDate: '2027-01-31', stage: 'QUALIFICATION' });
  await update(ada, 'Deal', deal['id'], { stage: 'CLOSED_WON' });
  const history = await read(ada, 'Deal', deal['id'], 'stageHistory(last: 1) { nodes { id version modifiedAt createdAt } }');
  const [first] = history!['stageHistory'].nodes;
  expect(first).toMatchObject({ version: 1, modifiedAt: first.createdAt });
  expect(await changesOf(crm, first.id)).toMatchObject([
    { module: 'DealStageHistory', version: 1, operation: 'CREATE' },
    {
      module: 'DealStageHistory',
      version: 1,
      operation: 'DERIVED',
      was: { durationInStage: null },
      became: { durationInStage: '0', secondsInStage: '0' },
    },
  ]);
});

test('the cause of a change is the request that the caller was told of', async () => {
  const response = await crm.app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ada.token}` },
    payload: {
      query:
        'mutation { one: createAccount(input: { accountName: "A" }) { account { id } } two: createAccount(input: { accountName: "B" }) { account { id } } }',
    },
  });
  const { one, two } = response.json<{ data: Record<'one' | 'two', { account: { id: string } }> }>().data;
  const causes = (await Promise.all([one, two].map(({ account }) => changesOf(crm, account.id)))).flat().map(({ cause }) => cause);
  expect(causes).toEqual([response.headers['x-request-id'], response.headers['x-request-id']]);
});

test('calls for many leave one row for each record they changed and none for the others', async () => {
  const made = await createMany(
    ada,
    'Account',
    Array.from({ length: 50 }, (_, index) => ({ accountName: `Bulk ${index}`, employees: index })),
  );
  // In turn: a change, the value it has, a value it can not have.
  const items = made.map(({ id }, index) => ({ id, input: { employees: [index + 1000, index, -1][index % 3] } }));
  await ada.ask('mutation ($items: [AccountUpdateItem!]!) { updateAccounts(items: $items, onError: CONTINUE) { failed } }', { items });
  for (const [index, { id }] of made.entries()) {
    const changes = await changesOf(crm, id as string);
    expect(changes.map(({ operation }) => operation)).toEqual(index % 3 === 0 ? ['CREATE', 'UPDATE'] : ['CREATE']);
  }
});

test('SQL that goes past the API is logged row by row as well, with its own cause', async () => {
  const made = await createMany(ada, 'Account', [
    { accountName: 'Raw 1' },
    { accountName: 'Raw 2' },
    { accountName: 'Raw 3', billingCity: 'Delft' },
  ]);
  await asApp(`UPDATE account SET billing_city = 'Delft', custom = custom || '{"tier": "gold"}' WHERE account_name LIKE 'Raw %'`);
  const changes = await Promise.all(made.map(async ({ id }) => (await changesOf(crm, id as string))[1]));
  const row = { version: 2, operation: 'UPDATE', actor: ada.userId, cause: 'import:7' };
  expect(changes).toMatchObject([row, row, row]);
  expect(changes.map((change) => change!.was)).toEqual([
    { billingCity: null, tier: null },
    { billingCity: null, tier: null },
    { tier: null },
  ]);
  expect(changes.map((change) => change!.became)).toEqual([
    { billingCity: 'Delft', tier: 'gold' },
    { billingCity: 'Delft', tier: 'gold' },
    { tier: 'gold' },
  ]);
});

test('SQL can not give a record a version, an author or a time of creation of its own', async () => {
  const { id } = await create(ada, 'Account', { accountName: 'Honest' });
  const before = await read(ada, 'Account', id, 'createdAt createdBy { id }');
  await asApp(`UPDATE account SET phone = '1', version = 99, created_at = '2001-01-01', created_by_id = NULL WHERE id = $1::uuid`, [
    rowId(id),
  ]);
  expect(await read(ada, 'Account', id, 'version createdAt createdBy { id }')).toEqual({ version: 2, ...before });
  expect(await changesOf(crm, id)).toMatchObject([{ version: 1 }, { version: 2, became: { phone: '1' } }]);
});

test('what is rolled back leaves nothing in the log', async () => {
  const before = await changesIn(crm, acme.org);
  expect(codesOf(await tryCreate(ada, 'Account', { accountName: ' ' }))).toEqual(['VALIDATION_FAILED']);
  expect(
    codesOf(
      await ada.send(
        'mutation { one: createAccount(input: { accountName: "Undone" }) { account { id } } two: deleteAccount(id: "account_x") { account { id } } }',
      ),
    ),
  ).toEqual(['NOT_FOUND']);
  expect(
    codesOf(await ada.send('mutation { createAccounts(inputs: [{ accountName: "Undone" }, { accountName: " " }]) { failed } }')),
  ).toEqual(['VALIDATION_FAILED']);
  await crm.app.services.transactions.run(
    { org: acme.org, actor: null, cause: '' },
    (transaction) => transaction.run(`UPDATE account SET phone = 'x'`, []),
    () => false,
  );
  expect(await changesIn(crm, acme.org)).toBe(before);
});

test('a change without an actor or a cause says so', async () => {
  const { id } = await create(ada, 'Account', { accountName: 'Machine' });
  await crm.app.services.transactions.run({ org: acme.org, actor: null, cause: '' }, (transaction) =>
    transaction.run(`UPDATE account SET phone = '1' WHERE id = $1::uuid`, [rowId(id)]),
  );
  expect((await changesOf(crm, id))[1]).toMatchObject({ actor: null, cause: null });
  expect(await read(ada, 'Account', id, 'modifiedBy { id }')).toEqual({ modifiedBy: { id: `user_${ada.userId}` } });
});

test('who serves requests can add to the log and neither change nor delete what is in it', async () => {
  for (const sql of [`UPDATE change SET cause = 'forged'`, 'DELETE FROM change', 'TRUNCATE change'])
    await expect(asApp(sql)).rejects.toMatchObject({ code: '42501' });
});

/** What the log calls a field. */
const logName = (field: Field): string => (leadsToRecord(field) ? idName(field) : field.name);

/** Numbers without trailing zeros: 0.00 that becomes 0 with another currency is no change. */
const trimmed = (moduleName: string, values: Readonly<Record<string, string | null>>): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const kind = registry.module(moduleName).fields.get(name)?.kind ?? '';
      return [name, ['money', 'decimal'].includes(kind) && value?.includes('.') ? value.replace(/\.?0+$/, '') : value];
    }),
  );

/** The values of a record as they stand, by their names in the log. */
async function present(moduleName: string, id: string): Promise<{ values: Record<string, string>; version: number; isDeleted: boolean }> {
  const module = registry.module(moduleName);
  const { rows } = await crm.app.database.system.query<{ row: Record<string, string | null>; custom: Record<string, string | null> }>(
    `SELECT (SELECT jsonb_object_agg(e.key, e.value) FROM jsonb_each_text(to_jsonb(t)) e) AS row,
            (SELECT coalesce(jsonb_object_agg(e.key, e.value), '{}') FROM jsonb_each_text(t.custom) e) AS custom
       FROM ${module.table} t WHERE t.id = $1`,
    [rowId(id)],
  );
  const { row, custom } = rows[0]!;
  const fields = [...module.fields.values()].filter(({ system }) => !system);
  const values = { ...Object.fromEntries(fields.map((field) => [logName(field), row[field.column] ?? null])), ...custom };
  return { values: withoutNulls(trimmed(moduleName, values)), version: Number(row['version']), isDeleted: row['deleted_at'] !== null };
}

const withoutNulls = (values: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** Builds a record up from nothing by its changes, and checks on the way that each fits onto the one before. */
function replay(changes: readonly Change[]): { values: Record<string, string>; version: number; isDeleted: boolean } {
  let values: Record<string, string | null> = {};
  let isDeleted = false;
  changes.forEach(({ version, operation, was, became }, index) => {
    expect(version).toBe(index + 1);
    expect(operation === 'CREATE').toBe(index === 0);
    if (operation !== 'CREATE') {
      expect(Object.keys(was).sort()).toEqual(Object.keys(became).sort());
      for (const [name, value] of Object.entries(was)) expect({ [name]: values[name] ?? null }).toEqual({ [name]: value });
      for (const [name, value] of Object.entries(became)) expect({ [name]: value }).not.toEqual({ [name]: was[name] });
    }
    values = { ...values, ...became };
    if (operation === 'DELETE' || operation === 'RESTORE') isDeleted = operation === 'DELETE';
  });
  return { values: withoutNulls(values), version: changes.length, isDeleted };
}

const someText = fc.option(fc.string({ unit: 'binary', maxLength: 30 }).filter((text) => !text.includes('\0')));
const someMoney = fc.option(
  fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 9999 })).map(([whole, part]) => `${whole}.${part}`),
);
const someDay = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

/** What may happen to a deal. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record(
      {
        nextStep: someText,
        description: someText,
        amount: someMoney,
        closingDate: someDay,
        probability: fc.option(fc.integer({ min: 0, max: 100 })),
        stage: fc.constantFrom('QUALIFICATION', 'NEEDS_ANALYSIS', 'CLOSED_WON'),
        type: fc.option(fc.constantFrom('NEW_BUSINESS', 'EXISTING_BUSINESS')),
        currency: fc.constant('EUR'),
      },
      { requiredKeys: [] },
    ),
  },
  fc.record({ currency: fc.constantFrom('USD', 'JPY'), exchangeRate: fc.constantFrom('1.1', '160', '0.333') }),
  fc.constantFrom('delete', 'restore', 'raw', 'custom'),
);

test('building a record up from nothing by its log gives the values it has', async () => {
  await checkProperty(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { id } = await create(ada, 'Deal', {
        dealName: 'Replayed',
        closingDate: '2027-01-31',
        stage: 'QUALIFICATION',
        description: 'x',
      });
      for (const one of steps) {
        if (one === 'delete') await remove(ada, 'Deal', id).catch(() => undefined);
        else if (one === 'restore') await restore(ada, 'Deal', id);
        else if (one === 'raw')
          await asApp(`UPDATE deal SET amount = coalesce(amount, 0) * 2, next_step = next_step || '!' WHERE id = $1::uuid`, [rowId(id)]);
        else if (one === 'custom')
          await asApp(
            `UPDATE deal SET custom = CASE WHEN custom ? 'a' THEN custom - 'a' ELSE custom || '{"a": 1, "b": "two"}' END WHERE id = $1::uuid`,
            [rowId(id)],
          );
        else
          await ada.send('mutation ($id: ID!, $input: DealUpdateInput!) { updateDeal(id: $id, input: $input) { deal { id } } }', {
            id,
            input: one,
          });
      }
      const changes = (await changesOf(crm, id)).map((change) => ({
        ...change,
        was: trimmed('Deal', change.was),
        became: trimmed('Deal', change.became),
      }));
      expect(replay(changes)).toEqual(await present('Deal', id));
    }),
    { numRuns: 40 },
  );
});
