import { sql } from 'kysely';
import type { WriteContext } from '../../core/context.js';
import { CrmError, Forbidden, Internal, type Fault } from '../../core/errors.js';
import { wireId } from '../../core/ids.js';
import { duplicateTable, organizationDb, recordTable } from '../../core/typed-sql.js';
import { label, say, textOf } from '../../core/messages.js';
import { fieldType, isFolded } from '../../core/field-types.js';
import type { Field, Module } from '../../core/registry.js';
import type { PendingRow } from '../../core/write/check.js';
import type { RowError } from '../../core/write/outcome.js';
import { placed, planCreates, updateRecords, write, type Change, type Placed } from '../../core/write/operations.js';
import { rulesOf } from '../../core/write/rules.js';
import { upsertRecords, versionsOf, type UpsertOutcome } from '../../core/write/upsert.js';
import type { JobRowInput } from '../jobs/kinds.js';
import type { ConvertedRow } from './convert-rows.js';
import type { ImportFile } from './import-file.js';
import { isShared, keysOfRow } from './row-keys.js';
import type { SurveyedFile } from './survey.js';

/**
 * Writes rows as a mutation would, and says what became of each. Of rows that name the same record the later ones come
 * after the earlier ones, so that the file is taken as it would be row by row.
 */
export async function writeRows(context: WriteContext, file: SurveyedFile, rows: readonly ConvertedRow[]): Promise<JobRowInput[]> {
  const refused = rows.flatMap((row): JobRowInput[] => {
    const faults = [...row.faults, ...sharedFaults(file, row)];
    return faults.length > 0 ? [rejected(context, row, faults)] : [];
  });
  const results = [...refused];
  const places = new Set(refused.map(({ place }) => place));
  const good = rows.filter(({ place }) => !places.has(place));
  if (context.model.registry.module(file.module).isHistory)
    return [...results, ...(await writeHistory(context, file, good))].sort((a, b) => a.place - b.place);
  const hasId = ({ input }: ConvertedRow): boolean => typeof input['id'] === 'string';
  const byId = good.filter(hasId);
  if (byId.length > 0) results.push(...(await writeById(context, file, byId)));
  const others = good.filter((row) => !hasId(row));
  for (const some of withoutRepeats(file, others)) results.push(...(await writeSome(context, file, some)));
  return results.sort((a, b) => a.place - b.place);
}

/** Where the caller says by what records are found, rows that have the same are of one record, and nobody knows which is right. */
function sharedFaults(file: SurveyedFile, { row }: ConvertedRow): Fault[] {
  if (!file.by || !('field' in file.by)) return [];
  const keys = keysOfRow(file, file.keys, row);
  if (!isShared(keys, file.sharedKeys)) return [];
  return [{ inputPath: keys[0]!.of.column.column, code: 'NOT_UNIQUE', message: say('faults.sharedByRows') }];
}

/** Cuts rows where one has a key that another before it has already. */
function withoutRepeats(file: SurveyedFile, rows: readonly ConvertedRow[]): ConvertedRow[][] {
  const parts: ConvertedRow[][] = [];
  let seen = new Set<number>();
  for (const row of rows) {
    const marks = keysOfRow(file, file.keys, row.row).filter(({ of }) => of.isUnique);
    if (parts.length === 0 || marks.some(({ mark }) => seen.has(mark))) {
      parts.push([]);
      seen = new Set();
    }
    parts.at(-1)!.push(row);
    for (const { mark } of marks) seen.add(mark);
  }
  return parts;
}

async function writeSome(context: WriteContext, file: SurveyedFile, rows: readonly ConvertedRow[]): Promise<JobRowInput[]> {
  const module = context.model.registry.module(file.module);
  const outcomes = await upsertRecords(
    context,
    module,
    file.by ?? (module.sharesNames ? 'UNIQUE' : null),
    rows.map(({ input }) => input),
    { path: 'rows', many: true },
    'CONTINUE',
    file.policy,
    {
      ...(context.viewer.isAdministrator && { beside: (index: number) => rows[index]!.history }),
      isShared: (index) => isShared(keysOfRow(file, file.keys, rows[index]!.row), file.sharedKeys),
    },
  );
  if (module.sharesNames && !file.by)
    await tellAlike(
      context,
      file,
      module,
      outcomes.flatMap(({ index, outcome }) => (outcome === 'CREATED' ? [rows[index]!] : [])),
    );
  return outcomes.map((outcome) => result(context, file, rows[outcome.index]!, outcome));
}

/** Says at rows that were made that a record of that name was there before: where many are called alike, none is looked for by its name. */
async function tellAlike(context: WriteContext, file: SurveyedFile, module: Module, rows: readonly ConvertedRow[]): Promise<void> {
  const field = module.duplicateCheck!;
  const column = file.columns.find(({ target }) => target && 'field' in target && target.field === field.name)?.column;
  if (column === undefined || rows.length === 0) return;
  const nameOf = ({ input }: ConvertedRow): string => input[field.name] as string;
  const names = [...new Set(rows.map(nameOf))];
  const key = isFolded(field) ? sql<string>`crm_fold(k.name)` : sql<string>`k.name`;
  const found = await organizationDb(context)
    .selectFrom(sql<{ name: string }>`unnest(${names}::text[])`.as<'k'>(sql`k(name)`))
    .select('k.name')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom(`${duplicateTable(module)} as t` as const)
          .select('t.id')
          .where('t.deleted_at', 'is', null)
          .where('t.duplicate_key', '=', key)
          .where((of) =>
            of.not(
              of.exists(
                of
                  .selectFrom('change as c')
                  .select('c.id')
                  .whereRef('c.record_id', '=', 't.id')
                  .where('c.cause', '=', context.requestId)
                  .where('c.operation', '=', 'CREATE'),
              ),
            ),
          ),
      ),
    )
    .execute();
  const before = new Set(found.map(({ name }) => name));
  const message = say('faults.alike', { label: label(module.name, field.name) });
  for (const row of rows) if (before.has(nameOf(row))) row.leftOut.push({ column, message, code: 'ALIKE' });
}

/** Rows of the past, that no input makes. One that is there already stays as it is. */
async function writeHistory(context: WriteContext, file: SurveyedFile, rows: readonly ConvertedRow[]): Promise<JobRowInput[]> {
  if (rows.length === 0) return [];
  if (!context.viewer.isAdministrator) throw Forbidden({ reason: say('faults.administratorsOnly', { field: 'bringsHistory' }) });
  const module = context.model.registry.module(file.module);
  const inputs = rows.map((_, index) => ({ index, row: {} }));
  const plan = await planCreates(context, module, inputs, { path: 'rows', many: true }, (index) => rows[index]!.history);
  const known = await knownRows(context, module, plan.own.rows);
  const fresh = plan.own.rows.filter((row) => !known.has(row.index));
  const outcomes = await write(context, [{ ...plan, own: { ...plan.own, rows: fresh } }], 'CONTINUE');
  const made = fresh.filter(({ index }) => outcomes.some((one) => one.index === index && one.id !== null));
  if (made.length > 0) await rulesOf(module.name)?.settle?.(context, made);
  return [
    ...[...known].map(([index, id]): JobRowInput => ({ place: rows[index]!.place, outcome: 'UNCHANGED', recordId: wireId(module, id) })),
    ...outcomes.map((one) => result(context, file, rows[one.index]!, { ...one, outcome: one.id === null ? null : 'CREATED' })),
  ];
}

/** Rows that are there already: of the same record, at the same moment, with all that they say. By index, their row ids. */
async function knownRows(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<Map<number, string>> {
  const said = [...module.fields.values()].filter(({ historical, system, name }) => historical && (!system || name === 'createdAt'));
  const arrays = said.map(
    (field) => sql`${rows.map(({ values }) => asText(field, values.get(field.name)))}::${sql.raw(fieldType(field).sql)}[]`,
  );
  const names = ['index', ...said.map((_, at) => `v${at}`)].map((name) => sql.ref(name));
  const same = said.map((field, at) => {
    const [column, value] = [sql.ref(`t.${field.column}`), sql.ref(`k.v${at}`)];
    const isNeeded = field.name === 'createdAt' || (field.kind === 'lookup' && field.required);
    return isNeeded ? sql<boolean>`${column} = ${value}` : sql<boolean>`(${column} = ${value} OR ${value} IS NULL)`;
  });
  const given = sql<{ index: number }>`unnest(${sql.join([sql`${rows.map(({ index }) => index)}::int[]`, ...arrays])})`;
  const found = await organizationDb(context)
    .selectFrom(given.as<'k'>(sql`k(${sql.join(names)})`))
    .innerJoin(`${recordTable(module)} as t` as const, (join) => join.on('t.deleted_at', 'is', null).on((eb) => eb.and(same)))
    .distinctOn('k.index')
    .select(['k.index', 't.id'])
    .execute();
  return new Map(found.map(({ index, id }) => [index, id]));
}

/** What rows of the past are about. */
export const recordOfHistory = (module: Module): Field =>
  [...module.fields.values()].find(({ kind, required, system }) => kind === 'lookup' && required && !system)!;

/** A value as PostgreSQL reads it. */
function asText({ kind }: Field, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const said = value as string | number | Date;
  return kind === 'instant' ? new Date(said).toISOString() : String(said);
}

/** Rows that say which record of ours they are about: those are there, so they are changed or left alone. */
async function writeById(context: WriteContext, file: SurveyedFile, rows: readonly ConvertedRow[]): Promise<JobRowInput[]> {
  const { mode, onDuplicate } = file.policy;
  if (mode === 'ADD' || onDuplicate !== 'OVERWRITE')
    return rows.map(({ place, input }) => ({ place, outcome: 'UNCHANGED', recordId: input['id'] as string }));
  const module = context.model.registry.module(file.module);
  const changes = rows.map(({ input: { id, ...input } }): Placed<Change>['row'] => ({ id: id as string, input }));
  // One at a time where a file names a record twice; mostly it does not.
  const isRepeated = new Set(changes.map(({ id }) => id)).size < changes.length;
  const results: JobRowInput[] = [];
  for (const part of isRepeated ? changes.map((one, at) => ({ at, some: [one] })) : [{ at: 0, some: changes }]) {
    const before = await versionsOf(context, module, placed(part.some));
    const outcomes = await updateRecords(context, module, part.some, { path: 'rows', many: true }, 'CONTINUE');
    const after = await versionsOf(context, module, placed(part.some));
    for (const one of outcomes) {
      const outcome = one.id === null ? null : before.get(one.id) === after.get(one.id) ? 'UNCHANGED' : 'UPDATED';
      results.push(result(context, file, rows[part.at + one.index]!, { ...one, outcome }));
    }
  }
  return results;
}

function result(
  { model, viewer }: WriteContext,
  file: ImportFile,
  { place }: ConvertedRow,
  { id, outcome, error }: UpsertOutcome,
): JobRowInput {
  const module = model.registry.module(file.module);
  if (error) return { place, outcome: 'REJECTED', errorCode: error.code, errorMessage: told(file, error), faults: faultsOf(file, error) };
  if (id !== null) return { place, outcome: outcome!, recordId: wireId(module, id) };
  return { place, outcome: outcome!, errorCode: 'NOT_FOUND', errorMessage: textOf(say('faults.importNotThere'), viewer.language) };
}

function rejected({ viewer }: WriteContext, { place }: ConvertedRow, faults: readonly Fault[]): JobRowInput {
  const said = faults.map((one) => ({ ...one, message: textOf(one.message, viewer.language) }));
  return { place, outcome: 'REJECTED', errorCode: 'VALIDATION_FAILED', errorMessage: said.map(tell).join(' '), faults: said };
}

/** A row that the database would not take, for a reason that nobody foresaw. */
export function unwritable({ viewer, reportFault }: WriteContext, place: number, error: unknown): JobRowInput {
  const told = error instanceof CrmError ? error : Internal({ errorId: reportFault(error) });
  return { place, outcome: 'REJECTED', errorCode: told.code, errorMessage: textOf(told.said, viewer.language) };
}

/** Faults by the column that they are about, where one is. */
const faultsOf = ({ columns }: ImportFile, { fields }: RowError): object[] =>
  fields.map(({ inputPath, ...one }) => {
    const name = inputPath.replace(/^rows\.\d+\.(?:input\.)?/, '').replace(/\..*/, '');
    const column = columns.find(
      ({ target }) =>
        target &&
        (('field' in target && target.field === name) ||
          ('externalId' in target && name === 'externalIds') ||
          ('lookup' in target && `${target.lookup}Id` === name)),
    );
    return { ...one, inputPath: column?.column ?? name, message: String(one.message) };
  });

/** What is wrong with a row that was rejected, by column where one is. */
export function problemsOf({ outcome, errorMessage, faults }: JobRowInput): string[] {
  if (outcome !== 'REJECTED') return [];
  const told = (faults ?? []) as { inputPath: string; message: string }[];
  return told.length > 0 ? told.map(tell) : [errorMessage!];
}

const tell = ({ inputPath, message }: { inputPath: string; message: unknown }): string =>
  inputPath ? `${inputPath}: ${String(message)}` : String(message);

function told(file: ImportFile, error: RowError): string {
  const faults = faultsOf(file, error) as { inputPath: string; message: string }[];
  return faults.length > 0 ? faults.map(tell).join(' ') : error.message;
}
