import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  accounts,
  campaignMembers,
  campaigns,
  contacts,
  createClient,
  deals,
  leads,
  productLinks,
  products,
  vendors,
  type CampaignMemberFilter,
  type Crm,
} from '../../sdk/src/index.js';
import { call } from '../../sdk/src/call.js';
import { listeningServer, type ListeningServer } from './support/listening-server.js';

let server: ListeningServer;
let crm: Crm;
/** The ids of a campaign, of two of its people, and of what they belong to. */
let campaign: string, lead: string, contact: string, account: string, deal: string;
beforeAll(async () => {
  server = await listeningServer();
  crm = createClient({ url: server.url, auth: server.company.chief.token, retries: 0 });
  const id = async (made: Promise<{ readonly id: string }>) => (await made).id;
  campaign = await id(campaigns(crm).create({ campaignName: 'Spring fair' }));
  account = await id(accounts(crm).create({ accountName: 'Noorderlicht' }));
  lead = await id(leads(crm).create({ firstName: 'Ada', lastName: 'Lovelace', company: 'Difference Engines' }));
  contact = await id(contacts(crm).create({ lastName: 'Bakker', accountId: account }));
  deal = await id(
    deals(crm).create({ dealName: 'Lighthouse', amount: '100', contactId: contact, stage: 'QUALIFICATION', closingDate: '2027-01-31' }),
  );
  // One after the other: `createdAt` tells them apart.
  await campaignMembers(crm).create({ campaignId: campaign, personId: lead });
  await campaignMembers(crm).create({ campaignId: campaign, personId: contact });
});
afterAll(() => server.crm.close());

const orderBy = [{ createdAt: 'ASC' }, { id: 'ASC' }] as const;
const person = { displayName: true, on: { Lead: { company: true }, Contact: { account: { accountName: true } } } } as const;
const ada = { __typename: 'Lead', displayName: 'Ada Lovelace', company: 'Difference Engines' };
const bakker = { __typename: 'Contact', displayName: 'Bakker', account: { accountName: 'Noorderlicht' } };

test('a reference is read by what all its types have and by what each has, in a list, a walk, a get and a related list', async () => {
  const { nodes } = await campaignMembers(crm).list({ orderBy, select: { id: true, person } });
  expect(nodes.map((member) => member.person)).toEqual([ada, bakker]);
  const told = nodes.map((member) => (member.person?.__typename === 'Lead' ? member.person.company : member.person?.account?.accountName));
  expect(told).toEqual(['Difference Engines', 'Noorderlicht']);
  expect(await campaignMembers(crm).iterate({ orderBy, pageSize: 1, select: { person } }).toArray({ limit: 9 })).toEqual([
    { person: ada },
    { person: bakker },
  ]);
  expect(await campaignMembers(crm).get(nodes[1]!.id, { select: { person } })).toEqual({ person: bakker });
  const { members } = (await campaigns(crm).get(campaign, { select: { members: { args: { orderBy, first: 1 }, nodes: { person } } } }))!;
  expect(members).toEqual({ nodes: [{ person: ada }] });
});

test('a type that is not named has the common fields alone, and the type may be all that is read', async () => {
  const partial = await campaignMembers(crm).list({
    orderBy,
    select: { person: { owner: { email: true }, on: { Lead: { lastName: true } } } },
  });
  const owner = { email: server.company.chief.email };
  expect(partial.nodes).toEqual([
    { person: { __typename: 'Lead', owner, lastName: 'Lovelace' } },
    { person: { __typename: 'Contact', owner } },
  ]);
  const typed = await campaignMembers(crm).list({ orderBy, select: { personId: true, person: { __typename: true } } });
  expect(typed.nodes).toEqual([
    { personId: lead, person: { __typename: 'Lead' } },
    { personId: contact, person: { __typename: 'Contact' } },
  ]);
  // Without a selection: the id, as of any relation.
  expect((await campaignMembers(crm).list({ orderBy })).nodes.map(({ personId }) => personId)).toEqual([lead, contact]);
});

test('related lists of a type are asked with their own arguments', async () => {
  const { nodes } = await campaignMembers(crm).list({
    orderBy,
    first: 2,
    select: {
      person: {
        on: {
          Lead: { campaignMemberships: { args: { filter: { campaignId: { eq: campaign } }, first: 5 }, totalCount: true } },
          Contact: {
            deals: {
              args: { filter: { amount: { gte: 100 } }, first: 1 },
              nodes: { dealName: true, stage: { label: true } },
              groups: { args: { by: [{ field: 'STAGE' }], orderBy: [{ count: 'DESC' }] }, aggregate: { count: true } },
            },
            reportees: { args: { filter: { lastName: { eq: 'Nobody' } } }, totalCount: true },
          },
        },
      },
    },
  });
  expect(nodes).toEqual([
    { person: { __typename: 'Lead', campaignMemberships: { totalCount: 1 } } },
    {
      person: {
        __typename: 'Contact',
        deals: { nodes: [{ dealName: 'Lighthouse', stage: { label: expect.any(String) } }], groups: [{ aggregate: { count: 1 } }] },
        reportees: { totalCount: 0 },
      },
    },
  ]);
});

test('what a write answers is selected by type as well', async () => {
  const other = await campaigns(crm).create({
    campaignName: 'Autumn fair',
    members: { create: [{ personId: contact }] },
  });
  const made = await campaignMembers(crm).create({ campaignId: other.id, personId: lead }, { select: { id: true, person } });
  expect(made.person).toEqual(ada);
  const updated = await campaignMembers(crm).update(made.id, { memberStatus: 'SENT' }, { select: { memberStatus: true, person } });
  expect(updated).toEqual({ memberStatus: 'SENT', person: ada });
  const gone = await campaignMembers(crm).deleteMany([made.id], { select: { person } });
  expect(gone.results).toMatchObject([{ record: { person: ada } }]);
  await campaigns(crm).delete(other.id, { restrictIfChildren: false });
});

test('lists are filtered through a reference: by its module, by fields of a type, by its id', async () => {
  const people = async (filter: CampaignMemberFilter) =>
    (await campaignMembers(crm).list({ filter, orderBy, select: { personId: true } })).nodes.map(({ personId }) => personId);
  expect(await people({ person: { lead: { company: { eq: 'Difference Engines' } } } })).toEqual([lead]);
  expect(await people({ person: { lead: { company: { eq: 'Noorderlicht' } } } })).toEqual([]);
  expect(await people({ person: { contact: { account: { accountName: { startsWith: 'Noorder' } } } } })).toEqual([contact]);
  expect(await people({ person: { module: { eq: 'LEAD' } } })).toEqual([lead]);
  expect(await people({ person: { module: { in: ['CONTACT', 'LEAD'] } } })).toEqual([lead, contact]);
  expect(await people({ personId: { notEq: lead } })).toEqual([contact]);
  const { nodes } = await campaigns(crm).list({
    filter: { members: { some: { person: { lead: { lastName: { eq: 'Lovelace' } } } } } },
    select: { campaignName: true },
  });
  expect(nodes).toEqual([{ campaignName: 'Spring fair' }]);
});

test('records are grouped by a reference, and its records are read in the keys', async () => {
  const groups = await campaignMembers(crm).groups({
    by: [{ field: 'PERSON' }],
    having: { countDistinct: { personId: { gte: 1 } } },
    select: { key: { personId: true, person }, aggregate: { count: true, countDistinct: { personId: true } } },
  });
  const aggregate = { count: 1, countDistinct: { personId: 1 } };
  expect(groups).toHaveLength(2);
  expect(groups).toEqual(
    expect.arrayContaining([
      { key: { personId: lead, person: ada }, aggregate },
      { key: { personId: contact, person: bakker }, aggregate },
    ]),
  );
  const nested = await campaigns(crm).get(campaign, {
    select: {
      members: { groups: { args: { by: [{ field: 'PERSON' }], first: 5 }, key: { person: { on: { Lead: { company: true } } } } } },
    },
  });
  expect(nested?.members?.groups).toEqual(
    expect.arrayContaining([
      { key: { person: { __typename: 'Lead', company: 'Difference Engines' } } },
      { key: { person: { __typename: 'Contact' } } },
    ]),
  );
});

test('a reference to records of five types tells each of them', async () => {
  const product = await products(crm).create({ productName: 'Lamp' });
  const vendor = await vendors(crm).create({ vendorName: 'Glassworks' });
  await productLinks(crm).createMany([lead, account, contact, deal, vendor.id].map((recordId) => ({ productId: product.id, recordId })));
  const on = {
    Lead: { company: true },
    Account: { accountName: true },
    Contact: { account: { accountName: true } },
    Deal: { amount: true, stage: { key: true } },
    Vendor: { vendorName: true },
  } as const;
  const { nodes } = await productLinks(crm).list({ filter: { productId: { eq: product.id } }, select: { record: { on } } });
  expect(nodes).toHaveLength(5);
  expect(nodes.map(({ record }) => record)).toEqual(
    expect.arrayContaining([
      { __typename: 'Lead', company: 'Difference Engines' },
      { __typename: 'Account', accountName: 'Noorderlicht' },
      { __typename: 'Contact', account: { accountName: 'Noorderlicht' } },
      { __typename: 'Deal', amount: '100.00', stage: { key: 'QUALIFICATION' } },
      { __typename: 'Vendor', vendorName: 'Glassworks' },
    ]),
  );
  const linked = await products(crm).get(product.id, {
    select: { links: { args: { filter: { record: { deal: { amount: { gte: 50 } } } } }, nodes: { recordId: true } } },
  });
  expect(linked?.links?.nodes).toEqual([{ recordId: deal }]);
});

test('fields of one name and of different types are read side by side', async () => {
  const { id: deal } = await deals(crm).create({
    ...{ dealName: 'Typed', type: 'NEW_BUSINESS', stage: 'QUALIFICATION', closingDate: '2027-01-31' },
    externalIds: { Deal_type: 'erp', undefined_type: 'erp' },
  });
  await campaigns(crm).update(campaign, { type: 'TRADE_SHOW', status: 'ACTIVE' });
  const { id: product } = await products(crm).create({ productName: 'Taxed' });
  const members = { args: { first: 1, orderBy }, nodes: { person: { on: { Lead: { company: true } } } } };
  const select = {
    id: true,
    on: {
      Deal: { type: true, externalIds: true, stage: { key: true } },
      Campaign: { type: true, status: true, members },
      Product: { taxes: { args: { first: 2 }, totalCount: true } },
      Quote: { taxes: true },
      Invoice: { status: true, taxes: true },
    },
  };
  // Any record by its id: no reference leads to all of them.
  const read = (id: string) => call(crm, 'query', { name: 'node', target: '', args: { id }, own: { id: 'ID!' }, select: select as never });
  expect(await read(deal)).toEqual({
    ...{ __typename: 'Deal', id: deal, type: 'NEW_BUSINESS' },
    ...{ externalIds: { Deal_type: 'erp', undefined_type: 'erp' }, stage: { key: 'QUALIFICATION' } },
  });
  expect(await read(campaign)).toEqual({
    ...{ __typename: 'Campaign', id: campaign, type: 'TRADE_SHOW', status: 'ACTIVE' },
    members: { nodes: [{ person: { __typename: 'Lead', company: 'Difference Engines' } }] },
  });
  expect(await read(product)).toEqual({ __typename: 'Product', id: product, taxes: { totalCount: 0 } });
  expect(await read(lead)).toEqual({ __typename: 'Lead', id: lead });
});
