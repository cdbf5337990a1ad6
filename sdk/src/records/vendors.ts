// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Clones, Upserts, UpsertsMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { ContactConnectionShape, ContactListArgs, ContactListFilter } from './contacts.js';
import type { ProductConnectionShape, ProductListArgs, ProductListFilter } from './products.js';
import type { BooleanFilter, DateBucket, DateTimeFilter, DecimalFilter, DeletedRecords, ExternalIdsFilter, GlAccount, GlAccountFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

export interface VendorGroupsArgs { readonly by: readonly VendorGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: VendorGroupHaving | null; readonly orderBy?: readonly VendorGroupOrder[] | null; }

interface Types {
  readonly shape: VendorShape;
  readonly list: VendorListArgs;
  readonly aggregate: VendorAggregateShape;
  readonly group: VendorGroupShape;
  readonly groups: VendorGroupsArgs;
}

/** What can be done with vendors. */
export interface Vendors extends Reads<Types>, Creates<Types, VendorCreateInput>, CreatesMany<Types, VendorCreateInput>, Updates<Types, VendorUpdateInput>, UpdatesMany<Types, VendorUpdateInput>, Clones<Types, VendorUpdateInput>, Upserts<Types, VendorUpsertBy, VendorUpdateInput>, UpsertsMany<Types, VendorUpsertBy, VendorUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const vendorFields = 'category city country createdAt createdById deletedAt description email emailOptOut externalIds glAccount glAccountLabel id modifiedAt modifiedById ownerId phone state street vendorName version website zipCode';

/** A company that we buy from (modules.md 9). `vendors(crm).list()` and what else there is. */
export const vendors = /* @__PURE__ */ record('Vendor', 'vendor', 'vendors', vendorFields) as (crm: Crm) => Vendors;


/** A company that we buy from (modules.md 9). */
export interface Vendor {
  /** What the company deals in. */
  readonly category: string | null;
  /** City. */
  readonly city: string | null;
  /** Country. */
  readonly country: string | null;
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Anything worth knowing. */
  readonly description: string | null;
  /** E-mail. */
  readonly email: string | null;
  /** True: no mass mail and no automatic answer. */
  readonly emailOptOut: boolean | null;
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  readonly externalIds: Readonly<Record<string, string>> | null;
  /** The account of the general ledger that what is bought is booked on. */
  readonly glAccount: GlAccount | null;
  /** The label of `glAccount` in the reader's language. */
  readonly glAccountLabel: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The id of `owner`, without reading it. */
  readonly ownerId: string | null;
  /** Telephone. */
  readonly phone: string | null;
  /** State or province. */
  readonly state: string | null;
  /** Street. */
  readonly street: string | null;
  /** The name of the company. */
  readonly vendorName: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
  /** Web site. */
  readonly website: string | null;
  /** Postal code. */
  readonly zipCode: string | null;
}
export interface VendorShape {
  readonly fields: Vendor;
  readonly links: {
    readonly contacts: (ContactConnectionShape & { readonly args: ContactListArgs }) | null;
    readonly createdBy: UserShape | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly products: (ProductConnectionShape & { readonly args: ProductListArgs }) | null;
  };
}

export interface VendorAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: VendorAvgShape;
    readonly countDistinct: VendorCountDistinctShape;
    readonly max: VendorMaxShape;
    readonly min: VendorMinShape;
    readonly sum: VendorSumShape;
  };
}

export interface VendorAvgShape {
  readonly fields: { readonly version: string | null; };
  readonly links: {};
}

export interface VendorConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: VendorAggregateShape;
    readonly edges: readonly VendorEdgeShape[];
    readonly groups: readonly ((VendorGroupShape & { readonly args: { readonly by: readonly VendorGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: VendorGroupHaving | null; readonly orderBy?: readonly VendorGroupOrder[] | null; } }))[];
    readonly nodes: readonly VendorShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface VendorListArgs { readonly after?: string | null; readonly before?: string | null; readonly deleted?: DeletedRecords; readonly filter?: VendorFilter | null; readonly first?: number | null; readonly last?: number | null; readonly orderBy?: readonly VendorOrder[] | null; }

export interface VendorCountDistinctShape {
  readonly fields: { readonly category: number | null; readonly city: number | null; readonly country: number | null; readonly createdById: number | null; readonly email: number | null; readonly glAccount: number | null; readonly modifiedById: number | null; readonly ownerId: number | null; readonly phone: number | null; readonly state: number | null; readonly street: number | null; readonly vendorName: number | null; readonly version: number | null; readonly website: number | null; readonly zipCode: number | null; };
  readonly links: {};
}

/** A new vendor. */
export interface VendorCreateInput {
  /** What the company deals in. At most 50 characters. */
  readonly category?: string | null;
  /** City. At most 100 characters. */
  readonly city?: string | null;
  /** Country. At most 100 characters. */
  readonly country?: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description?: string | null;
  /** E-mail. At most 100 characters. */
  readonly email?: string | null;
  /** True: no mass mail and no automatic answer. Default: false. */
  readonly emailOptOut?: boolean | null;
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  readonly externalIds?: Readonly<Record<string, string | null>> | null;
  /** The account of the general ledger that what is bought is booked on. */
  readonly glAccount?: GlAccount | null;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  readonly ownerId?: string | null;
  /** Telephone. At most 30 characters. */
  readonly phone?: string | null;
  /** State or province. At most 100 characters. */
  readonly state?: string | null;
  /** Street. At most 250 characters. */
  readonly street?: string | null;
  /** The name of the company. At most 100 characters. */
  readonly vendorName: string;
  /** Web site. At most 255 characters. */
  readonly website?: string | null;
  /** Postal code. At most 30 characters. */
  readonly zipCode?: string | null;
}

export interface VendorEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: VendorShape | null;
  };
}

/** Conditions on vendors; all given ones must hold. */
export interface VendorFilter {
  readonly and?: readonly VendorFilter[] | null;
  readonly category?: StringFilter | null;
  readonly city?: StringFilter | null;
  readonly contacts?: ContactListFilter | null;
  readonly country?: StringFilter | null;
  readonly createdAt?: DateTimeFilter | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly deletedAt?: DateTimeFilter | null;
  readonly description?: StringFilter | null;
  readonly email?: StringFilter | null;
  readonly emailOptOut?: BooleanFilter | null;
  readonly externalIds?: ExternalIdsFilter | null;
  readonly glAccount?: GlAccountFilter | null;
  readonly id?: IDFilter | null;
  readonly modifiedAt?: DateTimeFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly not?: VendorFilter | null;
  readonly or?: readonly VendorFilter[] | null;
  readonly owner?: UserFilter | null;
  readonly ownerId?: UserIDFilter | null;
  readonly phone?: StringFilter | null;
  readonly products?: ProductListFilter | null;
  readonly state?: StringFilter | null;
  readonly street?: StringFilter | null;
  readonly vendorName?: StringFilter | null;
  readonly version?: IntFilter | null;
  readonly website?: StringFilter | null;
  readonly zipCode?: StringFilter | null;
}

export interface VendorGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: VendorAggregateShape;
    readonly key: VendorGroupKeyShape;
  };
}

/** One thing that vendors are grouped by. */
export interface VendorGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: VendorGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface VendorGroupCountHaving {
  readonly category?: IntFilter | null;
  readonly city?: IntFilter | null;
  readonly country?: IntFilter | null;
  readonly createdById?: IntFilter | null;
  readonly email?: IntFilter | null;
  readonly glAccount?: IntFilter | null;
  readonly modifiedById?: IntFilter | null;
  readonly ownerId?: IntFilter | null;
  readonly phone?: IntFilter | null;
  readonly state?: IntFilter | null;
  readonly street?: IntFilter | null;
  readonly vendorName?: IntFilter | null;
  readonly version?: IntFilter | null;
  readonly website?: IntFilter | null;
  readonly zipCode?: IntFilter | null;
}

/** By how many different values there are: exactly one field. */
export interface VendorGroupCountOrder {
  readonly category?: SortOrder | null;
  readonly city?: SortOrder | null;
  readonly country?: SortOrder | null;
  readonly createdById?: SortOrder | null;
  readonly email?: SortOrder | null;
  readonly glAccount?: SortOrder | null;
  readonly modifiedById?: SortOrder | null;
  readonly ownerId?: SortOrder | null;
  readonly phone?: SortOrder | null;
  readonly state?: SortOrder | null;
  readonly street?: SortOrder | null;
  readonly vendorName?: SortOrder | null;
  readonly version?: SortOrder | null;
  readonly website?: SortOrder | null;
  readonly zipCode?: SortOrder | null;
}

/** What vendors can be grouped by. */
export type VendorGroupField = 'CATEGORY' | 'CITY' | 'COUNTRY' | 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'EMAIL' | 'EMAIL_OPT_OUT' | 'GL_ACCOUNT' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'OWNER' | 'PHONE' | 'STATE' | 'STREET' | 'VENDOR_NAME' | 'VERSION' | 'WEBSITE' | 'ZIP_CODE';

/** Conditions on the figures of groups of vendors; all given ones must hold. */
export interface VendorGroupHaving {
  readonly and?: readonly VendorGroupHaving[] | null;
  readonly avg?: VendorGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: VendorGroupCountHaving | null;
  readonly max?: VendorGroupRangeHaving | null;
  readonly min?: VendorGroupRangeHaving | null;
  readonly not?: VendorGroupHaving | null;
  readonly or?: readonly VendorGroupHaving[] | null;
  readonly sum?: VendorGroupNumberHaving | null;
}

export interface VendorGroupKeyShape {
  readonly fields: { readonly category: string | null; readonly city: string | null; readonly country: string | null; readonly createdAt: string | null; readonly createdById: string | null; readonly deletedAt: string | null; readonly email: string | null; readonly emailOptOut: boolean | null; readonly glAccount: GlAccount | null; readonly glAccountLabel: string | null; readonly modifiedAt: string | null; readonly modifiedById: string | null; readonly ownerId: string | null; readonly phone: string | null; readonly state: string | null; readonly street: string | null; readonly vendorName: string | null; readonly version: number | null; readonly website: string | null; readonly zipCode: string | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
  };
}

/** By one of the keys of groups of vendors: exactly one of those they are grouped by. */
export interface VendorGroupKeyOrder {
  readonly category?: SortOrder | null;
  readonly city?: SortOrder | null;
  readonly country?: SortOrder | null;
  readonly createdAt?: SortOrder | null;
  readonly createdBy?: UserOrder | null;
  readonly deletedAt?: SortOrder | null;
  readonly email?: SortOrder | null;
  readonly emailOptOut?: SortOrder | null;
  readonly glAccount?: SortOrder | null;
  readonly modifiedAt?: SortOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly owner?: UserOrder | null;
  readonly phone?: SortOrder | null;
  readonly state?: SortOrder | null;
  readonly street?: SortOrder | null;
  readonly vendorName?: SortOrder | null;
  readonly version?: SortOrder | null;
  readonly website?: SortOrder | null;
  readonly zipCode?: SortOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface VendorGroupNumberHaving {
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface VendorGroupNumberOrder {
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of vendors: exactly one figure or key. */
export interface VendorGroupOrder {
  readonly avg?: VendorGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: VendorGroupCountOrder | null;
  readonly key?: VendorGroupKeyOrder | null;
  readonly max?: VendorGroupRangeOrder | null;
  readonly min?: VendorGroupRangeOrder | null;
  readonly sum?: VendorGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface VendorGroupRangeHaving {
  readonly category?: StringFilter | null;
  readonly city?: StringFilter | null;
  readonly country?: StringFilter | null;
  readonly createdAt?: DateTimeFilter | null;
  readonly deletedAt?: DateTimeFilter | null;
  readonly email?: StringFilter | null;
  readonly modifiedAt?: DateTimeFilter | null;
  readonly phone?: StringFilter | null;
  readonly state?: StringFilter | null;
  readonly street?: StringFilter | null;
  readonly vendorName?: StringFilter | null;
  readonly version?: IntFilter | null;
  readonly website?: StringFilter | null;
  readonly zipCode?: StringFilter | null;
}

/** By an extreme value: exactly one field. */
export interface VendorGroupRangeOrder {
  readonly category?: SortOrder | null;
  readonly city?: SortOrder | null;
  readonly country?: SortOrder | null;
  readonly createdAt?: SortOrder | null;
  readonly deletedAt?: SortOrder | null;
  readonly email?: SortOrder | null;
  readonly modifiedAt?: SortOrder | null;
  readonly phone?: SortOrder | null;
  readonly state?: SortOrder | null;
  readonly street?: SortOrder | null;
  readonly vendorName?: SortOrder | null;
  readonly version?: SortOrder | null;
  readonly website?: SortOrder | null;
  readonly zipCode?: SortOrder | null;
}

/** What vendors can be looked for by: vendorName, and what the organisation has made unique. */
export type VendorKeyField = 'CATEGORY' | 'CITY' | 'COUNTRY' | 'EMAIL' | 'PHONE' | 'STATE' | 'STREET' | 'VENDOR_NAME' | 'WEBSITE' | 'ZIP_CODE';

/** Conditions on a list of vendors. */
export interface VendorListFilter {
  readonly every?: VendorFilter | null;
  readonly none?: VendorFilter | null;
  readonly some?: VendorFilter | null;
}

export interface VendorMaxShape {
  readonly fields: { readonly category: string | null; readonly city: string | null; readonly country: string | null; readonly createdAt: string | null; readonly deletedAt: string | null; readonly email: string | null; readonly modifiedAt: string | null; readonly phone: string | null; readonly state: string | null; readonly street: string | null; readonly vendorName: string | null; readonly version: number | null; readonly website: string | null; readonly zipCode: string | null; };
  readonly links: {};
}

export interface VendorMinShape {
  readonly fields: { readonly category: string | null; readonly city: string | null; readonly country: string | null; readonly createdAt: string | null; readonly deletedAt: string | null; readonly email: string | null; readonly modifiedAt: string | null; readonly phone: string | null; readonly state: string | null; readonly street: string | null; readonly vendorName: string | null; readonly version: number | null; readonly website: string | null; readonly zipCode: string | null; };
  readonly links: {};
}

/** One term of an order of vendors: exactly one field. */
export interface VendorOrder {
  readonly category?: SortOrder | null;
  readonly city?: SortOrder | null;
  readonly country?: SortOrder | null;
  readonly createdAt?: SortOrder | null;
  readonly createdBy?: UserOrder | null;
  readonly deletedAt?: SortOrder | null;
  readonly email?: SortOrder | null;
  readonly emailOptOut?: SortOrder | null;
  readonly glAccount?: SortOrder | null;
  readonly id?: SortOrder | null;
  readonly modifiedAt?: SortOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly owner?: UserOrder | null;
  readonly phone?: SortOrder | null;
  readonly state?: SortOrder | null;
  readonly street?: SortOrder | null;
  readonly vendorName?: SortOrder | null;
  readonly version?: SortOrder | null;
  readonly website?: SortOrder | null;
  readonly zipCode?: SortOrder | null;
}

export interface VendorSumShape {
  readonly fields: { readonly version: string | null; };
  readonly links: {};
}

/** Changes of a vendor: a field that is absent stays, null clears it. */
export interface VendorUpdateInput {
  /** What the company deals in. At most 50 characters. */
  readonly category?: string | null;
  /** City. At most 100 characters. */
  readonly city?: string | null;
  /** Country. At most 100 characters. */
  readonly country?: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description?: string | null;
  /** E-mail. At most 100 characters. */
  readonly email?: string | null;
  /** True: no mass mail and no automatic answer. */
  readonly emailOptOut?: boolean | null;
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  readonly externalIds?: Readonly<Record<string, string | null>> | null;
  /** The account of the general ledger that what is bought is booked on. */
  readonly glAccount?: GlAccount | null;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  readonly ownerId?: string | null;
  /** Telephone. At most 30 characters. */
  readonly phone?: string | null;
  /** State or province. At most 100 characters. */
  readonly state?: string | null;
  /** Street. At most 250 characters. */
  readonly street?: string | null;
  /** The name of the company. At most 100 characters. */
  readonly vendorName?: string | null;
  /** Web site. At most 255 characters. */
  readonly website?: string | null;
  /** Postal code. At most 30 characters. */
  readonly zipCode?: string | null;
}

/** What a vendor is looked for by: exactly one of these. */
export interface VendorUpsertBy {
  /** The key of this source, in `externalIds` of the input. */
  readonly externalId?: string | null;
  /** This field: one that is unique, or the one that tells duplicates. */
  readonly field?: VendorKeyField | null;
}
