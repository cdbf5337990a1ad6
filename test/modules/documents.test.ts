import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { faultsOf } from '../support/answers.js';
import type { AccessShape } from '../../server/core/access.js';
import { ownerOrBelow } from '../support/access-shapes.js';
import { watchDriver } from '../support/driver.js';
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
const amounts = 'subTotal subTotalExclTax discount discountPercent tax discountTotal totalExclTax taxTotal adjustment grandTotal';
const ofLines =
  'lineItems { nodes { id sequenceNumber quantity listPrice unitPrice discount discountPercent discountKind total totalAfterDiscount documentDiscount taxableAmount taxes tax netTotal product { productName } } }';
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
    // 200 and 59.97 less 6.00; of the 5.00, 3.94 are the desks', which lowers their VAT to 41.17.
    subTotal: '295.14',
    subTotalExclTax: '253.97',
    discount: '5.00',
    discountTotal: '11.00',
    totalExclTax: '248.97',
    taxTotal: '41.17',
    tax: '0.00',
    adjustment: '-0.50',
    grandTotal: '289.64',
  });
  expect(made['lineItems'].nodes).toMatchObject([
    {
      sequenceNumber: 1,
      unitPrice: '100.00',
      listPrice: '100.00',
      discountKind: null,
      discount: null,
      total: '200.00',
      documentDiscount: '3.94',
      taxableAmount: '196.06',
      tax: '41.17',
      netTotal: '241.17',
      taxes: [{ taxId: vat, name: 'Dutch VAT', percentage: '21', compound: false, value: '41.17' }],
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

test('lines change, move and go with their document in one mutation; what nobody names stays', async () => {
  const made = await quote(lines({ productId: desk, quantity: '1' }, { productId: lamp, quantity: '2' }));
  const id = made['id'] as string;
  const [first, second] = made['lineItems'].nodes;
  const changed = await update(
    ada,
    'Quote',
    id,
    {
      discountPercent: '10',
      lineItems: {
        update: [{ id: first.id, input: { quantity: '3', sequenceNumber: 5 } }],
        create: [{ productId: lamp, quantity: '1', listPrice: '10', sequenceNumber: 3 }],
      },
    },
    `${amounts} ${ofLines}`,
  );
  expect(changed['lineItems'].nodes.map((line: any) => [line.sequenceNumber, line.quantity, line.netTotal])).toEqual([
    [2, '2', '39.98'],
    [3, '1', '10.00'],
    [5, '3', '300.00'],
  ]);
  expect(changed).toMatchObject({ subTotal: '349.98', discount: '35.00', discountPercent: '10', grandTotal: '314.98' });
  const less = await update(ada, 'Quote', id, { lineItems: { delete: [{ id: second.id }] } }, amounts);
  expect(less).toMatchObject({ subTotal: '310.00', discount: '31.00', grandTotal: '279.00' });
  // An amount takes the place of percent, and no discount at all that of both.
  expect(await update(ada, 'Quote', id, { discount: '10' }, amounts)).toMatchObject({
    discount: '10.00',
    discountPercent: null,
    grandTotal: '300.00',
  });
  expect(await update(ada, 'Quote', id, { discountPercent: '50' }, amounts)).toMatchObject({ discount: '155.00', grandTotal: '155.00' });
  expect(await update(ada, 'Quote', id, { discountPercent: null }, amounts)).toMatchObject({ discount: null, grandTotal: '310.00' });
  // What has nothing to do with money changes nothing of it.
  expect(await update(ada, 'Quote', id, { subject: 'Chairs', taxes: [{ taxId: vat }] }, amounts)).toMatchObject({
    tax: '65.10',
    grandTotal: '375.10',
  });
  expect(await update(ada, 'Quote', id, { subject: 'Tables' }, `${amounts} subject`)).toMatchObject({
    subject: 'Tables',
    grandTotal: '375.10',
  });
});

test('a document in another currency keeps it and its rate, and counts in both', async () => {
  const { currencies } = await ada.ask('{ currencies(filter: { isoCode: { eq: "JPY" } }) { nodes { id } } }');
  const yen = currencies.nodes[0]?.id ?? (await made('Currency', { isoCode: 'JPY' }));
  await create(ada, 'ExchangeRate', { currencyId: yen, validFrom: '2020-01-01', rate: '160' });
  const id = (
    await create(ada, 'Invoice', { subject: 'Export', accountId, currency: 'JPY', ...lines({ productId: lamp, quantity: '3' }) })
  )['id'] as string;
  const fields =
    'currency exchangeRate grandTotal grandTotalInBaseCurrency lineItems { nodes { currency unitPrice netTotal netTotalInBaseCurrency exchangeRate } }';
  const read = async () => (await ada.ask(`query ($id: ID!) { invoice(id: $id) { ${fields} } }`, { id }))['invoice'];
  // 19.99 × 160 is 3198.4: yen have no decimals, a price may have some.
  expect(await read()).toEqual({
    currency: 'JPY', exchangeRate: '160', grandTotal: '9595', grandTotalInBaseCurrency: '59.97',
    lineItems: { nodes: [{ currency: 'JPY', unitPrice: '3198.4', netTotal: '9595', netTotalInBaseCurrency: '59.97', exchangeRate: '160' }] },
  }); // prettier-ignore
  await update(ada, 'Invoice', id, { exchangeRate: '100' });
  expect(await read()).toMatchObject({
    grandTotalInBaseCurrency: '95.95',
    lineItems: { nodes: [{ netTotal: '9595', netTotalInBaseCurrency: '95.95', exchangeRate: '100' }] },
  });
  expect(faultsOf(await tryUpdate(ada, 'Invoice', id, { exchangeRate: '0' }))).toEqual(['input.exchangeRate OUT_OF_RANGE']);
  // A currency that is retired stays on what has it, and is on nothing new.
  await update(ada, 'Currency', yen, { isActive: false });
  expect(await update(ada, 'Invoice', id, { adjustment: '1' }, 'grandTotal')).toEqual({ grandTotal: '9596' });
  expect(await tryQuote({ currency: 'JPY', ...lines({ productId: lamp, quantity: '1' }) })).toEqual(['input.currency UNKNOWN_CURRENCY']);
});

test('numbers have no gaps: what is refused, tried or undone takes none, and what is there is passed over', async () => {
  const order = (more: object = {}) => ({ subject: 'Order', accountId, ...lines({ productId: desk, quantity: '1' }), ...more });
  const first = await create(ada, 'SalesOrder', order(), 'soNumber');
  await ada.send(
    'mutation ($input: SalesOrderCreateInput!) { createSalesOrder(input: $input, dryRun: true) { salesOrder { soNumber } } }',
    { input: order() },
  );
  await tryCreate(ada, 'SalesOrder', order({ discount: '1000' }));
  const { createSalesOrders } = await ada.ask(
    'mutation ($inputs: [SalesOrderCreateInput!]!) { createSalesOrders(inputs: $inputs, onError: CONTINUE) { results { salesOrder { soNumber } error { code } } } }',
    {
      inputs: [order(), order(lines({ productId: desk, quantity: '0' })), order({ accountId: `account_${crypto.randomUUID()}` }), order()],
    },
  );
  const numbers = createSalesOrders.results.map((one: any) => one.salesOrder?.soNumber ?? one.error.code);
  const n = Number(first['soNumber'].replace('SO-', ''));
  expect(numbers).toEqual([`SO-${n + 1}`, 'VALIDATION_FAILED', 'VALIDATION_FAILED', `SO-${n + 2}`]);
  const both = await Promise.all(Array.from({ length: 8 }, () => create(ada, 'SalesOrder', order(), 'soNumber')));
  expect(both.map(({ soNumber }) => soNumber).sort()).toEqual(Array.from({ length: 8 }, (_, at) => `SO-${n + 3 + at}`).sort());
  const { documentSettings } = await ada.ask('{ documentSettings(filter: { document: { eq: SALES_ORDER } }) { nodes { id nextNumber } } }');
  const [{ id, nextNumber }] = documentSettings.nodes;
  expect(nextNumber).toBe(n + 11);
  await update(ada, 'DocumentSetting', id, { nextNumber: 1 });
  expect(await create(ada, 'SalesOrder', order(), 'soNumber')).toEqual({ soNumber: `SO-${n + 11}` });
  await update(ada, 'DocumentSetting', id, { numberPrefix: null, nextNumber: 1 });
  expect(await create(ada, 'SalesOrder', order(), 'soNumber')).toEqual({ soNumber: '1' });
});

test('a price book gives its price and its discount; a deal has products of one', async () => {
  const priceBookId = await made('PriceBook', {
    priceBookName: 'Retail',
    pricingModel: 'DIFFERENTIAL',
    pricingDetails: {
      create: [
        { fromRange: '1', toRange: '10', discount: '5' },
        { fromRange: '11', toRange: '20', discount: '10' },
        { fromRange: '21', toRange: '100', discount: '15' },
      ],
    },
    listPrices: { create: [{ productId: desk }, { productId: lamp, listPrice: '15' }] },
  });
  const { priceBook } = await ada.ask(
    'query ($id: ID!) { priceBook(id: $id) { listPrices { nodes { listPrice currency product { productName } } } pricingDetails { nodes { fromRange } } } }',
    { id: priceBookId },
  );
  expect(priceBook.listPrices.nodes.map((one: any) => [one.product.productName, one.listPrice]).sort()).toEqual([
    ['Desk', '100.00'],
    ['Lamp', '15.00'],
  ]);
  expect(priceBook.pricingDetails.nodes.map((one: any) => one.fromRange)).toEqual(['1', '11', '21']);
  // The worked example of modules.md 8.
  const line = { productId: desk, quantity: '25', priceBookId };
  const dealId = await made('Deal', { dealName: 'Office', stage: 'QUALIFICATION', closingDate: '2027-01-31', accountId });
  const differential = await quote({ dealId, ...lines(line) });
  expect(differential['lineItems'].nodes[0]).toMatchObject({
    discountKind: 'PRICE_BOOK',
    discount: '225.00',
    totalAfterDiscount: '2275.00',
  });
  await update(ada, 'PriceBook', priceBookId, { pricingModel: 'FLAT' });
  const flat = await quote(lines(line, { productId: lamp, quantity: '2', priceBookId, discount: '1' }));
  expect(flat['lineItems'].nodes).toMatchObject([
    { discountKind: 'PRICE_BOOK', totalAfterDiscount: '2125.00' },
    { discountKind: 'AMOUNT', listPrice: '15.00', totalAfterDiscount: '29.00' },
  ]);
  // Once the discount that was given is gone, the price book's holds again, by what it says now.
  const [, second] = flat['lineItems'].nodes;
  const again = await update(ada, 'Quote', flat['id'], { lineItems: { update: [{ id: second.id, input: { discount: null } }] } }, ofLines);
  expect(again['lineItems'].nodes[1]).toMatchObject({ discountKind: 'PRICE_BOOK', discount: '1.50' });

  const other = await made('PriceBook', { priceBookName: 'Partners', listPrices: { create: [{ productId: desk, listPrice: '80' }] } });
  const path = 'input.lineItems.create.0.priceBookId CONTRADICTION';
  expect(await tryQuote({ dealId, ...lines({ productId: desk, quantity: '1', priceBookId: other }) })).toEqual([path]);
  expect(
    faultsOf(
      await tryCreate(ada, 'Invoice', {
        subject: 'Both',
        accountId,
        dealId: await made('Deal', { dealName: 'Two', stage: 'QUALIFICATION', closingDate: '2027-01-31' }),
        ...lines({ productId: desk, quantity: '1', priceBookId }, { productId: desk, quantity: '1', priceBookId: other }),
      }),
    ),
  ).toEqual(['input.lineItems.create.1.priceBookId CONTRADICTION']);
  // Without a deal there is nothing to keep to one.
  await quote(lines({ productId: desk, quantity: '1', priceBookId }, { productId: desk, quantity: '1', priceBookId: other }));
  expect(await tryQuote(lines({ productId: lamp, quantity: '1', priceBookId: other }))).toEqual([path]);
  await update(ada, 'PriceBook', other, { active: false });
  expect(await tryQuote(lines({ productId: desk, quantity: '1', priceBookId: other }))).toEqual([path]);
});

test('a document that comes back to its deal has no other price book than what the deal has by then', async () => {
  const book = (priceBookName: string) =>
    made('PriceBook', { priceBookName, listPrices: { create: [{ productId: desk, listPrice: '90' }] } });
  const [first, second] = [await book('First'), await book('Second')];
  const dealId = await made('Deal', { dealName: 'Deal', stage: 'QUALIFICATION', closingDate: '2027-01-01' });
  const of = (priceBookId: string) => quote({ dealId, ...lines({ productId: desk, quantity: '1', priceBookId }) });
  const old = await of(first);
  await remove(ada, 'Quote', old['id']);
  const other = await of(second);
  const restoring = () => ada.send('mutation ($id: ID!) { restoreQuote(id: $id) { quote { id } } }', { id: old['id'] });
  expect(faultsOf(await restoring())).toEqual(['id CONTRADICTION']);
  await remove(ada, 'Quote', other['id']);
  expect((await restoring()).errors).toBeUndefined();
});

test('ranges of a price book end after they begin and do not overlap, with those that are there neither', async () => {
  const tryBook = async (...create: object[]) =>
    faultsOf(await tryCreate(ada, 'PriceBook', { priceBookName: 'Ranges', pricingDetails: { create } }));
  const range = (fromRange: string, toRange: string, discount = '5') => ({ fromRange, toRange, discount });
  expect(await tryBook(range('10', '1'))).toEqual(['input.pricingDetails.create.0.toRange CONTRADICTION']);
  expect(await tryBook(range('1', '10'), range('10', '20'))).toEqual(['input.pricingDetails.create.1.fromRange CONTRADICTION']);
  expect(await tryBook(range('1', '10', '101'))).toEqual(['input.pricingDetails.create.0.discount OUT_OF_RANGE']);
  const id = (
    await create(ada, 'PriceBook', { priceBookName: 'Ranges', pricingDetails: { create: [range('1', '10'), range('20', '30')] } }, 'id')
  )['id'] as string;
  const { priceBook } = await ada.ask('query ($id: ID!) { priceBook(id: $id) { pricingDetails { nodes { id } } } }', { id });
  const [first, second] = priceBook.pricingDetails.nodes;
  const change = async (pricingDetails: object) => faultsOf(await tryUpdate(ada, 'PriceBook', id, { pricingDetails }));
  expect(await change({ create: [range('15', '20')] })).toEqual(['input.pricingDetails.create.0.fromRange CONTRADICTION']);
  expect(await change({ update: [{ id: first.id, input: { toRange: '25' } }] })).toEqual([
    'input.pricingDetails.update.0.input.fromRange CONTRADICTION',
  ]);
  expect(await change({ update: [{ id: first.id, input: { toRange: '25' } }], delete: [{ id: second.id }] })).toEqual([]);
});

test('what is wrong with a line or a document is said at its place', async () => {
  const at = 'input.lineItems.create.0';
  const line = async (more: object) => tryQuote(lines({ productId: desk, quantity: '1', ...more }));
  expect(await tryQuote({})).toEqual(['input.lineItems REQUIRED']);
  expect(await tryQuote(lines({ quantity: '1' }))).toEqual([`${at}.productId REQUIRED`]);
  expect(await line({ productId: accountId })).toEqual([`${at}.productId REFERENCE_NOT_FOUND`]);
  for (const quantity of ['0', '-1']) expect(await line({ quantity })).toEqual([`${at}.quantity OUT_OF_RANGE`]);
  expect(await line({ quantity: '1e30' })).toEqual([`${at}.quantity WRONG_TYPE`]);
  expect(await line({ quantity: `1${'0'.repeat(30)}` })).toEqual([`${at}.quantity OUT_OF_RANGE`]);
  expect(await line({ quantity: '1000000000000', listPrice: '1000000' })).toEqual([`${at}.quantity OUT_OF_RANGE`]);
  expect(await line({ discount: '100.01' })).toEqual([`${at}.discount OUT_OF_RANGE`]);
  expect(await line({ discount: '100' })).toEqual([]);
  expect(await line({ discount: '2', discountPercent: '1' })).toEqual([`${at}.discountPercent CONTRADICTION`]);
  expect(await line({ discountPercent: '101' })).toEqual([`${at}.discountPercent OUT_OF_RANGE`]);
  expect(await line({ listPrice: '-1' })).toEqual([`${at}.listPrice OUT_OF_RANGE`]);
  expect(await tryQuote({ discount: '101', ...lines({ productId: desk, quantity: '1' }) })).toEqual(['input.discount OUT_OF_RANGE']);
  expect(await tryQuote({ discount: '2', discountPercent: '1', ...lines({ productId: desk, quantity: '1' }) })).toEqual([
    'input.discountPercent CONTRADICTION',
  ]);
  expect(await line({ productId: await made('Product', { productName: 'No price' }) })).toEqual([`${at}.listPrice REQUIRED`]);
  const old = await made('Product', { productName: 'Old', unitPrice: '1', productActive: false });
  expect(await line({ productId: old })).toEqual([`${at}.productId CONTRADICTION`]);
  const many = (count: number) => lines(...Array.from({ length: count }, () => ({ productId: desk, quantity: '1' })));
  expect(await tryQuote(many(201))).toEqual(['input.lineItems TOO_MANY']);
  const full = await quote(many(200));
  expect(faultsOf(await tryUpdate(ada, 'Quote', full['id'], many(1)))).toEqual(['input.lineItems TOO_MANY']);
  // The last line does not go either.
  const one = await quote(many(1));
  const [{ id }] = one['lineItems'].nodes;
  expect(faultsOf(await tryUpdate(ada, 'Quote', one['id'], { lineItems: { delete: [{ id }] } }))).toEqual(['input.lineItems REQUIRED']);
  // Nor does a line of another document.
  expect(faultsOf(await tryUpdate(ada, 'Quote', full['id'], { lineItems: { delete: [{ id }] } }))).toEqual([
    'input.lineItems.delete.0.id REFERENCE_NOT_FOUND',
  ]);
});

test('a product says which taxes its lines may have, and a rate is edited only where the organisation lets it', async () => {
  const [low, city] = [
    await made('Tax', { name: 'Low', percentage: '9' }),
    await made('Tax', { name: 'City', percentage: '10', compound: true, place: 9 }),
  ];
  const book = await made('Product', { productName: 'Book', unitPrice: '100', taxes: { create: [{ taxId: low }, { taxId: city }] } });
  const gift = await made('Product', { productName: 'Gift', unitPrice: '1', taxable: false });
  const at = 'input.lineItems.create.0.taxes';
  const line = async (productId: string, ...taxes: object[]) => tryQuote(lines({ productId, quantity: '1', taxes }));
  expect(await line(book, { taxId: vat })).toEqual([`${at} CONTRADICTION`]);
  expect(await line(gift, { taxId: vat })).toEqual([`${at} CONTRADICTION`]);
  expect(await line(book, { taxId: accountId })).toEqual([`${at} REFERENCE_NOT_FOUND`]);
  expect(await line(desk, { taxId: accountId })).toEqual([`${at} REFERENCE_NOT_FOUND`]);
  expect(await line(desk, { taxId: vat }, { taxId: vat })).toEqual([`${at} CONTRADICTION`]);
  expect(await line(desk, { name: 'VAT' })).toEqual([`${at} WRONG_TYPE`]);
  expect(await line(desk, { taxId: vat, percentage: '20' })).toEqual([`${at} CONTRADICTION`]);
  // The compound tax comes on top of the other, in whichever order they are given.
  const made_ = await quote(lines({ productId: book, quantity: '1', taxes: [{ taxId: city }, { taxId: low }] }));
  const [stored] = made_['lineItems'].nodes;
  expect(stored.taxes.map((tax: any) => [tax.name, tax.value])).toEqual([
    ['Low', '9.00'],
    ['City', '10.90'],
  ]);
  // The document keeps the rate of its day, and what was answered can be sent back.
  await update(ada, 'Tax', low, { percentage: '6' });
  const again = await update(
    ada,
    'Quote',
    made_['id'],
    { lineItems: { update: [{ id: stored.id, input: { quantity: '2', taxes: stored.taxes } }] } },
    ofLines,
  );
  expect(again['lineItems'].nodes[0]).toMatchObject({ tax: '39.80' });
  await ada.ask('mutation { updateOrganization(input: { allowsEditedTaxRates: true }) { organization { id } } }');
  expect(await line(desk, { taxId: vat, percentage: '20' })).toEqual([]);
  expect(await line(desk, { taxId: vat, percentage: '-1' })).toEqual([`${at} OUT_OF_RANGE`]);
});

test('lines are no records of their own: they go to the bin with their document, come back with it, and are copied with it', async () => {
  const mutations = Object.keys(crm.app.model.schema.getMutationType()!.getFields());
  expect(mutations.filter((name) => name.includes('LineItem'))).toEqual([]);
  const made_ = await quote(
    lines({ productId: desk, quantity: '1' }, { productId: lamp, quantity: '2' }, { productId: lamp, quantity: '9' }),
  );
  const id = made_['id'] as string;
  const third = made_['lineItems'].nodes[2].id;
  await update(ada, 'Quote', id, { lineItems: { delete: [{ id: third }] } });
  const count = async () =>
    (await ada.ask('query ($id: ID!) { lineItems(filter: { quoteId: { eq: $id } }) { totalCount } }', { id }))['lineItems'].totalCount;
  expect(await count()).toBe(2);
  await remove(ada, 'Quote', id);
  expect(await count()).toBe(0);
  await ada.ask('mutation ($id: ID!) { restoreQuote(id: $id) { quote { id } } }', { id });
  expect(await count()).toBe(2);
  const { cloneQuote } = await ada.ask(
    `mutation ($id: ID!) { cloneQuote(id: $id, input: { subject: "Copy" }) { quote { subject quoteNumber ${amounts} ${ofLines} } } }`,
    { id },
  );
  expect(cloneQuote.quote).toMatchObject({
    subject: 'Copy',
    grandTotal: '139.98',
    lineItems: { nodes: [{ quantity: '1' }, { quantity: '2' }] },
  });
  expect(cloneQuote.quote.quoteNumber).not.toBe(made_['quoteNumber']);
  // Where a discount comes from is copied as well.
  await update(ada, 'Quote', id, {
    discountPercent: '10',
    lineItems: { update: [{ id: made_['lineItems'].nodes[0].id, input: { discountPercent: '5', taxes: [{ taxId: vat }] } }] },
  });
  const other = await ada.ask(
    'mutation ($id: ID!) { cloneQuote(id: $id, input: { discount: "1" }) { quote { discount discountPercent } } }',
    { id },
  );
  expect(other['cloneQuote'].quote).toEqual({ discount: '1.00', discountPercent: null });
  const copy = (await ada.ask(`mutation ($id: ID!) { cloneQuote(id: $id, input: {}) { quote { ${amounts} ${ofLines} } } }`, { id }))[
    'cloneQuote'
  ].quote;
  expect(copy).toMatchObject({
    discountPercent: '10',
    grandTotal: '139.44',
    lineItems: { nodes: [{ discountKind: 'PERCENT', discount: '5.00', tax: '17.96' }, {}] },
  });
});

test('a document can be asked for whichever kind it is, and lines add up over all of them', async () => {
  const order = await create(
    ada,
    'PurchaseOrder',
    {
      subject: 'Wood',
      vendorId: await made('Vendor', { vendorName: 'Sawmill', city: 'Lund', zipCode: '1' }),
      ...lines({ productId: desk, quantity: '4', listPrice: '7' }),
    },
    'id billingCity billingCode poNumber',
  );
  expect(order).toMatchObject({ billingCity: 'Lund', billingCode: '1', poNumber: 'PO-1' });
  const { node } = await ada.ask(
    'query ($id: ID!) { node(id: $id) { ... on CrmRecord { displayName } ... on SalesDocument { grandTotal lineItems { totalCount } } } }',
    { id: order['id'] },
  );
  expect(node).toEqual({ displayName: 'Wood', grandTotal: '28.00', lineItems: { totalCount: 1 } });
  const { lineItems } = await ada.ask(
    'query ($id: ID!) { lineItems(filter: { purchaseOrderId: { eq: $id } }) { groups(by: [{ field: PRODUCT }]) { key { product { productName } } aggregate { sum { netTotal quantity } } } } }',
    { id: order['id'] },
  );
  expect(lineItems.groups).toEqual([{ key: { product: { productName: 'Desk' } }, aggregate: { sum: { netTotal: '28', quantity: '4' } } }]);
});

test('previewTotals works a document out and saves nothing', async () => {
  const preview = (input: object) =>
    ada.send(
      `query ($input: PreviewTotalsInput!) { previewTotals(input: $input) { subTotal subTotalExclTax discount taxes tax discountTotal taxTotal grandTotal lines { index unitPrice listPrice total discount totalAfterDiscount taxes tax netTotal } } }`,
      { input },
    );
  const counts = () => ada.ask<Record<string, { totalCount: number }>>('{ quotes { totalCount } lineItems { totalCount } }');
  const before = await counts();
  const input = {
    discountPercent: '10',
    taxes: [{ taxId: vat }],
    adjustment: '1',
    lineItems: [
      { productId: desk, quantity: '2', taxes: [{ taxId: vat }] },
      { productId: lamp, quantity: '1', discount: '9.99' },
    ],
  };
  const answer = await preview(input);
  expect(answer.errors).toBeUndefined();
  expect(answer.data!['previewTotals']).toMatchObject({
    subTotal: '247.80', subTotalExclTax: '210.00', discount: '21.00', tax: '39.69', discountTotal: '30.99', taxTotal: '77.49', grandTotal: '267.49',
    lines: [{ index: 0, unitPrice: '100.00', netTotal: '237.80' }, { index: 1, discount: '9.99', totalAfterDiscount: '10.00', taxes: null }],
  }); // prettier-ignore
  // What is saved comes to the same.
  const { lineItems, ...document } = input;
  expect(await quote({ ...document, ...lines(...lineItems) })).toMatchObject({
    subTotal: '247.80',
    discount: '21.00',
    tax: '39.69',
    grandTotal: '267.49',
  });
  expect(await counts()).toEqual({
    quotes: { totalCount: before['quotes']!.totalCount + 1 },
    lineItems: { totalCount: before['lineItems']!.totalCount + 2 },
  });
  expect(faultsOf(await preview({ lineItems: [{ productId: accountId, quantity: '0' }], currency: 'CHF' }))).toEqual([
    'input.currency UNKNOWN_CURRENCY',
    'input.lineItems.0.productId REFERENCE_NOT_FOUND',
    'input.lineItems.0.quantity OUT_OF_RANGE',
  ]);
  expect(faultsOf(await preview({ lineItems: Array.from({ length: 201 }, () => ({ productId: desk, quantity: '1' })) }))).toEqual([
    'input.lineItems TOO_MANY',
  ]);
  expect(faultsOf(await preview({ discount: '1e3', lineItems: [] }))).toEqual(['input.discount WRONG_TYPE']);
  expect(faultsOf(await preview({ lineItems: [] }))).toEqual(['input.lineItems REQUIRED']);
});

test('the screen of an order is one statement; a quote of a hundred lines is written in as many as one of two', async () => {
  const dealId = await made('Deal', { dealName: 'Screen', stage: 'QUALIFICATION', closingDate: '2027-01-31', accountId });
  const twenty = Array.from({ length: 20 }, () => ({ productId: desk, quantity: '1' }));
  const id = await made('SalesOrder', { subject: 'Screen', accountId, dealId, ...lines(...twenty) });
  const statements = watchDriver(crm.app);
  const screen = await ada.ask(
    'query ($id: ID!) { salesOrder(id: $id) { subject grandTotal account { accountName } contact { fullName } deal { dealName } lineItems(first: 200) { nodes { quantity netTotal product { productName } } } } }',
    { id },
  );
  expect(screen['salesOrder'].lineItems.nodes).toHaveLength(20);
  expect(statements).toHaveLength(1);
  const written = async (count: number): Promise<number> => {
    const before = statements.length;
    await made('Quote', {
      subject: 'Lines',
      accountId,
      ...lines(...Array.from({ length: count }, () => ({ productId: lamp, quantity: '1' }))),
    });
    return statements.length - before;
  };
  const two = await written(2);
  expect(await written(100)).toBe(two);
});

test('what is hidden of a product and a company comes through no document and no preview', async () => {
  let hidden: AccessShape | null = null;
  await using hiding = await workspace({
    accessOf: ({ userId, values }) => (hidden ? { access: hidden, values: { ...values, team: [userId] } } : null),
  });
  const { chief } = await hiding.company('hidden');
  const company = (await create(chief, 'Account', { accountName: 'Secret', billingCity: 'London', billingCode: 'N1' }))['id'] as string;
  const productId = (await create(chief, 'Product', { productName: 'Secret', unitPrice: '77' }))['id'] as string;
  await create(chief, 'StockAdjustment', { productId, quantity: '5', reason: 'Counted' });
  hidden = ownerOrBelow({ Product: ['unitPrice', 'qtyInStock'], Account: ['billingCity'] });
  const priceless = await tryCreate(chief, 'Quote', { subject: 'No price', accountId: company, ...lines({ productId, quantity: '1' }) });
  expect(faultsOf(priceless)).toEqual(['input.lineItems.create.0.listPrice REQUIRED']);
  const preview = await chief.send(
    'query ($input: PreviewTotalsInput!) { previewTotals(input: $input) { lines { unitPrice listPrice } } }',
    {
      input: { lineItems: [{ productId, quantity: '1', listPrice: '1' }] },
    },
  );
  expect(preview.data!['previewTotals']).toEqual({ lines: [{ unitPrice: null, listPrice: '1.00' }] });
  expect(
    await create(
      chief,
      'Quote',
      { subject: 'Seen', accountId: company, ...lines({ productId, quantity: '1', listPrice: '1' }) },
      'billingCity billingCode lineItems { nodes { unitPrice quantityInStock listPrice } }',
    ),
  ).toEqual({
    billingCity: null,
    billingCode: 'N1',
    lineItems: { nodes: [{ unitPrice: null, quantityInStock: null, listPrice: '1.00' }] },
  });
});

test('records linked to a product are found and paged from both sides, each once', async () => {
  const leadId = await made('Lead', { lastName: 'Asks', company: 'Lovelace Ltd' });
  for (const input of [{ recordId: leadId, description: 'Two, in oak' }, { recordId: accountId }])
    await made('ProductLink', { productId: lamp, ...input });
  await made('ProductLink', { productId: desk, recordId: leadId });
  expect(faultsOf(await tryCreate(ada, 'ProductLink', { productId: lamp, recordId: leadId }))).toEqual(['input.recordId NOT_UNIQUE']);
  expect(faultsOf(await tryCreate(ada, 'ProductLink', { productId: lamp }))).toEqual(['input.recordId REQUIRED']);
  expect(faultsOf(await tryCreate(ada, 'ProductLink', { productId: lamp, recordId: lamp }))).toEqual([
    'input.recordId REFERENCE_NOT_FOUND',
  ]);
  const answer = await ada.ask(
    `query ($leadId: ID!, $lamp: ID!) {
       lead(id: $leadId) { productLinks(first: 1) { totalCount pageInfo { hasNextPage } nodes { product { productName } } } }
       product(id: $lamp) { links(filter: { record: { module: { eq: LEAD } } }) { nodes { description record { displayName } } } }
       named: productLinks(filter: { record: { lead: { company: { eq: "Lovelace Ltd" } } } }, orderBy: [{ product: { productName: ASC } }]) { nodes { product { productName } } }
       products(filter: { links: { some: { recordId: { eq: $leadId } } } }, orderBy: [{ productName: ASC }]) { nodes { productName } } }`,
    { leadId, lamp },
  );
  expect(answer).toMatchObject({
    lead: { productLinks: { totalCount: 2, pageInfo: { hasNextPage: true }, nodes: [{ product: { productName: 'Desk' } }] } },
    product: { links: { nodes: [{ description: 'Two, in oak', record: { displayName: 'Asks' } }] } },
    named: { nodes: [{ product: { productName: 'Desk' } }, { product: { productName: 'Lamp' } }] },
    products: { nodes: [{ productName: 'Desk' }, { productName: 'Lamp' }] },
  });
});

test('the linked products of an account include those of its contacts, as far as they may be seen', async () => {
  const company = await made('Account', { accountName: 'Includes Ltd' });
  const [contactId, gone, other] = [
    await made('Contact', { lastName: 'Included', accountId: company }),
    await made('Contact', { lastName: 'Gone', accountId: company }),
    await made('Contact', { lastName: 'Elsewhere' }),
  ];
  await made('ProductLink', { productId: lamp, recordId: company });
  await made('ProductLink', { productId: lamp, recordId: contactId });
  await made('ProductLink', { productId: desk, recordId: contactId });
  for (const recordId of [gone, other]) await made('ProductLink', { productId: desk, recordId });
  await remove(ada, 'Contact', gone);
  const query = `query ($id: ID!) {
    account(id: $id) { productLinks(orderBy: [{ record: DESC }, { product: { productName: ASC } }]) {
      totalCount nodes { product { productName } record { __typename displayName } }
      groups(by: [{ field: RECORD }]) { key { recordId record { displayName } } aggregate { count } } } }
    accounts(filter: { id: { eq: $id }, productLinks: { some: { product: { productName: { eq: "Desk" } } } } }) { totalCount } }`;
  const link = (product: string, __typename: string, displayName: string) => ({
    product: { productName: product },
    record: { __typename, displayName },
  });
  expect(await ada.ask(query, { id: company })).toEqual({
    account: {
      productLinks: {
        totalCount: 3,
        nodes: [link('Lamp', 'Account', 'Includes Ltd'), link('Desk', 'Contact', 'Included'), link('Lamp', 'Contact', 'Included')],
        groups: expect.arrayContaining([
          { key: { recordId: company, record: { displayName: 'Includes Ltd' } }, aggregate: { count: 1 } },
          { key: { recordId: contactId, record: { displayName: 'Included' } }, aggregate: { count: 2 } },
        ]),
      },
    },
    accounts: { totalCount: 1 },
  });
});

test('whoever may not see which account a contact is of does not learn it by the linked products', async () => {
  const access = { ...ownerOrBelow({ Contact: ['account'] }), rows: () => null };
  await using hiding = await workspace({ accessOf: () => ({ access, values: {} }) });
  const bob = (await hiding.company('acme')).chief;
  const id = async (module: Parameters<typeof create>[1], input: object) => (await create(bob, module, input))['id'] as string;
  const company = await id('Account', { accountName: 'Hidden ties' });
  const contactId = await id('Contact', { lastName: 'Tied', accountId: company });
  await create(bob, 'ProductLink', { productId: await id('Product', { productName: 'Lamp' }), recordId: contactId });
  const query =
    '{ accounts { nodes { productLinks { totalCount } } } linked: accounts(filter: { productLinks: { some: {} } }) { totalCount } }';
  expect(await bob.ask(query)).toEqual({ accounts: { nodes: [{ productLinks: { totalCount: 0 } }] }, linked: { totalCount: 0 } });
});
