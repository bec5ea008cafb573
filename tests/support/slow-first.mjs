import sequencer from '@jest/test-sequencer';

const Sequencer = sequencer.default ?? sequencer;

/** Slow spec files that are small. */
const longFiles = [
  'api/access-table',
  'api/sealed-readers',
  'api/canaries',
  'stories/webhook-history',
  'stories/nobody-is-named',
];
const slowFolders = /[\\/]tests[\\/](browser|faults|attack)[\\/]/;

/**
 * Jest starts with the largest files, or with the slowest of the previous run. On a fresh machine, as in CI, slow
 * small files would run last and keep one worker waiting, so they go first.
 */
export default class SlowFirst extends Sequencer {
  sort(tests) {
    const rankOf = ({ path }) =>
      longFiles.some((name) => path.includes(`${name}.spec`)) ? 2 : slowFolders.test(path) ? 1 : 0;
    const sortedTests = super.sort(tests);
    return sortedTests.some(({ duration }) => duration)
      ? sortedTests
      : sortedTests.sort((a, b) => rankOf(b) - rankOf(a));
  }
}
