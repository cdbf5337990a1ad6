import { lookup } from '../../core/fields.js';
import { BaseRecord, linking, record } from '../../core/record.js';
import { Tax } from '../tax/tax.js';
import { Product } from './product.js';

@record({
  prefix: 'producttax',
  name: 'ProductTax',
  plural: 'productTaxes',
  description: 'A tax of a product: new lines have it unless they name other taxes. Lines may have no tax that is not among those of their product, if it has any.',
  ...linking('product', 'tax'),
})
export class ProductTax extends BaseRecord {
  @lookup(() => Product, {
    description: 'The product.',
    required: true,
    fixed: true,
    inverse: { name: 'taxes', description: 'Taxes of new lines, and the only ones that its lines may have; none: lines may have any.', nested: true, parts: true },
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
