// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Equality } from '../shape.js';
import type { UserLists, UserShape } from './users.js';

type Types = TypesOf<ProfileLists>;

/** What can be done with profiles. */
export interface Profiles extends Reads<Types> {}

/** Selected unless said otherwise. */
const profileFields = 'createdAt createdById deletedAt description id kind modifiedAt modifiedById name version';

/** What its users may do. Every organisation has two: Administrator and Standard (modules.md 22). `profiles(crm).list()` and what else there is. */
export const profiles = /* @__PURE__ */ record('Profile', 'profile', 'profiles', profileFields) as (crm: Crm) => Profiles;


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
  readonly links: ProfileShapeLinks;
}
export interface ProfileShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** Who has this profile. */
  readonly users: ListOf<UserLists> | null;
}

/** `Profile` in lists. */
export interface ProfileLists extends Lists<ProfileShape, ProfileFilter, ProfileOrder, ProfileGroupField> {
  readonly text: 'description' | 'name';
  readonly codes: { readonly kind: ProfileKindFilter; };
  readonly lists: { readonly users: UserLists; };
}
export type ProfileListArgs = ListArgs<ProfileLists>;
export type ProfileGroupsArgs = GroupsArgs<ProfileLists>;

/** Conditions on profiles; all given ones must hold. */
export interface ProfileFilter extends FilterOf<ProfileLists>, Combined<ProfileFilter> {}

export type ProfileGroupBy = GroupBy<ProfileLists>;

/** What profiles can be grouped by. */
export type ProfileGroupField = CommonGroupField | 'DESCRIPTION' | 'KIND' | 'NAME';

export type ProfileGroupHaving = GroupHaving<ProfileLists>;

export type ProfileGroupOrder = GroupOrder<ProfileLists>;

/** What a profile lets its users do. */
export type ProfileKind = 'ADMINISTRATOR' | 'STANDARD';

export type ProfileKindFilter = Equality<ProfileKind>;

/** One term of an order of profiles: exactly one field. */
export interface ProfileOrder extends OrderOf<ProfileLists>, OrderById {}
