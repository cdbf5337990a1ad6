import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLList,
  type GraphQLSchema,
} from 'graphql';
import { inputName } from '../../server/core/fields.js';
import type { Field, Module, Registry } from '../../server/core/registry.js';
import { selectionOf, type Operation } from './schema-walk.js';

/** One mutation, and what is to become of it. */
export interface Attempt extends Operation {
  readonly name: string;
  readonly module?: Module;
  /** Where something stands that must be refused: `accountId`, `id`. */
  readonly about: string;
  /** `some`: the row beside the refused one is written. */
  readonly expected: 'written' | 'refused' | 'some';
}

/** What attempts are made of: the caller's own values, and others' in their place. */
export interface WriteValues {
  /** The caller's own value for a field of an input. */
  own(module: Module, field: Field): unknown;
  /** Values of another organisation for a field of an input; none for fields that refer to nothing. */
  foreign(module: Module, field: Field): readonly unknown[];
  /** Records of the caller's that the mutation can act on: one, and one beside it. */
  ownTargets(module: Module, mutation: string): readonly [string, string];
  /** Ids of others' records, of this module first. */
  foreignTargets(module: Module): readonly string[];
}

/**
 * Every mutation of the modules, as it should be sent, and then with each thing in it that refers to something, one after
 * the other, replaced by another organisation's: alone, and in calls for many also beside a good row, under each `onError`.
 */
export function attemptsOf(schema: GraphQLSchema, registry: Registry, values: WriteValues): Attempt[] {
  return Object.values(schema.getMutationType()!.getFields()).flatMap((field) => {
    const module = moduleOf(registry, field);
    if (!module) return [];
    return field.args.some(isRows) ? attemptsAtMany(schema, module, field, values) : attemptsAtOne(schema, module, field, values);
  });
}

/** The module a mutation writes: its payload says. */
export const moduleOf = (registry: Registry, field: GraphQLField<unknown, unknown>): Module | undefined =>
  [...registry.modules.values()].find(({ name }) => [`${name}Payload`, `${name}BulkPayload`].includes(getNamedType(field.type).name));

const isRows = ({ type }: GraphQLArgument): boolean => isListType(getNullableType(type));
/** All the caller's records have changed since. */
const STALE = 1;

function attemptsAtOne(schema: GraphQLSchema, module: Module, field: GraphQLField<unknown, unknown>, values: WriteValues): Attempt[] {
  const make = attempt(schema, module, field, values);
  const takesVersion = field.args.some(({ name }) => name === 'expectedVersion');
  const args = field.args.filter(({ name }) => name !== 'expectedVersion');
  const good = Object.fromEntries(args.map(({ name, type }) => [name, own(type, name, field.name, module, values)]));
  const bad = args.flatMap(({ name, type }) =>
    foreignVariants(type, name, good[name], module, values).map(({ value, about }) => ({ given: { ...good, [name]: value }, about })),
  );
  return [
    ...bad.map(({ given, about }) => make(given, about, 'refused')),
    ...(takesVersion
      ? bad
          .filter(({ about }) => about === 'id')
          .flatMap(({ given, about }) => [1, 99].map((expectedVersion) => make({ ...given, expectedVersion }, about, 'refused')))
      : []),
    ...(takesVersion ? [make({ ...good, expectedVersion: STALE }, 'expectedVersion', 'refused')] : []),
    make(good, '', 'written'),
  ];
}

function attemptsAtMany(schema: GraphQLSchema, module: Module, field: GraphQLField<unknown, unknown>, values: WriteValues): Attempt[] {
  const make = attempt(schema, module, field, values);
  const rows = field.args.find(isRows)!;
  const item = (getNullableType(rows.type) as GraphQLList<GraphQLInputType>).ofType;
  const good = own(item, rows.name, field.name, module, values);
  const beside = own(item, rows.name, field.name, module, values, 1);
  const bad = foreignVariants(item, rows.name, good, module, values);
  if ('expectedVersion' in (getNamedType(item) as GraphQLInputObjectType).getFields()) {
    bad.push(
      ...bad
        .filter(({ about }) => about === 'id')
        .map(({ value, about }) => ({ value: { ...(value as object), expectedVersion: 1 }, about })),
    );
    bad.push({ value: { ...(good as object), expectedVersion: STALE }, about: 'expectedVersion' });
  }
  const [mode] = field.args.filter(({ type }) => isEnumType(getNamedType(type)));
  const isFirst = ({ about }: Variant, index: number): boolean => bad.findIndex((one) => one.about === about) === index;
  return (getNamedType(mode!.type) as GraphQLEnumType).getValues().flatMap(({ name: onError }) => {
    const call = (items: unknown[], about: string, expected: Attempt['expected']) =>
      make({ [rows.name]: items, [mode!.name]: onError }, about, expected);
    return [
      ...bad.filter(isFirst).map(({ value, about }) => call([value], about, 'refused')),
      ...bad
        .filter((one, index) => one.about !== 'expectedVersion' && (onError === 'ABORT' || isFirst(one, index)))
        .map(({ value, about }) => call([beside, value], about, onError === 'ABORT' ? 'refused' : 'some')),
      call([good], '', 'written'),
    ];
  });
}

/** A value with something in it that must be refused, and where that stands. */
interface Variant {
  readonly value: unknown;
  readonly about: string;
}

const attempt =
  (schema: GraphQLSchema, module: Module, field: GraphQLField<unknown, unknown>, values: WriteValues) =>
  (given: Record<string, unknown>, about: string, expected: Attempt['expected']): Attempt => ({
    name: field.name,
    module,
    about,
    expected,
    ...mutationOf(schema, field, renewed(module, given, values) as Record<string, unknown>, expected === 'written' ? 1 : 0),
  });

/** The same arguments, each row with new values where no two records may share one: what one attempt wrote, the next can't. */
function renewed(module: Module, given: unknown, values: WriteValues): unknown {
  if (Array.isArray(given)) return given.map((one) => renewed(module, one, values));
  if (typeof given !== 'object' || given === null) return given;
  const unique = new Set(module.unique.flat());
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const field = module.fields.get(name);
      return [name, field?.writable && unique.has(name) ? values.own(module, field) : renewed(module, value, values)];
    }),
  );
}

/** The mutation with these arguments, asking for all of its payload. */
export function mutationOf(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  given: Record<string, unknown>,
  depth: number,
): Operation {
  const used = field.args.filter(({ name }) => given[name] !== undefined);
  const declared = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const call = used.map(({ name }) => `${name}: $${name}`).join(', ');
  return {
    query: `mutation (${declared}) { ${field.name}(${call}) ${selectionOf(schema, getNamedType(field.type), depth)} }`,
    variables: given,
  };
}

function own(type: GraphQLInputType, name: string, mutationName: string, module: Module, values: WriteValues, place: 0 | 1 = 0): unknown {
  const nullable = getNullableType(type);
  if (name === 'id') return values.ownTargets(module, mutationName)[place];
  if (!isInputObjectType(nullable)) return undefined;
  return Object.fromEntries(
    Object.values(nullable.getFields()).flatMap(({ name: inner, type: of }) => {
      if (inner === 'expectedVersion') return [];
      const field = [...module.fields.values()].find((one) => one.writable && inputName(one) === inner);
      return [[inner, field ? values.own(module, field) : own(of, inner, mutationName, module, values, place)]];
    }),
  );
}

/** The value with one foreign thing in it, once for each place and thing. */
function foreignVariants(type: GraphQLInputType, name: string, good: unknown, module: Module, values: WriteValues): Variant[] {
  const nullable = getNullableType(type);
  if (name === 'id') return values.foreignTargets(module).map((value) => ({ value, about: 'id' }));
  if (!isInputObjectType(nullable)) return [];
  return Object.values(nullable.getFields()).flatMap(({ name: inner, type: of }) => {
    const field = [...module.fields.values()].find((one) => one.writable && inputName(one) === inner);
    const inside = (good as Record<string, unknown>)[inner];
    const variants = field
      ? values.foreign(module, field).map((value) => ({ value, about: inner }))
      : foreignVariants(of, inner, inside, module, values);
    return variants.map(({ value, about }) => ({ value: { ...(good as object), [inner]: value }, about }));
  });
}
