// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads } from '../record-types.js';
import type { Alike, ListArguments } from '../shape.js';
import type { DateBucket, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder, StringFilter } from './shared.js';
import type { UserConnectionShape, UserFilter, UserIDFilter, UserListArgs, UserListFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: ProfileShape;
  readonly list: ProfileListArgs;
  readonly aggregate: ProfileAggregateShape;
  readonly group: ProfileGroupShape;
  readonly groups: ProfileGroupsArgs;
}

/** What can be done with profiles. */
export interface Profiles extends Reads<Types> {}

/** Selected unless said otherwise. */
export const profileFields = 'createdAt createdById deletedAt description id kind modifiedAt modifiedById name version';

/** What its users may do. Every organisation has two: Administrator and Standard (modules.md 22). `profiles(crm).list()` and what else there is. */
export const profiles = /* @__PURE__ */ record('Profile', 'profile', 'profiles', profileFields) as (crm: Crm) => Profiles;


type Names1 = 'createdById' | 'description' | 'kind' | 'modifiedById' | 'name' | 'version';

/** What its users may do. Every organisation has two: Administrator and Standard (modules.md 22). */
export interface Profile {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** What it is for. */
  readonly description: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** What it lets its users do. */
  readonly kind: ProfileKind | (string & {}) | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** What it is called; unique in the organisation. */
  readonly name: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface ProfileShape {
  readonly fields: Profile;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly modifiedBy: UserShape | null;
    readonly users: (UserConnectionShape & { readonly args: UserListArgs }) | null;
  };
}

export interface ProfileAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: ProfileAvgShape;
    readonly countDistinct: ProfileCountDistinctShape;
    readonly max: ProfileMaxShape;
    readonly min: ProfileMinShape;
    readonly sum: ProfileSumShape;
  };
}

export interface ProfileAvgShape {
  readonly fields: { readonly version: string | null; };
  readonly links: {};
}

export interface ProfileConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: ProfileAggregateShape;
    readonly edges: readonly ProfileEdgeShape[];
    readonly groups: readonly ((ProfileGroupShape & { readonly args: ProfileGroupsArgs }))[];
    readonly nodes: readonly ProfileShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface ProfileListArgs extends ListArguments { readonly filter?: ProfileFilter | null; readonly orderBy?: readonly ProfileOrder[] | null; }
export interface ProfileGroupsArgs { readonly by: readonly ProfileGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: ProfileGroupHaving | null; readonly orderBy?: readonly ProfileGroupOrder[] | null; }

export interface ProfileCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

export interface ProfileEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: ProfileShape | null;
  };
}

/** Conditions on profiles; all given ones must hold. */
export interface ProfileFilter extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly and?: readonly ProfileFilter[] | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly description?: StringFilter | null;
  readonly id?: IDFilter | null;
  readonly kind?: ProfileKindFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly name?: StringFilter | null;
  readonly not?: ProfileFilter | null;
  readonly or?: readonly ProfileFilter[] | null;
  readonly users?: UserListFilter | null;
  readonly version?: IntFilter | null;
}

export interface ProfileGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: ProfileAggregateShape;
    readonly key: ProfileGroupKeyShape;
  };
}

/** One thing that profiles are grouped by. */
export interface ProfileGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: ProfileGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface ProfileGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface ProfileGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What profiles can be grouped by. */
export type ProfileGroupField = 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'DESCRIPTION' | 'KIND' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'NAME' | 'VERSION';

/** Conditions on the figures of groups of profiles; all given ones must hold. */
export interface ProfileGroupHaving {
  readonly and?: readonly ProfileGroupHaving[] | null;
  readonly avg?: ProfileGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: ProfileGroupCountHaving | null;
  readonly max?: ProfileGroupRangeHaving | null;
  readonly min?: ProfileGroupRangeHaving | null;
  readonly not?: ProfileGroupHaving | null;
  readonly or?: readonly ProfileGroupHaving[] | null;
  readonly sum?: ProfileGroupNumberHaving | null;
}

export interface ProfileGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'deletedAt' | 'description' | 'modifiedAt' | 'modifiedById' | 'name', string | null> & { readonly kind: ProfileKind | (string & {}) | null; readonly version: number | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
  };
}

/** By one of the keys of groups of profiles: exactly one of those they are grouped by. */
export interface ProfileGroupKeyOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'description' | 'kind' | 'modifiedAt' | 'name' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface ProfileGroupNumberHaving {
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface ProfileGroupNumberOrder {
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of profiles: exactly one figure or key. */
export interface ProfileGroupOrder {
  readonly avg?: ProfileGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: ProfileGroupCountOrder | null;
  readonly key?: ProfileGroupKeyOrder | null;
  readonly max?: ProfileGroupRangeOrder | null;
  readonly min?: ProfileGroupRangeOrder | null;
  readonly sum?: ProfileGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface ProfileGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly description?: StringFilter | null;
  readonly name?: StringFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface ProfileGroupRangeOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'description' | 'modifiedAt' | 'name' | 'version', SortOrder | null>> {
}

/** What a profile lets its users do. */
export type ProfileKind = 'ADMINISTRATOR' | 'STANDARD';

/** Conditions on one ProfileKind value; all given ones must hold. */
export interface ProfileKindFilter {
  readonly eq?: ProfileKind | null;
  readonly in?: readonly ProfileKind[] | null;
  readonly isNull?: boolean | null;
  readonly notEq?: ProfileKind | null;
  readonly notIn?: readonly ProfileKind[] | null;
}

export interface ProfileMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'description' | 'modifiedAt' | 'name', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type ProfileMinShape = ProfileMaxShape;

/** One term of an order of profiles: exactly one field. */
export interface ProfileOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'description' | 'id' | 'kind' | 'modifiedAt' | 'name' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

export type ProfileSumShape = ProfileAvgShape;
