// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { CommonGroupField } from '../list-types.js';
import type { Alike, ListArguments, Quantified, Takes } from '../shape.js';
import type { LeadOrAccountOrContactOrDealOrVendorFilter } from './leads.js';
import type { ProductFilter, ProductOrder, ProductShape } from './products.js';
import type { CrmRecordShape, DateBucket, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

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
const productLinkFields = 'createdAt createdById deletedAt description id modifiedAt modifiedById productId recordId version';

/** Links a product to a lead, account, contact, deal or vendor. A pair is linked once. `productLinks(crm).list()` and what else there is. */
export const productLinks = /* @__PURE__ */ record('ProductLink', 'productLink', 'productLinks', productLinkFields) as (crm: Crm) => ProductLinks;


/** Links a product to a lead, account, contact, deal or vendor. A pair is linked once. */
export interface ProductLink {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The id of `product`, without reading it. */
  readonly productId: string | null;
  /** The id of `record`, without reading it. */
  readonly recordId: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface ProductLinkShape {
  readonly fields: ProductLink;
  readonly links: ProductLinkShapeLinks;
}
export interface ProductLinkShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The product. */
  readonly product: ProductShape | null;
  /** The linked record. */
  readonly record: CrmRecordShape | null;
}

export interface ProductLinkAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: ProductLinkAggregateShapeLinks;
}
export interface ProductLinkAggregateShapeLinks {
  /** The average, per field, to six decimals; money in base currency. */
  readonly avg: ProductLinkAvgShape;
  /** How many different values there are, per field. */
  readonly countDistinct: ProductLinkCountDistinctShape;
  /** The greatest value, per field; money in base currency. */
  readonly max: ProductLinkMaxShape;
  /** The smallest value, per field; money in base currency. */
  readonly min: ProductLinkMinShape;
  /** The sum, per field; money in base currency. */
  readonly sum: ProductLinkSumShape;
}

export interface ProductLinkAvgShape {
  readonly fields: { readonly version: string | null; };
  readonly links: object;
}

export interface ProductLinkConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: ProductLinkConnectionShapeLinks;
}
export interface ProductLinkConnectionShapeLinks {
  /** Figures about the whole list. */
  readonly aggregate: ProductLinkAggregateShape;
  /** The records of the page with their cursors. */
  readonly edges: readonly ProductLinkEdgeShape[];
  /** The whole list in groups, ordered by their keys in the order of `by`, empty values last, unless told otherwise. */
  readonly groups: readonly ((ProductLinkGroupShape & { readonly args: ProductLinkGroupsArgs }))[];
  /** The records of the page. */
  readonly nodes: readonly ProductLinkShape[];
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfoShape;
}
/** What a list is asked for. */
export interface ProductLinkListArgs extends ListArguments { filter?: ProductLinkFilter | null | undefined; orderBy?: readonly ProductLinkOrder[] | null | undefined; }
export interface ProductLinkGroupsArgs { by: readonly ProductLinkGroupBy[]; emptyBuckets?: boolean | undefined; first?: number | null | undefined; having?: ProductLinkGroupHaving | null | undefined; orderBy?: readonly ProductLinkGroupOrder[] | null | undefined; }

export interface ProductLinkCountDistinctShape {
  readonly fields: Alike<'createdById' | 'modifiedById' | 'productId' | 'recordId' | 'version', number | null>;
  readonly links: object;
}

/** A new productLink. */
export interface ProductLinkCreateInput extends Takes<ProductLink, 'description', string> {
  /** The product. The id of a product. */
  productId: string;
  /** The linked record. The id of a lead, an account, a contact, a deal, or a vendor. */
  recordId: string;
}

export interface ProductLinkEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: ProductLinkEdgeShapeLinks;
}
export interface ProductLinkEdgeShapeLinks {
  /** The record. */
  readonly node: ProductLinkShape | null;
}

/** Conditions on productLinks; all given ones must hold. */
export interface ProductLinkFilter {
  /** All of these. */
  and?: readonly ProductLinkFilter[] | null | undefined;
  /** When the record was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The record of `createdBy` meets this; false where there is none. */
  createdBy?: UserFilter | null | undefined;
  /** Conditions on the id of `createdBy`. */
  createdById?: UserIDFilter | null | undefined;
  /** When the record was moved to the bin; null otherwise. */
  deletedAt?: DateTimeFilter | null | undefined;
  /** Anything worth knowing. */
  description?: StringFilter | null | undefined;
  /** Stable and unique: `<prefix>_<uuid>`. */
  id?: IDFilter | null | undefined;
  /** When a value last changed. */
  modifiedAt?: DateTimeFilter | null | undefined;
  /** The record of `modifiedBy` meets this; false where there is none. */
  modifiedBy?: UserFilter | null | undefined;
  /** Conditions on the id of `modifiedBy`. */
  modifiedById?: UserIDFilter | null | undefined;
  /** Not this. */
  not?: ProductLinkFilter | null | undefined;
  /** At least one of these. */
  or?: readonly ProductLinkFilter[] | null | undefined;
  /** The record of `product` meets this; false where there is none. */
  product?: ProductFilter | null | undefined;
  /** Conditions on the id of `product`. */
  productId?: IDFilter | null | undefined;
  /** Conditions on the record of `record`; false where there is none. */
  record?: LeadOrAccountOrContactOrDealOrVendorFilter | null | undefined;
  /** Conditions on the id of `record`. */
  recordId?: IDFilter | null | undefined;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  version?: IntFilter | null | undefined;
}

export interface ProductLinkGroupShape {
  readonly fields: {  };
  readonly links: ProductLinkGroupShapeLinks;
}
export interface ProductLinkGroupShapeLinks {
  /** Figures about them. */
  readonly aggregate: ProductLinkAggregateShape;
  /** What they share. */
  readonly key: ProductLinkGroupKeyShape;
}

/** One thing that productLinks are grouped by. */
export interface ProductLinkGroupBy {
  /** What dates and moments are put together by. */
  bucket?: DateBucket | null | undefined;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  field: ProductLinkGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface ProductLinkGroupCountHaving {
  /** Who made the record. */
  createdById?: IntFilter | null | undefined;
  /** Who last changed a value. */
  modifiedById?: IntFilter | null | undefined;
  /** The product. */
  productId?: IntFilter | null | undefined;
  /** The linked record. */
  recordId?: IntFilter | null | undefined;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  version?: IntFilter | null | undefined;
}

/** By how many different values there are: exactly one field. */
export interface ProductLinkGroupCountOrder {
  /** By `createdBy`. */
  createdById?: SortOrder | null | undefined;
  /** By `modifiedBy`. */
  modifiedById?: SortOrder | null | undefined;
  /** By `product`. */
  productId?: SortOrder | null | undefined;
  /** By `record`. */
  recordId?: SortOrder | null | undefined;
  /** By `version`. */
  version?: SortOrder | null | undefined;
}

/** What productLinks can be grouped by. */
export type ProductLinkGroupField = CommonGroupField | 'PRODUCT' | 'RECORD';

/** Conditions on the figures of groups of productLinks; all given ones must hold. */
export interface ProductLinkGroupHaving {
  /** All of these. */
  and?: readonly ProductLinkGroupHaving[] | null | undefined;
  /** Averages, as they are shown; money in base currency. */
  avg?: ProductLinkGroupNumberHaving | null | undefined;
  /** How many records there are. */
  count?: IntFilter | null | undefined;
  /** How many different values there are. */
  countDistinct?: ProductLinkGroupCountHaving | null | undefined;
  /** The greatest values; money in base currency. */
  max?: ProductLinkGroupRangeHaving | null | undefined;
  /** The smallest values; money in base currency. */
  min?: ProductLinkGroupRangeHaving | null | undefined;
  /** Not this. */
  not?: ProductLinkGroupHaving | null | undefined;
  /** At least one of these. */
  or?: readonly ProductLinkGroupHaving[] | null | undefined;
  /** Sums; money in base currency. */
  sum?: ProductLinkGroupNumberHaving | null | undefined;
}

export interface ProductLinkGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'deletedAt' | 'modifiedAt' | 'modifiedById' | 'productId' | 'recordId', string | null> & { readonly version: number | null; };
  readonly links: ProductLinkGroupKeyShapeLinks;
}
export interface ProductLinkGroupKeyShapeLinks {
  /** The days of the bucket of `createdAt`; null where it was grouped without one. */
  readonly createdAtPeriod: GroupPeriodShape | null;
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** The days of the bucket of `deletedAt`; null where it was grouped without one. */
  readonly deletedAtPeriod: GroupPeriodShape | null;
  /** The days of the bucket of `modifiedAt`; null where it was grouped without one. */
  readonly modifiedAtPeriod: GroupPeriodShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The product. */
  readonly product: ProductShape | null;
  /** The linked record. */
  readonly record: CrmRecordShape | null;
}

/** By one of the keys of groups of productLinks: exactly one of those they are grouped by. */
export interface ProductLinkGroupKeyOrder {
  /** By `createdAt`. */
  createdAt?: SortOrder | null | undefined;
  /** By a field of `createdBy`. */
  createdBy?: UserOrder | null | undefined;
  /** By `deletedAt`. */
  deletedAt?: SortOrder | null | undefined;
  /** By `modifiedAt`. */
  modifiedAt?: SortOrder | null | undefined;
  /** By a field of `modifiedBy`. */
  modifiedBy?: UserOrder | null | undefined;
  /** By a field of `product`. */
  product?: ProductOrder | null | undefined;
  /** By `version`. */
  version?: SortOrder | null | undefined;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface ProductLinkGroupNumberHaving {
  /** Raised by one with every change; give it back as `expectedVersion`. */
  version?: DecimalFilter | null | undefined;
}

/** By a figure of a number: exactly one field. */
export interface ProductLinkGroupNumberOrder {
  /** By `version`. */
  version?: SortOrder | null | undefined;
}

/** One term of an order of groups of productLinks: exactly one figure or key. */
export interface ProductLinkGroupOrder {
  /** By an average, as it is shown; money in base currency. */
  avg?: ProductLinkGroupNumberOrder | null | undefined;
  /** By how many records there are. */
  count?: SortOrder | null | undefined;
  /** By how many different values there are. */
  countDistinct?: ProductLinkGroupCountOrder | null | undefined;
  /** By what they share. */
  key?: ProductLinkGroupKeyOrder | null | undefined;
  /** By the greatest value; money in base currency. */
  max?: ProductLinkGroupRangeOrder | null | undefined;
  /** By the smallest value; money in base currency. */
  min?: ProductLinkGroupRangeOrder | null | undefined;
  /** By a sum; money in base currency. */
  sum?: ProductLinkGroupNumberOrder | null | undefined;
}

/** Conditions on extreme values; all given ones must hold. */
export interface ProductLinkGroupRangeHaving {
  /** When the record was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** When the record was moved to the bin; null otherwise. */
  deletedAt?: DateTimeFilter | null | undefined;
  /** When a value last changed. */
  modifiedAt?: DateTimeFilter | null | undefined;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  version?: IntFilter | null | undefined;
}

/** By an extreme value: exactly one field. */
export interface ProductLinkGroupRangeOrder {
  /** By `createdAt`. */
  createdAt?: SortOrder | null | undefined;
  /** By `deletedAt`. */
  deletedAt?: SortOrder | null | undefined;
  /** By `modifiedAt`. */
  modifiedAt?: SortOrder | null | undefined;
  /** By `version`. */
  version?: SortOrder | null | undefined;
}

export type ProductLinkListFilter = Quantified<ProductLinkFilter>;

export interface ProductLinkMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'modifiedAt', string | null> & { readonly version: number | null; };
  readonly links: object;
}

export type ProductLinkMinShape = ProductLinkMaxShape;

/** One term of an order of productLinks: exactly one field. */
export interface ProductLinkOrder {
  /** By `createdAt`. */
  createdAt?: SortOrder | null | undefined;
  /** By a field of `createdBy`. */
  createdBy?: UserOrder | null | undefined;
  /** By `deletedAt`. */
  deletedAt?: SortOrder | null | undefined;
  /** By `id`. */
  id?: SortOrder | null | undefined;
  /** By `modifiedAt`. */
  modifiedAt?: SortOrder | null | undefined;
  /** By a field of `modifiedBy`. */
  modifiedBy?: UserOrder | null | undefined;
  /** By a field of `product`. */
  product?: ProductOrder | null | undefined;
  /** By `version`. */
  version?: SortOrder | null | undefined;
}

export type ProductLinkSumShape = ProductLinkAvgShape;

/** Changes of a productLink: a field that is absent stays, null clears it. */
export interface ProductLinkUpdateInput extends Omit<ProductLinkCreateInput, 'productId' | 'recordId'> {}
