import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

interface Fault {
  readonly inputPath: string;
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}
interface Answered {
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Record<string, any> & { readonly code: string; readonly fields?: readonly Fault[] };
  }[];
}

let crm: Workspace;
let chief: Person;
beforeAll(async () => {
  crm = await workspace();
  chief = (await crm.company('words')).people['chief']!;
});
afterAll(() => crm.close());

const ask = (query: string, variables?: object): Promise<Answered> => chief.send(query, variables);
const faultOf = async (query: string, variables?: object): Promise<Fault> => {
  const { errors } = await ask(query, variables);
  expect(errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
  return errors![0]!.extensions.fields![0]!;
};

const TEXT = 'eq, notEq, in, notIn, isNull, equalsIgnoreCase, contains, notContains, startsWith, endsWith';

test.each([
  ['dealName', 'like', TEXT],
  ['dealName', 'EQ', TEXT],
  ['amount', 'like', 'eq, notEq, in, notIn, isNull, gt, gte, lt, lte, between, notBetween'],
  ['accountId', 'contains', 'eq, notEq, in, notIn, isNull'],
  ['leadSource', 'is', 'eq, notEq, in, notIn, isNull, labelContains'],
])('an operator that there is not, of %s: %s, is named with its place and those that there are', async (field, operator, operators) => {
  const message = `${operator} is not an operator of filter.${field}. The operators are: ${operators}.`;
  const wanted = { inputPath: `filter.${field}.${operator}`, code: 'UNKNOWN_FIELD', message };
  expect(await faultOf(`{ deals(filter: { ${field}: { ${operator}: "x" } }) { totalCount } }`)).toMatchObject(wanted);
  expect(
    await faultOf('query ($filter: DealFilter) { deals(filter: $filter) { totalCount } }', { filter: { [field]: { [operator]: 'x' } } }),
  ).toMatchObject(wanted);
  const within = await faultOf(`{ accounts { nodes { deals(filter: { and: [{ ${field}: { ${operator}: "x" } }] }) { totalCount } } } }`);
  expect(within).toMatchObject({ inputPath: `filter.and.0.${field}.${operator}`, message: expect.stringContaining(operators) });
});

test('an object of thousands of unknown fields is told about without being written down for each of them', async () => {
  const input = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`unknown${at}`, { at }]));
  const stringify = jest.spyOn(JSON, 'stringify');
  const { errors } = await ask('mutation ($input: AccountCreateInput!) { createAccount(input: $input) { account { id } } }', { input });
  const whole = stringify.mock.calls.filter(([value]) => value !== null && typeof value === 'object' && 'unknown4999' in value);
  stringify.mockRestore();
  expect([errors![0]!.extensions.code, errors![0]!.extensions.fields!.length, whole.length]).toEqual(['VALIDATION_FAILED', 1000, 0]);
});

test('a field that a filter does not have is no operator', async () => {
  const fault = await faultOf('{ deals(filter: { dealNam: { eq: "x" } }) { totalCount } }');
  expect(fault.message).toContain('Did you mean "dealName"');
  expect(fault.message).not.toContain('operator');
});

test.each([
  ['stage', 'QUALIFICATION', '{ key: { eq: "QUALIFICATION" } }'],
  ['dealName', 'Pilot', '{ eq: "Pilot" }'],
  ['amount', 12, '{ eq: 12 }'],
  ['owner', 'a@example.com', '{ email: { eq: … } }'],
  ['owner', 5, '{ email: { eq: "5" } }'],
  ['accountId', 'account_1', '{ eq: "account_1" }'],
  ['closingDate', '2027-01-31', '{ eq: "2027-01-31" }'],
])('a bare value where %s takes a condition, %j, is answered with an example', async (field, value, example) => {
  const wanted = { inputPath: `filter.${field}`, code: 'WRONG_TYPE', message: `filter.${field} takes a condition, such as ${example}.` };
  expect(await faultOf('query ($filter: DealFilter) { deals(filter: $filter) { totalCount } }', { filter: { [field]: value } })).toEqual(
    wanted,
  );
  expect(await faultOf(`{ deals(filter: { ${field}: ${JSON.stringify(value)} }) { totalCount } }`)).toEqual(wanted);
});

test('strangers are told nothing of it', async () => {
  for (const body of [
    { query: '{ deals(filter: { dealName: { like: "x" } }) { totalCount } }' },
    { query: 'query ($filter: DealFilter) { deals(filter: $filter) { totalCount } }', variables: { filter: { dealName: { like: 'x' } } } },
    { query: 'query ($filter: DealFilter) { deals(filter: $filter) { totalCount } }', variables: { filter: { stage: 'x' } } },
    { query: 'mutation ($filter: DealFilter) { signIn(email: "a", password: "b") { token } }', variables: { filter: { stage: 'x' } } },
  ])
    expect(JSON.stringify(await crm.post(body))).not.toMatch(/operator|contains|condition|endsWith/);
});

test('a document that is too deep says where, and how deep it goes', async () => {
  const { errors } = await ask(
    `query Deep {\n  account(id: "account_1") {\n    ${'parentAccount { '.repeat(20)}id${' }'.repeat(20)}\n  }\n}`,
  );
  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(
      /^The document selects 22 levels deep, at the field "parentAccount" in line 3, column \d+; \d+ are allowed\.$/,
    ),
    extensions: { code: 'DOCUMENT_TOO_DEEP', actual: 22, field: 'parentAccount', line: 3, column: expect.any(Number) },
  });
  const spread = await ask(
    `{ account(id: "account_1") { ...F } } fragment F on Account { ${'parentAccount { '.repeat(11)}id${' }'.repeat(11)} }`,
  );
  expect(spread.errors?.[0]).toMatchObject({ message: expect.stringContaining('13 levels deep'), extensions: { actual: 13 } });
});

test('an operation that costs too much says which list costs most of it', async () => {
  const { errors } = await ask(
    '{ small: users(first: 10) { nodes { id } } accounts(first: 500) { nodes { contacts(first: 500) { nodes { id } } deals(first: 10) { nodes { id } } } } }',
  );
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('250000 of it are for accounts.nodes.contacts.'),
    extensions: { code: 'COST_EXCEEDED', costliest: { field: 'accounts.nodes.contacts', cost: 250_000 } },
  });
});

test('a picklist that there is not is refused, with the one that is meant', async () => {
  for (const [name, message] of [
    ['Leadsource', 'There is no such picklist. Did you mean LeadSource?'],
    ['Industri', 'There is no such picklist. Did you mean Industry?'],
    ['', 'There is no such picklist. There are: '],
    ['Weather in Utrecht', 'There is no such picklist. There are: '],
  ] as const) {
    const fault = await faultOf('query ($name: String!) { picklist(name: $name) { name } }', { name });
    expect(fault).toMatchObject({ inputPath: 'name', code: 'REFERENCE_NOT_FOUND', message: expect.stringContaining(message) });
  }
  expect((await ask('{ picklist(name: "LeadSource") { name } }')).data.picklist).toEqual({ name: 'LeadSource' });
});

test('a value that a picklist does not have is answered with those that it has, up to 20', async () => {
  const keys = async (name: string): Promise<string[]> =>
    (await chief.ask('query ($name: String!) { picklist(name: $name) { values { key } } }', { name }))['picklist'].values.map(
      ({ key }: { key: string }) => key,
    );
  const rating = await faultOf('mutation { createAccount(input: { accountName: "A", rating: "HOT" }) { account { id } } }');
  const ratings = (await keys('Rating')).join(', ');
  expect(rating).toMatchObject({ inputPath: 'input.rating', details: { value: 'HOT', values: ratings } });
  expect(rating.message).toBe(`Rating has no value "HOT". It has ${ratings}.`);

  const add = (label: string) =>
    chief.ask(
      'mutation ($input: PicklistValueCreateInput!) { createPicklistValue(picklist: "Industry", input: $input) { picklist { name } } }',
      { input: { label } },
    );
  for (let number = 1; number <= 8; number++) await add(`Branch ${number}`);
  const industries = await keys('Industry');
  expect(industries.length).toBeGreaterThan(20);
  const { message, details } = await faultOf(
    'mutation { createAccount(input: { accountName: "A", industry: "SPACE" }) { account { id } } }',
  );
  expect(details).toEqual({ value: 'SPACE', values: industries.slice(0, 20).join(', ') });
  expect(message).toContain(`${industries[19]}, and ${industries.length - 20} more: picklist(name: "Industry") lists them.`);
  // A retired value is no help.
  await chief.ask('mutation { updatePicklistValue(picklist: "Rating", key: "ACTIVE", input: { isRetired: true }) { picklist { name } } }');
  expect(
    (await faultOf('mutation { createAccount(input: { accountName: "A", rating: "HOT" }) { account { id } } }')).message,
  ).not.toContain('ACTIVE');
});
