import { GraphQLString } from 'graphql';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { costs } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Unauthenticated } from '../../core/errors.js';
import { picklistsOf } from '../picklists/read-picklists.js';
import { describeModule, describeModules, digestOf, type Asking } from './describe-module.js';
import { ModuleInfo } from './module-info.js';

/** What there is and what the caller may do with it: for frontends that are made without knowing the modules. */
@Resolver(() => ModuleInfo)
export class MetadataResolver {
  @costs(2000)
  @Query(() => [ModuleInfo], { nullable: true, description: 'All modules, as the caller may see them and work with them.' })
  modules(@Ctx() context: Context): ModuleInfo[] {
    return describeModules(askingOf(context));
  }

  @costs(100)
  @Query(() => ModuleInfo, { nullable: true, description: 'A module by its name, as the caller may see it; null when there is none.' })
  module(
    @Ctx() context: Context,
    @Arg('name', () => GraphQLString, { description: 'The name: `Account`.' }) name: string,
  ): ModuleInfo | null {
    return describeModule(askingOf(context), name);
  }

  @FieldResolver(() => GraphQLString, {
    description: 'Differs when anything else here does for the caller, the values of picklists too; the same otherwise.',
  })
  async version(@Root() { digest, picklists }: ModuleInfo, @Ctx() context: Context): Promise<string> {
    if (picklists.length === 0) return digest;
    const lists = await picklistsOf(context);
    return digestOf([digest, ...picklists.map((name) => lists.get(name))]);
  }
}

function askingOf({ model, viewer, language }: Context): Asking {
  if (!viewer) throw Unauthenticated({});
  return { model, viewer, language };
}
