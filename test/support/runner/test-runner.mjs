import { pathToFileURL } from 'node:url';
import runner from 'jest-circus/runner';
import { setGlobals } from './globals.mjs';

const { default: runWithCircus } = runner;

/**
 * Jest's own runner, but test files are modules of the worker process instead of a context of their own: what they import is
 * loaded once a worker, not once a file.
 *
 * @type {typeof runWithCircus}
 */
export default function runTestFile(globalConfig, config, environment, runtime, testPath, sendMessageToJest) {
  // Jest's stack traces know only the source maps of what it has compiled itself; Node's know ours.
  Error.prepareStackTrace = undefined;
  const { console } = globalThis;
  globalThis.console = environment.global.console;
  runtime.unstable_shouldLoadAsEsm = () => true;
  runtime.unstable_importModule = async (path) => {
    setGlobals(runtime.requireModuleOrMock(testPath, '@jest/globals'));
    // A file that runs again in the same process (in watch mode) is loaded again.
    await import(`${pathToFileURL(path).href}?${(loads += 1)}`).catch((error) => {
      // Jest leaves out frames without a name, and here the reason is one of them.
      if (error instanceof Error) error.stack = error.stack?.replaceAll('at <anonymous> (', 'at module (');
      throw error;
    });
  };
  return runWithCircus(globalConfig, config, environment, runtime, testPath, sendMessageToJest).finally(() => {
    globalThis.console = console;
  });
}

let loads = 0;

/** The message by which Jest tells a worker that there are no more test files. It ends then, with all that it holds, and with a run that was killed. */
const NO_MORE_FILES = 2;
process.on('message', ([kind]) => kind === NO_MORE_FILES && process.exit());
process.on('disconnect', () => process.exit());
