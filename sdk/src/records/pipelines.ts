// Generated from schema/ by `npm run codegen`.
import type { Crm, CallOptions } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, Updates } from '../record-types.js';
import type { Answer, Choice, Select } from '../shape.js';
import { verb } from '../verb.js';
import type { Alike, ListArguments } from '../shape.js';
import type { DealConnectionShape, DealListArgs, DealListFilter } from './deals.js';
import type { PipelineStageConnectionShape, PipelineStageListArgs, PipelineStageListFilter } from './pipeline-stages.js';
import type { BooleanFilter, DateBucket, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, NewStagesOfPipelineInput, PageInfo, PageInfoShape, SortOrder, StageTransferInput, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: PipelineShape;
  readonly list: PipelineListArgs;
  readonly aggregate: PipelineAggregateShape;
  readonly group: PipelineGroupShape;
  readonly groups: PipelineGroupsArgs;
}

/** What can be done with pipelines. */
export interface Pipelines extends Reads<Types>, Creates<Types, PipelineCreateInput>, Updates<Types, PipelineUpdateInput> {}

/** Selected unless said otherwise. */
export const pipelineFields = 'createdAt createdById deletedAt id isDefault isRetired key modifiedAt modifiedById name place version';

/** A way of selling: an ordered list of stages that its deals go through (modules.md 5). `pipelines(crm).list()` and what else there is. */
export const pipelines = /* @__PURE__ */ record('Pipeline', 'pipeline', 'pipelines', pipelineFields) as (crm: Crm) => Pipelines;

/** Moves a pipeline with its stages to the bin, once its deals have gone to another one: those in the bin too, each with a row in its history. The default pipeline stays. For administrators. */
export const deletePipeline = <Given extends Select<PipelineShape> = never>(crm: Crm, id: string, options: { readonly expectedVersion?: number | null; readonly transfer?: PipelineTransferInput | null; } & Choice<PipelineShape, Given> & CallOptions = {}): Promise<Answer<PipelineShape, Given, Pipeline>> => verb(crm, 'mutation', 'deletePipeline', 'expectedVersion:Int id:ID! transfer:PipelineTransferInput', pipelineFields, { id, ...options }, 'pipeline');

/** Puts the stages of a pipeline in an order. For administrators. */
export const reorderPipelineStages = <Given extends Select<PipelineShape> = never>(crm: Crm, options: { readonly ids: readonly string[]; readonly pipelineId: string; } & Choice<PipelineShape, Given> & CallOptions): Promise<Answer<PipelineShape, Given, Pipeline>> => verb(crm, 'mutation', 'reorderPipelineStages', 'ids:[ID!]! pipelineId:ID!', pipelineFields, { ...options }, 'pipeline');

/** Puts the pipelines in an order. For administrators. */
export const reorderPipelines = <Given extends Select<PipelineShape> = never>(crm: Crm, options: { readonly ids: readonly string[]; } & Choice<PipelineShape, Given> & CallOptions): Promise<readonly Answer<PipelineShape, Given, Pipeline>[]> => verb(crm, 'mutation', 'reorderPipelines', 'ids:[ID!]!', pipelineFields, { ...options }, 'pipelines');

type Names1 = 'createdById' | 'key' | 'modifiedById' | 'name' | 'place' | 'version';

/** A way of selling: an ordered list of stages that its deals go through (modules.md 5). */
export interface Pipeline {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** New deals go here when no pipeline is named. Exactly one is: making it another one takes it from the one before. */
  readonly isDefault: boolean | null;
  /** Its deals go on in it, no other deal enters it. */
  readonly isRetired: boolean | null;
  /** Stable key in capitals. */
  readonly key: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** What people call it. */
  readonly name: string | null;
  /** Its place among the pipelines, from 1. */
  readonly place: number | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface PipelineShape {
  readonly fields: Pipeline;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly deals: (DealConnectionShape & { readonly args: DealListArgs }) | null;
    readonly modifiedBy: UserShape | null;
    readonly stages: (PipelineStageConnectionShape & { readonly args: PipelineStageListArgs }) | null;
  };
}

export interface PipelineAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: PipelineAvgShape;
    readonly countDistinct: PipelineCountDistinctShape;
    readonly max: PipelineMaxShape;
    readonly min: PipelineMinShape;
    readonly sum: PipelineSumShape;
  };
}

export interface PipelineAvgShape {
  readonly fields: { readonly place: string | null; readonly version: string | null; };
  readonly links: {};
}

export interface PipelineConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: PipelineAggregateShape;
    readonly edges: readonly PipelineEdgeShape[];
    readonly groups: readonly ((PipelineGroupShape & { readonly args: PipelineGroupsArgs }))[];
    readonly nodes: readonly PipelineShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface PipelineListArgs extends ListArguments { readonly filter?: PipelineFilter | null; readonly orderBy?: readonly PipelineOrder[] | null; }
export interface PipelineGroupsArgs { readonly by: readonly PipelineGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: PipelineGroupHaving | null; readonly orderBy?: readonly PipelineGroupOrder[] | null; }

export interface PipelineCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

/** A new pipeline. */
export interface PipelineCreateInput {
  /** New deals go here when no pipeline is named. Exactly one is: making it another one takes it from the one before. Default: false. */
  readonly isDefault?: boolean | null;
  /** Its deals go on in it, no other deal enters it. Default: false. */
  readonly isRetired?: boolean | null;
  /** Stable key in capitals. At most 120 characters. */
  readonly key?: string | null;
  /** What people call it. At most 120 characters. */
  readonly name: string;
  /** Its place among the pipelines, from 1. */
  readonly place?: number | null;
  /** Its stages. Made together with the pipeline, or not at all. */
  readonly stages?: NewStagesOfPipelineInput | null;
}

export interface PipelineEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: PipelineShape | null;
  };
}

/** Conditions on pipelines; all given ones must hold. */
export interface PipelineFilter extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly and?: readonly PipelineFilter[] | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly deals?: DealListFilter | null;
  readonly id?: IDFilter | null;
  readonly isDefault?: BooleanFilter | null;
  readonly isRetired?: BooleanFilter | null;
  readonly key?: StringFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly name?: StringFilter | null;
  readonly not?: PipelineFilter | null;
  readonly or?: readonly PipelineFilter[] | null;
  readonly place?: IntFilter | null;
  readonly stages?: PipelineStageListFilter | null;
  readonly version?: IntFilter | null;
}

export interface PipelineGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: PipelineAggregateShape;
    readonly key: PipelineGroupKeyShape;
  };
}

/** One thing that pipelines are grouped by. */
export interface PipelineGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: PipelineGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface PipelineGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface PipelineGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What pipelines can be grouped by. */
export type PipelineGroupField = 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'IS_DEFAULT' | 'IS_RETIRED' | 'KEY' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'NAME' | 'PLACE' | 'VERSION';

/** Conditions on the figures of groups of pipelines; all given ones must hold. */
export interface PipelineGroupHaving {
  readonly and?: readonly PipelineGroupHaving[] | null;
  readonly avg?: PipelineGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: PipelineGroupCountHaving | null;
  readonly max?: PipelineGroupRangeHaving | null;
  readonly min?: PipelineGroupRangeHaving | null;
  readonly not?: PipelineGroupHaving | null;
  readonly or?: readonly PipelineGroupHaving[] | null;
  readonly sum?: PipelineGroupNumberHaving | null;
}

export interface PipelineGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'deletedAt' | 'key' | 'modifiedAt' | 'modifiedById' | 'name', string | null> & { readonly isDefault: boolean | null; readonly isRetired: boolean | null; readonly place: number | null; readonly version: number | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
  };
}

/** By one of the keys of groups of pipelines: exactly one of those they are grouped by. */
export interface PipelineGroupKeyOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'isDefault' | 'isRetired' | 'key' | 'modifiedAt' | 'name' | 'place' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface PipelineGroupNumberHaving {
  readonly place?: DecimalFilter | null;
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface PipelineGroupNumberOrder {
  readonly place?: SortOrder | null;
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of pipelines: exactly one figure or key. */
export interface PipelineGroupOrder {
  readonly avg?: PipelineGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: PipelineGroupCountOrder | null;
  readonly key?: PipelineGroupKeyOrder | null;
  readonly max?: PipelineGroupRangeOrder | null;
  readonly min?: PipelineGroupRangeOrder | null;
  readonly sum?: PipelineGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface PipelineGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly key?: StringFilter | null;
  readonly name?: StringFilter | null;
  readonly place?: IntFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface PipelineGroupRangeOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'key' | 'modifiedAt' | 'name' | 'place' | 'version', SortOrder | null>> {
}

export interface PipelineMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'key' | 'modifiedAt' | 'name', string | null> & { readonly place: number | null; readonly version: number | null; };
  readonly links: {};
}

export type PipelineMinShape = PipelineMaxShape;

/** One term of an order of pipelines: exactly one field. */
export interface PipelineOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'id' | 'isDefault' | 'isRetired' | 'key' | 'modifiedAt' | 'name' | 'place' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

export type PipelineSumShape = PipelineAvgShape;

/** Where the deals of a pipeline go. */
export interface PipelineTransferInput {
  /** The other pipeline. */
  readonly pipelineId: string;
  /** A stage of it for each stage that deals stand in. */
  readonly stages: readonly StageTransferInput[];
}

/** Changes of a pipeline: a field that is absent stays, null clears it. */
export interface PipelineUpdateInput extends Omit<PipelineCreateInput, 'isDefault' | 'isRetired' | 'key' | 'name' | 'stages'> {
  /** New deals go here when no pipeline is named. Exactly one is: making it another one takes it from the one before. */
  readonly isDefault?: boolean | null;
  /** Its deals go on in it, no other deal enters it. */
  readonly isRetired?: boolean | null;
  /** What people call it. At most 120 characters. */
  readonly name?: string | null;
}
