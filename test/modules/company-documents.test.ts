import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { faultsOf } from '../support/answers.js';
import { create, createMany, read, tryCreate, tryUpdate, update } from '../support/records.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

/** 31 December 2026, 23:30 UTC: in Amsterdam it is 2027. */
let now = new Date('2026-12-31T23:30:00Z');
let crm: Workspace;
let ada: Person;
let bob: Person;
let desk: string;
let accountId: string;
let vendorId: string;

const made = async (module: string, input: object): Promise<string> => (await create(ada, module, input))['id'] as string;
const lines = (...given: object[]) => ({ lineItems: { create: given.map((line) => ({ productId: desk, quantity: '1', ...line })) } });
const document = (more: object = {}) => ({ subject: 'Desks', accountId, ...lines({}), ...more });
const setting = async (kind: string): Promise<string> =>
  (await ada.ask(`{ documentSettings(filter: { document: { eq: ${kind} } }) { nodes { id } } }`))['documentSettings'].nodes[0].id as string;
const set = async (kind: string, input: object) => update(ada, 'DocumentSetting', await setting(kind), input);
const organize = (input: object, selection = 'id', person = ada) =>
  person.send(`mutation ($input: OrganizationUpdateInput!) { updateOrganization(input: $input) { organization { ${selection} } } }`, {
    input,
  });
const clone = async (module: string, id: string, input: object, selection: string): Promise<any> => {
  const name = `${module[0]!.toLowerCase()}${module.slice(1)}`;
  const data = await ada.ask(
    `mutation ($id: ID!, $input: ${module}UpdateInput!) { clone${module}(id: $id, input: $input) { ${name} { ${selection} } } }`,
    { id, input },
  );
  return data[`clone${module}`][name];
};

beforeAll(async () => {
  crm = await workspace({ clock: () => now });
  const { people } = await crm.company('acme', [
    { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@acme.example' },
    { firstName: 'Bob', lastName: 'Kahn', email: 'bob@acme.example' },
  ]);
  [ada, bob] = [people['ada']!, people['bob']!];
  await organize({ timeZone: 'Europe/Amsterdam' });
  desk = await made('Product', { productName: 'Desk', unitPrice: '100' });
  accountId = await made('Account', { accountName: 'Here' });
  vendorId = await made('Vendor', { vendorName: 'Sawmill' });
});
afterAll(() => crm.close());

describe('dates', () => {
  test('an invoice and a purchase order bear the day of the organization, unless another is given', async () => {
    const invoice = (more: object) => create(ada, 'Invoice', document(more), 'invoiceDate dueDate');
    expect(await invoice({})).toEqual({ invoiceDate: '2027-01-01', dueDate: null });
    expect(await invoice({ invoiceDate: '2026-12-31' })).toEqual({ invoiceDate: '2026-12-31', dueDate: null });
    expect(await invoice({ invoiceDate: null })).toEqual({ invoiceDate: null, dueDate: null });
    const order = { subject: 'Wood', vendorId, ...lines({}) };
    expect(await create(ada, 'PurchaseOrder', order, 'poDate')).toEqual({ poDate: '2027-01-01' });
    expect(await create(ada, 'PurchaseOrder', { ...order, poDate: '2026-06-01' }, 'poDate')).toEqual({ poDate: '2026-06-01' });
    expect(faultsOf(await tryCreate(ada, 'Invoice', document({ dueDate: '2026-12-31' })))).toEqual(['input.dueDate CONTRADICTION']);
  });

  test("the due date follows from the account's payment term, otherwise from that of the invoices", async () => {
    const due = async (more: object) =>
      (await create(ada, 'Invoice', document({ invoiceDate: '2027-01-15', ...more }), 'dueDate'))['dueDate'] as string;
    await set('INVOICE', { paymentTermDays: 14 });
    expect(await due({})).toBe('2027-01-29');
    const monthly = await made('Account', { accountName: 'Monthly', paymentTermDays: 30, paymentTermBasis: 'END_OF_MONTH' });
    const quick = await made('Account', { accountName: 'Quick', paymentTermDays: 0 });
    expect([await due({ accountId: monthly }), await due({ accountId: quick })]).toEqual(['2027-03-02', '2027-01-15']);
    expect(await due({ accountId: monthly, invoiceDate: '2028-02-01' })).toBe('2028-03-30');
    expect(await due({ accountId: monthly, paymentTermDays: 8 })).toBe('2027-01-23');
    expect(await due({ accountId: monthly, paymentTermDays: null })).toBeNull();
    expect(await due({ dueDate: '2027-12-01' })).toBe('2027-12-01');
    expect(await due({ dueDate: null })).toBeNull();
    expect(faultsOf(await tryCreate(ada, 'Invoice', document({ invoiceDate: '9999-12-31' })))).toEqual(['input.invoiceDate OUT_OF_RANGE']);
    for (const paymentTermDays of [-1, 1000])
      expect(faultsOf(await tryCreate(ada, 'Invoice', document({ paymentTermDays })))).toEqual(['input.paymentTermDays OUT_OF_RANGE']);
    expect(faultsOf(await tryUpdate(ada, 'DocumentSetting', await setting('QUOTE'), { paymentTermDays: 14 }))).toEqual([
      'input.paymentTermDays CONTRADICTION',
    ]);
  });

  test('a due date of the term moves with the invoice date and the account; one that was given stays', async () => {
    const later = await made('Account', { accountName: 'Later', paymentTermDays: 60 });
    const selection = 'dueDate paymentTermDays paymentTermBasis';
    const { id } = await create(ada, 'Invoice', document({ invoiceDate: '2027-01-15' }));
    expect(await read(ada, 'Invoice', id, selection)).toEqual({
      dueDate: '2027-01-29',
      paymentTermDays: 14,
      paymentTermBasis: 'INVOICE_DATE',
    });
    expect(await update(ada, 'Invoice', id, { invoiceDate: '2027-03-01' }, 'dueDate')).toEqual({ dueDate: '2027-03-15' });
    expect(await update(ada, 'Invoice', id, { paymentTermBasis: 'END_OF_MONTH' }, 'dueDate')).toEqual({ dueDate: '2027-04-14' });
    expect(await update(ada, 'Invoice', id, { accountId: later }, selection)).toEqual({
      dueDate: '2027-04-30',
      paymentTermDays: 60,
      paymentTermBasis: 'INVOICE_DATE',
    });
    await update(ada, 'Invoice', id, { dueDate: '2027-12-01' });
    expect(await update(ada, 'Invoice', id, { invoiceDate: '2027-04-01', paymentTermDays: 5 }, 'dueDate')).toEqual({
      dueDate: '2027-12-01',
    });
    // The term of an account is of the day of the invoice.
    await update(ada, 'Account', later, { paymentTermDays: 1 });
    expect(await read(ada, 'Invoice', id, 'paymentTermDays')).toEqual({ paymentTermDays: 5 });
  });

  test('a copy is of today, with the term of its original', async () => {
    const { id } = await create(ada, 'Invoice', document({ invoiceDate: '2026-01-15', paymentTermDays: 7 }));
    const selection = 'invoiceDate dueDate paymentTermDays';
    expect(await clone('Invoice', id, {}, selection)).toEqual({ invoiceDate: '2027-01-01', dueDate: '2027-01-08', paymentTermDays: 7 });
    expect(await clone('Invoice', id, { dueDate: '2027-02-01' }, selection)).toMatchObject({ dueDate: '2027-02-01' });
    expect(await clone('Invoice', id, { invoiceDate: '2026-02-01' }, selection)).toMatchObject({ dueDate: '2026-02-08' });
  });
});

describe('numbers with the year', () => {
  const number = async (more: object = {}) => (await create(ada, 'Invoice', document(more), 'invoiceNumber'))['invoiceNumber'] as string;
  const in2026 = { invoiceDate: '2026-12-31' };

  test('begin again each year, by the date of the document, without gaps', async () => {
    await set('INVOICE', { numberPattern: '{yyyy}-{0000}' });
    expect([await number(), await number(in2026), await number(), await number(in2026)]).toEqual([
      '2027-0001',
      '2026-0001',
      '2027-0002',
      '2026-0002',
    ]);
    await ada.send('mutation ($input: InvoiceCreateInput!) { createInvoice(input: $input, dryRun: true) { invoice { id } } }', {
      input: document(),
    });
    await tryCreate(ada, 'Invoice', document({ discount: '1000' }));
    const many = await createMany(ada, 'Invoice', [document(), document(in2026), document()], 'invoiceNumber');
    expect(many.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['2027-0003', '2026-0003', '2027-0004']);
    const both = await Promise.all(Array.from({ length: 6 }, (_, at) => number(at % 2 ? in2026 : {})));
    expect(both.sort()).toEqual(['2026-0004', '2026-0005', '2026-0006', '2027-0005', '2027-0006', '2027-0007']);
    const id = await setting('INVOICE');
    expect(await read(ada, 'DocumentSetting', id, 'numberReset nextNumber nextNumberByYear')).toEqual({
      numberReset: 'YEARLY',
      nextNumber: 8,
      nextNumberByYear: { '2026': 7, '2027': 8 },
    });
    const before = now;
    now = new Date('2028-01-01T00:00:00Z');
    expect(await number()).toBe('2028-0001');
    now = before;
    // The number of an issued invoice stays.
    const { id: invoice } = await create(ada, 'Invoice', document());
    expect(await update(ada, 'Invoice', invoice, { invoiceDate: '2026-01-01' }, 'invoiceNumber')).toEqual({ invoiceNumber: '2027-0008' });
  });

  test('go on where another system stopped, and pass over what is there', async () => {
    await set('INVOICE', { nextNumber: 145 });
    expect([await number(), await number(in2026)]).toEqual(['2027-0145', '2026-0007']);
    await set('INVOICE', { nextNumberByYear: { 2026: 9999, 2027: 1 } });
    expect([await number(in2026), await number(in2026), await number()]).toEqual(['2026-9999', '2026-10000', '2027-0009']);
    for (const wrong of [{ 26: 1 }, { 2026: 0 }, { 2026: 1.5 }, [1]])
      expect(faultsOf(await tryUpdate(ada, 'DocumentSetting', await setting('INVOICE'), { nextNumberByYear: wrong }))).toEqual([
        'input.nextNumberByYear WRONG_TYPE',
      ]);
  });

  test('are of the day of the organization where a document has no date, and go on through the years if the setting says so', async () => {
    const order = async () => (await create(ada, 'SalesOrder', document(), 'soNumber'))['soNumber'] as string;
    expect(await order()).toBe('SO-1');
    await set('SALES_ORDER', { numberPattern: 'V{yy}/{000}', nextNumber: 12 });
    expect([await order(), await order()]).toEqual(['V27/012', 'V27/013']);
    await set('SALES_ORDER', { numberReset: 'NEVER' });
    expect(await order()).toBe('V27/014');
    await set('SALES_ORDER', { numberPattern: null });
    expect(await order()).toBe('SO-15');
    await set('SALES_ORDER', { numberPattern: '{0}{yyyy}' });
    expect(await order()).toBe('142027');
  });

  test('a pattern has one counter, and the year where numbers begin again each year', async () => {
    const id = await setting('QUOTE');
    const fault = async (input: object) => faultsOf(await tryUpdate(ada, 'DocumentSetting', id, input));
    for (const numberPattern of ['{yyyy}', 'Q', '{0}{0}', '{yyyy}-{mm}-{0}', '{0000', '}{0}', '{}{0}', '{YYYY}{0}', `{${'0'.repeat(13)}}`])
      expect([numberPattern, await fault({ numberPattern })]).toEqual([numberPattern, ['input.numberPattern INVALID_FORMAT']]);
    expect(await fault({ numberPattern: `${'Q'.repeat(38)}{0}` })).toEqual(['input.numberPattern TOO_LONG']);
    expect(await fault({ numberPattern: 'Q{0}', numberReset: 'YEARLY' })).toEqual(['input.numberReset CONTRADICTION']);
    expect(await fault({ numberReset: 'YEARLY' })).toEqual(['input.numberReset CONTRADICTION']);
    expect(await fault({ numberPattern: `${'Q'.repeat(37)}{0}` })).toEqual([]);
    expect(await fault({ numberPattern: '{yyyy}{00}' })).toEqual([]);
    expect(await read(ada, 'DocumentSetting', id, 'numberReset')).toEqual({ numberReset: 'YEARLY' });
    expect(await fault({ numberPattern: 'Q{00}' })).toEqual([]);
    expect(await read(ada, 'DocumentSetting', id, 'numberReset')).toEqual({ numberReset: 'NEVER' });
  });
});

describe('lines', () => {
  const selection = 'id lineItems { nodes { id productName taxes tax } }';
  const lineOf = (made_: any) => made_.lineItems.nodes[0];
  const names = (made_: any): string[] => (lineOf(made_).taxes ?? []).map(({ name }: { name: string }) => name);

  test('keep the name that the product had', async () => {
    const productId = await made('Product', { productName: 'Chair', unitPrice: '10' });
    const order = await create(ada, 'SalesOrder', document(lines({ productId })), selection);
    await update(ada, 'Product', productId, { productName: 'Stool' });
    expect(lineOf(await read(ada, 'SalesOrder', order['id'], selection)).productName).toBe('Chair');
    const change = (input: object) => ({ lineItems: { update: [{ id: lineOf(order).id, input }] } });
    expect(lineOf(await update(ada, 'SalesOrder', order['id'], change({ productId, quantity: '2' }), selection)).productName).toBe('Chair');
    expect(lineOf(await clone('SalesOrder', order['id'], {}, selection)).productName).toBe('Stool');
    const found = await ada.ask('{ lineItems(filter: { productName: { contains: "hai" } }) { nodes { productName } } }');
    expect(found['lineItems'].nodes).toEqual([{ productName: 'Chair' }]);
    expect(lineOf(await update(ada, 'SalesOrder', order['id'], change({ productId: desk }), selection)).productName).toBe('Desk');
  });

  test('take the taxes of their product, unless they name others or none', async () => {
    const [vat, city] = [
      await made('Tax', { name: 'Btw hoog', percentage: '21' }),
      await made('Tax', { name: 'Btw laag', percentage: '9' }),
    ];
    const taxed = await made('Product', {
      productName: 'Taxed',
      unitPrice: '100',
      vendorId,
      reorderLevel: '5',
      taxes: { create: [{ taxId: vat }] },
    });
    const book = await made('Product', { productName: 'Book', unitPrice: '100', taxes: { create: [{ taxId: city }, { taxId: vat }] } });
    const exempt = await made('Product', { productName: 'Exempt', unitPrice: '100', taxable: false, taxes: { create: [{ taxId: vat }] } });
    for (const kind of ['Quote', 'SalesOrder', 'Invoice'])
      expect(names(await create(ada, kind, document(lines({ productId: taxed })), selection))).toEqual(['Btw hoog']);
    expect(names(await create(ada, 'Quote', document(lines({ productId: exempt })), selection))).toEqual([]);
    expect(names(await create(ada, 'Quote', document(lines({ productId: book, taxes: [{ taxId: city }] })), selection))).toEqual([
      'Btw laag',
    ]);
    for (const taxes of [[], null])
      expect(names(await create(ada, 'Quote', document(lines({ productId: taxed, taxes })), selection))).toEqual([]);

    const { previewTotals } = await ada.ask(
      'query ($input: PreviewTotalsInput!) { previewTotals(input: $input) { grandTotal lines { tax } } }',
      {
        input: {
          lineItems: [
            { productId: taxed, quantity: '1' },
            { productId: taxed, quantity: '1', taxes: [] },
            { productId: book, quantity: '1' },
          ],
        },
      },
    );
    expect(previewTotals).toEqual({ grandTotal: '351.00', lines: [{ tax: '21.00' }, { tax: '0.00' }, { tax: '30.00' }] });

    const quote = await create(ada, 'Quote', document(), selection);
    const more = await update(ada, 'Quote', quote['id'], { ...lines({ productId: taxed }) }, selection);
    expect(more['lineItems'].nodes.map(({ tax }: { tax: string }) => tax)).toEqual(['0.00', '21.00']);
    const change = (id: string, input: object) => update(ada, 'Quote', quote['id'], { lineItems: { update: [{ id, input }] } }, selection);
    // A line with the taxes of its product has those of another product with it; taxes that were chosen stay.
    expect(names(await change(lineOf(quote).id, { productId: book }))).toEqual(['Btw hoog', 'Btw laag']);
    await change(lineOf(quote).id, { taxes: [] });
    expect(names(await change(lineOf(quote).id, { productId: taxed }))).toEqual([]);
    expect(names(await change(lineOf(quote).id, { quantity: '3' }))).toEqual([]);
    // A copy has what its original has.
    expect((await clone('Quote', quote['id'], {}, selection)).lineItems.nodes.map(({ tax }: { tax: string }) => tax)).toEqual([
      '0.00',
      '21.00',
    ]);

    const { reorderProducts } = await ada.ask(
      'mutation ($ids: [ID!]!) { reorderProducts(ids: $ids) { purchaseOrders { poDate lineItems { nodes { taxes } } } } }',
      { ids: [taxed] },
    );
    expect(reorderProducts.purchaseOrders).toMatchObject([
      { poDate: '2027-01-01', lineItems: { nodes: [{ taxes: [{ name: 'Btw hoog' }] }] } },
    ]);
    await ada.ask('mutation ($id: ID!) { deleteTax(id: $id) { tax { id } } }', { id: city });
    expect(names(await create(ada, 'Quote', document(lines({ productId: book })), selection))).toEqual(['Btw hoog']);
  });
});

describe('company details', () => {
  const details = {
    legalName: 'Acme B.V.', street: 'Kade 1', city: 'Utrecht', state: 'Utrecht', postalCode: '3511 AB', country: 'Nederland',
    phone: '+31 30 123 45 67', email: 'info@acme.example', website: 'https://acme.example',
  }; // prettier-ignore
  const numbers = {
    vatNumber: 'nl 1234.56.789.b01',
    chamberOfCommerceNumber: '12 34 56 78',
    iban: 'nl91 abna 0417 1643 00',
    bic: 'abnanl2a',
  };
  const selection = [...Object.keys(details), ...Object.keys(numbers)].join(' ');

  test('are set by administrators and read by everybody', async () => {
    expect((await organize({ ...details, ...numbers }, selection)).errors).toBeUndefined();
    expect((await organize({ legalName: 'Mine' }, 'id', bob)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await bob.ask(`{ organization { ${selection} } }`))['organization']).toEqual({
      ...details,
      vatNumber: 'NL123456789B01',
      chamberOfCommerceNumber: '12345678',
      iban: 'NL91ABNA0417164300',
      bic: 'ABNANL2A',
    });
    const fault = async (input: object) => faultsOf(await organize(input));
    expect(await fault({ iban: 'NL91ABNA0417164301' })).toEqual(['input.iban INVALID_FORMAT']);
    expect(await fault({ iban: 'NL00' })).toEqual(['input.iban INVALID_FORMAT']);
    expect(await fault({ iban: 'DE89 3704 0044 0532 0130 00' })).toEqual([]);
    for (const bic of ['ABNA', 'ABNANL2AX']) expect(await fault({ bic })).toEqual(['input.bic INVALID_FORMAT']);
    expect(await fault({ bic: 'DEUTDEFF500', chamberOfCommerceNumber: 'HRB 12345 B' })).toEqual([]);
    expect((await ada.ask('{ organization { chamberOfCommerceNumber } }'))['organization']).toEqual({
      chamberOfCommerceNumber: 'HRB 12345 B',
    });
    expect(await fault({ iban: null, bic: null, vatNumber: null })).toEqual([]);
  });

  test.each(['Account', 'Vendor'])('%s: a VAT number has the form of its country in the EU; others are kept', async (module) => {
    const name = { [`${module.toLowerCase()}Name`]: 'Numbered' };
    const kept = async (vatNumber: string) =>
      (await create(ada, module, { ...name, vatNumber }, 'vatNumber'))['vatNumber'] as string | null;
    const pairs: [string, string | null][] = [
      ['de 123 456 789', 'DE123456789'], ['NL-123456789-B01', 'NL123456789B01'], ['BE 0123.456.789', 'BE0123456789'], ['IE1234567FA', 'IE1234567FA'],
      ['ESB12345678', 'ESB12345678'], ['che-123.456.789 mwst', 'CHE-123456789MWST'], ['12345', '12345'], ['', null], [' . ', null],
      ['GR123456789', 'EL123456789'], ['gr 123.456.789', 'EL123456789'], ['EL-123456789', 'EL123456789'],
    ]; // prettier-ignore
    for (const [given, stored] of pairs) expect([given, await kept(given)]).toEqual([given, stored]);
    for (const vatNumber of ['NL123456789', 'NL12345678B01', 'DE12345678', 'DE', 'BE2123456789', 'GR12345678', 'GR'])
      expect([vatNumber, faultsOf(await tryCreate(ada, module, { ...name, vatNumber }))]).toEqual([
        vatNumber,
        ['input.vatNumber INVALID_FORMAT'],
      ]);
  });
});

test('codes keep their zeros, people how they unsubscribed, commissions and duties their currency', async () => {
  expect(await create(ada, 'Account', { accountName: 'Farm', sicCode: '0179' }, 'sicCode')).toEqual({ sicCode: '0179' });
  expect(faultsOf(await tryCreate(ada, 'Account', { accountName: 'Farm', sicCode: '01791234567' }))).toEqual(['input.sicCode TOO_LONG']);
  const left = { unsubscribedMode: 'UNSUBSCRIBE_LINK', unsubscribedAt: '2026-12-01T10:00:00.000Z' };
  expect(await create(ada, 'Contact', { lastName: 'Gone', ...left }, 'unsubscribedMode unsubscribedAt')).toEqual(left);
  expect(faultsOf(await tryCreate(ada, 'Contact', { lastName: 'Gone', unsubscribedMode: 'LETTER' }))).toEqual([
    'input.unsubscribedMode UNKNOWN_PICKLIST_VALUE',
  ]);
  const amounts = { salesCommission: '11', exciseDuty: '2.2', currency: 'USD', exchangeRate: '1.1' };
  const selection = 'salesCommission exciseDuty salesCommissionInBaseCurrency exciseDutyInBaseCurrency';
  const expected = {
    salesCommission: '11.00',
    exciseDuty: '2.20',
    salesCommissionInBaseCurrency: '10.00',
    exciseDutyInBaseCurrency: '2.00',
  };
  for (const kind of ['SalesOrder', 'Invoice']) {
    const found = await create(ada, kind, document(amounts), selection);
    expect([kind, Object.fromEntries(Object.entries(found).map(([name, value]) => [name, Number(value)]))]).toEqual([
      kind,
      Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, Number(value)])),
    ]);
  }
  expect(faultsOf(await tryCreate(ada, 'Invoice', document({ salesCommission: '0.005' })))).toEqual([
    'input.salesCommission TOO_MANY_DECIMALS',
  ]);
});
