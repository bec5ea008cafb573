import fc from 'fast-check';
import { dayBeforeAt, dayOf, instantToWall, moveWall, sameDayAt, wallDistance, wallToInstant } from './wall-time.js';

const losAngeles = 'America/Los_Angeles';
const zones = [
  losAngeles,
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Apia',
  'Europe/Madrid',
  'UTC',
];
const minute = 60_000;
const instants = fc
  .integer({ min: Date.UTC(2020, 0) / minute, max: Date.UTC(2040, 0) / minute })
  .map((minutes) => new Date(minutes * minute));

describe('converting a local time to an instant', () => {
  test.each([
    ['2026-10-24T09:00', losAngeles, '2026-10-24T16:00:00.000Z'],
    ['2026-11-07T09:00', losAngeles, '2026-11-07T17:00:00.000Z'],
    ['2026-12-05T09:00', 'Asia/Kathmandu', '2026-12-05T03:15:00.000Z'],
    ['2026-12-05T09:00', 'Pacific/Kiritimati', '2026-12-04T19:00:00.000Z'],
    ['2026-12-05T09:00', 'Australia/Lord_Howe', '2026-12-04T22:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(wallToInstant(local, zone).toISOString()).toBe(instant);
  });

  test('picks the first of two repeated hours', () => {
    expect(wallToInstant('2026-11-01T01:30', losAngeles).toISOString()).toBe('2026-11-01T08:30:00.000Z');
    expect(wallToInstant('2026-11-01T02:00', losAngeles).toISOString()).toBe('2026-11-01T10:00:00.000Z');
  });

  test('moves a skipped time forward by the gap', () => {
    expect(wallToInstant('2027-03-14T02:30', losAngeles).toISOString()).toBe('2027-03-14T10:30:00.000Z');
    expect(instantToWall(wallToInstant('2027-03-14T02:30', losAngeles), losAngeles)).toBe('2027-03-14T03:30');
  });
});

test('converts to local time and back without change in every zone, except for repeated hours', () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (at, zone) => {
      const local = instantToWall(at, zone);
      const instant = wallToInstant(local, zone);
      // The second of two repeated hours comes back as the first; every other time is unchanged.
      expect(at.valueOf() - instant.valueOf()).toBeGreaterThanOrEqual(0);
      expect(at.valueOf() - instant.valueOf()).toBeLessThanOrEqual(60 * minute);
      expect(instantToWall(instant, zone)).toBe(local);
    }),
  );
});

test('computes the day before by the local calendar', () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (at, zone) => {
      const before = dayBeforeAt(at, zone, '11:00');
      expect(instantToWall(before, zone).slice(11)).toBe('11:00');
      expect(wallDistance(`${dayOf(before, zone)}T00:00`, `${dayOf(at, zone)}T00:00`)).toBe(1440);
      expect(dayOf(sameDayAt(at, zone, '12:00'), zone)).toBe(dayOf(at, zone));
    }),
  );
});

test('keeps the time of day when moving across a daylight saving change', () => {
  const week = wallDistance('2026-10-31T09:00', '2026-11-07T09:00');
  expect(week).toBe(7 * 1440);
  expect(moveWall('2026-10-31T09:00', week)).toBe('2026-11-07T09:00');
  const hours =
    wallToInstant('2026-11-07T09:00', losAngeles).valueOf() - wallToInstant('2026-10-31T09:00', losAngeles).valueOf();
  expect(hours / 3_600_000).toBe(7 * 24 + 1);
});
