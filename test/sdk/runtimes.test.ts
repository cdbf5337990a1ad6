import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
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

test('the SDK works in a browser', async () => {
  if (!isHere('a browser', browser)) return;
  const port = await freePort();
  const script = await bundle('Browser', 'globalThis.smoke = smoke;');
  const pages = createServer((request, response) => {
    const isScript = request.url === '/smoke.js';
    response
      .writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' })
      .end(isScript ? script : '<script type="module" src="/smoke.js"></script>');
  });
  await new Promise<void>((resolve) => pages.listen(port, '127.0.0.1', resolve));
  const window = await chromium.launch({ executablePath: browser!, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  try {
    const page = await window.newPage();
    await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'load' });
    expect(await page.evaluate('smoke()')).toEqual(wanted());
  } finally {
    await window.close();
    pages.closeAllConnections();
    await new Promise((resolve) => pages.close(resolve));
  }
});
