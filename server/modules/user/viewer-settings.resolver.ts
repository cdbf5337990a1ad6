import { GraphQLInt, GraphQLString } from 'graphql';
import { createParameterDecorator, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../core/context.js';
import { Unauthenticated } from '../../core/errors.js';
import { writeContext } from '../../core/execute.js';
import { wireId } from '../../core/ids.js';
import { organizationDb } from '../../core/typed-sql.js';
import { updateRecords } from '../../core/write/operations.js';
import { DateFormat, NameFormat, NumberFormat, TimeFormat, Weekday } from '../formats.js';

@ObjectType({ description: "What holds for the caller: their own settings over the organisation's." })
class ViewerSettings {
  @Field(() => GraphQLString, { nullable: true, description: 'The language of answers to requests that name none.' }) language!: string;
  @Field(() => GraphQLString, { nullable: true, description: 'The IANA name of the time zone whose days are meant.' }) timeZone!: string;
  @Field(() => Weekday.values, { nullable: true, description: 'The day that a week begins with.' }) weekStart!: string;
  @Field(() => GraphQLInt, { nullable: true, description: "The month that the organisation's fiscal year begins with, 1 to 12." })
  fiscalYearStart!: number;
  @Field(() => DateFormat.values, { nullable: true, description: 'How to show dates.' }) dateFormat!: string;
  @Field(() => TimeFormat.values, { nullable: true, description: 'How to show times of the day.' }) timeFormat!: string;
  @Field(() => NumberFormat.values, { nullable: true, description: 'How to show numbers.' }) numberFormat!: string;
  @Field(() => NameFormat.values, { nullable: true, description: 'How to show names.' }) nameFormat!: string;
}

@ObjectType({ description: "The caller's settings as they are after the mutation." })
class UpdateViewerSettingsPayload {
  @Field(() => ViewerSettings, { nullable: true, description: 'What now holds.' }) viewerSettings!: ViewerSettings;
}

@InputType({ description: "Changes of one's own settings: a field that is absent stays, null takes the organisation's again." })
class ViewerSettingsInput {
  @Field(() => GraphQLString, { nullable: true, description: 'A language that the product speaks, by its tag: `en`.' }) language?: string;
  @Field(() => GraphQLString, { nullable: true, description: 'A time zone by its IANA name: `Europe/Amsterdam`.' }) timeZone?: string;
  @Field(() => Weekday.values, { nullable: true, description: 'The day that a week begins with.' }) weekStart?: string;
  @Field(() => DateFormat.values, { nullable: true, description: 'How to show dates.' }) dateFormat?: string;
  @Field(() => TimeFormat.values, { nullable: true, description: 'How to show times of the day.' }) timeFormat?: string;
  @Field(() => NumberFormat.values, { nullable: true, description: 'How to show numbers.' }) numberFormat?: string;
  @Field(() => NameFormat.values, { nullable: true, description: 'How to show names.' }) nameFormat?: string;
}

/** The input as it was given: type-graphql's own instance would not tell what is absent from what is null. */
function givenInput(prototype: object, method: string, index: number): void {
  createParameterDecorator(({ args }) => args['input'] as unknown, {
    arg: { name: 'input', typeFunc: () => ViewerSettingsInput, options: { description: 'The changes.' } },
  })(prototype, method, index);
}

@Resolver()
export class ViewerSettingsResolver {
  @Query(() => ViewerSettings, { nullable: true, description: "What holds for the caller: their own settings over the organisation's." })
  viewerSettings(@Ctx() context: Context): Promise<ViewerSettings> {
    return readSettings(context);
  }

  @Mutation(() => UpdateViewerSettingsPayload, { description: "Changes the caller's own settings." })
  async updateViewerSettings(@Ctx() context: Context, @givenInput input: Record<string, unknown>): Promise<UpdateViewerSettingsPayload> {
    const write = writeContext(context);
    const { org, userId } = write.viewer;
    const module = write.model.registry.module('User');
    await updateRecords(write, module, [{ id: wireId(module, userId), input }], { path: 'input', many: false }, 'ABORT');
    write.afterCommit.push(() => write.services.auth.forget(org, userId));
    return { viewerSettings: await readSettings(write) };
  }
}

async function readSettings(context: Context): Promise<ViewerSettings> {
  if (!context.viewer) throw Unauthenticated({});
  return organizationDb(context)
    .selectFrom('app_user as u')
    .innerJoin('organization as o', 'o.org', 'u.org')
    .select((eb) => [
      eb.fn.coalesce('u.language', 'o.language').as('language'),
      eb.fn.coalesce('u.time_zone', 'o.time_zone').as('timeZone'),
      eb.fn.coalesce('u.week_start', 'o.week_start').as('weekStart'),
      eb.fn.coalesce('u.date_format', 'o.date_format').as('dateFormat'),
      eb.fn.coalesce('u.time_format', 'o.time_format').as('timeFormat'),
      eb.fn.coalesce('u.number_format', 'o.number_format').as('numberFormat'),
      eb.fn.coalesce('u.name_format', 'o.name_format').as('nameFormat'),
      'o.fiscal_year_start as fiscalYearStart',
    ])
    .where('u.id', '=', context.viewer.userId)
    .executeTakeFirstOrThrow();
}
