import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Calendar } from '../../server/core/calendar.js';
import { asOwner } from '../support/two-organizations.js';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

/** Late in the evening in Utrecht, the next day in Kathmandu. */
const NOW = new Date('2026-11-24T22:30:00Z');

let crm: Workspace;
let acme: Company;
let ada: Person;
let calendar: Calendar;

beforeAll(async () => {
  crm = await workspace({ clock: () => NOW, calendarOf: () => calendar });
  calendar = { timeZone: 'Europe/Amsterdam', fiscalYearStart: 2, weekStart: 1 };
  acme = await crm.company('acme', [
    { email: 'ada@acme.example.com', lastName: 'Ada' },
    { email: 'bob@acme.example.com', lastName: 'Bob', managerEmail: 'ada@acme.example.com' },
    { email: 'cas@acme.example.com', lastName: 'Cas', managerEmail: 'bob@acme.example.com' },
    { email: 'dot@acme.example.com', lastName: 'Dot' },
  ]);
  ada = acme.chief;
  const deals = [
    ['Jan', '2026-01-31', '100', 'EUR', 'CLOSED_WON'],
    ['Feb', '2026-02-01', '200', 'EUR', 'CLOSED_WON'],
    ['Today', '2026-11-24', '10', 'USD', 'QUALIFICATION'],
    ['Tomorrow', '2026-11-25', '20', 'USD', 'QUALIFICATION'],
    ['New Year', '2027-01-01', '40', 'EUR', 'QUALIFICATION'],
    ['Next', '2027-02-01', '80', 'EUR', 'QUALIFICATION'],
  ];
  await ada.ask('mutation ($inputs: [DealCreateInput!]!) { createDeals(inputs: $inputs) { succeeded } }', {
    inputs: deals.map(([dealName, closingDate, amount, currency, stage]) => ({
      dealName,
      closingDate,
      amount,
      currency,
      stage,
      ...(currency === 'USD' && { exchangeRate: '2' }),
    })),
  });
});
afterAll(() => crm.close());

const names = async (filter: object, person = ada): Promise<string[]> =>
  (
    await person.ask('query ($filter: DealFilter) { deals(filter: $filter, orderBy: [{ closingDate: ASC }]) { nodes { dealName } } }', {
      filter,
    })
  )['deals'].nodes.map(({ dealName }: { dealName: string }) => dealName);

const groups = async (args: string, selection: string, list = ''): Promise<any[]> =>
  (await ada.ask(`{ deals${list} { groups(${args}) { ${selection} } } }`))['deals'].groups;

/** The faults of a refusal. */
const faultsOf = async (query: string, variables?: object): Promise<unknown> => {
  const { errors } = await ada.send(query, variables);
  return (errors?.[0]?.extensions as unknown as { fields?: { inputPath: string; code: string }[] } | undefined)?.fields?.map(
    ({ inputPath, code }) => `${inputPath} ${code}`,
  );
};

test('dates are asked for as seen from today, in the zone of the reader', async () => {
  expect(await names({ closingDate: { within: 'TODAY' } })).toEqual(['Today']);
  expect(await names({ closingDate: { within: 'THIS_FISCAL_QUARTER' } })).toEqual(['Today', 'Tomorrow', 'New Year']);
  expect(await names({ closingDate: { within: 'LAST_FISCAL_YEAR' } })).toEqual(['Jan']);
  expect(await names({ closingDate: { within: 'THIS_YEAR' } })).toEqual(['Jan', 'Feb', 'Today', 'Tomorrow']);
  expect(await names({ closingDate: { within: 'STARTING_TOMORROW' } })).toEqual(['Tomorrow', 'New Year', 'Next']);
  expect(await names({ not: { closingDate: { within: 'TILL_YESTERDAY' } } })).toEqual(['Today', 'Tomorrow', 'New Year', 'Next']);
  expect(await names({ closingDate: { inNext: { amount: 2, unit: 'DAY' } } })).toEqual(['Today', 'Tomorrow']);
  expect(await names({ closingDate: { inLast: { amount: 10, unit: 'MONTH' } } })).toEqual(['Jan', 'Feb', 'Today']);
  expect(await names({ closingDate: { ageInDays: { gte: 0, lt: 297 } } })).toEqual(['Feb', 'Today']);
  expect(await names({ closingDate: { dueInDays: { gt: 0, lte: 38 } } })).toEqual(['Tomorrow', 'New Year']);
  expect(await names({ closingDate: { notBetween: { from: '2026-02-01', to: '2027-01-01' } } })).toEqual(['Jan', 'Next']);
  expect(await names({ amount: { between: { from: '10', to: '40' } } })).toEqual(['Tomorrow', 'New Year']);
  calendar = { ...calendar, timeZone: 'Asia/Kathmandu' };
  expect(await names({ closingDate: { within: 'TODAY' } })).toEqual(['Tomorrow']);
  calendar = { ...calendar, timeZone: 'Europe/Amsterdam' };
});

test('the moment of a query is one for all of its answer, and days that no calendar has are a fault of the operand', async () => {
  const ask = (filter: string) => faultsOf(`{ deals(filter: { ${filter} }) { totalCount } }`);
  expect(await ask('closingDate: { inLast: { amount: 1000000000, unit: YEAR } }')).toEqual([
    'filter.closingDate.inLast.amount OUT_OF_RANGE',
  ]);
  expect(await ask('createdAt: { inNext: { amount: 0, unit: DAY } }')).toEqual(['filter.createdAt.inNext.amount OUT_OF_RANGE']);
  expect(await ask('createdAt: { ageInDays: { gte: 2147483647 } }')).toEqual(['filter.createdAt.ageInDays.gte OUT_OF_RANGE']);
  expect(await ask('amount: { between: { from: "2", to: "1" } }')).toEqual(['filter.amount.between CONTRADICTION']);
  const query = 'query ($unit: DateUnit = DAY) { deals(filter: { closingDate: { inLast: { amount: 1, unit: $unit } } }) { totalCount } }';
  expect(await faultsOf(query, { unit: null })).toEqual(['filter.closingDate.inLast.unit NULL_OPERAND']);
});

test('groups by fiscal quarter say their days and their names; the year is the one they end in', async () => {
  const found = await groups(
    'by: [{ field: CLOSING_DATE, bucket: FISCAL_QUARTER }]',
    'key { closingDate closingDatePeriod { from to name } } aggregate { count sum { amount } }',
  );
  expect(
    found.map(({ key, aggregate }) => [
      key.closingDate,
      key.closingDatePeriod.to,
      key.closingDatePeriod.name,
      aggregate.count,
      aggregate.sum.amount,
    ]),
  ).toEqual([
    ['2025-11-01', '2026-01-31', 'FY2026-Q4', 1, '100'],
    ['2026-02-01', '2026-04-30', 'FY2027-Q1', 1, '200'],
    ['2026-11-01', '2027-01-31', 'FY2027-Q4', 3, '55'],
    ['2027-02-01', '2027-04-30', 'FY2028-Q1', 1, '80'],
  ]);
  const named = async (bucket: string) =>
    (await groups(`by: [{ field: CLOSING_DATE, bucket: ${bucket} }]`, 'key { closingDatePeriod { name } }')).map(
      ({ key }) => key.closingDatePeriod.name,
    );
  expect(await named('DAY')).toContain('2027-01-01');
  expect(await named('WEEK')).toEqual(['2026-W05', '2026-W48', '2026-W53', '2027-W05']);
  expect(await named('MONTH')).toEqual(['2026-01', '2026-02', '2026-11', '2027-01', '2027-02']);
  expect(await named('QUARTER')).toEqual(['2026-Q1', '2026-Q4', '2027-Q1']);
  expect(await named('YEAR')).toEqual(['2026', '2027']);
  expect(await named('FISCAL_YEAR')).toEqual(['FY2026', 'FY2027', 'FY2028']);
});

test('empty buckets fill the gaps, between the ends of the list or of its filter, for every combination that occurs', async () => {
  const by = 'by: [{ field: CLOSING_DATE, bucket: MONTH }], emptyBuckets: true';
  const selection = 'key { closingDatePeriod { name } } aggregate { count sum { amount } }';
  const all = await groups(by, selection);
  expect(all).toHaveLength(14);
  expect(all[2]).toEqual({ key: { closingDatePeriod: { name: '2026-03' } }, aggregate: { count: 0, sum: { amount: null } } });
  const year = await groups(by, selection, '(filter: { closingDate: { within: THIS_FISCAL_YEAR } })');
  expect(year.map(({ key, aggregate }) => `${key.closingDatePeriod.name} ${aggregate.count}`)).toEqual([
    ...['2026-02 1', '2026-03 0', '2026-04 0', '2026-05 0', '2026-06 0', '2026-07 0', '2026-08 0', '2026-09 0', '2026-10 0'],
    ...['2026-11 2', '2026-12 0', '2027-01 1'],
  ]);
  const nothing = await groups(
    by,
    selection,
    '(filter: { dealName: { eq: "none" }, closingDate: { between: { from: "2026-05-31", to: "2026-06-01" } } })',
  );
  expect(nothing.map(({ key }) => key.closingDatePeriod.name)).toEqual(['2026-05', '2026-06']);
  const perStage = await groups(
    'by: [{ field: STAGE }, { field: CLOSING_DATE, bucket: YEAR }], emptyBuckets: true',
    'key { stage { key } closingDate } aggregate { count }',
  );
  expect(perStage).toHaveLength(4);
  const late = await groups(
    `${by}, having: { count: { eq: 0 } }, orderBy: [{ key: { closingDate: DESC } }], first: 2`,
    'key { closingDate }',
  );
  expect(late.map(({ key }) => key.closingDate)).toEqual(['2026-12-01', '2026-10-01']);
});

test('a record of the year 1 and one of the year 9999 do not make three million days', async () => {
  const inputs = ['0001-01-01', '9999-12-31'].map((closingDate) => ({ dealName: 'Far', stage: 'QUALIFICATION', closingDate }));
  const made = await ada.ask('mutation ($inputs: [DealCreateInput!]!) { createDeals(inputs: $inputs) { results { deal { id } } } }', {
    inputs,
  });
  for (const first of ['', ', first: 5', ', having: { count: { gt: 99 } }']) {
    const { errors } = await ada.send(
      `{ deals { groups(by: [{ field: CLOSING_DATE, bucket: DAY }], emptyBuckets: true${first}) { key { closingDate } } } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe('TOO_MANY_GROUPS');
  }
  const { errors } = await ada.send(
    '{ deals(filter: { closingDate: { between: { from: "0001-01-01", to: "9999-12-31" } } }) { groups(by: [{ field: CLOSING_DATE, bucket: DAY }], emptyBuckets: true) { key { closingDate } } } }',
  );
  expect(errors?.[0]?.extensions.code).toBe('TOO_MANY_GROUPS');
  await ada.ask('mutation ($items: [DealReference!]!) { deleteDeals(items: $items) { succeeded } }', {
    items: made['createDeals'].results.map(({ deal }: { deal: { id: string } }) => ({ id: deal.id })),
  });
});

test('groups are sorted by figures and by keys, chosen by figures, and limited', async () => {
  const stages = async (args: string) =>
    (await groups(`by: [{ field: STAGE }]${args}`, 'key { stage { key } }')).map(({ key }) => key.stage.key);
  expect(await stages(', orderBy: [{ sum: { amount: DESC } }]')).toEqual(['CLOSED_WON', 'QUALIFICATION']);
  expect(await stages(', orderBy: [{ count: DESC }]')).toEqual(['QUALIFICATION', 'CLOSED_WON']);
  expect(await stages(', orderBy: [{ key: { stage: { label: ASC } } }], first: 1')).toEqual(['CLOSED_WON']);
  expect(await stages(', having: { count: { gte: 3 } }')).toEqual(['QUALIFICATION']);
  expect(await stages(', having: { or: [{ sum: { amount: { gt: "299" } } }, { max: { closingDate: { within: TOMORROW } } }] }')).toEqual([
    'CLOSED_WON',
  ]);
  expect(await stages(', having: { not: { avg: { amount: { between: { from: "100", to: "200" } } } } }')).toEqual(['QUALIFICATION']);
  const many = { having: { and: Array.from({ length: 51 }, () => ({ count: { gte: 0 } })) } };
  expect(
    await faultsOf('query ($having: DealGroupHaving) { deals { groups(by: [{ field: STAGE }], having: $having) { __typename } } }', many),
  ).toEqual(['deals.groups.having TOO_MANY'].map((text) => text.replace('deals.groups.', 'groups.')));
});

test('amounts in their own currency add up in groups by currency, and nowhere else', async () => {
  const own = 'inOwnCurrency { sum { amount } avg { amount } max { amount } }';
  const found = await groups('by: [{ field: CURRENCY }]', `key { currency } ${own} aggregate { sum { amount } }`);
  expect(found).toEqual([
    {
      key: { currency: 'EUR' },
      inOwnCurrency: { sum: { amount: '420' }, avg: { amount: '105' }, max: { amount: '200.00' } },
      aggregate: { sum: { amount: '420' } },
    },
    {
      key: { currency: 'USD' },
      inOwnCurrency: { sum: { amount: '30' }, avg: { amount: '15' }, max: { amount: '20.00' } },
      aggregate: { sum: { amount: '15' } },
    },
  ]);
  expect(await faultsOf(`{ deals { groups(by: [{ field: STAGE }]) { ${own} } } }`)).toEqual(['groups.by CONTRADICTION']);
});

test('moments fall into the days of the reader, also where clocks change at midnight', async () => {
  const moments = [
    '2025-11-02T03:59:59.999Z',
    '2025-11-02T04:00:00Z',
    '2025-11-02T04:30:00Z',
    '2025-11-02T05:00:00Z',
    '2025-11-03T05:00:00Z',
  ];
  await asOwner(crm.url, async (run) => {
    await run('ALTER TABLE deal DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY');
    await run(
      `UPDATE deal SET created_at = m.at FROM (SELECT d.id, (ARRAY[${moments.map((moment) => `'${moment}'`).join(', ')}, '2026-11-24T22:00:00Z']::timestamptz[])[row_number() OVER (ORDER BY d.closing_date)] AS at FROM deal d WHERE d.deleted_at IS NULL) m WHERE deal.id = m.id`,
    );
    await run('ALTER TABLE deal ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY');
  });
  calendar = { ...calendar, timeZone: 'America/Havana' };
  const found = await groups(
    'by: [{ field: CREATED_AT, bucket: DAY }]',
    'key { createdAt createdAtPeriod { from name } } aggregate { count }',
    '(filter: { createdAt: { lt: "2026-01-01T00:00:00Z" } })',
  );
  expect(found.map(({ key, aggregate }) => [key.createdAt, key.createdAtPeriod.from, aggregate.count])).toEqual([
    ['2025-11-01T04:00:00.000Z', '2025-11-01', 1],
    // Midnight comes twice on this day; it begins with the first.
    ['2025-11-02T04:00:00.000Z', '2025-11-02', 3],
    ['2025-11-03T05:00:00.000Z', '2025-11-03', 1],
  ]);
  calendar = { ...calendar, timeZone: 'Europe/Amsterdam' };
  expect(await faultsOf('{ deals { groups(by: [{ field: CREATED_AT }]) { __typename } } }')).toEqual(['groups.by.0.bucket REQUIRED']);
  for (const [by, key] of [
    ['{ field: STAGE }', 'owner { id }'],
    ['{ field: STAGE }', 'ownerId'],
    ['{ field: OWNER }', 'owner { id } leadSource'],
    ['{ field: LEAD_SOURCE }', 'leadSourceLabel closingDatePeriod { name }'],
    ['{ field: CLOSING_DATE }', 'closingDate closingDatePeriod { name }'],
  ])
    expect(await faultsOf(`{ deals { groups(by: [${by}]) { key { ${key} } } } }`)).toEqual(['groups.by CONTRADICTION']);
  expect(await faultsOf('{ deals { groups(by: [{ field: STAGE, bucket: DAY }]) { __typename } } }')).toEqual([
    'groups.by.0.bucket CONTRADICTION',
  ]);
});

test('me, my team and a role, also where people report in a circle', async () => {
  const { people } = acme;
  const id = (name: string) => `user_${people[name]!.userId}`;
  const { rows } = await crm.app.database.system.query<{ id: string }>(
    `INSERT INTO role (org, id, name, reports_to_id, share_with_peers) SELECT org, crm_uuid7(), 'Sales', id, false FROM role WHERE org = $1 RETURNING id`,
    [acme.org],
  );
  const sales = `role_${rows[0]!.id}`;
  await crm.app.database.system.query('UPDATE app_user SET role_id = $2 WHERE org = $1 AND id = $3', [
    acme.org,
    rows[0]!.id,
    people['dot']!.userId,
  ]);
  const users = async (filter: object, person = ada) =>
    (await person.ask('query ($f: UserFilter) { users(filter: $f, orderBy: [{ lastName: ASC }]) { nodes { lastName } } }', { f: filter }))[
      'users'
    ].nodes.map(({ lastName }: { lastName: string }) => lastName);
  expect(await users({ id: { isMe: true } }, people['cas'])).toEqual(['Cas']);
  expect(await users({ id: { isMe: false } })).toEqual(['Bob', 'Cas', 'Dot']);
  // Dot reports to nobody, but has a role below theirs.
  expect(await users({ id: { inTeamOf: id('bob') } })).toEqual(['Bob', 'Cas', 'Dot']);
  expect(await users({ managerId: { inTeamOf: id('bob') } })).toEqual(['Cas']);
  expect(await users({ id: { inTeamOf: id('dot') } })).toEqual(['Dot']);
  expect(await users({ id: { inRole: sales } })).toEqual(['Dot']);
  expect(await users({ role: { name: { eq: 'CEO' } }, id: { inRoleOrBelow: sales } })).toEqual([]);
  await crm.app.database.system.query('UPDATE app_user SET manager_id = $2 WHERE org = $1 AND id = $3', [
    acme.org,
    people['cas']!.userId,
    people['bob']!.userId,
  ]);
  expect(await users({ id: { inTeamOf: id('cas') }, role: { name: { eq: 'CEO' } } })).toEqual(['Bob', 'Cas']);
  const other = await crm.company('other');
  expect(await users({ id: { inTeamOf: `user_${other.chief.userId}` } })).toEqual([]);
  expect(await users({ id: { inTeamOf: 'account_x' } })).toEqual([]);
  expect(await names({ ownerId: { isMe: true } })).toHaveLength(6);
  expect(await names({ ownerId: { isMe: true } }, people['bob'])).toEqual([]);
});

test('a picklist is asked for by its label in the language of the reader', async () => {
  await ada.ask('mutation { createAccount(input: { accountName: "Labelled", industry: "SERVICE_PROVIDER" }) { account { id } } }');
  await crm.app.database.system.query(
    `UPDATE picklist_value SET labels = '{"en": "Somebody who serves"}' WHERE org = $1 AND picklist = 'Industry' AND key = 'SERVICE_PROVIDER'`,
    [acme.org],
  );
  const count = async (text: string) =>
    (await ada.ask('query ($t: String) { accounts(filter: { industry: { labelContains: $t } }) { totalCount } }', { t: text }))['accounts']
      .totalCount;
  expect([await count('WHO'), await count('provider'), await count('%')]).toEqual([1, 0, 0]);
});

test('an administrator sees how a query is read: its SQL, its plan, its time; nobody else does', async () => {
  const query =
    '{ deals(first: 2, filter: { dealName: { startsWith: "J" } }) { nodes { dealName } } picklist(name: "Rating") { name } accounts { totalCount } }';
  const explain = (person: Person, text = query) =>
    crm.post({ query: text, extensions: { explain: true } }, { authorization: `Bearer ${person.token}` });
  const { data, extensions, errors } = await explain(ada);
  expect([data?.['deals'], errors]).toEqual([{ nodes: [{ dealName: 'Jan' }] }, undefined]);
  const explained = extensions!['explain'] as {
    root: string;
    sql: string;
    parameters: string[];
    plan: string[];
    durationMs: number;
    rows: number;
  }[];
  expect(explained.map(({ root, rows }) => [root, rows])).toEqual([
    ['deals', 1],
    ['accounts', 1],
  ]);
  expect(explained[0]!.sql).toMatch(/^SELECT .* FROM deal t0 WHERE t0\.org = \$1/);
  expect(explained[0]!.parameters).toEqual([acme.org, 'J%']);
  expect(explained[0]!.plan.join('\n')).toMatch(/actual time=.*\n[^]*Execution Time/);
  expect(explained[0]!.durationMs).toBeGreaterThan(0);
  // How many rows others have is theirs to know.
  expect(explained.flatMap(({ plan }) => plan).filter((line) => line.includes('Rows Removed'))).toEqual([]);

  const refused = await explain(acme.people['bob']!);
  expect([refused.data ?? null, refused.errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  const stranger = await crm.post({ query, extensions: { explain: true } });
  expect(stranger.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  const mutation = await explain(ada, 'mutation { createAccount(input: { accountName: "Not made" }) { account { id } } }');
  expect(mutation.errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
  expect((await ada.ask('{ accounts(filter: { accountName: { eq: "Not made" } }) { totalCount } }'))['accounts'].totalCount).toBe(0);
});

test('the first week that dates can show lies in the year before the first where weeks begin late', async () => {
  const before = calendar;
  calendar = { ...calendar, weekStart: 3 };
  try {
    await ada.ask(
      'mutation { createDeal(input: { dealName: "First", closingDate: "0001-01-01", stage: "QUALIFICATION" }) { deal { id } } }',
    );
    const [first] = await groups(
      'by: [{ field: CLOSING_DATE, bucket: WEEK }]',
      'key { closingDatePeriod { from to name } }',
      '(filter: { closingDate: { lt: "0002-01-01" } })',
    );
    // The week began on the 27th of December of the year 0, a leap year; its middle is the 365th day of that.
    expect(first.key.closingDatePeriod).toEqual({ from: '0001-01-01', to: '0001-01-02', name: '0000-W53' });
  } finally {
    calendar = before;
  }
});
