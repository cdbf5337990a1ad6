import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AccessShape } from '../../server/core/access.js';
import { fullAccess } from '../../server/core/access.js';
import { codesOf, faultsOf } from '../support/answers.js';
import { customField } from '../../server/core/fields.js';
import { extendModel } from '../../server/core/schema/extend-model.js';
import { create, createMany, read, remove, rowId, tryCreate, tryUpdate, update } from '../support/records.js';
import { transactionsOf } from '../support/transactions.js';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
let ada: Person;
let grace: Person;

beforeAll(async () => {
  crm = await workspace();
  acme = await crm.company('acme', [
    { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@acme.example.com' },
    { firstName: 'Grace', lastName: 'Hopper', email: 'grace@acme.example.com' },
  ]);
  ({ ada, grace } = acme.people as { ada: Person; grace: Person });
});
afterAll(() => crm.close());

const people = 'id version contacts(orderBy: [{ lastName: ASC }]) { nodes { id lastName version } }';

/** An account with contacts of these names, and their ids. */
async function accountWith(...names: string[]): Promise<{ id: string; contacts: string[] }> {
  const made = await create(
    ada,
    'Account',
    { accountName: 'With people', contacts: { create: names.map((lastName) => ({ lastName })) } },
    people,
  );
  const byName = new Map((made['contacts'].nodes as { id: string; lastName: string }[]).map(({ id, lastName }) => [lastName, id]));
  return { id: made['id'] as string, contacts: names.map((name) => byName.get(name)!) };
}

describe('a new record with its list', () => {
  test('an account is made together with its contacts, and the answer shows them', async () => {
    const made = await create(
      ada,
      'Account',
      {
        accountName: 'Analytical Engines',
        contacts: {
          create: [
            { salutation: 'MS', firstName: 'Ada', lastName: 'Byron' },
            { lastName: 'Babbage', ownerId: `user_${grace.userId}` },
          ],
        },
      },
      'id ownerId contacts(orderBy: [{ lastName: ASC }]) { totalCount nodes { fullName version ownerId emailOptOut account { accountName } createdBy { firstName } } }',
    );
    const common = { version: 1, emailOptOut: false, account: { accountName: 'Analytical Engines' }, createdBy: { firstName: 'Ada' } };
    expect(made['contacts']).toEqual({
      totalCount: 2,
      nodes: [
        { fullName: 'Babbage', ownerId: `user_${grace.userId}`, ...common },
        { fullName: 'Ms. Ada Byron', ownerId: `user_${ada.userId}`, ...common },
      ],
    });
  });

  test('nothing, null and empty lists make no contacts', async () => {
    for (const contacts of [undefined, null, {}, { create: null }, { create: [] }])
      expect(await create(ada, 'Account', { accountName: 'Alone', contacts }, 'contacts { totalCount }')).toEqual({
        contacts: { totalCount: 0 },
      });
  });

  test('all faults are told at once, each with its whole path, and nothing is written', async () => {
    const before = await ada.ask('{ accounts { totalCount } contacts { totalCount } }');
    const contacts = {
      create: [
        { lastName: ' ', email: 'nobody' },
        { lastName: 'Right' },
        { lastName: 'x'.repeat(81), salutation: 'ADMIRAL', reportingToId: 'contact_00000000-0000-7000-8000-000000000000' },
      ],
    };
    const answer = await tryCreate(ada, 'Account', { accountName: ' ', contacts });
    expect(codesOf(answer)).toEqual(['VALIDATION_FAILED']);
    expect(faultsOf(answer).sort()).toEqual([
      'input.accountName REQUIRED',
      'input.contacts.create.0.email INVALID_FORMAT',
      'input.contacts.create.0.lastName REQUIRED',
      'input.contacts.create.2.lastName TOO_LONG',
      'input.contacts.create.2.reportingToId REFERENCE_NOT_FOUND',
      'input.contacts.create.2.salutation UNKNOWN_PICKLIST_VALUE',
    ]);
    expect(await ada.ask('{ accounts { totalCount } contacts { totalCount } }')).toEqual(before);
  });

  test('a nested contact can name no other account and has no lists of its own', async () => {
    const { id } = await create(ada, 'Account', { accountName: 'Other' });
    const nested = (child: object) => tryCreate(ada, 'Account', { accountName: 'A', contacts: { create: [child] } });
    expect(faultsOf(await nested({ lastName: 'X', accountId: id }))).toEqual(['input.contacts.create.0.accountId UNKNOWN_FIELD']);
    expect(faultsOf(await nested({ firstName: 'X' }))).toEqual(['input.contacts.create.0.lastName REQUIRED']);
    expect(faultsOf(await nested({ lastName: 'X', reportees: { create: [] } }))).toEqual([
      'input.contacts.create.0.reportees UNKNOWN_FIELD',
    ]);
    const update = await tryCreate(ada, 'Account', { accountName: 'A', contacts: { update: [] } });
    expect(faultsOf(update)).toEqual(['input.contacts.update UNKNOWN_FIELD']);
  });
});

describe('changes of a record with its list', () => {
  test('contacts are added, changed and deleted in one call; those not named stay', async () => {
    const { id, contacts } = await accountWith('Ant', 'Bee', 'Cat');
    const changed = await update(
      grace,
      'Account',
      id,
      {
        phone: '1',
        contacts: {
          create: [{ lastName: 'Dog' }],
          update: [{ id: contacts[0], input: { firstName: 'Al', lastName: 'Ape' }, expectedVersion: 1 }],
          delete: [{ id: contacts[1], expectedVersion: 1 }],
        },
      },
      `id version phone contacts(orderBy: [{ lastName: ASC }]) { nodes { fullName version owner { firstName } modifiedBy { firstName } } }`,
    );
    const row = (fullName: string, version: number, owner: string, modifiedBy: string) => ({
      fullName,
      version,
      owner: { firstName: owner },
      modifiedBy: { firstName: modifiedBy },
    });
    expect(changed).toEqual({
      id,
      version: 2,
      phone: '1',
      contacts: { nodes: [row('Al Ape', 2, 'Ada', 'Grace'), row('Cat', 1, 'Ada', 'Ada'), row('Dog', 1, 'Grace', 'Grace')] },
    });
    expect(await read(ada, 'Contact', contacts[1]!, 'deletedAt version', 'WITH')).toEqual({ deletedAt: expect.any(String), version: 2 });
  });

  test('the version of the account rises only with its own fields', async () => {
    const { id, contacts } = await accountWith('Ant');
    const input = { contacts: { create: [{ lastName: 'Bee' }], update: [{ id: contacts[0], input: { phone: '1' } }] } };
    expect(await update(ada, 'Account', id, input)).toEqual({ id, version: 1 });
    expect(codesOf(await tryUpdate(ada, 'Account', id, input, 2))).toEqual(['CONFLICT']);
  });

  test('a contact of another account, of nobody, in the bin or of another kind is no contact of this one', async () => {
    const { id } = await accountWith('Mine');
    const other = await accountWith('Theirs', 'Binned');
    const binned = (await accountWith('Gone')).contacts[0]!;
    await remove(ada, 'Contact', binned);
    const strangers = [other.contacts[0], binned, 'contact_00000000-0000-7000-8000-000000000000', id, 'nonsense', ''];
    const answer = await tryUpdate(ada, 'Account', id, {
      accountName: 'Changed',
      contacts: {
        update: strangers.map((stranger) => ({ id: stranger, input: { lastName: 'Stolen' } })),
        delete: strangers.map((stranger) => ({ id: stranger })),
      },
    });
    expect(faultsOf(answer)).toEqual(
      ['update', 'delete'].flatMap((verb) => strangers.map((_, index) => `input.contacts.${verb}.${index}.id REFERENCE_NOT_FOUND`)),
    );
    expect(await read(ada, 'Contact', other.contacts[0]!, 'lastName version')).toEqual({ lastName: 'Theirs', version: 1 });
    expect(await read(ada, 'Account', id)).toEqual({ id, version: 1 });
  });

  test("another organisation's contacts are out of reach", async () => {
    const globex = await crm.company('globex');
    const [theirs] = await createMany(globex.chief, 'Contact', [{ lastName: 'Theirs' }]);
    const { id } = await accountWith('Mine');
    const contacts = { update: [{ id: theirs!['id'], input: { lastName: 'Stolen' } }], delete: [{ id: theirs!['id'] }] };
    expect(faultsOf(await tryUpdate(ada, 'Account', id, { contacts }))).toEqual([
      'input.contacts.update.0.id REFERENCE_NOT_FOUND',
      'input.contacts.delete.0.id REFERENCE_NOT_FOUND',
    ]);
    expect(await read(globex.chief, 'Contact', theirs!['id'], 'lastName version')).toEqual({ lastName: 'Theirs', version: 1 });
  });

  test('the same contact twice in a call is a contradiction, wherever it stands the second time', async () => {
    const { id, contacts } = await accountWith('Ant', 'Bee');
    const input = {
      contacts: {
        update: [
          { id: contacts[0], input: { phone: '1' } },
          { id: contacts[0], input: { phone: '2' } },
        ],
        delete: [{ id: contacts[0] }, { id: contacts[1] }, { id: contacts[1] }],
      },
    };
    expect(faultsOf(await tryUpdate(ada, 'Account', id, input))).toEqual([
      'input.contacts.update.1.id CONTRADICTION',
      'input.contacts.delete.0.id CONTRADICTION',
      'input.contacts.delete.2.id CONTRADICTION',
    ]);
  });

  test('a contact that has moved on is a conflict that names it, and nothing is written', async () => {
    const { id, contacts } = await accountWith('Ant', 'Bee');
    await update(grace, 'Contact', contacts[1]!, { mobile: '1' });
    for (const verb of ['update', 'delete']) {
      const child = { id: contacts[1], expectedVersion: 1, ...(verb === 'update' && { input: { mobile: '2' } }) };
      const answer = await tryUpdate(ada, 'Account', id, { phone: '9', contacts: { [verb]: [child], create: [{ lastName: 'New' }] } });
      expect(answer.errors).toMatchObject([
        { extensions: { code: 'CONFLICT', id: contacts[1], currentVersion: 2, changedFields: ['mobile'] } },
      ]);
    }
    expect(await read(ada, 'Account', id, 'version contacts { totalCount }')).toEqual({ version: 1, contacts: { totalCount: 2 } });
  });

  test('a tree among contacts is kept free of circles at their path', async () => {
    const { id, contacts } = await accountWith('Ant', 'Bee', 'Cat');
    const answer = await tryUpdate(ada, 'Account', id, {
      contacts: {
        update: [
          { id: contacts[0], input: { reportingToId: contacts[1] } },
          { id: contacts[1], input: { reportingToId: contacts[0] } },
          { id: contacts[2], input: { reportingToId: contacts[0] } },
        ],
      },
    });
    expect(faultsOf(answer)).toEqual([
      'input.contacts.update.0.input.reportingToId CYCLE',
      'input.contacts.update.1.input.reportingToId CYCLE',
    ]);
  });

  test('the list of an account that is not there is not touched', async () => {
    const { id, contacts } = await accountWith('Ant');
    await remove(ada, 'Account', id);
    const answer = await tryUpdate(ada, 'Account', id, { contacts: { delete: [{ id: contacts[0] }] } });
    expect(codesOf(answer)).toEqual(['NOT_FOUND']);
    expect(await read(ada, 'Contact', contacts[0]!)).toEqual({ id: contacts[0], version: 1 });
  });
});

describe('many records with their lists', () => {
  const creates = `mutation ($inputs: [AccountCreateInput!]!, $onError: OnError!) { createAccounts(inputs: $inputs, onError: $onError) {
    succeeded failed results { account { accountName contacts(orderBy: [{ lastName: ASC }]) { nodes { lastName } } } error { code fields { inputPath code } } } } }`;
  const updates = `mutation ($items: [AccountUpdateItem!]!, $onError: OnError!) { updateAccounts(items: $items, onError: $onError) {
    succeeded failed results { account { phone } error { code recordId currentVersion changedFields fields { inputPath code } } } } }`;

  test('with CONTINUE a record and its list are written together or not at all', async () => {
    const inputs = [
      { accountName: 'Good', contacts: { create: [{ lastName: 'One' }, { lastName: 'Two' }] } },
      { accountName: 'Good with a wrong child', contacts: { create: [{ lastName: 'Lost' }, { lastName: ' ' }] } },
      { accountName: ' ', contacts: { create: [{ lastName: 'Orphan', email: 'x' }] } },
      { accountName: 'Alone' },
    ];
    const before = await ada.ask('{ accounts { totalCount } contacts { totalCount } }');
    expect(faultsOf(await ada.send(creates, { inputs, onError: 'ABORT' }))).toEqual([
      'inputs.1.contacts.create.1.lastName REQUIRED',
      'inputs.2.accountName REQUIRED',
      'inputs.2.contacts.create.0.email INVALID_FORMAT',
    ]);
    const { createAccounts } = await ada.ask(creates, { inputs, onError: 'CONTINUE' });
    const refused = (...fields: [string, string][]) => ({
      account: null,
      error: { code: 'VALIDATION_FAILED', fields: fields.map(([inputPath, code]) => ({ inputPath, code })) },
    });
    expect(createAccounts).toEqual({
      succeeded: 2,
      failed: 2,
      results: [
        { account: { accountName: 'Good', contacts: { nodes: [{ lastName: 'One' }, { lastName: 'Two' }] } }, error: null },
        refused(['inputs.1.contacts.create.1.lastName', 'REQUIRED']),
        refused(['inputs.2.accountName', 'REQUIRED'], ['inputs.2.contacts.create.0.email', 'INVALID_FORMAT']),
        { account: { accountName: 'Alone', contacts: { nodes: [] } }, error: null },
      ],
    });
    expect(await ada.ask('{ accounts { totalCount } contacts { totalCount } }')).toEqual({
      accounts: { totalCount: (before['accounts'].totalCount as number) + 2 },
      contacts: { totalCount: (before['contacts'].totalCount as number) + 2 },
    });
  });

  test('each row of an update says what became of it, conflicts and circles of its list included', async () => {
    const [one, two, three, four] = await Promise.all([accountWith('A1', 'A2'), accountWith('B'), accountWith('C'), accountWith('D')]);
    await update(grace, 'Contact', two.contacts[0]!, { title: 'Boss' });
    const change = (id: string, contacts: object) => ({ id, input: { phone: '1', contacts } });
    const items = [
      change(one.id, {
        update: [
          { id: one.contacts[0], input: { reportingToId: one.contacts[1] } },
          { id: one.contacts[1], input: { reportingToId: one.contacts[0] } },
        ],
      }),
      change(two.id, { delete: [{ id: two.contacts[0], expectedVersion: 1 }], create: [{ lastName: ' ' }] }),
      change(three.id, {
        update: [
          { id: one.contacts[0], input: { email: 'x' } },
          { id: three.contacts[0], input: { email: 'x' } },
        ],
      }),
      change(four.id, { update: [{ id: four.contacts[0], input: { lastName: 'Dee' } }] }),
    ];
    const { updateAccounts } = await ada.ask(updates, { items, onError: 'CONTINUE' });
    const refused = (code: string, fields: [string, string][], more: object = {}) => ({
      account: null,
      error: {
        code,
        recordId: null,
        currentVersion: null,
        changedFields: null,
        fields: fields.map(([inputPath, fault]) => ({ inputPath, code: fault })),
        ...more,
      },
    });
    expect(updateAccounts).toEqual({
      succeeded: 1,
      failed: 3,
      results: [
        refused('VALIDATION_FAILED', [
          ['items.0.input.contacts.update.0.input.reportingToId', 'CYCLE'],
          ['items.0.input.contacts.update.1.input.reportingToId', 'CYCLE'],
        ]),
        refused('CONFLICT', [], { recordId: two.contacts[0], currentVersion: 2, changedFields: ['title'] }),
        refused('VALIDATION_FAILED', [
          ['items.2.input.contacts.update.0.id', 'REFERENCE_NOT_FOUND'],
          ['items.2.input.contacts.update.1.input.email', 'INVALID_FORMAT'],
        ]),
        { account: { phone: '1' }, error: null },
      ],
    });
    expect(await read(ada, 'Contact', four.contacts[0]!, 'lastName')).toEqual({ lastName: 'Dee' });
    expect(await read(ada, 'Contact', one.contacts[0]!, 'reportingToId version')).toEqual({ reportingToId: null, version: 1 });
    expect(await read(ada, 'Account', two.id)).toEqual({ id: two.id, version: 1 });
  });

  test('ninety accounts with ten contacts each take as many statements as one with one', async () => {
    const inputs = (accounts: number, contacts: number) =>
      Array.from({ length: accounts }, (_, row) => ({
        accountName: `Row ${row}`,
        contacts: { create: Array.from({ length: contacts }, (__, at) => ({ lastName: `C${at}`, salutation: 'MS' })) },
      }));
    let ids: { id: string; contacts: { nodes: { id: string }[] } }[] = [];
    const made = (accounts: number, contacts: number) =>
      transactionsOf(crm, async () => {
        ids = (await createMany(ada, 'Account', inputs(accounts, contacts), 'id contacts(first: 20) { nodes { id } }')) as typeof ids;
      });
    const created = await made(1, 1);
    expect(created.begun).toBe(1);
    expect(created.statements).toEqual([
      expect.stringContaining('picklist_value'),
      expect.stringMatching(/^INSERT INTO account/),
      expect.stringMatching(/^INSERT INTO contact/),
      expect.stringMatching(/^SELECT .* FROM account/),
    ]);
    const [single] = ids;
    expect(await made(90, 10)).toEqual(created);

    const changed = (accounts: typeof ids) =>
      transactionsOf(crm, () =>
        ada.ask(updates, {
          onError: 'ABORT',
          items: accounts.map(({ id, contacts }) => ({
            id,
            input: { phone: '2', contacts: { update: contacts.nodes.map(({ id: contact }) => ({ id: contact, input: { mobile: '3' } })) } },
          })),
        }),
      );
    const one = await changed([single!]);
    expect(one.statements.map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
      'SELECT t0.id,',
      'SELECT t0.id,',
      'UPDATE account',
      'UPDATE contact',
      expect.stringMatching(/^SELECT/),
    ]);
    expect(await changed(ids)).toEqual(one);
  });

  test('two hundred of a list and a thousand of all kinds are the most that a call takes', async () => {
    const contacts = (count: number) => ({ create: Array.from({ length: count }, (_, at) => ({ lastName: `C${at}` })) });
    expect(faultsOf(await tryCreate(ada, 'Account', { accountName: 'Full', contacts: contacts(201) }))).toEqual([
      'input.contacts TOO_MANY',
    ]);
    const full = await create(ada, 'Account', { accountName: 'Full', contacts: contacts(200) }, 'id contacts { totalCount }');
    expect(full['contacts']).toEqual({ totalCount: 200 });
    const some = { ...contacts(199), update: [{ id: 'a', input: {} }], delete: [{ id: 'b' }] };
    expect(faultsOf(await tryUpdate(ada, 'Account', full['id'], { contacts: some }))).toEqual(['input.contacts TOO_MANY']);
    const inputs = Array.from({ length: 5 }, () => ({ accountName: 'Row', contacts: contacts(200) }));
    expect(faultsOf(await ada.send(creates, { inputs, onError: 'CONTINUE' }))).toEqual(['inputs TOO_MANY']);
    const items = inputs.map((input) => ({ id: full['id'] as string, input }));
    expect(faultsOf(await ada.send(updates, { items, onError: 'CONTINUE' }))).toEqual(['items TOO_MANY']);
  });

  test('two calls at once on the same contacts in opposite order both get through at their first attempt', async () => {
    const accounts = [await accountWith('A', 'B', 'C'), await accountWith('D', 'E', 'F')];
    const item = ({ id, contacts }: (typeof accounts)[0], phone: string) => ({
      id,
      input: { contacts: { update: contacts.map((contact) => ({ id: contact, input: { phone } })) } },
    });
    const send = (some: typeof accounts, phone: string) =>
      ada.ask(updates, { items: some.map((one) => item(one, phone)), onError: 'ABORT' });
    const reversed = accounts.map(({ id, contacts }) => ({ id, contacts: contacts.toReversed() })).toReversed();
    const { begun } = await transactionsOf(crm, () =>
      Promise.all([send(accounts, '1'), send(reversed, '2'), send(accounts, '3'), send(reversed, '4')]),
    );
    expect(begun).toBe(4);
    expect(await read(ada, 'Contact', accounts[0]!.contacts[0]!, 'version')).toEqual({ version: 5 });
  });
});

test('contacts that the viewer may not see can not be touched through their account', async () => {
  const onlyOwn: AccessShape = {
    ...fullAccess,
    key: 'own-contacts',
    rows: ({ name }) => (name === 'Contact' ? { value: 'me', sql: (alias, parameter) => `${alias}.owner_id = ANY(${parameter})` } : null),
  };
  await using walled = await workspace({
    accessOf: (viewer) => (viewer.isAdministrator ? null : { access: onlyOwn, values: { me: [viewer.userId] } }),
  });
  const { people: staff } = await walled.company('walls', [
    { lastName: 'Boss', email: 'boss@walls.example.com' },
    { lastName: 'Clerk', email: 'clerk@walls.example.com' },
  ]);
  const [boss, clerk] = [staff['boss']!, staff['clerk']!];
  const account = await create(boss, 'Account', { accountName: 'Shared', contacts: { create: [{ lastName: 'Hidden' }] } }, people);
  const [hidden] = account['contacts'].nodes as { id: string }[];
  const contacts = { update: [{ id: hidden!.id, input: { lastName: 'Seen' } }], create: [{ lastName: 'Own' }] };
  expect(faultsOf(await tryUpdate(clerk, 'Account', account['id'], { contacts }))).toEqual([
    'input.contacts.update.0.id REFERENCE_NOT_FOUND',
  ]);
  const made = await update(clerk, 'Account', account['id'], { contacts: { create: [{ lastName: 'Own' }] } }, people);
  expect(made['contacts'].nodes).toMatchObject([{ lastName: 'Own' }]);
  expect(await read(boss, 'Contact', hidden!.id, 'lastName version')).toEqual({ lastName: 'Hidden', version: 1 });
});

test("an organisation's own fields are in the nested inputs as well", async () => {
  const nickname = customField('text', 'nickname_c', { description: 'What friends call them.', max: 5 });
  let model: ReturnType<typeof extendModel> | undefined;
  await using own = await workspace({ modelOf: (base) => (model ??= extendModel(base, 'nicknames', { Contact: [nickname] })) });
  const { chief } = await own.company('custom');
  const nested = (name: string) => ({ accountName: 'A', contacts: { create: [{ lastName: 'X', nickname_c: name }] } });
  expect(faultsOf(await tryCreate(chief, 'Account', nested('Sixsix')))).toEqual(['input.contacts.create.0.nickname_c TOO_LONG']);
  const account = await create(chief, 'Account', nested('Bo'), 'id contacts { nodes { id nickname_c } }');
  const [contact] = account['contacts'].nodes as { id: string; nickname_c: string }[];
  expect(contact!.nickname_c).toBe('Bo');
  const changes = { contacts: { update: [{ id: contact!.id, input: { nickname_c: 'Al' } }] } };
  expect((await update(chief, 'Account', account['id'], changes, 'contacts { nodes { nickname_c } }'))['contacts'].nodes).toEqual([
    { nickname_c: 'Al' },
  ]);
  const { rows } = await own.app.database.system.query<{ count: number }>(`SELECT count(*)::int FROM change WHERE record_id = $1`, [
    rowId(contact!.id),
  ]);
  expect(rows).toEqual([{ count: 2 }]);
});
