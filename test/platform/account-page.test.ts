import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { catalogueOf, languages } from '../../server/core/messages.js';
import { accountDocuments } from '../../server/platform/account-page/account-page.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let origin: string;
beforeAll(async () => {
  crm = await workspace({ database: 'own' });
  origin = await crm.app.http.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => crm.close());

test('the page runs its own script only, loads nothing, and is kept and told nowhere', async () => {
  const [first, second] = [await crm.app.http.inject('/account'), await crm.app.http.inject('/account')];
  const [nonce, other] = [first, second].map(({ headers }) => /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1]);
  expect(nonce).toMatch(/^[\w+/]{24}$/);
  expect(other).not.toBe(nonce);
  expect(first.statusCode).toBe(200);
  expect(first.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    vary: 'accept-language, accept-encoding',
  });
  const policy = String(first.headers['content-security-policy']);
  for (const part of ["default-src 'none'", `script-src 'nonce-${nonce}'`, "form-action 'none'", "frame-ancestors 'none'"])
    expect(policy).toContain(part);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(first.body).not.toMatch(/(https?:)?\/\/\w+\.\w+|<link|<img|\ssrc=/);
  expect(first.body.match(/<\/script>/g)).toHaveLength(1);
});

test('the page speaks every language that the product speaks', async () => {
  for (const language of languages) {
    const { body, headers } = await crm.app.http.inject({ url: '/account', headers: { 'accept-language': `${language};q=0.9, xx` } });
    expect(headers['content-language']).toBe(language);
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).toContain(`<h1>${catalogueOf(language).texts['account.title']}</h1>`);
    expect(body).not.toContain('texts.account');
  }
});

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
if (!browserPath) console.warn('The page that links lead to is not tried in a browser: no Chromium is installed.');
const inBrowser = browserPath ? test : test.skip;

/** The page as a link opens it; what it is sent is noted. */
async function opened(browser: Browser, link: string, { isCutOff = false } = {}) {
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  const sent: { query: string; variables: object; authorization?: string }[] = [];
  const [elsewhere, errors]: [string[], string[]] = [[], []];
  page.on('request', (request) => void (request.url().startsWith(`${origin}/`) || elsewhere.push(request.url())));
  page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
  page.on('pageerror', (error) => void errors.push(error.message));
  await page.route('**/graphql', (route) => {
    sent.push(route.request().postDataJSON() as (typeof sent)[number]);
    return isCutOff ? route.abort() : route.continue();
  });
  await page.goto(link);
  return { page, sent, elsewhere, errors };
}

async function choose(page: Page, password: string, again = password): Promise<void> {
  await page.getByLabel('New password').fill(password);
  await page.getByLabel('The same password again').fill(again);
  await page.getByRole('button').click();
}

const [INVITE, RESET] = [...accountDocuments.values()];

inBrowser('in a browser, a link becomes a password: the token leaves the address bar and goes to the server, once, in a body', async () => {
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  await using browser = await chromium.launch({ executablePath: browserPath!, args });
  const { chief } = (await crm.company('acme')).people as { chief: Person };
  const { roles, profiles } = await chief.ask('{ roles { nodes { id } } profiles { nodes { id kind } } }');
  const input = {
    firstName: 'Ada',
    lastName: 'Byron',
    email: 'ada@acme.example.com',
    roleId: roles.nodes[0].id,
    profileId: profiles.nodes.find(({ kind }: { kind: string }) => kind === 'STANDARD').id,
  };
  const invite = 'mutation ($input: UserCreateInput!) { link: inviteUser(input: $input) { token url user { id } } }';
  const { link: invitation } = await chief.ask(invite, { input });
  const reset = 'mutation ($userId: ID!) { link: resetPassword(userId: $userId) { token url } }';
  for (const [query, password] of [
    [INVITE, 'a longer secret of ada'],
    [RESET, 'another secret of ada'],
  ] as const) {
    const isInvited = query === INVITE;
    const { token, url } = isInvited ? invitation : (await chief.ask(reset, { userId: invitation.user.id })).link;
    expect(url).toBe(`${origin}/account#${isInvited ? 'invite' : 'reset'}=${token}`);
    const { page, sent, elsewhere, errors } = await opened(browser, url);
    expect(page.url()).toBe(`${origin}/account`);
    await choose(page, '', '');
    await page.getByText('Enter a password.').waitFor();
    await choose(page, password, 'yet another one');
    await page.getByText('The two passwords are not the same.').waitFor();
    // That the link is good it has found out, without using it up.
    const tried = { query, variables: { token, password: '' } };
    expect(sent).toEqual([tried]);
    await choose(page, 'short');
    await page.getByText('The password must have at least 10 characters.').waitFor();
    await choose(page, password);
    await page.getByText('The password is saved.').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    expect(sent).toEqual([tried, ...['short', password].map((one) => ({ query, variables: { token, password: one } }))]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect([errors, elsewhere]).toEqual([[], []]);
    await page.close();

    const signIn = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { userId } }';
    const { data } = await crm.post({ query: signIn, variables: { email: input.email, password } });
    expect(data).toEqual({ signIn: { userId: invitation.user.id } });
    // The link is used up, and the page says so before anybody chooses a password.
    const again = await opened(browser, url);
    await again.page.getByText('The link was used already').waitFor();
    expect(await again.page.getByLabel('New password').isVisible()).toBe(false);
    // A link that is opened in the same tab is looked at as well.
    await again.page.evaluate(`location.hash = '#invite=${'x'.repeat(43)}'`);
    await again.page.getByText('The link was used already').waitFor();
    expect(again.sent.map(({ variables }) => variables)).toEqual([token, 'x'.repeat(43)].map((one) => ({ token: one, password: '' })));
    await again.page.close();
  }
  // Without a link there is nothing to fill in; with one, a server that does not answer changes nothing.
  const bare = await opened(browser, `${origin}/account#other=x`);
  await bare.page.getByText('This page needs the link that you were sent.').waitFor();
  expect(await bare.page.getByLabel('New password').isVisible()).toBe(false);
  const alone = await opened(browser, `${origin}/account#reset=x`, { isCutOff: true });
  await choose(alone.page, 'a secret of ada');
  await alone.page.getByText('The server did not answer.').waitFor();
  expect(await alone.page.getByLabel('New password').isVisible()).toBe(true);
});
