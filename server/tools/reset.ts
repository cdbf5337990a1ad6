/** `npm run reset`: removes the embedded database and all that is in it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { readConfig } from '../config.js';
import { DEMO_FILE } from '../demo/demo-sign-in.js';
import { BackupError } from '../platform/backup/failure.js';
import { removeEmbeddedPostgres } from '../platform/embedded-postgres/remove.js';
import { confirmed, isAtTerminal, print, run } from './command-line.js';

const command = new Command('npm run reset --')
  .description('Removes the embedded database with everything in it, so that the next start begins anew. Asks first.')
  .option('--yes', 'do not ask')
  .allowExcessArguments(false);

run(async () => {
  const { yes = false } = command.parse().opts<{ readonly yes?: boolean }>();
  const { database, dataDir } = readConfig();
  if (database.kind === 'external')
    throw new BackupError('DATABASE_URL names a database of your own, which this never touches. Unset it to reset the embedded one.');
  if (!existsSync(join(dataDir, 'postgres'))) return print(`There is no database at ${dataDir}.`);
  if (!yes) {
    if (!isAtTerminal()) throw new BackupError('This removes everything. Say --yes where nobody can be asked.');
    if (!(await confirmed(`This removes the embedded database at ${dataDir} with every organisation and record in it.`, 'reset')))
      return print('Nothing was changed.');
  }
  await removeEmbeddedPostgres(dataDir, [DEMO_FILE]);
  print(`Removed the database at ${dataDir}. The next start makes a new one.`);
});
