// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Needs, Takes } from '../shape.js';
import type { ProductTaxLists } from './product-taxes.js';
import type { UserShape } from './users.js';

type Types = TypesOf<TaxLists>;

/** What can be done with taxes. */
export interface Taxes extends Reads<Types>, Creates<Types, TaxCreateInput>, CreatesMany<Types, TaxCreateInput>, Updates<Types, TaxUpdateInput>, UpdatesMany<Types, TaxUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
const taxFields = 'compound createdAt createdById deletedAt id modifiedAt modifiedById name percentage place version';

/** A tax that may be put on lines and documents (modules.md 13). A document keeps the rate of the day it was written. `taxes(crm).list()` and what else there is. */
export const taxes = /* @__PURE__ */ record('Tax', 'tax', 'taxes', taxFields) as (crm: Crm) => Taxes;


/** A tax that may be put on lines and documents (modules.md 13). A document keeps the rate of the day it was written. */
export interface Tax {
  /** True: it is put on the amount together with the taxes that are not compound, and the compound ones before it. */
  readonly compound: boolean | null;
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
  /** What it is called: "VAT". No two taxes share a name. At most 50 characters. */
  readonly name: string | null;
  /** The rate, in percent. */
  readonly percentage: string | null;
  /** Its place among the taxes; compound ones are worked out in this order. */
  readonly place: number | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface TaxShape {
  readonly fields: Tax;
  readonly links: TaxShapeLinks;
}
export interface TaxShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The products that it is meant for. */
  readonly productTaxes: ListOf<ProductTaxLists> | null;
}

/** `Tax` in lists. */
export interface TaxLists extends Lists<TaxShape, TaxFilter, TaxOrder, TaxGroupField> {
  readonly text: 'name';
  readonly flag: 'compound';
  readonly whole: 'place';
  readonly decimal: 'percentage';
  readonly lists: { readonly productTaxes: ProductTaxLists; };
}
export type TaxListArgs = ListArgs<TaxLists>;
export type TaxGroupsArgs = GroupsArgs<TaxLists>;

/** A new tax. */
export interface TaxCreateInput extends Needs<Tax, 'name', string>, Needs<Tax, 'percentage', string | number> {
  /** True: it is put on the amount together with the taxes that are not compound, and the compound ones before it. Default: false. */
  compound?: boolean | null | undefined;
  /** Its place among the taxes; compound ones are worked out in this order. Default: 0. */
  place?: number | null | undefined;
}

/** Conditions on taxes; all given ones must hold. */
export interface TaxFilter extends FilterOf<TaxLists>, Combined<TaxFilter> {}

export type TaxGroupBy = GroupBy<TaxLists>;

/** What taxes can be grouped by. */
export type TaxGroupField = CommonGroupField | 'COMPOUND' | 'NAME' | 'PLACE';

export type TaxGroupHaving = GroupHaving<TaxLists>;

export type TaxGroupOrder = GroupOrder<TaxLists>;

/** One term of an order of taxes: exactly one field. */
export interface TaxOrder extends OrderOf<TaxLists>, OrderById {}

/** Changes of a tax: a field that is absent stays, null clears it. */
export interface TaxUpdateInput extends Takes<Tax, 'compound', boolean>, Takes<Tax, 'name', string>, Takes<Tax, 'percentage', string | number>, Takes<Tax, 'place', number> {}
