import { date, lookup, money, picklist, text } from '../../core/fields.js';
import { record } from '../../core/record.js';
import { Account } from '../account/account.js';
import { Deal } from '../deal/deal.js';
import { Quote } from './quote.js';
import { documentOptions, SalesDocument, statusList } from './sales-document.js';
import { stockOfDocument } from './stock.sql.js';

const SalesOrderStatus = statusList('SalesOrderStatus', 'How far a sales order has come.');

@record({
  ...documentOptions,
  unique: [['soNumber']],
  sql: stockOfDocument('sales_order'),
  prefix: 'salesorder',
  name: 'SalesOrder',
  plural: 'salesOrders',
  description: 'What a customer has ordered (modules.md 11). What it is about is in demand until it is delivered or cancelled.',
})
export class SalesOrder extends SalesDocument {
  @text({ description: 'Its number, given by the organisation.', max: 50, writable: false, historical: true }) soNumber?: string | null;
  @lookup(() => Account, { description: 'The company that ordered.', required: true, inverse: { name: 'salesOrders', description: 'What the company has ordered.' } })
  account!: Account;
  @lookup(() => Deal, { description: 'The deal that it is part of.', inverse: { name: 'salesOrders', description: 'What was ordered.' } }) deal?: Deal | null;
  @lookup(() => Quote, { description: 'The quote that it follows.', inverse: { name: 'salesOrders', description: 'The orders that followed.' } }) quote?: Quote | null;
  @picklist(SalesOrderStatus, { description: 'How far it has come.', required: true, default: 'CREATED' }) status!: string;
  @text({ description: 'Our number for the customer.', max: 50 }) customerNo?: string | null;
  @text({ description: "The number of the customer's own purchase order.", max: 50 }) purchaseOrder?: string | null;
  @date({ description: 'When it is due.' }) dueDate?: string | null;
  @text({ description: 'What it waits for.', max: 50 }) pending?: string | null;
  @money({ description: 'Sales commission.' }) salesCommission?: string | null;
  @money({ description: 'Excise duty.' }) exciseDuty?: string | null;
}
