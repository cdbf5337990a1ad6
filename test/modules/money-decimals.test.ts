import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClient, jobEnded, startImport, uploadFile } from '../../sdk/src/index.js';
import { faultsOf } from '../support/answers.js';
import { create, read, tryCreate, tryUpdate, update } from '../support/records.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let folder: string;
let crm: Workspace;
let ada: Person;
let accountId: string;
let screw: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relata-money-'));
  crm = await workspace({ config: { files: { folder, maxBytes: 1_000_000 }, jobs: { areInside: true, atOnce: 1 } } });
  await crm.app.http.listen({ host: '127.0.0.1', port: 0 });
  ada = (await crm.company('acme')).chief;
  for (const [isoCode, rate] of [
    ['JPY', '160'],
    ['BHD', '0.4'],
    ['USD', '1.1'],
  ] as const) {
    const { currencies } = await ada.ask(
      'query ($code: CurrencyCode!) { currencies(filter: { isoCode: { eq: $code } }) { nodes { id } } }',
      {
        code: isoCode,
      },
    );
    const currencyId = currencies.nodes[0]?.id ?? (await create(ada, 'Currency', { isoCode }))['id'];
    await create(ada, 'ExchangeRate', { currencyId, validFrom: '2020-01-01', rate });
  }
  accountId = (await create(ada, 'Account', { accountName: 'Lovelace Ltd' }))['id'];
  screw = (await create(ada, 'Product', { productName: 'Screw', unitPrice: '0.0125' }))['id'];
});
afterAll(async () => {
  await crm.close();
  await rm(folder, { recursive: true, force: true });
});

const lines = (...given: object[]) => ({ lineItems: { create: given } });
const tooMany = (path: string): string[] => [`${path} TOO_MANY_DECIMALS`];

test('a price keeps up to six decimals, and ten thousand pieces come to the cent', async () => {
  expect(await read(ada, 'Product', screw, 'unitPrice unitPriceInBaseCurrency')).toEqual({
    unitPrice: '0.0125',
    unitPriceInBaseCurrency: '0.0125',
  });
  const invoice = (more: object, selection: string) =>
    create(ada, 'Invoice', { subject: 'Screws', accountId, ...lines({ productId: screw, quantity: '10000' }), ...more }, selection);
  const selection = 'grandTotal lineItems { nodes { unitPrice listPrice total netTotal } }';
  expect(await invoice({}, selection)).toEqual({
    grandTotal: '125.00',
    lineItems: { nodes: [{ unitPrice: '0.0125', listPrice: '0.0125', total: '125.00', netTotal: '125.00' }] },
  });
  // In another currency the price is the exact one as well.
  expect(await invoice({ currency: 'USD', exchangeRate: '1.1' }, selection)).toMatchObject({
    grandTotal: '137.50',
    lineItems: { nodes: [{ unitPrice: '0.01375' }] },
  });
  expect(await invoice({ currency: 'JPY', exchangeRate: '160' }, selection)).toMatchObject({
    grandTotal: '20000',
    lineItems: { nodes: [{ unitPrice: '2' }] },
  });
  const own = lines({ productId: screw, quantity: '1000000', listPrice: '0.000001' });
  expect(await invoice(own, selection)).toMatchObject({ grandTotal: '1.00' });
  const { previewTotals } = await ada.ask(
    'query ($input: PreviewTotalsInput!) { previewTotals(input: $input) { grandTotal lines { listPrice } } }',
    {
      input: { lineItems: [{ productId: screw, quantity: '10000' }] },
    },
  );
  expect(previewTotals).toEqual({ grandTotal: '125.00', lines: [{ listPrice: '0.0125' }] });
});

test('prices of price books, commissions and copies keep them too', async () => {
  const { id } = await create(ada, 'PriceBook', {
    priceBookName: 'Bulk',
    listPrices: { create: [{ productId: screw, listPrice: '0.011125' }] },
  });
  const quote = { subject: 'Bulk', accountId, ...lines({ productId: screw, quantity: '8000', priceBookId: id }) };
  const made = await create(ada, 'Quote', quote, 'id grandTotal');
  expect(made['grandTotal']).toBe('89.00');
  const { cloneQuote } = await ada.ask(
    'mutation ($id: ID!) { cloneQuote(id: $id, input: {}) { quote { grandTotal lineItems { nodes { listPrice } } } } }',
    {
      id: made['id'],
    },
  );
  expect(cloneQuote.quote).toEqual({ grandTotal: '89.00', lineItems: { nodes: [{ listPrice: '0.011125' }] } });
  expect(await update(ada, 'Product', screw, { commissionRate: '0.0005' }, 'commissionRate')).toEqual({ commissionRate: '0.0005' });
});

test('an amount with more decimals than its currency, or a price with more than six, is refused wherever it is written', async () => {
  const account = (more: object) => ({ accountName: 'Decimals', ...more });
  const deal = (more: object) => ({ dealName: 'Decimals', stage: 'QUALIFICATION', closingDate: '2027-01-31', ...more });
  const tried = async (module: string, input: object) => faultsOf(await tryCreate(ada, module, input));
  expect(await tried('Account', account({ annualRevenue: '12.345' }))).toEqual(tooMany('input.annualRevenue'));
  expect(await tried('Account', account({ annualRevenue: '12.3400' }))).toEqual([]);
  expect(await tried('Deal', deal({ amount: '-0.001' }))).toEqual(tooMany('input.amount'));
  expect(await tried('Deal', deal({ amount: '12.5', currency: 'JPY' }))).toEqual(tooMany('input.amount'));
  expect(await tried('Deal', deal({ amount: '12.345', currency: 'BHD' }))).toEqual([]);
  expect(await tried('Deal', deal({ amount: '12.3456', currency: 'BHD' }))).toEqual(tooMany('input.amount'));
  expect(await tried('Product', { productName: 'Nut', unitPrice: '0.0000125' })).toEqual(tooMany('input.unitPrice'));
  expect(
    await tried('PriceBook', { priceBookName: 'Nuts', listPrices: { create: [{ productId: screw, listPrice: '0.0000001' }] } }),
  ).toEqual(tooMany('input.listPrices.create.0.listPrice'));
  const invoice = (line: object, more: object = {}) => ({
    subject: 'x',
    accountId,
    ...lines({ productId: screw, quantity: '1', ...line }),
    ...more,
  });
  expect(await tried('Invoice', invoice({ listPrice: '1.0000001' }))).toEqual(tooMany('input.lineItems.create.0.listPrice'));
  expect(await tried('Invoice', invoice({ listPrice: '9', discount: '0.005' }))).toEqual(tooMany('input.lineItems.create.0.discount'));
  expect(await tried('Invoice', invoice({ listPrice: '900', discount: '0.5' }, { currency: 'JPY' }))).toEqual(
    tooMany('input.lineItems.create.0.discount'),
  );
  expect(await tried('Invoice', invoice({ listPrice: '9' }, { adjustment: '0.001', discount: '0.015' }))).toEqual([
    'input.discount TOO_MANY_DECIMALS',
    'input.adjustment TOO_MANY_DECIMALS',
  ]);
  const upserted = await ada.send('mutation ($inputs: [AccountUpdateInput!]!) { upsertAccounts(inputs: $inputs) { created } }', {
    inputs: [account({ annualRevenue: '1' }), { accountName: 'Other', annualRevenue: '0.999' }],
  });
  expect(faultsOf(upserted)).toEqual(tooMany('inputs.1.annualRevenue'));
  const previewed = await ada.send('query ($input: PreviewTotalsInput!) { previewTotals(input: $input) { grandTotal } }', {
    input: { adjustment: '0.001', lineItems: [{ productId: screw, quantity: '1', listPrice: '9', discount: '1.001' }] },
  });
  expect(faultsOf(previewed)).toEqual(['input.adjustment TOO_MANY_DECIMALS', 'input.lineItems.0.discount TOO_MANY_DECIMALS']);
});

test('another currency takes only amounts that it can hold', async () => {
  const { id } = await create(ada, 'Account', { accountName: 'Tokyo', annualRevenue: '1000.50' });
  expect(faultsOf(await tryUpdate(ada, 'Account', id, { currency: 'JPY' }))).toEqual(tooMany('input.currency'));
  expect(await update(ada, 'Account', id, { currency: 'JPY', annualRevenue: '160000' }, 'currency annualRevenue')).toEqual({
    currency: 'JPY',
    annualRevenue: '160000',
  });
  expect(faultsOf(await tryUpdate(ada, 'Account', id, { annualRevenue: '1.5' }))).toEqual(tooMany('input.annualRevenue'));
  expect(await update(ada, 'Account', id, { currency: 'BHD', annualRevenue: '1.505' }, 'annualRevenue')).toEqual({
    annualRevenue: '1.505',
  });
});

test('the message says how many decimals there may be', async () => {
  const answer = await tryCreate(ada, 'Account', { accountName: 'Yen', currency: 'JPY', annualRevenue: '12.5' });
  expect(answer.errors![0]!.extensions['fields']).toMatchObject([
    {
      message: 'Annual Revenue takes no decimals in JPY, not 12.5. Round it first.',
      details: { max: 0, currency: 'JPY', given: '12.5' },
    },
  ]);
});

test('what is worked out is rounded: a probable amount, an amount in base currency', async () => {
  const deal = { dealName: 'Third', stage: 'QUALIFICATION', closingDate: '2027-01-31', amount: '100.01', probability: 33 };
  expect(await create(ada, 'Deal', deal, 'expectedRevenue')).toEqual({ expectedRevenue: '33.00' });
  const inDollars = { accountName: 'Dollars', currency: 'USD', exchangeRate: '1.1', annualRevenue: '100' };
  expect(await create(ada, 'Account', inDollars, 'annualRevenueInBaseCurrency')).toEqual({ annualRevenueInBaseCurrency: '90.91' });
});

test('a filter compares with exactly what it is given', async () => {
  await create(ada, 'Account', { accountName: 'Exact', annualRevenue: '77.12' });
  const { accounts } = await ada.ask('{ accounts(filter: { annualRevenue: { eq: "77.124" } }) { totalCount } }');
  expect(accounts.totalCount).toBe(0);
});

test('an import rejects the rows whose amounts cannot be kept, and says why', async () => {
  const client = createClient({ url: `${crm.app.services.publicUrl}/graphql`, auth: ada.token });
  const run = async (fileName: string, content: string) => {
    const fileId = await uploadFile(client, new TextEncoder().encode(content), { fileName });
    const { id } = await startImport(client, { files: [{ fileId, numberFormat: 'COMMA_POINT' }] });
    const { created, failed } = await jobEnded(client, id);
    const { job } = await ada.ask(
      'query ($id: ID!) { job(id: $id) { rows(filter: { outcome: { eq: REJECTED } }) { nodes { place errorMessage } } } }',
      { id },
    );
    return { created, failed, rejected: job.rows.nodes as object[] };
  };
  expect(await run('accounts.csv', 'Account Name,Annual Revenue\nKept,12.34\nRefused,12.345\n')).toEqual({
    created: 1,
    failed: 1,
    rejected: [
      {
        place: expect.any(Number),
        errorMessage: 'Annual Revenue: Annual Revenue takes at most 2 decimals in EUR, not 12.345. Round it first.',
      },
    ],
  });
  expect(await run('products.csv', 'Product Name,Unit Price\nNail,0.0125\nPin,0.00000125\n')).toMatchObject({ created: 1, failed: 1 });
});
