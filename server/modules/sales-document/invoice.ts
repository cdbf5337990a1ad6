import { date, enumeration, integer, lookup, money, picklist, text } from '../../core/fields.js';
import { record } from '../../core/record.js';
import { Account } from '../account/account.js';
import { Deal } from '../deal/deal.js';
import { PaymentTermBasis } from '../payment-term-basis.js';
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
  @date({ description: 'Invoice date. Default: today, in the time zone of the organization.' }) invoiceDate?: string | null;
  @integer({ description: "Payment term in days. Default: the account's, otherwise that of the invoices' document setting.", range: [0, 999] }) paymentTermDays?: number | null;
  @enumeration(PaymentTermBasis, { description: 'Day that the payment term counts from. Default: as the term, otherwise the invoice date.' }) paymentTermBasis?: string | null;
  @date({ description: 'Due date. Default: by the payment term; it moves with the term and the invoice date until another is given.', notBefore: 'invoiceDate' }) dueDate?: string | null;
  @money({ description: 'Sales commission.' }) salesCommission?: string | null;
  @money({ description: 'Excise duty.' }) exciseDuty?: string | null;
}
