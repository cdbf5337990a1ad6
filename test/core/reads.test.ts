import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { registry } from '../../server/modules/index.js';
import { labelName } from '../../server/core/fields.js';
import { faultsOf } from '../support/answers.js';
import { create, remove } from '../support/records.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

/*
 * A small world, the same for every test here:
 *
 *   account   owner  revenue      industry          contacts (title)                  deals
 *   Acme      Ada    100          ASP               Ant (CEO), Bee (null), Cat (CTO)  Big 1000, Small 10
 *   Blue      Grace  50 USD @ 2   SERVICE_PROVIDER  Dog (CEO)                         -
 *   crow      Grace  null         null              -                                 -
 *   Gone      Ada    in the bin                     Eel (CEO)                         -
 *                                                   Fox (CFO), of no account
 */
let crm: Workspace;
let ada: Person;
const ids: Record<string, string> = {};

beforeAll(async () => {
  crm = await workspace();
  const acme = await crm.company('acme', [
    { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@acme.example.com' },
    { firstName: 'Grace', lastName: 'Hopper', email: 'grace@acme.example.com' },
  ]);
  ada = acme.people['ada']!;
  const make = async (module: 'Account' | 'Contact' | 'Deal', name: string, input: object) => {
    ids[name] = (await create(ada, module, input))['id'] as string;
  };
  const ownerId = `user_${acme.people['grace']!.userId}`;
  await make('Account', 'Acme', {
    accountName: 'Acme',
    annualRevenue: '100',
    industry: 'ASP_APPLICATION_SERVICE_PROVIDER',
    billingCity: 'Delft',
  });
  await make('Account', 'Blue', {
    accountName: 'Blue',
    annualRevenue: '50',
    currency: 'USD',
    exchangeRate: '2',
    industry: 'SERVICE_PROVIDER',
    ownerId,
    billingCity: 'DELFT',
  });
  await make('Account', 'crow', { accountName: 'crow', ownerId });
  await make('Account', 'Gone', { accountName: 'Gone' });
  for (const [lastName, account, title] of [
    ['Ant', 'Acme', 'CEO'],
    ['Bee', 'Acme', null],
    ['Cat', 'Acme', 'CTO'],
    ['Dog', 'Blue', 'CEO'],
    ['Eel', 'Gone', 'CEO'],
    ['Fox', '', 'CFO'],
  ] as const) {
    await make('Contact', lastName, { lastName, title, ...(account && { accountId: ids[account] }) });
  }
  for (const [dealName, amount, stage] of [
    ['Big', '1000', 'QUALIFICATION'],
    ['Small', '10', 'CLOSED_WON'],
  ]) {
    await make('Deal', dealName!, { dealName, amount, stage, closingDate: '2027-01-31', accountId: ids['Acme'] });
  }
  await remove(ada, 'Account', ids['Gone']!);
});
afterAll(() => crm.close());

/** The names of the accounts that meet a filter, oldest first. */
async function accounts(filter: object, more: object = {}): Promise<string[]> {
  const data = await ada.ask(
    'query ($filter: AccountFilter, $orderBy: [AccountOrder!], $deleted: DeletedRecords!) { accounts(filter: $filter, orderBy: $orderBy, deleted: $deleted) { nodes { accountName } } }',
    {
      orderBy: [{ id: 'ASC' }],
      deleted: 'WITHOUT',
      filter,
      ...more,
    },
  );
  return data['accounts'].nodes.map(({ accountName }: { accountName: string }) => accountName);
}

/** The names of the contacts in an order. */
async function contacts(orderBy: object[], filter: object = {}): Promise<string> {
  const data = await ada.ask(
    'query ($filter: ContactFilter, $orderBy: [ContactOrder!]) { contacts(filter: $filter, orderBy: $orderBy) { nodes { lastName } } }',
    { orderBy, filter },
  );
  return data['contacts'].nodes.map(({ lastName }: { lastName: string }) => lastName).join(' ');
}

test('a list can be filtered by what some, none or every one of its related records is', async () => {
  const chief = { title: { eq: 'CEO' } };
  expect(await accounts({ contacts: { some: chief } })).toEqual(['Acme', 'Blue']);
  expect(await accounts({ contacts: { none: chief } })).toEqual(['crow']);
  // An empty title is not CEO, and of no contacts at all every one is.
  expect(await accounts({ contacts: { every: chief } })).toEqual(['Blue', 'crow']);
  expect(await accounts({ contacts: { some: {} } })).toEqual(['Acme', 'Blue']);
  expect(await accounts({ contacts: { none: {} } })).toEqual(['crow']);
  expect(await accounts({ contacts: { some: { title: { isNull: true } }, none: { title: { eq: 'CFO' } } } })).toEqual(['Acme']);
  expect(await accounts({ not: { contacts: { every: chief } } })).toEqual(['Acme']);
  expect(await accounts({ deals: { some: { stage: { category: { eq: 'WON' } }, contact: { title: { eq: 'CEO' } } } } })).toEqual([]);
  expect(await accounts({ deals: { some: { stage: { category: { eq: 'WON' } } } } })).toEqual(['Acme']);
});

test('a filter on a look-up is false where there is no record, or only a deleted one', async () => {
  expect(await contacts([{ lastName: 'ASC' }], { account: { accountName: { notEq: 'Acme' } } })).toBe('Dog');
  expect(await contacts([{ lastName: 'ASC' }], { not: { account: { accountName: { eq: 'Acme' } } } })).toBe('Dog Eel Fox');
  expect(await contacts([{ lastName: 'ASC' }], { account: {} })).toBe('Ant Bee Cat Dog');
  expect(await contacts([{ lastName: 'ASC' }], { accountId: { isNull: false } })).toBe('Ant Bee Cat Dog Eel');
  expect(await contacts([{ lastName: 'ASC' }], { account: { owner: { firstName: { eq: 'Grace' } } } })).toBe('Dog');
});

test('an empty value is different from every value', async () => {
  expect(await accounts({ industry: { notEq: 'SERVICE_PROVIDER' } })).toEqual(['Acme', 'crow']);
  expect(await accounts({ industry: { notIn: ['SERVICE_PROVIDER'] } })).toEqual(['Acme', 'crow']);
  expect(await accounts({ billingCity: { notContains: 'elf' } })).toEqual(['crow']);
  expect(await accounts({ not: { annualRevenue: { gt: '1' } } })).toEqual(['crow']);
  expect(await accounts({ annualRevenue: { lte: '1000' } })).toEqual(['Acme', 'Blue']);
  expect(await accounts({ industry: { isNull: true } })).toEqual(['crow']);
});

test('one of nothing is nothing, none of nothing is everything', async () => {
  const all = ['Acme', 'Blue', 'crow'];
  expect(await accounts({ accountName: { in: [] } })).toEqual([]);
  expect(await accounts({ accountName: { notIn: [] } })).toEqual(all);
  expect(await accounts({ or: [] })).toEqual([]);
  expect(await accounts({ and: [] })).toEqual(all);
  expect(await accounts({})).toEqual(all);
  expect(await accounts({ not: {} })).toEqual([]);
  expect(await accounts({ accountName: {} })).toEqual(all);
});

test('parts of texts are found whatever their case, whole texts as they are written', async () => {
  expect(await accounts({ billingCity: { contains: 'eLf' } })).toEqual(['Acme', 'Blue']);
  expect(await accounts({ billingCity: { startsWith: 'del' } })).toEqual(['Acme', 'Blue']);
  expect(await accounts({ billingCity: { endsWith: 'LFT' } })).toEqual(['Acme', 'Blue']);
  expect(await accounts({ billingCity: { equalsIgnoreCase: 'delft' } })).toEqual(['Acme', 'Blue']);
  expect(await accounts({ billingCity: { eq: 'Delft' } })).toEqual(['Acme']);
  expect(await accounts({ billingCity: { in: ['DELFT', 'delft'] } })).toEqual(['Blue']);
});

test('all operators of one field, and all fields, must hold together', async () => {
  expect(await accounts({ accountName: { contains: 'c', notEq: 'Acme' } })).toEqual(['crow']);
  expect(await accounts({ accountName: { contains: 'c' }, billingCity: { isNull: false } })).toEqual(['Acme']);
  expect(
    await accounts({ or: [{ accountName: { eq: 'crow' } }, { accountName: { eq: 'Blue' } }], owner: { firstName: { eq: 'Grace' } } }),
  ).toEqual(['Blue', 'crow']);
});

test('amounts are compared, ordered and added up in base currency', async () => {
  // 50 dollars at two to the euro are 25 euros.
  expect(await accounts({ annualRevenue: { lt: '30' } })).toEqual(['Blue']);
  expect(await accounts({}, { orderBy: [{ annualRevenue: 'ASC' }] })).toEqual(['Blue', 'Acme', 'crow']);
  const data = await ada.ask(
    '{ accounts { aggregate { sum { annualRevenue } avg { annualRevenue } min { annualRevenue } max { annualRevenue } } nodes { annualRevenue annualRevenueInBaseCurrency } } }',
  );
  expect(data['accounts'].aggregate).toEqual({
    sum: { annualRevenue: '125' },
    avg: { annualRevenue: '62.5' },
    min: { annualRevenue: '25.00' },
    max: { annualRevenue: '100.00' },
  });
  expect(data['accounts'].nodes[1]).toEqual({ annualRevenue: '50.00', annualRevenueInBaseCurrency: '25.00' });
});

test('an order may go through look-ups and says where empty values stand', async () => {
  const byAccount = (direction: string) => contacts([{ account: { accountName: direction } }, { lastName: 'ASC' }]);
  expect(await byAccount('ASC')).toBe('Ant Bee Cat Dog Eel Fox');
  expect(await byAccount('DESC')).toBe('Eel Fox Dog Ant Bee Cat');
  expect(await byAccount('ASC_NULLS_FIRST')).toBe('Eel Fox Ant Bee Cat Dog');
  expect(await byAccount('DESC_NULLS_LAST')).toBe('Dog Ant Bee Cat Eel Fox');
  expect(await contacts([{ account: { owner: { lastName: 'ASC' } } }, { title: 'DESC_NULLS_LAST' }, { lastName: 'DESC' }])).toBe(
    'Dog Cat Ant Bee Fox Eel',
  );
  expect(await contacts([{ title: 'ASC' }])).toBe('Ant Dog Eel Fox Cat Bee');
});

test('the newest come first unless something else is asked for, and ties follow the last term', async () => {
  expect(await contacts([])).toBe('Fox Eel Dog Cat Bee Ant');
  expect(await contacts([{ emailOptOut: 'ASC' }])).toBe('Ant Bee Cat Dog Eel Fox');
  expect(await contacts([{ emailOptOut: 'DESC' }])).toBe('Fox Eel Dog Cat Bee Ant');
});

test('names are ordered as people expect, upper and lower case together', async () => {
  expect(await accounts({}, { orderBy: [{ accountName: 'ASC' }] })).toEqual(['Acme', 'Blue', 'crow']);
});

test('groups have a key, the record that a look-up leads to, and figures', async () => {
  const data = await ada.ask(`{
    accounts { groups(by: [{ field: OWNER }]) { key { ownerId owner { firstName } } aggregate { count sum { annualRevenue } } } }
    contacts { groups(by: [{ field: TITLE }, { field: ACCOUNT }]) { key { title accountId account { accountName } } aggregate { count } } }
  }`);
  expect(data['accounts'].groups).toEqual([
    {
      key: { ownerId: `user_${ada.userId}`, owner: { firstName: 'Ada' } },
      aggregate: { count: 1, sum: { annualRevenue: '100' } },
    },
    {
      key: { ownerId: expect.any(String), owner: { firstName: 'Grace' } },
      aggregate: { count: 2, sum: { annualRevenue: '25' } },
    },
  ]);
  const group = (title: string | null, account: string | null, visible = account) => ({
    key: { title, accountId: account && ids[account], account: visible && { accountName: visible } },
    aggregate: { count: 1 },
  });
  expect(data['contacts'].groups).toEqual([
    group('CEO', 'Acme'),
    group('CEO', 'Blue'),
    group('CEO', 'Gone', null),
    group('CFO', null),
    group('CTO', 'Acme'),
    group(null, 'Acme'),
  ]);
});

test('values of a picklist stand in the order of the list', async () => {
  const { industries } = await ada.ask('{ industries: accounts { groups(by: [{ field: INDUSTRY }]) { key { industry industryLabel } } } }');
  const key = (industry: string | null, industryLabel: string | null) => ({ key: { industry, industryLabel } });
  expect(industries.groups).toEqual([
    key('ASP_APPLICATION_SERVICE_PROVIDER', 'ASP (Application Service Provider)'),
    key('SERVICE_PROVIDER', 'Service Provider'),
    key(null, null),
  ]);
  await crm.app.database.system.query(`UPDATE picklist_value SET place = 99 WHERE org = $1 AND picklist = 'Industry' AND key LIKE 'ASP%'`, [
    ada.org,
  ]);
  expect(await accounts({}, { orderBy: [{ industry: 'ASC' }] })).toEqual(['Blue', 'Acme', 'crow']);
  await crm.app.database.system.query(`UPDATE picklist_value SET place = 1 WHERE org = $1 AND picklist = 'Industry' AND key LIKE 'ASP%'`, [
    ada.org,
  ]);
});

test('an empty list has figures of nothing and no groups', async () => {
  const figures =
    'totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } aggregate { count countDistinct { accountName } sum { annualRevenue employees } avg { annualRevenue } min { createdAt accountName } max { employees } } groups(by: [{ field: OWNER }]) { key { ownerId } }';
  const { accounts } = await ada.ask(`{ accounts(filter: { accountName: { eq: "None" } }) { ${figures} } }`);
  expect(accounts).toEqual({
    totalCount: 0,
    nodes: [],
    edges: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    aggregate: {
      count: 0,
      countDistinct: { accountName: 0 },
      sum: { annualRevenue: null, employees: null },
      avg: { annualRevenue: null },
      min: { createdAt: null, accountName: null },
      max: { employees: null },
    },
    groups: [],
  });
});

test('a page beyond the end is empty and still knows how many there are', async () => {
  const page =
    'query ($after: Cursor) { contacts(first: 6, after: $after) { totalCount aggregate { count } nodes { id } pageInfo { endCursor hasNextPage hasPreviousPage } } }';
  const first = await ada.ask(page);
  expect(first['contacts']).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: false, hasPreviousPage: false } });
  const beyond = await ada.ask(page, { after: first['contacts'].pageInfo.endCursor });
  expect(beyond['contacts']).toEqual({
    totalCount: 6,
    aggregate: { count: 6 },
    nodes: [],
    pageInfo: { endCursor: null, hasNextPage: false, hasPreviousPage: true },
  });
});

test('pages from the end come in the order of the list', async () => {
  const page =
    'query ($last: Int, $before: Cursor) { contacts(orderBy: [{ lastName: ASC }], last: $last, before: $before) { nodes { lastName } pageInfo { startCursor hasNextPage hasPreviousPage } } }';
  const { contacts: end } = await ada.ask(page, { last: 2 });
  expect(end).toMatchObject({ nodes: [{ lastName: 'Eel' }, { lastName: 'Fox' }], pageInfo: { hasNextPage: false, hasPreviousPage: true } });
  const { contacts: middle } = await ada.ask(page, { last: 3, before: end.pageInfo.startCursor });
  expect(middle).toMatchObject({
    nodes: [{ lastName: 'Bee' }, { lastName: 'Cat' }, { lastName: 'Dog' }],
    pageInfo: { hasNextPage: true, hasPreviousPage: true },
  });
  const { contacts: start } = await ada.ask(page, { last: 3, before: middle.pageInfo.startCursor });
  expect(start).toMatchObject({ nodes: [{ lastName: 'Ant' }], pageInfo: { hasNextPage: true, hasPreviousPage: false } });
});

test('each record pages through its own related list', async () => {
  const page = `query ($after: Cursor) {
    accounts(orderBy: [{ accountName: ASC }]) {
      nodes { accountName contacts(first: 2, after: $after, orderBy: [{ lastName: ASC }]) { totalCount edges { node { lastName } } pageInfo { hasNextPage endCursor } } deals { aggregate { sum { amount } } } }
    }
  }`;
  const lists = async (after?: string) =>
    (await ada.ask(page, { after }))['accounts'].nodes as {
      accountName: string;
      contacts: { totalCount: number; edges: { node: object }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      deals: object;
    }[];
  const seen = await lists();
  expect(
    seen.map(({ accountName, contacts, deals }) => [
      accountName,
      contacts.totalCount,
      contacts.edges.map(({ node }) => node),
      contacts.pageInfo.hasNextPage,
      deals,
    ]),
  ).toEqual([
    ['Acme', 3, [{ lastName: 'Ant' }, { lastName: 'Bee' }], true, { aggregate: { sum: { amount: '1010' } } }],
    ['Blue', 1, [{ lastName: 'Dog' }], false, { aggregate: { sum: { amount: null } } }],
    ['crow', 0, [], false, { aggregate: { sum: { amount: null } } }],
  ]);
  const [acme] = await lists(seen[0]!.contacts.pageInfo.endCursor);
  expect(acme!.contacts).toMatchObject({ totalCount: 3, edges: [{ node: { lastName: 'Cat' } }], pageInfo: { hasNextPage: false } });
});

test('deleted records are seen when asked for, alone or with the others', async () => {
  expect(await accounts({}, { deleted: 'WITH' })).toEqual(['Acme', 'Blue', 'crow', 'Gone']);
  expect(await accounts({}, { deleted: 'ONLY' })).toEqual(['Gone']);
  const { one, none, only, node } = await ada.ask(
    'query ($id: ID!) { one: account(id: $id, deleted: WITH) { accountName deletedAt contacts { nodes { lastName } } } none: account(id: $id) { id } only: account(id: $id, deleted: ONLY) { accountName } node(id: $id) { id } }',
    { id: ids['Gone'] },
  );
  expect({ one, none, only, node }).toEqual({
    one: { accountName: 'Gone', deletedAt: expect.any(String), contacts: { nodes: [{ lastName: 'Eel' }] } },
    none: null,
    only: { accountName: 'Gone' },
    node: null,
  });
  const user = await ada.ask(
    'query ($id: ID!) { user(id: $id) { all: ownedAccounts(deleted: WITH) { totalCount } ownedAccounts { totalCount } bin: ownedAccounts(deleted: ONLY) { nodes { accountName } } } }',
    { id: `user_${ada.userId}` },
  );
  expect(user).toEqual({ user: { all: { totalCount: 2 }, ownedAccounts: { totalCount: 1 }, bin: { nodes: [{ accountName: 'Gone' }] } } });
});

test('things of several kinds are read by their ids, in their order, each with what its kind has', async () => {
  const wanted = [ids['Big'], ids['Ant'], 'deal_nonsense', ids['Acme'], ids['Ant'], `user_${ada.userId}`];
  const { nodes, node } = await ada.ask(
    `query ($ids: [ID!]!, $id: ID!) {
      nodes(ids: $ids) { __typename ...Named ... on Deal { dealName stage { key } } ... on Account { contacts(first: 1, orderBy: [{ lastName: ASC }]) { nodes { lastName } } } }
      node(id: $id) { ... on Node { id } ... on Contact { account { accountName } } ... on Deal { dealName } }
    }
    fragment Named on Node { id ... on Account { name: accountName } ... on Contact { name: lastName } }`,
    { ids: wanted, id: ids['Ant'] },
  );
  const ant = { __typename: 'Contact', id: ids['Ant'], name: 'Ant' };
  expect(nodes).toEqual([
    { __typename: 'Deal', id: ids['Big'], dealName: 'Big', stage: { key: 'QUALIFICATION' } },
    ant,
    null,
    { __typename: 'Account', id: ids['Acme'], name: 'Acme', contacts: { nodes: [{ lastName: 'Ant' }] } },
    ant,
    { __typename: 'User', id: `user_${ada.userId}` },
  ]);
  expect(node).toEqual({ id: ids['Ant'], account: { accountName: 'Acme' } });
});

test('what is not compiled can stand beside what is, and the answer keeps the order of the question', async () => {
  const answer = await ada.send(`{
    before: __typename
    rich: accounts(filter: { annualRevenue: { gte: "100" } }) { __typename nodes { name: accountName owner { __typename firstName } contacts(first: 1) { totalCount } } }
    picklist(name: "Rating") { name values { key } }
    organization { name }
    estimateCost(document: "{ accounts(first: 10) { nodes { id } } }") { cost }
    __schema { queryType { name } }
  }`);
  expect(answer.errors).toBeUndefined();
  expect(Object.keys(answer.data!)).toEqual(['before', 'rich', 'picklist', 'organization', 'estimateCost', '__schema']);
  expect(answer.data).toMatchObject({
    before: 'Query',
    rich: {
      __typename: 'AccountConnection',
      nodes: [{ name: 'Acme', owner: { __typename: 'User', firstName: 'Ada' }, contacts: { totalCount: 3 } }],
    },
    picklist: { name: 'Rating', values: [{ key: 'ACQUIRED' }, {}, {}, {}, {}] },
    organization: { name: 'acme' },
    estimateCost: { cost: 10 },
  });
});

test('one root field that fails leaves the others their answers', async () => {
  for (const beside of ['organization { name }', 'picklist(name: "Rating") { name }']) {
    const answer = await ada.send(`{ bad: accounts(first: 0) { totalCount } good: accounts { totalCount } ${beside} }`);
    expect(faultsOf(answer)).toEqual(['first OUT_OF_RANGE']);
    expect(answer.errors).toMatchObject([{ path: ['bad'] }]);
    expect(answer.data).toMatchObject({ bad: null, good: { totalCount: 3 } });
  }
});

test('conditions and lists may come in variables, whole, in part, or as one value for a list', async () => {
  const query = `query ($filter: AccountFilter!, $more: [AccountFilter!], $name: String, $names: [String!], $order: SortOrder = ASC) {
    accounts(filter: { and: [$filter, { or: $more }, { accountName: { notEq: $name, in: $names } }] }, orderBy: [{ accountName: $order }]) { nodes { accountName } }
  }`;
  const names = async (variables: object) =>
    (await ada.ask(query, { filter: {}, more: [{}], ...variables }))['accounts'].nodes.map(
      ({ accountName }: { accountName: string }) => accountName,
    );
  expect(await names({})).toEqual(['Acme', 'Blue', 'crow']);
  expect(await names({ order: 'DESC' })).toEqual(['crow', 'Blue', 'Acme']);
  expect(await names({ filter: { owner: { firstName: { eq: 'Grace' } } } })).toEqual(['Blue', 'crow']);
  expect(await names({ filter: { owner: { firstName: { eq: 'Ada' } } } })).toEqual(['Acme']);
  expect(await names({ more: [{ accountName: { eq: 'crow' } }, { billingCity: { startsWith: 'Del' } }], name: 'Acme' })).toEqual([
    'Blue',
    'crow',
  ]);
  expect(await names({ more: { accountName: { eq: 'crow' } } })).toEqual(['crow']);
  expect(await names({ names: ['crow', 'Acme'] })).toEqual(['Acme', 'crow']);
  expect(await names({ names: 'crow' })).toEqual(['crow']);
  expect(await names({ names: [] })).toEqual([]);
});

test('the same question with other values gives other answers', async () => {
  const query =
    'query ($id: ID!, $first: Int, $by: [ContactGroupBy!]!, $with: Boolean!) { account(id: $id) { contacts(first: $first) { nodes { lastName @include(if: $with) id @skip(if: $with) } groups(by: $by) { key { title @include(if: $with) accountId @skip(if: $with) } } } } }';
  const ask = async (id: string, first: number, by: string[], withNames: boolean) =>
    (await ada.ask(query, { id: ids[id], first, by: by.map((field) => ({ field })), with: withNames }))['account']?.contacts ?? null;
  expect(await ask('Acme', 1, ['TITLE'], true)).toEqual({
    nodes: [{ lastName: 'Cat' }],
    groups: ['CEO', 'CTO', null].map((title) => ({ key: { title } })),
  });
  expect(await ask('Acme', 2, ['ACCOUNT'], false)).toEqual({
    nodes: [{ id: ids['Cat'] }, { id: ids['Bee'] }],
    groups: [{ key: { accountId: ids['Acme'] } }],
  });
  expect(await ask('Blue', 1, ['TITLE'], true)).toEqual({
    nodes: [{ lastName: 'Dog' }],
    groups: [{ key: { title: 'CEO' } }],
  });
  expect(await ask('Gone', 1, ['TITLE'], true)).toBeNull();
});

test('fields asked for twice are merged, under whatever name they were asked for', async () => {
  const alias = `a${'b'.repeat(100)}`;
  const { account } = await ada.ask(
    `query ($id: ID!) {
      account(id: $id) { ...A ...B ${alias}: accountName ${alias}c: accountName __proto__: billingCity constructor: __typename owner { firstName } }
    }
    fragment A on Account { owner { lastName } contacts(first: 1) { totalCount } }
    fragment B on Account { owner { lastName fullName } contacts(first: 1) { nodes { ${alias}: lastName ${alias}c: title } } }`,
    { id: ids['Acme'] },
  );
  const expected = JSON.parse(`{ "__proto__": "Delft" }`) as object;
  expect(account).toEqual(
    Object.assign(expected, {
      owner: { lastName: 'Lovelace', fullName: 'Ada Lovelace', firstName: 'Ada' },
      contacts: { totalCount: 3, nodes: [{ [alias]: 'Cat', [`${alias}c`]: 'CTO' }] },
      [alias]: 'Acme',
      [`${alias}c`]: 'Acme',
      constructor: 'Account',
    }),
  );
  expect(Object.hasOwn(account, '__proto__')).toBe(true);
});

test('a related list may be asked for more fields than a function of PostgreSQL takes', async () => {
  const fields = (module: string) =>
    [...registry.module(module).fields.values()]
      .filter(({ kind }) => kind !== 'lookup')
      .flatMap((field) => [field.name, ...(field.kind === 'picklist' ? [labelName(field)] : [])]);
  const own = fields('Contact');
  const parent = fields('Account');
  expect(own.length + 2 * parent.length).toBeGreaterThan(100);
  const selection = `${own.join(' ')} account { ${parent.join(' ')} parentAccount { id } } reportingTo { ${own.join(' ')} } owner { id email }`;
  const { chief } = await crm.company('wide');
  const { id } = await create(chief, 'Account', { accountName: 'Wide', tickerSymbol: 'W' });
  const boss = await create(chief, 'Contact', { lastName: 'Boss', twitter: '@boss' });
  await create(chief, 'Contact', { lastName: 'Wide', otherCountry: 'NL', reportingToId: boss['id'], accountId: id });
  const { account, flat } = await chief.ask(
    `query ($id: ID!) { account(id: $id) { contacts(first: 1) { nodes { ${selection} } edges { node { ${selection} } } } } flat: contacts(first: 1) { nodes { ${selection} } } }`,
    { id },
  );
  const [wide] = account.contacts.nodes;
  expect(wide).toMatchObject({
    lastName: 'Wide',
    otherCountry: 'NL',
    version: 1,
    emailOptOut: false,
    account: { accountName: 'Wide', tickerSymbol: 'W', parentAccount: null },
    reportingTo: { lastName: 'Boss', twitter: '@boss' },
    owner: { email: chief.email },
  });
  expect(account.contacts.edges).toEqual([{ node: wide }]);
  expect(flat.nodes).toEqual([wide]);
  expect(Object.keys(wide)).toEqual([...own, 'account', 'reportingTo', 'owner']);
});
