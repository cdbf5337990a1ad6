import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  accounts,
  contacts,
  createApiKey,
  createClient,
  deals,
  isCrmError,
  picklist,
  pipelineStages,
  pipelines,
  products,
  quotes,
  reorderProducts,
  users,
  vendors,
  viewer,
  type Crm,
} from '../../sdk/src/index.js';
import { listeningServer, type ListeningServer } from './support/listening-server.js';

let server: ListeningServer;
let crm: Crm;
beforeAll(async () => {
  server = await listeningServer();
  crm = createClient({ url: server.url, auth: server.company.chief.token, retries: 0 });
});
afterAll(() => server.crm.close());

test('a record is made, read, changed, binned and brought back', async () => {
  const made = await accounts(crm).create({ accountName: 'Noorderlicht', annualRevenue: '1250000.50', industry: 'SERVICE_PROVIDER' });
  expect(made).toMatchObject({ accountName: 'Noorderlicht', annualRevenue: '1250000.50', version: 1, industryLabel: expect.any(String) });
  // Its own fields and ids, and no relation.
  expect(made).toHaveProperty('ownerId');
  expect(made).not.toHaveProperty('owner');
  expect(await accounts(crm).get(made.id)).toEqual(made);

  const changed = await accounts(crm).update(made.id, { phone: '020' }, { expectedVersion: 1, select: { phone: true, version: true } });
  expect(changed).toEqual({ phone: '020', version: 2 });
  expect(await accounts(crm).delete(made.id, { select: { id: true } })).toEqual({ id: made.id });
  expect(await accounts(crm).get(made.id)).toBeNull();
  expect((await accounts(crm).get(made.id, { deleted: 'WITH', select: { deletedAt: true } }))?.deletedAt).toEqual(expect.any(String));
  expect(await accounts(crm).restore(made.id, { select: { deletedAt: true } })).toEqual({ deletedAt: null });
  const copy = await accounts(crm).clone(made.id, { accountName: 'Zuiderlicht' }, { select: { accountName: true, phone: true } });
  expect(copy).toEqual({ accountName: 'Zuiderlicht', phone: '020' });
});

test('what consists of records alone answers which those are, unless more of them is chosen', async () => {
  const vendor = await vendors(crm).create({ vendorName: 'Sawmill' });
  const beam = await products(crm).create({ productName: 'Beam', unitPrice: '2', reorderLevel: '10', vendorId: vendor.id });
  const found = await products(crm).create({ productName: 'Found', reorderLevel: '10' });
  const said = await reorderProducts(crm, { ids: [beam.id, found.id], dryRun: true });
  expect(said).toEqual({ purchaseOrders: [{ id: expect.any(String) }], withoutVendor: [{ id: found.id }], notNeeded: [] });
  const ids: readonly string[] | undefined = said.withoutVendor?.map(({ id }) => id);
  expect(ids).toEqual([found.id]);
  // @ts-expect-error: nothing else was asked for.
  expect(said.withoutVendor?.[0]?.productName).toBeUndefined();
  const chosen = await reorderProducts(crm, { ids: [found.id], select: { withoutVendor: { productName: true } } });
  expect(chosen.withoutVendor?.map(({ productName }) => productName)).toEqual(['Found']);
  // @ts-expect-error: what is not chosen is not answered.
  expect(chosen.notNeeded).toBeUndefined();
});

test('what is only tried out is not there', async () => {
  const tried = await accounts(crm).create({ accountName: 'Perhaps' }, { dryRun: true, select: { accountName: true } });
  expect(tried).toEqual({ accountName: 'Perhaps' });
  expect((await accounts(crm).list({ filter: { accountName: { eq: 'Perhaps' } } })).nodes).toEqual([]);
});

test('a selection gives exactly its fields, through relations, lists with arguments, figures and groups', async () => {
  const account = await accounts(crm).create({
    accountName: 'Nested',
    contacts: { create: [{ lastName: 'Aalders' }, { lastName: 'Bakker' }, { lastName: 'Cohen' }] },
  });
  await deals(crm).createMany(
    ['100', '200', '300'].map((amount) => ({
      dealName: `Deal of ${amount}`,
      amount,
      accountId: account.id,
      stage: 'QUALIFICATION',
      closingDate: '2027-01-31',
    })),
  );
  const found = await accounts(crm).get(account.id, {
    select: {
      accountName: true,
      owner: { email: true },
      contacts: { args: { first: 2, orderBy: [{ lastName: 'DESC' }] }, nodes: { lastName: true }, totalCount: true },
      deals: {
        args: { filter: { amount: { gte: 200 }, stage: { category: { eq: 'OPEN' } } } },
        aggregate: { count: true, sum: { amount: true } },
        groups: {
          args: { by: [{ field: 'STAGE' }], orderBy: [{ count: 'DESC' }], having: { count: { gte: 1 } } },
          key: { stage: { key: true } },
          aggregate: { count: true },
        },
      },
    },
  });
  expect(found).toEqual({
    accountName: 'Nested',
    owner: { email: server.company.chief.email },
    contacts: { nodes: [{ lastName: 'Cohen' }, { lastName: 'Bakker' }], totalCount: 3 },
    deals: {
      aggregate: { count: 2, sum: { amount: '500' } },
      groups: [{ key: { stage: { key: 'QUALIFICATION' } }, aggregate: { count: 2 } }],
    },
  });

  const filter = { accountId: { eq: account.id } };
  expect(await deals(crm).aggregate({ filter, select: { count: true, max: { amount: true } } })).toEqual({
    count: 3,
    max: { amount: '300.00' },
  });
  expect(
    await deals(crm).groups({
      by: [{ field: 'ACCOUNT' }],
      filter,
      first: 5,
      select: { key: { account: { accountName: true } }, aggregate: { sum: { amount: true } } },
    }),
  ).toEqual([{ key: { account: { accountName: 'Nested' } }, aggregate: { sum: { amount: '600' } } }]);
});

test('a list comes in pages that stay as they are, or as a walk through all of it', async () => {
  await contacts(crm).createMany(Array.from({ length: 7 }, (_, index) => ({ lastName: `Walker ${index}` })));
  const options = {
    filter: { lastName: { startsWith: 'Walker' } },
    orderBy: [{ lastName: 'ASC' as const }],
    select: { lastName: true } as const,
  };
  const first = await contacts(crm).list({ ...options, first: 3, totalCount: true });
  expect(first).toMatchObject({ hasNextPage: true, hasPreviousPage: false, totalCount: 7 });
  expect(structuredClone(first)).toEqual(first);
  const second = await contacts(crm).list({ ...options, first: 3, after: first.endCursor });
  expect([...first.nodes, ...second.nodes].map(({ lastName }) => lastName)).toEqual([0, 1, 2, 3, 4, 5].map((index) => `Walker ${index}`));

  const walked: (string | null)[] = [];
  const walk = contacts(crm).iterate({ ...options, pageSize: 2 });
  for await (const { lastName } of walk) walked.push(lastName);
  expect(walked).toHaveLength(7);
  // From the start again, and no further than asked.
  expect(await walk.toArray({ limit: 5 })).toEqual(walked.slice(0, 5).map((lastName) => ({ lastName })));
});

test('of many rows the good ones are written, and the others say why not', async () => {
  const result = await accounts(crm).createMany([{ accountName: 'Good' }, { accountName: '' }], {
    onError: 'CONTINUE',
    select: { accountName: true },
  });
  expect(result).toMatchObject({ succeeded: 1, failed: 1 });
  expect(result.results).toMatchObject([
    { index: 0, record: { accountName: 'Good' }, error: null },
    { index: 1, record: null, error: { code: 'VALIDATION_FAILED', fields: [{ code: 'REQUIRED', inputPath: 'inputs.1.accountName' }] } },
  ]);
  const { nodes } = await accounts(crm).list({ filter: { accountName: { eq: 'Good' } } });
  const [{ id, version }] = nodes as [(typeof nodes)[number]];
  const updated = await accounts(crm).updateMany([{ id, input: { phone: '1' }, expectedVersion: version }], { select: { phone: true } });
  expect(updated.results).toMatchObject([{ record: { phone: '1' } }]);
  expect((await accounts(crm).deleteMany([id])).succeeded).toBe(1);
  expect((await accounts(crm).restoreMany([{ id }])).succeeded).toBe(1);
});

test('a record is changed if it is there and made if not, by a key of another system', async () => {
  const by = { externalId: 'erp' };
  const input = { accountName: 'Keyed', externalIds: { erp: '4711' } };
  const made = await accounts(crm).upsert(input, { by, select: { id: true, externalIds: true } });
  expect(made).toEqual({ record: { id: expect.any(String), externalIds: { erp: '4711' } }, outcome: 'CREATED' });
  const inputs = [
    { ...input, phone: '020' },
    { accountName: 'Second', externalIds: { erp: '4712' } },
  ];
  const both = await accounts(crm).upsertMany(inputs, { by, select: { id: true } });
  expect(both).toMatchObject({ created: 1, updated: 1, unchanged: 0, failed: 0 });
  expect(both.results[0]).toEqual({ index: 0, record: { id: made.record.id }, outcome: 'UPDATED', error: null });
});

test('a document is upserted in its currency, one and many', async () => {
  const account = await accounts(crm).create({ accountName: 'Dollars' });
  const product = await products(crm).create({ productName: 'Priced', unitPrice: '10' });
  const input = (erp: string) => ({
    subject: `In dollars ${erp}`,
    accountId: account.id,
    externalIds: { erp },
    currency: 'USD',
    exchangeRate: '2',
    lineItems: { create: [{ productId: product.id, quantity: 1 }] },
  });
  const select = { currency: true, grandTotal: true } as const;
  const by = { externalId: 'erp' };
  const made = await quotes(crm).upsert(input('Q-1'), { by, select });
  expect(made).toEqual({ record: { currency: 'USD', grandTotal: '20.00' }, outcome: 'CREATED' });
  const { lineItems: _, ...again } = input('Q-1');
  const both = await quotes(crm).upsertMany([again, input('Q-2')], { by, select });
  expect(both).toMatchObject({ created: 1, unchanged: 1, failed: 0 });
});

test('numbers with decimals are kept as they were written, in inputs and in filters', async () => {
  const account = await accounts(crm).create(
    { accountName: 'Decimals', annualRevenue: 12.5 },
    { select: { id: true, annualRevenue: true } },
  );
  expect(account.annualRevenue).toBe('12.50');
  const find = (gte: number) =>
    accounts(crm).list({ filter: { id: { eq: account.id }, annualRevenue: { gte } }, totalCount: true, select: { id: true } });
  expect([(await find(12.49)).totalCount, (await find(12.5)).totalCount, (await find(12.51)).totalCount]).toEqual([1, 1, 0]);
  const { results } = await accounts(crm).createMany(
    [
      { accountName: 'Cents', annualRevenue: 1234567.89 },
      { accountName: 'Whole', annualRevenue: 7 },
    ],
    {
      select: { annualRevenue: true },
    },
  );
  expect(results.map(({ record }) => record?.annualRevenue)).toEqual(['1234567.89', '7.00']);
  await expect(accounts(crm).create({ accountName: 'Thirds', annualRevenue: 0.1 + 0.2 })).rejects.toMatchObject({ code: 'INEXACT_NUMBER' });
  await expect(find(4.35 * 100)).rejects.toMatchObject({ code: 'INEXACT_NUMBER' });
  expect((await accounts(crm).list({ filter: { accountName: { eq: 'Thirds' } } })).nodes).toEqual([]);
});

test('errors have their code and what belongs to it', async () => {
  const failure = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );
  const { id } = await accounts(crm).create({ accountName: 'Twice' });
  await accounts(crm).update(id, { phone: '1' });
  const conflict = await failure(accounts(crm).update(id, { phone: '2' }, { expectedVersion: 1 }));
  if (!isCrmError(conflict, 'CONFLICT')) throw conflict;
  expect(conflict.details).toEqual({ id, currentVersion: 2, changedFields: ['phone'] });
  expect(conflict.requestId).toEqual(expect.any(String));

  const invalid = await failure(deals(crm).create({ dealName: '', stage: 'NOWHERE', closingDate: '2027-01-31' }));
  if (!isCrmError(invalid, 'VALIDATION_FAILED')) throw invalid;
  expect(invalid.details.fields.map(({ inputPath }) => inputPath)).toEqual(expect.arrayContaining(['input.dealName', 'input.stage']));

  // Coercion is done before anything else, and names the same places.
  const untyped = await failure(deals(crm).create({ dealName: 'No date' } as never));
  expect(untyped).toMatchObject({
    code: 'VALIDATION_FAILED',
    details: { fields: [{ inputPath: 'input.closingDate', code: 'REQUIRED' }, { inputPath: 'input.stage' }] },
  });

  const unknown = await failure(accounts(crm).update('account_01900000-0000-7000-8000-000000000000', { phone: '2' }));
  expect(isCrmError(unknown, 'NOT_FOUND')).toBe(true);
  expect(await failure(createClient({ url: server.url, retries: 0 }).request('{ viewer { isAdministrator } }'))).toMatchObject({
    code: 'UNAUTHENTICATED',
  });
});

test('what is not of one record has a function of its own', async () => {
  expect(await viewer(crm, { select: { isAdministrator: true, user: { email: true } } })).toEqual({
    isAdministrator: true,
    user: { email: server.company.chief.email },
  });
  const industries = await picklist(crm, { name: 'Industry' });
  expect(industries?.values?.[0]).toMatchObject({ key: expect.any(String), label: expect.any(String) });
  expect(await picklist(crm, { name: 'Nothing' }).catch((error: unknown) => isCrmError(error))).not.toBeUndefined();

  const [stage] = (await pipelineStages(crm).list({ filter: { key: { eq: 'QUALIFICATION' } } })).nodes;
  const renamed = await pipelineStages(crm).update(stage!.id, { label: 'First meeting' });
  expect(renamed).toMatchObject({ key: 'QUALIFICATION', label: 'First meeting' });
  expect(
    (await pipelines(crm).list({ select: { stages: { args: { first: 1 }, nodes: { key: true } } } })).nodes[0]?.stages?.nodes,
  ).toHaveLength(1);

  const { key } = await createApiKey(crm, { name: 'Website', isReadOnly: true, expiresAt: new Date('2036-01-01') });
  const reader = createClient({ url: server.url, auth: key!, retries: 0 });
  expect((await users(reader).list()).nodes).toHaveLength(1);
  await expect(accounts(reader).create({ accountName: 'No' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
    details: { reason: expect.any(String) },
  });
});
