import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { Unavailable } from '../errors.js';
import { createFairQueue } from '../fair-queue.js';
import type { ConnectionOptions } from './connection.js';
import { isSessionLost } from './failures.js';
import { createReachability } from './reachability.js';
import type { Row, Rows } from './rows.js';
import { openSession, watchSessions, type Call, type NamedStatement, type Session } from './session.js';
import type { WriteHealth } from './write-health.js';

/** One transaction of one organisation. */
export interface Transaction {
  readonly org: string;
  /** Runs a statement; all cells are PostgreSQL's text. */
  run(text: string, values: readonly (string | null)[]): Promise<Row[]>;
  /** The same, its rows as they came. */
  read(statement: NamedStatement, values: readonly (string | null)[]): Promise<Rows>;
}

/** Whose transaction it is; the database's walls and triggers read it from the session. */
export interface TransactionScope {
  readonly org: string;
  readonly actor: string | null;
  /** What caused the change, for the change log: the request's id. */
  readonly cause: string;
  /** Counts the statements of the transaction. */
  readonly metrics?: StatementMetrics;
}

/** The SQL statements of a request. */
export interface StatementMetrics {
  statementCount: number;
}

export interface Transactions {
  /** Runs `work` and commits when `decide` says so; rolls back otherwise and on any error. */
  run<T>(scope: TransactionScope, work: (transaction: Transaction) => Promise<T>, decide?: (result: T) => boolean): Promise<T>;
  close(): Promise<void>;
}

const BEGIN: Call = { statement: { name: 'begin', text: 'BEGIN' }, values: [] };
const COMMIT: Call = { statement: { name: 'commit', text: 'COMMIT' }, values: [] };
/** True once the transaction has an id, which the first write gives it. */
const HAS_WRITTEN: Call = {
  statement: { name: 'has_written', text: 'SELECT (pg_current_xact_id_if_assigned() IS NOT NULL)::text' },
  values: [],
};
/** PostgreSQL's code for statements in a transaction that has failed. */
const IN_FAILED_TRANSACTION = '25P02';
const ROLLBACK: Call = { statement: { name: 'rollback', text: 'ROLLBACK' }, values: [] };
const SET_SCOPE: NamedStatement = {
  name: 'set_scope',
  text: `SELECT set_config('app.org', $1, true), set_config('app.actor', $2, true), set_config('app.cause', $3, true)`,
};

export interface TransactionsOptions extends ConnectionOptions {
  readonly connections: number;
  /** Sessions that one organization can have at a time. Default: three of four, and half of them beside others. */
  readonly connectionsPerOrganization?: number;
  /** Learns which writes fail and work. */
  readonly health?: WriteHealth;
}

/** Transactions with transaction-local settings, each on a session that is its own meanwhile. */
export function createTransactions({ health, ...options }: TransactionsOptions): Transactions {
  const sessions = createSessionPool(options);
  return {
    async run({ org, actor, cause, metrics }, work, decide = () => true) {
      const lent = await sessions.take(org);
      const { session } = lent;
      const state: { hasBegun: boolean; isBeyondHelp: boolean; failure: Error | null } = {
        hasBegun: false,
        isBeyondHelp: false,
        failure: null,
      };
      const send = async (calls: readonly Call[]): Promise<Rows> => {
        try {
          return await session.run(calls);
        } catch (error) {
          health?.failed(error);
          // What follows a failure fails because of it.
          if ((error as { code?: string }).code !== IN_FAILED_TRANSACTION) state.failure = error as Error;
          throw error;
        }
      };
      const read = async (statement: NamedStatement, values: readonly (string | null)[]): Promise<Rows> => {
        if (metrics) metrics.statementCount++;
        const call: Call = { statement, values };
        // Without its beginning, what follows would be transactions of their own.
        if (state.isBeyondHelp) throw state.failure!;
        if (state.hasBegun) return send([call]);
        // The beginning travels with the first statement.
        state.hasBegun = true;
        try {
          return await send([BEGIN, { statement: SET_SCOPE, values: [org, actor ?? '', cause] }, call]);
        } catch (error) {
          state.isBeyondHelp = true;
          throw error;
        }
      };
      const commit = async (): Promise<void> => {
        if (state.isBeyondHelp) throw state.failure!;
        const hasWritten =
          health?.problem() &&
          (await session.run([HAS_WRITTEN]).then(
            (rows) => rows.row(0)[0] === 'true',
            () => false,
          ));
        const { tag } = await send([COMMIT]);
        // A statement has failed and nobody has heard of it: PostgreSQL has rolled back.
        if (tag !== 'COMMIT') throw state.failure ?? new Error(`PostgreSQL answered COMMIT with ${tag}.`);
        if (hasWritten) health?.worked();
      };
      const transaction: Transaction = {
        org,
        read,
        run: async (text, values) => (await read({ name: statementName(text), text }, values)).texts(),
      };
      const giveBack = (isClean: boolean): void => {
        if (isClean && !(state.failure && isSessionLost(state.failure))) lent.giveBack();
        else lent.discard();
      };
      try {
        const result = await work(transaction);
        if (state.hasBegun) await (decide(result) ? commit() : send([ROLLBACK]));
        giveBack(true);
        return result;
      } catch (error) {
        // A session that does not answer would not answer this either; closing it rolls back too.
        const isClean =
          !isSessionLost(error) &&
          (!state.hasBegun ||
            (await session.run([ROLLBACK]).then(
              () => true,
              () => false,
            )));
        giveBack(isClean);
        throw error;
      }
    },
    close: () => sessions.close(),
  };
}

interface Lent {
  readonly session: Session;
  giveBack(): void;
  discard(): void;
}

/** How long a transaction waits for a session, and how many may wait. */
const WAITING = { maxWaiting: 200, maxWaitingPerKey: 50, maxWaitMs: 3000 };

/**
 * Sessions that one transaction has at a time; organizations take turns, and none has all of them while there are several.
 * The last one given back is lent first, so that the idle ones stay cold.
 */
function createSessionPool(options: TransactionsOptions) {
  const { connections, connectionsPerOrganization } = options;
  const idle: Session[] = [];
  const all = new Set<Session>();
  const queue = createFairQueue({
    places: connections,
    placesPerKey: connectionsPerOrganization ?? Math.max(1, Math.floor((connections * 3) / 4)),
    placesBesideOthers: connectionsPerOrganization ?? Math.max(1, Math.floor(connections / 2)),
    ...WAITING,
  });
  const whileReachable = createReachability(options, all);
  const watch = watchSessions(all, options.statementTimeoutMs);
  let closed = false;
  const isClosed = (): boolean => closed;

  async function open(): Promise<Session> {
    const lost: { session?: Session } = {};
    const session = await openSession(options, () => {
      if (!lost.session) return;
      all.delete(lost.session);
      const at = idle.indexOf(lost.session);
      if (at >= 0) idle.splice(at, 1);
    });
    lost.session = session;
    all.add(session);
    return session;
  }

  const lend = (session: Session, release: () => void): Lent => ({
    session,
    giveBack: () => {
      if (all.has(session)) idle.push(session);
      release();
    },
    discard: () => {
      all.delete(session);
      session.end().catch(() => undefined);
      release();
    },
  });

  return {
    async take(org: string): Promise<Lent> {
      if (isClosed()) throw Unavailable({});
      const release = queue.tryTake(org) ?? (await whileReachable(queue.take(org)));
      try {
        const lent = lend(idle.pop() ?? (await open()), release);
        if (!isClosed()) return lent;
        lent.discard();
        throw Unavailable({});
      } catch (error) {
        release();
        throw error;
      }
    },
    async close() {
      closed = true;
      watch.stop();
      await Promise.allSettled([...all].map((session) => session.end()));
    },
  };
}

/** Characters of statements whose names are remembered. */
const MAX_NAMED_CHARACTERS = 16 * 1024 * 1024;
const names = new LRUCache<string, string>({ maxSize: MAX_NAMED_CHARACTERS, sizeCalculation: (_, text) => text.length + 1 });

/** The name of a statement: the same text has the same name on every connection. */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `s${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}
