import type { WriteContext } from '../core/context.js';
import { organizationDb } from '../core/typed-sql.js';

const columns = {
  requiresLeadCompany: 'requires_lead_company',
  requiresReasonForLoss: 'requires_reason_for_loss',
  allowsEditedTaxRates: 'allows_edited_tax_rates',
} as const;

/** Whether the organization has switched something on, as the transaction sees it. */
export async function organizationSetting(context: WriteContext, name: keyof typeof columns): Promise<boolean> {
  const row = await organizationDb(context)
    .selectFrom('organization as o')
    .select((eb) => eb.ref(`o.${columns[name]}`).as('isOn'))
    .executeTakeFirst();
  return row?.isOn ?? false;
}
