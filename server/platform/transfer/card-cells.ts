import type { CardProperty } from './parse-card.js';

/** The columns of a file of cards: what an address book knows of a person. */
export const cardColumns = [
  'Salutation',
  'First Name',
  'Last Name',
  'Email',
  'Secondary Email',
  'Phone',
  'Mobile',
  'Home Phone',
  'Other Phone',
  'Fax',
  'Company',
  'Department',
  'Title',
  'Street',
  'City',
  'State',
  'Zip',
  'Country',
  'Other Street',
  'Other City',
  'Other State',
  'Other Zip',
  'Other Country',
  'Birthday',
  'Note',
  'URL',
] as const;

type Column = (typeof cardColumns)[number];

export interface CardCells {
  readonly cells: readonly string[];
  /** A birthday without its year, which no column keeps. */
  readonly birthdayLeftOut: string | null;
}

/** What a card says, in the order of the columns. */
export function cardCells(properties: readonly CardProperty[]): CardCells {
  const cells: Partial<Record<Column, string>> = {
    ...names(properties),
    ...phones(preferred(properties, 'TEL')),
    ...addresses(preferred(properties, 'ADR')),
  };
  const [email, secondary] = preferred(properties, 'EMAIL').map(first);
  const [company, ...departments] = preferred(properties, 'ORG')[0]?.parts ?? [];
  const [birthday] = preferred(properties, 'BDAY');
  const born = birthday ? dayText(first(birthday)) : '';
  const isWhole = birthday === undefined || isWholeDay(born, birthday.omittedYear);
  Object.assign(cells, {
    Email: email,
    'Secondary Email': secondary,
    Company: company,
    Department: departments.filter(Boolean).join(', '),
    Title: valueOf(properties, 'TITLE') ?? valueOf(properties, 'ROLE'),
    Birthday: isWhole ? born : '',
    Note: all(properties, 'NOTE').map(first).join('\n\n'),
    URL: valueOf(properties, 'URL'),
  } satisfies Partial<Record<Column, string | undefined>>);
  // What a card holds beside the ends of a value is the folding of its lines.
  return {
    cells: cardColumns.map((column) => (cells[column] ?? '').trim()),
    birthdayLeftOut: isWhole ? null : born.slice(0, 60),
  };
}

const all = (properties: readonly CardProperty[], name: string): CardProperty[] => properties.filter((one) => one.name === name);

/** Those that the card prefers first; the others stay in their order. */
const preferred = (properties: readonly CardProperty[], name: string): CardProperty[] =>
  all(properties, name).sort((a, b) => Number(b.types.has('PREF')) - Number(a.types.has('PREF')));

const first = ({ parts }: CardProperty): string => parts[0] ?? '';

function valueOf(properties: readonly CardProperty[], name: string): string | undefined {
  const [found] = preferred(properties, name);
  return found && first(found);
}

/** A card without a structured name has it as a whole: it is the family name, which a person must have. */
function names(properties: readonly CardProperty[]): Partial<Record<Column, string>> {
  const [name] = all(properties, 'N');
  const [family = '', given = '', more = '', prefix = ''] = (name?.parts ?? []).map((part) => part.trim());
  const firstName = [given, more].filter(Boolean).join(' ');
  if (family !== '') return { Salutation: prefix, 'First Name': firstName, 'Last Name': family };
  const whole = valueOf(properties, 'FN')?.trim() ?? '';
  // `Ada Lovelace` with `Ada` given leaves the rest; a company has no given name.
  const rest = given !== '' && whole.startsWith(`${given} `) ? whole.slice(given.length + 1) : '';
  if (rest !== '') return { Salutation: prefix, 'First Name': given, 'Last Name': rest };
  return { Salutation: prefix, 'Last Name': whole || firstName };
}

function phones(numbers: readonly CardProperty[]): Partial<Record<Column, string>> {
  const cells: Partial<Record<Column, string>> = {};
  for (const { types, parts } of numbers) {
    const number = (parts[0] ?? '').replace(/^tel:/i, '').replace(/;ext=/i, ' ext. ').trim();
    const column = phoneColumn(types);
    if (number === '' || column === null) continue;
    if (cells[column] === undefined) cells[column] = number;
    else if (column !== 'Fax') cells['Other Phone'] ??= number;
  }
  return cells;
}

function phoneColumn(types: ReadonlySet<string>): Column | null {
  if (types.has('FAX')) return 'Fax';
  if (types.has('PAGER')) return null;
  if (types.has('CELL') || types.has('IPHONE') || types.has('MOBILE')) return 'Mobile';
  return types.has('HOME') && !types.has('WORK') ? 'Home Phone' : 'Phone';
}

/** The preferred address, else that of the work; and another one. */
function addresses(found: readonly CardProperty[]): Partial<Record<Column, string>> {
  const isWork = (one: CardProperty): number => Number(one.types.has('PREF')) * 2 + Number(one.types.has('WORK'));
  const [main = [], other = []] = found.toSorted((a, b) => isWork(b) - isWork(a)).map(addressParts);
  return Object.fromEntries([
    ...(['Street', 'City', 'State', 'Zip', 'Country'] as const).map((column, index) => [column, main[index] ?? '']),
    ...(['Other Street', 'Other City', 'Other State', 'Other Zip', 'Other Country'] as const).map((column, index) => [
      column,
      other[index] ?? '',
    ]),
  ]) as Partial<Record<Column, string>>;
}

/** Street, city, state, code and country; a box and what comes with the street are lines of it. */
function addressParts({ parts }: CardProperty): string[] {
  const [box = '', more = '', street = '', ...rest] = parts.map((part) => part.trim());
  return [[street, more, box].filter(Boolean).join('\n'), ...rest];
}

/** `19800322` and `1980-03-22T00:00:00Z` → `1980-03-22`. */
const dayText = (text: string): string => text.trim().replace(/^(\d{4})-?(\d\d)-?(\d\d)(?:T.*)?$/, '$1-$2-$3');

/** The year that Apple writes where there is none. */
const NO_YEAR = '1604';

/** Whether a birthday has a year, a month and a day: `--05-17`, `1985`, and a year that stands for none have not. */
const isWholeDay = (text: string, omittedYear: string = NO_YEAR): boolean =>
  text === '' ||
  !(text.startsWith('-') || /^\d{4}(?:-?\d\d)?$/.test(text) || text.startsWith(`${omittedYear}-`) || text.startsWith(`${NO_YEAR}-`));
