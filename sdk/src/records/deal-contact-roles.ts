// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { ContactFilter, ContactOrder, ContactRole, ContactRoleFilter, ContactShape } from './contacts.js';
import type { DealFilter, DealOrder, DealShape } from './deals.js';
import type { DateBucket, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: DealContactRoleShape;
  readonly list: DealContactRoleListArgs;
  readonly aggregate: DealContactRoleAggregateShape;
  readonly group: DealContactRoleGroupShape;
  readonly groups: DealContactRoleGroupsArgs;
}

/** What can be done with dealContactRoles. */
export interface DealContactRoles extends Reads<Types>, Creates<Types, DealContactRoleCreateInput>, CreatesMany<Types, DealContactRoleCreateInput>, Updates<Types, DealContactRoleUpdateInput>, UpdatesMany<Types, DealContactRoleUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const dealContactRoleFields = 'contactId createdAt createdById dealId deletedAt id modifiedAt modifiedById role roleLabel version';

/** A person who takes part in a deal, and as what: one role a deal (modules.md 3). `dealContactRoles(crm).list()` and what else there is. */
export const dealContactRoles = /* @__PURE__ */ record('DealContactRole', 'dealContactRole', 'dealContactRoles', dealContactRoleFields) as (crm: Crm) => DealContactRoles;


type Names1 = 'contactId' | 'createdById' | 'dealId' | 'modifiedById' | 'role' | 'version';

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
  readonly links: {
    readonly contact: ContactShape | null;
    readonly createdBy: UserShape | null;
    readonly deal: DealShape | null;
    readonly modifiedBy: UserShape | null;
  };
}

export interface DealContactRoleAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: DealContactRoleAvgShape;
    readonly countDistinct: DealContactRoleCountDistinctShape;
    readonly max: DealContactRoleMaxShape;
    readonly min: DealContactRoleMinShape;
    readonly sum: DealContactRoleSumShape;
  };
}

export interface DealContactRoleAvgShape {
  readonly fields: { readonly version: string | null; };
  readonly links: {};
}

export interface DealContactRoleConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: DealContactRoleAggregateShape;
    readonly edges: readonly DealContactRoleEdgeShape[];
    readonly groups: readonly ((DealContactRoleGroupShape & { readonly args: DealContactRoleGroupsArgs }))[];
    readonly nodes: readonly DealContactRoleShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface DealContactRoleListArgs extends ListArguments { readonly filter?: DealContactRoleFilter | null; readonly orderBy?: readonly DealContactRoleOrder[] | null; }
export interface DealContactRoleGroupsArgs { readonly by: readonly DealContactRoleGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: DealContactRoleGroupHaving | null; readonly orderBy?: readonly DealContactRoleGroupOrder[] | null; }

export interface DealContactRoleCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

/** A new dealContactRole. */
export interface DealContactRoleCreateInput {
  /** The person. The id of a contact. */
  readonly contactId: string;
  /** The deal. The id of a deal. */
  readonly dealId: string;
  /** What the person has to say in it. */
  readonly role?: ContactRole | null;
}

export interface DealContactRoleEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: DealContactRoleShape | null;
  };
}

/** Conditions on dealContactRoles; all given ones must hold. */
export interface DealContactRoleFilter extends Partial<Alike<'contactId' | 'dealId' | 'id', IDFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly and?: readonly DealContactRoleFilter[] | null;
  readonly contact?: ContactFilter | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly deal?: DealFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly not?: DealContactRoleFilter | null;
  readonly or?: readonly DealContactRoleFilter[] | null;
  readonly role?: ContactRoleFilter | null;
  readonly version?: IntFilter | null;
}

export interface DealContactRoleGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: DealContactRoleAggregateShape;
    readonly key: DealContactRoleGroupKeyShape;
  };
}

/** One thing that dealContactRoles are grouped by. */
export interface DealContactRoleGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: DealContactRoleGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface DealContactRoleGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface DealContactRoleGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What dealContactRoles can be grouped by. */
export type DealContactRoleGroupField = 'CONTACT' | 'CREATED_AT' | 'CREATED_BY' | 'DEAL' | 'DELETED_AT' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'ROLE' | 'VERSION';

/** Conditions on the figures of groups of dealContactRoles; all given ones must hold. */
export interface DealContactRoleGroupHaving {
  readonly and?: readonly DealContactRoleGroupHaving[] | null;
  readonly avg?: DealContactRoleGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: DealContactRoleGroupCountHaving | null;
  readonly max?: DealContactRoleGroupRangeHaving | null;
  readonly min?: DealContactRoleGroupRangeHaving | null;
  readonly not?: DealContactRoleGroupHaving | null;
  readonly or?: readonly DealContactRoleGroupHaving[] | null;
  readonly sum?: DealContactRoleGroupNumberHaving | null;
}

export interface DealContactRoleGroupKeyShape {
  readonly fields: Alike<'contactId' | 'createdAt' | 'createdById' | 'dealId' | 'deletedAt' | 'modifiedAt' | 'modifiedById' | 'roleLabel', string | null> & { readonly role: ContactRole | null; readonly version: number | null; };
  readonly links: {
    readonly contact: ContactShape | null;
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deal: DealShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
  };
}

/** By one of the keys of groups of dealContactRoles: exactly one of those they are grouped by. */
export interface DealContactRoleGroupKeyOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'role' | 'version', SortOrder | null>> {
  readonly contact?: ContactOrder | null;
  readonly createdBy?: UserOrder | null;
  readonly deal?: DealOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface DealContactRoleGroupNumberHaving {
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface DealContactRoleGroupNumberOrder {
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of dealContactRoles: exactly one figure or key. */
export interface DealContactRoleGroupOrder {
  readonly avg?: DealContactRoleGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: DealContactRoleGroupCountOrder | null;
  readonly key?: DealContactRoleGroupKeyOrder | null;
  readonly max?: DealContactRoleGroupRangeOrder | null;
  readonly min?: DealContactRoleGroupRangeOrder | null;
  readonly sum?: DealContactRoleGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface DealContactRoleGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface DealContactRoleGroupRangeOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'version', SortOrder | null>> {
}

/** Conditions on a list of dealContactRoles. */
export type DealContactRoleListFilter = Quantified<DealContactRoleFilter>;

export interface DealContactRoleMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'modifiedAt', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type DealContactRoleMinShape = DealContactRoleMaxShape;

/** A new dealContactRole of the deal in whose input it stands. Lists of its own are edited in a call of their own. */
export interface DealContactRoleOfDealCreateInput {
  /** The person. The id of a contact. */
  readonly contactId: string;
  /** What the person has to say in it. */
  readonly role?: ContactRole | null;
}

/** Changes of a dealContactRole of the deal in whose input they stand: a field that is absent stays, null clears it. */
export interface DealContactRoleOfDealUpdateInput extends Omit<DealContactRoleOfDealCreateInput, 'contactId'> {
}

/** One dealContactRole to change. */
export interface DealContactRoleOfDealUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  readonly expectedVersion?: number | null;
  /** The dealContactRole. */
  readonly id: string;
  /** The changes. */
  readonly input: DealContactRoleOfDealUpdateInput;
}

/** One term of an order of dealContactRoles: exactly one field. */
export interface DealContactRoleOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'id' | 'modifiedAt' | 'role' | 'version', SortOrder | null>> {
  readonly contact?: ContactOrder | null;
  readonly createdBy?: UserOrder | null;
  readonly deal?: DealOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

/** One dealContactRole, perhaps at a known version. */
export interface DealContactRoleReference {
  /** Refuse with CONFLICT unless the record still has this version. */
  readonly expectedVersion?: number | null;
  /** The dealContactRole. */
  readonly id: string;
}

export type DealContactRoleSumShape = DealContactRoleAvgShape;

/** Changes of a dealContactRole: a field that is absent stays, null clears it. */
export interface DealContactRoleUpdateInput extends Omit<DealContactRoleCreateInput, 'contactId' | 'dealId'> {
}
