// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Updates } from '../record-types.js';
import type { Alike, ListArguments } from '../shape.js';
import type { DateBucket, DateTimeFilter, DecimalFilter, DocumentKind, DocumentKindFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, PageInfo, PageInfoShape, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: DocumentSettingShape;
  readonly list: DocumentSettingListArgs;
  readonly aggregate: DocumentSettingAggregateShape;
  readonly group: DocumentSettingGroupShape;
  readonly groups: DocumentSettingGroupsArgs;
}

/** What can be done with documentSettings. */
export interface DocumentSettings extends Reads<Types>, Updates<Types, DocumentSettingUpdateInput> {}

/** Selected unless said otherwise. */
export const documentSettingFields = 'createdAt createdById deletedAt document id modifiedAt modifiedById nextNumber numberPrefix termsAndConditions version';

/** How the organisation numbers its documents of a kind, and what new ones say. `documentSettings(crm).list()` and what else there is. */
export const documentSettings = /* @__PURE__ */ record('DocumentSetting', 'documentSetting', 'documentSettings', documentSettingFields) as (crm: Crm) => DocumentSettings;


type Names1 = 'createdById' | 'document' | 'modifiedById' | 'nextNumber' | 'numberPrefix' | 'version';

/** How the organisation numbers its documents of a kind, and what new ones say. */
export interface DocumentSetting {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** The kind of document. */
  readonly document: DocumentKind | (string & {}) | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The number of the next document. Numbers have no gaps: one that is not saved takes none. */
  readonly nextNumber: number | null;
  /** What its numbers begin with: `Q-`. */
  readonly numberPrefix: string | null;
  /** Terms and conditions of new documents. */
  readonly termsAndConditions: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface DocumentSettingShape {
  readonly fields: DocumentSetting;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly modifiedBy: UserShape | null;
  };
}

export interface DocumentSettingAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: DocumentSettingAvgShape;
    readonly countDistinct: DocumentSettingCountDistinctShape;
    readonly max: DocumentSettingMaxShape;
    readonly min: DocumentSettingMinShape;
    readonly sum: DocumentSettingSumShape;
  };
}

export interface DocumentSettingAvgShape {
  readonly fields: { readonly nextNumber: string | null; readonly version: string | null; };
  readonly links: {};
}

export interface DocumentSettingConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: DocumentSettingAggregateShape;
    readonly edges: readonly DocumentSettingEdgeShape[];
    readonly groups: readonly ((DocumentSettingGroupShape & { readonly args: DocumentSettingGroupsArgs }))[];
    readonly nodes: readonly DocumentSettingShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface DocumentSettingListArgs extends ListArguments { readonly filter?: DocumentSettingFilter | null; readonly orderBy?: readonly DocumentSettingOrder[] | null; }
export interface DocumentSettingGroupsArgs { readonly by: readonly DocumentSettingGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: DocumentSettingGroupHaving | null; readonly orderBy?: readonly DocumentSettingGroupOrder[] | null; }

export interface DocumentSettingCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

export interface DocumentSettingEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: DocumentSettingShape | null;
  };
}

/** Conditions on documentSettings; all given ones must hold. */
export interface DocumentSettingFilter extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly and?: readonly DocumentSettingFilter[] | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly document?: DocumentKindFilter | null;
  readonly id?: IDFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly nextNumber?: IntFilter | null;
  readonly not?: DocumentSettingFilter | null;
  readonly numberPrefix?: StringFilter | null;
  readonly or?: readonly DocumentSettingFilter[] | null;
  readonly termsAndConditions?: StringFilter | null;
  readonly version?: IntFilter | null;
}

export interface DocumentSettingGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: DocumentSettingAggregateShape;
    readonly key: DocumentSettingGroupKeyShape;
  };
}

/** One thing that documentSettings are grouped by. */
export interface DocumentSettingGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: DocumentSettingGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface DocumentSettingGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface DocumentSettingGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What documentSettings can be grouped by. */
export type DocumentSettingGroupField = 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'DOCUMENT' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'NEXT_NUMBER' | 'NUMBER_PREFIX' | 'VERSION';

/** Conditions on the figures of groups of documentSettings; all given ones must hold. */
export interface DocumentSettingGroupHaving {
  readonly and?: readonly DocumentSettingGroupHaving[] | null;
  readonly avg?: DocumentSettingGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: DocumentSettingGroupCountHaving | null;
  readonly max?: DocumentSettingGroupRangeHaving | null;
  readonly min?: DocumentSettingGroupRangeHaving | null;
  readonly not?: DocumentSettingGroupHaving | null;
  readonly or?: readonly DocumentSettingGroupHaving[] | null;
  readonly sum?: DocumentSettingGroupNumberHaving | null;
}

export interface DocumentSettingGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'deletedAt' | 'modifiedAt' | 'modifiedById' | 'numberPrefix', string | null> & { readonly document: DocumentKind | (string & {}) | null; readonly nextNumber: number | null; readonly version: number | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
  };
}

/** By one of the keys of groups of documentSettings: exactly one of those they are grouped by. */
export interface DocumentSettingGroupKeyOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'document' | 'modifiedAt' | 'nextNumber' | 'numberPrefix' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface DocumentSettingGroupNumberHaving {
  readonly nextNumber?: DecimalFilter | null;
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface DocumentSettingGroupNumberOrder {
  readonly nextNumber?: SortOrder | null;
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of documentSettings: exactly one figure or key. */
export interface DocumentSettingGroupOrder {
  readonly avg?: DocumentSettingGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: DocumentSettingGroupCountOrder | null;
  readonly key?: DocumentSettingGroupKeyOrder | null;
  readonly max?: DocumentSettingGroupRangeOrder | null;
  readonly min?: DocumentSettingGroupRangeOrder | null;
  readonly sum?: DocumentSettingGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface DocumentSettingGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly nextNumber?: IntFilter | null;
  readonly numberPrefix?: StringFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface DocumentSettingGroupRangeOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'nextNumber' | 'numberPrefix' | 'version', SortOrder | null>> {
}

export interface DocumentSettingMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'numberPrefix', string | null> & { readonly nextNumber: number | null; readonly version: number | null; };
  readonly links: {};
}

export type DocumentSettingMinShape = DocumentSettingMaxShape;

/** One term of an order of documentSettings: exactly one field. */
export interface DocumentSettingOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'document' | 'id' | 'modifiedAt' | 'nextNumber' | 'numberPrefix' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

export type DocumentSettingSumShape = DocumentSettingAvgShape;

/** Changes of a documentSetting: a field that is absent stays, null clears it. */
export interface DocumentSettingUpdateInput {
  /** The number of the next document. Numbers have no gaps: one that is not saved takes none. */
  readonly nextNumber?: number | null;
  /** What its numbers begin with: `Q-`. At most 20 characters. */
  readonly numberPrefix?: string | null;
  /** Terms and conditions of new documents. At most 32,000 characters. */
  readonly termsAndConditions?: string | null;
}
