import { randomBytes } from 'node:crypto';
import { parse } from 'graphql';
import type { App } from '../app.js';
import { fullAccess } from '../core/access.js';
import { standardCalendar } from '../core/calendar.js';
import type { RequestContext, Viewer } from '../core/context.js';
import { executeOperation } from '../core/execute.js';
import { SOURCE_LANGUAGE } from '../core/messages.js';
import { createOrganization, type CreatedOrganization } from '../workflows/create-organization.js';
import {
  demoAccounts,
  demoCampaignMembers,
  demoCampaigns,
  demoCompany,
  demoContactRoles,
  demoContacts,
  demoCurrencies,
  demoDeals,
  demoDocuments,
  demoLeads,
  demoPipelines,
  demoPriceBook,
  demoProducts,
  demoPurchases,
  demoRoles,
  demoStock,
  demoUsers,
  demoVendors,
} from './demo-content.js';
import { demoEmail, type DemoSignIn } from './demo-sign-in.js';

/**
 * Makes the demo organisation, through the same mutations that anyone would use.
 *
 * @returns the sign-in of its administrator; the password is made for this installation and kept nowhere in the database
 */
export async function seedDemo(app: App): Promise<DemoSignIn> {
  const password = randomBytes(9).toString('base64url');
  const emailOf = new Map(demoUsers.map(({ key, email }) => [key, email]));
  const orm = await app.systemOrm();
  const created = await createOrganization(orm.em.fork(), {
    name: 'Lantern (demo)',
    baseCurrency: 'EUR',
    paymentTermDays: 30,
    currencies: demoCurrencies.map(({ currency, exchangeRate }) => ({ isoCode: currency, rate: exchangeRate })),
    roles: demoRoles,
    users: demoUsers.map(({ firstName, lastName, email, managerKey, role }) => ({
      firstName,
      lastName,
      email,
      password,
      role,
      ...(managerKey && { managerEmail: emailOf.get(managerKey)! }),
    })),
    pipelines: demoPipelines,
  });
  const run = operationRunner(app, created, demoEmail);
  await introduce(run);
  await fill(creating(run), created, emailOf);
  return { email: demoEmail, password };
}

type Run = (text: string, variables?: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** Runs operations as one of the users. */
function operationRunner(app: App, created: CreatedOrganization, email: string): Run {
  const viewer: Viewer = {
    org: created.org,
    userId: created.users.get(email)!,
    baseCurrency: 'EUR',
    isAdministrator: true,
    credential: { kind: 'SESSION', id: created.org, isReadOnly: false, expiresAt: null },
    calendar: standardCalendar,
    organizationTimeZone: standardCalendar.timeZone,
    nameFormat: 'SALUTATION_FIRST_LAST',
    language: SOURCE_LANGUAGE,
    access: fullAccess,
    uniqueFields: new Map(),
    values: {},
  };
  const context: RequestContext = {
    requestId: 'demo',
    services: app.services,
    model: app.model,
    viewer,
    address: '',
    userAgent: '',
    language: 'en',
    idempotencyKey: null,
    now: new Date(),
    maxCost: Number.MAX_SAFE_INTEGER,
    hasOpenSchema: false,
    metrics: { statementCount: 0 },
    reportFault: (error) => {
      throw error;
    },
    parseDocument: parse,
  };
  return async (text, variables = {}) => {
    const { data, errors } = await executeOperation(context, parse(text), null, variables);
    if (errors) throw new Error(`The demo organisation could not be made: ${JSON.stringify(errors)}`);
    return data;
  };
}

type Create = (mutation: string, record: string, inputs: readonly object[]) => Promise<string[]>;

/** Creates records, many in a call. */
function creating(run: Run): Create {
  return async (mutation, record, inputs) => {
    const type = `${record[0]!.toUpperCase()}${record.slice(1)}CreateInput`;
    const text = `mutation ($inputs: [${type}!]!) { ${mutation}(inputs: $inputs) { results { ${record} { id } } } }`;
    const data = (await run(text, { inputs })) as Record<string, { results: Record<string, { id: string }>[] }>;
    return data[mutation]!.results.map((result) => result[record]!.id);
  };
}

/** Sets the company details. */
async function introduce(run: Run): Promise<void> {
  await run('mutation ($input: OrganizationUpdateInput!) { updateOrganization(input: $input) { organization { id } } }', {
    input: demoCompany,
  });
}

async function fill(create: Create, { users, pipelines }: CreatedOrganization, emailOf: ReadonlyMap<string, string>): Promise<void> {
  const owner = (key: string) => `user_${users.get(emailOf.get(key)!)!}`;
  const accounts = new Map<string, string>();
  await inLevels(
    demoAccounts,
    accounts,
    (account) => account.parentKey,
    async (level) =>
      create(
        'createAccounts',
        'account',
        level.map(({ key: _, ownerKey, parentKey, ...fields }) => ({
          ...fields,
          ownerId: owner(ownerKey),
          ...(parentKey && { parentAccountId: accounts.get(parentKey) }),
        })),
      ),
  );
  const contacts = new Map<string, string>();
  await inLevels(
    demoContacts,
    contacts,
    (contact) => contact.reportingToKey,
    async (level) =>
      create(
        'createContacts',
        'contact',
        level.map(({ key: _, ownerKey, accountKey, reportingToKey, ...fields }) => ({
          ...fields,
          ownerId: owner(ownerKey),
          ...(accountKey && { accountId: accounts.get(accountKey) }),
          ...(reportingToKey && { reportingToId: contacts.get(reportingToKey) }),
        })),
      ),
  );
  const campaigns = new Map<string, string>();
  await inLevels(
    demoCampaigns,
    campaigns,
    (campaign) => campaign.parentKey,
    async (level) =>
      create(
        'createCampaigns',
        'campaign',
        level.map(({ key: _, ownerKey, parentKey, startsInDays, endsInDays, dealKeys: __, ...fields }) => ({
          ...fields,
          ownerId: owner(ownerKey),
          startDate: dayIn(startsInDays),
          endDate: dayIn(endsInDays),
          ...(parentKey && { parentCampaignId: campaigns.get(parentKey) }),
        })),
      ),
  );
  const campaignOf = new Map(demoCampaigns.flatMap(({ key, dealKeys = [] }) => dealKeys.map((deal) => [deal, campaigns.get(key)!])));
  const dealIds = await create(
    'createDeals',
    'deal',
    demoDeals.map(({ key, ownerKey, accountKey, contactKey, pipelineKey, stageKey, closingInDays, ...fields }) => ({
      ...fields,
      ownerId: owner(ownerKey),
      stage: stageKey,
      pipelineId: `pipeline_${pipelines.get(pipelineKey)!}`,
      closingDate: dayIn(closingInDays),
      ...(accountKey && { accountId: accounts.get(accountKey) }),
      ...(contactKey && { contactId: contacts.get(contactKey) }),
      ...(campaignOf.has(key) && { campaignSourceId: campaignOf.get(key) }),
    })),
  );
  const deals = new Map(demoDeals.map(({ key }, index) => [key, dealIds[index]!]));
  await create(
    'createDealContactRoles',
    'dealContactRole',
    demoContactRoles.map(({ dealKey, contactKey, role }) => ({ dealId: deals.get(dealKey), contactId: contacts.get(contactKey), role })),
  );
  const leadIds = await create(
    'createLeads',
    'lead',
    demoLeads.map(({ key: _, ownerKey, ...fields }) => ({ ...fields, ownerId: owner(ownerKey) })),
  );
  const leads = new Map(demoLeads.map(({ key }, index) => [key, leadIds[index]!]));
  await create(
    'createCampaignMembers',
    'campaignMember',
    demoCampaignMembers.map(({ campaignKey, leadKey, contactKey, memberStatus }) => ({
      campaignId: campaigns.get(campaignKey),
      personId: leadKey ? leads.get(leadKey) : contacts.get(contactKey!),
      memberStatus,
    })),
  );

  const vendorIds = await create(
    'createVendors',
    'vendor',
    demoVendors.map(({ key: _, ownerKey, ...fields }) => ({ ...fields, ownerId: owner(ownerKey) })),
  );
  const vendors = new Map(demoVendors.map(({ key }, index) => [key, vendorIds[index]!]));
  const productIds = await create(
    'createProducts',
    'product',
    demoProducts.map(({ key: _, ownerKey, vendorKey, ...fields }) => ({
      ...fields,
      ownerId: owner(ownerKey),
      ...(vendorKey && { vendorId: vendors.get(vendorKey) }),
    })),
  );
  const products = new Map(demoProducts.map(({ key }, index) => [key, productIds[index]!]));
  await sell(create, { owner, accounts, contacts, deals, vendors, products });
}

interface Made {
  readonly owner: (key: string) => string;
  readonly accounts: ReadonlyMap<string, string>;
  readonly contacts: ReadonlyMap<string, string>;
  readonly deals: ReadonlyMap<string, string>;
  readonly vendors: ReadonlyMap<string, string>;
  readonly products: ReadonlyMap<string, string>;
}

/** What is in stock, quotes with the orders and invoices that follow them, and what is ordered from vendors. */
async function sell(create: Create, { owner, accounts, contacts, deals, vendors, products }: Made): Promise<void> {
  const { ranges, prices, ...book } = demoPriceBook;
  const listed = Object.entries(prices).map(([key, listPrice]) => ({ productId: products.get(key), listPrice }));
  const [priceBookId] = await create('createPriceBooks', 'priceBook', [
    { ...book, ownerId: owner('chief'), pricingDetails: { create: ranges }, listPrices: { create: listed } },
  ]);
  const reason = 'Counted when the books were opened';
  const counted = demoStock.map(([key, quantity]) => ({ productId: products.get(key), quantity, reason }));
  await create('createStockAdjustments', 'stockAdjustment', counted);
  await create(
    'createPurchaseOrders',
    'purchaseOrder',
    demoPurchases.map(({ vendorKey, lines, ...fields }) => ({
      ...fields,
      ownerId: owner('chief'),
      vendorId: vendors.get(vendorKey),
      lineItems: { create: lines.map(([key, quantity, listPrice]) => ({ productId: products.get(key), quantity, listPrice })) },
    })),
  );
  const documents = demoDocuments.map(({ dealKey, subject, lines, isPriced, discountPercent, ...more }) => {
    const { ownerKey, accountKey, contactKey, currency } = demoDeals.find(({ key }) => key === dealKey)!;
    const isInBook = (key: string): boolean => (isPriced ?? false) && key in prices;
    const fields = {
      subject,
      ownerId: owner(ownerKey),
      dealId: deals.get(dealKey),
      accountId: accounts.get(accountKey!),
      ...(contactKey && { contactId: contacts.get(contactKey) }),
      ...(currency && { currency }),
      ...(discountPercent && { discountPercent }),
      lineItems: {
        create: lines.map(([key, quantity]) => ({ productId: products.get(key), quantity, ...(isInBook(key) && { priceBookId }) })),
      },
    };
    return { fields, ...more };
  });
  const quoteIds = await create(
    'createQuotes',
    'quote',
    documents.map(({ fields, order }) => ({ ...fields, quoteStage: order ? 'CLOSED_WON' : 'NEGOTIATION', validTill: dayIn(30) })),
  );
  const ordered = documents.flatMap(({ fields, order, invoicedInDays }, index) =>
    order ? [{ fields, order, invoicedInDays, quoteId: quoteIds[index] }] : [],
  );
  const orderIds = await create(
    'createSalesOrders',
    'salesOrder',
    ordered.map(({ fields, order, quoteId }) => ({ ...fields, quoteId, status: order })),
  );
  await create(
    'createInvoices',
    'invoice',
    ordered.flatMap(({ fields, quoteId, invoicedInDays }, index) =>
      invoicedInDays === undefined ? [] : [{ ...fields, quoteId, salesOrderId: orderIds[index], invoiceDate: dayIn(invoicedInDays) }],
    ),
  );
}

/** The day so many days from today. */
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Makes those first that others refer to. */
async function inLevels<T extends { readonly key: string }>(
  items: readonly T[],
  ids: Map<string, string>,
  parentOf: (item: T) => string | undefined,
  make: (level: readonly T[]) => Promise<string[]>,
): Promise<void> {
  let rest = items;
  while (rest.length > 0) {
    const level = rest.filter((item) => !parentOf(item) || ids.has(parentOf(item)!));
    if (level.length === 0) throw new Error(`The demo content refers in a circle or to nothing: ${rest.map(({ key }) => key).join(', ')}.`);
    const made = await make(level);
    level.forEach(({ key }, index) => ids.set(key, made[index]!));
    rest = rest.filter(({ key }) => !ids.has(key));
  }
}
