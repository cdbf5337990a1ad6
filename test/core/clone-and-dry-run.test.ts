import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AccessShape } from '../../server/core/access.js';
import { fullAccess } from '../../server/core/access.js';
import { codesOf, faultsOf } from '../support/answers.js';
import { customModel } from '../support/custom-schema.js';
import { create, createMany, read, remove, update } from '../support/records.js';
import { transactionsOf } from '../support/transactions.js';
import { tableDigests } from '../support/table-digests.js';
import { workspace, type Answer, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
let ada: Person;
let grace: Person;

beforeAll(async () => {
  crm = await workspace({ database: 'own' });
  acme = await crm.company('acme', [
    { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@acme.example.com' },
    { firstName: 'Grace', lastName: 'Hopper', email: 'grace@acme.example.com' },
  ]);
  ({ ada, grace } = acme.people as { ada: Person; grace: Person });
});
afterAll(() => crm.close());

/** Runs SQL in the system role, for what no mutation does yet. */
const system = (sql: string, values: unknown[] = []) => crm.app.database.system.query(sql, values);

const tryClone = (
  person: Person,
  module: string,
  id: unknown,
  input: object = {},
  selection = 'id',
  dryRun = false,
): Promise<Answer<any>> =>
  person.send(
    `mutation ($id: ID!, $input: ${module}UpdateInput!, $dryRun: Boolean!) { clone${module}(id: $id, input: $input, dryRun: $dryRun) { ${module.toLowerCase()} { ${selection} } } }`,
    { id, input, dryRun },
  );

/** A copy's selected fields. */
async function clone(person: Person, module: string, id: unknown, input: object = {}, selection = 'id'): Promise<Record<string, any>> {
  const answer = await tryClone(person, module, id, input, selection);
  expect(answer.errors).toBeUndefined();
  return answer.data[`clone${module}`][module.toLowerCase()] as Record<string, any>;
}

describe('a clone', () => {
  const given = {
    accountName: 'Original',
    accountType: 'CUSTOMER',
    annualRevenue: '1234.56',
    currency: 'USD',
    exchangeRate: '1.25',
    employees: 0,
    website: 'https://example.com',
    description: 'Line one\nLine "two" \\ 🦊',
    billingCity: '',
  };

  test('has every field of the original, but is a record of its own that belongs to whoever made it', async () => {
    const parent = await create(ada, 'Account', { accountName: 'Parent' });
    const all = `${Object.keys(given).join(' ')} parentAccountId annualRevenueInBaseCurrency`;
    const original = await create(
      ada,
      'Account',
      { ...given, parentAccountId: parent['id'], contacts: { create: [{ lastName: 'Left' }] } },
      `id ${all}`,
    );
    await update(ada, 'Account', original['id'], { phone: '1' });
    const copy = await clone(
      grace,
      'Account',
      original['id'],
      {},
      `id ${all} phone version ownerId createdBy { firstName } contacts { totalCount }`,
    );
    const { id, ...values } = original;
    expect(copy).toEqual({
      ...values,
      id: expect.not.stringContaining(id as string),
      phone: '1',
      version: 1,
      ownerId: `user_${grace.userId}`,
      createdBy: { firstName: 'Grace' },
      contacts: { totalCount: 0 },
    });
    expect(await read(ada, 'Account', id, 'version accountName')).toEqual({ version: 2, accountName: 'Original' });
  });

  test('takes what is given over what it copies; null empties a field', async () => {
    const { id } = await create(ada, 'Account', given);
    const input = { accountName: 'Copy', website: null, ownerId: `user_${ada.userId}`, contacts: { create: [{ lastName: 'New' }] } };
    expect(await clone(grace, 'Account', id, input, 'accountName website employees ownerId contacts { nodes { lastName } }')).toEqual({
      accountName: 'Copy',
      website: null,
      employees: 0,
      ownerId: `user_${ada.userId}`,
      contacts: { nodes: [{ lastName: 'New' }] },
    });
    expect(faultsOf(await tryClone(grace, 'Account', id, { accountName: null, website: 'javascript:x' }))).toEqual([
      'input.accountName REQUIRED',
      'input.website INVALID_FORMAT',
    ]);
  });

  test('of an account can not take over its contacts', async () => {
    const made = await create(
      ada,
      'Account',
      { accountName: 'A', contacts: { create: [{ lastName: 'Stays' }] } },
      'id contacts { nodes { id } }',
    );
    const contact = made['contacts'].nodes[0].id as string;
    const contacts = { update: [{ id: contact, input: { lastName: 'Moved' } }], delete: [{ id: contact }] };
    expect(faultsOf(await tryClone(ada, 'Account', made['id'], { contacts }))).toEqual([
      'input.contacts.update.0.id REFERENCE_NOT_FOUND',
      'input.contacts.delete.0.id REFERENCE_NOT_FOUND',
    ]);
  });

  test('follows its currency and its stage where another one is given', async () => {
    const account = await create(ada, 'Account', given);
    const money = 'currency exchangeRate annualRevenue annualRevenueInBaseCurrency';
    expect(await clone(ada, 'Account', account['id'], { currency: 'EUR' }, money)).toEqual({
      currency: 'EUR',
      exchangeRate: '1',
      annualRevenue: '1234.56',
      annualRevenueInBaseCurrency: '1234.56',
    });
    expect(faultsOf(await tryClone(ada, 'Account', account['id'], { currency: 'CHF' }))).toEqual(['input.currency UNKNOWN_CURRENCY']);
    expect(await clone(ada, 'Account', account['id'], { currency: 'USD' }, 'exchangeRate')).toEqual({ exchangeRate: '1.25' });

    const deal = await create(ada, 'Deal', {
      dealName: 'D',
      closingDate: '2027-01-31',
      stage: 'NEEDS_ANALYSIS',
      probability: 33,
      amount: '10',
    });
    const fields = 'dealName closingDate stage { key } pipelineId probability amount stageHistory { totalCount }';
    const copy = { ...(await read(ada, 'Deal', deal['id'], fields)), stageHistory: { totalCount: 1 } };
    expect(await clone(ada, 'Deal', deal['id'], {}, fields)).toEqual(copy);
    expect(await clone(ada, 'Deal', deal['id'], { stage: 'NEEDS_ANALYSIS' }, fields)).toEqual(copy);
    expect(await clone(ada, 'Deal', deal['id'], { stage: 'QUALIFICATION' }, fields)).toEqual({
      ...copy,
      stage: { key: 'QUALIFICATION' },
      probability: 10,
    });
    expect(await clone(ada, 'Deal', deal['id'], { stage: 'QUALIFICATION', probability: 5 }, 'probability')).toEqual({ probability: 5 });
  });

  test('keeps a value of its own where a new record would have a default', async () => {
    const { id } = await create(ada, 'Contact', { lastName: 'X', emailOptOut: true, dateOfBirth: '1815-12-10' });
    expect(await clone(ada, 'Contact', id, {}, 'emailOptOut dateOfBirth')).toEqual({ emailOptOut: true, dateOfBirth: '1815-12-10' });
  });

  test('takes over what can no longer be chosen; whoever gives it anew is refused', async () => {
    const initech = await crm.company('initech');
    const { chief } = initech;
    const parent = await create(chief, 'Account', { accountName: 'Parent' });
    const money = { currency: 'USD', exchangeRate: '1.25', annualRevenue: '10' };
    const held = { rating: 'ACTIVE', industry: 'NETWORK_EQUIPMENT_ENTERPRISE', parentAccountId: parent['id'] };
    const { id } = await create(chief, 'Account', { accountName: 'Old', ...held, ...money });
    await remove(chief, 'Account', parent['id']);
    await system(
      `UPDATE picklist_value SET is_retired = true WHERE org = $1 AND (picklist, key) IN (('Rating', 'ACTIVE'), ('Industry', 'NETWORK_EQUIPMENT_ENTERPRISE'))`,
      [initech.org],
    );
    await system(`UPDATE currency SET is_active = false WHERE org = $1 AND iso_code = 'USD'`, [initech.org]);
    expect(await clone(chief, 'Account', id, {}, 'accountName rating industry parentAccountId currency exchangeRate')).toEqual({
      accountName: 'Old',
      ...held,
      currency: 'USD',
      exchangeRate: '1.25',
    });
    expect(faultsOf(await tryClone(chief, 'Account', id, { ...held, currency: 'USD' })).sort()).toEqual([
      'input.currency UNKNOWN_CURRENCY',
      'input.industry UNKNOWN_PICKLIST_VALUE',
      'input.parentAccountId REFERENCE_NOT_FOUND',
      'input.rating UNKNOWN_PICKLIST_VALUE',
    ]);
    expect(await clone(chief, 'Account', id, { rating: null, parentAccountId: null }, 'accountName rating')).toEqual({
      accountName: 'Old',
      rating: null,
    });

    const deal = await create(chief, 'Deal', { dealName: 'D', closingDate: '2027-01-31', stage: 'NEEDS_ANALYSIS' });
    await system(`UPDATE pipeline_stage SET is_retired = true WHERE org = $1 AND key = 'NEEDS_ANALYSIS'`, [initech.org]);
    expect(await clone(chief, 'Deal', deal['id'], {}, 'stage { key }')).toEqual({ stage: { key: 'NEEDS_ANALYSIS' } });
    expect(faultsOf(await tryClone(chief, 'Deal', deal['id'], { stage: 'NEEDS_ANALYSIS' }))).toEqual([
      'input.stage UNKNOWN_PICKLIST_VALUE',
    ]);
    await system(`UPDATE pipeline SET is_retired = true WHERE org = $1`, [initech.org]);
    expect(await clone(chief, 'Deal', deal['id'], {}, 'stage { key }')).toEqual({ stage: { key: 'NEEDS_ANALYSIS' } });
    await system(`UPDATE pipeline_stage SET deleted_at = now() WHERE org = $1 AND key = 'NEEDS_ANALYSIS'`, [initech.org]);
    expect(faultsOf(await tryClone(chief, 'Deal', deal['id']))).toEqual(['input.stage REQUIRED']);
    expect(await clone(chief, 'Deal', deal['id'], { stage: 'QUALIFICATION' }, 'probability')).toEqual({ probability: 10 });
  });

  test('refers to nothing that the caller may not see: the field is named', async () => {
    const access: AccessShape = {
      ...fullAccess,
      key: 'no-parents',
      rows: ({ name }) => (name === 'Account' ? { value: 'self', sql: (alias, self) => `${alias}.owner_id = ANY(${self})` } : null),
    };
    await using walled = await workspace({
      accessOf: (viewer) => (viewer.isAdministrator ? null : { access, values: { self: [viewer.userId] } }),
    });
    const { people } = await walled.company('gone', [
      { lastName: 'Boss', email: 'boss@gone.example.com' },
      { lastName: 'Clerk', email: 'clerk@gone.example.com' },
    ]);
    const parent = await create(people['boss']!, 'Account', { accountName: 'Parent' });
    const ownerId = `user_${people['clerk']!.userId}`;
    const { id } = await create(people['boss']!, 'Account', { accountName: 'Child', parentAccountId: parent['id'], ownerId });
    expect(faultsOf(await tryClone(people['clerk']!, 'Account', id))).toEqual(['input.parentAccountId REFERENCE_NOT_FOUND']);
    expect(await clone(people['boss']!, 'Account', id, {}, 'parentAccountId')).toEqual({ parentAccountId: parent['id'] });
  });

  test('of what is not there, in the bin, of another kind or of another organisation is refused', async () => {
    const { id } = await create(ada, 'Account', { accountName: 'Binned' });
    await remove(ada, 'Account', id);
    const globex = await crm.company('globex');
    const theirs = await create(globex.chief, 'Account', { accountName: 'Theirs' });
    const contact = await create(ada, 'Contact', { lastName: 'X' });
    for (const one of [id, theirs['id'], contact['id'], 'account_00000000-0000-7000-8000-000000000000', '']) {
      const answer = await tryClone(ada, 'Account', one, { accountName: 'Copy' });
      expect([one, codesOf(answer), answer.data]).toEqual([one, ['NOT_FOUND'], null]);
    }
  });

  test('leaves out what the viewer may not see, and asks for it where a record needs it', async () => {
    const access: AccessShape = { ...fullAccess, key: 'no-names', isHidden: (_, { name }) => ['accountName', 'phone'].includes(name) };
    await using walled = await workspace({ accessOf: (viewer) => (viewer.isAdministrator ? null : { access, values: {} }) });
    const { people } = await walled.company('walls', [
      { lastName: 'Boss', email: 'boss@walls.example.com' },
      { lastName: 'Clerk', email: 'clerk@walls.example.com' },
    ]);
    const { id } = await create(people['boss']!, 'Account', { accountName: 'Secret', phone: '1', fax: '2' });
    expect(faultsOf(await tryClone(people['clerk']!, 'Account', id))).toEqual(['input.accountName REQUIRED']);
    const copy = await clone(people['clerk']!, 'Account', id, { accountName: 'Guess' });
    expect(await read(people['boss']!, 'Account', copy['id'], 'accountName phone fax')).toEqual({
      accountName: 'Guess',
      phone: null,
      fax: '2',
    });
  });

  test("has the organisation's own fields", async () => {
    await using own = await workspace({ modelOf: customModel });
    const { chief } = await own.company('custom');
    const values = {
      loyaltyTier_c: 'Gold "1"',
      visits_c: -3,
      discount_c: '1.50',
      isPartner_c: false,
      foundedOn_c: '1999-12-31',
      auditedAt_c: '2027-01-31T09:30:00.125Z',
      campaign_c: 'ADVERTISEMENT',
    };
    const { id } = await create(chief, 'Account', { accountName: 'A', ...values });
    expect(await clone(chief, 'Account', id, { visits_c: 4 }, Object.keys(values).join(' '))).toEqual({ ...values, visits_c: 4 });
  });

  test('takes as many statements as a new record, and one to read the original', async () => {
    const { id } = await create(ada, 'Account', { accountName: 'A' });
    const { begun, statements } = await transactionsOf(crm, () => clone(ada, 'Account', id));
    expect(begun).toBe(1);
    expect(statements).toEqual([
      expect.stringMatching(/^SELECT .* FROM account t0 WHERE/),
      expect.stringMatching(/^INSERT INTO account/),
      expect.stringMatching(/^SELECT .* FROM account/),
    ]);
  });
});

describe('a dry run', () => {
  /** What `work` answers; nothing may be saved by it. */
  const undone = async <T>(work: () => Promise<T>): Promise<T> => {
    const before = await tableDigests(crm.app.database.system);
    const answer = await work();
    expect(await tableDigests(crm.app.database.system)).toEqual(before);
    return answer;
  };

  test('answers as the call itself would: formulas, triggers, versions and lists; and saves nothing', async () => {
    const { id } = await create(ada, 'Account', { accountName: 'Steady', annualRevenue: '10' });
    const [deal] = await createMany(ada, 'Deal', [{ dealName: 'D', closingDate: '2027-01-31', stage: 'QUALIFICATION', amount: '100' }]);
    const query = `mutation ($id: ID!, $deal: ID!, $dry: Boolean!) {
      made: createAccount(input: { accountName: "New", annualRevenue: "1000.5", contacts: { create: [{ salutation: "DR", lastName: "Who" }] } }, dryRun: $dry) {
        account { version annualRevenue ownerId contacts { nodes { fullName account { accountName } } } } }
      changed: updateAccount(id: $id, input: { phone: "1", contacts: { create: [{ lastName: "More" }] } }, expectedVersion: 1, dryRun: $dry) {
        account { version phone contacts { totalCount } } }
      moved: updateDeals(items: [{ id: $deal, input: { stage: "CLOSED_WON" } }], dryRun: $dry) {
        succeeded results { deal { version probability expectedRevenue stageHistory { totalCount } } } }
      many: createContacts(inputs: [{ lastName: "One" }, { lastName: " " }], onError: CONTINUE, dryRun: $dry) {
        succeeded failed results { contact { lastName } error { fields { inputPath code } } } }
      copied: cloneAccount(id: $id, input: { fax: "2" }, dryRun: $dry) { account { version accountName phone fax } }
      __typename
    }`;
    const send = (dry: boolean) => ada.send(query, { id, deal: deal!['id'], dry });
    const dry = await undone(() => send(true));
    expect(dry.extensions).toMatchObject({ dryRun: true });
    expect(dry.data).toMatchObject({
      made: {
        account: { version: 1, annualRevenue: '1000.50', contacts: { nodes: [{ fullName: 'Dr. Who', account: { accountName: 'New' } }] } },
      },
      changed: { account: { version: 2, phone: '1', contacts: { totalCount: 1 } } },
      moved: {
        succeeded: 1,
        results: [{ deal: { version: 2, probability: 100, expectedRevenue: '100.00', stageHistory: { totalCount: 2 } } }],
      },
      many: {
        succeeded: 1,
        failed: 1,
        results: [{ contact: { lastName: 'One' } }, { error: { fields: [{ inputPath: 'inputs.1.lastName', code: 'REQUIRED' }] } }],
      },
      copied: { account: { version: 1, accountName: 'Steady', phone: '1', fax: '2' } },
    });
    expect(await undone(() => send(true))).toEqual(dry);
    const real = await send(false);
    expect(real.data).toEqual(dry.data);
    expect(real.extensions ?? {}).not.toHaveProperty('dryRun');
    expect(await read(ada, 'Account', id)).toEqual({ id, version: 2 });
  });

  test('finds the same faults as the call itself', async () => {
    const { id } = await create(ada, 'Account', { accountName: 'Checked' });
    const calls: [string, object][] = [
      ['mutation ($dry: Boolean!) { createContact(input: { lastName: " ", email: "x" }, dryRun: $dry) { contact { id } } }', {}],
      [
        'mutation ($id: ID!, $dry: Boolean!) { updateAccount(id: $id, input: { parentAccountId: $id }, dryRun: $dry) { account { id } } }',
        { id },
      ],
      [
        'mutation ($id: ID!, $dry: Boolean!) { updateAccount(id: $id, input: {}, expectedVersion: 7, dryRun: $dry) { account { id } } }',
        { id },
      ],
      ['mutation ($dry: Boolean!) { cloneAccount(id: "account_x", input: {}, dryRun: $dry) { account { id } } }', {}],
    ];
    for (const [query, variables] of calls) {
      const [dry, real] = await undone(async () => [
        await ada.send(query, { ...variables, dry: true }),
        await ada.send(query, { ...variables, dry: false }),
      ]);
      expect(dry.errors).toHaveLength(1);
      expect([dry.data, dry.errors]).toEqual([real.data, real.errors]);
    }
  });

  test('is all of an operation or none of it, from literals and variables alike, and a mix is refused before anything runs', async () => {
    const dry = 'createAccount(input: { accountName: "Dry" }, dryRun: true) { account { id } }';
    const { id } = await create(ada, 'Account', { accountName: 'Beside' });
    const mixes: [string, string, object?][] = [
      [`mutation { a: ${dry} b: createAccount(input: { accountName: "Wet" }) { account { id } } }`, 'b'],
      [`mutation { b: createAccount(input: { accountName: "Wet" }, dryRun: false) { account { id } } a: ${dry} }`, 'b'],
      [
        `mutation ($dry: Boolean!) { a: ${dry} b: createContact(input: { lastName: "Wet" }, dryRun: $dry) { contact { id } } }`,
        'b',
        { dry: false },
      ],
      [
        `mutation ($dry: Boolean! = false) { a: ${dry} b: createContact(input: { lastName: "Wet" }, dryRun: $dry) { contact { id } } }`,
        'b',
      ],
      [
        `mutation ($dry: Boolean = true) { b: createContact(input: { lastName: "Wet" }) { contact { id } } a: createContact(input: { lastName: "Dry" }, dryRun: $dry) { contact { id } } }`,
        'b',
      ],
      [`mutation ($id: ID!) { a: ${dry} deleteAccount(id: $id) { account { id } } }`, 'deleteAccount', { id }],
      [`mutation ($id: ID!) { restoreAccounts(items: [{ id: $id }]) { succeeded } a: ${dry} }`, 'restoreAccounts', { id }],
      [`mutation { a: ${dry} updateViewerSettings(input: { weekStart: SUNDAY }) { __typename } }`, 'updateViewerSettings'],
      [`mutation { ...F } fragment F on Mutation { a: ${dry} b: createAccount(input: { accountName: "Wet" }) { account { id } } }`, 'b'],
    ];
    for (const [query, key, variables] of mixes) {
      const { begun } = await transactionsOf(crm, async () => {
        const answer = await undone(() => ada.send(query, variables));
        expect([query, faultsOf(answer), answer.errors?.[0]?.path, answer.data]).toEqual([
          query,
          ['dryRun CONTRADICTION'],
          [key],
          undefined,
        ]);
      });
      expect([query, begun]).toEqual([query, 0]);
    }
    const skipped = `mutation ($wet: Boolean!) { a: ${dry} b: createAccount(input: { accountName: "Wet" }) @include(if: $wet) { account { id } } }`;
    expect((await undone(() => ada.send(skipped, { wet: false }))).extensions).toMatchObject({ dryRun: true });
    expect(faultsOf(await undone(() => ada.send(skipped, { wet: true })))).toEqual(['dryRun CONTRADICTION']);
  });

  test('is no way around who may write, and null is no answer to it', async () => {
    const query = 'mutation ($dry: Boolean) { createRole(input: { name: "R" }, dryRun: $dry) { role { id } } }';
    expect(codesOf(await undone(() => grace.send(query, { dry: true })))).toEqual(['FORBIDDEN']);
    expect(codesOf(await undone(() => crm.post({ query, variables: { dry: true } })))).toEqual(['UNAUTHENTICATED']);
    expect(faultsOf(await undone(() => ada.send(query, { dry: null })))).toEqual(['dryRun REQUIRED']);
    expect((await undone(() => ada.send(query, { dry: true }))).data).toMatchObject({ createRole: { role: { id: expect.any(String) } } });
  });

  test('costs one statement more than the call: what only a commit would find is looked for', async () => {
    const made = (dryRun: boolean) =>
      transactionsOf(crm, () => ada.ask(`mutation { createAccount(input: { accountName: "A" }, dryRun: ${dryRun}) { account { id } } }`));
    const [dry, real] = [await made(true), await made(false)];
    expect(dry.statements).toEqual([...real.statements, 'SET CONSTRAINTS ALL IMMEDIATE']);
    expect(real.statements).toHaveLength(2);
  });

  test('lets others write meanwhile and afterwards', async () => {
    const { id } = await create(ada, 'Account', { accountName: 'Contested' });
    const dry = () =>
      ada.ask('mutation ($id: ID!) { updateAccount(id: $id, input: { phone: "1 dry" }, dryRun: true) { account { version } } }', { id });
    await Promise.all([dry(), update(grace, 'Account', id, { fax: '1' }), dry(), update(grace, 'Account', id, { fax: '2' })]);
    expect(await read(ada, 'Account', id, 'version phone')).toEqual({ version: 3, phone: null });
  });
});
