// Generated from schema/ by `npm run codegen`.
import type { Crm, CallOptions } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Creates, Updates } from '../record-types.js';
import type { All, Answer, Choice, Select } from '../shape.js';
import { verb } from '../verb.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Needs, Takes } from '../shape.js';
import type { DealLists } from './deals.js';
import type { PipelineStageLists } from './pipeline-stages.js';
import type { NewStagesOfPipelineInput, StageTransferInput } from './shared.js';
import type { UserShape } from './users.js';

type Types = TypesOf<PipelineLists>;

/** What can be done with pipelines. */
export interface Pipelines extends Reads<Types>, Creates<Types, PipelineCreateInput>, Updates<Types, PipelineUpdateInput> {}

/** Selected unless said otherwise. */
const pipelineFields = 'createdAt createdById deletedAt id isDefault isRetired key modifiedAt modifiedById name place version';

/** A way of selling: an ordered list of stages that its deals go through (modules.md 5). `pipelines(crm).list()` and what else there is. */
export const pipelines = /* @__PURE__ */ record('Pipeline', 'pipeline', 'pipelines', pipelineFields) as (crm: Crm) => Pipelines;

/** Moves a pipeline with its stages to the bin, once its deals have gone to another one: those in the bin too, each with a row in its history. The default pipeline stays. For administrators. */
export const deletePipeline = <Given extends Select<PipelineShape> = All<PipelineShape>>(crm: Crm, id: string, options: { expectedVersion?: number | null | undefined; transfer?: PipelineTransferInput | null | undefined; } & Choice<PipelineShape, Given> & CallOptions = {}): Promise<Answer<PipelineShape, Given, Pipeline>> => verb(crm, 'mutation', 'deletePipeline', 'expectedVersion:Int id:ID! transfer:PipelineTransferInput', pipelineFields, { id, ...options }, 'pipeline');

/** Puts the stages of a pipeline in an order. For administrators. */
export const reorderPipelineStages = <Given extends Select<PipelineShape> = All<PipelineShape>>(crm: Crm, options: { ids: readonly string[]; pipelineId: string; } & Choice<PipelineShape, Given> & CallOptions): Promise<Answer<PipelineShape, Given, Pipeline>> => verb(crm, 'mutation', 'reorderPipelineStages', 'ids:[ID!]! pipelineId:ID!', pipelineFields, { ...options }, 'pipeline');

/** Puts the pipelines in an order. For administrators. */
export const reorderPipelines = <Given extends Select<PipelineShape> = All<PipelineShape>>(crm: Crm, options: { ids: readonly string[]; } & Choice<PipelineShape, Given> & CallOptions): Promise<readonly Answer<PipelineShape, Given, Pipeline>[]> => verb(crm, 'mutation', 'reorderPipelines', 'ids:[ID!]!', pipelineFields, { ...options }, 'pipelines');

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
  /** Stable key in capitals. At most 120 characters. */
  readonly key: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** What people call it. At most 120 characters. */
  readonly name: string | null;
  /** Its place among the pipelines, from 1. */
  readonly place: number | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface PipelineShape {
  readonly fields: Pipeline;
  readonly links: PipelineShapeLinks;
}
export interface PipelineShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Its deals. */
  readonly deals: ListOf<DealLists> | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** Its stages. */
  readonly stages: ListOf<PipelineStageLists> | null;
}

/** `Pipeline` in lists. */
export interface PipelineLists extends Lists<PipelineShape, PipelineFilter, PipelineOrder, PipelineGroupField> {
  readonly text: 'key' | 'name';
  readonly flag: 'isDefault' | 'isRetired';
  readonly whole: 'place';
  readonly lists: { readonly deals: DealLists; readonly stages: PipelineStageLists; };
}
export type PipelineListArgs = ListArgs<PipelineLists>;
export type PipelineGroupsArgs = GroupsArgs<PipelineLists>;

/** A new pipeline. */
export interface PipelineCreateInput extends Takes<Pipeline, 'key', string>, Needs<Pipeline, 'name', string>, Takes<Pipeline, 'place', number> {
  /** New deals go here when no pipeline is named. Exactly one is: making it another one takes it from the one before. Default: false. */
  isDefault?: boolean | null | undefined;
  /** Its deals go on in it, no other deal enters it. Default: false. */
  isRetired?: boolean | null | undefined;
  /** Its stages. Made together with the pipeline, or not at all. */
  stages?: NewStagesOfPipelineInput | null | undefined;
}

/** Conditions on pipelines; all given ones must hold. */
export interface PipelineFilter extends FilterOf<PipelineLists>, Combined<PipelineFilter> {}

export type PipelineGroupBy = GroupBy<PipelineLists>;

/** What pipelines can be grouped by. */
export type PipelineGroupField = CommonGroupField | 'IS_DEFAULT' | 'IS_RETIRED' | 'KEY' | 'NAME' | 'PLACE';

export type PipelineGroupHaving = GroupHaving<PipelineLists>;

export type PipelineGroupOrder = GroupOrder<PipelineLists>;

/** One term of an order of pipelines: exactly one field. */
export interface PipelineOrder extends OrderOf<PipelineLists>, OrderById {}

/** Where the deals of a pipeline go. */
export interface PipelineTransferInput {
  /** The other pipeline. */
  pipelineId: string;
  /** A stage of it for each stage that deals stand in. */
  stages: readonly StageTransferInput[];
}

/** Changes of a pipeline: a field that is absent stays, null clears it. */
export interface PipelineUpdateInput extends Takes<Pipeline, 'isDefault' | 'isRetired', boolean>, Takes<Pipeline, 'name', string>, Takes<Pipeline, 'place', number> {}
