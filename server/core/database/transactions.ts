import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Row } from '../read/writer.js';
import { clientConfig, type ConnectionOptions } from './connection.js';
import { knownFailure } from './failures.js';

/** One transaction of one organisation. All cells are PostgreSQL's text. */
export interface Transaction {
  /** Runs a statement; `named` ones are parsed once per connection, so their texts must be few. */
  run(text: string, values: readonly (string | null)[], options?: { named?: boolean }): Promise<Row[]>;
  /** The connection, for what must share the transaction. */
  readonly client: pg.PoolClient;
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

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CAUSE = /^[\w:-]{0,100}$/;

/** The pool for writes: transactions with transaction-local settings. */
export function createTransactions(options: ConnectionOptions & { connections: number }): Transactions {
  const pool = new pg.Pool({
    ...clientConfig(options),
    max: options.connections,
    idleTimeoutMillis: 30_000,
    query_timeout: options.statementTimeoutMs + 2000,
  });
  // An idle connection that breaks is replaced at the next checkout; without a listener it would end the process.
  pool.on('error', () => undefined);
  return {
    async run(scope, work, decide = () => true) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query(begin(scope));
        const result = await work(transactionOn(client));
        await client.query(decide(result) ? 'COMMIT' : 'ROLLBACK');
        return result;
      } catch (error) {
        // A connection that does not answer would not answer this either; closing it rolls back too.
        if (knownFailure(error)?.code === 'UNAVAILABLE') broken = error as Error;
        else await client.query('ROLLBACK').catch((failure: unknown) => (broken = failure as Error));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

function begin({ org, actor, cause }: TransactionScope): string {
  if (!UUID.test(org) || (actor !== null && !UUID.test(actor)) || !CAUSE.test(cause))
    throw new Error('The scope of a transaction must be ids.');
  return `BEGIN; SELECT set_config('app.org', '${org}', true), set_config('app.actor', '${actor ?? ''}', true), set_config('app.cause', '${cause}', true)`;
}

const asText = { getTypeParser: () => (value: string | Buffer) => value };
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

const transactionOn = (client: pg.PoolClient): Transaction => ({
  client,
  async run(text, values, { named = false } = {}) {
    const result = await client.query<(string | null)[]>({
      text,
      values: values as (string | null)[],
      rowMode: 'array',
      types: asText,
      ...(named && { name: statementName(text) }),
    });
    return result.rows;
  },
});
