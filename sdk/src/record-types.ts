import type { CallOptions } from './client.js';
import type { AggregateShape, GroupShape, GroupsArgs, ListArgs, Lists } from './list-types.js';
import type { Iteration, Page } from './page.js';
import type { DeletedRecords, OnError, RowError } from './records/shared.js';
import type { All, Answer, Choice, Exact, Select, Shape } from './shape.js';

/** The types of a record, by their part in its functions. Generated for each. */
export interface RecordTypes {
  readonly shape: Shape;
  readonly list: object;
  readonly aggregate: Shape;
  readonly group: Shape;
  readonly groups: object;
}

/** Those of a record whose lists are as others are. */
export interface TypesOf<Of extends Lists> {
  readonly shape: Of['shape'];
  readonly list: ListArgs<Of>;
  readonly aggregate: AggregateShape<Of>;
  readonly group: GroupShape<Of>;
  readonly groups: GroupsArgs<Of>;
}

export interface Needed<Of extends Shape, Given> {
  /** The fields to answer. */
  readonly select: Given & Exact<Given, Of> & Select<Of>;
}

export interface Write extends CallOptions {
  /** Checks and answers like the call itself, and saves nothing. */
  readonly dryRun?: boolean | undefined;
}
export interface Versioned extends CallOptions {
  /** Fails with CONFLICT when the record has another version by now. */
  readonly expectedVersion?: number | null | undefined;
}
export interface Bulk extends CallOptions {
  /** ABORT, the default, writes all rows or none; CONTINUE writes those that are in order. */
  readonly onError?: OnError | undefined;
}

/** What became of each row, in the order of the call. */
export interface BulkResult<Item> {
  readonly results: readonly RowResult<Item>[];
  readonly succeeded: number;
  readonly failed: number;
}
export interface RowResult<Item> {
  readonly index: number;
  /** Null where the row was refused. */
  readonly record: Item | null;
  readonly error: RowError | null;
}

/** A record by its id, at the version that the caller expects if it says so. */
export type Reference = string | { readonly id: string; readonly expectedVersion?: number | null | undefined };

export interface Reads<Of extends RecordTypes> {
  /** One by its id; null when there is none, or none that the caller may see. */
  get<Given extends Select<Of['shape']> = All<Of['shape']>>(
    id: string,
    options?: Choice<Of['shape'], Given> & CallOptions & { readonly deleted?: DeletedRecords | undefined },
  ): Promise<Answer<Of['shape'], Given> | null>;
  /** One page: 50 of the newest, unless told otherwise. */
  list<Given extends Select<Of['shape']> = All<Of['shape']>, const IsCounted extends boolean = false>(
    options?: Of['list'] &
      Choice<Of['shape'], Given> &
      CallOptions & { /** Whether to count the whole list too. */ readonly totalCount?: IsCounted | undefined },
  ): Promise<Page<Answer<Of['shape'], Given>> & (IsCounted extends true ? { readonly totalCount: number } : unknown)>;
  /** Everything, page by page: `for await (const deal of deals(crm).iterate())`. */
  iterate<Given extends Select<Of['shape']> = All<Of['shape']>>(
    options?: Omit<Of['list'], 'first' | 'last' | 'before'> &
      Choice<Of['shape'], Given> &
      CallOptions & { /** Records a request, at most 500. */ readonly pageSize?: number | undefined },
  ): Iteration<Answer<Of['shape'], Given>>;
  /** Figures about a whole list: `{ count: true, sum: { amount: true } }`. */
  aggregate<Given extends Select<Of['aggregate']>>(
    options: Pick<Of['list'], keyof Of['list'] & ('filter' | 'deleted')> & Needed<Of['aggregate'], Given> & CallOptions,
  ): Promise<Answer<Of['aggregate'], Given>>;
  /** A whole list in groups. */
  groups<Given extends Select<Of['group']>>(
    options: Of['groups'] & Pick<Of['list'], keyof Of['list'] & ('filter' | 'deleted')> & Needed<Of['group'], Given> & CallOptions,
  ): Promise<readonly Answer<Of['group'], Given>[]>;
}

export interface Creates<Of extends RecordTypes, Input> {
  create<Given extends Select<Of['shape']> = All<Of['shape']>>(
    input: Input,
    options?: Choice<Of['shape'], Given> & Write,
  ): Promise<Answer<Of['shape'], Given>>;
}
/** The same where it can not be tried out. */
export interface CreatesNow<Of extends RecordTypes, Input> {
  create<Given extends Select<Of['shape']> = All<Of['shape']>>(
    input: Input,
    options?: Choice<Of['shape'], Given> & CallOptions,
  ): Promise<Answer<Of['shape'], Given>>;
}
export interface CreatesMany<Of extends RecordTypes, Input> {
  /** Up to 1,000 in one transaction. */
  createMany<Given extends Select<Of['shape']> = All<Of['shape']>>(
    inputs: readonly Input[],
    options?: Choice<Of['shape'], Given> & Write & Bulk,
  ): Promise<BulkResult<Answer<Of['shape'], Given>>>;
}

export interface Updates<Of extends RecordTypes, Input> {
  /** Changes what the input names; null clears. */
  update<Given extends Select<Of['shape']> = All<Of['shape']>>(
    id: string,
    input: Input,
    options?: Choice<Of['shape'], Given> & Write & Versioned,
  ): Promise<Answer<Of['shape'], Given>>;
}
/** The same where it can not be tried out. */
export interface UpdatesNow<Of extends RecordTypes, Input> {
  update<Given extends Select<Of['shape']> = All<Of['shape']>>(
    id: string,
    input: Input,
    options?: Choice<Of['shape'], Given> & Versioned,
  ): Promise<Answer<Of['shape'], Given>>;
}
export interface UpdatesMany<Of extends RecordTypes, Input> {
  /** Up to 1,000 in one transaction. */
  updateMany<Given extends Select<Of['shape']> = All<Of['shape']>>(
    items: readonly { readonly id: string; readonly input: Input; readonly expectedVersion?: number | null | undefined }[],
    options?: Choice<Of['shape'], Given> & Write & Bulk,
  ): Promise<BulkResult<Answer<Of['shape'], Given>>>;
}

export interface Clones<Of extends RecordTypes, Input> {
  /** Makes a record like another, with `input` over it. */
  clone<Given extends Select<Of['shape']> = All<Of['shape']>>(
    id: string,
    input?: Input,
    options?: Choice<Of['shape'], Given> & Write,
  ): Promise<Answer<Of['shape'], Given>>;
}

/** What an upsert did. */
export type Outcome = 'CREATED' | 'UPDATED' | 'UNCHANGED' | (string & {});

export interface LookedUp<By> {
  /** What to look for the record by; what the organisation has made unique, and then what tells duplicates, unless given. */
  readonly by?: By | null | undefined;
}

export interface Upserts<Of extends RecordTypes, By, Input> {
  /** Changes the record that is there, or makes it. */
  upsert<Given extends Select<Of['shape']> = All<Of['shape']>>(
    input: Input,
    options?: Choice<Of['shape'], Given> & Write & LookedUp<By>,
  ): Promise<{ readonly record: Answer<Of['shape'], Given>; readonly outcome: Outcome }>;
}
export interface UpsertsMany<Of extends RecordTypes, By, Input> {
  /** Up to 1,000 in one transaction. */
  upsertMany<Given extends Select<Of['shape']> = All<Of['shape']>>(
    inputs: readonly Input[],
    options?: Choice<Of['shape'], Given> & Write & Bulk & LookedUp<By>,
  ): Promise<UpsertResult<Answer<Of['shape'], Given>>>;
}
export interface UpsertResult<Item> {
  readonly results: readonly (RowResult<Item> & { readonly outcome: Outcome | null })[];
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
}

interface Deleting {
  /** False: records that need the record go to the bin with it, and come back with it. Default: they refuse with IN_USE. */
  readonly restrictIfChildren?: boolean;
}
export interface Deletes<Of extends RecordTypes> {
  /** Moves a record to the bin. */
  delete<Given extends Select<Of['shape']> = All<Of['shape']>>(
    id: string,
    options?: Choice<Of['shape'], Given> & Versioned & Deleting,
  ): Promise<Answer<Of['shape'], Given>>;
}
export interface DeletesMany<Of extends RecordTypes> {
  /** Up to 1,000 in one transaction. */
  deleteMany<Given extends Select<Of['shape']> = All<Of['shape']>>(
    items: readonly Reference[],
    options?: Choice<Of['shape'], Given> & Bulk & Deleting,
  ): Promise<BulkResult<Answer<Of['shape'], Given>>>;
}

interface Restoring {
  /** Also restores what the record cannot be without. Default: PARENT_IN_BIN where that is in the bin. */
  readonly withParents?: boolean;
}
export interface Restores<Of extends RecordTypes> {
  /** Moves a record back from the bin. */
  restore<Given extends Select<Of['shape']> = All<Of['shape']>>(
    id: string,
    options?: Choice<Of['shape'], Given> & Versioned & Restoring,
  ): Promise<Answer<Of['shape'], Given>>;
}
export interface RestoresMany<Of extends RecordTypes> {
  /** Up to 1,000 in one transaction. */
  restoreMany<Given extends Select<Of['shape']> = All<Of['shape']>>(
    items: readonly Reference[],
    options?: Choice<Of['shape'], Given> & Bulk & Restoring,
  ): Promise<BulkResult<Answer<Of['shape'], Given>>>;
}

/** All of these: what most records are written with. */
export interface Writes<Of extends RecordTypes, CreateInput, UpdateInput>
  extends
    Creates<Of, CreateInput>,
    CreatesMany<Of, CreateInput>,
    Updates<Of, UpdateInput>,
    UpdatesMany<Of, UpdateInput>,
    Clones<Of, UpdateInput>,
    Deletes<Of>,
    DeletesMany<Of>,
    Restores<Of>,
    RestoresMany<Of> {}

/** The same, and upserts. */
export interface WritesAndUpserts<Of extends RecordTypes, CreateInput, UpdateInput, By, UpsertInput = UpdateInput>
  extends Writes<Of, CreateInput, UpdateInput>, Upserts<Of, By, UpsertInput>, UpsertsMany<Of, By, UpsertInput> {}
