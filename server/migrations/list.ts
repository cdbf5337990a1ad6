import type { MigrationObject } from '@mikro-orm/postgresql';
import { Migration20261123224752 } from './20261123224752_base.js';
import { Migration20261125064828 } from './20261125064828_first_use.js';
import { Migration20261125145153 } from './20261125145153_data_in_and_out.js';
import { Migration20261125153421 } from './20261125153421_external_ids.js';
import { Migration20261125155752 } from './20261125155752_jobs_and_files.js';
import { Migration20261125173705 } from './20261125173705_undo_by_job.js';
import { Migration20261125190454 } from './20261125190454_bring_history.js';
import { Migration20261125194040 } from './20261125194040_analyze.js';
import { Migration20261129091807 } from './20261129091807_campaigns_and_products.js';
import { Migration20261129160539 } from './20261129160539_documents.js';
import { Migration20261130161015 } from './20261130161015_fair_jobs.js';
import { Migration20261130162240 } from './20261130162240_money_and_totals.js';
import { Migration20261130165855 } from './20261130165855_dates_numbers_and_company_details.js';
import { Migration20261130173822 } from './20261130173822_values.js';
import { Migration20261130204300 } from './20261130204300_fold_without_width.js';
import { Migration20261201030000 } from './20261201030000_references.js';

/** Every migration, oldest first; written by `npm run migration`. */
export const list: MigrationObject[] = [
  { name: '20261123224752_base', class: Migration20261123224752 },
  { name: '20261125064828_first_use', class: Migration20261125064828 },
  { name: '20261125145153_data_in_and_out', class: Migration20261125145153 },
  { name: '20261125153421_external_ids', class: Migration20261125153421 },
  { name: '20261125155752_jobs_and_files', class: Migration20261125155752 },
  { name: '20261125173705_undo_by_job', class: Migration20261125173705 },
  { name: '20261125190454_bring_history', class: Migration20261125190454 },
  { name: '20261125194040_analyze', class: Migration20261125194040 },
  { name: '20261129091807_campaigns_and_products', class: Migration20261129091807 },
  { name: '20261129160539_documents', class: Migration20261129160539 },
  { name: '20261130161015_fair_jobs', class: Migration20261130161015 },
  { name: '20261130162240_money_and_totals', class: Migration20261130162240 },
  { name: '20261130165855_dates_numbers_and_company_details', class: Migration20261130165855 },
  { name: '20261130173822_values', class: Migration20261130173822 },
  { name: '20261130204300_fold_without_width', class: Migration20261130204300 },
  { name: '20261201030000_references', class: Migration20261201030000 },
];
