import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { createLog } from '../../server/platform/http/log.js';
import { freePort } from '../support/server-process.js';
import { workspace } from '../support/workspace.js';

/** Longer than any of these tests takes. */
const LONG_MS = 100_000;

/** A server with a listener of its own, and the events of its shutdown. */
async function listening(drainTimeoutMs: number) {
  const lines: string[] = [];
  const crm = await workspace({ config: { drainTimeoutMs }, log: createLog('info', { write: (line) => void lines.push(line) }) });
  const port = await freePort();
  await crm.app.http.listen({ host: '127.0.0.1', port });
  return {
    crm,
    port,
    /** The status, the body and what becomes of the connection; or the code of the error. */
    ask: (path: string, headers: Record<string, string> = {}, agent: Agent | false = false) =>
      new Promise<string>((resolve) => {
        const [method, body] = path === '/graphql' ? ['POST', '{"query":"{ __typename }"}'] : ['GET', ''];
        request(
          { host: '127.0.0.1', port, path, method, agent, headers: { 'content-type': 'application/json', ...headers } },
          (response) => {
            let text = '';
            response.on('data', (chunk: Buffer) => (text += chunk.toString()));
            response.on('end', () => resolve(`${response.statusCode} ${text.trim()} ${response.headers.connection}`));
          },
        )
          .on('error', (error: NodeJS.ErrnoException) => resolve(error.code!))
          .end(body);
      }),
    drains: () =>
      lines
        .map((line) => JSON.parse(line) as { event: string; durationMs: number })
        .filter(({ event }) => event.startsWith('server.drain'))
        .map(({ event, durationMs }) => [event, durationMs] as const),
  };
}

const UNREADY = '503 shutting down close';
const ANSWERED = '200 {"data":{"__typename":"Query"}} close';

test('a server that stops tells the load balancer, answers what still comes, and closes when nothing comes between two checks', async () => {
  const { crm, ask, drains } = await listening(LONG_MS);
  for (let check = 0; check < 2; check++) expect(await ask('/readyz')).toBe('200 ok close');
  // A connection that is kept open, by a checker that does not ask again, does not hold up the end.
  const agent = new Agent({ keepAlive: true });
  expect(await ask('/readyz', { 'user-agent': 'seldom' }, agent)).toBe('200 ok keep-alive');

  const closed = crm.close();
  expect(await ask('/readyz')).toBe(UNREADY);
  expect(await ask('/livez')).toBe('200 ok close');
  expect(await ask('/graphql')).toBe(ANSWERED);
  // A request has come since the last check: the load balancer may not have read the answer yet.
  expect(await ask('/readyz')).toBe(UNREADY);
  expect(await ask('/graphql', {}, agent)).toBe(ANSWERED);
  expect(await ask('/readyz', { 'x-forwarded-for': '203.0.113.1' })).toBe(UNREADY);
  expect(await ask('/readyz')).toBe(UNREADY);
  expect(drains()).toEqual([]);
  expect(await ask('/readyz')).toBe(UNREADY);
  await closed;
  agent.destroy();
  expect(drains()).toEqual([['server.drained', expect.any(Number)]]);
  expect(await ask('/readyz')).toBe('ECONNREFUSED');
});

test('each of several load balancers has to be informed', async () => {
  const { crm, ask, drains } = await listening(LONG_MS);
  const [one, two] = [{ 'user-agent': 'one' }, { 'user-agent': 'two' }];
  for (const headers of [one, two, one, two]) await ask('/readyz', headers);
  const closed = crm.close();
  for (let check = 0; check < 5; check++) expect(await ask('/readyz', one)).toBe(UNREADY);
  expect(await ask('/readyz', two)).toBe(UNREADY);
  expect(await ask('/graphql')).toBe(ANSWERED);
  expect(await ask('/readyz', two)).toBe(UNREADY);
  expect(await ask('/readyz', two)).toBe(UNREADY);
  expect(await ask('/readyz', one)).toBe(UNREADY);
  expect(drains()).toEqual([]);
  expect(await ask('/readyz', one)).toBe(UNREADY);
  await closed;
  expect(drains()).toEqual([['server.drained', expect.any(Number)]]);
});

test('a server that nobody checks stops without a drain, and so does one that is not told to drain', async () => {
  const unobserved = await listening(LONG_MS);
  await unobserved.ask('/livez');
  for (let check = 0; check < 2; check++) await unobserved.ask('/readyz', { 'x-forwarded-for': '203.0.113.1' });
  const off = await listening(0);
  for (let check = 0; check < 2; check++) await off.ask('/readyz');
  for (const { crm, ask, drains } of [unobserved, off]) {
    await crm.close();
    expect(await ask('/readyz')).toBe('ECONNREFUSED');
    expect(drains()).toEqual([]);
  }
});

test.each([
  ['the load balancer asks no more', 2],
  ['nobody checks often enough to ask again in time', 1],
])('the drain ends after its limit when %s', async (_, checks) => {
  const { crm, ask, drains } = await listening(500);
  for (let check = 0; check < checks; check++) await ask('/readyz');
  const closed = crm.close();
  expect(await ask('/graphql')).toBe(ANSWERED);
  await closed;
  const [[event, durationMs]] = drains() as [[string, number]];
  expect(event).toBe('server.drain.late');
  expect(durationMs).toBeGreaterThanOrEqual(495);
});

test('a connection that was accepted before the listener closed is served after it', async () => {
  const { crm, port, ask } = await listening(0);
  const accepted = new Promise((resolve) => crm.app.http.server.once('connection', resolve));
  const socket = connect(port, '127.0.0.1');
  await accepted;
  const closed = crm.close();
  while ((await ask('/livez')) !== 'ECONNREFUSED');
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise((resolve) => socket.once('end', resolve));
  socket.write(
    'POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 26\r\n\r\n{"query":"{ __typename }"}',
  );
  await ended;
  expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\{"data":\{"__typename":"Query"\}\}/);
  await closed;
});
