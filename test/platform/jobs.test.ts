import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import { QUEUE_VERSION } from '../../server/core/database/job-queue.js';
import { transactionDb } from '../../server/core/database/typed-sql.js';
import { insertRows } from '../../server/platform/jobs/run-job.js';
import { codesOf } from '../support/answers.js';
import { asOwner } from '../support/two-organizations.js';
import { finalJob, start, type Steps } from '../support/test-jobs.js';
import { endWorkers, exitOf, startWorker } from '../support/start-worker.js';
import { HANGS_MS } from '../support/until.js';
import { workspace, type Company, type Person, type Workspace } from '../support/workspace.js';

const jobs = { areInside: true, atOnce: 2 };
const users = ['chief', 'second'].map((name) => ({ lastName: name, email: `${name}@acme.example.com` }));

let crm: Workspace;
let acme: Company;
let chief: Person;
let second: Person;
beforeAll(async () => {
  crm = await workspace({ config: { jobs } });
  acme = await crm.company('acme', users);
  ({ chief, second } = acme.people as { chief: Person; second: Person });
});
afterAll(() => crm.close());

const JOB = `id kind state total processed created updated unchanged failed startedAt finishedAt errorCode errorMessage fileId result
  createdBy { email } rows(orderBy: [{ place: ASC }], first: 500) { totalCount nodes { place outcome recordId faults job { id } } }`;

const read = async (person: Person, id: string) => (await person.ask(`query ($id: ID!) { job(id: $id) { ${JOB} } }`, { id }))['job'];

/** Waits until the job is as wanted. */
async function until(person: Person, id: string, is: (job: any) => boolean, withinMs = HANGS_MS): Promise<any> {
  for (const ends = Date.now() + withinMs; ;) {
    const askedAt = Date.now();
    const job = await read(person, id);
    if (job && is(job)) return job;
    if (askedAt > ends) throw new Error(`The job did not become what was waited for: ${JSON.stringify(job)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const inState =
  (...states: string[]) =>
  ({ state }: { state: string }): boolean =>
    states.includes(state);

/** The names of the accounts that a job has made and not taken back, sorted by their number. */
async function made(person: Person, { name }: Pick<Steps, 'name'>): Promise<string[]> {
  const data = await person.ask(
    'query ($name: String!) { accounts(first: 500, filter: { accountName: { startsWith: $name } }) { nodes { accountName } } }',
    {
      name: `${name} `,
    },
  );
  return (data['accounts'].nodes as { accountName: string }[])
    .map(({ accountName }) => accountName)
    .sort((a, b) => Number(a.split(' ').at(-1)) - Number(b.split(' ').at(-1)));
}
const names = ({ name, steps }: Pick<Steps, 'name' | 'steps'>): string[] => Array.from({ length: steps }, (_, at) => `${name} ${at + 1}`);

/** Waits until the step that was under way is over; expects that none begins after it. */
async function atRest(person: Person, id: string): Promise<any> {
  const told = await read(person, id);
  for (let last = told; ;) {
    await new Promise((resolve) => setTimeout(resolve, 600));
    const job = await read(person, id);
    expect(job.processed - told.processed).toBeLessThanOrEqual(1);
    if (isDeepStrictEqual(job, last)) return job;
    last = job;
  }
}

/** Leaves a job only so many more steps: enough of them were there for it to be caught in the middle. */
async function shorten({ app }: Workspace, id: string, more: number): Promise<number> {
  const { rows } = await app.database.system.query<{ steps: number }>(
    `UPDATE job_run r SET parameters = jsonb_set(parameters, '{steps}', to_jsonb(j.processed + $2::int)) FROM job j
      WHERE j.id = r.job_id AND r.job_id = $1 RETURNING (r.parameters ->> 'steps')::int AS steps`,
    [id.slice('job_'.length), more],
  );
  return rows[0]!.steps;
}

const steer = (person: Person, verb: string, id: string) =>
  person.send(`mutation ($id: ID!) { ${verb}Job(id: $id) { job { id state } } }`, { id });

afterAll(endWorkers);

test('a job says how far it is and what became of each row, and its changes name it as their cause', async () => {
  const steps = { name: 'progress', steps: 5, ms: 30 };
  const id = await start(crm, second, steps);
  const done = await until(second, id, inState('DONE'));
  expect(done).toMatchObject({
    kind: 'TEST_STEPS',
    total: 5,
    processed: 5,
    created: 5,
    updated: 0,
    unchanged: 0,
    failed: 0,
    errorCode: null,
  });
  expect(done.createdBy.email).toBe(second.email);
  expect(Date.parse(done.finishedAt)).toBeGreaterThanOrEqual(Date.parse(done.startedAt));
  expect(done.rows.totalCount).toBe(5);
  expect(done.rows.nodes[4]).toEqual({
    place: 5,
    outcome: 'CREATED',
    recordId: expect.stringMatching(/^account_/),
    faults: [{ inputPath: 'none', code: 'NONE', message: '"' }],
    job: { id },
  });
  expect(await made(second, steps)).toEqual(names(steps));
  const { rows } = await crm.app.database.system.query(
    `SELECT DISTINCT c.cause, c.actor_id AS actor FROM change c JOIN account a ON a.org = c.org AND a.id = c.record_id WHERE a.account_name LIKE 'progress %'`,
  );
  expect(rows).toEqual([{ cause: id, actor: second.userId }]);
  const { rows: logged } = await crm.app.database.system.query(`SELECT FROM change WHERE module IN ('Job', 'JobRow')`);
  expect(logged).toEqual([]);
});

test('a job that is asked for in a transaction that is undone never was', async () => {
  const id = await start(crm, chief, { name: 'never', steps: 1, ms: 0 }, { isKept: false });
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(await read(chief, id)).toBeNull();
  expect(await made(chief, { name: 'never' })).toEqual([]);
});

test('a job rests after its step and goes on after it; stopped for good it can not', async () => {
  const steps = { name: 'resting', steps: 450, ms: 100 };
  const id = await start(crm, chief, steps);
  await until(chief, id, ({ processed }) => processed >= 2);
  expect((await steer(chief, 'pause', id)).data).toEqual({ pauseJob: { job: { id, state: 'PAUSED' } } });
  expect(codesOf(await steer(chief, 'pause', id))).toEqual(['JOB_STATE']);
  const rested = await atRest(chief, id);
  expect(await made(chief, steps)).toHaveLength(rested.processed);

  await steer(chief, 'resume', id);
  await until(chief, id, ({ processed }) => processed > rested.processed);
  expect((await steer(chief, 'cancel', id)).data).toEqual({ cancelJob: { job: { id, state: 'CANCELLED' } } });
  const cancelled = await atRest(chief, id);
  expect(cancelled.finishedAt).not.toBeNull();
  expect(await made(chief, steps)).toEqual(names(steps).slice(0, cancelled.processed));
  expect(cancelled.processed).toBeLessThan(450);
  for (const verb of ['resume', 'pause', 'cancel']) expect(codesOf(await steer(chief, verb, id))).toEqual(['JOB_STATE']);
});

test('pausing and resuming in quick turns neither loses a step nor does one twice', async () => {
  const steps = { name: 'hectic', steps: 10, ms: 60 };
  const id = await start(crm, chief, steps);
  for (let turn = 0; turn < 12; turn++) {
    await Promise.all([steer(chief, 'pause', id), steer(chief, 'resume', id), steer(chief, 'resume', id), steer(chief, 'pause', id)]);
    await new Promise((resolve) => setTimeout(resolve, 80));
  }
  await steer(chief, 'resume', id);
  const done = await until(chief, id, inState('DONE'));
  expect([done.processed, done.rows.totalCount]).toEqual([10, 10]);
  expect(await made(chief, steps)).toEqual(names(steps));
});

test('what a job did is taken back, once, and only where its kind can be', async () => {
  const steps = { name: 'undone', steps: 4, ms: 0 };
  const id = await start(crm, second, steps);
  await until(second, id, inState('DONE'));
  expect((await steer(second, 'undo', id)).data).toEqual({ undoJob: { job: { id, state: 'UNDOING' } } });
  const undone = await until(second, id, inState('UNDONE'));
  expect(undone.rows.nodes.map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(4).fill('REMOVED'));
  expect(await made(second, steps)).toEqual([]);
  expect(codesOf(await steer(second, 'undo', id))).toEqual(['JOB_STATE']);

  const final = await start(crm, second, { name: 'final', steps: 1, ms: 0 }, { kind: finalJob });
  await until(second, final, inState('DONE'));
  expect(codesOf(await steer(second, 'undo', final))).toEqual(['JOB_NOT_UNDOABLE']);
  expect((await read(second, final)).state).toBe('DONE');
});

test('a step that is under way when its job is cancelled and taken back is not saved into what takes it back', async () => {
  const steps = { name: 'overtaken', steps: 12, ms: 500 };
  const id = await start(crm, second, steps);
  await until(second, id, ({ processed }) => processed >= 2);
  await steer(second, 'cancel', id);
  expect((await steer(second, 'undo', id)).data).toEqual({ undoJob: { job: { id, state: 'UNDOING' } } });
  const undone = await until(second, id, inState('UNDONE'));
  expect(undone.rows.nodes.map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(undone.processed).fill('REMOVED'));
  await atRest(second, id);
  expect(await made(second, steps)).toEqual([]);
});

test('a job that can not go on says why, keeps what it did, and goes on when it can', async () => {
  const wrong = await start(crm, chief, { name: 'wrong', steps: 5, ms: 0, fails: { at: 3, with: 'wrong input' } });
  expect(await until(chief, wrong, inState('FAILED'))).toMatchObject({
    errorCode: 'VALIDATION_FAILED',
    processed: 2,
    finishedAt: expect.any(String),
  });
  const fault = await start(crm, chief, { name: 'fault', steps: 5, ms: 0, fails: { at: 2, with: 'a fault' } });
  const failed = await until(chief, fault, inState('FAILED'));
  expect(failed).toMatchObject({ errorCode: 'INTERNAL', processed: 1 });
  expect(failed.errorMessage).not.toMatch(/tests wanted/);
  expect(await made(chief, { name: 'fault' })).toEqual(['fault 1']);

  await crm.app.database.system.query(`UPDATE job_run SET parameters = parameters - 'fails' WHERE job_id = $1`, [fault.slice(4)]);
  await steer(chief, 'resume', fault);
  expect(await until(chief, fault, inState('DONE'))).toMatchObject({ processed: 5, errorCode: null, errorMessage: null });
});

test('of a job its maker knows, and administrators do, and nobody else', async () => {
  const other = await crm.company('other');
  const id = await start(crm, chief, { name: 'private', steps: 1, ms: 0 });
  await until(chief, id, inState('DONE'));
  const own = await start(crm, second, { name: 'own', steps: 1, ms: 0 });
  await until(chief, own, inState('DONE'));
  const [row] = (await chief.ask(`query ($id: ID!) { job(id: $id) { rows { nodes { id } } } }`, { id }))['job'].rows.nodes;
  for (const person of [second, other.chief]) {
    expect(await read(person, id)).toBeNull();
    expect(codesOf(await steer(person, 'cancel', id))).toEqual(['NOT_FOUND']);
    const seen = await person.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } jobs(first: 500) { nodes { createdBy { id } } } }', {
      ids: [id, row.id],
    });
    expect(seen['nodes']).toEqual([null, null]);
    expect(seen['jobs'].nodes.filter((job: any) => job.createdBy.id !== `user_${person.userId}`)).toEqual([]);
  }
  expect((await other.chief.ask('{ jobs { totalCount } }'))['jobs'].totalCount).toBe(0);
});

test('a job acts with the rights that its user has now: a suspended one stops it', async () => {
  const id = await start(crm, second, { name: 'suspended', steps: 450, ms: 50 });
  await until(chief, id, ({ processed }) => processed >= 2);
  await chief.ask('mutation ($id: ID!) { suspendUser(id: $id) { user { id } } }', { id: `user_${second.userId}` });
  const stopped = await until(chief, id, inState('FAILED'));
  expect(stopped).toMatchObject({ errorCode: 'JOB_OWNER_SUSPENDED' });
  expect(await made(chief, { name: 'suspended' })).toHaveLength(stopped.processed);
  await chief.ask('mutation ($id: ID!) { reactivateUser(id: $id) { user { id } } }', { id: `user_${second.userId}` });
  const processed = await shorten(crm, id, 3);
  await steer(chief, 'resume', id);
  expect(await until(chief, id, inState('DONE'))).toMatchObject({ processed });
});

test('a worker that is killed in mid-step loses its job within 30 s to another, and every step is done once', async () => {
  await using front = await workspace({ database: 'own' });
  const { chief: person } = await front.company('killed');
  const killed = await startWorker(front.url);
  const steps = { name: 'killed', steps: 450, ms: 400 };
  const id = await start(front, person, steps);
  const taken = await until(person, id, ({ processed }) => processed >= 3);
  killed.kill('SIGKILL');
  await exitOf(killed);
  const all = await shorten(front, id, 4);
  await startWorker(front.url);
  // How long the worker takes to start is none of the promise.
  const from = Date.now();
  await until(person, id, ({ processed }) => processed > Number(taken.processed) + 1, 30_000);
  process.stdout.write(`retaken after ${Date.now() - from} ms\n`);
  const done = await until(person, id, inState('DONE'));
  expect([done.processed, done.rows.totalCount]).toEqual([all, all]);
  expect(await made(person, steps)).toEqual(names({ ...steps, steps: all }));
});

test('a worker that is told to stop ends its step and gives the job back to the other', async () => {
  await using front = await workspace({ database: 'own' });
  const { chief: person } = await front.company('stopped');
  const [first, other] = [await startWorker(front.url), await startWorker(front.url)];
  const steps = { name: 'stopped', steps: 30, ms: 100 };
  const id = await start(front, person, steps);
  await until(person, id, ({ processed }) => processed >= 3);
  first.kill('SIGTERM');
  expect(await exitOf(first)).toBe(0);
  const done = await until(person, id, inState('DONE'));
  expect([done.processed, done.rows.totalCount]).toEqual([30, 30]);
  expect(await made(person, steps)).toEqual(names(steps));
  other.kill('SIGTERM');
  expect(await exitOf(other)).toBe(0);
});

test('a worker that was long away does not do a step that another has done', async () => {
  await using front = await workspace({ database: 'own' });
  const { chief: person } = await front.company('away');
  const first = await startWorker(front.url);
  const steps = { name: 'away', steps: 6, ms: 300 };
  const id = await start(front, person, steps);
  await until(person, id, ({ processed }) => processed >= 1);
  first.kill('SIGSTOP');
  await startWorker(front.url);
  await until(person, id, inState('DONE'));
  first.kill('SIGCONT');
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const done = await read(person, id);
  expect([done.state, done.processed, done.rows.totalCount]).toEqual(['DONE', 6, 6]);
  expect(await made(person, steps)).toEqual(names(steps));
});

test('a job that the queue has forgotten, as after a restore, is handed to it again', async () => {
  const steps = { name: 'forgotten', steps: 6, ms: 100 };
  const id = await start(crm, chief, steps);
  await steer(chief, 'pause', id);
  await crm.app.database.system.query(`DELETE FROM pgboss.job`);
  await crm.app.database.system.query(`UPDATE job_run SET is_live = true WHERE job_id = $1`, [id.slice(4)]);
  expect(await until(chief, id, inState('DONE'))).toMatchObject({ processed: 6 });
  expect(await made(chief, steps)).toEqual(names(steps));
});

test('the queue is of the version that the program believes it to be, and out of reach of the role that serves requests', async () => {
  const [version] = await asOwner(crm.url, (run) => run('SELECT version FROM pgboss.version'));
  expect(version).toEqual({ version: QUEUE_VERSION });
  const open = await asOwner(crm.url, (run) =>
    run(`SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'pgboss'::regnamespace AND c.relkind IN ('r', 'p', 'S', 'v')
      AND (has_table_privilege('crm_app', c.oid, 'SELECT') OR has_table_privilege('crm_app', c.oid, 'INSERT'))`),
  );
  expect(open).toEqual([]);
  expect(await asOwner(crm.url, (run) => run(`SELECT has_schema_privilege('crm_app', 'pgboss', 'USAGE') AS may`))).toEqual([
    { may: false },
  ]);
});

test('100,000 rows of a job are written, and read by their place', async () => {
  const id = await start(crm, chief, { name: 'bulk', steps: 0, ms: 0 });
  await until(chief, id, inState('DONE'));
  const from = performance.now();
  for (let at = 0; at < 100_000; at += 1000)
    await crm.app.services.transactions.run({ org: chief.org, actor: chief.userId, cause: id }, (transaction) =>
      insertRows(
        transactionDb(transaction),
        id.slice(4),
        Array.from({ length: 1000 }, (_, row) => ({
          place: at + row + 1,
          outcome: 'CREATED' as const,
          recordId: `account_${chief.userId}`,
        })),
      ),
    );
  const ms = performance.now() - from;
  process.stdout.write(`100,000 job rows in ${Math.round(ms)} ms\n`);
  const page = await chief.ask(
    `query ($id: ID!) { job(id: $id) { rows(first: 3, filter: { place: { gte: 99000 } }, orderBy: [{ place: ASC }]) { totalCount nodes { place } } } }`,
    { id },
  );
  expect(page['job'].rows).toEqual({ totalCount: 1001, nodes: [99_000, 99_001, 99_002].map((place) => ({ place })) });
});
