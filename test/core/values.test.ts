import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { foldText } from '../../server/core/text.js';
import { faultsOf } from '../support/answers.js';
import { create, read, restore, tryCreate, tryUpdate, update } from '../support/records.js';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
let ada: Person;
beforeAll(async () => {
  crm = await workspace();
  acme = await crm.company('acme', [
    { email: 'ada@acme.test', lastName: 'Ada' },
    { email: 'beth@acme.test', lastName: 'Beth' },
    { email: 'cato@acme.test', lastName: 'Cato' },
  ]);
  ada = acme.chief;
});
afterAll(() => crm.close());

const bulk = (module: string, input: string): string =>
  `mutation ($items: [${module}UpdateItem!]!, $onError: OnError! = ABORT) { update${module}s(items: $items, onError: $onError) { results { error { fields { inputPath code } } ${module[0]!.toLowerCase()}${module.slice(1)} { id ${input} } } succeeded } }`;

test('an optional text of blanks is null, however it comes in; a required one is refused', async () => {
  const blanks = ['', '  ', '\u00a0\t', '\n', '\u200b \ufeff'];
  for (const blank of blanks) {
    const { id, ...made } = await create(
      ada,
      'Account',
      { accountName: 'Blank', phone: blank, website: blank, description: blank },
      'id phone website description',
    );
    expect([blank, made]).toEqual([blank, { phone: null, website: null, description: null }]);
    await update(ada, 'Account', id as string, { phone: '1' });
    expect(await update(ada, 'Account', id as string, { phone: blank }, 'phone')).toEqual({ phone: null });
    expect(faultsOf(await tryCreate(ada, 'Account', { accountName: blank }))).toEqual(['input.accountName REQUIRED']);
    expect(faultsOf(await tryUpdate(ada, 'Account', id as string, { accountName: blank }))).toEqual(['input.accountName REQUIRED']);
  }
  const { accounts } = await ada
    .ask(
      '{ accounts { empty: totalCount } none: accounts(filter: { phone: { isNull: true } }) { totalCount } text: accounts(filter: { phone: { eq: "" } }) { totalCount } }',
    )
    .then((data) => ({ accounts: data }));
  expect([accounts.none.totalCount, accounts.text.totalCount]).toEqual([blanks.length, 0]);
  const nested = await create(
    ada,
    'Account',
    { accountName: 'Nested', contacts: { create: [{ lastName: 'N', email: ' ', phone: '' }] } },
    'contacts { nodes { email phone } }',
  );
  expect(nested['contacts'].nodes).toEqual([{ email: null, phone: null }]);
  // Two of nothing are not the same.
  await create(ada, 'Product', { productName: 'One', productCode: '' });
  expect(await create(ada, 'Product', { productName: 'Two', productCode: ' ' }, 'productCode')).toEqual({ productCode: null });
  const { upsertProduct } = await ada.ask('mutation { upsertProduct(input: { productName: "Two", productCode: "  " }) { outcome } }');
  expect(upsertProduct.outcome).toBe('UNCHANGED');
  const { updateViewerSettings } = await ada.ask(
    'mutation { updateViewerSettings(input: { language: " ", timeZone: "" }) { viewerSettings { language } } }',
  );
  expect(updateViewerSettings.viewerSettings.language).toBe('en');
});

test('text is stored composed and trimmed; its lines stay as they are', async () => {
  const lines = '  first\n\n   second  \n';
  const made = await create(
    ada,
    'Account',
    { accountName: ' Cafe\u0301 Noir\u00a0', billingCity: 'a\nb', description: lines },
    'accountName billingCity description',
  );
  expect(made).toEqual({ accountName: 'Café Noir', billingCity: 'a\nb', description: 'first\n\n   second' });
  const { accounts } = await ada.ask('query ($name: String!) { accounts(filter: { accountName: { eq: $name } }) { totalCount } }', {
    name: 'Cafe\u0301 Noir',
  });
  expect(accounts.totalCount).toBe(1);
  const long = 'e\u0301'.repeat(100);
  expect((await create(ada, 'Account', { accountName: long }, 'accountName'))['accountName']).toHaveLength(100);
  const { createPicklistValue } = await ada.ask(
    'mutation { createPicklistValue(picklist: "Industry", input: { label: " Cafe\u0301 " }) { picklist { values { label } } } }',
  );
  expect(createPicklistValue.picklist.values.map(({ label }: { label: string }) => label)).toContain('Café');
});

test('what has no width is trimmed like blanks, stays within a text, and makes no difference to what is the same', async () => {
  for (const [given, stored] of [
    ['\u200bTrimmed\u2060', 'Trimmed'],
    ['\ufeff \u200b Trimmed\u00a0\u200b', 'Trimmed'],
    ['Zero\u200bwidth', 'Zero\u200bwidth'],
    ['\u200dJoined\u200d', '\u200dJoined\u200d'],
  ] as const)
    expect(await create(ada, 'Account', { accountName: given, phone: `${given}1` }, 'accountName')).toEqual({ accountName: stored });
  await create(ada, 'Product', { productName: 'Z', productCode: 'ZW-1' });
  for (const productCode of ['zw-1\u200b', 'ZW\u2060-1', '\ufeffZW-\ufeff1', 'Z\u200bW-1'])
    expect([productCode, faultsOf(await tryCreate(ada, 'Product', { productName: 'Y', productCode }))]).toEqual([
      productCode,
      ['input.productCode NOT_UNIQUE'],
    ]);
  const upsert = async (accountName: string): Promise<string> =>
    (
      await ada.ask('mutation ($input: AccountUpdateInput!) { upsertAccount(input: $input) { outcome } }', {
        input: { accountName, phone: '1' },
      })
    )['upsertAccount'].outcome as string;
  expect([await upsert('Soft\u200bware \u2060BV'), await upsert('SOFTWARE\ufeff bv')]).toEqual(['CREATED', 'UPDATED']);
  const externalIds = (erp: string) => tryCreate(ada, 'Lead', { lastName: 'Keyed', company: 'K', externalIds: { erp } });
  expect((await externalIds('zero\u200b')).errors).toBeUndefined();
  expect(faultsOf(await externalIds('\u2060zero'))).toEqual(['input.externalIds.erp NOT_UNIQUE']);
  expect((await externalIds('ze\u200bro')).errors).toBeUndefined();
  expect(faultsOf(await externalIds('\u200b\u2060'))).toEqual(['input.externalIds INVALID_FORMAT']);
});

test('what people take for the same is found by upsert and kept unique: case, blanks and composition make no difference', async () => {
  const upsert = async (module: string, input: object): Promise<string> => {
    const data = await ada.ask(`mutation ($input: ${module}UpdateInput!) { upsert${module}(input: $input) { outcome } }`, { input });
    return data[`upsert${module}`].outcome as string;
  };
  expect(await upsert('Account', { accountName: 'Crème  Brûlée Straße', phone: '1' })).toBe('CREATED');
  expect(await upsert('Account', { accountName: ' CRE\u0300ME BRU\u0302LE\u0301E\tSTRAßE', phone: '2' })).toBe('UPDATED');
  expect(await upsert('Deal', { dealName: 'Big  one', stage: 'QUALIFICATION', closingDate: '2027-01-01' })).toBe('CREATED');
  expect(await upsert('Deal', { dealName: 'BIG ONE', stage: 'QUALIFICATION', closingDate: '2027-01-02' })).toBe('UPDATED');
  await create(ada, 'Product', { productName: 'P', productCode: 'SKU  1' });
  expect(faultsOf(await tryCreate(ada, 'Product', { productName: 'Q', productCode: 'sku 1 ' }))).toEqual(['input.productCode NOT_UNIQUE']);
  await ada.ask('mutation { setFieldUnique(module: "Account", field: "website", isUnique: true) { uniqueFields { field } } }');
  await create(ada, 'Account', { accountName: 'W1', website: 'https://Example.com' });
  expect(faultsOf(await tryCreate(ada, 'Account', { accountName: 'W2', website: 'https://example.com ' }))).toEqual([
    'input.website NOT_UNIQUE',
  ]);
  await ada.ask('mutation { setFieldUnique(module: "Account", field: "website", isUnique: false) { uniqueFields { field } } }');
  await create(ada, 'Lead', { lastName: 'Keyed', company: 'K', externalIds: { erp: 'nai\u0308ve ' } });
  expect(faultsOf(await tryCreate(ada, 'Lead', { lastName: 'Other', company: 'K', externalIds: { erp: 'naïve' } }))).toEqual([
    'input.externalIds.erp NOT_UNIQUE',
  ]);
});

test('the database folds texts as the server does', async () => {
  const blanks = [
    '\t',
    '\n',
    '\v',
    '\f',
    '\r',
    ' ',
    '\u00a0',
    '\u1680',
    '\u2000',
    '\u2003',
    '\u200a',
    '\u2028',
    '\u2029',
    '\u202f',
    '\u205f',
    '\u3000',
    '\ufeff',
  ];
  const words = [
    '',
    'a',
    'ABC',
    'É',
    'e\u0301',
    'İ',
    'ΑΣ',
    'Straße',
    'ŽLUŤOUČKÝ',
    '\u{1F600}',
    'ﬁ',
    '~',
    '!x',
    '\u0085',
    '\u200b',
    '\u180e',
    '\u200bA\u2060B\ufeff',
    'e\u200b\u0301',
    'A \ufeff B',
    '\u200d',
    'ǅ',
    'Ⅷ',
  ];
  const texts = [...words, ...words.flatMap((word) => blanks.map((blank) => `${blank}${word}${blank}${blank}B${blank}`))];
  const { rows } = await crm.app.database.system.query<{ folded: string }>(
    'SELECT crm_fold(t) AS folded FROM unnest($1::text[]) WITH ORDINALITY u(t, n) ORDER BY n',
    [texts],
  );
  expect(rows.map(({ folded }) => folded)).toEqual(texts.map(foldText));
});

test('values go round within a call: what counts is how it leaves the records', async () => {
  const ids: string[] = [];
  for (const code of ['R1', 'R2', 'R3'])
    ids.push(
      (await create(ada, 'Product', { productName: `Round ${code}`, productCode: code, externalIds: { erp: code } }))['id'] as string,
    );
  const codes = async (): Promise<unknown[]> =>
    Promise.all(ids.map(async (id) => (await read(ada, 'Product', id, 'productCode externalIds'))!));
  const turned = (codes: readonly (string | null)[], more: object = {}) =>
    codes.map((productCode, at) => ({ id: ids[at]!, input: { productCode, ...more } }));
  const rotate = bulk('Product', 'productCode');
  await ada.ask(rotate, { items: turned(['R2', 'R1']) });
  await ada.ask(rotate, { items: turned(['R3', 'R2', 'R1']) });
  // Rows that change different fields are written by statements of their own.
  await ada.ask(rotate, {
    items: [
      { id: ids[0], input: { productCode: 'R1', unitPrice: '1' } },
      { id: ids[2], input: { productCode: 'R3' } },
    ],
  });
  await ada.ask(rotate, { items: ids.map((id, at) => ({ id, input: { externalIds: { erp: `R${((at + 1) % 3) + 1}` } } })) });
  expect(await codes()).toEqual([
    { productCode: 'R1', externalIds: { erp: 'R2' } },
    { productCode: 'R2', externalIds: { erp: 'R3' } },
    { productCode: 'R3', externalIds: { erp: 'R1' } },
  ]);
  // One gives its code up, another takes it; a new record takes what an upsert frees.
  await ada.ask(rotate, { items: turned([null, 'R1']) });
  const upserted = await ada.ask(
    'mutation ($inputs: [ProductUpdateInput!]!) { upsertProducts(by: { externalId: "erp" }, inputs: $inputs) { created updated } }',
    {
      inputs: [
        { productName: 'New', productCode: 'R1', externalIds: { erp: 'R4' } },
        { productName: 'Round R2', productCode: 'R9', externalIds: { erp: 'R3' } },
      ],
    },
  );
  expect(upserted.upsertProducts).toEqual({ created: 1, updated: 1 });
  const refused = await ada.send(rotate, { items: turned(['R9', 'R9', 'R1']) });
  expect(faultsOf(refused)).toEqual(['items.1.input.productCode NOT_UNIQUE', 'items.2.input.productCode NOT_UNIQUE']);
});

test('a row that is refused keeps its value, and so refuses the row that was to take it', async () => {
  const [a, b] = [
    await create(ada, 'Product', { productName: 'Kept A', productCode: 'K1' }),
    await create(ada, 'Product', { productName: 'Kept B', productCode: 'K2' }),
  ];
  const items = [
    { id: a['id'], input: { productCode: 'K2' } },
    { id: b['id'], input: { productCode: 'K1', productName: '' } },
  ];
  const { updateProducts } = await ada.ask(bulk('Product', 'productCode'), { items, onError: 'CONTINUE' });
  const codes = updateProducts.results.map(({ error }: { error: { fields: { inputPath: string; code: string }[] } | null }) =>
    error?.fields.map(({ code }) => code),
  );
  expect([updateProducts.succeeded, codes]).toEqual([0, [['NOT_UNIQUE'], ['REQUIRED']]]);
  expect(await read(ada, 'Product', a['id'] as string, 'productCode')).toEqual({ productCode: 'K1' });
});

test('a field of the organisation’s own choice goes round as well, and one that comes back from the bin is held to it', async () => {
  await ada.ask('mutation { setFieldUnique(module: "Account", field: "accountNumber", isUnique: true) { uniqueFields { field } } }');
  const [a, b] = [
    await create(ada, 'Account', { accountName: 'N1', accountNumber: '1' }),
    await create(ada, 'Account', { accountName: 'N2', accountNumber: '2' }),
  ];
  await ada.ask(bulk('Account', 'accountNumber'), {
    items: [
      { id: a['id'], input: { accountNumber: '2' } },
      { id: b['id'], input: { accountNumber: '1' } },
    ],
  });
  expect(await read(ada, 'Account', a['id'] as string, 'accountNumber')).toEqual({ accountNumber: '2' });
  await ada.ask('mutation ($id: ID!) { deleteAccount(id: $id) { account { id } } }', { id: b['id'] });
  await update(ada, 'Account', a['id'] as string, { accountNumber: '1' });
  await expect(restore(ada, 'Account', b['id'] as string)).rejects.toThrow(/already/);
  await ada.ask('mutation { setFieldUnique(module: "Account", field: "accountNumber", isUnique: false) { uniqueFields { field } } }');
});

test('a record keeps what it has already: a retired value, a record in the bin, an owner who has left', async () => {
  const { beth } = acme.people as { beth: Person };
  const { id: accountId } = await create(ada, 'Account', { accountName: 'Gone' });
  const { id: campaignId } = await create(ada, 'Campaign', { campaignName: 'Gone' });
  const held = {
    leadSource: 'CHAT',
    rating: 'ACTIVE',
    salutation: 'MR',
    campaignSourceId: campaignId,
    ownerId: `user_${beth.userId}`,
    externalIds: { keeps: 'L' },
  };
  const { id } = await create(ada, 'Lead', { lastName: 'Keeper', company: 'K', ...held });
  const contact = await create(ada, 'Contact', { lastName: 'Keeper', accountId, leadSource: 'CHAT' });
  const other = await create(ada, 'Lead', { lastName: 'Other', company: 'K' });
  await ada.ask('mutation { updatePicklistValue(picklist: "LeadSource", key: "CHAT", input: { isRetired: true }) { picklist { name } } }');
  await ada.ask(
    'mutation ($account: ID!, $campaign: ID!) { deleteAccount(id: $account) { account { id } } deleteCampaign(id: $campaign) { campaign { id } } }',
    { account: accountId, campaign: campaignId },
  );
  await ada.ask('mutation ($id: ID!) { suspendUser(id: $id) { user { id } } }', { id: `user_${beth.userId}` });

  expect(await update(ada, 'Lead', id as string, { ...held, phone: '1' }, 'leadSource campaignSourceId ownerId phone')).toEqual({
    leadSource: 'CHAT',
    campaignSourceId: campaignId,
    ownerId: `user_${beth.userId}`,
    phone: '1',
  });
  expect((await update(ada, 'Contact', contact['id'] as string, { accountId, leadSource: 'CHAT' }, 'accountId'))['accountId']).toBe(
    accountId,
  );
  const { upsertLead } = await ada.ask(
    'mutation ($input: LeadUpdateInput!) { upsertLead(by: { externalId: "keeps" }, input: $input) { outcome } }',
    { input: { lastName: 'Keeper', ...held, phone: '2' } },
  );
  expect(upsertLead.outcome).toBe('UPDATED');
  expect(
    faultsOf(
      await tryUpdate(ada, 'Lead', other['id'] as string, {
        leadSource: 'CHAT',
        campaignSourceId: campaignId,
        ownerId: `user_${beth.userId}`,
      }),
    ).sort(),
  ).toEqual(['input.campaignSourceId REFERENCE_NOT_FOUND', 'input.leadSource UNKNOWN_PICKLIST_VALUE', 'input.ownerId INACTIVE']);
  // What was given up is not had again.
  await update(ada, 'Lead', id as string, { leadSource: null });
  expect(faultsOf(await tryUpdate(ada, 'Lead', id as string, { leadSource: 'CHAT' }))).toEqual(['input.leadSource UNKNOWN_PICKLIST_VALUE']);
  await ada.ask('mutation { updatePicklistValue(picklist: "LeadSource", key: "CHAT", input: { isRetired: false }) { picklist { name } } }');
});

test('a suspended user is given no records: new ones, changed ones, many at once; an invited one is', async () => {
  const { cato } = acme.people as { cato: Person };
  const ownerId = `user_${cato.userId}`;
  await ada.ask('mutation ($id: ID!) { suspendUser(id: $id) { user { id } } }', { id: ownerId });
  const deal = { dealName: 'Owned', stage: 'QUALIFICATION', closingDate: '2027-01-01' };
  for (const [module, input] of [
    ['Deal', deal],
    ['Account', { accountName: 'Owned' }],
    ['Product', { productName: 'Owned' }],
    ['Vendor', { vendorName: 'Owned' }],
  ] as const)
    expect([module, faultsOf(await tryCreate(ada, module, { ...input, ownerId }))]).toEqual([module, ['input.ownerId INACTIVE']]);
  const { id } = await create(ada, 'Deal', deal);
  expect(faultsOf(await ada.send(bulk('Deal', 'ownerId'), { items: [{ id, input: { ownerId } }] }))).toEqual([
    'items.0.input.ownerId INACTIVE',
  ]);
  expect(
    faultsOf(
      await ada.send('mutation ($input: DealUpdateInput!) { upsertDeal(input: $input) { outcome } }', { input: { ...deal, ownerId } }),
    ),
  ).toEqual(['input.ownerId INACTIVE']);
  await ada.ask('mutation ($id: ID!) { reactivateUser(id: $id) { user { id } } }', { id: ownerId });
  expect((await update(ada, 'Deal', id as string, { ownerId }, 'ownerId'))['ownerId']).toBe(ownerId);
});

test('a birth date does not lie in the future, a telephone number has a digit, a closed deal has 100 or 0', async () => {
  const later = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  for (const dateOfBirth of ['2945-08-15', later])
    expect(faultsOf(await tryCreate(ada, 'Contact', { lastName: 'Unborn', dateOfBirth }))).toEqual(['input.dateOfBirth OUT_OF_RANGE']);
  for (const dateOfBirth of [new Date(Date.now() - 86_400_000).toISOString().slice(0, 10), '1899-12-31', null])
    expect(await create(ada, 'Contact', { lastName: 'Born', dateOfBirth }, 'dateOfBirth')).toEqual({ dateOfBirth });

  for (const phone of ['abc', '-', 'unknown', '+()'])
    expect([phone, faultsOf(await tryCreate(ada, 'Account', { accountName: 'Phone', phone, fax: phone }))]).toEqual([
      phone,
      ['input.phone INVALID_FORMAT', 'input.fax INVALID_FORMAT'],
    ]);
  for (const phone of ['+31 (0)20 123 45 67 ext. 5', '020-1234567 tst 12', '1-800-FLOWERS', '٠١٢٣', '112'])
    expect(await create(ada, 'Account', { accountName: 'Phone', phone }, 'phone')).toEqual({ phone });

  const deal = { dealName: 'Closing', closingDate: '2027-01-01' };
  expect(faultsOf(await tryCreate(ada, 'Deal', { ...deal, stage: 'CLOSED_LOST', probability: 50 }))).toEqual([
    'input.probability CONTRADICTION',
  ]);
  expect(faultsOf(await tryCreate(ada, 'Deal', { ...deal, stage: 'CLOSED_WON', probability: 0 }))).toEqual([
    'input.probability CONTRADICTION',
  ]);
  const { id } = await create(ada, 'Deal', { ...deal, stage: 'QUALIFICATION', probability: 35 });
  const changed = (input: object) => update(ada, 'Deal', id as string, input, 'probability');
  expect(await changed({ probability: 40 })).toEqual({ probability: 40 });
  expect(await changed({ stage: 'CLOSED_WON' })).toEqual({ probability: 100 });
  expect(faultsOf(await tryUpdate(ada, 'Deal', id as string, { probability: 50 }))).toEqual(['input.probability CONTRADICTION']);
  expect(faultsOf(await tryUpdate(ada, 'Deal', id as string, { stage: 'CLOSED_LOST', probability: 100 }))).toEqual([
    'input.probability CONTRADICTION',
  ]);
  expect(await changed({ stage: 'CLOSED_LOST', probability: null })).toEqual({ probability: 0 });
  expect(await changed({ stage: 'CLOSED_LOST', probability: 0 })).toEqual({ probability: 0 });
  expect(await changed({ stage: 'NEGOTIATION_REVIEW', probability: 5 })).toEqual({ probability: 5 });
});

test('a suspended user is given nothing else either: no products to look after, no people to lead', async () => {
  const { chief, people } = await crm.company('handlers', [
    { email: 'chief@handlers.test', lastName: 'Chief' },
    { email: 'left@handlers.test', lastName: 'Left' },
    { email: 'here@handlers.test', lastName: 'Here' },
  ]);
  const [left, here] = [`user_${people['left']!.userId}`, `user_${people['here']!.userId}`];
  const { id: held } = await create(chief, 'Product', { productName: 'Held', handlerId: left });
  await update(chief, 'User', here, { managerId: left });
  await chief.ask('mutation ($id: ID!) { suspendUser(id: $id) { user { id } } }', { id: left });
  const answer = await tryCreate(chief, 'Product', { productName: 'New', handlerId: left });
  expect(answer.errors![0]!.extensions['fields']).toMatchObject([
    { inputPath: 'input.handlerId', code: 'INACTIVE', message: 'Handler: this user is suspended. Choose an active user.' },
  ]);
  const { id: free } = await create(chief, 'Product', { productName: 'Free', handlerId: here });
  expect(faultsOf(await tryUpdate(chief, 'Product', free as string, { handlerId: left }))).toEqual(['input.handlerId INACTIVE']);
  expect(faultsOf(await tryUpdate(chief, 'User', `user_${chief.userId}`, { managerId: left }))).toEqual(['input.managerId INACTIVE']);
  // What somebody has already stays; so it does in a copy.
  expect((await update(chief, 'User', here, { managerId: left, lastName: 'Still' }, 'managerId'))['managerId']).toBe(left);
  expect((await update(chief, 'Product', held as string, { handlerId: left, productName: 'Kept' }, 'handlerId'))['handlerId']).toBe(left);
  const { cloneProduct } = await chief.ask('mutation ($id: ID!) { cloneProduct(id: $id, input: {}) { product { handlerId } } }', {
    id: held,
  });
  expect(cloneProduct.product.handlerId).toBe(left);
});

test('a document is saved with its lines as they were read, though their tax, product and price book went to the bin', async () => {
  const { id: taxId } = await create(ada, 'Tax', { name: 'Old VAT', percentage: '19' });
  const { id: accountId } = await create(ada, 'Account', { accountName: 'Taxed' });
  const { id: productId } = await create(ada, 'Product', { productName: 'Taxed', unitPrice: '10' });
  await create(ada, 'ProductTax', { productId, taxId });
  const { id: priceBookId } = await create(ada, 'PriceBook', { priceBookName: 'Old book' });
  await create(ada, 'ListPrice', { priceBookId, productId, listPrice: '8' });
  const taxes = [{ taxId }];
  const line = { productId, quantity: '2', priceBookId, taxes };
  const lines = 'version taxes lineItems { nodes { id productId quantity priceBookId listPrice taxes netTotal } }';
  const input = { subject: 'Taxed', accountId, taxes, lineItems: { create: [line] } };
  const quote = await create(ada, 'Quote', input, `id ${lines}`);
  const other = await create(
    ada,
    'Quote',
    { ...input, taxes: null, lineItems: { create: [{ productId, quantity: '1', taxes: [] }] } },
    `id ${lines}`,
  );
  await ada.ask(
    'mutation ($tax: ID!, $book: ID!, $product: ID!) { deleteTax(id: $tax) { tax { id } } deletePriceBook(id: $book) { priceBook { id } } deleteProduct(id: $product, restrictIfChildren: false) { product { id } } }',
    { tax: taxId, book: priceBookId, product: productId },
  );
  const [{ id: lineId, netTotal, ...asRead }] = quote['lineItems'].nodes as [Record<string, unknown>];
  const again = { subject: 'Again', accountId, taxes: quote['taxes'], lineItems: { update: [{ id: lineId, input: asRead }] } };
  expect(await update(ada, 'Quote', quote['id'] as string, again, lines)).toMatchObject({
    taxes: quote['taxes'],
    lineItems: { nodes: [{ id: lineId, netTotal, ...asRead }] },
  });
  // What only others have is not had anew.
  const [{ id: otherLine }] = other['lineItems'].nodes as [{ id: string }];
  const change = (more: object) =>
    tryUpdate(ada, 'Quote', other['id'] as string, { lineItems: { update: [{ id: otherLine, input: more }] } });
  expect(faultsOf(await change({ taxes }))).toEqual(['input.lineItems.update.0.input.taxes REFERENCE_NOT_FOUND']);
  expect(faultsOf(await change({ priceBookId }))).toEqual(['input.lineItems.update.0.input.priceBookId REFERENCE_NOT_FOUND']);
  expect((await change({ productId, quantity: '3' })).errors).toBeUndefined();
  expect(
    faultsOf(await tryUpdate(ada, 'Quote', quote['id'] as string, { lineItems: { create: [{ ...line, listPrice: '1' }] } })).sort(),
  ).toEqual(['priceBookId', 'productId', 'taxes'].map((name) => `input.lineItems.create.0.${name} REFERENCE_NOT_FOUND`));
});

test('a copy of a document has the lines and the taxes of its original, though these are in the bin or no longer sold', async () => {
  const { id: taxId } = await create(ada, 'Tax', { name: 'Gone VAT', percentage: '19' });
  const { id: livingId } = await create(ada, 'Tax', { name: 'Living VAT', percentage: '5' });
  const { id: accountId } = await create(ada, 'Account', { accountName: 'Copied' });
  const product = async (productName: string): Promise<string> =>
    (await create(ada, 'Product', { productName, unitPrice: '10' }))['id'] as string;
  const [gone, unsold, untaxed] = [await product('Gone'), await product('Unsold'), await product('Untaxed')];
  const { id: priceBookId } = await create(ada, 'PriceBook', { priceBookName: 'Gone book' });
  await create(ada, 'ListPrice', { priceBookId, productId: gone, listPrice: '8' });
  const taxes = [{ taxId }, { taxId: livingId }];
  const lineItems = {
    create: [
      { productId: gone, quantity: '2', priceBookId, taxes },
      { productId: unsold, quantity: '1', taxes: [] },
      { productId: untaxed, quantity: '1', taxes },
    ],
  };
  const ofLines = 'lineItems { nodes { productId productName quantity listPrice priceBookId taxes netTotal } }';
  const selection = `subject taxes totalExclTax taxTotal grandTotal ${ofLines}`;
  const { id, ...original } = await create(
    ada,
    'Quote',
    { subject: 'Copied', accountId, taxes: [{ taxId }], lineItems },
    `id ${selection}`,
  );
  // A rate of the time before its tax went is none of today.
  await update(ada, 'Tax', taxId as string, { percentage: '21' });
  await ada.ask(
    'mutation ($tax: ID!, $book: ID!, $product: ID!) { deleteTax(id: $tax) { tax { id } } deletePriceBook(id: $book) { priceBook { id } } deleteProduct(id: $product, restrictIfChildren: false) { product { id } } }',
    { tax: taxId, book: priceBookId, product: gone },
  );
  await update(ada, 'Product', unsold, { productActive: false });
  await update(ada, 'Product', untaxed, { taxable: false });
  const clone = (input: object) =>
    ada.send(`mutation ($id: ID!, $input: QuoteUpdateInput!) { cloneQuote(id: $id, input: $input) { quote { id ${selection} } } }`, {
      id,
      input,
    });
  const copy = (await clone({})).data!.cloneQuote.quote as Record<string, any>;
  expect(copy).toEqual({ ...original, id: copy['id'] });
  // A copy of the copy; today's rate of what is still there.
  await update(ada, 'Tax', livingId as string, { percentage: '6' });
  const again = await ada.ask(`mutation ($id: ID!) { cloneQuote(id: $id, input: { subject: "Again" }) { quote { ${selection} } } }`, {
    id: copy['id'],
  });
  expect(again['cloneQuote'].quote.lineItems.nodes[2].taxes).toMatchObject([{ percentage: '19' }, { percentage: '6' }]);
  // What the caller gives is chosen anew.
  expect(faultsOf(await clone({ taxes: [{ taxId }] }))).toEqual(['input.taxes REFERENCE_NOT_FOUND']);
  expect(faultsOf(await clone({ lineItems: { create: [{ productId: gone, quantity: '1' }] } }))).toEqual([
    'input.lineItems.create.0.productId REFERENCE_NOT_FOUND',
  ]);
  expect(faultsOf(await clone({ lineItems: { create: [{ productId: unsold, quantity: '1' }] } }))).toEqual([
    'input.lineItems.create.0.productId CONTRADICTION',
  ]);
});

test('a copy of a document, and an order that follows it, keep a contact and a deal that went to another account since', async () => {
  const account = async (accountName: string): Promise<string> => (await create(ada, 'Account', { accountName }))['id'] as string;
  const [accountId, otherId] = [await account('Before'), await account('Since')];
  const { id: productId } = await create(ada, 'Product', { productName: 'Sold', unitPrice: '10' });
  const { id: contactId } = await create(ada, 'Contact', { lastName: 'Mover', accountId });
  const { id: dealId } = await create(ada, 'Deal', { dealName: 'Moved', stage: 'QUALIFICATION', closingDate: '2027-01-01', accountId });
  const lineItems = { create: [{ productId, quantity: '1' }] };
  const parties = { accountId, contactId, dealId };
  const { id: quoteId } = await create(ada, 'Quote', { subject: 'Moved', ...parties, lineItems });
  await update(ada, 'Contact', contactId as string, { accountId: otherId });
  await update(ada, 'Deal', dealId as string, { accountId: otherId });

  const clone = (input: object) =>
    ada.send(
      'mutation ($id: ID!, $input: QuoteUpdateInput!) { cloneQuote(id: $id, input: $input) { quote { accountId contactId dealId } } }',
      {
        id: quoteId,
        input,
      },
    );
  expect((await clone({})).data!.cloneQuote.quote).toEqual(parties);
  expect((await clone({ accountId: otherId })).data!.cloneQuote.quote).toEqual({ ...parties, accountId: otherId });
  expect(faultsOf(await clone({ contactId }))).toEqual(['input.contactId CONTACT_OF_OTHER_ACCOUNT']);
  const { id: thirdId } = await create(ada, 'Account', { accountName: 'Third' });
  expect(faultsOf(await clone({ accountId: thirdId })).sort()).toEqual([
    'input.accountId CONTACT_OF_OTHER_ACCOUNT',
    'input.accountId CONTRADICTION',
  ]);

  const order = { subject: 'Moved', ...parties, quoteId, lineItems };
  const { id: salesOrderId } = await create(ada, 'SalesOrder', order);
  await create(ada, 'Invoice', { ...order, quoteId: undefined, salesOrderId, invoiceDate: '2027-01-01' });
  // Without what they follow they are new, and so is a contact that the quote does not have.
  expect(faultsOf(await tryCreate(ada, 'SalesOrder', { ...order, quoteId: null })).sort()).toEqual([
    'input.contactId CONTACT_OF_OTHER_ACCOUNT',
    'input.dealId CONTRADICTION',
  ]);
  const { id: strangerId } = await create(ada, 'Contact', { lastName: 'Stranger', accountId: otherId });
  expect(faultsOf(await tryCreate(ada, 'SalesOrder', { ...order, contactId: strangerId }))).toEqual([
    'input.contactId CONTACT_OF_OTHER_ACCOUNT',
  ]);
});
