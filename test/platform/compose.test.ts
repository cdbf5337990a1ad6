import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
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
}, 60_000);
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
  const { shutdownTimeoutMs } = readConfig(one!.environment);
  expect(parseInt(one!['stop_grace_period'] as string) * 1000).toBeGreaterThan(shutdownTimeoutMs);
  for (const service of [database, migrate, proxy, tool, one]) {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  }
  // Only the proxy is reached from outside, and it does not reach the database.
  expect(Object.entries(compose.services).flatMap(([name, { ports }]) => (ports ? [name] : []))).toEqual(['proxy']);
  expect(proxy).toMatchObject({ ports: ['127.0.0.1:4000:8080'], networks: ['web'] });
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
  let proxy: ChildProcess | undefined;
  try {
    const ports = [await freePort(), await freePort()];
    for (const [index, name] of ['server-1', 'server-2'].entries()) {
      servers.push(startServer({ ...environmentOf(name), PORT: String(ports[index]) }));
    }
    await Promise.all(servers.map((server) => server.prints('Stop with Ctrl-C')));
    const direct = ports.map((port) => `http://127.0.0.1:${port}`);
    for (const url of direct) expect((await fetch(`${url}/readyz`)).status).toBe(200);
    await expectWalls();

    const token = await signIn(direct[0]!, password!);
    const made = await post(direct[1]!, 'mutation { createAccount(input: { accountName: "Shared" }) { account { id } } }', token);
    const { id } = (made['createAccount'] as { account: { id: string } }).account;
    expect(await post(direct[0]!, `{ account(id: "${id}") { accountName } }`, token)).toEqual({ account: { accountName: 'Shared' } });

    if (spawnSync('nginx', ['-v']).status !== 0) return console.warn('left out: the proxy; nginx is not here.');
    const port = await freePort();
    const file = await proxyConfig(port, ports);
    const check = spawnSync('nginx', ['-t', '-c', file, '-p', folder], { encoding: 'utf8' });
    expect([check.status, check.stderr]).toEqual([0, expect.stringContaining('test is successful')]);
    proxy = spawn('nginx', ['-c', file, '-p', folder, '-g', 'daemon off;'], { stdio: 'ignore' });
    const url = `http://127.0.0.1:${port}`;
    await answers(url);
    const through = await signIn(url, password!);
    for (let round = 0; round < 8; round++)
      expect(await post(url, '{ accounts { nodes { accountName } } }', through)).toEqual({
        accounts: { nodes: [{ accountName: 'Shared' }] },
      });

    // One goes, in peace, while people ask; nobody notices.
    const stopped = servers[0]!;
    stopped.child.kill('SIGTERM');
    for (let round = 0; round < 20; round++) {
      const read = await post(url, '{ accounts { totalCount } }', through);
      expect(read).toEqual({ accounts: { totalCount: 1 } });
    }
    expect(await stopped.ended()).toEqual({ code: 0, signal: null });
    const written = await post(url, 'mutation { createAccount(input: { accountName: "Later" }) { account { version } } }', through);
    expect(written).toEqual({ createAccount: { account: { version: 1 } } });
  } finally {
    if (proxy) {
      const gone = new Promise((resolve) => proxy!.once('exit', resolve));
      proxy.kill('SIGQUIT');
      await gone;
    }
    for (const server of servers) server.child.kill('SIGTERM');
    await Promise.all(servers.map((server) => server.ended()));
  }
}, 120_000);

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

async function proxyConfig(port: number, servers: readonly number[]): Promise<string> {
  const file = join(folder, 'nginx.conf');
  const content = compose.configs['proxy']!.content.replaceAll('/tmp/', `${folder}/`)
    .replace('listen 8080;', `listen 127.0.0.1:${port};`)
    .replace('worker_processes auto;', 'worker_processes 1;')
    .replace('server-1:4000', `127.0.0.1:${servers[0]}`)
    .replace('server-2:4000', `127.0.0.1:${servers[1]}`);
  expect(content).not.toMatch(/server-\d|8080|\$\$/);
  await writeFile(file, content);
  return file;
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const response = await fetch(`${url}/livez`).catch(() => null);
    if (response?.ok) return;
    if (attempt === 1000) throw new Error(`${url} does not answer.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

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
