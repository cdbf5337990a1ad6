import { decimal, lookup } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';
import { PriceBook } from './price-book.js';

/** Quantities and amounts that people write down. */
const LARGEST = 1e15;

@record({
  prefix: 'pricerange',
  name: 'PriceRange',
  plural: 'priceRanges',
  description: 'The discount of a price book from one quantity or amount to another. Ranges of a price book do not overlap (modules.md 8).',
  order: ['fromRange'],
  roots: false,
})
export class PriceRange extends BaseRecord {
  @lookup(() => PriceBook, {
    description: 'The price book.',
    required: true,
    fixed: true,
    inverse: { name: 'pricingDetails', description: 'Its discounts, by range.', nested: true, parts: true },
  })
  priceBook!: PriceBook;
  @decimal({ description: 'Where the range begins; it is in the range.', required: true, range: [0, LARGEST] }) fromRange!: string;
  @decimal({ description: 'Where the range ends; it is in the range.', required: true, range: [0, LARGEST] }) toRange!: string;
  @decimal({ description: 'The discount, in percent.', required: true, range: [0, 100] }) discount!: string;
}
