// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, WritesAndUpserts } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { LabelledEquality, Needs, Quantified, Takes, UpsertBy } from '../shape.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { LineItemLists } from './line-items.js';
import type { ListPriceLists } from './list-prices.js';
import type { ProductLinkLists } from './product-links.js';
import type { ProductTaxLists } from './product-taxes.js';
import type { CrmRecord, ExternalIdsFilter, Manufacturer, ManufacturerFilter, NewTaxesOfProductInput, TaxesOfProductInput, UsageUnit, UsageUnitFilter } from './shared.js';
import type { StockAdjustmentLists } from './stock-adjustments.js';
import type { StockMovementLists } from './stock-movements.js';
import type { UserLists, UserShape } from './users.js';
import type { VendorLists, VendorShape } from './vendors.js';

type Types = TypesOf<ProductLists>;

/** What can be done with products. */
export interface Products extends Reads<Types>, WritesAndUpserts<Types, ProductCreateInput, ProductUpdateInput, ProductUpsertBy> {}

/** Selected unless said otherwise. */
const productFields = 'commissionRate commissionRateInBaseCurrency createdAt createdById currency deletedAt description displayName exchangeRate externalIds handlerId id isBelowReorderLevel manufacturer manufacturerLabel modifiedAt modifiedById ownerId productActive productCategory productCategoryLabel productCode productName qtyInDemand qtyInStock qtyOrdered qtyToOrder reorderLevel reorderQuantity salesEndDate salesStartDate supportExpiryDate supportStartDate taxable unitPrice unitPriceInBaseCurrency usageUnit usageUnitLabel vendorId version';

/** Something that we sell: goods or a service (modules.md 7). `products(crm).list()` and what else there is. */
export const products = /* @__PURE__ */ record('Product', 'product', 'products', productFields) as (crm: Crm) => Products;


/** Something that we sell: goods or a service (modules.md 7). */
export interface Product extends CrmRecord {
  /** Commission for one that is sold, with up to six decimals. */
  readonly commissionRate: string | null;
  /** `commissionRate` in the organisation's base currency, at the record's exchange rate. */
  readonly commissionRateInBaseCurrency: string | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description: string | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate: string | null;
  /** The id of `handler`, without reading it. */
  readonly handlerId: string | null;
  /** Whether fewer are in stock than the reorder level (workflows.md 3). False where it has none. */
  readonly isBelowReorderLevel: boolean | null;
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
  /** Our code for it; no two products share one. At most 40 characters. */
  readonly productCode: string | null;
  /** The name of the product. At most 200 characters. */
  readonly productName: string | null;
  /** How many are on sales orders that are neither delivered nor cancelled. */
  readonly qtyInDemand: string | null;
  /** How many there are; may be less than none. Moved by documents and adjustments (workflows.md 3). */
  readonly qtyInStock: string | null;
  /** How many are on purchase orders that are neither delivered nor cancelled. */
  readonly qtyOrdered: string | null;
  /** How many to order, so that what is in stock and ordered less what is in demand comes back to the reorder level. 0: it has none, or there will be enough. */
  readonly qtyToOrder: string | null;
  /** Below so many in stock it is to be ordered again. */
  readonly reorderLevel: string | null;
  /** At least so many are ordered at once. */
  readonly reorderQuantity: string | null;
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
  /** Price of one, with up to six decimals. */
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
  readonly links: ProductShapeLinks;
}
export interface ProductShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who looks after it. */
  readonly handler: UserShape | null;
  /** The lines of documents that are about the product. */
  readonly lineItems: ListOf<LineItemLists> | null;
  /** The records that the product is linked to. */
  readonly links: ListOf<ProductLinkLists> | null;
  /** The price books that the product is in, and what it costs there. */
  readonly listPrices: ListOf<ListPriceLists> | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** Who is responsible for the record. Default: whoever makes it. */
  readonly owner: UserShape | null;
  /** Corrections of what is in stock. */
  readonly stockAdjustments: ListOf<StockAdjustmentLists> | null;
  /** What came, went and was ordered. */
  readonly stockMovements: ListOf<StockMovementLists> | null;
  /** Taxes of new lines, and the only ones that its lines may have; none: lines may have any. */
  readonly taxes: ListOf<ProductTaxLists> | null;
  /** Whom we buy it from. */
  readonly vendor: VendorShape | null;
}

/** What kind of product it is. The key of a value; the organisation may change the list. Standard: HARDWARE, SOFTWARE, CRM_APPLICATIONS. */
export type ProductCategory = 'HARDWARE' | 'SOFTWARE' | 'CRM_APPLICATIONS' | (string & {});

export type ProductCategoryFilter = LabelledEquality<ProductCategory>;

/** `Product` in lists. */
export interface ProductLists extends Lists<ProductShape, ProductFilter, ProductOrder, ProductGroupField> {
  readonly text: 'productCode' | 'productName';
  readonly longText: 'description';
  readonly flag: 'isBelowReorderLevel' | 'productActive' | 'taxable';
  readonly day: 'salesEndDate' | 'salesStartDate' | 'supportExpiryDate' | 'supportStartDate';
  readonly decimal: 'exchangeRate' | 'qtyInDemand' | 'qtyInStock' | 'qtyOrdered' | 'qtyToOrder' | 'reorderLevel' | 'reorderQuantity';
  readonly money: 'commissionRate' | 'unitPrice';
  readonly codes: { readonly currency: CurrencyCodeFilter; };
  readonly picklists: { readonly manufacturer: ManufacturerFilter; readonly productCategory: ProductCategoryFilter; readonly usageUnit: UsageUnitFilter; };
  readonly lookups: { readonly handler: UserLists; readonly owner: UserLists; readonly vendor: VendorLists; };
  readonly lists: { readonly lineItems: LineItemLists; readonly links: ProductLinkLists; readonly listPrices: ListPriceLists; readonly stockAdjustments: StockAdjustmentLists; readonly stockMovements: StockMovementLists; readonly taxes: ProductTaxLists; };
}
export type ProductListArgs = ListArgs<ProductLists>;
export type ProductGroupsArgs = GroupsArgs<ProductLists>;

/** A new product. */
export interface ProductCreateInput extends Takes<Product, 'commissionRate' | 'exchangeRate' | 'reorderLevel' | 'reorderQuantity' | 'unitPrice', string | number>, Takes<Product, 'currency' | 'description' | 'productCode' | 'salesEndDate' | 'salesStartDate' | 'supportExpiryDate' | 'supportStartDate', string>, Takes<Product, 'externalIds', Readonly<Record<string, string | null>>>, Takes<Product, 'manufacturer', Manufacturer>, Takes<Product, 'productCategory', ProductCategory>, Needs<Product, 'productName', string>, Takes<Product, 'usageUnit', UsageUnit> {
  /** Who looks after it. The id of an user. */
  handlerId?: string | null | undefined;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  ownerId?: string | null | undefined;
  /** False: it is on no new line of a document. Default: true. */
  productActive?: boolean | null | undefined;
  /** False: no tax is put on its lines. Default: true. */
  taxable?: boolean | null | undefined;
  /** Taxes of new lines, and the only ones that its lines may have; none: lines may have any. Made together with the product, or not at all. */
  taxes?: NewTaxesOfProductInput | null | undefined;
  /** Whom we buy it from. The id of a vendor. */
  vendorId?: string | null | undefined;
}

/** Conditions on products; all given ones must hold. */
export interface ProductFilter extends FilterOf<ProductLists>, Combined<ProductFilter> {
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  externalIds?: ExternalIdsFilter | null | undefined;
}

export type ProductGroupBy = GroupBy<ProductLists>;

/** What products can be grouped by. */
export type ProductGroupField = CommonGroupField | ProductKeyField | 'CURRENCY' | 'HANDLER' | 'IS_BELOW_REORDER_LEVEL' | 'MANUFACTURER' | 'OWNER' | 'PRODUCT_ACTIVE' | 'PRODUCT_CATEGORY' | 'SALES_END_DATE' | 'SALES_START_DATE' | 'SUPPORT_EXPIRY_DATE' | 'SUPPORT_START_DATE' | 'TAXABLE' | 'USAGE_UNIT' | 'VENDOR';

export type ProductGroupHaving = GroupHaving<ProductLists>;

export type ProductGroupOrder = GroupOrder<ProductLists>;

/** What products can be looked for by: productName, productCode, and what the organisation has made unique. */
export type ProductKeyField = 'PRODUCT_CODE' | 'PRODUCT_NAME';

export type ProductListFilter = Quantified<ProductFilter>;

/** One term of an order of products: exactly one field. */
export interface ProductOrder extends OrderOf<ProductLists>, OrderById {}

/** Changes of a product: a field that is absent stays, null clears it. */
export interface ProductUpdateInput extends Omit<ProductCreateInput, 'productActive' | 'productName' | 'taxable' | 'taxes'>, Takes<Product, 'productActive' | 'taxable', boolean>, Takes<Product, 'productName', string> {
  /** Taxes of new lines, and the only ones that its lines may have; none: lines may have any. Changed together with the product, or not at all; the version of the product rises only with its own fields. */
  taxes?: TaxesOfProductInput | null | undefined;
}

export type ProductUpsertBy = UpsertBy<ProductKeyField>;
