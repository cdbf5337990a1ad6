import { GraphQLBoolean, GraphQLInt, GraphQLString } from 'graphql';
import { Arg, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../core/context.js';
import { fault, Unauthenticated } from '../core/errors.js';
import { statementName } from '../core/database/transactions.js';
import { say } from '../core/messages.js';
import { hasForbiddenCharacter } from '../core/text.js';

@ObjectType({ description: 'One value of a picklist.' })
class PicklistValue {
  @Field(() => GraphQLString, { description: 'Stable; what records hold and inputs take.' }) key!: string;
  @Field(() => GraphQLString, { nullable: true, description: "What people see, in the reader's language." }) label!: string | null;
  @Field(() => GraphQLString, { nullable: true, description: 'The colour to show it in: `#RRGGBB`.' }) color!: string | null;
  @Field(() => GraphQLInt, { nullable: true, description: 'Its place in the list, from 1; sorts by the picklist follow it.' })
  place!: number;
  @Field(() => GraphQLBoolean, { nullable: true, description: 'Kept for old records, refused in new ones.' }) isRetired!: boolean;
}

@ObjectType({ description: 'A list of values that the organisation keeps.' })
class Picklist {
  @Field(() => GraphQLString, { description: 'The name of its scalar.' }) name!: string;
  @Field(() => [PicklistValue], { nullable: true, description: 'Its values in their order, retired ones too.' }) values!: PicklistValue[];
}

@Resolver()
export class PicklistResolver {
  @Query(() => Picklist, { nullable: true, description: 'A picklist by the name of its scalar; null when there is none.' })
  async picklist(
    @Ctx() context: Context,
    @Arg('name', () => GraphQLString, { description: 'The name: `Industry`.' }) name: string,
  ): Promise<Picklist | null> {
    const { viewer, services, language } = context;
    if (!viewer) throw Unauthenticated({});
    if (hasForbiddenCharacter(name)) throw fault('name', 'INVALID_CHARACTER', say('faults.forbiddenCharacter', { label: 'name' }));
    // A bare `place` would order by the text in the answer: 1, 10, 2.
    const text = `SELECT v.key, coalesce(v.labels->>$3, v.label), v.color, v.place::text, v.is_retired::text FROM picklist_value v WHERE v.org = $1::uuid AND v.picklist = $2 ORDER BY v.place, v.key`;
    context.tally.statements++;
    const rows = await services.reader.read(viewer.org, { name: statementName(text), text }, [viewer.org, name, language]);
    if (rows.length === 0) return null;
    return {
      name,
      values: rows.texts().map(([key, label, color, place, retired]) => ({
        key: key!,
        label: label ?? null,
        color: color ?? null,
        place: Number(place),
        isRetired: retired === 'true',
      })),
    };
  }
}
