import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { standardPicklists } from '../../server/core/picklist.js';
import { codesOf, faultsOf } from '../support/answers.js';
import { create, createMany, read, remove, restore, rowId, tryCreate, tryUpdate, update } from '../support/records.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let chief: Person;
let deals: string[];
let contacts: string[];

beforeAll(async () => {
  crm = await workspace();
  ({ chief } = await crm.company('acme'));
  const deal = { stage: 'QUALIFICATION', closingDate: '2027-01-31' };
  deals = (
    await createMany(chief, 'Deal', [
      { ...deal, dealName: 'Pilot' },
      { ...deal, dealName: 'Rollout' },
    ])
  ).map(({ id }) => id as string);
  contacts = (await createMany(chief, 'Contact', [{ lastName: 'Ant' }, { lastName: 'Bee' }, { lastName: 'Cat' }])).map(
    ({ id }) => id as string,
  );
});
afterAll(() => crm.close());

const role = (deal: number, contact: number, of: string | null = null) => ({ dealId: deals[deal], contactId: contacts[contact], role: of });

test('people take part in deals, each seen and filtered from both sides', async () => {
  await createMany(chief, 'DealContactRole', [
    role(0, 0, 'DECISION_MAKER'),
    role(0, 1, 'PURCHASING'),
    role(1, 0, 'EXECUTIVE_SPONSOR'),
    role(1, 2),
  ]);
  const data = await chief.ask(
    `query ($deal: ID!, $contact: ID!) {
      deal(id: $deal) { contactRoles(orderBy: [{ role: ASC }]) { totalCount nodes { role roleLabel contact { lastName } } } }
      contact(id: $contact) { dealRoles(orderBy: [{ role: ASC }]) { nodes { roleLabel deal { dealName } } } }
      deals(filter: { contactRoles: { some: { role: { eq: "PURCHASING" }, contact: { lastName: { eq: "Bee" } } } } }) { nodes { dealName } }
      contacts(filter: { dealRoles: { some: { role: { isNull: true }, deal: { dealName: { eq: "Rollout" } } } } }) { nodes { lastName } }
      dealContactRoles { groups(by: [ROLE]) { key { roleLabel } aggregate { count } } }
    }`,
    { deal: deals[0], contact: contacts[0] },
  );
  expect(data).toEqual({
    deal: {
      contactRoles: {
        totalCount: 2,
        nodes: [
          { role: 'DECISION_MAKER', roleLabel: 'Decision Maker', contact: { lastName: 'Ant' } },
          { role: 'PURCHASING', roleLabel: 'Purchasing', contact: { lastName: 'Bee' } },
        ],
      },
    },
    contact: {
      dealRoles: {
        nodes: [
          { roleLabel: 'Decision Maker', deal: { dealName: 'Pilot' } },
          { roleLabel: 'Executive Sponsor', deal: { dealName: 'Rollout' } },
        ],
      },
    },
    deals: { nodes: [{ dealName: 'Pilot' }] },
    contacts: { nodes: [{ lastName: 'Cat' }] },
    dealContactRoles: {
      groups: ['Decision Maker', 'Purchasing', 'Executive Sponsor', null].map((roleLabel) => ({
        key: { roleLabel },
        aggregate: { count: 1 },
      })),
    },
  });
});

test('a contact has at most one role in a deal; out of the bin it comes only while the place is free', async () => {
  const [deal, contact] = [
    (await create(chief, 'Deal', { dealName: 'Once', stage: 'QUALIFICATION', closingDate: '2027-01-31' }))['id'] as string,
    (await create(chief, 'Contact', { lastName: 'Once' }))['id'] as string,
  ];
  const input = { dealId: deal, contactId: contact, role: 'PURCHASING' };
  const { id } = await create(chief, 'DealContactRole', input);
  const second = await tryCreate(chief, 'DealContactRole', { ...input, role: 'DECISION_MAKER' });
  expect(faultsOf(second)).toEqual(['input.contactId NOT_UNIQUE']);
  expect(second.errors![0]!.message).toBe('There is another Contact Role with the same Deal, Contact.');
  expect(second.errors![0]!.extensions).toMatchObject({ fields: [{ details: { id } }] });

  await remove(chief, 'DealContactRole', id);
  const again = await create(chief, 'DealContactRole', input);
  const answer = await chief.send('mutation ($id: ID!) { restoreDealContactRole(id: $id) { dealContactRole { id } } }', { id });
  expect(faultsOf(answer)).toEqual(['id NOT_UNIQUE']);
  await remove(chief, 'DealContactRole', again['id']);
  await restore(chief, 'DealContactRole', id);
  expect(await read(chief, 'DealContactRole', id, 'role')).toEqual({ role: 'PURCHASING' });
});

test('the part can change, the deal and the contact can not', async () => {
  const { id } = await create(chief, 'DealContactRole', role(0, 2));
  expect(await update(chief, 'DealContactRole', id, { role: 'ENGINEERING_LEAD' }, 'version role')).toEqual({
    version: 2,
    role: 'ENGINEERING_LEAD',
  });
  for (const name of ['dealId', 'contactId'])
    expect(faultsOf(await tryUpdate(chief, 'DealContactRole', id, { [name]: null }))).toEqual([`input.${name} UNKNOWN_FIELD`]);
  expect(faultsOf(await tryCreate(chief, 'DealContactRole', { dealId: deals[0] }))).toEqual(['input.contactId REQUIRED']);
  expect(faultsOf(await tryCreate(chief, 'DealContactRole', { dealId: contacts[0], contactId: deals[0], role: 'NOBODY' }))).toEqual([
    'input.dealId REFERENCE_NOT_FOUND',
    'input.contactId REFERENCE_NOT_FOUND',
    'input.role UNKNOWN_PICKLIST_VALUE',
  ]);
});

test('a deal of another organisation takes nobody in', async () => {
  const other = await crm.company('other');
  expect(faultsOf(await tryCreate(other.chief, 'DealContactRole', role(0, 0)))).toEqual([
    'input.dealId REFERENCE_NOT_FOUND',
    'input.contactId REFERENCE_NOT_FOUND',
  ]);
  const { rows } = await crm.app.database.system.query('SELECT FROM deal_contact_role WHERE org = $1', [other.org]);
  expect(rows).toEqual([]);
  const { id } = (await chief.ask('{ dealContactRoles(first: 1) { nodes { id } } }'))['dealContactRoles'].nodes[0] as { id: string };
  expect(codesOf(await tryUpdate(other.chief, 'DealContactRole', id, { role: null }))).toEqual(['NOT_FOUND']);
});

test('of two who give a contact a role in the same deal at once one gets through', async () => {
  const input = role(1, 1, 'PURCHASING');
  const answers = await Promise.all(
    ['DECISION_MAKER', 'PURCHASING'].map((of) => tryCreate(chief, 'DealContactRole', { ...input, role: of })),
  );
  expect(answers.map(faultsOf).sort()).toEqual([[], ['input.contactId NOT_UNIQUE']]);
  const { rows } = await crm.app.database.system.query<{ count: string }>(
    'SELECT count(*) FROM deal_contact_role WHERE deal_id = $1 AND contact_id = $2',
    [rowId(deals[1]!), rowId(contacts[1]!)],
  );
  expect(rows).toEqual([{ count: '1' }]);
});

test('the parts stand in the order of the papers', () => {
  const list = standardPicklists().find(({ name }) => name === 'ContactRole')!;
  expect(list.values.map(({ label }) => label)).toEqual([
    'Developer/Evaluator',
    'Decision Maker',
    'Purchasing',
    'Executive Sponsor',
    'Engineering Lead',
    'Economic Decision Maker',
    'Product Management',
  ]);
});
