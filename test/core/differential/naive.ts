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
import { camelCase, screamingCase } from '../../../server/core/names.js';
import { encodeCursor } from '../../../server/core/read/cursor.js';
import type { Field, Module, Registry } from '../../../server/core/registry.js';
import { average, comparison, Exact, isNumeric, isoInstant } from './compare.js';
import type { Content, Row } from './content.js';
import { matches, type Filter } from './naive-filter.js';
import { compareKeys, cursorKey, groupOrder, keyOf, orderOf, type OrderTerm } from './naive-order.js';
import { compared, fieldNamed, rowsFor, valueOf, type Deleted, type NaiveViewer, type Rows } from './naive-rows.js';

export interface NaiveAnswer {
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly unknown[];
  /** Paths of hidden fields that were met, without the indexes of rows. */
  readonly hidden: ReadonlySet<string>;
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
    return { data: result.data, errors: result.errors ?? [], hidden: reading.hidden, cursors: reading.cursors };
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
interface Args {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly by?: readonly string[];
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly filter?: Filter | null;
  readonly orderBy?: readonly OrderTerm[] | null;
  readonly deleted?: Deleted;
  readonly converted?: Deleted;
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
    return rows.isVisible(found.module, found.row, deleted) ? record(found.module, found.row) : null;
  }

  function record(module: Module, row: Row): Source {
    return {
      type: module.name,
      get(name, args, info) {
        const list = module.relatedLists.get(name);
        const field = list?.via ?? fieldNamed(module, name);
        if (rows.isHidden(list ? registry.module(list.module) : module, field)) {
          hidden.add(pathOf(info));
          return null;
        }
        return list ? connection(registry.module(list.module), rows.related(list, row), args) : fieldValue(module, field, row, name);
      },
    };
  }

  function fieldValue(module: Module, field: Field, row: Row, name: string): unknown {
    const value = valueOf(field, row);
    if (field.kind === 'picklist' && name === labelName(field)) return rows.picklistValue(field, value)?.label ?? null;
    if (field.kind !== 'lookup') return output(module, field, value);
    if (name === idName(field)) return value && `${registry.target(field).prefix}_${value}`;
    const found = rows.target(field, row);
    return found ? record(registry.target(field), found) : null;
  }

  function connection(module: Module, candidates: readonly Row[], args: Args): Source {
    const list = candidates.filter(
      (row) =>
        rows.isVisible(module, row, args.deleted ?? 'WITHOUT') &&
        rows.isListed(module, row, args.converted ?? 'WITHOUT') &&
        matches(rows, module, row, args.filter ?? {}),
    );
    let page: Page | undefined;
    const paged = (): Page => (page ??= pageOf(module, list, args));
    return {
      type: `${module.name}Connection`,
      get(name, { by }) {
        if (name === 'totalCount') return list.length;
        if (name === 'nodes') return paged().rows.map((row) => record(module, row));
        if (name === 'edges') return paged().rows.map((row) => edge(module, row, paged()));
        if (name === 'pageInfo') return pageInfo(paged());
        if (name === 'aggregate') return aggregate(module, list);
        return groups(module, list, by!);
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

  const edge = (module: Module, row: Row, page: Page): Source => ({
    type: `${module.name}Edge`,
    get: (name) => (name === 'cursor' ? page.cursorOf(row) : record(module, row)),
  });

  const pageInfo = (page: Page): Source => ({
    type: 'PageInfo',
    get(name) {
      if (name === 'hasNextPage' || name === 'hasPreviousPage') return page[name];
      const row = page.rows.at(name === 'startCursor' ? 0 : -1);
      return row ? page.cursorOf(row) : null;
    },
  });

  function groups(module: Module, list: readonly Row[], by: readonly string[]): Source[] {
    const fields = [...new Set(by)].map((name) => [...module.fields.values()].find((field) => screamingCase(field.name) === name)!);
    const order = groupOrder(rows, fields);
    const members = Map.groupBy(list, (row) => JSON.stringify(fields.map((field) => valueOf(field, row))));
    const sorted = [...members.values()].sort(([a], [b]) => compareKeys(order, keyOf(order, a!), keyOf(order, b!)));
    return sorted.map((group) => ({
      type: `${module.name}Group`,
      get: (name) => (name === 'aggregate' ? aggregate(module, group) : groupKey(module, fields, group[0]!)),
    }));
  }

  const groupKey = (module: Module, fields: readonly Field[], row: Row): Source => ({
    type: `${module.name}GroupKey`,
    get(name) {
      const field = fieldNamed(module, name);
      return fields.includes(field) ? fieldValue(module, field, row, name) : null;
    },
  });

  return { root, hidden, cursors };
}

const aggregate = (module: Module, list: readonly Row[]): Source => ({
  type: `${module.name}Aggregate`,
  get: (part) => (part === 'count' ? list.length : figures(module, list, part)),
});

const figures = (module: Module, list: readonly Row[], part: string): Source => ({
  type: `${module.name} ${part}`,
  get(name) {
    const field = fieldNamed(module, name);
    const values = list.map((row) => compared(module, field, row)).filter((value) => value !== null);
    if (part === 'countDistinct') return new Set(values.map((value) => (isNumeric(field) ? new Exact(value).toString() : value))).size;
    if (values.length === 0) return null;
    if (part === 'sum') return Exact.sum(...values).toString();
    if (part === 'avg') return average(values);
    const compare = comparison(field);
    const sign = part === 'min' ? 1 : -1;
    return output(
      module,
      field,
      values.reduce((best, value) => (compare(value, best) * sign < 0 ? value : best)),
    );
  },
});

/** A value as its resolver would return it. */
function output(module: Module, field: Field, value: string | null): unknown {
  if (value === null) return null;
  if (field.kind === 'id') return `${module.prefix}_${value}`;
  if (field.kind === 'integer') return Number(value);
  if (field.kind === 'boolean') return value === 'true';
  return field.kind === 'instant' ? isoInstant(value) : value;
}

/** The path of a field in the answer, without the indexes of rows. */
function pathOf({ path }: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let at: typeof path | undefined = path; at; at = at.prev) if (typeof at.key === 'string') keys.unshift(at.key);
  return keys.join('.');
}
