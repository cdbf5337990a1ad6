// Generated from schema/ by `npm run codegen`.
import type { Crm, CallOptions } from '../client.js';
import { record } from '../record.js';
import type { Reads } from '../record-types.js';
import type { Answer, Choice, Select } from '../shape.js';
import { verb } from '../verb.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { DateBucket, DateTimeFilter, DecimalFilter, ExportFormat, GroupPeriod, GroupPeriodShape, IDFilter, ImportInput, IntFilter, PageInfo, PageInfoShape, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: JobShape;
  readonly list: JobListArgs;
  readonly aggregate: JobAggregateShape;
  readonly group: JobGroupShape;
  readonly groups: JobGroupsArgs;
}

/** What can be done with jobs. */
export interface Jobs extends Reads<Types> {}

/** Selected unless said otherwise. */
export const jobFields = 'created createdAt createdById deletedAt errorCode errorMessage failed fileId finishedAt id kind modifiedAt modifiedById processed result startedAt state total unchanged updated version';

/** Work that outlives its request: how far it is, and what came of it. Its maker and administrators see it. `jobs(crm).list()` and what else there is. */
export const jobs = /* @__PURE__ */ record('Job', 'job', 'jobs', jobFields) as (crm: Crm) => Jobs;

/** Stops a job for good, after the step that is under way. What it has done stays. */
export const cancelJob = <Given extends Select<JobShape> = never>(crm: Crm, id: string, options: Choice<JobShape, Given> & CallOptions = {}): Promise<Answer<JobShape, Given, Job>> => verb(crm, 'mutation', 'cancelJob', 'id:ID!', jobFields, { id, ...options }, 'job');

/** Lets a job rest after the step that is under way. It can be resumed. */
export const pauseJob = <Given extends Select<JobShape> = never>(crm: Crm, id: string, options: Choice<JobShape, Given> & CallOptions = {}): Promise<Answer<JobShape, Given, Job>> => verb(crm, 'mutation', 'pauseJob', 'id:ID!', jobFields, { id, ...options }, 'job');

/** Goes on with a job that rests or has failed, after the last step that was saved. */
export const resumeJob = <Given extends Select<JobShape> = never>(crm: Crm, id: string, options: Choice<JobShape, Given> & CallOptions = {}): Promise<Answer<JobShape, Given, Job>> => verb(crm, 'mutation', 'resumeJob', 'id:ID!', jobFields, { id, ...options }, 'job');

/** Writes a whole list to a file: a query of one list with `nodes` and plain fields in them, also through look-ups, without pages. Columns are called as the query calls its fields. */
export const startExport = <Given extends Select<JobShape> = never>(crm: Crm, options: { readonly document: string; readonly fileName?: string | null; readonly format?: ExportFormat; readonly isGuarded?: boolean; readonly operationName?: string | null; readonly variables?: Readonly<Record<string, unknown>> | null; } & Choice<JobShape, Given> & CallOptions): Promise<Answer<JobShape, Given, Job>> => verb(crm, 'mutation', 'startExport', 'document:String! fileName:String format:ExportFormat! isGuarded:Boolean! operationName:String variables:JSONObject', jobFields, { ...options }, 'job');

/** Imports files, one after the other: a row may name records of files before it. Up to 20 files. The job goes on by itself; `undoJob` takes it back. */
export const startImport = <Given extends Select<JobShape> = never>(crm: Crm, options: { readonly files: readonly ImportInput[]; readonly isTrial?: boolean; } & Choice<JobShape, Given> & CallOptions): Promise<Answer<JobShape, Given, Job>> => verb(crm, 'mutation', 'startImport', 'files:[ImportInput!]! isTrial:Boolean!', jobFields, { ...options }, 'job');

/** Takes back what a job did that has come to an end, where its kind can be taken back. */
export const undoJob = <Given extends Select<JobShape> = never>(crm: Crm, id: string, options: Choice<JobShape, Given> & CallOptions = {}): Promise<Answer<JobShape, Given, Job>> => verb(crm, 'mutation', 'undoJob', 'id:ID!', jobFields, { id, ...options }, 'job');

type Names1 = 'created' | 'failed' | 'processed' | 'total' | 'unchanged' | 'updated' | 'version';

type Names2 = 'created' | 'createdById' | 'errorCode' | 'failed' | 'fileId' | 'kind' | 'modifiedById' | 'processed' | 'state' | 'total' | 'unchanged' | 'updated' | 'version';

type Names3 = 'createdAt' | 'deletedAt' | 'finishedAt' | 'modifiedAt' | 'startedAt';

type Names4 = 'createdById' | 'errorCode' | 'jobId' | 'modifiedById' | 'outcome' | 'place' | 'recordId' | 'version';

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
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly modifiedBy: UserShape | null;
    readonly rows: (JobRowConnectionShape & { readonly args: JobRowListArgs }) | null;
  };
}

export interface JobAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: JobAvgShape;
    readonly countDistinct: JobCountDistinctShape;
    readonly max: JobMaxShape;
    readonly min: JobMinShape;
    readonly sum: JobSumShape;
  };
}

export interface JobAvgShape {
  readonly fields: Alike<Names1, string | null>;
  readonly links: {};
}

export interface JobConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: JobAggregateShape;
    readonly edges: readonly JobEdgeShape[];
    readonly groups: readonly ((JobGroupShape & { readonly args: JobGroupsArgs }))[];
    readonly nodes: readonly JobShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface JobListArgs extends ListArguments { readonly filter?: JobFilter | null; readonly orderBy?: readonly JobOrder[] | null; }
export interface JobGroupsArgs { readonly by: readonly JobGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: JobGroupHaving | null; readonly orderBy?: readonly JobGroupOrder[] | null; }

export interface JobCountDistinctShape {
  readonly fields: Alike<Names2, number | null>;
  readonly links: {};
}

export interface JobEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: JobShape | null;
  };
}

/** Conditions on jobs; all given ones must hold. */
export interface JobFilter extends Partial<Alike<Names1, IntFilter | null>>, Partial<Alike<Names3, DateTimeFilter | null>>, Partial<Alike<'errorCode' | 'errorMessage' | 'fileId' | 'kind', StringFilter | null>> {
  readonly and?: readonly JobFilter[] | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly id?: IDFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly not?: JobFilter | null;
  readonly or?: readonly JobFilter[] | null;
  readonly rows?: JobRowListFilter | null;
  readonly state?: JobStateFilter | null;
}

export interface JobGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: JobAggregateShape;
    readonly key: JobGroupKeyShape;
  };
}

/** One thing that jobs are grouped by. */
export interface JobGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: JobGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface JobGroupCountHaving extends Partial<Alike<Names2, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface JobGroupCountOrder extends Partial<Alike<Names2, SortOrder | null>> {
}

/** What jobs can be grouped by. */
export type JobGroupField = 'CREATED' | 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'ERROR_CODE' | 'FAILED' | 'FILE_ID' | 'FINISHED_AT' | 'KIND' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'PROCESSED' | 'STARTED_AT' | 'STATE' | 'TOTAL' | 'UNCHANGED' | 'UPDATED' | 'VERSION';

/** Conditions on the figures of groups of jobs; all given ones must hold. */
export interface JobGroupHaving {
  readonly and?: readonly JobGroupHaving[] | null;
  readonly avg?: JobGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: JobGroupCountHaving | null;
  readonly max?: JobGroupRangeHaving | null;
  readonly min?: JobGroupRangeHaving | null;
  readonly not?: JobGroupHaving | null;
  readonly or?: readonly JobGroupHaving[] | null;
  readonly sum?: JobGroupNumberHaving | null;
}

export interface JobGroupKeyShape {
  readonly fields: Alike<Names1, number | null> & Alike<'createdAt' | 'createdById' | 'deletedAt' | 'errorCode' | 'fileId' | 'finishedAt' | 'kind' | 'modifiedAt' | 'modifiedById' | 'startedAt', string | null> & { readonly state: JobState | (string & {}) | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly finishedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly startedAtPeriod: GroupPeriodShape | null;
  };
}

/** By one of the keys of groups of jobs: exactly one of those they are grouped by. */
export interface JobGroupKeyOrder extends Partial<Alike<'created' | 'createdAt' | 'deletedAt' | 'errorCode' | 'failed' | 'fileId' | 'finishedAt' | 'kind' | 'modifiedAt' | 'processed' | 'startedAt' | 'state' | 'total' | 'unchanged' | 'updated' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface JobGroupNumberHaving extends Partial<Alike<Names1, DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface JobGroupNumberOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** One term of an order of groups of jobs: exactly one figure or key. */
export interface JobGroupOrder {
  readonly avg?: JobGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: JobGroupCountOrder | null;
  readonly key?: JobGroupKeyOrder | null;
  readonly max?: JobGroupRangeOrder | null;
  readonly min?: JobGroupRangeOrder | null;
  readonly sum?: JobGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface JobGroupRangeHaving extends Partial<Alike<Names1, IntFilter | null>>, Partial<Alike<Names3, DateTimeFilter | null>>, Partial<Alike<'errorCode' | 'fileId' | 'kind', StringFilter | null>> {
}

/** By an extreme value: exactly one field. */
export interface JobGroupRangeOrder extends Partial<Alike<'created' | 'createdAt' | 'deletedAt' | 'errorCode' | 'failed' | 'fileId' | 'finishedAt' | 'kind' | 'modifiedAt' | 'processed' | 'startedAt' | 'total' | 'unchanged' | 'updated' | 'version', SortOrder | null>> {
}

export interface JobMaxShape {
  readonly fields: Alike<Names1, number | null> & Alike<'createdAt' | 'deletedAt' | 'errorCode' | 'fileId' | 'finishedAt' | 'kind' | 'modifiedAt' | 'startedAt', string | null>;
  readonly links: {};
}

export type JobMinShape = JobMaxShape;

/** One term of an order of jobs: exactly one field. */
export interface JobOrder extends Partial<Alike<'created' | 'createdAt' | 'deletedAt' | 'errorCode' | 'failed' | 'fileId' | 'finishedAt' | 'id' | 'kind' | 'modifiedAt' | 'processed' | 'startedAt' | 'state' | 'total' | 'unchanged' | 'updated' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

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
  /** Each thing wrong with it: a list of `{ inputPath, code, message }`. */
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
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly job: JobShape | null;
    readonly modifiedBy: UserShape | null;
  };
}

export interface JobRowAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: JobRowAvgShape;
    readonly countDistinct: JobRowCountDistinctShape;
    readonly max: JobRowMaxShape;
    readonly min: JobRowMinShape;
    readonly sum: JobRowSumShape;
  };
}

export interface JobRowAvgShape {
  readonly fields: { readonly place: string | null; readonly version: string | null; };
  readonly links: {};
}

export interface JobRowConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: JobRowAggregateShape;
    readonly edges: readonly JobRowEdgeShape[];
    readonly groups: readonly ((JobRowGroupShape & { readonly args: JobRowGroupsArgs }))[];
    readonly nodes: readonly JobRowShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface JobRowListArgs extends ListArguments { readonly filter?: JobRowFilter | null; readonly orderBy?: readonly JobRowOrder[] | null; }
export interface JobRowGroupsArgs { readonly by: readonly JobRowGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: JobRowGroupHaving | null; readonly orderBy?: readonly JobRowGroupOrder[] | null; }

export interface JobRowCountDistinctShape {
  readonly fields: Alike<Names4, number | null>;
  readonly links: {};
}

export interface JobRowEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: JobRowShape | null;
  };
}

/** Conditions on jobRows; all given ones must hold. */
export interface JobRowFilter extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'errorCode' | 'errorMessage' | 'recordId', StringFilter | null>> {
  readonly and?: readonly JobRowFilter[] | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly id?: IDFilter | null;
  readonly job?: JobFilter | null;
  readonly jobId?: IDFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly not?: JobRowFilter | null;
  readonly or?: readonly JobRowFilter[] | null;
  readonly outcome?: JobRowOutcomeFilter | null;
  readonly place?: IntFilter | null;
  readonly version?: IntFilter | null;
}

export interface JobRowGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: JobRowAggregateShape;
    readonly key: JobRowGroupKeyShape;
  };
}

/** One thing that jobRows are grouped by. */
export interface JobRowGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: JobRowGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface JobRowGroupCountHaving extends Partial<Alike<Names4, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface JobRowGroupCountOrder extends Partial<Alike<Names4, SortOrder | null>> {
}

/** What jobRows can be grouped by. */
export type JobRowGroupField = 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'ERROR_CODE' | 'JOB' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'OUTCOME' | 'PLACE' | 'RECORD_ID' | 'VERSION';

/** Conditions on the figures of groups of jobRows; all given ones must hold. */
export interface JobRowGroupHaving {
  readonly and?: readonly JobRowGroupHaving[] | null;
  readonly avg?: JobRowGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: JobRowGroupCountHaving | null;
  readonly max?: JobRowGroupRangeHaving | null;
  readonly min?: JobRowGroupRangeHaving | null;
  readonly not?: JobRowGroupHaving | null;
  readonly or?: readonly JobRowGroupHaving[] | null;
  readonly sum?: JobRowGroupNumberHaving | null;
}

export interface JobRowGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'deletedAt' | 'errorCode' | 'jobId' | 'modifiedAt' | 'modifiedById' | 'recordId', string | null> & { readonly outcome: JobRowOutcome | (string & {}) | null; readonly place: number | null; readonly version: number | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly job: JobShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
  };
}

/** By one of the keys of groups of jobRows: exactly one of those they are grouped by. */
export interface JobRowGroupKeyOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'errorCode' | 'modifiedAt' | 'outcome' | 'place' | 'recordId' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly job?: JobOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface JobRowGroupNumberHaving {
  readonly place?: DecimalFilter | null;
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface JobRowGroupNumberOrder {
  readonly place?: SortOrder | null;
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of jobRows: exactly one figure or key. */
export interface JobRowGroupOrder {
  readonly avg?: JobRowGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: JobRowGroupCountOrder | null;
  readonly key?: JobRowGroupKeyOrder | null;
  readonly max?: JobRowGroupRangeOrder | null;
  readonly min?: JobRowGroupRangeOrder | null;
  readonly sum?: JobRowGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface JobRowGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly errorCode?: StringFilter | null;
  readonly place?: IntFilter | null;
  readonly recordId?: StringFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface JobRowGroupRangeOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'errorCode' | 'modifiedAt' | 'place' | 'recordId' | 'version', SortOrder | null>> {
}

/** Conditions on a list of jobRows. */
export type JobRowListFilter = Quantified<JobRowFilter>;

export interface JobRowMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'errorCode' | 'modifiedAt' | 'recordId', string | null> & { readonly place: number | null; readonly version: number | null; };
  readonly links: {};
}

export type JobRowMinShape = JobRowMaxShape;

/** One term of an order of jobRows: exactly one field. */
export interface JobRowOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'errorCode' | 'id' | 'modifiedAt' | 'outcome' | 'place' | 'recordId' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly job?: JobOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

/** What became of one row of a job. */
export type JobRowOutcome = 'CREATED' | 'REJECTED' | 'REMOVED' | 'UNCHANGED' | 'UPDATED';

/** Conditions on one JobRowOutcome value; all given ones must hold. */
export interface JobRowOutcomeFilter {
  readonly eq?: JobRowOutcome | null;
  readonly in?: readonly JobRowOutcome[] | null;
  readonly isNull?: boolean | null;
  readonly notEq?: JobRowOutcome | null;
  readonly notIn?: readonly JobRowOutcome[] | null;
}

export type JobRowSumShape = JobRowAvgShape;

/** Where a job stands. */
export type JobState = 'CANCELLED' | 'DONE' | 'FAILED' | 'PAUSED' | 'QUEUED' | 'RUNNING' | 'UNDOING' | 'UNDONE';

/** Conditions on one JobState value; all given ones must hold. */
export interface JobStateFilter {
  readonly eq?: JobState | null;
  readonly in?: readonly JobState[] | null;
  readonly isNull?: boolean | null;
  readonly notEq?: JobState | null;
  readonly notIn?: readonly JobState[] | null;
}

export type JobSumShape = JobAvgShape;
