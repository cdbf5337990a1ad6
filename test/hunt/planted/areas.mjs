const args = ['--config', 'test/hunt/planted/jest.config.js'];

/** Areas for the test of the hunt itself: one with a mistake to find, one without. */
export const areas = {
  planted: { round: 'a planted mistake', files: ['test/hunt/planted/mistake.case.ts'], runs: 2, args },
  right: { round: 'nothing wrong', files: ['test/hunt/planted/right.case.ts'], runs: 2, args },
};
