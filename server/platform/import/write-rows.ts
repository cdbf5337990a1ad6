import type { WriteContext } from '../../core/context.js';
import { CrmError, Forbidden, Internal } from '../../core/errors.js';
import { wireId } from '../../core/ids.js';
import { say, textOf } from '../../core/messages.js';
import { arrayLiteral } from '../../core/read/statement.js';
import type { Module } from '../../core/registry.js';
import type { PendingRow } from '../../core/write/check.js';
import type { RowError } from '../../core/write/outcome.js';
import { placed, planCreates, updateRecords, write, type Change, type Placed } from '../../core/write/operations.js';
import { foldText } from '../../core/text.js';
import { rulesOf } from '../../core/write/rules.js';
import { uniqueFieldsOf, upsertRecords, versionsOf, type UpsertOutcome } from '../../core/write/upsert.js';
import type { JobRowInput } from '../jobs/kinds.js';
import type { ConvertedRow } from './convert-rows.js';
import type { ImportFile } from './import-file.js';

/**
 * Writes rows as a mutation would, and says what became of each. Of rows that name the same record the later ones come
 * after the earlier ones, so that the file is taken as it would be row by row.
 */
export async function writeRows(context: WriteContext, file: ImportFile, rows: readonly ConvertedRow[]): Promise<JobRowInput[]> {
  const results: JobRowInput[] = rows.filter(({ faults }) => faults.length > 0).map((row) => rejected(context, row));
  const good = rows.filter(({ faults }) => faults.length === 0);
  if (context.model.registry.module(file.module).isHistory)
    return [...results, ...(await writeHistory(context, file, good))].sort((a, b) => a.place - b.place);
  const byId = good.filter(({ input }) => typeof input['id'] === 'string');
  if (byId.length > 0) results.push(...(await writeById(context, file, byId)));
  for (const some of withoutRepeats(
    context,
    file,
    good.filter(({ input }) => typeof input['id'] !== 'string'),
  ))
    results.push(...(await writeSome(context, file, some)));
  return results.sort((a, b) => a.place - b.place);
}

/** Cuts rows where one names what another before it has named already. */
function withoutRepeats(
  { model, viewer }: WriteContext,
  { module: name, by }: ImportFile,
  rows: readonly ConvertedRow[],
): ConvertedRow[][] {
  const module = model.registry.module(name);
  const names = [...uniqueFieldsOf(viewer, module), ...(module.duplicateCheck ? [module.duplicateCheck] : [])].map((field) => field.name);
  const parts: ConvertedRow[][] = [];
  let seen = new Set<string>();
  for (const row of rows) {
    const external = Object.entries((row.input['externalIds'] as Record<string, string> | undefined) ?? {});
    const marks = [
      ...external.map(([source, key]) => `external ${source} ${key}`),
      ...(by && 'externalId' in by
        ? []
        : names.flatMap((field) =>
            row.input[field] == null ? [] : [`${field} ${foldText(String(row.input[field] as string | number))}`],
          )),
    ];
    if (parts.length === 0 || marks.some((mark) => seen.has(mark))) {
      parts.push([]);
      seen = new Set();
    }
    parts.at(-1)!.push(row);
    for (const mark of marks) seen.add(mark);
  }
  return parts;
}

async function writeSome(context: WriteContext, file: ImportFile, rows: readonly ConvertedRow[]): Promise<JobRowInput[]> {
  const module = context.model.registry.module(file.module);
  const outcomes = await upsertRecords(
    context,
    module,
    file.by,
    rows.map(({ input }) => input),
    { path: 'rows', many: true },
    'CONTINUE',
    file.policy,
    context.viewer.isAdministrator ? (index) => rows[index]!.history : undefined,
  );
  return outcomes.map((outcome) => result(context, file, rows[outcome.index]!, outcome));
}

/** Rows of the past, that no input makes. One that is there already stays as it is. */
async function writeHistory(context: WriteContext, file: ImportFile, rows: readonly ConvertedRow[]): Promise<JobRowInput[]> {
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

/** Rows that are there already: of the same record, at the same moment. By index, their row ids. */
async function knownRows(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<Map<number, string>> {
  const [of] = [...module.fields.values()].filter(({ kind, required, system }) => kind === 'lookup' && required && !system);
  const some = rows.filter(({ values }) => values.get(of!.name) && values.get('createdAt'));
  context.tally.statements++;
  const column = (part: (row: PendingRow) => unknown): string => arrayLiteral(some.map((row) => String(part(row))));
  const found = await context.transaction.run(
    `SELECT DISTINCT ON (k.place) k.place::text, t.id::text FROM unnest($2::int[], $3::uuid[], $4::timestamptz[]) k(place, record, moment)
       JOIN ${module.table} t ON t.org = $1::uuid AND t.${of!.column} = k.record AND t.created_at = k.moment AND t.deleted_at IS NULL`,
    [
      context.viewer.org,
      column(({ index }) => index),
      column(({ values }) => values.get(of!.name)),
      column(({ values }) => new Date(values.get('createdAt') as string).toISOString()),
    ],
  );
  return new Map(found.map(([place, id]) => [Number(place), id!]));
}

/** Rows that say which record of ours they are about: those are there, so they are changed or left alone. */
async function writeById(context: WriteContext, file: ImportFile, rows: readonly ConvertedRow[]): Promise<JobRowInput[]> {
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

function result({ model }: WriteContext, file: ImportFile, { place }: ConvertedRow, { id, outcome, error }: UpsertOutcome): JobRowInput {
  const module = model.registry.module(file.module);
  if (error) return { place, outcome: 'REJECTED', errorCode: error.code, errorMessage: told(file, error), faults: faultsOf(file, error) };
  return { place, outcome: outcome!, recordId: id === null ? null : wireId(module, id) };
}

function rejected({ viewer }: WriteContext, { place, faults }: ConvertedRow): JobRowInput {
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

const tell = ({ inputPath, message }: { inputPath: string; message: unknown }): string =>
  inputPath ? `${inputPath}: ${String(message)}` : String(message);

function told(file: ImportFile, error: RowError): string {
  const faults = faultsOf(file, error) as { inputPath: string; message: string }[];
  return faults.length > 0 ? faults.map(tell).join(' ') : error.message;
}
