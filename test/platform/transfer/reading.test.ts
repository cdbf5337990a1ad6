import { createReadStream, existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, open as openFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
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
import { bytesOf } from '../../../server/platform/transfer/text-source.js';
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
const fileSource =
  (path: string): Source =>
  () =>
    createReadStream(path);

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
      'a header with bytes that are none',
      Buffer.from('N\xe9\x81m,b\n1,2\n', 'latin1'),
      { encoding: 'utf-8' },
      { reason: 'WRONG_ENCODING', encoding: 'utf-8', line: 1 },
    ],
    ['a header whose quote does not close', 'a,"b\n1,2\n', undefined, { reason: 'QUOTE_NOT_CLOSED', line: 1 }],
    ['an encoding that is none', 'a\nb\n', { encoding: 'utf-9' }, { reason: 'UNKNOWN_ENCODING', encoding: 'utf-9' }],
    ['a delimiter that is none', 'a\nb\n', { delimiter: '\n' }, { reason: 'WRONG_OPTION', option: 'delimiter' }],
    ['a zip that is no sheet', zipStored([{ name: 'a.txt', bytes: Buffer.from('x') }]), undefined, { reason: 'DAMAGED' }],
    ['a sheet cut off', zipStored([{ name: 'a.xml', bytes: Buffer.from('x') }]).subarray(0, 30), undefined, { reason: 'DAMAGED' }],
  ])('%s', async (_name, content, options, details) => {
    expect(await faultOf(content, options)).toEqual(details);
  });
});

describe('a fault in one row', () => {
  /** Line, cells, and for a faulty row its code. */
  const told = async (content: string | Buffer, options?: TableOptions): Promise<string[]> =>
    (await rowsOf(await open(content, options))).map(
      ({ line, cells, fault }) => `${line} ${cells.join('|')}${fault ? ` ${fault.code}` : ''}`,
    );

  test('a quote inside an unquoted cell is a character, and a text formula is its text', async () => {
    const products = ['A,15" monitor', 'B,5\'6" x 3"', 'C,a "quoted" word', 'D,"15"" tv, big"', 'E,="02035"', 'F,"=""007"""', 'G, "x, y" '];
    expect(await told(`Product,Description\n${products.join('\n')}\n`)).toEqual([
      '2 A|15" monitor',
      '3 B|5\'6" x 3"',
      '4 C|a "quoted" word',
      '5 D|15" tv, big',
      '6 E|02035',
      '7 F|007',
      '8 G|x, y',
    ]);
    expect(await told('a,b\n="a""b",=1+1\n="1"&"2",="x\n')).toEqual(['2 a"b|=1+1', '3 ="1"&"2"|="x']);
  });

  test('a quoted cell that is broken or never closes rejects the row that it begins in, and no other', async () => {
    expect(await told('a,b\n1,2\n3,"4\n5,6\n7,8\n')).toEqual(['2 1|2', '3 3|"4 INVALID_FORMAT', '4 5|6', '5 7|8']);
    expect(await told('a,b\r\n"x\r\ny",2\r\n"3" 4,5\r\n6,7\r\n')).toEqual(['2 x\r\ny|2', '4 "3" 4|5 INVALID_FORMAT', '5 6|7']);
    expect(await told('a,b\n1,"x\n"2",3\n4,"y\nz"\n')).toEqual(['2 1|"x INVALID_FORMAT', '3 2|3', '4 4|y\nz']);
    // The last line of the broken cell looks like a row.
    expect(await told('a,b\n1,"one\ntwo "2" two\nthree",x\n4,5\n')).toEqual([
      '2 1|"one INVALID_FORMAT',
      '3 two "2" two INVALID_FORMAT',
      '4 three"|x INVALID_FORMAT',
      '5 4|5',
    ]);
    // Two quotes that do not close, far apart, look like one cell of many lines.
    const between = Array.from({ length: 30 }, (_, index) => `${index},row,${index}`);
    const both = await told(`a,b,c\n1,x,"open\n${between.join('\n')}\n2,x,"\n3,x,y\n`);
    expect([both.length, both.filter((row) => row.includes('INVALID_FORMAT')).length, both.at(-1)]).toEqual([33, 2, '34 3|x|y']);
  });

  test.each([1, 7, 65_536])('in row 15,001 of 20,000 it leaves the 19,999 others, in pieces of %d', async (size) => {
    const count = size === 1 ? 2_000 : 20_000;
    const place = (count * 3) / 4;
    const rowAt = (index: number, broken: string): string => (index === place ? broken : `"Row ${index}","a\r\nb"`);
    const file = (broken: string): Buffer =>
      Buffer.from(`Name,Note\r\n${Array.from({ length: count }, (_, index) => rowAt(index, broken)).join('\r\n')}\r\n`, 'latin1');
    for (const broken of ['Caf\x81,x', '"Broken,x', 'Name,"x" y', '"Broken', 'a\x9d"b,x']) {
      const rows = await rowsOf(await openTable(sourceOf(file(broken), size)));
      const wrong = rows.filter(({ fault }) => fault);
      expect([broken, rows.length, wrong.length, wrong[0]?.line]).toEqual([broken, count, 1, 2 + place * 2]);
    }
  });

  test('a cell or a row over the limit', async () => {
    const small = await told(`a,b\n1,2\n3,${'x'.repeat(60)}\n5,6\n`, { limits: { cell: 50 } });
    expect(small).toEqual(['2 1|2', '3 3| TOO_LONG', '4 5|6']);
    const swallowing = await told(`a,b\n1,"2\n${'3,4\n'.repeat(500_000)}`, { limits: { row: 1_000_000 } });
    expect([swallowing.length, ...swallowing.slice(0, 2)]).toEqual([500_001, '2 1|"2 INVALID_FORMAT', '3 3|4']);
    const source = sourceOf(`a,b\n1,2\n${'x'.repeat(3_000_000)},4\n5,6\n`, 65_536);
    const long = await rowsOf(await openTable(source, { limits: { row: 1_000_000 } }));
    expect(long.map(({ line, cells, fault }) => [line, cells.length, fault?.code])).toEqual([
      [2, 2, undefined],
      [3, 0, 'TOO_LONG'],
      [4, 2, undefined],
    ]);
  });

  test('bytes that the encoding does not know name their cell', async () => {
    const mixed = [Buffer.from('Name,Plaats\nMüller,Köln\n'), Buffer.from('Jos\xe9,Gouda\n', 'latin1'), Buffer.from('Zoë,Delft\n')];
    const rows = await rowsOf(await open(Buffer.concat(mixed)));
    expect(rows.map(({ cells, fault }) => [cells.join('|'), fault?.code])).toEqual([
      ['Müller|Köln', undefined],
      ['Jos\uFFFD|Gouda', 'INVALID_CHARACTER'],
      ['Zoë|Delft', undefined],
    ]);
    expect(String(rows[1]!.fault!.message)).toMatch(/^Name contains bytes that are not utf-8/);
    expect(await told(Buffer.from('a,b\n1,2\r\n3,4\r5,\xe9t\xe9\n6,7', 'latin1'), { encoding: 'UTF-8' })).toEqual([
      '2 1|2',
      '3 3|4',
      '4 5|\uFFFDt\uFFFD INVALID_CHARACTER',
      '5 6|7',
    ]);
    expect(await told(Buffer.from('a\nb\nc é', 'utf8').subarray(0, -1), { encoding: 'utf8' })).toEqual([
      '2 b',
      '3 c \uFFFD INVALID_CHARACTER',
    ]);
    expect(await told(Buffer.from('\uFEFFa\nb\nc', 'utf16le').subarray(0, -1))).toEqual(['2 b', '3 \uFFFD\uFFFD INVALID_CHARACTER']);
    expect(await told(Buffer.from('a\nb\ud800c\nd', 'utf16le'), { encoding: 'utf-16le' })).toEqual(['2 b\uFFFDc INVALID_CHARACTER', '3 d']);
    // What a text may hold, it may hold in a file.
    expect(await told('a\n\uFFFD\n\uFFFF\n')).toEqual(['2 \uFFFD', '3 \uFFFF']);
  });

  test('bytes that are first found far into the file are read as the rest of them tells', async () => {
    const file = (last: Buffer): Buffer => Buffer.concat([Buffer.from(`a,b\r\n${'1,2\r\n'.repeat(300_000)}`), last]);
    const western = await openTable(sourceOf(file(Buffer.from('caf\xe9,3\r\n', 'latin1')), 65_536));
    expect([western.encoding, (await rowsOf(western)).at(-1)!.cells[0]]).toEqual(['windows-1252', 'café']);
    const stray = await rowsOf(await openTable(sourceOf(file(Buffer.from('a\x81,3\r\n4,5\r\n', 'latin1')), 65_536)));
    expect([stray.length, stray.filter(({ fault }) => fault).map(({ line }) => line)]).toEqual([300_002, [300_002]]);
  });

  test('what is well formed is read as csv-parse reads it', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', ';', '\n', '\r\n', 'é', '=') });
    const quoted = cell.map((text) => (/^[ \t]*=?"|[",;\r\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text));
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(quoted, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
    await checkProperty(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, size) => {
        const text = rows.map((cells) => cells.join(',')).join('\r\n');
        async function* pieces(): AsyncGenerator<string> {
          for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size));
        }
        const found: string[][] = [];
        for await (const batch of readCsv(pieces(), { delimiter: ',', quote: '"', limits: { cell: 1e6, row: 1e6 } }))
          found.push(...batch.map(({ cells }) => cells));
        const wanted: string[][] = parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
        const plain = (one: string): string => /^="((?:[^"]|"")*)"$/.exec(one)?.[1]?.replaceAll('""', '"') ?? one;
        expect(found).toEqual(wanted.map((cells) => cells.map(plain)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the encoding of a text', () => {
  test.each([
    ['windows-1252', 'Naam,Plaats\nZoë Çelik,Oekraïne\nJosé Muñoz,Orléans\nBjørn Åse,Århus\nHélène,België\n'],
    ['windows-1252', 'Name,Ort\nMüller,Köln\n'],
    ['windows-1252', 'Name,Note\nBob,it’s “5 €” – fine\n'],
    ['windows-1250', 'Jméno,Město\nJiří Dvořák,Plzeň\nKučera,Černošice\n'],
    ['windows-1250', 'Nazwa,Miasto\nMichał Wiśniewski,Łódź\nKrzysztof Żółć,Gdańsk\n'],
    ['windows-1250', 'Név,Város\nŐry Gergő,Győr\nSzűcs Éva,Pécs\n'],
    ['windows-1251', 'Имя,Город\nИван Петров,Москва\nАнна Смирнова,Казань\n'],
    ['koi8-r', 'Имя,Город\nИван Петров,Москва\n'],
    ['windows-1253', 'Όνομα,Πόλη\nΓιώργος Παπαδόπουλος,Αθήνα\n'],
    ['windows-1254', 'Ad,Şehir\nŞükrü Yılmaz,İstanbul\nIşık Çağlar,Diyarbakır\n'],
    ['windows-1257', 'Vārds,Pilsēta\nJānis Bērziņš,Rīga\n'],
    ['shift_jis', '名前,会社\n山田太郎,株式会社山田\nさとう はなこ,トヨタ自動車\n'],
    ['euc-jp', '名前,会社\n山田太郎,株式会社山田\nさとう はなこ,トヨタ自動車\n'],
    ['gb18030', '姓名,公司\n王小明,北京科技有限公司\n李华,上海贸易\n'],
    ['big5', '姓名,公司\n王小明,台灣積體電路\n李大華,中華電信\n'],
    ['euc-kr', '이름,회사\n김철수,삼성전자\n'],
  ])('%s is found out: %j', async (encoding, text) => {
    const table = await open(iconv.encode(text, encoding));
    const wanted: string[][] = parse(text);
    expect([table.encoding, table.columns, ...(await cellsOf(table))]).toEqual([encoding, ...wanted]);
  });

  test('where its words make sense in several, the choices are told, and each can be named', async () => {
    const bytes = iconv.encode('Ad\nŞahin\n', 'windows-1254');
    const { reason, encodings, samples } = (await faultOf(bytes)) as { reason: string; encodings: string[]; samples: string[] };
    expect(reason).toBe('UNCLEAR_ENCODING');
    expect(encodings).toEqual(expect.arrayContaining(['windows-1252', 'windows-1254']));
    expect(samples).toEqual(expect.arrayContaining(['windows-1252: Þahin', 'windows-1254: Şahin']));
    for (const encoding of encodings) expect(await rowsOf(await open(bytes, { encoding }))).toHaveLength(1);
  });
});

describe('files on disk', () => {
  const inFolder = async (content: Buffer, work: (path: string) => Promise<void>): Promise<void> => {
    const made = await mkdtemp(join(tmpdir(), 'relata-reading-'));
    try {
      const path = join(made, 'file');
      await writeFile(path, content);
      await work(path);
    } finally {
      await rm(made, { recursive: true });
    }
  };

  test('a piece is freed when the next one is asked for', () =>
    inFolder(Buffer.alloc(200_000, 'x'), async (path) => {
      const pieces: Buffer[] = [];
      for await (const piece of bytesOf(async () => (await openFile(path)).createReadStream())) {
        expect(piece.length).toBeGreaterThan(0);
        pieces.push(piece);
      }
      expect(pieces.map(({ length }) => length)).toEqual([0, 0, 0, 0]);
    }));

  // Longer than the head that the format is told from, with the first foreign letter behind it.
  const lines = ['Name,City', ...Array.from({ length: 60_000 }, (_, at) => `Name ${at},A city of its own`), 'Müller,Köln', 'Søren,Århus'];
  test.each(['utf-8', 'windows-1252', 'utf-16le'])('all rows of a long one in %s are read', (encoding) =>
    inFolder(iconv.encode(lines.join('\n'), encoding, { addBOM: encoding === 'utf-16le' }), async (path) => {
      const table = await openTable(fileSource(path));
      expect(table.encoding).toBe(encoding);
      const cells = await cellsOf(table);
      expect(cells.map((row) => row.join(','))).toEqual(lines.slice(1));
    }),
  );

  test('a sheet is read whole', async () => {
    const rows: SheetData = Array.from({ length: 20_000 }, (_, at) => [{ value: `Name ${at}` }, { value: at }]);
    const content = await writeXlsxFile([[{ value: 'Name' }, { value: 'Number' }], ...rows]).toBuffer();
    expect(content.length).toBeGreaterThan(200_000);
    await inFolder(content, async (path) => {
      const cells = await cellsOf(await openTable(fileSource(path)));
      expect([cells.length, cells[0], cells.at(-1)]).toEqual([20_000, ['Name 0', '0'], ['Name 19999', '19999']]);
    });
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
    expect(rest.map(({ line, cells }) => ({ line, cells }))).toEqual([
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
    expect(await faultOf(both, { sheet: 'Third' })).toEqual({ reason: 'UNKNOWN_SHEET', sheets: ['First', 'Second'] });
  });

  /** A sheet with other parts than it was written with. */
  const changed = (file: Buffer, change: (name: string, text: string) => string): Buffer =>
    zipStored(unzip(file, () => true, 1_000_000).map(({ name, bytes }) => ({ name, bytes: Buffer.from(change(name, bytes.toString())) })));

  test('a number is what its format shows', async () => {
    const number = (value: number, format: string) => ({ type: Number, value, format }) as const;
    const table = await open(
      await sheet([
        ['Probability', 'Zip', 'Tax', 'Phone', 'Amount', 'Plain'],
        [number(1, '0%'), number(2035, '00000'), number(12345678, '000-00-0000'), 123456789012345, number(1250.5, '#,##0.00 "€"'), 1.5],
        [
          number(0.07, '0.0%'),
          number(123456, '00000'),
          number(5, '[<=99999]00000;00000-0000'),
          31201234567890,
          number(-5, '[$$-409]#,##0.00'),
          2035,
        ],
        [
          number(-0.125, '0.00%;[Red]-0.00%'),
          number(7, '0'),
          number(123456789, '[<=99999]00000;00000-0000'),
          1e15,
          number(3, '"pcs" 0'),
          1e-7,
        ],
      ]),
    );
    const rows = await rowsOf(table);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['100', '02035', '012-34-5678', '123456789012345', '1250.5', '1.5'],
      ['7', '123456', '00005', '31201234567890', '-5', '2035'],
      ['-12.5', '7', '12345-6789', '1000000000000000', '3', '0.0000001'],
    ]);
    // Numbers are told from texts, with their currency.
    expect(rows.map(({ numbers }) => Object.fromEntries(numbers!))).toEqual([
      { 0: '%', 3: '', 4: '€', 5: '' },
      { 0: '%', 3: '', 4: '$', 5: '' },
      { 0: '%', 1: '', 3: '', 4: '', 5: '' },
    ]);
  });

  test('a built-in format for percent needs no description', async () => {
    const file = changed(
      await sheet([
        ['a', 'b'],
        [{ type: Number, value: 0.25, format: '0.0%' }, 'x'],
      ]),
      (name, text) =>
        name.endsWith('styles.xml') ? text.replace(/<numFmts[\s\S]*?<\/numFmts>/, '').replace(/numFmtId="1\d\d"/g, 'numFmtId="9"') : text,
    );
    expect(await cellsOf(await open(file))).toEqual([['25', 'x']]);
  });

  test('the first sheet that is not hidden is read, and the others are named', async () => {
    const names = ['Lists', 'People & more', 'Old'];
    const three = await writeXlsxFile(names.map((name) => ({ data: [[name], ['1']], sheet: name }))).toBuffer();
    const hidden = (...some: string[]): Buffer =>
      changed(three, (part, text) =>
        part === 'xl/workbook.xml'
          ? some.reduce((xml, name) => xml.replace(`name="${name}"`, `name="${name}" state="hidden"`), text)
          : text,
      );
    expect(await open(three)).toMatchObject({ sheet: 'Lists', otherSheets: ['People & more', 'Old'] });
    expect(await open(hidden('Lists'))).toMatchObject({
      sheet: 'People & more',
      otherSheets: ['Lists', 'Old'],
      columns: ['People & more'],
    });
    expect(await open(hidden('Lists', 'People &amp; more'))).toMatchObject({ sheet: 'Old', columns: ['Old'] });
    // By its name, a hidden one too; and where all are hidden, the first.
    expect(await open(hidden('Lists'), { sheet: 'Lists' })).toMatchObject({ sheet: 'Lists', columns: ['Lists'] });
    expect(await open(hidden('Lists', 'People &amp; more', 'Old'))).toMatchObject({ sheet: 'Lists' });
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

  test('a birthday without a year is left out of the card, and told', async () => {
    const card = (line: string, version = '3.0'): string => `BEGIN:VCARD\nVERSION:${version}\nN:Doe;Jo;;;\n${line}\nEND:VCARD\n`;
    const cards = [
      card('BDAY:--0517'),
      card('BDAY:--05-17', '4.0'),
      card('BDAY;X-APPLE-OMIT-YEAR=1604;VALUE=date:1604-05-17'),
      card('BDAY;X-APPLE-OMIT-YEAR=1900:1900-05-17'),
      card('BDAY:1604-05-17'),
      card('BDAY:1985', '4.0'),
      card('BDAY:--0517', '2.1'),
      card('BDAY:1985-05-17'),
      card('BDAY:19000517', '4.0'),
    ];
    const table = await open(cards.join(''));
    const rows = await rowsOf(table);
    const birthday = table.columns.indexOf('Birthday');
    expect(rows.map(({ cells, fault, notes }) => [cells[birthday], fault, notes?.length ?? 0])).toEqual([
      ...Array.from({ length: 7 }, () => ['', undefined, 1]),
      ['1985-05-17', undefined, 0],
      ['1900-05-17', undefined, 0],
    ]);
    expect(rows[0]!.notes![0]).toMatchObject({ column: 'Birthday' });
    expect(String(rows[2]!.notes![0]!.message)).toBe('The birthday 1604-05-17 has no complete date and was left out.');
  });

  test('more cards than allowed and cards that are too large are refused', async () => {
    const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:x\nEND:VCARD\n';
    expect(await faultOf(card.repeat(3), { limits: { cards: 2 } })).toEqual({ reason: 'TOO_MANY_ROWS', limit: 2 });
    expect(await faultOf(card.repeat(2), { limits: { card: 30 } })).toEqual({ reason: 'ROW_TOO_LARGE', line: 1, limit: 30 });
  });

  test('a card that does not end is a row with a fault, and the cards around it are read', async () => {
    const card = (name: string, end = 'END:VCARD\n') => `BEGIN:VCARD\nVERSION:3.0\nN:${name};;;;\n${end}`;
    const agent = 'BEGIN:VCARD\nVERSION:2.1\nN:Boss;;;;\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nN:Agent;;;;\nEND:VCARD\nEND:VCARD\n';
    const table = await open(card('One') + card('Two', '') + card('Three') + agent + card('Four', ''));
    const rows = await rowsOf(table);
    const at = table.columns.indexOf('Last Name');
    expect(rows.map(({ line, cells, fault }) => [line, fault?.code ?? cells[at]])).toEqual([
      [1, 'One'],
      [5, 'INVALID_FORMAT'],
      [8, 'Three'],
      [12, 'Boss'],
      [21, 'INVALID_FORMAT'],
    ]);
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
    async function* pieces(): AsyncGenerator<string> {
      const text = bytes.toString();
      for (let at = 0; at < text.length; at += 3) yield await Promise.resolve(text.slice(at, at + 3));
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
      'bad-missing-quote.csv': ['INVALID_FORMAT'],
      'bad-quotes-with-unescaped-quote.csv': ['INVALID_FORMAT'],
      // A quote in an unquoted cell is a character of it.
      'bad-unescaped-quote.csv': [undefined],
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
      // It has no year.
      Birthday: '',
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
