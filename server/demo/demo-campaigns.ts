/** The demo organisation's campaigns. Picklist fields hold stable keys; amounts are in euro. */
export interface DemoCampaign {
  readonly key: string;
  readonly ownerKey: string;
  readonly parentKey?: string;
  readonly campaignName: string;
  readonly type: 'CONFERENCE' | 'WEBINAR' | 'TRADE_SHOW' | 'EMAIL' | 'REFERRAL_PROGRAM' | 'DIRECT_MAIL';
  readonly status: 'PLANNING' | 'ACTIVE' | 'INACTIVE' | 'COMPLETE';
  /** Days from today: negative for those that have begun. */
  readonly startsInDays: number;
  readonly endsInDays: number;
  readonly expectedRevenue?: string;
  readonly budgetedCost?: string;
  readonly actualCost?: string;
  /** In percent. */
  readonly expectedResponse?: number;
  readonly numSent?: number;
  readonly description?: string;
  /** The deals that came from it. */
  readonly dealKeys?: readonly string[];
}

export const demoCampaigns: readonly DemoCampaign[] = [
  {
    key: 'heat-year',
    ownerKey: 'chief',
    campaignName: 'A year of waste heat',
    type: 'CONFERENCE',
    status: 'ACTIVE',
    startsInDays: -200,
    endsInDays: 165,
    expectedRevenue: '400000',
    budgetedCost: '60000',
    actualCost: '8200',
    description: 'Everything that we do this year about heat that leaves through the chimney.',
  },
  {
    key: 'heat-fair',
    parentKey: 'heat-year',
    ownerKey: 'manager-west',
    campaignName: 'Stand at the energy fair in Utrecht',
    type: 'TRADE_SHOW',
    status: 'COMPLETE',
    startsInDays: -120,
    endsInDays: -117,
    expectedRevenue: '150000',
    budgetedCost: '22000',
    actualCost: '24350.5',
    expectedResponse: 8,
    numSent: 640,
    dealKeys: ['energie-warmtenet', 'dijkhuizen-koelkasten', 'grachtenlab-zwembad'],
  },
  {
    key: 'heat-webinar',
    parentKey: 'heat-year',
    ownerKey: 'manager-east',
    campaignName: 'Webinar: a furnace in numbers',
    type: 'WEBINAR',
    status: 'COMPLETE',
    startsInDays: -60,
    endsInDays: -60,
    expectedRevenue: '45000',
    budgetedCost: '1500',
    actualCost: '1180',
    expectedResponse: 20,
    numSent: 310,
    dealKeys: ['linz-haerteofen', 'fournils-four'],
  },
  {
    key: 'cold-letters',
    ownerKey: 'sales-south',
    campaignName: 'Letters to those who keep things cold',
    type: 'DIRECT_MAIL',
    status: 'ACTIVE',
    startsInDays: -14,
    endsInDays: 30,
    expectedRevenue: '80000',
    budgetedCost: '3200',
    actualCost: '2960',
    expectedResponse: 3,
    numSent: 1200,
    dealKeys: ['riviere-froid'],
  },
  {
    key: 'spring-friends',
    ownerKey: 'sales-west',
    campaignName: 'Customers bring a customer',
    type: 'REFERRAL_PROGRAM',
    status: 'PLANNING',
    startsInDays: 45,
    endsInDays: 135,
    expectedRevenue: '60000',
    budgetedCost: '5000',
  },
];

type MemberStatus = 'PLANNED' | 'INVITED' | 'SENT' | 'RECEIVED' | 'OPENED' | 'RESPONDED' | 'BOUNCED' | 'OPTED_OUT';

/** Whom they are for: a lead or a contact. */
export type DemoCampaignMember = { readonly campaignKey: string; readonly memberStatus: MemberStatus } & (
  { readonly leadKey: string; readonly contactKey?: never } | { readonly contactKey: string; readonly leadKey?: never }
);

export const demoCampaignMembers: readonly DemoCampaignMember[] = [
  { campaignKey: 'heat-fair', leadKey: 'anouk-verbeeck', memberStatus: 'RESPONDED' },
  { campaignKey: 'heat-fair', leadKey: 'joost-haverkamp', memberStatus: 'RESPONDED' },
  { campaignKey: 'heat-fair', leadKey: 'wietske-tamminga', memberStatus: 'INVITED' },
  { campaignKey: 'heat-fair', contactKey: 'sanne-de-wit', memberStatus: 'RESPONDED' },
  { campaignKey: 'heat-fair', contactKey: 'marloes-kuiper', memberStatus: 'RESPONDED' },
  { campaignKey: 'heat-fair', contactKey: 'noor-abbas', memberStatus: 'SENT' },
  { campaignKey: 'heat-webinar', leadKey: 'lennart-brueggemann', memberStatus: 'OPENED' },
  { campaignKey: 'heat-webinar', leadKey: 'theresa-moosbauer', memberStatus: 'RESPONDED' },
  { campaignKey: 'heat-webinar', leadKey: 'urs-zumstein', memberStatus: 'BOUNCED' },
  { campaignKey: 'heat-webinar', contactKey: 'katharina-essl-huber', memberStatus: 'RESPONDED' },
  { campaignKey: 'heat-webinar', contactKey: 'beatrice-casteran', memberStatus: 'RECEIVED' },
  { campaignKey: 'cold-letters', leadKey: 'clemence-aubrac', memberStatus: 'SENT' },
  { campaignKey: 'cold-letters', leadKey: 'theo-lanvaux', memberStatus: 'SENT' },
  { campaignKey: 'cold-letters', leadKey: 'oceane-riviere', memberStatus: 'OPTED_OUT' },
  { campaignKey: 'cold-letters', contactKey: 'helene-dubreuil', memberStatus: 'SENT' },
  { campaignKey: 'spring-friends', contactKey: 'willemijn-van-oordt', memberStatus: 'PLANNED' },
  { campaignKey: 'spring-friends', contactKey: 'antje-veldkamp', memberStatus: 'PLANNED' },
];
