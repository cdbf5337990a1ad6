import type { Context, Viewer } from '../context.js';
import { statementName } from '../database/transactions.js';
import type { RootPlan } from './plan.js';
import { runOf } from './run.js';

/** How one root field of a query is read. */
export interface Explained {
  /** Its key in the answer. */
  readonly root: string;
  readonly sql: string;
  /** What $1, $2 … stand for, as PostgreSQL's text. */
  readonly parameters: readonly (string | null)[];
  /** PostgreSQL's own words, a line each. */
  readonly plan: readonly string[];
  /** How long the statement took, from here and back. */
  readonly durationMs: number;
  /** Of the statement, not of the answer. */
  readonly rows: number;
}

/** How many rows a condition kept out tells of rows that are not the caller's to know of. */
const TELLING = /^\s*(Rows Removed by |Heap Fetches: )/;

/**
 * Reads each compiled root once more, for its time, and has PostgreSQL explain it with the time of each step: with the
 * same role, organisation and values as the answer.
 */
export async function explainRoots(context: Context, viewer: Viewer, roots: readonly RootPlan[]): Promise<Explained[]> {
  const run = runOf(context, viewer);
  const explained: Explained[] = [];
  for (const { key, plan } of roots) {
    if (!plan?.text) continue;
    const parameters = plan.binders.map((binder) => binder(run));
    const read = (text: string) => {
      context.metrics.statementCount++;
      return context.services.reader.read(viewer.org, { name: statementName(text), text }, parameters);
    };
    const started = performance.now();
    const rows = (await read(plan.text)).length;
    const durationMs = Math.round((performance.now() - started) * 100) / 100;
    const lines = (await read(`EXPLAIN (ANALYZE, BUFFERS) ${plan.text}`)).texts().map(([line]) => line ?? '');
    explained.push({ root: key, sql: plan.text, parameters, plan: lines.filter((line) => !TELLING.test(line)), durationMs, rows });
  }
  return explained;
}
