import { countLocalTimeOccurrences } from './wall-clock.js';

const zone = 'America/Los_Angeles';

test.each([
  ['2027-03-14T02:30', 0],
  ['2027-03-14T03:30', 1],
  ['2026-11-01T01:30', 2],
  ['2026-11-01T02:30', 1],
] as const)('counts how often %s occurs in local time: %d', (local, times) => {
  expect(countLocalTimeOccurrences(local, zone)).toBe(times);
});

// While 2026 is typed, a date field returns 0002, 0020 and 0202. It also accepts six-digit years.
test.each(['', '2026-12-05T', '0002-12-05T09:00', '0202-12-05T09:00', '20260-12-05T09:00'])(
  'accepts the partial input “%s”',
  (local) => {
    expect(countLocalTimeOccurrences(local, zone)).toBe(1);
  },
);
