// Generated from schema/ by `npm run codegen`.
import type { Crm, CallOptions } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Deletes, Restores } from '../record-types.js';
import type { All, Answer, Choice, Select } from '../shape.js';
import { verb } from '../verb.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, Lists, OrderById, OrderOf } from '../list-types.js';
import type { ImportSettingsInput } from './shared.js';
import type { UserShape } from './users.js';

type Types = TypesOf<ImportMappingLists>;

/** What can be done with importMappings. */
export interface ImportMappings extends Reads<Types>, Deletes<Types>, Restores<Types> {}

/** Selected unless said otherwise. */
const importMappingFields = 'createdAt createdById deletedAt id modifiedAt modifiedById module name settings version';

/** How files of one form are imported, kept under a name for the next one. `importMappings(crm).list()` and what else there is. */
export const importMappings = /* @__PURE__ */ record('ImportMapping', 'importMapping', 'importMappings', importMappingFields) as (crm: Crm) => ImportMappings;

/** Keeps how files are imported under a name, in place of what was kept under it: `mapping` of an import names it. */
export const saveImportMapping = <Given extends Select<ImportMappingShape> = All<ImportMappingShape>>(crm: Crm, options: { name: string; settings: ImportSettingsInput; } & Choice<ImportMappingShape, Given> & CallOptions): Promise<Answer<ImportMappingShape, Given, ImportMapping>> => verb(crm, 'mutation', 'saveImportMapping', 'name:String! settings:ImportSettingsInput!', importMappingFields, { ...options }, 'importMapping');

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
  readonly links: ImportMappingShapeLinks;
}
export interface ImportMappingShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
}

/** `ImportMapping` in lists. */
export interface ImportMappingLists extends Lists<ImportMappingShape, ImportMappingFilter, ImportMappingOrder, ImportMappingGroupField> {
  readonly text: 'module' | 'name';
}
export type ImportMappingListArgs = ListArgs<ImportMappingLists>;
export type ImportMappingGroupsArgs = GroupsArgs<ImportMappingLists>;

/** Conditions on importMappings; all given ones must hold. */
export interface ImportMappingFilter extends FilterOf<ImportMappingLists>, Combined<ImportMappingFilter> {}

export type ImportMappingGroupBy = GroupBy<ImportMappingLists>;

/** What importMappings can be grouped by. */
export type ImportMappingGroupField = CommonGroupField | 'MODULE' | 'NAME';

export type ImportMappingGroupHaving = GroupHaving<ImportMappingLists>;

export type ImportMappingGroupOrder = GroupOrder<ImportMappingLists>;

/** One term of an order of importMappings: exactly one field. */
export interface ImportMappingOrder extends OrderOf<ImportMappingLists>, OrderById {}
