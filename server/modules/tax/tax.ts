import { boolean, decimal, integer, text } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';

@record({
  prefix: 'tax',
  name: 'Tax',
  plural: 'taxes',
  description: 'A tax that may be put on lines and documents (modules.md 13). A document keeps the rate of the day it was written.',
  order: ['place'],
  unique: [['name']],
  uniqueOutsideBin: true,
})
export class Tax extends BaseRecord {
  @text({ description: 'What it is called: "VAT". No two taxes share a name.', required: true, max: 50 }) name!: string;
  @decimal({ description: 'The rate, in percent.', required: true, range: [0, 100] }) percentage!: string;
  @boolean({
    description: 'True: it is put on the amount together with the taxes that are not compound, and the compound ones before it.',
    required: true,
    default: false,
  })
  compound!: boolean;
  @integer({ description: 'Its place among the taxes; compound ones are worked out in this order.', required: true, default: 0 }) place!: number;
}
