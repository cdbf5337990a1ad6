/**
 * How TypeScript runs in tests: `node --import ./test/support/runner/hooks.mjs`.
 *
 * An import of `server/` gets the compiled server of `build/`, the same files that `npm start` runs, with V8's compile
 * cache. Everything else of ours is compiled when it is loaded, which takes some milliseconds a file. `@jest/globals` is
 * `globals.mjs`, so that test files are ordinary modules of the worker process.
 */
import { existsSync, readFileSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const root = new URL('../../../', import.meta.url);
const [server, build, packages] = ['server/', 'build/server/', 'node_modules/'].map((folder) => new URL(folder, root).href);
const globals = new URL('globals.mjs', import.meta.url).href;
const swcOptions = { configFile: fileURLToPath(new URL('.swcrc', root)), sourceMaps: 'inline' };

// What is tested is what runs.
process.env.NODE_ENV = 'production';
process.setSourceMapsEnabled(true);
enableCompileCache(join(fileURLToPath(root), 'build', 'compile-cache'));

registerHooks({
  resolve(specifier, context, nextResolve) {
    const { parentURL } = context;
    if (specifier === '@jest/globals') return { url: globals, shortCircuit: true };
    if (parentURL?.startsWith(root.href) && !parentURL.startsWith(packages) && /^\.{1,2}\/.*\.js(\?|$)/.test(specifier)) {
      const url = sourceOf(new URL(specifier, parentURL).href);
      if (url) return { url, format: 'module', shortCircuit: true };
    }
    return nextResolve(specifier, context);
  },
  load(url, context, nextLoad) {
    if (!url.startsWith(root.href) || url.startsWith(packages) || !/\.ts(\?|$)/.test(url)) return nextLoad(url, context);
    return { format: 'module', source: compile(fileURLToPath(url)), shortCircuit: true };
  },
});

/**
 * Compiles a file; a mistake in it is told without the frames of the compiler.
 *
 * @param {string} filename
 */
function compile(filename) {
  try {
    return transformSync(readFileSync(filename, 'utf8'), { ...swcOptions, filename }).code;
  } catch (error) {
    const mistake = new SyntaxError(`${filename}\n${error.message.split(/\n+Caused by/)[0]}`);
    mistake.stack = `SyntaxError: ${mistake.message}`;
    throw mistake;
  }
}

/**
 * The file that an import of a `.js` file means: that of the build, or a TypeScript file beside the importing one.
 *
 * @param {string} url
 * @returns {string | null}
 */
function sourceOf(url) {
  if (url.startsWith(server)) return build + url.slice(server.length);
  const source = url.replace(/\.js(?=\?|$)/, '.ts');
  return existsSync(fileURLToPath(source)) ? source : null;
}
