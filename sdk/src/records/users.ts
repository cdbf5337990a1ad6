// Generated from schema/ by `npm run codegen`.
import type { Crm, CallOptions } from '../client.js';
import { record } from '../record.js';
import type { Reads, UpdatesNow } from '../record-types.js';
import type { Answer, Choice, Select } from '../shape.js';
import { verb } from '../verb.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { AccountConnectionShape, AccountListArgs, AccountListFilter } from './accounts.js';
import type { CampaignConnectionShape, CampaignListArgs, CampaignListFilter } from './campaigns.js';
import type { ContactConnectionShape, ContactListArgs, ContactListFilter } from './contacts.js';
import type { DealConnectionShape, DealListArgs, DealListFilter } from './deals.js';
import type { InvoiceConnectionShape, InvoiceListArgs, InvoiceListFilter } from './invoices.js';
import type { LeadConnectionShape, LeadListArgs, LeadListFilter } from './leads.js';
import type { PriceBookConnectionShape, PriceBookListArgs, PriceBookListFilter } from './price-books.js';
import type { ProductConnectionShape, ProductListArgs, ProductListFilter } from './products.js';
import type { ProfileFilter, ProfileOrder, ProfileShape } from './profiles.js';
import type { PurchaseOrderConnectionShape, PurchaseOrderListArgs, PurchaseOrderListFilter } from './purchase-orders.js';
import type { QuoteConnectionShape, QuoteListArgs, QuoteListFilter } from './quotes.js';
import type { RoleFilter, RoleOrder, RoleShape } from './roles.js';
import type { SalesOrderConnectionShape, SalesOrderListArgs, SalesOrderListFilter } from './sales-orders.js';
import type { DateBucket, DateFormat, DateFormatFilter, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, NumberFormat, NumberFormatFilter, PageInfo, PageInfoShape, SortOrder, StringFilter, TimeFormat, TimeFormatFilter, ViewerUpdateInput, Weekday, WeekdayFilter } from './shared.js';
import type { VendorConnectionShape, VendorListArgs, VendorListFilter } from './vendors.js';

interface Types {
  readonly shape: UserShape;
  readonly list: UserListArgs;
  readonly aggregate: UserAggregateShape;
  readonly group: UserGroupShape;
  readonly groups: UserGroupsArgs;
}

/** What can be done with users. */
export interface Users extends Reads<Types>, UpdatesNow<Types, UserUpdateInput> {}

/** Selected unless said otherwise. */
export const userFields = 'createdAt createdById dateFormat deletedAt email firstName fullName id language lastName managerId modifiedAt modifiedById numberFormat profileId roleId status timeFormat timeZone version weekStart';

/** Someone who works in the organisation. `users(crm).list()` and what else there is. */
export const users = /* @__PURE__ */ record('User', 'user', 'users', userFields) as (crm: Crm) => Users;

/** Makes a user who sets a password by a link, good for 7 days. For administrators, not by an API key. */
export const inviteUser = <Given extends Select<UserLinkPayloadShape> = never>(crm: Crm, input: UserCreateInput, options: Choice<UserLinkPayloadShape, Given> & CallOptions = {}): Promise<Answer<UserLinkPayloadShape, Given, UserLinkPayload>> => verb(crm, 'mutation', 'inviteUser', 'input:UserCreateInput!', 'expiresAt token url', { input, ...options });

/** Lets a suspended user in again. For administrators. */
export const reactivateUser = <Given extends Select<UserShape> = never>(crm: Crm, id: string, options: { readonly expectedVersion?: number | null; } & Choice<UserShape, Given> & CallOptions = {}): Promise<Answer<UserShape, Given, User>> => verb(crm, 'mutation', 'reactivateUser', 'expectedVersion:Int id:ID!', userFields, { id, ...options }, 'user');

/** Makes a link, good for a day, by which a user sets a new password; to who was invited and has none, the invitation again. For administrators, not by an API key. */
export const resetPassword = <Given extends Select<UserLinkPayloadShape> = never>(crm: Crm, options: { readonly userId: string; } & Choice<UserLinkPayloadShape, Given> & CallOptions): Promise<Answer<UserLinkPayloadShape, Given, UserLinkPayload>> => verb(crm, 'mutation', 'resetPassword', 'userId:ID!', 'expiresAt token url', { ...options });

/** Shuts a user out within seconds: sessions and links end, API keys rest. For administrators. */
export const suspendUser = <Given extends Select<UserShape> = never>(crm: Crm, id: string, options: { readonly expectedVersion?: number | null; } & Choice<UserShape, Given> & CallOptions = {}): Promise<Answer<UserShape, Given, User>> => verb(crm, 'mutation', 'suspendUser', 'expectedVersion:Int id:ID!', userFields, { id, ...options }, 'user');

/** Changes your own name. */
export const updateViewer = <Given extends Select<UserShape> = never>(crm: Crm, input: ViewerUpdateInput, options: Choice<UserShape, Given> & CallOptions = {}): Promise<Answer<UserShape, Given, User>> => verb(crm, 'mutation', 'updateViewer', 'input:ViewerUpdateInput!', userFields, { input, ...options }, 'user');

type Names1 = 'createdById' | 'dateFormat' | 'email' | 'firstName' | 'fullName' | 'language' | 'lastName' | 'managerId' | 'modifiedById' | 'numberFormat' | 'profileId' | 'roleId' | 'status' | 'timeFormat' | 'timeZone' | 'version' | 'weekStart';

type Names2 = 'email' | 'firstName' | 'fullName' | 'language' | 'lastName' | 'timeZone';

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
  /** The address to sign in with; unique in the organisation. */
  readonly email: string | null;
  /** Given name. */
  readonly firstName: string | null;
  /** Given and family name. */
  readonly fullName: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** The user's language. Default: the organisation's. */
  readonly language: string | null;
  /** Family name. */
  readonly lastName: string | null;
  /** The id of `manager`, without reading it. */
  readonly managerId: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
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
  /** The IANA name of the user's time zone. Default: the organisation's. */
  readonly timeZone: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
  /** The day that the user's weeks begin with. Default: the organisation's. */
  readonly weekStart: Weekday | (string & {}) | null;
}
export interface UserShape {
  readonly fields: User;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly manager: UserShape | null;
    readonly modifiedBy: UserShape | null;
    readonly ownedAccounts: (AccountConnectionShape & { readonly args: AccountListArgs }) | null;
    readonly ownedCampaigns: (CampaignConnectionShape & { readonly args: CampaignListArgs }) | null;
    readonly ownedContacts: (ContactConnectionShape & { readonly args: ContactListArgs }) | null;
    readonly ownedDeals: (DealConnectionShape & { readonly args: DealListArgs }) | null;
    readonly ownedInvoices: (InvoiceConnectionShape & { readonly args: InvoiceListArgs }) | null;
    readonly ownedLeads: (LeadConnectionShape & { readonly args: LeadListArgs }) | null;
    readonly ownedPriceBooks: (PriceBookConnectionShape & { readonly args: PriceBookListArgs }) | null;
    readonly ownedProducts: (ProductConnectionShape & { readonly args: ProductListArgs }) | null;
    readonly ownedPurchaseOrders: (PurchaseOrderConnectionShape & { readonly args: PurchaseOrderListArgs }) | null;
    readonly ownedQuotes: (QuoteConnectionShape & { readonly args: QuoteListArgs }) | null;
    readonly ownedSalesOrders: (SalesOrderConnectionShape & { readonly args: SalesOrderListArgs }) | null;
    readonly ownedVendors: (VendorConnectionShape & { readonly args: VendorListArgs }) | null;
    readonly profile: ProfileShape | null;
    readonly reports: (UserConnectionShape & { readonly args: UserListArgs }) | null;
    readonly role: RoleShape | null;
  };
}

export interface UserAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: UserAvgShape;
    readonly countDistinct: UserCountDistinctShape;
    readonly max: UserMaxShape;
    readonly min: UserMinShape;
    readonly sum: UserSumShape;
  };
}

export interface UserAvgShape {
  readonly fields: { readonly version: string | null; };
  readonly links: {};
}

export interface UserConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: UserAggregateShape;
    readonly edges: readonly UserEdgeShape[];
    readonly groups: readonly ((UserGroupShape & { readonly args: UserGroupsArgs }))[];
    readonly nodes: readonly UserShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface UserListArgs extends ListArguments { readonly filter?: UserFilter | null; readonly orderBy?: readonly UserOrder[] | null; }
export interface UserGroupsArgs { readonly by: readonly UserGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: UserGroupHaving | null; readonly orderBy?: readonly UserGroupOrder[] | null; }

export interface UserCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

/** A new user. */
export interface UserCreateInput {
  /** How the user sees dates. Default: the organisation's. */
  readonly dateFormat?: DateFormat | null;
  /** The address to sign in with; unique in the organisation. At most 100 characters. */
  readonly email: string;
  /** Given name. At most 50 characters. */
  readonly firstName?: string | null;
  /** The user's language. Default: the organisation's. At most 35 characters. */
  readonly language?: string | null;
  /** Family name. At most 50 characters. */
  readonly lastName: string;
  /** Whom the user reports to. The id of an user. */
  readonly managerId?: string | null;
  /** How the user sees numbers. Default: the organisation's. */
  readonly numberFormat?: NumberFormat | null;
  /** What the user may do. The id of a profile. */
  readonly profileId: string;
  /** The place in the hierarchy. The id of a role. */
  readonly roleId: string;
  /** How the user sees times of the day. Default: the organisation's. */
  readonly timeFormat?: TimeFormat | null;
  /** The IANA name of the user's time zone. Default: the organisation's. At most 100 characters. */
  readonly timeZone?: string | null;
  /** The day that the user's weeks begin with. Default: the organisation's. */
  readonly weekStart?: Weekday | null;
}

export interface UserEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: UserShape | null;
  };
}

/** Conditions on users; all given ones must hold. */
export interface UserFilter extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'createdBy' | 'manager' | 'modifiedBy' | 'not', UserFilter | null>>, Partial<Alike<'createdById' | 'id' | 'managerId' | 'modifiedById', UserIDFilter | null>>, Partial<Alike<Names2, StringFilter | null>> {
  readonly and?: readonly UserFilter[] | null;
  readonly dateFormat?: DateFormatFilter | null;
  readonly numberFormat?: NumberFormatFilter | null;
  readonly or?: readonly UserFilter[] | null;
  readonly ownedAccounts?: AccountListFilter | null;
  readonly ownedCampaigns?: CampaignListFilter | null;
  readonly ownedContacts?: ContactListFilter | null;
  readonly ownedDeals?: DealListFilter | null;
  readonly ownedInvoices?: InvoiceListFilter | null;
  readonly ownedLeads?: LeadListFilter | null;
  readonly ownedPriceBooks?: PriceBookListFilter | null;
  readonly ownedProducts?: ProductListFilter | null;
  readonly ownedPurchaseOrders?: PurchaseOrderListFilter | null;
  readonly ownedQuotes?: QuoteListFilter | null;
  readonly ownedSalesOrders?: SalesOrderListFilter | null;
  readonly ownedVendors?: VendorListFilter | null;
  readonly profile?: ProfileFilter | null;
  readonly profileId?: IDFilter | null;
  readonly reports?: UserListFilter | null;
  readonly role?: RoleFilter | null;
  readonly roleId?: IDFilter | null;
  readonly status?: UserStatusFilter | null;
  readonly timeFormat?: TimeFormatFilter | null;
  readonly version?: IntFilter | null;
  readonly weekStart?: WeekdayFilter | null;
}

export interface UserGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: UserAggregateShape;
    readonly key: UserGroupKeyShape;
  };
}

/** One thing that users are grouped by. */
export interface UserGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: UserGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface UserGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface UserGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What users can be grouped by. */
export type UserGroupField = 'CREATED_AT' | 'CREATED_BY' | 'DATE_FORMAT' | 'DELETED_AT' | 'EMAIL' | 'FIRST_NAME' | 'FULL_NAME' | 'LANGUAGE' | 'LAST_NAME' | 'MANAGER' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'NUMBER_FORMAT' | 'PROFILE' | 'ROLE' | 'STATUS' | 'TIME_FORMAT' | 'TIME_ZONE' | 'VERSION' | 'WEEK_START';

/** Conditions on the figures of groups of users; all given ones must hold. */
export interface UserGroupHaving {
  readonly and?: readonly UserGroupHaving[] | null;
  readonly avg?: UserGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: UserGroupCountHaving | null;
  readonly max?: UserGroupRangeHaving | null;
  readonly min?: UserGroupRangeHaving | null;
  readonly not?: UserGroupHaving | null;
  readonly or?: readonly UserGroupHaving[] | null;
  readonly sum?: UserGroupNumberHaving | null;
}

export interface UserGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'deletedAt' | 'email' | 'firstName' | 'fullName' | 'language' | 'lastName' | 'managerId' | 'modifiedAt' | 'modifiedById' | 'profileId' | 'roleId' | 'timeZone', string | null> & { readonly dateFormat: DateFormat | (string & {}) | null; readonly numberFormat: NumberFormat | (string & {}) | null; readonly status: UserStatus | (string & {}) | null; readonly timeFormat: TimeFormat | (string & {}) | null; readonly version: number | null; readonly weekStart: Weekday | (string & {}) | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly manager: UserShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly profile: ProfileShape | null;
    readonly role: RoleShape | null;
  };
}

/** By one of the keys of groups of users: exactly one of those they are grouped by. */
export interface UserGroupKeyOrder extends Partial<Alike<'createdAt' | 'dateFormat' | 'deletedAt' | 'email' | 'firstName' | 'fullName' | 'language' | 'lastName' | 'modifiedAt' | 'numberFormat' | 'status' | 'timeFormat' | 'timeZone' | 'version' | 'weekStart', SortOrder | null>>, Partial<Alike<'createdBy' | 'manager' | 'modifiedBy', UserOrder | null>> {
  readonly profile?: ProfileOrder | null;
  readonly role?: RoleOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface UserGroupNumberHaving {
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface UserGroupNumberOrder {
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of users: exactly one figure or key. */
export interface UserGroupOrder {
  readonly avg?: UserGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: UserGroupCountOrder | null;
  readonly key?: UserGroupKeyOrder | null;
  readonly max?: UserGroupRangeOrder | null;
  readonly min?: UserGroupRangeOrder | null;
  readonly sum?: UserGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface UserGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<Names2, StringFilter | null>> {
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface UserGroupRangeOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'email' | 'firstName' | 'fullName' | 'language' | 'lastName' | 'modifiedAt' | 'timeZone' | 'version', SortOrder | null>> {
}

/** Conditions on one UserID value; all given ones must hold. */
export interface UserIDFilter extends Partial<Alike<'eq' | 'inRole' | 'inRoleOrBelow' | 'inTeamOf' | 'notEq', string | null>> {
  readonly in?: readonly string[] | null;
  readonly isMe?: boolean | null;
  readonly isNull?: boolean | null;
  readonly notIn?: readonly string[] | null;
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
  readonly links: {
    readonly user: UserShape | null;
  };
}

/** Conditions on a list of users. */
export type UserListFilter = Quantified<UserFilter>;

export interface UserMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'email' | 'firstName' | 'fullName' | 'language' | 'lastName' | 'modifiedAt' | 'timeZone', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type UserMinShape = UserMaxShape;

/** One term of an order of users: exactly one field. */
export interface UserOrder extends Partial<Alike<'createdAt' | 'dateFormat' | 'deletedAt' | 'email' | 'firstName' | 'fullName' | 'id' | 'language' | 'lastName' | 'modifiedAt' | 'numberFormat' | 'status' | 'timeFormat' | 'timeZone' | 'version' | 'weekStart', SortOrder | null>>, Partial<Alike<'createdBy' | 'manager' | 'modifiedBy', UserOrder | null>> {
  readonly profile?: ProfileOrder | null;
  readonly role?: RoleOrder | null;
}

/** Whether a user can sign in. */
export type UserStatus = 'ACTIVE' | 'DISABLED' | 'INVITED';

/** Conditions on one UserStatus value; all given ones must hold. */
export interface UserStatusFilter {
  readonly eq?: UserStatus | null;
  readonly in?: readonly UserStatus[] | null;
  readonly isNull?: boolean | null;
  readonly notEq?: UserStatus | null;
  readonly notIn?: readonly UserStatus[] | null;
}

export type UserSumShape = UserAvgShape;

/** Changes of an user: a field that is absent stays, null clears it. */
export interface UserUpdateInput extends Omit<UserCreateInput, 'email' | 'lastName' | 'profileId' | 'roleId'> {
  /** The address to sign in with; unique in the organisation. At most 100 characters. */
  readonly email?: string | null;
  /** Family name. At most 50 characters. */
  readonly lastName?: string | null;
  /** What the user may do. The id of a profile. */
  readonly profileId?: string | null;
  /** The place in the hierarchy. The id of a role. */
  readonly roleId?: string | null;
}
