// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { BooleanFilter, DateBucket, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder, StringFilter } from './shared.js';
import type { UserConnectionShape, UserFilter, UserIDFilter, UserListArgs, UserListFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: RoleShape;
  readonly list: RoleListArgs;
  readonly aggregate: RoleAggregateShape;
  readonly group: RoleGroupShape;
  readonly groups: RoleGroupsArgs;
}

/** What can be done with roles. */
export interface Roles extends Reads<Types>, Creates<Types, RoleCreateInput>, CreatesMany<Types, RoleCreateInput>, Updates<Types, RoleUpdateInput>, UpdatesMany<Types, RoleUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const roleFields = 'createdAt createdById deletedAt description id modifiedAt modifiedById name reportsToId shareWithPeers version';

/** A place in the hierarchy of the organisation: whoever has it stands above everyone whose role is below (modules.md 22). `roles(crm).list()` and what else there is. */
export const roles = /* @__PURE__ */ record('Role', 'role', 'roles', roleFields) as (crm: Crm) => Roles;


type Names1 = 'createdById' | 'description' | 'modifiedById' | 'name' | 'reportsToId' | 'version';

/** A place in the hierarchy of the organisation: whoever has it stands above everyone whose role is below (modules.md 22). */
export interface Role {
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
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** What it is called. */
  readonly name: string | null;
  /** The id of `reportsTo`, without reading it. */
  readonly reportsToId: string | null;
  /** Whether people of the same role see what belongs to each other. */
  readonly shareWithPeers: boolean | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface RoleShape {
  readonly fields: Role;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly modifiedBy: UserShape | null;
    readonly reportsTo: RoleShape | null;
    readonly subordinates: (RoleConnectionShape & { readonly args: RoleListArgs }) | null;
    readonly users: (UserConnectionShape & { readonly args: UserListArgs }) | null;
  };
}

export interface RoleAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: RoleAvgShape;
    readonly countDistinct: RoleCountDistinctShape;
    readonly max: RoleMaxShape;
    readonly min: RoleMinShape;
    readonly sum: RoleSumShape;
  };
}

export interface RoleAvgShape {
  readonly fields: { readonly version: string | null; };
  readonly links: {};
}

export interface RoleConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: RoleAggregateShape;
    readonly edges: readonly RoleEdgeShape[];
    readonly groups: readonly ((RoleGroupShape & { readonly args: RoleGroupsArgs }))[];
    readonly nodes: readonly RoleShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface RoleListArgs extends ListArguments { readonly filter?: RoleFilter | null; readonly orderBy?: readonly RoleOrder[] | null; }
export interface RoleGroupsArgs { readonly by: readonly RoleGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: RoleGroupHaving | null; readonly orderBy?: readonly RoleGroupOrder[] | null; }

export interface RoleCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

/** A new role. */
export interface RoleCreateInput {
  /** What it is for. At most 255 characters. */
  readonly description?: string | null;
  /** What it is called. At most 100 characters. */
  readonly name: string;
  /** The role above; none for the top. The id of a role. */
  readonly reportsToId?: string | null;
  /** Whether people of the same role see what belongs to each other. Default: false. */
  readonly shareWithPeers?: boolean | null;
}

export interface RoleEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: RoleShape | null;
  };
}

/** Conditions on roles; all given ones must hold. */
export interface RoleFilter extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly and?: readonly RoleFilter[] | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly description?: StringFilter | null;
  readonly id?: IDFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly name?: StringFilter | null;
  readonly not?: RoleFilter | null;
  readonly or?: readonly RoleFilter[] | null;
  readonly reportsTo?: RoleFilter | null;
  readonly reportsToId?: IDFilter | null;
  readonly shareWithPeers?: BooleanFilter | null;
  readonly subordinates?: RoleListFilter | null;
  readonly users?: UserListFilter | null;
  readonly version?: IntFilter | null;
}

export interface RoleGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: RoleAggregateShape;
    readonly key: RoleGroupKeyShape;
  };
}

/** One thing that roles are grouped by. */
export interface RoleGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: RoleGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface RoleGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface RoleGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What roles can be grouped by. */
export type RoleGroupField = 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'DESCRIPTION' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'NAME' | 'REPORTS_TO' | 'SHARE_WITH_PEERS' | 'VERSION';

/** Conditions on the figures of groups of roles; all given ones must hold. */
export interface RoleGroupHaving {
  readonly and?: readonly RoleGroupHaving[] | null;
  readonly avg?: RoleGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: RoleGroupCountHaving | null;
  readonly max?: RoleGroupRangeHaving | null;
  readonly min?: RoleGroupRangeHaving | null;
  readonly not?: RoleGroupHaving | null;
  readonly or?: readonly RoleGroupHaving[] | null;
  readonly sum?: RoleGroupNumberHaving | null;
}

export interface RoleGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'deletedAt' | 'description' | 'modifiedAt' | 'modifiedById' | 'name' | 'reportsToId', string | null> & { readonly shareWithPeers: boolean | null; readonly version: number | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly reportsTo: RoleShape | null;
  };
}

/** By one of the keys of groups of roles: exactly one of those they are grouped by. */
export interface RoleGroupKeyOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'description' | 'modifiedAt' | 'name' | 'shareWithPeers' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly reportsTo?: RoleOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface RoleGroupNumberHaving {
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface RoleGroupNumberOrder {
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of roles: exactly one figure or key. */
export interface RoleGroupOrder {
  readonly avg?: RoleGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: RoleGroupCountOrder | null;
  readonly key?: RoleGroupKeyOrder | null;
  readonly max?: RoleGroupRangeOrder | null;
  readonly min?: RoleGroupRangeOrder | null;
  readonly sum?: RoleGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface RoleGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly description?: StringFilter | null;
  readonly name?: StringFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface RoleGroupRangeOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'description' | 'modifiedAt' | 'name' | 'version', SortOrder | null>> {
}

/** Conditions on a list of roles. */
export type RoleListFilter = Quantified<RoleFilter>;

export interface RoleMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'description' | 'modifiedAt' | 'name', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type RoleMinShape = RoleMaxShape;

/** One term of an order of roles: exactly one field. */
export interface RoleOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'description' | 'id' | 'modifiedAt' | 'name' | 'shareWithPeers' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly reportsTo?: RoleOrder | null;
}

export type RoleSumShape = RoleAvgShape;

/** Changes of a role: a field that is absent stays, null clears it. */
export interface RoleUpdateInput extends Omit<RoleCreateInput, 'name' | 'shareWithPeers'> {
  /** What it is called. At most 100 characters. */
  readonly name?: string | null;
  /** Whether people of the same role see what belongs to each other. */
  readonly shareWithPeers?: boolean | null;
}
