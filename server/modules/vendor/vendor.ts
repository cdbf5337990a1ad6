import { boolean, email, instant, phone, picklist, text, textarea, url } from '../../core/fields.js';
import { definePicklist } from '../../core/picklist.js';
import { MoneyRecord, record } from '../../core/record.js';
import { vatNumberFormat } from '../company-numbers.js';
import { UnsubscribedMode } from '../picklists.js';

const GlAccount = definePicklist('GlAccount', 'The account of the general ledger that what is bought is booked on.', [
  'Sales-Software',
  'Sales-Hardware',
  'Rental-Income',
  'Interest-Income',
  'Sales Software Support',
  'Sales Other',
  'Internet Sales',
  'Service-Hardware Labor',
  'Sales Books',
]);

@record({
  duplicateCheck: 'vendorName',
  prefix: 'vendor',
  name: 'Vendor',
  plural: 'vendors',
  description: 'A company that we buy from (modules.md 9).',
  indexes: [['vendorName']],
})
export class Vendor extends MoneyRecord {
  @text({ description: 'The name of the company.', required: true, max: 100 }) vendorName!: string;
  @email({ description: 'E-mail.' }) email?: string | null;
  @phone({ description: 'Telephone.' }) phone?: string | null;
  @url({ description: 'Web site.' }) website?: string | null;
  @picklist(GlAccount, { description: 'The account of the general ledger that what is bought is booked on.' }) glAccount?: string | null;
  @text({ description: 'VAT number, in capitals without spaces or dots; of an EU country in the form of that country: `NL123456789B01`.', max: 30, format: vatNumberFormat })
  vatNumber?: string | null;
  @text({ description: 'What the company deals in.', max: 50 }) category?: string | null;
  @text({ description: 'Street.', max: 250 }) street?: string | null;
  @text({ description: 'City.', max: 100 }) city?: string | null;
  @text({ description: 'State or province.', max: 100 }) state?: string | null;
  @text({ description: 'Postal code.', max: 30 }) zipCode?: string | null;
  @text({ description: 'Country.', max: 100 }) country?: string | null;
  @boolean({ description: 'True: no mass mail and no automatic answer.', required: true, default: false }) emailOptOut!: boolean;
  @picklist(UnsubscribedMode, { description: 'How the company asked for no more mail.' }) unsubscribedMode?: string | null;
  @instant({ description: 'When the company asked for no more mail.' }) unsubscribedAt?: Date | null;
  @textarea({ description: 'Anything worth knowing.' }) description?: string | null;
}
