import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString } from 'graphql';
import { registerEnumType } from 'type-graphql';
import { DeletedRecords, SortOrder, UpsertOutcome } from '../enums.js';
import { fieldType, filterName, scalarOf, type Aggregate } from '../field-types.js';
import { canBeUnique, idName, inputName, isNeeded, partName } from '../fields.js';
import { camelCase as camel, pascalCase, screamingCase, withArticle } from '../names.js';
import { isOfUser } from '../read/people.js';
import { isAlwaysUnique, leadsToRecord, recordInterfaces, type Field, type Module, type Registry, type RelatedList, type Summary } from '../registry.js';
import { CursorScalar, DecimalScalar } from '../scalars.js';
import { MAX_NESTED } from '../write/nested.js';
import { declareFilter } from './declare-filters.js';
import { aggregateName, aggregateScalar, declareGroups } from './declare-groups.js';
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
  /** Of modules whose records people own. */
  readonly upsert: UpsertTypes | null;
}

export interface UpsertTypes {
  /** All that a new record needs, or the changes: the input of an update, with what is said when a record is made and stays. */
  readonly input: ClassRef;
  readonly by: ClassRef;
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

  const filterOf = (module: Module, field: Field): ClassRef => {
    const isUser = isOfUser(registry, module, field);
    const name = isUser ? 'UserIDFilter' : filterName(field);
    const made = inputs.get(name) ?? declareFilter(name, field, isUser);
    inputs.set(name, made);
    return made;
  };

  const moduleFilter = once(inputs, 'RecordModuleFilter', () => declareModuleFilter(registry));
  const related: Related = (target, suffix) => () => inputs.get(`${target}${suffix}`)!;
  for (const module of registry.modules.values()) {
    const { name } = module;
    inputs.set(`${name}Filter`, declareInput(`${name}Filter`, `Conditions on ${module.plural}; all given ones must hold.`, filterFields(registry, module, filterOf, related)));
    for (const field of module.fields.values())
      if (field.kind === 'reference')
        once(inputs, `${targetName(field)}Filter`, () => declareReferenceFilter(registry, field, moduleFilter, related));
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
      ...declareGroups({ registry, module, aggregate, filterOf, related }),
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

  const summaries = new Map<string, ClassRef>();
  for (const module of registry.modules.values()) {
    for (const { name, type, description, figures } of module.summaries) {
      const made = summaries.get(type) ?? declareSummary(type, figures);
      summaries.set(type, made);
      declareField(module.type, name, { type: () => made, description });
    }
    for (const list of module.relatedLists.values()) {
      const { connection, listArgs } = types.get(list.module)!;
      declareField(module.type, list.name, { type: () => connection, args: () => listArgs, description: list.description });
    }
  }
  for (const type of recordInterfaces()) {
    const [first, ...others] = [...registry.modules.values()].filter((module) => module.type.prototype instanceof type);
    for (const list of first?.relatedLists.values() ?? []) {
      if (!others.every(({ relatedLists }) => relatedLists.get(list.name)?.module === list.module)) continue;
      const { connection, listArgs } = types.get(list.module)!;
      declareField(type, list.name, { type: () => connection, args: () => listArgs, description: list.description });
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

export const queryable = (module: Module): Field[] => [...module.fields.values()].filter((field) => field.queryable);

/** The filter or order of another module, by its name. */
export type Related = (target: string, suffix: string) => () => ClassRef;

/** The input type of the conditions on a field. */
export type FilterOf = (module: Module, field: Field) => ClassRef;

function filterFields(registry: Registry, module: Module, filterOf: FilterOf, related: Related): Specs {
  const self = related(module.name, 'Filter');
  const specs: Specs = {
    and: { type: () => [self()], description: 'All of these.' },
    or: { type: () => [self()], description: 'At least one of these.' },
    not: { type: () => self(), description: 'Not this.' },
  };
  for (const field of queryable(module)) {
    const conditions = filterOf(module, field);
    if (field.kind === 'lookup') {
      specs[field.name] = { type: related(registry.target(field).name, 'Filter'), description: `The record of \`${field.name}\` meets this; false where there is none.` };
      specs[idName(field)] = { type: () => conditions, description: `Conditions on the id of \`${field.name}\`.` };
    } else if (field.kind === 'reference') {
      specs[field.name] = { type: related(targetName(field), 'Filter'), description: `Conditions on the record of \`${field.name}\`; false where there is none.` };
      specs[idName(field)] = { type: () => conditions, description: `Conditions on the id of \`${field.name}\`.` };
    } else {
      specs[field.name] = { type: () => conditions, description: field.description };
    }
  }
  for (const list of module.relatedLists.values()) {
    specs[list.name] = { type: related(list.module, 'ListFilter'), description: list.description };
  }
  return specs;
}

/** What references to the same modules share: `LeadOrContact`, `CrmRecord`. */
export const targetName = ({ targets }: Field): string => targets!.join('Or');

/** The conditions on the modules that references lead to. */
function declareModuleFilter(registry: Registry): ClassRef {
  const fields = [...registry.modules.values()].flatMap((module) => [...module.fields.values()]);
  const modules = [...new Set(fields.filter(({ kind }) => kind === 'reference').flatMap((field) => registry.targets(field)))];
  const values = Object.fromEntries(modules.map(({ name }) => [screamingCase(name), screamingCase(name)]));
  registerEnumType(values, {
    name: 'RecordModule',
    description: 'A module whose records can be referred to.',
    valuesConfig: Object.fromEntries(modules.map(({ name, description }) => [screamingCase(name), { description }])),
  });
  return declareFilter('RecordModuleFilter', { kind: 'enum', enum: { name: 'RecordModule', values } } as unknown as Field, false);
}

function declareReferenceFilter(registry: Registry, field: Field, moduleFilter: ClassRef, related: Related): ClassRef {
  const targets = registry.targets(field);
  return declareInput(`${targetName(field)}Filter`, 'Conditions on a record that may be of several modules; all given ones must hold.', {
    module: { type: () => moduleFilter, description: 'The module of the record.' },
    ...Object.fromEntries(
      targets.map(({ name }) => [camel(name), { type: related(name, 'Filter'), description: `The record is ${withArticle(camel(name))} that meets this.` }]),
    ),
  });
}

function once(inputs: Map<string, ClassRef>, name: string, make: () => ClassRef): ClassRef {
  const made = inputs.get(name) ?? make();
  inputs.set(name, made);
  return made;
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
    } else if (field.kind === 'reference') {
      specs[field.name] = { type: () => SortOrder.values, description: `By the display name of \`${field.name}\`.` };
    } else if (fieldType(field).sortable) {
      specs[field.name] = { type: () => SortOrder.values, description: `By \`${field.name}\`.` };
    }
  }
  return specs;
}

const declareSummary = (type: string, figures: Summary['figures']): ClassRef =>
  declareObject(
    type,
    'Figures that are counted when they are asked for; money in base currency.',
    Object.fromEntries(
      Object.entries(figures).map(([name, { kind, description }]) => [name, { type: () => (kind === 'integer' ? GraphQLInt : DecimalScalar), description }]),
    ),
  );

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
    ...Object.fromEntries(nested.map(({ list, creates }) => [list.name, { type: () => creates, nullable: !list.via.inverse?.needed, description: `${list.description} Made together with the ${record}, or not at all.` }])),
  });
  const changes = {
    ...inputFields(registry, writable.filter(({ fixed }) => !fixed), false),
    ...Object.fromEntries(nested.filter(({ list }) => list.via.inverse?.nested === true).map(({ list, changes }) => [list.name, { type: () => changes, description: `${list.description} Changed together with the ${record}, or not at all; the version of the ${record} rises only with its own fields.` }])),
  };
  const updateInput = declareInput(`${name}UpdateInput`, `Changes of ${withArticle(record)}: a field that is absent stays, null clears it.`, changes);
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
  const fixed = writable.filter((field) => field.fixed);
  const upsertInput = (): ClassRef =>
    fixed.length === 0
      ? updateInput
      : declareInput(`${name}UpsertInput`, `What makes or changes ${withArticle(record)}: a field that is absent stays, null clears it. What is said when it is made must be what stands there already.`, {
          ...changes,
          ...inputFields(registry, fixed, false),
        });
  const upsert = module.hasExternalIds ? declareUpsertTypes(module, issueType, upsertInput()) : null;
  return { createInput, updateInput, updateItem, reference, payload, bulkPayload, upsert };
}

function declareUpsertTypes(module: Module, issueType: ClassRef, input: ClassRef): UpsertTypes {
  const { name, plural } = module;
  const record = camel(name);
  const fields = [...module.fields.values()].filter(canBeUnique);
  const keys = Object.fromEntries(fields.map((field) => [screamingCase(field.name), screamingCase(field.name)]));
  const always = fields.filter((field) => field === module.duplicateCheck || isAlwaysUnique(module, field)).map((field) => field.name);
  registerEnumType(keys, {
    name: `${name}KeyField`,
    description: `What ${plural} can be looked for by: ${always.map((key) => `${key}, `).join('')}${always.length > 0 ? 'and ' : ''}what the organisation has made unique.`,
    valuesConfig: Object.fromEntries(fields.map((field) => [screamingCase(field.name), { description: field.description }])),
  });
  const by = declareInput(`${name}UpsertBy`, `What ${withArticle(record)} is looked for by: exactly one of these.`, {
    field: { type: () => keys, description: 'This field: one that is unique, or the one that tells duplicates.' },
    externalId: { type: () => GraphQLString, description: 'The key of this source, in `externalIds` of the input.' },
  });
  const outcome: FieldSpec = { type: () => UpsertOutcome.values, description: `What was done with the ${record}; null when the row was refused.` };
  const payload = declareObject(`${name}UpsertPayload`, `The ${record} as it is after the mutation.`, {
    [record]: { type: () => module.type, description: `The ${record}.` },
    outcome,
  });
  const result = declareObject(`${name}UpsertResult`, `What became of one row of a call for many ${plural}.`, {
    index: { type: () => GraphQLInt, nullable: false, description: 'The place of the row in the call, from 0.' },
    [record]: { type: () => module.type, description: `The ${record}; null when the row was refused.` },
    outcome,
    error: { type: () => issueType, description: 'Why the row was refused; null when it was not.' },
  });
  const count = (description: string): FieldSpec => ({ type: () => GraphQLInt, nullable: false, description });
  const bulkPayload = declareObject(`${name}UpsertBulkPayload`, `What became of each row of a call for many ${plural}.`, {
    results: { type: () => [result], nullable: false, description: 'One for each row of the call, in its order.' },
    created: count(`How many ${plural} were made.`),
    updated: count('How many were changed.'),
    unchanged: count('How many were as they were given.'),
    failed: count('How many rows were refused.'),
  });
  return { input, by, payload, bulkPayload };
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

const listed = (words: readonly string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(words);

/** What the inputs for records inside a form of their parent are called after: `ContactOfAccount`. */
export const nestedName = (module: string, parent: string): string => `${module}Of${parent}`;

/** The inputs of a list that a form of its parent edits: the module's own, without the lookup that the form gives by itself. */
function declareNestedTypes(registry: Registry, parent: Module, list: RelatedList, typesOf: (module: string) => ModuleTypes) {
  const module = registry.module(list.module);
  const name = nestedName(module.name, parent.name);
  const [record, whole] = [camel(module.name), camel(parent.name)];
  const lists = `${pascalCase(list.name)}Of${parent.name}Input`;
  // The record is of this parent: it leads to no other.
  const others = module.oneOf.includes(list.via) ? module.oneOf : [list.via];
  const writable = [...module.fields.values()].filter((field) => field.writable && !others.includes(field));
  const changeable = writable.filter(({ fixed }) => !fixed);
  const createInput = declareInput(`${name}CreateInput`, `A new ${record} of the ${whole} in whose input it stands. Lists of its own are edited in a call of their own.`, inputFields(registry, writable, true));
  const updateInput = declareInput(`${name}UpdateInput`, `Changes of ${withArticle(record)} of the ${whole} in whose input they stand: a field that is absent stays, null clears it.`, inputFields(registry, changeable, false));
  const { updateItem } = declareUpdateItem(name, record, updateInput);
  const create: FieldSpec = { type: () => [createInput], description: `The new ones.` };
  const limit = `At most ${MAX_NESTED} ${list.name} in all.`;
  return {
    creates: declareInput(`New${lists}`, `The ${list.name} that a new ${whole} starts with. ${limit}`, { create }),
    changes: declareInput(lists, `What becomes of the ${list.name} of ${withArticle(whole)}: those that are not named stay as they are. ${limit}`, {
      create,
      ...(changeable.length > 0 && { update: { type: () => [updateItem], description: `Those to change; each must be of this ${whole}.` } }),
      delete: { type: () => [typesOf(module.name).reference], description: `Those to move to the bin; each must be of this ${whole}.` },
    }),
  };
}

function inputDescription(registry: Registry, field: Field, create: boolean): string {
  const parts = [field.description];
  if (leadsToRecord(field)) {
    const targets = registry.targets(field).map(({ name }) => withArticle(camel(name)));
    parts.push(field.inputKey ? `By its ${field.inputKey}.` : `The id of ${targets.length > 6 ? 'a record' : listed(targets)}.`);
  }
  if (field.max) parts.push(`At most ${field.max.toLocaleString('en')} characters.`);
  if (create && field.default !== undefined) parts.push(`Default: ${String(field.default)}.`);
  return parts.join(' ');
}


