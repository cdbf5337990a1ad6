import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codesOf, faultsOf } from '../support/answers.js';
import { create, remove, tryCreate, tryUpdate } from '../support/records.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let ada: Person;
beforeAll(async () => {
  crm = await workspace();
  ada = (await crm.company('acme')).chief;
});
afterAll(() => crm.close());

const made = async (module: Parameters<typeof create>[1], input: object): Promise<string> =>
  (await create(ada, module, input))['id'] as string;

test('a campaign does not end before it begins, whichever day is given, and is never its own parent', async () => {
  const days = { startDate: '2027-02-01', endDate: '2027-01-31' };
  expect(faultsOf(await tryCreate(ada, 'Campaign', { campaignName: 'Backwards', ...days }))).toEqual(['input.endDate CONTRADICTION']);
  const id = await made('Campaign', { campaignName: 'Spring', startDate: '2027-02-01', endDate: '2027-02-01' });
  expect(faultsOf(await tryUpdate(ada, 'Campaign', id, { endDate: '2027-01-31' }))).toEqual(['input.endDate CONTRADICTION']);
  expect(faultsOf(await tryUpdate(ada, 'Campaign', id, { startDate: '2027-02-02' }))).toEqual(['input.startDate CONTRADICTION']);
  expect(faultsOf(await tryUpdate(ada, 'Campaign', id, { startDate: '2027-02-02', endDate: '2027-02-02' }))).toEqual([]);
  expect(faultsOf(await tryUpdate(ada, 'Campaign', id, { endDate: null }))).toEqual([]);
  expect(faultsOf(await tryUpdate(ada, 'Campaign', id, { startDate: '2030-01-01' }))).toEqual([]);

  const child = await made('Campaign', { campaignName: 'Spring, by post', parentCampaignId: id });
  expect(faultsOf(await tryUpdate(ada, 'Campaign', id, { parentCampaignId: id }))).toEqual(['input.parentCampaignId CYCLE']);
  expect(faultsOf(await tryUpdate(ada, 'Campaign', id, { parentCampaignId: child }))).toEqual(['input.parentCampaignId CYCLE']);
  expect(faultsOf(await tryCreate(ada, 'Campaign', { campaignName: 'x', expectedResponse: 101 }))).toEqual([
    'input.expectedResponse OUT_OF_RANGE',
  ]);
});

test('a campaign has the leads and deals that came from it, and what they bring', async () => {
  const id = await made('Campaign', { campaignName: 'Fair' });
  await made('Lead', { lastName: 'Visitor', company: 'Fair Ltd', campaignSourceId: id });
  const deal = { closingDate: '2027-03-01', campaignSourceId: id };
  await made('Deal', { dealName: 'Won', stage: 'CLOSED_WON', amount: '1000', ...deal });
  await made('Deal', { dealName: 'Open', stage: 'QUALIFICATION', amount: '500', ...deal });
  const { campaign } = await ada.ask(
    `query ($id: ID!) { campaign(id: $id) { sourcedLeads { totalCount } deals(filter: { stage: { category: { eq: WON } } }) { totalCount aggregate { sum { amount } } } } }`,
    { id },
  );
  expect(campaign).toEqual({ sourcedLeads: { totalCount: 1 }, deals: { totalCount: 1, aggregate: { sum: { amount: '1000' } } } });
});

test('products tell duplicates by name whatever its case, share no code, and are bought from a vendor', async () => {
  const vendorId = await made('Vendor', { vendorName: 'Mills' });
  const product = { productName: 'Engine', productCode: 'E-1', vendorId, unitPrice: '12.345', reorderLevel: '2.5' };
  const selection = 'id unitPrice productActive taxable reorderLevel vendor { products { nodes { productName } } }';
  expect(await create(ada, 'Product', product, selection)).toEqual({
    id: expect.stringMatching(/^product_/),
    unitPrice: '12.345',
    productActive: true,
    taxable: true,
    reorderLevel: '2.5',
    vendor: { products: { nodes: [{ productName: 'Engine' }] } },
  });
  expect(faultsOf(await tryCreate(ada, 'Product', { ...product, productName: 'Other' }))).toEqual(['input.productCode NOT_UNIQUE']);
  expect(faultsOf(await tryCreate(ada, 'Product', { productName: 'x', reorderLevel: '0' }))).toEqual(['input.reorderLevel OUT_OF_RANGE']);
  const period = { supportStartDate: '2027-02-01', supportExpiryDate: '2027-01-31' };
  expect(faultsOf(await tryCreate(ada, 'Product', { productName: 'x', ...period }))).toEqual(['input.supportExpiryDate CONTRADICTION']);
  const sold = { salesStartDate: '2027-02-01', salesEndDate: '2027-01-31' };
  expect(faultsOf(await tryCreate(ada, 'Product', { productName: 'x', ...sold }))).toEqual(['input.salesEndDate CONTRADICTION']);
  const { upsertProduct } = await ada.ask(
    'mutation ($input: ProductUpdateInput!) { upsertProduct(input: $input) { outcome product { unitPrice } } }',
    { input: { productName: 'ENGINE', unitPrice: '13' } },
  );
  expect(upsertProduct).toEqual({ outcome: 'UPDATED', product: { unitPrice: '13.00' } });
  // A vendor's people are contacts like others; a vendor in the bin is read as none.
  const contactId = await made('Contact', { lastName: 'Miller', vendorId });
  await remove(ada, 'Vendor', vendorId);
  const { contact } = await ada.ask('query ($id: ID!) { contact(id: $id) { vendor { id } } }', { id: contactId });
  expect(contact.vendor).toBeNull();
  expect(codesOf(await tryUpdate(ada, 'Contact', contactId, { title: 'Buyer' }))).toEqual([]);
});

test('a copy of a product has its taxes; a price in a book is in the currency of the product, whatever rate it has', async () => {
  const taxId = await made('Tax', { name: 'Copied', percentage: '5' });
  const id = await made('Product', {
    productName: 'Original',
    unitPrice: '8',
    currency: 'USD',
    exchangeRate: '1.25',
    taxes: { create: [{ taxId }] },
  });
  const { cloneProduct } = await ada.ask(
    'mutation ($id: ID!) { cloneProduct(id: $id, input: { productName: "Copy" }) { product { taxes { nodes { tax { name } } } } } }',
    { id },
  );
  expect(cloneProduct.product.taxes.nodes).toEqual([{ tax: { name: 'Copied' } }]);
  const priceBookId = await made('PriceBook', { priceBookName: 'Dollars' });
  const listed = await create(ada, 'ListPrice', { priceBookId, productId: id, exchangeRate: '2' }, 'listPrice currency exchangeRate');
  expect(listed).toEqual({ listPrice: '8.00', currency: 'USD', exchangeRate: '2' });
});
