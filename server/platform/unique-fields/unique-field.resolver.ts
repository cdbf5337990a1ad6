import { GraphQLBoolean, GraphQLString } from 'graphql';
import { sql } from 'kysely';
import { Arg, Ctx, Field as GraphQLField, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { access } from '../../core/access.js';
import type { Context, WriteContext } from '../../core/context.js';
import { uniqueSql } from '../../core/database/schema-model.js';
import { defineError, fault, Unauthenticated } from '../../core/errors.js';
import { writeContext } from '../../core/execute.js';
import { canBeUnique } from '../../core/fields.js';
import { wireId } from '../../core/ids.js';
import { label, say } from '../../core/messages.js';
import type { Field, Module } from '../../core/registry.js';
import { organizationDb, recordTable, type Db } from '../../core/typed-sql.js';
import { lockAdministration } from '../../core/write/administration-lock.js';
import { logEvent } from '../../core/write/log-event.js';

interface Clash {
  readonly value: string;
  readonly count: number;
  /** Ten of them at most. */
  readonly ids: readonly string[];
}

/** So many clashes are told at once, the largest first. */
const MAX_CLASHES = 100;

export const FieldHasDuplicates = defineError<{ field: string; clashes: readonly Clash[] }>('FIELD_HAS_DUPLICATES', {
  status: 409,
  description:
    'The field can not be made unique while several records have the same value. `clashes` says which: the value, how many records have it, and the ids of up to ten; the 100 largest.',
  message: ({ field, clashes }) => say('errors.FIELD_HAS_DUPLICATES', { field, count: clashes.length }),
});

@ObjectType({ description: 'A field that no two records of its module share a value of; those in the bin take no part.' })
class UniqueField {
  @GraphQLField(() => GraphQLString, { nullable: true, description: 'The module: `Account`.' }) module!: string;
  @GraphQLField(() => GraphQLString, { nullable: true, description: 'The field: `website`.' }) field!: string;
}

@ObjectType({ description: 'The unique fields as they are after the mutation.' })
class SetFieldUniquePayload {
  @GraphQLField(() => [UniqueField], { nullable: true, description: 'All of them, by module and name.' }) uniqueFields!: UniqueField[];
}

@Resolver()
export class UniqueFieldResolver {
  @Query(() => [UniqueField], { nullable: true, description: 'The fields that the organisation has made unique, by module and name.' })
  uniqueFields(@Ctx() { viewer }: Context): UniqueField[] {
    if (!viewer) throw Unauthenticated({});
    return [...viewer.uniqueFields].flatMap(([module, fields]) => fields.map((field) => ({ module, field }))).sort(byName);
  }

  @Mutation(() => SetFieldUniquePayload, {
    description:
      'Makes a field unique, or no longer: text, addresses, telephone numbers and whole numbers can be. Refused with the list of clashes while there are duplicates. For administrators.',
  })
  @access({ isForAdministrators: true })
  async setFieldUnique(
    @Ctx() context: Context,
    @Arg('module', () => GraphQLString, { description: 'The module: `Account`.' }) module: string,
    @Arg('field', () => GraphQLString, { description: 'The field: `website`.' }) field: string,
    @Arg('isUnique', () => GraphQLBoolean, { description: 'Whether it is to be unique.' }) isUnique: boolean,
  ): Promise<SetFieldUniquePayload> {
    const write = writeContext(context);
    const found = fieldOf(write, module, field);
    await setUnique(write, found.module, found.field, isUnique);
    // Other servers learn of it within seconds; until then their writes find out at the database.
    context.afterCommit.push(() => context.services.auth.forget(write.viewer.org));
    return { uniqueFields: await readUnique(write) };
  }
}

const byName = (a: UniqueField, b: UniqueField): number => (`${a.module}.${a.field}` < `${b.module}.${b.field}` ? -1 : 1);

function fieldOf({ model: { registry } }: WriteContext, name: string, fieldName: string): { module: Module; field: Field } {
  const module = registry.modules.get(name);
  if (!module?.hasExternalIds) throw fault('module', 'REFERENCE_NOT_FOUND', say('faults.noSuchModule', { name: name.slice(0, 60) }));
  const field = module.fields.get(fieldName);
  if (!field || !canBeUnique(field))
    throw fault('field', 'REFERENCE_NOT_FOUND', say('faults.cannotBeUnique', { name: fieldName.slice(0, 60), module: label(name) }));
  return { module, field };
}

async function setUnique(context: WriteContext, module: Module, field: Field, isUnique: boolean): Promise<void> {
  const db = organizationDb(context);
  // Waits for whoever is writing such records, and keeps others from it: from here on nothing comes in between.
  await lockAdministration(context, `unique/${module.name}`);
  const known = await db
    .selectFrom('unique_field')
    .select('field')
    .where('module', '=', module.name)
    .where('field', '=', field.name)
    .executeTakeFirst();
  if (Boolean(known) === isUnique) return;
  if (!isUnique) {
    await db.deleteFrom('unique_value').where('module', '=', module.name).where('field', '=', field.name).execute();
    await db.deleteFrom('unique_field').where('module', '=', module.name).where('field', '=', field.name).execute();
  } else {
    const clashes = await findClashes(db, module, field);
    if (clashes.length > 0) throw FieldHasDuplicates({ field: `${module.name}.${field.name}`, clashes });
    await db.insertInto('unique_field').values({ module: module.name, field: field.name }).execute();
    await db
      .insertInto('unique_value')
      .columns(['record_id', 'value', 'module', 'field'])
      .expression(
        valuesOf(db, module, field).select([sql<string>`${module.name}::text`.as('module'), sql<string>`${field.name}::text`.as('field')]),
      )
      .execute();
  }
  await logEvent(context, {
    module: 'UniqueField',
    recordId: context.viewer.org,
    became: { event: isUnique ? 'field.madeUnique' : 'field.madeCommon', module: module.name, field: field.name },
  });
}

/** The ids and values of the records of a module that have a value in a field, as `unique_value` keeps them. */
const valuesOf = (db: Db, module: Module, field: Field) =>
  db
    .selectFrom(`${recordTable(module)} as t` as const)
    .select(['t.id', sql.raw<string>(uniqueSql(field, 't')).as('value')])
    .where('t.deleted_at', 'is', null)
    .where(sql.ref(`t.${field.column}`), 'is not', null);

async function findClashes(db: Db, module: Module, field: Field): Promise<Clash[]> {
  const rows = await db
    .selectFrom(valuesOf(db, module, field).as('v'))
    .select((eb) => ['v.value', eb.fn.countAll<string>().as('count'), sql<string[]>`(array_agg(v.id ORDER BY v.id))[1:10]`.as('ids')])
    .groupBy('v.value')
    .having((eb) => eb.fn.countAll<string>(), '>', '1')
    .orderBy('count', 'desc')
    .orderBy('v.value')
    .limit(MAX_CLASHES)
    .execute();
  return rows.map(({ value, count, ids }) => ({ value, count: Number(count), ids: ids.map((id) => wireId(module, id)) }));
}

const readUnique = (context: WriteContext): Promise<UniqueField[]> =>
  organizationDb(context).selectFrom('unique_field').select(['module', 'field']).orderBy('module').orderBy('field').execute();
