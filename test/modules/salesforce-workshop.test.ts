import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

/** What a bank takes along from another CRM: its own stages, lead statuses, sources and industries. */
const folder = new URL('../../../shared/data/salesforce-workshop/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere) console.warn(`${fileURLToPath(folder)} is not there: the tests on another CRM's export are left out.`);

type Row = Readonly<Record<string, string>>;
const rowsOf = (name: string): readonly Row[] =>
  isThere ? parse<Row>(readFileSync(new URL(`${name}.csv`, folder)), { columns: true, bom: true }) : [];
const [accounts, contacts, leads, opportunities] = ['Account', 'Contact', 'Lead', 'Opportunity'].map(rowsOf) as [
  readonly Row[],
  readonly Row[],
  readonly Row[],
  readonly Row[],
];

/** The stages in their order, with what the files say of each. */
const STAGES = [
  { label: 'Qualification', category: 'OPEN', forecastCategory: 'PIPELINE' },
  { label: 'Discovery', category: 'OPEN', forecastCategory: 'PIPELINE' },
  { label: 'Proposal/Quote', category: 'OPEN', forecastCategory: 'BEST_CASE' },
  { label: 'Negotiation', category: 'OPEN', forecastCategory: 'BEST_CASE' },
  { label: 'Closed Won', category: 'WON', forecastCategory: 'CLOSED' },
  { label: 'Closed Lost', category: 'LOST', forecastCategory: 'OMITTED' },
] as const;

/** What ours are called in the files; the rest is added to the picklists. */
const salutations: Readonly<Record<string, string>> = { 'Mr.': 'MR', 'Mrs.': 'MRS', 'Ms.': 'MS', 'Dr.': 'DR' };

const distinct = (rows: readonly Row[], column: string): string[] => [...new Set(rows.map((row) => row[column]!).filter(Boolean))].sort();
const countsBy = (rows: readonly Row[], keyOf: (row: Row) => string | undefined): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(rows, (row) => keyOf(row) ?? '')].map(([key, group]) => [key, group.length]));
const cents = (amount: string): bigint => BigInt(Math.round(Number(amount) * 100));
const sumOf = (rows: readonly Row[]): bigint => rows.reduce((sum, row) => sum + cents(row['Amount']!), 0n);
/** Fields with a text only. */
const given = (fields: Readonly<Record<string, string | undefined>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value));

(isThere ? describe : describe.skip)("another CRM's export", () => {
  let crm: Workspace;
  let chief: Person;
  /** By picklist, then by the files' text. */
  const keys: Record<string, Map<string, string>> = {};

  beforeAll(async () => {
    crm = await workspace();
    chief = (await crm.company('bank', undefined, 'USD')).chief;
    await addValues('Industry', distinct(accounts, 'Industry'));
    await addValues('LeadStatus', distinct(leads, 'Status'));
    await addValues('LeadSource', distinct(leads, 'LeadSource'));
    const pipelineId = await addPipeline();

    const accountIds = await create(
      'Account',
      accounts.map((row) => ({ accountName: row['Name'], ...given({ industry: keys['Industry']!.get(row['Industry']!) }) })),
    );
    const accountOf = new Map(accounts.map((row, index) => [row['Id'], accountIds[index]!]));
    await create(
      'Contact',
      contacts.map((row) => ({
        lastName: row['LastName'],
        firstName: row['FirstName'],
        salutation: salutations[row['Salutation']!],
        email: row['Email'],
        phone: row['Phone'],
        homePhone: row['HomePhone'],
        // Some of the export's people are not born yet.
        dateOfBirth: row['Birthdate']! <= new Date().toISOString().slice(0, 10) ? row['Birthdate'] : null,
        mailingStreet: row['MailingStreet'],
        mailingCity: row['MailingCity'],
        mailingState: row['MailingState'],
        mailingZip: row['MailingPostalCode'],
        mailingCountry: row['MailingCountry'],
        ...given({ accountId: accountOf.get(row['AccountId']) }),
      })),
    );
    const nameOf = new Map(accounts.map((row) => [row['Id'], row['Name']]));
    await create(
      'Lead',
      leads.map((row) => ({
        lastName: row['LastName'],
        firstName: row['FirstName'],
        salutation: salutations[row['Salutation']!],
        // The files hold the id of an account where a name belongs.
        company: nameOf.get(row['Company']) ?? row['Company'],
        email: row['Email'],
        phone: row['Phone'],
        street: row['Street'],
        city: row['City'],
        state: row['State'],
        zipCode: row['PostalCode'],
        country: row['Country'],
        leadStatus: keys['LeadStatus']!.get(row['Status']!),
        leadSource: keys['LeadSource']!.get(row['LeadSource']!),
      })),
    );
    await create(
      'Deal',
      opportunities.map((row) => ({
        dealName: row['Name'],
        amount: row['Amount'],
        closingDate: row['CloseDate'],
        probability: Number(row['Probability']),
        pipelineId,
        stage: keys['Stage']!.get(row['StageName']!),
        accountId: accountOf.get(row['AccountId']),
      })),
    );
  });
  afterAll(() => crm.close());

  async function addValues(picklist: string, labels: readonly string[]): Promise<void> {
    const known = await chief.ask('query ($name: String!) { picklist(name: $name) { values { key label } } }', { name: picklist });
    keys[picklist] = new Map(known['picklist'].values.map(({ key, label }: Record<string, string>) => [label, key]));
    for (const label of labels.filter((one) => !keys[picklist]!.has(one))) {
      const { createPicklistValue } = await chief.ask(
        'mutation ($picklist: String!, $input: PicklistValueCreateInput!) { createPicklistValue(picklist: $picklist, input: $input) { picklist { values { key label } } } }',
        { picklist, input: { label } },
      );
      const made = createPicklistValue.picklist.values.find((value: Record<string, string>) => value['label'] === label);
      keys[picklist].set(label, made.key);
    }
  }

  async function addPipeline(): Promise<string> {
    const probabilityOf = (label: string): number => Number(opportunities.find((row) => row['StageName'] === label)?.['Probability'] ?? 0);
    const input = {
      name: 'Bank',
      isDefault: true,
      stages: { create: STAGES.map((stage) => ({ ...stage, probability: probabilityOf(stage.label) })) },
    };
    const { createPipeline } = await chief.ask(
      'mutation ($input: PipelineCreateInput!) { createPipeline(input: $input) { pipeline { id stages { nodes { key label } } } } }',
      { input },
    );
    keys['Stage'] = new Map(createPipeline.pipeline.stages.nodes.map(({ key, label }: Record<string, string>) => [label, key]));
    return createPipeline.pipeline.id as string;
  }

  async function create(module: string, inputs: readonly object[]): Promise<string[]> {
    const field = `create${module}s`;
    const row = module[0]!.toLowerCase() + module.slice(1);
    const data = await chief.ask(
      `mutation ($inputs: [${module}CreateInput!]!) { ${field}(inputs: $inputs) { results { error { code message } ${row} { id } } } }`,
      { inputs },
    );
    const results = data[field].results as Record<string, any>[];
    expect(results.flatMap(({ error }) => error ?? [])).toEqual([]);
    return results.map((result) => result[row].id as string);
  }

  test('the files hold what their README says', () => {
    expect([accounts.length, contacts.length, leads.length, opportunities.length]).toEqual([22, 102, 60, 50]);
    expect(countsBy(leads, (row) => row['Status'])).toEqual({ New: 21, Working: 15, Qualified: 24 });
  });

  test('leads by status and by source', async () => {
    const { leads: found } = await chief.ask(
      `{ leads { totalCount byStatus: groups(by: [{ field: LEAD_STATUS }]) { key { leadStatusLabel } aggregate { count } }
         bySource: groups(by: [{ field: LEAD_SOURCE }]) { key { leadSourceLabel } aggregate { count } } }
         companies: leads(filter: { company: { startsWith: "001" } }) { totalCount } }`,
    );
    const counted = (groups: any[], label: string): Record<string, number> =>
      Object.fromEntries(groups.map(({ key, aggregate }) => [key[label], aggregate.count]));
    expect(found.totalCount).toBe(leads.length);
    expect(counted(found.byStatus, 'leadStatusLabel')).toEqual(countsBy(leads, (row) => row['Status']));
    expect(counted(found.bySource, 'leadSourceLabel')).toEqual(countsBy(leads, (row) => row['LeadSource']));
  });

  test('contacts by state, with and without an account, by age', async () => {
    const {
      contacts: found,
      homeless,
      born,
    } = await chief.ask(
      `{ contacts { totalCount groups(by: [{ field: MAILING_STATE }]) { key { mailingState } aggregate { count } } }
         homeless: contacts(filter: { accountId: { isNull: true } }) { totalCount }
         born: contacts(filter: { dateOfBirth: { gte: "1990-01-01" } }, orderBy: [{ lastName: ASC }, { firstName: ASC }], first: 100) { nodes { fullName } } }`,
    );
    expect(Object.fromEntries(found.groups.map((group: any) => [group.key.mailingState, group.aggregate.count]))).toEqual(
      countsBy(contacts, (row) => row['MailingState']),
    );
    expect(homeless.totalCount).toBe(contacts.filter((row) => !row['AccountId']).length);
    const young = contacts.filter((row) => row['Birthdate']! >= '1990-01-01' && row['Birthdate']! <= new Date().toISOString().slice(0, 10));
    const names = young.map((row) => `${row['Salutation']} ${row['FirstName']} ${row['LastName']}`);
    expect(born.nodes.map(({ fullName }: { fullName: string }) => fullName).sort()).toEqual(names.sort());
    expect(names.length).toBeGreaterThan(10);
  });

  test('deals by stage in the order of the pipeline, with amounts and forecast categories', async () => {
    const { deals } = await chief.ask(
      '{ deals { groups(by: [{ field: STAGE }]) { key { stage { label forecastCategory place } } aggregate { count sum { amount } } } } }',
    );
    const found = deals.groups.map(({ key: { stage }, aggregate }: any) => ({ ...stage, ...aggregate, sum: cents(aggregate.sum.amount) }));
    expect(found.sort((a: any, b: any) => a.place - b.place)).toEqual(
      STAGES.map(({ label, forecastCategory }, index) => {
        const rows = opportunities.filter((row) => row['StageName'] === label);
        return { label, forecastCategory, place: index + 1, count: rows.length, sum: sumOf(rows) };
      }),
    );
    // The other CRM's own categories agree with those of the stages.
    const categories: Record<string, string> = { Pipeline: 'PIPELINE', BestCase: 'BEST_CASE', Closed: 'CLOSED', Omitted: 'OMITTED' };
    for (const row of opportunities) {
      const stage = STAGES.find(({ label }) => label === row['StageName'])!;
      expect([row['StageName'], categories[row['ForecastCategory']!]]).toEqual([stage.label, stage.forecastCategory]);
    }
  });

  test("fiscal quarters of the closing dates are those of the other CRM's own columns", async () => {
    const { deals } = await chief.ask(
      `{ deals { groups(by: [{ field: CLOSING_DATE, bucket: FISCAL_QUARTER }]) { key { closingDatePeriod { name } } aggregate { count sum { amount } } } } }`,
    );
    const wanted = Map.groupBy(opportunities, (row) => `FY${row['FiscalYear']}-Q${row['FiscalQuarter']}`);
    expect(
      Object.fromEntries(
        deals.groups.map(({ key, aggregate }: any) => [key.closingDatePeriod.name, [aggregate.count, cents(aggregate.sum.amount)]]),
      ),
    ).toEqual(Object.fromEntries([...wanted].map(([name, rows]) => [name, [rows.length, sumOf(rows)]])));
  });

  test('accounts by industry; a value that records hold is not deleted', async () => {
    const { accounts: found } = await chief.ask(
      '{ accounts { groups(by: [{ field: INDUSTRY }]) { key { industryLabel } aggregate { count } } } }',
    );
    expect(Object.fromEntries(found.groups.map((group: any) => [group.key.industryLabel ?? '', group.aggregate.count]))).toEqual(
      countsBy(accounts, (row) => row['Industry']),
    );
    const refused = await chief.send(
      'mutation ($key: String!) { deletePicklistValue(picklist: "LeadStatus", key: $key) { changedRecords } }',
      {
        key: keys['LeadStatus']!.get('Working'),
      },
    );
    expect(refused.errors!.map(({ extensions }) => extensions['code'])).toEqual(['VALIDATION_FAILED']);
    expect(JSON.stringify(refused.errors)).toContain('15 records hold');
  });
});
