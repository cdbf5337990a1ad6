import { currencyDecimals } from '../../../server/core/currency-decimals.js';
import { wireId } from '../../../server/core/ids.js';
import { standardPicklists } from '../../../server/core/picklist.js';
import type { Field, Module, Registry } from '../../../server/core/registry.js';
import { characters } from '../../../server/core/text.js';
import type { Company, Person, Workspace } from '../../support/workspace.js';
import { createRandom, type Random } from '../../support/random.js';
import { optionalTexts, texts } from './texts.js';

interface Amounts {
  /** The one without and the one with fields of their own. */
  readonly by: readonly [Person, Person];
  readonly accounts: number;
  readonly contacts: number;
  readonly deals: number;
}

type Inputs = Record<string, unknown>[];

/** Makes the records through the API, some of them changed afterwards. */
export async function fill(
  crm: Workspace,
  random: Random,
  company: Company,
  { by: [plain, custom], accounts, contacts, deals }: Amounts,
): Promise<void> {
  const { registry } = crm.app.model;
  const owners = Object.values(company.people).map(({ userId }) => wireId(registry.module('User'), userId));
  const pipelines = await stagesByPipeline(plain);
  const times = (count: number, make: () => Record<string, unknown>): Inputs => Array.from({ length: count }, make);

  const campaignIds: string[] = [];
  for (let wave = 0; wave < 3; wave++) {
    const inputs = times(6, () => campaign(random, registry.module('Campaign'), owners, campaignIds));
    campaignIds.push(...(await create(plain, 'Campaign', 'Campaigns', inputs)));
  }
  const vendorIds = await create(
    plain,
    'Vendor',
    'Vendors',
    times(10, () => vendor(random, registry.module('Vendor'), owners)),
  );
  const products = times(deals / 5, () => product(random, registry.module('Product'), owners, vendorIds));
  // Documents need one that is sold, whatever chance says.
  const productIds = await create(plain, 'Product', 'Products', [{ ...products[0], productActive: true }, ...products.slice(1)]);

  // In waves, so that trees have some depth; half of them by somebody whose schema has the organisation's own fields.
  const accountIds: string[] = [];
  for (const person of [plain, custom, custom, plain]) {
    const inputs = times(accounts / 4, () => ({
      ...account(random, registry.module('Account'), owners, accountIds),
      ...(person === custom && customValues(random)),
    }));
    accountIds.push(...(await create(person, 'Account', 'Accounts', inputs)));
  }
  const contactIds: string[] = [];
  for (let wave = 0; wave < 4; wave++) {
    const inputs = times(contacts / 4, () => ({
      ...contact(random, registry.module('Contact'), owners, accountIds, contactIds),
      vendorId: reference(random, vendorIds, 0.2),
    }));
    contactIds.push(...(await create(plain, 'Contact', 'Contacts', inputs)));
  }
  const dealIds = await create(
    plain,
    'Deal',
    'Deals',
    times(deals, () => ({
      ...deal(random, owners, accountIds, contactIds, pipelines),
      campaignSourceId: reference(random, campaignIds, 0.4),
    })),
  );

  const leadIds = await create(
    plain,
    'Lead',
    'Leads',
    times(deals / 3, () => ({ ...lead(random, registry.module('Lead'), owners), campaignSourceId: reference(random, campaignIds, 0.4) })),
  );
  const pairs = random
    .some(dealIds, 0.4)
    .flatMap((dealId) =>
      random.some(contactIds.slice(0, 20), 0.1).map((contactId) => ({ dealId, contactId, role: key(random, 'ContactRole') })),
    );
  await create(plain, 'DealContactRole', 'DealContactRoles', pairs);
  const members = campaignIds.flatMap((campaignId) => [
    ...random.some(leadIds.slice(0, 30), 0.3).map((personId) => ({ campaignId, personId })),
    ...random.some(contactIds.slice(0, 30), 0.2).map((personId) => ({ campaignId, personId })),
  ]);
  const joined = members.map((member) => ({ ...member, memberStatus: key(random, 'CampaignMemberStatus') ?? 'RESPONDED' }));
  await create(plain, 'CampaignMember', 'CampaignMembers', joined);

  await sell(plain, random, registry, { owners, productIds, vendorIds, accountIds, contactIds, dealIds, leadIds });

  const changedDeals = random
    .some(dealIds, 0.3)
    .map((id) => ({ id, input: { ...random.pick(pipelines)(), amount: amountIn(random, null), nextStep: random.pick(optionalTexts) } }));
  await update(plain, 'Deal', 'Deals', changedDeals);
  await update(
    custom,
    'Deal',
    'Deals',
    changedDeals.slice(0, changedDeals.length / 2).map(({ id }) => ({ id, input: { closingDate: random.pick(dates) } })),
  );
  await update(
    custom,
    'Account',
    'Accounts',
    random.some(accountIds, 0.2).map((id) => ({ id, input: { rating: random.pick([null, 'ACTIVE']), ...customValues(random) } })),
  );
}

interface Owned {
  readonly id: string;
  readonly accountId?: string | null;
  readonly vendorId?: string | null;
}

interface Sold {
  readonly owners: readonly string[];
  readonly productIds: readonly string[];
  readonly vendorIds: readonly string[];
  readonly accountIds: readonly string[];
  readonly contactIds: readonly string[];
  readonly dealIds: readonly string[];
  readonly leadIds: readonly string[];
}

/** Taxes, price books, links, documents in every currency, and what they do to the stock. */
async function sell(person: Person, random: Random, registry: Registry, ids: Sold): Promise<void> {
  const taxIds = await create(person, 'Tax', 'Taxes', [
    { name: 'High', percentage: '21' },
    { name: 'Low', percentage: '9.5', place: 7 },
    { name: 'City', percentage: '1', compound: true, place: 7 },
  ]);
  const pick = (of: readonly string[], probability: number) => reference(random, of, probability);
  const some = <T>(of: readonly T[], probability: number): T[] => random.some(of, probability);
  const taxed = some(ids.productIds, 0.3).map((productId) => ({ productId, taxId: random.pick(taxIds) }));
  await create(person, 'ProductTax', 'ProductTaxes', taxed);
  const books = [0, 1, 2, 3].map((n) => ({
    priceBookName: random.pick(texts.filter((text) => text.trim() !== '' && text.length < 40)),
    ownerId: random.pick(ids.owners),
    pricingModel: n % 2 === 0 ? 'FLAT' : 'DIFFERENTIAL',
    rangeBasis: n > 1 ? 'AMOUNT' : 'QUANTITY',
    pricingDetails: {
      create: [1, 11, 21].map((from) => ({ fromRange: `${from}`, toRange: `${from + 9}.5`, discount: random.pick(['0', '5', '12.5']) })),
    },
    listPrices: {
      create: some(ids.productIds, 0.4).map((productId) => ({ productId, listPrice: random.pick(['0', '9.99', '1000', '0.005']) })),
    },
  }));
  await create(person, 'PriceBook', 'PriceBooks', books);
  const links = [
    ...[ids.leadIds, ids.accountIds, ids.contactIds, ids.dealIds].flatMap((of) => some(of.slice(0, 20), 0.4)),
    ...some(ids.vendorIds, 0.4),
  ].map((recordId) => ({ recordId, productId: random.pick(ids.productIds), description: random.pick(optionalTexts) }));
  await create(person, 'ProductLink', 'ProductLinks', links);

  // What has no price needs one on its line; a product that is not sold any more is on none.
  const { products } = await person.ask<{ products: { nodes: { id: string; taxable: boolean; taxes: { totalCount: number } }[] } }>(
    '{ products(first: 500, filter: { productActive: { eq: true } }) { nodes { id taxable taxes { totalCount } } } }',
  );
  const line = (): Record<string, unknown> => {
    const product = random.pick(products.nodes);
    return {
      productId: product.id,
      productDescription: random.pick(optionalTexts),
      quantity: random.pick(['1', '2', '2', '0.5', '12', '1000.125']),
      listPrice: random.pick(['0', '1', '9.99', '19.995', '123456.78']),
      ...(random.chance(0.3) && { discountPercent: random.pick(['0', '5', '33.333', '100']) }),
      ...(product.taxable && product.taxes.totalCount === 0 && random.chance(0.4) && { taxes: [{ taxId: random.pick(taxIds) }] }),
    };
  };
  // A document is about records of its own account or vendor.
  const { contacts, deals } = await person.ask<Record<'contacts' | 'deals', { nodes: Owned[] }>>(
    '{ contacts(first: 500) { nodes { id accountId vendorId } } deals(first: 500) { nodes { id accountId } } }',
  );
  const ofCompany = (records: { nodes: Owned[] }, key: 'accountId' | 'vendorId', company: string): string[] =>
    records.nodes.filter((one) => one[key] == null || one[key] === company).map(({ id }) => id);
  const document = (name: string): Record<string, unknown> => {
    const module = registry.module(name);
    const has = (field: string): boolean => module.fields.has(field);
    const [first, second] = period(random);
    const key = has('account') ? 'accountId' : 'vendorId';
    const company = random.pick(has('account') ? ids.accountIds.slice(0, 30) : ids.vendorIds);
    return {
      ...optional(random, module),
      subject: random.pick(texts.filter((text) => text.trim() !== '')),
      ownerId: random.pick(ids.owners),
      contactId: pick(ofCompany(contacts, key, company), 0.5),
      [key]: company,
      ...(has('deal') && { dealId: pick(ofCompany(deals, 'accountId', company), 0.5) }),
      ...(has('validTill') && { validTill: second }),
      ...(has('poDate') && { poDate: first, dueDate: second }),
      ...(has('invoiceDate') && { invoiceDate: first, dueDate: second }),
      ...(has('status') && { status: random.pick(['CREATED', 'APPROVED', 'DELIVERED', 'DELIVERED', 'CANCELLED']) }),
      ...(random.chance(0.3) && { discountPercent: random.pick(['0', '2.5', '10']) }),
      ...(random.chance(0.3) && { taxes: [{ taxId: random.pick(taxIds) }] }),
      ...withAmounts(random, ['adjustment'], ['0', '-0.01', '5', null, null]),
      lineItems: { create: Array.from({ length: random.pick([1, 1, 2, 3]) }, line) },
    };
  };
  for (const [one, many] of [
    ['Quote', 'Quotes'],
    ['SalesOrder', 'SalesOrders'],
    ['PurchaseOrder', 'PurchaseOrders'],
    ['Invoice', 'Invoices'],
  ] as const)
    await create(
      person,
      one,
      many,
      Array.from({ length: 25 }, () => document(one)),
    );
  await create(
    person,
    'StockAdjustment',
    'StockAdjustments',
    some(ids.productIds, 0.3).map((productId) => ({ productId, quantity: random.pick(['1', '-5', '12.5', '1000']), reason: 'Counted' })),
  );
}

async function create(person: Person, one: string, many: string, inputs: Inputs): Promise<string[]> {
  const key = one[0]!.toLowerCase() + one.slice(1);
  const data = await person.ask<Record<string, { results: Record<string, { id: string }>[] }>>(
    `mutation ($inputs: [${one}CreateInput!]!) { create${many}(inputs: $inputs) { results { ${key} { id } } } }`,
    { inputs },
  );
  return data[`create${many}`]!.results.map((result) => result[key]!.id);
}

const update = (person: Person, one: string, many: string, items: Inputs): Promise<unknown> =>
  person.ask(`mutation ($items: [${one}UpdateItem!]!) { update${many}(items: $items) { succeeded } }`, { items });

interface Place {
  readonly pipelineId: string;
  readonly stage: string;
  readonly reasonForLoss?: string | null;
}

/** For each pipeline with stages a way to stand in one of them. */
async function stagesByPipeline(person: Person): Promise<(() => Place)[]> {
  const { pipelines } = await person.ask<{
    pipelines: { nodes: { id: string; stages: { nodes: { key: string; category: string }[] } }[] };
  }>('{ pipelines { nodes { id stages { nodes { key category } } } } }');
  const random = createRandom(pipelines.nodes.length);
  return pipelines.nodes
    .filter(({ stages }) => stages.nodes.length > 0)
    .map(({ id, stages }) => () => {
      const { key: stage, category } = random.pick(stages.nodes);
      // Only a lost deal has a reason for it.
      // A closed deal has the probability of its stage.
      const probability = category === 'OPEN' && random.chance(0.4) ? { probability: random.pick([0, 1, 50, 100, null]) } : {};
      return { pipelineId: id, stage, ...probability, ...(category === 'LOST' && { reasonForLoss: key(random, 'ReasonForLoss') }) };
    });
}

const amounts = [
  '0',
  '0.00',
  '-5.25',
  '-0.004',
  '0.005',
  '1',
  '10',
  '10',
  '1000.50',
  '1000.5',
  '1000.50',
  '123456789.125',
  '99999999999.99',
  '9999999999999999.99',
  '-9999999999999999',
  null,
  null,
];
/** An amount that a currency can hold. What names none may take that of its account, and has whole amounts. */
function amountIn(random: Random, currency: string | null, from: readonly (string | null)[] = amounts): string | null {
  const most = currency ? currencyDecimals(currency) : 0;
  return random.pick(from.filter((amount) => (amount?.split('.')[1] ?? '').replace(/0+$/, '').length <= most));
}

/** A currency, and amounts in it. */
function withAmounts(random: Random, names: readonly string[], from?: readonly (string | null)[]): Record<string, unknown> {
  const currency: { readonly currency?: string } = random.pick(currencies);
  return { ...currency, ...Object.fromEntries(names.map((name) => [name, amountIn(random, currency.currency ?? null, from)])) };
}

/** One text for each number: which of two spellings a minimum shows is nobody's promise. */
const currencies = [
  {},
  {},
  { currency: 'EUR' },
  { currency: 'USD', exchangeRate: '1.1' },
  { currency: 'USD', exchangeRate: '1.25' },
  { currency: 'JPY', exchangeRate: '160.5' },
  { currency: 'KWD', exchangeRate: '0.33' },
  { currency: 'GBP', exchangeRate: '0.0001234' },
];
const dates = [
  '0001-01-01',
  '1899-12-31',
  '1900-02-28',
  '1970-01-01',
  '2000-02-29',
  '2024-02-29',
  '2026-11-23',
  '2026-11-23',
  '2026-11-24',
  '2026-11-25',
  '2026-10-31',
  '2026-12-31',
  '2026-02-01',
  '2027-01-31',
  '9999-12-31',
];
/** As they are stored: of the EU, of another country, without one. */
const vatNumbers = ['NL123456789B01', 'DE123456789', 'CHE-123456789MWST', '12345', '', null, null];
const integers = [0, 1, 1, 2, 7, 10, 10, 250, 65_536, 2_147_483_647, null, null, null];
const phones = ['+31 20 123', '0800', '(020) 1', '1%', '_1', '😀1', '', null, null];
const emails = [
  'ada@example.com',
  'Ada@Example.com',
  'ada@example.org',
  'ŁÓDŹ@example.com',
  'a_b@example.com',
  'a%b@example.com',
  "o'x@example.com",
  '',
  null,
  null,
];
const websites = ['https://example.com', 'HTTPS://EXAMPLE.COM', 'example.com/ü?q=%20', 'http://例え.jp', '', null, null];

function account(random: Random, module: Module, owners: readonly string[], parents: readonly string[]): Record<string, unknown> {
  return {
    ...optional(random, module),
    accountName: random.pick(texts.filter((text) => text.trim() !== '')),
    ownerId: random.pick(owners),
    parentAccountId: reference(random, parents, 0.5),
    ...withAmounts(random, ['annualRevenue']),
  };
}

function contact(
  random: Random,
  module: Module,
  owners: readonly string[],
  accounts: readonly string[],
  superiors: readonly string[],
): Record<string, unknown> {
  return {
    ...optional(random, module),
    lastName: random.pick(texts.filter((text) => text.trim() !== '')),
    ownerId: random.pick(owners),
    accountId: reference(random, accounts, 0.8),
    reportingToId: reference(random, superiors, 0.5),
    dateOfBirth: random.pick([...dates.filter((date) => date < '2026-01-01'), null, null, null]),
    emailOptOut: random.chance(0.3),
  };
}

function lead(random: Random, module: Module, owners: readonly string[]): Record<string, unknown> {
  return {
    ...optional(random, module),
    lastName: random.pick(texts.filter((text) => text.trim() !== '')),
    company: random.pick(texts.filter((text) => text.trim() !== '')),
    ownerId: random.pick(owners),
    ...withAmounts(random, ['annualRevenue']),
    emailOptOut: random.chance(0.3),
    unsubscribedAt: random.pick(['2026-11-23T10:00:00.12+02:00', '1970-01-01T00:00:00Z', null, null]),
  };
}

function campaign(random: Random, module: Module, owners: readonly string[], parents: readonly string[]): Record<string, unknown> {
  const [startDate, endDate] = period(random);
  return {
    ...optional(random, module),
    campaignName: random.pick(texts.filter((text) => text.trim() !== '')),
    ownerId: random.pick(owners),
    parentCampaignId: reference(random, parents, 0.5),
    expectedResponse: random.pick([0, 1, 50, 100, null]),
    startDate,
    endDate,
    ...withAmounts(random, ['expectedRevenue', 'budgetedCost', 'actualCost']),
  };
}

const vendor = (random: Random, module: Module, owners: readonly string[]): Record<string, unknown> => ({
  ...optional(random, module),
  vendorName: random.pick(texts.filter((text) => text.trim() !== '')),
  ownerId: random.pick(owners),
  emailOptOut: random.chance(0.3),
});

let codes = 0;

function product(random: Random, module: Module, owners: readonly string[], vendors: readonly string[]): Record<string, unknown> {
  const [salesStartDate, salesEndDate] = period(random);
  const [supportStartDate, supportExpiryDate] = period(random);
  return {
    ...optional(random, module),
    productName: random.pick(texts.filter((text) => text.trim() !== '')),
    // No two products share one.
    productCode: random.chance(0.6) ? `P-${++codes}` : null,
    ownerId: random.pick(owners),
    handlerId: reference(random, owners, 0.5),
    vendorId: reference(random, vendors, 0.7),
    productActive: random.chance(0.8),
    taxable: random.chance(0.8),
    ...{ salesStartDate, salesEndDate, supportStartDate, supportExpiryDate },
    unitPrice: random.pick(amounts.filter((amount) => Number(amount) >= 0 && Number(amount) <= 1e15)),
    commissionRate: random.pick(amounts),
    reorderLevel: random.pick(['0.5', '1', '10', '1000000.125', null, null]),
    reorderQuantity: random.pick(['0.25', '5', '2000000', null]),
    ...random.pick(currencies),
  };
}

/** A first and a last day, or one of them, or none. */
function period(random: Random): (string | null)[] {
  const [from, to] = [random.pick(dates), random.pick(dates)].sort();
  return [random.chance(0.7) ? from! : null, random.chance(0.7) ? to! : null];
}

function deal(
  random: Random,
  owners: readonly string[],
  accounts: readonly string[],
  contacts: readonly string[],
  pipelines: readonly (() => object)[],
): Record<string, unknown> {
  return {
    dealName: random.pick(texts.filter((text) => text.trim() !== '')),
    ownerId: random.pick(owners),
    accountId: reference(random, accounts, 0.8),
    contactId: reference(random, contacts, 0.7),
    ...withAmounts(random, ['amount']),
    closingDate: random.pick(dates),
    ...random.pick(pipelines)(),
    type: random.pick(['EXISTING_BUSINESS', 'NEW_BUSINESS', null]),
    leadSource: key(random, 'LeadSource'),
    nextStep: random.pick(optionalTexts),
    description: random.pick(optionalTexts),
  };
}

const customValues = (random: Random): Record<string, unknown> => ({
  loyaltyTier_c: random.pick(optionalTexts),
  visits_c: random.pick([-1000, -1, 0, 1, 1, 999, null, null]),
  discount_c: random.pick(['0', '0.5', '-12.25', '1000000.125', null, null]),
  isPartner_c: random.pick([true, false, null]),
  foundedOn_c: random.pick([...dates, null]),
  auditedAt_c: random.pick([
    '0001-01-01T00:00:00Z',
    '2026-11-23T10:00:00.120Z',
    '2026-11-23T10:00:00.12+02:00',
    '9999-12-31T23:59:59.999Z',
    null,
  ]),
  campaign_c: key(random, 'LeadSource'),
});

let externals = 0;
/** No two records share one. */
const externalKeys = (): Record<string, string> => ({
  erp: `E-${++externals}`,
  ...(externals % 3 === 0 && { old_crm: `"${externals}\\é` }),
});

/** Whether a field takes a value. */
const fits = ({ max, range }: Field, value: string | number | null): boolean =>
  typeof value === 'string' ? !max || characters(value) <= max : value === null || !range || (value >= range[0] && value <= range[1]);

/** A value, or none, for every field of plain kind that no create input needs. */
function optional(random: Random, module: Module): Record<string, unknown> {
  const inputs: Record<string, unknown> = {};
  for (const field of module.fields.values()) {
    if (!field.writable || field.required || field.custom) continue;
    if (field.format) inputs[field.name] = random.pick(vatNumbers);
    else if (field.kind === 'text' || field.kind === 'textarea')
      inputs[field.name] = random.pick(optionalTexts.filter((text) => fits(field, text)));
    if (field.kind === 'phone') inputs[field.name] = random.pick(phones);
    if (field.kind === 'email') inputs[field.name] = random.pick(emails);
    if (field.kind === 'url') inputs[field.name] = random.pick(websites);
    if (field.kind === 'integer') inputs[field.name] = random.pick(integers.filter((number) => fits(field, number)));
    if (field.kind === 'externalIds' && random.chance(0.4)) inputs[field.name] = externalKeys();
    if (field.kind === 'picklist') inputs[field.name] = key(random, field.picklist!.name);
  }
  return inputs;
}

const reference = (random: Random, ids: readonly string[], probability: number): string | null =>
  ids.length > 0 && random.chance(probability) ? random.pick(ids.slice(0, 60)) : null;

/** A standard value of a picklist: few of them often, so that groups have some size. */
function key(random: Random, picklist: string): string | null {
  const { values } = standardPicklists().find(({ name }) => name === picklist)!;
  return random.chance(0.25) ? null : random.pick(random.chance(0.6) ? values.slice(0, 4) : values).key;
}
