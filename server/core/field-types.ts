import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString } from 'graphql';
import { GraphQLJSON } from 'graphql-scalars';
import { CurrencyCodeScalar, DateScalar, DateTimeScalar, DecimalScalar, ExternalIdsScalar } from './scalars.js';
import type { Field, FieldKind } from './registry.js';

/** How a cell of a row becomes JSON text; `read/writer.ts` holds the code of each. */
export type Format = 'text' | 'plain' | 'quoted' | 'instant' | 'id' | 'json';

export type Aggregate = 'countDistinct' | 'sum' | 'avg' | 'min' | 'max';

/** What a kind of field means in PostgreSQL, in GraphQL and in JSON. */
export interface FieldType {
  /** The column's type; also what parameters compared with it are cast to. */
  readonly sql: string;
  readonly collate?: string;
  readonly format: Format;
  /** The input type of its filters: `String` → `StringFilter`. */
  readonly filter: string;
  /** Operators beyond eq, notEq, in, notIn and isNull; `pairs` has others. */
  readonly operators: 'none' | 'range' | 'text' | 'pairs';
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly aggregates: readonly Aggregate[];
}

/** Linguistic root order, the same on every platform; deterministic, so that paging has one answer. */
const UNICODE = '"und-x-icu"';
const BYTES = '"C"';

const shortText: FieldType = {
  sql: 'text',
  collate: UNICODE,
  format: 'text',
  filter: 'String',
  operators: 'text',
  sortable: true,
  groupable: true,
  aggregates: ['countDistinct', 'min', 'max'],
};
const numeric: FieldType = {
  sql: 'numeric',
  format: 'quoted',
  filter: 'Decimal',
  operators: 'range',
  sortable: true,
  groupable: false,
  aggregates: ['countDistinct', 'sum', 'avg', 'min', 'max'],
};
const code: FieldType = {
  sql: 'text',
  collate: BYTES,
  format: 'quoted',
  filter: '',
  operators: 'none',
  sortable: true,
  groupable: true,
  aggregates: ['countDistinct'],
};

export const fieldTypes: Readonly<Record<FieldKind, FieldType>> = {
  id: { sql: 'uuid', format: 'id', filter: 'ID', operators: 'none', sortable: true, groupable: false, aggregates: [] },
  lookup: { sql: 'uuid', format: 'id', filter: 'ID', operators: 'none', sortable: false, groupable: true, aggregates: ['countDistinct'] },
  // Its column holds the id; read, it is an id on the wire already.
  reference: {
    sql: 'uuid',
    format: 'quoted',
    filter: 'ID',
    operators: 'none',
    sortable: false,
    groupable: true,
    aggregates: ['countDistinct'],
  },
  text: shortText,
  email: shortText,
  phone: shortText,
  url: shortText,
  // Large texts are neither sorted nor grouped (experience.md 9.2).
  textarea: { ...shortText, sortable: false, groupable: false, aggregates: [] },
  integer: { ...numeric, sql: 'integer', format: 'plain', filter: 'Int', groupable: true },
  decimal: numeric,
  money: numeric,
  boolean: { sql: 'boolean', format: 'plain', filter: 'Boolean', operators: 'none', sortable: true, groupable: true, aggregates: [] },
  date: {
    sql: 'date',
    format: 'quoted',
    filter: 'Date',
    operators: 'range',
    sortable: true,
    groupable: true,
    aggregates: ['countDistinct', 'min', 'max'],
  },
  instant: {
    sql: 'timestamptz(3)',
    format: 'instant',
    filter: 'DateTime',
    operators: 'range',
    sortable: true,
    // In buckets only.
    groupable: true,
    aggregates: ['min', 'max'],
  },
  picklist: { ...code, format: 'text' },
  enum: code,
  json: { sql: 'jsonb', format: 'json', filter: '', operators: 'none', sortable: false, groupable: false, aggregates: [] },
  currency: { ...code, filter: 'CurrencyCode' },
  timeZone: shortText,
  language: shortText,
  externalIds: {
    sql: 'jsonb',
    format: 'json',
    filter: 'ExternalIds',
    operators: 'pairs',
    sortable: false,
    groupable: false,
    aggregates: [],
  },
};

export const fieldType = (field: Field): FieldType => fieldTypes[field.kind];

/** The GraphQL type of a field's value, as type-graphql takes it. Lookups have none: they are objects. */
export function scalarOf(field: Field): object {
  switch (field.kind) {
    case 'id':
    case 'lookup':
    case 'reference':
      return GraphQLID;
    case 'integer':
      return GraphQLInt;
    case 'decimal':
    case 'money':
      return DecimalScalar;
    case 'boolean':
      return GraphQLBoolean;
    case 'date':
      return DateScalar;
    case 'instant':
      return DateTimeScalar;
    case 'picklist':
      return field.picklist!.scalar;
    case 'enum':
      return field.enum!.values;
    case 'currency':
      return CurrencyCodeScalar;
    case 'externalIds':
      return ExternalIdsScalar;
    case 'json':
      return field.scalar ?? GraphQLJSON;
    default:
      return GraphQLString;
  }
}

/** The name of the input type that filters a field. */
export function filterName(field: Field): string {
  if (field.kind === 'picklist') return `${field.picklist!.name}Filter`;
  if (field.kind === 'enum') return `${field.enum!.name}Filter`;
  return `${fieldType(field).filter}Filter`;
}

/** What people type: stored composed and trimmed, and null where only blanks are given. */
export const isFreeText = ({ kind }: Field): boolean => fieldTypes[kind].sql === 'text' && fieldTypes[kind].collate === UNICODE;

const LINES: readonly FieldKind[] = ['text', 'email', 'phone', 'url'];

/** Whether two values of a field are the same whatever their case and blanks: where they are unique, and where records are looked for by them. */
export const isFolded = ({ kind, writable, fixed }: Field): boolean => LINES.includes(kind) && writable && !fixed;

/** The column that a unique field is compared by. A key of its own: only a plain comparison uses an index behind row level security. */
export const keyColumn = (field: Field): string => (isFolded(field) ? `${field.column}_key` : field.column);

/** SQL for the key of a text, as `foldText` makes it. */
export const foldSql = (text: string): string => `crm_fold(${text})`;
