// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Updates } from '../record-types.js';
import type { CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, Lists, OrderOf } from '../list-types.js';
import type { Takes } from '../shape.js';
import type { DocumentKind, DocumentKindFilter } from './shared.js';
import type { UserShape } from './users.js';

type Types = TypesOf<DocumentSettingLists>;

/** What can be done with documentSettings. */
export interface DocumentSettings extends Reads<Types>, Updates<Types, DocumentSettingUpdateInput> {}

/** Selected unless said otherwise. */
const documentSettingFields = 'createdAt createdById deletedAt document id modifiedAt modifiedById nextNumber numberPrefix termsAndConditions version';

/** How the organisation numbers its documents of a kind, and what new ones say. `documentSettings(crm).list()` and what else there is. */
export const documentSettings = /* @__PURE__ */ record('DocumentSetting', 'documentSetting', 'documentSettings', documentSettingFields) as (crm: Crm) => DocumentSettings;


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
  /** What its numbers begin with: `Q-`. At most 20 characters. */
  readonly numberPrefix: string | null;
  /** Terms and conditions of new documents. At most 32,000 characters. */
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

/** `DocumentSetting` in lists. */
export interface DocumentSettingLists extends Lists<DocumentSettingShape, DocumentSettingFilter, DocumentSettingOrder, DocumentSettingGroupField> {
  readonly text: 'numberPrefix';
  readonly longText: 'termsAndConditions';
  readonly whole: 'nextNumber';
  readonly codes: { readonly document: DocumentKindFilter; };
}
export type DocumentSettingListArgs = ListArgs<DocumentSettingLists>;
export type DocumentSettingGroupsArgs = GroupsArgs<DocumentSettingLists>;

/** Conditions on documentSettings; all given ones must hold. */
export interface DocumentSettingFilter extends FilterOf<DocumentSettingLists> {}

export type DocumentSettingGroupBy = GroupBy<DocumentSettingLists>;

/** What documentSettings can be grouped by. */
export type DocumentSettingGroupField = CommonGroupField | 'DOCUMENT' | 'NEXT_NUMBER' | 'NUMBER_PREFIX';

export type DocumentSettingGroupHaving = GroupHaving<DocumentSettingLists>;

export type DocumentSettingGroupOrder = GroupOrder<DocumentSettingLists>;

/** One term of an order of documentSettings: exactly one field. */
export interface DocumentSettingOrder extends OrderOf<DocumentSettingLists> {}

/** Changes of a documentSetting: a field that is absent stays, null clears it. */
export interface DocumentSettingUpdateInput extends Takes<DocumentSetting, 'nextNumber', number>, Takes<DocumentSetting, 'numberPrefix' | 'termsAndConditions', string> {}
