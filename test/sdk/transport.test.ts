import { expect, test } from '@jest/globals';
import { createClient, isCrmError, type ClientOptions, type RetryEvent } from '../../sdk/src/index.js';
import { freePort } from '../support/server-process.js';
import { answers, breaksOff, hangsUp, refuses, scriptedServer, showsPage } from './support/scripted-server.js';

const query = '{ viewer { isAdministrator } }';
const mutation = 'mutation { endSessions { ended } }';
const data = { viewer: { isAdministrator: true } };
const good = answers({ data });

const failure = (work: Promise<unknown>) =>
  work.then(
    (value) => {
      throw new Error(`It succeeded with ${JSON.stringify(value)}.`);
    },
    (error: unknown) => error,
  );
const quick = (url: string, options: Partial<ClientOptions> = {}) => createClient({ url, retries: 2, ...options });

test('a server that is gone is tried again, and then said to be gone', async () => {
  const retries: RetryEvent[] = [];
  const url = `http://127.0.0.1:${await freePort()}/graphql`;
  const error = await failure(quick(url, { onRetry: (event) => retries.push(event) }).request(query));
  if (!isCrmError(error, 'NO_ANSWER')) throw error;
  expect(error.message).toContain('ECONNREFUSED');
  expect(error.message).toContain(url);
  expect(error.status).toBeUndefined();
  expect(retries.map(({ attempt, kind }) => [attempt, kind])).toEqual([
    [1, 'query'],
    [2, 'query'],
  ]);
});

test.each([
  ['cut in the middle', breaksOff],
  [
    'cut where nobody counts the bytes',
    (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"vie'),
  ],
  ['lost', hangsUp],
  ['that it is busy', refuses('BUSY', { retryable: true })],
  ['503', showsPage(503)],
  ['502 of a proxy', showsPage(502)],
])('an answer %s is asked for again', async (_, step) => {
  await using server = await scriptedServer(step, good);
  expect(await quick(server.url).request(query)).toEqual(data);
  expect(server.received).toHaveLength(2);
});

test.each([
  ['a page where GraphQL should be', showsPage(200), 'NOT_GRAPHQL'],
  ['a page that is not there', showsPage(404), 'NOT_GRAPHQL'],
  ['JSON that is no answer', answers({ hello: 'world' }, 400), 'NOT_GRAPHQL'],
  ['an error that stays', refuses('NOT_FOUND', { id: 'deal_1' }), 'NOT_FOUND'],
  ['a fault of the server', refuses('INTERNAL', { errorId: 'abc' }, 500), 'INTERNAL'],
])('%s is not asked for again', async (_, step, code) => {
  await using server = await scriptedServer(step, good);
  expect(await failure(quick(server.url).request(query))).toMatchObject({ name: 'CrmError', code });
  expect(server.received).toHaveLength(1);
});

test('a page says in the error what it is', async () => {
  await using server = await scriptedServer(showsPage(403));
  expect(await failure(quick(server.url).request(query))).toMatchObject({ status: 403, message: expect.stringContaining('<h1>403</h1>') });
});

test.each([
  ['429 in seconds', () => showsPage(429, { 'retry-after': '1' })],
  ['503 in seconds', () => showsPage(503, { 'retry-after': '1' })],
  [
    'a refusal of ours',
    () => refuses('TOO_MANY_REQUESTS', { retryable: true, retryAfterSeconds: 1, limit: 1 }, 429, { 'retry-after': '1' }),
  ],
  // Its clock is an hour ahead of ours: only the difference to its own Date counts.
  ['a date of a server whose clock is wrong', () => showsPage(503, dates(3_600_000))],
  ['a date of a server whose clock is late', () => showsPage(503, dates(-3_600_000))],
])('Retry-After is kept, by the whole client: %s', async (_, step) => {
  await using server = await scriptedServer(step(), good);
  const refusal = Promise.withResolvers<unknown>();
  const crm = quick(server.url, { onRetry: refusal.resolve });
  const first = crm.request(query);
  // When the refusal is there, whatever is asked next waits as well.
  await refusal.promise;
  const second = crm.request(query);
  expect(await Promise.all([first, second])).toEqual([data, data]);
  const [refused, ...later] = server.received.map(({ at }) => at);
  expect(later).toHaveLength(2);
  // By the wrong clock it would be no wait at all, or an hour.
  for (const at of later) expect(at - refused!).toBeGreaterThan(990);
});

const dates = (offBy: number) => {
  const now = Math.floor(Date.now() / 1000) * 1000 + offBy;
  return { date: new Date(now).toUTCString(), 'retry-after': new Date(now + 1000).toUTCString() };
};

test('a wait beyond what the caller takes is an error at once, and holds up nobody', async () => {
  await using server = await scriptedServer(showsPage(503, { 'retry-after': '3600' }), good);
  const crm = quick(server.url, { maxWaitMs: 5000 });
  expect(await failure(crm.request(query))).toMatchObject({ status: 503 });
  expect(await crm.request(query)).toEqual(data);
});

test('a mutation has one key through all its attempts, the next call another, a query none', async () => {
  await using server = await scriptedServer(hangsUp, showsPage(503), answers({ data: { endSessions: { ended: 0 } } }));
  const crm = quick(server.url);
  await crm.request(mutation);
  await crm.request(mutation);
  await crm.request(mutation, {}, { idempotencyKey: 'of-my-own' });
  await crm.request(query);
  const keys = server.received.map(({ headers }) => headers['idempotency-key']);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys).toEqual([keys[0], keys[0], keys[0], expect.stringMatching(/^[0-9a-f]{32}$/), 'of-my-own', undefined]);
  expect(keys[3]).not.toBe(keys[0]);
});

test.each([
  ['an answer that is lost', hangsUp],
  ['an answer cut in the middle', breaksOff],
  ['trouble of the server', showsPage(503)],
])('a sign-in has no key, and is not sent again after %s', async (_, step) => {
  await using server = await scriptedServer(step, good);
  const signIn = 'mutation In($email: String!) { signIn(email: $email, password: "mutation") { token } }';
  expect(isCrmError(await failure(quick(server.url).request(signIn, { email: 'a' })))).toBe(true);
  expect(server.received.map(({ headers }) => headers['idempotency-key'])).toEqual([undefined]);
});

test('a sign-in that was surely not done is sent again', async () => {
  const answer = { data: { signIn: { token: 'abc' } } };
  const signIn = 'mutation { signIn(email: "a", password: "b") { token } }';
  await using limited = await scriptedServer(refuses('TOO_MANY_REQUESTS', { retryable: true, retryAfterSeconds: 0 }, 429), answers(answer));
  expect(await quick(limited.url).request(signIn)).toEqual(answer.data);

  const url = `http://127.0.0.1:${await freePort()}/graphql`;
  let attempts = 0;
  await failure(quick(url, { onRequest: () => attempts++ }).request(signIn));
  expect(attempts).toBe(3);
});

test.each([
  ['{ a }', undefined, 'query'],
  ['query mutation { a }', undefined, 'query'],
  ['# mutation\nquery Q($mutation: String = "mutation") { mutation { a } }', undefined, 'query'],
  ['query A { a } mutation B { b }', 'A', 'query'],
  ['query A { a } mutation B { b }', 'B', 'mutation'],
  ['fragment F on M { id }\nmutation($i: I = { a: { b: 1 } }) { b(i: $i) { ...F } }', undefined, 'mutation'],
  ['mutation { out: signOut { sessionId } }', undefined, 'mutation'],
  ['mutation { again: refreshSession(refreshToken: "x") { token } }', undefined, 'open'],
  ['mutation { createAccount(input: { accountName: "signIn(" }) { account { id } } }', undefined, 'mutation'],
])('%s is told by its text', async (document, operationName, kind) => {
  await using server = await scriptedServer(good);
  const kinds: string[] = [];
  await quick(server.url, { onRequest: (event) => kinds.push(event.kind) }).request(document, {}, { operationName });
  expect(kinds).toEqual([kind]);
});

test('a call ends when its signal says so: before it is sent, while it waits for an answer, between attempts', async () => {
  await using silent = await scriptedServer(() => undefined);
  const reason = new Error('enough');
  expect(await failure(quick(silent.url).request(query, {}, { signal: AbortSignal.abort(reason) }))).toBe(reason);
  expect(silent.received).toHaveLength(0);

  const controller = new AbortController();
  const waiting = failure(quick(silent.url).request(query, {}, { signal: controller.signal }));
  while (silent.received.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
  controller.abort(reason);
  expect(await waiting).toBe(reason);

  await using paused = await scriptedServer(showsPage(503, { 'retry-after': '30' }));
  const start = performance.now();
  const between = new AbortController();
  const crm = quick(paused.url, { onRetry: () => setTimeout(() => between.abort(reason), 20) });
  expect(await failure(crm.request(query, {}, { signal: between.signal }))).toBe(reason);
  // Others that wait for the end of the pause can be called off as well.
  expect(await failure(crm.request(query, {}, { signal: AbortSignal.timeout(50) }))).toMatchObject({ name: 'TimeoutError' });
  // Long before the pause is over.
  expect(performance.now() - start).toBeLessThan(30_000);
});

test('an attempt that takes too long is given up and tried again', async () => {
  await using server = await scriptedServer(() => undefined, good);
  expect(await quick(server.url, { timeoutMs: 100 }).request(query)).toEqual(data);
  await using silent = await scriptedServer(() => undefined);
  expect(await failure(quick(silent.url, { timeoutMs: 50, retries: 0 }).request(query))).toMatchObject({ code: 'NO_ANSWER' });
});

test('those who log see every attempt', async () => {
  await using server = await scriptedServer(refuses('BUSY', { retryable: true }), answers({ data, extensions: { cost: { total: 1 } } }));
  const seen: unknown[] = [];
  const crm = quick(server.url, {
    headers: { 'accept-language': 'nl' },
    onRequest: (event) => seen.push(['request', event.operation, event.attempt]),
    onResponse: ({ status, error, extensions }) => seen.push(['response', status, error?.code, extensions]),
    onRetry: ({ error, waitMs }) => seen.push(['retry', error.code, waitMs >= 0 && waitMs < 250]),
  });
  await crm.request('query Me { viewer { isAdministrator } }');
  expect(seen).toEqual([
    ['request', 'Me', 1],
    ['response', 200, 'BUSY', undefined],
    ['retry', 'BUSY', true],
    ['request', 'Me', 2],
    ['response', 200, undefined, { cost: { total: 1 } }],
  ]);
  expect(server.received[0]?.headers['accept-language']).toBe('nl');
});

test('what came beside the errors is with them', async () => {
  const errors = [
    { message: 'No', path: ['deals'], extensions: { code: 'FORBIDDEN', reason: 'No' } },
    { message: 'Neither', extensions: { code: 'BUSY' } },
  ];
  await using server = await scriptedServer(answers({ data: { viewer: null }, errors }, 200, { 'x-request-id': 'r1' }));
  expect(await failure(quick(server.url).request(query))).toMatchObject({
    code: 'FORBIDDEN',
    message: 'No',
    details: { reason: 'No' },
    errors,
    data: { viewer: null },
    requestId: 'r1',
  });
});

test('an error of another copy of the package is known by its brand', async () => {
  const errors = '../../sdk/src/errors.js';
  const copy = (await import(errors + '?copy')) as typeof import('../../sdk/src/errors.js');
  const error = new copy.CrmError('BUSY', 'Later');
  expect(isCrmError(error, 'BUSY')).toBe(true);
  expect(isCrmError(error, 'CONFLICT')).toBe(false);
  expect(isCrmError(new Error('BUSY'))).toBe(false);
  expect(isCrmError(null)).toBe(false);
  expect(error instanceof (await import(errors)).CrmError).toBe(false);
});

test.each([
  [12.5, '"12.5"'],
  [-0.1, '"-0.1"'],
  [1234567890.12, '"1234567890.12"'],
  [0.000001, '"0.000001"'],
  [1e16, '"10000000000000000"'],
  [7, '7'],
  [-0, '0'],
  [Number.MAX_SAFE_INTEGER, '9007199254740991'],
])('the number %d is sent as %s', async (amount, text) => {
  await using server = await scriptedServer(good);
  const crm = quick(server.url);
  await crm.request(query, { input: { amount }, in: [amount] });
  expect(JSON.stringify(server.received[0]!.body.variables)).toBe(`{"input":{"amount":${text}},"in":[${text}]}`);
});

test.each([0.1 + 0.2, 1.1 * 3, 4.35 * 100, 2 ** 53 + 2, 1e-7, 1e21, NaN, Infinity, -Infinity])(
  'the number %d, which nobody wrote like that, is refused before anything is sent',
  async (amount) => {
    await using server = await scriptedServer(good);
    const error = await failure(quick(server.url).request(mutation, { input: { amount } }));
    expect(error).toMatchObject({ name: 'CrmError', code: 'INEXACT_NUMBER', message: expect.stringContaining(`amount: ${amount}`) });
    expect(server.received).toEqual([]);
  },
);

const token = 'abc\ndef';
test.each<[string, Partial<ClientOptions>, object?, string?]>([
  ['a header that is none', { headers: { 'x-name': 'a\nb' } }],
  ['a header with a name that is none', { headers: { 'x name': 'a' } }],
  ['a token with a line break', { auth: token }],
  ['a function that gives such a token', { auth: () => token }],
  ['a timeout below 0', { timeoutMs: -1 }],
  ['a timeout that is no number', {}, { timeoutMs: NaN }],
  ['a signal that is none', {}, { signal: new AbortController() }],
  ['a fetch that is wrong', { fetch: () => (undefined as unknown as { go(): never }).go() }],
  ['a fetch that answers nothing', { fetch: () => Promise.resolve(undefined as never) }],
  ['a fetch of names that there are not', { fetch: () => Promise.reject(new ReferenceError('x is not defined')) }],
  ['a number that JSON does not know', {}, {}, '{ "a": 1n }'],
])('%s fails at once, as the mistake that it is', async (_, options, callOptions = {}, big) => {
  await using server = await scriptedServer(good);
  const retries: RetryEvent[] = [];
  const crm = quick(server.url, { ...options, onRetry: (event) => retries.push(event) });
  const error = await failure(crm.request(query, big ? { a: 1n } : {}, callOptions));
  expect(isCrmError(error)).toBe(false);
  expect(error).toBeInstanceOf(Error);
  expect(['TypeError', 'ReferenceError']).toContain((error as Error).name);
  expect(retries).toEqual([]);
  expect(server.received).toEqual([]);
});

test('a client without an address that can be asked is not made', () => {
  for (const url of ['/graphql', 'crm.example.com/graphql', 'http://', '']) expect(() => createClient({ url })).toThrow(TypeError);
  // With a fetch of their own, others may know what it means.
  expect(() => createClient({ url: '/graphql', fetch: (...args) => fetch(...args) })).not.toThrow();
});

test('a call whose session has ended meanwhile is not sent with the old token again', async () => {
  await using server = await scriptedServer(refuses('UNAUTHENTICATED'));
  const crm = quick(server.url, { auth: (reason) => (reason === 'request' ? 'old' : undefined) });
  await failure(crm.request(query));
  expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', undefined]);
});

test('of a server that answers now and then, a lost answer is asked for again as often as before', async () => {
  await using server = await scriptedServer(good, hangsUp, hangsUp, good);
  const crm = quick(server.url);
  await crm.request(query);
  expect(await crm.request(query)).toEqual(data);
  expect(server.received).toHaveLength(4);
});
