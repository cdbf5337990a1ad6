import { afterEach, expect, test } from '@jest/globals';
import { codesOf } from '../support/answers.js';
import { endWorkers, exitOf, startWorker } from '../support/start-worker.js';
import { start, waitingJob, type Steps } from '../support/test-jobs.js';
import { until } from '../support/until.js';
import { workspace, type Person, type Workspace } from '../support/workspace.js';

afterEach(endWorkers);

const short = (name: string): Steps => ({ name, steps: 1, ms: 0 });
/** So many steps that it does not end by itself while the test runs. */
const long = (name: string): Steps => ({ name, steps: 100_000, ms: 20 });

const query = async <Row>({ app }: Workspace, text: string, values: unknown[] = []): Promise<Row[]> =>
  (await app.database.system.query(text, values)).rows as Row[];

interface State {
  readonly state: string;
  readonly processed: number;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
}
const jobOf = async (person: Person, id: string): Promise<State> =>
  (await person.ask(`query ($id: ID!) { job(id: $id) { state processed errorCode errorMessage } }`, { id }))['job'] as State;
const becomes = (person: Person, id: string, is: (job: State) => boolean): Promise<void> => until(async () => is(await jobOf(person, id)));
const inState =
  (...states: string[]) =>
  ({ state }: State): boolean =>
    states.includes(state);

const steer = (person: Person, verb: string, id: string) =>
  person.send(`mutation ($id: ID!) { ${verb}Job(id: $id) { job { state } } }`, { id });

/** Lets a long job end after a few more steps. @returns how many it has then */
async function shorten(crm: Workspace, id: string): Promise<number> {
  const [row] = await query<{ steps: number }>(
    crm,
    `UPDATE job_run r SET parameters = jsonb_set(parameters, '{steps}', to_jsonb(j.processed + 3)) FROM job j
      WHERE j.id = r.job_id AND r.job_id = $1 RETURNING (r.parameters ->> 'steps')::int AS steps`,
    [id.slice('job_'.length)],
  );
  return row!.steps;
}

/** The names of jobs in the order in which they were first worked on. */
const begun = async (crm: Workspace): Promise<string[]> =>
  (
    await query<{ name: string }>(
      crm,
      `SELECT r.parameters ->> 'name' AS name FROM job j JOIN job_run r ON r.job_id = j.id WHERE j.started_at IS NOT NULL ORDER BY j.started_at`,
    )
  ).map(({ name }) => name);

const accounts = async (person: Person, name: string): Promise<string[]> => {
  const data = await person.ask(
    'query ($name: String!) { accounts(first: 500, filter: { accountName: { startsWith: $name } }) { nodes { accountName } } }',
    { name: `${name} ` },
  );
  return (data['accounts'].nodes as { accountName: string }[]).map(({ accountName }) => accountName).sort();
};
const names = (name: string, steps: number): string[] => Array.from({ length: steps }, (_, at) => `${name} ${at + 1}`).sort();

const allDone = (crm: Workspace): Promise<void> =>
  until(async () => (await query(crm, `SELECT FROM job WHERE state NOT IN ('DONE')`)).length === 0);

test('organizations take turns at jobs, however many one of them has started before', async () => {
  await using crm = await workspace({ database: 'own' });
  const [a, b, c] = [(await crm.company('a')).chief, (await crm.company('b')).chief, (await crm.company('c')).chief];
  for (let at = 1; at <= 12; at++) await start(crm, a, short(`a${at}`));
  for (const name of ['b1', 'b2']) await start(crm, b, short(name));
  await start(crm, c, short('c1'));
  await startWorker(crm.url, { atOnce: 1 });
  await allDone(crm);
  expect(await begun(crm)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', ...Array.from({ length: 10 }, (_, at) => `a${at + 3}`)]);
});

test('organizations take turns at the places of several processes as well', async () => {
  await using crm = await workspace({ database: 'own' });
  const people = new Map<string, Person>();
  for (const name of ['a', 'b', 'c', 'd']) people.set(name, (await crm.company(name)).chief);
  const ids = new Map<string, string>();
  for (const name of [...Array.from({ length: 30 }, (_, at) => `a${at + 1}`), 'b1', 'c1', 'd1'])
    ids.set(name, await start(crm, people.get(name[0]!)!, long(name)));
  await Promise.all([startWorker(crm.url, { atOnce: 1, turnMs: 3_600_000 }), startWorker(crm.url, { atOnce: 1, turnMs: 3_600_000 })]);
  const whenBegun = async (jobs: number): Promise<string[]> => {
    await until(async () => (await begun(crm)).length >= jobs);
    return (await begun(crm)).sort();
  };
  expect(await whenBegun(2)).toEqual(['a1', 'b1']);
  // None ends by itself, so that whenever we end one there is one free place, at whichever process.
  for (const [ended, next] of [
    ['a1', 'c1'],
    ['c1', 'd1'],
    ['b1', 'a2'],
    ['a2', 'a3'],
  ] as const) {
    const before = await begun(crm);
    await steer(people.get(ended[0]!)!, 'cancel', ids.get(ended)!);
    expect(await whenBegun(before.length + 1)).toEqual([...before, next].sort());
  }
});

test('an organization alone has all places, gives one back when another comes, and goes on where it was', async () => {
  await using crm = await workspace({ database: 'own' });
  const [a, b] = [(await crm.company('a')).chief, (await crm.company('b')).chief];
  const ids = [await start(crm, a, long('first')), await start(crm, a, long('second'))];
  await startWorker(crm.url, { atOnce: 2, turnMs: 3_600_000 });
  for (const id of ids) await becomes(a, id, ({ processed }) => processed > 0);
  const other = await start(crm, b, short('other'));
  await becomes(b, other, inState('DONE'));
  const runOf = async (id: string) =>
    (
      await query<{ attempt: number; lost: number }>(crm, 'SELECT attempt, lost_workers AS lost FROM job_run WHERE job_id = $1', [
        id.slice(4),
      ])
    )[0]!;
  // The younger one gave way and has its place again; the older one has never lost it.
  await until(async () => (await runOf(ids[1]!)).attempt > 1);
  expect([await runOf(ids[0]!), await runOf(ids[1]!)]).toEqual([
    { attempt: 1, lost: 0 },
    { attempt: expect.any(Number), lost: 0 },
  ]);
  for (const [index, name] of ['first', 'second'].entries()) {
    const id = ids[index]!;
    const [{ ticket }] = (await query<{ ticket: string }>(crm, 'SELECT ticket FROM job_run WHERE job_id = $1', [id.slice(4)])) as [
      { ticket: string },
    ];
    await steer(a, 'pause', id);
    // Its worker has noticed, and will read the parameters anew.
    await until(async () => (await query(crm, `SELECT FROM pgboss.job WHERE id = $1 AND state = 'active'`, [ticket])).length === 0);
    await shorten(crm, id);
    await steer(a, 'resume', id);
    await becomes(a, id, inState('DONE', 'FAILED'));
    const made = await query<{ name: string }>(crm, 'SELECT account_name AS name FROM account WHERE starts_with(account_name, $1)', [name]);
    const { state, processed } = await jobOf(a, id);
    // Each step once, whoever did it.
    expect([state, made.map((account) => account.name).sort()]).toEqual(['DONE', names(name, processed)]);
  }
});

test('a job whose turn is over lets another organization go first, and goes on before the other jobs of its own', async () => {
  await using crm = await workspace({ database: 'own' });
  const [a, b] = [(await crm.company('a')).chief, (await crm.company('b')).chief];
  const id = await start(crm, a, long('long'));
  const next = await start(crm, a, short('next'));
  await startWorker(crm.url, { atOnce: 1, turnMs: 0 });
  await becomes(a, id, ({ processed }) => processed > 0);
  for (const name of ['other1', 'other2']) await becomes(b, await start(crm, b, short(name)), inState('DONE'));
  const { processed: before } = await jobOf(a, id);
  await becomes(a, id, ({ processed }) => processed > before);
  expect(await begun(crm)).toEqual(['long', 'other1', 'other2']);
  await steer(a, 'cancel', id);
  await becomes(a, next, inState('DONE'));
  const { processed } = await jobOf(a, id);
  const made = await query<{ name: string }>(crm, `SELECT account_name AS name FROM account WHERE starts_with(account_name, 'long')`);
  expect(made.map(({ name }) => name).sort()).toEqual(names('long', processed));
});

test('an organization that has too many jobs waiting is told to come back later', async () => {
  await using crm = await workspace({ database: 'own' });
  const [a, b] = [(await crm.company('a')).chief, (await crm.company('b')).chief];
  await start(crm, a, short('first'));
  await query(
    crm,
    `WITH made AS (INSERT INTO job (org, id, kind) SELECT org, gen_random_uuid(), kind FROM job, generate_series(1, 999) RETURNING org, id, kind)
     INSERT INTO job_run (org, job_id, kind, user_id, parameters, ticket) SELECT org, id, kind, $1, '{}', gen_random_uuid() FROM made`,
    [a.userId],
  );
  await expect(start(crm, a, short('one more'))).rejects.toMatchObject({ extensions: { code: 'BUSY', retryAfterSeconds: 60 } });
  await expect(start(crm, b, short('of another'))).resolves.toMatch(/^job_/);
});

/** Has a worker take the job up and be killed by it. The queue forgets it, so that the next one need not wait until it is missed. */
async function loseWorker(crm: Workspace): Promise<void> {
  await exitOf(await startWorker(crm.url, { atOnce: 1 }));
  await query(crm, 'DELETE FROM pgboss.job');
}

test('a job that loses its worker three times at one step fails with its reason, keeps its rows, and has three new tries when it is resumed', async () => {
  await using crm = await workspace({ database: 'own' });
  const { chief } = await crm.company('lost');
  const id = await start(crm, chief, { name: 'lost', steps: 5, ms: 0, killsAt: 3 });
  for (let time = 1; time <= 3; time++) {
    await loseWorker(crm);
    expect(await jobOf(chief, id)).toMatchObject({ state: 'RUNNING', processed: 2, errorCode: null });
  }
  const worker = await startWorker(crm.url, { atOnce: 1 });
  await becomes(chief, id, inState('FAILED'));
  expect(await jobOf(chief, id)).toMatchObject({
    processed: 2,
    errorCode: 'JOB_WORKER_LOST',
    errorMessage: expect.stringContaining('3 times'),
  });
  expect(await accounts(chief, 'lost')).toEqual(names('lost', 2));
  worker.kill('SIGTERM');
  await exitOf(worker);

  expect(codesOf(await steer(chief, 'resume', id))).toEqual([]);
  for (let time = 1; time <= 2; time++) await loseWorker(crm);
  await query(crm, `UPDATE job_run SET parameters = parameters - 'killsAt'`);
  await startWorker(crm.url, { atOnce: 1 });
  await becomes(chief, id, inState('DONE'));
  expect(await accounts(chief, 'lost')).toEqual(names('lost', 5));
});

test('workers that are lost at different steps are no reason to give a job up', async () => {
  await using crm = await workspace({ database: 'own' });
  const { chief } = await crm.company('unlucky');
  const id = await start(crm, chief, { name: 'unlucky', steps: 6, ms: 0, killsAt: 2 });
  for (const killsAt of [2, 2, 4, 4, 6]) {
    await query(crm, `UPDATE job_run SET parameters = jsonb_set(parameters, '{killsAt}', to_jsonb($1::int))`, [killsAt]);
    await loseWorker(crm);
  }
  await query(crm, `UPDATE job_run SET parameters = parameters - 'killsAt'`);
  await startWorker(crm.url, { atOnce: 1 });
  await becomes(chief, id, inState('DONE', 'FAILED'));
  expect(await jobOf(chief, id)).toMatchObject({ state: 'DONE', processed: 6 });
});

test('a job that failed for its lost workers can be undone', async () => {
  await using crm = await workspace({ database: 'own' });
  const { chief } = await crm.company('undone');
  const id = await start(crm, chief, { name: 'undone', steps: 3, ms: 0, killsAt: 3 });
  for (let time = 1; time <= 3; time++) await loseWorker(crm);
  await startWorker(crm.url, { atOnce: 1 });
  await becomes(chief, id, inState('FAILED'));
  // It counts on what it did: two steps.
  await query(crm, `UPDATE job_run SET parameters = jsonb_set(parameters, '{steps}', '2')`);
  expect(codesOf(await steer(chief, 'undo', id))).toEqual([]);
  await becomes(chief, id, inState('UNDONE', 'FAILED'));
  expect(await jobOf(chief, id)).toMatchObject({ state: 'UNDONE' });
  expect(await accounts(chief, 'undone')).toEqual([]);
});

test('servers that are stopped in order lose no job, however often and however little it has got on', async () => {
  await using crm = await workspace({ database: 'own' });
  const { chief } = await crm.company('restarted');
  const id = await start(crm, chief, short('waiting'), { kind: waitingJob });
  for (let time = 1; time <= 4; time++) {
    const worker = await startWorker(crm.url, { atOnce: 1 });
    await until(async () => (await query(crm, 'SELECT FROM job_run WHERE attempt = $1', [time])).length === 1);
    worker.kill('SIGTERM');
    expect(await exitOf(worker)).toBe(0);
  }
  expect(await query(crm, 'SELECT lost_workers, is_claimed FROM job_run')).toEqual([{ lost_workers: 0, is_claimed: false }]);
  expect(await jobOf(chief, id)).toMatchObject({ state: 'RUNNING', errorCode: null });
});
