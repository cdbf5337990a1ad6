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
  // PostgreSQL works while a test waits, so that two cores are good for two tests.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1200MB',
  // Ends what hangs. How long a test takes on a busy machine is not what it tests.
  testTimeout: 600_000,
};
