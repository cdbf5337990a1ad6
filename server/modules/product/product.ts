import { boolean, date, decimal, lookup, picklist, price, text, textarea } from '../../core/fields.js';
import { definePicklist } from '../../core/picklist.js';
import { MoneyRecord, record } from '../../core/record.js';
import { User } from '../user/user.js';
import { Vendor } from '../vendor/vendor.js';

const ProductCategory = definePicklist('ProductCategory', 'What kind of product it is.', ['Hardware', 'Software', 'CRM Applications']);

const Manufacturer = definePicklist('Manufacturer', 'Who makes it.', ['AltvetPet Inc.', 'LexPon Inc.', 'MetBeat Corp.']);

const UsageUnit = definePicklist('UsageUnit', 'What it is counted in.', ['Box', 'Carton', 'Dozen', 'Each', 'Hours', 'Impressions', 'Lb', 'M', 'Pack', 'Pages', 'Pieces', 'Quantity', 'Reams', 'Sheet', 'Spiral Binder', 'Sales Lead', 'Square Feet']);

/** What there will be once everything that is ordered has come and gone. */
const EXPECTED = '(new.qty_in_stock + new.qty_ordered - new.qty_in_demand)';
const QTY_TO_ORDER = `CASE WHEN new.reorder_level > ${EXPECTED} THEN trim_scale(greatest(new.reorder_quantity, new.reorder_level - ${EXPECTED})) ELSE 0 END`;

@record({
  duplicateCheck: 'productName',
  prefix: 'product',
  name: 'Product',
  plural: 'products',
  description: 'Something that we sell: goods or a service (modules.md 7).',
  unique: [['productCode']],
  uniqueOutsideBin: true,
  indexes: [['productName'], ['isBelowReorderLevel']],
})
export class Product extends MoneyRecord {
  @text({ description: 'The name of the product.', required: true, max: 200 }) productName!: string;
  @text({ description: 'Our code for it; no two products share one.', max: 40 }) productCode?: string | null;
  @boolean({ description: 'False: it is on no new line of a document.', required: true, default: true }) productActive!: boolean;
  @lookup(() => Vendor, {
    description: 'Whom we buy it from.',
    inverse: { name: 'products', description: 'What we buy from the company.' },
  })
  vendor?: Vendor | null;
  @picklist(ProductCategory, { description: 'What kind of product it is.' }) productCategory?: string | null;
  @picklist(Manufacturer, { description: 'Who makes it.' }) manufacturer?: string | null;
  @date({ description: 'From when it is sold.' }) salesStartDate?: string | null;
  @date({ description: 'Until when it is sold.', notBefore: 'salesStartDate' }) salesEndDate?: string | null;
  @date({ description: 'From when it is supported.' }) supportStartDate?: string | null;
  @date({ description: 'Until when it is supported.', notBefore: 'supportStartDate' }) supportExpiryDate?: string | null;
  @price({ description: 'Price of one, with up to six decimals.', range: [0, 1e15] }) unitPrice?: string | null;
  @price({ description: 'Commission for one that is sold, with up to six decimals.' }) commissionRate?: string | null;
  @boolean({ description: 'False: no tax is put on its lines.', required: true, default: true }) taxable!: boolean;
  @picklist(UsageUnit, { description: 'What it is counted in.' }) usageUnit?: string | null;
  @decimal({ description: 'How many there are; may be less than none. Moved by documents and adjustments (workflows.md 3).', required: true, writable: false, derived: true, default: 0 })
  qtyInStock!: string;
  @decimal({ description: 'How many are on purchase orders that are neither delivered nor cancelled.', required: true, writable: false, derived: true, default: 0 })
  qtyOrdered!: string;
  @decimal({ description: 'How many are on sales orders that are neither delivered nor cancelled.', required: true, writable: false, derived: true, default: 0 })
  qtyInDemand!: string;
  @decimal({ description: 'Below so many in stock it is to be ordered again.', positive: true, range: [0, 1e12] }) reorderLevel?: string | null;
  @decimal({ description: 'At least so many are ordered at once.', positive: true, range: [0, 1e12] }) reorderQuantity?: string | null;
  @boolean({ description: 'Whether fewer are in stock than the reorder level (workflows.md 3). False where it has none.', required: true, default: false, derived: true, formula: 'coalesce(new.qty_in_stock < new.reorder_level, false)' })
  isBelowReorderLevel!: boolean;
  @decimal({ description: 'How many to order, so that what is in stock and ordered less what is in demand comes back to the reorder level. 0: it has none, or there will be enough.', required: true, default: 0, derived: true, formula: QTY_TO_ORDER })
  qtyToOrder!: string;
  @lookup(() => User, { description: 'Who looks after it.' }) handler?: User | null;
  @textarea({ description: 'Anything worth knowing.' }) description?: string | null;
}
