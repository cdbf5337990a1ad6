import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { faultsOf } from '../support/answers.js';
import { create, read, remove, restore, tryCreate, tryUpdate, update } from '../support/records.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let ada: Person;
let accountId: string;
let vendorId: string;
let desk: string;
let vat: string;
beforeAll(async () => {
  crm = await workspace();
  ada = (await crm.company('acme')).chief;
  accountId = await made('Account', { accountName: 'Lovelace Ltd' });
  vendorId = await made('Vendor', { vendorName: 'Sawmill' });
  desk = await product('Desk', '100');
  vat = await made('Tax', { name: 'Dutch VAT', percentage: '21' });
});
afterAll(() => crm.close());

const made = async (module: string, input: object, person = ada): Promise<string> => (await create(person, module, input))['id'] as string;
const product = (productName: string, unitPrice: string, more: object = {}) => made('Product', { productName, unitPrice, ...more });
const deal = (dealName: string) => made('Deal', { dealName, stage: 'QUALIFICATION', closingDate: '2027-01-31' });
const book = (priceBookName: string, productIds: readonly string[], more: object = {}) =>
  made('PriceBook', { priceBookName, listPrices: { create: productIds.map((productId) => ({ productId })) }, ...more });

const kinds = ['Quote', 'SalesOrder', 'PurchaseOrder', 'Invoice'] as const;
type Kind = (typeof kinds)[number];
const lines = (...create: object[]) => ({ lineItems: { create } });
const input = (kind: Kind, more: object = {}) => ({
  subject: kind,
  ...(kind === 'PurchaseOrder' ? { vendorId } : { accountId }),
  ...lines({ productId: desk, quantity: '1' }),
  ...more,
});
const document = (kind: Kind, more: object = {}, selection?: string) => create(ada, kind, input(kind, more), selection);
const tryDocument = async (kind: Kind, more: object) => faultsOf(await tryCreate(ada, kind, input(kind, more)));

const ofLine =
  'id quantity unitPrice listPrice discount discountKind discountPercent totalAfterDiscount quantityInStock product { productName }';
/** A quote with one line: its id and that of the line, and how to change and read the line. */
async function quoteOf(line: object) {
  const { id, lineItems } = await document('Quote', lines({ quantity: '1', ...line }), 'id lineItems { nodes { id } }');
  const change = (more: object) => ({ lineItems: { update: [{ id: lineItems.nodes[0].id as string, input: more }] } });
  return {
    id: id as string,
    lineNow: async () => (await read(ada, 'Quote', id, `lineItems { nodes { ${ofLine} } }`))!['lineItems'].nodes[0],
    change: async (more: object) =>
      (await update(ada, 'Quote', id, change(more), `lineItems { nodes { ${ofLine} } }`))['lineItems'].nodes[0],
    tryChange: async (more: object) => faultsOf(await tryUpdate(ada, 'Quote', id, change(more))),
  };
}

test('a quote begins as a draft, orders and invoices as created', async () => {
  expect(await document('Quote', {}, 'quoteStage')).toEqual({ quoteStage: 'DRAFT' });
  for (const kind of ['SalesOrder', 'PurchaseOrder', 'Invoice'] as const)
    expect([kind, await document(kind, {}, 'status')]).toEqual([kind, { status: 'CREATED' }]);
});

const ofAccount = 'billingCity billingCode shippingCity shippingCountry';
test.each(['Quote', 'SalesOrder', 'Invoice'] as const)(
  '%s: another account brings its whole address, but for what is typed with it; the same one brings nothing',
  async (kind) => {
    const account = (accountName: string, address: object) => made('Account', { accountName, ...address });
    const here = await account(`Here ${kind}`, { billingCity: 'London', billingCode: 'N1', shippingCity: 'Leeds', shippingCountry: 'UK' });
    const there = await account(`There ${kind}`, { billingCity: 'Paris', billingCode: '75001', shippingCity: 'Lyon' });
    const { id } = await document(kind, { accountId: here });
    const change = (more: object) => update(ada, kind, id, more, ofAccount);
    // What nobody typed is that of the new account, be it empty.
    expect(await change({ accountId: there, billingCode: '75002', shippingCity: null })).toEqual({
      billingCity: 'Paris',
      billingCode: '75002',
      shippingCity: null,
      shippingCountry: null,
    });
    expect(await change({ accountId: there, subject: 'Again' })).toMatchObject({ billingCity: 'Paris', billingCode: '75002' });
  },
);

test('another vendor brings its address, but for what is typed with it', async () => {
  const { id } = await document('PurchaseOrder');
  const other = await made('Vendor', { vendorName: 'Quarry', city: 'Lund', zipCode: '22100', country: 'Sweden' });
  expect(
    await update(ada, 'PurchaseOrder', id, { vendorId: other, billingCity: 'Malmö' }, 'billingCity billingCode billingCountry'),
  ).toEqual({ billingCity: 'Malmö', billingCode: '22100', billingCountry: 'Sweden' });
});

test.each(kinds)('%s: default terms go to new documents only, and to none that says otherwise', async (kind) => {
  const setting = kind.replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  const { documentSettings } = await ada.ask(
    'query ($kind: DocumentKind!) { documentSettings(filter: { document: { eq: $kind } }) { nodes { id } } }',
    { kind: setting },
  );
  const say = (termsAndConditions: string) => update(ada, 'DocumentSetting', documentSettings.nodes[0].id, { termsAndConditions });
  const terms = async (id: string) => (await read(ada, kind, id, 'termsAndConditions'))!['termsAndConditions'];
  const before = (await document(kind))['id'] as string;
  await say('30 days.');
  const during = (await document(kind))['id'] as string;
  await say('14 days.');
  // No change of an older one brings them either.
  for (const id of [before, during]) await update(ada, kind, id, { subject: 'Later' });
  expect([await terms(before), await terms(during)]).toEqual([null, '30 days.']);
  const selection = 'termsAndConditions';
  expect(await document(kind, {}, selection)).toEqual({ termsAndConditions: '14 days.' });
  expect(await document(kind, { termsAndConditions: null }, selection)).toEqual({ termsAndConditions: null });
  expect(await document(kind, { termsAndConditions: 'Cash.' }, selection)).toEqual({ termsAndConditions: 'Cash.' });
});

test('a line keeps the price and the stock of the time; one that is moved to another product takes those of that', async () => {
  const [chair, stool] = [await product('Chair', '40'), await product('Stool', '25')];
  const stock = (productId: string, quantity: string) => create(ada, 'StockAdjustment', { productId, quantity, reason: 'Counted' });
  await stock(chair, '5');
  await stock(stool, '7');
  const quote = await quoteOf({ productId: chair });
  const atFirst = { unitPrice: '40.00', listPrice: '40.00', quantityInStock: '5' };
  expect(await quote.lineNow()).toMatchObject(atFirst);
  await update(ada, 'Product', chair, { unitPrice: '55' });
  await stock(chair, '-4');
  expect(await quote.lineNow()).toMatchObject(atFirst);
  expect(await quote.change({ quantity: '2' })).toMatchObject({ ...atFirst, totalAfterDiscount: '80.00' });
  expect(await (await quoteOf({ productId: chair })).lineNow()).toMatchObject({
    unitPrice: '55.00',
    listPrice: '55.00',
    quantityInStock: '1',
  });
  expect(await quote.change({ productId: stool })).toMatchObject({
    product: { productName: 'Stool' },
    quantity: '2',
    unitPrice: '25.00',
    listPrice: '25.00',
    quantityInStock: '7',
    totalAfterDiscount: '50.00',
  });
  // A price that is given with it holds; the unit price is the product's all the same.
  expect(await quote.change({ productId: chair, listPrice: '50' })).toMatchObject({ unitPrice: '55.00', listPrice: '50.00' });
});

test('an invoice says what was in stock before it took from it', async () => {
  const productId = await product('Shelf', '10');
  await create(ada, 'StockAdjustment', { productId, quantity: '5', reason: 'Counted' });
  const invoice = () => document('Invoice', lines({ productId, quantity: '2' }), 'lineItems { nodes { quantityInStock } }');
  expect([await invoice(), await invoice()].map(({ lineItems }) => lineItems.nodes[0].quantityInStock)).toEqual(['5', '3']);
});

test('a line is not moved to a product that may not have its taxes, unless they go with it', async () => {
  const [low, city] = [await made('Tax', { name: 'Low', percentage: '9' }), await made('Tax', { name: 'City', percentage: '1' })];
  const cup = await product('Cup', '10', { taxes: { create: [{ taxId: low }] } });
  const gift = await product('Gift', '1', { taxable: false });
  const quote = await quoteOf({ productId: desk, taxes: [{ taxId: city }] });
  const refused = ['input.lineItems.update.0.input.taxes CONTRADICTION'];
  expect(await quote.tryChange({ productId: cup })).toEqual(refused);
  expect(await quote.tryChange({ productId: gift })).toEqual(refused);
  expect(await quote.tryChange({ productId: gift, taxes: [{ taxId: low }] })).toEqual(refused);
  expect(await quote.tryChange({ productId: cup, taxes: [{ taxId: low }] })).toEqual([]);
  expect(await quote.tryChange({ productId: gift, taxes: null })).toEqual([]);
  expect(await quote.lineNow()).toMatchObject({ product: { productName: 'Gift' } });
});

test("a document's own taxes are those of the organisation, and their rates edited only where it lets them", async () => {
  const tax = async (...taxes: object[]) => tryDocument('Invoice', { taxes });
  expect(await tax({ taxId: accountId })).toEqual(['input.taxes REFERENCE_NOT_FOUND']);
  expect(await tax({ taxId: `tax_${crypto.randomUUID()}` })).toEqual(['input.taxes REFERENCE_NOT_FOUND']);
  expect(await tax({ taxId: vat }, { taxId: vat })).toEqual(['input.taxes CONTRADICTION']);
  expect(await tax({ taxId: vat, percentage: '20' })).toEqual(['input.taxes CONTRADICTION']);
  expect(await tax({ taxId: vat, percentage: '21.0' })).toEqual([]);
  const { id } = await document('Invoice');
  const edited = { taxes: [{ taxId: vat, percentage: '20' }] };
  expect(faultsOf(await tryUpdate(ada, 'Invoice', id, edited))).toEqual(['input.taxes CONTRADICTION']);
  const allow = (allows: boolean) =>
    ada.ask('mutation ($allows: Boolean) { updateOrganization(input: { allowsEditedTaxRates: $allows }) { organization { id } } }', {
      allows,
    });
  await allow(true);
  const { taxes, grandTotal } = await update(ada, 'Invoice', id, edited, 'taxes grandTotal');
  expect([taxes[0].value, grandTotal]).toEqual(['20.00', '120.00']);
  expect(await tax({ taxId: vat, percentage: '101' })).toEqual(['input.taxes OUT_OF_RANGE']);
  // The rate that stands there stays, and can be sent back.
  await allow(false);
  expect(await update(ada, 'Invoice', id, { taxes, adjustment: '1' }, 'grandTotal')).toEqual({ grandTotal: '121.00' });
  expect(await tax(...edited.taxes)).toEqual(['input.taxes CONTRADICTION']);
});

test('every organisation starts with VAT and sales tax, whose rates it has to set', async () => {
  const { chief } = await crm.company('fresh');
  const { taxes } = await chief.ask('{ taxes(orderBy: [{ place: ASC }]) { nodes { name percentage compound place } } }');
  expect(taxes.nodes).toEqual([
    { name: 'VAT', percentage: '0', compound: false, place: 1 },
    { name: 'Sales Tax', percentage: '0', compound: false, place: 2 },
  ]);
});

test.each([
  ['PurchaseOrder', 'poDate'],
  ['Invoice', 'invoiceDate'],
] as const)('%s: what is due is not due before it was written, whichever day is given', async (kind, day) => {
  expect(await tryDocument(kind, { [day]: '2027-02-02', dueDate: '2027-02-01' })).toEqual(['input.dueDate CONTRADICTION']);
  const { id } = await document(kind, { [day]: '2027-02-02', dueDate: '2027-02-02' });
  const change = async (more: object) => faultsOf(await tryUpdate(ada, kind, id, more));
  expect(await change({ dueDate: '2027-02-01' })).toEqual(['input.dueDate CONTRADICTION']);
  expect(await change({ [day]: '2027-02-03' })).toEqual([`input.${day} CONTRADICTION`]);
  expect(await change({ [day]: '2027-02-03', dueDate: '2027-02-03' })).toEqual([]);
  expect(await change({ [day]: null, dueDate: '2027-02-01' })).toEqual([]);
});

test('a line about a product that is no longer active can be edited; a new one about it is refused', async () => {
  const old = await product('Old', '10');
  const quote = await quoteOf({ productId: old });
  const other = await quoteOf({ productId: desk });
  await update(ada, 'Product', old, { productActive: false });
  expect(await quote.change({ quantity: '3' })).toMatchObject({ quantity: '3', totalAfterDiscount: '30.00' });
  // To send the same product once more is no choice.
  expect(await quote.change({ productId: old, listPrice: '9' })).toMatchObject({ totalAfterDiscount: '27.00' });
  expect(faultsOf(await tryUpdate(ada, 'Quote', quote.id, lines({ productId: old, quantity: '1' })))).toEqual([
    'input.lineItems.create.0.productId CONTRADICTION',
  ]);
  expect(await other.tryChange({ productId: old })).toEqual(['input.lineItems.update.0.input.productId CONTRADICTION']);
});

test('a line of a price book that is no longer active can be edited; a new one of it is refused', async () => {
  const priceBookId = await book('Season', [desk], { pricingDetails: { create: [{ fromRange: '2', toRange: '9', discount: '10' }] } });
  const quote = await quoteOf({ productId: desk, priceBookId });
  const other = await quoteOf({ productId: desk });
  await update(ada, 'PriceBook', priceBookId, { active: false });
  expect(await quote.change({ quantity: '3', priceBookId })).toMatchObject({ discountKind: 'PRICE_BOOK', totalAfterDiscount: '270.00' });
  expect(faultsOf(await tryUpdate(ada, 'Quote', quote.id, lines({ productId: desk, quantity: '1', priceBookId })))).toEqual([
    'input.lineItems.create.0.priceBookId CONTRADICTION',
  ]);
  expect(await other.tryChange({ priceBookId })).toEqual(['input.lineItems.update.0.input.priceBookId CONTRADICTION']);
});

test('a price book by amount discounts by what the line comes to, not by how many there are', async () => {
  const priceBookId = await book('By amount', [desk], {
    rangeBasis: 'AMOUNT',
    pricingDetails: {
      create: [
        { fromRange: '0', toRange: '1000', discount: '5' },
        { fromRange: '1000.01', toRange: '2000', discount: '10' },
        { fromRange: '2000.01', toRange: '10000', discount: '15' },
      ],
    },
  });
  const linesOf = (...quantities: string[]) => lines(...quantities.map((quantity) => ({ productId: desk, quantity, priceBookId })));
  const selection = `subTotal lineItems { nodes { ${ofLine} } }`;
  const flat = await document('Quote', linesOf('25', '10', '101'), selection);
  // 2,500 less 15 %, 1,000 less 5 %, and 10,100, which is in no range.
  expect(flat['lineItems'].nodes.map((line: any) => line.totalAfterDiscount)).toEqual(['2125.00', '950.00', '10100.00']);
  expect(flat['subTotal']).toBe('13175.00');
  await update(ada, 'PriceBook', priceBookId, { pricingModel: 'DIFFERENTIAL' });
  // 950 + 900 + 425.
  const [line] = (await document('Quote', linesOf('25'), selection))['lineItems'].nodes;
  expect(line).toMatchObject({ discountKind: 'PRICE_BOOK', discount: '225.00', totalAfterDiscount: '2275.00' });
});

test('a range may begin where it ends', async () => {
  const priceBookId = await book('Dozen', [desk], { pricingDetails: { create: [{ fromRange: '12', toRange: '12', discount: '25' }] } });
  const totals = await document(
    'Quote',
    lines(...['11', '12', '13'].map((quantity) => ({ productId: desk, quantity, priceBookId }))),
    'lineItems { nodes { totalAfterDiscount } }',
  );
  expect(totals['lineItems'].nodes.map((line: any) => line.totalAfterDiscount)).toEqual(['1100.00', '900.00', '1300.00']);
});

test.each(['Quote', 'SalesOrder', 'Invoice'] as const)(
  '%s: it does not come to a deal whose documents are of another price book',
  async (kind) => {
    const [retail, partners] = [await book('Retail', [desk]), await book('Partners', [desk])];
    const of = (priceBookId: string) => lines({ productId: desk, quantity: '1', priceBookId });
    const [taken, free] = [await deal('Taken'), await deal('Free')];
    const first = await document('Quote', { dealId: taken, ...of(retail) });
    const { id } = await document(kind, of(partners));
    const choose = async (dealId: string | null) => faultsOf(await tryUpdate(ada, kind, id, { dealId }));
    expect(await choose(taken)).toEqual(['input.dealId CONTRADICTION']);
    expect(await choose(free)).toEqual([]);
    // That deal is taken now as well.
    expect(await tryDocument('Quote', { dealId: free, ...of(retail) })).toEqual(['input.lineItems.create.0.priceBookId CONTRADICTION']);
    expect(await choose(null)).toEqual([]);
    expect(await tryDocument('Quote', { dealId: free, ...of(retail) })).toEqual([]);
    // A document in the bin takes none.
    await remove(ada, 'Quote', first['id']);
    expect(await choose(taken)).toEqual([]);
  },
);

test('a line keeps a product and a price book that went to the bin, and is worked out as before', async () => {
  const gone = await product('Gone', '10');
  const halfPrice = await book('Half price', [gone], {
    pricingModel: 'FLAT',
    pricingDetails: { create: [{ fromRange: '1', toRange: '100', discount: '50' }] },
  });
  const { change, tryChange, lineNow } = await quoteOf({ productId: gone, priceBookId: halfPrice });
  await ada.ask('mutation ($id: ID!) { deleteProduct(id: $id, restrictIfChildren: false) { product { id } } }', { id: gone });
  expect(await change({ quantity: '7' })).toMatchObject({ quantity: '7', discount: '35.00', totalAfterDiscount: '35.00', product: null });
  await remove(ada, 'PriceBook', halfPrice);
  expect(await change({ quantity: '8' })).toMatchObject({ quantity: '8', discount: '40.00', totalAfterDiscount: '40.00' });
  // What is wrong with it is said as ever.
  expect(await tryChange({ discount: '500' })).toEqual(['input.lineItems.update.0.input.discount OUT_OF_RANGE']);
  expect(await tryChange({ taxes: [{ taxId: 'nonsense' }] })).toEqual(['input.lineItems.update.0.input.taxes REFERENCE_NOT_FOUND']);
  expect(await tryChange({ productId: gone, priceBookId: halfPrice })).toEqual([]);
  expect(await lineNow()).toMatchObject({ quantity: '8', totalAfterDiscount: '40.00' });
});

test('a copy for another company has the address of that one', async () => {
  const [here, there] = [
    await made('Account', { accountName: 'Here', billingCity: 'London', shippingCity: 'Dover' }),
    await made('Account', { accountName: 'There', billingCity: 'Paris' }),
  ];
  const { id } = await document('Quote', { accountId: here, shippingCity: 'Typed' }, 'id');
  const clone = async (more: object) => {
    const { cloneQuote } = await ada.ask(
      'mutation ($id: ID!, $input: QuoteUpdateInput!) { cloneQuote(id: $id, input: $input) { quote { billingCity shippingCity } } }',
      { id, input: more },
    );
    return cloneQuote.quote as object;
  };
  expect(await clone({})).toEqual({ billingCity: 'London', shippingCity: 'Typed' });
  expect(await clone({ accountId: there })).toEqual({ billingCity: 'Paris', shippingCity: null });
  expect(await clone({ accountId: there, billingCity: 'Lyon' })).toEqual({ billingCity: 'Lyon', shippingCity: null });
});

test('a new line comes after those that are there, also where these are sent along', async () => {
  const { id } = await document('Quote', lines(...[1, 2, 3].map((n) => ({ productId: desk, quantity: `${n}` }))), 'id');
  const read3 = await read(ada, 'Quote', id, 'lineItems { nodes { id } }');
  const update3 = (read3!['lineItems'].nodes as { id: string }[]).map((line) => ({ id: line.id, input: { quantity: '5' } }));
  const more = { lineItems: { update: update3, create: [{ productId: desk, quantity: '9' }] } };
  const { lineItems } = await update(ada, 'Quote', id, more, 'lineItems { nodes { sequenceNumber quantity } }');
  expect(lineItems.nodes).toEqual([
    ...[1, 2, 3].map((sequenceNumber) => ({ sequenceNumber, quantity: '5' })),
    { sequenceNumber: 4, quantity: '9' },
  ]);
});

test('what a price book granted stays on a line until the line is about something else', async () => {
  const granting = await book('Granting', [desk], { pricingDetails: { create: [{ fromRange: '1', toRange: '100', discount: '5' }] } });
  const { change, id } = await quoteOf({ productId: desk, quantity: '2', priceBookId: granting });
  const { pricingDetails } = (await read(ada, 'PriceBook', granting, 'pricingDetails { nodes { id } }'))!;
  await update(ada, 'PriceBook', granting, {
    pricingDetails: { update: [{ id: pricingDetails.nodes[0].id, input: { discount: '50' } }] },
  });
  const old = { discount: '10.00', discountKind: 'PRICE_BOOK', totalAfterDiscount: '190.00' };
  expect(await change({ productDescription: 'Oak' })).toMatchObject(old);
  expect(await change({ discount: '10.00', quantity: '2' })).toMatchObject(old);
  await update(ada, 'Quote', id, { adjustment: '1' });
  expect(await change({ sequenceNumber: 7 })).toMatchObject(old);
  expect(await change({ quantity: '4' })).toMatchObject({ discount: '200.00', discountKind: 'PRICE_BOOK' });
});

test('a line that goes by itself does not come back with its document, though both go in one operation', async () => {
  const { id, lineItems } = await document(
    'Invoice',
    lines({ productId: desk, quantity: '1' }, { productId: desk, quantity: '2' }),
    'id lineItems { nodes { id } }',
  );
  await ada.ask(
    `mutation ($id: ID!, $input: InvoiceUpdateInput!) { updateInvoice(id: $id, input: $input) { invoice { id } } deleteInvoice(id: $id) { invoice { id } } }`,
    { id, input: { lineItems: { delete: [{ id: lineItems.nodes[1].id }] } } },
  );
  await restore(ada, 'Invoice', id);
  expect(await read(ada, 'Invoice', id, 'grandTotal lineItems { nodes { quantity } }')).toEqual({
    grandTotal: '100.00',
    lineItems: { nodes: [{ quantity: '1' }] },
  });
});

test('a copy has the percent and the rates of today, and stays empty where the original was emptied', async () => {
  const sales = await made('Tax', { name: 'Sales of the day', percentage: '9' });
  const here = await made('Account', { accountName: 'Emptied', billingCity: 'Dover' });
  const of = { accountId: here, billingCity: null, termsAndConditions: null, discountPercent: '10', taxes: [{ taxId: sales }] };
  const { id } = await document(
    'Quote',
    { ...of, ...lines({ productId: desk, quantity: '1', discountPercent: '20', taxes: [{ taxId: sales }] }) },
    'id',
  );
  await update(ada, 'Tax', sales, { percentage: '10' });
  const clone = async (more: object) => {
    const { cloneQuote } = await ada.ask(
      'mutation ($id: ID!, $input: QuoteUpdateInput!) { cloneQuote(id: $id, input: $input) { quote { billingCity termsAndConditions discount taxTotal } } }',
      { id, input: more },
    );
    return cloneQuote.quote as object;
  };
  // 80 less 10 %; a tenth of the rest by the line, another by the document.
  expect(await clone({})).toEqual({ billingCity: null, termsAndConditions: null, discount: '8.00', taxTotal: '14.40' });
  expect(await clone(lines({ productId: desk, quantity: '3' }))).toMatchObject({ discount: '30.00' });
});

describe('a deal has one price book', () => {
  let [a, b] = ['', ''];
  beforeAll(async () => {
    [a, b] = [await book('Book A', [desk]), await book('Book B', [desk])];
  });
  const of = (dealId: string, priceBookId: string, more: object = {}) =>
    input('Quote', { dealId, ...lines({ productId: desk, quantity: '1', priceBookId }), ...more });
  const booksOf = async (dealId: string) => {
    const { lineItems } = await ada.ask(
      'query ($id: ID!) { lineItems(filter: { quote: { dealId: { eq: $id } } }) { nodes { priceBook { id } } } }',
      { id: dealId },
    );
    return [...new Set((lineItems.nodes as { priceBook: { id: string } }[]).map((line) => line.priceBook.id))];
  };

  test('where one of two documents is refused, the other counts with what that one keeps', async () => {
    const dealId = await deal('Kept');
    const [one, two] = [await create(ada, 'Quote', of(dealId, a)), await create(ada, 'Quote', of(dealId, a))];
    const lineOf = async (id: string) => (await read(ada, 'Quote', id, 'lineItems { nodes { id } }'))!['lineItems'].nodes[0].id as string;
    const toB = async (id: string, more: object = {}) => ({
      id,
      input: { ...more, lineItems: { update: [{ id: await lineOf(id), input: { priceBookId: b } }] } },
    });
    const items = [await toB(one['id'], { subject: '' }), await toB(two['id'])];
    const { updateQuotes } = await ada.ask(
      'mutation ($items: [QuoteUpdateItem!]!) { updateQuotes(items: $items, onError: CONTINUE) { succeeded failed } }',
      { items },
    );
    expect(updateQuotes).toEqual({ succeeded: 0, failed: 2 });
    expect(await booksOf(dealId)).toEqual([a]);
  });

  test('a refused document is none to compare with', async () => {
    const dealId = await deal('Fresh');
    const inputs = [of(dealId, a, { subject: '' }), of(dealId, b)];
    const { createQuotes } = await ada.ask(
      'mutation ($inputs: [QuoteCreateInput!]!) { createQuotes(inputs: $inputs, onError: CONTINUE) { succeeded failed } }',
      { inputs },
    );
    expect(createQuotes).toEqual({ succeeded: 1, failed: 1 });
    expect(await booksOf(dealId)).toEqual([b]);
  });

  test('an upsert that makes one document and moves another to the deal is refused', async () => {
    const dealId = await deal('Upserted');
    await create(ada, 'Quote', { ...input('Quote', lines({ productId: desk, quantity: '1', priceBookId: b })), subject: 'Moved' });
    const inputs = [
      { ...of(dealId, a), subject: 'New' },
      { subject: 'Moved', dealId },
    ];
    const answer = await ada.send('mutation ($inputs: [QuoteUpsertInput!]!) { upsertQuotes(inputs: $inputs) { created updated } }', {
      inputs,
    });
    expect(faultsOf(answer)).toEqual(['inputs.1.dealId CONTRADICTION']);
    expect(await booksOf(dealId)).toEqual([]);
  });
});

test('an upsert makes a document in the currency that it says; the currency stays', async () => {
  const upsert = (more: object) =>
    ada.send(
      'mutation ($inputs: [QuoteUpsertInput!]!) { upsertQuotes(by: { externalId: "erp" }, inputs: $inputs) { results { outcome quote { currency grandTotal } } } }',
      { inputs: [{ externalIds: { erp: 'Q-7' }, ...input('Quote'), ...more }] },
    );
  const result = async (more: object) => (await upsert(more)).data!['upsertQuotes'].results[0] as object;
  expect(await result({ currency: 'USD', exchangeRate: '2' })).toEqual({
    outcome: 'CREATED',
    quote: { currency: 'USD', grandTotal: '200.00' },
  });
  const same = { lineItems: null, currency: 'USD' };
  expect(await result({ ...same, subject: 'Again' })).toEqual({ outcome: 'UPDATED', quote: { currency: 'USD', grandTotal: '200.00' } });
  expect(faultsOf(await upsert({ ...same, currency: 'EUR' }))).toEqual(['inputs.0.currency CONTRADICTION']);
});
