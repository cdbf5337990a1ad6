import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
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
  readonly errorMessage: string | null;
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

  /** The file of rejected rows of a job, as its user gets it. */
  const rejectedOf = async ({ fileId }: Done): Promise<string> => {
    const { file } = await ada.ask('query ($id: ID!) { file(id: $id) { downloadUrl } }', { id: fileId });
    return (await fetch(file.downloadUrl as string)).text();
  };

  test('rejected rows are read as they were when they are given again, whatever else their file said', async () => {
    const rows = [
      'Again A,Unheard,03/04/2027,"1,500",12/31/2026 5:00 PM',
      'Again B,Unheard,12/31/2027,"$1,250.50",1/2/2027 9:00 AM',
      'Again C,Unheard,03/04/27,"2,125",1/2/2027 9:00 AM',
    ];
    const done = await run(`Deal Name,Stage,Closing Date,Amount,Seen\n${rows.join('\n')}\n`, {}, 'deals.csv');
    expect(done.failed).toBe(3);
    const body = await rejectedOf(done);
    // In an organization that writes both the other way round, and without the row that told.
    const others = (await crm.company('again')).chief;
    await others.ask(
      'mutation { updateViewerSettings(input: { dateFormat: DMY_DASHES, numberFormat: POINT_COMMA }) { viewerSettings { dateFormat } } }',
    );
    const { createCurrency } = await others
      .ask('mutation { createCurrency(input: { isoCode: "USD", symbol: "$" }) { currency { id isBase } } }')
      .catch(() => ({ createCurrency: null }));
    if (createCurrency)
      await others.ask('mutation ($input: ExchangeRateCreateInput!) { createExchangeRate(input: $input) { exchangeRate { id } } }', {
        input: { currencyId: createCurrency.currency.id, validFrom: '2000-01-01', rate: '2' },
      });
    const lines = body.replaceAll('Unheard', 'Qualification').split('\r\n');
    const again = await run([lines[0], lines[1], lines[3], ''].join('\r\n'), {}, 'deals-rejected.csv', others);
    expect([again.created, rejections(again)]).toEqual([2, []]);
    const read = (await deals('Again', others)).map((deal) => deal.replace(/ [A-Z]{3} /, ' '));
    expect(read).toEqual(['Again A 1500.00 2027-03-04', 'Again C 2125.00 2027-03-04']);
  });

  test('numbers and currencies of a workbook stand in its rejected rows too', async () => {
    const number = (value: number, format: string) => ({ type: Number, value, format }) as const;
    const data = [
      ['Deal Name', 'Stage', 'Closing Date', 'Amount'],
      ['Sheet A', 'Unheard', '2027-03-31', number(12, '#,##0.00\\ [$zł-415]')],
      ['Sheet B', 'Unheard', '2027-03-31', number(150_000, '[$¥-411]#,##0')],
      ['Sheet C', 'Unheard', '2027-03-31', number(1.125, '0.000')],
    ];
    const done = await run(await writeXlsxFile(data).toBuffer(), { module: 'Deal' }, 'sheet.xlsx');
    expect(done.failed).toBe(3);
    const body = (await rejectedOf(done)).replaceAll('Unheard', 'Qualification');
    const again = await run(body, { numberFormat: undefined }, 'deals.csv');
    expect((await deals('Sheet')).map((deal) => deal.split(' ').slice(2, 4).join(' '))).toEqual(['12.00 PLN', '150000 JPY']);
    expect(rejections(again)).toEqual([expect.stringContaining('takes at most 2 decimals')]);
  });

  test('who mends a file of rejected rows may drop the reasons, and add rows of their own', async () => {
    const done = await run(
      'Account Name,Phone,Account Site,Industry\nBare A,+31 20 555,=1+1,Unheard\nBare B,-5,x,Unheard\n',
      {},
      'accounts.csv',
    );
    const body = await rejectedOf(done);
    const bare = body
      .split('\r\n')
      .filter((line) => line !== '')
      .map((line) => line.split(',').slice(0, 4).join(',').replace('Unheard', 'Large Enterprise'));
    const again = await run([...bare, 'Bare C,+49 30,y,', ''].join('\r\n'), { module: 'Account' }, 'mended.csv');
    expect([again.created, rejections(again)]).toEqual([3, []]);
    const { accounts } = await ada.ask(
      '{ accounts(filter: { accountName: { startsWith: "Bare" } }, orderBy: [{ accountName: ASC }]) { nodes { phone accountSite } } }',
    );
    expect(accounts.nodes).toEqual([
      { phone: '+31 20 555', accountSite: '=1+1' },
      { phone: '-5', accountSite: 'x' },
      { phone: '+49 30', accountSite: 'y' },
    ]);
  });

  test('columns that go nowhere tell how dates are written too', async () => {
    const done = await run(
      'Deal Name,Stage,Closing Date,Exported\nOther A,Qualification,03/04/2027,31/12/2026 17:00\nOther B,Qualification,05/06/2027,30/11/2026 17:00\n',
    );
    expect((await deals('Other')).map((deal) => deal.split(' ').at(-1))).toEqual(['2027-04-03', '2027-06-05']);
    expect(done.result.files[0]!.columns).toMatchObject([{ column: 'Closing Date', readAs: 'DMY', decidedBy: 'FILE' }]);
    expect(done.result.files[0]).toMatchObject({ ignored: [{ column: 'Exported', reason: 'unknown' }] });
    // What only looks like a date now and then tells nothing.
    const some = await run(
      'Deal Name,Stage,Closing Date,Remark\nOther C,Qualification,03/04/2027,31/12/2026\nOther D,Qualification,03/04/2027,see 31/12/2026\n',
    );
    expect(some.result.files[0]!.columns).toMatchObject([{ column: 'Closing Date', decidedBy: 'SETTINGS' }]);
  });

  test('a value tells by itself that it is a half, and a part of a hundred is no amount', async () => {
    const done = await run(
      `${HEADER}\nHalf A;Qualification;2027-03-31;0.500\nHalf B;Qualification;2027-03-31;1.500\nHalf C;Qualification;2027-03-31;20 %\n`,
      {},
    );
    expect((await deals('Half')).map((deal) => deal.split(' ')[2])).toEqual(['0.50', '1.50']);
    expect(rejections(done)).toEqual([expect.stringContaining('3 Amount:')]);
    const number = (value: number, format: string) => ({ type: Number, value, format }) as const;
    const book = await writeXlsxFile([
      ['Deal Name', 'Stage', 'Closing Date', 'Amount', 'Probability'],
      ['Half D', 'Qualification', '2027-03-31', number(0.2, '0%'), number(0.2, '0%')],
      ['Half E', 'Unheard', '2027-03-31', number(20, '0'), number(0.2, '0%')],
    ]).toBuffer();
    const sheet = await run(book, { module: 'Deal' }, 'percent.xlsx');
    expect(rejections(sheet)).toEqual([expect.stringContaining('1 Amount:'), expect.stringContaining('2 Stage:')]);
    const again = await run((await rejectedOf(sheet)).replaceAll('Unheard', 'Qualification'), {}, 'deals.csv');
    expect(again.created).toBe(1);
    const { deals: made } = await ada.ask('{ deals(filter: { dealName: { eq: "Half E" } }) { nodes { amount probability } } }');
    expect(made.nodes).toEqual([{ amount: '20.00', probability: 20 }]);
  });

  test('a first sheet without rows is said, with the sheets that may have them', async () => {
    const book = await writeXlsxFile([
      { sheet: 'Cover', data: [['Deals of 2027']] },
      { sheet: 'Deals', data: [['Deal Name'], ['x']] },
    ]).toBuffer();
    const fileId = await upload(book, 'cover.xlsx');
    const { errors } = await ada.send('query ($file: ImportInput!) { previewImport(file: $file) { format } }', {
      file: { fileId, module: 'Deal' },
    });
    expect(errors![0]).toMatchObject({
      message: 'The sheet Cover has no rows. Name another one in `sheet`: Deals.',
      extensions: { code: 'FILE_UNREADABLE', reason: 'HEADER_ONLY', sheets: ['Deals'] },
    });
  });

  test('an import that is to stop where nothing tells how dates are written writes nothing', async () => {
    const stopped = await run(`${HEADER}\nStop A;Qualification;03/04/2027;5\n`, { stopsIfAmbiguous: true });
    expect([stopped.state, stopped.errorMessage]).toEqual([
      'FAILED',
      'deals.csv: the values of Closing Date can be read in several ways. Say `dateOrder` or `numberFormat`.',
    ]);
    expect(await deals('Stop')).toEqual([]);
    const clear = await run(`${HEADER}\nStop A;Qualification;31/04/2027;5\nStop B;Qualification;30/04/2027;5\n`, {
      stopsIfAmbiguous: true,
    });
    expect(clear.state).toBe('DONE');
    const said = await run(`${HEADER}\nStop C;Qualification;03/04/2027;5\n`, { stopsIfAmbiguous: true, dateOrder: 'DMY' });
    expect([said.state, await deals('Stop C')]).toEqual(['DONE', [expect.stringContaining('2027-04-03')]]);
  });

  test('a birthday in 1604 has no year', async () => {
    const done = await run('Last Name,Birthday\nLeap A,1604-05-17\nLeap B,17/05/1964\n', { module: 'Contact' }, 'contacts.csv');
    expect([done.created, done.result.leftOut]).toEqual([2, [{ column: 'Birthday', count: 1 }]]);
  });

  test('a character that was lost is a fault of its row, also in the file of rejected rows', async () => {
    const bytes = Buffer.concat([Buffer.from('Account Name,Phone\nK'), Buffer.from([0xff]), Buffer.from('ln,1\nKoeln,2\nZoë,3\n')]);
    const done = await run(bytes, { encoding: 'utf-8', module: 'Account' }, 'accounts.csv');
    expect([done.created, done.failed]).toEqual([2, 1]);
    const again = await run(await rejectedOf(done), {}, 'accounts-rejected.csv');
    expect([again.created, rejections(again)]).toEqual([0, [expect.stringContaining('in which characters were lost')]]);
  });

  test('an error of a spreadsheet is no empty cell, and a formula without its value is none either', async () => {
    const cells = {
      A: 't="inlineStr"><is><t>Formula A</t></is>',
      error: 't="e"><f>1/0</f><v>#DIV/0!</v>',
      bare: '><f>A2*2</f>',
      shared: '><f t="shared" si="0"/>',
      percent: 's="1"><f>1/4</f><v>0.25</v>',
    };
    const row = (at: number, name: string, amount: string, probability: string) =>
      `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>${name}</t></is></c><c r="B${at}" t="inlineStr"><is><t>Qualification</t></is></c><c r="C${at}" t="inlineStr"><is><t>2027-03-31</t></is></c><c r="D${at}" ${amount}</c><c r="E${at}" ${probability}</c></row>`;
    const text = (value: string) => `t="inlineStr"><is><t>${value}</t></is>`;
    const book = workbook(
      row(1, 'Deal Name', text('Amount'), text('Probability')).replace('Qualification', 'Stage').replace('2027-03-31', 'Closing Date') +
        row(2, 'Formula A', cells.error, cells.percent) +
        row(3, 'Formula B', cells.bare, cells.percent) +
        row(4, 'Formula C', cells.shared, cells.percent) +
        row(5, 'Formula D', '><v>7</v>', cells.percent) +
        row(6, 'Formula E', '><v>7</v>', cells.error),
    );
    const done = await run(book, { module: 'Deal' }, 'formulas.xlsx');
    expect(rejections(done)).toEqual([
      expect.stringContaining('1 Amount: The cell holds #DIV/0!'),
      expect.stringContaining('2 Amount: The cell holds #FORMULA!'),
      expect.stringContaining('3 Amount: The cell holds #FORMULA!'),
      expect.stringContaining('5 Probability: The cell holds #DIV/0!'),
    ]);
    const { deals: made } = await ada.ask(
      '{ deals(filter: { dealName: { startsWith: "Formula" } }) { nodes { dealName amount probability } } }',
    );
    expect(made.nodes).toEqual([{ dealName: 'Formula D', amount: '7.00', probability: 25 }]);
    const emptied = await run('Account Name,Phone\nFormula F,#N/A\nFormula G,#N/A\n', { emptyValues: ['#N/A'] }, 'accounts.csv');
    expect([emptied.created, emptied.failed]).toEqual([2, 0]);
  });
});

/** A workbook of one sheet with these rows; its style 1 is a percentage. */
function workbook(rows: string): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const pack = 'http://schemas.openxmlformats.org/package/2006';
  const xml = '<?xml version="1.0" encoding="UTF-8"?>';
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `${xml}<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        `${xml}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': strToU8(
        `${xml}<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `${xml}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
      ),
      'xl/styles.xml': strToU8(
        `${xml}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(`${xml}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
    }),
  );
}
