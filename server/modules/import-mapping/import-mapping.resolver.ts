import { GraphQLString } from 'graphql';
import { sql } from 'kysely';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context, WriteContext } from '../../core/context.js';
import { arg, crud } from '../../core/crud.js';
import { fault, ValidationFailed } from '../../core/errors.js';
import { writeContext } from '../../core/execute.js';
import { refuseForbiddenCharacters } from '../../core/forbidden-characters.js';
import { rowIdOf, wireId } from '../../core/ids.js';
import { say } from '../../core/messages.js';
import { moduleTypes } from '../../core/schema/declare-types.js';
import { organizationDb } from '../../core/typed-sql.js';
import { lockAdministration } from '../../core/write/administration-lock.js';
import { planCreates, updateRecords, write } from '../../core/write/operations.js';
import type { ImportSettings } from '../../platform/import/import-file.js';
import { ImportSettingsInput } from '../../platform/import/import.resolver.js';
import { ImportMapping } from './import-mapping.js';

@Resolver(() => ImportMapping)
export class ImportMappingResolver extends crud(ImportMapping, {}, { verbs: ['delete', 'restore'], isForMany: false }) {
  @Mutation(() => moduleTypes('ImportMapping').payload, {
    description: 'Keeps how files are imported under a name, in place of what was kept under it: `mapping` of an import names it.',
  })
  async saveImportMapping(
    @Ctx() context: Context,
    @Arg('name', () => GraphQLString, { description: 'What it is to be called.' }) name: string,
    @arg('settings', () => ImportSettingsInput, 'How files are to be imported.') settings: ImportSettings,
  ): Promise<object> {
    refuseForbiddenCharacters(name, 'name');
    refuseForbiddenCharacters(settings, 'settings');
    const to = writeContext(context);
    const module = to.model.registry.module('ImportMapping');
    await checkOwners(to, settings.ownerIds ?? []);
    await lockAdministration(to, 'import-mapping');
    const found = await organizationDb(to)
      .selectFrom('import_mapping as m')
      .select('m.id')
      .where('m.name_key', '=', sql<string>`crm_fold(${name})`)
      .where('m.deleted_at', 'is', null)
      .executeTakeFirst();
    const values = new Map<string, unknown>([
      ['module', settings.module ?? null],
      ['settings', given(settings)],
    ]);
    const place = { path: '', many: false };
    const [outcome] = found ? await updateRecords(to, module, [{ id: wireId(module, found.id), input: {}, values }], place, 'ABORT') : await write(to, [await planCreates(to, module, [{ index: 0, row: { name } }], place, () => values)], 'ABORT');
    return { importMapping: outcome!.id };
  }
}

/** Only what was said. */
const given = (settings: ImportSettings): object => Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null && value !== undefined));

const MAX_OWNERS = 500;

/** Refuses owners that are no users of the organization: whoever imports by the mapping later would meet them row by row. */
async function checkOwners(context: WriteContext, ownerIds: readonly string[]): Promise<void> {
  if (ownerIds.length === 0) return;
  if (ownerIds.length > MAX_OWNERS) throw fault('settings.ownerIds', 'TOO_MANY', say('faults.tooManyOwners', { limit: MAX_OWNERS }), { limit: MAX_OWNERS });
  const users = context.model.registry.module('User');
  const rowIds = ownerIds.map((id) => rowIdOf(users, id));
  const rows = await organizationDb(context)
    .selectFrom('app_user as u')
    .select('u.id')
    .where(
      'u.id',
      'in',
      rowIds.filter((id) => id !== null),
    )
    .where('u.deleted_at', 'is', null)
    .execute();
  const known = new Set(rows.map(({ id }) => id));
  const fields = rowIds.flatMap((id, index) => (id !== null && known.has(id) ? [] : [{ inputPath: `settings.ownerIds.${index}`, code: 'REFERENCE_NOT_FOUND' as const, message: say('faults.noSuchOwner', { id: ownerIds[index]!.slice(0, 100) }) }]));
  if (fields.length > 0) throw ValidationFailed({ fields });
}
