import { defineEnum } from '../../core/enums.js';
import { enumeration, integer, json, text, textarea } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';
import { PaymentTermBasis } from '../payment-term-basis.js';
import { NextNumberByYearScalar } from './next-number-by-year.js';
import { MAX_PATTERN } from './number-pattern.js';

export const DocumentKind = defineEnum('DocumentKind', 'A kind of document.', {
  QUOTE: 'Quotes.',
  SALES_ORDER: 'Sales orders.',
  PURCHASE_ORDER: 'Purchase orders.',
  INVOICE: 'Invoices.',
});

export type DocumentKindName = keyof typeof DocumentKind.values;

export const NumberReset = defineEnum('NumberReset', 'When numbers of documents begin again at 1.', {
  NEVER: 'Never.',
  YEARLY: "Each year, by the document's date.",
});

@record({
  prefix: 'documentsetting',
  name: 'DocumentSetting',
  plural: 'documentSettings',
  description: 'How the organisation numbers its documents of a kind, and what new ones say.',
  order: ['document'],
  unique: [['document']],
})
export class DocumentSetting extends BaseRecord {
  @enumeration(DocumentKind, { description: 'The kind of document.', required: true, fixed: true }) document!: string;
  @text({ description: 'What its numbers begin with: `Q-`. Not used where there is a pattern.', max: 20 }) numberPrefix?: string | null;
  @text({
    description: 'Pattern of its numbers, `INV-{yyyy}-{0000}`: `{yyyy}` or `{yy}` is the year, `{0000}` the counter with at least so many digits. Null: the prefix and the counter.',
    max: MAX_PATTERN,
  })
  numberPattern?: string | null;
  @enumeration(NumberReset, { description: 'When numbers begin again at 1. Default: yearly where the pattern has the year.', required: true, default: 'NEVER' })
  numberReset!: string;
  @integer({
    description: 'The number of the next document; where numbers begin again each year, of the last year that has one. Numbers have no gaps: a document that is not saved takes none.',
    required: true,
    default: 1,
    range: [1, 2_000_000_000],
    derived: true,
  })
  nextNumber!: number;
  @json({ description: 'Next number of each year, where numbers begin again each year.', scalar: NextNumberByYearScalar, derived: true })
  nextNumberByYear?: Record<string, number> | null;
  @textarea({ description: 'Terms and conditions of new documents.' }) termsAndConditions?: string | null;
  @integer({ description: 'Payment term in days, of invoices to accounts without one. Only invoices have it.', range: [0, 999] }) paymentTermDays?: number | null;
  @enumeration(PaymentTermBasis, { description: 'Day that the payment term counts from. Default: the invoice date.' }) paymentTermBasis?: string | null;
}

/** What an organisation starts with. */
export const standardDocumentSettings: readonly { readonly document: DocumentKindName; readonly numberPrefix: string }[] = [
  { document: 'QUOTE', numberPrefix: 'Q-' },
  { document: 'SALES_ORDER', numberPrefix: 'SO-' },
  { document: 'PURCHASE_ORDER', numberPrefix: 'PO-' },
  { document: 'INVOICE', numberPrefix: 'INV-' },
];
