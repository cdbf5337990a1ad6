import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { Rows } from '../../server/core/database/rows.js';
import { createReceiver, openSession, type Call, type Session } from '../../server/core/database/session.js';
import { statementName } from '../../server/core/database/transactions.js';
import { codesOf } from '../support/answers.js';
import { workspace, type Company, type Workspace } from '../support/workspace.js';

let crm: Workspace;
let acme: Company;
let globex: Company;
let session: Session;
const opened: Session[] = [];
beforeAll(async () => {
  crm = await workspace();
  [acme, globex] = [await crm.company('acme'), await crm.company('globex')];
});
afterAll(() => crm.close());
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(opened.splice(0).map((one) => one.end()));
});

const open = async (): Promise<Session> => {
  session = await openSession({ url: crm.url, statementTimeoutMs: 30_000, name: 'test' }, () => undefined);
  opened.push(session);
  return session;
};

const call = (text: string, ...values: unknown[]): Call => ({
  statement: { name: statementName(text), text },
  values: values as (string | null)[],
});
const echo = (value: unknown): Call => call('SELECT $1::text', value);
const textOf = async (answer: Promise<Rows>): Promise<string> => (await answer).row(0)[0] ?? 'null';

const codeOf = (error: unknown): string => (error as { code: string }).code;

const thrower = (): never => {
  throw new Error('Injected.');
};
const badCalls: readonly (readonly [string, () => Call])[] = [
  ['a value whose length cannot be read', () => echo(Object.defineProperty({}, 'length', { get: thrower }))],
  ['a value that has no text', () => echo({ length: 3, toString: thrower, [Symbol.toPrimitive]: thrower })],
  ['a number', () => echo(5)],
  ['a symbol', () => echo(Symbol('text'))],
  ['bytes that are no buffer', () => echo(new Uint8Array(3))],
  [
    'a list that ends half-way',
    () => ({ ...echo('x'), values: new Proxy(['a', 'b'], { get: (list, key) => (key === '1' ? thrower() : Reflect.get(list, key)) }) }),
  ],
  [
    'a statement without a name',
    () => ({
      ...echo('x'),
      statement: {
        text: 'SELECT $1::text',
        get name() {
          return thrower();
        },
      },
    }),
  ],
  ['a statement whose name is no text', () => ({ ...echo('x'), statement: { text: 'SELECT $1::text', name: Symbol('name') as never } })],
  ['a statement whose text cannot be sent', () => ({ ...echo('x'), statement: { text: { length: 3 } as never, name: 'no_text' } })],
];

test.each(badCalls)('%s fails alone or with its session; every other call gets its own answer or an error', async (_, bad) => {
  const [one, other] = [await open(), await openSession({ url: crm.url, statementTimeoutMs: 30_000, name: 'test' }, () => undefined)];
  const outcomes = Array.from({ length: 60 }, async (_, index) => {
    if (index % 10 === 5) return expect(one.run([echo('before'), bad()])).rejects.toThrow();
    const to = index % 2 === 0 ? one : other;
    const answer = await textOf(to.run([echo(`not ${index}`), echo(index === 8 ? null : String(index))])).catch(codeOf);
    expect([index === 8 ? 'null' : String(index), to === one ? '08006' : '']).toContain(answer);
    return undefined;
  });
  await Promise.all(outcomes);
  expect(await textOf(other.run([echo('after')]))).toBe('after');
  expect((await crm.app.database.system.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await other.end();
});

test('a call that cannot be sent leaves its session to the others', async () => {
  await open();
  for (const [, bad] of badCalls.slice(0, 6)) await expect(session.run([bad()])).rejects.toThrow();
  expect(await textOf(session.run([echo('mine')]))).toBe('mine');
});

test.each([
  ['a row', 'add'],
  ['the end of a statement', 'complete'],
] as const)('an exception at %s ends the session: nobody gets an answer of another', async (_, member) => {
  await open();
  expect(await textOf(session.run([echo('first')]))).toBe('first');
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is applied to the rows below
  const original = Rows.prototype[member] as (...given: unknown[]) => void;
  let left = 4;
  jest.spyOn(Rows.prototype, member).mockImplementation(function (this: Rows, ...given: unknown[]) {
    if (left-- === 0) thrower();
    original.apply(this, given);
  });
  const answers = await Promise.all(Array.from({ length: 9 }, (_, index) => textOf(session.run([echo(String(index))])).catch(codeOf)));
  expect(answers).toEqual(['0', '1', '2', '3', '08006', '08006', '08006', '08006', '08006']);
  await expect(session.run([echo('later')])).rejects.toMatchObject({ code: '08006' });
});

test('through the API, a value that cannot be sent fails its own read; other organizations get their own answers', async () => {
  await acme.chief.ask('mutation { createAccount(input: { accountName: "Of acme" }) { account { id } } }');
  await globex.chief.ask('mutation { createAccount(input: { accountName: "Of globex" }) { account { id } } }');
  const { reader, transactions } = crm.app.services;
  const { statement } = echo('');
  const bad = (): Promise<unknown>[] => [
    expect(reader.read(acme.org, statement, [{ length: 1 } as never])).rejects.toThrow(),
    expect(transactions.run({ org: acme.org, actor: null, cause: '' }, (one) => one.read(statement, [7 as never]))).rejects.toThrow(),
  ];
  const names = (company: Company) => company.chief.ask('{ accounts { nodes { accountName } } }');
  for (let round = 0; round < 5; round++) {
    const [mine, theirs] = await Promise.all([names(acme), names(globex), ...bad(), ...bad()]);
    expect([mine, theirs]).toEqual([
      { accounts: { nodes: [{ accountName: 'Of acme' }] } },
      { accounts: { nodes: [{ accountName: 'Of globex' }] } },
    ]);
  }
});

test('a call with more values or bytes than the protocol takes is refused, one with as many is answered', async () => {
  await open();
  const many = (count: number): Call => {
    const numbers = Array.from({ length: count }, (_, index) => `$${index + 1}`);
    return { ...call(`SELECT cardinality(ARRAY[${numbers.join(',')}]::text[])::text`), values: numbers };
  };
  const large = 'x'.repeat(2 ** 26);
  const answers = [
    textOf(session.run([many(65_535)])),
    ...[many(65_536), many(131_072), call('SELECT $1', ...Array.from({ length: 17 }, () => large))].map((one) =>
      session.run([one]).then(thrower, codeOf),
    ),
    textOf(session.run([echo('next')])),
  ];
  expect(await Promise.all(answers)).toEqual(['65535', 'TOO_LARGE', 'TOO_LARGE', 'TOO_LARGE', 'next']);
});

test('a filter that is nested too deeply for the database is refused as too large', async () => {
  jest
    .spyOn(crm.app.services.reader, 'read')
    .mockRejectedValueOnce(Object.assign(new Error('stack depth limit exceeded'), { code: '54001' }));
  expect(codesOf(await acme.chief.send('{ accounts { totalCount } }'))).toEqual(['TOO_LARGE']);
});

test('a session keeps at most 500 statements and 4 million characters of them parsed, and none that is large', async () => {
  await open();
  const kept = async () => {
    const rows = await session.run([
      call('SELECT count(*)::text, sum(length(statement))::text, max(length(statement))::text FROM pg_prepared_statements'),
    ]);
    return rows.row(0).map(Number) as [number, number, number];
  };
  const padded = (index: number, characters: number): Call => call(`SELECT '${String(index).padStart(characters, '0')}'::text`);
  for (let index = 0; index < 700; index++) expect(Number(await textOf(session.run([padded(index, 10)])))).toBe(index);
  expect((await kept())[0]).toBe(500);
  for (let index = 0; index < 200; index++) await session.run([padded(index, 30_000)]);
  const [count, characters] = await kept();
  expect(count).toBeLessThan(200);
  expect(characters).toBeLessThanOrEqual(4 * 1024 * 1024);
  // The same large one again, between others: it is parsed each time.
  for (const index of [1, 1, 2, 1]) expect(Number(await textOf(session.run([echo('x'), padded(index, 40_000)])))).toBe(index);
  expect((await kept())[2]).toBeLessThan(40_000);
  // Statements that were closed meanwhile work again.
  for (let index = 0; index < 700; index += 50)
    expect(Number(await textOf(session.run([padded(index, 10), padded(index, 30_000)])))).toBe(index);
});

test('only the statement that is running can be too old, not those that wait behind it', async () => {
  await open();
  let lookedAt = 0;
  const look = (): void => {
    session.dropIfStuck(3);
    lookedAt++;
  };
  const running = Array.from({ length: 6 }, (_, index) =>
    textOf(session.run([call('SELECT $1::text FROM pg_sleep(0.02)', String(index))])).finally(() => [1, 2, 3].forEach(look)),
  );
  // Eighteen looks in all, three at each: none of them was at the head for longer.
  expect(await Promise.all(running)).toEqual(['0', '1', '2', '3', '4', '5']);
  expect(lookedAt).toBe(18);
  const stuck = session.run([call('SELECT pg_sleep(60)')]);
  for (let looks = 0; looks < 3; looks++) session.dropIfStuck(3);
  expect(session.waiting).toBe(1);
  session.dropIfStuck(3);
  await expect(stuck).rejects.toMatchObject({ code: '08006' });
});

test('a transaction counts its own statements, whatever runs them, and not the ones that begin and end it', async () => {
  const metrics = { statementCount: 0 };
  const scope = { org: acme.org, actor: null, cause: '', metrics };
  const { transactions } = crm.app.services;
  await transactions.run(scope, (one) => Promise.all([one.run('SELECT 1::text', []), one.read(call('SELECT 2::text').statement, [])]));
  expect(metrics.statementCount).toBe(2);
  // One that fails has been sent too.
  await transactions.run(scope, (one) => one.run('SELECT 1/0', [])).catch(() => undefined);
  expect(metrics.statementCount).toBe(3);
  await transactions.run(scope, () => Promise.resolve());
  expect(metrics.statementCount).toBe(3);
});

test('messages are read whole, wherever the parts of the stream end', () => {
  const contents = ['', 'x', 'a row', '', 'y'.repeat(300), 'the end'];
  const stream = Buffer.concat(
    contents.map((content, index) => {
      const head = Buffer.from([0x41 + index, 0, 0, 0, 0]);
      head.writeInt32BE(content.length + 4, 1);
      return Buffer.concat([head, Buffer.from(content)]);
    }),
  );
  const expected = contents.map((content, index) => [0x41 + index, content]);
  for (let size = 1; size <= stream.length; size++) {
    const read: unknown[] = [];
    const receive = createReceiver((type, buffer, from, to) => void read.push([type, buffer.toString('latin1', from, to)]));
    for (let at = 0; at < stream.length; at += size) receive(stream.subarray(at, at + size));
    expect(read).toEqual(expected);
  }
});

test('calls of one turn on a session that gathers them are answered in their order, those before its end too', async () => {
  const gathering = await openSession({ url: crm.url, statementTimeoutMs: 30_000, name: 'test' }, () => undefined, 'BY_TURN');
  const answers = Array.from({ length: 20 }, (_, index) => textOf(gathering.run([echo(String(index))])));
  const [all] = await Promise.all([Promise.all(answers), gathering.end()]);
  expect(all).toEqual(Array.from({ length: 20 }, (_, index) => String(index)));
});
