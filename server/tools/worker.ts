/** `npm run worker`: a process that works on jobs and answers nobody. Any number of them may stand beside the servers. */
import { createApp } from '../app.js';
import { readConfig } from '../config.js';
import { databaseError, openDatabase } from '../open-database.js';
import { createLog } from '../platform/http/log.js';
import { print, run } from './command-line.js';

run(async () => {
  const config = readConfig();
  const log = createLog(process.stdout.isTTY && config.logLevel === 'info' ? 'warn' : config.logLevel);
  const where = await openDatabase(config, log);
  try {
    const app = await createApp({ config: { ...config, jobs: { ...config.jobs, areInside: true } }, urls: where.urls, log }).catch(
      (error: unknown) => {
        throw databaseError(error, config);
      },
    );
    log.info('worker.working', { node: process.version, pid: process.pid });
    print('Working on jobs. Stop with Ctrl-C.');
    await signalled();
    log.info('worker.closing');
    const late = setTimeout(() => process.exit(1), config.shutdownTimeoutMs);
    await app.close();
    clearTimeout(late);
  } finally {
    await where.release();
  }
});

/** Resolves with the first signal to stop; until then it keeps the process. */
const signalled = (): Promise<void> =>
  new Promise((resolve) => {
    const alive = setInterval(() => undefined, 60_000);
    const stop = (): void => {
      clearInterval(alive);
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
