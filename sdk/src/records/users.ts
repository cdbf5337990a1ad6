// Generated from schema/ by `npm run codegen`.
import type { Crm, CallOptions } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, UpdatesNow } from '../record-types.js';
import type { All, Answer, Choice, Select } from '../shape.js';
import { verb } from '../verb.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Equality, Needs, Quantified, Takes } from '../shape.js';
import type { AccountLists } from './accounts.js';
import type { CampaignLists } from './campaigns.js';
import type { ContactLists } from './contacts.js';
import type { DealLists } from './deals.js';
import type { InvoiceLists } from './invoices.js';
import type { LeadLists } from './leads.js';
import type { PriceBookLists } from './price-books.js';
import type { ProductLists } from './products.js';
import type { ProfileLists, ProfileShape } from './profiles.js';
import type { PurchaseOrderLists } from './purchase-orders.js';
import type { QuoteLists } from './quotes.js';
import type { RoleLists, RoleShape } from './roles.js';
import type { SalesOrderLists } from './sales-orders.js';
import type { DateFormat, DateFormatFilter, NameFormat, NameFormatFilter, NumberFormat, NumberFormatFilter, TimeFormat, TimeFormatFilter, ViewerUpdateInput, Weekday, WeekdayFilter } from './shared.js';
import type { VendorLists } from './vendors.js';

type Types = TypesOf<UserLists>;

/** What can be done with users. */
export interface Users extends Reads<Types>, UpdatesNow<Types, UserUpdateInput> {}

/** Selected unless said otherwise. */
const userFields = 'createdAt createdById dateFormat deletedAt email firstName fullName id language lastName managerId modifiedAt modifiedById nameFormat numberFormat profileId roleId status timeFormat timeZone version weekStart';

/** Someone who works in the organisation. `users(crm).list()` and what else there is. */
export const users = /* @__PURE__ */ record('User', 'user', 'users', userFields) as (crm: Crm) => Users;

/** Makes a user who sets a password by a link, good for 7 days. For administrators, not by an API key. */
export const inviteUser = <Given extends Select<UserLinkPayloadShape> = All<UserLinkPayloadShape>>(crm: Crm, input: UserCreateInput, options: Choice<UserLinkPayloadShape, Given> & CallOptions = {}): Promise<Answer<UserLinkPayloadShape, Given, UserLinkPayload>> => verb(crm, 'mutation', 'inviteUser', 'input:UserCreateInput!', 'expiresAt token url', { input, ...options });

/** Lets a suspended user in again. For administrators. */
export const reactivateUser = <Given extends Select<UserShape> = All<UserShape>>(crm: Crm, id: string, options: { expectedVersion?: number | null | undefined; } & Choice<UserShape, Given> & CallOptions = {}): Promise<Answer<UserShape, Given, User>> => verb(crm, 'mutation', 'reactivateUser', 'expectedVersion:Int id:ID!', userFields, { id, ...options }, 'user');

/** Makes a link, good for a day, by which a user sets a new password; to who was invited and has none, the invitation again. For administrators, not by an API key. */
export const resetPassword = <Given extends Select<UserLinkPayloadShape> = All<UserLinkPayloadShape>>(crm: Crm, options: { userId: string; } & Choice<UserLinkPayloadShape, Given> & CallOptions): Promise<Answer<UserLinkPayloadShape, Given, UserLinkPayload>> => verb(crm, 'mutation', 'resetPassword', 'userId:ID!', 'expiresAt token url', { ...options });

/** Shuts a user out within seconds: sessions and links end, API keys rest. For administrators. */
export const suspendUser = <Given extends Select<UserShape> = All<UserShape>>(crm: Crm, id: string, options: { expectedVersion?: number | null | undefined; } & Choice<UserShape, Given> & CallOptions = {}): Promise<Answer<UserShape, Given, User>> => verb(crm, 'mutation', 'suspendUser', 'expectedVersion:Int id:ID!', userFields, { id, ...options }, 'user');

/** Changes your own name. */
export const updateViewer = <Given extends Select<UserShape> = All<UserShape>>(crm: Crm, input: ViewerUpdateInput, options: Choice<UserShape, Given> & CallOptions = {}): Promise<Answer<UserShape, Given, User>> => verb(crm, 'mutation', 'updateViewer', 'input:ViewerUpdateInput!', userFields, { input, ...options }, 'user');

/** Someone who works in the organisation. */
export interface User {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** How the user sees dates. Default: the organisation's. */
  readonly dateFormat: DateFormat | (string & {}) | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** The address to sign in with; unique in the organisation. At most 100 characters. */
  readonly email: string | null;
  /** Given name. At most 50 characters. */
  readonly firstName: string | null;
  /** Given and family name, in the order of `nameFormat`. Orders go by family name. */
  readonly fullName: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** The user's language. Default: the organisation's. At most 35 characters. */
  readonly language: string | null;
  /** Family name. At most 50 characters. */
  readonly lastName: string | null;
  /** The id of `manager`, without reading it. */
  readonly managerId: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** How the user sees names. Default: the organisation's. */
  readonly nameFormat: NameFormat | (string & {}) | null;
  /** How the user sees numbers. Default: the organisation's. */
  readonly numberFormat: NumberFormat | (string & {}) | null;
  /** The id of `profile`, without reading it. */
  readonly profileId: string | null;
  /** The id of `role`, without reading it. */
  readonly roleId: string | null;
  /** Whether the user can sign in. */
  readonly status: UserStatus | (string & {}) | null;
  /** How the user sees times of the day. Default: the organisation's. */
  readonly timeFormat: TimeFormat | (string & {}) | null;
  /** The IANA name of the user's time zone. Default: the organisation's. At most 100 characters. */
  readonly timeZone: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
  /** The day that the user's weeks begin with. Default: the organisation's. */
  readonly weekStart: Weekday | (string & {}) | null;
}
export interface UserShape {
  readonly fields: User;
  readonly links: UserShapeLinks;
}
export interface UserShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Whom the user reports to. */
  readonly manager: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** What the user owns. */
  readonly ownedAccounts: ListOf<AccountLists> | null;
  /** What the user owns. */
  readonly ownedCampaigns: ListOf<CampaignLists> | null;
  /** What the user owns. */
  readonly ownedContacts: ListOf<ContactLists> | null;
  /** What the user owns. */
  readonly ownedDeals: ListOf<DealLists> | null;
  /** What the user owns. */
  readonly ownedInvoices: ListOf<InvoiceLists> | null;
  /** What the user owns. */
  readonly ownedLeads: ListOf<LeadLists> | null;
  /** What the user owns. */
  readonly ownedPriceBooks: ListOf<PriceBookLists> | null;
  /** What the user owns. */
  readonly ownedProducts: ListOf<ProductLists> | null;
  /** What the user owns. */
  readonly ownedPurchaseOrders: ListOf<PurchaseOrderLists> | null;
  /** What the user owns. */
  readonly ownedQuotes: ListOf<QuoteLists> | null;
  /** What the user owns. */
  readonly ownedSalesOrders: ListOf<SalesOrderLists> | null;
  /** What the user owns. */
  readonly ownedVendors: ListOf<VendorLists> | null;
  /** What the user may do. */
  readonly profile: ProfileShape | null;
  /** Who reports to this user. */
  readonly reports: ListOf<UserLists> | null;
  /** The place in the hierarchy. */
  readonly role: RoleShape | null;
}

/** `User` in lists. */
export interface UserLists extends Lists<UserShape, UserFilter, UserOrder, UserGroupField> {
  readonly id: UserIDFilter;
  readonly text: 'email' | 'firstName' | 'fullName' | 'language' | 'lastName' | 'timeZone';
  readonly codes: { readonly dateFormat: DateFormatFilter; readonly nameFormat: NameFormatFilter; readonly numberFormat: NumberFormatFilter; readonly status: UserStatusFilter; readonly timeFormat: TimeFormatFilter; readonly weekStart: WeekdayFilter; };
  readonly lookups: { readonly manager: UserLists; readonly profile: ProfileLists; readonly role: RoleLists; };
  readonly lists: { readonly ownedAccounts: AccountLists; readonly ownedCampaigns: CampaignLists; readonly ownedContacts: ContactLists; readonly ownedDeals: DealLists; readonly ownedInvoices: InvoiceLists; readonly ownedLeads: LeadLists; readonly ownedPriceBooks: PriceBookLists; readonly ownedProducts: ProductLists; readonly ownedPurchaseOrders: PurchaseOrderLists; readonly ownedQuotes: QuoteLists; readonly ownedSalesOrders: SalesOrderLists; readonly ownedVendors: VendorLists; readonly reports: UserLists; };
}
export type UserListArgs = ListArgs<UserLists>;
export type UserGroupsArgs = GroupsArgs<UserLists>;

/** A new user. */
export interface UserCreateInput extends Takes<User, 'dateFormat', DateFormat>, Needs<User, 'email' | 'lastName', string>, Takes<User, 'firstName' | 'language' | 'timeZone', string>, Takes<User, 'nameFormat', NameFormat>, Takes<User, 'numberFormat', NumberFormat>, Takes<User, 'timeFormat', TimeFormat>, Takes<User, 'weekStart', Weekday> {
  /** Whom the user reports to. The id of an user. */
  managerId?: string | null | undefined;
  /** What the user may do. The id of a profile. */
  profileId: string;
  /** The place in the hierarchy. The id of a role. */
  roleId: string;
}

/** Conditions on users; all given ones must hold. */
export interface UserFilter extends FilterOf<UserLists>, Combined<UserFilter> {}

export type UserGroupBy = GroupBy<UserLists>;

/** What users can be grouped by. */
export type UserGroupField = CommonGroupField | 'DATE_FORMAT' | 'EMAIL' | 'FIRST_NAME' | 'FULL_NAME' | 'LANGUAGE' | 'LAST_NAME' | 'MANAGER' | 'NAME_FORMAT' | 'NUMBER_FORMAT' | 'PROFILE' | 'ROLE' | 'STATUS' | 'TIME_FORMAT' | 'TIME_ZONE' | 'WEEK_START';

export type UserGroupHaving = GroupHaving<UserLists>;

export type UserGroupOrder = GroupOrder<UserLists>;

/** Conditions on one UserID value; all given ones must hold. */
export interface UserIDFilter {
  /** Equal. */
  eq?: string | null | undefined;
  /** One of these. */
  in?: readonly string[] | null | undefined;
  /** Whoever has this role. */
  inRole?: string | null | undefined;
  /** Whoever has this role or one below it. */
  inRoleOrBelow?: string | null | undefined;
  /** This user, whoever reports to them directly or through others, and whoever has a role below theirs. */
  inTeamOf?: string | null | undefined;
  /** true: the reader; false: anybody else, or nobody. */
  isMe?: boolean | null | undefined;
  /** true: empty; false: not empty. */
  isNull?: boolean | null | undefined;
  /** Not equal; an empty value is different from every value. */
  notEq?: string | null | undefined;
  /** None of these; an empty value is none of them. */
  notIn?: readonly string[] | null | undefined;
}

/** A user, and the link that they set their password with. This answer is the only one that has it. */
export interface UserLinkPayload {
  /** When the link stops being good; it is good once. */
  readonly expiresAt: string | null;
  /** The secret of the link. */
  readonly token: string | null;
  /** The link to send them. */
  readonly url: string | null;
}
export interface UserLinkPayloadShape {
  readonly fields: UserLinkPayload;
  readonly links: UserLinkPayloadShapeLinks;
}
export interface UserLinkPayloadShapeLinks {
  /** The user. */
  readonly user: UserShape | null;
}

export type UserListFilter = Quantified<UserFilter>;

/** One term of an order of users: exactly one field. */
export interface UserOrder extends OrderOf<UserLists>, OrderById {}

/** Whether a user can sign in. */
export type UserStatus = 'ACTIVE' | 'DISABLED' | 'INVITED';

export type UserStatusFilter = Equality<UserStatus>;

/** Changes of an user: a field that is absent stays, null clears it. */
export interface UserUpdateInput extends Omit<UserCreateInput, 'email' | 'lastName' | 'profileId' | 'roleId'>, Takes<User, 'email' | 'lastName', string> {
  /** What the user may do. The id of a profile. */
  profileId?: string | null | undefined;
  /** The place in the hierarchy. The id of a role. */
  roleId?: string | null | undefined;
}
