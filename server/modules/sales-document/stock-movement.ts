import { decimal, enumeration, lookup, text } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';
import { Product } from '../product/product.js';
import { DocumentKind } from './document-setting.js';
import { LineItem } from './line-item.js';
import { StockAdjustment } from './stock-adjustment.js';
import { stockOfMovements } from './stock.sql.js';

@record({
  prefix: 'movement',
  name: 'StockMovement',
  plural: 'stockMovements',
  description: 'What a line of a document or an adjustment did to the stock of a product, and when (workflows.md 3). The counters of the product are the sums.',
  sql: stockOfMovements,
})
export class StockMovement extends BaseRecord {
  @lookup(() => Product, {
    description: 'The product.',
    required: true,
    writable: false,
    inverse: { name: 'stockMovements', description: 'What came, went and was ordered.' },
  })
  product!: Product;
  @lookup(() => LineItem, {
    description: 'The line of a document that did it.',
    writable: false,
    inverse: { name: 'stockMovements', description: 'What the line did to the stock.' },
  })
  lineItem?: LineItem | null;
  @enumeration(DocumentKind, { description: 'The kind of the document; null: an adjustment did it.', writable: false }) document?: string | null;
  @text({ description: 'The number of the document, which stays when the document goes.', max: 50, writable: false }) documentNumber?: string | null;
  @lookup(() => StockAdjustment, { description: 'The adjustment that did it.', writable: false }) adjustment?: StockAdjustment | null;
  @decimal({ description: 'So many more are in stock.', required: true, writable: false }) inStock!: string;
  @decimal({ description: 'So many more are on order from vendors.', required: true, writable: false }) ordered!: string;
  @decimal({ description: 'So many more are ordered by customers.', required: true, writable: false }) inDemand!: string;
}
