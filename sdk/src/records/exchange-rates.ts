// Generated from schema/ by `npm run codegen`.
import type { Crm, CallOptions } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany } from '../record-types.js';
import type { Answer, Choice, Select } from '../shape.js';
import { verb } from '../verb.js';
import type { CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, Lists, OrderOf } from '../list-types.js';
import type { Needs, Quantified, Takes } from '../shape.js';
import type { CurrencyLists, CurrencyShape } from './currencies.js';
import type { OnError, RowError, RowErrorShape } from './shared.js';
import type { UserShape } from './users.js';

type Types = TypesOf<ExchangeRateLists>;

/** What can be done with exchangeRates. */
export interface ExchangeRates extends Reads<Types>, Creates<Types, ExchangeRateCreateInput>, CreatesMany<Types, ExchangeRateCreateInput>, Updates<Types, ExchangeRateUpdateInput>, UpdatesMany<Types, ExchangeRateUpdateInput>, Deletes<Types>, DeletesMany<Types> {}

/** Selected unless said otherwise. */
const exchangeRateFields = 'createdAt createdById currencyId deletedAt id modifiedAt modifiedById rate validFrom version';

/** What a currency is worth from a day on, until the next rate (experience.md 12.1). A record takes the rate of the day it is saved and keeps it: new rates rewrite nothing. `exchangeRates(crm).list()` and what else there is. */
export const exchangeRates = /* @__PURE__ */ record('ExchangeRate', 'exchangeRate', 'exchangeRates', exchangeRateFields) as (crm: Crm) => ExchangeRates;

/** Moves an exchangeRate back from the bin. For administrators. */
export const restoreExchangeRate = <Given extends Select<ExchangeRateShape> = never>(crm: Crm, id: string, options: { readonly expectedVersion?: number | null; readonly withParents?: boolean; } & Choice<ExchangeRateShape, Given> & CallOptions = {}): Promise<Answer<ExchangeRateShape, Given, ExchangeRate>> => verb(crm, 'mutation', 'restoreExchangeRate', 'expectedVersion:Int id:ID! withParents:Boolean!', exchangeRateFields, { id, ...options }, 'exchangeRate');

/** Moves up to 1,000 exchangeRates back from the bin. For administrators. */
export const restoreExchangeRates = <Given extends Select<ExchangeRateBulkPayloadShape> = never>(crm: Crm, options: { readonly items: readonly ExchangeRateReference[]; readonly onError?: OnError; readonly withParents?: boolean; } & Choice<ExchangeRateBulkPayloadShape, Given> & CallOptions): Promise<Answer<ExchangeRateBulkPayloadShape, Given, ExchangeRateBulkPayload>> => verb(crm, 'mutation', 'restoreExchangeRates', 'items:[ExchangeRateReference!]! onError:OnError! withParents:Boolean!', 'failed results{error{changedFields code currentVersion fields{code inputPath message} message recordId} index} succeeded', { ...options });

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
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly currency: CurrencyShape | null;
    readonly modifiedBy: UserShape | null;
  };
}

/** What became of each row of a call for many exchangeRates. */
export interface ExchangeRateBulkPayload {
  /** How many rows were refused. */
  readonly failed: number;
  /** One for each row of the call, in its order. */
  readonly results: readonly ExchangeRateResult[];
  /** How many rows were written. */
  readonly succeeded: number;
}
export interface ExchangeRateBulkPayloadShape {
  readonly fields: Omit<ExchangeRateBulkPayload, 'results'>;
  readonly links: {
    readonly results: readonly ExchangeRateResultShape[];
  };
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
  readonly currencyId: string;
}

/** Conditions on exchangeRates; all given ones must hold. */
export interface ExchangeRateFilter extends FilterOf<ExchangeRateLists> {}

export type ExchangeRateGroupBy = GroupBy<ExchangeRateLists>;

/** What exchangeRates can be grouped by. */
export type ExchangeRateGroupField = CommonGroupField | 'CURRENCY' | 'VALID_FROM';

export type ExchangeRateGroupHaving = GroupHaving<ExchangeRateLists>;

export type ExchangeRateGroupOrder = GroupOrder<ExchangeRateLists>;

export type ExchangeRateListFilter = Quantified<ExchangeRateFilter>;

/** One term of an order of exchangeRates: exactly one field. */
export interface ExchangeRateOrder extends OrderOf<ExchangeRateLists> {}

/** One exchangeRate, perhaps at a known version. */
export interface ExchangeRateReference {
  /** Refuse with CONFLICT unless the record still has this version. */
  readonly expectedVersion?: number | null;
  /** The exchangeRate. */
  readonly id: string;
}

/** What became of one row of a call for many exchangeRates. */
export interface ExchangeRateResult {
  /** Why the row was refused; null when it was written. */
  readonly error: RowError | null;
  /** The place of the row in the call, from 0. */
  readonly index: number;
}
export interface ExchangeRateResultShape {
  readonly fields: Omit<ExchangeRateResult, 'error'>;
  readonly links: {
    readonly error: RowErrorShape | null;
    readonly exchangeRate: ExchangeRateShape | null;
  };
}

/** Changes of an exchangeRate: a field that is absent stays, null clears it. */
export interface ExchangeRateUpdateInput extends Takes<ExchangeRate, 'rate', string | number>, Takes<ExchangeRate, 'validFrom', string> {
  /** The currency; not the base currency, whose rate is 1. The id of a currency. */
  readonly currencyId?: string | null;
}
