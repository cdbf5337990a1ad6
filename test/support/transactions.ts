import { jest } from '@jest/globals';
import type { Transactions } from '../../server/core/database/transactions.js';
import type { Workspace } from './workspace.js';

/** What `work` did in transactions: how many were begun, and the SQL of each statement, without BEGIN and COMMIT. */
export async function transactionsOf(crm: Workspace, work: () => Promise<unknown>): Promise<{ begun: number; statements: string[] }> {
  const { transactions } = crm.app.services;
  const run: Transactions['run'] = transactions.run.bind(transactions);
  const statements: string[] = [];
  const spy = jest
    .spyOn(transactions, 'run')
    .mockImplementation((scope, inside, decide) => run(scope, (transaction) => inside(listening(transaction, statements)), decide));
  try {
    await work();
    return { begun: spy.mock.calls.length, statements };
  } finally {
    spy.mockRestore();
  }
}

/** The same transaction; every statement that goes into it is noted. */
const listening = <T extends object>(transaction: T, statements: string[]): T =>
  new Proxy(transaction, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (statement: string | { text: string }, ...rest: unknown[]) => {
        statements.push(typeof statement === 'string' ? statement : statement.text);
        return Reflect.apply(member, target, [statement, ...rest]) as unknown;
      };
    },
  });
