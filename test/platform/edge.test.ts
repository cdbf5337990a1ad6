import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Fastify from 'fastify';
import { nameOf } from '../../server/platform/http/hosts.js';
import { createLog } from '../../server/platform/http/log.js';
import type { EdgeOptions } from '../../server/platform/http/server.js';
import { trustProxy } from '../../server/platform/http/trust-proxy.js';
import { codesOf } from '../support/answers.js';
import { workspace, type Answer, type Company, type Workspace } from '../support/workspace.js';

const edge: EdgeOptions = {
  trustProxy: 0,
  hosts: ['crm.example.com'],
  takesAnyAddress: false,
  origins: ['https://app.example.com'],
};
const written: string[] = [];
const log = createLog('info', { write: (line) => void written.push(line) });
let crm: Workspace;
let acme: Company;
beforeAll(async () => {
  crm = await workspace({ config: { edge }, log });
  acme = await crm.company('acme');
});
afterAll(() => crm.close());

/** A request as it may come off the wire. */
async function ask(
  headers: Record<string, string>,
  { server = crm, url = '/graphql', method = 'POST' }: { server?: Workspace; url?: string; method?: 'GET' | 'POST' | 'OPTIONS' } = {},
) {
  const answer = await server.app.http.inject({
    method,
    url,
    headers: { ...(method === 'POST' && { 'content-type': 'application/json' }), ...headers },
    ...(method === 'POST' && { payload: '{"query":"{ __typename }"}' }),
  });
  let codes: string[] = [];
  try {
    codes = codesOf(answer.json<Answer>());
  } catch {
    // A page, or nothing.
  }
  return { status: answer.statusCode, codes, headers: answer.headers, text: answer.body };
}
const outcome = async (...parameters: Parameters<typeof ask>): Promise<string> => {
  const { status, codes } = await ask(...parameters);
  return [status, ...codes].join(' ');
};

describe('the name that a request asks under', () => {
  test('is the server’s, or loopback’s, with any port', async () => {
    for (const host of ['crm.example.com', 'CRM.example.com.:4000', 'localhost:1', 'a.localhost', '127.0.0.1:4000', '[::1]:4000'])
      expect([host, await outcome({ host })]).toEqual([host, '200']);
  });

  test('of a stranger is refused wherever it leads, in GraphQL’s form', async () => {
    const strangers = [
      'evil.example.com',
      'crm.example.com.evil.com',
      'xcrm.example.com',
      '127.0.0.1.evil.com',
      '10.0.0.1',
      '[fe80::1]',
      '0.0.0.0',
    ];
    for (const host of strangers) {
      expect([host, await outcome({ host })]).toEqual([host, '421 HOST_NOT_ALLOWED']);
      for (const url of ['/', '/account', '/main.js', '/nothing'])
        expect([host, url, await outcome({ host }, { url, method: 'GET' })]).toEqual([host, url, '421 HOST_NOT_ALLOWED']);
    }
    const { text, headers } = await ask({ host: 'evil.example.com' });
    expect(JSON.parse(text)).toEqual({
      errors: [
        {
          message: 'This server does not answer to the name "evil.example.com". Its operator can add it to RELATA_HOSTS.',
          extensions: { code: 'HOST_NOT_ALLOWED', host: 'evil.example.com' },
        },
      ],
    });
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test('is anything for the probes, which tell nothing', async () => {
    for (const url of ['/livez', '/readyz'])
      expect(await ask({ host: '10.1.2.3', origin: 'https://evil.example.com' }, { url, method: 'GET' })).toMatchObject({
        status: 200,
        text: 'ok\n',
      });
  });

  test('may be any address, and still no other name, when the server listens on all of them', async () => {
    await using open = await workspace({ config: { edge: { ...edge, takesAnyAddress: true } } });
    for (const host of ['10.0.0.1:4000', '[fe80::1]:4000', 'crm.example.com'])
      expect(await outcome({ host }, { server: open })).toBe('200');
    for (const host of ['evil.example.com', '1.2.3.4.evil.com', '0x7f.1', '999.1.1.1'])
      expect([host, await outcome({ host }, { server: open })]).toEqual([host, '421 HOST_NOT_ALLOWED']);
  });

  test('is read without its port, and what is no name is none', () => {
    expect(['A.b:80', 'a.b.', '[::1]:1', '[::1]', '::1', 'a:b', 'a:1:2', 'a@b', '[a'].map(nameOf)).toEqual([
      'a.b',
      'a.b',
      '::1',
      '::1',
      '',
      '',
      '',
      'a@b',
      '',
    ]);
  });
});

describe('the page that asks', () => {
  const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' };

  test('of a listed origin may ask and read the answer, without cookies, and browsers remember it', async () => {
    const origin = 'https://app.example.com';
    const allowed = await ask({ origin, ...preflight }, { method: 'OPTIONS' });
    expect(allowed).toMatchObject({
      status: 204,
      text: '',
      headers: {
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST, PUT',
        'access-control-allow-headers': 'authorization,content-type',
        'access-control-max-age': '86400',
        vary: expect.stringMatching(/Origin/i),
      },
    });
    const answered = await ask({ origin });
    expect(answered).toMatchObject({ status: 200, codes: [], text: '{"data":{"__typename":"Query"}}' });
    expect(answered.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'retry-after, x-request-id',
      'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
    });
    for (const { headers } of [allowed, answered]) expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  test('of a stranger is refused, asked before or not, whatever it asks', async () => {
    for (const origin of [
      'https://evil.example.com',
      'http://app.example.com',
      'https://app.example.com:8443',
      'https://app.example.com.evil.com',
      'http://localhost:3000',
      'null',
      'file://',
      '',
      'https://localhost:80@evil.com',
    ]) {
      for (const method of ['POST', 'GET', 'OPTIONS'] as const) {
        const { status, codes, headers } = await ask(
          { origin, ...preflight },
          { method, url: method === 'GET' ? '/graphql?query={__typename}' : '/graphql' },
        );
        expect([origin, method, status, codes]).toEqual([origin, method, 403, ['ORIGIN_NOT_ALLOWED']]);
        expect(headers).not.toHaveProperty('access-control-allow-origin');
      }
    }
    expect(await outcome({ origin: 'https://evil.example.com' }, { url: '/', method: 'GET' })).toBe('403 ORIGIN_NOT_ALLOWED');
  });

  test('of the server’s own origin needs no list, also behind a proxy that takes TLS off', async () => {
    for (const [host, origin] of [
      ['crm.example.com', 'https://crm.example.com'],
      ['crm.example.com:443', 'https://crm.example.com'],
      ['127.0.0.1:4000', 'http://127.0.0.1:4000'],
      ['[::1]:4000', 'http://[::1]:4000'],
    ] as const) {
      const { status, headers } = await ask({ host, origin });
      expect([origin, status]).toEqual([origin, 200]);
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
    expect(await outcome({ host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4001' })).toBe('403 ORIGIN_NOT_ALLOWED');
  });

  test('may be any of the caller’s own machine where loopback is listed', async () => {
    await using demo = await workspace({ config: { edge: { ...edge, origins: ['loopback'] } } });
    for (const origin of [
      'http://localhost:5173',
      'https://localhost',
      'http://127.0.0.1:3000',
      'http://[::1]:3000',
      'http://app.localhost:1',
    ]) {
      const { status, headers } = await ask({ origin }, { server: demo });
      expect([status, headers['access-control-allow-origin']]).toEqual([200, origin]);
    }
    for (const origin of ['http://localhost.evil.com', 'http://127.0.0.1.evil.com', 'ftp://localhost', 'null'])
      expect([origin, await outcome({ origin }, { server: demo })]).toEqual([origin, '403 ORIGIN_NOT_ALLOWED']);
  });

  test('of any origin is a stranger’s where none is listed, and OPTIONS is not served', async () => {
    await using closed = await workspace({ database: 'own' });
    expect(await outcome({ origin: 'http://localhost:3000' }, { server: closed })).toBe('403 ORIGIN_NOT_ALLOWED');
    expect(await outcome({}, { server: closed, method: 'OPTIONS' })).toBe('405 BAD_REQUEST');
    expect(await outcome({}, { server: closed })).toBe('200');
  });
});

describe('what a proxy says of a caller', () => {
  /** What a server behind the proxies takes a caller for. */
  async function seen(proxies: number | readonly string[], headers: Record<string, string>, remoteAddress = '10.0.0.9') {
    const app = Fastify({ trustProxy: trustProxy(proxies) });
    app.get('/', ({ ip, host, protocol }) => `${protocol}://${host} ${ip}`);
    return (await app.inject({ url: '/', headers: { host: 'inner', ...headers }, remoteAddress })).body;
  }
  const spoofed = { 'x-forwarded-for': '9.9.9.9, 8.8.8.8', 'x-forwarded-host': 'outer', 'x-forwarded-proto': 'https' };

  test('counts for nothing unless the proxy is trusted', async () => {
    expect(await seen(0, spoofed)).toBe('http://inner 10.0.0.9');
    expect(await seen(['10.0.1.0/24'], spoofed)).toBe('http://inner 10.0.0.9');
  });

  test('of one proxy is who spoke to it; what the caller claims before that stays a claim', async () => {
    expect(await seen(1, spoofed)).toBe('https://outer 8.8.8.8');
    expect(await seen(['10.0.0.0/24'], spoofed)).toBe('https://outer 8.8.8.8');
    expect(await seen(2, spoofed)).toBe('https://outer 9.9.9.9');
    expect(await seen(['10.0.0.9', '8.8.8.8'], spoofed)).toBe('https://outer 9.9.9.9');
    expect(await seen(1, {})).toBe('http://inner 10.0.0.9');
  });

  test('is not needed to spoof a name: the request’s own must be ours as well', async () => {
    await using behind = await workspace({ config: { edge: { ...edge, trustProxy: 1 } } });
    const server = behind;
    expect(await outcome({ host: 'crm.example.com', 'x-forwarded-host': 'crm.example.com' }, { server })).toBe('200');
    expect(await outcome({ host: 'evil.example.com', 'x-forwarded-host': 'crm.example.com' }, { server })).toBe('421 HOST_NOT_ALLOWED');
    expect(await outcome({ host: 'crm.example.com', 'x-forwarded-host': 'evil.example.com' }, { server })).toBe('421 HOST_NOT_ALLOWED');
    expect(await outcome({ host: 'crm.example.com', 'x-forwarded-host': 'evil.example.com' })).toBe('200');
  });
});

describe('the schema', () => {
  const INTROSPECTION = '{ __typename __schema { queryType { name } } __type(name: "Account") { name } }';
  const seen = { __typename: 'Query', __schema: { queryType: { name: 'Query' } }, __type: { name: 'Account' } };
  /** Each is refused with a hint of graphql-js, when it is told at all. */
  const nearMisses: [query: string, variables?: object][] = [
    ['{ acounts { totalCount } }'],
    ['{ accounts { totalCoun } }'],
    ['{ accounts(frist: 1) { totalCount } }'],
    ['{ accounts(orderBy: [{ accountName: ACS }]) { totalCount } }'],
    ['query ($order: [AccountOrder!]) { accounts(orderBy: $order) { totalCount } }', { order: [{ acountName: 'ASC' }] }],
    ['query ($order: [AccountOrder!]) { accounts(orderBy: $order) { totalCount } }', { order: [{ accountName: 'ACS' }] }],
    ['mutation { createAcount(input: {}) { account { id } } }'],
    ['mutation { createAccount(input: { acountName: "x" }) { account { id } } }'],
  ];
  const opened: [query: string, variables?: object][] = [
    ['query ($a: AccountFilte) { __typename }'],
    ['{ __typename ... on Acount { id } }'],
    ['mutation { signIn(emall: "a", password: "b") { token } }'],
    ['mutation { signIn(email: "a", password: "b") { tokn } }'],
  ];

  test('can be looked at by whoever is signed in, and by nobody else', async () => {
    expect(await acme.chief.ask(INTROSPECTION)).toEqual(seen);
    expect(await crm.post({ query: INTROSPECTION })).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' }, path: ['__schema'] }],
    });
    expect((await crm.post({ query: '{ __typename }' })).data).toEqual({ __typename: 'Query' });
    for (const query of [
      '{ ...F } fragment F on Query { __type(name: "Account") { name } }',
      '{ __typename: __schema { queryType { name } } }',
      'mutation { __typename ... on Mutation { __typename } x: __schema { queryType { name } } }',
    ])
      expect(codesOf(await crm.post({ query }))).toEqual(['UNAUTHENTICATED']);
  });

  test('does not show in what callers who are not signed in are refused with: no name, no hint, no difference', async () => {
    for (const [query, variables] of nearMisses) {
      const { errors, text } = await crm.post({ query, variables });
      expect([query, errors?.map(({ extensions }) => extensions.code)]).toEqual([query, ['UNAUTHENTICATED']]);
      expect(text).not.toMatch(/Did you mean|\bAccount|totalCount|ASC/);
    }
    for (const [query, variables] of opened) {
      const { errors, text } = await crm.post({ query, variables });
      expect(errors).not.toBeUndefined();
      expect(text).not.toMatch(/Did you mean|"AccountFilter|token"/);
    }
    // What is there and what is not, in order and not, answered alike to the last byte.
    for (const accept of ['application/graphql-response+json', 'application/json']) {
      const answers = await Promise.all(
        [
          '{ x: account(id: "x") { id } }',
          '{ x: account(idd: "x") { id } }',
          '{ x: nothing }',
          'mutation { x: createAccount }',
          'mutation { x: nothing }',
        ].map(async (query) => {
          const { status, text } = await crm.post({ query }, { accept });
          return `${status} ${text}`;
        }),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toMatch(/^401 /);
    }
  });

  test('shows in what others are refused with, as graphql-js means it', async () => {
    await using demo = await workspace({ config: { demo: true }, databaseUrl: crm.url });
    const tellers = [
      (query: string, variables?: object) => acme.chief.send(query, variables),
      (query: string, variables?: object) => demo.post({ query, variables }),
    ];
    for (const send of tellers) {
      const hints = await Promise.all(
        [...nearMisses, ...opened].map(async ([query, variables]) => /Did you mean/.test((await send(query, variables)).text)),
      );
      expect(hints.filter(Boolean).length).toBeGreaterThanOrEqual(10);
    }
    expect((await demo.post({ query: INTROSPECTION })).data).toEqual(seen);
    // The rest is as closed there as anywhere.
    expect(codesOf(await demo.post({ query: '{ __schema { queryType { name } } accounts { totalCount } }' }))).toEqual(['UNAUTHENTICATED']);
  });
});

test('what is refused at the edge is in the log by its code, and nothing of what came along', async () => {
  written.length = 0;
  await ask({ host: 'evil.example.com', authorization: 'Bearer hush' });
  await ask({ origin: 'https://evil.example.com', authorization: 'Bearer hush' });
  await crm.post('{"query": hush', {});
  await crm.post({ query: '{ __typename }' }, { authorization: 'Bearer hush' });
  await crm.post({ query: '{ hush }' });
  const lines = written.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ event, status, errorCode }) => [event, status, errorCode])).toEqual([
    ['request.refused', 421, 'HOST_NOT_ALLOWED'],
    ['request.refused', 403, 'ORIGIN_NOT_ALLOWED'],
    ['request.refused', 400, 'BAD_REQUEST'],
    ['request.refused', 401, 'UNAUTHENTICATED'],
    ['request.done', 401, 'UNAUTHENTICATED'],
  ]);
  expect(lines.every(({ requestId }) => /^[\da-f-]{36}$/.test(String(requestId)))).toBe(true);
  expect(written.join('')).not.toMatch(/hush|evil/);
});

test('links begin with the address that was set, else with the one the server listens on', async () => {
  await using named = await workspace({ config: { publicUrl: 'https://crm.example.com/relata' }, databaseUrl: crm.url });
  expect(named.app.services.publicUrl).toBe('https://crm.example.com/relata');
  await using unnamed = await workspace({ databaseUrl: crm.url });
  const address = await unnamed.app.http.listen({ host: '127.0.0.1', port: 0 });
  expect(unnamed.app.services.publicUrl).toBe(address);
  await using everywhere = await workspace({ databaseUrl: crm.url });
  const { port } = new URL(await everywhere.app.http.listen({ host: '0.0.0.0', port: 0 }));
  expect(everywhere.app.services.publicUrl).toBe(`http://localhost:${port}`);
});
