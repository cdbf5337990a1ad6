/** `npm run check`: types, lint, formatting, and whether schema/ and the SDK's generated code are those of the sources, beside each other. */
import { spawn } from 'node:child_process';

const commands = {
  lint: 'eslint .',
  types: 'node node_modules/typescript/bin/tsc -p .',
  formatting: 'prettier --check .',
  schema: 'npm run --silent schema -- --check',
  codegen: 'npm run --silent codegen -- --check',
};

console.log(`Checking ${Object.keys(commands).join(', ')} …`);
const results = await Promise.all(Object.entries(commands).map(([name, command]) => run(name, command)));
process.exitCode = results.includes(false) ? 1 : 0;

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
  if (!isGood) console.error(`\n${output}\nTo check just ${name}: ${command.replace(/^(?!npm|node )/, 'npx ')}\n`);
  return isGood;
}
