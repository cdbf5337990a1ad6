import type { WriteContext } from '../context.js';

/** Something that happened and is no change of one record: a row of operation EVENT in the change log. */
export interface LoggedEvent {
  /** What it is about: a module, or a part of the settings. */
  readonly module: string;
  /** The row id it is filed under. */
  readonly recordId: string;
  readonly was?: object;
  readonly became: { readonly event: string } & Readonly<Record<string, unknown>>;
}

/** Notes what happened, in the transaction that makes it so. */
export async function logEvent(context: WriteContext, { module, recordId, was = {}, became }: LoggedEvent): Promise<void> {
  await context.transaction.run(
    `INSERT INTO change (org, module, record_id, version, operation, was, became, actor_id, cause) VALUES ($1::uuid, $2, $3::uuid, 0, 'EVENT', $4::jsonb, $5::jsonb, $6::uuid, $7)`,
    [context.viewer.org, module, recordId, JSON.stringify(was), JSON.stringify(became), context.viewer.userId, context.requestId],
  );
}
