import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { codesOf, faultsOf } from '../support/answers.js';
import { create, createMany, read, remove, restore, rowId, tryCreate, tryUpdate, update } from '../support/records.js';
import { transactionsOf } from '../support/transactions.js';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
let ada: Person;
let grace: Person;

beforeAll(async () => {
  crm = await workspace();
  acme = await crm.company('acme', [
    { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@acme.example.com' },
    { firstName: 'Grace', lastName: 'Hopper', email: 'grace@acme.example.com' },
  ]);
  ({ ada, grace } = acme.people as { ada: Person; grace: Person });
});
afterAll(() => crm.close());

/** Runs SQL in the system role, for what no mutation does yet. */
const system = (sql: string, values: unknown[] = []) => crm.app.database.system.query(sql, values);

describe('one record', () => {
  test('a new record has its owner, version, times and author by itself', async () => {
    const before = Date.now();
    const account = await create(
      ada,
      'Account',
      { accountName: 'Analytical Engines' },
      'version ownerId createdBy { fullName } modifiedBy { fullName } createdAt modifiedAt deletedAt',
    );
    expect(account).toMatchObject({
      version: 1,
      ownerId: `user_${ada.userId}`,
      createdBy: { fullName: 'Ada Lovelace' },
      modifiedBy: { fullName: 'Ada Lovelace' },
      deletedAt: null,
    });
    expect(account['createdAt']).toBe(account['modifiedAt']);
    // The clock of the database may be another one.
    expect(Date.parse(account['createdAt'] as string)).toBeGreaterThan(before - 5000);
    expect(Date.parse(account['createdAt'] as string)).toBeLessThan(Date.now() + 5000);
  });

  test('a record may belong to someone else from the start, and go to another later', async () => {
    const account = await create(
      ada,
      'Account',
      { accountName: 'Handed over', ownerId: `user_${grace.userId}` },
      'id owner { firstName } createdBy { firstName }',
    );
    expect(account).toMatchObject({ owner: { firstName: 'Grace' }, createdBy: { firstName: 'Ada' } });
    expect(
      await update(
        grace,
        'Account',
        account['id'] as string,
        { ownerId: `user_${ada.userId}` },
        'owner { firstName } modifiedBy { firstName }',
      ),
    ).toEqual({
      owner: { firstName: 'Ada' },
      modifiedBy: { firstName: 'Grace' },
    });
  });

  test('an update changes what is given, clears what is null and leaves what is absent', async () => {
    const { id } = await create(ada, 'Contact', { lastName: 'Byron', firstName: 'Anne', title: 'Countess', email: 'anne@example.com' });
    expect(await update(ada, 'Contact', id, { title: null, firstName: 'Annabella' }, 'version firstName title email lastName')).toEqual({
      version: 2,
      firstName: 'Annabella',
      title: null,
      email: 'anne@example.com',
      lastName: 'Byron',
    });
  });

  test('an update that changes nothing keeps the version and leaves no row in the log', async () => {
    const { id } = await create(ada, 'Account', { accountName: 'Steady', annualRevenue: '1000.50', employees: 3 });
    for (const input of [{}, { accountName: 'Steady' }, { annualRevenue: '1000.5' }, { employees: 3, phone: null }])
      expect(await update(ada, 'Account', id, input)).toEqual({ id, version: 1 });
    const { rows } = await system('SELECT count(*)::int AS rows FROM change WHERE record_id = $1', [rowId(id)]);
    expect(rows).toEqual([{ rows: 1 }]);
  });

  test('all wrong values of a record are told at once', async () => {
    const answer = await tryCreate(ada, 'Contact', {
      lastName: '  ',
      firstName: 'x'.repeat(41),
      email: 'nobody',
      salutation: 'ADMIRAL',
      accountId: 'account_00000000-0000-7000-8000-000000000000',
      reportingToId: `user_${ada.userId}`,
    });
    expect(codesOf(answer)).toEqual(['VALIDATION_FAILED']);
    expect(faultsOf(answer).sort()).toEqual([
      'input.accountId REFERENCE_NOT_FOUND',
      'input.email INVALID_FORMAT',
      'input.firstName TOO_LONG',
      'input.lastName REQUIRED',
      'input.reportingToId REFERENCE_NOT_FOUND',
      'input.salutation UNKNOWN_PICKLIST_VALUE',
    ]);
  });

  test('a required field can be neither left out, nor blank, nor cleared', async () => {
    expect(faultsOf(await tryCreate(ada, 'Contact', { firstName: 'Nameless' }))).toEqual(['input.lastName REQUIRED']);
    expect(faultsOf(await tryCreate(ada, 'Contact', { lastName: '\t \n' }))).toEqual(['input.lastName REQUIRED']);
    const { id } = await create(ada, 'Contact', { lastName: 'Named' });
    for (const name of ['lastName', 'ownerId', 'emailOptOut'])
      expect(faultsOf(await tryUpdate(ada, 'Contact', id, { [name]: null }))).toEqual([`input.${name} REQUIRED`]);
  });

  test('a field with a default takes it when absent', async () => {
    expect(await create(ada, 'Contact', { lastName: 'Default' }, 'emailOptOut')).toEqual({ emailOptOut: false });
    expect(await create(ada, 'Contact', { lastName: 'Own', emailOptOut: true }, 'emailOptOut')).toEqual({ emailOptOut: true });
  });

  test('the length of a text counts characters as people see them', async () => {
    const name = '🦊'.repeat(40);
    expect(await create(ada, 'Contact', { lastName: 'Fox', firstName: name }, 'firstName')).toEqual({ firstName: name });
    expect(faultsOf(await tryCreate(ada, 'Contact', { lastName: 'Fox', firstName: `${name}🦊` }))).toEqual(['input.firstName TOO_LONG']);
  });

  test('the full name has the label of the salutation and follows every part of it', async () => {
    const { id, fullName } = await create(ada, 'Contact', { salutation: 'DR', firstName: 'Ada', lastName: 'Lovelace' }, 'id fullName');
    expect(fullName).toBe('Dr. Ada Lovelace');
    expect(await update(ada, 'Contact', id, { firstName: null }, 'fullName')).toEqual({ fullName: 'Dr. Lovelace' });
    expect(await update(ada, 'Contact', id, { salutation: null, lastName: 'King' }, 'fullName')).toEqual({ fullName: 'King' });
  });

  test('a web address that a browser would run is refused', async () => {
    for (const website of ['javascript:alert(1)', 'data:text/html,x', 'a b'])
      expect(faultsOf(await tryCreate(ada, 'Account', { accountName: 'Web', website }))).toEqual(['input.website INVALID_FORMAT']);
    for (const website of ['example.com', 'https://example.com/a?b#c', 'localhost:8080'])
      expect(await create(ada, 'Account', { accountName: 'Web', website }, 'website')).toEqual({ website });
  });
});

describe('the bin', () => {
  test('a deleted record is out of lists, totals and look-ups until it is restored', async () => {
    const account = await create(ada, 'Account', { accountName: 'Binned' });
    const contact = await create(ada, 'Contact', { lastName: 'Left behind', accountId: account['id'] });
    const seen = () =>
      ada.ask(
        `query ($id: ID!, $contact: ID!) {
          account(id: $id) { id }
          accounts(filter: { id: { eq: $id } }) { totalCount nodes { id } }
          contact(id: $contact) { accountId account { accountName } }
          contacts(filter: { account: { accountName: { eq: "Binned" } } }) { totalCount }
        }`,
        { id: account['id'], contact: contact['id'] },
      );
    const before = await seen();
    expect(before).toEqual({
      account: { id: account['id'] },
      accounts: { totalCount: 1, nodes: [{ id: account['id'] }] },
      contact: { accountId: account['id'], account: { accountName: 'Binned' } },
      contacts: { totalCount: 1 },
    });
    await remove(ada, 'Account', account['id']);
    expect(await seen()).toEqual({
      account: null,
      accounts: { totalCount: 0, nodes: [] },
      contact: { accountId: account['id'], account: null },
      contacts: { totalCount: 0 },
    });
    await restore(ada, 'Account', account['id']);
    expect(await seen()).toEqual(before);
    expect(await read(ada, 'Account', account['id'], 'version deletedAt')).toEqual({ version: 3, deletedAt: null });
  });

  test('the answer of a deletion still shows the record', async () => {
    const { id } = await create(ada, 'Account', { accountName: 'Last look' });
    const { deleteAccount } = await ada.ask(
      'mutation ($id: ID!) { deleteAccount(id: $id) { account { id accountName version deletedAt } } }',
      { id },
    );
    expect(deleteAccount.account).toEqual({ id, accountName: 'Last look', version: 2, deletedAt: expect.any(String) });
  });

  test('a deleted record can be neither changed nor deleted again; one that is not deleted restores to itself', async () => {
    const { id } = await create(ada, 'Account', { accountName: 'Gone' });
    await restore(ada, 'Account', id);
    expect(await read(ada, 'Account', id)).toEqual({ id, version: 1 });
    await remove(ada, 'Account', id);
    expect(codesOf(await tryUpdate(ada, 'Account', id, { accountName: 'Back' }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await ada.send('mutation ($id: ID!) { deleteAccount(id: $id) { account { id } } }', { id }))).toEqual(['NOT_FOUND']);
  });

  test('a record in the bin can not be referred to', async () => {
    const { id } = await create(ada, 'Account', { accountName: 'Unreachable' });
    await remove(ada, 'Account', id);
    expect(faultsOf(await tryCreate(ada, 'Contact', { lastName: 'Late', accountId: id }))).toEqual(['input.accountId REFERENCE_NOT_FOUND']);
  });
});

describe('money', () => {
  test.each([
    ['EUR', undefined, '1000.5', '1000.50', '1000.50'],
    ['JPY', '160', '1001', '1001', '6.26'],
    ['KWD', '0.33', '1.235', '1.235', '3.74'],
    ['USD', '1.1', '-11.01', '-11.01', '-10.01'],
    ['EUR', '1', '0.000', '0.00', '0.00'],
  ])(
    'an amount in %s (rate %s) of %s is kept as %s and counts as %s in base currency',
    async (currency, exchangeRate, amount, kept, inBase) => {
      const account = await create(
        ada,
        'Account',
        { accountName: 'Rich', currency, ...(exchangeRate && { exchangeRate }), annualRevenue: amount },
        'annualRevenue annualRevenueInBaseCurrency currency',
      );
      expect(account).toEqual({ annualRevenue: kept, annualRevenueInBaseCurrency: inBase, currency });
    },
  );

  test('amounts keep every digit they may have', async () => {
    const amount = '9999999999999999.99';
    expect(await create(ada, 'Account', { accountName: 'Rich', annualRevenue: amount }, 'annualRevenue')).toEqual({
      annualRevenue: amount,
    });
  });

  test('another currency takes its rate of the day or the one that is given, and the rate of the base currency is 1', async () => {
    const faults = async (input: object) => faultsOf(await tryCreate(ada, 'Account', { accountName: 'Abroad', ...input }));
    const rateOf = async (input: object) =>
      (await create(ada, 'Account', { accountName: 'Abroad', ...input }, 'exchangeRate'))['exchangeRate'];
    expect(await rateOf({ currency: 'USD' })).toBe('1.1');
    expect(await rateOf({ currency: 'USD', exchangeRate: '1.25' })).toBe('1.25');
    expect(await faults({ currency: 'USD', exchangeRate: null })).toEqual(['input.exchangeRate REQUIRED']);
    expect(await faults({ currency: 'USD', exchangeRate: '0' })).toEqual(['input.exchangeRate OUT_OF_RANGE']);
    expect(await faults({ currency: 'USD', exchangeRate: '-1.5' })).toEqual(['input.exchangeRate OUT_OF_RANGE']);
    expect(await faults({ exchangeRate: '1.1' })).toEqual(['input.exchangeRate CONTRADICTION']);
    expect(await faults({ currency: 'EUR', exchangeRate: '1.0' })).toEqual([]);
  });

  test('a change of the currency or its rate counts the same amount anew', async () => {
    const fields = 'annualRevenue annualRevenueInBaseCurrency currency exchangeRate';
    const { id } = await create(ada, 'Account', { accountName: 'Mover', annualRevenue: '100.55' });
    // Yen cannot hold the cents.
    expect(faultsOf(await tryUpdate(ada, 'Account', id, { currency: 'JPY' }))).toEqual(['input.currency TOO_MANY_DECIMALS']);
    await update(ada, 'Account', id, { annualRevenue: '101' });
    expect(await update(ada, 'Account', id, { currency: 'JPY' }, fields)).toEqual({
      annualRevenue: '101',
      annualRevenueInBaseCurrency: '0.63',
      currency: 'JPY',
      exchangeRate: '160',
    });
    expect(await update(ada, 'Account', id, { exchangeRate: '100' }, fields)).toMatchObject({ annualRevenueInBaseCurrency: '1.01' });
    expect(await update(ada, 'Account', id, { currency: 'EUR' }, fields)).toEqual({
      annualRevenue: '101.00',
      annualRevenueInBaseCurrency: '101.00',
      currency: 'EUR',
      exchangeRate: '1',
    });
  });
});

describe('picklists', () => {
  test('a value comes with its label, and the organisation may have another label and values of its own', async () => {
    const globex = await crm.company('globex');
    await system(`UPDATE picklist_value SET label = 'Hosting' WHERE org = $1 AND picklist = 'Industry' AND key = 'SERVICE_PROVIDER'`, [
      globex.org,
    ]);
    await system(`INSERT INTO picklist_value (org, picklist, key, label, place) VALUES ($1, 'Industry', 'SPACE', 'Space travel', 99)`, [
      globex.org,
    ]);
    const made = (person: Person, industry: string) =>
      create(person, 'Account', { accountName: 'Listed', industry }, 'industry industryLabel');
    expect(await made(globex.chief, 'SERVICE_PROVIDER')).toEqual({ industry: 'SERVICE_PROVIDER', industryLabel: 'Hosting' });
    expect(await made(ada, 'SERVICE_PROVIDER')).toEqual({ industry: 'SERVICE_PROVIDER', industryLabel: 'Service Provider' });
    expect(await made(globex.chief, 'SPACE')).toEqual({ industry: 'SPACE', industryLabel: 'Space travel' });
    expect(faultsOf(await tryCreate(ada, 'Account', { accountName: 'Listed', industry: 'SPACE' }))).toEqual([
      'input.industry UNKNOWN_PICKLIST_VALUE',
    ]);
  });

  test('a retired value stays on old records and is refused in new ones', async () => {
    const initech = await crm.company('initech');
    const { id } = await create(initech.chief, 'Account', { accountName: 'Old', rating: 'ACTIVE' });
    await system(`UPDATE picklist_value SET is_retired = true WHERE org = $1 AND picklist = 'Rating' AND key = 'ACTIVE'`, [initech.org]);
    expect(await update(initech.chief, 'Account', id, { accountName: 'Older' }, 'rating ratingLabel')).toEqual({
      rating: 'ACTIVE',
      ratingLabel: 'Active',
    });
    expect(faultsOf(await tryCreate(initech.chief, 'Account', { accountName: 'New', rating: 'ACTIVE' }))).toEqual([
      'input.rating UNKNOWN_PICKLIST_VALUE',
    ]);
  });

  test('a value of another list is refused, whatever its key looks like', async () => {
    for (const industry of ['ACTIVE', 'service_provider', '', 'Industry/SERVICE_PROVIDER', "'; DROP TABLE account; --"]) {
      expect(faultsOf(await tryCreate(ada, 'Account', { accountName: 'Odd', industry }))).toEqual([
        'input.industry UNKNOWN_PICKLIST_VALUE',
      ]);
    }
  });
});

describe('deals and their stages', () => {
  const fields = 'id version stage { key } pipelineId probability expectedRevenue';
  const deal = { dealName: 'Pilot', closingDate: '2027-01-31', stage: 'QUALIFICATION' };
  let partners: string;

  beforeAll(async () => {
    partners = await addPipeline(acme.org, 'PARTNERS', [
      ['QUALIFICATION', 15],
      ['SIGNED', 100],
    ]);
  });

  test('a deal goes into the default pipeline and takes the probability of its stage', async () => {
    expect(await create(ada, 'Deal', { ...deal, amount: '1000' }, fields)).toMatchObject({
      stage: { key: 'QUALIFICATION' },
      pipelineId: `pipeline_${acme.pipelines.get('STANDARD')!}`,
      probability: 10,
      expectedRevenue: '100.00',
    });
  });

  test('the same key is another stage in another pipeline', async () => {
    expect(await create(ada, 'Deal', { ...deal, pipelineId: partners, amount: '1000' }, fields)).toMatchObject({
      pipelineId: partners,
      probability: 15,
      expectedRevenue: '150.00',
    });
  });

  test('a change of the stage brings its probability unless one is given; other changes leave it', async () => {
    const { id } = await create(ada, 'Deal', { ...deal, probability: 42, amount: '100.10' });
    expect(await read(ada, 'Deal', id, fields)).toMatchObject({ probability: 42, expectedRevenue: '42.04' });
    expect(await update(ada, 'Deal', id, { nextStep: 'Call' }, fields)).toMatchObject({ probability: 42 });
    expect(await update(ada, 'Deal', id, { stage: 'QUALIFICATION' }, fields)).toMatchObject({ probability: 42 });
    expect(await update(ada, 'Deal', id, { stage: 'NEEDS_ANALYSIS' }, fields)).toMatchObject({ probability: 20, expectedRevenue: '20.02' });
    expect(await update(ada, 'Deal', id, { stage: 'NEGOTIATION_REVIEW', probability: 99 }, fields)).toMatchObject({ probability: 99 });
    expect(await update(ada, 'Deal', id, { probability: null }, fields)).toMatchObject({ probability: null, expectedRevenue: null });
  });

  test('a stage that the pipeline does not have is refused with the ones it has', async () => {
    const answer = await tryCreate(ada, 'Deal', { ...deal, stage: 'SIGNED' });
    expect(faultsOf(answer)).toEqual(['input.stage UNKNOWN_PICKLIST_VALUE']);
    expect(answer.errors![0]!.message).toContain('NEEDS_ANALYSIS');
    expect(faultsOf(await tryCreate(ada, 'Deal', { ...deal, pipelineId: partners, stage: 'NEEDS_ANALYSIS' }))).toEqual([
      'input.stage UNKNOWN_PICKLIST_VALUE',
    ]);
  });

  test('another pipeline needs a stage of it in the same call', async () => {
    const { id } = await create(ada, 'Deal', deal);
    expect(faultsOf(await tryUpdate(ada, 'Deal', id, { pipelineId: partners }))).toEqual(['input.stage REQUIRED']);
    expect(await update(ada, 'Deal', id, { pipelineId: partners, stage: 'SIGNED' }, fields)).toMatchObject({
      pipelineId: partners,
      stage: { key: 'SIGNED' },
      probability: 100,
    });
    expect(await update(ada, 'Deal', id, { pipelineId: partners, dealName: 'Same pipeline' }, fields)).toMatchObject({
      stage: { key: 'SIGNED' },
    });
  });

  test('a probability beyond 100 per cent and a pipeline of nobody are refused', async () => {
    expect(faultsOf(await tryCreate(ada, 'Deal', { ...deal, probability: 101 }))).toEqual(['input.probability OUT_OF_RANGE']);
    expect(faultsOf(await tryCreate(ada, 'Deal', { ...deal, pipelineId: 'pipeline_00000000-0000-7000-8000-000000000000' }))).toEqual([
      'input.pipelineId REFERENCE_NOT_FOUND',
    ]);
  });

  test('each change of stage, amount, probability or closing date adds a row of history, other changes none', async () => {
    const { id } = await create(ada, 'Deal', { ...deal, amount: '100' });
    await update(ada, 'Deal', id, { dealName: 'Renamed', nextStep: 'Wait' });
    await update(ada, 'Deal', id, { stage: 'NEEDS_ANALYSIS' });
    await update(ada, 'Deal', id, { amount: '200' });
    await update(ada, 'Deal', id, { closingDate: '2027-02-28', probability: 30 });
    const history = await read(
      ada,
      'Deal',
      id,
      'stageHistory { nodes { stage { key } amount probability expectedRevenue closingDate durationInStage } }',
    );
    const row = (
      key: string,
      amount: string,
      probability: number,
      expectedRevenue: string,
      closingDate: string,
      durationInStage: number | null,
    ) => ({ stage: { key }, amount, probability, expectedRevenue, closingDate, durationInStage });
    expect(history!['stageHistory'].nodes).toEqual([
      row('NEEDS_ANALYSIS', '200.00', 30, '60.00', '2027-02-28', null),
      row('NEEDS_ANALYSIS', '200.00', 20, '40.00', '2027-01-31', null),
      row('NEEDS_ANALYSIS', '100.00', 20, '20.00', '2027-01-31', null),
      row('QUALIFICATION', '100.00', 10, '10.00', '2027-01-31', 0),
    ]);
  });

  test('the time in a stage runs in seconds from entering to leaving it, whatever else changes meanwhile', async () => {
    const { id } = await create(ada, 'Deal', deal);
    const entries = async (): Promise<unknown> =>
      (await read(
        ada,
        'Deal',
        id,
        'stageHistory(orderBy: [{ createdAt: ASC }, { id: ASC }]) { nodes { stage { key } isStageEntry secondsInStage durationInStage } }',
      ))!['stageHistory'].nodes;
    /** Moves all that has happened so far some hours back. */
    const wait = async (hours: number): Promise<void> => {
      const owner = new pg.Client({ connectionString: crm.url });
      await owner.connect();
      try {
        await owner.query('ALTER TABLE deal_stage_history DISABLE TRIGGER USER');
        await owner.query('ALTER TABLE deal DISABLE TRIGGER USER');
        await system(`UPDATE deal_stage_history SET created_at = created_at - make_interval(hours => ${hours}) WHERE deal_id = $1`, [
          rowId(id),
        ]);
        await system(`UPDATE deal SET stage_entered_at = stage_entered_at - make_interval(hours => ${hours}) WHERE id = $1`, [rowId(id)]);
      } finally {
        await owner.query('ALTER TABLE deal_stage_history ENABLE TRIGGER USER');
        await owner.query('ALTER TABLE deal ENABLE TRIGGER USER');
        await owner.end();
      }
    };
    await wait(13);
    await update(ada, 'Deal', id, { amount: '5' });
    await wait(10);
    const { secondsInStage } = (await read(ada, 'Deal', id, 'secondsInStage'))!;
    expect(Math.floor((secondsInStage as number) / 3600)).toBe(23);
    await update(ada, 'Deal', id, { stage: 'NEEDS_ANALYSIS' });
    await wait(23);
    await update(ada, 'Deal', id, { closingDate: '2027-03-01' });
    await update(ada, 'Deal', id, { stage: 'QUALIFICATION', probability: 11 });
    const rows = (await entries()) as {
      stage: { key: string };
      isStageEntry: boolean;
      secondsInStage: number | null;
      durationInStage: number | null;
    }[];
    const hours = (seconds: number | null): number | null => (seconds === null ? null : Math.floor(seconds / 3600));
    expect(rows.map((row) => [row.stage.key, row.isStageEntry, hours(row.secondsInStage), row.durationInStage])).toEqual([
      ['QUALIFICATION', true, 23, 0],
      ['QUALIFICATION', false, null, null],
      ['NEEDS_ANALYSIS', true, 23, 0],
      ['NEEDS_ANALYSIS', false, null, null],
      ['QUALIFICATION', true, null, null],
    ]);
    const now = (await read(ada, 'Deal', id, 'stageEnteredAt secondsInStage stageHistory(last: 1) { nodes { createdAt } } version'))!;
    const { deals } = await ada.ask(
      'query ($id: ID!, $at: DateTime!) { deals(filter: { id: { eq: $id }, stageEnteredAt: { gte: $at } }) { totalCount } }',
      { id, at: now['stageEnteredAt'] },
    );
    expect([hours(now['secondsInStage'] as number), deals.totalCount, now['version']]).toEqual([0, 1, 5]);
  });

  test('the duration in a stage is the whole days of it', async () => {
    const { id } = await create(ada, 'Deal', deal);
    const owner = new pg.Client({ connectionString: crm.url });
    await owner.connect();
    try {
      // Only so can a row be of the past: the trigger keeps the time of creation.
      await owner.query('ALTER TABLE deal_stage_history DISABLE TRIGGER USER');
      await system(`UPDATE deal_stage_history SET created_at = now() - interval '3 days 23 hours' WHERE deal_id = $1`, [rowId(id)]);
      await owner.query('ALTER TABLE deal_stage_history ENABLE TRIGGER USER');
    } finally {
      await owner.end();
    }
    await update(ada, 'Deal', id, { stage: 'CLOSED_LOST' });
    const history = await read(ada, 'Deal', id, 'stageHistory { nodes { stage { key } durationInStage version } }');
    expect(history!['stageHistory'].nodes).toEqual([
      { stage: { key: 'CLOSED_LOST' }, durationInStage: null, version: 1 },
      // Closing the row is no change of it.
      { stage: { key: 'QUALIFICATION' }, durationInStage: 3, version: 1 },
    ]);
  });
});

/** A pipeline beside the standard one; its id. */
async function addPipeline(org: string, key: string, stages: readonly [key: string, probability: number][]): Promise<string> {
  const { rows } = await system(
    `INSERT INTO pipeline (org, id, key, name, is_default, place) VALUES ($1, crm_uuid7(), $2, $2, false, 2) RETURNING id`,
    [org, key],
  );
  const [{ id }] = rows as [{ id: string }];
  for (const [index, [stage, probability]] of stages.entries()) {
    await system(
      `INSERT INTO pipeline_stage (org, id, pipeline_id, key, label, place, probability, category, forecast_category) VALUES ($1, crm_uuid7(), $2, $3, $3, $4, $5, 'OPEN', 'PIPELINE')`,
      [org, id, stage, index + 1, probability],
    );
  }
  return `pipeline_${id}`;
}

describe('many records in one call', () => {
  const bulk = `mutation ($inputs: [AccountCreateInput!]!, $onError: OnError!) {
    createAccounts(inputs: $inputs, onError: $onError) { succeeded failed results { index account { accountName } error { code message fields { inputPath code } } } }
  }`;

  test('a thousand records are written in one call, and 1,001 are refused', async () => {
    const inputs = Array.from({ length: 1001 }, (_, index) => ({ accountName: `Bulk ${index}` }));
    const answer = await ada.send(bulk, { inputs, onError: 'CONTINUE' });
    expect(faultsOf(answer)).toEqual(['inputs TOO_MANY']);
    const { createAccounts } = await ada.ask(bulk, { inputs: inputs.slice(1), onError: 'ABORT' });
    expect(createAccounts).toMatchObject({ succeeded: 1000, failed: 0 });
    expect(createAccounts.results.map((result: { account: object }) => result.account)).toEqual(inputs.slice(1));
    const items = Array.from({ length: 1001 }, () => ({ id: 'account_x', input: {} }));
    expect(
      faultsOf(await ada.send('mutation ($items: [AccountUpdateItem!]!) { updateAccounts(items: $items) { failed } }', { items })),
    ).toEqual(['items TOO_MANY']);
    for (const verb of ['delete', 'restore']) {
      const references = items.map(({ id }) => ({ id }));
      expect(
        faultsOf(
          await ada.send(`mutation ($references: [AccountReference!]!) { ${verb}Accounts(items: $references) { failed } }`, { references }),
        ),
      ).toEqual(['items TOO_MANY']);
    }
  });

  const inputs = [
    { accountName: 'First' },
    { accountName: ' ', phone: 'x'.repeat(31) },
    { accountName: 'Third', industry: 'NONSENSE' },
    { accountName: 'Fourth' },
  ];

  test('ABORT names the faults of every row and writes nothing', async () => {
    const umbrella = await crm.company('umbrella');
    const answer = await umbrella.chief.send(bulk, { inputs, onError: 'ABORT' });
    expect(answer.data).toBeNull();
    expect(faultsOf(answer)).toEqual([
      'inputs.1.accountName REQUIRED',
      'inputs.1.phone TOO_LONG',
      'inputs.2.industry UNKNOWN_PICKLIST_VALUE',
    ]);
    expect(await umbrella.chief.ask('{ accounts { totalCount } }')).toEqual({ accounts: { totalCount: 0 } });
  });

  test('CONTINUE writes the rows that are right and says of each what became of it', async () => {
    const { createAccounts } = await ada.ask(bulk, { inputs, onError: 'CONTINUE' });
    expect(createAccounts).toEqual({
      succeeded: 2,
      failed: 2,
      results: [
        { index: 0, account: { accountName: 'First' }, error: null },
        {
          index: 1,
          account: null,
          error: {
            code: 'VALIDATION_FAILED',
            message: expect.stringContaining('2 values'),
            fields: [
              { inputPath: 'inputs.1.accountName', code: 'REQUIRED' },
              { inputPath: 'inputs.1.phone', code: 'TOO_LONG' },
            ],
          },
        },
        {
          index: 2,
          account: null,
          error: {
            code: 'VALIDATION_FAILED',
            message: expect.stringContaining('NONSENSE'),
            fields: [{ inputPath: 'inputs.2.industry', code: 'UNKNOWN_PICKLIST_VALUE' }],
          },
        },
        { index: 3, account: { accountName: 'Fourth' }, error: null },
      ],
    });
  });

  test('an update of many says which were not there, had moved on, or stood in the call twice', async () => {
    const [one, two, three] = await createMany(ada, 'Account', [{ accountName: 'One' }, { accountName: 'Two' }, { accountName: 'Three' }]);
    await update(ada, 'Account', two!['id'], { phone: '1' });
    const items = [
      { id: one!['id'], input: { accountName: 'One more' } },
      { id: two!['id'], input: { accountName: 'Two more' }, expectedVersion: 1 },
      { id: 'account_00000000-0000-7000-8000-000000000000', input: { accountName: 'None' } },
      { id: one!['id'], input: { accountName: 'Again' } },
      { id: three!['id'], input: { employees: -1 } },
      { id: three!['id'], input: { employees: 7 } },
    ];
    const send = (onError: string) =>
      ada.send(
        `mutation ($items: [AccountUpdateItem!]!, $onError: OnError!) {
          updateAccounts(items: $items, onError: $onError) { succeeded failed results { index account { accountName version } error { code currentVersion changedFields fields { inputPath code } } } }
        }`,
        { items, onError },
      );
    expect(await send('ABORT')).toMatchObject({ data: null });
    expect(await read(ada, 'Account', one!['id'], 'accountName')).toEqual({ accountName: 'One' });

    const error = (code: string, more: object = {}) => ({ code, currentVersion: null, changedFields: null, fields: [], ...more });
    expect((await send('CONTINUE')).data!['updateAccounts']).toEqual({
      succeeded: 1,
      failed: 5,
      results: [
        { index: 0, account: { accountName: 'One more', version: 2 }, error: null },
        { index: 1, account: null, error: error('CONFLICT', { currentVersion: 2, changedFields: ['phone'] }) },
        { index: 2, account: null, error: error('NOT_FOUND') },
        { index: 3, account: null, error: error('VALIDATION_FAILED', { fields: [{ inputPath: 'items.3.id', code: 'CONTRADICTION' }] }) },
        {
          index: 4,
          account: null,
          error: error('VALIDATION_FAILED', { fields: [{ inputPath: 'items.4.input.employees', code: 'OUT_OF_RANGE' }] }),
        },
        { index: 5, account: null, error: error('VALIDATION_FAILED', { fields: [{ inputPath: 'items.5.id', code: 'CONTRADICTION' }] }) },
      ],
    });
  });

  test('rows of one call may change different fields', async () => {
    const made = await createMany(ada, 'Contact', [{ lastName: 'A' }, { lastName: 'B', title: 'Boss' }, { lastName: 'C' }]);
    const inputs = [{ firstName: 'Al' }, { title: null }, { firstName: 'Cy', mobile: '1' }];
    const { updateContacts } = await ada.ask(
      'mutation ($items: [ContactUpdateItem!]!) { updateContacts(items: $items) { results { contact { version firstName lastName title mobile } } } }',
      { items: made.map(({ id }, index) => ({ id, input: inputs[index] })) },
    );
    expect(updateContacts.results.map((result: { contact: object }) => result.contact)).toEqual([
      { version: 2, firstName: 'Al', lastName: 'A', title: null, mobile: null },
      { version: 2, firstName: null, lastName: 'B', title: null, mobile: null },
      { version: 2, firstName: 'Cy', lastName: 'C', title: null, mobile: '1' },
    ]);
  });

  test('many are deleted and restored in one call', async () => {
    const made = await createMany(ada, 'Account', [{ accountName: 'X' }, { accountName: 'Y' }]);
    const items = [...made.map(({ id }) => ({ id })), { id: 'account_x' }];
    const { deleteAccounts } = await ada.ask(
      'mutation ($items: [AccountReference!]!) { deleteAccounts(items: $items, onError: CONTINUE) { succeeded failed results { account { accountName deletedAt } error { code } } } }',
      { items },
    );
    expect(deleteAccounts).toEqual({
      succeeded: 2,
      failed: 1,
      results: [
        { account: { accountName: 'X', deletedAt: expect.any(String) }, error: null },
        { account: { accountName: 'Y', deletedAt: expect.any(String) }, error: null },
        { account: null, error: { code: 'NOT_FOUND' } },
      ],
    });
    const { restoreAccounts } = await ada.ask(
      'mutation ($items: [AccountReference!]!) { restoreAccounts(items: $items) { succeeded results { account { version deletedAt } } } }',
      { items: made.map(({ id }) => ({ id, expectedVersion: 2 })) },
    );
    expect(restoreAccounts).toEqual({
      succeeded: 2,
      results: [{ account: { version: 3, deletedAt: null } }, { account: { version: 3, deletedAt: null } }],
    });
  });

  test('no rows are no error', async () => {
    expect(
      await ada.ask(
        'mutation { createAccounts(inputs: []) { succeeded failed results { index } } updateDeals(items: []) { results { index } } }',
      ),
    ).toEqual({
      createAccounts: { succeeded: 0, failed: 0, results: [] },
      updateDeals: { results: [] },
    });
  });
});

describe('the answer of a mutation', () => {
  test('reads what the mutation wrote, related lists, aliases and figures included', async () => {
    const account = await create(ada, 'Account', { accountName: 'Parent' });
    const answer = await ada.ask(
      `mutation ($account: ID!) {
        made: createContacts(inputs: [{ lastName: "Ant", accountId: $account }, { lastName: "Bee", accountId: $account }]) {
          results { it: contact { name: lastName account { accountName people: contacts(orderBy: [{ lastName: ASC }], first: 1) { totalCount nodes { lastName } pageInfo { hasNextPage } } } } }
        }
      }`,
      { account: account['id'] },
    );
    const of = { accountName: 'Parent', people: { totalCount: 2, nodes: [{ lastName: 'Ant' }], pageInfo: { hasNextPage: true } } };
    expect(answer).toEqual({ made: { results: [{ it: { name: 'Ant', account: of } }, { it: { name: 'Bee', account: of } }] } });
  });

  test('takes as many statements for five hundred rows as for one', async () => {
    const account = await create(ada, 'Account', { accountName: 'Crowded' });
    const made = (count: number) =>
      transactionsOf(crm, () =>
        createMany(
          ada,
          'Contact',
          Array.from({ length: count }, (_, index) => ({ lastName: `C${index}`, accountId: account['id'], salutation: 'MS' })),
          'id fullName account { accountName } deals(first: 2) { nodes { dealName } }',
        ),
      );
    const { begun, statements } = await made(1);
    expect(begun).toBe(1);
    expect(statements).toEqual([
      expect.stringContaining('picklist_value'),
      expect.stringMatching(/^INSERT INTO contact/),
      expect.stringMatching(/^SELECT .* FROM contact/),
    ]);
    expect(await made(500)).toEqual({ begun, statements });
  });

  test('shows what an earlier field of the same operation wrote', async () => {
    const { id } = await create(ada, 'Account', { accountName: 'Step 0' });
    expect(
      await ada.ask(
        `mutation ($id: ID!) {
          a: updateAccount(id: $id, input: { accountName: "Step 1" }) { account { version accountName } }
          b: updateAccount(id: $id, input: { phone: "1" }, expectedVersion: 2) { account { version accountName phone } }
          c: deleteAccount(id: $id) { account { version } }
        }`,
        { id },
      ),
    ).toEqual({
      a: { account: { version: 2, accountName: 'Step 1' } },
      b: { account: { version: 3, accountName: 'Step 1', phone: '1' } },
      c: { account: { version: 4 } },
    });
  });
});

describe('one operation is one transaction', () => {
  test('when a later field fails, the earlier ones are undone and the data is null', async () => {
    const wayne = await crm.company('wayne');
    const { id } = await create(wayne.chief, 'Account', { accountName: 'Before' });
    const answer = await wayne.chief.send(
      `mutation ($id: ID!) {
        one: createAccount(input: { accountName: "Undone" }) { account { id } }
        two: updateAccount(id: $id, input: { accountName: "After" }) { account { id } }
        three: createContact(input: { lastName: " " }) { contact { id } }
        four: createAccount(input: { accountName: "Never" }) { account { id } }
      }`,
      { id },
    );
    expect(answer.data).toBeNull();
    expect(answer.errors).toMatchObject([{ path: ['three'], extensions: { code: 'VALIDATION_FAILED' } }]);
    expect(await wayne.chief.ask('{ accounts { nodes { accountName version } } }')).toEqual({
      accounts: { nodes: [{ accountName: 'Before', version: 1 }] },
    });
    const { rows } = await system(`SELECT count(*)::int AS rows FROM change WHERE org = $1 AND module = 'Account'`, [wayne.org]);
    expect(rows).toEqual([{ rows: 1 }]);
  });

  test('an answer that is too large to read undoes the writes as well', async () => {
    const stark = await crm.company('stark');
    const inputs = Array.from({ length: 200 }, () => ({ accountName: 'Too much' }));
    const answer = await stark.chief.send(
      'mutation ($inputs: [AccountCreateInput!]!) { createAccounts(inputs: $inputs) { results { account { contacts(first: 500) { nodes { id } } } } } }',
      { inputs },
    );
    expect(answer.data).toBeNull();
    expect(new Set(codesOf(answer))).toEqual(new Set(['COST_EXCEEDED']));
    expect(await stark.chief.ask('{ accounts { totalCount } }')).toEqual({ accounts: { totalCount: 0 } });
  });
});

describe('several writers', () => {
  test('of two who expect the same version one is told what the other changed', async () => {
    const { id } = await create(ada, 'Account', { accountName: 'Contested' });
    const answers = await Promise.all([
      tryUpdate(ada, 'Account', id, { phone: '1' }, 1),
      tryUpdate(grace, 'Account', id, { phone: '2' }, 1),
    ]);
    const [lost, more] = answers.filter(({ errors }) => errors);
    expect(more).toBeUndefined();
    expect(codesOf(lost!)).toEqual(['CONFLICT']);
    expect(lost!.errors![0]!.extensions).toMatchObject({ id, currentVersion: 2, changedFields: ['phone'] });
    expect(await read(ada, 'Account', id)).toEqual({ id, version: 2 });
  });

  test('those who expect no version all get through, one after the other, and no field is lost', async () => {
    const { id } = await create(ada, 'Account', { accountName: 'Shared' });
    const inputs = [
      { phone: '1' },
      { fax: '2' },
      { website: 'example.com' },
      { employees: 4 },
      { billingCity: 'Five' },
      { tickerSymbol: 'SIX' },
    ];
    await Promise.all(inputs.map((input, index) => update(index % 2 ? ada : grace, 'Account', id, input)));
    expect(await read(ada, 'Account', id, 'version phone fax website employees billingCity tickerSymbol')).toEqual({
      version: 7,
      ...Object.assign({}, ...inputs),
    });
  });

  test("calls that lock the same rows in different orders do not get in each other's way", async () => {
    const made = await createMany(
      ada,
      'Account',
      Array.from({ length: 20 }, (_, index) => ({ accountName: `Row ${index}` })),
    );
    const send = (rows: typeof made, phone: string) =>
      ada.ask('mutation ($items: [AccountUpdateItem!]!) { updateAccounts(items: $items) { succeeded } }', {
        items: rows.map(({ id }) => ({ id, input: { phone } })),
      });
    const { begun } = await transactionsOf(crm, () =>
      Promise.all([send(made, '1'), send(made.toReversed(), '2'), send(made, '3'), send(made.toReversed(), '4')]),
    );
    expect(await read(ada, 'Account', made[0]!['id'])).toMatchObject({ version: 5 });
    expect(begun).toBe(4);
  });

  test('a writer who is held up for too long is told to try again, and nothing is written', async () => {
    const { id } = await create(ada, 'Account', { accountName: 'Held' });
    await crm.app.services.transactions.run({ org: ada.org, actor: ada.userId, cause: 'test' }, async (transaction) => {
      await transaction.run('SELECT id::text FROM account WHERE id = $1::uuid FOR UPDATE', [rowId(id)]);
      const answer = await tryUpdate(grace, 'Account', id, { phone: '1' });
      expect(answer.data).toBeNull();
      expect(answer.errors).toMatchObject([{ extensions: { code: 'BUSY', retryable: true } }]);
    });
    expect(await read(ada, 'Account', id)).toEqual({ id, version: 1 });
  });
});

describe('trees', () => {
  const chain = async (length: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let at = 0; at < length; at++)
      ids.push(
        (await create(ada, 'Account', { accountName: `Level ${at}`, ...(at > 0 && { parentAccountId: ids[at - 1] }) }))['id'] as string,
      );
    return ids;
  };

  test('a record can be neither its own parent nor its own ancestor', async () => {
    const [top, , bottom] = await chain(3);
    expect(faultsOf(await tryUpdate(ada, 'Account', top!, { parentAccountId: top }))).toEqual(['input.parentAccountId CYCLE']);
    expect(faultsOf(await tryUpdate(ada, 'Account', top!, { parentAccountId: bottom }))).toEqual(['input.parentAccountId CYCLE']);
    expect(await read(ada, 'Account', top!, 'parentAccountId version')).toEqual({ parentAccountId: null, version: 1 });
  });

  test('the circle is also found when it goes through the bin', async () => {
    const [top, middle, bottom] = await chain(3);
    await remove(ada, 'Account', middle!);
    expect(faultsOf(await tryUpdate(ada, 'Account', top!, { parentAccountId: bottom }))).toEqual(['input.parentAccountId CYCLE']);
  });

  test('of two who close a circle from both sides at once one gets through, at the first attempt of both', async () => {
    for (let round = 0; round < 3; round++) {
      const [one, two] = (await createMany(ada, 'Account', [{ accountName: 'One' }, { accountName: 'Two' }])).map(({ id }) => id as string);
      const { begun } = await transactionsOf(crm, async () => {
        const answers = await Promise.all([
          tryUpdate(ada, 'Account', one!, { parentAccountId: two }),
          tryUpdate(grace, 'Account', two!, { parentAccountId: one }),
        ]);
        expect(answers.map(faultsOf).sort()).toEqual([[], ['input.parentAccountId CYCLE']]);
      });
      // Who loses a race runs again.
      expect(begun).toBe(2);
    }
  });

  test('a circle inside one call is refused, and with CONTINUE the other rows are written', async () => {
    const [one, two, three] = (
      await createMany(ada, 'Account', [{ accountName: 'One' }, { accountName: 'Two' }, { accountName: 'Three' }])
    ).map(({ id }) => id as string);
    const items = [
      { id: one, input: { parentAccountId: two } },
      { id: two, input: { parentAccountId: one } },
      { id: three, input: { parentAccountId: one, phone: '3' } },
    ];
    const send = (onError: string) =>
      ada.send(
        'mutation ($items: [AccountUpdateItem!]!, $onError: OnError!) { updateAccounts(items: $items, onError: $onError) { results { account { parentAccountId phone } error { fields { inputPath code } } } } }',
        { items, onError },
      );
    expect(faultsOf(await send('ABORT'))).toEqual(['items.0.input.parentAccountId CYCLE', 'items.1.input.parentAccountId CYCLE']);
    expect((await send('CONTINUE')).data!['updateAccounts'].results).toEqual([
      { account: null, error: { fields: [{ inputPath: 'items.0.input.parentAccountId', code: 'CYCLE' }] } },
      { account: null, error: { fields: [{ inputPath: 'items.1.input.parentAccountId', code: 'CYCLE' }] } },
      { account: { parentAccountId: one, phone: '3' }, error: null },
    ]);
    expect(await read(ada, 'Account', one!, 'version parentAccountId')).toEqual({ version: 1, parentAccountId: null });
  });
});
