import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import writeXlsxFile from 'write-excel-file/node';
import { CrmError } from '../../../server/core/errors.js';
import { openTable } from '../../../server/platform/transfer/open-table.js';
import { readCsv } from '../../../server/platform/transfer/read-csv.js';
import { stopSheetThreads } from '../../../server/platform/transfer/sheet-threads.js';
import type { Source, Table, TableOptions, TableRow } from '../../../server/platform/transfer/table.js';
import { zipStored } from '../../../server/platform/transfer/zip.js';

const folder = new URL('../../../../shared/data/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere) console.warn(`${fileURLToPath(folder)} is not there: the tests on real files are left out.`);
const real = isThere ? describe : describe.skip;
const pathOf = (file: string): string => fileURLToPath(new URL(file, folder));

afterAll(stopSheetThreads);

/** The content in pieces of `size` bytes, each time anew. */
const sourceOf =
  (content: string | Buffer, size = 7): Source =>
  () => {
    const bytes = Buffer.from(content);
    return Readable.from(
      (function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      })(),
    );
  };
const fileSource = (path: string): Source => sourceOf(readFileSync(path), 65_536);

const open = (content: string | Buffer, options?: TableOptions): Promise<Table> => openTable(sourceOf(content, 1 << 16), options);

async function rowsOf(table: Table, from?: number): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const batch of table.rows(from)) rows.push(...batch);
  return rows;
}
const cellsOf = async (table: Table): Promise<(readonly string[])[]> => (await rowsOf(table)).map(({ cells }) => cells);

/** What stands in the error that opening or reading ends with. */
async function faultOf(content: string | Buffer, options?: TableOptions): Promise<Record<string, unknown>> {
  try {
    await rowsOf(await open(content, options));
  } catch (error) {
    expect(error).toBeInstanceOf(CrmError);
    const { code: _code, ...details } = (error as CrmError).extensions;
    // Every place of the text is filled in.
    expect((error as CrmError).message).not.toMatch(/[{}]/);
    return details;
  }
  throw new Error('The file was read.');
}

describe('CSV', () => {
  test('columns, rows and the lines they begin on, also after a cell of several lines and a blank line', async () => {
    const table = await open('Name,Note\r\nAda,"one\r\ntwo\nthree"\r\n\r\nBo,\r\n');
    expect(table).toMatchObject({ format: 'csv', encoding: 'utf-8', delimiter: ',', columns: ['Name', 'Note'] });
    expect(await rowsOf(table)).toEqual([
      { line: 2, cells: ['Ada', 'one\r\ntwo\nthree'] },
      { line: 6, cells: ['Bo', ''] },
    ]);
  });

  test.each([
    [',', 'a,b,c\n1,"x;y;z",3\n4,5,6\n'],
    [';', 'a;b;c\n1,5;2,5;3,5\n1,6;2,6;3,6\n'],
    ['\t', 'a\tb\tc\n1, 2, 3\t4\t5\n'],
    ['|', 'a|b|c\n"1|2"|3|4\n'],
    [';', 'sep=;\na;b\n1;2\n'],
    ['|', 'sep=|\r\na,b|c\r\n1,2|3\r\n'],
    ['^', 'a^b\n1^2\n'],
    [',', 'only one column\nfirst\nsecond\n'],
  ])('finds the delimiter %j', async (delimiter, text) => {
    const table = await open(text);
    expect(table.delimiter).toBe(delimiter);
    for (const row of await rowsOf(table)) expect(row.fault).toBeUndefined();
  });

  test('the line that names the delimiter is a line all the same, and no row', async () => {
    const table = await open('sep=;\r\nName;Age\r\nAda;36\r\n');
    expect(table.columns).toEqual(['Name', 'Age']);
    expect(await rowsOf(table)).toEqual([{ line: 3, cells: ['Ada', '36'] }]);
  });

  test('delimiter, quote and header can be given', async () => {
    const table = await open("1:'a:b'\n2:c\n", { delimiter: ':', quote: "'", hasHeader: false });
    expect(table.columns).toEqual(['Column 1', 'Column 2']);
    expect(await cellsOf(table)).toEqual([
      ['1', 'a:b'],
      ['2', 'c'],
    ]);
    expect(await cellsOf(await open('a,b\n"x",y"z\n', { quote: null }))).toEqual([['"x"', 'y"z']]);
  });

  const people = 'Naam,Plaats,Bedrag\r\nZoë Çelik,"Malmö, Skåne",€ 5\r\nJosé,Łódź,£ 6\r\n';
  const western = 'Naam,Plaats,Bedrag\r\nZoë Çelik,"Malmö, Skåne",€ 5\r\nJosé,Orléans,£ 6\r\n';
  test.each([
    ['UTF-8', 'utf-8', Buffer.from(people)],
    ['UTF-8 with its mark', 'utf-8', Buffer.from(`\uFEFF${people}`)],
    ['UTF-16 LE with its mark', 'utf-16le', Buffer.from(`\uFEFF${people}`, 'utf16le')],
    ['UTF-16 LE without', 'utf-16le', Buffer.from(people, 'utf16le')],
    ['UTF-16 BE with its mark', 'utf-16be', iconv.encode(`\uFEFF${people}`, 'utf-16be')],
    ['UTF-16 BE without', 'utf-16be', iconv.encode(people, 'utf-16be')],
    ['windows-1252', 'windows-1252', iconv.encode(western, 'windows-1252')],
  ])('%s is found out and read whatever pieces it comes in', async (_name, encoding, bytes) => {
    const wanted = parse<string[]>(encoding === 'windows-1252' ? western : people);
    for (const size of [1, 2, 3, 5, 65_536]) {
      const table = await openTable(sourceOf(bytes, size));
      expect(table.encoding).toBe(encoding);
      expect([table.columns, ...(await cellsOf(table))]).toEqual(wanted);
    }
  });

  test('an encoding that is given wins', async () => {
    const bytes = Buffer.from('a\n\xe4\xa4\n', 'latin1');
    expect(await cellsOf(await open(bytes, { encoding: 'ISO-8859-1' }))).toEqual([['ä¤']]);
    expect(await cellsOf(await open(bytes, { encoding: 'ISO-8859-15' }))).toEqual([['ä€']]);
    expect(await cellsOf(await open(iconv.encode('имя\nАда\n', 'koi8-r'), { encoding: 'KOI8-R' }))).toEqual([['Ада']]);
    expect(await cellsOf(await open(iconv.encode('名前\n愛田\n', 'shift_jis'), { encoding: 'Shift_JIS' }))).toEqual([['愛田']]);
  });

  test('rows(n) goes on after n rows, as often as asked', async () => {
    const table = await open(`n\n${Array.from({ length: 5000 }, (_, index) => index).join('\n\n')}\n`);
    for (const from of [0, 1, 499, 500, 4999, 5000, 6000]) {
      const rows = await rowsOf(table, from);
      expect(rows.length).toBe(Math.max(0, 5000 - from));
      if (rows[0]) expect(rows[0]).toEqual({ line: 2 + 2 * from, cells: [String(from)] });
    }
  });

  test('a row that does not fit the columns is a fault of that row', async () => {
    const rows = await rowsOf(await open('a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n5,6,7\n'));
    expect(rows.map(({ line, cells, fault }) => [line, cells.length, fault?.code ?? null])).toEqual([
      [2, 3, null],
      [3, 2, 'INVALID_FORMAT'],
      [4, 4, 'TOO_MANY'],
      [5, 3, null],
      [6, 3, null],
    ]);
    expect(rows.flatMap(({ fault }) => (fault ? String(fault.message) : []))).toEqual([
      'The row has only 2 of 3 cells.',
      'The row has 4 cells for 3 columns.',
    ]);
  });

  test('columns without a name are numbered, empty ones at the end are none', async () => {
    const table = await open('a,,c, ,\n1,2,3,,\n');
    expect(table.columns).toEqual(['a', 'Column 2', 'c']);
    expect(await cellsOf(table)).toEqual([['1', '2', '3']]);
  });

  test('reading stops when it is told to, and the file is closed', async () => {
    const stop = new AbortController();
    let opened: Readable | undefined;
    const endless: Source = () =>
      (opened = Readable.from(
        (function* () {
          yield Buffer.from('a,b\n');
          for (;;) yield Buffer.from('1,2\n'.repeat(1000));
        })(),
      ));
    const table = await openTable(endless, { signal: stop.signal });
    let rows = 0;
    const reading = async (): Promise<void> => {
      for await (const batch of table.rows()) if ((rows += batch.length) > 10_000) stop.abort(new Error('enough'));
    };
    await expect(reading()).rejects.toThrow('enough');
    expect(opened!.destroyed).toBe(true);
    // Leaving the loop closes the file as well.
    const other = await openTable(endless);
    for await (const _ of other.rows()) break;
    expect(opened!.destroyed).toBe(true);
  });

  test('no more of a file is read than its rows are taken', async () => {
    let given = 0;
    const source: Source = () =>
      Readable.from(
        (function* () {
          yield Buffer.from('a,b\n');
          for (let piece = 0; piece < 500; piece++) {
            given++;
            yield Buffer.from('1,2\n'.repeat(10_000));
          }
        })(),
        { highWaterMark: 1 },
      );
    const table = await openTable(source);
    given = 0;
    const rows = table.rows()[Symbol.asyncIterator]();
    await rows.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(given).toBeLessThan(10);
    await rows.return!();
  });
});

describe('files that are refused', () => {
  test.each<[string, string | Buffer, TableOptions | undefined, object]>([
    ['empty', '', undefined, { reason: 'EMPTY' }],
    ['only blank lines', '\n\n \n', undefined, { reason: 'EMPTY' }],
    ['only a mark', '\uFEFF', undefined, { reason: 'EMPTY' }],
    ['a header only', 'a,b,c\n', undefined, { reason: 'HEADER_ONLY' }],
    ['a header over blank rows', 'a,b\n\n,\n', undefined, { reason: 'HEADER_ONLY' }],
    ['two columns of one name', 'Name,Email,name ,Email\nx,y,z,w\n', undefined, { reason: 'DUPLICATE_COLUMNS', line: 1, columns: ['Name', 'Email'] }],
    ['a quote that never closes', 'a,b\n1,2\n3,"4\n5,6\n7,8\n', undefined, { reason: 'QUOTE_NOT_CLOSED', line: 3 }],
    ['a quote in a cell', 'a,b\n1,2\n3,4\n5,6"7"\n', undefined, { reason: 'STRAY_QUOTE', line: 4 }],
    ['a quote closed in the middle', 'a,b\r\n"x\r\ny",2\r\n"3" 4,5\r\n', undefined, { reason: 'STRAY_QUOTE', line: 4 }],
    ['a cell over the limit', `a,b\n1,2\n3,${'x'.repeat(1_000_001)}\n`, undefined, { reason: 'CELL_TOO_LARGE', line: 3, limit: 1_000_000 }],
    ['a quote that swallows a large file', `a,b\n1,"2\n${'3,4\n'.repeat(5_000_000)}`, undefined, { reason: 'ROW_TOO_LARGE', line: 2, limit: 16_000_000 }],
    ['too many columns', `${Array.from({ length: 2000 }, (_, n) => `c${n}`).join()}\n${',1'.repeat(1999)}\n`, undefined, { reason: 'TOO_MANY_COLUMNS', line: 1, limit: 1000, given: 2000 }],
    ['a PNG called .csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), { fileName: 'people.csv' }, { reason: 'UNKNOWN_FORMAT', found: 'PNG' }],
    ['an old XLS', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), undefined, { reason: 'UNKNOWN_FORMAT', found: 'XLS' }],
    ['noise called .csv', noise(4096), { fileName: 'people.csv' }, { reason: 'UNKNOWN_FORMAT', found: '?' }],
    ['a text where a sheet is wanted', 'a,b\n1,2\n', { format: 'xlsx' }, { reason: 'WRONG_FORMAT', wanted: 'XLSX', found: 'CSV' }],
    ['UTF-8 that is none', Buffer.from('a,b\n1,2\r\n3,4\r5,\xe9t\xe9\n', 'latin1'), { encoding: 'UTF-8' }, { reason: 'WRONG_ENCODING', encoding: 'utf-8', line: 4 }],
    ['UTF-8 cut in a character', Buffer.from('a\nb\nc é', 'utf8').subarray(0, -1), { encoding: 'utf8' }, { reason: 'WRONG_ENCODING', encoding: 'utf-8', line: 3 }],
    ['UTF-16 of an odd length', Buffer.from('\uFEFFa\nb\nc', 'utf16le').subarray(0, -1), undefined, { reason: 'WRONG_ENCODING', encoding: 'utf-16le', line: 3 }],
    ['an encoding that is none', 'a\nb\n', { encoding: 'utf-9' }, { reason: 'UNKNOWN_ENCODING', encoding: 'utf-9' }],
    ['a delimiter that is none', 'a\nb\n', { delimiter: '\n' }, { reason: 'WRONG_OPTION', option: 'delimiter' }],
    ['a zip that is no sheet', zipStored([{ name: 'a.txt', bytes: Buffer.from('x') }]), undefined, { reason: 'DAMAGED' }],
    ['a sheet cut off', zipStored([{ name: 'a.xml', bytes: Buffer.from('x') }]).subarray(0, 30), undefined, { reason: 'DAMAGED' }],
  ])('%s', async (_name, content, options, details) => {
    expect(await faultOf(content, options)).toEqual(details);
  });

  test('what stands before the fault is read', async () => {
    const table = await open(`a,b\n${'1,2\n'.repeat(40_000)}3,"4`);
    let rows = 0;
    const reading = async (): Promise<void> => {
      for await (const batch of table.rows()) rows += batch.length;
    };
    await expect(reading()).rejects.toMatchObject({ extensions: { reason: 'QUOTE_NOT_CLOSED', line: 40_002 } });
    expect(rows).toBe(40_000);
  });

  test('an encoding that goes wrong only far into the file names the line', async () => {
    const bytes = Buffer.concat([Buffer.from(`a,b\r\n${'1,2\r\n'.repeat(300_000)}`), Buffer.from('caf\xe9,3\r\n', 'latin1')]);
    expect(await faultOf(bytes)).toEqual({ reason: 'WRONG_ENCODING', encoding: 'utf-8', line: 300_002 });
    expect(await openTable(sourceOf(bytes, 65_536), { encoding: 'windows-1252' }).then(rowsOf)).toHaveLength(300_001);
  });
});

function noise(length: number): Buffer {
  let seed = 1;
  return Buffer.from(Array.from({ length }, () => (seed = (seed * 48_271) % 2_147_483_647) % 256));
}
