import { attribute, type SheetFormat } from './sheet-formats.js';
import type { ZipFile } from './zip.js';

export interface ChosenSheet {
  readonly name: string;
  readonly others: readonly string[];
  /** Among all sheets, from 1. */
  readonly position: number;
  /** The name of its file in the archive. */
  readonly part: string;
}

export class UnknownSheet extends Error {
  constructor(readonly sheets: readonly string[]) {
    super('There is no such sheet.');
  }
}

/** The text of a file of the archive; empty where there is none. */
export const textOfPart = (files: readonly ZipFile[], name: string): string =>
  files.find((file) => file.name === name)?.bytes.toString() ?? '';

/** Finds a sheet by its name or number among those that hold cells; by default the first that is not hidden. */
export function chooseSheet(files: readonly ZipFile[], wanted: string | number | null): ChosenSheet {
  const parts = relatedParts(files, 'worksheet');
  const all = tags(textOfPart(files, 'xl/workbook.xml'), 'sheet').filter((tag) => attribute(tag, 'name'));
  const sheets = all.flatMap((tag, index) => {
    const part = parts.get(attribute(tag, 'id') ?? '');
    return part === undefined
      ? []
      : [
          {
            name: unescapedName(attribute(tag, 'name')!),
            position: index + 1,
            part,
            isHidden: /hidden/i.test(attribute(tag, 'state') ?? ''),
          },
        ];
  });
  if (sheets.length === 0) throw new Error('The workbook has no sheet.');
  const found =
    wanted === null
      ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
      : sheets.find(({ name, position }) => name === wanted || position === wanted);
  if (!found) throw new UnknownSheet(sheets.map(({ name }) => name));
  return { ...found, others: sheets.filter((one) => one !== found).map(({ name }) => name) };
}

export const stylesPart = (files: readonly ZipFile[]): string => [...relatedParts(files, 'styles').values()][0] ?? 'xl/styles.xml';

const tags = (xml: string, name: string): string[] =>
  Array.from(xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, 'g')), ([tag]) => tag);

/** The files of one kind that the workbook is made of, by their id. */
function relatedParts(files: readonly ZipFile[], kind: string): Map<string, string> {
  const related = tags(textOfPart(files, 'xl/_rels/workbook.xml.rels'), 'Relationship').filter((tag) =>
    attribute(tag, 'Type')?.endsWith(`/${kind}`),
  );
  return new Map(
    related.map((tag) => {
      const target = attribute(tag, 'Target') ?? '';
      return [attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
}

/** What XML does not keep stands as `_xHHHH_`. */
const unescapedName = (name: string): string =>
  name.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const FORMULA = String.raw`<(?:\w+:)?f\b(?:[^<>]*\/>|[^<>]*>[^<]*<\/(?:\w+:)?f>)\s*`;
const CELL = new RegExp(String.raw`(<(?:\w+:)?c\b[^>]*>)(\s*(?:${FORMULA})?<(?:\w+:)?v(?:\s[^>]*)?>)([^<\s]+)(?=<)`, 'g');

/** A formula whose value has not been kept. */
const FORMULA_ALONE = new RegExp(String.raw`(<((?:\w+:)?)c\b[^>]*)>(\s*${FORMULA})(?=<\/(?:\w+:)?c>)`, 'g');

/** What stands for the value of a formula that has not been kept, as if it were an error. */
const NO_VALUE = '#FORMULA!';

/**
 * Makes of the cells of a sheet what the library that reads it tells of none: it asks us what to make of a number and says
 * nothing of its style, so the style is written behind it where its format matters; errors and formulas without a value, which
 * would be empty, become texts.
 */
export function withFormats(files: readonly ZipFile[], part: string, formats: ReadonlyMap<string, SheetFormat>): readonly ZipFile[] {
  return files.map((file) => {
    if (file.name !== part) return file;
    const text = file.bytes
      .toString()
      .replace(
        FORMULA_ALONE,
        (_, cell: string, prefix: string, formula: string) => `${asText(cell)}>${formula}<${prefix}v>${NO_VALUE}</${prefix}v>`,
      )
      .replace(CELL, (whole, cell: string, open: string, value: string) => {
        const kind = attribute(cell, 't') ?? 'n';
        if (kind === 'e') return `${asText(cell.slice(0, -1))}>${open}${value}`;
        const style = attribute(cell, 's');
        return kind === 'n' && style !== null && formats.has(style) ? `${cell}${open}${value} ${style}` : whole;
      });
    return { ...file, bytes: Buffer.from(text) };
  });
}

/** The beginning of a cell that holds a text of its own. */
const asText = (cell: string): string => `${cell.replace(/\st\s*=\s*(?:"[^"]*"|'[^']*')/, '')} t="str"`;
