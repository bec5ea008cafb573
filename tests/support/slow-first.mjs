import sequencer from '@jest/test-sequencer';

const Sequencer = sequencer.default ?? sequencer;

/** Short files that take long: each asks everything as everybody. */
const long = [
  'api/access-table',
  'api/sealed-readers',
  'api/canaries',
  'stories/webhook-history',
  'stories/nobody-is-named',
];
const slow = /[\\/]tests[\\/](browser|faults|attack)[\\/]/;

/**
 * Jest begins with the largest files, or where it has run before with those that took longest. On a fresh machine, where CI
 * runs, what is slow would come last, and one worker would wait for the other: here it comes first.
 */
export default class SlowFirst extends Sequencer {
  sort(tests) {
    const weight = ({ path }) => (long.some((name) => path.includes(`${name}.spec`)) ? 2 : slow.test(path) ? 1 : 0);
    const sorted = super.sort(tests);
    return sorted.some(({ duration }) => duration) ? sorted : sorted.sort((a, b) => weight(b) - weight(a));
  }
}
