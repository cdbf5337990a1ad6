// Generated from schema/ by `npm run codegen`.

/** The scalars of the schema as graphql-codegen wants to know them: `config: { scalars }`. */
export const scalars = {
  AccountType: { input: "'ANALYST' | 'COMPETITOR' | 'CUSTOMER' | 'DISTRIBUTOR' | 'INTEGRATOR' | 'INVESTOR' | 'OTHER' | 'PARTNER' | 'PRESS' | 'PROSPECT' | 'RESELLER' | 'SUPPLIER' | 'VENDOR' | (string & {})", output: "'ANALYST' | 'COMPETITOR' | 'CUSTOMER' | 'DISTRIBUTOR' | 'INTEGRATOR' | 'INVESTOR' | 'OTHER' | 'PARTNER' | 'PRESS' | 'PROSPECT' | 'RESELLER' | 'SUPPLIER' | 'VENDOR' | (string & {})" },
  ContactRole: { input: "'DEVELOPER_EVALUATOR' | 'DECISION_MAKER' | 'PURCHASING' | 'EXECUTIVE_SPONSOR' | 'ENGINEERING_LEAD' | 'ECONOMIC_DECISION_MAKER' | 'PRODUCT_MANAGEMENT' | (string & {})", output: "'DEVELOPER_EVALUATOR' | 'DECISION_MAKER' | 'PURCHASING' | 'EXECUTIVE_SPONSOR' | 'ENGINEERING_LEAD' | 'ECONOMIC_DECISION_MAKER' | 'PRODUCT_MANAGEMENT' | (string & {})" },
  CurrencyCode: { input: "string", output: "string" },
  Cursor: { input: "string", output: "string" },
  Date: { input: "string", output: "string" },
  DateTime: { input: "string | Date", output: "string" },
  DealType: { input: "'EXISTING_BUSINESS' | 'NEW_BUSINESS' | (string & {})", output: "'EXISTING_BUSINESS' | 'NEW_BUSINESS' | (string & {})" },
  Decimal: { input: "string | number", output: "string" },
  ExternalIds: { input: "Readonly<Record<string, string | null>>", output: "Readonly<Record<string, string>>" },
  Industry: { input: "'ASP_APPLICATION_SERVICE_PROVIDER' | 'DATA_TELECOM_OEM' | 'ERP_ENTERPRISE_RESOURCE_PLANNING' | 'GOVERNMENT_MILITARY' | 'LARGE_ENTERPRISE' | 'MANAGEMENTISV' | 'MSP_MANAGEMENT_SERVICE_PROVIDER' | 'NETWORK_EQUIPMENT_ENTERPRISE' | 'NON_MANAGEMENT_ISV' | 'OPTICAL_NETWORKING' | 'SERVICE_PROVIDER' | 'SMALL_MEDIUM_ENTERPRISE' | 'STORAGE_EQUIPMENT' | 'STORAGE_SERVICE_PROVIDER' | 'SYSTEMS_INTEGRATOR' | 'WIRELESS_INDUSTRY' | (string & {})", output: "'ASP_APPLICATION_SERVICE_PROVIDER' | 'DATA_TELECOM_OEM' | 'ERP_ENTERPRISE_RESOURCE_PLANNING' | 'GOVERNMENT_MILITARY' | 'LARGE_ENTERPRISE' | 'MANAGEMENTISV' | 'MSP_MANAGEMENT_SERVICE_PROVIDER' | 'NETWORK_EQUIPMENT_ENTERPRISE' | 'NON_MANAGEMENT_ISV' | 'OPTICAL_NETWORKING' | 'SERVICE_PROVIDER' | 'SMALL_MEDIUM_ENTERPRISE' | 'STORAGE_EQUIPMENT' | 'STORAGE_SERVICE_PROVIDER' | 'SYSTEMS_INTEGRATOR' | 'WIRELESS_INDUSTRY' | (string & {})" },
  JSON: { input: "unknown", output: "unknown" },
  JSONObject: { input: "Readonly<Record<string, unknown>>", output: "Readonly<Record<string, unknown>>" },
  LeadSource: { input: "'ADVERTISEMENT' | 'COLD_CALL' | 'EMPLOYEE_REFERRAL' | 'EXTERNAL_REFERRAL' | 'ONLINE_STORE' | 'X_TWITTER' | 'FACEBOOK' | 'PARTNER' | 'PUBLIC_RELATIONS' | 'SALES_EMAIL_ALIAS' | 'SEMINAR_PARTNER' | 'INTERNAL_SEMINAR' | 'TRADE_SHOW' | 'WEB_DOWNLOAD' | 'WEB_RESEARCH' | 'CHAT' | (string & {})", output: "'ADVERTISEMENT' | 'COLD_CALL' | 'EMPLOYEE_REFERRAL' | 'EXTERNAL_REFERRAL' | 'ONLINE_STORE' | 'X_TWITTER' | 'FACEBOOK' | 'PARTNER' | 'PUBLIC_RELATIONS' | 'SALES_EMAIL_ALIAS' | 'SEMINAR_PARTNER' | 'INTERNAL_SEMINAR' | 'TRADE_SHOW' | 'WEB_DOWNLOAD' | 'WEB_RESEARCH' | 'CHAT' | (string & {})" },
  LeadStatus: { input: "'ATTEMPTED_TO_CONTACT' | 'CONTACT_IN_FUTURE' | 'CONTACTED' | 'JUNK_LEAD' | 'LOST_LEAD' | 'NOT_CONTACTED' | 'PRE_QUALIFIED' | 'NOT_QUALIFIED' | (string & {})", output: "'ATTEMPTED_TO_CONTACT' | 'CONTACT_IN_FUTURE' | 'CONTACTED' | 'JUNK_LEAD' | 'LOST_LEAD' | 'NOT_CONTACTED' | 'PRE_QUALIFIED' | 'NOT_QUALIFIED' | (string & {})" },
  Long: { input: "string | number", output: "string" },
  Ownership: { input: "'OTHER' | 'PRIVATE' | 'PUBLIC' | 'SUBSIDIARY' | 'PARTNERSHIP' | 'GOVERNMENT' | 'PRIVATELY_HELD' | 'PUBLIC_COMPANY' | (string & {})", output: "'OTHER' | 'PRIVATE' | 'PUBLIC' | 'SUBSIDIARY' | 'PARTNERSHIP' | 'GOVERNMENT' | 'PRIVATELY_HELD' | 'PUBLIC_COMPANY' | (string & {})" },
  Rating: { input: "'ACQUIRED' | 'ACTIVE' | 'MARKET_FAILED' | 'PROJECT_CANCELLED' | 'SHUT_DOWN' | (string & {})", output: "'ACQUIRED' | 'ACTIVE' | 'MARKET_FAILED' | 'PROJECT_CANCELLED' | 'SHUT_DOWN' | (string & {})" },
  ReasonForLoss: { input: "'EXPECTATION_MISMATCH' | 'PRICE' | 'UNQUALIFIED_CUSTOMER' | 'LACK_OF_RESPONSE' | 'MISSED_FOLLOW_UPS' | 'WRONG_TARGET' | 'COMPETITION' | 'FUTURE_INTEREST' | 'OTHER' | (string & {})", output: "'EXPECTATION_MISMATCH' | 'PRICE' | 'UNQUALIFIED_CUSTOMER' | 'LACK_OF_RESPONSE' | 'MISSED_FOLLOW_UPS' | 'WRONG_TARGET' | 'COMPETITION' | 'FUTURE_INTEREST' | 'OTHER' | (string & {})" },
  Salutation: { input: "'MR' | 'MRS' | 'MS' | 'DR' | 'PROF' | (string & {})", output: "'MR' | 'MRS' | 'MS' | 'DR' | 'PROF' | (string & {})" },
  UnsubscribedMode: { input: "'CONSENT_FORM' | 'MANUAL' | 'UNSUBSCRIBE_LINK' | 'CAMPAIGNS' | (string & {})", output: "'CONSENT_FORM' | 'MANUAL' | 'UNSUBSCRIBE_LINK' | 'CAMPAIGNS' | (string & {})" },
} as const;
