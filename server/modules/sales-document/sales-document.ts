import { boolean, decimal, enumeration, json, lookup, money, picklist, text, textarea } from '../../core/fields.js';
import { definePicklist } from '../../core/picklist.js';
import { MoneyRecord, recordInterface } from '../../core/record.js';
import type { RecordOptions } from '../../core/registry.js';
import { Contact } from '../contact/contact.js';
import { AppliedTaxesScalar, type AppliedTax } from './applied-taxes.js';
import { DiscountTiming } from '../discount-timing.js';
import { TaxBreakdownScalar } from './tax-breakdown.js';
import type { TaxBreakdownEntry } from './totals.js';

const Carrier = definePicklist('Carrier', 'Who brings the goods.', ['FedEX', 'UPS', 'USPS', 'DHL', 'BlueDart']);

/** How far an order or an invoice has come; what is in stock, ordered and in demand follows from the category (workflows.md 3). */
const stages = ['Created', 'Approved', 'Delivered', 'Cancelled'] as const;
const categories = { DELIVERED: ['Delivered'], CANCELLED: ['Cancelled'] };
export const statusList = (name: string, description: string) => definePicklist(name, description, stages, categories);

/** What every document declares of itself in the same way. */
export const documentOptions = {
  duplicateCheck: 'subject',
  sharesNames: true,
  fixed: ['currency'],
} satisfies Partial<RecordOptions>;

/** What quotes, orders and invoices have in common (modules.md 10 to 13). What they come to is worked out from their lines. */
@recordInterface('SalesDocument', 'A quote, an order or an invoice: what all of them have. What it comes to is worked out from its lines.')
export abstract class SalesDocument extends MoneyRecord {
  @text({ description: 'What it is about.', required: true, max: 120 }) subject!: string;
  @lookup(() => Contact, {
    description: 'The person that it goes to.',
    inverse: { name: '*', description: 'What went to the person.' },
  })
  contact?: Contact | null;
  @picklist(Carrier, { description: 'Who brings the goods.' }) carrier?: string | null;
  @text({ description: 'Billing address: street. Copied, as all of the address, when the company is chosen.', max: 250 }) billingStreet?: string | null;
  @text({ description: 'Billing address: city.', max: 100 }) billingCity?: string | null;
  @text({ description: 'Billing address: state or province.', max: 100 }) billingState?: string | null;
  @text({ description: 'Billing address: postal code.', max: 30 }) billingCode?: string | null;
  @text({ description: 'Billing address: country.', max: 100 }) billingCountry?: string | null;
  @text({ description: 'Shipping address: street.', max: 250 }) shippingStreet?: string | null;
  @text({ description: 'Shipping address: city.', max: 100 }) shippingCity?: string | null;
  @text({ description: 'Shipping address: state or province.', max: 100 }) shippingState?: string | null;
  @text({ description: 'Shipping address: postal code.', max: 30 }) shippingCode?: string | null;
  @text({ description: 'Shipping address: country.', max: 100 }) shippingCountry?: string | null;
  @boolean({
    description: "Whether the prices of the lines include tax. Default: that of the order or quote it follows, otherwise the organization's.",
    required: true,
    default: false,
  })
  pricesIncludeTax!: boolean;
  @enumeration(DiscountTiming, {
    description: "When the document's discount is taken off. Default: that of the order or quote it follows, otherwise the organization's.",
    required: true,
    default: 'BEFORE_TAX',
  })
  discountTiming!: string;
  @money({ description: 'The sum of the net totals of the lines: it holds their discounts and taxes.', writable: false }) subTotal?: string | null;
  @money({ description: "Sum of the lines without tax, before the document's discount.", writable: false }) subTotalExclTax?: string | null;
  @money({ description: "The document's own discount: an amount, or what `discountPercent` comes to. It includes tax if it is taken off after tax, or the prices include tax.", range: [0, 1e15] })
  discount?: string | null;
  @decimal({ description: "The document's own discount in percent of the lines, taken off before or after tax. An amount given as `discount` takes its place.", range: [0, 100] })
  discountPercent?: string | null;
  @json({ description: "The document's own taxes, on all of its lines after the discount.", scalar: AppliedTaxesScalar }) taxes?: AppliedTax[] | null;
  @money({ description: "What the document's own taxes come to.", writable: false }) tax?: string | null;
  @money({ description: 'Added at the end; may be negative.', range: [-1e15, 1e15] }) adjustment?: string | null;
  @money({ description: 'Discounts of the lines and of the document.', writable: false }) discountTotal?: string | null;
  @money({ description: 'Total without tax, after all discounts.', writable: false }) totalExclTax?: string | null;
  @money({ description: 'Taxes of the lines and of the document.', writable: false }) taxTotal?: string | null;
  @json({ description: 'Taxes of the lines and of the document, by tax and rate, with the amounts they are on.', scalar: TaxBreakdownScalar, writable: false })
  taxBreakdown?: TaxBreakdownEntry[] | null;
  @money({ description: 'Amount to pay: total without tax + taxes + adjustment.', writable: false }) grandTotal?: string | null;
  @textarea({ description: "Terms and conditions. Default: the organisation's for such documents." }) termsAndConditions?: string | null;
  @textarea({ description: 'Anything worth knowing.' }) description?: string | null;
}
