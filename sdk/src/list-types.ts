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
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './records/users.js';
import type { Alike, ListArguments, Quantified, Shape } from './shape.js';

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
  /** Lists of other records, with the lists of those. */
  readonly lists: object;
}

type In<Of, Name extends string> = Of[Name & keyof Of];
type Names<Of, Kind extends string> = In<Of, Kind> & string;
type Fields<Of extends Lists> = Of['shape']['fields'];

type Code<Of extends Lists> = (keyof Of['codes'] | keyof Of['picklists']) & string;
type Lookup<Of extends Lists> = (keyof Of['lookups'] & string) | 'createdBy' | 'modifiedBy';
type Moment<Of> = Names<Of, 'moment'> | 'createdAt' | 'deletedAt' | 'modifiedAt';
type Whole<Of> = Names<Of, 'whole'> | 'version';
type Decimal<Of> = Names<Of, 'decimal' | 'money'>;
type Counted<Of> = Whole<Of> | Decimal<Of>;
/** What has a least and a greatest. */
type Ranged<Of> = Names<Of, 'text' | 'day'> | Moment<Of> | Counted<Of>;
type Distinct<Of extends Lists> = Names<Of, 'text' | 'day'> | Code<Of> | Counted<Of> | `${Lookup<Of>}Id`;
type Key<Of extends Lists> = Names<Of, 'text' | 'flag' | 'day'> | Code<Of> | Moment<Of> | Whole<Of>;

type Optional<Name extends string, Type> = { readonly [Each in Name]?: Type | null };
type Nullish<Of> = { readonly [Each in keyof Of]?: Of[Each] | null };
type Part<Of, Name extends string> = { readonly [Each in keyof Of]?: In<Of[Each], Name> | null };
type Nullable<Of, Name extends keyof Of> = { readonly [Each in Name]: Of[Each] | null };

/** Conditions on a record; all given ones must hold. */
export type FilterOf<Of extends Lists> = Optional<Names<Of, 'text' | 'longText'>, StringFilter> &
  Optional<Names<Of, 'flag'>, BooleanFilter> &
  Optional<Names<Of, 'day'>, DateFilter> &
  Optional<Moment<Of>, DateTimeFilter> &
  Optional<Whole<Of>, IntFilter> &
  Optional<Decimal<Of>, DecimalFilter> &
  Nullish<Of['codes'] & Of['picklists']> &
  Part<Of['lookups'], 'filter'> & {
    readonly [Each in keyof Of['lookups'] as `${Each & string}Id`]?: In<Of['lookups'][Each], 'id'> | null;
  } & {
    readonly [Each in keyof Of['lists']]?: Quantified<In<Of['lists'][Each], 'filter'>> | null;
  } & {
    readonly and?: readonly Of['filter'][] | null;
    readonly createdBy?: UserFilter | null;
    readonly createdById?: UserIDFilter | null;
    readonly id?: Of['id'] | null;
    readonly modifiedBy?: UserFilter | null;
    readonly modifiedById?: UserIDFilter | null;
    readonly not?: Of['filter'] | null;
    readonly or?: readonly Of['filter'][] | null;
  };

/** One term of an order of records: exactly one field. */
export type OrderOf<Of extends Lists> = Optional<Key<Of> | Decimal<Of> | 'id', SortOrder> &
  Part<Of['lookups'], 'order'> &
  Optional<'createdBy' | 'modifiedBy', UserOrder>;

/** What a list is asked for. */
export interface ListArgs<Of extends Lists> extends ListArguments {
  readonly filter?: Of['filter'] | null;
  readonly orderBy?: readonly Of['order'][] | null;
}

/** What the groups of a list are asked for. */
export interface GroupsArgs<Of extends Lists> {
  readonly by: readonly GroupBy<Of>[];
  readonly emptyBuckets?: boolean;
  readonly first?: number | null;
  readonly having?: GroupHaving<Of> | null;
  readonly orderBy?: readonly GroupOrder<Of>[] | null;
}

/** One thing that records are grouped by. */
export interface GroupBy<Of extends Lists> {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: Of['groupField'];
}

/** What all records can be grouped by. */
export type CommonGroupField = 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'VERSION';

/** Conditions on the figures of groups; all given ones must hold. */
export interface GroupHaving<Of extends Lists> {
  readonly and?: readonly GroupHaving<Of>[] | null;
  readonly avg?: Optional<Counted<Of>, DecimalFilter> | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: Optional<Distinct<Of>, IntFilter> | null;
  readonly max?: Pick<Of['filter'], Ranged<Of> & keyof Of['filter']> | null;
  readonly min?: Pick<Of['filter'], Ranged<Of> & keyof Of['filter']> | null;
  readonly not?: GroupHaving<Of> | null;
  readonly or?: readonly GroupHaving<Of>[] | null;
  readonly sum?: Optional<Counted<Of>, DecimalFilter> | null;
}

/** One term of an order of groups: exactly one figure or key. */
export interface GroupOrder<Of extends Lists> {
  readonly avg?: Optional<Counted<Of>, SortOrder> | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: Optional<Distinct<Of>, SortOrder> | null;
  readonly key?: Pick<Of['order'], (Key<Of> | Lookup<Of>) & keyof Of['order']> | null;
  readonly max?: Optional<Ranged<Of>, SortOrder> | null;
  readonly min?: Optional<Ranged<Of>, SortOrder> | null;
  readonly sum?: Optional<Counted<Of>, SortOrder> | null;
}

/** A list of records as a relation has it. */
export type ListOf<Of extends Lists> = ConnectionShape<Of> & { readonly args: ListArgs<Of> };

export interface ConnectionShape<Of extends Lists> {
  readonly fields: { readonly totalCount: number };
  readonly links: {
    readonly aggregate: AggregateShape<Of>;
    readonly edges: readonly EdgeShape<Of>[];
    readonly groups: readonly (GroupShape<Of> & { readonly args: GroupsArgs<Of> })[];
    readonly nodes: readonly Of['shape'][];
    readonly pageInfo: PageInfoShape;
  };
}

interface EdgeShape<Of extends Lists> {
  readonly fields: { readonly cursor: string };
  readonly links: { readonly node: Of['shape'] | null };
}

export interface AggregateShape<Of extends Lists> {
  readonly fields: { readonly count: number };
  readonly links: {
    readonly avg: FiguresShape<Alike<Counted<Of>, string | null>>;
    readonly countDistinct: FiguresShape<Alike<Distinct<Of>, number | null>>;
    readonly max: FiguresShape<Nullable<Fields<Of>, Ranged<Of> & keyof Fields<Of>>>;
    readonly min: FiguresShape<Nullable<Fields<Of>, Ranged<Of> & keyof Fields<Of>>>;
    readonly sum: FiguresShape<Alike<Counted<Of>, string | null>>;
  };
}

interface FiguresShape<Figures extends object> {
  readonly fields: Figures;
  readonly links: object;
}

export interface GroupShape<Of extends Lists> {
  readonly fields: object;
  readonly links: { readonly aggregate: AggregateShape<Of>; readonly key: KeyShape<Of> } & (Of extends { readonly money: infer Name }
    ? { readonly inOwnCurrency: MoneyShape<Name & string> }
    : unknown);
}

interface KeyShape<Of extends Lists> {
  readonly fields: Nullable<Fields<Of>, (Key<Of> | `${Lookup<Of>}Id` | `${keyof Of['picklists'] & string}Label`) & keyof Fields<Of>>;
  readonly links: Pick<Of['shape']['links'], keyof Of['lookups'] & keyof Of['shape']['links']> &
    Alike<'createdBy' | 'modifiedBy', UserShape | null> &
    Alike<`${Names<Of, 'day'> | Moment<Of>}Period`, GroupPeriodShape | null>;
}

interface MoneyShape<Name extends string> {
  readonly fields: object;
  readonly links: Alike<'avg' | 'max' | 'min' | 'sum', FiguresShape<Alike<Name, string | null>>>;
}
