import { GraphQLString } from 'graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context, WriteContext } from '../../core/context.js';
import { arg, crud } from '../../core/crud.js';
import { fault, ValidationFailed } from '../../core/errors.js';
import { writeContext } from '../../core/execute.js';
import { refuseForbiddenCharacters } from '../../core/forbidden-characters.js';
import { rowIdOf, wireId } from '../../core/ids.js';
import { say } from '../../core/messages.js';
import { moduleTypes } from '../../core/schema/declare-types.js';
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
    const { transaction, viewer } = to;
    const module = to.model.registry.module('ImportMapping');
    await checkOwners(to, settings.ownerIds ?? []);
    await transaction.run(`SELECT pg_advisory_xact_lock(hashtextextended($1 || '/import-mapping', 0))::text`, [viewer.org]);
    const [found] = await transaction.run('SELECT m.id::text FROM import_mapping m WHERE m.org = $1::uuid AND m.name_key = crm_fold($2) AND m.deleted_at IS NULL', [viewer.org, name]);
    const values = new Map<string, unknown>([
      ['module', settings.module ?? null],
      ['settings', given(settings)],
    ]);
    const place = { path: '', many: false };
    const [outcome] = found ? await updateRecords(to, module, [{ id: wireId(module, found[0]!), input: {}, values }], place, 'ABORT') : await write(to, [await planCreates(to, module, [{ index: 0, row: { name } }], place, () => values)], 'ABORT');
    return { importMapping: outcome!.id };
  }
}

/** Only what was said. */
const given = (settings: ImportSettings): object => Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null && value !== undefined));

const MAX_OWNERS = 500;

/** Refuses owners that are no users of the organization: whoever imports by the mapping later would meet them row by row. */
async function checkOwners({ transaction, viewer, model }: WriteContext, ownerIds: readonly string[]): Promise<void> {
  if (ownerIds.length === 0) return;
  if (ownerIds.length > MAX_OWNERS) throw fault('settings.ownerIds', 'TOO_MANY', say('faults.tooManyOwners', { limit: MAX_OWNERS }), { limit: MAX_OWNERS });
  const users = model.registry.module('User');
  const rowIds = ownerIds.map((id) => rowIdOf(users, id));
  const rows = await transaction.run('SELECT u.id::text FROM app_user u WHERE u.org = $1::uuid AND u.id = ANY($2::uuid[]) AND u.deleted_at IS NULL', [viewer.org, `{${rowIds.filter((id) => id !== null).join(',')}}`]);
  const known = new Set(rows.map(([id]) => id));
  const fields = rowIds.flatMap((id, index) => (id !== null && known.has(id) ? [] : [{ inputPath: `settings.ownerIds.${index}`, code: 'REFERENCE_NOT_FOUND' as const, message: say('faults.noSuchOwner', { id: ownerIds[index]!.slice(0, 100) }) }]));
  if (fields.length > 0) throw ValidationFailed({ fields });
}
