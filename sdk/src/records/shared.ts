// Generated from schema/ by `npm run codegen`.
import type { CallOptions, Crm } from '../client.js';
import type { All, Answer, Choice, Select } from '../shape.js';
import { verb } from '../verb.js';
import type { CrmErrorCode } from '../errors.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, Lists, OrderById, OrderOf } from '../list-types.js';
import type { Equality, LabelledEquality, Needs, Quantified, Takes } from '../shape.js';
import type { CampaignMemberOfCampaignCreateInput, CampaignMemberOfCampaignUpdateItem, CampaignMemberReference } from './campaign-members.js';
import type { ContactOfAccountCreateInput, ContactOfAccountUpdateItem, ContactReference } from './contacts.js';
import type { DealContactRoleOfDealCreateInput } from './deal-contact-roles.js';
import type { FaultCode } from './error-codes.js';
import type { LineItemOfInvoiceCreateInput, LineItemOfInvoiceUpdateItem, LineItemOfPurchaseOrderCreateInput, LineItemOfPurchaseOrderUpdateItem, LineItemOfQuoteCreateInput, LineItemOfQuoteUpdateItem, LineItemOfSalesOrderCreateInput, LineItemOfSalesOrderUpdateItem, LineItemReference } from './line-items.js';
import type { ListPriceOfPriceBookCreateInput, ListPriceOfPriceBookUpdateItem, ListPriceReference } from './list-prices.js';
import type { PipelineStageOfPipelineCreateInput } from './pipeline-stages.js';
import type { PriceBookLists, PriceBookShape } from './price-books.js';
import type { ProductTaxOfProductCreateInput, ProductTaxReference } from './product-taxes.js';
import type { ProductShape } from './products.js';
import type { PurchaseOrderShape } from './purchase-orders.js';
import type { UserShape } from './users.js';

/** The API keys of a user, newest first; null when there is no such user. */
export const apiKeys = <Given extends Select<ApiKeyShape> = All<ApiKeyShape>>(crm: Crm, options: { userId?: string | null | undefined; } & Choice<ApiKeyShape, Given> & CallOptions = {}): Promise<readonly Answer<ApiKeyShape, Given, ApiKey>[] | null> => verb(crm, 'query', 'apiKeys', 'userId:ID', 'createdAt expiresAt id isReadOnly lastUsedAt name prefix revokedAt userId', { ...options });

/** An enum by its name, with its labels; null when there is none. */
export const enumeration = <Given extends Select<EnumerationShape> = All<EnumerationShape>>(crm: Crm, options: { name: string; } & Choice<EnumerationShape, Given> & CallOptions): Promise<Answer<EnumerationShape, Given, Enumeration> | null> => verb(crm, 'query', 'enumeration', 'name:String!', 'description name values{description key label}', { ...options });

/** What a query would cost, without running it. */
export const estimateCost = <Given extends Select<CostEstimateShape> = All<CostEstimateShape>>(crm: Crm, options: { document: string; operationName?: string | null | undefined; variables?: Readonly<Record<string, unknown>> | null | undefined; } & Choice<CostEstimateShape, Given> & CallOptions): Promise<Answer<CostEstimateShape, Given, CostEstimate> | null> => verb(crm, 'query', 'estimateCost', 'document:String! operationName:String variables:JSONObject', 'cost limit', { ...options });

/** A file of yours, or for administrators of anybody; null when there is none. */
export const file = <Given extends Select<FileShape> = All<FileShape>>(crm: Crm, id: string, options: Choice<FileShape, Given> & CallOptions = {}): Promise<Answer<FileShape, Given, File> | null> => verb(crm, 'query', 'file', 'id:ID!', 'contentType createdAt downloadUrl expiresAt fileName id size', { id, ...options });

/** A module by its name, as the caller may see it; null when there is none. */
export const module = <Given extends Select<ModuleInfoShape> = All<ModuleInfoShape>>(crm: Crm, options: { name: string; } & Choice<ModuleInfoShape, Given> & CallOptions): Promise<Answer<ModuleInfoShape, Given, ModuleInfo> | null> => verb(crm, 'query', 'module', 'name:String!', 'createInput description displayName duplicateCheck fields{aggregates defaultValue description enumeration{description name values{description key label}} filterType groupField idName inputName inputType isComputed isCreatable isCustom isNeeded isPositive isRequired isSystem isUnique isUpdatable kind label labelName lookup{inputKey isTree list module} maxLength maximum minimum name notBefore operators orderType picklist{categories description name values{category color isRetired key label labels{label language} place}} reference{filterType list modules} type} filterType isSingleton label listQuery mutations{arguments{description name type} description isForMany name type verb} name oneOf oneQuery order orderType plural pluralLabel prefix relatedLists{createType description isNeeded label module name updateType via} singular summaries{description figures{description label name type} label name} unique updateInput version', { ...options });

/** All modules, as the caller may see them and work with them. */
export const modules = <Given extends Select<ModuleInfoShape> = All<ModuleInfoShape>>(crm: Crm, options: Choice<ModuleInfoShape, Given> & CallOptions = {}): Promise<readonly Answer<ModuleInfoShape, Given, ModuleInfo>[] | null> => verb(crm, 'query', 'modules', '', 'createInput description displayName duplicateCheck fields{aggregates defaultValue description enumeration{description name values{description key label}} filterType groupField idName inputName inputType isComputed isCreatable isCustom isNeeded isPositive isRequired isSystem isUnique isUpdatable kind label labelName lookup{inputKey isTree list module} maxLength maximum minimum name notBefore operators orderType picklist{categories description name values{category color isRetired key label labels{label language} place}} reference{filterType list modules} type} filterType isSingleton label listQuery mutations{arguments{description name type} description isForMany name type verb} name oneOf oneQuery order orderType plural pluralLabel prefix relatedLists{createType description isNeeded label module name updateType via} singular summaries{description figures{description label name type} label name} unique updateInput version', { ...options });

/** The company that works with this CRM, and how it counts and writes days and numbers. */
export const organization = <Given extends Select<OrganizationShape> = All<OrganizationShape>>(crm: Crm, options: Choice<OrganizationShape, Given> & CallOptions = {}): Promise<Answer<OrganizationShape, Given, Organization> | null> => verb(crm, 'query', 'organization', '', 'allowsEditedTaxRates baseCurrency bic chamberOfCommerceNumber city country createdAt createdById dateFormat deletedAt discountTiming email fiscalYearStart iban id language legalName modifiedAt modifiedById name nameFormat numberFormat phone postalCode pricesIncludeTax requiresLeadCompany requiresReasonForLoss state street timeFormat timeZone vatNumber version website weekStart', { ...options });

/** A picklist by the name of its scalar. */
export const picklist = <Given extends Select<PicklistShape> = All<PicklistShape>>(crm: Crm, options: { name: string; } & Choice<PicklistShape, Given> & CallOptions): Promise<Answer<PicklistShape, Given, Picklist> | null> => verb(crm, 'query', 'picklist', 'name:String!', 'categories description name values{category color isRetired key label labels{label language} place}', { ...options });

/** All picklists with their values. */
export const picklists = <Given extends Select<PicklistShape> = All<PicklistShape>>(crm: Crm, options: Choice<PicklistShape, Given> & CallOptions = {}): Promise<readonly Answer<PicklistShape, Given, Picklist>[] | null> => verb(crm, 'query', 'picklists', '', 'categories description name values{category color isRetired key label labels{label language} place}', { ...options });

/** Looks into a file without importing it: its columns, where they would go, its first rows as they would be taken. */
export const previewImport = <Given extends Select<ImportPreviewShape> = All<ImportPreviewShape>>(crm: Crm, options: { file: ImportInput; } & Choice<ImportPreviewShape, Given> & CallOptions): Promise<Answer<ImportPreviewShape, Given, ImportPreview> | null> => verb(crm, 'query', 'previewImport', 'file:ImportInput!', 'columns{by column confidence dateOrder either externalId field isAmbiguous lookup numberFormat reason repeated samples unreadable} delimiter encoding format module otherSheets samples{input notes problems} sheet source', { ...options });

/** What a document would come to, worked out as if it were saved: prices, discounts, taxes, sums. Nothing is saved. */
export const previewTotals = <Given extends Select<PreviewTotalsShape> = All<PreviewTotalsShape>>(crm: Crm, input: PreviewTotalsInput, options: Choice<PreviewTotalsShape, Given> & CallOptions = {}): Promise<Answer<PreviewTotalsShape, Given, PreviewTotals> | null> => verb(crm, 'query', 'previewTotals', 'input:PreviewTotalsInput!', 'adjustment discount discountTiming discountTotal grandTotal lines{discount documentDiscount index listPrice netTotal tax taxableAmount taxes total totalAfterDiscount unitPrice} pricesIncludeTax subTotal subTotalExclTax tax taxBreakdown taxTotal taxes totalExclTax', { input, ...options });

/** The open sessions of a user, the one used last first; null when there is no such user. */
export const sessions = <Given extends Select<SessionShape> = All<SessionShape>>(crm: Crm, options: { userId?: string | null | undefined; } & Choice<SessionShape, Given> & CallOptions = {}): Promise<readonly Answer<SessionShape, Given, Session>[] | null> => verb(crm, 'query', 'sessions', 'userId:ID', 'address createdAt expiresAt id isCurrent lastUsedAt userAgent userId', { ...options });

/** The fields that the organisation has made unique, by module and name. */
export const uniqueFields = <Given extends Select<UniqueFieldShape> = All<UniqueFieldShape>>(crm: Crm, options: Choice<UniqueFieldShape, Given> & CallOptions = {}): Promise<readonly Answer<UniqueFieldShape, Given, UniqueField>[] | null> => verb(crm, 'query', 'uniqueFields', '', 'field module', { ...options });

/** Who asks, and with what. */
export const viewer = <Given extends Select<ViewerShape> = All<ViewerShape>>(crm: Crm, options: Choice<ViewerShape, Given> & CallOptions = {}): Promise<Answer<ViewerShape, Given, Viewer> | null> => verb(crm, 'query', 'viewer', '', 'credential{expiresAt id isReadOnly kind} isAdministrator', { ...options });

/** What holds for the caller: their own settings over the organisation's. */
export const viewerSettings = <Given extends Select<ViewerSettingsShape> = All<ViewerSettingsShape>>(crm: Crm, options: Choice<ViewerSettingsShape, Given> & CallOptions = {}): Promise<Answer<ViewerSettingsShape, Given, ViewerSettings> | null> => verb(crm, 'query', 'viewerSettings', '', 'dateFormat fiscalYearStart language nameFormat numberFormat timeFormat timeZone weekStart', { ...options });

/** Takes up an invitation: sets the first password and signs in. */
export const acceptInvitation = <Given extends Select<SignInPayloadShape> = All<SignInPayloadShape>>(crm: Crm, options: { password: string; token: string; } & Choice<SignInPayloadShape, Given> & CallOptions): Promise<Answer<SignInPayloadShape, Given, SignInPayload>> => verb(crm, 'open', 'acceptInvitation', 'password:String! token:String!', 'expiresAt refreshExpiresAt refreshToken token userId', { ...options });

/** Changes your password and ends your other sessions. */
export const changePassword = <Given extends Select<EndSessionsPayloadShape> = All<EndSessionsPayloadShape>>(crm: Crm, options: { currentPassword: string; newPassword: string; } & Choice<EndSessionsPayloadShape, Given> & CallOptions): Promise<Answer<EndSessionsPayloadShape, Given, EndSessionsPayload>> => verb(crm, 'mutation', 'changePassword', 'currentPassword:String! newPassword:String!', 'ended', { ...options });

/** Sets a new password by the link of an administrator, ends all sessions of the user and signs in. */
export const completePasswordReset = <Given extends Select<SignInPayloadShape> = All<SignInPayloadShape>>(crm: Crm, options: { password: string; token: string; } & Choice<SignInPayloadShape, Given> & CallOptions): Promise<Answer<SignInPayloadShape, Given, SignInPayload>> => verb(crm, 'open', 'completePasswordReset', 'password:String! token:String!', 'expiresAt refreshExpiresAt refreshToken token userId', { ...options });

/** Makes an API key that acts as you. Not by an API key. */
export const createApiKey = <Given extends Select<CreateApiKeyPayloadShape> = All<CreateApiKeyPayloadShape>>(crm: Crm, input: ApiKeyCreateInput, options: Choice<CreateApiKeyPayloadShape, Given> & CallOptions = {}): Promise<Answer<CreateApiKeyPayloadShape, Given, CreateApiKeyPayload>> => verb(crm, 'mutation', 'createApiKey', 'input:ApiKeyCreateInput!', 'apiKey{createdAt expiresAt id isReadOnly lastUsedAt name prefix revokedAt userId} key', { input, ...options });

/** Adds a value to a picklist; at most 1,000 a list. For administrators. */
export const createPicklistValue = <Given extends Select<PicklistPayloadShape> = All<PicklistPayloadShape>>(crm: Crm, input: PicklistValueCreateInput, options: { dryRun?: boolean | undefined; picklist: string; } & Choice<PicklistPayloadShape, Given> & CallOptions): Promise<Answer<PicklistPayloadShape, Given, PicklistPayload>> => verb(crm, 'mutation', 'createPicklistValue', 'dryRun:Boolean! input:PicklistValueCreateInput! picklist:String!', 'changedRecords picklist{categories description name values{category color isRetired key label labels{label language} place}}', { input, ...options });

/** Makes an address that one file can be uploaded to, once, within 15 minutes. */
export const createUpload = <Given extends Select<CreateUploadPayloadShape> = All<CreateUploadPayloadShape>>(crm: Crm, input: CreateUploadInput, options: Choice<CreateUploadPayloadShape, Given> & CallOptions = {}): Promise<Answer<CreateUploadPayloadShape, Given, CreateUploadPayload>> => verb(crm, 'mutation', 'createUpload', 'input:CreateUploadInput!', 'expiresAt fileId url', { input, ...options });

/** Removes a value that no record holds, in the bin or out of it; refused with how many do. For administrators. */
export const deletePicklistValue = <Given extends Select<PicklistPayloadShape> = All<PicklistPayloadShape>>(crm: Crm, options: { key: string; picklist: string; } & Choice<PicklistPayloadShape, Given> & CallOptions): Promise<Answer<PicklistPayloadShape, Given, PicklistPayload>> => verb(crm, 'mutation', 'deletePicklistValue', 'key:String! picklist:String!', 'changedRecords picklist{categories description name values{category color isRetired key label labels{label language} place}}', { ...options });

/** Ends one of your sessions; of others for administrators. */
export const endSession = <Given extends Select<EndSessionPayloadShape> = All<EndSessionPayloadShape>>(crm: Crm, id: string, options: Choice<EndSessionPayloadShape, Given> & CallOptions = {}): Promise<Answer<EndSessionPayloadShape, Given, EndSessionPayload>> => verb(crm, 'mutation', 'endSession', 'id:ID!', 'sessionId', { id, ...options });

/** Ends all your sessions but the one that asks. */
export const endSessions = <Given extends Select<EndSessionsPayloadShape> = All<EndSessionsPayloadShape>>(crm: Crm, options: Choice<EndSessionsPayloadShape, Given> & CallOptions = {}): Promise<Answer<EndSessionsPayloadShape, Given, EndSessionsPayload>> => verb(crm, 'mutation', 'endSessions', '', 'ended', { ...options });

/** Trades a refresh token for a new pair. A refresh token is good once: a second use ends its session. */
export const refreshSession = <Given extends Select<SignInPayloadShape> = All<SignInPayloadShape>>(crm: Crm, options: { refreshToken: string; } & Choice<SignInPayloadShape, Given> & CallOptions): Promise<Answer<SignInPayloadShape, Given, SignInPayload>> => verb(crm, 'open', 'refreshSession', 'refreshToken:String!', 'expiresAt refreshExpiresAt refreshToken token userId', { ...options });

/** Puts the values of a picklist in an order. For administrators. */
export const reorderPicklist = <Given extends Select<PicklistPayloadShape> = All<PicklistPayloadShape>>(crm: Crm, options: { keys: readonly string[]; picklist: string; } & Choice<PicklistPayloadShape, Given> & CallOptions): Promise<Answer<PicklistPayloadShape, Given, PicklistPayload>> => verb(crm, 'mutation', 'reorderPicklist', 'keys:[String!]! picklist:String!', 'changedRecords picklist{categories description name values{category color isRetired key label labels{label language} place}}', { ...options });

/** Orders products again: what each needs by `qtyToOrder`, in one purchase order for each vendor. A product below its reorder level that is ordered already, or not active, needs nothing. */
export const reorderProducts = <Given extends Select<ReorderProductsPayloadShape> = All<ReorderProductsPayloadShape>>(crm: Crm, options: { dryRun?: boolean | undefined; ids: readonly string[]; } & Choice<ReorderProductsPayloadShape, Given> & CallOptions): Promise<Answer<ReorderProductsPayloadShape, Given, ReorderProductsPayload>> => verb(crm, 'mutation', 'reorderProducts', 'dryRun:Boolean! ids:[ID!]!', 'notNeeded{id} purchaseOrders{id} withoutVendor{id}', { ...options });

/** Gives every record that holds a value another one, those in the bin too, and removes the value. For administrators. */
export const replacePicklistValue = <Given extends Select<PicklistPayloadShape> = All<PicklistPayloadShape>>(crm: Crm, options: { key: string; picklist: string; with: string; } & Choice<PicklistPayloadShape, Given> & CallOptions): Promise<Answer<PicklistPayloadShape, Given, PicklistPayload>> => verb(crm, 'mutation', 'replacePicklistValue', 'key:String! picklist:String! with:String!', 'changedRecords picklist{categories description name values{category color isRetired key label labels{label language} place}}', { ...options });

/** Makes an API key useless; those of others for administrators. */
export const revokeApiKey = <Given extends Select<ApiKeyShape> = All<ApiKeyShape>>(crm: Crm, id: string, options: Choice<ApiKeyShape, Given> & CallOptions = {}): Promise<Answer<ApiKeyShape, Given, ApiKey>> => verb(crm, 'mutation', 'revokeApiKey', 'id:ID!', 'createdAt expiresAt id isReadOnly lastUsedAt name prefix revokedAt userId', { id, ...options }, 'apiKey');

/** Makes a field unique, or no longer: text, addresses, telephone numbers and whole numbers can be. Refused with the list of clashes while there are duplicates. For administrators. */
export const setFieldUnique = <Given extends Select<UniqueFieldShape> = All<UniqueFieldShape>>(crm: Crm, options: { field: string; isUnique: boolean; module: string; } & Choice<UniqueFieldShape, Given> & CallOptions): Promise<readonly Answer<UniqueFieldShape, Given, UniqueField>[]> => verb(crm, 'mutation', 'setFieldUnique', 'field:String! isUnique:Boolean! module:String!', 'field module', { ...options }, 'uniqueFields');

/** Trades an e-mail address and a password for a bearer token. */
export const signIn = <Given extends Select<SignInPayloadShape> = All<SignInPayloadShape>>(crm: Crm, options: { email: string; organizationId?: string | null | undefined; password: string; } & Choice<SignInPayloadShape, Given> & CallOptions): Promise<Answer<SignInPayloadShape, Given, SignInPayload>> => verb(crm, 'open', 'signIn', 'email:String! organizationId:ID password:String!', 'expiresAt refreshExpiresAt refreshToken token userId', { ...options });

/** Signs in by the link that the server prints when it starts. Good once, for ten minutes, from this machine only. */
export const signInWithLink = <Given extends Select<SignInPayloadShape> = All<SignInPayloadShape>>(crm: Crm, options: { token: string; } & Choice<SignInPayloadShape, Given> & CallOptions): Promise<Answer<SignInPayloadShape, Given, SignInPayload>> => verb(crm, 'open', 'signInWithLink', 'token:String!', 'expiresAt refreshExpiresAt refreshToken token userId', { ...options });

/** Ends the session that asks: its tokens are good no more. */
export const signOut = <Given extends Select<EndSessionPayloadShape> = All<EndSessionPayloadShape>>(crm: Crm, options: Choice<EndSessionPayloadShape, Given> & CallOptions = {}): Promise<Answer<EndSessionPayloadShape, Given, EndSessionPayload>> => verb(crm, 'mutation', 'signOut', '', 'sessionId', { ...options });

/** Changes the organization. For administrators. */
export const updateOrganization = <Given extends Select<OrganizationShape> = All<OrganizationShape>>(crm: Crm, input: OrganizationUpdateInput, options: { expectedVersion?: number | null | undefined; } & Choice<OrganizationShape, Given> & CallOptions = {}): Promise<Answer<OrganizationShape, Given, Organization>> => verb(crm, 'mutation', 'updateOrganization', 'expectedVersion:Int input:OrganizationUpdateInput!', 'allowsEditedTaxRates baseCurrency bic chamberOfCommerceNumber city country createdAt createdById dateFormat deletedAt discountTiming email fiscalYearStart iban id language legalName modifiedAt modifiedById name nameFormat numberFormat phone postalCode pricesIncludeTax requiresLeadCompany requiresReasonForLoss state street timeFormat timeZone vatNumber version website weekStart', { input, ...options }, 'organization');

/** Renames, recolours, moves or retires a value of a picklist. For administrators. */
export const updatePicklistValue = <Given extends Select<PicklistPayloadShape> = All<PicklistPayloadShape>>(crm: Crm, input: PicklistValueUpdateInput, options: { dryRun?: boolean | undefined; key: string; picklist: string; } & Choice<PicklistPayloadShape, Given> & CallOptions): Promise<Answer<PicklistPayloadShape, Given, PicklistPayload>> => verb(crm, 'mutation', 'updatePicklistValue', 'dryRun:Boolean! input:PicklistValueUpdateInput! key:String! picklist:String!', 'changedRecords picklist{categories description name values{category color isRetired key label labels{label language} place}}', { input, ...options });

/** Changes the caller's own settings. */
export const updateViewerSettings = <Given extends Select<ViewerSettingsShape> = All<ViewerSettingsShape>>(crm: Crm, input: ViewerSettingsInput, options: Choice<ViewerSettingsShape, Given> & CallOptions = {}): Promise<Answer<ViewerSettingsShape, Given, ViewerSettings>> => verb(crm, 'mutation', 'updateViewerSettings', 'input:ViewerSettingsInput!', 'dateFormat fiscalYearStart language nameFormat numberFormat timeFormat timeZone weekStart', { input, ...options }, 'viewerSettings');

/** A key for a program: it acts as its owner, with the rights they have now. */
export interface ApiKey {
  /** When it was made. */
  readonly createdAt: string | null;
  /** When it stops being good; null when it does not. */
  readonly expiresAt: string | null;
  /** The id: `key_<uuid>`. */
  readonly id: string;
  /** Whether it may only read. */
  readonly isReadOnly: boolean | null;
  /** When it was last used, to the minute. */
  readonly lastUsedAt: string | null;
  /** What it is for. At most 100 characters. */
  readonly name: string | null;
  /** How the key begins, to tell it by. */
  readonly prefix: string | null;
  /** When it was revoked; null while it is good. */
  readonly revokedAt: string | null;
  /** Whom it acts as. */
  readonly userId: string | null;
}
export interface ApiKeyShape {
  readonly fields: ApiKey;
  readonly links: object;
}

/** A new API key. */
export interface ApiKeyCreateInput extends Needs<ApiKey, 'isReadOnly', boolean>, Needs<ApiKey, 'name', string> {
  /** When it stops being good. Default: never. */
  expiresAt?: string | Date | null | undefined;
}

/** An argument of a mutation. */
export interface ArgumentInfo {
  /** What it means; in English. */
  readonly description: string;
  /** The name: `input`. */
  readonly name: string;
  /** Its type in GraphQL: `AccountCreateInput!`. */
  readonly type: string;
}
export interface ArgumentInfoShape {
  readonly fields: ArgumentInfo;
  readonly links: object;
}

export type BooleanFilter = Equality<boolean>;

/** Who brings the goods. The key of a value; the organisation may change the list. Standard: FEDEX, UPS, USPS, DHL, BLUEDART. */
export type Carrier = 'FEDEX' | 'UPS' | 'USPS' | 'DHL' | 'BLUEDART' | (string & {});

export type CarrierFilter = LabelledEquality<Carrier>;

/** What becomes of the contacts of an account: those that are not named stay as they are. At most 200 contacts in all. */
export interface ContactsOfAccountInput {
  /** The new ones. */
  create?: readonly ContactOfAccountCreateInput[] | null | undefined;
  /** Those to move to the bin; each must be of this account. */
  delete?: readonly ContactReference[] | null | undefined;
  /** Those to change; each must be of this account. */
  update?: readonly ContactOfAccountUpdateItem[] | null | undefined;
}

/** What an operation would cost. */
export interface CostEstimate {
  /** Points it may cost: rows by page sizes, 1 for each condition and member of a list in filters, and 50 to 100 for totals and conditions on relations. */
  readonly cost: number;
  /** Points one operation may cost. */
  readonly limit: number;
}
export interface CostEstimateShape {
  readonly fields: CostEstimate;
  readonly links: object;
}

/** A new API key. */
export interface CreateApiKeyPayload {
  /** What is known of it. */
  readonly apiKey: ApiKey | null;
  /** The whole key. This answer is the only one that has it. */
  readonly key: string | null;
}
export interface CreateApiKeyPayloadShape {
  readonly fields: Omit<CreateApiKeyPayload, 'apiKey'>;
  readonly links: CreateApiKeyPayloadShapeLinks;
}
export interface CreateApiKeyPayloadShapeLinks {
  /** What is known of it. */
  readonly apiKey: ApiKeyShape | null;
}

/** The file that is to be uploaded. */
export interface CreateUploadInput {
  /** What it holds, as a media type: `text/csv`. */
  contentType: string;
  /** Its name. At most 255 characters. */
  fileName: string;
  /** How many bytes it has. */
  size: number;
}

/** Where to upload a file to. This answer is the only one that has the address. */
export interface CreateUploadPayload {
  /** When the address stops being good. */
  readonly expiresAt: string | null;
  /** The id that the file has once it is stored. */
  readonly fileId: string | null;
  /** PUT the content here, once, with the content type that was announced. 201 says that it is stored. */
  readonly url: string | null;
}
export interface CreateUploadPayloadShape {
  readonly fields: CreateUploadPayload;
  readonly links: object;
}

/** What the request was sent with. */
export interface Credential {
  /** When the token or the key stops being good; null for a key that does not. */
  readonly expiresAt: string | null;
  /** The id of the session or the API key. */
  readonly id: string;
  /** Whether it may only read. */
  readonly isReadOnly: boolean | null;
  /** Whether it is a session or an API key. */
  readonly kind: CredentialKind | (string & {}) | null;
}
export interface CredentialShape {
  readonly fields: Credential;
  readonly links: object;
}

/** How somebody came in. */
export type CredentialKind = 'KEY' | 'SESSION';

/** A record of the CRM, whichever module it is of: what all of them have. */
export interface CrmRecord {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** What the record is called where there is room for one line. */
  readonly displayName: string | null;
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  readonly externalIds: Readonly<Record<string, string>> | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The id of `owner`, without reading it. */
  readonly ownerId: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface CrmRecordShape {
  readonly fields: CrmRecord;
  readonly links: CrmRecordShapeLinks;
}
export interface CrmRecordShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** Who is responsible for the record. Default: whoever makes it. */
  readonly owner: UserShape | null;
}

/** What days are put together by; instants count as days of the reader's zone. */
export type DateBucket = 'DAY' | 'FISCAL_QUARTER' | 'FISCAL_YEAR' | 'MONTH' | 'QUARTER' | 'WEEK' | 'YEAR';

/** Conditions on one Date value; all given ones must hold. */
export interface DateFilter {
  /** Calendar days from then to today, in the reader's zone: yesterday is 1, tomorrow -1. */
  ageInDays?: DayCountFilter | null | undefined;
  /** From one to the other, both included. */
  between?: DateRange | null | undefined;
  /** Calendar days from today to then, in the reader's zone: tomorrow is 1, yesterday -1. */
  dueInDays?: DayCountFilter | null | undefined;
  /** Equal. */
  eq?: string | null | undefined;
  /** Greater, or later. */
  gt?: string | null | undefined;
  /** Greater, later, or equal. */
  gte?: string | null | undefined;
  /** One of these. */
  in?: readonly string[] | null | undefined;
  /** In so many days, weeks … that end with today: the last 7 days are today and the 6 before it. */
  inLast?: DateSpan | null | undefined;
  /** In so many days, weeks … that begin with today: the next 7 days are today and the 6 after it. */
  inNext?: DateSpan | null | undefined;
  /** true: empty; false: not empty. */
  isNull?: boolean | null | undefined;
  /** Smaller, or earlier. */
  lt?: string | null | undefined;
  /** Smaller, earlier, or equal. */
  lte?: string | null | undefined;
  /** Smaller than the one or greater than the other; an empty value lies between nothing. */
  notBetween?: DateRange | null | undefined;
  /** Not equal; an empty value is different from every value. */
  notEq?: string | null | undefined;
  /** None of these; an empty value is none of them. */
  notIn?: readonly string[] | null | undefined;
  /** In this period, as seen from today in the reader's zone. */
  within?: RelativePeriod | null | undefined;
}

/** How people see dates; the API itself always speaks `YYYY-MM-DD`. */
export type DateFormat = 'DMY_DASHES' | 'DMY_DOTS' | 'DMY_SLASHES' | 'DMY_WORDS' | 'MDY_DASHES' | 'MDY_SLASHES' | 'MDY_WORDS' | 'YMD_DASHES' | 'YMD_DOTS' | 'YMD_SLASHES';

export type DateFormatFilter = Equality<DateFormat>;

/** In which order dates are written in a file; those that begin with the year are always understood. */
export type DateOrder = 'DMY' | 'MDY' | 'YMD';

/** From one value to another, both of them among it. The first must not be greater than the second. */
export interface DateRange {
  /** The smallest, or earliest. */
  from: string;
  /** The greatest, or latest. */
  to: string;
}

/** A length of time in whole days. */
export interface DateSpan {
  /** How many, at least 1. */
  amount: number;
  /** Of what. */
  unit: DateUnit;
}

/** Conditions on one DateTime value; all given ones must hold. */
export interface DateTimeFilter {
  /** Calendar days from then to today, in the reader's zone: yesterday is 1, tomorrow -1. */
  ageInDays?: DayCountFilter | null | undefined;
  /** From one to the other, both included. */
  between?: DateTimeRange | null | undefined;
  /** Calendar days from today to then, in the reader's zone: tomorrow is 1, yesterday -1. */
  dueInDays?: DayCountFilter | null | undefined;
  /** Equal. */
  eq?: string | Date | null | undefined;
  /** Greater, or later. */
  gt?: string | Date | null | undefined;
  /** Greater, later, or equal. */
  gte?: string | Date | null | undefined;
  /** One of these. */
  in?: readonly (string | Date)[] | null | undefined;
  /** In so many days, weeks … that end with today: the last 7 days are today and the 6 before it. */
  inLast?: DateSpan | null | undefined;
  /** In so many days, weeks … that begin with today: the next 7 days are today and the 6 after it. */
  inNext?: DateSpan | null | undefined;
  /** true: empty; false: not empty. */
  isNull?: boolean | null | undefined;
  /** Smaller, or earlier. */
  lt?: string | Date | null | undefined;
  /** Smaller, earlier, or equal. */
  lte?: string | Date | null | undefined;
  /** Smaller than the one or greater than the other; an empty value lies between nothing. */
  notBetween?: DateTimeRange | null | undefined;
  /** Not equal; an empty value is different from every value. */
  notEq?: string | Date | null | undefined;
  /** None of these; an empty value is none of them. */
  notIn?: readonly (string | Date)[] | null | undefined;
  /** In this period, as seen from today in the reader's zone. */
  within?: RelativePeriod | null | undefined;
}

/** From one value to another, both of them among it. The first must not be greater than the second. */
export interface DateTimeRange {
  /** The smallest, or earliest. */
  from: string | Date;
  /** The greatest, or latest. */
  to: string | Date;
}

/** What a length of time is counted in. */
export type DateUnit = 'DAY' | 'MONTH' | 'QUARTER' | 'WEEK' | 'YEAR';

/** Conditions on a number of days; all given ones must hold. */
export interface DayCountFilter {
  /** Exactly so many. */
  eq?: number | null | undefined;
  /** More. */
  gt?: number | null | undefined;
  /** So many, or more. */
  gte?: number | null | undefined;
  /** Fewer. */
  lt?: number | null | undefined;
  /** So many, or fewer. */
  lte?: number | null | undefined;
}

/** Conditions on one Decimal value; all given ones must hold. */
export interface DecimalFilter {
  /** From one to the other, both included. */
  between?: DecimalRange | null | undefined;
  /** Equal. */
  eq?: string | number | null | undefined;
  /** Greater, or later. */
  gt?: string | number | null | undefined;
  /** Greater, later, or equal. */
  gte?: string | number | null | undefined;
  /** One of these. */
  in?: readonly (string | number)[] | null | undefined;
  /** true: empty; false: not empty. */
  isNull?: boolean | null | undefined;
  /** Smaller, or earlier. */
  lt?: string | number | null | undefined;
  /** Smaller, earlier, or equal. */
  lte?: string | number | null | undefined;
  /** Smaller than the one or greater than the other; an empty value lies between nothing. */
  notBetween?: DecimalRange | null | undefined;
  /** Not equal; an empty value is different from every value. */
  notEq?: string | number | null | undefined;
  /** None of these; an empty value is none of them. */
  notIn?: readonly (string | number)[] | null | undefined;
}

/** From one value to another, both of them among it. The first must not be greater than the second. */
export interface DecimalRange {
  /** The smallest, or earliest. */
  from: string | number;
  /** The greatest, or latest. */
  to: string | number;
}

/** Whether records in the bin are part of the answer. */
export type DeletedRecords = 'ONLY' | 'WITH' | 'WITHOUT';

/** Where the discount of a line comes from. */
export type DiscountKind = 'AMOUNT' | 'PERCENT' | 'PRICE_BOOK';

export type DiscountKindFilter = Equality<DiscountKind>;

/** When the discount of a document is taken off. */
export type DiscountTiming = 'AFTER_TAX' | 'AFTER_TAX_PER_LINE' | 'BEFORE_TAX';

export type DiscountTimingFilter = Equality<DiscountTiming>;

/** A kind of document. */
export type DocumentKind = 'INVOICE' | 'PURCHASE_ORDER' | 'QUOTE' | 'SALES_ORDER';

export type DocumentKindFilter = Equality<DocumentKind>;

/** The session that was ended. */
export interface EndSessionPayload {
  /** Its id. */
  readonly sessionId: string | null;
}
export interface EndSessionPayloadShape {
  readonly fields: EndSessionPayload;
  readonly links: object;
}

/** Sessions that were ended. */
export interface EndSessionsPayload {
  /** How many. */
  readonly ended: number | null;
}
export interface EndSessionsPayloadShape {
  readonly fields: EndSessionsPayload;
  readonly links: object;
}

/** An enum of the program, in words: what a form shows where a field takes one of its values. */
export interface Enumeration {
  /** What it is about, in the reader's language. */
  readonly description: string | null;
  /** The name of the enum. */
  readonly name: string;
  /** Its values in their order. */
  readonly values: readonly EnumerationValue[] | null;
}
export interface EnumerationShape {
  readonly fields: Omit<Enumeration, 'values'>;
  readonly links: EnumerationShapeLinks;
}
export interface EnumerationShapeLinks {
  /** Its values in their order. */
  readonly values: readonly EnumerationValueShape[] | null;
}

/** One value of an enum, in words. */
export interface EnumerationValue {
  /** What it means, in the reader's language. */
  readonly description: string | null;
  /** The value: `OPEN`. */
  readonly key: string;
  /** What people call it, in the reader's language. */
  readonly label: string | null;
}
export interface EnumerationValueShape {
  readonly fields: EnumerationValue;
  readonly links: object;
}

/** What a file is written as. */
export type ExportFormat = 'CSV' | 'NDJSON' | 'XLSX';

/** Conditions on one ExternalIds value; all given ones must hold. */
export interface ExternalIdsFilter {
  /** All of these keys, each of its source. */
  has?: Readonly<Record<string, string | null>> | null | undefined;
  /** All of the keys of one of these. */
  hasAny?: readonly (Readonly<Record<string, string | null>>)[] | null | undefined;
  /** true: none at all; false: at least one. */
  isNull?: boolean | null | undefined;
}

/** A field of a module. */
export interface FieldInfo {
  /** The figures of it in `aggregate`, `sum` for instance; there a lookup or a reference goes by the name of its id. */
  readonly aggregates: readonly string[];
  /** What a new record has unless it is given. */
  readonly defaultValue: unknown | null;
  /** What it means; in English. */
  readonly description: string;
  /** Of an enum: its values in words. */
  readonly enumeration: Enumeration | null;
  /** The type of the conditions on it in filters, of a lookup or a reference on its id; null where there are none. */
  readonly filterType: string | null;
  /** Its value in `groups(by: [{ field: … }])`; null where there is none. Moments need a bucket, dates can have one. */
  readonly groupField: string | null;
  /** Of a lookup or a reference: the name of the id without the record, `ownerId`. */
  readonly idName: string | null;
  /** The name under which inputs set it; null where none does. */
  readonly inputName: string | null;
  /** The type that inputs take: `Decimal`. */
  readonly inputType: string | null;
  /** Whether it is worked out from other fields. */
  readonly isComputed: boolean;
  /** Whether the input of a new record may give it. */
  readonly isCreatable: boolean;
  /** Whether it is a field of this organisation alone. */
  readonly isCustom: boolean;
  /** Whether the input of a new record must give it. Settings of the organisation may ask for more. */
  readonly isNeeded: boolean;
  /** Whether a number must be greater than 0. */
  readonly isPositive: boolean;
  /** Whether it is never empty. */
  readonly isRequired: boolean;
  /** Whether the platform sets it on every record. */
  readonly isSystem: boolean;
  /** Whether no two records of the module share a value. */
  readonly isUnique: boolean;
  /** Whether the input of a change may give it. */
  readonly isUpdatable: boolean;
  /** What it holds. */
  readonly kind: FieldKind | (string & {});
  /** What people call it, in the reader's language. */
  readonly label: string;
  /** Of a picklist: the name of the label in the reader's language, `industryLabel`. */
  readonly labelName: string | null;
  /** Of a lookup: where it leads. */
  readonly lookup: LookupInfo | null;
  /** The most characters of a text. */
  readonly maxLength: number | null;
  /** The greatest number. */
  readonly maximum: string | null;
  /** The smallest number. */
  readonly minimum: string | null;
  /** The name: `accountName`. */
  readonly name: string;
  /** The field whose day must not lie after that of this one. */
  readonly notBefore: string | null;
  /** The operators of these conditions: `eq`, `contains`. */
  readonly operators: readonly string[];
  /** The type of its order in `orderBy`: `SortOrder`, of a lookup the order of its record; null where there is none. */
  readonly orderType: string | null;
  /** Of a picklist: its values. */
  readonly picklist: Picklist | null;
  /** Of a reference: where it may lead. */
  readonly reference: ReferenceInfo | null;
  /** The type of its value in GraphQL: `DateTime!`, of a lookup the record: `User`. */
  readonly type: string;
}
export interface FieldInfoShape {
  readonly fields: Omit<FieldInfo, 'enumeration' | 'lookup' | 'picklist' | 'reference'>;
  readonly links: FieldInfoShapeLinks;
}
export interface FieldInfoShapeLinks {
  /** Of an enum: its values in words. */
  readonly enumeration: EnumerationShape | null;
  /** Of a lookup: where it leads. */
  readonly lookup: LookupInfoShape | null;
  /** Of a picklist: its values. */
  readonly picklist: PicklistShape | null;
  /** Of a reference: where it may lead. */
  readonly reference: ReferenceInfoShape | null;
}

/** What a field holds. */
export type FieldKind = 'BOOLEAN' | 'CURRENCY' | 'DATE' | 'DECIMAL' | 'EMAIL' | 'ENUM' | 'EXTERNAL_IDS' | 'ID' | 'INSTANT' | 'INTEGER' | 'JSON' | 'LANGUAGE' | 'LOOKUP' | 'MONEY' | 'PHONE' | 'PICKLIST' | 'REFERENCE' | 'TEXT' | 'TEXTAREA' | 'TIME_ZONE' | 'URL';

/** A figure about a record that is counted when it is asked for. */
export interface FigureInfo {
  /** What it means; in English. */
  readonly description: string;
  /** What people call it, in the reader's language. */
  readonly label: string;
  /** The name: `totalMembers`. */
  readonly name: string;
  /** The type of its value in GraphQL. */
  readonly type: string;
}
export interface FigureInfoShape {
  readonly fields: FigureInfo;
  readonly links: object;
}

/** A file that the server keeps for a while: its content is uploaded and downloaded by plain HTTP. */
export interface File {
  /** What it holds, as a media type. */
  readonly contentType: string | null;
  /** When it was stored. */
  readonly createdAt: string | null;
  /** Where you, and nobody else, read the content within the next five minutes. */
  readonly downloadUrl: string | null;
  /** When it is removed. */
  readonly expiresAt: string | null;
  /** Its name, as whoever made it calls it. */
  readonly fileName: string | null;
  /** The id: `file_<uuid>`. */
  readonly id: string;
  /** How many bytes it has. */
  readonly size: number | null;
}
export interface FileShape {
  readonly fields: File;
  readonly links: object;
}

/** How deals of a stage count in a forecast. */
export type ForecastCategory = 'BEST_CASE' | 'CLOSED' | 'COMMITTED' | 'OMITTED' | 'PIPELINE';

export type ForecastCategoryFilter = Equality<ForecastCategory>;

/** The account of the general ledger that what is bought is booked on. The key of a value; the organisation may change the list. Standard: SALES_SOFTWARE, SALES_HARDWARE, RENTAL_INCOME, INTEREST_INCOME, SALES_SOFTWARE_SUPPORT, SALES_OTHER, INTERNET_SALES, SERVICE_HARDWARE_LABOR, SALES_BOOKS. */
export type GlAccount = 'SALES_SOFTWARE' | 'SALES_HARDWARE' | 'RENTAL_INCOME' | 'INTEREST_INCOME' | 'SALES_SOFTWARE_SUPPORT' | 'SALES_OTHER' | 'INTERNET_SALES' | 'SERVICE_HARDWARE_LABOR' | 'SALES_BOOKS' | (string & {});

export type GlAccountFilter = LabelledEquality<GlAccount>;

/** The days that a group by date stands for. */
export interface GroupPeriod {
  /** The first day. */
  readonly from: string | null;
  /** The same in every language: 2027-01-31, 2027-W05, 2027-01, 2027-Q1, 2027, FY2027-Q1, FY2027. A fiscal year is named by the calendar year that it ends in, a week belongs to the year that most of its days lie in. */
  readonly name: string | null;
  /** The last day. */
  readonly to: string | null;
}
export interface GroupPeriodShape {
  readonly fields: GroupPeriod;
  readonly links: object;
}

export type IDFilter = Equality<string>;

/** A column of a file, and where its cells would go. */
export interface ImportColumn {
  /** What it names that record by. */
  readonly by: ReferenceBy | (string & {}) | null;
  /** The column, as the header has it. */
  readonly column: string | null;
  /** How sure this is, from 0 to 1. */
  readonly confidence: number | null;
  /** How its dates are read. */
  readonly dateOrder: DateOrder | (string & {}) | null;
  /** Values that would be something else if they were read in another way. */
  readonly either: number | null;
  /** The source whose key it holds. */
  readonly externalId: string | null;
  /** The field, as inputs call it. */
  readonly field: string | null;
  /** Whether the file leaves open how its numbers or dates are read: your settings, then those of the organisation, decide. */
  readonly isAmbiguous: boolean | null;
  /** The lookup whose record it names. */
  readonly lookup: string | null;
  /** How its numbers are read. */
  readonly numberFormat: ImportNumberFormat | (string & {}) | null;
  /** Why it goes nowhere: taken, system, computed, unknown. */
  readonly reason: string | null;
  /** Rows that have the value of a row before them, where it tells which record a row is. By what is unique they are taken for one record; else each is a record of its own. */
  readonly repeated: number | null;
  /** Its first texts. */
  readonly samples: readonly string[] | null;
  /** Values that cannot be read in the way of the others. */
  readonly unreadable: number | null;
}
export interface ImportColumnShape {
  readonly fields: ImportColumn;
  readonly links: object;
}

/** Where the cells of a column go: to a field, to a key of another system, or to a lookup. */
export interface ImportColumnInput {
  /** What it names that record by. Default: NAME. */
  by?: ReferenceBy | null | undefined;
  /** The column, as the header has it. */
  column: string;
  /** The source whose key of the record it holds. */
  externalId?: string | null | undefined;
  /** The field, as inputs call it; `id` names a record of ours. */
  field?: string | null | undefined;
  /** The lookup whose record it names: `account`. */
  lookup?: string | null | undefined;
  /** The source of that key. Default: that of the file. */
  source?: string | null | undefined;
  /** Texts to take for others. */
  values?: readonly ImportValueInput[] | null | undefined;
}

/** A file to import, and how. What is left out is found out from the file. */
export interface ImportInput {
  /** Whether picklist values that are not there are added; for administrators. Default: their rows are rejected. */
  addsPicklistValues?: boolean | null | undefined;
  /** Whether new records keep when and by whom they were made, changed and closed elsewhere, where columns say so; for administrators. Default: false. */
  bringsHistory?: boolean | null | undefined;
  /** Where its columns go; others are left out. Default: the proposal of `previewImport`. */
  columns?: readonly ImportColumnInput[] | null | undefined;
  /** How dates are written. Default: as the file tells, else as in your settings. */
  dateOrder?: DateOrder | null | undefined;
  /** What stands between cells. Default: detected. */
  delimiter?: string | null | undefined;
  /** Texts that stand for an empty cell, whatever their case: `NULL`, `N/A`. Default: none. */
  emptyValues?: readonly string[] | null | undefined;
  /** Encoding: `utf-8`, `windows-1250`, `shift_jis` … Default: detected, or refused with the likely ones. */
  encoding?: string | null | undefined;
  /** The uploaded file. */
  fileId: string;
  /** Whether the first row names the columns. Default: true. */
  hasHeader?: boolean | null | undefined;
  /** Whether an apostrophe before =, +, - or @ is removed. Default: in exports and files of rejected rows. */
  isGuarded?: boolean | null | undefined;
  /** The name of a saved mapping: it says what is not said here. */
  mapping?: string | null | undefined;
  /** What tells whether a record is there. Default: the key of its source, what is unique, what tells duplicates. */
  matchBy?: ImportMatchInput | null | undefined;
  /** Which rows are written. Default: BOTH. */
  mode?: ImportMode | null | undefined;
  /** The module: `Account`. Default: as header and file name tell. */
  module?: string | null | undefined;
  /** How numbers are written. Default: as the file tells, else as in your settings. */
  numberFormat?: ImportNumberFormat | null | undefined;
  /** What becomes of a record that is there. Default: OVERWRITE. */
  onDuplicate?: OnDuplicate | null | undefined;
  /** Whether empty cells empty fields. Default: false. */
  overwritesWithEmpty?: boolean | null | undefined;
  /** Who owns the records, in turn, where no column says. Default: you. */
  ownerIds?: readonly string[] | null | undefined;
  /** What stands around cells; empty: nothing. Default: ". */
  quote?: string | null | undefined;
  /** The sheet of a workbook, by name. Default: the first that is not hidden. */
  sheet?: string | null | undefined;
  /** Whether a record is taken without a reference that is not there. Default: its row is rejected. */
  skipsMissingReferences?: boolean | null | undefined;
  /** The system it comes from, for the keys of its records: `hubspot`. Default: as the header tells. */
  source?: string | null | undefined;
  /** Whether nothing is imported when values could be read in several ways and only your settings say in which. Default: false. */
  stopsIfAmbiguous?: boolean | null | undefined;
  /** The zone of moments without one. Default: yours. */
  timeZone?: string | null | undefined;
}

/** What tells whether the record of a row is there: a field, or the key of a source. */
export interface ImportMatchInput {
  /** A source whose key a column holds. */
  externalId?: string | null | undefined;
  /** A field that is unique, or that tells duplicates. */
  field?: string | null | undefined;
}

/** Which rows of an import are written. */
export type ImportMode = 'ADD' | 'BOTH' | 'UPDATE';

/** How numbers are written in a file. */
export type ImportNumberFormat = 'APOSTROPHE_POINT' | 'COMMA_POINT' | 'COMMA_POINT_INDIAN' | 'POINT_COMMA' | 'SPACE_COMMA' | 'SPACE_POINT';

/** What a file holds and how it would be imported. */
export interface ImportPreview {
  /** Its columns. */
  readonly columns: readonly ImportColumn[] | null;
  /** What stands between its cells. */
  readonly delimiter: string | null;
  /** What its bytes are read by. */
  readonly encoding: string | null;
  /** csv, xlsx or vcard. */
  readonly format: string | null;
  /** The module of its records. */
  readonly module: string | null;
  /** The other sheets of the workbook. */
  readonly otherSheets: readonly string[] | null;
  /** Its first ten rows. */
  readonly samples: readonly ImportSample[] | null;
  /** The sheet of a workbook that is read. */
  readonly sheet: string | null;
  /** The system it seems to come from. */
  readonly source: string | null;
}
export interface ImportPreviewShape {
  readonly fields: Omit<ImportPreview, 'columns' | 'samples'>;
  readonly links: ImportPreviewShapeLinks;
}
export interface ImportPreviewShapeLinks {
  /** Its columns. */
  readonly columns: readonly ImportColumnShape[] | null;
  /** Its first ten rows. */
  readonly samples: readonly ImportSampleShape[] | null;
}

/** A row of a file, as it would be taken. */
export interface ImportSample {
  /** The input of its record. */
  readonly input: unknown | null;
  /** What would be left out of it, by column. */
  readonly notes: readonly string[] | null;
  /** What is wrong with it, by column. */
  readonly problems: readonly string[] | null;
}
export interface ImportSampleShape {
  readonly fields: ImportSample;
  readonly links: object;
}

/** How files are imported. What is left out is found out from the file. */
export interface ImportSettingsInput {
  /** Whether picklist values that are not there are added; for administrators. Default: their rows are rejected. */
  addsPicklistValues?: boolean | null | undefined;
  /** Whether new records keep when and by whom they were made, changed and closed elsewhere, where columns say so; for administrators. Default: false. */
  bringsHistory?: boolean | null | undefined;
  /** Where its columns go; others are left out. Default: the proposal of `previewImport`. */
  columns?: readonly ImportColumnInput[] | null | undefined;
  /** How dates are written. Default: as the file tells, else as in your settings. */
  dateOrder?: DateOrder | null | undefined;
  /** What stands between cells. Default: detected. */
  delimiter?: string | null | undefined;
  /** Texts that stand for an empty cell, whatever their case: `NULL`, `N/A`. Default: none. */
  emptyValues?: readonly string[] | null | undefined;
  /** Encoding: `utf-8`, `windows-1250`, `shift_jis` … Default: detected, or refused with the likely ones. */
  encoding?: string | null | undefined;
  /** Whether the first row names the columns. Default: true. */
  hasHeader?: boolean | null | undefined;
  /** Whether an apostrophe before =, +, - or @ is removed. Default: in exports and files of rejected rows. */
  isGuarded?: boolean | null | undefined;
  /** What tells whether a record is there. Default: the key of its source, what is unique, what tells duplicates. */
  matchBy?: ImportMatchInput | null | undefined;
  /** Which rows are written. Default: BOTH. */
  mode?: ImportMode | null | undefined;
  /** The module: `Account`. Default: as header and file name tell. */
  module?: string | null | undefined;
  /** How numbers are written. Default: as the file tells, else as in your settings. */
  numberFormat?: ImportNumberFormat | null | undefined;
  /** What becomes of a record that is there. Default: OVERWRITE. */
  onDuplicate?: OnDuplicate | null | undefined;
  /** Whether empty cells empty fields. Default: false. */
  overwritesWithEmpty?: boolean | null | undefined;
  /** Who owns the records, in turn, where no column says. Default: you. */
  ownerIds?: readonly string[] | null | undefined;
  /** What stands around cells; empty: nothing. Default: ". */
  quote?: string | null | undefined;
  /** The sheet of a workbook, by name. Default: the first that is not hidden. */
  sheet?: string | null | undefined;
  /** Whether a record is taken without a reference that is not there. Default: its row is rejected. */
  skipsMissingReferences?: boolean | null | undefined;
  /** The system it comes from, for the keys of its records: `hubspot`. Default: as the header tells. */
  source?: string | null | undefined;
  /** Whether nothing is imported when values could be read in several ways and only your settings say in which. Default: false. */
  stopsIfAmbiguous?: boolean | null | undefined;
  /** The zone of moments without one. Default: yours. */
  timeZone?: string | null | undefined;
}

/** What is to be taken for a text of a file. */
export interface ImportValueInput {
  /** As it stands in the file. */
  from: string;
  /** What is taken for it; null: nothing. */
  to?: string | null | undefined;
}

/** The line of business. The key of a value; the organisation may change the list. Standard: ASP_APPLICATION_SERVICE_PROVIDER, DATA_TELECOM_OEM, ERP_ENTERPRISE_RESOURCE_PLANNING, GOVERNMENT_MILITARY, LARGE_ENTERPRISE, MANAGEMENTISV, MSP_MANAGEMENT_SERVICE_PROVIDER, NETWORK_EQUIPMENT_ENTERPRISE, NON_MANAGEMENT_ISV, OPTICAL_NETWORKING, SERVICE_PROVIDER, SMALL_MEDIUM_ENTERPRISE, STORAGE_EQUIPMENT, STORAGE_SERVICE_PROVIDER, SYSTEMS_INTEGRATOR, WIRELESS_INDUSTRY. */
export type Industry = 'ASP_APPLICATION_SERVICE_PROVIDER' | 'DATA_TELECOM_OEM' | 'ERP_ENTERPRISE_RESOURCE_PLANNING' | 'GOVERNMENT_MILITARY' | 'LARGE_ENTERPRISE' | 'MANAGEMENTISV' | 'MSP_MANAGEMENT_SERVICE_PROVIDER' | 'NETWORK_EQUIPMENT_ENTERPRISE' | 'NON_MANAGEMENT_ISV' | 'OPTICAL_NETWORKING' | 'SERVICE_PROVIDER' | 'SMALL_MEDIUM_ENTERPRISE' | 'STORAGE_EQUIPMENT' | 'STORAGE_SERVICE_PROVIDER' | 'SYSTEMS_INTEGRATOR' | 'WIRELESS_INDUSTRY' | (string & {});

export type IndustryFilter = LabelledEquality<Industry>;

/** One thing wrong with an input. */
export interface InputFault {
  /** One of REQUIRED, WRONG_TYPE, UNKNOWN_FIELD, TOO_LONG, TOO_SHORT, TOO_COMMON, OUT_OF_RANGE, TOO_MANY_DECIMALS, INVALID_FORMAT, INVALID_CHARACTER, UNKNOWN_PICKLIST_VALUE, REFERENCE_NOT_FOUND, CYCLE, UNKNOWN_CURRENCY, UNKNOWN_TIME_ZONE, UNKNOWN_LANGUAGE, INACTIVE, IN_USE, NOT_UNIQUE, NULL_OPERAND, CONTACT_OF_OTHER_ACCOUNT, CONTRADICTION, INVALID_CURSOR, TOO_MANY. */
  readonly code: FaultCode | (string & {});
  /** Its place, from the arguments down: `inputs.3.amount`. */
  readonly inputPath: string;
  /** For people. */
  readonly message: string;
}
export interface InputFaultShape {
  readonly fields: InputFault;
  readonly links: object;
}

/** Conditions on one Int value; all given ones must hold. */
export interface IntFilter {
  /** From one to the other, both included. */
  between?: IntRange | null | undefined;
  /** Equal. */
  eq?: number | null | undefined;
  /** Greater, or later. */
  gt?: number | null | undefined;
  /** Greater, later, or equal. */
  gte?: number | null | undefined;
  /** One of these. */
  in?: readonly number[] | null | undefined;
  /** true: empty; false: not empty. */
  isNull?: boolean | null | undefined;
  /** Smaller, or earlier. */
  lt?: number | null | undefined;
  /** Smaller, earlier, or equal. */
  lte?: number | null | undefined;
  /** Smaller than the one or greater than the other; an empty value lies between nothing. */
  notBetween?: IntRange | null | undefined;
  /** Not equal; an empty value is different from every value. */
  notEq?: number | null | undefined;
  /** None of these; an empty value is none of them. */
  notIn?: readonly number[] | null | undefined;
}

/** From one value to another, both of them among it. The first must not be greater than the second. */
export interface IntRange {
  /** The smallest, or earliest. */
  from: number;
  /** The greatest, or latest. */
  to: number;
}

/** What becomes of the lineItems of an invoice: those that are not named stay as they are. At most 200 lineItems in all. */
export interface LineItemsOfInvoiceInput {
  /** The new ones. */
  create?: readonly LineItemOfInvoiceCreateInput[] | null | undefined;
  /** Those to move to the bin; each must be of this invoice. */
  delete?: readonly LineItemReference[] | null | undefined;
  /** Those to change; each must be of this invoice. */
  update?: readonly LineItemOfInvoiceUpdateItem[] | null | undefined;
}

/** What becomes of the lineItems of a purchaseOrder: those that are not named stay as they are. At most 200 lineItems in all. */
export interface LineItemsOfPurchaseOrderInput {
  /** The new ones. */
  create?: readonly LineItemOfPurchaseOrderCreateInput[] | null | undefined;
  /** Those to move to the bin; each must be of this purchaseOrder. */
  delete?: readonly LineItemReference[] | null | undefined;
  /** Those to change; each must be of this purchaseOrder. */
  update?: readonly LineItemOfPurchaseOrderUpdateItem[] | null | undefined;
}

/** What becomes of the lineItems of a quote: those that are not named stay as they are. At most 200 lineItems in all. */
export interface LineItemsOfQuoteInput {
  /** The new ones. */
  create?: readonly LineItemOfQuoteCreateInput[] | null | undefined;
  /** Those to move to the bin; each must be of this quote. */
  delete?: readonly LineItemReference[] | null | undefined;
  /** Those to change; each must be of this quote. */
  update?: readonly LineItemOfQuoteUpdateItem[] | null | undefined;
}

/** What becomes of the lineItems of a salesOrder: those that are not named stay as they are. At most 200 lineItems in all. */
export interface LineItemsOfSalesOrderInput {
  /** The new ones. */
  create?: readonly LineItemOfSalesOrderCreateInput[] | null | undefined;
  /** Those to move to the bin; each must be of this salesOrder. */
  delete?: readonly LineItemReference[] | null | undefined;
  /** Those to change; each must be of this salesOrder. */
  update?: readonly LineItemOfSalesOrderUpdateItem[] | null | undefined;
}

/** What becomes of the listPrices of a priceBook: those that are not named stay as they are. At most 200 listPrices in all. */
export interface ListPricesOfPriceBookInput {
  /** The new ones. */
  create?: readonly ListPriceOfPriceBookCreateInput[] | null | undefined;
  /** Those to move to the bin; each must be of this priceBook. */
  delete?: readonly ListPriceReference[] | null | undefined;
  /** Those to change; each must be of this priceBook. */
  update?: readonly ListPriceOfPriceBookUpdateItem[] | null | undefined;
}

/** Where a lookup leads. */
export interface LookupInfo {
  /** The field of that record that inputs name it by; null: its id. */
  readonly inputKey: string | null;
  /** Whether it leads to the own module and must not go round in a circle. */
  readonly isTree: boolean;
  /** The list on that record that leads back here. */
  readonly list: string | null;
  /** The module of the record. */
  readonly module: string;
}
export interface LookupInfoShape {
  readonly fields: LookupInfo;
  readonly links: object;
}

/** Who makes it. The key of a value; the organisation may change the list. Standard: ALTVETPET_INC, LEXPON_INC, METBEAT_CORP. */
export type Manufacturer = 'ALTVETPET_INC' | 'LEXPON_INC' | 'METBEAT_CORP' | (string & {});

export type ManufacturerFilter = LabelledEquality<Manufacturer>;

/** What becomes of the members of a campaign: those that are not named stay as they are. At most 200 members in all. */
export interface MembersOfCampaignInput {
  /** The new ones. */
  create?: readonly CampaignMemberOfCampaignCreateInput[] | null | undefined;
  /** Those to move to the bin; each must be of this campaign. */
  delete?: readonly CampaignMemberReference[] | null | undefined;
  /** Those to change; each must be of this campaign. */
  update?: readonly CampaignMemberOfCampaignUpdateItem[] | null | undefined;
}

/** A module, as the caller may see it and work with it: all that a form, a list and a page of its records need. */
export interface ModuleInfo {
  /** The input of a new record, in the form of another where it is only made there; null where there is none. */
  readonly createInput: string | null;
  /** What a record is; in English. */
  readonly description: string;
  /** The field that stands for a record where there is room for one line. */
  readonly displayName: string | null;
  /** The field that tells a record from its duplicates. */
  readonly duplicateCheck: string | null;
  /** Its fields in the order of the product, the own ones of the organisation last. */
  readonly fields: readonly FieldInfo[];
  /** The conditions on a list. */
  readonly filterType: string | null;
  /** Whether there is one record, that of the organisation itself. */
  readonly isSingleton: boolean;
  /** What people call it, in the reader's language. */
  readonly label: string;
  /** The query for a list of them; null where there is none. */
  readonly listQuery: string | null;
  /** The mutations that the caller may call. */
  readonly mutations: readonly MutationInfo[];
  /** The name, and the type of its records: `Account`. */
  readonly name: string;
  /** Lookups of which a record has exactly one. */
  readonly oneOf: readonly string[];
  /** The query for one record; null where there is none. */
  readonly oneQuery: string | null;
  /** The fields that lists are ordered by, ascending, unless another order is asked for; none: newest first. */
  readonly order: readonly string[];
  /** The terms of an order. */
  readonly orderType: string | null;
  /** What its records are called: `accounts`. */
  readonly plural: string;
  /** What people call several of its records, in the reader's language. */
  readonly pluralLabel: string;
  /** What ids begin with, before the underscore. */
  readonly prefix: string;
  /** The lists on a record. */
  readonly relatedLists: readonly RelatedListInfo[];
  /** What one record is called in payloads: `account`. */
  readonly singular: string;
  /** The figures on a record. */
  readonly summaries: readonly SummaryInfo[];
  /** Fields whose values together no two records share. */
  readonly unique: readonly (readonly string[])[];
  /** The input of a change, in the form of another where it is only changed there; null where there is none. */
  readonly updateInput: string | null;
  /** Differs when anything else here does for the caller, the values of picklists too; the same otherwise. */
  readonly version: string;
}
export interface ModuleInfoShape {
  readonly fields: Omit<ModuleInfo, 'fields' | 'mutations' | 'relatedLists' | 'summaries'>;
  readonly links: ModuleInfoShapeLinks;
}
export interface ModuleInfoShapeLinks {
  /** Its fields in the order of the product, the own ones of the organisation last. */
  readonly fields: readonly FieldInfoShape[];
  /** The mutations that the caller may call. */
  readonly mutations: readonly MutationInfoShape[];
  /** The lists on a record. */
  readonly relatedLists: readonly RelatedListInfoShape[];
  /** The figures on a record. */
  readonly summaries: readonly SummaryInfoShape[];
}

/** A mutation of records of a module. */
export interface MutationInfo {
  /** What it is called with. */
  readonly arguments: readonly ArgumentInfo[];
  /** What it does; in English. */
  readonly description: string;
  /** Whether it is for many records. */
  readonly isForMany: boolean;
  /** The name: `createAccount`. */
  readonly name: string;
  /** The type of its answer: `AccountPayload`. */
  readonly type: string;
  /** What it does, where that is the same in all modules. */
  readonly verb: RecordVerb | (string & {}) | null;
}
export interface MutationInfoShape {
  readonly fields: Omit<MutationInfo, 'arguments'>;
  readonly links: MutationInfoShapeLinks;
}
export interface MutationInfoShapeLinks {
  /** What it is called with. */
  readonly arguments: readonly ArgumentInfoShape[];
}

/** The order in which people see the parts of names. */
export type NameFormat = 'FIRST_LAST_SALUTATION' | 'SALUTATION_FIRST_LAST' | 'SALUTATION_LAST_FIRST';

export type NameFormatFilter = Equality<NameFormat>;

/** The contactRoles that a new deal starts with. At most 200 contactRoles in all. */
export interface NewContactRolesOfDealInput {
  /** The new ones. */
  create?: readonly DealContactRoleOfDealCreateInput[] | null | undefined;
}

/** The contacts that a new account starts with. At most 200 contacts in all. */
export interface NewContactsOfAccountInput {
  /** The new ones. */
  create?: readonly ContactOfAccountCreateInput[] | null | undefined;
}

/** The lineItems that a new invoice starts with. At most 200 lineItems in all. */
export interface NewLineItemsOfInvoiceInput {
  /** The new ones. */
  create?: readonly LineItemOfInvoiceCreateInput[] | null | undefined;
}

/** The lineItems that a new purchaseOrder starts with. At most 200 lineItems in all. */
export interface NewLineItemsOfPurchaseOrderInput {
  /** The new ones. */
  create?: readonly LineItemOfPurchaseOrderCreateInput[] | null | undefined;
}

/** The lineItems that a new quote starts with. At most 200 lineItems in all. */
export interface NewLineItemsOfQuoteInput {
  /** The new ones. */
  create?: readonly LineItemOfQuoteCreateInput[] | null | undefined;
}

/** The lineItems that a new salesOrder starts with. At most 200 lineItems in all. */
export interface NewLineItemsOfSalesOrderInput {
  /** The new ones. */
  create?: readonly LineItemOfSalesOrderCreateInput[] | null | undefined;
}

/** The listPrices that a new priceBook starts with. At most 200 listPrices in all. */
export interface NewListPricesOfPriceBookInput {
  /** The new ones. */
  create?: readonly ListPriceOfPriceBookCreateInput[] | null | undefined;
}

/** The members that a new campaign starts with. At most 200 members in all. */
export interface NewMembersOfCampaignInput {
  /** The new ones. */
  create?: readonly CampaignMemberOfCampaignCreateInput[] | null | undefined;
}

/** The pricingDetails that a new priceBook starts with. At most 200 pricingDetails in all. */
export interface NewPricingDetailsOfPriceBookInput {
  /** The new ones. */
  create?: readonly PriceRangeOfPriceBookCreateInput[] | null | undefined;
}

/** The stages that a new pipeline starts with. At most 200 stages in all. */
export interface NewStagesOfPipelineInput {
  /** The new ones. */
  create?: readonly PipelineStageOfPipelineCreateInput[] | null | undefined;
}

/** The taxes that a new product starts with. At most 200 taxes in all. */
export interface NewTaxesOfProductInput {
  /** The new ones. */
  create?: readonly ProductTaxOfProductCreateInput[] | null | undefined;
}

/** How people see numbers; the API itself always uses a point and no groups. */
export type NumberFormat = 'APOSTROPHE_POINT' | 'COMMA_POINT' | 'COMMA_POINT_INDIAN' | 'POINT_COMMA' | 'SPACE_COMMA' | 'SPACE_POINT';

export type NumberFormatFilter = Equality<NumberFormat>;

/** When numbers of documents begin again at 1. */
export type NumberReset = 'NEVER' | 'YEARLY';

export type NumberResetFilter = Equality<NumberReset>;

/** What an import does with a row whose record is there already. */
export type OnDuplicate = 'CLONE' | 'OVERWRITE' | 'SKIP';

/** What happens to the other rows of a call when one is refused. */
export type OnError = 'ABORT' | 'CONTINUE';

/** The company that works with this CRM, and how it counts and writes days and numbers. */
export interface Organization {
  /** Whether a line or a document may have another rate of a tax than the tax itself. */
  readonly allowsEditedTaxRates: boolean | null;
  /** The currency that amounts are compared and added up in. It stays what it was at the start: another one would rewrite every amount there is. */
  readonly baseCurrency: string | null;
  /** Bank (BIC). At most 11 characters. */
  readonly bic: string | null;
  /** Number at the chamber of commerce or the commercial register. At most 50 characters. */
  readonly chamberOfCommerceNumber: string | null;
  /** Address: city. At most 100 characters. */
  readonly city: string | null;
  /** Address: country. At most 100 characters. */
  readonly country: string | null;
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** How people see dates. */
  readonly dateFormat: DateFormat | (string & {}) | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** When the discount of a new document is taken off. */
  readonly discountTiming: DiscountTiming | (string & {}) | null;
  /** E-mail. At most 100 characters. */
  readonly email: string | null;
  /** The month that the fiscal year begins with, 1 to 12. */
  readonly fiscalYearStart: number | null;
  /** Bank account (IBAN), without spaces; its check digits are checked. At most 34 characters. */
  readonly iban: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** The language of users without one of their own; a request may ask for another by `Accept-Language`. At most 35 characters. */
  readonly language: string | null;
  /** Legal name, as it is printed on documents. At most 200 characters. */
  readonly legalName: string | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The name of the company. At most 100 characters. */
  readonly name: string | null;
  /** How people see names of leads and contacts. */
  readonly nameFormat: NameFormat | (string & {}) | null;
  /** How people see numbers. */
  readonly numberFormat: NumberFormat | (string & {}) | null;
  /** Telephone. At most 30 characters. */
  readonly phone: string | null;
  /** Address: postal code. At most 30 characters. */
  readonly postalCode: string | null;
  /** Whether the prices of new documents include tax. */
  readonly pricesIncludeTax: boolean | null;
  /** Whether a lead must name a company: on for sellers to companies, off for sellers to consumers. */
  readonly requiresLeadCompany: boolean | null;
  /** Whether a deal can only be lost with a reason. */
  readonly requiresReasonForLoss: boolean | null;
  /** Address: state or province. At most 100 characters. */
  readonly state: string | null;
  /** Address: street. At most 250 characters. */
  readonly street: string | null;
  /** How people see times of the day. */
  readonly timeFormat: TimeFormat | (string & {}) | null;
  /** The IANA name of the time zone, like `Europe/Amsterdam`: whose days decide which exchange rate is valid, and those of users without one of their own. At most 100 characters. */
  readonly timeZone: string | null;
  /** VAT number, in capitals without spaces or dots; of an EU country in the form of that country: `NL123456789B01`. At most 30 characters. */
  readonly vatNumber: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
  /** Website. At most 255 characters. */
  readonly website: string | null;
  /** The day that a week begins with. */
  readonly weekStart: Weekday | (string & {}) | null;
}
export interface OrganizationShape {
  readonly fields: Organization;
  readonly links: OrganizationShapeLinks;
}
export interface OrganizationShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
}

/** Changes of an organization: a field that is absent stays, null clears it. */
export interface OrganizationUpdateInput extends Takes<Organization, 'allowsEditedTaxRates' | 'pricesIncludeTax' | 'requiresLeadCompany' | 'requiresReasonForLoss', boolean>, Takes<Organization, 'bic' | 'chamberOfCommerceNumber' | 'city' | 'country' | 'email' | 'iban' | 'language' | 'legalName' | 'name' | 'phone' | 'postalCode' | 'state' | 'street' | 'timeZone' | 'vatNumber' | 'website', string>, Takes<Organization, 'dateFormat', DateFormat>, Takes<Organization, 'discountTiming', DiscountTiming>, Takes<Organization, 'fiscalYearStart', number>, Takes<Organization, 'nameFormat', NameFormat>, Takes<Organization, 'numberFormat', NumberFormat>, Takes<Organization, 'timeFormat', TimeFormat>, Takes<Organization, 'weekStart', Weekday> {}

/** Who owns the company. The key of a value; the organisation may change the list. Standard: OTHER, PRIVATE, PUBLIC, SUBSIDIARY, PARTNERSHIP, GOVERNMENT, PRIVATELY_HELD, PUBLIC_COMPANY. */
export type Ownership = 'OTHER' | 'PRIVATE' | 'PUBLIC' | 'SUBSIDIARY' | 'PARTNERSHIP' | 'GOVERNMENT' | 'PRIVATELY_HELD' | 'PUBLIC_COMPANY' | (string & {});

export type OwnershipFilter = LabelledEquality<Ownership>;

/** Where a page lies in its list. */
export interface PageInfo {
  /** The cursor of the last record; give it back as `after`. */
  readonly endCursor: string | null;
  /** Whether there are records after this page. */
  readonly hasNextPage: boolean;
  /** Whether there are records before this page; when paging forward, whether `after` was given. */
  readonly hasPreviousPage: boolean;
  /** The cursor of the first record. */
  readonly startCursor: string | null;
}
export interface PageInfoShape {
  readonly fields: PageInfo;
  readonly links: object;
}

/** Day that a payment term counts from. */
export type PaymentTermBasis = 'END_OF_MONTH' | 'INVOICE_DATE';

export type PaymentTermBasisFilter = Equality<PaymentTermBasis>;

/** A list of values that the organisation keeps. */
export interface Picklist {
  /** What the program can take values for: `RESPONDED`. */
  readonly categories: readonly string[] | null;
  /** What it is about. */
  readonly description: string | null;
  /** The name of its scalar. */
  readonly name: string;
  /** Its values in their order, retired ones too. */
  readonly values: readonly PicklistValue[] | null;
}
export interface PicklistShape {
  readonly fields: Omit<Picklist, 'values'>;
  readonly links: PicklistShapeLinks;
}
export interface PicklistShapeLinks {
  /** Its values in their order, retired ones too. */
  readonly values: readonly PicklistValueShape[] | null;
}

/** What a picklist value is called in a language. */
export interface PicklistLabel {
  /** The label. */
  readonly label: string | null;
  /** The tag of the language: `nl`. */
  readonly language: string;
}
export interface PicklistLabelShape {
  readonly fields: PicklistLabel;
  readonly links: object;
}

/** A label in a language. */
export interface PicklistLabelInput {
  /** The label, at most 120 characters; null takes it away. */
  label?: string | null | undefined;
  /** The tag of the language: `nl`, `nl-BE`. */
  language: string;
}

/** The picklist as it is after the mutation. */
export interface PicklistPayload {
  /** How many records got another value instead. */
  readonly changedRecords: number | null;
  /** The list. */
  readonly picklist: Picklist | null;
}
export interface PicklistPayloadShape {
  readonly fields: Omit<PicklistPayload, 'picklist'>;
  readonly links: PicklistPayloadShapeLinks;
}
export interface PicklistPayloadShapeLinks {
  /** The list. */
  readonly picklist: PicklistShape | null;
}

/** One value of a picklist. */
export interface PicklistValue {
  /** What the program takes it for: one of the `categories` of its list, or nothing. */
  readonly category: string | null;
  /** The colour to show it in: `#RRGGBB`. */
  readonly color: string | null;
  /** Kept for old records, refused in new ones. */
  readonly isRetired: boolean | null;
  /** Stable; what records hold and inputs take. */
  readonly key: string;
  /** What people see, in the reader's language. */
  readonly label: string | null;
  /** Its labels in other languages than the one it was made in. */
  readonly labels: readonly PicklistLabel[] | null;
  /** Its place in the list, from 1; sorts by the picklist follow it. */
  readonly place: number | null;
}
export interface PicklistValueShape {
  readonly fields: Omit<PicklistValue, 'labels'>;
  readonly links: PicklistValueShapeLinks;
}
export interface PicklistValueShapeLinks {
  /** Its labels in other languages than the one it was made in. */
  readonly labels: readonly PicklistLabelShape[] | null;
}

/** A new value of a picklist. */
export interface PicklistValueCreateInput extends Takes<PicklistValue, 'color', string> {
  /** What the program takes it for: one of the `categories` of the list. Default: nothing. */
  category?: string | null | undefined;
  /** Capitals, digits and single underscores; it never changes. Made from the label unless given. */
  key?: string | null | undefined;
  /** What people see, where their language has no label of its own. At most 120 characters. */
  label: string;
  /** Labels in other languages. */
  labels?: readonly PicklistLabelInput[] | null | undefined;
  /** Its place in the list, from 1; the others move. Default: the end. */
  place?: number | null | undefined;
}

/** Changes of a picklist value: what is absent stays. */
export interface PicklistValueUpdateInput {
  /** What the program takes it for: one of the `categories` of the list; null for nothing. */
  category?: string | null | undefined;
  /** The colour to show it in: `#RRGGBB`; null for none. */
  color?: string | null | undefined;
  /** true: kept for old records, refused in new ones. */
  isRetired?: boolean | null | undefined;
  /** What people see, where their language has no label of its own. */
  label?: string | null | undefined;
  /** Labels in other languages; those not named stay. */
  labels?: readonly PicklistLabelInput[] | null | undefined;
  /** Its place in the list, from 1; the others move. */
  place?: number | null | undefined;
}

/** What a line comes to. */
export interface PreviewLine {
  /** What is taken off the total. */
  readonly discount: string | null;
  /** The line's share of the document's discount, where that is taken off before tax. */
  readonly documentDiscount: string | null;
  /** Its place in the input, from 0. */
  readonly index: number;
  /** The price of one. */
  readonly listPrice: string | null;
  /** The total after the line's own discount, with its taxes. */
  readonly netTotal: string | null;
  /** What the taxes come to. */
  readonly tax: string | null;
  /** Amount that is taxed: after all discounts taken off before tax, without tax. */
  readonly taxableAmount: string | null;
  /** The taxes, and what each comes to. */
  readonly taxes: readonly { readonly taxId: string; readonly name: string; readonly percentage: string; readonly compound: boolean; readonly value: string }[] | null;
  /** quantity × list price. */
  readonly total: string | null;
  /** The total less the discount. */
  readonly totalAfterDiscount: string | null;
  /** The product's own price in the currency of the document. */
  readonly unitPrice: string | null;
}
export interface PreviewLineShape {
  readonly fields: PreviewLine;
  readonly links: object;
}

/** A line of a document that is not there yet. */
export interface PreviewLineInput {
  /** A discount: an amount. */
  discount?: string | number | null | undefined;
  /** A discount in percent. */
  discountPercent?: string | number | null | undefined;
  /** The price of one. Default: that of the price book, else the unit price. */
  listPrice?: string | number | null | undefined;
  /** The price book. */
  priceBookId?: string | null | undefined;
  /** The product. */
  productId: string;
  /** How many. */
  quantity: string | number;
  /** The taxes on the line. */
  taxes?: readonly { readonly taxId: string; readonly percentage?: string | number | null }[] | null | undefined;
}

/** What a document comes to. */
export interface PreviewTotals {
  /** Amount added at the end. */
  readonly adjustment: string | null;
  /** The document's own discount. */
  readonly discount: string | null;
  /** When the document's discount is taken off. */
  readonly discountTiming: DiscountTiming | (string & {}) | null;
  /** Discounts of the lines and of the document. */
  readonly discountTotal: string | null;
  /** Amount to pay: total without tax + taxes + adjustment. */
  readonly grandTotal: string | null;
  /** Its lines. */
  readonly lines: readonly PreviewLine[] | null;
  /** Whether the prices of the lines include tax. */
  readonly pricesIncludeTax: boolean | null;
  /** The sum of the net totals of the lines. */
  readonly subTotal: string | null;
  /** Sum of the lines without tax, before the document's discount. */
  readonly subTotalExclTax: string | null;
  /** What the document's own taxes come to. */
  readonly tax: string | null;
  /** Taxes of the lines and of the document, by tax and rate, with the amounts they are on. */
  readonly taxBreakdown: readonly { readonly taxId: string | null; readonly name: string | null; readonly percentage: string; readonly compound: boolean; readonly base: string; readonly amount: string }[] | null;
  /** Taxes of the lines and of the document. */
  readonly taxTotal: string | null;
  /** The document's own taxes, and what each comes to. */
  readonly taxes: readonly { readonly taxId: string; readonly name: string; readonly percentage: string; readonly compound: boolean; readonly value: string }[] | null;
  /** Total without tax, after all discounts. */
  readonly totalExclTax: string | null;
}
export interface PreviewTotalsShape {
  readonly fields: Omit<PreviewTotals, 'lines'>;
  readonly links: PreviewTotalsShapeLinks;
}
export interface PreviewTotalsShapeLinks {
  /** Its lines. */
  readonly lines: readonly PreviewLineShape[] | null;
}

/** A document that is not there yet. */
export interface PreviewTotalsInput {
  /** Added at the end; may be negative. */
  adjustment?: string | number | null | undefined;
  /** The currency of its amounts. Default: the base currency. */
  currency?: string | null | undefined;
  /** The document's own discount: an amount. */
  discount?: string | number | null | undefined;
  /** The document's own discount in percent. */
  discountPercent?: string | number | null | undefined;
  /** When the document's discount is taken off. Default: the organization's setting. */
  discountTiming?: DiscountTiming | null | undefined;
  /** Units of the currency for one of the base currency. Default: the rate of the day. */
  exchangeRate?: string | number | null | undefined;
  /** Its lines, at most 200. */
  lineItems: readonly PreviewLineInput[];
  /** Whether the prices of the lines include tax. Default: the organization's setting. */
  pricesIncludeTax?: boolean | null | undefined;
  /** The document's own taxes. */
  taxes?: readonly { readonly taxId: string; readonly percentage?: string | number | null }[] | null | undefined;
}

/** The discount of a price book from one quantity or amount to another. Ranges of a price book do not overlap (modules.md 8). */
export interface PriceRange {
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** The discount, in percent. */
  readonly discount: string | null;
  /** Where the range begins; it is in the range. */
  readonly fromRange: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The id of `priceBook`, without reading it. */
  readonly priceBookId: string | null;
  /** Where the range ends; it is in the range. */
  readonly toRange: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface PriceRangeShape {
  readonly fields: PriceRange;
  readonly links: PriceRangeShapeLinks;
}
export interface PriceRangeShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The price book. */
  readonly priceBook: PriceBookShape | null;
}

/** `PriceRange` in lists. */
export interface PriceRangeLists extends Lists<PriceRangeShape, PriceRangeFilter, PriceRangeOrder, PriceRangeGroupField> {
  readonly decimal: 'discount' | 'fromRange' | 'toRange';
  readonly lookups: { readonly priceBook: PriceBookLists; };
}
export type PriceRangeListArgs = ListArgs<PriceRangeLists>;
export type PriceRangeGroupsArgs = GroupsArgs<PriceRangeLists>;

/** Conditions on priceRanges; all given ones must hold. */
export interface PriceRangeFilter extends FilterOf<PriceRangeLists>, Combined<PriceRangeFilter> {}

export type PriceRangeGroupBy = GroupBy<PriceRangeLists>;

/** What priceRanges can be grouped by. */
export type PriceRangeGroupField = CommonGroupField | 'PRICE_BOOK';

export type PriceRangeGroupHaving = GroupHaving<PriceRangeLists>;

export type PriceRangeGroupOrder = GroupOrder<PriceRangeLists>;

export type PriceRangeListFilter = Quantified<PriceRangeFilter>;

/** A new priceRange of the priceBook in whose input it stands. Lists of its own are edited in a call of their own. */
export interface PriceRangeOfPriceBookCreateInput extends Needs<PriceRange, 'discount' | 'fromRange' | 'toRange', string | number> {}

/** Changes of a priceRange of the priceBook in whose input they stand: a field that is absent stays, null clears it. */
export interface PriceRangeOfPriceBookUpdateInput extends Takes<PriceRange, 'discount' | 'fromRange' | 'toRange', string | number> {}

/** One priceRange to change. */
export interface PriceRangeOfPriceBookUpdateItem {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The priceRange. */
  id: string;
  /** The changes. */
  input: PriceRangeOfPriceBookUpdateInput;
}

/** One term of an order of priceRanges: exactly one field. */
export interface PriceRangeOrder extends OrderOf<PriceRangeLists>, OrderById {}

/** One priceRange, perhaps at a known version. */
export interface PriceRangeReference {
  /** Refuse with CONFLICT unless the record still has this version. */
  expectedVersion?: number | null | undefined;
  /** The priceRange. */
  id: string;
}

/** What becomes of the pricingDetails of a priceBook: those that are not named stay as they are. At most 200 pricingDetails in all. */
export interface PricingDetailsOfPriceBookInput {
  /** The new ones. */
  create?: readonly PriceRangeOfPriceBookCreateInput[] | null | undefined;
  /** Those to move to the bin; each must be of this priceBook. */
  delete?: readonly PriceRangeReference[] | null | undefined;
  /** Those to change; each must be of this priceBook. */
  update?: readonly PriceRangeOfPriceBookUpdateItem[] | null | undefined;
}

/** How a price book discounts a line. */
export type PricingModel = 'DIFFERENTIAL' | 'FLAT';

export type PricingModelFilter = Equality<PricingModel>;

/** What the ranges of a price book are ranges of. */
export type RangeBasis = 'AMOUNT' | 'QUANTITY';

export type RangeBasisFilter = Equality<RangeBasis>;

/** How promising the relation is. The key of a value; the organisation may change the list. Standard: ACQUIRED, ACTIVE, MARKET_FAILED, PROJECT_CANCELLED, SHUT_DOWN. */
export type Rating = 'ACQUIRED' | 'ACTIVE' | 'MARKET_FAILED' | 'PROJECT_CANCELLED' | 'SHUT_DOWN' | (string & {});

export type RatingFilter = LabelledEquality<Rating>;

/** Why a deal was lost. The key of a value; the organisation may change the list. Standard: EXPECTATION_MISMATCH, PRICE, UNQUALIFIED_CUSTOMER, LACK_OF_RESPONSE, MISSED_FOLLOW_UPS, WRONG_TARGET, COMPETITION, FUTURE_INTEREST, OTHER. */
export type ReasonForLoss = 'EXPECTATION_MISMATCH' | 'PRICE' | 'UNQUALIFIED_CUSTOMER' | 'LACK_OF_RESPONSE' | 'MISSED_FOLLOW_UPS' | 'WRONG_TARGET' | 'COMPETITION' | 'FUTURE_INTEREST' | 'OTHER' | (string & {});

export type ReasonForLossFilter = LabelledEquality<ReasonForLoss>;

/** A module whose records can be referred to. */
export type RecordModule = 'ACCOUNT' | 'CONTACT' | 'DEAL' | 'LEAD' | 'VENDOR';

export type RecordModuleFilter = Equality<RecordModule>;

/** What a mutation does with a record. */
export type RecordVerb = 'CLONE' | 'CREATE' | 'DELETE' | 'RESTORE' | 'UPDATE' | 'UPSERT';

/** What a cell names another record by. */
export type ReferenceBy = 'EXTERNAL_ID' | 'NAME' | 'UNIQUE';

/** Where a reference may lead. */
export interface ReferenceInfo {
  /** The type of the conditions on the record in filters. */
  readonly filterType: string;
  /** The list on each of these records that leads back here. */
  readonly list: string | null;
  /** The modules of the record. */
  readonly modules: readonly string[];
}
export interface ReferenceInfoShape {
  readonly fields: ReferenceInfo;
  readonly links: object;
}

/** A list on a record of the records of another module that point at it. */
export interface RelatedListInfo {
  /** The type of the list in the input of a new record; null where it can not be given along. */
  readonly createType: string | null;
  /** What it means; in English. */
  readonly description: string;
  /** Whether a record is never without one, so that a new one must bring it along. */
  readonly isNeeded: boolean;
  /** What people call it, in the reader's language. */
  readonly label: string;
  /** The module of its records. */
  readonly module: string;
  /** The name: `contacts`. */
  readonly name: string;
  /** The type of the list in the input of a change; null where it can not be edited along. */
  readonly updateType: string | null;
  /** The lookup of these that leads here. */
  readonly via: string;
}
export interface RelatedListInfoShape {
  readonly fields: RelatedListInfo;
  readonly links: object;
}

/** Days as seen from today, in the reader's zone and the organisation's week and fiscal year. */
export type RelativePeriod = 'LAST_FISCAL_QUARTER' | 'LAST_FISCAL_YEAR' | 'LAST_MONTH' | 'LAST_QUARTER' | 'LAST_WEEK' | 'LAST_YEAR' | 'NEXT_FISCAL_QUARTER' | 'NEXT_FISCAL_YEAR' | 'NEXT_MONTH' | 'NEXT_QUARTER' | 'NEXT_WEEK' | 'NEXT_YEAR' | 'STARTING_TOMORROW' | 'THIS_FISCAL_QUARTER' | 'THIS_FISCAL_YEAR' | 'THIS_MONTH' | 'THIS_QUARTER' | 'THIS_WEEK' | 'THIS_YEAR' | 'TILL_YESTERDAY' | 'TODAY' | 'TOMORROW' | 'YESTERDAY';

/** What became of products that were to be ordered again. */
export interface ReorderProductsPayload {
  /** Products of which there are enough or will be, and those that are not active. */
  readonly notNeeded: readonly { readonly id: string }[] | null;
  /** The new orders: one for each vendor, more where one would have more than 200 lines. */
  readonly purchaseOrders: readonly { readonly id: string }[] | null;
  /** Products that need ordering and have no vendor. */
  readonly withoutVendor: readonly { readonly id: string }[] | null;
}
export interface ReorderProductsPayloadShape {
  readonly fields: Omit<ReorderProductsPayload, 'notNeeded' | 'purchaseOrders' | 'withoutVendor'>;
  readonly links: ReorderProductsPayloadShapeLinks;
}
export interface ReorderProductsPayloadShapeLinks {
  /** Products of which there are enough or will be, and those that are not active. */
  readonly notNeeded: readonly ProductShape[] | null;
  /** The new orders: one for each vendor, more where one would have more than 200 lines. */
  readonly purchaseOrders: readonly PurchaseOrderShape[] | null;
  /** Products that need ordering and have no vendor. */
  readonly withoutVendor: readonly ProductShape[] | null;
}

/** Why a row of a call for many was refused. */
export interface RowError {
  /** With CONFLICT: what changed since the expected version. */
  readonly changedFields: readonly string[] | null;
  /** The code that the call for one would have failed with. */
  readonly code: CrmErrorCode;
  /** With CONFLICT: the version the record has now. */
  readonly currentVersion: number | null;
  /** What is wrong with the input; empty for other reasons. */
  readonly fields: readonly InputFault[];
  /** For people. */
  readonly message: string;
  /** With CONFLICT: the record that has moved on, the one of the row or a nested one. With PARENT_IN_BIN: the parent. */
  readonly recordId: string | null;
}
export interface RowErrorShape {
  readonly fields: Omit<RowError, 'fields'>;
  readonly links: RowErrorShapeLinks;
}
export interface RowErrorShapeLinks {
  /** What is wrong with the input; empty for other reasons. */
  readonly fields: readonly InputFaultShape[];
}

/** A quote, an order or an invoice: what all of them have. What it comes to is worked out from its lines. */
export interface SalesDocument extends CrmRecord {
  /** Added at the end; may be negative. */
  readonly adjustment: string | null;
  /** `adjustment` in the organisation's base currency, at the record's exchange rate. */
  readonly adjustmentInBaseCurrency: string | null;
  /** Billing address: city. */
  readonly billingCity: string | null;
  /** Billing address: postal code. */
  readonly billingCode: string | null;
  /** Billing address: country. */
  readonly billingCountry: string | null;
  /** Billing address: state or province. */
  readonly billingState: string | null;
  /** Billing address: street. Copied, as all of the address, when the company is chosen. */
  readonly billingStreet: string | null;
  /** Who brings the goods. */
  readonly carrier: Carrier | null;
  /** The label of `carrier` in the reader's language. */
  readonly carrierLabel: string | null;
  /** The id of `contact`, without reading it. */
  readonly contactId: string | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency: string | null;
  /** Anything worth knowing. */
  readonly description: string | null;
  /** The document's own discount: an amount, or what `discountPercent` comes to. It includes tax if it is taken off after tax, or the prices include tax. */
  readonly discount: string | null;
  /** `discount` in the organisation's base currency, at the record's exchange rate. */
  readonly discountInBaseCurrency: string | null;
  /** The document's own discount in percent of the lines, taken off before or after tax. An amount given as `discount` takes its place. */
  readonly discountPercent: string | null;
  /** When the document's discount is taken off. Default: that of the order or quote it follows, otherwise the organization's. */
  readonly discountTiming: DiscountTiming | (string & {}) | null;
  /** Discounts of the lines and of the document. */
  readonly discountTotal: string | null;
  /** `discountTotal` in the organisation's base currency, at the record's exchange rate. */
  readonly discountTotalInBaseCurrency: string | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate: string | null;
  /** Amount to pay: total without tax + taxes + adjustment. */
  readonly grandTotal: string | null;
  /** `grandTotal` in the organisation's base currency, at the record's exchange rate. */
  readonly grandTotalInBaseCurrency: string | null;
  /** Whether the prices of the lines include tax. Default: that of the order or quote it follows, otherwise the organization's. */
  readonly pricesIncludeTax: boolean | null;
  /** Shipping address: city. */
  readonly shippingCity: string | null;
  /** Shipping address: postal code. */
  readonly shippingCode: string | null;
  /** Shipping address: country. */
  readonly shippingCountry: string | null;
  /** Shipping address: state or province. */
  readonly shippingState: string | null;
  /** Shipping address: street. */
  readonly shippingStreet: string | null;
  /** The sum of the net totals of the lines: it holds their discounts and taxes. */
  readonly subTotal: string | null;
  /** Sum of the lines without tax, before the document's discount. */
  readonly subTotalExclTax: string | null;
  /** `subTotalExclTax` in the organisation's base currency, at the record's exchange rate. */
  readonly subTotalExclTaxInBaseCurrency: string | null;
  /** `subTotal` in the organisation's base currency, at the record's exchange rate. */
  readonly subTotalInBaseCurrency: string | null;
  /** What it is about. */
  readonly subject: string | null;
  /** What the document's own taxes come to. */
  readonly tax: string | null;
  /** Taxes of the lines and of the document, by tax and rate, with the amounts they are on. */
  readonly taxBreakdown: readonly { readonly taxId: string | null; readonly name: string | null; readonly percentage: string; readonly compound: boolean; readonly base: string; readonly amount: string }[] | null;
  /** `tax` in the organisation's base currency, at the record's exchange rate. */
  readonly taxInBaseCurrency: string | null;
  /** Taxes of the lines and of the document. */
  readonly taxTotal: string | null;
  /** `taxTotal` in the organisation's base currency, at the record's exchange rate. */
  readonly taxTotalInBaseCurrency: string | null;
  /** The document's own taxes, on all of its lines after the discount. */
  readonly taxes: readonly { readonly taxId: string; readonly name: string; readonly percentage: string; readonly compound: boolean; readonly value: string }[] | null;
  /** Terms and conditions. Default: the organisation's for such documents. */
  readonly termsAndConditions: string | null;
  /** Total without tax, after all discounts. */
  readonly totalExclTax: string | null;
  /** `totalExclTax` in the organisation's base currency, at the record's exchange rate. */
  readonly totalExclTaxInBaseCurrency: string | null;
}

/** How a person is addressed. The key of a value; the organisation may change the list. Standard: MR, MRS, MS, DR, PROF. */
export type Salutation = 'MR' | 'MRS' | 'MS' | 'DR' | 'PROF' | (string & {});

export type SalutationFilter = LabelledEquality<Salutation>;

/** Somebody being signed in, on one device or in one program. */
export interface Session {
  /** The network address it was last refreshed from. */
  readonly address: string | null;
  /** When it began. */
  readonly createdAt: string | null;
  /** When it ends if it is not refreshed. */
  readonly expiresAt: string | null;
  /** The id: `session_<uuid>`. */
  readonly id: string;
  /** Whether it is the one that asks. */
  readonly isCurrent: boolean | null;
  /** When it was last used, to the minute. */
  readonly lastUsedAt: string | null;
  /** The program it was last refreshed with, as that names itself. */
  readonly userAgent: string | null;
  /** Whose it is. */
  readonly userId: string | null;
}
export interface SessionShape {
  readonly fields: Session;
  readonly links: object;
}

/** A way in. */
export interface SignInPayload {
  /** When the token stops being good; some minutes from now. */
  readonly expiresAt: string | null;
  /** When the session ends if it is not refreshed. */
  readonly refreshExpiresAt: string | null;
  /** Good once, for the next pair: `refreshSession(refreshToken)`. */
  readonly refreshToken: string | null;
  /** Send it along: `Authorization: Bearer <token>`. */
  readonly token: string | null;
  /** Who signed in. */
  readonly userId: string | null;
}
export interface SignInPayloadShape {
  readonly fields: SignInPayload;
  readonly links: object;
}

/** The direction of one sort term. */
export type SortOrder = 'ASC' | 'ASC_NULLS_FIRST' | 'ASC_NULLS_LAST' | 'DESC' | 'DESC_NULLS_FIRST' | 'DESC_NULLS_LAST';

/** What a stage means for a deal. It alone decides whether a deal is won or lost. */
export type StageCategory = 'LOST' | 'OPEN' | 'WON';

export type StageCategoryFilter = Equality<StageCategory>;

/** Where the deals of one stage go. */
export interface StageTransferInput {
  /** The stage, by its id or its key. */
  from: string;
  /** The stage of the other pipeline, by its id or its key. */
  to: string;
}

/** Conditions on one String value; all given ones must hold. */
export interface StringFilter {
  /** Holds this text, whatever the case. */
  contains?: string | null | undefined;
  /** Ends with this text, whatever the case. */
  endsWith?: string | null | undefined;
  /** Equal. */
  eq?: string | null | undefined;
  /** Equal, whatever the case. */
  equalsIgnoreCase?: string | null | undefined;
  /** One of these. */
  in?: readonly string[] | null | undefined;
  /** true: empty; false: not empty. */
  isNull?: boolean | null | undefined;
  /** Does not hold this text, whatever the case; an empty value holds nothing. */
  notContains?: string | null | undefined;
  /** Not equal; an empty value is different from every value. */
  notEq?: string | null | undefined;
  /** None of these; an empty value is none of them. */
  notIn?: readonly string[] | null | undefined;
  /** Begins with this text, whatever the case. */
  startsWith?: string | null | undefined;
}

/** Figures about a record, together under one name. */
export interface SummaryInfo {
  /** What they are about; in English. */
  readonly description: string;
  /** The figures. */
  readonly figures: readonly FigureInfo[];
  /** What people call it, in the reader's language. */
  readonly label: string;
  /** The name: `figures`. */
  readonly name: string;
}
export interface SummaryInfoShape {
  readonly fields: Omit<SummaryInfo, 'figures'>;
  readonly links: SummaryInfoShapeLinks;
}
export interface SummaryInfoShapeLinks {
  /** The figures. */
  readonly figures: readonly FigureInfoShape[];
}

/** What becomes of the taxes of a product: those that are not named stay as they are. At most 200 taxes in all. */
export interface TaxesOfProductInput {
  /** The new ones. */
  create?: readonly ProductTaxOfProductCreateInput[] | null | undefined;
  /** Those to move to the bin; each must be of this product. */
  delete?: readonly ProductTaxReference[] | null | undefined;
}

/** How people see times of the day. */
export type TimeFormat = 'H12' | 'H24';

export type TimeFormatFilter = Equality<TimeFormat>;

/** A field that no two records of its module share a value of; those in the bin take no part. */
export interface UniqueField {
  /** The field: `website`. */
  readonly field: string | null;
  /** The module: `Account`. */
  readonly module: string | null;
}
export interface UniqueFieldShape {
  readonly fields: UniqueField;
  readonly links: object;
}

/** How somebody asked for no more mail. The key of a value; the organisation may change the list. Standard: CONSENT_FORM, MANUAL, UNSUBSCRIBE_LINK, CAMPAIGNS. */
export type UnsubscribedMode = 'CONSENT_FORM' | 'MANUAL' | 'UNSUBSCRIBE_LINK' | 'CAMPAIGNS' | (string & {});

export type UnsubscribedModeFilter = LabelledEquality<UnsubscribedMode>;

/** What it is counted in. The key of a value; the organisation may change the list. Standard: BOX, CARTON, DOZEN, EACH, HOURS, IMPRESSIONS, LB, M, PACK, PAGES, PIECES, QUANTITY, REAMS, SHEET, SPIRAL_BINDER, SALES_LEAD, SQUARE_FEET. */
export type UsageUnit = 'BOX' | 'CARTON' | 'DOZEN' | 'EACH' | 'HOURS' | 'IMPRESSIONS' | 'LB' | 'M' | 'PACK' | 'PAGES' | 'PIECES' | 'QUANTITY' | 'REAMS' | 'SHEET' | 'SPIRAL_BINDER' | 'SALES_LEAD' | 'SQUARE_FEET' | (string & {});

export type UsageUnitFilter = LabelledEquality<UsageUnit>;

/** Who asks. */
export interface Viewer {
  /** What the request was sent with. */
  readonly credential: Credential | null;
  /** Whether they may do what is for administrators. */
  readonly isAdministrator: boolean | null;
}
export interface ViewerShape {
  readonly fields: Omit<Viewer, 'credential'>;
  readonly links: ViewerShapeLinks;
}
export interface ViewerShapeLinks {
  /** What the request was sent with. */
  readonly credential: CredentialShape | null;
  /** The organisation they work in. */
  readonly organization: OrganizationShape | null;
  /** The user. */
  readonly user: UserShape | null;
}

/** What holds for the caller: their own settings over the organisation's. */
export interface ViewerSettings {
  /** How to show dates. */
  readonly dateFormat: DateFormat | (string & {}) | null;
  /** The month that the organisation's fiscal year begins with, 1 to 12. */
  readonly fiscalYearStart: number | null;
  /** The language of answers to requests that name none. */
  readonly language: string | null;
  /** How to show names. */
  readonly nameFormat: NameFormat | (string & {}) | null;
  /** How to show numbers. */
  readonly numberFormat: NumberFormat | (string & {}) | null;
  /** How to show times of the day. */
  readonly timeFormat: TimeFormat | (string & {}) | null;
  /** The IANA name of the time zone whose days are meant. */
  readonly timeZone: string | null;
  /** The day that a week begins with. */
  readonly weekStart: Weekday | (string & {}) | null;
}
export interface ViewerSettingsShape {
  readonly fields: ViewerSettings;
  readonly links: object;
}

/** Changes of one's own settings: a field that is absent stays, null takes the organisation's again. */
export interface ViewerSettingsInput {
  /** How to show dates. */
  dateFormat?: DateFormat | null | undefined;
  /** A language that the product speaks, by its tag: `en`. */
  language?: string | null | undefined;
  /** How to show names. */
  nameFormat?: NameFormat | null | undefined;
  /** How to show numbers. */
  numberFormat?: NumberFormat | null | undefined;
  /** How to show times of the day. */
  timeFormat?: TimeFormat | null | undefined;
  /** A time zone by its IANA name: `Europe/Amsterdam`. */
  timeZone?: string | null | undefined;
  /** The day that a week begins with. */
  weekStart?: Weekday | null | undefined;
}

/** What users may change of themselves: a field that is absent stays, null clears it. */
export interface ViewerUpdateInput {
  /** Given name. At most 50 characters. */
  firstName?: string | null | undefined;
  /** Family name. At most 50 characters. */
  lastName?: string | null | undefined;
}

/** A day of the week. */
export type Weekday = 'FRIDAY' | 'MONDAY' | 'SATURDAY' | 'SUNDAY' | 'THURSDAY' | 'TUESDAY' | 'WEDNESDAY';

export type WeekdayFilter = Equality<Weekday>;
