import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString } from 'graphql';
import { registerEnumType } from 'type-graphql';
import { DeletedRecords, SortOrder } from '../enums.js';
import { fieldType, filterName, scalarOf, type Aggregate } from '../field-types.js';
import { idName, inputName, isNeeded, labelName, partName } from '../fields.js';
import { camelCase as camel, pascalCase, screamingCase, withArticle } from '../names.js';
import type { Field, Module, Registry, RelatedList } from '../registry.js';
import { CursorScalar, DecimalScalar, LongScalar } from '../scalars.js';
import { MAX_NESTED } from '../write/nested.js';
import { declareArgs, declareField, declareInput, declareObject, type ClassRef, type FieldSpec } from './type-builder.js';

/** The classes made for one module, as its resolver needs them. */
export interface ModuleTypes {
  readonly connection: ClassRef;
  readonly listArgs: ClassRef;
  readonly createInput: ClassRef;
  readonly updateInput: ClassRef;
  readonly updateItem: ClassRef;
  readonly reference: ClassRef;
  readonly payload: ClassRef;
  readonly bulkPayload: ClassRef;
}

type Specs = Record<string, FieldSpec>;

const aggregateParts: readonly { part: Aggregate; description: string }[] = [
  { part: 'countDistinct', description: 'How many different values there are, per field.' },
  { part: 'sum', description: 'The sum, per field; money in base currency.' },
  { part: 'avg', description: 'The average, per field, to six decimals; money in base currency.' },
  { part: 'min', description: 'The smallest value, per field; money in base currency.' },
  { part: 'max', description: 'The greatest value, per field; money in base currency.' },
];

/** Makes every GraphQL class that follows from the registry. Call once, before `buildSchema`. */
export function declareTypes(registry: Registry, issueType: ClassRef): ReadonlyMap<string, ModuleTypes> {
  const known = declaredFor.get(registry);
  if (known) return known;
  const types = new Map<string, ModuleTypes>();
  const inputs = new Map<string, ClassRef>();
  const pageInfo = declareObject('PageInfo', 'Where a page lies in its list.', {
    hasNextPage: { type: () => GraphQLBoolean, nullable: false, description: 'Whether there are records after this page.' },
    hasPreviousPage: {
      type: () => GraphQLBoolean,
      nullable: false,
      description: 'Whether there are records before this page; when paging forward, whether `after` was given.',
    },
    startCursor: { type: () => CursorScalar, description: 'The cursor of the first record.' },
    endCursor: { type: () => CursorScalar, description: 'The cursor of the last record; give it back as `after`.' },
  });

  const filterOf = (field: Field): ClassRef => {
    const name = filterName(field);
    const existing = inputs.get(name);
    if (existing) return existing;
    const made = declareInput(name, `Conditions on one ${name.replace(/Filter$/, '')} value; all given ones must hold.`, operators(field));
    inputs.set(name, made);
    return made;
  };

  for (const module of registry.modules.values()) {
    const { name } = module;
    const related = (target: string, suffix: string) => () => inputs.get(`${target}${suffix}`)!;
    inputs.set(`${name}Filter`, declareInput(`${name}Filter`, `Conditions on ${module.plural}; all given ones must hold.`, filterFields(registry, module, filterOf, related)));
    inputs.set(`${name}ListFilter`, declareInput(`${name}ListFilter`, `Conditions on a list of ${module.plural}.`, listFilterFields(related(name, 'Filter'))));
    inputs.set(`${name}Order`, declareInput(`${name}Order`, `One term of an order of ${module.plural}: exactly one field.`, orderFields(registry, module, related)));
  }

  for (const module of registry.modules.values()) {
    const { name } = module;
    const edge = declareObject(`${name}Edge`, `One of the ${module.plural} of a page.`, {
      node: { type: () => module.type, description: 'The record.' },
      cursor: { type: () => CursorScalar, nullable: false, description: 'Its place in the list.' },
    });
    const aggregate = declareAggregate(module);
    const connection = declareObject(`${name}Connection`, `A page of ${module.plural}, and figures about the whole list.`, {
      edges: { type: () => [edge], nullable: false, description: 'The records of the page with their cursors.' },
      nodes: { type: () => [module.type], nullable: false, description: 'The records of the page.' },
      pageInfo: { type: () => pageInfo, nullable: false, description: 'Where the page lies in the list.' },
      totalCount: { type: () => GraphQLInt, nullable: false, description: 'How many records the whole list has.' },
      aggregate: { type: () => aggregate, nullable: false, description: 'Figures about the whole list.' },
      ...groupsField(registry, module, aggregate),
    });
    const listArgs = declareArgs(`${name}ListArgs`, {
      first: { type: () => GraphQLInt, description: 'So many from the start, at most 500. Default 50.' },
      after: { type: () => CursorScalar, description: 'Only records after this cursor.' },
      last: { type: () => GraphQLInt, description: 'So many from the end, at most 500.' },
      before: { type: () => CursorScalar, description: 'Only records before this cursor.' },
      filter: { type: () => inputs.get(`${name}Filter`)!, description: 'Only records that meet all of this.' },
      orderBy: { type: () => [inputs.get(`${name}Order`)!], description: `The order, most important term first. Default: ${module.order.length > 0 ? `by ${module.order.join(', ')}` : 'newest first'}.` },
      deleted: { type: () => DeletedRecords.values, nullable: false, defaultValue: 'WITHOUT', description: 'Whether deleted records take part.' },
    });
    types.set(name, { connection, listArgs, ...declareWriteTypes(registry, module, issueType, (target) => types.get(target)!) });
  }

  for (const module of registry.modules.values()) {
    for (const list of module.relatedLists.values()) {
      const { connection, listArgs } = types.get(list.module)!;
      declareField(module.type, list.name, { type: () => connection, args: () => listArgs, description: list.description });
    }
  }
  declaredFor.set(registry, types);
  for (const [name, made] of types) byName.set(name, made);
  return types;
}

const declaredFor = new WeakMap<Registry, ReadonlyMap<string, ModuleTypes>>();
const byName = new Map<string, ModuleTypes>();

/** The classes made for a module; for thunks that run once `declareTypes` has. */
export function moduleTypes(name: string): ModuleTypes {
  const found = byName.get(name);
  if (!found) throw new Error(`declareTypes has not made the types of ${name}.`);
  return found;
}

const queryable = (module: Module): Field[] => [...module.fields.values()].filter((field) => field.queryable);

function operators(field: Field): Specs {
  const value = () => scalarOf(field);
  const list = () => [scalarOf(field)];
  const { operators: more } = fieldType(field);
  return {
    eq: { type: value, description: 'Equal.' },
    notEq: { type: value, description: 'Not equal; an empty value is different from every value.' },
    in: { type: list, description: 'One of these.' },
    notIn: { type: list, description: 'None of these; an empty value is none of them.' },
    isNull: { type: () => GraphQLBoolean, description: 'true: empty; false: not empty.' },
    ...(more === 'range' && {
      gt: { type: value, description: 'Greater, or later.' },
      gte: { type: value, description: 'Greater, later, or equal.' },
      lt: { type: value, description: 'Smaller, or earlier.' },
      lte: { type: value, description: 'Smaller, earlier, or equal.' },
    }),
    ...(more === 'text' && {
      equalsIgnoreCase: { type: value, description: 'Equal, whatever the case.' },
      contains: { type: value, description: 'Holds this text, whatever the case.' },
      notContains: { type: value, description: 'Does not hold this text, whatever the case; an empty value holds nothing.' },
      startsWith: { type: value, description: 'Begins with this text, whatever the case.' },
      endsWith: { type: value, description: 'Ends with this text, whatever the case.' },
    }),
  };
}

type Related = (target: string, suffix: string) => () => ClassRef;

function filterFields(registry: Registry, module: Module, filterOf: (field: Field) => ClassRef, related: Related): Specs {
  const self = related(module.name, 'Filter');
  const specs: Specs = {
    and: { type: () => [self()], description: 'All of these.' },
    or: { type: () => [self()], description: 'At least one of these.' },
    not: { type: () => self(), description: 'Not this.' },
  };
  for (const field of queryable(module)) {
    if (field.kind === 'lookup') {
      specs[field.name] = { type: related(registry.target(field).name, 'Filter'), description: `The record of \`${field.name}\` meets this; false where there is none.` };
      specs[idName(field)] = { type: () => filterOf(field), description: `Conditions on the id of \`${field.name}\`.` };
    } else {
      specs[field.name] = { type: () => filterOf(field), description: field.description };
      filterOf(field);
    }
  }
  for (const list of module.relatedLists.values()) {
    specs[list.name] = { type: related(list.module, 'ListFilter'), description: list.description };
  }
  return specs;
}

const listFilterFields = (filter: () => ClassRef): Specs => ({
  some: { type: filter, description: 'At least one meets this.' },
  none: { type: filter, description: 'None meets this.' },
  every: { type: filter, description: 'All meet this; true for an empty list.' },
});

function orderFields(registry: Registry, module: Module, related: Related): Specs {
  const specs: Specs = {};
  for (const field of queryable(module)) {
    if (field.kind === 'lookup') {
      specs[field.name] = { type: related(registry.target(field).name, 'Order'), description: `By a field of \`${field.name}\`.` };
    } else if (fieldType(field).sortable) {
      specs[field.name] = { type: () => SortOrder.values, description: `By \`${field.name}\`.` };
    }
  }
  return specs;
}

function declareAggregate(module: Module): ClassRef {
  const specs: Specs = { count: { type: () => GraphQLInt, nullable: false, description: 'How many records.' } };
  for (const { part, description } of aggregateParts) {
    const fields = queryable(module).filter((field) => fieldType(field).aggregates.includes(part));
    if (fields.length === 0) continue;
    const type = declareObject(
      partName(module.name, part),
      description,
      Object.fromEntries(fields.map((field) => [aggregateName(field), { type: () => aggregateScalar(part, field), description: field.description }])),
    );
    specs[part] = { type: () => type, nullable: false, description };
  }
  return declareObject(`${module.name}Aggregate`, `Figures about a list of ${module.plural}.`, specs);
}

/** A lookup is counted by its id. */
const aggregateName = (field: Field): string => (field.kind === 'lookup' ? idName(field) : field.name);

function aggregateScalar(part: Aggregate, field: Field): object {
  if (part === 'countDistinct') return GraphQLInt;
  if (part === 'avg') return DecimalScalar;
  if (part === 'sum' && field.kind === 'integer') return LongScalar;
  return scalarOf(field);
}

/** The fields that groups can be made by, and their enum values. */
export const groupable = (module: Module): Map<string, Field> =>
  new Map(queryable(module).filter((field) => fieldType(field).groupable).map((field) => [screamingCase(field.name), field]));

function groupsField(registry: Registry, module: Module, aggregate: ClassRef): Specs {
  const fields = groupable(module);
  if (fields.size === 0) return {};
  const names = Object.fromEntries([...fields.keys()].map((key) => [key, key]));
  registerEnumType(names, {
    name: `${module.name}GroupField`,
    description: `What ${module.plural} can be grouped by.`,
    valuesConfig: Object.fromEntries([...fields].map(([key, field]) => [key, { description: field.description }])),
  });
  const specs: Specs = {};
  for (const field of fields.values()) {
    if (field.kind === 'lookup') {
      specs[field.name] = { type: () => registry.target(field).type, description: field.description };
      specs[idName(field)] = { type: () => GraphQLID, description: `The id of \`${field.name}\`.` };
    } else {
      specs[field.name] = { type: () => scalarOf(field), description: field.description };
      if (field.kind === 'picklist') specs[labelName(field)] = { type: () => GraphQLString, description: `The label of \`${field.name}\` in the reader's language.` };
    }
  }
  const key = declareObject(`${module.name}GroupKey`, 'The values that the records of a group share; fields it was not grouped by are null.', specs);
  const group = declareObject(`${module.name}Group`, `The ${module.plural} that share the values of the key.`, {
    key: { type: () => key, nullable: false, description: 'What they share.' },
    aggregate: { type: () => aggregate, nullable: false, description: 'Figures about them.' },
  });
  const args = declareArgs(`${module.name}GroupsArgs`, {
    by: { type: () => [names], nullable: false, description: 'What to group by: 1 to 5 fields.' },
  });
  return {
    groups: {
      type: () => [group],
      nullable: false,
      args: () => args,
      description: 'The whole list in groups, ordered by their keys in the order of `by`, empty values last; at most 1,000 groups.',
    },
  };
}

function declareWriteTypes(
  registry: Registry,
  module: Module,
  issueType: ClassRef,
  typesOf: (module: string) => ModuleTypes,
): Omit<ModuleTypes, 'connection' | 'listArgs'> {
  const { name } = module;
  const record = camel(name);
  const writable = [...module.fields.values()].filter((field) => field.writable);
  const nested = module.nestedLists.map((list) => ({ list, ...declareNestedTypes(registry, module, list, typesOf) }));
  const createInput = declareInput(`${name}CreateInput`, `A new ${record}.`, {
    ...inputFields(registry, writable, true),
    ...Object.fromEntries(nested.map(({ list, creates }) => [list.name, { type: () => creates, description: `${list.description} Made together with the ${record}, or not at all.` }])),
  });
  const updateInput = declareInput(`${name}UpdateInput`, `Changes of ${withArticle(record)}: a field that is absent stays, null clears it.`, {
    ...inputFields(registry, writable.filter(({ fixed }) => !fixed), false),
    ...Object.fromEntries(nested.map(({ list, changes }) => [list.name, { type: () => changes, description: `${list.description} Changed together with the ${record}, or not at all; the version of the ${record} rises only with its own fields.` }])),
  });
  const { expectedVersion, idField, updateItem } = declareUpdateItem(name, record, updateInput);
  const reference = declareInput(`${name}Reference`, `One ${record}, perhaps at a known version.`, { id: idField, expectedVersion });
  const payload = declareObject(`${name}Payload`, `The ${record} as it is after the mutation.`, {
    [record]: { type: () => module.type, description: `The ${record}.` },
  });
  const result = declareObject(`${name}Result`, `What became of one row of a call for many ${module.plural}.`, {
    index: { type: () => GraphQLInt, nullable: false, description: 'The place of the row in the call, from 0.' },
    [record]: { type: () => module.type, description: `The ${record}; null when the row was refused.` },
    error: { type: () => issueType, description: 'Why the row was refused; null when it was written.' },
  });
  const bulkPayload = declareObject(`${name}BulkPayload`, `What became of each row of a call for many ${module.plural}.`, {
    results: { type: () => [result], nullable: false, description: 'One for each row of the call, in its order.' },
    succeeded: { type: () => GraphQLInt, nullable: false, description: 'How many rows were written.' },
    failed: { type: () => GraphQLInt, nullable: false, description: 'How many rows were refused.' },
  });
  return { createInput, updateInput, updateItem, reference, payload, bulkPayload };
}

const inputFields = (registry: Registry, fields: readonly Field[], create: boolean): Specs =>
  Object.fromEntries(
    fields.map((field) => [
      inputName(field),
      {
        type: () => (field.inputKey ? GraphQLString : scalarOf(field)),
        description: inputDescription(registry, field, create),
        nullable: !(create && isNeeded(field)),
      },
    ]),
  );

function declareUpdateItem(name: string, record: string, updateInput: ClassRef) {
  const expectedVersion: FieldSpec = { type: () => GraphQLInt, description: 'Refuse with CONFLICT unless the record still has this version.' };
  const idField: FieldSpec = { type: () => GraphQLID, nullable: false, description: `The ${record}.` };
  const updateItem = declareInput(`${name}UpdateItem`, `One ${record} to change.`, {
    id: idField,
    input: { type: () => updateInput, nullable: false, description: 'The changes.' },
    expectedVersion,
  });
  return { expectedVersion, idField, updateItem };
}

/** What the inputs for records inside a form of their parent are called after: `ContactOfAccount`. */
export const nestedName = (module: string, parent: string): string => `${module}Of${parent}`;

/** The inputs of a list that a form of its parent edits: the module's own, without the lookup that the form gives by itself. */
function declareNestedTypes(registry: Registry, parent: Module, list: RelatedList, typesOf: (module: string) => ModuleTypes) {
  const module = registry.module(list.module);
  const name = nestedName(module.name, parent.name);
  const [record, whole] = [camel(module.name), camel(parent.name)];
  const lists = `${pascalCase(list.name)}Of${parent.name}Input`;
  const writable = [...module.fields.values()].filter((field) => field.writable && field !== list.via);
  const createInput = declareInput(`${name}CreateInput`, `A new ${record} of the ${whole} in whose input it stands. Lists of its own are edited in a call of their own.`, inputFields(registry, writable, true));
  const updateInput = declareInput(`${name}UpdateInput`, `Changes of ${withArticle(record)} of the ${whole} in whose input they stand: a field that is absent stays, null clears it.`, inputFields(registry, writable.filter(({ fixed }) => !fixed), false));
  const { updateItem } = declareUpdateItem(name, record, updateInput);
  const create: FieldSpec = { type: () => [createInput], description: `The new ones.` };
  const limit = `At most ${MAX_NESTED} ${list.name} in all.`;
  return {
    creates: declareInput(`New${lists}`, `The ${list.name} that a new ${whole} starts with. ${limit}`, { create }),
    changes: declareInput(lists, `What becomes of the ${list.name} of ${withArticle(whole)}: those that are not named stay as they are. ${limit}`, {
      create,
      update: { type: () => [updateItem], description: `Those to change; each must be of this ${whole}.` },
      delete: { type: () => [typesOf(module.name).reference], description: `Those to move to the bin; each must be of this ${whole}.` },
    }),
  };
}

function inputDescription(registry: Registry, field: Field, create: boolean): string {
  const parts = [field.description];
  if (field.kind === 'lookup') {
    const target = registry.target(field);
    parts.push(field.inputKey ? `By its ${field.inputKey}.` : `The id of ${withArticle(camel(target.name))}.`);
  }
  if (field.max) parts.push(`At most ${field.max.toLocaleString('en')} characters.`);
  if (create && field.default !== undefined) parts.push(`Default: ${String(field.default)}.`);
  return parts.join(' ');
}


