import { enumeration, instant, integer, json, text, textarea } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';
import { JobState } from '../../platform/jobs/states.js';

@record({
  prefix: 'job',
  name: 'Job',
  plural: 'jobs',
  description: 'Work that outlives its request: how far it is, and what came of it. Its maker and administrators see it.',
  isPrivate: true,
  logged: false,
})
export class Job extends BaseRecord {
  @text({ description: 'What is done, by a key of the program.', required: true, max: 40, writable: false }) kind!: string;
  @enumeration(JobState, { description: 'Where it stands.', required: true, default: 'QUEUED', writable: false }) state!: string;
  @integer({ description: 'How many rows there are to do; null while nobody knows.', writable: false }) total?: number | null;
  @integer({ description: 'How many rows are done, whatever came of them.', required: true, default: 0, writable: false }) processed!: number;
  @integer({ description: 'How many records were made.', required: true, default: 0, writable: false }) created!: number;
  @integer({ description: 'How many records were changed.', required: true, default: 0, writable: false }) updated!: number;
  @integer({ description: 'How many rows had nothing to change.', required: true, default: 0, writable: false }) unchanged!: number;
  @integer({ description: 'How many rows were rejected.', required: true, default: 0, writable: false }) failed!: number;
  @instant({ description: 'When it was first worked on.', writable: false }) startedAt?: Date | null;
  @instant({ description: 'When it came to an end.', writable: false }) finishedAt?: Date | null;
  @text({ description: 'The code of the error that stopped it.', max: 100, writable: false }) errorCode?: string | null;
  @textarea({ description: 'What stopped it, in the language of whoever started it.', writable: false }) errorMessage?: string | null;
  @text({ description: 'The id of the file that it made: `file(id)` has it.', max: 60, writable: false }) fileId?: string | null;
  @json({ description: 'What else came of it; each kind says its own.' }) result?: object | null;
}
