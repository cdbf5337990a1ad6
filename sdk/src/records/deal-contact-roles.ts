// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Quantified, Takes } from '../shape.js';
import type { ContactLists, ContactRole, ContactRoleFilter, ContactShape } from './contacts.js';
import type { DealLists, DealShape } from './deals.js';
import type { UserShape } from './users.js';

type Types = TypesOf<DealContactRoleLists>;

/** What can be done with dealContactRoles. */
export interface DealContactRoles extends Reads<Types>, Creates<Types, DealContactRoleCreateInput>, CreatesMany<Types, DealContactRoleCreateInput>, Updates<Types, DealContactRoleUpdateInput>, UpdatesMany<Types, DealContactRoleUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
const dealContactRoleFields = 'contactId createdAt createdById dealId deletedAt id modifiedAt modifiedById role roleLabel version';

/** A person who takes part in a deal, and as what: one role a deal (modules.md 3). `dealContactRoles(crm).list()` and what else there is. */
export const dealContactRoles = /* @__PURE__ */ record('DealContactRole', 'dealContactRole', 'dealContactRoles', dealContactRoleFields) as (crm: Crm) => DealContactRoles;


/** A person who takes part in a deal, and as what: one role a deal (modules.md 3). */
export interface DealContactRole {
  /** The id of `contact`, without reading it. */
  readonly contactId: string | null;
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** The id of `deal`, without reading it. */
  readonly dealId: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** What the person has to say in it. */
  readonly role: ContactRole | null;
  /** The label of `role` in the reader's language. */
  readonly roleLabel: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface DealContactRoleShape {
  readonly fields: DealContactRole;
  readonly links: DealContactRoleShapeLinks;
}
export interface DealContactRoleShapeLinks {
  /** The person. */
  readonly contact: ContactShape | null;
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** The deal. */
  readonly deal: DealShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
}

/** `DealContactRole` in lists. */
export interface DealContactRoleLists extends Lists<DealContactRoleShape, DealContactRoleFilter, DealContactRoleOrder, DealContactRoleGroupField> {
  readonly picklists: { readonly role: ContactRoleFilter; };
  readonly lookups: { readonly contact: ContactLists; readonly deal: DealLists; };
}
export type DealContactRoleListArgs = ListArgs<DealContactRoleLists>;
export type DealContactRoleGroupsArgs = GroupsArgs<DealContactRoleLists>;

/** A new dealContactRole. */
export interface DealContactRoleCreateInput extends Takes<DealContactRole, 'role', ContactRole> {
  /** The person. The id of a contact. */
  contactId: string;
  /** The deal. The id of a deal. */
  dealId: string;
}

/** Conditions on dealContactRoles; all given ones must hold. */
export interface DealContactRoleFilter extends FilterOf<DealContactRoleLists>, Combined<DealContactRoleFilter> {}

export type DealContactRoleGroupBy = GroupBy<DealContactRoleLists>;

/** What dealContactRoles can be grouped by. */
export type DealContactRoleGroupField = CommonGroupField | 'CONTACT' | 'DEAL' | 'ROLE';

export type DealContactRoleGroupHaving = GroupHaving<DealContactRoleLists>;

export type DealContactRoleGroupOrder = GroupOrder<DealContactRoleLists>;

export type DealContactRoleListFilter = Quantified<DealContactRoleFilter>;

/** A new dealContactRole of the deal in whose input it stands. Lists of its own are edited in a call of their own. */
export interface DealContactRoleOfDealCreateInput extends Omit<DealContactRoleCreateInput, 'dealId'> {}

/** Changes of a dealContactRole of the deal in whose input they stand: a field that is absent stays, null clears it. */
export interface DealContactRoleOfDealUpdateInput extends DealContactRoleUpdateInput {}

/** One dealContactRole to change. */
export interface DealContactRoleOfDealUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The dealContactRole. */
  id: string;
  /** The changes. */
  input: DealContactRoleOfDealUpdateInput;
}

/** One term of an order of dealContactRoles: exactly one field. */
export interface DealContactRoleOrder extends OrderOf<DealContactRoleLists>, OrderById {}

/** One dealContactRole, perhaps at a known version. */
export interface DealContactRoleReference {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The dealContactRole. */
  id: string;
}

/** Changes of a dealContactRole: a field that is absent stays, null clears it. */
export interface DealContactRoleUpdateInput extends Omit<DealContactRoleCreateInput, 'contactId' | 'dealId'> {}
