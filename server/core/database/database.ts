import pg from 'pg';
import { clientConfig } from './connection.js';
import { createReader, type Reader } from './reader.js';
import { APP_ROLE, SYSTEM_ROLE } from './roles.js';
import { createTransactions, type Transactions } from './transactions.js';
import { createWriteHealth, type WriteHealth } from './write-health.js';

/** Where each role signs in. One URL is enough: the server then acts in the roles from its start. */
export interface DatabaseUrls {
  readonly app: string;
  readonly system: string;
}

/** The server's connections, each kind for one purpose. */
export interface Database {
  readonly reader: Reader;
  readonly transactions: Transactions;
  /** Passes the wall between organisations: sign-in and the like. */
  readonly system: pg.Pool;
  /** The same role inside one organisation, whose wall then holds for it too. */
  readonly systemTransactions: Transactions;
  /** What transactions have learned about writing. */
  readonly writeHealth: WriteHealth;
  close(): Promise<void>;
}

export function connectDatabase(
  urls: DatabaseUrls,
  options: { readConnections: number; writeConnections: number; statementTimeoutMs: number; now?: () => number },
): Database {
  const { statementTimeoutMs, now = Date.now } = options;
  const health = createWriteHealth(now);
  const app = { url: urls.app, role: APP_ROLE, statementTimeoutMs };
  const reader = createReader({ ...app, name: 'read', connections: options.readConnections, now });
  const transactions = createTransactions({ ...app, name: 'write', hasGenericPlans: true, connections: options.writeConnections, health });
  const asSystem = { url: urls.system, role: SYSTEM_ROLE, statementTimeoutMs, name: 'system' };
  const systemTransactions = createTransactions({ ...asSystem, hasGenericPlans: true, connections: 4, health });
  const system = new pg.Pool({
    ...clientConfig(asSystem),
    max: 4,
    query_timeout: statementTimeoutMs + 2000,
  });
  system.on('error', () => undefined);
  return {
    reader,
    transactions,
    system,
    systemTransactions,
    writeHealth: health,
    async close() {
      await Promise.all([reader.close(), transactions.close(), systemTransactions.close(), system.end()]);
    },
  };
}
