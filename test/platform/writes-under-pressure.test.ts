import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createLog } from '../../server/platform/http/log.js';
import { codesOf } from '../support/answers.js';
import { until } from '../support/until.js';
import { persistently, workspace, type Answer, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
let globex: Company;
let now: number;
let lines: string[];
beforeEach(async () => {
  now = Date.now();
  lines = [];
  crm = await workspace({
    config: { writePool: 4 },
    clock: () => new Date(now),
    log: createLog('error', { write: (line) => void lines.push(line) }),
  });
  [acme, globex] = [await crm.company('acme'), await crm.company('globex')];
});
afterEach(() => crm.close());

const CREATE = 'mutation ($name: String!) { createAccount(input: { accountName: $name }) { account { id } } }';
const create = (person: Person, name = 'x') => person.send(CREATE, { name });
const count = async ({ chief }: Company): Promise<number> => (await chief.ask('{ accounts { totalCount } }'))['accounts'].totalCount;

/** As it comes over HTTP. */
async function post({ token }: Person, name: string): Promise<Answer & { retryAfter: unknown }> {
  const response = await crm.app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    payload: { query: CREATE, variables: { name } },
  });
  return { ...response.json<Answer>(), status: response.statusCode, text: response.body, retryAfter: response.headers['retry-after'] };
}

const readiness = async (): Promise<string> => {
  const { statusCode, body } = await crm.app.http.inject({ url: '/readyz' });
  return `${statusCode} ${body.trim()}`;
};

/** As the owner of the database. */
async function sql(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: crm.url, options: '-c default_transaction_read_only=off' });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

describe('sessions for writing', () => {
  /** Transactions of an organization that hold their sessions until they are let go. */
  function hold(company: Company, places: number, transactions = crm.app.services.transactions) {
    let letGo!: () => void;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    let held = 0;
    const ended = Array.from({ length: places }, () =>
      transactions.run({ org: company.org, actor: null, cause: '' }, () => {
        held++;
        return gate;
      }),
    );
    return { isHeld: () => held === places, letGo: () => (letGo(), Promise.all(ended)) };
  }

  test('one organization has three of four: the others write meanwhile, and what waits is written or told when to come back', async () => {
    const held = hold(acme, 3);
    await until(held.isHeld);
    let refused = 0;
    const sent = Array.from({ length: 120 }, async (_, index) => {
      const answer = await post(acme.chief, `acme ${index}`);
      if (answer.errors) refused++;
      return answer;
    });
    // Fifty wait, the others are refused at once.
    await until(() => refused >= 70);
    for (let index = 0; index < 10; index++) expect(codesOf(await create(globex.chief))).toEqual([]);
    await held.letGo();
    const answers = await Promise.all(sent);
    const refusals = answers.filter(({ errors }) => errors);
    for (const { status, retryAfter, errors } of refusals) {
      expect({ status, retryAfter }).toEqual({ status: 503, retryAfter: '1' });
      expect(errors![0]!.extensions).toMatchObject({ code: 'BUSY', retryable: true, retryAfterSeconds: 1 });
    }
    expect(await count(acme)).toBe(answers.length - refusals.length);
    expect(codesOf(await create(acme.chief))).toEqual([]);
  });

  test('who waits too long for a session of a database that is there is told to come back, not that it is away', async () => {
    const held = hold(acme, 3);
    await until(held.isHeld);
    const answer = await post(acme.chief, 'late');
    expect([answer.status, codesOf(answer), answer.retryAfter]).toEqual([503, ['BUSY'], '1']);
    await held.letGo();
    expect(codesOf(await create(acme.chief))).toEqual([]);
    expect(await count(acme)).toBe(1);
  });

  test('what signs in people of one organization leaves a session to those of another', async () => {
    const held = hold(acme, 3, crm.app.services.systemTransactions);
    await until(held.isHeld);
    const { email, password } = globex.chief;
    const answer = await crm.post({
      query: 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
      variables: { email, password },
    });
    expect(codesOf(answer)).toEqual([]);
    await held.letGo();
  });
});

describe('a database that takes no writes', () => {
  const unavailable = { code: 'UNAVAILABLE', retryable: true };

  test('while it is read-only, reads are answered, writes are UNAVAILABLE and /readyz says so; then all goes on', async () => {
    expect(await readiness()).toBe('200 ok');
    expect(codesOf(await create(acme.chief))).toEqual([]);
    const [, name] = /\/([^/?]+)(\?|$)/.exec(crm.url)!;
    await sql(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    await sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    await until(async () => !(await acme.chief.send('{ accounts { totalCount } }')).errors);
    await until(async () => (await readiness()) === '503 the database is read-only');
    for (let index = 0; index < 6; index++) {
      expect((await create(acme.chief)).errors![0]!.extensions).toMatchObject(unavailable);
      expect(await count(acme)).toBe(1);
    }
    await sql(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
    // Each session that began meanwhile fails once more at most.
    await until(async () => !(await persistently(() => create(acme.chief))).errors);
    expect(codesOf(await create(globex.chief))).toEqual([]);
    await until(async () => (await readiness()) === '200 ok');
    expect(lines).toEqual([]);
  });

  const failing = (state: string) =>
    sql(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'it fails' USING ERRCODE = '${state}'; END $$;
         CREATE TRIGGER fail BEFORE INSERT ON account FOR EACH ROW WHEN (NEW.account_name = 'fails') EXECUTE FUNCTION fail()`);

  test.each([
    ['53100', '503 the disk of the database is full'],
    ['58030', '503 the disk of the database fails'],
    ['53200', '200 ok'],
    ['53400', '200 ok'],
    ['55006', '200 ok'],
  ])('a write that fails with %s is UNAVAILABLE; /readyz says "%s" until a write works', async (state, said) => {
    await failing(state);
    expect((await create(acme.chief, 'fails')).errors![0]!.extensions).toMatchObject(unavailable);
    expect(await readiness()).toBe(said);
    // A transaction that only reads tells nothing.
    await crm.app.services.transactions.run({ org: acme.org, actor: null, cause: '' }, (one) => one.run('SELECT 1::text', []));
    expect(await readiness()).toBe(said);
    expect(codesOf(await create(acme.chief))).toEqual([]);
    expect(await readiness()).toBe('200 ok');
    expect(await count(acme)).toBe(1);
    expect(lines).toEqual([]);
  });

  test('a server that gets no writes because it is not ready is ready again after half a minute', async () => {
    await failing('53100');
    await create(acme.chief, 'fails');
    now += 29_999;
    expect(await readiness()).toBe('503 the disk of the database is full');
    now += 1;
    expect(await readiness()).toBe('200 ok');
  });
});

describe('a COMMIT that PostgreSQL answers with ROLLBACK', () => {
  const INSERT = `INSERT INTO picklist_value (org) VALUES (NULL)`;
  const run = (work: Parameters<typeof crm.app.services.transactions.run>[1]) =>
    crm.app.services.transactions.run({ org: acme.org, actor: acme.chief.userId, cause: 'test' }, work);
  const write = `UPDATE account SET employees = coalesce(employees, 0) + 1 WHERE account_name = 'x' RETURNING id::text`;
  const written = async (): Promise<number> =>
    (await acme.chief.ask('{ accounts(filter: { employees: { gt: 0 } }) { totalCount } }'))['accounts'].totalCount;

  beforeEach(async () => {
    await acme.chief.ask(CREATE, { name: 'x' });
  });

  test('is an error, also when nobody looked at the statement that had failed', async () => {
    const ignored = (reason: unknown) => void reason;
    const swallowing = [
      // The last statement, one before others that are ignored too, the first, and one beside another.
      run(async (one) => [await one.run(write, []), await one.run('SELECT 1/0', []).catch(ignored)]),
      run(async (one) => [await one.run(write, []), await one.run(INSERT, []).catch(ignored), await one.run(write, []).catch(ignored)]),
      run(async (one) => [await one.run('SELECT 1/0', []).catch(ignored), await one.run(write, []).catch(ignored)]),
      run((one) => Promise.allSettled([one.run(write, []), one.run('SELECT 1/0', []), one.run(write, [])])),
    ];
    const codes = (await Promise.allSettled(swallowing)).map((one) => one.status === 'rejected' && (one.reason as { code: string }).code);
    expect(codes).toEqual(['22012', expect.stringMatching(/^(23502|42501)$/), '22012', '22012']);
    expect(await written()).toBe(0);
  });

  test('does not happen where a savepoint was gone back to, and the session is good for the next', async () => {
    for (let round = 0; round < 6; round++) {
      const result = await run(async (one) => {
        await one.run('SAVEPOINT here', []);
        await one.run('SELECT 1/0', []).catch(() => one.run('ROLLBACK TO SAVEPOINT here', []));
        return one.run(write, []);
      });
      expect(result).toHaveLength(1);
      await expect(run((one) => one.run('SELECT 1/0', []).catch(() => 'claimed'))).rejects.toMatchObject({ code: '22012' });
    }
    expect(await written()).toBe(1);
  });
});
