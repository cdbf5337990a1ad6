import { boolean, integer, text } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';

@record({
  prefix: 'pipeline',
  name: 'Pipeline',
  plural: 'pipelines',
  description: 'A way of selling: an ordered list of stages that its deals go through (modules.md 5).',
  order: ['place'],
  held: true,
  unique: [['key']],
})
export class Pipeline extends BaseRecord {
  @text({ description: 'Stable key in capitals.', required: true, max: 120, filledIn: true, fixed: true }) key!: string;
  @text({ description: 'What people call it.', required: true, max: 120 }) name!: string;
  @boolean({
    description: 'New deals go here when no pipeline is named. Exactly one is: making it another one takes it from the one before.',
    required: true,
    default: false,
  })
  isDefault!: boolean;
  @integer({ description: 'Its place among the pipelines, from 1.', required: true, range: [1, 1_000_000], filledIn: true }) place!: number;
  @boolean({ description: 'Its deals go on in it, no other deal enters it.', required: true, default: false }) isRetired!: boolean;
}
