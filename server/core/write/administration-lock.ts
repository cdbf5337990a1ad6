import type { WriteContext } from '../context.js';

/** Lets one transaction of the organisation at a time change something: `what` is its picklists, its pipelines. */
export async function lockAdministration(context: WriteContext, what: string): Promise<void> {
  await context.transaction.run(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text`, [`${context.viewer.org}/${what}`]);
}
