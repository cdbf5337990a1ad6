import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { CrmError } from '../../../server/core/errors.js';
import { stopFileThreads, workOnCards } from '../../../server/platform/transfer/file-threads.js';
import { openTable } from '../../../server/platform/transfer/open-table.js';
import type { TableOptions, TableRow } from '../../../server/platform/transfer/table.js';
import { unzip, zipStored, type ZipFile } from '../../../server/platform/transfer/zip.js';

afterAll(stopFileThreads);

async function rowsOf(content: string | Buffer, options?: TableOptions): Promise<TableRow[]> {
  const table = await openTable(() => Readable.from([Buffer.from(content)]), options);
  const rows: TableRow[] = [];
  for await (const batch of table.rows()) rows.push(...batch);
  return rows;
}
const cellsOf = async (content: string | Buffer): Promise<(readonly string[])[]> => (await rowsOf(content)).map(({ cells }) => cells);
const reasonOf = (content: string | Buffer, options?: TableOptions): Promise<unknown> =>
  rowsOf(content, options).then(
    () => 'read',
    (error: unknown) => (error as CrmError).extensions['reason'] ?? error,
  );

describe('a sheet', () => {
  let made: readonly ZipFile[];
  beforeAll(async () => {
    const rows: SheetData = [
      [{ value: 'Name' }, { value: 'Amount' }, { value: 'Day' }],
      [{ value: 'Ada' }, { value: 7 }, { type: Date, value: new Date('2027-01-31T00:00:00Z'), format: 'yyyy-mm-dd' }],
      [{ value: 'Bob' }, { value: 8 }, { type: Date, value: new Date('2027-02-28T00:00:00Z'), format: 'yyyy-mm-dd' }],
    ];
    made = unzip(await writeXlsxFile(rows, {}).toBuffer(), () => true, 1_000_000);
  });
  /** The sheet with a change in one of its files. */
  const changed = (file: string, from: string | RegExp, to: string): Buffer =>
    zipStored(
      made.map(({ name, bytes }) => {
        if (!name.endsWith(file)) return { name, bytes };
        const text = bytes.toString();
        const after = text.replace(from, () => to);
        expect(after).not.toBe(text);
        return { name, bytes: Buffer.from(after) };
      }),
    );
  const bob = ['Bob', '8', '2027-02-28'];

  test.each([
    '1e100000000',
    '1e-100000000',
    '-1E+99999',
    '1E+400',
    '1e-400',
    '9'.repeat(5000),
    `0.${'0'.repeat(5000)}1`,
    '0x10',
    '1e',
    'Infinity',
  ])('keeps a number that no spreadsheet can hold as it is written, and reads the other rows: %.12s', async (text) => {
    expect(await cellsOf(changed('sheet1.xml', '<v>7</v>', `<v>${text}</v>`))).toEqual([['Ada', text, '2027-01-31'], bob]);
  });

  test.each([
    ['1E-3', '0.001'],
    ['1.5e+3', '1500'],
    ['1E21', `1${'0'.repeat(21)}`],
    ['0.30000000000000004', '0.3'],
    ['123456789012345678', '123456789012345678'],
    ['1e308', `1${'0'.repeat(308)}`],
  ])('writes %s out', async (text, written) => {
    expect((await cellsOf(changed('sheet1.xml', '<v>7</v>', `<v>${text}</v>`)))[0]![1]).toBe(written);
  });

  test('keeps such a number in a shared text as the text it is', async () => {
    expect((await cellsOf(changed('sharedStrings.xml', 'Ada', '1e100000000')))[0]![0]).toBe('1e100000000');
  });

  test.each(['1e100000000', '-1e100000000', '9999999', '-1000', '1E+400', '9'.repeat(3000)])(
    'shows a date that no calendar of a spreadsheet has as an error in its cell, not as an empty one: %.12s',
    async (serial) => {
      const day = /(<c r="C2"[^>]*><v>)[^<]*/.exec(made.find(({ name }) => name.endsWith('sheet1.xml'))!.bytes.toString())!;
      expect(await cellsOf(changed('sheet1.xml', day[0], `${day[1]}${serial}`))).toEqual([['Ada', '7', '#VALUE!'], bob]);
    },
  );

  test.each([
    [
      'with a tag of a million attributes',
      'sheet1.xml',
      '<sheetData>',
      `<sheetData><row><c${' r="A1"'.repeat(1_000_000)}/></row>`,
      'DAMAGED',
    ],
    ['with tags that do not end', 'sheet1.xml', '<sheetData>', `<sheetData>${'<'.repeat(1_000_000)}`, 'DAMAGED'],
    ['with a text of 20 MB', 'sharedStrings.xml', 'Ada', 'a'.repeat(20_000_000), 'FILE_TOO_LARGE'],
    ['with 20 MB of blanks', 'sheet1.xml', '<sheetData>', `<sheetData>${' '.repeat(20_000_000)}`, 'FILE_TOO_LARGE'],
    ['with 2 million rows', 'sheet1.xml', '</sheetData>', `${'<row/>'.repeat(2_000_000)}</sheetData>`, 'TOO_MANY_ROWS'],
    [
      'with a number format of a million brackets',
      'styles.xml',
      '</styleSheet>',
      `<numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(50_000)}"/></numFmts></styleSheet>`,
      'DAMAGED',
    ],
    ['that is nested deeply', 'sheet1.xml', '<sheetData>', `${'<x>'.repeat(500_000)}<sheetData>`, 'DAMAGED'],
    ['with 100,000 merged ranges', 'sheet1.xml', '</sheetData>', `</sheetData>${'<mergeCell ref="A1:B2"/>'.repeat(100_000)}`, 'read'],
    ['with 100,000 styles', 'styles.xml', '</styleSheet>', `<extra>${'<xf numFmtId="14"/>'.repeat(100_000)}</extra></styleSheet>`, 'read'],
  ])('%s is refused, or read, before it takes long', async (_, file, from, to, reason) => {
    expect(await reasonOf(changed(file, from, to))).toBe(reason);
  });
});

describe('cards', () => {
  const card = (version: string, lines: readonly string[] = []): string =>
    ['BEGIN:VCARD', `VERSION:${version}`, 'N:Lovelace;Ada;;;', ...lines, 'END:VCARD', ''].join('\r\n');
  const names = (rows: readonly TableRow[]): string[] => rows.map(({ cells, fault }) => fault?.code ?? cells[2]!);

  test.each(['2.1', '3.0', '4.0'])(
    'of version %s with more than a person has are rows with a fault, and the others are read',
    async (version) => {
      const hostile = [
        [`TEL${';X=a'.repeat(480_000)}:1`],
        ['TEL', ...Array<string>(200_000).fill(' ;X=a'), ' :1'],
        [`TEL;TYPE=${'a,'.repeat(500_000)}:1`],
        [`TEL${';X="a"'.repeat(200_000)}:1`],
        [`TEL;X="${'a;'.repeat(500_000)}:1`],
        [`TEL${';X=a'.repeat(300_000)}`],
        Array<string>(200_000).fill('X-A:1'),
      ];
      const text = hostile.map((lines) => card(version, lines) + card(version)).join('');
      expect(names(await rowsOf(text))).toEqual(hostile.flatMap(() => ['TOO_LONG', 'Lovelace']));
    },
  );

  test('with many parameters, a long note and many properties are read', async () => {
    const rich = [
      `TEL${Array.from({ length: 90 }, (_, index) => `;X-P${index}="a;b:c"`).join('')}:+31201234567`,
      `NOTE:${'x'.repeat(900_000)}`,
      ...Array<string>(2_000).fill('X-A;TYPE=HOME:1'),
    ];
    for (const version of ['3.0', '4.0']) {
      const [row] = await rowsOf(card(version, rich));
      expect([row!.cells[2], row!.cells[5], row!.cells[24]!.length]).toEqual(['Lovelace', '+31201234567', 900_000]);
    }
  });

  test('whose lines end in any way are read in pieces of any size', async () => {
    for (const end of ['\n', '\r', '\r\n'])
      for (const size of [1, 2, 3, 7]) {
        const bytes = Buffer.from((card('3.0', ['NOTE:a', ' b']) + card('3.0')).replaceAll('\r\n', end));
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
        const table = await openTable(() => Readable.from(pieces));
        const rows: TableRow[] = [];
        for await (const batch of table.rows()) rows.push(...batch);
        expect(rows.map(({ line, cells }) => [line, cells[2], cells[24]])).toEqual([
          [1, 'Lovelace', 'ab'],
          [7, 'Lovelace', ''],
        ]);
      }
  });
});

test('organizations take turns at the thread; a request of one that has too many waiting is refused, and a job waits', async () => {
  const done: string[] = [];
  const work = (owner: string, name: string, isPatient = false): Promise<string> =>
    workOnCards({ cards: [] }, { owner, isPatient }).then(
      () => (done.push(name), 'done'),
      (error: unknown) => `${(error as CrmError).code} ${String((error as CrmError).extensions['retryAfterSeconds'])}`,
    );
  const requests = Array.from({ length: 12 }, (_, at) => work('a', `a${at + 1}`));
  const job = work('a', 'job of a', true);
  const other = work('b', 'b1');
  expect(await Promise.all(requests)).toEqual([...Array<string>(11).fill('done'), 'BUSY 1']);
  expect(await Promise.all([job, other])).toEqual(['done', 'done']);
  expect(done).toEqual(['a1', 'a2', 'b1', ...Array.from({ length: 9 }, (_, at) => `a${at + 3}`), 'job of a']);
});

describe('a look into a file', () => {
  const look = { bytes: 200_000, rows: 1_000 };

  test.each([
    ['newlines alone', '\n'.repeat(5_000_000)],
    ['newlines before the header', `${'\n'.repeat(5_000)}a,b\n1,2\n`],
    ['a header and newlines', `a,b${'\r\n'.repeat(2_000_000)}1,2\n`],
    ['blank cells', `a,b\n${',\n'.repeat(2_000_000)}1,2\n`],
    ['a cell that does not end', `a,b\n"${'x'.repeat(900_000)}`],
    ['a card with a long picture', `BEGIN:VCARD\nPHOTO:\n${' x\n'.repeat(200_000)}FN:Ada\nEND:VCARD\n`],
  ])('says that nothing is found near its beginning: %s', async (_, content) => {
    expect(await reasonOf(content, { look })).toBe('STARTS_TOO_LATE');
  });

  test('gives the rows that it sees, whatever follows', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `${index},x\n`).join('');
    const sees = async (more: string): Promise<number> => (await rowsOf(`a,b\n${rows}${more}`, { look })).length;
    expect(await sees('')).toBe(50);
    expect(await sees('\n'.repeat(2_000_000))).toBe(50);
    expect(await sees(`"${'x'.repeat(900_000)}`)).toBe(50);
    expect(await sees('1,2\n'.repeat(100_000))).toBe(999);
  });
});

test('a file with millions of blank rows is refused where they end its patience, after the rows before them', async () => {
  const table = await openTable(() => Readable.from([Buffer.from(`a,b\n1,2\n${'\n'.repeat(5_000)}3,4\n`)]), {
    limits: { blankRows: 4_000 },
  });
  const rows: TableRow[] = [];
  const read = async (): Promise<void> => {
    for await (const batch of table.rows()) rows.push(...batch);
  };
  await expect(read()).rejects.toMatchObject({ extensions: { reason: 'TOO_MANY_BLANK_ROWS', line: 4_003, limit: 4_000 } });
  expect(rows.map(({ cells }) => cells)).toEqual([['1', '2']]);
  expect(await rowsOf(`a,b\n1,2\n${'\n'.repeat(5_000)}3,4\n`)).toHaveLength(2);
});
