import { relative } from 'node:path';

const SLOWEST = 10;

/** Prints the slowest files at the end of a run; of what failed, how to run just that: at once, and again at the end. */
export default class RunReporter {
  /** @type {string[]} */
  #failures = [];

  /** @param {import('@jest/reporters').Config.GlobalConfig} globalConfig */
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  /**
   * @param {unknown} _test
   * @param {import('@jest/test-result').TestResult} result
   */
  onTestResult(_test, { testFilePath, testResults, testExecError }) {
    const file = this.#name(testFilePath);
    const failed = testResults.filter(({ status }) => status === 'failed');
    const commands = failed.map(({ fullName }) => `npm test -- ${file} -t ${quoted(fullName)}`);
    // What is wrong with a file as a whole: it cannot be loaded, or a hook fails.
    if (testExecError) commands.push(`npm test -- ${file}`);
    if (commands.length > 0) print(`FAILED in ${file}; to run just that:`, commands);
    this.#failures.push(...commands);
  }

  /**
   * @param {unknown} _contexts
   * @param {import('@jest/test-result').AggregatedResult} results
   */
  onRunComplete(_contexts, { testResults, startTime, wasInterrupted }) {
    const files = testResults
      .map(({ testFilePath, perfStats }) => ({ file: this.#name(testFilePath), seconds: (perfStats.end - perfStats.start) / 1000 }))
      .sort((a, b) => b.seconds - a.seconds);
    if (files.length > SLOWEST) {
      const sum = files.reduce((total, { seconds }) => total + seconds, 0);
      const all = `${files.length} files in ${((Date.now() - startTime) / 1000).toFixed(0)} s, ${sum.toFixed(0)} s summed over the files.`;
      print(
        `${all} The ${SLOWEST} slowest:`,
        files.slice(0, SLOWEST).map(({ file, seconds }) => `${seconds.toFixed(1).padStart(6)} s  ${file}`),
      );
    }
    if (this.#failures.length > 0) print(`${this.#failures.length} failed; to run just one of them:`, this.#failures);
    if (wasInterrupted) print('The run was interrupted.', []);
  }

  /** @param {string} path */
  #name(path) {
    return relative(this.rootDir, path).replaceAll('\\', '/');
  }
}

/**
 * A name as an argument of a shell, and as the pattern that Jest takes it for.
 *
 * @param {string} name
 */
const quoted = (name) => `'^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", '.')}$'`;

/**
 * @param {string} title
 * @param {readonly string[]} lines
 */
function print(title, lines) {
  process.stderr.write(`\n${title}\n${lines.map((line) => `  ${line}\n`).join('')}`);
}
