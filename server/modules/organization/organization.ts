import { boolean, currency, email, enumeration, integer, language, phone, text, timeZone, url } from '../../core/fields.js';
import { SOURCE_LANGUAGE } from '../../core/messages.js';
import { BaseRecord, record } from '../../core/record.js';
import { bicFormat, ibanFormat, registrationNumberFormat, vatNumberFormat } from '../company-numbers.js';
import { DiscountTiming } from '../discount-timing.js';
import { DateFormat, NameFormat, NumberFormat, TimeFormat, Weekday } from '../formats.js';

@record({
  prefix: 'organization',
  name: 'Organization',
  plural: 'organizations',
  description: 'The company that works with this CRM, and how it counts and writes days and numbers.',
  singleton: true,
})
export class Organization extends BaseRecord {
  @text({ description: 'The name of the company.', required: true, max: 100 }) name!: string;
  @currency({
    description: 'The currency that amounts are compared and added up in. It stays what it was at the start: another one would rewrite every amount there is.',
    required: true,
    writable: false,
  })
  baseCurrency!: string;
  @integer({ description: 'The month that the fiscal year begins with, 1 to 12.', required: true, range: [1, 12], default: 1 })
  fiscalYearStart!: number;
  @enumeration(Weekday, { description: 'The day that a week begins with.', required: true, default: 'MONDAY' }) weekStart!: string;
  @timeZone({
    description: 'The IANA name of the time zone, like `Europe/Amsterdam`: whose days decide which exchange rate is valid, and those of users without one of their own.',
    required: true,
    default: 'UTC',
  })
  timeZone!: string;
  @language({
    description: 'The language of users without one of their own; a request may ask for another by `Accept-Language`.',
    required: true,
    default: SOURCE_LANGUAGE,
  })
  language!: string;
  @enumeration(DateFormat, { description: 'How people see dates.', required: true, default: 'YMD_DASHES' }) dateFormat!: string;
  @enumeration(TimeFormat, { description: 'How people see times of the day.', required: true, default: 'H24' }) timeFormat!: string;
  @boolean({ description: 'Whether a lead must name a company: on for sellers to companies, off for sellers to consumers.', required: true, default: true })
  requiresLeadCompany!: boolean;
  @boolean({ description: 'Whether a deal can only be lost with a reason.', required: true, default: false }) requiresReasonForLoss!: boolean;
  @boolean({ description: 'Whether a line or a document may have another rate of a tax than the tax itself.', required: true, default: false })
  allowsEditedTaxRates!: boolean;
  @enumeration(DiscountTiming, { description: 'When the discount of a new document is taken off.', required: true, default: 'BEFORE_TAX' }) discountTiming!: string;
  @boolean({ description: 'Whether the prices of new documents include tax.', required: true, default: false }) pricesIncludeTax!: boolean;
  @enumeration(NameFormat, { description: 'How people see names of leads and contacts.', required: true, default: 'SALUTATION_FIRST_LAST' }) nameFormat!: string;
  @enumeration(NumberFormat, { description: 'How people see numbers.', required: true, default: 'COMMA_POINT' }) numberFormat!: string;
  @text({ description: 'Legal name, as it is printed on documents.', max: 200 }) legalName?: string | null;
  @text({ description: 'Address: street.', max: 250 }) street?: string | null;
  @text({ description: 'Address: city.', max: 100 }) city?: string | null;
  @text({ description: 'Address: state or province.', max: 100 }) state?: string | null;
  @text({ description: 'Address: postal code.', max: 30 }) postalCode?: string | null;
  @text({ description: 'Address: country.', max: 100 }) country?: string | null;
  @phone({ description: 'Telephone.' }) phone?: string | null;
  @email({ description: 'E-mail.' }) email?: string | null;
  @url({ description: 'Website.' }) website?: string | null;
  @text({ description: 'VAT number, in capitals without spaces or dots; of an EU country in the form of that country: `NL123456789B01`.', max: 30, format: vatNumberFormat })
  vatNumber?: string | null;
  @text({ description: 'Number at the chamber of commerce or the commercial register.', max: 50, format: registrationNumberFormat }) chamberOfCommerceNumber?: string | null;
  @text({ description: 'Bank account (IBAN), without spaces; its check digits are checked.', max: 34, format: ibanFormat }) iban?: string | null;
  @text({ description: 'Bank (BIC).', max: 11, format: bicFormat }) bic?: string | null;
}
