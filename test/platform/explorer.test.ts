import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { getDistDirectory } from 'altair-static';
import Fastify, { type FastifyInstance } from 'fastify';
import { buildSchema, graphql, parse } from 'graphql';
import { chromium, type Locator, type Page } from 'playwright-core';
import { checkDocument } from '../../server/core/document-limits.js';
import { makeSignInLink } from '../../server/platform/auth/sign-in-link.js';
import { explorer, type ExplorerOptions } from '../../server/platform/explorer/explorer.js';
import { workspace } from '../support/workspace.js';

const examples = readFileSync(new URL('../../server/platform/explorer/examples.graphql', import.meta.url), 'utf8');

test('the page may run only its own scripts, by a nonce that is never the same', async () => {
  await using app = await served();
  const [first, second] = [await app.inject('/'), await app.inject('/')];
  const [nonce, other] = [first, second].map(({ headers }) => /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1]);

  expect(first.statusCode).toBe(200);
  expect(first.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect(nonce).toMatch(/^[\w+/]{24}$/);
  expect(other).not.toBe(nonce);

  const policy = String(first.headers['content-security-policy']);
  expect(policy).toContain(`script-src 'self' 'nonce-${nonce}';`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);

  const inline = [...first.body.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/g)].map(([tag]) => tag);
  expect(inline).toEqual([`<script type="module" nonce="${nonce}">`]);
});

test('the page names no address but our own, and every file of the explorer is there', async () => {
  await using app = await served();
  const { body } = await app.inject('/');
  expect(body).not.toMatch(/(https?:)?\/\/\w+\.\w+/);

  const referenced = [...body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path]) => new URL(path!, 'http://us/').pathname);
  const shipped = readdirSync(getDistDirectory(), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !/^index\.html$|\.md$/.test(file.name))
    .map((file) => `${file.parentPath}/${file.name}`.slice(getDistDirectory().length).replaceAll('\\', '/'));
  expect(referenced.length).toBeGreaterThan(10);
  expect(shipped.length).toBeGreaterThan(50);
  for (const path of [...referenced, ...shipped]) {
    const { statusCode, headers } = await app.inject(path);
    expect([path, statusCode]).toEqual([path, 200]);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': expect.any(String) });
  }
});

test('the frame for scripts gets an origin of its own, and the page is not served without its policy', async () => {
  await using app = await served();
  expect((await app.inject('/iframe-sandbox/index.html')).headers['content-security-policy']).toBe('sandbox allow-scripts');
  expect((await app.inject('/index.html')).statusCode).toBe(404);
});

test('what is not a file of the explorer is left to the application', async () => {
  await using app = await served();
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ from: 'the application' }));
  for (const path of ['/nothing', '/assets/', '/assets/../../package.json', '/.env']) {
    expect((await app.inject(path)).json()).toEqual({ from: 'the application' });
  }
});

test('examples and presets reach the page, and cannot break out of its script', async () => {
  const hostile = '# </script><script>alert(1)</script> <!-- ${alert(2)} `';
  const address = 'ada"@example.com';
  await using app = await served({
    endpoint: '/api/graphql',
    examples: `${hostile} "you@example.com"`,
    preset: () => Promise.resolve({ email: address, variables: { note: hostile } }),
  });
  const { body } = await app.inject('/');
  expect(body.match(/<\/script>/g)).toHaveLength(3);

  const options: unknown = JSON.parse(/const options = (.*);$/m.exec(body)![1]!);
  const tab = { endpointURL: '/api/graphql', initialHeaders: { Authorization: 'Bearer {{token}}' } };
  expect(options).toMatchObject({
    ...tab,
    initialWindows: [
      { ...tab, initialQuery: `${hostile} ${JSON.stringify(address)}`, initialVariables: JSON.stringify({ note: hostile }, null, 2) },
    ],
    persistedSettings: { 'banners.disable': true, 'plugin.list': [] },
  });
});

test('the explorer can live under a prefix', async () => {
  await using app = Fastify();
  await app.register(explorer, { prefix: '/explorer' });
  expect((await app.inject('/explorer')).body).toContain('<base href="/explorer/" />');
  expect((await app.inject('/explorer/main.js')).statusCode).toBe(200);
});

test('the examples are GraphQL, each with a name, the first signs in, and all of them are within our own limits', () => {
  const operations = parse(examples).definitions.filter((node) => node.kind === 'OperationDefinition');
  expect(operations.map(({ name }) => name?.value)).not.toContain(undefined);
  expect(operations[0]).toMatchObject({ operation: 'mutation', selectionSet: { selections: [{ name: { value: 'signIn' } }] } });
  expect(checkDocument(examples, { maxTokens: 2000, maxAliases: 15, maxDirectives: 20, maxDepth: 12 })).toBeNull();
});

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
if (!browserPath) console.warn('The explorer is not tried in a browser: no Chromium is installed.');
const inBrowser = browserPath ? test : test.skip;

/** Clicks until it has its effect: while Altair is still setting a window up, on a busy machine for seconds, a click goes nowhere. */
async function clickFor(button: Locator, effect: Locator): Promise<void> {
  for (let tries = 1; ; tries++) {
    await button.click();
    try {
      return await effect.waitFor({ timeout: 8000 });
    } catch (error) {
      if (tries === 4) throw error;
    }
  }
}

inBrowser('in a browser, the examples can be sent right away, without an advert, an error or a request to anyone else', async () => {
  await using app = await served({
    introspection: 'everyone',
    examples: small,
    preset: () => Promise.resolve({ variables: { first: 5 } }),
  });
  const origin = await withEndpoint(app);
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  await using browser = await chromium.launch({ executablePath: browserPath!, args: [...args, ...quiet] });
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  context.setDefaultTimeout(0);
  // as if fifty requests had been sent: the next one would ask for a donation
  await context.addInitScript({ content: `if (origin !== 'null') localStorage.setItem('altair:db:dac', '{"value":60}')` });
  const [outside, errors]: [string[], string[]] = [[], []];
  context.on('request', (request) => void (isOurs(request.url(), origin) || outside.push(request.url())));
  context.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  context.on('weberror', (error) => void errors.push(error.error().message));

  const page = await context.newPage();
  await page.goto(origin);
  await page.getByText('# a comment before').waitFor();
  await clickFor(page.getByText('Send Request'), page.getByText('"t0ken of ada"'));
  await page.getByText('(Send query FirstAccounts)').click();
  await page.getByText('"5 accounts, asked with Bearer t0ken of ada"').waitFor();
  await page.locator('nz-alert').waitFor({ state: 'attached' });
  expect(await page.locator('nz-alert:visible').count()).toBe(0);

  await page.locator('[track-id=show_set_headers]').first().click();
  const headers = page.getByRole('dialog').filter({ visible: true });
  await headers.getByText('Authorization').waitFor();
  await headers.getByText('Bearer').waitFor();

  expect(errors).toEqual([]);
  expect(outside).toEqual([]);
});

inBrowser(
  'in a browser, a link of the terminal signs in and leaves the address bar, and the session is renewed before its token ends',
  async () => {
    // A token of one minute is always about to end.
    await using crm = await workspace({ tokenLifetimeMinutes: 1 });
    const { chief } = await crm.company('acme');
    const token = (await makeSignInLink(crm.app.database, chief.email))!;
    const origin = await crm.app.http.listen({ host: '127.0.0.1', port: 0 });
    await using browser = await chromium.launch({ executablePath: browserPath!, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    // Reading the schema keeps the page busy, on a busy machine for long.
    context.setDefaultTimeout(0);
    const sent: { url: string; authorization: string | undefined; body: string }[] = [];
    context.on('request', (request) => {
      const { authorization } = request.headers();
      sent.push({ url: request.url(), authorization, body: request.postData() ?? '' });
    });
    const page = await context.newPage();
    await page.goto(`${origin}/#signin=${token}`);
    await page.getByText('(Send mutation SignIn)').waitFor();
    expect(page.url()).toBe(`${origin}/`);

    await page.getByText('(Send query LargeAccounts)').click();
    await page.getByText('"accounts"').waitFor();
    const asked = sent.filter(({ body }) => body.includes('"operationName":"LargeAccounts"'));
    expect(asked.at(-1)!.authorization).toMatch(/^Bearer eyJ/);
    expect(sent.filter(({ body }) => body.includes('refreshSession')).length).toBeGreaterThan(0);
    // The secret was sent once, in a body.
    expect(sent.filter(({ url }) => url.includes(token))).toEqual([]);
    expect(sent.filter(({ body }) => body.includes(token))).toHaveLength(1);

    // Opened again, also where the page is open already, it still knows who it is for; the link is used up.
    sent.length = 0;
    const reloaded = page.waitForEvent('load');
    await page.evaluate(`location.hash = '#signin=${token}'`);
    await reloaded;
    await page.getByText('(Send query LargeAccounts)').click();
    await page.getByText('"accounts"').waitFor();
    expect(sent.filter(({ body }) => body.includes('refreshSession')).length).toBeGreaterThan(0);
  },
);

inBrowser(
  'in a browser, the documentation is there from the start for those who may read it, and a dead link is told at once',
  async () => {
    await using crm = await workspace({ database: 'own' });
    const { chief } = await crm.company('acme');
    const token = (await makeSignInLink(crm.app.database, chief.email))!;
    const origin = await crm.app.http.listen({ host: '127.0.0.1', port: 0 });
    await using browser = await chromium.launch({ executablePath: browserPath!, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
    const open = async (hash: string) => {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
      context.setDefaultTimeout(0);
      const schemas: (string | undefined)[] = [];
      context.on(
        'request',
        (request) => void (request.postData()?.includes('__schema') && schemas.push(request.headers()['authorization'])),
      );
      const page = await context.newPage();
      await page.goto(`${origin}/${hash}`);
      await page.getByText('(Send mutation SignIn)').waitFor();
      return { page, schemas };
    };
    const showsDocumentation = async (page: Page) => {
      await page.locator('[track-id=show_docs]').first().click();
      await page.getByText('Root types').waitFor();
    };

    const signedIn = await open(`#signin=${token}`);
    await showsDocumentation(signedIn.page);
    expect([...new Set(signedIn.schemas.map((authorization) => authorization?.slice(0, 10)))]).toEqual(['Bearer eyJ']);
    expect(await signedIn.page.locator('.notice').count()).toBe(0);
    // The next time it is there as well, by the session that the page has kept.
    await signedIn.page.reload();
    await showsDocumentation(signedIn.page);

    // The link is used up by now. To whoever is signed in already, no more is said than that.
    for (const hash of [`#signin=${token}`, `#signin=${'x'.repeat(43)}`, '#signin=x']) {
      const { page, schemas } = await open(hash);
      const notice = page.locator('.notice');
      await notice
        .filter({ hasText: 'The link was used already, has expired, or is not right. Ask for a new one. You are not signed in.' })
        .waitFor();
      await notice.getByRole('button').click();
      expect(await notice.count()).toBe(0);
      expect(schemas).toEqual([]);
    }
    await signedIn.page.goto('about:blank');
    await signedIn.page.goto(`${origin}/#signin=${token}`);
    await signedIn.page.getByText('Ask for a new one.').waitFor();
    expect(await signedIn.page.getByText('You are not signed in.').count()).toBe(0);
    // Strangers see the page without it, and without an error.
    const stranger = await open('');
    expect([stranger.schemas, await stranger.page.locator('.notice').count()]).toEqual([[], 0]);
  },
);

const small = `
  # a comment before the first operation
mutation SignIn { signIn(email: "ada") { token } }
query FirstAccounts($first: Int) { accounts(first: $first) }
`;

/** A little GraphQL server in the application's place. */
async function withEndpoint(app: FastifyInstance): Promise<string> {
  const schema = buildSchema(
    'type Query { accounts(first: Int): String } type Mutation { signIn(email: String): SignIn } type SignIn { token: String }',
  );
  app.post<{ Body: { query: string; operationName?: string; variables?: Record<string, unknown> } }>('/graphql', ({ body, headers }) =>
    graphql({
      schema,
      source: body.query,
      operationName: body.operationName,
      variableValues: body.variables,
      rootValue: {
        signIn: ({ email }: { email: string }) => ({ token: `t0ken of ${email}` }),
        accounts: ({ first }: { first: number }) => `${first} accounts, asked with ${headers.authorization}`,
      },
    }),
  );
  return app.listen({ host: '127.0.0.1', port: 0 });
}

async function served(options: ExplorerOptions = {}) {
  const app = Fastify();
  await app.register(explorer, options);
  return app;
}

function isOurs(url: string, origin: string): boolean {
  return url.startsWith(`${origin}/`) || url.startsWith('data:') || url.startsWith(`blob:${origin}/`);
}
