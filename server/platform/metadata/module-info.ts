import { GraphQLBoolean, GraphQLInt, GraphQLString } from 'graphql';
import { GraphQLJSON } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type { Context } from '../../core/context.js';
import { DecimalScalar } from '../../core/scalars.js';
import { Enumeration } from '../enumeration.resolver.js';
import { Picklist } from '../picklists/picklist.resolver.js';
import type { ReadPicklist } from '../picklists/read-picklists.js';
import { FieldKinds, RecordVerb } from './enums.js';

/** Plain values, thousands in an answer: graphql-js reads them off by itself, and calls what is a function. */
const info = (description: string): ClassDecorator => ObjectType({ description, simpleResolvers: true });

const text = (description: string): PropertyDecorator => Field(() => GraphQLString, { description });
const textOrNull = (description: string): PropertyDecorator => Field(() => GraphQLString, { nullable: true, description });
const texts = (description: string): PropertyDecorator => Field(() => [GraphQLString], { description });
const flag = (description: string): PropertyDecorator => Field(() => GraphQLBoolean, { description });

const LABEL = "What people call it, in the reader's language.";

@info('Where a lookup leads.')
export class LookupInfo {
  @text('The module of the record.') module!: string;
  @textOrNull('The list on that record that leads back here.') list!: string | null;
  @textOrNull('The field of that record that inputs name it by; null: its id.') inputKey!: string | null;
  @flag('Whether it leads to the own module and must not go round in a circle.') isTree!: boolean;
}

@info('Where a reference may lead.')
export class ReferenceInfo {
  @texts('The modules of the record.') modules!: readonly string[];
  @textOrNull('The list on each of these records that leads back here.') list!: string | null;
  @text('The type of the conditions on the record in filters.') filterType!: string;
}

@info('A field of a module.')
export class FieldInfo {
  @text('The name: `accountName`.') name!: string;
  @text(LABEL) label!: string;
  @text('What it means; in English.') description!: string;
  @Field(() => FieldKinds.values, { description: 'What it holds.' }) kind!: string;
  @text('The type of its value in GraphQL: `DateTime!`, of a lookup the record: `User`.') type!: string;
  @textOrNull('Of a lookup or a reference: the name of the id without the record, `ownerId`.') idName!: string | null;
  @textOrNull("Of a picklist: the name of the label in the reader's language, `industryLabel`.") labelName!: string | null;
  @textOrNull('The name under which inputs set it; null where none does.') inputName!: string | null;
  @textOrNull('The type that inputs take: `Decimal`.') inputType!: string | null;
  @flag('Whether the input of a new record may give it.') isCreatable!: boolean;
  @flag('Whether the input of a new record must give it. Settings of the organisation may ask for more.') isNeeded!: boolean;
  @flag('Whether the input of a change may give it.') isUpdatable!: boolean;
  @flag('Whether it is never empty.') isRequired!: boolean;
  @flag('Whether it is worked out from other fields.') isComputed!: boolean;
  @flag('Whether the platform sets it on every record.') isSystem!: boolean;
  @flag('Whether it is a field of this organisation alone.') isCustom!: boolean;
  @flag('Whether no two records of the module share a value.') isUnique!: boolean;
  @Field(() => GraphQLInt, { nullable: true, description: 'The most characters of a text.' }) maxLength!: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The smallest number.' }) minimum!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The greatest number.' }) maximum!: string | null;
  @flag('Whether a number must be greater than 0.') isPositive!: boolean;
  @Field(() => GraphQLJSON, { nullable: true, description: 'What a new record has unless it is given.' })
  defaultValue!: string | number | boolean | null;
  @textOrNull('The field whose day must not lie after that of this one.') notBefore!: string | null;
  @Field(() => LookupInfo, { nullable: true, description: 'Of a lookup: where it leads.' }) lookup!: LookupInfo | null;
  @Field(() => ReferenceInfo, { nullable: true, description: 'Of a reference: where it may lead.' }) reference!: ReferenceInfo | null;
  @Field(() => Enumeration, { nullable: true, description: 'Of an enum: its values in words.' }) enumeration!: Enumeration | null;
  @Field(() => Picklist, { nullable: true, description: 'Of a picklist: its values.' })
  picklist!: ((args: object, context: Context) => Promise<ReadPicklist | null>) | null;
  @textOrNull('The type of the conditions on it in filters, of a lookup or a reference on its id; null where there are none.') filterType!:
    string | null;
  @texts('The operators of these conditions: `eq`, `contains`.') operators!: readonly string[];
  @textOrNull('The type of its order in `orderBy`: `SortOrder`, of a lookup the order of its record; null where there is none.')
  orderType!: string | null;
  @textOrNull('Its value in `groups(by: [{ field: … }])`; null where there is none. Moments need a bucket, dates can have one.')
  groupField!: string | null;
  @texts('The figures of it in `aggregate`, `sum` for instance; there a lookup or a reference goes by the name of its id.')
  aggregates!: readonly string[];
}

@info('A list on a record of the records of another module that point at it.')
export class RelatedListInfo {
  @text('The name: `contacts`.') name!: string;
  @text(LABEL) label!: string;
  @text('What it means; in English.') description!: string;
  @text('The module of its records.') module!: string;
  @text('The lookup of these that leads here.') via!: string;
  @textOrNull('The type of the list in the input of a new record; null where it can not be given along.') createType!: string | null;
  @textOrNull('The type of the list in the input of a change; null where it can not be edited along.') updateType!: string | null;
  @flag('Whether a record is never without one, so that a new one must bring it along.') isNeeded!: boolean;
}

@info('A figure about a record that is counted when it is asked for.')
export class FigureInfo {
  @text('The name: `totalMembers`.') name!: string;
  @text(LABEL) label!: string;
  @text('What it means; in English.') description!: string;
  @text('The type of its value in GraphQL.') type!: string;
}

@info('Figures about a record, together under one name.')
export class SummaryInfo {
  @text('The name: `figures`.') name!: string;
  @text(LABEL) label!: string;
  @text('What they are about; in English.') description!: string;
  @Field(() => [FigureInfo], { description: 'The figures.' }) figures!: readonly FigureInfo[];
}

@info('An argument of a mutation.')
export class ArgumentInfo {
  @text('The name: `input`.') name!: string;
  @text('Its type in GraphQL: `AccountCreateInput!`.') type!: string;
  @text('What it means; in English.') description!: string;
}

@info('A mutation of records of a module.')
export class MutationInfo {
  @text('The name: `createAccount`.') name!: string;
  @text('What it does; in English.') description!: string;
  @Field(() => RecordVerb.values, { nullable: true, description: 'What it does, where that is the same in all modules.' })
  verb!: string | null;
  @flag('Whether it is for many records.') isForMany!: boolean;
  @Field(() => [ArgumentInfo], { description: 'What it is called with.' }) arguments!: readonly ArgumentInfo[];
  @text('The type of its answer: `AccountPayload`.') type!: string;
}

@info('A module, as the caller may see it and work with it: all that a form, a list and a page of its records need.')
export class ModuleInfo {
  @text('The name, and the type of its records: `Account`.') name!: string;
  @text(LABEL) label!: string;
  @text("What people call several of its records, in the reader's language.") pluralLabel!: string;
  @text('What a record is; in English.') description!: string;
  @text('What ids begin with, before the underscore.') prefix!: string;
  @text('What one record is called in payloads: `account`.') singular!: string;
  @text('What its records are called: `accounts`.') plural!: string;
  @flag('Whether there is one record, that of the organisation itself.') isSingleton!: boolean;
  @textOrNull('The query for one record; null where there is none.') oneQuery!: string | null;
  @textOrNull('The query for a list of them; null where there is none.') listQuery!: string | null;
  @Field(() => [MutationInfo], { description: 'The mutations that the caller may call.' }) mutations!: readonly MutationInfo[];
  @textOrNull('The input of a new record, in the form of another where it is only made there; null where there is none.') createInput!:
    string | null;
  @textOrNull('The input of a change, in the form of another where it is only changed there; null where there is none.') updateInput!:
    string | null;
  @textOrNull('The conditions on a list.') filterType!: string | null;
  @textOrNull('The terms of an order.') orderType!: string | null;
  @textOrNull('The field that stands for a record where there is room for one line.') displayName!: string | null;
  @textOrNull('The field that tells a record from its duplicates.') duplicateCheck!: string | null;
  @texts('The fields that lists are ordered by, ascending, unless another order is asked for; none: newest first.')
  order!: readonly string[];
  @Field(() => [[GraphQLString]], { description: 'Fields whose values together no two records share.' })
  unique!: readonly (readonly string[])[];
  @texts('Lookups of which a record has exactly one.') oneOf!: readonly string[];
  @Field(() => [FieldInfo], { description: 'Its fields in the order of the product, the own ones of the organisation last.' })
  fields!: readonly FieldInfo[];
  @Field(() => [RelatedListInfo], { description: 'The lists on a record.' }) relatedLists!: readonly RelatedListInfo[];
  @Field(() => [SummaryInfo], { description: 'The figures on a record.' }) summaries!: readonly SummaryInfo[];
  /** Of its fields, by name. */
  picklists!: readonly string[];
  /** Differs when anything above does, but for the values of picklists. */
  digest!: string;
}
