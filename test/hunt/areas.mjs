/**
 * The areas of the hunt. A round runs an area's files once, with a new seed.
 *
 * `files` and `test` (a pattern of test names) say what runs; `runs` multiplies the runs of its random tests, so that a
 * round takes about a minute; `env` is set beside the seed; `args` are further arguments of jest.
 */
export const areas = {
  differential: {
    round: 'random operations, compared with a plain reading of the same rows',
    files: ['test/core/differential'],
    runs: 8,
  },
  paging: {
    round: 'lists read page by page while others change them',
    files: ['test/core/paging.test.ts'],
    test: 'paging|page',
    runs: 5,
  },
  records: {
    round: 'records rebuilt from their change log',
    files: ['test/core/change-log.test.ts'],
    test: 'by its log',
    runs: 6,
  },
  documents: {
    round: 'totals of documents, compared with an independent calculation',
    files: ['test/modules/totals.test.ts'],
    test: 'random documents',
    runs: 6,
  },
  files: {
    round: 'cells and files of any content, read and written',
    files: [
      'test/platform/transfer/converting.test.ts',
      'test/platform/transfer/reading.test.ts',
      'test/platform/transfer/writing.test.ts',
    ],
    runs: 10,
  },
  kills: {
    round: 'imports whose workers are killed',
    files: ['test/platform/import.test.ts'],
    test: 'killed in the middle',
    runs: 2,
  },
  hostile: {
    round: 'requests of any content',
    files: ['test/core/bad-input.test.ts', 'test/core/document-limits.test.ts'],
    test: 'anything at all|for any document',
    runs: 8,
  },
  sdk: {
    round: 'clients whose answers get lost or late',
    files: ['test/sdk/lost-answers.test.ts', 'test/sdk/auth.test.ts'],
    runs: 1,
  },
  // The longest by far, therefore last.
  walls: {
    round: 'what one organization can reach of another; of each kind of statement another one behind single walls',
    files: ['test/core/walls.test.ts'],
    runs: 1,
  },
};
