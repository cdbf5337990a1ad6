import { enumeration, integer, lookup, money, phone, picklist, text, textarea, url } from '../../core/fields.js';
import { definePicklist } from '../../core/picklist.js';
import { MoneyRecord, record } from '../../core/record.js';
import { vatNumberFormat } from '../company-numbers.js';
import { PaymentTermBasis } from '../payment-term-basis.js';
import { Industry, Rating } from '../picklists.js';

const AccountType = definePicklist('AccountType', 'What the company is to us.', ['Analyst', 'Competitor', 'Customer', 'Distributor', 'Integrator', 'Investor', 'Other', 'Partner', 'Press', 'Prospect', 'Reseller', 'Supplier', 'Vendor']);

const Ownership = definePicklist('Ownership', 'Who owns the company.', ['Other', 'Private', 'Public', 'Subsidiary', 'Partnership', 'Government', 'Privately Held', 'Public Company']);

@record({
  duplicateCheck: 'accountName',
  prefix: 'account',
  name: 'Account',
  plural: 'accounts',
  description: 'A company or organisation that we do business with.',
  indexes: [['accountName'], ['modifiedAt']],
})
export class Account extends MoneyRecord {
  @text({ description: 'The name of the company.', required: true, max: 100 }) accountName!: string;
  @lookup(() => Account, {
    description: 'The company it belongs to.',
    tree: true,
    inverse: { name: 'memberAccounts', description: 'The companies that belong to it.' },
  })
  parentAccount?: Account | null;
  @text({ description: 'Our number for the company; a text, so that leading zeros stay.', max: 40 }) accountNumber?: string | null;
  @text({ description: 'The branch: "Headquarters", "London".', max: 80 }) accountSite?: string | null;
  @picklist(AccountType, { description: 'What the company is to us.' }) accountType?: string | null;
  @picklist(Industry, { description: 'The line of business.' }) industry?: string | null;
  @picklist(Ownership, { description: 'Who owns the company.' }) ownership?: string | null;
  @picklist(Rating, { description: 'How promising the relation is.' }) rating?: string | null;
  @money({ description: 'What the company turns over in a year.' }) annualRevenue?: string | null;
  @integer({ description: 'How many people work there.', range: [0, 2_147_483_647] }) employees?: number | null;
  @text({ description: 'The symbol on the stock exchange.', max: 30 }) tickerSymbol?: string | null;
  @text({ description: 'Standard Industrial Classification code; a text, so that leading zeros stay.', max: 10 }) sicCode?: string | null;
  @text({ description: 'VAT number, in capitals without spaces or dots; of an EU country in the form of that country: `NL123456789B01`.', max: 30, format: vatNumberFormat })
  vatNumber?: string | null;
  @integer({ description: "Days in which the company pays its invoices. Default: those of the invoices' document setting.", range: [0, 999] }) paymentTermDays?: number | null;
  @enumeration(PaymentTermBasis, { description: 'Day that the payment term counts from. Default: the invoice date.' }) paymentTermBasis?: string | null;
  @phone({ description: 'Telephone.' }) phone?: string | null;
  @phone({ description: 'Fax.' }) fax?: string | null;
  @url({ description: 'Web site.' }) website?: string | null;
  @text({ description: 'Billing address: street.', max: 250 }) billingStreet?: string | null;
  @text({ description: 'Billing address: city.', max: 100 }) billingCity?: string | null;
  @text({ description: 'Billing address: state or province.', max: 100 }) billingState?: string | null;
  @text({ description: 'Billing address: postal code.', max: 30 }) billingCode?: string | null;
  @text({ description: 'Billing address: country.', max: 100 }) billingCountry?: string | null;
  @text({ description: 'Shipping address: street.', max: 250 }) shippingStreet?: string | null;
  @text({ description: 'Shipping address: city.', max: 100 }) shippingCity?: string | null;
  @text({ description: 'Shipping address: state or province.', max: 100 }) shippingState?: string | null;
  @text({ description: 'Shipping address: postal code.', max: 30 }) shippingCode?: string | null;
  @text({ description: 'Shipping address: country.', max: 100 }) shippingCountry?: string | null;
  @textarea({ description: 'Anything worth knowing.' }) description?: string | null;
}
