// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { CurrencyFilter, CurrencyOrder, CurrencyShape } from './currencies.js';
import type { DateBucket, DateFilter, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: ExchangeRateShape;
  readonly list: ExchangeRateListArgs;
  readonly aggregate: ExchangeRateAggregateShape;
  readonly group: ExchangeRateGroupShape;
  readonly groups: ExchangeRateGroupsArgs;
}

/** What can be done with exchangeRates. */
export interface ExchangeRates extends Reads<Types>, Creates<Types, ExchangeRateCreateInput>, CreatesMany<Types, ExchangeRateCreateInput>, Updates<Types, ExchangeRateUpdateInput>, UpdatesMany<Types, ExchangeRateUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const exchangeRateFields = 'createdAt createdById currencyId deletedAt id modifiedAt modifiedById rate validFrom version';

/** What a currency is worth from a day on, until the next rate (experience.md 12.1). A record takes the rate of the day it is saved and keeps it: new rates rewrite nothing. `exchangeRates(crm).list()` and what else there is. */
export const exchangeRates = /* @__PURE__ */ record('ExchangeRate', 'exchangeRate', 'exchangeRates', exchangeRateFields) as (crm: Crm) => ExchangeRates;


type Names1 = 'createdById' | 'currencyId' | 'modifiedById' | 'rate' | 'validFrom' | 'version';

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

export interface ExchangeRateAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: ExchangeRateAvgShape;
    readonly countDistinct: ExchangeRateCountDistinctShape;
    readonly max: ExchangeRateMaxShape;
    readonly min: ExchangeRateMinShape;
    readonly sum: ExchangeRateSumShape;
  };
}

export interface ExchangeRateAvgShape {
  readonly fields: { readonly rate: string | null; readonly version: string | null; };
  readonly links: {};
}

export interface ExchangeRateConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: ExchangeRateAggregateShape;
    readonly edges: readonly ExchangeRateEdgeShape[];
    readonly groups: readonly ((ExchangeRateGroupShape & { readonly args: ExchangeRateGroupsArgs }))[];
    readonly nodes: readonly ExchangeRateShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface ExchangeRateListArgs extends ListArguments { readonly filter?: ExchangeRateFilter | null; readonly orderBy?: readonly ExchangeRateOrder[] | null; }
export interface ExchangeRateGroupsArgs { readonly by: readonly ExchangeRateGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: ExchangeRateGroupHaving | null; readonly orderBy?: readonly ExchangeRateGroupOrder[] | null; }

export interface ExchangeRateCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

/** A new exchangeRate. */
export interface ExchangeRateCreateInput {
  /** The currency; not the base currency, whose rate is 1. The id of a currency. */
  readonly currencyId: string;
  /** Units of the currency for one of the base currency. */
  readonly rate: string | number;
  /** The first day it is valid on, in the organisation's time zone; one rate a day. */
  readonly validFrom: string;
}

export interface ExchangeRateEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: ExchangeRateShape | null;
  };
}

/** Conditions on exchangeRates; all given ones must hold. */
export interface ExchangeRateFilter extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly and?: readonly ExchangeRateFilter[] | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly currency?: CurrencyFilter | null;
  readonly currencyId?: IDFilter | null;
  readonly id?: IDFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly not?: ExchangeRateFilter | null;
  readonly or?: readonly ExchangeRateFilter[] | null;
  readonly rate?: DecimalFilter | null;
  readonly validFrom?: DateFilter | null;
  readonly version?: IntFilter | null;
}

export interface ExchangeRateGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: ExchangeRateAggregateShape;
    readonly key: ExchangeRateGroupKeyShape;
  };
}

/** One thing that exchangeRates are grouped by. */
export interface ExchangeRateGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: ExchangeRateGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface ExchangeRateGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface ExchangeRateGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What exchangeRates can be grouped by. */
export type ExchangeRateGroupField = 'CREATED_AT' | 'CREATED_BY' | 'CURRENCY' | 'DELETED_AT' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'VALID_FROM' | 'VERSION';

/** Conditions on the figures of groups of exchangeRates; all given ones must hold. */
export interface ExchangeRateGroupHaving {
  readonly and?: readonly ExchangeRateGroupHaving[] | null;
  readonly avg?: ExchangeRateGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: ExchangeRateGroupCountHaving | null;
  readonly max?: ExchangeRateGroupRangeHaving | null;
  readonly min?: ExchangeRateGroupRangeHaving | null;
  readonly not?: ExchangeRateGroupHaving | null;
  readonly or?: readonly ExchangeRateGroupHaving[] | null;
  readonly sum?: ExchangeRateGroupNumberHaving | null;
}

export interface ExchangeRateGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'currencyId' | 'deletedAt' | 'modifiedAt' | 'modifiedById' | 'validFrom', string | null> & { readonly version: number | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly currency: CurrencyShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly validFromPeriod: GroupPeriodShape | null;
  };
}

/** By one of the keys of groups of exchangeRates: exactly one of those they are grouped by. */
export interface ExchangeRateGroupKeyOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'validFrom' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly currency?: CurrencyOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface ExchangeRateGroupNumberHaving {
  readonly rate?: DecimalFilter | null;
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface ExchangeRateGroupNumberOrder {
  readonly rate?: SortOrder | null;
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of exchangeRates: exactly one figure or key. */
export interface ExchangeRateGroupOrder {
  readonly avg?: ExchangeRateGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: ExchangeRateGroupCountOrder | null;
  readonly key?: ExchangeRateGroupKeyOrder | null;
  readonly max?: ExchangeRateGroupRangeOrder | null;
  readonly min?: ExchangeRateGroupRangeOrder | null;
  readonly sum?: ExchangeRateGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface ExchangeRateGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly rate?: DecimalFilter | null;
  readonly validFrom?: DateFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface ExchangeRateGroupRangeOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'rate' | 'validFrom' | 'version', SortOrder | null>> {
}

/** Conditions on a list of exchangeRates. */
export type ExchangeRateListFilter = Quantified<ExchangeRateFilter>;

export interface ExchangeRateMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'rate' | 'validFrom', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type ExchangeRateMinShape = ExchangeRateMaxShape;

/** One term of an order of exchangeRates: exactly one field. */
export interface ExchangeRateOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'id' | 'modifiedAt' | 'rate' | 'validFrom' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly currency?: CurrencyOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

export type ExchangeRateSumShape = ExchangeRateAvgShape;

/** Changes of an exchangeRate: a field that is absent stays, null clears it. */
export interface ExchangeRateUpdateInput extends Omit<ExchangeRateCreateInput, 'currencyId' | 'rate' | 'validFrom'> {
  /** The currency; not the base currency, whose rate is 1. The id of a currency. */
  readonly currencyId?: string | null;
  /** Units of the currency for one of the base currency. */
  readonly rate?: string | number | null;
  /** The first day it is valid on, in the organisation's time zone; one rate a day. */
  readonly validFrom?: string | null;
}
