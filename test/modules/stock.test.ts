import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { faultsOf } from '../support/answers.js';
import { create, remove, tryCreate, tryUpdate, update } from '../support/records.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let ada: Person;
let bob: Person;
let accountId: string;
let vendorId: string;
beforeAll(async () => {
  crm = await workspace();
  const { people } = await crm.company('acme', [
    { lastName: 'Lovelace', email: 'ada@acme.example.com' },
    { lastName: 'Babbage', email: 'bob@acme.example.com' },
  ]);
  [ada, bob] = [people['ada']!, people['bob']!];
  accountId = await made('Account', { accountName: 'Lovelace Ltd' });
  vendorId = await made('Vendor', { vendorName: 'Sawmill' });
});
afterAll(() => crm.close());

const made = async (module: string, input: object): Promise<string> => (await create(ada, module, input))['id'] as string;
const product = (productName: string) => made('Product', { productName, unitPrice: '1' });
const lines = (productId: string, quantity: string) => ({ lineItems: { create: [{ productId, quantity }] } });
const document = (module: string, productId: string, quantity: string, more: object = {}) =>
  made(module, { subject: module, ...(module === 'PurchaseOrder' ? { vendorId } : { accountId }), ...lines(productId, quantity), ...more });
const restore = (module: string, id: string) => {
  const one = module[0]!.toLowerCase() + module.slice(1);
  return ada.ask(`mutation ($id: ID!) { restore${module}(id: $id) { ${one} { id } } }`, { id });
};

/** The counters of a product, in stock, ordered, in demand; and that they are what its movements come to. */
async function stockOf(id: string): Promise<string[]> {
  const { product, stockMovements } = await ada.ask(
    `query ($id: ID!) { product(id: $id) { version qtyInStock qtyOrdered qtyInDemand }
       stockMovements(filter: { productId: { eq: $id } }) { aggregate { sum { inStock ordered inDemand } } } }`,
    { id },
  );
  const { inStock, ordered, inDemand } = stockMovements.aggregate.sum;
  const counters = [product.qtyInStock, product.qtyOrdered, product.qtyInDemand] as string[];
  expect([inStock ?? '0', ordered ?? '0', inDemand ?? '0'].map(Number)).toEqual(counters.map(Number));
  // What comes and goes is no change of the product.
  expect(product.version).toBe(1);
  return counters;
}

/** The movements of a product, the oldest first. */
async function movementsOf(id: string, selection = 'inStock ordered inDemand'): Promise<Record<string, any>[]> {
  const { stockMovements } = await ada.ask(
    `query ($id: ID!) { stockMovements(filter: { productId: { eq: $id } }, orderBy: [{ createdAt: ASC }]) { nodes { ${selection} } } }`,
    { id },
  );
  return stockMovements.nodes;
}

/** What each event does, by module and status: the table of workflows.md 3. */
test.each([
  ['SalesOrder', 'CREATED', ['0', '0', '5']],
  ['SalesOrder', 'APPROVED', ['0', '0', '5']],
  ['SalesOrder', 'DELIVERED', ['0', '0', '0']],
  ['SalesOrder', 'CANCELLED', ['0', '0', '0']],
  ['PurchaseOrder', 'CREATED', ['0', '5', '0']],
  ['PurchaseOrder', 'DELIVERED', ['5', '0', '0']],
  ['PurchaseOrder', 'CANCELLED', ['0', '0', '0']],
  ['Invoice', 'CREATED', ['-5', '0', '0']],
  ['Invoice', 'DELIVERED', ['-5', '0', '0']],
  ['Invoice', 'CANCELLED', ['0', '0', '0']],
] as const)('%s in %s: stock, ordered and in demand are %j, however it came there', async (module, status, expected) => {
  const id = await product(`${module} ${status}`);
  const one = await document(module, id, '5', { status });
  expect(await stockOf(id)).toEqual(expected);
  await remove(ada, module, one);
  expect(await stockOf(id)).toEqual(['0', '0', '0']);
  await restore(module, one);
  expect(await stockOf(id)).toEqual(expected);
  // Through the others and back.
  for (const other of ['CANCELLED', 'DELIVERED', 'CREATED', status]) await update(ada, module, one, { status: other });
  expect(await stockOf(id)).toEqual(expected);
});

/** What each step does by itself: the same table, row by row. */
test.each([
  ['SalesOrder', null, 'CREATED', [[0, 0, 5]]],
  ['SalesOrder', 'CREATED', 'APPROVED', []],
  ['SalesOrder', 'CREATED', 'DELIVERED', [[0, 0, -5]]],
  ['SalesOrder', 'CREATED', 'CANCELLED', [[0, 0, -5]]],
  ['SalesOrder', 'DELIVERED', 'CANCELLED', []],
  ['Invoice', null, 'CREATED', [[-5, 0, 0]]],
  ['Invoice', null, 'DELIVERED', [[-5, 0, 0]]],
  ['Invoice', 'CREATED', 'DELIVERED', []],
  ['Invoice', 'CREATED', 'CANCELLED', [[5, 0, 0]]],
  ['Invoice', 'CANCELLED', 'CREATED', [[-5, 0, 0]]],
  ['PurchaseOrder', null, 'CREATED', [[0, 5, 0]]],
  ['PurchaseOrder', 'CREATED', 'APPROVED', []],
  ['PurchaseOrder', 'CREATED', 'DELIVERED', [[5, -5, 0]]],
  ['PurchaseOrder', 'CREATED', 'CANCELLED', [[0, -5, 0]]],
  ['PurchaseOrder', 'DELIVERED', 'CANCELLED', [[-5, 0, 0]]],
] as const)('%s from %s to %s: stock, ordered and in demand move by %j', async (module, from, to, expected) => {
  const id = await product(`${module} from ${from} to ${to}`);
  const one = from && (await document(module, id, '5', { status: from }));
  const before = (await movementsOf(id)).length;
  if (one) await update(ada, module, one, { status: to });
  else await document(module, id, '5', { status: to });
  const moved = (await movementsOf(id)).slice(before);
  expect(moved.map(({ inStock, ordered, inDemand }) => [inStock, ordered, inDemand].map(Number))).toEqual(expected);
  await stockOf(id);
});

test('quotes move nothing', async () => {
  const id = await product('Quoted');
  const one = await document('Quote', id, '5');
  await remove(ada, 'Quote', one);
  expect(await stockOf(id)).toEqual(['0', '0', '0']);
  expect(
    (await ada.ask('query ($id: ID!) { stockMovements(filter: { productId: { eq: $id } }) { totalCount } }', { id }))['stockMovements']
      .totalCount,
  ).toBe(0);
});

test('another quantity moves the difference, another product moves both, and a line that goes moves back', async () => {
  const [one, other] = [await product('One'), await product('Other')];
  const id = await document('Invoice', one, '5');
  const { invoice } = await ada.ask('query ($id: ID!) { invoice(id: $id) { lineItems { nodes { id } } } }', { id });
  const line = invoice.lineItems.nodes[0].id;
  const change = (input: object) => update(ada, 'Invoice', id, { lineItems: { update: [{ id: line, input }] } });
  await change({ quantity: '7.5' });
  expect((await stockOf(one)).map(Number)).toEqual([-7.5, 0, 0]);
  await change({ productId: other });
  expect([await stockOf(one), await stockOf(other)].map(([inStock]) => Number(inStock))).toEqual([0, -7.5]);
  await update(ada, 'Invoice', id, { lineItems: { create: [{ productId: one, quantity: '2' }], delete: [{ id: line }] } });
  expect([Number((await stockOf(one))[0]), Number((await stockOf(other))[0])]).toEqual([-2, 0]);
  // In one call, delivered and with another quantity: as if one had come after the other.
  const order = await document('PurchaseOrder', one, '10');
  const { purchaseOrder } = await ada.ask('query ($id: ID!) { purchaseOrder(id: $id) { lineItems { nodes { id } } } }', { id: order });
  await update(ada, 'PurchaseOrder', order, {
    status: 'DELIVERED',
    lineItems: { update: [{ id: purchaseOrder.lineItems.nodes[0].id, input: { quantity: '12' } }] },
  });
  expect((await stockOf(one)).map(Number)).toEqual([10, 0, 0]);
});

test('another quantity and another product on a sales order move what is in demand, as long as it is open', async () => {
  const [one, other] = [await product('Wanted'), await product('Wanted instead')];
  const { id, lineItems } = await create(
    ada,
    'SalesOrder',
    { subject: 'Changing', accountId, ...lines(one, '5') },
    'id lineItems { nodes { id } }',
  );
  const change = (input: object, more: object = {}) =>
    update(ada, 'SalesOrder', id, { ...more, lineItems: { update: [{ id: lineItems.nodes[0].id, input }] } });
  const both = async () => [await stockOf(one), await stockOf(other)].map((counters) => counters.map(Number));
  await change({ quantity: '7.5' });
  expect(await both()).toEqual([[0, 0, 7.5], [0, 0, 0]]); // prettier-ignore
  await change({ quantity: '2' });
  expect(await both()).toEqual([[0, 0, 2], [0, 0, 0]]); // prettier-ignore
  await change({ productId: other, quantity: '3' });
  expect(await both()).toEqual([[0, 0, 0], [0, 0, 3]]); // prettier-ignore
  await change({ quantity: '4' }, { status: 'DELIVERED' });
  expect(await both()).toEqual([[0, 0, 0], [0, 0, 0]]); // prettier-ignore
  await change({ productId: one, quantity: '6' });
  expect(await both()).toEqual([[0, 0, 0], [0, 0, 0]]); // prettier-ignore
  await update(ada, 'SalesOrder', id, { status: 'CREATED' });
  expect(await both()).toEqual([[0, 0, 6], [0, 0, 0]]); // prettier-ignore
});

test('a movement says which line made it, whose change it was and when', async () => {
  const id = await product('Traced');
  const selection = 'id createdAt modifiedAt lineItems { nodes { id } }';
  const made = await create(ada, 'PurchaseOrder', { subject: 'Traced', vendorId, ...lines(id, '5') }, selection);
  const delivered = await update(bob, 'PurchaseOrder', made['id'], { status: 'DELIVERED' }, selection);
  const line = { id: made['lineItems'].nodes[0].id, purchaseOrder: { id: made['id'] } };
  const by = (person: Person) => ({ id: `user_${person.userId}` });
  expect(await movementsOf(id, 'ordered lineItem { id purchaseOrder { id } } adjustment { id } createdBy { id } createdAt')).toEqual([
    { ordered: '5', lineItem: line, adjustment: null, createdBy: by(ada), createdAt: made['createdAt'] },
    { ordered: '-5', lineItem: line, adjustment: null, createdBy: by(bob), createdAt: delivered['modifiedAt'] },
  ]);
});

test('nobody writes a movement, and an adjustment is made and never changed', () => {
  const mutations = Object.keys(crm.app.model.schema.getMutationType()!.getFields());
  expect(mutations.filter((name) => name.includes('StockMovement'))).toEqual([]);
  expect(mutations.filter((name) => name.includes('StockAdjustment'))).toEqual(['createStockAdjustment', 'createStockAdjustments']);
  const inputs = Object.keys(crm.app.model.schema.getTypeMap()).filter((name) => /^Stock(Movement|Adjustment)\w*Input$/.test(name));
  expect(inputs).toEqual(['StockAdjustmentCreateInput']);
});

test('an adjustment says why, and is one more movement; the counters themselves no input sets', async () => {
  const id = await product('Counted');
  await create(ada, 'StockAdjustment', { productId: id, quantity: '12', reason: 'First count' });
  await create(ada, 'StockAdjustment', { productId: id, quantity: '-2', reason: 'Broken' });
  expect(await stockOf(id)).toEqual(['10', '0', '0']);
  expect(faultsOf(await tryCreate(ada, 'StockAdjustment', { productId: id, quantity: '1' }))).toEqual(['input.reason REQUIRED']);
  for (const counter of ['qtyInStock', 'qtyOrdered', 'qtyInDemand']) {
    const refused = [`input.${counter} UNKNOWN_FIELD`];
    expect(faultsOf(await tryCreate(ada, 'Product', { productName: 'Set', [counter]: '5' }))).toEqual(refused);
    expect(faultsOf(await tryUpdate(ada, 'Product', id, { [counter]: '5' }))).toEqual(refused);
  }
  const { product: found } = await ada.ask(
    'query ($id: ID!) { product(id: $id) { stockMovements(orderBy: [{ createdAt: ASC }]) { nodes { inStock createdBy { id } adjustment { reason } lineItem { id } } } } }',
    { id },
  );
  expect(found.stockMovements.nodes).toMatchObject([
    { inStock: '12', adjustment: { reason: 'First count' }, lineItem: null, createdBy: { id: `user_${ada.userId}` } },
    { inStock: '-2', adjustment: { reason: 'Broken' } },
  ]);
});

test('many documents of the same products at once count every one of them', async () => {
  const ids = [await product('A'), await product('B'), await product('C')];
  const order = (from: number) => ({
    subject: 'At once',
    accountId,
    lineItems: { create: [0, 1, 2].map((at) => ({ productId: ids[(from + at) % 3], quantity: '1' })) },
  });
  await Promise.all(Array.from({ length: 24 }, (_, at) => create(ada, 'Invoice', order(at))));
  for (const id of ids) expect(await stockOf(id)).toEqual(['-24', '0', '0']);
});

test('a movement names its document, also when that is gone', async () => {
  const id = await product('Named');
  const order = await document('SalesOrder', id, '3');
  const { salesOrder } = await ada.ask('query ($id: ID!) { salesOrder(id: $id) { soNumber } }', { id: order });
  await remove(ada, 'SalesOrder', order);
  const { stockMovements } = await ada.ask(
    'query ($id: ID!) { stockMovements(filter: { productId: { eq: $id } }, orderBy: [{ createdAt: ASC }]) { nodes { document documentNumber inDemand } } }',
    { id },
  );
  const of = { document: 'SALES_ORDER', documentNumber: salesOrder.soNumber as string };
  expect(stockMovements.nodes).toEqual([
    { ...of, inDemand: '3' },
    { ...of, inDemand: '-3' },
  ]);
});

test('a status that is taken for something else moves what has it, and nothing else', async () => {
  const [one, other] = [await product('Reinterpreted'), await product('Left alone')];
  const order = await document('PurchaseOrder', one, '5', { status: 'APPROVED' });
  await remove(ada, 'PurchaseOrder', await document('PurchaseOrder', one, '100', { status: 'APPROVED' }));
  await document('SalesOrder', other, '5', { status: 'APPROVED' });
  const take = (category: string | null) =>
    ada.ask(
      `mutation ($category: String) { updatePicklistValue(picklist: "PurchaseOrderStatus", key: "APPROVED", input: { category: $category }) { picklist { name } } }`,
      { category },
    );
  await take('DELIVERED');
  expect([await stockOf(one), await stockOf(other)]).toEqual([
    ['5', '0', '0'],
    ['0', '0', '5'],
  ]);
  await remove(ada, 'PurchaseOrder', order);
  expect(await stockOf(one)).toEqual(['0', '0', '0']);
  await restore('PurchaseOrder', order);
  await take(null);
  expect(await stockOf(one)).toEqual(['0', '5', '0']);
});

test('documents that are written while their status is taken for something else count by what holds in the end', async () => {
  const id = await product('Meanwhile');
  const take = (category: string | null) =>
    ada.ask(
      `mutation ($category: String) { updatePicklistValue(picklist: "InvoiceStatus", key: "APPROVED", input: { category: $category }) { picklist { name } } }`,
      { category },
    );
  await Promise.all([
    ...Array.from({ length: 20 }, () => document('Invoice', id, '1', { status: 'APPROVED' })),
    ...['CANCELLED', null, 'CANCELLED', null, 'CANCELLED'].map(take),
  ]);
  await take('CANCELLED');
  expect(await stockOf(id)).toEqual(['0', '0', '0']);
  await take(null);
  expect(await stockOf(id)).toEqual(['-20', '0', '0']);
});
