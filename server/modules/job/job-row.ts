import { enumeration, integer, json, lookup, text, textarea } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';
import { JobRowOutcome } from '../../platform/jobs/states.js';
import { Job } from './job.js';

@record({
  prefix: 'jobrow',
  name: 'JobRow',
  plural: 'jobRows',
  description: 'What became of one row of a job.',
  roots: false,
  isPrivate: true,
  logged: false,
  indexes: [['job', 'place']],
})
export class JobRow extends BaseRecord {
  @lookup(() => Job, {
    description: 'The job.',
    required: true,
    writable: false,
    inverse: { name: 'rows', description: 'What became of each row, as far as the kind of job keeps it.' },
  })
  job!: Job;
  @integer({ description: 'Which row, counted from 1.', required: true, writable: false }) place!: number;
  @enumeration(JobRowOutcome, { description: 'What became of it.', required: true, writable: false }) outcome!: string;
  @text({ description: 'The id of the record that it is about.', max: 60, writable: false }) recordId?: string | null;
  @text({ description: 'The code of the error that rejected it.', max: 100, writable: false }) errorCode?: string | null;
  @textarea({ description: 'Why it was rejected, in the language of whoever started the job.', writable: false }) errorMessage?: string | null;
  @json({ description: 'Each thing wrong with it: a list of `{ inputPath, code, message }`. Of a row that was taken: what was left out, with the `value` that names nothing.' }) faults?: object | null;
}
