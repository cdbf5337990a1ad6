import { lookup } from '../../core/fields.js';
import { BaseRecord, linking, record } from '../../core/record.js';
import { Tax } from '../tax/tax.js';
import { Product } from './product.js';

@record({
  prefix: 'producttax',
  name: 'ProductTax',
  plural: 'productTaxes',
  description: 'A tax that may be put on lines of a product. A product without any may have them all (modules.md 7).',
  ...linking('product', 'tax'),
})
export class ProductTax extends BaseRecord {
  @lookup(() => Product, {
    description: 'The product.',
    required: true,
    fixed: true,
    inverse: { name: 'taxes', description: 'The taxes that may be put on its lines; none: all of them.', nested: true, parts: true },
  })
  product!: Product;
  @lookup(() => Tax, {
    description: 'The tax.',
    required: true,
    fixed: true,
    inverse: { name: '*', description: 'The products that it is meant for.' },
  })
  tax!: Tax;
}
