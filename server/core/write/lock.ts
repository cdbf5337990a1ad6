import type { WriteContext } from '../context.js';
import { Conflict } from '../errors.js';
import { rowIdOf, wireId } from '../ids.js';
import { runOf } from '../read/run.js';
import { valueOf, visible, type Deleted } from '../read/scope.js';
import { Statement } from '../read/statement.js';
import type { Field, Module } from '../registry.js';
import { rulesOf } from './rules.js';

/** A row that is locked: as it stands now, and for as long as the transaction lasts. */
export interface LockedRow {
  readonly rowId: string;
  readonly version: number;
  /** The fields that checks and rules look at, by name. */
  readonly current: ReadonlyMap<string, string | null>;
}

/**
 * Locks rows, always in the order of their ids, so that two calls never wait for each other. Others may go on referring to
 * the rows: their ids do not change.
 *
 * @param ids on the wire, whatever the caller gave
 * @param more names of fields to read beside those that rules ask for
 * @returns those that are there and may be seen, by row id
 */
export async function lockRows(
  context: WriteContext,
  module: Module,
  ids: readonly unknown[],
  deleted: Deleted,
  more: readonly string[] = [],
): Promise<ReadonlyMap<string, LockedRow>> {
  const statement = new Statement();
  const alias = statement.alias();
  const list = `{${ids
    .map((id) => rowIdOf(module, id))
    .filter((id) => id !== null)
    .join(',')}}`;
  const reads = currentFields(context, module, more);
  const compilation = { statement, registry: context.model.registry, access: context.viewer.access };
  const predicates = [...visible(compilation, module, alias, deleted), `${alias}.id = ANY(${statement.bind(() => list, 'uuid[]')})`];
  const text = `SELECT ${['id', 'version'].map((column) => `${alias}.${column}`).join(', ')}${reads.map((field) => `, ${valueOf(field, alias)}`).join('')} FROM ${module.table} ${alias} WHERE ${predicates.join(' AND ')} ORDER BY ${alias}.id FOR NO KEY UPDATE`;
  const run = runOf(context, context.viewer);
  const rows = await context.transaction.run(
    text,
    statement.binders.map((binder) => binder(run)),
  );
  return new Map(
    rows.map((row) => [
      row[0]!,
      { rowId: row[0]!, version: Number(row[1]), current: new Map(reads.map((field, at) => [field.name, row[at + 2]!])) },
    ]),
  );
}

/** The fields of a row as it stands that checks and rules look at. */
function currentFields({ viewer }: WriteContext, module: Module, more: readonly string[]): Field[] {
  const names = new Set([
    ...(rulesOf(module.name)?.reads ?? []),
    ...module.unique.flat(),
    ...[...module.fields.values()].flatMap(({ name, kind, notBefore, fixed, writable }) => [
      ...(notBefore ? [name, notBefore] : []),
      ...(fixed || (writable && (kind === 'picklist' || kind === 'lookup' || kind === 'reference')) ? [name] : []),
    ]),
    'currency',
    'exchangeRate',
    'externalIds',
    ...more,
    ...(viewer.uniqueFields.get(module.name) ?? []),
  ]);
  return [...module.fields.values()].filter(({ name }) => names.has(name));
}

/** Whether a row has moved on from the version that the caller expected. */
export const isStale = ({ version }: LockedRow, expected: number | null | undefined): expected is number =>
  typeof expected === 'number' && expected !== version;

/** The refusal of a row that has moved on, with what changed since, as far as the caller may see it. */
export async function conflict(context: WriteContext, module: Module, { rowId, version }: LockedRow, expected: number) {
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
