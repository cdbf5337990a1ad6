// Generated from schema/ by `npm run codegen`.
import type { Crm, CallOptions } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Creates, Updates } from '../record-types.js';
import type { All, Answer, Choice, Select } from '../shape.js';
import { verb } from '../verb.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Needs, Quantified, Takes } from '../shape.js';
import type { DealLists } from './deals.js';
import type { PipelineLists, PipelineShape } from './pipelines.js';
import type { ForecastCategory, ForecastCategoryFilter, StageCategory, StageCategoryFilter } from './shared.js';
import type { UserShape } from './users.js';

type Types = TypesOf<PipelineStageLists>;

/** What can be done with pipelineStages. */
export interface PipelineStages extends Reads<Types>, Creates<Types, PipelineStageCreateInput>, Updates<Types, PipelineStageUpdateInput> {}

/** Selected unless said otherwise. */
const pipelineStageFields = 'category color createdAt createdById deletedAt forecastCategory id isRetired key label modifiedAt modifiedById pipelineId place probability version';

/** One stage of a pipeline. Its key is unique in its pipeline and may stand in others with another place and probability. `pipelineStages(crm).list()` and what else there is. */
export const pipelineStages = /* @__PURE__ */ record('PipelineStage', 'pipelineStage', 'pipelineStages', pipelineStageFields) as (crm: Crm) => PipelineStages;

/** Moves a stage to the bin, once its deals have gone to another one: those in the bin too, each with a row in its history. Histories name a deleted stage no more; retire it to keep its name there. For administrators. */
export const deletePipelineStage = <Given extends Select<PipelineStageShape> = All<PipelineStageShape>>(crm: Crm, id: string, options: { expectedVersion?: number | null | undefined; transferTo?: string | null | undefined; } & Choice<PipelineStageShape, Given> & CallOptions = {}): Promise<Answer<PipelineStageShape, Given, PipelineStage>> => verb(crm, 'mutation', 'deletePipelineStage', 'expectedVersion:Int id:ID! transferTo:ID', pipelineStageFields, { id, ...options }, 'pipelineStage');

/** One stage of a pipeline. Its key is unique in its pipeline and may stand in others with another place and probability. */
export interface PipelineStage {
  /** What it means for a deal. */
  readonly category: StageCategory | (string & {}) | null;
  /** The colour to show it in: `#RRGGBB`. At most 7 characters. */
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
  /** Stable key in capitals; what inputs name a stage by. At most 120 characters. */
  readonly key: string | null;
  /** What people call it. At most 120 characters. */
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
  readonly links: PipelineStageShapeLinks;
}
export interface PipelineStageShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Deals that stand here. */
  readonly deals: ListOf<DealLists> | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The pipeline it belongs to. */
  readonly pipeline: PipelineShape | null;
}

/** `PipelineStage` in lists. */
export interface PipelineStageLists extends Lists<PipelineStageShape, PipelineStageFilter, PipelineStageOrder, PipelineStageGroupField> {
  readonly text: 'color' | 'key' | 'label';
  readonly flag: 'isRetired';
  readonly whole: 'place' | 'probability';
  readonly codes: { readonly category: StageCategoryFilter; readonly forecastCategory: ForecastCategoryFilter; };
  readonly lookups: { readonly pipeline: PipelineLists; };
  readonly lists: { readonly deals: DealLists; };
}
export type PipelineStageListArgs = ListArgs<PipelineStageLists>;
export type PipelineStageGroupsArgs = GroupsArgs<PipelineStageLists>;

/** A new pipelineStage. */
export interface PipelineStageCreateInput extends Needs<PipelineStage, 'category', StageCategory>, Takes<PipelineStage, 'color' | 'key', string>, Takes<PipelineStage, 'forecastCategory', ForecastCategory>, Needs<PipelineStage, 'label', string>, Takes<PipelineStage, 'place', number>, Needs<PipelineStage, 'probability', number> {
  /** Kept for old deals, not offered for new ones. Default: false. */
  isRetired?: boolean | null | undefined;
  /** The pipeline it belongs to. The id of a pipeline. */
  pipelineId: string;
}

/** Conditions on pipelineStages; all given ones must hold. */
export interface PipelineStageFilter extends FilterOf<PipelineStageLists>, Combined<PipelineStageFilter> {}

export type PipelineStageGroupBy = GroupBy<PipelineStageLists>;

/** What pipelineStages can be grouped by. */
export type PipelineStageGroupField = CommonGroupField | 'CATEGORY' | 'COLOR' | 'FORECAST_CATEGORY' | 'IS_RETIRED' | 'KEY' | 'LABEL' | 'PIPELINE' | 'PLACE' | 'PROBABILITY';

export type PipelineStageGroupHaving = GroupHaving<PipelineStageLists>;

export type PipelineStageGroupOrder = GroupOrder<PipelineStageLists>;

export type PipelineStageListFilter = Quantified<PipelineStageFilter>;

/** A new pipelineStage of the pipeline in whose input it stands. Lists of its own are edited in a call of their own. */
export interface PipelineStageOfPipelineCreateInput extends Omit<PipelineStageCreateInput, 'pipelineId'> {}

/** One term of an order of pipelineStages: exactly one field. */
export interface PipelineStageOrder extends OrderOf<PipelineStageLists>, OrderById {}

/** Changes of a pipelineStage: a field that is absent stays, null clears it. */
export interface PipelineStageUpdateInput extends Takes<PipelineStage, 'category', StageCategory>, Takes<PipelineStage, 'color' | 'label', string>, Takes<PipelineStage, 'forecastCategory', ForecastCategory>, Takes<PipelineStage, 'isRetired', boolean>, Takes<PipelineStage, 'place' | 'probability', number> {}
