import {
  execute,
  extendSchema,
  isInterfaceType,
  isObjectType,
  parse,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type GraphQLResolveInfo,
} from 'graphql';
import { encodeCursor, fingerprint } from '../../../server/core/read/cursor.js';
import { idName, labelName } from '../../../server/core/fields.js';
import { camelCase, screamingCase } from '../../../server/core/names.js';
import type { Field, Module, Registry } from '../../../server/core/registry.js';
import { ownedModules, type Hidden } from '../../support/access-shapes.js';
import { average, comparison, Exact, isNumeric, isoInstant, type Compare } from './compare.js';
import type { Content, Row } from './content.js';

/** Who asks the naive server. */
export interface NaiveViewer {
  readonly org: string;
  readonly hidden: Hidden;
  /** Row ids of the users whose records are seen; null: everybody's. */
  readonly team: readonly string[] | null;
}

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
    const reading = createReading(registry, content, viewer);
    const result = await execute({
      schema: bare,
      document,
      variableValues: variables,
      operationName,
      fieldResolver: ((source: Source | undefined, args, _context, info) =>
        source ? source.get(info.fieldName, args, info) : reading.root(info.fieldName, args)) as GraphQLFieldResolver<unknown, unknown>,
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

/** Arguments as graphql-js coerced them. */
type Args = Readonly<Record<string, any>>;
type Filter = Readonly<Record<string, any>>;
type Deleted = 'WITHOUT' | 'WITH' | 'ONLY';

function createReading(registry: Registry, content: Content, viewer: NaiveViewer) {
  const hidden = new Set<string>();
  const cursors: GivenCursor[] = [];

  const isHidden = (module: Module, field: Field): boolean => viewer.hidden[module.name]?.includes(field.name) ?? false;

  /** The three walls: the organisation, the bin, the viewer's rows. */
  function isVisible(module: Module, row: Row, deleted: Deleted): boolean {
    if (row.org !== viewer.org) return false;
    if (deleted !== 'WITH' && (cell(module, row, 'deletedAt') !== null) !== (deleted === 'ONLY')) return false;
    return !viewer.team || !ownedModules.includes(module.name) || viewer.team.includes(cell(module, row, 'owner')!);
  }

  const cell = (module: Module, row: Row, name: string): string | null => valueOf(module.fields.get(name)!, row);

  const target = (field: Field, row: Row): Row | undefined => {
    const module = registry.target(field);
    const found = content.row(module.name, valueOf(field, row));
    return found && isVisible(module, found, 'WITHOUT') ? found : undefined;
  };

  const related = (list: { module: string; via: Field }, row: Row): Row[] =>
    content.pointingAt(list.module, list.via, row.id).filter((one) => one.org === row.org);

  const picklistValue = (field: Field, key: string | null) => content.picklistValue(viewer.org, field.picklist!.name, key);

  // Filters

  function matches(module: Module, row: Row, filter: Filter): boolean {
    return Object.entries(filter).every(([name, condition]) => {
      if (name === 'and') return (condition as Filter[]).every((one) => matches(module, row, one));
      if (name === 'or') return (condition as Filter[]).some((one) => matches(module, row, one));
      if (name === 'not') return !matches(module, row, condition as Filter);
      const list = module.relatedLists.get(name);
      if (list) return matchesList(registry.module(list.module), related(list, row), condition as Filter);
      const field = module.fields.get(name) ?? lookupById(module, name);
      if (field.kind === 'lookup' && name === field.name) {
        const record = target(field, row);
        return record !== undefined && matches(registry.target(field), record, condition as Filter);
      }
      return Object.entries(condition as Filter).every(([operator, operand]) =>
        holds(module, field, compared(module, field, row), operator, operand),
      );
    });
  }

  function matchesList(module: Module, rows: readonly Row[], condition: Filter): boolean {
    const seen = rows.filter((row) => isVisible(module, row, 'WITHOUT'));
    return Object.entries(condition).every(([quantifier, filter]) => {
      const one = (row: Row): boolean => matches(module, row, filter as Filter);
      if (quantifier === 'some') return seen.some(one);
      if (quantifier === 'none') return !seen.some(one);
      return seen.every(one);
    });
  }

  function holds(module: Module, field: Field, value: string | null, operator: string, operand: unknown): boolean {
    const compare = field.kind === 'picklist' ? plain : comparison(field);
    const given = (one: unknown): string => operandText(registry, module, field, one);
    const equals = (one: unknown): boolean => value !== null && compare(value, given(one)) === 0;
    const lower = (one: unknown): string => String(one).toLowerCase();
    switch (operator) {
      case 'isNull':
        return (value === null) === operand;
      case 'eq':
        return equals(operand);
      case 'notEq':
        return !equals(operand);
      case 'in':
        return (operand as unknown[]).some(equals);
      case 'notIn':
        return !(operand as unknown[]).some(equals);
      case 'gt':
        return value !== null && compare(value, given(operand)) > 0;
      case 'gte':
        return value !== null && compare(value, given(operand)) >= 0;
      case 'lt':
        return value !== null && compare(value, given(operand)) < 0;
      case 'lte':
        return value !== null && compare(value, given(operand)) <= 0;
      case 'equalsIgnoreCase':
        return value !== null && lower(value) === lower(operand);
      case 'contains':
        return value !== null && lower(value).includes(lower(operand));
      case 'notContains':
        return value === null || !lower(value).includes(lower(operand));
      case 'startsWith':
        return value !== null && lower(value).startsWith(lower(operand));
      case 'endsWith':
        return value !== null && lower(value).endsWith(lower(operand));
      default:
        throw new Error(`The naive server knows no operator ${operator}.`);
    }
  }

  // Orders

  function orderOf(module: Module, orderBy: readonly Args[]): Order {
    const names: string[] = [];
    const items = orderBy.length > 0 ? orderBy : module.order.map((name) => ({ [name]: 'ASC' }));
    const terms = items.map((item) => term(module, item, names, (row) => row));
    const descending = terms.at(-1)?.descending ?? true;
    terms.push({ value: (row) => row.id, compare: plain, descending, nullsFirst: descending });
    return { terms, print: fingerprint(module.name, names.join(',')) };
  }

  function term(module: Module, item: Args, names: string[], reach: (row: Row) => Row | undefined): Term {
    const [[name, direction]] = Object.entries(item) as [[string, any]];
    const field = module.fields.get(name)!;
    names.push(name);
    if (field.kind === 'lookup') {
      return term(registry.target(field), direction as Args, names, (row) => {
        const from = reach(row);
        return from && target(field, from);
      });
    }
    names.push(direction as string);
    const [way, , nulls] = (direction as string).split('_');
    const read = (row: Row): string | null =>
      field.kind === 'picklist' ? (picklistValue(field, valueOf(field, row))?.place ?? null) : compared(module, field, row);
    return {
      value(row) {
        const reached = reach(row);
        return reached ? read(reached) : null;
      },
      compare: comparison(field),
      descending: way === 'DESC',
      nullsFirst: nulls ? nulls === 'FIRST' : way === 'DESC',
    };
  }

  // Objects of the answer

  function record(module: Module, row: Row): Source {
    return {
      type: module.name,
      get(name, args, info) {
        const list = module.relatedLists.get(name);
        const field = list?.via ?? module.fields.get(name) ?? lookupById(module, name) ?? picklistByLabel(module, name);
        if (isHidden(list ? registry.module(list.module) : module, field!)) {
          hidden.add(pathOf(info));
          return null;
        }
        if (list) return connection(registry.module(list.module), related(list, row), args);
        return fieldValue(module, field!, row, name);
      },
    };
  }

  function fieldValue(module: Module, field: Field, row: Row, name: string): unknown {
    const value = valueOf(field, row);
    if (field.kind === 'picklist' && name === labelName(field)) return picklistValue(field, value)?.label ?? null;
    if (field.kind !== 'lookup') return output(module, field, value);
    if (name === idName(field)) return value && `${registry.target(field).prefix}_${value}`;
    const found = target(field, row);
    return found ? record(registry.target(field), found) : null;
  }

  function connection(module: Module, candidates: readonly Row[], args: Args): Source {
    const rows = candidates.filter(
      (row) =>
        isVisible(module, row, (args['deleted'] as Deleted | undefined) ?? 'WITHOUT') &&
        matches(module, row, (args['filter'] as Filter | null) ?? {}),
    );
    let page: Page | undefined;
    const paged = (): Page => (page ??= pageOf(module, rows, args));
    return {
      type: `${module.name}Connection`,
      get(name, own) {
        if (name === 'totalCount') return rows.length;
        if (name === 'nodes') return paged().rows.map((row) => record(module, row));
        if (name === 'edges') return paged().rows.map((row) => edge(module, row, paged()));
        if (name === 'pageInfo') return pageInfo(paged());
        if (name === 'aggregate') return aggregate(module, rows);
        return groups(module, rows, own['by'] as string[]);
      },
    };
  }

  function pageOf(module: Module, all: readonly Row[], { first, last, after, before, orderBy }: Args): Page {
    const order = orderOf(module, (orderBy as Args[] | null | undefined) ?? []);
    const sorted = [...all].sort((a, b) => compareKeys(order, keyOf(order, a), keyOf(order, b)));
    const from = after ? sorted.filter((row) => compareKeys(order, keyOf(order, row), cursorKey(after as string)) > 0) : sorted;
    const between = before ? from.filter((row) => compareKeys(order, keyOf(order, row), cursorKey(before as string)) < 0) : from;
    const size = (first ?? last ?? 50) as number;
    const isBackward = typeof last === 'number';
    const rows = isBackward ? between.slice(-size) : between.slice(0, size);
    const isCut = rows.length < between.length;
    return {
      rows,
      hasNextPage: isBackward ? Boolean(before) : isCut,
      hasPreviousPage: isBackward ? isCut : Boolean(after),
      cursorOf(row) {
        const key = keyOf(order, row);
        const cursor = encodeCursor(order.print, key);
        cursors.push({ module: module.name, orderBy: (orderBy as object[] | null | undefined) ?? [], cursor, hasNull: key.includes(null) });
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

  const aggregate = (module: Module, rows: readonly Row[]): Source => ({
    type: `${module.name}Aggregate`,
    get: (part) =>
      part === 'count'
        ? rows.length
        : {
            type: part,
            get: (name: string) => {
              const field = module.fields.get(name) ?? lookupById(module, name);
              const values = rows.map((row) => compared(module, field, row)).filter((value) => value !== null);
              return figure(module, field, part, values);
            },
          },
  });

  function figure(module: Module, field: Field, part: string, values: readonly string[]): unknown {
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
  }

  function groups(module: Module, rows: readonly Row[], by: readonly string[]): Source[] {
    const fields = [...new Set(by)].map((name) => [...module.fields.values()].find((field) => screamingCase(field.name) === name)!);
    const found = new Map<string, Row[]>();
    for (const row of rows) {
      const key = JSON.stringify(fields.map((field) => valueOf(field, row)));
      found.set(key, [...(found.get(key) ?? []), row]);
    }
    // A picklist by its place, then by its key: a value that is no longer in the list has no place.
    const terms = fields.flatMap((field): Term[] => {
      const raw: Term = {
        value: (row) => valueOf(field, row),
        compare: field.kind === 'picklist' ? plain : comparison(field),
        descending: false,
        nullsFirst: false,
      };
      return field.kind === 'picklist'
        ? [{ ...raw, compare: comparison(field), value: (row) => picklistValue(field, valueOf(field, row))?.place ?? null }, raw]
        : [raw];
    });
    const order: Order = { terms, print: '' };
    const sorted = [...found.values()].sort(([a], [b]) => compareKeys(order, keyOf(order, a!), keyOf(order, b!)));
    return sorted.map((members) => ({
      type: `${module.name}Group`,
      get: (name) => (name === 'aggregate' ? aggregate(module, members) : groupKey(module, fields, members[0]!)),
    }));
  }

  const groupKey = (module: Module, fields: readonly Field[], row: Row): Source => ({
    type: `${module.name}GroupKey`,
    get(name) {
      const field = module.fields.get(name) ?? lookupById(module, name) ?? picklistByLabel(module, name);
      return fields.includes(field!) ? fieldValue(module, field!, row, name) : null;
    },
  });

  function byWireId(id: unknown, only: Module | undefined, deleted: Deleted): Source | null {
    const found = [...registry.modules.values()].find(({ prefix }) => String(id).startsWith(`${prefix}_`));
    if (!found?.roots || (only && found !== only)) return null;
    const row = content.row(found.name, String(id).slice(found.prefix.length + 1));
    return row && isVisible(found, row, deleted) ? record(found, row) : null;
  }

  function root(name: string, args: Args): unknown {
    if (name === 'node') return byWireId(args['id'], undefined, 'WITHOUT');
    if (name === 'nodes') return (args['ids'] as unknown[]).map((id) => byWireId(id, undefined, 'WITHOUT'));
    for (const module of registry.modules.values()) {
      if (name === module.plural) return connection(module, content.rows(module.name), args);
      if (name !== camelCase(module.name)) continue;
      if (module.singleton)
        return record(
          module,
          content.rows(module.name).find((row) => isVisible(module, row, 'WITHOUT'))!,
        );
      return byWireId(args['id'], module, args['deleted'] as Deleted);
    }
    throw new Error(`The naive server knows no ${name}.`);
  }

  return { root, hidden, cursors };
}

interface Term {
  readonly value: (row: Row) => string | null;
  readonly compare: Compare;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

interface Order {
  readonly terms: readonly Term[];
  readonly print: string;
}

type Key = readonly (string | null)[];

interface Page {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly cursorOf: (row: Row) => string;
}

const keyOf = ({ terms }: Order, row: Row): Key => terms.map(({ value }) => value(row));

/** The values in a cursor, read the way its form says. */
const cursorKey = (cursor: string): Key => (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, ...Key]).slice(1);

function compareKeys({ terms }: Order, a: Key, b: Key): number {
  for (const [index, { compare, descending, nullsFirst }] of terms.entries()) {
    const [x, y] = [a[index]!, b[index]!];
    if (x === null && y === null) continue;
    if (x === null || y === null) return (x === null) === nullsFirst ? -1 : 1;
    const difference = compare(x, y);
    if (difference !== 0) return descending ? -difference : difference;
  }
  return 0;
}

/** By code points. */
const plain: Compare = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** A field's value as PostgreSQL prints it. */
function valueOf(field: Field, row: Row): string | null {
  if (!field.custom) return row.cells[field.column]!;
  const value = row.custom[field.column] ?? null;
  if (value === null) return null;
  return field.kind === 'instant' ? postgresInstant(String(value)) : String(value);
}

/** `2027-01-31T09:30:00.500Z` → `2027-01-31 09:30:00.5+00`. */
const postgresInstant = (text: string): string => text.replace('T', ' ').replace(/\.?0*Z$/, '+00');

/** What filters, orders and figures mean: money is compared in base currency. */
const compared = (module: Module, field: Field, row: Row): string | null =>
  valueOf(field.kind === 'money' ? module.fields.get(`${field.name}InBaseCurrency`)! : field, row);

/** A value as its resolver would return it. */
function output(module: Module, field: Field, value: string | null): unknown {
  if (value === null) return null;
  if (field.kind === 'id') return `${module.prefix}_${value}`;
  if (field.kind === 'integer') return Number(value);
  if (field.kind === 'boolean') return value === 'true';
  return field.kind === 'instant' ? isoInstant(value) : value;
}

/** An operand in the form of the values it is compared with. An id of another module is nobody's. */
function operandText(registry: Registry, module: Module, field: Field, operand: unknown): string {
  if (field.kind === 'instant') return postgresInstant(String(operand));
  if (field.kind !== 'id' && field.kind !== 'lookup') return String(operand);
  const { prefix } = field.kind === 'id' ? module : registry.target(field);
  return String(operand).startsWith(`${prefix}_`) ? String(operand).slice(prefix.length + 1) : 'nobody';
}

const lookupById = (module: Module, name: string): Field =>
  [...module.fields.values()].find((field) => field.kind === 'lookup' && idName(field) === name)!;
const picklistByLabel = (module: Module, name: string): Field =>
  [...module.fields.values()].find((field) => field.kind === 'picklist' && labelName(field) === name)!;

/** The path of a field in the answer, without the indexes of rows. */
function pathOf({ path }: GraphQLResolveInfo): string {
  const keys: (string | number)[] = [];
  for (let at: typeof path | undefined = path; at; at = at.prev) if (typeof at.key === 'string') keys.unshift(at.key);
  return keys.join('.');
}
