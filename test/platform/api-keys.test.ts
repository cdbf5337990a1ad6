import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codesOf, faultsOf } from '../support/answers.js';
import { workspace, type Answer, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let other: Workspace;
let acme: Company;
let chief: Person;
let bob: Person;

beforeAll(async () => {
  crm = await workspace({ database: 'own' });
  other = await workspace({ databaseUrl: crm.url });
  acme = await crm.company(
    'acme',
    ['chief', 'bob', 'cy'].map((name) => ({ lastName: name, email: `${name}@acme.example.com` })),
  );
  ({ chief, bob } = acme.people as { chief: Person; bob: Person });
});
afterAll(async () => {
  await other.close();
  await crm.close();
});

const KEY = '{ id userId name prefix isReadOnly createdAt expiresAt lastUsedAt revokedAt }';
const CREATE = `mutation ($input: ApiKeyCreateInput!) { createApiKey(input: $input) { key apiKey ${KEY} } }`;
const LIST = `query ($id: ID) { apiKeys(userId: $id) ${KEY} }`;
const REVOKE = `mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey ${KEY} } }`;

interface Made {
  readonly key: string;
  readonly apiKey: Record<string, any>;
}
const make = async (person: Person, input: object = {}): Promise<Made> =>
  (await person.ask(CREATE, { input: { name: 'Sync', isReadOnly: false, ...input } }))['createApiKey'] as Made;
const as = (key: string, query: string, variables: object = {}, at = crm): Promise<Answer> =>
  at.post({ query, variables }, { authorization: `Bearer ${key}` });
const who = (key: string, at = crm): Promise<Answer> =>
  as(key, '{ viewer { user { id } credential { id kind isReadOnly expiresAt } } }', {}, at);
const outcome = (answer: Answer): string => [answer.status, ...codesOf(answer)].join(' ');
const REFUSED = '401 UNAUTHENTICATED';

/** Waits until both servers refuse a key; fails when one accepts a request that was sent later than the five seconds that it may take. */
async function gone(key: string): Promise<void> {
  for (const until = Date.now() + 5500; ; await sleep(100)) {
    const sentAt = Date.now();
    const answers = await Promise.all([crm, other].map((at) => who(key, at)));
    if (answers.every((answer) => outcome(answer) === REFUSED)) return;
    expect(sentAt).toBeLessThan(until);
  }
}

test('a key is told once, acts as its owner, and says how it was used', async () => {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const { key, apiKey } = await make(bob, { expiresAt });
  expect(key).toMatch(/^rlt_[a-z2-7]{8}_[\w-]{43}$/);
  expect(apiKey).toMatchObject({
    userId: `user_${bob.userId}`,
    name: 'Sync',
    prefix: key.slice(0, 12),
    isReadOnly: false,
    expiresAt,
    lastUsedAt: null,
    revokedAt: null,
  });

  expect((await who(key)).data).toEqual({
    viewer: { user: { id: `user_${bob.userId}` }, credential: { id: apiKey['id'], kind: 'KEY', isReadOnly: false, expiresAt } },
  });
  const made = await as(key, 'mutation { createAccount(input: { accountName: "By key" }) { account { createdBy { id } owner { id } } } }');
  expect(made.data).toEqual({
    createAccount: { account: { createdBy: { id: `user_${bob.userId}` }, owner: { id: `user_${bob.userId}` } } },
  });
  const [listed] = (await bob.ask(LIST))['apiKeys'];
  expect(Date.now() - Date.parse(listed.lastUsedAt)).toBeLessThan(60_000);

  // Only a hash of it is kept, and its making is told without it.
  const { rows } = await crm.app.database.system.query<{ row: string }>(
    `SELECT k::text AS row FROM api_key k UNION ALL SELECT c::text FROM change c`,
  );
  expect(rows.filter(({ row }) => row.includes(key.slice(13)))).toEqual([]);
  const events = rows.filter(({ row }) => row.includes('key.created'));
  expect(events).toHaveLength(1);
  expect((await bob.send(LIST)).text).not.toContain(key.slice(13));
});

test('its last use is written down once a minute, not with each request', async () => {
  const { key } = await make(bob);
  const { system } = crm.app.database;
  const used = async (): Promise<string> =>
    (await system.query<{ at: string }>('SELECT last_used_at::text AS at FROM api_key WHERE prefix = $1', [key.slice(0, 12)])).rows[0]!.at;
  await who(key);
  const first = await used();
  await who(key);
  await who(key, other);
  expect(await used()).toBe(first);
  await system.query(`UPDATE api_key SET last_used_at = now() - interval '2 minutes' WHERE prefix = $1`, [key.slice(0, 12)]);
  await using third = await workspace({ databaseUrl: crm.url });
  await who(key, third);
  expect(Date.now() - Date.parse(await used())).toBeLessThan(60_000);
});

test('a key with another tail, head or form is refused', async () => {
  const { key } = await make(bob);
  const { key: second } = await make(bob);
  const flipped = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');
  const bad = [
    flipped,
    key.slice(0, -1),
    `${key}A`,
    key.slice(0, 12) + second.slice(12),
    key.toUpperCase(),
    key.slice(4),
    'rlt_',
    `rlt_${'a'.repeat(8)}_${'A'.repeat(43)}`,
    "rlt_'OR'true",
    key.slice(0, 12),
  ];
  for (const one of bad) expect([one, outcome(await who(one))]).toEqual([one, REFUSED]);
  // After it has been used as well.
  expect(outcome(await who(key))).toBe('200');
  for (const one of bad) expect([one, outcome(await who(one))]).toEqual([one, REFUSED]);
});

test('a key that was revoked or has expired, or whose owner is suspended, stops on every server', async () => {
  const { cy } = acme.people as { cy: Person };
  const [revoked, expired, suspended, administered] = [await make(bob), await make(bob), await make(cy), await make(bob)];
  for (const { key } of [revoked, expired, suspended, administered])
    for (const at of [crm, other]) expect(outcome(await who(key, at))).toBe('200');

  const { apiKey } = (await bob.ask(REVOKE, { id: revoked.apiKey['id'] }))['revokeApiKey'];
  expect(Date.now() - Date.parse(apiKey.revokedAt)).toBeLessThan(60_000);
  expect(outcome(await who(revoked.key))).toBe(REFUSED);
  // A second time changes nothing.
  expect((await bob.ask(REVOKE, { id: revoked.apiKey['id'] }))['revokeApiKey'].apiKey).toEqual(apiKey);
  await chief.ask(REVOKE, { id: administered.apiKey['id'] });
  await crm.app.database.system.query(`UPDATE api_key SET expires_at = now() WHERE prefix = $1`, [expired.key.slice(0, 12)]);
  await chief.ask('mutation ($id: ID!) { suspendUser(id: $id) { user { status } } }', { id: `user_${cy.userId}` });
  await Promise.all([revoked, expired, suspended, administered].map(({ key }) => gone(key)));

  // A suspension is no revocation.
  await chief.ask('mutation ($id: ID!) { reactivateUser(id: $id) { user { status } } }', { id: `user_${cy.userId}` });
  expect(outcome(await who(suspended.key))).toBe('200');
  const { rows } = await crm.app.database.system.query<{ event: string }>(
    `SELECT became->>'event' AS event FROM change WHERE operation = 'EVENT' AND became->>'event' = 'key.revoked'`,
  );
  expect(rows).toHaveLength(2);
});

test('a read-only key reads everything its owner may, and no mutation but those that are open', async () => {
  const { key } = await make(chief, { isReadOnly: true });
  expect((await as(key, '{ accounts { totalCount } }')).errors).toBeUndefined();
  const mutations = Object.values(crm.app.model.schema.getMutationType()!.getFields());
  const { rows: before } = await crm.app.database.system.query('SELECT count(*) FROM change');
  for (const [query, code] of [
    ['mutation { createAccount(input: { accountName: "x" }) { account { id } } }', 'FORBIDDEN'],
    ['mutation { endSessions { ended } }', 'FORBIDDEN'],
    [`mutation { suspendUser(id: "user_${bob.userId}") { user { id } } }`, 'FORBIDDEN'],
    ['mutation { __typename }', 'FORBIDDEN'],
    [`mutation { refreshSession(refreshToken: "x") { token } }`, 'REFRESH_TOKEN_INVALID'],
  ] as const)
    expect([query, codesOf(await as(key, query))]).toEqual([query, [code]]);
  expect(mutations.length).toBeGreaterThan(30);
  expect((await crm.app.database.system.query('SELECT count(*) FROM change')).rows).toEqual(before);
  expect(
    outcome(
      await crm.post(
        { query: `mutation { signIn(email: "${bob.email}", password: "${bob.password}") { token } }` },
        { authorization: `Bearer ${key}` },
      ),
    ),
  ).toBe('200');
});

test('what makes ways in needs somebody who signed in: no key makes keys, links or passwords', async () => {
  const { key } = await make(chief);
  for (const query of [
    'mutation { createApiKey(input: { name: "x", isReadOnly: true }) { key } }',
    'mutation { changePassword(currentPassword: "x", newPassword: "y") { ended } }',
    'mutation { signOut { sessionId } }',
    `mutation { resetPassword(userId: "user_${bob.userId}") { token } }`,
  ])
    expect([query, codesOf(await as(key, query))]).toEqual([query, ['FORBIDDEN']]);
  // It does what else its owner does, with the rights they have now.
  expect((await as(key, '{ viewer { isAdministrator } }')).data).toEqual({ viewer: { isAdministrator: true } });
});

test('a key is named, ends in the future, and one has only so many', async () => {
  const faults = async (input: object): Promise<string[]> =>
    faultsOf(await bob.send(CREATE, { input: { name: 'x', isReadOnly: true, ...input } }));
  expect(await faults({ name: ' ' })).toEqual(['input.name REQUIRED']);
  expect(await faults({ name: 'x'.repeat(101) })).toEqual(['input.name TOO_LONG']);
  expect(await faults({ name: 'a\0b' })).toEqual(['input.name INVALID_CHARACTER']);
  expect(await faults({ expiresAt: '2020-01-01T00:00:00Z' })).toEqual(['input.expiresAt OUT_OF_RANGE']);
  await crm.app.database.system.query(
    `INSERT INTO api_key (org, id, user_id, name, prefix, hash, is_read_only) SELECT $1, crm_uuid7(), $2, 'many', 'rlt_many' || n, '', true FROM generate_series(1, 100) n`,
    [bob.org, bob.userId],
  );
  expect(await faults({})).toEqual(['input TOO_MANY']);
});

test('keys are listed and revoked by their owner and administrators, and by nobody of another organisation', async () => {
  const globex = await crm.company('globex');
  const { key, apiKey } = await make(chief);
  expect(codesOf(await bob.send(LIST, { id: `user_${chief.userId}` }))).toEqual(['FORBIDDEN']);
  for (const stranger of [bob, globex.chief]) expect(codesOf(await stranger.send(REVOKE, { id: apiKey['id'] }))).toEqual(['NOT_FOUND']);
  for (const id of ['key_x', `key_${crypto.randomUUID()}`, apiKey['userId']])
    expect(codesOf(await chief.send(REVOKE, { id }))).toEqual(['NOT_FOUND']);
  expect(await globex.chief.ask(LIST, { id: `user_${chief.userId}` })).toEqual({ apiKeys: [] });
  expect((await chief.ask(LIST, { id: `user_${bob.userId}` }))['apiKeys'].length).toBeGreaterThan(0);
  expect(outcome(await who(key))).toBe('200');
});

test('a known token or key costs a request no statement and no signature', async () => {
  const { key } = await make(chief);
  const { system } = crm.app.database;
  for (const credential of [chief.token, key]) {
    await who(credential);
    const asked: unknown[] = [];
    const query = system.query.bind(system) as (...given: unknown[]) => unknown;
    Object.assign(system, { query: (...given: unknown[]) => (asked.push(given[0]), query(...given)) });
    try {
      await Promise.all(Array.from({ length: 20 }, () => as(credential, '{ organization { name } }')));
    } finally {
      delete (system as { query?: unknown }).query;
    }
    expect(asked.length).toBeLessThanOrEqual(1);
  }
});
