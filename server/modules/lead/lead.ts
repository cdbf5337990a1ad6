import { defineEnum } from '../../core/enums.js';
import { boolean, email, enumeration, instant, integer, lookup, money, phone, picklist, text, textarea, url } from '../../core/fields.js';
import { definePicklist } from '../../core/picklist.js';
import { MoneyRecord, record } from '../../core/record.js';
import { Account } from '../account/account.js';
import { Contact } from '../contact/contact.js';
import { Deal } from '../deal/deal.js';
import { FULL_NAME } from '../full-name.sql.js';
import { Industry, LeadSource, Rating, Salutation } from '../picklists.js';

const LeadStatus = definePicklist('LeadStatus', 'Where the follow-up of a lead stands.', ['Attempted to Contact', 'Contact in Future', 'Contacted', 'Junk Lead', 'Lost Lead', 'Not Contacted', 'Pre-Qualified', 'Not Qualified']);

export const UnsubscribedMode = defineEnum('UnsubscribedMode', 'How somebody came to get no more mass mail.', {
  CONSENT_FORM: 'They said so in a consent form.',
  MANUAL: 'Somebody of the organisation noted it.',
  UNSUBSCRIBE_LINK: 'They followed the link in a mail.',
  CAMPAIGNS: 'A campaign took them off.',
});

export const ConvertedLeads = defineEnum('ConvertedLeads', 'Whether converted leads are part of the answer.', {
  WITHOUT: 'Only leads that are not converted.',
  WITH: 'Converted and other leads alike.',
  ONLY: 'Only converted leads.',
});

@record({
  prefix: 'lead',
  name: 'Lead',
  plural: 'leads',
  description: 'Someone who might become a customer. Once converted, a lead can no longer be changed and stands in no list that does not ask for it.',
  indexes: [['lastName'], ['company'], ['email']],
  aside: { argument: 'converted', description: 'Whether converted leads take part.', enum: ConvertedLeads, field: 'converted' },
})
export class Lead extends MoneyRecord {
  @picklist(Salutation, { description: 'How the person is addressed.' }) salutation?: string | null;
  @text({ description: 'Given name.', max: 40 }) firstName?: string | null;
  @text({ description: 'Family name.', required: true, max: 80 }) lastName!: string;
  @text({ description: 'Salutation, given and family name.', formula: FULL_NAME }) fullName?: string | null;
  @text({ description: 'The company as it was given, not yet an account. Needed unless the organisation says otherwise (requiresLeadCompany).', max: 100 }) company?: string | null;
  @text({ description: 'The position in the company.', max: 100 }) designation?: string | null;
  @email({ description: 'E-mail; the field that duplicates are found by.' }) email?: string | null;
  @email({ description: 'A second e-mail address.' }) secondaryEmail?: string | null;
  @phone({ description: 'Telephone.' }) phone?: string | null;
  @phone({ description: 'Mobile telephone.' }) mobile?: string | null;
  @phone({ description: 'Fax.' }) fax?: string | null;
  @url({ description: 'Web site.' }) website?: string | null;
  @picklist(LeadSource, { description: 'Where the lead came from.' }) leadSource?: string | null;
  @picklist(LeadStatus, { description: 'Where the follow-up stands.', default: 'NOT_CONTACTED' }) leadStatus?: string | null;
  @picklist(Industry, { description: 'The line of business.' }) industry?: string | null;
  @picklist(Rating, { description: 'How promising the relation is.' }) rating?: string | null;
  @money({ description: 'What the company turns over in a year.' }) annualRevenue?: string | null;
  @integer({ description: 'How many people work in the company.', range: [0, 2_147_483_647] }) noOfEmployees?: number | null;
  @boolean({ description: 'True: no mass mail and no automatic answer.', required: true, default: false }) emailOptOut!: boolean;
  @enumeration(UnsubscribedMode, { description: 'How the person came to get no more mass mail; MANUAL unless something else noted it.', formula: `CASE WHEN new.email_opt_out THEN coalesce(new.unsubscribed_mode, 'MANUAL') END` }) unsubscribedMode?:
    string | null;
  @instant({ description: 'Since when the person gets no more mass mail.', formula: 'CASE WHEN new.email_opt_out THEN coalesce(new.unsubscribed_at, now()) END' }) unsubscribedAt?: Date | null;
  @text({ description: 'Skype name.', max: 50 }) skypeId?: string | null;
  @text({ description: 'Name on X (Twitter).', max: 50 }) twitter?: string | null;
  @text({ description: 'Address: street.', max: 250 }) street?: string | null;
  @text({ description: 'Address: city.', max: 100 }) city?: string | null;
  @text({ description: 'Address: state or province.', max: 100 }) state?: string | null;
  @text({ description: 'Address: postal code.', max: 30 }) zipCode?: string | null;
  @text({ description: 'Address: country.', max: 100 }) country?: string | null;
  @textarea({ description: 'Anything worth knowing.' }) description?: string | null;
  @instant({ description: 'When the lead became a contact.', writable: false }) convertedAt?: Date | null;
  @boolean({ description: 'Whether the lead became a contact.', required: true, formula: 'new.converted_at IS NOT NULL' }) converted!: boolean;
  @lookup(() => Account, { description: 'The account it became.', writable: false }) convertedAccount?: Account | null;
  @lookup(() => Contact, { description: 'The contact it became.', writable: false }) convertedContact?: Contact | null;
  @lookup(() => Deal, { description: 'The deal it became.', writable: false }) convertedDeal?: Deal | null;
  @integer({ description: 'Whole days from when the lead was made until it was converted.', formula: 'CASE WHEN new.converted_at IS NOT NULL THEN greatest(0, extract(day FROM new.converted_at - coalesce(new.created_at, now())))::int END' })
  leadConversionTime?: number | null;
}
