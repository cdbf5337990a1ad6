import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  isListType,
  isNonNullType,
  isInputObjectType,
  isLeafType,
  getNamedType,
  isEnumType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import pg from 'pg';
import type { RootAccess } from '../../server/core/access.js';
import { createAuth } from '../../server/platform/auth/auth.js';
import { codesOf } from '../support/answers.js';
import { workspace, type Answer, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
let ada: Person;

beforeAll(async () => {
  crm = await workspace({ database: 'own' });
  acme = await crm.company(
    'acme',
    ['ada', 'bob', 'cy'].map((name) => ({ lastName: name, email: `${name}@acme.example.com` })),
  );
  ada = acme.people['ada']!;
});
afterAll(() => crm.close());

const SIGN_IN =
  'mutation ($email: String!, $password: String!, $organizationId: ID) { signIn(email: $email, password: $password, organizationId: $organizationId) { token expiresAt userId } }';
const WHO = '{ organization { name } }';

/** Everybody comes from an address of their own unless a test says otherwise: failures of one must not lock the next. */
let addresses = 0;
const newAddress = (): string => `10.0.${Math.floor(++addresses / 250)}.${addresses % 250}`;
const signIn = (email: string, password: string, organizationId?: string, headers = {}, at = crm, address = newAddress()) =>
  at.post({ query: SIGN_IN, variables: { email, password, organizationId } }, headers, address);
const ask = (token: string, at = crm) => at.post({ query: WHO }, { authorization: `Bearer ${token}` });
const tokenOf = ({ data }: Answer): string => (data as { signIn: { token: string } }).signIn.token;
const outcome = (answer: Answer): string => [answer.status, ...codesOf(answer)].join(' ');

test('the right address and password give a token that is good for an hour', async () => {
  const answer = await signIn(ada.email, ada.password);
  const { token, expiresAt, userId } = (answer.data as { signIn: { token: string; expiresAt: string; userId: string } }).signIn;
  expect(userId).toBe(`user_${ada.userId}`);
  expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(59 * 60_000);
  expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(60 * 60_000);
  expect((await ask(token)).data).toEqual({ organization: { name: 'acme' } });
});

test('the case of the address does not matter, that of the password does', async () => {
  expect(codesOf(await signIn(ada.email.toUpperCase(), ada.password))).toEqual([]);
  expect(
    codesOf(
      await signIn(
        ada.email,
        ada.password.replace(/[a-z]/i, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())),
      ),
    ),
  ).toEqual(['SIGN_IN_FAILED']);
});

test('a wrong password, an unknown address and an organisation of others have the same answer', async () => {
  const globex = await crm.company('globex');
  const answers = [
    await signIn(ada.email, 'wrong'),
    await signIn(ada.email, ''),
    await signIn(ada.email, `${ada.password} `),
    await signIn('nobody@acme.example.com', ada.password),
    await signIn('', ''),
    await signIn('x'.repeat(10_000), ada.password),
    await signIn("' OR 1 = 1 --", ada.password),
    await signIn('%', ada.password),
    await signIn(globex.chief.email, ada.password),
    await signIn(ada.email, ada.password, `organization_${globex.org}`),
    await signIn(ada.email, ada.password, 'nonsense'),
    await signIn(ada.email, ada.password, `user_${ada.userId}`),
  ];
  expect(codesOf(answers[0]!)).toEqual(['SIGN_IN_FAILED']);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
});

test('an unknown address takes as much work as a known one', async () => {
  const { email: someone } = (await crm.company('umbrella')).chief;
  const timed = async (email: string): Promise<number> => {
    // The time on the processor, hashing threads included: other programs do not count.
    const started = process.cpuUsage();
    await signIn(email, 'wrong');
    const { user, system } = process.cpuUsage(started);
    return user + system;
  };
  const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let round = 0; round < 9; round++) {
    known.push(await timed(someone));
    unknown.push(await timed('nobody@umbrella.example.com'));
  }
  // Without the second hash it would be a tenth.
  expect(median(unknown)).toBeGreaterThan(median(known) / 3);
});

test('of an address in several organisations the password decides, and where it fits several the caller does', async () => {
  const email = 'everywhere@example.com';
  const [one, two, three] = await Promise.all(
    ['one', 'two', 'three']
      .map((name) => crm.company(name, [{ lastName: 'Everywhere', email }]))
      .map(async (company) => (await company).chief),
  );
  for (const person of [one!, two!, three!])
    expect((await ask(tokenOf(await signIn(email, person.password)))).data).toEqual((await ask(person.token)).data);

  const { rows } = await crm.app.database.system.query<{ hash: string }>('SELECT password_hash AS hash FROM credential WHERE org = $1', [
    one!.org,
  ]);
  await crm.app.database.system.query('UPDATE credential SET password_hash = $1 WHERE org = $2', [rows[0]!.hash, two!.org]);
  const answer = await signIn(email, one!.password);
  expect(codesOf(answer)).toEqual(['ORGANIZATION_NEEDED']);
  const { organizations } = answer.errors![0]!.extensions as unknown as { organizations: { id: string; name: string }[] };
  expect(organizations.map(({ name }) => name).sort()).toEqual(['one', 'two']);
  for (const { id, name } of organizations)
    expect((await ask(tokenOf(await signIn(email, one!.password, id)))).data).toEqual({ organization: { name } });
  expect(codesOf(await signIn(email, one!.password, `organization_${three!.org}`))).toEqual(['SIGN_IN_FAILED']);
});

test('who is disabled or deleted can not sign in, and their token stops being good', async () => {
  const { bob, cy } = acme.people as { bob: Person; cy: Person };
  const wrong = await signIn(bob.email, 'wrong');
  await crm.app.database.system.query(`UPDATE app_user SET status = 'DISABLED' WHERE id = $1`, [bob.userId]);
  await crm.app.database.system.query('UPDATE app_user SET deleted_at = now() WHERE id = $1', [cy.userId]);
  // Another server of the same database has not believed in them for the last seconds.
  await using other = await workspace({ databaseUrl: crm.url });
  for (const person of [bob, cy]) {
    expect((await signIn(person.email, person.password)).text).toBe(wrong.text);
    expect(outcome(await ask(person.token, other))).toBe('401 UNAUTHENTICATED');
  }
  expect(codesOf(await ask(ada.token, other))).toEqual([]);
});

test('a token that was made up, changed, or is of another key, form or time is refused', async () => {
  const { rows } = await crm.app.database.system.query<{ id: string; secret: Buffer }>(
    `SELECT id, secret FROM signing_key WHERE purpose = 'TOKEN'`,
  );
  expect(rows).toHaveLength(1);
  const secret = new Uint8Array(rows[0]!.secret);
  const { sid } = decodeJwt<{ sid: string }>(ada.token);
  const claims = { org: ada.org, sub: ada.userId, sid, exp: Math.floor(Date.now() / 1000) + 600 };
  const sign = (payload: object, key = secret, alg = 'HS256', kid: string | undefined = rows[0]!.id) =>
    new SignJWT({ ...payload }).setProtectedHeader({ alg, ...(kid && { kid }) }).sign(key);
  const chiefOf = async (name: string): Promise<Person> => (await crm.company(name)).chief;
  // The test knows how to make a good one.
  expect(codesOf(await ask(await sign(claims)))).toEqual([]);

  const [header, payload, signature] = ada.token.split('.') as [string, string, string];
  const globex = Buffer.from(
    JSON.stringify({ ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), org: crypto.randomUUID() }),
  ).toString('base64url');
  const { org, sub, exp } = claims;
  const bad = {
    expired: await sign({ ...claims, exp: Math.floor(Date.now() / 1000) - 1 }),
    'not good yet': await sign({ ...claims, nbf: exp }),
    'of another key': await sign(claims, new Uint8Array(32)),
    'of another algorithm': await sign(claims, Buffer.concat([secret, secret]), 'HS512'),
    'without a signature': new UnsecuredJWT(claims).encode(),
    'of another algorithm, said to be ours': [Buffer.from('{"alg":"none","kid":"first"}').toString('base64url'), payload, ''].join('.'),
    'of a key that there is not': await sign(claims, secret, 'HS256', 'second'),
    'of the key of something else': await sign(claims, secret, 'HS256', 'attempts'),
    'that names no key': await sign(claims, secret, 'HS256', ''),
    'without an end': await sign({ org, sub, sid }),
    'without a user': await sign({ org, sid, exp }),
    'without an organisation': await sign({ sub, sid, exp }),
    'without a session': await sign({ sub, org, exp }),
    'of a session that there is not': await sign({ ...claims, sid: crypto.randomUUID() }),
    'of a session of somebody else': await sign({ ...claims, sid: decodeJwt<{ sid: string }>((await chiefOf('hooli')).token).sid }),
    'of a session that is no id': await sign({ ...claims, sid: "' OR true --" }),
    'of a user of another organisation': await sign({ ...claims, org: (await crm.company('initech')).org }),
    'of nobody': await sign({ ...claims, sub: crypto.randomUUID() }),
    'with a changed organisation': [header, globex, signature].join('.'),
    'cut short': ada.token.slice(0, -1),
    'of two parts': [header, payload].join('.'),
    nonsense: 'nonsense',
    'a user id': `user_${ada.userId}`,
  };
  for (const [name, token] of Object.entries(bad)) expect(`${name}: ${outcome(await ask(token))}`).toBe(`${name}: 401 UNAUTHENTICATED`);
});

test('a token that is good no more does not keep anyone from signing in again', async () => {
  const answer = await signIn(ada.email, ada.password, undefined, { authorization: 'Bearer stale' });
  expect(codesOf(answer)).toEqual([]);
  expect((await ask(tokenOf(answer))).data).toEqual({ organization: { name: 'acme' } });
  // It opens nothing else.
  const both = await crm.post({ query: `query signIn ${WHO}` }, { authorization: 'Bearer stale' });
  expect(codesOf(both)).toEqual(['UNAUTHENTICATED']);
});

test('who is not signed in learns why, with one status for all reasons', async () => {
  const { rows } = await crm.app.database.system.query<{ id: string; secret: Buffer }>(
    `SELECT id, secret FROM signing_key WHERE purpose = 'TOKEN'`,
  );
  const { sid } = decodeJwt<{ sid: string }>(ada.token);
  const sign = (exp: number, key = new Uint8Array(rows[0]!.secret)) =>
    new SignJWT({ org: ada.org, sub: ada.userId, sid, exp }).setProtectedHeader({ alg: 'HS256', kid: rows[0]!.id }).sign(key);
  const past = Math.floor(Date.now() / 1000) - 1;
  const key = async (name: string): Promise<string> =>
    ((await ada.ask(`mutation { createApiKey(input: { name: "${name}", isReadOnly: true }) { key } }`))['createApiKey'] as { key: string })
      .key;
  const [expired, revoked] = [await key('expired'), await key('revoked')];
  await crm.app.database.system.query(`UPDATE api_key SET expires_at = now() - interval '1 hour' WHERE name = 'expired'`);
  await crm.app.database.system.query(`UPDATE api_key SET revoked_at = now() WHERE name = 'revoked'`);
  const ended = tokenOf(await signIn(ada.email, ada.password));
  await crm.post({ query: 'mutation { signOut { sessionId } }' }, { authorization: `Bearer ${ended}` });

  const cases: [string | null, string][] = [
    [null, 'MISSING'],
    ['', 'MISSING'],
    ['Bearer', 'MISSING'],
    ['Bearer ', 'MISSING'],
    [ada.token, 'MALFORMED'],
    [`Token ${ada.token}`, 'MALFORMED'],
    ['Basic YTpi', 'MALFORMED'],
    [`Bearer ${ada.token} x`, 'MALFORMED'],
    ['Bearer undefined', 'MALFORMED'],
    [`Bearer ${expired.slice(0, -1)}`, 'MALFORMED'],
    [`Bearer ${await sign(past)}`, 'EXPIRED'],
    [`Bearer ${expired}`, 'EXPIRED'],
    // Only who has the whole of it is told of its time.
    [`Bearer ${await sign(past, new Uint8Array(32))}`, 'INVALID'],
    [`Bearer ${expired.slice(0, -1)}${expired.endsWith('A') ? 'B' : 'A'}`, 'INVALID'],
    [`Bearer ${revoked}`, 'INVALID'],
    [`Bearer ${ended}`, 'INVALID'],
    [`Bearer ${ada.token.slice(0, -2)}`, 'INVALID'],
  ];
  const messages = new Map<string, Set<string>>();
  for (const [authorization, reason] of cases) {
    for (const query of [
      WHO,
      '{ nothing }',
      '{ accounts { nodes { nothing } } }',
      'mutation { createAccount(input: { accountName: "x" }) { account { id } } }',
    ]) {
      const headers: Record<string, string> = authorization === null ? {} : { authorization };
      const answer = await crm.post({ query }, headers, newAddress());
      expect([authorization, query, outcome(answer), answer.errors?.[0]?.extensions]).toMatchObject([
        authorization,
        query,
        '401 UNAUTHENTICATED',
        { reason },
      ]);
      messages.set(reason, (messages.get(reason) ?? new Set()).add(answer.errors![0]!.message));
    }
  }
  expect([...messages].map(([reason, said]) => [reason, said.size])).toEqual([
    ['MISSING', 1],
    ['MALFORMED', 1],
    ['EXPIRED', 1],
    ['INVALID', 1],
  ]);
  expect(new Set([...messages.values()].flatMap((said) => [...said])).size).toBe(4);
  const dutch = await crm.post({ query: WHO }, { authorization: `Bearer ${expired}`, 'accept-language': 'nl' });
  expect(dutch.errors![0]!.message).toMatch(/^Het token of de API-sleutel is verlopen\./);
  // GET says the same.
  const got = await crm.app.http.inject({ url: `/graphql?query=${encodeURIComponent(WHO)}` });
  expect([got.statusCode, got.headers['www-authenticate'], got.json<Answer>().errors![0]!.extensions]).toEqual([
    401,
    'Bearer',
    { code: 'UNAUTHENTICATED', reason: 'MISSING' },
  ]);
});

test('made-up API keys are counted for their address before they are looked up, and keep no one out who has a good one', async () => {
  await using own = await workspace({
    databaseUrl: crm.url,
    config: {
      budgets: {
        requestsPerMinute: 0,
        openRequestsPerMinute: 5,
        costPerMinute: 0,
        organizationRequestsPerMinute: 0,
        organizationCostPerMinute: 0,
      },
    },
  });
  const made = await ada.ask('mutation { createApiKey(input: { name: "good", isReadOnly: true }) { key } }');
  const { key } = made['createApiKey'] as { key: string };
  const address = newAddress();
  const as = (token: string) => own.post({ query: WHO }, { authorization: `Bearer ${token}` }, address);
  // Known from before the storm, by a key and by signing in.
  expect([outcome(await as(key)), outcome(await as(ada.token))]).toEqual(['200', '200']);
  const { system } = own.app.database;
  let statements = 0;
  const query = system.query.bind(system) as (...given: unknown[]) => unknown;
  Object.assign(system, {
    query: (...given: unknown[]) => ((statements += JSON.stringify(given[0]).includes('api_key') ? 1 : 0), query(...given)),
  });
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const storm = await Promise.all(
    Array.from({ length: 60 }, (_, index) => as(`rlt_storm${letters[index % 26]}${letters[Math.floor(index / 26)]}a_${'A'.repeat(43)}`)),
  );
  delete (system as { query?: unknown }).query;
  const outcomes = storm.map(outcome);
  expect(outcomes.filter((one) => one === REFUSED).length).toBeLessThanOrEqual(5);
  expect(outcomes.filter((one) => one === '429 TOO_MANY_REQUESTS').length).toBeGreaterThanOrEqual(55);
  expect(statements).toBeLessThanOrEqual(5);
  own.app.services.auth.forget(ada.org);
  expect([outcome(await as(key)), outcome(await as(ada.token))]).toEqual(['200', '200']);
  // A session is signed: one that this server has never seen is let through as well.
  expect(outcome(await as(tokenOf(await signIn(ada.email, ada.password))))).toBe('200');
  // From elsewhere new keys are looked up as ever.
  expect(outcome(await own.post({ query: WHO }, { authorization: `Bearer rlt_stormaaa_${'A'.repeat(43)}` }, newAddress()))).toBe(REFUSED);
});

const REFUSED = '401 UNAUTHENTICATED';

/** A value that a required input takes. */
function filled(type: GraphQLInputType): string {
  if (isNonNullType(type)) return filled(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    return `{ ${Object.values(type.getFields())
      .filter((field) => isNonNullType(field.type))
      .map((field) => `${field.name}: ${filled(field.type)}`)
      .join(', ')} }`;
  }
  return { Int: '1', Boolean: 'true', Date: '"2027-01-31"', CurrencyCode: '"EUR"', Decimal: '"1"' }[type.name] ?? '"x"';
}

/** The shortest question a root field answers. */
function shortest(field: GraphQLField<unknown, unknown>): string {
  const needed = field.args.filter((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined);
  const args = needed.length > 0 ? `(${needed.map((argument) => `${argument.name}: ${filled(argument.type)}`).join(', ')})` : '';
  return `${field.name}${args}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`;
}

test('before sign-in every field that is not open is refused, in any company', async () => {
  const { schema } = crm.app.model;
  const fields = [
    ...Object.values(schema.getQueryType()!.getFields()).map((field) => `query { ${shortest(field)} }`),
    ...Object.values(schema.getMutationType()!.getFields())
      .filter(({ extensions }) => !(extensions['access'] as RootAccess | undefined)?.isOpen)
      .map((field) => `mutation { ${shortest(field)} }`),
  ];
  expect(fields.length).toBeGreaterThan(35);
  const credentials = `email: "${ada.email}", password: "${ada.password}"`;
  const smuggled = [
    '{ __typename accounts { totalCount } }',
    '{ ... on Query { accounts { totalCount } } }',
    'query { ...F } fragment F on Query { accounts { totalCount } }',
    '{ __typename: accounts { totalCount } }',
    '{ __schema { queryType { name } } signIn: organization { name } }',
    'mutation { signIn: createAccount(input: { accountName: "x" }) { account { id } } }',
    `mutation { signIn(${credentials}) { token } createAccount(input: { accountName: "x" }) { account { id } } }`,
    `mutation { ... on Mutation { createAccount(input: { accountName: "x" }) { account { id } } } signIn(${credentials}) { token } }`,
  ];
  for (const query of [...fields, ...smuggled]) {
    for (const headers of [{}, { authorization: 'Basic YTpi' }, { authorization: 'Bearer' }]) {
      const answer = await crm.post({ query }, headers as Record<string, string>);
      expect(`${query}: ${codesOf(answer).join(' ')} ${JSON.stringify(answer.data ?? null)}`).toBe(`${query}: UNAUTHENTICATED null`);
    }
  }
  expect((await ada.ask('{ accounts { totalCount } }'))['accounts']).toEqual({ totalCount: 0 });
});

test('what one server signs another believes, and a restart changes nothing', async () => {
  const token = tokenOf(await signIn(ada.email, ada.password));
  await using other = await workspace({ databaseUrl: crm.url });
  expect((await ask(token, other)).data).toEqual({ organization: { name: 'acme' } });
  expect((await ask(tokenOf(await signIn(ada.email, ada.password, undefined, {}, other)))).data).toEqual({
    organization: { name: 'acme' },
  });
});

test('servers that start together on a new database agree on one key', async () => {
  const owner = new pg.Client({ connectionString: crm.url });
  await owner.connect();
  const client = { address: '127.0.0.1', userAgent: '', cause: 'test' };
  try {
    for (let round = 0; round < 10; round++) {
      // The lock holds them all back until they stand side by side.
      await owner.query('BEGIN');
      await owner.query('TRUNCATE signing_key');
      const { system, systemTransactions: transactions } = crm.app.database;
      const servers = Array.from({ length: 4 }, () => createAuth({ system, transactions, lifetimeMinutes: 1, sessionDays: 1 }));
      const starting = Promise.all(servers.map((server) => server.viewerOf(ada.token)));
      await sleep(50);
      await owner.query('COMMIT');
      await starting;
      const sessions = await Promise.all(
        servers.map((server) => server.signIn(client, { email: ada.email, password: ada.password, org: null })),
      );
      for (const server of servers)
        for (const { token } of sessions) expect(await server.viewerOf(token)).toMatchObject({ userId: ada.userId });
    }
  } finally {
    await owner.end();
  }
});
