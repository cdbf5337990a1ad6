import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Fault } from '../../../server/core/errors.js';
import { say, textOf } from '../../../server/core/messages.js';
import type { Field } from '../../../server/core/registry.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../server/core/scalars.js';
import { registry } from '../../../server/modules/index.js';
import { choicesOf } from '../../../server/platform/transfer/choices.js';
import { convertCell, type CellOptions } from '../../../server/platform/transfer/convert-cell.js';
import {
  countDate,
  countNumber,
  dateTally,
  decide,
  numberTally,
  together,
  type Decision,
} from '../../../server/platform/transfer/guess-format.js';
import { parseDay, parseInstant, type DateOrder } from '../../../server/platform/transfer/parse-date.js';
import { numberExamples, parseNumber, type NumberFormat } from '../../../server/platform/transfer/parse-number.js';
import { checkProperty } from '../../support/seed.js';

const options: CellOptions = {
  module: 'Deal',
  numberFormat: 'COMMA_POINT',
  dateOrder: 'DMY',
  timeZone: 'Europe/Amsterdam',
  lastYear: 2046,
};

const fieldOf = (path: string): [Field, string] => {
  const [module = '', name = ''] = path.split('.');
  return [registry.module(module).fields.get(name)!, module];
};
const read = (path: string, text: string, more: Partial<CellOptions> = {}): unknown => {
  const [field, module] = fieldOf(path);
  const result = convertCell(text, field, { ...options, module, ...more });
  return 'fault' in result ? result.fault.code : (result.value ?? null);
};

describe('numbers', () => {
  test.each<[NumberFormat, string, string | null]>([
    ['COMMA_POINT', '1,234.56', '1234.56'],
    ['COMMA_POINT', '1234.56', '1234.56'],
    ['COMMA_POINT', '$1,234,567', '1234567'],
    ['COMMA_POINT', '-$1,234.50', '-1234.50'],
    ['COMMA_POINT', '$-5', '-5'],
    ['COMMA_POINT', 'US$ 5', '5'],
    ['COMMA_POINT', '(1,234)', '-1234'],
    ['COMMA_POINT', '($1,234.10)', '-1234.10'],
    ['COMMA_POINT', '1,234-', '-1234'],
    ['COMMA_POINT', '−7', '-7'],
    ['COMMA_POINT', '+7', '7'],
    ['COMMA_POINT', '12.5%', '12.5'],
    ['COMMA_POINT', '.5', '0.5'],
    ['COMMA_POINT', '5.', '5'],
    ['COMMA_POINT', '1.5E+3', '1500'],
    ['COMMA_POINT', '1E-7', '0.0000001'],
    ['COMMA_POINT', '-0', '0'],
    ['COMMA_POINT', '12345678901234567890.123', '12345678901234567890.123'],
    ['COMMA_POINT', '25-', '-25'],
    ['COMMA_POINT', '25 -', '-25'],
    ['COMMA_POINT', '25.--', '25'],
    ['COMMA_POINT', '1,250.-', '1250'],
    ['COMMA_POINT', '25,-', null],
    ['POINT_COMMA', '25,-', '25'],
    ['POINT_COMMA', '25,–', '25'],
    ['POINT_COMMA', '25,=', '25'],
    ['POINT_COMMA', '€ 1.250,-', '1250'],
    ['POINT_COMMA', '1.250,-- EUR', '1250'],
    ['POINT_COMMA', '-25,-', '-25'],
    ['POINT_COMMA', '(25,-)', '-25'],
    ['POINT_COMMA', '25,00-', '-25.00'],
    ['APOSTROPHE_POINT', "1'250.--", '1250'],
    ['COMMA_POINT', '1,23', null],
    ['COMMA_POINT', '1.234,56', null],
    ['COMMA_POINT', '1 234', null],
    ['COMMA_POINT', '--5', null],
    ['COMMA_POINT', '(-5)', null],
    ['COMMA_POINT', '5 pieces', null],
    ['COMMA_POINT', '0x10', null],
    ['COMMA_POINT', 'NaN', null],
    ['COMMA_POINT', '.', null],
    ['COMMA_POINT', '$', null],
    ['POINT_COMMA', '1.234,56', '1234.56'],
    ['POINT_COMMA', '€ 1.234,56', '1234.56'],
    ['POINT_COMMA', '1.234 kr.', '1234'],
    ['POINT_COMMA', '1,5', '1.5'],
    ['POINT_COMMA', '1.5', null],
    ['SPACE_COMMA', '1 234,56', '1234.56'],
    ['SPACE_COMMA', '1\u00a0234\u202f567,8 €', '1234567.8'],
    ['SPACE_COMMA', '1 23', null],
    ['SPACE_POINT', '1 234.5', '1234.5'],
    ['APOSTROPHE_POINT', "Fr. 1'234’567.05", '1234567.05'],
    ['COMMA_POINT_INDIAN', '₹12,34,567.89', '1234567.89'],
    ['COMMA_POINT_INDIAN', '1,234', '1234'],
    ['COMMA_POINT_INDIAN', '1,234,567', null],
  ])('in %s, %s is %s', (format, text, wanted) => {
    expect(parseNumber(text, format)?.text ?? null).toBe(wanted);
  });

  test('the code of a currency is told', () => {
    for (const text of ['USD 1,234.5', '1,234.5 USD', 'USD -1,234.5', '(1,234.5 USD)'])
      expect(parseNumber(text, 'COMMA_POINT')).toMatchObject({ currency: 'USD' });
    const [field] = fieldOf('Deal.amount');
    expect(convertCell('EUR 5', field, options)).toEqual({ value: '5', currency: 'EUR' });
    expect(convertCell('€ 5', field, options)).toEqual({ value: '5', currency: '€' });
    for (const [text, currency] of [
      ['¥150,000', '¥'],
      ['150 zł', 'zł'],
      ['kr. 5', 'kr.'],
      ['US$5', 'US$'],
      ['5 EUR €', '€ EUR'],
    ])
      expect(parseNumber(text!, 'COMMA_POINT')).toMatchObject({ currency });
  });

  const separators: Record<NumberFormat, [group: string, point: string]> = {
    COMMA_POINT: [',', '.'],
    POINT_COMMA: ['.', ','],
    SPACE_COMMA: ['\u00a0', ','],
    SPACE_POINT: [' ', '.'],
    APOSTROPHE_POINT: ['’', '.'],
    COMMA_POINT_INDIAN: [',', '.'],
  };
  test('what is written in a format is read in it, every digit of it, as Decimal takes it', async () => {
    await checkProperty(
      fc.property(
        fc.constantFrom(...(Object.keys(separators) as NumberFormat[])),
        fc.bigInt({ min: -(10n ** 16n) + 1n, max: 10n ** 16n - 1n }),
        fc.option(fc.stringMatching(/^\d{1,16}$/), { nil: undefined }),
        (format, whole, fraction) => {
          const [group, point] = separators[format];
          const written = (whole < 0n ? -whole : whole)
            .toLocaleString(format === 'COMMA_POINT_INDIAN' ? 'en-IN' : 'en-US')
            .replaceAll(',', group);
          const sign = whole < 0n ? '-' : '';
          const result = parseNumber(`${sign}${written}${fraction === undefined ? '' : point + fraction}`, format)!.text;
          expect(result).toBe(`${whole}${fraction === undefined ? '' : `.${fraction}`}`);
          expect(DecimalScalar.parseValue(result)).toBe(result);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a group of thousands does not begin with 0, in any format', () => {
    for (const [text, format] of [
      ['0.500', 'POINT_COMMA'],
      ['0,125', 'COMMA_POINT'],
      ['-0.500', 'POINT_COMMA'],
      ["0'500", 'APOSTROPHE_POINT'],
      ['0 500', 'SPACE_COMMA'],
      ['0,500', 'COMMA_POINT_INDIAN'],
    ] as const)
      expect([text, parseNumber(text, format)]).toEqual([text, null]);
    expect(parseNumber('0.500', 'COMMA_POINT')?.text).toBe('0.500');
    expect(parseNumber('0,500', 'POINT_COMMA')?.text).toBe('0.500');
    expect(parseNumber('10.500', 'POINT_COMMA')?.text).toBe('10500');
  });

  test('the examples are what they are examples of', () => {
    for (const [format, text] of Object.entries(numberExamples)) expect(parseNumber(text, format as NumberFormat)).not.toBeNull();
  });

  test('no text breaks the reading of numbers', async () => {
    await checkProperty(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,- ()€$E+%'kr")) }), (text) => {
        const result = parseNumber(text, 'COMMA_POINT');
        if (result) expect(result.text).toMatch(/^-?\d+(\.\d+)?$/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('dates', () => {
  test.each<[DateOrder, string, string | null]>([
    ['DMY', '2027-01-31', '2027-01-31'],
    ['MDY', '2027/1/31', '2027-01-31'],
    ['DMY', '20270131', '2027-01-31'],
    ['DMY', '31-01-2027', '2027-01-31'],
    ['DMY', '31/1/27', '2027-01-31'],
    ['DMY', '31.01.2027', '2027-01-31'],
    ['DMY', '31. 1. 2027', '2027-01-31'],
    ['MDY', '1/31/2027', '2027-01-31'],
    ['MDY', '31/1/2027', null],
    ['YMD', '27-01-31', '2027-01-31'],
    ['YMD', '31-01-2027', null],
    ['DMY', '31 Jan 2027', '2027-01-31'],
    ['DMY', '31-jan-27', '2027-01-31'],
    ['MDY', 'Jan 31, 2027', '2027-01-31'],
    ['MDY', 'January 31st 2027', '2027-01-31'],
    ['MDY', 'Sunday, January 31, 2027', '2027-01-31'],
    ['DMY', '3 mei 2027', '2027-05-03'],
    ['DMY', 'zo 3 mrt. 2027', '2027-03-03'],
    ['DMY', '2027-Oct-03', '2027-10-03'],
    ['DMY', '31-01-2027 17:04', '2027-01-31'],
    ['DMY', '2027-01-31T23:30:00.000+0000', '2027-01-31'],
    ['DMY', '29-02-2028', '2028-02-29'],
    ['DMY', '29-02-2027', null],
    ['DMY', '31-04-2027', null],
    ['DMY', '0-1-2027', null],
    ['DMY', '00-00-0000', null],
    ['DMY', '1-1-46', '2046-01-01'],
    ['DMY', '1-1-47', '1947-01-01'],
    ['DMY', '31-01/2027', null],
    ['DMY', '3 foo 2027', null],
    ['DMY', '3 ma 2027', null],
    ['DMY', 'tomorrow', null],
    ['DMY', '44562', null],
    ['DMY', '2027-01-31 or later', null],
    ['DMY', '2027-01-311', null],
  ])('in %s, %s is %s', (order, text, wanted) => {
    expect(parseDay(text, { order, lastYear: 2046 })).toBe(wanted);
  });

  test('a birthday of two digits is never in the future', () => {
    const born = (text: string): unknown => read('Contact.dateOfBirth', text, { today: '2026-11-30' });
    expect(['31/12/40', '30/11/26', '1/12/26', '5/3/85', '29/2/28', '31/12/2040'].map(born)).toEqual([
      '1940-12-31',
      '2026-11-30',
      '1926-12-01',
      '1985-03-05',
      '1928-02-29',
      // What says its century is left to the field.
      '2040-12-31',
    ]);
    expect(read('Deal.closingDate', '31/12/40', { today: '2026-11-30' })).toBe('2040-12-31');
  });

  test('a two-digit year is at most twenty years ahead', () => {
    const thisYear = (): number => new Date().getUTCFullYear();
    const read = (year: number) => parseDay(`1-1-${String(year % 100).padStart(2, '0')}`, { order: 'DMY' });
    let year: number;
    let days: (string | null)[];
    // Once more when a year ended meanwhile.
    do {
      year = thisYear();
      days = [0, 20, 21].map((ahead) => read(year + ahead));
    } while (year !== thisYear());
    expect(days).toEqual([`${year}-01-01`, `${year + 20}-01-01`, `${year + 21 - 100}-01-01`]);
  });

  test.each<[string, DateOrder, string, string | null]>([
    ['Europe/Amsterdam', 'DMY', '31-01-2027 17:04', '2027-01-31T16:04:00.000Z'],
    ['Europe/Amsterdam', 'DMY', '31-07-2027 17:04:05', '2027-07-31T15:04:05.000Z'],
    ['America/New_York', 'MDY', '12/31/2026 5:04 PM', '2026-12-31T22:04:00.000Z'],
    ['America/New_York', 'MDY', '12/31/2026, 12:30 a.m.', '2026-12-31T05:30:00.000Z'],
    ['UTC', 'MDY', '1/2/2027 12 pm', '2027-01-02T12:00:00.000Z'],
    ['Asia/Kolkata', 'YMD', '2027-01-31', '2027-01-30T18:30:00.000Z'],
    ['Asia/Kolkata', 'YMD', '2027-01-31T10:00:00Z', '2027-01-31T10:00:00.000Z'],
    ['Asia/Kolkata', 'YMD', '2027-01-31T10:00:00.1234+02:00', '2027-01-31T08:00:00.123Z'],
    ['Asia/Kolkata', 'YMD', '2021-03-05T10:00:00.000+0000', '2021-03-05T10:00:00.000Z'],
    ['Asia/Kolkata', 'YMD', '2027-01-31 10:00 UTC', '2027-01-31T10:00:00.000Z'],
    // Skipped, and twice.
    ['Europe/Amsterdam', 'YMD', '2027-03-28 02:30', '2027-03-28T01:30:00.000Z'],
    ['Europe/Amsterdam', 'YMD', '2027-10-31 02:30', '2027-10-31T00:30:00.000Z'],
    ['UTC', 'YMD', '2027-01-31 24:00', null],
    ['UTC', 'YMD', '2027-01-31 13:00 PM', null],
    ['UTC', 'YMD', '2027-01-31 10:60', null],
    ['UTC', 'YMD', '2027-01-31 10', null],
    ['UTC', 'YMD', '2027-01-31T10:00+25:00', null],
    ['UTC', 'YMD', '0001-01-01T00:00:00+10:00', null],
    ['UTC', 'YMD', '10:00', null],
  ])('in %s and %s, %s is %s', (timeZone, order, text, wanted) => {
    const found = parseInstant(text, { order, timeZone, lastYear: 2046 });
    expect(found).toBe(wanted);
    if (found) expect(DateTimeScalar.parseValue(found)).toBe(found);
  });

  test('every day is read back in every order it is written in', async () => {
    const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    await checkProperty(
      fc.property(day, fc.constantFrom('-', '/', '.', ' '), (date, mark) => {
        const wanted = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = wanted.split('-') as [string, string, string];
        expect(DateScalar.parseValue(wanted)).toBe(wanted);
        expect(parseDay([year, month, dayOfMonth].join(mark), { order: 'YMD' })).toBe(wanted);
        expect(parseDay([dayOfMonth, Number(month), year].join(mark), { order: 'DMY' })).toBe(wanted);
        expect(parseDay([month, Number(dayOfMonth), year].join(mark), { order: 'MDY' })).toBe(wanted);
        const name = new Date(`2000-${month}-15`).toLocaleDateString('nl', { month: 'short' });
        expect(parseDay(`${dayOfMonth} ${name} ${year}`, { order: 'MDY' })).toBe(wanted);
      }),
    );
  });

  test('no text breaks the reading of moments', async () => {
    await checkProperty(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789-/.: TZPAMjan+,')) }), (text) => {
        const found = parseInstant(text, { order: 'DMY', timeZone: 'UTC' });
        if (found !== null) expect(DateTimeScalar.parseValue(found)).toBe(found);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('cells', () => {
  test.each([
    ['Contact.emailOptOut', ['true', 'TRUE', '1', 'Yes', 'ja', 'y', 'X', ' on '], true],
    ['Contact.emailOptOut', ['false', '0', 'No', 'nee', 'n', 'OFF'], false],
    ['Contact.emailOptOut', ['', '  ', '-None-'], null],
    ['Contact.emailOptOut', ['maybe', '2'], 'INVALID_FORMAT'],
    ['Lead.noOfEmployees', ['1,234', '1234', '1234.00', '(−1,234)'.replace('−', '')], 1234],
    ['Lead.noOfEmployees', ['1.5', 'many', '1.234,5'], 'INVALID_FORMAT'],
    ['Lead.noOfEmployees', ['3,000,000,000', '-2147483649'], 'OUT_OF_RANGE'],
    ['Deal.amount', ['$ 1,000.50', '1000.50'], '1000.50'],
    ['Deal.amount', ['-None-', ''], null],
    ['Deal.amount', ['a lot'], 'INVALID_FORMAT'],
    ['Deal.closingDate', ['31-1-2027', '2027-01-31', '31 januari 2027'], '2027-01-31'],
    ['Deal.closingDate', ['1/31/2027', 'soon'], 'INVALID_FORMAT'],
    ['Lead.unsubscribedAt', ['31-1-2027 1:00', '2027-01-31T00:00:00Z'], '2027-01-31T00:00:00.000Z'],
    ['Lead.unsubscribedAt', ['31-1-2027 25:00'], 'INVALID_FORMAT'],
    ['Account.currency', ['eur', 'EUR'], 'EUR'],
    ['Account.currency', ['Euro'], 'INVALID_FORMAT'],
    ['Contact.email', [' ada@example.com '], 'ada@example.com'],
    ['Contact.lastName', ['-None-'], '-None-'],
    ['Contact.account', ['001xx000003DGb2AAG'], '001xx000003DGb2AAG'],
    ['PipelineStage.category', ['won', 'WON', ' Won', 'Gewonnen'], 'WON'],
    ['PipelineStage.forecastCategory', ['BEST_CASE', 'Best case'], 'BEST_CASE'],
    ['PipelineStage.category', ['gone'], 'WRONG_TYPE'],
  ] as const)('%s takes %j as %s', (path, texts, wanted) => {
    for (const text of texts) {
      const found = read(path, text);
      expect([text, found]).toEqual([text, wanted === 1234 && text.startsWith('(') ? -1234 : wanted]);
    }
  });

  test('lines of a text stay, blanks around a line of text go', () => {
    expect(read('Contact.description', ' one\r\n\n two\t')).toBe(' one\r\n\n two\t');
    expect(read('Contact.lastName', ' Ada ')).toBe('Ada');
  });

  test('a picklist is found by its key or a label, whatever the case; what is not there is told', () => {
    const choices = choicesOf([
      { key: 'COLD_CALL', labels: ['Cold Call', 'Koude acquisitie'] },
      { key: 'OTHER', labels: ['Web'] },
      { key: 'WEB', labels: ['Internet'] },
    ]);
    for (const text of ['COLD_CALL', 'cold call', ' Cold  Call ', 'KOUDE ACQUISITIE'])
      expect(read('Lead.leadSource', text, { choices })).toBe('COLD_CALL');
    // A key is surer than a label.
    expect(read('Lead.leadSource', 'web', { choices })).toBe('WEB');
    expect(read('Lead.leadSource', '-None-', { choices })).toBe(null);
    const [field, module] = fieldOf('Lead.leadSource');
    expect(convertCell('Fair', field, { ...options, module, choices })).toMatchObject({
      unknown: 'Fair',
      fault: { code: 'UNKNOWN_PICKLIST_VALUE' },
    });
    // A stage is named by its key, and found by its label.
    expect(read('Deal.stage', 'closed won', { choices: choicesOf([{ key: 'CLOSED_WON', labels: ['Closed Won'] }]) })).toBe('CLOSED_WON');
  });

  test('faults are said in both languages, with a short form of what was given', () => {
    const [field, module] = fieldOf('Deal.amount');
    const result = convertCell(`${'9'.repeat(100)}x`, field, { ...options, module, numberFormat: 'POINT_COMMA' });
    const { fault } = result as { fault: Pick<Fault, 'message' | 'details'> };
    expect(textOf(fault.message, 'en')).toBe(`Amount takes a number written like 1.234,56, not "${'9'.repeat(60)}…".`);
    expect(textOf(fault.message, 'nl')).toContain('Bedrag is een getal in de vorm 1.234,56');
    expect(fault.details).toEqual({ value: `${'9'.repeat(60)}…` });
    expect(String(say('faults.cellInstant', { label: 'Met', example: '2027-01-31 17:30', given: 'x' }))).not.toMatch(/[{}]/);
  });
});

describe('how a file writes dates and numbers', () => {
  const dates = (...columns: string[][]) =>
    columns.map((texts) => {
      const tally = dateTally();
      for (const text of texts) countDate(tally, text);
      return tally;
    });
  const numbers = (isWhole: boolean, ...columns: string[][]) =>
    columns.map((texts) => {
      const tally = numberTally();
      for (const text of texts) countNumber(tally, text, isWhole);
      return tally;
    });
  const many = (text: string, count: number): string[] => Array.from({ length: count }, () => text);

  test.each<[string, string[], DateOrder[], DateOrder, Partial<Decision<DateOrder>>]>([
    ['a day after the 12th tells', ['31/01/2027', '05/06/2027'], ['MDY'], 'DMY', { isProven: true, either: 1, unreadable: 0 }],
    ['also the other way', ['01/31/2027', '05/06/2027'], ['DMY'], 'MDY', { isProven: true, either: 1 }],
    ['also late', [...many('03/04/2027', 240), '03/15/2027'], ['DMY'], 'MDY', { isProven: true, values: 241, either: 240 }],
    ['else the settings', ['05/06/2027', '07/08/2027'], ['MDY', 'DMY'], 'MDY', { isProven: false, either: 2 }],
    ['the viewer before the organization', ['05.06.2027'], ['DMY', 'MDY'], 'DMY', { isProven: false }],
    ['nothing to decide', ['2027-06-05', '5 June 2027', '05/05/2027'], [], 'DMY', { isProven: true, either: 0 }],
    ['two-digit years are not first', ['03/04/27'], [], 'DMY', { isProven: false, either: 1 }],
    ['unless they have to be', ['03/04/27', '99/01/31'], ['MDY'], 'YMD', { isProven: true, unreadable: 0 }],
    ['both: what most say', ['03/15/2027', '15/03/2027', '16/03/2027', '01/02/2027'], ['MDY'], 'DMY', { isProven: true, unreadable: 1 }],
    ['both alike: the settings', ['03/15/2027', '15/03/2027', '01/02/2027'], ['MDY'], 'MDY', { isProven: false, unreadable: 1 }],
    ['empty and none count for nothing', ['', '-None-', '31-1-2027'], ['MDY'], 'DMY', { values: 1 }],
    ['what is no date counts for none', ['Ada', '31-1-2027'], ['MDY'], 'DMY', { values: 2, unreadable: 1 }],
  ])('dates: %s', (_name, texts, likely, value, more) => {
    const [column] = dates(texts);
    expect(decide(column!, column!, likely)).toMatchObject({ value, ...more });
  });

  test('the columns of a file speak for each other, but for one that says by itself that it is different', () => {
    const [first, second] = dates(['03/04/2027'], ['01/31/2027']);
    expect(decide(first!, together([first!, second!], dateTally()), ['DMY'])).toMatchObject({ value: 'MDY', isProven: true });
    const [other, most] = dates(['15/03/2027', '16/03/2027', '17/03/2027', '01/02/2027'], many('03/15/2027', 9));
    const file = together([other!, most!], dateTally());
    expect(decide(other!, file, [])).toMatchObject({ value: 'DMY', unreadable: 0 });
    expect(decide(most!, file, [])).toMatchObject({ value: 'MDY', unreadable: 0 });
    // One of them may be a mistake.
    const [slip] = dates(['15/03/2027', '01/02/2027']);
    expect(decide(slip!, together([slip!, most!], dateTally()), [])).toMatchObject({ value: 'MDY', unreadable: 1 });
  });

  test.each<[string, string[], NumberFormat[], NumberFormat, Partial<Decision<NumberFormat>>]>([
    ['a point behind a comma', ['1,234.56', '7'], ['POINT_COMMA'], 'COMMA_POINT', { isProven: true }],
    ['a comma behind a point', ['1.234,56', '7'], ['COMMA_POINT'], 'POINT_COMMA', { isProven: true }],
    ['late, too', [...many('1.500', 300), '2,5'], ['COMMA_POINT'], 'POINT_COMMA', { isProven: true, either: 300 }],
    ['blanks', ['1 234,56'], ['COMMA_POINT'], 'SPACE_COMMA', { isProven: true }],
    ['lakhs', ['12,34,567'], ['COMMA_POINT'], 'COMMA_POINT_INDIAN', { isProven: true }],
    ['the settings where three digits leave it open', ['1.500'], ['POINT_COMMA'], 'POINT_COMMA', { isProven: false, either: 1 }],
    ['and where they are the other way round', ['1,500'], ['POINT_COMMA', 'COMMA_POINT'], 'POINT_COMMA', { isProven: false, either: 1 }],
    ['a dash for the cents', ['25,-', '1.500'], ['COMMA_POINT'], 'POINT_COMMA', { isProven: true }],
    ['nothing to decide', ['1234', '7', '12%'], ['POINT_COMMA'], 'POINT_COMMA', { isProven: true, either: 0 }],
    ['what is no number counts for none', ['n/a', '1.234,5'], [], 'POINT_COMMA', { unreadable: 1 }],
  ])('numbers: %s', (_name, texts, likely, value, more) => {
    const [column] = numbers(false, texts);
    expect(decide(column!, column!, likely)).toMatchObject({ value, ...more });
  });

  test('whole numbers have no fraction, so a group is one', () => {
    const [column] = numbers(true, ['1.500', '20']);
    expect(decide(column!, column!, ['COMMA_POINT'])).toMatchObject({ value: 'POINT_COMMA', isProven: true });
  });

  test('what the caller says is taken; the values are counted all the same', () => {
    const [column] = dates(['03/15/2027', '01/02/2027']);
    expect(decide(column!, column!, ['MDY'], 'DMY')).toMatchObject({ value: 'DMY', values: 2, either: 1, unreadable: 1 });
  });
});
