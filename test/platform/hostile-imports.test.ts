import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { unzip, zipStored } from '../../server/platform/transfer/zip.js';
import { codesOf } from '../support/answers.js';
import { until } from '../support/until.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let folder: string;
let crm: Workspace;
let mallory: Person;
let alice: Person;
let address: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relata-hostile-'));
  crm = await workspace({ config: { files: { folder, maxBytes: 300 * 1024 * 1024 }, jobs: { areInside: true, atOnce: 2 } } });
  address = await crm.app.http.listen({ host: '127.0.0.1', port: 0 });
  [mallory, alice] = [(await crm.company('mallory')).chief, (await crm.company('alice')).chief];
});
afterAll(async () => {
  await crm.close();
  await rm(folder, { recursive: true, force: true });
});

async function upload(person: Person, fileName: string, content: string | Buffer): Promise<string> {
  const bytes = Buffer.from(content as string);
  const contentType = fileName.endsWith('.xlsx') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv';
  const { createUpload } = await person.ask('mutation ($input: CreateUploadInput!) { createUpload(input: $input) { url fileId } }', {
    input: { fileName, size: bytes.length, contentType },
  });
  const answer = await fetch(createUpload.url as string, {
    method: 'PUT',
    body: new Uint8Array(bytes),
    headers: { 'content-type': contentType },
  });
  expect(answer.status).toBe(201);
  return createUpload.fileId as string;
}

const PREVIEW = 'query ($file: ImportInput!) { previewImport(file: $file) { format module samples { input problems } } }';
const START = 'mutation ($files: [ImportInput!]!) { startImport(files: $files) { job { id } } }';
const JOB =
  'query ($id: ID!) { job(id: $id) { state processed created failed errorCode rows(first: 10, orderBy: [{ place: ASC }]) { nodes { outcome errorMessage } } } }';

const startImport = async (person: Person, fileId: string, module: string): Promise<string> =>
  (await person.ask(START, { files: [{ fileId, module }] }))['startImport'].job.id as string;

async function ended(person: Person, id: string) {
  let job: Record<string, any> = {};
  await until(async () => ['DONE', 'FAILED'].includes((job = (await person.ask(JOB, { id }))['job'] as typeof job)['state'] as string));
  return job;
}

const costOf = (answer: { extensions?: Record<string, unknown> }): number =>
  (answer.extensions as { cost: { requested: number } }).cost.requested;

test('a card with 480,000 parameters is a row that is rejected; the server answers while it is read, and the other card is taken', async () => {
  const file = await upload(
    mallory,
    'contacts.vcf',
    [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Bad;Card;;;',
      `TEL${';X=a'.repeat(480_000)}:1`,
      'END:VCARD',
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Good;Card;;;',
      'END:VCARD',
      '',
    ].join('\r\n'),
  );
  const { previewImport } = await mallory.ask(PREVIEW, { file: { fileId: file, module: 'Contact' } });
  expect(previewImport).toMatchObject({
    format: 'vcard',
    samples: [{ problems: [expect.stringContaining('too complex')] }, { problems: [] }],
  });

  const id = await startImport(mallory, file, 'Contact');
  let job: Record<string, unknown> = {};
  let answers = 0;
  await until(async () => {
    const alive = await fetch(`${address}/livez`);
    if (alive.status === 200) answers++;
    job = (await mallory.ask(JOB, { id }))['job'] as typeof job;
    return ['DONE', 'FAILED'].includes(job['state'] as string);
  });
  expect(answers).toBeGreaterThan(0);
  expect(job).toMatchObject({
    state: 'DONE',
    created: 1,
    failed: 1,
    rows: { nodes: [{ outcome: 'REJECTED', errorMessage: expect.stringContaining('too complex') }, { outcome: 'CREATED' }] },
  });
});

test('sheets with an endless number of one organization neither fail as files nor keep the sheet of another waiting', async () => {
  const rows: SheetData = [
    [{ value: 'Account Name' }, { value: 'Annual Revenue' }],
    [{ value: 'Small' }, { value: 7 }],
  ];
  const small = await writeXlsxFile(rows, {}).toBuffer();
  const endless = (value: string): Buffer =>
    zipStored(
      unzip(small, () => true, 1_000_000).map(({ name, bytes }) => ({
        name,
        bytes: name.endsWith('sheet1.xml') ? Buffer.from(bytes.toString().replace('<v>7</v>', `<v>${value}</v>`)) : bytes,
      })),
    );
  const bad: string[] = [];
  for (const value of ['1e100000000', '1e-100000000', '1E+400']) bad.push(await upload(mallory, 'accounts.xlsx', endless(value)));
  const good = await upload(alice, 'accounts.xlsx', small);
  const [own, ...others] = await Promise.all([
    alice.ask(PREVIEW, { file: { fileId: good, module: 'Account' } }),
    ...bad.map((fileId) => mallory.ask(PREVIEW, { file: { fileId, module: 'Account' } })),
  ]);
  expect(own['previewImport'].samples).toEqual([{ input: { accountName: 'Small', annualRevenue: expect.anything() }, problems: [] }]);
  for (const other of others) expect(other['previewImport'].samples[0].problems).toHaveLength(1);
  for (const fileId of bad) {
    const job = await ended(mallory, await startImport(mallory, fileId, 'Account'));
    expect(job).toMatchObject({ state: 'DONE', created: 0, failed: 1 });
  }
  expect(await ended(alice, await startImport(alice, good, 'Account'))).toMatchObject({ state: 'DONE', created: 1, failed: 0 });
});

test('a preview of millions of blank lines is refused near its beginning, costs what it looks at, and aliases add up', async () => {
  const blank = await upload(mallory, 'accounts.csv', '\n'.repeat(12_000_000));
  const late = await upload(mallory, 'accounts.csv', `Account Name${'\n'.repeat(6_000_000)}Late\n`);
  for (const fileId of [blank, late]) {
    const answer = await mallory.send(PREVIEW, { file: { fileId } });
    expect(answer.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'FILE_UNREADABLE', reason: 'STARTS_TOO_LATE', rows: 10_000, bytes: 4_000_000 },
    ]);
    expect(costOf(answer)).toBe(1000);
    expect(codesOf(await mallory.send(START, { files: [{ fileId, module: 'Account' }] }))).toEqual(['FILE_UNREADABLE']);
  }
  const aliases = (count: number): string =>
    `query ($file: ImportInput!) { ${Array.from({ length: count }, (_, at) => `a${at}: previewImport(file: $file) { module }`).join(' ')} }`;
  const many = await mallory.send(aliases(15), { file: { fileId: blank } });
  expect(costOf(many)).toBe(15_000);
  // One is looked into and ten wait; the rest are told to come back.
  expect(codesOf(many).sort()).toEqual([...Array<string>(4).fill('BUSY'), ...Array<string>(11).fill('FILE_UNREADABLE')]);
  const first = await upload(mallory, 'accounts.csv', `Account Name\nEarly\n${'\n'.repeat(6_000_000)}`);
  const seen = await mallory.ask(PREVIEW, { file: { fileId: first, module: 'Account' } });
  expect(seen['previewImport'].samples).toEqual([{ input: { accountName: 'Early' }, problems: [] }]);
});

test('starting an import costs a look into each of its files', async () => {
  const fileId = await upload(alice, 'accounts.csv', 'Account Name\nOne\n');
  const one = await alice.send(START, { files: [{ fileId, module: 'Account' }] });
  const three = await alice.send(START, { files: Array.from({ length: 3 }, () => ({ fileId, module: 'Account' })) });
  const inDocument = await alice.send(`mutation { startImport(files: [{ fileId: "${fileId}", module: "Account" }]) { job { id } } }`);
  expect([one, three, inDocument].map(costOf)).toEqual([1011, 3013, 1011]);
});
