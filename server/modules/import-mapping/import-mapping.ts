import { json, text } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';

@record({
  prefix: 'importmapping',
  name: 'ImportMapping',
  plural: 'importMappings',
  description: 'How files of one form are imported, kept under a name for the next one.',
  order: ['name'],
  unique: [['name']],
  uniqueOutsideBin: true,
})
export class ImportMapping extends BaseRecord {
  @text({ description: 'What it is called; unique in the organisation.', required: true, max: 100 }) name!: string;
  @text({ description: 'The module that it is for; null where the file tells.', max: 100, writable: false }) module?: string | null;
  @json({ description: 'What was saved, as `ImportSettingsInput` has it.' }) settings!: object;
}
