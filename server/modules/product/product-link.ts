import { lookup, textarea } from '../../core/fields.js';
import { BaseRecord, linking, record } from '../../core/record.js';
import { Account } from '../account/account.js';
import { Contact } from '../contact/contact.js';
import { Deal } from '../deal/deal.js';
import { Lead } from '../lead/lead.js';
import { Vendor } from '../vendor/vendor.js';
import { Product } from './product.js';

const products = (description: string) => ({ name: 'productLinks', description });

@record({
  prefix: 'productlink',
  name: 'ProductLink',
  plural: 'productLinks',
  description: 'That somebody has to do with a product: a lead, an account, a contact, a deal or a vendor; each once (modules.md 7).',
  ...linking('product', 'lead', 'account', 'contact', 'deal', 'vendor'),
})
export class ProductLink extends BaseRecord {
  @lookup(() => Product, {
    description: 'The product.',
    required: true,
    fixed: true,
    inverse: { name: 'links', description: 'Who has to do with the product.' },
  })
  product!: Product;
  @lookup(() => Lead, { description: 'The lead.', fixed: true, inverse: products('The products that the lead asks for.') })
  lead?: Lead | null;
  @lookup(() => Account, { description: 'The account.', fixed: true, inverse: products('The products that the company has to do with.') })
  account?: Account | null;
  @lookup(() => Contact, { description: 'The contact.', fixed: true, inverse: products('The products that the person has to do with.') })
  contact?: Contact | null;
  @lookup(() => Deal, { description: 'The deal.', fixed: true, inverse: products('The products that the deal is about.') }) deal?: Deal | null;
  @lookup(() => Vendor, { description: 'The vendor.', fixed: true, inverse: products('The products that the company can deliver.') })
  vendor?: Vendor | null;
  @textarea({ description: 'Anything worth knowing.' }) description?: string | null;
}
