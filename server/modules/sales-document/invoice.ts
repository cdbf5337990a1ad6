import { date, decimal, lookup, picklist, text } from '../../core/fields.js';
import { record } from '../../core/record.js';
import { Account } from '../account/account.js';
import { Deal } from '../deal/deal.js';
import { Quote } from './quote.js';
import { documentOptions, SalesDocument, statusList } from './sales-document.js';
import { SalesOrder } from './sales-order.js';
import { stockOfDocument } from './stock.sql.js';

const InvoiceStatus = statusList('InvoiceStatus', 'How far an invoice has come.');

@record({
  ...documentOptions,
  unique: [['invoiceNumber']],
  sql: stockOfDocument('invoice'),
  prefix: 'invoice',
  name: 'Invoice',
  plural: 'invoices',
  description: 'What a customer is to pay (modules.md 12). What it is about leaves the stock, whatever its status, until it is cancelled.',
})
export class Invoice extends SalesDocument {
  @text({ description: 'Its number, given by the organisation.', max: 50, writable: false, historical: true }) invoiceNumber?: string | null;
  @lookup(() => Account, { description: 'The company that is to pay.', required: true, inverse: { name: 'invoices', description: 'What the company is to pay.' } })
  account!: Account;
  @lookup(() => Deal, { description: 'The deal that it is part of.', inverse: { name: 'invoices', description: 'What is to be paid.' } }) deal?: Deal | null;
  @lookup(() => Quote, { description: 'The quote that it follows.', inverse: { name: 'invoices', description: 'The invoices that followed.' } }) quote?: Quote | null;
  @lookup(() => SalesOrder, { description: 'The order that it follows.', inverse: { name: 'invoices', description: 'The invoices that followed.' } })
  salesOrder?: SalesOrder | null;
  @picklist(InvoiceStatus, { description: 'How far it has come.', required: true, default: 'CREATED' }) status!: string;
  @text({ description: "The number of the customer's own purchase order.", max: 50 }) purchaseOrder?: string | null;
  @date({ description: 'The day that it bears.' }) invoiceDate?: string | null;
  @date({ description: 'When it is due.', notBefore: 'invoiceDate' }) dueDate?: string | null;
  @decimal({ description: 'What whoever sold it gets.' }) salesCommission?: string | null;
  @decimal({ description: 'Excise duty.' }) exciseDuty?: string | null;
}
