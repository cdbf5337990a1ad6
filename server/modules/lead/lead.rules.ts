import { label, say } from '../../core/messages.js';
import { addFault } from '../../core/write/check.js';
import { defineRules } from '../../core/write/rules.js';
import { organizationSetting } from '../organization-setting.js';

/** A lead is of a company, unless the organisation sells to consumers (modules.md 1). */
defineRules('Lead', {
  reads: [],
  async prepare(context, rows) {
    const isBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';
    const without = rows.filter((row) => (row.current ? row.values.has('company') : true) && isBlank(row.values.get('company')));
    if (without.length === 0 || !(await organizationSetting(context, 'requiresLeadCompany'))) return;
    for (const row of without) addFault(row, 'company', 'REQUIRED', say('faults.needed', { name: label('Lead', 'company') }));
  },
});
