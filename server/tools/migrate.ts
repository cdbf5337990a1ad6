/** Brings the database to the newest schema and ends: what stands before several servers that start together. */
import { readConfig } from '../config.js';
import { migrate } from '../core/database/migrate.js';
import { migrations } from '../migrations/index.js';
import { registry } from '../modules/index.js';
import { databaseError, openDatabase } from '../open-database.js';
import { count, print, run } from './command-line.js';

run(async () => {
  const config = readConfig();
  const where = await openDatabase(config, { info: () => undefined });
  try {
    const applied = await migrate({ registry, url: where.urls.owner, migrations }).catch((error: unknown) => {
      throw databaseError(error, config);
    });
    print(applied.length > 0 ? `${count(applied.length, 'migration')}: ${applied.join(', ')}.` : 'The database is up to date.');
  } finally {
    await where.release();
  }
});
