import { currency, decimal, lookup, price } from '../../core/fields.js';
import { BaseRecord, linking, record } from '../../core/record.js';
import { Product } from '../product/product.js';
import { PriceBook } from './price-book.js';

@record({
  prefix: 'listprice',
  name: 'ListPrice',
  plural: 'listPrices',
  description: 'What a product costs by a price book: once in each (modules.md 8).',
  ...linking('priceBook', 'product'),
})
export class ListPrice extends BaseRecord {
  @lookup(() => PriceBook, {
    description: 'The price book.',
    required: true,
    fixed: true,
    inverse: { name: 'listPrices', description: 'The products in it, and what they cost.', nested: true },
  })
  priceBook!: PriceBook;
  @lookup(() => Product, {
    description: 'The product.',
    required: true,
    fixed: true,
    inverse: { name: 'listPrices', description: 'The price books that the product is in, and what it costs there.' },
  })
  product!: Product;
  @price({ description: "Price of one, with up to six decimals. Default: the product's own, in its currency.", range: [0, 1e15] }) listPrice?: string | null;
  @currency({ description: 'The currency of the price. Default: that of the product.', required: true, filledIn: true }) currency!: string;
  @decimal({
    description: 'Units of the currency for one of the base currency. Default: the rate of the day, when the currency is set.',
    required: true,
    positive: true,
    filledIn: true,
  })
  exchangeRate!: string;
}
