import { isEnumType, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';
import { DateBucket } from '../../../server/core/enums.js';
import { refusalReasons } from './refusals.js';

/** Whatever the schema offers and a document can be made of, by the names that `coverage` counts it under; and how often at least. */
export const expectedUse = (schema: GraphQLSchema): ReadonlyMap<string, number> =>
  new Map([
    ...[...fieldsOf(schema), ...groupFieldsOf(schema), ...buckets, ...refusals].map((item) => [item, 1] as const),
    ...often.map((item) => [item, 3] as const),
  ]);

/** Writes, and roots that are resolved in TypeScript. */
const otherTypes =
  /^(Mutation|.*Payload|.*Result|.*Input|.*Item|.*Reference|RowError|InputFault|Session|CostEstimate|UniqueField|File|Import.*|.*UpsertBy|Viewer|ViewerSettings|Credential|ApiKey|Enumeration.*|Picklist.*|Preview.*|(Module|Field|Lookup|Reference|RelatedList|Summary|Figure|Mutation|Argument)Info|__.*)$/;
/** Root fields that are resolved in TypeScript: their own tests say what they answer. */
export const resolvedRoots: readonly string[] = [
  'picklist',
  'picklists',
  'estimateCost',
  'enumeration',
  'module',
  'modules',
  'viewerSettings',
  'viewer',
  'sessions',
  'apiKeys',
  'uniqueFields',
  'file',
  'previewImport',
  'previewTotals',
];

/** Each field of each object and of each input. The quantifiers of lists are counted together. */
function fieldsOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (otherTypes.test(type.name) || type.name.endsWith('ListFilter')) return [];
    // The figures that groups are sorted and chosen by are counted together.
    if (/Group(Key|Count|Number|Range)?(Order|Having)$/.test(type.name)) return [];
    if (!isObjectType(type) && !isInputObjectType(type)) return [];
    const kind = isObjectType(type) ? 'field' : 'input';
    const names = Object.keys(type.getFields()).filter((name) => !resolvedRoots.includes(name));
    return names.map((name) => `${kind}:${type.name}.${name}`);
  });
}

const groupFieldsOf = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isEnumType(type) && type.name.endsWith('GroupField') ? type.getValues().map(({ name }) => `by:${type.name}.${name}`) : [],
  );

const buckets = ['date', 'instant'].flatMap((kind) => Object.keys(DateBucket.values).map((unit) => `bucket:${kind} ${unit}`));

const refusals = refusalReasons().map((reason) => `refused:${reason}`);

const often = Object.entries({
  construct: `alias, odd alias, __typename, @include, @skip, inline fragment, named fragment, fragment used again, fragment on a possible type,
    fragment on the interface, same key twice, several roots, several operations, every leaf`,
  'group order': 'key, count, countDistinct, sum, avg, min, max',
  having: 'and, or, not, count, countDistinct, sum, avg, min, max',
  argument: 'emptyBuckets, having, groups orderBy, groups first, first, last, after, before, filter, orderBy, deleted, id, ids',
  quantifier: 'some, none, every',
  value: `leaf as literal, list as literal, object as literal, null as literal, leaf as variable, list as variable, object as variable,
    null as variable, one item for a list`,
  variable: `given, given non-null, given with default, missing, missing with default, missing with default non-null, used twice`,
  cursor: 'of an empty value, both',
  order: 'through a lookup',
  filter: 'empty',
}).flatMap(([kind, names]) => names.split(/,\s*/).map((name) => `${kind}:${name}`));
