import { ExternalIdsScalar } from '../../core/scalars.js';
import type { FaultCode } from '../../core/errors.js';
import { label, say, type FaultKey, type SayArgument } from '../../core/messages.js';
import type { Field, FieldKind } from '../../core/registry.js';
import { CurrencyCodeScalar } from '../../core/scalars.js';
import { enumChoices, type Choices } from './choices.js';
import type { CellFault } from './file-fault.js';
import { dateExamples, parseDay, parseInstant, type DateOrder } from './parse-date.js';
import { numberExamples, parseNumber, type NumberFormat } from './parse-number.js';

/** How the cells of a column are to be understood. */
export interface CellOptions {
  /** The module that the field belongs to, by name. */
  readonly module: string;
  readonly numberFormat: NumberFormat;
  readonly dateOrder: DateOrder;
  /** The IANA zone of moments that name no offset. */
  readonly timeZone: string;
  /** Last of the two-digit years; by default 20 years from now. */
  readonly lastYear?: number;
  /** The values of a picklist, or of a lookup by key (a deal's stage): where there are none, the text is taken over. */
  readonly choices?: Choices | undefined;
  /** The day that a birthday is not after. */
  readonly today?: string;
  /** The cell is a number or a date of a sheet: it is written in one way only, whatever the other cells of the column are. */
  readonly isExact?: boolean;
  /** The cell is a number of a sheet in percent. */
  readonly isPercent?: boolean;
}

/** A cell as the input of its field. */
export type ConvertedCell =
  | {
      /** As a variable of GraphQL holds it; of a lookup the text that names the record. */
      readonly value: string | number | boolean | Readonly<Record<string, string | null>> | null;
      /** The sign or the code of the currency that stands in the cell of an amount. */
      readonly currency?: string;
    }
  /** No such value in the picklist: to be refused, replaced or added. */
  | { readonly unknown: string; readonly fault: CellFault }
  | { readonly fault: CellFault };

/**
 * Reads the text of a cell as a value of a field. An empty cell is null; so is `-None-`, which other systems write for no
 * choice, except where it is a text.
 */
export function convertCell(text: string, field: Field, given: CellOptions): ConvertedCell {
  const options: CellOptions = given.isExact ? { ...given, numberFormat: 'COMMA_POINT', dateOrder: 'YMD' } : given;
  const trimmed = text.trim();
  if (trimmed === '') return NOTHING;
  if (trimmed === '-None-' && !isText(field.kind)) return NOTHING;
  return converters[field.kind](trimmed, field, options, text);
}

const NOTHING: ConvertedCell = { value: null };

type Converter = (trimmed: string, field: Field, options: CellOptions, text: string) => ConvertedCell;

const asTrimmed: Converter = (trimmed) => ({ value: trimmed });

const decimal: Converter = (trimmed, field, options) => {
  const number = parseNumber(trimmed, options.numberFormat);
  // A part of a hundred is no amount.
  const isWrong = !number || (field.kind === 'money' && (number.isPercent || options.isPercent));
  if (isWrong) return refused('cellNumber', trimmed, field, options, { example: numberExamples[options.numberFormat] });
  return { value: number.text, ...(number.currency && { currency: number.currency }) };
};

const choice: Converter = (trimmed, field, options) => {
  if (!options.choices) return { value: trimmed };
  const key = options.choices.find(trimmed);
  if (key !== undefined) return { value: key };
  return { unknown: trimmed, ...refused('cellChoice', trimmed, field, options, {}, 'UNKNOWN_PICKLIST_VALUE') };
};

const converters: Readonly<Record<FieldKind, Converter>> = {
  id: asTrimmed,
  text: asTrimmed,
  // Its lines are part of it.
  textarea: (_trimmed, _field, _options, text) => ({ value: text }),
  email: asTrimmed,
  phone: asTrimmed,
  url: asTrimmed,
  timeZone: asTrimmed,
  language: asTrimmed,
  integer(trimmed, field, options) {
    const number = parseNumber(trimmed, options.numberFormat);
    if (!number) return refused('cellNumber', trimmed, field, options, { example: numberExamples[options.numberFormat] });
    const whole = /^-?\d+(?=(?:\.0*)?$)/.exec(number.text)?.[0];
    if (whole === undefined) return refused('cellInteger', trimmed, field, options);
    const value = Number(whole);
    // 32 bits is what GraphQL's Int takes; narrower bounds are for the field's own check.
    if (value > 2_147_483_647 || value < -2_147_483_648) return refused('cellInteger', trimmed, field, options, {}, 'OUT_OF_RANGE');
    return { value };
  },
  decimal,
  money: decimal,
  boolean(trimmed, field, options) {
    const value = words.get(trimmed.toLowerCase());
    return value === undefined ? refused('cellBoolean', trimmed, field, options) : { value };
  },
  date(trimmed, field, options) {
    // A year of two digits of something past, such as a birth, is the last one that has been.
    const value = parseDay(trimmed, { ...dateOptions(options), ...(field.isPast && options.today && { latest: options.today }) });
    return value === null ? refused('cellDate', trimmed, field, options, { example: dateExamples[options.dateOrder] }) : { value };
  },
  instant(trimmed, field, options) {
    const value = parseInstant(trimmed, { ...dateOptions(options), timeZone: options.timeZone });
    return value === null
      ? refused('cellInstant', trimmed, field, options, { example: `${dateExamples[options.dateOrder]} 17:30` })
      : { value };
  },
  // As an export writes them; a column of a source alone is not converted by its field.
  externalIds(trimmed, field, options) {
    try {
      return { value: ExternalIdsScalar.parseValue(JSON.parse(trimmed)) };
    } catch {
      return refused('externalIds', trimmed, field, options);
    }
  },
  json: (trimmed, field, options) => refused('externalIds', trimmed, field, options),
  picklist: choice,
  enum(trimmed, field, options) {
    const key = enumChoices(field.enum!).find(trimmed);
    return key === undefined ? refused('cellChoice', trimmed, field, options, {}, 'WRONG_TYPE') : { value: key };
  },
  currency(trimmed, field, options) {
    try {
      return { value: CurrencyCodeScalar.parseValue(trimmed.toUpperCase()) };
    } catch {
      return refused('cellCurrency', trimmed, field, options);
    }
  },
  reference: asTrimmed,
  lookup: (trimmed, field, options, text) => (field.inputKey ? choice(trimmed, field, options, text) : { value: trimmed }),
};

const dateOptions = ({ dateOrder, lastYear }: CellOptions) => ({ order: dateOrder, ...(lastYear !== undefined && { lastYear }) });

const isText = (kind: FieldKind): boolean => kind === 'text' || kind === 'textarea';

const yes = ['true', '1', 'yes', 'y', 't', 'on', 'checked', 'x', 'ja', 'j', 'waar', 'wahr', 'oui', 'vrai', 'sí', 'si', 'sim'];
const no = ['false', '0', 'no', 'n', 'f', 'off', 'unchecked', 'nee', 'onwaar', 'nein', 'falsch', 'non', 'faux', 'não', 'nao'];
const words: ReadonlyMap<string, boolean> = new Map([
  ...yes.map((word) => [word, true] as const),
  ...no.map((word) => [word, false] as const),
]);

function refused(
  key: FaultKey,
  given: string,
  field: Field,
  { module }: CellOptions,
  more: Readonly<Record<string, SayArgument>> = {},
  code: FaultCode = 'INVALID_FORMAT',
): { fault: CellFault } {
  const short = given.length > 60 ? `${given.slice(0, 60)}…` : given;
  return {
    fault: { code, message: say(`faults.${key}`, { label: label(module, field.name), given: short, ...more }), details: { value: short } },
  };
}
