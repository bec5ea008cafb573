import { localDay, localInstant } from './local-time';

test.each([
  ['2026-12-06T03:00:00Z', 'America/Los_Angeles', '2026-12-05T19:00:00-08:00'],
  ['2026-07-01T12:30:00Z', 'America/New_York', '2026-07-01T08:30:00-04:00'],
  ['2026-12-05T17:00:00Z', 'Asia/Kathmandu', '2026-12-05T22:45:00+05:45'],
  ['2026-12-05T17:00:00Z', 'UTC', '2026-12-05T17:00:00+00:00'],
])('writes %s in %s as %s', (at, zone, text) => {
  expect(localInstant(at, zone)).toBe(text);
});

test.each([
  ['2026-12-31', { atEnd: true }, '2026-12-31T23:59:59-08:00'],
  ['2026-11-01', {}, '2026-11-01T00:00:00-07:00'],
  ['2026-11-01', { atEnd: true }, '2026-11-01T23:59:59-08:00'],
  ['2027-03-14', {}, '2027-03-14T00:00:00-08:00'],
])('finds the ends of %s where clocks change: %j', (day, options, text) => {
  expect(localDay(day, 'America/Los_Angeles', options)).toBe(text);
});
