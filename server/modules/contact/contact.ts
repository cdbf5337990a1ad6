import { boolean, date, email, instant, lookup, phone, picklist, text, textarea } from '../../core/fields.js';
import { CrmRecord, record } from '../../core/record.js';
import { Account } from '../account/account.js';
import { fullNameOptions } from '../full-name.js';
import { LeadSource, Salutation, UnsubscribedMode } from '../picklists.js';
import { Vendor } from '../vendor/vendor.js';

@record({
  duplicateCheck: 'email',
  prefix: 'contact',
  name: 'Contact',
  displayName: 'fullName',
  plural: 'contacts',
  description: 'A person we know, mostly at an account.',
  indexes: [['lastName'], ['email']],
})
export class Contact extends CrmRecord {
  @picklist(Salutation, { description: 'How the person is addressed.' }) salutation?: string | null;
  @text({ description: 'Given name.', max: 40 }) firstName?: string | null;
  @text({ description: 'Family name.', required: true, max: 80 }) lastName!: string;
  @text(fullNameOptions) fullName?: string | null;
  @lookup(() => Account, {
    description: 'The company the person works for.',
    inverse: { name: 'contacts', description: 'The people we know there.', nested: true },
  })
  account?: Account | null;
  @lookup(() => Contact, {
    description: 'Whom the person reports to.',
    tree: true,
    inverse: { name: 'reportees', description: 'Who reports to the person.' },
  })
  reportingTo?: Contact | null;
  @lookup(() => Vendor, {
    description: 'The vendor that the person works for.',
    inverse: { name: 'contacts', description: 'The people we know there.' },
  })
  vendor?: Vendor | null;
  @text({ description: 'The position in the company.', max: 100 }) title?: string | null;
  @text({ description: 'The department.', max: 50 }) department?: string | null;
  @text({ description: "The assistant's name.", max: 50 }) assistant?: string | null;
  @phone({ description: "The assistant's telephone." }) asstPhone?: string | null;
  @email({ description: 'E-mail; the field that duplicates are found by.' }) email?: string | null;
  @email({ description: 'A second e-mail address.' }) secondaryEmail?: string | null;
  @phone({ description: 'Telephone at work.' }) phone?: string | null;
  @phone({ description: 'Telephone at home.' }) homePhone?: string | null;
  @phone({ description: 'Another telephone.' }) otherPhone?: string | null;
  @phone({ description: 'Mobile telephone.' }) mobile?: string | null;
  @phone({ description: 'Fax.' }) fax?: string | null;
  @date({ isPast: true, description: 'Date of birth.' }) dateOfBirth?: string | null;
  @picklist(LeadSource, { description: 'Where the person came from.' }) leadSource?: string | null;
  @boolean({ description: 'True: no mass mail and no automatic answer.', required: true, default: false }) emailOptOut!: boolean;
  @picklist(UnsubscribedMode, { description: 'Way in which the person unsubscribed from mail.' }) unsubscribedMode?: string | null;
  @instant({ description: 'Time at which the person unsubscribed from mail.' }) unsubscribedAt?: Date | null;
  @text({ description: 'Skype name.', max: 50 }) skypeId?: string | null;
  @text({ description: 'Name on X (Twitter).', max: 50 }) twitter?: string | null;
  @text({ description: 'Mailing address: street.', max: 250 }) mailingStreet?: string | null;
  @text({ description: 'Mailing address: city.', max: 100 }) mailingCity?: string | null;
  @text({ description: 'Mailing address: state or province.', max: 100 }) mailingState?: string | null;
  @text({ description: 'Mailing address: postal code.', max: 30 }) mailingZip?: string | null;
  @text({ description: 'Mailing address: country.', max: 100 }) mailingCountry?: string | null;
  @text({ description: 'Other address: street.', max: 250 }) otherStreet?: string | null;
  @text({ description: 'Other address: city.', max: 100 }) otherCity?: string | null;
  @text({ description: 'Other address: state or province.', max: 100 }) otherState?: string | null;
  @text({ description: 'Other address: postal code.', max: 30 }) otherZip?: string | null;
  @text({ description: 'Other address: country.', max: 100 }) otherCountry?: string | null;
  @textarea({ description: 'Anything worth knowing.' }) description?: string | null;
}
