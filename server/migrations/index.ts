import type { Migrations } from '../core/database/migrate.js';

/** What a database must have had applied; written by `npm run migration`. */
export const migrations: Migrations = {
  names: [
    '20261123224752_base',
    '20261125064828_first_use',
    '20261125145153_data_in_and_out',
    '20261125153421_external_ids',
    '20261125155752_jobs_and_files',
    '20261125173705_undo_by_job',
    '20261125190454_bring_history',
    '20261125194040_analyze',
    '20261129091807_campaigns_and_products',
    '20261129160539_documents',
    '20261130161015_fair_jobs',
    '20261130162240_money_and_totals',
    '20261130165855_dates_numbers_and_company_details',
    '20261130173822_values',
    '20261130204300_fold_without_width',
    '20261201030000_references',
  ],
  load: async () => (await import('./list.js')).list,
};
