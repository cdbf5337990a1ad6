import { spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json, text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createBareDatabase } from '../support/database.js';
import { freePort, startServer } from '../support/server-process.js';

const root = join(import.meta.dirname, '../..');

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'relata-start-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const post = async (url: string, body: object, token?: string) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { data: Record<string, any> };
};

test('the first start says where to look and how to sign in; a second one finds everything as it was', async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { RELATA_DATA_DIR: dataDir, PORT: String(port) };

  const first = startServer(env);
  await first.prints('Stop with Ctrl-C');
  const [, email] = /Sign in\s+(\S+)/.exec(first.output())!;
  const [, password] = /Password\s+(\S+)/.exec(first.output())!;
  expect(first.output()).toContain(`${url}/graphql`);
  const signIn = {
    query: 'mutation ($e: String!, $p: String!) { signIn(email: $e, password: $p) { token } }',
    variables: { e: email, p: password },
  };
  const { token } = (await post(url, signIn)).data['signIn'] as { token: string };
  const made = await post(url, { query: 'mutation { createAccount(input: { accountName: "Kept" }) { account { id } } }' }, token);
  expect((await fetch(`${url}/livez`)).status).toBe(200);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  first.child.kill('SIGTERM');
  expect(await first.ended()).toEqual({ code: 0, signal: null });

  const second = startServer(env);
  await second.prints('Stop with Ctrl-C');
  expect(second.output()).toContain(password!);
  const id = (made.data['createAccount'] as { account: { id: string } }).account.id;
  // Tokens are signed with a key of the database: they outlive a restart.
  const read = await post(
    url,
    { query: 'query ($id: ID!) { account(id: $id) { accountName } accounts { totalCount } }', variables: { id } },
    token,
  );
  expect(read.data).toEqual({ account: { accountName: 'Kept' }, accounts: { totalCount: 61 } });
  second.child.kill('SIGINT');
  second.child.kill('SIGINT');
  expect(await second.ended()).toEqual({ code: 0, signal: null });
});

test('a start that can not work says what to change and ends with 1', async () => {
  const unknown = startServer({ RELATA_DATA_DIR: dataDir, RELATA_MAX_DEPHT: '3', PORT: 'many' });
  expect((await unknown.ended()).code).toBe(1);
  expect(unknown.output()).toContain('RELATA_MAX_DEPTH');
  expect(unknown.output()).toContain('PORT');

  const unreachable = startServer({ DATABASE_URL: `postgres://nobody:secret-word@127.0.0.1:${await freePort()}/none`, PORT: '0' });
  expect((await unreachable.ended()).code).toBe(1);
  expect(unreachable.output()).toContain('DATABASE_URL');
  expect(unreachable.output()).not.toContain('secret-word');
});

test('a port that is in use is reported before the database is started, migrated or filled', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  const empty = await mkdtemp(join(tmpdir(), 'relata-no-start-'));
  const database = await createBareDatabase();
  const client = new pg.Client({ connectionString: database.url });
  try {
    const external = { DATABASE_URL: database.url, RELATA_DEMO: 'on' };
    for (const settings of [{}, external]) {
      const server = startServer({ RELATA_DATA_DIR: empty, PORT: String(port), ...settings });
      expect((await server.ended()).code).toBe(1);
      // nothing else: no line of the log, no demo organization
      expect(server.output()).toBe(`Port ${port} on 127.0.0.1 is in use. Stop what listens there, or set PORT to another one.\n`);
    }
    expect(await readdir(empty)).toEqual([]);
    await client.connect();
    const { rows } = await client.query("SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$|public$)'");
    expect(rows).toEqual([]);
    expect((await client.query("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace")).rowCount).toBe(0);
  } finally {
    await client.end();
    await database.drop();
    await rm(empty, { recursive: true });
    other.close();
  }
});

test('a request that is under way when the server is told to stop is still answered', async () => {
  const port = await freePort();
  const server = startServer({ RELATA_DATA_DIR: dataDir, PORT: String(port) });
  await server.prints('Stop with Ctrl-C');
  const [, email] = /Sign in\s+(\S+)/.exec(server.output())!;
  const body = JSON.stringify({ query: `mutation { signIn(email: "${email!}", password: "wrong") { token } }` });
  const slow = request({
    port,
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' },
  });
  slow.flushHeaders();
  // The server has the request, and waits for its body.
  await once(slow, 'continue');
  server.child.kill('SIGTERM');
  slow.end(body);
  const [response] = (await once(slow, 'response')) as [IncomingMessage];
  expect(await json(response)).toMatchObject({ data: null, errors: [{ extensions: { code: 'SIGN_IN_FAILED' } }] });
  expect((await server.ended()).code).toBe(0);
});

/** Starts `npm start`'s script with a port that is none. @returns whether memory settings were there, each time that the process began */
async function beginnings(stdio: StdioOptions, env: Readonly<Record<string, string>> = {}): Promise<boolean[]> {
  const probe = `data:text/javascript,console.log('begins', 'MALLOC_MMAP_THRESHOLD_' in process.env)`;
  const child = spawn(process.execPath, ['--import', probe, join(root, 'server/tools/start.mjs')], {
    cwd: root,
    stdio,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: 'none', ...env },
  });
  const [output] = await Promise.all([text(child.stdout!), once(child, 'exit')]);
  expect(child.exitCode).toBe(1);
  return [...output.matchAll(/^begins (\w+)$/gm)].map(([, is]) => is === 'true');
}

const onLinux = process.platform === 'linux' ? test : test.skip;
if (process.platform !== 'linux') console.log('skipped: what glibc is told when a server begins, as this is not Linux');

onLinux('the process begins anew with what glibc is told, unless somebody has told it already', async () => {
  const piped: StdioOptions = ['ignore', 'pipe', 'pipe'];
  expect(await beginnings(piped)).toEqual([false, true]);
  expect(await beginnings(piped, { MALLOC_MMAP_THRESHOLD_: '4096' })).toEqual([true]);
  // A channel to whoever started it would be lost.
  expect(await beginnings([...piped, 'ipc'])).toEqual([false]);
});
