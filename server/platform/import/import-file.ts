import { sql } from 'kysely';
import { isTimeZone } from '../../core/calendar.js';
import type { Context } from '../../core/context.js';
import { fault, Forbidden, NotFound, ValidationFailed, type Fault, type FaultCode } from '../../core/errors.js';
import { canBeUnique, inputName } from '../../core/fields.js';
import { refuseForbiddenCharacters } from '../../core/forbidden-characters.js';
import { rowIdOf } from '../../core/ids.js';
import { transactionDb, type Db } from '../../core/typed-sql.js';
import { label, say, type Message } from '../../core/messages.js';
import { screamingCase } from '../../core/names.js';
import { leadsToRecord, type Field, type Module, type Registry } from '../../core/registry.js';
import { uniqueFieldsOf, type UpsertBy, type UpsertPolicy } from '../../core/write/upsert.js';
import { fileIds } from '../files/files.js';
import { openTable } from '../transfer/open-table.js';
import type { DateOrder } from '../transfer/parse-date.js';
import type { NumberFormat } from '../transfer/parse-number.js';
import { guessOrigin, guessSource, isFilled, proposeMapping, type MappingTarget } from '../transfer/propose-mapping.js';
import type { Look, Table, TableOptions, TableRow } from '../transfer/table.js';

/** A file to import, as the caller says it. */
export interface ImportInput extends ImportSettings {
  readonly fileId: string;
  /** The name of saved settings, for what is left out. */
  readonly mapping?: string | null;
}

/** How a file is to be imported; what is left out is found out. */
export interface ImportSettings {
  readonly module?: string | null;
  readonly columns?: readonly ColumnInput[] | null;
  /** The system that the file comes from: what keys of its records are kept under. */
  readonly source?: string | null;
  readonly mode?: UpsertPolicy['mode'] | null;
  readonly matchBy?: { readonly field?: string | null; readonly externalId?: string | null } | null;
  readonly onDuplicate?: UpsertPolicy['onDuplicate'] | null;
  readonly overwritesWithEmpty?: boolean | null;
  readonly addsPicklistValues?: boolean | null;
  readonly skipsMissingReferences?: boolean | null;
  readonly emptyValues?: readonly string[] | null;
  readonly stopsIfAmbiguous?: boolean | null;
  readonly bringsHistory?: boolean | null;
  readonly ownerIds?: readonly string[] | null;
  readonly encoding?: string | null;
  readonly delimiter?: string | null;
  readonly quote?: string | null;
  readonly hasHeader?: boolean | null;
  readonly sheet?: string | null;
  readonly isGuarded?: boolean | null;
  readonly numberFormat?: NumberFormat | null;
  readonly dateOrder?: DateOrder | null;
  readonly timeZone?: string | null;
}

export interface ColumnInput {
  readonly column: string;
  readonly field?: string | null;
  readonly externalId?: string | null;
  readonly lookup?: string | null;
  readonly by?: 'EXTERNAL_ID' | 'NAME' | 'UNIQUE' | null;
  readonly source?: string | null;
  readonly values?: readonly { readonly from: string; readonly to?: string | null }[] | null;
}

/** Where the cells of a column go; sources may be any. */
export type Target =
  | Extract<MappingTarget, { field: string }>
  | { readonly externalId: string }
  | { readonly lookup: string; readonly by: 'externalId' | 'name' | 'unique'; readonly source?: string };

export interface Column {
  readonly column: string;
  readonly target: Target | null;
  /** The module whose records it names. */
  readonly refersTo: readonly string[];
  readonly confidence: number;
  readonly reason: string | null;
  readonly numberFormat: NumberFormat;
  readonly dateOrder: DateOrder;
  /** Its values can be read in several ways, and nothing in the file says in which. */
  readonly isAmbiguous: boolean;
  /** Values that would be something else if they were read in another way. */
  readonly either: number;
  /** Values that cannot be read in the way of the others. */
  readonly unreadable: number;
  /** Texts of the file and what is to be taken for them. */
  readonly values: Readonly<Record<string, string>>;
}

/** A file as it is going to be imported: nothing is left to be found out, so that a later run takes it the same way. */
export interface ImportFile {
  readonly fileId: string;
  readonly fileName: string;
  readonly module: string;
  readonly columns: readonly Column[];
  readonly source: string | null;
  readonly by: Exclude<UpsertBy, 'UNIQUE'>;
  readonly policy: UpsertPolicy;
  readonly overwritesWithEmpty: boolean;
  readonly addsPicklistValues: boolean;
  readonly skipsMissingReferences: boolean;
  /** Texts that stand for nothing, in small letters. */
  readonly emptyValues: readonly string[];
  /** Nothing is written where the settings would have to decide how values are read. */
  readonly stopsIfAmbiguous: boolean;
  /** Its records keep what another system knew of them: owners who have left since, too. */
  readonly bringsHistory: boolean;
  readonly ownerIds: readonly string[];
  readonly timeZone: string;
  readonly reading: Reading;
  /** How dates and numbers are written and whether there are guards, where the caller says so. */
  readonly asked: { readonly dateOrder?: DateOrder; readonly numberFormat?: NumberFormat; readonly isGuarded?: boolean };
  /** How the viewer writes them, then the organization: for files that do not tell. */
  readonly likely: { readonly dateOrders: readonly DateOrder[]; readonly numberFormats: readonly NumberFormat[] };
}

interface Reading {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly quote?: string | null;
  readonly hasHeader?: boolean;
  readonly sheet?: string;
  readonly isGuarded?: boolean;
}

export interface OpenedFile {
  readonly file: ImportFile;
  readonly table: Table;
  /** The first of its rows. */
  readonly samples: readonly TableRow[];
}

const MAX_SAMPLES = 200;
const MAX_EMPTY_VALUES = 100;
/** How far a request looks into a file; blank rows count. */
const LOOK: Look = { bytes: 4_000_000, rows: 10_000 };

/** Opens a file and finds out what the caller did not say. Everything that is wrong with the mapping is told at once. */
export async function openImport(context: Context, asked: ImportInput, path: string): Promise<OpenedFile> {
  const { services, viewer, model } = context;
  refuseForbiddenCharacters(asked, path);
  const input = await withSaved(context, asked, path);
  for (const field of ['addsPicklistValues', 'bringsHistory'] as const)
    if (input[field] && !viewer!.isAdministrator) throw Forbidden({ reason: say('faults.administratorsOnly', { field }) });
  const rowId = rowIdOf(fileIds, input.fileId);
  const details = rowId && (await services.files.find(viewer!.org, rowId));
  if (!details || (details.userId !== viewer!.userId && !viewer!.isAdministrator)) throw NotFound({ id: input.fileId });
  const reading: Reading = {
    ...(input.isGuarded != null && { isGuarded: input.isGuarded }),
    ...(input.encoding != null && { encoding: input.encoding }),
    ...(input.delimiter != null && { delimiter: input.delimiter }),
    ...(input.quote !== undefined && { quote: input.quote === '' ? null : (input.quote ?? '"') }),
    ...(input.hasHeader != null && { hasHeader: input.hasHeader }),
    ...(input.sheet != null && { sheet: input.sheet }),
  };
  const table = await openStored(context, rowId, details.fileName, reading, { look: LOOK });
  const samples: TableRow[] = [];
  for await (const rows of table.rows()) {
    samples.push(...rows.slice(0, MAX_SAMPLES - samples.length));
    if (samples.length >= MAX_SAMPLES) break;
  }
  const origin =
    input.module == null
      ? guessOrigin(table.columns, model.registry, context.language, details.fileName)
      : { module: input.module, source: guessSource(table.columns) };
  if (origin.module === null) throw fault(`${path}.module`, 'REQUIRED', say('faults.importGuess'));
  const module = model.registry.modules.get(origin.module);
  if (!module?.isImportable && !(module?.isHistory && viewer!.isAdministrator)) {
    const name = input.module == null && module ? label(module.name) : origin.module.slice(0, 100);
    throw fault(`${path}.module`, 'REFERENCE_NOT_FOUND', say('faults.importModule', { name }));
  }
  const source = input.source ?? origin.source ?? sourceOfIds(table.columns, samples);
  const faults: Fault[] = [];
  const { timeZone } = input;
  if (timeZone != null && !isTimeZone(timeZone)) {
    const message = say('faults.unknownTimeZone', { field: 'timeZone', value: timeZone.slice(0, 60) });
    faults.push({ inputPath: `${path}.timeZone`, code: 'UNKNOWN_TIME_ZONE', message });
  }
  const emptyValues = input.emptyValues ?? [];
  if (emptyValues.length > MAX_EMPTY_VALUES)
    faults.push({
      inputPath: `${path}.emptyValues`,
      code: 'TOO_MANY',
      message: say('faults.tooManyRows', { path: 'emptyValues', limit: MAX_EMPTY_VALUES, given: emptyValues.length }),
    });
  const columns = resolveColumns(context, module, input, { path, table, samples, source, faults });
  if (faults.length > 0) throw ValidationFailed({ fields: faults });
  const external = columns.find(({ target }) => target && 'externalId' in target)?.target as { externalId: string } | undefined;
  return {
    table,
    samples,
    file: {
      fileId: input.fileId,
      fileName: details.fileName,
      module: module.name,
      columns,
      source,
      by: matchOf(context, module, input, path) ?? (external ? { externalId: external.externalId } : null),
      policy: { mode: input.mode ?? 'BOTH', onDuplicate: input.onDuplicate ?? 'OVERWRITE' },
      overwritesWithEmpty: input.overwritesWithEmpty ?? false,
      addsPicklistValues: input.addsPicklistValues ?? false,
      skipsMissingReferences: input.skipsMissingReferences ?? false,
      stopsIfAmbiguous: input.stopsIfAmbiguous ?? false,
      emptyValues: emptyValues.map((text) => text.trim().toLowerCase()),
      bringsHistory: input.bringsHistory ?? columns.some(({ target }) => isHistorical(module, target)),
      ownerIds: input.ownerIds ?? [],
      timeZone: input.timeZone ?? viewer!.calendar.timeZone,
      // As found out, so that a later run finds the same.
      reading: {
        ...reading,
        isGuarded: table.isGuarded,
        ...(table.encoding !== null && { encoding: table.encoding }),
        ...(table.delimiter !== null && { delimiter: table.delimiter }),
        ...(table.sheet !== null && { sheet: table.sheet }),
      },
      asked: {
        ...(input.dateOrder != null && { dateOrder: input.dateOrder }),
        ...(input.numberFormat != null && { numberFormat: input.numberFormat }),
        ...(input.isGuarded != null && { isGuarded: input.isGuarded }),
      },
      likely: await likelyForms(context),
    },
  };
}

/** Whether a column says what no input sets. */
const isHistorical = (module: Module, target: Target | null): boolean =>
  target !== null && 'field' in target && fieldOfInput(module, target.field, true)?.writable === false;

/** How the viewer writes dates and numbers, then the organization. */
async function likelyForms(context: Context): Promise<ImportFile['likely']> {
  const { userId } = context.viewer!;
  const found = await inDb(context, (db) =>
    db
      .selectFrom('app_user as u')
      .innerJoin('organization as o', 'o.org', 'u.org')
      .select(['u.date_format as ownDates', 'o.date_format as dates', 'u.number_format as ownNumbers', 'o.number_format as numbers'])
      .where('u.id', '=', userId)
      .executeTakeFirst(),
  );
  const orders = [found?.ownDates, found?.dates].flatMap((format) => (format ? [format.slice(0, 3) as DateOrder] : []));
  return {
    // Who writes the year first has no opinion on dates that end with it.
    dateOrders: orders.filter((order) => order !== 'YMD'),
    numberFormats: [found?.ownNumbers, found?.numbers].flatMap((format) => (format ? [format] : [])),
  };
}

/** What the caller says, and for the rest what is saved under the name that they give. */
async function withSaved(context: Context, input: ImportInput, path: string): Promise<ImportInput> {
  const { mapping } = input;
  if (mapping === null || mapping === undefined) return input;
  const found = await inDb(context, (db) =>
    db
      .selectFrom('import_mapping as m')
      .select('m.settings')
      .where('m.name_key', '=', sql<string>`crm_fold(${mapping})`)
      .where('m.deleted_at', 'is', null)
      .executeTakeFirst(),
  );
  if (!found) throw fault(`${path}.mapping`, 'REFERENCE_NOT_FOUND', say('faults.importMapping', { name: mapping.slice(0, 100) }));
  const said = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  return { ...(found.settings as ImportSettings), ...Object.fromEntries(said) } as ImportInput;
}

/**
 * Reads in the transaction that is open, if there is one. A second session beside it would have to wait for the share of the
 * organization, of which the first is a part: a few callers at once would wait for each other.
 */
function inDb<T>(context: Context, read: (db: Db) => Promise<T>): Promise<T> {
  const { transaction, services, viewer, metrics, requestId } = context;
  if (transaction) return read(transactionDb(transaction));
  const scope = { org: viewer!.org, actor: viewer!.userId, cause: requestId, metrics };
  return services.transactions.run(scope, (own) => read(transactionDb(own)));
}

/** A stored file as a table. */
export const openStored = (
  { services, viewer }: Context,
  rowId: string,
  fileName: string,
  { encoding, delimiter, quote, hasHeader, sheet, isGuarded }: Reading,
  options: Pick<TableOptions, 'look' | 'isPatient' | 'signal'>,
): Promise<Table> =>
  openTable(
    async () => {
      const content = await services.files.open(viewer!.org, rowId);
      if (!content) throw NotFound({ id: `file_${rowId}` });
      return content;
    },
    {
      ...options,
      owner: viewer!.org,
      fileName,
      ...(isGuarded !== undefined && { isGuarded }),
      ...(encoding !== undefined && { encoding }),
      ...(delimiter !== undefined && { delimiter }),
      ...(quote !== undefined && { quote }),
      ...(hasHeader !== undefined && { hasHeader }),
      ...(sheet !== undefined && { sheet }),
    },
  );

function matchOf({ viewer }: Context, module: Module, { matchBy }: ImportInput, path: string): ImportFile['by'] {
  if (matchBy?.externalId != null) return { externalId: matchBy.externalId };
  if (matchBy?.field == null) return null;
  const field = module.fields.get(matchBy.field);
  const isKey = field && (field === module.duplicateCheck || uniqueFieldsOf(viewer!, module).includes(field));
  if (!isKey || !canBeUnique(field))
    throw fault(
      `${path}.matchBy.field`,
      'CONTRADICTION',
      say('faults.notAKey', { label: field ? label(module.name, field.name) : matchBy.field }),
    );
  return { field: screamingCase(field.name) };
}

interface Found {
  readonly path: string;
  readonly table: Table;
  readonly samples: readonly TableRow[];
  readonly source: string | null;
  readonly faults: Fault[];
}

function resolveColumns(context: Context, module: Module, input: ImportInput, found: Found): Column[] {
  const { table, samples, source, faults, path } = found;
  const { registry } = context.model;
  const proposed = proposeMapping(
    table.columns,
    module,
    registry,
    context.language,
    source as never,
    (input.bringsHistory ?? false) || module.isHistory,
  );
  const given = new Map((input.columns ?? []).map((one, index) => [one.column, { one, index }]));
  for (const [column, { index }] of given) {
    if (!table.columns.includes(column))
      faults.push({
        inputPath: `${path}.columns.${index}.column`,
        code: 'REFERENCE_NOT_FOUND',
        message: say('faults.importColumn', { column: column.slice(0, 100) }),
      });
  }
  const taken = new Map<string, string>();
  return table.columns.map((column, at) => {
    const named = given.get(column);
    const guess = proposed[at]!;
    // Whoever names columns names all of them.
    const wanted = named
      ? givenTarget(context, module, named.one, `${path}.columns.${named.index}`, source, faults)
      : input.columns
        ? null
        : visibleTarget(
            context,
            module,
            ownId(registry, module, guess.target, column, textsOf(samples, at)) ?? known(guess.target, source),
          );
    const place = wanted && placeOf(wanted);
    const other = place === null ? undefined : taken.get(place);
    if (other !== undefined && named)
      faults.push({ inputPath: `${path}.columns`, code: 'CONTRADICTION', message: say('faults.importTwice', { column, other }) });
    if (place !== null) taken.set(place, column);
    const target = other === undefined ? wanted : null;
    return {
      column,
      target,
      refersTo: target && 'lookup' in target ? registry.targets(module.fields.get(target.lookup)!).map(({ name }) => name) : [],
      confidence: named ? 1 : target ? guess.confidence : 0,
      reason: target ? null : other === undefined ? (guess.reason ?? 'unknown') : 'taken',
      dateOrder: input.dateOrder ?? 'YMD',
      numberFormat: input.numberFormat ?? 'COMMA_POINT',
      isAmbiguous: false,
      either: 0,
      unreadable: 0,
      values: Object.fromEntries((named?.one.values ?? []).map(({ from, to }) => [from, to ?? ''])),
    };
  });
}

/** Ids of Salesforce: what kind of record in three signs, which one in twelve, and a check for the case of these in three. */
const SALESFORCE_ID = /^(?:0[0-9A-Za-z]{2}|[5-8]0[0-9A-Za-z])[0-9A-Za-z]{12}(?:[A-Z0-5]{3})?$/;

/** The system that the ids of a file are of, where its header says nothing. */
function sourceOfIds(columns: readonly string[], samples: readonly TableRow[]): string | null {
  const at = columns.findIndex((column) => column.toLowerCase() === 'id');
  const ids = at < 0 ? [] : textsOf(samples, at);
  return ids.length > 0 && ids.every((id) => SALESFORCE_ID.test(id)) ? 'salesforce' : null;
}

/** What two columns can not both fill. */
function placeOf(target: Target): string {
  if ('externalId' in target) return `externalId ${target.externalId}`;
  return 'lookup' in target ? target.lookup : target.field.replace(/(?<=.)Id$/, '');
}

const textsOf = (samples: readonly TableRow[], at: number): string[] =>
  samples.flatMap(({ cells }) => {
    const text = cells[at]?.trim() ?? '';
    return text === '' ? [] : [text];
  });

/** What a column of our own ids is for: a record of the module itself where its name says so, else what its name refers to. */
function ownId(registry: Registry, module: Module, guess: MappingTarget | null, column: string, texts: readonly string[]): Target | null {
  // One that is none of ours is a fault of its row.
  const areOf = (of: Module): boolean => texts.length > 0 && 2 * texts.filter((text) => rowIdOf(of, text) !== null).length >= texts.length;
  const field = guess && 'lookup' in guess ? module.fields.get(guess.lookup)! : null;
  if (field) return field.writable && registry.targets(field).some(areOf) ? { field: inputName(field) } : null;
  return (guess === null || 'externalId' in guess) && /id$/i.test(column.trim()) && areOf(module) ? { field: 'id' } : null;
}

/** Nothing is proposed for what the caller may not see. */
function visibleTarget({ viewer }: Context, module: Module, target: Target | null): Target | null {
  const field =
    target === null
      ? undefined
      : 'externalId' in target
        ? module.fields.get('externalIds')
        : 'lookup' in target
          ? module.fields.get(target.lookup)
          : fieldOfInput(module, target.field, true);
  return field && viewer!.access.isHidden(module, field) ? null : target;
}

/** A proposal that needs no more: an id of a system that nobody knows is of no use. */
function known(target: MappingTarget | null, source: string | null): Target | null {
  if (!target) return null;
  if ('externalId' in target) return (target.externalId ?? source) ? { externalId: (target.externalId ?? source)! } : null;
  if ('lookup' in target && target.by === 'externalId') {
    const from = target.source ?? source;
    return from ? { lookup: target.lookup, by: target.by, source: from } : null;
  }
  return target;
}

/** @param withHistory whether what only an import may bring along is meant as well */
export const fieldOfInput = (module: Module, name: string, withHistory = false): Field | undefined =>
  [...module.fields.values()].find((field) => isFilled(field, withHistory) && inputName(field) === name);

function givenTarget(
  { model, viewer }: Context,
  module: Module,
  { field, externalId, lookup, by, source: own }: ColumnInput,
  path: string,
  source: string | null,
  faults: Fault[],
): Target | null {
  const refuse = (name: string, code: FaultCode, message: Message): null => {
    faults.push({ inputPath: `${path}.${name}`, code, message });
    return null;
  };
  const mayBring = viewer!.isAdministrator;
  if (externalId != null) {
    if (module.hasExternalIds) return { externalId };
    return refuse('externalId', 'UNKNOWN_FIELD', say('faults.importField', { name: 'externalIds', module: label(module.name) }));
  }
  if (field != null) {
    const found = fieldOfInput(module, field, mayBring);
    if ((!found && field !== 'id') || (found && viewer!.access.isHidden(module, found)))
      return refuse('field', 'UNKNOWN_FIELD', say('faults.importField', { name: field.slice(0, 100), module: label(module.name) }));
    return { field };
  }
  if (lookup == null) return null;
  const found = module.fields.get(lookup);
  if (!found || !leadsToRecord(found) || !(found.writable || (found.historical && mayBring)) || viewer!.access.isHidden(module, found))
    return refuse('lookup', 'UNKNOWN_FIELD', say('faults.importField', { name: lookup.slice(0, 100), module: label(module.name) }));
  if (by === 'EXTERNAL_ID') {
    const from = own ?? source;
    if (!from) return refuse('source', 'REQUIRED', say('faults.needed', { name: 'source' }));
    return { lookup, by: 'externalId', source: from };
  }
  const isCalled = ({ name, duplicateCheck, fields }: Module): boolean =>
    duplicateCheck !== null || ['User', 'Contact'].includes(name) || fields.has('name');
  if (by === 'NAME' && !model.registry.targets(found).some(isCalled))
    return refuse('by', 'CONTRADICTION', say('faults.importField', { name: lookup, module: label(module.name) }));
  return { lookup, by: by === 'UNIQUE' ? 'unique' : 'name' };
}
