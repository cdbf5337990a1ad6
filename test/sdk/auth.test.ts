import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { createClient, createSession, isCrmError, viewer, type AuthReason, type SessionTokens } from '../../sdk/src/index.js';
import { seededRandom } from '../support/seed.js';
import { listeningServer, type ListeningServer } from './support/listening-server.js';
import { answers, hangsUp, refuses, scriptedServer, type Step } from './support/scripted-server.js';

const query = '{ viewer { isAdministrator } }';
const data = { viewer: { isAdministrator: true } };
const onlyFor =
  (...good: string[]): Step =>
  (response, received, request) =>
    (good.includes(received.headers.authorization ?? '') ? answers({ data }) : refuses('UNAUTHENTICATED'))(response, received, request);

let server: ListeningServer;
beforeAll(async () => {
  server = await listeningServer({ tokenLifetimeMinutes: 10 });
});
afterAll(() => server.crm.close());

test('of many calls with an expired token one fetches the new one, and all go through', async () => {
  await using scripted = await scriptedServer(onlyFor('Bearer new'));
  const asked: AuthReason[] = [];
  let token = 'old';
  const crm = createClient({
    url: scripted.url,
    async auth(reason) {
      asked.push(reason);
      if (reason === 'expired') {
        await new Promise((resolve) => setTimeout(resolve, 50));
        token = 'new';
      }
      return token;
    },
  });
  const results = await Promise.all(Array.from({ length: 20 }, () => crm.request(query)));
  expect(results).toEqual(Array.from({ length: 20 }, () => data));
  expect(asked.filter((reason) => reason === 'expired')).toHaveLength(1);
  expect(scripted.received).toHaveLength(40);
});

test('a call that was refused with a token which has been replaced meanwhile takes the new one', async () => {
  await using scripted = await scriptedServer(onlyFor('Bearer new'));
  const refreshed = jest.fn();
  let token = 'old';
  const random = seededRandom();
  const crm = createClient({
    url: scripted.url,
    // Whoever looks the token up is slow: the answer may be older than the refresh.
    async auth(reason) {
      if (reason === 'expired') {
        refreshed();
        return (token = 'new');
      }
      const found = token;
      await new Promise((resolve) => setTimeout(resolve, random.below(30)));
      return found;
    },
  });
  await Promise.all(Array.from({ length: 50 }, () => crm.request(query)));
  expect(refreshed).toHaveBeenCalledTimes(1);
});

test('a new token that is refused as well is not renewed again, and a key never', async () => {
  await using scripted = await scriptedServer(onlyFor());
  const asked: AuthReason[] = [];
  const crm = createClient({ url: scripted.url, auth: (reason) => `${reason}${asked.push(reason)}` });
  await expect(crm.request(query)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(asked.filter((reason) => reason === 'expired').length).toBeLessThan(2);
  const before = scripted.received.length;
  await expect(createClient({ url: scripted.url, auth: 'key' }).request(query)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(scripted.received).toHaveLength(before + 1);
});

test('a bare 401, of a proxy say, renews the token too', async () => {
  await using scripted = await scriptedServer((response) => void response.writeHead(401).end('who?'), answers({ data }));
  const crm = createClient({ url: scripted.url, auth: (reason) => reason });
  expect(await crm.request(query)).toEqual(data);
  expect(scripted.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer request', 'Bearer expired']);
});

test('what the function throws is what the call fails with', async () => {
  await using scripted = await scriptedServer(onlyFor());
  const reason = new Error('the vault is shut');
  await expect(createClient({ url: scripted.url, auth: () => Promise.reject(reason) }).request(query)).rejects.toBe(reason);
  expect(scripted.received).toHaveLength(0);
});

test('a session signs in by password, goes on when its token has expired, and can be taken up after a restart', async () => {
  const saved: (SessionTokens | null)[] = [];
  const { email, password, userId } = server.company.chief;
  const session = createSession({ url: server.url, onTokens: (tokens) => void saved.push(tokens) });
  expect(session.tokens).toBeUndefined();
  expect(await session.signIn({ email, password })).toBe(`user_${userId.replace(/^user_/, '')}`);
  const crm = createClient({ url: server.url, auth: session.auth });
  expect(await viewer(crm)).toMatchObject({ isAdministrator: true });
  expect(saved).toEqual([session.tokens]);

  // As if its ten minutes were over: the server refuses it, and twenty calls at once go on with one new pair.
  const expired = createSession({
    url: server.url,
    tokens: { ...session.tokens!, token: `${session.tokens!.token}x` },
    onTokens: (tokens) => void saved.push(tokens),
  });
  const again = createClient({ url: server.url, auth: expired.auth });
  await Promise.all(Array.from({ length: 20 }, () => viewer(again)));
  expect(saved).toHaveLength(2);
  expect(saved[1]?.refreshToken).not.toBe(saved[0]?.refreshToken);

  await expired.signOut();
  expect(saved[2]).toBeNull();
  await expect(viewer(again)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('whose clock is an hour off from that of the server notices nothing', async () => {
  for (const offBy of [-3_600_000, 3_600_000]) {
    await using other = await listeningServer({ clock: () => new Date(Date.now() + offBy) });
    const { email, password } = other.company.chief;
    const session = createSession({ url: other.url, retries: 0 });
    await session.signIn({ email, password });
    const first = session.tokens;
    const crm = createClient({ url: other.url, auth: session.auth, retries: 0 });
    expect(await viewer(crm)).toMatchObject({ isAdministrator: true });
    // Nobody took the token for expired, or for one of the future.
    expect(session.tokens).toBe(first);
  }
});

test('a session that is over says so once, and is forgotten', async () => {
  const saved: (SessionTokens | null)[] = [];
  const session = createSession({
    url: server.url,
    tokens: { token: 'gone', refreshToken: 'gone too' },
    onTokens: (tokens) => void saved.push(tokens),
  });
  const crm = createClient({ url: server.url, auth: session.auth });
  const error = await viewer(crm).catch((thrown: unknown) => thrown);
  expect(isCrmError(error, 'REFRESH_TOKEN_INVALID')).toBe(true);
  expect(saved).toEqual([null]);
  expect(session.tokens).toBeUndefined();
});

test('a refresh whose answer is lost is not tried again: a second use would end the session', async () => {
  await using scripted = await scriptedServer(refuses('UNAUTHENTICATED'), hangsUp);
  const session = createSession({ url: scripted.url, tokens: { token: 'old', refreshToken: 'once' } });
  await expect(createClient({ url: scripted.url, auth: session.auth }).request(query)).rejects.toMatchObject({ code: 'NO_ANSWER' });
  expect(scripted.received.filter(({ body }) => body.query.includes('refreshSession'))).toHaveLength(1);
});
