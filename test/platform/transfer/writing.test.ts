import { existsSync, globSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse, type Options } from 'csv-parse/sync';
import fc from 'fast-check';
import { say } from '../../../server/core/messages.js';
import { hasForbiddenCharacter } from '../../../server/core/text.js';
import { cellKind, type CellKind, type OutColumn, type OutRow } from '../../../server/platform/transfer/cell-kind.js';
import { guarded, unguarded } from '../../../server/platform/transfer/formula-guard.js';
import { openTable } from '../../../server/platform/transfer/open-table.js';
import { stopFileThreads } from '../../../server/platform/transfer/file-threads.js';
import type { TableOptions } from '../../../server/platform/transfer/table.js';
import { writeCsv, type CsvOutput } from '../../../server/platform/transfer/write-csv.js';
import { writeNdjson } from '../../../server/platform/transfer/write-ndjson.js';
import { writeRejected } from '../../../server/platform/transfer/write-rejected.js';
import { writeSheet } from '../../../server/platform/transfer/write-sheet.js';
import { checkProperty } from '../../support/seed.js';

const folder = new URL('../../../../shared/data/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere) console.warn(`${fileURLToPath(folder)} is not there: the tests on real texts are left out.`);
const real = isThere ? test : test.skip;

afterAll(stopFileThreads);

async function* batchesOf<Row>(rows: readonly Row[], size = 100): AsyncGenerator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += size) yield await Promise.resolve(rows.slice(at, at + size));
}

async function bytesOf(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

const textColumns = (count: number): OutColumn[] => Array.from({ length: count }, (_, index) => ({ name: `c${index}`, kind: 'text' }));

const csvOf = async (columns: readonly OutColumn[], rows: readonly OutRow[], options?: CsvOutput): Promise<Buffer> =>
  bytesOf(writeCsv(columns, batchesOf(rows), options));

async function readBack(bytes: Buffer, options?: TableOptions): Promise<{ columns: readonly string[]; rows: (readonly string[])[] }> {
  const table = await openTable(() => Readable.from([bytes]), options);
  const rows: (readonly string[])[] = [];
  for await (const batch of table.rows()) rows.push(...batch.map(({ cells, fault }) => (fault ? [String(fault.message)] : cells)));
  return { columns: table.columns, rows };
}

/** All cells, as another reader finds them. */
function otherCells(bytes: Buffer, options: Options = {}): string[] {
  const rows: string[][] = parse(bytes, options);
  return rows.flat();
}

/** What a table keeps: rows that say something. */
const isFilled = (row: OutRow): boolean => row.some((cell) => cell?.trim());
const texts = fc.string({
  unit: fc.oneof(fc.constantFrom(...Array.from('=+-@\t\r\n\'",;|\u00a0\uFEFF\0 x1')), fc.string({ unit: 'binary', maxLength: 1 })),
});
const rowsOf = (columns: number): fc.Arbitrary<OutRow[]> =>
  fc.array(fc.array(texts, { minLength: columns, maxLength: columns }).filter(isFilled), { minLength: 1, maxLength: 8 });

describe('formulas', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+31 20 1', "'+31 20 1"],
    ['-5', "'-5"],
    ['@SUM(1)', "'@SUM(1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
    ["'tis", "'tis"],
    ["'", "'"],
    ['a=1', 'a=1'],
    [' =1', ' =1'],
    ['', ''],
  ])('%j is written as %j', (text, wanted) => {
    expect(guarded(text)).toBe(wanted);
    expect(unguarded(wanted)).toBe(text);
  });

  test('taking off gives back every text, and nothing guarded begins like a formula', async () => {
    await checkProperty(
      fc.property(texts, (text) => {
        expect(unguarded(guarded(text))).toBe(text);
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { numRuns: 3000 },
    );
  });

  test.each<[CellKind, string, string]>([
    ['number', '-1234.50', '-1234.50'],
    ['number', '-1+cmd', "'-1+cmd"],
    ['phone', '+31 (0)20 123-4567', '+31 (0)20 123-4567'],
    ['phone', '+1 418 656 ext. 102', '+1 418 656 ext. 102'],
    ['phone', '+HYPERLINK("x")', '\'+HYPERLINK("x")'],
    ['phone', '=1', "'=1"],
    ['text', '-5', "'-5"],
    ['date', '2027-01-31', '2027-01-31'],
  ])('in a column of %s, %s is written as %s', async (kind, text, wanted) => {
    const bytes = await csvOf([{ name: 'c', kind }], [[text]]);
    expect(parse(bytes)).toEqual([['c'], [wanted]]);
    expect((await readBack(bytes, { isGuarded: true })).rows).toEqual([[text]]);
    expect(parse(await csvOf([{ name: 'c', kind }], [[text]], { isGuarded: false }))).toEqual([['c'], [text]]);
  });

  test('kinds of fields', () => {
    expect([cellKind('phone'), cellKind('money'), cellKind('integer'), cellKind('email'), cellKind('picklist')]).toEqual([
      'phone',
      'number',
      'number',
      'text',
      'text',
    ]);
  });
});

describe('CSV', () => {
  test('ends of lines, quotes and the mark', async () => {
    const bytes = await csvOf(
      textColumns(2),
      [
        ['a', 'b "c", d'],
        [null, 'e\nf'],
      ],
      { hasMark: true },
    );
    expect(bytes.toString()).toBe('\uFEFFc0,c1\r\na,"b ""c"", d"\r\n,"e\nf"\r\n');
    expect((await csvOf(textColumns(1), [['']])).toString()).toBe('c0\r\n""\r\n');
  });

  test('what is written is what is read, whatever it is, with every delimiter', async () => {
    await checkProperty(
      fc.asyncProperty(
        fc.constantFrom(',', ';', '\t', '|'),
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }).chain(rowsOf),
        async (delimiter, hasMark, rows) => {
          const bytes = await csvOf(textColumns(rows[0]!.length), rows, { delimiter, hasMark });
          const found = await readBack(bytes, { delimiter, isGuarded: true, encoding: 'utf-8' });
          expect(found.rows).toEqual(rows);
          // Another reader finds the same cells, guarded.
          const others = parse(bytes, { delimiter, bom: hasMark, record_delimiter: '\r\n' }).slice(1);
          expect(others).toEqual(rows.map((row) => row.map((cell) => guarded(cell!))));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('names of columns are guarded as well', async () => {
    const columns: OutColumn[] = [
      { name: '=cmd', kind: 'number' },
      { name: '\uFEFFb', kind: 'text' },
    ];
    const bytes = await csvOf(columns, [['1', '2']]);
    expect(bytes.toString()).toMatch(/^'=cmd,/);
    expect((await readBack(bytes, { isGuarded: true })).columns).toEqual(['=cmd', 'b']);
  });

  real('hostile strings and the cells of the CSV suite survive', async () => {
    const hostile = (JSON.parse(readFileSync(new URL('naughty-strings/blns.json', folder), 'utf8')) as string[]).filter(
      (text) => !hasForbiddenCharacter(text),
    );
    expect(hostile.length).toBeGreaterThan(500);
    const files = globSync('csv-suite/*/{csv,csvs}/*.csv', { cwd: fileURLToPath(folder) }).filter((file) => !file.includes('bad-'));
    const suite = files.flatMap((file) => otherCells(readFileSync(new URL(file, folder)), { relax_column_count: true, bom: true }));
    expect(files.length).toBe(29);
    const rows = [...hostile, ...suite].map((text) => ['x', text]);
    const bytes = await csvOf(textColumns(2), rows);
    expect((await readBack(bytes, { isGuarded: true })).rows).toEqual(rows);
    // Of what a spreadsheet reads, no cell begins like a formula.
    expect(otherCells(bytes).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test('no more is made than is taken', async () => {
    let made = 0;
    async function* endless(): AsyncGenerator<readonly OutRow[]> {
      for (;;) {
        made++;
        yield await Promise.resolve([['x'.repeat(1000)]]);
      }
    }
    const stream = Readable.from(writeCsv(textColumns(1), endless()), { highWaterMark: 1 });
    await new Promise((resolve) => stream.once('readable', resolve));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(made).toBeLessThan(5);
    stream.destroy();
  });
});

test('NDJSON has the types of the values, one record a line', async () => {
  const records = [
    { name: 'a\nb', amount: '1.50', count: 3, isActive: true, born: null },
    { name: '\u2028', amount: null, count: 0, isActive: false, born: '2027-01-31' },
  ];
  const lines = (await bytesOf(writeNdjson(batchesOf(records, 1)))).toString().split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(records);
  expect(await bytesOf(writeNdjson(batchesOf([])))).toHaveLength(0);
});

describe('XLSX', () => {
  const columns: OutColumn[] = [
    { name: 'Text', kind: 'text' },
    { name: 'Number', kind: 'number' },
    { name: 'Yes', kind: 'boolean' },
    { name: 'Day', kind: 'date' },
    { name: 'Moment', kind: 'instant' },
    { name: 'Phone', kind: 'phone' },
  ];

  test('numbers, booleans and dates are such, and read back as what they were', async () => {
    const rows: OutRow[] = [
      ['=1+1', '-1234.5', 'true', '2027-01-31', '2027-01-31T16:04:05.000Z', '+31 20 1'],
      ['__proto__', '123456789012345678.25', 'false', '0999-12-31', null, null],
      [' lines\r\nand\n blanks ', '0.1', null, null, null, '007'],
      ['x'.repeat(32_000), null, null, null, null, null],
    ];
    const bytes = await writeSheet(columns, batchesOf(rows), { sheetName: "Deals: '27", timeZone: 'America/New_York' });
    const { columns: names, rows: found } = await readBack(bytes, { sheet: "Deals  '27" });
    expect(names).toEqual(columns.map(({ name }) => name));
    expect(found).toEqual([
      ['=1+1', '-1234.5', 'true', '2027-01-31', '2027-01-31T11:04:05', '+31 20 1'],
      ['__proto__', '123456789012345678.25', 'false', '0999-12-31', '', ''],
      [' lines\r\nand\n blanks ', '0.1', '', '', '', '007'],
      ['x'.repeat(32_000), '', '', '', '', ''],
    ]);
  });

  test('every text is read back, and none is a formula', async () => {
    await checkProperty(
      fc.asyncProperty(rowsOf(3), async (rows) => {
        const bytes = await writeSheet(textColumns(3), batchesOf(rows));
        expect((await readBack(bytes)).rows).toEqual(rows);
        expect(bytes.includes('<f>')).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  real('hostile strings survive', async () => {
    const hostile = (JSON.parse(readFileSync(new URL('naughty-strings/blns.json', folder), 'utf8')) as string[]).filter(
      (text) => !hasForbiddenCharacter(text),
    );
    const rows = [...hostile, '_x000D_', '_x005F_', '_x_'].map((text) => ['x', text]);
    expect((await readBack(await writeSheet(textColumns(2), batchesOf(rows)))).rows).toEqual(rows);
  });

  test('more rows than a sheet takes are refused', async () => {
    const rows = Array.from({ length: 11 }, () => ['x']);
    await expect(writeSheet(textColumns(1), batchesOf(rows), { limits: { sheetRows: 10 } })).rejects.toMatchObject({
      extensions: { reason: 'TOO_MANY_ROWS', limit: 10 },
    });
  });
});

test('rejected rows come back as they stood, with their reasons in the language, and can be given again', async () => {
  const rejected = [
    { cells: ['Ada', '=x'], reasons: [say('faults.unreadableCard'), 'And this.'] },
    { cells: ['Bo'], reasons: [say('faults.tooFewCells', { given: 1, columns: 2 })] },
    { cells: ['Cy', '1', 'more'], reasons: ['Too many.'] },
  ];
  const bytes = await bytesOf(writeRejected(['Name', 'Reden'], batchesOf(rejected), { language: 'nl' }));
  expect(parse(bytes)).toEqual([
    ['Name', 'Reden', 'Reden niet geïmporteerd'],
    ['Ada', "'=x", 'De kaart kan niet worden gelezen. And this.'],
    ['Bo', '', 'De rij heeft maar 1 van de 2 cellen.'],
    ['Cy', '1', 'Too many. more'],
  ]);
  // Its last column tells that the file is ours, and that guards are to be taken off.
  const again = await readBack(bytes);
  expect(again.rows[0]).toEqual(['Ada', '=x', 'De kaart kan niet worden gelezen. And this.']);
  const cells = [{ cells: again.rows[1]!, reasons: ['Still.'] }];
  expect(parse(await bytesOf(writeRejected(again.columns, batchesOf(cells), { language: 'en' })))).toEqual([
    ['Name', 'Reden', 'Reason not imported'],
    ['Bo', '', 'Still.'],
  ]);
});

test('guards are taken off in our own files, and in no others', async () => {
  const text = "'+31 20 555";
  for (const columns of ['accountName,phone', 'name,owner.email', 'Name,Reason not imported', 'Naam,reden niet geïmporteerd'])
    expect((await readBack(Buffer.from(`${columns}\n${text},x\n`))).rows).toEqual([['+31 20 555', 'x']]);
  for (const columns of ['Name,Phone', 'name,phone', 'Reason,Phone'])
    expect((await readBack(Buffer.from(`${columns}\n${text},x\n`))).rows).toEqual([[text, 'x']]);
  expect((await readBack(Buffer.from(`accountName,phone\n${text},x\n`), { isGuarded: false })).rows).toEqual([[text, 'x']]);
  // Nothing is guarded in a sheet that we export.
  const sheet = await writeSheet([{ name: 'accountName', kind: 'text' }], batchesOf([[text]]));
  expect((await readBack(sheet)).rows).toEqual([[text]]);
});
