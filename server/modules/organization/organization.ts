import { boolean, currency, text } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';

@record({
  prefix: 'organization',
  name: 'Organization',
  plural: 'organizations',
  description: 'The company that works with this CRM.',
  singleton: true,
})
export class Organization extends BaseRecord {
  @text({ description: 'The name of the company.', required: true, max: 100, writable: false }) name!: string;
  @currency({ description: 'The currency that amounts are compared and added up in.', required: true, writable: false })
  baseCurrency!: string;
  @boolean({ description: 'Whether a lead must name its company; off for a business that sells to consumers.', required: true, default: true })
  requiresLeadCompany!: boolean;
  @boolean({ description: 'Whether a deal can be lost only with a reason.', required: true, default: false }) requiresReasonForLoss!: boolean;
}
