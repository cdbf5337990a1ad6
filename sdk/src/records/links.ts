// Generated from schema/ by `npm run codegen`.

/** Where the fields that take arguments lead to. */
export const links: Readonly<Record<string, string>> = {
  campaignMemberships: 'CampaignMember',
  childCampaigns: 'Campaign',
  contactRoles: 'DealContactRole',
  contacts: 'Contact',
  dealRoles: 'DealContactRole',
  deals: 'Deal',
  exchangeRates: 'ExchangeRate',
  leads: 'Lead',
  memberAccounts: 'Account',
  members: 'CampaignMember',
  ownedAccounts: 'Account',
  ownedCampaigns: 'Campaign',
  ownedContacts: 'Contact',
  ownedDeals: 'Deal',
  ownedLeads: 'Lead',
  ownedProducts: 'Product',
  ownedVendors: 'Vendor',
  products: 'Product',
  reportees: 'Contact',
  reports: 'User',
  rows: 'JobRow',
  stageHistory: 'DealStageHistory',
  stages: 'PipelineStage',
  subordinates: 'Role',
  users: 'User',
};

/** All of a refused row. */
export const rowError = 'changedFields code currentVersion fields{code inputPath message} message recordId';
