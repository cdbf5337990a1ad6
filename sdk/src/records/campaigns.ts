// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, WritesAndUpserts } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { LabelledEquality, Needs, Quantified, Takes, UpsertBy } from '../shape.js';
import type { CampaignMemberLists } from './campaign-members.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { DealLists } from './deals.js';
import type { LeadLists } from './leads.js';
import type { CrmRecord, ExternalIdsFilter, MembersOfCampaignInput, NewMembersOfCampaignInput } from './shared.js';
import type { UserLists, UserShape } from './users.js';

type Types = TypesOf<CampaignLists>;

/** What can be done with campaigns. */
export interface Campaigns extends Reads<Types>, WritesAndUpserts<Types, CampaignCreateInput, CampaignUpdateInput, CampaignUpsertBy> {}

/** Selected unless said otherwise. */
const campaignFields = 'actualCost actualCostInBaseCurrency budgetedCost budgetedCostInBaseCurrency campaignName createdAt createdById currency deletedAt description displayName endDate exchangeRate expectedResponse expectedRevenue expectedRevenueInBaseCurrency externalIds figures{actualCost actualRevenue budgetedCost contacts convertedLeads costPerLead costPerResponse costVariance deals expectedRevenue expectedRoiPercent leads numSent openDealsAmount respondedMembers responseRate roiPercent totalMembers} figuresInHierarchy{actualCost actualRevenue budgetedCost contacts convertedLeads costPerLead costPerResponse costVariance deals expectedRevenue expectedRoiPercent leads numSent openDealsAmount respondedMembers responseRate roiPercent totalMembers} id modifiedAt modifiedById numSent ownerId parentCampaignId startDate status statusLabel type typeLabel version';

/** Something that we do to win customers, with its cost and what it brings (modules.md 6). `campaigns(crm).list()` and what else there is. */
export const campaigns = /* @__PURE__ */ record('Campaign', 'campaign', 'campaigns', campaignFields) as (crm: Crm) => Campaigns;


/** Something that we do to win customers, with its cost and what it brings (modules.md 6). */
export interface Campaign extends CrmRecord {
  /** What it has cost. */
  readonly actualCost: string | null;
  /** `actualCost` in the organisation's base currency, at the record's exchange rate. */
  readonly actualCostInBaseCurrency: string | null;
  /** What it may cost. */
  readonly budgetedCost: string | null;
  /** `budgetedCost` in the organisation's base currency, at the record's exchange rate. */
  readonly budgetedCostInBaseCurrency: string | null;
  /** What it is called. At most 255 characters. */
  readonly campaignName: string | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description: string | null;
  /** When it ends. */
  readonly endDate: string | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate: string | null;
  /** How many of those it is sent to are to answer, in percent. */
  readonly expectedResponse: number | null;
  /** What it is to bring. */
  readonly expectedRevenue: string | null;
  /** `expectedRevenue` in the organisation's base currency, at the record's exchange rate. */
  readonly expectedRevenueInBaseCurrency: string | null;
  /** What it brings and costs, without the campaigns that are part of it. */
  readonly figures: CampaignFigures | null;
  /** What it brings and costs together with the campaigns that are part of it, and of those. */
  readonly figuresInHierarchy: CampaignFigures | null;
  /** How many it was sent to. */
  readonly numSent: number | null;
  /** The id of `parentCampaign`, without reading it. */
  readonly parentCampaignId: string | null;
  /** When it begins. */
  readonly startDate: string | null;
  /** Where it stands. */
  readonly status: CampaignStatus | null;
  /** The label of `status` in the reader's language. */
  readonly statusLabel: string | null;
  /** What kind of campaign it is. */
  readonly type: CampaignType | null;
  /** The label of `type` in the reader's language. */
  readonly typeLabel: string | null;
}
export interface CampaignShape {
  readonly fields: Omit<Campaign, 'figures' | 'figuresInHierarchy'>;
  readonly links: CampaignShapeLinks;
}
export interface CampaignShapeLinks {
  /** The campaigns that are part of it. */
  readonly childCampaigns: ListOf<CampaignLists> | null;
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** The deals that came from it. */
  readonly deals: ListOf<DealLists> | null;
  /** What it brings and costs, without the campaigns that are part of it. */
  readonly figures: CampaignFiguresShape | null;
  /** What it brings and costs together with the campaigns that are part of it, and of those. */
  readonly figuresInHierarchy: CampaignFiguresShape | null;
  /** Whom the campaign is for. */
  readonly members: ListOf<CampaignMemberLists> | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** Who is responsible for the record. Default: whoever makes it. */
  readonly owner: UserShape | null;
  /** The campaign that it is part of. */
  readonly parentCampaign: CampaignShape | null;
  /** The leads that came from it. */
  readonly sourcedLeads: ListOf<LeadLists> | null;
}

/** `Campaign` in lists. */
export interface CampaignLists extends Lists<CampaignShape, CampaignFilter, CampaignOrder, CampaignGroupField> {
  readonly text: 'campaignName';
  readonly longText: 'description';
  readonly day: 'endDate' | 'startDate';
  readonly whole: 'expectedResponse' | 'numSent';
  readonly decimal: 'exchangeRate';
  readonly money: 'actualCost' | 'budgetedCost' | 'expectedRevenue';
  readonly codes: { readonly currency: CurrencyCodeFilter; };
  readonly picklists: { readonly status: CampaignStatusFilter; readonly type: CampaignTypeFilter; };
  readonly lookups: { readonly owner: UserLists; readonly parentCampaign: CampaignLists; };
  readonly lists: { readonly childCampaigns: CampaignLists; readonly deals: DealLists; readonly members: CampaignMemberLists; readonly sourcedLeads: LeadLists; };
}
export type CampaignListArgs = ListArgs<CampaignLists>;
export type CampaignGroupsArgs = GroupsArgs<CampaignLists>;

/** A new campaign. */
export interface CampaignCreateInput extends Takes<Campaign, 'actualCost' | 'budgetedCost' | 'exchangeRate' | 'expectedRevenue', string | number>, Needs<Campaign, 'campaignName', string>, Takes<Campaign, 'currency' | 'description' | 'endDate' | 'startDate', string>, Takes<Campaign, 'expectedResponse' | 'numSent', number>, Takes<Campaign, 'externalIds', Readonly<Record<string, string | null>>>, Takes<Campaign, 'status', CampaignStatus>, Takes<Campaign, 'type', CampaignType> {
  /** Whom the campaign is for. Made together with the campaign, or not at all. */
  members?: NewMembersOfCampaignInput | null | undefined;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  ownerId?: string | null | undefined;
  /** The campaign that it is part of. The id of a campaign. */
  parentCampaignId?: string | null | undefined;
}

/** Figures that are counted when they are asked for; money in base currency. */
export interface CampaignFigures {
  /** What it has cost. */
  readonly actualCost: string | null;
  /** What the won ones among them bring. */
  readonly actualRevenue: string | null;
  /** What it may cost. */
  readonly budgetedCost: string | null;
  /** How many of them are contacts. */
  readonly contacts: number | null;
  /** How many of the leads have been converted. */
  readonly convertedLeads: number | null;
  /** What each lead has cost. */
  readonly costPerLead: string | null;
  /** What each response has cost. */
  readonly costPerResponse: string | null;
  /** What it has cost beyond its budget. */
  readonly costVariance: string | null;
  /** How many deals came from it. */
  readonly deals: number | null;
  /** What it is to bring. */
  readonly expectedRevenue: string | null;
  /** What it is to bring beyond its budget, in percent of that. */
  readonly expectedRoiPercent: string | null;
  /** How many of them are leads. */
  readonly leads: number | null;
  /** How many it was sent to. */
  readonly numSent: string | null;
  /** What the open ones among them would bring. */
  readonly openDealsAmount: string | null;
  /** How many of them have a status of the category RESPONDED. */
  readonly respondedMembers: number | null;
  /** How many have responded, in percent of those it was sent to; of a campaign that does not say how many, of its members. */
  readonly responseRate: string | null;
  /** What it has brought beyond its cost, in percent of that; null while it has cost nothing. */
  readonly roiPercent: string | null;
  /** How many take part. */
  readonly totalMembers: number | null;
}
export interface CampaignFiguresShape {
  readonly fields: CampaignFigures;
  readonly links: object;
}

/** Conditions on campaigns; all given ones must hold. */
export interface CampaignFilter extends FilterOf<CampaignLists>, Combined<CampaignFilter> {
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  externalIds?: ExternalIdsFilter | null | undefined;
}

export type CampaignGroupBy = GroupBy<CampaignLists>;

/** What campaigns can be grouped by. */
export type CampaignGroupField = CommonGroupField | CampaignKeyField | 'CURRENCY' | 'END_DATE' | 'OWNER' | 'PARENT_CAMPAIGN' | 'START_DATE' | 'STATUS' | 'TYPE';

export type CampaignGroupHaving = GroupHaving<CampaignLists>;

export type CampaignGroupOrder = GroupOrder<CampaignLists>;

/** What campaigns can be looked for by: campaignName, and what the organisation has made unique. */
export type CampaignKeyField = 'CAMPAIGN_NAME' | 'EXPECTED_RESPONSE' | 'NUM_SENT';

export type CampaignListFilter = Quantified<CampaignFilter>;

/** One term of an order of campaigns: exactly one field. */
export interface CampaignOrder extends OrderOf<CampaignLists>, OrderById {}

/** Where the campaign stands. The key of a value; the organisation may change the list. Standard: PLANNING, ACTIVE, INACTIVE, COMPLETE. */
export type CampaignStatus = 'PLANNING' | 'ACTIVE' | 'INACTIVE' | 'COMPLETE' | (string & {});

export type CampaignStatusFilter = LabelledEquality<CampaignStatus>;

/** What kind of campaign it is. The key of a value; the organisation may change the list. Standard: CONFERENCE, WEBINAR, TRADE_SHOW, PUBLIC_RELATIONS, PARTNERS, REFERRAL_PROGRAM, ADVERTISEMENT, BANNER_ADS, DIRECT_MAIL, EMAIL, TELEMARKETING, OTHERS. */
export type CampaignType = 'CONFERENCE' | 'WEBINAR' | 'TRADE_SHOW' | 'PUBLIC_RELATIONS' | 'PARTNERS' | 'REFERRAL_PROGRAM' | 'ADVERTISEMENT' | 'BANNER_ADS' | 'DIRECT_MAIL' | 'EMAIL' | 'TELEMARKETING' | 'OTHERS' | (string & {});

export type CampaignTypeFilter = LabelledEquality<CampaignType>;

/** Changes of a campaign: a field that is absent stays, null clears it. */
export interface CampaignUpdateInput extends Omit<CampaignCreateInput, 'campaignName' | 'members'>, Takes<Campaign, 'campaignName', string> {
  /** Whom the campaign is for. Changed together with the campaign, or not at all; the version of the campaign rises only with its own fields. */
  members?: MembersOfCampaignInput | null | undefined;
}

export type CampaignUpsertBy = UpsertBy<CampaignKeyField>;
