import { GraphQLBoolean, GraphQLString } from 'graphql';
import { Arg, Ctx, Field as GraphQLField, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { access } from '../../core/access.js';
import type { Context, WriteContext } from '../../core/context.js';
import { uniqueLock, valuesOfField } from '../../core/database/schema-model.js';
import { defineError, fault, Unauthenticated } from '../../core/errors.js';
import { writeContext } from '../../core/execute.js';
import { canBeUnique } from '../../core/fields.js';
import { wireId } from '../../core/ids.js';
import { label, say } from '../../core/messages.js';
import type { Field, Module } from '../../core/registry.js';
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
  if (!module?.fields.has('externalIds'))
    throw fault('module', 'REFERENCE_NOT_FOUND', say('faults.noSuchModule', { name: name.slice(0, 60) }));
  const field = module.fields.get(fieldName);
  if (!field || !canBeUnique(field))
    throw fault('field', 'REFERENCE_NOT_FOUND', say('faults.cannotBeUnique', { name: fieldName.slice(0, 60), module: label(name) }));
  return { module, field };
}

async function setUnique(context: WriteContext, module: Module, field: Field, isUnique: boolean): Promise<void> {
  const { transaction, viewer } = context;
  const run = (text: string, values: readonly string[]) => {
    return transaction.run(text, values);
  };
  // Waits for whoever is writing such records, and keeps others from it: from here on nothing comes in between.
  await run(`SELECT pg_advisory_xact_lock(${uniqueLock('$1::text', module.name)})::text`, [viewer.org]);
  const own = [viewer.org, module.name, field.name];
  const [isThere] = await run('SELECT 1::text FROM unique_field WHERE org = $1::uuid AND module = $2 AND field = $3', own);
  if (Boolean(isThere) === isUnique) return;
  if (!isUnique) {
    await run('DELETE FROM unique_value WHERE org = $1::uuid AND module = $2 AND field = $3', own);
    await run('DELETE FROM unique_field WHERE org = $1::uuid AND module = $2 AND field = $3', own);
  } else {
    const clashes = await findClashes(context, module, field);
    if (clashes.length > 0) throw FieldHasDuplicates({ field: `${module.name}.${field.name}`, clashes });
    await run('INSERT INTO unique_field (org, module, field) VALUES ($1::uuid, $2, $3)', own);
    await run(`INSERT INTO unique_value (org, module, field, value, record_id) ${valuesOfField(module, field)}`, [viewer.org]);
  }
  await logEvent(context, {
    module: 'UniqueField',
    recordId: viewer.org,
    became: { event: isUnique ? 'field.madeUnique' : 'field.madeCommon', module: module.name, field: field.name },
  });
}

async function findClashes({ transaction, viewer }: WriteContext, module: Module, field: Field): Promise<Clash[]> {
  const rows = await transaction.run(
    `SELECT v.value, count(*)::text, array_to_json((array_agg(v.id ORDER BY v.id))[1:10])::text FROM (${valuesOfField(module, field)}) v(org, module, field, value, id) GROUP BY v.value HAVING count(*) > 1 ORDER BY count(*) DESC, v.value LIMIT ${MAX_CLASHES}`,
    [viewer.org],
  );
  return rows.map(([value, count, ids]) => ({
    value: value!,
    count: Number(count),
    ids: (JSON.parse(ids!) as string[]).map((id) => wireId(module, id)),
  }));
}

async function readUnique({ transaction, viewer }: WriteContext): Promise<UniqueField[]> {
  const rows = await transaction.run(`SELECT module, field FROM unique_field WHERE org = $1::uuid ORDER BY module, field`, [viewer.org]);
  return rows.map(([module, field]) => ({ module: module!, field: field! }));
}
