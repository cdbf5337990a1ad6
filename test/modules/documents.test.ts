import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { faultsOf } from '../support/answers.js';
import { create, remove, tryCreate, tryUpdate, update } from '../support/records.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let ada: Person;
let accountId: string;
let desk: string;
let lamp: string;
let vat: string;

beforeAll(async () => {
  crm = await workspace();
  ada = (await crm.company('acme')).chief;
  accountId = await made('Account', { accountName: 'Lovelace Ltd', billingCity: 'London', billingCode: 'N1', shippingCountry: 'UK' });
  desk = await made('Product', { productName: 'Desk', unitPrice: '100' });
  lamp = await made('Product', { productName: 'Lamp', unitPrice: '19.99' });
  vat = await made('Tax', { name: 'Dutch VAT', percentage: '21' });
});
afterAll(() => crm.close());

const made = async (module: Parameters<typeof create>[1], input: object): Promise<string> =>
  (await create(ada, module, input))['id'] as string;

const lines = (...create: object[]) => ({ lineItems: { create } });
const amounts = 'subTotal subTotalExclTax discount discountPercent tax discountTotal taxTotal adjustment grandTotal';
const ofLines =
  'lineItems { nodes { id sequenceNumber quantity listPrice unitPrice discount discountPercent discountKind total totalAfterDiscount taxes tax netTotal product { productName } } }';
const quote = (input: object) =>
  create(ada, 'Quote', { subject: 'Furniture', accountId, ...input }, `id version quoteNumber currency ${amounts} taxes ${ofLines}`);
const tryQuote = async (input: object) => faultsOf(await tryCreate(ada, 'Quote', { subject: 'Furniture', accountId, ...input }));

test('a quote adds up its lines, takes the address and the terms over, and has a number', async () => {
  const { documentSettings } = await ada.ask('{ documentSettings(filter: { document: { eq: QUOTE } }) { nodes { id } } }');
  await update(ada, 'DocumentSetting', documentSettings.nodes[0].id, { termsAndConditions: '30 days net.' });
  const made = await create(
    ada,
    'Quote',
    {
      subject: 'Furniture',
      accountId,
      billingCity: 'Utrecht',
      ...lines({ productId: desk, quantity: '2', taxes: [{ taxId: vat }] }, { productId: lamp, quantity: '3', discountPercent: '10' }),
      discount: '5',
      adjustment: '-0.5',
    },
    `quoteNumber ${amounts} billingCity billingCode shippingCountry termsAndConditions displayName ${ofLines}`,
  );
  expect(made).toMatchObject({
    quoteNumber: 'Q-1',
    displayName: 'Furniture',
    billingCity: 'Utrecht',
    billingCode: 'N1',
    shippingCountry: 'UK',
    termsAndConditions: '30 days net.',
    // 200 + 42 VAT, and 59.97 less 6.00.
    subTotal: '295.97',
    subTotalExclTax: '253.97',
    discount: '5.00',
    discountTotal: '11.00',
    taxTotal: '42.00',
    tax: '0.00',
    adjustment: '-0.50',
    grandTotal: '290.47',
  });
  expect((made['lineItems'] as any).nodes).toMatchObject([
    {
      sequenceNumber: 1,
      unitPrice: '100.00',
      listPrice: '100.00',
      discountKind: null,
      discount: null,
      total: '200.00',
      tax: '42.00',
      netTotal: '242.00',
      taxes: [{ taxId: vat, name: 'Dutch VAT', percentage: '21', compound: false, value: '42.00' }],
    },
    {
      sequenceNumber: 2,
      listPrice: '19.99',
      discountKind: 'PERCENT',
      discount: '6.00',
      discountPercent: '10',
      totalAfterDiscount: '53.97',
      taxes: null,
    },
  ]);
});
