import { date, integer, lookup, money, picklist, text, textarea } from '../../core/fields.js';
import { definePicklist } from '../../core/picklist.js';
import { MoneyRecord, record } from '../../core/record.js';
import { campaignSummaries } from './campaign-figures.js';

const CampaignType = definePicklist('CampaignType', 'What kind of campaign it is.', ['Conference', 'Webinar', 'Trade Show', 'Public Relations', 'Partners', 'Referral Program', 'Advertisement', 'Banner Ads', 'Direct Mail', 'Email', 'Telemarketing', 'Others']);

const CampaignStatus = definePicklist('CampaignStatus', 'Where the campaign stands.', ['Planning', 'Active', 'Inactive', 'Complete']);

@record({
  duplicateCheck: 'campaignName',
  prefix: 'campaign',
  name: 'Campaign',
  plural: 'campaigns',
  description: 'Something that we do to win customers, with its cost and what it brings (modules.md 6).',
  indexes: [['campaignName'], ['startDate']],
  summaries: campaignSummaries,
})
export class Campaign extends MoneyRecord {
  @text({ description: 'What it is called.', required: true, max: 255 }) campaignName!: string;
  @picklist(CampaignType, { description: 'What kind of campaign it is.' }) type?: string | null;
  @picklist(CampaignStatus, { description: 'Where it stands.' }) status?: string | null;
  @date({ description: 'When it begins.' }) startDate?: string | null;
  @date({ description: 'When it ends.', notBefore: 'startDate' }) endDate?: string | null;
  @money({ description: 'What it is to bring.' }) expectedRevenue?: string | null;
  @money({ description: 'What it may cost.' }) budgetedCost?: string | null;
  @money({ description: 'What it has cost.' }) actualCost?: string | null;
  @integer({ description: 'How many of those it is sent to are to answer, in percent.', range: [0, 100] }) expectedResponse?: number | null;
  @integer({ description: 'How many it was sent to.', range: [0, 2_147_483_647] }) numSent?: number | null;
  @lookup(() => Campaign, {
    description: 'The campaign that it is part of.',
    tree: true,
    inverse: { name: 'childCampaigns', description: 'The campaigns that are part of it.' },
  })
  parentCampaign?: Campaign | null;
  @textarea({ description: 'Anything worth knowing.' }) description?: string | null;
}
