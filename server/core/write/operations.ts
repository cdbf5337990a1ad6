import { todayIn } from '../calendar.js';
import type { WriteContext } from '../context.js';
import { fault, NotFound } from '../errors.js';
import type { Deleted } from '../read/scope.js';
import { newRowId, rowIdOf } from '../ids.js';
import { inputName } from '../fields.js';
import { label, say } from '../messages.js';
import type { Field, Module } from '../registry.js';
import { addFault, checkCurrency, checkDecimals, checkOrder, checkPast, checkRow, type PendingRow } from './check.js';
import { conflict, isStale, lockRows, type LockedRow } from './lock.js';
import { countNested, nestedRows } from './nested.js';
import { abortError, refusalsOf, rowError, type OnErrorMode, type Outcome, type Refusal } from './outcome.js';
import { checkReferences } from './references.js';
import { rulesOf } from './rules.js';
import { insertRows, setDeleted, updateRows } from './save.js';
import { checkUnique, type WrittenRows } from './unique.js';

/** So many rows of all kinds a call may write. */
export const MAX_ROWS = 1000;

/** One row of an update call. */
export interface Change {
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expectedVersion?: number | null;
  /** Beside the input: fields that no input sets, by name. */
  readonly values?: ReadonlyMap<string, unknown>;
}

/** One row of a delete or restore call. */
export type Reference = Omit<Change, 'input' | 'values'>;

/** Where rows stand in the arguments: one input, or a list of them. */
export interface Place {
  readonly path: string;
  readonly many: boolean;
}

export const pathOf = ({ path, many }: Place, index: number): string => (many ? `${path}.${index}` : path);

/** A row of a call, by its place in it. */
export interface Placed<Row> {
  readonly index: number;
  readonly row: Row;
}

export const placed = <Row>(rows: readonly Row[]): Placed<Row>[] => rows.map((row, index) => ({ index, row }));

/** What a call is about to write: everything is checked, nothing is written. */
export interface WritePlan {
  /** The rows that the call is about. */
  readonly own: Batch;
  /** What is nested in them. */
  readonly nested: readonly Batch[];
  readonly refusals: readonly Refusal[];
}

/** Makes records, and those nested in their inputs. Every fault of every row is found before the first write. */
export async function createRecords(
  context: WriteContext,
  module: Module,
  inputs: readonly Readonly<Record<string, unknown>>[],
  place: Place,
  onError: OnErrorMode,
): Promise<Outcome[]> {
  limitRows(inputs.length, place);
  await rulesOf(module.name)?.begin?.(context);
  limitNested(module, inputs, place, (index) => pathOf(place, index));
  return write(context, [await planCreates(context, module, placed(inputs), place)], onError);
}

/**
 * New records, and those nested in their inputs, ready to be written.
 *
 * @param beside what no input sets, by field name, for the input at an index
 */
export async function planCreates(
  context: WriteContext,
  module: Module,
  inputs: readonly Placed<PendingRow['input']>[],
  place: Place,
  beside: (index: number) => Change['values'] = () => undefined,
): Promise<WritePlan> {
  const rows = inputs.map(({ index, row: input }): PendingRow => ({
    index,
    path: pathOf(place, index),
    id: newRowId(),
    input,
    values: new Map<string, unknown>([...(module.hasOwner ? [['owner', context.viewer.userId] as const] : []), ...(beside(index) ?? [])]),
    faults: [],
    current: null,
    original: context.originals?.get(input),
  }));
  await prepare(context, module, rows);
  const nested = await prepareNested(context, module, rows);
  const own: Batch = { module, kind: 'created', rows, save: (good) => insertRows(context, module, good) };
  return { own, nested: nested.batches, refusals: nested.refusals };
}

/** Changes records, and those nested in their inputs: a field that is absent stays, null clears. */
export async function updateRecords(
  context: WriteContext,
  module: Module,
  changes: readonly Change[],
  place: Place,
  onError: OnErrorMode,
): Promise<Outcome[]> {
  limitRows(changes.length, place);
  await rulesOf(module.name)?.begin?.(context);
  const inputPath = (index: number): string => (place.many ? `${place.path}.${index}.input` : place.path);
  limitNested(
    module,
    changes.map(({ input }) => input),
    place,
    inputPath,
  );
  return write(context, [await planUpdates(context, module, placed(changes), place, inputPath)], onError);
}

/** Changes of records, and of those nested in their inputs, ready to be written. The records are locked. */
export async function planUpdates(
  context: WriteContext,
  module: Module,
  changes: readonly Placed<Change>[],
  place: Place,
  inputPath: (index: number) => string,
): Promise<WritePlan> {
  const { found, refusals } = await lockTargets(context, module, changes, place, 'WITHOUT');
  const rows = found.map(({ change, index, rowId, current }): PendingRow => ({
    index,
    path: inputPath(index),
    id: rowId,
    input: (change as Change).input,
    values: new Map((change as Change).values),
    faults: [],
    current,
  }));
  await prepare(context, module, rows);
  const nested = await prepareNested(context, module, rows);
  await lockTrees(context, module, rows);
  for (const batch of nested.batches) await lockTrees(context, batch.module, batch.rows);
  return {
    own: { module, kind: 'changed', rows, save: (good) => updateRows(context, module, good) },
    nested: nested.batches,
    refusals: [...refusals, ...nested.refusals],
  };
}

/** Writes that rows are in the bin, or out of it. */
export const bin = (context: WriteContext, module: Module, rows: readonly PendingRow[], deleted: boolean): Promise<void> =>
  setDeleted(
    context,
    module,
    rows.map(({ id }) => id),
    deleted,
  );

export function limitRows(count: number, { path }: Place): void {
  if (count > MAX_ROWS)
    throw fault(path, 'TOO_MANY', say('faults.tooManyRows', { path, limit: MAX_ROWS, given: count }), { limit: MAX_ROWS, given: count });
}

/** Nested rows are rows of the call as well. */
export function limitNested(
  module: Module,
  inputs: readonly PendingRow['input'][],
  place: Place,
  inputPath: (index: number) => string,
): void {
  if (module.nestedLists.length === 0) return;
  limitRows(
    inputs.reduce((sum, input, index) => sum + countNested(module, input, inputPath(index)), inputs.length),
    place,
  );
}

async function prepare(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<void> {
  const today = todayIn(context.viewer.calendar.timeZone, context.now);
  for (const row of rows) {
    checkRow(context.model.registry, module, row);
    checkPast(module, row, today);
  }
  await rulesOf(module.name)?.prepare?.(context, rows);
  for (const row of rows) checkOrder(module, row);
  for (const row of rows) checkCurrency(module, row, context.viewer.baseCurrency);
  for (const row of rows) checkDecimals(module, row, context.viewer.baseCurrency);
  await checkReferences(context, module, rows);
}

/** The rows that are nested in those of a call, checked, and how they are written: after theirs, what goes first. */
async function prepareNested(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<Nested> {
  const { lists, refusals } = hasNested(module, rows) ? await nestedRows(context, module, rows) : { lists: [], refusals: [] };
  for (const { module: child, created, changed } of lists)
    if (created.length + changed.length > 0) await prepare(context, child, [...created, ...changed]);
  const more = (await rulesOf(module.name)?.complete?.(context, rows, lists)) ?? [];
  const batches = [...lists, ...more].flatMap(({ module: child, created, changed, deleted }): Batch[] => [
    { module: child, kind: 'deleted', rows: deleted, save: (good) => bin(context, child, good, true) },
    { module: child, kind: 'changed', rows: changed, save: (good) => updateRows(context, child, good) },
    { module: child, kind: 'created', rows: created, save: (good) => insertRows(context, child, good) },
  ]);
  return { batches, refusals };
}

interface Nested {
  readonly batches: readonly Batch[];
  readonly refusals: readonly Refusal[];
}

const hasNested = ({ nestedLists }: Module, rows: readonly PendingRow[]): boolean =>
  nestedLists.length > 0 && rows.some(({ input }) => nestedLists.some(({ name }) => input[name] != null));

interface Target extends LockedRow {
  readonly change: Change | Reference;
  readonly index: number;
}

/** Locks the rows that a call is about. One that is not there, stands twice or has moved on is refused. */
export async function lockTargets(
  context: WriteContext,
  module: Module,
  changes: readonly Placed<Change | Reference>[],
  place: Place,
  deleted: Deleted,
  more: readonly string[] = [],
): Promise<{ found: Target[]; refusals: Refusal[] }> {
  const isOtherCurrency = changes.some(({ row }) => 'input' in row && 'currency' in row.input);
  const locked = await lockRows(
    context,
    module,
    changes.map(({ row: { id } }) => id),
    deleted,
    // Amounts that nobody names must fit into another currency as well.
    [...more, ...(isOtherCurrency ? [...module.fields.values()].filter(({ kind }) => kind === 'money').map(({ name }) => name) : [])],
  );
  const found: Target[] = [];
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  for (const { index, row: change } of changes) {
    const row = locked.get(rowIdOf(module, change.id) ?? '');
    if (!row) {
      refusals.push({ index, error: NotFound({ id: change.id }) });
    } else if (seen.has(row.rowId)) {
      refusals.push({ index, error: fault(`${pathOf(place, index)}.id`, 'CONTRADICTION', say('faults.twice', { id: change.id })) });
    } else {
      seen.add(row.rowId);
      if (isStale(row, change.expectedVersion)) {
        refusals.push({ index, error: await conflict(context, module, row, change.expectedVersion) });
      } else {
        found.push({ ...row, change, index });
      }
    }
  }
  return { found, refusals };
}

const treeFields = (module: Module): Field[] => [...module.fields.values()].filter((field) => field.tree && field.writable);

/** Two changes of parents at once could close a circle that neither sees: one organisation's tree changes one at a time. */
async function lockTrees(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<void> {
  if (!treeFields(module).some(({ name }) => rows.some((row) => row.current && row.values.get(name)))) return;
  await lockTree(context, module);
}

/** Lets one call at a time change who stands above whom in a module. */
export async function lockTree({ transaction, viewer }: WriteContext, module: Module): Promise<void> {
  await transaction.run(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text`, [`${viewer.org}/${module.name}`]);
}

/** Rows that have become their own ancestors. */
async function findCycles(context: WriteContext, module: Module, field: Field, rows: readonly PendingRow[]): Promise<PendingRow[]> {
  const moved = rows.filter((row) => row.current && row.values.get(field.name));
  if (moved.length === 0) return [];
  const found = await context.transaction.run(
    `WITH RECURSIVE up(start, id) AS (
       SELECT t.id, t.${field.column} FROM ${module.table} t WHERE t.org = $1::uuid AND t.id = ANY($2::uuid[])
       UNION SELECT up.start, t.${field.column} FROM up JOIN ${module.table} t ON t.org = $1::uuid AND t.id = up.id WHERE up.id <> up.start
     ) SELECT DISTINCT start::text FROM up WHERE id = start`,
    [context.viewer.org, `{${moved.map(({ id }) => id).join(',')}}`],
  );
  const cyclic = new Set(found.map(([id]) => id));
  return moved.filter(({ id }) => cyclic.has(id));
}

/** Rows of one module that are written in one way. */
export interface Batch {
  readonly module: Module;
  readonly kind: Exclude<keyof WrittenRows, 'module'>;
  readonly rows: readonly PendingRow[];
  readonly save: (rows: readonly PendingRow[]) => Promise<void>;
}

/**
 * Writes the rows without faults, plan after plan and batch after batch. Rows of one index stand or fall together. ABORT fails the whole call
 * when any is refused; CONTINUE writes the others and says per index what became of it.
 */
export async function write(context: WriteContext, plans: readonly WritePlan[], onError: OnErrorMode): Promise<Outcome[]> {
  const batches = plans.flatMap(({ own, nested }) => [own, ...nested]);
  const refusals = plans.flatMap((plan) => plan.refusals);
  const refused = new Map<number, Refusal>();
  const refuse = () => {
    for (const refusal of refusalsOf(refusals, batches)) refused.set(refusal.index, refusal);
    if (refused.size > 0 && onError === 'ABORT') throw abortError([...refused.values()].sort((a, b) => a.index - b.index));
  };
  let isHandedOver = await settleUnique(context, batches, refusals, onError);
  refuse();
  const rows = plans.flatMap(({ own }) => own.rows);
  const isTentative = onError === 'CONTINUE' && batches.some(({ module }) => treeFields(module).length > 0);
  for (;;) {
    const isGood = ({ index }: PendingRow): boolean => !refused.has(index);
    if (!rows.some(isGood)) break;
    if (isTentative) await context.transaction.run('SAVEPOINT rows', []);
    if (isHandedOver) await context.transaction.run('SET CONSTRAINTS ALL DEFERRED', []);
    const cycles: { row: PendingRow; field: Field; module: Module }[] = [];
    for (const batch of batches) {
      const good = batch.rows.filter(isGood);
      if (good.length > 0) await batch.save(good);
    }
    for (const batch of batches) {
      for (const field of treeFields(batch.module))
        cycles.push(
          ...(await findCycles(context, batch.module, field, batch.rows.filter(isGood))).map((row) => ({
            row,
            field,
            module: batch.module,
          })),
        );
    }
    if (cycles.length === 0) break;
    if (isTentative) await context.transaction.run('ROLLBACK TO SAVEPOINT rows', []);
    for (const { row, field, module } of cycles)
      addFault(row, inputName(field), 'CYCLE', say('faults.cycle', { label: label(module.name, field.name) }));
    isHandedOver = await settleUnique(context, batches, refusals, onError);
    refuse();
  }
  if (isHandedOver) await context.transaction.run('SET CONSTRAINTS ALL IMMEDIATE', []);
  for (const module of new Set(plans.map(({ own }) => own.module))) {
    const written = plans.flatMap(({ own }) => (own.module === module ? own.rows.filter(({ index }) => !refused.has(index)) : []));
    if (written.length > 0) await rulesOf(module.name)?.verify?.(context, written);
  }
  const outcomes = new Map<number, Outcome>(rows.map(({ index, id }) => [index, { index, id, error: null }]));
  for (const { index, error } of refused.values()) outcomes.set(index, { index, id: null, error: rowError(error, context.language) });
  return [...outcomes.values()].sort((a, b) => a.index - b.index);
}

/**
 * Checks that no two records share what is unique, as the call leaves them. A row that is refused keeps what it has, and so may
 * refuse another one that was to take it.
 *
 * @returns whether a value goes over from one record to another
 */
async function settleUnique(
  context: WriteContext,
  batches: readonly Batch[],
  refusals: readonly Refusal[],
  onError: OnErrorMode,
): Promise<boolean> {
  const modules = [...new Set(batches.map(({ module }) => module))];
  for (;;) {
    const faulty = batches.flatMap(({ rows }) => rows.filter(({ faults }) => faults.length > 0));
    const refused = new Set([...refusals, ...faulty].map(({ index }) => index));
    // When nothing is going to be written, everything that is wrong is told at once.
    const isWritten = (row: PendingRow): boolean => (onError === 'ABORT' ? row.faults.length === 0 : !refused.has(row.index));
    let isHandedOver = false;
    for (const module of modules) {
      const rowsOf = (kind: Batch['kind']): PendingRow[] =>
        batches.filter((batch) => batch.module === module && batch.kind === kind).flatMap(({ rows }) => rows.filter(isWritten));
      const rows = {
        module,
        created: rowsOf('created'),
        changed: rowsOf('changed'),
        restored: rowsOf('restored'),
        deleted: rowsOf('deleted'),
      };
      isHandedOver = (await checkUnique(context, rows)) || isHandedOver;
    }
    const isSettled = batches.every(({ rows }) => rows.every((row) => row.faults.length === 0 || faulty.includes(row)));
    if (isSettled || onError === 'ABORT') return isHandedOver;
  }
}
