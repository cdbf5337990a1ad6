// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Clones, Upserts, UpsertsMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { CampaignMemberConnectionShape, CampaignMemberListArgs, CampaignMemberListFilter } from './campaign-members.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { DealConnectionShape, DealListArgs, DealListFilter } from './deals.js';
import type { LeadConnectionShape, LeadListArgs, LeadListFilter } from './leads.js';
import type { CrmRecord, DateBucket, DateFilter, DateTimeFilter, DecimalFilter, ExternalIdsFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, MembersOfCampaignInput, NewMembersOfCampaignInput, PageInfo, PageInfoShape, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: CampaignShape;
  readonly list: CampaignListArgs;
  readonly aggregate: CampaignAggregateShape;
  readonly group: CampaignGroupShape;
  readonly groups: CampaignGroupsArgs;
}

/** What can be done with campaigns. */
export interface Campaigns extends Reads<Types>, Creates<Types, CampaignCreateInput>, CreatesMany<Types, CampaignCreateInput>, Updates<Types, CampaignUpdateInput>, UpdatesMany<Types, CampaignUpdateInput>, Clones<Types, CampaignUpdateInput>, Upserts<Types, CampaignUpsertBy, CampaignUpdateInput>, UpsertsMany<Types, CampaignUpsertBy, CampaignUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const campaignFields = 'actualCost actualCostInBaseCurrency budgetedCost budgetedCostInBaseCurrency campaignName createdAt createdById currency deletedAt description displayName endDate exchangeRate expectedResponse expectedRevenue expectedRevenueInBaseCurrency externalIds figures{actualCost actualRevenue budgetedCost contacts convertedLeads costPerLead costPerResponse costVariance deals expectedRevenue expectedRoiPercent leads numSent openDealsAmount respondedMembers responseRate roiPercent totalMembers} figuresInHierarchy{actualCost actualRevenue budgetedCost contacts convertedLeads costPerLead costPerResponse costVariance deals expectedRevenue expectedRoiPercent leads numSent openDealsAmount respondedMembers responseRate roiPercent totalMembers} id modifiedAt modifiedById numSent ownerId parentCampaignId startDate status statusLabel type typeLabel version';

/** Something that we do to win customers, with its cost and what it brings (modules.md 6). `campaigns(crm).list()` and what else there is. */
export const campaigns = /* @__PURE__ */ record('Campaign', 'campaign', 'campaigns', campaignFields) as (crm: Crm) => Campaigns;


type Names1 = 'actualCost' | 'budgetedCost' | 'exchangeRate' | 'expectedResponse' | 'expectedRevenue' | 'numSent' | 'version';

type Names2 = 'actualCost' | 'budgetedCost' | 'campaignName' | 'createdById' | 'currency' | 'endDate' | 'exchangeRate' | 'expectedResponse' | 'expectedRevenue' | 'modifiedById' | 'numSent' | 'ownerId' | 'parentCampaignId' | 'startDate' | 'status' | 'type' | 'version';

type Names3 = 'actualCost' | 'budgetedCost' | 'exchangeRate' | 'expectedRevenue';

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
  /** What it is called. */
  readonly campaignName: string | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency: string | null;
  /** Anything worth knowing. */
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
  readonly links: {
    readonly childCampaigns: (CampaignConnectionShape & { readonly args: CampaignListArgs }) | null;
    readonly createdBy: UserShape | null;
    readonly deals: (DealConnectionShape & { readonly args: DealListArgs }) | null;
    readonly figures: CampaignFiguresShape | null;
    readonly figuresInHierarchy: CampaignFiguresShape | null;
    readonly leads: (LeadConnectionShape & { readonly args: LeadListArgs }) | null;
    readonly members: (CampaignMemberConnectionShape & { readonly args: CampaignMemberListArgs }) | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly parentCampaign: CampaignShape | null;
  };
}

export interface CampaignAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: CampaignAvgShape;
    readonly countDistinct: CampaignCountDistinctShape;
    readonly max: CampaignMaxShape;
    readonly min: CampaignMinShape;
    readonly sum: CampaignSumShape;
  };
}

export interface CampaignAvgShape {
  readonly fields: Alike<Names1, string | null>;
  readonly links: {};
}

export interface CampaignConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: CampaignAggregateShape;
    readonly edges: readonly CampaignEdgeShape[];
    readonly groups: readonly ((CampaignGroupShape & { readonly args: CampaignGroupsArgs }))[];
    readonly nodes: readonly CampaignShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface CampaignListArgs extends ListArguments { readonly filter?: CampaignFilter | null; readonly orderBy?: readonly CampaignOrder[] | null; }
export interface CampaignGroupsArgs { readonly by: readonly CampaignGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: CampaignGroupHaving | null; readonly orderBy?: readonly CampaignGroupOrder[] | null; }

export interface CampaignCountDistinctShape {
  readonly fields: Alike<Names2, number | null>;
  readonly links: {};
}

/** A new campaign. */
export interface CampaignCreateInput {
  /** What it has cost. */
  readonly actualCost?: string | number | null;
  /** What it may cost. */
  readonly budgetedCost?: string | number | null;
  /** What it is called. At most 255 characters. */
  readonly campaignName: string;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency?: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description?: string | null;
  /** When it ends. */
  readonly endDate?: string | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate?: string | number | null;
  /** How many of those it is sent to are to answer, in percent. */
  readonly expectedResponse?: number | null;
  /** What it is to bring. */
  readonly expectedRevenue?: string | number | null;
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  readonly externalIds?: Readonly<Record<string, string | null>> | null;
  /** Whom the campaign is for. Made together with the campaign, or not at all. */
  readonly members?: NewMembersOfCampaignInput | null;
  /** How many it was sent to. */
  readonly numSent?: number | null;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  readonly ownerId?: string | null;
  /** The campaign that it is part of. The id of a campaign. */
  readonly parentCampaignId?: string | null;
  /** When it begins. */
  readonly startDate?: string | null;
  /** Where it stands. */
  readonly status?: CampaignStatus | null;
  /** What kind of campaign it is. */
  readonly type?: CampaignType | null;
}

export interface CampaignEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: CampaignShape | null;
  };
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
  /** How many have responded, in percent of those it was sent to; of its members, where that is not known. */
  readonly responseRate: string | null;
  /** What it has brought beyond its cost, in percent of that; null while it has cost nothing. */
  readonly roiPercent: string | null;
  /** How many take part. */
  readonly totalMembers: number | null;
}
export interface CampaignFiguresShape {
  readonly fields: CampaignFigures;
  readonly links: {};
}

/** Conditions on campaigns; all given ones must hold. */
export interface CampaignFilter extends Partial<Alike<Names3, DecimalFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserFilter | null>>, Partial<Alike<'createdById' | 'modifiedById' | 'ownerId', UserIDFilter | null>>, Partial<Alike<'expectedResponse' | 'numSent' | 'version', IntFilter | null>> {
  readonly and?: readonly CampaignFilter[] | null;
  readonly campaignName?: StringFilter | null;
  readonly childCampaigns?: CampaignListFilter | null;
  readonly currency?: CurrencyCodeFilter | null;
  readonly deals?: DealListFilter | null;
  readonly description?: StringFilter | null;
  readonly endDate?: DateFilter | null;
  readonly externalIds?: ExternalIdsFilter | null;
  readonly id?: IDFilter | null;
  readonly leads?: LeadListFilter | null;
  readonly members?: CampaignMemberListFilter | null;
  readonly not?: CampaignFilter | null;
  readonly or?: readonly CampaignFilter[] | null;
  readonly parentCampaign?: CampaignFilter | null;
  readonly parentCampaignId?: IDFilter | null;
  readonly startDate?: DateFilter | null;
  readonly status?: CampaignStatusFilter | null;
  readonly type?: CampaignTypeFilter | null;
}

export interface CampaignGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: CampaignAggregateShape;
    readonly inOwnCurrency: CampaignMoneyAggregateShape;
    readonly key: CampaignGroupKeyShape;
  };
}

/** One thing that campaigns are grouped by. */
export interface CampaignGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: CampaignGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface CampaignGroupCountHaving extends Partial<Alike<Names2, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface CampaignGroupCountOrder extends Partial<Alike<Names2, SortOrder | null>> {
}

/** What campaigns can be grouped by. */
export type CampaignGroupField = 'CAMPAIGN_NAME' | 'CREATED_AT' | 'CREATED_BY' | 'CURRENCY' | 'DELETED_AT' | 'END_DATE' | 'EXPECTED_RESPONSE' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'NUM_SENT' | 'OWNER' | 'PARENT_CAMPAIGN' | 'START_DATE' | 'STATUS' | 'TYPE' | 'VERSION';

/** Conditions on the figures of groups of campaigns; all given ones must hold. */
export interface CampaignGroupHaving {
  readonly and?: readonly CampaignGroupHaving[] | null;
  readonly avg?: CampaignGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: CampaignGroupCountHaving | null;
  readonly max?: CampaignGroupRangeHaving | null;
  readonly min?: CampaignGroupRangeHaving | null;
  readonly not?: CampaignGroupHaving | null;
  readonly or?: readonly CampaignGroupHaving[] | null;
  readonly sum?: CampaignGroupNumberHaving | null;
}

export interface CampaignGroupKeyShape {
  readonly fields: Alike<'campaignName' | 'createdAt' | 'createdById' | 'currency' | 'deletedAt' | 'endDate' | 'modifiedAt' | 'modifiedById' | 'ownerId' | 'parentCampaignId' | 'startDate' | 'statusLabel' | 'typeLabel', string | null> & Alike<'expectedResponse' | 'numSent' | 'version', number | null> & { readonly status: CampaignStatus | null; readonly type: CampaignType | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly endDatePeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly parentCampaign: CampaignShape | null;
    readonly startDatePeriod: GroupPeriodShape | null;
  };
}

/** By one of the keys of groups of campaigns: exactly one of those they are grouped by. */
export interface CampaignGroupKeyOrder extends Partial<Alike<'campaignName' | 'createdAt' | 'currency' | 'deletedAt' | 'endDate' | 'expectedResponse' | 'modifiedAt' | 'numSent' | 'startDate' | 'status' | 'type' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly parentCampaign?: CampaignOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface CampaignGroupNumberHaving extends Partial<Alike<Names1, DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface CampaignGroupNumberOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** One term of an order of groups of campaigns: exactly one figure or key. */
export interface CampaignGroupOrder {
  readonly avg?: CampaignGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: CampaignGroupCountOrder | null;
  readonly key?: CampaignGroupKeyOrder | null;
  readonly max?: CampaignGroupRangeOrder | null;
  readonly min?: CampaignGroupRangeOrder | null;
  readonly sum?: CampaignGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface CampaignGroupRangeHaving extends Partial<Alike<Names3, DecimalFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'expectedResponse' | 'numSent' | 'version', IntFilter | null>> {
  readonly campaignName?: StringFilter | null;
  readonly endDate?: DateFilter | null;
  readonly startDate?: DateFilter | null;
}

/** By an extreme value: exactly one field. */
export interface CampaignGroupRangeOrder extends Partial<Alike<'actualCost' | 'budgetedCost' | 'campaignName' | 'createdAt' | 'deletedAt' | 'endDate' | 'exchangeRate' | 'expectedResponse' | 'expectedRevenue' | 'modifiedAt' | 'numSent' | 'startDate' | 'version', SortOrder | null>> {
}

/** What campaigns can be looked for by: campaignName, and what the organisation has made unique. */
export type CampaignKeyField = 'CAMPAIGN_NAME' | 'EXPECTED_RESPONSE' | 'NUM_SENT';

/** Conditions on a list of campaigns. */
export type CampaignListFilter = Quantified<CampaignFilter>;

export interface CampaignMaxShape {
  readonly fields: Alike<'actualCost' | 'budgetedCost' | 'campaignName' | 'createdAt' | 'deletedAt' | 'endDate' | 'exchangeRate' | 'expectedRevenue' | 'modifiedAt' | 'startDate', string | null> & Alike<'expectedResponse' | 'numSent' | 'version', number | null>;
  readonly links: {};
}

export type CampaignMinShape = CampaignMaxShape;

export interface CampaignMoneyAggregateShape {
  readonly fields: {  };
  readonly links: {
    readonly avg: CampaignMoneyFiguresShape;
    readonly max: CampaignMoneyFiguresShape;
    readonly min: CampaignMoneyFiguresShape;
    readonly sum: CampaignMoneyFiguresShape;
  };
}

export interface CampaignMoneyFiguresShape {
  readonly fields: Alike<'actualCost' | 'budgetedCost' | 'expectedRevenue', string | null>;
  readonly links: {};
}

/** One term of an order of campaigns: exactly one field. */
export interface CampaignOrder extends Partial<Alike<'actualCost' | 'budgetedCost' | 'campaignName' | 'createdAt' | 'currency' | 'deletedAt' | 'endDate' | 'exchangeRate' | 'expectedResponse' | 'expectedRevenue' | 'id' | 'modifiedAt' | 'numSent' | 'startDate' | 'status' | 'type' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly parentCampaign?: CampaignOrder | null;
}

/** Where the campaign stands. The key of a value; the organisation may change the list. Standard: PLANNING, ACTIVE, INACTIVE, COMPLETE. */
export type CampaignStatus = 'PLANNING' | 'ACTIVE' | 'INACTIVE' | 'COMPLETE' | (string & {});

/** Conditions on one CampaignStatus value; all given ones must hold. */
export interface CampaignStatusFilter {
  readonly eq?: CampaignStatus | null;
  readonly in?: readonly CampaignStatus[] | null;
  readonly isNull?: boolean | null;
  readonly labelContains?: string | null;
  readonly notEq?: CampaignStatus | null;
  readonly notIn?: readonly CampaignStatus[] | null;
}

export type CampaignSumShape = CampaignAvgShape;

/** What kind of campaign it is. The key of a value; the organisation may change the list. Standard: CONFERENCE, WEBINAR, TRADE_SHOW, PUBLIC_RELATIONS, PARTNERS, REFERRAL_PROGRAM, ADVERTISEMENT, BANNER_ADS, DIRECT_MAIL, EMAIL, TELEMARKETING, OTHERS. */
export type CampaignType = 'CONFERENCE' | 'WEBINAR' | 'TRADE_SHOW' | 'PUBLIC_RELATIONS' | 'PARTNERS' | 'REFERRAL_PROGRAM' | 'ADVERTISEMENT' | 'BANNER_ADS' | 'DIRECT_MAIL' | 'EMAIL' | 'TELEMARKETING' | 'OTHERS' | (string & {});

/** Conditions on one CampaignType value; all given ones must hold. */
export interface CampaignTypeFilter {
  readonly eq?: CampaignType | null;
  readonly in?: readonly CampaignType[] | null;
  readonly isNull?: boolean | null;
  readonly labelContains?: string | null;
  readonly notEq?: CampaignType | null;
  readonly notIn?: readonly CampaignType[] | null;
}

/** Changes of a campaign: a field that is absent stays, null clears it. */
export interface CampaignUpdateInput extends Omit<CampaignCreateInput, 'campaignName' | 'members'> {
  /** What it is called. At most 255 characters. */
  readonly campaignName?: string | null;
  /** Whom the campaign is for. Changed together with the campaign, or not at all; the version of the campaign rises only with its own fields. */
  readonly members?: MembersOfCampaignInput | null;
}

/** What a campaign is looked for by: exactly one of these. */
export interface CampaignUpsertBy {
  /** The key of this source, in `externalIds` of the input. */
  readonly externalId?: string | null;
  /** This field: one that is unique, or the one that tells duplicates. */
  readonly field?: CampaignKeyField | null;
}
