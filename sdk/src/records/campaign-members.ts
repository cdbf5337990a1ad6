// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, Lists, OrderById, OrderOf } from '../list-types.js';
import type { LabelledEquality, Quantified, ReferenceShape, Takes } from '../shape.js';
import type { CampaignLists, CampaignShape } from './campaigns.js';
import type { LeadOrContactFilter, LeadOrContactTypes } from './leads.js';
import type { CrmRecordShape } from './shared.js';
import type { UserShape } from './users.js';

type Types = TypesOf<CampaignMemberLists>;

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
  readonly person: ReferenceShape<CrmRecordShape, LeadOrContactTypes> | null;
}

/** `CampaignMember` in lists. */
export interface CampaignMemberLists extends Lists<CampaignMemberShape, CampaignMemberFilter, CampaignMemberOrder, CampaignMemberGroupField> {
  readonly moment: 'statusChangedAt';
  readonly picklists: { readonly memberStatus: CampaignMemberStatusFilter; };
  readonly lookups: { readonly campaign: CampaignLists; };
  readonly references: { readonly person: LeadOrContactFilter; };
}
export type CampaignMemberListArgs = ListArgs<CampaignMemberLists>;
export type CampaignMemberGroupsArgs = GroupsArgs<CampaignMemberLists>;

/** A new campaignMember. */
export interface CampaignMemberCreateInput {
  /** The campaign. The id of a campaign. */
  campaignId: string;
  /** How far the campaign has come with the person. Default: PLANNED. */
  memberStatus?: CampaignMemberStatus | null | undefined;
  /** The lead or contact. The id of a lead or a contact. */
  personId: string;
}

/** Conditions on campaignMembers; all given ones must hold. */
export interface CampaignMemberFilter extends FilterOf<CampaignMemberLists>, Combined<CampaignMemberFilter> {}

export type CampaignMemberGroupBy = GroupBy<CampaignMemberLists>;

/** What campaignMembers can be grouped by. */
export type CampaignMemberGroupField = CommonGroupField | 'CAMPAIGN' | 'MEMBER_STATUS' | 'PERSON' | 'STATUS_CHANGED_AT';

export type CampaignMemberGroupHaving = GroupHaving<CampaignMemberLists>;

export type CampaignMemberGroupOrder = GroupOrder<CampaignMemberLists>;

export type CampaignMemberListFilter = Quantified<CampaignMemberFilter>;

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
export interface CampaignMemberOrder extends OrderOf<CampaignMemberLists>, OrderById {}

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

/** Changes of a campaignMember: a field that is absent stays, null clears it. */
export interface CampaignMemberUpdateInput extends Takes<CampaignMember, 'memberStatus', CampaignMemberStatus> {}
