import type { WriteContext } from '../core/context.js';
import { moneyTable, viewerDb } from '../core/typed-sql.js';
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

  const db = viewerDb(context);
  const parts = fields.map((field) => {
    const ids = [...new Set(open.flatMap((row) => (row.values.get(field.name) as string | null | undefined) ?? []))];
    return db
      .selectFrom(`${moneyTable(registry.target(field))} as t` as const)
      .select(['t.id', 't.currency'])
      .where('t.id', 'in', ids);
  });
  const rowsFound = await parts.reduce((all, part) => all.unionAll(part)).execute();
  const found = new Map(rowsFound.map(({ id, currency }) => [id, currency]));
  for (const row of open) {
    const first = idsOf(row).find((id) => found.has(id));
    if (first) row.values.set('currency', found.get(first));
  }
}
