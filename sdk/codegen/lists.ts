import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { fieldsOf, type ObjectType } from './model.js';
import { referenceOf } from './references.js';

/** What sdk/src/list-types.ts has to be told of a record to have the types of its lists. */
export interface ListModel {
  /** Names of fields by kind. */
  readonly names: Readonly<Record<Kind, readonly string[]>>;
  /** The conditions on an id. */
  readonly id: string;
  /** The conditions on fields of few values. */
  readonly codes: ReadonlyMap<string, string>;
  readonly picklists: ReadonlyMap<string, string>;
  /** The records that fields name, and those of its lists. */
  readonly lookups: ReadonlyMap<string, string>;
  /** Fields that lead to records of several types, and the conditions on those. */
  readonly references: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, string>;
  /** Conditions of its own. */
  readonly others: readonly string[];
}

export type Kind = 'text' | 'longText' | 'flag' | 'day' | 'moment' | 'whole' | 'decimal' | 'money';
export type ListOf = (name: string) => ListModel | null;

/** The types that a list is made of and that nothing else has a use for. */
const inner = [
  ...['Aggregate', 'Avg', 'Connection', 'CountDistinct', 'Edge', 'Group', 'GroupCountHaving', 'GroupCountOrder', 'GroupKey'],
  ...['GroupKeyOrder', 'GroupNumberHaving', 'GroupNumberOrder', 'GroupRangeHaving', 'GroupRangeOrder', 'Max', 'Min'],
  ...['MoneyAggregate', 'MoneyFigures', 'Sum'],
];
/** Those that people write. */
const outer = ['Filter', 'GroupBy', 'GroupHaving', 'GroupOrder', 'Order'];

/** What all records have. */
const common = { moment: ['createdAt', 'deletedAt', 'modifiedAt'], whole: ['version'], author: ['createdBy', 'modifiedBy'] };

/** The part of a list that a type is, and of which record: `VendorGroupKey` is the `GroupKey` of `Vendor`. */
export function partOf(listOf: ListOf, typeName: string): { readonly of: string; readonly part: string } | null {
  const found = [...inner, ...outer].filter((part) => typeName.endsWith(part) && listOf(typeName.slice(0, -part.length)));
  const [part] = found.sort((a, b) => b.length - a.length);
  return part ? { of: typeName.slice(0, -part.length), part } : null;
}

export const isInner = (part: string): boolean => inner.includes(part);

/** Finds the lists that are asked and answer as sdk/src/list-types.ts says; those of other records are null. */
export function createListOf(schema: GraphQLSchema): ListOf {
  const known = new Map<string, ListModel | null>();
  return (name) => {
    if (!known.has(name)) known.set(name, find(schema, name));
    return known.get(name)!;
  };
}

function find(schema: GraphQLSchema, name: string): ListModel | null {
  const record = schema.getType(name);
  const isListed = isObjectType(record) && [`${name}Connection`, `${name}Filter`, `${name}Order`].every((type) => schema.getType(type));
  if (!isListed) return null;
  const list = describe(schema, name);
  const expected = partsOf(schema, name, list);
  const isAlike = [...inner, ...outer].every((part) => textOf(schema.getType(name + part)) === textOfMembers(expected[part]));
  return isAlike && asked(schema, name) === askedAs(name) ? list : null;
}

type Members = Readonly<Record<string, string>>;

/** The fields of a type with their types; those of inputs that have a default end with `=`. */
function membersOf(type: GraphQLNamedType | undefined): Members {
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, typeOf(field)]));
  if (!isObjectType(type)) return {};
  return Object.fromEntries(fieldsOf(type).map((field) => [field.name, String(field.type)]));
}

const typeOf = ({ type, defaultValue }: GraphQLArgument | GraphQLInputField): string =>
  String(type) + (defaultValue === undefined ? '' : '=');

const textOfMembers = (members: Members = {}): string =>
  Object.entries(members)
    .map(([name, type]) => `${name}:${type}`)
    .sort()
    .join(' ');
const textOf = (type: GraphQLNamedType | undefined): string => textOfMembers(membersOf(type));

/** The fields of a record by kind, going by the conditions on them. */
function describe(schema: GraphQLSchema, name: string): ListModel {
  const [record, filter, order] = ['', 'Filter', 'Order'].map((part) => membersOf(schema.getType(name + part)));
  const money = membersOf(schema.getType(`${name}MoneyFigures`));
  const kinds: Readonly<Record<string, (field: string) => Kind>> = {
    StringFilter: (field) => (order![field] ? 'text' : 'longText'),
    BooleanFilter: () => 'flag',
    DateFilter: () => 'day',
    DateTimeFilter: () => 'moment',
    IntFilter: () => 'whole',
    DecimalFilter: (field) => (money[field] ? 'money' : 'decimal'),
  };
  const type = schema.getType(name) as ObjectType;
  const names: Record<Kind, string[]> = { text: [], longText: [], flag: [], day: [], moment: [], whole: [], decimal: [], money: [] };
  const [codes, picklists, lookups, references, lists] = [0, 1, 2, 3, 4].map(() => new Map<string, string>());
  const others: string[] = [];
  const isQuantified = (type: string, target: string) =>
    type === `${target}ListFilter` && textOf(schema.getType(type)) === `every:${target}Filter none:${target}Filter some:${target}Filter`;
  const isCommon = (field: string) => [...Object.values(common).flat(), 'and', 'id', 'not', 'or'].includes(field);
  for (const [field, condition] of Object.entries(filter!)) {
    const kind = kinds[condition]?.(field);
    const output = type.getFields()[field];
    const target = getNamedType(output?.type)?.name;
    const reference = output && referenceOf(schema, type, output);
    if (isCommon(field) || (field.endsWith('Id') && filter![field.slice(0, -2)])) continue;
    if (kind) names[kind].push(field);
    else if (target && condition === `${target}Filter` && schema.getType(`${target}Connection`)) lookups!.set(field, target);
    else if (reference && condition === `${reference.name}Filter`) references!.set(field, condition);
    else if (target?.endsWith('Connection') && isQuantified(condition, target.slice(0, -10))) lists!.set(field, target.slice(0, -10));
    else if (order![field] === 'SortOrder') (record![`${field}Label`] ? picklists! : codes!).set(field, condition);
    else others.push(field);
  }
  const id = filter!['id'] ?? '';
  return { names, id, codes: codes!, picklists: picklists!, lookups: lookups!, references: references!, lists: lists!, others };
}

/** What the parts of a list are in sdk/src/list-types.ts, in the words of the schema. */
function partsOf(
  schema: GraphQLSchema,
  name: string,
  { names, id, codes, picklists, lookups, references, lists, others }: ListModel,
): Readonly<Record<string, Members>> {
  const filter = membersOf(schema.getType(`${name}Filter`));
  const record = (schema.getType(name) as ObjectType).getFields();
  const all = (type: string, fields: Iterable<string>): Members => Object.fromEntries([...fields].map((field) => [field, type]));
  const own = (fields: readonly string[]): Members =>
    Object.fromEntries(fields.map((field) => [field, record[field] ? String(getNullableType(record[field].type)) : 'missing']));
  const same = (from: Members, fields: readonly string[]): Members =>
    Object.fromEntries(fields.map((field) => [field, from[field] ?? 'missing']));
  const idOf = (target: string) => membersOf(schema.getType(`${target}Filter`))['id'] ?? 'missing';

  const targets = new Map([...common.author.map((author) => [author, 'User'] as const), ...lookups]);
  const ids = [...targets.keys(), ...references.keys()].map((lookup) => `${lookup}Id`);
  const code = [...codes.keys(), ...picklists.keys()];
  const moment = [...names.moment, ...common.moment];
  const whole = [...names.whole, ...common.whole];
  const decimal = [...names.decimal, ...names.money];
  const counted = [...whole, ...decimal];
  const ranged = [...names.text, ...names.day, ...moment, ...counted];
  const distinct = [...names.text, ...names.day, ...code, ...counted, ...ids];
  const key = [...names.text, ...names.flag, ...names.day, ...code, ...moment, ...whole];
  const mapped = (type: (target: string) => string): Members =>
    Object.fromEntries([...targets].map(([field, target]) => [field, type(target)]));
  const [group, figures, having, orderOf] = [`${name}Group`, `${name}MoneyFigures!`, `${name}Group%Having`, `${name}Group%Order`];
  const parted = (type: string, number: string, count: string, range: string): Members => ({
    ...all(type.replace('%', 'Number'), number.split(' ')),
    ...all(type.replace('%', 'Count'), count.split(' ')),
    ...all(type.replace('%', 'Range'), range.split(' ')),
  });
  // Records of several types go by their display names.
  const keyOrder = { ...all('SortOrder', [...key, ...references.keys()]), ...mapped((target) => `${target}Order`) };
  const isMoney = names.money.length > 0;
  return {
    Filter: {
      ...{ and: `[${name}Filter!]`, or: `[${name}Filter!]`, not: `${name}Filter`, id },
      ...all('StringFilter', [...names.text, ...names.longText]),
      ...{ ...all('BooleanFilter', names.flag), ...all('DateFilter', names.day), ...all('DateTimeFilter', moment) },
      ...{ ...all('IntFilter', whole), ...all('DecimalFilter', decimal), ...same(filter, [...code, ...others]) },
      ...mapped((target) => `${target}Filter`),
      ...Object.fromEntries([...targets].map(([field, target]) => [`${field}Id`, idOf(target)])),
      ...Object.fromEntries(references),
      ...all(
        'IDFilter',
        [...references.keys()].map((field) => `${field}Id`),
      ),
      ...Object.fromEntries([...lists].map(([field, target]) => [field, `${target}ListFilter`])),
    },
    Order: { ...keyOrder, ...all('SortOrder', ['id', ...decimal]) },
    Connection: {
      ...{ aggregate: `${name}Aggregate!`, edges: `[${name}Edge!]!`, groups: `[${group}!]!`, nodes: `[${name}!]!` },
      ...{ pageInfo: 'PageInfo!', totalCount: 'Int!' },
    },
    Edge: { cursor: 'Cursor!', node: name },
    Aggregate: {
      ...{ avg: `${name}Avg!`, count: 'Int!', countDistinct: `${name}CountDistinct!` },
      ...{ max: `${name}Max!`, min: `${name}Min!`, sum: `${name}Sum!` },
    },
    Avg: all('Decimal', counted),
    Sum: { ...all('Long', whole), ...all('Decimal', decimal) },
    CountDistinct: all('Int', distinct),
    Max: own(ranged),
    Min: own(ranged),
    Group: { aggregate: `${name}Aggregate!`, key: `${group}Key!`, ...(isMoney && { inOwnCurrency: `${name}MoneyAggregate!` }) },
    GroupKey: {
      ...own([...key, ...ids, ...targets.keys(), ...references.keys(), ...[...picklists.keys()].map((field) => `${field}Label`)]),
      ...all(
        'GroupPeriod',
        [...names.day, ...moment].map((field) => `${field}Period`),
      ),
    },
    MoneyAggregate: isMoney ? { avg: figures, max: figures, min: figures, sum: figures } : {},
    MoneyFigures: all('Decimal', names.money),
    GroupBy: { bucket: 'DateBucket', field: `${group}Field!` },
    GroupHaving: {
      ...{ and: `[${group}Having!]`, or: `[${group}Having!]`, not: `${group}Having`, count: 'IntFilter' },
      ...parted(having, 'avg sum', 'countDistinct', 'max min'),
    },
    GroupOrder: { count: 'SortOrder', key: `${group}KeyOrder`, ...parted(orderOf, 'avg sum', 'countDistinct', 'max min') },
    GroupCountHaving: all('IntFilter', distinct),
    GroupCountOrder: all('SortOrder', distinct),
    GroupNumberHaving: all('DecimalFilter', counted),
    GroupNumberOrder: all('SortOrder', counted),
    GroupRangeHaving: same(filter, ranged),
    GroupRangeOrder: all('SortOrder', ranged),
    GroupKeyOrder: keyOrder,
  };
}

/** The ways to come to the parts of a list from elsewhere, and with which arguments. */
function asked(schema: GraphQLSchema, name: string): string {
  const parts = new Set(inner.map((part) => name + part));
  const ways = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? fieldsOf(type).flatMap((field) => {
          const target = getNamedType(field.type).name;
          const isWay = parts.has(target) && (field.args.length > 0 || !parts.has(type.name));
          const args = field.args.map((arg) => `${arg.name}:${typeOf(arg)}`);
          return isWay ? [`${target}(${args.sort().join(' ')})`] : [];
        })
      : [],
  );
  return [...new Set(ways)].sort().join(' ');
}

const askedAs = (name: string): string =>
  [
    `${name}Connection(after:Cursor before:Cursor deleted:DeletedRecords!= filter:${name}Filter first:Int last:Int orderBy:[${name}Order!])`,
    `${name}Group(by:[${name}GroupBy!]! emptyBuckets:Boolean!= first:Int having:${name}GroupHaving orderBy:[${name}GroupOrder!])`,
  ].join(' ');
