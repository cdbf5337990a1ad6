import { spawn } from 'node:child_process';
import { open, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, giveTo } from './account.js';
import type { Binaries } from './binaries.js';
import { execute, plainEnvironment } from './execute.js';
import { EmbeddedPostgresError, unless } from './failure.js';
import type { Home, Log } from './home.js';
import { findPostmaster, misleadingPid, type Postmaster } from './postmaster.js';
import { killOrphans } from './shut-down.js';

interface Launch {
  readonly home: Home;
  readonly binaries: Binaries;
  readonly account: Account | null;
  /** Where it listened before; 0 the first time. */
  readonly port: number;
  /** Clients know the port already, another one would not help them. */
  readonly isPortFixed: boolean;
  readonly log: Log;
}

/**
 * Starts PostgreSQL on a cluster that nobody serves, and comes back when it answers.
 *
 * It is detached, in a session of its own: a Ctrl-C in the terminal must reach our server only, which still needs its
 * database to drain.
 */
export async function launch({ home, binaries, account, port: oldPort, isPortFixed, log }: Launch): Promise<Postmaster> {
  const deadline = Date.now() + orphansMayTake;
  let port = isPortFixed ? oldPort : await freePort(oldPort);
  for (;;) {
    await clearMisleadingPid(home, log);
    await rotate(home);
    const logFrom = await sizeOf(home.log);
    const started = await attempt(home, binaries, account, port, log);
    if (started) return started;

    const lastWords = await readFrom(home.log, logFrom);
    if (/could not bind IPv4 address/.test(lastWords) && !isPortFixed) {
      port = await freePort(0); // somebody took it in between
    } else if (/pre-existing shared memory block/.test(lastWords) && Date.now() < deadline) {
      await killOrphans(home.cluster);
      await sleep(50);
    } else {
      throw new EmbeddedPostgresError('PostgreSQL did not start. The end of its log:', remedyFor(lastWords, home), lastWords);
    }
  }
}

/** Exists while a server may be on its way that has not written its postmaster.pid yet. */
export const launchMark = ({ folder }: Home): string => join(folder, 'launching');

const orphansMayTake = 15_000;
const startMayTake = 10 * 60_000;
const logMayGrowTo = 16 * 1024 * 1024;

async function attempt(home: Home, binaries: Binaries, account: Account | null, port: number, log: Log): Promise<Postmaster | null> {
  await writeFile(launchMark(home), '');
  try {
    const hasEnded = await (process.platform === 'win32' ? byPgCtl : directly)(home, binaries, account, port);
    const deadline = Date.now() + startMayTake;
    let nextNote = Date.now() + 5000;
    while (Date.now() < deadline) {
      const isOver = hasEnded(); // asked first: ours may have ended because it found the file of another one
      const postmaster = await findPostmaster(home.cluster);
      if (postmaster?.isReady) return postmaster;
      if (!postmaster && isOver) return null;
      if (Date.now() > nextNote) {
        log('PostgreSQL is still starting, probably recovering from a crash', { log: home.log });
        nextNote = Date.now() + 30_000;
      }
      await sleep(5);
    }
    return null;
  } finally {
    await rm(launchMark(home), { force: true });
  }
}

const options = [
  ['listen_addresses', '127.0.0.1'],
  ['unix_socket_directories', ''],
  ['max_connections', '200'],
  // until a loaded table has been analysed, PostgreSQL takes it for empty and plans for one row
  ['autovacuum_naptime', '10s'],
] as const;

async function directly(home: Home, { postgres }: Binaries, account: Account | null, port: number): Promise<() => boolean> {
  const settings = options.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = await open(home.log, 'a', 0o600);
  await giveTo(account, home.log);
  try {
    // the order of -D and -p is how a postmaster is recognised later
    const child = spawn(postgres, ['-D', home.cluster, '-p', String(port), ...settings], {
      ...account,
      cwd: '/',
      detached: true,
      env: plainEnvironment,
      stdio: ['ignore', output.fd, output.fd],
    });
    let failure: Error | null = null;
    child.on('error', (error) => (failure = error));
    child.unref();
    return () => {
      if (failure) throw failure;
      return child.exitCode !== null || child.signalCode !== null;
    };
  } finally {
    await output.close();
  }
}

/** Windows: pg_ctl sheds an administrator's rights, with which PostgreSQL would refuse to run. */
async function byPgCtl(home: Home, { pgCtl }: Binaries, _account: null | Account, port: number): Promise<() => boolean> {
  const settings = options.map(([name, value]) => `-c ${name}=${value}`).join(' ');
  const { code } = await execute(pgCtl, ['start', '-D', home.cluster, '-l', home.log, '-W', '-o', `-p ${port} ${settings}`], null);
  const began = Date.now();
  return () => code !== 0 || Date.now() > began + 30_000;
}

/** After a kill the file stays behind; PostgreSQL itself believes it as soon as any program of the same user has that pid. */
async function clearMisleadingPid({ cluster }: Home, log: Log): Promise<void> {
  const pid = await misleadingPid(cluster);
  if (pid === null) return;
  log('removing a stale postmaster.pid, another process has its pid', { pid });
  await unlink(join(cluster, 'postmaster.pid')).catch(unless('ENOENT'));
}

/** Below 32768, where no outgoing connection is ever put by the system. */
async function freePort(wanted: number): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = tries === 0 && wanted > 0 ? wanted : randomInt(15_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new EmbeddedPostgresError('No free port between 15000 and 32000 on 127.0.0.1.', 'Is connecting to 127.0.0.1 allowed here at all?');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

async function rotate({ log }: Home): Promise<void> {
  if ((await sizeOf(log)) > logMayGrowTo) await rename(log, `${log}.1`);
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(unless('ENOENT')))?.size ?? 0;
}

async function readFrom(path: string, position: number): Promise<string> {
  const file = await open(path, 'r').catch(unless('ENOENT'));
  if (!file) return '';
  try {
    const length = Math.max(0, (await file.stat()).size - position);
    return (await file.read(Buffer.alloc(length), 0, length, position)).buffer.toString();
  } finally {
    await file.close();
  }
}

function remedyFor(lastWords: string, { log }: Home): string {
  const remedies: readonly (readonly [RegExp, string])[] = [
    [/No space left on device/, 'Make room on the disk and start again.'],
    [/could not bind IPv4 address/, 'Another program took its port; it is tried again as long as this server runs.'],
    [
      /shared memory|Cannot allocate memory/,
      'Allow it more (shared) memory, or lower shared_buffers in postgresql.conf in the folder of the cluster.',
    ],
    [/unrecognized configuration parameter|contains errors/, 'Mend the configuration file that it names.'],
    [/checkpoint record|could not locate|invalid page/, 'The data seem damaged: restore a backup.'],
  ];
  const [, remedy] = remedies.find(([pattern]) => pattern.test(lastWords)) ?? [];
  return [remedy, `The whole log is ${log}. Or set DATABASE_URL to a PostgreSQL of your own, version 15 or newer.`]
    .filter(Boolean)
    .join(' ');
}
