// Generated from schema/ by `npm run codegen`.
import type { Crm, CallOptions } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, Updates } from '../record-types.js';
import type { Answer, Choice, Select } from '../shape.js';
import { verb } from '../verb.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { DealConnectionShape, DealListArgs, DealListFilter } from './deals.js';
import type { PipelineFilter, PipelineOrder, PipelineShape } from './pipelines.js';
import type { BooleanFilter, DateBucket, DateTimeFilter, DecimalFilter, ForecastCategory, ForecastCategoryFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder, StageCategory, StageCategoryFilter, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: PipelineStageShape;
  readonly list: PipelineStageListArgs;
  readonly aggregate: PipelineStageAggregateShape;
  readonly group: PipelineStageGroupShape;
  readonly groups: PipelineStageGroupsArgs;
}

/** What can be done with pipelineStages. */
export interface PipelineStages extends Reads<Types>, Creates<Types, PipelineStageCreateInput>, Updates<Types, PipelineStageUpdateInput> {}

/** Selected unless said otherwise. */
export const pipelineStageFields = 'category color createdAt createdById deletedAt forecastCategory id isRetired key label modifiedAt modifiedById pipelineId place probability version';

/** One stage of a pipeline. Its key is unique in its pipeline and may stand in others with another place and probability. `pipelineStages(crm).list()` and what else there is. */
export const pipelineStages = /* @__PURE__ */ record('PipelineStage', 'pipelineStage', 'pipelineStages', pipelineStageFields) as (crm: Crm) => PipelineStages;

/** Moves a stage to the bin, once its deals have gone to another one: those in the bin too, each with a row in its history. Histories name a deleted stage no more; retire it to keep its name there. For administrators. */
export const deletePipelineStage = <Given extends Select<PipelineStageShape> = never>(crm: Crm, id: string, options: { readonly expectedVersion?: number | null; readonly transferTo?: string | null; } & Choice<PipelineStageShape, Given> & CallOptions = {}): Promise<Answer<PipelineStageShape, Given, PipelineStage>> => verb(crm, 'mutation', 'deletePipelineStage', 'expectedVersion:Int id:ID! transferTo:ID', pipelineStageFields, { id, ...options }, 'pipelineStage');

type Names1 = 'category' | 'color' | 'createdById' | 'forecastCategory' | 'key' | 'label' | 'modifiedById' | 'pipelineId' | 'place' | 'probability' | 'version';

/** One stage of a pipeline. Its key is unique in its pipeline and may stand in others with another place and probability. */
export interface PipelineStage {
  /** What it means for a deal. */
  readonly category: StageCategory | (string & {}) | null;
  /** The colour to show it in: `#RRGGBB`. */
  readonly color: string | null;
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** How its deals count in a forecast. It goes with the category: open PIPELINE, BEST_CASE or COMMITTED, won CLOSED, lost OMITTED. */
  readonly forecastCategory: ForecastCategory | (string & {}) | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** Kept for old deals, not offered for new ones. */
  readonly isRetired: boolean | null;
  /** Stable key in capitals; what inputs name a stage by. */
  readonly key: string | null;
  /** What people call it. */
  readonly label: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The id of `pipeline`, without reading it. */
  readonly pipelineId: string | null;
  /** Its place in the pipeline, from 1. */
  readonly place: number | null;
  /** The chance of winning a deal that reaches it, in percent. A change is for deals that reach it from then on. */
  readonly probability: number | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface PipelineStageShape {
  readonly fields: PipelineStage;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly deals: (DealConnectionShape & { readonly args: DealListArgs }) | null;
    readonly modifiedBy: UserShape | null;
    readonly pipeline: PipelineShape | null;
  };
}

export interface PipelineStageAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: PipelineStageAvgShape;
    readonly countDistinct: PipelineStageCountDistinctShape;
    readonly max: PipelineStageMaxShape;
    readonly min: PipelineStageMinShape;
    readonly sum: PipelineStageSumShape;
  };
}

export interface PipelineStageAvgShape {
  readonly fields: Alike<'place' | 'probability' | 'version', string | null>;
  readonly links: {};
}

export interface PipelineStageConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: PipelineStageAggregateShape;
    readonly edges: readonly PipelineStageEdgeShape[];
    readonly groups: readonly ((PipelineStageGroupShape & { readonly args: PipelineStageGroupsArgs }))[];
    readonly nodes: readonly PipelineStageShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface PipelineStageListArgs extends ListArguments { readonly filter?: PipelineStageFilter | null; readonly orderBy?: readonly PipelineStageOrder[] | null; }
export interface PipelineStageGroupsArgs { readonly by: readonly PipelineStageGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: PipelineStageGroupHaving | null; readonly orderBy?: readonly PipelineStageGroupOrder[] | null; }

export interface PipelineStageCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

/** A new pipelineStage. */
export interface PipelineStageCreateInput {
  /** What it means for a deal. */
  readonly category: StageCategory;
  /** The colour to show it in: `#RRGGBB`. At most 7 characters. */
  readonly color?: string | null;
  /** How its deals count in a forecast. It goes with the category: open PIPELINE, BEST_CASE or COMMITTED, won CLOSED, lost OMITTED. */
  readonly forecastCategory?: ForecastCategory | null;
  /** Kept for old deals, not offered for new ones. Default: false. */
  readonly isRetired?: boolean | null;
  /** Stable key in capitals; what inputs name a stage by. At most 120 characters. */
  readonly key?: string | null;
  /** What people call it. At most 120 characters. */
  readonly label: string;
  /** The pipeline it belongs to. The id of a pipeline. */
  readonly pipelineId: string;
  /** Its place in the pipeline, from 1. */
  readonly place?: number | null;
  /** The chance of winning a deal that reaches it, in percent. A change is for deals that reach it from then on. */
  readonly probability: number;
}

export interface PipelineStageEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: PipelineStageShape | null;
  };
}

/** Conditions on pipelineStages; all given ones must hold. */
export interface PipelineStageFilter extends Partial<Alike<'color' | 'key' | 'label', StringFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'place' | 'probability' | 'version', IntFilter | null>> {
  readonly and?: readonly PipelineStageFilter[] | null;
  readonly category?: StageCategoryFilter | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly deals?: DealListFilter | null;
  readonly forecastCategory?: ForecastCategoryFilter | null;
  readonly id?: IDFilter | null;
  readonly isRetired?: BooleanFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly not?: PipelineStageFilter | null;
  readonly or?: readonly PipelineStageFilter[] | null;
  readonly pipeline?: PipelineFilter | null;
  readonly pipelineId?: IDFilter | null;
}

export interface PipelineStageGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: PipelineStageAggregateShape;
    readonly key: PipelineStageGroupKeyShape;
  };
}

/** One thing that pipelineStages are grouped by. */
export interface PipelineStageGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: PipelineStageGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface PipelineStageGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface PipelineStageGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What pipelineStages can be grouped by. */
export type PipelineStageGroupField = 'CATEGORY' | 'COLOR' | 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'FORECAST_CATEGORY' | 'IS_RETIRED' | 'KEY' | 'LABEL' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'PIPELINE' | 'PLACE' | 'PROBABILITY' | 'VERSION';

/** Conditions on the figures of groups of pipelineStages; all given ones must hold. */
export interface PipelineStageGroupHaving {
  readonly and?: readonly PipelineStageGroupHaving[] | null;
  readonly avg?: PipelineStageGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: PipelineStageGroupCountHaving | null;
  readonly max?: PipelineStageGroupRangeHaving | null;
  readonly min?: PipelineStageGroupRangeHaving | null;
  readonly not?: PipelineStageGroupHaving | null;
  readonly or?: readonly PipelineStageGroupHaving[] | null;
  readonly sum?: PipelineStageGroupNumberHaving | null;
}

export interface PipelineStageGroupKeyShape {
  readonly fields: Alike<'color' | 'createdAt' | 'createdById' | 'deletedAt' | 'key' | 'label' | 'modifiedAt' | 'modifiedById' | 'pipelineId', string | null> & Alike<'place' | 'probability' | 'version', number | null> & { readonly category: StageCategory | (string & {}) | null; readonly forecastCategory: ForecastCategory | (string & {}) | null; readonly isRetired: boolean | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly pipeline: PipelineShape | null;
  };
}

/** By one of the keys of groups of pipelineStages: exactly one of those they are grouped by. */
export interface PipelineStageGroupKeyOrder extends Partial<Alike<'category' | 'color' | 'createdAt' | 'deletedAt' | 'forecastCategory' | 'isRetired' | 'key' | 'label' | 'modifiedAt' | 'place' | 'probability' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly pipeline?: PipelineOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface PipelineStageGroupNumberHaving extends Partial<Alike<'place' | 'probability' | 'version', DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface PipelineStageGroupNumberOrder extends Partial<Alike<'place' | 'probability' | 'version', SortOrder | null>> {
}

/** One term of an order of groups of pipelineStages: exactly one figure or key. */
export interface PipelineStageGroupOrder {
  readonly avg?: PipelineStageGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: PipelineStageGroupCountOrder | null;
  readonly key?: PipelineStageGroupKeyOrder | null;
  readonly max?: PipelineStageGroupRangeOrder | null;
  readonly min?: PipelineStageGroupRangeOrder | null;
  readonly sum?: PipelineStageGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface PipelineStageGroupRangeHaving extends Partial<Alike<'color' | 'key' | 'label', StringFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'place' | 'probability' | 'version', IntFilter | null>> {
}

/** By an extreme value: exactly one field. */
export interface PipelineStageGroupRangeOrder extends Partial<Alike<'color' | 'createdAt' | 'deletedAt' | 'key' | 'label' | 'modifiedAt' | 'place' | 'probability' | 'version', SortOrder | null>> {
}

/** Conditions on a list of pipelineStages. */
export type PipelineStageListFilter = Quantified<PipelineStageFilter>;

export interface PipelineStageMaxShape {
  readonly fields: Alike<'color' | 'createdAt' | 'deletedAt' | 'key' | 'label' | 'modifiedAt', string | null> & Alike<'place' | 'probability' | 'version', number | null>;
  readonly links: {};
}

export type PipelineStageMinShape = PipelineStageMaxShape;

/** A new pipelineStage of the pipeline in whose input it stands. Lists of its own are edited in a call of their own. */
export interface PipelineStageOfPipelineCreateInput {
  /** What it means for a deal. */
  readonly category: StageCategory;
  /** The colour to show it in: `#RRGGBB`. At most 7 characters. */
  readonly color?: string | null;
  /** How its deals count in a forecast. It goes with the category: open PIPELINE, BEST_CASE or COMMITTED, won CLOSED, lost OMITTED. */
  readonly forecastCategory?: ForecastCategory | null;
  /** Kept for old deals, not offered for new ones. Default: false. */
  readonly isRetired?: boolean | null;
  /** Stable key in capitals; what inputs name a stage by. At most 120 characters. */
  readonly key?: string | null;
  /** What people call it. At most 120 characters. */
  readonly label: string;
  /** Its place in the pipeline, from 1. */
  readonly place?: number | null;
  /** The chance of winning a deal that reaches it, in percent. A change is for deals that reach it from then on. */
  readonly probability: number;
}

/** One term of an order of pipelineStages: exactly one field. */
export interface PipelineStageOrder extends Partial<Alike<'category' | 'color' | 'createdAt' | 'deletedAt' | 'forecastCategory' | 'id' | 'isRetired' | 'key' | 'label' | 'modifiedAt' | 'place' | 'probability' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly pipeline?: PipelineOrder | null;
}

export type PipelineStageSumShape = PipelineStageAvgShape;

/** Changes of a pipelineStage: a field that is absent stays, null clears it. */
export interface PipelineStageUpdateInput extends Omit<PipelineStageCreateInput, 'category' | 'isRetired' | 'key' | 'label' | 'pipelineId' | 'probability'> {
  /** What it means for a deal. */
  readonly category?: StageCategory | null;
  /** Kept for old deals, not offered for new ones. */
  readonly isRetired?: boolean | null;
  /** What people call it. At most 120 characters. */
  readonly label?: string | null;
  /** The chance of winning a deal that reaches it, in percent. A change is for deals that reach it from then on. */
  readonly probability?: number | null;
}
