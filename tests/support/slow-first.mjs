import sequencer from '@jest/test-sequencer';

const Sequencer = sequencer.default ?? sequencer;

/** Slow spec files that are small. */
const long = [
  'api/access-table',
  'api/sealed-readers',
  'api/canaries',
  'stories/webhook-history',
  'stories/nobody-is-named',
];
const slow = /[\\/]tests[\\/](browser|faults|attack)[\\/]/;

/**
 * Jest starts with the largest files, or with the slowest of the previous run. On a fresh machine, as in CI, slow
 * small files would run last and keep one worker waiting, so they go first.
 */
export default class SlowFirst extends Sequencer {
  sort(tests) {
    const weight = ({ path }) => (long.some((name) => path.includes(`${name}.spec`)) ? 2 : slow.test(path) ? 1 : 0);
    const sorted = super.sort(tests);
    return sorted.some(({ duration }) => duration) ? sorted : sorted.sort((a, b) => weight(b) - weight(a));
  }
}
