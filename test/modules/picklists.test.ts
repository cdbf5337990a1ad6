import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codesOf, faultsOf } from '../support/answers.js';
import { changesOf } from '../support/change-log.js';
import { create, createMany, read, remove, restore, tryCreate, tryUpdate, update } from '../support/records.js';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
beforeAll(async () => {
  crm = await workspace();
});
afterAll(() => crm.close());

let count = 0;
const company = (): Promise<Company> =>
  crm.company(`acme${++count}`, [
    { lastName: 'Chief', email: `chief@acme${count}.example.com` },
    { lastName: 'Rep', email: `rep@acme${count}.example.com` },
  ]);

interface Value {
  readonly key: string;
  readonly label: string;
  readonly labels: readonly { language: string; label: string }[];
  readonly color: string | null;
  readonly place: number;
  readonly isRetired: boolean;
}
const VALUES = 'values { key label labels { language label } color place isRetired }';
const valuesOf = async (person: Person, picklist: string): Promise<Value[]> =>
  (await person.ask(`query ($name: String!) { picklist(name: $name) { ${VALUES} } }`, { name: picklist }))['picklist'].values as Value[];
const valueOf = async (person: Person, picklist: string, key: string): Promise<Value | undefined> =>
  (await valuesOf(person, picklist)).find((value) => value.key === key);

const PAYLOAD = `{ changedRecords picklist { name ${VALUES} } }`;
const tryAdd = (person: Person, picklist: string, input: object) =>
  person.send(`mutation ($p: String!, $input: PicklistValueCreateInput!) { createPicklistValue(picklist: $p, input: $input) ${PAYLOAD} }`, {
    p: picklist,
    input,
  });
const tryChange = (person: Person, picklist: string, key: string, input: object) =>
  person.send(
    `mutation ($p: String!, $key: String!, $input: PicklistValueUpdateInput!) { updatePicklistValue(picklist: $p, key: $key, input: $input) ${PAYLOAD} }`,
    { p: picklist, key, input },
  );
const tryReorder = (person: Person, picklist: string, keys: readonly string[]) =>
  person.send(`mutation ($p: String!, $keys: [String!]!) { reorderPicklist(picklist: $p, keys: $keys) ${PAYLOAD} }`, { p: picklist, keys });
const tryReplace = (person: Person, picklist: string, key: string, other: string) =>
  person.send(
    `mutation ($p: String!, $key: String!, $with: String!) { replacePicklistValue(picklist: $p, key: $key, with: $with) ${PAYLOAD} }`,
    { p: picklist, key, with: other },
  );
const tryDelete = (person: Person, picklist: string, key: string) =>
  person.send(`mutation ($p: String!, $key: String!) { deletePicklistValue(picklist: $p, key: $key) ${PAYLOAD} }`, { p: picklist, key });

const lead = { lastName: 'Lovelace', company: 'Engines' };
const createLead = async (person: Person, input: object): Promise<string> =>
  (await person.ask('mutation ($input: LeadCreateInput!) { createLead(input: $input) { lead { id } } }', { input: { ...lead, ...input } }))[
    'createLead'
  ].lead.id as string;

test('all picklists can be read, each value with its labels in other languages', async () => {
  const { chief } = await company();
  const { picklists } = await chief.ask(`{ picklists { name description ${VALUES} } }`);
  const industry = picklists.find(({ name }: { name: string }) => name === 'Industry');
  expect(industry).toMatchObject({ description: 'The line of business.' });
  expect(industry.values).toEqual(await valuesOf(chief, 'Industry'));
  expect(industry.values[0].labels).toContainEqual({ language: 'nl', label: expect.any(String) });
  expect(picklists.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['LeadStatus', 'ContactRole', 'Salutation']));
  expect(faultsOf(await chief.send('{ picklist(name: "Nothing") { name } }'))).toEqual(['name REFERENCE_NOT_FOUND']);
});

test('a value is added with a key from its label, or its own, at a place; records take it at once', async () => {
  const { chief, people } = await company();
  const labels = [
    { language: 'nl', label: 'Scheepvaart' },
    { language: 'de_AT', label: 'Schifffahrt' },
  ];
  const added = await tryAdd(chief, 'Industry', { label: ' Reederei & Öl ', labels, color: '#A1b2C3', place: 2 });
  expect(added.data!['createPicklistValue'].picklist.values[1]).toEqual({
    key: 'REEDEREI_OL',
    label: 'Reederei & Öl',
    labels: [
      { language: 'de-AT', label: 'Schifffahrt' },
      { language: 'nl', label: 'Scheepvaart' },
    ],
    color: '#A1b2C3',
    place: 2,
    isRetired: false,
  });
  for (const [input, key] of [
    [{ label: '東京' }, 'VALUE_1'],
    [{ label: '大阪' }, 'VALUE_2'],
    [{ label: 'reederei, ol' }, 'REEDEREI_OL_2'],
    [{ label: 'Straße Łódź Ærø' }, 'STRASSE_LODZ_AERO'],
    [{ label: '"}; DROP TABLE picklist_value; --', key: 'DROPPED' }, 'DROPPED'],
  ] as const)
    expect((await tryAdd(chief, 'Industry', input)).data!['createPicklistValue'].picklist.values.at(-1)).toMatchObject({ key });
  expect((await valuesOf(chief, 'Industry')).map(({ place }) => place)).toEqual(Array.from({ length: 22 }, (_, at) => at + 1));
  expect(await create(people['rep']!, 'Account', { accountName: 'A', industry: 'REEDEREI_OL' }, 'industry industryLabel')).toEqual({
    industry: 'REEDEREI_OL',
    industryLabel: 'Reederei & Öl',
  });
  const dutch = await crm.post(
    { query: '{ accounts { nodes { industryLabel } } picklist(name: "Industry") { values { label } } }' },
    { authorization: `Bearer ${chief.token}`, 'accept-language': 'nl' },
  );
  expect(dutch.data).toMatchObject({ accounts: { nodes: [{ industryLabel: 'Scheepvaart' }] } });
  expect((dutch.data as { picklist: { values: { label: string }[] } }).picklist.values[1]!.label).toBe('Scheepvaart');
});

test('hostile labels, keys, colors and languages are refused by name, and nothing is written', async () => {
  const { chief } = await company();
  const before = await valuesOf(chief, 'Rating');
  const faults = async (input: object): Promise<string[]> => faultsOf(await tryAdd(chief, 'Rating', input));
  expect(await faults({ label: '  ' })).toEqual(['input.label REQUIRED']);
  expect(await faults({ label: 'x'.repeat(121) })).toEqual(['input.label TOO_LONG']);
  expect(await faults({ label: 'a\0b' })).toEqual(['input.label INVALID_CHARACTER']);
  expect(await faults({ label: '\ud800' })).toEqual(['input.label INVALID_CHARACTER']);
  expect(await faults({ label: 'ACTIVE' })).toEqual(['input.label NOT_UNIQUE']);
  expect(await faults({ label: 'New', key: 'ACTIVE' })).toEqual(['input.key NOT_UNIQUE']);
  for (const key of ['new', 'A-B', '_A', 'A__B', 'É', '', "A'--", 'A\0'])
    expect(await faults({ label: 'New', key })).toEqual(['input.key INVALID_FORMAT']);
  expect(await faults({ label: 'New', key: 'A'.repeat(121) })).toEqual(['input.key TOO_LONG']);
  for (const color of ['red', '#12', '#12345G', '#1234567', ''])
    expect(await faults({ label: 'New', color })).toEqual(['input.color INVALID_FORMAT']);
  expect(await faults({ label: 'New', place: 0 })).toEqual(['input.place OUT_OF_RANGE']);
  const labels = [
    { language: 'nederlands', label: 'x' },
    { language: 'nl', label: ' ' },
    { language: 'NL', label: 'y' },
    { language: '__proto__', label: 'z' },
  ];
  expect(await faults({ label: 'New', labels })).toEqual([
    'input.labels.0.language INVALID_FORMAT',
    'input.labels.1.label REQUIRED',
    'input.labels.2.language CONTRADICTION',
    'input.labels.3.language INVALID_FORMAT',
  ]);
  expect(faultsOf(await tryAdd(chief, 'Nothing', { label: 'New' }))).toEqual(['picklist REFERENCE_NOT_FOUND']);
  expect(faultsOf(await tryChange(chief, 'Rating', 'NOTHING', { label: 'x' }))).toEqual(['key REFERENCE_NOT_FOUND']);
  expect(faultsOf(await tryChange(chief, 'Rating', 'A\0', { label: 'x' }))).toEqual(['key INVALID_CHARACTER']);
  expect(faultsOf(await tryChange(chief, 'Rating', 'ACTIVE', { label: null }))).toEqual(['input.label REQUIRED']);
  expect(await valuesOf(chief, 'Rating')).toEqual(before);
});

test('a value is renamed, recolored and moved; its key stays; labels not named stay, null takes one away', async () => {
  const { chief } = await company();
  const input = {
    label: 'Live',
    color: '#000000',
    place: 1,
    labels: [
      { language: 'nl', label: null },
      { language: 'fr', label: 'En cours' },
    ],
  };
  expect((await tryChange(chief, 'Rating', 'ACTIVE', input)).errors).toBeUndefined();
  expect(await valueOf(chief, 'Rating', 'ACTIVE')).toEqual({
    key: 'ACTIVE',
    label: 'Live',
    labels: [{ language: 'fr', label: 'En cours' }],
    color: '#000000',
    place: 1,
    isRetired: false,
  });
  await tryChange(chief, 'Rating', 'ACTIVE', { color: null });
  expect(await valueOf(chief, 'Rating', 'ACTIVE')).toMatchObject({ label: 'Live', color: null });
  const dry = await chief.send(
    `mutation { updatePicklistValue(picklist: "Rating", key: "ACTIVE", input: { label: "Dry" }, dryRun: true) { picklist { name } } }`,
  );
  expect(dry.errors).toBeUndefined();
  expect(await valueOf(chief, 'Rating', 'ACTIVE')).toMatchObject({ label: 'Live' });
});

test('a retired value stays in old records and is refused in new ones; its label is free for another', async () => {
  const { chief } = await company();
  const { id } = await create(chief, 'Account', { accountName: 'Old', rating: 'ACTIVE' });
  expect((await tryChange(chief, 'Rating', 'ACTIVE', { isRetired: true })).errors).toBeUndefined();
  expect(await update(chief, 'Account', id as string, { phone: '1' }, 'rating ratingLabel')).toEqual({
    rating: 'ACTIVE',
    ratingLabel: 'Active',
  });
  expect(faultsOf(await tryCreate(chief, 'Account', { accountName: 'New', rating: 'ACTIVE' }))).toEqual([
    'input.rating UNKNOWN_PICKLIST_VALUE',
  ]);
  expect((await tryAdd(chief, 'Rating', { label: 'active' })).data!['createPicklistValue'].picklist.values.at(-1).key).toBe('ACTIVE_2');
  expect(faultsOf(await tryChange(chief, 'Rating', 'ACTIVE', { isRetired: false }))).toEqual(['input.isRetired NOT_UNIQUE']);
  expect((await tryChange(chief, 'Rating', 'ACTIVE', { isRetired: false, label: 'Active again' })).errors).toBeUndefined();
  expect((await tryCreate(chief, 'Account', { accountName: 'New', rating: 'ACTIVE' })).errors).toBeUndefined();
});

test('a value in use is not deleted, also when only a record in the bin holds it: the refusal says how many where', async () => {
  const { chief } = await company();
  const [first] = await createMany(chief, 'Account', [
    { accountName: 'A', industry: 'WIRELESS_INDUSTRY' },
    { accountName: 'B', industry: 'WIRELESS_INDUSTRY' },
  ]);
  await remove(chief, 'Account', first!['id'] as string);
  await createLead(chief, { industry: 'WIRELESS_INDUSTRY' });
  const answer = await tryDelete(chief, 'Industry', 'WIRELESS_INDUSTRY');
  expect(faultsOf(answer)).toEqual(['key IN_USE']);
  expect(answer.errors![0]!.extensions['fields']).toEqual([
    expect.objectContaining({
      details: { count: 3, Account: 2, Lead: 1 },
      message: '3 records hold WIRELESS_INDUSTRY: Account 2, Lead 1. Replace it by another value, or retire it.',
    }),
  ]);
  expect(await valueOf(chief, 'Industry', 'WIRELESS_INDUSTRY')).toBeDefined();
  expect((await tryDelete(chief, 'Industry', 'STORAGE_EQUIPMENT')).errors).toBeUndefined();
  expect(await valueOf(chief, 'Industry', 'STORAGE_EQUIPMENT')).toBeUndefined();
  expect(faultsOf(await tryCreate(chief, 'Account', { accountName: 'C', industry: 'STORAGE_EQUIPMENT' }))).toEqual([
    'input.industry UNKNOWN_PICKLIST_VALUE',
  ]);
});

test('what new records start with can not be deleted, replaced or retired', async () => {
  const { chief } = await company();
  expect(faultsOf(await tryDelete(chief, 'LeadStatus', 'NOT_CONTACTED'))).toEqual(['key CONTRADICTION']);
  expect(faultsOf(await tryReplace(chief, 'LeadStatus', 'NOT_CONTACTED', 'CONTACTED'))).toEqual(['key CONTRADICTION']);
  expect(faultsOf(await tryChange(chief, 'LeadStatus', 'NOT_CONTACTED', { isRetired: true }))).toEqual(['input.isRetired CONTRADICTION']);
  expect((await tryChange(chief, 'LeadStatus', 'NOT_CONTACTED', { label: 'New' })).errors).toBeUndefined();
});

test('a replaced value is replaced in every module, in the bin too, with version and log; then it is gone', async () => {
  const { chief } = await company();
  const contact = await create(chief, 'Contact', { lastName: 'Byron', leadSource: 'CHAT' });
  const deal = await create(chief, 'Deal', { dealName: 'D', closingDate: '2027-01-31', stage: 'QUALIFICATION', leadSource: 'CHAT' });
  const other = await create(chief, 'Contact', { lastName: 'King', leadSource: 'PARTNER' });
  const leadId = await createLead(chief, { leadSource: 'CHAT' });
  await remove(chief, 'Contact', contact['id'] as string);

  expect(faultsOf(await tryReplace(chief, 'LeadSource', 'CHAT', 'CHAT'))).toEqual(['with CONTRADICTION']);
  expect(faultsOf(await tryReplace(chief, 'LeadSource', 'CHAT', 'NOTHING'))).toEqual(['with REFERENCE_NOT_FOUND']);
  await tryChange(chief, 'LeadSource', 'FACEBOOK', { isRetired: true });
  expect(faultsOf(await tryReplace(chief, 'LeadSource', 'CHAT', 'FACEBOOK'))).toEqual(['with CONTRADICTION']);

  const answer = await tryReplace(chief, 'LeadSource', 'CHAT', 'WEB_RESEARCH');
  expect(answer.data!['replacePicklistValue'].changedRecords).toBe(3);
  expect(answer.data!['replacePicklistValue'].picklist.values.map(({ key }: Value) => key)).not.toContain('CHAT');
  await restore(chief, 'Contact', contact['id'] as string);
  expect(await read(chief, 'Contact', contact['id'] as string, 'leadSource')).toEqual({ leadSource: 'WEB_RESEARCH' });
  expect(await read(chief, 'Deal', deal['id'] as string, 'leadSource version')).toEqual({ leadSource: 'WEB_RESEARCH', version: 2 });
  expect(await read(chief, 'Contact', other['id'] as string, 'leadSource version')).toEqual({ leadSource: 'PARTNER', version: 1 });
  expect((await chief.ask(`{ lead(id: "${leadId}") { leadSource } }`))['lead']).toEqual({ leadSource: 'WEB_RESEARCH' });
  expect((await changesOf(crm, deal['id'] as string)).at(-1)).toMatchObject({
    operation: 'UPDATE',
    was: { leadSource: 'CHAT' },
    became: { leadSource: 'WEB_RESEARCH' },
    actor: chief.userId,
  });
});

test('more records than one statement changes are changed all the same', async () => {
  const { chief } = await company();
  for (let call = 0; call < 6; call++)
    await createMany(
      chief,
      'Contact',
      Array.from({ length: 1000 }, (_, at) => ({ lastName: `L${at}`, leadSource: 'CHAT' })),
    );
  expect((await tryReplace(chief, 'LeadSource', 'CHAT', 'PARTNER')).data!['replacePicklistValue'].changedRecords).toBe(6000);
  const { contacts } = await chief.ask('{ contacts(filter: { leadSource: { eq: "PARTNER" } }) { totalCount } }');
  expect(contacts.totalCount).toBe(6000);
});

test('a value that a record is being saved with is not deleted under it', async () => {
  const { chief, people } = await company();
  for (let round = 0; round < 12; round++) {
    const { key } = (await tryAdd(chief, 'Rating', { label: `Round ${round}` })).data!['createPicklistValue'].picklist.values.at(
      -1,
    ) as Value;
    const saving = Array.from({ length: 5 }, (_, at) =>
      tryCreate(people['rep']!, 'Account', { accountName: `R${round}-${at}`, rating: key }),
    );
    const [deleted, ...saved] = await Promise.all([tryDelete(chief, 'Rating', key), ...saving]);
    const isDeleted = !deleted.errors;
    const held = saved.filter(({ errors }) => !errors).length;
    expect({ isDeleted, held }).toEqual(isDeleted ? { isDeleted, held: 0 } : { isDeleted, held: expect.any(Number) });
    expect([[], ['key IN_USE']]).toContainEqual(faultsOf(deleted));
    expect(saved.flatMap(faultsOf).filter((text) => text !== 'input.rating UNKNOWN_PICKLIST_VALUE')).toEqual([]);
  }
});

test('a deletion waits for a record that is half-way saved, and then finds it', async () => {
  const { chief } = await company();
  const halfway = Promise.withResolvers<undefined>();
  const checked = Promise.withResolvers<undefined>();
  const { transactions } = crm.app.services;
  const run = transactions.run.bind(transactions);
  let isFirst = true;
  transactions.run = (scope, work, decide) =>
    run(
      scope,
      (transaction) => {
        if (!isFirst) return work(transaction);
        isFirst = false;
        return work({
          ...transaction,
          run: async (text, values) => {
            if (!text.startsWith('INSERT INTO account')) return transaction.run(text, values);
            checked.resolve(undefined);
            await halfway.promise;
            return transaction.run(text, values);
          },
        });
      },
      decide,
    );
  try {
    const saving = tryCreate(chief, 'Account', { accountName: 'Slow', ownership: 'PUBLIC' });
    await checked.promise;
    let isAnswered = false;
    const deleting = tryDelete(chief, 'Ownership', 'PUBLIC').finally(() => (isAnswered = true));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(isAnswered).toBe(false);
    halfway.resolve(undefined);
    expect((await saving).errors).toBeUndefined();
    expect(faultsOf(await deleting)).toEqual(['key IN_USE']);
  } finally {
    transactions.run = run;
    halfway.resolve(undefined);
  }
});

test('an order names every value once; of two orders at once the later holds, whole', async () => {
  const { chief } = await company();
  const keys = (await valuesOf(chief, 'Rating')).map(({ key }) => key);
  const turned = [...keys].reverse();
  await Promise.all([tryReorder(chief, 'Rating', turned), tryReorder(chief, 'Rating', keys), tryReorder(chief, 'Rating', turned)]);
  const now = await valuesOf(chief, 'Rating');
  expect([keys, turned]).toContainEqual(now.map(({ key }) => key));
  expect(now.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5]);
  expect(faultsOf(await tryReorder(chief, 'Rating', [keys[0]!, keys[0]!, 'NOTHING'])).sort()).toEqual([
    'keys REQUIRED',
    'keys.1 CONTRADICTION',
    'keys.2 REFERENCE_NOT_FOUND',
  ]);
  expect(await valuesOf(chief, 'Rating')).toEqual(now);
});

test('a list takes a thousand values and not one more', async () => {
  const { chief, org } = await company();
  await crm.app.database.system.query(
    `INSERT INTO picklist_value (org, picklist, key, label, place) SELECT $1, 'DealType', 'N' || n, 'Number ' || n, n FROM generate_series(3, 999) n`,
    [org],
  );
  expect((await tryAdd(chief, 'DealType', { label: 'The thousandth' })).errors).toBeUndefined();
  expect(faultsOf(await tryAdd(chief, 'DealType', { label: 'One more' }))).toEqual(['picklist TOO_MANY']);
  expect(await valuesOf(chief, 'DealType')).toHaveLength(1000);
});

test('a Standard user changes no picklist, another organisation’s lists stay as they are, and the log says who changed what', async () => {
  const [{ chief, people, org }, other] = [await company(), await company()];
  const rep = people['rep']!;
  const [ours, theirs] = [await valuesOf(chief, 'Rating'), await valuesOf(other.chief, 'Rating')];
  const refused = [
    tryAdd(rep, 'Rating', { label: 'New' }),
    tryChange(rep, 'Rating', 'ACTIVE', { label: 'New' }),
    tryReorder(rep, 'Rating', ours.map(({ key }) => key).reverse()),
    tryReplace(rep, 'Rating', 'ACTIVE', 'ACQUIRED'),
    tryDelete(rep, 'Rating', 'ACTIVE'),
  ];
  for (const answer of await Promise.all(refused)) expect(codesOf(answer)).toEqual(['FORBIDDEN']);
  expect(await valuesOf(rep, 'Rating')).toEqual(ours);

  const account = await create(other.chief, 'Account', { accountName: 'Theirs', rating: 'ACTIVE' });
  await tryAdd(chief, 'Rating', { label: 'New' });
  await tryChange(chief, 'Rating', 'ACQUIRED', { label: 'Bought' });
  expect((await tryDelete(chief, 'Rating', 'ACTIVE')).errors).toBeUndefined();
  expect((await tryReplace(chief, 'Rating', 'ACQUIRED', 'NEW')).errors).toBeUndefined();
  expect(await valuesOf(other.chief, 'Rating')).toEqual(theirs);
  expect((await tryUpdate(other.chief, 'Account', account['id'] as string, { rating: 'ACQUIRED' })).errors).toBeUndefined();

  const events = (await changesOf(crm, org)).filter(({ module }) => module === 'Picklist');
  expect(events.map(({ operation, actor, became }) => [operation, actor, became['event'], became['key']])).toEqual([
    ['EVENT', chief.userId, 'picklistValue.created', 'NEW'],
    ['EVENT', chief.userId, 'picklistValue.updated', 'ACQUIRED'],
    ['EVENT', chief.userId, 'picklistValue.deleted', 'ACTIVE'],
    ['EVENT', chief.userId, 'picklistValue.replaced', 'ACQUIRED'],
  ]);
  expect(events[1]).toMatchObject({ was: { label: 'Acquired' }, became: { label: 'Bought', picklist: 'Rating' } });
});
