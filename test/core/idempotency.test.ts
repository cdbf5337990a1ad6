import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { registry } from '../../server/modules/index.js';
import { watchDriver } from '../support/driver.js';
import { attemptsOf, type Attempt } from '../support/mutation-walk.js';
import { asOwner, digestsOf, revive, twoOrganizations, type Marked } from '../support/two-organizations.js';
import {
  credentialAttempts,
  imports,
  picklistChanges,
  pipelineChanges,
  reorders,
  plantSecrets,
  settingsChanges,
  signIns,
  uniqueChanges,
  writeValues,
} from '../support/walk-values.js';
import { persistently, workspace, type Answer, type Workspace } from '../support/workspace.js';

const AT_ONCE = 25;

let crm: Workspace;
let ours: Marked;
let attempts: readonly Attempt[];
/** Set: the database session that is about to store an answer is terminated. */
let isKilling = false;

beforeAll(async () => {
  crm = await workspace({ limits: { maxTokens: 100_000, maxAliases: 10_000, maxDepth: 30, maxCost: 1_000_000_000 } });
  let theirs: Marked;
  [ours, theirs] = await twoOrganizations(crm, ['xqalfa', 'xqbeta'], [4, 4]);
  const { schema } = crm.app.model;
  const intruder = { ours, theirs, system: crm.app.database.system };
  const all = [
    // Before others make copies of records.
    ...uniqueChanges(schema, ours),
    ...picklistChanges(schema, intruder),
    ...(await pipelineChanges(schema, intruder)),
    ...reorders(schema, intruder),
    // None of these prepares another, so each mutation is needed once.
    ...firstOfEach(attemptsOf(schema, registry, await writeValues(intruder), 'records').filter(isWritten)),
    ...(await imports(schema, intruder)),
    ...settingsChanges(schema),
    ...(await signIns(schema, intruder)),
    ...credentialAttempts(schema, intruder),
  ];
  attempts = all.filter(isWritten);
  await asOwner(crm.url, (run) => run(TERMINATE_OWN_SESSION));
  watchDriver(crm.app, (text) =>
    isKilling && /^UPDATE idempotency_key/.test(text)
      ? `SELECT terminate_own_session()::text, $1::text, $2::text, $3::text, $4::text, $5::text`
      : text,
  );
}, 600_000);
afterAll(() => crm.close(), 600_000);

const isWritten = ({ expected }: Attempt): boolean => expected === 'written';
const firstOfEach = (some: readonly Attempt[]): Attempt[] =>
  some.filter(({ name }, index) => some.findIndex((one) => one.name === name) === index);

/** Runs as the owner, whose login the server's sessions have; the role that they act in may not terminate sessions. */
const TERMINATE_OWN_SESSION = `CREATE FUNCTION terminate_own_session() RETURNS boolean LANGUAGE sql SECURITY DEFINER AS 'SELECT pg_terminate_backend(pg_backend_pid())'`;

interface Sent extends Answer {
  readonly extensions?: { readonly idempotency?: { readonly isReplay: boolean; readonly withheld: readonly string[] } };
}

const send = (token: string, { query, variables }: Pick<Attempt, 'query' | 'variables'>, key?: string): Promise<Sent> =>
  crm.post({ query, variables }, { authorization: `Bearer ${token}`, ...(key !== undefined && { 'idempotency-key': key }) });

const codeOf = ({ errors }: Sent): unknown => errors?.[0]?.extensions.code;
/** The bytes of an answer's data. */
const dataOf = ({ text }: Sent): string => /"data":(.*?)(?:,"extensions":|\}$)/s.exec(text)![1]!;

async function signIn(password: string): Promise<string> {
  // Mutations change addresses too.
  const { rows } = await crm.app.database.system.query<{ email: string }>('SELECT email FROM app_user WHERE org = $1 AND id = $2', [
    ours.org,
    ours.person.userId,
  ]);
  const { data, text } = await crm.post({
    query: 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }',
    variables: { email: rows[0]!.email, password },
  });
  if (!data) throw new Error(text);
  return (data as { signIn: { token: string } }).signIn.token;
}

const isGood = async (token: string): Promise<boolean> =>
  !(await send(token, { query: '{ viewer { user { id } } }', variables: {} })).errors;

/** Mutations that are sent before anybody is signed in, or begin a session. */
const isOpen = (name: string): boolean =>
  (crm.app.model.schema.getMutationType()!.getFields()[name]!.extensions['access'] as { isOpen?: boolean } | undefined)?.isOpen === true;

/** Whether a mutation acts on users or on their credentials: it may end the session, or need a link that works once. */
const isAboutPeople = ({ module }: Attempt): boolean => !module || module.name === 'User';

/** Sends a mutation whose database session is terminated just before it stores its answer. */
async function sendAndKill(token: string, attempt: Attempt, key: string): Promise<Sent> {
  isKilling = true;
  try {
    return await send(token, attempt, key);
  } finally {
    isKilling = false;
  }
}

test('every mutation of the schema is done once under one key, 25 times at the same moment; not at all where it is killed half-way; and no other under its key', async () => {
  const { system } = crm.app.database;
  let { password, token } = ours.person;
  const keys = new Map(attempts.map((attempt, index) => [attempt, `${attempt.name}-${index}`]));
  const keyed = firstOfEach(attempts).filter(({ name }) => !isOpen(name));
  const faults: string[] = [];
  const fault = ({ name }: Attempt, what: string): void => void faults.push(`${name}: ${what}`);
  // A session that is used is noted at most once a minute; from here on not at all.
  await system.query(`UPDATE session SET last_used_at = now() + interval '1 day' WHERE org = $1`, [ours.org]);

  // All are killed one after the other, and what they left is looked for once: nothing, so that each finds what the first found.
  await plantSecrets(system, ours);
  const before = await digestsOf(system, ours.org);
  const killed = new Set<Attempt>();
  for (const attempt of keyed) {
    const code = codeOf(await sendAndKill(token, attempt, keys.get(attempt)!));
    if (code === 'UNAVAILABLE') killed.add(attempt);
    else if (code === undefined) fault(attempt, 'was not killed');
  }
  expect(differencesOf(before, await digestsOf(system, ours.org))).toEqual([]);
  expect(faults).toEqual([]);

  const done = new Set<string>();
  for (const attempt of attempts) {
    const { name } = attempt;
    const key = keys.get(attempt)!;
    if (attempt.module) await revive(system, ours, attempt.module);
    if (isAboutPeople(attempt)) {
      await plantSecrets(system, ours);
      if (!(await isGood(token))) {
        token = await signIn(password);
        await system.query(`UPDATE session SET last_used_at = now() + interval '1 day' WHERE org = $1`, [ours.org]);
      }
    }
    // Some are there for what comes after them.
    if (done.has(name)) {
      const { errors } = await send(token, attempt, key);
      if (errors) fault(attempt, JSON.stringify(errors).slice(0, 300));
      continue;
    }
    if (isOpen(name)) {
      const refused = await send(token, attempt, key);
      if (codeOf(refused) !== 'VALIDATION_FAILED' || !refused.text.includes('extensions.idempotencyKey'))
        fault(attempt, `took a key: ${refused.text}`);
      done.add(name);
      continue;
    }
    // What was refused before, for want of what others write first.
    if (!killed.has(attempt)) {
      const earlier = await digestsOf(system, ours.org);
      const code = codeOf(await sendAndKill(token, attempt, key));
      if (code !== 'UNAVAILABLE') fault(attempt, `was not killed: ${String(code)}`);
      for (const line of differencesOf(earlier, await digestsOf(system, ours.org)))
        fault(attempt, `left something when it was killed: ${line}`);
    }

    const from = await system.query<{ id: string }>('SELECT coalesce(max(id), 0) AS id FROM change');
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => persistently(() => send(token, attempt, key))));
    const failed = answers.find(({ errors }) => errors);
    if (failed) {
      fault(attempt, `${answers.filter(({ errors }) => errors).length} failed: ${failed.text.slice(0, 300)}`);
      continue;
    }
    const first = answers.filter(({ extensions }) => !extensions?.idempotency);
    if (first.length !== 1) fault(attempt, `${first.length} of them were done`);
    const replays = answers.filter((answer) => answer !== first[0]);
    const different = replays.find((one) => dataOf(one) !== dataOf(replays[0]!));
    if (different) fault(attempt, `another answer: ${different.text}`);
    const { withheld } = replays[0]!.extensions!.idempotency!;
    if (withheld.length === 0 && dataOf(first[0]!) !== dataOf(replays[0]!)) fault(attempt, `the replay differs: ${replays[0]!.text}`);
    const { rows: causes } = await system.query('SELECT DISTINCT cause FROM change WHERE org = $1 AND id > $2', [
      ours.org,
      from.rows[0]!.id,
    ]);
    if (causes.length > 1) fault(attempt, `${causes.length} effects`);

    if (name === 'changePassword') password = (attempt.variables as { newPassword: string }).newPassword;
    // The same credential knows the key, whatever comes with it; one that the mutation has ended knows nothing any more.
    const other = await send(token, { ...attempt, query: `${attempt.query} ` }, key);
    if (!['IDEMPOTENCY_KEY_REUSED', 'UNAUTHENTICATED'].includes(String(codeOf(other))))
      fault(attempt, `another body: ${other.text.slice(0, 300)}`);
    done.add(name);
  }
  expect(faults).toEqual([]);
  expect([...Object.keys(crm.app.model.schema.getMutationType()!.getFields())].filter((name) => !done.has(name))).toEqual([]);
}, 1_800_000);

/** The lines of what is now that were not there before. */
const differencesOf = (before: readonly string[], after: readonly string[]): string[] => after.filter((line) => !before.includes(line));

const create = (accountName: string) => ({
  query: 'mutation ($input: AccountCreateInput!) { createAccount(input: $input) { account { id accountName } } }',
  variables: { input: { accountName, phone: '1' } },
});
const countOf = async (accountName: string, token: string): Promise<number> =>
  (
    (
      await crm.post(
        { query: 'query ($n: String!) { accounts(filter: { accountName: { eq: $n } }) { totalCount } }', variables: { n: accountName } },
        { authorization: `Bearer ${token}` },
      )
    ).data as { accounts: { totalCount: number } }
  ).accounts.totalCount;

test('a key is its credential’s, a refused mutation may be tried again under it, and a dry run uses none up', async () => {
  const { chief } = await crm.company('keys');
  const [one, two] = [
    chief.token,
    (await crm.post({ query: `mutation { signIn(email: "${chief.email}", password: "${chief.password}") { token } }` })).data as {
      signIn: { token: string };
    },
  ];
  const dry = { ...create('Kept'), query: create('').query.replace('input: $input', 'input: $input, dryRun: true') };
  expect((await send(one, dry, 'k')).errors).toBeUndefined();
  expect(codeOf(await send(one, create(''), 'k'))).toBe('VALIDATION_FAILED');
  const first = await send(one, create('Kept'), 'k');
  const replay = await send(one, create('Kept'), 'k');
  expect(dataOf(replay)).toBe(dataOf(first));
  expect(replay.extensions?.idempotency).toEqual({ isReplay: true, withheld: [] });
  expect((await send(two.signIn.token, create('Kept'), 'k')).extensions?.idempotency).toBeUndefined();
  expect(await countOf('Kept', one)).toBe(2);
  // The order of what is in the variables is nobody's business, its values are.
  const { input } = create('Kept').variables;
  const turned = { ...create('Kept'), variables: { input: Object.fromEntries(Object.entries(input).reverse()) } };
  expect((await send(one, turned as ReturnType<typeof create>, 'k')).extensions?.idempotency?.isReplay).toBe(true);
  expect(codeOf(await send(one, create('Other'), 'k'))).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('a secret is in the first answer and in no other', async () => {
  const { chief } = await crm.company('secretive');
  const make = {
    query: 'mutation { mine: createApiKey(input: { name: "one", isReadOnly: true }) { secret: key apiKey { name } } }',
    variables: {},
  };
  const first = await send(chief.token, make, 'key');
  const { secret } = (first.data as { mine: { secret: string } }).mine;
  const replay = await send(chief.token, make, 'key');
  expect(replay.data).toEqual({ mine: { secret: null, apiKey: { name: 'one' } } });
  expect(replay.extensions?.idempotency).toEqual({ isReplay: true, withheld: ['mine.secret'] });
  const { rows } = await crm.app.database.system.query<{ all: string }>("SELECT string_agg(k::text, ' ') AS all FROM idempotency_key k");
  expect(rows[0]!.all).not.toContain(secret);
  expect(secret.length).toBeGreaterThan(40);
});

test('a key names itself in the header or in the extensions, once, and in letters that a header can hold', async () => {
  const { chief } = await crm.company('named');
  const post = (extensions: object, headers: Record<string, string> = {}): Promise<Sent> =>
    crm.post({ ...create('Named'), extensions }, { authorization: `Bearer ${chief.token}`, ...headers });
  expect((await post({ idempotencyKey: 'a' })).errors).toBeUndefined();
  expect((await post({}, { 'idempotency-key': 'a' })).extensions?.idempotency?.isReplay).toBe(true);
  expect((await post({ idempotencyKey: 'a' }, { 'idempotency-key': 'a' })).extensions?.idempotency?.isReplay).toBe(true);
  for (const [extensions, headers] of [
    [{ idempotencyKey: 'a' }, { 'idempotency-key': 'b' }],
    [{ idempotencyKey: '' }, {}],
    [{ idempotencyKey: 'two words' }, {}],
    [{ idempotencyKey: 'é' }, {}],
    [{ idempotencyKey: 'x'.repeat(256) }, {}],
    [{ idempotencyKey: 7 }, {}],
    [{ idempotencyKey: ['a'] }, {}],
  ] as [object, Record<string, string>][])
    expect(codeOf(await post(extensions, headers))).toBe('VALIDATION_FAILED');
  expect(await countOf('Named', chief.token)).toBe(1);
});

test('whoever waits too long for the first is told to come again; whoever sees other fields by now gets no old answer', async () => {
  const { chief, org } = await crm.company('waits');
  const { system } = crm.app.database;
  await send(chief.token, create('Slow'), 'slow');
  const client = await system.connect();
  try {
    await client.query('BEGIN');
    await client.query(`UPDATE idempotency_key SET key = '\\x00', access = 'other' WHERE org = $1`, [org]);
    await client.query(
      `INSERT INTO idempotency_key SELECT org, credential_id, sha256('slow'), fingerprint, access, answer FROM idempotency_key WHERE org = $1`,
      [org],
    );
    const waiting = await send(chief.token, create('Slow'), 'slow');
    expect([codeOf(waiting), waiting.errors![0]!.extensions.retryable]).toEqual(['IDEMPOTENCY_IN_PROGRESS', true]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  expect(codeOf(await send(chief.token, create('Slow'), 'slow'))).toBe('FORBIDDEN');
  expect(await countOf('Slow', chief.token)).toBe(1);
});
