/** Attacks a server beside a well-behaved organization, and measures what that one notices. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../bench/database.mjs';

const here = import.meta.dirname;
const root = join(here, '../..');
const { start } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;

/** What the well-behaved organization may notice at most. */
export const limits = { p99Ratio: 3, p99Ms: 500, livezMs: 250, rssMb: 50, importMs: 30_000 };

const WARM_MS = process.env.SIEGE_PROFILE ? 4_000 : 12_000;
const QUIET_WINDOWS = process.env.SIEGE_PROFILE ? 1 : 3;

/** The server answers what it had queued, gives memory back, and closes what it held, within this time. */
const RECOVERY_MS = process.env.SIEGE_PROFILE ? 1_000 : 30_000;

/**
 * @param {{ seconds: number, names: string[], say: (text: string) => void }} options seconds of all attacks together
 * @returns {Promise<Report>}
 */
export async function siege({ seconds, names, say }) {
  goBeforeOthers();
  await using started = new AsyncDisposableStack();
  say('PostgreSQL and two organizations, the attacker with 20,000 accounts');
  const small = { accounts: 2_000, contacts: 4_000, deals: 2_000 };
  const database = await openDatabase({ neighbour: small, attacker: { accounts: 20_000, contacts: 100, deals: 100 } }, started);
  const server = await startServer(database, started);
  const { neighbour: ours, attacker: theirs } = database.organizations;
  const neighbour = helper('neighbour.mjs', started);
  const attacker = helper('attacker.mjs', started);
  await neighbour.do('begin', { port: server.port, users: ours.users });
  await attacker.do('begin', { port: server.port, organizations: { attacker: theirs } });

  const measure = async (ms) => {
    await neighbour.do('measure');
    await sleep(ms);
    const figures = await neighbour.do('report');
    return { ...figures, rss: server.rss() };
  };
  const windowMs = Math.max(4_000, (seconds * 1000) / Math.max(1, names.length));
  // A server that has compiled and stored what its users ask for: the first seconds are nobody's measure.
  await measure(WARM_MS);
  const quiet = [];
  for (let i = 0; i < QUIET_WINDOWS; i++) {
    await attacker.do('pretend');
    quiet.push(await measure(windowMs));
    await attacker.do('stop');
    say(`quiet: ${line(quiet.at(-1))}`);
  }

  const rounds = [];
  for (const name of names) {
    if (process.env.SIEGE_PROFILE === '1') server.child.kill('SIGUSR2');
    await attacker.do('prepare', { name, port: server.port });
    if (process.env.SIEGE_PROFILE === '1') await sleep(1000);
    await attacker.do('start', { name });
    const figures = await measure((seconds * 1000) / names.length);
    const answers = await attacker.do('stop');
    if (process.env.SIEGE_PROFILE === "1") server.child.kill('SIGUSR2');
    rounds.push({ name, ...figures, answers });
    say(`${name}: ${line(figures)} · ${answersOf(answers)}`);
    if (server.child.exitCode !== null || server.child.signalCode !== null) break;
  }
  const recovered = await recover(server, quiet.at(-1).rss, measure);
  say(`afterwards: ${line(recovered)}`);
  await neighbour.do('stop');
  return { quiet, rounds, recovered, isAlive: server.child.exitCode === null && server.child.signalCode === null, log: server.log() };
}

/**
 * The server, its PostgreSQL and the well-behaved organization go before whatever else runs on this machine, where we may say so (as
 * root): other programs would be measured with them.
 */
function goBeforeOthers() {
  try {
    setPriority(-15);
  } catch {
    // Then a busy machine makes all times longer, quiet ones as well.
  }
}

/** Waits until the memory is back, as long as it may take. */
async function recover(server, rss, measure) {
  const until = Date.now() + RECOVERY_MS;
  for (;;) {
    const figures = await measure(2_000);
    if (figures.rss <= rss + limits.rssMb || Date.now() > until) return figures;
  }
}

/** What a p99 is compared by: the worst of the quiet windows. */
export const calmOf = ({ quiet }) => Math.max(...quiet.map(({ times }) => at(times, 0.99)));

/** @returns {string[]} the limits that were passed, in words: of each attack, so that none hides behind the others */
export function verdict(report) {
  const { quiet, rounds, recovered, isAlive } = report;
  const calm = calmOf(report);
  const { rss } = quiet.at(-1);
  return [
    ...(isAlive ? [] : ['the server ended']),
    ...rounds.flatMap((round) => faultsOf(round, calm).map((fault) => `${round.name}: ${fault}`)),
    ...(recovered.rss <= rss + limits.rssMb
      ? []
      : [`memory is ${recovered.rss} MB afterwards, ${recovered.rss - rss} MB more (at most ${limits.rssMb})`]),
  ];
}

function faultsOf({ times, livez, failures, imports }, calm) {
  const busy = at(times, 0.99);
  const worst = Math.max(0, ...livez);
  const slowest = Math.max(0, ...imports);
  return [
    ...(busy <= limits.p99Ratio * calm
      ? []
      : [`p99 is ${ms(busy)}, ${(busy / calm).toFixed(1)} × that of quiet times (${ms(calm)}; at most ${limits.p99Ratio} ×)`]),
    ...(busy <= limits.p99Ms ? [] : [`p99 is ${ms(busy)} (at most ${ms(limits.p99Ms)})`]),
    ...(worst <= limits.livezMs ? [] : [`/livez took ${ms(worst)} (at most ${ms(limits.livezMs)})`]),
    ...(failures.length === 0 ? [] : [`${failures.length} requests failed: ${failures.slice(0, 5).join(' | ')}`]),
    ...(slowest <= limits.importMs ? [] : [`an import of one row took ${ms(slowest)}`]),
  ];
}

export const at = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
export const ms = (value) => `${Math.round(value)} ms`;

const line = ({ times, livez, signIns, imports, failures, rss }) =>
  [
    `${times.length} requests, p50 ${ms(at(times, 0.5))}, p99 ${ms(at(times, 0.99))}, longest ${ms(at(times, 1))}`,
    `/livez ${ms(Math.max(0, ...livez))}`,
    `sign-in ${ms(Math.max(0, ...signIns))}`,
    ...(imports.length > 0 ? [`import ${ms(Math.max(...imports))}`] : []),
    `${failures.length} failed${failures.length > 0 ? ` (${failures[0].slice(0, 150)})` : ''}`,
    `${rss} MB`,
  ].join(' · ');
const answersOf = (answers) =>
  Object.entries(answers)
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${count} ${code}`)
    .join(', ');

/** The server as `npm start` runs it, without the budgets of a minute: they would end most attacks before they begin. */
async function startServer(database, started) {
  const port = 21_000 + Math.floor(Math.random() * 9_000);
  const files = await mkdtemp(join(tmpdir(), 'relata-siege-'));
  started.defer(() => rm(files, { recursive: true, force: true }));
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [...start.match(/(?<= )--\S+/g), join(root, 'server/tools/start.mjs')], {
    cwd: root,
    env: {
      PATH,
      HOME,
      ...(process.env.SIEGE_NODE_OPTIONS && { NODE_OPTIONS: process.env.SIEGE_NODE_OPTIONS }), ...(process.env.SIEGE_ENV && JSON.parse(process.env.SIEGE_ENV)),
      PORT: String(port),
      DATABASE_URL: database.url,
      NODE_ENV: 'production',
      TRUST_PROXY: '1',
      RELATA_FILES_DIR: files,
      RELATA_REQUESTS_PER_MINUTE: '0',
      RELATA_OPEN_REQUESTS_PER_MINUTE: '0',
      RELATA_COST_PER_MINUTE: '0',
      RELATA_TOKEN_LIFETIME_MINUTES: '600',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log = (log + String(chunk)).slice(-20_000)));
  started.defer(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const forced = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(forced);
  });
  for (let tries = 0; ; tries++) {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (response?.ok) break;
    if (tries > 600 || child.exitCode !== null) throw new Error(`The server did not start:\n${log}`);
    await sleep(100);
  }
  const rss = () => {
    try {
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
    } catch {
      return 0;
    }
  };
  return { child, port, rss, log: () => log };
}

function helper(script, started) {
  const child = fork(join(here, script), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  started.defer(() => void child.kill());
  return {
    async do(what, order = {}) {
      child.send({ do: what, ...order });
      for (;;) {
        const [{ done, result, error }] = await once(child, 'message');
        if (error) throw new Error(error);
        if (done === what) return result;
      }
    },
  };
}
