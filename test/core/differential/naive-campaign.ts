import { Decimal } from 'decimal.js';
import type { Module } from '../../../server/core/registry.js';
import { Exact } from './compare.js';
import type { Row } from './content.js';
import { valueOf, type Rows } from './naive-rows.js';

/** The figures of campaigns as workflows.md 4 defines them, added up row by row. */
export function campaignFigures(rows: Rows, campaign: Row, isOfHierarchy: boolean): Readonly<Record<string, string | number | null>> {
  const [campaigns, members, deals, leads, stages] = ['Campaign', 'CampaignMember', 'Deal', 'Lead', 'PipelineStage'].map((name) =>
    rows.registry.module(name),
  ) as [Module, Module, Module, Module, Module];
  const chosen = [campaign];
  for (const one of isOfHierarchy ? chosen : [])
    for (const child of pointing(campaigns, 'parentCampaign', one)) if (!chosen.includes(child)) chosen.push(child);

  const typed = (name: string): Decimal | null => total(chosen.map((row) => cell(campaigns, row, name)));
  const [revenue, budget, cost] = ['expectedRevenue', 'budgetedCost', 'actualCost'].map((name) => typed(`${name}InBaseCurrency`));
  const sent = typed('numSent');
  const people = chosen.flatMap((row) => pointing(members, 'campaign', row));
  const are = (prefix: string): number => people.filter((row) => cell(members, row, 'person')!.startsWith(`${prefix}_`)).length;
  const status = members.fields.get('memberStatus')!;
  const responded = people.filter((row) => rows.picklistValue(status, valueOf(status, row))?.category === 'RESPONDED').length;
  const reached = Exact.sum(
    0,
    ...chosen.map((row) => Number(cell(campaigns, row, 'numSent') ?? 0) || pointing(members, 'campaign', row).length),
  );
  const converted = people.filter((row) => {
    const person = rows.referred(members.fields.get('person')!, row);
    return person?.module === leads && cell(leads, person.row, 'converted') === 'true';
  }).length;
  const sold = chosen.flatMap((row) => pointing(deals, 'campaignSource', row));
  const of = (category: string): Decimal =>
    total(
      sold
        .filter((row) => {
          const stage = rows.all(stages).find(({ id }) => id === cell(deals, row, 'stage'))!;
          return cell(stages, stage, 'category') === category;
        })
        .map((row) => cell(deals, row, 'amountInBaseCurrency')),
    ) ?? new Exact(0);
  const won = of('WON');
  const percent = (part: Decimal | null | undefined, whole: Decimal | null | undefined): string | null =>
    part && whole && !whole.isZero() ? text(part.times(100).div(whole).toDecimalPlaces(2, Decimal.ROUND_HALF_UP)) : null;
  const each = (count: number): string | null =>
    cost && count > 0 ? text(cost.div(count).toDecimalPlaces(2, Decimal.ROUND_HALF_UP)) : null;
  return {
    expectedRevenue: text(revenue),
    budgetedCost: text(budget),
    actualCost: text(cost),
    numSent: text(sent),
    totalMembers: people.length,
    respondedMembers: responded,
    leads: are('lead'),
    contacts: are('contact'),
    convertedLeads: converted,
    deals: sold.length,
    openDealsAmount: text(of('OPEN')),
    actualRevenue: text(won),
    responseRate: percent(new Exact(responded), reached),
    costPerResponse: each(responded),
    costPerLead: each(are('lead')),
    roiPercent: percent(cost && won.minus(cost), cost),
    expectedRoiPercent: percent(revenue && budget && revenue.minus(budget), budget),
    costVariance: text(cost && budget && cost.minus(budget)),
  };

  function pointing(module: Module, via: string, row: Row): Row[] {
    return rows
      .related({ name: '', description: '', module: module.name, via: module.fields.get(via)!, includes: [] }, row)
      .filter((one) => rows.isVisible(module, one, 'WITHOUT'));
  }
}

const cell = (module: Module, row: Row, name: string): string | null => valueOf(module.fields.get(name)!, row);
const text = (value: Decimal | null | undefined): string | null => (value ? value.toString() : null);

function total(values: readonly (string | null)[]): Decimal | null {
  const given = values.filter((value) => value !== null);
  return given.length > 0 ? Exact.sum(...given) : null;
}
