import { date, lookup, money, picklist, text } from '../../core/fields.js';
import { record } from '../../core/record.js';
import { documentOptions, SalesDocument, statusList } from './sales-document.js';
import { stockOfDocument } from './stock.sql.js';
import { Vendor } from '../vendor/vendor.js';

const PurchaseOrderStatus = statusList('PurchaseOrderStatus', 'How far a purchase order has come.');

@record({
  ...documentOptions,
  unique: [['poNumber']],
  sql: stockOfDocument('purchase_order'),
  prefix: 'purchaseorder',
  name: 'PurchaseOrder',
  plural: 'purchaseOrders',
  description: 'What we order from a vendor (modules.md 12). What it is about comes into stock when it is delivered.',
})
export class PurchaseOrder extends SalesDocument {
  @text({ description: 'Its number, given by the organisation.', max: 50, writable: false, historical: true }) poNumber?: string | null;
  @lookup(() => Vendor, { description: 'Whom we order from.', required: true, inverse: { name: 'purchaseOrders', description: 'What we ordered from the company.' } })
  vendor!: Vendor;
  @picklist(PurchaseOrderStatus, { description: 'How far it has come.', required: true, default: 'CREATED' }) status!: string;
  @text({ description: 'The number of the requisition.', max: 20 }) requisitionNo?: string | null;
  @text({ description: 'The number that the carrier knows it by.', max: 50 }) trackingNumber?: string | null;
  @date({ description: 'Order date. Default: today, in the time zone of the organization.' }) poDate?: string | null;
  @date({ description: 'When it is due.', notBefore: 'poDate' }) dueDate?: string | null;
  @money({ description: 'Sales commission.' }) salesCommission?: string | null;
  @money({ description: 'Excise duty.' }) exciseDuty?: string | null;
}
