/** What test files get as `@jest/globals`: the functions of the file that runs at the moment. `test-runner.mjs` sets them. */
export let afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test;

/** @param {typeof import('@jest/globals')} globals */
export function setGlobals(globals) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = globals);
}
