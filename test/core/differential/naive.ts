import {
  execute,
  extendSchema,
  isInterfaceType,
  isObjectType,
  parse,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { idName, labelName } from '../../../server/core/fields.js';
import { camelCase } from '../../../server/core/names.js';
import { encodeCursor } from '../../../server/core/read/cursor.js';
import type { Field, Module, Registry, Summary } from '../../../server/core/registry.js';
import { isoInstant } from './compare.js';
import type { Content, Row } from './content.js';
import { campaignFigures } from './naive-campaign.js';
import { matches, type Filter } from './naive-filter.js';
import { figureOf, figureOfValues, groupsOf, periodOf, TOO_MANY, type Group, type Groups, type GroupsArgs } from './naive-groups.js';
import { compareKeys, cursorKey, keyOf, orderOf, type OrderTerm } from './naive-order.js';
import { seenValue, fieldNamed, rowOf, rowsFor, valueOf, type Deleted, type NaiveViewer, type Rows } from './naive-rows.js';

export interface NaiveAnswer {
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly unknown[];
  /** Root fields that are refused for what their rows are. */
  readonly refused: readonly { readonly key: string; readonly code: string }[];
  /** Paths of hidden fields that were met, without the indexes of rows. */
  readonly hidden: ReadonlySet<string>;
  /** Paths at which records of several modules stand, and some of them show what others hide. */
  readonly shown: ReadonlySet<string>;
  /** Cursors that stand in the answer, with the order they belong to. */
  readonly cursors: readonly GivenCursor[];
}

export interface GivenCursor {
  readonly module: string;
  readonly orderBy: readonly object[];
  readonly cursor: string;
  readonly hasNull: boolean;
}

export type Naive = (
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  viewer: NaiveViewer,
  operationName?: string,
) => Promise<NaiveAnswer>;

/**
 * A second reading of the same schema, as plain as can be: graphql-js over arrays in memory. It shares nothing with the
 * compiler but the registry and the form of cursors.
 */
export function createNaive(schema: GraphQLSchema, registry: Registry, content: Content): Naive {
  const bare = withoutResolvers(schema);
  return async (document, variables, viewer, operationName) => {
    const reading = createReading(rowsFor(viewer, registry, content));
    const resolve: GraphQLFieldResolver<Source | undefined, unknown> = (source, args: Args, _context, info) =>
      source ? source.get(info.fieldName, args, info) : reading.root(info.fieldName, args);
    const result = await execute({
      schema: bare,
      document,
      variableValues: variables,
      operationName,
      fieldResolver: resolve as GraphQLFieldResolver<unknown, unknown>,
      typeResolver: (source) => (source as Source).type,
    });
    // What falls into too many groups is refused as a whole.
    const refused = new Set<string>();
    for (const { path, extensions } of result.errors ?? []) if (extensions['code'] === TOO_MANY) refused.add(String(path![0]));
    for (const root of refused) result.data![root] = null;
    const errors = (result.errors ?? []).filter(({ extensions }) => extensions['code'] !== TOO_MANY);
    return {
      data: result.data,
      refused: [...refused].map((key) => ({ key, code: TOO_MANY })),
      errors,
      hidden: reading.hidden,
      shown: reading.shown,
      cursors: reading.cursors,
    };
  };
}

/** A copy of the schema that resolves nothing by itself. */
function withoutResolvers(schema: GraphQLSchema): GraphQLSchema {
  const copy = extendSchema(schema, parse('directive @naive on FIELD'));
  for (const type of Object.values(copy.getTypeMap())) {
    if (isInterfaceType(type)) type.resolveType = undefined;
    if (isObjectType(type) && !type.name.startsWith('__')) for (const field of Object.values(type.getFields())) field.resolve = undefined;
  }
  return copy;
}

/** An object of the answer: its type, and what its fields are. */
interface Source {
  readonly type: string;
  get(field: string, args: Args, info: GraphQLResolveInfo): unknown;
}

/** Arguments of any field, as graphql-js coerced them; absent ones are missing. */
interface Args extends Partial<Omit<GroupsArgs, 'orderBy' | 'by' | 'first'>> {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly by?: GroupsArgs['by'];
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly filter?: Filter | null;
  readonly orderBy?: readonly OrderTerm[] | null;
  readonly deleted?: Deleted;
}

interface Page {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  cursorOf(row: Row): string;
}

function createReading(rows: Rows) {
  const { registry } = rows;
  const hidden = new Set<string>();
  const shown = new Set<string>();
  const hiddenNames = new Set(Object.values(rows.viewer.hidden).flat());
  const cursors: GivenCursor[] = [];

  function root(name: string, args: Args): unknown {
    if (name === 'node') return byWireId(args.id!, undefined, 'WITHOUT');
    if (name === 'nodes') return args.ids!.map((id) => byWireId(id, undefined, 'WITHOUT'));
    for (const module of registry.modules.values()) {
      if (name === module.plural) return connection(module, rows.all(module), args);
      if (name !== camelCase(module.name)) continue;
      if (module.singleton)
        return record(
          module,
          rows.all(module).find((row) => rows.isVisible(module, row, 'WITHOUT'))!,
        );
      return byWireId(args.id!, module, args.deleted!);
    }
    throw new Error(`The naive server knows no ${name}.`);
  }

  function byWireId(id: string, only: Module | undefined, deleted: Deleted): Source | null {
    const found = rows.byWireId(id);
    if (!found?.module.roots || (only && found.module !== only)) return null;
    return rows.isVisible(found.module, found.row, deleted) ? record(found.module, found.row, !only) : null;
  }

  /** @param isMixed whether records of other modules may stand at the same place */
  function record(module: Module, row: Row, isMixed = false): Source {
    return {
      type: module.name,
      get(name, args, info) {
        const summary = module.summaries.find((one) => one.name === name);
        if (summary) return figuresOf(summary, row);
        const list = module.relatedLists.get(name);
        const field = list?.via ?? fieldNamed(module, name);
        if (rows.isHidden(list ? registry.module(list.module) : module, field)) {
          hidden.add(pathOf(info));
          return null;
        }
        if (isMixed && hiddenNames.has(field.name)) shown.add(pathOf(info));
        return list
          ? connection(registry.module(list.module), rows.related(list, row), args, isMixed)
          : fieldValue(module, field, row, name, isMixed);
      },
    };
  }

  function figuresOf({ name, type, figures, of: ofAll }: Summary, row: Row): Source {
    const values = campaignFigures(rows, row, name === 'figuresInHierarchy');
    return {
      type,
      get(figure, _args, info) {
        const isHidden = [...ofAll, ...figures[figure]!.of].some((of) => {
          const module = registry.module(of.split('.')[0]!);
          return rows.isHidden(module, module.fields.get(of.split('.')[1]!)!);
        });
        if (!isHidden) return values[figure];
        hidden.add(pathOf(info));
        return null;
      },
    };
  }

  function fieldValue(module: Module, field: Field, row: Row, name: string, isMixed: boolean): unknown {
    const value = field.shown ? seenValue(rows, module, field, row) : valueOf(field, row);
    if (field.kind === 'picklist' && name === labelName(field)) return rows.picklistValue(field, value)?.label ?? null;
    if (field.kind === 'reference' && name === field.name) {
      const found = rows.referred(field, row);
      return found ? record(found.module, found.row, true) : null;
    }
    if (field.kind !== 'lookup') return output(module, field, value);
    if (name === idName(field)) return value && `${registry.target(field).prefix}_${value}`;
    const found = rows.target(field, row);
    return found ? record(registry.target(field), found, isMixed) : null;
  }

  function connection(module: Module, candidates: readonly Row[], args: Args, isMixed = false): Source {
    const list = candidates.filter(
      (row) => rows.isVisible(module, row, args.deleted ?? 'WITHOUT') && matches(rows, module, row, args.filter ?? {}),
    );
    let page: Page | undefined;
    const paged = (): Page => (page ??= pageOf(module, list, args));
    return {
      type: `${module.name}Connection`,
      get(name, given) {
        if (name === 'totalCount') return list.length;
        if (name === 'nodes') return paged().rows.map((row) => record(module, row, isMixed));
        if (name === 'edges') return paged().rows.map((row) => edge(module, row, paged(), isMixed));
        if (name === 'pageInfo') return pageInfo(paged());
        if (name === 'aggregate') return aggregate(module, list);
        return groups(module, list, given as unknown as GroupsArgs, args.filter ?? {});
      },
    };
  }

  function pageOf(module: Module, list: readonly Row[], { first, last, after, before, orderBy }: Args): Page {
    const order = orderOf(rows, module, orderBy ?? []);
    const sorted = [...list].sort((a, b) => compareKeys(order, keyOf(order, a), keyOf(order, b)));
    const from = after ? sorted.filter((row) => compareKeys(order, keyOf(order, row), cursorKey(after)) > 0) : sorted;
    const between = before ? from.filter((row) => compareKeys(order, keyOf(order, row), cursorKey(before)) < 0) : from;
    const size = first ?? last ?? 50;
    const isBackward = typeof last === 'number';
    const page = isBackward ? between.slice(-size) : between.slice(0, size);
    const isCut = page.length < between.length;
    return {
      rows: page,
      hasNextPage: isBackward ? Boolean(before) : isCut,
      hasPreviousPage: isBackward ? isCut : Boolean(after),
      cursorOf(row) {
        const key = keyOf(order, row);
        const cursor = encodeCursor(order.print, key);
        cursors.push({ module: module.name, orderBy: orderBy ?? [], cursor, hasNull: key.includes(null) });
        return cursor;
      },
    };
  }

  const edge = (module: Module, row: Row, page: Page, isMixed: boolean): Source => ({
    type: `${module.name}Edge`,
    get: (name) => (name === 'cursor' ? page.cursorOf(row) : record(module, row, isMixed)),
  });

  const pageInfo = (page: Page): Source => ({
    type: 'PageInfo',
    get(name) {
      if (name === 'hasNextPage' || name === 'hasPreviousPage') return page[name];
      const row = page.rows.at(name === 'startCursor' ? 0 : -1);
      return row ? page.cursorOf(row) : null;
    },
  });

  function groups(module: Module, list: readonly Row[], args: GroupsArgs, filter: Filter): Source[] {
    const made = groupsOf(rows, module, list, args, filter);
    return made.groups.map((group) => ({
      type: `${module.name}Group`,
      get: (name) =>
        name === 'aggregate'
          ? aggregate(module, group.list)
          : name === 'inOwnCurrency'
            ? inOwnCurrency(module, group.list)
            : groupKey(module, made, group),
    }));
  }

  const groupKey = (module: Module, { keys }: Groups, { values, buckets }: Group): Source => ({
    type: `${module.name}GroupKey`,
    get(name) {
      const period = keys.findIndex(({ field }) => name === `${field.name}Period`);
      if (period >= 0) {
        const bucket = buckets[period];
        return bucket ? { type: 'GroupPeriod', get: (part: string) => periodOf(rows, bucket, keys[period]!.unit!)[part] } : null;
      }
      const field = fieldNamed(module, name);
      const index = keys.findIndex((key) => key.field === field);
      const value = values[index]!;
      if (keys[index]!.unit) return value;
      // As if it were a row: its only cell is the value.
      // Groups are of what is stored: names without the salutation.
      const { shown: _, ...stored } = field;
      return fieldValue(module, { ...stored, custom: false }, rowOf(field, value), name, false);
    },
  });

  return { root, hidden, shown, cursors };
}

const aggregate = (module: Module, list: readonly Row[]): Source => ({
  type: `${module.name}Aggregate`,
  get: (part) => (part === 'count' ? list.length : figures(module, list, part)),
});

const figures = (module: Module, list: readonly Row[], part: string): Source => ({
  type: `${module.name} ${part}`,
  get: (name) => shown(module, fieldNamed(module, name), part, figureOf(module, list, part, name)),
});

const inOwnCurrency = (module: Module, list: readonly Row[]): Source => ({
  type: `${module.name}MoneyAggregate`,
  get: (part) => ({
    type: `${module.name}MoneyFigures`,
    get(name: string) {
      const field = fieldNamed(module, name);
      return figureOfValues(
        field,
        list.map((row) => valueOf(field, row)),
        part,
      );
    },
  }),
});

const shown = (module: Module, field: Field, part: string, value: string | null): unknown =>
  part === 'countDistinct' ? Number(value) : part === 'min' || part === 'max' ? output(module, field, value) : value;

/** A value as its resolver would return it. */
function output(module: Module, field: Field, value: string | null): unknown {
  if (value === null) return null;
  if (field.kind === 'id') return `${module.prefix}_${value}`;
  if (field.kind === 'integer') return Number(value);
  if (field.kind === 'boolean') return value === 'true';
  if (field.kind === 'externalIds' || field.kind === 'json') return JSON.parse(value);
  return field.kind === 'instant' ? isoInstant(value) : value;
}

/** The path of a field in the answer, without the indexes of rows. */
function pathOf({ path }: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let at: typeof path | undefined = path; at; at = at.prev) if (typeof at.key === 'string') keys.unshift(at.key);
  return keys.join('.');
}
