import { instantOf, wallTimeOf } from './wall-time';

const la = 'America/Los_Angeles';

test.each([
  ['a day in winter', '2026-12-05', '09:00', la, '2026-12-05T17:00:00.000Z'],
  ['a day in summer', '2026-07-05', '09:00', la, '2026-07-05T16:00:00.000Z'],
  ['a time that comes twice: the first', '2026-11-01', '01:30', la, '2026-11-01T08:30:00.000Z'],
  ['a time that does not exist: an hour later', '2027-03-14', '02:30', la, '2027-03-14T10:30:00.000Z'],
  ['a zone that keeps its clocks', '2026-07-05', '09:00', 'America/Phoenix', '2026-07-05T16:00:00.000Z'],
  ['a zone ahead of UTC', '2026-07-05', '00:15', 'Asia/Kolkata', '2026-07-04T18:45:00.000Z'],
])('converts %s to an instant', (_, day, time, zone, instant) => {
  expect(instantOf(day, time, zone)?.toISOString()).toBe(instant);
});

test('returns null for an incomplete time', () => {
  expect(instantOf('2026-12-05', '', la)).toBeNull();
  expect(instantOf('0002-12-05', '09:00', la)).toBeNull();
});

test('converts an instant back to the chosen time', () => {
  expect(wallTimeOf(new Date('2026-12-05T17:00:00Z'), la)).toBe('09:00');
});
