import { Decimal } from 'decimal.js';
import { currenciesOf } from './currency-signs.js';

/** How the numbers of a style are shown, as far as it changes what they are. */
export type SheetFormat =
  | { readonly kind: 'PERCENT' }
  /** `00000`, `000-00-0000`: a number that is a text of digits. */
  | { readonly kind: 'DIGITS'; readonly sections: readonly DigitSection[] }
  | { readonly kind: 'CURRENCY'; readonly sign: string };

interface DigitSection {
  /** Numbers up to this are shown so; null: all. */
  readonly upTo: number | null;
  readonly pattern: string;
}

/** Built-in formats that a file need not describe. */
const builtIn: Readonly<Record<string, string>> = { 9: '0%', 10: '0.00%' };

const XF = /<(?:\w+:)?xf\b[^>]*>/g;
const CELL_STYLES = /<(?:\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/;
const FORMAT = /<(?:\w+:)?numFmt\b[^>]*>/g;

/** The formats of a workbook that matter, by the number of the style that cells name. */
export function readFormats(styles: string): ReadonlyMap<string, SheetFormat> {
  const codes = new Map(Object.entries(builtIn));
  for (const [tag] of styles.matchAll(FORMAT)) {
    const [id, code] = [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode')];
    if (id !== null && code !== null) codes.set(id, code);
  }
  const cellStyles = CELL_STYLES.exec(styles)?.[1] ?? '';
  return new Map(
    Array.from(
      cellStyles.matchAll(XF),
      ([tag], index) => [String(index), formatOf(codes.get(attribute(tag, 'numFmtId') ?? '') ?? '')] as const,
    ).flatMap(([style, format]) => (format ? [[style, format] as const] : [])),
  );
}

/** The value of an attribute of a tag, without what XML writes for its signs. */
export function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s(?:\\w+:)?${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? unescaped(found[1] ?? found[2] ?? '') : null;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** What is shown as it stands: in quotes, behind a backslash; and blanks as wide as a character. */
const LITERAL = /"([^"]*)"|\\(.)|_./g;

/** What a format does to a number, by its code as spreadsheets write it. */
export function formatOf(code: string): SheetFormat | null {
  const sections = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const [first = ''] = sections;
  const bare = first.replace(LITERAL, '').replace(/\[[^\]]*\]/g, '');
  if (bare.includes('%')) return { kind: 'PERCENT' };
  const digits = sections.map(digitSection);
  if (digits[0]) return { kind: 'DIGITS', sections: digits.flatMap((one) => one ?? []) };
  const sign = signOf(first);
  return sign === null ? null : { kind: 'CURRENCY', sign };
}

/** A section of nothing but zeros, two at least, and what stands between them. */
function digitSection(section: string): DigitSection | null {
  const upTo = /\[<=?(\d+)\]/.exec(section)?.[1];
  const pattern = section.replace(/\[[^\]]*\]/g, '').replace(LITERAL, (_whole, quoted?: string, single?: string) => quoted ?? single ?? '');
  return /^[^\d#?.,%E]*0[0\s()/+-]*0[^\d#?.,%E]*$/i.test(pattern) ? { upTo: upTo === undefined ? null : Number(upTo), pattern } : null;
}

/** `[$€-407]`, `"€"`, `\€`, `$`: the currency that a section shows. */
function signOf(section: string): string | null {
  const given = /\[\$([^\]-]+)(?:-[^\]]*)?\]/.exec(section)?.[1];
  const literals = Array.from(section.replace(/\[[^\]]*\]/g, '').matchAll(LITERAL), ([, quoted, single]) => quoted ?? single ?? '');
  const plain = section
    .replace(LITERAL, '')
    .replace(/\[[^\]]*\]/g, '')
    .match(/\p{Sc}/u)?.[0];
  const found = [given, plain, literals.join(''), ...literals].map((text) => text?.trim() ?? '');
  return found.find((text) => text !== '' && currenciesOf(text).size > 0) ?? null;
}

/** The sign beside a number in percent. */
export const PERCENT = '%';

/** A number as a cell of the format shows it: a text, or a number with the sign of its currency or of percent. */
export function shownNumber(number: string, format: SheetFormat): { readonly text: string; readonly sign: string | null } {
  switch (format.kind) {
    case 'PERCENT':
      return { text: new Decimal(number).times(100).toFixed(), sign: PERCENT };
    case 'CURRENCY':
      return { text: number, sign: format.sign };
    case 'DIGITS':
      if (!/^\d+$/.test(number)) return { text: number, sign: '' };
      return { text: digitsIn(number, format.sections), sign: null };
  }
}

function digitsIn(number: string, sections: readonly DigitSection[]): string {
  const { pattern } = sections.find(({ upTo }) => upTo === null || Number(number) <= upTo) ?? sections.at(-1)!;
  const places = pattern.replace(/[^0]/g, '').length;
  const digits = number.padStart(places, '0');
  // What has more digits than places has them at the first.
  let [text, at] = ['', digits.length - places];
  for (const character of pattern) {
    if (character !== '0') text += character;
    else if (at === digits.length - places && at > 0 && !/\d/.test(text)) text += digits.slice(0, ++at);
    else text += digits[at++]!;
  }
  return text;
}
