import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphQLObjectType } from 'graphql';
import { standardPicklists } from '../../server/core/picklist.js';
import { codesOf, faultsOf } from '../support/answers.js';
import { create, createMany, read, rowId, tryCreate, tryUpdate, update } from '../support/records.js';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
let chief: Person;

beforeAll(async () => {
  crm = await workspace();
  acme = await crm.company('acme');
  ({ chief } = acme);
});
afterAll(() => crm.close());

const system = (sql: string, values: unknown[] = []) => crm.app.database.system.query(sql, values);
const lead = { lastName: 'Lovelace', company: 'Analytical Engines' };

/** Marks a lead as converted, as the conversion does: nothing of the API does it yet. */
const convert = (id: string, columns = '') => system(`UPDATE lead SET converted_at = now()${columns} WHERE id = $1`, [rowId(id)]);

test('a new lead belongs to whoever makes it, is not contacted yet, and gets mail', async () => {
  expect(
    await create(
      chief,
      'Lead',
      { ...lead, salutation: 'MS', firstName: 'Ada', annualRevenue: '1000.505', noOfEmployees: 3 },
      'fullName leadStatus leadStatusLabel emailOptOut unsubscribedAt unsubscribedMode converted convertedAt leadConversionTime annualRevenue annualRevenueInBaseCurrency currency ownerId',
    ),
  ).toEqual({
    fullName: 'Ms. Ada Lovelace',
    leadStatus: 'NOT_CONTACTED',
    leadStatusLabel: 'Not Contacted',
    emailOptOut: false,
    unsubscribedAt: null,
    unsubscribedMode: null,
    converted: false,
    convertedAt: null,
    leadConversionTime: null,
    annualRevenue: '1000.51',
    annualRevenueInBaseCurrency: '1000.51',
    currency: 'EUR',
    ownerId: `user_${chief.userId}`,
  });
});

test('a status can be emptied, and a default that the organisation has retired is none', async () => {
  const globex = await crm.company('globex');
  const { id } = await create(globex.chief, 'Lead', lead);
  expect(await update(globex.chief, 'Lead', id, { leadStatus: null }, 'leadStatus')).toEqual({ leadStatus: null });
  await system(`UPDATE picklist_value SET is_retired = true WHERE org = $1 AND key = 'NOT_CONTACTED'`, [globex.org]);
  expect(await create(globex.chief, 'Lead', lead, 'leadStatus')).toEqual({ leadStatus: null });
  expect(faultsOf(await tryCreate(globex.chief, 'Lead', { ...lead, leadStatus: 'NOT_CONTACTED' }))).toEqual([
    'input.leadStatus UNKNOWN_PICKLIST_VALUE',
  ]);
});

test('the lists of a lead are the ones that accounts and contacts have, and its status is its own', () => {
  const keys = (name: string) =>
    standardPicklists()
      .find((list) => list.name === name)!
      .values.map(({ key }) => key);
  expect(keys('LeadStatus')).toEqual([
    'ATTEMPTED_TO_CONTACT',
    'CONTACT_IN_FUTURE',
    'CONTACTED',
    'JUNK_LEAD',
    'LOST_LEAD',
    'NOT_CONTACTED',
    'PRE_QUALIFIED',
    'NOT_QUALIFIED',
  ]);
  const type = crm.app.model.schema.getType('Lead') as GraphQLObjectType;
  const scalars = ['leadSource', 'industry', 'rating', 'salutation'].map((name) => String(type.getFields()[name]!.type));
  expect(scalars).toEqual(['LeadSource', 'Industry', 'Rating', 'Salutation']);
});

test('a lead needs its company, unless the organisation sells to consumers', async () => {
  const initech = await crm.company('initech');
  for (const input of [{ lastName: 'A' }, { lastName: 'A', company: null }, { lastName: 'A', company: ' ' }])
    expect(faultsOf(await tryCreate(initech.chief, 'Lead', input))).toEqual(['input.company REQUIRED']);
  const { id } = await create(initech.chief, 'Lead', lead);
  expect(faultsOf(await tryUpdate(initech.chief, 'Lead', id, { company: null }))).toEqual(['input.company REQUIRED']);

  await system('UPDATE organization SET requires_lead_company = false WHERE org = $1', [initech.org]);
  const consumer = await create(initech.chief, 'Lead', { lastName: 'A' }, 'id company');
  expect(consumer['company']).toBeNull();
  await system('UPDATE organization SET requires_lead_company = true WHERE org = $1', [initech.org]);
  // Who is there without one can go on being worked with.
  expect(await update(initech.chief, 'Lead', consumer['id'], { phone: '1' }, 'phone company')).toEqual({ phone: '1', company: null });
});

test('who opts out is marked as unsubscribed by hand, once, until they opt in again', async () => {
  const fields = 'unsubscribedMode unsubscribedAt version';
  const { id } = await create(chief, 'Lead', lead);
  const out = await update(chief, 'Lead', id, { emailOptOut: true }, fields);
  expect(out).toEqual({ unsubscribedMode: 'MANUAL', unsubscribedAt: expect.any(String), version: 2 });
  expect(await update(chief, 'Lead', id, { emailOptOut: true }, fields)).toEqual(out);
  expect(await update(chief, 'Lead', id, { phone: '1' }, fields)).toEqual({ ...out, version: 3 });
  await system(`UPDATE lead SET unsubscribed_mode = 'UNSUBSCRIBE_LINK' WHERE id = $1`, [rowId(id)]);
  expect(await update(chief, 'Lead', id, { phone: '2' }, fields)).toMatchObject({ unsubscribedMode: 'UNSUBSCRIBE_LINK' });
  expect(await update(chief, 'Lead', id, { emailOptOut: false }, fields)).toMatchObject({ unsubscribedMode: null, unsubscribedAt: null });
});

test('nobody writes by hand what the conversion writes', async () => {
  for (const name of ['converted', 'convertedAt', 'convertedContactId', 'leadConversionTime', 'unsubscribedAt', 'fullName'])
    expect(faultsOf(await tryCreate(chief, 'Lead', { ...lead, [name]: null }))).toEqual([`input.${name} UNKNOWN_FIELD`]);
});

test('a converted lead is in no list, figure or condition that does not ask for it; by its id it is there', async () => {
  const umbrella = await crm.company('umbrella');
  const [open, done, gone] = (await createMany(
    umbrella.chief,
    'Lead',
    ['Open', 'Done', 'Gone'].map((lastName) => ({ ...lead, lastName })),
  )) as [{ id: string }, { id: string }, { id: string }];
  const contact = await create(umbrella.chief, 'Contact', { lastName: 'Done' });
  await convert(done.id, `, converted_contact_id = '${rowId(contact['id'])}'`);
  await umbrella.chief.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: gone.id });

  const list = 'totalCount nodes { lastName } aggregate { count } groups(by: [LAST_NAME]) { key { lastName } }';
  const names = (found: Record<string, any>) => {
    const of = (part: {
      totalCount: number;
      nodes: { lastName: string }[];
      aggregate: object;
      groups: { key: { lastName: string } }[];
    }) => {
      const all = part.nodes.map(({ lastName }) => lastName).sort();
      expect([part.totalCount, part.aggregate, part.groups.map(({ key }) => key.lastName)]).toEqual([
        all.length,
        { count: all.length },
        all,
      ]);
      return all;
    };
    return Object.fromEntries(Object.entries(found).map(([name, part]) => [name, of(part)]));
  };
  expect(
    names(
      await umbrella.chief.ask(`{
        plain: leads { ${list} } without: leads(converted: WITHOUT) { ${list} } all: leads(converted: WITH) { ${list} } only: leads(converted: ONLY) { ${list} }
        deletedToo: leads(converted: WITH, deleted: WITH) { ${list} } both: leads(converted: ONLY, deleted: ONLY) { ${list} }
      }`),
    ),
  ).toEqual({
    plain: ['Open'],
    without: ['Open'],
    all: ['Done', 'Open'],
    only: ['Done'],
    deletedToo: ['Done', 'Gone', 'Open'],
    both: [],
  });

  const { users } = await umbrella.chief.ask(`{
    users { nodes { ownedLeads { ${list} } } }
  }`);
  expect(names(users.nodes[0])).toEqual({ ownedLeads: ['Open'] });
  const conditions = await umbrella.chief.ask(`{
    done: users(filter: { ownedLeads: { some: { lastName: { eq: "Done" } } } }) { totalCount }
    open: users(filter: { ownedLeads: { every: { converted: { eq: false } } } }) { totalCount }
  }`);
  expect(conditions).toEqual({ done: { totalCount: 0 }, open: { totalCount: 1 } });
  expect(await read(umbrella.chief, 'Lead', done.id, 'converted convertedContact { lastName } leadConversionTime')).toEqual({
    converted: true,
    convertedContact: { lastName: 'Done' },
    leadConversionTime: 0,
  });
  const { node } = await umbrella.chief.ask('query ($id: ID!) { node(id: $id) { ... on Lead { lastName } } }', { id: done.id });
  expect(node).toEqual({ lastName: 'Done' });
  expect(await read(umbrella.chief, 'Lead', open.id, 'converted')).toEqual({ converted: false });
});

test('a converted lead can be neither changed nor deleted, alone or among others', async () => {
  const [done, open] = (await createMany(chief, 'Lead', [lead, lead])) as [{ id: string }, { id: string }];
  await convert(done.id);
  const before = await read(chief, 'Lead', done.id);
  const refused = await tryUpdate(chief, 'Lead', done.id, { phone: '1' });
  expect(codesOf(refused)).toEqual(['LEAD_CONVERTED']);
  expect(refused.errors![0]!.extensions).toMatchObject({ id: done.id });
  expect(codesOf(await chief.send('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: done.id }))).toEqual([
    'LEAD_CONVERTED',
  ]);
  const { updateLeads } = await chief.ask(
    'mutation ($items: [LeadUpdateItem!]!) { updateLeads(onError: CONTINUE, items: $items) { succeeded results { lead { phone } error { code fields { code } } } } }',
    { items: [done, open].map(({ id }) => ({ id, input: { phone: '2' } })) },
  );
  expect(updateLeads).toEqual({
    succeeded: 1,
    results: [
      { lead: null, error: { code: 'LEAD_CONVERTED', fields: [] } },
      { lead: { phone: '2' }, error: null },
    ],
  });
  expect(await read(chief, 'Lead', done.id)).toEqual(before);
});

test('the days to the conversion are whole ones', async () => {
  const { id } = await create(chief, 'Lead', lead);
  await system(`UPDATE lead SET converted_at = created_at + interval '3 days 23 hours' WHERE id = $1`, [rowId(id)]);
  expect(await read(chief, 'Lead', id, 'leadConversionTime')).toEqual({ leadConversionTime: 3 });
});
