// Generated from schema/ by `npm run codegen`.
import type { Crm, CallOptions } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads } from '../record-types.js';
import type { All, Answer, Choice, Select } from '../shape.js';
import { verb } from '../verb.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Equality, Quantified } from '../shape.js';
import type { ExportFormat, ImportInput } from './shared.js';
import type { UserShape } from './users.js';

type Types = TypesOf<JobLists>;

/** What can be done with jobs. */
export interface Jobs extends Reads<Types> {}

/** Selected unless said otherwise. */
const jobFields = 'created createdAt createdById deletedAt errorCode errorMessage failed fileId finishedAt id kind modifiedAt modifiedById processed result startedAt state total unchanged updated version';

/** Work that outlives its request: how far it is, and what came of it. Its maker and administrators see it. `jobs(crm).list()` and what else there is. */
export const jobs = /* @__PURE__ */ record('Job', 'job', 'jobs', jobFields) as (crm: Crm) => Jobs;

/** Stops a job for good, after the step that is under way. What it has done stays. */
export const cancelJob = <Given extends Select<JobShape> = All<JobShape>>(crm: Crm, id: string, options: Choice<JobShape, Given> & CallOptions = {}): Promise<Answer<JobShape, Given, Job>> => verb(crm, 'mutation', 'cancelJob', 'id:ID!', jobFields, { id, ...options }, 'job');

/** Lets a job rest after the step that is under way. It can be resumed. */
export const pauseJob = <Given extends Select<JobShape> = All<JobShape>>(crm: Crm, id: string, options: Choice<JobShape, Given> & CallOptions = {}): Promise<Answer<JobShape, Given, Job>> => verb(crm, 'mutation', 'pauseJob', 'id:ID!', jobFields, { id, ...options }, 'job');

/** Goes on with a job that rests or has failed, after the last step that was saved. */
export const resumeJob = <Given extends Select<JobShape> = All<JobShape>>(crm: Crm, id: string, options: Choice<JobShape, Given> & CallOptions = {}): Promise<Answer<JobShape, Given, Job>> => verb(crm, 'mutation', 'resumeJob', 'id:ID!', jobFields, { id, ...options }, 'job');

/** Writes a whole list to a file: a query of one list with `nodes` and plain fields in them, also through look-ups, without pages. Columns are called as the query calls its fields. */
export const startExport = <Given extends Select<JobShape> = All<JobShape>>(crm: Crm, options: { document: string; fileName?: string | null | undefined; format?: ExportFormat | undefined; isGuarded?: boolean | undefined; operationName?: string | null | undefined; variables?: Readonly<Record<string, unknown>> | null | undefined; } & Choice<JobShape, Given> & CallOptions): Promise<Answer<JobShape, Given, Job>> => verb(crm, 'mutation', 'startExport', 'document:String! fileName:String format:ExportFormat! isGuarded:Boolean! operationName:String variables:JSONObject', jobFields, { ...options }, 'job');

/** Imports files, one after the other: a row may name records of files before it. Up to 20 files. The job goes on by itself; `undoJob` takes it back. */
export const startImport = <Given extends Select<JobShape> = All<JobShape>>(crm: Crm, options: { files: readonly ImportInput[]; isTrial?: boolean | undefined; } & Choice<JobShape, Given> & CallOptions): Promise<Answer<JobShape, Given, Job>> => verb(crm, 'mutation', 'startImport', 'files:[ImportInput!]! isTrial:Boolean!', jobFields, { ...options }, 'job');

/** Takes back what a job did that has come to an end, where its kind can be taken back. */
export const undoJob = <Given extends Select<JobShape> = All<JobShape>>(crm: Crm, id: string, options: Choice<JobShape, Given> & CallOptions = {}): Promise<Answer<JobShape, Given, Job>> => verb(crm, 'mutation', 'undoJob', 'id:ID!', jobFields, { id, ...options }, 'job');

/** Work that outlives its request: how far it is, and what came of it. Its maker and administrators see it. */
export interface Job {
  /** How many records were made. */
  readonly created: number | null;
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** The code of the error that stopped it. */
  readonly errorCode: string | null;
  /** What stopped it, in the language of whoever started it. */
  readonly errorMessage: string | null;
  /** How many rows were rejected. */
  readonly failed: number | null;
  /** The id of the file that it made: `file(id)` has it. */
  readonly fileId: string | null;
  /** When it came to an end. */
  readonly finishedAt: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** What is done, by a key of the program. */
  readonly kind: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** How many rows are done, whatever came of them. */
  readonly processed: number | null;
  /** What else came of it; each kind says its own. */
  readonly result: unknown | null;
  /** When it was first worked on. */
  readonly startedAt: string | null;
  /** Where it stands. */
  readonly state: JobState | (string & {}) | null;
  /** How many rows there are to do; null while nobody knows. */
  readonly total: number | null;
  /** How many rows had nothing to change. */
  readonly unchanged: number | null;
  /** How many records were changed. */
  readonly updated: number | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface JobShape {
  readonly fields: Job;
  readonly links: JobShapeLinks;
}
export interface JobShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** What became of each row, as far as the kind of job keeps it. */
  readonly rows: ListOf<JobRowLists> | null;
}

/** `Job` in lists. */
export interface JobLists extends Lists<JobShape, JobFilter, JobOrder, JobGroupField> {
  readonly text: 'errorCode' | 'fileId' | 'kind';
  readonly longText: 'errorMessage';
  readonly moment: 'finishedAt' | 'startedAt';
  readonly whole: 'created' | 'failed' | 'processed' | 'total' | 'unchanged' | 'updated';
  readonly codes: { readonly state: JobStateFilter; };
  readonly lists: { readonly rows: JobRowLists; };
}
export type JobListArgs = ListArgs<JobLists>;
export type JobGroupsArgs = GroupsArgs<JobLists>;

/** Conditions on jobs; all given ones must hold. */
export interface JobFilter extends FilterOf<JobLists>, Combined<JobFilter> {}

export type JobGroupBy = GroupBy<JobLists>;

/** What jobs can be grouped by. */
export type JobGroupField = CommonGroupField | 'CREATED' | 'ERROR_CODE' | 'FAILED' | 'FILE_ID' | 'FINISHED_AT' | 'KIND' | 'PROCESSED' | 'STARTED_AT' | 'STATE' | 'TOTAL' | 'UNCHANGED' | 'UPDATED';

export type JobGroupHaving = GroupHaving<JobLists>;

export type JobGroupOrder = GroupOrder<JobLists>;

/** One term of an order of jobs: exactly one field. */
export interface JobOrder extends OrderOf<JobLists>, OrderById {}

/** What became of one row of a job. */
export interface JobRow {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** The code of the error that rejected it. */
  readonly errorCode: string | null;
  /** Why it was rejected, in the language of whoever started the job. */
  readonly errorMessage: string | null;
  /** Each thing wrong with it: a list of `{ inputPath, code, message }`. Of a row that was taken: what was left out, with the `value` that names nothing. */
  readonly faults: unknown | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** The id of `job`, without reading it. */
  readonly jobId: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** What became of it. */
  readonly outcome: JobRowOutcome | (string & {}) | null;
  /** Which row, counted from 1. */
  readonly place: number | null;
  /** The id of the record that it is about. */
  readonly recordId: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface JobRowShape {
  readonly fields: JobRow;
  readonly links: JobRowShapeLinks;
}
export interface JobRowShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** The job. */
  readonly job: JobShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
}

/** `JobRow` in lists. */
export interface JobRowLists extends Lists<JobRowShape, JobRowFilter, JobRowOrder, JobRowGroupField> {
  readonly text: 'errorCode' | 'recordId';
  readonly longText: 'errorMessage';
  readonly whole: 'place';
  readonly codes: { readonly outcome: JobRowOutcomeFilter; };
  readonly lookups: { readonly job: JobLists; };
}
export type JobRowListArgs = ListArgs<JobRowLists>;
export type JobRowGroupsArgs = GroupsArgs<JobRowLists>;

/** Conditions on jobRows; all given ones must hold. */
export interface JobRowFilter extends FilterOf<JobRowLists>, Combined<JobRowFilter> {}

export type JobRowGroupBy = GroupBy<JobRowLists>;

/** What jobRows can be grouped by. */
export type JobRowGroupField = CommonGroupField | 'ERROR_CODE' | 'JOB' | 'OUTCOME' | 'PLACE' | 'RECORD_ID';

export type JobRowGroupHaving = GroupHaving<JobRowLists>;

export type JobRowGroupOrder = GroupOrder<JobRowLists>;

export type JobRowListFilter = Quantified<JobRowFilter>;

/** One term of an order of jobRows: exactly one field. */
export interface JobRowOrder extends OrderOf<JobRowLists>, OrderById {}

/** What became of one row of a job. */
export type JobRowOutcome = 'CREATED' | 'REJECTED' | 'REMOVED' | 'UNCHANGED' | 'UPDATED';

export type JobRowOutcomeFilter = Equality<JobRowOutcome>;

/** Where a job stands. */
export type JobState = 'CANCELLED' | 'DONE' | 'FAILED' | 'PAUSED' | 'QUEUED' | 'RUNNING' | 'UNDOING' | 'UNDONE';

export type JobStateFilter = Equality<JobState>;
