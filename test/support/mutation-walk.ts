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
import { camelCase, pascalCase } from '../../server/core/names.js';
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
  /** Every place that the refusal must name, as a path in the input. */
  readonly inputPaths?: readonly string[];
  /** The kinds of code that it goes through: the same for every module. A single wall is tested with one attempt of each. */
  readonly kinds?: readonly string[];
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
/** What goes to the bin takes along what needs it, and comes back with what it needs. */
const FLAGS: Readonly<Record<string, boolean>> = { restrictIfChildren: false, withParents: true };
const flagsOf = (field: GraphQLField<unknown, unknown>): Record<string, boolean> =>
  Object.fromEntries(field.args.flatMap(({ name }) => (name in FLAGS ? [[name, FLAGS[name]!]] : [])));

const COMMON = new Set(['by', 'id', 'input', 'inputs', 'items', 'onError', 'expectedVersion', 'dryRun', ...Object.keys(FLAGS)]);

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
  const args = field.args.filter(({ name }) => !['by', 'expectedVersion', 'dryRun', ...Object.keys(FLAGS)].includes(name));
  const good = { ...Object.fromEntries(args.map(({ name, type }) => [name, own(type, name, 0)])), ...flagsOf(field) } as Record<
    string,
    unknown
  >;
  const faults = args.flatMap(({ name, type }) =>
    foreign(type, name, good[name]).map((one): Foreign => ({
      ...one,
      path: pathOf(name, one.path),
      put: (given) => ({ ...(given as object), [name]: one.put((given as Record<string, unknown>)[name]) }),
    })),
  );
  const put = (some: readonly Foreign[], more: object = {}): Record<string, unknown> => ({
    ...(some.reduce<unknown>((given, one) => one.put(given), good) as object),
    ...more,
  });
  const versions = takesVersion ? [undefined, 1, 99] : [undefined];
  return [
    ...faults
      .filter(isTargetOf)
      .map((one, index) => make(put([one], { expectedVersion: versions[index % versions.length] }), [one], 'refused')),
    ...togetherIn(faults).map((some) => make(put(some), some, 'refused')),
    ...(takesVersion ? [make({ ...good, expectedVersion: STALE }, 'expectedVersion', 'refused')] : []),
    ...(canDryRun(field) ? [make({ ...good, dryRun: true }, 'dryRun', 'undone')] : []),
    make(good, '', 'written'),
  ];
}

const canDryRun = (field: GraphQLField<unknown, unknown>): boolean => field.args.some(({ name }) => name === 'dryRun');
const isTargetOf = ({ about }: Foreign): boolean => about === 'id';

/** References that one input can hold together, so that one refusal names them all: each field once, and one of those that exclude each other. */
function togetherIn(faults: readonly Foreign[]): Foreign[][] {
  const together: { sort: string; places: Set<string>; some: Foreign[] }[] = [];
  for (const one of faults.filter((fault) => !isTargetOf(fault))) {
    // Of conflicting versions the first is named, and of taxes in a document those of the whole.
    const found = ['version', 'json'].includes(one.sort)
      ? undefined
      : together.find(({ sort, places }) => sort === one.sort && !places.has(one.place));
    if (found) {
      found.places.add(one.place);
      found.some.push(one);
    } else together.push({ sort: one.sort, places: new Set([one.place]), some: [one] });
  }
  return together.map(({ some }) => some);
}

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
  const faults = foreign(item, rows.name, good);
  const put = (some: readonly Foreign[]): unknown => some.reduce((row, one) => one.put(row), good);
  const takesVersion = 'expectedVersion' in (getNamedType(item) as GraphQLInputObjectType).getFields();
  const versions = takesVersion ? [undefined, 1] : [undefined];
  const withVersion = (row: unknown, expectedVersion: number | undefined): unknown =>
    expectedVersion === undefined ? row : { ...(row as object), expectedVersion };
  const [targets, together] = [faults.filter(isTargetOf), togetherIn(faults)];
  const [mode] = field.args.filter(({ type }) => isEnumType(getNamedType(type)));
  return (getNamedType(mode!.type) as GraphQLEnumType).getValues().flatMap(({ name: onError }) => {
    const call = (items: unknown[], about: Foreign[] | string, expected: Attempt['expected']) =>
      make({ [rows.name]: items, [mode!.name]: onError, ...flagsOf(field) }, about, expected);
    const isAll = onError === 'ABORT';
    // Rows of one call have targets of their own, so each set of references is in a call of its own.
    return [
      ...together.map((some) => call([put(some)], some, 'refused')).slice(0, isAll ? 0 : 1),
      ...together.map((some) => call([beside, put(some)], some, isAll ? 'refused' : 'some')),
      ...(targets.length > 0 && isAll
        ? versions.map((version) => call([beside, withVersion(put(targets.slice(0, 1)), version)], targets.slice(0, 1), 'refused'))
        : []),
      ...(targets.length > 0 && !isAll
        ? versions.map((version) => call([beside, ...targets.map((one) => withVersion(put([one]), version))], targets, 'some'))
        : []),
      ...(takesVersion ? [call([withVersion(good, STALE)], 'expectedVersion', 'refused')] : []),
      ...(canDryRun(field) ? [make({ [rows.name]: [good], [mode!.name]: onError, dryRun: true }, 'dryRun', 'undone')] : []),
      call([good], '', 'written'),
    ];
  });
}

const pathOf = (...steps: readonly string[]): string => steps.filter(Boolean).join('.');

/** Something of another organisation's for one place of an input. */
interface Foreign {
  readonly about: string;
  /** The place, or the places that exclude each other: an input holds one thing in it. */
  readonly place: string;
  /** What is checked at the same time is refused at the same time. */
  readonly sort: string;
  /** The path that a refusal names, below the value that it is put into. */
  readonly path: string;
  readonly kind: string;
  /** The same value with it. */
  put(value: unknown): unknown;
}

const attempt =
  (schema: GraphQLSchema, module: Module, field: GraphQLField<unknown, unknown>, values: WriteValues, depth: Depth) =>
  (given: Record<string, unknown>, about: readonly Foreign[] | string, expected: Attempt['expected']): Attempt => ({
    name: field.name,
    module,
    about: typeof about === 'string' ? about : about.map((one) => one.about).join(' '),
    expected,
    ...(typeof about !== 'string' && {
      inputPaths: about.filter(({ sort }) => !['target', 'version'].includes(sort)).map(({ path }) => path),
    }),
    kinds: kindsOf(module, field, given, expected, about),
    ...mutationOf(schema, field, renewed(module, given, values) as Record<string, unknown>, depth(field, expected)),
  });

/** The mutation without the name of its module, and what of another organisation's is in it. */
function kindsOf(
  module: Module,
  field: GraphQLField<unknown, unknown>,
  given: Record<string, unknown>,
  expected: Attempt['expected'],
  about: readonly Foreign[] | string,
): string[] {
  const verb = `${field.name.replace(pascalCase(module.plural), '*s').replace(module.name, '*')} ${(given['onError'] as string | undefined) ?? ''} ${expected}`;
  return typeof about === 'string' ? [`${verb} ${about}`] : about.map(({ kind }) => `${verb} ${kind}`);
}

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

/** The mutation with these arguments, asking for all of its payload; related lists are grouped once. */
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
    query: `mutation ${variables!} { ${field.name}${args!} ${selectionOf(schema, getNamedType(field.type), depth, 1)} }`,
    variables: given,
  };
}

/** Whether an argument names the record to act on: `id`, or `userId` of a mutation about users. */
const isTarget = (name: string, module: Module): boolean => name === 'id' || name === `${camelCase(module.name)}Id`;

/** The inputs of one mutation. */
interface Inputs {
  /** What the argument takes of the caller's own; `place` 1 is for a row beside the first. */
  readonly own: (type: GraphQLInputType, name: string, place: 0 | 1) => unknown;
  /** What can be put into it of another organisation's, once for each place and thing. */
  readonly foreign: (type: GraphQLInputType, name: string, good: unknown) => Foreign[];
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

  const foreign = (type: GraphQLInputType, name: string, good: unknown, module: Module): Foreign[] => {
    const nullable = getNullableType(type);
    if (good === undefined) return [];
    if (isTarget(name, module))
      return values
        .foreignTargets(module)
        .map((value) => ({ about: 'id', place: 'id', path: '', sort: 'target', kind: 'id', put: () => value }));
    if (isList(nullable)) {
      const [item] = good as [object, ...object[]];
      const inItem = foreign(nullable.ofType, name, item, module);
      if ('expectedVersion' in (getNamedType(nullable) as GraphQLInputObjectType).getFields())
        inItem.push({
          about: 'expectedVersion',
          place: 'id',
          path: 'expectedVersion',
          sort: 'version',
          kind: 'version',
          put: (row) => ({ ...(row as object), expectedVersion: STALE }),
        });
      return inItem.map((one) => ({
        ...one,
        path: pathOf('0', one.path),
        put: (list) => {
          const [first, ...beside] = list as [object, ...object[]];
          return [one.put(first), ...beside];
        },
      }));
    }
    if (!isInputObjectType(nullable)) return [];
    return Object.values(nullable.getFields()).flatMap(({ name: inner, type: of }) => {
      const inside = (good as Record<string, unknown>)[inner];
      const field = fieldOf(module, inner);
      const list = nestedIn(module, inner);
      const found = field
        ? values.foreign(module, field).map((value, index): Foreign => ({
            about: inner,
            place: inner,
            path: '',
            // What is no record's id of that type is refused before records are looked for, and a key is looked for where a record leads.
            sort: index > 0 ? 'form' : field.inputKey ? 'key' : field.kind === 'json' ? 'json' : 'reference',
            kind: `${field.inputKey ? 'key' : field.kind}${index === 0 ? '' : ' of another type'}`,
            put: () => value,
          }))
        : foreign(of, inner, inside, list ? registry.module(list.module) : module);
      // Of those of which a record has one, the foreign one stands in the place of the own.
      const isOneOf = field !== undefined && module.oneOf.includes(field);
      const others = isOneOf ? module.oneOf.filter((one) => one !== field) : [];
      const without = Object.fromEntries(others.map((one) => [inputName(one), undefined]));
      return found.map((one) => ({
        ...one,
        about: list ? `${inner}.${one.about}` : one.about,
        place: isOneOf ? 'one of' : pathOf(inner, field ? '' : one.place),
        path: pathOf(inner, one.path),
        kind: list ? `list ${one.kind}` : one.kind,
        put: (row) => ({ ...(row as object), ...without, [inner]: one.put((row as Record<string, unknown>)[inner]) }),
      }));
    });
  };

  return {
    own: (type, name, place) => own(type, name, root, values.ownTargets(root, mutation)[place], place),
    foreign: (type, name, good) => foreign(type, name, good, root),
  };
}
