import type { WriteContext } from '../context.js';
import { Conflict, fault, NotFound } from '../errors.js';
import { runOf } from '../read/run.js';
import { valueOf, visible, type Deleted } from '../read/scope.js';
import { Statement } from '../read/statement.js';
import { newRowId, rowIdOf, wireId } from '../ids.js';
import { inputName } from '../fields.js';
import type { Field, Module } from '../registry.js';
import { addFault, checkCurrency, checkRow, type PendingRow } from './check.js';
import { abortError, refusalOf, rowError, type OnErrorMode, type Outcome, type Refusal } from './outcome.js';
import { checkReferences } from './references.js';
import { rulesOf } from './rules.js';
import { insertRows, setDeleted, updateRows } from './save.js';

export const MAX_ROWS = 1000;

/** One row of an update call. */
export interface Change {
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expectedVersion?: number | null;
}

/** One row of a delete or restore call. */
export type Reference = Omit<Change, 'input'>;

/** Where rows stand in the arguments: one input, or a list of them. */
export interface Place {
  readonly path: string;
  readonly many: boolean;
}

const pathOf = ({ path, many }: Place, index: number): string => (many ? `${path}.${index}` : path);

/** Makes records. Every fault of every row is found before the first write. */
export async function createRecords(
  context: WriteContext,
  module: Module,
  inputs: readonly Readonly<Record<string, unknown>>[],
  place: Place,
  onError: OnErrorMode,
): Promise<Outcome[]> {
  limitRows(inputs.length, place);
  await rulesOf(module.name)?.begin?.(context);
  const rows = inputs.map((input, index): PendingRow => ({
    index,
    path: pathOf(place, index),
    id: newRowId(),
    input,
    values: new Map(module.fields.has('owner') ? [['owner', context.viewer.userId]] : []),
    faults: [],
    current: null,
  }));
  await prepare(context, module, rows);
  return write(context, module, rows, [], onError, (good) => insertRows(context, module, good));
}

/** Changes records: a field that is absent stays, null clears. */
export async function updateRecords(
  context: WriteContext,
  module: Module,
  changes: readonly Change[],
  place: Place,
  onError: OnErrorMode,
): Promise<Outcome[]> {
  limitRows(changes.length, place);
  await rulesOf(module.name)?.begin?.(context);
  const { found, refusals } = await lockRows(context, module, changes, place, 'WITHOUT');
  const rows = found.map(({ change, index, rowId, current }): PendingRow => ({
    index,
    path: place.many ? `${place.path}.${index}.input` : place.path,
    id: rowId,
    input: (change as Change).input,
    values: new Map(),
    faults: [],
    current,
  }));
  await prepare(context, module, rows);
  await lockTrees(context, module, rows);
  return write(context, module, rows, refusals, onError, (good) => updateRows(context, module, good));
}

/** Moves records to the bin. What points at them reads null until they come back. */
export const deleteRecords = (
  context: WriteContext,
  module: Module,
  references: readonly Reference[],
  place: Place,
  onError: OnErrorMode,
): Promise<Outcome[]> => binRecords(context, module, references, place, onError, true);

/** Brings records back from the bin; one that is not there stays as it is. */
export const restoreRecords = (
  context: WriteContext,
  module: Module,
  references: readonly Reference[],
  place: Place,
  onError: OnErrorMode,
): Promise<Outcome[]> => binRecords(context, module, references, place, onError, false);

async function binRecords(
  context: WriteContext,
  module: Module,
  references: readonly Reference[],
  place: Place,
  onError: OnErrorMode,
  deleted: boolean,
): Promise<Outcome[]> {
  limitRows(references.length, place);
  const { found, refusals } = await lockRows(context, module, references, place, deleted ? 'WITHOUT' : 'WITH');
  const rows = found.map(({ index, rowId, current }): PendingRow => ({
    index,
    path: pathOf(place, index),
    id: rowId,
    input: {},
    values: new Map(),
    faults: [],
    current,
  }));
  return write(context, module, rows, refusals, onError, (good) =>
    setDeleted(
      context,
      module,
      good.map(({ id }) => id),
      deleted,
    ),
  );
}

function limitRows(count: number, { path }: Place): void {
  if (count > MAX_ROWS)
    throw fault(path, 'TOO_MANY', `${path} takes at most ${MAX_ROWS} rows a call, not ${count}.`, { limit: MAX_ROWS, given: count });
}

async function prepare(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<void> {
  for (const row of rows) {
    checkRow(context.model.registry, module, row);
    checkCurrency(module, row, context.viewer.baseCurrency);
  }
  await rulesOf(module.name)?.prepare(context, rows);
  await checkReferences(context, module, rows);
}

interface Locked {
  readonly change: Change | Reference;
  readonly index: number;
  readonly rowId: string;
  readonly current: ReadonlyMap<string, string | null>;
}

/**
 * Locks the rows of a call, always in the order of their ids, so that two calls never wait for each other. Others may go
 * on referring to the rows: their ids do not change.
 */
async function lockRows(
  context: WriteContext,
  module: Module,
  changes: readonly (Change | Reference)[],
  place: Place,
  deleted: Deleted,
): Promise<{ found: Locked[]; refusals: Refusal[] }> {
  const statement = new Statement();
  const alias = statement.alias();
  const ids = changes.map(({ id }) => rowIdOf(module, id));
  const list = `{${ids.filter((id) => id !== null).join(',')}}`;
  const reads = currentFields(module);
  const compilation = { statement, registry: context.model.registry, access: context.viewer.access };
  const predicates = [...visible(compilation, module, alias, deleted), `${alias}.id = ANY(${statement.bind(() => list, 'uuid[]')})`];
  const text = `SELECT ${['id', 'version'].map((column) => `${alias}.${column}`).join(', ')}${reads.map((field) => `, ${valueOf(field, alias)}`).join('')} FROM ${module.table} ${alias} WHERE ${predicates.join(' AND ')} ORDER BY ${alias}.id FOR NO KEY UPDATE`;
  const run = runOf(context, context.viewer);
  context.tally.statements++;
  const rows = await context.transaction.run(
    text,
    statement.binders.map((binder) => binder(run)),
  );
  const byId = new Map(rows.map((row) => [row[0]!, row]));

  const found: Locked[] = [];
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  for (const [index, change] of changes.entries()) {
    const row = byId.get(ids[index] ?? '');
    if (!row) {
      refusals.push({ index, error: NotFound({ id: change.id }) });
    } else if (seen.has(row[0]!)) {
      refusals.push({ index, error: fault(`${pathOf(place, index)}.id`, 'CONTRADICTION', `${change.id} stands twice in the call.`) });
    } else {
      seen.add(row[0]!);
      const version = Number(row[1]);
      if (typeof change.expectedVersion === 'number' && change.expectedVersion !== version) {
        refusals.push({ index, error: await conflict(context, module, row[0]!, version, change.expectedVersion) });
      } else {
        found.push({ change, index, rowId: row[0]!, current: new Map(reads.map((field, at) => [field.name, row[at + 2]!])) });
      }
    }
  }
  return { found, refusals };
}

/** The fields of a row as it stands that checks and rules look at. */
function currentFields(module: Module): Field[] {
  const names = new Set([...(rulesOf(module.name)?.reads ?? []), 'currency', 'exchangeRate']);
  return [...module.fields.values()].filter(({ name }) => names.has(name));
}

async function conflict(context: WriteContext, module: Module, rowId: string, version: number, expected: number) {
  context.tally.statements++;
  const rows = await context.transaction.run(
    `SELECT DISTINCT k FROM change, jsonb_object_keys(became) k WHERE org = $1::uuid AND module = $2 AND record_id = $3::uuid AND version > $4::int ORDER BY k`,
    [context.viewer.org, module.name, rowId, String(expected)],
  );
  const isSeen = (name: string): boolean => {
    const field = module.fields.get(name) ?? module.fields.get(name.replace(/Id$/, ''));
    return field !== undefined && !context.viewer.access.isHidden(module, field);
  };
  return Conflict({ id: wireId(module, rowId), currentVersion: version, changedFields: rows.map(([name]) => name!).filter(isSeen) });
}

const treeFields = (module: Module): Field[] => [...module.fields.values()].filter((field) => field.tree && field.writable);

/** Two changes of parents at once could close a circle that neither sees: one organisation's tree changes one at a time. */
async function lockTrees(context: WriteContext, module: Module, rows: readonly PendingRow[]): Promise<void> {
  if (!treeFields(module).some(({ name }) => rows.some((row) => row.values.get(name)))) return;
  context.tally.statements++;
  await context.transaction.run(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text`, [`${context.viewer.org}/${module.name}`]);
}

/** Rows that have become their own ancestors. */
async function findCycles(context: WriteContext, module: Module, field: Field, rows: readonly PendingRow[]): Promise<PendingRow[]> {
  const moved = rows.filter((row) => row.current && row.values.get(field.name));
  if (moved.length === 0) return [];
  context.tally.statements++;
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

/**
 * Writes the rows without faults. ABORT fails the whole call when any row is refused; CONTINUE writes the others and
 * says per row what became of it.
 */
async function write(
  context: WriteContext,
  module: Module,
  rows: readonly PendingRow[],
  refusals: Refusal[],
  onError: OnErrorMode,
  save: (rows: readonly PendingRow[]) => Promise<void>,
): Promise<Outcome[]> {
  const refused = new Map(refusals.map((refusal) => [refusal.index, refusal]));
  const refuse = () => {
    for (const row of rows) {
      const refusal = refusalOf(row);
      if (refusal) refused.set(row.index, refusal);
    }
    if (refused.size > 0 && onError === 'ABORT') throw abortError([...refused.values()].sort((a, b) => a.index - b.index));
  };
  refuse();
  const trees = treeFields(module);
  for (;;) {
    const good = rows.filter(({ index }) => !refused.has(index));
    if (good.length === 0) break;
    const isTentative = onError === 'CONTINUE' && trees.length > 0;
    if (isTentative) await context.transaction.run('SAVEPOINT rows', []);
    await save(good);
    const cycles = (
      await Promise.all(trees.map(async (field) => (await findCycles(context, module, field, good)).map((row) => ({ row, field }))))
    ).flat();
    if (cycles.length === 0) break;
    if (isTentative) await context.transaction.run('ROLLBACK TO SAVEPOINT rows', []);
    for (const { row, field } of cycles)
      addFault(row, inputName(field), 'CYCLE', `${field.description} It can not lead back to the record itself.`);
    refuse();
  }
  const outcomes = new Map<number, Outcome>(rows.map(({ index, id }) => [index, { index, id, error: null }]));
  for (const { index, error } of refused.values()) outcomes.set(index, { index, id: null, error: rowError(error, context.language) });
  return [...outcomes.values()].sort((a, b) => a.index - b.index);
}
