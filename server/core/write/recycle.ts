import type { WriteContext } from '../context.js';
import { defineError } from '../errors.js';
import { rowIdOf, wireId } from '../ids.js';
import { label, pluralLabel, say } from '../messages.js';
import { arrayLiteral, literal } from '../read/statement.js';
import { isPart, isTie, leadsToRecord, restrictingLookups, type Field, type Module } from '../registry.js';
import { addFault, type PendingRow } from './check.js';
import { lockRows, type LockedRow } from './lock.js';
import { bin, limitRows, lockTargets, MAX_ROWS, placed, pathOf, write, type Batch, type Place, type Reference } from './operations.js';
import type { OnErrorMode, Outcome, Refusal } from './outcome.js';
import { rulesOf } from './rules.js';

/** A record that another one cannot be without. */
interface Parent {
  readonly id: string;
  /** The name of its module. */
  readonly module: string;
  /** Null where it has none. */
  readonly displayName: string | null;
}

export const ParentInBin = defineError<{ id: string; parents: readonly Parent[] }>('PARENT_IN_BIN', {
  status: 409,
  description: 'The record cannot be without another one that is in the recycle bin; `parents` names it. Restore both with `withParents`.',
  message: ({ parents }) =>
    say('errors.PARENT_IN_BIN', {
      parents: parents.map(({ id, module, displayName }) => say('texts.parent', { module: label(module), name: displayName ?? id })),
    }),
});

/**
 * Moves records to the bin. Records that cannot be without them refuse it, or go with them and come back with them; what else
 * points at them reads null until they come back.
 */
export async function deleteRecords(
  context: WriteContext,
  module: Module,
  references: readonly Reference[],
  place: Place,
  onError: OnErrorMode,
  { restrictIfChildren = true }: { restrictIfChildren?: boolean } = {},
): Promise<Outcome[]> {
  limitRows(references.length, place);
  const { found, refusals } = await lockTargets(context, module, placed(references), place, 'WITHOUT');
  const rows = found.map((target) => binned(target, target.index, place.many ? pathOf(place, target.index) : ''));
  await rulesOf(module.name)?.prepareDelete?.(context, rows);
  const nested: Batch[] = [];
  for (let parents: readonly Kin[] = [{ module, rows }]; parents.length > 0;) {
    const children: Kin[] = [];
    for (const parent of parents) {
      if (restrictIfChildren) await refuseParents(context, parent);
      else children.push(...(await takeChildren(context, parent, place)));
    }
    for (const child of children) await rulesOf(child.module.name)?.prepareDelete?.(context, child.rows);
    nested.push(...children.map(({ module: one, rows: some }) => batchOf(context, one, some, 'deleted')));
    limitRows(
      nested.reduce((sum, batch) => sum + batch.rows.length, rows.length),
      place,
    );
    parents = children;
  }
  return write(context, [{ own: batchOf(context, module, rows, 'deleted'), nested, refusals }], onError);
}

/**
 * Brings records back from the bin, with those that went there because of them; one that is not there stays as it is. A record
 * does not come back without those that it cannot be without.
 */
export async function restoreRecords(
  context: WriteContext,
  module: Module,
  references: readonly Reference[],
  place: Place,
  onError: OnErrorMode,
  { withParents = false }: { withParents?: boolean } = {},
): Promise<Outcome[]> {
  limitRows(references.length, place);
  const { found, refusals } = await lockTargets(context, module, placed(references), place, 'WITH', ['deletedAt']);
  const rows = found.map((target) => binned(target, target.index, place.many ? pathOf(place, target.index) : ''));
  const inBin = rows.filter(({ current }) => current!.get('deletedAt') != null);
  const kin: Kin[] = [{ module, rows: inBin }];
  for (let parents: readonly Kin[] = kin; parents.length > 0;) {
    const children: Kin[] = [];
    for (const parent of parents) children.push(...(await childrenInBin(context, parent)));
    kin.push(...children);
    parents = children;
  }
  const nested = kin.slice(1);
  for (let level: readonly Kin[] = kin; level.length > 0;) {
    const parents: Kin[] = [];
    for (const child of level) parents.push(...(await parentsInBin(context, child, [...kin, ...parents], withParents, refusals)));
    kin.push(...parents);
    nested.push(...parents);
    level = parents;
  }
  limitRows(
    nested.reduce((sum, { rows: some }) => sum + some.length, rows.length),
    place,
  );
  for (const one of kin) await rulesOf(one.module.name)?.prepareRestore?.(context, one.rows);
  const batches = nested.map((one) => batchOf(context, one.module, one.rows, 'restored'));
  return write(context, [{ own: batchOf(context, module, rows, 'restored'), nested: batches, refusals }], onError);
}

/** Rows of a module that go to the bin, or come back, together with others. */
interface Kin {
  readonly module: Module;
  readonly rows: readonly PendingRow[];
}

const binned = ({ rowId, current }: LockedRow, index: number, path: string): PendingRow => ({
  index,
  path,
  id: rowId,
  input: {},
  values: new Map(),
  faults: [],
  current,
});

const batchOf = (context: WriteContext, module: Module, rows: readonly PendingRow[], kind: 'deleted' | 'restored'): Batch => ({
  module,
  kind,
  rows,
  save: (good) => bin(context, module, good, kind === 'deleted'),
});

const idsOf = (rows: readonly PendingRow[]): string => arrayLiteral(rows.map(({ id }) => id));

/** Waits for those who refer to rows at this moment; later ones will find them in the bin. */
async function lockAgainstChildren({ transaction, viewer }: WriteContext, { module, rows }: Kin): Promise<void> {
  await transaction.run(
    `SELECT t.id::text FROM ${module.table} t WHERE t.org = $1::uuid AND t.id = ANY($2::uuid[]) ORDER BY t.id FOR UPDATE`,
    [viewer.org, idsOf(rows)],
  );
}

/** Notes which records cannot be without those that are to go. */
async function refuseParents(context: WriteContext, parent: Kin): Promise<void> {
  const { transaction, viewer, model } = context;
  const lookups = restrictingLookups(model.registry, parent.module);
  if (lookups.length === 0 || parent.rows.length === 0) return;
  await lockAgainstChildren(context, parent);
  const counts = lookups.map(
    ({ module, via }) =>
      `SELECT c.${via.column}::text, ${literal(module.name)}, count(*)::text FROM ${module.table} c WHERE c.org = $1::uuid AND c.${via.column} = ANY($2::uuid[]) AND c.deleted_at IS NULL GROUP BY c.${via.column}`,
  );
  const found = await transaction.run(counts.join(' UNION ALL '), [viewer.org, idsOf(parent.rows)]);
  for (const row of parent.rows) {
    const uses = found.filter(([id]) => id === row.id).map(([, module, count]) => [module!, Number(count)] as const);
    if (uses.length > 0) addFault(row, 'id', 'IN_USE', inUse(uses), Object.fromEntries(uses));
  }
}

const inUse = (uses: readonly (readonly [module: string, count: number])[]) =>
  say('faults.recordInUse', { where: uses.map(([module, count]) => say('texts.recordsOf', { module: pluralLabel(module), count })) });

/** The records that go with others because they cannot be without them. Lines stay: they are parts of documents. */
async function takeChildren(context: WriteContext, parent: Kin, place: Place): Promise<Kin[]> {
  const { transaction, viewer, model } = context;
  const lookups = restrictingLookups(model.registry, parent.module).filter(({ module }) => !isPart(module));
  if (lookups.length === 0 || parent.rows.length === 0) return [];
  await lockAgainstChildren(context, parent);
  const children: Kin[] = [];
  for (const { module, via } of lookups) {
    const found = await transaction.run(
      `SELECT c.id::text, c.${via.column}::text FROM ${module.table} c WHERE c.org = $1::uuid AND c.${via.column} = ANY($2::uuid[]) AND c.deleted_at IS NULL LIMIT ${MAX_ROWS + 1}`,
      [viewer.org, idsOf(parent.rows)],
    );
    limitRows(found.length, place);
    const locked = await lockFound(context, module, found, 'WITHOUT');
    const rowOf = new Map(parent.rows.map((row) => [row.id, row]));
    for (const [id, of] of found) {
      const row = rowOf.get(of!)!;
      // What the caller may not see is not theirs to delete.
      if (!locked.has(id!)) addFault(row, 'id', 'IN_USE', inUse([[module.name, 1]]), { [module.name]: 1 });
    }
    children.push({ module, rows: kinOf(found, locked, rowOf) });
  }
  return children.filter(({ rows }) => rows.length > 0);
}

/** The records that went to the bin with others, at the same moment. */
async function childrenInBin(context: WriteContext, { module: parent, rows }: Kin): Promise<Kin[]> {
  const { transaction, viewer, model } = context;
  const lookups = restrictingLookups(model.registry, parent).filter(({ module }) => !isPart(module));
  if (rows.length === 0 || lookups.length === 0) return [];
  const parts = lookups.map(
    ({ module, via }, at) =>
      `SELECT c.id::text, p.id::text, '${at}' FROM ${parent.table} p JOIN ${module.table} c ON c.org = $1::uuid AND c.${via.column} = p.id AND c.deleted_at = p.deleted_at WHERE p.org = $1::uuid AND p.id = ANY($2::uuid[])`,
  );
  const all = await transaction.run(parts.join(' UNION ALL '), [viewer.org, idsOf(rows)]);
  const children: Kin[] = [];
  for (const [at, { module }] of lookups.entries()) {
    const found = all.filter(([, , of]) => of === String(at));
    const locked = await lockFound(context, module, found, 'ONLY');
    children.push({ module, rows: kinOf(found, locked, new Map(rows.map((row) => [row.id, row]))) });
  }
  return children.filter(({ rows: some }) => some.length > 0);
}

type Found = readonly (readonly (string | null)[])[];

async function lockFound(
  context: WriteContext,
  module: Module,
  found: Found,
  deleted: 'WITHOUT' | 'ONLY',
): Promise<ReadonlyMap<string, LockedRow>> {
  if (found.length === 0) return new Map();
  return lockRows(
    context,
    module,
    found.map(([id]) => wireId(module, id!)),
    deleted,
  );
}

/** Rows that go the way of others: they stand or fall with those. */
const kinOf = (found: Found, locked: ReadonlyMap<string, LockedRow>, others: ReadonlyMap<string, PendingRow>): PendingRow[] =>
  found.flatMap(([id, of]) => {
    const [row, other] = [locked.get(id!), others.get(of!)!];
    return row ? [binned(row, other.index, other.path)] : [];
  });

/** The lookups to what a record cannot be without, but for its owner, who is always there. */
const parentLookups = (module: Module): Field[] =>
  [...module.fields.values()].filter(
    (field) => leadsToRecord(field) && !field.system && field.name !== 'owner' && (field.required || isTie(module, field)),
  );

/**
 * The records in the bin that rows cannot be without. Unless they are to come along, the rows are refused.
 *
 * @param kin what comes back already
 */
async function parentsInBin(
  context: WriteContext,
  child: Kin,
  kin: readonly Kin[],
  withParents: boolean,
  refusals: Refusal[],
): Promise<Kin[]> {
  const { transaction, viewer, model } = context;
  const missing = new Map<PendingRow, Parent[]>();
  const parents: Kin[] = [];
  const lookups = child.rows.length > 0 ? parentLookups(child.module) : [];
  for (const { field, target } of lookups.flatMap((one) => model.registry.targets(one).map((of) => ({ field: one, target: of })))) {
    const returning = new Set(
      kin.filter(({ module }) => module === target).flatMap(({ rows }) => rows.map(({ id, index }) => `${index}/${id}`)),
    );
    const wanted = child.rows.flatMap((row) => {
      const value = row.current!.get(field.name);
      const id = value != null && field.kind === 'reference' ? rowIdOf(target, value) : value;
      return id == null || returning.has(`${row.index}/${id}`) ? [] : [[id, row] as const];
    });
    if (wanted.length === 0) continue;
    // Nobody deletes them meanwhile.
    const states = await transaction.run(
      `SELECT t.id::text, (t.deleted_at IS NOT NULL)::text FROM ${target.table} t WHERE t.org = $1::uuid AND t.id = ANY($2::uuid[]) ORDER BY t.id FOR NO KEY UPDATE`,
      [viewer.org, arrayLiteral([...new Set(wanted.map(([id]) => id))])],
    );
    const inBin = states.filter(([, isDeleted]) => isDeleted === 'true').map(([id]) => id!);
    if (inBin.length === 0) continue;
    const name = target.displayName && !viewer.access.isHidden(target, target.displayName) ? target.displayName.name : null;
    const wires = inBin.map((id) => wireId(target, id));
    const seen = await lockRows(context, target, wires, 'ONLY', ['deletedAt', ...(name ? [name] : [])]);
    for (const [id, row] of wanted) {
      if (!inBin.includes(id)) continue;
      const found = seen.get(id);
      if (!found) {
        const args = { label: label(child.module.name, field.name), module: label(target.name) };
        addFault(row, 'id', 'REFERENCE_NOT_FOUND', say('faults.noSuchReference', args));
      } else if (withParents) parents.push({ module: target, rows: [binned(found, row.index, row.path)] });
      else
        missing.set(row, [
          ...(missing.get(row) ?? []),
          { id: wireId(target, id), module: target.name, displayName: (name && found.current.get(name)) ?? null },
        ]);
    }
  }
  for (const [row, all] of missing)
    refusals.push({ index: row.index, error: ParentInBin({ id: wireId(child.module, row.id), parents: all }) });
  return parents;
}
