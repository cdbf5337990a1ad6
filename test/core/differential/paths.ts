import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { screamingCase } from '../../../server/core/names.js';
import type { Registry } from '../../../server/core/registry.js';
import { resolvedRoots } from './expected-use.js';

/** Finds the choices that lead the generator from the root to an item; null where no choice does. */
export type PathFinder = (item: string) => readonly string[] | null;

/** Inputs that are not walked into: the aggregates that groups are sorted and chosen by are counted together. */
const closedInputs = /Group(?:Key|Count|Number|Range)?(?:Order|Having)$/;

export function createPathFinder(schema: GraphQLSchema, registry: Registry): PathFinder {
  const toTypes = pathsToTypes(schema);
  const toInputs = pathsToInputs(schema, toTypes);

  const toGroupField = (type: string, name: string): readonly string[] | null => {
    const module = type.slice(0, -'GroupField'.length);
    const path = toTypes.get(`${module}Connection`);
    return path ? [...path, `field:${module}Connection.groups`, `by:${type}.${name}`] : null;
  };

  const toBucket = (kind: string): readonly string[] | null => {
    for (const module of registry.modules.values()) {
      const type = schema.getType(`${module.name}GroupField`);
      const field = [...module.fields.values()].find((one) => one.kind === kind && !one.custom);
      if (!field || !isEnumType(type) || !type.getValue(screamingCase(field.name))) continue;
      const path = toGroupField(type.name, screamingCase(field.name));
      if (path) return path;
    }
    return null;
  };

  return (item) => {
    const [, kind, type = '', name = ''] = /^(field|input|by|bucket):(\w+)[. ](\w+)$/.exec(item) ?? [];
    switch (kind) {
      case 'field':
        if (type.endsWith('GroupKey')) return extended(groupedBy(schema, type, name, toTypes.get(type)), item);
        return extended(name === 'inOwnCurrency' ? extended(toTypes.get(type), currencyKey(type))! : toTypes.get(type), item);
      case 'input':
        // Both are in every argument `by`.
        if (type.endsWith('GroupBy'))
          return extended(toTypes.get(`${type.slice(0, -'GroupBy'.length)}Connection`), fieldItemOfGroups(type));
        return extended(toInputs.get(type), item);
      case 'by':
        return toGroupField(type, name);
      case 'bucket':
        return extended(toBucket(type) ?? undefined, item);
      default:
        return null;
    }
  };
}

const extended = (path: readonly string[] | undefined, step: string): readonly string[] | null => (path ? [...path, step] : null);

const currencyKey = (groupType: string): string => `by:${groupType}Field.CURRENCY`;

/** The way to the key of groups, by the field that this part of the key is of: only that may be selected. */
function groupedBy(
  schema: GraphQLSchema,
  keyType: string,
  part: string,
  path: readonly string[] | undefined,
): readonly string[] | undefined {
  const fields = `${keyType.slice(0, -'Key'.length)}Field`;
  const type = schema.getType(fields);
  const names = ['', 'Period', 'Label', 'Id']
    .filter((end) => part.endsWith(end))
    .map((end) => screamingCase(part.slice(0, part.length - end.length)));
  const name = names.find((one) => isEnumType(type) && type.getValue(one));
  return path && [...path.slice(0, -1), `by:${fields}.${name}`, ...path.slice(-1)];
}

const fieldItemOfGroups = (type: string): string => `field:${type.slice(0, -'GroupBy'.length)}Connection.groups`;

/** The shortest way to each object type, by selections from the root. */
function pathsToTypes(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const query = schema.getQueryType()!;
  const paths = new Map<string, readonly string[]>([[query.name, []]]);
  for (const name of paths.keys()) {
    const type = schema.getType(name) as GraphQLObjectType;
    for (const field of Object.values(type.getFields())) {
      const target = getNamedType(field.type);
      if (!isObjectType(target) || paths.has(target.name) || (type === query && resolvedRoots.includes(field.name))) continue;
      // Amounts in the records' own currency are there for groups by currency only.
      const grouping = field.name === 'inOwnCurrency' ? [currencyKey(type.name)] : [];
      const path = name.endsWith('GroupKey') ? groupedBy(schema, name, field.name, paths.get(name))! : paths.get(name)!;
      paths.set(target.name, [...path, ...grouping, `field:${type.name}.${field.name}`]);
    }
  }
  return paths;
}

/** The shortest way to each input, by the arguments of the types' fields. */
function pathsToInputs(schema: GraphQLSchema, toTypes: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>();
  const add = (type: GraphQLInputObjectType, path: readonly string[]): void => {
    if (!paths.has(type.name) && !closedInputs.test(type.name)) paths.set(type.name, path);
  };
  for (const [name, path] of toTypes) {
    for (const field of Object.values((schema.getType(name) as GraphQLObjectType).getFields()) as GraphQLField<unknown, unknown>[]) {
      if (!getNamedType(field.type).name.endsWith('Connection')) continue;
      for (const argument of field.args) {
        const type = getNamedType(argument.type);
        if (isInputObjectType(type)) add(type, [...path, `field:${name}.${field.name}`, `argument:${argument.name}`]);
      }
    }
  }
  for (const [name, path] of paths) {
    for (const field of Object.values((schema.getType(name) as GraphQLInputObjectType).getFields())) {
      const type = getNamedType(field.type);
      if (isInputObjectType(type)) add(type, [...path, `input:${name}.${field.name}`]);
    }
  }
  return paths;
}
