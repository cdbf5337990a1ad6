// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Quantified, Takes } from '../shape.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { PriceBookLists, PriceBookShape } from './price-books.js';
import type { ProductLists, ProductShape } from './products.js';
import type { UserShape } from './users.js';

type Types = TypesOf<ListPriceLists>;

/** What can be done with listPrices. */
export interface ListPrices extends Reads<Types>, Creates<Types, ListPriceCreateInput>, CreatesMany<Types, ListPriceCreateInput>, Updates<Types, ListPriceUpdateInput>, UpdatesMany<Types, ListPriceUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
const listPriceFields = 'createdAt createdById currency deletedAt exchangeRate id listPrice listPriceInBaseCurrency modifiedAt modifiedById priceBookId productId version';

/** What a product costs by a price book: once in each (modules.md 8). `listPrices(crm).list()` and what else there is. */
export const listPrices = /* @__PURE__ */ record('ListPrice', 'listPrice', 'listPrices', listPriceFields) as (crm: Crm) => ListPrices;


/** What a product costs by a price book: once in each (modules.md 8). */
export interface ListPrice {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** The currency of the price. Default: that of the product. */
  readonly currency: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Units of the currency for one of the base currency. Default: the rate of the day, when the currency is set. */
  readonly exchangeRate: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** Price of one, with up to six decimals. Default: the product's own, in its currency. */
  readonly listPrice: string | null;
  /** `listPrice` in the organisation's base currency, at the record's exchange rate. */
  readonly listPriceInBaseCurrency: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The id of `priceBook`, without reading it. */
  readonly priceBookId: string | null;
  /** The id of `product`, without reading it. */
  readonly productId: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface ListPriceShape {
  readonly fields: ListPrice;
  readonly links: ListPriceShapeLinks;
}
export interface ListPriceShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The price book. */
  readonly priceBook: PriceBookShape | null;
  /** The product. */
  readonly product: ProductShape | null;
}

/** `ListPrice` in lists. */
export interface ListPriceLists extends Lists<ListPriceShape, ListPriceFilter, ListPriceOrder, ListPriceGroupField> {
  readonly decimal: 'exchangeRate';
  readonly money: 'listPrice';
  readonly codes: { readonly currency: CurrencyCodeFilter; };
  readonly lookups: { readonly priceBook: PriceBookLists; readonly product: ProductLists; };
}
export type ListPriceListArgs = ListArgs<ListPriceLists>;
export type ListPriceGroupsArgs = GroupsArgs<ListPriceLists>;

/** A new listPrice. */
export interface ListPriceCreateInput extends Takes<ListPrice, 'currency', string>, Takes<ListPrice, 'exchangeRate' | 'listPrice', string | number> {
  /** The price book. The id of a priceBook. */
  priceBookId: string;
  /** The product. The id of a product. */
  productId: string;
}

/** Conditions on listPrices; all given ones must hold. */
export interface ListPriceFilter extends FilterOf<ListPriceLists>, Combined<ListPriceFilter> {}

export type ListPriceGroupBy = GroupBy<ListPriceLists>;

/** What listPrices can be grouped by. */
export type ListPriceGroupField = CommonGroupField | 'CURRENCY' | 'PRICE_BOOK' | 'PRODUCT';

export type ListPriceGroupHaving = GroupHaving<ListPriceLists>;

export type ListPriceGroupOrder = GroupOrder<ListPriceLists>;

export type ListPriceListFilter = Quantified<ListPriceFilter>;

/** A new listPrice of the priceBook in whose input it stands. Lists of its own are edited in a call of their own. */
export interface ListPriceOfPriceBookCreateInput extends Omit<ListPriceCreateInput, 'priceBookId'> {}

/** Changes of a listPrice of the priceBook in whose input they stand: a field that is absent stays, null clears it. */
export interface ListPriceOfPriceBookUpdateInput extends ListPriceUpdateInput {}

/** One listPrice to change. */
export interface ListPriceOfPriceBookUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The listPrice. */
  id: string;
  /** The changes. */
  input: ListPriceOfPriceBookUpdateInput;
}

/** One term of an order of listPrices: exactly one field. */
export interface ListPriceOrder extends OrderOf<ListPriceLists>, OrderById {}

/** One listPrice, perhaps at a known version. */
export interface ListPriceReference {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The listPrice. */
  id: string;
}

/** Changes of a listPrice: a field that is absent stays, null clears it. */
export interface ListPriceUpdateInput extends Omit<ListPriceCreateInput, 'priceBookId' | 'productId'> {}
