import 'reflect-metadata';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLID, GraphQLString } from 'graphql';
import { Field as GraphQLField, InterfaceType, ObjectType } from 'type-graphql';
import { currency, decimal, externalIds, id, lookup, system } from './fields.js';
import { snakeCase } from './names.js';
import { addInterface, addRecord, addRootInterface, recordInterfaces, type RecordClass, type RecordOptions } from './registry.js';

/** The key under which a record says its type where graphql-js resolves an interface. No response key can be called so. */
export const TYPE_KEY = '@type';

/** Anything with an id that `node(id)` can answer. */
@InterfaceType('Node', {
  description: 'Anything that has an id; `node(id)` reads it again.',
  resolveType: (value: { [TYPE_KEY]?: string }) => value[TYPE_KEY],
})
export abstract class Node {
  @GraphQLField(() => GraphQLID, { description: 'Stable and unique: `<prefix>_<uuid>`.' })
  id!: string;
}

const resolveType = (value: { [TYPE_KEY]?: string }): string | undefined => value[TYPE_KEY];

addRootInterface(Node);

/** What every stored record has: identity, history and a place in the bin. */
@Entity({ abstract: true })
@ObjectType()
@InterfaceType({ resolveType })
export abstract class BaseRecord {
  @id({ description: 'Stable and unique: `<prefix>_<uuid>`.' }) id!: string;
  /** The organisation; never on the wire, set by the database from the session. */
  @Property({ type: 'uuid', fieldName: 'org' }) org!: string;
  @system('integer', { description: 'Raised by one with every change; give it back as `expectedVersion`.', nonNull: true, required: true })
  version!: number;
  @system('instant', { description: 'When the record was made.', nonNull: true, required: true, historical: true }) createdAt!: Date;
  @lookup('User', { description: 'Who made the record.', system: true, writable: false, historical: true }) createdBy?: object | null;
  @system('instant', { description: 'When a value last changed.', required: true, historical: true }) modifiedAt!: Date;
  @lookup('User', { description: 'Who last changed a value.', system: true, writable: false, historical: true }) modifiedBy?: object | null;
  @system('instant', { description: 'When the record was moved to the bin; null otherwise.' }) deletedAt?: Date | null;
}

/** A record that people work with: it has an owner and may carry the organisation's own fields. */
@Entity({ abstract: true })
@InterfaceType('CrmRecord', {
  description: 'A record of the CRM, whichever module it is of: what all of them have.',
  implements: Node,
  resolveType,
})
export abstract class CrmRecord extends BaseRecord {
  @GraphQLField(() => GraphQLString, { nullable: true, description: 'What the record is called where there is room for one line.' })
  displayName?: string | null;
  @lookup('User', {
    description: 'Who is responsible for the record. Default: whoever makes it.',
    required: true,
    filledIn: true,
    inverse: { name: 'owned*', description: 'What the user owns.' },
  })
  owner!: object;
  @externalIds({
    description:
      'The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away.',
  })
  externalIds?: Record<string, string> | null;
  /** Values of the organisation's own fields, by their API name. */
  @Property({ type: 'jsonb', fieldName: 'custom' }) custom!: Record<string, unknown>;
}

addInterface('CrmRecord', CrmRecord);

/** A record with amounts of money. */
@Entity({ abstract: true })
@ObjectType()
@InterfaceType({ resolveType })
export abstract class MoneyRecord extends CrmRecord {
  @currency({
    description: "The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency.",
    required: true,
    filledIn: true,
  })
  currency!: string;
  @decimal({
    description:
      "Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency.",
    required: true,
    positive: true,
    filledIn: true,
  })
  exchangeRate!: string;
}

/** Declares what records of several modules have in common; a client can ask for it whichever module a record is of. */
export function recordInterface(name: string, description: string) {
  return (type: RecordClass): void => {
    Entity({ abstract: true })(type);
    InterfaceType(name, { description, implements: interfacesOf(type), resolveType })(type);
    addInterface(name, type);
  };
}

/** The interfaces that a class has from its bases. */
const interfacesOf = (type: RecordClass): RecordClass[] => [Node, ...recordInterfaces().filter((one) => type.prototype instanceof one)];

/**
 * What a record has that links one record to others: the pair is there once, stays what it is, and is there as long as both
 * are. With several others it leads to one of them.
 */
export const linking = (
  one: string,
  ...others: readonly string[]
): Pick<RecordOptions, 'unique' | 'uniqueOutsideBin' | 'oneOf' | 'links' | 'isImportable'> => ({
  links: [one, ...others],
  unique: others.map((other) => [one, other]),
  uniqueOutsideBin: true,
  oneOf: others.length > 1 ? others : [],
  isImportable: true,
});

/** Declares a module. Everything about it follows from this and its fields. */
export function record(options: RecordOptions) {
  return (type: RecordClass): void => {
    Entity({ tableName: options.table ?? snakeCase(options.name) })(type);
    ObjectType(options.name, { description: options.description, implements: interfacesOf(type) })(type);
    addRecord(type, options);
  };
}
