// Generated from schema/ by `npm run codegen`.

/** Where the fields that take arguments lead to. */
export const links: Readonly<Record<string, string>> = {
  campaignMemberships: 'CampaignMember',
  childCampaigns: 'Campaign',
  contactRoles: 'DealContactRole',
  dealRoles: 'DealContactRole',
  links: 'ProductLink',
  memberAccounts: 'Account',
  members: 'CampaignMember',
  pricingDetails: 'PriceRange',
  productTaxes: 'ProductTax',
  reportees: 'Contact',
  reports: 'User',
  rows: 'JobRow',
  sourcedLeads: 'Lead',
  stageHistory: 'DealStageHistory',
  stages: 'PipelineStage',
  subordinates: 'Role',
  taxes: 'ProductTax',
};

/** All of a refused row. */
export const rowError = 'changedFields code currentVersion fields{code inputPath message} message recordId';
