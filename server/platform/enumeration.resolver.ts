import { GraphQLString } from 'graphql';
import { Arg, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../core/context.js';
import { definedEnums, type EnumOf } from '../core/enums.js';
import { catalogueOf } from '../core/messages.js';
import { titleCase } from '../core/names.js';

@ObjectType({ description: 'One value of an enum, in words.' })
class EnumerationValue {
  @Field(() => GraphQLString, { description: 'The value: `OPEN`.' }) key!: string;
  @Field(() => GraphQLString, { nullable: true, description: "What people call it, in the reader's language." }) label!: string;
  @Field(() => GraphQLString, { nullable: true, description: "What it means, in the reader's language." }) description!: string;
}

@ObjectType({ description: 'An enum of the program, in words: what a form shows where a field takes one of its values.' })
export class Enumeration {
  @Field(() => GraphQLString, { description: 'The name of the enum.' }) name!: string;
  @Field(() => GraphQLString, { nullable: true, description: "What it is about, in the reader's language." }) description!: string;
  @Field(() => [EnumerationValue], { nullable: true, description: 'Its values in their order.' }) values!: EnumerationValue[];
}

@Resolver()
export class EnumerationResolver {
  @Query(() => Enumeration, { nullable: true, description: 'An enum by its name, with its labels; null when there is none.' })
  enumeration(
    @Ctx() { language }: Context,
    @Arg('name', () => GraphQLString, { description: 'The name: `StageCategory`.' }) name: string,
  ): Enumeration | null {
    const found = definedEnums().get(name);
    return found ? readEnumeration(found, language) : null;
  }
}

/** An enum as a reader sees it. */
export function readEnumeration({ name, description: ofAll, descriptions }: EnumOf, language: string): Enumeration {
  const texts = catalogueOf(language).enums ?? {};
  return {
    name,
    description: texts[name] ?? ofAll,
    values: Object.entries(descriptions).map(([key, description]) => ({
      key,
      label: texts[`${name}.${key}`] ?? titleCase(key),
      description: texts[`${name}.${key}.description`] ?? description,
    })),
  };
}
