/** A process that only works, like `npm run worker`, and knows the jobs of the tests: `job-worker.ts <database> <options as JSON>`. */
import { createApp } from '../../server/app.js';
import { createLog } from '../../server/platform/http/log.js';
import type { WorkerOptions } from './start-worker.js';
import './test-jobs.js';

const url = process.argv[2]!;
const { atOnce = 2, turnMs } = JSON.parse(process.argv[3] ?? '{}') as WorkerOptions;
const app = await createApp({
  urls: { owner: url, app: url, system: url },
  log: createLog('warn'),
  isMigrated: true,
  ...(turnMs !== undefined && { jobTurnMs: turnMs }),
  config: {
    limits: {
      maxTokens: 2000,
      maxDepth: 12,
      maxAliases: 15,
      maxDirectives: 20,
      maxVariableDepth: 32,
      maxCost: 50_000,
      maxConditions: 500,
      maxOperand: 1000,
    },
    bodyLimitBytes: 1024 * 1024,
    readPool: 1,
    writePool: 1,
    statementTimeoutMs: 5000,
    tokenLifetimeMinutes: 60,
    sessionLifetimeDays: 30,
    jobs: { areInside: true, atOnce },
  },
});
// Keeps the process, which nothing else listens for.
const alive = setInterval(() => undefined, 1000);
process.on('SIGTERM', () => {
  clearInterval(alive);
  void app.close().then(() => process.exit(0));
});
process.stdout.write('working\n');
