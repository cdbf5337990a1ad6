// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Clones, Upserts, UpsertsMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { LineItemConnectionShape, LineItemListArgs, LineItemListFilter } from './line-items.js';
import type { ListPriceConnectionShape, ListPriceListArgs, ListPriceListFilter } from './list-prices.js';
import type { ProductLinkConnectionShape, ProductLinkListArgs, ProductLinkListFilter } from './product-links.js';
import type { ProductTaxConnectionShape, ProductTaxListArgs, ProductTaxListFilter } from './product-taxes.js';
import type { BooleanFilter, CrmRecord, DateBucket, DateFilter, DateTimeFilter, DecimalFilter, ExternalIdsFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, Manufacturer, ManufacturerFilter, NewTaxesOfProductInput, PageInfo, PageInfoShape, SortOrder, StringFilter, TaxesOfProductInput, UsageUnit, UsageUnitFilter } from './shared.js';
import type { StockAdjustmentConnectionShape, StockAdjustmentListArgs, StockAdjustmentListFilter } from './stock-adjustments.js';
import type { StockMovementConnectionShape, StockMovementListArgs, StockMovementListFilter } from './stock-movements.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';
import type { VendorFilter, VendorOrder, VendorShape } from './vendors.js';

interface Types {
  readonly shape: ProductShape;
  readonly list: ProductListArgs;
  readonly aggregate: ProductAggregateShape;
  readonly group: ProductGroupShape;
  readonly groups: ProductGroupsArgs;
}

/** What can be done with products. */
export interface Products extends Reads<Types>, Creates<Types, ProductCreateInput>, CreatesMany<Types, ProductCreateInput>, Updates<Types, ProductUpdateInput>, UpdatesMany<Types, ProductUpdateInput>, Clones<Types, ProductUpdateInput>, Upserts<Types, ProductUpsertBy, ProductUpdateInput>, UpsertsMany<Types, ProductUpsertBy, ProductUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const productFields = 'commissionRate commissionRateInBaseCurrency createdAt createdById currency deletedAt description displayName exchangeRate externalIds handlerId id manufacturer manufacturerLabel modifiedAt modifiedById ownerId productActive productCategory productCategoryLabel productCode productName qtyInDemand qtyInStock qtyOrdered reorderLevel salesEndDate salesStartDate supportExpiryDate supportStartDate taxable unitPrice unitPriceInBaseCurrency usageUnit usageUnitLabel vendorId version';

/** Something that we sell: goods or a service (modules.md 7). `products(crm).list()` and what else there is. */
export const products = /* @__PURE__ */ record('Product', 'product', 'products', productFields) as (crm: Crm) => Products;


type Names1 = 'commissionRate' | 'exchangeRate' | 'qtyInDemand' | 'qtyInStock' | 'qtyOrdered' | 'reorderLevel' | 'unitPrice' | 'version';

type Names2 = 'commissionRate' | 'createdById' | 'currency' | 'exchangeRate' | 'handlerId' | 'manufacturer' | 'modifiedById' | 'ownerId' | 'productCategory' | 'productCode' | 'productName' | 'qtyInDemand' | 'qtyInStock' | 'qtyOrdered' | 'reorderLevel' | 'salesEndDate' | 'salesStartDate' | 'supportExpiryDate' | 'supportStartDate' | 'unitPrice' | 'usageUnit' | 'vendorId' | 'version';

type Names3 = 'commissionRate' | 'exchangeRate' | 'qtyInDemand' | 'qtyInStock' | 'qtyOrdered' | 'reorderLevel' | 'unitPrice';

type Names4 = 'createdBy' | 'handler' | 'modifiedBy' | 'owner';

type Names5 = 'salesEndDate' | 'salesStartDate' | 'supportExpiryDate' | 'supportStartDate';

/** Something that we sell: goods or a service (modules.md 7). */
export interface Product extends CrmRecord {
  /** What whoever sells one gets for it. */
  readonly commissionRate: string | null;
  /** `commissionRate` in the organisation's base currency, at the record's exchange rate. */
  readonly commissionRateInBaseCurrency: string | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency: string | null;
  /** Anything worth knowing. */
  readonly description: string | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate: string | null;
  /** The id of `handler`, without reading it. */
  readonly handlerId: string | null;
  /** Who makes it. */
  readonly manufacturer: Manufacturer | null;
  /** The label of `manufacturer` in the reader's language. */
  readonly manufacturerLabel: string | null;
  /** False: it is on no new line of a document. */
  readonly productActive: boolean | null;
  /** What kind of product it is. */
  readonly productCategory: ProductCategory | null;
  /** The label of `productCategory` in the reader's language. */
  readonly productCategoryLabel: string | null;
  /** Our code for it; no two products share one. */
  readonly productCode: string | null;
  /** The name of the product. */
  readonly productName: string | null;
  /** How many are on sales orders that are neither delivered nor cancelled. */
  readonly qtyInDemand: string | null;
  /** How many there are; may be less than none. Moved by documents and adjustments (workflows.md 3). */
  readonly qtyInStock: string | null;
  /** How many are on purchase orders that are neither delivered nor cancelled. */
  readonly qtyOrdered: string | null;
  /** Below so many in stock it is to be ordered again. */
  readonly reorderLevel: string | null;
  /** Until when it is sold. */
  readonly salesEndDate: string | null;
  /** From when it is sold. */
  readonly salesStartDate: string | null;
  /** Until when it is supported. */
  readonly supportExpiryDate: string | null;
  /** From when it is supported. */
  readonly supportStartDate: string | null;
  /** False: no tax is put on its lines. */
  readonly taxable: boolean | null;
  /** The price of one, fixed by whoever makes it. */
  readonly unitPrice: string | null;
  /** `unitPrice` in the organisation's base currency, at the record's exchange rate. */
  readonly unitPriceInBaseCurrency: string | null;
  /** What it is counted in. */
  readonly usageUnit: UsageUnit | null;
  /** The label of `usageUnit` in the reader's language. */
  readonly usageUnitLabel: string | null;
  /** The id of `vendor`, without reading it. */
  readonly vendorId: string | null;
}
export interface ProductShape {
  readonly fields: Product;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly handler: UserShape | null;
    readonly lineItems: (LineItemConnectionShape & { readonly args: LineItemListArgs }) | null;
    readonly links: (ProductLinkConnectionShape & { readonly args: ProductLinkListArgs }) | null;
    readonly listPrices: (ListPriceConnectionShape & { readonly args: ListPriceListArgs }) | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly stockAdjustments: (StockAdjustmentConnectionShape & { readonly args: StockAdjustmentListArgs }) | null;
    readonly stockMovements: (StockMovementConnectionShape & { readonly args: StockMovementListArgs }) | null;
    readonly taxes: (ProductTaxConnectionShape & { readonly args: ProductTaxListArgs }) | null;
    readonly vendor: VendorShape | null;
  };
}

export interface ProductAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: ProductAvgShape;
    readonly countDistinct: ProductCountDistinctShape;
    readonly max: ProductMaxShape;
    readonly min: ProductMinShape;
    readonly sum: ProductSumShape;
  };
}

export interface ProductAvgShape {
  readonly fields: Alike<Names1, string | null>;
  readonly links: {};
}

/** What kind of product it is. The key of a value; the organisation may change the list. Standard: HARDWARE, SOFTWARE, CRM_APPLICATIONS. */
export type ProductCategory = 'HARDWARE' | 'SOFTWARE' | 'CRM_APPLICATIONS' | (string & {});

/** Conditions on one ProductCategory value; all given ones must hold. */
export interface ProductCategoryFilter {
  readonly eq?: ProductCategory | null;
  readonly in?: readonly ProductCategory[] | null;
  readonly isNull?: boolean | null;
  readonly labelContains?: string | null;
  readonly notEq?: ProductCategory | null;
  readonly notIn?: readonly ProductCategory[] | null;
}

export interface ProductConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: ProductAggregateShape;
    readonly edges: readonly ProductEdgeShape[];
    readonly groups: readonly ((ProductGroupShape & { readonly args: ProductGroupsArgs }))[];
    readonly nodes: readonly ProductShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface ProductListArgs extends ListArguments { readonly filter?: ProductFilter | null; readonly orderBy?: readonly ProductOrder[] | null; }
export interface ProductGroupsArgs { readonly by: readonly ProductGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: ProductGroupHaving | null; readonly orderBy?: readonly ProductGroupOrder[] | null; }

export interface ProductCountDistinctShape {
  readonly fields: Alike<Names2, number | null>;
  readonly links: {};
}

/** A new product. */
export interface ProductCreateInput {
  /** What whoever sells one gets for it. */
  readonly commissionRate?: string | number | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency?: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description?: string | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate?: string | number | null;
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  readonly externalIds?: Readonly<Record<string, string | null>> | null;
  /** Who looks after it. The id of an user. */
  readonly handlerId?: string | null;
  /** Who makes it. */
  readonly manufacturer?: Manufacturer | null;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  readonly ownerId?: string | null;
  /** False: it is on no new line of a document. Default: true. */
  readonly productActive?: boolean | null;
  /** What kind of product it is. */
  readonly productCategory?: ProductCategory | null;
  /** Our code for it; no two products share one. At most 40 characters. */
  readonly productCode?: string | null;
  /** The name of the product. At most 200 characters. */
  readonly productName: string;
  /** Below so many in stock it is to be ordered again. */
  readonly reorderLevel?: string | number | null;
  /** Until when it is sold. */
  readonly salesEndDate?: string | null;
  /** From when it is sold. */
  readonly salesStartDate?: string | null;
  /** Until when it is supported. */
  readonly supportExpiryDate?: string | null;
  /** From when it is supported. */
  readonly supportStartDate?: string | null;
  /** False: no tax is put on its lines. Default: true. */
  readonly taxable?: boolean | null;
  /** The taxes that may be put on its lines; none: all of them. Made together with the product, or not at all. */
  readonly taxes?: NewTaxesOfProductInput | null;
  /** The price of one, fixed by whoever makes it. */
  readonly unitPrice?: string | number | null;
  /** What it is counted in. */
  readonly usageUnit?: UsageUnit | null;
  /** Whom we buy it from. The id of a vendor. */
  readonly vendorId?: string | null;
}

export interface ProductEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: ProductShape | null;
  };
}

/** Conditions on products; all given ones must hold. */
export interface ProductFilter extends Partial<Alike<Names3, DecimalFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<Names4, UserFilter | null>>, Partial<Alike<'createdById' | 'handlerId' | 'modifiedById' | 'ownerId', UserIDFilter | null>>, Partial<Alike<'description' | 'productCode' | 'productName', StringFilter | null>>, Partial<Alike<Names5, DateFilter | null>> {
  readonly and?: readonly ProductFilter[] | null;
  readonly currency?: CurrencyCodeFilter | null;
  readonly externalIds?: ExternalIdsFilter | null;
  readonly id?: IDFilter | null;
  readonly lineItems?: LineItemListFilter | null;
  readonly links?: ProductLinkListFilter | null;
  readonly listPrices?: ListPriceListFilter | null;
  readonly manufacturer?: ManufacturerFilter | null;
  readonly not?: ProductFilter | null;
  readonly or?: readonly ProductFilter[] | null;
  readonly productActive?: BooleanFilter | null;
  readonly productCategory?: ProductCategoryFilter | null;
  readonly stockAdjustments?: StockAdjustmentListFilter | null;
  readonly stockMovements?: StockMovementListFilter | null;
  readonly taxable?: BooleanFilter | null;
  readonly taxes?: ProductTaxListFilter | null;
  readonly usageUnit?: UsageUnitFilter | null;
  readonly vendor?: VendorFilter | null;
  readonly vendorId?: IDFilter | null;
  readonly version?: IntFilter | null;
}

export interface ProductGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: ProductAggregateShape;
    readonly inOwnCurrency: ProductMoneyAggregateShape;
    readonly key: ProductGroupKeyShape;
  };
}

/** One thing that products are grouped by. */
export interface ProductGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: ProductGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface ProductGroupCountHaving extends Partial<Alike<Names2, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface ProductGroupCountOrder extends Partial<Alike<Names2, SortOrder | null>> {
}

/** What products can be grouped by. */
export type ProductGroupField = 'CREATED_AT' | 'CREATED_BY' | 'CURRENCY' | 'DELETED_AT' | 'HANDLER' | 'MANUFACTURER' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'OWNER' | 'PRODUCT_ACTIVE' | 'PRODUCT_CATEGORY' | 'PRODUCT_CODE' | 'PRODUCT_NAME' | 'SALES_END_DATE' | 'SALES_START_DATE' | 'SUPPORT_EXPIRY_DATE' | 'SUPPORT_START_DATE' | 'TAXABLE' | 'USAGE_UNIT' | 'VENDOR' | 'VERSION';

/** Conditions on the figures of groups of products; all given ones must hold. */
export interface ProductGroupHaving {
  readonly and?: readonly ProductGroupHaving[] | null;
  readonly avg?: ProductGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: ProductGroupCountHaving | null;
  readonly max?: ProductGroupRangeHaving | null;
  readonly min?: ProductGroupRangeHaving | null;
  readonly not?: ProductGroupHaving | null;
  readonly or?: readonly ProductGroupHaving[] | null;
  readonly sum?: ProductGroupNumberHaving | null;
}

export interface ProductGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'currency' | 'deletedAt' | 'handlerId' | 'manufacturerLabel' | 'modifiedAt' | 'modifiedById' | 'ownerId' | 'productCategoryLabel' | 'productCode' | 'productName' | 'salesEndDate' | 'salesStartDate' | 'supportExpiryDate' | 'supportStartDate' | 'usageUnitLabel' | 'vendorId', string | null> & { readonly manufacturer: Manufacturer | null; readonly productActive: boolean | null; readonly productCategory: ProductCategory | null; readonly taxable: boolean | null; readonly usageUnit: UsageUnit | null; readonly version: number | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly handler: UserShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly salesEndDatePeriod: GroupPeriodShape | null;
    readonly salesStartDatePeriod: GroupPeriodShape | null;
    readonly supportExpiryDatePeriod: GroupPeriodShape | null;
    readonly supportStartDatePeriod: GroupPeriodShape | null;
    readonly vendor: VendorShape | null;
  };
}

/** By one of the keys of groups of products: exactly one of those they are grouped by. */
export interface ProductGroupKeyOrder extends Partial<Alike<'createdAt' | 'currency' | 'deletedAt' | 'manufacturer' | 'modifiedAt' | 'productActive' | 'productCategory' | 'productCode' | 'productName' | 'salesEndDate' | 'salesStartDate' | 'supportExpiryDate' | 'supportStartDate' | 'taxable' | 'usageUnit' | 'version', SortOrder | null>>, Partial<Alike<Names4, UserOrder | null>> {
  readonly vendor?: VendorOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface ProductGroupNumberHaving extends Partial<Alike<Names1, DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface ProductGroupNumberOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** One term of an order of groups of products: exactly one figure or key. */
export interface ProductGroupOrder {
  readonly avg?: ProductGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: ProductGroupCountOrder | null;
  readonly key?: ProductGroupKeyOrder | null;
  readonly max?: ProductGroupRangeOrder | null;
  readonly min?: ProductGroupRangeOrder | null;
  readonly sum?: ProductGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface ProductGroupRangeHaving extends Partial<Alike<Names3, DecimalFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<Names5, DateFilter | null>> {
  readonly productCode?: StringFilter | null;
  readonly productName?: StringFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface ProductGroupRangeOrder extends Partial<Alike<'commissionRate' | 'createdAt' | 'deletedAt' | 'exchangeRate' | 'modifiedAt' | 'productCode' | 'productName' | 'qtyInDemand' | 'qtyInStock' | 'qtyOrdered' | 'reorderLevel' | 'salesEndDate' | 'salesStartDate' | 'supportExpiryDate' | 'supportStartDate' | 'unitPrice' | 'version', SortOrder | null>> {
}

/** What products can be looked for by: productName, and what the organisation has made unique. */
export type ProductKeyField = 'PRODUCT_CODE' | 'PRODUCT_NAME';

/** Conditions on a list of products. */
export type ProductListFilter = Quantified<ProductFilter>;

export interface ProductMaxShape {
  readonly fields: Alike<'commissionRate' | 'createdAt' | 'deletedAt' | 'exchangeRate' | 'modifiedAt' | 'productCode' | 'productName' | 'qtyInDemand' | 'qtyInStock' | 'qtyOrdered' | 'reorderLevel' | 'salesEndDate' | 'salesStartDate' | 'supportExpiryDate' | 'supportStartDate' | 'unitPrice', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type ProductMinShape = ProductMaxShape;

export interface ProductMoneyAggregateShape {
  readonly fields: {  };
  readonly links: {
    readonly avg: ProductMoneyFiguresShape;
    readonly max: ProductMoneyFiguresShape;
    readonly min: ProductMoneyFiguresShape;
    readonly sum: ProductMoneyFiguresShape;
  };
}

export interface ProductMoneyFiguresShape {
  readonly fields: { readonly commissionRate: string | null; readonly unitPrice: string | null; };
  readonly links: {};
}

/** One term of an order of products: exactly one field. */
export interface ProductOrder extends Partial<Alike<'commissionRate' | 'createdAt' | 'currency' | 'deletedAt' | 'exchangeRate' | 'id' | 'manufacturer' | 'modifiedAt' | 'productActive' | 'productCategory' | 'productCode' | 'productName' | 'qtyInDemand' | 'qtyInStock' | 'qtyOrdered' | 'reorderLevel' | 'salesEndDate' | 'salesStartDate' | 'supportExpiryDate' | 'supportStartDate' | 'taxable' | 'unitPrice' | 'usageUnit' | 'version', SortOrder | null>>, Partial<Alike<Names4, UserOrder | null>> {
  readonly vendor?: VendorOrder | null;
}

export type ProductSumShape = ProductAvgShape;

/** Changes of a product: a field that is absent stays, null clears it. */
export interface ProductUpdateInput extends Omit<ProductCreateInput, 'productActive' | 'productName' | 'taxable' | 'taxes'> {
  /** False: it is on no new line of a document. */
  readonly productActive?: boolean | null;
  /** The name of the product. At most 200 characters. */
  readonly productName?: string | null;
  /** False: no tax is put on its lines. */
  readonly taxable?: boolean | null;
  /** The taxes that may be put on its lines; none: all of them. Changed together with the product, or not at all; the version of the product rises only with its own fields. */
  readonly taxes?: TaxesOfProductInput | null;
}

/** What a product is looked for by: exactly one of these. */
export interface ProductUpsertBy {
  /** The key of this source, in `externalIds` of the input. */
  readonly externalId?: string | null;
  /** This field: one that is unique, or the one that tells duplicates. */
  readonly field?: ProductKeyField | null;
}
