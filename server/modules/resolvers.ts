import { crud, reads } from '../core/crud.js';
import { NodeResolver } from '../core/node.resolver.js';
import type { ClassRef } from '../core/schema/type-builder.js';
import { ApiKeyResolver } from '../platform/auth/api-key.resolver.js';
import { AuthResolver, ViewerResolver } from '../platform/auth/auth.resolver.js';
import { EnumerationResolver } from '../platform/enumeration.resolver.js';
import { FileResolver } from '../platform/files/file.resolver.js';
import { MetadataResolver } from '../platform/metadata/metadata.resolver.js';
import { PicklistResolver } from '../platform/picklists/picklist.resolver.js';
import { Account } from './account/account.js';
import { CampaignMember } from './campaign/campaign-member.js';
import { Campaign } from './campaign/campaign.js';
import { Contact } from './contact/contact.js';
import { Currency } from './currency/currency.js';
import './currency/currency.rules.js';
import { ExchangeRate } from './currency/exchange-rate.js';
import { DealContactRole } from './deal/deal-contact-role.js';
import './deal/deal-stage-history.rules.js';
import { Deal } from './deal/deal.js';
import './deal/deal.rules.js';
import { Invoice } from './sales-document/invoice.js';
import { ImportMappingResolver } from './import-mapping/import-mapping.resolver.js';
import { JobResolver } from './job/job.resolver.js';
import { Lead } from './lead/lead.js';
import './lead/lead.rules.js';
import { Organization } from './organization/organization.js';
import './organization/organization.rules.js';
import { PipelineStageResolver } from './pipeline/pipeline-stage.resolver.js';
import './pipeline/pipeline-stage.rules.js';
import { PipelineResolver, PipelinesPayloadResolver } from './pipeline/pipeline.resolver.js';
import './pipeline/pipeline.rules.js';
import { ListPrice } from './price-book/list-price.js';
import { PriceBook } from './price-book/price-book.js';
import './price-book/price-book.rules.js';
import { ProductLink } from './product/product-link.js';
import { ProductTax } from './product/product-tax.js';
import { ProductResolver, ReorderProductsPayloadResolver } from './product/product.resolver.js';
import { Profile } from './profile/profile.js';
import { PurchaseOrder } from './sales-document/purchase-order.js';
import { Quote } from './sales-document/quote.js';
import { RoleResolver } from './role/role.resolver.js';
import './sales-document/document-setting.rules.js';
import './sales-document/document.rules.js';
import { DocumentSetting } from './sales-document/document-setting.js';
import { LineItem } from './sales-document/line-item.js';
import { PreviewTotalsResolver } from './sales-document/preview-totals.resolver.js';
import { SalesOrder } from './sales-document/sales-order.js';
import { StockAdjustment } from './sales-document/stock-adjustment.js';
import { StockMovement } from './sales-document/stock-movement.js';
import { Tax } from './tax/tax.js';
import { ExportResolver, StartExportPayloadResolver } from '../platform/export/export.resolver.js';
import { ImportResolver, StartImportPayloadResolver } from '../platform/import/import.resolver.js';
import { UniqueFieldResolver } from '../platform/unique-fields/unique-field.resolver.js';
import { UserLinkResolver, UserResolver } from './user/user.resolver.js';
import { ViewerSettingsResolver } from './user/viewer-settings.resolver.js';
import { Vendor } from './vendor/vendor.js';

/** Everything that can be asked and done. A module without verbs of its own needs no resolver file. */
export const resolvers: readonly ClassRef[] = [
  NodeResolver,
  AuthResolver,
  ViewerResolver,
  ApiKeyResolver,
  PicklistResolver,
  EnumerationResolver,
  MetadataResolver,
  ViewerSettingsResolver,
  UniqueFieldResolver,
  ImportResolver,
  StartImportPayloadResolver,
  ExportResolver,
  StartExportPayloadResolver,
  crud(Organization, { isForAdministrators: true }),
  RoleResolver,
  reads(Profile),
  UserResolver,
  UserLinkResolver,
  crud(Currency, { isForAdministrators: true }),
  crud(ExchangeRate, { isForAdministrators: true }),
  PipelineResolver,
  PipelinesPayloadResolver,
  PipelineStageResolver,
  crud(Account),
  crud(Contact),
  crud(Deal),
  crud(DealContactRole),
  crud(Lead),
  crud(Campaign),
  crud(CampaignMember),
  crud(Vendor),
  crud(Tax, { isForAdministrators: true }),
  ProductResolver,
  ReorderProductsPayloadResolver,
  crud(ProductTax, {}, { verbs: ['create', 'delete', 'restore'] }),
  crud(ProductLink),
  crud(PriceBook),
  crud(ListPrice),
  crud(DocumentSetting, { isForAdministrators: true }, { verbs: ['update'], isForMany: false }),
  crud(Quote),
  crud(SalesOrder),
  crud(PurchaseOrder),
  crud(Invoice),
  reads(LineItem),
  PreviewTotalsResolver,
  crud(StockAdjustment, {}, { verbs: ['create'] }),
  reads(StockMovement),
  JobResolver,
  ImportMappingResolver,
  FileResolver,
];
