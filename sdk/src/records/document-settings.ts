// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, Updates } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Takes } from '../shape.js';
import type { DocumentKind, DocumentKindFilter, NumberReset, NumberResetFilter, PaymentTermBasis, PaymentTermBasisFilter } from './shared.js';
import type { UserShape } from './users.js';

type Types = TypesOf<DocumentSettingLists>;

/** What can be done with documentSettings. */
export interface DocumentSettings extends Reads<Types>, Updates<Types, DocumentSettingUpdateInput> {}

/** Selected unless said otherwise. */
const documentSettingFields = 'createdAt createdById deletedAt document id modifiedAt modifiedById nextNumber nextNumberByYear numberPattern numberPrefix numberReset paymentTermBasis paymentTermDays termsAndConditions version';

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
  /** The number of the next document; where numbers begin again each year, of the last year that has one. Numbers have no gaps: a document that is not saved takes none. */
  readonly nextNumber: number | null;
  /** Next number of each year, where numbers begin again each year. */
  readonly nextNumberByYear: Readonly<Record<string, number>> | null;
  /** Pattern of its numbers, `INV-{yyyy}-{0000}`: `{yyyy}` or `{yy}` is the year, `{0000}` the counter with at least so many digits. Null: the prefix and the counter. At most 40 characters. */
  readonly numberPattern: string | null;
  /** What its numbers begin with: `Q-`. Not used where there is a pattern. At most 20 characters. */
  readonly numberPrefix: string | null;
  /** When numbers begin again at 1. Default: yearly where the pattern has the year. */
  readonly numberReset: NumberReset | (string & {}) | null;
  /** Day that the payment term counts from. Default: the invoice date. */
  readonly paymentTermBasis: PaymentTermBasis | (string & {}) | null;
  /** Payment term in days, of invoices to accounts without one. Only invoices have it. */
  readonly paymentTermDays: number | null;
  /** Terms and conditions of new documents. At most 32,000 characters. */
  readonly termsAndConditions: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface DocumentSettingShape {
  readonly fields: DocumentSetting;
  readonly links: DocumentSettingShapeLinks;
}
export interface DocumentSettingShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
}

/** `DocumentSetting` in lists. */
export interface DocumentSettingLists extends Lists<DocumentSettingShape, DocumentSettingFilter, DocumentSettingOrder, DocumentSettingGroupField> {
  readonly text: 'numberPattern' | 'numberPrefix';
  readonly longText: 'termsAndConditions';
  readonly whole: 'nextNumber' | 'paymentTermDays';
  readonly codes: { readonly document: DocumentKindFilter; readonly numberReset: NumberResetFilter; readonly paymentTermBasis: PaymentTermBasisFilter; };
}
export type DocumentSettingListArgs = ListArgs<DocumentSettingLists>;
export type DocumentSettingGroupsArgs = GroupsArgs<DocumentSettingLists>;

/** Conditions on documentSettings; all given ones must hold. */
export interface DocumentSettingFilter extends FilterOf<DocumentSettingLists>, Combined<DocumentSettingFilter> {}

export type DocumentSettingGroupBy = GroupBy<DocumentSettingLists>;

/** What documentSettings can be grouped by. */
export type DocumentSettingGroupField = CommonGroupField | 'DOCUMENT' | 'NEXT_NUMBER' | 'NUMBER_PATTERN' | 'NUMBER_PREFIX' | 'NUMBER_RESET' | 'PAYMENT_TERM_BASIS' | 'PAYMENT_TERM_DAYS';

export type DocumentSettingGroupHaving = GroupHaving<DocumentSettingLists>;

export type DocumentSettingGroupOrder = GroupOrder<DocumentSettingLists>;

/** One term of an order of documentSettings: exactly one field. */
export interface DocumentSettingOrder extends OrderOf<DocumentSettingLists>, OrderById {}

/** Changes of a documentSetting: a field that is absent stays, null clears it. */
export interface DocumentSettingUpdateInput extends Takes<DocumentSetting, 'nextNumber' | 'paymentTermDays', number>, Takes<DocumentSetting, 'nextNumberByYear', Readonly<Record<string, number>>>, Takes<DocumentSetting, 'numberPattern' | 'numberPrefix' | 'termsAndConditions', string>, Takes<DocumentSetting, 'numberReset', NumberReset>, Takes<DocumentSetting, 'paymentTermBasis', PaymentTermBasis> {}
