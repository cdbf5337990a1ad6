import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import pg from 'pg';
import { standardCalendar, type Calendar } from '../../server/core/calendar.js';
import { asOwner } from '../support/two-organizations.js';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

/** A year of a sales team: 85 companies, 35 salespeople with their managers, 8,800 opportunities. */
const folder = new URL('../../../shared/data/maven-crm-sales/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere) console.warn(`${fileURLToPath(folder)} is not there: the tests on real sales data are left out.`);

interface AccountRow {
  readonly account: string;
  readonly sector: string;
  readonly year_established: string;
  /** In millions of US dollars. */
  readonly revenue: string;
  readonly employees: string;
  readonly office_location: string;
  readonly subsidiary_of: string;
}

interface Opportunity {
  readonly opportunity_id: string;
  readonly sales_agent: string;
  readonly product: string;
  readonly account: string;
  readonly deal_stage: keyof typeof stageKeys;
  readonly engage_date: string;
  readonly close_date: string;
  readonly close_value: string;
}

const stageKeys = { Prospecting: 'QUALIFICATION', Engaging: 'NEEDS_ANALYSIS', Won: 'CLOSED_WON', Lost: 'CLOSED_LOST' } as const;
const probabilities = { Prospecting: 10, Engaging: 20, Won: 100, Lost: 0 } as const;

const rowsOf = <Row>(file: string): readonly Row[] => (isThere ? parse<Row>(readFileSync(new URL(file, folder)), { columns: true }) : []);
const accounts = rowsOf<AccountRow>('accounts.csv');
const opportunities = rowsOf<Opportunity>('sales_pipeline.csv');
const teams = rowsOf<{ sales_agent: string; manager: string; regional_office: string }>('sales_teams.csv');
const prices = new Map(
  rowsOf<{ product: string; sales_price: string }>('products.csv').map(({ product, sales_price }) => [product, sales_price]),
);

const won = opportunities.filter(({ deal_stage }) => deal_stage === 'Won');

/** The pipeline writes one product differently from the price list. */
const productOf = ({ product }: Opportunity): string => (product === 'GTXPro' ? 'GTX Pro' : product);

/** What a deal brought; while it is open, what its product costs. */
const amountOf = (row: Opportunity): string => row.close_value || prices.get(productOf(row))!;

/**
 * When a deal closed. A deal needs a closing date and the files have none for the open ones: they are expected to close
 * 90 days after they were engaged, and those not engaged yet 90 days after the year of the files.
 */
function closingDateOf({ close_date, engage_date }: Opportunity): string {
  if (close_date) return close_date;
  const day = new Date(`${engage_date || '2017-12-31'}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 90);
  return day.toISOString().slice(0, 10);
}

/** `1100.04` → `1100040000`, without a float on the way. */
function millions(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(6, '0')).toString();
}

interface Figures {
  readonly count: number;
  readonly sum: { readonly amount: string | null };
}

/** Count and sum of the rows that share a key, by that key. */
function figuresBy(rows: readonly Opportunity[], keyOf: (row: Opportunity) => string): Map<string, Figures> {
  const groups = Map.groupBy(rows, keyOf);
  return new Map([...groups].map(([key, group]) => [key, { count: group.length, sum: { amount: sumOf(group) } }]));
}

const sumOf = (rows: readonly Opportunity[]): string => String(rows.reduce((sum, row) => sum + BigInt(amountOf(row)), 0n));

const FIGURES = 'aggregate { count sum { amount } }';
const WON = 'stage: { category: { eq: WON } }';

(isThere ? describe : describe.skip)("a year of a real sales team's work", () => {
  let crm: Workspace;
  let importer: Person;
  let calendar: Calendar = standardCalendar;

  beforeAll(async () => {
    crm = await workspace({ calendarOf: () => calendar });
    const company = await crm.company('maven', usersOf(), 'USD');
    importer = company.chief;
    const accountIds = await loadAccounts(importer);
    await loadDeals(company, accountIds);
    await analyze(crm.url);
  });
  afterAll(() => crm.close());

  test('the files hold what their README says', () => {
    expect([accounts.length, accounts.filter(({ subsidiary_of }) => subsidiary_of).length, teams.length, opportunities.length]).toEqual([
      85, 15, 35, 8800,
    ]);
    expect({ ...Object.fromEntries(figuresBy(opportunities, ({ deal_stage }) => deal_stage)) }).toMatchObject({
      Won: { count: 4238, sum: { amount: '10005534' } },
      Lost: { count: 2473, sum: { amount: '0' } },
      Engaging: { count: 1589 },
      Prospecting: { count: 500 },
    });
    expect(opportunities.filter(({ close_date }) => !close_date).length).toBe(2089);
  });

  test('everything arrived once', async () => {
    const found = await importer.ask(
      `{ accounts { totalCount aggregate { sum { annualRevenue employees } } }
         subsidiaries: accounts(filter: { parentAccountId: { isNull: false } }) { totalCount }
         parents: accounts(first: 100, filter: { memberAccounts: { some: {} } }, orderBy: [{ accountName: ASC }]) { nodes { accountName memberAccounts(orderBy: [{ accountName: ASC }]) { nodes { accountName } } } }
         users { totalCount } deals { totalCount }
         homeless: deals(filter: { accountId: { isNull: true } }) { totalCount }
         idle: users(filter: { manager: { id: { isNull: false } }, ownedDeals: { none: {} } }, orderBy: [{ fullName: ASC }]) { nodes { fullName } } }`,
    );
    const parents = Map.groupBy(
      accounts.filter(({ subsidiary_of }) => subsidiary_of),
      ({ subsidiary_of }) => subsidiary_of,
    );
    const active = new Set(opportunities.map(({ sales_agent }) => sales_agent));
    expect(found).toEqual({
      accounts: {
        totalCount: accounts.length,
        aggregate: {
          sum: {
            annualRevenue: String(accounts.reduce((sum, { revenue }) => sum + BigInt(millions(revenue)), 0n)),
            employees: String(accounts.reduce((sum, { employees }) => sum + BigInt(employees), 0n)),
          },
        },
      },
      subsidiaries: { totalCount: accounts.filter(({ subsidiary_of }) => subsidiary_of).length },
      parents: {
        nodes: [...parents]
          .sort(([a], [b]) => a.localeCompare(b, 'en'))
          .map(([accountName, members]) => ({
            accountName,
            memberAccounts: {
              nodes: members
                .map(({ account }) => ({ accountName: account }))
                .sort((a, b) => a.accountName.localeCompare(b.accountName, 'en')),
            },
          })),
      },
      users: { totalCount: usersOf().length },
      deals: { totalCount: opportunities.length },
      homeless: { totalCount: opportunities.filter(({ account }) => !account).length },
      idle: {
        nodes: teams
          .map(({ sales_agent }) => sales_agent)
          .filter((name) => !active.has(name))
          .sort((a, b) => (familyName(a) < familyName(b) ? -1 : 1))
          .map((fullName) => ({ fullName })),
      },
    });
  });

  test('won amounts per quarter, a filter each', async () => {
    const quarters = ['2017-01-01', '2017-04-01', '2017-07-01', '2017-10-01', '2018-01-01'];
    const spans = quarters.slice(1).map((end, index) => ({ name: `q${index + 1}`, start: quarters[index]!, end }));
    const found = await importer.ask<Record<string, { aggregate: Figures }>>(
      `{ ${spans.map(({ name, start, end }) => `${name}: deals(filter: { ${WON}, closingDate: { gte: "${start}", lt: "${end}" } }) { ${FIGURES} }`).join('\n')} }`,
    );
    const wanted = spans.map(({ name, start, end }) => {
      const rows = won.filter(({ close_date }) => close_date >= start && close_date < end);
      return [name, { aggregate: { count: rows.length, sum: { amount: sumOf(rows) } } }];
    });
    expect(found).toEqual(Object.fromEntries(wanted));
    expect(Object.values(found).reduce((sum, { aggregate }) => sum + aggregate.count, 0)).toBe(won.length);
  });

  test('won amounts per fiscal quarter of a year that starts in February, the same in every zone', async () => {
    interface Group {
      readonly key: { readonly closingDate: string; readonly closingDatePeriod: { readonly name: string } };
      readonly aggregate: Figures;
    }
    // 2017-01 is the last month of the year that ends in 2017, 2017-02 the first of the one that ends in 2018.
    const quarterOf = ({ close_date }: Opportunity): string => {
      const months = Number(close_date.slice(0, 4)) * 12 + Number(close_date.slice(5, 7)) - 1 - 1;
      return `FY${Math.floor(months / 12) + 1}-Q${Math.floor((months % 12) / 3) + 1}`;
    };
    const wanted = figuresBy(won, quarterOf);
    expect([...wanted.keys()].sort()).toEqual(['FY2018-Q1', 'FY2018-Q2', 'FY2018-Q3', 'FY2018-Q4']);
    for (const timeZone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Niue']) {
      calendar = { timeZone, fiscalYearStart: 2, weekStart: 1 };
      const { deals } = await importer.ask<{ deals: { groups: Group[] } }>(
        `{ deals(filter: { ${WON} }) { groups(by: [{ field: CLOSING_DATE, bucket: FISCAL_QUARTER }]) { key { closingDate closingDatePeriod { name } } ${FIGURES} } } }`,
      );
      expect(new Map(deals.groups.map(({ key, aggregate }) => [key.closingDatePeriod.name, aggregate]))).toEqual(wanted);
      expect(deals.groups.map(({ key }) => key.closingDate)).toEqual(['2017-02-01', '2017-05-01', '2017-08-01', '2017-11-01']);
    }
  });

  test('deals per day of the moment they were made, in two zones', async () => {
    // The files have no moments: each deal was made at an hour of the day it was engaged that its number decides.
    const made = new Map(
      opportunities
        .filter(({ engage_date }) => engage_date)
        .map((row, index) => [
          row.opportunity_id,
          `${row.engage_date}T${String(index % 24).padStart(2, '0')}:${String((index * 7) % 60).padStart(2, '0')}:00Z`,
        ]),
    );
    await asOwner(crm.url, async (run) => {
      await run('ALTER TABLE deal DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY');
      await run(
        String.raw`UPDATE deal SET created_at = m.at::timestamptz FROM json_each_text($1) m(id, at) WHERE substring(deal.deal_name FROM '\(([^()]+)\)$') = m.id`,
        [JSON.stringify(Object.fromEntries(made))],
      );
      await run('ALTER TABLE deal ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY');
    });
    for (const timeZone of ['America/New_York', 'Asia/Kathmandu']) {
      calendar = { timeZone, fiscalYearStart: 1, weekStart: 1 };
      const { deals } = await importer.ask<{
        deals: { groups: { key: { createdAtPeriod: { from: string } }; aggregate: { count: number } }[] };
      }>(
        `{ deals(filter: { createdAt: { lt: "2018-06-01T00:00:00Z" } }) { groups(by: [{ field: CREATED_AT, bucket: DAY }]) { key { createdAtPeriod { from } } aggregate { count } } } }`,
      );
      const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
      const wanted = Map.groupBy(made.values(), (moment) => format.format(new Date(moment)));
      expect(deals.groups.map(({ key, aggregate }) => `${key.createdAtPeriod.from} ${aggregate.count}`)).toEqual(
        [...wanted].map(([day, moments]) => `${day} ${moments.length}`).sort(),
      );
    }
  });

  test('won amounts per salesperson, and per team', async () => {
    interface Person {
      readonly fullName: string;
      readonly manager: { readonly fullName: string };
    }
    const { deals, managers } = await importer.ask<{
      deals: { groups: { key: { owner: Person }; aggregate: Figures }[] };
      managers: { nodes: { fullName: string; reports: { totalCount: number } }[] };
    }>(
      `{ deals(filter: { ${WON} }) { groups(by: [{ field: OWNER }]) { key { owner { fullName manager { fullName } } } ${FIGURES} } }
         managers: users(filter: { reports: { some: {} } }) { nodes { fullName reports { totalCount } } } }`,
    );
    const bosses = new Map(teams.map(({ sales_agent, manager }) => [sales_agent, manager]));
    expect(new Map(deals.groups.map(({ key, aggregate }) => [key.owner.fullName, aggregate]))).toEqual(
      figuresBy(won, ({ sales_agent }) => sales_agent),
    );
    expect(deals.groups.filter(({ key }) => key.owner.manager.fullName !== bosses.get(key.owner.fullName))).toEqual([]);

    const perTeam = figuresBy(won, ({ sales_agent }) => bosses.get(sales_agent)!);
    const sizes = Map.groupBy(teams, ({ manager }) => manager);
    expect(new Map(managers.nodes.map(({ fullName, reports }) => [fullName, reports.totalCount]))).toEqual(
      new Map([...sizes].map(([manager, team]) => [manager, team.length])),
    );
    for (const [manager, figures] of perTeam) {
      const found = await importer.ask(
        `query ($manager: String!) { deals(filter: { ${WON}, owner: { manager: { fullName: { eq: $manager } } } }) { ${FIGURES} } }`,
        { manager },
      );
      expect([manager, found]).toEqual([manager, { deals: { aggregate: figures } }]);
    }
  });

  test('the pipeline by stage', async () => {
    interface Group {
      readonly key: { readonly stage: { readonly key: string; readonly probability: number } };
      readonly aggregate: { readonly count: number; readonly sum: { readonly amount: string; readonly expectedRevenue: string } };
    }
    const { deals } = await importer.ask<{ deals: { groups: Group[] } }>(
      `{ deals { groups(by: [{ field: STAGE }]) { key { stage { key probability } } aggregate { count sum { amount expectedRevenue } } } } }`,
    );
    const wanted = [...Map.groupBy(opportunities, ({ deal_stage }) => deal_stage)].map(([stage, rows]) => {
      const hundredths = rows.reduce((sum, row) => sum + BigInt(amountOf(row)) * BigInt(probabilities[stage]), 0n);
      const expectedRevenue = (Number(hundredths) / 100).toFixed(2).replace(/\.?0+$/, '');
      return {
        key: { stage: { key: stageKeys[stage], probability: probabilities[stage] } },
        aggregate: { count: rows.length, sum: { amount: sumOf(rows), expectedRevenue } },
      };
    });
    const byKey = (groups: readonly Group[]) => [...groups].sort((a, b) => (a.key.stage.key < b.key.stage.key ? -1 : 1));
    expect(byKey(deals.groups)).toEqual(byKey(wanted));
  });

  test('won amounts per account, in groups and account by account', async () => {
    interface Group {
      readonly key: { readonly account: { readonly accountName: string } | null };
      readonly aggregate: Figures;
    }
    const found = await importer.ask<{
      deals: { groups: Group[] };
      accounts: { nodes: { accountName: string; deals: { aggregate: Figures } }[] };
    }>(
      `{ deals(filter: { ${WON} }) { groups(by: [{ field: ACCOUNT }]) { key { account { accountName } } ${FIGURES} } }
         accounts(first: 100) { nodes { accountName deals(filter: { ${WON} }) { ${FIGURES} } } } }`,
    );
    const wanted = figuresBy(won, ({ account }) => account);
    expect(new Map(found.deals.groups.map(({ key, aggregate }) => [key.account?.accountName ?? '', aggregate]))).toEqual(wanted);
    const nothing: Figures = { count: 0, sum: { amount: null } };
    expect(new Map(found.accounts.nodes.map(({ accountName, deals }) => [accountName, deals.aggregate]))).toEqual(
      new Map(accounts.map(({ account }) => [account, wanted.get(account) ?? nothing])),
    );
  });
});

/** The managers, then who reports to them. */
function usersOf(): { firstName: string; lastName: string; email: string; managerEmail?: string }[] {
  const user = (name: string) => {
    const [firstName = '', ...rest] = name.split(' ');
    return { firstName, lastName: rest.join(' '), email: emailOf(name) };
  };
  const managers = [...new Set(teams.map(({ manager }) => manager))];
  return [...managers.map(user), ...teams.map(({ sales_agent, manager }) => ({ ...user(sales_agent), managerEmail: emailOf(manager) }))];
}

const handleOf = (name: string): string => name.toLowerCase().replaceAll(' ', '.');
const emailOf = (name: string): string => `${handleOf(name)}@maven.example.com`;

/** Makes the accounts, then says which belongs to which. */
async function loadAccounts(importer: Person): Promise<ReadonlyMap<string, string>> {
  const { createAccounts } = await importer.ask<{ createAccounts: { results: { account: { id: string; accountName: string } }[] } }>(
    'mutation ($inputs: [AccountCreateInput!]!) { createAccounts(inputs: $inputs) { results { account { id accountName } } } }',
    {
      inputs: accounts.map((row) => ({
        accountName: row.account,
        annualRevenue: millions(row.revenue),
        employees: Number(row.employees),
        billingCountry: row.office_location,
        description: `${row.sector}, since ${row.year_established}`,
      })),
    },
  );
  const ids = new Map(createAccounts.results.map(({ account }) => [account.accountName, account.id]));
  const items = accounts
    .filter((row) => row.subsidiary_of)
    .map((row) => ({ id: ids.get(row.account), input: { parentAccountId: ids.get(row.subsidiary_of) } }));
  const changed = await importer.ask('mutation ($items: [AccountUpdateItem!]!) { updateAccounts(items: $items) { succeeded failed } }', {
    items,
  });
  expect(changed).toEqual({ updateAccounts: { succeeded: items.length, failed: 0 } });
  return ids;
}

const ROWS_A_CALL = 1000;

async function loadDeals({ chief, people }: Company, accountIds: ReadonlyMap<string, string>): Promise<void> {
  for (let start = 0; start < opportunities.length; start += ROWS_A_CALL) {
    const inputs = opportunities.slice(start, start + ROWS_A_CALL).map((row) => ({
      dealName: `${row.account || 'No account yet'}: ${productOf(row)} (${row.opportunity_id})`,
      accountId: accountIds.get(row.account) ?? null,
      ownerId: `user_${people[handleOf(row.sales_agent)]!.userId}`,
      amount: amountOf(row),
      closingDate: closingDateOf(row),
      stage: stageKeys[row.deal_stage],
    }));
    const made = await chief.ask('mutation ($inputs: [DealCreateInput!]!) { createDeals(inputs: $inputs) { succeeded failed } }', {
      inputs,
    });
    expect(made).toEqual({ createDeals: { succeeded: inputs.length, failed: 0 } });
  }
}

/** What autovacuum does within a minute of such a load: before it, PostgreSQL plans as if the tables were all but empty. */
async function analyze(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('ANALYZE');
  await client.end();
}

const familyName = (fullName: string): string => fullName.split(' ').at(-1)!;
