import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { WriteContext } from '../../server/core/context.js';
import { updateRecords } from '../../server/core/write/operations.js';
import { registry } from '../../server/modules/index.js';
import { codesOf, faultsOf } from '../support/answers.js';
import { ownerOrBelow } from '../support/access-shapes.js';
import { changesOf } from '../support/change-log.js';
import { watchDriver } from '../support/driver.js';
import { create, read, remove, restore, rowId, tryCreate } from '../support/records.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let ada: Person;
let sent: string[];
let product: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  crm = await workspace();
  ada = (await crm.company('acme')).chief;
  sent = watchDriver(crm.app);
  const inputs = {
    Lead: { lastName: 'Bell', firstName: 'Zoe', company: 'Bells' },
    Account: { accountName: 'Anchor Ltd', phone: '1' },
    Contact: { lastName: 'Cole', firstName: 'Abe', phone: '2' },
    Deal: { dealName: 'Dock', stage: 'QUALIFICATION', closingDate: '2027-01-31', amount: '10' },
    Vendor: { vendorName: 'Ever Ltd' },
  };
  for (const [module, input] of Object.entries(inputs)) ids[module] = (await create(ada, module, input))['id'] as string;
  product = (await create(ada, 'Product', { productName: 'Lamp' }))['id'] as string;
  for (const id of Object.values(ids)) await create(ada, 'ProductLink', { productId: product, recordId: id });
});
afterAll(() => crm.close());

const SELECTION = `recordId record { __typename id displayName owner { lastName }
  ... on Lead { company } ... on Account { phone contacts { totalCount } } ... on Contact { phone } ... on Deal { stage { category } } ... on Product { unitPrice } }`;

test('what is selected of each module comes in the one statement of the list, in the order of the names', async () => {
  sent.length = 0;
  const { productLinks } = await ada.ask(`{ productLinks(orderBy: [{ record: ASC }]) { nodes { ${SELECTION} } } }`);
  expect(sent).toHaveLength(1);
  const record = (module: string, displayName: string, more: object = {}) => ({
    recordId: ids[module],
    record: { __typename: module, id: ids[module], displayName, owner: { lastName: expect.any(String) }, ...more },
  });
  expect(productLinks.nodes).toEqual([
    record('Account', 'Anchor Ltd', { phone: '1', contacts: { totalCount: 0 } }),
    record('Lead', 'Zoe Bell', { company: 'Bells' }),
    record('Contact', 'Abe Cole', { phone: '2' }),
    record('Deal', 'Dock', { stage: { category: 'OPEN' } }),
    record('Vendor', 'Ever Ltd'),
  ]);
});

test('a page after a cursor goes on in the order of the names, forwards and backwards', async () => {
  const page = (args: string) =>
    ada.ask(
      `{ productLinks(orderBy: [{ record: DESC }], ${args}) { nodes { record { displayName } } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`,
    );
  const names = ({ productLinks }: Awaited<ReturnType<typeof page>>) => productLinks.nodes.map((node: any) => node.record.displayName);
  const first = await page('first: 2');
  const next = await page(`first: 2, after: "${first['productLinks'].pageInfo.endCursor}"`);
  expect([names(first), names(next)]).toEqual([
    ['Ever Ltd', 'Dock'],
    ['Abe Cole', 'Zoe Bell'],
  ]);
  expect(names(await page(`last: 2, before: "${next['productLinks'].pageInfo.startCursor}"`))).toEqual(['Ever Ltd', 'Dock']);
});

test('where graphql-js walks the answer, a record is of its type as well: in payloads, by ids, beside what is resolved', async () => {
  const made = await create(
    ada,
    'ProductLink',
    { productId: (await create(ada, 'Product', { productName: 'Walked' }))['id'], recordId: ids['Deal'] },
    `id linked: record { __typename ... on Deal { dealName } ... on Lead { company } }`,
  );
  expect(made['linked']).toEqual({ __typename: 'Deal', dealName: 'Dock' });
  const answer = await ada.ask(
    `query ($id: ID!, $ids: [ID!]!) {
      picklists { name }
      productLink(id: $id) { record { __typename ... on Deal { dealName } } }
      nodes(ids: $ids) { ... on ProductLink { record { displayName ... on Deal { owner { id } } } } }
    }`,
    { id: made['id'], ids: [made['id']] },
  );
  expect(answer).toMatchObject({
    productLink: { record: { __typename: 'Deal', dealName: 'Dock' } },
    nodes: [{ record: { displayName: 'Dock', owner: { id: `user_${ada.userId}` } } }],
  });
});

test('a record in the recycle bin reads null, with what links it; its link comes back with it', async () => {
  const vendor = (await create(ada, 'Vendor', { vendorName: 'Gone Ltd' }))['id'] as string;
  const { id } = await create(ada, 'ProductLink', { productId: product, recordId: vendor });
  await remove(ada, 'Vendor', vendor);
  expect(await read(ada, 'ProductLink', id)).toBeNull();
  const { productLinks } = await ada.ask(
    'query ($id: ID!) { productLinks(deleted: ONLY, filter: { recordId: { eq: $id } }) { nodes { recordId record { id } } } }',
    { id: vendor },
  );
  expect(productLinks.nodes).toEqual([{ recordId: vendor, record: null }]);
  await restore(ada, 'Vendor', vendor);
  expect(await read(ada, 'ProductLink', id, 'record { displayName }')).toEqual({ record: { displayName: 'Gone Ltd' } });
});

test.each([
  ['a module that it does not lead to', () => product],
  ['an id of a right module that nothing has', () => ids['Lead']!.slice(0, -1) + (ids['Lead']!.endsWith('0') ? '1' : '0')],
  ['the id of one module under the name of another', () => ids['Lead']!.replace('lead_', 'contact_')],
  ['no id at all', () => 'Bell'],
  ['an empty text', () => ''],
  ['a prefix alone', () => 'lead_'],
])('%s is refused, at its place', async (_, id) => {
  const answer = await tryCreate(ada, 'ProductLink', { productId: product, recordId: id() });
  expect(faultsOf(answer)).toEqual(['input.recordId REFERENCE_NOT_FOUND']);
  expect(codesOf(answer)).toEqual(['VALIDATION_FAILED']);
});

test('the database itself keeps a reference to the modules that it may lead to', async () => {
  const { system } = crm.app.database;
  const change = (module: string) => system.query('UPDATE product_link SET record_module = $1 WHERE org = $2', [module, ada.org]);
  await expect(change('product')).rejects.toMatchObject({ code: '23514', constraint: 'product_link_record_module_check' });
});

test('a filter by an id that belongs elsewhere finds nothing, and its opposite everything', async () => {
  const count = async (filter: string) =>
    (await ada.ask(`{ productLinks(filter: ${filter}) { totalCount } }`))['productLinks'].totalCount as number;
  const all = await count('{}');
  for (const id of [product, 'Bell', '', ids['Lead']!.replace('lead_', 'contact_')]) {
    expect(await count(`{ recordId: { eq: "${id}" } }`)).toBe(0);
    expect(await count(`{ recordId: { notEq: "${id}" } }`)).toBe(all);
  }
  expect(await count('{ record: { module: { notIn: [LEAD, DEAL] } } }')).toBe(
    all - (await count('{ record: { module: { in: [LEAD, DEAL] } } }')),
  );
  expect(await count('{ record: { lead: {}, account: {} } }')).toBe(0);
  // Of other references' modules there is none here.
  expect(await count('{ record: { module: { eq: LEAD }, lead: { company: { eq: "Bells" } } } }')).toBe(1);
});

test('a field that is hidden in one module reads null there, and shows in the others', async () => {
  const access = { ...ownerOrBelow({ Account: ['phone'] }), rows: () => null };
  await using hiding = await workspace({ accessOf: () => ({ access, values: {} }) });
  const bob = (await hiding.company('acme')).chief;
  const [productId, accountId, contactId] = [
    (await create(bob, 'Product', { productName: 'Lamp' }))['id'],
    (await create(bob, 'Account', { accountName: 'A' }))['id'],
    (await create(bob, 'Contact', { lastName: 'C', phone: '2' }))['id'],
  ];
  for (const recordId of [accountId, contactId]) await create(bob, 'ProductLink', { productId, recordId });
  const answer = await bob.send(
    '{ productLinks(orderBy: [{ record: ASC }]) { nodes { record { ... on Account { phone } ... on Contact { phone } } } } }',
  );
  expect(answer.data!['productLinks']).toEqual({ nodes: [{ record: { phone: null } }, { record: { phone: '2' } }] });
  expect(answer.extensions!['hidden']).toEqual([['productLinks', 'nodes', 'record', 'phone']]);
  // A condition on it tells nothing either.
  expect(codesOf(await bob.send('{ productLinks(filter: { record: { account: { phone: { eq: "1" } } } }) { totalCount } }'))).toEqual([
    'FORBIDDEN',
  ]);
});

test('a workflow moves a reference from one module to another, and the log says from where to where', async () => {
  const lead = (await create(ada, 'Lead', { lastName: 'Becomes', company: 'B' }))['id'] as string;
  const contact = (await create(ada, 'Contact', { lastName: 'Becomes' }))['id'] as string;
  const { id } = await create(ada, 'ProductLink', { productId: product, recordId: lead });
  const { services, model } = crm.app;
  const viewer = (await services.auth.viewerOfUser(ada.org, ada.userId))!;
  await services.transactions.run({ org: ada.org, actor: ada.userId, cause: 'workflow' }, (transaction) => {
    const context = {
      services,
      model,
      viewer,
      transaction,
      now: new Date(),
      requestId: 'workflow',
      language: 'en',
      afterCommit: [],
      tally: { statements: 0 },
      metrics: { statementCount: 0 },
    };
    const change = { id: id as string, input: {}, values: new Map([['record', contact]]) };
    return updateRecords(
      context as unknown as WriteContext,
      registry.module('ProductLink'),
      [change],
      { path: 'id', many: false },
      'ABORT',
    );
  });
  expect(await read(ada, 'ProductLink', id as string, 'record { __typename id }')).toEqual({
    record: { __typename: 'Contact', id: contact },
  });
  expect(
    (await ada.ask('query ($id: ID!) { lead(id: $id) { productLinks { totalCount } } }', { id: lead }))['lead'].productLinks.totalCount,
  ).toBe(0);
  expect(await changesOf(crm, id as string)).toMatchObject([
    { operation: 'CREATE', became: { productId: rowId(product), recordId: lead } },
    { operation: 'UPDATE', was: { recordId: lead }, became: { recordId: contact } },
  ]);
});

test('a whole list is exported with the ids of its references; the records have no columns of their own', async () => {
  const start = (document: string) =>
    ada.send('mutation ($document: String!) { startExport(document: $document) { job { id } } }', { document });
  expect((await start('{ productLinks { nodes { recordId product { productName } } } }')).errors).toBeUndefined();
  expect(faultsOf(await start('{ productLinks { nodes { record { displayName } } } }'))).toEqual(['document INVALID_FORMAT']);
});
