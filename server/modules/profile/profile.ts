import { defineEnum } from '../../core/enums.js';
import { enumeration, text } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';

export const ProfileKind = defineEnum('ProfileKind', 'What a profile lets its users do.', {
  ADMINISTRATOR: 'Everything, the settings and other users included.',
  STANDARD: 'Work with records; not other users, their keys, settings, picklists or pipelines.',
});

@record({
  prefix: 'profile',
  name: 'Profile',
  plural: 'profiles',
  description: 'What its users may do. Every organisation has two: Administrator and Standard (modules.md 22).',
  order: ['name'],
  held: true,
  unique: [['name']],
})
export class Profile extends BaseRecord {
  @text({ description: 'What it is called; unique in the organisation.', required: true, max: 100, writable: false }) name!: string;
  @enumeration(ProfileKind, { description: 'What it lets its users do.', required: true, writable: false }) kind!: string;
  @text({ description: 'What it is for.', max: 255, writable: false }) description?: string | null;
}
