// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Clones, Upserts, UpsertsMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { AccountFilter, AccountOrder, AccountShape } from './accounts.js';
import type { CampaignMemberConnectionShape, CampaignMemberListArgs, CampaignMemberListFilter } from './campaign-members.js';
import type { CampaignFilter, CampaignOrder, CampaignShape } from './campaigns.js';
import type { ContactFilter, ContactOrder, ContactShape } from './contacts.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { DealFilter, DealOrder, DealShape } from './deals.js';
import type { ProductLinkConnectionShape, ProductLinkListArgs, ProductLinkListFilter } from './product-links.js';
import type { BooleanFilter, CrmRecord, DateBucket, DateTimeFilter, DecimalFilter, ExternalIdsFilter, GroupPeriod, GroupPeriodShape, IDFilter, Industry, IndustryFilter, IntFilter, PageInfo, PageInfoShape, Rating, RatingFilter, Salutation, SalutationFilter, SortOrder, StringFilter, UnsubscribedMode, UnsubscribedModeFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: LeadShape;
  readonly list: LeadListArgs;
  readonly aggregate: LeadAggregateShape;
  readonly group: LeadGroupShape;
  readonly groups: LeadGroupsArgs;
}

/** What can be done with leads. */
export interface Leads extends Reads<Types>, Creates<Types, LeadCreateInput>, CreatesMany<Types, LeadCreateInput>, Updates<Types, LeadUpdateInput>, UpdatesMany<Types, LeadUpdateInput>, Clones<Types, LeadUpdateInput>, Upserts<Types, LeadUpsertBy, LeadUpdateInput>, UpsertsMany<Types, LeadUpsertBy, LeadUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const leadFields = 'annualRevenue annualRevenueInBaseCurrency campaignSourceId city company converted convertedAccountId convertedAt convertedContactId convertedDealId country createdAt createdById currency deletedAt description designation displayName email emailOptOut exchangeRate externalIds fax firstName fullName id industry industryLabel lastName leadSource leadSourceLabel leadStatus leadStatusLabel mobile modifiedAt modifiedById noOfEmployees ownerId phone rating ratingLabel salutation salutationLabel secondaryEmail skypeId state street twitter unsubscribedAt unsubscribedMode unsubscribedModeLabel version website zipCode';

/** Someone who might become a customer (modules.md 1). `leads(crm).list()` and what else there is. */
export const leads = /* @__PURE__ */ record('Lead', 'lead', 'leads', leadFields) as (crm: Crm) => Leads;


type Names1 = 'annualRevenue' | 'exchangeRate' | 'noOfEmployees' | 'version';

type Names2 = 'annualRevenue' | 'campaignSourceId' | 'city' | 'company' | 'convertedAccountId' | 'convertedContactId' | 'convertedDealId' | 'country' | 'createdById' | 'currency' | 'designation' | 'email' | 'exchangeRate' | 'fax' | 'firstName' | 'fullName' | 'industry' | 'lastName' | 'leadSource' | 'leadStatus' | 'mobile' | 'modifiedById' | 'noOfEmployees' | 'ownerId' | 'phone' | 'rating' | 'salutation' | 'secondaryEmail' | 'skypeId' | 'state' | 'street' | 'twitter' | 'unsubscribedMode' | 'version' | 'website' | 'zipCode';

type Names3 = 'convertedAt' | 'createdAt' | 'deletedAt' | 'modifiedAt' | 'unsubscribedAt';

/** Someone who might become a customer (modules.md 1). */
export interface Lead extends CrmRecord {
  /** What the company turns over in a year. */
  readonly annualRevenue: string | null;
  /** `annualRevenue` in the organisation's base currency, at the record's exchange rate. */
  readonly annualRevenueInBaseCurrency: string | null;
  /** The id of `campaignSource`, without reading it. */
  readonly campaignSourceId: string | null;
  /** City. */
  readonly city: string | null;
  /** The company as given, not yet an account. Needed unless the organisation sells to consumers (`requiresLeadCompany`). */
  readonly company: string | null;
  /** Whether it has become an account, a contact or a deal. */
  readonly converted: boolean | null;
  /** The id of `convertedAccount`, without reading it. */
  readonly convertedAccountId: string | null;
  /** When it was converted. */
  readonly convertedAt: string | null;
  /** The id of `convertedContact`, without reading it. */
  readonly convertedContactId: string | null;
  /** The id of `convertedDeal`, without reading it. */
  readonly convertedDealId: string | null;
  /** Country. */
  readonly country: string | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency: string | null;
  /** Anything worth knowing. */
  readonly description: string | null;
  /** The position in the company. */
  readonly designation: string | null;
  /** E-mail; the field that duplicates are found by. */
  readonly email: string | null;
  /** True: no mass mail and no automatic answer. */
  readonly emailOptOut: boolean | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate: string | null;
  /** Fax. */
  readonly fax: string | null;
  /** Given name. */
  readonly firstName: string | null;
  /** Salutation, given and family name. */
  readonly fullName: string | null;
  /** The line of business. */
  readonly industry: Industry | null;
  /** The label of `industry` in the reader's language. */
  readonly industryLabel: string | null;
  /** Family name. */
  readonly lastName: string | null;
  /** Where the lead came from. */
  readonly leadSource: LeadSource | null;
  /** The label of `leadSource` in the reader's language. */
  readonly leadSourceLabel: string | null;
  /** Where the follow-up stands. */
  readonly leadStatus: LeadStatus | null;
  /** The label of `leadStatus` in the reader's language. */
  readonly leadStatusLabel: string | null;
  /** Mobile telephone. */
  readonly mobile: string | null;
  /** How many people work there. */
  readonly noOfEmployees: number | null;
  /** Telephone. */
  readonly phone: string | null;
  /** How promising the lead is. */
  readonly rating: Rating | null;
  /** The label of `rating` in the reader's language. */
  readonly ratingLabel: string | null;
  /** How the person is addressed. */
  readonly salutation: Salutation | null;
  /** The label of `salutation` in the reader's language. */
  readonly salutationLabel: string | null;
  /** A second e-mail address. */
  readonly secondaryEmail: string | null;
  /** Skype name. */
  readonly skypeId: string | null;
  /** State or province. */
  readonly state: string | null;
  /** Street. */
  readonly street: string | null;
  /** Name on X (Twitter). */
  readonly twitter: string | null;
  /** When the person asked for no more mail. */
  readonly unsubscribedAt: string | null;
  /** How the person asked for no more mail. */
  readonly unsubscribedMode: UnsubscribedMode | null;
  /** The label of `unsubscribedMode` in the reader's language. */
  readonly unsubscribedModeLabel: string | null;
  /** Web site. */
  readonly website: string | null;
  /** Postal code. */
  readonly zipCode: string | null;
}
export interface LeadShape {
  readonly fields: Lead;
  readonly links: {
    readonly campaignMemberships: (CampaignMemberConnectionShape & { readonly args: CampaignMemberListArgs }) | null;
    readonly campaignSource: CampaignShape | null;
    readonly convertedAccount: AccountShape | null;
    readonly convertedContact: ContactShape | null;
    readonly convertedDeal: DealShape | null;
    readonly createdBy: UserShape | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly productLinks: (ProductLinkConnectionShape & { readonly args: ProductLinkListArgs }) | null;
  };
}

export interface LeadAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: LeadAvgShape;
    readonly countDistinct: LeadCountDistinctShape;
    readonly max: LeadMaxShape;
    readonly min: LeadMinShape;
    readonly sum: LeadSumShape;
  };
}

export interface LeadAvgShape {
  readonly fields: Alike<Names1, string | null>;
  readonly links: {};
}

export interface LeadConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: LeadAggregateShape;
    readonly edges: readonly LeadEdgeShape[];
    readonly groups: readonly ((LeadGroupShape & { readonly args: LeadGroupsArgs }))[];
    readonly nodes: readonly LeadShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface LeadListArgs extends ListArguments { readonly filter?: LeadFilter | null; readonly orderBy?: readonly LeadOrder[] | null; }
export interface LeadGroupsArgs { readonly by: readonly LeadGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: LeadGroupHaving | null; readonly orderBy?: readonly LeadGroupOrder[] | null; }

export interface LeadCountDistinctShape {
  readonly fields: Alike<Names2, number | null>;
  readonly links: {};
}

/** A new lead. */
export interface LeadCreateInput {
  /** What the company turns over in a year. */
  readonly annualRevenue?: string | number | null;
  /** The campaign that the lead came from. The id of a campaign. */
  readonly campaignSourceId?: string | null;
  /** City. At most 100 characters. */
  readonly city?: string | null;
  /** The company as given, not yet an account. Needed unless the organisation sells to consumers (`requiresLeadCompany`). At most 100 characters. */
  readonly company?: string | null;
  /** Country. At most 100 characters. */
  readonly country?: string | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency?: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description?: string | null;
  /** The position in the company. At most 100 characters. */
  readonly designation?: string | null;
  /** E-mail; the field that duplicates are found by. At most 100 characters. */
  readonly email?: string | null;
  /** True: no mass mail and no automatic answer. Default: false. */
  readonly emailOptOut?: boolean | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate?: string | number | null;
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  readonly externalIds?: Readonly<Record<string, string | null>> | null;
  /** Fax. At most 30 characters. */
  readonly fax?: string | null;
  /** Given name. At most 40 characters. */
  readonly firstName?: string | null;
  /** The line of business. */
  readonly industry?: Industry | null;
  /** Family name. At most 80 characters. */
  readonly lastName: string;
  /** Where the lead came from. */
  readonly leadSource?: LeadSource | null;
  /** Where the follow-up stands. Default: NOT_CONTACTED. */
  readonly leadStatus?: LeadStatus | null;
  /** Mobile telephone. At most 30 characters. */
  readonly mobile?: string | null;
  /** How many people work there. */
  readonly noOfEmployees?: number | null;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  readonly ownerId?: string | null;
  /** Telephone. At most 30 characters. */
  readonly phone?: string | null;
  /** How promising the lead is. */
  readonly rating?: Rating | null;
  /** How the person is addressed. */
  readonly salutation?: Salutation | null;
  /** A second e-mail address. At most 100 characters. */
  readonly secondaryEmail?: string | null;
  /** Skype name. At most 50 characters. */
  readonly skypeId?: string | null;
  /** State or province. At most 100 characters. */
  readonly state?: string | null;
  /** Street. At most 250 characters. */
  readonly street?: string | null;
  /** Name on X (Twitter). At most 50 characters. */
  readonly twitter?: string | null;
  /** When the person asked for no more mail. */
  readonly unsubscribedAt?: string | Date | null;
  /** How the person asked for no more mail. */
  readonly unsubscribedMode?: UnsubscribedMode | null;
  /** Web site. At most 255 characters. */
  readonly website?: string | null;
  /** Postal code. At most 30 characters. */
  readonly zipCode?: string | null;
}

export interface LeadEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: LeadShape | null;
  };
}

/** Conditions on leads; all given ones must hold. */
export interface LeadFilter extends Partial<Alike<'campaignSourceId' | 'convertedAccountId' | 'convertedContactId' | 'convertedDealId' | 'id', IDFilter | null>>, Partial<Alike<'city' | 'company' | 'country' | 'description' | 'designation' | 'email' | 'fax' | 'firstName' | 'fullName' | 'lastName' | 'mobile' | 'phone' | 'secondaryEmail' | 'skypeId' | 'state' | 'street' | 'twitter' | 'website' | 'zipCode', StringFilter | null>>, Partial<Alike<Names3, DateTimeFilter | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserFilter | null>>, Partial<Alike<'createdById' | 'modifiedById' | 'ownerId', UserIDFilter | null>> {
  readonly and?: readonly LeadFilter[] | null;
  readonly annualRevenue?: DecimalFilter | null;
  readonly campaignMemberships?: CampaignMemberListFilter | null;
  readonly campaignSource?: CampaignFilter | null;
  readonly converted?: BooleanFilter | null;
  readonly convertedAccount?: AccountFilter | null;
  readonly convertedContact?: ContactFilter | null;
  readonly convertedDeal?: DealFilter | null;
  readonly currency?: CurrencyCodeFilter | null;
  readonly emailOptOut?: BooleanFilter | null;
  readonly exchangeRate?: DecimalFilter | null;
  readonly externalIds?: ExternalIdsFilter | null;
  readonly industry?: IndustryFilter | null;
  readonly leadSource?: LeadSourceFilter | null;
  readonly leadStatus?: LeadStatusFilter | null;
  readonly noOfEmployees?: IntFilter | null;
  readonly not?: LeadFilter | null;
  readonly or?: readonly LeadFilter[] | null;
  readonly productLinks?: ProductLinkListFilter | null;
  readonly rating?: RatingFilter | null;
  readonly salutation?: SalutationFilter | null;
  readonly unsubscribedMode?: UnsubscribedModeFilter | null;
  readonly version?: IntFilter | null;
}

export interface LeadGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: LeadAggregateShape;
    readonly inOwnCurrency: LeadMoneyAggregateShape;
    readonly key: LeadGroupKeyShape;
  };
}

/** One thing that leads are grouped by. */
export interface LeadGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: LeadGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface LeadGroupCountHaving extends Partial<Alike<Names2, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface LeadGroupCountOrder extends Partial<Alike<Names2, SortOrder | null>> {
}

/** What leads can be grouped by. */
export type LeadGroupField = 'CAMPAIGN_SOURCE' | 'CITY' | 'COMPANY' | 'CONVERTED' | 'CONVERTED_ACCOUNT' | 'CONVERTED_AT' | 'CONVERTED_CONTACT' | 'CONVERTED_DEAL' | 'COUNTRY' | 'CREATED_AT' | 'CREATED_BY' | 'CURRENCY' | 'DELETED_AT' | 'DESIGNATION' | 'EMAIL' | 'EMAIL_OPT_OUT' | 'FAX' | 'FIRST_NAME' | 'FULL_NAME' | 'INDUSTRY' | 'LAST_NAME' | 'LEAD_SOURCE' | 'LEAD_STATUS' | 'MOBILE' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'NO_OF_EMPLOYEES' | 'OWNER' | 'PHONE' | 'RATING' | 'SALUTATION' | 'SECONDARY_EMAIL' | 'SKYPE_ID' | 'STATE' | 'STREET' | 'TWITTER' | 'UNSUBSCRIBED_AT' | 'UNSUBSCRIBED_MODE' | 'VERSION' | 'WEBSITE' | 'ZIP_CODE';

/** Conditions on the figures of groups of leads; all given ones must hold. */
export interface LeadGroupHaving {
  readonly and?: readonly LeadGroupHaving[] | null;
  readonly avg?: LeadGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: LeadGroupCountHaving | null;
  readonly max?: LeadGroupRangeHaving | null;
  readonly min?: LeadGroupRangeHaving | null;
  readonly not?: LeadGroupHaving | null;
  readonly or?: readonly LeadGroupHaving[] | null;
  readonly sum?: LeadGroupNumberHaving | null;
}

export interface LeadGroupKeyShape {
  readonly fields: Alike<'campaignSourceId' | 'city' | 'company' | 'convertedAccountId' | 'convertedAt' | 'convertedContactId' | 'convertedDealId' | 'country' | 'createdAt' | 'createdById' | 'currency' | 'deletedAt' | 'designation' | 'email' | 'fax' | 'firstName' | 'fullName' | 'industryLabel' | 'lastName' | 'leadSourceLabel' | 'leadStatusLabel' | 'mobile' | 'modifiedAt' | 'modifiedById' | 'ownerId' | 'phone' | 'ratingLabel' | 'salutationLabel' | 'secondaryEmail' | 'skypeId' | 'state' | 'street' | 'twitter' | 'unsubscribedAt' | 'unsubscribedModeLabel' | 'website' | 'zipCode', string | null> & { readonly converted: boolean | null; readonly emailOptOut: boolean | null; readonly industry: Industry | null; readonly leadSource: LeadSource | null; readonly leadStatus: LeadStatus | null; readonly noOfEmployees: number | null; readonly rating: Rating | null; readonly salutation: Salutation | null; readonly unsubscribedMode: UnsubscribedMode | null; readonly version: number | null; };
  readonly links: {
    readonly campaignSource: CampaignShape | null;
    readonly convertedAccount: AccountShape | null;
    readonly convertedAtPeriod: GroupPeriodShape | null;
    readonly convertedContact: ContactShape | null;
    readonly convertedDeal: DealShape | null;
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly unsubscribedAtPeriod: GroupPeriodShape | null;
  };
}

/** By one of the keys of groups of leads: exactly one of those they are grouped by. */
export interface LeadGroupKeyOrder extends Partial<Alike<'city' | 'company' | 'converted' | 'convertedAt' | 'country' | 'createdAt' | 'currency' | 'deletedAt' | 'designation' | 'email' | 'emailOptOut' | 'fax' | 'firstName' | 'fullName' | 'industry' | 'lastName' | 'leadSource' | 'leadStatus' | 'mobile' | 'modifiedAt' | 'noOfEmployees' | 'phone' | 'rating' | 'salutation' | 'secondaryEmail' | 'skypeId' | 'state' | 'street' | 'twitter' | 'unsubscribedAt' | 'unsubscribedMode' | 'version' | 'website' | 'zipCode', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly campaignSource?: CampaignOrder | null;
  readonly convertedAccount?: AccountOrder | null;
  readonly convertedContact?: ContactOrder | null;
  readonly convertedDeal?: DealOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface LeadGroupNumberHaving extends Partial<Alike<Names1, DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface LeadGroupNumberOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** One term of an order of groups of leads: exactly one figure or key. */
export interface LeadGroupOrder {
  readonly avg?: LeadGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: LeadGroupCountOrder | null;
  readonly key?: LeadGroupKeyOrder | null;
  readonly max?: LeadGroupRangeOrder | null;
  readonly min?: LeadGroupRangeOrder | null;
  readonly sum?: LeadGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface LeadGroupRangeHaving extends Partial<Alike<'city' | 'company' | 'country' | 'designation' | 'email' | 'fax' | 'firstName' | 'fullName' | 'lastName' | 'mobile' | 'phone' | 'secondaryEmail' | 'skypeId' | 'state' | 'street' | 'twitter' | 'website' | 'zipCode', StringFilter | null>>, Partial<Alike<Names3, DateTimeFilter | null>> {
  readonly annualRevenue?: DecimalFilter | null;
  readonly exchangeRate?: DecimalFilter | null;
  readonly noOfEmployees?: IntFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface LeadGroupRangeOrder extends Partial<Alike<'annualRevenue' | 'city' | 'company' | 'convertedAt' | 'country' | 'createdAt' | 'deletedAt' | 'designation' | 'email' | 'exchangeRate' | 'fax' | 'firstName' | 'fullName' | 'lastName' | 'mobile' | 'modifiedAt' | 'noOfEmployees' | 'phone' | 'secondaryEmail' | 'skypeId' | 'state' | 'street' | 'twitter' | 'unsubscribedAt' | 'version' | 'website' | 'zipCode', SortOrder | null>> {
}

/** What leads can be looked for by: email, and what the organisation has made unique. */
export type LeadKeyField = 'CITY' | 'COMPANY' | 'COUNTRY' | 'DESIGNATION' | 'EMAIL' | 'FAX' | 'FIRST_NAME' | 'LAST_NAME' | 'MOBILE' | 'NO_OF_EMPLOYEES' | 'PHONE' | 'SECONDARY_EMAIL' | 'SKYPE_ID' | 'STATE' | 'STREET' | 'TWITTER' | 'WEBSITE' | 'ZIP_CODE';

/** Conditions on a list of leads. */
export type LeadListFilter = Quantified<LeadFilter>;

export interface LeadMaxShape {
  readonly fields: Alike<'annualRevenue' | 'city' | 'company' | 'convertedAt' | 'country' | 'createdAt' | 'deletedAt' | 'designation' | 'email' | 'exchangeRate' | 'fax' | 'firstName' | 'fullName' | 'lastName' | 'mobile' | 'modifiedAt' | 'phone' | 'secondaryEmail' | 'skypeId' | 'state' | 'street' | 'twitter' | 'unsubscribedAt' | 'website' | 'zipCode', string | null> & { readonly noOfEmployees: number | null; readonly version: number | null; };
  readonly links: {};
}

export type LeadMinShape = LeadMaxShape;

export interface LeadMoneyAggregateShape {
  readonly fields: {  };
  readonly links: {
    readonly avg: LeadMoneyFiguresShape;
    readonly max: LeadMoneyFiguresShape;
    readonly min: LeadMoneyFiguresShape;
    readonly sum: LeadMoneyFiguresShape;
  };
}

export interface LeadMoneyFiguresShape {
  readonly fields: { readonly annualRevenue: string | null; };
  readonly links: {};
}

/** One term of an order of leads: exactly one field. */
export interface LeadOrder extends Partial<Alike<'annualRevenue' | 'city' | 'company' | 'converted' | 'convertedAt' | 'country' | 'createdAt' | 'currency' | 'deletedAt' | 'designation' | 'email' | 'emailOptOut' | 'exchangeRate' | 'fax' | 'firstName' | 'fullName' | 'id' | 'industry' | 'lastName' | 'leadSource' | 'leadStatus' | 'mobile' | 'modifiedAt' | 'noOfEmployees' | 'phone' | 'rating' | 'salutation' | 'secondaryEmail' | 'skypeId' | 'state' | 'street' | 'twitter' | 'unsubscribedAt' | 'unsubscribedMode' | 'version' | 'website' | 'zipCode', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly campaignSource?: CampaignOrder | null;
  readonly convertedAccount?: AccountOrder | null;
  readonly convertedContact?: ContactOrder | null;
  readonly convertedDeal?: DealOrder | null;
}

/** Where a person or deal came from. The key of a value; the organisation may change the list. Standard: ADVERTISEMENT, COLD_CALL, EMPLOYEE_REFERRAL, EXTERNAL_REFERRAL, ONLINE_STORE, X_TWITTER, FACEBOOK, PARTNER, PUBLIC_RELATIONS, SALES_EMAIL_ALIAS, SEMINAR_PARTNER, INTERNAL_SEMINAR, TRADE_SHOW, WEB_DOWNLOAD, WEB_RESEARCH, CHAT. */
export type LeadSource = 'ADVERTISEMENT' | 'COLD_CALL' | 'EMPLOYEE_REFERRAL' | 'EXTERNAL_REFERRAL' | 'ONLINE_STORE' | 'X_TWITTER' | 'FACEBOOK' | 'PARTNER' | 'PUBLIC_RELATIONS' | 'SALES_EMAIL_ALIAS' | 'SEMINAR_PARTNER' | 'INTERNAL_SEMINAR' | 'TRADE_SHOW' | 'WEB_DOWNLOAD' | 'WEB_RESEARCH' | 'CHAT' | (string & {});

/** Conditions on one LeadSource value; all given ones must hold. */
export interface LeadSourceFilter {
  readonly eq?: LeadSource | null;
  readonly in?: readonly LeadSource[] | null;
  readonly isNull?: boolean | null;
  readonly labelContains?: string | null;
  readonly notEq?: LeadSource | null;
  readonly notIn?: readonly LeadSource[] | null;
}

/** Where the follow-up stands. The key of a value; the organisation may change the list. Standard: ATTEMPTED_TO_CONTACT, CONTACT_IN_FUTURE, CONTACTED, JUNK_LEAD, LOST_LEAD, NOT_CONTACTED, PRE_QUALIFIED, NOT_QUALIFIED. */
export type LeadStatus = 'ATTEMPTED_TO_CONTACT' | 'CONTACT_IN_FUTURE' | 'CONTACTED' | 'JUNK_LEAD' | 'LOST_LEAD' | 'NOT_CONTACTED' | 'PRE_QUALIFIED' | 'NOT_QUALIFIED' | (string & {});

/** Conditions on one LeadStatus value; all given ones must hold. */
export interface LeadStatusFilter {
  readonly eq?: LeadStatus | null;
  readonly in?: readonly LeadStatus[] | null;
  readonly isNull?: boolean | null;
  readonly labelContains?: string | null;
  readonly notEq?: LeadStatus | null;
  readonly notIn?: readonly LeadStatus[] | null;
}

export type LeadSumShape = LeadAvgShape;

/** Changes of a lead: a field that is absent stays, null clears it. */
export interface LeadUpdateInput extends Omit<LeadCreateInput, 'emailOptOut' | 'lastName' | 'leadStatus'> {
  /** True: no mass mail and no automatic answer. */
  readonly emailOptOut?: boolean | null;
  /** Family name. At most 80 characters. */
  readonly lastName?: string | null;
  /** Where the follow-up stands. */
  readonly leadStatus?: LeadStatus | null;
}

/** What a lead is looked for by: exactly one of these. */
export interface LeadUpsertBy {
  /** The key of this source, in `externalIds` of the input. */
  readonly externalId?: string | null;
  /** This field: one that is unique, or the one that tells duplicates. */
  readonly field?: LeadKeyField | null;
}
