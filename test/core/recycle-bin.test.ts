import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codesOf, faultsOf } from '../support/answers.js';
import { create, read, remove, restore, tryCreate, update } from '../support/records.js';
import { workspace, type Answer, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
let globex: Company;
let ada: Person;
beforeAll(async () => {
  crm = await workspace();
  acme = await crm.company('acme', [
    { email: 'ada@acme.test', lastName: 'Ada' },
    { email: 'beth@acme.test', lastName: 'Beth' },
    { email: 'cato@acme.test', lastName: 'Cato' },
  ]);
  globex = await crm.company('globex');
  ada = acme.chief;
});
afterAll(() => crm.close());

const camel = (module: string): string => module[0]!.toLowerCase() + module.slice(1);
const deleting = (module: string, id: string, more = ''): Promise<Answer> =>
  ada.send(`mutation ($id: ID!) { delete${module}(id: $id${more}) { ${camel(module)} { id } } }`, { id });
const restoring = (module: string, id: string, more = ''): Promise<Answer> =>
  ada.send(`mutation ($id: ID!) { restore${module}(id: $id${more}) { ${camel(module)} { id } } }`, { id });
const isThere = async (module: string, id: string): Promise<boolean> => (await read(ada, module, id, 'id')) !== null;
const detailsOf = ({ errors }: Answer): unknown => (errors![0]!.extensions['fields'] as unknown as { details: object }[])[0]!.details;

/** A document of an account or a vendor, with one line. */
async function document(module: string, company: object, productId?: string): Promise<string> {
  const product = productId ?? ((await create(ada, 'Product', { productName: `For ${module}` }))['id'] as string);
  const input = { subject: module, ...company, lineItems: { create: [{ productId: product, quantity: '2', listPrice: '5' }] } };
  return (await create(ada, module, input))['id'] as string;
}

test('an account or a vendor that documents need is not deleted; the refusal counts them by module', async () => {
  const { id: accountId } = await create(ada, 'Account', { accountName: 'Needed' });
  const made = [await document('Quote', { accountId }), await document('Quote', { accountId }), await document('Invoice', { accountId })];
  await create(ada, 'Contact', { lastName: 'Optional', accountId });
  const refused = await deleting('Account', accountId as string);
  expect([faultsOf(refused), detailsOf(refused)]).toEqual([['id IN_USE'], { Quote: 2, Invoice: 1 }]);
  expect(refused.errors![0]!.message).toContain('Quotes: 2, Invoices: 1');
  const { id: free } = await create(ada, 'Account', { accountName: 'Free' });
  const { deleteAccounts } = await ada.ask(
    'mutation ($items: [AccountReference!]!) { deleteAccounts(items: $items, onError: CONTINUE) { succeeded results { error { fields { inputPath code } } } } }',
    { items: [{ id: accountId }, { id: free }] },
  );
  expect(deleteAccounts).toEqual({
    succeeded: 1,
    results: [{ error: { fields: [{ inputPath: 'items.0.id', code: 'IN_USE' }] } }, { error: null }],
  });
  for (const [at, module] of ['Quote', 'Quote', 'Invoice'].entries()) await remove(ada, module, made[at]!);
  expect((await deleting('Account', accountId as string)).errors).toBeUndefined();

  const { id: vendorId } = await create(ada, 'Vendor', { vendorName: 'Needed' });
  await document('PurchaseOrder', { vendorId });
  expect(detailsOf(await deleting('Vendor', vendorId as string))).toEqual({ PurchaseOrder: 1 });
  const { id: productId } = await create(ada, 'Product', { productName: 'Needed' });
  await document('PurchaseOrder', { vendorId }, productId as string);
  expect(detailsOf(await deleting('Product', productId as string))).toEqual({ LineItem: 1 });
});

test('documents go with their account when that is asked for, and come back with it', async () => {
  const { id: accountId } = await create(ada, 'Account', { accountName: 'Whole' });
  const ids: [string, string][] = [];
  for (const module of ['Quote', 'SalesOrder', 'Invoice']) ids.push([module, await document(module, { accountId })]);
  const early = await document('Quote', { accountId });
  await remove(ada, 'Quote', early);
  expect((await deleting('Account', accountId as string, ', restrictIfChildren: false')).errors).toBeUndefined();
  for (const [module, id] of ids) expect([module, await isThere(module, id)]).toEqual([module, false]);
  await restore(ada, 'Account', accountId as string);
  for (const [module, id] of ids)
    expect(await read(ada, module, id, 'account { accountName } lineItems { nodes { quantity } }')).toMatchObject({
      account: { accountName: 'Whole' },
      lineItems: { nodes: [{}] },
    });
  // What went by itself comes back by itself.
  expect(await isThere('Quote', early)).toBe(false);
  const { id: productId } = await create(ada, 'Product', { productName: 'Sold' });
  const sold = await document('Invoice', { accountId }, productId as string);
  expect((await deleting('Product', productId as string, ', restrictIfChildren: false')).errors).toBeUndefined();
  expect(await read(ada, 'Invoice', sold, 'lineItems { nodes { productId } }')).toEqual({ lineItems: { nodes: [{ productId }] } });
});

test('a record does not come back before what it cannot be without; both come back together', async () => {
  const { id: accountId } = await create(ada, 'Account', { accountName: 'Parent' });
  const quotes = [await document('Quote', { accountId }), await document('Quote', { accountId })];
  for (const id of quotes) await remove(ada, 'Quote', id);
  await remove(ada, 'Account', accountId as string);
  const refused = await restoring('Quote', quotes[0]!);
  expect(codesOf(refused)).toEqual(['PARENT_IN_BIN']);
  expect(refused.errors![0]!.extensions).toMatchObject({
    id: quotes[0],
    parents: [{ id: accountId, module: 'Account', displayName: 'Parent' }],
  });
  expect(refused.errors![0]!.message).toContain('Account “Parent”');
  const many =
    'mutation ($items: [QuoteReference!]!, $withParents: Boolean!) { restoreQuotes(items: $items, onError: CONTINUE, withParents: $withParents) { succeeded results { error { code recordId } } } }';
  const items = quotes.map((id) => ({ id }));
  const error = { code: 'PARENT_IN_BIN', recordId: accountId };
  expect((await ada.ask(many, { items, withParents: false })).restoreQuotes).toEqual({ succeeded: 0, results: [{ error }, { error }] });
  expect((await ada.ask(many, { items, withParents: true })).restoreQuotes.succeeded).toBe(2);
  expect(await read(ada, 'Quote', quotes[1]!, 'account { accountName }')).toEqual({ account: { accountName: 'Parent' } });

  // What links two records comes back with both of them.
  const [{ id: campaignId }, { id: leadId }] = [
    await create(ada, 'Campaign', { campaignName: 'C' }),
    await create(ada, 'Lead', { lastName: 'L', company: 'C' }),
  ];
  const { id: member } = await create(ada, 'CampaignMember', { campaignId, personId: leadId });
  await remove(ada, 'CampaignMember', member as string);
  await remove(ada, 'Campaign', campaignId as string);
  await remove(ada, 'Lead', leadId as string);
  const both = await restoring('CampaignMember', member as string);
  expect((both.errors![0]!.extensions['parents'] as unknown as { module: string }[]).map(({ module }) => module).sort()).toEqual([
    'Campaign',
    'Lead',
  ]);
  expect((await restoring('CampaignMember', member as string, ', withParents: true')).errors).toBeUndefined();
  expect([await isThere('Campaign', campaignId as string), await isThere('Lead', leadId as string)]).toEqual([true, true]);
});

test('a parent that cannot come back keeps its child in the bin as well', async () => {
  const { id: accountId } = await create(ada, 'Account', { accountName: 'Taken', accountNumber: 'T1' });
  const quote = await document('Quote', { accountId });
  await remove(ada, 'Quote', quote);
  await remove(ada, 'Account', accountId as string);
  await ada.ask('mutation { setFieldUnique(module: "Account", field: "accountNumber", isUnique: true) { uniqueFields { field } } }');
  await create(ada, 'Account', { accountName: 'Taker', accountNumber: 'T1' });
  expect(faultsOf(await restoring('Quote', quote, ', withParents: true'))).toEqual(['id NOT_UNIQUE']);
  expect([await isThere('Quote', quote), await isThere('Account', accountId as string)]).toEqual([false, false]);
});

test('rates of a currency go with it and come back with it', async () => {
  const { id: currencyId } = await create(ada, 'Currency', { isoCode: 'SEK' });
  const { id: rate } = await create(ada, 'ExchangeRate', { currencyId, validFrom: '2020-01-01', rate: '11' });
  await remove(ada, 'Currency', currencyId as string);
  expect(await isThere('ExchangeRate', rate as string)).toBe(false);
  await restore(ada, 'Currency', currencyId as string);
  expect(await isThere('ExchangeRate', rate as string)).toBe(true);
});

test('a role goes once its users have another; roles below report to the one above; the top stays', async () => {
  const top = (await ada.ask('{ roles(filter: { reportsToId: { isNull: true } }) { nodes { id } } }'))['roles'].nodes[0].id as string;
  const role = async (name: string, reportsToId: string): Promise<string> =>
    (await create(ada, 'Role', { name, reportsToId }))['id'] as string;
  const manager = await role('Manager', top);
  const seller = await role('Seller', manager);
  const trainee = await role('Trainee', seller);
  const { beth, cato } = acme.people as { beth: Person; cato: Person };
  for (const { userId } of [beth, cato]) await update(ada, 'User', `user_${userId}`, { roleId: seller });
  const dropping = (id: string, transferTo: string | null = null): Promise<Answer> =>
    ada.send('mutation ($id: ID!, $transferTo: ID) { deleteRole(id: $id, transferTo: $transferTo) { role { id deletedAt } } }', {
      id,
      transferTo,
    });

  expect(faultsOf(await dropping(top, manager))).toEqual(['id CONTRADICTION']);
  const refused = await dropping(seller);
  expect([faultsOf(refused), detailsOf(refused)]).toEqual([['transferTo REQUIRED'], { users: 2 }]);
  const foreign = (await globex.chief.ask('{ roles { nodes { id } } }'))['roles'].nodes[0].id as string;
  for (const [id, code] of [
    [foreign, 'REFERENCE_NOT_FOUND'],
    [seller, 'CONTRADICTION'],
    [`user_${beth.userId}`, 'REFERENCE_NOT_FOUND'],
  ] as const)
    expect([id, faultsOf(await dropping(seller, id))]).toEqual([id, [`transferTo ${code}`]]);
  expect(codesOf(await beth.send('mutation ($id: ID!) { deleteRole(id: $id) { role { id } } }', { id: trainee }))).toEqual(['FORBIDDEN']);

  const done = await dropping(seller, manager);
  expect(done.errors).toBeUndefined();
  expect(await read(ada, 'Role', trainee, 'reportsToId reportsTo { name }')).toEqual({
    reportsToId: manager,
    reportsTo: { name: 'Manager' },
  });
  for (const { userId } of [beth, cato])
    expect(await read(ada, 'User', `user_${userId}`, 'roleId role { name }')).toEqual({ roleId: manager, role: { name: 'Manager' } });
  expect(faultsOf(await tryCreate(ada, 'Role', { name: 'Lost', reportsToId: seller }))).toEqual(['input.reportsToId REFERENCE_NOT_FOUND']);
  // One without users needs no other role; one that comes back stands where it can.
  expect((await dropping(manager, top)).errors).toBeUndefined();
  await restore(ada, 'Role', seller);
  expect(await read(ada, 'Role', seller, 'reportsToId')).toEqual({ reportsToId: top });
  expect((await dropping(trainee)).errors).toBeUndefined();
});

test('a second role at the top goes as others do, and the roles below it stand at the top; the last one stays, whichever it is', async () => {
  const { chief, people } = await crm.company('tops', [
    { email: 'chief@tops.test', lastName: 'Chief' },
    { email: 'guest@tops.test', lastName: 'Guest' },
  ]);
  const top = (await chief.ask('{ roles(filter: { reportsToId: { isNull: true } }) { nodes { id } } }'))['roles'].nodes[0].id as string;
  const role = async (input: object): Promise<string> => (await create(chief, 'Role', input))['id'] as string;
  const drop = (id: string, transferTo: string | null = null): Promise<Answer> =>
    chief.send('mutation ($id: ID!, $transferTo: ID) { deleteRole(id: $id, transferTo: $transferTo) { role { id } } }', { id, transferTo });
  const partners = await role({ name: 'Partners' });
  const below = await role({ name: 'Below', reportsToId: partners });
  const raised = await role({ name: 'Raised', reportsToId: top });
  await update(chief, 'Role', raised, { reportsToId: null });
  await update(chief, 'User', `user_${people['guest']!.userId}`, { roleId: partners });

  expect(faultsOf(await drop(partners))).toEqual(['transferTo REQUIRED']);
  expect((await drop(partners, below)).errors).toBeUndefined();
  expect(await read(chief, 'Role', below, 'reportsToId')).toEqual({ reportsToId: null });
  expect((await drop(raised)).errors).toBeUndefined();
  expect((await drop(top, below)).errors).toBeUndefined();
  const last = await drop(below);
  expect(last.errors![0]!.extensions['fields']).toMatchObject([
    {
      inputPath: 'id',
      code: 'CONTRADICTION',
      message: 'Below is the only role at the top of the hierarchy and cannot be deleted. Make another role without a role above it first.',
    },
  ]);
});

test('nobody is left with a role that is deleted while they are given it', async () => {
  const top = (await ada.ask('{ roles(filter: { reportsToId: { isNull: true } }) { nodes { id } } }'))['roles'].nodes[0].id as string;
  const { beth, cato } = acme.people as { beth: Person; cato: Person };
  for (let round = 0; round < 5; round++) {
    const { id } = await create(ada, 'Role', { name: `Round ${round}`, reportsToId: top });
    const give = 'mutation ($user: ID!, $id: ID!) { updateUser(id: $user, input: { roleId: $id }) { user { id } } }';
    await Promise.all([
      ada.send(give, { user: `user_${beth.userId}`, id }),
      ada.send('mutation ($id: ID!, $top: ID!) { deleteRole(id: $id, transferTo: $top) { role { id } } }', { id, top }),
      ada.send(give, { user: `user_${cato.userId}`, id }),
    ]);
    const { users } = await ada.ask('{ users { nodes { role { name } } } }');
    expect(users.nodes.every(({ role }: { role: object | null }) => role !== null)).toBe(true);
  }
});
