import pg from 'pg';

/** Reads a cell of one type from PostgreSQL's text. */
type Decoder = (text: string) => unknown;

const asText: Decoder = (text) => text;

/**
 * A timestamp with time zone as RFC 3339 in UTC, with at least milliseconds. Sessions have the zone UTC and the date style ISO;
 * `infinity` and years before the common era have no such form and stay PostgreSQL's text.
 */
const asInstant: Decoder = (text) => {
  const parts = /^(\d{4,})-(\d\d)-(\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text);
  return parts ? `${parts[1]!}-${parts[2]!}-${parts[3]!}T${parts[4]!}.${(parts[5] ?? '').padEnd(3, '0')}Z` : text;
};

const asBytes: Decoder = (text) => Buffer.from(text.slice(2), 'hex');

/**
 * What JavaScript has for a type. Whatever a double cannot hold (`numeric`, `bigint`) stays text, and so do dates, ids and all
 * types that are not named here.
 */
const decoders: Readonly<Record<number, Decoder>> = {
  16: (text) => text === 't', // boolean
  17: asBytes, // bytea
  21: Number, // smallint
  23: Number, // integer
  26: Number, // oid
  114: JSON.parse, // json
  700: Number, // real
  701: Number, // double precision
  1184: asInstant, // timestamptz
  3802: JSON.parse, // jsonb
};

/** The element types of arrays: boolean, smallint, integer, text, bigint, timestamptz, numeric, date, uuid. */
const elements: Readonly<Record<number, number>> = {
  1000: 16,
  1005: 21,
  1007: 23,
  1009: 25,
  1016: 20,
  1185: 1184,
  1231: 1700,
  1182: 1082,
  2951: 2950,
};

const TEXT_ARRAY = 1009;
const parseTexts = pg.types.getTypeParser(TEXT_ARRAY as never) as unknown as (text: string) => (string | null)[];

/** The decoder of a type, by its object id. */
export function decoderOf(type: number): Decoder {
  const element = elements[type];
  if (element === undefined) return decoders[type] ?? asText;
  const decode = decoderOf(element);
  return (text) => parseTexts(text).map((item) => (item === null ? null : decode(item)));
}

/** A value as PostgreSQL's text. Lists become arrays; what a JSON column holds is given as JSON text. */
export function toPgText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map(arrayItem).join(',')}}`;
  throw new TypeError('Only texts, numbers, booleans, dates, bytes and lists of them are parameters; give JSON as text.');
}

function arrayItem(value: unknown): string {
  const text = toPgText(value);
  if (text === null) return 'NULL';
  return Array.isArray(value) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
