import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, accountFor } from './account.js';
import { findBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { unless } from './failure.js';
import { type Home, type Log, makeDataDir, openHome, outsideFolders } from './home.js';
import { launch } from './launch.js';
import { giveBack, takeLease } from './leases.js';
import { withLock } from './lock.js';
import { findPostmaster, type Postmaster } from './postmaster.js';
import { isAlive } from './process-identity.js';
import { database, owner, provision, superuserUrlOf, urlOf } from './provision.js';
import { shutDown } from './shut-down.js';
import { freshState, readState, type State, writeState } from './state.js';
import { startWatchdog } from './watchdog.js';

export { EmbeddedPostgresError } from './failure.js';

export interface EmbeddedPostgresOptions {
  /** The database lies in `postgres` inside this folder, which is made when missing. */
  readonly dataDir: string;
  readonly log?: Log;
  /** Where the database goes when PostgreSQL's user can't enter `dataDir`; see `openHome`. */
  readonly outside?: readonly string[];
}

export interface EmbeddedPostgres extends AsyncDisposable {
  /** The database `relata` as its owner: may make roles and databases, is no superuser. */
  readonly url: string;
  /** The database `postgres` as its superuser. */
  readonly superuserUrl: string;
  readonly port: number;
  /** It ran already, for another process or another call. */
  readonly isShared: boolean;
  /** PostgreSQL's own log. */
  readonly logFile: string;
  /** Gives it back; the last one to do so stops it. A second call waits for the first and does nothing. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL for a data folder, or joins the one that runs there.
 *
 * Several processes may share it. It lives as long as one of them does, however they end: each has a watchdog that
 * outlives a kill -9. Should PostgreSQL itself be killed, it is started again at the same address within a second, and
 * keeps every acknowledged write.
 */
export async function startEmbeddedPostgres({
  dataDir: folder,
  log = () => {},
  outside = outsideFolders,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = await makeDataDir(folder);
  const lock = join(dataDir, 'postgres.lock');
  return withLock(lock, async () => {
    const account = await accountFor(dataDir, join(dataDir, 'postgres'));
    const home = await openHome(dataDir, account, outside, log);
    const lease = await takeLease(home, account);
    let watchdog = startWatchdog(lease, home.folder, lock);
    try {
      const start: Start = { home, account, log };
      const { state, isShared, ...first } = await open(start);
      let { postmaster } = first;
      const keeper = keep(async () => {
        if (!watchdog.isRunning()) watchdog = startWatchdog(lease, home.folder, lock);
        if (await isAlive(postmaster)) return;
        log('PostgreSQL ended while it was needed, starting it again', { log: home.log });
        postmaster = await withLock(lock, () => ensureServer(start, state, true));
      }, log);
      const stop = once(async () => {
        await keeper.end();
        // with the data folder deleted under us there is nothing to agree on with anybody
        if (await stat(home.leases).catch(unless('ENOENT'))) await withLock(lock, () => giveBack(lease, home.folder));
        else await shutDown(postmaster, home.cluster);
        await watchdog.dismiss();
      });
      const { port } = postmaster;
      return {
        url: urlOf(owner, state.ownerPassword, port, database),
        superuserUrl: superuserUrlOf(state.superuserPassword, port),
        port,
        isShared,
        logFile: home.log,
        stop,
        [Symbol.asyncDispose]: stop,
      };
    } catch (error) {
      await giveBack(lease, home.folder);
      await watchdog.dismiss();
      throw error;
    }
  });
}

interface Start {
  readonly home: Home;
  readonly account: Account | null;
  readonly log: Log;
}

async function open(start: Start): Promise<{ postmaster: Postmaster; state: State; isShared: boolean }> {
  const { home, account, log } = start;
  const kept = await readState(home);
  let state = kept ?? freshState();
  if (!kept) await writeState(home, state, account);
  const isShared = (await findPostmaster(home.cluster))?.isStaying ?? false;
  const postmaster = await ensureServer(start, state, false);
  if (!state.isProvisioned) await provision(superuserUrlOf(state.superuserPassword, postmaster.port), state.ownerPassword);
  if (!state.isProvisioned || state.port !== postmaster.port) {
    state = { ...state, isProvisioned: true, port: postmaster.port };
    await writeState(home, state, account);
  }
  log(isShared ? 'PostgreSQL runs already, sharing it' : 'PostgreSQL started', { port: postmaster.port, log: home.log });
  return { postmaster, state, isShared };
}

async function ensureServer({ home, account, log }: Start, state: State, isPortFixed: boolean): Promise<Postmaster> {
  let running = await findPostmaster(home.cluster);
  for (; running?.isStaying; running = await findPostmaster(home.cluster)) {
    if (running.isReady) return running;
    await sleep(10); // its starter was killed half-way
  }
  if (running) await shutDown(running, home.cluster);
  const binaries = await findBinaries(home, account, log);
  await ensureCluster(home, binaries, state.superuserPassword, account, log);
  return launch({ home, binaries, account, port: state.port, isPortFixed, log });
}

/** Looks after something twice a second, one look at a time; a failing one is told once and tried again later. */
function keep(look: () => Promise<void>, log: Log): { end(): Promise<void> } {
  let current: Promise<void> | null = null;
  let notBefore = 0;
  const timer = setInterval(() => {
    if (current || Date.now() < notBefore) return;
    current = look()
      .catch((error: unknown) => {
        log('PostgreSQL could not be started again, trying once more in 5 s', { error });
        notBefore = Date.now() + 5000;
      })
      .finally(() => (current = null));
  }, 500);
  timer.unref();
  return {
    end: async () => {
      clearInterval(timer);
      await current;
    },
  };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let result: Promise<void> | undefined;
  return () => (result ??= work());
}
