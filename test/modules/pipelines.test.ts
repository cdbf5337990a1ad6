import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codesOf, faultsOf } from '../support/answers.js';
import { changesOf } from '../support/change-log.js';
import { create, createMany, read, remove, restore, tryCreate, update } from '../support/records.js';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
beforeAll(async () => {
  crm = await workspace();
});
afterAll(() => crm.close());

interface Stage {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly place: number;
  readonly version: number;
}
interface Pipeline {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly place: number;
  readonly version: number;
  readonly stages: { readonly nodes: readonly Stage[] };
}

let count = 0;
const company = (): Promise<Company> =>
  crm.company(`acme${++count}`, [
    { lastName: 'Chief', email: `chief@acme${count}.example.com` },
    { lastName: 'Rep', email: `rep@acme${count}.example.com` },
  ]);

const STAGES = 'stages { nodes { id key label place version } }';
const pipelinesOf = async (person: Person): Promise<Pipeline[]> =>
  (await person.ask(`{ pipelines { nodes { id key name isDefault place version ${STAGES} } } }`))['pipelines'].nodes as Pipeline[];
const keysOf = ({ stages }: Pipeline): string[] => stages.nodes.map(({ key }) => key);
const stageOf = (pipeline: Pipeline, key: string): Stage => pipeline.stages.nodes.find((one) => one.key === key)!;

const tryMake = (person: Person, input: object) =>
  person.send(
    `mutation ($input: PipelineCreateInput!) { createPipeline(input: $input) { pipeline { id key name isDefault place version ${STAGES} } } }`,
    { input },
  );
const tryAddStage = (person: Person, input: object) =>
  person.send(
    'mutation ($input: PipelineStageCreateInput!) { createPipelineStage(input: $input) { pipelineStage { id key place forecastCategory color } } }',
    { input },
  );
const tryChange = (person: Person, what: 'Pipeline' | 'PipelineStage', id: string, input: object, expectedVersion?: number) =>
  person.send(
    `mutation ($id: ID!, $input: ${what}UpdateInput!, $v: Int) { update${what}(id: $id, input: $input, expectedVersion: $v) { ${what === 'Pipeline' ? 'pipeline' : 'pipelineStage'} { id } } }`,
    { id, input, v: expectedVersion },
  );
const tryDeleteStage = (person: Person, id: string, transferTo?: string, expectedVersion?: number) =>
  person.send(
    'mutation ($id: ID!, $to: ID, $v: Int) { deletePipelineStage(id: $id, transferTo: $to, expectedVersion: $v) { pipelineStage { id } } }',
    { id, to: transferTo, v: expectedVersion },
  );
const tryDelete = (person: Person, id: string, transfer?: object) =>
  person.send('mutation ($id: ID!, $t: PipelineTransferInput) { deletePipeline(id: $id, transfer: $t) { pipeline { id } } }', {
    id,
    t: transfer,
  });

const partner = {
  name: 'Partner Sales',
  stages: {
    create: [
      { label: 'Gespräch führen', probability: 20, category: 'OPEN' },
      { label: 'Qualification', probability: 15, category: 'OPEN', forecastCategory: 'BEST_CASE', color: '#00ff00' },
      { label: '勝ち', probability: 100, category: 'WON' },
      { label: 'Lost', key: 'GONE', probability: 0, category: 'LOST' },
    ],
  },
};
const makePartner = async (person: Person): Promise<Pipeline> => {
  const answer = await tryMake(person, partner);
  if (answer.errors) throw new Error(answer.text);
  return answer.data!['createPipeline'].pipeline as Pipeline;
};
const deal = (more: object = {}) => ({ dealName: 'Pilot', closingDate: '2027-01-31', stage: 'QUALIFICATION', ...more });

test('a pipeline is made with its stages: keys from labels, forecasts from categories, places in order', async () => {
  const { chief } = await company();
  const made = await makePartner(chief);
  expect(made).toMatchObject({ key: 'PARTNER_SALES', name: 'Partner Sales', isDefault: false, place: 2, version: 1 });
  expect(made.stages.nodes.map(({ key, place }) => [key, place])).toEqual([
    ['GESPRACH_FUHREN', 1],
    ['QUALIFICATION', 2],
    ['PIPELINESTAGE_1', 3],
    ['GONE', 4],
  ]);
  const { nodes } = (await chief.ask(`{ pipeline(id: "${made.id}") { stages { nodes { forecastCategory color } } } }`))['pipeline'].stages;
  expect(nodes).toEqual([
    { forecastCategory: 'PIPELINE', color: null },
    { forecastCategory: 'BEST_CASE', color: '#00ff00' },
    { forecastCategory: 'CLOSED', color: null },
    { forecastCategory: 'OMITTED', color: null },
  ]);
  const made2 = await create(chief, 'Deal', deal({ pipelineId: made.id }), 'probability stage { id }');
  expect(made2).toEqual({ probability: 15, stage: { id: stageOf(made, 'QUALIFICATION').id } });
});

test('a pipeline without a stage of each category, or with faulty stages, is not made, and every fault is told', async () => {
  const { chief } = await company();
  const [open] = partner.stages.create;
  expect(faultsOf(await tryMake(chief, { name: 'Bare' }))).toEqual(['input.stages REQUIRED']);
  expect(faultsOf(await tryMake(chief, { name: 'standard', stages: { create: [open] } })).sort()).toEqual([
    'input.name NOT_UNIQUE',
    'input.stages REQUIRED',
  ]);
  const create = [
    { label: ' ', probability: 101, category: 'OPEN', color: 'red' },
    { label: 'A', key: 'lower', probability: 1, category: 'OPEN' },
    { label: 'Won', probability: 100, category: 'WON', forecastCategory: 'PIPELINE' },
    { label: 'won', key: 'WON2', probability: 1, category: 'LOST' },
    { label: 'x'.repeat(121), probability: 1, category: 'OPEN' },
    { label: 'B', key: 'WON', probability: 1, category: 'OPEN', color: '#12345' },
  ];
  expect(faultsOf(await tryMake(chief, { name: 'Faulty', stages: { create } })).sort()).toEqual([
    'input.stages.create.0.color INVALID_FORMAT',
    'input.stages.create.0.label REQUIRED',
    'input.stages.create.0.probability OUT_OF_RANGE',
    'input.stages.create.1.key INVALID_FORMAT',
    'input.stages.create.2.forecastCategory CONTRADICTION',
    'input.stages.create.3.probability CONTRADICTION',
    'input.stages.create.4.label TOO_LONG',
    'input.stages.create.5.color INVALID_FORMAT',
  ]);
  expect((await pipelinesOf(chief)).map(({ name }) => name)).toEqual(['Standard']);
});

test('exactly one pipeline is the default: another takes its turn, and the default can not be given up, retired or deleted', async () => {
  const { chief } = await company();
  const made = await makePartner(chief);
  const [standard] = await pipelinesOf(chief);
  expect(faultsOf(await tryChange(chief, 'Pipeline', standard!.id, { isDefault: false }))).toEqual(['input.isDefault CONTRADICTION']);
  expect(faultsOf(await tryChange(chief, 'Pipeline', standard!.id, { isRetired: true }))).toEqual(['input.isRetired CONTRADICTION']);
  expect(faultsOf(await tryDelete(chief, standard!.id))).toEqual(['id CONTRADICTION']);
  expect((await tryChange(chief, 'Pipeline', made.id, { isDefault: true, name: 'Partners', place: 1 })).errors).toBeUndefined();
  expect((await pipelinesOf(chief)).map(({ name, key, isDefault, place }) => [name, key, isDefault, place])).toEqual([
    ['Partners', 'PARTNER_SALES', true, 1],
    ['Standard', 'STANDARD', false, 2],
  ]);
  expect(await create(chief, 'Deal', deal(), 'pipeline { name }')).toEqual({ pipeline: { name: 'Partners' } });

  // Two at once: whoever comes second wins, and there is one.
  await Promise.all([made.id, standard!.id].map((id) => tryChange(chief, 'Pipeline', id, { isDefault: true })));
  expect((await pipelinesOf(chief)).filter(({ isDefault }) => isDefault)).toHaveLength(1);
});

test('a retired pipeline keeps its deals going and lets no other in', async () => {
  const { chief } = await company();
  const made = await makePartner(chief);
  const { id } = await create(chief, 'Deal', deal({ pipelineId: made.id }));
  expect((await tryChange(chief, 'Pipeline', made.id, { isRetired: true })).errors).toBeUndefined();
  expect(await update(chief, 'Deal', id as string, { stage: 'GONE' }, 'stage { key }')).toEqual({ stage: { key: 'GONE' } });
  expect(faultsOf(await tryCreate(chief, 'Deal', deal({ pipelineId: made.id })))).toEqual(['input.pipelineId CONTRADICTION']);
});

test('a stage is added at a place, renamed, recolored and moved; its key stays, and deals keep their probability', async () => {
  const { chief } = await company();
  const [standard] = await pipelinesOf(chief);
  const { id } = await create(chief, 'Deal', deal());
  const added = await tryAddStage(chief, {
    pipelineId: standard!.id,
    label: 'Proposal/Price quote 2',
    probability: 50,
    category: 'OPEN',
    place: 2,
  });
  expect(added.data!['createPipelineStage'].pipelineStage).toMatchObject({
    key: 'PROPOSAL_PRICE_QUOTE_2',
    place: 2,
    forecastCategory: 'PIPELINE',
  });
  expect(
    faultsOf(await tryAddStage(chief, { pipelineId: standard!.id, label: 'qualification', probability: 50, category: 'OPEN' })),
  ).toEqual(['input.label NOT_UNIQUE']);
  const first = stageOf(standard!, 'QUALIFICATION');
  const change = { label: 'Kwalificatie', probability: 12, color: '#ABCDEF', forecastCategory: 'COMMITTED', place: 3 };
  expect((await tryChange(chief, 'PipelineStage', first.id, change, 1)).errors).toBeUndefined();
  expect(codesOf(await tryChange(chief, 'PipelineStage', first.id, { label: 'x' }, 1))).toEqual(['CONFLICT']);
  const [after] = await pipelinesOf(chief);
  expect(after!.stages.nodes.slice(0, 4).map(({ key, place }) => [key, place])).toEqual([
    ['PROPOSAL_PRICE_QUOTE_2', 1],
    ['NEEDS_ANALYSIS', 2],
    ['QUALIFICATION', 3],
    ['VALUE_PROPOSITION', 4],
  ]);
  expect(await read(chief, 'Deal', id as string, 'version probability stage { label }')).toEqual({
    version: 1,
    probability: 10,
    stage: { label: 'Kwalificatie' },
  });
  const misfit = await tryChange(chief, 'PipelineStage', first.id, { forecastCategory: 'CLOSED' });
  expect(faultsOf(misfit)).toEqual(['input.forecastCategory CONTRADICTION']);
});

test('a stage that deals stand in keeps its category, and a pipeline an active stage of each', async () => {
  const { chief } = await company();
  const [standard] = await pipelinesOf(chief);
  const { id } = await create(chief, 'Deal', deal());
  await remove(chief, 'Deal', id as string);
  const [first, second, won] = ['QUALIFICATION', 'NEEDS_ANALYSIS', 'CLOSED_WON'].map((key) => stageOf(standard!, key).id);
  expect(faultsOf(await tryChange(chief, 'PipelineStage', first!, { category: 'LOST' }))).toEqual(['input.category CONTRADICTION']);
  expect((await tryChange(chief, 'PipelineStage', second!, { category: 'LOST' })).errors).toBeUndefined();
  expect(await chief.ask(`{ pipelineStage(id: "${second!}") { category forecastCategory } }`)).toEqual({
    pipelineStage: { category: 'LOST', forecastCategory: 'OMITTED' },
  });
  expect(faultsOf(await tryChange(chief, 'PipelineStage', won!, { isRetired: true }))).toEqual(['input.isRetired CONTRADICTION']);
  expect(faultsOf(await tryChange(chief, 'PipelineStage', won!, { category: 'OPEN' }))).toEqual(['input.category CONTRADICTION']);
  expect(faultsOf(await tryDeleteStage(chief, won!))).toEqual(['id CONTRADICTION']);
});

test('a retired stage is kept by the deals in it and refused to others, until it is brought back', async () => {
  const { chief } = await company();
  const [standard] = await pipelinesOf(chief);
  const { id } = await create(chief, 'Deal', deal());
  const stage = stageOf(standard!, 'QUALIFICATION');
  await tryChange(chief, 'PipelineStage', stage.id, { isRetired: true });
  expect(await update(chief, 'Deal', id as string, { stage: 'QUALIFICATION', nextStep: 'Call' }, 'nextStep')).toEqual({ nextStep: 'Call' });
  expect(faultsOf(await tryCreate(chief, 'Deal', deal()))).toEqual(['input.stage UNKNOWN_PICKLIST_VALUE']);
  await tryChange(chief, 'PipelineStage', stage.id, { isRetired: false });
  expect((await tryCreate(chief, 'Deal', deal())).errors).toBeUndefined();
});

test('a deleted stage hands its deals over, those in the bin too, with history, version and log', async () => {
  const { chief } = await company();
  const [standard] = await pipelinesOf(chief);
  const stage = stageOf(standard!, 'QUALIFICATION');
  const [kept, binned] = await createMany(chief, 'Deal', [deal({ amount: '100' }), deal()]);
  await remove(chief, 'Deal', binned!['id'] as string);

  expect(faultsOf(await tryDeleteStage(chief, stage.id))).toEqual(['transferTo REQUIRED']);
  expect(faultsOf(await tryDeleteStage(chief, stage.id, 'NOWHERE'))).toEqual(['transferTo REFERENCE_NOT_FOUND']);
  expect(faultsOf(await tryDeleteStage(chief, stage.id, 'QUALIFICATION'))).toEqual(['transferTo REFERENCE_NOT_FOUND']);
  expect(codesOf(await tryDeleteStage(chief, stage.id, 'NEEDS_ANALYSIS', 9))).toEqual(['CONFLICT']);
  expect(codesOf(await tryDeleteStage(chief, 'stage_x'))).toEqual(['NOT_FOUND']);
  expect((await read(chief, 'Deal', kept!['id'] as string))!['version']).toBe(1);

  expect((await tryDeleteStage(chief, stage.id, 'NEEDS_ANALYSIS')).errors).toBeUndefined();
  await restore(chief, 'Deal', binned!['id'] as string);
  for (const one of [kept, binned])
    expect(await read(chief, 'Deal', one!['id'] as string, 'probability stage { key } stageHistory { nodes { probability } }')).toEqual({
      probability: 20,
      stage: { key: 'NEEDS_ANALYSIS' },
      stageHistory: { nodes: expect.arrayContaining([{ probability: 10 }, { probability: 20 }]) },
    });
  expect((await changesOf(crm, kept!['id'] as string)).map(({ operation, version }) => [operation, version])).toEqual([
    ['CREATE', 1],
    ['UPDATE', 2],
  ]);
  expect(keysOf((await pipelinesOf(chief))[0]!)).not.toContain('QUALIFICATION');
  const again = await tryAddStage(chief, { pipelineId: standard!.id, label: 'Qualification', probability: 5, category: 'OPEN' });
  expect(again.data!['createPipelineStage'].pipelineStage.key).toBe('QUALIFICATION_2');
});

test('a deleted pipeline maps each stage with deals to one of another pipeline; what lacks one is told at once', async () => {
  const { chief } = await company();
  const made = await makePartner(chief);
  const [standard] = await pipelinesOf(chief);
  const [open, lost, binned] = await createMany(chief, 'Deal', [
    deal({ pipelineId: made.id }),
    deal({ pipelineId: made.id, stage: 'GONE', reasonForLoss: 'PRICE' }),
    deal({ pipelineId: made.id, stage: 'GESPRACH_FUHREN' }),
  ]);
  await remove(chief, 'Deal', binned!['id'] as string);
  expect(faultsOf(await tryDelete(chief, made.id))).toEqual(['transfer REQUIRED', 'transfer REQUIRED', 'transfer REQUIRED']);
  const wrong = {
    pipelineId: standard!.id,
    stages: [
      { from: 'QUALIFICATION', to: 'GONE' },
      { from: 'NOPE', to: 'CLOSED_LOST' },
      { from: 'QUALIFICATION', to: 'CLOSED_LOST' },
    ],
  };
  const answer = await tryDelete(chief, made.id, wrong);
  expect(faultsOf(answer)).toEqual([
    'transfer.stages.0.to REFERENCE_NOT_FOUND',
    'transfer.stages.1.from REFERENCE_NOT_FOUND',
    'transfer.stages.2.from CONTRADICTION',
    'transfer.stages REQUIRED',
    'transfer.stages REQUIRED',
  ]);
  expect(answer.errors![0]!.extensions['fields']).toContainEqual(expect.objectContaining({ details: { stage: 'GONE', deals: 1 } }));
  expect(faultsOf(await tryDelete(chief, made.id, { ...wrong, pipelineId: made.id }))[0]).toBe('transfer.pipelineId CONTRADICTION');

  const stages = [
    { from: 'QUALIFICATION', to: stageOf(standard!, 'VALUE_PROPOSITION').id },
    { from: stageOf(made, 'GONE').id, to: 'CLOSED_LOST' },
    { from: 'GESPRACH_FUHREN', to: 'QUALIFICATION' },
  ];
  expect((await tryDelete(chief, made.id, { pipelineId: standard!.id, stages })).errors).toBeUndefined();
  await restore(chief, 'Deal', binned!['id'] as string);
  const now = await Promise.all(
    [open, lost, binned].map((one) =>
      read(chief, 'Deal', one!['id'] as string, 'pipeline { key } stage { key } probability reasonForLoss'),
    ),
  );
  expect(now).toEqual([
    { pipeline: { key: 'STANDARD' }, stage: { key: 'VALUE_PROPOSITION' }, probability: 40, reasonForLoss: null },
    { pipeline: { key: 'STANDARD' }, stage: { key: 'CLOSED_LOST' }, probability: 0, reasonForLoss: 'PRICE' },
    { pipeline: { key: 'STANDARD' }, stage: { key: 'QUALIFICATION' }, probability: 10, reasonForLoss: null },
  ]);
  expect((await pipelinesOf(chief)).map(({ key }) => key)).toEqual(['STANDARD']);
});

test('more deals than one statement moves are moved all the same', async () => {
  const { chief } = await company();
  const [standard] = await pipelinesOf(chief);
  for (let call = 0; call < 3; call++)
    await createMany(
      chief,
      'Deal',
      Array.from({ length: 900 }, () => deal()),
    );
  expect((await tryDeleteStage(chief, stageOf(standard!, 'QUALIFICATION').id, 'NEEDS_ANALYSIS')).errors).toBeUndefined();
  const { deals } = await chief.ask('{ deals(filter: { stage: { key: { eq: "NEEDS_ANALYSIS" } } }) { totalCount } }');
  expect(deals.totalCount).toBe(2700);
});

test('no deal is left behind in a stage that is deleted while deals enter it', async () => {
  const { chief, people } = await company();
  const [standard] = await pipelinesOf(chief);
  const stages = ['QUALIFICATION', 'NEEDS_ANALYSIS', 'VALUE_PROPOSITION'];
  for (const key of stages) {
    const entering = Array.from({ length: 12 }, (_, at) =>
      tryCreate(people['rep']!, 'Deal', deal({ dealName: `${key}${at}`, stage: key })),
    );
    const deleting = tryDeleteStage(chief, stageOf(standard!, key).id, 'IDENTIFY_DECISION_MAKERS');
    await Promise.all([...entering, deleting]);
    expect((await deleting).errors).toBeUndefined();
    const refused = (await Promise.all(entering)).flatMap(faultsOf);
    expect(refused.filter((text) => !/^input\.stage (UNKNOWN_PICKLIST_VALUE|REFERENCE_NOT_FOUND)$/.test(text))).toEqual([]);
  }
  const { rows } = await crm.app.database.system.query(
    'SELECT d.id FROM deal d JOIN pipeline_stage s ON s.org = d.org AND s.id = d.stage_id WHERE s.deleted_at IS NOT NULL',
  );
  expect(rows).toEqual([]);
});

test('stages and pipelines are put in an order that names each once; of two at once, the later holds', async () => {
  const { chief } = await company();
  const made = await makePartner(chief);
  const ids = made.stages.nodes.map(({ id }) => id);
  const reorder = (order: readonly string[]) =>
    chief.send(`mutation ($p: ID!, $ids: [ID!]!) { reorderPipelineStages(pipelineId: $p, ids: $ids) { pipeline { ${STAGES} } } }`, {
      p: made.id,
      ids: order,
    });
  const placesIn = async (): Promise<string[]> =>
    (await pipelinesOf(chief)).find(({ id }) => id === made.id)!.stages.nodes.map(({ id }) => id);
  const turned = [...ids].reverse();
  expect((await reorder(turned)).data!['reorderPipelineStages'].pipeline.stages.nodes.map(({ id }: Stage) => id)).toEqual(turned);
  await Promise.all([reorder(ids), reorder(turned)]);
  expect([ids, turned]).toContainEqual(await placesIn());
  const before = await placesIn();
  expect(faultsOf(await reorder([ids[0]!, ids[0]!, 'stage_x', 'no id', ids[1]!])).sort()).toEqual([
    'ids REQUIRED',
    'ids.1 CONTRADICTION',
    'ids.2 REFERENCE_NOT_FOUND',
    'ids.3 REFERENCE_NOT_FOUND',
  ]);
  expect(await placesIn()).toEqual(before);

  const pipelines = (await pipelinesOf(chief)).map(({ id }) => id).reverse();
  const answer = await chief.ask('mutation ($ids: [ID!]!) { reorderPipelines(ids: $ids) { pipelines { id place } } }', { ids: pipelines });
  expect(answer['reorderPipelines'].pipelines).toEqual(pipelines.map((id, at) => ({ id, place: at + 1 })));
});

test('a Standard user changes none of it, and another organisation’s stages and pipelines are not there', async () => {
  const [{ chief, people }, other] = [await company(), await company()];
  const [theirs] = await pipelinesOf(other.chief);
  const [ours] = await pipelinesOf(chief);
  const rep = people['rep']!;
  const stage = stageOf(ours!, 'QUALIFICATION').id;
  const refused = [
    tryMake(rep, partner),
    tryAddStage(rep, { pipelineId: ours!.id, label: 'x', probability: 1, category: 'OPEN' }),
    tryChange(rep, 'Pipeline', ours!.id, { name: 'x' }),
    tryChange(rep, 'PipelineStage', stage, { label: 'x' }),
    tryDelete(rep, ours!.id),
    tryDeleteStage(rep, stage),
    rep.send('mutation ($ids: [ID!]!) { reorderPipelines(ids: $ids) { pipelines { id } } }', { ids: [ours!.id] }),
    rep.send('mutation ($p: ID!, $ids: [ID!]!) { reorderPipelineStages(pipelineId: $p, ids: $ids) { pipeline { id } } }', {
      p: ours!.id,
      ids: [stage],
    }),
  ];
  for (const answer of await Promise.all(refused)) expect(codesOf(answer)).toEqual(['FORBIDDEN']);
  expect(await pipelinesOf(chief)).toEqual([ours]);

  const foreign = stageOf(theirs!, 'QUALIFICATION').id;
  expect(codesOf(await tryChange(chief, 'PipelineStage', foreign, { label: 'x' }))).toEqual(['NOT_FOUND']);
  expect(codesOf(await tryDeleteStage(chief, foreign))).toEqual(['NOT_FOUND']);
  expect(faultsOf(await tryDeleteStage(chief, stage, foreign))).toEqual(['transferTo REFERENCE_NOT_FOUND']);
  expect(faultsOf(await tryAddStage(chief, { pipelineId: theirs!.id, label: 'x', probability: 1, category: 'OPEN' }))).toEqual([
    'input.pipelineId REFERENCE_NOT_FOUND',
  ]);
  expect(await pipelinesOf(other.chief)).toEqual([theirs]);
});
