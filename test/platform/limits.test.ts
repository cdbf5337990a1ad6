import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { connectDatabase } from '../../server/core/database/database.js';
import { createLimiter, type Budgets, type RequestLimiter } from '../../server/platform/http/limiter.js';
import { createLog } from '../../server/platform/http/log.js';
import { codesOf } from '../support/answers.js';
import { tcpProxy } from '../support/tcp-proxy.js';
import { until } from '../support/until.js';
import { workspace, type Answer, type Company, type Person, type Workspace } from '../support/workspace.js';

const off: Budgets = {
  requestsPerMinute: 0,
  openRequestsPerMinute: 0,
  costPerMinute: 0,
  organizationRequestsPerMinute: 0,
  organizationCostPerMinute: 0,
};
/** A caller with one credential, alone in their organization. */
const caller = (id: string, userId = id, org = userId) => ({ org, userId, credential: { id } });
let crm: Workspace;
let acme: Company;
beforeAll(async () => {
  crm = await workspace({ database: 'own' });
  acme = await crm.company('acme', [
    { lastName: 'Chief', email: 'chief@acme.example.com' },
    { lastName: 'Other', email: 'other@acme.example.com' },
  ]);
});
afterAll(() => crm.close());

/** The clocks of all servers stand still: a minute that ended in the middle of a test would give everybody a new budget. */
const NOW = Date.now();
const clock = () => new Date(NOW);

/** Another server of the same database, with nothing used up. */
async function server(budgets: Partial<Budgets>): Promise<Workspace> {
  await sql('DELETE FROM limiter_window');
  return workspace({ databaseUrl: crm.url, clock, config: { budgets: { ...off, ...budgets } } });
}

async function sql(text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: crm.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

interface Asked extends Answer {
  readonly retryAfter: string | undefined;
  readonly cost: { requested: number; limit: number; remaining: number | null; resetAt: string | null };
}
async function ask(
  to: Workspace,
  person: Person | null,
  query: string,
  { address = '192.0.2.1', headers = {}, variables = {} } = {},
): Promise<Asked> {
  const response = await to.app.http.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress: address,
    headers: { 'content-type': 'application/json', ...(person && { authorization: `Bearer ${person.token}` }), ...headers },
    payload: JSON.stringify({ query, variables }),
  });
  const answer = response.json<Answer>();
  return {
    ...answer,
    status: response.statusCode,
    text: response.body,
    retryAfter: response.headers['retry-after'],
    cost: answer.extensions?.['cost'] as Asked['cost'],
  };
}
const TYPENAME = '{ __typename }';
const people = () => [acme.people['chief']!, acme.people['other']!] as const;

describe('the requests of a minute', () => {
  test('are counted for each credential; one too many is not run and says when to come back', async () => {
    await using own = await server({ requestsPerMinute: 3 });
    const [chief, other] = people();
    for (let request = 0; request < 3; request++) expect((await ask(own, chief, TYPENAME)).status).toBe(200);
    const refused = await ask(own, chief, 'mutation { createAccount(input: { accountName: "One too many" }) { account { id } } }');
    const seconds = Number(refused.retryAfter);
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused).toMatchObject({
      status: 429,
      errors: [{ extensions: { code: 'TOO_MANY_REQUESTS', retryable: true, limit: 3, retryAfterSeconds: seconds } }],
    });
    expect(refused.errors![0]!.message).toMatch(/^More than 3 requests in a minute\. Try again in \d+ seconds?\.$/);
    expect((await ask(own, other, '{ accounts { totalCount } }')).data).toEqual({ accounts: { totalCount: 0 } });
    // Nor does anything that is wrong with them come free of charge.
    for (let request = 0; request < 2; request++)
      await own.app.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${other.token}` },
        payload: '{',
      });
    expect((await ask(own, other, TYPENAME)).status).toBe(429);
  });

  test('are counted for each address while nobody is signed in, whatever the caller says of it', async () => {
    await using own = await server({ openRequestsPerMinute: 2 });
    const [chief] = people();
    const spoofed = (number: number) => ({ 'x-forwarded-for': `198.51.100.${number}`, forwarded: `for=198.51.100.${number}` });
    for (let request = 0; request < 2; request++) expect((await ask(own, null, TYPENAME, { headers: spoofed(request) })).status).toBe(200);
    for (const headers of [{}, spoofed(9), { authorization: 'Bearer forged' }, { authorization: 'Basic YTpi' }]) {
      const refused = await ask(own, null, TYPENAME, { headers: headers });
      expect([refused.status, codesOf(refused)]).toEqual([429, ['TOO_MANY_REQUESTS']]);
    }
    // Neighbours, and colleagues behind the same address who are signed in, are not kept out.
    expect((await ask(own, null, TYPENAME, { address: '192.0.2.2' })).status).toBe(200);
    expect((await ask(own, chief, TYPENAME)).status).toBe(200);
  });

  test('with forged tokens count for the address as well', async () => {
    await using own = await server({ openRequestsPerMinute: 2 });
    const statuses = [];
    for (let request = 0; request < 4; request++)
      statuses.push((await ask(own, null, TYPENAME, { headers: { authorization: `Bearer forged${request}` } })).status);
    expect(statuses).toEqual([401, 401, 429, 429]);
  });

  test('come from one caller when their IPv6 addresses are of one network, or one address is written in two ways', async () => {
    const limiter = limiterOf({ openRequestsPerMinute: 1 });
    const isRefused = (address: string) => limiter.countOpenRequest(address)?.code === 'TOO_MANY_REQUESTS';
    const asked = [
      '2001:db8:1:2::1',
      '2001:db8:1:2:ffff::9',
      '2001:0db8:0001:0002::',
      '2001:db8:1:3::1',
      '::ffff:192.0.2.7',
      '192.0.2.7',
      '::ffff:192.0.2.8',
      '::1',
      '::',
      'fe80::1%eth0',
      'unknown',
    ];
    expect(asked.filter((address) => !isRefused(address))).toEqual([
      '2001:db8:1:2::1',
      '2001:db8:1:3::1',
      '::ffff:192.0.2.7',
      '::ffff:192.0.2.8',
      '::1',
      'fe80::1%eth0',
      'unknown',
    ]);
    await limiter.stop();
  });
});

describe('the cost of a minute', () => {
  test('is taken from a credential before an operation runs, and every answer says what is left', async () => {
    await using own = await server({ costPerMinute: 1000 });
    const [chief, other] = people();
    const first = await ask(own, chief, '{ accounts(first: 100) { nodes { id } } }');
    expect(first.cost).toEqual({
      requested: 100,
      limit: 50_000,
      remaining: 900,
      resetAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/),
    });
    const reset = new Date(first.cost.resetAt!).getTime() - NOW;
    expect(reset > 0 && reset <= 60_000).toBe(true);
    // What is refused for another reason costs nothing.
    for (const query of ['{ nonsense }', '{ accounts(first: 501) { nodes { id } } }', 'mutation ($x: Int!) { __typename }'])
      await ask(own, chief, query);
    expect((await ask(own, chief, TYPENAME)).cost).toMatchObject({ requested: 1, remaining: 899 - 1 });
    expect((await ask(own, other, TYPENAME)).cost).toMatchObject({ remaining: 999 });
  });

  test('of mutations is ten each and one for every row', async () => {
    await using own = await server({ costPerMinute: 1000 });
    const [chief] = people();
    const costOf = async (query: string, variables = {}) => (await ask(own, chief, query, { variables })).cost.requested;
    expect(await costOf('mutation { createAccount(input: { accountName: "One" }) { account { id } } }')).toBe(10);
    expect(
      await costOf(
        'mutation { a: createAccount(input: { accountName: "Two" }) { account { id } } b: createAccount(input: { accountName: "Three" }) { account { id } } }',
      ),
    ).toBe(20);
    const inputs = Array.from({ length: 25 }, (_, index) => ({ accountName: `Many ${index}` }));
    expect(await costOf('mutation ($inputs: [AccountCreateInput!]!) { createAccounts(inputs: $inputs) { succeeded } }', { inputs })).toBe(
      35,
    );
    expect(await costOf('mutation { createAccounts(inputs: [{ accountName: "Literal" }, { accountName: "Ones" }]) { succeeded } }')).toBe(
      12,
    );
    expect((await ask(own, chief, TYPENAME)).cost.remaining).toBe(1000 - 10 - 20 - 35 - 12 - 1);
    const { data } = await ask(own, chief, '{ accounts { totalCount } }');
    expect(data).toEqual({ accounts: { totalCount: 30 } });
  });

  test('can not be exceeded: what is too much is not run, not charged, and what still fits is', async () => {
    await using own = await server({ costPerMinute: 500 });
    const [chief] = people();
    const before = (await acme.chief.ask('{ accounts { totalCount } }'))['accounts'] as { totalCount: number };
    await ask(own, chief, '{ accounts(first: 480) { nodes { id } } }');
    const inputs = Array.from({ length: 15 }, () => ({ accountName: 'Not written' }));
    for (const [query, cost, variables] of [
      ['{ accounts(first: 21) { nodes { id } } }', 21, {}],
      ['mutation ($inputs: [AccountCreateInput!]!) { createAccounts(inputs: $inputs) { succeeded } }', 25, { inputs }],
    ] as const) {
      const refused = await ask(own, chief, query, { variables });
      expect(refused).toMatchObject({
        status: 429,
        errors: [
          {
            extensions: {
              code: 'COST_BUDGET_EXCEEDED',
              retryable: true,
              cost,
              remaining: 20,
              limit: 500,
              retryAfterSeconds: Number(refused.retryAfter),
            },
          },
        ],
        cost: { requested: cost, limit: 50_000, remaining: 20 },
      });
      expect(refused.data ?? null).toBeNull();
      expect(Number(refused.retryAfter)).toBeGreaterThanOrEqual(1);
    }
    expect((await ask(own, chief, '{ accounts(first: 20) { nodes { id } } }')).cost.remaining).toBe(0);
    expect((await ask(own, chief, TYPENAME)).status).toBe(429);
    expect((await acme.chief.ask('{ accounts { totalCount } }'))['accounts']).toEqual(before);
  });

  test('is told without a limit too, and one operation alone may still be too much', async () => {
    await using own = await workspace({ databaseUrl: crm.url, limits: { maxCost: 20 } });
    const [chief] = people();
    expect((await ask(own, chief, '{ accounts(first: 20) { nodes { id } } }')).cost).toEqual({
      requested: 20,
      limit: 20,
      remaining: null,
      resetAt: null,
    });
    for (const query of [
      '{ accounts(first: 21) { nodes { id } } }',
      `mutation { createAccounts(inputs: [${'{ accountName: "x" } '.repeat(11)}]) { succeeded } }`,
    ]) {
      const refused = await ask(own, chief, query);
      expect([refused.status, codesOf(refused), refused.cost]).toEqual([
        200,
        ['COST_EXCEEDED'],
        { requested: 21, limit: 20, remaining: null, resetAt: null },
      ]);
    }
  });
});

describe('the budgets of a caller', () => {
  const key = async (person: Person): Promise<Person> => {
    const made = await person.ask('mutation { createApiKey(input: { name: "x", isReadOnly: false }) { key } }');
    return { ...person, token: (made['createApiKey'] as { key: string }).key };
  };

  test('are one for all keys of a person: a further key is nothing more to spend', async () => {
    const [chief, other] = people();
    const keys = [await key(chief), await key(chief), await key(chief), await key(chief)];
    await using own = await server({ costPerMinute: 1000 });
    const spent = await Promise.all(keys.map((each) => ask(own, each, '{ accounts(first: 300) { nodes { id } } }')));
    expect(spent.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429]);
    const refused = spent.find(({ status }) => status === 429)!;
    expect(refused.errors).toMatchObject([{ extensions: { code: 'COST_BUDGET_EXCEEDED', scope: 'USER', limit: 1000, remaining: 100 } }]);
    expect(refused.errors![0]!.message).toContain('of this user');
    // What was refused took nothing of any budget, and what is left is the least of them.
    for (const each of [...keys, chief])
      expect(codesOf(await ask(own, each, '{ accounts(first: 101) { nodes { id } } }'))).toEqual(['COST_BUDGET_EXCEEDED']);
    expect((await ask(own, chief, '{ accounts(first: 99) { nodes { id } } }')).cost.remaining).toBe(1);
    expect(await remaining(own, other)).toBe(999);
  });

  test('count requests alike', async () => {
    const [chief, other] = people();
    const keys = [await key(chief), await key(chief)];
    await using own = await server({ requestsPerMinute: 3, organizationRequestsPerMinute: 5 });
    const statuses = [];
    for (const each of [keys[0]!, keys[1]!, chief]) statuses.push((await ask(own, each, TYPENAME)).status);
    const fourth = await ask(own, keys[0]!, TYPENAME);
    expect([...statuses, fourth.status, fourth.errors![0]!.extensions]).toMatchObject([200, 200, 200, 429, { scope: 'USER', limit: 3 }]);
    for (let request = 0; request < 2; request++) expect((await ask(own, other, TYPENAME)).status).toBe(200);
    const sixth = await ask(own, other, TYPENAME);
    expect([sixth.status, sixth.errors![0]!.extensions]).toMatchObject([429, { scope: 'ORGANIZATION', limit: 5 }]);
    expect(sixth.errors![0]!.message).toMatch(/^More than 5 requests in a minute by your organization\./);
    // Another organization has its own.
    const { chief: foreign } = await crm.company('globex');
    expect((await ask(own, foreign, TYPENAME)).status).toBe(200);
  });

  test('say which of them it was, the narrowest where several are used up', async () => {
    const limiter = limiterOf({ costPerMinute: 100, organizationCostPerMinute: 250 });
    const scopeOf =
      (...who: Parameters<typeof caller>) =>
      (cost: number) =>
        (limiter.spend(caller(...who), cost)!.refusal?.extensions as { scope: string } | undefined)?.scope ?? null;
    const [first, second, third] = [scopeOf('a', 'u1', 'o'), scopeOf('b', 'u1', 'o'), scopeOf('c', 'u2', 'o')];
    expect([first(100), first(1), second(1)]).toEqual([null, 'CREDENTIAL', 'USER']);
    expect([third(100), third(1), scopeOf('d', 'u3', 'o')(51), scopeOf('d', 'u3', 'o')(50)]).toEqual([
      null,
      'CREDENTIAL',
      'ORGANIZATION',
      null,
    ]);
    // The same user id in another organization is somebody else.
    expect(scopeOf('e', 'u1', 'o2')(100)).toBeNull();
    await limiter.stop();
  });

  test('of an organization are counted by all servers together', async () => {
    await sql('DELETE FROM limiter_window');
    const [one, two] = [limiterOf({ organizationCostPerMinute: 1000 }), limiterOf({ organizationCostPerMinute: 1000 })];
    one.spend(caller('a', 'u1', 'o'), 600);
    let taken = 0;
    await until(() => two.spend(caller('b', 'u2', 'o'), 1)!.remaining === 1000 - 600 - ++taken);
    expect(two.spend(caller('b', 'u2', 'o'), 401)).toMatchObject({
      refusal: { code: 'COST_BUDGET_EXCEEDED', extensions: { scope: 'ORGANIZATION' } },
    });
    await Promise.all([one.stop(), two.stop()]);
  });
});

describe('servers of one database', () => {
  test('agree on what a caller has left within a second or two', async () => {
    await using one = await server({ costPerMinute: 1000, requestsPerMinute: 1000 });
    await using two = await workspace({
      databaseUrl: crm.url,
      clock,
      config: { budgets: { ...off, costPerMinute: 1000, requestsPerMinute: 1000 } },
    });
    const [chief, other] = people();
    await ask(one, chief, '{ accounts(first: 400) { nodes { id } } }');
    await ask(two, chief, '{ accounts(first: 300) { nodes { id } } }');
    // Each question costs a point, to whoever answers it.
    await until(async () => (await remaining(one, chief)) < 300 && (await remaining(two, chief)) < 300);
    for (const to of [one, two])
      expect(codesOf(await ask(to, chief, '{ accounts(first: 300) { nodes { id } } }'))).toEqual(['COST_BUDGET_EXCEEDED']);
    expect(await remaining(two, other)).toBe(999);
  });

  test('keep no caller’s name, hand in the last counts when they stop, and take old minutes away', async () => {
    await sql(`INSERT INTO limiter_window SELECT now() - interval '1 hour', 'old', gen_random_uuid(), 1, 1`);
    const own = await server({ requestsPerMinute: 10, openRequestsPerMinute: 10, costPerMinute: 100 });
    await sql(`INSERT INTO limiter_window SELECT now() - interval '1 hour', 'old', gen_random_uuid(), 1, 1`);
    const [chief] = people();
    await ask(own, chief, '{ accounts(first: 40) { nodes { id } } }');
    await ask(own, chief, TYPENAME);
    await ask(own, null, TYPENAME, { address: '192.0.2.77' });
    await own.close();
    const rows = await sql('SELECT caller, requests::int, cost::int FROM limiter_window ORDER BY requests DESC');
    // The credential, its user, and the address of somebody else; organizations are not limited here.
    expect(rows.map(({ requests, cost }) => [requests, cost])).toEqual([
      [2, 41],
      [2, 41],
      [1, 0],
    ]);
    expect(rows.every(({ caller }) => /^[\w-]{43}$/.test(String(caller)))).toBe(true);
  });

  test('go on alone while the database is gone, and hand in what they counted once it is back, once', async () => {
    await sql('DELETE FROM limiter_window');
    await using wire = await tcpProxy(crm.url);
    const lines: string[] = [];
    const away = limiterOf({ costPerMinute: 1000 }, wire.url, lines);
    const here = limiterOf({ costPerMinute: 1000 });
    expect(away.spend(caller('x'), 100)).toMatchObject({ remaining: 900 });
    await wire.cut();
    await until(() => lines.length > 0);
    expect(away.spend(caller('x'), 500)).toMatchObject({ remaining: 400, refusal: null });
    expect(away.spend(caller('x'), 401)).toMatchObject({ remaining: 400, refusal: { code: 'COST_BUDGET_EXCEEDED' } });
    await wire.mend();
    // 600 of the one, and what the other takes while it asks.
    let taken = 0;
    await until(() => here.spend(caller('x'), 1)!.remaining === 1000 - 600 - ++taken);
    await sleep(1200);
    expect(here.spend(caller('x'), 1)!.remaining).toBe(1000 - 600 - ++taken);
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['limiter.unsettled']);
    await Promise.all([away.stop(), here.stop()]);
  });
});

describe('a minute', () => {
  test('ends by the clock: everybody has everything again, and the wait is never nothing', async () => {
    let at = Date.UTC(2026, 0, 1, 12, 0, 30);
    const limiter = limiterOf({ requestsPerMinute: 1, costPerMinute: 10 }, crm.url, [], () => at);
    const wait = () => (limiter.countRequest(caller('x'))?.extensions as { retryAfterSeconds: number } | undefined)?.retryAfterSeconds ?? 0;
    expect(wait()).toBe(0);
    expect(wait()).toBe(30);
    expect(limiter.spend(caller('x'), 10)).toEqual({ remaining: 0, resetAt: '2026-01-01T12:01:00.000Z', refusal: null });
    at += 29_999;
    expect(wait()).toBe(1);
    expect(limiter.spend(caller('x'), 1)).toMatchObject({ remaining: 0, refusal: { code: 'COST_BUDGET_EXCEEDED' } });
    at += 1;
    expect(wait()).toBe(0);
    expect(limiter.spend(caller('x'), 3)).toEqual({ remaining: 7, resetAt: '2026-01-01T12:02:00.000Z', refusal: null });
    // A clock that was set back.
    at -= 3_600_000;
    expect(wait()).toBe(0);
    await limiter.stop();
  });

  test('remembers so many callers and no more', async () => {
    const limiter = limiterOf({ openRequestsPerMinute: 1, requestsPerMinute: 1 });
    const isRefused = (address: string) => limiter.countOpenRequest(address) !== null;
    expect([isRefused('first'), isRefused('first')]).toEqual([false, true]);
    for (let number = 0; number < 50_000; number++) limiter.countRequest(caller(String(number)));
    expect([isRefused('first'), limiter.countRequest(caller('49999')) !== null]).toEqual([false, true]);
    await limiter.stop();
  });

  test('has no end of anything where nothing is limited, and asks the database nothing', async () => {
    await sql('DELETE FROM limiter_window');
    const limiter = limiterOf({});
    for (let request = 0; request < 10_000; request++) {
      if (limiter.countRequest(caller('x')) ?? limiter.countOpenRequest('192.0.2.1') ?? limiter.spend(caller('x'), 1_000_000))
        throw new Error('refused');
    }
    await limiter.stop();
    expect(await sql('SELECT 1 FROM limiter_window')).toEqual([]);
  });
});

const remaining = async (to: Workspace, person: Person): Promise<number> => (await ask(to, person, TYPENAME)).cost.remaining!;

const databases: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(databases.map((database) => database.close())));

function limiterOf(budgets: Partial<Budgets>, url = crm.url, lines: string[] = [], now = () => NOW): RequestLimiter {
  const database = connectDatabase({ app: url, system: url }, { readConnections: 1, writeConnections: 1, statementTimeoutMs: 1000 });
  databases.push(database);
  return createLimiter(database.system, {
    budgets: { ...off, ...budgets },
    log: createLog('info', { write: (line) => void lines.push(line) }),
    now,
  });
}
