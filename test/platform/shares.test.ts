import { describe, expect, test } from '@jest/globals';
import { Busy, fault, localized, withoutStacks } from '../../server/core/errors.js';
import { createJsonMeter } from '../../server/platform/http/json-meter.js';
import { createRefusals } from '../../server/platform/http/refusals.js';
import { createTurns } from '../../server/platform/http/turns.js';

describe('the values of a body', () => {
  /** Whether a text is let through, whatever parts it comes in. */
  const isTaken = (text: string, limit: number): boolean => {
    const bytes = Buffer.from(text);
    const answers = [1, 2, 3, 7, bytes.length].map((size) => {
      const meter = createJsonMeter(limit);
      for (let at = 0; at < bytes.length; at += size) if (meter(bytes.subarray(at, at + size))) return false;
      return true;
    });
    expect(new Set(answers).size).toBe(1);
    return answers[0]!;
  };

  test.each([
    // A list or an object counts five, and so does each member after the first one.
    ['[1,2,3]', 7],
    ['{"a":1,"b":[]}', 11],
    ['[[[]]]', 15],
    ['"a, [text] {of} ,,,"', 0],
    ['["a\\",[{","\\\\",1]', 7],
    ['["\\\\\\",,,",2]', 6],
    ['["é,ü","\\u0022,",""]', 7],
  ])('of %s are counted in any parts', (text, values) => {
    expect([isTaken(text, values), values > 0 && isTaken(text, values - 1)]).toEqual([true, false]);
  });

  test('are at most 100,000: what is more is refused while it comes, with a code that says so', () => {
    const meter = createJsonMeter();
    expect(meter(Buffer.from(`[${'{},'.repeat(10_000)}`))).toBeNull();
    expect(meter(Buffer.from('{},'.repeat(10_000)))?.extensions).toMatchObject({ code: 'COST_EXCEEDED', unit: 'VALUES', limit: 100_000 });
  });
});

test('an error of the catalogue has no stack: it says what a caller did; a fault of ours has one', () => {
  expect(Busy({}).stack).not.toContain('\n');
  expect(localized(fault('input.name', 'REQUIRED', 'Missing.'), 'nl').stack).not.toContain('\n');
  expect(() =>
    withoutStacks(() => {
      throw new Error('Ours');
    }),
  ).toThrow('Ours');
  expect(new Error('Ours').stack).toContain('\n');
});

describe('turns for the main thread', () => {
  /** Callers whose turns take as long as is said, by a clock that nothing else moves. */
  const thread = (options: { creditMs?: number } = {}) => {
    let time = 0;
    const order: string[] = [];
    const turns = createTurns({ roundMs: 1, roundAloneMs: 1, freeMs: 2, share: 0.5, creditMs: 10, ...options, now: () => time });
    return {
      order,
      pass: (ms: number) => void (time += ms),
      work: async (key: string, ms: number, extraMs?: number) => {
        const turn = turns.take(key, extraMs);
        if (turn) await turn;
        order.push(key);
        time += ms;
      },
    };
  };

  test('come at once where nobody else is at work', async () => {
    const { work, order } = thread();
    void work('a', 0.1);
    expect(order).toEqual(['a']);
    void work('b', 0.1);
    expect(order).toEqual(['a']);
    await new Promise(setImmediate);
    expect(order).toEqual(['a', 'b']);
  });

  test('go round: one who comes with many waits behind each of the others once', async () => {
    const { work, order } = thread();
    const all = Array.from({ length: 6 }, () => work('a', 1));
    all.push(work('b', 1), work('c', 1), work('b', 1));
    await Promise.all(all);
    expect(order.join('')).toBe('aabcabaaa');
  });

  test('let the server hear others between two rounds', async () => {
    const { work, order } = thread();
    const all = Array.from({ length: 4 }, () => work('a', 1));
    setImmediate(() => setImmediate(() => order.push('other')));
    await Promise.all(all);
    expect(order.indexOf('other')).toBeLessThan(4);
  });

  test('that take long are charged, and who has used up their credit lets others go before', async () => {
    const { work, order, pass } = thread({ creditMs: 10 });
    await work('b', 1);
    await work('a', 30);
    await new Promise(setImmediate);
    const late = work('a', 1);
    const others = [work('b', 1), work('b', 1), work('c', 1)];
    await Promise.all(others);
    expect(order.join('')).toBe('babbc');
    // The credit comes back with time.
    pass(1000);
    await late;
    expect(order.at(-1)).toBe('a');
  });

  test('whose bodies cost everybody a pause are charged for it', async () => {
    const { work, order, pass } = thread({ creditMs: 10 });
    await work('b', 1);
    await work('a', 1, 30);
    await new Promise(setImmediate);
    const late = work('a', 1);
    await Promise.all([work('b', 1), work('c', 1)]);
    expect(order.join('')).toBe('babc');
    pass(1000);
    await late;
  });

  test('of one who is alone are not charged', async () => {
    const { work, order, pass } = thread();
    await work('a', 1);
    pass(2000);
    for (let i = 0; i < 5; i++) await work('a', 50);
    expect(order).toHaveLength(6);
  });
});

describe('refusals of one address', () => {
  test('come at once for the first, then at a distance; those of another address are not held up, and one far too many is not answered', async () => {
    let time = 0;
    const due: [number, () => void][] = [];
    const refusals = createRefusals(
      () => time,
      (act, ms) => void due.push([ms, act]),
    );
    const asked = Array.from({ length: 600 }, () => refusals.due('a'));
    expect(await refusals.due('b')).toBe(true);
    expect(due.map(([ms]) => ms)).toEqual(Array.from({ length: 500 }, (_, i) => 10 * (i + 1)));
    for (const [, act] of due) act();
    const sent = await Promise.all(asked);
    expect([sent.indexOf(false), sent.filter(Boolean).length]).toEqual([521, 521]);
    // After a while the address is one like any other.
    time = 60_000;
    due.length = 0;
    for (let i = 0; i < 20; i++) expect(await refusals.due('a')).toBe(true);
    expect(due).toEqual([]);
  });
});
