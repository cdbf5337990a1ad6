/**
 * Runs attacks, in a process that gives way to all others: what the machine has belongs to the server. A real attacker has a machine
 * of their own.
 */
import { execFileSync } from 'node:child_process';
import { setPriority } from 'node:os';
import { setImmediate as nextRound } from 'node:timers/promises';
import { attacks } from './attacks.mjs';
import { createClient } from './client.mjs';

try {
  // On Linux: only the processor time that nobody else wants.
  execFileSync('chrt', ['--idle', '--all-tasks', '--pid', '0', String(process.pid)], { stdio: 'ignore' });
} catch {
  setPriority(19);
}

let current = null;
const said = new Map();

process.on('disconnect', () => process.exit(0));
process.on('message', async (order) => {
  try {
    process.send({ done: order.do, result: await orders[order.do](order) });
  } catch (error) {
    process.send({ done: order.do, error: String(error?.stack ?? error) });
  }
});

const sessions = {};

const orders = {
  async begin({ port, organizations }) {
    const client = createClient({ port });
    const query = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }';
    for (const [name, { users }] of Object.entries(organizations)) {
      sessions[name] = [];
      for (const { email, password } of users) {
        const { data, text } = await client.ask({ query, variables: { email, password }, address: '203.0.113.1' });
        if (!data) throw new Error(text);
        sessions[name].push(data.signIn.token);
      }
    }
    client.close();
  },
  /** Keeps a core as busy as an attack does, and leaves the server alone: what a quiet time is compared by. */
  async pretend() {
    const stop = new AbortController();
    current = { stop, client: { close: () => undefined }, running: pretend(stop.signal) };
  },
  async prepare({ name, port }) {
    const client = createClient({ port, connections: 600 });
    const stop = new AbortController();
    said.clear();
    const count = (answer) => {
      const code = typeof answer === 'string' ? answer : answer.code === 'OK' || answer.status === 0 ? answer.code : `${answer.code}`;
      said.set(code, (said.get(code) ?? 0) + 1);
      return answer;
    };
    const prepared = await attacks[name].prepare?.({ client, port, sessions });
    const context = { client, port, sessions, signal: stop.signal, count, prepared };
    current = { client, stop, end: attacks[name].end, context };
  },
  start({ name }) {
    current.running = attacks[name].run(current.context).catch((error) => current.context.count(`attack failed: ${error.message}`));
  },
  async stop() {
    current.stop.abort();
    await current.end?.(current.context);
    current.client.close();
    await Promise.race([current.running, new Promise((resolve) => setTimeout(resolve, 3000))]);
    return Object.fromEntries(said);
  },
};

async function pretend(signal) {
  while (!signal.aborted) {
    const until = performance.now() + 5;
    while (performance.now() < until) JSON.parse(JSON.stringify({ filter: { or: Array(100).fill({ accountName: { eq: 'x' } }) } }));
    await nextRound();
  }
}
