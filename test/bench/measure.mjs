/** Rounds of load, the servers in turn, so that what disturbs the machine disturbs both. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { postgresCpu } from './servers.mjs';

export const CONNECTIONS = 32;

/** The process that makes the load. */
export function startLoad() {
  const child = fork(join(import.meta.dirname, 'load.mjs'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: {} });
  return {
    async run(order) {
      child.send(order);
      const [{ figures, error }] = await once(child, 'message', { signal: AbortSignal.timeout(order.ms + 60_000) });
      if (error) throw new Error(error);
      return figures;
    },
    stop: () => void child.kill(),
  };
}

/**
 * @typedef {{ perSecond: number, p50: number, p99: number, bytes: number, serverMicros: number, postgresMicros: number | null,
 *   perCoreSecond: number | null }} Round requests per second of CPU time are those of the server and PostgreSQL together
 */

/**
 * Loads one server for a while.
 *
 * @returns {Promise<Round>}
 */
export async function round(load, server, database, requests, { ms, connections = CONNECTIONS }) {
  const before = { ...(await server.usage()), postgres: postgresCpu(database.port) };
  const figures = await load.run({ port: server.port, path: server.path, connections, ms, requests });
  const after = { ...(await server.usage()), postgres: postgresCpu(database.port) };
  const serverMicros = (after.cpuMicros - before.cpuMicros) / figures.requests;
  const postgresMicros = before.postgres === null || after.postgres === null ? null : (after.postgres - before.postgres) / figures.requests;
  return {
    ...figures,
    serverMicros,
    postgresMicros,
    perCoreSecond: postgresMicros === null ? null : 1e6 / (serverMicros + postgresMicros),
  };
}

/**
 * Loads several contestants in turn, `rounds` times each, after a warm-up; every second time in the other order.
 *
 * @param {{ server: object, requests: object[] }[]} contestants
 * @returns {Promise<Round[][]>} the rounds of each contestant
 */
export async function compete(load, database, contestants, { rounds, ms, warmUpMs, connections }) {
  for (const { server, requests } of contestants) await round(load, server, database, requests, { ms: warmUpMs, connections });
  const results = contestants.map(() => []);
  for (let index = 0; index < rounds; index++) {
    const order = contestants.map((_, at) => at);
    for (const at of index % 2 === 0 ? order : order.toReversed()) {
      results[at].push(await round(load, contestants[at].server, database, contestants[at].requests, { ms, connections }));
    }
  }
  return results;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How the first contestant's rounds compare with the second's, round by round. */
export function ratioOf([ours, theirs], figure = 'perSecond') {
  const ratios = ours.map((one, index) => one[figure] / theirs[index][figure]);
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}
