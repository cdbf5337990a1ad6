import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AccessShape } from '../../server/core/access.js';
import { ownerOrBelow } from '../support/access-shapes.js';
import { faultsOf } from '../support/answers.js';
import { create, remove, update } from '../support/records.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let ada: Person;
let accountId: string;
const vendors: string[] = [];
beforeAll(async () => {
  crm = await workspace();
  ada = (await crm.company('acme')).chief;
  accountId = await made('Account', { accountName: 'Lovelace Ltd' });
  for (const vendorName of ['Sawmill', 'Quarry']) vendors.push(await made('Vendor', { vendorName, street: `${vendorName} Street 1` }));
});
afterAll(() => crm.close());

const made = async (module: string, input: object): Promise<string> => (await create(ada, module, input))['id'] as string;
const product = (productName: string, more: object = {}) => made('Product', { productName, unitPrice: '2', reorderLevel: '10', ...more });
const stocked = (productId: string, quantity: string) => create(ada, 'StockAdjustment', { productId, quantity, reason: 'Counted' });

async function stateOf(id: string): Promise<[below: boolean, toOrder: number, version: number]> {
  const { product: found } = await ada.ask('query ($id: ID!) { product(id: $id) { isBelowReorderLevel qtyToOrder version } }', { id });
  return [found.isBelowReorderLevel, Number(found.qtyToOrder), found.version];
}

const SELECTION = `purchaseOrders { id subject poDate billingStreet vendor { vendorName } status grandTotal lineItems { nodes { quantity listPrice product { productName } } } }
  withoutVendor { productName } notNeeded { productName }`;
const reorder = (ids: readonly string[], dryRun = false) =>
  ada.send(`mutation ($ids: [ID!]!, $dryRun: Boolean!) { reorderProducts(ids: $ids, dryRun: $dryRun) { ${SELECTION} } }`, { ids, dryRun });
const reordered = async (ids: readonly string[], dryRun = false) => (await reorder(ids, dryRun)).data!['reorderProducts'];
const names = (products: readonly { productName: string }[]) => products.map(({ productName }) => productName);

test('what is in stock, ordered and in demand decides what a product is below and what it needs', async () => {
  const id = await product('Watched');
  // Nothing in stock.
  expect(await stateOf(id)).toEqual([true, 10, 1]);
  await stocked(id, '10');
  expect(await stateOf(id)).toEqual([false, 0, 1]);
  // Ordered by a customer: still there, and soon not.
  const order = await made('SalesOrder', { subject: 's', accountId, lineItems: { create: [{ productId: id, quantity: '4' }] } });
  expect(await stateOf(id)).toEqual([false, 4, 1]);
  await update(ada, 'Product', id, { reorderQuantity: '6.5' });
  expect(await stateOf(id)).toEqual([false, 6.5, 2]);
  await remove(ada, 'SalesOrder', order);
  expect(await stateOf(id)).toEqual([false, 0, 2]);
  await stocked(id, '-3');
  expect(await stateOf(id)).toEqual([true, 6.5, 2]);
  await update(ada, 'Product', id, { reorderLevel: null });
  expect(await stateOf(id)).toEqual([false, 0, 3]);
});

test('products are ordered again, one order a vendor; what has no vendor and what needs nothing is said', async () => {
  const beam = await product('Beam', { vendorId: vendors[0], reorderQuantity: '25' });
  const plank = await product('Plank', { vendorId: vendors[0] });
  const slab = await product('Slab', { vendorId: vendors[1], unitPrice: null });
  const found = await product('Found');
  const enough = await product('Enough', { vendorId: vendors[0] });
  await stocked(enough, '11');
  await stocked(plank, '3.5');
  const old = await product('Old', { vendorId: vendors[0], productActive: false });
  const goneVendor = await made('Vendor', { vendorName: 'Gone' });
  const orphan = await product('Orphan', { vendorId: goneVendor });
  await remove(ada, 'Vendor', goneVendor);

  const { products } = await ada.ask(
    '{ products(filter: { isBelowReorderLevel: { eq: true } }, orderBy: [{ productName: ASC }]) { nodes { productName } } }',
  );
  expect(names(products.nodes)).toEqual(['Beam', 'Found', 'Old', 'Orphan', 'Plank', 'Slab']);

  const ids = [beam, slab, plank, found, enough, old, orphan, beam];
  const today = () => new Date().toISOString().slice(0, 10);
  const days = [today()];
  const expected = {
    purchaseOrders: [
      {
        subject: 'Reorder: Sawmill',
        billingStreet: 'Sawmill Street 1',
        vendor: { vendorName: 'Sawmill' },
        status: 'CREATED',
        grandTotal: '63.00',
        lineItems: {
          nodes: [
            { quantity: '25', listPrice: '2.00', product: { productName: 'Beam' } },
            { quantity: '6.5', listPrice: '2.00', product: { productName: 'Plank' } },
          ],
        },
      },
      {
        subject: 'Reorder: Quarry',
        vendor: { vendorName: 'Quarry' },
        grandTotal: '0.00',
        lineItems: { nodes: [{ quantity: '10', listPrice: '0.00', product: { productName: 'Slab' } }] },
      },
    ],
    withoutVendor: [{ productName: 'Found' }, { productName: 'Orphan' }],
    notNeeded: [{ productName: 'Enough' }, { productName: 'Old' }],
  };
  expect(await reordered(ids, true)).toMatchObject(expected);
  expect(await stateOf(beam)).toEqual([true, 25, 1]);
  const ordered = await reordered(ids);
  expect(ordered).toMatchObject(expected);
  // It may be midnight.
  expect([...days, today()]).toContain(ordered.purchaseOrders[0].poDate);
  // Ordered: still below the level, and nothing more is needed.
  expect(await stateOf(beam)).toEqual([true, 0, 1]);
  const again = await reordered(ids);
  expect([again.purchaseOrders, names(again.notNeeded)]).toEqual([[], ['Beam', 'Slab', 'Plank', 'Enough', 'Old']]);
});

test('two callers at once order once', async () => {
  const ids = [await product('Once', { vendorId: vendors[0] }), await product('Twice', { vendorId: vendors[1] })];
  const answers = await Promise.all([reordered(ids), reordered(ids.toReversed()), reordered(ids)]);
  expect(answers.map(({ purchaseOrders }) => purchaseOrders.length).sort()).toEqual([0, 0, 2]);
});

test('more than 200 products of one vendor are ordered in parts', async () => {
  const inputs = Array.from({ length: 250 }, (_, at) => ({
    productName: `Part ${at}`,
    vendorId: vendors[0],
    reorderLevel: '1',
    unitPrice: '1',
  }));
  const { createProducts } = await ada.ask(
    'mutation ($inputs: [ProductCreateInput!]!) { createProducts(inputs: $inputs) { results { product { id } } } }',
    { inputs },
  );
  const ids = (createProducts.results as { product: { id: string } }[]).map((result) => result.product.id);
  const { data } = await ada.send(
    `mutation ($ids: [ID!]!) { reorderProducts(ids: $ids) { purchaseOrders { lineItems { totalCount } } } }`,
    { ids },
  );
  expect(data!['reorderProducts'].purchaseOrders).toEqual([{ lineItems: { totalCount: 200 } }, { lineItems: { totalCount: 50 } }]);
});

test('a product that is not there is said by its place, and nothing is ordered; so are more than 500', async () => {
  const id = await product('Alone', { vendorId: vendors[0] });
  const gone = await product('Gone', { vendorId: vendors[0] });
  await remove(ada, 'Product', gone);
  expect(faultsOf(await reorder([id, gone, 'nothing']))).toEqual(['ids.1 REFERENCE_NOT_FOUND', 'ids.2 REFERENCE_NOT_FOUND']);
  expect(faultsOf(await reorder(Array.from({ length: 501 }, () => id)))).toEqual(['ids TOO_MANY']);
  expect(await stateOf(id)).toEqual([true, 10, 1]);
});

test('ordering again and ordering by hand do not wait for each other', async () => {
  const ids = [await product('Left', { vendorId: vendors[0] }), await product('Right', { vendorId: vendors[0] })];
  const byHand = () =>
    create(ada, 'PurchaseOrder', {
      subject: 'By hand',
      vendorId: vendors[0],
      lineItems: { create: ids.toReversed().map((productId) => ({ productId, quantity: '1' })) },
    });
  const answers = await Promise.all(Array.from({ length: 6 }, () => [byHand(), reorder(ids)]).flat());
  expect(answers.filter((answer) => 'errors' in answer && answer.errors)).toEqual([]);
  const { purchaseOrders } = await ada.ask(
    'query ($id: ID!) { purchaseOrders(filter: { subject: { eq: "By hand" }, lineItems: { some: { productId: { eq: $id } } } }) { totalCount } }',
    { id: ids[0] },
  );
  expect(purchaseOrders.totalCount).toBe(6);
});

test("an order is in its vendor's currency, and prices are converted to it", async () => {
  const dollars = await made('Vendor', { vendorName: 'Quarry of Ohio', currency: 'USD' });
  const id = await product('Stone', { vendorId: dollars, unitPrice: '0.0125' });
  const answer = await ada.send(
    'mutation ($ids: [ID!]!) { reorderProducts(ids: $ids) { purchaseOrders { currency exchangeRate lineItems { nodes { listPrice } } } } }',
    {
      ids: [id],
    },
  );
  expect(answer.data!['reorderProducts'].purchaseOrders).toEqual([
    { currency: 'USD', exchangeRate: '1.1', lineItems: { nodes: [{ listPrice: '0.01375' }] } },
  ]);
});

test('an order names its vendor whatever that is called', async () => {
  const vendorName = '{🪵'.repeat(50);
  const id = await product('Odd', { vendorId: await made('Vendor', { vendorName }) });
  expect((await reordered([id])).purchaseOrders).toMatchObject([{ subject: `Reorder: ${vendorName}` }]);
});

test.each([
  ['vendor', { purchaseOrders: [], withoutVendor: [{ productName: 'Secret' }], notNeeded: [] }],
  ['qtyToOrder', { purchaseOrders: [], withoutVendor: [], notNeeded: [{ productName: 'Secret' }] }],
  ['unitPrice', { purchaseOrders: [{ grandTotal: '0.00' }], withoutVendor: [], notNeeded: [] }],
])('what is hidden of a product comes through no order: %s', async (field, expected) => {
  let hidden: AccessShape | null = null;
  await using hiding = await workspace({
    accessOf: ({ userId, values }) => (hidden ? { access: hidden, values: { ...values, team: [userId] } } : null),
  });
  const { chief } = await hiding.company('hidden');
  const vendorId = (await create(chief, 'Vendor', { vendorName: 'Sawmill' }))['id'] as string;
  const { id } = await create(chief, 'Product', { productName: 'Secret', unitPrice: '77', reorderLevel: '3', vendorId });
  hidden = ownerOrBelow({ Product: [field] });
  const answer = await chief.send(
    'mutation ($ids: [ID!]!) { reorderProducts(ids: $ids) { purchaseOrders { grandTotal } withoutVendor { productName } notNeeded { productName } } }',
    { ids: [id] },
  );
  expect(answer.data!['reorderProducts']).toEqual(expected);
});
