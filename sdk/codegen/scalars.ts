import { isScalarType, isSpecifiedScalarType, type GraphQLSchema, type GraphQLScalarType } from 'graphql';

/** How a scalar reads in TypeScript. */
export interface ScalarTypes {
  readonly input: string;
  readonly output: string;
}

const text: ScalarTypes = { input: 'string', output: 'string' };
/** Exact numbers travel as strings; whole ones may be given as numbers. */
const exact: ScalarTypes = { input: 'string | number', output: 'string' };

const known: Readonly<Record<string, ScalarTypes>> = {
  AppliedTaxes: {
    input: 'readonly { readonly taxId: string; readonly percentage?: string | number | null }[]',
    output:
      'readonly { readonly taxId: string; readonly name: string; readonly percentage: string; readonly compound: boolean; readonly value: string }[]',
  },
  Boolean: { input: 'boolean', output: 'boolean' },
  CurrencyCode: text,
  Cursor: text,
  Date: text,
  // A Date object becomes what the server reads when it is made JSON.
  DateTime: { input: 'string | Date', output: 'string' },
  Decimal: exact,
  ExternalIds: { input: 'Readonly<Record<string, string | null>>', output: 'Readonly<Record<string, string>>' },
  Float: { input: 'number', output: 'number' },
  ID: text,
  Int: { input: 'number', output: 'number' },
  JSON: { input: 'unknown', output: 'unknown' },
  JSONObject: { input: 'Readonly<Record<string, unknown>>', output: 'Readonly<Record<string, unknown>>' },
  Long: exact,
  NextNumberByYear: { input: 'Readonly<Record<string, number>>', output: 'Readonly<Record<string, number>>' },
  String: text,
  TaxBreakdown: {
    input: 'never',
    output:
      'readonly { readonly taxId: string | null; readonly name: string | null; readonly percentage: string; readonly compound: boolean; readonly base: string; readonly amount: string }[]',
  },
};

/** The standard keys of a picklist, which its description ends with; null for another scalar. */
export function picklistKeys({ description }: GraphQLScalarType): readonly string[] | null {
  const [, keys] = /\bThe key of a value;.* Standard: ([A-Z0-9_, ]+)\.$/s.exec(description ?? '') ?? [];
  return keys?.split(', ') ?? null;
}

/** What a scalar is in TypeScript. A picklist is its standard keys or any other: an organisation changes its lists. */
export function typesOf(scalar: GraphQLScalarType): ScalarTypes {
  const types = known[scalar.name];
  if (types) return types;
  const keys = picklistKeys(scalar);
  if (!keys) throw new Error(`sdk/codegen/scalars.ts does not say what the scalar ${scalar.name} is in TypeScript.`);
  const union = `${keys.map((key) => `'${key}'`).join(' | ')} | (string & {})`;
  return { input: union, output: union };
}

/** The scalars that the schema declares itself, by name. */
export const ownScalars = (schema: GraphQLSchema): GraphQLScalarType[] =>
  Object.values(schema.getTypeMap()).filter((type): type is GraphQLScalarType => isScalarType(type) && !isSpecifiedScalarType(type));

/** The scalars of the schema as graphql-codegen wants to know them. */
export const scalarMap = (schema: GraphQLSchema): Readonly<Record<string, ScalarTypes>> =>
  Object.fromEntries(
    ownScalars(schema)
      .map((scalar) => [scalar.name, typesOf(scalar)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
