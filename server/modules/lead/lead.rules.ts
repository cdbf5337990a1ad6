import type { WriteContext } from '../../core/context.js';
import { defineError } from '../../core/errors.js';
import { say } from '../../core/messages.js';
import { addFault, type PendingRow } from '../../core/write/check.js';
import { defineRules } from '../../core/write/rules.js';

export const LeadConverted = defineError<{ id: string }>('LEAD_CONVERTED', {
  status: 409,
  description: 'The lead has been converted; from then on it can be neither changed nor deleted.',
});

/** modules.md 1: a lead names its company unless the organisation sells to consumers; a converted lead is read-only. */
defineRules('Lead', {
  reads: ['converted'],
  refuse: (id, current) => (current.get('converted') === 'true' ? LeadConverted({ id }) : null),
  async prepare(context, rows) {
    const without = rows.filter((row) => (!row.current || 'company' in row.input) && !hasCompany(row));
    if (without.length === 0 || !(await requiresCompany(context))) return;
    for (const row of without) addFault(row, 'company', 'REQUIRED', say('faults.leadCompanyRequired'));
  },
});

const hasCompany = ({ input }: PendingRow): boolean => typeof input['company'] === 'string' && input['company'].trim() !== '';

async function requiresCompany({ transaction, viewer, tally }: WriteContext): Promise<boolean> {
  tally.statements++;
  const rows = await transaction.run('SELECT o.requires_lead_company::text FROM organization o WHERE o.org = $1::uuid', [viewer.org]);
  return rows[0]?.[0] === 'true';
}
