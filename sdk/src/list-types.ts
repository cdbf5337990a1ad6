import type {
  BooleanFilter,
  DateBucket,
  DateFilter,
  DateTimeFilter,
  DecimalFilter,
  GroupPeriodShape,
  IDFilter,
  IntFilter,
  PageInfoShape,
  SortOrder,
  StringFilter,
} from './records/shared.js';
import type { UserFilter, UserIDFilter, UserOrder } from './records/users.js';
import type { Alike, ListArguments, Quantified, Shape, Takes } from './shape.js';

/**
 * A record as lists have it: its types, and the names of its fields by kind. Generated for each; what a list can be asked and
 * what it answers follow from it. What all records have goes without saying: when and by whom they were made and changed, and
 * their version.
 *
 * The kinds: `text` and `longText`, which has no order, `flag`, `day`, `moment`, `whole`, `decimal`, and `money`, a decimal with
 * a currency. A kind that a record has no field of is left out.
 */
export interface Lists<
  OfShape extends Shape = Shape,
  Filter extends object = object,
  Order extends object = object,
  GroupField extends string = string,
> {
  readonly shape: OfShape;
  readonly filter: Filter;
  readonly order: Order;
  readonly groupField: GroupField;
  /** The conditions on an id. */
  readonly id: IDFilter;
  /** Fields that have one of a few values, with their conditions. */
  readonly codes: object;
  /** The same where values have labels. */
  readonly picklists: object;
  /** Fields that name another record, with the lists of that. */
  readonly lookups: object;
  /** Fields that lead to records of several types, with their conditions. */
  readonly references: object;
  /** Lists of other records, with the lists of those. */
  readonly lists: object;
}

type In<Of, Name extends string> = Of[Name & keyof Of];
type Names<Of, Kind extends string> = In<Of, Kind> & string;
type Fields<Of extends Lists> = Of['shape']['fields'];

type Code<Of extends Lists> = (keyof Of['codes'] | keyof Of['picklists']) & string;
type Lookup<Of extends Lists> = (keyof Of['lookups'] & string) | 'createdBy' | 'modifiedBy';
type Id<Of extends Lists> = `${Lookup<Of> | (keyof Of['references'] & string)}Id`;
type Moment<Of> = Names<Of, 'moment'> | 'createdAt' | 'deletedAt' | 'modifiedAt';
type Whole<Of> = Names<Of, 'whole'> | 'version';
type Decimal<Of> = Names<Of, 'decimal' | 'money'>;
type Counted<Of> = Whole<Of> | Decimal<Of>;
/** What has a least and a greatest. */
type Ranged<Of> = Names<Of, 'text' | 'day'> | Moment<Of> | Counted<Of>;
type Distinct<Of extends Lists> = Names<Of, 'text' | 'day'> | Code<Of> | Counted<Of> | Id<Of>;
type Key<Of extends Lists> = Names<Of, 'text' | 'flag' | 'day'> | Code<Of> | Moment<Of> | Whole<Of>;

type Nullable<Of, Name extends keyof Of> = { readonly [Each in Name]: Of[Each] | null };

/** Several types as one. An intersection with a type that has no fields takes text and numbers as well. */
type Flat<Of> = { [Each in keyof Of]: Of[Each] };

// What is mapped over the fields and links of a record has their comments.
type Links<Of extends Lists> = Of['shape']['links'];
type OfField<Of extends Lists, Name, Type> = Takes<Fields<Of>, Name & keyof Fields<Of>, Type>;
type OfCodes<Has, Codes, Name extends keyof Has = keyof Has & keyof Codes> = {
  -readonly [Each in Name]?: Codes[Each & keyof Codes] | null | undefined;
};
type OfLookups<Has, Lookups, Part extends string, Name extends keyof Has = keyof Has & keyof Lookups> = {
  -readonly [Each in Name]?: In<Lookups[Each & keyof Lookups], Part> | null | undefined;
};
type OfIds<Has, Lookups, Name extends keyof Has = keyof Has & `${keyof Lookups & string}Id`> = {
  -readonly [Each in Name]?: (Each extends `${infer Lookup}Id` ? In<Lookups[Lookup & keyof Lookups], 'id'> : never) | null | undefined;
};
type OfLists<Has, Others, Name extends keyof Has = keyof Has & keyof Others> = {
  -readonly [Each in Name]?: Quantified<In<Others[Each & keyof Others], 'filter'>> | null | undefined;
};

/** Conditions on a record; all given ones must hold. */
export type FilterOf<Of extends Lists> = Flat<
  OfField<Of, Names<Of, 'text' | 'longText'>, StringFilter> &
    OfField<Of, Names<Of, 'flag'>, BooleanFilter> &
    OfField<Of, Names<Of, 'day'>, DateFilter> &
    OfField<Of, Moment<Of>, DateTimeFilter> &
    OfField<Of, Whole<Of>, IntFilter> &
    OfField<Of, Decimal<Of>, DecimalFilter> &
    OfCodes<Fields<Of>, Of['codes']> &
    OfCodes<Fields<Of>, Of['picklists']> &
    OfLookups<Links<Of>, Of['lookups'], 'filter'> &
    OfIds<Fields<Of>, Of['lookups']> &
    OfCodes<Links<Of>, Of['references']> &
    OfField<Of, `${keyof Of['references'] & string}Id`, IDFilter> &
    OfLists<Links<Of>, Of['lists']> &
    Takes<Links<Of>, keyof Links<Of> & ('createdBy' | 'modifiedBy'), UserFilter> &
    OfField<Of, 'createdById' | 'modifiedById', UserIDFilter> &
    OfField<Of, 'id', Of['id']>
>;

/** Conditions that are put together. */
export interface Combined<Filter> {
  /** All of these. */
  and?: readonly Filter[] | null | undefined;
  /** Not this. */
  not?: Filter | null | undefined;
  /** At least one of these. */
  or?: readonly Filter[] | null | undefined;
}

/** One term of an order of records: exactly one field. */
export type OrderOf<Of extends Lists> = Flat<
  OfField<Of, Key<Of> | Decimal<Of>, SortOrder> &
    OfLookups<Links<Of>, Of['lookups'], 'order'> &
    Takes<Links<Of>, keyof Links<Of> & keyof Of['references'], SortOrder> &
    Takes<Links<Of>, keyof Links<Of> & ('createdBy' | 'modifiedBy'), UserOrder>
>;

export interface OrderById {
  /** By `id`. */
  id?: SortOrder | null | undefined;
}

/** What a list is asked for. */
export interface ListArgs<Of extends Lists> extends ListArguments {
  /** Only records that meet all of this. */
  filter?: Of['filter'] | null | undefined;
  /** The order, most important term first. Default: newest first. */
  orderBy?: readonly Of['order'][] | null | undefined;
}

/** What the groups of a list are asked for. */
export interface GroupsArgs<Of extends Lists> {
  /** What to group by: 1 to 5 fields. */
  by: readonly GroupBy<Of>[];
  /** Also the periods in which there is nothing. Only with exactly one bucket. */
  emptyBuckets?: boolean | undefined;
  /** So many from the start, at most 1,000. Without it more than 1,000 groups are an error. */
  first?: number | null | undefined;
  /** Only groups whose figures meet all of this. */
  having?: GroupHaving<Of> | null | undefined;
  /** The order, most important term first; then by the keys, in the order of `by`, empty values last. */
  orderBy?: readonly GroupOrder<Of>[] | null | undefined;
}

/** One thing that records are grouped by. */
export interface GroupBy<Of extends Lists> {
  /** What dates and moments are put together by. */
  bucket?: DateBucket | null | undefined;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  field: Of['groupField'];
}

/** What all records can be grouped by. */
export type CommonGroupField = 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'VERSION';

/** Conditions on the figures of groups; all given ones must hold. */
export interface GroupHaving<Of extends Lists> {
  /** All of these. */
  and?: readonly GroupHaving<Of>[] | null | undefined;
  /** Averages, as they are shown; money in base currency. */
  avg?: OfField<Of, Counted<Of>, DecimalFilter> | null | undefined;
  /** How many records there are. */
  count?: IntFilter | null | undefined;
  /** How many different values there are. */
  countDistinct?: OfField<Of, Distinct<Of>, IntFilter> | null | undefined;
  /** The greatest values; money in base currency. */
  max?: Pick<Of['filter'], Ranged<Of> & keyof Of['filter']> | null | undefined;
  /** The smallest values; money in base currency. */
  min?: Pick<Of['filter'], Ranged<Of> & keyof Of['filter']> | null | undefined;
  /** Not this. */
  not?: GroupHaving<Of> | null | undefined;
  /** At least one of these. */
  or?: readonly GroupHaving<Of>[] | null | undefined;
  /** Sums; money in base currency. */
  sum?: OfField<Of, Counted<Of>, DecimalFilter> | null | undefined;
}

/** One term of an order of groups: exactly one figure or key. */
export interface GroupOrder<Of extends Lists> {
  /** By an average, as it is shown; money in base currency. */
  avg?: OfField<Of, Counted<Of>, SortOrder> | null | undefined;
  /** By how many records there are. */
  count?: SortOrder | null | undefined;
  /** By how many different values there are. */
  countDistinct?: OfField<Of, Distinct<Of>, SortOrder> | null | undefined;
  /** By what they share. */
  key?: Pick<Of['order'], (Key<Of> | Lookup<Of> | keyof Of['references']) & keyof Of['order']> | null | undefined;
  /** By the greatest value; money in base currency. */
  max?: OfField<Of, Ranged<Of>, SortOrder> | null | undefined;
  /** By the smallest value; money in base currency. */
  min?: OfField<Of, Ranged<Of>, SortOrder> | null | undefined;
  /** By a sum; money in base currency. */
  sum?: OfField<Of, Counted<Of>, SortOrder> | null | undefined;
}

/** A list of records as a relation has it. */
export type ListOf<Of extends Lists> = ConnectionShape<Of> & { readonly args: ListArgs<Of> };

export interface ConnectionShape<Of extends Lists> {
  readonly fields: {
    /** How many records the whole list has. */
    readonly totalCount: number;
  };
  readonly links: ConnectionLinks<Of>;
}
export interface ConnectionLinks<Of extends Lists> {
  /** Figures about the whole list. */
  readonly aggregate: AggregateShape<Of>;
  /** The records of the page with their cursors. */
  readonly edges: readonly EdgeShape<Of>[];
  /** The whole list in groups, ordered by their keys in the order of `by`, empty values last, unless told otherwise. */
  readonly groups: readonly (GroupShape<Of> & { readonly args: GroupsArgs<Of> })[];
  /** The records of the page. */
  readonly nodes: readonly Of['shape'][];
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfoShape;
}

export interface EdgeShape<Of extends Lists> {
  readonly fields: {
    /** Its place in the list. */
    readonly cursor: string;
  };
  readonly links: {
    /** The record. */
    readonly node: Of['shape'] | null;
  };
}

export interface AggregateShape<Of extends Lists> {
  readonly fields: {
    /** How many records. */
    readonly count: number;
  };
  readonly links: AggregateLinks<Of>;
}
export interface AggregateLinks<Of extends Lists> {
  /** The average, per field, to six decimals; money in base currency. */
  readonly avg: FiguresShape<Figures<Fields<Of>, Counted<Of> & keyof Fields<Of>, string>>;
  /** How many different values there are, per field. */
  readonly countDistinct: FiguresShape<Figures<Fields<Of>, Distinct<Of> & keyof Fields<Of>, number>>;
  /** The greatest value, per field; money in base currency. */
  readonly max: FiguresShape<Nullable<Fields<Of>, Ranged<Of> & keyof Fields<Of>>>;
  /** The smallest value, per field; money in base currency. */
  readonly min: FiguresShape<Nullable<Fields<Of>, Ranged<Of> & keyof Fields<Of>>>;
  /** The sum, per field; money in base currency. */
  readonly sum: FiguresShape<Figures<Fields<Of>, Counted<Of> & keyof Fields<Of>, string>>;
}

type Figures<Of, Name extends keyof Of, Type> = { readonly [Each in Name]: Type | null };

export interface FiguresShape<Of extends object> {
  readonly fields: Of;
  readonly links: object;
}

export interface GroupShape<Of extends Lists> {
  readonly fields: object;
  readonly links: GroupLinks<Of> &
    (Of extends { readonly money: infer Name }
      ? {
          /** Amounts in the records' own currency; only where CURRENCY is among what it is grouped by. */
          readonly inOwnCurrency: MoneyShape<FiguresShape<Figures<Fields<Of>, Name & keyof Fields<Of>, string>>>;
        }
      : unknown);
}
export interface GroupLinks<Of extends Lists> {
  /** Figures about them. */
  readonly aggregate: AggregateShape<Of>;
  /** What they share. */
  readonly key: KeyShape<Of>;
}

export interface KeyShape<Of extends Lists> {
  readonly fields: Nullable<Fields<Of>, (Key<Of> | Id<Of> | `${keyof Of['picklists'] & string}Label`) & keyof Fields<Of>>;
  readonly links: Pick<Links<Of>, (keyof Of['lookups'] | keyof Of['references'] | 'createdBy' | 'modifiedBy') & keyof Links<Of>> &
    Alike<`${Names<Of, 'day'> | Moment<Of>}Period`, GroupPeriodShape | null>;
}

export interface MoneyShape<Of extends Shape> {
  readonly fields: object;
  readonly links: MoneyLinks<Of>;
}
export interface MoneyLinks<Of extends Shape> {
  /** The average, to six decimals. */
  readonly avg: Of;
  /** The greatest. */
  readonly max: Of;
  /** The smallest. */
  readonly min: Of;
  /** The sum. */
  readonly sum: Of;
}
