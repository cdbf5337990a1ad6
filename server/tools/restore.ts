/** `npm run restore`: brings back what a backup holds. All of it or nothing. */
import { Command } from 'commander';
import { readConfig } from '../config.js';
import { migrations } from '../migrations/index.js';
import { registry } from '../modules/index.js';
import { databaseError, openDatabase } from '../open-database.js';
import { BackupError } from '../platform/backup/failure.js';
import { checkArchive, restoreBackup, type RestorePlan } from '../platform/backup/restore-backup.js';
import { confirmed, count, isAtTerminal, print, progressLine, run } from './command-line.js';

const command = new Command('npm run restore --')
  .description('Brings back a backup into the database of DATABASE_URL, or into the embedded one.')
  .argument('<file>', 'a file that npm run backup wrote')
  .option('--org <organisation...>', 'only these of its organisations, by id or name')
  .option('--replace', 'put its organisations in the place of those that are there')
  .option('--check', 'only see whether the file is whole')
  .option('--yes', 'do not ask');

interface Flags {
  readonly org?: string[];
  readonly replace?: boolean;
  readonly check?: boolean;
  readonly yes?: boolean;
}

run(async () => {
  const { org, replace = false, check = false, yes = false } = command.parse().opts<Flags>();
  const path = command.args[0]!;
  if (check) {
    const header = await checkArchive(path);
    print(`${path} is whole: made on ${header.madeAt} by Relata ${header.version} from PostgreSQL ${header.postgres}.`);
    return header.organizations.forEach(({ id, name }) => print(`  organization_${id}  ${name}`));
  }
  const config = readConfig();
  const where = await openDatabase(config, { info: () => undefined });
  try {
    const restored = await restoreBackup({
      registry,
      migrations,
      url: where.urls.owner,
      path,
      organizations: org ?? null,
      isReplacing: replace,
      progress: progressLine('Restored'),
      confirm: (plan) => confirm(plan, yes),
    }).catch((error: unknown) => {
      throw databaseError(error, config);
    });
    if (!restored) return print('Nothing was changed.');
    print(`\n${count(restored.organizations.length, 'organisation')} and ${count(restored.rows, 'row')} are back.`);
    print('Servers that were running meanwhile may be started again, so that they forget what they knew.');
  } finally {
    await where.release();
  }
});

/** Only what is lost for good is asked about. */
async function confirm({ header, replaced }: RestorePlan, yes: boolean): Promise<boolean> {
  if (replaced.length === 0 || yes) return true;
  const names = replaced.map(({ name }) => name).join(', ');
  if (!isAtTerminal()) throw new BackupError(`This replaces what is there of ${names}. Say --yes where nobody can be asked.`);
  return confirmed(`This replaces what is there of ${names} with how it was on ${header.madeAt}.`, 'replace');
}
