// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Equality, Needs, Takes } from '../shape.js';
import type { ExchangeRateLists } from './exchange-rates.js';
import type { UserShape } from './users.js';

type Types = TypesOf<CurrencyLists>;

/** What can be done with currencies. */
export interface Currencies extends Reads<Types>, Creates<Types, CurrencyCreateInput>, CreatesMany<Types, CurrencyCreateInput>, Updates<Types, CurrencyUpdateInput>, UpdatesMany<Types, CurrencyUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
const currencyFields = 'createdAt createdById decimals deletedAt id isActive isoCode modifiedAt modifiedById name symbol version';

/** A currency that records may have amounts in (experience.md 12.1). The base currency is always one of them. `currencies(crm).list()` and what else there is. */
export const currencies = /* @__PURE__ */ record('Currency', 'currency', 'currencies', currencyFields) as (crm: Crm) => Currencies;


/** A currency that records may have amounts in (experience.md 12.1). The base currency is always one of them. */
export interface Currency {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** How many digits its amounts have after the point. */
  readonly decimals: number | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** Whether records may take it. One that is retired stays on the records that have it. The base currency can not be retired. */
  readonly isActive: boolean | null;
  /** Its ISO 4217 code; unique in the organisation. */
  readonly isoCode: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** What people call it. Default: its name in the caller's language. At most 100 characters. */
  readonly name: string | null;
  /** The sign before or after an amount. Default: the usual one. At most 10 characters. */
  readonly symbol: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface CurrencyShape {
  readonly fields: Currency;
  readonly links: CurrencyShapeLinks;
}
export interface CurrencyShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** What it is worth, from which days on. */
  readonly exchangeRates: ListOf<ExchangeRateLists> | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
}

export type CurrencyCodeFilter = Equality<string>;

/** `Currency` in lists. */
export interface CurrencyLists extends Lists<CurrencyShape, CurrencyFilter, CurrencyOrder, CurrencyGroupField> {
  readonly text: 'name' | 'symbol';
  readonly flag: 'isActive';
  readonly whole: 'decimals';
  readonly codes: { readonly isoCode: CurrencyCodeFilter; };
  readonly lists: { readonly exchangeRates: ExchangeRateLists; };
}
export type CurrencyListArgs = ListArgs<CurrencyLists>;
export type CurrencyGroupsArgs = GroupsArgs<CurrencyLists>;

/** A new currency. */
export interface CurrencyCreateInput extends Needs<Currency, 'isoCode', string>, Takes<Currency, 'name' | 'symbol', string> {
  /** Whether records may take it. One that is retired stays on the records that have it. The base currency can not be retired. Default: true. */
  isActive?: boolean | null | undefined;
}

/** Conditions on currencies; all given ones must hold. */
export interface CurrencyFilter extends FilterOf<CurrencyLists>, Combined<CurrencyFilter> {}

export type CurrencyGroupBy = GroupBy<CurrencyLists>;

/** What currencies can be grouped by. */
export type CurrencyGroupField = CommonGroupField | 'DECIMALS' | 'ISO_CODE' | 'IS_ACTIVE' | 'NAME' | 'SYMBOL';

export type CurrencyGroupHaving = GroupHaving<CurrencyLists>;

export type CurrencyGroupOrder = GroupOrder<CurrencyLists>;

/** One term of an order of currencies: exactly one field. */
export interface CurrencyOrder extends OrderOf<CurrencyLists>, OrderById {}

/** Changes of a currency: a field that is absent stays, null clears it. */
export interface CurrencyUpdateInput extends Omit<CurrencyCreateInput, 'isActive' | 'isoCode'>, Takes<Currency, 'isActive', boolean> {}
