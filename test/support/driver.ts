import type { App } from '../../server/app.js';
import type { Services } from '../../server/core/context.js';
import type { NamedStatement } from '../../server/core/database/session.js';
import { statementName, type Transactions } from '../../server/core/database/transactions.js';

/**
 * Stands between the server and its database: notes the text of every statement that a request sends, and may change
 * it on the way.
 *
 * @returns the texts as the server wrote them, oldest first; it grows with every statement
 */
export function watchDriver({ services }: App, change: (text: string) => string = (text) => text): string[] {
  const sent: string[] = [];
  const through = (text: string): NamedStatement => {
    sent.push(text);
    const changed = change(text);
    return { name: statementName(changed), text: changed };
  };
  const { reader, transactions, systemTransactions } = services;
  const watch = (watched: Transactions): Transactions => ({
    ...watched,
    run: (scope, work, decide) =>
      watched.run(
        scope,
        (transaction) =>
          work({
            run: (text, values) => transaction.run(through(text).text, values),
            read: ({ text }, values) => transaction.read(through(text), values),
          }),
        decide,
      ),
  });
  const watched: Pick<Services, 'reader' | 'transactions' | 'systemTransactions'> = {
    reader: { ...reader, read: (org, { text }, values) => reader.read(org, through(text), values) },
    transactions: watch(transactions),
    systemTransactions: watch(systemTransactions),
  };
  Object.assign(services, watched);
  return sent;
}
