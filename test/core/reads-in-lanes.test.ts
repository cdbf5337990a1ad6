import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createReadHistories } from '../../server/core/database/read-history.js';
import { createReader, type Reader } from '../../server/core/database/reader.js';
import { statementName } from '../../server/core/database/transactions.js';
import { until } from '../support/until.js';
import { workspace, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let reader: Reader | null = null;
/** Sees and ends what the same login is doing. */
let onlooker: pg.Client;
beforeAll(async () => {
  crm = await workspace({ database: 'own' });
  onlooker = new pg.Client({ connectionString: crm.url });
  await onlooker.connect();
});
afterAll(async () => {
  await onlooker.end();
  await crm.close();
});
afterEach(async () => {
  await reader?.close();
  reader = null;
});

const [ACME, GLOBEX, INITECH] = ['acme', 'globex', 'initech'];

/** A reader whose sessions are told from those of the server. */
const open = (options: { connections?: number; statementTimeoutMs?: number } = {}): Reader =>
  (reader = createReader({ url: crm.url, name: '', connections: 4, statementTimeoutMs: 600_000, ...options }));

const run = async (org: string, text: string, ...values: string[]): Promise<string | null> =>
  (await reader!.read(org, { name: statementName(text), text }, values)).row(0)[0] ?? null;
const echo = (org: string, value: string) => run(org, 'SELECT $1::text', value);

/** A statement that lasts until it is ended; each number makes another shape. */
const endless = (org: string, shape: number) => run(org, `SELECT $1::text, pg_sleep(600)::text /* endless ${shape} */`, 'x');

const sql = async <T extends object>(text: string): Promise<T[]> => (await onlooker.query<T>(text)).rows;
const ENDLESS = `query LIKE '%endless%' AND state = 'active' AND pid <> pg_backend_pid()`;
/** Endless statements that are running, by the lane they are in. */
const running = async (): Promise<{ quick: number; slow: number }> => {
  const [found] = await sql<{ quick: number; slow: number }>(
    `SELECT count(*) FILTER (WHERE application_name = 'relata read')::int AS quick, count(*) FILTER (WHERE application_name = 'relata slow read')::int AS slow FROM pg_stat_activity WHERE ${ENDLESS}`,
  );
  return found!;
};
/** Ends all of them, those that wait for their turn too. */
async function endAll(reads: readonly Promise<unknown>[]): Promise<PromiseSettledResult<unknown>[]> {
  const settled = Promise.allSettled(reads);
  let isOver = false;
  void settled.then(() => (isOver = true));
  await until(async () => {
    await sql(`SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE ${ENDLESS}`);
    return isOver;
  });
  return settled;
}

test('a read that is too slow for the quick lane is run again and answered', async () => {
  open();
  const slow = (seconds: string, org = ACME) => run(org, `SELECT $1 FROM pg_sleep($1::float8)`, seconds);
  expect(await slow('0.4')).toBe('0.4');
  // The second time, and with other values, and for others.
  expect(await Promise.all([slow('0.3'), slow('0'), slow('0.35', GLOBEX), echo(GLOBEX, 'x')])).toEqual(['0.3', '0', '0.35', 'x']);
});

test('a read that is too slow for the statement time-out fails with it, whichever of the two is shorter', async () => {
  open({ statementTimeoutMs: 600 });
  await expect(run(ACME, 'SELECT pg_sleep(600)::text')).rejects.toMatchObject({ code: '57014' });
  await reader?.close();
  open({ statementTimeoutMs: 100 });
  for (let time = 0; time < 2; time++) await expect(run(ACME, 'SELECT pg_sleep(600)::text')).rejects.toMatchObject({ code: '57014' });
});

test('slow statements of one organization, in ever new shapes, leave the quick lane to the others and the slow lane to one more', async () => {
  open();
  const reads = Array.from({ length: 12 }, (_, shape) => endless(ACME, shape));
  for (let index = 0; index < 40; index++) expect(await echo(GLOBEX, String(index))).toBe(String(index));
  await until(async () => {
    const { quick, slow } = await running();
    return quick === 0 && slow === 1;
  });
  reads.push(endless(ACME, 100), endless(GLOBEX, 1), endless(GLOBEX, 2));
  await until(async () => {
    const { quick, slow } = await running();
    return quick === 0 && slow === 2;
  });
  expect(await echo(INITECH, 'still quick')).toBe('still quick');
  for (const one of await endAll(reads)) expect(one).toMatchObject({ status: 'rejected', reason: { code: '57014' } });
  // Who was slow is answered as well.
  expect(await Promise.all([echo(ACME, 'mine'), run(ACME, 'SELECT $1::text AS new', 'new')])).toEqual(['mine', 'new']);
});

test('reads that wait behind a slow one are answered, each with its own', async () => {
  open({ connections: 1 });
  expect(await echo(ACME, 'known')).toBe('known');
  const slow = endless(GLOBEX, 1);
  const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => echo(index % 2 === 0 ? ACME : INITECH, String(index))));
  expect(answers).toEqual(answers.map((_, index) => String(index)));
  await endAll([slow]);
});

test('one organization cannot fill the pipeline: another is served between its reads, and too many are refused with a time to come back', async () => {
  open({ connections: 1 });
  for (const org of [ACME, GLOBEX]) expect(await echo(org, 'known')).toBe('known');
  let answered = 0;
  const refusals: unknown[] = [];
  const many = Array.from({ length: 700 }, (_, index) =>
    echo(ACME, String(index)).then(
      (value) => {
        answered++;
        expect(value).toBe(String(index));
      },
      (error: unknown) => void refusals.push(error),
    ),
  );
  expect(await echo(GLOBEX, 'mine')).toBe('mine');
  // Eight were before it, and as many may have been answered together with it.
  expect(answered).toBeLessThan(40);
  await Promise.all(many);
  expect(answered).toBeGreaterThan(500);
  expect(answered + refusals.length).toBe(700);
  expect(refusals.length).toBeGreaterThan(150);
  for (const error of refusals) expect(error).toMatchObject({ code: 'BUSY', extensions: { retryable: true, retryAfterSeconds: 1 } });
});

test('a read that waits too long for the slow lane is told to come back', async () => {
  open({ statementTimeoutMs: 300 });
  const settled = await Promise.allSettled(Array.from({ length: 6 }, (_, shape) => endless(ACME, shape)));
  const codes = settled.map((one) => (one as PromiseRejectedResult).reason.code as string);
  expect(codes.filter((code) => !['BUSY', '57014'].includes(code))).toEqual([]);
  expect(codes).toContain('BUSY');
});

test('a statement that was cancelled is slow for its organization for ten minutes, and new ones of that organization for a minute', () => {
  let now = 1_000_000;
  const historyOf = createReadHistories(() => now);
  const acme = historyOf(ACME);
  expect(acme.laneOf('a')).toBeNull();
  acme.ran('a', 1);
  acme.ran('b', 49);
  acme.ran('c', 60);
  expect(['a', 'b', 'c'].map((name) => acme.laneOf(name))).toEqual(['QUICK', 'QUICK', null]);
  acme.wasCancelled('b');
  expect(['a', 'b', 'c', 'new'].map((name) => acme.laneOf(name))).toEqual(['QUICK', 'SLOW', 'SLOW', 'SLOW']);
  expect(['a', 'b', 'new'].map((name) => historyOf(GLOBEX).laneOf(name))).toEqual([null, null, null]);
  now += 60_000;
  expect(['a', 'b', 'c', 'new'].map((name) => acme.laneOf(name))).toEqual(['QUICK', 'SLOW', null, null]);
  now += 9 * 60_000;
  expect(acme.laneOf('b')).toBeNull();
});

test('what a busy moment made slow is quick again after a quick run, but not what is slow time and again', () => {
  let now = 1_000_000;
  const acme = createReadHistories(() => now)(ACME);
  for (let time = 0; time < 3; time++) {
    acme.wasCancelled('a');
    expect(acme.laneOf('a')).toBe('SLOW');
    acme.ran('a', 60);
    expect(acme.laneOf('a')).toBe('SLOW');
    acme.ran('a', 2);
    now += 60_000;
    expect(acme.laneOf('a')).toBe('QUICK');
  }
  acme.wasCancelled('a');
  acme.ran('a', 2);
  now += 60_000;
  expect(acme.laneOf('a')).toBe('SLOW');
});

test('an organization whose quick statements turn slow again and again has them tried by a few at a time, until a minute without', () => {
  let now = 1_000_000;
  const acme = createReadHistories(() => now)(ACME);
  for (const name of ['a', 'b', 'c', 'd']) acme.ran(name, 1);
  for (const name of ['a', 'b', 'c']) acme.wasCancelled(name);
  expect(acme.laneOf('d')).toBeNull();
  // What is slow in the slow lane and known to be so changes nothing for the others.
  now += 59_999;
  acme.wasSlow('a');
  now += 1;
  expect(acme.laneOf('d')).toBe('QUICK');
  acme.wasSlow('new');
  expect(['d', 'newer'].map((name) => acme.laneOf(name))).toEqual(['QUICK', 'SLOW']);
});

test('the memory of an organization is bounded', () => {
  const acme = createReadHistories(() => 1_000_000)(ACME);
  for (let index = 0; index < 2000; index++) {
    acme.ran(`quick ${index}`, 1);
    acme.wasCancelled(`slow ${index}`);
  }
  expect(acme.laneOf('quick 0')).toBe('SLOW');
  const later = createReadHistories(() => 1_000_000)(ACME);
  for (let index = 0; index < 501; index++) later.ran(`quick ${index}`, 1);
  expect(['quick 0', 'quick 1', 'quick 500'].map((name) => later.laneOf(name))).toEqual([null, 'QUICK', 'QUICK']);
});
