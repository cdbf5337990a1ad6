import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { createClient, importFile, jobEnded, startImport, uploadFile, type Crm, type JobProgress } from '../../sdk/src/index.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

const data = new URL('../../../shared/data/', import.meta.url);
const isThere = existsSync(data);
if (!isThere) console.warn('left out: imports of public data sets; the folder ../shared/data is not here.');
const withData = isThere ? test : test.skip;

let folder: string;
let server: Workspace;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relata-real-'));
  server = await workspace({
    config: { files: { folder, maxBytes: 50_000_000 }, jobs: { areInside: true, atOnce: 1 } },
    limits: { maxCost: 10_000_000 },
  });
  await server.app.http.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const read = (path: string): Buffer => readFileSync(new URL(path, data));
const rowsOf = (path: string): Record<string, string>[] => parse(read(path), { columns: true, bom: true, skip_empty_lines: true });

async function company(name: string): Promise<{ crm: Crm; chief: Person }> {
  const { chief } = await server.company(name);
  return { chief, crm: createClient({ url: `${server.app.services.publicUrl}/graphql`, auth: chief.token }) };
}

const content = (path: string) => new Uint8Array(read(path));
const figures = ({ state, created, updated, unchanged, failed }: JobProgress) => ({ state, created, updated, unchanged, failed });

withData(
  'Salesforce exports, as they are and without a mapping: accounts, contacts, leads and opportunities that know each other',
  async () => {
    const { crm, chief } = await company('sf');
    const files = await Promise.all(
      ['Account', 'Contact', 'Lead', 'Opportunity'].map(async (name) => ({
        fileId: await uploadFile(crm, content(`salesforce-workshop/${name}.csv`), { fileName: `${name}.csv` }),
        addsPicklistValues: true,
        skipsMissingReferences: true,
      })),
    );
    const { columns } = (
      await chief.ask('query ($file: ImportInput!) { previewImport(file: $file) { columns { column field externalId lookup } } }', {
        file: files[3],
      })
    )['previewImport'] as { columns: { column: string; field: string | null; externalId: string | null; lookup: string | null }[] };
    const target = (name: string) =>
      columns.filter(({ column }) => column === name).map(({ field, externalId, lookup }) => field ?? externalId ?? lookup)[0];
    expect(['Id', 'AccountId', 'Name', 'StageName', 'Amount', 'CloseDate', 'OwnerId'].map(target)).toEqual([
      'salesforce',
      'account',
      'dealName',
      'stage',
      'amount',
      'closingDate',
      'owner',
    ]);
    // Stages are the pipeline's: those that it does not have are made first.
    const { pipelines } = await chief.ask('{ pipelines { nodes { id } } }');
    for (const label of ['Discovery', 'Proposal/Quote', 'Negotiation'])
      await chief.ask('mutation ($input: PipelineStageCreateInput!) { createPipelineStage(input: $input) { pipelineStage { id } } }', {
        input: { pipelineId: pipelines.nodes[0].id, label, category: 'OPEN', probability: 30 },
      });
    const job = await startImport(crm, { files });
    const done = await jobEnded(crm, job.id);
    const [accounts, contacts, leads, deals] = ['Account', 'Contact', 'Lead', 'Opportunity'].map((name) =>
      rowsOf(`salesforce-workshop/${name}.csv`),
    );
    const { job: told } = await chief.ask(
      'query ($id: ID!) { job(id: $id) { rows(first: 100, filter: { outcome: { eq: REJECTED } }) { totalCount nodes { place errorMessage } } } }',
      { id: job.id },
    );
    expect([figures(done).state, done.processed]).toEqual(['DONE', accounts!.length + contacts!.length + leads!.length + deals!.length]);
    const answer = await chief.ask(
      `{ accounts { totalCount } contacts(first: 500) { totalCount nodes { externalIds account { externalIds } } } leads { totalCount } deals(first: 500) { totalCount aggregate { sum { amount } } nodes { externalIds account { externalIds } closingDate } } }`,
    );
    // Some of its people are not born yet.
    const born = contacts!.filter((row) => row['Birthdate']! <= new Date().toISOString().slice(0, 10));
    expect(told.rows.totalCount).toBe(contacts!.length - born.length);
    expect(told.rows.nodes.filter(({ errorMessage }: { errorMessage: string }) => !errorMessage.startsWith('Birthdate: '))).toEqual([]);
    expect([answer['accounts'], answer['contacts'], answer['leads'], answer['deals']].map(({ totalCount }) => totalCount)).toEqual([
      accounts!.length,
      born.length,
      leads!.length,
      deals!.length,
    ]);
    const known = new Set(accounts!.map(({ Id }) => Id));
    const linked = (rows: Record<string, string>[]) =>
      rows.map(({ Id, AccountId }) => [Id, known.has(AccountId) ? AccountId : undefined]).sort();
    const found = (nodes: { externalIds: { salesforce: string }; account: { externalIds: { salesforce: string } } | null }[]) =>
      nodes.map(({ externalIds, account }) => [externalIds.salesforce, account?.externalIds.salesforce]).sort();
    expect(found(answer['contacts'].nodes)).toEqual(linked(born));
    expect(found(answer['deals'].nodes)).toEqual(linked(deals!));
    const cents = deals!.reduce((sum, { Amount }) => sum + Math.round(Number(Amount || 0) * 100), 0);
    expect(Math.round(Number(answer['deals'].aggregate.sum.amount) * 100)).toBe(cents);
    // The same files once more change nothing.
    const again = await jobEnded(crm, (await startImport(crm, { files })).id);
    expect(figures(again)).toEqual({
      state: 'DONE',
      created: 0,
      updated: 0,
      unchanged: done.processed! - told.rows.totalCount,
      failed: told.rows.totalCount,
    });
  },
);

withData('Northwind customers and Maven accounts, mapped by their names; other encodings and damaged rows', async () => {
  const { crm, chief } = await company('north');
  const customers = rowsOf('northwind/customers.csv');
  const named = {
    'Company Name': 'accountName',
    Address: 'billingStreet',
    City: 'billingCity',
    Region: 'billingState',
    PostalCode: 'billingCode',
    Country: 'billingCountry',
    Phone: 'phone',
    Fax: 'fax',
  };
  const columns = Object.entries(named).map(([column, field]) => ({ column: column.replace(' ', ''), field }));
  const done = await importFile(crm, content('northwind/customers.csv'), {
    fileName: 'customers.csv',
    module: 'Account',
    columns: [...columns, { column: 'CustomerID', externalId: 'northwind' }],
  });
  expect(figures(done)).toEqual({ state: 'DONE', created: customers.length, updated: 0, unchanged: 0, failed: 0 });
  const byCountry = (
    await chief.ask(
      '{ accounts { groups(by: [{ field: BILLING_COUNTRY }], orderBy: [{ key: { billingCountry: ASC } }]) { key { billingCountry } aggregate { count } } } }',
    )
  )['accounts'].groups;
  const counts = new Map<string, number>();
  for (const { Country } of customers) counts.set(Country!, (counts.get(Country!) ?? 0) + 1);
  expect(
    new Map(
      byCountry.map(({ key, aggregate }: { key: { billingCountry: string }; aggregate: { count: number } }) => [
        key.billingCountry,
        aggregate.count,
      ]),
    ),
  ).toEqual(counts);

  // The same in another encoding, with other delimiters and a few rows spoiled.
  const [header, ...lines] = read('northwind/customers.csv')
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const spoiled = [
    header,
    ...lines.slice(0, 10),
    'SPOIL1',
    '"SPOIL2","too","many","a","b","c","d","e","f","g","h","i"',
    ...lines.slice(10),
  ].join('\r\n');
  const latin = Buffer.from(spoiled, 'utf16le');
  const again = await importFile(crm, new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), latin])), {
    fileName: 'customers.csv',
    module: 'Account',
    columns: [...columns, { column: 'CustomerID', externalId: 'northwind' }],
  });
  expect(figures(again)).toEqual({ state: 'DONE', created: 0, updated: 0, unchanged: customers.length, failed: 2 });

  const maven = await company('maven');
  const accounts = rowsOf('maven-crm-sales/accounts.csv');
  const taken = await importFile(maven.crm, content('maven-crm-sales/accounts.csv'), {
    fileName: 'accounts.csv',
    module: 'Account',
    addsPicklistValues: true,
    skipsMissingReferences: true,
    columns: [
      { column: 'account', field: 'accountName' },
      { column: 'sector', field: 'industry' },
      { column: 'revenue', field: 'annualRevenue' },
      { column: 'employees', field: 'employees' },
      { column: 'subsidiary_of', lookup: 'parentAccount', by: 'NAME' },
    ],
  });
  expect(figures(taken)).toEqual({ state: 'DONE', created: accounts.length, updated: 0, unchanged: 0, failed: 0 });
  // Head offices stand behind their subsidiaries in the file; one name is not in it at all.
  const { children } = await maven.chief.ask('{ children: accounts(filter: { parentAccountId: { isNull: false } }) { totalCount } }');
  const names = new Set(accounts.map(({ account }) => account));
  expect(children.totalCount).toBe(accounts.filter(({ subsidiary_of: head }) => names.has(head)).length);
  const { accounts: all } = await maven.chief.ask('{ accounts { aggregate { sum { annualRevenue employees } } } }');
  expect(Number(all.aggregate.sum.annualRevenue)).toBeCloseTo(
    accounts.reduce((sum, { revenue }) => sum + Number(revenue), 0),
    2,
  );
  expect(Number(all.aggregate.sum.employees)).toBe(accounts.reduce((sum, { employees }) => sum + Number(employees), 0));
});

withData(
  'the Maven pipeline as deals: as it is; and in another encoding, with other dates, wrong days and accounts that nobody has',
  async () => {
    const { crm, chief } = await company('pipeline');
    await importFile(crm, content('maven-crm-sales/accounts.csv'), {
      fileName: 'accounts.csv',
      module: 'Account',
      columns: [{ column: 'account', field: 'accountName' }],
    });
    const stages = { Won: 'CLOSED_WON', Lost: 'CLOSED_LOST', Engaging: 'NEEDS_ANALYSIS', Prospecting: 'QUALIFICATION' };
    const how = {
      fileName: 'sales_pipeline.csv',
      module: 'Deal',
      bringsHistory: true,
      columns: [
        { column: 'opportunity_id', externalId: 'maven' },
        { column: 'product', field: 'dealName' },
        { column: 'account', lookup: 'account', by: 'NAME' as const },
        { column: 'deal_stage', field: 'stage', values: Object.entries(stages).map(([from, to]) => ({ from, to })) },
        { column: 'engage_date', field: 'createdAt' },
        { column: 'close_date', field: 'closingDate' },
        { column: 'close_value', field: 'amount' },
      ],
    };
    const rows = rowsOf('maven-crm-sales/sales_pipeline.csv');
    const accounts = new Set(rowsOf('maven-crm-sales/accounts.csv').map(({ account }) => account));
    const isWhole = ({ account, close_date: day }: Record<string, string>): boolean =>
      day !== '' && (account === '' || accounts.has(account));
    const good = rows.filter(isWhole);
    const done = await importFile(crm, content('maven-crm-sales/sales_pipeline.csv'), how);
    expect(figures(done)).toEqual({ state: 'DONE', created: good.length, updated: 0, unchanged: 0, failed: rows.length - good.length });
    const told = async (): Promise<unknown> => {
      const { deals } = await chief.ask(`{ deals { groups(by: [{ field: STAGE }, { field: CREATED_AT, bucket: YEAR }]) {
        key { stage { key } createdAtPeriod { from } } aggregate { count sum { amount } }
      } } }`);
      return deals.groups
        .map(
          ({ key, aggregate }: any) =>
            `${key.stage.key} ${key.createdAtPeriod.from.slice(0, 4)} ${aggregate.count} ${Number(aggregate.sum.amount)}`,
        )
        .sort();
    };
    const expected = (taken: Record<string, string>[]): string[] => {
      const groups = new Map<string, [count: number, sum: number]>();
      for (const { deal_stage: stage, engage_date: day, close_value: value } of taken) {
        const key = `${stages[stage as keyof typeof stages]} ${day!.slice(0, 4)}`;
        const [count, sum] = groups.get(key) ?? [0, 0];
        groups.set(key, [count + 1, sum + Number(value)]);
      }
      return [...groups].map(([key, [count, sum]]) => `${key} ${count} ${sum}`).sort();
    };
    expect(await told()).toEqual(expected(good));

    // Whoever spoils a file by hand: every 50th day is none, every 70th account is nobody's, days are written as in Europe.
    const european = (day: string): string => day.split('-').reverse().join('/');
    const spoiled = rows.map((row, at) => ({
      ...row,
      opportunity_id: `x${row['opportunity_id']}`,
      product: row['product']!.replace('GTK', 'Größe'),
      account: at % 70 === 0 ? 'Nobody & Söhne' : row['account']!,
      close_date: at % 50 === 0 ? '31/02/2017' : european(row['close_date']!),
      engage_date: european(row['engage_date']!),
    }));
    const text = [Object.keys(spoiled[0]!), ...spoiled.map((row) => Object.values(row))].map((cells) => cells.join(';')).join('\r\n');
    const damaged = await importFile(crm, new Uint8Array(Buffer.from(text, 'latin1')), how);
    const left = rows.filter((row, at) => isWhole(row) && at % 50 !== 0 && at % 70 !== 0);
    expect(figures(damaged)).toEqual({ state: 'DONE', created: left.length, updated: 0, unchanged: 0, failed: rows.length - left.length });
    expect(await told()).toEqual(expected([...good, ...left]));
    const { deals } = await chief.ask('{ deals(filter: { dealName: { startsWith: "Größe" } }) { totalCount } }');
    expect(deals.totalCount).toBe(left.filter(({ product }) => product!.startsWith('GTK')).length);
  },
);

withData('Northwind suppliers and products, whose names say where they go; orders are told by price and vendor', async () => {
  const { crm, chief } = await company('supply');
  const suppliers = await importFile(crm, content('northwind/suppliers.csv'), { fileName: 'suppliers.csv', source: 'northwind' });
  expect(figures(suppliers)).toMatchObject({ created: rowsOf('northwind/suppliers.csv').length, failed: 0 });
  const rows = rowsOf('northwind/products.csv');
  const columns = [
    { column: 'ProductName', field: 'productName' },
    { column: 'SupplierID', lookup: 'vendor', by: 'EXTERNAL_ID' as const },
    { column: 'UnitPrice', field: 'unitPrice' },
    { column: 'ReorderLevel', field: 'reorderLevel', values: [{ from: '0', to: null }] },
    {
      column: 'Discontinued',
      field: 'productActive',
      values: [
        { from: '0', to: 'true' },
        { from: '1', to: 'false' },
      ],
    },
  ];
  const products = await importFile(crm, content('northwind/products.csv'), {
    fileName: 'products.csv',
    module: 'Product',
    source: 'northwind',
    columns,
  });
  expect(figures(products)).toMatchObject({ created: rows.length, failed: 0 });
  const { products: found } = await chief.ask(
    '{ products { groups(by: [{ field: PRODUCT_ACTIVE }]) { key { productActive } aggregate { count sum { unitPrice } } } withVendor: totalCount } }',
  );
  for (const [isActive, mark] of [
    [true, '0'],
    [false, '1'],
  ] as const) {
    const some = rows.filter(({ Discontinued }) => Discontinued === mark);
    const group = found.groups.find(({ key }: { key: { productActive: boolean } }) => key.productActive === isActive);
    expect(group.aggregate.count).toBe(some.length);
    expect(Number(group.aggregate.sum.unitPrice)).toBeCloseTo(
      some.reduce((sum, { UnitPrice }) => sum + Number(UnitPrice), 0),
      2,
    );
  }
  const { vendors } = await chief.ask('{ vendors(first: 100) { nodes { externalIds products { totalCount } } } }');
  const counts = new Map<string, number>();
  for (const { SupplierID } of rows) counts.set(SupplierID!, (counts.get(SupplierID!) ?? 0) + 1);
  expect(
    new Map(
      vendors.nodes.map((one: { externalIds: { northwind: string }; products: { totalCount: number } }) => [
        one.externalIds.northwind,
        one.products.totalCount,
      ]),
    ),
  ).toEqual(counts);
});

withData('address cards become contacts', async () => {
  const { crm, chief } = await company('cards');
  const cards = [
    'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lovelace;Ada;;;\r\nFN:Ada Lovelace\r\nEMAIL:ada@example.com\r\nTEL;TYPE=CELL:0612\r\nTITLE:Analyst\r\nEND:VCARD',
    'BEGIN:VCARD\r\nVERSION:4.0\r\nN:Babbage;Charles;;;\r\nFN:Charles Babbage\r\nEMAIL:charles@example.com\r\nEND:VCARD',
  ].join('\r\n');
  const done = await importFile(crm, cards, {
    fileName: 'people.vcf',
    contentType: 'text/vcard',
    module: 'Contact',
    skipsMissingReferences: true,
  });
  expect(figures(done)).toEqual({ state: 'DONE', created: 2, updated: 0, unchanged: 0, failed: 0 });
  const { contacts } = await chief.ask('{ contacts(orderBy: [{ lastName: ASC }]) { nodes { firstName lastName email mobile } } }');
  expect(contacts.nodes).toEqual([
    { firstName: 'Charles', lastName: 'Babbage', email: 'charles@example.com', mobile: null },
    { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com', mobile: '0612' },
  ]);
});
