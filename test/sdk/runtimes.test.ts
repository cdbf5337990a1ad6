import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import { freePort } from '../support/server-process.js';
import { listeningServer, type ListeningServer } from './support/listening-server.js';

const execute = promisify(execFile);
const folder = fileURLToPath(new URL('../runtimes/', import.meta.url));
const packages = join(folder, 'node_modules');

/** Where a runtime's program is, once `npm ci --ignore-scripts` has run in test/runtimes; SDK_RUNTIMES=install runs it. */
const programs = {
  'Node 20': 'node20/bin/node',
  'Node 22': 'node22/bin/node',
  Deno: '@deno/linux-x64-glibc/deno',
  Bun: '@oven/bun-linux-x64/bin/bun',
  workerd: '@cloudflare/workerd-linux-64/bin/workerd',
} as const;
const programOf = (runtime: keyof typeof programs): string => join(packages, programs[runtime]);
const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

let server: ListeningServer;
let scratch: string;
beforeAll(async () => {
  if (process.env['SDK_RUNTIMES'] === 'install' && !existsSync(packages))
    await execute('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  scratch = await mkdtemp(join(tmpdir(), 'relata-runtimes-'));
  const edge = { trustProxy: 0, hosts: [], takesAnyAddress: false, origins: ['loopback'] };
  server = await listeningServer({ config: { edge } });
});
afterAll(async () => {
  await server.crm.close();
  await rm(scratch, { recursive: true, force: true });
});

/** The smoke file with the SDK in one text, and what runs it behind. */
async function bundle(name: string, ending: string): Promise<string> {
  const { email, password } = server.company.chief;
  const goneUrl = `http://127.0.0.1:${await freePort()}/graphql`;
  const { outputFiles } = await build({
    stdin: { contents: `import { smoke } from './smoke.ts';\n${ending}`, resolveDir: folder },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    define: { SMOKE: JSON.stringify({ url: server.url, goneUrl, email, password, name }) },
    write: false,
  });
  return outputFiles[0]!.text;
}

const wanted = () => ({
  made: 3,
  owner: server.company.chief.email,
  total: 3,
  walked: [' 1', ' 2', ' 3'],
  person: 'Lead',
  conflict: 1,
  aborted: 'enough',
  gone: 'NO_ANSWER',
  renewed: [true, true],
  attempts: 1,
});

/** Whether a runtime is here; says so where it is not. */
function isHere(runtime: string, path: string | undefined): boolean {
  const found = path !== undefined && existsSync(path);
  if (!found)
    process.stdout.write(`Left out: the SDK on ${runtime}, which is not here; SDK_RUNTIMES=install brings those of test/runtimes.\n`);
  return found;
}

const printing = 'console.log(JSON.stringify(await smoke()));';

test.each([
  [`Node ${process.versions.node.split('.')[0]!}`, process.execPath, []],
  ['Node 20', programOf('Node 20'), []],
  ['Node 22', programOf('Node 22'), []],
  ['Deno', programOf('Deno'), ['run', '--allow-net', '--no-config']],
  ['Bun', programOf('Bun'), ['run']],
] as const)('the SDK works on %s', async (runtime, program, args) => {
  if (!isHere(runtime, program)) return;
  const file = join(scratch, `${runtime.replace(' ', '')}.mjs`);
  writeFileSync(file, await bundle(runtime, printing));
  const env = { PATH: process.env['PATH'], HOME: scratch, DENO_DIR: scratch, NO_COLOR: '1' };
  const { stdout } = await execute(program, [...args, file], { cwd: scratch, env, timeout: 60_000 });
  expect(JSON.parse(stdout)).toEqual(wanted());
});

test('the SDK works on workerd', async () => {
  const program = programOf('workerd');
  if (!isHere('workerd', program)) return;
  const port = await freePort();
  const ending = 'export default { fetch: async () => Response.json(await smoke()) };';
  writeFileSync(join(scratch, 'worker.mjs'), await bundle('workerd', ending));
  const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (modules = [(name = "worker", esModule = embed "worker.mjs")], compatibilityDate = "2026-01-01")),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);`;
  writeFileSync(join(scratch, 'config.capnp'), config);
  const running = execFile(program, ['serve', 'config.capnp'], { cwd: scratch });
  let said = '';
  running.stderr!.on('data', (chunk: string) => (said += chunk));
  try {
    const ask = async (left: number): Promise<Response> => {
      try {
        return await fetch(`http://127.0.0.1:${port}/`);
      } catch (error) {
        if (left === 0) throw new Error(`workerd does not answer: ${said}`, { cause: error });
        await new Promise((resolve) => setTimeout(resolve, 100));
        return ask(left - 1);
      }
    };
    const text = await (await ask(100)).text();
    // As text, so that a failure shows whatever came, and what workerd said to it.
    expect({ said, text }).toEqual({ said: expect.any(String), text: JSON.stringify(wanted()) });
  } finally {
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGKILL');
    await ended;
  }
});

/** What React Native and browsers of some years ago lack. */
const withoutNews = `delete AbortSignal.timeout;
delete AbortSignal.any;
delete AbortSignal.prototype.throwIfAborted;
Object.defineProperty(globalThis, 'crypto', { value: undefined });
`;

test('the SDK works where there is no AbortSignal.timeout, no AbortSignal.any and no crypto', async () => {
  const file = join(scratch, 'without-news.mjs');
  writeFileSync(file, await bundle('Without', withoutNews + printing));
  const { stdout } = await execute(process.execPath, [file], { cwd: scratch, timeout: 60_000 });
  expect(JSON.parse(stdout)).toEqual(wanted());
});

/** A page with a script on an origin of its own, in a browser. */
async function openPage(
  script: string,
): Promise<AsyncDisposable & { readonly page: Page; readonly origin: string; another(): Promise<Page> }> {
  const port = await freePort();
  const pages = createServer((request, response) => {
    const isScript = request.url === '/script.js';
    response
      .writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' })
      .end(isScript ? script : '<script type="module" src="/script.js"></script>');
  });
  await new Promise<void>((resolve) => pages.listen(port, '127.0.0.1', resolve));
  const window = await chromium.launch({ executablePath: browser!, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  const tabs = await window.newContext();
  const origin = `http://127.0.0.1:${port}`;
  const another = async () => {
    const page = await tabs.newPage();
    await page.goto(origin, { waitUntil: 'load' });
    return page;
  };
  return {
    page: await another(),
    origin,
    another,
    async [Symbol.asyncDispose]() {
      await window.close();
      pages.closeAllConnections();
      await new Promise((resolve) => pages.close(resolve));
    },
  };
}

test('the SDK works in a browser, and in one of some years ago', async () => {
  if (!isHere('a browser', browser)) return;
  for (const [name, before] of [
    ['Browser', ''],
    ['Old browser', withoutNews],
  ] as const) {
    await using opened = await openPage(await bundle(name, `${before}globalThis.smoke = smoke;`));
    expect(await opened.page.evaluate('smoke()')).toEqual(wanted());
  }
});

test('in a browser, an error tells a server that may not allow the origin from one that is not there', async () => {
  if (!isHere('a browser', browser)) return;
  await using closed = await listeningServer({ config: { edge: { trustProxy: 0, hosts: [], takesAnyAddress: false, origins: [] } } });
  // Answers everybody, from its third connection on.
  let connections = 0;
  const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'content-type': 'application/json' };
  const restarted = createServer((request, response) => {
    if (request.method !== 'HEAD' && ++connections < 3) return void response.destroy();
    return void response.writeHead(200, cors).end(JSON.stringify({ data: { viewer: { isAdministrator: true } } }));
  });
  await new Promise<void>((resolve) => restarted.listen(0, '127.0.0.1', resolve));
  const restartedUrl = `http://127.0.0.1:${(restarted.address() as AddressInfo).port}/graphql`;
  const asking = `import { createClient, viewer } from '../../sdk/src/index.js';
    globalThis.ask = async (url) => {
      const attempts = [];
      const crm = createClient({ url, retries: 4, onRequest: ({ attempt }) => attempts.push(attempt) });
      const answer = await viewer(crm).catch(({ code, message }) => ({ code, message }));
      return { ...answer, attempts: attempts.length };
    };`;
  await using opened = await openPage(await bundle('Asking', asking));
  const { page, origin } = opened;
  const ask = (url: string) => page.evaluate(`ask(${JSON.stringify(url)})`);
  expect(await ask(closed.url)).toEqual({
    code: 'NO_ANSWER',
    message: expect.stringContaining(`may not allow the origin ${origin}`),
    attempts: 2,
  });
  const gone = `http://127.0.0.1:${await freePort()}/graphql`;
  expect(await ask(gone)).toEqual({ code: 'NO_ANSWER', message: expect.not.stringContaining('origin'), attempts: 5 });
  // Its own server says what it likes, and one that stumbles is asked again.
  expect(await ask(server.url)).toMatchObject({ code: 'UNAUTHENTICATED', attempts: 1 });
  expect(await ask(restartedUrl)).toMatchObject({ isAdministrator: true, attempts: 2 });
  expect(await ask(`${origin}/graphql`)).toMatchObject({ code: 'NOT_GRAPHQL', attempts: 1 });
  restarted.closeAllConnections();
  await new Promise((resolve) => restarted.close(resolve));
});

test('in a browser, tabs share a session: one refreshes it, and when one signs out all are told', async () => {
  if (!isHere('a browser', browser)) return;
  const script = `import { createClient, createSession, viewer } from '../../sdk/src/index.js';
    const told = [];
    const session = createSession({ url: SMOKE.url, storage: localStorage, onTokens: (tokens) => told.push(tokens) });
    const crm = createClient({ url: SMOKE.url, auth: session.auth });
    Object.assign(globalThis, {
      told,
      session,
      signIn: () => session.signIn({ email: SMOKE.email, password: SMOKE.password }),
      ask: () => Promise.all([1, 2, 3].map(() => viewer(crm).then((one) => one.isAdministrator, ({ code }) => code))),
      expire() {
        const tokens = JSON.parse(localStorage.getItem('relata.session'));
        localStorage.setItem('relata.session', JSON.stringify({ ...tokens, token: tokens.token + performance.now() }));
      },
    });`;
  await using opened = await openPage(await bundle('Tabs', script));
  const tabs = [opened.page, await opened.another(), await opened.another()];
  let refreshes = 0;
  for (const tab of tabs) tab.on('request', (request) => void (request.postData()?.includes('refreshSession') && refreshes++));
  const [first, second, third] = tabs as [Page, Page, Page];
  await first.evaluate('signIn()');
  // They are told by an event of the storage.
  for (const tab of [second, third]) await tab.waitForFunction('session.tokens');
  for (let round = 1; round <= 3; round++) {
    await first.evaluate('expire()');
    const answers = await Promise.all(tabs.map((tab) => tab.evaluate('ask()')));
    expect([answers, refreshes]).toEqual([tabs.map(() => [true, true, true]), round]);
  }
  await third.evaluate('session.signOut()');
  for (const tab of [first, second]) await tab.waitForFunction('told.at(-1) === null && !session.tokens');
  expect(await first.evaluate('ask()')).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED', 'UNAUTHENTICATED']);
});
