// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { CampaignFilter, CampaignOrder, CampaignShape } from './campaigns.js';
import type { ContactFilter, ContactOrder, ContactShape } from './contacts.js';
import type { LeadFilter, LeadOrder, LeadShape } from './leads.js';
import type { DateBucket, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder } from './shared.js';
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
export const campaignMemberFields = 'campaignId contactId createdAt createdById deletedAt id leadId memberStatus memberStatusLabel modifiedAt modifiedById statusChangedAt version';

/** A lead or a contact that a campaign is for: once in each (modules.md 6). `campaignMembers(crm).list()` and what else there is. */
export const campaignMembers = /* @__PURE__ */ record('CampaignMember', 'campaignMember', 'campaignMembers', campaignMemberFields) as (crm: Crm) => CampaignMembers;


type Names1 = 'campaignId' | 'contactId' | 'createdById' | 'leadId' | 'memberStatus' | 'modifiedById' | 'version';

type Names2 = 'createdAt' | 'deletedAt' | 'modifiedAt' | 'statusChangedAt';

/** A lead or a contact that a campaign is for: once in each (modules.md 6). */
export interface CampaignMember {
  /** The id of `campaign`, without reading it. */
  readonly campaignId: string | null;
  /** The id of `contact`, without reading it. */
  readonly contactId: string | null;
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** The id of `lead`, without reading it. */
  readonly leadId: string | null;
  /** How far the campaign has come with the person. */
  readonly memberStatus: CampaignMemberStatus | null;
  /** The label of `memberStatus` in the reader's language. */
  readonly memberStatusLabel: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** When the status last changed. */
  readonly statusChangedAt: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface CampaignMemberShape {
  readonly fields: CampaignMember;
  readonly links: {
    readonly campaign: CampaignShape | null;
    readonly contact: ContactShape | null;
    readonly createdBy: UserShape | null;
    readonly lead: LeadShape | null;
    readonly modifiedBy: UserShape | null;
  };
}

export interface CampaignMemberAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: CampaignMemberAvgShape;
    readonly countDistinct: CampaignMemberCountDistinctShape;
    readonly max: CampaignMemberMaxShape;
    readonly min: CampaignMemberMinShape;
    readonly sum: CampaignMemberSumShape;
  };
}

export interface CampaignMemberAvgShape {
  readonly fields: { readonly version: string | null; };
  readonly links: {};
}

export interface CampaignMemberConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: CampaignMemberAggregateShape;
    readonly edges: readonly CampaignMemberEdgeShape[];
    readonly groups: readonly ((CampaignMemberGroupShape & { readonly args: CampaignMemberGroupsArgs }))[];
    readonly nodes: readonly CampaignMemberShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface CampaignMemberListArgs extends ListArguments { readonly filter?: CampaignMemberFilter | null; readonly orderBy?: readonly CampaignMemberOrder[] | null; }
export interface CampaignMemberGroupsArgs { readonly by: readonly CampaignMemberGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: CampaignMemberGroupHaving | null; readonly orderBy?: readonly CampaignMemberGroupOrder[] | null; }

export interface CampaignMemberCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

/** A new campaignMember. */
export interface CampaignMemberCreateInput {
  /** The campaign. The id of a campaign. */
  readonly campaignId: string;
  /** The contact; a member is either a lead or a contact. The id of a contact. */
  readonly contactId?: string | null;
  /** The lead; a member is either a lead or a contact. The id of a lead. */
  readonly leadId?: string | null;
  /** How far the campaign has come with the person. Default: PLANNED. */
  readonly memberStatus?: CampaignMemberStatus | null;
}

export interface CampaignMemberEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: CampaignMemberShape | null;
  };
}

/** Conditions on campaignMembers; all given ones must hold. */
export interface CampaignMemberFilter extends Partial<Alike<'campaignId' | 'contactId' | 'id' | 'leadId', IDFilter | null>>, Partial<Alike<Names2, DateTimeFilter | null>> {
  readonly and?: readonly CampaignMemberFilter[] | null;
  readonly campaign?: CampaignFilter | null;
  readonly contact?: ContactFilter | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly lead?: LeadFilter | null;
  readonly memberStatus?: CampaignMemberStatusFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly not?: CampaignMemberFilter | null;
  readonly or?: readonly CampaignMemberFilter[] | null;
  readonly version?: IntFilter | null;
}

export interface CampaignMemberGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: CampaignMemberAggregateShape;
    readonly key: CampaignMemberGroupKeyShape;
  };
}

/** One thing that campaignMembers are grouped by. */
export interface CampaignMemberGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: CampaignMemberGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface CampaignMemberGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface CampaignMemberGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What campaignMembers can be grouped by. */
export type CampaignMemberGroupField = 'CAMPAIGN' | 'CONTACT' | 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'LEAD' | 'MEMBER_STATUS' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'STATUS_CHANGED_AT' | 'VERSION';

/** Conditions on the figures of groups of campaignMembers; all given ones must hold. */
export interface CampaignMemberGroupHaving {
  readonly and?: readonly CampaignMemberGroupHaving[] | null;
  readonly avg?: CampaignMemberGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: CampaignMemberGroupCountHaving | null;
  readonly max?: CampaignMemberGroupRangeHaving | null;
  readonly min?: CampaignMemberGroupRangeHaving | null;
  readonly not?: CampaignMemberGroupHaving | null;
  readonly or?: readonly CampaignMemberGroupHaving[] | null;
  readonly sum?: CampaignMemberGroupNumberHaving | null;
}

export interface CampaignMemberGroupKeyShape {
  readonly fields: Alike<'campaignId' | 'contactId' | 'createdAt' | 'createdById' | 'deletedAt' | 'leadId' | 'memberStatusLabel' | 'modifiedAt' | 'modifiedById' | 'statusChangedAt', string | null> & { readonly memberStatus: CampaignMemberStatus | null; readonly version: number | null; };
  readonly links: {
    readonly campaign: CampaignShape | null;
    readonly contact: ContactShape | null;
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly lead: LeadShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly statusChangedAtPeriod: GroupPeriodShape | null;
  };
}

/** By one of the keys of groups of campaignMembers: exactly one of those they are grouped by. */
export interface CampaignMemberGroupKeyOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'memberStatus' | 'modifiedAt' | 'statusChangedAt' | 'version', SortOrder | null>> {
  readonly campaign?: CampaignOrder | null;
  readonly contact?: ContactOrder | null;
  readonly createdBy?: UserOrder | null;
  readonly lead?: LeadOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface CampaignMemberGroupNumberHaving {
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface CampaignMemberGroupNumberOrder {
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of campaignMembers: exactly one figure or key. */
export interface CampaignMemberGroupOrder {
  readonly avg?: CampaignMemberGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: CampaignMemberGroupCountOrder | null;
  readonly key?: CampaignMemberGroupKeyOrder | null;
  readonly max?: CampaignMemberGroupRangeOrder | null;
  readonly min?: CampaignMemberGroupRangeOrder | null;
  readonly sum?: CampaignMemberGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface CampaignMemberGroupRangeHaving extends Partial<Alike<Names2, DateTimeFilter | null>> {
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface CampaignMemberGroupRangeOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'statusChangedAt' | 'version', SortOrder | null>> {
}

/** Conditions on a list of campaignMembers. */
export type CampaignMemberListFilter = Quantified<CampaignMemberFilter>;

export interface CampaignMemberMaxShape {
  readonly fields: Alike<Names2, string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type CampaignMemberMinShape = CampaignMemberMaxShape;

/** A new campaignMember of the campaign in whose input it stands. Lists of its own are edited in a call of their own. */
export interface CampaignMemberOfCampaignCreateInput {
  /** The contact; a member is either a lead or a contact. The id of a contact. */
  readonly contactId?: string | null;
  /** The lead; a member is either a lead or a contact. The id of a lead. */
  readonly leadId?: string | null;
  /** How far the campaign has come with the person. Default: PLANNED. */
  readonly memberStatus?: CampaignMemberStatus | null;
}

/** Changes of a campaignMember of the campaign in whose input they stand: a field that is absent stays, null clears it. */
export interface CampaignMemberOfCampaignUpdateInput extends Omit<CampaignMemberOfCampaignCreateInput, 'contactId' | 'leadId' | 'memberStatus'> {
  /** How far the campaign has come with the person. */
  readonly memberStatus?: CampaignMemberStatus | null;
}

/** One campaignMember to change. */
export interface CampaignMemberOfCampaignUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  readonly expectedVersion?: number | null;
  /** The campaignMember. */
  readonly id: string;
  /** The changes. */
  readonly input: CampaignMemberOfCampaignUpdateInput;
}

/** One term of an order of campaignMembers: exactly one field. */
export interface CampaignMemberOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'id' | 'memberStatus' | 'modifiedAt' | 'statusChangedAt' | 'version', SortOrder | null>> {
  readonly campaign?: CampaignOrder | null;
  readonly contact?: ContactOrder | null;
  readonly createdBy?: UserOrder | null;
  readonly lead?: LeadOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

/** One campaignMember, perhaps at a known version. */
export interface CampaignMemberReference {
  /** Refuse with CONFLICT unless the record still has this version. */
  readonly expectedVersion?: number | null;
  /** The campaignMember. */
  readonly id: string;
}

/** How far a campaign has come with somebody. The key of a value; the organisation may change the list. Standard: PLANNED, INVITED, SENT, RECEIVED, OPENED, RESPONDED, BOUNCED, OPTED_OUT. */
export type CampaignMemberStatus = 'PLANNED' | 'INVITED' | 'SENT' | 'RECEIVED' | 'OPENED' | 'RESPONDED' | 'BOUNCED' | 'OPTED_OUT' | (string & {});

/** Conditions on one CampaignMemberStatus value; all given ones must hold. */
export interface CampaignMemberStatusFilter {
  readonly eq?: CampaignMemberStatus | null;
  readonly in?: readonly CampaignMemberStatus[] | null;
  readonly isNull?: boolean | null;
  readonly labelContains?: string | null;
  readonly notEq?: CampaignMemberStatus | null;
  readonly notIn?: readonly CampaignMemberStatus[] | null;
}

export type CampaignMemberSumShape = CampaignMemberAvgShape;

/** Changes of a campaignMember: a field that is absent stays, null clears it. */
export interface CampaignMemberUpdateInput extends Omit<CampaignMemberCreateInput, 'campaignId' | 'contactId' | 'leadId' | 'memberStatus'> {
  /** How far the campaign has come with the person. */
  readonly memberStatus?: CampaignMemberStatus | null;
}
