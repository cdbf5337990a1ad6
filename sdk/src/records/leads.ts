// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, WritesAndUpserts } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { LabelledEquality, Needs, Quantified, Takes, UpsertBy } from '../shape.js';
import type { AccountFilter, AccountLists, AccountShape } from './accounts.js';
import type { CampaignMemberLists } from './campaign-members.js';
import type { CampaignLists, CampaignShape } from './campaigns.js';
import type { ContactFilter, ContactLists, ContactShape } from './contacts.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { DealFilter, DealLists, DealShape } from './deals.js';
import type { ProductLinkLists } from './product-links.js';
import type { CrmRecord, ExternalIdsFilter, Industry, IndustryFilter, Rating, RatingFilter, RecordModuleFilter, Salutation, SalutationFilter, UnsubscribedMode, UnsubscribedModeFilter } from './shared.js';
import type { UserLists, UserShape } from './users.js';
import type { VendorFilter, VendorShape } from './vendors.js';

type Types = TypesOf<LeadLists>;

/** What can be done with leads. */
export interface Leads extends Reads<Types>, WritesAndUpserts<Types, LeadCreateInput, LeadUpdateInput, LeadUpsertBy> {}

/** Selected unless said otherwise. */
const leadFields = 'annualRevenue annualRevenueInBaseCurrency campaignSourceId city company converted convertedAccountId convertedAt convertedContactId convertedDealId country createdAt createdById currency deletedAt description designation displayName email emailOptOut exchangeRate externalIds fax firstName fullName id industry industryLabel lastName leadSource leadSourceLabel leadStatus leadStatusLabel mobile modifiedAt modifiedById noOfEmployees ownerId phone rating ratingLabel salutation salutationLabel secondaryEmail skypeId state street twitter unsubscribedAt unsubscribedMode unsubscribedModeLabel version website zipCode';

/** Someone who might become a customer (modules.md 1). `leads(crm).list()` and what else there is. */
export const leads = /* @__PURE__ */ record('Lead', 'lead', 'leads', leadFields) as (crm: Crm) => Leads;


/** Someone who might become a customer (modules.md 1). */
export interface Lead extends CrmRecord {
  /** What the company turns over in a year. */
  readonly annualRevenue: string | null;
  /** `annualRevenue` in the organisation's base currency, at the record's exchange rate. */
  readonly annualRevenueInBaseCurrency: string | null;
  /** The id of `campaignSource`, without reading it. */
  readonly campaignSourceId: string | null;
  /** City. At most 100 characters. */
  readonly city: string | null;
  /** The company as given, not yet an account. Needed unless the organisation sells to consumers (`requiresLeadCompany`). At most 100 characters. */
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
  /** Country. At most 100 characters. */
  readonly country: string | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description: string | null;
  /** The position in the company. At most 100 characters. */
  readonly designation: string | null;
  /** E-mail; the field that duplicates are found by. At most 100 characters. */
  readonly email: string | null;
  /** True: no mass mail and no automatic answer. */
  readonly emailOptOut: boolean | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate: string | null;
  /** Fax. At most 30 characters. */
  readonly fax: string | null;
  /** Given name. At most 40 characters. */
  readonly firstName: string | null;
  /** Salutation, given and family name, in the order of `nameFormat` and in the language of the reader. Filters compare what the reader sees; orders go by family name. */
  readonly fullName: string | null;
  /** The line of business. */
  readonly industry: Industry | null;
  /** The label of `industry` in the reader's language. */
  readonly industryLabel: string | null;
  /** Family name. At most 80 characters. */
  readonly lastName: string | null;
  /** Where the lead came from. */
  readonly leadSource: LeadSource | null;
  /** The label of `leadSource` in the reader's language. */
  readonly leadSourceLabel: string | null;
  /** Where the follow-up stands. */
  readonly leadStatus: LeadStatus | null;
  /** The label of `leadStatus` in the reader's language. */
  readonly leadStatusLabel: string | null;
  /** Mobile telephone. At most 30 characters. */
  readonly mobile: string | null;
  /** How many people work there. */
  readonly noOfEmployees: number | null;
  /** Telephone. At most 30 characters. */
  readonly phone: string | null;
  /** How promising the lead is. */
  readonly rating: Rating | null;
  /** The label of `rating` in the reader's language. */
  readonly ratingLabel: string | null;
  /** How the person is addressed. */
  readonly salutation: Salutation | null;
  /** The label of `salutation` in the reader's language. */
  readonly salutationLabel: string | null;
  /** A second e-mail address. At most 100 characters. */
  readonly secondaryEmail: string | null;
  /** Skype name. At most 50 characters. */
  readonly skypeId: string | null;
  /** State or province. At most 100 characters. */
  readonly state: string | null;
  /** Street. At most 250 characters. */
  readonly street: string | null;
  /** Name on X (Twitter). At most 50 characters. */
  readonly twitter: string | null;
  /** When the person asked for no more mail. */
  readonly unsubscribedAt: string | null;
  /** How the person asked for no more mail. */
  readonly unsubscribedMode: UnsubscribedMode | null;
  /** The label of `unsubscribedMode` in the reader's language. */
  readonly unsubscribedModeLabel: string | null;
  /** Web site. At most 255 characters. */
  readonly website: string | null;
  /** Postal code. At most 30 characters. */
  readonly zipCode: string | null;
}
export interface LeadShape {
  readonly fields: Lead;
  readonly links: LeadShapeLinks;
}
export interface LeadShapeLinks {
  /** The campaigns that the person is part of. */
  readonly campaignMemberships: ListOf<CampaignMemberLists> | null;
  /** The campaign that the lead came from. */
  readonly campaignSource: CampaignShape | null;
  /** The account it became, or was added to. */
  readonly convertedAccount: AccountShape | null;
  /** The contact it became. */
  readonly convertedContact: ContactShape | null;
  /** The deal that began with it. */
  readonly convertedDeal: DealShape | null;
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** Who is responsible for the record. Default: whoever makes it. */
  readonly owner: UserShape | null;
  /** The linked products; an account's include those of its contacts. */
  readonly productLinks: ListOf<ProductLinkLists> | null;
}

/** `Lead` in lists. */
export interface LeadLists extends Lists<LeadShape, LeadFilter, LeadOrder, LeadGroupField> {
  readonly text: 'city' | 'company' | 'country' | 'designation' | 'email' | 'fax' | 'firstName' | 'fullName' | 'lastName' | 'mobile' | 'phone' | 'secondaryEmail' | 'skypeId' | 'state' | 'street' | 'twitter' | 'website' | 'zipCode';
  readonly longText: 'description';
  readonly flag: 'converted' | 'emailOptOut';
  readonly moment: 'convertedAt' | 'unsubscribedAt';
  readonly whole: 'noOfEmployees';
  readonly decimal: 'exchangeRate';
  readonly money: 'annualRevenue';
  readonly codes: { readonly currency: CurrencyCodeFilter; };
  readonly picklists: { readonly industry: IndustryFilter; readonly leadSource: LeadSourceFilter; readonly leadStatus: LeadStatusFilter; readonly rating: RatingFilter; readonly salutation: SalutationFilter; readonly unsubscribedMode: UnsubscribedModeFilter; };
  readonly lookups: { readonly campaignSource: CampaignLists; readonly convertedAccount: AccountLists; readonly convertedContact: ContactLists; readonly convertedDeal: DealLists; readonly owner: UserLists; };
  readonly lists: { readonly campaignMemberships: CampaignMemberLists; readonly productLinks: ProductLinkLists; };
}
export type LeadListArgs = ListArgs<LeadLists>;
export type LeadGroupsArgs = GroupsArgs<LeadLists>;

/** A new lead. */
export interface LeadCreateInput extends Takes<Lead, 'annualRevenue' | 'exchangeRate', string | number>, Takes<Lead, 'city' | 'company' | 'country' | 'currency' | 'description' | 'designation' | 'email' | 'fax' | 'firstName' | 'mobile' | 'phone' | 'secondaryEmail' | 'skypeId' | 'state' | 'street' | 'twitter' | 'website' | 'zipCode', string>, Takes<Lead, 'externalIds', Readonly<Record<string, string | null>>>, Takes<Lead, 'industry', Industry>, Needs<Lead, 'lastName', string>, Takes<Lead, 'leadSource', LeadSource>, Takes<Lead, 'noOfEmployees', number>, Takes<Lead, 'rating', Rating>, Takes<Lead, 'salutation', Salutation>, Takes<Lead, 'unsubscribedAt', string | Date>, Takes<Lead, 'unsubscribedMode', UnsubscribedMode> {
  /** The campaign that the lead came from. The id of a campaign. */
  campaignSourceId?: string | null | undefined;
  /** True: no mass mail and no automatic answer. Default: false. */
  emailOptOut?: boolean | null | undefined;
  /** Where the follow-up stands. Default: NOT_CONTACTED. */
  leadStatus?: LeadStatus | null | undefined;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  ownerId?: string | null | undefined;
}

/** Conditions on leads; all given ones must hold. */
export interface LeadFilter extends FilterOf<LeadLists>, Combined<LeadFilter> {
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  externalIds?: ExternalIdsFilter | null | undefined;
}

export type LeadGroupBy = GroupBy<LeadLists>;

/** What leads can be grouped by. */
export type LeadGroupField = CommonGroupField | LeadKeyField | 'CAMPAIGN_SOURCE' | 'CONVERTED' | 'CONVERTED_ACCOUNT' | 'CONVERTED_AT' | 'CONVERTED_CONTACT' | 'CONVERTED_DEAL' | 'CURRENCY' | 'EMAIL_OPT_OUT' | 'FULL_NAME' | 'INDUSTRY' | 'LEAD_SOURCE' | 'LEAD_STATUS' | 'OWNER' | 'RATING' | 'SALUTATION' | 'UNSUBSCRIBED_AT' | 'UNSUBSCRIBED_MODE';

export type LeadGroupHaving = GroupHaving<LeadLists>;

export type LeadGroupOrder = GroupOrder<LeadLists>;

/** What leads can be looked for by: email, and what the organisation has made unique. */
export type LeadKeyField = 'CITY' | 'COMPANY' | 'COUNTRY' | 'DESIGNATION' | 'EMAIL' | 'FAX' | 'FIRST_NAME' | 'LAST_NAME' | 'MOBILE' | 'NO_OF_EMPLOYEES' | 'PHONE' | 'SECONDARY_EMAIL' | 'SKYPE_ID' | 'STATE' | 'STREET' | 'TWITTER' | 'WEBSITE' | 'ZIP_CODE';

export type LeadListFilter = Quantified<LeadFilter>;

/** Conditions on a record that may be of several modules; all given ones must hold. */
export interface LeadOrAccountOrContactOrDealOrVendorFilter {
  /** The record is an account that meets this. */
  account?: AccountFilter | null | undefined;
  /** The record is a contact that meets this. */
  contact?: ContactFilter | null | undefined;
  /** The record is a deal that meets this. */
  deal?: DealFilter | null | undefined;
  /** The record is a lead that meets this. */
  lead?: LeadFilter | null | undefined;
  /** The module of the record. */
  module?: RecordModuleFilter | null | undefined;
  /** The record is a vendor that meets this. */
  vendor?: VendorFilter | null | undefined;
}

/** Conditions on a record that may be of several modules; all given ones must hold. */
export interface LeadOrContactFilter {
  /** The record is a contact that meets this. */
  contact?: ContactFilter | null | undefined;
  /** The record is a lead that meets this. */
  lead?: LeadFilter | null | undefined;
  /** The module of the record. */
  module?: RecordModuleFilter | null | undefined;
}

/** One term of an order of leads: exactly one field. */
export interface LeadOrder extends OrderOf<LeadLists>, OrderById {}

/** Where a person or deal came from. The key of a value; the organisation may change the list. Standard: ADVERTISEMENT, COLD_CALL, EMPLOYEE_REFERRAL, EXTERNAL_REFERRAL, ONLINE_STORE, X_TWITTER, FACEBOOK, PARTNER, PUBLIC_RELATIONS, SALES_EMAIL_ALIAS, SEMINAR_PARTNER, INTERNAL_SEMINAR, TRADE_SHOW, WEB_DOWNLOAD, WEB_RESEARCH, CHAT. */
export type LeadSource = 'ADVERTISEMENT' | 'COLD_CALL' | 'EMPLOYEE_REFERRAL' | 'EXTERNAL_REFERRAL' | 'ONLINE_STORE' | 'X_TWITTER' | 'FACEBOOK' | 'PARTNER' | 'PUBLIC_RELATIONS' | 'SALES_EMAIL_ALIAS' | 'SEMINAR_PARTNER' | 'INTERNAL_SEMINAR' | 'TRADE_SHOW' | 'WEB_DOWNLOAD' | 'WEB_RESEARCH' | 'CHAT' | (string & {});

export type LeadSourceFilter = LabelledEquality<LeadSource>;

/** Where the follow-up stands. The key of a value; the organisation may change the list. Standard: ATTEMPTED_TO_CONTACT, CONTACT_IN_FUTURE, CONTACTED, JUNK_LEAD, LOST_LEAD, NOT_CONTACTED, PRE_QUALIFIED, NOT_QUALIFIED. */
export type LeadStatus = 'ATTEMPTED_TO_CONTACT' | 'CONTACT_IN_FUTURE' | 'CONTACTED' | 'JUNK_LEAD' | 'LOST_LEAD' | 'NOT_CONTACTED' | 'PRE_QUALIFIED' | 'NOT_QUALIFIED' | (string & {});

export type LeadStatusFilter = LabelledEquality<LeadStatus>;

/** Changes of a lead: a field that is absent stays, null clears it. */
export interface LeadUpdateInput extends Omit<LeadCreateInput, 'emailOptOut' | 'lastName' | 'leadStatus'>, Takes<Lead, 'emailOptOut', boolean>, Takes<Lead, 'lastName', string>, Takes<Lead, 'leadStatus', LeadStatus> {}

export type LeadUpsertBy = UpsertBy<LeadKeyField>;

/** The types that a reference may lead to. */
export interface LeadOrContactTypes {
  readonly Contact: ContactShape;
  readonly Lead: LeadShape;
}

/** The types that a reference may lead to. */
export interface LeadOrAccountOrContactOrDealOrVendorTypes {
  readonly Account: AccountShape;
  readonly Contact: ContactShape;
  readonly Deal: DealShape;
  readonly Lead: LeadShape;
  readonly Vendor: VendorShape;
}
