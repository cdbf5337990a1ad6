// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { CommonGroupField } from '../list-types.js';
import type { Alike, LabelledEquality, ListArguments, Quantified, Takes } from '../shape.js';
import type { CampaignFilter, CampaignOrder, CampaignShape } from './campaigns.js';
import type { LeadOrContactFilter } from './leads.js';
import type { CrmRecordShape, DateBucket, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: CampaignMemberShape;
  readonly list: CampaignMemberListArgs;
  readonly aggregate: CampaignMemberAggregateShape;
  readonly group: CampaignMemberGroupShape;
  readonly groups: CampaignMemberGroupsArgs;
}

/** What can be done with campaignMembers. */
export interface CampaignMembers extends Reads<Types>, Creates<Types, CampaignMemberCreateInput>, CreatesMany<Types, CampaignMemberCreateInput>, Updates<Types, CampaignMemberUpdateInput>, UpdatesMany<Types, CampaignMemberUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
const campaignMemberFields = 'campaignId createdAt createdById deletedAt id memberStatus memberStatusLabel modifiedAt modifiedById personId statusChangedAt version';

/** A lead or a contact that a campaign addresses, once per campaign. `campaignMembers(crm).list()` and what else there is. */
export const campaignMembers = /* @__PURE__ */ record('CampaignMember', 'campaignMember', 'campaignMembers', campaignMemberFields) as (crm: Crm) => CampaignMembers;


/** A lead or a contact that a campaign addresses, once per campaign. */
export interface CampaignMember {
  /** The id of `campaign`, without reading it. */
  readonly campaignId: string | null;
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** How far the campaign has come with the person. */
  readonly memberStatus: CampaignMemberStatus | null;
  /** The label of `memberStatus` in the reader's language. */
  readonly memberStatusLabel: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The id of `person`, without reading it. */
  readonly personId: string | null;
  /** When the status last changed. */
  readonly statusChangedAt: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface CampaignMemberShape {
  readonly fields: CampaignMember;
  readonly links: CampaignMemberShapeLinks;
}
export interface CampaignMemberShapeLinks {
  /** The campaign. */
  readonly campaign: CampaignShape | null;
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The lead or contact. */
  readonly person: CrmRecordShape | null;
}

export interface CampaignMemberAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: CampaignMemberAggregateShapeLinks;
}
export interface CampaignMemberAggregateShapeLinks {
  /** The average, per field, to six decimals; money in base currency. */
  readonly avg: CampaignMemberAvgShape;
  /** How many different values there are, per field. */
  readonly countDistinct: CampaignMemberCountDistinctShape;
  /** The greatest value, per field; money in base currency. */
  readonly max: CampaignMemberMaxShape;
  /** The smallest value, per field; money in base currency. */
  readonly min: CampaignMemberMinShape;
  /** The sum, per field; money in base currency. */
  readonly sum: CampaignMemberSumShape;
}

export interface CampaignMemberAvgShape {
  readonly fields: { readonly version: string | null; };
  readonly links: object;
}

export interface CampaignMemberConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: CampaignMemberConnectionShapeLinks;
}
export interface CampaignMemberConnectionShapeLinks {
  /** Figures about the whole list. */
  readonly aggregate: CampaignMemberAggregateShape;
  /** The records of the page with their cursors. */
  readonly edges: readonly CampaignMemberEdgeShape[];
  /** The whole list in groups, ordered by their keys in the order of `by`, empty values last, unless told otherwise. */
  readonly groups: readonly ((CampaignMemberGroupShape & { readonly args: CampaignMemberGroupsArgs }))[];
  /** The records of the page. */
  readonly nodes: readonly CampaignMemberShape[];
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfoShape;
}
/** What a list is asked for. */
export interface CampaignMemberListArgs extends ListArguments { filter?: CampaignMemberFilter | null | undefined; orderBy?: readonly CampaignMemberOrder[] | null | undefined; }
export interface CampaignMemberGroupsArgs { by: readonly CampaignMemberGroupBy[]; emptyBuckets?: boolean | undefined; first?: number | null | undefined; having?: CampaignMemberGroupHaving | null | undefined; orderBy?: readonly CampaignMemberGroupOrder[] | null | undefined; }

export interface CampaignMemberCountDistinctShape {
  readonly fields: Alike<'campaignId' | 'createdById' | 'memberStatus' | 'modifiedById' | 'personId' | 'version', number | null>;
  readonly links: object;
}

/** A new campaignMember. */
export interface CampaignMemberCreateInput {
  /** The campaign. The id of a campaign. */
  campaignId: string;
  /** How far the campaign has come with the person. Default: PLANNED. */
  memberStatus?: CampaignMemberStatus | null | undefined;
  /** The lead or contact. The id of a lead or a contact. */
  personId: string;
}

export interface CampaignMemberEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: CampaignMemberEdgeShapeLinks;
}
export interface CampaignMemberEdgeShapeLinks {
  /** The record. */
  readonly node: CampaignMemberShape | null;
}

/** Conditions on campaignMembers; all given ones must hold. */
export interface CampaignMemberFilter {
  /** All of these. */
  and?: readonly CampaignMemberFilter[] | null | undefined;
  /** The record of `campaign` meets this; false where there is none. */
  campaign?: CampaignFilter | null | undefined;
  /** Conditions on the id of `campaign`. */
  campaignId?: IDFilter | null | undefined;
  /** When the record was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The record of `createdBy` meets this; false where there is none. */
  createdBy?: UserFilter | null | undefined;
  /** Conditions on the id of `createdBy`. */
  createdById?: UserIDFilter | null | undefined;
  /** When the record was moved to the bin; null otherwise. */
  deletedAt?: DateTimeFilter | null | undefined;
  /** Stable and unique: `<prefix>_<uuid>`. */
  id?: IDFilter | null | undefined;
  /** How far the campaign has come with the person. */
  memberStatus?: CampaignMemberStatusFilter | null | undefined;
  /** When a value last changed. */
  modifiedAt?: DateTimeFilter | null | undefined;
  /** The record of `modifiedBy` meets this; false where there is none. */
  modifiedBy?: UserFilter | null | undefined;
  /** Conditions on the id of `modifiedBy`. */
  modifiedById?: UserIDFilter | null | undefined;
  /** Not this. */
  not?: CampaignMemberFilter | null | undefined;
  /** At least one of these. */
  or?: readonly CampaignMemberFilter[] | null | undefined;
  /** Conditions on the record of `person`; false where there is none. */
  person?: LeadOrContactFilter | null | undefined;
  /** Conditions on the id of `person`. */
  personId?: IDFilter | null | undefined;
  /** When the status last changed. */
  statusChangedAt?: DateTimeFilter | null | undefined;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  version?: IntFilter | null | undefined;
}

export interface CampaignMemberGroupShape {
  readonly fields: {  };
  readonly links: CampaignMemberGroupShapeLinks;
}
export interface CampaignMemberGroupShapeLinks {
  /** Figures about them. */
  readonly aggregate: CampaignMemberAggregateShape;
  /** What they share. */
  readonly key: CampaignMemberGroupKeyShape;
}

/** One thing that campaignMembers are grouped by. */
export interface CampaignMemberGroupBy {
  /** What dates and moments are put together by. */
  bucket?: DateBucket | null | undefined;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  field: CampaignMemberGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface CampaignMemberGroupCountHaving {
  /** The campaign. */
  campaignId?: IntFilter | null | undefined;
  /** Who made the record. */
  createdById?: IntFilter | null | undefined;
  /** How far the campaign has come with the person. */
  memberStatus?: IntFilter | null | undefined;
  /** Who last changed a value. */
  modifiedById?: IntFilter | null | undefined;
  /** The lead or contact. */
  personId?: IntFilter | null | undefined;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  version?: IntFilter | null | undefined;
}

/** By how many different values there are: exactly one field. */
export interface CampaignMemberGroupCountOrder {
  /** By `campaign`. */
  campaignId?: SortOrder | null | undefined;
  /** By `createdBy`. */
  createdById?: SortOrder | null | undefined;
  /** By `memberStatus`. */
  memberStatus?: SortOrder | null | undefined;
  /** By `modifiedBy`. */
  modifiedById?: SortOrder | null | undefined;
  /** By `person`. */
  personId?: SortOrder | null | undefined;
  /** By `version`. */
  version?: SortOrder | null | undefined;
}

/** What campaignMembers can be grouped by. */
export type CampaignMemberGroupField = CommonGroupField | 'CAMPAIGN' | 'MEMBER_STATUS' | 'PERSON' | 'STATUS_CHANGED_AT';

/** Conditions on the figures of groups of campaignMembers; all given ones must hold. */
export interface CampaignMemberGroupHaving {
  /** All of these. */
  and?: readonly CampaignMemberGroupHaving[] | null | undefined;
  /** Averages, as they are shown; money in base currency. */
  avg?: CampaignMemberGroupNumberHaving | null | undefined;
  /** How many records there are. */
  count?: IntFilter | null | undefined;
  /** How many different values there are. */
  countDistinct?: CampaignMemberGroupCountHaving | null | undefined;
  /** The greatest values; money in base currency. */
  max?: CampaignMemberGroupRangeHaving | null | undefined;
  /** The smallest values; money in base currency. */
  min?: CampaignMemberGroupRangeHaving | null | undefined;
  /** Not this. */
  not?: CampaignMemberGroupHaving | null | undefined;
  /** At least one of these. */
  or?: readonly CampaignMemberGroupHaving[] | null | undefined;
  /** Sums; money in base currency. */
  sum?: CampaignMemberGroupNumberHaving | null | undefined;
}

export interface CampaignMemberGroupKeyShape {
  readonly fields: Alike<'campaignId' | 'createdAt' | 'createdById' | 'deletedAt' | 'memberStatusLabel' | 'modifiedAt' | 'modifiedById' | 'personId' | 'statusChangedAt', string | null> & { readonly memberStatus: CampaignMemberStatus | null; readonly version: number | null; };
  readonly links: CampaignMemberGroupKeyShapeLinks;
}
export interface CampaignMemberGroupKeyShapeLinks {
  /** The campaign. */
  readonly campaign: CampaignShape | null;
  /** The days of the bucket of `createdAt`; null where it was grouped without one. */
  readonly createdAtPeriod: GroupPeriodShape | null;
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** The days of the bucket of `deletedAt`; null where it was grouped without one. */
  readonly deletedAtPeriod: GroupPeriodShape | null;
  /** The days of the bucket of `modifiedAt`; null where it was grouped without one. */
  readonly modifiedAtPeriod: GroupPeriodShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The lead or contact. */
  readonly person: CrmRecordShape | null;
  /** The days of the bucket of `statusChangedAt`; null where it was grouped without one. */
  readonly statusChangedAtPeriod: GroupPeriodShape | null;
}

/** By one of the keys of groups of campaignMembers: exactly one of those they are grouped by. */
export interface CampaignMemberGroupKeyOrder {
  /** By a field of `campaign`. */
  campaign?: CampaignOrder | null | undefined;
  /** By `createdAt`. */
  createdAt?: SortOrder | null | undefined;
  /** By a field of `createdBy`. */
  createdBy?: UserOrder | null | undefined;
  /** By `deletedAt`. */
  deletedAt?: SortOrder | null | undefined;
  /** By `memberStatus`. */
  memberStatus?: SortOrder | null | undefined;
  /** By `modifiedAt`. */
  modifiedAt?: SortOrder | null | undefined;
  /** By a field of `modifiedBy`. */
  modifiedBy?: UserOrder | null | undefined;
  /** By `statusChangedAt`. */
  statusChangedAt?: SortOrder | null | undefined;
  /** By `version`. */
  version?: SortOrder | null | undefined;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface CampaignMemberGroupNumberHaving {
  /** Raised by one with every change; give it back as `expectedVersion`. */
  version?: DecimalFilter | null | undefined;
}

/** By a figure of a number: exactly one field. */
export interface CampaignMemberGroupNumberOrder {
  /** By `version`. */
  version?: SortOrder | null | undefined;
}

/** One term of an order of groups of campaignMembers: exactly one figure or key. */
export interface CampaignMemberGroupOrder {
  /** By an average, as it is shown; money in base currency. */
  avg?: CampaignMemberGroupNumberOrder | null | undefined;
  /** By how many records there are. */
  count?: SortOrder | null | undefined;
  /** By how many different values there are. */
  countDistinct?: CampaignMemberGroupCountOrder | null | undefined;
  /** By what they share. */
  key?: CampaignMemberGroupKeyOrder | null | undefined;
  /** By the greatest value; money in base currency. */
  max?: CampaignMemberGroupRangeOrder | null | undefined;
  /** By the smallest value; money in base currency. */
  min?: CampaignMemberGroupRangeOrder | null | undefined;
  /** By a sum; money in base currency. */
  sum?: CampaignMemberGroupNumberOrder | null | undefined;
}

/** Conditions on extreme values; all given ones must hold. */
export interface CampaignMemberGroupRangeHaving {
  /** When the record was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** When the record was moved to the bin; null otherwise. */
  deletedAt?: DateTimeFilter | null | undefined;
  /** When a value last changed. */
  modifiedAt?: DateTimeFilter | null | undefined;
  /** When the status last changed. */
  statusChangedAt?: DateTimeFilter | null | undefined;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  version?: IntFilter | null | undefined;
}

/** By an extreme value: exactly one field. */
export interface CampaignMemberGroupRangeOrder {
  /** By `createdAt`. */
  createdAt?: SortOrder | null | undefined;
  /** By `deletedAt`. */
  deletedAt?: SortOrder | null | undefined;
  /** By `modifiedAt`. */
  modifiedAt?: SortOrder | null | undefined;
  /** By `statusChangedAt`. */
  statusChangedAt?: SortOrder | null | undefined;
  /** By `version`. */
  version?: SortOrder | null | undefined;
}

export type CampaignMemberListFilter = Quantified<CampaignMemberFilter>;

export interface CampaignMemberMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'statusChangedAt', string | null> & { readonly version: number | null; };
  readonly links: object;
}

export type CampaignMemberMinShape = CampaignMemberMaxShape;

/** A new campaignMember of the campaign in whose input it stands. Lists of its own are edited in a call of their own. */
export interface CampaignMemberOfCampaignCreateInput extends Omit<CampaignMemberCreateInput, 'campaignId'> {}

/** Changes of a campaignMember of the campaign in whose input they stand: a field that is absent stays, null clears it. */
export interface CampaignMemberOfCampaignUpdateInput extends CampaignMemberUpdateInput {}

/** One campaignMember to change. */
export interface CampaignMemberOfCampaignUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The campaignMember. */
  id: string;
  /** The changes. */
  input: CampaignMemberOfCampaignUpdateInput;
}

/** One term of an order of campaignMembers: exactly one field. */
export interface CampaignMemberOrder {
  /** By a field of `campaign`. */
  campaign?: CampaignOrder | null | undefined;
  /** By `createdAt`. */
  createdAt?: SortOrder | null | undefined;
  /** By a field of `createdBy`. */
  createdBy?: UserOrder | null | undefined;
  /** By `deletedAt`. */
  deletedAt?: SortOrder | null | undefined;
  /** By `id`. */
  id?: SortOrder | null | undefined;
  /** By `memberStatus`. */
  memberStatus?: SortOrder | null | undefined;
  /** By `modifiedAt`. */
  modifiedAt?: SortOrder | null | undefined;
  /** By a field of `modifiedBy`. */
  modifiedBy?: UserOrder | null | undefined;
  /** By `statusChangedAt`. */
  statusChangedAt?: SortOrder | null | undefined;
  /** By `version`. */
  version?: SortOrder | null | undefined;
}

/** One campaignMember, perhaps at a known version. */
export interface CampaignMemberReference {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The campaignMember. */
  id: string;
}

/** How far a campaign has come with somebody. The key of a value; the organisation may change the list. Standard: PLANNED, INVITED, SENT, RECEIVED, OPENED, RESPONDED, BOUNCED, OPTED_OUT. */
export type CampaignMemberStatus = 'PLANNED' | 'INVITED' | 'SENT' | 'RECEIVED' | 'OPENED' | 'RESPONDED' | 'BOUNCED' | 'OPTED_OUT' | (string & {});

export type CampaignMemberStatusFilter = LabelledEquality<CampaignMemberStatus>;

export type CampaignMemberSumShape = CampaignMemberAvgShape;

/** Changes of a campaignMember: a field that is absent stays, null clears it. */
export interface CampaignMemberUpdateInput extends Takes<CampaignMember, 'memberStatus', CampaignMemberStatus> {}
