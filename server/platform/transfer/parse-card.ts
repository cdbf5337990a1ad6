import { isUtf8 } from 'node:buffer';
import ICAL from 'ical.js';
import iconv from 'iconv-lite';

/** A property of a card: its name and types in capitals, its parts as plain text. */
export interface CardProperty {
  readonly name: string;
  readonly types: ReadonlySet<string>;
  readonly parts: readonly string[];
  /** The year of a day that stands for none, as Apple says it. */
  readonly omittedYear?: string;
}

/** Characters before a value: a name and its parameters. Reading parameters takes time with the square of their length. */
export const MAX_HEAD = 10_000;
/** Properties of one card; a rich one has a hundred. */
export const MAX_PROPERTIES = 10_000;

/** The card has more than a card of a person can have, and would take long to read. */
export class CardTooComplex extends Error {}

/**
 * The properties of one card, whatever its version; null where it can not be read.
 *
 * @throws CardTooComplex
 */
export function parseCard(lines: readonly string[]): CardProperty[] | null {
  const version = lines
    .find((line) => /^VERSION:/i.test(line))
    ?.slice(8)
    .trim();
  if (version === '2.1' || version === undefined) return parseOldCard(lines);
  checkSize(joined(lines));
  try {
    return fromComponent(ICAL.parse(lines.join('\r\n')) as JCard);
  } catch {
    return null;
  }
}

function checkSize(properties: readonly string[]): void {
  if (properties.length > MAX_PROPERTIES) throw new CardTooComplex();
  for (const property of properties) {
    const colon = colonOf(property);
    if ((colon < 0 ? property.length : colon) > MAX_HEAD) throw new CardTooComplex();
  }
}

/** Lines of version 3 and 4 without their folds. */
function joined(lines: readonly string[]): string[] {
  const whole: string[][] = [];
  for (const line of lines) {
    if (/^[ \t]/.test(line) && whole.length > 0) whole.at(-1)!.push(line.slice(1));
    else whole.push([line]);
  }
  return whole.map((parts) => parts.join(''));
}

/** RFC 7095. */
type JCard = readonly [name: string, properties: readonly JProperty[], cards: readonly unknown[]];
type JProperty = readonly [name: string, parameters: Readonly<Record<string, string | string[]>>, type: string, ...values: unknown[]];

function fromComponent([, properties]: JCard): CardProperty[] {
  return properties.map(([name, { type = [], pref, 'x-apple-omit-year': omittedYear }, kind, ...values]) => ({
    ...(typeof omittedYear === 'string' && { omittedYear }),
    name: name.toUpperCase(),
    types: new Set([...[type].flat().flatMap((one) => one.toUpperCase().split(',')), ...(pref === '1' ? ['PREF'] : [])]),
    parts: partsOf(values, kind),
  }));
}

function partsOf(values: readonly unknown[], kind: string): string[] {
  const [first] = values;
  const parts = (Array.isArray(first) ? (first as unknown[]) : [values.flat()]).map((part) => [part].flat().map(String).join(', '));
  // Escapes have no meaning in what is no text, and are written all the same.
  return kind === 'text' ? parts : parts.map((part) => part.replace(/\\([:;,\\])/g, '$1'));
}

/** Version 2.1: parameters without names, quoted-printable with soft ends of lines, and what folds keeps its blank. */
function parseOldCard(lines: readonly string[]): CardProperty[] | null {
  const properties: CardProperty[] = [];
  const whole = unfolded(lines);
  checkSize(whole);
  for (const line of whole) {
    const colon = colonOf(line);
    if (colon < 0) {
      if (line.trim() === '') continue;
      return null;
    }
    const [name = '', ...parameters] = line.slice(0, colon).split(';');
    const named = parameters.map((one) => (one.includes('=') ? one : `TYPE=${one}`).replace(/"/g, ''));
    const valuesOf = (key: string): string[] =>
      named.flatMap((one) => (one.slice(0, one.indexOf('=')).toUpperCase() === key ? one.slice(one.indexOf('=') + 1).split(',') : []));
    const types = new Set(valuesOf('TYPE').map((type) => type.toUpperCase()));
    const isQuoted = [...valuesOf('ENCODING'), ...types].some((one) => one.toUpperCase() === 'QUOTED-PRINTABLE');
    const plain = name.slice(name.lastIndexOf('.') + 1).toUpperCase();
    const value = line.slice(colon + 1);
    const parts = structured.has(plain) ? split(value) : [value];
    const [omittedYear] = valuesOf('X-APPLE-OMIT-YEAR');
    properties.push({
      ...(omittedYear && { omittedYear }),
      name: plain,
      types,
      parts: parts.map((part) => unescaped(isQuoted ? decoded(part, valuesOf('CHARSET')[0]) : part)),
    });
  }
  return properties;
}

const structured = new Set(['N', 'ADR', 'ORG']);

/** Cuts at `;` that is not escaped. */
const split = (value: string): string[] => value.split(/(?<!\\);/);

const unescaped = (text: string): string => text.replace(/\\([;,:\\])/g, '$1').replace(/\\n/gi, '\n');

function colonOf(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ':' && !isQuoted) return at;
  }
  return -1;
}

function unfolded(lines: readonly string[]): string[] {
  const whole: string[][] = [];
  let [isQuoted, isSoft] = [false, false];
  for (const line of lines) {
    const isMore = isSoft || (/^[ \t]/.test(line) && whole.length > 0);
    // Only quoted-printable goes on after `=`.
    if (!isMore) isQuoted = /^[^:]*QUOTED-PRINTABLE/i.test(line);
    isSoft = isQuoted && line.endsWith('=');
    const text = isSoft ? line.slice(0, -1) : line;
    if (isMore) whole.at(-1)!.push(text);
    else whole.push([text]);
  }
  return whole.map((parts) => parts.join(''));
}

/** Quoted-printable by its character set; where none is named, UTF-8 if it is that. */
function decoded(text: string, charset: string | undefined): string {
  const bytes = Buffer.concat(
    text
      .split(/((?:=[\dA-F]{2})+)/i)
      .map((part, index) => (index % 2 === 0 ? Buffer.from(part) : Buffer.from(part.replaceAll('=', ''), 'hex'))),
  );
  if (charset && iconv.encodingExists(charset)) return iconv.decode(bytes, charset);
  return isUtf8(bytes) ? bytes.toString() : iconv.decode(bytes, 'windows-1252');
}
