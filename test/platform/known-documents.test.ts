import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { workspace, type Company, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
beforeAll(async () => {
  crm = await workspace({ database: 'own', config: { budgets: { ...unlimited, costPerMinute: 100_000 } } });
  acme = await crm.company('acme');
});
afterAll(() => crm.close());

const unlimited = {
  requestsPerMinute: 0,
  openRequestsPerMinute: 0,
  costPerMinute: 0,
  organizationRequestsPerMinute: 0,
  organizationCostPerMinute: 0,
};

interface Asking {
  readonly token?: string | null;
  readonly accept?: string;
}

async function ask(body: unknown, { token = acme.chief.token, accept = 'application/json' }: Asking = {}) {
  const answer = await crm.app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', accept, ...(token !== null && { authorization: `Bearer ${token}` }) },
    payload: JSON.stringify(body),
  });
  const { 'x-request-id': _, date: __, 'content-length': ___, ...kept } = answer.headers;
  return { status: answer.statusCode, headers: kept, body: plain(answer.body) };
}

/** Without what is another one each time. */
const plain = (text: string): string =>
  text
    .replace(/"(remaining|durationMs|resetAt)":[^,}]+/g, '"$1":0')
    .replace(/[a-z]+_[\da-f-]{36}/g, 'id')
    .replace(/(actual time=|Execution Time: |Planning Time: |Buffers: |Memory: )[^"]*/g, '$1');

const query =
  'query Named($first: Int, $id: ID = "account_00000000-0000-7000-8000-000000000000") { users(first: $first) { nodes { lastName email } } account(id: $id) { id } }';
const good = { query, operationName: 'Named', variables: { first: 3 } };
const two = 'query A { users(first: 1) { totalCount } } query B { users(first: 2) { nodes { lastName } } }';
const cases: readonly (readonly [string, object, Asking?])[] = [
  ['a query', good],
  ['a query without variables', { query }],
  ['nothing for variables and name', { query, variables: null, operationName: null, extensions: null }],
  ['the first of two operations', { query: two, operationName: 'A' }],
  ['the second of two operations', { query: two, operationName: 'B' }],
  ['an answer of another type', good, { accept: 'application/graphql-response+json' }],
  ['an answer of any type', good, { accept: '*/*' }],
  ['a query that is not a compiled one', { query: '{ viewer { organization { name } } }' }],
  ['a query with an explanation', { query: '{ users(first: 1) { totalCount } }', extensions: { explain: true } }],
  [
    'a mutation that is a dry run',
    { query: 'mutation { createAccount(input: { accountName: "Dry" }, dryRun: true) { account { accountName } } }' },
  ],
  ['a mutation', { query: 'mutation { createAccount(input: { accountName: "Wet" }) { account { id accountName } } }' }],
  ['the schema', { query: '{ __schema { queryType { name } } __typename }' }],
  ['an operation that is not there', { query: two, operationName: 'C' }],
  ['no name where one is needed', { query: two }],
  ['a name that is no text', { query: two, operationName: 7 }],
  ['a variable of the wrong type', { query, variables: { first: 'three' } }],
  ['variables that are a list', { query, variables: [] }],
  ['variables that are a text', { query, variables: '{}' }],
  ['extensions that are a list', { query, extensions: [] }],
  ['variables that are too deep', { query, variables: { first: nested(40) } }],
  ['a root field that fails', { query: '{ account(id: "contact_1") { id } users(first: 1) { totalCount } }' }],
  ['an input that is refused', { query: 'mutation { createAccount(input: { accountName: "" }) { account { id } } }' }],
  ['an answer of no type that there is', good, { accept: 'image/png' }],
  ['nobody who is known', good, { token: null }],
  ['a token that is not good', good, { token: 'nonsense' }],
];

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

test.each(cases)('%s: the same answer to a document that is new and to one that is known', async (name, body, ...[headers]) => {
  // A text of its own for each case: none of them knows the document yet.
  const own = { ...body, query: `${(body as { query: string }).query} # ${name}` };
  const answers = [await ask(own, headers), await ask(own, headers), await ask(own, headers)];
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  expect(answers[0]!.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
});

test('a known document is refused to who may not ask it, and paid for by who may', async () => {
  const asked = { query: '{ users(first: 5) { nodes { lastName } } } # paid' };
  await ask(asked);
  const remaining = async (): Promise<number> => {
    const { extensions } = await crm.post(asked, { authorization: `Bearer ${acme.chief.token}` });
    return (extensions as { cost: { remaining: number } }).cost.remaining;
  };
  expect(await remaining()).toBeGreaterThan(await remaining());
  expect(await ask(asked, { token: null })).toMatchObject({ status: 401 });
});

test('a document of one name that is changed is another document', async () => {
  const asked = (field: string) => ask({ query: `query Same { users(first: 1) { nodes { ${field} } } }` });
  for (let round = 0; round < 2; round++) {
    expect((await asked('lastName')).body).toContain('"lastName":"Chief"');
    expect((await asked('email')).body).toContain('"email":');
    expect((await asked('nothing')).body).toContain('"errors":');
  }
});
