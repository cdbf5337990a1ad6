import { lookup, reference, textarea } from '../../core/fields.js';
import { BaseRecord, linking, record, type CrmRecord } from '../../core/record.js';
import { Product } from './product.js';

@record({
  prefix: 'productlink',
  name: 'ProductLink',
  plural: 'productLinks',
  description: 'Links a product to a lead, account, contact, deal or vendor. A pair is linked once.',
  ...linking('product', 'record'),
})
export class ProductLink extends BaseRecord {
  @lookup(() => Product, {
    description: 'The product.',
    required: true,
    fixed: true,
    inverse: { name: 'links', description: 'The records that the product is linked to.' },
  })
  product!: Product;
  @reference(['Lead', 'Account', 'Contact', 'Deal', 'Vendor'], {
    description: 'The linked record.',
    required: true,
    fixed: true,
    inverse: {
      name: 'productLinks',
      description: "The linked products; an account's include those of its contacts.",
      includes: { Account: ['contacts'] },
    },
  })
  record!: CrmRecord;
  @textarea({ description: 'Anything worth knowing.' }) description?: string | null;
}
