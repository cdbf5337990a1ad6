import { expect } from '@jest/globals';
import fc from 'fast-check';
import { createRandom, type Random } from './random.js';

/** The seed of every random test, so that a run depends on the code alone. Raise it by a commit of its own to test other cases. */
const FIXED_SEED = 20_261_130;

/** Set by `npm run hunt`, and by hand to reproduce what it found. */
export const seed = Number(process.env['RELATA_TEST_SEED'] ?? FIXED_SEED);

/** Whether the seed is another than the fixed one: by the hunt, or by hand. */
export const isOtherSeed = seed !== FIXED_SEED;

/** Multiplies the runs of each random test; the hunt sets it. */
const runsFactor = Number(process.env['RELATA_TEST_RUNS'] ?? 1);

export const runs = (count: number): number => Math.ceil(count * runsFactor);

export const seededRandom = (): Random => createRandom(seed);

/** Returns bytes that no format is known by. */
export function seededBytes(length: number): Buffer {
  const random = seededRandom();
  return Buffer.from(Uint8Array.from({ length }, () => random.below(256)));
}

/** Returns values of an arbitrary: the same ones for the same seed. */
export const sample = <T>(arbitrary: fc.Arbitrary<T>, count: number): T[] => fc.sample(arbitrary, { numRuns: count, seed });

/** Checks a property with the seed above. A failure says how to reproduce it. */
export async function checkProperty<T>(
  property: fc.IAsyncPropertyWithHooks<T> | fc.IPropertyWithHooks<T>,
  { numRuns = 100 }: { readonly numRuns?: number } = {},
): Promise<void> {
  const details = await fc.check(property, { numRuns: runs(numRuns), seed });
  if (!details.failed) return;
  const error = new Error(`${fc.defaultReportMessage(details)}\n${reproduction()}`, { cause: details.errorInstance });
  // The stack of a property leads into fast-check only.
  error.stack = error.message;
  throw error;
}

/** The command that repeats the current test with the same seed. */
export function reproduction(): string {
  const { testPath, currentTestName } = expect.getState();
  const file = testPath?.replace(/^.*\/(?=test\/)/, '');
  const name = currentTestName?.replaceAll(/[^\w ,;:-]/g, '.');
  const factor = runsFactor === 1 ? '' : ` RELATA_TEST_RUNS=${runsFactor}`;
  return `Reproduce: RELATA_TEST_SEED=${seed}${factor} npm test -- ${file} -t '^${name}$'`;
}
