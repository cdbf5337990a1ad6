import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { create, rowId, tryCreate, tryUpdate, update } from '../support/records.js';
import { workspace, type Answer, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let ada: Person;
beforeAll(async () => {
  crm = await workspace();
  ada = (await crm.company('acme')).chief;
});
afterAll(() => crm.close());

const faultsOf = ({ errors }: Answer): string[] =>
  ((errors?.[0]?.extensions as unknown as { fields?: { inputPath: string; code: string }[] }).fields ?? []).map(
    ({ inputPath, code }) => `${inputPath} ${code}`,
  );
const settings = (input: object) =>
  ada.ask('mutation ($input: OrganizationUpdateInput!) { updateOrganization(input: $input) { organization { id } } }', { input });
const newLead = (input: object) =>
  ada.send('mutation ($input: LeadCreateInput!) { createLead(input: $input) { lead { leadStatus fullName converted annualRevenue } } }', {
    input,
  });

test('a lead begins as not contacted, and names a company unless the organisation sells to consumers', async () => {
  expect(
    (await newLead({ lastName: 'Lovelace', firstName: 'Ada', salutation: 'MS', company: 'Engines', annualRevenue: '10' })).data,
  ).toEqual({
    createLead: { lead: { leadStatus: 'NOT_CONTACTED', fullName: 'Ms. Ada Lovelace', converted: false, annualRevenue: '10.00' } },
  });
  expect(faultsOf(await newLead({ lastName: 'Lovelace' }))).toEqual(['input.company REQUIRED']);
  expect(faultsOf(await newLead({ lastName: 'Lovelace', company: ' ' }))).toEqual(['input.company REQUIRED']);
  await settings({ requiresLeadCompany: false });
  expect((await newLead({ lastName: 'Lovelace' })).errors).toBeUndefined();
});

test('a closed deal knows when it closed and how long it took; reopened, it forgets both and why it was lost', async () => {
  const deal = { dealName: 'x', stage: 'QUALIFICATION', closingDate: '2027-01-31' };
  const { id } = (await create(ada, 'Deal', deal)) as { id: string };
  const lost = await update(
    ada,
    'Deal',
    id,
    { stage: 'CLOSED_LOST', reasonForLoss: 'PRICE' },
    'closedAt salesCycleDuration reasonForLoss probability',
  );
  expect(lost).toEqual({ closedAt: expect.any(String), salesCycleDuration: 0, reasonForLoss: 'PRICE', probability: 0 });
  const kept = await update(ada, 'Deal', id, { nextStep: 'y' }, 'closedAt');
  expect(kept['closedAt']).toBe(lost['closedAt']);
  expect(await update(ada, 'Deal', id, { stage: 'NEEDS_ANALYSIS' }, 'closedAt salesCycleDuration reasonForLoss probability')).toEqual({
    closedAt: null,
    salesCycleDuration: null,
    reasonForLoss: null,
    probability: 20,
  });
});

test('a reason for loss belongs to lost deals alone, and is asked for where the organisation wants one', async () => {
  const deal = { dealName: 'x', stage: 'QUALIFICATION', closingDate: '2027-01-31' };
  expect(faultsOf(await tryCreate(ada, 'Deal', { ...deal, reasonForLoss: 'PRICE' }))).toEqual(['input.reasonForLoss CONTRADICTION']);
  const { id } = (await create(ada, 'Deal', deal)) as { id: string };
  await settings({ requiresReasonForLoss: true });
  expect(faultsOf(await tryUpdate(ada, 'Deal', id, { stage: 'CLOSED_LOST' }))).toEqual(['input.reasonForLoss REQUIRED']);
  await update(ada, 'Deal', id, { stage: 'CLOSED_LOST', reasonForLoss: 'COMPETITION' });
  expect(faultsOf(await tryUpdate(ada, 'Deal', id, { reasonForLoss: null }))).toEqual(['input.reasonForLoss REQUIRED']);
  await settings({ requiresReasonForLoss: false });
});

test('a person has one role in a deal, edited in the form of the deal', async () => {
  const [one, two] = await Promise.all(['One', 'Two'].map((lastName) => create(ada, 'Contact', { lastName })));
  const deal = { dealName: 'x', stage: 'QUALIFICATION', closingDate: '2027-01-31' };
  const roles = (ids: unknown[]) => ({ create: ids.map((contactId) => ({ contactId, role: 'DECISION_MAKER' })) });
  const made = await create(
    ada,
    'Deal',
    { ...deal, contactRoles: roles([one!['id'], two!['id']]) },
    'id contactRoles { nodes { role contact { lastName } } }',
  );
  expect(made['contactRoles'].nodes).toHaveLength(2);
  expect(faultsOf(await tryUpdate(ada, 'Deal', made['id'] as string, { contactRoles: roles([one!['id']]) }))).toEqual([
    'input.contactRoles.create.0.contactId NOT_UNIQUE',
  ]);
  const { rows } = await crm.app.database.system.query('SELECT FROM deal_contact_role WHERE deal_id = $1', [rowId(made['id'] as string)]);
  expect(rows).toHaveLength(2);
});
