import { instantToWall } from '../time/wall-time.js';
import { timetable } from './timetable.js';

const longBefore = new Date('2026-01-01T00:00:00Z');

function wallTimes(startsAt: string, zone: string, now = longBefore, hours = 3): Record<string, string> {
  const starts = new Date(startsAt);
  const shift = { startsAt: starts, endsAt: new Date(starts.valueOf() + hours * 3_600_000) };
  return Object.fromEntries(timetable(shift, zone, now).map(({ kind, dueAt }) => [kind, instantToWall(dueAt, zone)]));
}

test('the day before at 11:00, the day itself at 08:00, and an hour after the end, by the clock of the place', () => {
  for (const [zone, starts] of [
    ['America/Los_Angeles', '2026-12-05T18:00:00Z'],
    ['America/New_York', '2026-12-05T15:00:00Z'],
    ['Asia/Kathmandu', '2026-12-05T04:15:00Z'],
  ] as const) {
    expect(wallTimes(starts, zone)).toEqual({
      'day-before': '2026-12-04T11:00',
      'same-day': '2026-12-05T08:00',
      'thank-you': '2026-12-05T14:00',
    });
  }
});

test('no reminder on the day for a shift that starts at 08:00 or earlier', () => {
  expect(wallTimes('2026-12-05T16:00:00Z', 'America/Los_Angeles')).not.toHaveProperty('same-day');
  expect(wallTimes('2026-12-05T16:01:00Z', 'America/Los_Angeles')).toHaveProperty('same-day');
});

test('what is already past is left out', () => {
  const starts = '2026-12-05T18:00:00Z';
  expect(Object.keys(wallTimes(starts, 'America/Los_Angeles', new Date('2026-12-04T19:00:00Z')))).toEqual([
    'day-before',
    'same-day',
    'thank-you',
  ]);
  expect(Object.keys(wallTimes(starts, 'America/Los_Angeles', new Date('2026-12-04T19:00:01Z')))).toEqual([
    'same-day',
    'thank-you',
  ]);
});

test('the wall clock stays right across both changes', () => {
  // 01:30 happens twice on 2026-11-01; the shift is in the first of the two.
  const repeated = timetable(
    { startsAt: new Date('2026-11-01T08:30:00Z'), endsAt: new Date('2026-11-01T11:30:00Z') },
    'America/Los_Angeles',
    longBefore,
  );
  expect(repeated.map(({ kind, dueAt }) => [kind, dueAt.toISOString()])).toEqual([
    ['day-before', '2026-10-31T18:00:00.000Z'],
    ['thank-you', '2026-11-01T12:30:00.000Z'],
  ]);
  // The evening of the day the clocks go forward: 11:00 the day before is still standard time, 08:00 is not.
  const forward = timetable(
    { startsAt: new Date('2027-03-15T01:00:00Z'), endsAt: new Date('2027-03-15T03:00:00Z') },
    'America/Los_Angeles',
    longBefore,
  );
  expect(forward.map(({ dueAt }) => dueAt.toISOString())).toEqual([
    '2027-03-13T19:00:00.000Z',
    '2027-03-14T15:00:00.000Z',
    '2027-03-15T04:00:00.000Z',
  ]);
});
