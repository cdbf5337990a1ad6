// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { Reads, Creates, CreatesMany, Updates, UpdatesMany, Clones, Upserts, UpsertsMany, Deletes, DeletesMany, Restores, RestoresMany } from '../record-types.js';
import type { Alike, ListArguments, Quantified } from '../shape.js';
import type { ContactConnectionShape, ContactListArgs, ContactListFilter } from './contacts.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { DealConnectionShape, DealListArgs, DealListFilter } from './deals.js';
import type { InvoiceConnectionShape, InvoiceListArgs, InvoiceListFilter } from './invoices.js';
import type { ProductLinkConnectionShape, ProductLinkListArgs, ProductLinkListFilter } from './product-links.js';
import type { QuoteConnectionShape, QuoteListArgs, QuoteListFilter } from './quotes.js';
import type { SalesOrderConnectionShape, SalesOrderListArgs, SalesOrderListFilter } from './sales-orders.js';
import type { ContactsOfAccountInput, CrmRecord, DateBucket, DateTimeFilter, DecimalFilter, ExternalIdsFilter, GroupPeriod, GroupPeriodShape, IDFilter, Industry, IndustryFilter, IntFilter, NewContactsOfAccountInput, Ownership, OwnershipFilter, PageInfo, PageInfoShape, Rating, RatingFilter, SortOrder, StringFilter } from './shared.js';
import type { UserFilter, UserIDFilter, UserOrder, UserShape } from './users.js';

interface Types {
  readonly shape: AccountShape;
  readonly list: AccountListArgs;
  readonly aggregate: AccountAggregateShape;
  readonly group: AccountGroupShape;
  readonly groups: AccountGroupsArgs;
}

/** What can be done with accounts. */
export interface Accounts extends Reads<Types>, Creates<Types, AccountCreateInput>, CreatesMany<Types, AccountCreateInput>, Updates<Types, AccountUpdateInput>, UpdatesMany<Types, AccountUpdateInput>, Clones<Types, AccountUpdateInput>, Upserts<Types, AccountUpsertBy, AccountUpdateInput>, UpsertsMany<Types, AccountUpsertBy, AccountUpdateInput>, Deletes<Types>, DeletesMany<Types>, Restores<Types>, RestoresMany<Types> {}

/** Selected unless said otherwise. */
export const accountFields = 'accountName accountNumber accountSite accountType accountTypeLabel annualRevenue annualRevenueInBaseCurrency billingCity billingCode billingCountry billingState billingStreet createdAt createdById currency deletedAt description displayName employees exchangeRate externalIds fax id industry industryLabel modifiedAt modifiedById ownerId ownership ownershipLabel parentAccountId phone rating ratingLabel shippingCity shippingCode shippingCountry shippingState shippingStreet sicCode tickerSymbol version website';

/** A company or organisation that we do business with. `accounts(crm).list()` and what else there is. */
export const accounts = /* @__PURE__ */ record('Account', 'account', 'accounts', accountFields) as (crm: Crm) => Accounts;


type Names1 = 'annualRevenue' | 'employees' | 'exchangeRate' | 'sicCode' | 'version';

type Names2 = 'accountName' | 'accountNumber' | 'accountSite' | 'accountType' | 'annualRevenue' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'createdById' | 'currency' | 'employees' | 'exchangeRate' | 'fax' | 'industry' | 'modifiedById' | 'ownerId' | 'ownership' | 'parentAccountId' | 'phone' | 'rating' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'sicCode' | 'tickerSymbol' | 'version' | 'website';

/** A company or organisation that we do business with. */
export interface Account extends CrmRecord {
  /** The name of the company. */
  readonly accountName: string | null;
  /** Our number for the company; a text, so that leading zeros stay. */
  readonly accountNumber: string | null;
  /** The branch: "Headquarters", "London". */
  readonly accountSite: string | null;
  /** What the company is to us. */
  readonly accountType: AccountType | null;
  /** The label of `accountType` in the reader's language. */
  readonly accountTypeLabel: string | null;
  /** What the company turns over in a year. */
  readonly annualRevenue: string | null;
  /** `annualRevenue` in the organisation's base currency, at the record's exchange rate. */
  readonly annualRevenueInBaseCurrency: string | null;
  /** Billing address: city. */
  readonly billingCity: string | null;
  /** Billing address: postal code. */
  readonly billingCode: string | null;
  /** Billing address: country. */
  readonly billingCountry: string | null;
  /** Billing address: state or province. */
  readonly billingState: string | null;
  /** Billing address: street. */
  readonly billingStreet: string | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency: string | null;
  /** Anything worth knowing. */
  readonly description: string | null;
  /** How many people work there. */
  readonly employees: number | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate: string | null;
  /** Fax. */
  readonly fax: string | null;
  /** The line of business. */
  readonly industry: Industry | null;
  /** The label of `industry` in the reader's language. */
  readonly industryLabel: string | null;
  /** Who owns the company. */
  readonly ownership: Ownership | null;
  /** The label of `ownership` in the reader's language. */
  readonly ownershipLabel: string | null;
  /** The id of `parentAccount`, without reading it. */
  readonly parentAccountId: string | null;
  /** Telephone. */
  readonly phone: string | null;
  /** How promising the relation is. */
  readonly rating: Rating | null;
  /** The label of `rating` in the reader's language. */
  readonly ratingLabel: string | null;
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
  /** The Standard Industrial Classification code. */
  readonly sicCode: number | null;
  /** The symbol on the stock exchange. */
  readonly tickerSymbol: string | null;
  /** Web site. */
  readonly website: string | null;
}
export interface AccountShape {
  readonly fields: Account;
  readonly links: {
    readonly contacts: (ContactConnectionShape & { readonly args: ContactListArgs }) | null;
    readonly createdBy: UserShape | null;
    readonly deals: (DealConnectionShape & { readonly args: DealListArgs }) | null;
    readonly invoices: (InvoiceConnectionShape & { readonly args: InvoiceListArgs }) | null;
    readonly memberAccounts: (AccountConnectionShape & { readonly args: AccountListArgs }) | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly parentAccount: AccountShape | null;
    readonly productLinks: (ProductLinkConnectionShape & { readonly args: ProductLinkListArgs }) | null;
    readonly quotes: (QuoteConnectionShape & { readonly args: QuoteListArgs }) | null;
    readonly salesOrders: (SalesOrderConnectionShape & { readonly args: SalesOrderListArgs }) | null;
  };
}

export interface AccountAggregateShape {
  readonly fields: { readonly count: number; };
  readonly links: {
    readonly avg: AccountAvgShape;
    readonly countDistinct: AccountCountDistinctShape;
    readonly max: AccountMaxShape;
    readonly min: AccountMinShape;
    readonly sum: AccountSumShape;
  };
}

export interface AccountAvgShape {
  readonly fields: Alike<Names1, string | null>;
  readonly links: {};
}

export interface AccountConnectionShape {
  readonly fields: { readonly totalCount: number; };
  readonly links: {
    readonly aggregate: AccountAggregateShape;
    readonly edges: readonly AccountEdgeShape[];
    readonly groups: readonly ((AccountGroupShape & { readonly args: AccountGroupsArgs }))[];
    readonly nodes: readonly AccountShape[];
    readonly pageInfo: PageInfoShape;
  };
}
/** What a list is asked for. */
export interface AccountListArgs extends ListArguments { readonly filter?: AccountFilter | null; readonly orderBy?: readonly AccountOrder[] | null; }
export interface AccountGroupsArgs { readonly by: readonly AccountGroupBy[]; readonly emptyBuckets?: boolean; readonly first?: number | null; readonly having?: AccountGroupHaving | null; readonly orderBy?: readonly AccountGroupOrder[] | null; }

export interface AccountCountDistinctShape {
  readonly fields: Alike<Names2, number | null>;
  readonly links: {};
}

/** A new account. */
export interface AccountCreateInput {
  /** The name of the company. At most 100 characters. */
  readonly accountName: string;
  /** Our number for the company; a text, so that leading zeros stay. At most 40 characters. */
  readonly accountNumber?: string | null;
  /** The branch: "Headquarters", "London". At most 80 characters. */
  readonly accountSite?: string | null;
  /** What the company is to us. */
  readonly accountType?: AccountType | null;
  /** What the company turns over in a year. */
  readonly annualRevenue?: string | number | null;
  /** Billing address: city. At most 100 characters. */
  readonly billingCity?: string | null;
  /** Billing address: postal code. At most 30 characters. */
  readonly billingCode?: string | null;
  /** Billing address: country. At most 100 characters. */
  readonly billingCountry?: string | null;
  /** Billing address: state or province. At most 100 characters. */
  readonly billingState?: string | null;
  /** Billing address: street. At most 250 characters. */
  readonly billingStreet?: string | null;
  /** The people we know there. Made together with the account, or not at all. */
  readonly contacts?: NewContactsOfAccountInput | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency?: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description?: string | null;
  /** How many people work there. */
  readonly employees?: number | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate?: string | number | null;
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  readonly externalIds?: Readonly<Record<string, string | null>> | null;
  /** Fax. At most 30 characters. */
  readonly fax?: string | null;
  /** The line of business. */
  readonly industry?: Industry | null;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  readonly ownerId?: string | null;
  /** Who owns the company. */
  readonly ownership?: Ownership | null;
  /** The company it belongs to. The id of an account. */
  readonly parentAccountId?: string | null;
  /** Telephone. At most 30 characters. */
  readonly phone?: string | null;
  /** How promising the relation is. */
  readonly rating?: Rating | null;
  /** Shipping address: city. At most 100 characters. */
  readonly shippingCity?: string | null;
  /** Shipping address: postal code. At most 30 characters. */
  readonly shippingCode?: string | null;
  /** Shipping address: country. At most 100 characters. */
  readonly shippingCountry?: string | null;
  /** Shipping address: state or province. At most 100 characters. */
  readonly shippingState?: string | null;
  /** Shipping address: street. At most 250 characters. */
  readonly shippingStreet?: string | null;
  /** The Standard Industrial Classification code. */
  readonly sicCode?: number | null;
  /** The symbol on the stock exchange. At most 30 characters. */
  readonly tickerSymbol?: string | null;
  /** Web site. At most 255 characters. */
  readonly website?: string | null;
}

export interface AccountEdgeShape {
  readonly fields: { readonly cursor: string; };
  readonly links: {
    readonly node: AccountShape | null;
  };
}

/** Conditions on accounts; all given ones must hold. */
export interface AccountFilter extends Partial<Alike<'accountName' | 'accountNumber' | 'accountSite' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'description' | 'fax' | 'phone' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'tickerSymbol' | 'website', StringFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserFilter | null>>, Partial<Alike<'createdById' | 'modifiedById' | 'ownerId', UserIDFilter | null>>, Partial<Alike<'employees' | 'sicCode' | 'version', IntFilter | null>> {
  readonly accountType?: AccountTypeFilter | null;
  readonly and?: readonly AccountFilter[] | null;
  readonly annualRevenue?: DecimalFilter | null;
  readonly contacts?: ContactListFilter | null;
  readonly currency?: CurrencyCodeFilter | null;
  readonly deals?: DealListFilter | null;
  readonly exchangeRate?: DecimalFilter | null;
  readonly externalIds?: ExternalIdsFilter | null;
  readonly id?: IDFilter | null;
  readonly industry?: IndustryFilter | null;
  readonly invoices?: InvoiceListFilter | null;
  readonly memberAccounts?: AccountListFilter | null;
  readonly not?: AccountFilter | null;
  readonly or?: readonly AccountFilter[] | null;
  readonly ownership?: OwnershipFilter | null;
  readonly parentAccount?: AccountFilter | null;
  readonly parentAccountId?: IDFilter | null;
  readonly productLinks?: ProductLinkListFilter | null;
  readonly quotes?: QuoteListFilter | null;
  readonly rating?: RatingFilter | null;
  readonly salesOrders?: SalesOrderListFilter | null;
}

export interface AccountGroupShape {
  readonly fields: {  };
  readonly links: {
    readonly aggregate: AccountAggregateShape;
    readonly inOwnCurrency: AccountMoneyAggregateShape;
    readonly key: AccountGroupKeyShape;
  };
}

/** One thing that accounts are grouped by. */
export interface AccountGroupBy {
  /** What dates and moments are put together by. */
  readonly bucket?: DateBucket | null;
  /** The field. Moments need a bucket, dates can have one, other fields have none. */
  readonly field: AccountGroupField;
}

/** Conditions on how many different values there are; all given ones must hold. */
export interface AccountGroupCountHaving extends Partial<Alike<Names2, IntFilter | null>> {
}

/** By how many different values there are: exactly one field. */
export interface AccountGroupCountOrder extends Partial<Alike<Names2, SortOrder | null>> {
}

/** What accounts can be grouped by. */
export type AccountGroupField = 'ACCOUNT_NAME' | 'ACCOUNT_NUMBER' | 'ACCOUNT_SITE' | 'ACCOUNT_TYPE' | 'BILLING_CITY' | 'BILLING_CODE' | 'BILLING_COUNTRY' | 'BILLING_STATE' | 'BILLING_STREET' | 'CREATED_AT' | 'CREATED_BY' | 'CURRENCY' | 'DELETED_AT' | 'EMPLOYEES' | 'FAX' | 'INDUSTRY' | 'MODIFIED_AT' | 'MODIFIED_BY' | 'OWNER' | 'OWNERSHIP' | 'PARENT_ACCOUNT' | 'PHONE' | 'RATING' | 'SHIPPING_CITY' | 'SHIPPING_CODE' | 'SHIPPING_COUNTRY' | 'SHIPPING_STATE' | 'SHIPPING_STREET' | 'SIC_CODE' | 'TICKER_SYMBOL' | 'VERSION' | 'WEBSITE';

/** Conditions on the figures of groups of accounts; all given ones must hold. */
export interface AccountGroupHaving {
  readonly and?: readonly AccountGroupHaving[] | null;
  readonly avg?: AccountGroupNumberHaving | null;
  readonly count?: IntFilter | null;
  readonly countDistinct?: AccountGroupCountHaving | null;
  readonly max?: AccountGroupRangeHaving | null;
  readonly min?: AccountGroupRangeHaving | null;
  readonly not?: AccountGroupHaving | null;
  readonly or?: readonly AccountGroupHaving[] | null;
  readonly sum?: AccountGroupNumberHaving | null;
}

export interface AccountGroupKeyShape {
  readonly fields: Alike<'accountName' | 'accountNumber' | 'accountSite' | 'accountTypeLabel' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'createdAt' | 'createdById' | 'currency' | 'deletedAt' | 'fax' | 'industryLabel' | 'modifiedAt' | 'modifiedById' | 'ownerId' | 'ownershipLabel' | 'parentAccountId' | 'phone' | 'ratingLabel' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'tickerSymbol' | 'website', string | null> & Alike<'employees' | 'sicCode' | 'version', number | null> & { readonly accountType: AccountType | null; readonly industry: Industry | null; readonly ownership: Ownership | null; readonly rating: Rating | null; };
  readonly links: {
    readonly createdAtPeriod: GroupPeriodShape | null;
    readonly createdBy: UserShape | null;
    readonly deletedAtPeriod: GroupPeriodShape | null;
    readonly modifiedAtPeriod: GroupPeriodShape | null;
    readonly modifiedBy: UserShape | null;
    readonly owner: UserShape | null;
    readonly parentAccount: AccountShape | null;
  };
}

/** By one of the keys of groups of accounts: exactly one of those they are grouped by. */
export interface AccountGroupKeyOrder extends Partial<Alike<'accountName' | 'accountNumber' | 'accountSite' | 'accountType' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'createdAt' | 'currency' | 'deletedAt' | 'employees' | 'fax' | 'industry' | 'modifiedAt' | 'ownership' | 'phone' | 'rating' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'sicCode' | 'tickerSymbol' | 'version' | 'website', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly parentAccount?: AccountOrder | null;
}

/** Conditions on figures of numbers; all given ones must hold. */
export interface AccountGroupNumberHaving extends Partial<Alike<Names1, DecimalFilter | null>> {
}

/** By a figure of a number: exactly one field. */
export interface AccountGroupNumberOrder extends Partial<Alike<Names1, SortOrder | null>> {
}

/** One term of an order of groups of accounts: exactly one figure or key. */
export interface AccountGroupOrder {
  readonly avg?: AccountGroupNumberOrder | null;
  readonly count?: SortOrder | null;
  readonly countDistinct?: AccountGroupCountOrder | null;
  readonly key?: AccountGroupKeyOrder | null;
  readonly max?: AccountGroupRangeOrder | null;
  readonly min?: AccountGroupRangeOrder | null;
  readonly sum?: AccountGroupNumberOrder | null;
}

/** Conditions on extreme values; all given ones must hold. */
export interface AccountGroupRangeHaving extends Partial<Alike<'accountName' | 'accountNumber' | 'accountSite' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'fax' | 'phone' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'tickerSymbol' | 'website', StringFilter | null>>, Partial<Alike<'createdAt' | 'deletedAt' | 'modifiedAt', DateTimeFilter | null>>, Partial<Alike<'employees' | 'sicCode' | 'version', IntFilter | null>> {
  readonly annualRevenue?: DecimalFilter | null;
  readonly exchangeRate?: DecimalFilter | null;
}

/** By an extreme value: exactly one field. */
export interface AccountGroupRangeOrder extends Partial<Alike<'accountName' | 'accountNumber' | 'accountSite' | 'annualRevenue' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'createdAt' | 'deletedAt' | 'employees' | 'exchangeRate' | 'fax' | 'modifiedAt' | 'phone' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'sicCode' | 'tickerSymbol' | 'version' | 'website', SortOrder | null>> {
}

/** What accounts can be looked for by: accountName, and what the organisation has made unique. */
export type AccountKeyField = 'ACCOUNT_NAME' | 'ACCOUNT_NUMBER' | 'ACCOUNT_SITE' | 'BILLING_CITY' | 'BILLING_CODE' | 'BILLING_COUNTRY' | 'BILLING_STATE' | 'BILLING_STREET' | 'EMPLOYEES' | 'FAX' | 'PHONE' | 'SHIPPING_CITY' | 'SHIPPING_CODE' | 'SHIPPING_COUNTRY' | 'SHIPPING_STATE' | 'SHIPPING_STREET' | 'SIC_CODE' | 'TICKER_SYMBOL' | 'WEBSITE';

/** Conditions on a list of accounts. */
export type AccountListFilter = Quantified<AccountFilter>;

export interface AccountMaxShape {
  readonly fields: Alike<'accountName' | 'accountNumber' | 'accountSite' | 'annualRevenue' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'createdAt' | 'deletedAt' | 'exchangeRate' | 'fax' | 'modifiedAt' | 'phone' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'tickerSymbol' | 'website', string | null> & Alike<'employees' | 'sicCode' | 'version', number | null>;
  readonly links: {};
}

export type AccountMinShape = AccountMaxShape;

export interface AccountMoneyAggregateShape {
  readonly fields: {  };
  readonly links: {
    readonly avg: AccountMoneyFiguresShape;
    readonly max: AccountMoneyFiguresShape;
    readonly min: AccountMoneyFiguresShape;
    readonly sum: AccountMoneyFiguresShape;
  };
}

export interface AccountMoneyFiguresShape {
  readonly fields: { readonly annualRevenue: string | null; };
  readonly links: {};
}

/** One term of an order of accounts: exactly one field. */
export interface AccountOrder extends Partial<Alike<'accountName' | 'accountNumber' | 'accountSite' | 'accountType' | 'annualRevenue' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'createdAt' | 'currency' | 'deletedAt' | 'employees' | 'exchangeRate' | 'fax' | 'id' | 'industry' | 'modifiedAt' | 'ownership' | 'phone' | 'rating' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'sicCode' | 'tickerSymbol' | 'version' | 'website', SortOrder | null>>, Partial<Alike<'createdBy' | 'modifiedBy' | 'owner', UserOrder | null>> {
  readonly parentAccount?: AccountOrder | null;
}

export type AccountSumShape = AccountAvgShape;

/** What the company is to us. The key of a value; the organisation may change the list. Standard: ANALYST, COMPETITOR, CUSTOMER, DISTRIBUTOR, INTEGRATOR, INVESTOR, OTHER, PARTNER, PRESS, PROSPECT, RESELLER, SUPPLIER, VENDOR. */
export type AccountType = 'ANALYST' | 'COMPETITOR' | 'CUSTOMER' | 'DISTRIBUTOR' | 'INTEGRATOR' | 'INVESTOR' | 'OTHER' | 'PARTNER' | 'PRESS' | 'PROSPECT' | 'RESELLER' | 'SUPPLIER' | 'VENDOR' | (string & {});

/** Conditions on one AccountType value; all given ones must hold. */
export interface AccountTypeFilter {
  readonly eq?: AccountType | null;
  readonly in?: readonly AccountType[] | null;
  readonly isNull?: boolean | null;
  readonly labelContains?: string | null;
  readonly notEq?: AccountType | null;
  readonly notIn?: readonly AccountType[] | null;
}

/** Changes of an account: a field that is absent stays, null clears it. */
export interface AccountUpdateInput extends Omit<AccountCreateInput, 'accountName' | 'contacts'> {
  /** The name of the company. At most 100 characters. */
  readonly accountName?: string | null;
  /** The people we know there. Changed together with the account, or not at all; the version of the account rises only with its own fields. */
  readonly contacts?: ContactsOfAccountInput | null;
}

/** What an account is looked for by: exactly one of these. */
export interface AccountUpsertBy {
  /** The key of this source, in `externalIds` of the input. */
  readonly externalId?: string | null;
  /** This field: one that is unique, or the one that tells duplicates. */
  readonly field?: AccountKeyField | null;
}
