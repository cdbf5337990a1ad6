import { buildSchemaSync, getMetadataStorage } from 'type-graphql';
import { isObjectType, isInputObjectType, lexicographicSortSchema, printSchema, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import { camelCase } from '../names.js';
import type { Root } from '../read/compile.js';
import type { Model } from '../read/plan.js';
import type { Registry } from '../registry.js';
import { declareTypes } from './declare-types.js';
import { declareRowError } from './row-error.js';
import type { ClassRef } from './type-builder.js';

/** The GraphQL schema of the product and what the compiler needs beside it. */
export function buildModel(registry: Registry, resolvers: readonly ClassRef[]): Model {
  declareTypes(registry, declareRowError());
  const forget = rememberArguments();
  const schema = buildSchemaSync({
    resolvers: resolvers as unknown as [ClassRef, ...ClassRef[]],
    validate: false,
    authMode: 'error',
    orphanedTypes: [...registry.modules.values()].map(({ type }) => type as never),
  });
  forget();
  return finishModel(schema, registry);
}

/** What a parameter's decorator says of its argument. */
interface ArgumentOptions {
  arg?: object;
}
const argumentsOf = new Map<ArgumentOptions, object>();

/**
 * type-graphql makes an instance of the class of every argument, looking through all input types for each of its fields,
 * before it calls the method: a twelfth of what a mutation of one record costs us, and two fifths of one of a thousand. Our
 * parameters read arguments as GraphQL coerced them. So what it knows of them is taken away once the schema is built, and
 * given back for another one.
 */
function rememberArguments(): () => void {
  for (const [options, argument] of argumentsOf) options.arg = argument;
  return () => {
    for (const param of getMetadataStorage().params) {
      if (param.kind !== 'custom') continue;
      const options = param.options as ArgumentOptions;
      if (options.arg) argumentsOf.set(options, options.arg);
      delete options.arg;
    }
  };
}

/** Sets what type-graphql can't: how compiled results are read, and which inputs take exactly one field. */
export function finishModel(schema: GraphQLSchema, registry: Registry): Model {
  schema.getQueryType()!.description = 'Everything that can be read.';
  const mutation = schema.getMutationType();
  if (mutation) mutation.description = 'Everything that can be changed. One operation is one transaction: its fields commit together or not at all.';
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && /(?:Order|UpsertBy)$/.test(type.name)) type.isOneOf = true;
    if (!isObjectType(type)) continue;
    const module = payloadModule(registry, type.name);
    for (const field of Object.values(type.getFields())) {
      if (module && field.name === camelCase(module)) field.resolve = loadRecord(module);
      else if (isCompiled(registry, type.name)) field.resolve = byResponseKey;
    }
  }
  return { schema, registry, roots: rootsOf(registry) };
}

/** Compiled results carry response keys, not field names: aliases are already in place. */
const byResponseKey: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, _args, _context, info) => source[info.path.key];

/** A payload knows the row's id; the record is read by its selection, together with those of the other rows. */
const loadRecord =
  (module: string): GraphQLFieldResolver<Record<string, string | null>, Context> =>
  (source, _args, context, info) => {
    const rowId = source[camelCase(module)];
    return rowId ? context.records.load(module, rowId, info) : null;
  };

const payloadModule = (registry: Registry, type: string): string | undefined =>
  [...registry.modules.keys()].find((name) => ['Payload', 'Result', 'UpsertPayload', 'UpsertResult'].some((suffix) => type === name + suffix));

const compiledSuffixes = ['', 'Connection', 'Edge', 'Aggregate', 'CountDistinct', 'Sum', 'Avg', 'Min', 'Max', 'Group', 'GroupKey', 'MoneyAggregate', 'MoneyFigures'];

const isCompiled = (registry: Registry, type: string): boolean =>
  type === 'PageInfo' ||
  type === 'GroupPeriod' ||
  [...registry.modules.values()].some(({ name, summaries }) => compiledSuffixes.some((suffix) => type === `${name}${suffix}`) || summaries.some((one) => one.type === type));

function rootsOf(registry: Registry): ReadonlyMap<string, Root> {
  const roots = new Map<string, Root>([
    ['node', { kind: 'node' }],
    ['nodes', { kind: 'nodes' }],
  ]);
  for (const module of registry.modules.values()) {
    if (!module.roots) continue;
    if (module.singleton) {
      roots.set(camelCase(module.name), { kind: 'singleton', module: module.name });
      continue;
    }
    roots.set(camelCase(module.name), { kind: 'one', module: module.name });
    roots.set(module.plural, { kind: 'list', module: module.name });
  }
  return roots;
}

/** The schema as text, sorted, so that it only differs when it differs. */
export const printSorted = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;

