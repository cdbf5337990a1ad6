import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import writeXlsxFile from 'write-excel-file/node';
import { stopFileThreads } from '../../server/platform/transfer/file-threads.js';
import { HANGS_MS } from '../support/until.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let folder: string;
let crm: Workspace;
let ada: Person;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relata-reading-'));
  crm = await workspace({
    limits: { maxCost: 10_000_000 },
    config: { files: { folder, maxBytes: 50_000_000 }, jobs: { areInside: true, atOnce: 2 } },
  });
  await crm.app.http.listen({ host: '127.0.0.1', port: 0 });
  ada = (await crm.company('reading')).chief;
  for (const isoCode of ['CAD', 'PLN', 'SEK']) {
    const { createCurrency } = await ada.ask(
      'mutation ($input: CurrencyCreateInput!) { createCurrency(input: $input) { currency { id } } }',
      {
        input: { isoCode },
      },
    );
    await ada.ask('mutation ($input: ExchangeRateCreateInput!) { createExchangeRate(input: $input) { exchangeRate { id } } }', {
      input: { currencyId: createCurrency.currency.id, validFrom: '2000-01-01', rate: '2' },
    });
  }
});
afterAll(async () => {
  await crm.close();
  await stopFileThreads();
  await rm(folder, { recursive: true, force: true });
});

async function upload(content: string | Buffer, fileName: string, person = ada): Promise<string> {
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

interface Reading {
  readonly column: string;
  readonly readAs: string;
  readonly decidedBy: string;
  readonly values: number;
  readonly either: number;
  readonly unreadable: number;
}
interface Done {
  readonly state: string;
  readonly created: number;
  readonly updated: number;
  readonly failed: number;
  readonly fileId: string | null;
  readonly result: {
    readonly files: readonly {
      readonly sheet: string | null;
      readonly otherSheets: readonly string[];
      readonly encoding: string | null;
      readonly columns: readonly Reading[];
    }[];
    readonly leftOut?: readonly object[];
  };
  readonly rows: {
    readonly nodes: readonly {
      place: number;
      outcome: string;
      errorMessage: string | null;
      faults: readonly { inputPath: string; code: string; message: string }[] | null;
    }[];
  };
}

const JOB = `state created updated failed errorMessage fileId result rows(first: 500, orderBy: [{ place: ASC }]) { nodes { place outcome errorMessage faults } }`;

async function run(content: string | Buffer, more: object = {}, fileName = 'deals.csv', person = ada): Promise<Done> {
  const files = [{ fileId: await upload(content, fileName, person), ...more }];
  const { startImport } = await person.ask('mutation ($files: [ImportInput!]!) { startImport(files: $files) { job { id } } }', { files });
  for (const until = Date.now() + HANGS_MS; ; await sleep(30)) {
    const { job } = await person.ask(`query ($id: ID!) { job(id: $id) { ${JOB} } }`, { id: startImport.job.id });
    if (['DONE', 'FAILED', 'CANCELLED'].includes(job.state as string) || Date.now() > until) return job as Done;
  }
}

const rejections = ({ rows }: Done): string[] =>
  rows.nodes.flatMap(({ place, errorMessage }) => (errorMessage ? [`${place} ${errorMessage}`] : []));

async function deals(prefix: string, person = ada): Promise<string[]> {
  const { deals: found } = await person.ask(
    'query ($p: String!) { deals(filter: { dealName: { startsWith: $p } }, first: 500, orderBy: [{ dealName: ASC }]) { nodes { dealName amount currency closingDate } } }',
    { p: prefix },
  );
  return found.nodes.map((one: Record<string, string>) => `${one['dealName']} ${one['amount']} ${one['currency']} ${one['closingDate']}`);
}

const preview = async (content: string | Buffer, more: object = {}, fileName = 'deals.csv', person = ada): Promise<Record<string, any>> => {
  const { previewImport } = await person.ask(
    'query ($file: ImportInput!) { previewImport(file: $file) { encoding sheet otherSheets columns { column dateOrder numberFormat isAmbiguous either unreadable } samples { input problems notes } } }',
    { file: { fileId: await upload(content, fileName, person), ...more } },
  );
  return previewImport;
};

const HEADER = 'Deal Name;Stage;Closing Date;Amount';

describe('how dates and numbers are written', () => {
  test('a dash behind the decimal point stands for no cents, one behind a digit is a minus', async () => {
    const amounts = ['25,-', '€ 1.250,-', '25,--', '25,–', '25-', '25 -', '(25,-)'];
    const done = await run(`${HEADER}\n${amounts.map((amount, at) => `Cents ${at};Qualification;2027-03-31;${amount}`).join('\n')}\n`);
    expect([done.created, rejections(done)]).toEqual([7, []]);
    expect((await deals('Cents')).map((deal) => deal.split(' ')[2])).toEqual([
      '25.00',
      '1250.00',
      '25.00',
      '25.00',
      '-25.00',
      '-25.00',
      '-25.00',
    ]);
  });

  test('the 241st row decides for the 240 before it, and the job says so', async () => {
    const rows = Array.from({ length: 240 }, (_, at) => `Late ${String(at).padStart(3, '0')};Qualification;03/04/2027;1.500`);
    const done = await run(`${HEADER}\n${[...rows, 'Late 240;Qualification;03/15/2027;2,5'].join('\n')}\n`);
    expect([done.created, rejections(done)]).toEqual([241, []]);
    expect((await deals('Late')).filter((_, at) => at % 120 === 0)).toEqual([
      'Late 000 1500.00 EUR 2027-03-04',
      'Late 120 1500.00 EUR 2027-03-04',
      'Late 240 2.50 EUR 2027-03-15',
    ]);
    expect(done.result.files[0]!.columns).toEqual([
      { column: 'Closing Date', kind: 'DATE', readAs: 'MDY', decidedBy: 'FILE', values: 241, either: 240, unreadable: 0 },
      { column: 'Amount', kind: 'NUMBER', readAs: 'POINT_COMMA', decidedBy: 'FILE', values: 241, either: 240, unreadable: 0 },
    ]);
  });

  test('where the file does not tell, the settings of the viewer do, then those of the organization', async () => {
    const company = await crm.company('settings');
    const { chief } = company;
    const file = (name: string): string => `${HEADER}\n${name} A;Qualification;03/04/2027;1.500\n${name} B;Qualification;03/04/27;\n`;
    const set = (input: object): Promise<unknown> =>
      chief.ask('mutation ($input: ViewerSettingsInput!) { updateViewerSettings(input: $input) { viewerSettings { language } } }', {
        input,
      });
    await chief.ask('mutation ($input: OrganizationUpdateInput!) { updateOrganization(input: $input) { organization { id } } }', {
      input: { dateFormat: 'MDY_SLASHES', numberFormat: 'POINT_COMMA' },
    });
    const shown = await preview(file('P'), {}, 'deals.csv', chief);
    expect(shown['columns'][2]).toMatchObject({ dateOrder: 'MDY', isAmbiguous: true, either: 2 });
    expect(shown['columns'][3]).toMatchObject({ numberFormat: 'POINT_COMMA', isAmbiguous: true, either: 1 });
    expect(shown['samples'].map(({ input }: { input: Record<string, string> }) => [input['closingDate'], input['amount']])).toEqual([
      ['2027-03-04', '1500'],
      ['2027-03-04', undefined],
    ]);
    const done = await run(file('O'), {}, 'deals.csv', chief);
    expect(done.result.files[0]!.columns.map(({ readAs, decidedBy }) => [readAs, decidedBy])).toEqual([
      ['MDY', 'SETTINGS'],
      ['POINT_COMMA', 'SETTINGS'],
    ]);
    await set({ dateFormat: 'DMY_DASHES', numberFormat: 'COMMA_POINT' });
    await run(file('V'), {}, 'deals.csv', chief);
    // Who writes the year first has no opinion on dates that end with it.
    await set({ dateFormat: 'YMD_DASHES', numberFormat: null });
    await run(file('Y'), {}, 'deals.csv', chief);
    expect([...(await deals('O', chief)), ...(await deals('V', chief)), ...(await deals('Y', chief))]).toEqual([
      'O A 1500.00 EUR 2027-03-04',
      'O B null EUR 2027-03-04',
      'V A 1.50 EUR 2027-04-03',
      'V B null EUR 2027-04-03',
      'Y A 1500.00 EUR 2027-03-04',
      'Y B null EUR 2027-03-04',
    ]);
  });

  test('where a file contradicts itself, the days that cannot be are rejected and counted', async () => {
    const done = await run(
      `${HEADER}\nBoth A;Qualification;03/15/2027;1\nBoth B;Qualification;15/03/2027;1\nBoth C;Qualification;16/03/2027;1\nBoth D;Qualification;04/03/2027;1\n`,
    );
    expect([done.created, done.failed]).toEqual([3, 1]);
    expect(rejections(done)[0]).toMatch(/^1 Closing Date:/);
    expect(done.result.files[0]!.columns[0]).toMatchObject({ readAs: 'DMY', decidedBy: 'FILE', unreadable: 1, either: 1 });
    expect((await deals('Both'))[2]).toBe('Both D 1.00 EUR 2027-03-04');
  });
});

describe('currencies beside amounts', () => {
  test('the one currency of the organization with the sign is taken; what leaves a doubt is rejected', async () => {
    const cells = ['¥150,000', '150 zł', 'kr 5', 'EUR 5', '€ 5', 'SEK 7', 'US$ 9', '$ 5', '₹ 5', 'CHF 5', '€ 5 SEK'];
    const file = `Deal Name|Stage|Closing Date|Amount\n${cells.map((amount, at) => `Sign ${String(at).padStart(2, '0')}|Qualification|2027-03-31|${amount}`).join('\n')}\n`;
    const shown = await preview(file);
    const done = await run(file);
    expect((await deals('Sign')).map((deal) => deal.split(' ').slice(2, 4).join(' '))).toEqual([
      '150000 JPY',
      '150.00 PLN',
      '5.00 SEK',
      '5.00 EUR',
      '5.00 EUR',
      '7.00 SEK',
      '9.00 USD',
    ]);
    expect(rejections(done)).toEqual([
      '8 Amount: $ may be CAD, USD. Name the currency in a column of its own, or write its code beside the amount.',
      '9 Amount: The organisation has no active currency that is written ₹. Add the currency, or correct the amount.',
      '10 Amount: The organisation has no active currency that is written CHF. Add the currency, or correct the amount.',
      '11 Amount: The organisation has no active currency that is written SEK €. Add the currency, or correct the amount.',
    ]);
    // The preview says the same of the first ten.
    expect(shown['samples'].map(({ problems }: { problems: string[] }) => problems.length)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
    expect(shown['samples'][0].input).toMatchObject({ amount: '150000', currency: 'JPY' });
  });

  test('a column of currencies decides, and contradicts', async () => {
    const done = await run(
      'Deal Name,Stage,Closing Date,Amount,Currency\nCol A,Qualification,2027-03-31,$5,CAD\nCol B,Qualification,2027-03-31,€5,CAD\nCol C,Qualification,2027-03-31,5,JPY\nCol D,Qualification,2027-03-31,¥5,\n',
    );
    expect(rejections(done)).toEqual(['2 Amount: The amount is in €, but the row is in CAD.']);
    expect((await deals('Col')).map((deal) => deal.split(' ').slice(2, 4).join(' '))).toEqual(['5.00 CAD', '5 JPY', '5 JPY']);
  });
});

describe('cells and rows', () => {
  test('a quote in a cell is a character, and a broken row loses no other', async () => {
    const rows = Array.from({ length: 3_301 }, (_, at) =>
      at === 3_001 ? 'Monitor,15" monitor' : at === 10 ? '="02035",x' : at === 2_000 ? '"Broken,x' : `Product ${at},x`,
    );
    const done = await run(`Product Name,Description\n${rows.join('\n')}\n`, {}, 'products.csv');
    expect([done.state, done.created, done.failed, done.fileId !== null]).toEqual(['DONE', 3_300, 1, true]);
    const { products } = await ada.ask(
      '{ products(filter: { productName: { in: ["Monitor", "02035"] } }, orderBy: [{ productName: ASC }]) { nodes { productName description } } }',
    );
    expect(products.nodes).toEqual([
      { productName: '02035', description: 'x' },
      { productName: 'Monitor', description: '15" monitor' },
    ]);
  });

  test('a byte that is no text rejects its row alone', async () => {
    const rows = Array.from({ length: 2_500 }, (_, at) => (at === 1_800 ? 'Stray \x81,1' : `Stray ${at},${at}`));
    const done = await run(Buffer.from(`Account Name,Phone\n${rows.join('\n')}\n`, 'latin1'), {}, 'accounts.csv');
    expect([done.state, done.created, rejections(done).length]).toEqual(['DONE', 2_499, 0]);
    expect(done.failed).toBe(1);
    const { file } = await ada.ask('query ($id: ID!) { file(id: $id) { downloadUrl } }', { id: done.fileId });
    expect(await (await fetch(file.downloadUrl as string)).text()).toContain('Account Name contains bytes that are not utf-8');
  });

  test('a workbook: percent, leading zeros, and the first sheet that is not hidden', async () => {
    const number = (value: number, format: string) => ({ type: Number, value, format }) as const;
    const deal = ['Book A', 'Qualification', '2027-03-31', number(0.25, '0%'), number(1.23, '[$$-409]#,##0.00'), 'USD'];
    const yen = ['Book B', 'Qualification', '2027-03-31', number(1, '0%'), number(1500, '[$¥-411]#,##0'), ''];
    // More digits than the currency has, although they do not show in the sheet.
    const mill = ['Book C', 'Qualification', '2027-03-31', number(0.1, '0%'), number(1.234, '[$$-409]#,##0.00'), 'USD'];
    const data = [['Deal Name', 'Stage', 'Closing Date', 'Probability', 'Amount', 'Currency'], deal, yen, mill];
    const book = await writeXlsxFile([
      { sheet: 'Deals', data },
      { sheet: 'Notes', data: [['a'], ['b']] },
    ]).toBuffer();
    const done = await run(book, { module: 'Deal', numberFormat: 'POINT_COMMA' }, 'book.xlsx');
    expect([done.created, rejections(done)]).toEqual([2, ['3 Amount: Amount takes at most 2 decimals in USD, not 1.234. Round it first.']]);
    const { deals: made } = await ada.ask(
      '{ deals(filter: { dealName: { startsWith: "Book" } }, orderBy: [{ dealName: ASC }]) { nodes { probability amount currency } } }',
    );
    expect(made.nodes).toEqual([
      { probability: 25, amount: '1.23', currency: 'USD' },
      { probability: 100, amount: '1500', currency: 'JPY' },
    ]);
    expect(done.result.files[0]).toMatchObject({ sheet: 'Deals', otherSheets: ['Notes'] });
    const contacts = await writeXlsxFile(
      [
        ['Last Name', 'Mailing Zip', 'Phone'],
        ['Zip', number(2035, '00000'), 31201234567890],
      ].map((row) => row),
    ).toBuffer();
    expect((await run(contacts, { module: 'Contact' }, 'contacts.xlsx')).created).toBe(1);
    const { contacts: found } = await ada.ask('{ contacts(filter: { lastName: { eq: "Zip" } }) { nodes { mailingZip phone } } }');
    expect(found.nodes).toEqual([{ mailingZip: '02035', phone: '31201234567890' }]);
  });

  test('an amount of the past is no moment; a moment of the future is refused', async () => {
    await run('Id,Deal Name,Stage,Closing Date\n1,Past,Closed Won,2020-03-01\n', { module: 'Deal', source: 'old' });
    const history = {
      module: 'DealStageHistory',
      source: 'old',
      columns: [
        { column: 'OpportunityId', lookup: 'deal', by: 'EXTERNAL_ID' },
        { column: 'StageName', field: 'stage' },
        { column: 'Amount', field: 'amount' },
        { column: 'CreatedDate', field: 'createdAt' },
      ],
    };
    const done = await run(
      'OpportunityId,StageName,Amount,CreatedDate\n1,Qualification,250000,2020-01-01T10:00:00Z\n1,Needs Analysis,2090,2020-01-02T10:00:00Z\n1,Needs Analysis,9999999,2020-01-03T10:00:00Z\n1,Closed Won,5,2090-01-04T10:00:00Z\n',
      history,
      'OpportunityHistory.csv',
    );
    expect(done.rows.nodes.map(({ outcome, errorMessage }) => errorMessage ?? outcome)).toEqual([
      'CREATED',
      'CREATED',
      'CREATED',
      expect.stringMatching(/^CreatedDate: .*future/),
    ]);
  });

  test('a person is taken without the birthday that has no year, and the job says so', async () => {
    const card = (name: string, line: string): string => `BEGIN:VCARD\nVERSION:3.0\nN:${name};Jo;;;\n${line}\nEND:VCARD\n`;
    const shown = await preview(card('Yearless', 'BDAY:--0517'), { module: 'Contact' }, 'people.vcf');
    expect(shown['samples'][0]).toMatchObject({ problems: [], notes: [expect.stringContaining('--05-17')] });
    const done = await run(
      card('Yearless', 'BDAY:--0517') + card('Apple', 'BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-17') + card('Whole', 'BDAY:1985-05-17'),
      { module: 'Contact' },
      'people.vcf',
    );
    expect([done.created, done.failed]).toEqual([3, 0]);
    expect(done.result.leftOut).toEqual([{ column: 'Birthday', count: 2 }]);
    expect(done.rows.nodes[0]).toMatchObject({
      outcome: 'CREATED',
      errorMessage: null,
      faults: [{ inputPath: 'Birthday', code: 'LEFT_OUT', message: 'The birthday --05-17 has no complete date and was left out.' }],
    });
    const { contacts } = await ada.ask(
      '{ contacts(filter: { lastName: { in: ["Yearless", "Apple", "Whole"] } }, orderBy: [{ lastName: ASC }]) { nodes { lastName dateOfBirth } } }',
    );
    expect(contacts.nodes.map((one: Record<string, string>) => one['dateOfBirth'])).toEqual([null, '1985-05-17', null]);
  });

  test('a birthday of two digits lies in the past', async () => {
    await run('Last Name,Date of Birth\nForty,31/12/40\nTwenty,31/01/20\n', { module: 'Contact' }, 'contacts.csv');
    const { contacts } = await ada.ask(
      '{ contacts(filter: { lastName: { in: ["Forty", "Twenty"] } }, orderBy: [{ lastName: ASC }]) { nodes { dateOfBirth } } }',
    );
    expect(contacts.nodes).toEqual([{ dateOfBirth: '1940-12-31' }, { dateOfBirth: '2020-01-31' }]);
  });

  test('rejected rows that are mended and given again have neither guards nor blanks that were not theirs', async () => {
    const done = await run('Account Name,Phone,Industry\n  Guard A,+31 20 555,Unheard\nGuard B,=1,Unheard\n', {}, 'accounts.csv');
    expect(done.failed).toBe(2);
    const { file } = await ada.ask('query ($id: ID!) { file(id: $id) { downloadUrl } }', { id: done.fileId });
    const body = await (await fetch(file.downloadUrl as string)).text();
    expect(body).toContain("'+31 20 555");
    const again = await run(body.replaceAll('Unheard', 'Large Enterprise').replace('Guard B', '  Guard B'), {}, 'accounts-rejected.csv');
    expect([again.created, again.failed]).toEqual([2, 0]);
    const { accounts } = await ada.ask(
      '{ accounts(filter: { accountName: { startsWith: "Guard" } }, orderBy: [{ accountName: ASC }]) { nodes { accountName phone } } }',
    );
    expect(accounts.nodes).toEqual([
      { accountName: 'Guard A', phone: '+31 20 555' },
      { accountName: 'Guard B', phone: '=1' },
    ]);
    // Also where the caller says that it is guarded.
    const said = await run("Account Name,Phone\n  Guard C,'+31\n", { isGuarded: true }, 'accounts.csv');
    expect([said.created, said.failed]).toEqual([1, 0]);
  });
});
