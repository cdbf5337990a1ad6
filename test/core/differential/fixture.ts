import pg from 'pg';
import type { Calendar } from '../../../server/core/calendar.js';
import { ownerOrBelow, teamOf, type Hidden } from '../../support/access-shapes.js';
import { customModel } from '../../support/custom-schema.js';
import { asOwner } from '../../support/two-organizations.js';
import { workspace, type Company, type Person, type Workspace } from '../../support/workspace.js';
import { fill } from './fixture-records.js';
import { createRandom } from '../../support/random.js';

/** Somebody who asks: with which schema, and what they may see. */
export interface Persona {
  readonly name: string;
  readonly person: Person;
  readonly isCustom: boolean;
  readonly hidden: Hidden;
  /** Row ids of the users whose records they see; null: everybody's. */
  readonly team: readonly string[] | null;
  /** Whether they see what is its maker's alone. */
  readonly seesPrivate: boolean;
  readonly calendar: Calendar;
}

/** What time it is for both servers: another day in each of the zones below. */
export const NOW = new Date('2026-11-25T04:30:00.000Z');

/** Zones where midnight comes twice, where it is missing, and of odd minutes; years and weeks that begin elsewhere. */
const calendars: Readonly<Record<string, Calendar>> = {
  chief: { timeZone: 'UTC', fiscalYearStart: 1, weekStart: 1 },
  director: { timeZone: 'America/Havana', fiscalYearStart: 2, weekStart: 7 },
  head: { timeZone: 'Asia/Kathmandu', fiscalYearStart: 10, weekStart: 6 },
  lead: { timeZone: 'America/Sao_Paulo', fiscalYearStart: 4, weekStart: 3 },
  rep: { timeZone: 'Asia/Beirut', fiscalYearStart: 2, weekStart: 1 },
};

export interface Fixture extends AsyncDisposable {
  readonly crm: Workspace;
  /** Each schema with each access shape. */
  readonly personas: readonly Persona[];
  /** People of the other organisation, with each schema. */
  readonly strangers: readonly Persona[];
  readonly faults: readonly string[];
}

/** What the limited personas may not read: a text, money with all that shows it, and a lookup with its list. */
const hidden: Hidden = { Account: ['phone'], Contact: ['reportingTo'], Deal: ['amount', 'amountInBaseCurrency'] };

const limits = {
  maxTokens: 50_000,
  maxDepth: 40,
  maxAliases: 1000,
  maxDirectives: 1000,
  maxVariableDepth: 100,
  maxCost: 1e15,
  maxConditions: 10_000,
  maxOperand: 100_000,
};

const users = [
  { email: 'chief@north.example.com', lastName: 'Chief' },
  { email: 'director@north.example.com', firstName: 'Zoë', lastName: 'Director', managerEmail: 'chief@north.example.com' },
  { email: 'head@north.example.com', firstName: '', lastName: 'Ångström', managerEmail: 'director@north.example.com' },
  { email: 'lead@north.example.com', firstName: 'Łucja', lastName: 'lead', managerEmail: 'director@north.example.com' },
  { email: 'one@north.example.com', firstName: 'Zoë', lastName: 'Ångström', managerEmail: 'head@north.example.com' },
  { email: 'two@north.example.com', firstName: '東', lastName: '京', managerEmail: 'head@north.example.com' },
  { email: 'three@north.example.com', lastName: "O'Brien", managerEmail: 'lead@north.example.com' },
  { email: 'four@north.example.com', firstName: 'four', lastName: 'Chief', managerEmail: 'three@north.example.com' },
  { email: 'gone@north.example.com', firstName: 'Gone', lastName: 'Away', managerEmail: 'four@north.example.com' },
];

/** Two organisations whose records hold what could be read differently in two ways. */
export async function createFixture(seed: number): Promise<Fixture> {
  const random = createRandom(seed);
  const customUsers = new Set<string>();
  const teams = new Map<string, readonly string[]>();
  const access = ownerOrBelow(hidden);
  const calendarOf = new Map<string, Calendar>();
  const crm = await workspace({
    limits,
    clock: () => NOW,
    calendarOf: ({ userId }) => calendarOf.get(userId) ?? null,
    modelOf: (base, viewer) => (viewer && customUsers.has(viewer.userId) ? customModel(base) : base),
    accessOf: ({ userId }) => (teams.has(userId) ? { access, values: { team: teams.get(userId)! } } : null),
  });
  const north = await crm.company('north', users);
  const south = await crm.company('south', [
    { email: 'chief@south.example.com', lastName: 'Chief' },
    { email: 'rep@south.example.com', lastName: 'Rep', managerEmail: 'chief@south.example.com' },
  ]);
  customUsers.add(north.people['director']!.userId).add(north.people['lead']!.userId).add(south.people['rep']!.userId);

  for (const company of [north, south])
    for (const [name, { userId }] of Object.entries(company.people)) if (calendars[name]) calendarOf.set(userId, calendars[name]);

  await addRoles(crm, north);
  await addPipelines(crm, north);
  const alter = await changePicklists(crm, north);
  await fill(crm, random, north, { by: [north.people['chief']!, north.people['director']!], accounts: 140, contacts: 260, deals: 220 });
  await fill(crm, random, south, { by: [south.people['chief']!, south.people['rep']!], accounts: 8, contacts: 12, deals: 12 });
  await alter();
  await addJobs(crm, [north, south]);
  await bin(crm, north);
  await spread(crm);

  const managerOf = new Map(
    users.map(({ email, managerEmail }) => [userIn(north, email), managerEmail ? userIn(north, managerEmail) : null]),
  );
  const persona = (company: Company, name: string, isLimited: boolean): Persona => {
    const person = company.people[name]!;
    const team = isLimited ? teamOf(person.userId, managerOf) : null;
    if (team) teams.set(person.userId, team);
    return {
      name: person.email,
      person,
      isCustom: customUsers.has(person.userId),
      hidden: isLimited ? hidden : {},
      team,
      // The first user of a company is its administrator; the limited ones' access knows nothing of private records.
      seesPrivate: isLimited || name === 'chief',
      calendar: calendars[name]!,
    };
  };
  const personas = ['chief', 'director'].map((name) => persona(north, name, false));
  const limited = ['head', 'lead'].map((name) => persona(north, name, true));
  const strangers = ['chief', 'rep'].map((name) => persona(south, name, false));
  await analyze(crm);
  return { crm, personas: [...personas, ...limited], strangers, faults: noteFaults(crm), [Symbol.asyncDispose]: () => crm.close() };
}

/** What the database said to reads that failed: the answers call it INTERNAL. */
function noteFaults(crm: Workspace): string[] {
  const faults: string[] = [];
  const { reader } = crm.app.services;
  const read = reader.read.bind(reader);
  reader.read = (org, statement, values) =>
    read(org, statement, values).catch((error: unknown) => {
      faults.push(`${String(error)}\n${statement.text}`);
      throw error;
    });
  return faults;
}

const userIn = (company: Company, email: string): string => company.people[email.split('@')[0]!]!.userId;

/** Statistics, as autovacuum would have them after a while: without them plans are guesses. */
const analyze = async (crm: Workspace): Promise<void> => {
  const client = new pg.Client({ connectionString: crm.url });
  await client.connect();
  await client.query('ANALYZE');
  await client.end();
};

/** Jobs of several people, each with rows, and forms of files. */
async function addJobs(crm: Workspace, companies: readonly Company[]): Promise<void> {
  const { system } = crm.app.database;
  for (const { org, people } of companies) {
    await system.query(
      `INSERT INTO job (org, id, created_by_id, modified_by_id, kind, state, total, processed, failed, started_at, error_message, result)
       SELECT $1, crm_uuid7(), p.id, p.id, CASE n % 2 WHEN 0 THEN 'IMPORT' ELSE 'EXPORT' END, (ARRAY['QUEUED', 'RUNNING', 'DONE', 'FAILED'])[n % 4 + 1], nullif(n * 7 % 5, 0), n, n % 3,
              now() - n * interval '13 hours', CASE n % 3 WHEN 0 THEN 'Zoë "said" no ' || n END, CASE n % 2 WHEN 0 THEN jsonb_build_object('rows', n, 'a', jsonb_build_array(n, NULL, 'é')) END
         FROM unnest($2::uuid[]) WITH ORDINALITY AS p (id, at) CROSS JOIN generate_series(1, 6) n`,
      [
        org,
        Object.values(people)
          .slice(0, 4)
          .map(({ userId }) => userId),
      ],
    );
    await system.query(
      `INSERT INTO job_row (org, id, job_id, created_by_id, modified_by_id, place, outcome, record_id, error_code)
       SELECT j.org, crm_uuid7(), j.id, j.created_by_id, j.created_by_id, n, (ARRAY['CREATED', 'REJECTED', 'UPDATED'])[n % 3 + 1], CASE n % 3 WHEN 0 THEN 'account_' || n END, CASE n % 3 WHEN 1 THEN 'INTERNAL' END
         FROM job j CROSS JOIN generate_series(1, 4) n WHERE j.org = $1`,
      [org],
    );
    await system.query(
      `INSERT INTO import_mapping (org, id, created_by_id, modified_by_id, name, module, settings)
       SELECT $1, crm_uuid7(), $2, $2, 'Form ' || n, CASE n % 3 WHEN 0 THEN 'Account' WHEN 1 THEN 'Contact' END, jsonb_build_object('source', 'zoho', 'rows', n) FROM generate_series(1, 9) n`,
      [org, Object.values(people)[0]!.userId],
    );
  }
}

/** A tree of roles that is not the tree of who reports to whom. */
async function addRoles(crm: Workspace, { org, people }: Company): Promise<void> {
  const { system } = crm.app.database;
  const { rows } = await system.query<{ id: string }>('SELECT id FROM role WHERE org = $1', [org]);
  const add = async (name: string, above: string, users: readonly string[]): Promise<string> => {
    const made = await system.query<{ id: string }>(
      'INSERT INTO role (org, id, name, reports_to_id, share_with_peers) VALUES ($1, crm_uuid7(), $2, $3, false) RETURNING id',
      [org, name, above],
    );
    for (const user of users)
      await system.query('UPDATE app_user SET role_id = $3 WHERE org = $1 AND id = $2', [org, people[user]!.userId, made.rows[0]!.id]);
    return made.rows[0]!.id;
  };
  const sales = await add('Sales', rows[0]!.id, ['director', 'head', 'four']);
  const inside = await add('Inside', sales, ['one', 'lead']);
  await add('Trainee', inside, ['two', 'gone']);
}

/** When records were made: around midnights in each zone, and in other years. */
const moments = [
  '2018-11-04T02:59:59.999Z',
  '2018-11-04T03:00:00Z',
  '2025-11-02T03:59:59.999Z',
  '2025-11-02T04:00:00Z',
  '2025-11-02T04:30:00Z',
  '2025-11-02T05:00:00Z',
  '2025-12-31T23:59:59.999Z',
  '2026-01-31T18:15:00Z',
  '2026-02-01T05:00:00Z',
  '2026-03-28T21:59:59.999Z',
  '2026-03-28T22:00:00Z',
  '2026-09-30T18:14:59.999Z',
  '2026-10-01T00:00:00Z',
  '2026-11-20T12:00:00Z',
  '2026-11-23T18:15:00Z',
  '2026-11-24T02:59:59.999Z',
  '2026-11-24T03:00:00Z',
  '2026-11-24T05:00:00Z',
  '2026-11-25T04:30:00Z',
];

async function spread(crm: Workspace): Promise<void> {
  await asOwner(crm.url, async (run) => {
    for (const table of ['account', 'contact', 'deal']) {
      await run(`ALTER TABLE ${table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY`);
      const values = moments.map((moment) => `'${moment}'`).join(', ');
      await run(`UPDATE ${table} SET created_at = (ARRAY[${values}]::timestamptz[])[1 + abs(hashtext(id::text)) % ${moments.length}]`);
      await run(`ALTER TABLE ${table} ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY`);
    }
  });
}

/** Two more pipelines: one shares stages with the standard one, one has a name that sorts with it. */
async function addPipelines(crm: Workspace, { org }: Company): Promise<void> {
  const { system } = crm.app.database;
  for (const [place, key, name] of [
    [2, 'PARTNER', 'standard'],
    [2, 'EMPTY', 'Empty'],
  ]) {
    await system.query(`INSERT INTO pipeline (org, id, key, name, is_default, place) VALUES ($1, crm_uuid7(), $2, $3, false, $4)`, [
      org,
      key,
      name,
      place,
    ]);
  }
  await system.query(
    `INSERT INTO pipeline_stage (org, id, pipeline_id, key, label, place, probability, category, forecast_category, color)
       SELECT p.org, crm_uuid7(), p.id, s.key, s.label, s.place, s.probability, s.category, s.forecast_category, s.color
         FROM pipeline p, (VALUES ('QUALIFICATION', 'Qualification', 1, 10, 'OPEN', 'PIPELINE', NULL), ('TALK', 'qualification', 1, 33, 'OPEN', 'BEST_CASE', '#000000'),
              ('SIGNED', 'Signed', 3, 100, 'WON', 'CLOSED', '#000000'), ('OLD', 'Old', 9, 5, 'OPEN', 'COMMITTED', NULL)) s(key, label, place, probability, category, forecast_category, color)
        WHERE p.org = $1 AND p.key = 'PARTNER'`,
    [org],
  );
}

/**
 * Makes an organisation's lists its own: another order, labels in the reader's language, a retired value.
 *
 * @returns what to do once records hold the values: takes some out of the lists
 */
async function changePicklists(crm: Workspace, { org }: Company): Promise<() => Promise<void>> {
  const { system } = crm.app.database;
  await system.query(`UPDATE picklist_value SET place = 20 - place WHERE org = $1 AND picklist = 'Rating'`, [org]);
  await system.query(`UPDATE picklist_value SET place = place / 2 WHERE org = $1 AND picklist = 'LeadSource'`, [org]);
  await system.query(
    `UPDATE picklist_value SET labels = jsonb_build_object('en', 'English ' || label, 'nl', 'Dutch') WHERE org = $1 AND picklist = 'AccountType' AND place % 2 = 0`,
    [org],
  );
  return async () => {
    await system.query(`UPDATE picklist_value SET is_retired = true WHERE org = $1 AND place % 5 = 0`, [org]);
    await system.query(
      `DELETE FROM picklist_value WHERE org = $1 AND picklist IN ('Industry', 'LeadSource', 'DealType', 'Salutation') AND place = 2`,
      [org],
    );
  };
}

/** Moves records, a user and a stage to the recycle bin; others still point at them. What others require stays. */
async function bin(crm: Workspace, { org, people, chief }: Company): Promise<void> {
  const { system } = crm.app.database;
  for (const [plural, one] of [
    ['Accounts', 'account'],
    ['Contacts', 'contact'],
    ['Deals', 'deal'],
    ['Leads', 'lead'],
  ]) {
    const { rows } = await system.query<{ id: string }>(`SELECT id FROM ${one!} WHERE org = $1 ORDER BY id`, [org]);
    const items = rows.filter((_, index) => index % 9 === 4).map(({ id }) => ({ id: `${one!}_${id}` }));
    await chief.ask(
      `mutation ($items: [${plural!.slice(0, -1)}Reference!]!) { delete${plural!}(items: $items, onError: CONTINUE) { succeeded } }`,
      { items },
    );
  }
  await system.query(`UPDATE app_user SET deleted_at = now() WHERE org = $1 AND id = $2`, [org, people['gone']!.userId]);
  await system.query(`UPDATE app_user SET status = 'DISABLED' WHERE org = $1 AND id = $2`, [org, people['two']!.userId]);
  await system.query(`UPDATE pipeline_stage SET deleted_at = now() WHERE org = $1 AND key = 'TALK'`, [org]);
  await system.query(`UPDATE pipeline_stage SET is_retired = true WHERE org = $1 AND key = 'OLD'`, [org]);
}
