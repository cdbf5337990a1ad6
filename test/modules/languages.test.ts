import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bringStandardLabels } from '../../server/core/picklist-labels.js';
import { create } from '../support/records.js';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
beforeAll(async () => {
  crm = await workspace();
  acme = await crm.company('acme');
});
afterAll(() => crm.close());

/** Asks as a browser set to a language would. */
async function asked(person: Person, language: string, query: string, variables: object = {}) {
  return crm.post({ query, variables }, { authorization: `Bearer ${person.token}`, 'accept-language': language });
}

test('labels of picklists and enums come in the language that is asked for', async () => {
  const { id } = (await create(acme.chief, 'Account', { accountName: 'Noord', industry: 'GOVERNMENT_MILITARY' })) as { id: string };
  const query = `query ($id: ID!) {
    account(id: $id) { industry industryLabel }
    accounts(first: 1) { groups(by: [{ field: INDUSTRY }]) { key { industryLabel } } }
    picklist(name: "Rating") { values { key label } }
    enumeration(name: "StageCategory") { description values { key label description } }
  }`;
  const [dutch, english] = await Promise.all(['nl-BE, nl;q=0.9', 'en'].map((language) => asked(acme.chief, language, query, { id })));
  expect(dutch!.data).toMatchObject({
    account: { industry: 'GOVERNMENT_MILITARY', industryLabel: 'Overheid/defensie' },
    accounts: { groups: [{ key: { industryLabel: 'Overheid/defensie' } }] },
    enumeration: {
      values: [
        { key: 'OPEN', label: 'Open' },
        { key: 'WON', label: 'Gewonnen', description: 'De deal is gesloten en gewonnen.' },
        { key: 'LOST' },
      ],
    },
  });
  expect(english!.data).toMatchObject({
    account: { industryLabel: 'Government/Military' },
    enumeration: { values: [{ label: 'Open' }, { label: 'Won', description: 'The deal is closed and won.' }, { label: 'Lost' }] },
  });
  expect((dutch!.data as { picklist: { values: object[] } }).picklist.values).toContainEqual({ key: 'SHUT_DOWN', label: 'Gestopt' });
});

test('a name is shown in the language and the order that its reader wants, found as it is shown, and sorted by family name', async () => {
  const people = [
    { salutation: 'MS', firstName: 'Zoe', lastName: 'Aalto' },
    { firstName: 'Ada', lastName: 'Zwart' },
    { salutation: 'MR', lastName: 'Moor' },
  ];
  for (const person of people) await create(acme.chief, 'Contact', person);
  const query = (order: string, filter = '') =>
    `{ contacts(orderBy: [{ fullName: ${order} }]${filter && `, filter: { fullName: ${filter} }`}) { nodes { fullName displayName } } }`;
  const names = async (language: string, text = query('ASC')): Promise<string[]> => {
    const { data } = await asked(acme.chief, language, text);
    const { nodes } = (data as { contacts: { nodes: { fullName: string; displayName: string }[] } }).contacts;
    expect(nodes.every(({ fullName, displayName }) => fullName === displayName)).toBe(true);
    return nodes.map(({ fullName }) => fullName);
  };
  expect(await names('nl')).toEqual(['Mw. Zoe Aalto', 'Dhr. Moor', 'Ada Zwart']);
  expect(await names('en')).toEqual(['Ms. Zoe Aalto', 'Mr. Moor', 'Ada Zwart']);
  expect(await names('en', query('DESC'))).toEqual(['Ada Zwart', 'Mr. Moor', 'Ms. Zoe Aalto']);
  expect(await names('nl', query('ASC', '{ eq: "Mw. Zoe Aalto" }'))).toEqual(['Mw. Zoe Aalto']);
  expect(await names('en', query('ASC', '{ contains: "ZOE aal" }'))).toEqual(['Ms. Zoe Aalto']);
  const set = (nameFormat: string | null) =>
    acme.chief.ask('mutation ($input: ViewerSettingsInput!) { updateViewerSettings(input: $input) { viewerSettings { nameFormat } } }', {
      input: { nameFormat },
    });
  await set('SALUTATION_LAST_FIRST');
  expect(await names('nl')).toEqual(['Mw. Aalto Zoe', 'Dhr. Moor', 'Zwart Ada']);
  await set('FIRST_LAST_SALUTATION');
  expect(await names('en')).toEqual(['Zoe Aalto Ms.', 'Moor Mr.', 'Ada Zwart']);
  expect((await set(null))['updateViewerSettings']).toEqual({ viewerSettings: { nameFormat: 'SALUTATION_FIRST_LAST' } });
  // A page goes on where the one before ended.
  const first = await acme.chief.ask('{ contacts(first: 2, orderBy: [{ fullName: ASC }]) { nodes { fullName } pageInfo { endCursor } } }');
  const next = await acme.chief.ask(
    'query ($after: Cursor) { contacts(first: 2, after: $after, orderBy: [{ fullName: ASC }]) { nodes { fullName } } }',
    { after: first.contacts.pageInfo.endCursor },
  );
  expect(next.contacts.nodes).toEqual([{ fullName: 'Ada Zwart' }]);
  // A condition that asks nothing is met by all, also beneath a lookup.
  for (const filter of ['fullName: {}', 'owner: { fullName: {} }', 'not: { fullName: {} }']) {
    const { contacts } = await acme.chief.ask(`{ contacts(filter: { ${filter} }) { totalCount } all: contacts { totalCount } }`);
    expect(contacts.totalCount > 0).toBe(!filter.startsWith('not'));
  }
});

test('errors come in the language that is asked for: of one record, of rows in a call for many, of literals, of the server itself', async () => {
  const one = await asked(
    acme.chief,
    'nl',
    'mutation { createAccount(input: { accountName: " ", employees: -1, industry: "NOPE" }) { account { id } } }',
  );
  expect(one.errors![0]!.message).toBe('3 waarden zijn onjuist, de eerste: Accountnaam mag niet blanco zijn.');
  expect((one.errors![0]!.extensions as unknown as { fields: { message: string }[] }).fields.map(({ message }) => message)).toEqual([
    'Accountnaam mag niet blanco zijn.',
    'Werknemers ligt tussen 0 en 2147483647, niet -1.',
    expect.stringMatching(/^Branche kent geen waarde "NOPE"\. De waarden zijn [A-Z_]+(, [A-Z_]+)+\.$/),
  ]);
  const many = await asked(
    acme.chief,
    'nl',
    'mutation { createAccounts(inputs: [{ accountName: "" }], onError: CONTINUE) { results { error { message fields { message } } } } }',
  );
  expect(many.data).toEqual({
    createAccounts: {
      results: [{ error: { message: 'Accountnaam mag niet blanco zijn.', fields: [{ message: 'Accountnaam mag niet blanco zijn.' }] } }],
    },
  });
  const literal = await asked(
    acme.chief,
    'nl',
    'mutation { createDeal(input: { dealName: "x", stage: "QUALIFICATION", closingDate: "2027-02-30" }) { deal { id } } }',
  );
  expect(literal.errors![0]!.message).toBe('Date vraagt een bestaande dag, zoals "2027-01-31", niet "2027-02-30".');
  const unsigned = await crm.post({ query: '{ accounts { totalCount } }' }, { 'accept-language': 'nl' });
  expect(unsigned.errors![0]!.message).toMatch(/^Meld u eerst aan/);
  expect((await crm.post('{', { 'accept-language': 'nl' })).errors![0]!.message).toBe(
    'De inhoud is geen JSON. Stuur {"query": "…", "variables": {…}}.',
  );
});

test('labels of a language that came later are brought to every organisation, and what somebody changed stays', async () => {
  const { system } = crm.app.database;
  const labelOf = async (key: string): Promise<string | undefined> =>
    (
      await system.query<{ nl: string }>(
        `SELECT labels->>'nl' AS nl FROM picklist_value WHERE org = $1 AND picklist = 'Rating' AND key = $2`,
        [acme.org, key],
      )
    ).rows[0]?.nl;
  await system.query(`UPDATE picklist_value SET labels = '{}' WHERE org = $1`, [acme.org]);
  await system.query(
    `UPDATE picklist_value SET labels = '{"nl": "Eigen woord"}' WHERE org = $1 AND picklist = 'Rating' AND key = 'ACTIVE'`,
    [acme.org],
  );
  await system.query(`UPDATE picklist_value SET label = 'Closed down' WHERE org = $1 AND picklist = 'Rating' AND key = 'SHUT_DOWN'`, [
    acme.org,
  ]);
  await bringStandardLabels(system);
  expect(await Promise.all(['ACQUIRED', 'ACTIVE', 'SHUT_DOWN'].map(labelOf))).toEqual(['Overgenomen', 'Eigen woord', null]);
  // Once is enough: what is emptied after that is somebody's wish.
  await system.query(`UPDATE picklist_value SET labels = '{}' WHERE org = $1`, [acme.org]);
  await bringStandardLabels(system);
  expect(await labelOf('ACQUIRED')).toBeNull();
});
