import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codesOf, faultsOf } from '../support/answers.js';
import { create, createMany, read, rowId, tryCreate, tryUpdate, update } from '../support/records.js';
import { asOwner } from '../support/two-organizations.js';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
let chief: Person;

beforeAll(async () => {
  crm = await workspace();
  acme = await crm.company('acme');
  ({ chief } = acme);
});
afterAll(() => crm.close());

const system = (sql: string, values: unknown[] = []) => crm.app.database.system.query(sql, values);
const deal = { dealName: 'Pilot', closingDate: '2027-01-31', stage: 'QUALIFICATION' };
const fields = 'stageCategory closedAt salesCycleDuration reasonForLoss probability';

/** Makes a deal older than it is; only without the triggers can it be. */
const age = (id: string, interval: string) =>
  asOwner(crm.url, async (run) => {
    await run('ALTER TABLE deal DISABLE TRIGGER USER');
    await run('ALTER TABLE deal NO FORCE ROW LEVEL SECURITY');
    await run(`UPDATE deal SET created_at = created_at - interval '${interval}' WHERE id = '${rowId(id)}'`);
    await run('ALTER TABLE deal FORCE ROW LEVEL SECURITY');
    await run('ALTER TABLE deal ENABLE TRIGGER USER');
  });

test('a deal closes when it leaves the open stages: the moment, the days it took, the probability', async () => {
  const { id } = await create(chief, 'Deal', deal);
  expect(await read(chief, 'Deal', id, fields)).toEqual({
    stageCategory: 'OPEN',
    closedAt: null,
    salesCycleDuration: null,
    reasonForLoss: null,
    probability: 10,
  });
  await age(id, '12 days 23 hours');
  const won = await update(chief, 'Deal', id, { stage: 'CLOSED_WON' }, `${fields} closingDate modifiedAt`);
  expect(won).toMatchObject({ stageCategory: 'WON', salesCycleDuration: 12, probability: 100, closingDate: '2027-01-31' });
  expect(won['closedAt']).toBe(won['modifiedAt']);
  // What else changes does not close it again.
  expect(await update(chief, 'Deal', id, { nextStep: 'Cheer' }, fields)).toEqual(expect.objectContaining({ closedAt: won['closedAt'] }));
  expect(await update(chief, 'Deal', id, { stage: 'CLOSED_LOST' }, fields)).toMatchObject({
    stageCategory: 'LOST',
    closedAt: won['closedAt'],
    salesCycleDuration: 12,
  });
});

test('a deal that is open again is not closed, has no reason for its loss, and may close anew', async () => {
  const { id } = await create(chief, 'Deal', { ...deal, stage: 'CLOSED_LOST', reasonForLoss: 'PRICE' });
  expect(await read(chief, 'Deal', id, fields)).toMatchObject({
    stageCategory: 'LOST',
    salesCycleDuration: 0,
    reasonForLoss: 'PRICE',
    probability: 0,
  });
  expect(await update(chief, 'Deal', id, { stage: 'NEGOTIATION_REVIEW' }, fields)).toEqual({
    stageCategory: 'OPEN',
    closedAt: null,
    salesCycleDuration: null,
    reasonForLoss: null,
    probability: 90,
  });
  await age(id, '2 days');
  expect(await update(chief, 'Deal', id, { stage: 'CLOSED_WON' }, fields)).toMatchObject({
    stageCategory: 'WON',
    salesCycleDuration: 2,
    reasonForLoss: null,
  });
  const { rows } = await system(
    `SELECT became->>'reasonForLoss' AS reason FROM change WHERE record_id = $1 AND became ? 'reasonForLoss' ORDER BY version`,
    [rowId(id)],
  );
  expect(rows).toEqual([{ reason: 'PRICE' }, { reason: null }]);
});

test('a reason for the loss of a deal that is not lost is refused', async () => {
  for (const stage of ['QUALIFICATION', 'CLOSED_WON'])
    expect(faultsOf(await tryCreate(chief, 'Deal', { ...deal, stage, reasonForLoss: 'PRICE' }))).toEqual([
      'input.reasonForLoss CONTRADICTION',
    ]);
  const { id } = await create(chief, 'Deal', deal);
  expect(faultsOf(await tryUpdate(chief, 'Deal', id, { reasonForLoss: 'PRICE' }))).toEqual(['input.reasonForLoss CONTRADICTION']);
  expect(faultsOf(await tryUpdate(chief, 'Deal', id, { stage: 'CLOSED_WON', reasonForLoss: 'PRICE' }))).toEqual([
    'input.reasonForLoss CONTRADICTION',
  ]);
  expect(await update(chief, 'Deal', id, { reasonForLoss: null }, 'version')).toEqual({ version: 1 });
  expect(await update(chief, 'Deal', id, { stage: 'CLOSED_LOST', reasonForLoss: 'PRICE' }, fields)).toMatchObject({
    reasonForLoss: 'PRICE',
  });
});

test('where the organisation wants a reason, a deal is not lost without one', async () => {
  const globex = await crm.company('globex');
  const { chief: boss } = globex;
  const old = await create(boss, 'Deal', { ...deal, stage: 'CLOSED_LOST' });
  await system('UPDATE organization SET requires_reason_for_loss = true WHERE org = $1', [globex.org]);
  expect(faultsOf(await tryCreate(boss, 'Deal', { ...deal, stage: 'CLOSED_LOST' }))).toEqual(['input.reasonForLoss REQUIRED']);
  const { id } = await create(boss, 'Deal', deal);
  const before = await read(boss, 'Deal', id, fields);
  for (const input of [{}, { reasonForLoss: null }])
    expect(faultsOf(await tryUpdate(boss, 'Deal', id, { stage: 'CLOSED_LOST', ...input }))).toEqual(['input.reasonForLoss REQUIRED']);
  expect(await read(boss, 'Deal', id, fields)).toEqual(before);

  expect(await update(boss, 'Deal', id, { stage: 'CLOSED_LOST', reasonForLoss: 'COMPETITION' }, 'reasonForLoss')).toEqual({
    reasonForLoss: 'COMPETITION',
  });
  expect(await update(boss, 'Deal', id, { stage: 'CLOSED_LOST_TO_COMPETITION' }, 'reasonForLoss')).toEqual({
    reasonForLoss: 'COMPETITION',
  });
  expect(faultsOf(await tryUpdate(boss, 'Deal', id, { reasonForLoss: null }))).toEqual(['input.reasonForLoss REQUIRED']);
  // What was lost before can go on being worked with.
  expect(await update(boss, 'Deal', old['id'], { nextStep: 'None', stage: 'CLOSED_LOST' }, 'nextStep')).toEqual({ nextStep: 'None' });

  const items = await Promise.all([1, 2].map(async () => (await create(boss, 'Deal', deal))['id'] as string));
  const { updateDeals } = await boss.ask(
    'mutation ($items: [DealUpdateItem!]!) { updateDeals(items: $items, onError: CONTINUE) { results { deal { reasonForLoss } error { fields { inputPath code } } } } }',
    { items: items.map((one, index) => ({ id: one, input: { stage: 'CLOSED_LOST', ...(index === 1 && { reasonForLoss: 'OTHER' }) } })) },
  );
  expect(updateDeals.results).toEqual([
    { deal: null, error: { fields: [{ inputPath: 'items.0.input.reasonForLoss', code: 'REQUIRED' }] } },
    { deal: { reasonForLoss: 'OTHER' }, error: null },
  ]);
});

test('bulk SQL closes deals like a mutation, and gives no open deal a reason', async () => {
  const made = await createMany(chief, 'Deal', [deal, deal]);
  const ids = made.map(({ id }) => rowId(id));
  await system(
    `UPDATE deal d SET stage_id = s.id FROM pipeline_stage s WHERE d.id = ANY($1) AND s.org = d.org AND s.pipeline_id = d.pipeline_id AND s.key = 'CLOSED_WON'`,
    [ids],
  );
  await system(`UPDATE deal SET reason_for_loss = 'PRICE' WHERE id = ANY($1)`, [ids]);
  for (const { id } of made)
    expect(await read(chief, 'Deal', id, `${fields} version stageHistory { totalCount }`)).toEqual({
      stageCategory: 'WON',
      closedAt: expect.any(String),
      salesCycleDuration: 0,
      reasonForLoss: null,
      probability: 10,
      version: 2,
      stageHistory: { totalCount: 2 },
    });
});

test('nobody writes by hand what follows from the stage', async () => {
  for (const name of ['stageCategory', 'closedAt', 'salesCycleDuration'])
    expect(faultsOf(await tryCreate(chief, 'Deal', { ...deal, [name]: null }))).toEqual([`input.${name} UNKNOWN_FIELD`]);
});

test('when a stage comes to mean something else, its deals do at once, without being changed', async () => {
  const initech = await crm.company('initech');
  const { id } = await create(initech.chief, 'Deal', { ...deal, stage: 'NEGOTIATION_REVIEW' });
  const means = (category: string) =>
    system(`UPDATE pipeline_stage SET category = $2 WHERE org = $1 AND key = 'NEGOTIATION_REVIEW'`, [initech.org, category]);
  await means('WON');
  expect(await read(initech.chief, 'Deal', id, `${fields} version`)).toMatchObject({
    stageCategory: 'WON',
    closedAt: expect.any(String),
    version: 1,
  });
  await means('OPEN');
  expect(await read(initech.chief, 'Deal', id, `${fields} version`)).toMatchObject({ stageCategory: 'OPEN', closedAt: null, version: 1 });
  const { rows } = await system('SELECT operation FROM change WHERE record_id = $1 ORDER BY id', [rowId(id)]);
  expect(rows).toEqual(['CREATE', 'DERIVED', 'DERIVED'].map((operation) => ({ operation })));
  expect(
    await initech.chief.ask(
      '{ deals(filter: { stageCategory: { eq: OPEN } }) { groups(by: [STAGE_CATEGORY]) { key { stageCategory } aggregate { count } } } }',
    ),
  ).toEqual({ deals: { groups: [{ key: { stageCategory: 'OPEN' }, aggregate: { count: 1 } }] } });
});

test('each move leaves a row of history, a reopening too; a move that another was faster with is a conflict', async () => {
  const { id } = await create(chief, 'Deal', { ...deal, amount: '100' });
  for (const stage of ['NEEDS_ANALYSIS', 'CLOSED_LOST', 'VALUE_PROPOSITION', 'CLOSED_WON']) await update(chief, 'Deal', id, { stage });
  expect(codesOf(await tryUpdate(chief, 'Deal', id, { stage: 'QUALIFICATION' }, 4))).toEqual(['CONFLICT']);
  const { stageHistory } = (await read(
    chief,
    'Deal',
    id,
    'stageHistory { nodes { stage { key category } probability durationInStage } }',
  ))!;
  expect(stageHistory.nodes).toEqual(
    [
      ['CLOSED_WON', 'WON', 100, null],
      ['VALUE_PROPOSITION', 'OPEN', 40, 0],
      ['CLOSED_LOST', 'LOST', 0, 0],
      ['NEEDS_ANALYSIS', 'OPEN', 20, 0],
      ['QUALIFICATION', 'OPEN', 10, 0],
    ].map(([key, category, probability, durationInStage]) => ({ stage: { key, category }, probability, durationInStage })),
  );
});

test('a retired stage takes no more deals, and keeps the ones it has', async () => {
  const umbrella = await crm.company('umbrella');
  const { id } = await create(umbrella.chief, 'Deal', { ...deal, stage: 'NEEDS_ANALYSIS' });
  await system(`UPDATE pipeline_stage SET is_retired = true WHERE org = $1 AND key = 'NEEDS_ANALYSIS'`, [umbrella.org]);
  expect(faultsOf(await tryCreate(umbrella.chief, 'Deal', { ...deal, stage: 'NEEDS_ANALYSIS', reasonForLoss: 'PRICE' }))).toEqual([
    'input.stage UNKNOWN_PICKLIST_VALUE',
  ]);
  expect(await update(umbrella.chief, 'Deal', id, { stage: 'NEEDS_ANALYSIS', nextStep: 'Go on' }, 'nextStep')).toEqual({
    nextStep: 'Go on',
  });
});
