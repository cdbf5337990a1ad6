import { expect, test } from '@jest/globals';
import { createFairQueue, type FairQueue } from '../../server/core/fair-queue.js';
import { until } from '../support/until.js';

/** Starts tasks that end when they are told to, and notes the order in which they began. */
function tasksOf(queue: FairQueue) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const start = (key: string, name: string): Promise<void> =>
    queue.run(key, () => {
      begun.push(name);
      return new Promise((resolve) => ends.set(name, resolve));
    });
  const end = async (name: string): Promise<void> => {
    await new Promise(setImmediate);
    ends.get(name)!();
    await new Promise(setImmediate);
  };
  return { begun, start, end };
}

test('keys take turns, however many tasks one of them has', async () => {
  const queue = createFairQueue({ places: 1, placesPerKey: 1, maxWaiting: 100, maxWaitingPerKey: 100 });
  const { begun, start, end } = tasksOf(queue);
  const all = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'].map((name) => start(name[0]!, name));
  for (const name of ['a1', 'a2', 'b1', 'c1', 'a3', 'b2']) await end(name);
  await Promise.all(all);
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
  expect(queue).toMatchObject({ running: 0, waiting: 0 });
});

test('a key that has all its places leaves the others to the other keys', async () => {
  const queue = createFairQueue({ places: 3, placesPerKey: 2, maxWaiting: 100, maxWaitingPerKey: 100 });
  const { begun, start, end } = tasksOf(queue);
  const all = ['a1', 'a2', 'a3', 'a4', 'b1'].map((name) => start(name[0]!, name));
  await new Promise(setImmediate);
  expect(begun).toEqual(['a1', 'a2', 'b1']);
  for (const name of ['b1', 'a1', 'a2', 'a3', 'a4']) await end(name);
  await Promise.all(all);
});

test('a key that is alone has more places than one beside others', async () => {
  const queue = createFairQueue({ places: 4, placesPerKey: 3, placesBesideOthers: 2, maxWaiting: 100, maxWaitingPerKey: 100 });
  const { begun, start, end } = tasksOf(queue);
  const all = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3'].map((name) => start(name[0]!, name));
  await new Promise(setImmediate);
  expect(begun).toEqual(['a1', 'a2', 'a3', 'b1']);
  // The other one is there now: the first has what it has, and gets no third place again.
  await end('a1');
  expect(begun.slice(4)).toEqual(['b2']);
  await end('b1');
  expect(begun.slice(5)).toEqual(['b3']);
  await end('a2');
  expect(begun.slice(6)).toEqual(['a4']);
  for (const name of ['a3', 'a4', 'b2', 'b3']) await end(name);
  await Promise.all(all);
});

test('a key that waits for more places gets them a second after the others have left', async () => {
  const queue = createFairQueue({ places: 4, placesPerKey: 3, placesBesideOthers: 2, maxWaiting: 9, maxWaitingPerKey: 9 });
  const { begun, start, end } = tasksOf(queue);
  const all = ['a1', 'a2', 'b1'].map((name) => start(name[0]!, name));
  await end('b1');
  const third = start('a', 'a3');
  await new Promise(setImmediate);
  expect(begun).toEqual(['a1', 'a2', 'b1']);
  await until(() => begun.includes('a3'));
  for (const name of ['a1', 'a2', 'a3']) await end(name);
  await Promise.all([...all, third]);
});

test('too many that wait, of one key or in all, are refused at once and told when to try again', async () => {
  const queue = createFairQueue({ places: 1, placesPerKey: 1, maxWaiting: 3, maxWaitingPerKey: 2 });
  const { start, end } = tasksOf(queue);
  const all = ['a1', 'a2', 'a3', 'b1'].map((name) => start(name[0]!, name));
  const busy = { code: 'BUSY', extensions: { retryable: true, retryAfterSeconds: 1 } };
  await expect(start('a', 'a4')).rejects.toMatchObject(busy);
  await expect(start('c', 'c1')).rejects.toMatchObject(busy);
  for (const name of ['a1', 'a2', 'b1', 'a3']) await end(name);
  await Promise.all(all);
});

test('a task that waits too long, or is aborted, leaves the queue and takes nothing with it', async () => {
  const queue = createFairQueue({ places: 1, placesPerKey: 1, maxWaiting: 9, maxWaitingPerKey: 9, maxWaitMs: 20 });
  const release = await queue.take('a');
  const gone = new AbortController();
  const aborted = queue.take('b', gone.signal);
  gone.abort(new Error('gone'));
  await expect(aborted).rejects.toThrow('gone');
  await expect(queue.take('b')).rejects.toMatchObject({ code: 'BUSY' });
  expect(queue).toMatchObject({ running: 1, waiting: 0 });
  release();
  release();
  expect(queue.running).toBe(0);
  (await queue.take('b'))();
});

test('a task that fails gives its place back', async () => {
  const queue = createFairQueue({ places: 1, placesPerKey: 1, maxWaiting: 9, maxWaitingPerKey: 9 });
  await expect(queue.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(queue.run('a', () => Promise.resolve(1))).resolves.toBe(1);
});

test('a place is taken without waiting only when it is free and nobody of the key waits', async () => {
  const queue = createFairQueue({ places: 2, placesPerKey: 1, maxWaiting: 9, maxWaitingPerKey: 9 });
  const first = queue.tryTake('a')!;
  expect(queue.tryTake('a')).toBeNull();
  const second = queue.take('a');
  first();
  // The place that came free went to who had waited.
  expect(queue.tryTake('a')).toBeNull();
  const other = queue.tryTake('b')!;
  expect(queue.tryTake('c')).toBeNull();
  (await second)();
  other();
  other();
  expect(queue).toMatchObject({ running: 0, waiting: 0 });
});

test('background work that waits gets its place when nobody else waits', async () => {
  const queue = createFairQueue({ places: 1, placesPerKey: 1, maxWaiting: 0, maxWaitingPerKey: 0 });
  const release = await queue.take('a');
  const patient = queue.take('a', undefined, { isPatient: true });
  expect(queue.waiting).toBe(0);
  release();
  (await patient)();
  expect(queue.running).toBe(0);
});
