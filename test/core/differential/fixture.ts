import pg from 'pg';
import { ownerOrBelow, teamOf, type Hidden } from '../../support/access-shapes.js';
import { customModel } from '../../support/custom-schema.js';
import { workspace, type Company, type Person, type Workspace } from '../../support/workspace.js';
import { fill } from './fixture-records.js';
import { createRandom } from './random.js';

/** Somebody who asks: with which schema, and what they may see. */
export interface Persona {
  readonly name: string;
  readonly person: Person;
  readonly isCustom: boolean;
  readonly hidden: Hidden;
  /** Row ids of the users whose records they see; null: everybody's. */
  readonly team: readonly string[] | null;
}

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

const limits = { maxTokens: 50_000, maxDepth: 40, maxAliases: 1000, maxDirectives: 1000, maxVariableDepth: 100, maxCost: 1e15 };

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
  const crm = await workspace({
    limits,
    modelOf: (base, viewer) => (viewer && customUsers.has(viewer.userId) ? customModel(base) : base),
    accessOf: ({ userId }) => (teams.has(userId) ? { access, values: { team: teams.get(userId)! } } : null),
  });
  const north = await crm.company('north', users);
  const south = await crm.company('south', [
    { email: 'chief@south.example.com', lastName: 'Chief' },
    { email: 'rep@south.example.com', lastName: 'Rep', managerEmail: 'chief@south.example.com' },
  ]);
  customUsers.add(north.people['director']!.userId).add(north.people['lead']!.userId).add(south.people['rep']!.userId);

  await addPipelines(crm, north);
  const alter = await changePicklists(crm, north);
  await fill(crm, random, north, { by: [north.people['chief']!, north.people['director']!], accounts: 140, contacts: 260, deals: 220 });
  await fill(crm, random, south, { by: [south.people['chief']!, south.people['rep']!], accounts: 8, contacts: 12, deals: 12 });
  await alter();
  await bin(crm, north);

  const managerOf = new Map(
    users.map(({ email, managerEmail }) => [userIn(north, email), managerEmail ? userIn(north, managerEmail) : null]),
  );
  const persona = (company: Company, name: string, isLimited: boolean): Persona => {
    const person = company.people[name]!;
    const team = isLimited ? teamOf(person.userId, managerOf) : null;
    if (team) teams.set(person.userId, team);
    return { name: person.email, person, isCustom: customUsers.has(person.userId), hidden: isLimited ? hidden : {}, team };
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

/** Moves records, a user and a stage to the bin; others still point at them. */
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
    await chief.ask(`mutation ($items: [${plural!.slice(0, -1)}Reference!]!) { delete${plural!}(items: $items) { succeeded } }`, { items });
  }
  await system.query(`UPDATE app_user SET deleted_at = now() WHERE org = $1 AND id = $2`, [org, people['gone']!.userId]);
  await system.query(`UPDATE app_user SET status = 'DISABLED' WHERE org = $1 AND id = $2`, [org, people['two']!.userId]);
  await system.query(`UPDATE pipeline_stage SET deleted_at = now() WHERE org = $1 AND key = 'TALK'`, [org]);
  await system.query(`UPDATE pipeline_stage SET is_retired = true WHERE org = $1 AND key = 'OLD'`, [org]);
}
