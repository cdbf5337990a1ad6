import { fileURLToPath } from 'node:url';
import base from '../../../jest.config.js';

/** What the hunt's own test lets it find; it needs no database. */
export default {
  ...base,
  rootDir: fileURLToPath(new URL('../../../', import.meta.url)),
  testMatch: ['**/planted/*.case.ts'],
  globalSetup: null,
  globalTeardown: null,
};
