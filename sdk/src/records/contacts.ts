// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Clones, Upserts, UpsertsMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { AccountFilter, AccountOrder, AccountShape } from './accounts.js';
import type { CampaignMemberConnectionShape, CampaignMemberListArgs, CampaignMemberListFilter } from './campaign-members.js';
import type { DealContactRoleConnectionShape, DealContactRoleListArgs, DealContactRoleListFilter, DealContactRoleOfDealCreateInput, DealContactRoleOfDealUpdateItem, DealContactRoleReference } from './deal-contact-roles.js';
import type { DealConnectionShape, DealListArgs, DealListFilter } from './deals.js';
import type { InvoiceConnectionShape, InvoiceListArgs, InvoiceListFilter } from './invoices.js';
import type { LeadSource, LeadSourceFilter } from './leads.js';
import type { ProductLinkConnectionShape, ProductLinkListArgs, ProductLinkListFilter } from './product-links.js';
import type { PurchaseOrderConnectionShape, PurchaseOrderListArgs, PurchaseOrderListFilter } from './purchase-orders.js';
import type { QuoteConnectionShape, QuoteListArgs, QuoteListFilter } from './quotes.js';
import type { SalesOrderConnectionShape, SalesOrderListArgs, SalesOrderListFilter } from './sales-orders.js';
import type { BooleanFilter, CrmRecord, DateBucket, DateFilter, DateTimeFilter, DecimalFilter, ExternalIdsFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, Salutation, SalutationFilter, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';
import type { VendorFilter, VendorOrder, VendorShape } from './vendors.js';

interface Types {
  readonly shape: ContactShape;
  readonly list: ContactListArgs;
  readonly aggregate: ContactAggregateShape;
  readonly group: ContactGroupShape;
  readonly groups: ContactGroupsArgs;
}

/** What can be done with contacts. */
export interface Contacts extends Reads<Types>, Creates<Types, ContactCreateInput>, CreatesMany<Types, ContactCreateInput>, Updates<Types, ContactUpdateInput>, UpdatesMany<Types, ContactUpdateInput>, Clones<Types, ContactUpdateInput>, Upserts<Types, ContactUpsertBy, ContactUpdateInput>, UpsertsMany<Types, ContactUpsertBy, ContactUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const contactFields = 'accountId assistant asstPhone createdAt createdById dateOfBirth deletedAt department description displayName email emailOptOut externalIds fax firstName fullName homePhone id lastName leadSource leadSourceLabel mailingCity mailingCountry mailingState mailingStreet mailingZip mobile modifiedAt modifiedById otherCity otherCountry otherPhone otherState otherStreet otherZip ownerId phone reportingToId salutation salutationLabel secondaryEmail skypeId title twitter vendorId version';

/** A person we know, mostly at an account. `contacts(crm).list()` and what else there is. */
export const contacts = /* @__PURE__ */ record('Contact', 'contact', 'contacts', contactFields) as (crm: Crm) => Contacts;


type Names1 = 'accountId' | 'assistant' | 'asstPhone' | 'createdById' | 'dateOfBirth' | 'department' | 'email' | 'fax' | 'firstName' | 'fullName' | 'homePhone' | 'lastName' | 'leadSource' | 'mailingCity' | 'mailingCountry' | 'mailingState' | 'mailingStreet' | 'mailingZip' | 'mobile' | 'modifiedById' | 'otherCity' | 'otherCountry' | 'otherPhone' | 'otherState' | 'otherStreet' | 'otherZip' | 'ownerId' | 'phone' | 'reportingToId' | 'salutation' | 'secondaryEmail' | 'skypeId' | 'title' | 'twitter' | 'vendorId' | 'version';

/** A person we know, mostly at an account. */
export interface Contact extends CrmRecord {
  /** The id of `account`, without reading it. */
  readonly accountId: string | null;
  /** The assistant's name. */
  readonly assistant: string | null;
  /** The assistant's telephone. */
  readonly asstPhone: string | null;
  /** Date of birth. */
  readonly dateOfBirth: string | null;
  /** The department. */
  readonly department: string | null;
  /** Anything worth knowing. */
  readonly description: string | null;
  /** E-mail; the field that duplicates are found by. */
  readonly email: string | null;
  /** True: no mass mail and no automatic answer. */
  readonly emailOptOut: boolean | null;
  /** Fax. */
  readonly fax: string | null;
  /** Given name. */
  readonly firstName: string | null;
  /** Salutation, given and family name. */
  readonly fullName: string | null;
  /** Telephone at home. */
  readonly homePhone: string | null;
  /** Family name. */
  readonly lastName: string | null;
  /** Where the person came from. */
  readonly leadSource: LeadSource | null;
  /** The label of `leadSource` in the reader's language. */
  readonly leadSourceLabel: string | null;
  /** Mailing address: city. */
  readonly mailingCity: string | null;
  /** Mailing address: country. */
  readonly mailingCountry: string | null;
  /** Mailing address: state or province. */
  readonly mailingState: string | null;
  /** Mailing address: street. */
  readonly mailingStreet: string | null;
  /** Mailing address: postal code. */
  readonly mailingZip: string | null;
  /** Mobile telephone. */
  readonly mobile: string | null;
  /** Other address: city. */
  readonly otherCity: string | null;
  /** Other address: country. */
  readonly otherCountry: string | null;
  /** Another telephone. */
  readonly otherPhone: string | null;
  /** Other address: state or province. */
  readonly otherState: string | null;
  /** Other address: street. */
  readonly otherStreet: string | null;
  /** Other address: postal code. */
  readonly otherZip: string | null;
  /** Telephone at work. */
  readonly phone: string | null;
  /** The id of `reportingTo`, without reading it. */
  readonly reportingToId: string | null;
  /** How the person is addressed. */
  readonly salutation: Salutation | null;
  /** The label of `salutation` in the reader's language. */
  readonly salutationLabel: string | null;
  /** A second e-mail address. */
  readonly secondaryEmail: string | null;
  /** Skype name. */
  readonly skypeId: string | null;
  /** The position in the company. */
  readonly title: string | null;
  /** Name on X (Twitter). */
  readonly twitter: string | null;
  /** The id of `vendor`, without reading it. */
  readonly vendorId: string | null;
}
export interface ContactShape {
  readonly fields: Contact;
  readonly links: {
    readonly account: AccountShape | null;
    readonly campaignMemberships: (CampaignMemberConnectionShape & { readonly args: CampaignMemberListArgs }) | null;
    readonly createdBy: UserShape | null;
    readonly dealRoles: (DealContactRoleConnectionShape & { readonly args: DealContactRoleListArgs }) | null;
    readonly deals: (DealConnectionShape & { readonly args: DealListArgs }) | null;
    readonly invoices: (InvoiceConnectionShape & { readonly args: InvoiceListArgs }) | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly productLinks: (ProductLinkConnectionShape & { readonly args: ProductLinkListArgs }) | null;
    readonly purchaseOrders: (PurchaseOrderConnectionShape & { readonly args: PurchaseOrderListArgs }) | null;
    readonly quotes: (QuoteConnectionShape & { readonly args: QuoteListArgs }) | null;
    readonly reportees: (ContactConnectionShape & { readonly args: ContactListArgs }) | null;
    readonly reportingTo: ContactShape | null;
    readonly salesOrders: (SalesOrderConnectionShape & { readonly args: SalesOrderListArgs }) | null;
    readonly vendor: VendorShape | null;
  };
}

export interface ContactAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: ContactAvgShape;
    readonly countDistinct: ContactCountDistinctShape;
    readonly max: ContactMaxShape;
    readonly min: ContactMinShape;
    readonly sum: ContactSumShape;
  };
}

export interface ContactAvgShape {
  readonly fields: { readonly version: string | null; };
  readonly links: {};
}

export interface ContactConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: ContactAggregateShape;
    readonly edges: readonly ContactEdgeShape[];
    readonly groups: readonly ((ContactGroupShape & { readonly args: ContactGroupsArgs }))[];
    readonly nodes: readonly ContactShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface ContactListArgs extends ListArguments { readonly filter?: ContactFilter | null; readonly orderBy?: readonly ContactOrder[] | null; }
export interface ContactGroupsArgs { readonly by: readonly ContactGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: ContactGroupHaving | null; readonly orderBy?: readonly ContactGroupOrder[] | null; }

export interface ContactCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

/** A new contact. */
export interface ContactCreateInput {
  /** The company the person works for. The id of an account. */
  readonly accountId?: string | null;
  /** The assistant's name. At most 50 characters. */
  readonly assistant?: string | null;
  /** The assistant's telephone. At most 30 characters. */
  readonly asstPhone?: string | null;
  /** Date of birth. */
  readonly dateOfBirth?: string | null;
  /** The department. At most 50 characters. */
  readonly department?: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description?: string | null;
  /** E-mail; the field that duplicates are found by. At most 100 characters. */
  readonly email?: string | null;
  /** True: no mass mail and no automatic answer. Default: false. */
  readonly emailOptOut?: boolean | null;
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  readonly externalIds?: Readonly<Record<string, string | null>> | null;
  /** Fax. At most 30 characters. */
  readonly fax?: string | null;
  /** Given name. At most 40 characters. */
  readonly firstName?: string | null;
  /** Telephone at home. At most 30 characters. */
  readonly homePhone?: string | null;
  /** Family name. At most 80 characters. */
  readonly lastName: string;
  /** Where the person came from. */
  readonly leadSource?: LeadSource | null;
  /** Mailing address: city. At most 100 characters. */
  readonly mailingCity?: string | null;
  /** Mailing address: country. At most 100 characters. */
  readonly mailingCountry?: string | null;
  /** Mailing address: state or province. At most 100 characters. */
  readonly mailingState?: string | null;
  /** Mailing address: street. At most 250 characters. */
  readonly mailingStreet?: string | null;
  /** Mailing address: postal code. At most 30 characters. */
  readonly mailingZip?: string | null;
  /** Mobile telephone. At most 30 characters. */
  readonly mobile?: string | null;
  /** Other address: city. At most 100 characters. */
  readonly otherCity?: string | null;
  /** Other address: country. At most 100 characters. */
  readonly otherCountry?: string | null;
  /** Another telephone. At most 30 characters. */
  readonly otherPhone?: string | null;
  /** Other address: state or province. At most 100 characters. */
  readonly otherState?: string | null;
  /** Other address: street. At most 250 characters. */
  readonly otherStreet?: string | null;
  /** Other address: postal code. At most 30 characters. */
  readonly otherZip?: string | null;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  readonly ownerId?: string | null;
  /** Telephone at work. At most 30 characters. */
  readonly phone?: string | null;
  /** Whom the person reports to. The id of a contact. */
  readonly reportingToId?: string | null;
  /** How the person is addressed. */
  readonly salutation?: Salutation | null;
  /** A second e-mail address. At most 100 characters. */
  readonly secondaryEmail?: string | null;
  /** Skype name. At most 50 characters. */
  readonly skypeId?: string | null;
  /** The position in the company. At most 100 characters. */
  readonly title?: string | null;
  /** Name on X (Twitter). At most 50 characters. */
  readonly twitter?: string | null;
  /** The vendor that the person works for. The id of a vendor. */
  readonly vendorId?: string | null;
}

export interface ContactEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: ContactShape | null;
  };
}

/** Conditions on contacts; all given ones must hold. */
export interface ContactFilter extends Partial<Alike<'accountId' | 'id' | 'reportingToId' | 'vendorId', IDFilter | null>>, Partial<Alike<'assistant' | 'asstPhone' | 'department' | 'description' | 'email' | 'fax' | 'firstName' | 'fullName' | 'homePhone' | 'lastName' | 'mailingCity' | 'mailingCountry' | 'mailingState' | 'mailingStreet' | 'mailingZip' | 'mobile' | 'otherCity' | 'otherCountry' | 'otherPhone' | 'otherState' | 'otherStreet' | 'otherZip' | 'phone' | 'secondaryEmail' | 'skypeId' | 'title' | 'twitter', StringFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserFilter | null>>, Partial<Alike<'createdById' | 'modifiedById' | 'ownerId', UserIDFilter | null>> {
  readonly account?: AccountFilter | null;
  readonly and?: readonly ContactFilter[] | null;
  readonly campaignMemberships?: CampaignMemberListFilter | null;
  readonly dateOfBirth?: DateFilter | null;
  readonly dealRoles?: DealContactRoleListFilter | null;
  readonly deals?: DealListFilter | null;
  readonly emailOptOut?: BooleanFilter | null;
  readonly externalIds?: ExternalIdsFilter | null;
  readonly invoices?: InvoiceListFilter | null;
  readonly leadSource?: LeadSourceFilter | null;
  readonly not?: ContactFilter | null;
  readonly or?: readonly ContactFilter[] | null;
  readonly productLinks?: ProductLinkListFilter | null;
  readonly purchaseOrders?: PurchaseOrderListFilter | null;
  readonly quotes?: QuoteListFilter | null;
  readonly reportees?: ContactListFilter | null;
  readonly reportingTo?: ContactFilter | null;
  readonly salesOrders?: SalesOrderListFilter | null;
  readonly salutation?: SalutationFilter | null;
  readonly vendor?: VendorFilter | null;
  readonly version?: IntFilter | null;
}

export interface ContactGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: ContactAggregateShape;
    readonly key: ContactGroupKeyShape;
  };
}

/** One thing that contacts are grouped by. */
export interface ContactGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: ContactGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface ContactGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface ContactGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What contacts can be grouped by. */
export type ContactGroupField = 'ACCOUNT' | 'ASSISTANT' | 'ASST_PHONE' | 'CREATED_AT' | 'CREATED_BY' | 'DATE_OF_BIRTH' | 'DELETED_AT' | 'DEPARTMENT' | 'EMAIL' | 'EMAIL_OPT_OUT' | 'FAX' | 'FIRST_NAME' | 'FULL_NAME' | 'HOME_PHONE' | 'LAST_NAME' | 'LEAD_SOURCE' | 'MAILING_CITY' | 'MAILING_COUNTRY' | 'MAILING_STATE' | 'MAILING_STREET' | 'MAILING_ZIP' | 'MOBILE' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'OTHER_CITY' | 'OTHER_COUNTRY' | 'OTHER_PHONE' | 'OTHER_STATE' | 'OTHER_STREET' | 'OTHER_ZIP' | 'OWNER' | 'PHONE' | 'REPORTING_TO' | 'SALUTATION' | 'SECONDARY_EMAIL' | 'SKYPE_ID' | 'TITLE' | 'TWITTER' | 'VENDOR' | 'VERSION';

/** Conditions on the figures of groups of contacts; all given ones must hold. */
export interface ContactGroupHaving {
  readonly and?: readonly ContactGroupHaving[] | null;
  readonly avg?: ContactGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: ContactGroupCountHaving | null;
  readonly max?: ContactGroupRangeHaving | null;
  readonly min?: ContactGroupRangeHaving | null;
  readonly not?: ContactGroupHaving | null;
  readonly or?: readonly ContactGroupHaving[] | null;
  readonly sum?: ContactGroupNumberHaving | null;
}

export interface ContactGroupKeyShape {
  readonly fields: Alike<'accountId' | 'assistant' | 'asstPhone' | 'createdAt' | 'createdById' | 'dateOfBirth' | 'deletedAt' | 'department' | 'email' | 'fax' | 'firstName' | 'fullName' | 'homePhone' | 'lastName' | 'leadSourceLabel' | 'mailingCity' | 'mailingCountry' | 'mailingState' | 'mailingStreet' | 'mailingZip' | 'mobile' | 'modifiedAt' | 'modifiedById' | 'otherCity' | 'otherCountry' | 'otherPhone' | 'otherState' | 'otherStreet' | 'otherZip' | 'ownerId' | 'phone' | 'reportingToId' | 'salutationLabel' | 'secondaryEmail' | 'skypeId' | 'title' | 'twitter' | 'vendorId', string | null> & { readonly emailOptOut: boolean | null; readonly leadSource: LeadSource | null; readonly salutation: Salutation | null; readonly version: number | null; };
  readonly links: {
    readonly account: AccountShape | null;
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly dateOfBirthPeriod: GroupPeriodShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly reportingTo: ContactShape | null;
    readonly vendor: VendorShape | null;
  };
}

/** By one of the keys of groups of contacts: exactly one of those they are grouped by. */
export interface ContactGroupKeyOrder extends Partial<Alike<'assistant' | 'asstPhone' | 'createdAt' | 'dateOfBirth' | 'deletedAt' | 'department' | 'email' | 'emailOptOut' | 'fax' | 'firstName' | 'fullName' | 'homePhone' | 'lastName' | 'leadSource' | 'mailingCity' | 'mailingCountry' | 'mailingState' | 'mailingStreet' | 'mailingZip' | 'mobile' | 'modifiedAt' | 'otherCity' | 'otherCountry' | 'otherPhone' | 'otherState' | 'otherStreet' | 'otherZip' | 'phone' | 'salutation' | 'secondaryEmail' | 'skypeId' | 'title' | 'twitter' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly account?: AccountOrder | null;
  readonly reportingTo?: ContactOrder | null;
  readonly vendor?: VendorOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface ContactGroupNumberHaving {
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface ContactGroupNumberOrder {
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of contacts: exactly one figure or key. */
export interface ContactGroupOrder {
  readonly avg?: ContactGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: ContactGroupCountOrder | null;
  readonly key?: ContactGroupKeyOrder | null;
  readonly max?: ContactGroupRangeOrder | null;
  readonly min?: ContactGroupRangeOrder | null;
  readonly sum?: ContactGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface ContactGroupRangeHaving extends Partial<Alike<'assistant' | 'asstPhone' | 'department' | 'email' | 'fax' | 'firstName' | 'fullName' | 'homePhone' | 'lastName' | 'mailingCity' | 'mailingCountry' | 'mailingState' | 'mailingStreet' | 'mailingZip' | 'mobile' | 'otherCity' | 'otherCountry' | 'otherPhone' | 'otherState' | 'otherStreet' | 'otherZip' | 'phone' | 'secondaryEmail' | 'skypeId' | 'title' | 'twitter', StringFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly dateOfBirth?: DateFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface ContactGroupRangeOrder extends Partial<Alike<'assistant' | 'asstPhone' | 'createdAt' | 'dateOfBirth' | 'deletedAt' | 'department' | 'email' | 'fax' | 'firstName' | 'fullName' | 'homePhone' | 'lastName' | 'mailingCity' | 'mailingCountry' | 'mailingState' | 'mailingStreet' | 'mailingZip' | 'mobile' | 'modifiedAt' | 'otherCity' | 'otherCountry' | 'otherPhone' | 'otherState' | 'otherStreet' | 'otherZip' | 'phone' | 'secondaryEmail' | 'skypeId' | 'title' | 'twitter' | 'version', SortOrder | null>> {
}

/** What contacts can be looked for by: email, and what the organisation has made unique. */
export type ContactKeyField = 'ASSISTANT' | 'ASST_PHONE' | 'DEPARTMENT' | 'EMAIL' | 'FAX' | 'FIRST_NAME' | 'HOME_PHONE' | 'LAST_NAME' | 'MAILING_CITY' | 'MAILING_COUNTRY' | 'MAILING_STATE' | 'MAILING_STREET' | 'MAILING_ZIP' | 'MOBILE' | 'OTHER_CITY' | 'OTHER_COUNTRY' | 'OTHER_PHONE' | 'OTHER_STATE' | 'OTHER_STREET' | 'OTHER_ZIP' | 'PHONE' | 'SECONDARY_EMAIL' | 'SKYPE_ID' | 'TITLE' | 'TWITTER';

/** Conditions on a list of contacts. */
export type ContactListFilter = Quantified<ContactFilter>;

export interface ContactMaxShape {
  readonly fields: Alike<'assistant' | 'asstPhone' | 'createdAt' | 'dateOfBirth' | 'deletedAt' | 'department' | 'email' | 'fax' | 'firstName' | 'fullName' | 'homePhone' | 'lastName' | 'mailingCity' | 'mailingCountry' | 'mailingState' | 'mailingStreet' | 'mailingZip' | 'mobile' | 'modifiedAt' | 'otherCity' | 'otherCountry' | 'otherPhone' | 'otherState' | 'otherStreet' | 'otherZip' | 'phone' | 'secondaryEmail' | 'skypeId' | 'title' | 'twitter', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type ContactMinShape = ContactMaxShape;

/** A new contact of the account in whose input it stands. Lists of its own are edited in a call of their own. */
export interface ContactOfAccountCreateInput {
  /** The assistant's name. At most 50 characters. */
  readonly assistant?: string | null;
  /** The assistant's telephone. At most 30 characters. */
  readonly asstPhone?: string | null;
  /** Date of birth. */
  readonly dateOfBirth?: string | null;
  /** The department. At most 50 characters. */
  readonly department?: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description?: string | null;
  /** E-mail; the field that duplicates are found by. At most 100 characters. */
  readonly email?: string | null;
  /** True: no mass mail and no automatic answer. Default: false. */
  readonly emailOptOut?: boolean | null;
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  readonly externalIds?: Readonly<Record<string, string | null>> | null;
  /** Fax. At most 30 characters. */
  readonly fax?: string | null;
  /** Given name. At most 40 characters. */
  readonly firstName?: string | null;
  /** Telephone at home. At most 30 characters. */
  readonly homePhone?: string | null;
  /** Family name. At most 80 characters. */
  readonly lastName: string;
  /** Where the person came from. */
  readonly leadSource?: LeadSource | null;
  /** Mailing address: city. At most 100 characters. */
  readonly mailingCity?: string | null;
  /** Mailing address: country. At most 100 characters. */
  readonly mailingCountry?: string | null;
  /** Mailing address: state or province. At most 100 characters. */
  readonly mailingState?: string | null;
  /** Mailing address: street. At most 250 characters. */
  readonly mailingStreet?: string | null;
  /** Mailing address: postal code. At most 30 characters. */
  readonly mailingZip?: string | null;
  /** Mobile telephone. At most 30 characters. */
  readonly mobile?: string | null;
  /** Other address: city. At most 100 characters. */
  readonly otherCity?: string | null;
  /** Other address: country. At most 100 characters. */
  readonly otherCountry?: string | null;
  /** Another telephone. At most 30 characters. */
  readonly otherPhone?: string | null;
  /** Other address: state or province. At most 100 characters. */
  readonly otherState?: string | null;
  /** Other address: street. At most 250 characters. */
  readonly otherStreet?: string | null;
  /** Other address: postal code. At most 30 characters. */
  readonly otherZip?: string | null;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  readonly ownerId?: string | null;
  /** Telephone at work. At most 30 characters. */
  readonly phone?: string | null;
  /** Whom the person reports to. The id of a contact. */
  readonly reportingToId?: string | null;
  /** How the person is addressed. */
  readonly salutation?: Salutation | null;
  /** A second e-mail address. At most 100 characters. */
  readonly secondaryEmail?: string | null;
  /** Skype name. At most 50 characters. */
  readonly skypeId?: string | null;
  /** The position in the company. At most 100 characters. */
  readonly title?: string | null;
  /** Name on X (Twitter). At most 50 characters. */
  readonly twitter?: string | null;
  /** The vendor that the person works for. The id of a vendor. */
  readonly vendorId?: string | null;
}

/** Changes of a contact of the account in whose input they stand: a field that is absent stays, null clears it. */
export interface ContactOfAccountUpdateInput extends Omit<ContactOfAccountCreateInput, 'emailOptOut' | 'lastName'> {
  /** True: no mass mail and no automatic answer. */
  readonly emailOptOut?: boolean | null;
  /** Family name. At most 80 characters. */
  readonly lastName?: string | null;
}

/** One contact to change. */
export interface ContactOfAccountUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  readonly expectedVersion?: number | null;
  /** The contact. */
  readonly id: string;
  /** The changes. */
  readonly input: ContactOfAccountUpdateInput;
}

/** One term of an order of contacts: exactly one field. */
export interface ContactOrder extends Partial<Alike<'assistant' | 'asstPhone' | 'createdAt' | 'dateOfBirth' | 'deletedAt' | 'department' | 'email' | 'emailOptOut' | 'fax' | 'firstName' | 'fullName' | 'homePhone' | 'id' | 'lastName' | 'leadSource' | 'mailingCity' | 'mailingCountry' | 'mailingState' | 'mailingStreet' | 'mailingZip' | 'mobile' | 'modifiedAt' | 'otherCity' | 'otherCountry' | 'otherPhone' | 'otherState' | 'otherStreet' | 'otherZip' | 'phone' | 'salutation' | 'secondaryEmail' | 'skypeId' | 'title' | 'twitter' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly account?: AccountOrder | null;
  readonly reportingTo?: ContactOrder | null;
  readonly vendor?: VendorOrder | null;
}

/** One contact, perhaps at a known version. */
export interface ContactReference {
  /** Refuse with CONFLICT unless the record still has this version. */
  readonly expectedVersion?: number | null;
  /** The contact. */
  readonly id: string;
}

/** What somebody has to say in a deal. The key of a value; the organisation may change the list. Standard: DEVELOPER_EVALUATOR, DECISION_MAKER, PURCHASING, EXECUTIVE_SPONSOR, ENGINEERING_LEAD, ECONOMIC_DECISION_MAKER, PRODUCT_MANAGEMENT. */
export type ContactRole = 'DEVELOPER_EVALUATOR' | 'DECISION_MAKER' | 'PURCHASING' | 'EXECUTIVE_SPONSOR' | 'ENGINEERING_LEAD' | 'ECONOMIC_DECISION_MAKER' | 'PRODUCT_MANAGEMENT' | (string & {});

/** Conditions on one ContactRole value; all given ones must hold. */
export interface ContactRoleFilter {
  readonly eq?: ContactRole | null;
  readonly in?: readonly ContactRole[] | null;
  readonly isNull?: boolean | null;
  readonly labelContains?: string | null;
  readonly notEq?: ContactRole | null;
  readonly notIn?: readonly ContactRole[] | null;
}

/** What becomes of the contactRoles of a deal: those that are not named stay as they are. At most 200 contactRoles in all. */
export interface ContactRolesOfDealInput {
  /** The new ones. */
  readonly create?: readonly DealContactRoleOfDealCreateInput[] | null;
  /** Those to move to the bin; each must be of this deal. */
  readonly delete?: readonly DealContactRoleReference[] | null;
  /** Those to change; each must be of this deal. */
  readonly update?: readonly DealContactRoleOfDealUpdateItem[] | null;
}

export type ContactSumShape = ContactAvgShape;

/** Changes of a contact: a field that is absent stays, null clears it. */
export interface ContactUpdateInput extends Omit<ContactCreateInput, 'emailOptOut' | 'lastName'> {
  /** True: no mass mail and no automatic answer. */
  readonly emailOptOut?: boolean | null;
  /** Family name. At most 80 characters. */
  readonly lastName?: string | null;
}

/** What a contact is looked for by: exactly one of these. */
export interface ContactUpsertBy {
  /** The key of this source, in `externalIds` of the input. */
  readonly externalId?: string | null;
  /** This field: one that is unique, or the one that tells duplicates. */
  readonly field?: ContactKeyField | null;
}
