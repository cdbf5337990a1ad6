// What is tested is what runs.
process.env.NODE_ENV = 'production';

/** Tests run as ES modules, transpiled by swc, under `--import tsx` for the set-up files. */
export default {
  testEnvironment: '<rootDir>/test/support/environment.mjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/bench/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  // PostgreSQL works while a test waits, so that two cores are good for two tests.
  maxWorkers: '100%',
  testTimeout: 30_000,
};
