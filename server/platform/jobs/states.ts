import { defineEnum } from '../../core/enums.js';

export const JobState = defineEnum('JobState', 'Where a job stands.', {
  QUEUED: 'Waits for its turn.',
  RUNNING: 'Is being worked on.',
  PAUSED: 'Rests until it is resumed or cancelled.',
  CANCELLED: 'Was stopped for good; what it had done until then stays.',
  FAILED: 'Could not go on; what it had done until then stays.',
  DONE: 'Has done all that there was to do.',
  UNDOING: 'What it did is being taken back.',
  UNDONE: 'What it did has been taken back.',
});
export type JobStateName = keyof typeof JobState.values;

export const JobRowOutcome = defineEnum('JobRowOutcome', 'What became of one row of a job.', {
  CREATED: 'A record was made.',
  UPDATED: 'A record was changed.',
  UNCHANGED: 'There was nothing to change.',
  REJECTED: 'Nothing was written; the error says why.',
  REMOVED: 'What had been made of it was taken back.',
});
export type JobRowOutcomeName = keyof typeof JobRowOutcome.values;
