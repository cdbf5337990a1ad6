// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, WritesAndUpserts } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { LabelledEquality, Needs, Quantified, Takes, UpsertBy } from '../shape.js';
import type { AccountLists, AccountShape } from './accounts.js';
import type { CampaignLists, CampaignShape } from './campaigns.js';
import type { ContactLists, ContactRolesOfDealInput, ContactShape } from './contacts.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { DealContactRoleLists } from './deal-contact-roles.js';
import type { InvoiceLists } from './invoices.js';
import type { LeadSource, LeadSourceFilter } from './leads.js';
import type { PipelineStageLists, PipelineStageShape } from './pipeline-stages.js';
import type { PipelineLists, PipelineShape } from './pipelines.js';
import type { ProductLinkLists } from './product-links.js';
import type { QuoteLists } from './quotes.js';
import type { SalesOrderLists } from './sales-orders.js';
import type { CrmRecord, ExternalIdsFilter, NewContactRolesOfDealInput, ReasonForLoss, ReasonForLossFilter } from './shared.js';
import type { UserLists, UserShape } from './users.js';

type Types = TypesOf<DealLists>;

/** What can be done with deals. */
export interface Deals extends Reads<Types>, WritesAndUpserts<Types, DealCreateInput, DealUpdateInput, DealUpsertBy> {}

/** Selected unless said otherwise. */
const dealFields = 'accountId amount amountInBaseCurrency campaignSourceId closedAt closingDate contactId createdAt createdById currency dealName deletedAt description displayName exchangeRate expectedRevenue expectedRevenueInBaseCurrency externalIds id leadSource leadSourceLabel modifiedAt modifiedById nextStep ownerId pipelineId probability reasonForLoss reasonForLossLabel salesCycleDuration secondsInStage stageEnteredAt stageId type typeLabel version';

/** A chance to sell something, on its way through the stages of a pipeline. `deals(crm).list()` and what else there is. */
export const deals = /* @__PURE__ */ record('Deal', 'deal', 'deals', dealFields) as (crm: Crm) => Deals;


/** A chance to sell something, on its way through the stages of a pipeline. */
export interface Deal extends CrmRecord {
  /** The id of `account`, without reading it. */
  readonly accountId: string | null;
  /** What the deal would bring. */
  readonly amount: string | null;
  /** `amount` in the organisation's base currency, at the record's exchange rate. */
  readonly amountInBaseCurrency: string | null;
  /** The id of `campaignSource`, without reading it. */
  readonly campaignSourceId: string | null;
  /** When the deal was won or lost; null while it is open. */
  readonly closedAt: string | null;
  /** When the deal closes or is expected to. */
  readonly closingDate: string | null;
  /** The id of `contact`, without reading it. */
  readonly contactId: string | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency: string | null;
  /** What the deal is called. At most 120 characters. */
  readonly dealName: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description: string | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate: string | null;
  /** amount × probability / 100. */
  readonly expectedRevenue: string | null;
  /** `expectedRevenue` in the organisation's base currency, at the record's exchange rate. */
  readonly expectedRevenueInBaseCurrency: string | null;
  /** Where the deal came from. */
  readonly leadSource: LeadSource | null;
  /** The label of `leadSource` in the reader's language. */
  readonly leadSourceLabel: string | null;
  /** What happens next. At most 100 characters. */
  readonly nextStep: string | null;
  /** The id of `pipeline`, without reading it. */
  readonly pipelineId: string | null;
  /** The chance of winning, in percent. Taken from the stage when the stage changes, unless given. */
  readonly probability: number | null;
  /** Why the deal was lost; only in a stage of the category LOST. */
  readonly reasonForLoss: ReasonForLoss | null;
  /** The label of `reasonForLoss` in the reader's language. */
  readonly reasonForLossLabel: string | null;
  /** Whole days from when the deal was made to when it was won or lost. */
  readonly salesCycleDuration: number | null;
  /** Seconds since the deal entered its current stage, as of now. Filter and order by `stageEnteredAt`. */
  readonly secondsInStage: number | null;
  /** When the deal entered its current stage. */
  readonly stageEnteredAt: string | null;
  /** The id of `stage`, without reading it. */
  readonly stageId: string | null;
  /** Whether we sell to a customer we already have. */
  readonly type: DealType | null;
  /** The label of `type` in the reader's language. */
  readonly typeLabel: string | null;
}
export interface DealShape {
  readonly fields: Deal;
  readonly links: DealShapeLinks;
}
export interface DealShapeLinks {
  /** The company that would buy. */
  readonly account: AccountShape | null;
  /** The campaign that the deal came from. */
  readonly campaignSource: CampaignShape | null;
  /** The main contact. */
  readonly contact: ContactShape | null;
  /** Who takes part in the deal, and as what. */
  readonly contactRoles: ListOf<DealContactRoleLists> | null;
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** What is to be paid. */
  readonly invoices: ListOf<InvoiceLists> | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** Who is responsible for the record. Default: whoever makes it. */
  readonly owner: UserShape | null;
  /** The pipeline the deal goes through. Default: the default pipeline. */
  readonly pipeline: PipelineShape | null;
  /** The linked products; an account's include those of its contacts. */
  readonly productLinks: ListOf<ProductLinkLists> | null;
  /** What was offered. */
  readonly quotes: ListOf<QuoteLists> | null;
  /** What was ordered. */
  readonly salesOrders: ListOf<SalesOrderLists> | null;
  /** Where the deal stands; inputs name it by its key. */
  readonly stage: PipelineStageShape | null;
  /** The stages the deal went through. */
  readonly stageHistory: ListOf<DealStageHistoryLists> | null;
}

/** `Deal` in lists. */
export interface DealLists extends Lists<DealShape, DealFilter, DealOrder, DealGroupField> {
  readonly text: 'dealName' | 'nextStep';
  readonly longText: 'description';
  readonly day: 'closingDate';
  readonly moment: 'closedAt' | 'stageEnteredAt';
  readonly whole: 'probability' | 'salesCycleDuration';
  readonly decimal: 'exchangeRate';
  readonly money: 'amount' | 'expectedRevenue';
  readonly codes: { readonly currency: CurrencyCodeFilter; };
  readonly picklists: { readonly leadSource: LeadSourceFilter; readonly reasonForLoss: ReasonForLossFilter; readonly type: DealTypeFilter; };
  readonly lookups: { readonly account: AccountLists; readonly campaignSource: CampaignLists; readonly contact: ContactLists; readonly owner: UserLists; readonly pipeline: PipelineLists; readonly stage: PipelineStageLists; };
  readonly lists: { readonly contactRoles: DealContactRoleLists; readonly invoices: InvoiceLists; readonly productLinks: ProductLinkLists; readonly quotes: QuoteLists; readonly salesOrders: SalesOrderLists; readonly stageHistory: DealStageHistoryLists; };
}
export type DealListArgs = ListArgs<DealLists>;
export type DealGroupsArgs = GroupsArgs<DealLists>;

/** A new deal. */
export interface DealCreateInput extends Takes<Deal, 'amount' | 'exchangeRate', string | number>, Needs<Deal, 'closingDate' | 'dealName', string>, Takes<Deal, 'currency' | 'description' | 'nextStep', string>, Takes<Deal, 'externalIds', Readonly<Record<string, string | null>>>, Takes<Deal, 'leadSource', LeadSource>, Takes<Deal, 'probability', number>, Takes<Deal, 'reasonForLoss', ReasonForLoss>, Takes<Deal, 'type', DealType> {
  /** The company that would buy. The id of an account. */
  accountId?: string | null | undefined;
  /** The campaign that the deal came from. The id of a campaign. */
  campaignSourceId?: string | null | undefined;
  /** The main contact. The id of a contact. */
  contactId?: string | null | undefined;
  /** Who takes part in the deal, and as what. Made together with the deal, or not at all. */
  contactRoles?: NewContactRolesOfDealInput | null | undefined;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  ownerId?: string | null | undefined;
  /** The pipeline the deal goes through. Default: the default pipeline. The id of a pipeline. */
  pipelineId?: string | null | undefined;
  /** Where the deal stands; inputs name it by its key. By its key. */
  stage: string;
}

/** Conditions on deals; all given ones must hold. */
export interface DealFilter extends FilterOf<DealLists>, Combined<DealFilter> {
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  externalIds?: ExternalIdsFilter | null | undefined;
}

export type DealGroupBy = GroupBy<DealLists>;

/** What deals can be grouped by. */
export type DealGroupField = CommonGroupField | DealKeyField | 'ACCOUNT' | 'CAMPAIGN_SOURCE' | 'CLOSED_AT' | 'CLOSING_DATE' | 'CONTACT' | 'CURRENCY' | 'LEAD_SOURCE' | 'OWNER' | 'PIPELINE' | 'REASON_FOR_LOSS' | 'SALES_CYCLE_DURATION' | 'STAGE' | 'STAGE_ENTERED_AT' | 'TYPE';

export type DealGroupHaving = GroupHaving<DealLists>;

export type DealGroupOrder = GroupOrder<DealLists>;

/** What deals can be looked for by: dealName, and what the organisation has made unique. */
export type DealKeyField = 'DEAL_NAME' | 'NEXT_STEP' | 'PROBABILITY';

export type DealListFilter = Quantified<DealFilter>;

/** One term of an order of deals: exactly one field. */
export interface DealOrder extends OrderOf<DealLists>, OrderById {}

/** One row each time a deal's stage, amount, probability or closing date changed (modules.md 4). Its creation is the time of the change. */
export interface DealStageHistory {
  /** The amount it then had. */
  readonly amount: string | null;
  /** `amount` in the organisation's base currency, at the record's exchange rate. */
  readonly amountInBaseCurrency: string | null;
  /** The closing date it then had. */
  readonly closingDate: string | null;
  /** When the record was made. */
  readonly createdAt: string;
  /** The id of `createdBy`, without reading it. */
  readonly createdById: string | null;
  /** The currency of the row's amounts. */
  readonly currency: string | null;
  /** The id of `deal`, without reading it. */
  readonly dealId: string | null;
  /** When the record was moved to the bin; null otherwise. */
  readonly deletedAt: string | null;
  /** The same in whole days. */
  readonly durationInStage: number | null;
  /** Units of the row's currency for one of the base currency. */
  readonly exchangeRate: string | null;
  /** amount × probability / 100. */
  readonly expectedRevenue: string | null;
  /** `expectedRevenue` in the organisation's base currency, at the record's exchange rate. */
  readonly expectedRevenueInBaseCurrency: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** Whether the deal entered the stage with this row; otherwise only its amount, probability or closing date changed. */
  readonly isStageEntry: boolean | null;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The chance of winning it then had, in percent. */
  readonly probability: number | null;
  /** Seconds from when the deal entered the stage until it left it; null in other rows, and while it is there. */
  readonly secondsInStage: number | null;
  /** The id of `stage`, without reading it. */
  readonly stageId: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface DealStageHistoryShape {
  readonly fields: DealStageHistory;
  readonly links: DealStageHistoryShapeLinks;
}
export interface DealStageHistoryShapeLinks {
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** The deal. */
  readonly deal: DealShape | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** The stage it then stood in. */
  readonly stage: PipelineStageShape | null;
}

/** `DealStageHistory` in lists. */
export interface DealStageHistoryLists extends Lists<DealStageHistoryShape, DealStageHistoryFilter, DealStageHistoryOrder, DealStageHistoryGroupField> {
  readonly flag: 'isStageEntry';
  readonly day: 'closingDate';
  readonly whole: 'durationInStage' | 'probability' | 'secondsInStage';
  readonly decimal: 'exchangeRate';
  readonly money: 'amount' | 'expectedRevenue';
  readonly codes: { readonly currency: CurrencyCodeFilter; };
  readonly lookups: { readonly deal: DealLists; readonly stage: PipelineStageLists; };
}
export type DealStageHistoryListArgs = ListArgs<DealStageHistoryLists>;
export type DealStageHistoryGroupsArgs = GroupsArgs<DealStageHistoryLists>;

/** Conditions on dealStageHistories; all given ones must hold. */
export interface DealStageHistoryFilter extends FilterOf<DealStageHistoryLists>, Combined<DealStageHistoryFilter> {}

export type DealStageHistoryGroupBy = GroupBy<DealStageHistoryLists>;

/** What dealStageHistories can be grouped by. */
export type DealStageHistoryGroupField = CommonGroupField | 'CLOSING_DATE' | 'CURRENCY' | 'DEAL' | 'DURATION_IN_STAGE' | 'IS_STAGE_ENTRY' | 'PROBABILITY' | 'SECONDS_IN_STAGE' | 'STAGE';

export type DealStageHistoryGroupHaving = GroupHaving<DealStageHistoryLists>;

export type DealStageHistoryGroupOrder = GroupOrder<DealStageHistoryLists>;

export type DealStageHistoryListFilter = Quantified<DealStageHistoryFilter>;

/** One term of an order of dealStageHistories: exactly one field. */
export interface DealStageHistoryOrder extends OrderOf<DealStageHistoryLists>, OrderById {}

/** Whether we sell to a customer we already have. The key of a value; the organisation may change the list. Standard: EXISTING_BUSINESS, NEW_BUSINESS. */
export type DealType = 'EXISTING_BUSINESS' | 'NEW_BUSINESS' | (string & {});

export type DealTypeFilter = LabelledEquality<DealType>;

/** Changes of a deal: a field that is absent stays, null clears it. */
export interface DealUpdateInput extends Omit<DealCreateInput, 'closingDate' | 'contactRoles' | 'dealName' | 'stage'>, Takes<Deal, 'closingDate' | 'dealName', string> {
  /** Who takes part in the deal, and as what. Changed together with the deal, or not at all; the version of the deal rises only with its own fields. */
  contactRoles?: ContactRolesOfDealInput | null | undefined;
  /** Where the deal stands; inputs name it by its key. By its key. */
  stage?: string | null | undefined;
}

export type DealUpsertBy = UpsertBy<DealKeyField>;
