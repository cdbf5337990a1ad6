/**
 * What `npm start` and `npm test` run first: installs the packages when they are missing or not those of the lock
 * file, and makes sure of a Node that is new enough. Plain JavaScript that Node 20 runs with nothing installed.
 *
 * `npm start` installs what it runs; `npm test` and the other scripts for development (`--with-tools`) add their tools, which then stay.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** MikroORM asks for it. */
const oldestNode = [22, 17];

/**
 * Makes the project ready to run, or explains what is in the way and gives false.
 *
 * @param {{ root?: string, withTools?: boolean }} [options]
 */
export async function prepare({ root = projectRoot, withTools = false } = {}) {
  if (!isInstalled(root, withTools) && !(await install(root, withTools))) return false;
  const node = projectNode(root);
  const version = node === realpathSync(process.execPath) ? process.version : versionOf(node);
  if (isRecent(version)) return true;
  console.error(
    node === realpathSync(process.execPath)
      ? `This needs Node ${oldestNode.join('.')} or newer and runs on ${version}. The project brings its own Node, but npm was not allowed to run the\n` +
          'install script that puts it in place (ignore-scripts is set?). Run `npm rebuild node --ignore-scripts=false`, or install a newer Node.'
      : `The project's own Node (${node}) ${version ? `is ${version}, too old` : 'does not run here'}. Run \`npm ci\`, or install Node ${oldestNode.join('.')} or newer and remove that one.`,
  );
  return false;
}

/**
 * The Node that the project runs on: its own where it is installed, else the one that runs this.
 *
 * @param {string} [root]
 */
export function projectNode(root = projectRoot) {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return realpathSync(existsSync(own) ? own : process.execPath);
}

/** @param {string | null} version */
export function isRecent(version) {
  const [major = 0, minor = 0] = (version ?? '').replace(/^v/, '').split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {string} node */
function versionOf(node) {
  try {
    return execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean, dev?: boolean }} Package */

/**
 * Compares package-lock.json with what npm notes of every complete installation. Packages for other platforms may be
 * missing, and tools for development where nobody needs them.
 *
 * @param {string} root
 * @param {boolean} withTools
 */
export function isInstalled(root, withTools) {
  const wanted = wantedPackages(root);
  const present = presentPackages(root);
  if (!wanted || !present) return false;
  return (
    Object.keys(present).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, { version, integrity, link, ...kind }]) => {
      if (!path.includes('node_modules/')) return true; // the project itself and its workspaces
      const found = present[path];
      if (!found) return !isRequired(kind, withTools);
      return (link || (found.version === version && found.integrity === integrity)) && existsSync(join(root, path));
    })
  );
}

/**
 * @param {Package} kind
 * @param {boolean} withTools
 */
const isRequired = ({ optional, dev, devOptional }, withTools) => !optional && (withTools || !(dev || devOptional));

/** @param {string} root */
const wantedPackages = (root) => packagesIn(join(root, 'package-lock.json'));

/** @param {string} root */
const notesOfNpm = (root) => join(root, 'node_modules', '.package-lock.json');

/** @param {string} root */
const presentPackages = (root) => packagesIn(notesOfNpm(root));

/**
 * @param {string} path
 * @returns {Record<string, Package> | null}
 */
function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return null; // absent, or cut off: npm writes it last
  }
}

/**
 * One at a time: `npm start` and `npm test` in two terminals of a fresh clone must not both fill node_modules.
 *
 * @param {string} root
 * @param {boolean} withTools
 */
async function install(root, withTools) {
  const lock = join(root, 'build', 'install.lock');
  mkdirSync(dirname(lock), { recursive: true });
  if (!takeLock(lock)) {
    console.log('Another process installs packages in this folder. Waiting for it.');
    const stop = showProgress(() => 'still waiting');
    while (!takeLock(lock)) await sleep(200);
    stop();
  }
  try {
    if (isInstalled(root, withTools)) return true; // by the one we waited for
    const { args, due, message } = planInstallation(root, withTools);
    console.log(message);
    const startedAt = Date.now();
    const stop = showProgress(() => {
      const count = due.filter((path) => isWrittenSince(startedAt, join(root, path, 'package.json'))).length;
      return `${count} of ${due.length} packages${count === 0 ? ', asking the registry' : count === due.length ? ', finishing' : ''}`;
    });
    const error = await runNpm(root, args).finally(stop);
    if (error) {
      console.error(`\`npm ${args[0]}\` failed: ${error}. Run \`npm ci\` by hand to see why, then try again.`);
      return false;
    }
    dropHeaders(root);
    return true;
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * What a sound installation lacks is added to it, so that a server that runs from it keeps its files. Anything else is
 * made anew.
 *
 * @param {string} root
 * @param {boolean} withTools
 */
function planInstallation(root, withTools) {
  const wanted = wantedPackages(root) ?? {};
  const present = presentPackages(root) ?? {};
  // after a pull, too, a developer keeps the tools
  const takesTools = withTools || Object.values(present).some(({ dev }) => dev);
  const due = Object.keys(wanted).filter(
    (path) => path.includes('node_modules/') && !wanted[path].link && isRequired(wanted[path], takesTools),
  );
  const missing = due.filter((path) => !present[path]);
  // what is there and not noted was broken off, and may be half a package
  const isSound = isInstalled(root, false) && !missing.some((path) => existsSync(join(root, path)));
  const args = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error', takesTools ? '--include=dev' : '--omit=dev'];
  if (isSound) {
    return {
      args: ['install', '--no-save', ...args],
      due: missing,
      message: `Adding ${missing.length} packages for development; this takes about a minute, and only this once.`,
    };
  }
  rmSync(notesOfNpm(root), { force: true }); // they must not outlive what they note if this is broken off
  return {
    args: ['ci', ...args],
    due,
    message: `Installing ${due.length} packages; this takes about ${takesTools ? 'a minute' : 'half a minute'}, and only this once.`,
  };
}

/**
 * Gives what went wrong, or null. A signal that only we get is passed on: npm must not go on when the lock is gone.
 *
 * @param {string} root
 * @param {string[]} npmArgs
 * @returns {Promise<string | null>}
 */
async function runNpm(root, npmArgs) {
  const { program, args, options } = npm(npmArgs);
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
  const passOn = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, passOn);
  const error = await new Promise((resolve) => {
    child.once('error', ({ message }) => resolve(message));
    child.once('exit', (code, signal) => resolve(code === 0 ? null : (signal ?? `exit code ${code}`)));
  });
  for (const signal of signals) process.off(signal, passOn);
  return error;
}

/**
 * Says every few seconds how far it is: in one line that changes on a terminal, else in lines. Gives how to end it.
 *
 * @param {() => string} state
 */
function showProgress(state) {
  const { isTTY } = process.stdout;
  const startedAt = Date.now();
  const timer = setInterval(
    () => {
      const line = `  ${state()}, ${Math.round((Date.now() - startedAt) / 1000)} s`;
      process.stdout.write(isTTY ? `\r\x1b[K${line}` : `${line}\n`);
    },
    isTTY ? 1000 : 5000,
  );
  return () => {
    clearInterval(timer);
    if (isTTY) process.stdout.write('\r\x1b[K');
  };
}

/**
 * @param {number} time
 * @param {string} path
 */
function isWrittenSince(time, path) {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.ctimeMs >= time; // the times of content are those of the package
}

/**
 * Node's package keeps its download, with 67 MB of headers for C++, beside the program that it links to.
 *
 * @param {string} root
 */
function dropHeaders(root) {
  const folder = join(root, 'node_modules', 'node');
  if (existsSync(join(folder, 'bin'))) rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
}

/** @param {string} lock */
function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isAbandoned(lock)) rmSync(lock, { force: true });
  return false;
}

/**
 * Its process was killed, or took so long that it must have been, and somebody else has its pid.
 *
 * @param {string} lock
 */
function isAbandoned(lock) {
  try {
    if (Date.now() - statSync(lock).mtimeMs > 15 * 60_000) return true;
    process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/**
 * The npm that runs us, on the Node that it runs on: the project's own Node may be about to be replaced.
 *
 * @param {string[]} args
 */
function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script?.endsWith('npm-cli.js')) return { program: node ?? process.execPath, args: [script, ...args], options: {} };
  // Windows starts .cmd files through a shell only
  return process.platform === 'win32' ? { program: 'npm.cmd', args, options: { shell: true } } : { program: 'npm', args, options: {} };
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  process.exitCode = (await prepare({ withTools: process.argv.includes('--with-tools') })) ? 0 : 1;
}
