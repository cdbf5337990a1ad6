/** Compiles server/ to build/server/, as far as it changed since the last time. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { projectRoot } from './prepare.mjs';

/**
 * Brings the build up to date: TypeScript is compiled file by file with source maps, everything else but papers and
 * these scripts is copied, what has no source any more goes. Gives the files that it wrote: none when nothing had changed, which
 * takes some milliseconds.
 *
 * Several builds at once do not disturb each other: a file appears whole or not at all.
 *
 * @param {{ root?: string }} [options]
 * @returns {Promise<string[]>}
 */
export async function build({ root = projectRoot } = {}) {
  const [from, to] = [join(root, 'server'), join(root, 'build', 'server')];
  const manifestPath = join(to, '.manifest.json');
  const manifest = { compiler: compilerStamp(root), files: stamps(from) };
  const last = readManifest(manifestPath, manifest.compiler);
  const changed = Object.keys(manifest.files).filter(
    (path) => last[path] !== manifest.files[path] || !existsSync(join(to, outputOf(path))),
  );
  const removed = Object.keys(last).filter((path) => !(path in manifest.files));
  if (changed.length === 0 && removed.length === 0) return [];

  for (const path of removed) for (const suffix of ['', '.map']) rmSync(join(to, outputOf(path) + suffix), { force: true });
  const { transformFile } = await import('@swc/core'); // costs more than looking, so only now
  await Promise.all(changed.map((path) => bring(path)));
  write(manifestPath, JSON.stringify(manifest));
  return changed.map(outputOf);

  /** @param {string} path */
  async function bring(path) {
    const [source, output] = [join(from, path), join(to, outputOf(path))];
    mkdirSync(dirname(output), { recursive: true });
    if (!isTypeScript(path)) {
      copyFileSync(source, draftOf(output));
      return renameSync(draftOf(output), output);
    }
    const { code, map } = await transformFile(source, {
      configFile: join(root, '.swcrc'),
      cwd: root,
      root,
      sourceFileName: relative(dirname(output), source).replaceAll('\\', '/'),
    });
    write(`${output}.map`, map ?? '');
    write(output, `${code}//# sourceMappingURL=${output.slice(dirname(output).length + 1)}.map\n`);
  }
}

/** @param {string} path */
const isTypeScript = (path) => path.endsWith('.ts') && !path.endsWith('.d.ts');
/** @param {string} path */
const outputOf = (path) => (isTypeScript(path) ? `${path.slice(0, -3)}.js` : path);
/** @param {string} path */
const draftOf = (path) => `${path}.${process.pid}.draft`;

/**
 * Time and size of every source: a file put back from elsewhere may well be older than the build and still differ.
 *
 * @param {string} folder
 * @returns {Record<string, string>}
 */
function stamps(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile() && !/\.(md|mjs|d\.ts)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path).replaceAll('\\', '/'), stampOf(path)]),
  );
}

/** @param {string} path */
function stampOf(path) {
  const { mtimeMs, size } = statSync(path);
  return `${mtimeMs} ${size}`;
}

/**
 * Another compiler or other settings make every file anew.
 *
 * @param {string} root
 */
function compilerStamp(root) {
  const compiler = createRequire(join(root, 'package.json')).resolve('@swc/core/package.json');
  return `${JSON.parse(readFileSync(compiler, 'utf8')).version} ${stampOf(join(root, '.swcrc'))} ${stampOf(fileURLToPath(import.meta.url))}`;
}

/**
 * @param {string} path
 * @param {string} compiler
 */
function readManifest(path, compiler) {
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    if (manifest.compiler === compiler) return manifest.files;
    return Object.fromEntries(Object.keys(manifest.files).map((file) => [file, '']));
  } catch {
    return {}; // no build yet
  }
}

/**
 * @param {string} path
 * @param {string} content
 */
function write(path, content) {
  writeFileSync(draftOf(path), content);
  renameSync(draftOf(path), path);
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  const written = await build();
  console.log(written.length > 0 ? `Wrote ${written.length} files to build/server.` : 'The build is up to date.');
}
