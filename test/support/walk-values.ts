import { getNamedType, getNullableType, isEnumType, isListType, type GraphQLSchema } from 'graphql';
import type pg from 'pg';
import { canBeUnique, idName, inputName } from '../../server/core/fields.js';
import { wireId, type Identified } from '../../server/core/ids.js';
import { camelCase, pascalCase, screamingCase } from '../../server/core/names.js';
import { standardPicklists } from '../../server/core/picklist.js';
import { isAlwaysUnique, leadsToRecord, type Field, type Module } from '../../server/core/registry.js';
import { registry } from '../../server/modules/index.js';
import { apiKeyIds } from '../../server/platform/auth/api-keys.js';
import { digestOf } from '../../server/platform/auth/secrets.js';
import { sessionIds } from '../../server/platform/auth/sessions.js';
import { fileIds } from '../../server/platform/files/files.js';
import { mutationOf, type Attempt, type WriteValues } from './mutation-walk.js';
import type { WalkValues } from './schema-walk.js';
import { neededLists, nestedOf, newStages, type Marked } from './two-organizations.js';

/** What one of ours asks and writes with, when trying to reach theirs. */
export interface Intruder {
  readonly ours: Marked;
  readonly theirs: Marked;
  /** Sees both. */
  readonly system: pg.Pool;
}

/** What has ids and is no module. */
const others: Readonly<Record<string, Identified>> = { Session: sessionIds, ApiKey: apiKeyIds, File: fileIds };

export const wireIds = (from: Marked, name: string): string[] =>
  from.ids.get(name)!.map((id) => wireId(others[name] ?? registry.module(name), id));

type Row = Record<string, string | number | boolean | null>;

/** Arguments that are neither ids nor pages: what to give them. */
const texts = (theirs: Marked): Readonly<Record<string, readonly unknown[]>> => ({
  'Query.picklist(name:)': [...standardPicklists().map(({ name }) => name), theirs.mark],
  'Query.module(name:)': ['Account', theirs.mark],
  'Query.enumeration(name:)': ['StageCategory', theirs.mark],
  'Query.estimateCost(document:)': [
    'query Any { accounts(first: 3) { nodes { id } } }',
    `query Any { account(id: "${wireIds(theirs, 'Account')[1]!}") { id } }`,
  ],
  'Query.estimateCost(operationName:)': ['Any'],
  'Query.estimateCost(variables:)': [{ id: theirs.org }],
});

const samples: Readonly<Record<string, unknown>> = { Int: 1, Decimal: '1', DateTime: '2027-01-01T00:00:00.000Z', Date: '2027-01-01' };

/**
 * Questions of ours about theirs: conditions compare with values of their records, ids are theirs (and one of ours where
 * a way into the schema needs it).
 *
 * @param cursor a cursor of theirs for a list, by the list's coordinate
 */
export async function walkValues(
  { ours, theirs, system }: Intruder,
  cursor: (list: string) => unknown = () => undefined,
): Promise<WalkValues> {
  const rows = new Map<string, Row>();
  for (const { name, table } of registry.modules.values()) {
    const ids = theirs.ids.get(name)!;
    const found = await system.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE org = $1 AND id = $2`, [
      theirs.org,
      ids[1] ?? ids[0],
    ]);
    rows.set(name, found.rows[0]!.row);
  }
  const given: Readonly<Record<string, readonly unknown[]>> = {
    ...texts(theirs),
    'Query.file(id:)': [...wireIds(ours, 'File').slice(0, 1), ...wireIds(theirs, 'File')],
  };
  const imports = [await ownImport({ ours, theirs, system }), ...(await foreignImports({ ours, theirs, system }))];
  const wholes: Readonly<Record<string, object[]>> = {
    'Query.previewImport(file:)': imports,
    'Query.previewTotals(input:)': documents({ ours, theirs }),
  };
  return {
    // One is left out, so that `not` has one to show as well.
    ids: (record) => wireIds(theirs, record).filter((_, index) => index !== 2),
    field(record, name, type) {
      if (isEnumType(type)) return type.getValues().map((value) => value.name);
      const module = registry.module(record);
      const field = module.fields.get(name) ?? [...module.fields.values()].find((one) => leadsToRecord(one) && idName(one) === name)!;
      // Numbers of days and lengths of time.
      if (type.name === 'Int' && field.kind !== 'integer') return [1];
      // What a label is asked for.
      if (type.name === 'String' && field.kind === 'picklist') return [theirs.mark];
      const value = rows.get(record)![field.column] ?? null;
      if (field.kind === 'externalIds') return [value ?? { [theirs.mark]: theirs.mark }];
      if (field.kind === 'reference') return [`${String(rows.get(record)![field.moduleColumn!])}_${String(value)}`];
      if (field.kind === 'lookup') {
        const target = registry.target(field);
        return [value === null ? wireIds(theirs, target.name)[0] : wireId(target, String(value))];
      }
      if (value === null) return [samples[type.name] ?? theirs.mark];
      if (field.kind === 'id') return [wireId(module, String(value))];
      if (field.kind === 'instant') return [new Date(String(value)).toISOString()];
      return [type.name === 'Int' ? value : String(value)];
    },
    whole: (at) => wholes[at] ?? null,
    argument(at, type) {
      if (wholes[at]) return wholes[at];
      const named = getNamedType(type);
      if (given[at]) return given[at];
      if (isEnumType(named)) return [lookupsOf(named.name.replace(/GroupField$/, '')).slice(0, 5)];
      if (named.name === 'Int') return [1, 500];
      if (named.name === 'Cursor') return [cursor(at.replace(/\(.*/, ''))];
      if (at.endsWith('(userId:)')) return [ours, theirs].flatMap((one) => wireIds(one, 'User')).concat(theirs.org);
      if (named.name !== 'ID') return [samples[named.name] ?? theirs.mark];
      if (isListType(getNullableType(type)))
        return [[...registry.modules.keys()].flatMap((module) => [ours, theirs].flatMap((one) => wireIds(one, module).slice(0, 2)))];
      const root = [...registry.modules.values()].find(({ name }) => at.startsWith(`Query.${camelCase(name)}(`));
      // What an id of another module is good for, the first few show: its prefix tells them all.
      const others = [...registry.modules.keys()].filter((name) => name !== root?.name);
      const some = (root ? others.slice(0, 3) : others).flatMap((module) =>
        [ours, theirs].flatMap((one) => wireIds(one, module).slice(0, 2)),
      );
      return [
        ...(root ? [...wireIds(ours, root.name).slice(1, 2), ...[ours, theirs].flatMap((one) => wireIds(one, root.name).slice(0, 2))] : []),
        ...some,
      ];
    },
  };
}

/** Documents to add up: ours with a discount in either form, and with theirs in each place. */
function documents({ ours, theirs }: Pick<Intruder, 'ours' | 'theirs'>): object[] {
  const of = (from: Marked, name: string, at = 0): string => wireIds(from, name)[at]!;
  const [productId, taxId, priceBookId] = [of(ours, 'Product'), of(ours, 'Tax'), of(ours, 'PriceBook', 1)];
  const line = { productId, quantity: '2', listPrice: '10', priceBookId, discount: '1', taxes: [{ taxId }] };
  const terms = { discountTiming: 'AFTER_TAX', pricesIncludeTax: true };
  const document = { ...terms, currency: 'EUR', exchangeRate: '1', discount: '1', taxes: [{ taxId }], adjustment: '1', lineItems: [line] };
  const { discount: _, ...percent } = document;
  const { discount: __, ...lineInPercent } = line;
  const foreign = [
    { productId: of(theirs, 'Product') },
    { taxes: [{ taxId: of(theirs, 'Tax') }] },
    { priceBookId: of(theirs, 'PriceBook') },
  ];
  return [
    document,
    { ...percent, discountPercent: '10', lineItems: [{ ...lineInPercent, discountPercent: '10' }] },
    { ...document, taxes: [{ taxId: of(theirs, 'Tax') }] },
    ...foreign.map((more) => ({ ...document, lineItems: [{ ...line, ...more }] })),
  ];
}

/** What records can be grouped by and leads to another record. */
const lookupsOf = (module: string): string[] =>
  [...registry.module(module).fields.values()].flatMap((field) => (leadsToRecord(field) ? [screamingCase(field.name)] : []));

const fileToImport = async (system: pg.Pool, { org, mark }: Marked): Promise<string> =>
  wireId(
    fileIds,
    (await system.query<{ id: string }>('SELECT id FROM file WHERE org = $1 AND file_name = $2', [org, `${mark}.csv`])).rows[0]!.id,
  );

/** A file of ours, as it says itself what is in it. */
const ownImport = async ({ ours, system }: Intruder): Promise<object> => ({
  fileId: await fileToImport(system, ours),
  source: 'salesforce',
});

/** A file of theirs, with all that can be said of one. */
async function foreignImports({ theirs, system }: Intruder): Promise<object[]> {
  const [fileId, user] = [await fileToImport(system, theirs), wireIds(theirs, 'User')[0]];
  const choices = {
    mode: ['BOTH', 'ADD', 'UPDATE'],
    onDuplicate: ['OVERWRITE', 'SKIP', 'CLONE'],
    numberFormat: ['COMMA_POINT', 'POINT_COMMA', 'SPACE_COMMA', 'SPACE_POINT', 'APOSTROPHE_POINT', 'COMMA_POINT_INDIAN'],
    dateOrder: ['YMD', 'DMY', 'MDY'],
  };
  const by = ['EXTERNAL_ID', 'NAME', 'UNIQUE'];
  return choices.numberFormat.map((_, at) => ({
    fileId,
    mapping: null,
    module: 'Account',
    columns: [
      { column: 'Account Name', field: 'accountName', values: [{ from: 'a', to: 'b' }] },
      { column: 'Id', externalId: 'walk' },
      { column: 'Parent Account', lookup: 'parentAccount', by: by[at % by.length], source: 'walk' },
    ],
    source: 'walk',
    matchBy: { field: 'accountName', externalId: 'walk' },
    ...Object.fromEntries(Object.entries(choices).map(([name, values]) => [name, values[at % values.length]])),
    overwritesWithEmpty: false,
    addsPicklistValues: false,
    bringsHistory: false,
    skipsMissingReferences: true,
    emptyValues: ['NULL'],
    stopsIfAmbiguous: false,
    ownerIds: [user],
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    hasHeader: true,
    sheet: 'walk',
    isGuarded: false,
    timeZone: 'Europe/Amsterdam',
  }));
}

/** Imports of ours and of files of theirs, and exports. */
export async function imports(schema: GraphQLSchema, intruder: Intruder): Promise<Attempt[]> {
  const attempt = (files: object[], more: Pick<Attempt, 'about' | 'expected'>): Attempt => ({
    name: 'startImport',
    ...more,
    ...mutationOf(schema, schema.getMutationType()!.getFields()['startImport']!, { files, isTrial: false }, 1),
  });
  const exports = ['CSV', 'NDJSON', 'XLSX'].map((format): Attempt => ({
    name: 'startExport',
    about: '',
    expected: 'written',
    ...mutationOf(
      schema,
      schema.getMutationType()!.getFields()['startExport']!,
      {
        document: 'query Any($id: ID!) { accounts(filter: { id: { notEq: $id } }) { nodes { id } } }',
        operationName: 'Any',
        variables: { id: wireIds(intruder.theirs, 'Account')[0] },
        format,
        fileName: 'walk',
        isGuarded: true,
      },
      1,
    ),
  }));
  const [{ fileId: _, mapping: __, ...settings }] = (await foreignImports(intruder)) as [Record<string, unknown>];
  const name = `${intruder.ours.mark}_saved`;
  const saving = (ownerIds: readonly unknown[], more: Pick<Attempt, 'about' | 'expected'>): Attempt => ({
    name: 'saveImportMapping',
    ...more,
    ...mutationOf(schema, schema.getMutationType()!.getFields()['saveImportMapping']!, { name, settings: { ...settings, ownerIds } }, 1),
  });
  const { rows } = await intruder.system.query<{ name: string }>('SELECT name FROM import_mapping WHERE org = $1', [intruder.theirs.org]);
  return [
    ...exports,
    saving([wireIds(intruder.ours, 'User')[0]], { about: '', expected: 'written' }),
    saving([wireIds(intruder.theirs, 'User')[0]], { about: 'settings.ownerIds.0', expected: 'refused' }),
    attempt([await ownImport(intruder)], { about: '', expected: 'written' }),
    attempt([{ ...(await ownImport(intruder)), mapping: rows[0]!.name }], { about: 'files.0.mapping', expected: 'refused' }),
    ...(await foreignImports(intruder)).map((file) => attempt([file], { about: 'files.0.fileId', expected: 'refused' })),
  ];
}

/** What is made unique, and looked for by what. */
export function uniqueChanges(schema: GraphQLSchema, ours: Marked): Attempt[] {
  const attempt = (name: string, given: Record<string, unknown>): Attempt => ({
    name,
    about: '',
    expected: 'written',
    kinds: [`${name.replace(/^upsert.*/, 'upsert')} by a unique field`],
    ...mutationOf(schema, schema.getMutationType()!.getFields()[name]!, given, 0),
  });
  const upserts = [...registry.modules.values()].flatMap((module): Attempt[] => {
    const { name, plural, fields, duplicateCheck } = module;
    if (!duplicateCheck) return [];
    const settable = [...fields.values()].filter((field) => field.writable && !field.fixed);
    const input = () => ({
      ...Object.fromEntries(settable.map((field) => [inputName(field), ours.value(module, field)])),
      ...neededLists(ours, module),
    });
    // Values are numbered, and short fields hold short numbers only.
    const spare = input();
    const common = settable.filter((field) => canBeUnique(field) && field !== duplicateCheck);
    return [
      attempt(`upsert${name}`, { by: { field: screamingCase(duplicateCheck.name) }, input: input() }),
      attempt(`upsert${pascalCase(plural)}`, { by: { externalId: ours.mark }, inputs: [input()], onError: 'CONTINUE' }),
      ...common.map((field): Attempt => ({
        ...attempt(`upsert${name}`, { by: { field: screamingCase(field.name) }, input: spare }),
        // The fax of leads is unique in both organisations, codes of products in every one.
        ...((name === 'Lead' && field.name === 'fax') || isAlwaysUnique(module, field)
          ? {}
          : { about: 'by.field', expected: 'refused', also: ['CONTRADICTION'], kinds: ['upsert by another field'] }),
      })),
    ];
  });
  return [
    attempt('setFieldUnique', { module: 'Account', field: 'website', isUnique: true }),
    attempt('setFieldUnique', { module: 'Account', field: 'website', isUnique: false }),
    ...upserts,
  ];
}

/** Which mutation is for the job at this place: `jobStates` says in what state it is. */
const steered = ['', 'pauseJob', 'resumeJob', 'cancelJob', 'undoJob'];

/** Mutations of ours with theirs in every place that refers to something. */
export async function writeValues({ ours, theirs, system }: Intruder): Promise<WriteValues> {
  const { rows } = await system.query<{ key: string }>(`SELECT key FROM pipeline_stage WHERE org = $1 AND lower(key) LIKE $2 ORDER BY id`, [
    theirs.org,
    `${theirs.mark}%`,
  ]);
  return {
    own: (module, field) => ours.value(module, field),
    foreign(_module, field) {
      if (field.kind === 'picklist') return [theirs.key(field.picklist!.name)];
      // The next numbers of years lead nowhere.
      if (field.name === 'nextNumberByYear') return [];
      if (field.kind === 'json') return [[{ taxId: wireIds(theirs, 'Tax')[1] }]];
      if (!leadsToRecord(field)) return [];
      if (field.inputKey) return [rows[1]!.key];
      const targets = registry.targets(field);
      const other = [...registry.modules.values()].find((one) => !targets.includes(one))!;
      return [...targets.map(({ name }) => wireIds(theirs, name)[1] ?? wireIds(theirs, name)[0]), wireIds(theirs, other.name)[0]];
    },
    ownTargets(module, mutation) {
      const [, first, second, deleted] = wireIds(ours, module.name);
      if (module.name === 'Job') return [wireIds(ours, 'Job')[steered.indexOf(mutation)]!, first!];
      if (mutation.startsWith('restore')) return [deleted!, first!];
      return mutation.startsWith('delete') ? [second!, second!] : [first!, second!];
    },
    ownNested(list) {
      const module = registry.module(list.module);
      const [changed, deleted] = nestedOf(ours, registry.target(list.via), list).map((id) => wireId(module, id));
      return [changed!, deleted!];
    },
    ownBeside: (list) => (list.module === 'PipelineStage' ? newStages(ours).slice(1) : []),
    foreignTargets: (module) => [...[1, 0, -1].map((at) => wireIds(theirs, module.name).at(at)!), wireIds(theirs, 'User')[0]!],
  };
}

/** Changes of our records that refer to theirs: the payload reads all of their relations inside the transaction. */
export function entangledUpdates(schema: GraphQLSchema, ours: Marked): Attempt[] {
  const text = (module: Module): Field | undefined =>
    [...module.fields.values()].find(({ kind, writable, fixed }) => kind === 'text' && writable && !fixed);
  return [...registry.modules.values()].flatMap((module) => {
    const mutation = schema.getMutationType()!.getFields()[`update${module.name}`];
    const field = text(module);
    if (!mutation || !field) return [];
    const given = { id: wireIds(ours, module.name)[0], input: { [inputName(field)]: ours.value(module, field) } };
    const kinds = ['payload with relations to others'];
    return [{ name: mutation.name, about: '', expected: 'written' as const, kinds, ...mutationOf(schema, mutation, given, 1) }];
  });
}

/** One's own settings, each of them. */
export function settingsChanges(schema: GraphQLSchema): Attempt[] {
  const field = schema.getMutationType()!.getFields()['updateViewerSettings']!;
  const inputs = [
    {
      language: 'en',
      timeZone: 'Europe/Madrid',
      weekStart: 'SATURDAY',
      dateFormat: 'DMY_WORDS',
      timeFormat: 'H24',
      numberFormat: 'POINT_COMMA',
      nameFormat: 'SALUTATION_LAST_FIRST',
    },
    { language: null, timeZone: null, weekStart: null, dateFormat: null, timeFormat: null, numberFormat: null, nameFormat: null },
  ];
  return inputs.map((input) => ({ name: field.name, about: '', expected: 'written', ...mutationOf(schema, field, { input }, 1) }));
}

/** What administrators do to picklists: to our values, and to a value and with a value that only theirs have. */
export function picklistChanges(schema: GraphQLSchema, { ours, theirs }: Intruder): Attempt[] {
  const [picklist, own, foreign] = ['Industry', ours.key('Industry'), theirs.key('Industry')];
  const keys = standardPicklists()
    .find(({ name }) => name === picklist)!
    .values.map(({ key }) => key);
  const [first, second] = keys as [string, string];
  const said = { label: `${ours.mark}_said`, labels: [{ language: 'nl', label: `${ours.mark}_gezegd` }], color: '#00AAFF', place: 2 };
  const added = `${ours.mark}_ADDED`.toUpperCase();
  const [sorted, answered] = ['CampaignMemberStatus', `${ours.mark}_ANSWERED`.toUpperCase()];
  const make = maker(schema);
  return [
    make('createPicklistValue', { picklist, input: { ...said, key: added }, dryRun: true }, 'dryRun', 'undone'),
    make('createPicklistValue', { picklist: theirs.mark, input: said }, 'picklist', 'refused'),
    make('createPicklistValue', { picklist, input: { ...said, key: added } }, '', 'written'),
    make('createPicklistValue', { picklist: sorted, input: { label: answered, key: answered, category: 'RESPONDED' } }, '', 'written'),
    make('updatePicklistValue', { picklist: sorted, key: answered, input: { category: null } }, '', 'written'),
    make('updatePicklistValue', { picklist, key: first, input: { isRetired: true }, dryRun: true }, 'dryRun', 'undone'),
    make('updatePicklistValue', { picklist, key: foreign, input: { color: null } }, 'key', 'refused'),
    make('updatePicklistValue', { picklist, key: first, input: { ...said, label: `${ours.mark}_again`, isRetired: false } }, '', 'written'),
    make('reorderPicklist', { picklist: 'Rating', keys: [theirs.key('Rating')] }, 'keys', 'refused', ['REQUIRED']),
    make('reorderPicklist', { picklist, keys: [own, added, ...keys.toReversed()] }, '', 'written'),
    make('replacePicklistValue', { picklist, key: foreign, with: second }, 'key', 'refused'),
    make('replacePicklistValue', { picklist, key: second, with: foreign }, 'with', 'refused'),
    make('replacePicklistValue', { picklist, key: second, with: own }, '', 'written'),
    make('deletePicklistValue', { picklist, key: foreign }, 'key', 'refused'),
    make('deletePicklistValue', { picklist, key: added }, '', 'written'),
  ];
}

/** Products that are to be ordered again: ours, and with theirs among them. */
export function reorders(schema: GraphQLSchema, { ours, theirs }: Intruder): Attempt[] {
  const make = maker(schema);
  const ids = wireIds(ours, 'Product').slice(0, 3);
  const needed = { vendorId: null, productActive: true, reorderLevel: '1000000' };
  return [
    make('updateProduct', { id: ids[2], input: needed }, '', 'written'),
    make('reorderProducts', { ids, dryRun: true }, 'dryRun', 'undone'),
    make('reorderProducts', { ids: [...ids, wireIds(theirs, 'Product')[1]!] }, 'ids', 'refused'),
    make('reorderProducts', { ids }, '', 'written'),
  ];
}

/** What administrators do to pipelines, stages and roles beyond making and changing them: to ours, and with theirs in each place. */
export async function pipelineChanges(schema: GraphQLSchema, { ours, theirs, system }: Intruder): Promise<Attempt[]> {
  const read = async (text: string, values: string[]): Promise<string[]> =>
    (await system.query<{ id: string }>(text, values)).rows.map(({ id }) => id);
  const stagesOf = async (pipeline: string): Promise<string[]> => {
    const text = `SELECT 'stage_' || id AS id FROM pipeline_stage WHERE org = $1 AND pipeline_id = $2 AND deleted_at IS NULL ORDER BY place, id`;
    return read(text, [ours.org, pipeline]);
  };
  const pipelines = await read(
    `SELECT 'pipeline_' || id AS id FROM pipeline WHERE org = $1 AND deleted_at IS NULL ORDER BY is_default DESC, id`,
    [ours.org],
  );
  const [standard, first, second] = pipelines.map((id) => id.slice('pipeline_'.length)) as [string, string, string];
  const [source, target] = [await stagesOf(second), await stagesOf(first)];
  const open = await read(
    `SELECT 'stage_' || id AS id FROM pipeline_stage WHERE org = $1 AND pipeline_id = $2 AND category = 'OPEN' AND deleted_at IS NULL ORDER BY id DESC`,
    [ours.org, standard],
  );
  const [foreignPipeline, foreignStage] = [wireIds(theirs, 'Pipeline')[1]!, wireIds(theirs, 'PipelineStage')[1]!];
  const make = maker(schema);
  const stage = (given: object, about: string, expected: Attempt['expected']) =>
    make('deletePipelineStage', { id: open[0], transferTo: open[1], ...given }, about, expected);
  const stages = source.map((from, index) => ({ from, to: target[index]! }));
  const pipeline = (given: object, about: string, expected: Attempt['expected'], transfer: object = {}) =>
    make('deletePipeline', { id: pipelines[2], transfer: { pipelineId: pipelines[1], stages, ...transfer }, ...given }, about, expected);
  const [, keptRole, goneRole] = wireIds(ours, 'Role');
  const foreignRole = wireIds(theirs, 'Role')[1]!;
  const role = (given: object, about: string, expected: Attempt['expected']) =>
    make('deleteRole', { id: goneRole, transferTo: keptRole, ...given }, about, expected);
  const [move, ...moves] = stages as [(typeof stages)[0], ...typeof stages];
  return [
    make('reorderPipelineStages', { pipelineId: foreignPipeline, ids: source }, 'pipelineId', 'refused'),
    make('reorderPipelineStages', { pipelineId: pipelines[2], ids: [...source, foreignStage] }, 'ids', 'refused'),
    make('reorderPipelineStages', { pipelineId: pipelines[2], ids: source.toReversed() }, '', 'written'),
    make('reorderPipelines', { ids: [...pipelines, foreignPipeline] }, 'ids', 'refused'),
    make('reorderPipelines', { ids: pipelines.toReversed() }, '', 'written'),
    stage({ id: foreignStage }, 'id', 'refused'),
    stage({ transferTo: foreignStage }, 'transferTo', 'refused'),
    stage({ expectedVersion: 99 }, 'expectedVersion', 'refused'),
    stage({}, '', 'written'),
    pipeline({ id: foreignPipeline }, 'id', 'refused'),
    pipeline({}, 'transfer.pipelineId', 'refused', { pipelineId: foreignPipeline }),
    pipeline({}, 'transfer.stages.from', 'refused', { stages: [...stages, { ...move, from: foreignStage }] }),
    pipeline({}, 'transfer.stages.to', 'refused', { stages: [{ ...move, to: foreignStage }, ...moves] }),
    pipeline({ expectedVersion: 99 }, 'expectedVersion', 'refused'),
    pipeline({}, '', 'written'),
    role({ id: foreignRole }, 'id', 'refused'),
    role({ transferTo: foreignRole }, 'transferTo', 'refused'),
    role({ expectedVersion: 99 }, 'expectedVersion', 'refused'),
    role({}, '', 'written'),
  ];
}

const maker =
  (schema: GraphQLSchema) =>
  (name: string, given: Record<string, unknown>, about: string, expected: Attempt['expected'], also?: readonly string[]): Attempt => ({
    name,
    about,
    expected,
    ...(also && { also }),
    ...mutationOf(schema, schema.getMutationType()!.getFields()[name]!, given, 1),
  });

/** Copies of our records that refer to theirs: what they refer to can not be had again, as if it were in the bin. */
export function entangledClones(schema: GraphQLSchema, ours: Marked): Attempt[] {
  return [...registry.modules.values()].flatMap((module) => {
    const mutation = schema.getMutationType()!.getFields()[`clone${module.name}`];
    // The copy's owner is whoever makes it.
    const refers = [...module.fields.values()].some((field) => leadsToRecord(field) && field.writable && field.name !== 'owner');
    if (!mutation || !refers) return [];
    const keys = [...module.fields.values()].filter(({ inputKey }) => inputKey);
    const input = Object.fromEntries(keys.map((field) => [inputName(field), ours.value(module, field)]));
    const given = { id: wireIds(ours, module.name)[0], input };
    // Lines of others are none.
    const also = [...module.relatedLists.values()].some(({ via }) => via.inverse?.needed) ? ['REQUIRED'] : [];
    const kinds = ['copy of relations to others'];
    return [
      { name: mutation.name, module, about: 'id', expected: 'refused' as const, also, kinds, ...mutationOf(schema, mutation, given, 0) },
    ];
  });
}

/** Signing in: as oneself, and with one's own password into their organisation and as one of them. */
export async function signIns(schema: GraphQLSchema, { ours, theirs, system }: Intruder): Promise<Attempt[]> {
  const field = schema.getMutationType()!.getFields()['signIn']!;
  const address = async ({ org, person }: Marked): Promise<string> =>
    (await system.query<{ email: string }>('SELECT email FROM app_user WHERE org = $1 AND id = $2', [org, person.userId])).rows[0]!.email;
  const attempt = (given: Record<string, unknown>, about: string, expected: Attempt['expected']): Attempt => ({
    name: 'signIn',
    about,
    expected,
    ...mutationOf(schema, field, given, 0),
  });
  const own = { email: await address(ours), password: ours.person.password };
  return [
    attempt(own, '', 'written'),
    attempt({ ...own, organizationId: wireIds(theirs, 'Organization')[0] }, 'organizationId', 'refused'),
    attempt({ ...own, email: await address(theirs) }, 'email', 'refused'),
  ];
}

/** Secrets that every walk may use once: each is planted anew before it. */
const secrets = { refresh: 'refresh', INVITATION: 'invitation', PASSWORD_RESET: 'reset', SIGN_IN: 'link' } as const;
const secretOf = (name: string): string => name.padEnd(43, '-');

/** Puts a refresh token and one link of each kind of ours where signing in looks for them, and forgets failures. */
export async function plantSecrets(system: pg.Pool, { org, ids }: Marked): Promise<void> {
  const [chief, second, third] = ids.get('User')!;
  const [session] = ids.get('Session')!;
  await system.query('DELETE FROM sign_in_attempt');
  await system.query(`UPDATE session SET ended_at = NULL, expires_at = now() + interval '1 day' WHERE org = $1 AND id = $2`, [
    org,
    session,
  ]);
  await system.query('DELETE FROM refresh_token WHERE org = $1 AND session_id = $2', [org, session]);
  await system.query('INSERT INTO refresh_token (org, hash, session_id) VALUES ($1, $2, $3)', [
    org,
    digestOf(secretOf(secrets.refresh)),
    session,
  ]);
  await system.query(`UPDATE app_user SET status = CASE WHEN id = $2 THEN 'INVITED' ELSE 'ACTIVE' END WHERE org = $1`, [org, third]);
  await system.query('DELETE FROM one_time_token WHERE org = $1', [org]);
  for (const [kind, user] of [
    ['INVITATION', third],
    ['PASSWORD_RESET', second],
    ['SIGN_IN', chief],
  ] as const)
    await system.query(
      `INSERT INTO one_time_token (org, hash, user_id, kind, expires_at) VALUES ($1, $2, $3, $4, now() + interval '1 hour')`,
      [org, digestOf(secretOf(secrets[kind])), user, kind],
    );
}

/** What people do about their ways in: with what is theirs, and with what is others' or nobody's. */
export function credentialAttempts(schema: GraphQLSchema, { ours, theirs }: Intruder): Attempt[] {
  const attempt = (name: string, given: Record<string, unknown>, about = '', expected: Attempt['expected'] = 'written'): Attempt => ({
    name,
    about,
    expected,
    ...mutationOf(schema, schema.getMutationType()!.getFields()[name]!, given, 0),
  });
  const ids = (name: string, ownAt: number): Attempt[] => {
    const type = name === 'endSession' ? 'Session' : 'ApiKey';
    const foreign = [...wireIds(theirs, type), wireIds(theirs, 'User')[0]!];
    return [...foreign.map((id) => attempt(name, { id }, 'id', 'refused')), attempt(name, { id: wireIds(ours, type)[ownAt] })];
  };
  const withSecret = (name: string, argument: string, secret: string, more: object = {}): Attempt[] => [
    attempt(name, { [argument]: 'x'.repeat(43), ...more }, argument, 'refused'),
    attempt(name, { [argument]: secretOf(secret), ...more }),
  ];
  const password = 'a password of the walk';
  return [
    ...ids('endSession', 2),
    ...ids('revokeApiKey', 1),
    attempt('createApiKey', { input: { name: 'walk', isReadOnly: true, expiresAt: new Date(Date.now() + 86_400_000).toISOString() } }),
    attempt('changePassword', { currentPassword: ours.person.password, newPassword: password }),
    attempt('createUpload', { input: { fileName: 'walk.csv', size: 1, contentType: 'text/csv' } }),
    attempt('endSessions', {}),
    attempt('signOut', {}),
    ...withSecret('refreshSession', 'refreshToken', secrets.refresh),
    ...withSecret('acceptInvitation', 'token', secrets.INVITATION, { password }),
    ...withSecret('completePasswordReset', 'token', secrets.PASSWORD_RESET, { password }),
    ...withSecret('signInWithLink', 'token', secrets.SIGN_IN),
  ];
}
