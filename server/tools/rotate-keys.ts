/**
 * `npm run rotate-keys`: a new key signs access tokens from now on; old ones verify until no token of theirs can live.
 * With `--now` they stop at once: whoever is signed in refreshes. Running servers follow within 5 s.
 */
import { Command } from 'commander';
import { readConfig } from '../config.js';
import { connectDatabase } from '../core/database/database.js';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.js';
import { rotateKeys } from '../platform/auth/signing-keys.js';

const program = new Command('rotate-keys')
  .description('Makes a new key that access tokens are signed with.')
  .option('--now', 'drop the old keys at once, for when one may be known to others', false)
  .parse();
const { now: isNow } = program.opts<{ now: boolean }>();

const { database, tokenLifetimeMinutes, statementTimeoutMs } = readConfig();
const embedded = database.kind === 'embedded' ? await startEmbeddedPostgres({ dataDir: database.dataDir }) : null;
const system = database.kind === 'embedded' ? embedded!.url : (database.roles?.systemUrl ?? database.url);
const connection = connectDatabase({ app: system, system }, { readConnections: 1, writeConnections: 1, statementTimeoutMs });
try {
  const id = await rotateKeys(connection.system, { lifetimeMinutes: tokenLifetimeMinutes, isNow });
  console.log(
    isNow
      ? `The key ${id} signs from now on. Tokens of older keys are good no more; sessions refresh by themselves.`
      : `The key ${id} signs from now on. Older keys are good for another ${tokenLifetimeMinutes + 1} minutes.`,
  );
} catch (error) {
  console.error(`The key was not made: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await connection.close();
  await embedded?.stop();
}
