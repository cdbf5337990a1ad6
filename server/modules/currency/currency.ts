import { boolean, currency, integer, text } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';

@record({
  prefix: 'currency',
  name: 'Currency',
  plural: 'currencies',
  description: 'A currency that records may have amounts in (experience.md 12.1). The base currency is always one of them.',
  order: ['isoCode'],
  unique: [['isoCode']],
  uniqueOutsideBin: true,
})
export class Currency extends BaseRecord {
  @currency({ description: 'Its ISO 4217 code; unique in the organisation.', required: true, fixed: true }) isoCode!: string;
  @text({ description: "What people call it. Default: its name in the caller's language.", max: 100 }) name?: string | null;
  @text({ description: 'The sign before or after an amount. Default: the usual one.', max: 10 }) symbol?: string | null;
  @boolean({
    description: 'Whether records may take it. One that is retired stays on the records that have it. The base currency can not be retired.',
    required: true,
    default: true,
  })
  isActive!: boolean;
  @integer({ description: 'How many digits its amounts have after the point.', formula: 'crm_decimals(new.iso_code)' }) decimals?: number;
}
