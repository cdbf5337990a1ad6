import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { faultsOf } from '../support/answers.js';
import { create, read, tryCreate, tryUpdate, update } from '../support/records.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let ada: Person;
let desk: string;
let vat: string;
let low: string;
let here: string;
let there: string;
let vendorId: string;

const made = async (module: string, input: object): Promise<string> => (await create(ada, module, input))['id'] as string;

beforeAll(async () => {
  crm = await workspace();
  ada = (await crm.company('acme')).chief;
  desk = await made('Product', { productName: 'Desk', unitPrice: '100' });
  vat = await made('Tax', { name: 'High', percentage: '21' });
  low = await made('Tax', { name: 'Low', percentage: '9' });
  here = await made('Account', { accountName: 'Here' });
  there = await made('Account', { accountName: 'There', currency: 'USD' });
  vendorId = await made('Vendor', { vendorName: 'Sawmill', currency: 'GBP' });
});
afterAll(() => crm.close());

const lines = (...given: object[]) => ({ lineItems: { create: given.map((line) => ({ productId: desk, quantity: '1', ...line })) } });
const document = (more: object) => ({ subject: 'Desks', accountId: here, ...lines({}), ...more });
const deal = (more: object) => made('Deal', { dealName: 'Desks', stage: 'QUALIFICATION', closingDate: '2027-01-31', ...more });
const set = (settings: object) =>
  ada.ask('mutation ($input: OrganizationUpdateInput!) { updateOrganization(input: $input) { organization { id } } }', { input: settings });
const sums = 'discountTiming pricesIncludeTax subTotal subTotalExclTax discount totalExclTax taxTotal grandTotal taxBreakdown';

describe('the discount of a document', () => {
  const taxed = () => document({ discountPercent: '10', ...lines({ taxes: [{ taxId: vat }] }) });
  const before = { discountTiming: 'BEFORE_TAX', discount: '10.00', totalExclTax: '90.00', taxTotal: '18.90', grandTotal: '108.90' };
  const after = { discountTiming: 'AFTER_TAX', discount: '12.10', taxTotal: '21.00', grandTotal: '108.90' };

  test('is taken off before tax, in a preview and when the document is saved', async () => {
    const entry = { taxId: vat, name: 'High', percentage: '21', compound: false, base: '90.00', amount: '18.90' };
    const { previewTotals } = await ada.ask(
      `query ($input: PreviewTotalsInput!) { previewTotals(input: $input) { ${sums} lines { tax taxableAmount documentDiscount } } }`,
      {
        input: { discountPercent: '10', lineItems: [{ productId: desk, quantity: '1', taxes: [{ taxId: vat }] }] },
      },
    );
    expect(previewTotals).toMatchObject({
      ...before,
      taxBreakdown: [entry],
      lines: [{ tax: '18.90', taxableAmount: '90.00', documentDiscount: '10.00' }],
    });
    for (const kind of ['Quote', 'SalesOrder', 'Invoice'])
      expect(await create(ada, kind, taxed(), sums)).toMatchObject({ ...before, taxBreakdown: [entry] });
  });

  test('is taken off after tax where the organization or the document says so; a saved document keeps its way', async () => {
    const { id } = await create(ada, 'Quote', taxed());
    await set({ discountTiming: 'AFTER_TAX' });
    try {
      const late = await create(ada, 'Quote', taxed(), `id ${sums}`);
      expect(late).toMatchObject(after);
      expect(await create(ada, 'Quote', { ...taxed(), discountTiming: 'BEFORE_TAX' }, sums)).toMatchObject(before);
      expect(await update(ada, 'Quote', id, { adjustment: '1' }, sums)).toMatchObject({ ...before, grandTotal: '109.90' });
      // What follows a quote is worked out as that was.
      expect(await create(ada, 'SalesOrder', { ...taxed(), quoteId: id }, sums)).toMatchObject(before);
      await set({ discountTiming: 'BEFORE_TAX' });
      expect(await update(ada, 'Quote', late['id'], { adjustment: '1' }, sums)).toMatchObject({ ...after, grandTotal: '109.90' });
      const { cloneQuote } = await ada.ask(`mutation ($id: ID!) { cloneQuote(id: $id, input: {}) { quote { ${sums} } } }`, {
        id: late['id'],
      });
      expect(cloneQuote.quote).toMatchObject({ ...after, grandTotal: '109.90' });
      expect(await update(ada, 'Quote', late['id'], { discountTiming: 'BEFORE_TAX' }, sums)).toMatchObject({
        ...before,
        grandTotal: '109.90',
      });
    } finally {
      await set({ discountTiming: 'BEFORE_TAX' });
    }
  });

  test('is shared by lines that nobody names, whose taxes change with it', async () => {
    const two = lines({ taxes: [{ taxId: vat }] }, { listPrice: '50', taxes: [{ taxId: low }] }, { listPrice: '10' });
    const selection = `${sums} lineItems { nodes { documentDiscount taxableAmount tax netTotal netTotalInBaseCurrency taxes } }`;
    const { id } = await create(ada, 'Invoice', document(two), selection.replace('lineItems', 'id lineItems'));
    const changed = await update(ada, 'Invoice', id, { discount: '16' }, selection);
    expect(changed).toMatchObject({
      subTotalExclTax: '160.00',
      totalExclTax: '144.00',
      taxBreakdown: [
        { name: 'High', base: '90.00', amount: '18.90' },
        { name: 'Low', base: '45.00', amount: '4.05' },
        { taxId: null, name: null, percentage: '0', base: '9.00', amount: '0.00' },
      ],
      grandTotal: '166.95',
    });
    expect(changed['lineItems'].nodes).toMatchObject([
      {
        documentDiscount: '10.00',
        taxableAmount: '90.00',
        tax: '18.90',
        netTotal: '118.90',
        netTotalInBaseCurrency: '118.90',
        taxes: [{ value: '18.90' }],
      },
      { documentDiscount: '5.00', taxableAmount: '45.00', tax: '4.05', netTotal: '54.05' },
      { documentDiscount: '1.00', taxableAmount: '9.00', tax: '0.00', netTotal: '10.00' },
    ]);
    expect(await update(ada, 'Invoice', id, { discount: null }, sums)).toMatchObject({ taxTotal: '25.50', grandTotal: '185.50' });
    expect(faultsOf(await tryUpdate(ada, 'Invoice', id, { discount: '160.01' }))).toEqual(['input.discount OUT_OF_RANGE']);
  });

  test('in a currency of no decimals or three', async () => {
    const dear = lines({ listPrice: '1000', taxes: [{ taxId: vat }] }, { listPrice: '1', taxes: [{ taxId: vat }] });
    expect(await create(ada, 'Quote', document({ ...dear, currency: 'JPY', discountPercent: '3' }), sums)).toMatchObject({
      discount: '30',
      taxBreakdown: [{ base: '971', amount: '204' }],
      grandTotal: '1175',
    });
    expect(await create(ada, 'Quote', document({ ...dear, currency: 'KWD', discount: '0.005' }), sums)).toMatchObject({
      taxBreakdown: [{ base: '1000.995', amount: '210.209' }],
      grandTotal: '1211.204',
    });
  });
});

describe('prices that include tax', () => {
  const gross = () => document(lines({ listPrice: '121', taxes: [{ taxId: vat }] }, { listPrice: '109', taxes: [{ taxId: low }] }));
  const expected = {
    pricesIncludeTax: true,
    subTotal: '230.00',
    subTotalExclTax: '200.00',
    totalExclTax: '200.00',
    taxTotal: '30.00',
    grandTotal: '230.00',
    taxBreakdown: [
      { name: 'High', base: '100.00', amount: '21.00' },
      { name: 'Low', base: '100.00', amount: '9.00' },
    ],
  };

  test('hold the tax; a preview shows both', async () => {
    expect(await create(ada, 'Invoice', { ...gross(), pricesIncludeTax: true }, sums)).toMatchObject(expected);
    expect(await create(ada, 'Invoice', { ...gross(), pricesIncludeTax: true, discountPercent: '10' }, sums)).toMatchObject({
      subTotal: '230.00',
      subTotalExclTax: '200.00',
      discount: '23.00',
      totalExclTax: '180.00',
      taxTotal: '27.00',
      grandTotal: '207.00',
    });
    const { previewTotals } = await ada.ask(
      `query ($input: PreviewTotalsInput!) { previewTotals(input: $input) { ${sums} lines { taxableAmount tax netTotal } } }`,
      {
        input: { pricesIncludeTax: true, lineItems: gross().lineItems.create },
      },
    );
    expect(previewTotals).toMatchObject({
      ...expected,
      lines: [
        { taxableAmount: '100.00', tax: '21.00', netTotal: '121.00' },
        { taxableAmount: '100.00', tax: '9.00', netTotal: '109.00' },
      ],
    });
  });

  test('stay so in what follows and in copies, and can be the default of the organization', async () => {
    const quote = await create(ada, 'Quote', { ...gross(), pricesIncludeTax: true });
    const order = await create(ada, 'SalesOrder', { ...gross(), quoteId: quote['id'] }, `id ${sums}`);
    expect(order).toMatchObject(expected);
    expect(await create(ada, 'Invoice', { ...gross(), salesOrderId: order['id'] }, sums)).toMatchObject(expected);
    expect(await create(ada, 'Invoice', { ...gross(), salesOrderId: order['id'], pricesIncludeTax: false }, sums)).toMatchObject({ grandTotal: '265.22', subTotalExclTax: '230.00' }); // prettier-ignore
    const { cloneSalesOrder } = await ada.ask(`mutation ($id: ID!) { cloneSalesOrder(id: $id, input: {}) { salesOrder { ${sums} } } }`, {
      id: order['id'],
    });
    expect(cloneSalesOrder.salesOrder).toMatchObject(expected);
    expect(await create(ada, 'Invoice', gross(), 'pricesIncludeTax')).toEqual({ pricesIncludeTax: false });
    await set({ pricesIncludeTax: true });
    try {
      expect(await create(ada, 'Invoice', gross(), sums)).toMatchObject(expected);
    } finally {
      await set({ pricesIncludeTax: false });
    }
    expect(await update(ada, 'Quote', quote['id'], { pricesIncludeTax: false }, sums)).toMatchObject({
      taxTotal: '35.22',
      grandTotal: '265.22',
    });
  });
});

describe('a document without a currency', () => {
  const currency = async (kind: string, more: object) =>
    (await create(ada, kind, document(more), 'currency exchangeRate'))['currency'] as string;

  test("takes that of what it follows, otherwise its deal's, its account's, the base currency", async () => {
    const dollars = await deal({ accountId: there, currency: 'JPY' });
    for (const kind of ['Quote', 'SalesOrder', 'Invoice']) {
      expect(await currency(kind, {})).toBe('EUR');
      expect(await currency(kind, { accountId: there })).toBe('USD');
      expect(await currency(kind, { accountId: there, dealId: dollars })).toBe('JPY');
      expect(await currency(kind, { accountId: there, dealId: dollars, currency: 'EUR' })).toBe('EUR');
    }
    const { id } = await create(ada, 'Quote', document({ accountId: there, currency: 'GBP' }));
    const order = await create(ada, 'SalesOrder', document({ accountId: there, dealId: dollars, quoteId: id }), 'id currency');
    expect(order['currency']).toBe('GBP');
    expect(await currency('Invoice', { accountId: there, salesOrderId: order['id'] })).toBe('GBP');
  });

  test("a deal takes its account's, and a purchase order its vendor's", async () => {
    const of = async (more: object) => (await read(ada, 'Deal', await deal(more), 'currency'))!['currency'] as string;
    expect([
      await of({ accountId: there }),
      await of({ accountId: here }),
      await of({}),
      await of({ accountId: there, currency: 'EUR' }),
    ]).toEqual(['USD', 'EUR', 'EUR', 'EUR']);
    const order = { subject: 'Wood', vendorId, ...lines({}) };
    expect(await create(ada, 'PurchaseOrder', order, 'currency exchangeRate lineItems { nodes { listPrice } }')).toEqual({
      currency: 'GBP',
      exchangeRate: '0.85',
      lineItems: { nodes: [{ listPrice: '85.00' }] },
    });
    expect(await create(ada, 'Vendor', { vendorName: 'Base' }, 'currency exchangeRate')).toEqual({ currency: 'EUR', exchangeRate: '1' });
  });

  test('by an upsert too; a copy keeps the one of its amounts', async () => {
    const { upsertQuotes } = await ada.ask(
      'mutation ($inputs: [QuoteUpsertInput!]!) { upsertQuotes(by: { externalId: "erp" }, inputs: $inputs) { results { quote { id currency } } } }',
      { inputs: [{ externalIds: { erp: 'C-1' }, ...document({ accountId: there }) }] },
    );
    const [{ quote }] = upsertQuotes.results;
    expect(quote.currency).toBe('USD');
    const { cloneQuote } = await ada.ask(
      'mutation ($id: ID!, $input: QuoteUpdateInput!) { cloneQuote(id: $id, input: $input) { quote { currency grandTotal } } }',
      {
        id: quote.id,
        input: { accountId: here },
      },
    );
    expect(cloneQuote.quote).toEqual({ currency: 'USD', grandTotal: '110.00' });
  });
});

describe('a document and the records that it names', () => {
  const tried = async (kind: string, more: object) => faultsOf(await tryCreate(ada, kind, document(more)));
  const contradiction = (path: string) => [`input.${path} CONTRADICTION`];

  test('a quote or an order of another account, deal or currency is refused', async () => {
    const [one, two] = [await deal({ accountId: here }), await deal({ accountId: here })];
    const quoteId = await made('Quote', document({ dealId: one }));
    const salesOrderId = await made('SalesOrder', document({ dealId: one, quoteId }));
    expect(await tried('Invoice', { salesOrderId, accountId: there, currency: 'EUR' })).toEqual(contradiction('salesOrderId'));
    expect(await tried('Invoice', { salesOrderId, currency: 'USD' })).toEqual(contradiction('salesOrderId'));
    expect(await tried('Invoice', { salesOrderId, dealId: two })).toEqual(contradiction('salesOrderId'));
    expect(await tried('SalesOrder', { quoteId, accountId: there, currency: 'EUR' })).toEqual(contradiction('quoteId'));
    expect(await tried('Invoice', { quoteId, currency: 'USD' })).toEqual(contradiction('quoteId'));
    const other = await made('Quote', document({}));
    expect(await tried('Invoice', { salesOrderId, quoteId: other })).toEqual(contradiction('salesOrderId'));
    expect(await tried('Invoice', { salesOrderId, quoteId, dealId: one })).toEqual([]);
    const { createInvoices } = await ada.ask(
      'mutation ($inputs: [InvoiceCreateInput!]!) { createInvoices(inputs: $inputs, onError: CONTINUE) { succeeded results { error { fields { inputPath code message } } } } }',
      { inputs: [document({ salesOrderId }), document({ salesOrderId, accountId: there, currency: 'EUR' })] },
    );
    expect(createInvoices).toMatchObject({
      succeeded: 1,
      results: [
        { error: null },
        {
          error: {
            fields: [
              {
                inputPath: 'inputs.1.salesOrderId',
                message: 'Sales Order has another Account than the Invoice. Choose one with the same Account.',
              },
            ],
          },
        },
      ],
    });
  });

  test('so are a deal and a contact of another account', async () => {
    const ofHere = await deal({ accountId: here });
    const contact = (more: object) => made('Contact', { lastName: 'Lovelace', ...more });
    const [atHere, atNone] = [await contact({ accountId: here }), await contact({})];
    for (const kind of ['Quote', 'SalesOrder', 'Invoice']) {
      expect(await tried(kind, { accountId: there, dealId: ofHere })).toEqual(contradiction('dealId'));
      expect(await tried(kind, { accountId: there, contactId: atHere })).toEqual(['input.contactId CONTACT_OF_OTHER_ACCOUNT']);
      expect(await tried(kind, { contactId: atHere, dealId: ofHere })).toEqual([]);
      expect(await tried(kind, { accountId: there, contactId: atNone, dealId: await deal({}) })).toEqual([]);
    }
    const ofVendor = await contact({ vendorId: await made('Vendor', { vendorName: 'Quarry' }) });
    const order = (contactId: string) => tryCreate(ada, 'PurchaseOrder', { subject: 'Wood', vendorId, contactId, ...lines({}) });
    expect(faultsOf(await order(ofVendor))).toEqual(['input.contactId CONTACT_OF_OTHER_ACCOUNT']);
    expect(faultsOf(await order(await contact({ vendorId })))).toEqual([]);
  });

  test('it does not move to another account later, while they are there or others follow it', async () => {
    const dealId = await deal({ accountId: here });
    const other = await made('Account', { accountName: 'Other' });
    const quoteId = await made('Quote', document({}));
    const { id } = await create(ada, 'SalesOrder', document({ quoteId, dealId }));
    const change = async (kind: string, of: string, more: object) => faultsOf(await tryUpdate(ada, kind, of, more));
    expect(await change('SalesOrder', id, { accountId: other, quoteId: null })).toEqual(contradiction('accountId'));
    expect(await change('SalesOrder', id, { accountId: other, dealId: null })).toEqual(contradiction('accountId'));
    expect(await change('Quote', quoteId, { accountId: other })).toEqual(contradiction('accountId'));
    expect(await change('Quote', quoteId, { dealId: await deal({ accountId: here }) })).toEqual(contradiction('dealId'));
    expect(await change('Quote', quoteId, { dealId })).toEqual([]);
    expect(await change('SalesOrder', id, { accountId: other, quoteId: null, dealId: null })).toEqual([]);
    expect(await change('SalesOrder', id, { quoteId })).toEqual(contradiction('quoteId'));
    expect(await change('Quote', quoteId, { accountId: other, dealId: null })).toEqual([]);
    // What has nothing to do with it can be changed.
    expect(await change('SalesOrder', id, { subject: 'Later' })).toEqual([]);
  });

  test('a contact that moves to another company stays on the documents of the time', async () => {
    const contactId = await made('Contact', { lastName: 'Moves', accountId: here });
    const { id } = await create(ada, 'Quote', document({ contactId }));
    await update(ada, 'Contact', contactId, { accountId: there });
    expect(await update(ada, 'Quote', id, { subject: 'Later', contactId }, 'subject contact { lastName }')).toEqual({
      subject: 'Later',
      contact: { lastName: 'Moves' },
    });
    expect(faultsOf(await tryCreate(ada, 'Quote', document({ contactId })))).toEqual(['input.contactId CONTACT_OF_OTHER_ACCOUNT']);
  });
});
