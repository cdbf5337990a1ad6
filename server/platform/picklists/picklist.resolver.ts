import { GraphQLBoolean, GraphQLInt, GraphQLString } from 'graphql';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { organizationDb } from '../../core/typed-sql.js';
import { access, costs } from '../../core/access.js';
import type { Context, WriteContext } from '../../core/context.js';
import { arg } from '../../core/crud.js';
import { DryRun } from '../../core/dry-run.js';
import { fault, Unauthenticated } from '../../core/errors.js';
import { writeContext } from '../../core/execute.js';
import { say } from '../../core/messages.js';
import { standardPicklist } from '../../core/picklist.js';
import { hasForbiddenCharacter } from '../../core/text.js';
import { createValue, deleteValue, reorderValues, replaceValue, updateValue, type ValueInput } from './change-picklists.js';
import { noSuchPicklist, picklistsOf, readPicklist, readValues, type ReadPicklist } from './read-picklists.js';

@ObjectType({ description: 'What a picklist value is called in a language.' })
class PicklistLabel {
  @Field(() => GraphQLString, { description: 'The tag of the language: `nl`.' }) language!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'The label.' }) label!: string;
}

@ObjectType({ description: 'One value of a picklist.' })
class PicklistValue {
  @Field(() => GraphQLString, { description: 'Stable; what records hold and inputs take.' }) key!: string;
  @Field(() => GraphQLString, { nullable: true, description: "What people see, in the reader's language." }) label!: string | null;
  @Field(() => [PicklistLabel], { nullable: true, description: 'Its labels in other languages than the one it was made in.' })
  labels!: PicklistLabel[];
  @Field(() => GraphQLString, { nullable: true, description: 'The colour to show it in: `#RRGGBB`.' }) color!: string | null;
  @Field(() => GraphQLString, {
    nullable: true,
    description: 'What the program takes it for: one of the `categories` of its list, or nothing.',
  })
  category!: string | null;
  @Field(() => GraphQLInt, { nullable: true, description: 'Its place in the list, from 1; sorts by the picklist follow it.' })
  place!: number;
  @Field(() => GraphQLBoolean, { nullable: true, description: 'Kept for old records, refused in new ones.' }) isRetired!: boolean;
}

@ObjectType({ description: 'A list of values that the organisation keeps.' })
export class Picklist {
  @Field(() => GraphQLString, { description: 'The name of its scalar.' }) name!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'What it is about.' }) description!: string;
  @Field(() => [GraphQLString], { nullable: true, description: 'What the program can take values for: `RESPONDED`.' })
  categories!: string[];
  @Field(() => [PicklistValue], { nullable: true, description: 'Its values in their order, retired ones too.' }) values!: PicklistValue[];
}

@ObjectType({ description: 'The picklist as it is after the mutation.' })
class PicklistPayload {
  @Field(() => Picklist, { nullable: true, description: 'The list.' }) picklist!: ReadPicklist;
  @Field(() => GraphQLInt, { nullable: true, description: 'How many records got another value instead.' }) changedRecords!: number;
}

@InputType({ description: 'A label in a language.' })
class PicklistLabelInput {
  @Field(() => GraphQLString, { description: 'The tag of the language: `nl`, `nl-BE`.' }) language!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'The label, at most 120 characters; null takes it away.' }) label?:
    string | null;
}

@InputType({ description: 'A new value of a picklist.' })
class PicklistValueCreateInput {
  @Field(() => GraphQLString, {
    nullable: true,
    description: 'Capitals, digits and single underscores; it never changes. Made from the label unless given.',
  })
  key?: string;
  @Field(() => GraphQLString, { description: 'What people see, where their language has no label of its own. At most 120 characters.' })
  label!: string;
  @Field(() => [PicklistLabelInput], { nullable: true, description: 'Labels in other languages.' }) labels?: PicklistLabelInput[];
  @Field(() => GraphQLString, { nullable: true, description: 'The colour to show it in: `#RRGGBB`.' }) color?: string;
  @Field(() => GraphQLString, {
    nullable: true,
    description: 'What the program takes it for: one of the `categories` of the list. Default: nothing.',
  })
  category?: string;
  @Field(() => GraphQLInt, { nullable: true, description: 'Its place in the list, from 1; the others move. Default: the end.' })
  place?: number;
}

@InputType({ description: 'Changes of a picklist value: what is absent stays.' })
class PicklistValueUpdateInput {
  @Field(() => GraphQLString, { nullable: true, description: 'What people see, where their language has no label of its own.' })
  label?: string;
  @Field(() => [PicklistLabelInput], { nullable: true, description: 'Labels in other languages; those not named stay.' })
  labels?: PicklistLabelInput[];
  @Field(() => GraphQLString, { nullable: true, description: 'The colour to show it in: `#RRGGBB`; null for none.' }) color?: string;
  @Field(() => GraphQLString, {
    nullable: true,
    description: 'What the program takes it for: one of the `categories` of the list; null for nothing.',
  })
  category?: string;
  @Field(() => GraphQLInt, { nullable: true, description: 'Its place in the list, from 1; the others move.' }) place?: number;
  @Field(() => GraphQLBoolean, { nullable: true, description: 'true: kept for old records, refused in new ones.' }) isRetired?: boolean;
}

const Name = () => arg('picklist', () => GraphQLString, 'The name of the list: `Industry`.');
const Key = () => arg('key', () => GraphQLString, 'The key of the value.');
const administrators = { isForAdministrators: true };

/** The values of picklists: read by everyone, kept by administrators. */
@Resolver()
export class PicklistResolver {
  @costs(50)
  @Query(() => Picklist, { nullable: true, description: 'A picklist by the name of its scalar.' })
  async picklist(
    @Ctx() context: Context,
    @Arg('name', () => GraphQLString, { description: 'The name: `Industry`.' }) name: string,
  ): Promise<ReadPicklist | null> {
    if (!context.viewer) throw Unauthenticated({});
    refuseForbidden('name', name);
    if (!standardPicklist(name)) throw noSuchPicklist('name', name);
    return readPicklist(name, await readValues(organizationDb(context), name), context.language);
  }

  @costs(500)
  @Query(() => [Picklist], { nullable: true, description: 'All picklists with their values.' })
  async picklists(@Ctx() context: Context): Promise<ReadPicklist[]> {
    return [...(await picklistsOf(context)).values()];
  }

  @access(administrators)
  @Mutation(() => PicklistPayload, { description: 'Adds a value to a picklist; at most 1,000 a list. For administrators.' })
  createPicklistValue(
    @Ctx() context: Context,
    @Name() picklist: string,
    @arg('input', () => PicklistValueCreateInput, 'The new value.') input: ValueInput,
    @DryRun() _dryRun: boolean,
  ): Promise<PicklistPayload> {
    return change(context, picklist, [], (write) => createValue(write, picklist, input));
  }

  @access(administrators)
  @Mutation(() => PicklistPayload, { description: 'Renames, recolours, moves or retires a value of a picklist. For administrators.' })
  updatePicklistValue(
    @Ctx() context: Context,
    @Name() picklist: string,
    @Key() key: string,
    @arg('input', () => PicklistValueUpdateInput, 'The changes.') input: ValueInput,
    @DryRun() _dryRun: boolean,
  ): Promise<PicklistPayload> {
    return change(context, picklist, [['key', key]], (write) => updateValue(write, picklist, key, input));
  }

  @access(administrators)
  @Mutation(() => PicklistPayload, { description: 'Puts the values of a picklist in an order. For administrators.' })
  reorderPicklist(
    @Ctx() context: Context,
    @Name() picklist: string,
    @arg('keys', () => [GraphQLString], 'The keys of all its values, retired ones too, in their new order.') keys: string[],
  ): Promise<PicklistPayload> {
    return change(
      context,
      picklist,
      keys.map((key, index) => [`keys.${index}`, key]),
      (write) => reorderValues(write, picklist, keys),
    );
  }

  @access(administrators)
  @Mutation(() => PicklistPayload, {
    description: 'Gives every record that holds a value another one, those in the bin too, and removes the value. For administrators.',
  })
  replacePicklistValue(
    @Ctx() context: Context,
    @Name() picklist: string,
    @Key() key: string,
    @arg('with', () => GraphQLString, 'The key of the value that records get instead.') other: string,
  ): Promise<PicklistPayload> {
    return change(
      context,
      picklist,
      [
        ['key', key],
        ['with', other],
      ],
      (write) => replaceValue(write, picklist, key, other),
    );
  }

  @access(administrators)
  @Mutation(() => PicklistPayload, {
    description: 'Removes a value that no record holds, in the bin or out of it; refused with how many do. For administrators.',
  })
  deletePicklistValue(@Ctx() context: Context, @Name() picklist: string, @Key() key: string): Promise<PicklistPayload> {
    return change(context, picklist, [['key', key]], (write) => deleteValue(write, picklist, key));
  }
}

/** Changes a list and answers with it. */
async function change(
  context: Context,
  picklist: string,
  texts: readonly (readonly [path: string, text: string])[],
  work: (write: WriteContext) => Promise<unknown>,
): Promise<PicklistPayload> {
  for (const [path, text] of texts) refuseForbidden(path, text);
  const write = writeContext(context);
  const result = await work(write);
  const changedRecords = typeof result === 'number' ? result : 0;
  return { picklist: readPicklist(picklist, await readValues(organizationDb(write), picklist), context.language), changedRecords };
}

function refuseForbidden(path: string, text: string): void {
  if (hasForbiddenCharacter(text)) throw fault(path, 'INVALID_CHARACTER', say('faults.forbiddenCharacter', { label: path }));
}
