import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';
import { watchDriver } from '../support/driver.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

const examples = readFileSync(new URL('../../server/platform/explorer/examples.graphql', import.meta.url), 'utf8');
const operations = parse(examples).definitions.filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);
const rootsOf = ({ selectionSet }: OperationDefinitionNode): string[] =>
  selectionSet.selections.map((root) => (root.kind === Kind.FIELD ? root.name.value : ''));

let crm: Workspace;
let chief: Person;
/** What the server has sent to its database since it was last emptied. */
let sent: string[];
let accountId: string;
let otherId: string;
let stageId: string;

beforeAll(async () => {
  // Where the examples look at dates, these deals are not far away.
  crm = await workspace({ clock: () => new Date('2027-01-15T12:00:00Z') });
  ({ chief } = await crm.company('acme'));
  const made = await chief.ask(`mutation {
    createAccounts(inputs: [
      { accountName: "Acme", accountType: "CUSTOMER", industry: "SERVICE_PROVIDER", rating: "ACTIVE", annualRevenue: "2000000" }
      { accountName: "Globex", industry: "DATA_TELECOM_OEM", annualRevenue: "3000000" }
      { accountName: "Hooli", accountType: "CUSTOMER" } { accountName: "Initech" } { accountName: "Umbrella" } { accountName: "Wonka" }
    ]) { results { account { id } } }
  }`);
  [accountId, otherId] = made['createAccounts'].results.map(({ account }: { account: { id: string } }) => account.id);
  await chief.ask(
    `mutation ($id: ID!) {
      createContact(input: { lastName: "Lovelace", accountId: $id }) { contact { id } }
      createDeals(inputs: [
        { dealName: "Won", amount: "10", stage: "CLOSED_WON", closingDate: "2026-01-31", accountId: $id }
        { dealName: "Open", amount: "20", stage: "QUALIFICATION", closingDate: "2027-01-31", accountId: $id }
      ]) { succeeded }
    }`,
    { id: accountId },
  );
  const { createProduct } = await chief.ask(`mutation {
    createCampaign(input: { campaignName: "Fair" }) { campaign { id } }
    createProduct(input: { productName: "Desk", unitPrice: "10", reorderLevel: "5" }) { product { id } }
  }`);
  await chief.ask(
    `mutation ($accountId: ID!, $productId: ID!) {
      createSalesOrder(input: { subject: "Desks", accountId: $accountId, lineItems: { create: [{ productId: $productId, quantity: "2" }] } }) { salesOrder { id } }
    }`,
    { accountId, productId: createProduct.product.id },
  );
  const stages = await chief.ask('{ pipelineStages(first: 1) { nodes { id } } }');
  stageId = stages['pipelineStages'].nodes[0].id;
  sent = watchDriver(crm.app);
});

afterAll(() => crm.close());

/** Sends the whole tab, as the explorer does, for one of its operations; the answer, and the statements it took. */
async function run(operationName: string, more: object = {}) {
  sent.length = 0;
  const query = examples.replace('you@example.com', chief.email).replace('your password', chief.password);
  const { data, errors } = await crm.post(
    { query, operationName, variables: { accountId, stageId, ...more } },
    { authorization: `Bearer ${chief.token}` },
  );
  return { data: data as Record<string, any>, errors, statements: [...sent] };
}

test.each(operations.map((operation) => ({ name: operation.name!.value, operation })))(
  'the example $name runs',
  async ({ name, operation }) => {
    const { data, errors, statements } = await run(name);
    expect(errors).toBeUndefined();
    for (const root of rootsOf(operation)) {
      expect(data[root]).not.toBeNull();
      expect(data[root].nodes ?? data[root].edges ?? data[root].groups ?? data[root].values ?? [true]).not.toEqual([]);
    }
    // One statement for each root field that reads; what a query would cost is known without the database.
    if (operation.operation === 'query')
      expect(statements).toHaveLength(rootsOf(operation).filter((root) => root !== 'estimateCost').length);
    expect(listed(statements)).toMatchSnapshot();
  },
);

test('the example of paging leads to the next page by the cursor that it answers', async () => {
  const first = await run('AccountsPage');
  const second = await run('AccountsPage', { after: first.data['accounts'].pageInfo.endCursor });
  expect(first.data['accounts'].pageInfo.hasNextPage).toBe(true);
  expect(second.data['accounts'].edges.length).toBeGreaterThan(0);
  expect(second.statements).toHaveLength(1);
  expect(listed(second.statements)).toMatchSnapshot();
});

const questions = {
  'groups by fiscal quarter and stage':
    'deals { groups(by: [{ field: CLOSING_DATE, bucket: FISCAL_QUARTER }, { field: STAGE }]) { key { closingDatePeriod { from to name } stage { label } } aggregate { count sum { amount } } } }',
  'moments in weeks, chosen and sorted by figures':
    'deals { groups(by: [{ field: CREATED_AT, bucket: WEEK }], having: { count: { gte: 1 } }, orderBy: [{ sum: { amount: DESC } }], first: 5) { key { createdAt createdAtPeriod { name } } aggregate { count } } }',
  'relative days and a range':
    'deals(filter: { closingDate: { inNext: { amount: 3, unit: MONTH } }, createdAt: { ageInDays: { lte: 30 } }, amount: { between: { from: 1, to: 9 } } }) { totalCount }',
  'a team': 'deals(filter: { ownerId: { inTeamOf: "user_x" } }, first: 5) { nodes { dealName } }',
  'a label': 'accounts(filter: { industry: { labelContains: "service" } }, first: 5) { nodes { accountName } }',
};

test.each(Object.entries(questions))('%s: one statement', async (_name, text) => {
  const { statements } = await ask(`{ ${text} }`);
  expect(statements).toHaveLength(1);
  expect(listed(statements)).toMatchSnapshot();
});

test('the values of a picklist come in their places, the tenth after the ninth', async () => {
  const { data } = await ask('{ picklist(name: "LeadSource") { values { place } } }');
  expect(data['picklist'].values.map(({ place }: { place: number }) => place)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
});

test('an operation with several root fields takes one statement for each', async () => {
  const { statements } = await ask(
    '{ accounts { nodes { id } } deals { totalCount } organization { name } a: picklist(name: "Industry") { name } b: picklist(name: "Rating") { name } __typename }',
  );
  expect(statements).toHaveLength(5);
});

const mutations = {
  'a new record that refers to nothing': 'createAccount(input: { accountName: "A" }) { account { id accountName } }',
  'a new record that refers to others':
    'createContact(input: { lastName: "A", salutation: "DR", accountId: $id }) { contact { id account { accountName } } }',
  'a new deal':
    'createDeal(input: { dealName: "A", stage: "QUALIFICATION", closingDate: "2027-01-31", accountId: $id }) { deal { id stage { label } } }',
  'a change': 'updateAccount(id: $id, input: { employees: 5 }) { account { version } }',
  'a change of what it refers to':
    'updateAccount(id: $id, input: { industry: "SERVICE_PROVIDER", parentAccountId: $other }) { account { version } }',
  'a change that asks for nothing back': 'updateAccount(id: $id, input: { employees: 6 }) { __typename }',
  'a deletion': 'deleteAccount(id: $other) { account { deletedAt } }',
  'a restoration': 'restoreAccount(id: $other) { account { deletedAt } }',
  'two in one operation':
    'a: createAccount(input: { accountName: "A" }) { account { id } } b: createAccount(input: { accountName: "B" }) { account { id } }',
};

test.each(Object.entries(mutations))('%s takes these statements, between BEGIN and COMMIT', async (_name, text) => {
  const declared = ['$id', '$other'].filter((name) => text.includes(name)).map((name) => `${name}: ID!`);
  const { statements } = await ask(`mutation ${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${text} }`, {
    id: accountId,
    other: otherId,
  });
  expect(listed(statements)).toMatchSnapshot();
});

test('many records take as many statements as two', async () => {
  const run = async (count: number) => {
    const each = <T>(make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
    const created = await ask(
      'mutation ($inputs: [AccountCreateInput!]!) { createAccounts(inputs: $inputs) { results { account { id owner { fullName } } } } }',
      {
        inputs: each((index) => ({ accountName: `A ${index}`, industry: 'SERVICE_PROVIDER', parentAccountId: accountId })),
      },
    );
    const ids = (created.data['createAccounts'].results as { account: { id: string } }[]).map(({ account }) => account.id);
    const changed = await ask(
      'mutation ($items: [AccountUpdateItem!]!) { updateAccounts(items: $items) { results { account { version } } } }',
      {
        items: ids.map((id, index) => ({ id, input: { employees: index, rating: 'ACTIVE' } })),
      },
    );
    const deleted = await ask('mutation ($items: [AccountReference!]!) { deleteAccounts(items: $items) { succeeded } }', {
      items: ids.map((id) => ({ id })),
    });
    const restored = await ask(
      'mutation ($items: [AccountReference!]!) { restoreAccounts(items: $items, onError: CONTINUE) { succeeded } }',
      { items: ids.map((id) => ({ id })) },
    );
    return [created, changed, deleted, restored].map(({ statements }) => statements);
  };
  const [few, many] = [await run(2), await run(100)];
  expect(many).toEqual(few);
  expect(few.map(({ length }) => length)).toEqual([3, 4, 4, 4]);
});

async function ask(query: string, variables: object = {}) {
  sent.length = 0;
  const data = await chief.ask(query, variables);
  return { data, statements: [...sent] };
}

/** Statements as a person reads them: a line for each clause, further in for each bracket. */
const listed = (statements: readonly string[]): string => statements.map(readable).join('\n\n');

const CLAUSE = /( (?=(?:FROM|LEFT JOIN|(?<!LEFT )JOIN|WHERE|GROUP BY|ORDER BY|LIMIT|SET|SELECT|UNION|FOR (?:NO KEY )?UPDATE)\b)|\s*\n\s*)/;

function readable(statement: string): string {
  let depth = 0;
  return statement
    .split(CLAUSE)
    .map((part, index) => {
      if (index % 2 === 1) return `\n${'  '.repeat(depth)}`;
      depth += part.split('(').length - part.split(')').length;
      return part;
    })
    .join('');
}
