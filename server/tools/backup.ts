/** `npm run backup`: everything, or one organisation, in one file, while the server goes on. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { readConfig } from '../config.js';
import { migrations } from '../migrations/index.js';
import { registry } from '../modules/index.js';
import { databaseError, openDatabase } from '../open-database.js';
import { makeBackup } from '../platform/backup/make-backup.js';
import { count, print, progressLine, run, size } from './command-line.js';

const command = new Command('npm run backup --')
  .description('Writes a backup of the database of DATABASE_URL, or of the embedded one. Servers go on meanwhile.')
  .argument('[file]', 'where to; default: relata-<time>.backup in this folder')
  .option('--org <organisation>', 'only this one, by its id or name')
  .option('--overwrite', 'write over a file that is there');

interface Flags {
  readonly org?: string;
  readonly overwrite?: boolean;
}

// Built, this file lies one folder deeper.
const manifest = new URL(import.meta.url.includes('/build/server/') ? '../../../package.json' : '../../package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };

run(async () => {
  const { org, overwrite = false } = command.parse().opts<Flags>();
  const path = resolve(command.args[0] ?? `relata-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.backup`);
  const config = readConfig();
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const where = await openDatabase(config, { info: () => undefined });
  try {
    const started = Date.now();
    const made = await makeBackup({
      registry,
      migrations: migrations.names,
      urls: where.urls,
      path,
      organization: org ?? null,
      version,
      isOverwriting: overwrite,
      progress: progressLine('Read'),
      signal: stop.signal,
    }).catch((error: unknown) => {
      throw databaseError(error, config);
    });
    print(`\n${path}`);
    print(
      `${count(made.organizations.length, 'organisation')}, ${count(made.rows, 'row')}, ${size(made.bytes)} in ${size(made.size)}, ${((Date.now() - started) / 1000).toFixed(1)} s.`,
    );
    print('It holds hashes of passwords: keep it as you keep the database.');
  } finally {
    await where.release();
  }
});
