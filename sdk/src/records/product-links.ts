// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { AccountFilter, AccountOrder, AccountShape } from './accounts.js';
import type { ContactFilter, ContactOrder, ContactShape } from './contacts.js';
import type { DealFilter, DealOrder, DealShape } from './deals.js';
import type { LeadFilter, LeadOrder, LeadShape } from './leads.js';
import type { ProductFilter, ProductOrder, ProductShape } from './products.js';
import type { DateBucket, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';
import type { VendorFilter, VendorOrder, VendorShape } from './vendors.js';

interface Types {
  readonly shape: ProductLinkShape;
  readonly list: ProductLinkListArgs;
  readonly aggregate: ProductLinkAggregateShape;
  readonly group: ProductLinkGroupShape;
  readonly groups: ProductLinkGroupsArgs;
}

/** What can be done with productLinks. */
export interface ProductLinks extends Reads<Types>, Creates<Types, ProductLinkCreateInput>, CreatesMany<Types, ProductLinkCreateInput>, Updates<Types, ProductLinkUpdateInput>, UpdatesMany<Types, ProductLinkUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const productLinkFields = 'accountId contactId createdAt createdById dealId deletedAt description id leadId modifiedAt modifiedById productId vendorId version';

/** That somebody has to do with a product: a lead, an account, a contact, a deal or a vendor; each once (modules.md 7). `productLinks(crm).list()` and what else there is. */
export const productLinks = /* @__PURE__ */ record('ProductLink', 'productLink', 'productLinks', productLinkFields) as (crm: Crm) => ProductLinks;


type Names1 = 'accountId' | 'contactId' | 'createdById' | 'dealId' | 'leadId' | 'modifiedById' | 'productId' | 'vendorId' | 'version';

type Names2 = 'createdAt' | 'deletedAt' | 'modifiedAt' | 'version';

/** That somebody has to do with a product: a lead, an account, a contact, a deal or a vendor; each once (modules.md 7). */
export interface ProductLink {
  /** The id of `account`, without reading it. */
  readonly accountId: string | null;
  /** The id of `contact`, without reading it. */
  readonly contactId: string | null;
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** The id of `deal`, without reading it. */
  readonly dealId: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Anything worth knowing. */
  readonly description: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** The id of `lead`, without reading it. */
  readonly leadId: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The id of `product`, without reading it. */
  readonly productId: string | null;
  /** The id of `vendor`, without reading it. */
  readonly vendorId: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface ProductLinkShape {
  readonly fields: ProductLink;
  readonly links: {
    readonly account: AccountShape | null;
    readonly contact: ContactShape | null;
    readonly createdBy: UserShape | null;
    readonly deal: DealShape | null;
    readonly lead: LeadShape | null;
    readonly modifiedBy: UserShape | null;
    readonly product: ProductShape | null;
    readonly vendor: VendorShape | null;
  };
}

export interface ProductLinkAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: ProductLinkAvgShape;
    readonly countDistinct: ProductLinkCountDistinctShape;
    readonly max: ProductLinkMaxShape;
    readonly min: ProductLinkMinShape;
    readonly sum: ProductLinkSumShape;
  };
}

export interface ProductLinkAvgShape {
  readonly fields: { readonly version: string | null; };
  readonly links: {};
}

export interface ProductLinkConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: ProductLinkAggregateShape;
    readonly edges: readonly ProductLinkEdgeShape[];
    readonly groups: readonly ((ProductLinkGroupShape & { readonly args: ProductLinkGroupsArgs }))[];
    readonly nodes: readonly ProductLinkShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface ProductLinkListArgs extends ListArguments { readonly filter?: ProductLinkFilter | null; readonly orderBy?: readonly ProductLinkOrder[] | null; }
export interface ProductLinkGroupsArgs { readonly by: readonly ProductLinkGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: ProductLinkGroupHaving | null; readonly orderBy?: readonly ProductLinkGroupOrder[] | null; }

export interface ProductLinkCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

/** A new productLink. */
export interface ProductLinkCreateInput {
  /** The account. The id of an account. */
  readonly accountId?: string | null;
  /** The contact. The id of a contact. */
  readonly contactId?: string | null;
  /** The deal. The id of a deal. */
  readonly dealId?: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description?: string | null;
  /** The lead. The id of a lead. */
  readonly leadId?: string | null;
  /** The product. The id of a product. */
  readonly productId: string;
  /** The vendor. The id of a vendor. */
  readonly vendorId?: string | null;
}

export interface ProductLinkEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: ProductLinkShape | null;
  };
}

/** Conditions on productLinks; all given ones must hold. */
export interface ProductLinkFilter extends Partial<Alike<'accountId' | 'contactId' | 'dealId' | 'id' | 'leadId' | 'productId' | 'vendorId', IDFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly account?: AccountFilter | null;
  readonly and?: readonly ProductLinkFilter[] | null;
  readonly contact?: ContactFilter | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly deal?: DealFilter | null;
  readonly description?: StringFilter | null;
  readonly lead?: LeadFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly not?: ProductLinkFilter | null;
  readonly or?: readonly ProductLinkFilter[] | null;
  readonly product?: ProductFilter | null;
  readonly vendor?: VendorFilter | null;
  readonly version?: IntFilter | null;
}

export interface ProductLinkGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: ProductLinkAggregateShape;
    readonly key: ProductLinkGroupKeyShape;
  };
}

/** One thing that productLinks are grouped by. */
export interface ProductLinkGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: ProductLinkGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface ProductLinkGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface ProductLinkGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What productLinks can be grouped by. */
export type ProductLinkGroupField = 'ACCOUNT' | 'CONTACT' | 'CREATED_AT' | 'CREATED_BY' | 'DEAL' | 'DELETED_AT' | 'LEAD' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'PRODUCT' | 'VENDOR' | 'VERSION';

/** Conditions on the figures of groups of productLinks; all given ones must hold. */
export interface ProductLinkGroupHaving {
  readonly and?: readonly ProductLinkGroupHaving[] | null;
  readonly avg?: ProductLinkGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: ProductLinkGroupCountHaving | null;
  readonly max?: ProductLinkGroupRangeHaving | null;
  readonly min?: ProductLinkGroupRangeHaving | null;
  readonly not?: ProductLinkGroupHaving | null;
  readonly or?: readonly ProductLinkGroupHaving[] | null;
  readonly sum?: ProductLinkGroupNumberHaving | null;
}

export interface ProductLinkGroupKeyShape {
  readonly fields: Alike<'accountId' | 'contactId' | 'createdAt' | 'createdById' | 'dealId' | 'deletedAt' | 'leadId' | 'modifiedAt' | 'modifiedById' | 'productId' | 'vendorId', string | null> & { readonly version: number | null; };
  readonly links: {
    readonly account: AccountShape | null;
    readonly contact: ContactShape | null;
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deal: DealShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly lead: LeadShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly product: ProductShape | null;
    readonly vendor: VendorShape | null;
  };
}

/** By one of the keys of groups of productLinks: exactly one of those they are grouped by. */
export interface ProductLinkGroupKeyOrder extends Partial<Alike<Names2, SortOrder | null>> {
  readonly account?: AccountOrder | null;
  readonly contact?: ContactOrder | null;
  readonly createdBy?: UserOrder | null;
  readonly deal?: DealOrder | null;
  readonly lead?: LeadOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly product?: ProductOrder | null;
  readonly vendor?: VendorOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface ProductLinkGroupNumberHaving {
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface ProductLinkGroupNumberOrder {
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of productLinks: exactly one figure or key. */
export interface ProductLinkGroupOrder {
  readonly avg?: ProductLinkGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: ProductLinkGroupCountOrder | null;
  readonly key?: ProductLinkGroupKeyOrder | null;
  readonly max?: ProductLinkGroupRangeOrder | null;
  readonly min?: ProductLinkGroupRangeOrder | null;
  readonly sum?: ProductLinkGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface ProductLinkGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface ProductLinkGroupRangeOrder extends Partial<Alike<Names2, SortOrder | null>> {
}

/** Conditions on a list of productLinks. */
export type ProductLinkListFilter = Quantified<ProductLinkFilter>;

export interface ProductLinkMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'modifiedAt', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type ProductLinkMinShape = ProductLinkMaxShape;

/** One term of an order of productLinks: exactly one field. */
export interface ProductLinkOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'id' | 'modifiedAt' | 'version', SortOrder | null>> {
  readonly account?: AccountOrder | null;
  readonly contact?: ContactOrder | null;
  readonly createdBy?: UserOrder | null;
  readonly deal?: DealOrder | null;
  readonly lead?: LeadOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly product?: ProductOrder | null;
  readonly vendor?: VendorOrder | null;
}

export type ProductLinkSumShape = ProductLinkAvgShape;

/** Changes of a productLink: a field that is absent stays, null clears it. */
export interface ProductLinkUpdateInput extends Omit<ProductLinkCreateInput, 'accountId' | 'contactId' | 'dealId' | 'leadId' | 'productId' | 'vendorId'> {
}
