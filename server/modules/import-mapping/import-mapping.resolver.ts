import { GraphQLString } from 'graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/context.js';
import { arg, crud } from '../../core/crud.js';
import { writeContext } from '../../core/execute.js';
import { refuseForbiddenCharacters } from '../../core/forbidden-characters.js';
import { wireId } from '../../core/ids.js';
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
    to.tally.statements += 2;
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
