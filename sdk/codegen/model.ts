import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

import { createListOf, type ListOf } from './lists.js';
import { referencesOf, type Reference } from './references.js';

export type ObjectType = GraphQLObjectType | GraphQLInterfaceType;
export type Field = GraphQLField<unknown, unknown>;

/** A record with root fields, by its names: `Deal`, `deal`, `deals`. */
export interface RecordModel {
  readonly type: GraphQLObjectType;
  readonly one: string;
  readonly many: string;
}

/** A root field that has a function of its own. */
export interface VerbModel {
  readonly kind: 'query' | 'mutation' | 'open';
  readonly field: Field;
  /** The one field of a payload that holds nothing else: the function answers that. */
  readonly unwrapped: Field | null;
}

export interface Model {
  readonly schema: GraphQLSchema;
  readonly records: readonly RecordModel[];
  readonly verbs: readonly VerbModel[];
  /** What is to be said of a record's lists where they are as others are. */
  readonly listOf: ListOf;
  /** The references of all types, each once. */
  readonly references: readonly Reference[];
  /** The record that a type belongs to, going by its name; null for what they share. */
  ownerOf(typeName: string): RecordModel | null;
}

export function createModel(schema: GraphQLSchema, listOf: ListOf = createListOf(schema)): Model {
  const records = recordsOf(schema);
  const byName = records.toSorted((a, b) => b.type.name.length - a.type.name.length);
  const covered = new Set(
    records.flatMap((record) => [record.one, record.many, ...Object.values(operationsOf(schema, record)).map(({ name }) => name)]),
  );
  const verbs = [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    fieldsOf(root!).flatMap((field) => {
      // What answers any record at all needs fragments: that is a document's business.
      if (covered.has(field.name) || isInterfaceType(getNamedType(field.type))) return [];
      const kind = root === schema.getQueryType() ? 'query' : isOpen(field) ? 'open' : 'mutation';
      return [{ kind, field, unwrapped: kind === 'query' ? null : onlyLink(field.type) } satisfies VerbModel];
    }),
  );
  return {
    schema,
    records,
    verbs,
    listOf,
    references: referencesOf(schema),
    ownerOf: (name) => byName.find(({ type }) => name.startsWith(type.name) && !/^[a-z]/.test(name.slice(type.name.length))) ?? null,
  };
}

/** Whether callers who are not signed in send a mutation: those that give a session. */
export const isOpen = ({ type }: Field): boolean => getNamedType(type).name === 'SignInPayload';

export const fieldsOf = (type: ObjectType): Field[] => Object.values(type.getFields());

/** The interfaces whose fields a type has; that it can be read by its id, all records have in common. */
export const basesOf = (type: ObjectType): readonly GraphQLInterfaceType[] => type.getInterfaces().filter(({ name }) => name !== 'Node');

export const isLeaf = (type: GraphQLOutputType): boolean => isScalarType(getNamedType(type)) || isEnumType(getNamedType(type));

/** Whether a type is a record, whose relations are chosen and never read unasked. */
export const isRecord = (type: ObjectType): boolean => isInterfaceType(type) || type.getInterfaces().some(({ name }) => name === 'Node');

/** The type behind a field, if it is one with fields of its own. */
export function objectOf(type: GraphQLOutputType): ObjectType | null {
  const named = getNamedType(type);
  return isObjectType(named) || isInterfaceType(named) ? named : null;
}

/**
 * The fields that are answered unless a selection says otherwise: plain ones, and what belongs to the thing itself. Records
 * and lists that take arguments are left to be chosen.
 */
export function plainFields(type: ObjectType, above: readonly ObjectType[] = []): Field[] {
  return fieldsOf(type).filter((field) => {
    const object = objectOf(field.type);
    if (!object) return field.args.length === 0;
    return field.args.length === 0 && !isRecord(object) && !above.includes(object) && plainFields(object, [...above, type]).length > 0;
  });
}

/** The same as a selection: `code message fields{code message}`. */
export const plainSelection = (type: ObjectType, above: readonly ObjectType[] = []): string =>
  plainFields(type, above)
    .map((field) => {
      const object = objectOf(field.type);
      return object ? `${field.name}{${plainSelection(object, [...above, type])}}` : field.name;
    })
    .join(' ');

/** The records that something consists of which has nothing plain: their ids are answered in its place. */
export const soleRecords = (type: ObjectType): Field[] =>
  plainFields(type).length > 0
    ? []
    : fieldsOf(type).filter((field) => {
        const object = objectOf(field.type);
        return object && isObjectType(object) && isRecord(object) && field.args.length === 0;
      });

/** What is answered of a thing unless a selection says otherwise. */
export const standardSelection = (type: ObjectType): string =>
  plainSelection(type) ||
  soleRecords(type)
    .map(({ name }) => `${name}{id}`)
    .join(' ');

function recordsOf(schema: GraphQLSchema): RecordModel[] {
  const roots = fieldsOf(schema.getQueryType()!);
  return roots.flatMap((field) => {
    const { type } = field;
    if (!isObjectType(type) || !isRecord(type)) return [];
    const list = roots.find((other) => getNamedType(other.type).name === `${type.name}Connection`);
    return list ? [{ type, one: field.name, many: list.name }] : [];
  });
}

function onlyLink(type: GraphQLOutputType): Field | null {
  const payload = objectOf(type);
  const [only, ...others] = payload ? fieldsOf(payload) : [];
  return only && others.length === 0 && objectOf(only.type) ? only : null;
}

/** The mutations of a record that are asked as those of any record are. */
export type Operation =
  | 'create'
  | 'createMany'
  | 'update'
  | 'updateMany'
  | 'clone'
  | 'upsert'
  | 'upsertMany'
  | 'delete'
  | 'deleteMany'
  | 'restore'
  | 'restoreMany';

/** What an upsert takes: the input of an update, unless a record has what is said only when it is made. */
export const upsertInputOf = (schema: GraphQLSchema, name: string): string =>
  schema.getType(`${name}UpsertInput`) ? `${name}UpsertInput` : `${name}UpdateInput`;

export function operationsOf(schema: GraphQLSchema, { type: { name }, many }: RecordModel): Partial<Record<Operation, Field>> {
  const Many = many[0]!.toUpperCase() + many.slice(1);
  const [one, all] = [`${name}Payload`, `${name}BulkPayload`];
  const create = `input:${name}CreateInput! dryRun?:Boolean!`;
  const inputs = (type: string) => `inputs:[${type}!]! onError:OnError! dryRun:Boolean!`;
  const reference = 'id:ID! expectedVersion:Int';
  const [deleting, restoring] = ['restrictIfChildren:Boolean!', 'withParents:Boolean!'];
  const references = `items:[${name}Reference!]! onError:OnError!`;
  const conventions: Record<Operation, readonly [field: string, args: string, payload: string]> = {
    create: [`create${name}`, create, one],
    createMany: [`create${Many}`, inputs(`${name}CreateInput`), all],
    update: [`update${name}`, `${reference} input:${name}UpdateInput! dryRun?:Boolean!`, one],
    updateMany: [`update${Many}`, `items:[${name}UpdateItem!]! onError:OnError! dryRun:Boolean!`, all],
    clone: [`clone${name}`, `id:ID! input:${name}UpdateInput! dryRun:Boolean!`, one],
    upsert: [`upsert${name}`, `by:${name}UpsertBy input:${upsertInputOf(schema, name)}! dryRun:Boolean!`, `${name}UpsertPayload`],
    upsertMany: [`upsert${Many}`, `by:${name}UpsertBy ${inputs(upsertInputOf(schema, name))}`, `${name}UpsertBulkPayload`],
    delete: [`delete${name}`, `${reference} ${deleting}`, one],
    deleteMany: [`delete${Many}`, `${references} ${deleting}`, all],
    restore: [`restore${name}`, `${reference} ${restoring}`, one],
    restoreMany: [`restore${Many}`, `${references} ${restoring}`, all],
  };
  const mutations = schema.getMutationType()!.getFields();
  const found = Object.entries(conventions).flatMap(([operation, [field, args, payload]]) => {
    const mutation = mutations[field];
    return mutation && getNamedType(mutation.type).name === payload && takes(mutation.args, args) ? [[operation, mutation]] : [];
  });
  return Object.fromEntries(found) as Partial<Record<Operation, Field>>;
}

/** Whether a field takes these arguments and no others; those with a `?` it may lack. */
function takes(args: readonly GraphQLArgument[], expected: string): boolean {
  const left = new Map(args.map(({ name, type }) => [name, String(type)]));
  for (const one of expected.split(' ')) {
    const [name = '', type = ''] = one.split(':');
    const key = name.replace('?', '');
    if (left.get(key) !== type && !(key !== name && !left.has(key))) return false;
    left.delete(key);
  }
  return left.size === 0;
}
