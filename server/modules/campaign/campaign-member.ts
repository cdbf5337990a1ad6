import { instant, lookup, picklist, reference } from '../../core/fields.js';
import { definePicklist } from '../../core/picklist.js';
import { BaseRecord, linking, record, type CrmRecord } from '../../core/record.js';
import { Campaign } from './campaign.js';

const CampaignMemberStatus = definePicklist('CampaignMemberStatus', 'How far a campaign has come with somebody.', ['Planned', 'Invited', 'Sent', 'Received', 'Opened', 'Responded', 'Bounced', 'Opted Out'], { RESPONDED: ['Responded'], BOUNCED: ['Bounced'] });

@record({
  prefix: 'campaignmember',
  name: 'CampaignMember',
  plural: 'campaignMembers',
  description: 'A lead or a contact that a campaign addresses, once per campaign.',
  ...linking('campaign', 'person'),
})
export class CampaignMember extends BaseRecord {
  @lookup(() => Campaign, {
    description: 'The campaign.',
    required: true,
    fixed: true,
    inverse: { name: 'members', description: 'Whom the campaign is for.', nested: true },
  })
  campaign!: Campaign;
  @reference(['Lead', 'Contact'], {
    description: 'The lead or contact.',
    required: true,
    fixed: true,
    inverse: { name: 'campaignMemberships', description: 'The campaigns that the person is part of.' },
  })
  person!: CrmRecord;
  @picklist(CampaignMemberStatus, { description: 'How far the campaign has come with the person.', required: true, default: 'PLANNED' })
  memberStatus!: string;
  @instant({
    description: 'When the status last changed.',
    formula: `CASE WHEN tg_op = 'INSERT' THEN coalesce(new.status_changed_at, now()) WHEN new.member_status IS DISTINCT FROM old.member_status THEN now() ELSE old.status_changed_at END`,
    historical: true,
  })
  statusChangedAt?: Date | null;
}
