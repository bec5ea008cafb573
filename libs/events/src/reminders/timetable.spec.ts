import { instantToWall } from '../time/wall-time.js';
import { timetable } from './timetable.js';

const times = { dayBefore: '11:00', sameDay: '08:00' };
const longBefore = new Date('2026-01-01T00:00:00Z');

function wallTimes(startsAt: string, zone: string, now = longBefore, hours = 3): Record<string, string> {
  const starts = new Date(startsAt);
  const shift = { startsAt: starts, endsAt: new Date(starts.valueOf() + hours * 3_600_000) };
  return Object.fromEntries(
    timetable(shift, zone, now, times).map(({ kind, dueAt }) => [kind, instantToWall(dueAt, zone)]),
  );
}

test('schedules emails the day before at 11:00, the same day at 08:00, and an hour after the end, in local time', () => {
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

test('skips the same-day reminder for shifts that start at 08:00 or earlier', () => {
  expect(wallTimes('2026-12-05T16:00:00Z', 'America/Los_Angeles')).not.toHaveProperty('same-day');
  expect(wallTimes('2026-12-05T16:01:00Z', 'America/Los_Angeles')).toHaveProperty('same-day');
});

test('omits times that have passed', () => {
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

test('keeps local times correct across both daylight saving changes', () => {
  // 01:30 occurs twice on 2026-11-01; the shift starts at the first one.
  const reminders = timetable(
    { startsAt: new Date('2026-11-01T08:30:00Z'), endsAt: new Date('2026-11-01T11:30:00Z') },
    'America/Los_Angeles',
    longBefore,
    times,
  );
  expect(reminders.map(({ kind, dueAt }) => [kind, dueAt.toISOString()])).toEqual([
    ['day-before', '2026-10-31T18:00:00.000Z'],
    ['thank-you', '2026-11-01T12:30:00.000Z'],
  ]);
  // On the evening after clocks move forward, the 11:00 of the day before is in standard time and the 08:00 is not.
  const forward = timetable(
    { startsAt: new Date('2027-03-15T01:00:00Z'), endsAt: new Date('2027-03-15T03:00:00Z') },
    'America/Los_Angeles',
    longBefore,
    times,
  );
  expect(forward.map(({ dueAt }) => dueAt.toISOString())).toEqual([
    '2027-03-13T19:00:00.000Z',
    '2027-03-14T15:00:00.000Z',
    '2027-03-15T04:00:00.000Z',
  ]);
});
