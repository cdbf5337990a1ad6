// Generated from schema/ by `npm run codegen`.
import type { Crm } from '../client.js';
import { record } from '../record.js';
import type { TypesOf, Reads, WritesAndUpserts } from '../record-types.js';
import type { Combined, CommonGroupField, FilterOf, GroupBy, GroupHaving, GroupOrder, GroupsArgs, ListArgs, ListOf, Lists, OrderById, OrderOf } from '../list-types.js';
import type { LabelledEquality, Needs, Quantified, Takes, UpsertBy } from '../shape.js';
import type { ContactLists } from './contacts.js';
import type { CurrencyCodeFilter } from './currencies.js';
import type { DealLists } from './deals.js';
import type { InvoiceLists } from './invoices.js';
import type { ProductLinkLists } from './product-links.js';
import type { QuoteLists } from './quotes.js';
import type { SalesOrderLists } from './sales-orders.js';
import type { ContactsOfAccountInput, CrmRecord, ExternalIdsFilter, Industry, IndustryFilter, NewContactsOfAccountInput, Ownership, OwnershipFilter, PaymentTermBasis, PaymentTermBasisFilter, Rating, RatingFilter } from './shared.js';
import type { UserLists, UserShape } from './users.js';

type Types = TypesOf<AccountLists>;

/** What can be done with accounts. */
export interface Accounts extends Reads<Types>, WritesAndUpserts<Types, AccountCreateInput, AccountUpdateInput, AccountUpsertBy> {}

/** Selected unless said otherwise. */
const accountFields = 'accountName accountNumber accountSite accountType accountTypeLabel annualRevenue annualRevenueInBaseCurrency billingCity billingCode billingCountry billingState billingStreet createdAt createdById currency deletedAt description displayName employees exchangeRate externalIds fax id industry industryLabel modifiedAt modifiedById ownerId ownership ownershipLabel parentAccountId paymentTermBasis paymentTermDays phone rating ratingLabel shippingCity shippingCode shippingCountry shippingState shippingStreet sicCode tickerSymbol vatNumber version website';

/** A company or organisation that we do business with. `accounts(crm).list()` and what else there is. */
export const accounts = /* @__PURE__ */ record('Account', 'account', 'accounts', accountFields) as (crm: Crm) => Accounts;


/** A company or organisation that we do business with. */
export interface Account extends CrmRecord {
  /** The name of the company. At most 100 characters. */
  readonly accountName: string | null;
  /** Our number for the company; a text, so that leading zeros stay. At most 40 characters. */
  readonly accountNumber: string | null;
  /** The branch: "Headquarters", "London". At most 80 characters. */
  readonly accountSite: string | null;
  /** What the company is to us. */
  readonly accountType: AccountType | null;
  /** The label of `accountType` in the reader's language. */
  readonly accountTypeLabel: string | null;
  /** What the company turns over in a year. */
  readonly annualRevenue: string | null;
  /** `annualRevenue` in the organisation's base currency, at the record's exchange rate. */
  readonly annualRevenueInBaseCurrency: string | null;
  /** Billing address: city. At most 100 characters. */
  readonly billingCity: string | null;
  /** Billing address: postal code. At most 30 characters. */
  readonly billingCode: string | null;
  /** Billing address: country. At most 100 characters. */
  readonly billingCountry: string | null;
  /** Billing address: state or province. At most 100 characters. */
  readonly billingState: string | null;
  /** Billing address: street. At most 250 characters. */
  readonly billingStreet: string | null;
  /** The currency of the record's amounts: one that the organisation has and has not retired. Default: the base currency. */
  readonly currency: string | null;
  /** Anything worth knowing. At most 32,000 characters. */
  readonly description: string | null;
  /** How many people work there. */
  readonly employees: number | null;
  /** Units of the record's currency for one of the base currency, as of the day it was saved. Default: the organisation's rate of the day, when the currency is set; 1 in base currency. */
  readonly exchangeRate: string | null;
  /** Fax. At most 30 characters. */
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
  /** Day that the payment term counts from. Default: the invoice date. */
  readonly paymentTermBasis: PaymentTermBasis | (string & {}) | null;
  /** Days in which the company pays its invoices. Default: those of the invoices' document setting. */
  readonly paymentTermDays: number | null;
  /** Telephone. At most 30 characters. */
  readonly phone: string | null;
  /** How promising the relation is. */
  readonly rating: Rating | null;
  /** The label of `rating` in the reader's language. */
  readonly ratingLabel: string | null;
  /** Shipping address: city. At most 100 characters. */
  readonly shippingCity: string | null;
  /** Shipping address: postal code. At most 30 characters. */
  readonly shippingCode: string | null;
  /** Shipping address: country. At most 100 characters. */
  readonly shippingCountry: string | null;
  /** Shipping address: state or province. At most 100 characters. */
  readonly shippingState: string | null;
  /** Shipping address: street. At most 250 characters. */
  readonly shippingStreet: string | null;
  /** Standard Industrial Classification code; a text, so that leading zeros stay. At most 10 characters. */
  readonly sicCode: string | null;
  /** The symbol on the stock exchange. At most 30 characters. */
  readonly tickerSymbol: string | null;
  /** VAT number, in capitals without spaces or dots; of an EU country in the form of that country: `NL123456789B01`. At most 30 characters. */
  readonly vatNumber: string | null;
  /** Web site. At most 255 characters. */
  readonly website: string | null;
}
export interface AccountShape {
  readonly fields: Account;
  readonly links: AccountShapeLinks;
}
export interface AccountShapeLinks {
  /** The people we know there. */
  readonly contacts: ListOf<ContactLists> | null;
  /** Who made the record. */
  readonly createdBy: UserShape | null;
  /** Deals with the company. */
  readonly deals: ListOf<DealLists> | null;
  /** What the company is to pay. */
  readonly invoices: ListOf<InvoiceLists> | null;
  /** The companies that belong to it. */
  readonly memberAccounts: ListOf<AccountLists> | null;
  /** Who last changed a value. */
  readonly modifiedBy: UserShape | null;
  /** Who is responsible for the record. Default: whoever makes it. */
  readonly owner: UserShape | null;
  /** The company it belongs to. */
  readonly parentAccount: AccountShape | null;
  /** The linked products; an account's include those of its contacts. */
  readonly productLinks: ListOf<ProductLinkLists> | null;
  /** What the company was offered. */
  readonly quotes: ListOf<QuoteLists> | null;
  /** What the company has ordered. */
  readonly salesOrders: ListOf<SalesOrderLists> | null;
}

/** `Account` in lists. */
export interface AccountLists extends Lists<AccountShape, AccountFilter, AccountOrder, AccountGroupField> {
  readonly text: 'accountName' | 'accountNumber' | 'accountSite' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'fax' | 'phone' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'sicCode' | 'tickerSymbol' | 'vatNumber' | 'website';
  readonly longText: 'description';
  readonly whole: 'employees' | 'paymentTermDays';
  readonly decimal: 'exchangeRate';
  readonly money: 'annualRevenue';
  readonly codes: { readonly currency: CurrencyCodeFilter; readonly paymentTermBasis: PaymentTermBasisFilter; };
  readonly picklists: { readonly accountType: AccountTypeFilter; readonly industry: IndustryFilter; readonly ownership: OwnershipFilter; readonly rating: RatingFilter; };
  readonly lookups: { readonly owner: UserLists; readonly parentAccount: AccountLists; };
  readonly lists: { readonly contacts: ContactLists; readonly deals: DealLists; readonly invoices: InvoiceLists; readonly memberAccounts: AccountLists; readonly productLinks: ProductLinkLists; readonly quotes: QuoteLists; readonly salesOrders: SalesOrderLists; };
}
export type AccountListArgs = ListArgs<AccountLists>;
export type AccountGroupsArgs = GroupsArgs<AccountLists>;

/** A new account. */
export interface AccountCreateInput extends Needs<Account, 'accountName', string>, Takes<Account, 'accountNumber' | 'accountSite' | 'billingCity' | 'billingCode' | 'billingCountry' | 'billingState' | 'billingStreet' | 'currency' | 'description' | 'fax' | 'phone' | 'shippingCity' | 'shippingCode' | 'shippingCountry' | 'shippingState' | 'shippingStreet' | 'sicCode' | 'tickerSymbol' | 'vatNumber' | 'website', string>, Takes<Account, 'accountType', AccountType>, Takes<Account, 'annualRevenue' | 'exchangeRate', string | number>, Takes<Account, 'employees' | 'paymentTermDays', number>, Takes<Account, 'externalIds', Readonly<Record<string, string | null>>>, Takes<Account, 'industry', Industry>, Takes<Account, 'ownership', Ownership>, Takes<Account, 'paymentTermBasis', PaymentTermBasis>, Takes<Account, 'rating', Rating> {
  /** The people we know there. Made together with the account, or not at all. */
  contacts?: NewContactsOfAccountInput | null | undefined;
  /** Who is responsible for the record. Default: whoever makes it. The id of an user. */
  ownerId?: string | null | undefined;
  /** The company it belongs to. The id of an account. */
  parentAccountId?: string | null | undefined;
}

/** Conditions on accounts; all given ones must hold. */
export interface AccountFilter extends FilterOf<AccountLists>, Combined<AccountFilter> {
  /** The keys that other systems know the record by, one for each source. No two records of a module share one, those in the bin included. In an update, sources that are not named keep theirs, and a key of null takes one away. */
  externalIds?: ExternalIdsFilter | null | undefined;
}

export type AccountGroupBy = GroupBy<AccountLists>;

/** What accounts can be grouped by. */
export type AccountGroupField = CommonGroupField | AccountKeyField | 'ACCOUNT_TYPE' | 'CURRENCY' | 'INDUSTRY' | 'OWNER' | 'OWNERSHIP' | 'PARENT_ACCOUNT' | 'PAYMENT_TERM_BASIS' | 'RATING';

export type AccountGroupHaving = GroupHaving<AccountLists>;

export type AccountGroupOrder = GroupOrder<AccountLists>;

/** What accounts can be looked for by: accountName, and what the organisation has made unique. */
export type AccountKeyField = 'ACCOUNT_NAME' | 'ACCOUNT_NUMBER' | 'ACCOUNT_SITE' | 'BILLING_CITY' | 'BILLING_CODE' | 'BILLING_COUNTRY' | 'BILLING_STATE' | 'BILLING_STREET' | 'EMPLOYEES' | 'FAX' | 'PAYMENT_TERM_DAYS' | 'PHONE' | 'SHIPPING_CITY' | 'SHIPPING_CODE' | 'SHIPPING_COUNTRY' | 'SHIPPING_STATE' | 'SHIPPING_STREET' | 'SIC_CODE' | 'TICKER_SYMBOL' | 'VAT_NUMBER' | 'WEBSITE';

export type AccountListFilter = Quantified<AccountFilter>;

/** One term of an order of accounts: exactly one field. */
export interface AccountOrder extends OrderOf<AccountLists>, OrderById {}

/** What the company is to us. The key of a value; the organisation may change the list. Standard: ANALYST, COMPETITOR, CUSTOMER, DISTRIBUTOR, INTEGRATOR, INVESTOR, OTHER, PARTNER, PRESS, PROSPECT, RESELLER, SUPPLIER, VENDOR. */
export type AccountType = 'ANALYST' | 'COMPETITOR' | 'CUSTOMER' | 'DISTRIBUTOR' | 'INTEGRATOR' | 'INVESTOR' | 'OTHER' | 'PARTNER' | 'PRESS' | 'PROSPECT' | 'RESELLER' | 'SUPPLIER' | 'VENDOR' | (string & {});

export type AccountTypeFilter = LabelledEquality<AccountType>;

/** Changes of an account: a field that is absent stays, null clears it. */
export interface AccountUpdateInput extends Omit<AccountCreateInput, 'accountName' | 'contacts'>, Takes<Account, 'accountName', string> {
  /** The people we know there. Changed together with the account, or not at all; the version of the account rises only with its own fields. */
  contacts?: ContactsOfAccountInput | null | undefined;
}

export type AccountUpsertBy = UpsertBy<AccountKeyField>;
