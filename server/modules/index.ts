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
import { Invoice } from './sales-document/invoice.js';
import { ImportMapping } from './import-mapping/import-mapping.js';
import { JobRow } from './job/job-row.js';
import { Job } from './job/job.js';
import { Lead } from './lead/lead.js';
import { Organization } from './organization/organization.js';
import { PipelineStage } from './pipeline/pipeline-stage.js';
import { Pipeline } from './pipeline/pipeline.js';
import { Profile } from './profile/profile.js';
import { ListPrice } from './price-book/list-price.js';
import { PriceBook } from './price-book/price-book.js';
import { PriceRange } from './price-book/price-range.js';
import { ProductLink } from './product/product-link.js';
import { ProductTax } from './product/product-tax.js';
import { Product } from './product/product.js';
import { PurchaseOrder } from './sales-document/purchase-order.js';
import { Quote } from './sales-document/quote.js';
import { Role } from './role/role.js';
import { DocumentSetting } from './sales-document/document-setting.js';
import { LineItem } from './sales-document/line-item.js';
import { SalesOrder } from './sales-document/sales-order.js';
import { StockAdjustment } from './sales-document/stock-adjustment.js';
import { StockMovement } from './sales-document/stock-movement.js';
import { Tax } from './tax/tax.js';
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
  Tax,
  Product,
  ProductTax,
  ProductLink,
  PriceBook,
  PriceRange,
  ListPrice,
  DocumentSetting,
  Quote,
  SalesOrder,
  PurchaseOrder,
  Invoice,
  LineItem,
  StockAdjustment,
  StockMovement,
  Job,
  JobRow,
  ImportMapping,
] as const;

/** The modules as every organisation has them before its own additions. */
export const registry: Registry = createRegistry(records);
