// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments } from '../shape.js';
import type { ExchangeRateConnectionShape, ExchangeRateListArgs, ExchangeRateListFilter } from './exchange-rates.js';
import type { BooleanFilter, DateBucket, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: CurrencyShape;
  readonly list: CurrencyListArgs;
  readonly aggregate: CurrencyAggregateShape;
  readonly group: CurrencyGroupShape;
  readonly groups: CurrencyGroupsArgs;
}

/** What can be done with currencies. */
export interface Currencies extends Reads<Types>, Creates<Types, CurrencyCreateInput>, CreatesMany<Types, CurrencyCreateInput>, Updates<Types, CurrencyUpdateInput>, UpdatesMany<Types, CurrencyUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const currencyFields = 'createdAt createdById decimals deletedAt id isActive isoCode modifiedAt modifiedById name symbol version';

/** A currency that records may have amounts in (experience.md 12.1). The base currency is always one of them. `currencies(crm).list()` and what else there is. */
export const currencies = /* @__PURE__ */ record('Currency', 'currency', 'currencies', currencyFields) as (crm: Crm) => Currencies;


type Names1 = 'createdById' | 'decimals' | 'isoCode' | 'modifiedById' | 'name' | 'symbol' | 'version';

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
  /** What people call it. Default: its name in the caller's language. */
  readonly name: string | null;
  /** The sign before or after an amount. Default: the usual one. */
  readonly symbol: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface CurrencyShape {
  readonly fields: Currency;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly exchangeRates: (ExchangeRateConnectionShape & { readonly args: ExchangeRateListArgs }) | null;
    readonly modifiedBy: UserShape | null;
  };
}

export interface CurrencyAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: CurrencyAvgShape;
    readonly countDistinct: CurrencyCountDistinctShape;
    readonly max: CurrencyMaxShape;
    readonly min: CurrencyMinShape;
    readonly sum: CurrencySumShape;
  };
}

export interface CurrencyAvgShape {
  readonly fields: { readonly decimals: string | null; readonly version: string | null; };
  readonly links: {};
}

/** Conditions on one CurrencyCode value; all given ones must hold. */
export interface CurrencyCodeFilter {
  readonly eq?: string | null;
  readonly in?: readonly string[] | null;
  readonly isNull?: boolean | null;
  readonly notEq?: string | null;
  readonly notIn?: readonly string[] | null;
}

export interface CurrencyConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: CurrencyAggregateShape;
    readonly edges: readonly CurrencyEdgeShape[];
    readonly groups: readonly ((CurrencyGroupShape & { readonly args: CurrencyGroupsArgs }))[];
    readonly nodes: readonly CurrencyShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface CurrencyListArgs extends ListArguments { readonly filter?: CurrencyFilter | null; readonly orderBy?: readonly CurrencyOrder[] | null; }
export interface CurrencyGroupsArgs { readonly by: readonly CurrencyGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: CurrencyGroupHaving | null; readonly orderBy?: readonly CurrencyGroupOrder[] | null; }

export interface CurrencyCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

/** A new currency. */
export interface CurrencyCreateInput {
  /** Whether records may take it. One that is retired stays on the records that have it. The base currency can not be retired. Default: true. */
  readonly isActive?: boolean | null;
  /** Its ISO 4217 code; unique in the organisation. */
  readonly isoCode: string;
  /** What people call it. Default: its name in the caller's language. At most 100 characters. */
  readonly name?: string | null;
  /** The sign before or after an amount. Default: the usual one. At most 10 characters. */
  readonly symbol?: string | null;
}

export interface CurrencyEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: CurrencyShape | null;
  };
}

/** Conditions on currencies; all given ones must hold. */
export interface CurrencyFilter extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly and?: readonly CurrencyFilter[] | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly decimals?: IntFilter | null;
  readonly exchangeRates?: ExchangeRateListFilter | null;
  readonly id?: IDFilter | null;
  readonly isActive?: BooleanFilter | null;
  readonly isoCode?: CurrencyCodeFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly name?: StringFilter | null;
  readonly not?: CurrencyFilter | null;
  readonly or?: readonly CurrencyFilter[] | null;
  readonly symbol?: StringFilter | null;
  readonly version?: IntFilter | null;
}

export interface CurrencyGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: CurrencyAggregateShape;
    readonly key: CurrencyGroupKeyShape;
  };
}

/** One thing that currencies are grouped by. */
export interface CurrencyGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: CurrencyGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface CurrencyGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface CurrencyGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What currencies can be grouped by. */
export type CurrencyGroupField = 'CREATED_AT' | 'CREATED_BY' | 'DECIMALS' | 'DELETED_AT' | 'ISO_CODE' | 'IS_ACTIVE' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'NAME' | 'SYMBOL' | 'VERSION';

/** Conditions on the figures of groups of currencies; all given ones must hold. */
export interface CurrencyGroupHaving {
  readonly and?: readonly CurrencyGroupHaving[] | null;
  readonly avg?: CurrencyGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: CurrencyGroupCountHaving | null;
  readonly max?: CurrencyGroupRangeHaving | null;
  readonly min?: CurrencyGroupRangeHaving | null;
  readonly not?: CurrencyGroupHaving | null;
  readonly or?: readonly CurrencyGroupHaving[] | null;
  readonly sum?: CurrencyGroupNumberHaving | null;
}

export interface CurrencyGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'deletedAt' | 'isoCode' | 'modifiedAt' | 'modifiedById' | 'name' | 'symbol', string | null> & { readonly decimals: number | null; readonly isActive: boolean | null; readonly version: number | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
  };
}

/** By one of the keys of groups of currencies: exactly one of those they are grouped by. */
export interface CurrencyGroupKeyOrder extends Partial<Alike<'createdAt' | 'decimals' | 'deletedAt' | 'isActive' | 'isoCode' | 'modifiedAt' | 'name' | 'symbol' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface CurrencyGroupNumberHaving {
  readonly decimals?: DecimalFilter | null;
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface CurrencyGroupNumberOrder {
  readonly decimals?: SortOrder | null;
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of currencies: exactly one figure or key. */
export interface CurrencyGroupOrder {
  readonly avg?: CurrencyGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: CurrencyGroupCountOrder | null;
  readonly key?: CurrencyGroupKeyOrder | null;
  readonly max?: CurrencyGroupRangeOrder | null;
  readonly min?: CurrencyGroupRangeOrder | null;
  readonly sum?: CurrencyGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface CurrencyGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly decimals?: IntFilter | null;
  readonly name?: StringFilter | null;
  readonly symbol?: StringFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface CurrencyGroupRangeOrder extends Partial<Alike<'createdAt' | 'decimals' | 'deletedAt' | 'modifiedAt' | 'name' | 'symbol' | 'version', SortOrder | null>> {
}

export interface CurrencyMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'name' | 'symbol', string | null> & { readonly decimals: number | null; readonly version: number | null; };
  readonly links: {};
}

export type CurrencyMinShape = CurrencyMaxShape;

/** One term of an order of currencies: exactly one field. */
export interface CurrencyOrder extends Partial<Alike<'createdAt' | 'decimals' | 'deletedAt' | 'id' | 'isActive' | 'isoCode' | 'modifiedAt' | 'name' | 'symbol' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

export type CurrencySumShape = CurrencyAvgShape;

/** Changes of a currency: a field that is absent stays, null clears it. */
export interface CurrencyUpdateInput extends Omit<CurrencyCreateInput, 'isActive' | 'isoCode'> {
  /** Whether records may take it. One that is retired stays on the records that have it. The base currency can not be retired. */
  readonly isActive?: boolean | null;
}
