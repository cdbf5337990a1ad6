import { date, instant, integer, lookup, money, picklist, secondsSince, text, textarea } from '../../core/fields.js';
import { definePicklist } from '../../core/picklist.js';
import { MoneyRecord, record } from '../../core/record.js';
import { Account } from '../account/account.js';
import { Campaign } from '../campaign/campaign.js';
import { Contact } from '../contact/contact.js';
import { LeadSource } from '../picklists.js';
import { Pipeline } from '../pipeline/pipeline.js';
import { stageHistorySql } from './stage-history.sql.js';
import { PipelineStage } from '../pipeline/pipeline-stage.js';

const DealType = definePicklist('DealType', 'Whether we sell to a customer we already have.', ['Existing Business', 'New Business']);

const ReasonForLoss = definePicklist('ReasonForLoss', 'Why a deal was lost.', ['Expectation Mismatch', 'Price', 'Unqualified Customer', 'Lack of response', 'Missed Follow Ups', 'Wrong Target', 'Competition', 'Future Interest', 'Other']);

@record({
  duplicateCheck: 'dealName',
  sharesNames: true,
  prefix: 'deal',
  name: 'Deal',
  plural: 'deals',
  description: 'A chance to sell something, on its way through the stages of a pipeline.',
  indexes: [['closingDate'], ['amount']],
  sql: stageHistorySql,
})
export class Deal extends MoneyRecord {
  @text({ description: 'What the deal is called.', required: true, max: 120 }) dealName!: string;
  @lookup(() => Account, { description: 'The company that would buy.', inverse: { name: 'deals', description: 'Deals with the company.' } })
  account?: Account | null;
  @lookup(() => Contact, {
    description: 'The main contact.',
    inverse: { name: 'deals', description: 'Deals the person is the main contact of.' },
  })
  contact?: Contact | null;
  @money({ description: 'What the deal would bring.' }) amount?: string | null;
  @date({ description: 'When the deal closes or is expected to.', required: true }) closingDate!: string;
  @lookup(() => Pipeline, {
    description: 'The pipeline the deal goes through. Default: the default pipeline.',
    required: true,
    filledIn: true,
    inverse: { name: 'deals', description: 'Its deals.' },
  })
  pipeline!: Pipeline;
  @lookup(() => PipelineStage, {
    description: 'Where the deal stands; inputs name it by its key.',
    required: true,
    inputKey: 'key',
    inverse: { name: 'deals', description: 'Deals that stand here.' },
  })
  stage!: PipelineStage;
  @integer({
    description: 'The chance of winning, in percent. Taken from the stage when the stage changes, unless given.',
    range: [0, 100],
  })
  probability?: number | null;
  @money({ description: 'amount × probability / 100.', formula: 'new.amount * new.probability / 100' }) expectedRevenue?: string | null;
  @picklist(DealType, { description: 'Whether we sell to a customer we already have.' }) type?: string | null;
  @picklist(LeadSource, { description: 'Where the deal came from.' }) leadSource?: string | null;
  @lookup(() => Campaign, {
    description: 'The campaign that the deal came from.',
    inverse: { name: 'deals', description: 'The deals that came from it.' },
  })
  campaignSource?: Campaign | null;
  @text({ description: 'What happens next.', max: 100 }) nextStep?: string | null;
  @picklist(ReasonForLoss, { description: 'Why the deal was lost; only in a stage of the category LOST.' }) reasonForLoss?: string | null;
  @instant({
    description: 'When the deal was won or lost; null while it is open.',
    formula: `CASE WHEN deal_stage_category(new.org, new.stage_id) = 'OPEN' THEN NULL ELSE coalesce(new.closed_at, now()) END`,
    historical: true,
  })
  closedAt?: Date | null;
  @instant({
    description: 'When the deal entered its current stage.',
    formula: `CASE WHEN tg_op = 'INSERT' THEN coalesce(new.closed_at, new.created_at, now()) WHEN new.stage_id IS DISTINCT FROM old.stage_id THEN now() ELSE new.stage_entered_at END`,
    derived: true,
  })
  stageEnteredAt?: Date | null;
  @secondsSince('stageEnteredAt', { description: 'Seconds since the deal entered its current stage, as of now. Filter and order by `stageEnteredAt`.' })
  secondsInStage?: number | null;
  @integer({
    description: 'Whole days from when the deal was made to when it was won or lost.',
    formula: 'CASE WHEN new.closed_at IS NOT NULL THEN greatest(0, extract(day FROM new.closed_at - coalesce(new.created_at, now()))::int) END',
  })
  salesCycleDuration?: number | null;
  @textarea({ description: 'Anything worth knowing.' }) description?: string | null;
}
