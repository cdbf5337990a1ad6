import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkProperty } from '../../support/seed.js';

test('no list adds up to 1,000 or more (which is wrong)', async () => {
  await checkProperty(
    fc.property(fc.array(fc.nat({ max: 2000 })), (list) => expect(list.reduce((sum, one) => sum + one, 0)).toBeLessThan(1000)),
    { numRuns: 200 },
  );
});
