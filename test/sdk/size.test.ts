import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('../../sdk/src/', import.meta.url));

/** Bytes that a page has to load for these names of the SDK, minified and compressed. */
async function bytesOf(...names: readonly string[]): Promise<number> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${names.join(', ')} } from './index.ts';`, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // What prints syntax trees is loaded when one comes, what tells failures apart when something fails.
    splitting: true,
    outdir: 'out',
    write: false,
    metafile: true,
  });
  // With whatever has to be there before it runs.
  const loaded = ['out/stdin.js'];
  for (const path of loaded) {
    for (const { kind, path: other } of metafile.outputs[path]!.imports) {
      if (kind === 'import-statement' && !loaded.includes(other)) loaded.push(other);
    }
  }
  return loaded
    .map((path) => gzipSync(outputFiles.find((file) => file.path.endsWith(path))!.contents, { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes);
}

const records = ['accounts', 'contacts', 'deals', 'leads', 'users', 'roles', 'profiles', 'pipelines', 'pipelineStages', 'currencies'];

test('a page loads what it uses and no more', async () => {
  const core = await bytesOf('createClient', 'isCrmError');
  const one = await bytesOf('createClient', 'isCrmError', 'contacts');
  const grown: Record<string, number> = {};
  for (const [index, name] of records.entries()) {
    const before = ['createClient', 'isCrmError', ...records.slice(0, index)];
    // The first brings what all records need.
    if (index > 0) grown[name] = (await bytesOf(...before, name)) - (await bytesOf(...before));
  }
  const session = (await bytesOf('createClient', 'isCrmError', 'contacts', 'createSession')) - one;
  process.stdout.write(
    `Sizes of the SDK, bytes: core ${core}, with a record ${one}, a session +${session}, further records ${JSON.stringify(grown)}\n`,
  );
  expect(core).toBeLessThanOrEqual(2.5 * 1024);
  expect(one).toBeLessThanOrEqual(4.5 * 1024);
  expect(Math.max(...Object.values(grown))).toBeLessThanOrEqual(0.4 * 1024);
  expect(session).toBeLessThanOrEqual(1024);
});
