import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { schemaModel } from '../../server/core/database/schema-model.js';
import { migrations } from '../../server/migrations/index.js';
import { registry } from '../../server/modules/index.js';
import { entryKinds } from '../../server/platform/backup/archive-format.js';
import { makeBackup } from '../../server/platform/backup/make-backup.js';
import { checkArchive, restoreBackup } from '../../server/platform/backup/restore-backup.js';
import { entry, writeArchive } from '../../server/platform/backup/write-archive.js';
import { createBareDatabase, createDatabase } from '../support/database.js';
import { create, createMany, remove, update } from '../support/records.js';
import { compiled, freePort } from '../support/server-process.js';
import { workspace, type Company, type Workspace } from '../support/workspace.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
let crm: Workspace;
let acme: Company;
let other: Company;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relata-backup-'));
  crm = await workspace({ database: 'own' });
  [acme, other] = [await crm.company('acme'), await crm.company('other')];
  const hostile = [
    'tab\there',
    'new\nline',
    'back\\slash \\N \\.',
    '"quotes" \'and\' $1',
    '\u{1F600} Ünï',
    'control \u0001\u001f',
    '‮right to left',
  ];
  for (const { chief } of [acme, other]) {
    const made = await createMany(
      chief,
      'Account',
      hostile.map((accountName) => ({ accountName, description: accountName, annualRevenue: '9999999999999999.99' })),
    );
    await update(chief, 'Account', made[0]!['id'] as string, { phone: '1' });
    await remove(chief, 'Account', made[1]!['id'] as string);
    await create(chief, 'Contact', { lastName: '\\N', accountId: made[2]!['id'] });
    await create(chief, 'Deal', {
      dealName: 'x',
      stage: 'QUALIFICATION',
      closingDate: '2027-01-31',
      amount: '0.01',
      accountId: made[2]!['id'],
    });
  }
});
afterAll(async () => {
  await crm.close();
  await rm(folder, { recursive: true, force: true });
});

const back = (path: string, more: object = {}) =>
  makeBackup({ registry, migrations: migrations.names, urls: { owner: crm.url, system: crm.url }, path, version: '0.0.0', ...more });
const restore = (url: string, path: string, more: object = {}) => restoreBackup({ registry, migrations, url, path, ...more });

const transient = Object.entries(schemaModel(registry).tables).flatMap(([name, { isTransient }]) => (isTransient ? [name] : []));

/** What every table holds, as far as a backup keeps it: rows and a digest, an organisation's alone if one is named. */
async function digests(url: string, org?: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url, options: '-c role=crm_system -c timezone=UTC' });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string; has: boolean }>(
      `SELECT c.relname AS name, EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'org') AS has
         FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> ALL ($1) ORDER BY 1`,
      [['migration', 'brought_labels', ...transient]],
    );
    const found: Record<string, string> = {};
    for (const { name, has } of tables) {
      if (org && !has) continue;
      const { rows } = await client.query<{ digest: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS digest FROM ${name} t${org ? ` WHERE org = '${org}'` : ''}`,
      );
      found[name] = rows[0]!.digest;
    }
    return found;
  } finally {
    await client.end();
  }
}

test('a backup restored into an empty database is the same database, its log, versions and times included', async () => {
  const path = join(folder, 'whole.backup');
  const made = await back(path);
  expect(made.organizations.map(({ name }) => name).sort()).toEqual(['acme', 'other']);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const header = await checkArchive(path);
  expect(header).toMatchObject({ product: 'relata', isWhole: true, migrations: migrations.names });
  // Nobody who holds a backup has anybody's session, or can sign for one; passwords and API keys are in it as hashes.
  const secret = ['session', 'refresh_token', 'one_time_token', 'sign_in_attempt', 'signing_key'];
  expect(transient.sort()).toEqual([...secret, 'file', 'idempotency_key', 'limiter_window', 'upload_ticket'].sort());
  const kept = header.tables.map(({ name }) => name);
  expect(kept.filter((name) => transient.includes(name))).toEqual([]);
  expect(kept).toEqual(expect.arrayContaining(['credential', 'api_key']));

  const bare = await createBareDatabase();
  try {
    expect(await restore(bare.url, path)).toMatchObject({ rows: made.rows });
    expect(await digests(bare.url)).toEqual(await digests(crm.url));
    // It works there: people sign in with their passwords, write, and the log goes on where it was.
    await using there = await workspace({ databaseUrl: bare.url });
    const answer = await there.post({
      query: 'mutation ($e: String!, $p: String!) { signIn(email: $e, password: $p) { token } }',
      variables: { e: acme.chief.email, p: acme.chief.password },
    });
    const { token } = (answer.data as { signIn: { token: string } }).signIn;
    const written = await there.post(
      { query: 'mutation { createAccount(input: { accountName: "After" }) { account { version } } }' },
      { authorization: `Bearer ${token}` },
    );
    expect(written.data).toEqual({ createAccount: { account: { version: 1 } } });
  } finally {
    await bare.drop();
  }
});

test('one organisation moves beside others, is refused where it is already, and takes its own place when told', async () => {
  const path = join(folder, 'acme.backup');
  await back(path, { organization: 'acme' });
  await using there = await workspace({ database: 'own' });
  const neighbour = await there.company('neighbour');
  const before = await digests(there.url, neighbour.org);
  expect(await restore(there.url, path)).toMatchObject({ organizations: [{ name: 'acme' }] });
  expect(await digests(there.url, acme.org)).toEqual(await digests(crm.url, acme.org));
  expect(await digests(there.url, neighbour.org)).toEqual(before);
  expect((await digests(there.url, other.org))['account']).toMatch(/^0 /);

  await expect(restore(there.url, path)).rejects.toThrow(/has acme already.*--replace/);
  await there.app.database.system.query(`UPDATE account SET phone = '99' WHERE org = $1`, [acme.org]);
  expect(await restore(there.url, path, { isReplacing: true })).toMatchObject({ organizations: [{ name: 'acme' }] });
  expect(await digests(there.url, acme.org)).toEqual(await digests(crm.url, acme.org));
  expect(await digests(there.url, neighbour.org)).toEqual(before);
  await expect(back(join(folder, 'none.backup'), { organization: 'nobody' })).rejects.toThrow(/There is no organisation nobody/);
});

test('what is no whole backup of ours touches nothing, and the sentence says why', async () => {
  const path = join(folder, 'good.backup');
  await back(path);
  const good = await readFile(path);
  const flipped = (at: number) => {
    const bytes = Buffer.from(good);
    bytes[at]! ^= 1;
    return bytes;
  };
  const newer = join(folder, 'newer.backup');
  const header = await checkArchive(path);
  await writeArchive(
    newer,
    { ...header, version: '9.9.9', migrations: [...header.migrations, '20990101000000_later'], tables: [] },
    (async function* () {
      await Promise.resolve();
      yield entry(entryKinds.end, { tables: 0, rows: 0, bytes: 0 });
    })(),
  );
  const cases: readonly (readonly [string, Buffer, RegExp])[] = [
    ['empty', Buffer.of(), /is empty/],
    ['text', Buffer.from('id,name\n1,Ada\n'), /is not a backup of Relata/],
    ['gzip', gzipSync('hello'), /is not a backup of Relata/],
    ['cut at the end', good.subarray(0, -1), /is not complete/],
    ['cut in the middle', good.subarray(0, good.length >> 1), /is not complete/],
    ['cut at the start', good.subarray(0, 20), /is not complete/],
    ['damaged header', flipped(40), /is damaged/],
    ['damaged middle', flipped(good.length >> 1), /is damaged/],
    ['damaged digest', flipped(good.length - 20), /is damaged/],
    [
      'another format',
      (() => {
        const bytes = Buffer.from(good);
        bytes[14] = 0x32;
        return bytes;
      })(),
      /is damaged|format 2/,
    ],
    ['newer', await readFile(newer), /newer version of Relata \(9\.9\.9\)/],
  ];
  const bare = await createBareDatabase();
  const used = await createDatabase();
  try {
    const before = await digests(used.url);
    for (const [name, bytes, reason] of cases) {
      const file = join(folder, 'case.backup');
      await writeFile(file, bytes);
      for (const url of [used.url, bare.url])
        await expect(restore(url, file)).rejects.toMatchObject({ name: 'BackupError', message: expect.stringMatching(reason) });
      expect([name, await digests(used.url)]).toEqual([name, before]);
    }
    const client = new pg.Client({ connectionString: bare.url });
    await client.connect();
    expect((await client.query(`SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).rowCount).toBe(0);
    await client.end();
    await expect(restore(used.url, join(folder, 'no such file'))).rejects.toThrow(/There is no /);
  } finally {
    await used.drop();
    await bare.drop();
  }
});

test('a restore that is killed half-way leaves the database as it was, and can be done again', async () => {
  await using from = await workspace({ database: 'own' });
  const company = await from.company('large');
  // In parts: a statement of the server is ended after ten seconds.
  for (let first = 1; first <= 30_000; first += 3_000)
    await from.app.database.system.query(
      `INSERT INTO account (org, id, account_name, owner_id) SELECT $1, crm_uuid7(), 'Account ' || n, $2 FROM generate_series($3::int, $3 + 2999) n`,
      [company.org, company.chief.userId, first],
    );
  const path = join(folder, 'large.backup');
  await makeBackup({ registry, migrations: migrations.names, urls: { owner: from.url, system: from.url }, path, version: '0.0.0' });
  const target = await createDatabase();
  try {
    const before = await digests(target.url);
    const child = spawn(process.execPath, [compiled('tools/restore'), path, '--yes'], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: target.url },
    });
    const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    await new Promise<void>((resolve) => child.stdout.on('data', (text: Buffer) => text.includes('Restored organization') && resolve()));
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect(await digests(target.url)).toEqual(before);
    await restore(target.url, path);
    expect(await digests(target.url, company.org)).toEqual(await digests(from.url, company.org));
  } finally {
    await target.drop();
  }
});

test('a full disk ends a backup with a sentence and leaves no file behind', async () => {
  const mount = join(folder, 'small');
  execFileSync('mkdir', ['-p', mount]);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', mount], { stdio: 'ignore' });
  } catch {
    return console.warn('left out: a full disk; this user may not mount a small one.');
  }
  try {
    await expect(back(join(mount, 'full.backup'))).rejects.toMatchObject({
      name: 'BackupError',
      message: expect.stringMatching(/The disk is full/),
    });
    expect(await readdir(mount)).toEqual([]);
  } finally {
    execFileSync('umount', [mount]);
  }
});

test('a file that is there is not written over, unless told', async () => {
  const path = join(folder, 'twice.backup');
  await back(path);
  await expect(back(path)).rejects.toThrow(/exists already.*--overwrite/);
  await back(path, { isOverwriting: true });
  await expect(back(folder)).rejects.toThrow(/is a folder/);
  await expect(back('/nowhere/at/all.backup')).rejects.toThrow(/does not exist/);
});

const pg15 = '/usr/lib/postgresql/15/bin';

test('a backup moves to another major version of PostgreSQL and back', async () => {
  if (!existsSync(join(pg15, 'initdb')) || process.getuid?.() !== 0)
    return console.warn('left out: another version of PostgreSQL; it takes the binaries of 15 and root to run them as another user.');
  const cluster = await mkdtemp(join(tmpdir(), 'relata-pg15-'));
  const asPostgres = (...command: string[]) => execFileSync('runuser', ['-u', 'postgres', '--', ...command], { stdio: 'ignore' });
  const port = await freePort();
  execFileSync('chown', ['postgres', cluster]);
  asPostgres(`${pg15}/initdb`, '-D', cluster, '-A', 'trust', '-U', 'postgres', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync');
  asPostgres(
    `${pg15}/pg_ctl`,
    '-D',
    cluster,
    '-w',
    '-l',
    join(cluster, 'log'),
    '-o',
    `-c listen_addresses=127.0.0.1 -c port=${port} -c fsync=off -c unix_socket_directories=`,
    'start',
  );
  const bare = await createBareDatabase();
  try {
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    const [there, again] = [join(folder, 'to-15.backup'), join(folder, 'from-15.backup')];
    await back(there);
    await restore(url, there);
    expect(await digests(url)).toEqual(await digests(crm.url));
    await makeBackup({ registry, migrations: migrations.names, urls: { owner: url, system: url }, path: again, version: '0.0.0' });
    expect((await checkArchive(again)).postgres).toMatch(/^15\./);
    await restore(bare.url, again);
    expect(await digests(bare.url)).toEqual(await digests(crm.url));
  } finally {
    await bare.drop();
    asPostgres(`${pg15}/pg_ctl`, '-D', cluster, '-m', 'immediate', 'stop');
    await rm(cluster, { recursive: true, force: true });
  }
});
