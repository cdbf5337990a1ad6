// Generated from schema/ by `npm run codegen`.

/** Where the fields that take arguments lead to. */
export const links: Readonly<Record<string, string>> = {
  contactRoles: 'DealContactRole',
  contacts: 'Contact',
  dealRoles: 'DealContactRole',
  deals: 'Deal',
  exchangeRates: 'ExchangeRate',
  memberAccounts: 'Account',
  ownedAccounts: 'Account',
  ownedContacts: 'Contact',
  ownedDeals: 'Deal',
  ownedLeads: 'Lead',
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
