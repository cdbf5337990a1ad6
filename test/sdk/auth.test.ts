import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import {
  createClient,
  createSession,
  isCrmError,
  viewer,
  type AuthReason,
  type SessionOptions,
  type SessionTokens,
  type TokenStorage,
} from '../../sdk/src/index.js';
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

/** What tabs share. With a delay it answers as late as React Native's. */
function sharedStorage(delayMs?: number): TokenStorage & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  const later = <Value>(value: () => Value): Value | Promise<Value> =>
    delayMs === undefined ? value() : new Promise((resolve) => setTimeout(() => resolve(value()), delayMs));
  return {
    items,
    getItem: (key) => later(() => items.get(key) ?? null),
    setItem: (key, value) => later(() => void items.set(key, value)),
    removeItem: (key) => later(() => void items.delete(key)),
  };
}

/** A tab: a session on the shared storage, its client, and what it has been told and asked for. */
function openTab(storage: TokenStorage, options: Partial<SessionOptions> = {}) {
  const told: (SessionTokens | null)[] = [];
  const asked: (string | undefined)[] = [];
  const session = createSession({
    url: server.url,
    storage,
    onTokens: (tokens) => void told.push(tokens),
    onRequest: ({ operation }) => asked.push(operation),
    ...options,
  });
  const crm = createClient({ url: options.url ?? server.url, auth: session.auth, retries: 0 });
  return { session, crm, told, refreshes: () => asked.filter((operation) => operation === 'refreshSession').length };
}

/** As if the ten minutes of the token were over. */
function expire(storage: ReturnType<typeof sharedStorage>): void {
  expired++;
  for (const [key, text] of storage.items) {
    const tokens = JSON.parse(text) as SessionTokens;
    storage.items.set(key, JSON.stringify({ ...tokens, token: `${tokens.token}x${expired}` }));
  }
}
let expired = 0;

test.each([
  ['one that answers at once', undefined, true],
  ['one that answers later', 3, true],
  ['a runtime without locks', undefined, false],
  ['a runtime without locks and a storage that answers later', 3, false],
])('of two tabs with one storage, one refreshes and both go on: %s', async (_, delayMs, hasLocks) => {
  const { navigator } = globalThis;
  if (!hasLocks) Object.defineProperty(globalThis, 'navigator', { value: undefined, configurable: true });
  try {
    const storage = sharedStorage(delayMs);
    const [one, two] = [openTab(storage), openTab(storage)];
    const { email, password } = server.company.chief;
    await one.session.signIn({ email, password });
    expect(await viewer(two.crm)).toMatchObject({ isAdministrator: true });
    for (let round = 1; round <= 3; round++) {
      expire(storage);
      await Promise.all([one, two].flatMap(({ crm }) => Array.from({ length: 10 }, () => viewer(crm))));
      expect(one.refreshes() + two.refreshes()).toBe(round);
      expect(one.session.tokens).toEqual(two.session.tokens);
    }
    expect([...one.told, ...two.told]).not.toContain(null);
  } finally {
    Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  }
});

test('a tab that slept while another refreshed goes on with the new tokens, and a new tab takes them up', async () => {
  const storage = sharedStorage();
  const { email, password } = server.company.chief;
  const [awake, asleep] = [openTab(storage), openTab(storage)];
  await awake.session.signIn({ email, password });
  await viewer(asleep.crm);
  const before = asleep.session.tokens;
  for (let round = 0; round < 2; round++) {
    expire(storage);
    await viewer(awake.crm);
  }
  expect(asleep.session.tokens).toEqual(before);
  // Its own token is an old one by now, and the one in the storage has ended as well.
  expire(storage);
  expect(await viewer(asleep.crm)).toMatchObject({ isAdministrator: true });
  expect(await viewer(awake.crm)).toMatchObject({ isAdministrator: true });
  expect([awake.refreshes(), asleep.refreshes()]).toEqual([2, 1]);
  const fresh = openTab(storage);
  expect(fresh.session.tokens).toEqual(asleep.session.tokens);
  expect(await viewer(fresh.crm)).toMatchObject({ isAdministrator: true });

  await fresh.session.signOut();
  expect([...storage.items]).toEqual([]);
  await expect(viewer(awake.crm)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect([awake.session.tokens, awake.told.at(-1), fresh.told]).toEqual([undefined, null, [null]]);
});

test('a tab whose refresh comes second is not signed out, with a server that knows no second time', async () => {
  const storage = sharedStorage();
  const next = { token: 'new', refreshToken: 'second' };
  await using scripted = await scriptedServer((response, received, request) => {
    const { authorization } = received.headers;
    if (!received.body.query.includes('refreshSession'))
      return (authorization === 'Bearer new' ? answers({ data }) : refuses('UNAUTHENTICATED'))(response, received, request);
    // Another process has used the token a moment ago, and stores what it got a moment later.
    setTimeout(() => storage.items.set('relata.session', JSON.stringify(next)), 20);
    return refuses('REFRESH_TOKEN_REUSED')(response, received, request);
  });
  storage.setItem('relata.session', JSON.stringify({ token: 'old', refreshToken: 'first' }));
  const tab = openTab(storage, { url: scripted.url });
  expect(await tab.crm.request(query)).toEqual(data);
  expect(tab.told).toEqual([next]);
});

test('a session that is over is over for all tabs, and what is no session in the storage is none', async () => {
  const storage = sharedStorage();
  for (const junk of ['', 'null', '{', '7', '{"token":"a"}', '[]']) {
    storage.setItem('relata.session', junk);
    expect(openTab(storage).session.tokens).toBeUndefined();
  }
  storage.setItem('mine', JSON.stringify({ token: 'gone', refreshToken: 'gone too' }));
  const [one, two] = [openTab(storage, { storageKey: 'mine' }), openTab(storage, { storageKey: 'mine' })];
  await expect(viewer(one.crm)).rejects.toMatchObject({ code: 'REFRESH_TOKEN_INVALID' });
  await expect(viewer(two.crm)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect([one.told, two.told, storage.items.has('mine')]).toEqual([[null], [null], false]);
});
