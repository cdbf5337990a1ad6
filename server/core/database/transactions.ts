import { createHash } from 'node:crypto';
import { Unavailable } from '../errors.js';
import type { ConnectionOptions } from './connection.js';
import { knownFailure } from './failures.js';
import type { Row, Rows } from './rows.js';
import { openSession, type Call, type NamedStatement, type Session } from './session.js';

/** One transaction of one organisation. */
export interface Transaction {
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
}

export interface Transactions {
  /** Runs `work` and commits when `decide` says so; rolls back otherwise and on any error. */
  run<T>(scope: TransactionScope, work: (transaction: Transaction) => Promise<T>, decide?: (result: T) => boolean): Promise<T>;
  close(): Promise<void>;
}

const BEGIN: Call = { statement: { name: 'begin', text: 'BEGIN' }, values: [] };
const COMMIT: Call = { statement: { name: 'commit', text: 'COMMIT' }, values: [] };
const ROLLBACK: Call = { statement: { name: 'rollback', text: 'ROLLBACK' }, values: [] };
const SET_SCOPE: NamedStatement = {
  name: 'set_scope',
  text: `SELECT set_config('app.org', $1, true), set_config('app.actor', $2, true), set_config('app.cause', $3, true)`,
};

/** Transactions with transaction-local settings, each on a session that is its own meanwhile. */
export function createTransactions(options: ConnectionOptions & { connections: number }): Transactions {
  const sessions = createSessionPool(options);
  return {
    async run({ org, actor, cause }, work, decide = () => true) {
      const lent = await sessions.take();
      const { session } = lent;
      const state = { hasBegun: false };
      const read = async (statement: NamedStatement, values: readonly (string | null)[]): Promise<Rows> => {
        const call: Call = { statement, values };
        if (state.hasBegun) return session.run([call]);
        // The beginning travels with the first statement.
        state.hasBegun = true;
        return session.run([BEGIN, { statement: SET_SCOPE, values: [org, actor ?? '', cause] }, call]);
      };
      const transaction: Transaction = {
        read,
        run: async (text, values) => (await read({ name: statementName(text), text }, values)).texts(),
      };
      try {
        const result = await work(transaction);
        if (state.hasBegun) await session.run([decide(result) ? COMMIT : ROLLBACK]);
        lent.giveBack();
        return result;
      } catch (error) {
        // A session that does not answer would not answer this either; closing it rolls back too.
        const isLost = knownFailure(error)?.code === 'UNAVAILABLE';
        const isClean =
          !isLost &&
          (!state.hasBegun ||
            (await session.run([ROLLBACK]).then(
              () => true,
              () => false,
            )));
        if (isClean) lent.giveBack();
        else lent.discard();
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

/** How long a transaction waits for a session. */
const WAIT_MS = 3000;

/** Sessions that one transaction has at a time. The last one given back is lent first, so that the idle ones stay cold. */
function createSessionPool(options: ConnectionOptions & { connections: number }) {
  const idle: Session[] = [];
  const all = new Set<Session>();
  const waiting: { take: (lent: Lent) => void; fail: (error: Error) => void }[] = [];
  let opening = 0;
  let closed = false;

  const watchdog = setInterval(() => {
    for (const session of all) session.dropIfStuck(options.statementTimeoutMs + 2000);
  }, 1000);
  watchdog.unref();

  const lend = (session: Session): Lent => ({
    session,
    giveBack: () => {
      if (!all.has(session)) return serve();
      idle.push(session);
      serve();
    },
    discard: () => {
      all.delete(session);
      session.end().catch(() => undefined);
      serve();
    },
  });

  /** Gives sessions to those who wait, and opens new ones while there may be more. */
  function serve(): void {
    while (waiting.length > 0) {
      const session = idle.pop();
      if (session) {
        waiting.shift()!.take(lend(session));
        continue;
      }
      if (all.size + opening < options.connections) open();
      return;
    }
  }

  function open(): void {
    opening++;
    const lost: { session?: Session } = {};
    openSession(options, () => {
      if (!lost.session) return;
      all.delete(lost.session);
      const at = idle.indexOf(lost.session);
      if (at >= 0) idle.splice(at, 1);
    }).then(
      (session) => {
        opening--;
        if (closed) return void session.end().catch(() => undefined);
        lost.session = session;
        all.add(session);
        idle.push(session);
        serve();
      },
      (error: unknown) => {
        opening--;
        waiting.shift()?.fail(error as Error);
        serve();
      },
    );
  }

  return {
    take: () =>
      new Promise<Lent>((resolve, reject) => {
        if (closed) return reject(Unavailable({}));
        const one = {
          take: (lent: Lent) => (clearTimeout(late), resolve(lent)),
          fail: (error: Error) => (clearTimeout(late), reject(error)),
        };
        const late = setTimeout(() => {
          const at = waiting.indexOf(one);
          if (at >= 0) waiting.splice(at, 1);
          reject(Unavailable({}));
        }, WAIT_MS);
        waiting.push(one);
        serve();
      }),
    async close() {
      closed = true;
      clearInterval(watchdog);
      await Promise.allSettled([...all].map((session) => session.end()));
    },
  };
}

const names = new Map<string, string>();

/** The name of a statement: the same text has the same name on every connection. */
export function statementName(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = `s${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
    if (names.size > 5000) names.clear();
    names.set(text, name);
  }
  return name;
}
