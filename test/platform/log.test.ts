import { expect, test } from '@jest/globals';
import { createLog, type Log, type LogFields } from '../../server/platform/http/log.js';

test('an event is one JSON line with its time and level', () => {
  const { log, lines } = recorder();
  log.info('request.done', { requestId: 'r1', operationName: 'FirstAccounts', status: 200, durationMs: 3.5, statements: 1 });
  log.warn('request.slow');
  log.error('request.failed', { errorId: 'e1', errorCode: 'INTERNAL', message: 'boom', stack: 'Error: boom\n    at x' });

  const [done, slow, failed] = lines();
  expect(done).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    event: 'request.done',
    requestId: 'r1',
    operationName: 'FirstAccounts',
    status: 200,
    durationMs: 3.5,
    statements: 1,
  });
  expect(slow).toMatchObject({ level: 'warn', event: 'request.slow' });
  expect(failed).toMatchObject({ level: 'error', errorId: 'e1', message: 'boom', stack: 'Error: boom\n    at x' });
});

test('a field that is not on the list never reaches the log, whatever it holds', () => {
  const { log, lines } = recorder();
  const careless = {
    requestId: 'r1',
    variables: { password: 'hush' },
    headers: { authorization: 'Bearer hush' },
    email: 'ada@example.com',
    token: 'hush',
    body: 'hush',
    __proto__: { port: 'hush' },
    constructor: 'hush',
    toString: 'hush',
    operationName: { nested: 'hush' },
    status: ['hush'],
    durationMs: Number.NaN,
    errorCode: null,
    errorId: undefined,
    level: 'hush',
    time: 'hush',
    event: 'hush',
  };
  log.info('request.done', careless as unknown as LogFields);

  expect(Object.keys(lines()[0]!)).toEqual(['level', 'time', 'event', 'requestId']);
  expect(JSON.stringify(lines())).not.toMatch(/hush|ada@/);
});

test('long text is cut', () => {
  const { log, lines } = recorder();
  log.error('x'.repeat(1e6), { operationName: 'o'.repeat(1e6), stack: 's'.repeat(1e6), url: `http://h/${'u'.repeat(1e6)}` });

  const [line] = lines();
  expect(line!['event']).toHaveLength(100);
  expect(line!['operationName']).toMatch(/^o{99}…$/);
  expect(line!['stack']).toHaveLength(4000);
  expect(JSON.stringify(line).length).toBeLessThan(5000);
});

test('a line break in a value cannot forge a second line', () => {
  const { log, written } = recorder();
  log.info('request.done', { operationName: 'a\n{"level":"error","event":"forged"}' });
  expect(written()).toHaveLength(1);
  expect(written()[0]!.trimEnd()).not.toContain('\n');
});

test('an address keeps only where it points', () => {
  const { log, lines } = recorder();
  for (const url of ['https://ada:hush@crm.example.com:4000/graphql?token=hush#hush', '/graphql?token=hush', 'http://[::1]:4000/']) {
    log.info('request.done', { url });
  }
  expect(lines().map((line) => line['url'])).toEqual(['https://crm.example.com:4000/graphql', '/graphql', 'http://[::1]:4000/']);
});

test('what looks like a secret in the message of an unknown fault is blanked', () => {
  const { log, lines } = recorder();
  const messages = [
    'connect postgres://crm:hush@db.example.com/crm failed',
    'connect "postgresql://crm:hu/sh@hu@db/crm" failed',
    'header Authorization: Bearer hush.hush refused',
    'token eyJodXNo.eyJodXNo.aHVzaA expired',
    'Key (email)=(hush@example.com) already exists',
  ];
  for (const message of messages) log.error('request.failed', { message, stack: `Error: ${message}` });

  expect(lines().map((line) => line['message'])).toEqual([
    'connect postgres://[hidden]@db.example.com/crm failed',
    'connect "postgresql://[hidden]@db/crm" failed',
    'header Authorization: Bearer [hidden] refused',
    'token [hidden] expired',
    'Key (email)=([hidden]) already exists',
  ]);
  expect(JSON.stringify(lines())).not.toMatch(/hush|sh@|eyJ/);
});

test('only what is important enough is written', () => {
  const { log, lines } = recorder('warn');
  log.info('request.done');
  log.warn('request.slow');
  expect(lines().map((line) => line['event'])).toEqual(['request.slow']);

  const silent = recorder('silent');
  silent.log.error('request.failed');
  expect(silent.lines()).toEqual([]);
});

function recorder(level: Parameters<typeof createLog>[0] = 'info'): {
  log: Log;
  written: () => string[];
  lines: () => Record<string, unknown>[];
} {
  const chunks: string[] = [];
  return {
    log: createLog(level, { write: (chunk) => void chunks.push(chunk) }),
    written: () => chunks,
    lines: () => chunks.map((chunk) => JSON.parse(chunk)),
  };
}
