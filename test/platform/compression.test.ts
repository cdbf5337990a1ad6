import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
let chief: Person;
beforeAll(async () => {
  crm = await workspace({ config: { demo: true } });
  acme = await crm.company('acme');
  ({ chief } = acme);
});
afterAll(() => crm.close());

const BROWSER = 'gzip, deflate, br, zstd';

async function get(url: string, encoding: string | null, headers: Record<string, string> = {}) {
  const answer = await crm.app.http.inject({ url, headers: { ...(encoding !== null && { 'accept-encoding': encoding }), ...headers } });
  const { 'content-encoding': chosen } = answer.headers;
  const decoded =
    chosen === 'br' ? brotliDecompressSync(answer.rawPayload) : chosen === 'gzip' ? gunzipSync(answer.rawPayload) : answer.rawPayload;
  return {
    ...answer,
    status: answer.statusCode,
    headers: answer.headers,
    chosen,
    bytes: answer.rawPayload.length,
    text: decoded.toString(),
  };
}
async function post(query: string, token: string | null, encoding: string | null = BROWSER, variables: object = {}) {
  const answer = await crm.app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(encoding !== null && { 'accept-encoding': encoding }),
    },
    payload: JSON.stringify({ query, variables }),
  });
  const { 'content-encoding': chosen } = answer.headers;
  const text = (
    chosen === 'br' ? brotliDecompressSync(answer.rawPayload) : chosen === 'gzip' ? gunzipSync(answer.rawPayload) : answer.rawPayload
  ).toString();
  return { status: answer.statusCode, headers: answer.headers, chosen, bytes: answer.rawPayload.length, text };
}

const LARGE = '{ __schema { types { name description fields { name description } } } }';

test('large answers are compressed as the caller takes it, and say the same', async () => {
  const plain = await post(LARGE, chief.token, null);
  expect([plain.chosen, plain.bytes > 100_000]).toEqual([undefined, true]);
  for (const [accepted, expected] of [
    [BROWSER, 'br'],
    ['br;q=0.1, gzip', 'br'],
    ['*', 'br'],
    ['gzip', 'gzip'],
    ['gzip, br;q=0', 'gzip'],
    ['identity', undefined],
    ['', undefined],
    ['gzip;q=0', undefined],
    ['zstd', undefined],
  ] as const) {
    const answer = await post(LARGE, chief.token, accepted);
    expect([accepted, answer.chosen, answer.text === plain.text]).toEqual([accepted, expected, true]);
    expect(answer.headers).toMatchObject({
      vary: 'accept-encoding',
      'content-length': String(answer.bytes),
      'content-type': plain.headers['content-type'],
    });
    if (expected) expect(answer.bytes).toBeLessThan(plain.bytes / 4);
  }
});

test('answers below a kilobyte are left as they are', async () => {
  const accounts = (count: number) =>
    `{ ${Array.from({ length: count }, (_, index) => `${String.fromCharCode(97 + index)}: __typename`).join(' ')} }`;
  const small = await post(accounts(10), chief.token);
  expect([small.chosen, small.headers['vary'], small.bytes < 1024]).toEqual([undefined, undefined, true]);
  const large = await post('{ __type(name: "Account") { name description fields { name description } } }', chief.token);
  expect(large.chosen).toBe('br');
  const livez = await get('/livez', BROWSER);
  expect([livez.chosen, livez.text]).toEqual([undefined, 'ok\n']);
});

test('answers that hold tokens, keys or links are never compressed, whatever stands next to them', async () => {
  const aliases = (field: string) => Array.from({ length: 15 }, (_, index) => `a${index}: ${field}`).join(' ');
  const credentials = { e: chief.email, p: chief.password };
  const signIn = await post(
    `mutation ($e: String!, $p: String!) { signIn(email: $e, password: $p) { ${aliases('token')} refreshToken } }`,
    null,
    BROWSER,
    credentials,
  );
  const { refreshToken } = (JSON.parse(signIn.text) as { data: { signIn: { refreshToken: string } } }).data.signIn;
  const answers = [
    signIn,
    await post(`mutation ($t: String!) { refreshSession(refreshToken: $t) { ${aliases('token')} } }`, null, BROWSER, { t: refreshToken }),
    await post(
      `mutation { ...F } fragment F on Mutation { x: createApiKey(input: { name: "${'n'.repeat(90)}", isReadOnly: true }) { apiKey { ${aliases('name')} } ${aliases('key')} } }`,
      chief.token,
    ),
  ];
  for (const { status, chosen, bytes, text, headers } of answers)
    expect([text.slice(0, 80), status, chosen, bytes > 1024, headers['cache-control']]).toEqual([
      text.slice(0, 80),
      200,
      undefined,
      true,
      'no-store',
    ]);
  // Other mutations are.
  const inputs = Array.from({ length: 100 }, (_, index) => ({ accountName: `Account ${index}` }));
  const written = await post(
    'mutation ($inputs: [AccountCreateInput!]!) { createAccounts(inputs: $inputs) { results { index account { id accountName } } } }',
    chief.token,
    BROWSER,
    { inputs },
  );
  expect([written.text.slice(0, 60), written.chosen]).toEqual([written.text.slice(0, 60), 'br']);
  expect(JSON.parse(written.text)).not.toHaveProperty('errors');
});

test('the explorer and its files are compressed and kept, with their caching and policies as before', async () => {
  for (const path of ['/', '/main.js', '/styles.css', '/account']) {
    const plain = await get(path, null);
    for (const [accepted, expected] of [
      [BROWSER, 'br'],
      ['gzip', 'gzip'],
      [BROWSER, 'br'],
    ] as const) {
      const answer = await get(path, accepted);
      expect([path, answer.chosen, answer.bytes < plain.bytes / 2]).toEqual([path, expected, true]);
      const withoutNonce = (text: string) => text.replace(/nonce="[^"]*"|nonce = "[^"]*"/g, '');
      expect(withoutNonce(answer.text) === withoutNonce(plain.text)).toBe(true);
      expect(answer.headers['vary']).toContain('accept-encoding');
      for (const name of ['cache-control', 'content-type', 'etag', 'x-content-type-options'])
        expect([path, name, answer.headers[name]]).toEqual([path, name, plain.headers[name]]);
    }
    // A page that the browser still has is not sent again, and what has no body gets none.
    const etag = plain.headers['etag'];
    if (etag)
      expect([
        (await get(path, BROWSER, { 'if-none-match': etag })).status,
        (await get(path, BROWSER, { 'if-none-match': etag })).bytes,
      ]).toEqual([304, 0]);
    expect((await crm.app.http.inject({ method: 'HEAD', url: path, headers: { 'accept-encoding': BROWSER } })).rawPayload).toHaveLength(0);
    const part = await get(path, BROWSER, { range: 'bytes=0-99' });
    if (part.status === 206) expect([part.chosen, part.bytes]).toEqual([undefined, 100]);
  }
});

test('no answer about a caller is kept, and none is taken for another type', async () => {
  const query = encodeURIComponent('{ viewer { isAdministrator } }');
  const bearer = { authorization: `Bearer ${chief.token}` };
  const answers: [string, Promise<{ headers: Record<string, unknown> }>][] = [
    ['a query', post('{ viewer { isAdministrator } }', chief.token)],
    ['a query by GET', get(`/graphql?query=${query}`, null, bearer)],
    ['one of nobody', post('{ viewer { isAdministrator } }', null)],
    ['a token that is none', post('{ viewer { isAdministrator } }', 'x')],
    ['no JSON', crm.app.http.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: '{' })],
    ['no content type', crm.app.http.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'text/plain' }, payload: '{}' })],
  ];
  for (const [name, answer] of answers) {
    const { headers } = await answer;
    expect([name, headers['cache-control'], headers['x-content-type-options']]).toEqual([name, 'no-store', 'nosniff']);
  }
  for (const url of ['/livez', '/readyz', '/nothing', '/graphql-nothing', '/main.js', '/', '/account', '/files/file_x?for=x', '/uploads/x'])
    expect([url, (await get(url, null)).headers['x-content-type-options']]).toEqual([url, 'nosniff']);
});
