// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Clones, Upserts, UpsertsMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { AccountFilter, AccountOrder, AccountShape } from './accounts.js';
import type { CampaignFilter, CampaignOrder, CampaignShape } from './campaigns.js';
import type { ContactFilter, ContactOrder, ContactRolesOfDealInput, ContactShape } from './contacts.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { DealContactRoleConnectionShape, DealContactRoleListArgs, DealContactRoleListFilter } from './deal-contact-roles.js';
import type { InvoiceConnectionShape, InvoiceListArgs, InvoiceListFilter } from './invoices.js';
import type { LeadSource, LeadSourceFilter } from './leads.js';
import type { PipelineStageFilter, PipelineStageOrder, PipelineStageShape } from './pipeline-stages.js';
import type { PipelineFilter, PipelineOrder, PipelineShape } from './pipelines.js';
import type { ProductLinkConnectionShape, ProductLinkListArgs, ProductLinkListFilter } from './product-links.js';
import type { QuoteConnectionShape, QuoteListArgs, QuoteListFilter } from './quotes.js';
import type { SalesOrderConnectionShape, SalesOrderListArgs, SalesOrderListFilter } from './sales-orders.js';
import type { CrmRecord, DateBucket, DateFilter, DateTimeFilter, DecimalFilter, ExternalIdsFilter, GroupPeriod, GroupPeriodShape, IDFilter, IntFilter, NewContactRolesOfDealInput, PageInfo, PageInfoShape, ReasonForLoss, ReasonForLossFilter, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: DealShape;
  readonly list: DealListArgs;
  readonly aggregate: DealAggregateShape;
  readonly group: DealGroupShape;
  readonly groups: DealGroupsArgs;
}

/** What can be done with deals. */
export interface Deals extends Reads<Types>, Creates<Types, DealCreateInput>, CreatesMany<Types, DealCreateInput>, Updates<Types, DealUpdateInput>, UpdatesMany<Types, DealUpdateInput>, Clones<Types, DealUpdateInput>, Upserts<Types, DealUpsertBy, DealUpdateInput>, UpsertsMany<Types, DealUpsertBy, DealUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const dealFields = 'accountId amount amountInBaseCurrency campaignSourceId closedAt closingDate contactId createdAt createdById currency dealName deletedAt description displayName exchangeRate expectedRevenue expectedRevenueInBaseCurrency externalIds id leadSource leadSourceLabel modifiedAt modifiedById nextStep ownerId pipelineId probability reasonForLoss reasonForLossLabel salesCycleDuration stageId type typeLabel version';

/** A chance to sell something, on its way through the stages of a pipeline. `deals(crm).list()` and what else there is. */
export const deals = /* @__PURE__ */ record('Deal', 'deal', 'deals', dealFields) as (crm: Crm) => Deals;


type Names1 = 'amount' | 'exchangeRate' | 'expectedRevenue' | 'probability' | 'salesCycleDuration' | 'version';

type Names2 = 'accountId' | 'amount' | 'campaignSourceId' | 'closingDate' | 'contactId' | 'createdById' | 'currency' | 'dealName' | 'exchangeRate' | 'expectedRevenue' | 'leadSource' | 'modifiedById' | 'nextStep' | 'ownerId' | 'pipelineId' | 'probability' | 'reasonForLoss' | 'salesCycleDuration' | 'stageId' | 'type' | 'version';

type Names3 = 'closedAt' | 'createdAt' | 'deletedAt' | 'modifiedAt';

type Names4 = 'amount' | 'durationInStage' | 'exchangeRate' | 'expectedRevenue' | 'probability' | 'version';

type Names5 = 'amount' | 'closingDate' | 'createdById' | 'currency' | 'dealId' | 'durationInStage' | 'exchangeRate' | 'expectedRevenue' | 'modifiedById' | 'probability' | 'stageId' | 'version';

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
  /** What the deal is called. */
  readonly dealName: string | null;
  /** Anything worth knowing. */
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
  /** What happens next. */
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
  /** The id of `stage`, without reading it. */
  readonly stageId: string | null;
  /** Whether we sell to a customer we already have. */
  readonly type: DealType | null;
  /** The label of `type` in the reader's language. */
  readonly typeLabel: string | null;
}
export interface DealShape {
  readonly fields: Deal;
  readonly links: {
    readonly account: AccountShape | null;
    readonly campaignSource: CampaignShape | null;
    readonly contact: ContactShape | null;
    readonly contactRoles: (DealContactRoleConnectionShape & { readonly args: DealContactRoleListArgs }) | null;
    readonly createdBy: UserShape | null;
    readonly invoices: (InvoiceConnectionShape & { readonly args: InvoiceListArgs }) | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly pipeline: PipelineShape | null;
    readonly productLinks: (ProductLinkConnectionShape & { readonly args: ProductLinkListArgs }) | null;
    readonly quotes: (QuoteConnectionShape & { readonly args: QuoteListArgs }) | null;
    readonly salesOrders: (SalesOrderConnectionShape & { readonly args: SalesOrderListArgs }) | null;
    readonly stage: PipelineStageShape | null;
    readonly stageHistory: (DealStageHistoryConnectionShape & { readonly args: DealStageHistoryListArgs }) | null;
  };
}

export interface DealAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: DealAvgShape;
    readonly countDistinct: DealCountDistinctShape;
    readonly max: DealMaxShape;
    readonly min: DealMinShape;
    readonly sum: DealSumShape;
  };
}

export interface DealAvgShape {
  readonly fields: Alike<Names1, string | null>;
  readonly links: {};
}

export interface DealConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: DealAggregateShape;
    readonly edges: readonly DealEdgeShape[];
    readonly groups: readonly ((DealGroupShape & { readonly args: DealGroupsArgs }))[];
    readonly nodes: readonly DealShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface DealListArgs extends ListArguments { readonly filter?: DealFilter | null; readonly orderBy?: readonly DealOrder[] | null; }
export interface DealGroupsArgs { readonly by: readonly DealGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: DealGroupHaving | null; readonly orderBy?: readonly DealGroupOrder[] | null; }

export interface DealCountDistinctShape {
  readonly fields: Alike<Names2, number | null>;
  readonly links: {};
}

/** A new deal. */
export interface DealCreateInput {
  /** The company that would buy. The id of an account. */
  readonly accountId?: string | null;
  /** What the deal would bring. */
  readonly amount?: string | number | null;
  /** The campaign that the deal came from. The id of a campaign. */
  readonly campaignSourceId?: string | null;
  /** When the deal closes or is expected to. */
  readonly closingDate: string;
  /** The main contact. The id of a contact. */
  readonly contactId?: string | null;
  /** Who takes part in the deal, and as what. Made together with the deal, or not at all. */
  readonly contactRoles?: NewContactRolesOfDealInput | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency?: string | null;
  /** What the deal is called. At most 120 characters. */
  readonly dealName: string;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description?: string | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate?: string | number | null;
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  readonly externalIds?: Readonly<Record<string, string | null>> | null;
  /** Where the deal came from. */
  readonly leadSource?: LeadSource | null;
  /** What happens next. At most 100 characters. */
  readonly nextStep?: string | null;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  readonly ownerId?: string | null;
  /** The pipeline the deal goes through. Default: the default pipeline. The id of a pipeline. */
  readonly pipelineId?: string | null;
  /** The chance of winning, in percent. Taken from the stage when the stage changes, unless given. */
  readonly probability?: number | null;
  /** Why the deal was lost; only in a stage of the category LOST. */
  readonly reasonForLoss?: ReasonForLoss | null;
  /** Where the deal stands; inputs name it by its key. By its key. */
  readonly stage: string;
  /** Whether we sell to a customer we already have. */
  readonly type?: DealType | null;
}

export interface DealEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: DealShape | null;
  };
}

/** Conditions on deals; all given ones must hold. */
export interface DealFilter extends Partial<Alike<'accountId' | 'campaignSourceId' | 'contactId' | 'id' | 'pipelineId' | 'stageId', IDFilter | null>>, Partial<Alike<'amount' | 'exchangeRate' | 'expectedRevenue', DecimalFilter | null>>, Partial<Alike<Names3, DateTimeFilter | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserFilter | null>>, Partial<Alike<'createdById' | 'modifiedById' | 'ownerId', UserIDFilter | null>>, Partial<Alike<'dealName' | 'description' | 'nextStep', StringFilter | null>>, Partial<Alike<'probability' | 'salesCycleDuration' | 'version', IntFilter | null>> {
  readonly account?: AccountFilter | null;
  readonly and?: readonly DealFilter[] | null;
  readonly campaignSource?: CampaignFilter | null;
  readonly closingDate?: DateFilter | null;
  readonly contact?: ContactFilter | null;
  readonly contactRoles?: DealContactRoleListFilter | null;
  readonly currency?: CurrencyCodeFilter | null;
  readonly externalIds?: ExternalIdsFilter | null;
  readonly invoices?: InvoiceListFilter | null;
  readonly leadSource?: LeadSourceFilter | null;
  readonly not?: DealFilter | null;
  readonly or?: readonly DealFilter[] | null;
  readonly pipeline?: PipelineFilter | null;
  readonly productLinks?: ProductLinkListFilter | null;
  readonly quotes?: QuoteListFilter | null;
  readonly reasonForLoss?: ReasonForLossFilter | null;
  readonly salesOrders?: SalesOrderListFilter | null;
  readonly stage?: PipelineStageFilter | null;
  readonly stageHistory?: DealStageHistoryListFilter | null;
  readonly type?: DealTypeFilter | null;
}

export interface DealGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: DealAggregateShape;
    readonly inOwnCurrency: DealMoneyAggregateShape;
    readonly key: DealGroupKeyShape;
  };
}

/** One thing that deals are grouped by. */
export interface DealGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: DealGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface DealGroupCountHaving extends Partial<Alike<Names2, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface DealGroupCountOrder extends Partial<Alike<Names2, SortOrder | null>> {
}

/** What deals can be grouped by. */
export type DealGroupField = 'ACCOUNT' | 'CAMPAIGN_SOURCE' | 'CLOSED_AT' | 'CLOSING_DATE' | 'CONTACT' | 'CREATED_AT' | 'CREATED_BY' | 'CURRENCY' | 'DEAL_NAME' | 'DELETED_AT' | 'LEAD_SOURCE' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'NEXT_STEP' | 'OWNER' | 'PIPELINE' | 'PROBABILITY' | 'REASON_FOR_LOSS' | 'SALES_CYCLE_DURATION' | 'STAGE' | 'TYPE' | 'VERSION';

/** Conditions on the figures of groups of deals; all given ones must hold. */
export interface DealGroupHaving {
  readonly and?: readonly DealGroupHaving[] | null;
  readonly avg?: DealGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: DealGroupCountHaving | null;
  readonly max?: DealGroupRangeHaving | null;
  readonly min?: DealGroupRangeHaving | null;
  readonly not?: DealGroupHaving | null;
  readonly or?: readonly DealGroupHaving[] | null;
  readonly sum?: DealGroupNumberHaving | null;
}

export interface DealGroupKeyShape {
  readonly fields: Alike<'accountId' | 'campaignSourceId' | 'closedAt' | 'closingDate' | 'contactId' | 'createdAt' | 'createdById' | 'currency' | 'dealName' | 'deletedAt' | 'leadSourceLabel' | 'modifiedAt' | 'modifiedById' | 'nextStep' | 'ownerId' | 'pipelineId' | 'reasonForLossLabel' | 'stageId' | 'typeLabel', string | null> & Alike<'probability' | 'salesCycleDuration' | 'version', number | null> & { readonly leadSource: LeadSource | null; readonly reasonForLoss: ReasonForLoss | null; readonly type: DealType | null; };
  readonly links: {
    readonly account: AccountShape | null;
    readonly campaignSource: CampaignShape | null;
    readonly closedAtPeriod: GroupPeriodShape | null;
    readonly closingDatePeriod: GroupPeriodShape | null;
    readonly contact: ContactShape | null;
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly pipeline: PipelineShape | null;
    readonly stage: PipelineStageShape | null;
  };
}

/** By one of the keys of groups of deals: exactly one of those they are grouped by. */
export interface DealGroupKeyOrder extends Partial<Alike<'closedAt' | 'closingDate' | 'createdAt' | 'currency' | 'dealName' | 'deletedAt' | 'leadSource' | 'modifiedAt' | 'nextStep' | 'probability' | 'reasonForLoss' | 'salesCycleDuration' | 'type' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly account?: AccountOrder | null;
  readonly campaignSource?: CampaignOrder | null;
  readonly contact?: ContactOrder | null;
  readonly pipeline?: PipelineOrder | null;
  readonly stage?: PipelineStageOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface DealGroupNumberHaving extends Partial<Alike<Names1, DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface DealGroupNumberOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** One term of an order of groups of deals: exactly one figure or key. */
export interface DealGroupOrder {
  readonly avg?: DealGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: DealGroupCountOrder | null;
  readonly key?: DealGroupKeyOrder | null;
  readonly max?: DealGroupRangeOrder | null;
  readonly min?: DealGroupRangeOrder | null;
  readonly sum?: DealGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface DealGroupRangeHaving extends Partial<Alike<'amount' | 'exchangeRate' | 'expectedRevenue', DecimalFilter | null>>, Partial<Alike<Names3, DateTimeFilter | null>>, Partial<Alike<'probability' | 'salesCycleDuration' | 'version', IntFilter | null>> {
  readonly closingDate?: DateFilter | null;
  readonly dealName?: StringFilter | null;
  readonly nextStep?: StringFilter | null;
}

/** By an extreme value: exactly one field. */
export interface DealGroupRangeOrder extends Partial<Alike<'amount' | 'closedAt' | 'closingDate' | 'createdAt' | 'dealName' | 'deletedAt' | 'exchangeRate' | 'expectedRevenue' | 'modifiedAt' | 'nextStep' | 'probability' | 'salesCycleDuration' | 'version', SortOrder | null>> {
}

/** What deals can be looked for by: dealName, and what the organisation has made unique. */
export type DealKeyField = 'DEAL_NAME' | 'NEXT_STEP' | 'PROBABILITY';

/** Conditions on a list of deals. */
export type DealListFilter = Quantified<DealFilter>;

export interface DealMaxShape {
  readonly fields: Alike<'amount' | 'closedAt' | 'closingDate' | 'createdAt' | 'dealName' | 'deletedAt' | 'exchangeRate' | 'expectedRevenue' | 'modifiedAt' | 'nextStep', string | null> & Alike<'probability' | 'salesCycleDuration' | 'version', number | null>;
  readonly links: {};
}

export type DealMinShape = DealMaxShape;

export interface DealMoneyAggregateShape {
  readonly fields: {  };
  readonly links: {
    readonly avg: DealMoneyFiguresShape;
    readonly max: DealMoneyFiguresShape;
    readonly min: DealMoneyFiguresShape;
    readonly sum: DealMoneyFiguresShape;
  };
}

export interface DealMoneyFiguresShape {
  readonly fields: { readonly amount: string | null; readonly expectedRevenue: string | null; };
  readonly links: {};
}

/** One term of an order of deals: exactly one field. */
export interface DealOrder extends Partial<Alike<'amount' | 'closedAt' | 'closingDate' | 'createdAt' | 'currency' | 'dealName' | 'deletedAt' | 'exchangeRate' | 'expectedRevenue' | 'id' | 'leadSource' | 'modifiedAt' | 'nextStep' | 'probability' | 'reasonForLoss' | 'salesCycleDuration' | 'type' | 'version', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly account?: AccountOrder | null;
  readonly campaignSource?: CampaignOrder | null;
  readonly contact?: ContactOrder | null;
  readonly pipeline?: PipelineOrder | null;
  readonly stage?: PipelineStageOrder | null;
}

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
  /** Whole days until the next row; null in the latest one. */
  readonly durationInStage: number | null;
  /** Units of the row's currency for one of the base currency. */
  readonly exchangeRate: string | null;
  /** amount × probability / 100. */
  readonly expectedRevenue: string | null;
  /** `expectedRevenue` in the organisation's base currency, at the record's exchange rate. */
  readonly expectedRevenueInBaseCurrency: string | null;
  /** Stable and unique: `<prefix>_<uuid>`. */
  readonly id: string;
  /** When a value last changed. */
  readonly modifiedAt: string | null;
  /** The id of `modifiedBy`, without reading it. */
  readonly modifiedById: string | null;
  /** The chance of winning it then had, in percent. */
  readonly probability: number | null;
  /** The id of `stage`, without reading it. */
  readonly stageId: string | null;
  /** Raised by one with every change; give it back as `expectedVersion`. */
  readonly version: number;
}
export interface DealStageHistoryShape {
  readonly fields: DealStageHistory;
  readonly links: {
    readonly createdBy: UserShape | null;
    readonly deal: DealShape | null;
    readonly modifiedBy: UserShape | null;
    readonly stage: PipelineStageShape | null;
  };
}

export interface DealStageHistoryAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: DealStageHistoryAvgShape;
    readonly countDistinct: DealStageHistoryCountDistinctShape;
    readonly max: DealStageHistoryMaxShape;
    readonly min: DealStageHistoryMinShape;
    readonly sum: DealStageHistorySumShape;
  };
}

export interface DealStageHistoryAvgShape {
  readonly fields: Alike<Names4, string | null>;
  readonly links: {};
}

export interface DealStageHistoryConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: DealStageHistoryAggregateShape;
    readonly edges: readonly DealStageHistoryEdgeShape[];
    readonly groups: readonly ((DealStageHistoryGroupShape & { readonly args: DealStageHistoryGroupsArgs }))[];
    readonly nodes: readonly DealStageHistoryShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface DealStageHistoryListArgs extends ListArguments { readonly filter?: DealStageHistoryFilter | null; readonly orderBy?: readonly DealStageHistoryOrder[] | null; }
export interface DealStageHistoryGroupsArgs { readonly by: readonly DealStageHistoryGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: DealStageHistoryGroupHaving | null; readonly orderBy?: readonly DealStageHistoryGroupOrder[] | null; }

export interface DealStageHistoryCountDistinctShape {
  readonly fields: Alike<Names5, number | null>;
  readonly links: {};
}

export interface DealStageHistoryEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: DealStageHistoryShape | null;
  };
}

/** Conditions on dealStageHistories; all given ones must hold. */
export interface DealStageHistoryFilter extends Partial<Alike<'amount' | 'exchangeRate' | 'expectedRevenue', DecimalFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'dealId' | 'id' | 'stageId', IDFilter | null>>, Partial<Alike<'durationInStage' | 'probability' | 'version', IntFilter | null>> {
  readonly and?: readonly DealStageHistoryFilter[] | null;
  readonly closingDate?: DateFilter | null;
  readonly createdBy?: UserFilter | null;
  readonly createdById?: UserIDFilter | null;
  readonly currency?: CurrencyCodeFilter | null;
  readonly deal?: DealFilter | null;
  readonly modifiedBy?: UserFilter | null;
  readonly modifiedById?: UserIDFilter | null;
  readonly not?: DealStageHistoryFilter | null;
  readonly or?: readonly DealStageHistoryFilter[] | null;
  readonly stage?: PipelineStageFilter | null;
}

export interface DealStageHistoryGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: DealStageHistoryAggregateShape;
    readonly inOwnCurrency: DealStageHistoryMoneyAggregateShape;
    readonly key: DealStageHistoryGroupKeyShape;
  };
}

/** One thing that dealStageHistories are grouped by. */
export interface DealStageHistoryGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: DealStageHistoryGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface DealStageHistoryGroupCountHaving extends Partial<Alike<Names5, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface DealStageHistoryGroupCountOrder extends Partial<Alike<Names5, SortOrder | null>> {
}

/** What dealStageHistories can be grouped by. */
export type DealStageHistoryGroupField = 'CLOSING_DATE' | 'CREATED_AT' | 'CREATED_BY' | 'CURRENCY' | 'DEAL' | 'DELETED_AT' | 'DURATION_IN_STAGE' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'PROBABILITY' | 'STAGE' | 'VERSION';

/** Conditions on the figures of groups of dealStageHistories; all given ones must hold. */
export interface DealStageHistoryGroupHaving {
  readonly and?: readonly DealStageHistoryGroupHaving[] | null;
  readonly avg?: DealStageHistoryGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: DealStageHistoryGroupCountHaving | null;
  readonly max?: DealStageHistoryGroupRangeHaving | null;
  readonly min?: DealStageHistoryGroupRangeHaving | null;
  readonly not?: DealStageHistoryGroupHaving | null;
  readonly or?: readonly DealStageHistoryGroupHaving[] | null;
  readonly sum?: DealStageHistoryGroupNumberHaving | null;
}

export interface DealStageHistoryGroupKeyShape {
  readonly fields: Alike<'closingDate' | 'createdAt' | 'createdById' | 'currency' | 'dealId' | 'deletedAt' | 'modifiedAt' | 'modifiedById' | 'stageId', string | null> & Alike<'durationInStage' | 'probability' | 'version', number | null>;
  readonly links: {
    readonly closingDatePeriod: GroupPeriodShape | null;
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deal: DealShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly stage: PipelineStageShape | null;
  };
}

/** By one of the keys of groups of dealStageHistories: exactly one of those they are grouped by. */
export interface DealStageHistoryGroupKeyOrder extends Partial<Alike<'closingDate' | 'createdAt' | 'currency' | 'deletedAt' | 'durationInStage' | 'modifiedAt' | 'probability' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly deal?: DealOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly stage?: PipelineStageOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface DealStageHistoryGroupNumberHaving extends Partial<Alike<Names4, DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface DealStageHistoryGroupNumberOrder extends Partial<Alike<Names4, SortOrder | null>> {
}

/** One term of an order of groups of dealStageHistories: exactly one figure or key. */
export interface DealStageHistoryGroupOrder {
  readonly avg?: DealStageHistoryGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: DealStageHistoryGroupCountOrder | null;
  readonly key?: DealStageHistoryGroupKeyOrder | null;
  readonly max?: DealStageHistoryGroupRangeOrder | null;
  readonly min?: DealStageHistoryGroupRangeOrder | null;
  readonly sum?: DealStageHistoryGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface DealStageHistoryGroupRangeHaving extends Partial<Alike<'amount' | 'exchangeRate' | 'expectedRevenue', DecimalFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'durationInStage' | 'probability' | 'version', IntFilter | null>> {
  readonly closingDate?: DateFilter | null;
}

/** By an extreme value: exactly one field. */
export interface DealStageHistoryGroupRangeOrder extends Partial<Alike<'amount' | 'closingDate' | 'createdAt' | 'deletedAt' | 'durationInStage' | 'exchangeRate' | 'expectedRevenue' | 'modifiedAt' | 'probability' | 'version', SortOrder | null>> {
}

/** Conditions on a list of dealStageHistories. */
export type DealStageHistoryListFilter = Quantified<DealStageHistoryFilter>;

export interface DealStageHistoryMaxShape {
  readonly fields: Alike<'amount' | 'closingDate' | 'createdAt' | 'deletedAt' | 'exchangeRate' | 'expectedRevenue' | 'modifiedAt', string | null> & Alike<'durationInStage' | 'probability' | 'version', number | null>;
  readonly links: {};
}

export type DealStageHistoryMinShape = DealStageHistoryMaxShape;

export interface DealStageHistoryMoneyAggregateShape {
  readonly fields: {  };
  readonly links: {
    readonly avg: DealStageHistoryMoneyFiguresShape;
    readonly max: DealStageHistoryMoneyFiguresShape;
    readonly min: DealStageHistoryMoneyFiguresShape;
    readonly sum: DealStageHistoryMoneyFiguresShape;
  };
}

export type DealStageHistoryMoneyFiguresShape = DealMoneyFiguresShape;

/** One term of an order of dealStageHistories: exactly one field. */
export interface DealStageHistoryOrder extends Partial<Alike<'amount' | 'closingDate' | 'createdAt' | 'currency' | 'deletedAt' | 'durationInStage' | 'exchangeRate' | 'expectedRevenue' | 'id' | 'modifiedAt' | 'probability' | 'version', SortOrder | null>> {
  readonly createdBy?: UserOrder | null;
  readonly deal?: DealOrder | null;
  readonly modifiedBy?: UserOrder | null;
  readonly stage?: PipelineStageOrder | null;
}

export type DealStageHistorySumShape = DealStageHistoryAvgShape;

export type DealSumShape = DealAvgShape;

/** Whether we sell to a customer we already have. The key of a value; the organisation may change the list. Standard: EXISTING_BUSINESS, NEW_BUSINESS. */
export type DealType = 'EXISTING_BUSINESS' | 'NEW_BUSINESS' | (string & {});

/** Conditions on one DealType value; all given ones must hold. */
export interface DealTypeFilter {
  readonly eq?: DealType | null;
  readonly in?: readonly DealType[] | null;
  readonly isNull?: boolean | null;
  readonly labelContains?: string | null;
  readonly notEq?: DealType | null;
  readonly notIn?: readonly DealType[] | null;
}

/** Changes of a deal: a field that is absent stays, null clears it. */
export interface DealUpdateInput extends Omit<DealCreateInput, 'closingDate' | 'contactRoles' | 'dealName' | 'stage'> {
  /** When the deal closes or is expected to. */
  readonly closingDate?: string | null;
  /** Who takes part in the deal, and as what. Changed together with the deal, or not at all; the version of the deal rises only with its own fields. */
  readonly contactRoles?: ContactRolesOfDealInput | null;
  /** What the deal is called. At most 120 characters. */
  readonly dealName?: string | null;
  /** Where the deal stands; inputs name it by its key. By its key. */
  readonly stage?: string | null;
}

/** What a deal is looked for by: exactly one of these. */
export interface DealUpsertBy {
  /** The key of this source, in `externalIds` of the input. */
  readonly externalId?: string | null;
  /** This field: one that is unique, or the one that tells duplicates. */
  readonly field?: DealKeyField | null;
}
