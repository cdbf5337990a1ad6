import type { WriteContext } from '../core/context.js';
import { snakeCase } from '../core/names.js';

/** Whether the organisation has switched something on, as the transaction sees it. */
export async function organizationSetting(
  { transaction, viewer }: WriteContext,
  name: 'requiresLeadCompany' | 'requiresReasonForLoss' | 'allowsEditedTaxRates',
): Promise<boolean> {
  const rows = await transaction.run(`SELECT ${snakeCase(name)}::text FROM organization WHERE org = $1::uuid`, [viewer.org]);
  return rows[0]?.[0] === 'true';
}
