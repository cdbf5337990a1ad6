// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, WritesAndUpserts } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { LabelledEquality, Needs, Quantified, Takes, UpsertBy } from '../shape.js';
import type { AccountLists, AccountShape } from './accounts.js';
import type { CampaignMemberLists } from './campaign-members.js';
import type { DealContactRoleLists, DealContactRoleOfDealCreateInput, DealContactRoleOfDealUpdateItem, DealContactRoleReference } from './deal-contact-roles.js';
import type { DealLists } from './deals.js';
import type { InvoiceLists } from './invoices.js';
import type { LeadSource, LeadSourceFilter } from './leads.js';
import type { ProductLinkLists } from './product-links.js';
import type { PurchaseOrderLists } from './purchase-orders.js';
import type { QuoteLists } from './quotes.js';
import type { SalesOrderLists } from './sales-orders.js';
import type { CrmRecord, ExternalIdsFilter, Salutation, SalutationFilter, UnsubscribedMode, UnsubscribedModeFilter } from './shared.js';
import type { UserLists, UserShape } from './users.js';
import type { VendorLists, VendorShape } from './vendors.js';

type Types = TypesOf<ContactLists>;

/** What can be done with contacts. */
export interface Contacts extends Reads<Types>, WritesAndUpserts<Types, ContactCreateInput, ContactUpdateInput, ContactUpsertBy> {}

/** Selected unless said otherwise. */
const contactFields = 'accountId assistant asstPhone createdAt createdById dateOfBirth deletedAt department description displayName email emailOptOut externalIds fax firstName fullName homePhone id lastName leadSource leadSourceLabel mailingCity mailingCountry mailingState mailingStreet mailingZip mobile modifiedAt modifiedById otherCity otherCountry otherPhone otherState otherStreet otherZip ownerId phone reportingToId salutation salutationLabel secondaryEmail skypeId title twitter unsubscribedAt unsubscribedMode unsubscribedModeLabel vendorId version';

/** A person we know, mostly at an account. `contacts(crm).list()` and what else there is. */
export const contacts = /* @__PURE__ */ record('Contact', 'contact', 'contacts', contactFields) as (crm: Crm) => Contacts;


/** A person we know, mostly at an account. */
export interface Contact extends CrmRecord {
  /** The id of `account`, without reading it. */
  readonly accountId: string | null;
  /** The assistant's name. At most 50 characters. */
  readonly assistant: string | null;
  /** The assistant's telephone. At most 30 characters. */
  readonly asstPhone: string | null;
  /** Date of birth. */
  readonly dateOfBirth: string | null;
  /** The department. At most 50 characters. */
  readonly department: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description: string | null;
  /** E-mail; the field that duplicates are found by. At most 100 characters. */
  readonly email: string | null;
  /** True: no mass mail and no automatic answer. */
  readonly emailOptOut: boolean | null;
  /** Fax. At most 30 characters. */
  readonly fax: string | null;
  /** Given name. At most 40 characters. */
  readonly firstName: string | null;
  /** Salutation, given and family name, in the order of `nameFormat` and in the language of the reader. Filters compare what the reader sees; orders go by family name. */
  readonly fullName: string | null;
  /** Telephone at home. At most 30 characters. */
  readonly homePhone: string | null;
  /** Family name. At most 80 characters. */
  readonly lastName: string | null;
  /** Where the person came from. */
  readonly leadSource: LeadSource | null;
  /** The label of `leadSource` in the reader's language. */
  readonly leadSourceLabel: string | null;
  /** Mailing address: city. At most 100 characters. */
  readonly mailingCity: string | null;
  /** Mailing address: country. At most 100 characters. */
  readonly mailingCountry: string | null;
  /** Mailing address: state or province. At most 100 characters. */
  readonly mailingState: string | null;
  /** Mailing address: street. At most 250 characters. */
  readonly mailingStreet: string | null;
  /** Mailing address: postal code. At most 30 characters. */
  readonly mailingZip: string | null;
  /** Mobile telephone. At most 30 characters. */
  readonly mobile: string | null;
  /** Other address: city. At most 100 characters. */
  readonly otherCity: string | null;
  /** Other address: country. At most 100 characters. */
  readonly otherCountry: string | null;
  /** Another telephone. At most 30 characters. */
  readonly otherPhone: string | null;
  /** Other address: state or province. At most 100 characters. */
  readonly otherState: string | null;
  /** Other address: street. At most 250 characters. */
  readonly otherStreet: string | null;
  /** Other address: postal code. At most 30 characters. */
  readonly otherZip: string | null;
  /** Telephone at work. At most 30 characters. */
  readonly phone: string | null;
  /** The id of `reportingTo`, without reading it. */
  readonly reportingToId: string | null;
  /** How the person is addressed. */
  readonly salutation: Salutation | null;
  /** The label of `salutation` in the reader's language. */
  readonly salutationLabel: string | null;
  /** A second e-mail address. At most 100 characters. */
  readonly secondaryEmail: string | null;
  /** Skype name. At most 50 characters. */
  readonly skypeId: string | null;
  /** The position in the company. At most 100 characters. */
  readonly title: string | null;
  /** Name on X (Twitter). At most 50 characters. */
  readonly twitter: string | null;
  /** Time at which the person unsubscribed from mail. */
  readonly unsubscribedAt: string | null;
  /** Way in which the person unsubscribed from mail. */
  readonly unsubscribedMode: UnsubscribedMode | null;
  /** The label of `unsubscribedMode` in the reader's language. */
  readonly unsubscribedModeLabel: string | null;
  /** The id of `vendor`, without reading it. */
  readonly vendorId: string | null;
}
export interface ContactShape {
  readonly fields: Contact;
  readonly links: ContactShapeLinks;
}
export interface ContactShapeLinks {
  /** The company the person works for. */
  readonly account: AccountShape | null;
  /** The campaigns that the person is part of. */
  readonly campaignMemberships: ListOf<CampaignMemberLists> | null;
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** The deals the person takes part in, and as what. */
  readonly dealRoles: ListOf<DealContactRoleLists> | null;
  /** Deals the person is the main contact of. */
  readonly deals: ListOf<DealLists> | null;
  /** What went to the person. */
  readonly invoices: ListOf<InvoiceLists> | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** Who is responsible for the record. Default: whoever makes it. */
  readonly owner: UserShape | null;
  /** The linked products; an account's include those of its contacts. */
  readonly productLinks: ListOf<ProductLinkLists> | null;
  /** What went to the person. */
  readonly purchaseOrders: ListOf<PurchaseOrderLists> | null;
  /** What went to the person. */
  readonly quotes: ListOf<QuoteLists> | null;
  /** Who reports to the person. */
  readonly reportees: ListOf<ContactLists> | null;
  /** Whom the person reports to. */
  readonly reportingTo: ContactShape | null;
  /** What went to the person. */
  readonly salesOrders: ListOf<SalesOrderLists> | null;
  /** The vendor that the person works for. */
  readonly vendor: VendorShape | null;
}

/** `Contact` in lists. */
export interface ContactLists extends Lists<ContactShape, ContactFilter, ContactOrder, ContactGroupField> {
  readonly text: 'assistant' | 'asstPhone' | 'department' | 'email' | 'fax' | 'firstName' | 'fullName' | 'homePhone' | 'lastName' | 'mailingCity' | 'mailingCountry' | 'mailingState' | 'mailingStreet' | 'mailingZip' | 'mobile' | 'otherCity' | 'otherCountry' | 'otherPhone' | 'otherState' | 'otherStreet' | 'otherZip' | 'phone' | 'secondaryEmail' | 'skypeId' | 'title' | 'twitter';
  readonly longText: 'description';
  readonly flag: 'emailOptOut';
  readonly day: 'dateOfBirth';
  readonly moment: 'unsubscribedAt';
  readonly picklists: { readonly leadSource: LeadSourceFilter; readonly salutation: SalutationFilter; readonly unsubscribedMode: UnsubscribedModeFilter; };
  readonly lookups: { readonly account: AccountLists; readonly owner: UserLists; readonly reportingTo: ContactLists; readonly vendor: VendorLists; };
  readonly lists: { readonly campaignMemberships: CampaignMemberLists; readonly dealRoles: DealContactRoleLists; readonly deals: DealLists; readonly invoices: InvoiceLists; readonly productLinks: ProductLinkLists; readonly purchaseOrders: PurchaseOrderLists; readonly quotes: QuoteLists; readonly reportees: ContactLists; readonly salesOrders: SalesOrderLists; };
}
export type ContactListArgs = ListArgs<ContactLists>;
export type ContactGroupsArgs = GroupsArgs<ContactLists>;

/** A new contact. */
export interface ContactCreateInput extends Takes<Contact, 'assistant' | 'asstPhone' | 'dateOfBirth' | 'department' | 'description' | 'email' | 'fax' | 'firstName' | 'homePhone' | 'mailingCity' | 'mailingCountry' | 'mailingState' | 'mailingStreet' | 'mailingZip' | 'mobile' | 'otherCity' | 'otherCountry' | 'otherPhone' | 'otherState' | 'otherStreet' | 'otherZip' | 'phone' | 'secondaryEmail' | 'skypeId' | 'title' | 'twitter', string>, Takes<Contact, 'externalIds', Readonly<Record<string, string | null>>>, Needs<Contact, 'lastName', string>, Takes<Contact, 'leadSource', LeadSource>, Takes<Contact, 'salutation', Salutation>, Takes<Contact, 'unsubscribedAt', string | Date>, Takes<Contact, 'unsubscribedMode', UnsubscribedMode> {
  /** The company the person works for. The id of an account. */
  accountId?: string | null | undefined;
  /** True: no mass mail and no automatic answer. Default: false. */
  emailOptOut?: boolean | null | undefined;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  ownerId?: string | null | undefined;
  /** Whom the person reports to. The id of a contact. */
  reportingToId?: string | null | undefined;
  /** The vendor that the person works for. The id of a vendor. */
  vendorId?: string | null | undefined;
}

/** Conditions on contacts; all given ones must hold. */
export interface ContactFilter extends FilterOf<ContactLists>, Combined<ContactFilter> {
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  externalIds?: ExternalIdsFilter | null | undefined;
}

export type ContactGroupBy = GroupBy<ContactLists>;

/** What contacts can be grouped by. */
export type ContactGroupField = CommonGroupField | ContactKeyField | 'ACCOUNT' | 'DATE_OF_BIRTH' | 'EMAIL_OPT_OUT' | 'FULL_NAME' | 'LEAD_SOURCE' | 'OWNER' | 'REPORTING_TO' | 'SALUTATION' | 'UNSUBSCRIBED_AT' | 'UNSUBSCRIBED_MODE' | 'VENDOR';

export type ContactGroupHaving = GroupHaving<ContactLists>;

export type ContactGroupOrder = GroupOrder<ContactLists>;

/** What contacts can be looked for by: email, and what the organisation has made unique. */
export type ContactKeyField = 'ASSISTANT' | 'ASST_PHONE' | 'DEPARTMENT' | 'EMAIL' | 'FAX' | 'FIRST_NAME' | 'HOME_PHONE' | 'LAST_NAME' | 'MAILING_CITY' | 'MAILING_COUNTRY' | 'MAILING_STATE' | 'MAILING_STREET' | 'MAILING_ZIP' | 'MOBILE' | 'OTHER_CITY' | 'OTHER_COUNTRY' | 'OTHER_PHONE' | 'OTHER_STATE' | 'OTHER_STREET' | 'OTHER_ZIP' | 'PHONE' | 'SECONDARY_EMAIL' | 'SKYPE_ID' | 'TITLE' | 'TWITTER';

export type ContactListFilter = Quantified<ContactFilter>;

/** A new contact of the account in whose input it stands. Lists of its own are edited in a call of their own. */
export interface ContactOfAccountCreateInput extends Omit<ContactCreateInput, 'accountId'> {}

/** Changes of a contact of the account in whose input they stand: a field that is absent stays, null clears it. */
export interface ContactOfAccountUpdateInput extends Omit<ContactUpdateInput, 'accountId'> {}

/** One contact to change. */
export interface ContactOfAccountUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The contact. */
  id: string;
  /** The changes. */
  input: ContactOfAccountUpdateInput;
}

/** One term of an order of contacts: exactly one field. */
export interface ContactOrder extends OrderOf<ContactLists>, OrderById {}

/** One contact, perhaps at a known version. */
export interface ContactReference {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The contact. */
  id: string;
}

/** What somebody has to say in a deal. The key of a value; the organisation may change the list. Standard: DEVELOPER_EVALUATOR, DECISION_MAKER, PURCHASING, EXECUTIVE_SPONSOR, ENGINEERING_LEAD, ECONOMIC_DECISION_MAKER, PRODUCT_MANAGEMENT. */
export type ContactRole = 'DEVELOPER_EVALUATOR' | 'DECISION_MAKER' | 'PURCHASING' | 'EXECUTIVE_SPONSOR' | 'ENGINEERING_LEAD' | 'ECONOMIC_DECISION_MAKER' | 'PRODUCT_MANAGEMENT' | (string & {});

export type ContactRoleFilter = LabelledEquality<ContactRole>;

/** What becomes of the contactRoles of a deal: those that are not named stay as they are. At most 200 contactRoles in all. */
export interface ContactRolesOfDealInput {
  /** The new ones. */
  create?: readonly DealContactRoleOfDealCreateInput[] | null | undefined;
  /** Those to move to the bin; each must be of this deal. */
  delete?: readonly DealContactRoleReference[] | null | undefined;
  /** Those to change; each must be of this deal. */
  update?: readonly DealContactRoleOfDealUpdateItem[] | null | undefined;
}

/** Changes of a contact: a field that is absent stays, null clears it. */
export interface ContactUpdateInput extends Omit<ContactCreateInput, 'emailOptOut' | 'lastName'>, Takes<Contact, 'emailOptOut', boolean>, Takes<Contact, 'lastName', string> {}

export type ContactUpsertBy = UpsertBy<ContactKeyField>;
