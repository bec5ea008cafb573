import { timesOnTheClock } from './wall-clock.js';

const zone = 'America/Los_Angeles';

test.each([
  ['2027-03-14T02:30', 0],
  ['2027-03-14T03:30', 1],
  ['2026-11-01T01:30', 2],
  ['2026-11-01T02:30', 1],
] as const)('%s is on the wall so many times: %d', (local, times) => {
  expect(timesOnTheClock(local, zone)).toBe(times);
});

// A date field gives 0002, 0020, 0202 while 2026 is typed, and takes years of six digits.
test.each(['', '2026-12-05T', '0002-12-05T09:00', '0202-12-05T09:00', '20260-12-05T09:00'])(
  '“%s”, half typed, is left alone',
  (local) => {
    expect(timesOnTheClock(local, zone)).toBe(1);
  },
);
