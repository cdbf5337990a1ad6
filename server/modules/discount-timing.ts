import { defineEnum } from '../core/enums.js';

export const DiscountTiming = defineEnum('DiscountTiming', 'When the discount of a document is taken off.', {
  BEFORE_TAX: 'Before tax: it is split over the lines and lowers what they are taxed on.',
  AFTER_TAX: 'After tax: it is taken off the total and lowers no tax.',
  AFTER_TAX_PER_LINE: 'After tax, and the taxes of each line are rounded by themselves.',
});
