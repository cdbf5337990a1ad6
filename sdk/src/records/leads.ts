// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Clones, Upserts, UpsertsMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { AccountFilter, AccountOrder, AccountShape } from './accounts.js';
import type { CampaignFilter, CampaignOrder, CampaignShape } from './campaigns.js';
import type { ContactFilter, ContactOrder, ContactShape } from './contacts.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { DealFilter, DealOrder, DealShape } from './deals.js';
import type { BooleanFilter, DateBucket, DateTimeFilter, DecimalFilter, DeletedRecords, ExternalIdsFilter, GroupPeriod, GroupPeriodShape, IDFilter, Industry, IndustryFilter, IntFilter, PageInfo, PageInfoShape, Rating, RatingFilter, Salutation, SalutationFilter, SortOrder, StringFilter, UnsubscribedMode, UnsubscribedModeFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

export interface LeadGroupsArgs { readonly by: readonly LeadGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: LeadGroupHaving | null; readonly orderBy?: readonly LeadGroupOrder[] | null; }

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
export const leadFields = 'annualRevenue annualRevenueInBaseCurrency campaignSourceId city company converted convertedAccountId convertedAt convertedContactId convertedDealId country createdAt createdById currency deletedAt description designation email emailOptOut exchangeRate externalIds fax firstName fullName id industry industryLabel lastName leadSource leadSourceLabel leadStatus leadStatusLabel mobile modifiedAt modifiedById noOfEmployees ownerId phone rating ratingLabel salutation salutationLabel secondaryEmail skypeId state street twitter unsubscribedAt unsubscribedMode unsubscribedModeLabel version website zipCode';

/** Someone who might become a customer (modules.md 1). `leads(crm).list()` and what else there is. */
export const leads = /* @__PURE__ */ record('Lead', 'lead', 'leads', leadFields) as (crm: Crm) => Leads;


/** Someone who might become a customer (modules.md 1). */
export interface Lead {
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
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
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
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  readonly externalIds: Readonly<Record<string, string>> | null;
  /** Fax. */
  readonly fax: string | null;
  /** Given name. */
  readonly firstName: string | null;
  /** Salutation, given and family name. */
  readonly fullName: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
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
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** How many people work there. */
  readonly noOfEmployees: number | null;
  /** The id of `owner`, without reading it. */
  readonly ownerId: string | null;
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
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
  /** Web site. */
  readonly website: string | null;
  /** Postal code. */
  readonly zipCode: string | null;
}
export interface LeadShape {
  readonly fields: Lead;
  readonly links: {
    readonly campaignSource: CampaignShape | null;
    readonly convertedAccount: AccountShape | null;
    readonly convertedContact: ContactShape | null;
    readonly convertedDeal: DealShape | null;
    readonly createdBy: UserShape | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
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
  readonly fields: { readonly annualRevenue: string | null; readonly exchangeRate: string | null; readonly noOfEmployees: string | null; readonly version: string | null; };
  readonly links: {};
}

export interface LeadConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: LeadAggregateShape;
    readonly edges: readonly LeadEdgeShape[];
    readonly groups: readonly ((LeadGroupShape & { readonly args: { readonly by: readonly LeadGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: LeadGroupHaving | null; readonly orderBy?: readonly LeadGroupOrder[] | null; } }))[];
    readonly nodes: readonly LeadShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface LeadListArgs { readonly after?: string | null; readonly before?: string | null; readonly deleted?: DeletedRecords; readonly filter?: LeadFilter | null; readonly first?: number | null; readonly last?: number | null; readonly orderBy?: readonly LeadOrder[] | null; }

export interface LeadCountDistinctShape {
  readonly fields: { readonly annualRevenue: number | null; readonly campaignSourceId: number | null; readonly city: number | null; readonly company: number | null; readonly convertedAccountId: number | null; readonly convertedContactId: number | null; readonly convertedDealId: number | null; readonly country: number | null; readonly createdById: number | null; readonly currency: number | null; readonly designation: number | null; readonly email: number | null; readonly exchangeRate: number | null; readonly fax: number | null; readonly firstName: number | null; readonly fullName: number | null; readonly industry: number | null; readonly lastName: number | null; readonly leadSource: number | null; readonly leadStatus: number | null; readonly mobile: number | null; readonly modifiedById: number | null; readonly noOfEmployees: number | null; readonly ownerId: number | null; readonly phone: number | null; readonly rating: number | null; readonly salutation: number | null; readonly secondaryEmail: number | null; readonly skypeId: number | null; readonly state: number | null; readonly street: number | null; readonly twitter: number | null; readonly unsubscribedMode: number | null; readonly version: number | null; readonly website: number | null; readonly zipCode: number | null; };
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
export interface LeadFilter {
  readonly and?: readonly LeadFilter[] | null;
  readonly annualRevenue?: DecimalFilter | null;
  readonly campaignSource?: CampaignFilter | null;
  readonly campaignSourceId?: IDFilter | null;
  readonly city?: StringFilter | null;
  readonly company?: StringFilter | null;
  readonly converted?: BooleanFilter | null;
  readonly convertedAccount?: AccountFilter | null;
  readonly convertedAccountId?: IDFilter | null;
  readonly convertedAt?: DateTimeFilter | null;
  readonly convertedContact?: ContactFilter | null;
  readonly convertedContactId?: IDFilter | null;
  readonly convertedDeal?: DealFilter | null;
  readonly convertedDealId?: IDFilter | null;
  readonly country?: StringFilter | null;
  readonly createdAt?: DateTimeFilter | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly currency?: CurrencyCodeFilter | null;
  readonly deletedAt?: DateTimeFilter | null;
  readonly description?: StringFilter | null;
  readonly designation?: StringFilter | null;
  readonly email?: StringFilter | null;
  readonly emailOptOut?: BooleanFilter | null;
  readonly exchangeRate?: DecimalFilter | null;
  readonly externalIds?: ExternalIdsFilter | null;
  readonly fax?: StringFilter | null;
  readonly firstName?: StringFilter | null;
  readonly fullName?: StringFilter | null;
  readonly id?: IDFilter | null;
  readonly industry?: IndustryFilter | null;
  readonly lastName?: StringFilter | null;
  readonly leadSource?: LeadSourceFilter | null;
  readonly leadStatus?: LeadStatusFilter | null;
  readonly mobile?: StringFilter | null;
  readonly modifiedAt?: DateTimeFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly noOfEmployees?: IntFilter | null;
  readonly not?: LeadFilter | null;
  readonly or?: readonly LeadFilter[] | null;
  readonly owner?: UserFilter | null;
  readonly ownerId?: UserIDFilter | null;
  readonly phone?: StringFilter | null;
  readonly rating?: RatingFilter | null;
  readonly salutation?: SalutationFilter | null;
  readonly secondaryEmail?: StringFilter | null;
  readonly skypeId?: StringFilter | null;
  readonly state?: StringFilter | null;
  readonly street?: StringFilter | null;
  readonly twitter?: StringFilter | null;
  readonly unsubscribedAt?: DateTimeFilter | null;
  readonly unsubscribedMode?: UnsubscribedModeFilter | null;
  readonly version?: IntFilter | null;
  readonly website?: StringFilter | null;
  readonly zipCode?: StringFilter | null;
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
export interface LeadGroupCountHaving {
  readonly annualRevenue?: IntFilter | null;
  readonly campaignSourceId?: IntFilter | null;
  readonly city?: IntFilter | null;
  readonly company?: IntFilter | null;
  readonly convertedAccountId?: IntFilter | null;
  readonly convertedContactId?: IntFilter | null;
  readonly convertedDealId?: IntFilter | null;
  readonly country?: IntFilter | null;
  readonly createdById?: IntFilter | null;
  readonly currency?: IntFilter | null;
  readonly designation?: IntFilter | null;
  readonly email?: IntFilter | null;
  readonly exchangeRate?: IntFilter | null;
  readonly fax?: IntFilter | null;
  readonly firstName?: IntFilter | null;
  readonly fullName?: IntFilter | null;
  readonly industry?: IntFilter | null;
  readonly lastName?: IntFilter | null;
  readonly leadSource?: IntFilter | null;
  readonly leadStatus?: IntFilter | null;
  readonly mobile?: IntFilter | null;
  readonly modifiedById?: IntFilter | null;
  readonly noOfEmployees?: IntFilter | null;
  readonly ownerId?: IntFilter | null;
  readonly phone?: IntFilter | null;
  readonly rating?: IntFilter | null;
  readonly salutation?: IntFilter | null;
  readonly secondaryEmail?: IntFilter | null;
  readonly skypeId?: IntFilter | null;
  readonly state?: IntFilter | null;
  readonly street?: IntFilter | null;
  readonly twitter?: IntFilter | null;
  readonly unsubscribedMode?: IntFilter | null;
  readonly version?: IntFilter | null;
  readonly website?: IntFilter | null;
  readonly zipCode?: IntFilter | null;
}

/** By how many different values there are: exactly one field. */
export interface LeadGroupCountOrder {
  readonly annualRevenue?: SortOrder | null;
  readonly campaignSourceId?: SortOrder | null;
  readonly city?: SortOrder | null;
  readonly company?: SortOrder | null;
  readonly convertedAccountId?: SortOrder | null;
  readonly convertedContactId?: SortOrder | null;
  readonly convertedDealId?: SortOrder | null;
  readonly country?: SortOrder | null;
  readonly createdById?: SortOrder | null;
  readonly currency?: SortOrder | null;
  readonly designation?: SortOrder | null;
  readonly email?: SortOrder | null;
  readonly exchangeRate?: SortOrder | null;
  readonly fax?: SortOrder | null;
  readonly firstName?: SortOrder | null;
  readonly fullName?: SortOrder | null;
  readonly industry?: SortOrder | null;
  readonly lastName?: SortOrder | null;
  readonly leadSource?: SortOrder | null;
  readonly leadStatus?: SortOrder | null;
  readonly mobile?: SortOrder | null;
  readonly modifiedById?: SortOrder | null;
  readonly noOfEmployees?: SortOrder | null;
  readonly ownerId?: SortOrder | null;
  readonly phone?: SortOrder | null;
  readonly rating?: SortOrder | null;
  readonly salutation?: SortOrder | null;
  readonly secondaryEmail?: SortOrder | null;
  readonly skypeId?: SortOrder | null;
  readonly state?: SortOrder | null;
  readonly street?: SortOrder | null;
  readonly twitter?: SortOrder | null;
  readonly unsubscribedMode?: SortOrder | null;
  readonly version?: SortOrder | null;
  readonly website?: SortOrder | null;
  readonly zipCode?: SortOrder | null;
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
  readonly fields: { readonly campaignSourceId: string | null; readonly city: string | null; readonly company: string | null; readonly converted: boolean | null; readonly convertedAccountId: string | null; readonly convertedAt: string | null; readonly convertedContactId: string | null; readonly convertedDealId: string | null; readonly country: string | null; readonly createdAt: string | null; readonly createdById: string | null; readonly currency: string | null; readonly deletedAt: string | null; readonly designation: string | null; readonly email: string | null; readonly emailOptOut: boolean | null; readonly fax: string | null; readonly firstName: string | null; readonly fullName: string | null; readonly industry: Industry | null; readonly industryLabel: string | null; readonly lastName: string | null; readonly leadSource: LeadSource | null; readonly leadSourceLabel: string | null; readonly leadStatus: LeadStatus | null; readonly leadStatusLabel: string | null; readonly mobile: string | null; readonly modifiedAt: string | null; readonly modifiedById: string | null; readonly noOfEmployees: number | null; readonly ownerId: string | null; readonly phone: string | null; readonly rating: Rating | null; readonly ratingLabel: string | null; readonly salutation: Salutation | null; readonly salutationLabel: string | null; readonly secondaryEmail: string | null; readonly skypeId: string | null; readonly state: string | null; readonly street: string | null; readonly twitter: string | null; readonly unsubscribedAt: string | null; readonly unsubscribedMode: UnsubscribedMode | null; readonly unsubscribedModeLabel: string | null; readonly version: number | null; readonly website: string | null; readonly zipCode: string | null; };
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
export interface LeadGroupKeyOrder {
  readonly campaignSource?: CampaignOrder | null;
  readonly city?: SortOrder | null;
  readonly company?: SortOrder | null;
  readonly converted?: SortOrder | null;
  readonly convertedAccount?: AccountOrder | null;
  readonly convertedAt?: SortOrder | null;
  readonly convertedContact?: ContactOrder | null;
  readonly convertedDeal?: DealOrder | null;
  readonly country?: SortOrder | null;
  readonly createdAt?: SortOrder | null;
  readonly createdBy?: UserOrder | null;
  readonly currency?: SortOrder | null;
  readonly deletedAt?: SortOrder | null;
  readonly designation?: SortOrder | null;
  readonly email?: SortOrder | null;
  readonly emailOptOut?: SortOrder | null;
  readonly fax?: SortOrder | null;
  readonly firstName?: SortOrder | null;
  readonly fullName?: SortOrder | null;
  readonly industry?: SortOrder | null;
  readonly lastName?: SortOrder | null;
  readonly leadSource?: SortOrder | null;
  readonly leadStatus?: SortOrder | null;
  readonly mobile?: SortOrder | null;
  readonly modifiedAt?: SortOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly noOfEmployees?: SortOrder | null;
  readonly owner?: UserOrder | null;
  readonly phone?: SortOrder | null;
  readonly rating?: SortOrder | null;
  readonly salutation?: SortOrder | null;
  readonly secondaryEmail?: SortOrder | null;
  readonly skypeId?: SortOrder | null;
  readonly state?: SortOrder | null;
  readonly street?: SortOrder | null;
  readonly twitter?: SortOrder | null;
  readonly unsubscribedAt?: SortOrder | null;
  readonly unsubscribedMode?: SortOrder | null;
  readonly version?: SortOrder | null;
  readonly website?: SortOrder | null;
  readonly zipCode?: SortOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface LeadGroupNumberHaving {
  readonly annualRevenue?: DecimalFilter | null;
  readonly exchangeRate?: DecimalFilter | null;
  readonly noOfEmployees?: DecimalFilter | null;
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface LeadGroupNumberOrder {
  readonly annualRevenue?: SortOrder | null;
  readonly exchangeRate?: SortOrder | null;
  readonly noOfEmployees?: SortOrder | null;
  readonly version?: SortOrder | null;
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
export interface LeadGroupRangeHaving {
  readonly annualRevenue?: DecimalFilter | null;
  readonly city?: StringFilter | null;
  readonly company?: StringFilter | null;
  readonly convertedAt?: DateTimeFilter | null;
  readonly country?: StringFilter | null;
  readonly createdAt?: DateTimeFilter | null;
  readonly deletedAt?: DateTimeFilter | null;
  readonly designation?: StringFilter | null;
  readonly email?: StringFilter | null;
  readonly exchangeRate?: DecimalFilter | null;
  readonly fax?: StringFilter | null;
  readonly firstName?: StringFilter | null;
  readonly fullName?: StringFilter | null;
  readonly lastName?: StringFilter | null;
  readonly mobile?: StringFilter | null;
  readonly modifiedAt?: DateTimeFilter | null;
  readonly noOfEmployees?: IntFilter | null;
  readonly phone?: StringFilter | null;
  readonly secondaryEmail?: StringFilter | null;
  readonly skypeId?: StringFilter | null;
  readonly state?: StringFilter | null;
  readonly street?: StringFilter | null;
  readonly twitter?: StringFilter | null;
  readonly unsubscribedAt?: DateTimeFilter | null;
  readonly version?: IntFilter | null;
  readonly website?: StringFilter | null;
  readonly zipCode?: StringFilter | null;
}

/** By an extreme value: exactly one field. */
export interface LeadGroupRangeOrder {
  readonly annualRevenue?: SortOrder | null;
  readonly city?: SortOrder | null;
  readonly company?: SortOrder | null;
  readonly convertedAt?: SortOrder | null;
  readonly country?: SortOrder | null;
  readonly createdAt?: SortOrder | null;
  readonly deletedAt?: SortOrder | null;
  readonly designation?: SortOrder | null;
  readonly email?: SortOrder | null;
  readonly exchangeRate?: SortOrder | null;
  readonly fax?: SortOrder | null;
  readonly firstName?: SortOrder | null;
  readonly fullName?: SortOrder | null;
  readonly lastName?: SortOrder | null;
  readonly mobile?: SortOrder | null;
  readonly modifiedAt?: SortOrder | null;
  readonly noOfEmployees?: SortOrder | null;
  readonly phone?: SortOrder | null;
  readonly secondaryEmail?: SortOrder | null;
  readonly skypeId?: SortOrder | null;
  readonly state?: SortOrder | null;
  readonly street?: SortOrder | null;
  readonly twitter?: SortOrder | null;
  readonly unsubscribedAt?: SortOrder | null;
  readonly version?: SortOrder | null;
  readonly website?: SortOrder | null;
  readonly zipCode?: SortOrder | null;
}

/** What leads can be looked for by: email, and what the organisation has made unique. */
export type LeadKeyField = 'CITY' | 'COMPANY' | 'COUNTRY' | 'DESIGNATION' | 'EMAIL' | 'FAX' | 'FIRST_NAME' | 'LAST_NAME' | 'MOBILE' | 'NO_OF_EMPLOYEES' | 'PHONE' | 'SECONDARY_EMAIL' | 'SKYPE_ID' | 'STATE' | 'STREET' | 'TWITTER' | 'WEBSITE' | 'ZIP_CODE';

/** Conditions on a list of leads. */
export interface LeadListFilter {
  readonly every?: LeadFilter | null;
  readonly none?: LeadFilter | null;
  readonly some?: LeadFilter | null;
}

export interface LeadMaxShape {
  readonly fields: { readonly annualRevenue: string | null; readonly city: string | null; readonly company: string | null; readonly convertedAt: string | null; readonly country: string | null; readonly createdAt: string | null; readonly deletedAt: string | null; readonly designation: string | null; readonly email: string | null; readonly exchangeRate: string | null; readonly fax: string | null; readonly firstName: string | null; readonly fullName: string | null; readonly lastName: string | null; readonly mobile: string | null; readonly modifiedAt: string | null; readonly noOfEmployees: number | null; readonly phone: string | null; readonly secondaryEmail: string | null; readonly skypeId: string | null; readonly state: string | null; readonly street: string | null; readonly twitter: string | null; readonly unsubscribedAt: string | null; readonly version: number | null; readonly website: string | null; readonly zipCode: string | null; };
  readonly links: {};
}

export interface LeadMinShape {
  readonly fields: { readonly annualRevenue: string | null; readonly city: string | null; readonly company: string | null; readonly convertedAt: string | null; readonly country: string | null; readonly createdAt: string | null; readonly deletedAt: string | null; readonly designation: string | null; readonly email: string | null; readonly exchangeRate: string | null; readonly fax: string | null; readonly firstName: string | null; readonly fullName: string | null; readonly lastName: string | null; readonly mobile: string | null; readonly modifiedAt: string | null; readonly noOfEmployees: number | null; readonly phone: string | null; readonly secondaryEmail: string | null; readonly skypeId: string | null; readonly state: string | null; readonly street: string | null; readonly twitter: string | null; readonly unsubscribedAt: string | null; readonly version: number | null; readonly website: string | null; readonly zipCode: string | null; };
  readonly links: {};
}

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
export interface LeadOrder {
  readonly annualRevenue?: SortOrder | null;
  readonly campaignSource?: CampaignOrder | null;
  readonly city?: SortOrder | null;
  readonly company?: SortOrder | null;
  readonly converted?: SortOrder | null;
  readonly convertedAccount?: AccountOrder | null;
  readonly convertedAt?: SortOrder | null;
  readonly convertedContact?: ContactOrder | null;
  readonly convertedDeal?: DealOrder | null;
  readonly country?: SortOrder | null;
  readonly createdAt?: SortOrder | null;
  readonly createdBy?: UserOrder | null;
  readonly currency?: SortOrder | null;
  readonly deletedAt?: SortOrder | null;
  readonly designation?: SortOrder | null;
  readonly email?: SortOrder | null;
  readonly emailOptOut?: SortOrder | null;
  readonly exchangeRate?: SortOrder | null;
  readonly fax?: SortOrder | null;
  readonly firstName?: SortOrder | null;
  readonly fullName?: SortOrder | null;
  readonly id?: SortOrder | null;
  readonly industry?: SortOrder | null;
  readonly lastName?: SortOrder | null;
  readonly leadSource?: SortOrder | null;
  readonly leadStatus?: SortOrder | null;
  readonly mobile?: SortOrder | null;
  readonly modifiedAt?: SortOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly noOfEmployees?: SortOrder | null;
  readonly owner?: UserOrder | null;
  readonly phone?: SortOrder | null;
  readonly rating?: SortOrder | null;
  readonly salutation?: SortOrder | null;
  readonly secondaryEmail?: SortOrder | null;
  readonly skypeId?: SortOrder | null;
  readonly state?: SortOrder | null;
  readonly street?: SortOrder | null;
  readonly twitter?: SortOrder | null;
  readonly unsubscribedAt?: SortOrder | null;
  readonly unsubscribedMode?: SortOrder | null;
  readonly version?: SortOrder | null;
  readonly website?: SortOrder | null;
  readonly zipCode?: SortOrder | null;
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

export interface LeadSumShape {
  readonly fields: { readonly annualRevenue: string | null; readonly exchangeRate: string | null; readonly noOfEmployees: string | null; readonly version: string | null; };
  readonly links: {};
}

/** Changes of a lead: a field that is absent stays, null clears it. */
export interface LeadUpdateInput {
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
  /** True: no mass mail and no automatic answer. */
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
  readonly lastName?: string | null;
  /** Where the lead came from. */
  readonly leadSource?: LeadSource | null;
  /** Where the follow-up stands. */
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

/** What a lead is looked for by: exactly one of these. */
export interface LeadUpsertBy {
  /** The key of this source, in `externalIds` of the input. */
  readonly externalId?: string | null;
  /** This field: one that is unique, or the one that tells duplicates. */
  readonly field?: LeadKeyField | null;
}
