import { exec } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));

const run = (command: string): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const { NODE_OPTIONS: _, ...env } = process.env;
    exec(command, { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });

test('a planted mistake is found, and the command that is printed for it fails in the same way', async () => {
  const hunted = await run('node test/hunt/run.mjs --areas ./planted/areas.mjs --seed 4711');
  expect(hunted).toMatchObject({ code: 1, output: expect.stringContaining('FOUND in planted with seed 4711: no list adds up') });
  expect(hunted.output).toMatch(/^planted +seed 4711 +\d+ s {2}FOUND 1; a planted mistake$/m);
  // It goes on after a find.
  expect(hunted.output).toMatch(/^right +seed 4711 +\d+ s {2}1 tests passed; nothing wrong$/m);
  expect(hunted.output).toMatch(/2 rounds in [\d.]+ min, 1 found:\n {2}planted, seed 4711: no list adds up/);
  // The shrunken case: nothing smaller is wrong.
  const shrunken = /Counterexample: (.*)/.exec(hunted.output)![1]!;
  const [list] = JSON.parse(shrunken) as [number[]];
  expect(list.reduce((sum, one) => sum + one, 0)).toBe(1000);

  const command = /^Reproduce:\n(.*)$/m.exec(hunted.output)![1]!;
  const again = await run(command);
  expect(again).toMatchObject({ code: 1, output: expect.stringContaining(`Counterexample: ${shrunken}`) });
});

test('a hunt that finds nothing says so', async () => {
  const hunted = await run('node test/hunt/run.mjs --areas ./planted/areas.mjs --area right --minutes 0');
  expect(hunted).toMatchObject({ code: 0, output: expect.stringMatching(/1 round in [\d.]+ min, nothing found/) });
  expect(await run('node test/hunt/run.mjs --area nothing')).toMatchObject({
    code: 2,
    output: expect.stringContaining('There is no area nothing.'),
  });
});
