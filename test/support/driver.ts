import { AsyncLocalStorage } from 'node:async_hooks';
import type { App } from '../../server/app.js';
import type { Services } from '../../server/core/context.js';
import type { NamedStatement } from '../../server/core/database/session.js';
import { statementName, type Transactions } from '../../server/core/database/transactions.js';

/** What requests reach the database through. */
export type Connections = Pick<Services, 'reader' | 'transactions' | 'systemTransactions'>;

/**
 * Stands between the server and its database: notes the text of every statement that a request sends, and may change
 * it on the way.
 *
 * @returns the texts as the server wrote them, oldest first; it grows with every statement
 */
export function watchDriver({ services }: App, change?: (text: string) => string): string[] {
  const { connections, statements } = watched(services, change);
  Object.assign(services, connections);
  return statements;
}

/** The same connections, watched. */
export function watched(
  { reader, transactions, systemTransactions }: Connections,
  change: (text: string) => string = (text) => text,
): { readonly connections: Connections; readonly statements: string[] } {
  const statements: string[] = [];
  const through = (statement: Pick<NamedStatement, 'text' | 'isDescribed'>): NamedStatement => {
    statements.push(statement.text);
    const text = change(statement.text);
    return { ...statement, name: statementName(text), text };
  };
  const watch = (one: Transactions): Transactions => ({
    ...one,
    run: (scope, work, decide) =>
      one.run(
        scope,
        (transaction) =>
          work({
            org: transaction.org,
            run: (text, values) => transaction.run(through({ text }).text, values),
            read: (statement, values) => transaction.read(through(statement), values),
          }),
        decide,
      ),
  });
  const connections = {
    reader: {
      ...reader,
      read: (org: string, statement: NamedStatement, values: readonly (string | null)[]) => reader.read(org, through(statement), values),
    },
    transactions: watch(transactions),
    systemTransactions: watch(systemTransactions),
  };
  return { connections, statements };
}

/**
 * Lets each request say which connections it runs on, so that one server, with what it has parsed and compiled, serves
 * several databases side by side.
 */
export function switchDatabases({ services }: App): <T>(connections: Connections, request: () => Promise<T>) => Promise<T> {
  const { reader, transactions, systemTransactions } = services;
  const own: Connections = { reader, transactions, systemTransactions };
  const chosen = new AsyncLocalStorage<Connections>();
  const current = (): Connections => chosen.getStore() ?? own;
  Object.assign(services, {
    reader: { ...reader, read: (...call) => current().reader.read(...call) },
    transactions: { ...transactions, run: (...call) => current().transactions.run(...call) },
    systemTransactions: { ...systemTransactions, run: (...call) => current().systemTransactions.run(...call) },
  } satisfies Connections);
  return (connections, request) => chosen.run(connections, request);
}
