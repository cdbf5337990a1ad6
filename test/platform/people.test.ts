import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isNonNullType, type GraphQLField, type GraphQLInputType, getNamedType, isInputObjectType, isLeafType, isListType } from 'graphql';
import { decodeProtectedHeader } from 'jose';
import type { RootAccess } from '../../server/core/access.js';
import { networkOf } from '../../server/platform/http/network.js';
import { isLoopback } from '../../server/platform/auth/loopback.js';
import { passwordFault } from '../../server/platform/auth/passwords.js';
import { rotateKeys } from '../../server/platform/auth/signing-keys.js';
import { makeSignInLink } from '../../server/platform/auth/sign-in-link.js';
import { codesOf, faultsOf } from '../support/answers.js';
import { compiled } from '../support/server-process.js';
import { tableDigests } from '../support/table-digests.js';
import { until } from '../support/until.js';
import { workspace, type Answer, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
/** Another server of the same database. */
let other: Workspace;
let acme: Company;
let chief: Person;
let bob: Person;

/** What the servers promise: changes act on requests that are sent five seconds later. */
const WITHIN_MS = 5500;
const PASSWORD = 'correct horse battery';

beforeAll(async () => {
  crm = await workspace({ database: 'own' });
  other = await workspace({ databaseUrl: crm.url });
  acme = await crm.company('acme', people('acme', ['chief', 'bob', 'cy', 'dee']));
  ({ chief, bob } = acme.people as { chief: Person; bob: Person });
});
afterAll(async () => {
  await other.close();
  await crm.close();
});

const people = (company: string, names: readonly string[]) =>
  names.map((name) => ({ firstName: name, lastName: `of ${company}`, email: `${name}@${company}.example.com` }));

let addresses = 0;
const newAddress = (): string => `10.1.${Math.floor(++addresses / 250)}.${addresses % 250}`;

interface Pair {
  readonly token: string;
  readonly refreshToken: string;
  readonly userId: string;
}
const PAIR = '{ token expiresAt refreshToken refreshExpiresAt userId }';

const tryOpen = (
  mutation: string,
  given: Record<string, string>,
  { at = crm, address = newAddress(), headers = {} } = {},
): Promise<Answer> =>
  at.post(
    {
      query: `mutation (${Object.keys(given)
        .map((name) => `$${name}: String!`)
        .join(', ')}) { ${mutation}(${Object.keys(given)
        .map((name) => `${name}: $${name}`)
        .join(', ')}) ${PAIR} }`,
      variables: given,
    },
    headers,
    address,
  );
const trySignIn = (email: string, password: string, options = {}) => tryOpen('signIn', { email, password }, options);
const tryRefresh = (refreshToken: string, options = {}) => tryOpen('refreshSession', { refreshToken }, options);

function pairOf(answer: Answer): Pair {
  if (answer.errors) throw new Error(answer.text);
  return Object.values(answer.data as Record<string, Pair>)[0]!;
}
const signIn = async (email: string, password: string, options = {}): Promise<Pair> => pairOf(await trySignIn(email, password, options));

const as = (token: string, query: string, variables: object = {}, at = crm): Promise<Answer> =>
  at.post({ query, variables }, { authorization: `Bearer ${token}` });
const isGood = async (token: string, at = crm): Promise<boolean> => {
  const { status } = await as(token, '{ viewer { user { id } } }', {}, at);
  return status === 200;
};

const PROFILES = '{ profiles { nodes { id kind } } roles { nodes { id } } }';
async function standardsOf(person: Person): Promise<{ ADMINISTRATOR: string; STANDARD: string; role: string }> {
  const { profiles, roles } = await person.ask(PROFILES);
  const of = (kind: string): string => profiles.nodes.find((one: { kind: string }) => one.kind === kind).id;
  return { ADMINISTRATOR: of('ADMINISTRATOR'), STANDARD: of('STANDARD'), role: roles.nodes[0].id };
}

const INVITE =
  'mutation ($input: UserCreateInput!) { inviteUser(input: $input) { token url expiresAt user { id fullName status email profile { kind } } } }';
async function invited(email: string, by = chief): Promise<{ token: string; url: string; expiresAt: string; user: Record<string, any> }> {
  const { STANDARD: profileId, role: roleId } = await standardsOf(by);
  return (await by.ask(INVITE, { input: { firstName: 'New', lastName: 'Hand', email, roleId, profileId } }))['inviteUser'];
}
const UPDATE = 'mutation ($id: ID!, $input: UserUpdateInput!) { updateUser(id: $id, input: $input) { user { id email version } } }';
const SUSPEND = 'mutation ($id: ID!) { suspendUser(id: $id) { user { id status } } }';
const REACTIVATE = 'mutation ($id: ID!) { reactivateUser(id: $id) { user { id status } } }';
const RESET = 'mutation ($id: ID!) { resetPassword(userId: $id) { token url expiresAt user { id } } }';
const idOf = ({ userId }: Person): string => `user_${userId}`;

/** The events of a user in the change log. */
async function eventsOf(userId: string): Promise<string[]> {
  const { rows } = await crm.app.database.system.query<{ event: string }>(
    `SELECT became->>'event' AS event FROM change WHERE operation = 'EVENT' AND module = 'User' AND record_id = $1 ORDER BY id`,
    [userId.replace('user_', '')],
  );
  return rows.map(({ event }) => event);
}

// Sessions

test('signing in makes a session that is listed, is refreshed, and ends', async () => {
  const agent = { 'user-agent': 'Hand-made/1.0' };
  const first = await signIn(bob.email, bob.password, { address: '203.0.113.7', headers: agent });
  const SESSIONS = '{ sessions { id userId createdAt lastUsedAt expiresAt address userAgent isCurrent } }';
  const list = async (token: string): Promise<any[]> => ((await as(token, SESSIONS)).data as any).sessions;
  const [current] = (await list(first.token)).filter(({ isCurrent }) => isCurrent);
  expect(current).toMatchObject({ userId: idOf(bob), address: '203.0.113.7', userAgent: 'Hand-made/1.0' });
  expect(Date.parse(current.expiresAt) - Date.now()).toBeGreaterThan(29 * 86_400_000);

  const second = pairOf(await tryRefresh(first.refreshToken, { address: '203.0.113.8' }));
  expect(second.refreshToken).not.toBe(first.refreshToken);
  expect(await isGood(second.token)).toBe(true);
  expect((await list(second.token)).find(({ isCurrent }) => isCurrent)).toMatchObject({ id: current.id, address: '203.0.113.8' });

  // Only a hash of it is kept, and the access token is not kept at all.
  const { rows } = await crm.app.database.system.query<{ row: string }>(
    `SELECT t::text AS row FROM refresh_token t UNION ALL SELECT s::text FROM session s`,
  );
  expect(
    rows.filter(({ row }) => [first, second].some(({ token, refreshToken }) => row.includes(refreshToken) || row.includes(token))),
  ).toEqual([]);

  expect((await as(second.token, 'mutation { signOut { sessionId } }')).data).toEqual({ signOut: { sessionId: current.id } });
  expect(await isGood(second.token)).toBe(false);
  expect(codesOf(await tryRefresh(second.refreshToken))).toEqual(['REFRESH_TOKEN_INVALID']);
  expect((await list(bob.token)).map(({ id }) => id)).not.toContain(current.id);
});

test('a refresh token that is used twice ends its session, and no other', async () => {
  const stays = await signIn(bob.email, bob.password);
  const first = await signIn(bob.email, bob.password);
  const second = pairOf(await tryRefresh(first.refreshToken));
  const third = pairOf(await tryRefresh(second.refreshToken));
  expect(codesOf(await tryRefresh(first.refreshToken))).toEqual(['REFRESH_TOKEN_REUSED']);
  expect(codesOf(await tryRefresh(third.refreshToken))).toEqual(['REFRESH_TOKEN_INVALID']);
  expect(codesOf(await tryRefresh(first.refreshToken))).toEqual(['REFRESH_TOKEN_REUSED']);
  for (const { token } of [first, second, third]) expect(await isGood(token, await fresh())).toBe(false);
  expect(await isGood(stays.token)).toBe(true);
  expect((await eventsOf(bob.userId)).filter((event) => event === 'session.reused')).toHaveLength(1);
});

test('of ten uses of a refresh token at once, on two servers, all get the same next one', async () => {
  const { refreshToken } = await signIn(bob.email, bob.password);
  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => tryRefresh(refreshToken, { at: index % 2 ? crm : other })));
  const [next, ...more] = [...new Set(answers.map((answer) => pairOf(answer).refreshToken))];
  expect([next === refreshToken, more]).toEqual([false, []]);
  for (const answer of answers) expect(await isGood(pairOf(answer).token)).toBe(true);
  expect(codesOf(await tryRefresh(next!))).toEqual([]);
  // Of the next one there is one row, whoever asked for it.
  const { rows } = await crm.app.database.system.query<{ count: string }>(
    `SELECT count(*) FROM refresh_token WHERE session_id = (SELECT session_id FROM refresh_token ORDER BY created_at DESC LIMIT 1)`,
  );
  expect(rows[0]!.count).toBe('3');
});

test('the previous refresh token is answered again for half a minute, on every server, and after that its use ends the session', async () => {
  let at = Date.now();
  const clock = () => new Date(at);
  await using one = await workspace({ databaseUrl: crm.url, clock });
  await using two = await workspace({ databaseUrl: crm.url, clock });
  const refresh = async (token: string, server = one): Promise<Pair> => pairOf(await tryRefresh(token, { at: server }));

  // An answer gets lost; a second tab comes fifteen seconds later, with what both had.
  const first = await signIn(bob.email, bob.password, { at: one });
  const second = await refresh(first.refreshToken);
  for (const wait of [0, 15_000, 14_999]) {
    at += wait;
    for (const server of [one, two]) expect((await refresh(first.refreshToken, server)).refreshToken).toBe(second.refreshToken);
  }
  // Its time does not begin anew with each answer.
  at += 1;
  expect(codesOf(await tryRefresh(first.refreshToken, { at: two }))).toEqual(['REFRESH_TOKEN_REUSED']);
  expect(codesOf(await tryRefresh(second.refreshToken, { at: one }))).toEqual(['REFRESH_TOKEN_INVALID']);

  // Once the next one has been used, the one before it is an old one, however young.
  const third = await signIn(bob.email, bob.password, { at: one });
  const fourth = await refresh(third.refreshToken);
  const fifth = await refresh(fourth.refreshToken, two);
  expect((await refresh(fourth.refreshToken)).refreshToken).toBe(fifth.refreshToken);
  expect(codesOf(await tryRefresh(third.refreshToken, { at: one }))).toEqual(['REFRESH_TOKEN_REUSED']);
  expect(codesOf(await tryRefresh(fifth.refreshToken, { at: two }))).toEqual(['REFRESH_TOKEN_INVALID']);

  // Who has signed out, or is shut out, gets nothing for it.
  const sixth = await signIn(bob.email, bob.password, { at: one });
  const seventh = await refresh(sixth.refreshToken);
  await as(seventh.token, 'mutation { signOut { sessionId } }', {}, one);
  expect(codesOf(await tryRefresh(sixth.refreshToken, { at: one }))).toEqual(['REFRESH_TOKEN_INVALID']);
});

test('a successor can not be derived without the key of the server, and ends with it when keys rotate at once', async () => {
  await using own = await workspace({ database: 'own' });
  const { chief: ada } = await own.company('ada');
  const first = await signIn(ada.email, ada.password, { at: own });
  const second = pairOf(await tryRefresh(first.refreshToken, { at: own }));
  await rotateKeys(own.app.database.system, { lifetimeMinutes: 60, isNow: true });
  await using later = await workspace({ databaseUrl: own.url });
  expect(codesOf(await tryRefresh(first.refreshToken, { at: later }))).toEqual(['REFRESH_TOKEN_REUSED']);
  const third = await signIn(ada.email, ada.password, { at: later });
  const fourth = pairOf(await tryRefresh(third.refreshToken, { at: later }));
  expect(pairOf(await tryRefresh(third.refreshToken, { at: later })).refreshToken).toBe(fourth.refreshToken);
  expect(fourth.refreshToken).not.toBe(second.refreshToken);
});

test('a refresh token that is none, has expired, or is of someone suspended is refused', async () => {
  const { token, refreshToken } = await signIn(bob.email, bob.password);
  for (const bad of ['', 'x', token, 'A'.repeat(43), `${refreshToken} `, refreshToken.slice(0, -1), "' OR true --", '\0'])
    expect([bad, codesOf(await tryRefresh(bad))]).toEqual([bad, ['REFRESH_TOKEN_INVALID']]);
  await crm.app.database.system.query(
    `UPDATE session SET expires_at = now() - interval '1 second' WHERE id = (SELECT session_id FROM refresh_token ORDER BY created_at DESC LIMIT 1)`,
  );
  expect(codesOf(await tryRefresh(refreshToken))).toEqual(['REFRESH_TOKEN_INVALID']);
});

test("everybody ends their own sessions, administrators anyone's, nobody those of another organisation", async () => {
  const globex = await crm.company('globex');
  const [one, two] = [await signIn(bob.email, bob.password), await signIn(bob.email, bob.password)];
  const current = async (token: string): Promise<string> =>
    ((await as(token, '{ sessions { id isCurrent } }')).data as any).sessions.find(({ isCurrent }: any) => isCurrent).id;
  const END = 'mutation ($id: ID!) { endSession(id: $id) { sessionId } }';
  const [first, second] = [await current(one.token), await current(two.token)];
  const { cy } = acme.people as { cy: Person };
  for (const stranger of [cy, globex.chief]) expect(codesOf(await stranger.send(END, { id: first }))).toEqual(['NOT_FOUND']);
  for (const bad of ['session_x', idOf(bob), `session_${crypto.randomUUID()}`])
    expect(codesOf(await bob.send(END, { id: bad }))).toEqual(['NOT_FOUND']);
  expect(await isGood(one.token)).toBe(true);

  expect((await as(two.token, END, { id: first })).data).toEqual({ endSession: { sessionId: first } });
  expect(await isGood(one.token)).toBe(false);
  expect(codesOf(await as(two.token, END, { id: first }))).toEqual(['NOT_FOUND']);
  await chief.ask(END, { id: second });
  expect(await isGood(two.token)).toBe(false);

  const LIST = 'query ($id: ID) { sessions(userId: $id) { userId } apiKeys(userId: $id) { userId } }';
  expect(codesOf(await cy.send(LIST, { id: idOf(bob) }))).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  expect((await chief.ask(LIST, { id: idOf(bob) }))['sessions'].length).toBeGreaterThan(0);
  expect(await globex.chief.ask(LIST, { id: idOf(bob) })).toEqual({ sessions: [], apiKeys: [] });
  expect(await chief.ask(LIST, { id: 'nonsense' })).toEqual({ sessions: null, apiKeys: null });

  const three = await signIn(cy.email, cy.password);
  const { endSessions } = (await as(three.token, 'mutation { endSessions { ended } }')).data as any;
  expect(endSessions.ended).toBeGreaterThan(0);
  expect(((await as(three.token, '{ sessions { isCurrent } }')).data as any).sessions).toEqual([{ isCurrent: true }]);
});

test('a new password needs the old one, has rules, and ends the other sessions', async () => {
  const { dee } = acme.people as { dee: Person };
  const one = await signIn(dee.email, dee.password);
  const CHANGE = 'mutation ($old: String!, $new: String!) { changePassword(currentPassword: $old, newPassword: $new) { ended } }';
  const change = (old: string, next: string) => as(one.token, CHANGE, { old, new: next });
  expect(faultsOf(await change('wrong', PASSWORD))).toEqual(['currentPassword CONTRADICTION']);
  for (const [bad, fault] of [
    ['', 'TOO_SHORT'],
    ['ninechars', 'TOO_SHORT'],
    ['x'.repeat(201), 'TOO_LONG'],
    [dee.email.toUpperCase(), 'CONTRADICTION'],
    ['Dee of acme', 'TOO_SHORT CONTRADICTION'],
    ['dee  of  acme', 'CONTRADICTION'],
    ['nul\0in the middle', 'INVALID_CHARACTER'],
  ] as const) {
    const [found] = faultsOf(await change(dee.password, bad));
    expect([bad, fault.split(' ').map((code) => `newPassword ${code}`)]).toEqual([bad, expect.arrayContaining([found])]);
  }
  expect(codesOf(await trySignIn(dee.email, dee.password))).toEqual([]);

  expect((await change(dee.password, PASSWORD)).data).toEqual({ changePassword: { ended: 2 } });
  expect(await isGood(dee.token)).toBe(false);
  expect(await isGood(one.token)).toBe(true);
  expect(codesOf(await trySignIn(dee.email, dee.password))).toEqual(['SIGN_IN_FAILED']);
  expect(codesOf(await trySignIn(dee.email, PASSWORD))).toEqual([]);
  expect(await eventsOf(dee.userId)).toContain('user.passwordChanged');
});

test('a mutation that is open stands alone: one request is one guess', async () => {
  const call = `signIn(email: "${bob.email}", password: "wrong") { token }`;
  expect(codesOf(await crm.post({ query: `mutation { a: ${call} b: ${call} }` }))).toEqual(['MUST_STAND_ALONE']);
  const both = `mutation { ${call} createAccount(input: { accountName: "x" }) { account { id } } }`;
  expect(codesOf(await bob.send(both))).toEqual(['MUST_STAND_ALONE']);
  expect(codesOf(await crm.post({ query: `mutation { __typename ${call} }` }, {}, newAddress()))).toEqual(['SIGN_IN_FAILED']);
});

// Guessing

test('after fifty wrong passwords from one address, others still sign in from there, and the account from elsewhere', async () => {
  const target = (await crm.company('victim', people('victim', ['target', 'colleague']))).people;
  const address = '198.51.100.1';
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      trySignIn(target['target']!.email, `wrong ${index}`, { address, at: index % 5 ? crm : other }),
    ),
  );
  const codes = answers.flatMap(codesOf);
  // Two servers may each have one try under way when the lock falls; not everybody finds room to wait.
  expect(codes.filter((code) => code === 'SIGN_IN_FAILED').length).toBeGreaterThanOrEqual(5);
  expect(codes.filter((code) => code === 'SIGN_IN_FAILED').length).toBeLessThanOrEqual(6);
  expect(codes.filter((code) => ['SIGN_IN_LOCKED', 'BUSY'].includes(code)).length).toBeGreaterThanOrEqual(44);
  expect(codes.filter((code) => code === 'SIGN_IN_LOCKED').length).toBeGreaterThanOrEqual(1);
  for (const at of [crm, other]) {
    // The right password does not help from there, in whatever case the address is written.
    const locked = await trySignIn(target['target']!.email.toUpperCase(), target['target']!.password, { address, at });
    expect(locked.errors).toMatchObject([{ extensions: { code: 'SIGN_IN_LOCKED', retryAfter: expect.any(Number) } }]);
    const { retryAfter } = locked.errors![0]!.extensions as unknown as { retryAfter: number };
    expect(retryAfter).toBeGreaterThan(30);
    expect(retryAfter).toBeLessThanOrEqual(120);
    expect(codesOf(await trySignIn(target['colleague']!.email, target['colleague']!.password, { address, at }))).toEqual([]);
    expect(codesOf(await trySignIn(target['target']!.email, target['target']!.password, { at }))).toEqual([]);
  }
  // Neither the account nor the address can be read from what is kept.
  const { rows } = await crm.app.database.system.query<{ row: string }>('SELECT a::text AS row FROM sign_in_attempt a');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ row }) => /victim|198\.51/.test(row))).toEqual([]);
});

test('the lock grows with each failure after it and goes with a success; unknown accounts are locked alike', async () => {
  const { chief: target } = await crm.company('slow');
  const address = newAddress();
  const { system } = crm.app.database;
  for (const email of [target.email, 'nobody@slow.example.com']) {
    const waits: number[] = [];
    for (let failure = 1; failure <= 7; failure++) {
      expect(codesOf(await trySignIn(email, 'wrong', { address }))).toEqual(['SIGN_IN_FAILED']);
      const next = failure < 5 ? null : await trySignIn(email, 'wrong', { address });
      if (next) waits.push((next.errors![0]!.extensions as unknown as { retryAfter: number }).retryAfter);
      // An hour passes.
      await system.query(`UPDATE sign_in_attempt SET failed_at = failed_at - interval '1 hour' WHERE kind = 'PAIR'`);
    }
    expect(waits.map((seconds) => Math.round(seconds / 60))).toEqual([1, 2, 4]);
  }
  expect(codesOf(await trySignIn(target.email, target.password, { address }))).toEqual([]);
  for (let failure = 1; failure <= 4; failure++)
    expect(codesOf(await trySignIn(target.email, 'wrong', { address }))).toEqual(['SIGN_IN_FAILED']);
  expect(codesOf(await trySignIn(target.email, target.password, { address }))).toEqual([]);
});

test('one address may fail two hundred times in a quarter of an hour, over all accounts', async () => {
  const address = '2001:db8::1';
  await trySignIn('a@example.com', 'wrong', { address });
  await crm.app.database.system.query(
    `UPDATE sign_in_attempt SET failures = 200 WHERE hash = (SELECT hash FROM sign_in_attempt WHERE kind = 'ADDRESS' ORDER BY failed_at DESC LIMIT 1)`,
  );
  // The neighbours in the same network are the same customer; others are not.
  expect(codesOf(await trySignIn(bob.email, bob.password, { address: '2001:db8::2' }))).toEqual(['SIGN_IN_LOCKED']);
  expect(codesOf(await trySignIn(bob.email, bob.password, { address: '2001:db8:0:1::1' }))).toEqual([]);
  expect(['::1', '2001:DB8:0:0:1::', 'fe80::1%eth0', '::ffff:10.0.0.1', '10.0.0.1', 'unknown'].map(networkOf)).toEqual([
    '0:0:0:0',
    '2001:db8:0:0',
    'fe80:0:0:0',
    '10.0.0.1',
    '10.0.0.1',
    'unknown',
  ]);
});

/** The failures of the address that was tried from last. */
const failuresOfAddress = async (): Promise<number> =>
  (
    await crm.app.database.system.query<{ failures: number }>(
      `SELECT failures FROM sign_in_attempt WHERE kind = 'ADDRESS' ORDER BY failed_at DESC LIMIT 1`,
    )
  ).rows[0]!.failures;

test('five hundred sign-ins at once from one address hold up nobody elsewhere', async () => {
  const address = newAddress();
  const codes: string[] = [];
  const failed = (): number => codes.filter((code) => code === 'SIGN_IN_FAILED').length;
  const storm = Array.from({ length: 500 }, async (_, index) => {
    const answer = await trySignIn(`nobody${index}@storm.example.com`, 'wrong', { address });
    codes.push(...codesOf(answer));
    return answer;
  });
  await until(() => failed() > 0);
  const before = failed();
  expect(codesOf(await trySignIn(bob.email, bob.password))).toEqual([]);
  // Passwords that were hashed meanwhile, not time: a few that had their turn already.
  expect(failed() - before).toBeLessThanOrEqual(8);

  const answers = await Promise.all(storm);
  expect(new Set(codes)).toEqual(new Set(['SIGN_IN_FAILED', 'BUSY']));
  // Twenty wait; whoever found no room is told when to come back, and was not counted as a failure.
  expect(failed()).toBeLessThanOrEqual(50);
  const busy = answers.find((answer) => codesOf(answer)[0] === 'BUSY')!;
  expect([busy.status, busy.errors![0]!.extensions]).toMatchObject([503, { retryable: true, retryAfterSeconds: 1 }]);
  expect(await failuresOfAddress()).toBe(failed());
});

test('sign-ins at once, on two servers, are not more guesses than one after the other', async () => {
  const address = newAddress();
  await trySignIn('first@cap.example.com', 'wrong', { address });
  await crm.app.database.system.query(
    `UPDATE sign_in_attempt SET failures = 195 WHERE hash = (SELECT hash FROM sign_in_attempt WHERE kind = 'ADDRESS' ORDER BY failed_at DESC LIMIT 1)`,
  );
  const answers = await Promise.all(
    Array.from({ length: 36 }, (_, index) =>
      trySignIn(`nobody${index}@cap.example.com`, 'wrong', { address, at: index % 2 ? crm : other }),
    ),
  );
  const codes = answers.flatMap(codesOf);
  expect(codes.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(5);
  expect(codes.filter((code) => code === 'SIGN_IN_LOCKED').length).toBeGreaterThan(0);
  expect(await failuresOfAddress()).toBe(200);
});

test('people who know their passwords use up nothing, however many share an address', async () => {
  const address = newAddress();
  await trySignIn(bob.email, 'wrong', { address });
  for (let round = 0; round < 3; round++)
    expect(
      (await Promise.all([bob, chief].map(({ email, password }) => trySignIn(email, password, { address })))).flatMap(codesOf),
    ).toEqual([]);
  expect(await failuresOfAddress()).toBe(1);
});

test('a common password is none, nor is one with something trivial around it', async () => {
  const { token } = await invited('common@acme.example.com');
  const tried = [
    'password123',
    'Password123!',
    'PASSWORD2026',
    'p@ssw0rd123',
    '!!!Welcome1!!!',
    'qwertyuiop',
    '1234567890',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'Wachtwoord1',
    'welkom12345',
    'passwordpassword',
    'pass word 1234',
    'abcdefghijkl',
    '9876543210',
    'iloveyou2025!',
    'Sunshine..2024',
    'pässword123'.normalize('NFD').replace(/\u0308/, ''),
  ];
  for (const password of tried)
    expect([password, faultsOf(await tryOpen('acceptInvitation', { token, password }))]).toEqual([password, ['password TOO_COMMON']]);
  // The name of the person is known as well.
  expect(faultsOf(await tryOpen('acceptInvitation', { token, password: 'New.Hand2026!' }))).toEqual(['password CONTRADICTION']);
  for (const password of [
    'correct horse battery',
    'violet-kettle-harbor',
    'x7Qm2-vLp9Rt',
    'my dragon eats 3 pears',
    'Grachten liggen vol fietsen',
  ])
    expect([password, await passwordFault(password, { lastName: 'Hand', email: 'common@acme.example.com' })]).toEqual([password, null]);
  pairOf(await tryOpen('acceptInvitation', { token, password: PASSWORD }));
});

// Invitations and resets

test('an invitation sets the password once, signs in, and can not be used again', async () => {
  const { token, url, expiresAt, user } = await invited('new@acme.example.com');
  expect(user).toMatchObject({ status: 'INVITED', email: 'new@acme.example.com', fullName: 'New Hand', profile: { kind: 'STANDARD' } });
  expect(url).toBe(`${crm.app.services.publicUrl}/account#invite=${token}`);
  expect(Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000)).toBe(7);
  expect(codesOf(await trySignIn('new@acme.example.com', PASSWORD))).toEqual(['SIGN_IN_FAILED']);

  // What is refused leaves the link good; another kind of link is none.
  expect(faultsOf(await tryOpen('acceptInvitation', { token, password: 'short' }))).toEqual(['password TOO_SHORT']);
  expect(codesOf(await tryOpen('completePasswordReset', { token, password: PASSWORD }))).toEqual(['LINK_INVALID']);
  expect(codesOf(await tryOpen('signInWithLink', { token }, { address: '127.0.0.1' }))).toEqual(['LINK_INVALID']);
  for (const bad of ['', 'x', `${token}x`, 'A'.repeat(43), '\0'])
    expect([bad, codesOf(await tryOpen('acceptInvitation', { token: bad, password: PASSWORD }))]).toEqual([bad, ['LINK_INVALID']]);

  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      tryOpen('acceptInvitation', { token, password: `${PASSWORD} ${index}` }, { at: index % 2 ? crm : other }),
    ),
  );
  const won = answers.filter(({ errors }) => !errors);
  expect(won).toHaveLength(1);
  expect(answers.flatMap(codesOf)).toEqual(Array(5).fill('LINK_INVALID'));
  const { viewer } = (await as(pairOf(won[0]!).token, '{ viewer { isAdministrator user { id status } } }')).data as any;
  expect(viewer).toEqual({ isAdministrator: false, user: { id: user['id'], status: 'ACTIVE' } });
  expect(codesOf(await tryOpen('acceptInvitation', { token, password: PASSWORD }))).toEqual(['LINK_INVALID']);
  expect(codesOf(await trySignIn('new@acme.example.com', `${PASSWORD} ${answers.indexOf(won[0]!)}`))).toEqual([]);
  expect(await eventsOf(String(user['id']))).toEqual(['user.invited', 'user.joined']);

  const { rows } = await crm.app.database.system.query<{ row: string }>(
    'SELECT c::text AS row FROM change c UNION ALL SELECT t::text FROM one_time_token t',
  );
  expect(rows.filter(({ row }) => row.includes(token) || row.includes(PASSWORD))).toEqual([]);
});

test('an expired link is refused, a newer one replaces it, and a suspended user has none', async () => {
  const first = await invited('late@acme.example.com');
  const early = await invited('early@acme.example.com');
  await crm.app.database.system.query(
    `WITH old AS (DELETE FROM one_time_token WHERE user_id = $1 RETURNING org, hash, user_id, kind)
     INSERT INTO one_time_token (org, hash, user_id, kind, expires_at) SELECT old.*, now() FROM old`,
    [String(early.user['id']).slice(5)],
  );
  expect(codesOf(await tryOpen('acceptInvitation', { token: early.token, password: PASSWORD }))).toEqual(['LINK_INVALID']);
  const second = (await chief.ask(RESET, { id: first.user['id'] }))['resetPassword'];
  expect(second.url).toContain('/account#invite=');
  expect(codesOf(await tryOpen('acceptInvitation', { token: first.token, password: PASSWORD }))).toEqual(['LINK_INVALID']);
  await chief.ask(SUSPEND, { id: first.user['id'] });
  expect(codesOf(await tryOpen('acceptInvitation', { token: second.token, password: PASSWORD }))).toEqual(['LINK_INVALID']);
  expect(codesOf(await chief.send(RESET, { id: first.user['id'] }))).toEqual(['USER_SUSPENDED']);
  expect((await chief.ask(REACTIVATE, { id: first.user['id'] }))['reactivateUser'].user.status).toBe('INVITED');
  const third = (await chief.ask(RESET, { id: first.user['id'] }))['resetPassword'];
  expect(codesOf(await tryOpen('acceptInvitation', { token: third.token, password: PASSWORD }))).toEqual([]);
});

test('a reset sets a new password by a link and ends the sessions; the old password is good until then', async () => {
  const { people: team } = await crm.company('reset', people('reset', ['boss', 'ann']));
  const { boss, ann } = team as { boss: Person; ann: Person };
  const { token, url, expiresAt } = (await boss.ask(RESET, { id: idOf(ann) }))['resetPassword'];
  expect(url).toContain(`/account#reset=${token}`);
  expect(Math.round((Date.parse(expiresAt) - Date.now()) / 3_600_000)).toBe(24);
  expect(await isGood(ann.token)).toBe(true);
  expect(codesOf(await trySignIn(ann.email, ann.password))).toEqual([]);

  const { token: next } = pairOf(await tryOpen('completePasswordReset', { token, password: PASSWORD }));
  expect(await isGood(next)).toBe(true);
  expect(codesOf(await trySignIn(ann.email, ann.password))).toEqual(['SIGN_IN_FAILED']);
  expect(codesOf(await tryOpen('completePasswordReset', { token, password: PASSWORD }))).toEqual(['LINK_INVALID']);
  await gone(ann.token, [crm, other]);
  expect(await eventsOf(ann.userId)).toEqual(['user.passwordResetMade', 'user.passwordReset']);
  for (const id of [`user_${crypto.randomUUID()}`, 'nonsense', idOf(chief)])
    expect(codesOf(await boss.send(RESET, { id }))).toEqual(['NOT_FOUND']);
});

test('an address is in an organisation once, whatever its case, also when two are invited at once', async () => {
  const { STANDARD: profileId, role: roleId } = await standardsOf(chief);
  const input = { lastName: 'Twin', email: 'Twin@acme.example.com', roleId, profileId };
  const answers = await Promise.all(
    [0, 1, 2, 3].map((index) => chief.send(INVITE, { input: { ...input, email: index % 2 ? input.email : input.email.toLowerCase() } })),
  );
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(answers.flatMap(faultsOf)).toEqual(Array(3).fill('input.email NOT_UNIQUE'));
  expect(faultsOf(await chief.send(UPDATE, { id: idOf(bob), input: { email: 'TWIN@ACME.example.com' } }))).toEqual([
    'input.email NOT_UNIQUE',
  ]);
  expect(codesOf(await chief.send(UPDATE, { id: idOf(bob), input: { email: bob.email.toUpperCase() } }))).toEqual([]);
  await chief.ask(UPDATE, { id: idOf(bob), input: { email: bob.email } });
  // Another organisation may have the same person.
  const { chief: theirs } = await crm.company('elsewhere');
  await invited('twin@acme.example.com', theirs);
});

test('people change their own name, and nothing else of themselves', async () => {
  const OWN = 'mutation ($input: ViewerUpdateInput!) { updateViewer(input: $input) { user { id fullName } } }';
  expect(await bob.ask(OWN, { input: { firstName: 'Robert', lastName: 'Tables' } })).toEqual({
    updateViewer: { user: { id: idOf(bob), fullName: 'Robert Tables' } },
  });
  expect(faultsOf(await bob.send(OWN, { input: { lastName: ' ' } }))).toEqual(['input.lastName REQUIRED']);
  for (const field of ['email', 'profileId', 'roleId', 'status'])
    expect(faultsOf(await bob.send(OWN, { input: { [field]: 'x' } }))).toEqual([`input.${field} UNKNOWN_FIELD`]);
  const { viewer } = await bob.ask(
    '{ viewer { isAdministrator credential { id kind isReadOnly expiresAt } organization { name } user { fullName profile { kind } } } }',
  );
  expect(viewer).toMatchObject({
    isAdministrator: false,
    credential: { kind: 'SESSION', isReadOnly: false },
    organization: { name: 'acme' },
    user: { fullName: 'Robert Tables', profile: { kind: 'STANDARD' } },
  });
  expect(viewer.credential.id).toMatch(/^session_/);
});

// Administrators

test('what is for administrators is refused to all others, and changes nothing', async () => {
  const { schema } = crm.app.model;
  const mutations = Object.values(schema.getMutationType()!.getFields()).filter(
    ({ extensions }) => (extensions['access'] as RootAccess | undefined)?.isForAdministrators,
  );
  expect(mutations.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['inviteUser', 'updateUser', 'suspendUser', 'reactivateUser', 'resetPassword', 'createRole']),
  );
  const before = await tableDigests(crm.app.database.system);
  for (const field of mutations) {
    const answer = await bob.send(`mutation { ${shortest(field)} }`);
    expect([field.name, codesOf(answer), answer.data ?? null]).toEqual([field.name, ['FORBIDDEN'], null]);
    // Beside something of their own, nothing of it happens either.
    const beside = await bob.send(`mutation { createAccount(input: { accountName: "x" }) { account { id } } ${shortest(field)} }`);
    expect([field.name, codesOf(beside)]).toEqual([field.name, ['FORBIDDEN']]);
  }
  expect(await tableDigests(crm.app.database.system)).toEqual(before);
});

test('the last active administrator can be neither demoted nor suspended, also by two at once', async () => {
  const { people: team } = await crm.company('two', [
    ...people('two', ['one', 'two']).map((user) => ({ ...user, profile: 'ADMINISTRATOR' as const })),
    ...people('two', ['three']),
  ]);
  const { one, two, three } = team as { one: Person; two: Person; three: Person };
  const { STANDARD: profileId, ADMINISTRATOR } = await standardsOf(one);
  expect(codesOf(await one.send(UPDATE, { id: idOf(one), input: { profileId } }))).toEqual(['FORBIDDEN']);
  expect(codesOf(await one.send(SUSPEND, { id: idOf(one) }))).toEqual(['FORBIDDEN']);

  const demote = (by: Person, whom: Person) => by.send(UPDATE, { id: idOf(whom), input: { profileId } });
  const suspend = (by: Person, whom: Person) => by.send(SUSPEND, { id: idOf(whom) });
  for (const [first, second] of [
    [demote, demote],
    [suspend, suspend],
    [demote, suspend],
  ] as const) {
    const answers = await Promise.all([first(one, two), second(two, one)]);
    const codes = answers.flatMap(codesOf);
    expect(codes).toHaveLength(1);
    // Whoever comes second has been shut out, or is told that nobody would be left.
    expect(['LAST_ADMINISTRATOR', 'UNAUTHENTICATED', 'FORBIDDEN']).toContain(codes[0]);
    const { rows } = await crm.app.database.system.query<{ count: string }>(
      `SELECT count(*) FROM app_user u JOIN profile p ON p.org = u.org AND p.id = u.profile_id WHERE u.org = $1 AND u.status = 'ACTIVE' AND p.kind = 'ADMINISTRATOR'`,
      [one.org],
    );
    expect(Number(rows[0]!.count)).toBe(1);
    await crm.app.database.system.query(`UPDATE app_user SET status = 'ACTIVE', profile_id = $2 WHERE org = $1 AND id IN ($3, $4)`, [
      one.org,
      ADMINISTRATOR.slice(8),
      one.userId,
      two.userId,
    ]);
    await crm.app.database.system.query(`UPDATE session SET ended_at = NULL, expires_at = now() + interval '1 day' WHERE org = $1`, [
      one.org,
    ]);
  }
  // Alone, not even by their own hand; a suspended or invited administrator does not count.
  await one.ask(SUSPEND, { id: idOf(two) });
  expect(codesOf(await one.send(SUSPEND, { id: idOf(one) }))).toEqual(['LAST_ADMINISTRATOR']);
  expect(codesOf(await one.send(UPDATE, { id: idOf(one), input: { profileId } }))).toEqual(['LAST_ADMINISTRATOR']);
  await one.ask(INVITE, {
    input: { lastName: 'Four', email: 'four@two.example.com', profileId: ADMINISTRATOR, roleId: (await standardsOf(one)).role },
  });
  expect(codesOf(await one.send(UPDATE, { id: idOf(one), input: { profileId } }))).toEqual(['LAST_ADMINISTRATOR']);
  await one.ask(UPDATE, { id: idOf(three), input: { profileId: ADMINISTRATOR } });
  expect(codesOf(await one.send(UPDATE, { id: idOf(one), input: { profileId } }))).toEqual(['FORBIDDEN']);
});

test('a suspension, a new profile and the end of a session act on every server within five seconds', async () => {
  const { people: team } = await crm.company('swift', people('swift', ['boss', 'out', 'up', 'gone']));
  const { boss, out, up, gone: left } = team as Record<string, Person> as { boss: Person; out: Person; up: Person; gone: Person };
  const { ADMINISTRATOR } = await standardsOf(boss);
  const endless = await signIn(left.email, left.password);
  // Both servers know them all.
  for (const at of [crm, other]) for (const token of [out.token, up.token, left.token]) expect(await isGood(token, at)).toBe(true);

  await boss.ask(SUSPEND, { id: idOf(out) });
  await boss.ask(UPDATE, { id: idOf(up), input: { profileId: ADMINISTRATOR } });
  await as(endless.token, 'mutation { endSessions { ended } }');
  await gone(out.token, [crm, other]);
  await gone(left.token, [crm, other]);
  for (const at of [crm, other])
    expect((await as(up.token, '{ viewer { isAdministrator } }', {}, at)).data).toEqual({ viewer: { isAdministrator: true } });
  expect(codesOf(await trySignIn(out.email, out.password))).toEqual(['SIGN_IN_FAILED']);

  // Who comes back signs in anew: what was ended stays so.
  expect((await boss.ask(REACTIVATE, { id: idOf(out) }))['reactivateUser'].user.status).toBe('ACTIVE');
  expect(codesOf(await trySignIn(out.email, out.password))).toEqual([]);
  expect(await isGood(out.token, await fresh())).toBe(false);
  expect(await eventsOf(out.userId)).toEqual(['user.suspended', 'user.reactivated']);
});

// Keys and links of the server itself

test('signing keys rotate under running servers: old tokens go on, or end at once when told', async () => {
  const kid = (token: string): string => decodeProtectedHeader(token).kid!;
  await using one = await workspace({ database: 'own' });
  await using two = await workspace({ databaseUrl: one.url });
  const { chief: ada } = await one.company('ada');
  expect(await isGood(ada.token, two)).toBe(true);

  const second = await rotateKeys(one.app.database.system, { lifetimeMinutes: 60 });
  const signedBy = async (at: Workspace, key: string): Promise<string> => {
    for (const until = Date.now() + WITHIN_MS; ; await sleep(100)) {
      const sentAt = Date.now();
      const { token } = await signIn(ada.email, ada.password, { at });
      if (kid(token) === key) return token;
      if (sentAt > until) throw new Error('The server has not noticed its new key.');
    }
  };
  const renewed = await signedBy(one, second);
  // A server that has not seen the key looks for it at once.
  expect(await isGood(renewed, two)).toBe(true);
  expect(await isGood(ada.token, two)).toBe(true);

  const { NODE_OPTIONS: _, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [compiled('tools/rotate-keys'), '--now'], {
    env: { ...env, DATABASE_URL: one.url },
  });
  const third = /^The key (\S+) signs from now on/.exec(stdout)![1]!;
  for (const token of [ada.token, renewed]) await gone(token, [one, two]);
  const [newest] = [await signedBy(two, third), await signedBy(one, third)];
  for (const at of [one, two]) expect(await isGood(newest, at)).toBe(true);

  // Two at once leave one that signs.
  await Promise.all([one, two].map(({ app }) => rotateKeys(app.database.system, { lifetimeMinutes: 60 })));
  const { rows } = await one.app.database.system.query(`SELECT FROM signing_key WHERE purpose = 'TOKEN' AND expires_at IS NULL`);
  expect(rows).toHaveLength(1);
});

test('the link on the terminal signs in once, from this machine only', async () => {
  const token = (await makeSignInLink(crm.app.database, chief.email))!;
  for (const address of ['192.0.2.1', '10.0.0.1', '::ffff:10.0.0.1', '2001:db8::1'])
    expect(codesOf(await tryOpen('signInWithLink', { token }, { address }))).toEqual(['FORBIDDEN']);
  const pair = pairOf(await tryOpen('signInWithLink', { token }, { address: '127.0.0.1' }));
  expect((await as(pair.token, '{ viewer { user { id } } }')).data).toEqual({ viewer: { user: { id: idOf(chief) } } });
  expect(codesOf(await tryOpen('signInWithLink', { token }, { address: '127.0.0.1' }))).toEqual(['LINK_INVALID']);
  // A later start makes an earlier link useless.
  const [early, late] = [(await makeSignInLink(crm.app.database, chief.email))!, (await makeSignInLink(crm.app.database, chief.email))!];
  expect(codesOf(await tryOpen('signInWithLink', { token: early }, { address: '::1' }))).toEqual(['LINK_INVALID']);
  expect(codesOf(await tryOpen('signInWithLink', { token: late }, { address: '::1' }))).toEqual([]);
  expect(await makeSignInLink(crm.app.database, 'nobody@acme.example.com')).toBeNull();
  expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].map(isLoopback)).toEqual([true, true, true, true]);
  expect(['', '1127.0.0.1', '127.0.0.1.example.com', '::2', '0.0.0.0'].map(isLoopback)).toEqual([false, false, false, false, false]);
});

test('what has expired is cleared away when a server starts, and nothing else', async () => {
  const { chief: ada } = await crm.company('clean');
  const { system } = crm.app.database;
  await system.query(
    `INSERT INTO session (org, id, user_id, address, user_agent, expires_at) SELECT $1, crm_uuid7(), $2, '', '', now() - interval '2 days' FROM generate_series(1, 3)`,
    [ada.org, ada.userId],
  );
  await using third = await workspace({ databaseUrl: crm.url });
  const { token } = await signIn(ada.email, ada.password, { at: third });
  const sessions = async (): Promise<number> =>
    Number((await system.query<{ count: string }>('SELECT count(*) FROM session WHERE org = $1', [ada.org])).rows[0]!.count);
  await until(async () => (await sessions()) <= 2);
  expect(await sessions()).toBe(2);
  expect(await isGood(token)).toBe(true);
});

/** A server that knows nobody yet. */
async function fresh(): Promise<Workspace> {
  const made = await workspace({ databaseUrl: crm.url });
  started.push(made);
  return made;
}
const started: Workspace[] = [];
afterAll(() => Promise.all(started.map((one) => one.close())));

/** Waits until all servers refuse a token; fails when one accepts a request that was sent later than that may be. */
async function gone(token: string, servers: readonly Workspace[]): Promise<void> {
  for (const until = Date.now() + WITHIN_MS; ; await sleep(100)) {
    const sentAt = Date.now();
    const good = await Promise.all(servers.map((at) => isGood(token, at)));
    if (!good.includes(true)) return;
    expect(sentAt).toBeLessThan(until);
  }
}

/** A value that a required input takes. */
function filled(type: GraphQLInputType): string {
  if (isNonNullType(type)) return filled(type.ofType);
  if (isListType(type)) return `[${filled(type.ofType)}]`;
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    const needed = Object.values(named.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${needed.map((field) => `${field.name}: ${filled(field.type)}`).join(', ')} }`;
  }
  if ('getValues' in named) return named.getValues()[0]!.name;
  return (
    { Int: '1', Boolean: 'true', Date: '"2027-01-31"', CurrencyCode: '"EUR"', Decimal: '"1"', DateTime: '"2027-01-31T00:00:00Z"' }[
      named.name
    ] ?? '"x"'
  );
}

/** The shortest call of a mutation. */
function shortest(field: GraphQLField<unknown, unknown>): string {
  const needed = field.args.filter((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined);
  const args = needed.length > 0 ? `(${needed.map((argument) => `${argument.name}: ${filled(argument.type)}`).join(', ')})` : '';
  return `${field.name}${args}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`;
}
