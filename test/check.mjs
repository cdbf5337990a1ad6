/** `npm run check`: types, lint, formatting, and whether schema/ and the SDK's generated code are those of the sources, beside each other. */
import { spawn } from 'node:child_process';

const commands = {
  lint: 'eslint .',
  types: 'tsc -p .',
  formatting: 'prettier --check .',
  schema: 'npm run --silent schema -- --check',
  codegen: 'npm run --silent codegen -- --check',
};

const results = await Promise.all(Object.entries(commands).map(([name, command]) => run(name, command)));
const failed = results.filter(({ isGood }) => !isGood);
for (const { name, command, output } of failed) console.error(`\n${name} failed; to run just that: npx ${command}\n\n${output}`);
process.exitCode = failed.length > 0 ? 1 : 0;

/**
 * @param {string} name
 * @param {string} command
 */
async function run(name, command) {
  const begun = performance.now();
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  const isGood = code === 0;
  console.log(`${isGood ? 'passed' : 'FAILED'}  ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  return { name, command, output, isGood };
}
