// Generated from schema/ by `npm run codegen`.

/** Where the fields that take arguments lead to. */
export const links: Readonly<Record<string, string>> = {
  campaignMemberships: 'CampaignMember',
  contactRoles: 'DealContactRole',
  dealRoles: 'DealContactRole',
  links: 'ProductLink',
  members: 'CampaignMember',
  pricingDetails: 'PriceRange',
  productTaxes: 'ProductTax',
  reportees: 'Contact',
  reports: 'User',
  rows: 'JobRow',
  stageHistory: 'DealStageHistory',
  stages: 'PipelineStage',
  subordinates: 'Role',
  taxes: 'ProductTax',
};

/** All of a refused row. */
export const rowError = 'changedFields code currentVersion fields{code inputPath message} message recordId';
