import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the linter says of files of the server if they had these texts: `line: message` by path. In a process of its own: it loads the types of all. */
async function lint(texts: Readonly<Record<string, string>>): Promise<Record<string, string[]>> {
  const script = `
    import { ESLint } from 'eslint';
    const eslint = new ESLint();
    const found = {};
    for (const [filePath, text] of Object.entries(${JSON.stringify(texts)})) {
      const [{ messages }] = await eslint.lintText(text, { filePath });
      found[filePath] = messages.filter(({ ruleId }) => ruleId === 'relata/rows-by-name').map(({ line, message }) => line + ': ' + message.split(':')[0]);
    }
    console.log(JSON.stringify(found));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { cwd: root });
  return JSON.parse(stdout) as Record<string, string[]>;
}

const planted = `import type { Context, WriteContext } from '../../core/context.js';
import type { Reader } from '../../core/database/reader.js';
import type { Transaction } from '../../core/database/transactions.js';
const text = 'SELECT 1';
export const direct = ({ transaction }: WriteContext) => transaction.run(text, []);
export const renamed = (tx: Pick<Transaction, 'read'>) => tx.read({ name: text, text }, []);
export const taken = (tx: Transaction) => {
  const { run } = tx;
  return run(text, []);
};
export const given = ({ run }: Transaction) => run(text, []);
export const read = ({ services }: Context) => services.reader.read('', { name: text, text }, []);
export const texts = async (reader: Reader) => (await reader.read('', { name: text, text }, [])).texts()[0]![0];
export const query = { text, rowMode: 'array' };
export const allowed = ({ services }: Context) => services.transactions.run({ org: '', actor: null, cause: '' }, () => Promise.resolve());
`;

test('no row is read by position outside of the compiled reads and writes: the linter finds whoever does', async () => {
  const found = await lint({
    'server/modules/deal/deal.rules.ts': planted,
    'server/core/write/save.ts': planted.replaceAll('../../core/', '../'),
  });
  expect(found).toEqual({
    'server/modules/deal/deal.rules.ts': [
      '5: Transaction.run gives rows by position',
      '6: Transaction.read gives rows by position',
      '8: Transaction.run gives rows by position',
      '11: Transaction.run gives rows by position',
      '12: Reader.read gives rows by position',
      '13: Rows.texts gives rows by position',
      '13: Reader.read gives rows by position',
      '14: rowMode gives rows by position',
    ],
    'server/core/write/save.ts': [],
  });
});
