/**
 * The SDK beside bare `fetch`, and what it costs the compiler. Half a minute.
 *
 * The server answers from memory, so that nothing but the callers is measured. Both send the same document and read the same
 * answer; rounds take turns, and their ratio is what counts.
 */
import { execFileSync, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { median } from './measure.mjs';

const root = join(import.meta.dirname, '../..');
const ROUNDS = 30;
const CALLS = 600;

// This file is also the server, in a process of its own.
if (process.argv[2] === 'serve' && process.send) serve();

/** Fifty deals, as a list of them is answered. */
function serve() {
  const node = { id: 'deal_01900000-0000-7000-8000-000000000000', dealName: 'Lighthouse', amount: '12500.00', closingDate: '2027-03-31' };
  const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: 'a', endCursor: 'b' };
  const body = JSON.stringify({ data: { deals: { nodes: Array(50).fill(node), pageInfo } } });
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body));
  });
  // Below those that the system hands out to callers.
  server.listen(20_000 + Math.floor(Math.random() * 10_000), '127.0.0.1', () => process.send(server.address().port));
}

export async function compareSdk() {
  execFileSync('npm', ['run', 'build', '-w', 'sdk'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const server = fork(import.meta.filename, ['serve'], { execArgv: [] });
  try {
    const [port] = await once(server, 'message');
    return [...(await overhead(`http://127.0.0.1:${port}/graphql`)), ...compiling()];
  } finally {
    server.kill();
  }
}

/** The processor time of a call, one after the other. */
async function overhead(url) {
  const { createClient, deals } = await import('../../sdk/dist/index.js');
  const select = { id: true, dealName: true, amount: true, closingDate: true };
  const filter = { stage: { category: { eq: 'OPEN' } } };
  let query;
  const spying = createClient({
    url,
    fetch: (to, options) => {
      query = JSON.parse(options.body).query;
      return fetch(to, options);
    },
  });
  await deals(spying).list({ filter, first: 50, select });

  const crm = createClient({ url, auth: 'token' });
  const sdk = () => deals(crm).list({ filter, first: 50, select });
  const bare = async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', authorization: 'Bearer token' },
      body: JSON.stringify({ query, variables: { filter, first: 50 } }),
      // As anybody should who asks a server, and as the SDK does.
      signal: AbortSignal.timeout(30_000),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(errors[0].message);
    return data.deals;
  };
  const round = async (call) => {
    const before = process.cpuUsage();
    for (let left = CALLS; left > 0; left--) await call();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / CALLS;
  };
  for (const call of [bare, sdk]) await round(call);
  const ratios = [];
  const times = { bare: [], sdk: [] };
  for (let index = 0; index < ROUNDS; index++) {
    const order = index % 2 === 0 ? ['bare', 'sdk'] : ['sdk', 'bare'];
    for (const name of order) times[name].push(await round(name === 'sdk' ? sdk : bare));
    ratios.push(times.sdk.at(-1) / times.bare.at(-1));
  }
  const percent = (median(ratios) - 1) * 100;
  const text = `${percent.toFixed(1)} (${median(times.sdk).toFixed(0)} / ${median(times.bare).toFixed(0)} µs CPU)`;
  return [{ figure: 'a call of the SDK, % over bare fetch', value: percent, text, most: 10 }];
}

/** What the compiler says of a strict project without the SDK, with it, and with fifty nested selections. */
function compiling() {
  const folder = mkdtempSync(join(tmpdir(), 'relata-tsc-'));
  try {
    mkdirSync(join(folder, 'node_modules/@relata'), { recursive: true });
    symlinkSync(join(root, 'sdk'), join(folder, 'node_modules/@relata/sdk'));
    const uses = (count) =>
      `import { contacts, createClient } from '@relata/sdk';\nconst crm = createClient({ url: 'https://crm.example.com/graphql' });\n${Array.from(
        { length: count },
        (_, index) => `export const c${index} = await contacts(crm).get('contact_${index}', {
  select: { firstName: true, account: { accountName: true, owner: { email: true } }, deals: { args: { first: ${index} }, nodes: { dealName: true, stage: { label: true }, contactRoles: { nodes: { id: true } } } } },
});
export const n${index} = c${index}?.deals?.nodes[0]?.stage?.label;\n`,
      ).join('')}`;
    const compilerOptions = { strict: true, noEmit: true, target: 'ES2022', module: 'NodeNext', skipLibCheck: true, types: [] };
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['main.ts'] }));
    const check = (text) => {
      writeFileSync(join(folder, 'main.ts'), text);
      const runs = Array.from({ length: 7 }, () => {
        const tsc = join(root, 'node_modules/typescript/bin/tsc');
        const output = execFileSync(process.execPath, [tsc, '-p', '.', '--extendedDiagnostics'], {
          cwd: folder,
          encoding: 'utf8',
        });
        const figure = (name) => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(output)[1]);
        return { seconds: figure('Total time'), megabytes: figure('Memory used') / 1024 };
      });
      // Whatever else the machine does only adds.
      return { seconds: Math.min(...runs.map((run) => run.seconds)), megabytes: Math.min(...runs.map((run) => run.megabytes)) };
    };
    const without = check('export const one: number = 1;\n');
    const imported = check(uses(0));
    const nested = check(uses(50));
    const seconds = imported.seconds - without.seconds;
    const megabytes = imported.megabytes - without.megabytes;
    const selections = nested.seconds - imported.seconds;
    return [
      { figure: 'importing the SDK, s of tsc', value: seconds, text: seconds.toFixed(2), most: 0.15 },
      { figure: 'importing the SDK, MB of tsc', value: megabytes, text: megabytes.toFixed(1), most: 20 },
      { figure: '50 nested selections, s of tsc', value: selections, text: selections.toFixed(2), most: 0.6 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
