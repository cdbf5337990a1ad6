/** Attacks a server beside a well-behaved organization, and measures what that one notices. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openDatabase } from '../bench/database.mjs';
import { takeCpuShare } from './cpu-share.mjs';

const here = import.meta.dirname;
const root = join(here, '../..');
const { start } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;

/** What the well-behaved organization may notice at most. */
export const limits = { p99Ratio: 3, p99Ms: 500, livezMs: 250, rssMb: 50, importMs: 30_000 };

const QUIET_MS = 2_000;
/** After an attack the server ends what it had accepted. */
const CALM_MS = 2_000;

/** The server answers what it had queued, gives memory back, and closes what it held, within this time. */
const RECOVERY_MS = 30_000;

/**
 * @param {{ seconds: number, names: string[], say: (text: string) => void, nodeOptions?: string }} options seconds of all attacks together; Node's options for the server
 * @returns {Promise<Report>}
 */
export async function siege({ seconds, names, say, nodeOptions = '' }) {
  await using started = new AsyncDisposableStack();
  const isAhead = takeCpuShare(started);
  say(`PostgreSQL and two organizations, the attacker with 20,000 accounts${isAhead ? '' : '; other programs share the processors'}`);
  const small = { accounts: 2_000, contacts: 4_000, deals: 2_000 };
  const database = await openDatabase({ neighbour: small, attacker: { accounts: 20_000, contacts: 100, deals: 100 } }, started);
  await forgetDisk(database);
  const server = await startServer(database, nodeOptions, started);
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
  const quiet = [];
  const measureQuiet = async (ms) => {
    await attacker.do('pretend');
    quiet.push(await measure(ms));
    await attacker.do('stop');
  };
  // As long as the attacks: a server that has served for a while has compiled and stored what its users ask for, its collector has
  // gone round, and its threads have ended. What it takes then is what it is to come back to.
  await measure(seconds * 1000);
  for (let i = 0; i < 2; i++) await measureQuiet(QUIET_MS);
  const rss = Math.max(...quiet.map((one) => one.rss));
  say(`quiet: ${line({ ...quiet.at(-1), rss })}`);

  const rounds = [];
  for (const name of names) {
    await attacker.do('prepare', { name, port: server.port });
    await attacker.do('start', { name });
    const figures = await measure((seconds * 1000) / names.length);
    const answers = await attacker.do('stop');
    rounds.push({ name, ...figures, answers });
    say(`${name}: ${line(figures)} · ${answersOf(answers)}`);
    if (server.hasEnded()) break;
    await sleep(CALM_MS);
    await measureQuiet(QUIET_MS);
  }
  say(
    `quiet between attacks: ${line({ ...quiet.at(-1), times: calmTimes({ quiet }) })}, p99 of each ${quiet.map(({ times }) => ms(at(times, 0.99))).join(', ')}`,
  );
  const recovered = await recover(server, rss, measure);
  say(`afterwards: ${line(recovered)}`);
  await neighbour.do('stop');
  return { quiet, rss, rounds, recovered, isAlive: !server.hasEnded(), log: server.log() };
}

/** Commits do not wait for the disk, to which other programs write too; what its database keeps over a crash is not what is measured. */
async function forgetDisk({ superuserUrl }) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query('ALTER SYSTEM SET fsync = off');
  await client.query('SELECT pg_reload_conf()');
  await client.end();
}

/** Waits until the memory is back, as long as it may take. */
async function recover(server, rss, measure) {
  const until = Date.now() + RECOVERY_MS;
  for (;;) {
    const figures = await measure(2_000);
    if (figures.rss <= rss + limits.rssMb || Date.now() > until) return figures;
  }
}

/** The times of the quiet windows, before and between the attacks; without the worst one, which may hold the rest of an attack. */
export function calmTimes({ quiet }) {
  const worst = quiet.toSorted((a, b) => at(b.times, 0.99) - at(a.times, 0.99))[0];
  return quiet.flatMap((one) => (one === worst && quiet.length > 1 ? [] : one.times));
}
export const siegeTimes = ({ rounds }) => rounds.flatMap(({ times }) => times);

/** @returns {string[]} the limits that were passed, in words; but for the ratio they hold for each attack, so that none hides behind the others */
export function verdict(report) {
  const { rss, rounds, recovered, isAlive } = report;
  const [calm, busy] = [at(calmTimes(report), 0.99), at(siegeTimes(report), 0.99)];
  return [
    ...(isAlive ? [] : ['the server ended']),
    ...(busy <= limits.p99Ratio * calm
      ? []
      : [`p99 is ${ms(busy)}, ${(busy / calm).toFixed(1)} × that of quiet times (${ms(calm)}; at most ${limits.p99Ratio} ×)`]),
    ...rounds.flatMap((round) => faultsOf(round).map((fault) => `${round.name}: ${fault}`)),
    ...(recovered.rss <= rss + limits.rssMb
      ? []
      : [`memory is ${recovered.rss} MB afterwards, ${recovered.rss - rss} MB more (at most ${limits.rssMb})`]),
  ];
}

function faultsOf({ times, livez, failures, imports }) {
  const busy = at(times, 0.99);
  const worst = Math.max(0, ...livez);
  const slowest = Math.max(0, ...imports);
  return [
    ...(busy <= limits.p99Ms ? [] : [`p99 is ${ms(busy)} (at most ${ms(limits.p99Ms)})`]),
    ...(worst <= limits.livezMs ? [] : [`/livez took ${ms(worst)} (at most ${ms(limits.livezMs)})`]),
    ...(failures.length === 0 ? [] : [`${failures.length} requests failed: ${failures.slice(0, 5).join(' | ')}`]),
    ...(slowest <= limits.importMs ? [] : [`an import of one row took ${ms(slowest)}`]),
  ];
}

export const at = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
export const ms = (value) => `${Math.round(value)} ms`;

const line = ({ times, livez, signIns, imports, failures, late, rss }) =>
  [
    `${times.length} requests, p50 ${ms(at(times, 0.5))}, p99 ${ms(at(times, 0.99))}, longest ${ms(at(times, 1))}`,
    `/livez ${ms(Math.max(0, ...livez))}`,
    `sign-in ${ms(Math.max(0, ...signIns))}`,
    ...(imports.length > 0 ? [`import ${ms(Math.max(...imports))}`] : []),
    `sent ${ms(late)} late`,
    `${failures.length} failed${failures.length > 0 ? ` (${failures[0].slice(0, 150)})` : ''}`,
    `${rss} MB`,
  ].join(' · ');
const answersOf = (answers) =>
  Object.entries(answers)
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${count} ${code}`)
    .join(', ');

/** The server as `npm start` runs it, without the budgets of a minute: they would end most attacks before they begin. */
async function startServer(database, nodeOptions, started) {
  const port = 21_000 + Math.floor(Math.random() * 9_000);
  const files = await mkdtemp(join(tmpdir(), 'relata-siege-'));
  started.defer(() => rm(files, { recursive: true, force: true }));
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [...start.match(/(?<= )--\S+/g), join(root, 'server/tools/start.mjs')], {
    cwd: root,
    env: {
      PATH,
      HOME,
      NODE_OPTIONS: nodeOptions,
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
  // However this process ends.
  process.on('exit', () => child.kill('SIGKILL'));
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
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return { child, port, rss, hasEnded, log: () => log };
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
