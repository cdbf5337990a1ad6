import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkProperty } from '../../support/seed.js';

test('turning a list around twice changes nothing', async () => {
  await checkProperty(fc.property(fc.array(fc.nat()), (list) => expect(list.toReversed().toReversed()).toEqual(list)));
});
