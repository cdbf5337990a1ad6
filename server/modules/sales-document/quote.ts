import { date, lookup, picklist, text } from '../../core/fields.js';
import { definePicklist } from '../../core/picklist.js';
import { record } from '../../core/record.js';
import { Account } from '../account/account.js';
import { Deal } from '../deal/deal.js';
import { documentOptions, SalesDocument } from './sales-document.js';

const QuoteStage = definePicklist('QuoteStage', 'How far a quote has come.', ['Draft', 'Negotiation', 'Delivered', 'On Hold', 'Confirmed', 'Closed Won', 'Closed Lost']);

@record({
  ...documentOptions,
  unique: [['quoteNumber']],
  prefix: 'quote',
  name: 'Quote',
  plural: 'quotes',
  description: 'An offer to sell (modules.md 10).',
})
export class Quote extends SalesDocument {
  @text({ description: 'Its number, given by the organisation.', max: 50, writable: false, historical: true }) quoteNumber?: string | null;
  @lookup(() => Account, { description: 'The company that it is for.', required: true, inverse: { name: 'quotes', description: 'What the company was offered.' } })
  account!: Account;
  @lookup(() => Deal, { description: 'The deal that it is part of.', inverse: { name: 'quotes', description: 'What was offered.' } }) deal?: Deal | null;
  @picklist(QuoteStage, { description: 'How far it has come.', required: true, default: 'DRAFT' }) quoteStage!: string;
  @date({ description: 'Until when the offer holds.' }) validTill?: string | null;
  @text({ description: 'The team that looks after it.', max: 50 }) team?: string | null;
  @text({ description: 'How it is shipped.', max: 50 }) shipping?: string | null;
  @text({ description: 'Who looks after the stock for it.', max: 50 }) inventoryManager?: string | null;
}
