import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codesOf, faultsOf } from '../support/answers.js';
import { ownerOrBelow } from '../support/access-shapes.js';
import { watchDriver } from '../support/driver.js';
import { create, remove, restore, tryCreate, tryUpdate } from '../support/records.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let ada: Person;
beforeAll(async () => {
  crm = await workspace();
  ada = (await crm.company('acme')).chief;
});
afterAll(() => crm.close());

const made = async (module: Parameters<typeof create>[1], input: object): Promise<string> =>
  (await create(ada, module, input))['id'] as string;
const lead = (lastName: string) => made('Lead', { lastName, company: 'Fair Ltd' });

test('a member is a lead or a contact, and once in a campaign', async () => {
  const [campaignId, leadId, contactId] = [
    await made('Campaign', { campaignName: 'Fair' }),
    await lead('Visitor'),
    await made('Contact', { lastName: 'Guest' }),
  ];
  expect(faultsOf(await tryCreate(ada, 'CampaignMember', { campaignId, personId: null }))).toEqual(['input.personId REQUIRED']);
  // An account is neither, and what looks like a lead must be one.
  const accountId = await made('Account', { accountName: 'Fair Ltd' });
  for (const personId of [accountId, contactId.replace('contact_', 'lead_'), 'lead_1', 'nobody'])
    expect(faultsOf(await tryCreate(ada, 'CampaignMember', { campaignId, personId }))).toEqual(['input.personId REFERENCE_NOT_FOUND']);

  const one = await create(
    ada,
    'CampaignMember',
    { campaignId, personId: leadId },
    'id memberStatus statusChangedAt createdAt personId person { __typename id displayName ... on Lead { lastName } ... on Contact { account { id } } }',
  );
  expect(one).toMatchObject({
    memberStatus: 'PLANNED',
    personId: leadId,
    person: { __typename: 'Lead', id: leadId, displayName: 'Visitor', lastName: 'Visitor' },
  });
  expect(one['statusChangedAt']).toBe(one['createdAt']);
  expect(faultsOf(await tryCreate(ada, 'CampaignMember', { campaignId, personId: leadId }))).toEqual(['input.personId NOT_UNIQUE']);
  await made('CampaignMember', { campaignId, personId: contactId });
  expect(faultsOf(await tryCreate(ada, 'CampaignMember', { campaignId, personId: contactId }))).toEqual(['input.personId NOT_UNIQUE']);
  // In another campaign, and again in this one once the first is gone.
  await made('CampaignMember', { campaignId: await made('Campaign', { campaignName: 'Next fair' }), personId: leadId });
  await remove(ada, 'CampaignMember', one['id'] as string);
  await made('CampaignMember', { campaignId, personId: leadId });

  const { lead: found } = await ada.ask(
    'query ($id: ID!) { lead(id: $id) { campaignMemberships { nodes { campaign { campaignName } } } } }',
    {
      id: leadId,
    },
  );
  expect(found.campaignMemberships.nodes.map((node: any) => node.campaign.campaignName).sort()).toEqual(['Fair', 'Next fair']);
});

test('many are added in one call: whoever is a member already is reported, the others are added; a new campaign brings its own', async () => {
  const people = [await lead('A'), await lead('B'), await lead('C')];
  const campaignId = await made('Campaign', {
    campaignName: 'Call',
    members: { create: [{ personId: people[0], memberStatus: 'INVITED' }] },
  });
  const { createCampaignMembers } = await ada.ask(
    `mutation ($inputs: [CampaignMemberCreateInput!]!) {
      createCampaignMembers(inputs: $inputs, onError: CONTINUE) { succeeded failed results { index error { fields { code inputPath } } } } }`,
    { inputs: people.map((personId) => ({ campaignId, personId, memberStatus: 'SENT' })) },
  );
  expect(createCampaignMembers).toMatchObject({ succeeded: 2, failed: 1 });
  expect(createCampaignMembers.results[0].error.fields).toEqual([{ code: 'NOT_UNIQUE', inputPath: 'inputs.0.personId' }]);
  const { campaign } = await ada.ask(
    'query ($id: ID!) { campaign(id: $id) { members(orderBy: [{ person: ASC }]) { nodes { memberStatus person { displayName } } } } }',
    { id: campaignId },
  );
  expect(campaign.members.nodes).toEqual([
    { memberStatus: 'INVITED', person: { displayName: 'A' } },
    { memberStatus: 'SENT', person: { displayName: 'B' } },
    { memberStatus: 'SENT', person: { displayName: 'C' } },
  ]);
});

test('a member keeps its person and its campaign; a change of its status says when', async () => {
  const [campaignId, leadId] = [await made('Campaign', { campaignName: 'Post' }), await lead('Reader')];
  const { id, statusChangedAt } = await create(ada, 'CampaignMember', { campaignId, personId: leadId }, 'id statusChangedAt');
  const update = (input: object) =>
    ada.ask(
      'mutation ($id: ID!, $input: CampaignMemberUpdateInput!) { updateCampaignMember(id: $id, input: $input) { campaignMember { statusChangedAt memberStatus } } }',
      { id, input },
    );
  const { updateCampaignMember: same } = await update({ memberStatus: 'PLANNED' });
  expect(same.campaignMember.statusChangedAt).toBe(statusChangedAt);
  const { updateCampaignMember: changed } = await update({ memberStatus: 'OPENED' });
  expect(Date.parse(changed.campaignMember.statusChangedAt)).toBeGreaterThan(Date.parse(statusChangedAt as string));
  expect(codesOf(await tryUpdate(ada, 'CampaignMember', id as string, { personId: null }))).toEqual(['VALIDATION_FAILED']);
  expect(faultsOf(await tryUpdate(ada, 'CampaignMember', id as string, { memberStatus: 'GONE' }))).toEqual([
    'input.memberStatus UNKNOWN_PICKLIST_VALUE',
  ]);
});

const FIGURES = `{ expectedRevenue budgetedCost actualCost numSent totalMembers respondedMembers leads contacts convertedLeads deals openDealsAmount
  actualRevenue responseRate costPerResponse costPerLead roiPercent expectedRoiPercent costVariance }`;

test('a member goes to the bin with its campaign or its person, and comes back with it; the person and the deal stay', async () => {
  const campaignId = await made('Campaign', { campaignName: 'Passing' });
  const leadId = await lead('Staying');
  const sourced = await made('Lead', { lastName: 'Sourced', company: 'Analytical', campaignSourceId: campaignId });
  const id = await made('CampaignMember', { campaignId, personId: leadId });
  const state = async () => {
    const {
      lead: found,
      campaignMember,
      sourced: other,
    } = await ada.ask(
      `query ($lead: ID!, $id: ID!, $sourced: ID!) { lead(id: $lead) { campaignMemberships { totalCount } } campaignMember(id: $id) { id }
         sourced: lead(id: $sourced) { campaignSource { campaignName } } }`,
      { lead: leadId, id, sourced },
    );
    return [found?.campaignMemberships.totalCount, campaignMember !== null, other.campaignSource?.campaignName ?? null];
  };
  expect(await state()).toEqual([1, true, 'Passing']);
  await remove(ada, 'Campaign', campaignId);
  expect(await state()).toEqual([0, false, null]);
  await restore(ada, 'Campaign', campaignId);
  expect(await state()).toEqual([1, true, 'Passing']);
  await remove(ada, 'Lead', leadId);
  expect(await state()).toEqual([undefined, false, 'Passing']);
  await restore(ada, 'Lead', leadId);
  expect(await state()).toEqual([1, true, 'Passing']);
});

test('in whatever order its two ends go and come back, a member is there when both are', async () => {
  const [campaignId, leadId] = [await made('Campaign', { campaignName: 'Two ends' }), await lead('Two ends')];
  const id = await made('CampaignMember', { campaignId, personId: leadId });
  const isThere = async () => (await ada.ask('query ($id: ID!) { campaignMember(id: $id) { id } }', { id }))['campaignMember'] !== null;
  const idOf = { Campaign: campaignId, Lead: leadId } as const;
  type End = keyof typeof idOf;
  const orders: readonly [End, End][] = [
    ['Campaign', 'Lead'],
    ['Lead', 'Campaign'],
  ];
  for (const gone of orders)
    for (const back of orders) {
      for (const end of gone) await remove(ada, end, idOf[end]);
      await restore(ada, back[0], idOf[back[0]]);
      expect([gone, back, await isThere()]).toEqual([gone, back, false]);
      await restore(ada, back[1], idOf[back[1]]);
      expect([gone, back, await isThere()]).toEqual([gone, back, true]);
    }
});

test('a member does not come back to a campaign that is in the bin; one that took its place stays', async () => {
  const [campaignId, leadId] = [await made('Campaign', { campaignName: 'Replaced' }), await lead('Replaced')];
  const old = await made('CampaignMember', { campaignId, personId: leadId });
  await remove(ada, 'CampaignMember', old);
  const next = await made('CampaignMember', { campaignId, personId: leadId });
  await remove(ada, 'Campaign', campaignId);
  const restoring = (of: string) =>
    ada.send('mutation ($id: ID!) { restoreCampaignMember(id: $id) { campaignMember { id } } }', { id: of });
  expect(codesOf(await restoring(old))).toEqual(['PARENT_IN_BIN']);
  await restore(ada, 'Campaign', campaignId);
  const { campaign } = await ada.ask('query ($id: ID!) { campaign(id: $id) { members { nodes { id } } } }', { id: campaignId });
  expect(campaign.members.nodes).toEqual([{ id: next }]);
  expect(faultsOf(await restoring(old))).toEqual(['id NOT_UNIQUE']);
});

test('a form may put another member in the place of one', async () => {
  const [campaignId, leadId] = [await made('Campaign', { campaignName: 'Form' }), await lead('Form')];
  const id = await made('CampaignMember', { campaignId, personId: leadId });
  const members = { delete: [{ id }], create: [{ personId: leadId, memberStatus: 'SENT' }] };
  expect(faultsOf(await tryUpdate(ada, 'Campaign', campaignId, { members }))).toEqual([]);
});

test('the figures of a campaign, and of all that is part of it, are one statement each time', async () => {
  const parent = await made('Campaign', {
    campaignName: 'Year',
    budgetedCost: '1000',
    actualCost: '1200',
    expectedRevenue: '5000',
    numSent: 8,
  });
  const child = await made('Campaign', { campaignName: 'Spring', parentCampaignId: parent, actualCost: '300.5' });
  const grandchild = await made('Campaign', { campaignName: 'March', parentCampaignId: child });
  const deal = (campaignSourceId: string, stage: string, amount: string, more = {}) =>
    made('Deal', { dealName: stage, stage, amount, closingDate: '2027-03-01', campaignSourceId, ...more });
  await deal(parent, 'CLOSED_WON', '2000');
  await deal(parent, 'CLOSED_LOST', '70');
  await deal(parent, 'QUALIFICATION', '500');
  await deal(grandchild, 'CLOSED_WON', '1000', { currency: 'USD', exchangeRate: '2' });
  await remove(ada, 'Deal', await deal(parent, 'CLOSED_WON', '9999'));
  const member = async (campaignId: string, memberStatus: string, person: object) =>
    made('CampaignMember', { campaignId, memberStatus, ...person });
  await member(parent, 'RESPONDED', { personId: await lead('One') });
  await member(parent, 'SENT', { personId: await lead('Two') });
  await member(parent, 'RESPONDED', { personId: await made('Contact', { lastName: 'Three' }) });
  await member(child, 'RESPONDED', { personId: await lead('Four') });

  const statements = watchDriver(crm.app);
  const { campaign, child: last } = await ada.ask(
    `query ($id: ID!, $child: ID!) { campaign(id: $id) { figures ${FIGURES} figuresInHierarchy ${FIGURES} }
      child: campaign(id: $child) { figures ${FIGURES} } }`,
    { id: parent, child: grandchild },
  );
  expect(statements).toHaveLength(2);
  expect(campaign.figures).toEqual({
    expectedRevenue: '5000',
    budgetedCost: '1000',
    actualCost: '1200',
    numSent: '8',
    totalMembers: 3,
    respondedMembers: 2,
    leads: 2,
    contacts: 1,
    convertedLeads: 0,
    deals: 3,
    openDealsAmount: '500',
    actualRevenue: '2000',
    responseRate: '25',
    costPerResponse: '600',
    costPerLead: '600',
    roiPercent: '66.67',
    expectedRoiPercent: '400',
    costVariance: '200',
  });
  expect(campaign.figuresInHierarchy).toMatchObject({
    actualCost: '1500.5',
    totalMembers: 4,
    respondedMembers: 3,
    leads: 3,
    deals: 4,
    actualRevenue: '2500',
    // 8 of the first were reached, of the others their members.
    responseRate: '33.33',
    costPerResponse: '500.17',
    costPerLead: '500.17',
    roiPercent: '66.61',
  });
  expect(last.figures).toMatchObject({
    actualCost: null,
    numSent: null,
    totalMembers: 0,
    actualRevenue: '500',
    roiPercent: null,
    responseRate: null,
  });
});

test('what costs nothing has no return in percent; where nothing was sent, responses are counted among the members', async () => {
  const figures = async (input: object, statuses: readonly string[] = []) => {
    const id = await made('Campaign', { campaignName: 'Free', ...input });
    for (const memberStatus of statuses) await made('CampaignMember', { campaignId: id, memberStatus, personId: await lead(memberStatus) });
    await made('Deal', { dealName: 'Won', stage: 'CLOSED_WON', amount: '300', closingDate: '2027-03-01', campaignSourceId: id });
    return (await ada.ask(`query ($id: ID!) { campaign(id: $id) { figures ${FIGURES} } }`, { id }))['campaign'].figures;
  };
  expect(await figures({ actualCost: '0', budgetedCost: '0', expectedRevenue: '100' })).toMatchObject({
    actualRevenue: '300',
    actualCost: '0',
    roiPercent: null,
    expectedRoiPercent: null,
    costVariance: '0',
  });
  expect(await figures({ actualCost: '400', budgetedCost: '80', expectedRevenue: '100' })).toMatchObject({
    roiPercent: '-25',
    expectedRoiPercent: '25',
    costVariance: '320',
  });
  const rate = async (numSent: number | null) => (await figures({ numSent }, ['RESPONDED', 'SENT', 'SENT', 'BOUNCED'])).responseRate;
  expect([await rate(0), await rate(null), await rate(10)]).toEqual(['25', '25', '10']);
});

test('which statuses count as answers is the organisation’s own to say', async () => {
  const campaignId = await made('Campaign', { campaignName: 'Dinner' });
  await ada.ask(
    'mutation { createPicklistValue(picklist: "CampaignMemberStatus", input: { label: "Came", category: "RESPONDED" }) { picklist { name } } }',
  );
  await made('CampaignMember', { campaignId, personId: await lead('Eater'), memberStatus: 'CAME' });
  const responded = async () =>
    (await ada.ask('query ($id: ID!) { campaign(id: $id) { figures { respondedMembers } } }', { id: campaignId }))['campaign'].figures
      .respondedMembers;
  expect(await responded()).toBe(1);
  const { picklist } = await ada.ask('{ picklist(name: "CampaignMemberStatus") { categories values { key category } } }');
  expect(picklist.categories).toEqual(['RESPONDED', 'BOUNCED']);
  expect(picklist.values.filter(({ category }: any) => category)).toEqual([
    { key: 'RESPONDED', category: 'RESPONDED' },
    { key: 'BOUNCED', category: 'BOUNCED' },
    { key: 'CAME', category: 'RESPONDED' },
  ]);
  const change = (category: string) =>
    ada.send(
      `mutation ($category: String) { updatePicklistValue(picklist: "CampaignMemberStatus", key: "CAME", input: { category: $category }) { picklist { name } } }`,
      { category },
    );
  expect(faultsOf(await change('SLEPT'))).toEqual(['input.category INVALID_FORMAT']);
  await change(null as never);
  expect(await responded()).toBe(0);
});

test('a figure is hidden where a field is that it tells of', async () => {
  const hidden = { Campaign: ['parentCampaign', 'actualCost'], CampaignMember: ['campaign'] };
  const access = { ...ownerOrBelow(hidden), rows: () => null };
  await using other = await workspace({ accessOf: () => ({ access, values: {} }) });
  const bob = (await other.company('acme')).chief;
  const { id } = await create(bob, 'Campaign', { campaignName: 'Quiet', actualCost: '10', budgetedCost: '20' });
  const { campaign } = await bob.ask(
    `query ($id: ID!) { campaign(id: $id) { figures ${FIGURES} figuresInHierarchy { budgetedCost deals } } }`,
    { id },
  );
  expect(campaign.figuresInHierarchy).toEqual({ budgetedCost: null, deals: null });
  expect(Object.keys(campaign.figures).filter((name) => campaign.figures[name] !== null).sort()).toEqual([
    'actualRevenue', 'budgetedCost', 'deals', 'openDealsAmount',
  ]); // prettier-ignore
});
