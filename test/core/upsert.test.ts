import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fullAccess, type AccessShape } from '../../server/core/access.js';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
let ada: Person;

beforeAll(async () => {
  crm = await workspace();
  acme = await crm.company('acme', [
    { email: 'ada@acme.example.com', lastName: 'Ada' },
    { email: 'bob@acme.example.com', lastName: 'Bob', managerEmail: 'ada@acme.example.com' },
  ]);
  ada = acme.chief;
});
afterAll(() => crm.close());

interface Row {
  readonly outcome: string | null;
  readonly account: { readonly id: string; readonly accountName: string; readonly externalIds: Record<string, string> | null } | null;
  readonly error: { readonly code: string; readonly fields: { inputPath: string; code: string }[] } | null;
}

const upsert = async (inputs: object[], by?: object): Promise<Row[]> =>
  (
    await ada.ask(
      `mutation ($by: AccountUpsertBy, $inputs: [AccountUpdateInput!]!) { upsertAccounts(by: $by, inputs: $inputs, onError: CONTINUE) {
        results { outcome account { id accountName externalIds } error { code fields { inputPath code } } } created updated unchanged failed } }`,
      { by, inputs },
    )
  )['upsertAccounts'].results;

const faultsOf = ({ error }: Row): string[] | undefined => error?.fields.map(({ inputPath, code }) => `${inputPath} ${code}`);
const faults = async (query: string, variables?: object): Promise<unknown> => {
  const { errors } = await ada.send(query, variables);
  return (
    errors?.[0] && [
      errors[0].extensions.code,
      (errors[0].extensions['fields'] as unknown as { inputPath: string; code: string }[] | undefined)?.[0],
    ]
  );
};
const count = async (filter: object): Promise<number> =>
  (await ada.ask('query ($filter: AccountFilter) { accounts(filter: $filter) { totalCount } }', { filter }))['accounts'].totalCount;

test('a record is made, left alone and changed by what tells it from its duplicates, whatever its case', async () => {
  const [made] = await upsert([{ accountName: 'Analytical Engines', phone: '1' }]);
  expect([made!.outcome, made!.account!.accountName]).toEqual(['CREATED', 'Analytical Engines']);
  const again = await upsert([{ accountName: 'ANALYTICAL engines', phone: '2' }, { accountName: 'Other' }]);
  expect(again.map(({ outcome }) => outcome)).toEqual(['UPDATED', 'CREATED']);
  expect(again[0]!.account).toEqual({ id: made!.account!.id, accountName: 'ANALYTICAL engines', externalIds: null });
  const [same] = await upsert([{ accountName: 'ANALYTICAL engines', phone: '2' }]);
  expect(same!.outcome).toBe('UNCHANGED');
  const { deleteAccount } = await ada.ask('mutation ($id: ID!) { deleteAccount(id: $id) { account { version } } }', {
    id: made!.account!.id,
  });
  expect(deleteAccount.account.version).toBe(3);
  expect((await upsert([{ accountName: 'Analytical Engines' }]))[0]!.outcome).toBe('CREATED');
});

test('a record is known by the keys of other systems; sources that are not named keep theirs', async () => {
  const by = { externalId: 'hubspot' };
  const [made] = await upsert([{ accountName: 'Key', externalIds: { hubspot: '42' } }], by);
  expect(made!.outcome).toBe('CREATED');
  const [changed] = await upsert([{ accountName: 'Key two', externalIds: { hubspot: '42', erp: 'E1' } }], by);
  expect(changed).toMatchObject({ outcome: 'UPDATED', account: { id: made!.account!.id, externalIds: { hubspot: '42', erp: 'E1' } } });
  expect((await upsert([{ externalIds: { hubspot: '42' } }], by))[0]!.outcome).toBe('UNCHANGED');
  expect(await count({ externalIds: { has: { erp: 'E1' } } })).toBe(1);
  expect(await count({ externalIds: { has: { erp: 'E1', hubspot: '43' } } })).toBe(0);
  expect(await count({ externalIds: { hasAny: [{ erp: 'E0' }, { hubspot: '42' }] } })).toBe(1);
  const set = (externalIds: unknown) =>
    ada.ask('mutation ($id: ID!, $e: ExternalIds) { updateAccount(id: $id, input: { externalIds: $e }) { account { externalIds } } }', {
      id: made!.account!.id,
      e: externalIds,
    });
  expect((await set({ erp: null, zoho: 7 }))['updateAccount'].account.externalIds).toEqual({ hubspot: '42', zoho: '7' });
  // What is not there and lacks what a new one needs is refused as a new one is.
  const [lacking, keyless] = await upsert([{ externalIds: { hubspot: 'new' } }, { accountName: 'No key' }], by);
  expect([faultsOf(lacking!), faultsOf(keyless!)]).toEqual([['inputs.0.accountName REQUIRED'], ['inputs.1.externalIds.hubspot REQUIRED']]);
  // Another record may not take the key, in the bin either.
  const create = 'mutation ($e: ExternalIds) { createAccount(input: { accountName: "Thief", externalIds: $e }) { account { id } } }';
  expect(await faults(create, { e: { hubspot: '42' } })).toMatchObject([
    'VALIDATION_FAILED',
    { inputPath: 'input.externalIds.hubspot', code: 'NOT_UNIQUE' },
  ]);
  await ada.ask('mutation ($id: ID!) { deleteAccount(id: $id) { account { id } } }', { id: made!.account!.id });
  expect(await faults(create, { e: { hubspot: '42' } })).toMatchObject(['VALIDATION_FAILED', { code: 'NOT_UNIQUE' }]);
  expect(faultsOf((await upsert([{ accountName: 'Key', externalIds: { hubspot: '42' } }], by))[0]!)).toEqual([
    'inputs.0.externalIds.hubspot NOT_UNIQUE',
  ]);
  expect(await count({ externalIds: { has: { hubspot: '42' } } })).toBe(0);
  await ada.ask('mutation ($id: ID!) { restoreAccount(id: $id) { account { id } } }', { id: made!.account!.id });
  expect((await set(null))['updateAccount'].account.externalIds).toBeNull();
  expect((await ada.send(create, { e: { hubspot: '42' } })).errors).toBeUndefined();
});

test('a product is known by its code, which no two ever share, before its name', async () => {
  const many = async (inputs: object[], by?: object) =>
    (
      await ada.ask(
        `mutation ($by: ProductUpsertBy, $inputs: [ProductUpdateInput!]!) { upsertProducts(by: $by, inputs: $inputs, onError: CONTINUE) {
          results { outcome product { id productName productCode } error { code fields { inputPath code } } } } }`,
        { by, inputs },
      )
    )['upsertProducts'].results as { outcome: string; product: { id: string; productName: string } | null; error: Row['error'] }[];
  const by = { field: 'PRODUCT_CODE' };
  const [made] = await many([{ productName: 'Engine', productCode: 'E-1' }], by);
  const [changed] = await many([{ productName: 'Engine two', productCode: 'E-1' }], by);
  expect([made!.outcome, changed]).toMatchObject([
    'CREATED',
    { outcome: 'UPDATED', product: { id: made!.product!.id, productName: 'Engine two' } },
  ]);
  const [renamed, another, named] = await many([
    { productName: 'Engine three', productCode: 'E-1' },
    { productName: 'Engine three', productCode: 'E-2' },
    { productName: 'Belt' },
  ]);
  expect(renamed).toMatchObject({ outcome: 'UPDATED', product: { id: made!.product!.id, productName: 'Engine three' } });
  expect([another!.outcome, named!.outcome]).toEqual(['CREATED', 'CREATED']);
  expect((await many([{ productName: 'belt', description: 'Leather.' }]))[0]).toMatchObject({
    outcome: 'UPDATED',
    product: { id: named!.product!.id },
  });
  const [twice, again, none] = await many([{ productCode: 'E-2' }, { productCode: 'E-2' }, { productName: 'Codeless' }], by);
  expect([twice!.outcome, again!.error!.fields[0], none!.error!.fields[0]]).toEqual([
    'UNCHANGED',
    { inputPath: 'inputs.1.productCode', code: 'CONTRADICTION' },
    { inputPath: 'inputs.2.productCode', code: 'REQUIRED' },
  ]);
  // What is in the bin has no code any more.
  await ada.ask('mutation ($id: ID!) { deleteProduct(id: $id) { product { id } } }', { id: made!.product!.id });
  expect((await many([{ productName: 'Engine four', productCode: 'E-1' }]))[0]).toMatchObject({ outcome: 'CREATED' });
});

test('keys that are none are refused: shapes, sources, lengths, letters, nulls in questions', async () => {
  const create = 'mutation ($e: ExternalIds) { createAccount(input: { accountName: "No", externalIds: $e }) { account { id } } }';
  for (const e of [
    {},
    [],
    'x',
    { '1x': 'a' },
    { 'a b': 'a' },
    { a: '' },
    { a: ' ' },
    { a: 'x'.repeat(256) },
    { a: 'a\u0000b' },
    { a: {} },
    { a: 1.5 },
  ])
    expect([e, ((await faults(create, { e })) as string[])[0]]).toEqual([e, 'VALIDATION_FAILED']);
  expect(await faults(create, { e: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`s${at}`, 'x'])) })).toMatchObject([
    'VALIDATION_FAILED',
    {},
  ]);
  const ask = 'query ($e: ExternalIds!) { accounts(filter: { externalIds: { has: $e } }) { totalCount } }';
  expect(await faults(ask, { e: { a: null } })).toMatchObject(['VALIDATION_FAILED', { code: 'NULL_OPERAND' }]);
  expect(await count({ accountName: { eq: 'No' } })).toBe(0);
});

test('of several that match none is taken, and a call names each record once', async () => {
  await ada.ask('mutation { createAccounts(inputs: [{ accountName: "Twin" }, { accountName: "twin" }]) { succeeded } }');
  const rows = await upsert([{ accountName: 'TWIN' }, { accountName: 'Solo' }, { accountName: 'solo' }]);
  expect(rows.map((row) => row.outcome ?? faultsOf(row))).toEqual([
    ['inputs.0.accountName NOT_UNIQUE'],
    'CREATED',
    ['inputs.2.accountName CONTRADICTION'],
  ]);
  expect(await count({ accountName: { equalsIgnoreCase: 'twin' } })).toBe(2);
  expect(
    await faults('mutation { upsertAccount(by: { field: PHONE }, input: { accountName: "X", phone: "1" }) { outcome } }'),
  ).toMatchObject(['VALIDATION_FAILED', { inputPath: 'by.field', code: 'CONTRADICTION' }]);
  // Nothing is written when one is refused, unless the call says otherwise.
  expect(
    await faults('mutation { upsertAccounts(inputs: [{ accountName: "Whole" }, { accountName: "Twin" }]) { created } }'),
  ).toMatchObject(['VALIDATION_FAILED', { inputPath: 'inputs.1.accountName', code: 'NOT_UNIQUE' }]);
  expect(await count({ accountName: { eq: 'Whole' } })).toBe(0);
});

test('twenty-five callers at once make one record', async () => {
  const answers = await Promise.all(
    Array.from({ length: 25 }, (_, at) =>
      ada.ask(`mutation { upsertAccount(input: { accountName: "Raced", phone: "${at}" }) { outcome account { id } } }`),
    ),
  );
  expect(answers.filter((one) => one['upsertAccount'].outcome === 'CREATED')).toHaveLength(1);
  expect(new Set(answers.map((one) => one['upsertAccount'].account.id)).size).toBe(1);
  const external = await Promise.all(
    Array.from({ length: 25 }, (_, at) =>
      ada.ask(
        `mutation { upsertAccount(by: { externalId: "race" }, input: { accountName: "E${at}", externalIds: { race: "1" } }) { outcome } }`,
      ),
    ),
  );
  expect(external.filter((one) => one['upsertAccount'].outcome === 'CREATED')).toHaveLength(1);
});

test('nested records come along, new ones and changed ones', async () => {
  const mutation = `mutation ($input: AccountUpdateInput!) { upsertAccount(input: $input) { outcome account { contacts { nodes { lastName } } } } }`;
  const input = (lastName: string) => ({ accountName: 'Parent', contacts: { create: [{ lastName }] } });
  expect((await ada.ask(mutation, { input: input('One') }))['upsertAccount']).toEqual({
    outcome: 'CREATED',
    account: { contacts: { nodes: [{ lastName: 'One' }] } },
  });
  const second = (await ada.ask(mutation, { input: input('Two') }))['upsertAccount'];
  expect([second.outcome, second.account.contacts.nodes.length]).toEqual(['UPDATED', 2]);
});

const setUnique = (isUnique: boolean, field = 'website', module = 'Account') =>
  `mutation { setFieldUnique(module: "${module}", field: "${field}", isUnique: ${isUnique}) { uniqueFields { module field } } }`;

test('a field is made unique once it has no duplicates; they are listed until then', async () => {
  const site = (name: string, website: string) =>
    ada.send('mutation ($i: AccountCreateInput!) { createAccount(input: $i) { account { id } } }', { i: { accountName: name, website } });
  for (const [name, website] of [
    ['S1', 'a.example'],
    ['S2', 'a.example'],
    ['S3', 'b.example'],
  ] as const)
    await site(name, website);
  const refused = await ada.send(setUnique(true));
  expect(refused.errors![0]!.extensions).toMatchObject({ code: 'FIELD_HAS_DUPLICATES', clashes: [{ value: 'a.example', count: 2 }] });
  const [{ ids }] = refused.errors![0]!.extensions['clashes'] as unknown as [{ ids: string[] }];
  await ada.ask('mutation ($id: ID!) { deleteAccount(id: $id) { account { id } } }', { id: ids[1] });
  expect((await ada.ask(setUnique(true)))['setFieldUnique'].uniqueFields).toEqual([{ module: 'Account', field: 'website' }]);
  expect((await ada.ask('{ uniqueFields { field } }'))['uniqueFields']).toEqual([{ field: 'website' }]);

  const taken = ['VALIDATION_FAILED', { inputPath: 'input.website', code: 'NOT_UNIQUE' }];
  expect(await faults('mutation { createAccount(input: { accountName: "S4", website: "a.example" }) { account { id } } }')).toMatchObject(
    taken,
  );
  expect(await faults('mutation ($id: ID!) { restoreAccount(id: $id) { account { id } } }', { id: ids[1] })).toMatchObject([
    'VALIDATION_FAILED',
    { inputPath: 'id', code: 'NOT_UNIQUE' },
  ]);
  // By default an upsert looks for what is unique first.
  const [row] = await upsert([{ accountName: 'Renamed', website: 'a.example' }]);
  expect([row!.outcome, row!.account!.id]).toEqual(['UPDATED', ids[0]]);
  // A value that is given up is free again.
  await ada.ask('mutation ($id: ID!) { updateAccount(id: $id, input: { website: "c.example" }) { account { id } } }', { id: ids[0] });
  expect((await site('S5', 'a.example')).errors).toBeUndefined();
  // Two who take the same at once: one of them.
  const raced = await Promise.all(['R1', 'R2', 'R3', 'R4'].map((name) => site(name, 'race.example')));
  expect(raced.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(new Set(raced.flatMap(({ errors }) => (errors ?? []).map(({ extensions }) => extensions.code)))).toEqual(
    new Set(['VALIDATION_FAILED']),
  );
  expect((await ada.ask(setUnique(false)))['setFieldUnique'].uniqueFields).toEqual([]);
  expect((await site('S6', 'a.example')).errors).toBeUndefined();
});

test('records that are written while a field becomes unique are held to it', async () => {
  const writes = Array.from({ length: 30 }, (_, at) =>
    ada.send('mutation ($i: AccountCreateInput!) { createAccount(input: $i) { account { id } } }', {
      i: { accountName: `W${at}`, fax: '7' },
    }),
  );
  const made = await ada.send(setUnique(true, 'fax'));
  const answers = await Promise.all(writes);
  const kept = answers.filter(({ errors }) => !errors).length;
  if (made.errors) expect([made.errors[0]!.extensions.code, kept > 1]).toEqual(['FIELD_HAS_DUPLICATES', true]);
  else expect(kept).toBe(1);
  await ada.send(setUnique(false, 'fax'));
});

test('what can not be unique, and who may not say so', async () => {
  for (const [field, module] of [
    ['description', 'Account'],
    ['owner', 'Account'],
    ['nothing', 'Account'],
    ['name', 'Role'],
    ['x', 'Nothing'],
    ['id', 'Deal'],
  ] as const)
    expect([field, await faults(setUnique(true, field, module))]).toMatchObject([
      field,
      ['VALIDATION_FAILED', { code: 'REFERENCE_NOT_FOUND' }],
    ]);
  const { errors } = await acme.people['bob']!.send(setUnique(true));
  expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
});

test('keys of other systems are told apart by their case, and nothing is looked for by a field that the caller may not see', async () => {
  const rows = await upsert(
    [
      { accountName: 'Upper', externalIds: { cased: 'A1' } },
      { accountName: 'Lower', externalIds: { cased: 'a1' } },
    ],
    { externalId: 'cased' },
  );
  expect(rows.map(({ outcome }) => outcome)).toEqual(['CREATED', 'CREATED']);
  const access: AccessShape = { ...fullAccess, key: 'no-keys', isHidden: (_, { name }) => ['accountName', 'externalIds'].includes(name) };
  await using closed = await workspace({ accessOf: ({ isAdministrator }) => (isAdministrator ? null : { access, values: {} }) });
  const { people } = await closed.company('closed', [
    { email: 'chief@closed.example.com', lastName: 'Chief' },
    { email: 'bob@closed.example.com', lastName: 'Bob' },
  ]);
  for (const by of ['null', '{ field: ACCOUNT_NAME }', '{ externalId: "x" }']) {
    const { errors } = await people['bob']!.send(
      `mutation { upsertAccount(by: ${by}, input: { accountName: "A", externalIds: { x: "1" } }) { outcome } }`,
    );
    expect([by, errors?.[0]?.extensions.code]).toEqual([by, 'FORBIDDEN']);
  }
});

test('a code that a product has which the caller may not see is taken, and nothing more is said of it', async () => {
  const access: AccessShape = {
    ...fullAccess,
    key: 'own-products',
    rows: ({ name }) => (name === 'Product' ? { value: 'own', sql: (alias, parameter) => `${alias}.owner_id = ANY(${parameter})` } : null),
  };
  await using walled = await workspace({
    accessOf: ({ isAdministrator, userId }) => (isAdministrator ? null : { access, values: { own: [userId] } }),
  });
  const { chief, people } = await walled.company('walled', [
    { email: 'chief@walled.example.com', lastName: 'Chief' },
    { email: 'bob@walled.example.com', lastName: 'Bob' },
  ]);
  await chief.ask('mutation { createProduct(input: { productName: "Secret", productCode: "S-1" }) { product { id } } }');
  for (const by of ['null', '{ field: PRODUCT_CODE }']) {
    const { errors } = await people['bob']!.send(
      `mutation { upsertProduct(by: ${by}, input: { productName: "Mine", productCode: "S-1" }) { outcome } }`,
    );
    expect([by, errors?.[0]?.extensions['fields']]).toMatchObject([by, [{ inputPath: 'input.productCode', code: 'NOT_UNIQUE' }]]);
  }
});
