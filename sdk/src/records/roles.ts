// Generated from schema/ by `npm run codegen`.
import type { Crm, CallOptions } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Creates, CreatesMany, Updates, UpdatesMany, Restores, RestoresMany } from '../record-types.js';
import type { All, Answer, Choice, Select } from '../shape.js';
import { verb } from '../verb.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Needs, Quantified, Takes } from '../shape.js';
import type { UserLists, UserShape } from './users.js';

type Types = TypesOf<RoleLists>;

/** What can be done with roles. */
export interface Roles extends Reads<Types>, Creates<Types, RoleCreateInput>, CreatesMany<Types, RoleCreateInput>, Updates<Types, RoleUpdateInput>, UpdatesMany<Types, RoleUpdateInput>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
const roleFields = 'createdAt createdById deletedAt description id modifiedAt modifiedById name reportsToId shareWithPeers version';

/** A place in the hierarchy of the organisation: whoever has it stands above everyone whose role is below (modules.md 22). `roles(crm).list()` and what else there is. */
export const roles = /* @__PURE__ */ record('Role', 'role', 'roles', roleFields) as (crm: Crm) => Roles;

/** Moves a role to the bin, once its users have another one; the roles right below report to the role above it. The last role at the top stays. For administrators. */
export const deleteRole = <Given extends Select<RoleShape> = All<RoleShape>>(crm: Crm, id: string, options: { expectedVersion?: number | null | undefined; transferTo?: string | null | undefined; } & Choice<RoleShape, Given> & CallOptions = {}): Promise<Answer<RoleShape, Given, Role>> => verb(crm, 'mutation', 'deleteRole', 'expectedVersion:Int id:ID! transferTo:ID', roleFields, { id, ...options }, 'role');

/** A place in the hierarchy of the organisation: whoever has it stands above everyone whose role is below (modules.md 22). */
export interface Role {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** What it is for. At most 255 characters. */
  readonly description: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** What it is called. At most 100 characters. */
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
  readonly links: RoleShapeLinks;
}
export interface RoleShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The role above; none for the top. */
  readonly reportsTo: RoleShape | null;
  /** The roles right below. */
  readonly subordinates: ListOf<RoleLists> | null;
  /** Who has this role. */
  readonly users: ListOf<UserLists> | null;
}

/** `Role` in lists. */
export interface RoleLists extends Lists<RoleShape, RoleFilter, RoleOrder, RoleGroupField> {
  readonly text: 'description' | 'name';
  readonly flag: 'shareWithPeers';
  readonly lookups: { readonly reportsTo: RoleLists; };
  readonly lists: { readonly subordinates: RoleLists; readonly users: UserLists; };
}
export type RoleListArgs = ListArgs<RoleLists>;
export type RoleGroupsArgs = GroupsArgs<RoleLists>;

/** A new role. */
export interface RoleCreateInput extends Takes<Role, 'description', string>, Needs<Role, 'name', string> {
  /** The role above; none for the top. The id of a role. */
  reportsToId?: string | null | undefined;
  /** Whether people of the same role see what belongs to each other. Default: false. */
  shareWithPeers?: boolean | null | undefined;
}

/** Conditions on roles; all given ones must hold. */
export interface RoleFilter extends FilterOf<RoleLists>, Combined<RoleFilter> {}

export type RoleGroupBy = GroupBy<RoleLists>;

/** What roles can be grouped by. */
export type RoleGroupField = CommonGroupField | 'DESCRIPTION' | 'NAME' | 'REPORTS_TO' | 'SHARE_WITH_PEERS';

export type RoleGroupHaving = GroupHaving<RoleLists>;

export type RoleGroupOrder = GroupOrder<RoleLists>;

export type RoleListFilter = Quantified<RoleFilter>;

/** One term of an order of roles: exactly one field. */
export interface RoleOrder extends OrderOf<RoleLists>, OrderById {}

/** Changes of a role: a field that is absent stays, null clears it. */
export interface RoleUpdateInput extends Omit<RoleCreateInput, 'name' | 'shareWithPeers'>, Takes<Role, 'name', string>, Takes<Role, 'shareWithPeers', boolean> {}
