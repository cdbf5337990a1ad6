import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLSchema,
} from 'graphql';
import { fieldsOf, type Field, type ObjectType } from './model.js';

/** The types that a reference may lead to. */
export interface Reference {
  /** `LeadOrContact`, as in the name of the conditions on it. */
  readonly name: string;
  /** The fields that all of the types have. */
  readonly common: GraphQLInterfaceType;
  readonly types: readonly string[];
}

/**
 * Returns the types that a field with an interface may lead to; null for other fields. The conditions on the field name them,
 * in lists and in the keys of groups; without conditions it is every type that has the interface.
 */
export function referenceOf(schema: GraphQLSchema, of: ObjectType, field: Field): Reference | null {
  const common = getNamedType(field.type);
  if (!isInterfaceType(common)) return null;
  const filter = referenceFilter(schema, of.name.replace(/GroupKey$/, ''), field.name);
  if (!filter) return { name: `Any${common.name}`, common, types: schema.getPossibleTypes(common).map(({ name }) => name) };
  const conditions = Object.values(filter.getFields()).filter(({ name }) => name !== 'module');
  const types = conditions.map(({ type }) => getNamedType(type).name.replace(/Filter$/, ''));
  return { name: filter.name.replace(/Filter$/, ''), common, types };
}

/** The references of all types, each once. */
export function referencesOf(schema: GraphQLSchema): readonly Reference[] {
  const roots: unknown[] = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const all = Object.values(schema.getTypeMap()).flatMap((type) =>
    'getInterfaces' in type && !roots.includes(type)
      ? fieldsOf(type).flatMap((field) => {
          const reference = referenceOf(schema, type, field);
          return reference ? [[reference.name, reference] as const] : [];
        })
      : [],
  );
  return [...new Map(all).values()];
}

/** The names of fields that differ between the types of an interface: one selection cannot have them of several types. */
export function clashesOf(schema: GraphQLSchema, common: GraphQLInterfaceType): string[] {
  const fields = schema.getPossibleTypes(common).flatMap(fieldsOf);
  return fields
    .filter((field) => fields.some(({ name, type }) => name === field.name && String(type) !== String(field.type)))
    .map(({ name }) => name);
}

/** The conditions on a reference: one on the module, and one for each type. */
function referenceFilter(schema: GraphQLSchema, of: string, field: string): GraphQLInputObjectType | null {
  const filters = schema.getType(`${of}Filter`);
  const filter = isInputObjectType(filters) ? getNamedType(filters.getFields()[field]?.type) : undefined;
  return isInputObjectType(filter) && filter.getFields()['module'] ? filter : null;
}
