// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Needs, Quantified, Takes } from '../shape.js';
import type { CurrencyLists, CurrencyShape } from './currencies.js';
import type { UserShape } from './users.js';

type Types = TypesOf<ExchangeRateLists>;

/** What can be done with exchangeRates. */
export interface ExchangeRates extends Reads<Types>, Creates<Types, ExchangeRateCreateInput>, CreatesMany<Types, ExchangeRateCreateInput>, Updates<Types, ExchangeRateUpdateInput>, UpdatesMany<Types, ExchangeRateUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
const exchangeRateFields = 'createdAt createdById currencyId deletedAt id modifiedAt modifiedById rate validFrom version';

/** What a currency is worth from a day on, until the next rate (experience.md 12.1). A record takes the rate of the day it is saved and keeps it: new rates rewrite nothing. `exchangeRates(crm).list()` and what else there is. */
export const exchangeRates = /* @__PURE__ */ record('ExchangeRate', 'exchangeRate', 'exchangeRates', exchangeRateFields) as (crm: Crm) => ExchangeRates;


/** What a currency is worth from a day on, until the next rate (experience.md 12.1). A record takes the rate of the day it is saved and keeps it: new rates rewrite nothing. */
export interface ExchangeRate {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** The id of `currency`, without reading it. */
  readonly currencyId: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** Units of the currency for one of the base currency. */
  readonly rate: string | null;
  /** The first day it is valid on, in the organisation's time zone; one rate a day. */
  readonly validFrom: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface ExchangeRateShape {
  readonly fields: ExchangeRate;
  readonly links: ExchangeRateShapeLinks;
}
export interface ExchangeRateShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** The currency; not the base currency, whose rate is 1. */
  readonly currency: CurrencyShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
}

/** `ExchangeRate` in lists. */
export interface ExchangeRateLists extends Lists<ExchangeRateShape, ExchangeRateFilter, ExchangeRateOrder, ExchangeRateGroupField> {
  readonly day: 'validFrom';
  readonly decimal: 'rate';
  readonly lookups: { readonly currency: CurrencyLists; };
}
export type ExchangeRateListArgs = ListArgs<ExchangeRateLists>;
export type ExchangeRateGroupsArgs = GroupsArgs<ExchangeRateLists>;

/** A new exchangeRate. */
export interface ExchangeRateCreateInput extends Needs<ExchangeRate, 'rate', string | number>, Needs<ExchangeRate, 'validFrom', string> {
  /** The currency; not the base currency, whose rate is 1. The id of a currency. */
  currencyId: string;
}

/** Conditions on exchangeRates; all given ones must hold. */
export interface ExchangeRateFilter extends FilterOf<ExchangeRateLists>, Combined<ExchangeRateFilter> {}

export type ExchangeRateGroupBy = GroupBy<ExchangeRateLists>;

/** What exchangeRates can be grouped by. */
export type ExchangeRateGroupField = CommonGroupField | 'CURRENCY' | 'VALID_FROM';

export type ExchangeRateGroupHaving = GroupHaving<ExchangeRateLists>;

export type ExchangeRateGroupOrder = GroupOrder<ExchangeRateLists>;

export type ExchangeRateListFilter = Quantified<ExchangeRateFilter>;

/** One term of an order of exchangeRates: exactly one field. */
export interface ExchangeRateOrder extends OrderOf<ExchangeRateLists>, OrderById {}

/** Changes of an exchangeRate: a field that is absent stays, null clears it. */
export interface ExchangeRateUpdateInput extends Takes<ExchangeRate, 'rate', string | number>, Takes<ExchangeRate, 'validFrom', string> {
  /** The currency; not the base currency, whose rate is 1. The id of a currency. */
  currencyId?: string | null | undefined;
}
