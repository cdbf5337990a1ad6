// Generated from schema/ by `npm run codegen`.
import type { Crm, CallOptions } from '../client.js';
import { record } from '../record.js';
import type { Reads, Deletes, Restores } from '../record-types.js';
import type { Answer, Choice, Select } from '../shape.js';
import { verb } from '../verb.js';
import type { Alike, ListArguments } from '../shape.js';
import type { DateBucket, DateTimeFilter, DecimalFilter, GroupPeriod, GroupPeriodShape, IDFilter, ImportSettingsInput, IntFilter, PageInfo, PageInfoShape, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: ImportMappingShape;
  readonly list: ImportMappingListArgs;
  readonly aggregate: ImportMappingAggregateShape;
  readonly group: ImportMappingGroupShape;
  readonly groups: ImportMappingGroupsArgs;
}

/** What can be done with importMappings. */
export interface ImportMappings extends Reads<Types>, Deletes<Types>, Restores<Types> {}

/** Selected unless said otherwise. */
export const importMappingFields = 'createdAt createdById deletedAt id modifiedAt modifiedById module name settings version';

/** How files of one form are imported, kept under a name for the next one. `importMappings(crm).list()` and what else there is. */
export const importMappings = /* @__PURE__ */ record('ImportMapping', 'importMapping', 'importMappings', importMappingFields) as (crm: Crm) => ImportMappings;

/** Keeps how files are imported under a name, in place of what was kept under it: `mapping` of an import names it. */
export const saveImportMapping = <Given extends Select<ImportMappingShape> = never>(crm: Crm, options: { readonly name: string; readonly settings: ImportSettingsInput; } & Choice<ImportMappingShape, Given> & CallOptions): Promise<Answer<ImportMappingShape, Given, ImportMapping>> => verb(crm, 'mutation', 'saveImportMapping', 'name:String! settings:ImportSettingsInput!', importMappingFields, { ...options }, 'importMapping');

type Names1 = 'createdById' | 'modifiedById' | 'module' | 'name' | 'version';

type Names2 = 'createdAt' | 'deletedAt' | 'modifiedAt' | 'module' | 'name' | 'version';

/** How files of one form are imported, kept under a name for the next one. */
export interface ImportMapping {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The module that it is for; null where the file tells. */
  readonly module: string | null;
  /** What it is called; unique in the organisation. */
  readonly name: string | null;
  /** What was saved, as `ImportSettingsInput` has it. */
  readonly settings: unknown | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface ImportMappingShape {
  readonly fields: ImportMapping;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly modifiedBy: UserShape | null;
  };
}

export interface ImportMappingAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: ImportMappingAvgShape;
    readonly countDistinct: ImportMappingCountDistinctShape;
    readonly max: ImportMappingMaxShape;
    readonly min: ImportMappingMinShape;
    readonly sum: ImportMappingSumShape;
  };
}

export interface ImportMappingAvgShape {
  readonly fields: { readonly version: string | null; };
  readonly links: {};
}

export interface ImportMappingConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: ImportMappingAggregateShape;
    readonly edges: readonly ImportMappingEdgeShape[];
    readonly groups: readonly ((ImportMappingGroupShape & { readonly args: ImportMappingGroupsArgs }))[];
    readonly nodes: readonly ImportMappingShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface ImportMappingListArgs extends ListArguments { readonly filter?: ImportMappingFilter | null; readonly orderBy?: readonly ImportMappingOrder[] | null; }
export interface ImportMappingGroupsArgs { readonly by: readonly ImportMappingGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: ImportMappingGroupHaving | null; readonly orderBy?: readonly ImportMappingGroupOrder[] | null; }

export interface ImportMappingCountDistinctShape {
  readonly fields: Alike<Names1, number | null>;
  readonly links: {};
}

export interface ImportMappingEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: ImportMappingShape | null;
  };
}

/** Conditions on importMappings; all given ones must hold. */
export interface ImportMappingFilter extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly and?: readonly ImportMappingFilter[] | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly id?: IDFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly module?: StringFilter | null;
  readonly name?: StringFilter | null;
  readonly not?: ImportMappingFilter | null;
  readonly or?: readonly ImportMappingFilter[] | null;
  readonly version?: IntFilter | null;
}

export interface ImportMappingGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: ImportMappingAggregateShape;
    readonly key: ImportMappingGroupKeyShape;
  };
}

/** One thing that importMappings are grouped by. */
export interface ImportMappingGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: ImportMappingGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface ImportMappingGroupCountHaving extends Partial<Alike<Names1, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface ImportMappingGroupCountOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** What importMappings can be grouped by. */
export type ImportMappingGroupField = 'CREATED_AT' | 'CREATED_BY' | 'DELETED_AT' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'MODULE' | 'NAME' | 'VERSION';

/** Conditions on the figures of groups of importMappings; all given ones must hold. */
export interface ImportMappingGroupHaving {
  readonly and?: readonly ImportMappingGroupHaving[] | null;
  readonly avg?: ImportMappingGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: ImportMappingGroupCountHaving | null;
  readonly max?: ImportMappingGroupRangeHaving | null;
  readonly min?: ImportMappingGroupRangeHaving | null;
  readonly not?: ImportMappingGroupHaving | null;
  readonly or?: readonly ImportMappingGroupHaving[] | null;
  readonly sum?: ImportMappingGroupNumberHaving | null;
}

export interface ImportMappingGroupKeyShape {
  readonly fields: Alike<'createdAt' | 'createdById' | 'deletedAt' | 'modifiedAt' | 'modifiedById' | 'module' | 'name', string | null> & { readonly version: number | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
  };
}

/** By one of the keys of groups of importMappings: exactly one of those they are grouped by. */
export interface ImportMappingGroupKeyOrder extends Partial<Alike<Names2, SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface ImportMappingGroupNumberHaving {
  readonly version?: DecimalFilter | null;
}

/** By a figure of a number: exactly one field. */
export interface ImportMappingGroupNumberOrder {
  readonly version?: SortOrder | null;
}

/** One term of an order of groups of importMappings: exactly one figure or key. */
export interface ImportMappingGroupOrder {
  readonly avg?: ImportMappingGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: ImportMappingGroupCountOrder | null;
  readonly key?: ImportMappingGroupKeyOrder | null;
  readonly max?: ImportMappingGroupRangeOrder | null;
  readonly min?: ImportMappingGroupRangeOrder | null;
  readonly sum?: ImportMappingGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface ImportMappingGroupRangeHaving extends Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>> {
  readonly module?: StringFilter | null;
  readonly name?: StringFilter | null;
  readonly version?: IntFilter | null;
}

/** By an extreme value: exactly one field. */
export interface ImportMappingGroupRangeOrder extends Partial<Alike<Names2, SortOrder | null>> {
}

export interface ImportMappingMaxShape {
  readonly fields: Alike<'createdAt' | 'deletedAt' | 'modifiedAt' | 'module' | 'name', string | null> & { readonly version: number | null; };
  readonly links: {};
}

export type ImportMappingMinShape = ImportMappingMaxShape;

/** One term of an order of importMappings: exactly one field. */
export interface ImportMappingOrder extends Partial<Alike<'createdAt' | 'deletedAt' | 'id' | 'modifiedAt' | 'module' | 'name' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly modifiedBy?: UserOrder | null;
}

export type ImportMappingSumShape = ImportMappingAvgShape;
