import type { WriteContext } from '../core/context.js';
import { runOf } from '../core/read/run.js';
import { visible } from '../core/read/scope.js';
import { arrayLiteral, Statement } from '../core/read/statement.js';
import type { PendingRow } from '../core/write/check.js';

/**
 * Gives new rows that name no currency the one of a record that they belong to: of the first of the lookups that is given.
 * Amounts for an American customer are in dollars, whoever forgets to say so.
 */
export async function inheritCurrency(
  context: WriteContext,
  module: string,
  rows: readonly PendingRow[],
  lookups: readonly string[],
): Promise<void> {
  const { registry } = context.model;
  const { access } = context.viewer;
  const fields = lookups
    .flatMap((name) => registry.module(module).fields.get(name) ?? [])
    .filter((field) => {
      const target = registry.target(field);
      return !access.isHidden(target, target.fields.get('currency')!);
    });
  const idsOf = (row: PendingRow): string[] => fields.flatMap(({ name }) => (row.values.get(name) as string | null | undefined) ?? []);
  const open = rows.filter((row) => !row.current && !('currency' in row.input) && idsOf(row).length > 0);
  if (open.length === 0) return;

  const statement = new Statement();
  const compilation = { statement, registry, access };
  const parts = fields.map((field) => {
    const target = registry.target(field);
    const alias = statement.alias();
    const ids = [...new Set(open.flatMap((row) => (row.values.get(field.name) as string | null | undefined) ?? []))];
    const predicates = [
      ...visible(compilation, target, alias, 'WITHOUT'),
      `${alias}.id = ANY(${statement.bind(() => arrayLiteral(ids), 'uuid[]')})`,
    ];
    return `SELECT ${alias}.id::text, ${alias}.currency FROM ${target.table} ${alias} WHERE ${predicates.join(' AND ')}`;
  });
  const run = runOf(context, context.viewer);
  const found = new Map(
    await context.transaction
      .run(
        parts.join(' UNION ALL '),
        statement.binders.map((binder) => binder(run)),
      )
      .then((cells) => cells.map(([id, currency]) => [id!, currency!] as const)),
  );
  for (const row of open) {
    const first = idsOf(row).find((id) => found.has(id));
    if (first) row.values.set('currency', found.get(first));
  }
}
