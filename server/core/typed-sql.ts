import type { Context, WriteContext } from './context.js';
import type { RowCondition } from './database/row-scope.js';
import { readerDb, scopedDb, transactionDb, type Db } from './database/typed-sql.js';
import { Unauthenticated } from './errors.js';
import type { Deleted } from './read/scope.js';

export { duplicateTable, moneyTable, recordTable, transactionDb, withOrganization, type AllTables, type Db } from './database/typed-sql.js';

/** The rows of the viewer's organization: in the mutation's transaction, or outside of one on the connections of reads. */
export function organizationDb({
  transaction,
  services,
  viewer,
  metrics,
}: Pick<Context, 'transaction' | 'services' | 'viewer' | 'metrics'>): Db {
  if (transaction) return transactionDb(transaction);
  if (!viewer) throw Unauthenticated({});
  return readerDb(services.reader, viewer.org, metrics);
}

/**
 * The rows that the viewer may see, for what is read on the viewer's behalf.
 *
 * @param deleted whether records in the recycle bin are among them
 */
export function viewerDb({ transaction, viewer, model }: WriteContext, deleted: Deleted = 'WITHOUT'): Db {
  const modules = new Map([...model.registry.modules.values()].map((module) => [module.table, module]));
  return scopedDb(transaction, (table, alias) => {
    const module = modules.get(table);
    if (!module) return [];
    const name = `"${alias}"`;
    const conditions: RowCondition[] =
      deleted === 'WITH' ? [] : [{ before: `${name}.deleted_at is ${deleted === 'ONLY' ? 'not ' : ''}null` }];
    const rule = viewer.access.rows(module);
    if (!rule) return conditions;
    const [before, after] = rule.sql(name, `${PARAMETER}::uuid[]`).split(PARAMETER) as [string, string];
    return [...conditions, { before, parameter: { value: viewer.values[rule.value] ?? [], after } }];
  });
}

/** Stands for the parameter in the SQL of a rule until the query builder has numbered it. */
const PARAMETER = '\u0000';
