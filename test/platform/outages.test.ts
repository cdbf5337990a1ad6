import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { createApp } from '../../server/app.js';
import { SLOW_SESSIONS } from '../../server/core/database/reader.js';
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres/embedded-postgres.js';
import { createLog } from '../../server/platform/http/log.js';
import { createOrganization } from '../../server/workflows/create-organization.js';
import { codesOf } from '../support/answers.js';
import { freePort, startServer, type ServerProcess } from '../support/server-process.js';
import { tcpProxy } from '../support/tcp-proxy.js';
import { until } from '../support/until.js';
import { workspace, type Answer, type Person } from '../support/workspace.js';

const STATEMENT_TIMEOUT = 2000;
/** For a machine that does other things as well. Without the server's time limits the waits had no end: nothing comes over a dead wire. */
const SLACK = 20_000;
/** Connections for what crosses organisations: `database.ts`. */
const SYSTEM_POOL = 4;
const config = {
  limits: {
    maxTokens: 2000,
    maxDepth: 12,
    maxAliases: 15,
    maxDirectives: 20,
    maxVariableDepth: 32,
    maxCost: 50_000,
    maxConditions: 500,
    maxOperand: 1000,
  },
  bodyLimitBytes: 4 * 1024 * 1024,
  readPool: 2,
  writePool: 4,
  statementTimeoutMs: STATEMENT_TIMEOUT,
  tokenLifetimeMinutes: 60,
  sessionLifetimeDays: 30,
};

const READ = { query: '{ accounts(first: 1) { totalCount nodes { accountName } } }' };
const BATCH = 5;
const write = (name: string) => ({
  query: 'mutation ($inputs: [AccountCreateInput!]!) { createAccounts(inputs: $inputs) { succeeded } }',
  variables: { inputs: Array.from({ length: BATCH }, () => ({ accountName: name })) },
});

/** A server whose way to the database leads over a wire, and someone signed in there. */
async function serverOnAWire() {
  const crm = await workspace({ database: 'own' });
  const { chief } = await crm.company('acme');
  const wire = await tcpProxy(crm.url);
  const app = await createApp({
    config,
    urls: { owner: wire.url, app: wire.url, system: wire.url },
    log: createLog('silent'),
    isMigrated: true,
  });
  const send = async (payload: object): Promise<Answer & { took: number }> => {
    const started = Date.now();
    const response = await app.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${chief.token}` },
      payload,
    });
    return { ...response.json<Answer>(), status: response.statusCode, text: response.body, took: Date.now() - started };
  };
  return {
    chief,
    wire,
    send,
    signIn: (person: Person) =>
      send({
        query: 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
        variables: { email: person.email, password: person.password },
      }),
    readiness: async () => (await app.http.inject({ url: '/readyz' })).statusCode,
    async [Symbol.asyncDispose]() {
      await wire.mend();
      await app.close();
      await wire[Symbol.asyncDispose]();
      await crm.close();
    },
  };
}

/** Every write that was acknowledged is there, and none is there by half. */
async function expectWhole(person: Person, names: readonly string[], acknowledged: ReadonlySet<string>): Promise<void> {
  const { accounts } = await person.ask(
    '{ accounts(first: 1) { groups(by: [{ field: ACCOUNT_NAME }]) { key { accountName } aggregate { count } } } }',
  );
  const counts = new Map(
    (accounts.groups as { key: { accountName: string }; aggregate: { count: number } }[]).map(({ key, aggregate }) => [
      key.accountName,
      aggregate.count,
    ]),
  );
  for (const name of names) expect([acknowledged.has(name) ? BATCH : 0, BATCH]).toContain(counts.get(name) ?? 0);
}

test('when the database is gone for five seconds, everything fails cleanly and soon, and goes on by itself afterwards', async () => {
  await using server = await serverOnAWire();
  const { wire, send, chief } = server;
  const names: string[] = [];
  const acknowledged = new Set<string>();
  const outcomes = { read: new Set<string>(), write: new Set<string>(), signIn: new Set<string>() };
  const faults: string[] = [];
  let slowest = 0;
  const note = (kind: keyof typeof outcomes, { took, errors = [], text, status }: Answer & { took: number }) => {
    slowest = Math.max(slowest, took);
    const isClean = errors.every(
      ({ extensions }) => extensions.code === 'UNAVAILABLE' && (extensions as { retryable?: boolean }).retryable === true,
    );
    if (!isClean || ![200, 503].includes(status)) faults.push(text);
    outcomes[kind].add(errors.length > 0 ? 'UNAVAILABLE' : 'done');
  };
  let isOver = false;
  const user = async (number: number): Promise<void> => {
    for (let round = 0; !isOver; round++) {
      const name = `Batch ${number}.${round}`;
      names.push(name);
      const [written, read] = await Promise.all([send(write(name)), send(READ)]);
      if (!written.errors) acknowledged.add(name);
      note('write', written);
      note('read', read);
      if (number === 0) note('signIn', await server.signIn(chief));
      await sleep(20);
    }
  };
  const users = [0, 1, 2, 3].map(user);
  const each = (test: (seen: Set<string>) => boolean): boolean => Object.values(outcomes).every(test);
  const clear = (): void => Object.values(outcomes).forEach((seen) => seen.clear());
  try {
    await until(() => each((seen) => seen.has('done')));
    await wire.cut();
    const cutAt = Date.now();
    await until(async () => (await server.readiness()) === 503);
    await until(() => each((seen) => seen.has('UNAVAILABLE')));
    clear();
    await sleep(Math.max(0, 5000 - (Date.now() - cutAt)));
    await until(() => each((seen) => seen.has('UNAVAILABLE')));
    expect(each((seen) => !seen.has('done'))).toBe(true);
    await wire.mend();
    // Requests that began to wait for a connection just before may still fail.
    await until(async () => {
      clear();
      await until(() => each((seen) => seen.has('done')));
      return each((seen) => !seen.has('UNAVAILABLE'));
    });
    expect(await server.readiness()).toBe(200);
  } finally {
    isOver = true;
    await Promise.all(users);
  }
  expect(faults).toEqual([]);
  // The server waits at most 3 s for a connection.
  expect(slowest).toBeLessThan(3000 + SLACK);
  await expectWhole(chief, names, acknowledged);
  // No connection was left behind on the way.
  expect(wire.connections).toBeLessThanOrEqual(config.readPool + SLOW_SESSIONS + config.writePool + SYSTEM_POOL);
});

test('when the database goes dead without a word, nothing waits longer than the time-outs', async () => {
  await using server = await serverOnAWire();
  const { wire, send, chief } = server;
  const names = Array.from({ length: 12 }, (_, index) => `Batch ${index}`);
  expect((await send(READ)).errors).toBeUndefined();
  expect((await send(write('Before'))).errors).toBeUndefined();

  wire.stall();
  const asked = [server.signIn(chief), ...names.flatMap((name) => [send(write(name)), send(READ)])];
  const started = Date.now();
  expect(await server.readiness()).toBe(503);
  expect(Date.now() - started).toBeLessThan(SLACK);
  const answers = await Promise.all(asked);
  for (const answer of answers) {
    expect(codesOf(answer)).toEqual(['UNAVAILABLE']);
    // To connect takes at most 3 s, an answer 2 s more than a statement may; the watch looks once a second.
    expect(answer.took).toBeLessThan(3000 + STATEMENT_TIMEOUT + 2000 + 1000 + SLACK);
  }

  await wire.mend();
  await until(async () => {
    const again = await Promise.all([send(READ), send(write('After')), server.signIn(chief)]);
    return again.every(({ errors }) => !errors);
  });
  await expectWhole(chief, [...names, 'Before'], new Set(['Before']));
});

/** Over the wire of HTTP, as `person` whose token outlives the server. */
async function post(url: string, body: object, token?: string): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { ...(JSON.parse(text) as object), status: response.status, text };
}

test('kill -9 of the server, of PostgreSQL and of both loses nothing that was acknowledged, and the next start works', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'relata-outages-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  let server: ServerProcess | undefined;
  let isOver = false;
  try {
    const { email, password, org, superuserUrl } = await prepare(dataDir);
    const start = async () => {
      server = startServer({ RELATA_DATA_DIR: dataDir, RELATA_DEMO: 'off', PORT: new URL(url).port, LOG_LEVEL: 'warn' });
      await server.prints('Stop with Ctrl-C');
      return server;
    };
    const postmaster = async () => Number((await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0]);

    let child = await start();
    const session = await post(url, {
      query: 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
      variables: { email, password },
    });
    const { token } = (session.data as { signIn: { token: string } }).signIn;
    const acknowledged = new Set<string>();
    const codes = new Set<string>();
    const users = Array.from({ length: 3 }, async (_, user) => {
      for (let round = 0; !isOver; round++) {
        const name = `Batch ${user}.${round}`;
        const answer = await post(url, write(name), token).catch(() => null);
        if (answer && !answer.errors) acknowledged.add(name);
        else await sleep(50);
        for (const code of answer ? codesOf(answer) : []) codes.add(code);
      }
    });
    const written = async (more: number) => {
      const goal = acknowledged.size + more;
      await until(() => acknowledged.size >= goal);
    };

    await written(20);
    child.child.kill('SIGKILL');
    await child.ended();
    child = await start();
    await written(20);

    const before = await postmaster();
    process.kill(before, 'SIGKILL');
    // The server is not started again: it starts PostgreSQL, and finds it by itself.
    await until(async () => (await postmaster().catch(() => before)) !== before);
    await written(20);

    process.kill(await postmaster(), 'SIGKILL');
    child.child.kill('SIGKILL');
    await child.ended();
    child = await start();
    await written(20);
    isOver = true;
    await Promise.all(users);

    const client = new pg.Client({ connectionString: superuserUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string; count: number; logged: number; versions: number }>(
      `SELECT account_name AS name, count(*)::int AS count, sum((SELECT count(*) FROM change c WHERE c.record_id = a.id))::int AS logged, sum(version)::int AS versions FROM account a WHERE org = $1 GROUP BY 1`,
      [org],
    );
    const orphans = await client.query(
      'SELECT record_id FROM change c WHERE org = $1 AND module = $2 AND NOT EXISTS (SELECT FROM account a WHERE a.id = c.record_id)',
      [org, 'Account'],
    );
    await client.end();
    expect(acknowledged.size).toBeGreaterThanOrEqual(80);
    expect([...codes].filter((code) => code !== 'UNAVAILABLE')).toEqual([]);
    for (const row of rows) expect(row).toEqual({ name: row.name, count: BATCH, logged: BATCH, versions: BATCH });
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining([...acknowledged]));
    expect(orphans.rows).toEqual([]);

    const last = await postmaster();
    child.child.kill('SIGTERM');
    expect(await child.ended()).toEqual({ code: 0, signal: null });
    expect(() => process.kill(last, 0)).toThrow('ESRCH');
  } finally {
    isOver = true;
    server?.child.kill('SIGKILL');
    await server?.ended();
    await rm(dataDir, { recursive: true, force: true });
  }
});

/** A data folder with an organisation, and nobody at it. */
async function prepare(dataDir: string): Promise<{ email: string; password: string; org: string; superuserUrl: string }> {
  await using postgres = await startEmbeddedPostgres({ dataDir });
  const app = await createApp({ config, urls: { owner: postgres.url, app: postgres.url, system: postgres.url }, log: createLog('silent') });
  const [email, password] = ['chief@acme.example.com', crypto.randomUUID()];
  const { org } = await createOrganization((await app.systemOrm()).em.fork(), {
    name: 'acme',
    baseCurrency: 'EUR',
    users: [{ lastName: 'Chief', email, password }],
  });
  await app.close();
  const superuserUrl = new URL(postgres.superuserUrl);
  superuserUrl.pathname = new URL(postgres.url).pathname;
  return { email, password, org, superuserUrl: superuserUrl.toString() };
}
