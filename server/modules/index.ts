import { createRegistry, type Registry } from '../core/registry.js';
import { Account } from './account/account.js';
import { CampaignMember } from './campaign/campaign-member.js';
import { Campaign } from './campaign/campaign.js';
import { Contact } from './contact/contact.js';
import { Currency } from './currency/currency.js';
import { ExchangeRate } from './currency/exchange-rate.js';
import { DealContactRole } from './deal/deal-contact-role.js';
import { DealStageHistory } from './deal/deal-stage-history.js';
import { Deal } from './deal/deal.js';
import { ImportMapping } from './import-mapping/import-mapping.js';
import { JobRow } from './job/job-row.js';
import { Job } from './job/job.js';
import { Lead } from './lead/lead.js';
import { Organization } from './organization/organization.js';
import { PipelineStage } from './pipeline/pipeline-stage.js';
import { Pipeline } from './pipeline/pipeline.js';
import { Profile } from './profile/profile.js';
import { Product } from './product/product.js';
import { Role } from './role/role.js';
import { User } from './user/user.js';
import { Vendor } from './vendor/vendor.js';

/** The modules of the product, each after the ones it refers to. A new module is added here and nowhere else. */
export const records = [
  Organization,
  Role,
  Profile,
  User,
  Currency,
  ExchangeRate,
  Pipeline,
  PipelineStage,
  Campaign,
  Vendor,
  Account,
  Contact,
  Deal,
  DealStageHistory,
  DealContactRole,
  Lead,
  CampaignMember,
  Product,
  Job,
  JobRow,
  ImportMapping,
] as const;

/** The modules as every organisation has them before its own additions. */
export const registry: Registry = createRegistry(records);
