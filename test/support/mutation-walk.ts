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
import { camelCase } from '../../server/core/names.js';
import type { Field, Module, Registry, RelatedList } from '../../server/core/registry.js';
import { registry } from '../../server/modules/index.js';
import { selectionOf, type Operation } from './schema-walk.js';

/** One mutation, and what is to become of it. */
export interface Attempt extends Operation {
  readonly name: string;
  readonly module?: Module;
  /** Where something stands that must be refused: `accountId`, `id`. */
  readonly about: string;
  /** `some`: the row beside the refused one is written. `undone`: a dry run, answered and not saved. */
  readonly expected: 'written' | 'refused' | 'some' | 'undone';
  /** What it may be refused for beside. */
  readonly also?: readonly string[];
}

/** What attempts are made of: the caller's own values, and others' in their place. */
export interface WriteValues {
  /** The caller's own value for a field of an input. */
  own(module: Module, field: Field): unknown;
  /** Values of another organisation for a field of an input; none for fields that refer to nothing. */
  foreign(module: Module, field: Field): readonly unknown[];
  /** Records of the caller's that the mutation can act on: one, and one beside it. */
  ownTargets(module: Module, mutation: string): readonly [string, string];
  /** Records in a list of the first of those, to be changed and to be deleted by its form. */
  ownNested(list: RelatedList): readonly [string, string];
  /** New records that the form of a list must have beside the one that says everything. */
  ownBeside(list: RelatedList): readonly object[];
  /** Ids of others' records, of this module first. */
  foreignTargets(module: Module): readonly string[];
}

/** What mutations of every module take; those that take something else are verbs of a module's own. */
const COMMON = new Set(['by', 'id', 'input', 'inputs', 'items', 'onError', 'expectedVersion', 'dryRun']);

/**
 * Every mutation of the modules but their own verbs, as it should be sent, and then with each thing in it that refers to something, one after
 * the other, replaced by another organisation's: alone, and in calls for many also beside a good row, under each `onError`.
 *
 * @param payload `relations`: the first mutation of each module asks for all that is around its record
 */
export function attemptsOf(
  schema: GraphQLSchema,
  registry: Registry,
  values: WriteValues,
  payload: 'records' | 'relations' = 'relations',
): Attempt[] {
  const depth = payload === 'relations' ? onceAround(registry) : ofRecords;
  return Object.values(schema.getMutationType()!.getFields()).flatMap((field) => {
    const module = moduleOf(registry, field);
    if (!module || !field.args.every(({ name }) => COMMON.has(name) || isTarget(name, module))) return [];
    const inputs = inputsOf(registry, module, field.name, values);
    return field.args.some(isRows)
      ? attemptsAtMany(schema, module, field, values, inputs, depth)
      : attemptsAtOne(schema, module, field, values, inputs, depth);
  });
}

/** How far an answer is asked for, as in `selectionOf`. */
type Depth = (field: GraphQLField<unknown, unknown>, expected: Attempt['expected']) => number;

/**
 * All that is around a record is asked for once in each module: whatever a mutation answers is read alike. What must be
 * refused is asked for its ids: if it is answered after all, that shows.
 */
function onceAround(registry: Registry): Depth {
  const asked = new Set<string>();
  return (field, expected) => {
    if (expected === 'refused') return -1;
    const { name } = moduleOf(registry, field)!;
    if (expected !== 'written' || asked.has(name)) return 0;
    asked.add(name);
    return 1;
  };
}

const ofRecords: Depth = (_, expected) => (expected === 'refused' ? -1 : 0);

/** The module a mutation writes: its payload says. A user's link is a user and what lets them in. */
export function moduleOf(registry: Registry, field: GraphQLField<unknown, unknown>): Module | undefined {
  const payload = getNamedType(field.type).name;
  const isOf = ({ name }: Module): boolean => ['', 'Bulk', 'Upsert', 'UpsertBulk'].some((kind) => payload === `${name}${kind}Payload`);
  return [...registry.modules.values()].find(isOf) ?? (payload === 'UserLinkPayload' ? registry.module('User') : undefined);
}

const isRows = ({ type }: GraphQLArgument): boolean => isListType(getNullableType(type));
/** All the caller's records have changed since. */
const STALE = 1;

function attemptsAtOne(
  schema: GraphQLSchema,
  module: Module,
  field: GraphQLField<unknown, unknown>,
  values: WriteValues,
  { own, foreign }: Inputs,
  depth: Depth,
): Attempt[] {
  const make = attempt(schema, module, field, values, depth);
  const takesVersion = field.args.some(({ name }) => name === 'expectedVersion');
  const args = field.args.filter(({ name }) => !['by', 'expectedVersion', 'dryRun'].includes(name));
  const good = Object.fromEntries(args.map(({ name, type }) => [name, own(type, name, 0)]));
  const bad = args.flatMap(({ name, type }) =>
    foreign(type, name, good[name]).map(({ value, about }) => ({ given: { ...good, [name]: value }, about })),
  );
  return [
    ...bad.map(({ given, about }) => make(given, about, 'refused')),
    ...(takesVersion
      ? bad
          .filter(({ about }) => about === 'id')
          .flatMap(({ given, about }) => [1, 99].map((expectedVersion) => make({ ...given, expectedVersion }, about, 'refused')))
      : []),
    ...(takesVersion ? [make({ ...good, expectedVersion: STALE }, 'expectedVersion', 'refused')] : []),
    ...(canDryRun(field) ? [make({ ...good, dryRun: true }, 'dryRun', 'undone')] : []),
    make(good, '', 'written'),
  ];
}

const canDryRun = (field: GraphQLField<unknown, unknown>): boolean => field.args.some(({ name }) => name === 'dryRun');

function attemptsAtMany(
  schema: GraphQLSchema,
  module: Module,
  field: GraphQLField<unknown, unknown>,
  values: WriteValues,
  { own, foreign }: Inputs,
  depth: Depth,
): Attempt[] {
  const make = attempt(schema, module, field, values, depth);
  const rows = field.args.find(isRows)!;
  const item = (getNullableType(rows.type) as GraphQLList<GraphQLInputType>).ofType;
  const good = own(item, rows.name, 0);
  const beside = own(item, rows.name, 1);
  const bad = foreign(item, rows.name, good);
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
      ...(canDryRun(field) ? [make({ [rows.name]: [good], [mode!.name]: onError, dryRun: true }, 'dryRun', 'undone')] : []),
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
  (schema: GraphQLSchema, module: Module, field: GraphQLField<unknown, unknown>, values: WriteValues, depth: Depth) =>
  (given: Record<string, unknown>, about: string, expected: Attempt['expected']): Attempt => ({
    name: field.name,
    module,
    about,
    expected,
    ...mutationOf(schema, field, renewed(module, given, values) as Record<string, unknown>, depth(field, expected)),
  });

/**
 * The same arguments, each row with new values where no two records may share one: what one attempt wrote, the next can't.
 * What is another organisation's stays: that is what the attempt is about.
 */
function renewed(module: Module, given: unknown, values: WriteValues): unknown {
  if (Array.isArray(given)) return given.map((one) => renewed(module, one, values));
  if (typeof given !== 'object' || given === null) return given;
  const isSaid = ([, value]: [string, unknown]): boolean => value !== undefined;
  // The fax of leads is unique in the organisations of the walk, and ranges of a price book do not overlap.
  const more: Readonly<Record<string, readonly string[]>> = { Lead: ['fax'], PriceRange: ['fromRange', 'toRange'] };
  const unique = new Set([...module.unique.flat(), ...(more[module.name] ?? [])]);
  return Object.fromEntries(
    Object.entries(given)
      .filter(isSaid)
      .map(([name, value]) => {
        const field = [...module.fields.values()].find((one) => one.writable && inputName(one) === name);
        if (field && (unique.has(field.name) || field.kind === 'externalIds') && !values.foreign(module, field).includes(value))
          return [name, values.own(module, field)];
        const list = module.nestedLists.find((one) => one.name === name);
        return [name, renewed(list ? registry.module(list.module) : module, value, values)];
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
  const [variables, args] = [declared, call].map((list) => list && `(${list})`);
  return {
    query: `mutation ${variables!} { ${field.name}${args!} ${selectionOf(schema, getNamedType(field.type), depth)} }`,
    variables: given,
  };
}

/** Whether an argument names the record to act on: `id`, or `userId` of a mutation about users. */
const isTarget = (name: string, module: Module): boolean => name === 'id' || name === `${camelCase(module.name)}Id`;

/** The inputs of one mutation. */
interface Inputs {
  /** What the argument takes of the caller's own; `place` 1 is for a row beside the first. */
  readonly own: (type: GraphQLInputType, name: string, place: 0 | 1) => unknown;
  /** The same with one foreign thing in it, once for each place and thing. */
  readonly foreign: (type: GraphQLInputType, name: string, good: unknown) => Variant[];
}

function inputsOf(registry: Registry, root: Module, mutation: string, values: WriteValues): Inputs {
  const isList = (type: GraphQLInputType): type is GraphQLList<GraphQLInputType> => isListType(type);
  const fieldOf = (module: Module, name: string): Field | undefined =>
    [...module.fields.values()].find((one) => one.writable && inputName(one) === name);
  const nestedIn = (module: Module, name: string): RelatedList | undefined => module.nestedLists.find((list) => list.name === name);

  const own = (type: GraphQLInputType, name: string, module: Module, id: string, place: 0 | 1): unknown => {
    const nullable = getNullableType(type);
    if (isTarget(name, module)) return id;
    if (!isInputObjectType(nullable)) return undefined;
    const entries = Object.values(nullable.getFields()).flatMap(({ name: inner, type: of }): [string, unknown][] => {
      if (inner === 'expectedVersion') return [];
      const field = fieldOf(module, inner);
      if (field && module.oneOf.includes(field) && module.oneOf.indexOf(field) !== place) return [];
      if (field) return [[inner, values.own(module, field)]];
      const list = nestedIn(module, inner);
      return [[inner, list ? ownList(of, list, place) : own(of, inner, module, id, place)]];
    });
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  };

  /** What a form says about a list: a new record in it, and one to change and one to delete where there are some. */
  const ownList = (type: GraphQLInputType, list: RelatedList, place: 0 | 1): unknown => {
    const module = registry.module(list.module);
    const [changed, deleted] = values.ownNested(list);
    // The row beside has no records in its list, nor has a new record.
    const verbs = place === 1 || /^(?:clone|upsert)/.test(mutation) ? ['create'] : ['create', 'update', 'delete'];
    const fields = Object.values((getNullableType(type) as GraphQLInputObjectType).getFields()).filter(({ name }) => verbs.includes(name));
    return Object.fromEntries(
      fields.map(({ name, type: of }) => {
        const item = (getNullableType(of) as GraphQLList<GraphQLInputType>).ofType;
        const beside = name === 'create' ? values.ownBeside(list) : [];
        return [name, [own(item, name, module, name === 'delete' ? deleted : changed, place), ...beside]];
      }),
    );
  };

  const foreign = (type: GraphQLInputType, name: string, good: unknown, module: Module): Variant[] => {
    const nullable = getNullableType(type);
    if (good === undefined) return [];
    if (isTarget(name, module)) return values.foreignTargets(module).map((value) => ({ value, about: 'id' }));
    if (isList(nullable)) {
      const [item, ...beside] = good as [object, ...object[]];
      const variants = foreign(nullable.ofType, name, item, module);
      if ('expectedVersion' in (getNamedType(nullable) as GraphQLInputObjectType).getFields())
        variants.push({ value: { ...item, expectedVersion: STALE }, about: 'expectedVersion' });
      return variants.map(({ value, about }) => ({ value: [value, ...beside], about }));
    }
    if (!isInputObjectType(nullable)) return [];
    return Object.values(nullable.getFields()).flatMap(({ name: inner, type: of }) => {
      const inside = (good as Record<string, unknown>)[inner];
      const field = fieldOf(module, inner);
      const list = nestedIn(module, inner);
      const variants = field
        ? values.foreign(module, field).map((value) => ({ value, about: inner }))
        : foreign(of, inner, inside, list ? registry.module(list.module) : module);
      // Of those of which a record has one, the foreign one stands in the place of the own.
      const others = field && module.oneOf.includes(field) ? module.oneOf.filter((one) => one !== field) : [];
      const without = Object.fromEntries(others.map((one) => [inputName(one), undefined]));
      return variants.map(({ value, about }) => ({
        value: { ...(good as object), ...without, [inner]: value },
        about: list ? `${inner}.${about}` : about,
      }));
    });
  };

  return {
    own: (type, name, place) => own(type, name, root, values.ownTargets(root, mutation)[place], place),
    foreign: (type, name, good) => foreign(type, name, good, root),
  };
}
