import { boolean, enumeration, text, textarea } from '../../core/fields.js';
import { defineEnum } from '../../core/enums.js';
import { CrmRecord, record } from '../../core/record.js';

export const PricingModel = defineEnum('PricingModel', 'How a price book discounts a line.', {
  FLAT: 'The range that the line falls into discounts all of it.',
  DIFFERENTIAL: 'Each part of the line is discounted by the range that it lies in.',
});

export const RangeBasis = defineEnum('RangeBasis', 'What the ranges of a price book are ranges of.', {
  QUANTITY: 'How many the line is about.',
  AMOUNT: 'What the line comes to before its discount.',
});

@record({
  prefix: 'pricebook',
  name: 'PriceBook',
  plural: 'priceBooks',
  description: 'Prices for a kind of customer, with discounts by quantity or amount (modules.md 8).',
  duplicateCheck: 'priceBookName',
  indexes: [['priceBookName']],
})
export class PriceBook extends CrmRecord {
  @text({ description: 'What it is called.', required: true, max: 50 }) priceBookName!: string;
  @boolean({ description: 'False: it is on no new line of a document.', required: true, default: true }) active!: boolean;
  @enumeration(PricingModel, { description: 'How it discounts.', required: true, default: 'FLAT' }) pricingModel!: string;
  @enumeration(RangeBasis, { description: 'What its ranges are ranges of.', required: true, default: 'QUANTITY' }) rangeBasis!: string;
  @textarea({ description: 'Anything worth knowing.' }) description?: string | null;
}
