import { decimal, lookup, text } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';
import { Product } from '../product/product.js';
import { stockOfAdjustments } from './stock.sql.js';

@record({
  prefix: 'adjustment',
  name: 'StockAdjustment',
  plural: 'stockAdjustments',
  description: 'A correction of what is in stock: counted, lost, found (workflows.md 3). It stays; a wrong one is corrected by another.',
  sql: stockOfAdjustments,
})
export class StockAdjustment extends BaseRecord {
  @lookup(() => Product, {
    description: 'The product.',
    required: true,
    fixed: true,
    inverse: { name: 'stockAdjustments', description: 'Corrections of what is in stock.' },
  })
  product!: Product;
  @decimal({ description: 'How many more, or less, there are.', required: true, fixed: true, range: [-1e12, 1e12] }) quantity!: string;
  @text({ description: 'Why.', required: true, fixed: true }) reason!: string;
}
