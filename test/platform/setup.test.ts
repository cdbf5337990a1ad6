import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { setUp, type SetupOptions } from '../../server/setup/setup.js';
import { openTerminal } from '../../server/setup/terminal.js';
import { createBareDatabase } from '../support/database.js';
import { compiled, freePort, startServer } from '../support/server-process.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PASSWORD = 'correct horse battery';
const flags = ['--name', 'Lumière & Søn', '--currency', 'usd', '--last-name', 'Curie', '--email', 'marie@lumiere.example.com'];

let database: Awaited<ReturnType<typeof createBareDatabase>>;
let url: string;
let client: pg.Client;

/** An empty database: no table, as somebody would have it made for them. */
beforeAll(async () => {
  database = await createBareDatabase();
  url = database.url;
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Runs the tool as a process of its own, where nobody can be asked. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { DATABASE_URL: _, TEST_DATABASE_URL: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [compiled('tools/setup'), ...args], {
    cwd: root,
    env: { ...inherited, NODE_OPTIONS: '', DATABASE_URL: url, ...env },
  });
  child.stdin.end();
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

const names = async (): Promise<string[]> =>
  (await client.query<{ name: string }>('SELECT name FROM organization ORDER BY created_at')).rows.map(({ name }) => name);

test('what is missing or wrong is said all at once, and the database is not touched', async () => {
  const missing = await run([]);
  expect(missing.code).toBe(1);
  for (const flag of ['--name', '--currency', '--last-name', '--email']) expect(missing.output).toContain(`${flag} is missing.`);
  expect(missing.output).toContain('RELATA_SETUP_PASSWORD');
  expect(missing.output).not.toContain('--time-zone is missing');

  const wrong = await run(
    [
      '--name',
      ' ',
      '--currency',
      'EURO',
      '--time-zone',
      'Mars/Olympus',
      '--language',
      'xx',
      '--fiscal-year-start',
      '13',
      '--last-name',
      'x',
      '--email',
      'nobody',
    ],
    { RELATA_SETUP_PASSWORD: 'short' },
  );
  expect(wrong.code).toBe(1);
  for (const flag of ['--name', '--currency', '--time-zone', '--language', '--fiscal-year-start', '--email'])
    expect(wrong.output).toContain(`- ${flag}: `);
  expect(wrong.output).toContain('The password must have at least 10 characters.');
  expect(wrong.output).not.toMatch(/short|\bat \//);

  expect((await run(['--nmae', 'x'])).output).toMatch(/--nmae.*\n.*--name/);
  expect((await run([...flags, '--generate-password'], { RELATA_MAX_DEPHT: '3' })).output).toContain('RELATA_MAX_DEPTH');
  const lost = await run([...flags, '--generate-password'], {
    DATABASE_URL: `postgres://nobody:secret-word@127.0.0.1:${await freePort()}/none`,
  });
  expect([lost.code, lost.output]).toEqual([1, expect.stringContaining('The database of DATABASE_URL can not be used')]);
  expect(lost.output).not.toContain('secret-word');
  expect((await client.query(`SELECT FROM pg_tables WHERE schemaname = 'public'`)).rowCount).toBe(0);
});

test('an empty database becomes one that a server lets the administrator in to', async () => {
  const made = await run(
    [...flags, '--time-zone', 'europe/copenhagen', '--language', 'nl', '--fiscal-year-start', 'July', '--first-name', 'Marie'],
    {
      RELATA_SETUP_PASSWORD: PASSWORD,
    },
  );
  expect([made.code, made.output]).toEqual([0, expect.stringContaining('Lumière & Søn is there.')]);
  expect(made.output).not.toContain(PASSWORD);

  const port = await freePort();
  const server = startServer({ DATABASE_URL: url, PORT: String(port) });
  await server.prints('Stop with Ctrl-C');
  expect(server.output()).toContain('Sign in as a user of your organisation.');
  const post = async (query: string, token = ''): Promise<Record<string, any>> => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return ((await response.json()) as { data: Record<string, any> }).data;
  };
  const signIn = async (email: string, password: string): Promise<string> =>
    (await post(`mutation { signIn(email: "${email}", password: "${password}") { token } }`))['signIn'].token as string;
  const token = await signIn('marie@lumiere.example.com', PASSWORD);
  expect(
    await post(
      '{ organization { name baseCurrency } users { nodes { fullName profile { kind } } } currencies { nodes { isoCode } } viewerSettings { language timeZone fiscalYearStart weekStart dateFormat timeFormat numberFormat } }',
      token,
    ),
  ).toEqual({
    organization: { name: 'Lumière & Søn', baseCurrency: 'USD' },
    users: { nodes: [{ fullName: 'Marie Curie', profile: { kind: 'ADMINISTRATOR' } }] },
    currencies: { nodes: [{ isoCode: 'USD' }] },
    viewerSettings: {
      language: 'nl',
      timeZone: 'Europe/Copenhagen',
      fiscalYearStart: 7,
      weekStart: 'MONDAY',
      dateFormat: 'DMY_DASHES',
      timeFormat: 'H24',
      numberFormat: 'POINT_COMMA',
    },
  });

  // Another one while the server runs: only when it is meant.
  const second = [
    '--name',
    'Second',
    '--currency',
    'EUR',
    '--last-name',
    'Two',
    '--email',
    'two@second.example.com',
    '--generate-password',
  ];
  const refused = await run(second);
  expect([refused.code, refused.output]).toEqual([1, expect.stringMatching(/already: Lumière & Søn\.[\s\S]*--yes/)]);
  expect(await names()).toEqual(['Lumière & Søn']);
  const meant = await run([...second, '--yes']);
  expect(meant.code).toBe(0);
  const [, password] = /Password {2}(\S+)/.exec(meant.output)!;
  const other = await signIn('two@second.example.com', password!);
  expect(await post('{ organization { name } }', other)).toEqual({ organization: { name: 'Second' } });
  expect((await post('{ users { totalCount } }', token))['users']).toEqual({ totalCount: 1 });
  server.child.kill('SIGTERM');
  expect((await server.ended()).code).toBe(0);
});

/** Sets up with somebody at a terminal who answers in turn; `null` is Ctrl-C. What they saw. */
async function atTerminal(answers: readonly (readonly [question: string, answer: string | null])[], more: Partial<SetupOptions> = {}) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let seen = '';
  let at = 0;
  let searched = 0;
  output.on('data', (chunk: Buffer) => {
    seen += chunk.toString();
    const next = answers[at];
    const found = next ? seen.indexOf(next[0], searched) : -1;
    if (!next || found < 0) return;
    searched = found + next[0].length;
    at++;
    setImmediate(() => input.write(next[1] === null ? '\u0003' : `${next[1]}\r`));
  });
  const terminal = openTerminal(input, output);
  const print = (text: string) => void output.write(`${text}\n`);
  const outcome = await setUp({
    config: { database: { kind: 'external', url, directUrl: url, roles: null } },
    given: {},
    terminal,
    print,
    ...more,
  }).then(
    () => 'made',
    (error: unknown) => (error as Error).message,
  );
  terminal.close();
  expect(answers.slice(at)).toEqual([]);
  return { seen, outcome };
}

test('what is not given is asked for until it is right; the password is typed twice and not shown', async () => {
  const before = await names();
  const { seen, outcome } = await atTerminal(
    [
      ['beside? [y/N] ', 'y'],
      ['Base currency', 'guilder'],
      ['There is no currency "guilder"', ''],
      ['ISO 4217 code, like EUR', 'pln'],
      ['Time zone [', 'Europe/Warsaw'],
      ['Language', ''],
      ['fiscal year begins with [1]', '0'],
      ['1 to 12, or its name', '4'],
      ["administrator's first name", ''],
      ["administrator's last name", 'Skłodowska'],
      ['e-mail address', 'maria@third.example.com'],
      ['Password (is not shown): ', 'short'],
      ['at least 10 characters', PASSWORD],
      ['again: ', `${PASSWORD}!`],
      ['two different passwords', PASSWORD],
      ['again: ', PASSWORD],
    ],
    { given: { name: 'Third' } },
  );
  expect(outcome).toBe('made');
  expect(await names()).toEqual([...before, 'Third']);
  expect(seen).toContain('Third is there.');
  expect(seen).not.toContain(PASSWORD);
  const { rows } = await client.query(`SELECT base_currency, time_zone, fiscal_year_start FROM organization WHERE name = 'Third'`);
  expect(rows).toEqual([{ base_currency: 'PLN', time_zone: 'Europe/Warsaw', fiscal_year_start: 4 }]);
});

test('broken off, or not meant, nothing is made', async () => {
  const before = await names();
  const given = {
    name: 'Never',
    currency: 'EUR',
    lastName: 'Nobody',
    email: 'nobody@never.example.com',
    timeZone: 'UTC',
    language: 'en',
    fiscalYearStart: '1',
    firstName: '',
  };
  expect((await atTerminal([['beside? [y/N] ', '']], { given })).outcome).toBe('Nothing was made.');
  const broken = [['Password (is not shown): ', null]] as const;
  expect((await atTerminal(broken, { given, isConfirmed: true })).outcome).toBe('Broken off: nothing was made.');
  expect(await names()).toEqual(before);
});

test('with the embedded database it is the same command, also while a server runs on it', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'relata-setup-'));
  try {
    const env = { RELATA_DATA_DIR: dataDir, RELATA_DEMO: 'off', DATABASE_URL: '' };
    const port = await freePort();
    const server = startServer({ RELATA_DATA_DIR: dataDir, RELATA_DEMO: 'off', PORT: String(port) });
    await server.prints('Stop with Ctrl-C');
    expect(server.output()).toContain('There is no organisation yet. Make one with its first administrator: npm run setup');
    const made = await run(flags, { ...env, RELATA_SETUP_PASSWORD: PASSWORD });
    expect([made.code, made.output]).toEqual([0, expect.stringContaining('is there.')]);
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `mutation { signIn(email: "marie@lumiere.example.com", password: "${PASSWORD}") { userId } }` }),
    });
    expect(await response.json()).toEqual({ data: { signIn: { userId: expect.stringMatching(/^user_/) } } });
    server.child.kill('SIGTERM');
    expect((await server.ended()).code).toBe(0);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});
