import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTimeCredit } from '../../server/platform/files/minimum-rate.js';
import { createLog } from '../../server/platform/http/log.js';
import { createByteBudget } from '../../server/platform/http/receive-body.js';
import type { EdgeOptions } from '../../server/platform/http/server.js';
import type { TrafficLimits } from '../../server/platform/http/traffic.js';
import { until } from '../support/until.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let chief: Person;
beforeAll(async () => {
  crm = await workspace({ database: 'own' });
  ({ chief } = await crm.company('acme'));
});
afterAll(() => crm.close());

/** A limit that nothing in these tests reaches. */
const NEVER_MS = 3_600_000;

/** A server on a port of its own, and the lines of its log. */
async function listening(traffic: Partial<TrafficLimits>, edge: Partial<EdgeOptions> = {}) {
  const lines: string[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'relata-traffic-'));
  const own = await workspace({
    databaseUrl: crm.url,
    log: createLog('info', { write: (line) => void lines.push(line) }),
    config: {
      traffic: { headTimeoutMs: NEVER_MS, requestTimeoutMs: NEVER_MS, ...traffic },
      edge: { trustProxy: 0, hosts: [], takesAnyAddress: true, origins: [], ...edge },
      files: { folder, maxBytes: 10_000_000 },
    },
  });
  const { port } = new URL(await own.app.http.listen({ host: '127.0.0.1', port: 0 }));
  return {
    own,
    lines,
    open: () => openWire(Number(port)),
    async [Symbol.asyncDispose]() {
      await own.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A connection that sends what it is told, byte for byte. */
function openWire(port: number) {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  let isClosed = false;
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  socket.on('error', () => undefined);
  socket.on('close', () => (isClosed = true));
  return {
    send: (part: string | Buffer) => new Promise<void>((resolve) => socket.write(part, () => resolve())),
    /** The status and the code of the first answer. */
    async answer(): Promise<string> {
      await until(() => /\r\n\r\n[^]*[}\n]$/.test(text) || isClosed);
      return [/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 'nothing', ...(/"code":"(\w+)"/.exec(text)?.slice(1) ?? [])].join(' ');
    },
    text: () => text,
    closed: () => until(() => isClosed),
    isClosed: () => isClosed,
    async drop() {
      if (isClosed) return;
      const closed = once(socket, 'close');
      socket.destroy();
      await closed;
    },
  };
}

const head = (headers: Record<string, string | number>, request = 'POST /graphql'): string =>
  `${request} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;
const QUERY = '{"query":"{ __typename }"}';
const padded = (bytes: number): string => QUERY + ' '.repeat(bytes - QUERY.length);
const bearer = () => ({ authorization: `Bearer ${chief.token}` });

describe('the body of a request', () => {
  test('has at most 64 kB before sign-in, and the answer arrives while it is still being sent', async () => {
    await using server = await listening({});
    const limit = 64 * 1024;
    const cases: [string, string, string][] = [
      [head({ 'content-length': limit }), padded(limit), '200'],
      [head({ 'content-length': limit + 1 }), padded(limit + 1), '413 BAD_REQUEST'],
      [head({ 'content-length': 4_000_000 }), padded(1000), '413 BAD_REQUEST'],
      [head({ 'transfer-encoding': 'chunked' }), `${(limit + 1).toString(16)}\r\n${padded(limit + 1)}\r\n`, '413 BAD_REQUEST'],
      // A token that is none is nobody's, and signs nobody in.
      [head({ 'content-length': limit + 1, authorization: 'Bearer x' }), padded(limit + 1), '413 BAD_REQUEST'],
      [head({ 'content-length': limit + 1, ...bearer() }), padded(limit + 1), '200'],
      [head({ 'content-length': 4 * 1024 * 1024, ...bearer() }), padded(4 * 1024 * 1024), '200'],
      [head({ 'content-length': 4 * 1024 * 1024 + 1, ...bearer() }), padded(1000), '413 BAD_REQUEST'],
    ];
    for (const [start, body, expected] of cases) {
      const wire = server.open();
      await wire.send(start + body);
      expect([start, await wire.answer()]).toEqual([start, expected]);
      await wire.drop();
    }
  });

  test('that is refused does not cost the connection: what follows it is answered', async () => {
    await using server = await listening({});
    const wire = server.open();
    await wire.send(head({ 'content-length': 200_000 }) + padded(100_000));
    expect(await wire.answer()).toBe('413 BAD_REQUEST');
    await wire.send(' '.repeat(100_000) + head({ 'content-length': QUERY.length }) + QUERY);
    await until(() => wire.text().endsWith('{"data":{"__typename":"Query"}}'));
    await wire.drop();
  });

  test('has room with others of its address and with all; who is signed in has room of their own', async () => {
    await using server = await listening(
      { openBytesPerAddress: 100_000, openBytes: 150_000, bodiesPerUser: 1, bodies: 2 },
      { trustProxy: 1 },
    );
    const unfinished = async (bytes: number, headers: Record<string, string>) => {
      const wire = server.open();
      await wire.send(head({ 'content-length': 65_000, ...headers }) + padded(bytes));
      return wire;
    };
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const first = await unfinished(60_000, from('192.0.2.1'));
    // It has been read when another one finds no room beside it.
    await until(async () => {
      const next = server.open();
      const start = head({ 'transfer-encoding': 'chunked', ...from('192.0.2.1') });
      await next.send(`${start}${(65_000).toString(16)}\r\n${padded(65_000)}\r\n0\r\n\r\n`);
      const answer = await next.answer();
      await next.drop();
      return answer === '503 BUSY';
    });
    const elsewhere = await unfinished(60_000, from('192.0.2.2'));
    await elsewhere.send(' '.repeat(5000));
    expect(await elsewhere.answer()).toBe('200');
    const signedIn = await unfinished(64_000, { ...from('192.0.2.1'), ...bearer() });
    await signedIn.send(' '.repeat(1000));
    expect(await signedIn.answer()).toBe('200');
    // The first goes on as if nothing had been, and then there is room again.
    await first.send(' '.repeat(5000));
    expect(await first.answer()).toBe('200');
    const later = await unfinished(65_000, from('192.0.2.1'));
    expect(await later.answer()).toBe('200');
    for (const wire of [first, elsewhere, signedIn, later]) await wire.drop();
  });

  test('takes no more of the budget than there is, and gives it back', () => {
    const budget = createByteBudget({ perKey: 10, all: 15 });
    expect([budget.take('a', 10), budget.take('a', 1), budget.take('b', 6), budget.take('b', 5), budget.take('c', 1)]).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
    budget.giveBack('a', 10);
    expect([budget.take('c', 10), budget.take('b', 1)]).toEqual([true, false]);
  });

  test('has a time limit, also when it comes byte by byte, and when nobody reads it', async () => {
    await using server = await listening({ requestTimeoutMs: 300 });
    for (const start of [
      head({ 'content-length': 1000 }),
      head({ 'transfer-encoding': 'chunked' }),
      head({ 'content-length': 1000, ...bearer() }),
    ]) {
      const wire = server.open();
      await wire.send(start);
      const drip = setInterval(() => void wire.send(start.includes('chunked') ? '1\r\n \r\n' : ' '), 20);
      expect([start, await wire.answer()]).toEqual([start, '408 BAD_REQUEST']);
      await wire.closed();
      clearInterval(drip);
    }
    // Answered at once, and held by nobody.
    for (const request of ['GET /livez', 'GET /', 'POST /nothing', 'PUT /graphql']) {
      const wire = server.open();
      await wire.send(head({ 'content-length': 1000 }, request) + 'x');
      await wire.closed();
      expect([request, /^HTTP\/1\.1 (200|404|405)/.test(wire.text())]).toEqual([request, true]);
    }
    // One that is in time is not touched, nor is the connection afterwards.
    const wire = server.open();
    await wire.send(head({ 'content-length': QUERY.length }) + QUERY);
    expect(await wire.answer()).toBe('200');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(wire.isClosed()).toBe(false);
    await wire.drop();
  });
});

describe('a body of far too many values', () => {
  const rows = (values: number): string => `{"query":"{ __typename }","variables":{"rows":[${'1,'.repeat(values)}`;

  test('is refused before it has come to its end, with an error that says so', async () => {
    await using server = await listening({});
    for (const length of [{ 'content-length': 3_000_000 }, { 'transfer-encoding': 'chunked' }] as Record<string, string | number>[]) {
      const wire = server.open();
      const part = rows(120_000);
      const isChunked = 'transfer-encoding' in length;
      await wire.send(head({ ...length, ...bearer() }) + (isChunked ? `${part.length.toString(16)}\r\n${part}\r\n` : part));
      expect(await wire.answer()).toBe('400 COST_EXCEEDED');
      expect(wire.text()).toContain('"unit":"VALUES"');
      await wire.drop();
    }
  });

  test('is one of many objects, not of long texts', async () => {
    await using server = await listening({});
    for (const [value, expected] of [
      [`[${'{},'.repeat(25_000)}{}]`, '400 COST_EXCEEDED'],
      [`[${'{},'.repeat(15_000)}{}]`, '200'],
      [`"${'{},[\\",'.repeat(300_000)}"`, '200'],
    ] as const) {
      const body = `{"query":"{ __typename }","variables":{"value":${value}}}`;
      const wire = server.open();
      await wire.send(head({ 'content-length': body.length, ...bearer() }) + body);
      expect([value.slice(0, 20), await wire.answer()]).toEqual([value.slice(0, 20), expected]);
      await wire.drop();
    }
  });
});

test('callers of one address who are not signed in have a share of their own: one too many is refused before its body is read', async () => {
  await using server = await listening({ openRequestsPerAddress: 2 }, { trustProxy: 1 });
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const hold = async () => {
    const wire = server.open();
    await wire.send(head({ 'content-length': 1000, ...from('192.0.2.1') }) + QUERY);
    return wire;
  };
  const ask = async (headers: Record<string, string | number>, body = QUERY) => {
    const wire = server.open();
    await wire.send(head({ 'content-length': QUERY.length, ...headers }) + body);
    const answer = await wire.answer();
    const waits = /retry-after: 1\r\n/.test(wire.text());
    await wire.drop();
    return `${answer}${waits ? ', come back' : ''}`;
  };
  const held = [await hold(), await hold()];
  // A made-up token makes nobody known.
  for (const headers of [{}, { authorization: 'Bearer x' }] as Record<string, string>[])
    await until(async () => (await ask({ ...from('192.0.2.1'), ...headers }, '')) === '503 BUSY, come back');
  expect(await ask({ ...from('192.0.2.1'), ...bearer() })).toBe('200');
  expect(await ask(from('192.0.2.2'))).toBe('200');
  await held[0]!.drop();
  await until(async () => (await ask(from('192.0.2.1'))) === '200');
  await held[1]!.drop();
});

test('a head that does not come, or not to its end, is told and its connection is closed', async () => {
  await using server = await listening({ headTimeoutMs: 300 });
  for (const sent of ['', 'POST /graphql HTTP/1.1\r\nhost: localhost\r\nx-slow: ']) {
    const wire = server.open();
    if (sent) await wire.send(sent);
    const drip = setInterval(() => void (sent && wire.send('x')), 20);
    expect([sent, await wire.answer()]).toEqual([sent, '408 BAD_REQUEST']);
    await wire.closed();
    clearInterval(drip);
  }
});

describe('connections', () => {
  test('of one address are limited; one too many is told so', async () => {
    await using server = await listening({ connectionsPerAddress: 3 });
    const wires = [server.open(), server.open(), server.open()];
    for (const wire of wires) {
      await wire.send(head({ 'content-length': QUERY.length }) + QUERY);
      expect(await wire.answer()).toBe('200');
    }
    const fourth = server.open();
    expect(await fourth.answer()).toBe('503 BUSY');
    expect(fourth.text()).toContain('retry-after: 1');
    await fourth.closed();
    // A request that comes at once is not run.
    const fifth = server.open();
    await fifth.send(head({ 'content-length': QUERY.length }) + QUERY);
    expect(await fifth.answer()).toBe('503 BUSY');
    await fifth.drop();
    await wires[0]!.drop();
    await until(async () => {
      const next = server.open();
      await next.send(head({ 'content-length': QUERY.length }) + QUERY);
      const answer = await next.answer();
      await next.drop();
      return answer === '200';
    });
    for (const wire of wires) await wire.drop();
  });

  test.each([
    ['1', 1],
    ['its address', ['127.0.0.0/8']],
  ])('of a trusted proxy (%s) are its callers’: their requests are counted for each', async (_, trustProxy) => {
    await using server = await listening({ connectionsPerAddress: 2 }, { trustProxy });
    const hold = async (address: string) => {
      const wire = server.open();
      await wire.send(head({ 'content-length': 1000, 'x-forwarded-for': address }) + QUERY);
      return wire;
    };
    const ask = async (address: string) => {
      const wire = server.open();
      await wire.send(head({ 'content-length': QUERY.length, 'x-forwarded-for': address }) + QUERY);
      const answer = await wire.answer();
      await wire.drop();
      return answer;
    };
    const held = [await hold('192.0.2.1'), await hold('192.0.2.1'), await hold('192.0.2.2')];
    await until(async () => (await ask('192.0.2.1')) === '503 BUSY');
    // What the caller says of itself before the proxy counts for nothing.
    expect(await ask('192.0.2.9, 192.0.2.1')).toBe('503 BUSY');
    expect(await ask('192.0.2.2')).toBe('200');
    expect(await ask('192.0.2.3')).toBe('200');
    await held[0]!.drop();
    await until(async () => (await ask('192.0.2.1')) === '200');
    for (const wire of held) await wire.drop();
  });

  test('of somebody who comes past the proxies are counted, whatever they claim', async () => {
    await using server = await listening({ connectionsPerAddress: 1 }, { trustProxy: ['10.0.0.0/8', '2001:db8::/32'] });
    const first = server.open();
    await first.send(head({ 'content-length': QUERY.length, 'x-forwarded-for': '192.0.2.1' }) + QUERY);
    expect(await first.answer()).toBe('200');
    const second = server.open();
    expect(await second.answer()).toBe('503 BUSY');
    await first.drop();
  });
});

describe('an upload', () => {
  const ticketOf = async (size: number): Promise<string> => {
    const made = await chief.ask(
      'mutation ($size: Int!) { createUpload(input: { fileName: "a.csv", size: $size, contentType: "text/csv" }) { url } }',
      { size },
    );
    return new URL((made['createUpload'] as { url: string }).url).pathname;
  };
  const put = (path: string, headers: Record<string, string | number>) =>
    head(headers, `PUT ${path}`).replace('application/json', 'text/csv');

  test('that drips is ended and told so; one that flows may take longer than any other request', async () => {
    await using server = await listening({ uploadPatienceMs: 500 });
    const slow = server.open();
    await slow.send(put(await ticketOf(10_000), { 'content-length': 10_000 }));
    const drip = setInterval(() => void slow.send('x'), 20);
    expect(await slow.answer()).toBe('400 UPLOAD_INTERRUPTED');
    clearInterval(drip);
    await slow.drop();

    await using patient = await listening({ requestTimeoutMs: 200 });
    const steady = patient.open();
    await steady.send(put(await ticketOf(10_000), { 'content-length': 10_000 }));
    for (let part = 0; part < 5; part++) {
      await steady.send('x'.repeat(2000));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await steady.answer()).toBe('201');
    await steady.drop();
  });

  test('larger than announced is told so while it is still being sent', async () => {
    await using server = await listening({});
    for (const [size, headers] of [
      [10, { 'transfer-encoding': 'chunked' }],
      [10, { 'content-length': 8_000_000 }],
    ] as const) {
      const wire = server.open();
      await wire.send(put(await ticketOf(size), headers));
      for (let part = 0; part < 80; part++)
        await wire.send('content-length' in headers ? 'x'.repeat(100_000) : `186a0\r\n${'x'.repeat(100_000)}\r\n`);
      expect(await wire.answer()).toBe('content-length' in headers ? '400 UPLOAD_SIZE_MISMATCH' : '413 FILE_TOO_LARGE');
      // The rest is read and dropped: the connection is as good as before.
      await wire.send(`${'content-length' in headers ? '' : '0\r\n\r\n'}${head({ 'content-length': QUERY.length })}${QUERY}`);
      await until(() => wire.text().endsWith('{"data":{"__typename":"Query"}}'));
      await wire.drop();
    }
  });

  test('has time by what it brings: waiting uses it up, bytes earn it, and never more than at first', () => {
    const credit = createTimeCredit({ ms: 60_000, bytesPerSecond: 1000 });
    const after = (waited: number, bytes: number): number => {
      credit.spend(waited);
      credit.earn(bytes);
      return credit.left;
    };
    expect([after(1000, 1), after(30_000, 10_000), after(5000, 1_000_000), after(59_999, 0), after(10, 0), after(0, 500)]).toEqual([
      59_001, 39_001, 60_000, 1, 0, 500,
    ]);
  });
});

test('what is no HTTP is answered where it can be, and is one line in the log however much of it comes', async () => {
  await using server = await listening({});
  const garbage: [string, string][] = [
    ['GARBAGE\r\n\r\n', '400 BAD_REQUEST'],
    ['\0\x01\x02\x03\r\n\r\n', '400 BAD_REQUEST'],
    ['GET / HTTP/1.1\r\nhost: a\r\nbad header\r\n\r\n', '400 BAD_REQUEST'],
    [`GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, '431 BAD_REQUEST'],
    [`${head({ 'content-length': 5, 'transfer-encoding': 'chunked' })}x`, '400 BAD_REQUEST'],
    [`${head({ 'content-length': -1 })}x`, '400 BAD_REQUEST'],
  ];
  for (const [sent, expected] of garbage) {
    const wire = server.open();
    await wire.send(sent);
    expect([sent.slice(0, 60), await wire.answer()]).toEqual([sent.slice(0, 60), expected]);
    await wire.closed();
  }
  // In the middle of a body, and after one that has been answered.
  for (const sent of [
    `${head({ 'transfer-encoding': 'chunked' })}zz\r\n`,
    `${head({ 'content-length': QUERY.length })}${QUERY}garbage\r\n\r\n`,
    `${head({ 'content-length': 100 })}{`,
  ]) {
    const wire = server.open();
    await wire.send(sent);
    if (sent.endsWith('{')) await wire.drop();
    await wire.closed();
  }
  expect(server.lines.map((line) => JSON.parse(line) as { level: string; event: string }).filter(({ level }) => level !== 'info')).toEqual(
    [],
  );
  expect(server.lines.filter((line) => line.includes('connections.malformed')).length).toBeLessThanOrEqual(1);
});
