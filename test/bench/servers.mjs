/** The servers under test, each a process of its own that is asked over a channel what it uses. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mallocSettings } from '../../server/tools/malloc.mjs';

const here = import.meta.dirname;
const STARTS_WITHIN_MS = 30_000;
const { start } = JSON.parse(readFileSync(join(here, '../../package.json'), 'utf8')).scripts;
/** Those that `npm start` gives Node. */
const startOptions = start.match(/(?<= )--\S+/g);

/**
 * Our server, as `npm start` runs it: compiled, with its own settings. Its log goes nowhere.
 *
 * @param {{ url: string }} database
 * @param {string[]} [nodeOptions]
 */
export async function startOurs(database, nodeOptions = []) {
  const port = await freePort();
  const server = startServer(join(here, '../../server/tools/start.mjs'), [...startOptions, ...nodeOptions], {
    PORT: String(port),
    DATABASE_URL: database.url,
    NODE_ENV: 'production',
    // Counted as everywhere, and never reached.
    RELATA_REQUESTS_PER_MINUTE: '1000000000',
    RELATA_COST_PER_MINUTE: '1000000000000',
    RELATA_OPEN_REQUESTS_PER_MINUTE: '1000000000',
    // The rounds take longer than a token is good for.
    RELATA_TOKEN_LIFETIME_MINUTES: '60',
  });
  await answers(server, `http://127.0.0.1:${port}/readyz`);
  return { ...server, port, path: '/graphql' };
}

/**
 * PostGraphile, from this folder's own packages.
 *
 * @param {{ url: string }} database
 * @param {{ pool?: number }} [options]
 */
export async function startPeer(database, { pool = 10 } = {}) {
  const port = await freePort();
  const server = startServer(join(here, 'peer.mjs'), [], {
    BENCH_PORT: String(port),
    BENCH_DATABASE_URL: database.url,
    BENCH_POOL: String(pool),
    NODE_ENV: 'production',
    GRAPHILE_ENV: 'production',
  });
  await answers(server, `http://127.0.0.1:${port}/graphql`);
  return { ...server, port, path: '/graphql' };
}

/**
 * The limit: the product's plans and sessions behind a bare `node:http` server, with the same options of Node.
 *
 * @param {{ url: string }} database
 * @param {{ token: string }[]} callers whose requests it answers
 */
export async function startLimit(database, callers) {
  const port = await freePort();
  const server = startServer(join(here, 'limit.mjs'), startOptions, {
    BENCH_PORT: String(port),
    BENCH_DATABASE_URL: database.url,
    BENCH_TOKENS: JSON.stringify(callers.map(({ token }) => token)),
    NODE_ENV: 'production',
  });
  await answers(server, `http://127.0.0.1:${port}/`);
  return { ...server, port, path: '/graphql' };
}

function startServer(script, nodeOptions, environment) {
  const { PATH, HOME } = process.env;
  const child = fork(script, {
    execArgv: ['--expose-gc', '--import', join(here, 'probe.mjs'), ...nodeOptions],
    env: { PATH, HOME, ...mallocSettings, ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    cwd: join(here, '../..'),
  });
  let words = '';
  child.stderr.on('data', (chunk) => (words = (words + String(chunk)).slice(-4000)));
  const usage = async (ask = 'usage') => {
    child.send({ ask });
    const [answer] = await once(child, 'message', { signal: AbortSignal.timeout(10_000) });
    return answer;
  };
  return {
    child,
    usage,
    lastWords: () => words,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const forced = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(forced);
    },
  };
}

async function answers({ child, lastWords, stop }, url) {
  const until = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null) {
    // Any answer will do from a server that has no page for this.
    const response = await fetch(url).catch(() => null);
    await response?.arrayBuffer();
    if (response && response.status !== 503) return;
    await sleep(50);
  }
  await stop();
  throw new Error(`A server did not start. Its last words:\n${lastWords()}`);
}

/** Below the ports that systems give to outgoing connections. */
async function freePort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = createServer();
    const isFree = await new Promise((resolve) => probe.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)));
    if (!isFree) continue;
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
}

/** CPU time of PostgreSQL's processes in µs, those that ended included; null where the system does not tell. */
export function postgresCpu(port) {
  try {
    const processes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => ({ pid, fields: statOf(pid) }));
    const [postmaster] = processes.filter(
      ({ pid, fields }) => fields && commandOf(pid).match(/postgres.* -D /) && commandOf(pid).includes(` -p ${port} `),
    );
    if (!postmaster) return null;
    const ticks = (fields) => Number(fields[11]) + Number(fields[12]);
    const children = processes.filter(({ fields }) => fields && fields[1] === postmaster.pid);
    const ended = Number(postmaster.fields[13]) + Number(postmaster.fields[14]);
    return (children.reduce((sum, { fields }) => sum + ticks(fields), ticks(postmaster.fields)) + ended) * 10_000;
  } catch {
    return null;
  }
}

/** The fields after the command's name: state, parent, … */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return null;
  }
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
