// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { ProductFilter, ProductOrder, ProductShape } from './products.js';
import type { DateBucket, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder } from './shared.js';
import type { TaxFilter, TaxOrder, TaxShape } from './taxes.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: ProductTaxShape;
  readonly list: ProductTaxListArgs;
  readonly aggregate: ProductTaxAggregateShape;
  readonly group: ProductTaxGroupShape;
  readonly groups: ProductTaxGroupsArgs;
}

/** What can be done with productTaxes. */
export interface ProductTaxes extends Reads<Types>, Creates<Types, ProductTaxCreateInput>, CreatesMany<Types, ProductTaxCreateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const productTaxFields = 'createdAt createdById deletedAt id modifiedAt modifiedById productId taxId version';

/** A tax that may be put on lines of a product. A product without any may have them all (modules.md 7). `productTaxes(crm).list()` and what else there is. */
export const productTaxes = /* @__PURE__ */ record('ProductTax', 'productTax', 'productTaxes', productTaxFields) as (crm: Crm) => ProductTaxes;


type Names1 = 'createdById' | 'modifiedById' | 'productId' | 'taxId' | 'version';

type Names2 = 'createdAt' | 'deletedAt' | 'modifiedAt' | 'version';

/** A tax that may be put on lines of a product. A product without any may have them all (modules.md 7). */
export interface ProductTax {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The id of `product`, without reading it. */
  readonly productId: string | null;
  /** The id of `tax`, without reading it. */
  readonly taxId: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface ProductTaxShape {
  readonly fields: ProductTax;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly modifiedBy: UserShape | null;
    readonly product: ProductShape | null;
    readonly tax: TaxShape | null;
  };
}

export interface ProductTaxAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: ProductTaxAvgShape;
    readonly countDistinct: ProductTaxCountDistinctShape;
    readonly max: ProductTaxMaxShape;
    readonly min: ProductTaxMinShape;
    readonly sum: ProductTaxSumShape;
  };
}

export interface ProductTaxAvgShape {
  readonly fields: { readonly version: string | null; };
  readonly links: {};
}

export interface ProductTaxConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: ProductTaxAggregateShape;
    readonly edges: readonly ProductTaxEdgeShape[];
    readonly groups: readonly ((ProductTaxGroupShape & { readonly args: ProductTaxGroupsArgs }))[];
    readonly nodes: readonly ProductTaxShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface ProductTaxListArgs extends ListArguments { readonly filter?: ProductTaxFilter | null; readonly orderBy?: readonly ProductTaxOrder[] | null; }
export interface ProductTaxGroupsArgs { readonly by: readonly ProductTaxGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: ProductTaxGroupHaving | null; readonly orderBy?: readonly ProductTaxGroupOrder[] | null; }

export interface ProductTaxCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

/** A new productTax. */
export interface ProductTaxCreateInput {
  /** The product. The id of a product. */
  readonly productId: string;
  /** The tax. The id of a tax. */
  readonly taxId: string;
}

export interface ProductTaxEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: ProductTaxShape | null;
  };
}

/** Conditions on productTaxes; all given ones must hold. */
export interface ProductTaxFilter extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'id' | 'productId' | 'taxId', IDFilter | null>> {
  readonly and?: readonly ProductTaxFilter[] | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly not?: ProductTaxFilter | null;
  readonly or?: readonly ProductTaxFilter[] | null;
  readonly product?: ProductFilter | null;
  readonly tax?: TaxFilter | null;
  readonly version?: IntFilter | null;
}

export interface ProductTaxGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: ProductTaxAggregateShape;
    readonly key: ProductTaxGroupKeyShape;
  };
}

/** One thing that productTaxes are grouped by. */
export interface ProductTaxGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: ProductTaxGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface ProductTaxGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface ProductTaxGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What productTaxes can be grouped by. */
export type ProductTaxGroupField = 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'PRODUCT' | 'TAX' | 'VERSION';

/** Conditions on the figures of groups of productTaxes; all given ones must hold. */
export interface ProductTaxGroupHaving {
  readonly and?: readonly ProductTaxGroupHaving[] | null;
  readonly avg?: ProductTaxGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: ProductTaxGroupCountHaving | null;
  readonly max?: ProductTaxGroupRangeHaving | null;
  readonly min?: ProductTaxGroupRangeHaving | null;
  readonly not?: ProductTaxGroupHaving | null;
  readonly or?: readonly ProductTaxGroupHaving[] | null;
  readonly sum?: ProductTaxGroupNumberHaving | null;
}

export interface ProductTaxGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'deletedAt' | 'modifiedAt' | 'modifiedById' | 'productId' | 'taxId', string | null> & { readonly version: number | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly product: ProductShape | null;
    readonly tax: TaxShape | null;
  };
}

/** By one of the keys of groups of productTaxes: exactly one of those they are grouped by. */
export interface ProductTaxGroupKeyOrder extends Partial<Alike<Names2, SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly product?: ProductOrder | null;
  readonly tax?: TaxOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface ProductTaxGroupNumberHaving {
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface ProductTaxGroupNumberOrder {
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of productTaxes: exactly one figure or key. */
export interface ProductTaxGroupOrder {
  readonly avg?: ProductTaxGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: ProductTaxGroupCountOrder | null;
  readonly key?: ProductTaxGroupKeyOrder | null;
  readonly max?: ProductTaxGroupRangeOrder | null;
  readonly min?: ProductTaxGroupRangeOrder | null;
  readonly sum?: ProductTaxGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface ProductTaxGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface ProductTaxGroupRangeOrder extends Partial<Alike<Names2, SortOrder | null>> {
}

/** Conditions on a list of productTaxes. */
export type ProductTaxListFilter = Quantified<ProductTaxFilter>;

export interface ProductTaxMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'modifiedAt', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type ProductTaxMinShape = ProductTaxMaxShape;

/** A new productTax of the product in whose input it stands. Lists of its own are edited in a call of their own. */
export interface ProductTaxOfProductCreateInput {
  /** The tax. The id of a tax. */
  readonly taxId: string;
}

/** One term of an order of productTaxes: exactly one field. */
export interface ProductTaxOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'id' | 'modifiedAt' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly product?: ProductOrder | null;
  readonly tax?: TaxOrder | null;
}

/** One productTax, perhaps at a known version. */
export interface ProductTaxReference {
  /** Refuse with CONFLICT unless the record still has this version. */
  readonly expectedVersion?: number | null;
  /** The productTax. */
  readonly id: string;
}

export type ProductTaxSumShape = ProductTaxAvgShape;
