import type { Context, RequestContext, Viewer } from '../context.js';
import type { Plan } from './plan.js';
import type { Run } from './statement.js';
import type { Row } from './writer.js';

/** What the parameters of a plan are read from. */
export const runOf = (context: Pick<Context, 'language' | 'variables'>, viewer: Viewer, ids?: readonly string[]): Run => ({
  variables: context.variables,
  org: viewer.org,
  language: context.language,
  viewer: viewer.values,
  ...(ids && { ids }),
});

/** Runs a plan on the reading connections, or inside the mutation's transaction so that it reads its own writes. */
export async function runPlan(
  context: RequestContext & Pick<Context, 'language' | 'variables' | 'transaction'>,
  viewer: Viewer,
  plan: Plan,
  ids?: readonly string[],
): Promise<string> {
  const run = runOf(context, viewer, ids);
  const values = plan.binders.map((binder) => binder(run));
  let rows: readonly Row[] = [];
  if (plan.text) {
    context.tally.statements++;
    rows = context.transaction
      ? await context.transaction.run(plan.text, values)
      : await context.services.reader.read(viewer.org, plan, values);
  }
  return plan.writer(rows, ids ?? plan.ids?.(context.variables) ?? []);
}
