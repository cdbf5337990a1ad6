import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { CrmError } from '../../../server/core/errors.js';
import { openTable } from '../../../server/platform/transfer/open-table.js';
import { readCsv } from '../../../server/platform/transfer/read-csv.js';
import { stopFileThreads } from '../../../server/platform/transfer/file-threads.js';
import type { Source, Table, TableOptions, TableRow } from '../../../server/platform/transfer/table.js';
import { unzip, zipStored } from '../../../server/platform/transfer/zip.js';
import { checkProperty } from '../../support/seed.js';

const folder = new URL('../../../../shared/data/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere) console.warn(`${fileURLToPath(folder)} is not there: the tests on real files are left out.`);
const real = isThere ? describe : describe.skip;
const pathOf = (file: string): string => fileURLToPath(new URL(file, folder));

afterAll(stopFileThreads);

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
    const wanted: string[][] = parse(encoding === 'windows-1252' ? western : people);
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
    // Without a mark and without zeros, nothing tells that this is a text.
    const wide = Buffer.from(`名前，一丁\n${'愛田，丂七丄\n'.repeat(200)}`, 'utf16le');
    expect(await faultOf(wide)).toEqual({ reason: 'UNKNOWN_FORMAT', found: 'unknown' });
    expect(await rowsOf(await open(wide, { encoding: 'UTF-16', delimiter: '，' }))).toHaveLength(200);
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
    await rows.return!(undefined);
  });
});

describe('files that are refused', () => {
  test.each<[string, string | Buffer, TableOptions | undefined, object]>([
    ['empty', '', undefined, { reason: 'EMPTY' }],
    ['only blank lines', '\n\n \n', undefined, { reason: 'EMPTY' }],
    ['only a mark', '\uFEFF', undefined, { reason: 'EMPTY' }],
    ['a header only', 'a,b,c\n', undefined, { reason: 'HEADER_ONLY' }],
    ['a header over blank rows', 'a,b\n\n,\n', undefined, { reason: 'HEADER_ONLY' }],
    [
      'two columns of one name',
      'Name,Email,name ,Email\nx,y,z,w\n',
      undefined,
      { reason: 'DUPLICATE_COLUMNS', line: 1, columns: ['Name', 'Email'] },
    ],
    ['a quote that never closes', 'a,b\n1,2\n3,"4\n5,6\n7,8\n', undefined, { reason: 'QUOTE_NOT_CLOSED', line: 3 }],
    ['a quote in a cell', 'a,b\n1,2\n3,4\n5,6"7"\n', undefined, { reason: 'STRAY_QUOTE', line: 4 }],
    ['a quote closed in the middle', 'a,b\r\n"x\r\ny",2\r\n"3" 4,5\r\n', undefined, { reason: 'STRAY_QUOTE', line: 4 }],
    ['a cell over the limit', `a,b\n1,2\n3,${'x'.repeat(1_000_001)}\n`, undefined, { reason: 'CELL_TOO_LARGE', line: 3, limit: 1_000_000 }],
    [
      'a quote that swallows a large file',
      `a,b\n1,"2\n${'3,4\n'.repeat(500_000)}`,
      { limits: { row: 1_000_000 } },
      { reason: 'ROW_TOO_LARGE', line: 2, limit: 1_000_000 },
    ],
    [
      'too many columns',
      `${Array.from({ length: 2000 }, (_, n) => `c${n}`).join()}\n${',1'.repeat(1999)}\n`,
      undefined,
      { reason: 'TOO_MANY_COLUMNS', line: 1, limit: 1000, given: 2000 },
    ],
    [
      'a PNG called .csv',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      { fileName: 'people.csv' },
      { reason: 'UNKNOWN_FORMAT', found: 'PNG' },
    ],
    ['an old XLS', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), undefined, { reason: 'UNKNOWN_FORMAT', found: 'XLS' }],
    ['noise called .csv', noise(4096), { fileName: 'people.csv' }, { reason: 'UNKNOWN_FORMAT', found: 'unknown' }],
    ['a text where a sheet is wanted', 'a,b\n1,2\n', { format: 'xlsx' }, { reason: 'WRONG_FORMAT', wanted: 'XLSX', found: 'CSV' }],
    [
      'UTF-8 that is none',
      Buffer.from('a,b\n1,2\r\n3,4\r5,\xe9t\xe9\n', 'latin1'),
      { encoding: 'UTF-8' },
      { reason: 'WRONG_ENCODING', encoding: 'utf-8', line: 4 },
    ],
    [
      'UTF-8 cut in a character',
      Buffer.from('a\nb\nc é', 'utf8').subarray(0, -1),
      { encoding: 'utf8' },
      { reason: 'WRONG_ENCODING', encoding: 'utf-8', line: 3 },
    ],
    [
      'UTF-16 of an odd length',
      Buffer.from('\uFEFFa\nb\nc', 'utf16le').subarray(0, -1),
      undefined,
      { reason: 'WRONG_ENCODING', encoding: 'utf-16le', line: 3 },
    ],
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

describe('whatever the bytes', () => {
  /** The number of rows, or null where the file is refused; anything else than a refusal ends the test. */
  async function outcome(bytes: Buffer): Promise<number | null> {
    try {
      return (await rowsOf(await open(bytes))).length;
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      return null;
    }
  }

  test('a text is read or refused', async () => {
    const pieces = fc.oneof(
      fc
        .constantFrom(
          'a,b\n',
          '"',
          '\r\n',
          ';',
          '\uFEFF',
          'BEGIN:VCARD\n',
          'VERSION:2.1\n',
          'VERSION:4.0\n',
          'N;X=:a;b\n',
          'END:VCARD\n',
          '=\n',
          ' x\n',
        )
        .map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
    );
    await checkProperty(
      fc.asyncProperty(fc.array(pieces, { maxLength: 20 }), async (parts) => {
        await outcome(Buffer.concat(parts));
      }),
      { numRuns: 1000 },
    );
  });

  test('a damaged sheet is read or refused', async () => {
    const good = await writeXlsxFile([
      ['a', 'b'],
      ['x', 1],
    ]).toBuffer();
    const damage = fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 });
    let refused = 0;
    await checkProperty(
      fc.asyncProperty(damage, fc.nat({ max: good.length }), fc.boolean(), async (places, end, isCut) => {
        const bytes = Buffer.from(good);
        for (const [place, value] of places) bytes[place] = value;
        if ((await outcome(isCut ? bytes.subarray(0, end) : bytes)) === null) refused++;
      }),
      { numRuns: 200 },
    );
    expect(refused).toBeGreaterThan(50);
    expect(await outcome(good)).toBe(1);
  });
});

function noise(length: number): Buffer {
  let seed = 1;
  return Buffer.from(Array.from({ length }, () => (seed = (seed * 48_271) % 2_147_483_647) % 256));
}

describe('sheets', () => {
  const sheet = (rows: SheetData): Promise<Buffer> => writeXlsxFile(rows).toBuffer();

  test('dates without a zone, numbers with all their digits, texts as they stand', async () => {
    const table = await open(
      await sheet([
        ['Name', 'Amount', 'Born', 'Met', 'Active', 'Note'],
        [
          'Ada',
          { type: Number, value: 0.1 + 0.2 },
          { type: Date, value: new Date('1815-12-10'), format: 'yyyy-mm-dd' },
          { type: Date, value: new Date('2027-01-31T17:04:05Z'), format: 'm/d/yyyy h:mm' },
          { type: Boolean, value: true },
          ' =1+1\nsecond line ',
        ],
        ['Bo', -1234.5, { type: Date, value: new Date('2027-02-28'), format: 'dd.mm.yyyy' }, null, { type: Boolean, value: false }, '007'],
        [null, 1e-7, null, null, null, 'x'],
        [],
        ['Cy', 123456789012345, null, null, null, null],
      ]),
      { fileName: 'people.csv' },
    );
    expect(table).toMatchObject({ format: 'xlsx', encoding: null, columns: ['Name', 'Amount', 'Born', 'Met', 'Active', 'Note'] });
    const [ada, ...rest] = await rowsOf(table);
    expect(ada!.cells.toSpliced(2, 1)).toEqual(['Ada', '0.3', '2027-01-31T17:04:05', 'true', ' =1+1\nsecond line ']);
    expect(rest).toEqual([
      { line: 3, cells: ['Bo', '-1234.5', '2027-02-28', '', 'false', '007'] },
      { line: 4, cells: ['', '0.0000001', '', '', '', 'x'] },
      { line: 6, cells: ['Cy', '123456789012345', '', '', '', ''] },
    ]);
    expect(await rowsOf(table, 2)).toEqual([rest[1], rest[2]].slice(0, 2));
  });

  test('a sheet is chosen by its name or number', async () => {
    const both = await writeXlsxFile([
      { data: [['a'], ['1']], sheet: 'First' },
      { data: [['b'], ['2']], sheet: 'Second' },
    ]).toBuffer();
    expect((await open(both)).columns).toEqual(['a']);
    expect((await open(both, { sheet: 'Second' })).columns).toEqual(['b']);
    expect((await open(both, { sheet: 2 })).columns).toEqual(['b']);
    expect(await faultOf(both, { sheet: 'Third' })).toEqual({ reason: 'WRONG_OPTION', option: 'sheet' });
  });

  test('more rows than allowed, a cell over the limit and a file over the limit are refused', async () => {
    const file = await sheet([['a'], ...Array.from({ length: 20 }, (_, index) => [`row ${index}`])]);
    expect(await rowsOf(await open(file, { limits: { sheetRows: 20 } }))).toHaveLength(20);
    expect(await faultOf(file, { limits: { sheetRows: 19 } })).toEqual({ reason: 'TOO_MANY_ROWS', limit: 19 });
    expect(await faultOf(file, { limits: { cell: 5 } })).toEqual({ reason: 'CELL_TOO_LARGE', line: 12, limit: 5 });
    expect(await faultOf(file, { limits: { sheetBytes: 1000 } })).toEqual({ reason: 'FILE_TOO_LARGE', limit: 1000 });
    expect(await faultOf(await sheet([['a', 'b']]))).toEqual({ reason: 'HEADER_ONLY' });
    expect(await faultOf(await sheet([]))).toEqual({ reason: 'EMPTY' });
  });

  test('a bomb is refused before it is unpacked, also one that lies about its size; the next file is read', async () => {
    const packed = deflateRawSync(Buffer.alloc(400_000_000, 32), { level: 1 });
    const limit = 150_000_000;
    expect(await faultOf(bomb(packed, 400_000_000))).toEqual({ reason: 'FILE_TOO_LARGE', limit });
    expect(await faultOf(bomb(packed, 1_000))).toEqual({ reason: 'FILE_TOO_LARGE', limit });
    expect((await open(await sheet([['a'], ['1']]))).columns).toEqual(['a']);
  });

  test('a sheet whose last cell is far away is refused before it is read', async () => {
    const made = unzip(await sheet([['a'], ['x']]), () => true, 1_000_000);
    const moved = (row: number, column: string): Buffer =>
      zipStored(
        made.map(({ name, bytes }) =>
          name.endsWith('sheet1.xml')
            ? {
                name,
                bytes: Buffer.from(bytes.toString().replace('<row r="2"', `<row r="${row}"`).replace('r="A2"', `r="${column}${row}"`)),
              }
            : { name, bytes },
        ),
      );
    expect(await cellsOf(await open(moved(7, 'A')))).toEqual([['x']]);
    expect(await faultOf(moved(1_048_576, 'A'))).toEqual({ reason: 'TOO_MANY_ROWS', limit: 100_000 });
    expect(await faultOf(moved(999_999_999, 'A'))).toEqual({ reason: 'DAMAGED' });
    expect(await faultOf(moved(2, 'XFD'))).toEqual({ reason: 'TOO_MANY_COLUMNS', line: 2, limit: 1000, given: 16_384 });
    // In the last column that a table may have, it is only too far for its header.
    expect((await rowsOf(await open(moved(2, 'ALL')))).map(({ fault }) => fault?.details)).toEqual([{ given: 1000, columns: 1 }]);
  });

  test('reading a sheet stops when it is told to', async () => {
    await expect(open(await sheet([['a'], ['1']]), { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
});

/** An archive of one packed file that says it has `size` bytes unpacked. */
function bomb(packed: Buffer, size: number): Buffer {
  const archive = zipStored([{ name: 'xl/worksheets/sheet1.xml', bytes: packed }]);
  const directory = archive.lastIndexOf('PK\u0001\u0002');
  for (const [start, method, unpacked] of [
    [0, 8, 22],
    [directory, 10, 24],
  ] as const) {
    archive.writeUInt16LE(8, start + method);
    archive.writeUInt32LE(size, start + unpacked);
  }
  return archive;
}

describe('cards', () => {
  const columns = ['First Name', 'Last Name', 'Email', 'Phone', 'Company', 'Street', 'City', 'Birthday', 'Note'];
  const read = async (text: string | Buffer): Promise<Record<string, string>[]> => {
    const table = await open(text);
    expect(table.format).toBe('vcard');
    expect(table.columns).toEqual(expect.arrayContaining(columns));
    return (await rowsOf(table)).map(({ cells }) =>
      Object.fromEntries(table.columns.flatMap((column, index) => (cells[index] ? [[column, cells[index]]] : []))),
    );
  };

  test('version 2.1: parameters without names, quoted-printable, folds, character sets', async () => {
    const card = [
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg;;Dr.;',
      'ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Caf=C3=A9 =\r\nZ=C3=BCrich;Sales',
      'TEL;CELL;PREF:+49 170 1',
      'TEL;WORK;FAX:+49 30 2',
      'TEL;WORK;VOICE:+49 30 1',
      'ADR;HOME:;;Weg 2;Bonn;;53111;Germany',
      'ADR;WORK;ENCODING=QUOTED-PRINTABLE:;3. Stock;Allee 1=0D=0AHinterhaus;Berlin;BE;10115;Germany',
      'TITLE;ENCODING=QUOTED-PRINTABLE:raw 😀 =F0=9F=98=80 =zz=',
      ' done',
      'NOTE:one',
      ' two\\; three',
      'PHOTO;JPEG;ENCODING=BASE64:',
      ' /9j/4AAQSkZJRgABAQEAYABgAAD',
      'AAAA',
      '',
      'BDAY:19800322',
      'URL:http://example.com/?a=1:2',
      'END:VCARD',
    ].join('\r\n');
    expect(await read(card)).toEqual([
      {
        Salutation: 'Dr.',
        'First Name': 'Jörg',
        'Last Name': 'Müller',
        Company: 'Café Zürich',
        Department: 'Sales',
        Mobile: '+49 170 1',
        Fax: '+49 30 2',
        Phone: '+49 30 1',
        Street: 'Allee 1\r\nHinterhaus\n3. Stock',
        City: 'Berlin',
        State: 'BE',
        Zip: '10115',
        Country: 'Germany',
        'Other Street': 'Weg 2',
        'Other City': 'Bonn',
        'Other Zip': '53111',
        'Other Country': 'Germany',
        Birthday: '1980-03-22',
        Title: 'raw 😀 😀 =zz done',
        Note: 'one two; three',
        URL: 'http://example.com/?a=1:2',
      },
    ]);
  });

  test('versions 3.0 and 4.0, several in a file; one that can not be read is a fault of its row', async () => {
    const text = [
      'BEGIN:VCARD\nVERSION:3.0\nN:Lovelace;Ada;King;;\nFN:Ada King Lovelace\nEMAIL;TYPE=HOME:b@example.com\nEMAIL;TYPE=INTERNET,PREF:a@example.com\nNOTE:a\\, b\\nc\nEND:VCARD',
      'BEGIN:VCARD\nVERSION:3.0\nthis is no property\nEND:VCARD',
      'BEGIN:VCARD\nVERSION:4.0\nFN:Café Zoë\nKIND:org\nTEL;VALUE=uri;TYPE="work,voice":tel:+1-418-656-9254;ext=102\nBDAY:19960415\nEND:VCARD',
    ].join('\n');
    const table = await open(text);
    expect((await rowsOf(table)).map(({ line, fault }) => [line, fault?.code])).toEqual([
      [1, undefined],
      [9, 'INVALID_FORMAT'],
      [13, undefined],
    ]);
    expect((await read(text)).filter((row) => Object.keys(row).length > 0)).toEqual([
      { 'First Name': 'Ada King', 'Last Name': 'Lovelace', Email: 'a@example.com', 'Secondary Email': 'b@example.com', Note: 'a, b\nc' },
      { 'Last Name': 'Café Zoë', Phone: '+1-418-656-9254 ext. 102', Birthday: '1996-04-15' },
    ]);
    expect(await rowsOf(table, 2)).toHaveLength(1);
  });

  test('more cards than allowed, a card that does not end and a file without cards are refused', async () => {
    const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:x\nEND:VCARD\n';
    expect(await faultOf(card.repeat(3), { limits: { cards: 2 } })).toEqual({ reason: 'TOO_MANY_ROWS', limit: 2 });
    expect(await faultOf(`${card}BEGIN:VCARD\nVERSION:3.0\n`)).toEqual({ reason: 'DAMAGED', line: 5 });
    expect(await faultOf(card.repeat(2), { limits: { card: 30 } })).toEqual({ reason: 'ROW_TOO_LARGE', line: 1, limit: 30 });
  });

  test('a long card is read in no more time than it is long', async () => {
    const note = Array.from({ length: 15_000 }, (_, index) => `=4${index % 10}${'x'.repeat(60)}=`).join('\r\n');
    const text = `BEGIN:VCARD\r\nVERSION:2.1\r\nN:Doe\r\nNOTE;ENCODING=QUOTED-PRINTABLE:${note}\r\n\r\nEND:VCARD\r\n`;
    expect((await read(text)).map((row) => row['Note']!.length)).toEqual([15_000 * 61]);
  });

  test('cards in UTF-16 and windows-1252', async () => {
    const text = 'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Çelik;Zoë;;;\r\nEND:VCARD\r\n';
    for (const bytes of [Buffer.from(`\uFEFF${text}`, 'utf16le'), iconv.encode(text, 'windows-1252')])
      expect(await read(bytes)).toEqual([{ 'First Name': 'Zoë', 'Last Name': 'Çelik' }]);
  });
});

real('real files', () => {
  const names = (pattern: string): string[] => (isThere ? globSync(pattern, { cwd: fileURLToPath(folder) }).sort() : []);
  const json = (path: string): unknown => JSON.parse(readFileSync(pathOf(path), 'utf8'));

  async function records(path: string): Promise<string[][]> {
    const found: string[][] = [];
    const bytes = readFileSync(pathOf(path));
    async function* pieces(): AsyncGenerator<Buffer> {
      for (let at = 0; at < bytes.length; at += 3) yield await Promise.resolve(bytes.subarray(at, at + 3));
    }
    for await (const batch of readCsv(pieces(), { delimiter: ',', quote: '"', limits: { cell: 1e6, row: 1e6 } }))
      found.push(...batch.map(({ cells }) => cells));
    return found;
  }

  test('csv-spectrum reads as its expected results say', async () => {
    const files = names('csv-suite/csv-spectrum/csvs/*.csv');
    expect(files).toHaveLength(11);
    for (const file of files) {
      const wanted = json(file.replace('/csvs/', '/json/').replace('.csv', '.json')) as Record<string, string>[];
      const table = await openTable(fileSource(pathOf(file)));
      const found = (await cellsOf(table)).map((cells) => Object.fromEntries(table.columns.map((column, index) => [column, cells[index]])));
      expect({ file, found }).toEqual({ file, found: wanted });
    }
  });

  test('csv-test-data reads as its expected results say; all that is bad is found', async () => {
    const files = names('csv-suite/csv-test-data/json/*.json');
    expect(files).toHaveLength(18);
    for (const file of files) {
      const [header, ...rest] = await records(file.replace('/json/', '/csv/').replace('.json', '.csv'));
      const isTitled = basename(file).startsWith('header-');
      const found = isTitled
        ? rest.map((cells) => Object.fromEntries(header!.map((name, index) => [name, cells[index]])))
        : [header, ...rest].filter(Boolean);
      expect({ file, found }).toEqual({ file, found: json(file) });
    }
    const outcome = async (file: string): Promise<unknown> => {
      try {
        return (await rowsOf(await openTable(fileSource(pathOf(`csv-suite/csv-test-data/csv/${file}`))))).map(({ fault }) => fault?.code);
      } catch (error) {
        return (error as CrmError).extensions['reason'];
      }
    };
    const bad = names('csv-suite/csv-test-data/csv/bad-*.csv').map((file) => basename(file));
    expect(Object.fromEntries(await Promise.all(bad.map(async (file) => [file, await outcome(file)])))).toEqual({
      'bad-header-less-fields.csv': ['INVALID_FORMAT'],
      'bad-header-more-fields.csv': ['TOO_MANY'],
      'bad-header-no-header.csv': 'EMPTY',
      // Its name is all that is wrong with it: which columns there should be, the mapping knows.
      'bad-header-wrong-header.csv': 'HEADER_ONLY',
      'bad-missing-quote.csv': 'QUOTE_NOT_CLOSED',
      'bad-quotes-with-unescaped-quote.csv': 'STRAY_QUOTE',
      'bad-unescaped-quote.csv': 'STRAY_QUOTE',
    });
  });

  test("csvkit's files: marks, Latin-1, old Mac, NUL, ragged rows, a header of several lines", async () => {
    const read = async (file: string): Promise<unknown> => {
      const table = await openTable(fileSource(pathOf(`csv-suite/csvkit/${file}`)));
      return [table.encoding, table.columns, (await rowsOf(table)).map(({ cells, fault }) => fault?.code ?? cells.join('|'))];
    };
    expect(await read('test_utf8_bom.csv')).toEqual(['utf-8', ['foo', 'bar', 'baz'], ['1|2|3', '4|5|ʤ']]);
    expect(await read('test_latin1.csv')).toEqual(['windows-1252', ['a', 'b', 'c'], ['1|2|3', '4|5|©']]);
    expect(await read('mac_newlines.csv')).toEqual(['utf-8', ['a', 'b', 'c'], ['1|2|3', 'Once upon\ra time|5|6']]);
    expect(await read('null_byte.csv')).toEqual(['utf-8', ['a', 'b', 'c'], ['\0|2|3']]);
    expect(await read('bad.csv')).toEqual([
      'utf-8',
      ['column_a', 'column_b', 'column_c'],
      ['TOO_MANY', 'INVALID_FORMAT', '0|mixed types.... uh oh|17'],
    ]);
    expect(await read('test_header_newline.csv')).toEqual(['utf-8', ['start end', 'b', 'c'], ['d|e|f']]);
    expect(await read('test_empty_columns.csv')).toEqual(['utf-8', ['a', 'b', 'c'], ['a||', '||c']]);
    expect(await read('blanks.csv')).toEqual(['utf-8', ['a', 'b', 'c', 'd', 'e', 'f'], ['|NA|N/A|NONE|NULL|.']]);
  });

  test('every card of the collection is read, as many as are counted', async () => {
    const files = names('vcard/*/*.vcf');
    expect(files).toHaveLength(14);
    let total = 0;
    for (const file of files) {
      const text = readFileSync(pathOf(file), 'utf8');
      const count = text.match(/^BEGIN:VCARD\s*$/gim)!.length;
      const table = await openTable(fileSource(pathOf(file)));
      const rows = await rowsOf(table);
      expect({ file, rows: rows.length, faults: rows.filter(({ fault }) => fault) }).toEqual({ file, rows: count, faults: [] });
      for (const [index, cells] of rows.map((row) => row.cells).entries()) {
        // Every e-mail address of the file's text that a card prefers is there.
        const [, address] = /^(?:[\w-]+\.)?EMAIL[^:]*:(.+?)\s*$/im.exec(text) ?? [];
        if (index === 0 && count === 1 && address) expect(cells).toContain(address);
      }
      total += count;
    }
    expect(total).toBe(22);
    const first = async (file: string): Promise<Record<string, string | undefined>> => {
      const table = await openTable(fileSource(pathOf(`vcard/${file}`)));
      const [row] = await cellsOf(table);
      return Object.fromEntries(table.columns.map((column, index) => [column, row![index]]));
    };
    expect(await first('ez-vcard/gmail-single.vcf')).toMatchObject({
      'First Name': 'Greg',
      'Last Name': 'Dartmouth',
      Mobile: '555 555 1111',
      Phone: '555 555 2222',
      Company: 'TheCompany',
      Street: '123 Home St\nHome City, HM 12345',
      'Other City': 'Custom City',
      Birthday: '1960-09-10',
      URL: 'http://TheProfile.com',
    });
    expect(await first('ez-vcard/rfc6350-example.vcf')).toMatchObject({
      'First Name': 'Simon',
      'Last Name': 'Perreault',
      Phone: '+1-418-656-9254 ext. 102',
      Mobile: '+1-418-262-6501',
      Street: '2875 Laurier\nSuite D2-630',
      Zip: 'G1V 2M2',
      Birthday: '--02-03',
    });
    expect(await first('ez-vcard/John_Doe_MS_OUTLOOK.vcf')).toMatchObject({
      'First Name': 'John Richter,James',
      'Last Name': 'Doe',
      Email: 'john.doe@ibm.cm',
      Phone: '(905) 555-1234',
      'Home Phone': '(905) 666-1234',
      Company: 'IBM',
      Department: 'Accounting',
      City: 'Albaney',
      'Other City': 'New York',
      Birthday: '1980-03-22',
      URL: 'http://www.ibm.com',
    });
  });

  test.each([
    ['northwind/customers.csv', 91, 11],
    ['northwind/suppliers.csv', 29, 12],
    ['northwind/orders.csv', 830, 14],
    ['northwind/order_details.csv', 2155, 5],
    ['maven-crm-sales/accounts.csv', 85, 7],
    ['maven-crm-sales/sales_pipeline.csv', 8800, 8],
    ['salesforce-workshop/Account.csv', 22, 56],
    ['salesforce-workshop/Contact.csv', 102, 72],
    ['salesforce-workshop/Lead.csv', 60, 55],
    ['salesforce-workshop/Opportunity.csv', 50, 35],
  ])('%s has its %d rows and %d columns, also in UTF-16 and cut off', async (file, count, columns) => {
    const bytes = readFileSync(pathOf(file));
    const table = await openTable(sourceOf(bytes, 65_536));
    const rows = await rowsOf(table);
    expect([rows.length, table.columns.length, rows.filter(({ fault }) => fault)]).toEqual([count, columns, []]);
    const plain = bytes.toString().replace(/^\uFEFF/, '');
    const wide = await openTable(sourceOf(Buffer.from(`\uFEFF${plain}`, 'utf16le'), 65_536));
    expect(await rowsOf(wide)).toEqual(rows);
    const western = iconv.encode(plain, 'windows-1252');
    if (iconv.decode(western, 'windows-1252') === plain) expect(await rowsOf(await openTable(sourceOf(western, 65_536)))).toEqual(rows);
    else expect(plain).toMatch(/[^\0-\xff]/);
    // Cut off in the last row: it is what is wrong, and all before it is as it was.
    const cut = await openTable(sourceOf(Buffer.from(plain.trimEnd().slice(0, plain.trimEnd().lastIndexOf(','))), 65_536));
    const cutRows = await rowsOf(cut);
    expect(cutRows.slice(0, -1)).toEqual(rows.slice(0, -1));
    expect(cutRows.at(-1)!.fault?.code).toBe('INVALID_FORMAT');
  });
});
