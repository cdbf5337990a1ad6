/**
 * `node server/tools/run.mjs setup …`: builds what changed and runs one of the tools beside this file, on the project's own
 * Node where this one is too old.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { isRecent, prepare, projectNode, projectRoot } from './prepare.mjs';

const [tool = '', ...args] = process.argv.slice(2);

// npm leaves the script before this one out when ignore-scripts is set; where it ran this takes some milliseconds
if (!(await prepare())) process.exit(1);
if (isRecent(process.version)) {
  process.setSourceMapsEnabled(true);
  await build();
  process.env.NODE_ENV ??= 'production';
  const file = join(projectRoot, 'build', 'server', 'tools', `${tool}.js`);
  if (!/^[a-z-]+$/.test(tool) || !existsSync(file)) {
    console.error(`There is no tool called ${tool || 'nothing'}.`);
    process.exit(1);
  }
  process.argv.splice(2, Infinity, ...args);
  await import(pathToFileURL(file).href);
} else {
  const { status } = spawnSync(projectNode(), [fileURLToPath(import.meta.url), tool, ...args], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
