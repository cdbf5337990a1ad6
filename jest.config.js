import { availableParallelism, totalmem } from 'node:os';

/** Files wait for PostgreSQL, for other processes and for the clock, so that there is one more than cores; each takes up to 2 GB with all of that. */
const WORKER_BYTES = 2 * 1024 ** 3;

/** Test files run as ES modules of the worker process, against the compiled server: `test/support/runner/`. */
export default {
  testEnvironment: '<rootDir>/test/support/runner/environment.mjs',
  testRunner: '<rootDir>/test/support/runner/test-runner.mjs',
  reporters: ['default', '<rootDir>/test/support/runner/reporter.mjs'],
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/bench/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  maxWorkers: Math.max(1, Math.min(availableParallelism() + 1, Math.floor(totalmem() / WORKER_BYTES))),
  workerIdleMemoryLimit: '1200MB',
  // Ends what hangs. How long a test takes on a busy machine is not what it tests.
  testTimeout: 600_000,
};
