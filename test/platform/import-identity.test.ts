/** Which record a row of a file is, and which it refers to: nothing is merged, dropped or taken for another without a word. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compiled } from '../support/server-process.js';
import { countsOf, importsConfig, importsOf, type EndedJob, type Imports } from '../support/imports.js';
import { create } from '../support/records.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let folder: string;
let crm: Workspace;
let ada: Person;
let imports: Imports;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relata-identity-'));
  crm = await workspace({ config: importsConfig(folder) });
  await crm.app.http.listen({ host: '127.0.0.1', port: 0 });
  ada = (await crm.company('identity', [{ email: 'ada@identity.example.com', lastName: 'Ada' }])).chief;
  imports = importsOf(ada);
});
afterAll(async () => {
  await crm.close();
  await rm(folder, { recursive: true, force: true });
});

/** The values of a list's records, as one text each. */
async function list(query: string): Promise<string[]> {
  const data = await ada.ask(`{ list: ${query} }`);
  const texts = (value: unknown): string =>
    value !== null && typeof value === 'object' ? Object.values(value).map(texts).join('/') : String(value);
  return (data['list'].nodes as object[]).map((node) => Object.values(node).map(texts).join(' ')).toSorted();
}

const repeatsOf = ({ result }: EndedJob): unknown => (result!['files'] as { repeated: unknown }[]).map(({ repeated }) => repeated);
const problems = ({ rows }: EndedJob): string[] =>
  rows.nodes.flatMap(({ place, outcome, errorMessage }) => (outcome === 'REJECTED' ? [`${place} ${errorMessage}`] : []));
const SHARED = 'Other rows of this file have the same: which record each of them is, only an id or a unique field can tell.';

async function preview(content: string, settings: object = {}, fileName = 'accounts.csv'): Promise<Record<string, any>> {
  const { previewImport } = await ada.ask(
    'query ($file: ImportInput!) { previewImport(file: $file) { module columns { column field externalId lookup reason repeated } samples { input problems notes } } }',
    { file: { fileId: await imports.upload(content, fileName), ...settings } },
  );
  return previewImport as Record<string, any>;
}

describe('rows of one file', () => {
  test('three deals of one name are three deals, in one step and over several, in a trial as in the real run', async () => {
    for (const name of ['Acme', 'Globex', 'Initech']) await create(ada, 'Account', { accountName: name });
    const deals =
      'Deal Name,Account,Amount,Stage,Closing Date\nRenewal,Acme,1000,Qualification,2027-01-01\nRenewal,Globex,2000,Qualification,2027-01-01\nRenewal,Initech,3000,Qualification,2027-01-01\n';
    const fileId = await imports.upload(deals, 'deals.csv');
    const trial = await imports.ended(await imports.start([{ fileId }], true));
    const done = await imports.ended(await imports.start([{ fileId }]));
    expect([countsOf(trial), countsOf(done)]).toMatchObject([
      { created: 3, updated: 0, failed: 0 },
      { created: 3, updated: 0, failed: 0 },
    ]);
    expect(await list('deals(filter: { dealName: { eq: "Renewal" } }) { nodes { account { accountName } amount } }')).toEqual([
      'Acme 1000.00',
      'Globex 2000.00',
      'Initech 3000.00',
    ]);
    const many = Array.from({ length: 2100 }, (_, i) => `Support,${(i % 7) + 1},Qualification,2027-01-01`);
    const large = await imports.run(`Deal Name,Amount,Stage,Closing Date\n${many.join('\n')}\n`, {}, 'deals.csv');
    expect(countsOf(large)).toMatchObject({ created: 2100, updated: 0, failed: 0 });
    const { deals: sum } = await ada.ask('{ deals(filter: { dealName: { eq: "Support" } }) { aggregate { sum { amount } } } }');
    expect(Number(sum.aggregate.sum.amount)).toBe(8400);
  });

  test('a deal of the same name that was there before is left alone; by its id or its key it is changed', async () => {
    const before = await create(ada, 'Deal', { dealName: 'Twice', stage: 'QUALIFICATION', closingDate: '2027-01-01', amount: '5' });
    const first = await imports.run('Deal Name,Amount,Stage,Closing Date\nTwice,7,Qualification,2027-01-01\n', {}, 'deals.csv');
    expect([countsOf(first), first.result!['alike']]).toMatchObject([{ created: 1, updated: 0 }, 1]);
    const byId = await imports.run(`id,Deal Name,Amount\n${String(before['id'])},Twice,6\n`, {}, 'deals.csv');
    expect(countsOf(byId)).toMatchObject({ created: 0, updated: 1 });
    const keyed = 'Record ID,Deal Name,Amount,Stage,Closing Date\nk1,Twice,8,Qualification,2027-01-01\n';
    expect(countsOf(await imports.run(keyed, {}, 'deals.csv'))).toMatchObject({ created: 1 });
    expect(countsOf(await imports.run(keyed.replace(',8,', ',9,'), {}, 'deals.csv'))).toMatchObject({ created: 0, updated: 1 });
    expect(await list('deals(filter: { dealName: { eq: "Twice" } }) { nodes { amount } }')).toEqual(['6.00', '7.00', '9.00']);
    // Whoever says that names tell deals apart is believed, where they do.
    const named = await imports.run('Deal Name,Amount\nTwice,1\n', { matchBy: { field: 'dealName' } }, 'deals.csv');
    expect(problems(named)).toEqual([expect.stringContaining('3 records have this value')]);
  });

  test('accounts of one name are accounts of their own, however it is written; with one that is there already nobody can tell', async () => {
    const rows = 'Account Name,Phone\nBranch,1\nOther,2\n branch ,3\nBRANCH,4\n';
    const done = await imports.run(rows);
    expect([countsOf(done), repeatsOf(done)]).toMatchObject([
      { created: 4, updated: 0, failed: 0 },
      [[{ column: 'Account Name', rows: 2, isOneRecord: false }]],
    ]);
    const again = await imports.run(rows);
    expect([countsOf(again), problems(again)]).toMatchObject([
      { created: 0, updated: 0, unchanged: 1, failed: 3 },
      [1, 3, 4].map((place) => expect.stringContaining(`${place} Account Name:`)),
    ]);
    await create(ada, 'Account', { accountName: 'Head office', phone: '0' });
    const unclear = await imports.run('Account Name,Phone\nHead office,1\nHead office,2\n');
    expect(problems(unclear)).toEqual([`1 Account Name: ${SHARED}`, `2 Account Name: ${SHARED}`]);
    const others = await imports.run('Account Name,Phone\nHead office,1\nHead office,2\n', { mode: 'ADD' });
    expect(countsOf(others)).toMatchObject({ created: 0, unchanged: 2, failed: 0 });
    expect(await list('accounts(filter: { accountName: { eq: "Head office" } }) { nodes { phone } }')).toEqual(['0']);
  });

  test('one name in more steps than one is as many accounts as rows', async () => {
    const rows = Array.from({ length: 1500 }, (_, i) => `Chain,${i}`);
    const done = await imports.run(`Account Name,Phone\n${rows.join('\n')}\n`);
    expect([countsOf(done), repeatsOf(done)]).toMatchObject([
      { created: 1500, updated: 0, failed: 0 },
      [[{ column: 'Account Name', rows: 1499, isOneRecord: false }]],
    ]);
  });

  test('people who share an address are people of their own; who says that addresses tell them apart is told which do not', async () => {
    const rows = 'Last Name,Email\nOne,office@shared.example\nTwo,Office@shared.example\nThree,three@shared.example\n';
    const refused = await imports.run(rows, { matchBy: { field: 'email' } }, 'contacts.csv');
    expect([countsOf(refused), problems(refused)]).toMatchObject([{ created: 1, failed: 2 }, [`1 Email: ${SHARED}`, `2 Email: ${SHARED}`]]);
    const done = await imports.run(rows, {}, 'contacts.csv');
    expect(countsOf(done)).toMatchObject({ created: 2, unchanged: 1, failed: 0 });
    expect(await list('contacts(filter: { email: { endsWith: "@shared.example" } }) { nodes { lastName } }')).toEqual([
      'One',
      'Three',
      'Two',
    ]);
  });

  test('rows of one key are of one record, and are counted before anything is written', async () => {
    const rows = 'Product Name,Product Code,Unit Price\nBolt,B-1,1\nBolt,B-1,2\nNut,B-2,3\nNut,b-1,4\n';
    const seen = await preview(rows, {}, 'products.csv');
    const counts = seen['columns'].map((one: Record<string, unknown>) => [one['column'], one['repeated']]);
    expect(counts).toEqual([
      ['Product Name', 0],
      ['Product Code', 2],
      ['Unit Price', 0],
    ]);
    const done = await imports.run(rows, {}, 'products.csv');
    expect([countsOf(done), repeatsOf(done)]).toMatchObject([
      { created: 2, updated: 2 },
      [[{ column: 'Product Code', rows: 2, isOneRecord: true }]],
    ]);
  });
});

describe('references that are not there', () => {
  const hierarchy = async (prefix: string): Promise<string[]> =>
    list(`accounts(filter: { accountName: { startsWith: "${prefix}" } }) { nodes { accountName parentAccount { accountName } } }`);
  const leftOut = ({ result }: EndedJob): unknown => result!['leftOut'];

  test('only the one that is missing is left empty: its row is there for others, before it and behind it', async () => {
    const settings = { source: 'legacy', skipsMissingReferences: true };
    const done = await imports.run('Id,Account Name,ParentId\n2,Tree Parent,999\n1,Tree Child,2\n', settings);
    expect([countsOf(done), leftOut(done)]).toMatchObject([
      { created: 2, failed: 0 },
      [{ column: 'ParentId', count: 1, values: [{ value: '999', count: 1 }] }],
    ]);
    expect(await hierarchy('Tree')).toEqual(['Tree Child Tree Parent', 'Tree Parent null']);
    const deep = 'Id,Account Name,ParentId\n13,Deep C,12\n12,Deep B,11\n11,Deep A,10\n14,Deep D,13\n15,Deep E,\n';
    const trial = await imports.ended(await imports.start([{ fileId: await imports.upload(deep), ...settings }], true));
    const real = await imports.run(deep, settings);
    expect([countsOf(trial), countsOf(real), leftOut(real)]).toMatchObject([
      { created: 5, failed: 0 },
      { created: 5, failed: 0 },
      [{ column: 'ParentId', count: 1 }],
    ]);
    expect(await hierarchy('Deep')).toEqual(['Deep A null', 'Deep B Deep A', 'Deep C Deep B', 'Deep D Deep C', 'Deep E null']);
  });

  test('a circle is opened where it has to be, and said', async () => {
    const done = await imports.run('Id,Account Name,ParentId\n21,Ring A,22\n22,Ring B,21\n', {
      source: 'legacy',
      skipsMissingReferences: true,
    });
    expect(countsOf(done)).toMatchObject({ created: 2, failed: 0 });
    const found = await hierarchy('Ring');
    const missing = found.filter((text) => text.endsWith('null')).length;
    expect([missing > 0, leftOut(done)]).toMatchObject([true, [{ column: 'ParentId', count: missing }]]);
  });

  test('owners and accounts that are not there are counted by column and value', async () => {
    const file =
      'Deal Name,Stage,Closing Date,Account,Owner\nLost 1,Qualification,2027-01-01,Nobody Ltd,Ghost\nLost 2,Qualification,2027-01-01,Nobody Ltd,Ada\nLost 3,Qualification,2027-01-01,Never Inc,Ghost\n';
    const done = await imports.run(file, { skipsMissingReferences: true }, 'deals.csv');
    expect([countsOf(done), leftOut(done)]).toEqual([
      { state: 'DONE', created: 3, updated: 0, unchanged: 0, failed: 0 },
      [
        {
          column: 'Account',
          count: 3,
          values: [
            { value: 'Nobody Ltd', count: 2 },
            { value: 'Never Inc', count: 1 },
          ],
        },
        { column: 'Owner', count: 2, values: [{ value: 'Ghost', count: 2 }] },
      ],
    ]);
  });

  test('ids that stand for nothing are nothing, and so are the words that an import names', async () => {
    const salesforce =
      'Id,Name,ParentId,Phone\n001A,Null A,000000000000000AAA,N/A\n001B,Null B,001A,null\n001C,Null C,000000000000000,NULL\n';
    const done = await imports.run(salesforce, { source: 'salesforce', emptyValues: ['NULL', ' n/a '] }, 'Account.csv');
    expect([countsOf(done), leftOut(done)]).toMatchObject([{ created: 3, failed: 0 }, undefined]);
    expect(
      await list(
        'accounts(filter: { accountName: { startsWith: "Null " } }) { nodes { accountName parentAccount { accountName } phone } }',
      ),
    ).toEqual(['Null A null null', 'Null B Null A null', 'Null C null null']);
    const guid = '00000000-0000-0000-0000-000000000000';
    const dynamics = await imports.run(`Id,Account Name,ParentId\nd1,Guid A,${guid}\nd2,Guid B,{${guid}}\n`, { source: 'dynamics' });
    expect(countsOf(dynamics)).toMatchObject({ created: 2, failed: 0 });
    // Without the wish, a word is a word.
    await imports.run('Account Name,Account Site\nWord,N/A\n');
    expect(await list('accounts(filter: { accountName: { eq: "Word" } }) { nodes { accountSite } }')).toEqual(['N/A']);
    const fileId = await imports.upload('Account Name\nX\n');
    const { errors } = await ada.send('mutation ($files: [ImportInput!]!) { startImport(files: $files) { job { id } } }', {
      files: [{ fileId, emptyValues: Array.from({ length: 101 }, String) }],
    });
    expect(errors![0]!.extensions['fields']).toMatchObject([{ inputPath: 'files.0.emptyValues', code: 'TOO_MANY' }]);
  });
});

test('ids of Salesforce are known without its name, long or short', async () => {
  const file = 'Id,Name,ParentId\n0015g00000AbCdEAAV,Sf Parent,\n0015g00000XyZwQAAV,Sf Child,0015g00000AbCdE\n';
  const done = await imports.run(file, {}, 'Account.csv');
  expect(countsOf(done)).toMatchObject({ created: 2, failed: 0 });
  expect(
    await list(
      'accounts(filter: { accountName: { startsWith: "Sf " } }) { nodes { accountName parentAccount { accountName } externalIds } }',
    ),
  ).toEqual(['Sf Child Sf Parent 0015g00000XyZwQAAV', 'Sf Parent null 0015g00000AbCdEAAV']);
  const short = await imports.run('Id,Name\n0015g00000AbCdE,Sf Parent renamed\n', {}, 'Account.csv');
  expect(countsOf(short)).toMatchObject({ created: 0, updated: 1 });
  // What is no id of theirs leads nowhere, and is said.
  const other = await imports.run('Id,Name,ParentId\n17,Sf other,\n18,Sf another,17\n', {}, 'Account.csv');
  expect((other.result!['files'] as { ignored: unknown }[])[0]!.ignored).toMatchObject([{ column: 'Id' }, { column: 'ParentId' }]);
});

describe('a preview', () => {
  test('has the problems that the import will have', async () => {
    const rows = `First Name,Last Name,Email,Department\nAnn,,ann@preview.example,\nBob,Bobson,not an address,\nCid,Cidson,cid@preview.example,${'x'.repeat(2000)}\nDee,Deeson,dee@preview.example,Sales\n`;
    const seen = await preview(rows, {}, 'contacts.csv');
    const done = await imports.run(rows, {}, 'contacts.csv');
    const told = seen['samples'].map(({ problems: own }: { problems: string[] }, index: number) => `${index + 1} ${own.join(' ')}`.trim());
    expect(told).toEqual([
      '1 Last Name: Last Name is needed.',
      expect.stringContaining('2 Email:'),
      expect.stringContaining('3 Department:'),
      '4',
    ]);
    expect(told.slice(0, 3)).toEqual(problems(done));
  });

  test('writes nothing, adds no picklist values, and knows what is there already', async () => {
    await create(ada, 'Account', { accountName: 'Seen' });
    await create(ada, 'Account', { accountName: 'Seen' });
    const rows = 'Account Name,Industry,Parent Account\nSeen,,\nSeen child,Beekeeping,Seen parent\nSeen parent,,\n';
    const seen = await preview(rows, { addsPicklistValues: true });
    expect(seen['samples']).toMatchObject([
      { problems: [expect.stringContaining('2 records have this value')], notes: [] },
      { problems: [], notes: [expect.stringContaining('Parent Account: There is no Account Seen parent')] },
      { problems: [], notes: [] },
    ]);
    expect(await list('accounts(filter: { accountName: { startsWith: "Seen " } }) { nodes { id } }')).toEqual([]);
    const { picklist } = await ada.ask('{ picklist(name: "Industry") { values { label } } }');
    expect(JSON.stringify(picklist)).not.toContain('Beekeeping');
    expect((await preview('Account Name,Industry\nSeen anew,Beekeeping\n'))['samples'][0].problems).toEqual([
      expect.stringContaining('Industry:'),
    ]);
  });
});

describe('a column of our own ids', () => {
  test('names the records that are changed, whatever it is called', async () => {
    const deal = await create(ada, 'Deal', { dealName: 'Own id', stage: 'QUALIFICATION', closingDate: '2027-01-01' });
    for (const [at, header] of ['id', 'Deal ID', 'Record Id'].entries()) {
      const file = `${header},Next Step\n${String(deal['id'])},Call ${at}\n`;
      expect((await preview(file, { mode: 'UPDATE', module: 'Deal' }, 'deals.csv'))['columns'][0]).toMatchObject({
        field: 'id',
        reason: null,
      });
      expect(countsOf(await imports.run(file, { mode: 'UPDATE', module: 'Deal' }, 'deals.csv'))).toMatchObject({
        updated: 1,
        unchanged: 0,
      });
      expect(await list('deals(filter: { dealName: { eq: "Own id" } }) { nodes { nextStep } }')).toEqual([`Call ${at}`]);
    }
  });

  test('of another module names what a row refers to; one that is unknown, or is none of ours, is said', async () => {
    const account = await create(ada, 'Account', { accountName: 'Own account' });
    const file = `Deal Name,Stage,Closing Date,Account Id\nRefers,Qualification,2027-01-01,${String(account['id'])}\n`;
    expect(countsOf(await imports.run(file, {}, 'deals.csv'))).toMatchObject({ created: 1, failed: 0 });
    expect(await list('deals(filter: { dealName: { eq: "Refers" } }) { nodes { account { accountName } } }')).toEqual(['Own account']);
    const stranger = String(account['id']).replace(/^account_/, 'deal_');
    const unknown = await imports.run(`id,Next Step\n${stranger},Call\n`, { mode: 'UPDATE', module: 'Deal' }, 'deals.csv');
    expect(unknown.rows.nodes).toMatchObject([{ outcome: 'REJECTED', errorCode: 'NOT_FOUND' }]);
  });

  test('one that is none of ours is a fault of its row, and the others are found', async () => {
    const made = await Promise.all(
      ['Some A', 'Some B', 'Some C'].map((dealName) =>
        create(ada, 'Deal', { dealName, stage: 'QUALIFICATION', closingDate: '2027-01-01' }),
      ),
    );
    const lines = made.map(({ id }, at) => `${String(id)},Some,Step ${at}`);
    for (const settings of [{}, { mode: 'UPDATE' }]) {
      const done = await imports.run(`id,Deal Name,Next Step\n${[...lines, '12345,Some,Step'].join('\n')}\n`, settings, 'deals.csv');
      expect([done.created, done.failed, done.rows.nodes.at(-1)]).toMatchObject([0, 1, { outcome: 'REJECTED', errorCode: 'NOT_FOUND' }]);
    }
  });

  test('an import that only changes records is refused where nothing tells which, and says which rows it did not find', async () => {
    const fileId = await imports.upload('id,Next Step\n17,Call\n', 'deals.csv');
    const { errors } = await ada.send('mutation ($files: [ImportInput!]!) { startImport(files: $files) { job { id } } }', {
      files: [{ fileId, module: 'Deal', mode: 'UPDATE' }],
    });
    expect(errors![0]!.extensions['fields']).toMatchObject([{ inputPath: 'files.0.mode', code: 'CONTRADICTION' }]);
    const done = await imports.run('Account Name,Phone\nNot there,1\n', { mode: 'UPDATE' });
    expect(done.rows.nodes).toMatchObject([
      { outcome: 'UNCHANGED', errorCode: 'NOT_FOUND', errorMessage: expect.stringContaining('no such record') },
    ]);
  });
});

test('the command line says what rows share, what was left out and what could be read in another way', async () => {
  const { createApiKey } = await ada.ask('mutation { createApiKey(input: { name: "Command line", isReadOnly: false }) { key } }');
  const file = join(folder, 'deals.csv');
  await writeFile(
    file,
    'Record ID,Deal Name,Stage,Closing Date,Account,Next Step\nc1,Line,Qualification,03/04/2027,Nowhere Ltd,n/a\nc1,Line,Qualification,05/06/2027,Nowhere Ltd,\nc2,Line,Qualification,07/08/2027,,x\n',
  );
  const { port } = crm.app.http.server.address() as { port: number };
  const { stdout } = await promisify(execFile)(process.execPath, [
    compiled('tools/import'),
    file,
    ...[
      '--url',
      `http://127.0.0.1:${port}/graphql`,
      '--key',
      createApiKey.key as string,
      '--skips-missing-references',
      '--empty-values',
      'NULL,N/A',
    ],
  ]);
  expect(stdout.trim().split('\n').slice(-4)).toEqual([
    '3 rows: 2 created, 1 updated, 0 unchanged, 0 rejected',
    '  Closing Date: read as MDY; 3 of 3 values could be something else.',
    '  Record ID: 1 row has what a row before has; taken for the same record.',
    '  Account: 2 cells were left out, naming nothing that is here: Nowhere Ltd (2).',
  ]);
  expect(await list('deals(filter: { dealName: { eq: "Line" } }) { nodes { closingDate nextStep } }')).toEqual([
    '2027-05-06 null',
    '2027-07-08 x',
  ]);
});

test('every row of a stage history is there, also those of the moment in which the deal was made', async () => {
  const deals =
    'Id,Deal Name,Stage,Closing Date,Amount,Created Time\nh1,Moved,Negotiation/Review,2027-03-01,90,2026-01-01T10:00:00Z\nh2,Stayed,Qualification,2027-03-01,5,2026-01-01T10:00:00Z\n';
  const stages =
    'DealId,Stage,Amount,Created Time\n' +
    'h1,Qualification,10,2026-01-01T10:00:00Z\nh1,Needs Analysis,10,2026-02-01T10:00:00Z\nh1,Needs Analysis,90,2026-02-01T10:00:00Z\nh1,Negotiation/Review,90,2026-03-01T10:00:00Z\nh2,Qualification,5,2026-01-01T10:00:00Z\n';
  const history = {
    module: 'DealStageHistory',
    source: 'old',
    columns: [
      { column: 'DealId', lookup: 'deal', by: 'EXTERNAL_ID' },
      { column: 'Stage', field: 'stage' },
      { column: 'Amount', field: 'amount' },
      { column: 'Created Time', field: 'createdAt' },
    ],
  };
  const files = [
    { fileId: await imports.upload(deals, 'deals.csv'), module: 'Deal', source: 'old', bringsHistory: true },
    { fileId: await imports.upload(stages, 'stages.csv'), ...history },
  ];
  const done = await imports.ended(await imports.start(files));
  expect([countsOf(done), problems(done)]).toMatchObject([{ created: 6, unchanged: 1, failed: 0 }, []]);
  const read = (name: string): Promise<string[]> =>
    list(
      `deals(filter: { dealName: { eq: "${name}" } }) { nodes { stageHistory(orderBy: [{ createdAt: ASC }]) { nodes { createdAt stage { label } amount } } } }`,
    );
  const expected = [
    '2026-01-01T10:00:00.000Z/Qualification/10.00/2026-02-01T10:00:00.000Z/Needs Analysis/10.00/2026-02-01T10:00:00.000Z/Needs Analysis/90.00/2026-03-01T10:00:00.000Z/Negotiation/Review/90.00',
  ];
  expect(await read('Moved')).toEqual(expected);
  expect(await read('Stayed')).toEqual(['2026-01-01T10:00:00.000Z/Qualification/5.00']);
  const again = await imports.ended(await imports.start([{ fileId: await imports.upload(stages, 'stages.csv'), ...history }]));
  expect(countsOf(again)).toMatchObject({ created: 0, unchanged: 5, failed: 0 });
  expect(await read('Moved')).toEqual(expected);
  // Undone, it leaves what was there before.
  const one = await imports.run('Id,Deal Name,Stage,Closing Date\nh3,Undone,Qualification,2027-03-01\n', { source: 'old' }, 'deals.csv');
  expect(countsOf(one)).toMatchObject({ created: 1 });
  const before = await read('Undone');
  const past = 'DealId,Stage,Amount,Created Time\nh3,Qualification,1,2026-01-01T10:00:00Z\nh3,Needs Analysis,2,2026-02-01T10:00:00Z\n';
  const brought = await imports.ended(await imports.start([{ fileId: await imports.upload(past, 'stages.csv'), ...history }]));
  expect([countsOf(brought), (await read('Undone')) === before]).toMatchObject([{ created: 2 }, false]);
  const undone = await imports.undo(brought.id);
  expect([undone.state, undone.result!['undo'], await read('Undone')]).toMatchObject(['UNDONE', { removed: 2, kept: 0 }, before]);
});

describe('references to several modules', () => {
  const members = (name: string) =>
    list(
      `campaignMembers(filter: { campaign: { campaignName: { eq: "${name}" } } }) { nodes { person { __typename displayName } memberStatus } }`,
    );
  const campaign = (campaignName: string) => create(ada, 'Campaign', { campaignName });

  test('members of a campaign are found by name or address among leads and contacts, and those nobody knows are told', async () => {
    await campaign('Found fair');
    await create(ada, 'Lead', { firstName: 'Ida', lastName: 'Noor', company: 'N', email: 'ida@noor.example.com' });
    await create(ada, 'Contact', { firstName: 'Bo', lastName: 'Peters', email: 'bo@peters.example.com' });
    const content =
      'Campaign,Person,Member Status\nFound fair,Ida Noor,Sent\nFound fair,bo@peters.example.com,Responded\nFound fair,Nobody Known,Sent\nFound fair,Ida Noor,Sent\n';
    const done = await imports.run(content, {}, 'campaign-members.csv');
    expect(countsOf(done)).toMatchObject({ created: 2, failed: 2 });
    expect(problems(done)).toEqual(['3 Person: There is no Lead, Contact Nobody Known.', expect.stringContaining('4 ')]);
    expect(await members('Found fair')).toEqual(['Contact/Bo Peters RESPONDED', 'Lead/Ida Noor SENT']);
    const undone = await imports.undo(done.id);
    expect([undone.state, await members('Found fair')]).toEqual(['UNDONE', []]);
  });

  test('a key of another system, or an id of ours, leads to whichever module has it; a key that two have is told', async () => {
    await campaign('Key fair');
    const { id } = await create(ada, 'Lead', { lastName: 'Ours', company: 'O' });
    await create(ada, 'Lead', { lastName: 'Keyed', company: 'K', externalIds: { hubspot: '71' } });
    for (const [module, input] of [
      ['Lead', { company: 'T' }],
      ['Contact', {}],
    ] as const)
      await create(ada, module, { ...input, lastName: 'Twice', externalIds: { hubspot: '72' } });
    const byKey = {
      source: 'hubspot',
      module: 'CampaignMember',
      columns: [
        { column: 'Campaign', lookup: 'campaign', by: 'NAME' },
        { column: 'Who', lookup: 'person', by: 'EXTERNAL_ID' },
      ],
    };
    const keyed = await imports.run('Campaign,Who\nKey fair,71\nKey fair,72\n', byKey);
    expect(countsOf(keyed)).toMatchObject({ created: 1, failed: 1 });
    expect(problems(keyed)).toEqual([expect.stringMatching(/^2 Who: .*2/)]);
    const byId = {
      module: 'CampaignMember',
      columns: [
        { column: 'Campaign', lookup: 'campaign', by: 'NAME' },
        { column: 'Who', field: 'personId' },
      ],
    };
    const ours = await imports.run(`Campaign,Who\nKey fair,${id as string}\nKey fair,account_01\n`, byId);
    expect(countsOf(ours)).toMatchObject({ created: 1, failed: 1 });
    expect(await members('Key fair')).toEqual(['Lead/Keyed PLANNED', 'Lead/Ours PLANNED']);
  });

  test('a key of their own is refused for links: nobody could look for one by it', async () => {
    const columns = [{ column: 'Id', externalId: 'hubspot' }];
    const fileId = await imports.upload('Id,Campaign,Person\n1,a,b\n', 'campaign-members.csv');
    const { errors } = await ada.send('mutation ($files: [ImportInput!]!) { startImport(files: $files) { job { id } } }', {
      files: [{ fileId, columns }],
    });
    expect((errors![0]!.extensions['fields'] as unknown as { inputPath: string; code: string }[])[0]).toMatchObject({
      inputPath: 'files.0.columns.0.externalId',
      code: 'UNKNOWN_FIELD',
    });
    // Unless somebody asks for it, the column is left out, and the preview says so.
    const { columns: proposed } = await preview('Id,Campaign,Person\n1,a,b\n', {}, 'campaign-members.csv');
    expect(proposed.map(({ lookup, externalId }: Record<string, unknown>) => lookup ?? externalId)).toEqual([null, 'campaign', 'person']);
  });
});
