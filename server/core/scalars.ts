import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { say, type Said } from './messages.js';
import { characters, hasForbiddenCharacter, trimText } from './text.js';

/** A value that a scalar does not take; `coerce.ts` makes a fault of it. */
export const wrongValue = (said: Said, code?: string): GraphQLError =>
  new GraphQLError(String(said), { extensions: { said, ...(code && { fault: code }) } });

/** A scalar that is a string on the wire, checked by `parse`, which returns the normalised text or throws its reason. */
function textScalar(name: string, description: string, parse: (value: unknown) => string): GraphQLScalarType<string, string> {
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: String,
    parseValue: parse,
    parseLiteral(node: ValueNode) {
      try {
        if (node.kind !== Kind.STRING && node.kind !== Kind.INT) throw wrongValue(say('faults.string', { type: name }));
        return parse(node.kind === Kind.STRING ? node.value : integerLiteral(node.value));
      } catch (error) {
        const { message, extensions } = error as GraphQLError;
        throw new GraphQLError(message, { nodes: node, extensions });
      }
    },
  });
}

/** Whole numbers keep all their digits: a literal above 2^53 must not pass through a float. */
const integerLiteral = (text: string): number | bigint => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
};

const DECIMAL = /^-?(?:\d+)(?:\.\d+)?$/;

/** Digits before the point that any number column takes; more is a fault, never a rounding. */
export const MAX_INTEGER_DIGITS = 16;
const MAX_FRACTION_DIGITS = 16;

export const DecimalScalar = textScalar(
  'Decimal',
  'An exact decimal number: a string out ("1000.50"), a string or a whole number in. At most 16 digits before the point and 16 after it.',
  (value) => {
    const text = typeof value === 'string' ? value : typeof value === 'bigint' || Number.isSafeInteger(value) ? String(value) : null;
    if (text === null || !DECIMAL.test(text)) {
      throw wrongValue(say('faults.decimal', { given: printed(value) }));
    }
    const [whole = '', fraction = ''] = text.replace('-', '').split('.');
    if (whole.replace(/^0+/, '').length > MAX_INTEGER_DIGITS || fraction.length > MAX_FRACTION_DIGITS) {
      throw wrongValue(
        say('faults.decimalDigits', { whole: MAX_INTEGER_DIGITS, fraction: MAX_FRACTION_DIGITS, given: printed(value) }),
        'OUT_OF_RANGE',
      );
    }
    return text;
  },
);

export const LongScalar = textScalar('Long', 'A whole number of up to 64 bits, as a string: "9007199254740993".', (value) => {
  const text = typeof value === 'string' ? value : typeof value === 'bigint' || Number.isSafeInteger(value) ? String(value) : '';
  if (!/^-?\d{1,19}$/.test(text) || BigInt.asIntN(64, BigInt(text)) !== BigInt(text)) {
    throw wrongValue(say('faults.long', { given: printed(value) }));
  }
  return text;
});

const SOURCE = /^[A-Za-z][A-Za-z0-9_.-]{0,39}$/;
const MAX_SOURCES = 20;
const MAX_KEY = 255;

export const ExternalIdsScalar = new GraphQLScalarType<Record<string, string | null>, unknown>({
  name: 'ExternalIds',
  description: `Keys of a record in other systems, by source: \`{ "hubspot": "42" }\`. At least one source and at most ${MAX_SOURCES}; a source is a letter and up to 39 letters, digits, points, hyphens or underscores, a key has up to ${MAX_KEY} characters.`,
  serialize: (value) => value,
  parseValue: externalIdsOf,
  parseLiteral(node, variables) {
    try {
      return externalIdsOf(valueFromASTUntyped(node, variables));
    } catch (error) {
      const { message, extensions } = error as GraphQLError;
      throw new GraphQLError(message, { nodes: node, extensions });
    }
  },
});

function externalIdsOf(value: unknown): Record<string, string | null> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongValue(say('faults.externalIds'));
  const entries = Object.entries(value as Record<string, unknown>);
  if (entries.length === 0 || entries.length > MAX_SOURCES) throw wrongValue(say('faults.externalIds'), 'OUT_OF_RANGE');
  return Object.fromEntries(
    entries.map(([source, given]): [string, string | null] => {
      const key = Number.isSafeInteger(given) || typeof given === 'bigint' ? String(given) : composed(given);
      if (!SOURCE.test(source)) throw wrongValue(say('faults.externalSource', { source: source.slice(0, 60) }), 'INVALID_FORMAT');
      if (key !== null && (typeof key !== 'string' || key.trim() === '' || characters(key) > MAX_KEY))
        throw wrongValue(say('faults.externalKey', { source }), 'INVALID_FORMAT');
      if (key !== null && hasForbiddenCharacter(key)) throw wrongValue(say('faults.externalKey', { source }), 'INVALID_CHARACTER');
      return [source, key];
    }),
  );
}

/** A key as it is stored, as other texts are: composed, without blanks around it. */
const composed = (given: unknown): unknown => (typeof given === 'string' ? trimText(given.normalize('NFC')) : given);

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

export const DateScalar = textScalar('Date', 'A calendar day, `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31.', (value) => {
  const match = typeof value === 'string' ? DATE.exec(value) : null;
  if (!match || !isDay(Number(match[1]), Number(match[2]), Number(match[3]))) {
    throw wrongValue(say('faults.date', { given: printed(value) }));
  }
  return match[0];
});

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export const DateTimeScalar = textScalar(
  'DateTime',
  'An instant: RFC 3339, given with any offset, answered in UTC with milliseconds (`2027-01-31T09:30:00.000Z`).',
  (value) => {
    const match = typeof value === 'string' ? INSTANT.exec(value) : null;
    if (!match || !isDay(Number(match[1]), Number(match[2]), Number(match[3]))) {
      throw wrongValue(say('faults.dateTime', { given: printed(value) }));
    }
    const instant = new Date(match[0]);
    const year = instant.getUTCFullYear();
    if (year < 1 || year > 9999) throw wrongValue(say('faults.dateTimeYear', { given: printed(value) }));
    return instant.toISOString();
  },
);

const currencies = new Set(Intl.supportedValuesOf('currency'));

export const CurrencyCodeScalar = textScalar('CurrencyCode', 'A currency by its ISO 4217 code: `EUR`.', (value) => {
  if (typeof value !== 'string' || !currencies.has(value)) {
    throw wrongValue(say('faults.currencyCode', { given: printed(value) }));
  }
  return value;
});

export const CursorScalar = textScalar('Cursor', 'A place in a list: opaque, valid for the list and the order it came from.', (value) => {
  if (typeof value !== 'string') throw wrongValue(say('faults.cursor', { given: printed(value) }));
  return value;
});

const picklistScalars = new Map<string, GraphQLScalarType>();

/**
 * The scalar of a picklist: a stable SCREAMING_CASE key on the wire. The list is the organisation's own, so values
 * are checked when they are written, not by the type.
 */
export function picklistScalar(name: string, description: string): GraphQLScalarType {
  const known = picklistScalars.get(name);
  if (known) return known;
  const scalar = textScalar(name, description, (value) => {
    if (typeof value !== 'string' || value.length > 120) throw wrongValue(say('faults.picklistKey', { type: name, given: printed(value) }));
    return value;
  });
  picklistScalars.set(name, scalar);
  return scalar;
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

function printed(value: unknown): string {
  const text = typeof value === 'bigint' ? String(value) : ((JSON.stringify(value) as string | undefined) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
