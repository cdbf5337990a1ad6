import { boolean, integer, text } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';

@record({
  prefix: 'pipeline',
  name: 'Pipeline',
  plural: 'pipelines',
  description: 'A way of selling: an ordered list of stages that its deals go through (modules.md 5).',
  order: ['place'],
  unique: [['key']],
})
export class Pipeline extends BaseRecord {
  @text({ description: 'Stable key in capitals.', required: true, max: 120, writable: false }) key!: string;
  @text({ description: 'What people call it.', required: true, max: 120, writable: false }) name!: string;
  @boolean({ description: 'New deals go here when no pipeline is named; exactly one is.', required: true, default: false, writable: false })
  isDefault!: boolean;
  @integer({ description: 'Its place among the pipelines, from 1.', required: true, writable: false }) place!: number;
}
