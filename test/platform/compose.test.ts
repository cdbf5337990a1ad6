import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { parse } from 'yaml';
import { configReference, readConfig } from '../../server/config.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/platform/embedded-postgres/embedded-postgres.js';
import { compiled, freePort, startServer, type ServerProcess } from '../support/server-process.js';

interface Service {
  readonly environment?: Record<string, string>;
  readonly command?: string[];
  readonly entrypoint?: string[];
  readonly build?: { readonly dockerfile_inline: string };
  readonly [key: string]: unknown;
}
interface Compose {
  readonly services: Record<string, Service>;
  readonly configs: Record<string, { readonly content: string }>;
  readonly volumes: object;
  readonly networks: Record<string, { internal?: boolean } | null>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const passwords = { POSTGRES_PASSWORD: 'a1', OWNER_PASSWORD: 'b2', APP_PASSWORD: 'c3', SYSTEM_PASSWORD: 'd4' };
let text: string;
let compose: Compose;
let folder: string;
let postgres: EmbeddedPostgres;

/** A cluster that knows nothing of us but an empty database called relata: what the image of PostgreSQL makes. */
beforeAll(async () => {
  text = await readFile(join(root, 'docker-compose.yml'), 'utf8');
  compose = read(passwords);
  folder = await mkdtemp(join(tmpdir(), 'relata-compose-'));
  await chmod(folder, 0o777);
  postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data') });
  const url = new URL(postgres.superuserUrl);
  url.pathname = '/relata';
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  await client.query(compose.configs['roles']!.content).finally(() => client.end());
});
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

/** As Compose reads it: variables put in, `$$` a dollar. */
function read(env: Readonly<Record<string, string>>): Compose {
  const fill = (value: string): string =>
    value.replace(/\$(?:\$|\{(\w+)(?::([-?])([^}]*))?\})/g, (whole, name: string | undefined, kind: string | undefined, rest: string) => {
      if (whole === '$$') return '$';
      if (env[name!]) return env[name!]!;
      if (kind === '-') return rest;
      throw new Error(`${name!}: ${rest}`);
    });
  const walk = (node: unknown): unknown => {
    if (typeof node === 'string') return fill(node);
    if (Array.isArray(node)) return node.map(walk);
    return node && typeof node === 'object' ? Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)])) : node;
  };
  return walk(parse(text, { merge: true })) as Compose;
}

/** A server's environment as the file has it, its database where ours is. */
const environmentOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(compose.services[name]!.environment!).map(([key, value]) => [
      key,
      value.replace('@database:5432/', `@127.0.0.1:${postgres.port}/`),
    ]),
  );

test('no password stands in the file, and none has a default', () => {
  for (const name of Object.keys(passwords)) {
    const { [name as keyof typeof passwords]: _, ...rest } = passwords;
    expect(() => read(rest)).toThrow(`${name}: put it into .env`);
  }
  const used = [...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name!);
  expect([...new Set(used)].sort()).toEqual(['LISTEN', 'PROXIES', 'PUBLIC_URL', ...Object.keys(passwords)].sort());
  expect(text.match(/:\/\/\w+:(?!\$\{)[^@\s]+@/g)).toBeNull();
});

test('the servers understand every setting they are given', () => {
  const known = configReference().map(({ name }) => name);
  for (const name of ['migrate', 'server-1', 'server-2', 'tool']) {
    const environment = compose.services[name]!.environment!;
    expect(Object.values(environment).filter((value) => typeof value !== 'string')).toEqual([]);
    expect(Object.keys(environment).filter((key) => !known.includes(key))).toEqual([]);
    const config = readConfig(environment);
    expect(config).toMatchObject({ host: '0.0.0.0', port: 4000, demo: false, edge: { trustProxy: 1, takesAnyAddress: true } });
    expect(config.database).toMatchObject({ kind: 'external', roles: { appUrl: expect.stringContaining('relata_app:c3@') } });
  }
});

test('two servers wait for one migration, stop in peace, and have no more rights than they need', async () => {
  const { database, migrate, proxy, tool, 'server-1': one, 'server-2': two } = compose.services;
  expect(one).toEqual(two);
  expect(one).toMatchObject({ depends_on: { migrate: { condition: 'service_completed_successfully' } }, restart: 'unless-stopped' });
  expect(migrate).toMatchObject({ depends_on: { database: { condition: 'service_healthy' } }, restart: 'no' });
  expect(JSON.stringify(one!['healthcheck'])).toContain('/readyz');
  const { shutdownTimeoutMs, drainTimeoutMs } = readConfig(one!.environment);
  expect(drainTimeoutMs).toBeGreaterThan(0);
  expect(parseInt(one!['stop_grace_period'] as string) * 1000).toBeGreaterThan(shutdownTimeoutMs);
  for (const service of [database, migrate, proxy, tool, one]) {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  }
  // Only the proxy is reached from outside, and it does not reach the database.
  expect(Object.entries(compose.services).flatMap(([name, { ports }]) => (ports ? [name] : []))).toEqual(['proxy']);
  expect(proxy).toMatchObject({ ports: ['127.0.0.1:4000:8080'], networks: ['web'], user: '99:99', stop_signal: 'SIGUSR1' });
  // A restart of a server must not restart the proxy.
  expect(JSON.stringify(proxy!['depends_on'])).not.toContain('"restart"');
  expect(database).toMatchObject({ networks: ['data'], volumes: ['database:/var/lib/postgresql'] });
  expect(compose.networks['data']).toEqual({ internal: true });
  for (const { depends_on: needs = {}, configs = [] } of Object.values(compose.services) as { depends_on?: object; configs?: any[] }[]) {
    expect(Object.keys(needs).filter((name) => !(name in compose.services))).toEqual([]);
    expect(configs.filter(({ source }) => !(source in compose.configs))).toEqual([]);
  }

  // What the image copies is there, and what it runs is built from there.
  const { dockerfile_inline: dockerfile } = migrate!.build!;
  for (const [, from] of dockerfile.matchAll(/^COPY (.+) \S+$/gm)) {
    for (const path of from!.split(' ')) expect(execFileSync('git', ['ls-files', path], { cwd: root }).length).toBeGreaterThan(0);
  }
  for (const [, path] of (dockerfile + migrate!.command!.join(' ')).matchAll(/build\/(server\/[\w/-]+)\.js/g))
    expect(await readFile(join(root, `${path!}.ts`), 'utf8')).not.toBe('');
});

test('every service has limits of memory, processes and logs, and images have a stated policy', () => {
  for (const [name, service] of Object.entries(compose.services)) {
    expect([name, service['mem_limit'], service['pids_limit'], service['logging']]).toEqual([
      name,
      expect.stringMatching(/^\d+[mg]$/),
      expect.any(Number),
      { driver: 'local', options: { 'max-size': '20m', 'max-file': '5' } },
    ]);
    // A version at least, never `latest`; our own is built here.
    expect([name, service['image']]).toEqual([name, expect.stringMatching(/^(relata|[a-z]+:\d[\w.-]*)$/)]);
  }
  expect(text).toMatch(/# Images are named by version, not by digest: [^]*?RepoDigests/);
});

test('the proxy limits heads, bodies and the connections of a caller, and says so where it can', async () => {
  if (!hasProxy()) return console.warn('left out: the proxy; haproxy is not here.');
  const server = await startRecorder();
  const [proxy, behind] = [await startProxy([server.port, server.port]), await startProxy([server.port, server.port], { PROXIES: '2' })];
  const held: Socket[] = [];
  try {
    for (const { url } of [proxy, behind]) await answers(`${url}/livez`);
    await expect(ask(proxy.url, 'GET', '/graphql', { 'x-long': 'x'.repeat(20_000) }).end()).rejects.toThrow(/^400 /);
    await expect(ask(proxy.url, 'PUT', '/uploads/1', { 'content-length': String(1024 ** 3 + 1) }).answer).rejects.toThrow(
      /^413 \{"errors":/,
    );

    const open = async (to: Proxy, text = ''): Promise<Socket> => {
      const socket = connect(Number(new URL(to.url).port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(text);
      held.push(socket);
      if (!socket.readyState.includes('open')) await once(socket, 'connect');
      return socket;
    };
    // All that one address may have, with nothing sent; one more is closed, and has room when others have gone.
    for (let count = 0; count < 200; count++) await open(proxy);
    await until(() =>
      ask(proxy.url, 'GET', '/graphql', {})
        .end()
        .then(
          () => false,
          () => true,
        ),
    );
    for (const socket of held.splice(0)) socket.destroy();
    await until(() =>
      ask(proxy.url, 'GET', '/graphql', {})
        .end()
        .then(
          () => true,
          () => false,
        ),
    );

    // Behind another proxy it is the callers of that one that are counted.
    const unfinished = (address: string) =>
      `POST /graphql HTTP/1.1\r\nhost: a\r\nx-forwarded-for: ${address}\r\ncontent-length: 9\r\n\r\nx`;
    for (let count = 0; count < 200; count++) await open(behind, unfinished('203.0.113.1'));
    const from = (address: string) => ask(behind.url, 'GET', '/graphql', { 'x-forwarded-for': address }).end();
    await until(() =>
      from('203.0.113.1').then(
        () => false,
        (error: unknown) => /503 \{"errors":.*"BUSY"/.test(String(error)),
      ),
    );
    expect(await from('203.0.113.2')).toContain('203.0.113.2');
  } finally {
    for (const socket of held) socket.destroy();
    await proxy.stop();
    await behind.stop();
    await server.stop();
  }
});

test('Docker Compose itself takes the file', () => {
  const options = { cwd: root, encoding: 'utf8', env: { ...process.env, ...passwords } } as const;
  if (spawnSync('docker', ['compose', 'version'], options).status !== 0)
    return console.warn('left out: docker compose config; the plugin is not here.');
  const { status, stderr } = spawnSync('docker', ['compose', '--file', 'docker-compose.yml', 'config', '--quiet'], options);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('with the three logins of the file a team is set up, and two servers behind the proxy agree', async () => {
  const tool = (name: string, ...args: string[]) =>
    execFileSync(process.execPath, [compiled(`tools/${name}`), ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...inherited(), ...environmentOf('tool') },
    });
  expect(tool('migrate')).toContain('migration');
  expect(tool('migrate')).toContain('up to date');
  const person = ['--last-name', 'Curie', '--email', 'marie@example.com', '--generate-password'];
  const printed = tool('setup', '--name', 'Acme', '--currency', 'EUR', '--time-zone', 'UTC', '--language', 'en', ...person);
  const [, password] = /[Pp]assword:?\s+(\S+)/.exec(printed)!;

  const servers: ServerProcess[] = [];
  let proxy: Proxy | undefined;
  try {
    const ports = [await freePort(), await freePort()];
    for (const [index, name] of ['server-1', 'server-2'].entries()) {
      servers.push(startServer({ ...environmentOf(name), PORT: String(ports[index]) }));
    }
    await Promise.all(servers.map((server) => server.prints('Stop with Ctrl-C')));
    const direct = ports.map((port) => `http://127.0.0.1:${port}`);
    await Promise.all(direct.map((url) => answers(`${url}/readyz`)));
    await expectWalls();

    const token = await signIn(direct[0]!, password!);
    const made = await post(direct[1]!, 'mutation { createAccount(input: { accountName: "Shared" }) { account { id } } }', token);
    const { id } = (made['createAccount'] as { account: { id: string } }).account;
    expect(await post(direct[0]!, `{ account(id: "${id}") { accountName } }`, token)).toEqual({ account: { accountName: 'Shared' } });

    if (!hasProxy()) return console.warn('left out: the proxy; haproxy is not here.');
    proxy = await startProxy(ports);
    const { url } = proxy;
    await answers(`${url}/livez`);
    const through = await signIn(url, password!);
    for (let round = 0; round < 8; round++)
      expect(await post(url, '{ accounts { nodes { accountName } } }', through)).toEqual({
        accounts: { nodes: [{ accountName: 'Shared' }] },
      });

    // The server's own limit speaks, through the proxy as well, whatever the client is still sending.
    const tooLarge = ' '.repeat(6 * 1024 * 1024);
    for (const to of [url, direct[0]!, url, direct[1]!, url])
      for (const [authorization, limit] of [
        [`Bearer ${through}`, 4_194_304],
        ['', 65_536],
      ] as const)
        await expect(ask(to, 'POST', '/graphql', { 'content-type': 'application/json', authorization }).end(tooLarge)).rejects.toThrow(
          new RegExp(`^413 \\{"errors":.*larger than ${limit} bytes`),
        );
    // Answers come compressed, except those that hold a token.
    const encodingOf = async (query: string, token?: string) =>
      (
        await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip', ...(token && { authorization: `Bearer ${token}` }) },
          body: JSON.stringify({ query }),
        })
      ).headers.get('content-encoding');
    expect(await encodingOf('{ __schema { types { name description } } }', through)).toBe('gzip');
    const repeated = Array.from({ length: 15 }, (_, index) => `t${index}: token`).join(' ');
    expect(
      await encodingOf(`mutation { signIn(email: "marie@example.com", password: ${JSON.stringify(password)}) { ${repeated} } }`),
    ).toBeNull();

    // One restarts while people read and write, and the other as soon as the first one is back: nobody notices.
    const load = startLoad(url, through);
    for (const [index, name] of ['server-1', 'server-2'].entries()) {
      await load.answers(20);
      const stopped = servers[index]!;
      stopped.child.kill('SIGTERM');
      await load.answers(20);
      expect(await stopped.ended()).toEqual({ code: 0, signal: null });
      expect(stopped.output()).toContain('server.drained');
      await load.answers(20);
      const started = startServer({ ...environmentOf(name), PORT: String(ports[index]) });
      servers[index] = started;
      await started.prints('Stop with Ctrl-C');
    }
    await load.answers(20);
    const { failures, written } = await load.stop();
    expect(failures).toEqual([]);
    expect(await namesOfLoad()).toEqual(written.sort());

    // One stops for good.
    servers[0]!.child.kill('SIGTERM');
    expect(await servers[0]!.ended()).toEqual({ code: 0, signal: null });
    const after = await post(url, 'mutation { createAccount(input: { accountName: "Later" }) { account { version } } }', through);
    expect(after).toEqual({ createAccount: { account: { version: 1 } } });
    expect(await post(url, '{ accounts { totalCount } }', through)).toEqual({ accounts: { totalCount: written.length + 2 } });
  } finally {
    // The servers first: they stop when the proxy has seen that they shut down.
    for (const server of servers) server.child.kill('SIGTERM');
    await Promise.all(servers.map((server) => server.ended()));
    await proxy?.stop();
  }
});

test('the proxy passes requests on as the servers need them, and sends none to a server that shuts down', async () => {
  if (!hasProxy()) return console.warn('left out: the proxy; haproxy is not here.');
  const servers = await Promise.all([startRecorder(), startRecorder()]);
  const proxy = await startProxy(servers.map(({ port }) => port));
  try {
    await answers(`${proxy.url}/livez`);
    const asked = {
      host: 'crm.example.com:8443',
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-host': 'other.example.com',
      'x-forwarded-proto': 'https',
    };
    const seen = JSON.parse(await ask(proxy.url, 'GET', '/graphql', asked).end()) as IncomingHttpHeaders;
    expect(seen).toMatchObject({
      host: 'crm.example.com:8443',
      'x-forwarded-for': '203.0.113.7, 127.0.0.1',
      'x-forwarded-host': 'crm.example.com:8443',
      'x-forwarded-proto': 'http',
      connection: 'close',
    });

    // The first part of a file arrives before the second one is sent.
    const upload = ask(proxy.url, 'PUT', '/uploads/1', {});
    upload.write('first');
    await until(() => servers.some(({ received }) => received.join('') === 'first'));
    expect(await upload.end('second')).toBe('11 bytes');
    // Only the servers limit the size of a body.
    expect(await ask(proxy.url, 'POST', '/uploads/2', {}).end('x'.repeat(6 * 1024 * 1024))).toBe(`${6 * 1024 * 1024} bytes`);

    const [one, two] = servers;
    const requestsOf = async (server: Recorder) => {
      const before = server.requests;
      for (let round = 0; round < 6; round++) await ask(proxy.url, 'GET', '/graphql', {}).end();
      return server.requests - before;
    };
    // A server with trouble answers for itself.
    one.state = 'the database does not answer in time';
    let { checks } = one;
    await until(() => one.checks >= checks + 5);
    expect(await requestsOf(one)).toBe(3);
    // One that shuts down gets nothing more from the second check on, also while many ask.
    let isOver = false;
    const crowd = Array.from({ length: 8 }, async () => {
      while (!isOver) await ask(proxy.url, 'GET', '/graphql', {}).end();
    });
    one.state = 'shutting down';
    ({ checks } = one);
    await until(() => one.checks >= checks + 5);
    isOver = true;
    await Promise.all(crowd);
    expect(one.requests).toBe(one.requestsAtChecks[checks + 1]);
    expect(await requestsOf(two)).toBe(6);
    // Until there is another one: it still answers.
    two.state = 'shutting down';
    ({ checks } = two);
    await until(() => two.checks >= checks + 2);
    expect(await requestsOf(one)).toBe(3);
    one.state = null;
    await until(async () => (await requestsOf(one)) === 6);
  } finally {
    await proxy.stop();
    for (const server of servers) await server.stop();
  }
});

const inherited = (): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _, TEST_DATABASE_URL: __, ...rest } = process.env;
  return { ...rest, NODE_OPTIONS: '' };
};

/** Each login can do its part and nothing of the others'. */
async function expectWalls(): Promise<void> {
  const { RELATA_DATABASE_APP_URL: app, RELATA_DATABASE_SYSTEM_URL: system } = environmentOf('server-1');
  const tried = async (url: string, sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client
      .query(sql)
      .then(
        ({ rowCount }) => rowCount,
        (error: unknown) => (error as { code: string }).code,
      )
      .finally(() => client.end());
  };
  expect(await tried(app!, 'SELECT FROM organization')).toBe(0);
  expect(await tried(system!, 'SELECT FROM organization')).toBe(1);
  expect(await tried(app!, 'SELECT FROM credential')).toBe('42501');
  for (const url of [app!, system!]) {
    expect(await tried(url, 'CREATE TABLE mine (id int)')).toBe('42501');
    expect(await tried(url, 'CREATE ROLE mine')).toBe('42501');
    expect(await tried(url, 'ALTER TABLE account DISABLE ROW LEVEL SECURITY')).toBe('42501');
    expect(await tried(url, 'DELETE FROM change')).toBe('42501');
  }
  expect(await tried(app!, 'SET ROLE crm_system')).toBe('42501');
}

const hasProxy = (): boolean => spawnSync('haproxy', ['-v']).status === 0;

interface Proxy {
  readonly url: string;
  stop(): Promise<void>;
}

/** The proxy as Compose runs it, its port and those of the servers replaced. */
async function startProxy(servers: readonly number[], env: Readonly<Record<string, string>> = {}): Promise<Proxy> {
  const port = await freePort();
  const file = join(folder, `${port}.cfg`);
  const content = read({ ...passwords, ...env })
    .configs['proxy']!.content.replace('bind :8080', `bind 127.0.0.1:${port}`)
    .replaceAll('server-1:4000', `127.0.0.1:${servers[0]}`)
    .replaceAll('server-2:4000', `127.0.0.1:${servers[1]}`);
  expect(content).not.toMatch(/:4000|:8080|\$/);
  await writeFile(file, content);
  const { entrypoint, configs } = compose.services['proxy']!;
  const [{ target }] = configs as [{ target: string }];
  const [command, ...args] = entrypoint!.map((part) => (part === target ? file : part)) as [string, ...string[]];
  expect(args).toContain(file);
  const { status, stderr } = spawnSync(command, ['-c', ...args], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const child: ChildProcess = spawn(command, args, { stdio: 'ignore' });
  const ended = once(child, 'exit');
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGUSR1');
      await ended;
    },
  };
}

interface Recorder {
  readonly port: number;
  /** Why it is not ready; null when it is. */
  state: string | null;
  readonly checks: number;
  /** Other requests, altogether and at the time of each check. */
  readonly requests: number;
  readonly requestsAtChecks: readonly number[];
  /** Parts of the uploads, as they arrive. */
  readonly received: readonly string[];
  stop(): Promise<void>;
}

/** Stands in for a server behind the proxy and answers with the headers of the request, or with the size of its body. */
async function startRecorder(): Promise<Recorder> {
  const recorder = {
    port: await freePort(),
    state: null as string | null,
    checks: 0,
    requests: 0,
    requestsAtChecks: [] as number[],
    received: [] as string[],
  };
  const server = createServer((incoming, response) => {
    if (incoming.url === '/readyz') {
      recorder.requestsAtChecks[recorder.checks++] = recorder.requests;
      return response.writeHead(recorder.state ? 503 : 200).end(`${recorder.state ?? 'ok'}\n`);
    }
    recorder.requests++;
    let bytes = 0;
    incoming.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      recorder.received.push(chunk.toString());
    });
    incoming.on('end', () => response.end(bytes > 0 ? `${bytes} bytes` : JSON.stringify(incoming.headers)));
  });
  server.listen(recorder.port, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(recorder, {
    async stop() {
      server.close();
      await once(server, 'close');
    },
  });
}

/** A request on a connection of its own; `end` sends the last part and resolves with the body of the answer. */
function ask(url: string, method: string, path: string, headers: Record<string, string>) {
  const outgoing = request(`${url}${path}`, { method, headers, agent: false });
  const answer = new Promise<string>((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => (response.statusCode === 200 ? resolve(text) : reject(new Error(`${response.statusCode} ${text}`))));
    });
  });
  return {
    get answer() {
      outgoing.flushHeaders();
      return answer;
    },
    write: (part: string) => void outgoing.write(part),
    end: (part?: string) => {
      outgoing.end(part);
      return answer;
    },
  };
}

/** Readers and writers, one request of each at a time, until they are stopped. */
function startLoad(url: string, token: string) {
  const failures: string[] = [];
  const written: string[] = [];
  let count = 0;
  let isOver = false;
  const person = async (number: number): Promise<void> => {
    for (let round = 0; !isOver; round++) {
      const name = `Load ${number}.${round}`;
      const isWrite = (number + round) % 2 === 0;
      const query = isWrite
        ? `mutation { createAccount(input: { accountName: "${name}" }) { account { accountName } } }`
        : '{ accounts(first: 1) { totalCount } }';
      await post(url, query, token).then(
        () => isWrite && written.push(name),
        (error: unknown) => failures.push(`${query}: ${String(error)}`),
      );
      count++;
    }
  };
  const people = Array.from({ length: 8 }, (_, number) => person(number));
  return {
    /** Waits for further answers. */
    async answers(further: number) {
      const wanted = count + further;
      await until(() => count >= wanted);
    },
    async stop() {
      isOver = true;
      await Promise.all(people);
      return { failures, written };
    },
  };
}

/** The accounts that the load made, as they are in the database. */
async function namesOfLoad(): Promise<string[]> {
  const url = new URL(postgres.superuserUrl);
  url.pathname = '/relata';
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  const { rows } = await client
    .query<{ name: string }>("SELECT account_name AS name FROM account WHERE account_name LIKE 'Load %'")
    .finally(() => client.end());
  return rows.map(({ name }) => name).sort();
}

/** Waits until `isSo`, at most a minute. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await isSo()); await sleep(20))
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${isSo.toString()}.`);
}

const answers = (url: string): Promise<void> =>
  until(() =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ),
  );

async function post(url: string, query: string, token?: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  if (!text.startsWith('{')) throw new Error(`${response.status} ${text}`);
  const { data, errors } = JSON.parse(text) as { data: Record<string, unknown>; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function signIn(url: string, password: string): Promise<string> {
  const data = await post(url, `mutation { signIn(email: "marie@example.com", password: ${JSON.stringify(password)}) { token } }`);
  return (data['signIn'] as { token: string }).token;
}
