import { defineEnum } from '../../core/enums.js';
import { enumeration, integer, text, textarea } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';

export const DocumentKind = defineEnum('DocumentKind', 'A kind of document.', {
  QUOTE: 'Quotes.',
  SALES_ORDER: 'Sales orders.',
  PURCHASE_ORDER: 'Purchase orders.',
  INVOICE: 'Invoices.',
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
  @text({ description: 'What its numbers begin with: `Q-`.', max: 20 }) numberPrefix?: string | null;
  @integer({
    description: 'The number of the next document. Numbers have no gaps: one that is not saved takes none.',
    required: true,
    default: 1,
    range: [1, 2_000_000_000],
    derived: true,
  })
  nextNumber!: number;
  @textarea({ description: 'Terms and conditions of new documents.' }) termsAndConditions?: string | null;
}

/** What an organisation starts with. */
export const standardDocumentSettings: readonly { readonly document: string; readonly numberPrefix: string }[] = [
  { document: 'QUOTE', numberPrefix: 'Q-' },
  { document: 'SALES_ORDER', numberPrefix: 'SO-' },
  { document: 'PURCHASE_ORDER', numberPrefix: 'PO-' },
  { document: 'INVOICE', numberPrefix: 'INV-' },
];
