import type { Context, RequestContext, Viewer } from '../context.js';
import type { Plan } from './plan.js';
import type { Run } from './statement.js';
import { Rows } from '../database/rows.js';

/** What the parameters of a plan are read from. */
export const runOf = (context: Pick<Context, 'language' | 'variables' | 'now'>, viewer: Viewer, ids?: readonly string[]): Run => ({
  variables: context.variables,
  org: viewer.org,
  userId: viewer.userId,
  nameFormat: viewer.nameFormat,
  calendar: viewer.calendar,
  now: context.now,
  language: context.language,
  viewer: viewer.values,
  ...(ids && { ids }),
});

/**
 * Runs a plan on the reading connections, or inside the mutation's transaction so that it reads its own writes.
 *
 * @returns the JSON of its root field
 */
export async function runPlan(
  context: RequestContext & Pick<Context, 'language' | 'variables' | 'transaction'>,
  viewer: Viewer,
  plan: Plan,
  ids?: readonly string[],
): Promise<Buffer> {
  const run = runOf(context, viewer, ids);
  const values = plan.binders.map((binder) => binder(run));
  const rows = plan.text ? await readRows(context, viewer, plan, values) : new Rows();
  return plan.writer(rows, ids ?? plan.ids?.(context.variables) ?? []);
}

function readRows(
  { transaction, services, metrics }: Pick<Context, 'transaction' | 'services' | 'metrics'>,
  { org }: Viewer,
  plan: Plan,
  values: readonly (string | null)[],
): Promise<Rows> {
  if (transaction) return transaction.read(plan, values);
  metrics.statementCount++;
  return services.reader.read(org, plan, values);
}
