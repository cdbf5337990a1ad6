import type { Figure, Summary, SummaryReading } from '../../core/registry.js';

const count = (sql: string, of: readonly string[], description: string): Figure => ({ kind: 'integer', sql: `coalesce(${sql}, 0)::int`, of, description });
const decimal = (sql: string, of: readonly string[], description: string): Figure => ({ kind: 'decimal', sql, of, description });
/** Rounded to the decimals of the base currency; null where there is nothing to divide by. */
const share = (sum: string, by: string, of: readonly string[], description: string): Figure => decimal(`round(${sum} / nullif(${by}, 0), typed.decimals)`, of, description);
const percent = (sql: string, of: readonly string[], description: string): Figure => decimal(`round(${sql}, 2)`, of, description);

const COST = ['Campaign.actualCost'];
/** Whoever may not see whom a campaign is for does not learn how many they are. */
const MEMBERS = 'CampaignMember.campaign';
const WON = ['Deal.amount', 'Deal.campaignSource', 'Deal.stage'];

/** What a campaign brings and costs (workflows.md 4). */
const figures: Readonly<Record<string, Figure>> = {
  expectedRevenue: decimal('typed.expected_revenue', ['Campaign.expectedRevenue'], 'What it is to bring.'),
  budgetedCost: decimal('typed.budgeted_cost', ['Campaign.budgetedCost'], 'What it may cost.'),
  actualCost: decimal('typed.actual_cost', COST, 'What it has cost.'),
  // A sum of whole numbers may be longer than one of them.
  numSent: decimal('typed.num_sent', ['Campaign.numSent'], 'How many it was sent to.'),
  totalMembers: count('people.members', [MEMBERS], 'How many take part.'),
  respondedMembers: count('people.responded', [MEMBERS, 'CampaignMember.memberStatus'], 'How many of them have a status of the category RESPONDED.'),
  leads: count('people.leads', [MEMBERS, 'CampaignMember.person'], 'How many of them are leads.'),
  contacts: count('people.contacts', [MEMBERS, 'CampaignMember.person'], 'How many of them are contacts.'),
  convertedLeads: count('people.converted', [MEMBERS, 'CampaignMember.person', 'Lead.converted'], 'How many of the leads have been converted.'),
  deals: count('money.deals', ['Deal.campaignSource'], 'How many deals came from it.'),
  openDealsAmount: decimal('coalesce(money.open, 0)', WON, 'What the open ones among them would bring.'),
  actualRevenue: decimal('coalesce(money.won, 0)', WON, 'What the won ones among them bring.'),
  responseRate: percent(
    '100 * people.responded::numeric / nullif(coalesce(typed.num_sent, 0) + people.unsent, 0)',
    [MEMBERS, 'CampaignMember.memberStatus', 'Campaign.numSent'],
    'How many have responded, in percent of those it was sent to; of a campaign that does not say how many, of its members.',
  ),
  costPerResponse: share('typed.actual_cost', 'people.responded', [...COST, MEMBERS, 'CampaignMember.memberStatus'], 'What each response has cost.'),
  costPerLead: share('typed.actual_cost', 'people.leads', [...COST, MEMBERS, 'CampaignMember.person'], 'What each lead has cost.'),
  roiPercent: percent('100 * (coalesce(money.won, 0) - typed.actual_cost) / nullif(typed.actual_cost, 0)', [...COST, ...WON], 'What it has brought beyond its cost, in percent of that; null while it has cost nothing.'),
  expectedRoiPercent: percent('100 * (typed.expected_revenue - typed.budgeted_cost) / nullif(typed.budgeted_cost, 0)', ['Campaign.expectedRevenue', 'Campaign.budgetedCost'], 'What it is to bring beyond its budget, in percent of that.'),
  costVariance: decimal('typed.actual_cost - typed.budgeted_cost', [...COST, 'Campaign.budgetedCost'], 'What it has cost beyond its budget.'),
};

/** @param ids an array of the ids of the campaigns that are counted together */
const from = ({ org, rows }: SummaryReading, ids: string): string => `FROM (SELECT ${ids} AS ids) chosen
  CROSS JOIN LATERAL (SELECT sum(c.expected_revenue_base) AS expected_revenue, sum(c.budgeted_cost_base) AS budgeted_cost, sum(c.actual_cost_base) AS actual_cost,
      sum(c.num_sent) AS num_sent, crm_decimals(crm_base_currency(${org})) AS decimals
    FROM campaign c WHERE c.org = ${org} AND c.id = ANY(chosen.ids)) typed
  CROSS JOIN LATERAL (SELECT count(*) AS members, count(*) FILTER (WHERE v.category = 'RESPONDED') AS responded, count(*) FILTER (WHERE m.person_module = 'lead') AS leads,
      count(*) FILTER (WHERE m.person_module = 'contact') AS contacts, count(*) FILTER (WHERE l.converted) AS converted,
      count(*) FILTER (WHERE coalesce(c.num_sent, 0) = 0) AS unsent
    FROM ${rows('CampaignMember')} m JOIN campaign c ON c.org = ${org} AND c.id = m.campaign_id
      LEFT JOIN picklist_value v ON v.org = ${org} AND v.picklist = 'CampaignMemberStatus' AND v.key = m.member_status
      LEFT JOIN ${rows('Lead')} l ON l.id = m.person_id
    WHERE m.campaign_id = ANY(chosen.ids)) people
  CROSS JOIN LATERAL (SELECT count(*) AS deals, sum(d.amount_base) FILTER (WHERE s.category = 'OPEN') AS open, sum(d.amount_base) FILTER (WHERE s.category = 'WON') AS won
    FROM ${rows('Deal')} d JOIN pipeline_stage s ON s.org = ${org} AND s.id = d.stage_id
    WHERE d.campaign_source_id = ANY(chosen.ids)) money`;

export const campaignSummaries: readonly Summary[] = [
  {
    name: 'figures',
    type: 'CampaignFigures',
    description: 'What it brings and costs, without the campaigns that are part of it.',
    figures,
    of: [],
    from: (reading) => from(reading, `ARRAY[${reading.alias}.id]`),
  },
  {
    name: 'figuresInHierarchy',
    type: 'CampaignFigures',
    description: 'What it brings and costs together with the campaigns that are part of it, and of those.',
    figures,
    of: ['Campaign.parentCampaign'],
    from: (reading) => from(reading, `ARRAY(WITH RECURSIVE tree AS (SELECT ${reading.alias}.id UNION SELECT c.id FROM tree JOIN ${reading.rows('Campaign')} c ON c.parent_campaign_id = tree.id) SELECT tree.id FROM tree)`),
  },
];
