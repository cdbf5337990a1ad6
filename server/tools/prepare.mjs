/**
 * What `npm start` and `npm test` run first: installs the packages when they are missing or not those of the lock
 * file, and makes sure of a Node that is new enough. Plain JavaScript that Node 20 runs with nothing installed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** MikroORM asks for it. */
const oldestNode = [22, 17];

/**
 * Makes the project ready to run, or explains what is in the way and gives false.
 *
 * @param {{ root?: string, isForTests?: boolean }} [options]
 */
export async function prepare({ root = projectRoot, isForTests = false } = {}) {
  if (!isInstalled(root, isForTests) && !(await install(root, isForTests))) return false;
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

/**
 * Compares package-lock.json with what npm notes of every complete installation. Packages for other platforms may be
 * missing, and tools for development where nobody tests.
 *
 * @param {string} root
 * @param {boolean} isForTests
 */
function isInstalled(root, isForTests) {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return (
    Object.keys(present).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, { version, integrity, link, optional, devOptional, dev }]) => {
      if (!path.includes('node_modules/')) return true; // the project itself and its workspaces
      const found = present[path];
      if (!found) return optional || (!isForTests && (dev || devOptional));
      return (link || (found.version === version && found.integrity === integrity)) && existsSync(join(root, path));
    })
  );
}

/** @param {string} path */
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
 * @param {boolean} isForTests
 */
async function install(root, isForTests) {
  const lock = join(root, 'build', 'install.lock');
  mkdirSync(dirname(lock), { recursive: true });
  while (!takeLock(lock)) await sleep(200);
  try {
    if (isInstalled(root, isForTests)) return true; // by the one we waited for
    console.log('Installing the packages with `npm ci`; this takes about half a minute, and only this once.');
    const { program, args, options } = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(isForTests ? ['--include=dev'] : [])]);
    const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
    if (status === 0) return true;
    console.error(`\`npm ci\` failed${error ? `: ${error.message}` : ''}. Run it by hand to see why, then try again.`);
    return false;
  } finally {
    rmSync(lock, { force: true });
  }
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
  process.exitCode = (await prepare({ isForTests: process.env.npm_lifecycle_event === 'pretest' })) ? 0 : 1;
}
