import { boolean, email, instant, integer, lookup, money, phone, picklist, text, textarea, url } from '../../core/fields.js';
import { definePicklist } from '../../core/picklist.js';
import { MoneyRecord, record } from '../../core/record.js';
import { Account } from '../account/account.js';
import { Campaign } from '../campaign/campaign.js';
import { Contact } from '../contact/contact.js';
import { fullNameOptions } from '../full-name.js';
import { Deal } from '../deal/deal.js';
import { Industry, LeadSource, Rating, Salutation, UnsubscribedMode } from '../picklists.js';

const LeadStatus = definePicklist('LeadStatus', 'Where the follow-up stands.', ['Attempted to Contact', 'Contact in Future', 'Contacted', 'Junk Lead', 'Lost Lead', 'Not Contacted', 'Pre-Qualified', 'Not Qualified']);

@record({
  duplicateCheck: 'email',
  prefix: 'lead',
  name: 'Lead',
  displayName: 'fullName',
  plural: 'leads',
  description: 'Someone who might become a customer (modules.md 1).',
  indexes: [['lastName'], ['email'], ['leadStatus']],
})
export class Lead extends MoneyRecord {
  @picklist(Salutation, { description: 'How the person is addressed.' }) salutation?: string | null;
  @text({ description: 'Given name.', max: 40 }) firstName?: string | null;
  @text({ description: 'Family name.', required: true, max: 80 }) lastName!: string;
  @text(fullNameOptions) fullName?: string | null;
  @text({
    description: 'The company as given, not yet an account. Needed unless the organisation sells to consumers (`requiresLeadCompany`).',
    max: 100,
  })
  company?: string | null;
  @text({ description: 'The position in the company.', max: 100 }) designation?: string | null;
  @email({ description: 'E-mail; the field that duplicates are found by.' }) email?: string | null;
  @email({ description: 'A second e-mail address.' }) secondaryEmail?: string | null;
  @phone({ description: 'Telephone.' }) phone?: string | null;
  @phone({ description: 'Mobile telephone.' }) mobile?: string | null;
  @phone({ description: 'Fax.' }) fax?: string | null;
  @url({ description: 'Web site.' }) website?: string | null;
  @picklist(LeadSource, { description: 'Where the lead came from.' }) leadSource?: string | null;
  @lookup(() => Campaign, {
    description: 'The campaign that the lead came from.',
    inverse: { name: 'sourcedLeads', description: 'The leads that came from it.' },
  })
  campaignSource?: Campaign | null;
  @picklist(LeadStatus, { description: 'Where the follow-up stands.', default: 'NOT_CONTACTED' }) leadStatus?: string | null;
  @picklist(Industry, { description: 'The line of business.' }) industry?: string | null;
  @picklist(Rating, { description: 'How promising the lead is.' }) rating?: string | null;
  @money({ description: 'What the company turns over in a year.' }) annualRevenue?: string | null;
  @integer({ description: 'How many people work there.', range: [0, 2_147_483_647] }) noOfEmployees?: number | null;
  @boolean({ description: 'True: no mass mail and no automatic answer.', required: true, default: false }) emailOptOut!: boolean;
  @picklist(UnsubscribedMode, { description: 'How the person asked for no more mail.' }) unsubscribedMode?: string | null;
  @instant({ description: 'When the person asked for no more mail.' }) unsubscribedAt?: Date | null;
  @text({ description: 'Skype name.', max: 50 }) skypeId?: string | null;
  @text({ description: 'Name on X (Twitter).', max: 50 }) twitter?: string | null;
  @text({ description: 'Street.', max: 250 }) street?: string | null;
  @text({ description: 'City.', max: 100 }) city?: string | null;
  @text({ description: 'State or province.', max: 100 }) state?: string | null;
  @text({ description: 'Postal code.', max: 30 }) zipCode?: string | null;
  @text({ description: 'Country.', max: 100 }) country?: string | null;
  @textarea({ description: 'Anything worth knowing.' }) description?: string | null;
  @boolean({ description: 'Whether it has become an account, a contact or a deal.', required: true, default: false, writable: false })
  converted!: boolean;
  @instant({ description: 'When it was converted.', writable: false }) convertedAt?: Date | null;
  @lookup(() => Account, { description: 'The account it became, or was added to.', writable: false }) convertedAccount?: Account | null;
  @lookup(() => Contact, { description: 'The contact it became.', writable: false }) convertedContact?: Contact | null;
  @lookup(() => Deal, { description: 'The deal that began with it.', writable: false }) convertedDeal?: Deal | null;
}
