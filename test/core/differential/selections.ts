import {
  getNamedType,
  getNullableType,
  GraphQLBoolean,
  GraphQLNonNull,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { camelCase } from '../../../server/core/names.js';
import type { Module, Registry } from '../../../server/core/registry.js';
import type { Hidden } from '../../support/access-shapes.js';
import { createArgumentMaker, type MadeArgument } from './arguments.js';
import type { Content } from './content.js';
import { resolvedRoots } from './expected-use.js';
import type { Coverage } from './coverage.js';
import type { GivenCursor } from './naive.js';
import { createOperands } from './operands.js';
import type { Random } from '../../support/random.js';
import { createRefusals, type Refusal } from './refusals.js';
import { createWriting, leaf, type Made, type Writing } from './values.js';

export interface SelectionOptions {
  readonly random: Random;
  readonly schema: GraphQLSchema;
  readonly registry: Registry;
  readonly content: Content;
  readonly coverage: Coverage;
  readonly org: string;
  readonly hidden: Hidden;
  readonly cursors: (module: string) => readonly GivenCursor[];
}

/** Writes the selections of one document, with all that belongs to them. */
export interface SelectionWriter {
  /** The braces of a query: some of its root fields. */
  roots(query: GraphQLObjectType): string;
  selectionSet(type: GraphQLObjectType, at: Position): string;
  readonly writing: Writing;
  /** The definitions of the fragments that the selections spread. */
  fragments(): string;
  /** Makes one of the root fields a faulty one, as soon as there is a list to ask wrongly. */
  refuseOne(): { readonly done: Refusal | null };
}

/** Where a selection stands. */
export interface Position {
  /** So many levels of objects may follow. */
  readonly depth: number;
  /** About so many objects of this kind will be in the answer. */
  readonly rows: number;
  /** Selects every leaf there is. */
  readonly isWide: boolean;
  /** The root field above, if what is refused here refuses it for sure. */
  readonly root: string | null;
  /** Below groups: the fields of their keys that may be asked for. Below those by currency, so may amounts in the records' own. */
  readonly groupKeys?: ReadonlySet<string>;
  /** Below a reference: the types that its record may be of. */
  readonly targets?: readonly string[] | undefined;
}

interface Part {
  /** `alias: name(arguments)` or what opens a fragment. */
  readonly head: string;
  /** The braces after it. */
  readonly set: string;
  /** Of the position in them. */
  readonly groupKeys?: ReadonlySet<string>;
}

const MAX_ROWS = 600;
const NO_KEYS: ReadonlySet<string> = new Set();
/** So many leaves that are still wanted are selected at once. */
const MAX_LED = 12;
/** Names that an object of JavaScript might have anyway. */
const oddAliases = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '_', 'then', 'toJSON'];
const separators = [...Array.from({ length: 12 }, () => ' '), '\n', ', ', ' # a "remark" { \n'];
const largeLists = ['accounts', 'contacts', 'deals'];
const figureTypes = ['MoneyFigures', 'CountDistinct', 'Sum', 'Avg', 'Min', 'Max'];

/**
 * @param mayDirect whether selections may have directives, and fragments be spread twice: not where something must be
 *   refused, as it could be skipped or be in two places
 */
export function createSelectionWriter(options: SelectionOptions, mayDirect: boolean): SelectionWriter {
  const { random, schema, registry, coverage, hidden } = options;
  const writing: Writing = createWriting(random, coverage);
  const operands = createOperands(random, registry, options.content, options.org);
  const maker = createArgumentMaker({ random, schema, registry, operands, coverage, hidden, cursors: options.cursors });
  const refusals = createRefusals({ random, coverage, hidden, cursors: options.cursors });
  const fragments: { name: string; type: string; text: string; rows: number; depth: number; groupKeys: ReadonlySet<string> }[] = [];
  let budget = random.pick([6, 12, 25, 50]);
  let aliases = 0;

  function roots(query: GraphQLObjectType): string {
    const names = Object.keys(query.getFields()).filter((name) => !resolvedRoots.includes(name));
    const parts: string[] = [];
    const count = random.pick([1, 1, 1, 2, 3]);
    if (count > 1) coverage.note('construct:several roots');
    const isWide = random.chance(0.04);
    if (isWide) coverage.note('construct:every leaf');
    for (let index = 0; index < count; index++) {
      if (random.chance(0.05)) parts.push(written({ head: `${alias('__typename')}__typename`, set: '' }));
      // Most of what can go wrong goes wrong in lists of many different records.
      const wanted = mayDirect && random.chance(0.8) ? wantedRoots(query) : [];
      const name =
        coverage.next(names, (one) => `field:Query.${one}`) ??
        (wanted.length > 0
          ? random.pick(wanted)
          : !mayDirect || random.chance(0.55)
            ? random.pick(largeLists)
            : coverage.pick(random, 'field:Query.', names));
      const key = random.chance(0.5) ? name : `root${index}`;
      const made = field(query, query.getFields()[name]!, { depth: random.pick([2, 3, 4, 5, 6]), rows: 1, isWide, root: key }, key);
      parts.push(written(made));
      if (random.chance(0.08) && made.set) parts.push(again(query, name, made));
    }
    return `{ ${parts.join(random.pick(separators))} }`;
  }

  /** The modules whose type or input this is; of a condition on one value, the modules that have such values. */
  function modulesOf(type: string): readonly string[] {
    const names = [...registry.modules.keys()];
    const named = names.filter((name) => type.startsWith(name));
    if (named.length > 0) return [named.reduce((longest, name) => (name.length > longest.length ? name : longest))];
    return names.filter((name) => {
      const filter = schema.getType(`${name}Filter`) as GraphQLInputObjectType | undefined;
      return Object.values(filter?.getFields() ?? {}).some((field) => getNamedType(field.type).name === type);
    });
  }

  /** The lists of a module that something is still wanted of; of the modules that lead to one, where it has none at the root. */
  function wantedRoots(query: GraphQLObjectType): string[] {
    const { wanted } = coverage;
    const [, type] = wanted.length > 0 ? (/^(?:field|input|by):(\w+)\./.exec(random.pick(wanted)) ?? []) : [];
    const modules = type === undefined ? [] : modulesOf(type);
    const rootsOf = (name: string): string[] =>
      Object.values(query.getFields()).flatMap((root) => (getNamedType(root.type).name === `${name}Connection` ? [root.name] : []));
    const leading = (name: string): string[] =>
      [...registry.modules.values()]
        .filter(({ relatedLists }) => [...relatedLists.values()].some(({ module }) => module === name))
        .flatMap((module) => rootsOf(module.name));
    return modules.flatMap((name) => (rootsOf(name).length > 0 ? rootsOf(name) : leading(name)));
  }

  /** The same field under the same key once more, with other selections below: the two are one. */
  function again(parent: GraphQLObjectType | GraphQLInterfaceType, name: string, { head, groupKeys = NO_KEYS }: Part): string {
    coverage.note('construct:same key twice');
    const type = getNamedType(parent.getFields()[name]!.type) as GraphQLObjectType;
    return written({ head, set: selectionSet(type, { depth: 1, rows: MAX_ROWS, isWide: false, root: null, groupKeys }) });
  }

  function selectionSet(type: GraphQLObjectType | GraphQLInterfaceType, at: Position): string {
    coverage.note(`type:${type.name}`);
    const parts = isInterfaceType(type) ? interfaceParts(type, at) : objectParts(type, at);
    if (random.chance(0.08)) {
      coverage.note('construct:__typename');
      parts.push(written({ head: `${alias('__typename')}__typename`, set: '' }));
    }
    return `{ ${wrapped(type, parts, at).join(random.pick(separators))} }`;
  }

  function interfaceParts(type: GraphQLInterfaceType, at: Position): string[] {
    const parts = random.chance(0.6) ? objectParts(type, { ...at, isWide: false }) : [];
    // What can never stand there may be asked for too.
    const possible = [...schema.getPossibleTypes(type)];
    const likely = at.targets ? possible.filter(({ name }) => at.targets!.includes(name)) : possible;
    const types = [...random.some(likely, 0.35), ...(at.targets && random.chance(0.05) ? [random.pick(possible)] : [])];
    for (const possible of new Set(types)) {
      coverage.note('construct:fragment on a possible type');
      parts.push(written({ head: `... on ${possible.name}`, set: selectionSet(possible, { ...at, root: null, targets: undefined }) }));
    }
    return parts.length > 0 ? parts : ['__typename'];
  }

  function objectParts(type: GraphQLObjectType | GraphQLInterfaceType, at: Position): string[] {
    const fields = allowed(type, at);
    const leaves = Object.keys(fields).filter((name) => isLeafType(getNamedType(fields[name]!.type)));
    const objects = Object.keys(fields).filter((name) => !leaves.includes(name));
    const typeItem = (name: string): string => `type:${getNamedType(fields[name]!.type).name}`;
    const lists = at.depth > 0 ? objects.filter((name) => typeItem(name).endsWith('Connection')) : [];
    const fieldItem = (name: string): string => `field:${type.name}.${name}`;
    const aimed = coverage.next(Object.keys(fields), fieldItem);
    // What the aim leads to comes first, before anything else can take its next step.
    const names: string[] = aimed === undefined ? [] : [aimed];
    if (at.isWide) names.push(...wide(type, leaves, objects));
    else names.push(...random.shuffle(coverage.stillWanted(leaves, fieldItem)).slice(0, MAX_LED));
    if (at.isWide && lists.length > 0) names.push(coverage.pickBy(random, lists, typeItem));
    // Where everything is an object, leaves come further down.
    const isStructure =
      leaves.length === 0 || type.name.endsWith('Connection') || type.name.endsWith('Group') || type.name.endsWith('Edge');
    const count = objects.length === 0 ? random.pick([2, 4, 8]) : budget > 0 ? random.pick([1, 2, 3, 4, 6]) : 1;
    for (let index = 0; index < count; index++) {
      const mayDescend = objects.length > 0 && (isStructure || (at.depth > 0 && budget > 0));
      const isObject = mayDescend && (leaves.length === 0 || random.chance(isStructure ? 0.75 : 0.35));
      // Some types are reached from everywhere, some from one place only.
      const byType = isObject && random.chance(0.5);
      names.push(
        byType ? coverage.pickBy(random, objects, typeItem) : coverage.pick(random, `field:${type.name}.`, isObject ? objects : leaves),
      );
    }
    const parts: string[] = [];
    for (const name of new Set(names)) {
      const made = field(type, fields[name]!, at);
      parts.push(written(made));
      if (made.set && random.chance(0.06)) parts.push(again(type, name, made));
    }
    return parts.length > 0 ? parts : ['__typename'];
  }

  /** Whatever there is of values and figures. */
  function wide({ name }: GraphQLObjectType | GraphQLInterfaceType, leaves: readonly string[], objects: readonly string[]): string[] {
    if (name.endsWith('Connection')) return ['nodes', 'aggregate', 'groups'];
    if (name.endsWith('Aggregate')) return [...leaves, ...objects];
    return name.endsWith('GroupKey') ? [...leaves, ...random.some(objects, 0.4)] : [...leaves];
  }

  /** The fields that may be selected: figures of hidden fields are refused, while the fields themselves read null. Keys are those that are grouped by. */
  function allowed(
    type: GraphQLObjectType | GraphQLInterfaceType,
    { groupKeys = NO_KEYS }: Position,
  ): Record<string, GraphQLField<unknown, unknown>> {
    const module = figureTypes
      .map((suffix) => (type.name.endsWith(suffix) ? registry.modules.get(type.name.slice(0, -suffix.length)) : undefined))
      .find((found) => found);
    if (type.name.endsWith('GroupKey')) return Object.fromEntries(Object.entries(type.getFields()).filter(([name]) => groupKeys.has(name)));
    const refused = module
      ? (hidden[module.name] ?? []).flatMap((name) => [name, `${name}Id`])
      : groupKeys.has('currency')
        ? []
        : ['inOwnCurrency'];
    return Object.fromEntries(Object.entries(type.getFields()).filter(([name]) => !refused.includes(name)));
  }

  function field(
    parent: GraphQLObjectType | GraphQLInterfaceType,
    definition: GraphQLField<unknown, unknown>,
    at: Position,
    key?: string,
  ): Part {
    const { name } = definition;
    budget--;
    coverage.note(`field:${parent.name}.${name}`);
    const head = key === undefined ? `${alias(name, definition.args.length > 0)}${name}` : key === name ? name : `${key}: ${name}`;
    const type = getNamedType(definition.type) as GraphQLObjectType;
    const module = registry.modules.get(parent.name);
    const via = module?.relatedLists.get(name);
    // Below a hidden field nothing is looked at.
    if (hidden[via?.module ?? parent.name]?.includes(via?.via.name ?? name)) at = { ...at, root: null };
    const listed = type.name.endsWith('Connection') ? registry.modules.get(type.name.slice(0, -'Connection'.length)) : undefined;
    if (listed) return list(head, listed, definition, type, at);
    if (name === 'groups' && parent.name.endsWith('Connection'))
      return groups(head, registry.module(parent.name.slice(0, -'Connection'.length)), definition, type, at);
    const given = ids(definition);
    const isAbstract = isInterfaceType(type);
    const isList = isListType(getNullableType(definition.type));
    const isRecord = isObjectType(type) && registry.modules.has(type.name);
    const below = {
      ...at,
      depth: at.depth - (isRecord || (isAbstract && module) ? 1 : 0),
      ...(isAbstract && { root: null, rows: Math.max(at.rows, isList ? 5 : 1), targets: targetsOf(module, name) }),
      ...(!isAbstract && { targets: undefined }),
      ...(parent.name.endsWith('Group') && { root: null }),
      ...(isRecord && { groupKeys: NO_KEYS }),
    };
    return {
      head: `${head}${parenthesised(given)}`,
      set: isLeafType(type) ? '' : selectionSet(type, below),
      groupKeys: below.groupKeys ?? NO_KEYS,
    };
  }

  /** The types of the records that a reference may lead to. */
  const targetsOf = (module: Module | undefined, name: string): readonly string[] | undefined => {
    const field = module?.fields.get(name);
    return field?.kind === 'reference' ? registry.targets(field).map((target) => target.name) : undefined;
  };

  function list(head: string, module: Module, definition: GraphQLField<unknown, unknown>, type: GraphQLObjectType, at: Position): Part {
    const few = at.rows > 12 || at.isWide;
    const plain = maker.list(module, definition, few);
    const refused = at.root === null ? null : refusals.list(at.root, module, definition, plain.given);
    const below = { ...at, depth: at.depth - 1, rows: at.rows * (few ? 3 : at.rows > 1 ? 8 : 40) };
    const set = below.rows > MAX_ROWS ? '{ totalCount }' : selectionSet(type, below);
    // A fault in what only a page needs is not noticed without a page.
    return {
      head: `${head}${parenthesised(refused?.given ?? plain.given)}`,
      set: refused ? `{ refused: pageInfo { hasNextPage } ${refused.selection} ${set.slice(1)}` : set,
    };
  }

  function groups(head: string, module: Module, definition: GraphQLField<unknown, unknown>, type: GraphQLObjectType, at: Position): Part {
    const { given, groupKeys } = maker.groups(module, definition);
    const below = { ...at, depth: Math.min(at.depth, 2), rows: at.rows * 20, root: null, groupKeys };
    return { head: `${head}${parenthesised(given)}`, set: selectionSet(type, below), groupKeys };
  }

  /** `id`, `ids` and `deleted` of root fields. */
  function ids(definition: GraphQLField<unknown, unknown>): MadeArgument[] {
    return definition.args.flatMap(({ name, type }): MadeArgument[] => {
      const module = [...registry.modules.values()].find((one) => camelCase(one.name) === definition.name);
      coverage.note(`argument:${name}`);
      if (name === 'id') return [{ name, made: leaf(type, () => operands.id(module)), place: { isOptional: false } }];
      if (name === 'ids') return [{ name, made: idList(type), place: { isOptional: false } }];
      if (name !== 'deleted') throw new Error(`The generator knows no argument ${name} of ${definition.name}.`);
      return random.chance(0.4)
        ? [{ name, made: leaf(type, () => random.pick(['WITHOUT', 'WITH', 'ONLY'])), place: { isOptional: true } }]
        : [];
    });
  }

  function idList(type: GraphQLInputType): Made {
    const item = (getNullableType(type) as { ofType: GraphQLInputType }).ofType;
    const items = Array.from({ length: random.pick([0, 1, 2, 4, 8]) }, () => leaf(item, () => operands.id()));
    if (items.length > 1 && random.chance(0.3)) items.push(items[0]!);
    return { kind: 'list', type, items };
  }

  function parenthesised(given: readonly MadeArgument[]): string {
    if (given.length === 0) return '';
    return `(${random
      .shuffle(given)
      .map(({ name, made, place }) => `${name}: ${writing.write(made, place)}`)
      .join(', ')})`;
  }

  function alias(name: string, isLikely = false): string {
    if (!random.chance(isLikely ? 0.6 : 0.2)) return '';
    coverage.note('construct:alias');
    if (random.chance(0.05)) {
      coverage.note('construct:odd alias');
      return `${random.pick(oddAliases)}: `;
    }
    return `${random.pick(['a', 'x', camelCase(name)])}${aliases++}: `;
  }

  /** A selection with its directives, if it gets any. */
  function written({ head, set }: Part): string {
    return `${head}${directives()}${set && ` ${set}`}`;
  }

  function directives(): string {
    if (!mayDirect || !random.chance(0.06)) return '';
    const type = new GraphQLNonNull(GraphQLBoolean);
    return random
      .some(['include', 'skip'], 0.6)
      .map((name) => {
        coverage.note(`construct:@${name}`);
        return ` @${name}(if: ${writing.write(
          leaf(type, () => random.chance(name === 'include' ? 0.8 : 0.2)),
          { isOptional: false },
        )})`;
      })
      .join('');
  }

  /** Some of the parts inside fragments: inline with and without a type, or named ones, also ones that were used before. */
  function wrapped(type: GraphQLObjectType | GraphQLInterfaceType, parts: string[], at: Position): string[] {
    // What must be refused is in one place only.
    const reusable = fragments.filter(
      (one) =>
        mayDirect &&
        one.type === type.name &&
        one.rows >= at.rows &&
        one.depth <= at.depth &&
        [...one.groupKeys].every((key) => at.groupKeys?.has(key)),
    );
    if (reusable.length > 0 && random.chance(0.3)) {
      coverage.note('construct:fragment used again');
      parts = [...parts, written({ head: `...${random.pick(reusable).name}`, set: '' })];
    }
    if (!random.chance(0.15)) return parts;
    const start = random.below(parts.length);
    const end = start + 1 + random.below(parts.length - start);
    const inner = `{ ${parts.slice(start, end).join(' ')} }`;
    return [...parts.slice(0, start), fragment(type, inner, at), ...parts.slice(end)];
  }

  function fragment(type: GraphQLObjectType | GraphQLInterfaceType, set: string, at: Position): string {
    const kind = random.pick(['inline', 'typed', 'named', 'interface'] as const);
    if (kind === 'interface' && isObjectType(type) && type.getInterfaces().length > 0) {
      coverage.note('construct:fragment on the interface');
      return `${written({ head: '... on Node', set: '{ id }' })} ... ${set}`;
    }
    coverage.note(`construct:${kind === 'named' ? 'named' : 'inline'} fragment`);
    if (kind !== 'named') return written({ head: kind === 'inline' ? '...' : `... on ${type.name}`, set });
    const name = `F${fragments.length}`;
    fragments.push({
      name,
      type: type.name,
      text: ` fragment ${name} on ${type.name} ${set}`,
      rows: at.rows,
      depth: at.depth,
      groupKeys: at.groupKeys ?? NO_KEYS,
    });
    return written({ head: `...${name}`, set: '' });
  }

  return {
    roots,
    selectionSet,
    writing,
    fragments: () =>
      random
        .shuffle(fragments)
        .map(({ text }) => text)
        .join(''),
    refuseOne: () => refusals.arm(),
  };
}
