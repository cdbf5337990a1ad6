// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Clones, Upserts, UpsertsMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { ContactConnectionShape, ContactListArgs, ContactListFilter } from './contacts.js';
import type { ProductLinkConnectionShape, ProductLinkListArgs, ProductLinkListFilter } from './product-links.js';
import type { ProductConnectionShape, ProductListArgs, ProductListFilter } from './products.js';
import type { PurchaseOrderConnectionShape, PurchaseOrderListArgs, PurchaseOrderListFilter } from './purchase-orders.js';
import type { BooleanFilter, CrmRecord, DateBucket, DateTimeFilter, DecimalFilter, ExternalIdsFilter, GlAccount, GlAccountFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

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
export const vendorFields = 'category city country createdAt createdById deletedAt description displayName email emailOptOut externalIds glAccount glAccountLabel id modifiedAt modifiedById ownerId phone state street vendorName version website zipCode';

/** A company that we buy from (modules.md 9). `vendors(crm).list()` and what else there is. */
export const vendors = /* @__PURE__ */ record('Vendor', 'vendor', 'vendors', vendorFields) as (crm: Crm) => Vendors;


type Names1 = 'category' | 'city' | 'country' | 'createdById' | 'email' | 'glAccount' | 'modifiedById' | 'ownerId' | 'phone' | 'state' | 'street' | 'vendorName' | 'version' | 'website' | 'zipCode';

/** A company that we buy from (modules.md 9). */
export interface Vendor extends CrmRecord {
  /** What the company deals in. */
  readonly category: string | null;
  /** City. */
  readonly city: string | null;
  /** Country. */
  readonly country: string | null;
  /** Anything worth knowing. */
  readonly description: string | null;
  /** E-mail. */
  readonly email: string | null;
  /** True: no mass mail and no automatic answer. */
  readonly emailOptOut: boolean | null;
  /** The account of the general ledger that what is bought is booked on. */
  readonly glAccount: GlAccount | null;
  /** The label of `glAccount` in the reader's language. */
  readonly glAccountLabel: string | null;
  /** Telephone. */
  readonly phone: string | null;
  /** State or province. */
  readonly state: string | null;
  /** Street. */
  readonly street: string | null;
  /** The name of the company. */
  readonly vendorName: string | null;
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
    readonly productLinks: (ProductLinkConnectionShape & { readonly args: ProductLinkListArgs }) | null;
    readonly products: (ProductConnectionShape & { readonly args: ProductListArgs }) | null;
    readonly purchaseOrders: (PurchaseOrderConnectionShape & { readonly args: PurchaseOrderListArgs }) | null;
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
    readonly groups: readonly ((VendorGroupShape & { readonly args: VendorGroupsArgs }))[];
    readonly nodes: readonly VendorShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface VendorListArgs extends ListArguments { readonly filter?: VendorFilter | null; readonly orderBy?: readonly VendorOrder[] | null; }
export interface VendorGroupsArgs { readonly by: readonly VendorGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: VendorGroupHaving | null; readonly orderBy?: readonly VendorGroupOrder[] | null; }

export interface VendorCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
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
export interface VendorFilter extends Partial<Alike<'category' | 'city' | 'country' | 'description' | 'email' | 'phone' | 'state' | 'street' | 'vendorName' | 'website' | 'zipCode', StringFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserFilter | null>>, Partial<Alike<'createdById' | 'modifiedById' | 'ownerId', UserIDFilter | null>> {
  readonly and?: readonly VendorFilter[] | null;
  readonly contacts?: ContactListFilter | null;
  readonly emailOptOut?: BooleanFilter | null;
  readonly externalIds?: ExternalIdsFilter | null;
  readonly glAccount?: GlAccountFilter | null;
  readonly id?: IDFilter | null;
  readonly not?: VendorFilter | null;
  readonly or?: readonly VendorFilter[] | null;
  readonly productLinks?: ProductLinkListFilter | null;
  readonly products?: ProductListFilter | null;
  readonly purchaseOrders?: PurchaseOrderListFilter | null;
  readonly version?: IntFilter | null;
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
export interface VendorGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface VendorGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
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
  readonly fields: Alike<'category' | 'city' | 'country' | 'createdAt' | 'createdById' | 'deletedAt' | 'email' | 'glAccountLabel' | 'modifiedAt' | 'modifiedById' | 'ownerId' | 'phone' | 'state' | 'street' | 'vendorName' | 'website' | 'zipCode', string | null> & { readonly emailOptOut: boolean | null; readonly glAccount: GlAccount | null; readonly version: number | null; };
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
export interface VendorGroupKeyOrder extends Partial<Alike<'category' | 'city' | 'country' | 'createdAt' | 'deletedAt' | 'email' | 'emailOptOut' | 'glAccount' | 'modifiedAt' | 'phone' | 'state' | 'street' | 'vendorName' | 'version' | 'website' | 'zipCode', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
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
export interface VendorGroupRangeHaving extends Partial<Alike<'category' | 'city' | 'country' | 'email' | 'phone' | 'state' | 'street' | 'vendorName' | 'website' | 'zipCode', StringFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface VendorGroupRangeOrder extends Partial<Alike<'category' | 'city' | 'country' | 'createdAt' | 'deletedAt' | 'email' | 'modifiedAt' | 'phone' | 'state' | 'street' | 'vendorName' | 'version' | 'website' | 'zipCode', SortOrder | null>> {
}

/** What vendors can be looked for by: vendorName, and what the organisation has made unique. */
export type VendorKeyField = 'CATEGORY' | 'CITY' | 'COUNTRY' | 'EMAIL' | 'PHONE' | 'STATE' | 'STREET' | 'VENDOR_NAME' | 'WEBSITE' | 'ZIP_CODE';

/** Conditions on a list of vendors. */
export type VendorListFilter = Quantified<VendorFilter>;

export interface VendorMaxShape {
  readonly fields: Alike<'category' | 'city' | 'country' | 'createdAt' | 'deletedAt' | 'email' | 'modifiedAt' | 'phone' | 'state' | 'street' | 'vendorName' | 'website' | 'zipCode', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type VendorMinShape = VendorMaxShape;

/** One term of an order of vendors: exactly one field. */
export interface VendorOrder extends Partial<Alike<'category' | 'city' | 'country' | 'createdAt' | 'deletedAt' | 'email' | 'emailOptOut' | 'glAccount' | 'id' | 'modifiedAt' | 'phone' | 'state' | 'street' | 'vendorName' | 'version' | 'website' | 'zipCode', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
}

export type VendorSumShape = VendorAvgShape;

/** Changes of a vendor: a field that is absent stays, null clears it. */
export interface VendorUpdateInput extends Omit<VendorCreateInput, 'emailOptOut' | 'vendorName'> {
  /** True: no mass mail and no automatic answer. */
  readonly emailOptOut?: boolean | null;
  /** The name of the company. At most 100 characters. */
  readonly vendorName?: string | null;
}

/** What a vendor is looked for by: exactly one of these. */
export interface VendorUpsertBy {
  /** The key of this source, in `externalIds` of the input. */
  readonly externalId?: string | null;
  /** This field: one that is unique, or the one that tells duplicates. */
  readonly field?: VendorKeyField | null;
}
